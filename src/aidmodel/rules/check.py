"""check(): everything that is wrong with a project, in one report."""

import datetime as dt
from typing import Any

import attrs

from aidmodel._fields import as_instance
from aidmodel.errors import InvalidValue
from aidmodel.issues import Issue, Report
from aidmodel.model import paths
from aidmodel.model.chain import ResultsChain
from aidmodel.model.project import Project
from aidmodel.rules import budgets, chain, dates, identity, indicators, names, targets, transactions, values
from aidmodel.rules.rule import Rule
from aidmodel.values.partial_date import as_day

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *names.RULES,
    *dates.RULES,
    *budgets.RULES,
    *transactions.RULES,
    *chain.RULES,
    *indicators.RULES,
    *targets.RULES,
    *values.RULES,
)
"""The rules that need nothing but the project and a day to judge by."""


def check(project: Project, *, as_of: dt.date | str) -> Report:
    """Judge a project and report every issue at once, in the order of the document.

    ``as_of`` is the day to judge by: a date after it lies in the future. There is no default, so that a report says the
    same tomorrow.

    Raises:
        InvalidValue: ``as_of`` is no day, or the project no project.

    >>> print(check(Project(identifier="XM-1-2", title="Wells"), as_of="2024-05-31").warnings[-1].message)
    no start date is given: state a planned or an actual start
    """
    try:
        day = as_day(as_of)
    except InvalidValue as error:
        raise error.under("as_of", "check") from None
    as_instance(project, Project)
    found = [issue for rule in RULES for issue in rule.issues(project, day)]
    return Report(tuple(sorted(found, key=lambda issue: (document_order(project, issue), issue.code))))


def document_order(project: Project, issue: Issue) -> tuple[int, ...]:
    """Give the place of an issue among the project's fields, to sort by."""
    order: list[int] = []
    thing: Any = project
    for step in paths.steps(issue.path):
        if isinstance(step, int):
            order.append(step)
            thing = thing[step] if isinstance(thing, tuple | ResultsChain) else None
        else:
            names = [field.name for field in attrs.fields(type(thing))] if attrs.has(type(thing)) else []
            order.append(names.index(step) if step in names else len(names))
            thing = getattr(thing, step, None)
    return tuple(order)
