"""The nodes of a results chain: inputs, activities, results at their levels, and the links between them."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_items, named
from aidmodel.model.classification import Reference, as_references
from aidmodel.model.document import Document, as_documents
from aidmodel.model.element import Element
from aidmodel.model.indicator import Indicator, as_indicators
from aidmodel.model.link import Assumption, Link, Risk, as_assumptions, as_links, as_risks
from aidmodel.model.organisation import Organisation, as_organisations
from aidmodel.values.code import Listed, one_of
from aidmodel.values.number import as_decimal_or_none
from aidmodel.values.partial_date import PartialDate, as_date_or_none
from aidmodel.values.plain import as_flag, as_string_or_none, as_strings
from aidmodel.values.quantity import Quantity, as_quantity
from aidmodel.values.span import DateSpan, as_span_or_none
from aidmodel.values.text import Text, as_text, as_texts


@final
class ResultLevel(Listed):
    """The step of a chain, from what is put in to what it is for; ``rank`` orders them."""

    INPUT = "input"
    """Money, people and materials."""
    ACTIVITY = "activity"
    """What is done with them."""
    OUTPUT = "output"
    """The goods and services that come of it (IATI result type 1)."""
    IMMEDIATE_OUTCOME = "immediate outcome"
    """A change in capacity (IATI 2)."""
    INTERMEDIATE_OUTCOME = "intermediate outcome"
    """A change in behaviour or practice (IATI 2)."""
    OUTCOME = "outcome"
    """A change, its depth not stated (IATI 2)."""
    IMPACT = "impact"
    """A change in the state of people (IATI 3)."""
    OTHER = "other"
    """None of these (IATI 9)."""

    @property
    def rank(self) -> int | None:
        """The height in the chain; an outcome of no stated depth spans that of both depths; None for OTHER."""
        return {
            "input": 0,
            "activity": 1,
            "output": 2,
            "immediate outcome": 3,
            "intermediate outcome": 4,
            "outcome": 4,
            "impact": 5,
        }.get(self.value)


@final
class OutcomeDepth(Listed):
    """How far along an outcome lies."""

    IMMEDIATE = "immediate"
    """A change in capacity: knowledge, skills, access."""
    INTERMEDIATE = "intermediate"
    """A change in behaviour, practice or performance."""


@final
class ResultStatus(Listed):
    """Whether the source speaks of a result as hoped for or as reached."""

    EXPECTED = "expected"
    """It is to come."""
    ACHIEVED = "achieved"
    """It is there."""
    PARTLY = "partly"
    """Some of it is there."""
    NOT_ACHIEVED = "not achieved"
    """It did not come."""
    REVISED = "revised"
    """It was put in other words later."""
    DROPPED = "dropped"
    """It was given up."""


@final
class Valence(Listed):
    """Whether a result is good or bad for people."""

    POSITIVE = "positive"
    """Good."""
    NEGATIVE = "negative"
    """Bad."""


@final
class FigureRole(Listed):
    """What a quantity inside a sentence is there for."""

    ACTUAL = "actual"
    """What was reached."""
    TARGET = "target"
    """What is aimed at."""
    SCOPE = "scope"
    """How wide the work reaches; not an achievement."""
    COUNT = "count"
    """How many took part or are listed."""
    SIZE = "size"
    """How large a product is."""
    CONTEXT = "context"
    """The situation around the project."""


def _as_depth(value: OutcomeDepth | str | None) -> OutcomeDepth | None:
    return None if value is None else one_of(OutcomeDepth, value)


def _as_result_status(value: ResultStatus | str | None) -> ResultStatus | None:
    return None if value is None else one_of(ResultStatus, value)


def _as_valence(value: Valence | str | None) -> Valence | None:
    return None if value is None else one_of(Valence, value)


def _as_role(value: FigureRole | str | None) -> FigureRole | None:
    return None if value is None else one_of(FigureRole, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Figure(Element):
    """
    A quantity that a sentence states, with what it is there for.

    >>> Figure(Quantity("27", "policy instruments"), role="actual")
    Figure(Quantity('27', 'policy instruments'), role=FigureRole.ACTUAL)
    """

    quantity: Quantity = field(converter=as_quantity, kw_only=False)
    """The number, its unit in the source's words, and its qualifier."""
    role: FigureRole | None = field(default=None, converter=_as_role)
    """What it is there for; None: the sentence leaves it open."""
    as_of: dt.date | PartialDate | None = field(default=None, converter=as_date_or_none)
    """When it was true; None: not stated."""


def as_figures(value: Figure | Quantity | Iterable[Figure | Quantity]) -> tuple[Figure, ...]:
    """Give the figures that were meant; a quantity becomes one without a role."""
    return as_items(value, Figure, Figure)


@frozen(kw_only=True, field_transformer=named, repr=False)
class Node(Element):
    """
    A step of a results chain; the base of all of them, not built itself.
    """

    id: str | None = field(default=None, converter=as_string_or_none)
    """A name unique in its chain, for links and look-ups; None: none was given (see ``chain.with_ids()``)."""
    title: Text = field(default=Text(), converter=as_text, metadata={"iati": "title"})
    """The statement, as the source words it."""
    description: Text = field(default=Text(), converter=as_text, metadata={"iati": "description"})
    """More about it."""
    label: str | None = field(default=None, converter=as_string_or_none)
    """The name of its place as printed ("(1)", "Intermediate outcome 1100"); None: none is printed."""
    framework: str | None = field(default=None, converter=as_string_or_none)
    """Whose terms the label is in ("gac", "usaid"); None: not stated."""
    contributes_to: tuple[Link, ...] = field(default=(), converter=as_links)
    """The nodes it leads to; none: the source states none."""
    assumptions: tuple[Assumption, ...] = field(default=(), converter=as_assumptions)
    """Assumptions about it that belong to no single link."""
    risks: tuple[Risk, ...] = field(default=(), converter=as_risks)
    """What threatens it."""
    figures: tuple[Figure, ...] = field(default=(), converter=as_figures)
    """The quantities its words state."""
    organisations: tuple[Organisation, ...] = field(default=(), converter=as_organisations)
    """The organisations its words name."""
    locations: tuple[str, ...] = field(default=(), converter=as_strings)
    """The :attr:`Location.ref` of the places it is about."""

    @property
    def level(self) -> ResultLevel | None:
        """The step of the chain, which is the class's; None for a :class:`Result` whose level was not stated."""
        return None


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Input(Node):
    """
    Money, people or materials that go into the work.
    """

    @property
    def level(self) -> ResultLevel:
        """Always INPUT."""
        return ResultLevel.INPUT


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Activity(Node):
    """
    A step of the work: what is done with the inputs. It is not an IATI activity, which is a :class:`Project`.
    """

    span: DateSpan | None = field(default=None, converter=as_span_or_none)
    """When it is done; None: not stated."""
    status: ResultStatus | None = field(default=None, converter=_as_result_status)
    """Whether it is to come or done; None: not stated."""

    @property
    def level(self) -> ResultLevel:
        """Always ACTIVITY."""
        return ResultLevel.ACTIVITY


@frozen(kw_only=True, field_transformer=named, repr=False)
class Result(Node):
    """
    What comes of the work. Built itself where the source does not say at which level.

    IATI 2.03: ``iati-activity/result``.

    >>> Result(title="Coordination strengthened", status="achieved").level is None
    True
    """

    status: ResultStatus | None = field(default=None, converter=_as_result_status)
    """Expected, achieved or in between, as the source speaks of it; None: it does not say."""
    as_of: dt.date | PartialDate | None = field(default=None, converter=as_date_or_none)
    """The date the source says this for; None: not stated."""
    intended: bool | None = field(default=None, converter=as_flag)
    """Whether it was meant to happen; None: not stated."""
    valence: Valence | None = field(default=None, converter=_as_valence)
    """Good or bad; None: not stated."""
    beneficiaries: tuple[Text, ...] = field(default=(), converter=as_texts)
    """Who is better off, as the source names them."""
    weight: Decimal | None = field(default=None, converter=as_decimal_or_none)
    """Its share of the whole in percent (FCDO impact weighting); None: not stated."""
    risk_rating: str | None = field(default=None, converter=as_string_or_none)
    """How much is at risk, in the source's own scale; None: not stated."""
    aggregation_status: bool | None = field(default=None, converter=as_flag, metadata={"iati": "@aggregation-status"})
    """Whether the publisher says that its values may be added up; None: not stated."""
    references: tuple[Reference, ...] = field(default=(), converter=as_references, metadata={"iati": "reference"})
    """Its place in published frameworks."""
    documents: tuple[Document, ...] = field(default=(), converter=as_documents, metadata={"iati": "document-link"})
    """Documents about it."""
    indicators: tuple[Indicator, ...] = field(default=(), converter=as_indicators, metadata={"iati": "indicator"})
    """The signs by which one can see how far it has come."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Output(Result):
    """
    Goods and services that the work delivers.

    IATI 2.03: ``result[@type=1]``.
    """

    @property
    def level(self) -> ResultLevel:
        """Always OUTPUT."""
        return ResultLevel.OUTPUT


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Outcome(Result):
    """
    A change that the outputs lead to.

    IATI 2.03: ``result[@type=2]``.

    >>> Outcome(title="Access to services increased", depth="immediate").level
    ResultLevel.IMMEDIATE_OUTCOME
    """

    depth: OutcomeDepth | None = field(default=None, converter=_as_depth)
    """Immediate or intermediate, where a framework tells them apart; None: not stated."""

    @property
    def level(self) -> ResultLevel:
        """OUTCOME, or the level of its depth."""
        if self.depth is None:
            return ResultLevel.OUTCOME
        return (
            ResultLevel.IMMEDIATE_OUTCOME if self.depth is OutcomeDepth.IMMEDIATE else ResultLevel.INTERMEDIATE_OUTCOME
        )


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Impact(Result):
    """
    The change in people's lives that it is all for; also a goal or ultimate outcome.

    IATI 2.03: ``result[@type=3]``.
    """

    @property
    def level(self) -> ResultLevel:
        """Always IMPACT."""
        return ResultLevel.IMPACT


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class OtherResult(Result):
    """
    A result that its source says is none of the others.

    IATI 2.03: ``result[@type=9]``.
    """

    @property
    def level(self) -> ResultLevel:
        """Always OTHER."""
        return ResultLevel.OTHER
