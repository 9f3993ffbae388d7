"""Rules on indicators and their baselines: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Activity, Baseline, Indicator, Outcome, Period, Project, Severity

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  as the guides write them
HERE = "chain[1].indicators[0]"


def of(*indicators: Indicator) -> Project:
    """Give a project that ends on 2025-03-31 whose second node has the indicators."""
    return Project(
        dates={"stated": "2022-03-28/2025-03-31"},
        chain=[Activity(title="Work"), Outcome(title="Access", indicators=indicators)],
    )


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "indicators.no-measure": [
        (
            of(Indicator(measure="number"), Indicator()),
            E,
            [
                (
                    "chain[1].indicators[1].measure",
                    "the measure is not stated: number, percentage, ordinal, qualitative …",
                    None,
                )
            ],
        ),
    ],
    "indicators.no-title": [
        (
            of(Indicator(title="Centers"), Indicator()),
            E,
            [("chain[1].indicators[1].title", "there is no title: state what is measured", None)],
        ),
    ],
    "indicators.no-unit": [
        (
            of(Indicator(measure="number")),
            W,
            [(f"{HERE}.unit", "the unit is not stated: say what is counted", None)],
        ),
    ],
    "indicators.percentage-added-up": [
        (
            of(Indicator(measure="percentage", accumulation=accumulation)),
            E,
            [
                (
                    f"{HERE}.accumulation",
                    "percentages do not add up over periods: a snapshot is likely meant",
                    None,
                )
            ],
        )
        for accumulation in ("per period", "running sum")
    ],
    "baselines.no-date": [
        (
            of(Indicator(baselines=[Baseline(0, date="2021"), Baseline(0)])),
            E,
            [(f"{HERE}.baselines[1].date", "the baseline has no date: state at least the year", None)],
        ),
    ],
    "baselines.late": [
        (
            of(Indicator(baselines=Baseline(0, date=date), periods=[Period("2024"), Period("2023")])),
            W,
            [
                (
                    f"{HERE}.baselines[0].date",
                    f"the baseline is of {date}, after the first period ended, 2023-12-31",
                    None,
                )
            ],
        )
        for date in ("2024-01-01", "2024")
    ],
    "indicators.no-baseline": [
        (
            of(Indicator(periods=Period("2023", targets=10))),
            I,
            [(f"{HERE}.baselines", "no baseline is given: state one, or that none is applicable", None)],
        ),
    ],
    "indicators.still-no-baseline": [
        (
            of(Indicator(periods=[Period("2022"), Period("2023", actuals=0)])),
            W,
            [(f"{HERE}.baselines", "values are reported without a baseline: progress cannot be told", None)],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "indicators.no-measure": [of(Indicator(measure="number")), of(Indicator(measure="99")), of()],
    "indicators.no-title": [of(Indicator(title={"fr": "Centres"})), of(Indicator(title="  "))],
    "indicators.no-unit": [
        of(Indicator(measure="number", unit="centre")),
        of(Indicator(measure="percentage"), Indicator(measure="boolean"), Indicator()),
    ],
    "indicators.percentage-added-up": [
        of(Indicator(measure="percentage", accumulation="snapshot")),
        of(Indicator(measure="percentage", accumulation="running total")),
        of(Indicator(measure="number", accumulation="per period")),
        of(Indicator(measure="percentage")),
    ],
    "baselines.no-date": [of(Indicator(baselines=[Baseline(0, date="2021"), Baseline(status="not applicable")]))],
    "baselines.late": [
        of(Indicator(baselines=Baseline(0, date=date), periods=[Period("2024"), Period("2023")]))
        for date in ("2023-12-31", "2023-12", "2023", "2010")
    ]
    + [of(Indicator(baselines=Baseline(0, date="2024"))), of(Indicator(baselines=0, periods=Period("2023")))],
    "indicators.no-baseline": [
        of(Indicator(baselines=Baseline(status="not applicable"))),
        of(Indicator(periods=Period("2023", actuals=0))),
    ],
    "indicators.still-no-baseline": [
        of(Indicator(baselines=Baseline(status="not applicable"), periods=Period("2023", actuals=0))),
        of(Indicator(periods=Period("2023", targets=10))),
    ],
}
