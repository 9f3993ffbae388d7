"""Paragraphs of pages: lines that were broken to a width are put together again, and what was cut off is left out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from aidmodel.errors import shown
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry
from aidmodel.io.pages.lines import Line, LineKind

_NARROWEST, _WIDEST = 50, 120  # no copy of a page is set narrower, or wider


def unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join the lines that a copy has broken at its margin; lines that end where they ended on the page stay.

    A line goes on in the next one where that begins with a small letter. Where one such line is found, and no line is
    longer than a margin would let it be, lines go on too whose next word would not have fitted.

    >>> broken = [Line("It runs from September 2021 to September 2026 and is focused", 4), Line("in nine urban areas.", 5)]
    >>> [line.text for line in unwrapped(broken)]
    ['It runs from September 2021 to September 2026 and is focused in nine urban areas.']
    """
    return tuple(_unwrapped(lines))


def _unwrapped(lines: Sequence[Line]) -> Iterator[Line]:
    width = max((len(line.text) for line in lines), default=0)
    broken = any(_goes_on_small(before, line) for before, line in pairwise(lines))
    current: Line | None = None
    last: Line | None = None
    for line in lines:
        if current is not None and last is not None and broken and _goes_on(last, line, width):
            current = evolve(current, text=f"{current.text} {line.text}")
        else:
            if current is not None:
                yield current
            current = line
        last = line
    if current is not None:
        yield current


def _goes_on(before: Line, line: Line, width: int) -> bool:
    if _goes_on_small(before, line):
        return True
    if not _NARROWEST <= width <= _WIDEST or not _is_next(before, line):
        return False
    return len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) > width


def _goes_on_small(before: Line, line: Line) -> bool:
    ended = re.search(r"(?:[.!?:;]|; (?:and|or|et|ou))$", before.text)
    return _is_next(before, line) and line.text[:1].islower() and not ended


def _is_next(before: Line, line: Line) -> bool:
    kinds = (LineKind.PROSE, LineKind.ITEM)
    return line.number == before.number + 1 and line.kind is LineKind.PROSE and before.kind in kinds


def whole(draft: Draft, entry: Entry) -> tuple[Line, ...]:
    """Give the lines of a section; what a page that was cut off has begun and not ended is left out, and told."""
    lines = entry.values
    last = lines[-1]
    if last is not draft.page.lines[-1] and last.text != draft.page.lines[-1].text:
        return lines
    cut_off = draft.page.cut_off
    begun = cut_off or (cut_off is None and last.kind is LineKind.PROSE and len(last.text) > 40)
    if not begun or re.search(r"[.!?…;:)\]”\"’]\s*$", last.text):
        return lines
    cut = max((match.end() for match in re.finditer(r"[.!?;](?=\s)", last.text)), default=0)
    left = last.text[cut:].strip()
    draft.issue(
        "page.cut-off",
        f"the page ends with {shown(left[-200:])}: that is left out",
        last,
        entry.label.path if entry.label else "",
    )
    kept = last.text[:cut].strip()
    return (*lines[:-1], Line(kept, last.number, last.kind)) if kept else lines[:-1]
