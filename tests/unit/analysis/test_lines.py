"""A line of money: the item it stands for, its days, and what became of it."""

import copy
import pickle
from datetime import date

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from aidmodel.analysis.lines import Line, Measure, Outcome, as_measure
from aidmodel.errors import InvalidValue
from aidmodel.model.budget import Budget, BudgetType, PlannedDisbursement
from aidmodel.model.organisation import Funder
from aidmodel.model.transaction import Transaction
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan


def test_a_line_answers_for_its_item() -> None:
    """Value, days and value date are those of the item; the days of a payment are its day."""
    item = Transaction(type="4", date="2024-02-01", value="EUR 1", value_date="2024-01-15")
    line = Line(item, "transactions[0]", "CE.0373")

    assert Money("1", "EUR") == line.value
    assert DateSpan("2024-02-01", "2024-02-01") == line.span
    assert date(2024, 1, 15) == line.value_date
    assert (Outcome.COUNTED, "") == (line.outcome, line.note)
    assert Line(Transaction(), "[0]").span is None
    assert Line(Budget(), "[0]").span is None


def test_a_contribution_has_an_amount_and_no_days() -> None:
    """It is for the whole of a project."""
    line = Line(Funder("Canada", contribution="CAD 3"), "participants[0]")

    assert (Money("3", "CAD"), None, None) == (line.value, line.span, line.value_date)


def test_a_planned_disbursement_with_a_start_only_is_of_that_day() -> None:
    """A budget with an open end has an open end."""
    day = DateSpan("2018-03-05", "2018-03-05")

    assert day == Line(PlannedDisbursement("2018-03-05/.."), "[0]").span
    assert DateSpan("2018-03-05", None) == Line(Budget("2018-03-05/.."), "[0]").span


def test_lines_are_values() -> None:
    """Equal, hashable, frozen, and the same after pickling and from their repr."""
    item = Budget("2018", value="EUR 100", type="original")
    line = Line(item, "budgets[0]", "CE.0373", "replaced", "by [1]")
    names = {"Line": Line, "Budget": Budget, "Money": Money, "Outcome": Outcome, "BudgetType": BudgetType}

    assert line == pickle.loads(pickle.dumps(line)) == copy.deepcopy(line) == eval(repr(line), names)  # noqa: S301, S307
    assert hash(line) == hash(copy.deepcopy(line))
    assert line != evolve(line, note="by [2]")
    with pytest.raises(FrozenInstanceError):
        line.note = ""  # type: ignore[misc]


def test_a_line_holds_an_amount_of_a_project() -> None:
    """Nothing else."""
    with pytest.raises(InvalidValue) as caught:
        Line("EUR 5", "budgets[0]")

    assert "Line.item: must be a Budget, a PlannedDisbursement, a Transaction or a Funder, got 'EUR 5'" == str(
        caught.value
    )


@pytest.mark.parametrize("measure", Measure)
def test_measures_are_known_by_their_words(measure: Measure) -> None:
    """The words that stand in explanations, and the members themselves."""
    assert measure is as_measure(measure) is as_measure(str(measure))


def test_a_measure_that_nobody_knows_is_refused() -> None:
    """Pledges are none."""
    with pytest.raises((InvalidValue, LookupError)):
        as_measure("pledged")
