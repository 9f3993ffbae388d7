"""Strategies for words, codes and extras, and for the values that fields hold."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.model.extras import Extras, Raw, Record
from aidmodel.testing._built import IN_FIELDS, several
from aidmodel.testing._dates import any_dates, days, partial_dates, spans, timestamps
from aidmodel.values.code import Code
from aidmodel.values.currency import CURRENCIES, Currency
from aidmodel.values.money import Money
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import DateSpan
from aidmodel.values.text import Text
from aidmodel.values.units import Unit, unit_for

_WORDS = [
    "services",
    "Accès aux services",
    "people",
    "%",
    "OC1",
    "0042",
    "female",
    " padded ",
    "two\nlines\tand a tab\r\n",
    'a "quoted" \\ word',
    "<b>&amp;</b>]]>",
    "移民",
    "مهاجرون",
    "e\u0301\u2028\x85\ufeff👩‍👧",
    "title[0].x",
]
_MOST_DIGITS = "9" * 30 + "." + "9" * 20
_NAMES = ["org:cost_centre", "org:notes", "org:a:b", "my_package:é", "x: "]


def strings() -> SearchStrategy[str]:
    """Draw strings that are not blank; a few come again and again."""
    return st.sampled_from(_WORDS) | st.text(min_size=1, max_size=6).filter(lambda text: bool(text.strip()))


def decimals() -> SearchStrategy[Decimal]:
    """Draw exact numbers, small whole ones as often as others; now and then the largest and the finest there can be."""
    edges = [Decimal(text) for text in ("0.00", "100", _MOST_DIGITS, f"-{_MOST_DIGITS}", "1E-20", "1E+29")]
    fine = st.builds(_scaled, st.integers(-(10**15), 10**15), st.integers(0, 4))
    return st.integers(-20, 120).map(Decimal) | fine | st.sampled_from(edges)


def _scaled(number: int, places: int) -> Decimal:
    return Decimal(f"{number}e-{places}")


def texts() -> SearchStrategy[Text]:
    """Draw texts in no, one and several languages, with repeats and blanks."""
    words = st.sampled_from(_WORDS) | st.sampled_from(["", " ", "\n"]) | st.text(max_size=6)
    languages = st.sampled_from([None, "en", "fr", "es", "FR", "fr-CA"])
    return words.map(Text) | st.builds(Text, several(st.tuples(languages, words), 3))


def codes() -> SearchStrategy[Code]:
    """Draw codes with and without a vocabulary; most lists do not know them."""
    known = st.sampled_from(["1", "2", "9", "10", "15190", "B1", "XX"])
    return st.builds(Code, known | strings(), st.none() | st.sampled_from(["1", "99"]))


def iso_currencies() -> SearchStrategy[Currency]:
    """Draw the currencies of ISO 4217, those of the past included."""
    return st.sampled_from(list(CURRENCIES)).map(Currency.get)


def units() -> SearchStrategy[Unit]:
    """Draw units as words are understood, known ones and countables of their own."""
    known = st.sampled_from(["people", "HH", "km2", "MWh", "%", "percentage points", "per 100,000", "score", "years"])
    return (known | strings()).map(unit_for)


def _plain() -> SearchStrategy[object]:
    leaves = st.none() | st.booleans() | st.integers(-(2**62), 2**62) | strings()
    inner = leaves | st.lists(leaves, max_size=2) | st.dictionaries(strings(), leaves, max_size=2)
    return leaves | st.lists(inner, max_size=2) | st.dictionaries(strings(), inner, max_size=2)


def records() -> SearchStrategy[Record]:
    """Draw mappings as own fields hold them, with values inside values."""
    return st.dictionaries(strings(), _plain(), max_size=2).map(Record)


def raws() -> SearchStrategy[Raw]:
    """Draw raw content: elements and attributes, of the node itself and of nodes below."""
    at = st.sampled_from(["", "title", "chain[0].indicators[1]"])
    element = st.builds(
        Raw,
        at=at,
        name=strings(),
        xml=strings().map(lambda name: f"<x>{name}</x>"),
        index=st.none() | st.integers(0, 9),
    )
    return element | st.builds(Raw, at=at, name=strings().map(lambda name: f"@{name}"), xml=st.just("") | strings())


def extras() -> SearchStrategy[Extras]:
    """Draw own fields with values inside values, and raw content; or nothing."""
    names = st.sampled_from(_NAMES) | strings().map(lambda name: f"org:{name}")
    return st.builds(Extras, st.dictionaries(names, _plain(), max_size=2), raw=st.just(()) | several(raws()))


IN_FIELDS.update(
    {
        str: strings,
        bool: st.booleans,
        int: lambda: st.integers(-1, 12) | st.integers(-(2**63) + 1, 2**63 - 1),
        Decimal: decimals,
        date: lambda: days() | st.sampled_from([date.min, date.max]),
        datetime: lambda: (
            timestamps() | st.sampled_from([datetime.fromisoformat("0001-01-01"), datetime.max.replace(tzinfo=UTC)])
        ),
        PartialDate: lambda: partial_dates() | st.sampled_from([PartialDate(1), PartialDate(9999)]),
        DateSpan: lambda: spans() | any_dates().map(_open) | st.just(DateSpan(date.min, date.max)),
        Money: lambda: st.builds(Money, decimals(), st.sampled_from(["CAD", "JPY", "DEM", "XAU", "ZZZ"])),
    }
)


def _open(start: date | PartialDate) -> DateSpan:
    return DateSpan(start, None)
