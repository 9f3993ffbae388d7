"""Quantities: a number with the words for its unit."""

from decimal import Decimal, Overflow
from typing import Any, final

from attrs import evolve, field, frozen

from aidmodel._fields import named
from aidmodel.errors import InvalidValue, UnitMismatch
from aidmodel.values import units
from aidmodel.values.code import Listed, one_of
from aidmodel.values.number import ARITHMETIC, add, as_decimal, fitted, negated, plain, too_large
from aidmodel.values.plain import as_string
from aidmodel.values.units import Unit, UnitKind, unit_for


@final
class Qualifier(Listed):
    """How a number that is stated relates to the number that is meant."""

    EXACT = "exact"
    """It is that number."""
    ABOUT = "about"
    """It is near that number."""
    AT_LEAST = "at least"
    """It is that number or more."""
    OVER = "over"
    """It is more than that number."""
    UP_TO = "up to"
    """It is that number or less."""
    UNDER = "under"
    """It is less than that number."""
    ESTIMATED = "estimated"
    """Somebody estimated it."""


_OPPOSITE = {
    Qualifier.AT_LEAST: Qualifier.UP_TO,
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.UP_TO: Qualifier.AT_LEAST,
    Qualifier.UNDER: Qualifier.OVER,
}
_BOUNDS = {
    frozenset({Qualifier.AT_LEAST, Qualifier.OVER}): Qualifier.OVER,
    frozenset({Qualifier.UP_TO, Qualifier.UNDER}): Qualifier.UNDER,
}


def as_qualifier_or_none(value: Qualifier | str | None) -> Qualifier | None:
    """Give the qualifier that was meant, or None."""
    return None if value is None else one_of(Qualifier, value)


@final
@frozen(field_transformer=named, repr=False)
class Quantity:
    """
    A number with the words for its unit, and how the number is meant.

    The words stay as given; :attr:`unit_of` says what they are understood as. Sums take units that measure the same
    and are in the unit of the first; what lies between two percentages is in percentage points, and percentage points
    take one percentage to another. Two quantities are equal when number, words and qualifier are: 1 km is not equal
    to 1000 m, though neither is less than the other.

    >>> Quantity("12.5", "km2").to("hectare")
    Quantity('1250.0', 'hectare')
    >>> print(Quantity(45, "%") - Quantity(40, "%"))
    5 percentage points
    >>> print(Quantity(2800000, "people", "over"))
    over 2,800,000 people
    """

    value: Decimal = field(converter=as_decimal)
    """The exact number, in ``unit``, with the decimals it was given."""

    unit: str = field(converter=as_string)
    """The words for the unit, as written."""

    qualifier: Qualifier | None = field(default=None, converter=as_qualifier_or_none)
    """How the number is meant ("over 2,800,000"); None: nothing is said."""

    @property
    def unit_of(self) -> Unit:
        """The unit that the words are understood as; unknown words are a countable of their own."""
        return unit_for(self.unit)

    @property
    def kind(self) -> UnitKind:
        """What the unit measures, as far as reckoning with it goes."""
        return self.unit_of.kind

    def to(self, unit: str) -> "Quantity":
        """Give the same quantity in another unit: exact where the factor is, else to 20 decimals.

        Raises:
            UnitMismatch: the units do not measure the same; months and days do not, as months differ.
            InvalidValue: the number gets too long.

        """
        value = _value_in(self, as_string(unit))
        if value is None:
            raise UnitMismatch(self.unit, unit, "convert between")
        return evolve(self, value=value, unit=unit)

    def to_pint(self, registry: Any = None) -> Any:
        """Give a pint quantity in a registry (None: that of the application); the qualifier stays behind.

        A countable has a dimension of its own there, called ``count_person``; a percentage is without dimension.
        """
        return units.to_pint(self.value, self.unit_of, registry)

    def __add__(self, other: "Quantity") -> "Quantity":
        if type(other) is not Quantity:
            return NotImplemented
        value = add(self.value, _beside(self, other, "add"))
        return evolve(self, value=value, qualifier=_joined(self, other, other.qualifier))

    def __radd__(self, other: int) -> "Quantity":
        return self if type(other) is int and other == 0 else NotImplemented  # where sum() starts

    def __sub__(self, other: "Quantity") -> "Quantity":
        if type(other) is not Quantity:
            return NotImplemented
        value = add(self.value, negated(_beside(self, other, "subtract")))
        opposite = None if other.qualifier is None else _OPPOSITE.get(other.qualifier, other.qualifier)
        between = self.kind is UnitKind.PERCENT and other.kind is UnitKind.PERCENT
        unit = "percentage points" if between else self.unit
        return evolve(self, value=value, unit=unit, qualifier=_joined(self, other, opposite))

    def __lt__(self, other: "Quantity") -> bool:
        return self.value < _compared(self, other) if type(other) is Quantity else NotImplemented

    def __le__(self, other: "Quantity") -> bool:
        return self.value <= _compared(self, other) if type(other) is Quantity else NotImplemented

    def __gt__(self, other: "Quantity") -> bool:
        return self.value > _compared(self, other) if type(other) is Quantity else NotImplemented

    def __ge__(self, other: "Quantity") -> bool:
        return self.value >= _compared(self, other) if type(other) is Quantity else NotImplemented

    def __str__(self) -> str:
        said = "" if self.qualifier is None or self.qualifier is Qualifier.EXACT else f"{self.qualifier} "
        return f"{said}{self.value:,f} {self.unit}"

    def __repr__(self) -> str:
        said = "" if self.qualifier is None else f", {self.qualifier.term!r}"
        return f"Quantity({plain(self.value)!r}, {self.unit!r}{said})"


def _joined(left: Quantity, right: Quantity, opposite: Qualifier | None) -> Qualifier | None:
    """Give what is known of a sum; ``opposite`` is the right qualifier as it counts in it.

    Bounds of one direction add up, and a number that is exact or not qualified leaves the other's qualifier as it is.
    """
    kinds = {left.qualifier, opposite} - {Qualifier.EXACT}
    if not kinds:
        return Qualifier.EXACT
    kinds -= {None}
    if len(kinds) < 2:
        return kinds.pop() if kinds else None
    bound = _BOUNDS.get(frozenset(kind for kind in kinds if kind))
    if bound is None:
        raise InvalidValue(
            (left, right), "nothing can be said of the sum", "add the values, and state a qualifier yourself"
        )
    return bound


def _compared(left: Quantity, right: Quantity) -> Decimal:
    for quantity in (left, right):
        if quantity.qualifier not in {None, Qualifier.EXACT}:
            raise InvalidValue(quantity, "cannot be compared: its number is not exact", "compare the values")
    return _beside(left, right, "compare")


def _beside(left: Quantity, right: Quantity, doing: str) -> Decimal:
    """Give the value of the right quantity in the unit of the left; percentage points count beside a percentage."""
    value = _value_in(right, left.unit)
    if (
        value is None
        and doing != "compare"
        and (left.kind, right.kind) == (UnitKind.PERCENT, UnitKind.PERCENTAGE_POINT)
    ):
        return right.value
    if value is None:
        raise UnitMismatch(left.unit, right.unit, doing)
    return value


def _value_in(quantity: Quantity, unit: str) -> Decimal | None:
    """Give the value in another unit, None where that does not measure the same."""
    if unit == quantity.unit:
        return quantity.value
    factor = units.factor(quantity.unit_of, unit_for(unit))
    if factor is None:
        return None
    numerator, denominator = factor
    if numerator == denominator:
        return quantity.value
    try:
        return fitted(ARITHMETIC.divide(ARITHMETIC.multiply(quantity.value, numerator), denominator))
    except Overflow:
        raise too_large(quantity) from None


def as_quantity(value: Quantity) -> Quantity:
    """Give the quantity back.

    Raises:
        InvalidValue: it is none; a bare number has no unit.

    """
    if not isinstance(value, Quantity):
        raise InvalidValue(value, "must be a Quantity", 'write Quantity("27", "policy instruments")')
    return value


def as_quantity_or_none(value: Quantity | None) -> Quantity | None:
    """Give the quantity, or None, back; see :func:`as_quantity`."""
    return None if value is None else as_quantity(value)
