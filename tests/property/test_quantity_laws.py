"""Laws of quantities that hold for all of them."""

from decimal import Decimal

import pytest
from hypothesis import example, given, strategies as st

from aidmodel.errors import UnitMismatch
from aidmodel.testing._money import amounts, quantities
from aidmodel.values.quantity import Quantity
from aidmodel.values.units import factor, unit_for, units

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


@given(quantities(), quantities())
def test_a_sum_is_exact_or_refused(a: Quantity, b: Quantity) -> None:
    """What does not measure the same is never added, whatever the qualifiers."""
    if factor(a.unit_of, b.unit_of) is None:
        with pytest.raises(UnitMismatch) as caught:
            _ = a + b
        assert UnitMismatch(a.unit, b.unit, "add") == caught.value


@given(quantities())
def test_repr_pastes_back(quantity: Quantity) -> None:
    """The same quantity."""
    assert quantity == eval(repr(quantity))  # noqa: S307


@given(st.text(min_size=1).filter(str.strip))
@example("_")
@example(" - ")
@example(".")
def test_any_words_are_a_unit(text: str) -> None:
    """Unknown words are never a physical unit, and their pint name is one that pint can hold."""
    unit = unit_for(text)

    assert unit in units() or unit.pint == f"count_{unit.code}"
    assert unit.pint.isascii()
    assert unit.code == unit_for(text.strip()).code
