"""Reading files: the header, what is told while reading, where things stand, and how a file is closed."""

import datetime as dt
import gzip
import io
import pickle
from pathlib import Path
from typing import Any

import pytest

from aidmodel import (
    Header,
    InvalidValue,
    Issue,
    Project,
    Report,
    Severity,
    Unreadable,
    iter_iati,
    read_iati,
    write_iati,
)
from aidmodel.io.iati.locate import Locator

TWO = b"""<?xml version="1.0"?>
<iati-activities version="2.03">
 <iati-activity default-currency="CAD"><iati-identifier>one</iati-identifier></iati-activity>
 <iati-activity>
  <iati-identifier>two</iati-identifier>
  <budget><value>5</value></budget>
  <budget><value currency="CAD">n/a</value></budget>
 </iati-activity>
</iati-activities>"""
NO_CURRENCY = Issue(
    code="iati.no-currency",
    severity=Severity.ERROR,
    message="has no currency, and the activity has no default: state @currency",
    path="[1].budgets[0].value",
    where=(6, 11),
)
NO_NUMBER = Issue(
    code="iati.not-a-number",
    severity=Severity.ERROR,
    message="the text 'n/a' must be a plain number; digits, one point, no separators",
    path="[1].budgets[1].value",
    where=(7, 11),
)


def file(inside: str = "", attributes: str = ' version="2.03"') -> bytes:
    """Give a file with something in its root."""
    return f"<iati-activities{attributes}>{inside}</iati-activities>".encode()


def header(attributes: str, inside: str = "") -> Header:
    """Read the header of a file."""
    found = read_iati(file(inside, attributes)).header
    assert found is not None
    return found


def codes(xml: bytes) -> list[tuple[str, str, str]]:
    """Give code, path and message of what is told about a file."""
    return [(issue.code, issue.path, issue.message) for issue in read_iati(xml).report]


class NoSeek(io.RawIOBase):
    """A stream that gives its bytes once, as a network does."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Give some of the bytes."""
        return self.data.read(size)


# ------------------------------------------------------------------ what comes back


@pytest.mark.parametrize("kind", ["bytes", "bytearray", "memoryview", "path", "str", "file", "gzip", "stream"])
def test_sources(kind: str, tmp_path: Path) -> None:
    """The same projects, whatever the file is given as."""
    path = tmp_path / "file.xml"
    path.write_bytes(TWO)
    sources: dict[str, Any] = {
        "bytes": TWO,
        "bytearray": bytearray(TWO),
        "memoryview": memoryview(TWO),
        "path": path,
        "str": str(path),
        "file": io.BytesIO(TWO),
        "gzip": gzip.compress(TWO),
        "stream": NoSeek(TWO),
    }

    assert ["one", "two"] == [project.identifier for project in read_iati(sources[kind]).value]


def test_an_empty_file_holds_no_projects() -> None:
    """It is a file all the same."""
    loaded = read_iati(file())

    assert ((), Report()) == (loaded.value, loaded.report)


def test_what_is_no_source() -> None:
    """The error says what is wanted."""
    with pytest.raises(InvalidValue) as caught:
        read_iati(5)  # type: ignore[arg-type]

    assert "read_iati.source: is no source, got 5; give bytes, a path or an open binary file" == str(caught.value)


# ------------------------------------------------------------------ the header


def test_the_header() -> None:
    """Version and time are typed; all else the root has is kept, with the prefixes it declares."""
    assert Header(
        format="IATI",
        version="2.03",
        generated=dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        attributes={"{urn:x}a": "1", "linked-data-default": "b"},
        namespaces=[("x", "urn:x")],
    ) == header(
        ' version="2.03" generated-datetime="2020-01-02T03:04:05Z" xmlns:x="urn:x" x:a="1" linked-data-default="b"'
    )


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("n/a", None),
        ("2020-01-02", None),
        ("2020-01-02T03:04:05+00:00", dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC)),
        ("2020-01-02T03:04:05.1234567", dt.datetime(2020, 1, 2, 3, 4, 5, 123456)),  # noqa: DTZ001
    ],
)
def test_a_time_in_another_spelling(text: str, moment: dt.datetime | None) -> None:
    """Its spelling stays among the attributes, and is written again."""
    found = header(f' version="2.03" generated-datetime="{text}"')

    assert moment == found.generated
    assert (("generated-datetime", text),) == found.attributes
    assert f'generated-datetime="{text}"' in write_iati((), header=found).data.decode()


def test_pieces_beside_the_activities() -> None:
    """Elements and words are kept, and told unless they are foreign."""
    xml = file('<x:a xmlns:x="urn:x">b</x:a><iati-activity/>words<b c="1"/>')
    loaded = read_iati(xml)

    assert loaded.header is not None
    assert ('<ns0:a xmlns:ns0="urn:x">b</ns0:a>', '<b c="1"/>') == loaded.header.elements
    assert ("words",) == loaded.header.words
    assert [
        ("iati.unknown-element", "", "has a 'b' beside its activities"),
        ("iati.stray-text", "", "has words between its activities: 'words'"),
    ] == codes(xml)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (' version="2.03"', []),
        (' version=" 2.02 "', []),
        (' version="1.05"', []),
        ("", [("iati.no-version", "", "states no version; it is told from the shape of each activity")]),
        (' version=" "', [("iati.no-version", "", "states no version; it is told from the shape of each activity")]),
        (
            ' version="2.04"',
            [
                (
                    "iati.unknown-version",
                    "",
                    "states version '2.04', which there is not (1.01 to 1.05 and 2.01 to 2.03); it is read as 2.03",
                )
            ],
        ),
        (
            ' version="1.99"',
            [
                (
                    "iati.unknown-version",
                    "",
                    "states version '1.99', which there is not (1.01 to 1.05 and 2.01 to 2.03); it is read as 1.05",
                )
            ],
        ),
    ],
)
def test_the_version(attributes: str, expected: list[tuple[str, str, str]]) -> None:
    """One that there is not, or none, is told."""
    assert expected == codes(file(attributes=attributes))


# ------------------------------------------------------------------ what is told


def test_issues_of_a_file_have_their_lines() -> None:
    """Path, words, line and column, in the order of the document."""
    assert Report((NO_CURRENCY, NO_NUMBER)) == read_iati(TWO).report


def test_issues_of_a_path_have_their_lines(tmp_path: Path) -> None:
    """They are equal to those of the bytes."""
    path = tmp_path / "file.xml"
    path.write_bytes(TWO)

    assert Report((NO_CURRENCY, NO_NUMBER)) == read_iati(path).report


def test_issues_of_a_stream_name_their_element() -> None:
    """No line can be found again: the identifier, and the way to the element, are in the words."""
    first, second = read_iati(NoSeek(TWO)).report  # type: ignore[arg-type]

    assert (None, None) == (first.where, second.where)
    assert (
        "has no currency, and the activity has no default: state @currency (two: /*/*[2]/*[2]/*[1], value)"
        == first.message
    )
    assert (
        "the text 'n/a' must be a plain number; digits, one point, no separators (two: /*/*[2]/*[3]/*[1], value)"
        == second.message
    )


def test_an_activity_without_an_identifier_in_a_stream() -> None:
    """It is said to have none."""
    stream = NoSeek(file("<iati-activity><unknown/></iati-activity>"))
    (issue,) = read_iati(stream).report  # type: ignore[arg-type]

    assert (
        "has a 'unknown', which the standard does not know here (no identifier: /*/*[1]/*[1], unknown)" == issue.message
    )


def test_lines_are_found_when_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not while reading; and one pass finds them all."""
    asked: list[object] = []
    find = Locator.find

    def counted(self: Locator, place: tuple[int, ...]) -> tuple[int, int] | None:
        asked.append(place)
        return find(self, place)

    monkeypatch.setattr(Locator, "find", counted)
    report = read_iati(TWO).report

    assert [] == asked
    assert (7, 11) == report.issues[1].where
    assert [(1, 2, 0)] == asked


def test_a_report_can_be_pickled() -> None:
    """With its lines, found before or after."""
    report = read_iati(TWO).report

    assert report == pickle.loads(pickle.dumps(report))  # noqa: S301
    assert (6, 11) == pickle.loads(pickle.dumps(read_iati(TWO))).report.issues[0].where  # noqa: S301


def test_issues_are_equal_by_what_they_say() -> None:
    """Two readings of one file tell the same; another place is another issue."""
    moved = TWO.replace(b"  <budget>", b"   <budget>")

    assert read_iati(TWO).report == read_iati(TWO).report
    assert read_iati(TWO).report != read_iati(moved).report


def test_a_file_that_was_written_to_since_has_no_lines(tmp_path: Path) -> None:
    """Rather than lines of another file."""
    path = tmp_path / "file.xml"
    path.write_bytes(TWO)
    report = read_iati(path).report
    path.write_bytes(b"<iati-activities/>")

    assert [None, None] == [issue.where for issue in report]


# ------------------------------------------------------------------ one by one


def test_issues_come_before_their_project() -> None:
    """So that whoever gets a project knows what was found in it."""
    told: list[Issue] = []
    given = [(project.identifier, len(told)) for project in iter_iati(TWO, on_issue=told.append)]

    assert [("one", 0), ("two", 2)] == given
    assert [NO_CURRENCY, NO_NUMBER] == told


def test_nobody_has_to_listen() -> None:
    """The projects are the same."""
    assert read_iati(TWO).value == tuple(iter_iati(TWO))


def test_progress_after_each_project(tmp_path: Path) -> None:
    """In bytes, of those there are; a stream does not know how many that is."""
    path = tmp_path / "file.xml"
    path.write_bytes(TWO)
    calls: list[tuple[int, int | None]] = []
    for source in (TWO, path, NoSeek(TWO)):
        list(iter_iati(source, progress=lambda done, size: calls.append((done, size))))  # type: ignore[arg-type]

    assert [(len(TWO), len(TWO))] * 4 + [(len(TWO), None)] * 2 == calls


def test_progress_counts_packed_bytes() -> None:
    """What is taken of the file as it is, so that it ends at its size."""
    packed = gzip.compress(TWO)
    calls: list[tuple[int, int | None]] = []
    list(iter_iati(packed, progress=lambda done, size: calls.append((done, size))))

    assert (len(packed), len(packed)) == calls[-1]


def test_the_header_is_known_from_the_start() -> None:
    """Before any project is read; pieces beside them at the end."""
    projects = iter_iati(file("<iati-activity/><a/>"))

    assert Header(format="IATI", version="2.03") == projects.header
    assert [Project()] == list(projects)
    assert Header(format="IATI", version="2.03", elements="<a/>") == projects.header


def test_it_is_an_iterator() -> None:
    """Which goes on where it was left, and ends once."""
    projects = iter_iati(TWO)

    assert iter(projects) is projects
    assert "one" == next(projects).identifier
    for project in projects:
        assert "two" == project.identifier
        break
    assert [] == list(projects)
    assert None is next(projects, None)


def test_iteration_goes_on_after_a_break() -> None:
    """A loop that is left does not close the file."""
    projects = iter_iati(TWO)
    for _ in projects:
        break

    assert ["two"] == [project.identifier for project in projects]


def test_with_closes_the_file(tmp_path: Path) -> None:
    """Nothing more is given after it."""
    path = tmp_path / "file.xml"
    path.write_bytes(TWO)
    with iter_iati(path) as projects:
        assert "one" == next(projects).identifier

    assert None is next(projects, None)


def test_close_may_be_called_at_any_time() -> None:
    """Before the first project, twice, and after the last."""
    projects = iter_iati(TWO)
    projects.close()
    projects.close()

    assert None is next(projects, None)
    ended = iter_iati(TWO)
    assert 2 == len(list(ended))
    ended.close()


def test_what_was_read_is_not_read_again(tmp_path: Path) -> None:
    """A second loop would find nothing, which looks like a file without projects."""
    path = tmp_path / "file.xml"
    path.write_bytes(TWO)
    read = iter_iati(path)
    first = next(read).identifier

    assert ["one", "two"] == [first, *(project.identifier for project in read)]
    with pytest.raises(InvalidValue) as caught:
        list(read)

    said = "has been read to its end, or was closed"
    mend = "read the file again, or keep the projects in a list"
    assert InvalidValue(str(path), said, mend, "", "IatiProjects") == caught.value


def test_an_open_file_is_not_closed() -> None:
    """It is that of the one who opened it."""
    source = io.BytesIO(TWO)
    with iter_iati(source) as projects:
        list(projects)

    assert not source.closed


def test_projects_before_a_break_are_given() -> None:
    """Then the error, with its place."""
    broken = TWO.replace(b"  <budget>", b"  <<budget>", 1)
    projects = iter_iati(broken)

    assert "one" == next(projects).identifier
    with pytest.raises(Unreadable) as caught:
        next(projects)
    assert "line 6" in str(caught.value)
    assert [] == list(projects)


def test_what_is_no_iati_file_is_refused_at_once() -> None:
    """Before any project is asked for."""
    with pytest.raises(Unreadable):
        iter_iati(b"<iati-organisations/>")
