"""What changed from one state of a project to another, fact by fact."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any, final

import attrs
from attrs import Factory, field, frozen

from aidmodel._fields import as_instance, named
from aidmodel.errors import InvalidValue, join_path, shown
from aidmodel.model.budget import Amount, Budget, BudgetItem, CountryBudgetItems, PlannedDisbursement
from aidmodel.model.chain import ResultsChain
from aidmodel.model.classification import HumanitarianScope, PolicyMarker, Reference, Sector, Tag
from aidmodel.model.document import Document
from aidmodel.model.element import Element
from aidmodel.model.indicator import Disaggregation, Indicator, Period
from aidmodel.model.link import Assumption, Link, Risk
from aidmodel.model.measurement import Actual, Baseline, Dimension, Target, TargetRevision
from aidmodel.model.oecd import CrsAdd, CrsFlag, Forecast, ForwardSpending, LoanStatus, LoanTerms
from aidmodel.model.organisation import Contact, Funder, Organisation, Participant, Party, ReportingOrganisation
from aidmodel.model.paths import steps
from aidmodel.model.place import AdministrativeArea, Country, Location, Point, Region
from aidmodel.model.project import Project
from aidmodel.model.result import Activity, Figure, Impact, Input, Node, OtherResult, Outcome, Output, Result
from aidmodel.model.statement import (
    Alignment,
    Condition,
    ContextFact,
    Description,
    LegacyDatum,
    OtherIdentifier,
    ProjectDate,
    Provenance,
    RelatedProject,
)
from aidmodel.model.transaction import Transaction
from aidmodel.values.code import Listed, one_of
from aidmodel.values.plain import as_string_or_none, as_words
from aidmodel.values.text import Text
from aidmodel.values.timestamp import timestamp_text

_NODE = (("id",), ("title",))
_CLASSIFICATION = (("vocabulary", "code"), ("code",), ("name",))
_ORGANISATION = (("ref",), ("name",))

# The fields by which two items of a list are taken for the same thing, best first; all of a group have to be stated
# and equal. Items that agree in none, or whose class is not here, are the same if they stand at the same place.
NAMES: dict[type, tuple[tuple[str, ...], ...]] = {
    Project: (("identifier",), ("title",)),
    Description: (("type",), ("text",)),
    Participant: (("ref", "role"), ("name", "role"), ("ref",), ("name",)),
    Funder: _ORGANISATION,
    Organisation: _ORGANISATION,
    ReportingOrganisation: _ORGANISATION,
    Party: _ORGANISATION,
    OtherIdentifier: (("ref",), ("scheme",)),
    ProjectDate: (("kind", "edge"),),
    Contact: (("person_name",), ("emails",), ("organisation",)),
    Country: (("code",), ("name",)),
    Region: (("code",), ("name",)),
    Location: (("ref",), ("name",)),
    Point: (("latitude", "longitude"),),
    AdministrativeArea: (("code",), ("level",)),
    Sector: _CLASSIFICATION,
    Tag: _CLASSIFICATION,
    HumanitarianScope: _CLASSIFICATION,
    PolicyMarker: _CLASSIFICATION,
    Reference: _CLASSIFICATION,
    Amount: (("kind",),),
    Budget: (("span", "type"), ("span",)),
    BudgetItem: (("code",), ("description",)),
    CountryBudgetItems: (("vocabulary",),),
    PlannedDisbursement: (("span", "type"), ("span",)),
    Transaction: (("ref",), ("type", "date", "receiver"), ("type", "date")),
    Document: (("url",), ("title",)),
    RelatedProject: (("ref",),),
    CrsAdd: (("channel_code",),),
    CrsFlag: (("code",),),
    LoanTerms: (("commitment_date",),),
    LoanStatus: (("year",),),
    ForwardSpending: (("extraction_date",),),
    Forecast: (("year",),),
    LegacyDatum: (("name",), ("iati_equivalent",)),
    Condition: (("text",),),
    Alignment: (("name",),),
    ContextFact: (("statement",),),
    Provenance: (("path",),),
    Input: _NODE,
    Activity: _NODE,
    Result: _NODE,
    Output: _NODE,
    Outcome: _NODE,
    Impact: _NODE,
    OtherResult: _NODE,
    Link: (("to",),),
    Assumption: (("statement",),),
    Risk: (("statement",),),
    Figure: (("role", "quantity"), ("role",)),
    Indicator: (("id",), ("title",)),
    Disaggregation: (("name",),),
    Dimension: (("name",),),
    Period: (("span",),),
    Baseline: (("date", "dimensions"), ("dimensions",), ("date",)),
    Target: (("due", "dimensions"), ("dimensions",), ("due",)),
    TargetRevision: (("revised_on",),),
    Actual: (("source", "dimensions"), ("dimensions",), ("source",)),
}
_RANKS = max(map(len, NAMES.values()))


@final
class ChangeKind(Listed):
    """What happened to a fact."""

    ADDED = "added"
    """It is only in the new state."""
    REMOVED = "removed"
    """It is only in the old state."""
    CHANGED = "changed"
    """It is another one."""
    REORDERED = "reordered"
    """A list holds the same things in another order."""


def _as_kind(value: ChangeKind | str) -> ChangeKind:
    return one_of(ChangeKind, value)


def _as_path(value: str) -> str:
    steps(as_words(value))
    return value


def _as_personal(value: bool) -> bool:
    return as_instance(value, bool)


def _is_personal(change: "Change") -> bool:
    return "contacts" in steps(change.path) or any(
        isinstance(each, Contact)
        for state in (change.old, change.new)
        for each in (state if isinstance(state, tuple) else (state,))
    )


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Change:
    """
    One fact that differs between two states.

    Its text leaves out what a contact holds; a project is written without its contacts anyway.

    >>> print(Change(kind="added", path="contacts[0]", new=Contact(emails="somebody@example.org")))
    added     contacts[0]: personal data, not shown
    """

    kind: ChangeKind = field(converter=_as_kind)
    """What happened to it."""
    path: str = field(converter=_as_path)
    """The way to it in the new state; for what was removed, in the old one."""
    id: str | None = field(default=None, converter=as_string_or_none)
    """The id of the innermost node, indicator or project on that way that has one; None: none has."""
    old: Any = None
    """The fact as it was; None: there was none."""
    new: Any = None
    """The fact as it is; None: there is none."""
    personal: bool = field(default=Factory(_is_personal, takes_self=True), converter=_as_personal)
    """Whether it is about a contact or a part of one; found from the path and the facts where it is not given."""

    def __str__(self) -> str:
        where = f"{self.kind:<9} {self.path or '(whole)'}{f' ({self.id})' if self.id else ''}"
        if self.kind is ChangeKind.REORDERED:
            return where
        if self.personal:
            return f"{where}: personal data, not shown"
        if _is_moved(self.old, self.new):
            return f"{where}: {type(self.old).__name__} -> {type(self.new).__name__}"
        states = [
            _said(state)
            for state, there in (
                (self.old, self.kind is not ChangeKind.ADDED),
                (self.new, self.kind is not ChangeKind.REMOVED),
            )
            if there
        ]
        return f"{where}: {' -> '.join(states)}"

    def __repr__(self) -> str:
        return f"<Change: {self}>"


def _is_moved(old: object, new: object) -> bool:
    """Say whether a node was moved to another level, which is another class."""
    return isinstance(old, Node) and isinstance(new, Node) and type(old) is not type(new)


def _said(value: Any) -> str:
    return (
        "not stated"
        if value is None or value == ()
        else shown(str(value))
        if isinstance(value, Text)
        else repr(value)
        if isinstance(value, Element | str)
        else timestamp_text(value)
        if isinstance(value, datetime)
        else str(value)
    )


def diff(old: Any, new: Any) -> tuple[Change, ...]:
    """List the facts that differ between two states of a project, of a part of one, or of a tuple of projects.

    Things in lists are matched by what names them (id, title, code, span), not by their place: where only the order
    changed, one change says so. A node that was moved to another level has one change for the whole of it, with the
    old and the new node, and one for each of its facts that differs. The list is empty just where the two are equal.

    Raises:
        InvalidValue: the two are not of one class.

    >>> from aidmodel.model.project import Project
    >>> for change in diff(Project(title="Wells"), Project(title="Wells", fund_year=2017)):
    ...     print(change)
    added     fund_year: 2017
    >>> before = Project(chain=Output(id="use", title="Wells in use"))
    >>> after = Project(chain=Outcome(id="use", title="Wells in use", depth="immediate"))
    >>> for change in diff(before, after):
    ...     print(change)
    changed   chain[0] (use): Output -> Outcome
    added     chain[0].depth (use): immediate
    """
    if type(old) is not type(new):
        raise InvalidValue(type(new).__name__, f"cannot be compared with a {type(old).__name__}")
    return tuple(_compared(old, new, _Way()))


@final
@frozen
class _Way:
    """Where a comparison has come to."""

    old: str = ""
    new: str = ""
    known: str | None = None
    """The id of the innermost node, indicator or project that has one."""
    personal: bool = False
    """Whether it is inside a contact."""

    def down(self, old: str, new: str) -> "_Way":
        return _Way(join_path(self.old, old), join_path(self.new, new), self.known, self.personal)

    def into(self, thing: Any) -> "_Way":
        return _Way(self.old, self.new, _id(thing) or self.known, self.personal or isinstance(thing, Contact))

    def change(self, kind: ChangeKind, old: Any = None, new: Any = None) -> Change:
        here = self.into(old if kind is ChangeKind.REMOVED else new)
        path = self.old if kind is ChangeKind.REMOVED else self.new
        return Change(kind=kind, path=path, id=here.known, old=old, new=new, personal=here.personal)


def _compared(old: Any, new: Any, way: _Way) -> Iterator[Change]:
    if old == new or (_is_nothing(old) and _is_nothing(new)):
        return
    if isinstance(old, ResultsChain) and isinstance(new, ResultsChain):
        yield from _lists(old.nodes, new.nodes, way)
    elif isinstance(old, Element) and isinstance(new, Element) and (type(old) is type(new) or _is_moved(old, new)):
        if type(old) is not type(new):
            yield way.change(ChangeKind.CHANGED, old, new)
        inside = way.into(new)
        for name in dict.fromkeys(
            field.name for cls in (type(new), type(old)) for field in attrs.fields(cls) if field.eq
        ):
            yield from _compared(getattr(old, name, ()), getattr(new, name, ()), inside.down(name, name))
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _lists(old, new, way)
    elif _is_nothing(old):
        yield way.change(ChangeKind.ADDED, new=new)
    elif _is_nothing(new):
        yield way.change(ChangeKind.REMOVED, old=old)
    else:
        yield way.change(ChangeKind.CHANGED, old, new)


def _lists(old: Sequence[Any], new: Sequence[Any], way: _Way) -> Iterator[Change]:
    pairs = _matched(old, new)
    back = {after: before for before, after in pairs.items()}
    for at, item in enumerate(old):
        if at not in pairs:
            yield way.down(f"[{at}]", "").change(ChangeKind.REMOVED, old=item)
    order = [back[at] for at in range(len(new)) if at in back]
    if order != sorted(order):
        yield way.change(ChangeKind.REORDERED, tuple(old), tuple(new))
    for at, item in enumerate(new):
        if at in back:
            yield from _compared(old[back[at]], item, way.down(f"[{back[at]}]", f"[{at}]"))
        else:
            yield way.down("", f"[{at}]").change(ChangeKind.ADDED, new=item)


def _matched(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Pair the items of two lists: places in the old one to places in the new one."""
    pairs: dict[int, int] = {}
    left, right = list(range(len(old))), list(range(len(new)))

    def pair(key: Callable[[Any], Any]) -> None:
        before, after = _grouped(old, left, key), _grouped(new, right, key)
        for name, places in before.items():
            pairs.update(_alike(places, after.get(name, [])))
        taken = set(pairs.values())
        left[:] = [place for place in left if place not in pairs]
        right[:] = [place for place in right if place not in taken]

    pair(lambda item: (type(item), item))
    for rank in range(_RANKS):
        for family in (type, _family):
            if left and right:
                pair(partial(_name, rank, family))
    both = set(left) & set(right)
    return pairs | {
        place: place for place in both if isinstance(old[place], Element) and type(old[place]) is type(new[place])
    }


def _alike(before: list[int], after: list[int]) -> Iterator[tuple[int, int]]:
    """Pair the places of things that are named alike, in their order; where one side has more, same places first."""
    few = min(len(before), len(after))

    def kept(places: list[int], others: list[int]) -> list[int]:
        if len(places) == few:
            return places
        there = set(others)
        return sorted(sorted(places, key=lambda place: place not in there)[:few])

    return zip(kept(before, after), kept(after, before), strict=True)


def _grouped(items: Sequence[Any], places: list[int], key: Callable[[Any], Any]) -> dict[Any, list[int]]:
    groups: dict[Any, list[int]] = {}
    for place in places:
        name = key(items[place])
        if name is not None:
            groups.setdefault(name, []).append(place)
    return groups


def _name(rank: int, family: Callable[[Any], type], item: Any) -> tuple[Any, ...] | None:
    """What names an item, by the fields that come at a rank in its class; None where they are not all stated."""
    groups = NAMES.get(type(item), ())
    if rank >= len(groups):
        return None
    values = tuple(getattr(item, name) for name in groups[rank])
    # A value for no category is the total: to have no dimensions names it as well as any.
    stated = "dimensions" in groups[rank] or not any(_is_nothing(value) for value in values)
    return (family(item), *values) if stated else None


def _family(item: Any) -> type:
    """Give the class that an item keeps: a node may be moved to another level, and is one node all the same."""
    return Node if isinstance(item, Node) else type(item)


def _id(item: Any) -> str | None:
    return item.identifier if isinstance(item, Project) else item.id if isinstance(item, Node | Indicator) else None


def _is_nothing(value: Any) -> bool:
    return value is None or value == () or value == Text()
