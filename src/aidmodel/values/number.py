"""Exact numbers: what is taken for one, and the arithmetic they are handled in."""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow

from aidmodel.errors import InvalidValue
from aidmodel.values.plain import LONGEST, bare, bare_int

_FAULTS = [InvalidOperation, DivisionByZero, Overflow]

ARITHMETIC = Context(
    prec=60, rounding=ROUND_HALF_EVEN, Emin=-999, Emax=999, capitals=1, clamp=0, flags=[], traps=_FAULTS
)
"""The library's own context: a program that lowers ``decimal.getcontext().prec`` does not change a product here."""

WHOLE_DIGITS = 30
"""The most digits a number may have before its point; with :data:`DECIMAL_DIGITS` sums stay exact in 60 digits."""

DECIMAL_DIGITS = 20
"""The most digits a number may have after its point."""

SUMS = Context(
    prec=60,
    rounding=ROUND_HALF_EVEN,
    Emin=-999,
    Emax=WHOLE_DIGITS - 1,
    capitals=1,
    clamp=0,
    flags=[],
    traps=[*_FAULTS, Inexact],
)
"""The context of sums: it raises :class:`decimal.Inexact` rather than lose a digit or exceed :data:`WHOLE_DIGITS`."""

_FINEST = Decimal(f"1E-{DECIMAL_DIGITS}")
_ONE = Decimal(1)
_WRITTEN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")


def as_decimal(value: Decimal | int | str) -> Decimal:
    """Give the exact number that was meant; -0 becomes 0 and 1E+3 1000, the number of decimals stays as written.

    Raises:
        InvalidValue: a float or bool, not a finite plain number, or more digits than sums can keep exactly.

    >>> as_decimal("4000000.00")
    Decimal('4000000.00')

    """
    if type(value) is str and len(value) <= 20 and value.isascii() and value.replace(".", "", 1).isdecimal():
        return Decimal(value)  # as most numbers in files are written, and nothing can be wrong with them
    if type(value) is Decimal:
        number = value
    elif isinstance(value, str):
        number = _from_text(bare(value))
    elif isinstance(value, bool | float):
        mend = (
            f'write "{value!r}" or Decimal("{value!r}") if that is the number meant'
            if isinstance(value, float)
            else "write 1 or 0"
        )
        raise InvalidValue(value, "must be an exact number", mend)
    elif isinstance(value, int):
        value = bare_int(value)
        if value.bit_length() > 110:
            raise InvalidValue(
                f"an integer of {value.bit_length():,} bits",
                f"must have at most {WHOLE_DIGITS} digits before the point",
            )
        number = Decimal(value)
    elif isinstance(value, Decimal):  # a subclass: keep the plain number
        number = Decimal(value)
    else:
        raise InvalidValue(value, "must be an exact number", "write a Decimal, an int or a string")
    if not number.is_finite():
        raise InvalidValue(value, "must be a finite number", "leave it out if it is not known")
    exponent = number.as_tuple().exponent
    if number.adjusted() >= WHOLE_DIGITS or (isinstance(exponent, int) and exponent < -DECIMAL_DIGITS):
        raise InvalidValue(
            value, f"must have at most {WHOLE_DIGITS} digits before the point and {DECIMAL_DIGITS} after it"
        )
    if isinstance(exponent, int) and exponent > 0:
        number = Decimal(plain(number))  # so that a number looks the same wherever it is written out
    return number.copy_abs() if not number and number.is_signed() else number


def as_decimal_or_none(value: Decimal | int | str | None) -> Decimal | None:
    """Give the exact number that was meant, or None; see :func:`as_decimal`."""
    return None if value is None else as_decimal(value)


def _from_text(text: str) -> Decimal:
    if len(text) > LONGEST or not _WRITTEN.fullmatch(text):
        raise InvalidValue(text, "must be a plain number", _mend(text))
    return Decimal(text)


_SEPARATORS = "[ ,_\u00a0\u2009\u202f'’]"
_GROUPED = rf"[+-]?[0-9]{{1,3}}(?:({_SEPARATORS})[0-9]{{3}})(?:\1[0-9]{{3}})*(?:\.[0-9]+)?"
_DECIMAL_COMMA = r"[+-]?[0-9]+(?:[. \u00a0\u2009\u202f][0-9]{3})*,[0-9]+"


def _mend(text: str) -> str:
    bare = text.strip()[:100]
    if re.fullmatch(_GROUPED, bare):
        return f'write "{re.sub(_SEPARATORS, "", bare)}" if the separators only group digits'
    if re.fullmatch(_DECIMAL_COMMA, bare):
        whole, _, decimals = bare.rpartition(",")
        return f'write "{re.sub(_SEPARATORS, "", whole.replace(".", ""))}.{decimals}" if the comma is the decimal mark'
    return f'write "{bare}"' if bare != text and _WRITTEN.fullmatch(bare) else "digits, one point, no separators"


def plain(number: Decimal) -> str:
    """Write a number without an exponent, all its decimals kept.

    >>> plain(Decimal("1E+3"))
    '1000'
    """
    text = str(number)  # which takes a third of the time
    return text if "E" not in text and "e" not in text else format(number, "f")


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
