"""Lengths of time as they are stated, and how they agree with spans."""

import re
from bisect import bisect_left, bisect_right
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.errors import InvalidValue
from aidmodel.values.number import as_decimal, plain
from aidmodel.values.partial_date import AnyDate, first_day, is_certain, last_day
from aidmodel.values.plain import LONGEST
from aidmodel.values.span import DateSpan, exact_ends, ordinal_after

DurationUnit = Literal["year", "month", "day"]

_UNITS: dict[str, DurationUnit] = {
    "year": "year",
    "years": "year",
    "month": "month",
    "months": "month",
    "day": "day",
    "days": "day",
}
_MONTHS = {"year": 12, "month": 1}
_ONE_DAY = {"year": Fraction(1, 366), "month": Fraction(1, 31), "day": Fraction(1)}


def _as_unit(value: str) -> DurationUnit:
    unit = _UNITS.get(value.casefold()) if isinstance(value, str) else None
    if unit is None:
        raise InvalidValue(value, "must be a unit of time", 'write "years", "months" or "days"')
    return unit


def _as_length(value: Decimal | int | str) -> Decimal:
    number = as_decimal(value)
    if number < 0:
        raise InvalidValue(value, "must not be negative")
    return number


def _as_written(value: Decimal) -> object:
    return value.as_tuple()


@final
@frozen(field_transformer=named, repr=False)
class Duration:
    """
    A length of time as it was stated: a number and its unit.

    The digits count: "3.0 years" claims more than "3 years", so the two are not equal.

    >>> stated = Duration("3.0", "years")
    >>> stated.agrees_with(DateSpan("2022-03-28", "2025-03-31"))
    True
    >>> str(stated)
    '3.0 years'
    """

    value: Decimal = field(converter=_as_length, eq=_as_written)
    """How many of ``unit``, with the decimals as stated; not negative."""

    unit: DurationUnit = field(converter=_as_unit)
    """ "year", "month" or "day"; plurals are taken and become these."""

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Read a number and its unit.

        Raises:
            InvalidValue: the text is not a plain number, a blank and a unit.

        >>> Duration.parse("36 months")
        Duration('36', 'month')

        """
        short = isinstance(text, str) and len(text) <= LONGEST
        match = re.fullmatch(r"\s*(\S+)\s+([A-Za-z]+)\s*", text) if short else None
        if not match:
            raise InvalidValue(text, "is no length of time", 'write "3.0 years"', "", "Duration")
        return cls(match[1], match[2])

    @property
    def tolerance(self) -> Fraction:
        """Half a unit of the last stated digit: 0.05 for "3.0 years", 0.5 for "36 months"."""
        exponent = self.value.as_tuple().exponent
        return Fraction(10) ** int(exponent) / 2

    def agrees_with(self, span: DateSpan, tolerance: Decimal | int | str | Fraction | None = None) -> bool | None:
        """Say whether the span is as long as stated, give or take the tolerance; None where that cannot be said.

        ``tolerance`` is in ``unit``; None takes :attr:`Duration.tolerance`, that of the last stated digit. Of a span with an
        end that is not stated, or not certain ("2021~"), nothing is said. With partial ends the answer is that of every
        length it can have, and None where they differ.

        Raises:
            InvalidValue: the tolerance is not an exact number, or negative.

        """
        allowed = self.tolerance if tolerance is None else _as_tolerance(tolerance)
        if not (is_certain(span.start) and is_certain(span.end)):
            return None
        late, early = last_day(span.start), first_day(span.end)
        most = _length(first_day(span.start), last_day(span.end), self.unit)
        least = _length(late, early, self.unit) if late <= early else _ONE_DAY[self.unit]
        lower, upper = Fraction(self.value) - allowed, Fraction(self.value) + allowed
        if lower <= least and most <= upper:
            return True
        return False if most < lower or upper < least else self._agrees_with_some(span.start, span.end, lower, upper)

    def _agrees_with_some(self, start: AnyDate, end: AnyDate, lower: Fraction, upper: Fraction) -> bool | None:
        """Look at each day the start can be: the length grows with the end, so the ends are searched, not tried."""
        some, every = False, True
        latest = last_day(end).toordinal()
        for ordinal in range(first_day(start).toordinal(), min(last_day(start).toordinal(), latest) + 1):
            begin = date.fromordinal(ordinal)
            ends = range(max(ordinal, first_day(end).toordinal()), latest + 1)

            def length(last: int, first: date = begin) -> Fraction:
                return _length(first, date.fromordinal(last), self.unit)

            fitting = bisect_right(ends, upper, key=length) - bisect_left(ends, lower, key=length)
            some = some or fitting > 0
            every = every and fitting == len(ends)
            if some and not every:
                return None
        return some

    def __str__(self) -> str:
        number = plain(self.value)
        return f"{number} {self.unit}{'' if number == '1' else 's'}"

    def __repr__(self) -> str:
        return f"Duration({str(self.value)!r}, {self.unit!r})"


def as_duration(value: Duration | str) -> Duration:
    """Give the duration that was meant; text is read by :meth:`Duration.parse`."""
    return value if type(value) is Duration else Duration.parse(value)


def as_duration_or_none(value: Duration | str | None) -> Duration | None:
    """Give the duration that was meant, or None; see :func:`as_duration`."""
    return None if value is None else as_duration(value)


def length_in_years(span: DateSpan) -> Fraction:
    """Give the exact length of a span in years: the whole years from its start, and the rest over the length of its year.

    Raises:
        InvalidValue: an end is not a day.

    >>> length_in_years(DateSpan("2020-02-29", "2021-02-27"))
    Fraction(1, 1)

    """
    return _length(*exact_ends(span), "year")


def length_in_months(span: DateSpan) -> Fraction:
    """Give the exact length of a span in months: the whole months from its start, and the rest over its month's length.

    Raises:
        InvalidValue: an end is not a day.

    >>> length_in_months(DateSpan("2024-01-01", "2024-02-15"))
    Fraction(44, 29)

    """
    return _length(*exact_ends(span), "month")


def _as_tolerance(value: Decimal | int | str | Fraction) -> Fraction:
    number = value if isinstance(value, Fraction) else Fraction(as_decimal(value))
    if number < 0:
        raise InvalidValue(value, "a tolerance must not be negative")
    return number


def _length(start: date, end: date, unit: DurationUnit) -> Fraction:
    after = end.toordinal() + 1
    if unit == "day":
        return Fraction(after - start.toordinal())
    step = _MONTHS[unit]
    whole = (12 * (end.year - start.year) + end.month - start.month) // step
    while ordinal_after(start, (whole + 1) * step) <= after:
        whole += 1
    while ordinal_after(start, whole * step) > after:
        whole -= 1
    reached = ordinal_after(start, whole * step)
    return whole + Fraction(after - reached, ordinal_after(start, (whole + 1) * step) - reached)
