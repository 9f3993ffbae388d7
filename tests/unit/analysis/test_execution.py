"""How much of a budget was spent by a day."""

import copy
import pickle
from fractions import Fraction
from typing import Any

import pytest

from aidmodel.analysis import budgets
from aidmodel.analysis.execution import Execution
from aidmodel.errors import CurrencyMismatch, InvalidValue
from aidmodel.model.budget import Budget
from aidmodel.model.project import Project
from aidmodel.model.statement import RelatedProject
from aidmodel.model.transaction import Transaction
from aidmodel.rates.providers import FixedRates
from aidmodel.values.money import Money

AGREED = FixedRates({("CAD", "USD"): "0.5"}, source="agreement 12/2021")


def spent(day: str | None, value: str | None) -> Transaction:
    """Make a payment for goods and services."""
    return Transaction(type="expenditure", date=day, value=value)


def project(*items: Budget | Transaction, name: str | None = None, **stated: Any) -> Project:
    """Make a project of budgets and payments."""
    return Project(
        identifier=name,
        budgets=[item for item in items if isinstance(item, Budget)],
        transactions=[item for item in items if isinstance(item, Transaction)],
        **stated,
    )


YEAR = Budget("2024", value="CAD 366")
CENTRE = project(YEAR, spent("2024-02-01", "CAD 61"))


def test_spent_against_due_and_against_all() -> None:
    """By 30 April 121 of 366 days have passed: CAD 121 is due, and CAD 61 was spent."""
    execution = budgets.execution(CENTRE, as_of="2024-04-30")

    assert Money("61", "CAD") == execution.spent.value
    assert Money("121", "CAD") == execution.due.value
    assert Money("366", "CAD") == execution.budget.value
    assert (Fraction(61, 121), Fraction(1, 6), "") == (execution.of_due, execution.of_budget, execution.reason)


@pytest.mark.parametrize(
    ("as_of", "due"),
    [
        ("2023-12-31", "0"),
        ("2024-01-01", "1"),
        ("2024-02-01", "32"),
        ("2024-12-30", "365"),
        ("2024-12-31", "366"),
        ("2025-06-30", "366"),
        ("9999-12-31", "366"),
        ("0001-01-01", "0"),
    ],
)
def test_what_is_due_grows_by_the_day(as_of: str, due: str) -> None:
    """The day itself is included; CAD 366 are CAD 1 a day."""
    assert Money(due, "CAD") == budgets.execution(CENTRE, as_of=as_of).due.value


def test_shares_of_what_is_due_are_exact() -> None:
    """CAD 100 over three days are CAD 33.33 by the first, and CAD 66.67 by the second."""
    holder = project(Budget("2024-01-01/2024-01-03", value="CAD 100"), spent("2024-01-01", "CAD 1"))

    assert Money("33.33", "CAD") == budgets.execution(holder, as_of="2024-01-01").due.value
    assert Money("66.67", "CAD") == budgets.execution(holder, as_of="2024-01-02").due.value


def test_payments_of_the_day_are_included() -> None:
    """Those of the next day are not."""
    holder = project(YEAR, spent("2024-04-30", "CAD 5"), spent("2024-05-01", "CAD 7"))

    assert Money("5", "CAD") == budgets.execution(holder, as_of="2024-04-30").spent.value


def test_more_than_the_budget_can_be_spent() -> None:
    """Ratios are not clamped; what is paid back counts below zero."""
    over = project(YEAR, spent("2024-01-01", "CAD 732"))
    back = project(YEAR, spent("2024-01-01", "CAD 10"), spent("2024-01-02", "CAD -376"))

    assert Fraction(2) == budgets.execution(over, as_of="2024-12-31").of_budget
    assert Fraction(-1) == budgets.execution(back, as_of="2024-12-31").of_budget


REASONS: dict[str, tuple[Project, str, bool]] = {
    "nothing of the budget is due by 2024-03-01": (
        project(Budget("2025", value="CAD 5"), spent("2024-01-01", "CAD 1")),
        "nothing of the budget is due by 2024-03-01",
        True,
    ),
    "no payments": (project(YEAR), "what was spent is not stated", False),
    "no payments by then": (project(YEAR, spent("2024-03-02", "CAD 1")), "what was spent is not stated", False),
    "no budget": (project(spent("2024-01-01", "CAD 1")), "the budget is not stated", False),
    "a budget without a value": (
        project(YEAR, Budget("2025"), spent("2024-01-01", "CAD 1")),
        "the budget is not known: 1 line could not be counted",
        False,
    ),
    "payments without a date": (
        project(YEAR, spent("2024-01-01", "CAD 1"), spent(None, "CAD 1"), spent(None, "CAD 2")),
        "what was spent is not known: 2 lines could not be counted",
        False,
    ),
    "a budget without an end": (
        project(Budget("2024-01-01/..", value="CAD 5"), spent("2024-01-01", "CAD 1")),
        "what is due is not known: 1 line could not be counted",
        True,
    ),
}


@pytest.mark.parametrize(("holder", "reason", "of_budget"), REASONS.values(), ids=REASONS)
def test_what_is_not_known_has_a_reason(holder: Project, reason: str, of_budget: bool) -> None:
    """And no ratio; all of the budget may be known where the part that is due is not."""
    execution = budgets.execution(holder, as_of="2024-03-01")

    assert reason == execution.reason
    assert execution.of_due is None
    assert of_budget is (execution.of_budget is not None)


def test_a_budget_of_0_has_no_ratio() -> None:
    """Nothing is a part of it."""
    execution = budgets.execution(
        project(Budget("2024", value="CAD 0"), spent("2024-01-01", "CAD 1")), as_of="2024-12-31"
    )

    assert (None, None) == (execution.of_due, execution.of_budget)
    assert execution.reason


MIXED = project(YEAR, spent("2024-02-01", "USD 61"))


def test_several_currencies_are_a_mismatch() -> None:
    """Budgets in two, payments in two, or payments in another than budgets: one number was asked for."""
    for holder in (
        project(YEAR, Budget("2025", value="USD 1"), spent("2024-02-01", "CAD 61")),
        project(YEAR, spent("2024-02-01", "CAD 61"), spent("2024-02-01", "USD 61")),
        MIXED,
    ):
        with pytest.raises(CurrencyMismatch):
            budgets.execution(holder, as_of="2024-04-30")


def test_several_currencies_are_converted() -> None:
    """CAD 366 at 0.5 are USD 183, of which 121 of 366 days are USD 60.50."""
    execution = budgets.execution(MIXED, as_of="2024-04-30", to="USD", rates=AGREED, on="span_start")

    assert Money("61", "USD") == execution.spent.value
    assert Money("60.50", "USD") == execution.due.value
    assert Fraction(610, 605) == execution.of_due
    assert Fraction(61, 183) == execution.of_budget


def test_revised_budgets_are_what_is_due() -> None:
    """As in a total."""
    holder = project(
        Budget("2024", value="CAD 366", type="original"),
        Budget("2024", value="CAD 732", type="revised"),
        spent("2024-01-01", "CAD 1"),
    )

    assert Money("242", "CAD") == budgets.execution(holder, as_of="2024-04-30").due.value


def test_portfolios_and_streams() -> None:
    """They are read once; what parents and children both state counts once."""
    parent = project(YEAR, spent("2024-02-01", "CAD 61"), name="P")
    child = project(YEAR, spent("2024-02-01", "CAD 61"), name="C", related_projects=RelatedProject("P", type="parent"))
    whole = budgets.execution(iter([parent, child]), as_of="2024-04-30")
    every = budgets.execution([parent, child], as_of="2024-04-30", hierarchy="all")

    assert Money("61", "CAD") == whole.spent.value
    assert Money("366", "CAD") == whole.budget.value
    assert Money("122", "CAD") == every.spent.value
    assert Money("242", "CAD") == every.due.value


@pytest.mark.parametrize("holder", [5, None, "abc", YEAR, [YEAR], [None], {}])
def test_projects_are_wanted(holder: Any) -> None:
    """A budget alone does not say what was spent."""
    with pytest.raises(InvalidValue):
        budgets.execution(holder, as_of="2024-04-30")


@pytest.mark.parametrize("as_of", ["2024", "soon", None, 2024])
def test_a_day_is_wanted(as_of: Any) -> None:
    """There is no today."""
    with pytest.raises(InvalidValue):
        budgets.execution(CENTRE, as_of=as_of)


def test_it_is_shown_in_a_line() -> None:
    """61 of 121 are 50.4 %, of 366 16.7 %."""
    execution = budgets.execution(CENTRE, as_of="2024-04-30")
    expected = "2024-04-30: CAD 61.00 spent, 50.4% of the CAD 121.00 due by then, 16.7% of the budget of CAD 366.00"

    assert expected == str(execution)
    assert f"<Execution {expected}>" == repr(execution)


def test_what_is_not_known_is_shown() -> None:
    """With the reason, in the place of the parts."""
    expected = "2024-04-30: spending not known; what was spent is not stated"

    assert expected == str(budgets.execution(project(YEAR), as_of="2024-04-30"))


def test_it_is_explained() -> None:
    """The lines of what was spent, of what is due, and of the budget."""
    expected = """\
2024-04-30: CAD 61.00 spent, 50.4% of the CAD 121.00 due by then, 16.7% of the budget of CAD 366.00
CAD 61.00: spent, 1 of 1 line counted
  transactions[0] 2024-02-01/2024-02-01 CAD 61.00
CAD 121.00: budgets, 1 of 1 line counted
  budgets[0] 2024-01-01/2024-12-31 CAD 366.00
      2024-01-01/2024-04-30 121 days: CAD 121.00
      2024-05-01/2024-12-31 245 days: CAD 245.00
CAD 366.00: budgets, 1 of 1 line counted
  budgets[0] 2024-01-01/2024-12-31 CAD 366.00"""

    assert expected == budgets.execution(CENTRE, as_of="2024-04-30").explain()


def test_executions_are_values() -> None:
    """Equal, hashable, and the same after pickling and copying."""
    execution = budgets.execution(CENTRE, as_of="2024-04-30")

    assert execution == pickle.loads(pickle.dumps(execution)) == copy.deepcopy(execution)  # noqa: S301
    assert hash(execution) == hash(budgets.execution(CENTRE, as_of="2024-04-30"))
    assert execution != budgets.execution(CENTRE, as_of="2024-04-29")
    assert execution == Execution("2024-04-30", execution.budget, execution.due, execution.spent)
