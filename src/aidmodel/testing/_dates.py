"""Strategies for dates, moments, spans, fiscal calendars and durations."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.values.duration import Duration
from aidmodel.values.fiscal import FiscalCalendar, Label, Style
from aidmodel.values.partial_date import AnyDate, PartialDate, earliest_day, latest_day
from aidmodel.values.span import DateSpan

_FIRST, _LAST = date(1950, 1, 1), date(2100, 12, 31)


def days() -> SearchStrategy[date]:
    """Draw days from 1950 to 2100; ends of months and years, where arithmetic goes wrong, come often."""
    years = st.integers(_FIRST.year, _LAST.year)
    edges = st.sampled_from([(1, 1), (1, 31), (2, 28), (3, 1), (3, 31), (4, 30), (12, 31)])
    leap_days = st.integers(488, 524).map(lambda fourth: date(4 * fourth, 2, 29))  # 1952 to 2096
    return st.one_of(st.dates(_FIRST, _LAST), st.builds(lambda year, edge: date(year, *edge), years, edges), leap_days)


def partial_dates() -> SearchStrategy[PartialDate]:
    """Draw years, quarters and months from 1950 to 2100, with and without a qualifier."""
    years = st.integers(_FIRST.year, _LAST.year)
    qualifiers = st.sampled_from([None, None, "~", "?"])
    return st.one_of(
        st.builds(PartialDate, years, qualifier=qualifiers),
        st.builds(PartialDate, years, month=st.integers(1, 12), qualifier=qualifiers),
        st.builds(PartialDate, years, quarter=st.integers(1, 4), qualifier=qualifiers),
    )


def any_dates() -> SearchStrategy[AnyDate]:
    """Draw dates at any precision."""
    return st.one_of(days(), partial_dates())


def timestamps() -> SearchStrategy[datetime]:
    """Draw moments from 1950 to 2100, with and without a zone."""
    offsets = st.sampled_from([0, 60, -180, 345, 14 * 60, -14 * 60])
    zones = st.none() | offsets.map(lambda minutes: timezone(timedelta(minutes=minutes)))
    fractions = st.sampled_from([0, 500_000, 1, 999_999])
    return st.builds(_moment, days(), st.integers(0, 86_399), fractions, zones)


def exact_spans() -> SearchStrategy[DateSpan]:
    """Draw spans whose ends are days, short ones as often as long ones."""
    short = st.builds(_days_on, days(), st.integers(0, 800))
    return st.one_of(short, st.builds(_in_order, days(), days()))


def spans() -> SearchStrategy[DateSpan]:
    """Draw spans whose ends are days, partial dates or not stated."""
    ends = st.none() | any_dates()
    return st.one_of(exact_spans(), st.builds(_in_order, ends, ends))


def fiscal_calendars() -> SearchStrategy[FiscalCalendar]:
    """Draw every fiscal calendar there can be."""
    months = st.integers(1, 12)
    labels = st.sampled_from(("start", "end"))
    return st.builds(_calendar, months, labels, st.sampled_from(("FY2024", "2023/24", "2024")))


def durations() -> SearchStrategy[Duration]:
    """Draw durations of up to some twenty years, with up to two decimals."""
    units = st.sampled_from([("year", 20), ("month", 240), ("day", 7300)])
    return st.builds(_duration, units, st.integers(0, 1000), st.integers(0, 2))


def _moment(day: date, second: int, microsecond: int, zone: timezone | None) -> datetime:
    return datetime(
        day.year, day.month, day.day, second // 3600, second // 60 % 60, second % 60, microsecond, tzinfo=zone
    )


def _days_on(start: date, days: int) -> DateSpan:
    return DateSpan(start, date.fromordinal(start.toordinal() + days))


def _in_order(start: AnyDate | None, end: AnyDate | None) -> DateSpan:
    reversed_ = start is not None and end is not None and earliest_day(start) > latest_day(end)
    return DateSpan(end, start) if reversed_ else DateSpan(start, end)


def _calendar(month: int, label: Label, style: Style) -> FiscalCalendar:
    return FiscalCalendar(month, label, "2024" if month == 1 and style == "2023/24" else style)


def _duration(unit: tuple[str, int], share: int, places: int) -> Duration:
    name, most = unit
    return Duration(f"{most * share * 10**places // 1000}e-{places}", name)
