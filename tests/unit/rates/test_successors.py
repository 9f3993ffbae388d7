"""Currencies that took the place of others."""

import pickle
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from aidmodel.errors import InvalidValue, NotFound
from aidmodel.rates.conversion import in_successor
from aidmodel.rates.rate import Rate, RateBasis
from aidmodel.rates.successors import SUCCESSIONS, Succession, remarks
from aidmodel.values.currency import CURRENCIES
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan

REGULATIONS = {
    # Council Regulation (EC) No 2866/98, then those that amended it for each later member of the euro area
    "BEF": "40.3399", "DEM": "1.95583", "ESP": "166.386", "FRF": "6.55957", "IEP": "0.787564", "ITL": "1936.27",
    "LUF": "40.3399", "NLG": "2.20371", "ATS": "13.7603", "PTE": "200.482", "FIM": "5.94573",
    "GRD": "340.750", "SIT": "239.640", "MTL": "0.429300", "CYP": "0.585274", "SKK": "30.1260", "EEK": "15.6466",
    "LVL": "0.702804", "LTL": "3.45280", "HRK": "7.53450", "BGN": "1.95583",
}  # fmt: skip
"""Units of each currency for 1 euro, as the Council fixed them."""

LATE = {"BGL": 52, "RUR": 72}
"""Currencies that ISO kept on its list for more than 40 months after they were succeeded, with the months it did."""


def _withdrawn(code: str) -> int:
    """Give the month in which ISO took a currency off its list, counted from the year 0."""
    text = CURRENCIES[code].withdrawn
    assert text is not None, code
    year, _, month = text.partition("-")
    return 12 * int(year) + int(month) - 1


@pytest.mark.parametrize(("old", "units"), REGULATIONS.items())
def test_the_rates_of_the_euro_are_those_of_the_council(old: str, units: str) -> None:
    """Six figures each, as published in the Official Journal."""
    assert ("EUR", Decimal(units)) == (SUCCESSIONS[old].new, SUCCESSIONS[old].units)


def test_the_euro_took_the_place_of_what_the_council_says_and_of_the_ecu() -> None:
    """One to one (Council Regulation 1103/97)."""
    to_euro = {old for old, each in SUCCESSIONS.items() if each.new == "EUR"}

    assert {*REGULATIONS, "XEU"} == to_euro
    assert Decimal(1) == SUCCESSIONS["XEU"].units


@pytest.mark.parametrize(
    ("old", "new", "units", "on"),
    [
        ("BYR", "BYN", "10000", "2016-07-01"),  # guides/money-and-dates.md A
        ("VEF", "VES", "100000", "2018-08-20"),  # guides/money-and-dates.md A
        ("TRL", "TRY", "1000000", "2005-01-01"),
        ("ROL", "RON", "10000", "2005-07-01"),
        ("GHC", "GHS", "10000", "2007-07-01"),
        ("ZMK", "ZMW", "1000", "2013-01-01"),
        ("SLL", "SLE", "1000", "2022-07-01"),
        ("MRO", "MRU", "10", "2018-01-01"),
        ("STD", "STN", "1000", "2018-01-01"),
        ("MGF", "MGA", "5", "2005-01-01"),
        ("BRR", "BRL", "2750", "1994-07-01"),
        ("ANG", "XCG", "1", "2025-03-31"),
    ],
)
def test_redenominations_as_the_central_banks_announced_them(old: str, new: str, units: str, on: str) -> None:
    """How many of the old were one of the new, and since when."""
    assert Succession(old, new, units, date.fromisoformat(on)) == SUCCESSIONS[old]


@pytest.mark.parametrize("succession", SUCCESSIONS.values(), ids=str)
def test_both_currencies_are_in_the_list_of_iso(succession: Succession) -> None:
    """The old one as withdrawn; the new one with a smallest unit, or nothing could be converted."""
    assert not CURRENCIES[succession.old].active
    assert CURRENCIES[succession.new].minor_unit is not None
    assert succession.old != succession.new


@pytest.mark.parametrize("succession", SUCCESSIONS.values(), ids=str)
def test_iso_withdrew_the_old_one_about_then(succession: Succession) -> None:
    """From a month before, as it lists the last month of use, to 40 months after, as notes stayed (the euro: 38).

    Two stayed on the list for longer: see :data:`LATE`.
    """
    since = 12 * succession.on.year + succession.on.month - 1
    months = _withdrawn(succession.old) - since

    assert -1 <= months <= LATE.get(succession.old, 40)


@pytest.mark.parametrize("succession", SUCCESSIONS.values(), ids=str)
def test_what_was_succeeded_twice_was_so_in_order(succession: Succession) -> None:
    """BYB, BYR, BYN: the second step is later than the first; and no steps lead in a circle."""
    following = SUCCESSIONS.get(succession.new)

    assert following is None or following.on > succession.on


def test_in_the_successor_an_amount_is_divided_by_the_units() -> None:
    """guides/money-and-dates.md A: BYR 10,000 = BYN 1; VEF 100,000 = VES 1."""
    assert Money("250.00", "BYN") == in_successor("BYR 2500000").result
    assert Money("1.00", "VES") == in_successor(Money(100000, "VEF")).result
    assert Money("1.00", "EUR") == in_successor("DEM 1.95583").result
    assert Money("0.51", "EUR") == in_successor("DEM 1").result  # 0.51129…
    assert Money("2329.37", "EUR") == in_successor("CYP 1363.32").result  # 1363.32 / 0.585274 = 2329.370517…
    assert Money("10.00", "ZWG") == in_successor(Money("24987.242", "ZWL")).result


def test_in_the_successor_half_a_unit_is_half_a_unit() -> None:
    """BYR 50 is half a kopek and so one, exactly; TRL 4,999 is nothing."""
    assert Money("0.01", "BYN") == in_successor("BYR 50").result
    assert Money("0.00", "TRY") == in_successor("TRL 4999").result
    assert Money("0.01", "TRY") == in_successor("TRL 5000").result


def test_it_is_one_step_on() -> None:
    """VEB 100,000,000 are VEF 100,000, and these VES 1."""
    first = in_successor(Money(100_000_000, "VEB"))

    assert Money("100000.00", "VEF") == first.result
    assert Money("1.00", "VES") == in_successor(first.result).result


def test_it_says_by_what_law_and_since_when() -> None:
    """A conversion as any other."""
    found = in_successor("BYR 2500000")

    assert RateBasis.LAW is found.rate.basis
    assert DateSpan(date(2016, 7, 1), None) == found.rate.observed
    assert 0 == found.rate.age_days
    assert (Decimal(1), Decimal(10000)) == found.rate.terms
    assert (
        "BYR 2,500,000.00 = BYN 250.00\n"
        "  1 BYN = 10000 BYR: the law that fixed it, law of 2016-07-01/.., turned round, for 2016-07-01"
    ) == found.explain()


@pytest.mark.parametrize("code", ["CAD", "BYN", "XFU", "CSK", "YUM", "ZZZ"])
def test_what_nothing_is_known_to_have_succeeded(code: str) -> None:
    """A currency in use, of the past with several successors, or of no list; what looks like it is named."""
    with pytest.raises(NotFound) as caught:
        in_successor(Money(1, code))

    assert ("currency known to have taken the place of", code) == (caught.value.what, caught.value.key)
    assert str(caught.value).startswith(f"no currency known to have taken the place of '{code}'")
    assert set() == {*caught.value.near} - {*SUCCESSIONS}


def test_a_code_that_is_misspelt_is_guessed_at() -> None:
    """DME for DEM."""
    with pytest.raises(NotFound) as caught:
        in_successor("DME 1")

    assert "no currency known to have taken the place of 'DME'; did you mean 'DEM'?" == str(caught.value)


def test_what_is_no_money_has_no_successor() -> None:
    """As everywhere."""
    with pytest.raises(InvalidValue):
        in_successor("2500000")


def test_nothing_is_converted_by_accident() -> None:
    """Amounts of old and new currency do not add up, and neither becomes the other."""
    assert Money(10000, "BYR") != Money(1, "BYN")
    with pytest.raises(TypeError):
        _ = Money(10000, "BYR") + Money(1, "BYN")


def test_the_table_cannot_be_changed() -> None:
    """It is a view, by old code, of values that are frozen."""
    view: Any = SUCCESSIONS

    assert isinstance(SUCCESSIONS, Mapping)
    assert all(old == each.old for old, each in SUCCESSIONS.items())
    with pytest.raises(TypeError):
        view["CAD"] = SUCCESSIONS["BYR"]


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("BYR", "10,000 BYR became 1 BYN on 2016-07-01"),
        ("DEM", "1.95583 DEM became 1 EUR on 1999-01-01"),
        ("GRD", "340.750 GRD became 1 EUR on 2001-01-01"),
        ("ANG", "1 ANG became 1 XCG on 2025-03-31"),
    ],
)
def test_a_succession_is_said_in_one_line(old: str, text: str) -> None:
    """As messages say it."""
    assert text == str(SUCCESSIONS[old])


def test_successions_are_values() -> None:
    """They compare, hash, pickle, and can be pasted back."""
    import datetime as dt

    one = SUCCESSIONS["BYR"]

    assert one == pickle.loads(pickle.dumps(one))  # noqa: S301
    assert hash(one) == hash(Succession("BYR", "BYN", 10000, date(2016, 7, 1)))
    assert one == eval(repr(one), {"Succession": Succession, "Decimal": Decimal, "datetime": dt})  # noqa: S307


def _rate(base: str, quote: str, on: str) -> Rate:
    return Rate(base, quote, 2, on=on, basis="spot", source="x")


@pytest.mark.parametrize(
    ("rate", "count"),
    [
        (_rate("USD", "TRY", "2004-12-31"), 1),
        (_rate("USD", "TRY", "2005-01-01"), 0),
        (_rate("USD", "TRY", "2004"), 1),
        (_rate("USD", "TRY", "2005"), 0),
        (_rate("USD", "TRL", "2004-12-31"), 0),
        (_rate("TRY", "GHS", "2004-12-31").inverse(), 2),
        (_rate("USD", "EUR", "1990"), 0),  # the ecu, one to one
        (_rate("USD", "CAD", "1990"), 0),
    ],
)
def test_remarks_on_currencies_before_their_time(rate: Rate, count: int) -> None:
    """One for each of a rate's currencies that was not there on its day."""
    assert count == len(remarks(rate))


def test_a_remark_names_both_currencies_and_the_day() -> None:
    """What it means only the source knows."""
    remark = remarks(_rate("USD", "TRY", "2004-12-31"))[0]

    assert remark.startswith("TRY is since 2005-01-01: ")
    assert "TRL" in remark
