"""Cards of what several indicators, or the categories of one, amount to: the number first, then what it was made of."""

from collections.abc import Iterable
from fractions import Fraction

from aidmodel.analysis.aggregates import Aggregate, AggregateMember
from aidmodel.analysis.disaggregation import Disaggregated, said
from aidmodel.analysis.numbers import number_text
from aidmodel.show._card import Block, Card, Prose, table
from aidmodel.show._words import Line, plain

_MOST = 100
"""How many rows a card shows; ``explain()`` has all of them."""


def aggregate_card(aggregate: Aggregate) -> Card:
    """Give the card of an aggregate: a row for each indicator."""
    rows = [_row(at, each) for at, each in enumerate(aggregate.members)]
    columns = ("", "Indicator", "Stated", "Of", "Counted", "Note")
    counted = table("Indicators", columns, rows, numbers=("Stated", "Of", "Counted"), most=_MOST)
    counts = table("Categories", ("Category", "Count"), _counts(aggregate), numbers=("Count",), most=_MOST)
    return Card(plain(str(aggregate)), (*_notes(aggregate.doubts), *counts, *counted))


def _counts(aggregate: Aggregate) -> list[tuple[Line, Line]]:
    return [(plain(name), plain(f"{count:,}")) for name, count in aggregate.counts]


def _row(at: int, each: AggregateMember) -> tuple[Line, ...]:
    note = each.note if each.figure.reason is None else str(each.figure.reason)
    figure = each.figure
    stated = each.stated if figure.number is not None else ""
    stated = number_text(figure.numerator) if figure.denominator is not None else stated
    of = "" if figure.denominator is None else number_text(figure.denominator)
    incomplete = "" if figure.complete else "incomplete"
    cells = (f"[{at}]", each.name, stated, of, _short(each.value), ", ".join(filter(None, [note, incomplete])))
    return tuple(plain(cell or "-") for cell in cells)


def _short(value: Fraction | None) -> str:
    return "" if value is None else number_text(value)


def disaggregated_card(broken: Disaggregated) -> Card:
    """Give the card of an indicator by category; of two dimensions a crossed table."""
    heading = f"{broken.indicator.title or 'Indicator'}, by {' and '.join(broken.dimensions)}"
    if len(broken.dimensions) == 2:
        blocks = _crossed(broken)
    else:
        rows = [(*map(plain, cell.categories), plain(said(cell.figure))) for cell in broken.cells]
        rows.append((*(plain("all") for _ in broken.dimensions), plain(said(broken.whole))))
        blocks = table("Categories", (*broken.dimensions, "Value"), rows, numbers=("Value",), most=_MOST)
    return Card(plain(heading), (*_notes(broken.notes), *blocks))


def _crossed(broken: Disaggregated) -> tuple[Block, ...]:
    """Give a row for each category of the first dimension, a column for each of the second, and the sums of both.

    There are no sums where people may be in several categories.
    """
    cells = {cell.categories: said(cell.figure) for cell in broken.cells}
    rows, columns = (list(dict.fromkeys(key[at] for key in cells)) for at in (0, 1))
    sums: list[dict[str, str]] = [{}, {}]
    if broken.exclusive:
        for at, name in enumerate(broken.dimensions):
            sums[at] = {cell.categories[0]: said(cell.figure) for cell in broken.along(name).cells}
    lines = [(row, *(cells.get((row, column), "-") for column in columns), sums[0].get(row, "-")) for row in rows]
    lines.append(("all", *(sums[1].get(column, "-") for column in columns), said(broken.whole)))
    heads = (broken.dimensions[0], *columns, "all")
    return table("Categories", heads, [tuple(map(plain, line)) for line in lines], numbers=heads[1:], most=_MOST)


def _notes(words: Iterable[str]) -> tuple[Prose, ...]:
    lines = tuple(map(plain, words))
    return (Prose(lines),) if lines else ()
