"""What amounts are converted to, and at the rate of which day."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from attrs import evolve

from aidmodel.analysis.lines import Line, Outcome
from aidmodel.analysis.total import Entry, trusted_entry
from aidmodel.errors import CurrencyMismatch, InvalidValue, RateNotFound, near
from aidmodel.rates.conversion import convert
from aidmodel.rates.rate import RateProvider, as_provider
from aidmodel.rates.successors import remarks
from aidmodel.values.currency import as_currency_code
from aidmodel.values.money import Money
from aidmodel.values.partial_date import AnyDate, PartialDate, as_date

When: TypeAlias = Literal["value_date", "span_start", "span_end", "midpoint"]
"""Whose rate of exchange is meant: that of a line's value date, or of the first, last or middle day of its period."""

_WHENS: dict[str, When] = {
    "value_date": "value_date",
    "span_start": "span_start",
    "span_end": "span_end",
    "midpoint": "midpoint",
}


def rate_day(line: Line, when: When | AnyDate) -> AnyDate | None:
    """Give the day whose rate a line is converted at; None: the line does not state it.

    The midpoint is the middle day of an exact period, of two the earlier.
    """
    if isinstance(when, dt.date | PartialDate):
        return when
    if when == "value_date":
        return line.value_date
    span = line.span
    if span is None:
        return None
    if when == "midpoint":
        start = span.start
        return start + dt.timedelta((span.days - 1) // 2) if span.exact and isinstance(start, dt.date) else None
    return span.start if when == "span_start" else span.end


def as_when(value: object, name: str) -> When | AnyDate:
    """Give the day that was meant: one for all lines, or each line's own.

    Raises:
        InvalidValue: it is neither.

    """
    if isinstance(value, str) and value in _WHENS:
        return _WHENS[value]
    try:
        return as_date(value)  # type: ignore[arg-type]  # it refuses what is none
    except InvalidValue as error:
        alike = near(value, _WHENS, 1) if isinstance(value, str) else ()
        mend = f"write {', '.join(map(repr, _WHENS))}, or a date"
        if alike or (isinstance(value, int) and 1000 <= value <= 9999):
            mend = f"did you mean {alike[0] if alike else str(value)!r}?"
        raise InvalidValue(error.value, "is no day to take rates of", mend, name, "budgets") from None


class Terms(NamedTuple):
    """What amounts are converted to, and how; nothing by default."""

    to: str | None = None
    rates: RateProvider | None = None
    on: When | AnyDate | str | None = None
    fallback: When | AnyDate | str | None = None
    places: int | None = None


def entries_of(lines: Iterable[Line], terms: Terms) -> list[Entry]:
    """Give the entries of lines: the amount of each that counts, converted, or as it is stated where nothing is asked.

    A line that cannot be converted is left out, with the reason.

    Raises:
        CurrencyMismatch: a line is in another currency than is asked for, and there are no rates.
        InvalidValue: a day is wanted to take rates of, and none is stated; or one of the terms is none.

    """
    if terms.to is None:
        for name, given in terms._asdict().items():
            if given is not None:
                mend = 'state to="USD", or another'
                raise InvalidValue(given, "means nothing without a currency to convert to", mend, name, "budgets")
        return [trusted_entry(line, line.value if line.outcome is Outcome.COUNTED else None) for line in lines]
    if terms.rates is not None:
        as_provider(terms.rates)
    to = as_currency_code(terms.to)
    on = None if terms.on is None else as_when(terms.on, "on")
    fallback = None if terms.fallback is None else as_when(terms.fallback, "fallback")
    known = _Known(to, terms.rates, on, fallback, terms.places)
    return [_converted(line, known) if line.outcome is Outcome.COUNTED else Entry(line) for line in lines]


class _Known(NamedTuple):
    """Terms that were looked at."""

    to: str
    rates: RateProvider | None
    on: When | AnyDate | None
    fallback: When | AnyDate | None
    places: int | None


def _converted(line: Line, terms: _Known) -> Entry:
    value, to, rates = line.value, terms.to, terms.rates
    assert value is not None  # noqa: S101  or it would not count, and not be here
    if value.currency == to:
        return trusted_entry(line, value if terms.places is None else value.rounded(terms.places))
    if not value.amount:  # which is nothing at any rate
        return Entry(line, Money(0, to))
    if rates is None:
        raise CurrencyMismatch(value.currency, to, "convert without rates= between")
    if terms.on is None:
        mend = 'state on="value_date", as IATI means it, or another day'
        raise InvalidValue(None, "no day to take rates of", mend, "on", "budgets")
    day = rate_day(line, terms.on)
    if day is None and terms.fallback is not None:
        day = rate_day(line, terms.fallback)
        instead = _named(terms.fallback)
        instead = f"its {instead}" if isinstance(terms.fallback, str) else instead
        note = f"it has no {_named(terms.on)}, so the rate is that of {instead}"
        line = evolve(line, note="; ".join(filter(None, [line.note, note])))
    if day is None:
        return _left_out(line, f"it has no {_named(terms.on)} to take a rate of")
    try:
        conversion = convert(value, to, on=day, rates=rates, places=terms.places)
    except RateNotFound as error:
        return _left_out(line, str(error))
    if said := remarks(conversion.rate):
        line = evolve(line, note="; ".join(filter(None, [line.note, *said])))
    return trusted_entry(line, conversion.result, conversion)


def _named(when: object) -> str:
    return str(when).replace("_", " ")


def _left_out(line: Line, note: str) -> Entry:
    return Entry(evolve(line, outcome=Outcome.LEFT_OUT, note=note))
