"""The ways in which files write values by category, and one form for them."""

from typing import Any

import pytest
from attrs import evolve

from aidmodel.analysis.dimension_forms import (
    DOUBTFUL,
    MOVED,
    REPEATED,
    Recognised,
    normalise_disaggregation,
    recognised,
)
from aidmodel.errors import InvalidValue
from aidmodel.issues import Severity
from aidmodel.model.extras import Extras
from aidmodel.model.indicator import Disaggregation, Indicator, Period
from aidmodel.model.measurement import Actual, Baseline, Dimension, Target
from aidmodel.model.project import Project
from aidmodel.model.result import Activity, Outcome, Output

FEMALE, MALE = {"sex": "female"}, {"sex": "male"}


def made(indicator: Indicator, dimension: str | None = None) -> Indicator:
    """Give the indicator in one form."""
    return normalise_disaggregation(indicator, dimension=dimension).value


def codes(indicator: Indicator) -> list[tuple[str, str]]:
    """Give what is recognised, and where."""
    return [(each.code, each.path) for each in recognised(indicator)]


# Repeated periods.


OLD = Indicator(
    periods=[
        Period("2024", targets=60, actuals=60),
        Period("2023", actuals=5),
        Period("2024", actuals=Actual(45, dimensions=FEMALE)),
        Period("2024", actuals=[Actual(15, dimensions=MALE), Actual(60)]),
    ]
)


def test_periods_that_are_repeated() -> None:
    """IATI 2.02 (IATI-Schemas#294): one period for each category becomes one with a value for each; what all say is there once."""
    assert (
        Recognised(
            REPEATED,
            "periods[0]",
            "the period 2024-01-01/2024-12-31 is repeated for other categories by periods[2], periods[3]",
        ),
    ) == tuple(recognised(OLD))
    assert Indicator(
        periods=[
            Period("2024", targets=60, actuals=[60, Actual(45, dimensions=FEMALE), Actual(15, dimensions=MALE)]),
            Period("2023", actuals=5),
        ]
    ) == made(OLD)


def test_places_are_categories_too() -> None:
    """A period for each place."""
    by_place = Indicator(periods=[Period("2024", actuals=Actual(n, locations=at)) for n, at in ((7, "KE"), (5, "UG"))])

    assert Indicator(periods=Period("2024", actuals=[Actual(7, locations="KE"), Actual(5, locations="UG")])) == made(
        by_place
    )


@pytest.mark.parametrize(
    "periods",
    [
        pytest.param([Period("2024", actuals=5), Period("2024", actuals=5)], id="no category anywhere"),
        pytest.param([Period("2024", actuals=5), Period("2024", targets=5)], id="no category anywhere, of other sides"),
        pytest.param(
            [Period("2024", actuals=[5, Actual(3, dimensions=FEMALE)]), Period("2024", actuals=6)], id="two for all"
        ),
        pytest.param([Period("2024", actuals=Actual(n, dimensions=FEMALE)) for n in (3, 4)], id="two for the women"),
        pytest.param(
            [Period("2024", actuals=Actual(3, dimensions=FEMALE)), Period("2024-Q1", actuals=5)], id="other days"
        ),
        pytest.param([Period(actuals=Actual(3, dimensions=FEMALE)), Period(actuals=5)], id="no days"),
        pytest.param(
            [
                Period("2024", actuals=Actual(3, dimensions=FEMALE)),
                Period("2024", actuals=5, extras=Extras({"org:note": "x"})),
            ],
            id="room for the extras of one only",
        ),
        pytest.param([Period("2024", actuals=[5, Actual(3, dimensions=FEMALE)])], id="one period"),
        pytest.param([], id="none"),
    ],
)
def test_periods_that_are_not_repeated_for_categories(periods: list[Period]) -> None:
    """What may be two reports, or a mistake, is left as it is, and nothing is said of it."""
    indicator = Indicator(periods=periods)
    loaded = normalise_disaggregation(indicator)

    assert [] == codes(indicator)
    assert (indicator, 0) == (loaded.value, len(loaded.report))


# The figure in the dimension.


def test_figures_in_the_place_of_categories() -> None:
    """IATI/D-Portal#597: 314 in all, 11 of Kenya and 303 of Uganda, with the name in the place of the dimension."""
    old = Indicator(periods=Period("2024", actuals=Actual(314, dimensions={"Kenya": "11", "Uganda": "303"})))
    message = "numbers stand in the place of categories, and make up the value: Kenya 11, Uganda 303"

    assert [Recognised(MOVED, "periods[0].actuals[0]", message)] == list(recognised(old))
    assert Indicator(
        periods=Period(
            "2024",
            actuals=[
                314,
                Actual(11, dimensions=Dimension(None, "Kenya")),
                Actual(303, dimensions=Dimension(None, "Uganda")),
            ],
        )
    ) == made(old)
    assert [{"country": "Kenya"}, {"country": "Uganda"}] == [
        {each.name: each.value for each in actual.dimensions} for actual in made(old, "country").periods[0].actuals[1:]
    ]


def test_wherever_they_stand() -> None:
    """In baselines and targets too, of the project and of a period; zero is a figure, and they need not be whole."""
    names = {"Men": "0", "Women": "2.5"}
    old = Indicator(
        baselines=Baseline("2.5", dimensions=names, date="2021"),
        targets=Target("2.5", dimensions=names, due="2025"),
        periods=Period("2024", targets=Target("2.5", dimensions=names)),
    )
    new = made(old, "sex")

    assert ["baselines[0]", "targets[0]", "periods[0].targets[0]"] == [path for _, path in codes(old)]
    assert (
        Baseline("2.5", date="2021"),
        Baseline(0, dimensions={"sex": "Men"}, date="2021"),
        Baseline("2.5", dimensions={"sex": "Women"}, date="2021"),
    ) == new.baselines
    assert Target(0, dimensions={"sex": "Men"}, due="2025") == new.targets[1]
    assert 3 == len(new.periods[0].targets)


def test_the_dimension_that_declares_the_category() -> None:
    """Where exactly one has it that is its name, whatever is asked for."""
    old = Indicator(
        disaggregations=[Disaggregation("sex", categories=["Men", "Women"]), Disaggregation("age", categories=["Men"])],
        targets=Target(3, dimensions={"Men": "1", "Women": "2"}),
    )

    assert [None, "sex"] == [each.dimensions[0].name for each in made(old).targets[1:]]
    assert ["group", "sex"] == [each.dimensions[0].name for each in made(old, "group").targets[1:]]


def test_what_is_said_of_the_whole_stays_with_it() -> None:
    """Comment, numbers behind a share, bounds and history are the whole's; where, when, who and how are of the parts too."""
    names = {"Men": "1", "Women": "2"}
    actual = Actual(
        3, dimensions=names, comment="By hand", locations="KE", as_of="2024-06", source="A", numerator=3, denominator=4
    )
    aim = Target(3, dimensions=names, due="2025", minimum=2, maximum=4).revised(
        Target(3, dimensions=names, due="2025"), reason="no range"
    )
    new = made(Indicator(targets=aim, periods=Period("2024", actuals=actual)))
    whole, men, women = new.periods[0].actuals

    assert evolve(actual, dimensions=()) == whole
    assert Actual(1, dimensions=Dimension(None, "Men"), locations="KE", as_of="2024-06", source="A") == men
    assert 2 == women.value
    assert (evolve(aim, dimensions=()), Target(1, dimensions=Dimension(None, "Men"), due="2025")) == new.targets[:2]


@pytest.mark.parametrize(
    ("value", "dimensions"),
    [
        pytest.param(5, {"grade": "5"}, id="a grade"),
        pytest.param(9, {"Age group": "4", "Grade": "5"}, id="dimensions by name, that happen to sum"),
        pytest.param(7, {"Kenya": "7"}, id="one figure"),
        pytest.param(8, {"Kenya": "3", "Uganda": "4"}, id="they do not make it up"),
        pytest.param(1, {"Kenya": "-3", "Uganda": "4"}, id="below zero"),
        pytest.param(2024, {"year": "2024"}, id="a year"),
    ],
)
def test_numbers_that_may_be_categories(value: int, dimensions: dict[str, str]) -> None:
    """They are left, and the report says so."""
    old = Indicator(periods=Period("2024", actuals=Actual(value, dimensions=dimensions)))
    loaded = normalise_disaggregation(old)
    stated = ", ".join(f"{name} {number}" for name, number in dimensions.items())

    assert old == loaded.value
    assert [(DOUBTFUL, "periods[0].actuals[0]")] == codes(old)
    assert [(Severity.WARNING, f"a number stands in the place of a category: {stated}; it was left")] == [
        (each.severity, each.message) for each in loaded.report
    ]


@pytest.mark.parametrize(
    "actual",
    [
        Actual(5),
        Actual(5, dimensions=FEMALE),
        Actual(5, dimensions={"Kenya": "5", "sex": "female"}),
        Actual(5, dimensions=Dimension(None, "5")),
        Actual(5, dimensions=Dimension("Kenya")),
        Actual(stated="few", dimensions={"Kenya": "1", "Uganda": "2"}),
        Actual(dimensions={"Kenya": "1", "Uganda": "2"}),
        Actual(3, dimensions={"Kenya": "1-2", "Uganda": "2"}),
    ],
)
def test_nothing_is_recognised(actual: Actual) -> None:
    """Categories in words, and figures with nothing to make up."""
    indicator = Indicator(periods=Period("2024", actuals=actual))

    assert [] == codes(indicator)
    assert indicator is normalise_disaggregation(indicator).value


def test_a_value_for_all_that_is_stated_stays_the_one() -> None:
    """31 is stated for all, and 30 is what the figures make up: it is no second value for all beside it."""
    old = Indicator(
        periods=Period("2024", actuals=[31, Actual(30, dimensions={"Kenya": "11", "Uganda": "19"})]), measure="number"
    )
    whole = [each.value for each in made(old).periods[0].actuals if not each.dimensions]

    assert [31] == whole
    same = evolve(old, periods=Period("2024", actuals=[30, Actual(30, dimensions={"Kenya": "11", "Uganda": "19"})]))
    assert {30} == {each.value for each in made(same).periods[0].actuals if not each.dimensions}


# Both, and projects.


def test_both_at_once() -> None:
    """A period for each country, each with figures for women and men."""
    old = Indicator(
        periods=[
            Period("2024", actuals=Actual(3, locations="KE", dimensions={"Men": "1", "Women": "2"})),
            Period("2024", actuals=Actual(7, locations="UG", dimensions={"Men": "3", "Women": "4"})),
        ]
    )
    (period,) = made(old, "sex").periods

    assert [(REPEATED, "periods[0]"), (MOVED, "periods[0].actuals[0]"), (MOVED, "periods[1].actuals[0]")] == codes(old)
    assert [3, 1, 2, 7, 3, 4] == [each.value for each in period.actuals]


def test_a_project() -> None:
    """All of its results; the report says where, and what was not touched is the same as before."""
    figures = Indicator(targets=Target(3, dimensions={"Men": "1", "Women": "2"}))
    doubtful = Indicator(targets=Target(5, dimensions={"grade": "5"}))
    project = Project(
        identifier="XX-1",
        chain=[
            Activity(title="Training"),
            Outcome(title="Skills", indicators=[doubtful, figures]),
            Output(title="People trained", indicators=OLD),
            Output(title="None"),
        ],
    )
    loaded = normalise_disaggregation(project, dimension="sex")

    assert [
        ("chain[1].indicators[0].targets[0]", DOUBTFUL, Severity.WARNING),
        ("chain[1].indicators[1].targets[0]", MOVED, Severity.INFO),
        ("chain[2].indicators[0].periods[0]", REPEATED, Severity.INFO),
    ] == [(each.path, each.code, each.severity) for each in loaded.report]
    assert (doubtful, made(figures, "sex"), made(OLD)) == tuple(
        indicator for result in loaded.value.chain.results for indicator in result.indicators
    )
    assert project.chain[0] == loaded.value.chain[0]
    assert loaded.value == normalise_disaggregation(loaded.value, dimension="sex").value


def test_the_report_says_what_was_done() -> None:
    """In a sentence."""
    assert [
        (
            "the period 2024-01-01/2024-12-31 is repeated for other categories by periods[2], periods[3]; "
            "they are values by category now"
        )
    ] == [each.message for each in normalise_disaggregation(OLD).report]


def test_nothing_to_do() -> None:
    """The same object, and no report."""
    indicator = Indicator(periods=Period("2024", actuals=[60, Actual(45, dimensions=FEMALE)]))
    loaded = normalise_disaggregation(indicator)

    assert loaded.value is indicator
    assert 0 == len(loaded.report)
    assert Project() == normalise_disaggregation(Project()).value


@pytest.mark.parametrize(
    ("thing", "dimension", "message"),
    [
        ("wells", None, "normalise_disaggregation.thing: must be an Indicator or a Project, got 'wells'"),
        (
            OLD,
            " ",
            "normalise_disaggregation.dimension: must not be blank, got ' '; leave it out if it is not known",
        ),
        (OLD, 5, 'normalise_disaggregation.dimension: must be a string, got 5; write "5"'),
    ],
)
def test_wrong_arguments(thing: Any, dimension: Any, message: str) -> None:
    """They are named."""
    with pytest.raises(InvalidValue) as caught:
        normalise_disaggregation(thing, dimension=dimension)

    assert message == str(caught.value)
