"""Rules on targets, and on values that follow each other: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Activity, Actual, DateSpan, Indicator, Outcome, Output, Period, Project, Severity, Target

E, W = Severity.ERROR, Severity.WARNING
HERE = "chain[1].indicators[0]"


def of(*indicators: Indicator) -> Project:
    """Give a project that ends on 2025-03-31 whose second node has the indicators."""
    return Project(
        dates={"stated": "2022-03-28/2025-03-31"},
        chain=[Activity(title="Work"), Outcome(title="Access", indicators=indicators)],
    )


def aimed(
    baseline: int | str, target: int | str, direction: str | None = None, accumulation: str | None = None
) -> Project:
    """Give a project with an indicator that is to go from one number to another."""
    return of(
        Indicator(
            direction=direction, accumulation=accumulation, baselines=baseline, periods=Period("2023", targets=target)
        )
    )


def yearly(accumulation: str, *targets: int, final: int | None = None, direction: str | None = None) -> Project:
    """Give a project with a target for each year from 2021 on, and one for the whole."""
    return of(
        Indicator(
            accumulation=accumulation,
            direction=direction,
            targets=() if final is None else final,
            periods=[Period(str(2021 + number), targets=target) for number, target in enumerate(targets)],
        )
    )


def totals(*actuals: int, direction: str | None = None, accumulation: str = "running total") -> Project:
    """Give a project with an actual for each year from 2021 on."""
    return of(
        Indicator(
            accumulation=accumulation,
            direction=direction,
            periods=[Period(str(2021 + number), actuals=actual) for number, actual in enumerate(actuals)],
        )
    )


def milestones(accumulation: str, *targets: int) -> Project:
    """Give a project with a target for each year from 2022 on, one due in 2022 and one in 2024."""
    return of(
        Indicator(
            accumulation=accumulation,
            targets=[Target(10, due="2022"), Target(20, due="2024")],
            periods=[Period(str(2022 + number), targets=target) for number, target in enumerate(targets)],
        )
    )


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "targets.against-direction": [
        (
            aimed(10, 5, "increase", "snapshot"),
            W,
            [
                (
                    f"{HERE}.periods[0].targets[0].value",
                    "more is better, and the target, 5, is below the baseline, 10",
                    None,
                )
            ],
        ),
        (
            aimed(10, 50, "decrease", "running total"),
            W,
            [
                (
                    f"{HERE}.periods[0].targets[0].value",
                    "less is better, and the target, 50, is above the baseline, 10",
                    None,
                )
            ],
        ),
        (
            of(Indicator(direction="increase", baselines=10, targets=5, periods=Period("2023", targets=20))),
            W,
            [(f"{HERE}.targets[0].value", "more is better, and the target, 5, is below the baseline, 10", None)],
        ),
        (
            of(
                Indicator(
                    direction="increase",
                    baselines=10,
                    targets=[Target(5, due="2024"), Target(20, due="2022"), Target(1, due="2025", locations="x")],
                )
            ),
            W,
            [(f"{HERE}.targets[0].value", "more is better, and the target, 5, is below the baseline, 10", None)],
        ),
    ],
    "targets.equal-to-baseline": [
        (
            aimed(20, "20.0", direction, "snapshot"),
            W,
            [
                (
                    f"{HERE}.periods[0].targets[0].value",
                    "the target is the baseline, 20: if that is the aim, the direction is maintain",
                    None,
                )
            ],
        )
        for direction in (None, "increase", "range")
    ],
    "targets.do-not-add-up": [
        (
            yearly("per period", 10, 10, final=25),
            W,
            [(f"{HERE}.targets[0].value", "the targets of the periods add up to 20, not 25", None)],
        ),
        (
            yearly("running total", 10, 8),
            W,
            [(f"{HERE}.periods[1].targets[0].value", "a running target falls from 10 to 8", None)],
        ),
        (
            yearly("running sum", 10, 20, final=25),
            W,
            [(f"{HERE}.targets[0].value", "the last running target is 20, not 25", None)],
        ),
        (
            of(
                Indicator(
                    accumulation="per period",
                    targets=[Target(25, due="2022"), Target(12, due="2021")],
                    periods=[Period("2021", targets=10), Period("2022", targets=10)],
                )
            ),
            W,
            [(f"{HERE}.targets[0].value", "the targets of the periods add up to 20, not 25", None)],
        ),
    ],
    "actuals.running-total-falls": [
        (
            of(
                Indicator(
                    accumulation="running total",
                    periods=[
                        Period("2022", actuals=[Actual(5, source="A"), Actual(60, source="B")]),
                        Period("2023", actuals=[Actual(50, source="B"), Actual(6, source="A")]),
                    ],
                )
            ),
            W,
            [
                (
                    f"{HERE}.periods[1].actuals[0].value",
                    "the running total falls from 60 to 50: a correction, or a mistake",
                    None,
                )
            ],
        ),
        (
            totals(5, 12, 9),
            W,
            [
                (
                    f"{HERE}.periods[2].actuals[0].value",
                    "the running total falls from 12 to 9: a correction, or a mistake",
                    None,
                )
            ],
        ),
    ],
    "targets.no-due-date": [
        (
            of(Indicator(targets=[Target(10, due="2025"), Target(10)])),
            W,
            [(f"{HERE}.targets[1].due", "the target has no due date: state one, or put it in a period", None)],
        ),
    ],
    "targets.due-after-end": [
        (
            of(Indicator(targets=[Target(10, due="2025-03-31"), Target(10, due="2025-04")])),
            W,
            [
                (
                    f"{HERE}.targets[1].due",
                    "the target is due 2025-04, after the project ends, 2025-03-31",
                    None,
                )
            ],
        ),
        (
            of(
                Indicator(
                    periods=[
                        Period("2024", targets=Target(10, due="2026")),
                        Period("2025-04-01/2025-06-30", targets=[10, 20]),
                    ]
                )
            ),
            W,
            [
                (
                    f"{HERE}.periods[0].targets[0].due",
                    "the target is due 2026, after the project ends, 2025-03-31",
                    None,
                ),
                (
                    f"{HERE}.periods[1].span",
                    "there is a target for 2025-04-01/2025-06-30, which begins after the project ends, 2025-03-31",
                    None,
                ),
            ],
        ),
    ],
    "targets.range-reversed": [
        (
            of(
                Indicator(
                    targets=Target(minimum="5.5", maximum=5),
                    periods=Period("2023", targets=Target(minimum=2, maximum=1)),
                )
            ),
            E,
            [
                (f"{HERE}.targets[0].minimum", "the minimum, 5.5, is above the maximum, 5: exchange them", None),
                (
                    f"{HERE}.periods[0].targets[0].minimum",
                    "the minimum, 2, is above the maximum, 1: exchange them",
                    None,
                ),
            ],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "targets.against-direction": [
        aimed(10, 50, "increase", "snapshot"),
        aimed(50, 10, "decrease", "snapshot"),
        aimed(10, 10, "increase", "snapshot"),
        aimed(10, 5, "range", "snapshot"),
        aimed(10, 5, None, "snapshot"),
        aimed(10, 5, "increase"),
        aimed(10, 5, "increase", "per period"),
        aimed(10, 5, "increase", "running sum"),
        of(Indicator(direction="increase", baselines=[10, 20], targets=5)),
        of(Indicator(direction="increase", targets=5)),
        of(Indicator(direction="increase", baselines=10, targets=Target(5, dimensions={"sex": "female"}))),
    ],
    "targets.equal-to-baseline": [
        aimed(20, 20, "maintain", "snapshot"),
        aimed(20, "20.01", None, "snapshot"),
        aimed(20, 20, None, "per period"),
        aimed(20, 20),
        of(Indicator(baselines=20, targets=[Target(20, due="2022"), Target(30, due="2024")])),
        of(Indicator(baselines=20, targets=[Target(30), Target(20)])),
    ],
    "targets.do-not-add-up": [
        yearly("per period", 10, 15, final=25),
        yearly("per period", 10, 15),
        yearly("running total", 10, 10, 25, final=25),
        yearly("running total", 30, 20, final=20, direction="decrease"),
        yearly("snapshot", 10, 8, final=25),
        milestones("running total", 10, 15, 20),
        milestones("per period", 5, 5, 10),
        of(
            Indicator(
                accumulation="running total",
                targets=[Target(10, due="2022"), Target(20)],
                periods=[Period("2022", targets=10), Period("2023", targets=15)],
            )
        ),
        of(
            Indicator(
                accumulation="running sum",
                targets=Target(30, due="2025"),
                periods=[Period("2022", targets=10), Period("2023", targets=15)],
            )
        ),
        of(
            Indicator(
                accumulation="running total",
                targets=20,
                periods=[Period("2022", targets=10), Period("2022-07/2022-12", targets=5), Period("2023")],
            )
        ),
        of(Indicator(accumulation="running total", periods=Period("2022", targets=[60, 50]))),
        of(
            Indicator(
                accumulation="per period",
                targets=10,
                periods=[Period("2023", targets=10), Period("2023-Q4", targets=3)],
            )
        ),
        of(Indicator(accumulation="per period", targets=25, periods=[Period("2023", targets=10), Period("2024")])),
        of(
            Indicator(
                accumulation="per period",
                targets=25,
                periods=Period("2023", targets=[25, Target(10, dimensions={"sex": "female"})]),
            )
        ),
    ],
    "actuals.running-total-falls": [
        totals(5, 9, 9, 12),
        of(
            Indicator(
                accumulation="running total",
                periods=Period("2023", actuals=[Actual(60, source="A"), Actual(50, source="B")]),
            )
        ),
        of(Indicator(accumulation="running total", periods=Period("2023", actuals=[60, 50]))),
        of(
            Indicator(
                accumulation="running total",
                periods=[Period(DateSpan("2022", "2022~"), actuals=60), Period("2023", actuals=50)],
            )
        ),
        of(
            Indicator(
                accumulation="running total",
                periods=[Period("2023", actuals=60), Period("2023-Q4", actuals=50), Period("2022/2023", actuals=40)],
            )
        ),
        totals(12, 9, direction="decrease"),
        totals(12, 9, accumulation="per period"),
        of(Indicator(accumulation="running total", periods=[Period("2023", actuals=12), Period("2022", actuals=9)])),
        of(Indicator(accumulation="running total", periods=[Period(actuals=12), Period("2022", actuals=9)])),
    ],
    "targets.no-due-date": [
        of(Indicator(targets=Target(10, due="2025"))),
        of(Indicator(periods=Period("2023", targets=10))),
    ],
    "targets.due-after-end": [
        of(Indicator(targets=[Target(10, due=due) for due in ("2025-03-31", "2025-03", "2025", "2024")])),
        Project(chain=Output(indicators=Indicator(targets=Target(10, due="2030")))),
        of(
            Indicator(
                periods=[
                    Period("2025-03-31/2025-12-31", targets=10),
                    Period("2025/2026", targets=10),
                    Period("2026", targets=Target(10, due="2025")),
                    Period("2026"),
                    Period(targets=10),
                ]
            )
        ),
    ],
    "targets.range-reversed": [
        of(
            Indicator(
                targets=[
                    Target(minimum=5, maximum=5),
                    Target(minimum=5),
                    Target(maximum=5),
                    Target(5),
                    Target(minimum=1, maximum=2),
                ]
            )
        ),
    ],
}
