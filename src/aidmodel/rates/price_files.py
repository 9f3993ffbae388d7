"""Files of price levels: what the DAC's deflators imply of prices in each country, indices by country, files of one's own."""

from decimal import Decimal
from typing import get_args

from aidmodel._files import Source
from aidmodel.errors import InvalidValue, Unreadable
from aidmodel.rates.areas import TOLD_BY_SIZE, currency_of, euro_since
from aidmodel.rates.csv_file import Sheet, read_number, read_sheet
from aidmodel.rates.prices import Deflators, IndexLayout, PriceIndex
from aidmodel.values.number import ARITHMETIC
from aidmodel.values.plain import as_string

_HUNDRED = Decimal(100)


def read_indices(
    file: Source,
    layout: IndexLayout | None,
    *,
    area: str | None,
    currency: str | None,
    year: str | None,
    level: str | None,
    source: str | None,
) -> Deflators:
    """Read price levels by area; see :func:`aidmodel.rates.deflators`.

    Raises:
        Unreadable: the file is not laid out as it was said to be; the message has the line.
        InvalidValue: it is not said how the file is laid out.
        OSError: there is no such file, or it cannot be read.

    """
    named = {"area": area, "currency": currency, "year": year, "level": level, "source": source}
    if layout is not None:
        if layout not in get_args(IndexLayout):
            raise InvalidValue(layout, 'must be "dac" or "worldbank"', "or name the columns", "layout", "deflators")
        for name, given in named.items():
            if given is not None:
                raise InvalidValue(given, f'cannot be stated beside layout="{layout}"', "", name, "deflators")
        sheet = read_sheet(file, owner="deflators")
        return _dac(sheet) if layout == "dac" else _worldbank(sheet)
    for name, given in named.items():
        if given is None:
            raise InvalidValue(given, "is wanted where no layout is named", "", name, "deflators")
    titles = [as_string(title or "") for title in (area, currency, year, level)]
    return _columns(read_sheet(file, owner="deflators"), titles, as_string(source or ""))


def _columns(sheet: Sheet, titles: list[str], source: str) -> Deflators:
    levels: dict[tuple[str, str], dict[int, Decimal]] = {}
    lines: dict[tuple[str, int], int] = {}
    for line, (place, code, when, number) in sheet.cells(*titles):
        year = _year(sheet, line, titles[2], when)
        if (place, year) in lines:
            raise sheet.wrong(f"{place} has a level for {year} already, in line {lines[place, year]:,}", line)
        lines[place, year] = line
        levels.setdefault((place, code), {})[year] = read_number(sheet, line, titles[3], number)
    return _made(sheet, [(place, code, known) for (place, code), known in levels.items()], source, [])


def _worldbank(sheet: Sheet) -> Deflators:
    series: dict[str, dict[int, Decimal]] = {}
    for line, (when, country, number) in sheet.cells("year", "iso3", "value"):
        if number:
            year = _year(sheet, line, "year", when)
            known = series.setdefault(country, {})
            if year in known:
                raise sheet.wrong(f"{country} has a level for {year} already", line)
            known[year] = read_number(sheet, line, "value", number)
    found: list[tuple[str, str, dict[int, Decimal]]] = []
    unknown: list[str] = []
    for country, known in series.items():
        currency = currency_of(country, ())
        if currency is None:
            unknown.append(country)
        else:
            found.append((country, currency, known))
    return _made(sheet, found, "World Bank", unknown)


def _dac(sheet: Sheet) -> Deflators:
    """The deflator holds prices and rates in one; what is left of it without the rates are prices in the currency."""
    series: dict[str, dict[int, tuple[int, Decimal, Decimal]]] = {}
    for line, (country, when, exchange, number) in sheet.cells("iso_code", "year", "exchange", "deflator"):
        if exchange and number:
            year = _year(sheet, line, "year", when)
            known = series.setdefault(country, {})
            if year in known:
                raise sheet.wrong(f"{country} has a level for {year} already, in line {known[year][0]:,}", line)
            rate, level = read_number(sheet, line, "exchange", exchange), read_number(sheet, line, "deflator", number)
            known[year] = line, rate, level
    found: list[tuple[str, str, dict[int, Decimal]]] = []
    unknown: list[str] = []
    for country, known in series.items():
        stated = [(line, year, rate) for year, (line, rate, _) in known.items()]
        currency = "USD" if all(rate == 1 for _, _, rate in stated) else currency_of(country, stated)
        if currency is None:
            unknown.append(country)
            continue
        base = next((rate for _, rate, level in known.values() if level == _HUNDRED), Decimal(1))
        levels = {
            year: ARITHMETIC.divide(ARITHMETIC.multiply(level, rate), base)
            for year, (_, rate, level) in known.items()
            if currency == "USD" or rate != 1  # 1 says that the country states its aid in dollars
        }
        found.append((country, currency, levels))
    return _made(sheet, found, "OECD DAC", unknown)


def _year(sheet: Sheet, line: int, title: str, text: str) -> int:
    if len(text) != 4 or not text.isascii() or not text.isdecimal() or text == "0000":
        raise sheet.wrong(f"{title}: must be a year of four digits, got {text!r}", line)
    return int(text)


def _index(area: str, currency: str, levels: dict[int, Decimal], source: str) -> PriceIndex:
    """Give an index, in euros where the area's currency became the euro: its levels go on through that."""
    old, new, _ = TOLD_BY_SIZE.get(area, (currency, "EUR", ""))
    if new == "EUR" and euro_since(old) and (currency == new or area not in TOLD_BY_SIZE):
        return PriceIndex(area, new, levels, source=source, before=old)
    return PriceIndex(area, currency, levels, source=source)


def _made(sheet: Sheet, found: list[tuple[str, str, dict[int, Decimal]]], source: str, unknown: list[str]) -> Deflators:
    if not found:
        raise sheet.wrong("holds no price level")
    notes = [f"Left out, as no currency is known here that their prices are in: {', '.join(unknown)}."]
    try:
        indices = [_index(area, currency, levels, source) for area, currency, levels in found]
    except InvalidValue as error:
        raise Unreadable(sheet.name, str(error)) from None
    return Deflators(indices, notes=notes if unknown else ())
