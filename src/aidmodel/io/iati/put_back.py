"""Raw content put back where it stood, wherever the typed fields still say what they said when it was read."""

import re
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element as Tree

from aidmodel.io.iati.kinds import SPACE, quoted
from aidmodel.io.iati.parts import Part
from aidmodel.io.iati.plan import Plan
from aidmodel.io.iati.raw import fragment, named, new_prefixes
from aidmodel.io.iati.read_careful import understood
from aidmodel.io.iati.writing import FORBIDDEN, INDENT, Writing
from aidmodel.model.element import Element
from aidmodel.model.extras import Raw


def put_back(
    plan: Plan, depth: int, thing: Element, raws: tuple[Raw, ...], written: list[str], writing: Writing
) -> list[str]:
    """Give the lines of an element with the raw content ``raws`` of its object in it."""
    if all(_is_foreign(raw) for raw in raws):  # as most are: they need no second look at what is written
        return _with_foreign(depth, raws, written, writing)
    declared = "".join(f' xmlns:{prefix}="{quoted(space)}"' for space, prefix in writing.prefixes.items())
    # What is written here is well-formed but for characters that no XML may hold, which are reported at the end.
    root = ET.fromstring(f"<_{declared}>{''.join(written).translate(FORBIDDEN)}</_>")  # noqa: S314
    element = root[0]
    for raw in sorted((raw for raw in raws if raw.index is not None), key=_position):
        _put_element(plan, element, raw)
    _put_pieces(plan, thing, element, [raw for raw in raws if raw.index is None], writing)
    element.tail = None
    return [f"{INDENT * depth}{fragment(element, writing.prefixes)}\n"]


_NAME = re.compile(r"[^\W\d][\w.-]*")


def is_name(name: str) -> bool:
    """Say whether a word may be the name or prefix of an element or attribute."""
    return _NAME.fullmatch(name) is not None and not name.lower().startswith("xml")


def _is_foreign(raw: Raw) -> bool:
    return raw.at == "" and raw.name.startswith(("@{", "{")) and "{http://www.w3.org/XML/" not in raw.name


def _position(raw: Raw) -> tuple[int, int]:
    return raw.at.count("/") + bool(raw.at), raw.index or 0


def _with_foreign(depth: int, raws: tuple[Raw, ...], written: list[str], writing: Writing) -> list[str]:
    stated = {raw.name[1:]: raw.xml for raw in raws if raw.index is None}
    new = new_prefixes(stated, writing.prefixes)
    known = {**writing.prefixes, **new}
    attributes = "".join(f' xmlns:{prefix}="{quoted(space)}"' for space, prefix in new.items())
    attributes += "".join(f' {named(name, known)}="{quoted(text)}"' for name, text in stated.items())
    elements = [f"{INDENT * (depth + 1)}{raw.xml}\n" for raw in raws if raw.index is not None]
    head, mark, text = written[0].partition("/>" if written[0].endswith("/>\n") else ">")
    tag = head.split()[0][1:]
    if len(written) == 1 and mark == ">":  # its own text stands on the same line
        text, _, _ = text.rpartition("</")
        return [f"{head}{attributes}>{text}{''.join(element.strip() for element in elements)}</{tag}>\n"]
    if mark == "/>" and not elements:
        return [f"{head}{attributes}/>\n"]
    inner = [*written[1:-1], *elements]
    return [f"{head}{attributes}>\n", *inner, f"{INDENT * depth}</{tag}>\n"]


def _put_element(plan: Plan, element: Tree, raw: Raw) -> None:
    holder = _found(plan, element, raw.at, make=True)
    if holder is None:
        return
    index = raw.index or 0
    same = [child for child in holder if child.tag == raw.name]
    single = holder is element and (
        raw.name in plan.slots
        or (raw.name in plan.words and not plan.words[raw.name].many)
        or (raw.name in plan.nodes and not plan.nodes[raw.name].many)
    )
    if single and index == 0 and same:
        return  # what it stood for has been stated since
    if index and not same and holder is element and raw.name in plan.slots:  # it is surplus to one that is all raw
        same = [ET.Element(raw.name)]
        holder.insert(_place(plan, holder, raw.name), same[0])
    piece = ET.fromstring(raw.xml)  # noqa: S314  written by a reader, or by the one who made the object
    if index < len(same):
        holder.insert(list(holder).index(same[index]), piece)
    elif same:
        holder.insert(list(holder).index(same[-1]) + 1, piece)
    else:
        holder.insert(_place(plan, holder, raw.name), piece)


def _place(plan: Plan, holder: Tree, tag: str) -> int:
    """Give the position among its siblings that an element has in the standard's order; the end for all others."""
    order = {name: position for position, name in enumerate(plan.order)}
    if tag not in order:
        return len(holder)
    return next((at for at, child in enumerate(holder) if order.get(child.tag, len(order)) > order[tag]), len(holder))


def _put_pieces(plan: Plan, thing: Element, element: Tree, raws: list[Raw], writing: Writing) -> None:
    of_parts: dict[Part, dict[tuple[str, str], str]] = {}
    free: list[Raw] = []
    for raw in raws:
        part, _ = plan.slots.get(raw.at, {}).get(raw.name, (None, 0))
        if part is not None:
            of_parts.setdefault(part, {})[raw.at, raw.name] = raw.xml
        else:
            free.append(raw)
    for part, pieces in of_parts.items():
        texts = [
            pieces.get((slot.child, slot.name)) or _text(_found(plan, element, slot.child), slot.name)
            for slot in part.slots
        ]
        held = tuple(getattr(thing, name) for name in part.fields)
        again = understood(part, texts, writing.currency)
        if (again if len(part.fields) > 1 and again is not None else (again,)) == held or (
            again is None and held == tuple(_default(thing, name) for name in part.fields)
        ):
            for (at, name), text in pieces.items():
                holder = _found(plan, element, at, make=True)
                if holder is not None:
                    _put(holder, name, text, instead=True)
    for raw in sorted(free, key=lambda raw: raw.name == "#tail"):  # which follows all children there are
        holder = _found(plan, element, raw.at, make=True)
        if holder is not None:
            _put(holder, raw.name, raw.xml)


def _default(thing: Element, name: str) -> object:
    import attrs

    if name.startswith("_"):
        return type(thing)
    return getattr(attrs.fields(type(thing)), name).default


def _put(holder: Tree, name: str, text: str, *, instead: bool = False) -> None:
    if name == "#tail" and len(holder):
        holder[-1].tail = text
    elif name[0] == "#":
        holder.text = text if instead or not (holder.text or "").strip(SPACE) else f"{(holder.text or '').rstrip()}\n{text}"
    elif instead or name[1:] not in holder.attrib:
        holder.set(name[1:], text)


def _text(holder: Tree | None, name: str) -> str | None:
    if holder is None:
        return None
    return holder.text if name == "#text" else holder.get(name[1:])


_STEP = re.compile(r"([^\[\]]+)(?:\[([0-9]+)\])?")


def _found(plan: Plan, element: Tree, at: str, *, make: bool = False) -> Tree | None:
    """Give the element at a place, None where it is gone; a leaf that states nothing else is made."""
    here = element
    for step in at.split("/") if at else ():
        match = _STEP.fullmatch(step)
        if match is None:
            return None
        tag, number = match[1], int(match[2] or 0)
        same = [child for child in here if child.tag == tag]
        if number < len(same):
            here = same[number]
        elif make and here is element and tag in plan.slots:
            made = ET.Element(tag)
            here.insert(_place(plan, here, tag), made)
            here = made
        else:
            return None
    return here
