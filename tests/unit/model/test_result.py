"""Nodes of a chain, their levels, and what hangs on them: links, assumptions, risks, figures."""

from collections.abc import Callable
from typing import Any

import pytest

import aidmodel
from aidmodel import (
    Activity,
    Assumption,
    AssumptionKind,
    AssumptionStatus,
    DateSpan,
    Figure,
    FigureRole,
    Impact,
    Indicator,
    Input,
    InvalidValue,
    Link,
    Node,
    Organisation,
    OtherResult,
    Outcome,
    OutcomeDepth,
    Output,
    PartialDate,
    Quantity,
    Result,
    ResultLevel,
    ResultStatus,
    Risk,
    Text,
    Valence,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""


@pytest.mark.parametrize(
    ("node", "level", "rank"),
    [
        (Input(), ResultLevel.INPUT, 0),
        (Activity(), ResultLevel.ACTIVITY, 1),
        (Output(), ResultLevel.OUTPUT, 2),
        (Outcome(depth="immediate"), ResultLevel.IMMEDIATE_OUTCOME, 3),
        (Outcome(depth=OutcomeDepth.INTERMEDIATE), ResultLevel.INTERMEDIATE_OUTCOME, 4),
        (Outcome(), ResultLevel.OUTCOME, 4),
        (Impact(), ResultLevel.IMPACT, 5),
        (OtherResult(), ResultLevel.OTHER, None),
    ],
)
def test_the_level_is_that_of_the_class(node: Node, level: ResultLevel, rank: int | None) -> None:
    """Each class is a step of the chain; steps have ranks, other results have none."""
    assert level is node.level
    assert rank == level.rank


def test_a_result_may_be_of_no_stated_level() -> None:
    """What the source does not say is unknown."""
    assert Result(title="Coordination strengthened").level is None


def test_the_level_is_no_argument() -> None:
    """It follows from the class; chain.with_level() changes it."""
    with pytest.raises(TypeError, match="level"):
        loosely.Output(level="outcome")


def test_plain_input_is_what_it_stands_for() -> None:
    """Strings and lone items become what is meant."""
    plain = Output(
        title="Centers",
        status="partly",
        as_of="2024-05",
        valence="positive",
        beneficiaries="Refugees",
        contributes_to="services",
        assumptions="Peace holds",
        risks="Floods",
        figures=Quantity(27, "policy instruments"),
        organisations="Municipality of Bogotá",
        locations="bogota",
        indicators=Indicator(title="n"),
    )
    full = Output(
        title=Text("Centers"),
        status=ResultStatus.PARTLY,
        as_of=PartialDate("2024-05"),
        valence=Valence.POSITIVE,
        beneficiaries=(Text("Refugees"),),
        contributes_to=(Link("services"),),
        assumptions=(Assumption(Text("Peace holds")),),
        risks=(Risk(Text("Floods")),),
        figures=(Figure(Quantity(27, "policy instruments")),),
        organisations=(Organisation(Text("Municipality of Bogotá")),),
        locations=("bogota",),
        indicators=(Indicator(title="n"),),
    )

    assert full == plain
    assert DateSpan.parse("2022") == Activity(span="2022", status="expected").span


def test_what_hangs_on_a_link() -> None:
    """Assumptions belong to the step from one node to the next; a string is its statement."""
    link = Link(
        "services",
        assumptions=["Staff stay", Assumption("Budgets hold", kind="driver", status="at risk")],
        rationale="Because",
    )

    assert Text("Staff stay") == link.assumptions[0].statement
    assert (AssumptionKind.DRIVER, AssumptionStatus.AT_RISK) == (link.assumptions[1].kind, link.assumptions[1].status)
    assert "Link('services', assumptions=Assumption('Staff stay'))" == repr(Link("services", assumptions="Staff stay"))


def test_a_figure_says_what_its_number_is_there_for() -> None:
    """A number in a sentence is no measurement; its role is told or open."""
    figure = Figure(Quantity("27", "policy instruments"), role="actual", as_of="2023-08")

    assert FigureRole.ACTUAL is figure.role
    assert "Figure(Quantity('27', 'policy instruments'), role=FigureRole.ACTUAL, as_of='2023-08')" == repr(figure)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Outcome(depth="imediate"),
            "Outcome.depth: must be one of OutcomeDepth, got 'imediate'; did you mean 'immediate' or 'intermediate'?",
        ),
        (
            lambda: Output(status="done"),
            ("Output.status: must be one of ResultStatus, got 'done'; "
            "one of expected, achieved, partly, not achieved, revised, dropped"),
        ),
        (
            lambda: loosely.Output(weight=12.5),
            'Output.weight: must be an exact number, got 12.5; write "12.5" or Decimal("12.5") if that is the number meant',
        ),
        (lambda: Output(id=""), "Output.id: must not be blank, got ''; leave it out if it is not known"),
        (lambda: Link(" "), "Link.to: must not be blank, got ' '; leave it out if it is not known"),
        (
            lambda: loosely.Output(contributes_to=None),
            "Output.contributes_to: must be a Link or several of them, got None; leave the field out if nothing is stated",
        ),
        (
            lambda: loosely.Output(indicators="Centers"),
            "Output.indicators: must be an Indicator or several of them, got 'Centers'",
        ),
        (
            lambda: loosely.Output(indicators=[Indicator(), Output()]),
            "Output.indicators[1]: must be an Indicator or several of them, got Output()",
        ),
        (lambda: loosely.Output(locations=[1]), "Output.locations[0]: must be a string or several of them, got 1"),
        (lambda: Activity(span="2023/24"), "Activity.span: is no span, as '24' is no ISO date, got '2023/24'; an end that is not stated is written .., a fiscal year is read by FiscalCalendar.parse"),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """The message names class and field, shows the value, and gives the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


def test_a_link_needs_its_target() -> None:
    """A link to nothing is none."""
    with pytest.raises(TypeError, match="to"):
        loosely.Link()


def test_nodes_of_two_classes_are_never_equal() -> None:
    """An output is no outcome, whatever it says."""
    assert Output(title="x") != Result(title="x")
    assert 2 == len({Output(title="x"), Outcome(title="x"), Output(title="x")})


@pytest.mark.parametrize(
    ("node", "shown"),
    [
        (Output(), "Output()"),
        (Outcome(id="o", title="Access", depth="immediate"), "Outcome(id='o', title='Access', depth=OutcomeDepth.IMMEDIATE)"),
        (Output(title={"en": "Wells", "fr": "Puits"}), "Output(title=Text({'en': 'Wells', 'fr': 'Puits'}))"),
        (Output(weight="60", contributes_to=["a", "b"]), "Output(contributes_to=[Link('a'), Link('b')], weight=60)"),
        (Output(weight="60.0"), "Output(weight='60.0')"),
        (Risk("Floods", rating="high"), "Risk('Floods', rating='high')"),
        (Activity(span="2022"), "Activity(span='2022-01-01/2022-12-31')"),
    ],
)  # fmt: skip
def test_the_repr_is_short_and_can_be_pasted_back(node: object, shown: str) -> None:
    """What is empty is left out, and values are written the shortest way."""
    names = {name: getattr(aidmodel, name) for name in aidmodel.__all__ if name[0].isupper()}

    assert shown == repr(node)
    assert node == eval(shown, names)  # noqa: S307  our own repr
