"""
What an IATI file says, taken apart without the library: its leaves, and a form to compare files by.

It is read with lxml, which the library does not use. ``paths-2.03.txt`` tells which places hold text, flags and numbers.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

DATA = Path(__file__).parent / "data" / "iati"
SPACE = " \t\r\n"
"""What XML takes for white space."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ROOT, ACTIVITY = "iati-activities", "iati-activity"

NUMBER = re.compile(r"([+-]?)([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE]([+-]?[0-9]{1,3}))?")
MEASURED = ("baseline/@value", "target/@value", "actual/@value")
"""Places that are strings for the schema, as words are legal there, and mean numbers where they hold one."""


class Leaf(NamedTuple):
    """An attribute, a text, or an element without any content, with its place as an XPath has it."""

    place: str
    value: str


@cache
def kinds() -> Mapping[str, str]:
    """Give the type of the text at each place of the standard's tree; "-" where it holds none."""
    return {row[0]: row[1] for row in _table()}


def repeatable() -> set[str]:
    """Give the elements of the standard's tree that may stand more than once in their parent."""
    return {row[0] for row in _table() if row[2:] == ["many"]}


def _table() -> list[list[str]]:
    lines = (DATA / "paths-2.03.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" ") for line in lines if not line.startswith("#")]


def parsed(xml: bytes) -> etree._Element:
    """Give the root of a file; comments and processing instructions are left out, CDATA is text like any other."""
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True, huge_tree=True
    )
    return etree.fromstring(xml, parser)


def activities(root: etree._Element) -> list[etree._Element]:
    """Give the activities of a file, those inside a second root too."""
    found: list[etree._Element] = []
    for child in root:
        found += [child] if child.tag == ACTIVITY else activities(child) if child.tag == ROOT else []
    return found


def _name(name: object) -> str:
    return str(name).replace(LANG, "xml:lang")


def _pieces(element: etree._Element) -> list[str]:
    """Give the texts inside an element and outside its children, without blank ones."""
    texts = (element.text, *(child.tail for child in element))
    return [piece for text in texts if (piece := (text or "").strip(SPACE))]


# Leaves.


def leaves(xml: bytes) -> list[Leaf]:
    """Give every leaf of a file: those of the root and around the activities first, then activity by activity."""
    root = parsed(xml)
    found = [*_around(root, ROOT)]
    for number, activity in enumerate(activities(root), 1):
        found += below(activity, f"{ACTIVITY}[{number}]")
    return found


def _around(root: etree._Element, place: str) -> Iterator[Leaf]:
    yield from (Leaf(f"{place}/@{_name(name)}", str(value)) for name, value in root.attrib.items())
    yield from (Leaf(f"{place}/text()", piece) for piece in _pieces(root))
    for child in root:
        if child.tag == ROOT:
            yield from _around(child, f"{place}/{ROOT}")
        elif child.tag != ACTIVITY:
            yield from below(child, f"{place}/{_name(child.tag)}")


def below(element: etree._Element, place: str) -> Iterator[Leaf]:
    """Give the leaves of an element with all that is in it."""
    pieces = _pieces(element)
    if not len(element) and not element.attrib and not pieces:
        yield Leaf(place, "")
    yield from (Leaf(f"{place}/@{_name(name)}", str(value)) for name, value in element.attrib.items())
    yield from (Leaf(f"{place}/text()", piece) for piece in pieces)
    names = Counter(child.tag for child in element)
    seen: Counter[object] = Counter()
    for child in element:
        seen[child.tag] += 1
        number = f"[{seen[child.tag]}]" if names[child.tag] > 1 else ""
        yield from below(child, f"{place}/{_name(child.tag)}{number}")


def without_numbers(place: str) -> str:
    """Give a place as the table of the standard's tree has it."""
    plain = re.sub(r"\[[0-9]+\]", "", place).removesuffix("/text()")
    return plain if plain.startswith(ROOT) else f"{ROOT}/{plain}"


# The form to compare files by.


class Form(NamedTuple):
    """An element without what carries no meaning: children stand by name, and in order among those of one name."""

    attributes: dict[str, str]
    text: str
    children: "dict[str, list[Form]]"


def canonical(xml: bytes) -> Form:
    """Give a file in a form that is equal for two files that say the same.

    What it leaves out: white space around values; the order of attributes, and of elements of different names; how a
    flag (1, true) or number (1, 1.00, 1E0, 01) is spelled where the standard has one; comments and processing
    instructions; a currency or language equal to the activity's default; where stray text stands inside its parent; the
    version, as writing is always 2.03; a second root inside the first. Inside elements that the standard does not know,
    only white space is left out.
    """
    root = parsed(xml)
    around = _form(root, ROOT, {}, known=True)
    around.attributes.pop("version", None)
    around.children.pop(ROOT, None)
    around.children[ACTIVITY] = [
        _form(activity, f"{ROOT}/{ACTIVITY}", _defaults(activity), known=True) for activity in activities(root)
    ]
    return around


def _defaults(activity: etree._Element) -> dict[str, str]:
    given = {"currency": activity.get("default-currency"), "xml:lang": activity.get(LANG)}
    return {name: value.strip(SPACE) for name, value in given.items() if value and value.strip(SPACE)}


def _form(element: etree._Element, place: str, defaults: dict[str, str], *, known: bool) -> Form:
    if not known:
        return _verbatim(element)
    attributes: dict[str, str] = {}
    for key, value in element.attrib.items():
        name, kind = _name(key), kinds().get(f"{place}/@{_name(key)}")
        bare = _spelled(str(value).strip(SPACE), kind, f"{place}/@{name}")
        inherited = kind is not None and element.tag != ACTIVITY and defaults.get(name) == bare
        if not inherited:
            attributes[name] = bare
    children: dict[str, list[Form]] = {}
    for child in element:
        name = _name(child.tag)
        if place != ROOT or name != ACTIVITY:
            below = f"{place}/{name}"
            children.setdefault(name, []).append(_form(child, below, defaults, known=below in kinds()))
    pieces = _pieces(element)
    if len(element) or kinds().get(place) == "-":
        pieces = [" ".join(" ".join(pieces).split())]
    return Form(attributes, _spelled("".join(pieces), kinds().get(place), place), children)


def _verbatim(element: etree._Element) -> Form:
    texts = [element.text, *(child.tail for child in element)]
    return Form(
        {_name(name): str(value).strip(SPACE) for name, value in element.attrib.items()},
        "|".join((text or "").strip(SPACE) for text in texts),
        {f"{number}. {_name(child.tag)}": [_verbatim(child)] for number, child in enumerate(element, 1)},
    )


def _spelled(value: str, kind: str | None, place: str) -> str:
    """Give a value as it is compared at a place of the standard's tree."""
    if kind == "boolean":
        return {"true": "1", "false": "0"}.get(value, value)
    if kind in ("int", "nonNegativeInteger", "positiveInteger"):
        return str(int(value)) if re.fullmatch(r"[+-]?[0-9]{1,18}", value) else value
    if kind == "decimal" or place.endswith(MEASURED):
        return one_spelling(value)
    return " ".join(map(one_spelling, value.split())) if place.endswith("/pos") else value


def one_spelling(value: str) -> str:
    """Give a number one spelling, and anything else back."""
    if not NUMBER.fullmatch(value):
        return value
    plain = format(Decimal(value), "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain == "-0" else plain


def difference(left: Form, right: Form, place: str = "") -> list[str]:
    """Say in words how two files differ, place by place; nothing where they are equal."""
    said: list[str] = []
    for name in sorted({*left.attributes, *right.attributes}):
        said += _unlike(f"{place}/@{name}", left.attributes.get(name), right.attributes.get(name))
    said += _unlike(f"{place}/text()", left.text or None, right.text or None)
    for name in sorted({*left.children, *right.children}):
        one, other = left.children.get(name, []), right.children.get(name, [])
        if len(one) != len(other):
            said.append(f"{place}/{name}: {len(one)} in the first, {len(other)} in the second")
        for number, (each, twin) in enumerate(zip(one, other, strict=False), 1):
            said += difference(each, twin, f"{place}/{name}[{number}]")
    return said


def _unlike(place: str, left: str | None, right: str | None) -> list[str]:
    return [] if left == right else [f"{place}: {_shown(left)} in the first, {_shown(right)} in the second"]


def _shown(value: str | None) -> str:
    return "nothing" if value is None else repr(value)
