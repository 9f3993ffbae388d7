"""Rules on money against money: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Budget, Project, Severity, Transaction

W, INFO = Severity.WARNING, Severity.INFO


def planned(*budgets: tuple[str, str, str | None]) -> Project:
    """Give a project with budgets: span, amount, type."""
    return Project(budgets=[Budget(span, value=value, type=kind) for span, value, kind in budgets])


def spent(*payments: Transaction, budgets: Sequence[Budget] | None = None) -> Project:
    """Give a project with payments and a budget of 100 euros for each of 2023 to 2025."""
    yearly = [Budget(year, value="EUR 100") for year in ("2023", "2024", "2025")]
    return Project(budgets=yearly if budgets is None else budgets, transactions=payments)


def paid(value: str, date: str | None = "2024-03-01", type: str = "disbursement") -> Transaction:  # noqa: A002
    """Give a payment."""
    return Transaction(type=type, date=date, value=value)


def alone(span: str) -> str:
    """Give the words on a revised budget without an original."""
    return f"there is no original budget for {span}: keep the one that was revised"


OVER = (
    "from 2023-01-01 to 2024-05-31 EUR {} was spent, and the budget of the periods begun by then is EUR 200.00: revise it, or "
    "mend one of the two"
)
IN_PART = "of 2023-01-01/2023-12-31 only a part is revised, in the budget of {}: state a revised one for the rest, too"
Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "budgets.revised-in-part": [
        (
            planned(("2023", "EUR 100", "original"), ("2023-07-01/2024-03-31", "EUR 90", "revised")),
            W,
            [
                (
                    "budgets[0].span",
                    IN_PART.format("2023-07-01/2024-03-31"),
                    None,
                )
            ],
        ),
        (
            planned(("2023", "EUR 100", None), ("2023-Q1", "EUR 10", "revised"), ("2023-Q3", "EUR 20", "revised")),
            W,
            [
                (
                    "budgets[0].span",
                    IN_PART.format("2023-07-01/2023-09-30"),
                    None,
                )
            ],
        ),
    ],
    "budgets.revised-without-original": [
        (planned(("2023", "EUR 100", "revised")), INFO, [("budgets[0].type", alone("2023-01-01/2023-12-31"), None)]),
        (
            planned(("2023", "EUR 90", "original"), ("2023", "EUR 80", "revised"), ("2024", "EUR 70", "revised")),
            INFO,
            [("budgets[2].type", alone("2024-01-01/2024-12-31"), None)],
        ),
    ],
    "budgets.revised-in-other-currency": [
        (
            planned(("2023", "EUR 100", "original"), ("2023", "USD 110", "revised")),
            W,
            [("budgets[1].value", "it is in USD, and budgets[0], which it revises, in EUR: state both in one", None)],
        ),
    ],
    "budgets.overspent": [
        # the years 2023 and 2024 have begun by 2024-05-31: 100 + 100
        (
            spent(paid("EUR 120"), paid("EUR 80.02", "2023-01-01", "expenditure")),
            W,
            [("budgets", OVER.format("200.02"), None)],
        ),
        (spent(paid("EUR 200"), paid("EUR 1", type="reimbursement")), W, [("budgets", OVER.format("201.00"), None)]),
    ],
}

QUIET: dict[str, list[Project]] = {
    "budgets.revised-in-part": [
        Project(),
        planned(("2023", "EUR 100", "original"), ("2023", "EUR 90", "revised")),
        planned(("2023", "EUR 100", "original"), ("2022-01-01/2024-12-31", "EUR 300", "revised")),
        planned(("2023-Q1", "EUR 9", None), ("2023-Q2", "EUR 9", None), ("2023-01-01/2023-06-30", "EUR 20", "revised")),
        planned(("2023", "EUR 100", "original"), ("2024", "EUR 90", "revised")),
        planned(("2023", "EUR 100", "original"), ("2023-07-01/2024-03-31", "EUR 90", "original")),
        planned(
            ("2023-01-01/2024-12-31", "EUR 100", "original"), ("2023", "EUR 9", "revised"), ("2024", "EUR 8", "revised")
        ),
    ],
    "budgets.revised-without-original": [
        Project(),
        planned(("2023", "EUR 100", None), ("2023", "EUR 90", "revised")),
        planned(("2023", "EUR 100", "original"), ("2023-07-01/2024-03-31", "EUR 90", "revised")),
        planned(("2023", "EUR 100", "original")),
    ],
    "budgets.revised-in-other-currency": [
        Project(),
        planned(("2023", "EUR 100", "original"), ("2023", "EUR 110", "revised")),
        planned(("2023", "EUR 100", "original"), ("2024", "USD 110", "revised")),
        planned(("2023", "EUR 100", "revised"), ("2023", "USD 110", "revised")),
    ],
    "budgets.overspent": [
        Project(),
        spent(paid("EUR 200")),
        spent(paid("EUR 200.01")),  # two budgets, each rounded by half a cent at most
        spent(paid("EUR 500", type="outgoing commitment"), paid("EUR 200")),
        spent(paid("EUR 999", "2022-12-31")),  # of before the first budget
        spent(paid("EUR 999", "2024-06-01")),  # of after the day to judge by
        spent(paid("EUR 300"), paid("EUR -100")),
        spent(paid("EUR 300"), paid("EUR 1", None)),  # when it was is not known
        spent(paid("USD 900")),  # no rates are given
        spent(paid("EUR 900"), budgets=[Budget("2023", value="EUR 100"), Budget("2024")]),
        spent(
            paid("EUR 900"), budgets=[Budget("2023", value="EUR 100"), Budget("2023-06-01/2023-07-31", value="EUR 50")]
        ),
        spent(paid("EUR 900"), budgets=[Budget("2025", value="EUR 100")]),
        spent(
            paid("EUR 150"), budgets=[Budget("2024", value="EUR 100"), Budget("2024", value="EUR 160", type="revised")]
        ),
    ],
}
