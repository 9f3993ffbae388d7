"""Rules on money: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Amount,
    AmountKind,
    Budget,
    BudgetItem,
    CountryBudgetItems,
    DateSpan,
    Extras,
    Funder,
    Money,
    PlannedDisbursement,
    Project,
    Raw,
    Severity,
    Transaction,
)

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  as the guides write them
CAD = Money("4000000.00", "CAD")
TOO_LONG = {
    "2019-01-01/2020-01-02": 366,
    "2020-01-01/2021-01-01": 366,
    "2020-01-01/2021-01-02": 367,
    "2020-02-29/2021-03-01": 366,
    "2019/2021": 367,
    "2019-12/2021-01": 367,
    "2019-01-01/2029-01-01": 3653,
}
"""Days that the end is after the start, by hand: a year and its leap day, and days beyond. Of partial dates the nearest."""
A_YEAR_AND_A_DAY = ["2019-01-01/2020-01-01", "2020-02-29/2021-02-28", "2019-02-28/2020-02-28"]
A_YEAR = [
    "2019-01-01/2019-12-31",
    "2020-01-01/2020-12-31",
    "2015-04-01/2016-03-31",
    "2019-03-01/2020-02-29",
    "9999-01-01/9999-12-31",
]
NOT_CERTAIN = ["2019/2020", "2019-12/2020-12"]


def budget(span: str) -> Project:
    """Give a project with one budget for a span."""
    return Project(budgets=Budget(DateSpan.parse(span), value=CAD))


def headings(*shares: str | int | None) -> CountryBudgetItems:
    """Give headings of a country's budget with these percentages."""
    return CountryBudgetItems([BudgetItem("1.1", percentage=share) for share in shares], vocabulary="2")


def kept(*pieces: str) -> Extras:
    """Give dates as a reader keeps them raw: where each stood, and its text."""
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return Extras(raw=[Raw(at=at, name="@iso-date", xml=text) for at, text in pairs])


REVERSED = kept("period-start", "2024-03-31", "period-end", "2024-01-01")
ITEMS = "country_budget_items.items"


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
                (f"{place}.value", "there is no amount with a currency: state both", None)
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
                (f"budgets[{position}].span", "the period has no start or no end: state both", None)
                for position in range(3)
            ]
            + [
                (f"planned_disbursements[{position}].span", "the period has no start: state it", None)
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
                    (
                        f"{span} ends {days:,} days after it starts, and may end 365 days after: split it, or state the whole "
                        f"as an amount"
                    ),
                    "7.5.3",
                )
            ],
        )
        for span, days in TOO_LONG.items()
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
    "span.reversed": [
        (
            Project(budgets=Budget(extras=REVERSED), planned_disbursements=PlannedDisbursement(extras=REVERSED)),
            E,
            [
                (f"{place}.span", "the period is from 2024-03-31 to 2024-01-01: exchange the two", "8.6.3")
                for place in ("budgets[0]", "planned_disbursements[0]")
            ],
        ),
    ],
    "budgets.percentage-out-of-range": [
        (
            Project(capital_spend="100.01", country_budget_items=headings(-1, 101, 0)),
            E,
            [
                ("capital_spend", "100.01 is no share in percent: mend it", "12.2.1"),
                ("country_budget_items.items[0].percentage", "-1 is no share in percent: mend it", "12.2.1"),
                ("country_budget_items.items[1].percentage", "101 is no share in percent: mend it", "12.2.1"),
            ],
        ),
    ],
    "budgets.headings-do-not-add-up": [
        (
            Project(country_budget_items=headings(None, None)),
            W,
            [
                (ITEMS, "none of the headings has a percentage: state the share of each", "7.9.1"),
                (
                    ITEMS,
                    "the percentages of the headings are not stated, and so do not add up to 100: mend them",
                    "7.9.2",
                ),
            ],
        ),
        (
            Project(country_budget_items=headings(60, None, "39.9999")),
            W,
            [
                (ITEMS, "1 of the 3 headings have no percentage: state the share of each", None),
                (ITEMS, "the percentages of the headings add up to 99.9999, not 100: mend them", "7.9.2"),
            ],
        ),
        (
            Project(country_budget_items=headings(50)),
            W,
            [
                (
                    f"{ITEMS}[0].percentage",
                    "it is the only heading: leave the percentage out, write 100, or state the others",
                    "7.9.4",
                )
            ],
        ),
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
            # three roundings come to 0.015 at most, and 0.11 - 3 x 0.03 = 0.02
            Project(
                amounts={"total budget": "CAD 0.11"},
                budgets=[Budget(year, value="CAD 0.03") for year in ("2022", "2023", "2024")],
            ),
            W,
            [("amounts[0].value", "the budgets add up to CAD 0.09, not CAD 0.11", None)],
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
        Project(budgets=Budget(extras=REVERSED), planned_disbursements=PlannedDisbursement(extras=REVERSED)),
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
    "span.reversed": [
        Project(budgets=Budget(), planned_disbursements=PlannedDisbursement()),
        Project(budgets=Budget("2024", extras=REVERSED)),
        *(
            Project(budgets=Budget(extras=kept("period-start", start, "period-end", end)))
            for start, end in (
                ("2024-01-01", "2024-01-01"),
                ("2024-02-30", "2024-01-01"),
                ("soon", "2024-01-01"),
                ("", ""),
            )
        ),
    ],
    "budgets.percentage-out-of-range": [
        Project(),
        *(Project(capital_spend=share, country_budget_items=headings(share)) for share in (None, 0, 50, "100.00")),
    ],
    "budgets.headings-do-not-add-up": [
        Project(),
        *(
            Project(country_budget_items=headings(*shares))
            for shares in ((), (None,), (100,), (50, 50), (50, "49.99996"))
        ),
        Project(country_budget_items=CountryBudgetItems({"1.1": 10, "1.2": 20})),
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
        Project(transactions=Transaction(value=Money("-9077", "GBP"))),
        Project(budgets=Budget("2023")),
    ],
    "budgets.overlap": [
        Project(budgets=[Budget("2018", value=Money(10_000, "EUR")), Budget("2018", type="revised")]),
        Project(budgets=[Budget("2023"), Budget("2024")]),
        Project(budgets=[Budget("2022/2023"), Budget("2023/2024")]),
        Project(budgets=[Budget("2023"), Budget(), Budget()]),
        Project(budgets=[Budget("2023"), Budget("2023", type="9")]),
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
        # twelve roundings come to 0.06 at most, and 40 - 12 x 3.33 = 0.04
        Project(
            amounts={"total budget": "CAD 40.00"},
            budgets=[
                Budget(f"{year}-Q{quarter}", value="CAD 3.33")
                for year in (2021, 2022, 2023)
                for quarter in (1, 2, 3, 4)
            ],
        ),
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
