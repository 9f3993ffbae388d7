"""Links between the nodes of a chain, what they rest on, and what threatens a node."""

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_items, named
from aidmodel.model.element import Element
from aidmodel.values.code import Listed, one_of
from aidmodel.values.plain import as_string, as_string_or_none
from aidmodel.values.text import Text, as_text


@final
class AssumptionKind(Listed):
    """How much control there is over what an assumption says."""

    ASSUMPTION = "assumption"
    """Outside control."""
    DRIVER = "driver"
    """Under some control."""
    PRECONDITION = "precondition"
    """To be met before the work begins."""


@final
class AssumptionStatus(Listed):
    """Whether an assumption still holds."""

    HOLDING = "holding"
    """It does."""
    AT_RISK = "at risk"
    """It may soon not."""
    FAILED = "failed"
    """It does not."""


def _as_assumption_kind(value: AssumptionKind | str | None) -> AssumptionKind | None:
    return None if value is None else one_of(AssumptionKind, value)


def _as_assumption_status(value: AssumptionStatus | str | None) -> AssumptionStatus | None:
    return None if value is None else one_of(AssumptionStatus, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Assumption(Element):
    """
    What has to hold for one step of the chain to lead to the next; it belongs to a link, or to a node.
    """

    statement: Text = field(default=Text(), converter=as_text, kw_only=False)
    """What is assumed."""
    kind: AssumptionKind | None = field(default=None, converter=_as_assumption_kind)
    """How much control there is over it; None: not stated."""
    status: AssumptionStatus | None = field(default=None, converter=_as_assumption_status)
    """Whether it holds; None: not known."""
    evidence: Text = field(default=Text(), converter=as_text)
    """What speaks for it."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Risk(Element):
    """
    What might happen and threaten a result.
    """

    statement: Text = field(default=Text(), converter=as_text, kw_only=False)
    """What might happen."""
    likelihood: str | None = field(default=None, converter=as_string_or_none)
    """How likely it is, in the source's own scale; None: not stated."""
    impact: str | None = field(default=None, converter=as_string_or_none)
    """How bad it would be, in the source's own scale; None: not stated."""
    rating: str | None = field(default=None, converter=as_string_or_none)
    """Both taken together, in the source's own scale; None: not stated."""
    mitigation: Text = field(default=Text(), converter=as_text)
    """What is done about it."""
    owner: Text = field(default=Text(), converter=as_text)
    """Who looks after it."""


def as_assumptions(value: Assumption | str | Iterable[Assumption | str]) -> tuple[Assumption, ...]:
    """Give the assumptions that were meant; a string is the statement of one."""
    return as_items(value, Assumption, Assumption)


def as_risks(value: Risk | str | Iterable[Risk | str]) -> tuple[Risk, ...]:
    """Give the risks that were meant; a string is the statement of one."""
    return as_items(value, Risk, Risk)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Link(Element):
    """
    That one node contributes to another, what this rests on and why it is believed.

    >>> Link("services", assumptions="Municipalities keep paying the staff")
    Link('services', assumptions=Assumption('Municipalities keep paying the staff'))
    """

    to: str = field(converter=as_string, kw_only=False)
    """The id of the node contributed to."""
    assumptions: tuple[Assumption, ...] = field(default=(), converter=as_assumptions)
    """What has to hold for this step."""
    rationale: Text = field(default=Text(), converter=as_text)
    """Why the one should lead to the other."""
    evidence: Text = field(default=Text(), converter=as_text)
    """What speaks for it."""


def as_links(value: Link | str | Iterable[Link | str]) -> tuple[Link, ...]:
    """Give the links that were meant; a string is the id of the node contributed to."""
    return as_items(value, Link, Link)
