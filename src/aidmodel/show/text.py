"""show(): things as plain text, for a terminal."""

from collections.abc import Iterator
from textwrap import wrap
from unicodedata import combining, east_asian_width

from aidmodel.errors import InvalidValue
from aidmodel.issues import Report
from aidmodel.show._card import Branch, Card, Facts, Outline, Prose
from aidmodel.show._things import card_of, lines_of, reader_of
from aidmodel.show._words import Line, printable

_LEAST = 20
_GAP = "  "


def show(thing: object, *, languages: tuple[str, ...] | str = (), width: int = 80) -> str:
    """Give a project, results chain, indicator or report, or several projects, as text to read on a terminal.

    Of anything else it gives the ``str``. A card says what is stated, and judges nothing: what the source leaves out is
    left out, or "not stated" where it has a place in a table. Texts are in the first of ``languages`` they have (none:
    the project's own); one that has none of them carries its language as in "Centres en activité [fr]". Contacts, own
    fields and raw content are never shown. Lines are no longer than ``width`` columns, but for addresses of documents.

    Raises:
        InvalidValue: a language is no string, or the width no whole number of 20 or more.

    >>> from aidmodel import Outcome, Output, ResultsChain
    >>> print(show(ResultsChain([
    ...     Outcome(id="services", title="Access to public services increased"),
    ...     Output(title="Centers operating", contributes_to="services"),
    ... ])))
    Results chain
    =============
    Outcome: Access to public services increased (id services)
    `-- Output: Centers operating

    """
    if type(width) is not int or width < _LEAST:
        raise InvalidValue(width, f"must be a whole number of at least {_LEAST}", "", "width", "show")
    reader = reader_of(languages)
    if isinstance(thing, Report):
        return printable(str(thing))
    card = card_of(thing, reader)
    return "\n".join(map(_said, lines_of(thing, reader)) if card is None else _card(card, width, "="))


def _said(line: Line) -> str:
    return "".join(map(str, line))


def _card(card: Card, width: int, rule: str) -> Iterator[str]:
    heading = _wrapped(_said(card.heading), width)
    yield from heading
    yield rule * max(map(_columns, heading), default=0)
    for position, block in enumerate(card.blocks):
        if position or isinstance(block, Card):
            yield ""
        if isinstance(block, Card):
            yield from _card(block, width, "-")
        elif isinstance(block, Facts):
            yield from _facts(block, width)
        elif isinstance(block, Prose):
            for paragraph in block.paragraphs:
                yield from _wrapped(_said(paragraph), width)
        elif isinstance(block, Outline):
            yield from _outline(block.branches, width)
        else:
            if (block.caption,) != card.heading:
                yield block.caption
            yield from _table(block, width)


def _columns(text: str) -> int:
    """Count the columns a terminal needs: East Asian characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "FW" else 1 for char in text)


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break a line at blanks, and words longer than a line anywhere."""
    wide = _columns(text) > len(text)
    room = max(width - len(first), width - len(rest)) // (2 if wide else 1)
    lines = wrap(text, max(room, 1), break_on_hyphens=False)
    return [f"{first if position == 0 else rest}{line}" for position, line in enumerate(lines)] or [first.rstrip()]


def _facts(facts: Facts, width: int) -> Iterator[str]:
    column = max(len(label) for label, _ in facts.rows) + len(_GAP)
    stacked = width - column < _LEAST
    for label, lines in facts.rows:
        if stacked:
            yield from _wrapped(label, width)
        for position, line in enumerate(lines):
            first = _GAP if stacked else label.ljust(column) if position == 0 else " " * column
            yield from _wrapped(_said(line), width, first, f"{_GAP if stacked else ' ' * column}  ")


# ------------------------------------------------------------------ outlines


def _outline(branches: tuple[Branch, ...], width: int) -> Iterator[str]:
    deepest = width // 8
    bars: list[str] = []
    for branch, follows in zip(branches, _followed(branches), strict=True):
        depth = branch.depth
        del bars[depth:]
        bars.append("|   " if follows else "    ")
        before = "".join(bars[max(1, depth - deepest + 1) : depth])
        elbow = "" if not depth else "|-- " if follows else "`-- "
        level = f"[level {depth + 1}] " if depth > deepest else ""
