"""What a project states about itself in a line or two."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import aidmodel
from aidmodel import (
    Alignment,
    Basis,
    Code,
    Condition,
    ContextFact,
    DateEdge,
    DateKind,
    DateSpan,
    Description,
    DescriptionType,
    Document,
    InvalidValue,
    LegacyDatum,
    Organisation,
    OtherIdentifier,
    PartialDate,
    Project,
    ProjectDate,
    Provenance,
    Quantity,
    RelatedProject,
    RelationType,
    Text,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Wells", [Description("Wells")]),
        ({"en": "Wells", "fr": "Puits"}, None),
        (Text({"en": "Wells", "fr": "Puits"}), [Description({"en": "Wells", "fr": "Puits"})]),
        (["Wells", Text("For girls")], [Description("Wells"), Description("For girls")]),
        (Description("Wells", type="objectives"), [Description("Wells", type=DescriptionType.OBJECTIVES)]),
    ],
)
def test_words_are_a_description(given: Any, expected: list[Description] | None) -> None:
    """A string or text is one description without a type; a mapping is a text in languages."""
    expected = expected or [Description({"en": "Wells", "fr": "Puits"})]

    assert tuple(expected) == Project(descriptions=given).descriptions


def test_dates_from_a_mapping() -> None:
    """Each kind goes with a span; ends that are not stated give no date."""
    project = Project(dates={"planned": "2021-09/2026-09", "actual": "2021-10-01/.."})
    expected = (
        ProjectDate(PartialDate("2021-09"), kind=DateKind.PLANNED, edge=DateEdge.START),
        ProjectDate(PartialDate("2026-09"), kind=DateKind.PLANNED, edge=DateEdge.END),
        ProjectDate(dt.date(2021, 10, 1), kind=DateKind.ACTUAL, edge=DateEdge.START),
    )

    assert expected == project.dates
    assert () == Project(dates={"stated": "../.."}).dates
    assert project.dates[:2] == loosely.Project(dates={DateKind.PLANNED: DateSpan("2021-09", "2026-09")}).dates


def test_plain_input_is_what_it_stands_for() -> None:
    """Strings become names, owners, quantities in their units, and members."""
    fact = ContextFact("People fled", quantity=Quantity(2_800_000, "people", "over"), as_of="2023-08")
    number = OtherIdentifier("CO10P0001", scheme="prima", owner="IOM", type="A1")

    assert PartialDate("2023-08") == fact.as_of
    assert (Organisation("IOM"), Code("A1")) == (number.owner, number.type)
    assert DateSpan("2014", "2018") == Alignment("National Development Plan", span="2014/2018").span
    assert RelationType.SIBLING is RelatedProject("CA-3-1", type="sibling").type
    assert Basis.CONVENTION is Provenance("amounts[0].value.currency", basis="convention").basis
    assert (Code("A01"), PartialDate("2023")) == (
        Document("https://example.org/a.pdf", categories="A01", date="2023").categories[0],
        Document(date="2023").date,
    )
    assert (None, None) == (ProjectDate(kind="actual", edge="end").date, Condition().type)


def test_a_date_may_not_say_what_it_is() -> None:
    """It is a stated one then, of neither end, and no span goes by it."""
    date = ProjectDate("2024")
    project = Project(dates=[date, ProjectDate("2021", edge="start")])

    assert (DateKind.STATED, None) == (date.kind, date.edge)
    assert DateSpan("2021", None) == project.stated == project.span
    assert Project(dates=date).span is None


def test_legacy_data_are_kept_in_their_own_words() -> None:
    """Name, value, and what the standard calls the same; each may be missing."""
    datum = LegacyDatum("Project Status", value="7", iati_equivalent="activity-status")

    assert (datum, LegacyDatum()) == Project(legacy_data=[datum, LegacyDatum()]).legacy_data
    assert ("Project Status", "7", "activity-status") == (datum.name, datum.value, datum.iati_equivalent)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: ProjectDate("2021", kind="plan", edge="start"),
            "ProjectDate.kind: must be one of DateKind, got 'plan'; did you mean 'planned'?",
        ),
        (
            lambda: ProjectDate("2021", kind="planned", edge="begin"),
            "ProjectDate.edge: must be one of DateEdge, got 'begin'; one of start, end",
        ),
        (
            lambda: ProjectDate("28/03/2022", kind="planned", edge="start"),
            ("ProjectDate.date: is no ISO date, got '28/03/2022'; "
            "write it as 2022-03-28, 2022-03, 2022-Q3 or 2022, or read it with parse_date"),
        ),
        (
            lambda: loosely.Project(dates="2022/2025"),
            'Project.dates: does not say which dates it means, got \'2022/2025\'; write {"stated": "2022/2025"}, or planned, or actual',
        ),
        (lambda: Project(dates={"stated": "2022/23"}), "Project.dates: is no span, as '23' is no ISO date, got '2022/23'; an end that is not stated is written .., a fiscal year is read by FiscalCalendar.parse"),
        (lambda: loosely.ContextFact("x", quantity=5), 'ContextFact.quantity: must be a Quantity, got 5; write Quantity("27", "policy instruments")'),
        (lambda: loosely.Description(5), "Description.text: must be words, got 5; write a string, or a mapping from language to words"),
        (lambda: Provenance("", basis="stated"), "Provenance.path: must not be blank, got ''; leave it out if it is not known"),
        (
            lambda: Provenance("title", basis="guessed"),
            "Provenance.basis: must be one of Basis, got 'guessed'; one of stated, derived, inferred, convention",
        ),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """The message names class and field, shows the value, and gives the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (ProjectDate("2021-09", kind="planned", edge="start"), "ProjectDate('2021-09', kind=DateKind.PLANNED, edge=DateEdge.START)"),
        (ProjectDate("2024"), "ProjectDate('2024')"),
        (ProjectDate("2024", edge="end"), "ProjectDate('2024', edge=DateEdge.END)"),
        (LegacyDatum("Project Status", value="7"), "LegacyDatum('Project Status', value='7')"),
        (ProjectDate(kind="actual", edge="end"), "ProjectDate(kind=DateKind.ACTUAL, edge=DateEdge.END)"),
        (OtherIdentifier("CE.0373", owner="IOM"), "OtherIdentifier('CE.0373', owner=Organisation('IOM'))"),
        (Alignment(span="2014/2018"), "Alignment(span='2014/2018')"),
        (Description({"en": "Wells", "fr": "Puits"}), "Description(Text({'en': 'Wells', 'fr': 'Puits'}))"),
        (Provenance("title", basis="stated", line=3), "Provenance('title', basis=Basis.STATED, line=3)"),
    ],
)  # fmt: skip
def test_the_repr_is_short_and_can_be_pasted_back(thing: object, shown: str) -> None:
    """What is empty is left out."""
    names = {name: getattr(aidmodel, name) for name in aidmodel.__all__ if name[0].isupper()}

    assert shown == repr(thing)
    assert thing == eval(shown, names)  # noqa: S307  our own repr


@pytest.mark.parametrize("lone", ["2017", "2024-02-01", "2021-09"])
def test_a_lone_date_does_not_say_which_end_it_is(lone: str) -> None:
    """It is neither taken for both ends nor widened to days."""
    with pytest.raises(InvalidValue) as caught:
        Project(dates={"actual": lone})

    assert (
        f"Project.dates: does not say which end of the project it is, got {lone!r}; "
        f'write "{lone}/.." for the start, "../{lone}" for the end, or "{lone}/{lone}"'
    ) == str(caught.value)
