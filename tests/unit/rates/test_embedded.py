"""The table that ships: the IMF's annual averages, whole, unchanged, and quick to load."""

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from aidmodel.rates import embedded
from aidmodel.rates.embedded import imf_annual
from aidmodel.rates.rate import RateBasis, RateLookup
from aidmodel.rates.table import RateTable

DATA = Path(embedded.__file__).parent / "data" / "imf_annual.tsv"


def test_the_data_are_those_that_were_made() -> None:
    """Byte by byte; tests/data_sources/make_imf_annual.py makes them."""
    assert "451db9278041a95460749ccd7c26e1bf4c784a4a6715559519145390a24ea553" == (
        hashlib.sha256(DATA.read_bytes()).hexdigest()
    )


def test_as_many_rates_as_were_counted() -> None:
    """171 currencies with the dollar, 1990 to 2024.

    The table they were made from has 5,295 rows: 35 are those of the dollar, 26 are euros under the code of the lira.
    """
    table = imf_annual()
    observed = {code: table.observations(code) for code in table.currencies() - {"USD"}}
    years = {year for known in observed.values() for year in known}

    assert 171 == len(table.currencies())
    assert 5_295 - 35 - 26 == sum(map(len, observed.values()))
    assert ("1990", "2024") == (min(years), max(years))


def test_what_it_says_of_itself() -> None:
    """Units for 1 US dollar, means of calendar years."""
    table = imf_annual()

    assert "International Monetary Fund, annual averages" == table.source
    assert ("USD", "units_per_pivot", RateBasis.PERIOD_AVERAGE) == (table.pivot, table.quoting, table.basis)
    assert ("year", RateLookup.CONTAINING, None, False) == (
        table.frequency,
        table.lookup,
        table.max_age,
        table.carry_forward,
    )


def test_it_names_its_source_and_what_was_changed_as_the_terms_ask() -> None:
    """In the table itself, and where the module is read."""
    source, changed = imf_annual().notes

    assert "Source: International Monetary Fund." == source
    assert changed.startswith("Changed: one rate a currency and year from 1990")
    assert "Source: International Monetary Fund." in (embedded.__doc__ or "")


@pytest.mark.parametrize(
    ("currency", "year", "rate"),
    [
        ("COP", "2023", "4325.955"),
        ("PEN", "2023", "3.74382620959376"),
        ("KES", "2023", "139.8463837596168"),
        ("CAD", "2023", "1.349908640793904"),
        ("EUR", "2023", "0.9248395584706975"),
        ("HTG", "2024", "131.8109916666666"),
        ("CAD", "2018", "1.295817928135338"),
    ],
)
def test_rates_of_guide_e8_and_b(currency: str, year: str, rate: str) -> None:
    """Digit by digit."""
    assert Decimal(rate) == imf_annual().observations(currency)[year]


def test_the_lira_ends_with_the_euro() -> None:
    """What the source has under ITL since 1999 is the row of San Marino: 0.85 for 1 dollar in 2018, so euros."""
    assert "1998" == max(imf_annual().observations("ITL"))


def test_the_old_manat_has_its_own_code() -> None:
    """5,200 for 1 dollar in 2001 is no rate of TMT, which took the place of 5,000 of them in 2009."""
    assert Decimal("5200.0") == imf_annual().observations("TMM")["2001"]
    assert "TMT" not in imf_annual().currencies()


def test_the_constructor_builds_the_same() -> None:
    """Nothing that a table looks at was let by."""
    table = imf_annual()
    data = {code: table.observations(code) for code in table.currencies() - {"USD"}}
    built = RateTable(
        data,
        source=table.source,
        pivot="USD",
        quoting="units_per_pivot",
        basis="period average",
        frequency="year",
        notes=table.notes,
    )

    assert built == table


def test_it_is_made_once() -> None:
    """Who asks again gets the same table."""
    assert imf_annual() is imf_annual()
