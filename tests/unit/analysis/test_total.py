"""Sums of money, and how they say how they came about."""

import copy
import pickle
from datetime import date
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from aidmodel.analysis import budgets
from aidmodel.analysis.lines import Line
from aidmodel.analysis.total import Entry, Share, Total
from aidmodel.errors import CurrencyMismatch, InvalidValue
from aidmodel.model.budget import Budget
from aidmodel.model.project import Project
from aidmodel.model.transaction import Transaction
from aidmodel.rates.conversion import Conversion, convert
from aidmodel.rates.providers import FixedRates
from aidmodel.rates.table import RateTable
from aidmodel.values.money import Money
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import DateSpan

YEARS = RateTable(
    {"CAD": {2017: "1", 2018: "1.25", 2019: "1.6"}, "JPY": {2018: "110"}, "XDR": {2018: "0.8"}},
    source="a bank",
    pivot="USD",
    quoting="units_per_pivot",
    basis="period average",
    frequency="year",
)
"""CAD 100 is USD 100 in 2017, USD 80 in 2018 and USD 62.50 in 2019."""
DAYS = RateTable(
    {"CAD": {"2018-07-02": "1.25"}},
    source="a daily bank",
    pivot="USD",
    quoting="units_per_pivot",
    basis="spot",
    frequency="day",
)
CENTRE = Budget("2018-07-01/2019-06-30", value="CAD 100", value_date="2017-05-05")


def in_dollars(holder: Any, on: Any, *, rates: RateTable = YEARS, **stated: Any) -> Total:
    """Add up in US dollars."""
    return budgets.total(holder, to="USD", rates=rates, on=on, **stated)


# ------------------------------------------------------------------ sums


def test_e11_original_and_revised_of_iati_guidance() -> None:
    """Guide E 11, IATI-Guidance activity-budgets: original 10,000 and revised 8,000 for 2018 are 8,000."""
    total = budgets.total(
        [Budget("2018", value="EUR 10000", type="original"), Budget("2018", value="EUR 8000", type="revised")]
    )

    assert Money("8000", "EUR") == total.value == total.known
    assert "EUR" == total.currency
    assert 1 == len(total.counted)
    assert (None, Money("8000", "EUR")) == tuple(entry.amount for entry in total.entries)


def test_amounts_are_added_as_they_are_stated() -> None:
    """To the last decimal, and below zero too: 0.1 + 0.2 - 0.005 = 0.295."""
    plan = [Budget("2018", value="EUR 0.1"), Budget("2019", value="EUR 0.2"), Budget("2020", value="EUR -0.005")]

    assert Money("0.295", "EUR") == budgets.total(plan).value


def test_nothing_is_not_zero() -> None:
    """No lines, no total; a line of 0 is a total of 0."""
    nothing = budgets.total([])

    assert (None, None, None) == (nothing.value, nothing.known, nothing.currency)
    assert ((), ()) == (nothing.entries, nothing.left_out)
    assert budgets.total([], to="USD").value is None
    assert "USD" == budgets.total([], to="USD").currency
    assert Money("0", "USD") == budgets.total(Budget("2018", value="USD 0")).value


def test_where_a_line_is_left_out_the_total_is_not_known() -> None:
    """What is known stands beside it."""
    total = budgets.total([Budget("2018", value="EUR 5"), Budget("2019")])

    assert total.value is None
    assert Money("5", "EUR") == total.known
    assert ["[1]"] == [entry.line.path for entry in total.left_out]
    assert ["[0]"] == [entry.line.path for entry in total.counted]


def test_what_is_doubtful_is_found() -> None:
    """Lines that count with a note."""
    total = budgets.total([Budget("2018", value="EUR 5"), Budget("2018", value="EUR 7"), Budget("2019")])

    assert Money("12", "EUR") == total.known
    assert ["[1]"] == [entry.line.path for entry in total.doubts]


def test_several_currencies_are_not_one_number() -> None:
    """Without a currency to convert to."""
    with pytest.raises(CurrencyMismatch) as caught:
        budgets.total([Budget("2018", value="EUR 5"), Budget("2019", value="USD 7")])

    assert CurrencyMismatch("EUR", "USD", "add") == caught.value


def test_a_currency_that_does_not_count_does_not_matter() -> None:
    """The original is in another currency than the revised that replaces it."""
    plan = [Budget("2018", value="EUR 5", type="original"), Budget("2018", value="USD 7", type="revised")]

    assert Money("7", "USD") == budgets.total(plan).value


# ------------------------------------------------------------------ conversions


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("value_date", "100.00"),  # 2017: 100 / 1
        ("span_start", "80.00"),  # 2018: 100 / 1.25
        ("span_end", "62.50"),  # 2019: 100 / 1.6
        ("midpoint", "80.00"),  # 30 December 2018: 182 days after 1 July
        ("2017-02-03", "100.00"),
        ("2019", "62.50"),
        (date(2019, 1, 1), "62.50"),
        (PartialDate(2018, 3), "80.00"),
    ],
)
def test_the_rate_is_that_of_the_day_that_is_meant(on: Any, expected: str) -> None:
    """Each line's own day, or one for all."""
    assert Money(expected, "USD") == in_dollars(CENTRE, on).value


@pytest.mark.parametrize(
    ("on", "expected"),
    [("value_date", "100.00"), ("span_start", "80.00"), ("span_end", "80.00"), ("midpoint", "80.00")],
)
def test_the_period_of_a_payment_is_its_day(on: Any, expected: str) -> None:
    """Its value date may be another."""
    paid = Transaction(type="4", date="2018-07-01", value="CAD 100", value_date="2017-05-05")

    assert Money(expected, "USD") == budgets.spent(paid, to="USD", rates=YEARS, on=on).value


def test_each_line_is_rounded_and_then_added() -> None:
    """CAD 0.01 of 2018 is USD 0.008, which is a cent: three of them are three cents (and CAD 0.03 would be USD 0.02)."""
    plan = [Budget(span, value="CAD 0.01") for span in ("2018-01", "2018-02", "2018-03")]
    total = in_dollars(plan, "2018")

    assert Money("0.03", "USD") == total.value
    assert [Money("0.01", "USD")] * 3 == [entry.amount for entry in total.entries]


def test_the_decimals_of_converted_amounts_may_be_stated() -> None:
    """CAD 0.01 of 2018 is USD 0.008; what is in dollars already is rounded as well: 0.12345 to 0.123."""
    plan = [Budget("2018", value="CAD 0.01"), Budget("2018", value="USD 0.12345")]

    assert Money("0.131", "USD") == in_dollars(plan, "span_start", places=3).value
    assert Money("0", "USD") == in_dollars(plan[:1], "span_start", places=0).known


def test_smallest_units_are_those_of_the_currency() -> None:
    """USD 1.234 of 2018 is JPY 135.74, in whole yen 136."""
    total = budgets.total(Budget("2018", value=Money("1.234", "USD")), to="JPY", rates=YEARS, on="span_start")

    assert Money("136", "JPY") == total.value


def test_special_drawing_rights() -> None:
    """XDR 80 at 0.8 for 1 USD is USD 100; to XDR the decimals have to be stated, as it has no smallest unit."""
    there = in_dollars(Budget("2018", value="XDR 80"), "span_start")
    dollar = Budget("2018", value="USD 1")
    back = budgets.total(dollar, to="XDR", rates=YEARS, on="span_start", places=3)

    assert Money("100.00", "USD") == there.value
    assert Money("0.800", "XDR") == back.value
    with pytest.raises(InvalidValue) as caught:
        budgets.total(dollar, to="XDR", rates=YEARS, on="span_start")

    assert "Conversion: has no smallest unit in ISO 4217, got 'XDR'; state the places" == str(caught.value)


def test_what_is_in_the_currency_needs_no_rates() -> None:
    """Nor a day; and it is not converted."""
    total = budgets.total(Budget(value=Money("5.005", "USD")), to="USD")

    assert Money("5.005", "USD") == total.value
    assert total.entries[0].conversion is None


def test_nothing_is_nothing_at_any_rate() -> None:
    """CAD 0 is USD 0, of whatever year."""
    total = in_dollars(
        [Budget("2018", value="CAD 5"), Budget("2050", value="CAD 0"), Budget(value="GBP 0")], "span_start"
    )

    assert Money("4.00", "USD") == total.value
    assert [Money("4.00", "USD"), Money("0", "USD"), Money("0", "USD")] == [entry.amount for entry in total.entries]


def test_a_conversion_stays_with_its_entry() -> None:
    """With the amount as it was stated, and the rate."""
    (entry,) = in_dollars(CENTRE, "span_start").entries

    assert convert(Money("100", "CAD"), "USD", on="2018-07-01", rates=YEARS) == entry.conversion
    assert isinstance(entry.conversion, Conversion)
    assert Money("100", "CAD") == entry.conversion.original
    assert entry.conversion.result == entry.amount


def test_agreed_rates_and_rates_of_ones_own() -> None:
    """Whatever provides rates."""
    agreed = FixedRates({("CAD", "USD"): "0.75"}, source="agreement 12/2021")

    assert Money("75.00", "USD") == budgets.total(CENTRE, to="USD", rates=agreed, on="value_date").value


# ------------------------------------------------------------------ fallback, no rate


def test_lines_without_the_day_are_left_out() -> None:
    """With the reason; nothing is taken instead of it unless it is stated."""
    total = in_dollars(Budget("2018", value="CAD 100"), "value_date")

    assert total.value is None
    assert total.known is None
    assert ["it has no value date to take a rate of"] == [entry.line.note for entry in total.left_out]


@pytest.mark.parametrize(
    ("fallback", "expected", "named"),
    [
        ("span_start", "80.00", "span start"),
        ("span_end", "62.50", "span end"),
        ("midpoint", "80.00", "midpoint"),
    ],
)
def test_a_fallback_is_taken_where_it_is_stated(fallback: Any, expected: str, named: str) -> None:
    """The line that it was taken for says so, others do not."""
    plan = [Budget("2018-07-01/2019-06-30", value="CAD 100"), CENTRE]
    total = in_dollars(plan[0], "value_date", fallback=fallback)
    both = in_dollars(plan[1], "value_date", fallback=fallback)

    assert Money(expected, "USD") == total.value
    assert [f"it has no value date, so the rate is that of its {named}"] == [each.line.note for each in total.doubts]
    assert Money("100.00", "USD") == both.value
    assert () == both.doubts


def test_a_fallback_may_be_one_day() -> None:
    """The note does not call it the line's own."""
    total = in_dollars(Budget("2018", value="CAD 100"), "value_date", fallback="2019-05-05")

    assert Money("62.50", "USD") == total.value
    assert "its 2019" not in total.entries[0].line.note
    assert "2019-05-05" in total.entries[0].line.note


def test_where_the_fallback_is_missing_too() -> None:
    """The line is left out."""
    total = in_dollars(Budget(value="CAD 100"), "value_date", fallback="span_start")

    assert total.value is None
    assert "left out" == str(total.entries[0].line.outcome)


def test_a_rate_that_is_missing_leaves_the_line_out() -> None:
    """With what is known nearby; the others still add up."""
    total = in_dollars([Budget("2018", value="CAD 100"), Budget("2030", value="CAD 5")], "span_start")
    note = "no rate from CAD to USD for 2030-01-01 in a bank: CAD is known from 2017 to 2019"

    assert total.value is None
    assert Money("80.00", "USD") == total.known
    assert [note] == [entry.line.note for entry in total.left_out]


def test_a_currency_that_is_missing_leaves_the_line_out() -> None:
    """With the number of those that are there."""
    (entry,) = in_dollars(Budget("2018", value="GBP 100"), "span_start").left_out

    assert "no rate from GBP to USD for 2018-01-01 in a bank: it has no GBP among its 4 currencies" == entry.line.note


def test_a_year_has_no_rate_in_a_table_of_days() -> None:
    """The line is left out, as its start is not known to the day; in a table of years it is enough."""
    months = Budget("2018-07/2019-06", value="CAD 100")
    (entry,) = in_dollars(months, "span_start", rates=DAYS).left_out

    assert entry.line.note.startswith("no rate from CAD to USD for 2018-07 in a daily bank: ")
    assert "more than a day" in entry.line.note
    assert Money("80.00", "USD") == in_dollars(months, "span_start").value


def test_without_rates_another_currency_is_a_mismatch() -> None:
    """One number was asked for."""
    with pytest.raises(CurrencyMismatch) as caught:
        budgets.total(CENTRE, to="USD")

    assert CurrencyMismatch("CAD", "USD", "convert without rates= between") == caught.value


AGREED = FixedRates({("CAD", "USD"): "0.75"}, source="agreement 12/2021")
DAY = "write 'value_date', 'span_start', 'span_end', 'midpoint', or a date"
WRONG: list[tuple[dict[str, Any], str]] = [
    (
        {"to": "USD", "rates": AGREED},
        'budgets.on: no day to take rates of, got None; state on="value_date", as IATI means it, or another day',
    ),
    (
        {"on": "value_date"},
        "budgets.on: means nothing without a currency to convert to, got 'value_date'; state to=\"USD\", or another",
    ),
    (
        {"fallback": "span_start"},
        "budgets.fallback: means nothing without a currency to convert to, got 'span_start'; state to=\"USD\", or another",
    ),
    (
        {"places": 2},
        'budgets.places: means nothing without a currency to convert to, got 2; state to="USD", or another',
    ),
    (
        {"to": "USD", "rates": AGREED, "on": "soon"},
        f"budgets.on: is no day to take rates of, got 'soon'; {DAY}",
    ),
    (
        {"to": "USD", "rates": AGREED, "on": "value_date", "fallback": "never"},
        f"budgets.fallback: is no day to take rates of, got 'never'; {DAY}",
    ),
]


@pytest.mark.parametrize(("stated", "message"), WRONG)
def test_terms_that_say_nothing_are_refused(stated: dict[str, Any], message: str) -> None:
    """With what to state."""
    with pytest.raises(InvalidValue) as caught:
        budgets.total(CENTRE, **stated)

    assert message == str(caught.value)


@pytest.mark.parametrize("to", ["usd", "US", "", 5])
def test_a_currency_is_three_capital_letters(to: Any) -> None:
    """Another word is refused, whether there are lines or not."""
    holders: list[Any] = [CENTRE, []]
    for holder in holders:
        with pytest.raises(InvalidValue):
            budgets.total(holder, to=to, rates=YEARS, on="value_date")


# ------------------------------------------------------------------ explanations


def test_a_sum_is_explained() -> None:
    """Lines, rates, days and sources, and why what is not counted is not."""
    plan = [
        CENTRE,
        Budget("2018", value="USD 20"),
        Budget("2018", value="USD 20"),
        Budget("2030", value="CAD 5"),
        Budget("2031"),
    ]
    expected = """\
USD 100.00 known, the total is not: budgets, 2 of 5 lines counted, 1 in doubt, 2 left out
  [0] 2018-07-01/2019-06-30 CAD 100.00 (its days overlap those of [1]: taken for another part)
    CAD 100.00 = USD 80.00
      1 USD = 1.25 CAD: a bank, period average of 2018-01-01/2018-12-31, turned round, for 2018-07-01
  [1] 2018-01-01/2018-12-31 USD 20.00
  [2] 2018-01-01/2018-12-31 USD 20.00, repeated: the same as [1]
  [3] 2030-01-01/2030-12-31 CAD 5.00, left out: no rate from CAD to USD for 2030-01-01 in a bank: CAD is known from 2017 to 2019
  [4] 2031-01-01/2031-12-31 no value, left out: it has no value, or none in any currency"""

    assert expected == in_dollars(plan, "span_start").explain()


def test_a_fallback_is_explained() -> None:
    """Beside the line."""
    expected = """\
USD 80.00: budgets, 1 of 1 line counted, 1 in doubt
  [0] 2018-01-01/2018-12-31 CAD 100.00 (it has no value date, so the rate is that of its span start)
    CAD 100.00 = USD 80.00
      1 USD = 1.25 CAD: a bank, period average of 2018-01-01/2018-12-31, turned round, for 2018-01-01"""

    assert expected == in_dollars(Budget("2018", value="CAD 100"), "value_date", fallback="span_start").explain()


def test_a_portfolio_is_explained() -> None:
    """Lines of several projects say whose they are; those of one need not."""
    one = Project(identifier="CE.0373", budgets=Budget("2018", value="EUR 5"))
    two = Project(budgets=Budget(value="EUR 7"))
    expected = """\
EUR 12.00: budgets, 2 of 2 lines counted, 1 in doubt
  CE.0373 [0].budgets[0] 2018-01-01/2018-12-31 EUR 5.00
  [1].budgets[0] EUR 7.00 (it has no period)"""

    assert expected == budgets.total([one, two]).explain()
    assert """\
EUR 5.00: budgets, 1 of 1 line counted
  budgets[0] 2018-01-01/2018-12-31 EUR 5.00""" == budgets.total(one).explain()


def test_nothing_is_explained() -> None:
    """In a line."""
    assert "not known: budgets, 0 of 0 lines counted" == budgets.total([]).explain()


def test_sums_are_shown_in_a_line() -> None:
    """What is known, and that it is not all."""
    whole = budgets.total([Budget("2018", value="EUR 5"), Budget("2019", value="EUR 7")])
    part = budgets.total([Budget("2018", value="EUR 5"), Budget("2019")])

    assert ("EUR 12.00", "<Total budgets: EUR 12.00, 2 lines>") == (str(whole), repr(whole))
    assert "EUR 5.00 known, the total is not" == str(part)
    assert "<Total budgets: EUR 5.00 known, the total is not, 1 line, 1 left out>" == repr(part)
    assert ("not known", "<Total budgets: not known, 0 lines>") == (str(budgets.total([])), repr(budgets.total([])))


# ------------------------------------------------------------------ values


def test_sums_are_values() -> None:
    """Equal, hashable, frozen, and the same after pickling and copying, conversions among them."""
    total = in_dollars([CENTRE, Budget("2030", value="CAD 5")], "span_start")
    again = in_dollars([CENTRE, Budget("2030", value="CAD 5")], "span_start")

    assert total == again == pickle.loads(pickle.dumps(total)) == copy.deepcopy(total)  # noqa: S301
    assert hash(total) == hash(again)
    assert total != in_dollars(CENTRE, "span_start")
    assert total != in_dollars([CENTRE, Budget("2030", value="CAD 5")], "value_date")
    with pytest.raises(FrozenInstanceError):
        total.known = None  # type: ignore[misc]


def test_sums_may_be_built() -> None:
    """What is known is computed, not stated."""
    line = Line(Budget("2018", value="EUR 5"), "[0]")
    share = Share(2018, DateSpan.parse("2018"), Money("5", "EUR"))
    total = Total("budgets", "EUR", [Entry(line, "EUR 5", shares=share)])

    assert Money("5", "EUR") == total.known == total.value
    assert (share,) == total.entries[0].shares


def test_an_entry_holds_a_line() -> None:
    """Nothing else."""
    with pytest.raises(InvalidValue) as caught:
        Entry(Budget("2018"))  # type: ignore[arg-type]

    assert "Entry.line: must be a Line, got Budget('2018-01-01/2018-12-31')" == str(caught.value)
