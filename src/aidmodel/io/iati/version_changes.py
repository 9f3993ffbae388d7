"""The changes that make a part of an old activity one of 2.03, each noted with the values it was made to."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from aidmodel.errors import shown
from aidmodel.io.iati import version_codes as old_codes
from aidmodel.io.iati.kinds import LANG, SPACE

_MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?(Z|[+-][0-9]{2}:[0-9]{2})?")
_DEGREES = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_EPSG_4326 = "http://www.opengis.net/def/crs/EPSG/0/4326"
_LONGEST_LABEL = 300  # what is longer could not be named whole, see errors.shown, and so it stays


class Upgrade(NamedTuple):
    """One change made to an activity to bring it to 2.03, or one thing that could not be brought to it and stays."""

    kind: str
    """The stable slug of the kind: "text-into-narrative", "date-type", "merged-languages"."""
    message: str
    """What was changed into what; it is true of each of the elements."""
    element: ET.Element
    """The first element it happened to, as it stands in the upgraded tree."""
    count: int  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]  # over tuple.count
    """How many elements of the activity it happened to."""


class Changes:
    """What was changed in one activity, and the language of its words."""

    __slots__ = ("_counts", "_first", "_kept", "language")

    def __init__(self, language: str) -> None:
        self.language: str = language
        self._counts: dict[tuple[str, ...], int] = {}
        self._first: dict[tuple[str, ...], ET.Element] = {}
        self._kept: dict[ET.Element, ET.Element] = {}

    def note(self, kind: str, element: ET.Element, *values: str) -> None:
        """Count a change; those of one kind with the same values are one."""
        change = (kind, *values)
        if change in self._counts:
            self._counts[change] += 1
        else:
            self._counts[change] = 1
            self._first[change] = element

    def moved(self, gone: ET.Element, kept: ET.Element) -> None:
        """Let what was noted of one element be said of the one it went into."""
        self._kept[gone] = kept

    def upgrades(self) -> list[Upgrade]:
        """Give all that was changed, in order of first appearance."""
        return [
            Upgrade(
                kind, old_codes.SENTENCES[kind].format(*map(shown, values)), self._kept.get(element, element), count
            )
            for ((kind, *values), element), count in zip(self._first.items(), self._counts.values(), strict=True)
        ]


class Step(NamedTuple):
    """What is done to an element, in this order."""

    first: Callable[[Changes, ET.Element], None] | None = None
    """What only this element needs."""
    codes: tuple[tuple[str, str, old_codes.Names], ...] = ()
    """Attributes that hold a code, each with the kind of the change and the codes."""
    days: tuple[str, ...] = ()
    """Attributes that hold a date."""
    words: bool = False
    """Whether it holds narratives in 2.03."""
    inside: "Mapping[str, Step] | None" = None
    """What is done to its children, by name."""


def _mend(changes: Changes, element: ET.Element, step: Step) -> None:
    first, codes, days, words, inside = step
    if first is not None:
        first(changes, element)
    for attribute, kind, names in codes:
        old = element.get(attribute)
        if old is None or not (code := old.strip(SPACE)):
            continue
        new = names.get(code.lower())
        if new is not None:
            element.set(attribute, new)
            changes.note(kind, element, old, new)
        elif code not in names.values() and code not in old_codes.NEWER.get(kind, ()):
            changes.note("unmapped-code", element, old, f"{element.tag}/@{attribute}")
    for attribute in days:
        old = element.get(attribute)
        if old and len(old) != 10 and (new := _day(old)) is not None and new != old.strip(SPACE):
            element.set(attribute, new)
            changes.note("date", element, old, new)
    if words:
        _into_narrative(changes, element)
    if inside is not None:
        descend(changes, element, inside)


def descend(changes: Changes, parent: ET.Element, inside: Mapping[str, Step]) -> None:
    """Change everything in an element, step by step, each kind of child as ``inside`` has it."""
    languages = False
    for child in parent:
        step = inside.get(child.tag)
        if step is not None:
            languages = languages or child.get(LANG) is not None
            _mend(changes, child, step)
    if languages:
        _merge_languages(changes, parent, inside)


def _own_text(element: ET.Element) -> str:
    text = element.text or ""
    if len(element):
        text += "".join(child.tail or "" for child in element)
    return text.strip(SPACE)


def _without_text(element: ET.Element) -> None:
    element.text = None
    for child in element:
        child.tail = None


def _remove(parent: ET.Element, gone: Collection[ET.Element]) -> None:
    stay = [child for child in parent if child not in gone]
    # ElementTree takes what follows an element for a part of it
    strays = [child.tail for child in parent if child.tail and child in gone and child.tail.strip(SPACE)]
    if strays:
        parent.text = "".join([parent.text or "", *strays])
    parent[:] = stay


def _into_narrative(changes: Changes, element: ET.Element) -> None:
    text = _own_text(element)
    language = element.get(LANG)
    if text:
        changes.note("text-into-narrative", element, element.tag)
    elif language and not len(element):
        changes.note("language-into-narrative", element, element.tag, language)
    else:
        return
    _without_text(element)
    narrative = ET.Element("narrative")
    narrative.text = text or None
    if language is not None:
        narrative.set(LANG, language)
        del element.attrib[LANG]
    element.insert(0, narrative)


def _merge_languages(changes: Changes, parent: ET.Element, inside: Mapping[str, Step]) -> None:
    """Make one of elements that are equal but for the language they are in.

    Where there are several of each (two conditions of one type, each in two languages), they are told apart only if
    the languages come in the same order again and again; else all stay as they are.
    """
    alike: dict[tuple[object, ...], list[tuple[str, ET.Element]]] = {}
    for child in parent:
        step = inside.get(child.tag)
        if step is None or not step.words or len(child) != 1 or child[0].tag != "narrative":
            continue
        identity = old_codes.IDENTITY.get(child.tag)
        if identity is None or child.get(identity, "").strip(SPACE):
            language = (child[0].get(LANG) or changes.language).lower()
            alike.setdefault((child.tag, *sorted(child.items())), []).append((language, child))
    gone: set[ET.Element] = set()
    for variants in alike.values():
        languages = [language for language, _ in variants]
        size = len(set(languages))
        if size == 1 or languages != languages[:size] * (len(variants) // size):
            continue
        for start in range(0, len(variants), size):
            kept = variants[start][1]
            for _, variant in variants[start + 1 : start + size]:
                kept.append(variant[0])
                gone.add(variant)
                changes.moved(variant, kept)
            changes.note("merged-languages", kept, kept.tag)
    if gone:
        _remove(parent, gone)


def _day(text: str) -> str | None:
    """Give the day of a date written with a midnight or a Z, and its zone where it has one; None for all else."""
    parts = _MIDNIGHT.fullmatch(text.strip(SPACE))
    if parts is None:
        return None
    try:
        dt.date.fromisoformat(parts[1])
    except ValueError:
        return None
    return parts[1] if parts[2] in (None, "Z", "+00:00", "-00:00") else parts[1] + parts[2]


def day_from_text(changes: Changes, element: ET.Element) -> None:
    """Give a date without ``@iso-date`` the day its text is; take off text that only says the same day again."""
    text = _own_text(element)
    if not text or (day := _day(text)) is None:
        return
    stated = element.get("iso-date", "").strip(SPACE)
    if not stated:
        element.set("iso-date", day)
        changes.note("date-from-text", element, text, day)
    elif (_day(stated) or "")[:10] == day[:10]:
        changes.note("date-label", element, text, element.tag)
    else:
        return
    _without_label(changes, element)


def _without_label(changes: Changes, element: ET.Element) -> None:
    _without_text(element)
    language = element.attrib.pop(LANG, None)
    if language is not None:
        changes.note("label-language", element, element.tag, language)


def label(changes: Changes, element: ET.Element) -> None:
    """Take off the words beside a code."""
    _beside(changes, element, "code", "label")


def name_of_relation(changes: Changes, element: ET.Element) -> None:
    """Take off the words beside the identifier of a related activity."""
    _beside(changes, element, "ref", "reference-label")


def _beside(changes: Changes, element: ET.Element, attribute: str, kind: str) -> None:
    """Take off the words beside an attribute, which alone says in 2.03 what both say."""
    code = element.get(attribute, "").strip(SPACE)
    words = _own_text(element) if code else ""
    if words and len(words) <= _LONGEST_LABEL:
        changes.note(kind, element, words, code, element.tag)
        _without_label(changes, element)


def identifier_from_text(changes: Changes, element: ET.Element) -> None:
    """Make the text of an other-identifier its ``@ref``, and its owner an element."""
    text = _own_text(element)
    if text and not element.get("ref", "").strip(SPACE):
        element.set("ref", text)
        _without_text(element)
        changes.note("other-identifier", element, text)
    ref, name = element.get("owner-ref"), element.get("owner-name")
    if element.find("owner-org") is not None or not f"{ref or ''}{name or ''}".strip(SPACE):
        return
    owner = ET.SubElement(element, "owner-org")
    if ref is not None:
        owner.set("ref", ref)
        del element.attrib["owner-ref"]
    if name is not None:
        ET.SubElement(owner, "narrative").text = name.strip(SPACE)
        del element.attrib["owner-name"]
    changes.note("owner", owner, ref or "", name or "")


def website_to_link(changes: Changes, element: ET.Element) -> None:
    """Make an activity-website a document-link."""
    url = _own_text(element)
    if url and not {"url", "format"} & element.attrib.keys():
        element.tag = "document-link"
        element.set("url", url)
        element.set("format", "text/html")
        _without_text(element)
        ET.SubElement(element, "category", {"code": "A12"})
        changes.note("website", element, url)


def language_of_document(changes: Changes, element: ET.Element) -> None:
    """Make the language of a document an element."""
    language = element.get("language", "").strip(SPACE)
    if language and len(language.split()) == 1 and element.find("language") is None:
        del element.attrib["language"]
        ET.SubElement(element, "language", {"code": language})
        changes.note("document-language", element, language)


def flag_of_crs(changes: Changes, element: ET.Element) -> None:
    """Give an aidtype-flag the name it has now."""
    label(changes, element)
    element.tag = "other-flags"
    changes.note("other-flags", element, element.get("code", ""))


def place(changes: Changes, location: ET.Element) -> None:
    """Make the coordinates, gazetteer entry and type of a location what 2.03 has for them."""
    _coordinates_to_point(changes, location)
    for entry in location.iterfind("gazetteer-entry"):
        agency, code = entry.get("gazetteer-ref", ""), _own_text(entry)
        vocabulary = old_codes.GAZETTEERS.get(agency.strip(SPACE).lower())
        if vocabulary is not None and code and not {"vocabulary", "code"} & entry.attrib.keys():
            entry.tag = "location-id"
            entry.set("vocabulary", vocabulary)
            entry.set("code", code)
            del entry.attrib["gazetteer-ref"]
            _without_text(entry)
            changes.note("location-id", entry, code, agency, vocabulary)
    kind = location.find("location-type")
    if kind is not None and kind.get("code") and location.find("feature-designation") is None:
        label(changes, kind)
        kind.tag = "feature-designation"  # both are of the list LocationType
        changes.note("feature-designation", kind, kind.get("code", ""))


def _coordinates_to_point(changes: Changes, location: ET.Element) -> None:
    coordinates = location.find("coordinates")
    if coordinates is None or location.find("point") is not None:
        return
    latitude, longitude = (coordinates.get(name, "").strip(SPACE) for name in ("latitude", "longitude"))
    if not (_DEGREES.fullmatch(latitude) and _DEGREES.fullmatch(longitude)):
        if latitude or longitude:
            changes.note("coordinates", coordinates, latitude, longitude)
        return
    point = ET.SubElement(location, "point", {"srsName": _EPSG_4326})
    ET.SubElement(point, "pos").text = f"{latitude} {longitude}"
    del coordinates.attrib["latitude"]
    del coordinates.attrib["longitude"]
    changes.note("point", point, f"{latitude} {longitude}")
    if not coordinates.attrib and not len(coordinates) and not _own_text(coordinates):
        _remove(location, {coordinates})
    elif precision := coordinates.get("precision"):
        changes.note("precision", coordinates, precision)
