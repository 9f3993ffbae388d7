"""Several projects at once: what a project and its parts state of the same money is counted at one of the two."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import evolve

from aidmodel.analysis.lines import Line, Outcome
from aidmodel.analysis.standing import Group
from aidmodel.errors import InvalidValue
from aidmodel.values.number import ARITHMETIC

Hierarchy: TypeAlias = Literal["parents", "children", "all"]
"""Where the money of a project and of its parts is counted: at the top, at the bottom, or wherever it is stated."""

_Name: TypeAlias = str | int
"""An identifier, or the position of a project without one."""
_UNDECIDED = (Outcome.COUNTED, Outcome.LEFT_OUT)


def resolved(found: Iterable[Group], hierarchy: Hierarchy | None) -> list[Line]:
    """Give the lines of several projects, none of them counted twice.

    With "parents", lines of a project do not count where those of a project above it do; with "children", where those
    of a project below it do. None is as "parents", but that parts which state more than the project above them are left
    out: they cannot be the same money. Which is above which, the related projects of either say; where two are said to be
    above each other, neither is. A project that is there twice counts where it first has lines.

    Raises:
        InvalidValue: there is no such hierarchy.

    """
    if hierarchy not in (None, "parents", "children", "all"):
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
        up = _over(above)
        over = _turned(up) if hierarchy == "children" else up
        elsewhere = {name: found & counting for name, found in over.items()}
        last = {name: {each for each in found if not elsewhere.get(each)} for name, found in elsewhere.items() if found}
        by_name: dict[_Name, Group] = {}
        for name, member in zip(names, members, strict=True):
            if member.lines:
                by_name.setdefault(name, member)  # what repeats it has been marked
        more = _stating_more(by_name, above, up, counting) if hierarchy is None else {}
        outcome = Outcome.IN_CHILDREN if hierarchy == "children" else Outcome.IN_PARENT
        _leave_to_relatives(by_name, last, outcome, more)
    return [line for member in members for line in member.lines]


def _leave_to_relatives(
    members: dict[_Name, Group], standing_for: dict[_Name, set[_Name]], outcome: Outcome, more: dict[_Name, str]
) -> None:
    """Mark the lines of projects that others stand for; ``more`` says of whom that cannot be."""
    for name, others in standing_for.items():
        if name not in members:
            continue
        if name in more:
            _mark(members[name].lines, Outcome.LEFT_OUT, more[name])
        else:
            last = sorted(map(str, others))
            rest = f" and {len(last) - 1} more" if len(last) > 1 else ""
            _mark(members[name].lines, outcome, f"counted in {last[0]}{rest}")


def _stating_more(
    members: dict[_Name, Group], above: dict[_Name, set[_Name]], over: dict[_Name, set[_Name]], counting: set[_Name]
) -> dict[_Name, str]:
    """Give, of families in which the parts of a project state more than it does, each part, with what to say of it."""
    parts: dict[_Name, list[_Name]] = {}
    head: dict[_Name, _Name] = {}
    for name in members:
        for parent in _next_counting(name, above, over, counting):
            parts.setdefault(parent, []).append(name)
            head[_head(head, name)] = _head(head, parent)
    notes: dict[_Name, str] = {}
    for parent, names in parts.items():
        whole, below = _sums([members[parent]]), _sums(members[name] for name in names)
        for code, amount in below.items():
            if amount > whole.get(code, 0):
                stated = f"{code} {whole[code]:,f}" if code in whole else f"nothing in {code}"
                note = (
                    f"{parent} states {stated}, and its parts {code} {amount:,f}: state hierarchy= to say what counts"
                )
                notes[_head(head, parent)] = note
    return {name: notes[_head(head, name)] for name in members if _head(head, name) in notes}


def _head(head: dict[_Name, _Name], name: _Name) -> _Name:
    """Give the project that stands for the family of one; the way there is kept short."""
    while (over := head.get(name, name)) != name:
        head[name] = head.get(over, over)
        name = over
    return name


def _next_counting(
    name: _Name, above: dict[_Name, set[_Name]], over: dict[_Name, set[_Name]], counting: set[_Name]
) -> set[_Name]:
    """Give the nearest projects above one that have lines that count."""
    found: set[_Name] = set()
    seen: set[_Name] = set()
    ahead = [*above.get(name, ())]
    while ahead:
        other = ahead.pop()
        if other in seen or other not in over.get(name, ()):
            continue
        seen.add(other)
        if other in counting:
            found.add(other)
        else:
            ahead.extend(above.get(other, ()))
    return found


def _sums(members: Iterable[Group]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for member in members:
        for line in member.lines:
            if line.outcome is Outcome.COUNTED and line.value is not None:
                code = line.value.currency
                sums[code] = ARITHMETIC.add(sums.get(code, Decimal(0)), line.value.amount)
    return sums


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
