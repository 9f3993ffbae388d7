"""Unit tests of fiscal calendars."""

from collections.abc import Callable
from datetime import date

import pytest

from aidmodel.errors import InvalidValue
from aidmodel.values.fiscal import FiscalCalendar
from aidmodel.values.span import DateSpan

AU = FiscalCalendar.AU
CALENDAR = FiscalCalendar.CALENDAR
FCDO = FiscalCalendar.FCDO
GAC = FiscalCalendar.GAC
US = FiscalCalendar.US
WB = FiscalCalendar.WB

PROJECT = DateSpan("2022-03-28", "2025-03-31")


@pytest.mark.parametrize(
    ("calendar", "year", "start", "end", "written"),
    [
        (CALENDAR, 2024, "2024-01-01", "2024-12-31", "2024"),
        (GAC, 2012, "2012-04-01", "2013-03-31", "2012/13"),
        (FCDO, 2023, "2023-04-01", "2024-03-31", "2023/24"),
        (FCDO, 1999, "1999-04-01", "2000-03-31", "1999/00"),
        (US, 2008, "2007-10-01", "2008-09-30", "FY2008"),
        (AU, 2024, "2023-07-01", "2024-06-30", "FY2024"),
        (WB, 2024, "2023-07-01", "2024-06-30", "FY2024"),
        (FiscalCalendar(7, "end", "2023/24"), 2024, "2023-07-01", "2024-06-30", "2023/24"),
        (FiscalCalendar(3, "start"), 2023, "2023-03-01", "2024-02-29", "FY2023"),
        (FiscalCalendar(1, "end"), 2024, "2024-01-01", "2024-12-31", "FY2024"),
        (CALENDAR, 9999, "9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_years(calendar: FiscalCalendar, year: int, start: str, end: str, written: str) -> None:
    """Guide D: when the years start, and what they are called."""
    span = DateSpan(start, end)

    assert span == calendar.year_span(year)
    assert [year, year] == [calendar.year_of(start), calendar.year_of(end)]
    assert written == calendar.format(year)
    assert span == calendar.parse(written)


def test_quarters() -> None:
    """Quarters count from the start month."""
    assert (2024, 1) == AU.quarter_of("2023-07-01")
    assert (2024, 4) == AU.quarter_of(date(2024, 6, 30))
    assert (2023, 4) == GAC.quarter_of("2024-01-15")
    assert DateSpan("2024-01-01", "2024-03-31") == GAC.quarter_span(2023, 4)
    assert DateSpan("2007-10-01", "2007-12-31") == US.quarter_span(2008, 1)
    assert DateSpan("9999-10-01", "9999-12-31") == CALENDAR.quarter_span(9999, 4)


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        (GAC, [(2021, 4), (2022, 365), (2023, 366), (2024, 365)]),
        (US, [(2022, 187), (2023, 365), (2024, 366), (2025, 182)]),
        (CALENDAR, [(2022, 279), (2023, 365), (2024, 366), (2025, 90)]),
        (WB, [(2022, 95), (2023, 365), (2024, 366), (2025, 274)]),
    ],
)
def test_split(calendar: FiscalCalendar, expected: list[tuple[int, int]]) -> None:
    """Guide E2: the days of 2022-03-28 to 2025-03-31 in each fiscal year."""
    assert expected == [(year, part.days) for year, part in calendar.split(PROJECT)]


def test_split_gives_spans() -> None:
    """The parts are exact spans with the bounds of the whole."""
    assert ((2021, DateSpan("2022-03-28", "2022-03-31")), (2022, DateSpan("2022-04-01", "2022-04-02"))) == GAC.split(
        "2022-03-28/2022-04-02"
    )
    assert ((2022, DateSpan("2022-04-01", "2022-04-01")),) == GAC.split("2022-04-01")
    assert ((9999, DateSpan("9999-12-31", "9999-12-31")),) == CALENDAR.split("9999-12-31")


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("2022", [90, 91, 92, 92]),
        ("2021-04-01/2022-03-31", [91, 92, 92, 90]),
        ("2015-04-01/2016-03-31", [91, 92, 92, 91]),
        ("2017-02-28/2017-12-31", [32, 91, 92, 92]),
        ("2020-05-05", [1]),
    ],
)
def test_split_quarters(span: str, expected: list[int]) -> None:
    """Guide E3: the days in each calendar quarter."""
    assert expected == [part.days for _, part in CALENDAR.split_quarters(span)]


def test_split_quarters_names_them() -> None:
    """Each part comes with its fiscal year and quarter."""
    assert (
        ((2021, 4), DateSpan("2022-03-28", "2022-03-31")),
        ((2022, 1), DateSpan("2022-04-01", "2022-04-30")),
    ) == GAC.split_quarters("2022-03-28/2022-04-30")
    assert (
        ((2024, 1), DateSpan("2024-02-01", "2024-04-30")),
        ((2024, 2), DateSpan("2024-05-01", "2024-05-01")),
    ) == FiscalCalendar(2, "start").split_quarters("2024-02-01/2024-05-01")


@pytest.mark.parametrize(
    ("calendar", "text", "year"),
    [
        (FCDO, "FY 2023/24", 2023),
        (FCDO, "2023/24", 2023),
        (FCDO, "2023-24", 2023),
        (FCDO, "2023–24", 2023),
        (FCDO, "FY2023-2024", 2023),
        (FCDO, "fy23/24", 2023),
        (FCDO, "FY99/00", 1999),
        (FCDO, "FY24", 2024),
        (FCDO, "Fiscal year 2012-2013", 2012),
        (US, "FY 2023/24", 2024),
        (US, "FY24", 2024),
        (US, "FY2024", 2024),
        (US, " 2024 ", 2024),
        (US, "FY70", 1970),
        (US, "FY69", 2069),
        (US, "FY00", 2000),
        (CALENDAR, "FY24", 2024),
        (CALENDAR, "2024", 2024),
    ],
)
def test_parse(calendar: FiscalCalendar, text: str, year: int) -> None:
    """A pair names both years, a single number the year of the label."""
    assert calendar.year_span(year) == calendar.parse(text)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: US.parse("2023/25"),
            "FiscalCalendar: names two years that do not follow each other, got '2023/25'; 2023 is followed by 2024",
        ),
        (
            lambda: US.parse("FY2023-2025"),
            "FiscalCalendar: names two years that do not follow each other, got 'FY2023-2025'; 2023 is followed by 2024",
        ),
        (
            lambda: CALENDAR.parse("2023/24"),
            "FiscalCalendar: names two years, but this calendar's year lies in one, got '2023/24'; use the calendar it is meant in",
        ),
        (lambda: US.parse("24"), 'FiscalCalendar: is no fiscal year, got \'24\'; write "FY2024" or "2023/24"'),
        (lambda: US.parse("23/24"), 'FiscalCalendar: is no fiscal year, got \'23/24\'; write "FY2024" or "2023/24"'),
        (
            lambda: US.parse("Q3 FY24"),
            'FiscalCalendar: is no fiscal year, got \'Q3 FY24\'; write "FY2024" or "2023/24"',
        ),
        (lambda: US.parse(2024), 'FiscalCalendar: is no fiscal year, got 2024; write "FY2024" or "2023/24"'),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (lambda: FiscalCalendar(13, "end"), "FiscalCalendar.start_month: must be a month, 1 to 12, got 13"),
        (
            lambda: FiscalCalendar.GAC.parse(" " * 201),
            f'FiscalCalendar: is no fiscal year, got {" " * 201!r}; write "FY2024" or "2023/24"',
        ),
        (lambda: FiscalCalendar(True, "end"), "FiscalCalendar.start_month: must be a month, 1 to 12, got True"),
        (
            lambda: FiscalCalendar(4, "middle"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            'FiscalCalendar.label: must be "start" or "end", got \'middle\'; the calendar year that names the fiscal year',
        ),
        (
            lambda: FiscalCalendar(4, "end", "24"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            'FiscalCalendar.style: must be "FY2024", "2023/24" or "2024", got \'24\'',
        ),
        (
            lambda: FiscalCalendar(1, "end", "2023/24"),
            'FiscalCalendar.style: cannot name a year that starts in January, got \'2023/24\'; write "FY2024" or "2024"',
        ),
        (lambda: US.quarter_span(2024, 5), "FiscalCalendar.quarter: must be a quarter, 1 to 4, got 5"),
        (
            lambda: US.year_span(1),
            "FiscalCalendar.year: must be a fiscal year that lies within the years 1 to 9999, got 1",
        ),
        (
            lambda: GAC.year_span(9999),
            "FiscalCalendar.year: must be a fiscal year that lies within the years 1 to 9999, got 9999",
        ),
        (
            lambda: US.format(True),
            "FiscalCalendar.year: must be a fiscal year that lies within the years 1 to 9999, got True",
        ),
        (lambda: US.split("2021/2022"), "DateSpan: has no exact ends, got '2021/2022'; give the days that are meant"),
        (
            lambda: US.split(DateSpan(None, "2022-01-01")),
            "DateSpan: has no exact ends, got '../2022-01-01'; give the days that are meant",
        ),
        (
            lambda: US.year_of("2021-09"),
            "must be a day, got '2021-09'; a month holds several: write the one that is meant, as in 2021-09-01",
        ),
    ],
)
def test_what_is_refused(make: Callable[[], object], message: str) -> None:
    """Every refusal says what is wrong and what to write."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


def test_repr() -> None:
    """The repr can be pasted back."""
    assert "FiscalCalendar(start_month=4, label='start', style='2023/24')" == repr(GAC)
