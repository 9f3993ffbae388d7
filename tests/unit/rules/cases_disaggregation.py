"""Rules on values by category: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Actual, Baseline, Dimension, Disaggregation, Indicator, Output, Period, Project, Severity, Target

E, W, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
HERE = "chain[0].indicators[0]"
FEMALE, MALE = {"sex": "female"}, {"sex": "male"}
SEX = Disaggregation("sex", categories=["female", "male"], exclusive=True, exhaustive=True)
AGE = Disaggregation("age", exclusive=True, exhaustive=True)
SEVERAL = Disaggregation("training", exclusive=False)


def of(
    *actuals: Actual | int,
    by: Disaggregation | Sequence[Disaggregation] = SEX,
    measure: str = "number",
    unit: str | None = None,
    accumulation: str | None = None,
) -> Project:
    """Give a project with actuals of 2024."""
    periods = Period("2024", actuals=actuals)
    return on(Indicator(measure=measure, unit=unit, accumulation=accumulation, disaggregations=by, periods=periods))


def on(indicator: Indicator) -> Project:
    """Give a project with an output that has the indicator."""
    return Project(chain=Output(title="Training", indicators=indicator))


def share(numerator: int, denominator: int, **by: str) -> Actual:
    """Give a share of so many out of so many."""
    return Actual(numerator=numerator, denominator=denominator, dimensions=by)


def crossed(girls: int, boys: int, women: int, men: int, *, female: int) -> Project:
    """Give a project with a table by sex and age, and what is stated for the female."""
    cells = {("female", "young"): girls, ("male", "young"): boys, ("female", "old"): women, ("male", "old"): men}
    made = [Actual(count, dimensions={"sex": sex, "age": age}) for (sex, age), count in cells.items()]
    return of(100, Actual(female, dimensions=FEMALE), *made, by=[SEX, AGE])


ACTUALS = f"{HERE}.periods[0].actuals"
ABOVE = "mend a part, or the whole"
BELOW = "state the rest as unknown"
NORMALISED = "normalise_disaggregation() makes"
BARE = "it is a share of one category, without numerator and denominator: state both, here and in others like it"
Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "disaggregation.parts-above-whole": [
        (
            of(60, Actual(45, dimensions=FEMALE), Actual(17, dimensions=MALE)),
            E,
            [(ACTUALS, f"by sex the parts are more than the whole, 62 of 60: {ABOVE}", None)],
        ),
        # 30/40 and 20/40 are 50/80; the whole says 45/80: the numerators do not agree, the denominators do
        (
            of(share(45, 80), share(30, 40, sex="female"), share(20, 40, sex="male"), measure="percentage"),
            E,
            [(ACTUALS, f"by sex the parts are more than the whole, 50 of 45: {ABOVE}", None)],
        ),
        # what is new in a period is held against the whole of the same period
        (
            on(
                Indicator(
                    measure="number",
                    accumulation="running sum",
                    disaggregations=SEX,
                    periods=[
                        Period("2023", actuals=[100, Actual(50, dimensions=FEMALE), Actual(50, dimensions=MALE)]),
                        Period("2024", actuals=[10, Actual(6, dimensions=FEMALE), Actual(5, dimensions=MALE)]),
                    ],
                )
            ),
            E,
            [(f"{HERE}.periods[1].actuals", f"by sex the parts are more than the whole, 11 of 10: {ABOVE}", None)],
        ),
        (
            on(
                Indicator(
                    measure="number",
                    disaggregations=SEX,
                    baselines=[5, Baseline(6, dimensions=FEMALE)],
                    targets=[9, Target(5, dimensions=FEMALE), Target(5, dimensions=MALE)],
                )
            ),
            E,
            [
                (f"{HERE}.baselines", f"by sex the parts are more than the whole, 6 of 5: {ABOVE}", None),
                (f"{HERE}.targets", f"by sex the parts are more than the whole, 10 of 9: {ABOVE}", None),
            ],
        ),
    ],
    "disaggregation.parts-below-whole": [
        (
            of(60, Actual(45, dimensions=FEMALE), Actual(13, dimensions=MALE)),
            W,
            [(ACTUALS, f"by sex the parts are less than the whole, 58 of 60: {BELOW}", None)],
        ),
        (
            of(share(50, 90), share(30, 40, sex="female"), share(20, 40, sex="male"), measure="percentage"),
            W,
            [(ACTUALS, f"by sex the parts are less than the whole, 80 of 90: {BELOW}", None)],
        ),
    ],
    "disaggregation.part-above-whole": [
        (
            of(
                60,
                Actual(61, dimensions={"training": "weaving"}),
                Actual(9, dimensions={"training": "dyeing"}),
                by=SEVERAL,
            ),
            W,
            [(ACTUALS, "by training, weaving one part is more than the whole, 61 of 60: mend one of the two", None)],
        ),
        (
            of(7, Actual(8, locations="here"), by=()),
            W,
            [(ACTUALS, "by location, here one part is more than the whole, 8 of 7: mend one of the two", None)],
        ),
        # 31 of 40 women, and 30 of 80 in all: the numerators cannot be right
        (
            of(share(30, 80), share(31, 40, sex="female"), by=(), measure="percentage"),
            W,
            [(ACTUALS, "by sex, female one part is more than the whole, 31 of 30: mend one of the two", None)],
        ),
        # two sources add up: 6 + 5 of 5 + 5
        (
            of(
                Actual(5, source="A"),
                Actual(5, source="B"),
                Actual(6, source="A", dimensions=FEMALE),
                Actual(5, source="B", dimensions=FEMALE),
                by=(),
                accumulation="per period",
            ),
            W,
            [(ACTUALS, "by sex, female one part is more than the whole, 11 of 10: mend one of the two", None)],
        ),
    ],
    "disaggregation.unknown-category": [
        (
            of(Actual(45, dimensions={"sex": "women"})),
            E,
            [(ACTUALS, "by sex, women: there is no such category; sex has female, male", None)],
        ),
    ],
    "disaggregation.margins-disagree": [
        # the female are 20 + 25, and 44 are stated
        (
            crossed(20, 30, 25, 25, female=44),
            E,
            [(ACTUALS, "by sex and age, female: the crossed parts make 45, stated 44: mend one of the two", None)],
        ),
    ],
    "disaggregation.repeated-category": [
        (
            of(Actual(45, dimensions=FEMALE), 60, Actual(45, dimensions=FEMALE)),
            E,
            [(f"{ACTUALS}[2]", "there is a value for the same category at [0] already: keep one", None)],
        ),
        (
            of(
                Actual(45, dimensions=[Dimension("sex", "female"), Dimension("age", "old")]),
                Actual(44, dimensions=[Dimension("age", "old"), Dimension("sex", "female")]),
            ),
            E,
            [(f"{ACTUALS}[1]", "there is a value for the same category at [0] already: keep one", None)],
        ),
    ],
    "disaggregation.no-category": [
        (
            of(60, Actual(45, dimensions=[Dimension("sex"), Dimension(value="young"), Dimension()])),
            E,
            [
                (f"{ACTUALS}[1].dimensions[{at}]", f"the dimension has no {lacks}: state what the value is for", None)
                for at, lacks in enumerate(("value", "name", "name and no value"))
            ],
        ),
    ],
    "disaggregation.share-without-denominator": [
        (
            on(
                Indicator(
                    measure="percentage",
                    periods=[
                        Period(
                            "2023", actuals=[Actual(50), Actual(60, dimensions=FEMALE), Actual(40, dimensions=MALE)]
                        ),
                        Period("2024", actuals=Actual(70, dimensions=FEMALE)),
                    ],
                )
            ),
            W,
            [(f"{ACTUALS}[1]", BARE, None)],
        ),
        (
            of(Actual(6, locations="here", denominator=90), unit="per 1,000 live births"),
            W,
            [(f"{ACTUALS}[0]", BARE, None)],
        ),
    ],
    "disaggregation.repeated-period": [
        (
            on(
                Indicator(
                    periods=[
                        Period("2024", actuals=60),
                        Period("2023", actuals=9),
                        Period("2024", actuals=Actual(45, dimensions=FEMALE)),
                    ]
                )
            ),
            INFO,
            [
                (
                    f"{HERE}.periods[0]",
                    f"the period 2024-01-01/2024-12-31 is repeated for other categories by periods[2]: {NORMALISED} one of them",
                    None,
                )
            ],
        ),
    ],
    "disaggregation.figure-in-dimension": [
        (
            of(Actual(30, dimensions={"Kenya": "11", "Uganda": "19"}), by=()),
            W,
            [
                (
                    f"{ACTUALS}[0]",
                    f"numbers stand in the place of categories, and make up the value: Kenya 11, Uganda 19: {NORMALISED} values of them",
                    None,
                )
            ],
        ),
    ],
    "disaggregation.number-as-category": [
        (
            of(Actual(30, dimensions={"grade": "5"}), by=()),
            W,
            [
                (
                    f"{ACTUALS}[0]",
                    "a number stands in the place of a category: grade 5: state the category, if it is none",
                    None,
                )
            ],
        ),
    ],
}

RIGHT = of(60, Actual(45, dimensions=FEMALE), Actual(15, dimensions=MALE))
QUIET: dict[str, list[Project]] = {
    "disaggregation.parts-above-whole": [
        Project(),
        RIGHT,
        of(60, Actual(45, dimensions=FEMALE), Actual(17, dimensions=MALE), by=()),
        of(
            60,
            Actual(45, dimensions={"training": "weaving"}),
            Actual(17, dimensions={"training": "dyeing"}),
            by=SEVERAL,
        ),
        of(Actual(45, dimensions=FEMALE), Actual(17, dimensions=MALE)),
        of(share(50, 80), share(30, 40, sex="female"), share(20, 40, sex="male"), measure="percentage"),
    ],
    "disaggregation.parts-below-whole": [
        RIGHT,
        of(60, Actual(45, dimensions=FEMALE), Actual(status="suppressed", dimensions=MALE)),
        of(60, Actual(45, dimensions=FEMALE), Actual(13, dimensions=MALE), by=Disaggregation("sex", exclusive=True)),
    ],
    "disaggregation.part-above-whole": [
        RIGHT,
        of(60, Actual(60, dimensions={"training": "weaving"}), by=SEVERAL),
        of(7, Actual(9, locations="here"), by=(), measure="percentage"),
        of(7, Actual(9, locations="here"), by=(), unit="index"),
    ],
    "disaggregation.unknown-category": [
        RIGHT,
        of(Actual(45, dimensions={"sex": "women"}), by=Disaggregation("sex")),
        of(Actual(45, dimensions={"sex": "women"}), by=()),
    ],
    "disaggregation.margins-disagree": [RIGHT, crossed(20, 30, 25, 25, female=45)],
    "disaggregation.repeated-category": [
        RIGHT,
        of(60, 60),
        of(Actual(45, dimensions=FEMALE, source="A"), Actual(44, dimensions=FEMALE, source="B")),
        of(Actual(45, dimensions=FEMALE), Actual(44, dimensions=FEMALE, locations="here")),
    ],
    "disaggregation.no-category": [RIGHT, of(60, Actual(3, locations="here"))],
    "disaggregation.share-without-denominator": [
        RIGHT,
        of(50, share(30, 40, sex="female"), measure="percentage"),
        of(50, Actual(status="suppressed", dimensions=FEMALE), measure="percentage"),
    ],
    "disaggregation.repeated-period": [
        RIGHT,
        on(Indicator(periods=[Period("2024", actuals=60), Period("2024", actuals=45)])),
    ],
    "disaggregation.figure-in-dimension": [RIGHT, of(Actual(30, dimensions={"grade": "5"}), by=())],
    "disaggregation.number-as-category": [RIGHT, of(Actual(30, dimensions={"grade": "fifth"}), by=())],
}
