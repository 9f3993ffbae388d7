"""The lines of money that projects state, and which of them count: nothing twice, nothing without saying so."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeAlias, final

from attrs import field, frozen

from aidmodel._build import builder
from aidmodel._fields import named
from aidmodel.errors import InvalidValue
from aidmodel.model.budget import Budget, PlannedDisbursement
from aidmodel.model.organisation import Funder
from aidmodel.model.project import Project
from aidmodel.model.transaction import Transaction
from aidmodel.values.code import Listed, one_of
from aidmodel.values.money import Money
from aidmodel.values.plain import as_string_or_none, as_words
from aidmodel.values.span import DateSpan, trusted_span

Planned: TypeAlias = Budget | PlannedDisbursement
"""What holds an amount that is planned for a period."""
Item: TypeAlias = Planned | Transaction | Funder
"""What holds an amount of a project."""
Holder: TypeAlias = (
    Project
    | Item
    | Iterable[Project]
    | Iterable[Budget]
    | Iterable[PlannedDisbursement]
    | Iterable[Transaction]
    | Iterable[Funder]
)
"""A project, parts of one, or several of either: a list, a file that is being read."""


@final
class Measure(Listed):
    """Which money is meant."""

    BUDGETS = "budgets"
    """Planned for periods: a revised budget in place of the originals of its days."""
    PLANNED_DISBURSEMENTS = "planned disbursements"
    """Payments that are planned, revised ones in place of originals."""
    COMMITTED = "committed"
    """Outgoing commitments."""
    DISBURSED = "disbursed"
    """Disbursements, and reimbursements, which the standard calls a type of disbursement."""
    EXPENDED = "expended"
    """Expenditure: what was paid for goods and services."""
    SPENT = "spent"
    """What was disbursed and what was expended."""
    RECEIVED = "received"
    """Incoming funds."""
    CONTRIBUTIONS = "contributions"
    """What funders give to the whole of a project; it has no days."""


def as_measure(value: Measure | str) -> Measure:
    """Give the measure that was meant."""
    return one_of(Measure, value)


@final
class Outcome(Listed):
    """What became of a line."""

    COUNTED = "counted"
    """It is part of the result."""
    REPLACED = "replaced"
    """A revised line stands for all its days."""
    REPEATED = "repeated"
    """The same is stated before."""
    IN_PARENT = "in parent"
    """Its project is part of another whose own lines are counted."""
    IN_CHILDREN = "in children"
    """Its project has parts whose own lines are counted."""
    LEFT_OUT = "left out"
    """It should be part of the result, and could not be."""


def as_item(value: object) -> Item:
    """Give an item back, and nothing else."""
    if not isinstance(value, Budget | PlannedDisbursement | Transaction | Funder):
        raise InvalidValue(value, "must be a Budget, a PlannedDisbursement, a Transaction or a Funder")
    return value


def _as_outcome(value: Outcome | str) -> Outcome:
    return one_of(Outcome, value)


@final
@frozen(field_transformer=named)
class Line:
    """An amount that a project states, where it stands, and what became of it."""

    item: Item = field(converter=as_item)
    """The budget, planned disbursement, transaction or funder itself."""
    path: str = field(converter=as_words)
    """Where it stands, as in ``budgets[2]``; of several projects ``[4].budgets[2]``, the fifth's."""
    project: str | None = field(default=None, converter=as_string_or_none)
    """The identifier of its project; None: not stated, or it was given without one."""
    outcome: Outcome = field(default=Outcome.COUNTED, converter=_as_outcome)
    """Whether it counts, or why not."""
    note: str = field(default="", converter=as_words)
    """Why it does not count, or what is doubtful about counting it; '' for nothing to say."""

    @property
    def value(self) -> Money | None:
        """The amount as stated; None: it has none, or none in any currency."""
        return self.item.contribution if isinstance(self.item, Funder) else self.item.value

    @property
    def span(self) -> DateSpan | None:
        """The days it is for: its period, or the day of a payment; None: not stated.

        A planned disbursement that states a start only is a payment of that day.
        """
        item = self.item
        if isinstance(item, Transaction):
            return None if item.date is None else trusted_span(item.date, item.date)
        if isinstance(item, Funder):
            return None
        if isinstance(item, PlannedDisbursement) and item.span is not None and item.span.end is None:
            return DateSpan(item.span.start, item.span.start)
        return item.span

    @property
    def value_date(self) -> dt.date | None:
        """The day whose rate of exchange is meant; None: not stated."""
        return None if isinstance(self.item, Funder) else self.item.value_date


trusted_line: Callable[..., Line] = builder(Line)
"""Builds a line of what is known to be right, without looking at it again."""


def standing(item: Item, path: str, project: str | None, note: str = "") -> Line:
    """Give the line of an item that stands: it counts, or is left out where it has no amount."""
    line = trusted_line(item, path, project, Outcome.COUNTED, note)
    if line.value is None:
        return trusted_line(item, path, project, Outcome.LEFT_OUT, "it has no value, or none in any currency")
    return line
