"""Days, months and years as a table counts them."""

from datetime import date
from typing import Any

import pytest

from aidmodel.errors import InvalidValue
from aidmodel.rates.period import PERIODS, Frequency
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import DateSpan


@pytest.mark.parametrize(
    ("length", "first", "second"),
    [
        ("day", "2020-02-29", "2020-03-01"),
        ("day", "2019-12-31", "2020-01-01"),
        ("month", "2019-12", "2020-01"),
        ("month", "2020-02", "2020-03"),
        ("year", "2019", "2020"),
    ],
)
def test_periods_that_follow_each_other_have_numbers_that_do(length: Frequency, first: str, second: str) -> None:
    """Over the ends of months and years, and over 29 February."""
    periods = PERIODS[length]

    assert 1 == periods.of(second) - periods.of(first)


@pytest.mark.parametrize(
    ("length", "when", "span"),
    [
        ("day", "2020-02-29", "2020-02-29/2020-02-29"),
        ("month", "2020-02-10", "2020-02-01/2020-02-29"),
        ("month", "2019-02", "2019-02-01/2019-02-28"),
        ("month", "2021-12-31", "2021-12-01/2021-12-31"),
        ("year", "2021-12-31", "2021-01-01/2021-12-31"),
        ("year", "2021-01", "2021-01-01/2021-12-31"),
        ("year", "2021-Q4", "2021-01-01/2021-12-31"),
        ("year", "0001", "0001-01-01/0001-12-31"),
        ("year", "9999", "9999-01-01/9999-12-31"),
        ("month", "9999-12", "9999-12-01/9999-12-31"),
        ("day", "9999-12-31", "9999-12-31/9999-12-31"),
    ],
)
def test_a_date_lies_in_one_period(length: Frequency, when: str, span: str) -> None:
    """The day, month or year that holds it, with its first and last day, at the ends of the calendar too."""
    periods = PERIODS[length]

    assert DateSpan.parse(span) == periods.span(periods.of(when))


@pytest.mark.parametrize(
    ("length", "when", "text"),
    [
        ("day", date(2018, 3, 29), "2018-03-29"),
        ("month", date(2018, 3, 29), "2018-03"),
        ("month", date(2018, 12, 1), "2018-12"),
        ("year", date(2018, 3, 29), "2018"),
        ("month", date(900, 1, 1), "0900-01"),
        ("year", date(900, 1, 1), "0900"),
        ("year", PartialDate("2018"), "2018"),
    ],
)
def test_a_period_has_its_iso_name(length: Frequency, when: Any, text: str) -> None:
    """As messages and observations write it."""
    periods = PERIODS[length]

    assert text == periods.text(periods.of(when))


@pytest.mark.parametrize(
    ("length", "when", "error"),
    [
        ("day", "2018-03", InvalidValue("2018-03", "holds more than a day", "give the day that is meant")),
        ("day", "2018", InvalidValue("2018", "holds more than a day", "give the day that is meant")),
        ("month", "2018", InvalidValue("2018", "holds more than a month", "give the month that is meant")),
        ("month", "2018-Q1", InvalidValue("2018-Q1", "holds more than a month", "give the month that is meant")),
        ("year", "2018~", InvalidValue("2018~", "may be any day", "give the day that is meant")),
        ("year", "2018-03?", InvalidValue("2018-03?", "may be any day", "give the day that is meant")),
        ("month", "2018-03~", InvalidValue("2018-03~", "may be any day", "give the day that is meant")),
    ],
)
def test_what_is_longer_or_not_certain_lies_in_no_one_period(length: Frequency, when: str, error: InvalidValue) -> None:
    """Nothing is picked out of several."""
    with pytest.raises(InvalidValue) as caught:
        PERIODS[length].of(when)

    assert error == caught.value
