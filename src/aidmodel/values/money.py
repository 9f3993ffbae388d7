"""Amounts of money: exact, each in its own currency."""

import re
from collections.abc import Iterable, Mapping, Set as AbstractSet
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation, Overflow, localcontext
from fractions import Fraction
from math import lcm
from typing import final, overload

from attrs import field, frozen

from aidmodel._build import builder, twin
from aidmodel._fields import named
from aidmodel.errors import CurrencyMismatch, InvalidValue
from aidmodel.values.currency import CURRENCIES, as_currency_code
from aidmodel.values.number import (
    ARITHMETIC,
    DECIMAL_DIGITS,
    SUMS,
    WHOLE_DIGITS,
    as_decimal,
    fitted,
    negated,
    plain,
    too_large,
)
from aidmodel.values.plain import LONGEST

_SPACES = " \u00a0\u2009\u202f"
# What only Money.parse needs is compiled by its first call.
_WRITTEN = (
    rf"(?:(?P<before>[A-Z]{{3}})[{_SPACES}]*)?"
    rf"(?P<number>[+\-\u2212]?(?:[1-9][0-9]{{0,2}}(?P<mark>[,{_SPACES}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*|[0-9]+)(?:\.[0-9]+)?)"
    rf"(?:[{_SPACES}]*(?P<after>[A-Z]{{3}}))?"
)
_GROUPING = rf"[,{_SPACES}]"
_LONE_POINT = r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}"
_LONE_COMMA = r"[+-]?[0-9]{1,3},[0-9]{3}"
_DECIMAL_COMMA = rf"[+-]?[0-9]+(?:[.{_SPACES}][0-9]+)*,[0-9]+"

_DISPLAY = Context(
    prec=60, rounding=ROUND_HALF_UP, Emin=-999, Emax=999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation]
)
_add = SUMS.add
_subtract = SUMS.subtract


@final
@frozen(field_transformer=named, repr=False)
class Money:
    """
    An exact amount in one currency.

    The decimals stay as given, which is what a file that is read and written again needs; 4 and 4.00 are equal. Sums
    and differences are exact; a product or quotient is exact to 20 decimals. Nothing converts between currencies
    without a dated rate: amounts of two currencies cannot be added or compared, and are never equal.

    IATI 2.03: ``value`` and its ``currency``.

    >>> budget = Money("4000000.00", "CAD")
    >>> print(budget + Money("0.50", "CAD"))
    CAD 4,000,000.50
    >>> budget.allocate([1, 1, 1])
    (Money('1333333.34', 'CAD'), Money('1333333.33', 'CAD'), Money('1333333.33', 'CAD'))
    """

    amount: Decimal = field(converter=as_decimal, metadata={"iati": "value"})
    """The exact number, in units of the currency, with the decimals it was given."""

    currency: str = field(converter=as_currency_code, metadata={"iati": "value/@currency"})
    """Three capital letters; whether a list knows them is for a rule to say."""

    @classmethod
    def from_float(cls, amount: float, currency: str) -> "Money":
        """Give the amount that a float is written as: 0.1 is 0.1, not the binary fraction next to it.

        Raises:
            InvalidValue: the float is not finite.

        """
        if isinstance(amount, float):
            return cls(float.__repr__(amount), currency)
        return cls(amount, currency)

    @classmethod
    def parse(cls, text: str) -> "Money":
        """Give the amount that is written: a code before or after a number, thousands grouped by commas or spaces.

        Symbols are refused, as several currencies share them, and so is a comma that may be a decimal mark, or a point
        that may group thousands, as in "EUR 100.000".

        Raises:
            InvalidValue: the text can be read in more than one way, or in none.

        >>> Money.parse("CAD 20,000,000.00")
        Money('20000000.00', 'CAD')

        """
        if not isinstance(text, str):
            raise InvalidValue(text, "must be a code and an amount", 'write "CAD 1234.50"', "", "Money.parse")
        found = re.fullmatch(_WRITTEN, text.strip()) if len(text) <= LONGEST else None
        if found is None or bool(found["before"]) is bool(found["after"]):
            raise InvalidValue(text, "must be a code and an amount", _mend(text), "", "Money.parse")
        code = found["before"] or found["after"]
        number = found["number"].replace("\u2212", "-")
        if re.fullmatch(_LONE_COMMA, number) and (_minor_unit(code) or 0) >= 3:
            point, group = number.replace(",", "."), number.replace(",", "")
            raise InvalidValue(
                text,
                f"has a comma that may group or divide in {code}",
                f'write "{code} {point}" or "{code} {group}"',
                "",
                "Money.parse",
            )
        places = _minor_unit(code)
        if re.fullmatch(_LONE_POINT, number) and places is not None and places < 3:
            raise InvalidValue(
                text,
                f"has a point that may group or divide in {code}",
                f'write "{code} {number.replace(".", "")}" or "{code} {number}0"',
                "",
                "Money.parse",
            )
        return cls(re.sub(_GROUPING, "", number), code)

    @classmethod
    def sum(cls, items: "Iterable[Money]", currency: str | None = None) -> "Money":
        """Give the exact sum of amounts in one currency.

        ``currency`` is that of the sum; None: the currency of the first item.

        Raises:
            CurrencyMismatch: the items are in several currencies, or in another one than stated.
            InvalidValue: an item is no money, there are none and no currency is stated, or the sum has too many digits.

        >>> Money.sum([Money("0.10", "EUR"), Money("0.20", "EUR")])
        Money('0.30', 'EUR')

        """
        # What an iterator computes must not be computed in our context.
        held = items if type(items) is list or type(items) is tuple else tuple(items)
        code = None if currency is None else as_currency_code(currency)
        if not held:
            if code is None:
                raise InvalidValue(held, "no amounts, so no currency", "state the currency of the sum", "", "Money.sum")
            return _make(Decimal(0), code)
        total = Decimal(0)
        try:
            code = held[0].currency if code is None else code
            with localcontext(SUMS):
                for item in held:
                    if item.currency != code:
                        raise CurrencyMismatch(code, item.currency, "add")
                    total += item.amount
        except Inexact:
            raise too_large(total) from None
        except AttributeError:
            for position, item in enumerate(held):
                if type(item) is not Money:
                    raise _no_money(item).under(f"[{position}]", "Money.sum") from None
            raise
        return _make(total, code)

    def rounded(self, places: int | None = None, rounding: str = ROUND_HALF_UP) -> "Money":
        """Give the amount with so many decimals; -3 rounds to thousands.

        ``places`` None: those of the currency's smallest unit. ``rounding`` is one of the names in :mod:`decimal`.

        Raises:
            InvalidValue: the currency has no smallest unit, or none that ISO 4217 knows; the number of places is none.

        >>> Money("2.675", "CAD").rounded()
        Money('2.68', 'CAD')

        """
        places = self._places(places, "rounded")
        with localcontext(ARITHMETIC):
            return _make(fitted(self.amount.quantize(Decimal(1).scaleb(-places), rounding)), self.currency)

    def allocate(self, weights: Iterable[int | Decimal | Fraction], places: int | None = None) -> "tuple[Money, ...]":
        """Share the amount out in proportion to the weights, so that the shares sum to it exactly.

        Each share is cut to ``places`` decimals (None: the currency's smallest unit), and the units left over go to the
        largest remainders, the first of equal ones. A weight of 0 gets 0; a negative amount is shared like its opposite.

        Raises:
            InvalidValue: a weight is negative or not exact, they sum to 0, the amount is finer than the places, or the
                currency has no smallest unit that ISO 4217 knows.

        >>> Money("0.05", "CAD").allocate([3, 7])
        (Money('0.02', 'CAD'), Money('0.03', 'CAD'))

        """
        places = self._places(places, "allocate")
        whole = _as_whole_weights(weights)
        total = sum(whole)
        scaled = ARITHMETIC.scaleb(self.amount.copy_abs(), places)
        units = int(scaled)
        if units != scaled:
            raise InvalidValue(
                plain(self.amount),
                f"is finer than {places} decimals",
                "round it first, or state the places",
                "",
                "Money.allocate",
            )
        shares = [units * weight // total for weight in whole]
        remainders = [units * weight % total for weight in whole]
        for index in sorted(range(len(whole)), key=lambda index: -remainders[index])[: units - sum(shares)]:
            shares[index] += 1
        sign = -1 if self.amount < 0 else 1
        return tuple(_make(_units(sign * share, places), self.currency) for share in shares)

    def split(self, parts: int) -> "tuple[Money, ...]":
        """Share the amount out in equal parts, the first ones larger by a smallest unit where it does not go even.

        Raises:
            InvalidValue: the number of parts is not at least 1, or as :meth:`allocate`.

        """
        if isinstance(parts, bool) or not isinstance(parts, int) or parts < 1:
            raise InvalidValue(parts, "must be a number of parts from 1 up", "", "", "Money.split")
        return self.allocate([1] * parts)

    def _places(self, places: int | None, doing: str) -> int:
        if places is None:
            places = _minor_unit(self.currency)
            if places is None:
                raise InvalidValue(
                    self.currency, "has no smallest unit in ISO 4217", "state the places", "", f"Money.{doing}"
                )
            return places
        if isinstance(places, bool) or not isinstance(places, int) or not -WHOLE_DIGITS <= places <= DECIMAL_DIGITS:
            raise InvalidValue(
                places,
                f"places must be a whole number from -{WHOLE_DIGITS} to {DECIMAL_DIGITS}",
                "",
                "",
                f"Money.{doing}",
            )
        return places

    def __add__(self, other: "Money") -> "Money":
        if type(other) is not Money:
            return NotImplemented
        currency = self.currency
        if currency == other.currency:
            made = _twin()  # as _make, written out: the call would be a fifth of the time
            try:
                made.amount = _add(self.amount, other.amount)
            except Inexact:
                raise too_large((self, other)) from None
            made.currency = currency
            made.__class__ = Money
            return made  # type: ignore[no-any-return]
        raise CurrencyMismatch(currency, other.currency, "add")

    def __radd__(self, other: int) -> "Money":
        return self if type(other) is int and other == 0 else NotImplemented  # where sum() starts

    def __sub__(self, other: "Money") -> "Money":
        if type(other) is not Money:
            return NotImplemented
        currency = self.currency
        if currency == other.currency:
            try:
                return _make(_subtract(self.amount, other.amount), currency)
            except Inexact:
                raise too_large((self, other)) from None
        raise CurrencyMismatch(currency, other.currency, "subtract")

    def __neg__(self) -> "Money":
        return _make(negated(self.amount), self.currency)

    def __abs__(self) -> "Money":
        return _make(self.amount.copy_abs(), self.currency)

    def __mul__(self, other: int | Decimal | Fraction) -> "Money":
        factor = _factor(other, "multiply")
        return _make(_scaled(self.amount, *factor), self.currency) if factor else NotImplemented

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: "Money") -> Decimal: ...
    @overload
    def __truediv__(self, other: int | Decimal | Fraction) -> "Money": ...
    def __truediv__(self, other: "Money | int | Decimal | Fraction") -> "Money | Decimal":
        if type(other) is Money:
            if self.currency != other.currency:
                raise CurrencyMismatch(self.currency, other.currency, "divide")
            return ARITHMETIC.divide(self.amount, _not_zero(other.amount))
        factor = _factor(other, "divide")
        return _make(_scaled(self.amount, factor[1], _not_zero(factor[0])), self.currency) if factor else NotImplemented

    def __lt__(self, other: "Money") -> bool:
        return self.amount < other.amount if _comparable(self, other) else NotImplemented

    def __le__(self, other: "Money") -> bool:
        return self.amount <= other.amount if _comparable(self, other) else NotImplemented

    def __gt__(self, other: "Money") -> bool:
        return self.amount > other.amount if _comparable(self, other) else NotImplemented

    def __ge__(self, other: "Money") -> bool:
        return self.amount >= other.amount if _comparable(self, other) else NotImplemented

    def __str__(self) -> str:
        return format(self, "")

    def __format__(self, spec: str) -> str:
        if spec:
            with localcontext(_DISPLAY):
                return f"{self.currency} {self.amount:{spec}}"
        exponent = self.amount.as_tuple().exponent
        stated = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return f"{self.currency} {self.amount:,.{max(stated, _minor_unit(self.currency) or 0)}f}"

    def __repr__(self) -> str:
        return f"Money({plain(self.amount)!r}, {self.currency!r})"


_make, _twin = builder(Money), twin(Money)


def as_money(value: Money | str) -> Money:
    """Give the amount that was meant: an amount as it is, or one written as :meth:`Money.parse` reads it.

    Raises:
        InvalidValue: it is neither; a bare number is money without a currency.

    """
    if type(value) is Money:
        return value
    if isinstance(value, str):
        return Money.parse(value)
    raise _no_money(value)


def _no_money(value: object) -> InvalidValue:
    mend = f'write Money("{value}", "CAD"), in its own currency' if isinstance(value, int | Decimal) else ""
    return InvalidValue(value, "must be money", mend)


def as_money_or_none(value: Money | str | None) -> Money | None:
    """Give the amount that was meant, or None; see :func:`as_money`."""
    return None if value is None else as_money(value)


def _minor_unit(code: str) -> int | None:
    currency = CURRENCIES.get(code)
    return None if currency is None else currency.minor_unit


def _comparable(left: Money, right: object) -> bool:
    if type(right) is not Money:
        return False
    if left.currency != right.currency:
        raise CurrencyMismatch(left.currency, right.currency, "compare")
    return True


def _factor(number: object, doing: str) -> tuple[Decimal, Decimal] | None:
    """Give a number as numerator and denominator, None for what money cannot be multiplied by."""
    if isinstance(number, float):
        raise TypeError(f'cannot {doing} money by a float: write Decimal("{number!r}") if that is the number meant')
    if isinstance(number, bool):
        return None
    if isinstance(number, int | Fraction):
        return Decimal(number.numerator), Decimal(number.denominator)
    if not isinstance(number, Decimal):
        return None
    if not number.is_finite():
        raise InvalidValue(number, f"cannot {doing} money by a number that is not finite")
    return number, Decimal(1)


def _scaled(amount: Decimal, numerator: Decimal, denominator: Decimal) -> Decimal:
    try:
        product = ARITHMETIC.multiply(amount, numerator)
        return fitted(product if denominator == 1 else ARITHMETIC.divide(product, denominator))
    except Overflow:
        raise too_large((amount, numerator, denominator)) from None


def _not_zero(number: Decimal) -> Decimal:
    if not number:
        raise ZeroDivisionError("money cannot be divided by 0")
    return number


def _units(count: int, places: int) -> Decimal:
    return ARITHMETIC.scaleb(Decimal(count), -places) if places > 0 else Decimal(count * 10**-places)


def _as_whole_weights(weights: Iterable[int | Decimal | Fraction]) -> list[int]:
    """Give whole numbers in the same proportion."""
    if isinstance(weights, str | bytes | Mapping | AbstractSet) or not isinstance(weights, Iterable):
        raise InvalidValue(weights, "must be several weights in order", "write a list", "weights", "Money.allocate")
    weights = tuple(weights)
    if all(type(weight) is int and weight >= 0 for weight in weights) and any(weights):
        return list(weights)  # type: ignore[arg-type]  # as has just been seen
    exact: list[Fraction] = []
    for index, weight in enumerate(weights):
        try:
            exact.append(weight if isinstance(weight, Fraction) else Fraction(as_decimal(weight)))
        except InvalidValue as error:
            raise error.under(f"weights[{index}]", "Money.allocate") from None
        if exact[-1] < 0:
            raise InvalidValue(weight, "must not be below 0", "", f"weights[{index}]", "Money.allocate")
    if not any(exact):
        raise InvalidValue(exact, "must have one that is above 0", "", "weights", "Money.allocate")
    scale = lcm(*(weight.denominator for weight in exact))
    return [weight.numerator * (scale // weight.denominator) for weight in exact]


def _mend(text: str) -> str:
    from unicodedata import category

    text = text[:LONGEST]
    if any(category(character) == "Sc" for character in text):
        return 'write the code of the currency, such as "CAD": several share a symbol'
    words = re.findall(r"(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])", text)
    code = next((word for word in words if word.upper() in CURRENCIES), None)
    if code is None:
        return 'state the currency by its code, as in "CAD 1234.50"'
    if not code.isupper():
        return f'write "{code.upper()}"'
    number = text.replace(code, "", 1).strip()
    if re.fullmatch(_DECIMAL_COMMA, number):
        whole, _, decimals = number.rpartition(",")
        digits = re.sub(rf"[.{_SPACES}]", "", whole)
        return f'write "{code} {digits}.{decimals}" if the comma is the decimal mark'
    return 'write "CAD 1234.50": a point before decimals, groups of three digits or none'
