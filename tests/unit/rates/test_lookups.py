"""Which of a table's periods answers for a day: by itself, and as a table answers."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from aidmodel.errors import InvalidValue
from aidmodel.rates import lookups
from aidmodel.rates.conversion import convert
from aidmodel.rates.rate import RateBasis, RateLookup
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan
from rate_tables import DAC, ECB, UN, by_day, month_ends, not_found, operational, table

KNOWN = (2, 3, 5, 9)
"""The periods of one currency."""


@pytest.mark.parametrize(
    ("also", "wanted", "found"),
    [
        (KNOWN, 1, None),
        (KNOWN, 2, 2),
        (KNOWN, 4, 3),
        (KNOWN, 9, 9),
        (KNOWN, 99, 9),
        ((2, 4, 9), 8, 2),  # 5 and 3 are not the other's
        ((4, 6), 99, None),
        ((), 99, None),
    ],
)
def test_the_last_on_or_before_that_both_have(also: tuple[int, ...], wanted: int, found: int | None) -> None:
    """None where there is none, however many either has."""
    assert found == lookups.last(KNOWN, frozenset(also), wanted)


@pytest.mark.parametrize(
    ("also", "wanted", "found"),
    [
        (KNOWN, 10, None),
        (KNOWN, 9, 9),
        (KNOWN, 4, 5),
        (KNOWN, 2, 2),
        (KNOWN, -1, 2),
        ((2, 4, 9), 3, 9),  # 3 and 5 are not the other's
        ((4, 6), 0, None),
        ((), 0, None),
    ],
)
def test_the_first_on_or_after_that_both_have(also: tuple[int, ...], wanted: int, found: int | None) -> None:
    """None where there is none, however many either has."""
    assert found == lookups.first_after(KNOWN, frozenset(also), wanted)


def test_nothing_is_found_among_nothing() -> None:
    """A currency without rates."""
    assert lookups.last((), KNOWN, 5) is None
    assert lookups.first_after((), KNOWN, 5) is None


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (None, None, None),
        (3, None, 3),
        (None, 9, 9),
        (3, 9, 3),  # 2 and 4 days off
        (3, 6, 6),  # 2 days and 1
        (3, 7, 3),  # 2 and 2: the earlier
        (5, 5, 5),
    ],
)
def test_the_nearer_and_of_two_equally_near_the_earlier(
    before: int | None, after: int | None, found: int | None
) -> None:
    """Of 5, with distances that may be below 0 before it."""
    assert found == lookups.nearest(before, after, lambda number: number - 5)
    assert found == lookups.nearest(before, after, lambda number: abs(number - 5))


# The period that holds the day.


@pytest.mark.parametrize("on", ["2018-01-01", "2018-12-31", date(2018, 7, 1), "2018", "2018-03", "2018-Q4"])
def test_a_year_answers_for_all_that_lies_in_it(on: Any) -> None:
    """Days, months, quarters and the year itself: the same number for each, of the whole year, and 0 days old."""
    found = table(DAC).rate("USD", "CAD", on)

    assert Decimal("1.2961") == found.value
    assert DateSpan.year(2018) == found.observed
    assert RateLookup.CONTAINING is found.lookup
    assert RateBasis.PERIOD_AVERAGE is found.basis
    assert 0 == found.age_days
    assert (str(on), "OECD DAC") == (str(found.on), found.source)


def test_a_month_answers_for_all_that_lies_in_it() -> None:
    """Of an average, the observation is all of the month; of a month end, its last day, which may lie ahead."""
    average = month_ends(basis="period average").rate("USD", "GBP", "2011-08-01")
    end = month_ends().rate("USD", "GBP", "2011-08-01")

    assert Decimal("0.614024315362888") == average.value == end.value
    assert (DateSpan.month(2011, 8), 0) == (average.observed, average.age_days)
    assert (DateSpan(date(2011, 8, 31), date(2011, 8, 31)), -30) == (end.observed, end.age_days)
    assert end.value == month_ends().rate("USD", "GBP", "2011-08").value


def test_guide_e8_imf_annual_averages() -> None:
    """units per dollar of 2023, and the gourde of 2024, which the IMF's file labels USD."""
    imf = table(
        {
            "COP": {2023: "4325.955"}, "PEN": {2023: "3.74382620959376"}, "KES": {2023: "139.8463837596168"},
            "CAD": {2023: "1.349908640793904"}, "EUR": {2023: "0.9248395584706975"}, "HTG": {2024: "131.8109916666666"},
        },
        source="IMF",
    )  # fmt: skip

    assert Decimal("4325.955") == imf.rate("USD", "COP", "2023-06-30").value
    assert Decimal("0.9248395584706975") == imf.rate("USD", "EUR", "2023").value
    assert Decimal("131.8109916666666") == imf.rate("USD", "HTG", "2024-12-31").value
    assert Money("4325955.00", "COP") == convert("USD 1000", "COP", on="2023", rates=imf).result


def test_guide_b_honest_answers_for_20_million_dollars_of_2018() -> None:
    """CAD 20,000,000 by the DAC's average, the IMF's, and the IMF's end of March."""
    cad = Money("20000000", "CAD")
    imf = table({"CAD": {2018: "1.295817928135338"}}, source="IMF averages")
    end = month_ends({"CAD": {"2018-03": "1.2894"}})

    assert "15430908.11" == str(convert(cad, "USD", on="2018-03-28", rates=table(DAC)).result.amount)
    assert "15434267.09" == str(convert(cad, "USD", on="2018-03-28", rates=imf).result.amount)
    assert "15511090.43" == str(convert(cad, "USD", on="2018-03-28", rates=end).result.amount)


@pytest.mark.parametrize(
    ("on", "message"),
    [
        ("2019-06-01", "for 2019-06-01 in OECD DAC: CAD is known for 2018 and then for 2020"),
        ("2019", "for 2019 in OECD DAC: CAD is known for 2018 and then for 2020"),
        ("2017-12-31", "for 2017-12-31 in OECD DAC: CAD is known from 2018 to 2021"),
        ("2022-01-01", "for 2022-01-01 in OECD DAC: CAD is known from 2018 to 2021"),
    ],
)
def test_a_year_that_is_not_there_is_not_guessed(on: str, message: str) -> None:
    """Not found says what is known nearby; the rate of another year is no answer."""
    found = not_found(table(DAC), "USD", "CAD", on)

    assert f"no rate from USD to CAD {message}" == str(found)
    assert f"no rate from CAD to USD {message}" == str(not_found(table(DAC), "CAD", "USD", on))


def test_a_month_that_is_not_there_is_not_guessed() -> None:
    """As for years."""
    assert "no rate from USD to GBP for 2011-09-15 in IMF: GBP is known for 2011-08 and then for 2011-10" == str(
        not_found(month_ends(), "USD", "GBP", "2011-09-15")
    )


# Days.


def test_guide_e6_ecb_20220328() -> None:
    """CAD 1,000,000 = EUR 729,820.46 (1.3702) = USD 800,321.12 (1.0966)."""
    cad = Money("1000000", "CAD")

    assert Money("729820.46", "EUR") == convert(cad, "EUR", on="2022-03-28", rates=by_day()).result
    assert Money("800321.12", "USD") == convert(cad, "USD", on="2022-03-28", rates=by_day()).result


def test_guide_e6_ecb_good_friday_has_the_rate_of_the_day_before() -> None:
    """2018-03-30: USD 775,149.42 by the rates of 03-29."""
    found = convert(Money("1000000", "CAD"), "USD", on="2018-03-30", rates=by_day())

    assert Money("775149.42", "USD") == found.result
    assert DateSpan.parse("2018-03-29") == found.rate.observed
    assert (1, RateLookup.LAST) == (found.rate.age_days, found.rate.lookup)


def test_guide_e6_ecb_easter_monday_is_nearest_to_the_day_after() -> None:
    """2018-04-02 with lookup="nearest": USD 778,100.90 by the rates of 04-03."""
    found = convert(Money("1000000", "CAD"), "USD", on="2018-04-02", rates=by_day(lookup="nearest"))

    assert Money("778100.90", "USD") == found.result
    assert (-1, RateLookup.NEAREST) == (found.rate.age_days, found.rate.lookup)


def test_guide_e6_ecb_a_saturday_has_the_rates_of_friday() -> None:
    """2022-03-26: 1.1002 / 1.3781."""
    found = by_day().rate("CAD", "USD", "2022-03-26")

    assert (Decimal("1.1002"), Decimal("1.3781")) == found.terms
    assert 1 == found.age_days


def test_guide_e6_currency_converter_own_tests() -> None:
    """EUR 10 = USD 12.910 on 2013-03-21; USD 10 = EUR 7.26797005… on 2014-03-28."""
    ecb = by_day({"USD": {"2013-03-21": "1.291", "2014-03-28": "1.3759"}})

    assert Money("12.910", "USD") == convert("EUR 10", "USD", on="2013-03-21", rates=ecb, places=3).result
    found = convert("USD 10", "EUR", on="2014-03-28", rates=ecb)

    # 7.267970055963369430917944618, of which an amount has 20 decimals
    assert Decimal("7.26797005596336943092") == found.exact.amount


def test_guide_e6_currency_converter_a_missing_day() -> None:
    """BGN on Sunday 2010-11-21 is missing where only the day itself will do."""
    ecb = by_day({"BGN": {"2010-11-19": "1.9558", "2010-11-22": "1.9558"}}, lookup="containing")

    assert "no rate from BGN to EUR for 2010-11-21 in ECB: BGN is known for 2010-11-19 and then for 2010-11-22" == str(
        not_found(ecb, "BGN", "EUR", "2010-11-21")
    )


def test_guide_e6_currency_converter_interpolated_and_last_known() -> None:
    """USD 10 on Sunday 2019-12-08: EUR 9.02418 between Friday and Monday, 9.01388 by Friday's rate."""
    data = {"USD": {"2019-12-06": "1.1094", "2019-12-09": "1.1075"}}
    between = convert("USD 10", "EUR", on="2019-12-08", rates=by_day(data, lookup="interpolate"), places=5)
    last = convert("USD 10", "EUR", on="2019-12-08", rates=by_day(data), places=5)

    assert ("9.02418", "9.01388") == (str(between.result.amount), str(last.result.amount))
    assert RateLookup.INTERPOLATE is between.rate.lookup
    assert DateSpan.parse("2019-12-06/2019-12-09") == between.rate.observed


@pytest.mark.parametrize(
    ("max_age", "last_day"),
    [(None, "2022-04-04"), (0, "2022-03-28"), (1, "2022-03-29"), (30, "2022-04-27")],
)
def test_the_last_rate_answers_so_long_and_no_longer(max_age: int | None, last_day: str) -> None:
    """7 days by default: the day itself counts 0."""
    ecb = by_day(max_age=max_age)
    day = date.fromisoformat(last_day)

    assert Decimal("1.3702") == ecb.rate("EUR", "CAD", day).value
    limit = 7 if max_age is None else max_age
    found = not_found(ecb, "EUR", "CAD", date.fromordinal(day.toordinal() + 1))

    assert f"CAD is known from 2018-03-29 to 2022-03-28, and no more than {limit} days off is allowed" == found.problem


def test_before_the_first_day_there_is_nothing() -> None:
    """The first rate is no answer for the days before it."""
    assert (
        "no rate from EUR to CAD for 2018-03-28 in ECB: CAD is known from 2018-03-29 to 2022-03-28, "
        "and no more than 7 days off is allowed"
    ) == str(not_found(by_day(), "EUR", "CAD", "2018-03-28"))


def test_a_hole_in_the_days_is_a_hole() -> None:
    """As that of the Icelandic króna, from December 2008 to 2018, over which others interpolate."""
    data = {"ISK": {"2008-12-09": "290", "2018-02-01": "125.2"}}
    problem = "ISK is known for 2008-12-09 and then for 2018-02-01, and no more than 7 days off is allowed"

    for lookup in ("last", "nearest", "interpolate"):
        assert problem == not_found(by_day(data, lookup=lookup), "EUR", "ISK", "2013-06-03").problem


def test_the_limit_of_other_tables_is_a_month_or_a_year() -> None:
    """31 days where a table of months may answer for days outside them, 366 where one of years may."""
    assert (7, 31, 366) == (
        by_day().max_age,
        month_ends(lookup="nearest").max_age,
        table(DAC, lookup="last").max_age,
    )
    assert (None, None, None) == (table(DAC).max_age, month_ends().max_age, operational().max_age)


def test_the_last_month_answers_for_the_next_when_that_is_stated() -> None:
    """September 2011 is not there: August's average is 30 days old on 30 September."""
    averages = month_ends(basis="period average", lookup="last")

    assert Decimal("0.614024315362888") == averages.rate("USD", "GBP", "2011-09-30").value
    assert 30 == averages.rate("USD", "GBP", "2011-09-30").age_days


def test_the_last_month_end_lies_on_or_before_the_day() -> None:
    """On 15 August 2011 that of July, 15 days old; on 31 August that of August."""
    ends = month_ends(lookup="last")

    assert Decimal("0.614514840533399") == ends.rate("USD", "GBP", "2011-08-15").value
    assert 15 == ends.rate("USD", "GBP", "2011-08-15").age_days
    assert Decimal("0.614024315362888") == ends.rate("USD", "GBP", "2011-08-31").value


@pytest.mark.parametrize("lookup", ["last", "interpolate"])
def test_a_month_end_that_is_yet_to_come_is_none_before_the_day(lookup: str) -> None:
    """There is August's only, and no month end before the 15th: the message says what there is."""
    ends = month_ends({"GBP": {"2011-08": "0.614024315362888"}}, lookup=lookup)

    assert (
        "no rate from USD to GBP for 2011-08-15 in IMF: GBP is known from 2011-08 to 2011-08, "
        "and no more than 31 days off is allowed"
    ) == str(not_found(ends, "USD", "GBP", "2011-08-15"))


# Operational rates.


@pytest.mark.parametrize(
    ("on", "value", "age"),
    [
        ("2018-03-01", "101", 0),
        ("2018-03-15", "101", 14),
        ("2018-03-16", "103", 0),
        ("2018-03-31", "103", 15),
        ("2019-03-16", "103", 365),  # in force until there is another
    ],
)
def test_the_rate_in_force_is_the_last_that_took_effect(on: str, value: str, age: int) -> None:
    """UN operational rates: one that changes in mid-month is in force from that day."""
    found = operational().rate("USD", "KES", on)

    assert (Decimal(value), age, RateLookup.EFFECTIVE) == (found.value, found.age_days, found.lookup)


def test_a_cross_of_rates_in_force_takes_each_of_its_own_day() -> None:
    """Mid-month lists have only what changed: on 20 March COP is that of the 1st, KES that of the 16th."""
    found = operational().rate("COP", "KES", "2018-03-20")

    assert (Decimal(103), Decimal(2850)) == found.terms
    assert ["2018-03-01", "2018-03-16"] == [str(leg.observed and leg.observed.start) for leg in found.legs]
    assert 19 == found.age_days


def test_before_the_first_took_effect_nothing_is_in_force() -> None:
    """And with a limit, nothing that is too old."""
    assert "no rate from USD to KES for 2018-02-28 in UN: KES is known from 2018-03-01 to 2018-03-16" == str(
        not_found(operational(), "USD", "KES", "2018-02-28")
    )
    assert (
        "no rate from COP to KES for 2018-06-01 in UN: COP is known from 2018-03-01 to 2018-04-01 "
        "and KES is known from 2018-03-01 to 2018-03-16, and no more than 30 days off is allowed"
    ) == str(not_found(operational(max_age=30), "COP", "KES", "2018-06-01"))


def test_of_a_cross_only_the_one_that_is_missing_is_named() -> None:
    """On 10 March the shilling has no rate yet; the peso's of the 1st is in force, and nothing is missing there."""
    data = {"COP": UN["COP"], "KES": {"2018-03-16": "103"}}
    rates = table(data, source="UN", basis="operational", frequency="day")

    assert "KES is known from 2018-03-16 to 2018-03-16" == not_found(rates, "COP", "KES", "2018-03-10").problem


def test_operational_rates_of_months_are_in_force_from_the_first() -> None:
    """And until the next month that has one."""
    monthly = table({"KES": {"2018-03": "101", "2018-05": "103"}}, basis="operational", frequency="month")

    assert Decimal(101) == monthly.rate("USD", "KES", "2018-03-01").value
    assert Decimal(101) == monthly.rate("USD", "KES", "2018-04-30").value
    assert Decimal(103) == monthly.rate("USD", "KES", "2018-05-01").value


# The nearest.


@pytest.mark.parametrize(
    ("amount", "on", "usd", "eur"),
    [
        ("29143", "2011-08-19", "47462.29", "32845.88"),
        ("38297", "2011-11-16", "59773.96", "44547.59"),
        ("42479.4", "2012-02-23", "67724.91", "50379.31"),
        ("480637", "2011-08-01", "782140.59", "548485.69"),  # a day after the end of July
    ],
)
def test_guide_e5_iati_datastore_by_the_nearest_month_end(amount: str, on: str, usd: str, eur: str) -> None:
    """All eight conversions of the tests of iati-datastore."""
    ends = month_ends(lookup="nearest")

    assert usd == str(convert(Money(amount, "GBP"), "USD", on=on, rates=ends).result.amount)
    assert eur == str(convert(Money(amount, "GBP"), "EUR", on=on, rates=ends).result.amount)


@pytest.mark.parametrize(
    ("on", "observed", "age"),
    [
        ("2022-03-26", "2022-03-25", 1),
        ("2022-03-27", "2022-03-28", -1),
        ("2018-03-31", "2018-03-29", 2),
        ("2018-04-01", "2018-04-03", -2),
        ("2018-03-22", "2018-03-29", -7),  # before the first, within the limit
        ("2022-04-04", "2022-03-28", 7),
    ],
)
def test_the_nearest_may_lie_on_either_side(on: str, observed: str, age: int) -> None:
    """At most 7 days off, and the result says so."""
    found = by_day(lookup="nearest").rate("EUR", "CAD", on)

    assert (DateSpan.parse(observed), age, RateLookup.NEAREST) == (found.observed, found.age_days, found.lookup)


def test_of_two_equally_near_the_earlier_answers() -> None:
    """2018-03-30 lies a day from both."""
    ecb = by_day({"CAD": {"2018-03-29": "1.5895", "2018-03-31": "1.6"}}, lookup="nearest")

    assert Decimal("1.5895") == ecb.rate("EUR", "CAD", "2018-03-30").value


def test_the_nearest_has_limits_on_both_sides() -> None:
    """8 days before the first, 8 after the last, and in a hole."""
    ecb = by_day(lookup="nearest")

    assert "CAD is known from 2018-03-29 to 2022-03-28, and no more than 7 days off is allowed" == (
        not_found(ecb, "EUR", "CAD", "2018-03-21").problem
    )
    assert "CAD is known from 2018-03-29 to 2022-03-28, and no more than 7 days off is allowed" == (
        not_found(ecb, "EUR", "CAD", "2022-04-05").problem
    )
    assert "CAD is known for 2018-04-03 and then for 2022-03-25, and no more than 7 days off is allowed" == (
        not_found(ecb, "EUR", "CAD", "2020-01-01").problem
    )


def test_the_nearest_of_averages_is_counted_from_their_ends() -> None:
    """2019-01-01 lies a day after 2018, 2019-12-31 one before 2020; 2020-01-01 lies in it."""
    averages = table(DAC, lookup="nearest")

    assert Decimal("1.2961") == averages.rate("USD", "CAD", "2019-01-01").value
    assert Decimal("1.3412") == averages.rate("USD", "CAD", "2019-12-31").value
    assert Decimal("1.3412") == averages.rate("USD", "CAD", "2020-01-01").value


# On the line between.


def test_between_two_days_a_rate_is_on_the_straight_line() -> None:
    """2018-03-31 is 2 of 5 days on from 1.5895 to 1.5818: 1.5895 - 0.0077 * 2 / 5 = 1.58642."""
    found = by_day(lookup="interpolate").rate("EUR", "CAD", "2018-03-31")

    assert Decimal("1.58642") == found.value
    assert DateSpan.parse("2018-03-29/2018-04-03") == found.observed
    assert (RateLookup.INTERPOLATE, 0) == (found.lookup, found.age_days)


@pytest.mark.parametrize(("on", "value"), [("2018-03-29", "1.5895"), ("2018-04-03", "1.5818")])
def test_a_day_that_is_there_is_not_interpolated(on: str, value: str) -> None:
    """It is the number that was stated, of that day alone."""
    found = by_day(lookup="interpolate").rate("EUR", "CAD", on)

    assert (Decimal(value), DateSpan.parse(on)) == (found.value, found.observed)


def test_outside_the_days_there_is_no_line() -> None:
    """Nothing is clamped or drawn on."""
    problem = "CAD is known from 2018-03-29 to 2022-03-28, and no more than 7 days off is allowed"

    for on in ("2018-03-28", "2022-03-29"):
        assert problem == not_found(by_day(lookup="interpolate"), "EUR", "CAD", on).problem


def test_a_cross_is_of_two_lines_over_the_same_days() -> None:
    """1.2321 - 0.0013 * 2 / 5 = 1.23158, and 1.58642 as above."""
    found = by_day(lookup="interpolate").rate("CAD", "USD", "2018-03-31")

    assert (Decimal("1.23158"), Decimal("1.58642")) == found.terms


def test_month_ends_have_a_line_between_them() -> None:
    """2011-08-15 is 15 of 31 days on: 0.614514840533399 - 0.000490525170511 * 15 / 31 = 0.614277489644442…"""
    found = month_ends(lookup="interpolate").rate("USD", "GBP", "2011-08-15")

    assert DateSpan.parse("2011-07-31/2011-08-31") == found.observed
    assert Decimal("0.61427749") == found.value.quantize(Decimal("1e-8"))


def test_of_averages_there_is_no_line() -> None:
    """They are of no day, so no day lies between them."""
    with pytest.raises(InvalidValue) as caught:
        table(DAC, lookup="interpolate")

    assert ("RateTable.lookup: has no sense between period averages: they are of no day, got 'interpolate'") == str(
        caught.value
    )


# After the end.


def test_the_last_is_carried_forward_only_where_that_is_stated() -> None:
    """A budget of 2030 at the rate of 2021; the result says how, and how old."""
    found = table(DAC, carry_forward=True).rate("USD", "CAD", "2030-01-01")

    assert Decimal("1.2535") == found.value
    assert RateLookup.CARRIED_FORWARD is found.lookup
    assert DateSpan.year(2021) == found.observed
    assert 2923 == found.age_days  # from 2021-12-31: 8 years, of which 2024 and 2028 have 366 days, and a day


@pytest.mark.parametrize("lookup", ["last", "nearest", "interpolate"])
def test_carrying_forward_goes_beyond_the_limit(lookup: str) -> None:
    """Of days too; within the limit the lookup answers as ever, except that no line leads on."""
    ecb = by_day(lookup=lookup, carry_forward=True)

    assert RateLookup.CARRIED_FORWARD is ecb.rate("EUR", "CAD", "2031-05-01").lookup
    assert Decimal("1.3702") == ecb.rate("EUR", "CAD", "2031-05-01").value
    assert RateLookup.find(lookup) is ecb.rate("EUR", "CAD", "2022-03-26").lookup


def test_carrying_forward_fills_no_holes_and_no_beginning() -> None:
    """2019 lies before the end, 2017 before the beginning."""
    carrying = table(DAC, carry_forward=True)

    assert "CAD is known for 2018 and then for 2020" == not_found(carrying, "USD", "CAD", "2019").problem
    assert "CAD is known from 2018 to 2021" == not_found(carrying, "USD", "CAD", "2017").problem


def test_a_cross_is_carried_forward_from_one_period() -> None:
    """CAD ends in 2020, GBP in 2021: a cross of 2021 and of 2025 is of 2020."""
    data = {"CAD": {2018: "1.2961", 2020: "1.3412"}, "GBP": {2018: "0.7497", 2020: "0.7797", 2021: "0.7270"}}
    carrying = table(data, carry_forward=True)

    for on in ("2021", "2025"):
        assert (Decimal("1.3412"), Decimal("0.7797")) == carrying.rate("GBP", "CAD", on).terms
    assert RateLookup.CONTAINING is carrying.rate("GBP", "USD", "2021").lookup


# Both parts of a cross.


def test_guide_e7_dac_cross_of_2020() -> None:
    """GBP 100 in 2020 = CAD 172.01 (0.7797, 1.3412)."""
    found = convert("GBP 100", "CAD", on="2020-05-01", rates=table(DAC))

    assert Money("172.01", "CAD") == found.result
    assert ["USD/GBP", "USD/CAD"] == [f"{stated.base}/{stated.quote}" for stated in found.rate.stated]


def test_a_cross_on_a_day_that_only_one_has_takes_the_last_day_that_both_have() -> None:
    """Never two periods in one rate: USD has 28 March, CAD the 25th only."""
    ecb = by_day({"USD": ECB["USD"], "CAD": {"2022-03-25": "1.3781"}})
    cross = ecb.rate("CAD", "USD", "2022-03-28")

    assert (Decimal("1.1002"), Decimal("1.3781")) == cross.terms
    assert 3 == cross.age_days
    assert Decimal("1.0966") == ecb.rate("EUR", "USD", "2022-03-28").value
    assert cross.value == ecb.rate("USD", "CAD", "2022-03-28").inverse().value


def test_the_nearest_of_a_cross_is_a_day_that_both_have() -> None:
    """On 28 March: USD has it, and both have the 25th."""
    ecb = by_day({"USD": ECB["USD"], "CAD": {"2022-03-25": "1.3781", "2022-04-06": "1.4"}}, lookup="nearest")

    assert (Decimal("1.1002"), Decimal("1.3781")) == ecb.rate("CAD", "USD", "2022-03-28").terms


def test_the_line_of_a_cross_is_between_days_that_both_have() -> None:
    """USD has the 26th, which counts for USD alone."""
    data = {
        "USD": {"2022-03-25": "1.10", "2022-03-26": "9", "2022-03-27": "1.20"},
        "CAD": {"2022-03-25": "1.30", "2022-03-27": "1.40"},
    }
    ecb = by_day(data, lookup="interpolate")

    assert Decimal(9) == ecb.rate("EUR", "USD", "2022-03-26").value
    assert (Decimal("1.15"), Decimal("1.35")) == ecb.rate("CAD", "USD", "2022-03-26").terms


def test_a_cross_in_a_period_that_only_one_has_is_not_found() -> None:
    """EUR has no 2020; the message names the one that lacks it."""
    assert "no rate from GBP to EUR for 2020-05-01 in OECD DAC: EUR is known for 2018 and then for 2021" == str(
        not_found(table(DAC), "GBP", "EUR", "2020-05-01")
    )


def test_a_cross_of_two_that_never_meet() -> None:
    """Both lack the year; or each has a day that would do for it alone, and the other has not that one."""
    apart = table({"CAD": {2018: "1.3"}, "GBP": {2020: "0.78"}})

    assert "CAD is known from 2018 to 2018 and GBP is known from 2020 to 2020" == (
        not_found(apart, "CAD", "GBP", "2019").problem
    )
    days = by_day({"CAD": {"2022-03-25": "1.3"}, "USD": {"2022-03-28": "1.1"}})

    assert (
        "no rate from CAD to USD for 2022-03-28 in ECB: CAD and USD have no day in common near it, "
        "and no more than 7 days off is allowed"
    ) == str(not_found(days, "CAD", "USD", "2022-03-28"))
