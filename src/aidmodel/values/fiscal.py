"""Fiscal years: when they start, what they are called, and how a span falls into them."""

import re
from datetime import date, timedelta
from typing import Any, ClassVar, Literal, final

from attrs import Attribute, field, frozen

from aidmodel._fields import named
from aidmodel.errors import InvalidValue
from aidmodel.values.partial_date import as_day
from aidmodel.values.plain import LONGEST, bare, bare_int
from aidmodel.values.span import DateSpan, as_span, exact_ends, trusted_span

Label = Literal["start", "end"]
Style = Literal["FY2024", "2023/24", "2024"]

_DAY = timedelta(days=1)
_SINGLE = re.compile(r"(?i)(?:fy|fiscal year)\s*([0-9]{4}|[0-9]{2})|([0-9]{4})")
_PAIR = re.compile(
    r"(?i)(?:(?:fy|fiscal year)\s*)?([0-9]{4})\s*[/–-]\s*([0-9]{4}|[0-9]{2})|(?:fy|fiscal year)\s*([0-9]{2})\s*[/–-]\s*([0-9]{2})"
)


_LABELS: dict[str, Label] = {"start": "start", "end": "end"}
_STYLES: dict[str, Style] = {"FY2024": "FY2024", "2023/24": "2023/24", "2024": "2024"}


def _as_month(value: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= bare_int(value) <= 12:
        raise InvalidValue(value, "must be a month, 1 to 12")
    return bare_int(value)


def _as_label(value: Label) -> Label:
    label = _LABELS.get(bare(value)) if isinstance(value, str) else None
    if label is None:
        raise InvalidValue(value, 'must be "start" or "end"', "the calendar year that names the fiscal year")
    return label


def _as_style(value: Style) -> Style:
    style = _STYLES.get(bare(value)) if isinstance(value, str) else None
    if style is None:
        raise InvalidValue(value, 'must be "FY2024", "2023/24" or "2024"')
    return style


def _fits_the_start(calendar: "FiscalCalendar", _: "Attribute[Any]", value: str) -> None:
    if value == "2023/24" and calendar.start_month == 1:
        raise InvalidValue(value, "cannot name a year that starts in January", 'write "FY2024" or "2024"')


@final
@frozen(field_transformer=named)
class FiscalCalendar:
    """
    A rule for fiscal years: the month they start in, which calendar year names them, and how they are written.

    A fiscal year is a whole number, the calendar year that names it: with ``label="end"`` October 2007 to September
    2008 is 2008, with ``label="start"`` April 2023 to March 2024 is 2023. Quarters count from the start month.

    >>> FiscalCalendar.GAC.format(2023), FiscalCalendar.GAC.year_span(2023)
    ('2023/24', DateSpan('2023-04-01', '2024-03-31'))
    >>> FiscalCalendar.US.year_of(date(2007, 10, 1))
    2008
    >>> [(year, span.days) for year, span in FiscalCalendar.GAC.split("2022-03-28/2025-03-31")]
    [(2021, 4), (2022, 365), (2023, 366), (2024, 365)]
    """

    CALENDAR: ClassVar["FiscalCalendar"]
    """The calendar year."""
    GAC: ClassVar["FiscalCalendar"]
    """Global Affairs Canada: from April, named by both years."""
    US: ClassVar["FiscalCalendar"]
    """The government of the United States: from October, named by the year it ends in."""
    FCDO: ClassVar["FiscalCalendar"]
    """The United Kingdom's Foreign, Commonwealth & Development Office: from April, named by both years."""
    AU: ClassVar["FiscalCalendar"]
    """The government of Australia: from July, named by the year it ends in."""
    WB: ClassVar["FiscalCalendar"]
    """The World Bank: from July, named by the year it ends in."""

    start_month: int = field(converter=_as_month)
    """The month the fiscal year starts in, on its first day; 1 to 12."""

    label: Label = field(converter=_as_label)
    """The calendar year that names the fiscal year: that of its "start" or of its "end"."""

    style: Style = field(default="FY2024", converter=_as_style, validator=_fits_the_start)
    """How a fiscal year is written; "2023/24" names both calendar years, whatever the label."""

    @property
    def _offset(self) -> int:
        """What is added to the calendar year of the start to get the fiscal year."""
        return 1 if self.label == "end" and self.start_month > 1 else 0

    def year_of(self, day: date | str) -> int:
        """Give the fiscal year that a day is in."""
        day = as_day(day)
        return day.year - (day.month < self.start_month) + self._offset

    def quarter_of(self, day: date | str) -> tuple[int, int]:
        """Give the fiscal year and the quarter of it, 1 to 4, that a day is in."""
        day = as_day(day)
        return self.year_of(day), (day.month - self.start_month) % 12 // 3 + 1

    def year_span(self, year: int) -> DateSpan:
        """Give the days of a fiscal year.

        Raises:
            InvalidValue: it is no whole number, or the fiscal year leaves the years 1 to 9999.

        """
        return trusted_span(self._first(year, 0), self._first(year, 12, -1))

    def quarter_span(self, year: int, quarter: int) -> DateSpan:
        """Give the days of a quarter of a fiscal year.

        Raises:
            InvalidValue: the quarter is not 1 to 4, or the days leave the years 1 to 9999.

        >>> FiscalCalendar.AU.quarter_span(2024, 1)
        DateSpan('2023-07-01', '2023-09-30')

        """
        if type(quarter) is not int or not 1 <= quarter <= 4:
            raise InvalidValue(quarter, "must be a quarter, 1 to 4", "", "quarter", "FiscalCalendar")
        return trusted_span(self._first(year, 3 * quarter - 3), self._first(year, 3 * quarter, -1))

    def split(self, span: DateSpan | str) -> tuple[tuple[int, DateSpan], ...]:
        """Cut a span at the starts of fiscal years, and give each part with its fiscal year.

        Raises:
            InvalidValue: an end is not a day.

        """
        start, end = exact_ends(as_span(span))
        parts: list[tuple[int, DateSpan]] = []
        month, offset = self.start_month, self._offset
        year = start.year if start.month >= month else start.year - 1
        last = end.year if end.month >= month else end.year - 1
        while year < last:
            following = date(year + 1, month, 1)
            parts.append((year + offset, trusted_span(start, following - _DAY)))
            start = following
            year += 1
        parts.append((year + offset, trusted_span(start, end)))
        return tuple(parts)

    def split_quarters(self, span: DateSpan | str) -> tuple[tuple[tuple[int, int], DateSpan], ...]:
        """Cut a span at the starts of fiscal quarters, and give each part with its fiscal year and quarter.

        Raises:
            InvalidValue: an end is not a day.

        >>> [(quarter, part.days) for quarter, part in FiscalCalendar.CALENDAR.split_quarters("2017-02-28/2017-12-31")]
        [((2017, 1), 32), ((2017, 2), 91), ((2017, 3), 92), ((2017, 4), 92)]

        """
        start, end = exact_ends(as_span(span))
        phase = (self.start_month - 1) % 3
        parts: list[tuple[tuple[int, int], DateSpan]] = []
        quarter = (12 * start.year + start.month - 1 - phase) // 3  # counted through, from the same month each time
        last = (12 * end.year + end.month - 1 - phase) // 3
        while quarter < last:
            quarter += 1
            year, month = divmod(3 * quarter + phase, 12)
            following = date(year, month + 1, 1)
            parts.append((self.quarter_of(start), trusted_span(start, following - _DAY)))
            start = following
        parts.append((self.quarter_of(start), trusted_span(start, end)))
        return tuple(parts)

    def format(self, year: int) -> str:
        """Write a fiscal year in the calendar's style.

        Raises:
            InvalidValue: it is no whole number, or the fiscal year leaves the years 1 to 9999.

        """
        start = self._first(year, 0).year
        if self.style == "2023/24":
            return f"{start:04}/{(start + 1) % 100:02}"
        return f"{'FY' if self.style == 'FY2024' else ''}{year:04}"

    def parse(self, text: str) -> DateSpan:
        """Read the name of a fiscal year in any usual style, and give its days.

        "2023/24", "2023-24", "FY2023-2024" and "FY23/24" name the calendar years of start and end; "FY2024", "FY24" and
        "2024" name one, which is that of the calendar's label. After "FY", 00 to 69 is 2000 to 2069, 70 to 99 is 1970
        to 1999.

        Raises:
            InvalidValue: the text is none of these, or its two years do not follow each other.

        >>> FiscalCalendar.US.parse("FY24"), FiscalCalendar.FCDO.parse("2023/24")
        (DateSpan('2023-10-01', '2024-09-30'), DateSpan('2023-04-01', '2024-03-31'))

        """
        stated = text.strip() if isinstance(text, str) and len(text) <= LONGEST else ""
        if single := _SINGLE.fullmatch(stated):
            return self.year_span(_full_year(single[1] or single[2]))
        if not (pair := _PAIR.fullmatch(stated)):
            raise InvalidValue(text, "is no fiscal year", 'write "FY2024" or "2023/24"', "", "FiscalCalendar")
        if self.start_month == 1:
            raise InvalidValue(
                text,
                "names two years, but this calendar's year lies in one",
                "use the calendar it is meant in",
                "",
                "FiscalCalendar",
            )
        first, second = pair[1] or pair[3], pair[2] or pair[4]
        start = _full_year(first)
        if str(start + 1)[-len(second) :].zfill(len(second)) != second:
            raise InvalidValue(
                text,
                "names two years that do not follow each other",
                f"{first} is followed by {start + 1}",
                "",
                "FiscalCalendar",
            )
        return self.year_span(start + self._offset)

    def _first(self, year: int, months: int, days: int = 0) -> date:
        """Give the first day of a month, counted from 0, of a fiscal year, or a day some days off it."""
        if type(year) is int and 0 <= year <= 10_000:
            whole, month = divmod(12 * (year - self._offset) + self.start_month - 1 + months, 12)
            if whole == 10_000 and month == 0 and days == -1:  # the day after 9999-12-31 has no date
                return date.max
            if 1 <= whole <= 9999:
                return date(whole, month + 1, 1) + timedelta(days)
        raise InvalidValue(
            year, "must be a fiscal year that lies within the years 1 to 9999", "", "year", "FiscalCalendar"
        )


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


FiscalCalendar.CALENDAR = FiscalCalendar(1, "start", "2024")
FiscalCalendar.GAC = FiscalCalendar(4, "start", "2023/24")
FiscalCalendar.US = FiscalCalendar(10, "end", "FY2024")
FiscalCalendar.FCDO = FiscalCalendar(4, "start", "2023/24")
FiscalCalendar.AU = FiscalCalendar(7, "end", "FY2024")
FiscalCalendar.WB = FiscalCalendar(7, "end", "FY2024")
