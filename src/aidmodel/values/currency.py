"""Currencies as ISO 4217 lists them, those of the past included."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.errors import InvalidValue, UnknownCode, near
from aidmodel.values.plain import as_string, as_string_or_none, bare, bare_int

_CODE = re.compile(r"[A-Z]{3}")
_NUMERIC = re.compile(r"[0-9]{3}")


def as_currency_code(value: "Currency | str") -> str:
    """Give the code of a currency, listed or not: three capital letters.

    Raises:
        InvalidValue: it is not three capital ASCII letters.

    """
    if isinstance(value, str) and _CODE.fullmatch(value):
        return bare(value)
    if isinstance(value, Currency):
        return value.code
    if value is None or value == "":
        raise InvalidValue(value, "money without a currency", 'write a code such as "CAD"')
    capitals = value.strip().upper() if isinstance(value, str) and value.isascii() else ""
    raise InvalidValue(
        value,
        "must be a currency code of three capital letters",
        f'write "{capitals}"' if _CODE.fullmatch(capitals) else "",
    )


def _as_numeric(value: str | None) -> str | None:
    if value is not None and not (isinstance(value, str) and _NUMERIC.fullmatch(value)):
        raise InvalidValue(value, "must be three digits in a string", 'zeros in front count, as in "008"')
    return None if value is None else bare(value)


def _as_minor_unit(value: int | None) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 9):
        raise InvalidValue(value, "must be a number of decimals from 0 to 9, or None")
    return None if value is None else bare_int(value)


@final
@frozen(field_transformer=named, repr=False)
class Currency:
    """
    A currency: its code, its name, and the number of decimals in which it is paid.

    The table is that of ISO 4217, the currencies of the past included. Money holds a code and nothing else, so any
    three letters can be held; this class says what is known of them.

    >>> Currency.get("jod").minor_unit
    3
    >>> Currency.get("HRK").withdrawn
    '2023-01'
    """

    code: str = field(converter=as_currency_code)
    """The three letters."""

    name: str = field(converter=as_string)
    """The name in English, as the list writes it; of several in the past, the last."""

    numeric: str | None = field(default=None, converter=_as_numeric)
    """The three digits; None: it has none. One number may have stood for several currencies, one after the other."""

    minor_unit: int | None = field(default=None, converter=_as_minor_unit)
    """Decimals of the smallest unit; None: there is no such unit (gold, XDR). The list states none for currencies of
    the past: they have 2 here."""

    withdrawn: str | None = field(default=None, converter=as_string_or_none)
    """When it left the list, as the list writes it ("2023-01", "1989 to 1990"); None: it is in use."""

    note: str | None = field(default=None, converter=as_string_or_none)
    """What to know before converting: an earlier name, another currency with its number, a redenomination; or None."""

    @property
    def active(self) -> bool:
        """Whether the currency is in use."""
        return self.withdrawn is None

    @classmethod
    def get(cls, code: str) -> "Currency":
        """Give the currency of a code, in capitals or not.

        Raises:
            UnknownCode: ISO 4217 does not list it, today or in the past.
            InvalidValue: the code is not a string, or blank.

        """
        table = _table()
        wanted = as_string(code).strip()
        found = table.get(wanted.upper())
        if found is None:
            raise UnknownCode("ISO 4217 currency", code, near(wanted, table))
        return found

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        values = [self.code, self.name, self.numeric, self.minor_unit, self.withdrawn, self.note]
        while values[-1] is None:
            values.pop()
        return f"Currency({', '.join(map(repr, values))})"


@cache
def _table() -> dict[str, Currency]:
    from aidmodel.values._iso4217 import ROWS

    return {row[0]: Currency(*row) for row in ROWS}


@final
class _Currencies(Mapping[str, Currency]):
    """All currencies of ISO 4217 by code, in alphabetical order; the table is loaded when it is first asked."""

    def __getitem__(self, code: str) -> Currency:
        return _table()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(_table())

    def __len__(self) -> int:
        return len(_table())

    def __repr__(self) -> str:
        return "<CURRENCIES: ISO 4217 by code>"


CURRENCIES: Mapping[str, Currency] = _Currencies()
"""All currencies of ISO 4217 by code, in use or not; nothing is loaded before it is asked."""
