"""Rates that were agreed, and several sources asked one after the other."""

from collections.abc import Container, Iterable, Mapping, Set as AbstractSet
from decimal import Decimal
from typing import final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.errors import InvalidValue, RateNotFound
from aidmodel.rates.rate import Rate, RateBasis, RateProvider, as_asked, as_basis, as_rate_value, identity
from aidmodel.values.currency import as_currency_code
from aidmodel.values.partial_date import AnyDate, as_date
from aidmodel.values.plain import as_string
from aidmodel.values.span import DateSpan, as_span_or_none

Pairs = tuple[tuple[str, str, Decimal], ...]


def _as_pairs(value: "Mapping[tuple[str, str], Decimal | int | str] | Pairs") -> Pairs:
    pairs: Iterable[tuple[tuple[str, str], Decimal | int | str]]
    if isinstance(value, tuple) and all(isinstance(pair, tuple) and len(pair) == 3 for pair in value):
        pairs = (((base, quote), number) for base, quote, number in value)  # as the field itself holds them
    elif isinstance(value, Mapping):
        pairs = value.items()
    else:
        raise InvalidValue(value, "must go from two currencies to a rate", 'write {("CAD", "USD"): "0.75"}')
    made: dict[tuple[str, str], Decimal] = {}
    for pair, number in pairs:
        try:
            made[_as_pair(pair, made)] = as_rate_value(number)
        except InvalidValue as error:
            raise error.under(f"[{pair!r}]") from None
    if not made:
        raise InvalidValue(value, "must have a rate")
    return tuple((base, quote, number) for (base, quote), number in made.items())


def _as_pair(value: tuple[str, str], known: Container[tuple[str, str]]) -> tuple[str, str]:
    if not isinstance(value, tuple) or len(value) != 2:
        raise InvalidValue(value, "must be two currencies", 'write ("CAD", "USD"): 1 CAD in USD')
    base, quote = map(as_currency_code, value)
    if base == quote or (base, quote) in known or (quote, base) in known:
        raise InvalidValue(value, "is one currency, or a pair that is there already, this way or the other way round")
    return base, quote


@final
@frozen(field_transformer=named)
class FixedRates:
    """
    Rates that somebody agreed on, the same for every day, or for every day of a span.

    A pair answers both ways round, and that is all: what was not agreed is not computed.

    >>> agreed = FixedRates({("CAD", "USD"): "0.75"}, source="agreement 12/2021", span="2021-12-01/2025-03-31")
    >>> agreed.rate("CAD", "USD", "2022-03-28").value
    Decimal('0.75')
    """

    pairs: Pairs = field(converter=_as_pairs)
    """Base, quote and units of quote for 1 base; given as a mapping from (base, quote) to the number."""
    source: str = field(converter=as_string, kw_only=True)
    """Who agreed, and where it stands."""
    span: DateSpan | None = field(default=None, converter=as_span_or_none, kw_only=True)
    """The days they hold for; None: whatever the day."""
    basis: RateBasis = field(default=RateBasis.CONTRACT, converter=as_basis, kw_only=True)
    """What kind of rates they are."""

    @property
    def name(self) -> str:
        """What messages call it: its source."""
        return self.source

    def currencies(self) -> frozenset[str]:
        """Give the codes of the currencies that were agreed on."""
        return frozenset(code for base, quote, _ in self.pairs for code in (base, quote))

    def rate(self, base: str, quote: str, on: AnyDate | str) -> Rate:
        """Give the rate that was agreed for two currencies.

        Raises:
            RateNotFound: none was agreed for them, or not for the day.

        """
        base, quote, on = as_currency_code(base), as_currency_code(quote), as_date(on)
        if base == quote:
            return identity(base, on)
        if self.span is not None and self.span.contains(on) is not True:
            raise RateNotFound(base, quote, str(on), self.source, f"it holds for {self.span}")
        for left, right, number in self.pairs:
            if {left, right} == {base, quote}:
                agreed = Rate(left, right, number, on=on, observed=self.span, basis=self.basis, source=self.source)
                return agreed if left == base else agreed.inverse()
        agreed_on = ", ".join(f"{left}/{right}" for left, right, _ in self.pairs)
        raise RateNotFound(base, quote, str(on), self.source, f"agreed are {agreed_on}")


def _as_providers(value: "Iterable[RateProvider]") -> tuple[RateProvider, ...]:
    if isinstance(value, str | Mapping | AbstractSet) or not isinstance(value, Iterable):
        raise InvalidValue(value, "must be several providers in order", "write a list")
    providers = tuple(value)
    for at, provider in enumerate(providers):
        if not isinstance(provider, RateProvider):
            raise InvalidValue(provider, "must provide rates: a name, rate() and currencies()", "", f"[{at}]")
    if not providers:
        raise InvalidValue(value, "must be at least one provider")
    return providers


@final
@frozen(field_transformer=named)
class ChainProvider:
    """
    Several sources, asked in order: the first that has a rate answers, and no answer mixes two.

    >>> bank = FixedRates({("CAD", "USD"): "0.75"}, source="agreement 12/2021")
    >>> other = FixedRates({("EUR", "USD"): "1.10"}, source="agreement 3/2022")
    >>> ChainProvider([bank, other]).rate("EUR", "USD", "2022-03-28").source
    'agreement 3/2022'
    """

    providers: tuple[RateProvider, ...] = field(converter=_as_providers)
    """The sources, the one that is preferred first."""

    @property
    def name(self) -> str:
        """What messages call it: the names of all."""
        return ", then ".join(provider.name for provider in self.providers)

    def currencies(self) -> frozenset[str]:
        """Give the codes of the currencies that one of them knows."""
        return frozenset().union(*(provider.currencies() for provider in self.providers))

    def rate(self, base: str, quote: str, on: AnyDate | str) -> Rate:
        """Give the rate of the first source that has one.

        Raises:
            RateNotFound: none of them has one; the message repeats what each said.

        """
        said: list[RateNotFound] = []
        for provider in self.providers:
            try:
                return as_asked(provider.rate(base, quote, on), base, quote, provider)
            except RateNotFound as error:
                said.append(error)
        first = said[0]
        problem = "; ".join(f"{error.source}: {error.problem}" for error in said)
        mend = next((error.mend for error in said if error.mend), "")
        raise RateNotFound(base, quote, first.on, self.name, problem, mend)
