"""Days, months and years as a table of rates counts them."""

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from aidmodel.errors import InvalidValue
from aidmodel.values.partial_date import AnyDate, PartialDate, as_date
from aidmodel.values.span import DateSpan, trusted_span

Frequency: TypeAlias = Literal["day", "month", "year"]
"""How long the periods of a table are."""


class Periods(NamedTuple):
    """How periods of one length are counted: by numbers that rise by 1."""

    length: Frequency
    number: Callable[[date], int]
    """The number of the period that a day lies in."""
    span: Callable[[int], DateSpan]
    """The days of a period."""
    text: Callable[[int], str]
    """The ISO name of a period."""

    def of(self, when: AnyDate | str) -> int:
        """Give the number of the period that holds a day, month or year.

        Raises:
            InvalidValue: it is no date, is not certain, or is longer than the periods are.

        """
        when = as_date(when)
        if not isinstance(when, PartialDate):
            return self.number(when)
        number = self.number(when.first)
        if when.qualifier is not None:
            raise InvalidValue(str(when), "may be any day", "give the day that is meant")
        if number != self.number(when.last):
            raise InvalidValue(str(when), f"holds more than a {self.length}", f"give the {self.length} that is meant")
        return number


def _day_span(number: int) -> DateSpan:
    day = date.fromordinal(number)
    return trusted_span(day, day)


def _month_number(day: date) -> int:
    return 12 * day.year + day.month - 1


def _month_span(number: int) -> DateSpan:
    return DateSpan.month(number // 12, number % 12 + 1)


def _year_number(day: date) -> int:
    return day.year


def _year_span(number: int) -> DateSpan:
    return trusted_span(date(number, 1, 1), date(number, 12, 31))


PERIODS: dict[Frequency, Periods] = {
    "day": Periods("day", date.toordinal, _day_span, lambda number: date.fromordinal(number).isoformat()),
    "month": Periods("month", _month_number, _month_span, lambda number: f"{number // 12:04}-{number % 12 + 1:02}"),
    "year": Periods("year", _year_number, _year_span, lambda number: f"{number:04}"),
}
"""The three lengths that a table may have."""
