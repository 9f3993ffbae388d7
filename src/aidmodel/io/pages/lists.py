"""Lists inside prose, numbered or lettered, and lists of bullets: what leads to them, their items, what follows."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import final

from attrs import evolve, field, frozen

from aidmodel.io.pages.lines import Line, LineKind


@final
@frozen
class Item:
    """
    An item of a list.
    """

    label: str | None
    """How it is numbered, as printed ("(1)", "2)", "a."); None: by a bullet."""
    text: str
    """Its words, without the number, and without the mark or "and" that leads to the next item."""
    line: Line | None = None
    """The line it begins in; None: the list was read from a bare sentence."""


@final
@frozen(kw_only=True)
class Listing:
    """
    A list with the sentence that leads to it.
    """

    lead: str = ""
    """The sentence that leads to it ("Project activities include:"); '': none."""
    before: str = ""
    """What stands before that sentence."""
    items: tuple[Item, ...] = field(default=())
    """Its items, in order; none: the text holds no list, and stands in :attr:`before`."""
    tail: str = ""
    """Sentences after the end of the last item, which end the text of its item too if they belong to it."""
    gap: bool = False
    """Whether the numbers skip one."""
    text: str = ""
    """All of it, as it stands in the source."""


_MARKER = re.compile(
    r"(?:(?<=^)|(?<=\s)|(?<=[;:,.]))(\(?)(\d{1,2}|[a-z]|[ivx]{1,4})\)(?=\s*\S)|(?<!\S)(\d{1,2})\.(?=\s+\S)"
)
_BOUNDARY = re.compile(
    r"(?:^|[;:,.–—]|\b(?:and|or|et|ou|y|to|will|would|shall|also|by|through|are|include|including|va|vont|à|de|par|pour))"
    r"\s*$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\s*[;,]\s*|\s+)(?:and|or|et|ou|and/or|et/ou)?\s*$", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?])[”\"’')]*(?P<blank>\s+)(?=[“\"‘'(]?[A-ZÀ-ÖØ-Þ0-9])|(?P<line>\n+)")
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|St|Dr|Mr|Mrs|Ms|No|vs|e\.g|i\.e|approx|etc|Inc|Ltd|U\.S|al))\.$")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def sentences(text: str) -> tuple[str, ...]:
    """Take a text apart into sentences; an abbreviation ends none.

    >>> sentences("It ran in St. Lucia. Nine cities took part.")
    ('It ran in St. Lucia.', 'Nine cities took part.')
    """
    ends = _ends(text)
    parts = (text[a:b].strip() for a, b in zip([0, *ends], [*ends, len(text)], strict=True))
    return tuple(part for part in parts if part)


def _ends(text: str) -> list[int]:
    """Give where sentences begin after the end of another: at a new line, and where no abbreviation ends."""
    return [
        match.end()
        for match in _END.finditer(text)
        if match["line"] or not _ABBREVIATED.search(text[max(match.start() - 10, 0) : match.start()])
    ]


def listings(text: str) -> tuple[Listing, ...]:
    """Give the numbered lists that prose holds, each with its lead; prose without one comes as one listing of no items.

    A list is split where the next number stands after a mark or an "and", never at a full stop: an item may hold
    several sentences. A number that does not go on, as in "see (3)", is part of the words.

    >>> found = listings("It aims high. Activities include: (1) advice; and (2) maps. Nine took part; (3) a series.")[0]
    >>> found.lead, [(item.label, item.text) for item in found.items]
    ('Activities include:', [('(1)', 'advice'), ('(2)', 'maps. Nine took part'), ('(3)', 'a series')])
    """
    return tuple(_listings(text))


@final
@frozen
class _Mark:
    start: int
    end: int
    label: str
    style: str
    rank: int


def _listings(text: str) -> Iterator[Listing]:
    runs = _runs(text)
    if not runs:
        yield Listing(before=text.strip(), text=text.strip())
        return
    begins = 0
    for position, run in enumerate(runs):
        head = text[begins : run[0].start].strip()
        until = len(text)
        if position + 1 < len(runs):  # the lead of the next list is the last sentence before it
            between = text[run[-1].end : runs[position + 1][0].start]
            until = run[-1].end + _last_sentence(between)
        yield _listing(text, head, run, until, text[begins:until].strip())
        begins = until


def _listing(text: str, head: str, run: list[_Mark], until: int, whole: str) -> Listing:
    items: list[Item] = []
    ends = [mark.start for mark in run[1:]] + [until]
    for mark, end in zip(run, ends, strict=True):
        words = text[mark.end : end].strip()
        items.append(Item(mark.label, _AND.sub("", words) if end != until else words))
    *first, last = items
    stop = next(iter(_ends(last.text)), len(last.text))
    cut = _last_sentence(f"{head} ")
    gap = any(after.rank - before.rank > 1 for before, after in pairwise(run))
    return Listing(
        lead=head[cut:].strip(),
        before=head[:cut].strip(),
        items=(*first, Item(last.label, _unstopped(last.text[:stop].strip()))),
        tail=last.text[stop:].strip(),
        gap=gap,
        text=whole,
    )


def _unstopped(sentence: str) -> str:
    """Take off the full stop, which ends the list and not its last item."""
    return sentence if _ABBREVIATED.search(sentence) else sentence.removesuffix(".").rstrip(" ;,")


def _last_sentence(text: str) -> int:
    """Give where the last sentence of a text begins."""
    return max((end for end in _ends(text) if text[end:].strip()), default=0)


def _runs(text: str) -> list[list[_Mark]]:
    """Give the markers of each list: they begin with the first of a style and go up."""
    runs: list[list[_Mark]] = []
    for match in _MARKER.finditer(text):
        if not _BOUNDARY.search(text[: match.start()][-40:]):
            continue
        sign = match[2] or match[3]
        close = "." if match[3] else ")"
        for kind, rank in _ranks(sign):
            mark = _Mark(match.start(), match.end(), match[0], f"{match[1] or ''}{kind}{close}", rank)
            last = runs[-1][-1] if runs else None
            if last is not None and mark.style == last.style and 1 <= rank - last.rank <= 2:
                runs[-1].append(mark)
                break
            if rank == 1:
                runs.append([mark])
                break
    return [run for run in runs if len(run) > 1 or text[: run[0].start].rstrip().endswith(":")]


def _ranks(sign: str) -> Iterator[tuple[str, int]]:
    if sign.isdecimal():
        yield "1", int(sign)
        return
    if sign in _ROMAN:
        yield "i", _ROMAN.index(sign) + 1
    if len(sign) == 1:
        yield "a", ord(sign) - ord("a") + 1


def list_of(lines: Sequence[Line]) -> tuple[Listing, ...]:
    """Give the lists that several lines hold: bullets and numbered lines first, else the numbered lists of the prose.

    A line that is no item ends a list of bullets, and leads to the next if it ends with a colon. Lines that have lost
    their bullets are items where such a line leads to them, up to the full stop.
    """
    return tuple(_list_of(lines))


_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")


def _list_of(lines: Sequence[Line]) -> Iterator[Listing]:
    prose: list[Line] = []
    items: list[Item] = []
    for line in lines:
        number = _NUMBERED.match(line.text)
        begins = bool(number) and (bool(items) or bool(re.match(r"\(?[1a][.)]", line.text)))
        marked = line.kind is LineKind.ITEM or (begins and not _runs(line.text))
        if marked or _is_bare_item(line, prose, items):
            words = line.text[number.end() if number else 0 :]
            items.append(Item(number[0].strip() if number else None, _unstopped_item(words), line))
            continue
        if items:
            yield from _given(prose, items)
            prose, items = [], []
        prose.append(line)
    yield from _given(prose, items)


def _is_bare_item(line: Line, prose: Sequence[Line], items: Sequence[Item]) -> bool:
    """Say whether a line is an item that has lost its bullet: after a colon, and after another such item."""
    if line.kind is not LineKind.PROSE or _runs(line.text) or line.text.endswith(":"):
        return False
    before = items[-1].line if items else prose[-1] if prose else None
    if before is None or before.kind is not LineKind.PROSE or _NUMBERED.match(before.text):
        return False
    if items and re.search(r"(?:;|,|\band)$", before.text):
        return True
    ends = re.search(r"[.!?]$", line.text)
    return not ends and (not re.search(r"[.!?]$", before.text) if items else before.text.endswith(":"))


def _unstopped_item(words: str) -> str:
    words = _AND.sub("", words) if words.rstrip().endswith((";", " and", " et")) else words
    return _unstopped(words) if len(sentences(words)) == 1 else words


def _given(prose: Sequence[Line], items: Sequence[Item]) -> Iterator[Listing]:
    """Give the list of bullets that prose leads to; without bullets, the lists that the prose itself holds."""
    text = "\n".join(line.text for line in prose)
    if not items:
        yield from _placed(text, prose) if prose else ()
        return
    cut = _last_sentence(text) if text.endswith(":") or (prose and prose[-1].kind is LineKind.HEADING) else len(text)
    printed = [f"{item.label} {item.text}" if item.label else item.text for item in items]
    yield Listing(
        lead=text[cut:].strip(),
        before=text[:cut].strip(),
        items=tuple(items),
        text="\n".join([text, *printed]).strip(),
    )


def _placed(prose: str, lines: Sequence[Line]) -> Iterator[Listing]:
    """Say of each item of prose in which line it begins."""
    for listing in _listings(prose):
        items: list[Item] = []
        for item in listing.items:
            line = next((line for line in lines if f"{item.label} {item.text}"[:60] in line.text), lines[0])
            items.append(Item(item.label, item.text, line))
        yield evolve(listing, items=tuple(items))
