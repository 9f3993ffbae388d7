"""How much of a budget was spent by a day."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, final

from attrs import Attribute, evolve, field, frozen

from aidmodel import _doors
from aidmodel._fields import as_instance, named
from aidmodel.analysis.lines import Outcome
from aidmodel.analysis.split import Key, spread
from aidmodel.analysis.total import Entry, Total, lines_text
from aidmodel.errors import CurrencyMismatch
from aidmodel.values.partial_date import as_day
from aidmodel.values.span import DateSpan

_BY_THEN, _LATER = 0, 1


def _as_total(value: Total) -> Total:
    return as_instance(value, Total)


def _in_one_currency(execution: "Execution", _: "Attribute[Any]", spent: Total) -> None:
    budget = execution.budget.currency
    if spent.currency is not None and budget is not None and spent.currency != budget:
        raise CurrencyMismatch(spent.currency, budget, "compare")


@final
@frozen(field_transformer=named, repr=False)
class Execution:
    """
    What was spent by a day, against the budget for the days until then, and against all of it.

    >>> from aidmodel import Budget, Project, Transaction, budgets
    >>> project = Project(budgets=Budget("2024", value="CAD 366"),
    ...                   transactions=Transaction(type="expenditure", date="2024-02-01", value="CAD 61"))
    >>> execution = budgets.execution(project, as_of="2024-04-30")
    >>> print(execution)
    2024-04-30: CAD 61.00 spent, 50.4% of the CAD 121.00 due by then, 16.7% of the budget of CAD 366.00
    """

    as_of: date = field(converter=as_day)
    """The day, which is included."""
    budget: Total = field(converter=_as_total)
    """All of the current budget."""
    due: Total = field(converter=_as_total)
    """The part of the budget for the days until then, each line shared out by days."""
    spent: Total = field(converter=_as_total, validator=_in_one_currency)
    """What was disbursed and expended until then."""

    @property
    def of_due(self) -> Fraction | None:
        """Spent over budget due, exact; None: :attr:`reason` says why."""
        return _ratio(self.spent, self.due)

    @property
    def of_budget(self) -> Fraction | None:
        """Spent over all of the budget, exact; None: :attr:`reason` says why."""
        return _ratio(self.spent, self.budget)

    @property
    def reason(self) -> str:
        """Why a ratio is not known; '' where both are."""
        for name, total in (("what was spent", self.spent), ("the budget", self.budget), ("what is due", self.due)):
            if total.left_out:
                return f"{name} is not known: {lines_text(len(total.left_out))} could not be counted"
            if total.value is None:
                return f"{name} is not stated"
        if not (self.due.known and self.due.known.amount):
            return f"nothing of the budget is due by {self.as_of}"
        return ""

    def explain(self) -> str:
        """Say how it came about: the lines of what was spent, of what is due, and of the budget."""
        return "\n".join([str(self), *(total.explain() for total in (self.spent, self.due, self.budget))])

    def __str__(self) -> str:
        of_due = "" if self.of_due is None else f", {float(self.of_due):.1%} of the {self.due} due by then"
        of_budget = "" if self.of_budget is None else f", {float(self.of_budget):.1%} of the budget of {self.budget}"
        reason = f"; {self.reason}" if self.reason else ""
        spent = "spending not known" if self.spent.known is None else f"{self.spent.known} spent"
        return f"{self.as_of}: {spent}{of_due}{of_budget}{reason}"

    def __repr__(self) -> str:
        return f"<Execution {self}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)


def _ratio(spent: Total, budget: Total) -> Fraction | None:
    over, under = spent.value, budget.value
    if over is None or under is None or not under.amount:
        return None
    return Fraction(over.amount) / Fraction(under.amount)


def due_by(budget: Total, as_of: date) -> Total:
    """Give the part of a budget for the days until one, that day included, each line shared out by days."""

    def cut(span: DateSpan) -> tuple[tuple[Key, DateSpan], ...]:
        pieces = span.split_at(as_of + timedelta(1)) if as_of < date.max else (span,)
        return tuple((_BY_THEN if (piece.last or as_of) <= as_of else _LATER, piece) for piece in pieces)

    entries = [_due(entry) for entry in spread(budget.entries, cut, "days")]
    return Total(budget.measure, budget.currency, entries)


def _due(entry: Entry) -> Entry:
    if entry.line.outcome is not Outcome.COUNTED or entry.amount is None:
        return entry
    by_then = [share.amount for share in entry.shares if share.key == _BY_THEN]
    return evolve(entry, amount=by_then[0] if by_then else entry.amount * 0)
