"""What is known and found while projects are written, and the texts that every element is made of."""

import datetime as dt
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

import attrs

from aidmodel.io.iati.kinds import DAY, REMEMBERED, escaped, quoted
from aidmodel.io.iati.plan import Plan
from aidmodel.values.text import Text

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
    if (
        len(content.translate(None, _CONTROLS)) != len(content)
        or b"\xef\xbf\xbe" in content
        or b"\xef\xbf\xbf" in content
    ):
        return None
    return content


class Quoted(dict[str, str]):
    """Attribute values as they are written: a file repeats its codes, names and days."""

    def __missing__(self, value: str) -> str:
        text = quoted(value)
        if len(self) < REMEMBERED and len(value) < 100:
            self[value] = text
        return text


QUOTED = Quoted()
"""The values of attributes that come again and again."""


class Days(dict[dt.date, str]):
    """Days as they are written, as :class:`Quoted` has the values of attributes."""

    def __missing__(self, day: dt.date) -> str:
        text = DAY.write(day)
        if len(self) < REMEMBERED:
            self[day] = text
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


def _homeless(plan: Plan, cls: type[Any]) -> list["attrs.Attribute[Any]"]:
    """Give the fields of a class that IATI has no place for: those of the plan, and those the plan's class has not."""
    homed = {field.name for field in attrs.fields(plan.cls)} - {*plan.homeless}
    return [field for field in attrs.fields(cls) if field.name not in homed]


def homeless(plan: Plan, cls: type[Any]) -> tuple[Callable[[Any], object] | None, object]:
    """Give what gets the fields of a class that IATI has no place for, None for none, and what it gives where nothing is stated."""
    fields = _homeless(plan, cls)
    if not fields:
        return None, None
    defaults = tuple(field.default for field in fields)
    return attrgetter(*(field.name for field in fields)), defaults if len(fields) > 1 else defaults[0]


def lose_homeless(plan: Plan, thing: object, writing: Writing) -> None:
    """Note each field of an object that is stated and that IATI has no place for."""
    for field in _homeless(plan, type(thing)):
        if getattr(thing, field.name) != field.default:
            writing.lose(thing, field.name, "has no place in IATI, and is not written")


def narratives(text: Text, margin: str, out: list[str]) -> None:
    """Write the entries of a text, each in an element of its own."""
    for language, words in text.entries:
        words = escaped(words)
        if language is None:
            out.append(f"{margin}<narrative>{words}</narrative>\n" if words else f"{margin}<narrative/>\n")
        else:
            tag = f'{margin}<narrative xml:lang="{QUOTED[language]}"'
            out.append(f"{tag}>{words}</narrative>\n" if words else f"{tag}/>\n")
