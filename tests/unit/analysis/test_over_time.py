"""What the periods of an indicator amount to, as its accumulation says."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from aidmodel.analysis.figures import Reason, Reckoned
from aidmodel.analysis.over_time import (
    Question,
    actual_in,
    actual_to_date,
    ended,
    last_of,
    last_reported,
    missing_days,
    named_period,
    overlap,
    question,
    target_in,
    target_in_all,
)
from aidmodel.errors import InvalidValue, NotFound
from aidmodel.model.indicator import Accumulation, Indicator, MeasureType, Period
from aidmodel.model.measurement import Actual, Target
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import DateSpan, as_span

ALL = list(Accumulation)
ADDING = [Accumulation.PER_PERIOD, Accumulation.RUNNING_SUM]
LATEST = [Accumulation.RUNNING_TOTAL, Accumulation.SNAPSHOT]
SUPPRESSED = Actual(status="suppressed")


def found(actuals: dict[str, Any], accumulation: Any = None, as_of: str | None = None, **stated: Any) -> Reckoned:
    """Give what was found in all, of an indicator with these actuals by period; a key may have a number for a suffix."""
    periods = [Period(span.split("#")[0] or None, actuals=actual) for span, actual in actuals.items()]
    day = None if as_of is None else dt.date.fromisoformat(as_of)
    return actual_to_date(Indicator(periods=periods, accumulation=accumulation, **stated), day)


def aim(by_period: dict[str, Any], accumulation: Any = None, **stated: Any) -> Reckoned:
    """Give what is aimed at in all, of an indicator with these targets by period."""
    periods = [Period(span.split("#")[0] or None, targets=target) for span, target in by_period.items()]
    return target_in_all(Indicator(periods=periods, accumulation=accumulation, **stated))


def said(figure: Reckoned) -> Any:
    """Give the number, or the code of the reason."""
    return figure.number if figure.reason is None else figure.reason.code


# What was found.


@pytest.mark.parametrize(
    ("accumulation", "number"), [("per period", 12), ("running sum", 12), ("running total", 4), ("snapshot", 4)]
)
def test_by_accumulation(accumulation: str, number: int) -> None:
    """New amounts add up: 3 + 5 + 4; of a running total or a stock the latest stands, in whatever order they come."""
    assert number == found({"2023": 5, "2024": 4, "2022": 3}, accumulation).number


def test_not_stated() -> None:
    """Two periods with values and no word on how they belong together; one alone needs none."""
    assert Reason("accumulation_not_stated", "2 periods") == found({"2022": 3, "2023": 5}).reason
    assert (Fraction(3), None) == found({"2022": 3, "2023": ()})[:2]
    assert 3 == found({"": 3}).number


def test_what_could_not_be_added_anyway() -> None:
    """Where no period has a number, to state how they belong together would not help: the reason is that of the first."""
    parts = Actual(4, locations="town")

    assert "only_parts" == said(found({"2022": parts, "2023": parts}))
    assert "qualitative" == said(
        found({"2022": Actual(stated="bad"), "2023": Actual(stated="good")}, measure="qualitative")
    )
    assert "accumulation_not_stated" == said(found({"2022": parts, "2023": 5}))


@pytest.mark.parametrize("accumulation", [None, *ALL])
def test_nothing(accumulation: Accumulation | None) -> None:
    """No periods, or none with an actual."""
    assert "no_actual" == said(found({}, accumulation))
    assert "no_actual" == said(found({"2022": (), "2023": Actual()}, accumulation))
    assert "no_actual" == said(found({}, accumulation, "2022-01-01"))


@pytest.mark.parametrize(
    ("accumulation", "before", "after"),
    [("per period", 12, 13), ("running sum", 12, 13), ("running total", 4, 4), ("snapshot", 4, 4)],
)
def test_a_late_correction(accumulation: str, before: int, after: int) -> None:
    """A later report of an early period changes what is summed, and not a total that was reported after it."""
    first = Actual(3, as_of="2023-01-31")
    corrected = [first, Actual(4, as_of="2025-01-31")]

    assert before == found({"2022": first, "2023": 5, "2024": 4}, accumulation).number
    assert after == found({"2022": corrected, "2023": 5, "2024": 4}, accumulation).number


@pytest.mark.parametrize("accumulation", ADDING)
def test_a_missing_period_is_not_zero(accumulation: Accumulation) -> None:
    """The sum goes without it and is not complete."""
    whole = found({"2022": 3, "2023": 5}, accumulation)
    gappy = found({"2022": 3, "2023": (), "2024": 5}, accumulation)

    assert (Fraction(8), True) == (whole.number, whole.complete)
    assert (Fraction(8), False) == (gappy.number, gappy.complete)
    assert (Fraction(0), True) == (found({"2022": 0}, accumulation).number, found({"2022": 0}, accumulation).complete)


@pytest.mark.parametrize("accumulation", LATEST)
def test_the_latest_that_has_a_value(accumulation: Accumulation) -> None:
    """What is missing, not due or cannot be takes no value's place; what is withheld or written in words does."""
    for empty in ((), Actual(), Actual(status="not yet due"), Actual(status="not applicable")):
        assert 3 == found({"2022": 3, "2023": empty}, accumulation).number

    assert "suppressed" == said(found({"2022": 3, "2023": SUPPRESSED}, accumulation))
    assert "not_a_number" == said(found({"2022": 3, "2023": Actual(stated="more")}, accumulation))
    assert "only_parts" == said(found({"2022": 3, "2023": Actual(4, locations="town")}, accumulation))


def test_what_is_not_due_is_no_second_value() -> None:
    """One value, and a period whose time has not come: nothing has to be added."""
    assert 3 == found({"2022": 3, "2023": Actual(status="not yet due")}).number
    assert "not_due" == said(found({"2022": (), "2023": Actual(status="not yet due")}))


@pytest.mark.parametrize("accumulation", LATEST)
def test_periods_that_end_together(accumulation: Accumulation) -> None:
    """Ties go by the day of the report; equal ones are one, else nobody says which stands."""
    first, second = Actual(3, as_of="2024-06-30"), Actual(5, as_of="2024-12-31")

    assert 5 == found({"2024#1": second, "2024#2": first}, accumulation).number
    assert 5 == found({"2022": 9, "2024#1": first, "2024-07-01/2024-12-31": second}, accumulation).number
    assert 3 == found({"2024#1": 3, "2024#2": 3}, accumulation).number
    assert "several_actuals" == said(found({"2024#1": 3, "2024#2": 4}, accumulation))


@pytest.mark.parametrize("accumulation", LATEST)
@pytest.mark.parametrize("second", ["", "2023-04/..", "2023~/2023~", "2022-07/2023"])
def test_which_is_last_is_not_certain(accumulation: Accumulation, second: str) -> None:
    """A period without an end, or with one that may be any day: the latest is not guessed."""
    first = "2022-07-01/2023-06-30" if second else "2022"

    assert "undated_periods" == said(found({first: 3, second: 4}, accumulation))


@pytest.mark.parametrize("accumulation", ADDING)
def test_undated_periods_do_not_add_up(accumulation: Accumulation) -> None:
    """Nobody can say that they share no day."""
    assert "undated_periods" == said(found({"": 3, "2022": 4}, accumulation))


@pytest.mark.parametrize("accumulation", ADDING)
@pytest.mark.parametrize(
    ("second", "both"),
    [
        ("2022-12-31/2023-06-30", "2022-12-31/2023-06-30 and 2022-01-01/2022-12-31"),
        ("2022-03-01/2022-03-31", "2022-03-01/2022-03-31 and 2022-01-01/2022-12-31"),
        ("2022", "2022-01-01/2022-12-31 and 2022-01-01/2022-12-31"),
    ],
)
def test_overlapping_periods(accumulation: Accumulation, second: str, both: str) -> None:
    """A day in common is enough; allowed by name they are added."""
    periods = [Period("2022", actuals=3), Period(second, actuals=4)]
    indicator = Indicator(periods=periods, accumulation=accumulation)

    assert Reason("overlapping_periods", both) == actual_to_date(indicator, None).reason
    assert 7 == actual_to_date(indicator, None, allow_overlap=True).number


def test_what_does_not_overlap() -> None:
    """Days that follow each other, a period without an actual, and what is only possible."""
    assert 7 == found({"2022": 3, "2023": 4}, "per period").number
    assert 3 == found({"2022": 3, "2022-03-01/2022-03-31": ()}, "per period").number
    assert 7 == found({"2022-01-01/2022-06": 3, "2022-06/2022-12-31": 4}, "per period").number
    assert "" == overlap([Period("2022"), Period(), Period("2023")])


@pytest.mark.parametrize(
    ("as_of", "number"),
    [("2021-12-31", "not_due"), ("2022-12-30", "not_due"), ("2022-12-31", 3), ("2023-01-01", 3), ("2024-01-01", 8)],
)
def test_only_what_has_ended(as_of: str, number: Any) -> None:
    """By the end of a day; before anything has ended nothing is due."""
    assert number == said(found({"2022": 3, "2023": 5}, "running sum", as_of))


def test_what_has_certainly_ended() -> None:
    """A month ends on its last day; an end that is approximate or not stated is never over for certain."""
    march, about, open_ended, undated = (
        Period(each) for each in ("2024-01-01/2024-03", "2020~/2020~", "2020/..", None)
    )
    periods = [march, about, open_ended, undated]

    assert [] == ended(periods, dt.date(2024, 3, 30))
    assert [march] == ended(periods, dt.date(2024, 3, 31))
    assert periods == ended(periods, None)


def test_sources_within_periods() -> None:
    """Per source the latest, then the sum of the sources; then that of the periods: (12 + 5) + 4."""
    first = [
        Actual(10, source="A", as_of="2022-06-30"),
        Actual(12, source="A", as_of="2022-12-31"),
        Actual(5, source="B"),
    ]

    assert 21 == found({"2022": first, "2023": 4}, "per period").number
    assert 17 == found({"2021": 4, "2022": first}, "running total").number


def test_percentages_of_periods() -> None:
    """50/100 and 10/1000 are 60/1100; without the numbers behind them percentages do not add up, but the latest stands."""
    shares = {"2022": Actual(numerator=50, denominator=100), "2023": Actual(numerator=10, denominator=1000)}
    percent = MeasureType.PERCENTAGE

    assert Fraction(6000, 1100) == found(shares, "per period", measure=percent).number
    assert 1 == found(shares, "snapshot", measure=percent).number
    assert "percentages_do_not_add" == said(found({"2022": 50, "2023": 1}, "per period", measure=percent))
    assert 1 == found({"2022": 50, "2023": 1}, "snapshot", measure=percent).number


def test_steps_of_periods() -> None:
    """The latest step stands; steps are not added."""
    steps = {"2022": Actual(stated="low"), "2023": Actual(stated="high")}
    stated: dict[str, Any] = {"measure": MeasureType.ORDINAL, "scale": ("low", "high")}

    assert 1 == found(steps, "snapshot", **stated).number
    assert "several_actuals" == said(found(steps, "running sum", **stated))


@pytest.mark.parametrize("accumulation", ADDING)
def test_why_there_is_no_sum(accumulation: Accumulation) -> None:
    """Empty periods before it do not hide the reason; a value beside it makes an incomplete sum."""
    assert "suppressed" == said(found({"2021": (), "2022": SUPPRESSED}, accumulation))
    beside = found({"2021": 4, "2022": SUPPRESSED}, accumulation)

    assert (Fraction(4), False) == (beside.number, beside.complete)


# What is aimed at.


@pytest.mark.parametrize(
    ("accumulation", "number"), [("per period", 60), ("running sum", 30), ("running total", 30), ("snapshot", 30)]
)
def test_targets_by_accumulation(accumulation: str, number: int) -> None:
    """New amounts per period add up: 10 + 20 + 30; otherwise the last target is that of the project."""
    assert number == aim({"2022": 10, "2024": 30, "2023": 20}, accumulation).number


def test_targets_where_it_is_not_stated() -> None:
    """One is the one; several are not added or chosen from."""
    assert 10 == aim({"2022": 10, "2023": ()}).number
    assert Reason("accumulation_not_stated", "2 periods have targets") == aim({"2022": 10, "2023": 20}).reason


def test_the_indicators_own_target_goes_first() -> None:
    """For the whole project, whatever the periods say; one for a place or category is none for all."""
    periods = {"2022": 10, "2023": 20}
    parts = Target(5, dimensions={"sex": "female"})

    assert 25 == aim(periods, targets=25).number
    assert 30 == aim(periods, "per period", targets=parts).number
    assert "only_parts" == said(aim({}, targets=parts))
    assert "no_target" == said(aim({}))
    assert "no_target" == said(aim({"2022": ()}))


def test_targets_that_are_due_at_different_times() -> None:
    """The one due last is that of the project; without their days, or due together, nobody says which stands."""
    mid, end = Target(10, due="2023-06-30"), Target(25, due="2025")

    assert 25 == aim({}, targets=[end, mid]).number
    assert "several_targets" == said(aim({}, targets=[mid, Target(25)]))
    assert "several_targets" == said(aim({}, targets=[mid, Target(11, due="2023-06-30")]))
    assert 10 == aim({}, targets=[mid, Target(10)]).number


def test_ranges() -> None:
    """A range has no one number; it stands in what the figure is of. Equal ones are one, others are several."""
    wide, narrow = Target(minimum=1, maximum=9), Target(minimum=4, maximum=5)

    assert Reckoned(None, None, (wide,)) == aim({}, targets=wide)
    assert Reckoned(None, None, (wide,)) == aim({}, targets=[wide, wide])
    assert Reckoned(None, None, (narrow,)) == aim({"2022": wide, "2023": narrow}, "running total")
    for others in ([wide, narrow], [wide, Target(5)]):
        assert Reason("several_targets", "2 of them") == aim({}, targets=others).reason


def test_ranges_do_not_add_up() -> None:
    """Neither with each other nor with a number."""
    wide = Target(minimum=1, maximum=9)

    assert "ranges_do_not_add" == said(aim({"2022": wide, "2023": wide}, "per period"))
    assert "ranges_do_not_add" == said(aim({"2022": 5, "2023": wide}, "per period"))


def test_targets_of_overlapping_and_undated_periods() -> None:
    """As of actuals: overlaps are not summed, and the last must be certain; targets of the same end must agree."""
    assert Reason("overlapping_periods", "2022-12-31/2023-12-31 and 2022-01-01/2022-12-31") == (
        aim({"2022": 10, "2022-12-31/2023-12-31": 20}, "per period").reason
    )
    assert 30 == aim({"2022": 10, "2022-12-31/2023-12-31": 30}, "running sum").number
    assert "undated_periods" == said(aim({"2022": 10, "": 20}, "running sum"))
    assert 20 == aim({"2022#1": 20, "2022#2": 20}, "snapshot").number
    assert "several_targets" == said(aim({"2022#1": 20, "2022#2": 25}, "snapshot"))


def test_a_target_that_is_missing_makes_the_sum_incomplete() -> None:
    """10 and one that is not stated are 10, and not all."""
    sum_of = aim({"2022": 10, "2023": Target()}, "per period")

    assert (Fraction(10), False) == (sum_of.number, sum_of.complete)


# Which is last, and what is missing.


def test_last_of() -> None:
    """By the end, whatever the start; one alone needs no dates; several that end together are all given."""
    early, late, long, undated = (Period(each) for each in ("2022", "2023", "2022-01-01/2023-12-31", None))

    assert [late] == last_of([late, early])
    assert [late, long] == last_of([late, early, long])
    assert [undated] == last_of([undated])
    assert [] == last_of([undated, late])
    assert [] == last_of([])


def test_last_of_partial_dates() -> None:
    """A month after another is later; in a year a month may be before or after its end."""
    may, june = (Period(DateSpan("2022-01-01", PartialDate(each))) for each in ("2022-05", "2022-06"))
    year = Period(DateSpan("2022-01-01", PartialDate("2022")))

    assert [june] == last_of([may, june])
    assert [] == last_of([june, year])


def test_missing_days() -> None:
    """Between the quarters that are there; the first and the last leave none open at their sides."""
    quarters = Indicator(periods=[Period(each) for each in ("2023-Q4", "2022-Q4", "2023-Q2", None)])

    assert (DateSpan("2023-01-01", "2023-03-31"), DateSpan("2023-07-01", "2023-09-30")) == missing_days(quarters)
    assert () == missing_days(Indicator(periods=[Period("2022"), Period("2023")]))
    assert () == missing_days(Indicator())
    assert (DateSpan("2023-01-01", "2023-03-31"),) == missing_days(quarters, dt.date(2023, 6, 30))


def test_a_question_in_words() -> None:
    """Which values, of which period, known by which day."""
    assert ["actuals", "targets of period -1", "actuals of period 2024-01-01/2024-12-31 as of 2025-01-31"] == [
        str(question("actual", None, None, "aggregate")),
        str(question("target", -1, None, "aggregate")),
        str(question("actual", "2024", "2025-01-31", "aggregate")),
    ]


@pytest.mark.parametrize(
    ("asked", "accumulation", "spans"),
    [
        (Question(), "per period", ["2022", "2023"]),
        (Question(), "snapshot", ["2023"]),
        (Question(as_of=dt.date(2022, 12, 31)), "snapshot", ["2022"]),
        (Question("target"), "per period", ["2022", "2024"]),
        (Question("target"), "running sum", ["2024"]),
        (Question("baseline"), "per period", []),
        (Question("actual", as_span("2023")), "per period", []),
        (Question("actual", as_span("2023")), "running sum", ["2022", "2023"]),
    ],
)
def test_what_periods_a_number_is_of(asked: Question, accumulation: str, spans: list[str]) -> None:
    """New amounts are of each that has one, others of the last; a number that is asked of one period needs no comparison."""
    several = Indicator(
        accumulation=accumulation,
        periods=[Period("2022", targets=1, actuals=1), Period("2023", actuals=2), Period("2024", targets=3)],
    )

    assert {as_span(span) for span in spans} == asked.spans(several)


# One period.


def test_periods_by_their_days_or_position() -> None:
    """The last is -1, as everywhere; the days as a span or its words."""
    first, last = Period("2022"), Period("2023-Q4")
    indicator = Indicator(periods=[first, last])

    assert [first, last, last] == [named_period(indicator, each) for each in (0, 1, -1)]
    assert [first, last] == [
        named_period(indicator, each) for each in (DateSpan("2022-01-01", "2022-12-31"), "2023-Q4")
    ]


@pytest.mark.parametrize(
    ("wanted", "error", "message"),
    [
        ("2024", NotFound, "no period of the indicator '2024-01-01/2024-12-31'"),
        (3, NotFound, "no position among the 3 periods '3'"),
        (-4, NotFound, "no position among the 3 periods '-4'"),
        (
            "2023",
            InvalidValue,
            "period: is the span of several periods, got '2023-01-01/2023-12-31'; give the position of one",
        ),
        (True, InvalidValue, 'DateSpan: must be text, got True; write "2022-03-28/2025-03-31"'),
    ],
)
def test_periods_that_are_not_there(wanted: Any, error: type[Exception], message: str) -> None:
    """And those that are there twice."""
    with pytest.raises(error) as caught:
        named_period(Indicator(periods=[Period("2022"), Period("2023"), Period("2023")]), wanted)

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("accumulation", "values"),
    [
        ("per period", [3, 5, 4]),
        ("running sum", [3, 8, 12]),
        ("running total", [3, 5, 4]),
        ("snapshot", [3, 5, 4]),
        (None, [3, 5, 4]),
    ],
)
def test_in_each_period(accumulation: str | None, values: list[int]) -> None:
    """3, 5 and 4 as reported; of a running sum 3, 3 + 5 and 3 + 5 + 4, in whatever order they are stated."""
    indicator = Indicator(
        accumulation=accumulation,
        periods=[Period(str(year), actuals=n) for year, n in ((2022, 3), (2024, 4), (2023, 5))],
    )
    in_order = [indicator.periods[at] for at in (0, 2, 1)]

    assert values == [actual_in(indicator, each, None).number for each in in_order]


def test_a_late_correction_of_a_period_before() -> None:
    """3 corrected to 7 in 2022: the running sum of 2023 is 7 + 5, what was found per period in 2023 is still 5."""
    periods = [
        Period("2022", actuals=[Actual(3, as_of="2023-01"), Actual(7, as_of="2024-02")]),
        Period("2023", actuals=5),
    ]

    assert 12 == actual_in(Indicator(accumulation="running sum", periods=periods), periods[1], None).number
    assert 5 == actual_in(Indicator(accumulation="per period", periods=periods), periods[1], None).number
    assert 5 == actual_in(Indicator(accumulation="running total", periods=periods), periods[1], None).number


def test_a_correction_that_came_later_is_not_known_on_a_day() -> None:
    """On 31 December 2023 nobody knew of the correction of February 2024: 3 + 5 until the end of 2023."""
    periods = [
        Period("2022", actuals=[Actual(3, as_of="2023-01"), Actual(7, as_of="2024-02")]),
        Period("2023", actuals=5),
    ]
    indicator = Indicator(accumulation="running sum", periods=periods)

    assert 8 == actual_in(indicator, periods[1], dt.date(2023, 12, 31)).number
    assert 12 == actual_in(indicator, periods[1], dt.date(2024, 2, 29)).number


def test_what_has_no_place_in_time_has_no_running_sum() -> None:
    """Nobody knows what is before it; and overlaps are not summed, unless that is allowed."""
    undated = Period(actuals=3)
    crossing = [Period("2022", actuals=3), Period("2022-12-31/2023-12-31", actuals=4)]
    running = Indicator(accumulation="running sum", periods=[undated, *crossing])

    assert "undated_periods" == said(actual_in(running, undated, None))
    assert "overlapping_periods" == said(
        actual_in(Indicator(accumulation="running sum", periods=crossing), crossing[1], None)
    )
    assert 7 == said(
        actual_in(Indicator(accumulation="running sum", periods=crossing), crossing[1], None, allow_overlap=True)
    )


def test_a_period_to_come() -> None:
    """iatipublisher#1492: a period that has not ended and has no actual is not due, and no mistake; without a day it has none."""
    future = Period("2030", targets=5)
    indicator = Indicator(periods=future)

    assert "not_due" == said(actual_in(indicator, future, dt.date(2024, 1, 1)))
    assert "no_actual" == said(actual_in(indicator, future, None))
    assert 2 == actual_in(indicator, Period("2030", actuals=2), dt.date(2024, 1, 1)).number


def test_a_rate_of_a_period_is_of_its_unit() -> None:
    """18 of 1000 births, as deaths per 1,000: in a running sum 12 of 400 and 6 of 600."""
    periods = [
        Period("2022", actuals=Actual(numerator=12, denominator=400)),
        Period("2023", actuals=Actual(numerator=6, denominator=600)),
    ]
    rate = Indicator(measure="number", unit="deaths per 1,000 live births", accumulation="running sum", periods=periods)

    assert [30, 18] == [actual_in(rate, each, None).number for each in periods]


def test_targets_of_one_period() -> None:
    """As stated, also of a running sum; none is none."""
    periods = [
        Period("2022", targets=10),
        Period("2023", targets=[Target(25), Target(9, locations="town")]),
        Period("2024"),
    ]
    indicator = Indicator(accumulation="running sum", periods=periods, targets=99)

    assert [10, 25, "no_target"] == [said(target_in(indicator, each)) for each in periods]


def test_when_something_was_reported_last() -> None:
    """The end of the last period with a value; what is not there yet, or has not ended by a day, is none."""
    periods = [
        Period("2022", actuals=3),
        Period("2024", actuals=Actual(status="not yet due")),
        Period("2023-Q1", actuals=0),
    ]
    indicator = Indicator(periods=periods)

    assert dt.date(2023, 3, 31) == last_reported(indicator, None)
    assert dt.date(2022, 12, 31) == last_reported(indicator, dt.date(2023, 3, 30))
    assert last_reported(indicator, dt.date(2021, 1, 1)) is None
    assert last_reported(Indicator(periods=Period(actuals=3)), None) is None
    assert (
        last_reported(Indicator(periods=Period("2022", actuals=Actual(3, as_of="2024"))), dt.date(2023, 1, 1)) is None
    )
