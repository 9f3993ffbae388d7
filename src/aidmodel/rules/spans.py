"""What several rules ask of spans and dates: which overlap, where days are missing, what comes after what."""

import datetime as dt
import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from aidmodel.model.element import Element
from aidmodel.rules.stated import raw
from aidmodel.values.partial_date import AnyDate, earliest_day, is_before, latest_day
from aidmodel.values.span import DateSpan

T = TypeVar("T")


def overlapping(spans: Iterable[tuple[int, DateSpan]]) -> dict[int, tuple[bool, int]]:
    """Give, by its position, each span that overlaps one that begins before it, or as early and before it in the list.

    With it: whether that is only possible, and the position of the other, which of those before reaches furthest.
    """
    ordered = sorted(_bounds(position, span) for position, span in spans)
    if len(ordered) < 2:
        return {}
    begins = [late for late, *_ in ordered]
    surely = list(accumulate(((early, -at) for _late, at, early, _low, _high in ordered), max))
    possibly = list(accumulate(((high, -at) for _late, at, _early, _low, high in ordered), max))
    found: dict[int, tuple[bool, int]] = {}
    for number, (late, position, early, low, _high) in enumerate(ordered):
        # Two spans share a day for certain where each has begun, at the latest, when the other ends at the earliest.
        count = min(number, bisect(begins, early))
        if count and surely[count - 1][0] >= late:
            found[position] = (False, -surely[count - 1][1])
        elif number and possibly[number - 1][0] >= low:
            found[position] = (True, -possibly[number - 1][1])
    return found


def _bounds(position: int, span: DateSpan) -> tuple[dt.date, int, dt.date, dt.date, dt.date]:
    """The latest start, the position, the earliest end, the earliest start and the latest end, to sort by.

    An end that is not stated is without bound.
    """
    low, high = _reach(span)
    late = min(latest_day(span.start), high) if span.start is not None else low
    early = max(earliest_day(span.end), low) if span.end is not None else high
    return late, position, early, low, high


def _reach(span: DateSpan) -> tuple[dt.date, dt.date]:
    """The first and the last day that a span can hold."""
    return (
        dt.date.min if span.start is None else earliest_day(span.start),
        dt.date.max if span.end is None else latest_day(span.end),
    )


def gaps(spans: Iterable[tuple[int, DateSpan]]) -> Iterator[tuple[int, dt.date, dt.date]]:
    """Give the days that no span covers, between two exact ones: the position of the later, the first and the last day.

    A span that is not exact counts as covering all that it may cover.
    """
    reached: dt.date | None = None
    exact = False
    for (begin, end), position, is_exact in sorted((_reach(span), at, span.exact) for at, span in spans):
        if reached is not None and exact and is_exact and (begin - reached).days > 1:
            yield position, reached + dt.timedelta(1), begin - dt.timedelta(1)
        if reached is None or end > reached:
            reached, exact = end, is_exact


def in_order(dated: Iterable[tuple[AnyDate, T]]) -> list[T]:
    """Give what is dated in the order of time, without what may be as late as another."""
    ordered = sorted(dated, key=lambda each: earliest_day(each[0]))
    following = [earliest_day(date) for date, _ in ordered[1:]]
    kept: list[T] = []
    reached: dt.date | None = None
    for (date, thing), after in zip(ordered, [*following, None], strict=False):
        if (reached is None or reached < earliest_day(date)) and (after is None or latest_day(date) < after):
            kept.append(thing)
        reached = latest_day(date) if reached is None else max(reached, latest_day(date))
    return kept


def latest(dated: Sequence[tuple[AnyDate | None, T]]) -> T | None:
    """Give what certainly has the latest date of all; a single thing needs none. None: that cannot be said."""
    if len(dated) == 1:
        return dated[0][1]
    known = [(date, thing) for date, thing in dated if date is not None]
    if not known or len(known) < len(dated):
        return None
    last, thing = max(known, key=lambda each: earliest_day(each[0]))
    return thing if sum(is_before(date, last) is not True for date, _ in known) == 1 else None


_DAY = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})")


def reversed_days(thing: Element) -> tuple[dt.date, dt.date] | None:
    """Give the start and the end of a period that a reader kept raw as it ends before it begins; None: it has none."""
    start, end = (_day(raw(thing, "@iso-date", at)) for at in ("period-start", "period-end"))
    return (start, end) if start is not None and end is not None and end < start else None


def _day(text: str | None) -> dt.date | None:
    found = _DAY.match(text or "")
    try:
        return dt.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
