"""Which element, attribute and text of IATI belongs to which field: found once from the model's own fields.

The model says it: each field that IATI has carries ``metadata={"iati": ...}``, and its annotation says of what kind the
value is. What does not go one to one (a span of two elements, money of a number and a currency) stands in
:mod:`aidmodel.io.iati.parts`.
"""

import datetime as dt
import types
import typing
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, final

import attrs
from attrs import frozen

from aidmodel.io.iati.kinds import CODE, DAY, DECIMAL, FLAG, LANG, STRING, TIMESTAMP, WHOLE, Kind, listed
from aidmodel.io.iati.parts import PARTS, Part, Slot, code_list, one
from aidmodel.io.iati.standard import CHILDREN, NOT_HERE, RENAMED
from aidmodel.model.chain import ResultsChain
from aidmodel.model.element import Element
from aidmodel.model.organisation import Participant
from aidmodel.model.project import Project
from aidmodel.model.result import Result
from aidmodel.values.code import Code, Listed
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.text import Text


class Words(NamedTuple):
    """A child that holds narratives."""

    field: str
    many: bool


class Nodes(NamedTuple):
    """A child that is a node of its own; ``many`` of them, or one."""

    field: str
    many: bool
    plan: "Plan"


class Listing(NamedTuple):
    """A child that stands once for each item of a field: a code, a reference, a telephone number."""

    field: str
    part: Part


@final
@frozen(kw_only=True, eq=False)
class Plan:
    """How one element is read into an object of a class, and written again."""

    cls: type[Any]
    tag: str
    narratives: str | None
    """The field that holds the element's own narratives."""
    parts: tuple[Part, ...]
    words: dict[str, Words]
    nodes: dict[str, Nodes]
    listings: dict[str, Listing]
    wrapped: dict[str, tuple[str, Nodes]]
    """By the tag of a leaf that holds nodes: their tag, and what they are."""
    order: tuple[str, ...]
    """The tags of its children, as they are written."""
    homeless: tuple[str, ...]
    """The fields of the class that IATI has no place for."""

    slots: dict[str, dict[str, tuple[Part, int]]]
    """By the tag of a leaf ('' is the element itself): the part and position of each attribute and text, by name."""


@cache
def activity() -> Plan:
    """Give the plan of an activity, and in it of everything."""
    return _plan(Project, "iati-activity", "")


def _plan(cls: type[Any], tag: str, parent: str) -> Plan:
    hints = typing.get_type_hints(cls)
    parts: dict[tuple[str, ...], Part] = {}
    words: dict[str, Words] = {}
    nodes: dict[str, Nodes] = {}
    listings: dict[str, Listing] = {}
    wrapped: dict[str, tuple[str, Nodes]] = {}
    narratives: str | None = None
    homed: set[str] = set()
    for field in attrs.fields(cls):
        place: str = field.metadata.get("iati", "")
        if not place:
            continue
        name = field.name
        many, kinds = _of(hints[name])
        special = PARTS.get((cls, name)) or PARTS.get((tag, name))
        if special is not None:
            part = special(tag)
            parts[part.fields] = part
            homed.update(part.fields)
            continue
        child, slash, attribute = place.partition("/")
        if (parent, tag) in NOT_HERE and place in NOT_HERE[parent, tag]:
            continue
        homed.add(name)
        if place == "narrative":
            narratives = name
        elif place.startswith("@"):
            called = f"@{LANG}" if place == "@xml:lang" else RENAMED.get((parent, tag, place), place)
            parts[name,] = one(name, Slot("", called, _kind_of(kinds)))
        elif slash and not attribute.startswith("@"):
            wrapped[child] = attribute, Nodes(name, many, _plan(kinds[0], attribute, child))
        elif kinds == (Text,):
            words[child] = Words(name, many)
        elif kinds == (ResultsChain,):
            nodes[child] = Nodes(name, True, _plan(Result, child, tag))
        elif issubclass(kinds[0], Element):
            made = Participant if Participant in kinds else kinds[0]
            nodes[child] = Nodes(name, many, _plan(made, child, tag))
        elif many and kinds == (Code,) and not slash:
            listings[child] = Listing(name, code_list(child))
        elif many:
            listings[child] = Listing(name, one(name, Slot(child, attribute or "#text", _kind_of(kinds))))
        else:
            parts[name,] = one(name, Slot(child, attribute or "#text", _kind_of(kinds)))
    if cls is Result:
        part = PARTS[Result, "class"](tag)
        parts[part.fields] = part
    slots: dict[str, dict[str, tuple[Part, int]]] = {child: {} for child in ("", *wrapped)}
    for part in parts.values():
        for at, slot in enumerate(part.slots):
            slots.setdefault(slot.child, {})[slot.name] = part, at
    return Plan(
        slots=slots,
        cls=cls,
        tag=tag,
        narratives=narratives,
        parts=tuple(parts.values()),
        words=words,
        nodes=nodes,
        listings=listings,
        wrapped=wrapped,
        order=tuple(CHILDREN.get(tag, "").split()),
        homeless=tuple(field.name for field in attrs.fields(cls) if field.name not in homed and field.name != "extras"),
    )


def _of(annotation: Any) -> tuple[bool, tuple[Any, ...]]:
    """Give whether an annotation is for several items, and the types of one, None aside."""
    if typing.get_origin(annotation) is tuple:
        return True, _of(typing.get_args(annotation)[0])[1]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return False, tuple(each for each in typing.get_args(annotation) if each is not type(None))
    return False, (annotation,)


_KINDS: dict[Any, Kind] = {
    str: STRING,
    bool: FLAG,
    int: WHOLE,
    Decimal: DECIMAL,
    dt.date: DAY,
    dt.datetime: TIMESTAMP,
    Code: CODE,
}


def _kind_of(kinds: tuple[Any, ...]) -> Kind:
    """Give the kind of a value: partial dates are written by no IATI file, and open lists hold codes, too."""
    first = next(each for each in kinds if each is not PartialDate)
    return _listed(first) if issubclass(first, Listed) else _KINDS[first]


_listed = cache(listed)
