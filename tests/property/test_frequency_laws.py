"""Laws of the periods that follow from a frequency."""

import datetime as dt
from itertools import pairwise

from dateutil.relativedelta import relativedelta
from hypothesis import example, given, strategies as st

from aidmodel.model.frequency import Frequency
from aidmodel.values.span import DateSpan

MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.TRIANNUAL: 4,
    Frequency.SEMIANNUAL: 6,
    Frequency.ANNUAL: 12,
}
DAYS = st.dates(dt.date(1999, 1, 1), dt.date(2041, 12, 31))
ANCHORS = (
    st.none()
    | DAYS
    | st.builds(dt.date, st.integers(2000, 2030), st.sampled_from([1, 3, 5, 7, 8, 10, 12]), st.just(31))
)
SPANS = st.builds(lambda start, days: DateSpan(start, start + dt.timedelta(days)), DAYS, st.integers(0, 3000))


def ends(span: DateSpan) -> tuple[dt.date, dt.date]:
    """Give the first and the last day."""
    assert span.first is not None
    assert span.last is not None
    return span.first, span.last


@given(st.sampled_from([*MONTHS, Frequency.MIDLINE_AND_ENDLINE, Frequency.END_ONLY]), SPANS, ANCHORS)
@example(Frequency.MONTHLY, DateSpan("2023-02-28", "2023-03-31"), dt.date(2023, 1, 31))
@example(Frequency.ANNUAL, DateSpan("2023-02-28", "2024-02-29"), dt.date(2024, 2, 29))
def test_the_periods_are_the_span(frequency: Frequency, span: DateSpan, anchor: dt.date | None) -> None:
    """Each day of it is in one of them, without a gap or an overlap, in order."""
    found = [ends(each) for each in frequency.spans(span, anchor=anchor if frequency in MONTHS else None)]

    assert ends(span) == (found[0][0], found[-1][1])
    assert all(first <= last for first, last in found)
    assert all(last + dt.timedelta(1) == following for (_, last), (following, _) in pairwise(found))


@given(st.sampled_from(list(MONTHS)), SPANS, ANCHORS)
@example(Frequency.MONTHLY, DateSpan("2023-01-31", "2024-03-30"), None)
def test_each_is_counted_from_the_anchor(frequency: Frequency, span: DateSpan, anchor: dt.date | None) -> None:
    """A period begins so many months after the anchor, as dateutil counts them in one step, so that the 31st comes back."""
    counted_from = anchor or ends(span)[0]
    months = MONTHS[frequency]
    for begin, _ in map(ends, frequency.spans(span, anchor=anchor)[1:]):
        steps = (12 * (begin.year - counted_from.year) + begin.month - counted_from.month) // months

        assert begin == counted_from + relativedelta(months=months * steps)


@given(st.sampled_from(list(MONTHS)), SPANS, ANCHORS)
def test_no_period_is_left_out(frequency: Frequency, span: DateSpan, anchor: dt.date | None) -> None:
    """Every day so many months from the anchor, in the span, begins a period."""
    counted_from, (first, last) = anchor or ends(span)[0], ends(span)
    begins = {ends(each)[0] for each in frequency.spans(span, anchor=anchor)}
    months = MONTHS[frequency]
    low = (12 * (first.year - counted_from.year - 1)) // months - 1
    high = (12 * (last.year - counted_from.year + 1)) // months + 1
    wanted = {counted_from + relativedelta(months=months * step) for step in range(low, high + 1)}

    assert {day for day in wanted if first <= day <= last} | {first} == begins


@given(SPANS)
def test_halves_differ_by_no_more_than_a_day(span: DateSpan) -> None:
    """The first is the longer one."""
    halves = [last - first for first, last in map(ends, Frequency.MIDLINE_AND_ENDLINE.spans(span))]

    assert 1 == len(halves) or halves[0] - halves[1] in (dt.timedelta(0), dt.timedelta(1))
    assert (1 == len(halves)) is (span.days == 1)
