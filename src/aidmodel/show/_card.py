"""What is on a card, before it is text or HTML: both say the same, as both are made from these blocks."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias, Union, final

from attrs import frozen

from aidmodel.show._words import NOT_STATED, Line

Fact: TypeAlias = tuple[str, tuple[Line, ...]]
"""A label, and the lines that stand beside it."""


@final
@frozen
class Facts:
    """Labels with what is stated of each."""

    rows: tuple[Fact, ...]


@final
@frozen
class Prose:
    """Paragraphs."""

    paragraphs: tuple[Line, ...]


@final
@frozen
class Table:
    """Rows under columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numbers: frozenset[str] = frozenset()
    """The columns that are set to the right."""
    more: int = 0
    """How many rows there are beyond those on the card."""
    rest: str = ""
    """What to do to see the rows beyond; '' where nothing is said of it."""


@final
@frozen
class Branch:
    """A line of an outline, with the notes that belong to it."""

    depth: int
    line: Line
    notes: tuple[tuple[str, Line], ...] = ()


@final
@frozen
class Outline:
    """Lines that stand beneath each other."""

    branches: tuple[Branch, ...]


@final
@frozen
class Card:
    """A heading and what stands under it; a card inside a card is a section."""

    heading: Line
    blocks: tuple[Union[Facts, Prose, Table, Outline, "Card"], ...]


Block: TypeAlias = Facts | Prose | Table | Outline | Card


def titled(kind: str, title: Line) -> Line:
    """Give the heading of a thing by its kind and title."""
    return (f"{kind}: ", *title) if title else (f"{kind} (title {NOT_STATED})",)


def facts(*rows: tuple[str, Iterable[Line]]) -> tuple[Facts, ...]:
    """Give the facts that are stated; none where none is."""
    kept = [(label, tuple(line for line in lines if line)) for label, lines in rows]
    said = tuple((label, lines) for label, lines in kept if lines)
    return (Facts(said),) if said else ()


def table(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[Line]], *, numbers: Iterable[str] = (), most: int = 0
) -> tuple[Table, ...]:
    """Give a table of at most ``most`` rows (0: all) without the columns that say nothing; none where there are no rows."""
    if not rows:
        return ()
    kept = [at for at, _ in enumerate(columns) if any(row[at] for row in rows)] or [0]
    shown = rows[:most] if most else rows
    cells = tuple(tuple(row[at] or (NOT_STATED,) for at in kept) for row in shown)
    return (Table(caption, tuple(columns[at] for at in kept), cells, frozenset(numbers), len(rows) - len(shown)),)


def section(heading: str, *blocks: Block) -> tuple[Card, ...]:
    """Give a section; none where nothing stands in it."""
    return (Card((heading,), blocks),) if blocks else ()
