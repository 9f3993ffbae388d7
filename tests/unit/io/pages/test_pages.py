"""Every page of tests/pages gives the facts that stand beside it, and none of those that it must not give."""

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

import aidmodel
from aidmodel import Loaded, Project, to_dict
from aidmodel.io.pages.reader import read_page
from aidmodel.model.paths import steps

PAGES = Path(__file__).parents[3] / "pages"
CASES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.json"))
}
READ = [name for name, case in CASES.items() if "refused" not in case]
UNKNOWN = object()


def page(name: str) -> Path:
    """Give the path of a page."""
    (path,) = [path for path in PAGES.glob(f"{name}.*") if path.suffix != ".json"]
    return path


@cache
def loaded(name: str) -> Loaded[tuple[Project, ...]]:
    """Read a page of the publisher that its case names."""
    return read_page(page(name), cast("str | None", CASES[name]["publisher"]))


@cache
def plain(name: str) -> list[Any]:
    """Give the projects of a page as the library's own JSON has them."""
    return [to_dict(project) for project in loaded(name).value]


def found(name: str, path: str) -> object:
    """Give what stands at a path in the JSON; of the one project of a page its position is left out."""
    thing: Any = plain(name)
    for step in steps(path if path.startswith("[") else f"[0].{path}"):
        try:
            thing = thing[step]
        except (IndexError, KeyError):
            return UNKNOWN
    return thing


@pytest.mark.parametrize("name", READ)
def test_a_page_gives_its_facts(name: str) -> None:
    """What the page states is in the project, in the form that the library's JSON has for it."""
    expected: dict[str, object] = CASES[name]["facts"]

    assert expected == {path: found(name, path) for path in expected}


@pytest.mark.parametrize("name", READ)
def test_a_page_gives_no_other(name: str) -> None:
    """What it does not state, or states of something else, is unknown."""
    stated = {path: found(name, path) for path in CASES[name]["absent"]}

    assert {} == {path: value for path, value in stated.items() if value is not UNKNOWN}


@pytest.mark.parametrize("name", READ)
def test_the_report_tells_what_was_left(name: str) -> None:
    """The issues of the case are in it, those it must keep quiet of are not, and no project is lost or made up."""
    codes = {issue.code for issue in loaded(name).report}

    assert set() == set(CASES[name]["issues"]) - codes
    assert set() == set(CASES[name].get("quiet", [])) & codes
    assert CASES[name].get("projects", 1) == len(loaded(name).value)


@pytest.mark.parametrize("name", READ)
def test_each_fact_says_where_it_is_from(name: str) -> None:
    """Provenance says whether it was stated, derived, inferred or taken by convention, with its words."""
    expected: dict[str, str] = CASES[name].get("provenance", {})
    entries = [entry for project in loaded(name).value for entry in project.provenance]
    bases = {entry.path: entry.basis.term for entry in entries}

    assert expected == {path: bases.get(path) for path in expected}
    assert [] == [entry.path for entry in entries if entry.quote is None and entry.line is not None]


@pytest.mark.parametrize("name", READ)
def test_provenance_and_issues_lead_somewhere(name: str) -> None:
    """Each path of both can be asked for."""
    for position, project in enumerate(loaded(name).value):
        for entry in project.provenance:
            project.at(entry.path)
        for issue in loaded(name).report:
            if issue.path.startswith(f"[{position}]."):
                project.at(issue.path.removeprefix(f"[{position}]."))


@pytest.mark.parametrize("name", [name for name in READ if CASES[name].get("recognised", True)])
def test_a_page_is_known_by_its_marks(name: str) -> None:
    """Without a word on the publisher the same comes out."""
    assert loaded(name).value == read_page(page(name)).value


@pytest.mark.parametrize("name", [name for name in READ if not CASES[name].get("recognised", True)])
def test_a_page_that_may_be_of_two_is_not_guessed(name: str) -> None:
    """It is refused until somebody says which of them is meant."""
    with pytest.raises(aidmodel.Unreadable):
        read_page(page(name))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "same_as" in case])
def test_a_saved_page_and_its_text_are_one_project(name: str) -> None:
    """The mark-up changes nothing, nor does the navigation."""
    assert loaded(CASES[name]["same_as"]).value == loaded(name).value


@pytest.mark.parametrize("name", [name for name in CASES if name not in READ])
@pytest.mark.parametrize("publisher", [None, "gac", "iom", "usaid"])
def test_bad_input_is_refused(name: str, publisher: str | None) -> None:
    """Whatever publisher is named: a clear error, and no half of a project."""
    with pytest.raises(getattr(aidmodel, CASES[name]["refused"])):
        read_page(page(name), publisher)
