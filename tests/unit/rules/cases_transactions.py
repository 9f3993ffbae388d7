"""Rules on money that moved: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Budget, Extras, PlannedDisbursement, Project, Raw, Severity, Transaction

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "transactions.date-in-future": [
        (
            Project(transactions=[Transaction(), Transaction(date="2024-06-01"), Transaction(date="2025-01-01")]),
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
    "transactions.further-date-in-future": [
        (
            Project(transactions=[Transaction(date=day) for day in ("2024-05-31", "2024-06-01", "2025-01-01")]),
            Severity.ERROR,
            [
                (
                    f"transactions[{position}].date",
                    f"the transaction is dated {day}, after 2024-05-31: what is to come is a planned disbursement",
                    None,
                )
                for position, day in ((1, "2024-06-01"), (2, "2025-01-01"))
            ],
        ),
    ],
    "transactions.value-date-in-future": [
        (
            Project(transactions=[Transaction(value_date="2024-06-01"), Transaction(value_date="2025-01-01")]),
            Severity.ERROR,
            [
                (
                    "transactions[0].value_date",
                    "the rate of 2024-06-01 is meant, which is after 2024-05-31: there is none yet",
                    "11.2.2",
                )
            ],
        ),
    ],
    "transactions.further-value-date-in-future": [
        (
            Project(transactions=[Transaction(value_date="2024-06-01"), Transaction(value_date="2025-01-01")]),
            Severity.ERROR,
            [
                (
                    "transactions[1].value_date",
                    "the rate of 2025-01-01 is meant, which is after 2024-05-31: there is none yet",
                    None,
                )
            ],
        ),
    ],
}


def unread(at: str, name: str) -> Transaction:
    """Give a transaction one of whose dates is none, as a reader keeps it."""
    return Transaction(extras=Extras(raw=[Raw(at=at, name=name, xml="soon")]))


QUIET: dict[str, list[Project]] = {
    "transactions.date-in-future": [
        Project(transactions=[Transaction(date="2024-05-31"), Transaction(date="2024-06-01")]),
        Project(transactions=[Transaction(), Transaction(value_date="2025-01-01")]),
        Project(transactions=[unread("transaction-date", "@iso-date"), Transaction(date="2024-06-01")]),
        Project(planned_disbursements=PlannedDisbursement("2025")),
    ],
    "transactions.further-date-in-future": [
        Project(transactions=[Transaction(date="2024-06-01"), Transaction(date="2024-05-31"), Transaction()]),
    ],
    "transactions.value-date-in-future": [
        Project(transactions=[Transaction(value_date="2024-05-31"), Transaction(value_date="2024-06-01")]),
        Project(transactions=[Transaction(), Transaction(date="2025-01-01")]),
        Project(transactions=[unread("value", "@value-date"), Transaction(value_date="2024-06-01")]),
        Project(budgets=Budget("2025", value_date="2025-01-01")),
    ],
    "transactions.further-value-date-in-future": [
        Project(
            transactions=[Transaction(value_date="2024-06-01"), Transaction(value_date="2024-05-31"), Transaction()]
        ),
        Project(  # of its date that is told already
            transactions=[Transaction(value_date="2024-05-31"), Transaction(date="2025-01-01", value_date="2025-01-01")]
        ),
    ],
}
