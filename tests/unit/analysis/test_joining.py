"""What to doubt of numbers that were joined: who is in them twice, of when they are, and which way is better."""

from aidmodel.analysis.aggregation import aggregate
from aidmodel.model.indicator import Indicator, Period
from aidmodel.model.measurement import Actual

TWICE = "an indicator is given twice"
BESIDE_A_USE = "an indicator stands beside a use of it, which may be in its values already"
BOTH_WAYS = "more is better in some of them, and less in others"


def wells(actual: int | Actual, year: str = "2024", **own: str) -> Indicator:
    """Give an indicator of wells with one actual."""
    return Indicator(measure="number", unit="well", periods=Period(year, actuals=actual), **own)  # type: ignore[arg-type]


def test_the_same_indicator_twice() -> None:
    """It counts twice, and the sum says so; two that only look alike are two."""
    one = wells(3)

    assert (TWICE,) == aggregate([one, one]).doubts
    assert 6 == aggregate([one, one]).value
    assert () == aggregate([one, wells(3)]).doubts


def test_a_definition_beside_its_use() -> None:
    """What a parent has may be made of what its children have."""
    parent = wells(8, id="STD-1")

    assert (BESIDE_A_USE,) == aggregate([parent, parent.used("UG-1", periods=Period("2024", actuals=3))]).doubts
    assert () == aggregate([wells(8, id="STD-2"), wells(3, parent="STD-1")]).doubts


def test_ways_that_lead_apart() -> None:
    """A sum of what should rise and what should fall is neither; where none is stated nothing is said."""
    assert (BOTH_WAYS,) == aggregate([wells(1, direction="increase"), wells(2, direction="decrease")]).doubts
    assert () == aggregate([wells(1, direction="increase"), wells(2)]).doubts


def test_moments_of_different_years() -> None:
    """Three wells of 2024 and five of 2019 are not eight at any time."""
    both = aggregate([wells(3, accumulation="snapshot"), wells(5, "2019", accumulation="snapshot")])

    assert 8 == both.value
    assert ("the values are of different dates, from 2019-12-31 to 2024-12-31",) == both.doubts


def test_a_refused_member_keeps_its_own_number() -> None:
    """Where the units do not fit each other the explanation still says what was stated, and of which the unit is."""
    mixed = aggregate([wells(3, title="A"), Indicator(unit="quintal", title="B", periods=Period("2024", actuals=5))])

    assert [
        "refused: the units do not measure the same: well, and quintal of [1]",
        "  [0] A: 3 well",
        "  [1] B: 5 quintal",
    ] == mixed.explain().splitlines()
