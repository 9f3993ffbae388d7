"""Laws of check(), and of what its rules ask of spans and dates."""

import datetime as dt
from decimal import Context, Inexact, localcontext
from itertools import pairwise

from attrs import evolve
from hypothesis import example, given, strategies as st

from aidmodel import (
    Actual,
    Budget,
    DateSpan,
    Duration,
    Indicator,
    Money,
    Output,
    PartialDate,
    Period,
    Project,
    ProjectDate,
    Report,
    check,
    from_json,
    is_before,
    to_json,
)
from aidmodel.rules.check import OF_CHAIN, RULES, place
from aidmodel.rules.rule import Basis
from aidmodel.rules.spans import in_order, latest, overlapping
from aidmodel.testing.strategies import any_dates, projects, reports, spans

_MOST = "999999999999999999999999999999.999"


@given(projects(), st.dates())
@example(Project(budgets=Budget(DateSpan(dt.date.min, dt.date.max), value=Money(_MOST, "CAD"))), dt.date.max)
@example(Project(dates=ProjectDate(PartialDate(9999), kind="actual", edge="end")), dt.date.min)
@example(Project(dates={"stated": "0001/9999"}, stated_duration=Duration("999999", "years")), dt.date.min)
def test_check_judges_every_project(project: Project, as_of: dt.date) -> None:
    """It never raises, says the same again, names places that are there, in the order of the document.

    Rules of the results chain find nothing where there is none, so that they need not be asked.
    """
    report = check(project, as_of=as_of)

    assert report == check(project, as_of=as_of) == check(from_json(to_json(project)), as_of=str(as_of))
    assert {issue.code for issue in report} <= {rule.code for rule in RULES}
    for issue in report:
        project.at(issue.path)
    order = [place(project, issue.path) for issue in report]
    assert sorted(order) == order
    without = evolve(project, chain=())
    assert [] == [each for rule in OF_CHAIN for each in rule.find(without, Basis(as_of=as_of))]


@given(projects(), st.dates())
@example(
    Project(
        amounts={"total budget": "CAD 100.00"},
        budgets=[Budget("2023", value=Money("99.015", "CAD")), Budget("2024", value=Money("1.005", "CAD"))],
        chain=Output(
            indicators=Indicator(
                measure="percentage",
                accumulation="per period",
                baselines=12,
                targets="12345.3",
                periods=[
                    Period("2022", targets="12345.1", actuals=Actual("33.4", numerator=1, denominator=3)),
                    Period("2023", targets="0.1", actuals=Actual("12.4", numerator=1, denominator=8)),
                ],
            )
        ),
    ),
    dt.date(2024, 5, 31),
)
def test_the_decimal_context_of_the_caller_does_not_count(project: Project, as_of: dt.date) -> None:
    """A report is the same for a program that reckons with one digit and traps whatever it can."""
    expected = check(project, as_of=as_of)
    with localcontext(Context(prec=1, Emin=-1, Emax=1, rounding="ROUND_UP", traps=[Inexact])) as context:
        report = check(project, as_of=as_of)

        assert (1, -1, 1) == (context.prec, context.Emin, context.Emax)
    assert expected == report


@given(reports())
def test_a_report_that_was_written_is_read_as_it_was(report: Report) -> None:
    """Nothing is lost, and it holds the same issues as the one that was written."""
    assert report == Report.from_json(report.to_json())
    assert report == report.compared_with(Report.from_json(report.to_json())).same


@given(st.lists(projects(), max_size=3).flatmap(lambda held: st.tuples(st.just(held), st.permutations(held))))
def test_projects_that_move_have_the_same_issues(held: tuple[list[Project], list[Project]]) -> None:
    """Each has its identifier; those that are equal are one project that stands several times."""
    older, later = (
        [evolve(project, identifier=f"XM-1-{held[0].index(project)}") for project in order] for order in held
    )
    change = check(later, as_of="2024-05-31").compared_with(check(older, as_of="2024-05-31"))

    assert (Report(), Report()) == (change.new, change.fixed)


@given(st.lists(spans(), max_size=6))
def test_overlaps_are_those_of_pairs(held: list[DateSpan]) -> None:
    """A span is named where it overlaps one before it; every pair that overlaps has one of the two named."""
    found = overlapping(enumerate(held))
    for position, (possible, other) in found.items():
        assert position != other
        assert (None if possible else True) is held[position].overlaps(held[other])
    for left, first in enumerate(held):
        for right, second in enumerate(held[:left]):
            answer = first.overlaps(second)
            named = [found[at][0] for at in (left, right) if at in found]

            assert answer is not True or False in named
            assert answer is False or named


@given(st.lists(any_dates(), max_size=6))
def test_only_what_has_a_certain_place_is_put_in_order(dates: list[dt.date | PartialDate]) -> None:
    """What is left out may be as late as another; of what is kept each is before the next, and the last is the latest."""
    expected = {
        at
        for at, date in enumerate(dates)
        if all(is_before(date, other) or is_before(other, date) for place, other in enumerate(dates) if place != at)
    }
    ordered = in_order((date, at) for at, date in enumerate(dates))
    last = latest([(date, at) for at, date in enumerate(dates)])

    assert expected == set(ordered)
    assert all(is_before(dates[left], dates[right]) for left, right in pairwise(ordered))
    assert last == next(
        (
            at
            for at, date in enumerate(dates)
            if all(is_before(other, date) for place, other in enumerate(dates) if place != at)
        ),
        None,
    )
