"""Laws of progress that hold for all indicators."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

from attrs import evolve
from hypothesis import assume, example, given, settings, strategies as st

from aidmodel.analysis.expected import Course, Profile
from aidmodel.analysis.figures import SENTENCES
from aidmodel.analysis.over_time import ADDING
from aidmodel.analysis.progress import Method, Progress, progress
from aidmodel.analysis.project_progress import project_progress
from aidmodel.model.indicator import Accumulation, Direction, Indicator, MeasureType, Period
from aidmodel.model.measurement import Actual, Target
from aidmodel.model.project import Project
from aidmodel.model.result import Output, Result
from aidmodel.testing.strategies import indicators, projects
from aidmodel.values.span import DateSpan

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False) | st.integers(-50, 50).map(
    Decimal
)
FACTORS = st.decimals(min_value="0.001", max_value=10**6, places=3, allow_nan=False)
ACCUMULATIONS = st.none() | st.sampled_from(list(Accumulation))
DIRECTIONS = st.none() | st.sampled_from(list(Direction))
NONE_OF_ADDING = st.sampled_from([each for each in Accumulation if each not in ADDING])
DAYS = st.none() | st.dates(date(2021, 6, 1), date(2025, 6, 1))
LATE = Profile([(0, 0), ("0.9", 0), (1, 1)])


def simple(b: Decimal, t: Decimal, a: Decimal, **stated: Any) -> Indicator:
    """Make an indicator with a baseline, a target and an actual."""
    return Indicator(baselines=b, periods=Period("2024", targets=t, actuals=a), **stated)


def told(found: Progress) -> tuple[Fraction | None, str | None, bool | None]:
    """Give the value, the code of the reason, and whether it is met."""
    return found.value, found.reason and found.reason.code, found.met


def scored(change: Callable[[Decimal], Decimal], indicator: Indicator) -> Indicator:
    """Give an indicator with each of its numbers changed."""
    return evolve(
        indicator,
        baselines=[evolve(each, value=change(each.value or Decimal(0))) for each in indicator.baselines],
        periods=[
            evolve(
                period,
                targets=[evolve(each, value=change(each.value or Decimal(0))) for each in period.targets],
                actuals=[evolve(each, value=change(each.value or Decimal(0))) for each in period.actuals],
            )
            for period in indicator.periods
        ],
    )


@st.composite
def series(draw: st.DrawFn, accumulations: st.SearchStrategy[Accumulation | None] = ACCUMULATIONS) -> Indicator:
    """Draw an indicator of several years, each with a target and an actual."""
    count = draw(st.integers(1, 4))
    periods = [Period(str(2020 + year), targets=draw(NUMBERS), actuals=draw(NUMBERS)) for year in range(count)]
    return Indicator(
        baselines=draw(NUMBERS), periods=periods, accumulation=draw(accumulations), direction=draw(DIRECTIONS)
    )


# The formula.


@given(NUMBERS, NUMBERS)
def test_nothing_at_the_baseline_and_all_at_the_target(b: Decimal, t: Decimal) -> None:
    """p(B) = 0 and p(T) = 1; at the target it is met, and before it not."""
    assume(b != t)

    assert (Fraction(0), None, False) == told(progress(simple(b, t, b)))
    assert (Fraction(1), None, True) == told(progress(simple(b, t, t)))


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(0, 8))
def test_affine_in_the_actual(b: Decimal, t: Decimal, a: Decimal, other: Decimal, eighths: int) -> None:
    """p(wA + (1 - w)A') = w p(A) + (1 - w)p(A'), in exact fractions."""
    assume(b != t)
    w = Decimal(eighths) / 8
    left, right = (progress(simple(b, t, each)).value for each in (a, other))
    between = progress(simple(b, t, w * a + (1 - w) * other)).value
    assert left is not None
    assert right is not None

    assert Fraction(w) * left + Fraction(1 - w) * right == between


@given(NUMBERS, NUMBERS, NUMBERS)
@example(Decimal(0), Decimal(3), Decimal(1))
@example(Decimal("0.1"), Decimal("0.3"), Decimal("0.2"))
def test_exact(b: Decimal, t: Decimal, a: Decimal) -> None:
    """The value is (A - B)/(T - B) itself, which no float or decimal need be."""
    assume(b != t)

    assert (Fraction(a) - Fraction(b)) / (Fraction(t) - Fraction(b)) == progress(simple(b, t, a)).value


@given(series(), FACTORS)
def test_the_unit_does_not_matter(indicator: Indicator, k: Decimal) -> None:
    """In hectares as in square kilometres: B, T and A times k > 0 have the same progress, however they accumulate."""
    assert told(progress(indicator)) == told(progress(scored(lambda number: number * k, indicator)))


@given(series(NONE_OF_ADDING), NUMBERS)
def test_where_zero_lies_does_not_matter(indicator: Indicator, c: Decimal) -> None:
    """As of degrees: B, T and A plus c have the same progress, where amounts are not added up."""
    assert told(progress(indicator)) == told(progress(scored(lambda number: number + c, indicator)))


MIRRORED = {Direction.INCREASE: Direction.DECREASE, Direction.DECREASE: Direction.INCREASE}


@given(series())
def test_falling_is_rising_mirrored(indicator: Indicator) -> None:
    """With all signs and the direction turned round nothing changes. Of a sum of new amounts that is to stay low, though, it cannot be said that it is met."""
    direction = indicator.direction and MIRRORED.get(indicator.direction, indicator.direction)
    mirrored = evolve(scored(lambda number: -number, indicator), direction=direction)

    value, reason, met = told(progress(indicator))
    assert (value, reason) == told(progress(mirrored))[:2]
    assert indicator.accumulation in ADDING or met == told(progress(mirrored))[2]


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from([Direction.INCREASE, Direction.DECREASE]))
def test_met_is_having_come_all_the_way(b: Decimal, t: Decimal, a: Decimal, direction: Direction) -> None:
    """Where the target is on the side of the direction, it is met if and only if p >= 1."""
    assume(t > b if direction is Direction.INCREASE else t < b)
    found = progress(simple(b, t, a, direction=direction))
    assert found.value is not None

    assert found.met is (found.value >= 1)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_a_range_is_met_inside(b: Decimal, one: Decimal, other: Decimal, a: Decimal) -> None:
    """Met if and only if inside; before the nearer bound p < 1, from it on p >= 1, so what is met has come all the way."""
    low, high = sorted((one, other))
    aim = Target(minimum=low, maximum=high)
    found = progress(Indicator(baselines=b, targets=aim, periods=Period("2024", actuals=a)))

    assert (low <= a <= high) is found.met
    assert (low <= b <= high) is (found.value is None)
    if found.value is not None and found.met:
        assert found.value >= 1


# What changes nothing.


EMPTY = st.sampled_from([Period(), Period("2023"), Period("2019"), Period("2030"), Period("2022", actuals=Actual())])


@given(series() | indicators(), EMPTY, st.integers(0, 4))
@example(Indicator(measure="nominal"), Period("2022", actuals=Actual()), 0)
def test_an_empty_period_changes_nothing(indicator: Indicator, empty: Period, place: int) -> None:
    """Neither the value, nor the reason, nor whether it is met, wherever it stands; only a sum is not complete any more."""
    periods = (*indicator.periods[:place], empty, *indicator.periods[place:])
    before, after = progress(indicator), progress(evolve(indicator, periods=periods))

    assert told(before) == told(after)
    assert before.reason == after.reason


@given(series())
def test_a_later_day_than_all_is_no_day(indicator: Indicator) -> None:
    """When all periods have ended, what is known is what is known without a day."""
    assert told(progress(indicator)) == told(progress(indicator, as_of="2031-01-01"))


@given(series(), st.randoms(use_true_random=False))
def test_the_order_of_periods_does_not_matter(indicator: Indicator, random: Any) -> None:
    """It goes by their days."""
    periods = list(indicator.periods)
    random.shuffle(periods)

    assert told(progress(indicator)) == told(progress(evolve(indicator, periods=periods)))


# Whatever the indicator.


def baselines() -> st.SearchStrategy[Any]:
    """Draw what progress may be reckoned from."""
    return st.sampled_from(["stated", "zero"]) | NUMBERS | st.integers(-5, 5)


def courses() -> st.SearchStrategy[Course | None]:
    """Draw what may be expected."""
    return st.sampled_from([None, "linear", "milestones", LATE])


@st.composite
def any_indicators(draw: st.DrawFn) -> Indicator:
    """Draw indicators with and without an accumulation, a scale, and a measure of the library's own."""
    indicator = draw(indicators())
    stated: dict[str, Any] = {
        "accumulation": draw(ACCUMULATIONS),
        "direction": draw(DIRECTIONS),
        "measure": draw(st.just(indicator.measure) | st.sampled_from(list(MeasureType))),
        "scale": draw(st.sampled_from([(), ("low", "yes")])),
    }
    return evolve(indicator, **stated)


@given(any_indicators() | series(), DAYS, baselines(), st.sampled_from(get_args(Method)), courses(), st.booleans())
def test_a_value_or_a_reason(  # noqa: PLR0917  hypothesis hands over what it draws in order
    indicator: Indicator, day: date | None, baseline: Any, method: Method, course: Course | None, overlap: bool
) -> None:
    """Never an exception, never both, never neither; whatever is said of it can be written, and clamped lies in 0..1."""
    asked: dict[str, Any] = {"as_of": day, "baseline": baseline, "method": method, "allow_overlap": overlap}
    if day is not None and method == "baseline":
        asked |= {"expected": course, "span": "2022/2024" if overlap else None}
    for period in (None, *range(len(indicator.periods))):
        found = progress(indicator, period=period, **asked)

        assert (found.value is None) is not (found.reason is None)
        assert found.reason is None or found.reason.code in SENTENCES
        assert (found.clamped is None) is (found.value is None)
        assert found.clamped is None or 0 <= found.clamped <= 1
        assert found.value is None or type(found.value) is Fraction
        assert found.on_track is None or found.expected
        assert found.expected is None or (day is not None and method == "baseline")
        assert str(found)
        assert repr(found)
        assert format(found, ".0%")


@settings(max_examples=50)
@given(any_indicators(), st.dates(date(2021, 6, 1), date(2025, 6, 1)), st.sampled_from(["linear", LATE]))
def test_expected_is_a_part_of_the_way(indicator: Indicator, day: date, course: Course) -> None:
    """By time it lies in 0..1, and does not fall with time; by milestones it may be anything, as targets may."""
    span = DateSpan("2022-01-01", "2024-12-31")
    due, later = (
        progress(indicator, as_of=each, span=span, expected=course).expected for each in (day, day + timedelta(30))
    )
    assert due is not None
    assert later is not None

    assert 0 <= due <= later <= 1


@settings(max_examples=50)
@given(any_indicators(), baselines())
def test_what_is_not_stated_is_said_to_be_assumed(indicator: Indicator, baseline: Any) -> None:
    """The result says what was assumed of the baseline if and only if it is not the stated one."""
    found = progress(indicator, baseline=baseline)
    stated = found.inputs.baseline.of or found.inputs.baseline.reason is not None

    assert bool(found.inputs.assumed) is not bool(stated)


@settings(max_examples=20)
@given(projects(), DAYS, st.booleans())
def test_levels_hold_each_result_once(project: Project, day: date | None, clamped: bool) -> None:
    """Never an exception; each result in one level, each of its indicators with a value or a reason."""
    found = project_progress(project, as_of=day, clamped=clamped)
    levels = (found.outputs, found.outcomes, found.impacts, found.others)
    held = [each for level in levels for each in level.results]

    assert str(found)
    assert sorted(each.path for each in held) == sorted(
        f"chain[{place}]" for place, node in enumerate(project.chain) if isinstance(node, Result)
    )
    for each in held:
        assert project.chain[int(each.path.removeprefix("chain[").removesuffix("]"))] is each.result
        assert tuple(progress(indicator, as_of=day) for indicator in each.result.indicators) == each.indicators
        assert (each.n_used == 0) is (each.value is None)
        assert not clamped or each.value is None or 0 <= each.value <= 1


WEIGHTS = st.none() | st.integers(0, 100).map(Decimal)
RESULTS = st.builds(
    lambda indicators, weight: Output(indicators=indicators, weight=weight),
    st.lists(series() | st.just(Indicator()), max_size=2),
    WEIGHTS,
)


@given(st.lists(RESULTS, max_size=3))
def test_a_level_lies_between_its_results(nodes: list[Output]) -> None:
    """A weighted mean is not below the least nor above the greatest; some of the weight covers it, or all."""
    level = project_progress(Project(chain=nodes)).outputs
    known = [each.value for each in level.results if each.value is not None]
    if level.value is not None:
        assert level.coverage is not None
        assert min(known) <= level.value <= max(known)
        assert 0 < level.coverage <= 1
