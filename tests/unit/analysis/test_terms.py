"""Whose rate of exchange is meant: the day of each line, or one for all."""

from collections.abc import Iterable
from datetime import date

import pytest

from aidmodel.analysis.lines import Line
from aidmodel.analysis.terms import When, as_when, rate_day
from aidmodel.errors import InvalidValue
from aidmodel.model.budget import Budget
from aidmodel.values.partial_date import PartialDate

YEAR = Budget("2018", value_date="2017-05-06")
LEAP = Budget("2020")
WHENS: Iterable[tuple[Budget, When, date | None]] = [
    (YEAR, "value_date", date(2017, 5, 6)),
    (YEAR, "span_start", date(2018, 1, 1)),
    (YEAR, "span_end", date(2018, 12, 31)),
    (YEAR, "midpoint", date(2018, 7, 2)),  # the 183rd of 365 days
    (LEAP, "midpoint", date(2020, 7, 1)),  # of 366 days the 183rd and 184th are in the middle
    (LEAP, "value_date", None),
    (Budget("2018-03-05/2018-03-05"), "midpoint", date(2018, 3, 5)),
    (Budget("2018-03-05/2018-03-06"), "midpoint", date(2018, 3, 5)),
    (Budget("2018-01-01/.."), "span_end", None),
    (Budget("2018-01-01/.."), "midpoint", None),
    (Budget("2018-01/2018-03"), "midpoint", None),
    (Budget(), "span_start", None),
    (Budget(), "span_end", None),
    (Budget(), "midpoint", None),
]


@pytest.mark.parametrize(("item", "when", "expected"), WHENS)
def test_whose_day_is_meant(item: Budget, when: When, expected: date | None) -> None:
    """That of the line; None where it states none."""
    assert expected == rate_day(Line(item, "[0]"), when)


def test_ends_of_periods_keep_their_precision() -> None:
    """A table of years has a rate for 2018-03, one of days has not."""
    assert PartialDate(2018, 3) == rate_day(Line(Budget("2018-03/2018-05"), "[0]"), "span_start")


def test_one_day_for_all_lines() -> None:
    """Whatever the line states."""
    assert date(2016, 1, 20) == rate_day(Line(YEAR, "[0]"), date(2016, 1, 20))
    assert PartialDate(2016) == rate_day(Line(YEAR, "[0]"), PartialDate(2016))


def test_a_day_is_written_as_one_or_named() -> None:
    """Names and dates are taken; what is neither is refused, with what may stand there."""
    assert "span_start" == as_when("span_start", "on")
    assert date(2016, 1, 20) == as_when("2016-01-20", "on") == as_when(date(2016, 1, 20), "on")
    assert PartialDate(2016) == as_when("2016", "on")
    for wrong in ("soon", 5, None, 2018.5):
        with pytest.raises(InvalidValue) as caught:
            as_when(wrong, "fallback")

        mend = "write 'value_date', 'span_start', 'span_end', 'midpoint', or a date"
        assert f"budgets.fallback: is no day to take rates of, got {wrong!r}; {mend}" == str(caught.value)
