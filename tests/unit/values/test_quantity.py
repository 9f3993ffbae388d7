"""Quantities: numbers with the words for their unit."""

import copy
import operator
import pickle
from collections.abc import Callable
from decimal import Decimal, localcontext

import pytest

from aidmodel.errors import InvalidValue, UnitMismatch
from aidmodel.values.quantity import Qualifier, Quantity
from aidmodel.values.units import UnitKind


def test_words_stay_as_given() -> None:
    """Number, words and qualifier as they were written; equality is of all three."""
    quantity = Quantity("12.50", "Sq. km", "over")

    assert (Decimal("12.50"), "Sq. km", Qualifier.OVER) == (quantity.value, quantity.unit, quantity.qualifier)
    assert Quantity("12.5", "km2") != Quantity("12.5", "square kilometres")
    assert Quantity(5, "people") != Quantity(5, "people", "exact")
    assert Quantity(5, "people") == Quantity("5.0", "people")


def test_what_the_words_mean() -> None:
    """The unit is looked up on request."""
    assert "square_kilometre" == Quantity("12.5", "km2").unit_of.code
    assert UnitKind.COUNT is Quantity(27, "policy instruments").kind


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "message"),
    [
        (
            0.5,
            "km",
            None,
            'Quantity.value: must be an exact number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
        (1, "", None, "Quantity.unit: must not be blank, got ''; leave it out if it is not known"),
        (1, None, None, "Quantity.unit: must be a string, got None"),
        (
            1,
            "km",
            "roughly",
            "Quantity.qualifier: must be one of Qualifier, got 'roughly'; one of exact, about, at least, over, up to, under, estimated",
        ),
    ],
)
def test_quantities_that_cannot_be_meant(value: str, unit: str, qualifier: str | None, message: str) -> None:
    """An exact number, words, a known qualifier."""
    with pytest.raises(InvalidValue) as caught:
        Quantity(value, unit, qualifier)

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("value", "unit", "into", "expected"),
    [
        ("12.5", "km2", "hectare", "1250"),
        ("1250", "hectares", "km2", "12.5"),
        ("3", "years", "months", "36"),
        ("2.5", "MWh", "kWh", "2500"),
        ("0.75", "m3", "litres", "750"),
        ("1", "acre", "m2", "4046.8564224"),
        ("4046.8564224", "m2", "acres", "1"),
        ("10", "days", "weeks", "1.42857142857142857143"),
        ("5", "people", "persons", "5"),
        ("7", "MtCO2e", "tCO2e", "7000000"),
    ],
)
def test_conversions(value: str, unit: str, into: str, expected: str) -> None:
    """Exact where the factor is, else to 20 decimals; the words are those asked for."""
    assert Quantity(expected, into) == Quantity(value, unit).to(into)


def test_a_conversion_keeps_the_qualifier() -> None:
    """Over a kilometre is over a thousand metres."""
    assert Quantity(1000, "m", "over") == Quantity(1, "km", "over").to("m")


def test_a_program_that_reckons_coarsely_changes_nothing() -> None:
    """The library's own context counts."""
    with localcontext() as context:
        context.prec = 3
        assert Quantity("1234567.8", "m2") == Quantity("123.45678", "hectares").to("m2")
        assert Quantity("1000000.1", "m") == Quantity("1000000", "m") + Quantity("0.1", "m")
        assert "1,234,567 people" == str(Quantity(1234567, "people"))


def test_conversions_that_cannot_be_meant() -> None:
    """Between things that do not measure the same, and to nothing."""
    with pytest.raises(UnitMismatch) as caught:
        Quantity(3, "months").to("days")
    assert UnitMismatch("months", "days", "convert between") == caught.value
    assert "cannot convert between 'months' and 'days': they do not measure the same" == str(caught.value)
    with pytest.raises(InvalidValue) as blank:
        Quantity(3, "months").to(" ")
    assert InvalidValue(" ", "must not be blank", "leave it out if it is not known") == blank.value
    long = Quantity("9" * 30, "km")
    with pytest.raises(InvalidValue) as large:
        long.to("m")
    assert (
        InvalidValue(
            Decimal("9" * 30 + "000"),
            "the result must have at most 30 digits before the point",
            "round or scale the numbers first",
        )
        == large.value
    )


def test_sums_are_in_the_unit_of_the_first() -> None:
    """Exactly."""
    assert Quantity("1.5", "km") == Quantity(1, "km") + Quantity(500, "m")
    assert Quantity(1500, "m") == Quantity(500, "m") + Quantity(1, "km")
    assert Quantity("0.5", "km") == Quantity(1, "km") - Quantity(500, "metres")
    assert Quantity(11, "people") == Quantity(5, "people") + Quantity(6, "persons")
    assert Quantity(3, "yurts") == Quantity(1, "yurts") + Quantity(2, "yurts")
    total: object = sum([Quantity(1, "km"), Quantity(2, "km")])
    assert Quantity(3, "km") == total


@pytest.mark.parametrize(
    ("operation", "doing"),
    [
        (operator.add, "add"),
        (operator.sub, "subtract"),
        (operator.lt, "compare"),
        (operator.le, "compare"),
        (operator.gt, "compare"),
        (operator.ge, "compare"),
    ],
)
def test_what_does_not_measure_the_same_does_not_mix(
    operation: Callable[[Quantity, Quantity], object], doing: str
) -> None:
    """People and households, lengths and areas; percentage points are no percentage, and none can be taken from them."""
    for left, right in (("people", "households"), ("km", "km2"), ("percentage points", "percent")):
        with pytest.raises(UnitMismatch) as caught:
            operation(Quantity(5, left), Quantity(6, right))

        assert UnitMismatch(left, right, doing) == caught.value


def test_between_two_percentages_are_percentage_points() -> None:
    """From 40 % to 45 % it is 5 percentage points, not 5 % (which is 2 % of 40), in whatever words for percent."""
    assert Quantity(5, "percentage points") == Quantity(45, "%") - Quantity(40, "%")
    assert Quantity(-5, "percentage points") == Quantity(40, "percent") - Quantity(45, "%")
    assert Quantity("0.5", "percentage points", "about") == Quantity("45.5", "%", "about") - Quantity(45, "per cent")


def test_percentage_points_take_one_percentage_to_another() -> None:
    """40 % and 5 points are 45 %, and without them 35 %; what lies between, added to the second, gives the first."""
    low, high = Quantity(40, "%"), Quantity("45.5", "%")

    assert Quantity(45, "%") == low + Quantity(5, "pp")
    assert Quantity(35, "%") == low - Quantity(5, "percentage points")
    assert high == low + (high - low)
    assert Quantity(8, "pp") == Quantity(5, "pp") + Quantity(3, "percentage points")
    assert Quantity(2, "pp") == Quantity(5, "pp") - Quantity(3, "percentage points")


@pytest.mark.parametrize("operation", [operator.lt, operator.le, operator.gt, operator.ge])
def test_percentages_and_points_are_not_compared(operation: Callable[[Quantity, Quantity], object]) -> None:
    """Whether 5 percentage points are less than 6 % nobody can say."""
    with pytest.raises(UnitMismatch) as caught:
        operation(Quantity(6, "%"), Quantity(5, "pp"))

    assert UnitMismatch("%", "pp", "compare") == caught.value


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.lt, operator.le, operator.gt, operator.ge])
def test_quantities_and_numbers_do_not_mix(operation: Callable[[Quantity, int], object]) -> None:
    """A number has no unit; only the integer 0 may begin a sum."""
    with pytest.raises(TypeError, match=r"not supported between|unsupported operand"):
        operation(Quantity(1, "km"), 1)
    with pytest.raises(TypeError, match="unsupported operand"):
        _ = 1 + Quantity(1, "km")


def test_comparisons() -> None:
    """Across units that measure the same; neither of equal measures is less, but they are not equal."""
    assert Quantity(999, "m") < Quantity(1, "km")
    assert Quantity("1.1", "km") > Quantity(1000, "m")
    assert Quantity(1000, "m") <= Quantity(1, "km") <= Quantity(1000, "m")
    assert Quantity(1000, "m") >= Quantity(1, "km") >= Quantity(1000, "m")
    assert not Quantity(1000, "m") < Quantity(1, "km")
    assert Quantity(1000, "m") != Quantity(1, "km")


def test_only_exact_numbers_are_compared() -> None:
    """Whether over 5 is less than 6 nobody knows."""
    over = Quantity(5, "people", "over")

    with pytest.raises(InvalidValue) as caught:
        assert over < Quantity(6, "people")
    assert (
        "cannot be compared: its number is not exact, got Quantity('5', 'people', 'over'); compare the values"
        == str(caught.value)
    )
    with pytest.raises(InvalidValue):
        assert Quantity(6, "people") >= over
    assert Quantity(5, "people", "exact") < Quantity(6, "people")


@pytest.mark.parametrize(
    ("left", "right", "sum_", "difference"),
    [
        (None, None, None, None),
        ("exact", "exact", "exact", "exact"),
        ("exact", None, None, None),
        (None, "about", "about", "about"),
        ("about", "about", "about", "about"),
        ("estimated", "exact", "estimated", "estimated"),
        ("exact", "over", "over", "under"),
        (None, "at least", "at least", "up to"),
        ("up to", None, "up to", "up to"),
        ("over", "over", "over", "refused"),
        ("over", "at least", "over", "refused"),
        ("up to", "under", "under", "refused"),
        ("over", "up to", "refused", "over"),
        ("at least", "under", "refused", "over"),
        ("under", "at least", "refused", "under"),
        ("up to", "at least", "refused", "up to"),
        ("about", "estimated", "refused", "refused"),
        ("about", "over", "refused", "refused"),
    ],
)
def test_what_is_known_of_a_sum(left: str | None, right: str | None, sum_: str | None, difference: str | None) -> None:
    """Bounds of one direction add up, a subtracted bound turns round, and where nothing follows nothing is said."""
    one, two = Quantity(5, "people", left), Quantity(3, "people", right)

    for operation, value, expected in ((operator.add, 8, sum_), (operator.sub, 2, difference)):
        if expected == "refused":
            with pytest.raises(InvalidValue) as caught:
                operation(one, two)
            assert (
                InvalidValue(
                    (one, two), "nothing can be said of the sum", "add the values, and state a qualifier yourself"
                )
                == caught.value
            )
        else:
            assert Quantity(value, "people", expected) == operation(one, two)


@pytest.mark.parametrize(
    ("quantity", "words", "code"),
    [
        (Quantity("12.5", "km2"), "12.5 km2", "Quantity('12.5', 'km2')"),
        (Quantity(2800000, "people", Qualifier.OVER), "over 2,800,000 people", "Quantity('2800000', 'people', 'over')"),
        (Quantity("1E+3", "kits", "at least"), "at least 1,000 kits", "Quantity('1000', 'kits', 'at least')"),
        (
            Quantity(27, "policy instruments", "exact"),
            "27 policy instruments",
            "Quantity('27', 'policy instruments', 'exact')",
        ),
    ],
)
def test_words_for_people_and_repr(quantity: Quantity, words: str, code: str) -> None:
    """As it is written; repr pastes back."""
    assert words == str(quantity)
    assert code == repr(quantity)
    assert quantity == eval(repr(quantity))  # noqa: S307


def test_a_quantity_is_a_value() -> None:
    """Hashed, copied and pickled."""
    quantity = Quantity("12.5", "km2", "about")

    assert quantity == pickle.loads(pickle.dumps(quantity)) == copy.deepcopy(quantity)  # noqa: S301
    assert hash(quantity) == hash(Quantity("12.50", "km2", "about"))


def test_a_pint_quantity() -> None:
    """In pint's own units, with a dimension for each countable."""
    assert Decimal(1250) == Quantity("12.5", "km2").to_pint().to("hectare").magnitude
    assert {"[count_policy_instrument]": 1} == dict(Quantity(27, "policy instruments").to_pint().dimensionality)
