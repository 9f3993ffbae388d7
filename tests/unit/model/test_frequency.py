"""Frequencies, and the periods that follow from them."""

import datetime as dt
from typing import Any

import pytest

import aidmodel
from aidmodel.errors import InvalidValue
from aidmodel.model.frequency import Frequency, as_frequency
from aidmodel.values.span import DateSpan

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""
EVERY_SO_OFTEN = {
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
    Frequency.TRIANNUAL: 3,
    Frequency.SEMIANNUAL: 2,
    Frequency.ANNUAL: 1,
}


def cut(frequency: Frequency, span: str, anchor: str | None = None) -> list[str]:
    """Give the periods as text."""
    return [str(each) for each in frequency.spans(span, anchor=anchor)]


@pytest.mark.parametrize("frequency", EVERY_SO_OFTEN)
def test_so_many_in_a_year(frequency: Frequency) -> None:
    """Twelve months, four quarters, three terms, two halves, one year; of equal length in months."""
    spans = frequency.spans("2023")
    starts = [each.first for each in spans]

    assert EVERY_SO_OFTEN[frequency] == len(spans)
    assert [dt.date(2023, 1 + 12 // len(spans) * at, 1) for at in range(len(spans))] == starts


def test_the_days_of_quarters() -> None:
    """From the first of a month to the last of one, in a leap year too."""
    assert [
        "2024-01-01/2024-03-31",
        "2024-04-01/2024-06-30",
        "2024-07-01/2024-09-30",
        "2024-10-01/2024-12-31",
    ] == cut(Frequency.QUARTERLY, "2024")


def test_month_ends_do_not_drift() -> None:
    """Each is counted from the anchor: 31 January, 28 February, and 31 March again, not 28 March."""
    assert [
        "2023-01-31/2023-02-27",
        "2023-02-28/2023-03-30",
        "2023-03-31/2023-04-29",
        "2023-04-30/2023-05-30",
        "2023-05-31/2023-06-29",
    ] == cut(Frequency.MONTHLY, "2023-01-31/2023-06-29")


def test_a_leap_day_comes_back() -> None:
    """Years from 29 February begin on the 28th until the next leap year."""
    starts = [each.first for each in Frequency.ANNUAL.spans("2020-02-29/2025-02-27")]

    assert [dt.date(year, 2, 29 if year % 4 == 0 else 28) for year in range(2020, 2025)] == starts


@pytest.mark.parametrize("anchor", ["2019-04-01", "2022-04-01", "2023-04-01", "2040-04-01"])
def test_fiscal_years_by_an_anchor(anchor: str) -> None:
    """It may lie before, in or after the span; what is left over at either end is a shorter period."""
    assert [
        "2022-03-28/2022-03-31",
        "2022-04-01/2023-03-31",
        "2023-04-01/2024-03-31",
        "2024-04-01/2024-12-31",
    ] == cut(Frequency.ANNUAL, "2022-03-28/2024-12-31", anchor)


def test_an_anchor_on_the_31st_outside_the_span() -> None:
    """Counted from 31 December 2022: it begins on 28 February and 31 March."""
    assert [
        "2023-02-15/2023-02-27",
        "2023-02-28/2023-03-30",
        "2023-03-31/2023-04-29",
        "2023-04-30/2023-05-01",
    ] == cut(Frequency.MONTHLY, "2023-02-15/2023-05-01", "2022-12-31")


def test_the_end_of_a_month_is_not_cut_again() -> None:
    """A span that begins on the day that an anchor on the 31st falls on begins with a whole period."""
    assert ["2023-02-28/2023-03-30", "2023-03-31/2023-03-31"] == cut(
        Frequency.MONTHLY, "2023-02-28/2023-03-31", "2023-01-31"
    )


def test_a_day_is_a_period() -> None:
    """aidstream#178: a period may begin and end on one day; whatever the frequency."""
    for frequency in (*EVERY_SO_OFTEN, Frequency.MIDLINE_AND_ENDLINE, Frequency.END_ONLY):
        assert ["2024-02-29/2024-02-29"] == cut(frequency, "2024-02-29/2024-02-29")


def test_midline_and_endline() -> None:
    """Two halves: of 365 days the first has 183 (to 2 July), of 366 each has 183, of two days each has one."""
    assert ["2023-01-01/2023-07-02", "2023-07-03/2023-12-31"] == cut(Frequency.MIDLINE_AND_ENDLINE, "2023")
    assert ["2024-01-01/2024-07-01", "2024-07-02/2024-12-31"] == cut(Frequency.MIDLINE_AND_ENDLINE, "2024")
    assert ["2024-01-01/2024-01-01", "2024-01-02/2024-01-02"] == cut(
        Frequency.MIDLINE_AND_ENDLINE, "2024-01-01/2024-01-02"
    )


def test_at_the_end_only() -> None:
    """One period: all of it."""
    assert ["2022-03-28/2025-03-31"] == cut(Frequency.END_ONLY, "2022-03-28/2025-03-31")


def test_to_the_ends_of_the_calendar() -> None:
    """The year after the last is no date, and none is needed; the year before the first neither."""
    assert "9999-12-31/9999-12-31" == cut(Frequency.MONTHLY, "9999-11-30/9999-12-31", "2023-01-31")[-1]
    assert ["0001-01-01/0001-01-30", "0001-01-31/0001-02-27"] == cut(
        Frequency.MONTHLY, "0001-01-01/0001-02-27", "2023-01-31"
    )


def test_a_span_or_its_words() -> None:
    """Both ways of giving it, the anchor too."""
    span, anchor = DateSpan("2022-03-28", "2025-03-31"), dt.date(2022, 4, 1)

    assert Frequency.ANNUAL.spans("2022-03-28/2025-03-31", anchor="2022-04-01") == Frequency.ANNUAL.spans(
        span, anchor=anchor
    )


@pytest.mark.parametrize(
    ("frequency", "span", "anchor", "message"),
    [
        (
            Frequency.EVENT,
            "2023",
            None,
            "Frequency.spans: is a frequency that no periods follow from, got 'event'; state the periods one by one",
        ),
        (
            Frequency.CUSTOM,
            "2023",
            None,
            "Frequency.spans: is a frequency that no periods follow from, got 'custom'; state the periods one by one",
        ),
        (
            Frequency.ANNUAL,
            "2021-09/2023-08",
            None,
            "DateSpan: has no exact ends, got '2021-09/2023-08'; give the days that are meant",
        ),
        (
            Frequency.ANNUAL,
            "2021-09-01/..",
            None,
            "DateSpan: has no exact ends, got '2021-09-01/..'; give the days that are meant",
        ),
        (Frequency.ANNUAL, 2023, None, 'DateSpan: must be text, got 2023; write "2022-03-28/2025-03-31"'),
        (
            Frequency.ANNUAL,
            "2023",
            "2022-04",
            (
                "Frequency.spans.anchor: must be a day, got '2022-04'; a month holds several: write the one that is meant, "
                "as in 2022-04-01"
            ),
        ),
    ],
)
def test_what_has_no_periods(frequency: Any, span: Any, anchor: str | None, message: str) -> None:
    """No period is guessed."""
    with pytest.raises(InvalidValue) as caught:
        frequency.spans(span, anchor=anchor)

    assert message == str(caught.value)


def test_frequencies_by_their_words() -> None:
    """As a member or its word; None is none."""
    assert Frequency.END_ONLY is as_frequency("end only")
    assert Frequency.ANNUAL is as_frequency(Frequency.ANNUAL)
    assert as_frequency(None) is None
    assert Frequency is loosely.Frequency
    with pytest.raises(InvalidValue) as caught:
        as_frequency("fortnightly")
    assert (
        "must be one of Frequency, got 'fortnightly'; one of monthly, quarterly, triannual, semiannual, annual, "
        "midline and endline, end only, event, custom"
    ) == str(caught.value)
