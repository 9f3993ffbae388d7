"""What objects read from an IATI file hold, and which leaves of the file neither they nor the report account for."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

import attrs

from aidmodel import (
    Baseline,
    Direction,
    Funder,
    Header,
    Impact,
    Issue,
    OtherResult,
    Outcome,
    Output,
    Project,
    ProjectDate,
    Raw,
)
from aidmodel.model.element import Element
from iati_leaves import ACTIVITY, ROOT, SPACE, Leaf, below, kinds, leaves, one_spelling, parsed, without_numbers

OLD_CODES = {
    "transaction-type/@code": "if c d e ir lr r qp qs cg",
    "activity-date/@type": "start-planned start-actual end-planned end-actual",
    "participating-org/@role": "funding accountable extending implementing",
    "sector/@vocabulary": "dac dac-3 cofog nace ntee adt",
    "policy-marker/@vocabulary": "dac",
    "budget/@type": "original revised",
    "result/@type": "output outcome impact",
    "@gazetteer-ref": "geo nga osm",
}
"""The codes of 1.0x, and the words found in their place, in the order of the codes of 2.0x, which are 1, 2, 3 ..."""

OLD_WORDS = {"commitment": "c", "disbursement": "d", "expenditure": "e", "incoming funds": "if"}
"""The words for types of transactions."""


def values_of(held: object) -> Counter[str]:
    """Count all scalar values in projects, or whatever else is made of attrs classes, in one spelling each.

    An object that stands for a code by its class or by two fields counts with that code; raw content counts leaf by
    leaf; an object that holds nothing counts as one empty value.
    """
    return Counter(map(_key, _scalars(held)))


def _key(value: str) -> str:
    bare = value.strip(SPACE)
    return {"true": "1", "false": "0"}.get(bare) or one_spelling(bare)


_FLAGS: dict[Enum, str] = {Direction.INCREASE: "1", Direction.DECREASE: "0"}
_LEVELS: dict[type, str] = {Output: "1", Outcome: "2", Impact: "3", OtherResult: "9", Funder: "1"}
_EDGES = {"planned start": "1", "actual start": "2", "planned end": "3", "actual end": "4"}


def _scalars(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, bool):
        yield str(int(held))
    elif isinstance(held, Enum):
        yield _FLAGS.get(held, str(held.value))
    elif isinstance(held, dt.date):
        yield held.isoformat()
    elif isinstance(held, Raw):
        yield from _raw_values(held)
    elif isinstance(held, Header):
        yield from (value for each in _fields(held) if each != held.elements for value in _scalars(each))
        yield from (leaf.value for xml in held.elements for leaf in below(parsed(xml.encode()), ""))
    elif attrs.has(type(held)):
        inside = [value for each in _fields(held) for value in _scalars(each)]
        yield from inside
        yield from _meant(held)
        if not inside and isinstance(held, Element):
            yield ""
    elif isinstance(held, Mapping):
        yield from (value for pair in held.items() for value in _scalars(pair))
    elif isinstance(held, tuple | list):
        yield from (value for each in held for value in _scalars(each))
    elif held is not None:
        yield str(held)  # a number, or a date without its day


def _fields(held: object) -> list[object]:
    """Give the values of the fields of an object; none where it is not of an attrs class."""
    return [getattr(held, spec.name) for spec in getattr(type(held), "__attrs_attrs__", ())]


def _meant(held: object) -> Iterator[str]:
    """Give the codes that an object stands for without holding them."""
    if type(held) in _LEVELS:
        yield _LEVELS[type(held)]
    if isinstance(held, ProjectDate):
        yield from _EDGES.get(f"{held.kind} {held.edge}", "")
    if isinstance(held, Baseline) and isinstance(held.date, dt.date):
        yield str(held.date.year)


def _raw_values(raw: Raw) -> Iterator[str]:
    if raw.name.startswith(("@", "#")):
        yield raw.xml
    else:
        yield from (leaf.value for leaf in below(parsed(raw.xml.encode()), ""))


def raws_of(held: object) -> list[Raw]:
    """Give all raw content that projects, or parts of them, hold."""
    if isinstance(held, Raw):
        return [held]
    parts = held if isinstance(held, tuple | list) else _fields(held)
    return [raw for each in parts for raw in raws_of(each)]


def raw_leaves(held: object) -> int:
    """Count the leaves that sit in raw content."""
    return sum(len(list(_raw_values(raw))) for raw in raws_of(held))


# What is accounted for.


def unaccounted(xml: bytes, projects: Sequence[Project], report: Iterable[Issue], header: object = None) -> list[Leaf]:
    """Give the leaves of a file that are neither in an object, nor in raw content, nor named in the report.

    Each project has to hold the values of its own activity, as often as they stand there; those around the activities
    are looked for in the header. A currency or language equal to the activity's default need not be held again; where
    the report says that a project was upgraded, codes and dates of 1.0x count as what they are in 2.0x.
    """
    issues = list(report)
    found = leaves(xml)
    stores = [_Store(project, issues, f"[{number}]") for number, project in enumerate(projects)]
    around = _Store(header, issues, "")
    defaults: dict[str, str] = {
        leaf.place: leaf.value.strip(SPACE)
        for leaf in found
        if re.fullmatch(rf"{ACTIVITY}\[[0-9]+\]/@(default-currency|xml:lang)|{ROOT}/@version", leaf.place)
    }
    missing: list[Leaf] = []
    for leaf in found:
        number = re.match(rf"{ACTIVITY}\[([0-9]+)\]", leaf.place)
        at = int(number[1]) - 1 if number else -1
        store = around if number is None else stores[at] if at < len(stores) else _Store(None, issues, f"[{at}]")
        if not _inherited(leaf, defaults) and not store.takes(leaf):
            missing.append(leaf)
    return missing


def _inherited(leaf: Leaf, defaults: Mapping[str, str]) -> bool:
    if leaf.place.endswith(f"/{ROOT}/@version"):  # that of a root inside the root
        return leaf.value == defaults.get(f"{ROOT}/@version")
    activity, _, rest = leaf.place.partition("/")
    name = {"currency": "default-currency", "xml:lang": "xml:lang"}.get(rest.rpartition("/@")[2])
    known = without_numbers(leaf.place) in kinds() and "/" in rest
    return known and name is not None and defaults.get(f"{activity}/@{name}") == leaf.value.strip(SPACE)


class _Store:
    """The values of one project, or of the header, that no leaf has claimed yet."""

    def __init__(self, held: object, issues: Iterable[Issue], path: str) -> None:
        self.values = values_of(held)
        self.stray = [" ".join(raw.xml.split()) for raw in raws_of(held) if raw.name == "#text"]
        self.messages = [issue.message for issue in issues if issue.path.startswith(path) or not issue.path]
        codes = Counter(issue.code for issue in issues if issue.path.startswith(path))
        self.blank, self.upgraded = codes["iati.blank"], codes["iati.upgraded"] > 0

    def takes(self, leaf: Leaf) -> bool:
        """Say whether a leaf is accounted for, and take its value out."""
        place = without_numbers(leaf.place)
        ways = [[leaf.value], _translated(leaf) if self.upgraded else []]
        if place.endswith("/point/pos"):
            ways.append(leaf.value.split())
        if kinds().get(place) == "dateTime":
            ways.insert(0, _moment(leaf.value.strip(SPACE)))
        return any(self._holds(way) for way in ways if way) or self._names(leaf.value.strip(SPACE))

    def _holds(self, values: list[str]) -> bool:
        wanted = Counter(map(_key, values))
        if wanted <= self.values:
            self.values -= wanted
            return True
        return False

    def _names(self, value: str) -> bool:
        if not value:
            self.blank -= 1
            return self.blank >= 0
        if any(" ".join(value.split()) in text for text in self.stray):
            return True
        begun = {value[:50], repr(value)[1:51].rstrip("'\"")}
        after = r"(?![\w.]?\w)" if len(value) <= 50 else ""
        named = "|".join(rf"(?<![\w.]){re.escape(words)}{after}" for words in begun)
        return any(re.search(named, message) for message in self.messages)


def _moment(value: str) -> list[str]:
    try:
        return [dt.datetime.fromisoformat(value).isoformat()] if not re.search(r"\.[0-9]{7}", value) else []
    except ValueError:
        return []


def _translated(leaf: Leaf) -> list[str]:
    """Give what a code or date of 1.0x is in 2.0x; nothing where it is no such code or date."""
    value, place = leaf.value.strip(SPACE).casefold(), without_numbers(leaf.place)
    if day := re.fullmatch(
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[t ]00:00:00(?:\.0+)?)?(?:z|[+-][0-9]{2}:[0-9]{2})?", value
    ):
        return [day[1]]
    for end, codes in OLD_CODES.items():
        if place.endswith(end) and (code := OLD_WORDS.get(value, value)) in codes.split():
            return [str(codes.split().index(code) + 1)]
    return ["99"] if value == "ro" and place.endswith("@vocabulary") else []
