"""Rules on money that moved: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Budget, PlannedDisbursement, Project, Severity, Transaction

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "transactions.date-in-future": [
        (
            Project(transactions=[Transaction(date="2024-05-31"), Transaction(date="2024-06-01")]),
            Severity.ERROR,
            [
                (
                    "transactions[1].date",
                    "the transaction is dated 2024-06-01, after 2024-05-31: what is to come is a planned disbursement",
                    "11.2.1",
                )
            ],
        ),
    ],
    "transactions.value-date-in-future": [
        (
            Project(
                transactions=[Transaction(value_date="2024-06-01"), Transaction(value_date="2025-01-01")],
            ),
            Severity.ERROR,
            [
                (
                    f"transactions[{position}].value_date",
                    f"the rate of {day} is meant, which is after 2024-05-31: there is none yet",
                    "11.2.2",
                )
                for position, day in enumerate(("2024-06-01", "2025-01-01"))
            ],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "transactions.date-in-future": [
        Project(transactions=[Transaction(date="2024-05-31"), Transaction(), Transaction(value_date="2025-01-01")]),
        Project(planned_disbursements=PlannedDisbursement("2025")),
    ],
    "transactions.value-date-in-future": [
        Project(transactions=[Transaction(value_date="2024-05-31"), Transaction(), Transaction(date="2025-01-01")]),
        Project(budgets=Budget("2025", value_date="2025-01-01")),
    ],
}
