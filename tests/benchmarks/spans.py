"""Spans of days: portion for overlaps, dateutil's relativedelta for fiscal years."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import portion
from dateutil.relativedelta import relativedelta
from side import compare

from aidmodel import DateSpan, FiscalCalendar

COUNT = 2_000
DAY = timedelta(days=1)


def measure_spans() -> Iterator[tuple[str, float, float]]:
    """Give each goal with the ratio wanted and got."""
    chance = random.Random(1)  # noqa: S311
    ends = []
    for _ in range(COUNT + 1):
        start = date(2010, 1, 1) + timedelta(days=chance.randrange(3000))
        ends.append((start, start + timedelta(days=chance.randrange(200, 2200))))
    ours = [DateSpan(start, end) for start, end in ends]
    theirs = [portion.closed(start, end) for start, end in ends]
    pairs, others = list(zip(ours, ours[1:], strict=False)), list(zip(theirs, theirs[1:], strict=False))
    assert [one.overlaps(other) for one, other in pairs] == [one.overlaps(other) for one, other in others]
    overlap = compare(
        {
            "portion overlaps": lambda: [one.overlaps(other) for one, other in others],
            "aidmodel overlaps": lambda: [one.overlaps(other) for one, other in pairs],
        },
        "portion overlaps",
        rounds=31,
        units=COUNT,
        unit="pair",
    )
    yield "overlap / portion", 1 / 25, overlap["aidmodel overlaps"].ratio

    calendar = FiscalCalendar.GAC
    assert [[(part.start, part.end) for _, part in calendar.split(span)] for span in ours] == [
        split_by_relativedelta(start, end, 4) for start, end in ends
    ]
    split = compare(
        {
            "relativedelta loop": lambda: [split_by_relativedelta(start, end, 4) for start, end in ends],
            "aidmodel split": lambda: [calendar.split(span) for span in ours],
        },
        "relativedelta loop",
        rounds=31,
        units=COUNT + 1,
        unit="span",
    )
    yield "fiscal split / relativedelta", 1 / 15, split["aidmodel split"].ratio


def split_by_relativedelta(start: date, end: date, month: int) -> list[tuple[date, date]]:
    """Cut a span at the starts of fiscal years, as one writes it with dateutil."""
    parts = []
    while True:
        following = start + relativedelta(months=(month - start.month) % 12 or 12, day=1)
        if following > end:
            return [*parts, (start, end)]
        parts.append((start, following - DAY))
        start = following
