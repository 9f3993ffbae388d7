"""Pages as lines: what a page shows, one line for each line, cell or item, whether it was saved as HTML or as text."""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import final

from attrs import frozen


@final
class LineKind(Enum):
    """What a line is by the page's own markup; text has lines and items only."""

    PROSE = "prose"
    """Words; in text any line that is no item."""
    HEADING = "heading"
    """A heading of the markup."""
    LABEL = "label"
    """The term of a definition list, or the head of a row."""
    VALUE = "value"
    """What stands beside a label."""
    ITEM = "item"
    """An item of a list, its bullet taken off."""


@final
@frozen
class Line:
    """
    A line of a page: its words with single blanks, where it stands in the source, and what it is.

    >>> Line("Status: Closed", 4).text
    'Status: Closed'
    """

    text: str
    """The words; the cells of a row have a tab between them."""
    number: int
    """The line of the source it begins in, from 1."""
    kind: LineKind = LineKind.PROSE
    """What it is by the page's markup."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row; one where it is none."""
        return tuple(self.text.split("\t"))


@final
@frozen(kw_only=True)
class Page:
    """
    A page as a reader of a publisher takes it.
    """

    source: str
    """What messages and provenance call it: the path, the file's own name, or "the bytes"."""
    lines: tuple[Line, ...]
    """Everything the page shows, in its order; navigation that the markup marks as such is left out."""
    head: tuple[str, ...] = ()
    """What the HTML says of itself: the title of the window, the address, the name of the site. Never a fact."""
    cut_off: bool | None = None
    """Whether the HTML ends before its last element does; None: it is text, which does not say."""


_BULLET = re.compile(r"(?:[•·▪◦●○■‣∙]\s*|[-–—*]\s+)(?=\S)|o\t")
_FURNITURE = re.compile(r"[-–—*•·|_=\s]*")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def text_lines(text: str) -> tuple[Line, ...]:
    r"""Give the lines of a text that say something; bullets and rows of tabs are understood.

    >>> [(line.text, line.kind.value) for line in text_lines("Status\tClosed\n-\n  • 27 wells")]
    [('Status\tClosed', 'prose'), ('27 wells', 'item')]
    """
    return tuple(_text_lines(text))


def _text_lines(text: str) -> Iterator[Line]:
    for number, raw in enumerate(re.split(r"\r\n|[\r\n\f\v\u2028\u2029\x85]", text), 1):
        if not _FURNITURE.fullmatch(words := raw.translate(_UNSEEN).strip()):
            yield line_of(words, number)


def line_of(words: str, number: int, kind: LineKind = LineKind.PROSE) -> Line:
    """Give a line; prose behind a bullet is an item.

    >>> line_of("• 27  wells", 3)
    Line(text='27 wells', number=3, kind=<LineKind.ITEM: 'item'>)
    """
    bullet = _BULLET.match(words) if kind is LineKind.PROSE else None
    cells = [tidy(cell) for cell in words[bullet.end() if bullet else 0 :].split("\t")]
    return Line("\t".join(cells), number, LineKind.ITEM if bullet else kind)


def tidy(words: str) -> str:
    r"""Give words as a page shows them: single blanks of one kind, nothing unseen.

    >>> tidy(" 6\u00a0077   women\u200b ")
    '6 077 women'
    """
    return " ".join(words.translate(_UNSEEN).split())


def folded(words: str) -> str:
    """Give words as labels and names are compared: no case, no accents, one kind of apostrophe and dash.

    >>> folded("Pays / Région :"), folded("Progress & Results  Achieved")
    ('pays/region', 'progress and results achieved')
    """
    plain = unicodedata.normalize("NFKD", words.translate(_UNSEEN).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"[’‘`´]", "'", re.sub(r"[‐‑‒–—−]", "-", plain)).replace("&", " and ")
    return re.sub(r"\s*/\s*", "/", " ".join(plain.split())).rstrip(" :*")
