"""Labels that stand apart from their values, or are lost: order and form tell which value belongs to which label."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import final

from attrs import evolve, frozen

from aidmodel.io.pages.labels import Entry, Label
from aidmodel.io.pages.lines import Line, LineKind, folded


def reads_as_sentence(line: Line) -> bool:
    """Say whether a line is prose, and so no value of a short field, no title and no name.

    >>> reads_as_sentence(Line("The project will draw a map.", 7)), reads_as_sentence(Line("Cape Verde", 7))
    (True, False)
    """
    words = line.text.split()
    return len(words) > 25 or (len(words) > 3 and re.search(r"[.…:;!][”\"’')\]]*$", line.text) is not None)


def settled(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give each label its value: the one below it, or, where several labels come first, by their order and form.

    What stands below a label and is prose is no value of it. Only labels that know the form of their values take part.
    A value that two labels may have is given to neither: it stays loose.
    """
    done: list[Entry] = []
    run: list[Entry] = []
    for entry in entries:
        if entry.label is None or entry.label.fits is None:
            done += [*run, entry]
            run = []
            continue
        run.append(entry)
        if entry.values:
            beside = folded(entry.line.text) != entry.name
            done += [*run[:-1], _own(entry)] if beside else _block(run)
            run = []
    return (*done, *run)


def unlabelled(
    lines: Sequence[Line], labels: Sequence[Label], begins: Callable[[str], bool], least: int
) -> tuple[int, tuple[Entry, ...]] | None:
    """Give the entries of a page that has lost its labels, and the line at which they begin; None: there are none.

    ``labels`` are in the order in which the publisher has them, ``begins`` says whether words may be the first value,
    ``least`` how many have to stand together.
    """
    best: tuple[int, tuple[Entry, ...]] | None = None
    for begin, line in enumerate(lines):
        if not begins(line.text):
            continue
        blank = [Entry(name="", label=label, printed="", line=line) for label in labels]
        found, count = _placed(blank, lines[begin:])
        filled = [entry for entry in found if entry.values]
        if filled and count >= least:
            least = count + 1
            unsettled = [line for entry in found if not entry.values for line in entry.loose]
            filled[0] = evolve(filled[0], loose=(*filled[0].loose, *unsettled))
            filled[-1] = evolve(filled[-1], loose=(*filled[-1].loose, *lines[begin + count :]))
            best = begin, tuple(evolve(entry, line=entry.value_line) for entry in filled)
    return best


def _block(run: Sequence[Entry]) -> list[Entry]:
    """Settle labels of which only the last has lines below it."""
    last = run[-1]
    lines = [Line(cell, line.number, line.kind) for line in (*last.values, *last.loose) for cell in line.cells if cell]
    blank = [evolve(entry, values=(), loose=()) for entry in run]
    found, count = _placed(blank, lines)
    if len(run) == 1 or count < 2:
        return [*run[:-1], _own(last)]
    return [*found[:-1], evolve(found[-1], loose=(*found[-1].loose, *lines[count:]))]


def _own(entry: Entry) -> Entry:
    """Leave a label the lines that are its own: the first, unless it is prose, and further ones of its form."""
    lines = (*entry.values, *entry.loose)
    label = entry.label
    if label is None or label.fits is None or not lines:
        return entry
    first = lines[0]
    own = int(first.kind is LineKind.VALUE or label.fits(first.text) or not reads_as_sentence(first))
    while (
        own and own < len(lines) and (lines[own].kind is LineKind.VALUE or (label.many and label.fits(lines[own].text)))
    ):
        own += 1
    return evolve(entry, values=lines[:own], loose=lines[own:])


@final
@frozen
class _Fits:
    """Which lines fit which labels, both in order."""

    lines: tuple[tuple[int, ...], ...]
    """For each line the positions of the labels whose form it has."""
    many: tuple[bool, ...]
    """For each label whether it may have several lines."""

    def ways(self, count: int) -> Iterator[tuple[int, ...]]:
        """Give the ways to place the first lines: the label of each, in order, none skipped and none used twice."""
        stack: list[tuple[int, ...]] = [()]
        while stack:
            way = stack.pop()
            if len(way) == count:
                yield way
                continue
            free = 0 if not way else way[-1] if self.many[way[-1]] else way[-1] + 1
            stack.extend((*way, at) for at in reversed(self.lines[len(way)]) if at >= free)


def _placed(blank: Sequence[Entry], lines: Sequence[Line]) -> tuple[list[Entry], int]:
    """Give the entries with as many of the first lines as can be placed, and how many these are."""
    labels = [entry.label for entry in blank if entry.label]
    fits = _Fits(
        tuple(
            tuple(at for at, label in enumerate(labels) if label.fits is not None and label.fits(line.text))
            for line in lines
        ),
        tuple(label.many for label in labels),
    )
    count = 0
    while count < len(lines) and next(fits.ways(count + 1), None) is not None:
        count += 1
    found = list(blank)
    ways = list(fits.ways(count))
    for position, line in enumerate(lines[:count]):
        candidates = sorted({way[position] for way in ways})
        entry = found[candidates[0]]
        if len(candidates) == 1:
            found[candidates[0]] = evolve(entry, values=(*entry.values, line))
        else:
            found[candidates[0]] = evolve(entry, loose=(*entry.loose, line))
    return found, count
