"""Dated rates of exchange and price levels: amounts of one currency and year in those of another, and says who.

Nothing converts by accident: a conversion states the currency, the day and whose rates, and its result carries what was
used. Every name here is loaded when it is first asked for.

>>> from aidmodel import Money, rates
>>> budget = Money("20000000.00", "CAD")
>>> print(rates.convert(budget, "USD", on="2018", rates=rates.imf_annual()))
CAD 20,000,000.00 = USD 15,434,267.09
"""

TYPE_CHECKING = False  # as in typing, which would have to be loaded; type checkers know the name
if TYPE_CHECKING:
    from aidmodel.rates.conversion import Conversion as Conversion, convert as convert, in_successor as in_successor
    from aidmodel.rates.embedded import imf_annual as imf_annual
    from aidmodel.rates.prices import (
        Deflation as Deflation,
        Deflators as Deflators,
        PriceIndex as PriceIndex,
        deflate as deflate,
        deflators as deflators,
        to_current as to_current,
    )
    from aidmodel.rates.providers import ChainProvider as ChainProvider, FixedRates as FixedRates
    from aidmodel.rates.rate import (
        Rate as Rate,
        RateBasis as RateBasis,
        RateLookup as RateLookup,
        RateProvider as RateProvider,
    )
    from aidmodel.rates.successors import (
        SUCCESSIONS as SUCCESSIONS,
        Succession as Succession,
    )
    from aidmodel.rates.table import RateTable as RateTable

_HOMES = {
    "ChainProvider": "providers",
    "Conversion": "conversion",
    "Deflation": "prices",
    "Deflators": "prices",
    "FixedRates": "providers",
    "PriceIndex": "prices",
    "Rate": "rate",
    "RateBasis": "rate",
    "RateLookup": "rate",
    "RateProvider": "rate",
    "RateTable": "table",
    "SUCCESSIONS": "successors",
    "Succession": "successors",
    "convert": "conversion",
    "deflate": "prices",
    "deflators": "prices",
    "imf_annual": "embedded",
    "in_successor": "conversion",
    "to_current": "prices",
}

__all__ = [
    "SUCCESSIONS",
    "ChainProvider",
    "Conversion",
    "Deflation",
    "Deflators",
    "FixedRates",
    "PriceIndex",
    "Rate",
    "RateBasis",
    "RateLookup",
    "RateProvider",
    "RateTable",
    "Succession",
    "convert",
    "deflate",
    "deflators",
    "imf_annual",
    "in_successor",
    "to_current",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'aidmodel.rates' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"aidmodel.rates.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
