"""Rules on the names by which one part of a project means another."""

from collections.abc import Iterator

from aidmodel.errors import AidModelError
from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.walk import all_values, results


@rule("locations.unknown-ref", Severity.WARNING, "IATI 2.03 schema: location/@ref")
def unknown_location(project: Project, basis: Basis) -> Iterator[Finding]:
    """The places that a node or value names are places of the project."""
    known = {location.ref for location in project.locations}
    for path, ref in _location_refs(project, basis):
        if ref not in known:
            yield Finding(path, f"no location of the project has the ref {ref!r}: give it to the one meant, or add it")


def _location_refs(project: Project, basis: Basis) -> Iterator[tuple[str, str]]:
    """Give each name of a place that a node or value has, with its path."""
    for position, node in enumerate(project.chain):
        for at, ref in enumerate(node.locations):
            yield f"chain[{position}].locations[{at}]", ref
    for _indicator, path, value in basis.each(all_values, project):
        for at, ref in enumerate(value.locations):
            yield f"{path}.locations[{at}]", ref


@rule("locations.repeated-ref", Severity.WARNING, "IATI 2.03 schema: location/@ref")
def repeated_location(project: Project, _: Basis) -> Iterator[Finding]:
    """A name that others may mean a place by belongs to one place."""
    seen: dict[str, int] = {}
    for position, location in enumerate(project.locations):
        if location.ref is not None and (first := seen.setdefault(location.ref, position)) != position:
            yield Finding(
                f"locations[{position}].ref",
                f"{location.ref!r} is the ref of locations[{first}] too: give each its own",
            )


@rule("indicators.repeated-id", Severity.ERROR, "what an id is")
def repeated_indicator(project: Project, basis: Basis) -> Iterator[Finding]:
    """Each indicator of a result has an id of its own."""
    for position, result in basis.each(results, project):
        seen: dict[str, int] = {}
        for at, indicator in enumerate(result.indicators):
            if indicator.id is not None and (first := seen.setdefault(indicator.id, at)) != at:
                yield Finding(
                    f"chain[{position}].indicators[{at}].id",
                    f"{indicator.id!r} is the id of indicators[{first}] of the result too: give each its own",
                )


@rule("provenance.leads-nowhere", Severity.WARNING, "what provenance is")
def provenance_nowhere(project: Project, _: Basis) -> Iterator[Finding]:
    """What provenance speaks of is in the project."""
    for position, entry in enumerate(project.provenance):
        try:
            project.at(entry.path)
        except AidModelError as error:
            yield Finding(f"provenance[{position}].path", f"{entry.path!r} leads nowhere: {error}")


RULES: tuple[Rule, ...] = (
    unknown_location,
    repeated_location,
    repeated_indicator,
    provenance_nowhere,
)
