"""Reading CSV files of rates by the names of their columns: strictly, and with the line in every message."""

import gzip
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from aidmodel.errors import InvalidValue, Unreadable
from aidmodel.rates.csv_file import read_columns, read_number, read_sheet
from aidmodel.rates.table import RateTable

YEARS = b"Date,Currency,Rate\n2018,CAD,1.2961\n2021,CAD,1.2535\n2018,GBP,0.7497\n"
"""Numbers of the DAC table."""


def read(file: Any, **stated: Any) -> RateTable:
    """Read a file whose columns are Date, Currency and Rate, by year against the dollar unless stated otherwise."""
    names: dict[str, Any] = {"date": "Date", "currency": "Currency", "rate": "Rate", "pivot": "USD"}
    rest: dict[str, Any] = {
        "quoting": "units_per_pivot",
        "basis": "period average",
        "frequency": "year",
        "source": "a file",
    }
    return read_columns(file, **{**names, **rest, **stated})


def table(data: dict[str, dict[Any, str]], **stated: Any) -> RateTable:
    """Build by the constructor what reading should give."""
    rest: dict[str, Any] = {
        "quoting": "units_per_pivot",
        "basis": "period average",
        "frequency": "year",
        "source": "a file",
    }
    return RateTable(data, pivot="USD", **{**rest, **stated})


def test_a_row_a_rate() -> None:
    """The same table as by the constructor comes out."""
    expected = table({"CAD": {2018: "1.2961", 2021: "1.2535"}, "GBP": {2018: "0.7497"}})

    assert expected == read(YEARS)


def test_all_that_is_stated_of_the_table_is_kept() -> None:
    """Quoting, basis, lookup, age and carrying forward are those of the table."""
    rules: dict[str, Any] = {"quoting": "pivot_per_unit", "basis": "spot", "lookup": "nearest", "max_age": 3}
    rules |= {"frequency": "day", "carry_forward": True}
    file = b"Date,Currency,Rate\n2018-03-29,CAD,0.7751\n"

    assert table({"CAD": {"2018-03-29": "0.7751"}}, **rules) == read(file, **rules)


def test_order_of_columns_and_other_columns_do_not_matter() -> None:
    """Columns are found by their titles, blanks around cells and titles are none of them."""
    file = b"Note, Rate ,Currency,Date\nx, 1.2961 , CAD ,2018\n"

    assert table({"CAD": {2018: "1.2961"}}) == read(file)


def test_columns_may_be_called_anything() -> None:
    """The titles are the arguments."""
    file = b"iso_code;year;exchange\nCAD;2018;1,2961\n"

    assert table({"CAD": {2018: "1.2961"}}) == read(
        file, date="year", currency="iso_code", rate="exchange", delimiter=";", decimal=","
    )


@pytest.mark.parametrize(
    "file",
    [
        b"\xef\xbb\xbf" + YEARS,
        YEARS.replace(b"\n", b"\r\n"),
        YEARS.replace(b"\n", b"\r"),
        b"\n" + YEARS.replace(b"\n", b"\n\n"),
        b'"Date","Currency","Rate"\n"2018","CAD","1.2961"\n2021,CAD,1.2535\n2018,GBP,"0.7497"',
        gzip.compress(YEARS),
        BytesIO(YEARS),
        bytearray(YEARS),
        memoryview(YEARS),
    ],
    ids=["bom", "crlf", "cr", "blank lines", "quotes", "gzip", "open", "bytearray", "memoryview"],
)
def test_how_it_is_written_does_not_matter(file: Any) -> None:
    """A mark of the byte order, ends of lines, blank lines, quotes and packing change nothing."""
    assert read(YEARS) == read(file)


def test_a_path_and_a_zip_are_read(tmp_path: Path) -> None:
    """As every reader of the library does."""
    path, packed = tmp_path / "rates.csv", tmp_path / "rates.zip"
    path.write_bytes(YEARS)
    with ZipFile(packed, "w") as archive:
        archive.writestr("rates.csv", YEARS)

    assert read(YEARS) == read(path) == read(str(path)) == read(packed)


def test_a_date_names_the_period_it_lies_in() -> None:
    """Month ends are stamped with the 31st, FRED's months with the 1st."""
    file = b"Date,Currency,Rate\n2018-03-31,CAD,1.2894\n2018-04-01,CAD,1.2773\n2018-05,CAD,1.28\n"
    expected = table({"CAD": {"2018-03": "1.2894", "2018-04": "1.2773", "2018-05": "1.28"}}, frequency="month")

    assert expected == read(file, frequency="month")


def test_a_year_may_be_stamped_with_its_last_day() -> None:
    """As the IMF's annual averages are."""
    assert table({"CAD": {2018: "1.2961"}}) == read(b"Date,Currency,Rate\n2018-12-31,CAD,1.2961\n")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2.9918e-08", "0.000000029918"),
        ("1E3", "1000"),
        (".5", "0.5"),
        ("3.", "3"),
        ("+2", "2"),
        ("1.2894000", "1.2894"),
    ],
)
def test_numbers_are_exact(written: str, number: str) -> None:
    """Exponents are read, and no digit is lost; the angolan kwanza of 1990 needs more than 20 decimals."""
    read_as = read(f"Date,Currency,Rate\n1990,AOA,{written}\n".encode())

    assert Decimal(number) == read_as.observations("AOA")["1990"]


def test_a_row_of_the_pivot_is_1() -> None:
    """It is no news, and nothing is kept of it."""
    assert read(YEARS) == read(YEARS + b"2018,USD,1.0\n2021,USD,1\n")


def test_currencies_may_be_left_out_and_the_table_says_so() -> None:
    """Whatever stands in their rows is not looked at."""
    file = YEARS + b"2018,USD,64.77\n2021,USD,\nnever,XXX,n/a\n"
    read_as = read(file, without=("USD", "XXX", "HTG"))

    assert ("Left out as asked: 2 rates of USD.", "Left out as asked: 1 rate of XXX.") == read_as.notes
    assert frozenset({"USD", "CAD", "GBP"}) == read_as.currencies()
    assert read_as == read(file, without=["USD", "XXX"])


WRONG: list[tuple[str, bytes, dict[str, Any], str]] = [
    ("nothing", b"", {}, "the bytes, line 1: is empty: a line with the titles of its columns is wanted"),
    ("titles alone", b"Date,Currency,Rate\n", {}, "the bytes: holds no rate"),
    (
        "no such column",
        b"date,Currency,Rate\n2018,CAD,1.2961\n",
        {},
        "the bytes, line 1: has no column 'Date': its columns are 'date', 'Currency', 'Rate'; did you mean 'date' or 'Rate'?",
    ),
    (
        "another delimiter",
        b"Date;Currency;Rate\n2018;CAD;1.2961\n",
        {},
        "the bytes, line 1: has one column, 'Date;Currency;Rate': is the delimiter ';'?",
    ),
    (
        "a column twice",
        b"Date,Rate,Currency,Rate\n2018,1.2961,CAD,1\n",
        {},
        "the bytes, line 1: has two columns 'Rate': 2 and 4",
    ),
    (
        "a cell too many",
        YEARS + b"2019,CAD,1,3269\n",
        {},
        "the bytes, line 5: has 4 cells, and there are 3 titles: a cell with ',' in it needs quotes",
    ),
    (
        "a cell too few",
        YEARS + b"2019,CAD\n",
        {},
        "the bytes, line 5: has 2 cells, and there are 3 titles",
    ),
    (
        "an open quote",
        YEARS + b'2019,"CAD,1.3269\n2020,CAD,1.3412\n',
        {},
        "the bytes, line 5: has a quote that is never closed",
    ),
    (
        "a quote amid",
        YEARS + b'2019,"CAD"x,1.3269\n',
        {},
        """the bytes, line 5: is no CSV (',' expected after '"')""",
    ),
    (
        "Latin-1",
        YEARS + "2019,CAD,1.3269\n2020,é,1\n".encode("latin-1"),
        {},
        'the bytes, line 6: is not UTF-8: there is a byte 0xe9; save it as UTF-8 ("CSV UTF-8" in Excel)',
    ),
    (
        "UTF-16",
        YEARS.decode().encode("utf-16"),
        {},
        'the bytes, line 1: is UTF-16, or no text at all: save it as UTF-8 ("CSV UTF-8" in Excel)',
    ),
    (
        "UTF-16 without a mark",
        YEARS.decode().encode("utf-16-be"),
        {},
        'the bytes, line 1: is UTF-16, or no text at all: save it as UTF-8 ("CSV UTF-8" in Excel)',
    ),
    (
        "a period twice",
        YEARS + b"2018,CAD,1.2961\n",
        {},
        "the bytes, line 5: CAD has a rate for 2018 already, in line 2",
    ),
    (
        "two days of a month",
        b"Date,Currency,Rate\n2018-03-01,CAD,1.29\n2018-03-31,CAD,1.2894\n",
        {"frequency": "month"},
        "the bytes, line 3: CAD has a rate for 2018-03 already, in line 2",
    ),
    (
        "no code",
        YEARS + b"2019,cad,1.3269\n",
        {},
        "the bytes, line 5: Currency: must be a currency code of three capital letters, got 'cad'; write \"CAD\"",
    ),
    (
        "an empty code",
        YEARS + b"2019,,1.3269\n",
        {},
        "the bytes, line 5: Currency: must be a currency code, got ''",
    ),
    (
        "no date",
        YEARS + b"31/12/2019,CAD,1.3269\n",
        {},
        (
            "the bytes, line 5: Date: is no ISO date, got '31/12/2019'; write it as 2022-03-28, 2022-03, 2022-Q3 or 2022, "
            "or read it with parse_date"
        ),
    ),
    (
        "no day of the calendar",
        YEARS + b"2019-02-29,CAD,1.3269\n",
        {},
        "the bytes, line 5: Date: is no day of the calendar, got '2019-02-29'; look at the month and the day",
    ),
    (
        "a month for a day",
        b"Date,Currency,Rate\n2018-03-29,CAD,1.29\n2018-04,CAD,1.29\n",
        {"frequency": "day"},
        "the bytes, line 3: Date: holds more than a day, got '2018-04'; give the day that is meant",
    ),
    (
        "a year for a month",
        YEARS,
        {"frequency": "month"},
        "the bytes, line 2: Date: holds more than a month, got '2018'; give the month that is meant",
    ),
    (
        "a pivot that is not 1",
        YEARS + b"2018,USD,64.77\n",
        {},
        (
            "the bytes, line 5: USD must be 1, as it is the pivot, got '64.77'; leave it out with without='USD' if it is another "
            "currency under a wrong code"
        ),
    ),
    (
        "a quoted cell of two lines",
        b'Date,Currency,Rate,Note\n2018,CAD,1.2961,"one\ntwo"\n2018,CAD,1.2961,\n',
        {},
        "the bytes, line 4: CAD has a rate for 2018 already, in line 2",
    ),
]


@pytest.mark.parametrize(("file", "stated", "message"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_with_a_file_is_said_with_its_line(file: bytes, stated: dict[str, Any], message: str) -> None:
    """The whole message."""
    with pytest.raises(Unreadable) as caught:
        read(file, **stated)

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("", "must be a number, got ''; leave the row out if there is none"),
        ("0", "must be above 0, got '0'; leave the row out if there is none"),
        ("0.000", "must be above 0, got '0.000'; leave the row out if there is none"),
        ("-1.29", "must be above 0, got '-1.29'; leave the row out if there is none"),
        ("NaN", "must be a plain number, got 'NaN'; leave the row out if there is none"),
        ("inf", "must be a plain number, got 'inf'; leave the row out if there is none"),
        ("N/A", "must be a plain number, got 'N/A'; leave the row out if there is none"),
        ("1e99", "must be within 30 digits of 1, got Decimal('1E+99')"),
        ("1_000", "must be a plain number, got '1_000'; take out what groups the digits"),
        ("1 324.30", "must be a plain number, got '1 324.30'; take out what groups the digits"),
        ('"1,324.30"', "must be a plain number, got '1,324.30'; take out what groups the digits"),
        ('"1,2961"', "must be a plain number, got '1,2961'; give decimal=\",\" if the comma is the decimal mark"),
        (
            '"1,324"',
            (
                "must be a plain number, got '1,324'; give decimal=\",\" if the comma is the decimal mark, take it out if it "
                "groups digits"
            ),
        ),
        (
            '"4.325,955"',
            "must be a plain number, got '4.325,955'; take out the points that group digits, and give decimal=\",\"",
        ),
        ("١", "must be a plain number, got '١'; leave the row out if there is none"),
        ("1e999", "must be a plain number, got '1e999'; leave the row out if there is none"),
        ("1." + "1" * 60, f"must have at most 60 digits, got '1.{'1' * 60}'"),
    ],
)
def test_what_is_no_rate_is_refused(cell: str, message: str) -> None:
    """With the line, the title and what to do."""
    with pytest.raises(Unreadable) as caught:
        read(YEARS + f"2019,CAD,{cell}\n".encode())

    assert f"the bytes, line 5: Rate: {message}" == str(caught.value)


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("1.2961", "must be a plain number, got '1.2961'; give decimal=\".\" if the point is the decimal mark"),
        ("1.324,5", "must be a plain number, got '1.324,5'; take out the points that group digits"),
        ("1,324,5", "must be a plain number, got '1,324,5'; leave the row out if there is none"),
    ],
)
def test_a_decimal_comma_is_the_only_mark_when_stated(cell: str, message: str) -> None:
    """A point is not taken for one, nor for what groups digits."""
    with pytest.raises(Unreadable) as caught:
        read(f"Date;Currency;Rate\n2018;CAD;{cell}\n".encode(), delimiter=";", decimal=",")

    assert f"the bytes, line 2: Rate: {message}" == str(caught.value)


def test_a_file_that_is_open_as_text_is_refused() -> None:
    """Its bytes are wanted."""
    with pytest.raises(Unreadable) as caught:
        read(StringIO(YEARS.decode()))

    assert 'the file: is open as text; open it with mode "rb"' == str(caught.value)


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"decimal": ";"}, 'RateTable.from_csv.decimal: must be "." or ",", got \';\''),
        ({"delimiter": "||"}, "RateTable.from_csv.delimiter: must be one character that parts cells, got '||'"),
        ({"delimiter": "."}, "RateTable.from_csv.delimiter: must be one character that parts cells, got '.'"),
        ({"delimiter": '"'}, "RateTable.from_csv.delimiter: must be one character that parts cells, got '\"'"),
        (
            {"without": "us"},
            "RateTable.from_csv.without[0]: must be a currency code of three capital letters, got 'us'",
        ),
        ({"date": ""}, "RateTable.from_csv.date: must not be blank, got ''; leave it out if it is not known"),
        ({"frequency": "week"}, 'RateTable.frequency: must be "day", "month" or "year", got \'week\''),
        (
            {"quoting": "direct"},
            (
                'RateTable.quoting: must be "units_per_pivot" or "pivot_per_unit", got \'direct\'; "units_per_pivot" if it says '
                '1.30 CAD for 1 USD, "pivot_per_unit" if it says 0.77 USD for 1 CAD'
            ),
        ),
    ],
)
def test_arguments_are_looked_at_before_the_file(stated: dict[str, Any], message: str) -> None:
    """The file is not there, and nobody says so."""
    with pytest.raises(InvalidValue) as caught:
        read("no/such/file.csv", **stated)

    assert message == str(caught.value)


def test_two_roles_may_not_be_of_one_column() -> None:
    """A date cannot be a rate."""
    with pytest.raises(InvalidValue) as caught:
        read(YEARS, rate="Date")

    assert (
        InvalidValue("Date", "is the title of two columns that are wanted", "", "date", "RateTable.from_csv")
        == caught.value
    )


def test_the_class_method_reads_the_same() -> None:
    """RateTable.from_csv is this function."""
    read_as = RateTable.from_csv(
        YEARS, date="Date", currency="Currency", rate="Rate", pivot="USD", quoting="units_per_pivot",
        basis="period average", frequency="year", source="a file",
    )  # fmt: skip

    assert read(YEARS) == read_as


def test_a_number_of_another_file_is_read_the_same_way() -> None:
    """With the name of the file, the line and the title in the error."""
    sheet = read_sheet(b"level\n100\n0\n")
    (line, (good,)), (other, (bad,)) = sheet.cells("level")

    assert Decimal(100) == read_number(sheet, line, "level", good)
    with pytest.raises(Unreadable) as caught:
        read_number(sheet, other, "level", bad)
    assert "the bytes, line 3: level: must be above 0, got '0'; leave the row out if there is none" == str(caught.value)
