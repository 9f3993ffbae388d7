"""Money by fiscal year and quarter: pro rata, exact to the smallest unit."""

import copy
import pickle
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from aidmodel.analysis import budgets
from aidmodel.analysis.split import Part, Split
from aidmodel.errors import CurrencyMismatch, InvalidValue, NotFound
from aidmodel.model.budget import Budget, PlannedDisbursement
from aidmodel.model.project import Project
from aidmodel.model.transaction import Transaction
from aidmodel.rates.table import RateTable
from aidmodel.values.fiscal import FiscalCalendar
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan

CALENDAR, GAC, US, AU = FiscalCalendar.CALENDAR, FiscalCalendar.GAC, FiscalCalendar.US, FiscalCalendar.AU
SPAN = "2022-03-28/2025-03-31"
"""The 1,100 days of guide E 1."""
YEARS = RateTable(
    {"CAD": {2018: "1.25"}},
    source="a bank",
    pivot="USD",
    quoting="units_per_pivot",
    basis="period average",
    frequency="year",
)


def plan(span: str | DateSpan | None, value: str) -> Budget:
    """Make a budget; the amount is as it stands."""
    currency, _, amount = value.partition(" ")
    return Budget(span, value=Money(amount, currency))


def told(split: Split) -> list[str]:
    """Give the parts as they are shown."""
    return [str(part) for part in split]


def numbers(split: Split) -> list[str]:
    """Give the amounts of all parts, in one currency."""
    return [f"{part.amount.amount:,}" for part in split]


# ------------------------------------------------------------------ vectors of the guide

E2 = {
    "GAC, 4/365/366/365 days": (
        GAC,
        [
            "2021/22 CAD 72,727.27",
            "2022/23 CAD 6,636,363.64",
            "2023/24 CAD 6,654,545.45",
            "2024/25 CAD 6,636,363.64",
        ],
    ),
    "US, 187/365/366/182 days": (
        US,
        ["FY2022 CAD 3,400,000.00", "FY2023 CAD 6,636,363.64", "FY2024 CAD 6,654,545.45", "FY2025 CAD 3,309,090.91"],
    ),
    "calendar, 279/365/366/90 days": (
        CALENDAR,
        ["2022 CAD 5,072,727.27", "2023 CAD 6,636,363.64", "2024 CAD 6,654,545.45", "2025 CAD 1,636,363.64"],
    ),
    "July, 95/365/366/274 days": (
        AU,
        ["FY2022 CAD 1,727,272.73", "FY2023 CAD 6,636,363.64", "FY2024 CAD 6,654,545.45", "FY2025 CAD 4,981,818.18"],
    ),
}


@pytest.mark.parametrize(("calendar", "expected"), E2.values(), ids=E2)
def test_e2_cad_20_million_over_fiscal_years(calendar: FiscalCalendar, expected: list[str]) -> None:
    """Guide E 2: pro rata by day; each sums to CAD 20,000,000.00."""
    split = budgets.by_fiscal_year(plan(SPAN, "CAD 20000000.00"), calendar)

    assert expected == told(split)
    assert Money("20000000.00", "CAD") == Money.sum(part.amount for part in split)


E3 = {
    "DKK 25,653,580 over 2022, 90/91/92/92 days": (
        "2022",
        "DKK 25653580",
        ["6,325,540.27", "6,395,824.05", "6,466,107.84", "6,466,107.84"],
    ),
    "GBP 202,736.20 over 2021-22, 91/92/92/90 days": (
        "2021-04-01/2022-03-31",
        "GBP 202736.20",
        ["50,545.19", "51,100.63", "51,100.63", "49,989.75"],
    ),
    "CAD 1,979,997 over 2015-16, 91/92/92/91 days": (
        "2015-04-01/2016-03-31",
        "CAD 1979997",
        ["492,294.34", "497,704.16", "497,704.16", "492,294.34"],
    ),
    "CAD 3,939,997 over 2016-17, 91/92/92/90 days": (
        "2016-04-01/2017-03-31",
        "CAD 3939997",
        ["982,300.62", "993,095.14", "993,095.13", "971,506.11"],
    ),
    "CAD 19,504,521 over 32/91/92/92 of 307 days": (
        "2017-02-28/2017-12-31",
        "CAD 19504521",
        ["2,033,044.53", "5,781,470.39", "5,845,003.04", "5,845,003.04"],
    ),
    "one day, the whole amount": ("2016-03-31/2016-03-31", "CAD 39.37", ["39.37"]),
}


@pytest.mark.parametrize(("span", "value", "expected"), E3.values(), ids=E3)
def test_e3_iati_flattener_splits_by_quarter(span: str, value: str, expected: list[str]) -> None:
    """Guide E 3, the public test cases of iati-flattener, to the cent."""
    split = budgets.by_calendar_quarter(plan(span, value))

    assert expected == numbers(split)
    assert plan(span, value).value == Money.sum(part.amount for part in split)


# ------------------------------------------------------------------ months


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # 4 of the 31 days of March 2022, and then 36 months: 4 + 3 * 372 = 1,120 thirty-firsts of a month
        ("CAD 1120.00", ["4.00", "372.00", "372.00", "372.00"]),
        # 1000 * 4 / 1120 = 3.5714… and 1000 * 372 / 1120 = 332.1428…, cut to cents leave one over: 0.14 of it in the
        # first, 0.28 of it in each of the others, of which the first gets it
        ("CAD 1000.00", ["3.57", "332.15", "332.14", "332.14"]),
    ],
)
def test_months_weigh_the_same(value: str, expected: list[str]) -> None:
    """Parts of a month weigh by its days."""
    assert expected == numbers(budgets.by_fiscal_year(plan(SPAN, value), GAC, method="months"))


def test_twelve_months_are_twelve_twelfths() -> None:
    """By days the quarters of 2024 are 91, 91, 92 and 92 days; by months they are equal."""
    year = plan("2024", "USD 366")

    assert ["91.00", "91.00", "92.00", "92.00"] == numbers(budgets.by_calendar_quarter(year))
    assert ["91.50", "91.50", "91.50", "91.50"] == numbers(budgets.by_calendar_quarter(year, method="months"))


def test_parts_of_months_at_both_ends() -> None:
    """15 of 29 days of February and March are 44/29, April and 10 of 31 days of May 41/31: as 1,364 to 1,189."""
    split = budgets.by_calendar_quarter(plan("2024-02-15/2024-05-10", "USD 2553"), method="months")

    assert ["1,364.00", "1,189.00"] == numbers(split)


def test_part_of_a_month_is_one_part() -> None:
    """Whatever the method."""
    for method in ("days", "months"):
        split = budgets.by_calendar_quarter(plan("2024-02-10/2024-02-19", "USD 7"), method=method)

        assert ["2024-Q1 USD 7.00"] == told(split)


def test_a_whole_month_and_a_day() -> None:
    """31 of 31 days of December and 1 of 31 of January: 31 to 1, by days and by months."""
    span = plan("2023-12-01/2024-01-01", "USD 32")
    for method in ("days", "months"):
        assert ["31.00", "1.00"] == numbers(budgets.by_fiscal_year(span, CALENDAR, method=method))


def test_there_are_two_methods() -> None:
    """Another word is refused."""
    with pytest.raises(InvalidValue) as caught:
        budgets.by_fiscal_year(plan("2024", "USD 1"), CALENDAR, method="weeks")  # type: ignore[arg-type]

    assert 'budgets.method: must be "days" or "months", got \'weeks\'' == str(caught.value)


# ------------------------------------------------------------------ what a part cannot be smaller than


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("CAD 100", ["33.34", "33.33", "33.33"]),
        ("CAD -100", ["-33.34", "-33.33", "-33.33"]),
        ("CAD 0", ["0.00", "0.00", "0.00"]),
        ("CAD 0.01", ["0.01", "0.00", "0.00"]),
        ("CAD 0.001", ["0.001", "0.000", "0.000"]),
        ("CAD 1.0000", ["0.3334", "0.3333", "0.3333"]),
        ("JPY 100", ["34", "33", "33"]),
        ("JPY 0.5", ["0.2", "0.2", "0.1"]),
        ("KWD 1", ["0.334", "0.333", "0.333"]),
        ("XDR 100", ["33.34", "33.33", "33.33"]),
        ("DEM 100", ["33.34", "33.33", "33.33"]),
        ("ZZZ 100", ["33.34", "33.33", "33.33"]),
    ],
)
def test_three_equal_years(value: str, expected: list[str]) -> None:
    """2021, 2022 and 2023 have 365 days each: smallest units left over go to the first; finer amounts stay as fine."""
    assert expected == numbers(budgets.by_fiscal_year(plan("2021-01-01/2023-12-31", value), CALENDAR))


def test_an_amount_of_one_part_stays_as_it_is() -> None:
    """Nothing is rounded that is not shared out."""
    (part,) = budgets.by_fiscal_year(plan("2021", "JPY 0.5"), CALENDAR)

    assert Money("0.5", "JPY") == part.amount


# ------------------------------------------------------------------ what cannot be split


@pytest.mark.parametrize(
    ("span", "why"),
    [
        ("2018-03/2019-03", "it is not known which days 2018-03/2019-03 holds: state it by its days"),
        ("2018-01-01/..", "it is not known which days 2018-01-01/.. holds: state it by its days"),
        ("../2018-12-31", "it is not known which days ../2018-12-31 holds: state it by its days"),
        ("2018-01-01/2018-06", "it is not known which days 2018-01-01/2018-06 holds: state it by its days"),
        (None, "it has no period: state it by its days"),
    ],
)
def test_days_that_are_not_known_are_left_out(span: str | None, why: str) -> None:
    """With the reason; the rest is split."""
    split = budgets.by_fiscal_year([plan(span, "CAD 5"), plan("2025", "CAD 7")], CALENDAR)

    assert ["2025 CAD 7.00"] == told(split)
    assert [why] == [entry.line.note for entry in split.left_out]
    assert [None] == [entry.amount for entry in split.left_out]
    assert ["[1]"] == [entry.line.path for entry in split.counted]
    assert not split.complete


def test_a_month_is_known_by_its_days() -> None:
    """2018-03 alone is that whole month."""
    assert ["2017/18 CAD 5.00"] == told(budgets.by_fiscal_year(plan("2018-03", "CAD 5"), GAC))


def test_lines_that_do_not_count_are_not_split() -> None:
    """They stay among the entries, without an amount."""
    lines = [
        Budget("2018", value="EUR 5", type="original"),
        Budget("2018", value="EUR 7", type="revised"),
        Budget("2018", value="EUR 7", type="revised"),
        Budget("2019"),
    ]
    split = budgets.by_fiscal_year(lines, CALENDAR)

    assert ["2018 EUR 7.00"] == told(split)
    assert ["replaced", "counted", "repeated", "left out"] == [str(entry.line.outcome) for entry in split.entries]
    assert [0, 1, 0, 0] == [len(entry.shares) for entry in split.entries]


@pytest.mark.parametrize("calendar", [CALENDAR, GAC, US, AU])
def test_the_last_days_of_the_calendar_can_be_split(calendar: FiscalCalendar) -> None:
    """9999-12-31, which stands for "without end" in some files, is a day like others: nothing is raised for it."""
    split = budgets.by_fiscal_year(plan("9999-12-01/9999-12-31", "CAD 1"), calendar)

    assert 1 == len(split.entries)


def test_the_last_month_of_the_calendar_has_31_days() -> None:
    """There is no day after it to count from; two years are 24 months, 12 in each."""
    split = budgets.by_fiscal_year(plan("9998-01-01/9999-12-31", "CAD 24"), CALENDAR, method="months")

    assert ["9998 CAD 12.00", "9999 CAD 12.00"] == told(split)


# ------------------------------------------------------------------ parts


def test_sums_of_several_lines() -> None:
    """Parts come in order of time, whatever that of the lines; a year without money is not there."""
    split = budgets.by_fiscal_year(
        [plan("2025", "CAD 5"), plan("2022-07-01/2023-06-30", "CAD 365"), plan("2022", "CAD 1")], CALENDAR
    )

    assert ["2022 CAD 185.00", "2023 CAD 181.00", "2025 CAD 5.00"] == told(split)  # 184 and 181 of 365 days
    assert 3 == len(split)
    assert list(split) == list(split.parts)


def test_parts_are_found_by_key_or_label() -> None:
    """A fiscal year, a quarter, or what is written so; what is not there raises."""
    years = budgets.by_fiscal_year(plan(SPAN, "CAD 20000000.00"), GAC)
    quarters = budgets.by_calendar_quarter(plan("2022", "DKK 25653580"))

    assert Money("6654545.45", "CAD") == years[2023].amount == years["2023/24"].amount
    assert DateSpan("2023-04-01", "2024-03-31") == years[2023].span
    assert "2023/24" == years[2023].label
    assert Money("6395824.05", "DKK") == quarters[2022, 2].amount == quarters["2022-Q2"].amount
    assert DateSpan("2022-04-01", "2022-06-30") == quarters["2022-Q2"].span
    for split, missing in ((years, 2030), (years, "2030/31"), (quarters, 2022), (quarters, (2023, 1))):
        with pytest.raises(NotFound) as caught:
            split[missing]

        assert str(missing) == caught.value.key


def test_what_is_not_there_is_said_with_what_is() -> None:
    """The first and the last part, or that there is none."""
    split = budgets.by_fiscal_year(plan(SPAN, "CAD 1"), GAC)
    with pytest.raises(NotFound) as caught:
        split[2030]

    assert "no part of the split (it goes from 2021/22 to 2024/25) '2030'" == str(caught.value)
    with pytest.raises(NotFound, match="no part of the split"):
        budgets.by_fiscal_year([], GAC)[2030]


def test_currencies_stand_side_by_side() -> None:
    """In the order of their codes; one number of a part that has several is refused."""
    split = budgets.by_fiscal_year([plan("2018", "USD 7"), plan("2018", "EUR 5"), plan("2019", "EUR 1")], CALENDAR)

    assert ["2018 EUR 5.00, USD 7.00", "2019 EUR 1.00"] == told(split)
    assert (Money("5", "EUR"), Money("7", "USD")) == split[2018].amounts
    with pytest.raises(CurrencyMismatch) as caught:
        split[2018].amount  # noqa: B018

    assert CurrencyMismatch("EUR", "USD", "add") == caught.value
    assert Money("1", "EUR") == split[2019].amount


def test_a_line_is_converted_and_then_split() -> None:
    """CAD 100.01 of 2018 is USD 80.008, USD 80.01; two years of 365 days get 40.01 and 40.00."""
    split = budgets.by_fiscal_year(
        plan("2018-01-01/2019-12-31", "CAD 100.01"), CALENDAR, to="USD", rates=YEARS, on="2018"
    )

    assert ["2018 USD 40.01", "2019 USD 40.00"] == told(split)


def test_what_has_no_rate_is_left_out() -> None:
    """And the rest is not all."""
    split = budgets.by_fiscal_year(
        [plan("2018", "CAD 100"), plan("2019", "CAD 100")], CALENDAR, to="USD", rates=YEARS, on="span_start"
    )

    assert ["2018 USD 80.00"] == told(split)
    assert not split.complete
    assert ["no rate from CAD to USD for 2019-01-01 in a bank: CAD is known from 2018 to 2018"] == [
        entry.line.note for entry in split.left_out
    ]


def test_payments_fall_on_their_day() -> None:
    """Whatever their value date; one without a day is left out."""
    paid = [
        Transaction(type="3", date="2024-03-31", value="EUR 5", value_date="2020-01-01"),
        Transaction(type="4", date="2024-04-01", value="EUR 7"),
        Transaction(type="4", value="EUR 9"),
        Transaction(type="2", date="2024-04-01", value="EUR 11"),
    ]
    split = budgets.by_fiscal_year(paid, GAC, of="spent")

    assert ["2023/24 EUR 5.00", "2024/25 EUR 7.00"] == told(split)
    assert ["[2]"] == [entry.line.path for entry in split.left_out]
    assert 3 == len(split.entries)


def test_planned_disbursements_fall_on_their_days() -> None:
    """One with a start only on that day."""
    planned = [
        PlannedDisbursement("2024-03-31/..", value="EUR 5"),
        PlannedDisbursement("2024-03-31/2024-04-01", value="EUR 7"),
    ]

    assert ["2023/24 EUR 8.50", "2024/25 EUR 3.50"] == told(
        budgets.by_fiscal_year(planned, GAC, of="planned disbursements")
    )


def test_projects_can_be_split() -> None:
    """One, several, a stream; a child's budget is in that of its parent."""
    from aidmodel.model.statement import RelatedProject

    parent = Project(identifier="P", budgets=plan("2018", "EUR 5"))
    child = Project(identifier="C", budgets=plan("2019", "EUR 2"), related_projects=RelatedProject("P", type="parent"))

    assert ["2018 EUR 5.00"] == told(budgets.by_fiscal_year(parent, CALENDAR))
    assert ["2018 EUR 5.00"] == told(budgets.by_fiscal_year(iter([parent, child]), CALENDAR))
    assert ["2018 EUR 5.00", "2019 EUR 2.00"] == told(
        budgets.by_fiscal_year([parent, child], CALENDAR, hierarchy="all")
    )


def test_nothing_has_no_parts() -> None:
    """And is not complete: where nothing is stated, nothing is known."""
    split = budgets.by_calendar_quarter([])

    assert "not known: there are no lines" == str(split)
    assert ((), (), False, 0) == (split.parts, split.entries, split.complete, len(split))


@pytest.mark.parametrize("calendar", [4, "GAC", None])
def test_a_calendar_is_wanted(calendar: Any) -> None:
    """There is no fiscal year by default."""
    with pytest.raises(InvalidValue) as caught:
        budgets.by_fiscal_year(plan("2018", "EUR 5"), calendar)

    message = (
        f"by_fiscal_year.calendar: must be a FiscalCalendar, got {calendar!r}; write FiscalCalendar.GAC, or another"
    )
    assert message == str(caught.value)


# ------------------------------------------------------------------ explanations, values


def test_a_split_is_explained() -> None:
    """Parts, lines, rates and shares."""
    split = budgets.by_fiscal_year(
        [plan("2018-12-30/2019-01-03", "CAD 6.25"), plan(None, "CAD 1")], CALENDAR, to="USD", rates=YEARS, on="2018"
    )
    expected = """\
budgets, 1 of 2 lines counted, 1 left out
  2018 USD 2.00
  2019 USD 3.00
  [0] 2018-12-30/2019-01-03 CAD 6.25
    CAD 6.25 = USD 5.00
      1 USD = 1.25 CAD: a bank, period average of 2018-01-01/2018-12-31, turned round, for 2018
      2018-12-30/2018-12-31 2 days: USD 2.00
      2019-01-01/2019-01-03 3 days: USD 3.00
  [1] CAD 1.00, left out: it has no period: state it by its days"""

    assert expected == split.explain()


def test_one_day_is_a_day() -> None:
    """And two are days."""
    told_so = budgets.by_fiscal_year(plan("2018-12-31/2019-01-01", "CAD 2"), CALENDAR).explain()

    assert "2018-12-31/2018-12-31 1 day: CAD 1.00" in told_so


def test_splits_are_shown_in_a_line() -> None:
    """The first four parts, and how many lines were left out."""
    split = budgets.by_calendar_quarter(
        [plan("2018", "CAD 365"), plan("2019-02-01/2019-02-01", "CAD 1"), plan(None, "CAD 1")]
    )
    expected = "<Split budgets: 2018-Q1 CAD 90.00; 2018-Q2 CAD 91.00; 2018-Q3 CAD 92.00; 2018-Q4 CAD 92.00; …; 2 lines, 1 left out>"

    assert expected == repr(split)
    assert "<Split budgets: 2018-Q1 CAD 1.00; 1 line>" == repr(budgets.by_calendar_quarter(plan("2018-01", "CAD 1")))


def test_splits_are_values() -> None:
    """Equal, hashable, frozen, and the same after pickling and copying."""
    split = budgets.by_fiscal_year(plan(SPAN, "CAD 20000000.00"), GAC)
    again = budgets.by_fiscal_year(plan(SPAN, "CAD 20000000.00"), GAC)

    assert split == again == pickle.loads(pickle.dumps(split)) == copy.deepcopy(split)  # noqa: S301
    assert hash(split) == hash(again)
    assert split != budgets.by_fiscal_year(plan(SPAN, "CAD 20000000.00"), US)
    with pytest.raises(FrozenInstanceError):
        split.parts = ()  # type: ignore[misc]


def test_a_part_can_be_built() -> None:
    """It shows its label and amounts."""
    part = Part(2018, "2018", DateSpan.parse("2018"), [Money("5", "EUR")])

    assert part == budgets.by_fiscal_year(plan("2018", "EUR 5"), CALENDAR)[2018]
    assert "2018 EUR 5.00" == str(part)


def test_a_split_tells_of_what_is_left_out() -> None:
    """In its words, as its parts alone look whole."""
    split = budgets.by_fiscal_year([plan("2023", "CAD 5"), Budget("2024")], CALENDAR)

    assert "2023 CAD 5.00\nand 1 line left out" == str(split)
    assert not split.complete


def test_a_split_has_its_sums_and_doubts() -> None:
    """Two budgets of one year are taken for parts of it, which is doubtful; 5 + 7 = 12."""
    split = budgets.by_fiscal_year([plan("2023", "CAD 5"), plan("2023", "CAD 7"), plan("2024", "EUR 1")], CALENDAR)

    assert (Money("12", "CAD"), Money("1", "EUR")) == split.sums
    assert ["[1]"] == [entry.line.path for entry in split.doubts]


def test_a_year_is_in_a_split_by_number_or_label() -> None:
    """As it is found by them."""
    split = budgets.by_fiscal_year(plan("2023", "CAD 5"), GAC)

    assert 2023 in split
    assert "2023/24" in split
    assert 2030 not in split
    assert (2023, None) == (split[2023].year, split[2023].quarter)
