"""Tables of rates: what they hold, what they refuse, and what they say of what is not there."""

import copy
import pickle
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from aidmodel.errors import InvalidValue, RateNotFound
from aidmodel.rates import table as table_module
from aidmodel.rates.conversion import convert
from aidmodel.rates.rate import Rate, RateBasis, RateLookup, RateProvider
from aidmodel.rates.table import RateTable
from aidmodel.values.money import Money
from aidmodel.values.partial_date import PartialDate
from rate_tables import DAC, by_day, month_ends, not_found, operational, table

# Both quotings.


def test_both_quotings_say_the_same() -> None:
    """0.8 EUR for 1 USD, and 1.25 USD for 1 EUR; what is stated stays a number as stated."""
    per_pivot = table({"EUR": {2018: "0.8"}, "GBP": {2018: "0.5"}})
    per_unit = table({"EUR": {2018: "1.25"}, "GBP": {2018: "2"}}, quoting="pivot_per_unit")

    for base, quote in (("USD", "EUR"), ("EUR", "USD"), ("EUR", "GBP"), ("GBP", "EUR")):
        assert per_pivot.rate(base, quote, "2018").value == per_unit.rate(base, quote, "2018").value
    assert not per_unit.rate("EUR", "USD", "2018").inverted
    assert per_unit.rate("USD", "EUR", "2018").inverted
    assert per_pivot.rate("EUR", "USD", "2018").inverted
    assert ["EUR", "GBP"] == [stated.base for stated in per_unit.rate("EUR", "GBP", "2018").stated]
    assert (Decimal("1.25"), Decimal(2)) == per_unit.rate("EUR", "GBP", "2018").terms


def test_a_line_is_between_numbers_as_stated() -> None:
    """1.25 and 1.75 dollars a euro give 1.50, not what lies between 0.8 and 0.571."""
    data = {"EUR": {"2022-03-25": "1.25", "2022-03-27": "1.75"}}
    quoted = table(data, quoting="pivot_per_unit", frequency="day", basis="spot", lookup="interpolate")

    assert Decimal("1.50") == quoted.rate("EUR", "USD", "2022-03-26").value


def test_the_pivot_may_be_stated_as_1() -> None:
    """The IMF's file has a row for the dollar; it is no observation."""
    stated = table({"CAD": {2018: "1.2961"}, "USD": {2018: "1.0", 2019: 1}})

    assert table({"CAD": {2018: "1.2961"}}) == stated
    assert frozenset({"CAD", "USD"}) == stated.currencies()


def test_any_currency_may_be_the_pivot() -> None:
    """The IMF's representative rates are quoted against the SDR."""
    sdr = table({"USD": {"2022-03": "0.724"}}, pivot="XDR", quoting="pivot_per_unit", frequency="month")

    assert Decimal("0.724") == sdr.rate("USD", "XDR", "2022-03-05").value
    assert Money("0.724", "XDR") == convert("USD 1", "XDR", on="2022-03", rates=sdr, places=3).result


def test_a_currency_is_worth_one_of_itself() -> None:
    """Without looking: also of a currency or day that the table does not have."""
    for code in ("USD", "CAD", "XAF"):
        same = table(DAC).rate(code, code, "1950-01-01")

        assert (Decimal(1), RateBasis.LAW, ()) == (same.value, same.basis, same.legs)


# What is asked for.


@pytest.mark.parametrize(
    ("answering", "on", "problem", "mend"),
    [
        (by_day(), "2022-03", "its rates are by day, and 2022-03 holds more than a day", "give the day that is meant"),
        (by_day(), "2022", "its rates are by day, and 2022 holds more than a day", "give the day that is meant"),
        (
            operational(),
            "2018-Q1",
            "its rates are by day, and 2018-Q1 holds more than a day",
            "give the day that is meant",
        ),
        (
            month_ends(),
            "2011-Q3",
            "its rates are by month, and 2011-Q3 holds more than a month",
            "give the month that is meant",
        ),
        (
            month_ends(),
            "2011",
            "its rates are by month, and 2011 holds more than a month",
            "give the month that is meant",
        ),
        (table(DAC), "2018~", "its rates are by year, and 2018~ may be any day", "give the day that is meant"),
        (
            month_ends(),
            PartialDate("2011-08?"),
            "its rates are by month, and 2011-08? may be any day",
            "give the day that is meant",
        ),
    ],
)
def test_a_date_that_lies_in_no_one_period_has_no_rate(answering: RateTable, on: Any, problem: str, mend: str) -> None:
    """A day is not picked out of a month, nor a month out of a year; nor is anything concluded from a date in doubt."""
    code = min(answering.currencies() - {answering.pivot})
    for base, quote in ((answering.pivot, code), (code, answering.pivot)):
        found = not_found(answering, base, quote, on)

        assert RateNotFound(base, quote, str(on), answering.source, problem, mend) == found


@pytest.mark.parametrize(
    ("on", "message"),
    [
        (datetime(2018, 3, 28), "must be a date, got datetime.datetime(2018, 3, 28, 0, 0); use .date()"),  # noqa: DTZ001
        (2018, 'must be a date, got 2018; write "2018"'),
        (["2018"], "must be a date, got ['2018']; write a datetime.date or ISO text"),
        (None, "must be a date, got None; write a datetime.date or ISO text"),
    ],
)
def test_what_is_no_date_is_an_error(on: Any, message: str) -> None:
    """No rate is missing: the question is wrong."""
    with pytest.raises(InvalidValue) as caught:
        table(DAC).rate("USD", "CAD", on)

    assert message == str(caught.value)


@pytest.mark.parametrize(("base", "quote"), [("cad", "USD"), ("USD", "cad")])
def test_a_code_is_three_capitals(base: str, quote: str) -> None:
    """As everywhere."""
    with pytest.raises(InvalidValue) as caught:
        table(DAC).rate(base, quote, "2018")

    assert "must be a currency code of three capital letters, got 'cad'; write \"CAD\"" == str(caught.value)


@pytest.mark.parametrize(
    ("base", "quote", "on", "message"),
    [
        ("USD", "GBQ", "2018", "it has no GBQ among its 4 currencies; did you mean GBP?"),
        ("GBQ", "USD", "2018", "it has no GBQ among its 4 currencies; did you mean GBP?"),
        ("GBQ", "CAD", "2018", "it has no GBQ among its 4 currencies; did you mean GBP?"),
        ("CAD", "GBQ", "2018", "it has no GBQ among its 4 currencies; did you mean GBP?"),
        ("USD", "XOF", "2018", "it has no XOF among its 4 currencies"),
        (
            "DEM",
            "USD",
            "2018",
            (
                "it has no DEM among its 4 currencies; 1.95583 DEM became 1 EUR on 1999-01-01: "
                "convert it with rates.in_successor first"
            ),
        ),
        (
            "USD",
            "BYR",
            "2018",
            (
                "it has no BYR among its 4 currencies; 10,000 BYR became 1 BYN on 2016-07-01: "
                "convert it with rates.in_successor first"
            ),
        ),
        (
            "CAD",
            "ZWL",
            "2024-04-05",
            (
                "it has no ZWL among its 4 currencies; 2498.7242 ZWL became 1 ZWG on 2024-04-05: "
                "convert it with rates.in_successor first"
            ),
        ),
    ],
)
def test_a_currency_that_is_not_there(base: str, quote: str, on: str, message: str) -> None:
    """The message names the rate that was asked for, the currency, and what is alike or took its place by then."""
    found = not_found(table(DAC), base, quote, on)

    assert f"no rate from {base} to {quote} for {on} in OECD DAC: {message}" == str(found)
    assert (base, quote, on, "OECD DAC") == (found.base, found.quote, found.on, found.source)


def test_a_currency_that_was_not_yet_succeeded() -> None:
    """On the day before its end there is nothing to convert; but the source may count in the new one all the same."""
    said = "later 10,000 BYR became 1 BYN on 2016-07-01: if the source counts the days before it in BYN, use rates.in_successor first"

    assert said == not_found(table(DAC), "BYR", "USD", "2016-06-30").mend


@pytest.mark.parametrize(("base", "quote"), [("ROL", "BGN"), ("BGN", "ROL")])
def test_of_two_currencies_the_one_that_was_succeeded_by_the_day_has_the_mend(base: str, quote: str) -> None:
    """The lev lasted to 2025, the old leu to 2005: of 2018 there is something to do about the leu alone."""
    ecb = by_day({"ROL": {"2005-06-30": "36030"}, "BGN": {"2005-06-30": "1.9559", "2018-01-02": "1.9558"}})

    assert "10,000 ROL became 1 RON on 2005-07-01: convert it with rates.in_successor first" == (
        not_found(ecb, base, quote, "2018-01-02").mend
    )


def test_a_currency_whose_rates_have_ended_with_it() -> None:
    """The old leu: known to June 2005, then there is the new one."""
    ecb = by_day({"ROL": {"2005-06-29": "36050", "2005-06-30": "36030"}})

    assert Decimal(36030) == ecb.rate("EUR", "ROL", "2005-07-01").value  # a day old
    assert (
        "no rate from ROL to EUR for 2005-08-01 in ECB: ROL is known from 2005-06-29 to 2005-06-30, "
        "and no more than 7 days off is allowed; 10,000 ROL became 1 RON on 2005-07-01: "
        "convert it with rates.in_successor first"
    ) == str(not_found(ecb, "ROL", "EUR", "2005-08-01"))


# The table itself.


def test_a_table_says_what_it_holds() -> None:
    """Its name, its currencies, and what the source states, as it quotes it."""
    stated = table(DAC, notes="from a test")

    assert "OECD DAC" == stated.name == stated.source
    assert frozenset({"CAD", "EUR", "GBP", "USD"}) == stated.currencies()
    assert {"2018": Decimal("0.8473"), "2021": Decimal("0.8456")} == stated.observations("EUR")
    assert ("from a test",) == stated.notes
    assert isinstance(stated, RateProvider)


def test_observations_are_in_order() -> None:
    """However they came, in ISO form; and they are the caller's own."""
    stated = month_ends({"GBP": {"2012-01": "3", "2011-08-31": "2", PartialDate("2011-07"): 1}})
    seen = stated.observations("GBP")

    assert ["2011-07", "2011-08", "2012-01"] == list(seen)
    assert [1, 2, 3] == [int(value) for value in seen.values()]
    seen.clear()

    assert 3 == len(stated.observations("GBP"))


def test_observations_of_what_is_not_there() -> None:
    """No day was asked for."""
    with pytest.raises(RateNotFound) as caught:
        table(DAC).observations("GBQ")

    assert (
        "no rate from USD to GBQ for any day in OECD DAC: it has no GBQ among its 4 currencies; did you mean GBP?"
    ) == str(caught.value)


def test_the_pivot_is_not_said_to_be_missing() -> None:
    """It is among the currencies, so no message may say that it is not."""
    with pytest.raises(RateNotFound) as caught:
        table(DAC).observations("USD")

    assert "it has no USD" not in str(caught.value)
    assert "did you mean USD?" not in str(caught.value)


def test_dates_name_the_period_they_lie_in() -> None:
    """Month ends are stamped with the 31st, FRED's months with the 1st, the IMF's years with 31 December."""
    expected = table({"CAD": {"2018-03": "1.2894"}}, frequency="month")

    for day in ("2018-03-31", "2018-03-01", date(2018, 3, 15), PartialDate("2018-03")):
        assert expected == table({"CAD": {day: "1.2894"}}, frequency="month")
    for year in (2018, "2018", "2018-12-31", PartialDate("2018"), date(2018, 1, 1)):
        assert table({"CAD": {2018: "1.2961"}}) == table({"CAD": {year: "1.2961"}})


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"data": []}, 'RateTable.data: must go from currency to rates, got []; write {"CAD": {2018: "1.2961"}}'),
        ({"data": "CAD"}, "RateTable.data: must go from currency to rates, got 'CAD'; write {\"CAD\": {2018: \"1.2961\"}}"),
        ({"data": {"CAD": "1.3"}}, "RateTable.data['CAD']: must go from period to rate, got '1.3'; write {2018: \"1.2961\"}"),
        ({"data": {"CAD": {2018: 0}}}, "RateTable.data['CAD'][2018]: must be above 0, got 0; leave it out if there is none"),
        ({"data": {"CAD": {2018: "-1"}}}, "RateTable.data['CAD'][2018]: must be above 0, got '-1'; leave it out if there is none"),
        (
            {"data": {"CAD": {2018: 1.3}}},
            ("RateTable.data['CAD'][2018]: must be an exact number, got 1.3; "
            'write "1.3" or Decimal("1.3") if that is the number meant'),
        ),
        (
            {"data": {"CAD": {2018: "1", "2018-12-31": "2"}}},
            "RateTable.data['CAD']['2018-12-31']: is a second rate of one period, got '2'",
        ),
        (
            {"data": {"USD": {2018: "1.3"}}},
            "RateTable.data['USD'][2018]: must be 1, as this is the pivot, got '1.3'; is it another currency's?",
        ),
        (
            {"data": {"cad": {2018: "1.3"}}},
            "RateTable.data['cad']: must be a currency code of three capital letters, got 'cad'; write \"CAD\"",
        ),
        (
            {"data": {"CAD": {True: "1.3"}}},
            "RateTable.data['CAD'][True]: must be a date, got True; write a datetime.date or ISO text",
        ),
        (
            {"data": {"CAD": {"2018-03": "1.3"}}, "frequency": "day"},
            "RateTable.data['CAD']['2018-03']: holds more than a day, got '2018-03'; give the day that is meant",
        ),
        (
            {"data": {"CAD": {"2018~": "1.3"}}},
            "RateTable.data['CAD']['2018~']: may be any day, got '2018~'; give the day that is meant",
        ),
        (
            {"quoting": "direct"},
            ('RateTable.quoting: must be "units_per_pivot" or "pivot_per_unit", got \'direct\'; "units_per_pivot" if it '
            'says 1.30 CAD for 1 USD, "pivot_per_unit" if it says 0.77 USD for 1 CAD'),
        ),
        ({"source": ""}, "RateTable.source: must not be blank, got ''; leave it out if it is not known"),
        ({"pivot": "usd"}, "RateTable.pivot: must be a currency code of three capital letters, got 'usd'; write \"USD\""),
        ({"frequency": "week"}, 'RateTable.frequency: must be "day", "month" or "year", got \'week\''),
        ({"basis": "spto"}, "RateTable.basis: must be one of RateBasis, got 'spto'; did you mean 'spot'?"),
        ({"lookup": "lst"}, "RateTable.lookup: must be one of RateLookup, got 'lst'; did you mean 'last'?"),
        (
            {"lookup": "carried forward"},
            ("RateTable.lookup: is how an answer came about, got 'carried forward'; "
            "state another lookup, and carry_forward=True"),
        ),
        (
            {"lookup": "last", "max_age": -1},
            "RateTable.max_age: must be a number of days from 0 up, or None, got -1",
        ),
        ({"lookup": "last", "max_age": True}, "RateTable.max_age: must be a whole number, got True; write an int"),
        (
            {"max_age": 7},
            ("RateTable.max_age: means nothing where the period holds the day, got 7; "
            'state lookup="last" or "nearest" with it'),
        ),
        ({"notes": 3}, "RateTable.notes: must be a string or several of them, got 3"),
    ],
)  # fmt: skip
def test_what_can_be_no_table(stated: dict[str, Any], message: str) -> None:
    """Each error names the argument, down to the cell."""
    given = {"data": {"CAD": {2018: "1.3"}}, **stated}
    with pytest.raises(InvalidValue) as caught:
        table(given.pop("data"), **given)

    assert message == str(caught.value)


def test_an_empty_table_knows_its_pivot_only() -> None:
    """Nor does a currency without rates count."""
    empty = table({"CAD": {}})

    assert frozenset({"USD"}) == empty.currencies()
    assert not_found(empty, "CAD", "USD", "2018").problem.startswith("it has no CAD among its 1 ")


def test_equal_tables_are_equal_and_hash_alike() -> None:
    """Whatever was asked of them; another number, source or rule makes another table."""
    asked = table(DAC)
    asked.rate("USD", "CAD", "2018")

    assert table(DAC) == asked
    assert hash(table(DAC)) == hash(asked)
    others: list[dict[str, Any]] = [{"source": "IMF"}, {"lookup": "last"}, {"carry_forward": True}, {"notes": "x"}]
    for other in others:
        assert table(DAC) != table(DAC, **other)
    assert table(DAC) != table({**DAC, "CAD": {2018: "1.2962"}})


def test_tables_pickle_and_copy() -> None:
    """And answer as before."""
    asked = table(DAC)
    found = asked.rate("GBP", "CAD", "2018")

    for same in (pickle.loads(pickle.dumps(asked)), copy.deepcopy(asked), copy.copy(asked)):  # noqa: S301
        assert asked == same
        assert found == same.rate("GBP", "CAD", "2018")


def test_a_table_keeps_its_own_numbers() -> None:
    """What becomes of the mapping it was made of does not matter, nor can its fields be set."""
    data = {"CAD": {2018: "1.2961"}}
    made = table(data)
    data["CAD"][2018] = "9"
    data["GBP"] = {2018: "9"}

    assert table({"CAD": {2018: "1.2961"}}) == made
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.source = "IMF"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def test_asking_again_gives_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also after more was asked than a table keeps at hand, and by text, date or both."""
    monkeypatch.setattr(table_module, "_REMEMBERED", 2)
    asked = by_day()
    first = [asked.rate("CAD", "USD", f"2022-03-{day}") for day in (25, 26, 27, 28)]

    assert first == [asked.rate("CAD", "USD", date(2022, 3, day)) for day in (25, 26, 27, 28)]
    assert [0, 1, 2, 0] == [rate.age_days for rate in first]


def test_a_rate_of_a_table_is_as_one_built_by_hand() -> None:
    """What is built without looking again is what the constructor builds."""
    found = table(DAC).rate("GBP", "CAD", "2020-05-01")
    about: dict[str, Any] = {
        "on": "2020-05-01", "basis": "period average", "source": "OECD DAC", "observed": "2020", "lookup": "containing",
    }  # fmt: skip
    gbp, cad = Rate("USD", "GBP", "0.7797", **about), Rate("USD", "CAD", "1.3412", **about)
    back = Rate("GBP", "USD", gbp.inverse().value, legs=gbp, inverted=True, **about)

    assert Rate("GBP", "CAD", found.value, legs=[back, cad], **about) == found


def test_the_repr_is_one_line() -> None:
    """Not its thousands of numbers."""
    assert "<RateTable 'OECD DAC': 4 currencies by year against USD>" == repr(table(DAC))


def test_another_rule_for_the_same_rates() -> None:
    """The rates stay; an answer that was remembered by one rule is none of the other's."""
    plain = table(DAC)
    carried = plain.with_rule(carry_forward=True)

    assert RateLookup.CARRIED_FORWARD is carried.rate("USD", "CAD", "2030").lookup
    assert plain.with_rule() == plain != carried
    with pytest.raises(RateNotFound):
        plain.rate("USD", "CAD", "2030")


def test_a_currency_is_not_carried_beyond_its_end() -> None:
    """The kuna was gone in 2023: its rate of 2018 is none of 2025, though the table carries rates forward."""
    kuna = table({"HRK": {2018: "6.28"}, "CAD": {2018: "1.2961"}}, carry_forward=True)

    assert RateLookup.CARRIED_FORWARD is kuna.rate("HRK", "USD", "2022").lookup
    with pytest.raises(RateNotFound):
        kuna.rate("HRK", "USD", "2025")


def test_answers_are_not_pickled() -> None:
    """They are found again, and would be many times as large as the table."""
    asked = table(DAC)
    before = len(pickle.dumps(asked))
    asked.rate("USD", "CAD", "2018-07-01")

    assert before == len(pickle.dumps(asked))
    assert asked == pickle.loads(pickle.dumps(asked)) == copy.deepcopy(asked)  # noqa: S301
