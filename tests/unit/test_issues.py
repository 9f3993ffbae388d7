"""Issues, reports, and what readers hand over."""

import copy
import json
import pickle
from typing import Any

import attrs
import pytest

from aidmodel import CheckFailed, Header, InvalidValue, Issue, Loaded, Project, Report, Severity
from aidmodel.issues import ReportChange

INFO = Issue(code="a.info", severity=Severity.INFO, message="worth knowing", path="title")
WARNING = Issue(code="a.warning", severity=Severity.WARNING, message="likely wrong", path="budgets[2]", rule="7.5.3")
ERROR = Issue(code="a.error", severity=Severity.ERROR, message="wrong", where=(3, 7))
REPORT = Report([WARNING, INFO, ERROR, WARNING])


def test_severities_are_ordered_by_weight() -> None:
    """They compare, and read as words."""
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert ["info", "warning", "error"] == [str(severity) for severity in Severity]


@pytest.mark.parametrize(
    ("issue", "text"),
    [
        (INFO, "info     title  worth knowing  [a.info]"),
        (WARNING, "warning  budgets[2]  likely wrong  [a.warning, rule 7.5.3]"),
        (ERROR, "error    line 3, column 7: (whole)  wrong  [a.error]"),
    ],
)
def test_an_issue_is_a_line(issue: Issue, text: str) -> None:
    """How bad, where, what, and by which rule."""
    assert text == str(issue)


def test_an_issue_seen_from_further_out() -> None:
    """Only its path changes."""
    assert attrs.evolve(WARNING, path="projects[1].budgets[2]") == WARNING.under("projects[1]")
    assert "projects[1]" == ERROR.under("projects[1]").path


def test_a_report_holds_issues_in_their_order() -> None:
    """It is read like a tuple of them."""
    assert (WARNING, INFO, ERROR, WARNING) == REPORT.issues == tuple(REPORT)
    assert 4 == len(REPORT)
    assert (ERROR,) == REPORT.errors
    assert (WARNING, WARNING) == REPORT.warnings
    assert (INFO,) == REPORT.infos
    assert Report((INFO,)) == Report(INFO) == Report(iter([INFO]))


@pytest.mark.parametrize(
    ("report", "below_info", "below_warning", "below_error"),
    [
        (Report(), True, True, True),
        (Report(INFO), False, True, True),
        (Report(WARNING), False, False, True),
        (REPORT, False, False, False),
    ],
)
def test_whether_it_is_ok(report: Report, below_info: bool, below_warning: bool, below_error: bool) -> None:
    """It is, as long as every issue weighs less than what one asks for; errors, if one does not say."""
    assert below_info is report.ok(below=Severity.INFO)
    assert below_warning is report.ok(below=Severity.WARNING)
    assert below_error is report.ok(below=Severity.ERROR) is report.ok()


def test_a_report_is_no_yes_or_no() -> None:
    """Its truth would be guessed wrong."""
    with pytest.raises(TypeError) as caught:
        bool(REPORT)

    assert "a Report is neither true nor false: ask report.ok(), len(report) or iterate it" == str(caught.value)


@pytest.mark.parametrize(
    ("word", "severity"), [("info", INFO), ("warning", WARNING), ("error", ERROR), ("ERROR", ERROR)]
)
def test_a_word_stands_for_its_severity(word: str, severity: Issue) -> None:
    """Wherever a severity is taken."""
    written: Any = word
    with pytest.raises(CheckFailed) as caught:
        Report(severity).raise_if(word)

    assert severity.severity is attrs.evolve(INFO, severity=written).severity
    assert Report(severity) == caught.value.report
    assert (False, True) == (Report(severity).ok(below=word), Report().ok(below=word))


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        ("warn", "did you mean 'warning'?"),
        ("errors", "did you mean 'error'?"),
        ("bad", "one of info, warning, error"),
        (3, "one of info, warning, error"),
        (None, "one of info, warning, error"),
    ],
)
def test_what_is_no_severity(given: Any, mend: str) -> None:
    """It is refused with the likely mend, wherever a severity is taken."""
    for path, owner, take in (
        ("severity", "Issue", lambda: attrs.evolve(INFO, severity=given)),
        ("below", "ok", lambda: Report().ok(below=given)),
        ("severity", "raise_if", lambda: Report().raise_if(given)),
    ):
        with pytest.raises(InvalidValue) as caught:
            take()

        assert InvalidValue(given, "must be a Severity, or the word of one", mend, path, owner) == caught.value


def test_raise_if_there_is_one_so_bad() -> None:
    """The error holds the issues that weigh enough, and no others."""
    with pytest.raises(CheckFailed) as caught:
        REPORT.raise_if()
    assert CheckFailed(Report(ERROR)) == caught.value
    with pytest.raises(CheckFailed) as caught:
        REPORT.raise_if(Severity.WARNING)
    assert CheckFailed(Report([WARNING, ERROR, WARNING])) == caught.value
    Report([INFO, WARNING]).raise_if()
    Report().raise_if(Severity.INFO)


@pytest.mark.parametrize(
    ("report", "text", "shown"),
    [
        (Report(), "no issues", "<Report: no issues>"),
        (
            REPORT,
            f"1 error, 2 warnings, 1 info\n  {WARNING}\n  {INFO}\n  {ERROR}\n  {WARNING}",
            "<Report: 1 error, 2 warnings, 1 info>",
        ),
        (Report([INFO, INFO]), f"2 info\n  {INFO}\n  {INFO}", "<Report: 2 info>"),
    ],
)
def test_a_report_in_words(report: Report, text: str, shown: str) -> None:
    """Counts first, the worst first; then the issues in their order."""
    assert text == str(report)
    assert shown == repr(report)


def test_a_report_takes_issues_only() -> None:
    """What is none is named with its position."""
    given: Any = [INFO, "wrong"]
    with pytest.raises(InvalidValue) as caught:
        Report(given)

    assert InvalidValue("wrong", "must be an Issue or several of them", "", "issues[1]", "Report") == caught.value


def test_issues_by_code_and_by_path() -> None:
    """Each group is a report in the order of the whole, groups in the order in which they begin."""
    codes, places = REPORT.by_code(), REPORT.by_path()

    assert ["a.warning", "a.info", "a.error"] == list(codes)
    assert Report([WARNING, WARNING]) == codes["a.warning"]
    assert ["budgets[2]", "title", ""] == list(places)
    assert Report(ERROR) == places[""]
    assert {} == Report().by_code() == Report().by_path()


def test_a_report_as_json() -> None:
    """A form that other programs read: counts, and each issue with every key."""
    warning = {
        "code": "a.warning",
        "severity": "warning",
        "message": "likely wrong",
        "path": "budgets[2]",
        "rule": "7.5.3",
        "project": None,
        "line": None,
        "column": None,
    }
    expected = {
        "aidmodel-report": 1,
        "errors": 1,
        "warnings": 2,
        "infos": 1,
        "issues": [
            warning,
            {
                "code": "a.info",
                "severity": "info",
                "message": "worth knowing",
                "path": "title",
                "rule": None,
                "project": None,
                "line": None,
                "column": None,
            },
            {
                "code": "a.error",
                "severity": "error",
                "message": "wrong",
                "path": "",
                "rule": None,
                "project": None,
                "line": 3,
                "column": 7,
            },
            warning,
        ],
    }
    text = REPORT.to_json()

    assert expected == json.loads(text)
    assert text.endswith("}\n")
    assert "é" in Report(attrs.evolve(INFO, message="Bogotá, été")).to_json()


PLACED = attrs.evolve(WARNING, path="[3].budgets[2]", project="XM-1-2", where=(3, 7))


def test_an_issue_names_its_project() -> None:
    """In all its forms but the line, which its path is enough for."""
    shown = (
        "Issue(code='a.warning', severity=<Severity.WARNING: 2>, message='likely wrong', path='[3].budgets[2]', "
        "rule='7.5.3', project='XM-1-2', where=(3, 7))"
    )

    assert "warning  line 3, column 7: [3].budgets[2]  likely wrong  [a.warning, rule 7.5.3]" == str(PLACED)
    assert shown == repr(PLACED)
    assert "XM-1-2" == PLACED.to_dict()["project"]
    assert attrs.evolve(PLACED, project=None) != PLACED


def test_a_report_that_was_written_is_read() -> None:
    """As it was; one without a key that came later, and with keys that are yet to come, is read as well."""
    report = Report([PLACED, *REPORT])
    form = json.loads(report.to_json())
    for issue in form["issues"]:
        del issue["project"]
        issue["later"] = form["later"] = 1

    assert report == Report.from_json(report.to_json())
    assert Report([attrs.evolve(PLACED, project=None), *REPORT]) == Report.from_json(json.dumps(form))


MEND = "give what Report.to_json() wrote; the command line writes another form"
WRITTEN = json.loads(Report(ERROR).to_json())


def with_issue(**values: object) -> dict[str, Any]:
    """Give a report of one issue, written with other values."""
    return {**WRITTEN, "issues": [{**WRITTEN["issues"][0], **values}]}


@pytest.mark.parametrize(
    ("form", "value", "problem", "mend", "path"),
    [
        ([], "[]", "is no report", MEND, ""),
        ({"format": "a"}, '{"format": "a"}', "is no report", MEND, ""),
        (
            {**WRITTEN, "aidmodel-report": 2},
            2,
            "is no version of the form that is known",
            "read it with a later aidmodel",
            "aidmodel-report",
        ),
        (
            {**WRITTEN, "aidmodel-report": True},
            True,
            "is no version of the form that is known",
            "read it with a later aidmodel",
            "aidmodel-report",
        ),
        ({"aidmodel-report": 1}, {"aidmodel-report": 1}, "has no 'issues'", MEND, ""),
        ({**WRITTEN, "issues": {}}, {}, "must be a list", MEND, "issues"),
        ({**WRITTEN, "issues": [3]}, 3, "must be an object", MEND, "issues[0]"),
        ({**WRITTEN, "issues": [{"line": 1}]}, {"line": 1}, "has no 'column'", MEND, "issues[0]"),
        (
            {**WRITTEN, "errors": 2},
            2,
            "is not how many are listed, 1",
            "take the report as it was written",
            "errors",
        ),
        (
            with_issue(severity="warn"),
            "warn",
            "must be a Severity, or the word of one",
            "did you mean 'warning'?",
            "issues[0].severity",
        ),
        (with_issue(message=1), 1, "must be a str", "", "issues[0].message"),
        (
            with_issue(line=None),
            (None, 7),
            "must be a line and a column, whole numbers from 1",
            "write (3, 7)",
            "issues[0].where",
        ),
    ],
)
def test_what_is_no_written_report(form: object, value: object, problem: str, mend: str, path: str) -> None:
    """It is refused, with its place."""
    with pytest.raises(InvalidValue) as caught:
        Report.from_json(json.dumps(form))

    assert InvalidValue(value, problem, mend, path, "Report.from_json") == caught.value


@pytest.mark.parametrize("text", ["", "no issues", "[" * 100_000, "[" + "9" * 5_000 + "]"])
def test_what_is_no_json(text: str) -> None:
    """It is refused, whatever the parser says of it."""
    with pytest.raises(InvalidValue) as caught:
        Report.from_json(text)

    assert InvalidValue(text, "is no JSON", MEND, "", "Report.from_json") == caught.value


def test_what_a_report_is_not_read_from() -> None:
    """A key that stands twice, and what is no text."""
    given: Any = b"{}"
    with pytest.raises(InvalidValue) as twice:
        Report.from_json('{"issues": [], "issues": []}')
    with pytest.raises(InvalidValue) as no_text:
        Report.from_json(given)

    assert InvalidValue("issues", "stands twice in one object", MEND, "", "Report.from_json") == twice.value
    assert InvalidValue(given, "must be a str", "", "", "Report.from_json") == no_text.value


def moved(issue: Issue) -> Issue:
    """Give an issue as it may be said another time, on another line."""
    return attrs.evolve(issue, message="said otherwise", where=(99, 1))


@pytest.mark.parametrize(
    ("later", "older", "expected"),
    [
        (Report(), Report(), ReportChange()),
        (REPORT, Report(), ReportChange(new=REPORT)),
        (Report(), REPORT, ReportChange(fixed=REPORT)),
        (REPORT, Report(map(moved, REPORT)), ReportChange(same=REPORT)),
        (REPORT, Report([WARNING, ERROR]), ReportChange(new=Report([INFO, WARNING]), same=Report([WARNING, ERROR]))),
        (
            Report([WARNING, INFO]),
            REPORT,
            ReportChange(fixed=Report([ERROR, WARNING]), same=Report([WARNING, INFO])),
        ),
        (
            Report(attrs.evolve(WARNING, rule=None)),
            Report(WARNING),
            ReportChange(new=Report(attrs.evolve(WARNING, rule=None)), fixed=Report(WARNING)),
        ),
        (
            Report(WARNING.under("[0]")),
            Report(WARNING),
            ReportChange(new=Report(WARNING.under("[0]")), fixed=Report(WARNING)),
        ),
        (
            Report([attrs.evolve(PLACED, path="[0].budgets[2]", where=None)] * 2),
            Report(PLACED),
            ReportChange(
                new=Report(attrs.evolve(PLACED, path="[0].budgets[2]", where=None)),
                same=Report(attrs.evolve(PLACED, path="[0].budgets[2]", where=None)),
            ),
        ),
        (
            Report(attrs.evolve(PLACED, path="[3].budgets[1]")),
            Report(PLACED),
            ReportChange(new=Report(attrs.evolve(PLACED, path="[3].budgets[1]")), fixed=Report(PLACED)),
        ),
        (
            Report(attrs.evolve(PLACED, project="XM-1-3")),
            Report(PLACED),
            ReportChange(new=Report(attrs.evolve(PLACED, project="XM-1-3")), fixed=Report(PLACED)),
        ),
        (
            Report(attrs.evolve(PLACED, path="budgets[2]")),
            Report(PLACED),
            ReportChange(same=Report(attrs.evolve(PLACED, path="budgets[2]"))),
        ),
        (
            Report(attrs.evolve(PLACED, path="[10]")),
            Report(attrs.evolve(PLACED, path="[2]")),
            ReportChange(same=Report(attrs.evolve(PLACED, path="[10]"))),
        ),
    ],
)
def test_two_reports_compared(later: Report, older: Report, expected: ReportChange) -> None:
    """What is new, what is fixed and what is the same, by code, rule, project and the path inside it, one for one."""
    assert expected == later.compared_with(older)


def test_a_change_in_words() -> None:
    """Counts, then what came and what went."""
    change = Report([WARNING, INFO]).compared_with(Report([INFO, ERROR]))

    assert f"1 new, 1 fixed, 1 the same\n  + {WARNING}\n  - {ERROR}" == str(change)
    assert "0 new, 0 fixed, 0 the same" == str(ReportChange())


def test_a_change_is_no_yes_or_no() -> None:
    """Its truth would be guessed wrong, as a report's would."""
    with pytest.raises(TypeError) as caught:
        bool(ReportChange())

    assert "a ReportChange is neither true nor false: ask change.new.ok(), len(change.new) or len(change.fixed)" == str(
        caught.value
    )


def test_what_is_no_report_is_not_compared() -> None:
    """It is refused with its name."""
    given: Any = [INFO]
    with pytest.raises(InvalidValue) as caught:
        REPORT.compared_with(given)

    assert InvalidValue(given, "must be a Report", "", "older", "compared_with") == caught.value


def test_one_of_what_was_read() -> None:
    """A source of one project gives that; another number is an error that says so, built of what was found."""
    assert Project() == Loaded((Project(),)).one()
    for count in (0, 2):
        with pytest.raises(InvalidValue) as caught:
            Loaded((Project(),) * count).one()

        said = f"Loaded.value: must be one project to be given alone, got {count}; take them from .value"

        assert (said, count) == (str(caught.value), caught.value.value)


@pytest.mark.parametrize(
    ("loaded", "text"),
    [
        (Loaded((Project(),), Report((ERROR, WARNING, WARNING))), "<Loaded: 1 project, 1 error, 2 warnings>"),
        (Loaded((Project(),) * 1_200), "<Loaded: 1,200 projects, no issues>"),
        (Loaded(()), "<Loaded: 0 projects, no issues>"),
        (Loaded(Project()), "<Loaded: Project, no issues>"),
    ],
)
def test_what_was_read_is_named_and_not_printed(loaded: object, text: str) -> None:
    """A file of projects would fill the screen for minutes."""
    assert text == repr(loaded)
    assert text == str(loaded)


@pytest.mark.parametrize("where", [[3, 7], (3, 7)])
def test_a_place_in_the_source_is_a_pair(where: Any) -> None:
    """A list becomes one, so that an issue can neither change nor fail to hash."""
    issue = Issue(code="a.b", severity=Severity.INFO, message="wrong", where=where)

    assert ((3, 7), hash(attrs.evolve(issue, where=(3, 7)))) == (issue.where, hash(issue))


@pytest.mark.parametrize(
    "where", [(3,), (3, 7, 1), (0, 1), (1, -1), ("3", "7"), (True, 1), (1.0, 2), 3, "37", {3, 7}, []]
)
def test_a_place_that_is_none(where: Any) -> None:
    """Lines and columns are whole numbers from 1."""
    with pytest.raises(InvalidValue) as caught:
        Issue(code="a.b", severity=Severity.INFO, message="wrong", where=where)

    problem = "must be a line and a column, whole numbers from 1"

    assert InvalidValue(where, problem, "write (3, 7)", "where", "Issue") == caught.value


@pytest.mark.parametrize("code", ["", " ", "\n"])
def test_a_code_says_something(code: str) -> None:
    """A blank one is refused."""
    with pytest.raises(InvalidValue) as caught:
        Issue(code=code, severity=Severity.INFO, message="wrong")

    assert InvalidValue(code, "must not be blank", "name what was found", "code", "Issue") == caught.value


def test_a_header_holds_strings() -> None:
    """A version that is a number is refused, with the field it was given to."""
    given: Any = 1
    with pytest.raises(InvalidValue) as version:
        Header(format="aidmodel JSON", version=given)
    with pytest.raises(InvalidValue) as kind:
        Header(format=given, version="1")

    assert ("Header.version", "Header.format") == (
        str(version.value).partition(":")[0],
        str(kind.value).partition(":")[0],
    )


def test_what_was_read_stands_beside_what_is_said_of_it() -> None:
    """The report is empty and the header None, if a reader has nothing to say."""
    loaded = Loaded((Project(),), REPORT, Header(format="aidmodel JSON", version="1"))

    assert (Report(), None) == (Loaded(()).report, Loaded(()).header)
    assert ((Project(),), REPORT, "1") == (loaded.value, loaded.report, loaded.header and loaded.header.version)


@pytest.mark.parametrize("thing", [WARNING, REPORT, ReportChange(new=REPORT), Loaded((Project(),), REPORT)])
def test_they_are_values(thing: object) -> None:
    """They hash, copy and pickle."""
    for twin in (copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):  # noqa: S301  our own
        assert thing == twin
        assert hash(thing) == hash(twin)
