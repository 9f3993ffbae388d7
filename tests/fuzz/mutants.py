"""
Files that are nearly IATI: a few activities of a file, changed byte by byte, value by value, or element by element.

Each change takes the source of chance and what is to be changed, and gives it back changed (or, of a tree, nothing).
"""

import gzip
import re
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from random import Random
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from odd_values import DATES, DECLARED, ENCODINGS, FOREIGN, MARKUP, NUMBERS, ODD, SCRAPS, VERSIONS

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PATHS = Path(__file__).parents[1] / "data" / "iati" / "paths-2.03.txt"


class Sample(NamedTuple):
    """A file taken apart: what stands before its activities, each of them, and what stands after."""

    begin: bytes
    activities: tuple[bytes, ...]
    end: bytes


class Mutant(NamedTuple):
    """A file that was changed, and how."""

    data: bytes
    story: tuple[str, ...]
    whole: bytes | None = None
    """What it is the beginning of, where it was cut off and nothing else."""


_ACTIVITY = re.compile(rb"<iati-activity[\s>].*?</iati-activity>", re.DOTALL)


def taken_apart(data: bytes) -> Sample:
    """Take a file apart at its activities; one without any that can be found is one piece."""
    found = list(_ACTIVITY.finditer(data))
    if not found:
        return Sample(data, (), b"")
    return Sample(data[: found[0].start()], tuple(each[0] for each in found), data[found[-1].end() :])


def small(chance: Random, sample: Sample, limit: int = 60_000) -> bytes:
    """Give a file of one to three activities of another."""
    some = chance.sample(sample.activities, min(len(sample.activities), chance.choice((1, 1, 2, 3))))
    short = [each for each in some if len(each) <= limit] or some[:1]
    return sample.begin + b"\n".join(short) + sample.end


def mutant(chance: Random, samples: Sequence[Sample]) -> Mutant:
    """Give a new file made of parts of others."""
    data = small(chance, chance.choice(samples))
    story: list[str] = []
    kind = chance.choices(("cut", "bytes", "values", "tree"), (2, 12, 22, 60))[0]
    if kind == "cut":
        return Mutant(data[: chance.randrange(len(data) + 1)], ("cut",), data)
    other = small(chance, chance.choice(samples))
    if kind == "tree":
        data = _tree_changed(chance, data, other, story)
    for _ in range(_few(chance)):
        if kind == "bytes":
            change = chance.choice(BYTES)
            data = change(chance, data, other)
        elif kind == "values" or chance.random() < 0.05:
            change = chance.choice(VALUES)
            data = change(chance, data, other)
        else:
            continue
        story.append(change.__name__)
    if chance.random() < 0.05:
        data = _packed(chance, data)
        story.append("packed")
    return Mutant(data, tuple(story))


def _few(chance: Random) -> int:
    return min(1 + int(chance.expovariate(0.7)), 12)


# ------------------------------------------------------------------ bytes


def flip(chance: Random, data: bytes, _: bytes) -> bytes:
    """Change one bit."""
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _span(chance: Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.expovariate(1 / 200)))


def drop(chance: Random, data: bytes, _: bytes) -> bytes:
    """Take some bytes out."""
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def repeat(chance: Random, data: bytes, _: bytes) -> bytes:
    """Say some bytes again, up to many times."""
    start, end = _span(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 50)) + data[end:]


def splice(chance: Random, data: bytes, other: bytes) -> bytes:
    """Go on as another file does."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def insert_bytes(chance: Random, data: bytes, _: bytes) -> bytes:
    """Put in what no XML holds, or nearly none."""
    at = chance.choice((0, len(data), chance.randrange(len(data) + 1)))
    what = chance.choice(SCRAPS)
    return data[:at] + what + data[at:]


def truncate(chance: Random, data: bytes, _: bytes) -> bytes:
    """Cut the end off."""
    return data[: chance.randrange(len(data) + 1)]


def declare(chance: Random, data: bytes, _: bytes) -> bytes:
    """Declare an encoding, perhaps another than it is in."""
    encoding = chance.choice(ENCODINGS)
    declared = re.sub(rb"^\s*(\xef\xbb\xbf)?<\?xml.*?\?>", b"", data)
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + declared
    if chance.random() < 0.5:
        return declared
    try:
        return declared.decode().encode(encoding, "xmlcharrefreplace")
    except (UnicodeError, LookupError):
        return declared


BYTES = (flip, drop, repeat, splice, insert_bytes, truncate, declare)


# ------------------------------------------------------------------ values

_NUMBER = re.compile(rb"(?<=[>\"])[0-9.]+(?=[<\"])")
_DATE = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}[^\"'<]{0,20}")
_ATTRIBUTE = re.compile(rb"(?<==\")[^\"<]*(?=\")")
_TAG = re.compile(rb"<[a-z][-:\w]*")
_TEXT = re.compile(rb"(?<=>)[^<]*(?=<)")


def _escaped(text: str) -> bytes:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r", "&#13;").encode("utf-8", "xmlcharrefreplace")


def _replaced(chance: Random, data: bytes, what: "re.Pattern[bytes]", forms: Sequence[str]) -> bytes:
    found = list(what.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + _escaped(chance.choice(forms)) + data[one.end() :]


def number(chance: Random, data: bytes, _: bytes) -> bytes:
    """Write a number in another way."""
    return _replaced(chance, data, _NUMBER, NUMBERS)


def date(chance: Random, data: bytes, _: bytes) -> bytes:
    """Write a date in another way."""
    return _replaced(chance, data, _DATE, DATES)


def attribute(chance: Random, data: bytes, _: bytes) -> bytes:
    """Put another value into an attribute."""
    return _replaced(chance, data, _ATTRIBUTE, ODD)


def text(chance: Random, data: bytes, _: bytes) -> bytes:
    """Put other words into a text."""
    return _replaced(chance, data, _TEXT, ODD)


def markup(chance: Random, data: bytes, _: bytes) -> bytes:
    """Put a mark, comment, entity, section, instruction or tag somewhere, between two tags most of the time."""
    places = [each.start() for each in _TEXT.finditer(data)]
    at = chance.choice(places) if places and chance.random() < 0.8 else chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(MARKUP).encode() + data[at:]


def declared(chance: Random, data: bytes, _: bytes) -> bytes:
    """Put a namespace, and an attribute of it, into a tag."""
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    at = chance.choice(tags).end()
    return data[:at] + b" " + chance.choice(DECLARED).encode() + data[at:]


VALUES = (number, date, attribute, text, markup, declared)


# ------------------------------------------------------------------ trees


class _Names(NamedTuple):
    elements: tuple[str, ...]
    attributes: tuple[str, ...]


def _known_names() -> _Names:
    places = [line.split(" ")[0] for line in PATHS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    last = [place.rpartition("/")[2] for place in places]
    elements = dict.fromkeys(name for name in last if name[:1] != "@")
    attributes = dict.fromkeys(name[1:].replace("xml:lang", LANG) for name in last if name[:1] == "@")
    return _Names(tuple(elements), tuple(attributes))


NAMES = _known_names()


class _Forest(NamedTuple):
    """A tree that is changed, all its elements with their parents, and another tree to take pieces of."""

    root: ET.Element
    pairs: list[tuple[ET.Element, ET.Element]]
    other: ET.Element


def _tree_changed(chance: Random, data: bytes, other: bytes, story: list[str]) -> bytes:
    try:
        root, donor = ET.fromstring(data), ET.fromstring(other)  # noqa: S314  these are the files to begin with
    except (ET.ParseError, ValueError, LookupError):
        return data
    for _ in range(_few(chance)):
        pairs = [(parent, child) for parent in root.iter() for child in parent]
        if not pairs:
            break
        change = chance.choice(TREE)
        change(chance, _Forest(root, pairs, donor))
        story.append(change.__name__)
    encoding = chance.choice(("utf-8", "utf-8", "us-ascii", "utf-16"))
    try:
        changed: bytes = ET.tostring(root, encoding=encoding, xml_declaration=True)
    except (ValueError, TypeError, RecursionError):  # a name of ElementTree's own, or too deep for its writer
        return data
    return changed


def drop_element(chance: Random, forest: _Forest) -> None:
    """Take an element out."""
    parent, child = chance.choice(forest.pairs)
    parent.remove(child)


def double_element(chance: Random, forest: _Forest) -> None:
    """Let an element stand twice."""
    parent, child = chance.choice(forest.pairs)
    parent.insert(chance.randrange(len(parent) + 1), deepcopy(child))


def rename_element(chance: Random, forest: _Forest) -> None:
    """Call an element something else."""
    _, child = chance.choice(forest.pairs)
    child.tag = chance.choice((*NAMES.elements, FOREIGN + "x", FOREIGN + "narrative", "unknown", "iati-activities"))


def move_element(chance: Random, forest: _Forest) -> None:
    """Put an element elsewhere."""
    parent, child = chance.choice(forest.pairs)
    _, place = chance.choice(forest.pairs)
    if all(each is not place for each in child.iter()):
        parent.remove(child)
        place.insert(chance.randrange(len(place) + 1), child)


def shuffle_children(chance: Random, forest: _Forest) -> None:
    """Put the children of an element in another order."""
    parent, _ = chance.choice(forest.pairs)
    children = list(parent)
    chance.shuffle(children)
    parent[:] = children


def foreign_piece(chance: Random, forest: _Forest) -> None:
    """Put an element of another file here."""
    _, place = chance.choice(forest.pairs)
    piece = chance.choice([each for each in forest.other.iter() if each is not forest.other] or [ET.Element("x")])
    place.insert(chance.randrange(len(place) + 1), deepcopy(piece))


def new_element(chance: Random, forest: _Forest) -> None:
    """Put a new element here, with something in it or nothing."""
    _, place = chance.choice(forest.pairs)
    made = ET.Element(chance.choice((*NAMES.elements, FOREIGN + "x", "{urn:y}y", "unknown", "narrative")))
    if chance.random() < 0.5:
        made.set(chance.choice(NAMES.attributes), chance.choice(ODD))
    if chance.random() < 0.5:
        made.text = chance.choice(ODD)
    place.insert(chance.randrange(len(place) + 1), made)


def empty_element(chance: Random, forest: _Forest) -> None:
    """Take everything out of an element, or all but its attributes."""
    _, child = chance.choice(forest.pairs)
    attributes = dict(child.attrib)
    child.clear()
    if chance.random() < 0.5:
        child.attrib.update(attributes)


def drop_attribute(chance: Random, forest: _Forest) -> None:
    """Take an attribute away."""
    holders = [child for _, child in forest.pairs if child.attrib]
    if holders:
        holder = chance.choice(holders)
        del holder.attrib[chance.choice(list(holder.attrib))]


def set_attribute(chance: Random, forest: _Forest) -> None:
    """Give an attribute another value, or set one more."""
    _, holder = chance.choice(forest.pairs)
    own = list(holder.attrib) or ["code"]
    names = (*NAMES.attributes, FOREIGN + "a", "{urn:y}code", "unknown", "{http://www.w3.org/XML/1998/namespace}space")
    holder.set(chance.choice(own) if chance.random() < 0.6 else chance.choice(names), chance.choice(ODD))


def set_text(chance: Random, forest: _Forest) -> None:
    """Give an element other words."""
    _, child = chance.choice(forest.pairs)
    child.text = chance.choice(ODD)


def set_tail(chance: Random, forest: _Forest) -> None:
    """Put words between two elements."""
    _, child = chance.choice(forest.pairs)
    child.tail = chance.choice(ODD)


def nest_deeply(chance: Random, forest: _Forest) -> None:
    """Put an element into many others."""
    parent, child = chance.choice(forest.pairs)
    at = list(parent).index(child)
    parent.remove(child)
    tag = chance.choice((child.tag, "x", "narrative", FOREIGN + "x"))
    for _ in range(chance.choice((1, 2, 5, 200, 480))):
        outer = ET.Element(tag)
        outer.append(child)
        child = outer
    parent.insert(at, child)


def change_version(chance: Random, forest: _Forest) -> None:
    """State another version, on the root or an activity, or none."""
    holder = chance.choice((forest.root, forest.root, forest.pairs[0][1]))
    if chance.random() < 0.2:
        holder.attrib.pop("version", None)
    else:
        holder.set("version", chance.choice(VERSIONS))


def drop_defaults(_: Random, forest: _Forest) -> None:
    """State no currency and no language for the whole activity."""
    for activity in forest.root.iter("iati-activity"):
        activity.attrib.pop("default-currency", None)
        activity.attrib.pop(LANG, None)


TREE: tuple[Callable[[Random, _Forest], None], ...] = (
    drop_element,
    double_element,
    rename_element,
    move_element,
    shuffle_children,
    foreign_piece,
    new_element,
    new_element,
    empty_element,
    drop_attribute,
    set_attribute,
    set_attribute,
    set_text,
    set_tail,
    nest_deeply,
    change_version,
    drop_defaults,
)


# ------------------------------------------------------------------ packing


def _packed(chance: Random, data: bytes) -> bytes:
    if chance.random() < 0.5:
        packed = gzip.compress(data, mtime=0) + (gzip.compress(data, mtime=0) if chance.random() < 0.1 else b"")
    else:
        buffer = BytesIO()
        with ZipFile(buffer, "w", chance.choice((ZIP_DEFLATED, ZIP_STORED))) as archive:
            for name in ("a.xml", "__MACOSX/a.xml", "b.xml")[: chance.choice((1, 1, 1, 2, 3))]:
                archive.writestr(name, data)
        packed = buffer.getvalue()
    if chance.random() < 0.6:
        change = chance.choice((flip, flip, drop, insert_bytes, truncate, repeat))
        packed = change(chance, packed, zlib.compress(data))
    return packed
