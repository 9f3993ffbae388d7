"""Rates as a program states them, by currency and period, counted as a table counts them."""

from collections.abc import Container, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from aidmodel.errors import InvalidValue
from aidmodel.rates.period import Periods
from aidmodel.rates.rate import as_rate_value
from aidmodel.values.currency import as_currency_code
from aidmodel.values.number import plain

Observations: TypeAlias = Mapping[str, Mapping[Any, Decimal | int | str]]
"""Rates by currency, and by day, month or year: a date, text as "2018-03", or a year in figures."""


def _add(series: dict[int, Decimal], rates: object, periods: Periods, *, only_one: bool) -> None:
    """Add the rates of a currency to those there are."""
    if not isinstance(rates, Mapping):
        raise InvalidValue(rates, "must go from period to rate", 'write {2018: "1.2961"}')
    for when, value in rates.items():
        try:
            number = periods.of(_as_text(when))
            series[number] = _new(series, number, as_rate_value(value), only_one=only_one)
        except InvalidValue as error:
            raise error.under(f"[{when!r}]") from None


def _as_text(when: Any) -> Any:
    """Give a year in figures as text, and all else as it is."""
    return f"{when:04}" if type(when) is int and 0 < when < 10_000 else when


def _new(series: Container[int], number: int, rate: Decimal, *, only_one: bool) -> Decimal:
    if number in series:
        raise InvalidValue(plain(rate), "is a second rate of one period")
    if only_one and rate != 1:
        raise InvalidValue(plain(rate), "must be 1, as this is the pivot", "is it another currency's?")
    return rate


def as_series(data: Observations, pivot: str, periods: Periods) -> dict[str, dict[int, Decimal]]:
    """Give the numbers by currency and number of the period.

    Raises:
        InvalidValue: a code, period or number is none, a period is there twice, or the pivot is not 1.

    """
    if not isinstance(data, Mapping):
        raise InvalidValue(
            data, "must go from currency to rates", 'write {"CAD": {2018: "1.2961"}}', "data", "RateTable"
        )
    made: dict[str, dict[int, Decimal]] = {}
    for currency, rates in data.items():
        try:
            code = as_currency_code(currency)
            _add(made.setdefault(code, {}), rates, periods, only_one=code == pivot)
        except InvalidValue as error:
            raise error.under(f"data[{currency!r}]", "RateTable") from None
    made.pop(pivot, None)
    return {code: series for code, series in made.items() if series}
