"""Laws of quantities that hold for all of them."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import example, given, strategies as st

from aidmodel.errors import UnitMismatch
from aidmodel.testing._money import amounts, quantities
from aidmodel.values.quantity import Quantity
from aidmodel.values.units import UnitKind, factor, unit_for, units

KM = quantities("km", qualified=False)
M = quantities("m", qualified=False)


@given(KM, M, KM)
def test_addition(a: Quantity, b: Quantity, c: Quantity) -> None:
    """Commutative in its measure, associative, exact; the unit is that of the first."""
    assert "km" == (a + b).unit
    assert (a + b).value == (b + a).to("km").value
    assert (a + b) + c == a + (b + c)
    assert a == (a + b) - b
    assert Quantity(0, "km") == a - a


@given(KM, M)
def test_order(a: Quantity, b: Quantity) -> None:
    """Exactly one of less, same and greater, as in metres."""
    same = a.to("m").value == b.value

    assert 1 == (a < b) + same + (a > b)
    assert (a <= b) is (a < b or same)
    assert (a >= b) is (b <= a)


@given(
    amounts(),
    st.sampled_from([("km2", "hectares"), ("MWh", "kWh"), ("tonnes", "kg"), ("years", "months"), ("acres", "m2")]),
)
def test_conversion_there_and_back(value: Decimal, pair: tuple[str, str]) -> None:
    """To the smaller unit and back gives the same number."""
    large, small = pair

    assert Quantity(value, large) == Quantity(value, large).to(small).to(large)


def _shifts(a: Quantity, b: Quantity) -> bool:
    return (a.kind, b.kind) == (UnitKind.PERCENT, UnitKind.PERCENTAGE_POINT)


@given(quantities(), quantities())
@example(Quantity(40, "%"), Quantity(5, "pp"))
@example(Quantity(5, "pp"), Quantity(40, "%"))
def test_a_sum_is_exact_or_refused(a: Quantity, b: Quantity) -> None:
    """What does not measure the same is never added, whatever the qualifiers, but for points to a percentage; nor compared."""
    if factor(a.unit_of, b.unit_of) is None and not _shifts(a, b):
        with pytest.raises(UnitMismatch) as caught:
            _ = a + b
        assert UnitMismatch(a.unit, b.unit, "add") == caught.value
    if factor(a.unit_of, b.unit_of) is None:
        one, other = evolve(a, qualifier=None), evolve(b, qualifier=None)
        with pytest.raises(UnitMismatch) as compared:
            _ = one < other
        assert UnitMismatch(a.unit, b.unit, "compare") == compared.value


PERCENT = quantities("%", qualified=False)
POINTS = quantities("percentage points", qualified=False)


@given(PERCENT, PERCENT, POINTS, POINTS)
def test_points_lead_from_one_percentage_to_another(a: Quantity, b: Quantity, d: Quantity, e: Quantity) -> None:
    """a + (b - a) = b, (a + d) - a = d and (a + d) + e = a + (d + e), the units as they belong."""
    assert "percentage points" == (b - a).unit
    assert b == a + (b - a)
    assert d == (a + d) - a
    assert (a + d) + e == a + (d + e)
    assert a == (a + d) - d


@given(quantities())
def test_repr_pastes_back(quantity: Quantity) -> None:
    """The same quantity."""
    assert quantity == eval(repr(quantity))  # noqa: S307


@given(st.text(min_size=1).filter(str.strip))
@example("_")
@example("births per 1,000 women")
@example("per 10")
@example(" - ")
@example(".")
def test_any_words_are_a_unit(text: str) -> None:
    """Unknown words are never a physical unit, and their pint name is one that pint can hold."""
    unit = unit_for(text)

    assert unit in units() or unit.pint == (f"per_{unit.per}" if unit.per else f"count_{unit.code}")
    assert unit.pint.isascii()
    assert unit.code == unit_for(text.strip()).code
