"""Amounts of money in another currency, with the rate that was used and whose it is."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation, Overflow
from typing import Any, final

from attrs import Attribute, Factory, field, frozen

from aidmodel._build import builder, twin
from aidmodel._fields import as_instance, named
from aidmodel.errors import CurrencyMismatch, InvalidValue, NotFound, near
from aidmodel.rates.rate import ONE, Rate, RateBasis, RateLookup, RateProvider, as_provider, identity
from aidmodel.rates.successors import SUCCESSIONS, remarks
from aidmodel.rates.table import RateTable
from aidmodel.values.currency import CURRENCIES, as_currency_code
from aidmodel.values.money import Money, as_money
from aidmodel.values.number import DECIMAL_DIGITS, WHOLE_DIGITS, fitted, too_large
from aidmodel.values.partial_date import AnyDate, as_date
from aidmodel.values.plain import as_whole_or_none
from aidmodel.values.span import DateSpan

_HALF_UP = Context(
    prec=60,
    rounding=ROUND_HALF_UP,
    Emin=-999,
    Emax=999,
    capitals=1,
    clamp=0,
    flags=[],
    traps=[InvalidOperation, Overflow],
)
_multiply, _divide, _quantize = _HALF_UP.multiply, _HALF_UP.divide, _HALF_UP.quantize
_make_money: Callable[[Decimal, str], Money] = builder(Money)
_UNITS: dict[str, Decimal] = {}
"""The smallest unit of each currency that was asked for."""


def _as_rate(value: Rate) -> Rate:
    return as_instance(value, Rate)


def _of_the_money(conversion: "Conversion", _: "Attribute[Any]", rate: Rate) -> None:
    if rate.base != conversion.original.currency:
        raise CurrencyMismatch(conversion.original.currency, rate.base, "convert an amount at a rate of")


def as_places(value: int | None) -> int | None:
    """Give a number of decimals that a result may have, or None, back."""
    if as_whole_or_none(value) is not None and not -WHOLE_DIGITS <= (value or 0) <= DECIMAL_DIGITS:
        raise InvalidValue(value, f"must be from -{WHOLE_DIGITS} to {DECIMAL_DIGITS}")
    return value


def _result(conversion: "Conversion") -> Money:
    rate = conversion.rate
    return rounded_product(conversion.original, rate.terms, rate.quote, conversion.places)


def rounded_product(money: Money, terms: tuple[Decimal, Decimal], currency: str, places: int | None) -> Money:
    """Give an amount times the first term over the second, in a currency, rounded half up; ``places`` None: its own.

    Raises:
        InvalidValue: the currency has no smallest unit and no places are stated, or the result has too many digits.

    """
    if places is None:
        unit = _UNITS.get(currency) or _unit(currency)
    else:
        unit = ONE.scaleb(-places)
    up, down = terms
    amount = money.amount
    if up is not ONE:  # as in _product, written out: the call would be a tenth of the time
        amount = _multiply(amount, up)
    if down is not ONE:
        amount = _divide(amount, down)
    try:
        rounded = _quantize(amount, unit)
    except InvalidOperation:
        raise too_large(money) from None
    if not rounded or places is not None or rounded.adjusted() >= WHOLE_DIGITS:
        rounded = fitted(rounded)
    return _make_money(rounded, currency)


def _unit(currency: str) -> Decimal:
    listed = CURRENCIES.get(currency)
    if listed is None or listed.minor_unit is None:
        raise InvalidValue(currency, "has no smallest unit in ISO 4217", "state the places", "", "Conversion")
    unit = _UNITS[currency] = ONE.scaleb(-listed.minor_unit)
    return unit


def product(money: Money, terms: tuple[Decimal, Decimal], currency: str) -> Money:
    """Give an amount times the first term over the second, in a currency, to 20 decimals."""
    return _make_money(fitted(_product(money.amount, terms)), currency)


def _product(amount: Decimal, terms: tuple[Decimal, Decimal]) -> Decimal:
    up, down = terms
    if up is not ONE:
        amount = _multiply(amount, up)
    return amount if down is ONE else _divide(amount, down)


@final
@frozen(field_transformer=named, repr=False)
class Conversion:
    """
    An amount in another currency, and how it came about.

    >>> rate = Rate("CAD", "USD", "0.75", on="2021-12-01", basis="contract", source="agreement 12/2021")
    >>> Conversion(Money("1000", "CAD"), rate).result
    Money('750.00', 'USD')
    """

    original: Money = field(converter=as_money)
    """The amount that was converted."""
    rate: Rate = field(converter=_as_rate, validator=_of_the_money)
    """The rate it was converted at, from its currency to the other."""
    places: int | None = field(default=None, converter=as_places)
    """The decimals of the result; None: those of its currency's smallest unit."""
    result: Money = field(init=False, default=Factory(_result, takes_self=True))
    """The amount in the other currency, rounded half up."""

    @property
    def exact(self) -> Money:
        """The amount in the other currency before it was rounded, to 20 decimals."""
        return product(self.original, self.rate.terms, self.rate.quote)

    def explain(self) -> str:
        """Say how the result came about: the amounts, each rate as its source states it, of which days, and how found.

        >>> from aidmodel import rates
        >>> table = rates.RateTable({"CAD": {2018: "1.2961"}}, source="OECD DAC", pivot="USD", quoting="units_per_pivot",
        ...                         basis="period average", frequency="year")
        >>> print(convert("CAD 20000000", "USD", on="2018-07-01", rates=table).explain())
        CAD 20,000,000.00 = USD 15,430,908.11
          1 USD = 1.2961 CAD: OECD DAC, period average of 2018-01-01/2018-12-31, turned round, for 2018-07-01
        """
        lines = [str(self)]
        lines.extend(f"  {explained(stated, self.rate)}" for stated in self.rate.stated)
        lines.extend(f"  {remark}" for remark in remarks(self.rate))
        return "\n".join(lines)

    def __str__(self) -> str:
        return f"{self.original} = {self.result}"

    def __repr__(self) -> str:
        return f"<Conversion {self}, {self.rate.source}>"


_twin = twin(Conversion)


def convert(
    money: Money | str, to: str, *, on: AnyDate | str, rates: RateProvider, places: int | None = None
) -> Conversion:
    """Convert an amount to another currency, at the rate of a day, or of a month or year that the rates are of.

    ``places`` are the decimals of the result; None: those of its currency's smallest unit.

    Raises:
        RateNotFound: there is no such rate; the message says what is known nearby.
        InvalidValue: the money, code, date or rates are none, or the currency has no smallest unit and no places are stated.

    >>> agreed = Rate("CAD", "USD", "0.75", on="2021-12-01", basis="contract", source="agreement 12/2021")
    >>> from aidmodel import rates
    >>> fixed = rates.FixedRates({("CAD", "USD"): "0.75"}, source="agreement 12/2021")
    >>> convert("CAD 1000.10", "USD", on="2022-03-28", rates=fixed).result
    Money('750.08', 'USD')

    """
    if type(money) is not Money:
        money = as_money(money)
    if type(rates) is not RateTable:
        as_provider(rates)
    code = money.currency
    rate = identity(code, as_date(on)) if to == code else rates.rate(code, to, on)
    if type(rate) is Rate and rate.base == code and rate.quote == to and places is None:
        made = _twin()  # as a builder does, which would look for the result by way of three more calls
        made.original = money
        made.rate = rate
        made.places = None
        made.result = rounded_product(money, rate.terms, rate.quote, None)
        made.__class__ = Conversion
        return made  # type: ignore[no-any-return]
    as_currency_code(to)
    if as_instance(rate, Rate).quote != to:
        raise CurrencyMismatch(rate.quote, to, f"give by {rates.name} for")
    return Conversion(money, rate, places)


def in_successor(money: Money | str, places: int | None = None) -> Conversion:
    """Give an amount in the currency that took the place of its own, one step on: an amount of VEB in VEF, not in VES.

    ``places`` are the decimals of the result; None: those of the new currency's smallest unit.

    Raises:
        NotFound: no one currency took its place, as far as is known here.
        InvalidValue: it is no money, or the new currency has no smallest unit.

    >>> print(in_successor(Money("2500000", "BYR")))
    BYR 2,500,000.00 = BYN 250.00

    """
    money = as_money(money)
    found = SUCCESSIONS.get(money.currency)
    if found is None:
        raise NotFound("currency known to have taken the place of", money.currency, near(money.currency, SUCCESSIONS))
    rate = Rate(
        found.new,
        found.old,
        found.units,
        on=found.on,
        observed=DateSpan(found.on, None),
        basis=RateBasis.LAW,
        source="the law that fixed it",
    )
    return Conversion(money, rate.inverse(), places)


def explained(stated: Rate, rate: Rate) -> str:
    """Say whose a rate is, of which days, and how it was used for another."""
    said = [f"{stated}: {stated.source}"]
    if stated.observed is not None:
        first, last = stated.observed.start, stated.observed.end
        days = f"{first}" if first == last else f"{stated.observed}"
        between = "between the rates of" if stated.lookup is RateLookup.INTERPOLATE and first != last else "of"
        said.append(f"{stated.basis} {between} {days}")
    else:
        said.append(str(stated.basis))
    if any(leg.inverted and leg.legs == (stated,) for leg in (rate, *rate.legs)):
        said.append("turned round")
    said.append(f"for {rate.on}")
    if stated.lookup not in (None, RateLookup.CONTAINING, RateLookup.LAST):
        said.append(f"{stated.lookup}")
    age = stated.age_days
    if age:
        said.append(f"{abs(age):,} day{'s' if abs(age) > 1 else ''} {'before' if age > 0 else 'after'} it")
    return ", ".join(said)
