"""Amounts in the prices of another year: constant prices, and back."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias, TypeVar, final, overload

from attrs import Attribute, Factory, field, frozen

from aidmodel._fields import as_instance, as_items, named
from aidmodel._files import Source
from aidmodel.errors import CurrencyMismatch, InvalidValue, NotFound, near
from aidmodel.rates.conversion import as_places, explained, product, rounded_product
from aidmodel.rates.rate import Rate, RateProvider, as_asked, as_provider, as_rate_value, identity, significant
from aidmodel.rates.successors import SUCCESSIONS
from aidmodel.values.currency import as_currency_code
from aidmodel.values.money import Money, as_money
from aidmodel.values.number import ARITHMETIC
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.plain import as_string, as_strings

T = TypeVar("T")
_ONE = Decimal(1)

IndexLayout: TypeAlias = Literal["dac", "worldbank"]
"""Publishers whose files of price levels are known."""


def _as_levels(
    value: "Mapping[int, Decimal | int | str] | Iterable[tuple[int, Decimal | int | str]]",
) -> tuple[tuple[int, Decimal], ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidValue(value, "must go from year to level", 'write {2018: "90.5", 2021: 100}')
    levels: dict[int, Decimal] = {}
    pairs: list[Any] = list(value.items() if isinstance(value, Mapping) else value)
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise InvalidValue(pair, "must be a year and a level", 'write (2018, "90.5")')
        year, level = pair
        try:
            levels[_new_year(year, levels)] = as_rate_value(level)
        except InvalidValue as error:
            raise error.under(f"[{year!r}]") from None
    if not levels:
        raise InvalidValue(value, "must have a year")
    return tuple(sorted(levels.items()))


def _new_year(value: int, known: Container[int]) -> int:
    if _as_year(value) in known:
        raise InvalidValue(value, "is there twice")
    return value


def _as_year(value: int) -> int:
    if type(value) is not int or not 1 <= value <= 9999:
        raise InvalidValue(value, "must be a year in figures", "write 2018")
    return value


def _as_before(value: str | None) -> str | None:
    if value is not None and (value not in SUCCESSIONS or SUCCESSIONS[value].new != "EUR"):
        raise InvalidValue(value, "must be a currency that the euro took the place of")
    return value


@final
@frozen(field_transformer=named, repr=False)
class PriceIndex:
    """
    How prices in one country moved from year to year, in its own currency.

    Only the ratio of two levels counts, so it does not matter which year is 100.

    >>> index = PriceIndex("CAN", "CAD", {2018: "90.50953", 2021: 100}, source="OECD DAC")
    >>> index[2018]
    Decimal('90.50953')
    """

    area: str = field(converter=as_string)
    """The country or group whose prices they are, as its source writes it."""
    currency: str = field(converter=as_currency_code)
    """The currency that the prices were in."""
    levels: tuple[tuple[int, Decimal], ...] = field(converter=_as_levels)
    """Year and level, in order; given as a mapping, or as pairs."""
    source: str = field(converter=as_string, kw_only=True)
    """Who measured them."""
    before: str | None = field(default=None, converter=_as_before, kw_only=True)
    """The currency that the prices were in before the euro, at whose fixed rate the levels go on; None: the same, always."""

    def currency_in(self, year: int) -> str:
        """Give the currency that the prices of a year were in.

        >>> PriceIndex("SVK", "EUR", {2000: 50, 2020: 100}, source="World Bank", before="SKK").currency_in(2008)
        'SKK'
        """
        gone = None if self.before is None else SUCCESSIONS[self.before]
        return self.currency if gone is None or year >= gone.on.year else gone.old

    def __getitem__(self, year: int) -> Decimal:
        """Give the level of a year.

        Raises:
            NotFound: it is not known.

        """
        for known, level in self.levels:
            if known == year:
                return level
        what = f"price level of {self.area} ({self.levels[0][0]} to {self.levels[-1][0]}, {self.source}) for"
        raise NotFound(what, str(year))

    def __repr__(self) -> str:
        years = f"{self.levels[0][0]} to {self.levels[-1][0]}"
        return f"<PriceIndex {self.area} in {self.currency}, {years}, {self.source}>"


def _as_indices(value: PriceIndex | Iterable[PriceIndex]) -> tuple[PriceIndex, ...]:
    indices = as_items(value, PriceIndex)
    for area, count in Counter(index.area for index in indices).items():
        if count > 1:
            raise InvalidValue(area, "has two indices")
    return indices


def _as_index(value: PriceIndex) -> PriceIndex:
    return as_instance(value, PriceIndex)


def _as_rate(value: Rate) -> Rate:
    return as_instance(value, Rate)


def _of_the_index(deflation: "Deflation", attribute: "Attribute[Any]", rate: Rate) -> None:
    entering = attribute.name == "entering"
    inside = rate.quote if entering else rate.base
    wanted = deflation.index.currency_in(deflation.year if entering else deflation.prices_of)
    if inside != wanted:
        raise CurrencyMismatch(inside, wanted, "deflate at a rate of")
    if entering and rate.base != deflation.original.currency:
        raise CurrencyMismatch(deflation.original.currency, rate.base, "deflate an amount at a rate of")


def _terms(deflation: "Deflation") -> tuple[Decimal, Decimal]:
    """Give what all three steps multiply by, and what they divide by."""
    (up, down), (more, less), index = deflation.entering.terms, deflation.leaving.terms, deflation.index
    multiply = ARITHMETIC.multiply
    over = multiply(multiply(up, more), index[deflation.prices_of])
    under = multiply(multiply(down, less), index[deflation.year])
    units = _ONE if index.before is None else SUCCESSIONS[index.before].units
    if deflation.entering.quote == index.before:  # at the rate at which it became the euro
        under = multiply(under, units)
    if deflation.leaving.base == index.before:
        over = multiply(over, units)
    return over, under


def _result(deflation: "Deflation") -> Money:
    return rounded_product(deflation.original, _terms(deflation), deflation.leaving.quote, deflation.places)


@final
@frozen(field_transformer=named, repr=False)
class Deflation:
    """An amount in the prices of another year, and how it came about."""

    original: Money = field(converter=as_money)
    """The amount, in the prices of ``year``."""
    year: int = field(converter=_as_year, kw_only=True)
    """The year that the amount is of."""
    prices_of: int = field(converter=_as_year, kw_only=True)
    """The year whose prices the result is in."""
    index: PriceIndex = field(converter=_as_index, kw_only=True)
    """How prices moved between the two."""
    entering: Rate = field(converter=_as_rate, validator=_of_the_index, kw_only=True)
    """The rate into the index's currency, of ``year``."""
    leaving: Rate = field(converter=_as_rate, validator=_of_the_index, kw_only=True)
    """The rate from the index's currency into that of the result, of ``prices_of``."""
    places: int | None = field(default=None, converter=as_places, kw_only=True)
    """The decimals of the result; None: those of its currency's smallest unit."""
    result: Money = field(init=False, default=Factory(_result, takes_self=True))
    """The amount in the prices of the other year, rounded half up."""

    @property
    def exact(self) -> Money:
        """The amount before it was rounded, to 20 decimals."""
        return product(self.original, _terms(self), self.leaving.quote)

    def explain(self) -> str:
        """Say how the result came about: both rates as stated, and both price levels."""
        index = self.index
        levels = (
            f"{significant(index[self.year])} in {self.year}, {significant(index[self.prices_of])} in {self.prices_of}"
        )
        lines = [str(self)]
        lines += [f"  {explained(stated, self.entering)}" for stated in self._stated(self.entering)]
        if index.before in (self.entering.quote, self.leaving.base) and index.before is not None:
            lines.append(f"  {SUCCESSIONS[index.before]}")
        lines.append(f"  prices of {index.area} in {index.currency}: {levels} ({index.source})")
        lines += [f"  {explained(stated, self.leaving)}" for stated in self._stated(self.leaving)]
        return "\n".join(lines)

    @staticmethod
    def _stated(rate: Rate) -> tuple[Rate, ...]:
        return () if rate.base == rate.quote else rate.stated

    def __str__(self) -> str:
        return f"{self.original} of {self.year} = {self.result} in prices of {self.prices_of}"

    def __repr__(self) -> str:
        return f"<Deflation {self}, {self.index.source}>"


def deflate(
    money: Money | str,
    *,
    year: int,
    base_year: int,
    index: PriceIndex,
    rates: RateProvider | None = None,
    to: str | None = None,
    places: int | None = None,
) -> Deflation:
    """Give an amount of a year in the prices, and at the exchange rate, of a base year.

    The amount goes into the index's currency, or the one before it, at the year's rate, from the prices of the year to those of the base year,
    and into ``to`` at the base year's rate. ``to`` None: the amount's own currency. ``rates`` are wanted wherever one of
    these is not the index's currency, by year; ``places`` are the decimals of the result, None: those of its smallest unit.

    Raises:
        NotFound: the index has no such year.
        RateNotFound: there is no rate of one of the years.
        InvalidValue: a rate is wanted and no rates are given, or an argument is none of what may stand there.

    >>> index = PriceIndex("CAN", "CAD", {2018: "90.50953", 2021: 100}, source="OECD DAC")
    >>> print(deflate("CAD 20000000", year=2018, base_year=2021, index=index))
    CAD 20,000,000.00 of 2018 = CAD 22,097,120.60 in prices of 2021

    """
    return _restated(money, year, base_year, index, rates=rates, to=to, places=places)


def to_current(
    money: Money | str,
    *,
    year: int,
    base_year: int,
    index: PriceIndex,
    rates: RateProvider | None = None,
    to: str | None = None,
    places: int | None = None,
) -> Deflation:
    """Give an amount in the prices of a base year in those, and at the exchange rate, of a year: :func:`deflate` undone.

    Raises:
        NotFound: the index has no such year.
        RateNotFound: there is no rate of one of the years.
        InvalidValue: a rate is wanted and no rates are given, or an argument is none of what may stand there.

    """
    return _restated(money, base_year, year, index, rates=rates, to=to, places=places)


def _restated(
    money: Money | str,
    of: int,
    prices_of: int,
    index: PriceIndex,
    *,
    rates: RateProvider | None,
    to: str | None,
    places: int | None,
) -> Deflation:
    money, of, prices_of, index = as_money(money), _as_year(of), _as_year(prices_of), _as_index(index)
    return Deflation(
        money,
        year=of,
        prices_of=prices_of,
        index=index,
        entering=_rate(money.currency, index.currency_in(of), of, rates),
        leaving=_rate(
            index.currency_in(prices_of), money.currency if to is None else as_currency_code(to), prices_of, rates
        ),
        places=places,
    )


def _rate(base: str, quote: str, year: int, rates: RateProvider | None) -> Rate:
    if base == quote:
        return identity(base, PartialDate(year))
    if rates is None:
        raise InvalidValue(None, f"rates are wanted to go from {base} to {quote}", "state rates=", "rates", "deflate")
    return as_asked(as_provider(rates).rate(base, quote, PartialDate(year)), base, quote, rates)


@final
@frozen(field_transformer=named, repr=False)
class Deflators(Mapping[str, PriceIndex]):
    """Price indices by area, as they stand in one file."""

    indices: tuple[PriceIndex, ...] = field(converter=_as_indices)
    """The index of each area that has one."""
    notes: tuple[str, ...] = field(default=(), converter=as_strings)
    """What was left out on reading, and why."""

    def __getitem__(self, area: str) -> PriceIndex:
        """Give the index of an area.

        Raises:
            NotFound: it has none; the message names those that look like it.

        """
        for index in self.indices:
            if index.area == area:
                return index
        raise NotFound("price index of", str(area), near(str(area), self))

    @overload
    def get(self, area: str, /) -> PriceIndex | None: ...
    @overload
    def get(self, area: str, default: PriceIndex | T, /) -> PriceIndex | T: ...
    def get(self, area: str, default: PriceIndex | T | None = None, /) -> PriceIndex | T | None:
        """Give the index of an area, or ``default`` where it has none."""
        return next((index for index in self.indices if index.area == area), default)

    def __contains__(self, area: object) -> bool:
        return any(index.area == area for index in self.indices)

    def __iter__(self) -> Iterator[str]:
        return (index.area for index in self.indices)

    def __len__(self) -> int:
        return len(self.indices)

    def __repr__(self) -> str:
        return f"<Deflators of {len(self.indices):,}: {', '.join([*self][:5])}{', …' if len(self) > 5 else ''}>"


def deflators(
    file: Source,
    layout: IndexLayout | None = None,
    *,
    area: str | None = None,
    currency: str | None = None,
    year: str | None = None,
    level: str | None = None,
    source: str | None = None,
) -> Deflators:
    r"""Read price levels by area, from a file that the OECD or the World Bank publishes, or from one of your own.

    ``layout`` "dac" takes the DAC's deflators with the rates beside them, and gives what they imply of prices in each
    currency; "worldbank" takes an index by year and country. For a file of your own, ``area``, ``currency``, ``year`` and
    ``level`` name its columns, and ``source`` says whose they are.

    Raises:
        Unreadable: the file is not laid out like that; the message has the line.
        InvalidValue: it is not said how the file is laid out.
        OSError: there is no such file, or it cannot be read.

    >>> file = b"iso_code,year,exchange,deflator\nCAN,2018,1.2961,87.534680\nCAN,2021,1.2535,100.0\n"
    >>> round(deflators(file, "dac")["CAN"][2018], 5)
    Decimal('90.50953')

    """
    from aidmodel.rates.price_files import read_indices

    return read_indices(file, layout, area=area, currency=currency, year=year, level=level, source=source)
