"""Raw content put back where it stood, wherever the typed fields still say what they said when it was read."""

import re
from collections import deque
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element as Tree

import attrs

from aidmodel.io.iati.kinds import SPACE, quoted
from aidmodel.io.iati.parts import Part
from aidmodel.io.iati.plan import Plan
from aidmodel.io.iati.raw import XML, fragment, is_attribute, named, new_prefixes, parsed
from aidmodel.io.iati.read_careful import understood
from aidmodel.io.iati.writing import FORBIDDEN, INDENT, Writing, encoded
from aidmodel.model.element import Element
from aidmodel.model.extras import Raw


def put_back(plan: Plan, depth: int, thing: Element, written: list[str], writing: Writing) -> list[str]:
    """Give the pieces of an element with the raw content of its object in it; what cannot be put back is noted."""
    elements: list[tuple[Raw, Tree]] = []
    pieces: dict[tuple[str, str], str] = {}
    for raw in thing.extras.raw if thing.extras is not None else ():
        name = raw.name
        if name[0] not in "@#":
            piece = parsed(raw.xml)
            if piece is None or piece.tag != name:
                writing.lose(thing, "extras", f"keeps as {name!r} what is no such element: {raw.xml[:80]!r}")
            else:
                elements.append((raw, piece))
        elif name not in ("#text", "#tail") and not (name[0] == "@" and is_attribute(name[1:])):
            writing.lose(thing, "extras", f"keeps {name!r}, which no attribute can be called")
        elif (raw.at, name) in pieces:
            writing.lose(thing, "extras", f"keeps {name!r} twice; the second, {raw.xml[:80]!r}, is not written")
        else:
            pieces[raw.at, name] = raw.xml
    foreign = all(raw.at == "" and raw.name[0] == "{" for raw, _ in elements)
    if foreign and all(at == "" and name.startswith("@{") and XML not in name for at, name in pieces):
        # as most raw content is: it takes no second look at what is written
        return _with_foreign(depth, [piece for _, piece in elements], pieces, written, writing)
    return [_Putting(plan, thing, writing).all(depth, elements, pieces, written)]


def _with_foreign(
    depth: int, pieces: list[Tree], texts: dict[tuple[str, str], str], written: list[str], writing: Writing
) -> list[str]:
    stated = {name[1:]: text for (_, name), text in texts.items()}
    new = new_prefixes(stated, writing.prefixes)
    known = {**writing.prefixes, **new}
    attributes = "".join(f' xmlns:{prefix}="{quoted(space)}"' for space, prefix in new.items())
    attributes += "".join(f' {named(name, known)}="{quoted(text)}"' for name, text in stated.items())
    elements = [fragment(piece, writing.prefixes) for piece in pieces]
    start, _, rest = "".join(written).partition("\n")  # no attribute holds one, and own text is a number
    head, mark, text = start.partition("/>" if start.endswith("/>") else ">")
    tag = head.split()[0][1:]
    if mark == ">" and not rest:  # its own text stands on the same line
        text, _, _ = text.rpartition("</")
        return [f"{head}{attributes}>{text}{''.join(elements)}</{tag}>\n"]
    if mark == "/>" and not elements:
        return [f"{head}{attributes}/>\n"]
    inner = rest[: rest.rfind("\n", 0, -1) + 1]
    lines = [f"{INDENT * (depth + 1)}{element}\n" for element in elements]
    return [f"{head}{attributes}>\n", inner, *lines, f"{INDENT * depth}</{tag}>\n"]


_STEP = re.compile(r"([^\[\]]+)(?:\[([0-9]+)\])?")


class _Putting:
    """One element that is written, and its object whose raw content goes into it."""

    def __init__(self, plan: Plan, thing: Element, writing: Writing) -> None:
        self.plan = plan
        self.thing = thing
        self.writing = writing
        self.order = {name: position for position, name in enumerate(plan.order)}

    def all(
        self, depth: int, elements: list[tuple[Raw, Tree]], pieces: dict[tuple[str, str], str], written: list[str]
    ) -> str:
        text = "".join(written)
        if encoded(text) is None:
            self.writing.forbidden = True
            text = text.translate(FORBIDDEN)
        prefixes = self.writing.prefixes
        declared = "".join(f' xmlns:{prefix}="{quoted(space)}"' for space, prefix in prefixes.items())
        self.element = ET.fromstring(f"<_{declared}>{text}</_>")[0]  # noqa: S314  what was written a moment ago
        of_places: dict[tuple[str, str], list[tuple[Raw, Tree]]] = {}
        for raw, piece in sorted(elements, key=lambda each: each[0].at.count("/")):
            of_places.setdefault((raw.at, raw.name), []).append((raw, piece))
        for (at, name), several in of_places.items():
            self.put_elements(at, name, several)
        self.put_pieces(pieces)
        self.element.tail = None
        return f"{INDENT * depth}{fragment(self.element, prefixes)}\n"

    def gone(self, at: str, name: str) -> None:
        self.writing.lose(self.thing, "extras", f"keeps {name!r} of {at!r}, which is not there any more")

    # ------------------------------------------------------------------ elements

    def put_elements(self, at: str, name: str, several: list[tuple[Raw, Tree]]) -> None:
        """Put elements of one name to those that are there, each at its position among them."""
        holder = self.found(at, make=True)
        if holder is None:
            for raw, _ in several:
                self.gone(at, raw.name)
            return
        same = [child for child in holder if child.tag == name]
        own = holder is self.element
        if own and self.is_single(name) and same:  # the first stands for what has been stated since
            several = [(raw, piece) for raw, piece in several if raw.index != 0]
        elif own and name in self.plan.slots and all(raw.index for raw, _ in several):  # surplus to one all raw
            same = [ET.Element(name)]
        placed = {raw.index: piece for raw, piece in several if raw.index is not None}
        rest = [piece for raw, piece in several if raw.index is None or placed[raw.index] is not piece]
        whole: list[Tree] = []
        there = deque(same)
        for index, piece in sorted(placed.items()):
            while there and len(whole) < index:
                whole.append(there.popleft())
            whole.append(piece)
        whole += [*there, *rest]
        if len(whole) > len(same):
            place = self.place(holder, name)
            kept = set(map(id, same))
            before = [child for child in holder[:place] if id(child) not in kept]
            after = [child for child in holder[place:] if id(child) not in kept]
            holder[:] = [*before, *whole, *after]

    def is_single(self, name: str) -> bool:
        words, nodes = self.plan.words.get(name), self.plan.nodes.get(name)
        return name in self.plan.slots or ((words or nodes) is not None and not (words or nodes).many)  # type: ignore[union-attr]

    def place(self, holder: Tree, tag: str) -> int:
        """Give the position among its siblings that an element has in the standard's order; the end for all others."""
        if tag not in self.order:
            return len(holder)
        later = len(self.order)
        places = (at for at, child in enumerate(holder) if self.order.get(child.tag, later) > self.order[tag])
        return next(places, len(holder))

    def found(self, at: str, *, make: bool = False) -> Tree | None:
        """Give the element at a place, None where it is gone; a leaf that states nothing else is made."""
        here = self.element
        for step in at.split("/") if at else ():
            match = _STEP.fullmatch(step)
            if match is None:
                return None
            tag, number = match[1], int(match[2] or 0)
            same = [child for child in here if child.tag == tag]
            if number < len(same):
                here = same[number]
            elif make and here is self.element and tag in self.plan.slots:
                made = ET.Element(tag)
                here.insert(self.place(here, tag), made)
                here = made
            else:
                return None
        return here

    # ------------------------------------------------------------------ attributes and texts

    def put_pieces(self, pieces: dict[tuple[str, str], str]) -> None:
        of_parts: dict[Part, dict[tuple[str, str], str]] = {}
        free: list[tuple[str, str, str]] = []
        for (at, name), text in pieces.items():
            part, _ = self.plan.slots.get(at, {}).get(name, (None, 0))
            if part is not None:
                of_parts.setdefault(part, {})[at, name] = text
            else:
                free.append((at, name, text))
        for part, texts in of_parts.items():
            if self.says_the_same(part, texts):
                for (at, name), text in texts.items():
                    self.put(self.found(at, make=True), at, name, text)
        for at, name, text in sorted(free, key=lambda each: each[1] == "#tail"):  # which follows all children there are
            holder = self.found(at, make=True)
            if holder is not None and name[1:] in holder.attrib:
                continue  # it has been stated since
            self.put(holder, at, name, text)

    def says_the_same(self, part: Part, texts: dict[tuple[str, str], str]) -> bool:
        """Say whether a part with these texts in its slots is read as what its fields hold now."""
        slots = [texts.get((slot.child, slot.name)) or _text(self.found(slot.child), slot.name) for slot in part.slots]
        again = understood(part, slots, self.writing.currency)
        held = tuple(getattr(self.thing, name) for name in part.fields)
        if again is None:
            return held == tuple(self.default(name) for name in part.fields)
        return held == (again if len(part.fields) > 1 else (again,))

    def default(self, name: str) -> object:
        if name.startswith("_"):
            return type(self.thing)
        return getattr(attrs.fields(type(self.thing)), name).default

    def put(self, holder: Tree | None, at: str, name: str, text: str) -> None:
        if holder is None:
            self.gone(at, name)
        elif name == "#tail" and len(holder):
            holder[-1].tail = text
        elif name[0] == "#":
            before = (holder.text or "").strip(SPACE)
            known = name in self.plan.slots.get(at, {})
            holder.text = text if known or not before else f"{before}\n{text}"
        else:
            holder.set(name[1:], text)


def _text(holder: Tree | None, name: str) -> str | None:
    if holder is None:
        return None
    return holder.text if name == "#text" else holder.get(name[1:])
