"""Cards of sums of money: the result first, then the lines it was made of."""

from collections.abc import Iterable

from aidmodel.analysis.execution import Execution
from aidmodel.analysis.lines import Outcome
from aidmodel.analysis.split import Split
from aidmodel.analysis.total import Entry, Total, lines_text
from aidmodel.show._card import Card, Table, section, table
from aidmodel.show._words import Line, plain

_MOST = 100
"""How many lines a card shows; ``explain()`` has all of them."""


def total_card(total: Total) -> Card:
    """Give the card of a sum."""
    return Card(plain(f"{total.measure}: {total}"), _lines(total.entries))


def split_card(split: Split) -> Card:
    """Give the card of money by fiscal year or quarter: a column for each currency."""
    codes = sorted({amount.currency for part in split.parts for amount in part.amounts})
    rows = [
        (plain(part.label), plain(str(part.span)), *(_amount(part.amounts, code) for code in codes))
        for part in split.parts
    ]
    left = len(split.left_out)
    heading = f"{split.measure} by period" + (f", {lines_text(left)} left out" if left else "")
    return Card(plain(heading), table(heading, ("Year", "Days", *codes), rows, numbers=codes) + _lines(split.entries))


def execution_card(execution: Execution) -> Card:
    """Give the card of what was spent by a day."""
    parts = (("Spent", execution.spent), ("Budget due by then", execution.due), ("Budget", execution.budget))
    sections = (section(f"{name}: {total}", *_lines(total.entries)) for name, total in parts)
    return Card(plain(str(execution)), tuple(card for cards in sections for card in cards))


def _amount(amounts: Iterable[object], code: str) -> Line:
    return next((plain(str(amount)) for amount in amounts if getattr(amount, "currency", None) == code), ())


def _lines(entries: tuple[Entry, ...]) -> tuple[Table, ...]:
    rows = [
        (
            plain(f"{entry.line.project} {entry.line.path}" if entry.line.project else entry.line.path or "(the line)"),
            plain(str(entry.line.span) if entry.line.span else None),
            plain(str(entry.line.value) if entry.line.value else None),
            plain(str(entry.amount) if entry.amount else "-"),
            plain(f"{entry.conversion.rate}, {entry.conversion.rate.source}" if entry.conversion else "-"),
            plain(_note(entry) or "-"),
        )
        for entry in sorted(entries, key=_rank)  # what cannot be seen otherwise comes first
    ]
    columns = ("Line", "Period", "Stated", "Counted", "Rate", "Note")
    return table("Lines", columns, rows, numbers=("Stated", "Counted"), most=_MOST)


def _rank(entry: Entry) -> int:
    return (
        0
        if entry.line.outcome is Outcome.LEFT_OUT
        else 1
        if entry.line.outcome is Outcome.COUNTED and entry.line.note
        else 2
    )


def _note(entry: Entry) -> str:
    outcome = "" if entry.line.outcome is Outcome.COUNTED else str(entry.line.outcome)
    return ": ".join(filter(None, [outcome, entry.line.note]))
