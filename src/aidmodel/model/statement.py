"""What a project states about itself in a line or two: descriptions, dates, alignments, context, and where from."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, made_of, named, pairs_of
from aidmodel.errors import InvalidValue
from aidmodel.model.element import Element
from aidmodel.model.organisation import Organisation
from aidmodel.values.code import Code, Listed, as_code_or_none, one_of, one_of_or_code
from aidmodel.values.partial_date import PartialDate, as_date_or_none
from aidmodel.values.plain import as_string, as_string_or_none, as_whole_or_none
from aidmodel.values.quantity import Quantity, as_quantity_or_none
from aidmodel.values.span import DateSpan, as_span, as_span_or_none
from aidmodel.values.text import Text, as_text


@final
class DescriptionType(Listed):
    """What a description is about (IATI DescriptionType)."""

    GENERAL = "1"
    """The project as a whole."""
    OBJECTIVES = "2"
    """What it is to reach."""
    TARGET_GROUPS = "3"
    """For whom it is."""
    OTHER = "4"
    """Something else."""


def _as_description_type(value: DescriptionType | Code | str | None) -> DescriptionType | Code | None:
    return None if value is None else one_of_or_code(DescriptionType, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Description(Element):
    """
    A longer text about a project.

    IATI 2.03: ``iati-activity/description``.
    """

    text: Text = field(default=Text(), converter=as_text, kw_only=False, metadata={"iati": "narrative"})
    """The words."""
    type: DescriptionType | Code | None = field(
        default=None, converter=_as_description_type, metadata={"iati": "@type"}
    )
    """What it is about; None: not stated (IATI reads it as general)."""


def as_descriptions(value: Description | Text | str | Iterable[Description | Text | str]) -> tuple[Description, ...]:
    """Give the descriptions that were meant; words become one without a type."""
    return (Description(value),) if isinstance(value, Text | str) else as_items(value, Description, Description)


@final
class DateKind(Listed):
    """What a date of a project speaks of."""

    PLANNED = "planned"
    """A plan (IATI ActivityDateType 1, 3)."""
    ACTUAL = "actual"
    """What came (IATI 2, 4)."""
    STATED = "stated"
    """The source does not say which."""


def _as_date_kind(value: DateKind | str) -> DateKind:
    return one_of(DateKind, value)


@final
class DateEdge(Listed):
    """Which end of the project a date is."""

    START = "start"
    """The first day (IATI ActivityDateType 1, 2)."""
    END = "end"
    """The last day (IATI 3, 4)."""


def _as_edge(value: DateEdge | str | None) -> DateEdge | None:
    return None if value is None else one_of(DateEdge, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class ProjectDate(Element):
    """
    The start or end of a project, as planned, as it came, or as stated.

    IATI 2.03: ``iati-activity/activity-date``.

    >>> ProjectDate("2021-09", kind="planned", edge="start")
    ProjectDate('2021-09', kind=DateKind.PLANNED, edge=DateEdge.START)
    """

    date: dt.date | PartialDate | None = field(
        default=None, converter=as_date_or_none, kw_only=False, metadata={"iati": "@iso-date"}
    )
    """The date, as precise as it was given; None: the source has the entry without a date."""
    kind: DateKind = field(default=DateKind.STATED, converter=_as_date_kind, metadata={"iati": "@type"})
    """Planned, actual, or stated without a word on which."""
    edge: DateEdge | None = field(default=None, converter=_as_edge, metadata={"iati": "@type"})
    """The start or the end; None: the source does not say which."""
    note: Text = field(default=Text(), converter=as_text, metadata={"iati": "narrative"})
    """What is said about it."""


def _as_two_dates(value: DateSpan | str) -> DateSpan:
    if isinstance(value, str) and value.strip() and "/" not in value:
        mend = f'write "{value}/.." for the start, "../{value}" for the end, or "{value}/{value}"'
        raise InvalidValue(value, "does not say which end of the project it is", mend)
    return as_span(value)


def as_dates(
    value: ProjectDate | Iterable[ProjectDate] | Mapping[str, DateSpan | str],
) -> tuple[ProjectDate, ...]:
    """Give the dates that were meant; a mapping goes from kind to span: ``{"stated": "2021-09/2026-09"}``."""
    pairs = pairs_of(value)
    if pairs is None:
        if isinstance(value, str | DateSpan):
            raise InvalidValue(
                value, "does not say which dates it means", f'write {{"stated": "{value}"}}, or planned, or actual'
            )
        return as_items(value, ProjectDate)
    spans = [(kind, _as_two_dates(text)) for kind, text in pairs]
    ends = [end for kind, span in spans for end in ((kind, DateEdge.START, span.start), (kind, DateEdge.END, span.end))]
    stated = [end for end in ends if end[2] is not None]
    return made_of(stated, lambda end: ProjectDate(end[2], kind=end[0], edge=end[1]))


def _as_owner(value: Organisation | str | None) -> Organisation | None:
    return (
        None if value is None else Organisation(value) if isinstance(value, str) else as_instance(value, Organisation)
    )


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class OtherIdentifier(Element):
    """
    An identifier in another system, or a former one.

    IATI 2.03: ``iati-activity/other-identifier``.

    >>> OtherIdentifier("CO10P0001", scheme="prima")
    OtherIdentifier('CO10P0001', scheme='prima')
    """

    ref: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@ref"})
    """The identifier; None: not stated."""
    type: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "@type"})
    """What kind it is (IATI OtherIdentifierType); None: not stated."""
    scheme: str | None = field(default=None, converter=as_string_or_none)
    """The system it is from, in a word ("prima"); None: not stated."""
    owner: Organisation | None = field(default=None, converter=_as_owner, metadata={"iati": "owner-org"})
    """The organisation whose system it is; None: not stated."""


def as_other_identifiers(value: OtherIdentifier | str | Iterable[OtherIdentifier | str]) -> tuple[OtherIdentifier, ...]:
    """Give the identifiers that were meant."""
    return as_items(value, OtherIdentifier, OtherIdentifier)


@final
class RelationType(Listed):
    """How two projects belong together (IATI RelatedActivityType)."""

    PARENT = "1"
    """The other one holds this one."""
    CHILD = "2"
    """This one holds the other."""
    SIBLING = "3"
    """Both have one parent."""
    CO_FUNDED = "4"
    """Both have the same work, paid by several."""
    THIRD_PARTY = "5"
    """The other is somebody else's report of the same."""


def _as_relation(value: RelationType | Code | str | None) -> RelationType | Code | None:
    return None if value is None else one_of_or_code(RelationType, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class RelatedProject(Element):
    """
    Another project that this one belongs with.

    IATI 2.03: ``iati-activity/related-activity``.
    """

    ref: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@ref"})
    """The other project's identifier; None: not stated."""
    type: RelationType | Code | None = field(default=None, converter=_as_relation, metadata={"iati": "@type"})
    """What the other is to this one; None: not stated."""


def as_related_projects(value: RelatedProject | Iterable[RelatedProject]) -> tuple[RelatedProject, ...]:
    """Give the related projects that were meant."""
    return as_items(value, RelatedProject)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Condition(Element):
    """
    What has to be met for the money to come.

    IATI 2.03: ``conditions/condition``.
    """

    text: Text = field(default=Text(), converter=as_text, kw_only=False, metadata={"iati": "narrative"})
    """The condition."""
    type: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "@type"})
    """Policy, performance or fiduciary (IATI ConditionType); None: not stated."""


def as_conditions(value: Condition | str | Iterable[Condition | str]) -> tuple[Condition, ...]:
    """Give the conditions that were meant."""
    return as_items(value, Condition, Condition)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Alignment(Element):
    """
    A strategy or plan that a project says it serves.

    >>> Alignment("National Development Plan", span="2014/2018").span.days_range
    (1098, 1826)
    """

    name: Text = field(default=Text(), converter=as_text, kw_only=False)
    """What the strategy is called."""
    span: DateSpan | None = field(default=None, converter=as_span_or_none)
    """The time it is for; None: not stated."""
    objective: Text = field(default=Text(), converter=as_text)
    """The objective of the strategy that is served, as quoted."""
    note: Text = field(default=Text(), converter=as_text)
    """How it is served."""


def as_alignments(value: Alignment | str | Iterable[Alignment | str]) -> tuple[Alignment, ...]:
    """Give the alignments that were meant; a string is a name."""
    return as_items(value, Alignment, Alignment)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class ContextFact(Element):
    """
    A fact about the situation around a project, which is not its doing.

    >>> ContextFact("People who fled to Colombia", quantity=Quantity("2800000", "people", "over"), as_of="2023-08").as_of
    PartialDate('2023-08')
    """

    statement: Text = field(default=Text(), converter=as_text, kw_only=False)
    """The fact."""
    quantity: Quantity | None = field(default=None, converter=as_quantity_or_none)
    """The number in it; None: it has none."""
    as_of: dt.date | PartialDate | None = field(default=None, converter=as_date_or_none)
    """When it was true; None: not stated."""


def as_context(value: ContextFact | str | Iterable[ContextFact | str]) -> tuple[ContextFact, ...]:
    """Give the context facts that were meant."""
    return as_items(value, ContextFact, ContextFact)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class LegacyDatum(Element):
    """
    A fact of the publisher's own system, in its own words.

    IATI 2.03: ``iati-activity/legacy-data``.

    >>> LegacyDatum("Project Status", value="7", iati_equivalent="activity-status")
    LegacyDatum('Project Status', value='7', iati_equivalent='activity-status')
    """

    name: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@name"})
    """What the system calls it; None: not stated."""
    value: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@value"})
    """The value as it stands there; None: not stated."""
    iati_equivalent: str | None = field(
        default=None, converter=as_string_or_none, metadata={"iati": "@iati-equivalent"}
    )
    """The element of the IATI standard that means the same; None: not stated."""


def as_legacy_data(value: LegacyDatum | Iterable[LegacyDatum]) -> tuple[LegacyDatum, ...]:
    """Give the facts that were meant."""
    return as_items(value, LegacyDatum)


@final
class Basis(Listed):
    """How a fact came into a project."""

    STATED = "stated"
    """The source says it."""
    DERIVED = "derived"
    """It was computed from what the source says."""
    INFERRED = "inferred"
    """It was concluded; the source does not say it."""
    CONVENTION = "convention"
    """It follows from how this publisher always writes ("$" on a Canadian page)."""


def _as_basis(value: Basis | str) -> Basis:
    return one_of(Basis, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Provenance(Element):
    """
    Where the fact at a path comes from.

    >>> Provenance("amounts[0].value.currency", basis="convention", quote="$4,000,000.00")
    Provenance('amounts[0].value.currency', basis=Basis.CONVENTION, quote='$4,000,000.00')
    """

    path: str = field(converter=as_string, kw_only=False)
    """The way to the fact, as :meth:`aidmodel.Project.at` takes it."""
    basis: Basis = field(converter=_as_basis)
    """How it came in."""
    quote: str | None = field(default=None, converter=as_string_or_none)
    """The words it rests on; None: none are kept."""
    source: str | None = field(default=None, converter=as_string_or_none)
    """The document it is from; None: not kept."""
    line: int | None = field(default=None, converter=as_whole_or_none)
    """The line of the source, from 1; None: not kept."""


def as_provenance(value: Provenance | Iterable[Provenance]) -> tuple[Provenance, ...]:
    """Give the provenance entries that were meant."""
    return as_items(value, Provenance)
