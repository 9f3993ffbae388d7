"""What changed from one state of a project to another, fact by fact."""

from collections.abc import Iterator, Sequence
from typing import Any, final

import attrs
from attrs import frozen

from aidmodel.errors import InvalidValue, join_path, shown
from aidmodel.model.chain import ResultsChain
from aidmodel.model.element import Element
from aidmodel.values.code import Listed
from aidmodel.values.text import Text

# The fields by which two items of a list are taken for the same thing, best first; all of a group have to be stated
# and equal. Items that agree in none are the same if they stand at the same place, in one class.
_SAME: dict[str, tuple[tuple[str, ...], ...]] = {
    "Project": (("identifier",), ("title",)),
    "Description": (("type",), ("text",)),
    "Participant": (("ref", "role"), ("name", "role"), ("ref",), ("name",)),
    "Funder": (("ref",), ("name",)),
    "Organisation": (("ref",), ("name",)),
    "OtherIdentifier": (("ref",), ("scheme",)),
    "ProjectDate": (("kind", "edge"),),
    "Contact": (("person_name",), ("emails",), ("organisation",)),
    "Country": (("code",), ("name",)),
    "Region": (("code",), ("name",)),
    "Location": (("ref",), ("name",)),
    "AdministrativeArea": (("code",), ("level",)),
    "Sector": (("vocabulary", "code"), ("code",), ("name",)),
    "Tag": (("vocabulary", "code"), ("code",), ("name",)),
    "PolicyMarker": (("vocabulary", "code"), ("code",), ("name",)),
    "Reference": (("vocabulary", "code"), ("code",), ("name",)),
    "Amount": (("kind",),),
    "Budget": (("span", "type"), ("span",)),
    "PlannedDisbursement": (("span", "type"), ("span",)),
    "Transaction": (("ref",), ("type", "date", "receiver"), ("type", "date")),
    "Document": (("url",), ("title",)),
    "RelatedProject": (("ref",),),
    "Condition": (("text",),),
    "Alignment": (("name",),),
    "ContextFact": (("statement",),),
    "Link": (("to",),),
    "Assumption": (("statement",),),
    "Risk": (("statement",),),
    "Figure": (("role", "quantity"), ("role",)),
    "Indicator": (("id",), ("title",)),
    "Disaggregation": (("name",),),
    "Dimension": (("name",),),
    "Period": (("span",),),
    "Baseline": (("date", "dimensions"), ("dimensions",), ("date",)),
    "Target": (("due", "dimensions"), ("dimensions",), ("due",)),
    "Actual": (("source", "dimensions"), ("dimensions",), ("source",)),
}
_NODE = (("id",), ("title",))


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


@final
@frozen(kw_only=True)
class Change:
    """
    One fact that differs between two states.
    """

    kind: ChangeKind
    """What happened to it."""
    path: str
    """The way to it in the new state; for what was removed, in the old one."""
    id: str | None = None
    """The id of the innermost node or project on that way that has one; None: none has."""
    old: Any = None
    """The fact as it was; None: there was none."""
    new: Any = None
    """The fact as it is; None: there is none."""

    def __str__(self) -> str:
        where = f"{self.kind:<9} {self.path or '(whole)'}{f' ({self.id})' if self.id else ''}"
        if self.kind is ChangeKind.REORDERED:
            return where
        states = [
            _said(state)
            for state, there in (
                (self.old, self.kind is not ChangeKind.ADDED),
                (self.new, self.kind is not ChangeKind.REMOVED),
            )
            if there
        ]
        return f"{where}: {' -> '.join(states)}"


def _said(value: Any) -> str:
    return (
        "not stated"
        if value is None or value == ()
        else shown(str(value))
        if isinstance(value, Text)
        else repr(value)
        if isinstance(value, Element | str)
        else str(value)
    )


def diff(old: Any, new: Any) -> tuple[Change, ...]:
    """List the facts that differ between two states of a project, of a part of one, or of a tuple of projects.

    Things in lists are matched by what names them (id, title, code, span), not by their place: where only the order
    changed, one change says so. The list is empty just where the two are equal.

    Raises:
        InvalidValue: the two are not of one class.

    >>> from aidmodel.model.project import Project
    >>> for change in diff(Project(title="Wells"), Project(title="Wells", fund_year=2017)):
    ...     print(change)
    added     fund_year: 2017
    """
    if type(old) is not type(new):
        raise InvalidValue(type(new).__name__, f"cannot be compared with a {type(old).__name__}")
    return tuple(_compared(old, new, "", "", None))


def _compared(old: Any, new: Any, old_path: str, new_path: str, known: str | None) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, ResultsChain) and isinstance(new, ResultsChain):
        yield from _lists(old.nodes, new.nodes, old_path, new_path, known)
    elif isinstance(old, Element) and type(old) is type(new):
        inner = _id(new) or known
        for field in attrs.fields(type(old)):
            if field.eq:
                before, after = getattr(old, field.name), getattr(new, field.name)
                yield from _compared(
                    before, after, join_path(old_path, field.name), join_path(new_path, field.name), inner
                )
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _lists(old, new, old_path, new_path, known)
    elif _is_nothing(old):
        yield Change(kind=ChangeKind.ADDED, path=new_path, id=known, new=new)
    elif _is_nothing(new):
        yield Change(kind=ChangeKind.REMOVED, path=old_path, id=known, old=old)
    else:
        yield Change(kind=ChangeKind.CHANGED, path=new_path, id=known, old=old, new=new)


def _lists(old: Sequence[Any], new: Sequence[Any], old_path: str, new_path: str, known: str | None) -> Iterator[Change]:
    pairs = _matched(old, new)
    back = {after: before for before, after in pairs.items()}
    for at, item in enumerate(old):
        if at not in pairs:
            yield Change(kind=ChangeKind.REMOVED, path=f"{old_path}[{at}]", id=_id(item) or known, old=item)
    order = [back[at] for at in range(len(new)) if at in back]
    if order != sorted(order):
        yield Change(kind=ChangeKind.REORDERED, path=new_path, id=known, old=tuple(old), new=tuple(new))
    for at, item in enumerate(new):
        if at in back:
            yield from _compared(old[back[at]], item, f"{old_path}[{back[at]}]", f"{new_path}[{at}]", known)
        else:
            yield Change(kind=ChangeKind.ADDED, path=f"{new_path}[{at}]", id=_id(item) or known, new=item)


def _matched(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Pair the items of two lists: places in the old one to places in the new one."""
    pairs: dict[int, int] = {}
    left, right = list(range(len(old))), list(range(len(new)))

    def pair(before: dict[Any, list[int]], after: dict[Any, list[int]]) -> None:
        for key, places in before.items():
            for here, there in zip(places, after.get(key, ()), strict=False):
                pairs[here] = there
                left.remove(here)
                right.remove(there)

    pair(_grouped(old, left, lambda item: (type(item), item)), _grouped(new, right, lambda item: (type(item), item)))
    if not any(isinstance(item, Element) for item in (*old, *new)):
        return pairs
    for rank in range(max(map(len, _SAME.values()))):
        pair(
            _grouped(old, left, lambda item, rank=rank: _name(item, rank)),
            _grouped(new, right, lambda item, rank=rank: _name(item, rank)),
        )
    by_place = {there: there for there in right if there in left and type(old[there]) is type(new[there])}
    return pairs | by_place


def _grouped(items: Sequence[Any], places: list[int], key: Any) -> dict[Any, list[int]]:
    groups: dict[Any, list[int]] = {}
    for place in places:
        name = key(items[place])
        if name is not None:
            groups.setdefault(name, []).append(place)
    return groups


def _name(item: Any, rank: int) -> tuple[Any, ...] | None:
    """What names an item, by the fields that come at a rank in its class; None where they are not all stated."""
    groups = _SAME.get(type(item).__name__, _NODE)
    if rank >= len(groups):
        return None
    values = tuple(getattr(item, name, None) for name in groups[rank])
    # A value for no category is the total: to have no dimensions names it as well as any.
    stated = "dimensions" in groups[rank] or not any(_is_nothing(value) for value in values)
    return (_family(item), *values) if stated else None


def _family(item: Any) -> str:
    name = type(item).__name__
    return name if name in _SAME else "node"


def _id(item: Any) -> str | None:
    return getattr(item, "id", None) or getattr(item, "identifier", None)


def _is_nothing(value: Any) -> bool:
    return value is None or value == () or value == Text()
