"""Spans of days with inclusive ends, each end as precise as it was stated."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Self, final

import attrs
from attrs import field, frozen

from aidmodel._build import builder
from aidmodel._fields import as_items, named
from aidmodel.errors import InvalidValue, shown
from aidmodel.values.allen import Allen
from aidmodel.values.partial_date import (
    AnyDate,
    PartialDate,
    as_date,
    as_date_or_none,
    as_day,
    earliest_day,
    first_day,
    is_certain,
    last_day,
    latest_day,
)
from aidmodel.values.plain import LONGEST

_DAY = timedelta(days=1)
_LOW, _HIGH = 0, date.max.toordinal() + 1  # ordinals of ends that are not stated, beyond any date


def _not_reversed(span: "DateSpan", _: "attrs.Attribute[AnyDate | None]", end: AnyDate | None) -> None:
    start = span.start
    if start is not None and end is not None and earliest_day(start) > latest_day(end):
        raise InvalidValue(str(end), f"is before the start, {start}", "the earlier date comes first")


@final
@frozen(field_transformer=named, repr=False)
class DateSpan:
    """
    The days from a start to an end, both included.

    An end is a day, a :class:`PartialDate` that stands for one unknown day of it, or None where it is not stated;
    comparisons take None as unbounded. They answer None where the precision of the ends leaves the answer open; an end
    with a qualifier ("2021~") may be any day. Only a span whose end is certainly before its start is refused.

    >>> span = DateSpan("2022-03-28", "2025-03-31")
    >>> span.days, date(2024, 2, 29) in span
    (1100, True)
    >>> DateSpan("2021-09", "2026-09").days_range
    (1798, 1856)
    >>> DateSpan.parse("2025")
    DateSpan('2025-01-01', '2025-12-31')
    """

    start: AnyDate | None = field(converter=as_date_or_none)
    """The first day; None: not stated."""

    end: AnyDate | None = field(converter=as_date_or_none, validator=_not_reversed)
    """The last day, included; None: not stated."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2022-03-28/2025-03-31", "2021-09/..", or one date that stands for all its days, as in "2025".

        Two dates keep their precision, ".." is an end that is not stated. ``str`` of any span reads back as that span.

        Raises:
            InvalidValue: the text is neither; a fiscal year is read by ``FiscalCalendar.parse``.

        """
        if not isinstance(text, str):
            raise InvalidValue(text, "must be text", 'write "2022-03-28/2025-03-31"', "", "DateSpan")
        if len(text) > LONGEST:
            raise InvalidValue(text, "is too long for a span", 'write "2022-03-28/2025-03-31"', "", "DateSpan")
        start, slash, end = text.partition("/")
        try:
            if slash:
                return cls(None if start == ".." else start, None if end == ".." else end)
            whole = as_date(start)
        except InvalidValue as error:
            mend = error.mend
            if slash and error.problem.startswith("is no ISO date"):
                mend = "an end that is not stated is written .., a fiscal year is read by FiscalCalendar.parse"
            part = f"{shown(error.value)} " if slash else "it "
            raise InvalidValue(text, f"is no span, as {part}{error.problem}", mend, "", "DateSpan") from None
        if isinstance(whole, PartialDate) and whole.qualifier:
            raise InvalidValue(
                text, "has no exact days", f'write "{whole}/{whole}" to keep the {whole.qualifier}', "", "DateSpan"
            )
        return cls(first_day(whole), last_day(whole))

    @classmethod
    def year(cls, year: int) -> Self:
        """Give the days of a calendar year."""
        whole = PartialDate(year)
        return cls(whole.first, whole.last)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """Give the days of a quarter, 1 to 4, of a calendar year."""
        whole = PartialDate(year, quarter=quarter)
        return cls(whole.first, whole.last)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Give the days of a month.

        >>> DateSpan.month(2024, 2)
        DateSpan('2024-02-01', '2024-02-29')
        """
        whole = PartialDate(year, month)
        return cls(whole.first, whole.last)

    @property
    def exact(self) -> bool:
        """Whether both ends are days."""
        return type(self.start) is date and type(self.end) is date

    @property
    def first(self) -> date | None:
        """The first day of the start as written, whatever its qualifier; None where the start is not stated."""
        return None if self.start is None else first_day(self.start)

    @property
    def last(self) -> date | None:
        """The last day of the end as written, whatever its qualifier; None where the end is not stated."""
        return None if self.end is None else last_day(self.end)

    @property
    def days(self) -> int:
        """How many days it holds, both ends counted.

        Raises:
            InvalidValue: an end is not a day.

        """
        start, end = self.start, self.end
        if type(start) is not date or type(end) is not date:
            raise InvalidValue(str(self), "has no exact number of days", "use days_range", "", "DateSpan")
        return (end - start).days + 1

    @property
    def days_range(self) -> tuple[int, int | None]:
        """The least (at least 1) and the most days it can hold; the most is None where an end is open or qualified."""
        low, late, early, high = _bounds(self)
        if not (is_certain(self.start) and is_certain(self.end)):
            return 1, None
        return max(1, early - late + 1), high - low + 1

    @property
    def end_exclusive(self) -> date | None:
        """The day after the end; None where the end is not stated.

        Raises:
            InvalidValue: the end is not a day, or is the last day of the calendar.

        """
        end = self.end
        if isinstance(end, PartialDate) or end == date.max:
            raise InvalidValue(
                str(self), "has no exact day after its end", "give it an end that is a day", "", "DateSpan"
            )
        return None if end is None else end + _DAY

    def contains(self, day: AnyDate | str) -> bool | None:
        """Say whether a day lies within; None where that cannot be said. A partial date is one unknown day.

        >>> print(DateSpan("2021-09", None).contains("2021-09-10"))
        None
        """
        start, end = self.start, self.end
        if type(day) is date and type(start) is date and type(end) is date:
            return start <= day <= end
        day = as_date(day)
        least, most = earliest_day(day).toordinal(), latest_day(day).toordinal()
        low, late, early, high = _bounds(self)
        if late <= least and most <= early:
            return True
        return False if most < low or high < least else None

    def __contains__(self, day: AnyDate) -> bool:
        answer = self.contains(day)
        if answer is None:
            raise InvalidValue(
                str(day), f"may or may not lie in {self}", "use contains, which answers None", "", "DateSpan"
            )
        return answer

    def overlaps(self, other: "DateSpan") -> bool | None:
        """Say whether the two share a day; None where that cannot be said."""
        try:
            start, end, begin, stop = self.start, self.end, other.start, other.end
        except AttributeError:
            raise _no_span(other) from None
        if type(start) is date and type(end) is date and type(begin) is date and type(stop) is date:
            return start <= stop and begin <= end
        low, late, early, high = _bounds(self)
        other_low, other_late, other_early, other_high = _bounds(other)
        if late <= other_early and other_late <= early:
            return True
        return False if other_high < low or high < other_low else None

    def encloses(self, other: "DateSpan") -> bool | None:
        """Say whether every day of the other is one of this; None where that cannot be said."""
        low, late, early, high = _bounds(self)
        other_low, other_late, other_early, other_high = _bounds(other)
        if late <= other_low and other_high <= early:
            return True
        start, end = max(low, other_low), min(high, other_high)  # the widest the other can be within this
        return None if start <= other_late and other_early <= end and start <= end else False

    def abuts(self, other: "DateSpan") -> bool | None:
        """Say whether one starts on the day after the other ends; None where that cannot be said."""
        mine, others = _bounds(self), _bounds(other)
        answers = _follows(mine, others), _follows(others, mine)
        return True if True in answers else None if None in answers else False

    def gap(self, other: "DateSpan") -> "DateSpan | None":
        """Give the days strictly between the two; None where they overlap or abut.

        Raises:
            InvalidValue: an end is a partial date.

        """
        start, end = _ordinals(self)
        begin, stop = _ordinals(other)
        return _from_ordinals(min(end, stop) + 1, max(start, begin) - 1)

    def intersection(self, other: "DateSpan") -> "DateSpan | None":
        """Give the days that both hold; None where there are none.

        Raises:
            InvalidValue: an end is a partial date.

        """
        start, end = _ordinals(self)
        begin, stop = _ordinals(other)
        return _from_ordinals(max(start, begin), min(end, stop))

    def hull(self, other: "DateSpan") -> "DateSpan":
        """Give the shortest span that holds both and what lies between them.

        Raises:
            InvalidValue: an end is a partial date.

        """
        start, end = _ordinals(self)
        begin, stop = _ordinals(other)
        return _span_of(min(start, begin), max(end, stop))

    def relation(self, other: "DateSpan") -> Allen:
        """Give the one relation of Allen's that holds, days taken from the start to the day after the end.

        Raises:
            InvalidValue: an end is not a day.

        >>> DateSpan.parse("2024-01").relation(DateSpan.parse("2024-02"))
        Allen.MEETS

        """
        start, end = exact_ends(self)
        begin, stop = exact_ends(other)
        if end < begin:
            return Allen.MEETS if end + _DAY == begin else Allen.BEFORE
        if stop < start:
            return Allen.MET_BY if stop + _DAY == start else Allen.AFTER
        if start == begin:
            return Allen.EQUALS if end == stop else Allen.STARTS if end < stop else Allen.STARTED_BY
        if end == stop:
            return Allen.FINISHES if start > begin else Allen.FINISHED_BY
        if start < begin:
            return Allen.OVERLAPS if end < stop else Allen.CONTAINS
        return Allen.DURING if end < stop else Allen.OVERLAPPED_BY

    def split_at(self, dates: Iterable[date | str] | date | str) -> tuple["DateSpan", ...]:
        """Cut the span so that each of the dates begins a part; dates that no part can begin with make no cut.

        Raises:
            InvalidValue: an end is a partial date, or a date is not a day.

        >>> DateSpan.parse("2024").split_at("2024-04-01")
        (DateSpan('2024-01-01', '2024-03-31'), DateSpan('2024-04-01', '2024-12-31'))

        """
        start, end = _ordinals(self)
        cuts = {as_day(day).toordinal() for day in as_items(dates, date, as_day)}
        starts = [start, *sorted(cut for cut in cuts if max(start, 1) < cut <= end)]
        return tuple(
            _span_of(first, following - 1) for first, following in zip(starts, [*starts[1:], end + 1], strict=True)
        )

    def shift(self, *, days: int = 0, months: int = 0, years: int = 0) -> "DateSpan":
        """Move both ends, first by months and years, then by days; ends that are not stated stay so.

        A day that its new month lacks becomes the last of that month: each end is moved by itself, so whole months do
        not always stay whole.

        Raises:
            InvalidValue: an end leaves the years 1 to 9999, or its precision does not allow the move.

        >>> DateSpan("2024-01-31", "2024-03-30").shift(months=1)
        DateSpan('2024-02-29', '2024-04-30')

        """
        return DateSpan(_moved(self.start, days, months + 12 * years), _moved(self.end, days, months + 12 * years))

    @staticmethod
    def merge(spans: "Iterable[DateSpan | str] | DateSpan | str") -> "tuple[DateSpan, ...]":
        """Join the spans that overlap or abut, and give the result in order of time.

        Raises:
            InvalidValue: an end is a partial date.

        >>> DateSpan.merge(["2024-01", "2024-02", "2024-06"])
        (DateSpan('2024-01-01', '2024-02-29'), DateSpan('2024-06-01', '2024-06-30'))

        """
        merged: list[tuple[int, int]] = []
        for start, end in sorted(_ordinals(span) for span in as_items(spans, DateSpan, as_span)):
            if merged and start <= merged[-1][1] + 1:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        return tuple(_span_of(start, end) for start, end in merged)

    @staticmethod
    def gaps(spans: "Iterable[DateSpan | str] | DateSpan | str", within: "DateSpan | str") -> "tuple[DateSpan, ...]":
        """Give the days of ``within`` that no span holds, in order of time.

        Raises:
            InvalidValue: an end is a partial date.

        >>> DateSpan.gaps(["2024-01", "2024-02"], within="2024-Q1")
        (DateSpan('2024-03-01', '2024-03-31'),)

        """
        start, end = _ordinals(as_span(within))
        found: list[DateSpan | None] = []
        for span in DateSpan.merge(spans):
            begin, stop = _ordinals(span)
            found.append(_from_ordinals(start, min(begin - 1, end)))
            start = max(start, stop + 1)
        found.append(_from_ordinals(start, end))
        return tuple(gap for gap in found if gap is not None)

    def __str__(self) -> str:
        return f"{'..' if self.start is None else self.start}/{'..' if self.end is None else self.end}"

    def __repr__(self) -> str:
        ends = ("None" if end is None else repr(str(end)) for end in (self.start, self.end))
        return f"DateSpan({', '.join(ends)})"


def as_span(value: DateSpan | str) -> DateSpan:
    """Give the span that was meant; text is read by :meth:`DateSpan.parse`."""
    return value if type(value) is DateSpan else DateSpan.parse(value)


def as_span_or_none(value: DateSpan | str | None) -> DateSpan | None:
    """Give the span that was meant, or None; see :func:`as_span`."""
    return None if value is None else as_span(value)


def exact_ends(span: DateSpan) -> tuple[date, date]:
    """Give the first and the last day of a span whose ends are days.

    Raises:
        InvalidValue: an end is a partial date or not stated, or it is no span.

    """
    if type(span) is not DateSpan:
        raise _no_span(span)
    start, end = span.start, span.end
    if type(start) is not date or type(end) is not date:
        raise InvalidValue(str(span), "has no exact ends", "give the days that are meant", "", "DateSpan")
    return start, end


trusted_span: Callable[[date | None, date | None], DateSpan] = builder(DateSpan)
"""Builds a span of two plain dates that are known to be in order, without looking at them again."""


def ordinal_after(day: date, months: int) -> int:
    """Give the ordinal of a day some months on, the last of the month where that month is too short.

    It may lie beyond the years 1 to 9999, where there is no date: the calendar repeats itself every 400 years.
    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    cycle = (year - 1) // 400
    first = date(year - 400 * cycle, month + 1, 1)
    length = 32 - (first + timedelta(31)).day
    return first.toordinal() + min(day.day, length) - 1 + 146_097 * cycle


def _no_span(value: object) -> InvalidValue:
    mend = f'write DateSpan.parse("{value}")' if isinstance(value, str) and len(value) <= 30 else ""
    return InvalidValue(value, "must be a DateSpan", mend)


def _bounds(span: DateSpan) -> tuple[int, int, int, int]:
    """Give the ordinals of the earliest and latest start and of the earliest and latest end."""
    if type(span) is not DateSpan:
        raise _no_span(span)
    start, end = span.start, span.end
    low, late = (_LOW, _LOW) if start is None else _range_of(start)
    early, high = (_HIGH, _HIGH) if end is None else _range_of(end)
    return low, min(late, high), max(early, low), high


def _range_of(end: AnyDate) -> tuple[int, int]:
    return earliest_day(end).toordinal(), latest_day(end).toordinal()


def _follows(left: tuple[int, int, int, int], right: tuple[int, int, int, int]) -> bool | None:
    _, _, early, high = left
    low, late, _, _ = right
    if early == high and low == late:
        return high + 1 == low
    return None if early + 1 <= late and low <= high + 1 else False


def _ordinals(span: DateSpan) -> tuple[int, int]:
    if type(span) is not DateSpan:
        raise _no_span(span)
    start, end = span.start, span.end
    if isinstance(start, PartialDate) or isinstance(end, PartialDate):
        mend = "a partial date stands for one unknown day: give the day that is meant"
        raise InvalidValue(str(span), "has an end that is not exact", mend, "", "DateSpan")
    return _LOW if start is None else start.toordinal(), _HIGH if end is None else end.toordinal()


def _from_ordinals(start: int, end: int) -> DateSpan | None:
    """Give the span of the days from one ordinal to another, None where there is no such day."""
    return _span_of(start, end) if start <= end and start < _HIGH and end > _LOW else None


def _span_of(start: int, end: int) -> DateSpan:
    return trusted_span(
        None if start == _LOW else date.fromordinal(start), None if end == _HIGH else date.fromordinal(end)
    )


def _moved(end: AnyDate | None, days: int, months: int) -> AnyDate | None:
    if end is None:
        return None
    step = {"year": 12, "quarter": 3, "month": 1}[end.precision] if isinstance(end, PartialDate) else None
    if step and (days or months % step):
        raise InvalidValue(
            str(end),
            f"cannot be moved by {months} months and {days} days",
            "give the day that is meant",
            "",
            "DateSpan",
        )
    ordinal = ordinal_after(first_day(end), months) + days
    if not _LOW < ordinal < _HIGH:
        raise InvalidValue(
            str(end), f"cannot be moved by {months} months and {days} days", "years are 1 to 9999", "", "DateSpan"
        )
    day = date.fromordinal(ordinal)
    if not isinstance(end, PartialDate):
        return day
    return attrs.evolve(end, year=day.year, month=end.month and day.month, quarter=end.quarter and (day.month + 2) // 3)
