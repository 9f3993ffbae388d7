"""Rules on money: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Amount,
    AmountKind,
    Budget,
    CrsAdd,
    DateSpan,
    Forecast,
    ForwardSpending,
    Funder,
    LoanStatus,
    Money,
    PlannedDisbursement,
    Project,
    Severity,
    Transaction,
)

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  as the guides write them
CAD = Money("4000000.00", "CAD")
TOO_LONG = ["2019-01-01/2020-01-02", "2020-01-01/2021-01-02", "2020-02-29/2021-03-01", "2019/2021", "2019-12/2021-01"]
A_YEAR_AND_A_DAY = ["2019-01-01/2020-01-01", "2020-01-01/2021-01-01", "2020-02-29/2021-02-28", "2019-02-28/2020-02-28"]
A_YEAR = ["2019-01-01/2019-12-31", "2020-01-01/2020-12-31", "2015-04-01/2016-03-31", "9999-01-01/9999-12-31"]
NOT_CERTAIN = ["2019/2020", "2019-12/2020-12"]


def budget(span: str) -> Project:
    """Give a project with one budget for a span."""
    return Project(budgets=Budget(DateSpan.parse(span), value=CAD))


def paid(amount: str, currency: str) -> Project:
    """Give a project with one transaction."""
    return Project(transactions=Transaction(value=Money(amount, currency)))


def yearly(*amounts: str, kind: str) -> Project:
    """Give a project with a budget for each year from 2023 on, and a stated total of a hundred dollars."""
    return Project(
        amounts=Amount(Money("100.00", "CAD"), kind=AmountKind(kind)),
        budgets=[Budget(str(2023 + number), value=Money(amount, "CAD")) for number, amount in enumerate(amounts)],
    )


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "budgets.no-money": [
        (
            Project(
                budgets=[Budget("2023", value=CAD), Budget("2024")],
                planned_disbursements=PlannedDisbursement("2024"),
                transactions=Transaction(type="disbursement"),
            ),
            E,
            [
                (f"{place}.value", "there is no amount with a currency: state both", "7.8.1")
                for place in ("budgets[1]", "planned_disbursements[0]", "transactions[0]")
            ],
        ),
    ],
    "budgets.no-span": [
        (
            Project(
                budgets=[Budget(value=CAD), Budget(DateSpan("2023", None)), Budget(DateSpan(None, "2023"))],
                planned_disbursements=[PlannedDisbursement(value=CAD), PlannedDisbursement(DateSpan(None, "2023"))],
            ),
            E,
            [
                (f"budgets[{position}].span", "the period has no start or no end: state both", "8.6.3")
                for position in range(3)
            ]
            + [
                (f"planned_disbursements[{position}].span", "the period has no start: state it", "8.6.3")
                for position in range(2)
            ],
        ),
    ],
    "span.budget-over-one-year": [
        (
            budget(span),
            E,
            [
                (
                    "budgets[0].span",
                    f"{span} is longer than a year: split it, or state the whole as an amount",
                    "7.5.3",
                )
            ],
        )
        for span in TOO_LONG
    ],
    "span.budget-over-365-days": [
        (
            budget(span),
            I,
            [
                (
                    "budgets[0].span",
                    f"{span} covers a day more than a year, both ends counted: the standard's validators differ on such spans",
                    None,
                )
            ],
        )
        for span in A_YEAR_AND_A_DAY
    ],
    "budgets.value-date-outside": [
        (
            Project(budgets=Budget("2015-04-01/2016-03-31", value=CAD, value_date=day)),
            I,
            [("budgets[0].value_date", f"the rate of {day} is meant, outside 2015-04-01/2016-03-31", None)],
        )
        for day in ("2015-03-31", "2016-04-01")
    ],
    "budgets.negative": [
        (
            Project(
                budgets=Budget("2023", value=Money("-9077", "GBP")),
                planned_disbursements=PlannedDisbursement("2023", value=Money("-0.01", "GBP")),
            ),
            W,
            [
                (
                    "budgets[0].value",
                    "GBP -9,077.00 is below zero: state the new total of the period instead",
                    None,
                ),
                (
                    "planned_disbursements[0].value",
                    "GBP -0.01 is below zero: state the new total of the period instead",
                    None,
                ),
            ],
        ),
    ],
    "budgets.overlap": [
        (
            Project(budgets=[Budget("2023"), Budget("2024"), Budget("2023-12-31/2024-06-30", type="original")]),
            W,
            [
                (
                    f"budgets[{position}].span",
                    f"{span} overlaps budgets[{other}] of the same type: money may be counted twice",
                    None,
                )
                for position, span, other in ((1, "2024-01-01/2024-12-31", 2), (2, "2023-12-31/2024-06-30", 0))
            ],
        ),
        (
            Project(budgets=[Budget("2023", type="revised"), Budget("2023", type="2")]),
            W,
            [
                (
                    "budgets[1].span",
                    "2023-01-01/2023-12-31 overlaps budgets[0] of the same type: money may be counted twice",
                    None,
                )
            ],
        ),
    ],
    "money.unknown-currency": [
        (
            Project(default_currency="QQQ"),
            W,
            [("default_currency", "ISO 4217 has no currency QQQ", None)],
        ),
        (
            Project(
                participants=Funder("GAC", contribution=Money(1, "QQQ")),
                amounts=Amount(Money(1, "QQQ"), kind="total budget"),
                budgets=Budget("2023", value=Money(1, "QQQ")),
                planned_disbursements=PlannedDisbursement("2023", value=Money(1, "QQQ")),
                transactions=Transaction(value=Money(1, "QQQ")),
                fss=ForwardSpending(forecasts=[Forecast(2024), Forecast(2025, value=Money(1, "QQQ"))]),
                crs_add=CrsAdd(
                    loan_status=LoanStatus(
                        interest_received=Money(1, "QQQ"),
                        principal_outstanding=Money(1, "QQQ"),
                        principal_arrears=Money(1, "QQQ"),
                        interest_arrears=Money(1, "QQQ"),
                    )
                ),
            ),
            W,
            [
                (f"{place}.currency", "ISO 4217 has no currency QQQ", None)
                for place in (
                    "participants[0].contribution",
                    "amounts[0].value",
                    "budgets[0].value",
                    "planned_disbursements[0].value",
                    "transactions[0].value",
                    "crs_add.loan_status.interest_received",
                    "crs_add.loan_status.principal_outstanding",
                    "crs_add.loan_status.principal_arrears",
                    "crs_add.loan_status.interest_arrears",
                    "fss.forecasts[1].value",
                )
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
    "budgets.gap": [
        (
            Project(budgets=[Budget("2024"), Budget("2022"), Budget("2022", type="revised")]),
            I,
            [("budgets[0].span", "no budget covers the days from 2023-01-01 to 2023-12-31", None)],
        ),
    ],
    "budgets.differ-from-total": [
        (
            yearly("60.00", "39.98", kind="total budget"),
            W,
            [("amounts[0].value", "the budgets add up to CAD 99.98, not CAD 100.00", None)],
        ),
        (
            yearly("60.00", "40.02", kind="total budget"),
            W,
            [("amounts[0].value", "the budgets add up to CAD 100.02, not CAD 100.00", None)],
        ),
        (
            yearly("60.00", "40.02", kind="maximum contribution"),
            W,
            [("amounts[0].value", "the budgets add up to CAD 100.02, more than CAD 100.00", None)],
        ),
        (
            Project(
                amounts={"total budget": Money(70, "CAD")},
                budgets=[
                    Budget("2023", value=Money(40, "CAD")),
                    Budget("2024", value=Money(30, "CAD")),
                    Budget("2023", value=Money(50, "CAD"), type="revised"),
                ],
            ),
            W,
            [("amounts[0].value", "the budgets add up to CAD 80.00, not CAD 70.00", None)],
        ),
        (
            Project(amounts={"total budget": "XDR 10"}, budgets=Budget("2023", value=Money("11.5", "XDR"))),
            W,
            [("amounts[0].value", "the budgets add up to XDR 11.5, not XDR 10", None)],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "budgets.no-money": [
        Project(amounts=Amount(None, kind="projected")),
        Project(participants=Funder("GAC")),
        Project(budgets=Budget("2023", value=Money(0, "CAD"))),
    ],
    "budgets.no-span": [
        budget("2019/2020"),
        Project(planned_disbursements=PlannedDisbursement(DateSpan("2023-01-01", None))),
    ],
    "span.budget-over-one-year": [
        *map(budget, [*A_YEAR, *A_YEAR_AND_A_DAY, *NOT_CERTAIN, "2019-01-01/2020", "2019-01-01/..", "../2019-01-01"]),
        Project(budgets=Budget(value=CAD)),
        Project(planned_disbursements=PlannedDisbursement("2019/2025")),
        Project(dates={"stated": "2022-03-28/2025-03-31"}, amounts=Amount(CAD, kind="maximum contribution")),
    ],
    "span.budget-over-365-days": [
        *map(budget, [*A_YEAR, *TOO_LONG, *NOT_CERTAIN, "2019-01-01/..", "2019-01-01/2019-01-01"]),
        Project(budgets=Budget(value=CAD)),
    ],
    "budgets.value-date-outside": [
        Project(budgets=Budget("2015-04-01/2016-03-31", value_date="2015-04-01")),
        Project(budgets=Budget("2015-04-01/2016-03-31", value_date="2016-03-31")),
        Project(budgets=Budget("2015/2016", value_date="2015-01-01")),
        Project(budgets=Budget("2015-04-01/2016-03-31")),
        Project(budgets=Budget(value_date="2016-03-31")),
        Project(planned_disbursements=PlannedDisbursement("2023", value_date="2030-01-01")),
    ],
    "budgets.negative": [
        Project(budgets=Budget("2023", value=Money(0, "GBP"))),
        paid("-9077", "GBP"),
        Project(budgets=Budget("2023")),
    ],
    "budgets.overlap": [
        Project(budgets=[Budget("2018", value=Money(10_000, "EUR")), Budget("2018", type="revised")]),
        Project(budgets=[Budget("2023"), Budget("2024")]),
        Project(budgets=[Budget("2022/2023"), Budget("2023/2024")]),
        Project(budgets=[Budget("2023"), Budget(), Budget()]),
        Project(budgets=[Budget("2023"), Budget("2023", type="9")]),
    ],
    "money.unknown-currency": [paid("1", code) for code in ("CAD", "XDR", "HRK", "XOF")]
    + [Project(budgets=Budget()), Project(default_currency="HRK"), Project(crs_add=CrsAdd(), fss=ForwardSpending())],
    "money.too-many-decimals": [
        paid("1.50", "CAD"),
        paid("1.5000", "CAD"),
        paid(f"{'9' * 30}.99", "CAD"),
        paid("1.005", "KWD"),
        paid("100.0", "JPY"),
        paid("0.12345", "XDR"),
        paid("0.12345", "QQQ"),
    ],
    "budgets.gap": [
        Project(budgets=[Budget("2023"), Budget("2024")]),
        Project(budgets=[Budget("2022"), Budget("2022/2023"), Budget("2024")]),
        Project(budgets=[Budget("2022"), Budget("2024/2025")]),
        Project(budgets=[Budget("2022"), Budget()]),
        Project(planned_disbursements=[PlannedDisbursement("2022"), PlannedDisbursement("2024")]),
    ],
    "budgets.differ-from-total": [
        yearly("60.00", "40.00", kind="total budget"),
        yearly("60.00", "39.99", kind="total budget"),
        yearly("60.00", "40.01", kind="maximum contribution"),
        yearly("60.00", "30.00", kind="maximum contribution"),
        yearly("60.00", "30.00", kind="projected"),
        Project(amounts={"total budget": Money(100, "CAD")}),
        Project(amounts=Amount(None, kind="total budget"), budgets=Budget("2023", value=CAD)),
        Project(amounts={"total budget": Money(100, "USD")}, budgets=Budget("2023", value=CAD)),
        *(
            Project(amounts={"total budget": Money(100, "CAD")}, budgets=budgets)
            for budgets in (
                [Budget("2023", value=Money(60, "CAD")), Budget("2024", value=Money(50, "USD"))],
                [Budget("2023", value=Money(60, "CAD")), Budget("2024")],
                [Budget("2023", value=Money(60, "CAD")), Budget(value=Money(50, "CAD"))],
                [Budget("2023", value=Money(60, "CAD")), Budget("2023", value=Money(50, "CAD"))],
                [Budget("2023", value=Money(60, "CAD")), Budget("2023-12", value=Money(50, "CAD"), type="revised")],
                [Budget("2023", value=Money(60, "CAD"), type="7")],
                [Budget("2023", value=Money("9" * 30, "CAD")), Budget("2024", value=Money("9" * 30, "CAD"))],
                [
                    Budget("2023", value=Money(60, "CAD")),
                    Budget("2024", value=Money(40, "CAD")),
                    Budget("2023", value=Money(60, "CAD"), type="revised"),
                ],
            )
        ),
        Project(amounts={"total budget": "XDR 10"}, budgets=Budget("2023", value=Money("11", "XDR"))),
    ],
}
