"""Reading CSV files of rates: strictly, all of it or nothing, and with the line in every message."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_items, made_of
from aidmodel._files import Source, opened
from aidmodel.errors import InvalidValue, Unreadable, near, shown
from aidmodel.rates.period import PERIODS, Frequency
from aidmodel.rates.rate import RateBasis, RateLookup, as_rate_value
from aidmodel.rates.table import Quoting, RateTable, filled
from aidmodel.values.currency import as_currency_code
from aidmodel.values.number import ARITHMETIC
from aidmodel.values.plain import as_string

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")
_SHOWN = 12
"""How many titles a message repeats."""


@final
@frozen
class Sheet:
    """A CSV file that was read: its titles, and its rows, each with the line it begins on."""

    name: str
    """What messages call the file."""
    titles: tuple[str, ...]
    """The titles of the columns, from left to right; none is there twice."""
    line: int
    """The line of the titles."""
    rows: tuple[tuple[int, list[str]], ...] = field(repr=False)
    """Line and cells, as many cells as there are titles."""

    def wrong(self, problem: str, line: int | None = None) -> Unreadable:
        """Give the error for what is wrong with the file."""
        return Unreadable(self.name, problem, line)

    def column(self, title: str) -> int:
        """Give the place of a column.

        Raises:
            Unreadable: there is none of that title.

        """
        if title in self.titles:
            return self.titles.index(title)
        some = ", ".join(map(shown, self.titles[:_SHOWN]))
        more = f" and {len(self.titles) - _SHOWN:,} more" if len(self.titles) > _SHOWN else ""
        alike = near(title, self.titles)
        hint = f"; did you mean {' or '.join(map(repr, alike))}?" if alike else ""
        if len(self.titles) == 1 and (other := next((mark for mark in ";\t|," if mark in self.titles[0]), None)):
            hint = f"; is the delimiter {other!r}?"
        raise self.wrong(f"has no column {shown(title)}: its columns are {some}{more}{hint}", self.line)

    def cells(self, *titles: str) -> Iterator[tuple[int, list[str]]]:
        """Give, row by row, the line and the cells of some columns, without blanks around them.

        Raises:
            Unreadable: there is no column of such a title.

        """
        places = [self.column(title) for title in titles]
        for line, row in self.rows:
            yield line, [row[place].strip() for place in places]


@final
class Gathered:
    """The rates that are found in a sheet, one after the other."""

    def __init__(self, sheet: Sheet, empty: RateTable, *, decimal: str = ".", hint: str = "") -> None:
        """Begin with none; ``empty`` is a table without rates that says all else there is to say of them.

        ``hint`` is what to do about a rate of the pivot that is not 1.
        """
        self.sheet = sheet
        self._empty = empty
        self._decimal = decimal
        self._hint = hint or f"is the file quoted against {empty.pivot}?"
        self._series: defaultdict[str, dict[int, Decimal]] = defaultdict(dict)
        self._lines: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._numbers: dict[str, int] = {}
        self._rates: dict[str, Decimal] = {}
        self._periods = PERIODS[empty.frequency]

    def period(self, line: int, title: str, text: str) -> int:
        """Give the number of the day, month or year that a cell names.

        Raises:
            Unreadable: it names none, or a longer one than the table has.

        """
        number = self._numbers.get(text)
        if number is None:
            try:
                number = self._numbers[text] = self._periods.of(text)
            except InvalidValue as error:
                raise self.sheet.wrong(_said(error, title), line) from None
        return number

    def currency(self, line: int, title: str, text: str) -> str:
        """Give the currency code that a cell holds.

        Raises:
            Unreadable: it holds none.

        """
        if not text:
            raise self.sheet.wrong(f"{title}: must be a currency code, got ''", line)
        try:
            return as_currency_code(text)
        except InvalidValue as error:
            raise self.sheet.wrong(_said(error, title), line) from None

    def rate(self, line: int, title: str, text: str) -> Decimal:
        """Give the rate that a cell holds.

        Raises:
            Unreadable: it holds none.

        """
        number = self._rates.get(text)
        if number is None:
            number = self._rates[text] = read_number(self.sheet, line, title, text, self._decimal)
        return number

    def add(self, line: int, currency: str, period: int, rate: Decimal) -> None:
        """Take a rate.

        Raises:
            Unreadable: its currency has a rate of that period, or is the pivot and the rate is not 1.

        """
        lines = self._lines[currency]
        if period in lines:
            text = self._periods.text(period)
            raise self.sheet.wrong(f"{currency} has a rate for {text} already, in line {lines[period]:,}", line)
        if currency == self._empty.pivot and rate != 1:
            raise self.sheet.wrong(f"{currency} must be 1, as it is the pivot, got {str(rate)!r}; {self._hint}", line)
        lines[period] = line
        self._series[currency][period] = rate

    def add_row(
        self, line: int, period: int, codes: Iterable[str], cells: Iterable[str], *, empty: tuple[str, ...]
    ) -> None:
        """Take the rates of a row, a column a currency; cells without a currency do not count, as those that are empty.

        Raises:
            Unreadable: a cell holds no rate, or its currency has one of that period, or is the pivot and it is not 1.

        """
        for code, cell in zip(codes, cells, strict=False):
            text = cell.strip()
            if text in empty:
                continue
            rate = self._rates.get(text) or self.rate(line, code, text)
            lines = self._lines[code]
            if period in lines or code == self._empty.pivot:
                self.add(line, code, period, rate)
            else:  # as add does, without a call for each of many cells
                lines[period] = line
                self._series[code][period] = rate

    def table(self, notes: Iterable[str] = ()) -> RateTable:
        """Give the table of all that was taken.

        Raises:
            Unreadable: nothing was.

        """
        series = {code: rates for code, rates in self._series.items() if code != self._empty.pivot}
        if not series:
            raise self.sheet.wrong("holds no rate")
        return filled(self._empty, series, notes)


def read_columns(
    file: Source,
    *,
    date: str,
    currency: str,
    rate: str,
    pivot: str,
    quoting: Quoting,
    basis: RateBasis | str,
    frequency: Frequency,
    source: str,
    without: str | Iterable[str] = (),
    decimal: str = ".",
    delimiter: str = ",",
    lookup: RateLookup | str | None = None,
    max_age: int | None = None,
    carry_forward: bool = False,
) -> RateTable:
    """Read a CSV file that has a row a rate, by the names of its columns; see :meth:`RateTable.from_csv`.

    Raises:
        Unreadable: the file is not as it was said to be; the message has the line.
        InvalidValue: an argument is none of what may stand there.
        OSError: there is no such file, or it cannot be read.

    """
    empty = RateTable(
        {},
        source=source,
        pivot=pivot,
        quoting=quoting,
        basis=basis,
        frequency=frequency,
        lookup=lookup,
        max_age=max_age,
        carry_forward=carry_forward,
    )
    left_out = dict.fromkeys(_as_codes(without), 0)
    _as_titles(date=date, currency=currency, rate=rate)
    sheet = read_sheet(file, delimiter=delimiter, decimal=decimal, owner="RateTable.from_csv")
    hint = f"leave it out with without={pivot!r} if it is another currency under a wrong code"
    gathered = Gathered(sheet, empty, decimal=decimal, hint=hint)
    for line, (when, code, value) in sheet.cells(date, currency, rate):
        if code in left_out:
            left_out[code] += 1
            continue
        code = gathered.currency(line, currency, code)
        gathered.add(line, code, gathered.period(line, date, when), gathered.rate(line, rate, value))
    return gathered.table(
        f"Left out as asked: {counted(count, 'rate')} of {code}." for code, count in left_out.items() if count
    )


def read_sheet(
    file: Source, *, delimiter: str = ",", decimal: str = ".", short_rows: bool = False, owner: str = "RateTable.read"
) -> Sheet:
    """Read a CSV file in UTF-8 whose first line has the titles of its columns; blank lines do not count.

    ``short_rows`` allows rows that leave out their last cells. A last column without a title is dropped if it is empty,
    as the ECB's files end their lines with a comma. ``owner`` is what errors call the function that was given the file.

    Raises:
        Unreadable: it is no such file; the message has the line.
        InvalidValue: ``delimiter`` or ``decimal`` cannot be meant.
        OSError: there is no such file, or it cannot be read.

    """
    if decimal not in (".", ","):
        raise InvalidValue(decimal, 'must be "." or ","', "", "decimal", owner)
    if not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter in '"\r\n' or delimiter == decimal != ",":
        raise InvalidValue(delimiter, "must be one character that parts cells", "", "delimiter", owner)
    with opened(file, owner) as source:
        name = source.name
        text = _decoded(name, b"".join(source.blocks()))
    lines = _parsed(name, text, delimiter)
    first = next(lines, None)
    if first is None:
        raise Unreadable(name, "is empty: a line with the titles of its columns is wanted", 1)
    titles = [title.strip() for title in first[1]]
    if len(titles) == 1 and (other := next((mark for mark in ";\t|," if mark in titles[0]), None)):
        raise Unreadable(name, f"has one column, {shown(titles[0])}: is the delimiter {other!r}?", first[0])
    rows: list[tuple[int, list[str]]] = []
    for line, row in lines:
        missing = len(titles) - len(row)
        if missing < 0 or (missing and not short_rows):
            problem = f"has {counted(len(row), 'cell')}, and there are {counted(len(titles), 'title')}"
            hint = f": a cell with {delimiter!r} in it needs quotes" if missing < 0 else ""
            raise Unreadable(name, problem + hint, line)
        rows.append((line, row + [""] * missing))
    if titles[-1] == "" and not any(row[-1].strip() for _, row in rows):
        titles.pop()
    for place, title in enumerate(titles, 1):
        if titles.index(title) + 1 < place:
            raise Unreadable(name, f"has two columns {shown(title)}: {titles.index(title) + 1} and {place}", first[0])
    return Sheet(name, tuple(titles), first[0], tuple(rows))


def read_number(sheet: Sheet, line: int, title: str, text: str, decimal: str = ".") -> Decimal:
    """Give the number above 0 that a cell holds.

    Raises:
        Unreadable: it holds none.

    """
    try:
        return _as_number(text, decimal)
    except InvalidValue as error:
        raise sheet.wrong(_said(error, title), line) from None


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, in the plural where it is not 1."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _as_codes(value: str | Iterable[str]) -> tuple[str, ...]:
    try:
        return made_of(as_items(value, str), as_currency_code)
    except InvalidValue as error:
        raise error.under("without", "RateTable.from_csv") from None


def _as_titles(**titles: str) -> None:
    """Look at the titles that are wanted.

    Raises:
        InvalidValue: one is no title, or that of two columns.

    """
    for role, title in titles.items():
        try:
            as_string(title)
        except InvalidValue as error:
            raise error.under(role, "RateTable.from_csv") from None
        if list(titles.values()).count(title) > 1:
            raise InvalidValue(title, "is the title of two columns that are wanted", "", role, "RateTable.from_csv")


def _decoded(name: str, content: bytes) -> str:
    mend = 'save it as UTF-8 ("CSV UTF-8" in Excel)'
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:100]:
        raise Unreadable(name, f"is UTF-16, or no text at all: {mend}", 1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = f"is not UTF-8: there is a byte {content[error.start]:#x}"
        raise Unreadable(name, f"{problem}; {mend}", line) from None


def _parsed(name: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not blank, each with the line it begins on."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            if row:
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        problem = "has a quote that is never closed" if "end of data" in str(error) else f"is no CSV ({error})"
        raise Unreadable(name, problem, line) from None


def _said(error: InvalidValue, title: str) -> str:
    return str(InvalidValue(error.value, error.problem, error.mend, title))


def _as_number(text: str, decimal: str) -> Decimal:
    """Give the number that is written, above 0.

    Raises:
        InvalidValue: it is no plain number, not above 0, or has too many digits.

    """
    if decimal == "." and len(text) <= 20 and text.isascii() and text.replace(".", "", 1).isdecimal():
        number = Decimal(text)  # as most are written; only 0 can be wrong with it
        if number:
            return number
    if not text:
        raise InvalidValue(text, "must be a number", "leave the row out if there is none")
    written = text if decimal == "." else text.replace(".", "_").replace(",", ".")  # a point is no number then
    if not _NUMBER.fullmatch(written):
        raise InvalidValue(text, "must be a plain number", _mend(text, decimal))
    number = Decimal(written)
    if not number > 0:
        raise InvalidValue(text, "must be above 0", "leave the row out if there is none")
    if len(text) > ARITHMETIC.prec and len(number.as_tuple().digits) > ARITHMETIC.prec:
        raise InvalidValue(text, f"must have at most {ARITHMETIC.prec} digits")
    return as_rate_value(number)


_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[ ,_'’\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?")
_GROUPED_BY_POINTS = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")


def _mend(text: str, decimal: str) -> str:
    if _GROUPED_BY_POINTS.fullmatch(text):
        rest = "" if decimal == "," else ', and give decimal=","'
        return f"take out the points that group digits{rest}"
    if decimal == "," and _NUMBER.fullmatch(text):
        return 'give decimal="." if the point is the decimal mark'
    if decimal == "." and re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text):
        groups = ", take it out if it groups digits" if _GROUPED.fullmatch(text) else ""
        return f'give decimal="," if the comma is the decimal mark{groups}'
    return "take out what groups the digits" if _GROUPED.fullmatch(text) else "leave the row out if there is none"
