"""How exact numbers are written for people, and which band of a scheme they lie in."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

from aidmodel.errors import InvalidValue
from aidmodel.values.number import as_decimal

_DISPLAY = Context(prec=60, rounding=ROUND_HALF_UP, Emin=-999, Emax=999, flags=[], traps=[])
_PLACES = 6
"""A number that has no more decimals is written whole."""
_LARGE = 100_000
"""From here on six digits are fewer than a reader wants."""


def written(value: Fraction, spec: str) -> str:
    """Write a part of 1 as a format says, rounded half up.

    >>> written(Fraction(1, 8), ".0%")
    '13%'
    """
    with localcontext(_DISPLAY):
        return format(Decimal(value.numerator) / Decimal(value.denominator), spec)


def number_text(value: Fraction | None) -> str:
    """Write a number as far as a reader wants it: whole where it has few decimals, else to six digits or two decimals.

    None: it is not known.

    >>> number_text(Fraction("20000000.55")), number_text(Fraction(600, 11)), number_text(Fraction(10**7, 3))
    ('20,000,000.55', '54.5455', '3,333,333.33')
    """
    if value is None:
        return "not known"
    if 10**_PLACES % value.denominator:
        return written(value, ",.6g" if abs(value) < _LARGE else ",.2f")
    return f"{value.numerator:,}" if value.denominator == 1 else written(value, ",f")


def banded(value: Fraction | None, thresholds: Mapping[str, Decimal | Fraction | int | str]) -> str | None:
    """Give the band that a value lies in: each has its lower bound, which belongs to it; None: there is no value.

    Raises:
        InvalidValue: there is no band, or a bound is no number.

    """
    if not isinstance(thresholds, Mapping) or not thresholds:
        raise InvalidValue(thresholds, "must go from band to its lower bound", 'write {"red": 0, "green": "0.85"}')
    bounds: list[tuple[Fraction, str]] = []
    for name, bound in thresholds.items():
        if not isinstance(name, str):
            raise InvalidValue(name, "must be the name of a band", "write a string", "thresholds")
        try:
            bounds.append((bound if isinstance(bound, Fraction) else Fraction(as_decimal(bound)), name))
        except InvalidValue as error:
            raise error.under(f"thresholds[{name!r}]") from None
    bounds.sort()
    if len({bound for bound, _ in bounds}) < len(bounds):
        raise InvalidValue(thresholds, "must have another bound for each band", "", "thresholds")
    if value is None:
        return None
    return next((name for bound, name in reversed(bounds) if bound <= value), bounds[0][1])
