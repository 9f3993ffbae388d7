"""``aidmodel.budgets``: what each function takes, and what it adds up."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest

import aidmodel
from aidmodel import budgets
from aidmodel.analysis.lines import Outcome
from aidmodel.analysis.total import Total
from aidmodel.errors import InvalidValue
from aidmodel.model.budget import Budget, PlannedDisbursement
from aidmodel.model.project import Project
from aidmodel.model.statement import RelatedProject
from aidmodel.model.transaction import Transaction, TransactionType
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan

KINDS = [
    Transaction(type=kind, date=f"2024-{int(kind.value):02}-01" if int(kind.value) < 13 else "2025-01-01", value=amount)
    for kind, amount in zip(TransactionType, (f"EUR {2**power}" for power in range(13)), strict=True)
]
"""A payment of each kind: of EUR 1, 2, 4, 8 … so that a sum says which are in it; on the first of months."""
MEASURES: dict[str, tuple[Callable[..., Total], str]] = {
    "committed": (budgets.committed, "2"),  # outgoing commitment, the second: 2
    "disbursed": (budgets.disbursed, "68"),  # disbursement, the third: 4; reimbursement, the seventh: 64
    "expended": (budgets.expended, "8"),  # expenditure, the fourth: 8
    "spent": (budgets.spent, "76"),  # 4 + 8 + 64
    "received": (budgets.received, "1"),  # incoming funds, the first: 1
}
EACH = pytest.mark.parametrize(("function", "expected"), MEASURES.values(), ids=MEASURES)


@EACH
def test_kinds_of_payments(function: Callable[..., Total], expected: str) -> None:
    """Interest, repayments of loans, equity, guarantees, pledges and incoming commitments are in none."""
    assert Money(expected, "EUR") == function(KINDS).value


@EACH
def test_whatever_holds_payments(function: Callable[..., Total], expected: str) -> None:
    """A project, several, lists, tuples and streams of either."""
    project = Project(transactions=KINDS)
    amount, twice = Money(expected, "EUR"), Money(expected, "EUR") * 2

    assert amount == function(project).value == function([project]).value == function(iter([project])).value
    assert amount == function(tuple(KINDS)).value == function(each for each in KINDS).value
    assert twice == function([project, project]).value
    assert function([]).value is None
    assert function(Project()).value is None


def test_one_payment() -> None:
    """A single item is enough; where it is of another kind there is nothing to count."""
    assert Money("4", "EUR") == budgets.spent(KINDS[2]).value
    assert budgets.received(KINDS[2]).value is None
    assert () == budgets.received(KINDS[2]).entries


@pytest.mark.parametrize(
    "within", ["2024-03", "2024-03-01/2024-04-01", "../2024-04-30", DateSpan("2024-02-01", "2024-06-30")]
)
def test_payments_within_days(within: Any) -> None:
    """EUR 4 were paid on 1 March and EUR 8 on 1 April; EUR 64 on 1 July."""
    expected = "4" if within == "2024-03" else "12"

    assert Money(expected, "EUR") == budgets.spent(KINDS, within=within).value


@pytest.mark.parametrize("within", ["soon", 2024])
def test_days_are_a_span(within: Any) -> None:
    """Anything else is refused."""
    with pytest.raises(InvalidValue):
        budgets.spent(KINDS, within=within)


PLAN = [Budget("2018", value="EUR 10000", type="original"), Budget("2018", value="EUR 8000", type="revised")]


def test_e11_the_lines_that_stand() -> None:
    """Guide E 11: the revised one."""
    (line,) = budgets.current_lines(PLAN)

    assert (PLAN[1], "[1]", Outcome.COUNTED) == (line.item, line.path, line.outcome)
    assert (line,) == budgets.current_lines(iter(PLAN))


def test_lines_that_stand_may_lack_an_amount() -> None:
    """They are the plan all the same."""
    lines = budgets.current_lines([*PLAN, Budget("2019"), Budget("2019")])

    assert ["[1]", "[2]"] == [line.path for line in lines]


def test_lines_of_other_measures_stand() -> None:
    """Planned disbursements, and payments of a kind."""
    planned = PlannedDisbursement("2018", value="EUR 5")

    assert [planned] == [line.item for line in budgets.current_lines(planned, of="planned disbursements")]
    assert [KINDS[2], KINDS[3], KINDS[6]] == [line.item for line in budgets.current_lines(KINDS, of="spent")]


def test_lines_of_a_family_stand_once() -> None:
    """At the top, at the bottom, or everywhere."""
    parent = Project(identifier="P", budgets=Budget("2018", value="EUR 10"))
    child = Project(
        identifier="C", budgets=Budget("2018", value="EUR 6"), related_projects=RelatedProject("P", type="parent")
    )

    assert ["P"] == [line.project for line in budgets.current_lines([child, parent])]
    assert ["C"] == [line.project for line in budgets.current_lines([child, parent], hierarchy="children")]
    assert ["C", "P"] == [line.project for line in budgets.current_lines([child, parent], hierarchy="all")]


def test_totals_by_currency() -> None:
    """Each by itself, in the order of the codes; every line of a currency is in its total."""
    found = budgets.totals(
        [
            Budget("2019", value="USD 7"),
            Budget("2018", value="EUR 5", type="original"),
            Budget("2018", value="EUR 4", type="revised"),
            Budget("2020", value="EUR 1"),
        ]
    )

    assert [("EUR", Money("5", "EUR")), ("USD", Money("7", "USD"))] == [
        (code, each.value) for code, each in found.items()
    ]
    assert [3, 1] == [len(each.entries) for each in found.values()]


def test_totals_of_what_lacks_an_amount() -> None:
    """It may be of any currency: none of the totals is known, and each names it."""
    found = budgets.totals([Budget("2018", value="EUR 5"), Budget("2019", value="USD 7"), Budget("2020")])

    assert [None, None] == [each.value for each in found.values()]
    assert [Money("5", "EUR"), Money("7", "USD")] == [each.known for each in found.values()]
    assert [["[2]"], ["[2]"]] == [[entry.line.path for entry in each.left_out] for each in found.values()]


def test_a_currency_that_was_replaced_has_no_total() -> None:
    """The original was in euros, the revised is in dollars: nothing in euros is planned any more."""
    found = budgets.totals(
        [Budget("2018", value="EUR 5", type="original"), Budget("2018", value="USD 6", type="revised")]
    )

    assert ["USD"] == [*found]
    assert Money("6", "USD") == found["USD"].value


def test_totals_of_nothing() -> None:
    """No currency, no total."""
    assert {} == budgets.totals([]) == budgets.totals(Project())


def test_totals_of_payments() -> None:
    """``of`` is the measure."""
    assert {"EUR": Money("76", "EUR")} == {code: each.value for code, each in budgets.totals(KINDS, of="spent").items()}


@pytest.mark.parametrize(
    "function", [budgets.total, budgets.totals, budgets.current_lines, budgets.spent, budgets.by_calendar_quarter]
)
@pytest.mark.parametrize("holder", [None, 5, "abc", [None], {"budgets": []}, [5, 6]])
def test_holders_that_hold_nothing_of_the_kind(function: Callable[..., Any], holder: Any) -> None:
    """The message says what to give, or which item is wrong."""
    with pytest.raises(InvalidValue) as caught:
        function(holder)

    assert str(caught.value).startswith("budgets")


@pytest.mark.parametrize("function", [budgets.totals, budgets.current_lines, budgets.by_calendar_quarter])
def test_a_measure_that_nobody_knows(function: Callable[..., Any]) -> None:
    """Pledges are none."""
    with pytest.raises((InvalidValue, LookupError)):
        function(KINDS, of="pledged")


def test_all_names_are_there() -> None:
    """``aidmodel.budgets`` is the module, each name of it can be had, and has words for help()."""
    assert aidmodel.budgets is budgets
    assert sorted(budgets.__all__) == budgets.__all__
    assert all(getattr(budgets, name).__doc__ for name in budgets.__all__)


def test_results_of_projects_pickle() -> None:
    """With the lines of several projects in them."""
    projects = [Project(identifier="P", budgets=PLAN, transactions=KINDS), Project(budgets=PLAN)]
    results: list[Any] = [
        budgets.total(projects),
        budgets.totals(projects),
        budgets.current_lines(projects),
        budgets.by_calendar_quarter(projects),
        budgets.execution(projects, as_of="2018-06-30"),
    ]

    assert results == pickle.loads(pickle.dumps(results))  # noqa: S301
