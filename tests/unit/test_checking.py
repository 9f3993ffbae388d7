"""Reading and judging in one stream."""

import datetime as dt
import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aidmodel import InvalidValue, Issue, Project, ProjectDate, Report, Severity, check, read_iati
from aidmodel.checking import check_iati, in_order, iter_check_iati

FILE = b"""<?xml version="1.0"?>
<iati-activities version="2.03">
  <iati-activity default-currency="CAD">
    <iati-identifier>CA-3-1</iati-identifier>
    <activity-date type="2" iso-date="2024-06-01"/>
    <budget>
      <period-start iso-date="2020-01-01"/><period-end iso-date="2021-01-01"/>
      <value value-date="2020-01-01">4 000</value>
    </budget>
    <transaction><transaction-date iso-date="soon"/></transaction>
  </iati-activity>
  <iati-activity>
    <iati-identifier>CA-3-1</iati-identifier>
    <activity-date type="2" iso-date="2024-05-31"/>
  </iati-activity>
</iati-activities>
"""
LOCATED = [
    ((4, 5), "[0].identifier", "identity.foreign-prefix"),
    ((5, 5), "[0].dates[0]", "dates.actual-in-future"),
    ((7, 7), "[0].budgets[0].span", "span.budget-over-one-year"),
    ((8, 7), "[0].budgets[0].value", "iati.not-a-number"),
    ((10, 18), "[0].transactions[0].date", "iati.not-a-date"),
    ((10, 5), "[0].transactions[0].value", "budgets.no-money"),
    ((13, 5), "[1].identifier", "identity.foreign-prefix"),
    ((13, 5), "[1].identifier", "identity.repeated"),
]
"""Lines and columns of FILE, counted by hand."""
CHOSEN = ["dates", "span", "budgets", "identity.foreign-prefix", "identity.repeated"]


def said(issues: Any) -> list[tuple[tuple[int, int] | None, str, str]]:
    """Give where each issue stands, in the file and in the projects, and its code."""
    return [(issue.where, issue.path, issue.code) for issue in issues]


def test_what_is_read_and_what_is_judged_are_one_report() -> None:
    """In the order of the document, each with its line; at one place what the reader found comes first."""
    assert LOCATED == said(check_iati(FILE, as_of="2024-05-31", rules=CHOSEN))


def sources(folder: Path) -> Iterator[Any]:
    """Give the file as all the sources that it may be."""
    plain, packed = folder / "a.xml", folder / "a.xml.gz"
    plain.write_bytes(FILE)
    packed.write_bytes(gzip.compress(FILE))
    yield from (FILE, bytearray(FILE), memoryview(FILE), plain, str(plain), packed, gzip.compress(FILE))


def test_every_source_that_stays_gives_lines(tmp_path: Path) -> None:
    """Bytes and paths, packed or not; an open file is read once, so that its issues have no line."""
    expected = said(check_iati(FILE, as_of="2024-05-31"))
    for source in sources(tmp_path):
        assert expected == said(check_iati(source, as_of="2024-05-31"))
    once = check_iati(io.BytesIO(FILE), as_of="2024-05-31")

    assert [(None, *rest) for _, *rest in expected] == said(once)


def test_it_is_what_reading_and_judging_say() -> None:
    """The issues are those of read_iati() and of check(): more there are not, and none is left out that is not told."""
    loaded = read_iati(FILE)
    judged = check(loaded.value, as_of="2024-05-31")
    told = [issue for issue in judged if (issue.path, issue.code) != ("[0].budgets[0].value", "budgets.no-money")]
    apart = [*loaded.report, *told]
    together = check_iati(FILE, as_of=dt.date(2024, 5, 31))

    assert sorted((issue.path, issue.code, issue.message) for issue in apart) == sorted(
        (issue.path, issue.code, issue.message) for issue in together
    )


ONE_FAULT = {
    """<budget><period-start iso-date="2021-01-01"/><period-end iso-date="2020-01-01"/><value value-date="2020-01-01"
        currency="CAD">4</value></budget>""": [("budgets[0].span", "span.reversed")],
    """<result type="1"><indicator measure="1"><period><period-start iso-date="2021-01-01"/>
        <period-end iso-date="2020-01-01"/></period></indicator></result>""": [
        ("chain[0].indicators[0].periods[0].span", "periods.reversed")
    ],
    '<activity-status code=""/>': [("status", "code-lists.unknown")],
    '<activity-date type="9" iso-date="2020-01-01"/>': [("dates[0].kind", "code-lists.unknown")],
    '<result type="7"/>': [("chain[0]", "code-lists.unknown")],
    '<transaction><value value-date="2020-01-01">4</value></transaction>': [
        ("default_currency", "money.no-currency"),
        ("transactions[0].value", "iati.no-currency"),
    ],
    '<transaction><value currency="cad" value-date="2020-01-01">4</value></transaction>': [
        ("transactions[0].value", "code-lists.unknown")
    ],
    '<transaction><value currency="CAD" value-date="2020-01-01"/></transaction>': [
        ("transactions[0].value", "iati.no-amount")
    ],
}
"""What a reader and a rule both find, and how it is told: once. That no currency is stated is also told of the whole."""


@pytest.mark.parametrize("inner", ONE_FAULT)
def test_a_fault_is_told_once(inner: str) -> None:
    """Of what both say of one place the one is told that says more: the standard's id, or what is wrong there."""
    xml = f'<iati-activities version="2.03"><iati-activity>{inner}</iati-activity></iati-activities>'
    rules = ["code-lists", "span", "money", "budgets.no-money", "periods.reversed"]
    issues = check_iati(xml.encode(), as_of="2024-05-31", rules=rules)

    assert [(f"[0].{path}", code) for path, code in ONE_FAULT[inner]] == [(issue.path, issue.code) for issue in issues]


def test_what_no_rule_was_asked_is_told_by_the_reader() -> None:
    """Nothing is left out because a rule would have said it."""
    xml = b'<iati-activities version="2.03"><iati-activity><activity-status code=""/></iati-activity></iati-activities>'

    assert ["iati.blank"] == [issue.code for issue in check_iati(xml, as_of="2024-05-31", rules="dates.reversed")]


READ = ["iati.not-a-number", "iati.not-a-date"]
"""What the reader finds in FILE."""


@pytest.mark.parametrize(
    ("rules", "without", "codes"),
    [
        ("reading", (), READ),
        ("iati.not-a-date", (), ["iati.not-a-date"]),
        (["dates", "iati.not-a-date"], (), ["dates.actual-in-future", "iati.not-a-date"]),
        ("reading", "iati.not-a-date", ["iati.not-a-number"]),
        ([], (), READ),
        ([], "iati.not-a-date", ["iati.not-a-number"]),
        ([], ["iati.zone", "iati.not-a-number"], ["iati.not-a-date"]),
        ("dates", "reading", ["dates.actual-in-future"]),
        ("dates", [], ["dates.actual-in-future", *READ]),
        ("iati.zone", (), []),
        (["budgets.no-money"], "iati.not-a-number", ["budgets.no-money", "iati.not-a-date", "budgets.no-money"]),
    ],
)
def test_what_is_read_is_chosen_as_rules_are(rules: Any, without: Any, codes: list[str]) -> None:
    """By code, or all of it; where no code of reading is named, all is told that is not left out.

    What the reader leaves untold is told by the rule that it would have said better.
    """
    report = check_iati(FILE, as_of="2024-05-31", rules=rules, without=without)

    assert codes == [issue.code for issue in report]
    assert report.issues == tuple(iter_check_iati(FILE, as_of="2024-05-31", rules=rules, without=without))


def test_everything_but_what_was_read() -> None:
    """Without words for rules, "reading" leaves just the rules."""
    report = check_iati(FILE, as_of="2024-05-31", without="reading")

    assert check(read_iati(FILE).value, as_of="2024-05-31").by_code().keys() == report.by_code().keys()


@pytest.mark.parametrize("given", [{"without": "reading"}, {"rules": "iati.zone"}, {"rules": "iati.unreadable"}])
def test_that_a_file_was_not_judged_to_its_end_is_always_told(given: Any) -> None:
    """An empty report would say that all is well; it cannot be left out by name either."""
    with pytest.raises(InvalidValue) as caught:
        check_iati(b"", as_of="2024-05-31", without=["reading", "iati.unreadable"])
    problem = "cannot be left out: nothing else says that a file was not judged to its end"

    assert ["iati.unreadable"] == [issue.code for issue in check_iati(b"", as_of="2024-05-31", **given)]
    assert InvalidValue("iati.unreadable", problem, "", "without", "check_iati") == caught.value


def test_a_code_of_reading_that_is_none_is_refused() -> None:
    """What looks like it is named."""
    with pytest.raises(InvalidValue) as caught:
        check_iati(FILE, as_of="2024-05-31", without="iati.upgrade")
    problem = "chooses no rule: it is no code, family or id of one, nor a code of reading"

    assert (
        InvalidValue(
            "iati.upgrade",
            problem,
            "did you mean 'iati.upgraded' or 'iati.unreadable'?",
            "without",
            "check_iati",
        )
        == caught.value
    )


def test_issues_name_their_project() -> None:
    """Those of rules and of reading; those of the file name none, nor those of a project without an identifier."""
    file = FILE.replace(b' version="2.03"', b"").replace(b"</iati-activities>", b"<iati-activity/></iati-activities>")
    projects = {issue.path[:3]: issue.project for issue in check_iati(file, as_of="2024-05-31")}
    reading = check_iati(FILE, as_of="2024-05-31", rules="reading")

    assert {"": None, "[0]": "CA-3-1", "[1]": "CA-3-1", "[2]": None} == projects
    assert {"CA-3-1"} == {issue.project for issue in reading}


def test_a_project_that_moved_is_the_same() -> None:
    """Its issues are those of last month, wherever it stands in the file."""
    begin, end = FILE.index(b"  <iati-activity "), FILE.index(b"</iati-activities>")
    first = FILE[begin:end].replace(b"<iati-identifier>CA-3-1", b"<iati-identifier>CA-3-2", 1)
    new = b"<iati-activity><iati-identifier>CA-3-9</iati-identifier></iati-activity>"
    older = check_iati(FILE[:begin] + first + FILE[end:], as_of="2024-05-31")
    later = check_iati(FILE[:begin] + new + first + FILE[end:], as_of="2024-05-31")
    change = later.compared_with(Report.from_json(older.to_json()))

    assert {"CA-3-9"} == {issue.project for issue in change.new}
    assert (Report(), len(older)) == (change.fixed, len(change.same))


def from_page(code: str, path: str) -> Issue:
    """Give what the reader of a page found in its first project."""
    return Issue(code=code, severity="warning", message="as the page has it", path=path)


@pytest.mark.parametrize(
    ("project", "read", "told"),
    [
        (
            Project(dates={"actual": "2024-01-01/2024-12-31"}, stated_duration="5 years"),
            from_page("page.duration-disagrees", "stated_duration"),
            "page.duration-disagrees",
        ),
        (
            Project(
                dates=[
                    ProjectDate("2024-01-01", kind="actual", edge="start"),
                    ProjectDate("2023-01-01", kind="actual", edge="end"),
                ]
            ),
            from_page("page.dates-reversed", "dates"),
            "dates.reversed",
        ),
        (
            Project(
                dates=[
                    ProjectDate("2024-01-01", kind="actual", edge="start"),
                    ProjectDate("2023-01-01", kind="planned", edge="end"),
                ]
            ),
            from_page("page.dates-reversed", "dates"),
            "dates.planned-and-actual-apart",
        ),
        (Project(scope="national", countries=["MZ", "NP"]), from_page("page.scope", "scope"), "page.scope"),
    ],
)
def test_a_fault_of_a_page_is_told_once(project: Project, read: Issue, told: str) -> None:
    """By the one that says more: the standard's rule and the very date, or what the page has."""
    rules = ["dates.duration-disagrees", "dates.reversed", "dates.planned-and-actual-apart", "scope"]
    found = check(project, as_of="2024-05-31", rules=rules)

    assert 1 == len(found)
    assert [told] == [issue.code for issue in in_order(project, "", [read], [*found])]
    assert [read] == [*in_order(project, "", [read], [])]


def test_issues_are_given_one_by_one() -> None:
    """The same, as the file is read."""
    assert [*check_iati(FILE, as_of="2024-05-31")] == [*iter_check_iati(FILE, as_of="2024-05-31")]


def test_no_more_is_read_than_is_asked_for() -> None:
    """Each project is judged when its issues are asked for, and a file that breaks later gives them first."""
    many = FILE.replace(b"</iati-activities>", b"<iati-activity/>" * 100_000)
    source = io.BytesIO(many)
    issues = iter_check_iati(source, as_of="2024-05-31", rules="dates")

    assert 0 == source.tell()
    assert "[0].dates[0]" == next(issues).path
    assert source.tell() < len(many)


def unreadable(message: str, where: tuple[int, int] | None) -> Issue:
    """Give the issue of a file that cannot be read."""
    return Issue(code="iati.unreadable", severity=Severity.ERROR, message=message, where=where)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"", unreadable("is empty", None)),
        (b"%PDF-1.7", unreadable("is a PDF, and no XML", None)),
        (
            b"<iati-organisations/>",
            unreadable("is an IATI organisation file, and this library reads activity files", (1, 1)),
        ),
        (
            b"<?xml version='1.0' encoding='klingon'?><iati-activities/>",
            unreadable("says that its encoding is 'klingon', which cannot be read: save it as UTF-8", (1, 1)),
        ),
        (
            b"<!DOCTYPE a [<!ENTITY b 'c'>]><iati-activities/>",
            unreadable(
                "has a document type declaration (<!DOCTYPE \u2026>), which IATI has not and may be an attack: delete it",
                (1, 1),
            ),
        ),
    ],
    ids=["empty", "pdf", "organisations", "encoding", "entities"],
)
def test_what_is_no_activity_file_is_one_issue(source: bytes, expected: Issue) -> None:
    """With its place, where there is one, and no exception."""
    assert Report(expected) == check_iati(source, as_of="2024-05-31")


@pytest.mark.parametrize(
    ("rest", "message", "where"),
    [
        (b"  <iati-activity>", "ends before its root element does: it was cut off; fetch it again", (12, 18)),
        (b"<iati-activity>\n<title>&nbsp;", "&nbsp; is not defined in XML: write &#160;", (13, 8)),
        (
            b"<iati-activity><title>\xe9</title>",
            "is not UTF-8 here (byte 0xe9): save it as UTF-8, or let <?xml \u2026 encoding=\u2026?> name the encoding it is in",
            (12, 23),
        ),
        (
            b"<iati-activity>" + b"<a>" * 501,
            "has more than 500 elements inside one another, after 1 elements that were read: no activity is like that",
            None,
        ),
        (
            b"<iati-activity ref='" + b"x" * (17 << 20),
            "has a value longer than 16 MiB, after 1 elements that were read: no activity is like that",
            None,
        ),
    ],
    ids=["cut", "entity", "encoding", "deep", "long"],
)
def test_what_stands_before_a_break_is_judged(rest: bytes, message: str, where: tuple[int, int] | None) -> None:
    """The projects that were whole are, and one issue says what broke."""
    whole = FILE[
        : FILE.index(
            b'  <iati-activity>\n    <iati-identifier>CA-3-1</iati-identifier>\n    <activity-date type="2" iso-date="2024-05-31'
        )
    ]
    report = check_iati(whole + rest, as_of="2024-05-31", rules=CHOSEN)

    assert LOCATED[:-2] == said(report)[:-1]
    assert unreadable(message, where) == report.issues[-1]


def test_an_unknown_version_is_one_issue() -> None:
    """The file is read as the nearest, and judged."""
    report = check_iati(FILE.replace(b"2.03", b"3.7"), as_of="2024-05-31", rules=CHOSEN)

    assert [(None, "", "iati.unknown-version"), *LOCATED] == said(report)


def test_what_stands_beside_projects_comes_where_it_is_found() -> None:
    """Issues of the file as a whole stand before those of the project that follows, or at the end."""
    file = b"<iati-activities><wrong/><iati-activity/><iati-activity/>words</iati-activities>"
    report = check_iati(file, as_of="2024-05-31", rules="identity.no-title")
    expected = [
        (None, "", "iati.no-version"),
        ((1, 18), "", "iati.unknown-element"),
        ((1, 26), "[0].title", "identity.no-title"),
        ((1, 42), "[1].title", "identity.no-title"),
        (None, "", "iati.stray-text"),
    ]

    assert expected == said(report)


@pytest.mark.parametrize("function", [check_iati, iter_check_iati])
@pytest.mark.parametrize(
    ("given", "error"),
    [
        (
            {"as_of": "2024"},
            ("2024", "must be a day", "a year holds several: write the one that is meant, as in 2024-01-01", "as_of"),
        ),
        (
            {"as_of": "2024-05-31", "rules": "?"},
            (
                "?",
                "chooses no rule: it is no code, family or id of one, nor a code of reading",
                'write a code ("dates.reversed"), a family ("dates"), an id of the standard ("7.5.3") or "iati"',
                "rules",
            ),
        ),
    ],
)
def test_what_is_not_understood_is_refused_at_once(
    function: Any, given: dict[str, Any], error: tuple[str, ...]
) -> None:
    """Before the file is opened."""
    with pytest.raises(InvalidValue) as caught:
        function("no such file.xml", **given)
    value, problem, mend, path = error

    assert InvalidValue(value, problem, mend, path, function.__name__) == caught.value


def test_a_source_that_is_none_or_is_not_there() -> None:
    """They are raised, as by read_iati(): nobody has a file to mend."""
    with pytest.raises(InvalidValue, match="is XML, and the path of a file is wanted"):
        check_iati("<iati-activities/>", as_of="2024-05-31")
    with pytest.raises(FileNotFoundError):
        check_iati("no such file.xml", as_of="2024-05-31")
    with pytest.raises(FileNotFoundError):
        next(iter_check_iati("no such file.xml", as_of="2024-05-31"))


def test_a_version_that_there_is_not() -> None:
    """It is read all the same; to the standard's Validator it is an error of the file (check 9.1.1)."""
    file = b'<iati-activities version="2.09"><iati-activity/></iati-activities>'
    issue = next(issue for issue in check_iati(file, as_of="2024-05-31") if issue.code == "iati.unknown-version")

    assert (Severity.ERROR, "9.1.1", "") == (issue.severity, issue.rule, issue.path)
