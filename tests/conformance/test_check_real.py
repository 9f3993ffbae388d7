"""Files of real publishers and the official examples: check() says of each what the official ruleset says.

Every rule of the ruleset is evaluated a second time, by its own XPaths and without the library (:mod:`naive_ruleset`), on
every activity; the code-list checks have such a test of their own (test_code_list_checks). The files lie outside the
project; nothing of what they say is repeated here but counts.
"""

import datetime as dt
import json
import random
import runpy
from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from aidmodel import Project, check, read_iati
from iati_leaves import activities, parsed, repeatable
from naive_ruleset import IATI, failures, identifiers
from ruleset_cases import CASES, DAY, RulesetCase

HERE = Path(__file__)
COUNTS = json.loads(HERE.with_name("check_counts.json").read_text(encoding="utf-8"))
MAKER = runpy.run_path(str(HERE.parents[1] / "data_sources" / "make_check_counts.py"))
pytestmark = pytest.mark.skipif(not IATI.is_dir(), reason="the files of publishers are not part of the repository")
NEW = [name for name in COUNTS if not any(f"-1.0{version}" in name for version in range(6))]
"""The files of version 2.0x, which the official ruleset is for."""
DAYS = (MAKER["DAY"], "2016-01-01")
"""The day of the table, and one that many files have dates after."""


class Known(NamedTuple):
    """A difference that stays, and why."""

    file: str
    rule: str
    activities: int
    reason: str


_SPACE = "white space around an attribute or an identifier is no part of it once it is read"

SPOILS = ("", "0", "1", "2", "5", "50", "99", "100", "100.5", "-1", "A/B", "many", "2010-06-01", "2030-06-01")
"""What attributes are spoiled with: codes, percentages, days, and what is none of them."""

MANY = repeatable()

KNOWN = (Known("be-ngo-kbo-0421210424-2.02", "1.15.1", 1, _SPACE),)
"""Where check() does not say what the ruleset says: of activities, just as many."""


def path_of(name: str) -> Path:
    """Give the path of a file."""
    (path,) = IATI.glob(f"*/{name}.xml")
    return path


@cache
def projects(name: str) -> tuple[Project, ...]:
    """Read a file."""
    return read_iati(path_of(name)).value


def official(project: Project, day: str) -> Counter[str]:
    """Give the rules of the ruleset that check() says a project breaks, with the number of times."""
    return Counter(str(issue.rule) for issue in check(project, as_of=day, rules=[*identifiers()]))


def differences(read: Iterable[Project], xml: bytes, day: str) -> dict[str, list[str]]:
    """Give, by rule, the activities of which the two do not say the same, or not as often."""
    found: dict[str, list[str]] = {}
    for number, (project, activity) in enumerate(zip(read, activities(parsed(xml)), strict=True)):
        ours, theirs = official(project, day), failures(activity, dt.date.fromisoformat(day))
        for rule in sorted({*ours, *theirs}):
            if ours[rule] != theirs[rule]:
                found.setdefault(rule, []).append(f"[{number}] {ours[rule]} by check, {theirs[rule]} by the ruleset")
    return found


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", NEW)
def test_the_verdicts_are_those_of_the_ruleset(name: str, day: str) -> None:
    """Activity by activity and rule by rule, and as often."""
    known = {each.rule: each.activities for each in KNOWN if each.file == name}
    found = differences(projects(name), path_of(name).read_bytes(), day)
    unexplained = {rule: places[:5] for rule, places in found.items() if len(places) != known.get(rule, 0)}

    assert {} == unexplained
    assert set(known) <= set(found)


@pytest.mark.parametrize("name", NEW)
def test_the_verdicts_on_a_spoiled_file_are_those_of_the_ruleset(name: str) -> None:
    """Attributes lost, blank or another, elements lost, emptied or doubled: the two still say the same.

    What the standard has once stays once: a second one is kept as raw content, which no rule looks at.
    """
    root = parsed(path_of(name).read_bytes())
    chance = random.Random(name)  # noqa: S311  chance, and no secret
    for activity in activities(root):
        for element in activity.iter():
            for attribute, value in element.attrib.items():
                element.set(attribute, value.strip())  # white space is lost when it is read: see KNOWN
        for element in [*activity.iter()][1:]:
            spoil(element, chance)
    xml = etree.tostring(root)

    assert {} == differences(read_iati(xml).value, xml, DAY)


def spoil(element: etree._Element, chance: random.Random) -> None:
    """Change something in one element of seven."""
    parent = element.getparent()
    if parent is None or chance.random() > 1 / 7:
        return
    names = sorted(map(str, element.attrib))
    what = chance.choice(("attribute", "attribute", "remove", "double", "empty", "lose"))
    if what == "attribute" and names:
        element.set(chance.choice(names), chance.choice(SPOILS))
    elif what == "lose" and names:
        del element.attrib[chance.choice(names)]
    elif what == "double" and "/".join(str(each.tag) for each in reversed([element, *element.iterancestors()])) in MANY:
        element.addnext(deepcopy(element))
    elif what == "remove":
        parent.remove(element)
    elif what == "empty":
        element.text = None
        for child in [*element]:
            element.remove(child)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_a_case_breaks_what_a_person_says(case: RulesetCase) -> None:
    """Small activities for every rule, those that no real file breaks too; each as bad as the ruleset says."""
    issues = check(read_iati(case.xml()).one(), as_of=DAY, rules=[*identifiers()])

    assert {rule: identifiers()[rule] for rule in case.as_read} == {issue.rule: str(issue.severity) for issue in issues}


@pytest.mark.parametrize("name", COUNTS)
def test_the_counts_are_those_of_the_table(name: str) -> None:
    """How often each rule and code is found, as it is committed; see tests/data_sources/make_check_counts.py."""
    assert COUNTS[name] == MAKER["counted"](projects(name))


@pytest.mark.parametrize("name", NEW)
def test_an_identifier_that_stands_twice_is_found(name: str) -> None:
    """Rule 1.1.2, which is the Validator's own: once for each activity after the first that has the identifier."""
    written = Counter(
        activity.findtext("iati-identifier") for activity in activities(parsed(path_of(name).read_bytes()))
    )

    assert sum(written.values()) - len(written) == len(check(projects(name), as_of=DAY, rules="1.1.2"))


def test_every_file_is_in_the_table() -> None:
    """Six examples and 26 real files; two cannot be read (see test_iati_real)."""
    there = {path.stem for path in (*IATI.glob("examples/activity-*.xml"), *IATI.glob("real/*.xml"))}

    assert {"xi-bridge-example-2.03", "adb-organisation-2.03"} == there - set(COUNTS)
    assert 32 == len(COUNTS)
