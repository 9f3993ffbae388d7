"""Rules on amounts of money: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Amount,
    Budget,
    CrsAdd,
    Extras,
    Forecast,
    ForwardSpending,
    Funder,
    LoanStatus,
    Money,
    PlannedDisbursement,
    Project,
    Raw,
    Severity,
    Transaction,
)

E, W = Severity.ERROR, Severity.WARNING


def paid(amount: str, currency: str) -> Project:
    """Give a project with one transaction."""
    return Project(transactions=Transaction(value=Money(amount, currency)))


def raw(*pieces: tuple[str, str, str]) -> Extras:
    """Give what a reader keeps raw: where each piece stood, its name, its text."""
    return Extras(raw=[Raw(at=at, name=name, xml=text) for at, name, text in pieces])


BARE = raw(("value", "#text", "100"))
"""An amount without a currency, where its activity has no default."""

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "money.no-currency": [
        (
            project,
            E,
            [
                (
                    "default_currency",
                    f"no currency is stated, and {path} has none of its own: state one of the two",
                    "7.8.1",
                )
            ],
        )
        for path, project in {
            "budgets[1].value": Project(
                budgets=[Budget(value=Money(1, "CAD")), Budget(extras=BARE), Budget(extras=BARE)]
            ),
            "planned_disbursements[0].value": Project(
                planned_disbursements=PlannedDisbursement(value_date="2024-01-01")
            ),
            "transactions[0].value": Project(transactions=Transaction(extras=raw(("", "value", "<value/>")))),
            "crs_add.loan_status": Project(crs_add=CrsAdd(loan_status=LoanStatus(year=2023))),
            "fss.forecasts[0].value": Project(fss=ForwardSpending(forecasts=Forecast(2024))),
        }.items()
    ],
    "money.unknown-currency": [
        (
            Project(
                participants=Funder("GAC", contribution=Money(1, "QQQ")),
                amounts=Amount(Money(1, "QQQ"), kind="total budget"),
                budgets=Budget("2023", value=Money(1, "QQQ")),
            ),
            W,
            [
                (f"{place}.currency", "ISO 4217 has no currency QQQ", None)
                for place in ("participants[0].contribution", "amounts[0].value")
            ],
        ),
    ],
    "money.too-many-decimals": [
        (
            paid("1.005", "CAD"),
            W,
            [("transactions[0].value.amount", "CAD 1.005 is finer than the 2 decimals of CAD: round it", None)],
        ),
        (
            paid(f"{'9' * 30}.999", "CAD"),
            W,
            [
                (
                    "transactions[0].value.amount",
                    f"CAD 999{',999' * 9}.999 is finer than the 2 decimals of CAD: round it",
                    None,
                )
            ],
        ),
        (
            paid("100.5", "JPY"),
            W,
            [("transactions[0].value.amount", "JPY 100.5 is finer than the 0 decimals of JPY: round it", None)],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "money.no-currency": [
        Project(),
        Project(budgets=Budget("2023"), transactions=Transaction(date="2023-01-01"), crs_add=CrsAdd()),
        Project(default_currency="CAD", budgets=Budget(extras=BARE)),
        Project(extras=raw(("", "@default-currency", "dollars")), budgets=Budget(extras=BARE)),
        Project(budgets=Budget(extras=raw(("value", "#text", "1"), ("value", "@currency", "dollars")))),
        Project(crs_add=CrsAdd(loan_status=LoanStatus(interest_received=Money(1, "CAD")))),
        Project(fss=ForwardSpending(forecasts=Forecast(2024, extras=raw(("", "@currency", "dollars"))))),
    ],
    "money.unknown-currency": [
        *(Project(amounts=Amount(Money(1, code), kind="projected")) for code in ("CAD", "XDR", "HRK", "XOF")),
        Project(amounts=Amount(kind="projected")),
        paid("1", "QQQ"),  # code-lists.unknown says it
        Project(default_currency="QQQ"),
    ],
    "money.too-many-decimals": [
        paid("1.50", "CAD"),
        paid("1.5000", "CAD"),
        paid(f"{'9' * 30}.99", "CAD"),
        paid("1.005", "KWD"),
        paid("100.0", "JPY"),
        paid("0.12345", "XDR"),
        paid("0.12345", "QQQ"),
    ],
}
