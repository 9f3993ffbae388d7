"""Laws of joined values that hold for all indicators."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

from attrs import evolve
from hypothesis import assume, example, given, settings, strategies as st

from aidmodel.analysis.aggregates import Aggregate, How
from aidmodel.analysis.aggregation import aggregate
from aidmodel.analysis.figures import SENTENCES
from aidmodel.analysis.over_time import ADDING, Side
from aidmodel.analysis.progress import progress
from aidmodel.model.indicator import Accumulation, Indicator, MeasureType, Period
from aidmodel.model.measurement import Actual
from aidmodel.testing.strategies import indicators

NUMBERS = st.integers(-50, 50).map(Decimal) | st.decimals(-(10**9), 10**9, places=3, allow_nan=False)
MISSING = st.sampled_from([Actual(), Actual(status="suppressed"), Actual(status="not yet due"), None])
SHARES = st.builds(
    lambda over, under: Actual(numerator=over, denominator=under), st.integers(-5, 60), st.integers(1, 200)
) | st.just(Actual(numerator=0, denominator=0))
STEPS = st.sampled_from(["none", "low", "high"]).map(lambda word: Actual(stated=word))
ACCUMULATIONS = st.none() | st.sampled_from(list(Accumulation))
WEIGHTS = st.integers(1, 20) | st.fractions("1/7", 9, max_denominator=9)
LAND = ("hectare", "km2", "ha", "m2")
TO_HECTARES = {"hectare": Fraction(1), "ha": Fraction(1), "km2": Fraction(100), "m2": Fraction(1, 10_000)}


def use(actual: Any, **stated: Any) -> Indicator:
    """Make an indicator with one period; None: nothing was found in it."""
    return Indicator(**stated, periods=Period("2024", actuals=() if actual is None else actual))


def uses(values: st.SearchStrategy[Any], **stated: Any) -> st.SearchStrategy[list[Indicator]]:
    """Draw indicators of one kind, some without a value."""
    return st.lists((values | MISSING).map(lambda each: use(each, **stated)), min_size=1, max_size=6)


def told(found: Aggregate) -> tuple[Any, ...]:
    """Give what is said of all, but for how it is worded."""
    return (
        found.value,
        found.refused is None,
        {name: count for name, count in found.counts if count},
        found.numerator,
        found.denominator,
        found.n_used,
        found.n_expected,
        found.complete,
    )


def grouped(items: Sequence[Any], places: Sequence[int]) -> list[list[Any]]:
    """Give the items in groups: each goes to the group of its place; groups of none are left out."""
    groups: dict[int, list[Any]] = {}
    for item, place in zip(items, places, strict=False):
        groups.setdefault(place, []).append(item)
    return list(groups.values())


PLACES = st.lists(st.integers(0, 2), min_size=6, max_size=6)
COUNTS = uses(NUMBERS, measure="number", unit="well")
PERCENT = uses(SHARES, measure="percentage")
JUDGED = uses(STEPS, measure="ordinal", scale=["none", "low", "high"])
ADDED: tuple[How, ...] = ("sum", "max", "min", "mean")
RATED: tuple[How, ...] = ("ratio",)
SAID: tuple[How, ...] = ("count", "max", "min")
JOINED = st.one_of(
    st.tuples(COUNTS, st.sampled_from(ADDED)),
    st.tuples(PERCENT, st.sampled_from(RATED)),
    st.tuples(JUDGED, st.sampled_from(SAID)),
)


# Parts and wholes.


@given(JOINED, PLACES)
@example(
    (
        [
            use(Actual(numerator=0, denominator=0), measure="percentage"),
            use(Actual(numerator=1, denominator=2), measure="percentage"),
        ],
        "ratio",
    ),
    [0, 1],
)
@example(([use(None, unit="well"), use(5, unit="well")], "sum"), [0, 1])
@example(([use(Actual(status="suppressed"), measure="ordinal"), use(2, measure="ordinal")], "max"), [0, 1])
def test_parts_then_wholes(joined: tuple[list[Indicator], How], places: list[int]) -> None:
    """To join groups and then what they make is to join all of it at once: value, counts, and how many are in it."""
    members, how = joined
    parts = [aggregate(group, how) for group in grouped(members, places)]

    assert told(aggregate(members, how)) == told(aggregate(parts, how))
    assert told(aggregate(members, how)) == told(aggregate([aggregate([part], how) for part in parts], how))


@given(COUNTS, PLACES, st.lists(WEIGHTS, min_size=6, max_size=6))
def test_weighted_parts_then_wholes(members: list[Indicator], places: list[int], weights: list[Any]) -> None:
    """The weights go along, so that a group weighs as much as what is in it."""
    pairs = list(zip(members, weights, strict=False))
    parts = [
        aggregate([each for each, _ in group], weights=[weight for _, weight in group])
        for group in grouped(pairs, places)
    ]
    whole = aggregate(members, weights=[weight for _, weight in pairs])

    assert told(whole) == told(aggregate(parts))


# Order and unit.


@given(JOINED, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(joined: tuple[list[Indicator], How], random: Any) -> None:
    """Of what is in one unit."""
    members, how = joined
    shuffled = list(members)
    random.shuffle(shuffled)

    assert told(aggregate(members, how)) == told(aggregate(shuffled, how))


@given(
    st.lists(st.tuples(NUMBERS, st.sampled_from(LAND)), min_size=1, max_size=5),
    st.sampled_from(["sum", "max", "min", "mean"]),
    st.randoms(use_true_random=False),
)
def test_the_unit_does_not_matter(land: list[tuple[Decimal, str]], how: How, random: Any) -> None:
    """Each in hectares, then joined, is the same as joined in whatever unit comes first."""
    found = aggregate([use(number, unit=unit) for number, unit in land], how)
    in_hectares = [Fraction(number) * TO_HECTARES[unit] for number, unit in land]
    random.shuffle(land)
    other = aggregate([use(number, unit=unit) for number, unit in land], how)
    assert found.value is not None
    assert other.value is not None
    assert found.unit is not None
    assert other.unit is not None

    by_hand = {
        "sum": sum(in_hectares), "max": max(in_hectares), "min": min(in_hectares), "mean": sum(in_hectares) / len(land)
    }  # fmt: skip
    assert by_hand[how] == found.value * TO_HECTARES[found.unit] == other.value * TO_HECTARES[other.unit]


@given(COUNTS, st.integers(1, 1000))
def test_ten_times_as_many(members: list[Indicator], k: int) -> None:
    """With each number times k the sum is, too."""

    def larger(indicator: Indicator) -> Indicator:
        period = indicator.periods[0]
        actuals = [each if each.value is None else evolve(each, value=each.value * k) for each in period.actuals]
        return evolve(indicator, periods=evolve(period, actuals=actuals))

    before, after = aggregate(members), aggregate([larger(each) for each in members])

    assert (before.value is None) is (after.value is None)
    assert before.value is None or before.value * k == after.value


# What the ways have to do with each other.


@given(st.lists(NUMBERS, min_size=1, max_size=5))
def test_means_lie_between(numbers: list[Decimal]) -> None:
    """Between the least and the greatest, and so many times the mean is the sum."""
    members = [use(number, unit="well") for number in numbers]
    found: dict[str, Fraction] = {}
    for name in ("min", "mean", "max", "sum"):
        how: Any = name
        value = aggregate(members, how).value
        assert value is not None
        found[name] = value

    assert found["min"] <= found["mean"] <= found["max"]
    assert found["sum"] == found["mean"] * len(numbers)
    assert found["mean"] == aggregate(members, weights=[3] * len(numbers)).value


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 200)), min_size=1, max_size=5))
def test_shares_of_all_are_weighted_by_their_denominators(shares: list[tuple[int, int]]) -> None:
    """The numerators over the denominators are the mean of the shares, each weighing as many as it is out of."""
    members = [use(Actual(numerator=n, denominator=d), measure="percentage") for n, d in shares]

    assert aggregate(members).value == aggregate(members, weights=[d for _, d in shares]).value
    assert Fraction(100 * sum(n for n, _ in shares), sum(d for _, d in shares)) == aggregate(members).value


@given(JUDGED)
def test_each_is_counted_once(members: list[Indicator]) -> None:
    """As many as have a value."""
    found = aggregate(members)

    assert found.n_used == sum(count for _, count in found.counts)


# What changes no value.


@given(JOINED, MISSING, st.integers(0, 6))
def test_a_missing_indicator_changes_no_value(joined: tuple[list[Indicator], How], missing: Any, place: int) -> None:
    """Only how many there should be, and that the aggregate is not complete."""
    members, how = joined
    like = evolve(members[0], periods=Period("2024", actuals=() if missing is None else missing))
    before, after = aggregate(members, how), aggregate([*members[:place], like, *members[place:]], how)

    assert told(before)[:6] == told(after)[:6]
    assert (before.n_expected + 1, False) == (after.n_expected, after.complete)


@st.composite
def any_indicators(draw: st.DrawFn) -> Indicator:
    """Draw indicators of every kind, with and without an accumulation and a unit that means something."""
    stated: dict[str, Any] = {
        "accumulation": draw(ACCUMULATIONS),
        "measure": draw(st.none() | st.sampled_from(list(MeasureType))),
        "unit": draw(st.none() | st.sampled_from(["people", "km2", "ha", "%", "per 1000", "index", "EUR", "euros"])),
        "scale": draw(st.sampled_from([(), ("low", "yes")])),
        "aggregation_status": draw(st.none() | st.just(value=True)),
    }
    return evolve(draw(indicators()), **stated)


EMPTY = st.sampled_from([Period(), Period("2023"), Period("2019"), Period("2030"), Period("2022", actuals=Actual())])


@given(any_indicators(), EMPTY, st.integers(0, 3))
def test_an_empty_period_changes_no_value(indicator: Indicator, empty: Period, place: int) -> None:
    """Neither the value nor the refusal; but a sum with a period missing is not complete."""
    periods = (*indicator.periods[:place], empty, *indicator.periods[place:])
    before, after = aggregate(indicator), aggregate(evolve(indicator, periods=periods))

    assert (before.value, before.refused, before.counts) == (after.value, after.refused, after.counts)
    assert before.complete or not after.complete or indicator.accumulation not in ADDING


# Whatever the indicators.


@given(any_indicators())
def test_one_alone_is_what_progress_reckons_with(indicator: Indicator) -> None:
    """The actual of the whole project, or a refusal; the reason why there is no actual is the reason of the aggregate."""
    found, actual = aggregate(indicator), progress(indicator).inputs.actual
    assume(found.method != "count")

    assert found.value is None or found.value == actual.number
    if found.refused is None:
        assert actual.complete is found.complete
    if actual.number is not None and found.method is not None:
        assert found.refused is None or found.refused.code not in ("no_actual", "suppressed", "not_due")


DATES = st.none() | st.dates(date(2021, 6, 1), date(2025, 6, 1))
PERIODS = st.none() | st.integers(-2, 1) | st.sampled_from(["2022", "2023"])


@settings(max_examples=150)
@given(
    st.lists(any_indicators(), max_size=3) | any_indicators().map(lambda each: [each, each]),
    st.none() | st.sampled_from(get_args(How)),
    st.sampled_from(get_args(Side)),
    DATES,
    PERIODS,
    st.booleans(),
)
@example([use(Actual(), measure="nominal")], None, "actual", None, None, False)
@example([use(5, measure="currency", unit="euros")] * 2, None, "actual", None, None, False)
@example([Indicator(unit="well", periods=[Period("2022"), Period("2022")])], None, "actual", None, "2022", False)
def test_nothing_raises(  # noqa: PLR0917  hypothesis hands over what it draws in order
    members: list[Indicator], how: How | None, of: Side, day: date | None, period: Any, weighed: bool
) -> None:
    """A value, or counts, or a refusal, and one of them only; all that is said of it can be written."""
    assume(how != "latest" or of == "actual")
    asked: dict[str, Any] = {
        "of": of, "as_of": day if of == "actual" else None, "period": None if of == "baseline" else period
    }  # fmt: skip
    if weighed and how in (None, "weighted mean"):
        asked["weights"] = list(range(len(members)))
    found = aggregate(members, how, **asked)

    assert 1 == (found.value is not None) + bool(found.counts) + (found.refused is not None)
    assert found.refused is None or found.refused.code in SENTENCES
    assert len(members) == len(found.members) == found.n_expected
    assert 0 <= found.n_used <= found.n_expected
    assert all((str(found), repr(found), found.explain(), f"{found:.2f}"))
    again = aggregate([found])
    assert (found.value, found.counts) == (again.value, again.counts)
