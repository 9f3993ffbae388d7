"""Arithmetic whose results stay within the digits that a number of this library may have."""

from decimal import Context, Decimal, Inexact

from aidmodel.errors import InvalidValue
from aidmodel.values.number import ARITHMETIC, DECIMAL_DIGITS, EXACT, WHOLE_DIGITS


def _sums() -> Context:
    context = EXACT.copy()
    context.Emax = WHOLE_DIGITS - 1
    return context


SUMS = _sums()
"""The context of sums: as :data:`EXACT`, and a result with too many digits before its point raises ``Inexact``, too."""

_FINEST = Decimal(1).scaleb(-DECIMAL_DIGITS)
_ONE = Decimal(1)


def too_large(value: object) -> InvalidValue:
    """Give the error for a result that has more digits than a number may have."""
    return InvalidValue(
        value,
        f"the result must have at most {WHOLE_DIGITS} digits before the point",
        "round or scale the numbers first",
    )


def add(left: Decimal, right: Decimal) -> Decimal:
    """Give the exact sum.

    Raises:
        InvalidValue: it has more digits than a number may have.

    """
    try:
        return SUMS.add(left, right)
    except Inexact:
        raise too_large((left, right)) from None


def negated(number: Decimal) -> Decimal:
    """Give the number with the other sign; 0 stays 0."""
    return number.copy_negate() if number else number


def fitted(number: Decimal) -> Decimal:
    """Give a product or quotient as a number may be held: at most 20 decimals, rounded half to even beyond; no -0.

    Raises:
        InvalidValue: it has more than 30 digits before the point.

    """
    exponent = number.as_tuple().exponent
    if number.adjusted() >= WHOLE_DIGITS or not isinstance(exponent, int):
        raise too_large(number)
    if exponent < -DECIMAL_DIGITS:
        number = ARITHMETIC.quantize(number, _FINEST)
        if number.adjusted() >= WHOLE_DIGITS:
            raise too_large(number)
    elif exponent > 0:
        number = ARITHMETIC.quantize(number, _ONE)
    return number or number.copy_abs()
