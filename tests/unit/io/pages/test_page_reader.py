"""Reading a page: where it comes from, whose it is, and what is refused."""

import io
import re
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from aidmodel import InvalidValue, Project, Unreadable
from aidmodel.io.pages import reader
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry, Label, Publisher
from aidmodel.io.pages.reader import publisher_of, publishers, read_page

TEXT = """A rural water project
Project Number: CA-3-P000001001
Status: Operational
Maximum Contribution: $1,250,000.00
Reporting Organization: Global Affairs Canada
"""
PROJECT = read_page(TEXT.encode(), "gac").one()


class Open(io.StringIO):
    """A file that is open as text, with a name."""

    name = "page.txt"


def test_every_kind_of_source_gives_the_same(tmp_path: Path) -> None:
    """Bytes, a path as a path or a string, a file open as bytes or text."""
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        read = [read_page(source, "gac").one() for source in (path, str(path), binary, text)]

    assert [PROJECT] * 5 == [*read, read_page(io.StringIO(TEXT), "gac").one()]


@pytest.mark.parametrize(
    ("source", "name"), [(TEXT.encode(), "the bytes"), (io.StringIO(TEXT), "the text"), (Open(TEXT), "page.txt")]
)
def test_provenance_names_the_source(source: io.StringIO | bytes, name: str) -> None:
    """The path, the file's own name, or what it is."""
    assert {name} == {entry.source for entry in read_page(source, "gac").one().provenance}


def test_the_header_says_whose_page_it_is() -> None:
    """A page has no version."""
    header = read_page(TEXT.encode()).header

    assert header is not None
    assert ("page of Global Affairs Canada", None) == (header.format, header.version)


@pytest.mark.parametrize("source", [TEXT, "<p>Status: Closed</p>"])
def test_a_page_is_no_path(source: str) -> None:
    """What was likely meant is said."""
    with pytest.raises(InvalidValue) as error:
        read_page(source)

    problem = "is a page, and the path of a file is wanted"
    assert InvalidValue(source, problem, "give io.StringIO(text) or bytes", "source", "read_page") == error.value


def test_nothing_is_fetched() -> None:
    """An address is refused."""
    with pytest.raises(InvalidValue) as error:
        read_page("https://example.org/page")

    mend = "download it, and give the path or the bytes"
    assert (
        InvalidValue("https://example.org/page", "is an address, and nothing is fetched", mend, "source", "read_page")
        == error.value
    )


def test_a_publisher_that_nobody_knows_is_refused() -> None:
    """With what is near; before the source is opened."""
    with pytest.raises(InvalidValue) as error:
        read_page("no such file", "gca")

    assert (
        InvalidValue("gca", "is no publisher whose pages can be read", "did you mean 'gac'?", "publisher", "read_page")
        == error.value
    )
    with pytest.raises(InvalidValue, match="one of gac, iom, usaid"):
        read_page("no such file", "zzzzzzz")
    with pytest.raises(InvalidValue, match="must be the name of a publisher, or None"):
        read_page("no such file", 7)  # type: ignore[arg-type]


def test_a_page_of_nobody_says_what_was_looked_for() -> None:
    """With how much of each was found."""
    with pytest.raises(Unreadable) as error:
        read_page(b"Title: A bank\nMaximum Contribution: $5")

    assert error.value.problem.startswith("is no page of a publisher that is known, or not the whole of it: ")
    assert "Global Affairs Canada (1 of the 3 marks)" in error.value.problem


def test_a_page_of_another_says_what_is_missing() -> None:
    """In words: how much was found, how much is needed, and that nobody else knows it either."""
    with pytest.raises(Unreadable) as error:
        read_page(b"Status: Closed\nMaximum Contribution: $5", "gac")

    problem = (
        "is no page of Global Affairs Canada, or not the whole of it: it has 1 of the 11 labels, names and numbers that "
        "tell its pages, and 3 are needed; it looks like no other page that is known"
    )
    assert Unreadable("the bytes", problem) == error.value


def test_a_wrong_name_is_told_with_the_right_one() -> None:
    """Where the page has the marks of another publisher."""
    with pytest.raises(Unreadable) as error:
        read_page(TEXT.encode(), "iom")

    problem = (
        "is no page of IOM Development Fund, or not the whole of it: it has none of the 9 labels, names and numbers that "
        "tell its pages, and 2 are needed; it looks like a page of Global Affairs Canada (publisher='gac')"
    )
    assert Unreadable("the bytes", problem) == error.value


NEWS = b"Football\nOverview\nA club trains the young.\nGoals\nMore coaches\nKey results\n- 300 children play"


def test_headings_that_all_use_do_not_tell_a_page() -> None:
    """They do where somebody says whose it is, or the page names the agency, in its words or its head."""
    with pytest.raises(Unreadable) as error:
        read_page(NEWS)

    assert error.value.problem.endswith(
        "USAID (enough marks, which pages of others have, too: say publisher='usaid' if it is one)"
    )
    body = NEWS.decode().replace("\n", "<br>")
    saved = f"<html><head><title>Football | USAID</title></head><body>{body}</body></html>"
    assert "Football" == str(read_page(NEWS, "usaid").one().title)
    named = [NEWS + b"\nUSAID", NEWS.replace(b"A club", b"The Goalpost Activity"), saved.encode()]
    headers = [read_page(page).header for page in named]
    assert ["page of USAID"] * 3 == [header.format for header in headers if header is not None]


def test_an_iati_file_is_read_as_one() -> None:
    """The official record of a page may be one; it has a reader of its own."""
    project = "<iati-activity><iati-identifier>CA-3-1</iati-identifier></iati-activity>"
    file = f'<iati-activities version="2.03">{project}</iati-activities>'.encode()

    loaded = read_page(file, "gac")
    assert "CA-3-1" == loaded.one().identifier
    assert loaded.header is not None
    assert "2.03" == loaded.header.version


def test_other_xml_is_refused() -> None:
    """No description of its form is known: what its elements mean would be guessed."""
    with pytest.raises(Unreadable) as error:
        read_page(b'<?xml version="1.0"?><project><status>2</status></project>', "gac")

    problem = (
        "is XML and no IATI (its root is 'project'), and no description of that form is known: "
        "save the page as HTML or text"
    )
    assert Unreadable("the bytes", problem) == error.value


# ------------------------------------------------------------------ a publisher of another package


def _name(draft: Draft, entry: Entry) -> None:
    draft.set("title", entry.text, entry.value_line)


FOURTH = Publisher(
    name="fourth",
    title="A Fourth",
    marks=("^works", "^begun"),
    needed=2,
    labels={"works": Label(_name, "title"), "begun": Label(None)},
)


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add publishers as packages do, one of them under a name of ours, one that is none."""
    points = [
        EntryPoint("fourth", f"{__name__}:FOURTH", reader.GROUP),
        EntryPoint("gac", f"{__name__}:FOURTH", reader.GROUP),
    ]
    wrong = EntryPoint("wrong", "pathlib:Path", reader.GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda self: FOURTH if self.name == "fourth" else Path)
    monkeypatch.setattr(reader, "entry_points", lambda *, group: [*points, wrong][: 3 if group == reader.GROUP else 0])
    monkeypatch.setattr(reader, "publisher_of", publisher_of.__wrapped__)


@pytest.mark.usefixtures("added")
def test_a_package_adds_a_publisher() -> None:
    """Its page is read when it is named."""
    assert ("gac", "iom", "usaid", "fourth", "wrong") == publishers()
    assert FOURTH is reader.publisher_of("fourth")
    assert "gac" == reader.publisher_of("gac").name


@pytest.mark.usefixtures("added")
def test_an_entry_point_must_name_a_publisher() -> None:
    """What it names is said."""
    with pytest.raises(InvalidValue) as error:
        reader.publisher_of("wrong")

    problem = f"is broken: its entry point 'pathlib:Path' is {Path!r}, no Publisher"
    assert InvalidValue("wrong", problem, "mend or uninstall that package", "publisher", "read_page") == error.value


# ------------------------------------------------------------------ a package that is broken


BROKEN = {
    "typo": ("reed_pages:PUBLISHERR", "AttributeError: module 'reed_pages' has no attribute 'PUBLISHERR'"),
    "gone": ("reeds_gone:PUBLISHER", "ModuleNotFoundError: No module named 'reeds_gone'"),
    "none": ("reed_pages:NAME", None),
    "other": ("reed_pages:PUBLISHER", None),
    "refused": ("reed_refused:PUBLISHER", "InvalidValue: Publisher.needed: must be a whole number from 1 to 1, "),
}


@pytest.fixture(params=list(BROKEN))
def broken(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Install a package whose entry point is broken; give its name, and what is said of it."""
    name = str(request.param)
    value, problem = BROKEN[name]
    info = tmp_path / "reed_pages-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: reed-pages\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[aidmodel.pages]\n{name} = {value}\n", encoding="utf-8")
    whole = "Publisher(name='reeds', title='Reeds', marks='^reed number', needed={}, labels={{}})"
    begin = "from aidmodel.io.pages.labels import Publisher\nNAME = 'reeds'\nPUBLISHER = "
    for module, needed in (("reed_pages", 1), ("reed_refused", 2)):
        (tmp_path / f"{module}.py").write_text(begin + whole.format(needed), encoding="utf-8")
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(reader, "publisher_of", publisher_of.__wrapped__)
    said = {"none": "is 'reeds', no Publisher", "other": "names a publisher 'reeds'"}.get(
        name, f"does not load: {problem}"
    )
    return name, f"is broken: its entry point {value!r} of the package 'reed-pages' {said}"


@pytest.mark.parametrize("publisher", [None, "gac"])
def test_a_broken_package_disturbs_no_other(broken: tuple[str, str], publisher: str | None) -> None:
    """The page of another publisher is read, and the package is told in the report."""
    name, problem = broken
    loaded = read_page(TEXT.encode(), publisher)

    assert PROJECT == loaded.one()
    (issue,) = (issue for issue in loaded.report if issue.code == "page.publisher-broken")
    assert issue.message.startswith(f"the publisher {name!r} {problem}")
    assert issue.message.endswith(": whether the page is one of its is not known")


def test_a_broken_package_is_named_where_it_is_asked_for(broken: tuple[str, str]) -> None:
    """With its entry point and what went wrong."""
    name, problem = broken
    with pytest.raises(InvalidValue) as error:
        read_page(TEXT.encode(), name)

    assert error.value.problem.startswith(problem)
    assert (name, "mend or uninstall that package", "publisher") == (
        error.value.value,
        error.value.mend,
        error.value.path,
    )


def test_a_broken_package_is_named_where_nobody_knows_the_page(broken: tuple[str, str]) -> None:
    """It may be its."""
    name, problem = broken
    with pytest.raises(Unreadable) as error:
        read_page(b"Reed number: 7")

    assert f"; {name!r} {problem}" in error.value.problem


def test_a_page_of_a_fourth_is_known_by_its_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As those of ours are."""
    monkeypatch.setattr(reader, "publishers", lambda: ("gac", "fourth"))
    monkeypatch.setattr(reader, "publisher_of", lambda name: FOURTH if name == "fourth" else publisher_of(name))

    assert Project(title="A well") == read_page(b"Works: A well\nBegun: 2017").one()


def test_the_marks_of_each_are_expressions_and_enough() -> None:
    """A publisher cannot ask for more marks than it has."""
    for name in publishers():
        known = publisher_of(name)

        assert 1 < known.needed <= len(known.marks)
        assert all(re.compile(mark) for mark in known.marks)
        assert name == known.name
