"""What is known and found while projects are written, and the texts that every element is made of."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import attrs

from aidmodel.io.iati.kinds import DAY, REMEMBERED, escaped, quoted
from aidmodel.io.iati.plan import Plan
from aidmodel.values.text import Entry

INDENT = "  "

FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\ufffd")
"""The characters that XML has no form for, and what is written in their place, which is reported."""


_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])


def encoded(text: str) -> bytes | None:
    """Give the bytes of a text, None where there are characters in it that XML has no form for."""
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return None
    if "\ufffe" in text or "\uffff" in text or len(content.translate(None, _CONTROLS)) != len(content):
        return None
    return content


class Ready(dict[Any, str]):
    """Pieces of a file, each by the value that is written in it: a file repeats its codes, names and days.

    ``before`` and ``after`` stand around the value; ``days`` says that the values are days, and texts otherwise.
    """

    def __init__(self, before: str, after: str, days: bool = False) -> None:
        super().__init__()
        self._before = before
        self._after = after
        self._days = days

    def __missing__(self, value: Any) -> str:
        text = DAY.write(value) if self._days else quoted(value)
        piece = f"{self._before}{text}{self._after}"
        if len(self) < REMEMBERED and len(text) < 100:
            self[value] = piece
        return piece


class Names(dict[tuple[Entry, ...], str]):
    """What an element that holds a name alone has after its attributes, by the entries: a file repeats its names.

    ``depth`` is that of the element, and ``end`` its end tag.
    """

    def __init__(self, depth: int, end: str) -> None:
        super().__init__()
        self._margin = INDENT * (depth + 1)
        self._end = end

    def __missing__(self, entries: tuple[Entry, ...]) -> str:
        out = [">\n"]
        narratives(entries, self._margin, out)
        out.append(self._end)
        text = "".join(out)
        if len(self) < REMEMBERED and len(text) < 500:
            self[entries] = text
        return text


class Lost(NamedTuple):
    """One thing that could not be written: in which object, at which field of it, and why."""

    thing: object
    field: str
    code: str
    message: str


class Writing:
    """The state of the writing of a file."""

    __slots__ = ("currency", "forbidden", "lost", "prefixes")

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes: Mapping[str, str] = prefixes
        """The prefixes of the namespaces that are declared on the root, by their addresses."""
        self.currency: str | None = None
        """The default currency of the activity that is being written."""
        self.lost: list[Lost] = []
        self.forbidden: bool = False
        """Whether characters that XML has no form for were replaced in the activity that is being written."""

    def lose(self, thing: object, field: str, message: str) -> None:
        """Note that a field cannot be written as it is."""
        self.lost.append(Lost(thing, field, "iati.not-written", message))


def homeless(plan: Plan, cls: type[Any]) -> list["attrs.Attribute[Any]"]:
    """Give the fields of a class that IATI has no place for: those of the plan, and those the plan's class has not."""
    homed = {field.name for field in attrs.fields(plan.cls)} - {*plan.homeless}
    return [field for field in attrs.fields(cls) if field.name not in homed]


def lose_homeless(plan: Plan, thing: object, writing: Writing) -> None:
    """Note each field of an object that is stated and that IATI has no place for."""
    for field in homeless(plan, type(thing)):
        if getattr(thing, field.name) != field.default:
            writing.lose(thing, field.name, "has no place in IATI, and is not written")


def narratives(entries: tuple[Entry, ...], margin: str, out: list[str]) -> None:
    """Write the entries of a text, each in an element of its own."""
    for language, words in entries:
        words = escaped(words)
        if language is None:
            out.append(f"{margin}<narrative>{words}</narrative>\n" if words else f"{margin}<narrative/>\n")
        else:
            tag = f'{margin}<narrative xml:lang="{quoted(language)}"'
            out.append(f"{tag}>{words}</narrative>\n" if words else f"{tag}/>\n")
