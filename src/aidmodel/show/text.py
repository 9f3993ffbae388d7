"""show(): things as plain text, for a terminal."""

from collections.abc import Iterator
from textwrap import wrap
from unicodedata import combining, east_asian_width

from aidmodel.errors import InvalidValue
from aidmodel.issues import Report
from aidmodel.show._card import Branch, Card, Facts, Outline, Prose, Table
from aidmodel.show._report import findings, written
from aidmodel.show._things import card_of, lines_of, reader_of, settled
from aidmodel.show._words import Address, Line, Reader
from aidmodel.values.text import Text

_LEAST = 20
_GAP = "  "
_NARROWEST = 10
_ROOMY = 40


def show(thing: object, *, languages: tuple[str, ...] | str = (), width: int = 80) -> str:
    """Give a project, results chain, indicator or report, or several projects, as text to read on a terminal.

    Several projects may stand in any iterable but a mapping. A card says what is stated, and judges nothing: what the
    source leaves out is left out, or "not stated" where it has a place in a table. Texts are in the first of
    ``languages`` they have (none: the project's own); one that has none of them carries its language as in "Centres en
    activité [fr]". Contacts, own fields and raw content are never on a card. A report says once what is found at several
    places one after the other, and one of more than 100 issues what has one code, the worst first; ``str(report)`` has a
    line for each. Lines are no longer than ``width`` columns, but for addresses of documents. Of anything else it gives the
    ``str``, as long as that is; of the items of a list or tuple each by itself.

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
    return "\n".join(_shown(settled(thing), reader_of(languages), width))


def report_lines(report: Report, width: int | None, name: str = "", *, gather: bool = False) -> Iterator[str]:
    """Give the lines of a report, no longer than ``width``; None: one line for what is found, one for its places.

    Where told to ``gather``, it gives a long report by code, the worst first.
    """
    yield from _hanging(f"{name}: {report.summary}" if name else report.summary, width, "", _GAP)
    for finding in findings(report, gather=gather):
        said, *places = written(finding)
        deep = " " * 11 if width is None or width >= _ROOMY else _GAP * 2  # beneath what follows the severity
        yield from _hanging(said, width, _GAP, deep)
        for line in places:
            yield from _hanging(line, width, deep, deep)


def _hanging(text: str, width: int | None, first: str, rest: str) -> list[str]:
    return [first + text] if width is None else _wrapped(text, width, first, rest)


def _shown(thing: object, reader: Reader, width: int) -> Iterator[str]:
    if isinstance(thing, Report):
        yield from report_lines(thing, width, gather=True)
    elif (card := card_of(thing, reader)) is not None:
        yield from _card(card, width, "=")
    elif isinstance(thing, Text):
        for line in lines_of(thing, reader):
            yield from _wrapped(_said(line), width)
    elif type(thing) is tuple:
        for each in thing:
            yield from _shown(each, reader, width)
    else:
        yield from map(_said, lines_of(thing, reader))


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
            for number, paragraph in enumerate(block.paragraphs):
                yield from [""] if number else []
                yield from _wrapped(_said(paragraph), width)
        elif isinstance(block, Outline):
            yield from _outline(block.branches, width)
        else:
            if (block.caption,) != card.heading:
                yield from _wrapped(block.caption, width)
            yield from _table(block, width)


def _columns(text: str) -> int:
    """Count the columns a terminal needs: East Asian characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "FW" else 1 for char in text)


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break a line at blanks, and words that are longer than a line anywhere."""
    if _columns(text) > len(text):  # textwrap counts characters: leave room for as many that take two columns
        width = len(rest) + (width - len(rest)) // 2
    lines = wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return lines or [first.rstrip()]


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
    deepest = width // 8  # so that at least half of a line is left for words
    bars: list[str] = []
    for branch, follows, leads in zip(branches, *_shape(branches), strict=True):
        depth = branch.depth
        del bars[depth:]
        before = "".join(bars[max(1, depth - deepest + 1) :])
        bars.append("|   " if follows else "    ")
        after = "".join(bars[max(1, depth - deepest + 1) :]) + ("|   " if leads else "    ")
        elbow = "" if depth == 0 else "|-- " if follows else "`-- "
        level = f"(level {depth + 1}) " if depth > deepest else ""
        yield from _wrapped(level + _said(branch.line), width, before + elbow, after)
        for label, line in branch.notes:
            if isinstance(line[0], Address):  # broken in two it would lead nowhere
                yield f"{after}{label}: {_said(line)}"
            else:
                yield from _wrapped(f"{label}: {_said(line)}", width, after, f"{after}  ")


def _shape(branches: tuple[Branch, ...]) -> tuple[list[bool], list[bool]]:
    """Say of each branch whether another follows on its level under the same one, and whether it has any beneath."""
    follows: list[bool] = []
    open_levels: list[bool] = []
    for branch in reversed(branches):
        open_levels += [False] * (branch.depth + 1 - len(open_levels))
        follows.append(open_levels[branch.depth])
        open_levels[branch.depth] = True
        del open_levels[branch.depth + 1 :]
    depths = [branch.depth for branch in branches]
    leads = [after > before for before, after in zip(depths, [*depths[1:], 0], strict=True)]
    return follows[::-1], leads


# ------------------------------------------------------------------ tables


def _table(table: Table, width: int) -> Iterator[str]:
    cells = [table.columns, *([_said(line) for line in row] for row in table.rows)]
    widths = _widths([max(_columns(row[at]) for row in cells) for at, _ in enumerate(table.columns)], width)
    if widths is None:
        yield from _stacked(table, width)
    else:
        for position, row in enumerate(cells):
            wrapped = [_wrapped(cell, room) for cell, room in zip(row, widths, strict=True)]
            for part in range(max(map(len, wrapped))):
                parts = [
                    _set(lines[part] if part < len(lines) else "", room, right=name in table.numbers)
                    for lines, room, name in zip(wrapped, widths, table.columns, strict=True)
                ]
                yield _GAP.join(parts).rstrip()
            if position == 0:
                yield _GAP.join("-" * room for room in widths)
    if table.more:
        yield f"and {table.more:,} more"


def _widths(wanted: list[int], width: int) -> list[int] | None:
    """Give each column's width, the widest ones narrowed until all fit; None where they would get too narrow."""
    widths = [min(each, width) for each in wanted]
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room:
        widest = widths.index(max(widths))
        if widths[widest] <= _NARROWEST:
            return None
        widths[widest] -= 1
    return widths


def _stacked(table: Table, width: int) -> Iterator[str]:
    """Write the rows beneath each other, where the line is too short for columns."""
    for row in table.rows:
        for position, (name, line) in enumerate(zip(table.columns, row, strict=True)):
            yield from _wrapped(f"{name}: {_said(line)}", width, "- " if position == 0 else "  ", "    ")


def _set(text: str, room: int, *, right: bool) -> str:
    blanks = " " * (room - _columns(text))
    return blanks + text if right else text + blanks
