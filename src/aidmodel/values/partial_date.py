"""Dates at the precision they were stated with: a year, a quarter or a month; a day is a ``datetime.date``."""

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeGuard, final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.errors import AmbiguousDate, InvalidValue
from aidmodel.values.plain import LONGEST, bare, bare_int

Precision = Literal["year", "quarter", "month"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|Q([1-4])))?([~?])?")
_FORMS = "write it as 2022-03-28, 2022-03, 2022-Q3 or 2022"
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
        return _as_iso_day(value) if _DAY.fullmatch(value) else PartialDate(value)
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


def _as_iso_day(iso: str, text: str | None = None) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise InvalidValue(text or iso, "is no day of the calendar", "look at the month and the day") from None


def _read(text: str) -> tuple[int, int | None, int | None, str | None]:
    if len(text) > LONGEST:
        raise InvalidValue(text, "is too long for a date", _FORMS, "", "PartialDate")
    if _DAY.fullmatch(text):
        raise InvalidValue(text, "must be a year, quarter or month", "use a datetime.date for a day", "", "PartialDate")
    match = _PARTIAL.fullmatch(text)
    if not match:
        raise InvalidValue(
            text, "is no ISO date", _other_reading(text) or f"{_FORMS}, or read it with parse_date", "", "PartialDate"
        )
    year, part, quarter, qualifier = match.groups()
    number = int(part) if part else None
    if number is None or 1 <= number <= 12:
        return int(year), number, int(quarter) if quarter else None, qualifier
    if 33 <= number <= 36:
        return int(year), None, number - 32, qualifier
    raise InvalidValue(text, f"has no month {part}", _other_reading(text) or "months are 01 to 12", "", "PartialDate")


def _other_reading(text: str) -> str:
    pair = re.fullmatch(r"([0-9]{4})\s*[/–-]\s*([0-9]{2})", text)
    if re.match(r"(?i)(?:fy|fiscal year)\W*[0-9]", text) or (pair and (int(pair[1]) + 1) % 100 == int(pair[2])):
        return "a fiscal year needs its calendar: FiscalCalendar.parse"
    if years := re.fullmatch(r"([0-9]{4})\s*[/–-]\s*([0-9]{4})", text):
        return f'if it is a span, write DateSpan.parse("{years[1]}/{years[2]}")'
    if re.fullmatch(r"(?i)[0-9.]+[\s-]*(?:years?|months?|days?)", text):
        return "if it is a length of time, write Duration.parse"
    return ""


_NAMES = (
    "january jan janvier janv enero ene",
    "february feb fevrier fevr fev febrero",
    "march mar mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juin junio",
    "july jul juillet juil julio",
    "august aug aout agosto ago",
    "september sept sep septembre septiembre setiembre",
    "october oct octobre octubre",
    "november nov novembre noviembre",
    "december dec decembre diciembre dic",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""The months in English, French and Spanish, without accents, and the number of each."""

# What only parse_date needs is compiled by its first call.
_STAMP = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ](?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9](?:\.[0-9]+)?)?)?"
    r"(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?"
)
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon lundi lunes",
            "tuesday tue tues mardi martes",
            "wednesday wed mercredi miercoles",
            "thursday thu thur thurs jeudi jueves",
            "friday fri vendredi viernes",
            "saturday sat samedi sabado",
            "sunday sun dimanche domingo",
        )
    )
    for word in words.split()
}
_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_QUARTER = r"q([1-4]) ([0-9]{4})|([0-9]{4}) q([1-4])"
_DAY_MONTH = (
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|o)? (?:of |de |del )?(?P<month>[a-z]+) (?:de |del )?(?P<year>[0-9]{4})"
)
_MONTH_DAY = r"(?P<month>[a-z]+) (?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? )?(?:de |del )?(?P<year>[0-9]{4})"


def parse_date(text: str, *, dayfirst: bool | None = None) -> AnyDate:
    """Read a date as people write it, in English, French or Spanish, and refuse what is not certain.

    The precision stays as stated: "September 2021" is a month, nothing is ever filled in. The year needs four digits.
    Text that begins with the year is year, month, day. ``dayfirst`` says how to read 01/02/2022; None: not known, so
    that text is refused. Of a time stamp the day is taken as written, its time and zone are left out.

    Raises:
        AmbiguousDate: the text can be read as two days and ``dayfirst`` is None.
        InvalidValue: the text is no single date, leaves a part out, or is a fiscal year.

    >>> parse_date("March 28, 2022"), parse_date("1er mars 2022")
    (datetime.date(2022, 3, 28), datetime.date(2022, 3, 1))
    >>> parse_date("September 2021"), parse_date("Q3 2022")
    (PartialDate('2021-09'), PartialDate('2022-Q3'))

    """
    if not isinstance(text, str):
        raise InvalidValue(text, "must be text", "as_date takes dates")
    if len(text) > LONGEST:
        raise InvalidValue(text, "is too long for a date", _FORMS)
    stated = text.strip()
    if stamp := re.fullmatch(_STAMP, stated):
        return _as_iso_day(stamp[1], text)
    iso = _PARTIAL.fullmatch(stated)
    if other := _other_reading(stated):
        if iso and iso[2] and int(iso[2]) <= 12:  # "2009-10" is a month in ISO, whatever else it may be
            return PartialDate(stated)
        raise InvalidValue(text, "is no single date", other)
    if iso:
        return PartialDate(stated)
    if parts := re.fullmatch(_YEAR_FIRST, stated):
        return _as_iso_day(f"{parts[1]}-{parts[3]:0>2}-{parts[4]:0>2}", text)
    first = _folded(stated).partition(" ")[0]
    if first in _WEEKDAYS or first in ("le", "el", "the"):
        found = parse_date(stated[re.match(r"\W*[^\W\d]+[\s,.]*", stated).end() :], dayfirst=dayfirst)  # type: ignore[union-attr]
        if first in _WEEKDAYS and not isinstance(found, date):
            raise _no_date(text)
        if first in _WEEKDAYS and isinstance(found, date) and found.weekday() != _WEEKDAYS[first]:
            raise InvalidValue(text, "names a day of the week that the date is not", "look at both")
        return found
    return _worded(stated) or _numeric(stated, dayfirst)


def _worded(text: str) -> AnyDate | None:
    words = _folded(text)
    if quarter := re.fullmatch(_QUARTER, words):
        return PartialDate(int(quarter[2] or quarter[3]), quarter=int(quarter[1] or quarter[4]))
    match = re.fullmatch(_DAY_MONTH, words) or re.fullmatch(_MONTH_DAY, words)
    month = _MONTHS.get(match["month"]) if match else None
    if match is None or month is None:
        return None
    return (
        PartialDate(int(match["year"]), month)
        if match["day"] is None
        else _as_iso_day(f"{match['year']}-{month:02}-{match['day']:0>2}", text)
    )


def _folded(text: str) -> str:
    import unicodedata

    unaccented = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    return re.sub(r"[\s,./-]+", " ", unaccented).strip()


def _no_date(text: str) -> InvalidValue:
    return InvalidValue(text, "is no date that can be read with certainty", f"{_FORMS}, the year in four digits")


def _numeric(text: str, dayfirst: bool | None) -> date:
    """Ask dateutil, twice over: a part that follows its default was not stated, two readings are one too many."""
    from dateutil import parser

    refusal = _no_date(text)
    dated = re.sub(r"[0-9]{1,2}(?::[0-9]{2})+(?:\.[0-9]+)?", " ", text)
    numbers = re.findall(r"[0-9]+", dated)
    years = [int(number) for number in numbers if len(number) == 4]
    months = [word for word in re.findall(r"[a-z]+", _folded(dated)) if word in _MONTHS]
    if len(text) > 100 or len(years) != 1 or len(numbers) + len(months) != 3:
        raise refusal
    readings: list[date] = []
    for first in (False, True) if dayfirst is None else (dayfirst,):
        try:
            one, two = (
                parser.parse(text, default=default, dayfirst=first, ignoretz=True).date() for default in _DEFAULTS
            )
        except (ValueError, ArithmeticError):
            raise refusal from None
        if one != two or one.year != years[0]:
            raise refusal
        readings.append(one)
    if readings[0] != readings[-1]:
        problem = f"can be read as two days, {readings[-1]} and {readings[0]}"
        raise AmbiguousDate(text, problem, "say dayfirst=True or dayfirst=False, or write the one that is meant")
    return readings[0]


_DEFAULTS = datetime(2000, 1, 1), datetime(2001, 2, 2)  # noqa: DTZ001  they differ in every part
