"""Dates at the precision they were stated with: a year, a quarter or a month; a day is a ``datetime.date``."""

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeGuard, final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.errors import InvalidValue
from aidmodel.values.plain import LONGEST, bare, bare_int

Precision = Literal["year", "quarter", "month"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ISO_PARTIAL = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|Q([1-4])))?([~?])?")
"""A year, month or quarter in ISO 8601 or EDTF, with its qualifier."""
ISO_FORMS = "write it as 2022-03-28, 2022-03, 2022-Q3 or 2022"
"""What to write where a date is no date."""
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@final
@frozen(init=False, repr=False, field_transformer=named)
class PartialDate:
    """
    A year, a quarter or a month: a date whose day was not stated.

    It stands for one unknown day between :attr:`first` and :attr:`last`, so comparisons may have no answer (None). Text
    is ISO 8601 ("2021", "2021-09"), "2022-Q3", or EDTF ("2022-35" is the third quarter); a trailing "~" (approximate)
    or "?" (uncertain) is kept and shown: :attr:`first` and :attr:`last` stay those of the period it names, but nothing
    is concluded from them, as it may be any day. A day is always a ``datetime.date``.

    >>> PartialDate("2021-09").is_before(PartialDate("2021-10"))
    True
    >>> print(PartialDate("2021").is_before(PartialDate("2021-09")))
    None
    >>> print(PartialDate("2021~").is_before(PartialDate("2025")))
    None
    >>> PartialDate(2022, quarter=3)
    PartialDate('2022-Q3')
    """

    year: int = field()
    """The year, 1 to 9999."""

    month: int | None = field()
    """The month, 1 to 12; None: not stated, or a quarter."""

    quarter: int | None = field()
    """The quarter of the calendar year, 1 to 4; None: not stated, or a month."""

    qualifier: str | None = field()
    """"~" for approximate, "?" for uncertain; None: stated without reserve, so it is certain."""

    def __init__(
        self, year: int | str, month: int | None = None, quarter: int | None = None, qualifier: str | None = None
    ) -> None:
        if isinstance(year, str):
            for given in (month, quarter, qualifier):
                if given is not None:
                    raise InvalidValue(
                        given,
                        f"cannot be given beside the text {year!r}",
                        "write it all in the text, or all in numbers",
                        "",
                        "PartialDate",
                    )
            year, month, quarter, qualifier = _read(year)
        year = _in_range(year, 9999, "year")
        if month is not None:
            month = _in_range(month, 12, "month")
        if quarter is not None:
            quarter = _in_range(quarter, 4, "quarter")
            if month is not None:
                raise InvalidValue(
                    quarter,
                    f"cannot be given beside the month {month}",
                    "leave one of them out",
                    "quarter",
                    "PartialDate",
                )
        if qualifier is not None:
            if not isinstance(qualifier, str) or bare(qualifier) not in ("~", "?"):
                raise InvalidValue(qualifier, 'must be "~", "?" or None', "", "qualifier", "PartialDate")
            qualifier = bare(qualifier)
        self.__attrs_init__(year, month, quarter, qualifier)

    if TYPE_CHECKING:

        def __attrs_init__(self, year: int, month: int | None, quarter: int | None, qualifier: str | None) -> None: ...

    @property
    def precision(self) -> Precision:
        """What was stated: "year", "quarter" or "month"."""
        return "month" if self.month is not None else "year" if self.quarter is None else "quarter"

    @property
    def first(self) -> date:
        """The first day of the year, quarter or month, whatever the qualifier."""
        return date(self.year, self.month or (1 if self.quarter is None else 3 * self.quarter - 2), 1)

    @property
    def last(self) -> date:
        """The last day of the year, quarter or month, whatever the qualifier."""
        month = self.month or (12 if self.quarter is None else 3 * self.quarter)
        leap = month == 2 and self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
        return date(self.year, month, _LENGTHS[month - 1] + leap)

    @property
    def sort_key(self) -> tuple[date, int, str]:
        """A key that orders dates of any precision: by first day, the longer before the shorter; see :func:`sort_key`."""
        return self.first, self.first.toordinal() - self.last.toordinal() - 1, self.qualifier or ""

    def contains(self, day: date | str) -> bool:
        """Say whether a day lies within the year, quarter or month, whatever the qualifier."""
        return self.first <= as_day(day) <= self.last

    def is_before(self, other: "AnyDate | str") -> bool | None:
        """Say whether this is before another date; None where their precision or a qualifier leaves it open."""
        return is_before(self, other)

    def edtf(self) -> str:
        """Write it in EDTF (ISO 8601-2), where a quarter is the code 33 to 36 in the place of the month.

        >>> PartialDate("2022-Q3").edtf()
        '2022-35'
        """
        return str(self) if self.quarter is None else f"{self.year:04}-{32 + self.quarter}{self.qualifier or ''}"

    def __str__(self) -> str:
        part = f"-{self.month:02}" if self.month is not None else "" if self.quarter is None else f"-Q{self.quarter}"
        return f"{self.year:04}{part}{self.qualifier or ''}"

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"

    def _orders_with(self, other: object) -> bool:
        if not isinstance(other, PartialDate | date):
            return False
        if isinstance(other, PartialDate) and other.precision == self.precision:
            return True
        raise TypeError(f"{self!r} and {other!r} differ in precision and have no order: use is_before or sort_key")

    def __lt__(self, other: "PartialDate") -> bool:
        return self.sort_key < other.sort_key if self._orders_with(other) else NotImplemented

    def __le__(self, other: "PartialDate") -> bool:
        return self.sort_key <= other.sort_key if self._orders_with(other) else NotImplemented

    def __gt__(self, other: "PartialDate") -> bool:
        return self.sort_key > other.sort_key if self._orders_with(other) else NotImplemented

    def __ge__(self, other: "PartialDate") -> bool:
        return self.sort_key >= other.sort_key if self._orders_with(other) else NotImplemented


AnyDate: TypeAlias = date | PartialDate
"""A date at any precision: a ``datetime.date`` for a day, a :class:`PartialDate` for anything longer."""


def first_day(value: AnyDate) -> date:
    """Give the first day of the period a date names, whatever its qualifier: a day is its own."""
    return value.first if isinstance(value, PartialDate) else value


def last_day(value: AnyDate) -> date:
    """Give the last day of the period a date names, whatever its qualifier: a day is its own."""
    return value.last if isinstance(value, PartialDate) else value


def is_certain(value: AnyDate | None) -> TypeGuard[AnyDate]:
    """Say whether a date is stated, and stated without a qualifier: only then do its bounds say anything."""
    return value is not None and not (isinstance(value, PartialDate) and value.qualifier is not None)


def earliest_day(value: AnyDate) -> date:
    """Give the first day a date can be: that of the calendar where a qualifier leaves it open."""
    return first_day(value) if is_certain(value) else date.min


def latest_day(value: AnyDate) -> date:
    """Give the last day a date can be: that of the calendar where a qualifier leaves it open."""
    return last_day(value) if is_certain(value) else date.max


def sort_key(value: AnyDate) -> tuple[date, int, str]:
    """Give a key that orders dates of any precision: by first day, the longer before the shorter.

    >>> print(*sorted([date(2021, 1, 1), PartialDate("2021-01"), PartialDate("2021")], key=sort_key))
    2021 2021-01 2021-01-01
    """
    return value.sort_key if isinstance(value, PartialDate) else (value, -1, "")


def is_before(left: AnyDate | str, right: AnyDate | str) -> bool | None:
    """Say whether one date is before another; None where their precision leaves it open, or a qualifier does.

    A date that is approximate or uncertain may be any day, so nothing is said of it. Text is read as by :func:`as_date`.

    Raises:
        InvalidValue: one of the two is no date.

    >>> is_before(date(2022, 3, 28), PartialDate("2022-04"))
    True
    >>> print(is_before(date(2022, 3, 28), PartialDate("2022")))
    None
    """
    if type(left) is date and type(right) is date:
        return left < right
    left, right = as_date(left), as_date(right)
    if latest_day(left) < earliest_day(right):
        return True
    return False if earliest_day(left) >= latest_day(right) else None


def as_date(value: AnyDate | str) -> AnyDate:
    """Give the date that was meant; text is ISO 8601 or EDTF only, see :func:`parse_date` for what people write.

    Raises:
        InvalidValue: a datetime, or text that is no ISO day, month, quarter or year.

    >>> as_date("2022-03-28"), as_date("2021-09")
    (datetime.date(2022, 3, 28), PartialDate('2021-09'))

    """
    if type(value) is date or type(value) is PartialDate:
        return value
    if isinstance(value, str):
        return as_iso_day(value) if _DAY.fullmatch(value) else PartialDate(value)
    if isinstance(value, date) and not isinstance(value, datetime):  # a subclass: keep the plain date
        return date(value.year, value.month, value.day)
    mend = (
        "use .date()"
        if isinstance(value, datetime)
        else f'write "{value}"'
        if type(value) is int
        else "write a datetime.date or ISO text"
    )
    raise InvalidValue(value, "must be a date", mend)


def as_date_or_none(value: AnyDate | str | None) -> AnyDate | None:
    """Give the date that was meant, or None; see :func:`as_date`."""
    return None if value is None else as_date(value)


def as_day(value: date | str) -> date:
    """Give the day that was meant; text is an ISO day.

    Raises:
        InvalidValue: a datetime, a date without its day, or other text.

    """
    if type(value) is date:
        return value
    day = as_date(value)
    if isinstance(day, PartialDate):
        raise InvalidValue(
            value, "must be a day", f"a {day.precision} holds several: write the one that is meant, as in {day.first}"
        )
    return day


def as_day_or_none(value: date | str | None) -> date | None:
    """Give the day that was meant, or None; see :func:`as_day`."""
    return None if value is None else as_day(value)


def _in_range(value: object, most: int, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= bare_int(value) <= most:
        raise InvalidValue(value, f"must be a whole number from 1 to {most}", "", name, "PartialDate")
    return bare_int(value)


def as_iso_day(iso: str, text: str | None = None) -> date:
    """Give the day that ISO text names; ``text`` is what the error shows, None for the ISO text.

    Raises:
        InvalidValue: the calendar has no such day.

    """
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise InvalidValue(text or iso, "is no day of the calendar", "look at the month and the day") from None


def _read(text: str) -> tuple[int, int | None, int | None, str | None]:
    if len(text) > LONGEST:
        raise InvalidValue(text, "is too long for a date", ISO_FORMS, "", "PartialDate")
    if _DAY.fullmatch(text):
        raise InvalidValue(text, "must be a year, quarter or month", "use a datetime.date for a day", "", "PartialDate")
    match = ISO_PARTIAL.fullmatch(text)
    if not match:
        raise InvalidValue(
            text, "is no ISO date", other_reading(text) or f"{ISO_FORMS}, or read it with parse_date", "", "PartialDate"
        )
    year, part, quarter, qualifier = match.groups()
    number = int(part) if part else None
    if number is None or 1 <= number <= 12:
        return int(year), number, int(quarter) if quarter else None, qualifier
    if 33 <= number <= 36:
        return int(year), None, number - 32, qualifier
    raise InvalidValue(text, f"has no month {part}", other_reading(text) or "months are 01 to 12", "", "PartialDate")


def other_reading(text: str) -> str:
    """Say what text that is no date may be: a fiscal year, a span, a length of time; '' for none of these."""
    pair = re.fullmatch(r"([0-9]{4})\s*[/–-]\s*([0-9]{2})", text)
    if re.match(r"(?i)(?:fy|fiscal year)\W*[0-9]", text) or (pair and (int(pair[1]) + 1) % 100 == int(pair[2])):
        return "a fiscal year needs its calendar: FiscalCalendar.parse"
    if years := re.fullmatch(r"([0-9]{4})\s*[/–-]\s*([0-9]{4})", text):
        return f'if it is a span, write DateSpan.parse("{years[1]}/{years[2]}")'
    if re.fullmatch(r"(?i)[0-9.]+[\s-]*(?:years?|months?|days?)", text):
        return "if it is a length of time, write Duration.parse"
    return ""
