"""Laws of spans."""

import pickle
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise, product

import attrs
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, example, given, settings, strategies as st

from aidmodel.errors import InvalidValue
from aidmodel.testing._dates import any_dates, days, exact_spans, spans
from aidmodel.values.allen import Allen
from aidmodel.values.partial_date import AnyDate, PartialDate, earliest_day, first_day, is_certain, last_day, latest_day
from aidmodel.values.span import DateSpan, exact_ends, ordinal_after

DAY = timedelta(days=1)
FAR = 10_000_000
CALENDAR = {1, 2, 3, 3_652_057, 3_652_058, 3_652_059}
"""The first and the last days there are, which a date that is not certain may be."""
World = tuple[int, int]


def exact_or_open() -> st.SearchStrategy[DateSpan]:
    """Draw spans without partial ends."""
    return exact_spans().flatmap(
        lambda span: st.sampled_from(
            [span, span, attrs.evolve(span, start=None), attrs.evolve(span, end=None), DateSpan(None, None)]
        )
    )


def close_spans() -> st.SearchStrategy[DateSpan]:
    """Draw spans of all kinds within two years, so that they meet; some ends are not certain."""
    day = st.dates(date(2023, 1, 1), date(2024, 12, 31))
    partial = st.sampled_from(
        ["2023", "2024", "2023-Q4", "2024-Q1", "2023-12", "2024-01", "2024-02", "2024-03", "2024~", "2024-01?"]
    ).map(PartialDate)
    ends = st.one_of(day, partial, partial, st.none())
    return st.builds(in_order, ends, ends)


def in_order(start: AnyDate | None, end: AnyDate | None) -> DateSpan:
    """Build a span of two ends, the other way round where they are certainly reversed."""
    reversed_ = start is not None and end is not None and earliest_day(start) > latest_day(end)
    return DateSpan(end, start) if reversed_ else DateSpan(start, end)


def turning_points(*values: DateSpan | AnyDate) -> set[int]:
    """Give the ordinals at which a comparison can change: every bound and its neighbours."""
    ends = [
        end
        for value in values
        for end in ((value.start, value.end) if isinstance(value, DateSpan) else (value,))
        if end is not None
    ]
    bounds = [bound.toordinal() for end in ends if is_certain(end) for bound in (first_day(end), last_day(end))]
    return {bound + step for bound in bounds for step in (-1, 0, 1)} | CALENDAR


def meanings(value: AnyDate | None, points: set[int], unstated: int) -> list[int]:
    """Give the turning points that a date can mean."""
    if value is None:
        return [unstated]
    if not is_certain(value):
        return sorted(points)
    return [point for point in points if first_day(value).toordinal() <= point <= last_day(value).toordinal()]


def worlds(span: DateSpan, points: set[int]) -> Iterator[World]:
    """Give every meaning of a span, as ordinals in order."""
    for start, end in product(meanings(span.start, points, -FAR), meanings(span.end, points, FAR)):
        if start <= end:
            yield start, end


def verdict(answers: set[bool]) -> bool | None:
    """Give the one answer, or None where there are two."""
    return answers.pop() if len(answers) == 1 else None


def overlap(left: World, right: World) -> bool:
    """Say whether two meanings share a day."""
    return left[0] <= right[1] and right[0] <= left[1]


def enclose(left: World, right: World) -> bool:
    """Say whether one meaning lies within the other."""
    return left[0] <= right[0] and right[1] <= left[1]


def abut(left: World, right: World) -> bool:
    """Say whether one meaning follows the other."""
    return left[1] + 1 == right[0] or right[1] + 1 == left[0]


@settings(deadline=None, max_examples=400)
@given(close_spans(), close_spans())
@example(DateSpan("2022", "2022"), DateSpan("2022", "2022-03-28"))
@example(DateSpan("2024-02", "2024-02-29"), DateSpan("2024-02-29", "2024-03"))
@example(DateSpan("2024~", "2024-02-29"), DateSpan("2024-02-29", "2024-03?"))
@example(DateSpan("2024~", None), DateSpan(None, "2024-03?"))
def test_three_values_are_exactly_those_of_all_meanings(left: DateSpan, right: DateSpan) -> None:
    """True where every meaning of the ends gives it, False where none does, None where they differ."""
    points = turning_points(left, right)
    pairs = list(product(worlds(left, points), worlds(right, points)))

    assert verdict({overlap(*pair) for pair in pairs}) is left.overlaps(right)
    assert verdict({enclose(*pair) for pair in pairs}) is left.encloses(right)
    assert verdict({abut(*pair) for pair in pairs}) is left.abuts(right)


@given(close_spans(), st.one_of(days(), any_dates(), st.dates(date(2023, 1, 1), date(2024, 12, 31))))
@example(DateSpan("2024-02", "2024-02-29"), date(2024, 2, 29))
@example(DateSpan("2024-02", None), PartialDate("2024-02"))
def test_contains_is_that_of_all_meanings(span: DateSpan, day: AnyDate) -> None:
    """The same of a date within a span; ``in`` gives the answer or raises."""
    points = turning_points(span, day)
    expected = verdict(
        {start <= point <= end for start, end in worlds(span, points) for point in meanings(day, points, FAR)}
    )

    assert expected is span.contains(day)
    if expected is None:
        with pytest.raises(InvalidValue):
            _ = day in span
    else:
        assert expected is (day in span)


@given(spans())
@example(DateSpan("2022-01-01", "2022-12-31"))
@example(DateSpan("2022", "2022"))
@example(DateSpan(None, "2024-02-29"))
@example(DateSpan(None, None))
def test_text_reads_back(span: DateSpan) -> None:
    """parse(str(s)) = s for every span; the repr gives it too."""

    assert span == DateSpan.parse(str(span))
    assert span == eval(repr(span))  # noqa: S307
    assert span == pickle.loads(pickle.dumps(span)) == attrs.evolve(span)  # noqa: S301


@given(spans())
@example(DateSpan("2017", "2018"))
@example(DateSpan("2024-02", "2024-02-29"))
def test_days_range(span: DateSpan) -> None:
    """The range is that of the outer and inner bounds; an exact span has one number."""
    least, most = span.days_range

    assert least >= 1
    assert (most is not None) is (is_certain(span.start) and is_certain(span.end))
    if span.exact:
        assert (span.days, span.days) == (least, most)
        assert span.days == sum(1 for _ in range(exact_ends(span)[0].toordinal(), exact_ends(span)[1].toordinal() + 1))
    if most is not None and span.first and span.last:
        assert DateSpan(span.first, span.last).days == most


@given(exact_or_open(), exact_or_open())
@example(DateSpan("2024-01-01", "2024-02-28"), DateSpan("2024-02-29", "2024-03-31"))
@example(DateSpan("2023-12-31", "2023-12-31"), DateSpan("2024-01-01", None))
def test_exactly_one_of_overlap_abut_and_gap(left: DateSpan, right: DateSpan) -> None:
    """Two spans overlap, abut, or have a gap between them."""
    gap = left.gap(right)

    assert 1 == [left.overlaps(right), left.abuts(right), gap is not None].count(True)
    assert gap == right.gap(left)
    if gap is not None:
        assert gap.abuts(left)
        assert gap.abuts(right)
        assert left.hull(right) == DateSpan.merge([left, gap, right])[0]


@given(exact_or_open(), exact_or_open(), days())
@example(DateSpan("2024-01-31", "2024-02-29"), DateSpan("2024-02-29", "2024-12-31"), date(2024, 2, 29))
def test_intersection_and_hull_are_those_of_days(left: DateSpan, right: DateSpan, day: date) -> None:
    """A day is in the intersection when it is in both, and in the hull when it is in either or between."""
    both, gap = left.intersection(right), left.gap(right)

    assert both == right.intersection(left)
    assert (day in left and day in right) is (both is not None and day in both)
    assert (both is not None) is left.overlaps(right)
    assert left.hull(right) == right.hull(left)
    assert (day in left or day in right or (gap is not None and day in gap)) is (day in left.hull(right))
    assert left.encloses(right) is (both == right)


@given(st.lists(exact_or_open(), max_size=6), days(), exact_or_open())
@example(
    [DateSpan("2023-01-01", "2023-12-31"), DateSpan("2024-01-01", "2024-02-29")],
    date(2023, 12, 31),
    DateSpan("2023-01-01", "2024-12-31"),
)
def test_merge_and_gaps(given_spans: list[DateSpan], day: date, within: DateSpan) -> None:
    """Merging keeps every day, leaves parts that neither overlap nor abut, and does nothing twice; gaps are the rest."""
    merged = DateSpan.merge(given_spans)
    free = DateSpan.gaps(given_spans, within)

    assert any(day in span for span in given_spans) is any(day in span for span in merged)
    assert all(left.gap(right) is not None for left, right in pairwise(merged))
    assert merged == DateSpan.merge(merged) == DateSpan.merge(given_spans[::-1])
    assert (day in within and not any(day in span for span in merged)) is any(day in span for span in free)
    assert free == DateSpan.merge(free)


@given(exact_spans(), exact_spans())
@example(DateSpan("2024-01-01", "2024-02-28"), DateSpan("2024-02-29", "2024-03-31"))
def test_exactly_one_of_thirteen_relations(left: DateSpan, right: DateSpan) -> None:
    """Allen's definitions on [start, end + 1): one holds, and the other way round its inverse."""
    (a, b), (c, d) = exact_ends(left), exact_ends(right)
    b, d = b + DAY, d + DAY
    definitions = {
        Allen.BEFORE: b < c,
        Allen.MEETS: b == c,
        Allen.OVERLAPS: a < c < b < d,
        Allen.STARTS: a == c and b < d,
        Allen.DURING: a > c and b < d,
        Allen.FINISHES: a > c and b == d,
        Allen.EQUALS: a == c and b == d,
        Allen.FINISHED_BY: a < c and b == d,
        Allen.CONTAINS: a < c and b > d,
        Allen.STARTED_BY: a == c and b > d,
        Allen.OVERLAPPED_BY: c < a < d < b,
        Allen.MET_BY: d == a,
        Allen.AFTER: d < a,
    }

    assert [left.relation(right)] == [relation for relation, holds in definitions.items() if holds]
    assert left.relation(right).inverse is right.relation(left)
    assert left.relation(right) is left.relation(right).inverse.inverse


@given(exact_spans(), st.lists(days(), max_size=5))
@example(DateSpan("2024-01-01", "2024-12-31"), [date(2024, 2, 29), date(2024, 12, 31)])
def test_split_parts_make_the_whole(span: DateSpan, dates: list[date]) -> None:
    """Parts abut, keep the bounds, and their days sum to the whole."""
    parts = span.split_at(dates)

    assert (span.start, span.end) == (parts[0].start, parts[-1].end)
    assert all(left.end_exclusive == right.start for left, right in pairwise(parts))
    assert span.days == sum(part.days for part in parts)
    assert {part.start for part in parts[1:]} == {day for day in dates if day in span} - {span.start}


@given(exact_spans(), st.integers(-4000, 4000), st.integers(-60, 60), st.integers(-20, 20))
@example(DateSpan("2024-01-31", "2024-02-29"), 0, 1, 0)
@example(DateSpan("2020-02-29", "2021-12-31"), 0, 0, 1)
def test_shift_is_that_of_relativedelta(span: DateSpan, shift: int, months: int, years: int) -> None:
    """Each end moves as dateutil moves it; days can be taken back."""
    start, end = exact_ends(span)
    delta = relativedelta(years=years, months=months, days=shift)

    assert DateSpan(start + delta, end + delta) == span.shift(days=shift, months=months, years=years)
    assert span == span.shift(days=shift).shift(days=-shift)


@given(days(), st.integers(-1200, 1200))
@example(date(2024, 1, 31), 1)
@example(date(2024, 2, 29), 12)
@example(date(2023, 12, 31), 2)
def test_ordinal_after_is_that_of_relativedelta(day: date, months: int) -> None:
    """Months are added as dateutil adds them, and 4,800 of them are 400 years of 146,097 days."""
    assume(1 < day.year + months // 12 < 9999)

    assert (day + relativedelta(months=months)).toordinal() == ordinal_after(day, months)
    assert ordinal_after(day, months) + 146_097 == ordinal_after(day, months + 4800)


def refuses(make: Callable[[], object]) -> bool:
    """Say whether something is refused as an invalid value."""
    try:
        make()
    except InvalidValue:
        return True
    return False


@given(any_dates(), any_dates())
@example(date(2024, 2, 29), PartialDate("2024-02"))
@example(PartialDate("2024-03"), date(2024, 2, 29))
@example(PartialDate("2024-03~"), date(2024, 2, 29))
def test_only_certainly_reversed_ends_are_refused(start: AnyDate, end: AnyDate) -> None:
    """A span is refused when, and only when, no meaning of its ends is in order: never where an end is not certain."""
    certain = is_certain(start) and is_certain(end)

    assert refuses(lambda: DateSpan(start, end)) is (certain and first_day(start) > last_day(end))
