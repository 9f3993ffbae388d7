"""Money that is planned, stated or paid."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

import aidmodel
from aidmodel import (
    Amount,
    AmountKind,
    Budget,
    BudgetItem,
    BudgetNotProvided,
    BudgetStatus,
    BudgetType,
    Code,
    CountryBudgetItems,
    DateSpan,
    InvalidValue,
    Money,
    Party,
    PlannedDisbursement,
    Project,
    Sector,
    Transaction,
    TransactionType,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""


def test_plain_input_is_what_it_stands_for() -> None:
    """Spans, money, days and members are understood from strings."""
    budget = Budget("2015-04-01/2016-03-31", value="CAD 1,979,997", value_date="2016-01-20", type="revised", status="2")
    planned = PlannedDisbursement("2024", value=Money(1, "CAD"), type="1", provider="GAC")
    paid = Transaction(type="3", date="2024-05-31", value="GBP -9,077.00", sectors="15190", aid_types=["C01"])

    assert (
        Budget(
            DateSpan(dt.date(2015, 4, 1), dt.date(2016, 3, 31)),
            value=Money(1_979_997, "CAD"),
            value_date=dt.date(2016, 1, 20),
            type=BudgetType.REVISED,
            status=BudgetStatus.COMMITTED,
        )
        == budget
    )
    assert (BudgetType.ORIGINAL, Party("GAC")) == (planned.type, planned.provider)
    assert (TransactionType.DISBURSEMENT, Money("-9077.00", "GBP")) == (paid.type, paid.value)
    assert ((Sector("15190"),), (Code("C01"),)) == (paid.sectors, paid.aid_types)


def test_a_budget_may_lack_what_a_real_file_lacks() -> None:
    """Nothing stated is None; a rule says so."""
    assert (None, None, None) == (Budget().span, Budget().value, Budget().type)
    assert Code("7") == Budget(type="7").type


def test_headings_of_a_government_budget() -> None:
    """A string is a code, a mapping goes from code to percentage; the vocabulary is that of all."""
    headings = CountryBudgetItems({"1.1.1": 50, "1.2.1": "50.0"}, vocabulary="2")

    assert (
        BudgetItem("1.1.1", percentage=Decimal(50)),
        BudgetItem("1.2.1", percentage=Decimal("50.0")),
    ) == headings.items
    assert (BudgetItem("1.1.1"),) == CountryBudgetItems("1.1.1").items
    assert headings == Project(country_budget_items=headings).country_budget_items
    assert ((), None) == (CountryBudgetItems().items, CountryBudgetItems().vocabulary)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("1", BudgetNotProvided.COMMERCIAL_RESTRICTIONS),
        ("2", BudgetNotProvided.LEGAL_RESTRICTIONS),
        ("rapid onset emergency", BudgetNotProvided.RAPID_ONSET_EMERGENCY),
        ("9", Code("9")),
        (None, None),
    ],
)
def test_why_there_are_no_budgets(given: Any, expected: object) -> None:
    """A code of the list or its term; a code that the list does not know is kept."""
    assert expected == Project(budget_not_provided=given).budget_not_provided


def test_capital_spend_is_a_share() -> None:
    """Percent of the total; None is not zero."""
    assert Decimal("88.8") == Project(capital_spend="88.8").capital_spend
    assert Project().capital_spend is None


def test_amounts_from_a_mapping() -> None:
    """Totals of a page by their kind."""
    amounts = Project(amounts={"maximum contribution": "CAD 4000000.00", "projected": "USD 1"}).amounts

    assert (
        Amount(Money("4000000.00", "CAD"), kind="maximum contribution"),
        Amount(Money(1, "USD"), kind="projected"),
    ) == amounts
    assert amounts[1:] == loosely.Project(amounts={AmountKind.PROJECTED: Money(1, "USD")}).amounts
    assert Amount(None, kind="projected").value is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: loosely.Budget("2023", value=1.5), "Budget.value: must be money, got 1.5"),
        (lambda: loosely.Budget("2023", value=100), 'Budget.value: must be money, got 100; write Money("100", "CAD"), in its own currency'),
        (
            lambda: Budget("2023", value_date="2023-01"),
            "Budget.value_date: must be a day, got '2023-01'; a month holds several: write the one that is meant, as in 2023-01-01",
        ),
        (
            lambda: loosely.Transaction(date=dt.datetime(2024, 5, 31)),  # noqa: DTZ001  refused anyway
            "Transaction.date: must be a date, got datetime.datetime(2024, 5, 31, 0, 0); use .date()",
        ),
        (lambda: loosely.Budget("2023", type=1), 'Budget.type: must be a code or term of BudgetType, got 1; write "1"'),
        (
            lambda: Budget("2016-03-31/2015-04-01"),
            ("Budget.span: is no span, as '2015-04-01' is before the start, 2016-03-31, got '2016-03-31/2015-04-01'; "
            "the earlier date comes first"),
        ),
        (
            lambda: CountryBudgetItems({"1.1.1": "half"}),
            "CountryBudgetItems.items[0].percentage: must be a plain number, got 'half'; digits, one point, no separators",
        ),
        (
            lambda: loosely.Project(country_budget_items="1.1.1"),
            "Project.country_budget_items: must be a CountryBudgetItems, got '1.1.1'",
        ),
        (
            lambda: Amount(Money(1, "CAD"), kind="total"),
            "Amount.kind: must be one of AmountKind, got 'total'; one of maximum contribution, total budget, projected",
        ),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """Money without a currency, a time where a day is wanted, a span that is reversed."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (Budget(), "Budget()"),
        (Budget(value=Money("1.50", "CAD")), "Budget(value=Money('1.50', 'CAD'))"),
        (Budget("2023", type="2"), "Budget('2023-01-01/2023-12-31', type=BudgetType.REVISED)"),
        (PlannedDisbursement(DateSpan("2024-01-01", None)), "PlannedDisbursement('2024-01-01/..')"),
        (CountryBudgetItems("1.1.1", vocabulary="2"), "CountryBudgetItems(BudgetItem('1.1.1'), vocabulary='2')"),
        (Amount(kind="projected"), "Amount(kind=AmountKind.PROJECTED)"),
        (Transaction(date="2024-05-31", humanitarian=False), "Transaction(date='2024-05-31', humanitarian=False)"),
    ],
)
def test_the_repr_is_short_and_can_be_pasted_back(thing: object, shown: str) -> None:
    """What is empty is left out; what is False is not empty."""
    names = {name: getattr(aidmodel, name) for name in aidmodel.__all__ if name[0].isupper()}

    assert shown == repr(thing)
    assert thing == eval(shown, names)  # noqa: S307  our own repr
