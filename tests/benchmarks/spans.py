"""Spans of days: portion for overlaps, dateutil's relativedelta for fiscal years."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import portion
from dateutil.relativedelta import relativedelta
from side import compare

from aidmodel import DateSpan, FiscalCalendar

COUNT = 2_000
DAY = timedelta(days=1)
YEAR = relativedelta(years=1)


def measure_spans() -> Iterator[tuple[str, float, float]]:
    """Give each goal with the ratio wanted and got."""
    chance = random.Random(1)  # noqa: S311
    ends = []
    for _ in range(COUNT + 1):
        start = date(2010, 1, 1) + timedelta(days=chance.randrange(3000))
        ends.append((start, start + timedelta(days=chance.randrange(200, 2200))))
    ours = [DateSpan(start, end) for start, end in ends]
    theirs = [portion.closed(start, end) for start, end in ends]
    pairs, others = list(pairwise(ours)), list(pairwise(theirs))
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
    wanted = [[(year, part.start, part.end) for year, part in calendar.split(span)] for span in ours]
    assert wanted == [split_by_relativedelta(start, end, 4) for start, end in ends]
    assert wanted == [split_by_relativedelta_once(start, end, 4) for start, end in ends]
    split = compare(
        {
            "relativedelta for each year": lambda: [split_by_relativedelta(start, end, 4) for start, end in ends],
            "relativedelta, made once": lambda: [split_by_relativedelta_once(start, end, 4) for start, end in ends],
            "aidmodel split": lambda: [calendar.split(span) for span in ours],
        },
        "relativedelta for each year",
        rounds=31,
        units=COUNT + 1,
        unit="span",
    )
    ratio = split["aidmodel split"].ratio
    yield "fiscal split / relativedelta for each year", 1 / 15, ratio
    yield "fiscal split / relativedelta, made once", 1 / 15, ratio / split["relativedelta, made once"].ratio


def split_by_relativedelta(start: date, end: date, month: int) -> list[tuple[int, date, date]]:
    """Cut a span at the starts of fiscal years and name each, as one writes it with dateutil at hand."""
    parts = []
    while start <= end:
        year = (start - relativedelta(months=month - 1)).year
        last = date(year, month, 1) + relativedelta(years=1, days=-1)
        parts.append((year, start, min(last, end)))
        start = last + DAY
    return parts


def split_by_relativedelta_once(start: date, end: date, month: int) -> list[tuple[int, date, date]]:
    """Do the same with one addition a year, of a relativedelta that is made once."""
    parts = []
    year = start.year - (start.month < month)
    first = date(year, month, 1)
    while first <= end:
        following = first + YEAR
        parts.append((year, max(start, first), min(following - DAY, end)))
        first = following
        year += 1
    return parts
