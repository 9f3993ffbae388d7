"""Which lines of money stand: what is revised replaces what was original, and nothing counts twice."""

import datetime as dt
from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from attrs import evolve

from aidmodel.analysis.lines import Holder, Item, Line, Measure, Outcome, Planned, as_item, standing, trusted_line
from aidmodel.errors import InvalidValue
from aidmodel.model.budget import Budget, BudgetType, PlannedDisbursement
from aidmodel.model.organisation import Funder
from aidmodel.model.project import Project
from aidmodel.model.statement import RelationType
from aidmodel.model.transaction import Transaction, TransactionType
from aidmodel.rules.spans import overlapping
from aidmodel.values.code import Code
from aidmodel.values.span import DateSpan

_DISBURSED = (TransactionType.DISBURSEMENT, TransactionType.REIMBURSEMENT)
_TYPES: dict[Measure, frozenset[TransactionType]] = {
    Measure.COMMITTED: frozenset({TransactionType.OUTGOING_COMMITMENT}),
    Measure.DISBURSED: frozenset(_DISBURSED),
    Measure.EXPENDED: frozenset({TransactionType.EXPENDITURE}),
    Measure.SPENT: frozenset({*_DISBURSED, TransactionType.EXPENDITURE}),
    Measure.RECEIVED: frozenset({TransactionType.INCOMING_FUNDS}),
}
_HOLDS: dict[Measure, tuple[str, type]] = {
    Measure.BUDGETS: ("budgets", Budget),
    Measure.PLANNED_DISBURSEMENTS: ("planned_disbursements", PlannedDisbursement),
    Measure.CONTRIBUTIONS: ("participants", Funder),
}
_TRANSACTIONS = ("transactions", Transaction)


class Group(NamedTuple):
    """The lines of one project, or lines that were given without one; the project itself is not held."""

    lines: list[Line]
    identifier: str | None = None
    parents: tuple[str, ...] = ()
    """The identifiers of the projects that it says it is part of."""
    children: tuple[str, ...] = ()
    """The identifiers of those that it says are parts of it."""


def groups_of_projects(holder: Project | Iterable[Project], measures: Sequence[Measure]) -> Iterator[tuple[Group, ...]]:
    """Give the lines of several measures, project by project, looking at each once; see :func:`groups`.

    Raises:
        InvalidValue: it holds something else than projects.

    """
    if not isinstance(holder, Iterable) or isinstance(holder, str | bytes | Mapping):
        if not isinstance(holder, Project):
            raise InvalidValue(holder, "must be a project or several", "", "", "budgets")
        yield tuple(group for measure in measures for group in groups(holder, measure))
        return
    for position, each in enumerate(holder):
        if not isinstance(each, Project):
            raise InvalidValue(each, "must be a Project", "", f"[{position}]", "budgets")
        yield tuple(_of_project(each, measure, position) for measure in measures)


def groups(holder: Holder, measure: Measure) -> Iterator[Group]:
    """Give the lines of a measure, project by project, and what becomes of each within its project.

    Lines that are given without their project are taken for those of one.

    Raises:
        InvalidValue: it holds something else.

    """
    name, kind = _HOLDS.get(measure, _TRANSACTIONS)
    if isinstance(holder, Project):
        yield _of_project(holder, measure)
        return
    if isinstance(holder, kind):
        yield _group([as_item(holder)], "", measure, None)
        return
    if isinstance(holder, str | bytes | Mapping) or not isinstance(holder, Iterable):
        mend = "give its .value" if hasattr(holder, "report") else f"give a project, several, or its {name}"
        raise InvalidValue(holder, f"must hold {name}", mend, "", "budgets")
    loose: list[Item] = []
    for position, each in enumerate(holder):
        if isinstance(each, Project) and not loose:
            yield _of_project(each, measure, position)
        elif isinstance(each, kind) and len(loose) == position:
            loose.append(as_item(each))
        else:
            problem = f"must be a Project, or {kind.__name__} like all others"
            raise InvalidValue(each, problem, "", f"[{position}]", "budgets")
    if loose:
        yield _group(loose, "", measure, None)


def _of_project(project: Project, measure: Measure, position: int | None = None) -> Group:
    name, _ = _HOLDS.get(measure, _TRANSACTIONS)
    prefix = name if position is None else f"[{position}].{name}"
    return _group(getattr(project, name), prefix, measure, project)


def _group(items: Sequence[Item], prefix: str, measure: Measure, project: Project | None) -> Group:
    identifier = None if project is None else project.identifier
    related = () if project is None else project.related_projects
    if measure is Measure.CONTRIBUTIONS:
        found: Iterator[Line] = _given(items, prefix, identifier)
    elif measure in _TYPES:
        found = _moved(items, prefix, identifier, _TYPES[measure])
    else:
        found = _planned(items, prefix, identifier)
    by_type = {
        kind: tuple(each.ref for each in related if each.type is kind and each.ref and each.ref != identifier)
        for kind in (RelationType.PARENT, RelationType.CHILD)
    }
    return Group(list(found), identifier, by_type[RelationType.PARENT], by_type[RelationType.CHILD])


def _given(items: Iterable[Item], prefix: str, project: str | None) -> Iterator[Line]:
    """What each funder gives; other participants give nothing of their own."""
    first: dict[Funder, int] = {}
    for position, item in enumerate(items):
        if isinstance(item, Funder):
            path = f"{prefix}[{position}]"
            if first.setdefault(item, position) != position:
                note = f"the same as {prefix}[{first[item]}]"
                yield trusted_line(item, path, project, Outcome.REPEATED, note)
            else:
                yield standing(item, path, project)


def _moved(
    items: Iterable[Item], prefix: str, project: str | None, types: frozenset[TransactionType]
) -> Iterator[Line]:
    """Transactions count as they stand: below zero is a correction."""
    for position, item in enumerate(items):
        if not isinstance(item, Transaction):
            continue
        path = f"{prefix}[{position}]"
        if not isinstance(item.type, TransactionType):
            note = "its type is not stated" if item.type is None else f"its type {item.type} is none that is known"
            yield trusted_line(item, path, project, Outcome.LEFT_OUT, f"{note}, so it may be one of these")
        elif item.type in types:
            yield standing(item, path, project)


def of_days(lines: Iterable[Line], within: DateSpan) -> Iterator[Line]:
    """Give the payments of some days; one of which that cannot be said is left out."""
    for line in lines:
        date = line.item.date if isinstance(line.item, Transaction) else None
        inside = None if date is None else within.contains(date)
        if inside is None and line.outcome is Outcome.COUNTED:
            when = "it has no date" if date is None else f"it is of {date}"
            yield evolve(line, outcome=Outcome.LEFT_OUT, note=f"{when}, and may lie outside {within}")
        elif inside is not False:
            yield line


def _planned(holds: Sequence[Item], prefix: str, project: str | None) -> Iterator[Line]:
    """Budgets and planned disbursements: a revised one replaces what its days hold of originals for the same parties."""
    items = [item for item in holds if isinstance(item, Budget | PlannedDisbursement)]
    first: dict[Planned, int] = {}
    for position, item in enumerate(items):
        first.setdefault(item, position)
    distinct = [position for position, item in enumerate(items) if first[item] == position]
    replaced = _replaced(items, distinct)
    contradicting = _contradicting(items, distinct, prefix)
    doubts = _doubts(items, [position for position in distinct if position not in replaced], prefix)
    for position, revised in replaced.items():
        for at in revised:
            if _currency(items[position]) not in (None, _currency(items[at])):
                doubts[at] = f"it replaces {prefix}[{position}], which is in another currency"
    for position, item in enumerate(items):
        path = f"{prefix}[{position}]"
        if first[item] != position:
            yield trusted_line(item, path, project, Outcome.REPEATED, f"the same as {prefix}[{first[item]}]")
        elif isinstance(item.type, Code):
            note = f"its type {item.type} is neither original nor revised"
            yield trusted_line(item, path, project, Outcome.LEFT_OUT, note)
        elif position in contradicting:
            yield trusted_line(item, path, project, Outcome.LEFT_OUT, contradicting[position])
        elif position in replaced:
            yield trusted_line(
                item, path, project, Outcome.REPLACED, f"by {', '.join(f'{prefix}[{at}]' for at in replaced[position])}"
            )
        else:
            yield standing(item, path, project, doubts.get(position, ""))


def _parties(item: Planned) -> tuple[object, object]:
    return (item.provider, item.receiver) if isinstance(item, PlannedDisbursement) else (None, None)


def _currency(item: Planned) -> str | None:
    return None if item.value is None else item.value.currency


def _replaced(items: Sequence[Planned], positions: list[int]) -> dict[int, list[int]]:
    """Give, by their positions, the originals whose days revised lines stand for, and which those are, ten at most."""
    revised: dict[tuple[object, object], list[int]] = {}
    for position in positions:
        if items[position].type is BudgetType.REVISED:
            revised.setdefault(_parties(items[position]), []).append(position)
    found: dict[int, list[int]] = {}
    for parties, those in revised.items():
        by_span: dict[DateSpan, list[int]] = {}
        for at in those:
            if (span := items[at].span) is not None:
                by_span.setdefault(span, []).append(at)
        exact = sorted((span for span in by_span if span.exact), key=_first)
        starts = [_first(span) for span in exact]
        joined = DateSpan.merge(exact)
        begins = [_first(span) for span in joined]
        for position in positions:
            span = items[position].span
            original = items[position].type in (None, BudgetType.ORIGINAL)
            if span is None or not original or _parties(items[position]) != parties:
                continue
            same = by_span.get(span, [])
            if not same and span.exact:
                at = bisect(begins, _first(span)) - 1
                if at >= 0 and joined[at].encloses(span):
                    members = exact[bisect_left(starts, begins[at]) : bisect(starts, span.last or dt.date.max)]
                    over = islice((each for each in members if each.overlaps(span)), _NAMED)
                    same = [at for each in over for at in by_span[each]]
            if same:
                found[position] = same
    return found


_NAMED = 10
"""How many of the revised lines that stand for an original are named."""


def _first(span: DateSpan) -> dt.date:
    return span.first or dt.date.min


def _contradicting(items: Sequence[Planned], positions: list[int], prefix: str) -> dict[int, str]:
    """Give, by their positions, revised lines of one period: each says that it is the whole."""
    spans: dict[object, list[int]] = {}
    for position in positions:
        item = items[position]
        if item.type is BudgetType.REVISED and item.span is not None:
            spans.setdefault((_parties(item), item.span), []).append(position)
    several = [those for those in spans.values() if len(those) > 1]
    return {
        position: f"another revised line of its period says otherwise: {prefix}[{those[0] if position != those[0] else those[1]}]"
        for those in several
        for position in those
    }


def _doubts(items: Sequence[Planned], positions: list[int], prefix: str) -> dict[int, str]:
    """Give, by their positions, what is doubtful about lines that count: that others share their days."""
    kinds: dict[tuple[object, object], list[tuple[int, DateSpan]]] = {}
    notes: dict[int, str] = {}
    for position in positions:
        span = items[position].span
        if span is None:
            notes[position] = "it has no period"
        else:
            kinds.setdefault(_parties(items[position]), []).append((position, span))
    for spans in kinds.values():
        known = dict(spans)
        for position, (possible, other) in overlapping(spans).items():
            if known[position] == known[other]:
                notes[position] = f"{prefix}[{other}] is of the same period: taken for another part of it"
            elif not possible:
                notes[position] = f"its days overlap those of {prefix}[{other}]: taken for another part"
    return notes
