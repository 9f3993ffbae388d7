"""Writing files: targets, the header, and what IATI has no place for."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from aidmodel import (
    Activity,
    Budget,
    Code,
    CrsAdd,
    Document,
    Extras,
    Funder,
    Header,
    Indicator,
    Input,
    InvalidValue,
    Issue,
    Loaded,
    LoanStatus,
    Location,
    Money,
    Output,
    Participant,
    Period,
    Point,
    Project,
    ProjectDate,
    Raw,
    Report,
    ResultsChain,
    Severity,
    Target,
    Text,
    iter_iati,
    read_iati,
    write_iati,
)
from aidmodel.io.iati.writer import Written
from aidmodel.model.element import Element
from aidmodel.model.measurement import Baseline

NO_PLACE = "has no place in IATI, and is not written"
EMPTY = b'<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n</iati-activities>\n'
ONE = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n'
    b"  <iati-activity>\n    <iati-identifier>a</iati-identifier>\n  </iati-activity>\n</iati-activities>\n"
)
A = Project(identifier="a")


def root(data: bytes) -> str:
    """Give the start tag of the root."""
    return data.decode().splitlines()[1]


def measured(*indicators: Indicator) -> Project:
    """Give a project with one result."""
    return Project(chain=Output(indicators=indicators))


# ------------------------------------------------------------------ targets


def test_without_a_target_the_file_comes_back() -> None:
    """With the report."""
    assert Written(ONE, Report()) == write_iati(A)


def test_one_several_and_no_projects() -> None:
    """One is one of several; a generator is asked once; a file may be empty."""
    asked: list[int] = []

    def some() -> Iterator[Project]:
        for number in range(2):
            asked.append(number)
            yield A

    assert ONE == write_iati([A]).data == write_iati((A,)).data
    assert (A, A) == read_iati(write_iati(some()).data).value
    assert [0, 1] == asked
    assert Written(EMPTY, Report()) == write_iati([])


def test_a_path_is_replaced_at_the_end(tmp_path: Path) -> None:
    """What was there stays until all is written, and nothing else stays beside it."""
    path = tmp_path / "file.xml"
    path.write_bytes(b"before")
    seen: list[bytes] = []

    def some() -> Iterator[Project]:
        seen.append(path.read_bytes())
        yield A

    assert Report() == write_iati(some(), path)
    assert ([b"before"], ONE) == (seen, path.read_bytes())
    assert [path] == list(tmp_path.iterdir())
    write_iati(A, str(path))
    assert ONE == path.read_bytes()


def test_what_was_there_stays_when_something_goes_wrong(tmp_path: Path) -> None:
    """An error in the middle leaves the old file as it was, and no half of a new one."""
    path = tmp_path / "file.xml"
    path.write_bytes(b"before")

    def some() -> Iterator[Any]:
        yield A
        yield "no project"

    with pytest.raises(InvalidValue) as caught:
        write_iati(some(), path)

    assert "must be a Project, not a str, got 'no project'" == str(caught.value)
    assert b"before" == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_an_open_file_is_written_to_and_stays_open() -> None:
    """From where it stands."""
    file = io.BytesIO()
    file.write(b"<!---->")
    report = write_iati(Project(fund_year=2017), file)

    assert not file.closed
    assert file.getvalue().startswith(b"<!----><?xml")
    assert ["[0].fund_year"] == [issue.path for issue in report]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (io.StringIO(), 'is open as text, got {!r}; open it with mode "wb"'),
        (5, "is no target, got {!r}; give a path or an open binary file"),
    ],
    ids=["text", "number"],
)
def test_what_is_no_target(target: Any, message: str) -> None:
    """The error says what is wanted."""
    with pytest.raises(InvalidValue) as caught:
        write_iati(A, target)

    assert message.format(target) == str(caught.value)


@pytest.mark.parametrize(
    "things",
    ["a project", b"<iati-activities/>", {"title": "a"}, 5, None, Loaded((A,))],
    ids=lambda each: type(each).__name__,
)
def test_what_holds_no_projects_is_refused_before_a_file_is_opened(things: Any, tmp_path: Path) -> None:
    """Nothing is made or emptied."""
    path = tmp_path / "file.xml"
    with pytest.raises(InvalidValue) as caught:
        write_iati(things, path)

    assert "must be a Project or several" == caught.value.problem
    assert [] == list(tmp_path.iterdir())


def test_a_file_that_is_streamed_through() -> None:
    """From iter_iati, whose header is taken with what is known at the end alone."""
    xml = b'<iati-activities version="2.02" xmlns:x="urn:x" x:a="1"><iati-activity/><x:b/><iati-activity/>words</iati-activities>'
    with iter_iati(xml) as projects:
        written = write_iati(projects)

    assert '<iati-activities xmlns:x="urn:x" version="2.03" x:a="1">' == root(written.data)
    assert read_iati(written.data).value == (Project(), Project())
    again = read_iati(written.data).header
    assert again is not None
    assert (('<ns0:b xmlns:ns0="urn:x"/>',), ("words",)) == (again.elements, again.words)
    assert 'xmlns:x="urn:x"' not in root(write_iati(iter_iati(xml), header=Header(format="IATI")).data)


# ------------------------------------------------------------------ the header

MOMENT = dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize("generated", [MOMENT, "2020-01-02T03:04:05Z"], ids=["datetime", "text"])
def test_the_time_that_is_given(generated: dt.datetime | str) -> None:
    """It is written, and that of the header is not; no time is made up."""
    stated = '<iati-activities version="2.03" generated-datetime="2020-01-02T03:04:05Z">'
    typed = Header(format="IATI", generated=MOMENT.replace(year=1999))
    spelled = Header(format="IATI", attributes={"generated-datetime": "n/a"})

    assert stated == root(write_iati([], generated=generated).data)
    assert stated == root(write_iati([], generated=generated, header=typed).data)
    assert stated == root(write_iati([], generated=generated, header=spelled).data)
    assert '<iati-activities version="2.03">' == root(write_iati([]).data)


def test_a_time_that_is_none() -> None:
    """A day is no moment."""
    with pytest.raises(InvalidValue):
        write_iati([], generated="2020-01-02")


def test_the_header_is_written_again() -> None:
    """Its time, attributes, prefixes and pieces; its version is always that of the writer."""
    header = Header(
        format="IATI",
        version="1.05",
        generated=MOMENT,
        attributes={"{urn:x}a": '"1"', "b": "2", "version": "1.01"},
        namespaces=[("x", "urn:x")],
        elements=['<c d="1"/>'],
        words=["a < b"],
    )
    data = write_iati(A, header=header).data.decode()

    assert (
        '<iati-activities xmlns:x="urn:x" version="2.03" x:a="&quot;1&quot;" b="2" generated-datetime="2020-01-02T03:04:05Z">'
        in data
    )
    assert data.endswith('  </iati-activity>\n  <c d="1"/>\n  a &lt; b\n</iati-activities>\n')


def test_a_piece_that_is_no_xml_is_named() -> None:
    """It is not written; the others are."""
    written = write_iati([], header=Header(format="IATI", elements=["<a", "<b/>"]))

    assert ["iati.not-written"] == [issue.code for issue in written.report]
    assert "the header holds no piece of XML that may stand here: '<a'" == written.report.issues[0].message
    assert b"  <b/>\n" in written.data


# ------------------------------------------------------------------ what IATI cannot hold


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (Project(fund_year=2017), {"fund_year": NO_PLACE}),
        (Project(extras={"org:a": 1}), {"extras": "holds org:a, which IATI has no place for"}),
        (
            Project(budgets=[Budget(), Budget("2020-02/2020-03")]),
            {"budgets[1].span": "is no day, and IATI has days only, and is not written; give the day that is meant"},
        ),
        (
            Project(dates=ProjectDate("2020-02", kind="actual", edge="start")),
            {"dates[0].date": "is no day, and IATI has days only, and is not written; give the day that is meant"},
        ),
        (
            measured(Indicator(measure="ratio")),
            {
                "chain[0].indicators[0].measure": "is none of IATI's own kinds, and is not written; IATI has it as a unit (1)"
            },
        ),
        (
            measured(Indicator(direction="range")),
            {"chain[0].indicators[0].direction": "is range, and IATI has ascending and descending only"},
        ),
        (
            measured(Indicator(baselines=Baseline(date="2020-02"))),
            {"chain[0].indicators[0].baselines[0].date": "is written as its year: IATI has days and years only"},
        ),
        (
            measured(Indicator(periods=Period(targets=[Target(), Target(minimum=1, maximum=2)]))),
            {
                "chain[0].indicators[0].periods[0].targets[1].minimum": NO_PLACE,
                "chain[0].indicators[0].periods[0].targets[1].maximum": NO_PLACE,
            },
        ),
        (
            Project(chain=ResultsChain([Input(title="a"), Output(title="b"), Activity(title="c")])),
            {
                "chain[0]": "is no result, which IATI has alone, and is not written",
                "chain[2]": "is no result, which IATI has alone, and is not written",
            },
        ),
        (
            Project(documents=Document(categories=[Code("A01"), Code("A02", "9")])),
            {
                "documents[0].categories[1]": "has a vocabulary, and there is no place for one here, and is not written; leave the vocabulary out"
            },
        ),
        (
            Project(participants=Funder("a", contribution=Money(5, "CAD"))),
            {"participants[0].contribution": NO_PLACE},
        ),
        (
            Project(participants=Participant("a", extras=Extras({"org:a": 1, "org:b": 2}))),
            {"participants[0].extras": "holds org:a, org:b, which IATI has no place for"},
        ),
    ],
    ids=lambda each: next(iter(each)) if isinstance(each, dict) else "",
)
def test_what_iati_has_no_place_for_is_named(project: Project, expected: dict[str, str]) -> None:
    """By its path and why, as a warning; the rest is written."""
    report = write_iati(project).report

    assert {f"[0].{path}": message for path, message in expected.items()} == {
        issue.path: issue.message for issue in report
    }
    assert {("iati.not-written", Severity.WARNING)} == {(issue.code, issue.severity) for issue in report}


def test_what_was_named_is_not_written_in_part() -> None:
    """A code that has no place leaves no empty element."""
    assert b"category" not in write_iati(Project(documents=Document(categories=Code("A02", "9")))).data


@pytest.mark.parametrize(
    ("project", "paths"),
    [
        (
            Project(dates=ProjectDate("2020-01-01", edge="start")),
            {"dates[0].edge"},
        ),
        (
            Project(dates=ProjectDate("2020-01-01", kind="actual")),
            {"dates[0].kind"},
        ),
        (
            Project(
                crs_add=CrsAdd(
                    loan_status=LoanStatus(principal_arrears=Money(1, "EUR"), interest_arrears=Money(1, "CAD"))
                )
            ),
            {"crs_add.loan_status.principal_arrears", "crs_add.loan_status.interest_arrears"},
        ),
        (Project(locations=Location(point=Point(None, 1))), {"locations[0].point.longitude"}),
    ],
    ids=["edge", "kind", "loans", "point"],
)
def test_of_several_fields_that_which_is_lost_is_named(project: Project, paths: set[str]) -> None:
    """Those that are stated, where several go into one attribute or text."""
    assert {f"[0].{path}" for path in paths} <= {issue.path for issue in write_iati(project).report}


def test_words_that_are_a_number_for_every_reader_are_named() -> None:
    """They come back as that number."""
    report = write_iati(measured(Indicator(periods=Period(targets=Target(stated="4"))))).report

    assert ["[0].chain[0].indicators[0].periods[0].targets[0].stated"] == [issue.path for issue in report]


def test_an_object_in_two_places_is_named_in_both() -> None:
    """Objects are values, and may stand in several places."""
    shared = Participant("a", extras={"org:a": 1})
    report = write_iati([Project(participants=[shared, shared]), Project(participants=shared)]).report

    assert ["[0].participants[0].extras", "[0].participants[1].extras", "[1].participants[0].extras"] == [
        issue.path for issue in report
    ]


def test_issues_name_their_project_in_order() -> None:
    """By its position among all that were written, and they are told as it is written."""
    told: list[tuple[Issue, int]] = []
    file = io.BytesIO()
    given = [Project(fund_year=1), Project(), Project(fund_year=2)]
    report = write_iati(
        given, file, on_issue=lambda issue: told.append((issue, file.getvalue().count(b"iati-activity")))
    )

    assert ["[0].fund_year", "[2].fund_year"] == [issue.path for issue in report]
    assert [*report] == [issue for issue, _ in told]
    assert [1, 3] == [count for _, count in told]


# ------------------------------------------------------------------ characters


@pytest.mark.parametrize("letter", ["\x00", "\x08", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_characters_that_xml_has_no_form_for(letter: str) -> None:
    """They are named by path, and a mark stands for them, so that the file can be read."""
    project = Project(
        title=Text([("en", f"a{letter}b")]),
        participants=Participant(ref=f"c{letter}"),
        documents=Document(languages=[f"d{letter}"]),
    )
    written = write_iati(project)
    read = read_iati(written.data).one()

    assert ["[0].title", "[0].participants[0].ref", "[0].documents[0].languages"] == [
        issue.path for issue in written.report
    ]
    assert {("iati.control-character", Severity.ERROR)} == {(each.code, each.severity) for each in written.report}
    assert (
        f"holds characters that XML has no form for; U+FFFD stands for them: {f'a{letter}b'!r}"
        == written.report.issues[0].message
    )
    assert (Text([("en", "a\ufffdb")]), "c\ufffd") == (read.title, read.participants[0].ref)


@pytest.mark.parametrize(
    "raw",
    [
        Raw(at="", name="@a", xml="b\x01"),
        Raw(at="", name="@{urn:x}a", xml="b\x01"),
        Raw(at="", name="#text", xml="b\x01"),
    ],
    ids=lambda raw: raw.name,
)
def test_characters_in_raw_content_are_named(raw: Raw) -> None:
    """As all others."""
    written = write_iati(Project(extras=Extras(raw=raw)))

    assert ["[0].extras"] == [issue.path for issue in written.report]
    assert b"\x01" not in written.data


@pytest.mark.parametrize("words", ["a\tb\nc", "a\r\nb\rc", "é\u2028\x85\ufeff\x7f👩", "<b>&amp;</b>]]>", "a \"b\" 'c'"])
def test_all_other_characters_come_back(words: str) -> None:
    """Line ends too, in texts and in attributes."""
    project = Project(title=words, participants=Participant(ref=words), identifier=words)
    written = write_iati(project)

    assert (Report(), project) == (written.report, read_iati(written.data).one())


def test_what_is_written_is_utf_8() -> None:
    """Letters as they are, no character references."""
    assert "<narrative>é移👩</narrative>".encode() in write_iati(Project(title="é移👩")).data


def test_every_class_can_be_written_twice() -> None:
    """Writing changes nothing."""
    project = measured(Indicator(title="a", baselines=Baseline(1, date="2020")))

    assert write_iati(project) == write_iati(project)
    assert isinstance(project.chain[0], Element)


# ------------------------------------------------------------------ the header


@pytest.mark.parametrize(("header", "mend"), [("2.03", ""), (Loaded(()), "; pass its header"), ({}, "")])
def test_what_is_no_header(header: Any, mend: str) -> None:
    """It is refused; of what a reader gives, the header is meant."""
    with pytest.raises(InvalidValue) as caught:
        write_iati([], header=header)

    assert f"write_iati.header: must be a Header, got {header!r}{mend}" == str(caught.value)


def test_two_prefixes_of_one_namespace() -> None:
    """Both are declared again."""
    xml = b'<iati-activities version="2.03" xmlns:a="urn:u" xmlns:b="urn:u" a:c="1"></iati-activities>'
    read = read_iati(xml)
    again = read_iati(write_iati([], header=read.header).data)

    assert read.header == again.header
    assert read.header is not None
    assert (("a", "urn:u"), ("b", "urn:u")) == read.header.namespaces


def test_a_time_that_was_changed_is_written() -> None:
    """The spelling that was kept is that of another time then."""
    xml = b'<iati-activities version="2.03" generated-datetime="2020-01-01T00:00:00.1234567Z"></iati-activities>'
    header = read_iati(xml).header
    assert header is not None
    later = attrs.evolve(header, generated=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))

    assert b'generated-datetime="2020-01-01T00:00:00.1234567Z"' in write_iati([], header=header).data
    assert b'generated-datetime="2025-01-01T00:00:00Z"' in write_iati([], header=later).data


def test_characters_in_the_words_of_a_header_are_named() -> None:
    """As everywhere else."""
    written = write_iati([], header=Header(format="IATI", words="a\0b"))

    assert ["iati.control-character"] == [issue.code for issue in written.report]
    assert "a\ufffdb" in written.data.decode()
