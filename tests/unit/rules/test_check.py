"""check() and the rules as a whole."""

import datetime as dt
import re
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
    Money,
    Outcome,
    Output,
    Period,
    Project,
    Report,
    ReportingOrganisation,
    Severity,
)
from aidmodel.rules.check import RULES, check

loosely: Any = check
"""The function without its types, to call it wrongly."""


def test_codes_are_stable_words_and_stand_once() -> None:
    """A code is a family and a name, and no two rules share one."""
    codes = [rule.code for rule in RULES]

    assert len(set(codes)) == len(codes)
    assert [] == [code for code in codes if not re.fullmatch(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*", code)]


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
        ("budgets[0].span", "span.budget-over-one-year"),
        ("budgets[0].value", "budgets.no-money"),
        ("budgets[1].value", "budgets.negative"),
        ("budgets[1].value.currency", "money.unknown-currency"),
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
    project = Project(identifier=" CA-3/1", title="Wells", descriptions="Wells", dates={"stated": "2020/2021"})

    assert ["identity.illegal-character", "identity.outer-space"] == [
        issue.code for issue in check(project, as_of="2024-05-31")
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
        identifier="CA-3-P011182001",
        reporting=ReportingOrganisation("Global Affairs Canada", ref="CA-3"),
        title="Social inclusion",
        descriptions="Wells",
        participants=Funder("GAC"),
        dates={"stated": "2022-03-28/2025-03-31"},
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
