"""Rules on values: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Activity, Actual, Baseline, Extras, Indicator, Outcome, Period, Project, Raw, Severity, Target

E, W = Severity.ERROR, Severity.WARNING
HERE = "chain[1].indicators[0]"
LISTED = ("number", "percentage", "ordinal", "nominal")
"""The measures of IATI that ask for a number."""
BLANK = Extras(raw=[Raw(at="", name="@value", xml="")])
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


def numbered(measure: str, number: int, *scale: str) -> Project:
    """Give a project with one finding in a number."""
    return of(Indicator(measure=measure, scale=scale, periods=Period("2023", actuals=number)))


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
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
                    ("targets[0]", None),
                    ("periods[0].targets[0]", "8.9.1"),
                    ("periods[0].actuals[1]", "8.10.1"),
                )
            ],
        ),
        (
            found_in_2023(None, Actual()),
            E,
            [(ACTUAL, "there is no value: state it, or a status that says why", None)],
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
                    rule if measure in LISTED else None,
                )
                for place, words, rule in (
                    ("baselines[0]", "few", "8.8.2"),
                    ("periods[0].targets[0]", "many", "8.9.2"),
                    ("periods[0].actuals[0]", "about ten", "8.10.2"),
                )
            ],
        )
        for measure in (*LISTED, "ratio", "currency")
    ]
    + [
        (
            found_in_2023("number", Actual(extras=BLANK)),
            W,
            [
                (
                    f"{ACTUAL}.stated",
                    "'' stands where the number should: state the number, put words in the comment",
                    "8.10.2",
                )
            ],
        ),
    ],
    "values.qualitative-with-value": [
        (
            found_in_2023("qualitative", Actual(extras=BLANK)),
            W,
            [
                (
                    f"{ACTUAL}.stated",
                    "'' stands in the place of a number, and the indicator is qualitative: say it in the comment",
                    "8.10.3",
                )
            ],
        ),
        (
            found_in_2023("qualitative", Actual(stated="better")),
            W,
            [
                (
                    f"{ACTUAL}.stated",
                    "'better' stands in the place of a number, and the indicator is qualitative: say it in the comment",
                    "8.10.3",
                )
            ],
        ),
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
                    ("targets[0]", "3", None),
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
        for value, unit in (("100.1", None), ("-1", "%"), ("130", "percent"), ("130", "Per cent"))
    ]
    + [
        (
            of(Indicator(measure="percentage", targets=Target(minimum=-5, maximum=105))),
            W,
            [
                (
                    f"{HERE}.targets[0].{name}",
                    f"{number} is no share in percent: mend it, or name the unit of a growth rate",
                    None,
                )
                for name, number in (("minimum", -5), ("maximum", 105))
            ],
        ),
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
            ("33.330", "1", "3", "33.3333"),
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
        (
            found_in_2023("boolean", Actual(2)),
            E,
            [(f"{ACTUAL}.value", "2 is neither 1 for yes nor 0 for no", None)],
        ),
    ],
    "values.number-off-scale": [
        (
            numbered(measure, 2, "low", "high"),
            W,
            [(f"{ACTUAL}.value", "2 is not on the scale: low, high: state the step", None)],
        )
        for measure in ("ordinal", "nominal")
    ]
    + [
        (
            numbered("ordinal", 4, "1 - low", "3 - high"),
            W,
            [(f"{ACTUAL}.value", "4 is not on the scale: 1 - low, 3 - high: state the step", None)],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "values.missing": [
        found_in_2023(
            "number", Actual(0), Actual(stated="ten"), Actual(status="not yet due"), Actual(numerator=1, denominator=2)
        ),
        found_in_2023("qualitative", Actual(comment="Better")),
        found_in_2023("number", Actual(extras=BLANK)),
        of(Indicator(measure="number", targets=[Target(minimum=1), Target(maximum=2)])),
    ],
    "values.not-a-number": [
        found_in_2023("number", Actual("0.00"), Actual(status="missing")),
        found_in_2023("boolean", Actual(stated="yes")),
        found_in_2023("qualitative", Actual(stated="better")),
        found_in_2023(None, Actual(stated="better")),
    ],
    "values.qualitative-with-value": [
        found_in_2023("qualitative", Actual(comment="Better")),
        found_in_2023("ordinal", Actual(3), Actual(stated="low")),
    ],
    "values.percentage-out-of-range": [
        found_in_2023("percentage", Actual(0), Actual(100), Actual("99.99"), Actual(status="missing")),
        found_in_2023("percentage", Actual(130), unit="percent change"),
        found_in_2023("percentage", Actual(-5), unit="percentage points"),
        of(Indicator(measure="percentage", targets=[Target(minimum=0, maximum=100), Target(maximum=50)])),
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
        found_in_2023("percentage", Actual(125, numerator=50, denominator=40), unit="percent change"),
    ],
    "values.off-scale": [
        scaled("ordinal", "low", "low", "high"),
        scaled("ordinal", "medium"),
        scaled("boolean", " Yes"),
        scaled("boolean", "Sí"),
        scaled("qualitative", "medium", "low", "high"),
        found_in_2023("boolean", Actual(status="missing"), Actual(0), Actual("1.0")),
        found_in_2023("number", Actual(2)),
    ],
    "values.number-off-scale": [
        numbered("ordinal", 2),
        numbered("nominal", 2),
        numbered("ordinal", 2, "1", "2.0", "3"),
        numbered("ordinal", 3, "1 - low", "3 - high"),
        numbered("ordinal", -1, "-1: worse", "0: as before", "+1: better"),
        numbered("number", 2, "low", "high"),
        scaled("ordinal", "medium", "low", "high"),
    ],
}
