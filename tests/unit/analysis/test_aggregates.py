"""How an aggregate is written, what it says of itself, and what it is made of."""

import copy
import pickle
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from aidmodel.analysis.aggregates import Aggregate, AggregateMember, first_of
from aidmodel.analysis.aggregation import aggregate
from aidmodel.analysis.figures import Reason, no
from aidmodel.analysis.numbers import number_text
from aidmodel.model.indicator import Indicator, Period
from aidmodel.model.measurement import Actual


def site(actual: Any, **stated: Any) -> Indicator:
    """Make an indicator with one period; None: nothing was found in it."""
    return Indicator(**stated, periods=Period("2024", actuals=() if actual is None else actual))


def facts(*each: Any) -> tuple[Any, ...]:
    """Give facts together, to compare them at once."""
    return each


LAND = [
    site(120, title="North", unit="hectare"),
    site(3, title="South", unit="km2"),
    site(None, title="West", unit="ha"),
]
SHARES = [site(Actual(numerator=n, denominator=d), measure="percentage") for n, d in ((50, 100), (10, 1000))]
STEPS = [site(Actual(stated=step), measure="ordinal", scale=["none", "low", "high"]) for step in ("low", "high", "low")]


def test_what_is_in_it() -> None:
    """120 ha and 3 km2 are 420 ha, of two of three; each member has its own number and the one in the common unit."""
    land = aggregate(LAND)

    assert (420, "hectare", "sum", None, 2, 3, False) == facts(
        land.value, land.unit, land.method, land.refused, land.n_used, land.n_expected, land.complete
    )  # fmt: skip
    assert [(120, 120, ""), (3, 300, "3 km2"), (None, None, "")] == [
        (each.figure.number, each.value, each.note) for each in land.members
    ]
    assert LAND == [each.indicator for each in land.members]


def test_in_words() -> None:
    """The number, its unit, how it came about, of how many, and what to look at."""
    women = [site(n, measure="number", unit="women") for n in (1200, 34)]

    assert "420 hectare, sum of 2 of 3, incomplete" == str(aggregate(LAND))
    assert "5.45455 %, ratio of 2 of 2" == str(aggregate(SHARES))
    assert "none 0, low 2, high 1; 3 of 3" == str(aggregate(STEPS))
    assert "high, max of 3 of 3" == str(aggregate(STEPS, "max"))
    assert "1,234 women, sum of 2 of 2, 1 doubt" == str(aggregate(women))
    assert "refused: there is nothing to join" == str(aggregate([]))
    assert "12, sum of 1 of 1" == str(aggregate(site(12, measure="number")))


def test_the_repr_is_the_words() -> None:
    """An aggregate is computed, and cannot be pasted back."""
    assert "<Aggregate 420 hectare, sum of 2 of 3, incomplete>" == repr(aggregate(LAND))
    assert "<Aggregate refused: there is nothing to join>" == repr(aggregate([]))


def test_it_formats_itself() -> None:
    """As a number is, rounded half up; what is not known says so."""
    land = aggregate(LAND)

    assert ["420.0", "420", "5.45", str(land)] == [
        f"{land:.1f}", f"{land:,.0f}", f"{aggregate(SHARES):.2f}", f"{land}"
    ]  # fmt: skip
    assert "not known" == f"{aggregate(STEPS):.2f}" == f"{aggregate([]):.2f}"


def test_a_percentage_formats_as_one() -> None:
    """60 of 1100 are 5.45 of a hundred, and not 545 %."""
    assert ["5.45", "5.45%"] == [f"{(share := aggregate(SHARES)):.2f}", f"{share:.2%}"]


def test_what_became_of_each() -> None:
    """A line for each, with the reason or what was behind it; then the doubts."""
    assert [
        "420 hectare, sum of 2 of 3, incomplete",
        "  [0] North: 120",
        "  [1] South: 300, 3 km2",
        "  [2] West: not known: nothing was found yet, or it is not stated",
    ] == aggregate(LAND).explain().splitlines()
    assert "50 (50 of 100)" in aggregate(SHARES).explain()
    people = aggregate([site(Actual(5, qualifier="over"), title="A", unit="people"), site(6, title="B", unit="people")])
    assert [
        "  the same people may be counted by several of the 2",
        "  some of the numbers are not exact: over",
    ] == people.explain().splitlines()[-2:]
    both = aggregate([people, aggregate(site(4, title="C", unit="people"))])
    assert ["  [0] 2 of 2 values, joined: 11", "  [1] 1 of 1 values, joined: 4"] == both.explain().splitlines()[1:3]


def test_the_step_it_stands_for() -> None:
    """Of a scale; counts have none, nor has what was counted by category."""
    assert ("high", "low", None, None) == (
        aggregate(STEPS, "max").category,
        aggregate(STEPS, "min").category,
        aggregate(STEPS).category,
        aggregate(LAND).category,
    )
    numbers = [site(n, measure="ordinal") for n in (1, 3)]
    assert (3, None) == facts((found := aggregate(numbers, "max")).value, found.category)


def test_complete() -> None:
    """All that should be in it are, and each of them is."""
    whole = [site(n, unit="well") for n in (1, 2)]
    half = Indicator(measure="number", accumulation="per period", periods=[Period("2023", actuals=5), Period("2024")])

    assert aggregate(whole).complete is True
    assert aggregate(whole, n_expected=3).complete is False
    assert (5, 1, 1, False) == facts((found := aggregate(half)).value, found.n_used, found.n_expected, found.complete)


def test_how_much_it_weighs() -> None:
    """What is in it; what has no value weighs nothing."""
    found = aggregate([site(50, unit="%"), site(1, unit="%"), site(None, unit="%")], weights=[100, 1000, 7])

    assert 1100 == found.weight
    assert [100, 1000, 7] == [each.weight for each in found.members]


def test_the_first_of_all() -> None:
    """Through aggregates of aggregates; a blank one where there is none."""
    inner = aggregate(LAND)

    assert LAND[0] is first_of(LAND[0]) is first_of(aggregate([aggregate([inner])]))
    assert Indicator() == first_of(aggregate([]))


def test_numbers_as_text() -> None:
    """As far as they go: six digits of what has no end."""
    assert ["1,234,567", "0.333333", "12.5", "-3", "not known"] == [
        number_text(each) for each in (Fraction(1234567), Fraction(1, 3), Fraction(25, 2), Fraction(-3), None)
    ]


def test_it_is_a_value() -> None:
    """Compared, hashed, pickled, copied; its fields hold tuples."""
    land = aggregate(LAND)

    assert land == aggregate(LAND) == pickle.loads(pickle.dumps(land)) == copy.deepcopy(land)  # noqa: S301
    assert hash(land) == hash(aggregate(LAND))
    assert land != aggregate(LAND[:2])
    assert (AggregateMember(LAND[0], no("no_actual"), None),) == evolve(
        land, members=[AggregateMember(LAND[0], no("no_actual"), None)]
    ).members


@pytest.mark.parametrize("found", [aggregate(LAND), aggregate(STEPS), aggregate(SHARES), aggregate([])])
def test_a_value_counts_or_a_reason(found: Aggregate) -> None:
    """One of the three, and no other."""
    assert 1 == (found.value is not None) + bool(found.counts) + (found.refused is not None)
    assert found.refused is None or isinstance(found.refused, Reason)
