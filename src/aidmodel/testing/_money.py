"""Strategies for amounts, currencies, money and quantities.

Numbers are drawn as an integer and a number of decimals: what comes out is what projects write, not what decimals can be.
"""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.values.currency import CURRENCIES
from aidmodel.values.money import Money
from aidmodel.values.quantity import Qualifier, Quantity

_FIRST = ("CAD", "USD", "EUR", "JPY", "XOF", "KWD", "CLF")
_UNITS = (
    "people",
    "households",
    "policy instruments",
    "percent",
    "percentage points",
    "km",
    "hectares",
    "km2",
    "tonnes",
    "years",
    "days",
)
_MOST = 10**15


def amounts(*, places: int | None = None, least: int = -_MOST, most: int = _MOST) -> SearchStrategy[Decimal]:
    """Give exact numbers between two whole ones; ``places`` None: with 0 to 4 decimals."""
    if places is None:
        return st.one_of([amounts(places=drawn, least=least, most=most) for drawn in range(5)])
    scale = 10**places
    return st.integers(least * scale, most * scale).map(lambda units: Decimal(f"{units}e-{places}"))


def currencies(*, active: bool | None = True) -> SearchStrategy[str]:
    """Give the codes of ISO 4217 currencies that have a smallest unit; ``active`` None: those of the past, too."""
    return st.sampled_from(_codes(active=active))


def _codes(*, active: bool | None) -> list[str]:
    codes = [
        code for code, known in CURRENCIES.items() if known.minor_unit is not None and active in {None, known.active}
    ]
    return sorted(codes, key=lambda code: (_FIRST.index(code) if code in _FIRST else len(_FIRST), code))


def moneys(currency: str | None = None, *, least: int = -_MOST, most: int = _MOST) -> SearchStrategy[Money]:
    """Give amounts in whole smallest units of their currency; ``currency`` None: of any in use."""
    if currency is not None:
        places = CURRENCIES[currency].minor_unit or 0
        return st.builds(Money, amounts(places=places, least=least, most=most), st.just(currency))
    by_places: dict[int, list[str]] = {}
    for code in _codes(active=True):
        by_places.setdefault(CURRENCIES[code].minor_unit or 0, []).append(code)
    return st.one_of(
        [
            st.builds(Money, amounts(places=places, least=least, most=most), st.sampled_from(codes))
            for places, codes in by_places.items()
        ]
    )


def quantities(unit: str | None = None, *, qualified: bool = True) -> SearchStrategy[Quantity]:
    """Give quantities; ``unit`` None: in any of some common units; ``qualified``: with and without a qualifier."""
    qualifiers = st.none() | st.sampled_from(Qualifier) if qualified else st.none()
    return st.builds(Quantity, amounts(), st.sampled_from(_UNITS) if unit is None else st.just(unit), qualifiers)
