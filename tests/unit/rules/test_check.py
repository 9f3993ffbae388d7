"""check() and the rules as a whole."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Inexact, localcontext
from typing import Any

import pytest

from aidmodel import (
    Actual,
    Baseline,
    Budget,
    Funder,
    Indicator,
    InvalidValue,
    Issue,
    Money,
    Outcome,
    Output,
    Period,
    Project,
    Report,
    ReportingOrganisation,
    Severity,
    Target,
)
from aidmodel.rules import dates, values
from aidmodel.rules.check import RULES, Judging, check, iter_issues
from aidmodel.rules.rule import Basis, Finding, rule

loosely: Any = check
"""The function without its types, to call it wrongly."""


def test_codes_are_stable_words_and_stand_once() -> None:
    """A code is a family and a name, and no two rules share one."""
    codes = [rule.code for rule in RULES]

    assert len(set(codes)) == len(codes)
    assert [] == [code for code in codes if not re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*", code)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_it_asks_for_and_where_it_comes_from(rule: Any) -> None:
    """The words are a sentence, the source is named, and the standard's ids look like ids."""
    assert rule.words.endswith(".")
    assert rule.source
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", each) for each in rule.standard)


def test_issues_come_in_the_order_of_the_document() -> None:
    """They follow the fields of the project, then positions, then codes; not the order of the rules."""
    project = Project(
        participants=Funder("GAC", contribution=Money("1.005", "QQQ")),
        dates={"actual": "2030/2031"},
        budgets=[Budget("2019/2021"), Budget("2023", value=Money(-1, "QQQ"))],
        chain=[
            Output(
                title="Centers",
                indicators=Indicator(
                    title="Centers",
                    measure="percentage",
                    baselines=Baseline(0),
                    periods=[Period("2023", actuals=Actual()), Period("2023", actuals=101)],
                ),
            ),
            Outcome(),
        ],
    )
    expected = [
        ("identifier", "identity.no-identifier"),
        ("title", "identity.no-title"),
        ("descriptions", "identity.no-description"),
        ("participants[0].contribution.currency", "money.unknown-currency"),
        ("dates[0]", "dates.actual-in-future"),
        ("dates[1]", "dates.actual-in-future"),
        ("countries", "places.none"),
        ("sectors", "sectors.none"),
        ("default_language", "texts.no-language"),
        ("budgets[0].span", "span.budget-over-one-year"),
        ("budgets[0].value", "budgets.no-money"),
        ("budgets[1].value", "budgets.negative"),
        ("budgets[1].value.currency", "code-lists.unknown"),
        ("chain[0].contributes_to", "results.no-parent"),
        ("chain[0].indicators[0].baselines[0].date", "baselines.no-date"),
        ("chain[0].indicators[0].periods[0].actuals[0]", "values.missing"),
        ("chain[0].indicators[0].periods[1].span", "periods.overlap"),
        ("chain[0].indicators[0].periods[1].actuals[0].value", "values.percentage-out-of-range"),
        ("chain[1].title", "results.no-statement"),
    ]

    assert expected == [(issue.path, issue.code) for issue in check(project, as_of="2024-05-31")]


def test_issues_at_one_place_are_in_the_order_of_their_codes() -> None:
    """So that a report always reads the same."""
    project = Project(identifier=" CA-3/1")
    report = check(project, as_of="2024-05-31", rules=["identity.foreign-prefix", "identifiers"])

    assert ["identifiers.illegal-character", "identifiers.outer-space", "identity.foreign-prefix"] == [
        issue.code for issue in report
    ]


def test_every_issue_leads_somewhere() -> None:
    """``project.at(issue.path)`` gives what the issue is about, or what is empty there."""
    project = Project(
        budgets=[Budget(), Budget("2019/2021", value=Money(-1, "QQQ"))],
        chain=Output(indicators=Indicator(baselines=Baseline(), periods=Period(actuals=Actual()))),
    )
    report = check(project, as_of="2024-05-31")

    assert len(report) > 10
    for issue in report:
        project.at(issue.path)


def test_a_project_in_order_has_no_issues() -> None:
    """A complete project is not complained about."""
    project = Project(
        identifier="XM-DAC-301-2-P011182001",
        reporting=ReportingOrganisation("Global Affairs Canada", ref="XM-DAC-301-2"),
        title="Social inclusion",
        descriptions="Wells",
        participants=Funder("GAC"),
        dates={"actual": "2022-03-28/.."},
        countries="CO",
        sectors="15190",
        default_language="en",
        chain=[
            Output(title="Centers", contributes_to="services"),
            Outcome(id="services", title="Access to public services increased"),
        ],
    )

    assert Report() == check(project, as_of=dt.date(2024, 5, 31))


def test_the_day_decides() -> None:
    """The same project is judged otherwise on another day, and the same on the same."""
    project = Project(dates={"actual": "2024-01-01/2024-05-31"})

    assert check(project, as_of="2024-05-30") == check(project, as_of=dt.date(2024, 5, 30))
    assert ["dates[1]"] == [
        issue.path for issue in check(project, as_of="2024-05-30") if issue.code == "dates.actual-in-future"
    ]
    assert [] == [issue.path for issue in check(project, as_of="2024-05-31") if issue.code == "dates.actual-in-future"]


def test_there_is_no_default_day() -> None:
    """A report never depends on when it is made."""
    with pytest.raises(TypeError, match="as_of"):
        loosely(Project())


@pytest.mark.parametrize(
    ("given", "problem", "mend"),
    [
        (dt.datetime(2024, 5, 31), "must be a date", "use .date()"),  # noqa: DTZ001  refused anyway
        ("2024", "must be a day", "a year holds several: write the one that is meant, as in 2024-01-01"),
        ("2024-05", "must be a day", "a month holds several: write the one that is meant, as in 2024-05-01"),
        ("2024-02-30", "is no day of the calendar", "look at the month and the day"),
        (None, "must be a date", "write a datetime.date or ISO text"),
    ],
)
def test_what_is_no_day_is_refused(given: object, problem: str, mend: str) -> None:
    """A time, a month or nothing is no day to judge by."""
    with pytest.raises(InvalidValue) as caught:
        loosely(Project(), as_of=given)

    assert InvalidValue(given, problem, mend, "as_of", "check") == caught.value


def test_rules_do_not_reckon_in_the_context_of_the_caller() -> None:
    """A program that lowers its own precision, or traps rounding, gets the same report."""
    share = "33.33333333333333333333"
    project = Project(
        chain=Output(
            indicators=Indicator(
                measure="percentage",
                accumulation="per period",
                targets="12345678901234567890123456.3",
                periods=[
                    Period(
                        "2022",
                        targets="12345678901234567890123456.1",
                        actuals=Actual(share, numerator=1, denominator=3),
                    ),
                    Period("2023", targets="0.2", actuals=Actual(share, numerator=2, denominator=6)),
                ],
            )
        )
    )
    expected = check(project, as_of="2024-05-31")
    with localcontext() as context:
        context.prec = 3
        context.traps[Inexact] = True
        report = check(project, as_of="2024-05-31")

    assert expected == report
    assert {"values.percentage-disagrees", "targets.do-not-add-up"}.isdisjoint(issue.code for issue in report)


def test_severities_are_those_of_the_rules() -> None:
    """Each issue weighs what its rule says."""
    weights = {rule.code: rule.severity for rule in RULES}
    report = check(Project(chain=Output(indicators=Indicator())), as_of="2024-05-31")

    assert {Severity.INFO, Severity.WARNING, Severity.ERROR} == {issue.severity for issue in report}
    assert all(weights[issue.code] is issue.severity for issue in report)


def codes(projects: Any, **chosen: Any) -> list[str]:
    """Give the codes of what is found, judged as of the last day of May 2024."""
    return [issue.code for issue in check(projects, as_of="2024-05-31", **chosen)]


# ------------------------------------------------------------------ which rules

REVERSED = Project(
    identifier="1",
    dates={"actual": "2030/.."},
    chain=Output(
        title="Centers",
        indicators=Indicator(
            title="Centers", measure="number", targets=Target(), periods=Period("2023", actuals=Actual())
        ),
    ),
)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("dates.actual-in-future", ["dates.actual-in-future"]),
        ("dates", ["dates.actual-in-future"]),
        ("11.1.4", ["dates.actual-in-future"]),
        ("11.1.5", []),
        ("values.missing", ["values.missing", "values.missing"]),
        ("8.10.1", ["values.missing"]),
        (["8.10.1", "sectors.none"], ["sectors.none", "values.missing"]),
        (iter(["8.10.1", "values", "8.9.1"]), ["values.missing", "values.missing"]),
        (dates.actual_in_future, ["dates.actual-in-future"]),
        ([dates.actual_in_future, "sectors.none"], ["dates.actual-in-future", "sectors.none"]),
        ([], []),
        ("1.1.2", []),
    ],
)
def test_rules_are_chosen_by_what_they_are_called(chosen: Any, expected: list[str]) -> None:
    """A rule, a code, a family, an id of the standard: of a rule with several ids, one id gives its own findings alone."""
    assert expected == codes(REVERSED, rules=chosen)


def test_official_verdicts_alone() -> None:
    """What "iati" chooses has an id of the standard, and what it leaves has none; the two are all there is."""
    every = check(REVERSED, as_of="2024-05-31")
    official = check(REVERSED, as_of="2024-05-31", rules="iati")
    rest = check(REVERSED, as_of="2024-05-31", without="iati")

    assert [issue for issue in every if issue.rule] == [*official]
    assert [issue for issue in every if issue.rule is None] == [*rest]
    assert {"8.10.1", None} == {issue.rule for issue in every if issue.code == "values.missing"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"rules": ["dates", "values"], "without": "dates"}, ["values.missing", "values.missing"]),
        ({"rules": "values", "without": "8.10.1"}, ["values.missing"]),
        ({"rules": "values", "without": ["8.10.1", values.missing]}, []),
        ({"rules": "dates", "without": "dates.actual-in-future"}, []),
        ({"rules": "8.10.1", "without": "sectors.none"}, ["values.missing"]),
    ],
)
def test_rules_are_left_out_by_what_they_are_called(given: dict[str, Any], expected: list[str]) -> None:
    """The same words; what was not chosen may be left out, too."""
    assert expected == codes(REVERSED, **given)


@rule("own.no-programme", Severity.INFO, "a house of its own")
def no_programme(project: Project, _: Basis) -> Iterator[Finding]:
    """A project has a programme."""
    if project.programme is None:
        yield Finding("programme", "no programme is given")


class House:
    """A profile as a donor's may be."""

    rules = (no_programme,)


def test_other_rules_are_asked_as_well() -> None:
    """By themselves or in a profile, which adds to whatever is chosen; words of theirs are known."""
    assert ["own.no-programme"] == codes(REVERSED, rules=no_programme)
    assert ["own.no-programme"] == codes(REVERSED, rules=[], profile=House())
    assert ["dates.actual-in-future", "own.no-programme"] == codes(REVERSED, rules="dates", profile=House())
    assert [] == codes(REVERSED, rules=no_programme, without="own")
    assert [] == codes(REVERSED, rules=[], profile=House(), without="own.no-programme")
    assert {*codes(REVERSED), "own.no-programme"} == set(codes(REVERSED, profile=House()))


MEND = 'write a code ("dates.reversed"), a family ("dates"), an id of the standard ("7.5.3") or "iati"'


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (
            {"rules": "dates.revesred"},
            (
                "dates.revesred",
                "chooses no rule: it is no code, family or id of one",
                "did you mean 'dates.reversed' or 'dates.repeated' or 'span.reversed'?",
                "rules",
            ),
        ),
        (
            {"without": ["dates", "?"]},
            ("?", "chooses no rule: it is no code, family or id of one", MEND, "without"),
        ),
        ({"rules": 7}, (7, "must be a rule, or a word that chooses some", MEND, "rules")),
        ({"without": ["dates", None]}, (None, "must be a rule, or a word that chooses some", MEND, "without[1]")),
        ({"profile": "fdco"}, ("fdco", "is no donor's profile", "did you mean 'fcdo'?", "profile")),
        ({"profile": 7}, (7, "must be a profile, which has rules", "", "profile")),
        (
            {"rates": "imf"},
            ("imf", "must provide rates: a name, rate() and currencies()", "as rates.imf_annual() does", "rates"),
        ),
    ],
)
@pytest.mark.parametrize("function", [check, iter_issues])
def test_what_is_not_understood_is_refused_at_once(
    function: Any, given: dict[str, Any], error: tuple[Any, ...]
) -> None:
    """Before anything is judged, with the argument, the value and the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        function([], as_of="2024-05-31", **given)
    value, problem, mend, path = error

    assert InvalidValue(value, problem, mend, path, function.__name__) == caught.value


# ------------------------------------------------------------------ several projects


def test_several_projects_are_one_report() -> None:
    """Each issue says which project it is in; that a project is alone in its list does not count."""
    late = Project(dates={"actual": "2030/.."})
    report = check((each for each in (late, Project(), late)), as_of="2024-05-31", rules="11.1.4")

    assert ["[0].dates[0]", "[2].dates[0]"] == [issue.path for issue in report]
    assert ["[0].dates[0]"] == [issue.path for issue in check([late], as_of="2024-05-31", rules="11.1.4")]
    assert ["dates[0]"] == [issue.path for issue in check(late, as_of="2024-05-31", rules="11.1.4")]
    assert Report() == check([], as_of="2024-05-31")


def test_an_identifier_that_stands_twice_is_found() -> None:
    """Where it stands again, with the first of them; what has none is not held against each other."""
    first, other, none = Project(identifier="1"), Project(identifier="2"), Project()
    report = check([none, first, other, none, first, first], as_of="2024-05-31", rules="1.1.2")
    expected = [
        Issue(
            code="identity.repeated",
            severity=Severity.ERROR,
            path=f"[{position}].identifier",
            message="the identifier '1' is that of [1] too: give each project its own",
            rule="1.1.2",
            project="1",
        )
        for position in (4, 5)
    ]

    assert expected == [*report]
    assert Report() == check(first, as_of="2024-05-31", rules="1.1.2")


def test_issues_of_several_name_their_project() -> None:
    """By its identifier, where it has one; a project that is judged alone is the object itself."""
    late, none = (
        Project(identifier="XM-1-2", dates={"actual": "2024-06-01/.."}),
        Project(dates={"actual": "2024-06-01/.."}),
    )
    several = [*iter_issues([none, late], as_of="2024-05-31", rules="11.1.4")]

    assert [("[0].dates[0]", None), ("[1].dates[0]", "XM-1-2")] == [(issue.path, issue.project) for issue in several]
    assert several == [*check([none, late], as_of="2024-05-31", rules="11.1.4")]
    assert [None] == [issue.project for issue in check(late, as_of="2024-05-31", rules="11.1.4")]


def test_a_project_is_the_same_wherever_it_stands() -> None:
    """What is new is that of the project that was put before it."""
    late, new = (Project(identifier=name, dates={"actual": "2024-06-01/.."}) for name in ("XM-1-2", "XM-1-3"))
    change = check([new, late], as_of="2024-05-31", rules="11.1.4").compared_with(
        check([late], as_of="2024-05-31", rules="11.1.4")
    )

    assert (["XM-1-3"], 0, ["XM-1-2"]) == (
        [issue.project for issue in change.new],
        len(change.fixed),
        [issue.project for issue in change.same],
    )


@pytest.mark.parametrize(
    ("rules", "without", "told"),
    [
        (None, (), {"iati.zone", "iati.blank", "page.left", "iati.unreadable"}),
        (None, "reading", {"iati.unreadable"}),
        (None, "page", {"iati.zone", "iati.blank", "iati.unreadable"}),
        (None, "iati", {"iati.zone", "iati.blank", "page.left", "iati.unreadable"}),
        ("iati", "iati.zone", {"iati.blank", "page.left", "iati.unreadable"}),
        ("page", (), {"page.left", "iati.unreadable"}),
        (["iati.zone", "iati.blank"], ["iati.blank"], {"iati.zone", "iati.unreadable"}),
    ],
)
def test_what_is_found_in_reading_is_chosen_by_the_same_words(rules: Any, without: Any, told: set[str]) -> None:
    """A code, a family, or "reading"; "iati" is the word for rules of the standard, and "iati.unreadable" always told."""
    codes = {"iati.zone", "iati.blank", "page.left", "iati.unreadable"}
    judging = Judging(
        "2024-05-31", profile=None, rules=rules, without=without, rates=None, owner="check", reading=codes
    )

    assert told == {code for code in codes if judging.tells(code)}


def test_issues_are_given_as_projects_come() -> None:
    """One project is asked for at a time, and its issues are given before the next."""
    asked: list[int] = []

    def projects() -> Iterator[Project]:
        for number in range(3):
            asked.append(number)
            yield Project(dates={"actual": "2030/.."})

    found = iter_issues(projects(), as_of="2024-05-31", rules="dates")

    assert [] == asked
    assert "[0].dates[0]" == next(found).path
    assert [0] == asked
    assert ["[1].dates[0]", "[2].dates[0]"] == [issue.path for issue in found]


def test_both_say_the_same() -> None:
    """check() is the report of what iter_issues() gives."""
    projects = [REVERSED, Project(), REVERSED]

    assert [*check(projects, as_of="2024-05-31")] == [*iter_issues(projects, as_of="2024-05-31")]
    assert [*check(REVERSED, as_of="2024-05-31")] == [*iter_issues(REVERSED, as_of="2024-05-31")]


@pytest.mark.parametrize("function", [check, iter_issues])
@pytest.mark.parametrize(
    ("given", "value", "problem", "path"),
    [
        ("wells.json", "wells.json", "must be a Project or several of them", "projects"),
        (None, None, "must be a Project or several of them", "projects"),
        ([Project(), "wells"], "wells", "must be a Project", "projects[1]"),
    ],
)
def test_what_is_no_project_is_refused(function: Any, given: object, value: object, problem: str, path: str) -> None:
    """With its position where there are several."""
    with pytest.raises(InvalidValue) as caught:
        list(function(given, as_of="2024-05-31"))

    assert InvalidValue(value, problem, "", path, function.__name__) == caught.value


# ------------------------------------------------------------------ the standard

OFFICIAL = {
    Severity.ERROR: (
        "1.1.2 1.1.3 2.1.1 2.1.2 2.1.4 2.2.1 3.1.1 3.1.2 3.1.4 3.4.1 3.4.2 3.4.4 3.6.2 3.7.1 3.7.2 4.1.1 4.3.1 4.4.1 6.2.2 "
        "6.6.2 6.7.2 6.8.1 6.9.1 6.9.2 6.10.1 6.11.1 6.13.1 6.14.1 7.5.3 7.8.1 8.6.1 8.6.3 8.8.1 8.9.1 8.10.1 8.11.1 11.1.1 "
        "11.1.2 11.1.3 11.1.4 11.1.5 11.2.1 11.2.2 12.1.1 12.2.1 12.3.1"
    ),
    Severity.WARNING: (
        "1.1.21 1.3.1 1.3.13 1.4.1 1.5.1 1.6.1 1.7.1 1.8.1 1.8.13 1.9.1 1.10.1 1.10.13 1.11.1 1.11.13 1.14.1 1.14.8 1.14.13 "
        "1.15.1 1.15.13 1.16.1 7.9.1 7.9.2 7.9.4 8.8.2 8.8.3 8.9.2 8.9.3 8.10.2 8.10.3 102.1.1 107.1.1 107.1.2 107.2.1 107.2.2"
    ),
}
"""The ids of the ruleset of 2.03 that concern activities (IATI-Rulesets, standard.json), and the Validator's own 1.1.2."""


def test_every_rule_of_the_ruleset_is_there_with_its_severity() -> None:
    """79 of the ruleset, and the one on identifiers that stand twice; the checks of code lists begin with 9."""
    ours = [(number, rule.severity) for rule in RULES for number in rule.standard if not number.startswith("9.")]
    expected = [(number, severity) for severity, numbers in OFFICIAL.items() for number in numbers.split()]

    assert 80 == len(expected)
    assert sorted(expected) == sorted(ours)
