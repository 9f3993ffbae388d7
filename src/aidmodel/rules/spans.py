"""What several rules ask of spans and dates: which overlap, where days are missing, what comes after what."""

import datetime as dt
from bisect import bisect
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import TypeVar

from aidmodel.values.partial_date import AnyDate, first_day, last_day
from aidmodel.values.span import DateSpan

T = TypeVar("T")


def overlapping(spans: Iterable[tuple[int, DateSpan]]) -> dict[int, tuple[bool, int]]:
    """Give, by its position, each span that overlaps one before it: whether that is only possible, and the other's position.

    The other is the first that it certainly overlaps; where there is none, the first that it may overlap.
    """
    found: dict[int, tuple[bool, int]] = {}
    active: list[tuple[int, DateSpan, dt.date]] = []  # those that may reach the day looked at, in document order
    for position, span in sorted(spans, key=_by_first_day):
        begin = span.first or dt.date.min
        active = [each for each in active if each[2] >= begin]
        place = bisect(active, position, key=itemgetter(0))
        for other, known, _ in active[:place]:
            answer = known.overlaps(span)
            if answer is not False:
                _keep(found, position, (not answer, other))
            if answer:
                break
        for other, known, _ in active[place:]:
            answer = known.overlaps(span)
            if answer is not False:
                _keep(found, other, (not answer, position))
        active.insert(place, (position, span, span.last or dt.date.max))
    return found


def _keep(found: dict[int, tuple[bool, int]], position: int, new: tuple[bool, int]) -> None:
    found[position] = min(found.get(position, new), new)


def _by_first_day(each: tuple[int, DateSpan]) -> tuple[dt.date, int]:
    return each[1].first or dt.date.min, each[0]


def gaps(spans: Iterable[tuple[int, DateSpan]]) -> Iterator[tuple[int, dt.date, dt.date]]:
    """Give the days that no span covers, between two exact ones: the position of the later, the first and the last day.

    A span that is not exact counts as covering all that it may cover.
    """
    reached, exact = dt.date.max, False
    for position, span in sorted(spans, key=_by_first_day):
        begin, end = span.first or dt.date.min, span.last or dt.date.max
        if exact and span.exact and (begin - reached).days > 1:
            yield position, reached + dt.timedelta(1), begin - dt.timedelta(1)
        if reached is dt.date.max or end >= reached:
            exact = span.exact if reached is dt.date.max or end > reached else exact and span.exact
            reached = end
