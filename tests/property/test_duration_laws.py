"""Laws of durations and of the lengths of spans."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, example, given, settings, strategies as st

from aidmodel.testing._dates import days, durations, exact_spans, spans
from aidmodel.values.duration import Duration, length_in_months, length_in_years
from aidmodel.values.partial_date import is_certain
from aidmodel.values.span import DateSpan, exact_ends

DAY = timedelta(days=1)
LENGTHS = pytest.mark.parametrize("length", [length_in_years, length_in_months])


@LENGTHS
@given(span=exact_spans())
@example(span=DateSpan("2020-02-29", "2021-02-26"))
@example(span=DateSpan("2020-02-29", "2021-02-27"))
@example(span=DateSpan("2024-01-31", "2024-02-28"))
@example(span=DateSpan("2023-12-31", "2024-12-30"))
def test_a_later_end_is_longer(length: Callable[[DateSpan], Fraction], span: DateSpan) -> None:
    """The length is strictly increasing in the end, and not increasing in the start."""
    start, end = exact_ends(span)

    assert 0 < length(span) < length(DateSpan(start, end + DAY))
    assert length(span) <= length(DateSpan(start - DAY, end))


@given(days(), st.integers(1, 60))
@example(date(2020, 2, 29), 1)
@example(date(2020, 2, 29), 4)
@example(date(2023, 12, 31), 1)
def test_an_anniversary_is_whole(start: date, years: int) -> None:
    """To the day before the anniversary it is a whole number of years."""
    assert years == length_in_years(DateSpan(start, start + relativedelta(years=years) - DAY))


@given(days(), st.integers(1, 600))
@example(date(2024, 1, 31), 1)
@example(date(2024, 1, 31), 2)
def test_a_monthly_day_is_whole(start: date, months: int) -> None:
    """To the day before the same day of a month it is a whole number of months."""
    assert months == length_in_months(DateSpan(start, start + relativedelta(months=months) - DAY))


@given(exact_spans())
@example(DateSpan("2022-03-28", "2025-03-31"))
def test_length_in_years_is_that_of_the_guide(span: DateSpan) -> None:
    """Whole relativedelta years of [start, end + 1), and the rest over the length of that year."""
    start, end = exact_ends(span)
    whole = relativedelta(end + DAY, start).years
    last, following = (start + relativedelta(years=whole + more) for more in (0, 1))
    assume(last <= end + DAY < following)  # dateutil counts 2020-02-29 to 2021-02-28 as a year, and so do we

    assert whole + Fraction((end + DAY - last).days, (following - last).days) == length_in_years(span)


@given(durations())
@example(Duration("3.0", "years"))
@example(Duration(1, "day"))
def test_text_reads_back(duration: Duration) -> None:
    """parse(str(d)) = d, with its digits; the repr gives it too."""

    assert duration == Duration.parse(str(duration)) == eval(repr(duration))  # noqa: S307


@given(durations(), spans(), st.floats(0, 1), st.floats(0, 1))
@example(Duration("3.0", "years"), DateSpan("2021-09", "2024-09"), 0.0, 1.0)
def test_agreement_holds_for_every_day(duration: Duration, span: DateSpan, one: float, two: float) -> None:
    """An answer is that of every exact span the ends can mean; open spans have none."""
    answer = duration.agrees_with(span)
    if not (is_certain(span.start) and is_certain(span.end)):
        assert answer is None
        return
    first, last = DateSpan(span.start, span.start), DateSpan(span.end, span.end)
    start, end = within(first, one), within(last, two)
    if answer is not None and start <= end:
        assert answer is duration.agrees_with(DateSpan(start, end))


@settings(deadline=None)
@given(
    st.builds(
        Duration,
        st.decimals("0", "3", places=3, allow_nan=False).map(abs),
        st.sampled_from(["years", "months", "days"]),
    ),
    st.sampled_from(["2023-12", "2024-01", "2024-02", "2024-02-10", "2024-03-01"]),
    st.sampled_from(["2024-02", "2024-03", "2024-03-03", "2024-03-31"]),
    st.fractions(0, 1),
)
@example(Duration("0.5", "days"), "2024-02", "2024-02", Fraction(1, 4))
@example(Duration("1.0", "months"), "2024-02", "2024-02", Fraction(1, 100))
def test_agreement_is_that_of_all_lengths(duration: Duration, start: str, end: str, tolerance: Fraction) -> None:
    """True where every length agrees, False where none does, None where they differ: every pair of days is tried."""
    assume((start, end) != ("2024-03-01", "2024-02"))
    span = DateSpan(start, end)
    pairs = product(all_days(DateSpan.parse(start)), all_days(DateSpan.parse(end)))
    lengths = {duration.agrees_with(DateSpan(one, two), tolerance) for one, two in pairs if one <= two}

    assert (lengths.pop() if len(lengths) == 1 else None) is duration.agrees_with(span, tolerance)


def all_days(span: DateSpan) -> list[date]:
    """Give the days of a span."""
    start, end = exact_ends(span)
    return [start + timedelta(days=number) for number in range((end - start).days + 1)]


def within(span: DateSpan, share: float) -> date:
    """Give the day that lies a share of the way through a span."""
    assert span.first
    assert span.last
    return span.first + timedelta(days=round(share * (span.last - span.first).days))


@given(exact_spans(), st.integers(0, 4000))
def test_days_agree_exactly(span: DateSpan, off: int) -> None:
    """A number of days agrees with a span of so many days and with no other."""
    assert (off == 0) is Duration(span.days + off, "days").agrees_with(span)
