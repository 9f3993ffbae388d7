"""Sums of money that say how they came about."""

from collections.abc import Callable, Iterable
from typing import final

from attrs import Factory, field, frozen

from aidmodel import _doors
from aidmodel._build import builder
from aidmodel._fields import as_instance, as_items, named
from aidmodel.analysis.lines import Line, Measure, Outcome, as_measure
from aidmodel.errors import CurrencyMismatch
from aidmodel.rates.conversion import Conversion
from aidmodel.values.currency import as_currency_code
from aidmodel.values.money import Money, as_money_or_none
from aidmodel.values.span import DateSpan, as_span


def _as_line(value: Line) -> Line:
    return as_instance(value, Line)


def _as_conversion_or_none(value: Conversion | None) -> Conversion | None:
    return None if value is None else as_instance(value, Conversion)


@final
@frozen(field_transformer=named)
class Share:
    """The part of an amount that falls into some days."""

    key: int | tuple[int, int]
    """The fiscal year, or the year and the quarter."""
    span: DateSpan = field(converter=as_span)
    """The days of the line that fall into it."""
    amount: Money
    """The part of the amount."""


def _as_shares(value: Share | Iterable[Share]) -> tuple[Share, ...]:
    return as_items(value, Share)


@final
@frozen(field_transformer=named)
class Entry:
    """A line, and the amount that it adds to a result."""

    line: Line = field(converter=_as_line)
    """The line, and what became of it."""
    amount: Money | None = field(default=None, converter=as_money_or_none)
    """What it adds; None: nothing, as it is not counted."""
    conversion: Conversion | None = field(default=None, converter=_as_conversion_or_none)
    """How its value was converted; None: it was not."""
    shares: tuple[Share, ...] = field(default=(), converter=_as_shares)
    """How the amount was split over time; none: it was not."""

    def explain(self) -> str:
        """Say what became of the line, in a sentence or a few lines."""
        line = self.line
        where = f"{line.project} {line.path}" if line.project and line.path.startswith("[") else line.path
        days = "" if line.span is None else f" {line.span}"
        value = "no value" if line.value is None else str(line.value)
        said = [f"{where}{days} {value}"]
        if line.outcome is not Outcome.COUNTED:
            said[0] += f", {line.outcome}: {line.note}"
            return said[0]
        if line.note:
            said[0] += f" ({line.note})"
        if self.conversion is not None:
            said += self.conversion.explain().split("\n")
        if self.amount is not None:
            said += [f"  {share.span} {_days_text(share.span.days)}: {share.amount}" for share in self.shares]
        return "\n  ".join(said)


trusted_entry: Callable[..., Entry] = builder(Entry)
"""Builds an entry of what is known to be right, without looking at it again."""


def _as_entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    return as_items(value, Entry)


def _as_code_or_none(value: str | None) -> str | None:
    return None if value is None else as_currency_code(value)


def _sum(total: "Total") -> Money | None:
    amounts = [entry.amount for entry in total.entries if entry.amount is not None]
    return Money.sum(amounts, total.currency) if amounts else None


class Entries:
    """What every result made of lines can tell of them."""

    __slots__ = ()

    entries: tuple[Entry, ...]
    """All lines in the order they are stated, those that do not count among them."""

    @property
    def counted(self) -> tuple[Entry, ...]:
        """The entries that are part of the result."""
        return tuple(entry for entry in self.entries if entry.line.outcome is Outcome.COUNTED)

    @property
    def left_out(self) -> tuple[Entry, ...]:
        """The entries that should be part of the result, and could not: each with its reason in ``line.note``."""
        return tuple(entry for entry in self.entries if entry.line.outcome is Outcome.LEFT_OUT)

    @property
    def doubts(self) -> tuple[Entry, ...]:
        """The entries that are part of the result although something is doubtful about them, which ``line.note`` says."""
        return tuple(entry for entry in self.counted if entry.line.note)

    @property
    def elsewhere(self) -> tuple[Entry, ...]:
        """The entries that are taken for money that a project above, or below, states as well."""
        return tuple(entry for entry in self.entries if entry.line.outcome in (Outcome.IN_PARENT, Outcome.IN_CHILDREN))


@final
@frozen(field_transformer=named, repr=False)
class Total(Entries):
    """
    A sum of money, and every line that was looked at for it.

    >>> from aidmodel import Budget, budgets
    >>> total = budgets.total([Budget("2018", value="EUR 10000", type="original"),
    ...                        Budget("2018", value="EUR 8000", type="revised")])
    >>> print(total.explain())
    EUR 8,000.00: budgets, 1 of 2 lines counted
      [0] 2018-01-01/2018-12-31 EUR 10,000.00, replaced: by [1]
      [1] 2018-01-01/2018-12-31 EUR 8,000.00
    """

    measure: Measure = field(converter=as_measure)
    """Which money it is."""
    currency: str | None = field(converter=_as_code_or_none)
    """The currency of the sum; None: nothing was counted, and none was asked for."""
    entries: tuple[Entry, ...] = field(converter=_as_entries)
    """All lines in the order they are stated, those that do not count among them."""
    known: Money | None = field(init=False, default=Factory(_sum, takes_self=True))
    """What the lines that could be counted add up to; None: none could."""

    @property
    def value(self) -> Money | None:
        """The total; None: a line had to be left out, or there are no lines, so it is not known.

        Where part of it is enough, take :attr:`known`, and say what :attr:`left_out` holds.
        """
        return None if self.left_out or not self.counted else self.known

    def explain(self) -> str:
        """Say how the sum came about: every line, its rate, day and source, and why what is not counted is not."""
        counted = f"{len(self.counted):,} of {lines_text(len(self.entries))} counted{told(self.entries)}"
        lines = [f"{self}: {self.measure}, {counted}"]
        lines += [f"  {text}" for entry in self.entries for text in entry.explain().split("\n")]
        return "\n".join(lines)

    def __str__(self) -> str:
        if self.known is None:
            return "not known"
        return str(self.known) if self.value is not None else f"{self.known} known, the total is not"

    def __repr__(self) -> str:
        return f"<Total {self.measure}: {self}, {lines_text(len(self.counted))}{told(self.entries)}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)


def _days_text(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"


def told(entries: Iterable[Entry]) -> str:
    """Say how many lines are doubtful, counted elsewhere or left out; '' where none is."""
    counts = {"in doubt": 0, "counted elsewhere": 0, "left out": 0}
    for entry in entries:
        outcome = entry.line.outcome
        counts["in doubt"] += outcome is Outcome.COUNTED and bool(entry.line.note)
        counts["counted elsewhere"] += outcome in (Outcome.IN_PARENT, Outcome.IN_CHILDREN)
        counts["left out"] += outcome is Outcome.LEFT_OUT
    return "".join(f", {count:,} {what}" for what, count in counts.items() if count)


def lines_text(count: int) -> str:
    """Write how many lines."""
    return f"{count:,} line{'' if count == 1 else 's'}"


def one_currency(entries: Iterable[Entry], to: str | None) -> str | None:
    """Give the currency of all amounts, None where there are none.

    Raises:
        CurrencyMismatch: there are several.

    """
    found = to
    for entry in entries:
        if entry.amount is not None:
            if found is not None and entry.amount.currency != found:
                raise CurrencyMismatch(found, entry.amount.currency, "add")
            found = entry.amount.currency
    return found
