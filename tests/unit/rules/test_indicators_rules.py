"""Rules on indicators and their values: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

import pytest

from aidmodel import Activity, Actual, Baseline, Indicator, Issue, Outcome, Output, Period, Project, Severity, Target
from aidmodel.rules import indicators
from aidmodel.rules.check import check

AS_OF = "2024-05-31"
E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  as the guides write them
HERE = "chain[1].indicators[0]"
ACTUAL = f"{HERE}.periods[0].actuals[0]"


def of(*indicators: Indicator) -> Project:
    """Give a project that ends on 2025-03-31 whose second node has the indicators."""
    return Project(
        dates={"stated": "2022-03-28/2025-03-31"},
        chain=[Activity(title="Work"), Outcome(title="Access", indicators=indicators)],
    )


def found_in_2023(measure: str | None, *actuals: Actual, unit: str | None = None) -> Project:
    """Give a project with actuals of one kind."""
    return of(Indicator(measure=measure, unit=unit, periods=Period("2023", actuals=actuals)))


def scaled(measure: str, said: str, *scale: str) -> Project:
    """Give a project with one finding in words."""
    return of(Indicator(measure=measure, scale=scale, periods=Period("2023", actuals=Actual(stated=said))))


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
            of(Indicator(title="Centers"), Indicator(title="  ")),
            E,
            [("chain[1].indicators[1].title", "the title is empty: state what is measured", None)],
        ),
    ],
    "indicators.no-unit": [
        (
            of(Indicator(measure="number")),
            W,
            [(f"{HERE}.unit", "the unit is not stated: say what is counted", None)],
        ),
    ],
    "values.missing": [
        (
            of(
                Indicator(
                    measure="number",
                    baselines=Baseline(date="2021"),
                    targets=Target(due="2025"),
                    periods=Period("2023", targets=Target(comment="later"), actuals=[0, Actual(numerator=5)]),
                )
            ),
            E,
            [
                (f"{HERE}.{place}", "there is no value: state it, or a status that says why", rule)
                for place, rule in (
                    ("baselines[0]", "8.8.1"),
                    ("targets[0]", "8.9.1"),
                    ("periods[0].targets[0]", "8.9.1"),
                    ("periods[0].actuals[1]", "8.10.1"),
                )
            ],
        ),
        (
            found_in_2023(None, Actual()),
            E,
            [(ACTUAL, "there is no value: state it, or a status that says why", "8.10.1")],
        ),
    ],
    "values.not-a-number": [
        (
            of(
                Indicator(
                    measure=measure,
                    baselines=Baseline(stated="few"),
                    periods=Period("2023", targets=Target(stated="many"), actuals=Actual(stated="about ten")),
                )
            ),
            W,
            [
                (
                    f"{HERE}.{place}.stated",
                    f"{words!r} stands where the {measure} should: state the number, put words in the comment",
                    rule,
                )
                for place, words, rule in (
                    ("baselines[0]", "few", "8.8.2"),
                    ("periods[0].targets[0]", "many", "8.9.2"),
                    ("periods[0].actuals[0]", "about ten", "8.10.2"),
                )
            ],
        )
        for measure in ("number", "percentage", "ratio", "currency")
    ],
    "values.qualitative-with-value": [
        (
            of(Indicator(measure="qualitative", baselines=0, targets=3, periods=Period("2023", actuals="3.50"))),
            W,
            [
                (
                    f"{HERE}.{place}.value",
                    f"{number} is a number, and the indicator is qualitative: say it in the comment",
                    rule,
                )
                for place, number, rule in (
                    ("baselines[0]", "0", "8.8.3"),
                    ("targets[0]", "3", "8.9.3"),
                    ("periods[0].actuals[0]", "3.50", "8.10.3"),
                )
            ],
        ),
    ],
    "values.percentage-out-of-range": [
        (
            found_in_2023("percentage", Actual(value), unit=unit),
            W,
            [
                (
                    f"{ACTUAL}.value",
                    f"{value} is no share in percent: mend it, or name the unit of a growth rate",
                    None,
                )
            ],
        )
        for value, unit in (("100.1", None), ("-1", "%"), ("130", "percent"))
    ],
    "values.zero-denominator": [
        (
            found_in_2023("ratio", Actual(numerator=5, denominator="0.00")),
            E,
            [
                (
                    f"{ACTUAL}.denominator",
                    "the denominator is zero: there is no share of nothing; say not applicable",
                    None,
                )
            ],
        ),
    ],
    "values.percentage-disagrees": [
        (
            found_in_2023("percentage", Actual(value, numerator=part, denominator=whole)),
            W,
            [(f"{ACTUAL}.value", f"{value} is not {part} out of {whole}, which is {share}", None)],
        )
        for value, part, whole, share in (
            ("50", "10", "40", "25.00"),
            ("33.4", "1", "3", "33.33"),
            ("12.4", "1", "8", "12.50"),
        )
    ]
    + [
        (
            found_in_2023("percentage", Actual(125, numerator=50, denominator=40)),
            W,
            [(f"{ACTUAL}.numerator", "50 is more than the 40 it is counted out of", None)],
        ),
    ],
    "values.off-scale": [
        (
            scaled("ordinal", "medium", "low", "high"),
            E,
            [(f"{ACTUAL}.stated", "'medium' is not on the scale: low, high", None)],
        ),
        (
            scaled("nominal", "Low", "low", "high"),
            E,
            [(f"{ACTUAL}.stated", "'Low' is not on the scale: low, high", None)],
        ),
        (scaled("boolean", "maybe"), E, [(f"{ACTUAL}.stated", "'maybe' is neither yes nor no", None)]),
    ],
    "targets.against-direction": [
        (
            aimed(10, 5, "increase"),
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
            aimed(10, 50, "decrease"),
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
    ],
    "targets.equal-to-baseline": [
        (
            aimed(20, "20.0", direction),
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
    ],
    "actuals.running-total-falls": [
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
    ],
}

QUIET: dict[str, list[Project]] = {
    "indicators.no-measure": [of(Indicator(measure="number")), of(Indicator(measure="99")), of()],
    "indicators.no-title": [of(Indicator(title={"fr": "Centres"}))],
    "indicators.no-unit": [
        of(Indicator(measure="number", unit="centre")),
        of(Indicator(measure="percentage"), Indicator(measure="boolean"), Indicator()),
    ],
    "values.missing": [
        found_in_2023(
            "number", Actual(0), Actual(stated="ten"), Actual(status="not yet due"), Actual(numerator=1, denominator=2)
        ),
        found_in_2023("qualitative", Actual(comment="Better")),
        of(Indicator(measure="number", targets=[Target(minimum=1), Target(maximum=2)])),
    ],
    "values.not-a-number": [
        found_in_2023("number", Actual("0.00"), Actual(status="missing")),
        found_in_2023("ordinal", Actual(stated="low")),
        found_in_2023("qualitative", Actual(stated="better")),
        found_in_2023(None, Actual(stated="better")),
    ],
    "values.qualitative-with-value": [
        found_in_2023("qualitative", Actual(comment="Better"), Actual(stated="better")),
        found_in_2023("ordinal", Actual(3)),
    ],
    "values.percentage-out-of-range": [
        found_in_2023("percentage", Actual(0), Actual(100), Actual("99.99"), Actual(status="missing")),
        found_in_2023("percentage", Actual(130), unit="percent change"),
        found_in_2023("number", Actual(130), Actual(-1)),
    ],
    "values.zero-denominator": [
        found_in_2023("percentage", Actual(0, numerator=0, denominator=1), Actual(0)),
    ],
    "values.percentage-disagrees": [
        found_in_2023("percentage", Actual(value, numerator=part, denominator=whole))
        for value, part, whole in (("33", 1, 3), ("33.3", 1, 3), ("12", 1, 8), ("13", 1, 8), ("100", 40, 40))
    ]
    + [
        found_in_2023("percentage", Actual(50, numerator=10, denominator=0), Actual(50, numerator=10)),
        found_in_2023("ratio", Actual(50, numerator=50, denominator=40)),
    ],
    "values.off-scale": [
        scaled("ordinal", "low", "low", "high"),
        scaled("ordinal", "medium"),
        scaled("boolean", " Yes"),
        scaled("boolean", "Sí"),
        scaled("qualitative", "medium", "low", "high"),
        found_in_2023("boolean", Actual(status="missing")),
    ],
    "targets.against-direction": [
        aimed(10, 50, "increase"),
        aimed(50, 10, "decrease"),
        aimed(10, 10, "increase"),
        aimed(10, 5, "range"),
        aimed(10, 5),
        aimed(10, 5, "increase", "per period"),
        aimed(10, 5, "increase", "running sum"),
        of(Indicator(direction="increase", baselines=[10, 20], targets=5)),
        of(Indicator(direction="increase", targets=5)),
        of(Indicator(direction="increase", baselines=10, targets=Target(5, dimensions={"sex": "female"}))),
    ],
    "targets.equal-to-baseline": [aimed(20, 20, "maintain"), aimed(20, "20.01"), aimed(20, 20, None, "per period")],
    "targets.do-not-add-up": [
        yearly("per period", 10, 15, final=25),
        yearly("per period", 10, 15),
        yearly("running total", 10, 10, 25, final=25),
        yearly("running total", 30, 20, final=20, direction="decrease"),
        yearly("snapshot", 10, 8, final=25),
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
        totals(12, 9, direction="decrease"),
        totals(12, 9, accumulation="per period"),
        of(Indicator(accumulation="running total", periods=[Period("2023", actuals=12), Period("2022", actuals=9)])),
        of(Indicator(accumulation="running total", periods=[Period(actuals=12), Period("2022", actuals=9)])),
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
    "targets.no-due-date": [
        of(Indicator(targets=Target(10, due="2025"))),
        of(Indicator(periods=Period("2023", targets=10))),
    ],
    "targets.due-after-end": [
        of(Indicator(targets=[Target(10, due=due) for due in ("2025-03-31", "2025-03", "2025", "2024")])),
        Project(chain=Output(indicators=Indicator(targets=Target(10, due="2030")))),
    ],
}


def found(project: Project, code: str) -> list[Issue]:
    """Give the issues of one code that a project has."""
    return [issue for issue in check(project, as_of=AS_OF) if issue.code == code]


def test_each_rule_has_both_cases() -> None:
    """No rule of the family goes without a case that breaks it and one that comes near."""
    assert {rule.code for rule in indicators.RULES} == set(TRIGGERS) == set(QUIET)


@pytest.mark.parametrize(
    ("code", "project", "severity", "expected"), [(code, *case) for code, cases in TRIGGERS.items() for case in cases]
)
def test_a_broken_rule_is_reported(
    code: str, project: Project, severity: Severity, expected: Sequence[tuple[str, str, str | None]]
) -> None:
    """The issue names the place, says what is wrong and what to do, and carries the standard's own rule id."""
    issues = [
        Issue(code=code, severity=severity, path=path, message=message, rule=rule) for path, message, rule in expected
    ]

    assert issues == found(project, code)


@pytest.mark.parametrize(("code", "project"), [(code, project) for code, cases in QUIET.items() for project in cases])
def test_what_comes_near_is_quiet(code: str, project: Project) -> None:
    """What is in order, or not certainly wrong, is not reported."""
    assert [] == found(project, code)
