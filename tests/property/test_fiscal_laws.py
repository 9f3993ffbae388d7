"""Laws of fiscal calendars."""

import itertools
from datetime import date

from hypothesis import example, given, strategies as st

from aidmodel.testing._dates import days, exact_spans, fiscal_calendars
from aidmodel.values.fiscal import FiscalCalendar
from aidmodel.values.span import DateSpan

CALENDAR = FiscalCalendar.CALENDAR
GAC = FiscalCalendar.GAC
US = FiscalCalendar.US

YEARS = st.integers(1950, 2100)


@given(fiscal_calendars(), days())
@example(GAC, date(2024, 3, 31))
@example(US, date(2023, 10, 1))
@example(CALENDAR, date(2024, 2, 29))
def test_a_day_is_in_its_year_and_quarter(calendar: FiscalCalendar, day: date) -> None:
    """A day lies in the span of its fiscal year, and in that of its quarter."""
    year, quarter = calendar.quarter_of(day)

    assert year == calendar.year_of(day)
    assert day in calendar.year_span(year)
    assert day in calendar.quarter_span(year, quarter)
    assert calendar.year_span(year).encloses(calendar.quarter_span(year, quarter)) is True


@given(fiscal_calendars(), YEARS)
@example(GAC, 2023)
@example(FiscalCalendar(3, "start"), 2023)
def test_years_and_quarters_follow_each_other(calendar: FiscalCalendar, year: int) -> None:
    """A year has 365 or 366 days, is its four quarters, and abuts the next; all of it is that year."""
    span = calendar.year_span(year)
    quarters = [calendar.quarter_span(year, quarter) for quarter in (1, 2, 3, 4)]

    assert span.days in {365, 366}
    assert span.end_exclusive == calendar.year_span(year + 1).start
    assert (span.start, span.end) == (quarters[0].start, quarters[3].end)
    assert span.days == sum(quarter.days for quarter in quarters)
    assert all(left.end_exclusive == right.start for left, right in itertools.pairwise(quarters))
    assert ((year, span),) == calendar.split(span)


@given(fiscal_calendars(), exact_spans())
@example(GAC, DateSpan("2022-03-28", "2025-03-31"))
@example(US, DateSpan("2024-02-29", "2024-02-29"))
@example(CALENDAR, DateSpan("2023-12-31", "2024-01-01"))
def test_split_makes_the_whole(calendar: FiscalCalendar, span: DateSpan) -> None:
    """Labels rise by one, bounds are kept, days sum, and each part lies in its own year."""
    parts = calendar.split(span)

    assert [parts[0][0] + step for step in range(len(parts))] == [year for year, _ in parts]
    assert (span.start, span.end) == (parts[0][1].start, parts[-1][1].end)
    assert span.days == sum(part.days for _, part in parts)
    assert all(calendar.year_span(year).intersection(span) == part for year, part in parts)


@given(fiscal_calendars(), exact_spans())
@example(GAC, DateSpan("2022-03-28", "2025-03-31"))
@example(US, DateSpan("2023-12-31", "2024-01-31"))
def test_split_quarters_makes_the_whole(calendar: FiscalCalendar, span: DateSpan) -> None:
    """Quarters rise by one, bounds are kept, days sum, and each part lies in its own quarter."""
    parts = calendar.split_quarters(span)
    counted = [4 * year + quarter for (year, quarter), _ in parts]

    assert [counted[0] + step for step in range(len(parts))] == counted
    assert (span.start, span.end) == (parts[0][1].start, parts[-1][1].end)
    assert span.days == sum(part.days for _, part in parts)
    assert all(calendar.quarter_span(*quarter).intersection(span) == part for quarter, part in parts)


@given(fiscal_calendars(), YEARS)
@example(GAC, 1999)
@example(FiscalCalendar(7, "end", "2023/24"), 2000)
def test_what_is_written_reads_back(calendar: FiscalCalendar, year: int) -> None:
    """parse(format(y)) is year y."""

    assert calendar.year_span(year) == calendar.parse(calendar.format(year))


@given(fiscal_calendars())
def test_the_repr_reads_back(calendar: FiscalCalendar) -> None:
    """The repr can be pasted back."""

    assert calendar == eval(repr(calendar))  # noqa: S307
