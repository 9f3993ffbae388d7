"""Laws of rates, conversions and price levels that hold for all of them."""

import pickle
from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from hypothesis import assume, example, given, strategies as st

from aidmodel.errors import RateNotFound
from aidmodel.rates.conversion import Conversion, convert, in_successor
from aidmodel.rates.prices import PriceIndex, deflate, to_current
from aidmodel.rates.providers import ChainProvider, FixedRates
from aidmodel.rates.rate import Rate, RateBasis
from aidmodel.rates.successors import SUCCESSIONS
from aidmodel.rates.table import RateTable
from aidmodel.testing._money import amounts, currencies, moneys
from aidmodel.values.currency import CURRENCIES
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan

CLOSE = Fraction(1, 10**25)
VALUES = st.decimals(min_value=Decimal("1e-6"), max_value=Decimal("1e5"), places=10)
"""Rates as sources state them."""
YEARS = st.integers(1990, 2030)
CODES = ("CAD", "GBP", "JPY", "KWD")
"""Currencies of a table, with 2, 2, 0 and 3 decimals; the dollar is the pivot."""
ALL = (*CODES, "USD")
START = date(2020, 2, 1)
DAYS = st.integers(0, 60).map(lambda days: START + timedelta(days))
"""Days about a 29 February."""


def table(data: Any, **stated: Any) -> RateTable:
    """Build a table of years against the dollar, unless stated otherwise."""
    about: dict[str, Any] = {
        "source": "a law", "pivot": "USD", "quoting": "units_per_pivot", "basis": "period average", "frequency": "year",
    }  # fmt: skip
    return RateTable(data, **{**about, **stated})


FULL = st.fixed_dictionaries({code: st.just(None) for code in CODES}).flatmap(
    lambda codes: YEARS.flatmap(
        lambda year: st.fixed_dictionaries({code: VALUES.map(lambda value: {year: value}) for code in codes})
    )
)
"""The rates of all currencies for one year."""
SPARSE = st.fixed_dictionaries({code: st.dictionaries(YEARS, VALUES, max_size=6) for code in CODES})
"""The rates of each currency for some years."""
SERIES = st.dictionaries(DAYS, VALUES, min_size=1, max_size=12)
"""The rates of one currency for some days."""


def answer(rates: RateTable, base: str, quote: str, on: Any) -> Rate | str:
    """Give the rate, or why there is none."""
    try:
        return rates.rate(base, quote, on)
    except RateNotFound as error:
        return error.problem


def half_up(value: Fraction, places: int) -> Decimal:
    """Round an exact number, half away from zero, in whole numbers alone."""
    units = abs(value) * 10**places
    whole = (2 * units.numerator + units.denominator) // (2 * units.denominator)
    with localcontext() as context:
        context.prec = 80
        return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def unit(currency: str) -> Fraction:
    """Give the smallest unit of a currency."""
    return Fraction(1, 10 ** (CURRENCIES[currency].minor_unit or 0))


def as_money(amount: int, currency: str) -> Money:
    """Give an amount of so many smallest units."""
    return Money(Decimal(amount).scaleb(-(CURRENCIES[currency].minor_unit or 0)), currency)


@given(SPARSE, st.sampled_from([*ALL, "XOF"]), DAYS)
def test_a_currency_is_worth_one_of_itself(data: Any, code: str, day: date) -> None:
    """rate(a, a) = 1, whatever a table holds."""
    assert 1 == table(data).rate(code, code, day).value


@given(FULL, st.permutations(ALL))
def test_a_cross_is_the_product_of_its_parts(data: Any, codes: list[str]) -> None:
    """cross(a, c) = cross(a, b) * cross(b, c) within 1e-25, in one table and period."""
    (year,) = data["CAD"]
    rates, (a, b, c, *_) = table(data), codes
    whole = Fraction(rates.rate(a, c, str(year)).value)
    parts = Fraction(rates.rate(a, b, str(year)).value) * Fraction(rates.rate(b, c, str(year)).value)

    assert abs(whole - parts) <= CLOSE * whole


@given(FULL, st.permutations(ALL))
def test_there_and_back_is_one(data: Any, codes: list[str]) -> None:
    """rate(a, b) * rate(b, a) = 1 within 1e-25, and turned round the one is as the other; of the terms, exactly."""
    (year,) = data["CAD"]
    a, b, *_ = codes
    there, back = table(data).rate(a, b, str(year)), table(data).rate(b, a, str(year))

    assert abs(Fraction(there.value) * Fraction(back.value) - 1) <= CLOSE
    assert back.value == there.inverse().value
    assert there.terms == (back.terms[1], back.terms[0])
    assert there.stated == back.stated[::-1]


@given(FULL, st.permutations(ALL))
def test_a_rate_is_what_its_terms_and_legs_say(data: Any, codes: list[str]) -> None:
    """Its value is their quotient to 60 digits; what the table builds, the constructor takes; and it pickles."""
    (year,) = data["CAD"]
    a, b, *_ = codes
    rate = table(data).rate(a, b, str(year))
    up, down = map(Fraction, rate.terms)

    assert abs(Fraction(rate.value) - up / down) <= Fraction(rate.value) / 10**58
    built = Rate(
        rate.base, rate.quote, rate.value, on=rate.on, basis=rate.basis, source=rate.source, observed=rate.observed,
        lookup=rate.lookup, inverted=rate.inverted, legs=rate.legs,
    )  # fmt: skip

    assert rate == built == pickle.loads(pickle.dumps(rate))  # noqa: S301
    assert hash(rate) == hash(built)


@given(SPARSE, YEARS, st.permutations(ALL), st.integers(0, 364), st.integers(0, 364))
def test_an_answer_depends_on_currencies_and_period_only(
    data: Any, year: int, codes: list[str], one: int, other: int
) -> None:
    """Two days of a year have one rate, and so has the year; what else there is in the table does not matter."""
    a, b, *_ = codes
    whole = table(data)
    days = [date(year, 1, 1) + timedelta(one), date(year, 1, 1) + timedelta(other), str(year)]
    alone = table({code: {known: rate for known, rate in data[code].items() if known == year} for code in CODES})
    found = [answer(rates, a, b, day) for rates in (whole, alone) for day in days]
    values = {each.value if isinstance(each, Rate) else None for each in found}

    assert 1 == len(values)
    assert (None in values) is any(year not in data[code] for code in (a, b) if code != "USD")


@given(SPARSE, st.sampled_from(CODES), st.permutations(ALL), st.data())
def test_taking_an_observation_away_changes_no_other_period(
    data: Any, code: str, codes: list[str], drawn: st.DataObject
) -> None:
    """Of a table of years, where each year answers for itself alone."""
    assume(data[code])
    gone = drawn.draw(st.sampled_from(sorted(data[code])))
    less = {**data, code: {year: rate for year, rate in data[code].items() if year != gone}}
    before, after = table(data), table(less)
    a, b, *_ = codes
    for year in {each for series in data.values() for each in series} - {gone}:
        was, now = answer(before, a, b, str(year)), answer(after, a, b, str(year))

        assert isinstance(was, str) is isinstance(now, str)
        assert isinstance(was, str) or was == now


@given(FULL, st.permutations(ALL))
def test_both_quotings_answer_alike(data: Any, codes: list[str]) -> None:
    """Numbers read as units for 1 dollar, and as dollars for 1 unit, give rates that are inverse to each other."""
    (year,) = data["CAD"]
    a, b, *_ = codes
    out = table(data).rate(a, b, str(year))
    back = table(data, quoting="pivot_per_unit").rate(a, b, str(year))

    assert abs(Fraction(out.value) * Fraction(back.value) - 1) <= CLOSE
    assert out.terms == (back.terms[1], back.terms[0])


# The lookups, against the plainest way to look.


@given(SERIES, DAYS, st.integers(0, 40))
def test_the_last_is_the_last(series: dict[date, Decimal], day: date, max_age: int) -> None:
    """On or before the day, at most so many days before it."""
    rates = table({"CAD": series}, basis="spot", frequency="day", max_age=max_age)
    known = [each for each in series if each <= day and (day - each).days <= max_age]
    found = answer(rates, "USD", "CAD", day)

    if known:
        assert isinstance(found, Rate)
        assert (series[max(known)], (day - max(known)).days) == (found.value, found.age_days)
    else:
        assert isinstance(found, str)


@given(SERIES, SERIES, DAYS)
def test_a_cross_is_of_the_last_day_that_both_have(
    cad: dict[date, Decimal], gbp: dict[date, Decimal], day: date
) -> None:
    """Its parts are never of two days."""
    rates = table({"CAD": cad, "GBP": gbp}, basis="spot", frequency="day")
    known = [each for each in cad if each in gbp and each <= day and (day - each).days <= 7]
    found = answer(rates, "CAD", "GBP", day)

    if known:
        assert isinstance(found, Rate)
        assert (gbp[max(known)], cad[max(known)]) == found.terms
        assert {DateSpan(max(known), max(known))} == {stated.observed for stated in found.stated}
    else:
        assert isinstance(found, str)


@given(SERIES, DAYS)
def test_the_rate_in_force_is_the_last_that_took_effect(series: dict[date, Decimal], day: date) -> None:
    """However long ago."""
    rates = table({"CAD": series}, basis="operational", frequency="day")
    ordered = sorted(series)
    at = bisect_right(ordered, day)
    found = answer(rates, "USD", "CAD", day)

    if at:
        assert isinstance(found, Rate)
        assert series[ordered[at - 1]] == found.value
    else:
        assert isinstance(found, str)


@given(SERIES, DAYS, st.integers(0, 40))
def test_the_nearest_is_the_nearest(series: dict[date, Decimal], day: date, max_age: int) -> None:
    """Before or after the day, of two as near the earlier, at most so many days off."""
    rates = table({"CAD": series}, basis="spot", frequency="day", max_age=max_age, lookup="nearest")
    best = min(series, key=lambda each: (abs((each - day).days), each))
    found = answer(rates, "USD", "CAD", day)

    if abs((best - day).days) <= max_age:
        assert isinstance(found, Rate)
        assert (series[best], (day - best).days) == (found.value, found.age_days)
    else:
        assert isinstance(found, str)


@given(st.dictionaries(st.integers(0, 30), VALUES, min_size=1, max_size=12), st.integers(0, 900), st.integers(0, 60))
def test_the_nearest_month_end_is_the_nearest(months: dict[int, Decimal], days: int, max_age: int) -> None:
    """Month ends are days: that of the month before may be nearer than that of the month itself."""
    day = date(2020, 1, 1) + timedelta(days)
    ends = {date(2020 + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(1): month for month in months}
    rates = table(
        {"CAD": {f"{end}": months[month] for end, month in ends.items()}},
        basis="period end", frequency="month", lookup="nearest", max_age=max_age,
    )  # fmt: skip
    best = min(ends, key=lambda end: (abs((end - day).days), end))
    found = answer(rates, "USD", "CAD", day)

    if abs((best - day).days) <= max_age:
        assert isinstance(found, Rate)
        assert (months[ends[best]], (day - best).days) == (found.value, found.age_days)
    else:
        assert isinstance(found, str)


@given(SERIES, DAYS)
def test_a_line_goes_through_what_is_stated_and_lies_between(series: dict[date, Decimal], day: date) -> None:
    """On its days it is the number stated; between two, at most 7 days off each, it divides them as the days do."""
    rates = table({"CAD": series}, basis="spot", frequency="day", lookup="interpolate")
    before = max((each for each in series if each <= day), default=None)
    after = min((each for each in series if each >= day), default=None)
    found = answer(rates, "USD", "CAD", day)

    if before is None or after is None or (day - before).days > 7 or (after - day).days > 7:
        assert isinstance(found, str)
        return
    assert isinstance(found, Rate)
    low, high = Fraction(series[before]), Fraction(series[after])
    exact = low + (high - low) * Fraction((day - before).days, max((after - before).days, 1))

    assert abs(Fraction(found.value) - exact) <= CLOSE * exact
    assert min(low, high) <= Fraction(found.value) <= max(low, high)
    assert DateSpan(before, after) == found.observed


@given(SERIES, DAYS, st.sampled_from(["last", "nearest", "interpolate", "containing"]))
def test_what_is_carried_forward_is_the_last_there_is(series: dict[date, Decimal], day: date, lookup: str) -> None:
    """After the end only, where the lookup has no answer; where it has one, that stays."""
    about: dict[str, Any] = {"basis": "spot", "frequency": "day", "lookup": lookup}
    plain = answer(table({"CAD": series}, **about), "USD", "CAD", day)
    carried = answer(table({"CAD": series}, carry_forward=True, **about), "USD", "CAD", day)

    if isinstance(plain, Rate) or day <= max(series):
        assert plain == carried
    else:
        assert isinstance(carried, Rate)
        assert (series[max(series)], (day - max(series)).days) == (carried.value, carried.age_days)


# Conversions.


@given(moneys(), VALUES, VALUES, currencies(), st.booleans())
@example(Money("0.015", "CAD"), Decimal(3), Decimal(1), "USD", True)
@example(Money("63.035", "CAD"), Decimal(7), Decimal(1), "USD", True)
def test_a_result_is_exact_and_rounded_once(
    money: Money,
    value: Decimal,
    other: Decimal,
    to: str,
    turned: bool,
) -> None:
    """Half up, at the smallest unit of its currency, through an inverse and through a cross."""
    assume(to != money.currency)
    about: dict[str, Any] = {"on": "2020", "basis": "spot", "source": "a law"}
    first = Rate("XTS", money.currency, value, **about).inverse()
    if turned:
        rate = Rate(to, money.currency, value, **about).inverse()
        exact = Fraction(money.amount) / Fraction(value)
    else:
        rate = first.cross(Rate("XTS", to, other, **about))
        exact = Fraction(money.amount) * Fraction(other) / Fraction(value)
    places = CURRENCIES[to].minor_unit or 0

    assert Money(half_up(exact, places), to) == Conversion(money, rate).result
    assert half_up(exact, 5) == Conversion(money, rate, 5).result.amount


@given(st.integers(-(10**15), 10**15), st.sampled_from(ALL), st.sampled_from(ALL), FULL)
@example(5, "JPY", "KWD", {code: {2000: Decimal(3)} for code in CODES})
def test_there_and_back_costs_half_a_unit_each(amount: int, here: str, there: str, data: Any) -> None:
    """|back - x| <= u_A / 2 + u_B / (2 r), with rate r of B for 1 A and smallest units u_A and u_B."""
    (year,) = data["CAD"]
    rates, money = table(data), as_money(amount, here)
    out = convert(money, there, on=str(year), rates=rates)
    back = convert(out.result, here, on=str(year), rates=rates)
    up, down = map(Fraction, out.rate.terms)

    assert abs(Fraction(back.result.amount) - Fraction(money.amount)) <= unit(here) / 2 + unit(there) * down / up / 2


@given(st.lists(st.integers(-(10**13), 10**13), max_size=20), st.permutations(ALL), FULL)
def test_lines_converted_and_the_sum_converted_differ_by_their_roundings(
    lines: list[int], codes: list[str], data: Any
) -> None:
    """By half a smallest unit a line and half a one for the sum at most: (n + 1) * u_B / 2."""
    (year,) = data["CAD"]
    here, there, *_ = codes
    moneys_here = [as_money(line, here) for line in lines]
    rates, on = table(data), str(year)
    by_line = Money.sum((convert(money, there, on=on, rates=rates).result for money in moneys_here), there)
    at_once = convert(Money.sum(moneys_here, here), there, on=on, rates=rates).result

    assert abs(Fraction(by_line.amount) - Fraction(at_once.amount)) <= (len(lines) + 1) * unit(there) / 2


@given(moneys("CAD"), FULL, st.sampled_from(["GBP", "USD", "JPY"]))
def test_a_chain_answers_as_its_first_that_has_a_rate(money: Money, data: Any, to: str) -> None:
    """Whatever stands after it."""
    (year,) = data["CAD"]
    rates = table(data)
    none, other = FixedRates({("XOF", "EUR"): 1}, source="none"), FixedRates({("CAD", to): 7}, source="other")
    found = convert(money, to, on=str(year), rates=ChainProvider([none, rates, other]))

    assert convert(money, to, on=str(year), rates=rates) == found


@given(amounts(places=2, least=0), st.sampled_from(sorted(SUCCESSIONS)))
def test_a_successor_is_units_to_one(amount: Decimal, old: str) -> None:
    """Half up at the new one's smallest unit, by law and not by a source's rate."""
    found, each = in_successor(Money(amount, old)), SUCCESSIONS[old]
    places = CURRENCIES[each.new].minor_unit or 0

    assert Money(half_up(Fraction(amount) / Fraction(each.units), places), each.new) == found.result
    assert RateBasis.LAW is found.rate.basis


# Price levels.

LEVELS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("1e6"), places=6)


@given(moneys("CAD"), VALUES, VALUES, LEVELS, LEVELS, st.sampled_from(["CAD", "GBP", "USD"]))
@example(Money("63.035", "CAD"), Decimal(1), Decimal(1), Decimal(7), Decimal(1), "CAD")
def test_deflated_is_exact_and_rounded_once(  # noqa: PLR0917
    money: Money, then: Decimal, later: Decimal, low: Decimal, high: Decimal, to: str
) -> None:
    """x / e(y) * P(b) / P(y) * e(b), rounded half up at the end alone (guide B, the formula)."""
    rates = table({"CAD": {2018: then, 2021: later}, "GBP": {2018: 2, 2021: 3}})
    index = PriceIndex("GBR", "GBP", {2018: low, 2021: high}, source="a law")
    found = deflate(money, year=2018, base_year=2021, index=index, rates=rates, to=to)
    leaving = {"CAD": Fraction(later) / 3, "GBP": Fraction(1), "USD": Fraction(1, 3)}[to]
    exact = Fraction(money.amount) / Fraction(then) * 2 * Fraction(high) / Fraction(low) * leaving

    assert Money(half_up(exact, 2), to) == found.result


@given(moneys("CAD", least=-(10**12), most=10**12), VALUES, VALUES, LEVELS, LEVELS)
def test_to_current_undoes_deflate(money: Money, then: Decimal, later: Decimal, low: Decimal, high: Decimal) -> None:
    """Of the exact amount, to the part of its 20th decimal that the way back makes larger."""
    rates = table({"CAD": {2018: then, 2021: later}, "GBP": {2018: 2, 2021: 3}})
    index = PriceIndex("GBR", "GBP", {2018: low, 2021: high}, source="a law")
    there = deflate(money, year=2018, base_year=2021, index=index, rates=rates)
    back = to_current(there.exact, year=2018, base_year=2021, index=index, rates=rates)
    factor = Fraction(later) * Fraction(high) / Fraction(then) / Fraction(low) * Fraction(2, 3)
    lost = Fraction(1, 2 * 10**20)

    assert abs(Fraction(back.exact.amount) - Fraction(money.amount)) <= lost / factor + lost
