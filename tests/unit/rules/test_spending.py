"""Money spent against the budget in several currencies: only where rates are given, and only at the day that is stated."""

import pytest

from aidmodel import Budget, Project, Transaction, check, rates

RATES = rates.FixedRates({("USD", "EUR"): "0.5"}, source="agreement 7")


def told(value_date: str | None, *, given: bool = True) -> list[str]:
    """Give what is said of 300 dollars that were spent of a budget of 100 euros."""
    project = Project(
        budgets=Budget("2024", value="EUR 100", value_date="2024-01-01"),
        transactions=Transaction(type="disbursement", date="2024-02-01", value="USD 300", value_date=value_date),
    )
    report = check(project, as_of="2024-05-31", rules="budgets.overspent", rates=RATES if given else None)
    return [issue.message for issue in report]


def test_amounts_are_converted_at_their_value_date() -> None:
    """300 dollars at 0.5 are 150 euros, of a budget of 100."""
    expected = (
        "from 2024-01-01 to 2024-05-31 EUR 150.00 was spent, and the budget of the periods begun by then is EUR 100.00: "
        "revise it, or mend one of the two"
    )

    assert [expected] == told("2024-02-01")


@pytest.mark.parametrize(("value_date", "given"), [("2024-02-01", False), (None, True)])
def test_nothing_is_guessed(value_date: str | None, given: bool) -> None:
    """Without rates, or a day to take them of, nothing is said."""
    assert [] == told(value_date, given=given)
