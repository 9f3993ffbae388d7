"""A rate of exchange: what it says, of which days, from whom, and how it was come by."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Protocol, final, runtime_checkable

from attrs import Attribute, Factory, field, frozen

from aidmodel._build import builder
from aidmodel._fields import as_instance, as_items, named
from aidmodel.errors import InvalidValue
from aidmodel.values.code import Listed, one_of
from aidmodel.values.currency import as_currency_code
from aidmodel.values.number import ARITHMETIC, WHOLE_DIGITS, as_decimal, plain
from aidmodel.values.partial_date import AnyDate, as_date, first_day, last_day
from aidmodel.values.plain import as_string
from aidmodel.values.span import DateSpan, as_span_or_none

ONE = Decimal(1)
"""What the terms of a rate are multiplied and divided by where there is nothing to do, which whoever uses them can see."""


@final
class RateBasis(Listed):
    """What a rate was measured as; two honest answers may differ by it."""

    SPOT = "spot"
    """Of one day."""
    PERIOD_AVERAGE = "period average"
    """The mean over a month or a year."""
    PERIOD_END = "period end"
    """Of the last day of a month or a year."""
    OPERATIONAL = "operational"
    """Set by an organisation for its own books, in force until the next one."""
    CONTRACT = "contract"
    """Agreed by the parties."""
    LAW = "law"
    """Fixed for good when one currency took the place of another."""


@final
class RateLookup(Listed):
    """How the observation was chosen for the day that was asked for."""

    CONTAINING = "containing"
    """That of the month or year the day lies in."""
    LAST = "last"
    """The last on or before the day."""
    EFFECTIVE = "effective"
    """The one in force on the day: the last that took effect."""
    NEAREST = "nearest"
    """The one nearest to the day, before or after it."""
    INTERPOLATE = "interpolate"
    """On the straight line between the ones before and after the day; nobody observed it."""
    CARRIED_FORWARD = "carried forward"
    """The last there is, for a day after the end of the table that asked for it."""


def as_rate_value(value: Decimal | int | str) -> Decimal:
    """Give the number of a rate, above 0; one that was computed may have 60 digits.

    Raises:
        InvalidValue: it is not an exact number, or not above 0.

    """
    computed = isinstance(value, Decimal) and value.is_finite() and len(value.as_tuple().digits) <= ARITHMETIC.prec
    number = Decimal(value) if computed else as_decimal(value)
    if not number > 0:
        raise InvalidValue(value, "must be above 0", "leave it out if there is none")
    if not -WHOLE_DIGITS < number.adjusted() < WHOLE_DIGITS:
        raise InvalidValue(value, f"must be within {WHOLE_DIGITS} digits of 1")
    return number


def as_basis(value: RateBasis | str) -> RateBasis:
    """Give the basis that was meant."""
    return one_of(RateBasis, value)


def _as_lookup_or_none(value: RateLookup | str | None) -> RateLookup | None:
    return None if value is None else one_of(RateLookup, value)


def _as_rates(value: "Rate | Iterable[Rate]") -> "tuple[Rate, ...]":
    return as_items(value, Rate)


def _leads_there(rate: "Rate", _: "Attribute[Any]", legs: "tuple[Rate, ...]") -> None:
    if any((leg.source, leg.on) != (rate.source, rate.on) for leg in legs):
        of = ", ".join(f"{leg.source} on {leg.on}" for leg in legs)
        raise InvalidValue(of, "must be of the rate's own source and day", "a cross of two is nobody's rate")
    if rate.base == rate.quote and rate.value != 1:
        raise InvalidValue(plain(rate.value), f"must be 1, from {rate.base} to itself", "", "value")
    if not legs:
        if rate.inverted:
            raise InvalidValue(legs, "must have the rate that was turned round", "let inverse make it")
        return
    ends = [(leg.base, leg.quote) for leg in legs]
    if rate.inverted:
        joined = ends == [(rate.quote, rate.base)]
    else:
        joined = len(legs) == 2 and ends == [(rate.base, legs[0].quote), (legs[0].quote, rate.quote)]
    if not joined:
        steps = ", ".join("/".join(pair) for pair in ends)
        raise InvalidValue(steps, f"must lead from {rate.base} to {rate.quote}, or be one rate that is turned round")
    if rate.value != ARITHMETIC.divide(*_terms(legs, rate.inverted)):
        raise InvalidValue(plain(rate.value), "is not what the legs give", "let cross or inverse compute it", "value")


def _stated_terms(rate: "Rate") -> tuple[Decimal, Decimal]:
    return _terms(rate.legs, rate.inverted) if rate.legs else (rate.value, ONE)


@final
@frozen(field_transformer=named, repr=False)
class Rate:
    """
    How many units of one currency one unit of another was worth, on the authority of one source.

    A rate that a source does not state is computed from those it does: turned round, or by way of the currency that the
    source quotes against. The stated ones are its legs, and a conversion multiplies and divides by what they state, so
    nothing is rounded on the way.

    >>> agreed = Rate("CAD", "USD", "0.75", on="2021-12-01", basis="contract", source="agreement 12/2021")
    >>> print(agreed.inverse())
    1 USD = 1.333333333 CAD
    >>> agreed.inverse().terms
    (Decimal('1'), Decimal('0.75'))
    """

    base: str = field(converter=as_currency_code)
    """The currency of which there is one unit."""
    quote: str = field(converter=as_currency_code)
    """The currency that the value is in."""
    value: Decimal = field(converter=as_rate_value)
    """Units of ``quote`` for 1 ``base``, above 0; one that was computed is exact to 60 digits."""
    on: AnyDate = field(converter=as_date, kw_only=True)
    """The day, month or year that was asked for."""
    basis: RateBasis = field(converter=as_basis, kw_only=True)
    """What it was measured as."""
    source: str = field(converter=as_string, kw_only=True)
    """Who says so."""
    observed: DateSpan | None = field(default=None, converter=as_span_or_none, kw_only=True)
    """The days that the source speaks of; None: it has no days, as in a contract without dates."""
    lookup: RateLookup | None = field(default=None, converter=_as_lookup_or_none, kw_only=True)
    """How it was chosen among others; None: there was no choice."""
    inverted: bool = field(default=False, kw_only=True)
    """Whether the source quotes it the other way round."""
    legs: "tuple[Rate, ...]" = field(default=(), converter=_as_rates, validator=_leads_there, kw_only=True)
    """The rates that it was computed from: one that is turned round, or two that meet; none: the source states it."""
    terms: tuple[Decimal, Decimal] = field(
        init=False, eq=False, repr=False, default=Factory(_stated_terms, takes_self=True)
    )
    """What to multiply by, and what to divide by: numbers as the source states them."""

    @property
    def age_days(self) -> int | None:
        """How many days the observation lies before what was asked for; below 0: after it; None: it has no days."""
        if self.observed is None:
            return None
        first, last = self.observed.first, self.observed.last
        if last is not None and last < first_day(self.on):
            return (first_day(self.on) - last).days
        return -(first - last_day(self.on)).days if first is not None and last_day(self.on) < first else 0

    @property
    def stated(self) -> "tuple[Rate, ...]":
        """The rates that the source itself states: this one, or those it was computed from."""
        return tuple(rate for leg in self.legs for rate in leg.stated) if self.legs else (self,)

    def inverse(self) -> "Rate":
        """Give the rate turned round; turned round again, it is the one that was stated.

        A rate is no more than its source says: a bank that sells at one rate buys at another.
        """
        if self.inverted:
            return self.legs[0]
        value = ARITHMETIC.divide(self.terms[1], self.terms[0])
        return _computed(self.quote, self.base, value, self, inverted=True, legs=(self,))

    def cross(self, other: "Rate") -> "Rate":
        """Give the rate from this base to the other's quote; this one's quote is the other's base.

        Raises:
            InvalidValue: they do not meet in one currency, are of two sources, or of two dates.

        """
        if self.quote != other.base or self.source != other.source or self.on != other.on:
            problem = "does not go on from the first: one currency, one source and one date are wanted"
            raise InvalidValue(str(other), problem, "", "", "Rate.cross")
        value = ARITHMETIC.divide(*_terms((self, other), inverted=False))
        older = self if self.observed == other.observed else min(self, other, key=lambda leg: -(leg.age_days or 0))
        return _computed(self.base, other.quote, value, older, inverted=False, legs=(self, other))

    def __repr__(self) -> str:
        stated = {
            "on": str(self.on),
            "basis": self.basis,
            "source": self.source,
            "observed": str(self.observed) if self.observed else None,
            "lookup": self.lookup,
            "inverted": self.inverted,
            "legs": self.legs,
        }
        about = ", ".join(f"{name}={value!r}" for name, value in stated.items() if value)
        return f"Rate({self.base!r}, {self.quote!r}, {self.value!r}, {about})"

    def __str__(self) -> str:
        return f"1 {self.base} = {significant(self.value)} {self.quote}"


_make: Callable[..., Rate] = builder(Rate)
trusted_rate = _make
"""Builds a rate from what is known to be right, without looking at it again."""


def _computed(base: str, quote: str, value: Decimal, of: Rate, *, inverted: bool, legs: tuple[Rate, ...]) -> Rate:
    """Build a rate of which all but the currencies and the number is as in one that it was computed from."""
    return _make(
        base,
        quote,
        value,
        on=of.on,
        basis=of.basis,
        source=of.source,
        observed=of.observed,
        lookup=of.lookup,
        inverted=inverted,
        legs=legs,
    )


def _terms(legs: tuple[Rate, ...], inverted: bool) -> tuple[Decimal, Decimal]:
    up, down = legs[0].terms
    if inverted:
        return down, up
    for leg in legs[1:]:
        more, less = leg.terms
        up, down = ARITHMETIC.multiply(up, more), ARITHMETIC.multiply(down, less)
    return up, down


def identity(currency: str, on: AnyDate) -> Rate:
    """Give the rate from a currency to itself: 1, on nobody's authority."""
    return _make(currency, currency, ONE, on=on, basis=RateBasis.LAW, source="the same currency")


def significant(value: Decimal) -> str:
    """Write a number with at most 10 digits that count, for people.

    >>> significant(Decimal("0.7717133333333333333")), significant(Decimal("4325.955"))
    ('0.7717133333', '4325.955')
    """
    digits = len(value.as_tuple().digits)
    if digits <= 10:
        return plain(value)
    places = 10 - 1 - value.adjusted()
    return plain(ARITHMETIC.quantize(value, Decimal(1).scaleb(-max(places, 0))))


@runtime_checkable
class RateProvider(Protocol):
    """Whatever knows rates: a table, agreed rates, several of them one after the other, or a class of your own."""

    @property
    def name(self) -> str:
        """What to call it in messages."""
        ...

    def rate(self, base: str, quote: str, on: AnyDate | str) -> Rate:
        """Give the rate from one currency to another for a day, or for a period that the provider has rates of.

        Raises:
            RateNotFound: there is none; the message says what is known nearby.

        """
        ...

    def currencies(self) -> frozenset[str]:
        """Give the codes of all currencies that it knows."""
        ...


def as_provider(value: RateProvider) -> RateProvider:
    """Give what provides rates back, and nothing else.

    Raises:
        InvalidValue: it does not provide rates.

    """
    if isinstance(value, type) or not isinstance(value, RateProvider):
        raise InvalidValue(
            value, "must provide rates: a name, rate() and currencies()", "as rates.imf_annual() does", "rates"
        )
    return value


def as_asked(rate: Rate, base: str, quote: str, provider: RateProvider) -> Rate:
    """Give back the rate that a provider gave, if it is of the two currencies that it was asked for.

    Raises:
        InvalidValue: it is of others, or no rate.

    """
    if (as_instance(rate, Rate).base, rate.quote) != (base, quote):
        got = f"{rate.base}/{rate.quote}"
        raise InvalidValue(got, f"is not what {provider.name} was asked for, {base}/{quote}", "", "rates")
    return rate
