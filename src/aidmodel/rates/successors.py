"""Currencies that took the place of others: when, and how many of the old were one of the new.

An amount in a currency of the past stays what it was stated as: nothing here happens by itself. The rates of the euro are
those of the regulations of the Council of the European Union that fixed them; the others are those the issuing central
banks announced. Where one currency was succeeded by several there is no one rate, and it is not here.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.rates.rate import Rate, as_rate_value, significant
from aidmodel.values.currency import as_currency_code
from aidmodel.values.partial_date import AnyDate, as_day, last_day


@final
@frozen(field_transformer=named)
class Succession:
    """
    That one currency took the place of another.

    >>> print(SUCCESSIONS["BYR"])
    10,000 BYR became 1 BYN on 2016-07-01
    """

    old: str = field(converter=as_currency_code)
    """The currency that went."""
    new: str = field(converter=as_currency_code)
    """The currency that came."""
    units: Decimal = field(converter=as_rate_value)
    """How many of the old were 1 of the new."""
    on: date = field(converter=as_day)
    """The day it took effect; both may have been paid with for some time after."""

    def __str__(self) -> str:
        whole = self.units == self.units.to_integral_value()
        return f"{f'{self.units:,f}' if whole else significant(self.units)} {self.old} became 1 {self.new} on {self.on}"


_EURO = (
    ("1999-01-01", {"ATS": "13.7603", "BEF": "40.3399", "DEM": "1.95583", "ESP": "166.386", "FIM": "5.94573"}),
    ("1999-01-01", {"FRF": "6.55957", "IEP": "0.787564", "ITL": "1936.27", "LUF": "40.3399", "NLG": "2.20371"}),
    ("1999-01-01", {"PTE": "200.482", "XEU": "1"}),
    ("2001-01-01", {"GRD": "340.750"}),
    ("2007-01-01", {"SIT": "239.640"}),
    ("2008-01-01", {"CYP": "0.585274", "MTL": "0.429300"}),
    ("2009-01-01", {"SKK": "30.1260"}),
    ("2011-01-01", {"EEK": "15.6466"}),
    ("2014-01-01", {"LVL": "0.702804"}),
    ("2015-01-01", {"LTL": "3.45280"}),
    ("2023-01-01", {"HRK": "7.53450"}),
    ("2026-01-01", {"BGN": "1.95583"}),
)
_OTHERS = (
    ("AFA", "AFN", "1000", "2002-10-07"),
    ("ANG", "XCG", "1", "2025-03-31"),
    ("AOR", "AOA", "1000000", "1999-12-01"),
    ("ARA", "ARS", "10000", "1992-01-01"),
    ("AZM", "AZN", "5000", "2006-01-01"),
    ("BGL", "BGN", "1000", "1999-07-05"),
    ("BRR", "BRL", "2750", "1994-07-01"),
    ("BYB", "BYR", "1000", "2000-01-01"),
    ("BYR", "BYN", "10000", "2016-07-01"),
    ("GHC", "GHS", "10000", "2007-07-01"),
    ("MGF", "MGA", "5", "2005-01-01"),
    ("MRO", "MRU", "10", "2018-01-01"),
    ("MXP", "MXN", "1000", "1993-01-01"),
    ("MZM", "MZN", "1000", "2006-07-01"),
    ("PEI", "PEN", "1000000", "1991-07-01"),
    ("PLZ", "PLN", "10000", "1995-01-01"),
    ("ROL", "RON", "10000", "2005-07-01"),
    ("RUR", "RUB", "1000", "1998-01-01"),
    ("SDD", "SDG", "100", "2007-01-10"),
    ("SLL", "SLE", "1000", "2022-07-01"),
    ("SRG", "SRD", "1000", "2004-01-01"),
    ("STD", "STN", "1000", "2018-01-01"),
    ("TJR", "TJS", "1000", "2000-10-30"),
    ("TMM", "TMT", "5000", "2009-01-01"),
    ("TRL", "TRY", "1000000", "2005-01-01"),
    ("UAK", "UAH", "100000", "1996-09-02"),
    ("UYP", "UYU", "1000", "1993-03-01"),
    ("VEB", "VEF", "1000", "2008-01-01"),
    ("VEF", "VES", "100000", "2018-08-20"),
    ("ZMK", "ZMW", "1000", "2013-01-01"),
    ("ZWL", "ZWG", "2498.7242", "2024-04-05"),
)

SUCCESSIONS: Mapping[str, Succession] = MappingProxyType(
    {
        each.old: each
        for each in (
            *(Succession(old, "EUR", units, day) for day, rates in _EURO for old, units in rates.items()),
            *(Succession(*row) for row in _OTHERS),
        )
    }
)
"""What took the place of each currency of the past, by the old code."""


def remarks(rate: Rate) -> tuple[str, ...]:
    """Say which of a rate's currencies did not exist on its day: its source alone knows what it counted in."""
    day = last_day(rate.on)
    codes = dict.fromkeys(code for stated in rate.stated for code in (stated.base, stated.quote))
    return tuple(
        f"{code} is since {_NEW[code].on}: whether its earlier rates are counted anew from {_NEW[code].old}, see the source"
        for code in codes
        if code in _NEW and day < _NEW[code].on
    )


_NEW = {each.new: each for each in SUCCESSIONS.values() if each.new != "EUR"}


def is_gone(currencies: Iterable[str], on: AnyDate) -> bool:
    """Say whether the place of a currency was taken by another by the day: its last rate is not carried beyond that."""
    return any(code in SUCCESSIONS and SUCCESSIONS[code].on <= last_day(on) for code in currencies)


def advice(currencies: Iterable[str], on: AnyDate | None, *, missing: bool) -> str:
    """Say what to do about a currency whose place another took."""
    if on is None:
        return ""
    found = [SUCCESSIONS[code] for code in currencies if code in SUCCESSIONS]
    gone = next((each for each in found if each.on <= last_day(on)), None)
    if gone is not None:
        return f"{gone}: convert it with rates.in_successor first"
    if found and missing and found[0].new != "EUR":
        new = found[0].new
        return f"later {found[0]}: if the source counts the days before it in {new}, use rates.in_successor first"
    return ""
