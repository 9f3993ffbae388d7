"""Several projects at once: a project and its parts state the same money, and it is counted at one of the two."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from attrs import evolve

from aidmodel.analysis.lines import Line, Outcome
from aidmodel.analysis.standing import Group
from aidmodel.errors import InvalidValue

Hierarchy: TypeAlias = Literal["parents", "children", "all"]
"""Where the money of a project and of its parts is counted: at the top, at the bottom, or wherever it is stated."""

_Name: TypeAlias = str | int
"""An identifier, or the position of a project without one."""
_UNDECIDED = (Outcome.COUNTED, Outcome.LEFT_OUT)


def resolved(found: Iterable[Group], hierarchy: Hierarchy) -> list[Line]:
    """Give the lines of several projects, none of them counted twice.

    With "parents", lines of a project do not count where those of a project above it do; with "children", where those
    of a project below it do. Which is above which, the related projects of either say; where two are said to be above
    each other, neither is. A project that is there twice counts where it first has lines.

    Raises:
        InvalidValue: there is no such hierarchy.

    """
    if hierarchy not in ("parents", "children", "all"):
        raise InvalidValue(hierarchy, 'must be "parents", "children" or "all"', "", "hierarchy", "budgets")
    members = list(found)
    names: list[_Name] = [
        position if each.identifier is None else each.identifier for position, each in enumerate(members)
    ]
    seen: set[_Name] = set()
    counting: set[_Name] = set()
    above: dict[_Name, set[_Name]] = {}
    for name, member in zip(names, members, strict=True):
        if name in seen:
            _mark(member.lines, Outcome.REPEATED, f"the project {name} is there before")
        if member.lines:
            seen.add(name)
        if any(line.outcome is Outcome.COUNTED for line in member.lines):
            counting.add(name)
        above.setdefault(name, set()).update(member.parents)
        for child in member.children:
            above.setdefault(child, set()).add(name)
    if hierarchy != "all":
        over = _over(above) if hierarchy == "parents" else _turned(_over(above))
        elsewhere = {name: found & counting for name, found in over.items()}
        outcome = Outcome.IN_PARENT if hierarchy == "parents" else Outcome.IN_CHILDREN
        for name, member in zip(names, members, strict=True):
            last = sorted(str(other) for other in elsewhere.get(name, ()) if not elsewhere.get(other))
            if last:
                more = f" and {len(last) - 1} more" if len(last) > 1 else ""
                _mark(member.lines, outcome, f"counted in {last[0]}{more}")
    return [line for member in members for line in member.lines]


def _over(above: dict[_Name, set[_Name]]) -> dict[_Name, set[_Name]]:
    """Give all that are above each project, however many steps up, but for those it is above itself."""
    reached: dict[_Name, set[_Name]] = {}
    for name, next_up in above.items():
        found: set[_Name] = set()
        ahead = [*next_up]
        while ahead:
            other = ahead.pop()
            if other not in found:
                found.add(other)
                ahead.extend(above.get(other, ()))
        reached[name] = found
    return {name: {other for other in found if name not in reached.get(other, ())} for name, found in reached.items()}


def _turned(over: dict[_Name, set[_Name]]) -> dict[_Name, set[_Name]]:
    """Give all that are below each project."""
    below: dict[_Name, set[_Name]] = {}
    for name, found in over.items():
        for other in found:
            below.setdefault(other, set()).add(name)
    return below


def _mark(lines: list[Line], outcome: Outcome, note: str) -> None:
    lines[:] = [evolve(line, outcome=outcome, note=note) if line.outcome in _UNDECIDED else line for line in lines]
