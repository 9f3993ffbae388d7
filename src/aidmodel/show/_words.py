"""The words that cards are written in: clean, in the reader's language, and never more than what is stated."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias, final

from attrs import frozen

from aidmodel.errors import InvalidValue
from aidmodel.model.classification import Classification
from aidmodel.model.organisation import Organisation
from aidmodel.model.paths import Step, steps
from aidmodel.model.statement import Basis, Provenance
from aidmodel.values.code import Code, Listed
from aidmodel.values.money import Money
from aidmodel.values.quantity import Qualifier
from aidmodel.values.span import DateSpan
from aidmodel.values.text import Text

_BLANKS = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

NOT_STATED = "not stated"
"""What stands where a thing has a place on a card and its source says nothing."""


def printable(text: str) -> str:
    r"""Give a text that is safe to print.

    Characters that steer a terminal, turn the direction of what follows, or have no form in UTF-8 become escapes.

    >>> print(printable("\x1b[31mred"))
    \x1b[31mred
    """
    return _UNSAFE.sub(lambda match: ascii(match[0])[1:-1], text)


def clean(text: str) -> str:
    """Give a text as one line that is safe to print."""
    return printable(_BLANKS.sub(" ", text)).strip(" ")


@final
@frozen
class Words:
    """Words in a language."""

    text: str
    """The words, clean."""
    language: str | None = None
    """The language they are in; None: not known."""
    foreign: bool = False
    """Whether they stand for words that are missing in the languages asked for."""

    def __str__(self) -> str:
        return f"{self.text} {self.mark}" if self.mark else self.text

    @property
    def mark(self) -> str:
        """What tells a reader that it is another language; '' where it is not."""
        return f"[{self.language}]" if self.foreign else ""


@final
@frozen
class Address:
    """Where a document lies."""

    url: str
    """The address as the source has it, clean."""

    def __str__(self) -> str:
        return self.url


Line: TypeAlias = tuple[str | Words | Address, ...]
"""Pieces that are read one after the other."""


@final
@frozen
class Reader:
    """Who reads a card."""

    languages: tuple[str, ...] = ()
    """The languages preferred, first one first; none: that of the project."""
    default: str | None = None
    """The language that a text's None stands for; None: not known."""

    def line(self, text: Text) -> Line:
        """Give a text as one line; empty where it says nothing."""
        entry = text.entry(*self.languages, default=self.default)
        return (self._words(entry[0], clean(entry[1])),) if entry else ()

    def paragraphs(self, text: Text) -> tuple[Line, ...]:
        """Give a text as its paragraphs; none where it says nothing."""
        entry = text.entry(*self.languages, default=self.default)
        parts = map(clean, entry[1].splitlines()) if entry else ()
        return tuple((self._words(entry[0], part),) for part in parts if entry and part)

    def _words(self, tag: str | None, words: str) -> Words:
        language = tag or self.default
        wanted = self.languages or ((self.default,) if self.default else ())
        foreign = bool(language and wanted) and _primary(language) not in map(_primary, wanted)
        return Words(words, clean(language) if language else None, foreign)


def _primary(tag: str | None) -> str:
    return (tag or "").casefold().partition("-")[0]


# ------------------------------------------------------------------ phrases


def joined(lines: Iterable[Line], between: str = ", ") -> Line:
    """Put lines one after the other; empty ones are passed over."""
    made: list[str | Words | Address] = []
    for line in lines:
        if line and made:
            made.append(between)
        made.extend(line)
    return tuple(made)


def plain(*parts: str | None) -> Line:
    """Give the parts that say something as one line."""
    return joined((clean(part),) for part in parts if part)


def labelled(label: str, line: Line) -> Line:
    """Put a label before a line, if there is one."""
    return (f"{label} ", *line) if line else ()


def with_notes(line: Line, *notes: Line) -> Line:
    """Put notes in brackets after a line; empty ones are passed over, and one that is a sentence keeps its own end."""
    said: Line = ()
    for note in notes:
        if said and note:
            apart = str(said[-1]).endswith((".", "!", "?")) and str(note[0])[:1].isupper()
            said = (*said, " " if apart else "; ")
        said = (*said, *note)
    return (*line, " (", *said, ")") if said else line


def number(value: Decimal, qualifier: Qualifier | None = None) -> str:
    """Write a number with all its decimals, and how it is meant."""
    said = "" if qualifier is None or qualifier is Qualifier.EXACT else f"{qualifier} "
    return f"{said}{value:,f}"


def word(value: object) -> str | None:
    """Write a value as its ``str``; None where it is not stated."""
    return None if value is None else str(value)


def amount_line(value: Money | None) -> Line:
    """Write an amount of money; empty where it is not stated."""
    return () if value is None else (str(value),)


def share(percentage: Decimal | None) -> str | None:
    """Write a share in percent; None where it is not stated."""
    return None if percentage is None else f"{number(percentage)}%"


def flag(value: bool | None) -> str | None:
    """Write yes or no; None where it is not stated."""
    return None if value is None else "yes" if value else "no"


def code(value: Code | Listed | None) -> str | None:
    """Write a term, or a code with its vocabulary; None where it is not stated."""
    if not isinstance(value, Code):
        return None if value is None else str(value)
    vocabulary = f" (vocabulary {clean(value.vocabulary)})" if value.vocabulary else ""
    return f"code {clean(value.code)}{vocabulary}"


def span(value: DateSpan | None) -> str | None:
    """Write a span of time; None where it is not stated."""
    if value is None or (value.start is None and value.end is None):
        return None
    if value.start is None or value.end is None:
        return f"until {value.end}" if value.start is None else f"from {value.start}"
    return str(value.start) if value.start == value.end else f"{value.start} to {value.end}"


def classified(reader: Reader, value: Classification) -> Line:
    """Write a code of a vocabulary with its name."""
    named = joined((plain(value.code), reader.line(value.name)), " ") or (NOT_STATED,)
    return with_notes(named, labelled("vocabulary", plain(value.vocabulary)))


def organisation(reader: Reader, value: Organisation | None) -> Line:
    """Write an organisation by its name and identifier; empty where there is none."""
    if value is None:
        return ()
    name = reader.line(value.name)
    return with_notes(name, plain(value.ref)) if name else plain(value.ref) or ("name not stated",)


# ------------------------------------------------------------------ where from


_Way: TypeAlias = tuple[Step, ...]


@final
class Marks:
    """How the facts of a project came in, where the source does not simply state them."""

    def __init__(self, entries: Iterable[Provenance] = ()) -> None:
        """Keep the entries under each path that they say something of: their own, and those it leads through."""
        self._at: dict[_Way, dict[str, None]] = {}
        self._through: dict[_Way, dict[str, None]] = {}
        for entry in entries:
            if entry.basis is Basis.STATED:
                continue
            said = "by convention" if entry.basis is Basis.CONVENTION else str(entry.basis)
            ways = _ways(entry.path)
            self._at.setdefault(ways[-1], {})[said] = None
            for way in ways:
                self._through.setdefault(way, {})[said] = None

    def at(self, *paths: str) -> Line:
        """Give the word for facts, their parts, or what they are part of: "inferred"; empty where all is stated."""
        if not self._at:
            return ()
        found: dict[str, None] = {}
        for path in paths:
            ways = _ways(path)
            for way in ways:
                found |= self._at.get(way, {})
            found |= self._through.get(ways[-1], {})
        return plain(*found)

    def marked(self, line: Line, path: str) -> Line:
        """Put the word for a fact after the line that says it; empty where the line is."""
        return with_notes(line, self.at(path)) if line else ()


def _ways(path: str) -> tuple[_Way, ...]:
    """Give the steps of a path after those that lead to it: a, a[0], a[0].b; what is no path leads to itself alone."""
    try:
        way = steps(path)
    except InvalidValue:
        way = (path,)
    return tuple(way[:length] for length in range(1, len(way) + 1))
