"""Rules on the names and codes by which one part of a project means another, or an entry of a list."""

import datetime as dt
from collections.abc import Iterator

from aidmodel.errors import AidModelError, near
from aidmodel.issues import Severity
from aidmodel.model.budget import BudgetNotProvided, BudgetStatus, BudgetType
from aidmodel.model.classification import PolicySignificance
from aidmodel.model.indicator import MeasureType
from aidmodel.model.organisation import OrganisationRole
from aidmodel.model.project import Project, ProjectScope, ProjectStatus
from aidmodel.model.statement import DescriptionType, RelationType
from aidmodel.model.transaction import TransactionType
from aidmodel.rules.rule import Finding, Rule, rule
from aidmodel.rules.walk import all_values, indicators, results
from aidmodel.values.code import Code, Listed

_LISTED: tuple[tuple[str, str, type[Listed]], ...] = (
    ("participants", "role", OrganisationRole),
    ("budgets", "type", BudgetType),
    ("budgets", "status", BudgetStatus),
    ("planned_disbursements", "type", BudgetType),
    ("transactions", "type", TransactionType),
    ("descriptions", "type", DescriptionType),
    ("related_projects", "type", RelationType),
    ("markers", "significance", PolicySignificance),
)
"""The fields of a project's items that hold an entry of a list, where it is one."""


@rule("codes.unknown", Severity.WARNING, "IATI 2.03 code lists")
def unknown_code(project: Project, _: dt.date) -> Iterator[Finding]:
    """A status, scope, role, type, significance or measure is one that its list has."""
    for path, code, kind in _unknown(project):
        terms = {term: str(member) for member in kind for term in (member.term, member.value)}
        alike = tuple(dict.fromkeys(terms[term] for term in near(code.code, terms)))
        hint = f"did you mean {' or '.join(map(repr, alike))}?" if alike else f"it has {', '.join(map(str, kind))}"
        yield Finding(path, f"{str(code)!r} is not in the list {kind.__name__}: {hint}")


def _unknown(project: Project) -> Iterator[tuple[str, Code, type[Listed]]]:
    """Give each code that stands where an entry of a list should, with its path and the list."""
    if isinstance(project.status, Code):
        yield "status", project.status, ProjectStatus
    if isinstance(project.scope, Code):
        yield "scope", project.scope, ProjectScope
    if isinstance(project.budget_not_provided, Code):
        yield "budget_not_provided", project.budget_not_provided, BudgetNotProvided
    for field, name, kind in _LISTED:
        for at, each in enumerate(getattr(project, field)):
            value = getattr(each, name)
            if isinstance(value, Code):
                yield f"{field}[{at}].{name}", value, kind
    for path, indicator in indicators(project):
        if isinstance(indicator.measure, Code):
            yield f"{path}.measure", indicator.measure, MeasureType


@rule("locations.unknown-ref", Severity.WARNING, "IATI 2.03 schema: location/@ref")
def unknown_location(project: Project, _: dt.date) -> Iterator[Finding]:
    """The places that a node or value names are places of the project."""
    known = {location.ref for location in project.locations}
    for path, ref in _location_refs(project):
        if ref not in known:
            yield Finding(path, f"no location of the project has the ref {ref!r}: give it to the one meant, or add it")


def _location_refs(project: Project) -> Iterator[tuple[str, str]]:
    """Give each name of a place that a node or value has, with its path."""
    for position, node in enumerate(project.chain):
        for at, ref in enumerate(node.locations):
            yield f"chain[{position}].locations[{at}]", ref
    for _indicator, path, value in all_values(project):
        for at, ref in enumerate(value.locations):
            yield f"{path}.locations[{at}]", ref


@rule("locations.repeated-ref", Severity.WARNING, "IATI 2.03 schema: location/@ref")
def repeated_location(project: Project, _: dt.date) -> Iterator[Finding]:
    """A name that others may mean a place by belongs to one place."""
    seen: dict[str, int] = {}
    for position, location in enumerate(project.locations):
        if location.ref is not None and (first := seen.setdefault(location.ref, position)) != position:
            yield Finding(
                f"locations[{position}].ref",
                f"{location.ref!r} is the ref of locations[{first}] too: give each its own",
            )


@rule("indicators.repeated-id", Severity.ERROR, "what an id is")
def repeated_indicator(project: Project, _: dt.date) -> Iterator[Finding]:
    """Each indicator of a result has an id of its own."""
    for position, result in results(project):
        seen: dict[str, int] = {}
        for at, indicator in enumerate(result.indicators):
            if indicator.id is not None and (first := seen.setdefault(indicator.id, at)) != at:
                yield Finding(
                    f"chain[{position}].indicators[{at}].id",
                    f"{indicator.id!r} is the id of indicators[{first}] of the result too: give each its own",
                )


@rule("provenance.leads-nowhere", Severity.WARNING, "what provenance is")
def provenance_nowhere(project: Project, _: dt.date) -> Iterator[Finding]:
    """What provenance speaks of is in the project."""
    for position, entry in enumerate(project.provenance):
        try:
            project.at(entry.path)
        except AidModelError as error:
            yield Finding(f"provenance[{position}].path", f"{entry.path!r} leads nowhere: {error}")


RULES: tuple[Rule, ...] = (
    unknown_code,
    unknown_location,
    repeated_location,
    repeated_indicator,
    provenance_nowhere,
)
