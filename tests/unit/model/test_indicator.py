"""Indicators, their periods, and the values in them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

import aidmodel
from aidmodel import (
    Accumulation,
    Actual,
    Baseline,
    Code,
    DateSpan,
    Dimension,
    Direction,
    Disaggregation,
    Document,
    Frequency,
    Indicator,
    InvalidValue,
    MeasureType,
    NotFound,
    PartialDate,
    Period,
    Qualifier,
    Target,
    TargetRevision,
    Text,
    ValueStatus,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""

FEMALE = {"sex": "female"}


def test_plain_input_is_what_it_stands_for() -> None:
    """Numbers become values, strings words and members, and lone items tuples of one."""
    plain = Indicator(
        title="Centers in operation",
        measure="number",
        unit="centre",
        direction="increase",
        accumulation="running total",
        frequency="annual",
        scale="low",
        disaggregations="sex",
        baselines=0,
        targets="25",
        periods=Period("2021-09/2023-08", targets=10, actuals=[Decimal(11), Actual(5, dimensions=FEMALE)]),
        documents="https://example.org/pirs.pdf",
    )
    full = Indicator(
        title=Text("Centers in operation"),
        measure=MeasureType.NUMBER,
        unit="centre",
        direction=Direction.INCREASE,
        accumulation=Accumulation.RUNNING_TOTAL,
        frequency=Frequency.ANNUAL,
        scale=("low",),
        disaggregations=(Disaggregation("sex"),),
        baselines=(Baseline(Decimal(0)),),
        targets=(Target(Decimal(25)),),
        periods=(
            Period(
                DateSpan("2021-09", "2023-08"),
                targets=(Target(Decimal(10)),),
                actuals=(Actual(Decimal(11)), Actual(Decimal(5), dimensions=(Dimension("sex", "female"),))),
            ),
        ),
        documents=(Document("https://example.org/pirs.pdf"),),
    )

    assert full == plain


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("number", MeasureType.NUMBER),
        ("1", MeasureType.NUMBER),
        ("unit", MeasureType.NUMBER),
        ("Percentage", MeasureType.PERCENTAGE),
        ("5", MeasureType.QUALITATIVE),
        ("ratio", MeasureType.RATIO),
        ("7", Code("7")),
    ],
)
def test_measures_by_code_or_name(given: str, expected: MeasureType | Code) -> None:
    """IATI's codes and words, our own, and a code that no list knows."""
    assert expected == Indicator(measure=given).measure


def test_zero_is_a_value() -> None:
    """It is not the absence of one; what is missing says why."""
    zero, missing, nothing = Actual(0), Actual(status="missing"), Actual()

    assert (Decimal(0), None) == (zero.value, zero.status)
    assert (None, ValueStatus.MISSING) == (missing.value, missing.status)
    assert (None, None, None) == (nothing.value, nothing.stated, nothing.status)
    assert 3 == len({zero, missing, nothing})


def test_a_value_keeps_what_is_said_about_it() -> None:
    """Words, qualifiers, parts of a share, ranges and dates stand beside the number."""
    target = Target(minimum=10, maximum="12.5", due="2025")

    assert (Decimal(10), Decimal("12.5"), PartialDate("2025")) == (target.minimum, target.maximum, target.due)
    assert Qualifier.OVER is Actual(2_800_000, qualifier="over").qualifier
    assert "about ten" == Actual(stated="about ten").stated
    assert PartialDate("2021") == Baseline(0, date="2021").date


def test_dimensions_are_pairs_of_a_name_and_a_category() -> None:
    """A mapping gives one for each of its names, in order."""
    both = Actual(1, dimensions={"sex": "female", "age": "18-24"})

    assert (Dimension("sex", "female"), Dimension("age", "18-24")) == both.dimensions
    assert (Dimension("sex", "female"),) == Actual(1, dimensions=Dimension("sex", "female")).dimensions


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: loosely.Actual(0.5),
            'Actual.value: must be an exact number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
        (lambda: Actual(True), 'Actual.value: must be an exact number, got True; words in its place, a step of a scale, yes or no: write stated="yes"'),
        (lambda: Actual(Decimal("NaN")), "Actual.value: must be a finite number, got Decimal('NaN'); leave it out if it is not known"),
        (lambda: Actual("about ten"), "Actual.value: must be a plain number, got 'about ten'; words in its place, a step of a scale, yes or no: write stated=\"about ten\""),
        (
            lambda: loosely.Period("2023", actuals=[1, 0.5]),
            'Period.actuals[1].value: must be an exact number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
        (lambda: loosely.Period(2023), 'Period.span: must be text, got 2023; write "2022-03-28/2025-03-31"'),
        (
            lambda: Actual(1, stated="one"),
            "Actual.status: stands beside value, got 'one'; give a number, or the words in its place, or why it is missing",
        ),
        (
            lambda: Actual(1, status="missing"),
            ("Actual.status: stands beside value, got ValueStatus.MISSING; "
            "give a number, or the words in its place, or why it is missing"),
        ),
        (
            lambda: Baseline(0, stated="none", status="not applicable"),
            ("Baseline.status: stands beside value and stated, got ValueStatus.NOT_APPLICABLE; "
            "give a number, or the words in its place, or why it is missing"),
        ),
        (
            lambda: Actual(status="not aplicable"),
            "Actual.status: must be one of ValueStatus, got 'not aplicable'; did you mean 'not applicable'?",
        ),
        (
            lambda: Indicator(accumulation="cumulative"),
            ("Indicator.accumulation: must be one of Accumulation, got 'cumulative'; "
            "one of per period, running sum, running total, snapshot"),
        ),
        (
            lambda: Indicator(direction="up"),
            "Indicator.direction: must be one of Direction, got 'up'; one of increase, decrease, maintain, range, none",
        ),
        (
            lambda: loosely.Indicator(periods="2023"),
            "Indicator.periods: must be a Period or several of them, got '2023'",
        ),
        (
            lambda: loosely.Actual(1, dimensions="female"),
            "Actual.dimensions: must be a Dimension or several of them, got 'female'",
        ),
        (lambda: Period("2023", actuals={Actual(1)}), "Period.actuals: has no order, got {Actual(1)}; write a list"),
        (lambda: loosely.Disaggregation(None), "Disaggregation.name: must be a string, got None"),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """The message names class and field, shows the value, and gives the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([], None),
        ([Period("2023", targets=10)], None),
        ([Period("2023", actuals=[])], None),
        ([Period("2022", actuals=5), Period("2023", actuals=11), Period("2024", targets=20)], Actual(11)),
        ([Period("2023", actuals=11), Period("2022", actuals=5)], Actual(11)),
        ([Period("2023", actuals=[Actual(6, dimensions=FEMALE), Actual(11)])], Actual(11)),
        ([Period("2022", actuals=5), Period("2023", actuals=Actual(6, dimensions=FEMALE))], Actual(5)),
        ([Period("2022", actuals=5), Period("2023", actuals=Actual(6, locations="bogota"))], Actual(5)),
        ([Period("2023", actuals=0)], Actual(0)),
        ([Period("2023", actuals=[11, 12])], None),
        ([Period("2022", actuals=5), Period("2023", actuals=[11, 12])], None),
        ([Period("2023", actuals=11), Period("2023", actuals=12)], None),
        ([Period("2021-09/2023-08", actuals=11)], Actual(11)),
        ([Period(actuals=11)], Actual(11)),
        ([Period(actuals=11), Period("2023", actuals=12)], None),
        ([Period("2023", actuals=12), Period(DateSpan("2024", None), actuals=11)], None),
        ([Period("2023", actuals=12), Period(targets=11)], Actual(12)),
    ],
)
def test_the_latest_actual(periods: list[Period], expected: Actual | None) -> None:
    """It is that for all, of the period that ends last; where several could be it, none is chosen."""
    assert expected == Indicator(periods=periods).latest_actual


def test_with_actual_sets_the_value_for_all() -> None:
    """Values of categories and places, and targets, stay as they are."""
    female = Actual(6, dimensions=FEMALE)
    indicator = Indicator(periods=Period("2023", targets=20, actuals=[female, 11]))

    assert Indicator(periods=Period("2023", targets=20, actuals=[female, 12])) == indicator.with_actual("2023", 12)
    assert Actual(stated="few") == indicator.with_actual("2023", Actual(stated="few")).latest_actual
    assert Indicator(periods=Period("2023", actuals=[9, female])) == Indicator(
        periods=Period("2023", actuals=female)
    ).with_actual(DateSpan("2023-01-01", "2023-12-31"), "9")


def test_with_actual_adds_a_period_in_order_of_time() -> None:
    """It stands before those that begin later, and after those without a span."""
    indicator = Indicator(periods=[Period("2022"), Period("2024"), Period(targets=1)])
    expected = [Period("2022"), Period("2023", actuals=1), Period("2024"), Period(targets=1)]

    assert Indicator(periods=Period("2023", actuals=1)) == Indicator().with_actual("2023", 1)
    assert {period.span for period in expected} == {period.span for period in indicator.with_actual("2023", 1).periods}
    assert Period("2022") == indicator.with_actual("2023", 1).periods[0]
    assert Period("2023", actuals=1) in indicator.with_actual("2023", 1).periods


@pytest.mark.parametrize(
    ("indicator", "period", "message"),
    [
        (
            Indicator(periods=[Period("2023"), Period("2023")]),
            "2023",
            ("Indicator.periods: is the span of several periods, got '2023-01-01/2023-12-31'; "
            "use replaced() with the path of one"),
        ),
        (
            Indicator(periods=Period("2023", actuals=[1, 2])),
            "2023",
            ("Indicator.periods[0].actuals: has several such actuals, got '2023-01-01/2023-12-31'; "
            "use replaced() with the path of one"),
        ),
        (Indicator(), "soon", "DateSpan: is no span, as it is no ISO date, got 'soon'; write it as 2022-03-28, 2022-03, 2022-Q3 or 2022, or read it with parse_date"),
    ],
)  # fmt: skip
def test_with_actual_does_not_choose(indicator: Indicator, period: str, message: str) -> None:
    """Where two could be meant, the error says how to name one."""
    with pytest.raises(InvalidValue) as caught:
        indicator.with_actual(period, 1)

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (Actual(11), "Actual(11)"),
        (Actual("11.50"), "Actual('11.50')"),
        (Actual(-3), "Actual(-3)"),
        (Actual(Decimal("1E+3")), "Actual(1000)"),
        (Actual(stated="few"), "Actual(stated='few')"),
        (Actual(status="suppressed"), "Actual(status=ValueStatus.SUPPRESSED)"),
        (Actual(1, dimensions=FEMALE), "Actual(1, dimensions=Dimension('sex', 'female'))"),
        (Dimension("sex"), "Dimension('sex')"),
        (Dimension(None, "female"), "Dimension(value='female')"),
        (Dimension(), "Dimension()"),
        (Baseline(0, date="2021"), "Baseline(0, date='2021')"),
        (Period("2023", targets=20, actuals=[1, 2]), "Period('2023-01-01/2023-12-31', targets=Target(20), actuals=[Actual(1), Actual(2)])"),
        (Period(DateSpan("2021-09", None)), "Period('2021-09/..')"),
        (Indicator(scale=["low", "high"]), "Indicator(scale=['low', 'high'])"),
    ],
)  # fmt: skip
def test_the_repr_is_short_and_can_be_pasted_back(thing: object, shown: str) -> None:
    """What is empty is left out, and a field by place is named once one before it is left out."""
    names = {name: getattr(aidmodel, name) for name in aidmodel.__all__ if name[0].isupper()}

    assert shown == repr(thing)
    assert thing == eval(shown, names)  # noqa: S307  our own repr


def test_a_plain_number_replaces_the_value_alone() -> None:
    """What else the actual says stays; an Actual takes the place of all of it."""
    known = Actual(3, comment="Counted by hand", as_of="2024-06")
    indicator = Indicator(title="Wells", periods=Period("2024", targets=5, actuals=known))

    assert Actual(4, comment="Counted by hand", as_of="2024-06") == indicator.with_actual("2024", 4).latest_actual
    assert Actual(4) == indicator.with_actual("2024", Actual(4)).latest_actual


def test_the_latest_actual_says_something() -> None:
    """An actual that is not yet due, or says nothing, does not hide an earlier one; zero and words do."""

    def latest(*, last: Actual) -> Actual | None:
        return Indicator(periods=[Period("2022", actuals=7), Period("2023", actuals=last)]).latest_actual

    assert Actual(7) == latest(last=Actual(status="not yet due"))
    assert Actual(7) == latest(last=Actual())
    assert Actual(0) == latest(last=Actual(0))
    assert Actual(stated="n/a") == latest(last=Actual(stated="n/a"))
    assert Indicator(periods=[Period("2021/2022", actuals=7), Period("2022-06/2022", actuals=8)]).latest_actual is None


def test_an_actual_of_a_category_replaces_the_one_of_that_category() -> None:
    """The total and the other categories stay as they are; a new category comes last."""
    female, male = {"sex": "female"}, {"sex": "male"}
    indicator = Indicator(periods=Period("2024", actuals=[110, Actual(70, dimensions=female)]))
    changed = indicator.with_actual("2024", Actual(75, dimensions=female)).with_actual(
        "2024", Actual(40, dimensions=male)
    )

    assert (Actual(110), Actual(75, dimensions=female), Actual(40, dimensions=male)) == changed.periods[0].actuals


@pytest.mark.parametrize("words", ["yes", "low", "n/a", "71.5%", ">80"])
def test_words_are_shown_their_place(words: str) -> None:
    """A step of a scale, yes or no, or free text is no number; the error says where it goes."""
    with pytest.raises(InvalidValue) as caught:
        Actual(words)

    assert (
        f"Actual.value: must be a plain number, got {words!r}; "
        f'words in its place, a step of a scale, yes or no: write stated="{words}"'
    ) == str(caught.value)


# Targets that are revised.


def test_with_target_revises_the_one_of_a_period() -> None:
    """akvo-product-design#246: the old one stays in the history; other periods, parts and actuals as they are."""
    female = Target(20, dimensions=FEMALE)
    wells = Indicator(
        targets=100, periods=[Period("2023", targets=30), Period("2024", targets=[female, 40], actuals=9)]
    )
    revised = wells.with_target("2024", 60, on="2023-05", reason="two districts were added")
    history = TargetRevision(40, revised_on="2023-05", reason="two districts were added")

    assert (
        Indicator(
            targets=100,
            periods=[
                Period("2023", targets=30),
                Period("2024", targets=[female, Target(60, revisions=history)], actuals=9),
            ],
        )
        == revised
    )


def test_with_target_outside_any_period() -> None:
    """None is the target of the whole project; a category's own is told by it."""
    wells = Indicator(targets=[100, Target(50, dimensions=FEMALE)], periods=Period("2024", targets=40))
    whole = wells.with_target(None, 120, reason="more money")
    women = wells.with_target(None, Target(60, dimensions=FEMALE), reason="more money")

    assert (Decimal(120), Decimal(50)) == (whole.targets[0].value, whole.targets[1].value)
    assert (Decimal(100), Decimal(60)) == (women.targets[0].value, women.targets[1].value)
    assert (TargetRevision(50, dimensions=FEMALE, reason="more money"),) == women.targets[1].revisions


def test_categories_are_in_no_order() -> None:
    """Young women are women who are young."""
    one, other = {"sex": "female", "age": "18-24"}, {"age": "18-24", "sex": "female"}
    wells = Indicator(targets=Target(5, dimensions=one))

    assert 6 == wells.with_target(None, Target(6, dimensions=other), reason="x").targets[0].value
    assert 5 == wells.part(other).targets[0].value


@pytest.mark.parametrize(
    ("period", "target", "reason", "error", "message"),
    [
        ("2025", 60, "x", NotFound, "no period of the indicator '2025-01-01/2025-12-31'"),
        ("2023", 60, "x", NotFound, "no target for the same categories and places 'periods[0].targets'"),
        (None, 60, "x", NotFound, "no target for the same categories and places 'targets'"),
        (
            "2024",
            60,
            "",
            InvalidValue,
            "Target.revised.reason: is no reason, got ''; say why the target was revised",
        ),
        (
            "2022",
            60,
            "x",
            InvalidValue,
            (
                "Indicator.periods: is the span of several periods, got '2022-01-01/2022-12-31'; "
                "use replaced() with the path of one"
            ),
        ),
        (
            "2021",
            60,
            "x",
            InvalidValue,
            (
                "Indicator.periods[1].targets: is how many such targets there are, got 2; "
                "use replaced() with the path of one"
            ),
        ),
    ],
)
def test_with_target_does_not_choose(
    period: str | None, target: int, reason: str, error: type[Exception], message: str
) -> None:
    """What is not there cannot be revised, and of two nobody knows which."""
    indicator = Indicator(
        periods=[
            Period("2023", targets=Target(5, dimensions=FEMALE)),
            Period("2021", targets=[1, 2]),
            Period("2022", targets=1),
            Period("2022", targets=2),
            Period("2024", targets=40),
        ]
    )
    with pytest.raises(error) as caught:
        indicator.with_target(period, target, reason=reason)

    assert message == str(caught.value)


# Parts, and uses of a definition.


def test_a_part_is_an_indicator_of_its_own() -> None:
    """akvo-rsr#3719, #4271: baseline, targets and actuals of the women, there for all; nothing of the young among them."""
    young = {"sex": "female", "age": "18-24"}
    trained = Indicator(
        title="People trained",
        unit="people",
        disaggregations=Disaggregation("sex", categories=["female", "male"]),
        baselines=[10, Baseline(4, dimensions=FEMALE)],
        targets=[100, Target(60, dimensions=FEMALE, due="2025")],
        periods=[
            Period("2023", targets=[30, Target(20, dimensions=FEMALE)], actuals=[25, Actual(15, dimensions=FEMALE)]),
            Period("2024", actuals=[Actual(9, dimensions=young), Actual(7, dimensions=FEMALE, locations="bogota")]),
        ],
    )

    assert Indicator(
        title="People trained",
        unit="people",
        baselines=4,
        targets=Target(60, due="2025"),
        periods=[Period("2023", targets=20, actuals=15), Period("2024")],
    ) == trained.part(FEMALE)
    assert 9 == trained.part(young).periods[1].actuals[0].value
    assert 7 == trained.part(FEMALE, locations="bogota").periods[1].actuals[0].value
    assert ((), ()) == (trained.part(locations="bogota").targets, trained.part(locations="bogota").periods[1].actuals)


def test_the_part_of_all_is_what_is_stated_for_all() -> None:
    """Without the parts, and without what they are parts of."""
    trained = Indicator(
        disaggregations="sex", periods=Period("2024", targets=9, actuals=[Actual(5, dimensions=FEMALE), Actual(8)])
    )

    assert Indicator(periods=Period("2024", targets=9, actuals=8)) == trained.part()


def test_a_use_of_an_indicator() -> None:
    """The question is that of the definition, the values are its own: nothing of the parent's is taken for its own."""
    standard = Indicator(
        id="STD-12",
        title="Wells in use",
        measure="number",
        unit="well",
        direction="increase",
        accumulation="snapshot",
        disaggregations="region",
        baselines=5,
        targets=100,
        periods=Period("2023", actuals=50),
    )
    use = standard.used("UG-3", baselines=0, targets=20, periods=Period("2024", actuals=12))

    assert (
        Indicator(
            id="UG-3",
            parent="STD-12",
            title="Wells in use",
            measure="number",
            unit="well",
            direction="increase",
            accumulation="snapshot",
            disaggregations="region",
            baselines=0,
            targets=20,
            periods=Period("2024", actuals=12),
        )
        == use
    )
    assert (None, "STD-12", (), (), ()) == (
        (bare := standard.used()).id,
        bare.parent,
        bare.baselines,
        bare.targets,
        bare.periods,
    )
    assert "UG-3" == use.used("UG-3-a").parent


def test_what_has_no_name_has_no_use() -> None:
    """The use would name nothing; and a parent is a name that is not blank."""
    with pytest.raises(InvalidValue) as caught:
        Indicator(title="Wells").used("UG-3")
    assert (
        "Indicator.used.id: names nothing that a use could refer to, got None; "
        "give the definition one, as in evolve(indicator, id=…)"
    ) == str(caught.value)
    with pytest.raises(InvalidValue) as blank:
        Indicator(parent=" ")
    assert "Indicator.parent: must not be blank, got ' '; leave it out if it is not known" == str(blank.value)


def test_parents_and_revisions_survive_json() -> None:
    """Format 1 has them."""
    indicator = Indicator(id="UG-3", parent="STD-12", targets=40).with_target(None, 60, on="2023-05", reason="more")
    project = aidmodel.Project(chain=aidmodel.Output(indicators=indicator))

    assert project == aidmodel.from_json(aidmodel.to_json(project))
    assert project == aidmodel.from_dict(aidmodel.to_dict(project))


@pytest.mark.parametrize(
    ("dimensions", "locations", "problem"),
    [
        ({"sex": "femal"}, (), "no category of the indicator 'sex femal'; did you mean 'sex female' or 'sex male'?"),
        ({"sx": "female"}, (), "no category of the indicator 'sx female'; did you mean 'sex female' or 'sex male'?"),
        ({}, "KEN", "no place of the indicator's values 'KEN'; did you mean 'KE'?"),
    ],
)
def test_there_is_no_part_of_what_nobody_speaks_of(
    dimensions: dict[str, str], locations: str | tuple[()], problem: str
) -> None:
    """A misspelt category would be an indicator in which nothing was found; one that is declared has no values yet."""
    actuals = [Actual(4, dimensions={"sex": "female"}), Actual(2, locations="KE")]
    known = Disaggregation("sex", categories=["female", "male"])
    indicator = Indicator(disaggregations=known, periods=Period("2024", actuals=actuals))

    with pytest.raises(NotFound) as caught:
        indicator.part(dimensions, locations=locations)

    assert problem == str(caught.value)
    assert Period("2024") == indicator.part({"sex": "male"}).periods[0]
