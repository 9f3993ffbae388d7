"""Writing one object with everything that IATI may not take: what cannot be written is noted, raw content goes back.

This is how writing is meant. :mod:`aidmodel.io.iati.write_quick` writes the objects that hold nothing out of the
ordinary, in less time, and leaves every other to this module.
"""

from collections.abc import Callable
from typing import Any

from aidmodel.errors import InvalidValue
from aidmodel.io.iati.kinds import LANG, escaped, quoted
from aidmodel.io.iati.parts import Part
from aidmodel.io.iati.plan import Plan
from aidmodel.io.iati.put_back import put_back
from aidmodel.io.iati.read_source import VARIANTS
from aidmodel.io.iati.writing import INDENT, Writing, lose_homeless, narratives
from aidmodel.model.result import Result
from aidmodel.values.text import Text


def write(plan: Plan, depth: int, thing: Any, out: list[str], writing: Writing) -> None:
    """Write an object as the element of a plan, so many levels deep."""
    lose_homeless(plan, thing, writing)
    if type(thing) not in VARIANTS.get(plan.cls, (plan.cls,)):
        writing.lose(thing, "", f"is a {type(thing).__name__}, and is written as what IATI has here")
    written = _Careful(plan, depth, writing).write(thing)
    out += finished(plan, depth, thing, written, writing)


def finished(plan: Plan, depth: int, thing: Any, written: list[str], writing: Writing) -> list[str]:
    """Give the pieces of an element with the extras of its object; ``written`` is what its fields have made of it."""
    extras = thing.extras
    if extras is None:
        return written
    if extras.pairs:
        writing.lose(thing, "extras", f"holds {', '.join(extras)}, which IATI has no place for")
    return put_back(plan, depth, thing, written, writing) if extras.raw else written


class _Careful:
    """The writing of one element, line by line."""

    def __init__(self, plan: Plan, depth: int, writing: Writing) -> None:
        self.plan = plan
        self.depth = depth
        self.margin = INDENT * depth
        self.writing = writing
        self.slots: dict[tuple[str, str], str] = {}
        """By leaf and name: the text of each slot that is stated."""

    def write(self, thing: Any) -> list[str]:
        for part in self.plan.parts:
            self.split(part, thing)
        out: list[str] = []
        text = self.slots.pop(("", "#text"), None)
        start = f"{self.margin}<{self.plan.tag}{self.attributes('')}"
        if self.plan.narratives is not None:
            narratives(getattr(thing, self.plan.narratives).entries, self.margin + INDENT, out)
        for tag in self.plan.order:
            self.child(tag, thing, out)
        if text is not None and not out:
            return [f"{start}>{escaped(text)}</{self.plan.tag}>\n"]
        if not out:
            return [f"{start}/>\n"]
        return [f"{start}>\n", *out, f"{self.margin}</{self.plan.tag}>\n"]

    def split(self, part: Part, thing: Any) -> None:
        fields = [getattr(thing, name) for name in part.fields]
        if part.split is None:
            values = tuple(fields)
        else:

            def tell(message: str, field: str = self.field(part)) -> None:
                self.writing.lose(thing, field, message)

            values = part.split(*fields, tell)
        for slot, value in zip(part.slots, values, strict=True):
            if value is not None:
                text = self.text(slot.kind.write, value, thing, self.field(part))
                if text is not None:
                    self.slots[slot.child, slot.name] = text

    def text(self, write: Callable[[Any], str], value: Any, thing: Any, field: str) -> str | None:
        try:
            return write(value)
        except InvalidValue as error:
            mend = f"; {error.mend}" if error.mend else ""
            self.writing.lose(thing, field, f"{error.problem}, and is not written{mend}")
            return None

    def field(self, part: Part) -> str:
        return "" if part.fields[0].startswith("_") else part.fields[0]

    def attributes(self, child: str) -> str:
        stated = {name[1:]: text for (leaf, name), text in self.slots.items() if leaf == child and name[0] == "@"}
        return "".join(f' {"xml:lang" if name == LANG else name}="{quoted(text)}"' for name, text in stated.items())

    def child(self, tag: str, thing: Any, out: list[str]) -> None:
        from aidmodel.io.iati.write_quick import writer

        plan = self.plan
        margin = self.margin + INDENT
        inner: list[str] = []
        if tag in plan.words:
            field, many = plan.words[tag]
            texts: tuple[Text, ...] = getattr(thing, field) if many else (getattr(thing, field),)
            for position, text in enumerate(texts):
                if many and not text.entries:
                    self.writing.lose(thing, f"{field}[{position}]", "holds no words, and is not written")
                elif text.entries:
                    out.append(f"{margin}<{tag}>\n")
                    narratives(text.entries, margin + INDENT, out)
                    out.append(f"{margin}</{tag}>\n")
        elif tag in plan.nodes:
            field, many, node = plan.nodes[tag]
            value = getattr(thing, field)
            things = value if many else () if value is None else (value,)
            write = writer(node, self.depth + 1)
            for position, each in enumerate(things):
                if node.cls is Result and not isinstance(each, Result):
                    lost = f"{field}[{position}]"
                    self.writing.lose(thing, lost, "is no result, which IATI has alone, and is not written")
                else:
                    write(each, out, self.writing)
        elif tag in plan.listings:
            out += [f"{margin}{line}\n" for line in self.listed(tag, thing)]
        else:
            if tag in plan.wrapped:
                _, (field, _, node) = plan.wrapped[tag]
                write = writer(node, self.depth + 2)
                for each in getattr(thing, field):
                    write(each, inner, self.writing)
            start = f"{margin}<{tag}{self.attributes(tag)}"
            words = self.slots.get((tag, "#text"))
            if words is not None:
                out.append(f"{start}>{escaped(words)}</{tag}>\n")
            elif inner:
                out += [f"{start}>\n", *inner, f"{margin}</{tag}>\n"]
            elif not start.endswith(f"<{tag}"):
                out.append(f"{start}/>\n")

    def listed(self, tag: str, thing: Any) -> list[str]:
        field, part = self.plan.listings[tag]
        lines: list[str] = []
        for position, item in enumerate(getattr(thing, field)):
            values = (item,) if part.split is None else part.split(item, _silent)
            texts = {
                slot.name: text
                for slot, value in zip(part.slots, values, strict=True)
                if value is not None
                and (text := self.text(slot.kind.write, value, thing, f"{field}[{position}]")) is not None
            }
            if not texts:
                continue
            attributes = "".join(f' {name[1:]}="{quoted(text)}"' for name, text in texts.items() if name != "#text")
            words = texts.get("#text")
            lines.append(f"<{tag}{attributes}/>" if words is None else f"<{tag}{attributes}>{escaped(words)}</{tag}>")
        return lines


def _silent(message: str, field: str = "") -> None:
    """Tell nobody: a code and its vocabulary are written whole."""
