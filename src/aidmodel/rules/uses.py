"""Rules on indicators that are uses of others."""

from collections import Counter
from collections.abc import Iterator, Mapping

from aidmodel.analysis.kinds import locked_differences
from aidmodel.issues import Severity
from aidmodel.model.indicator import Indicator
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.walk import indicators


@rule("indicators.differs-from-parent", Severity.ERROR, "Akvo RSR, which locks these fields")
def differs_from_parent(project: Project, basis: Basis) -> Iterator[Finding]:
    """A use of an indicator has the measure, unit, direction, accumulation and scale of its parent in the project."""
    for path, use, parent in basis.each(_uses, project):
        for each in () if parent is use else locked_differences(use, parent):
            yield Finding(f"{path}.{each.field}", f"{each}, which its parent {use.parent!r} has: mend one of the two")


@rule("indicators.parents-in-circle", Severity.ERROR, "what a parent is")
def parents_in_circle(project: Project, basis: Basis) -> Iterator[Finding]:
    """Indicators are not uses of each other; one that has the id of its parent is a use of one elsewhere."""
    uses = basis.each(_uses, project)
    parents = {use.id: use.parent for _, use, parent in uses if use.id and use.parent and parent is not use}
    knotted = _in_circles(parents)
    for path, use, _ in uses:
        if use.id in knotted:
            yield Finding(
                f"{path}.parent",
                f"{use.id!r} is a use of {use.parent!r}, which leads back to it: leave one of the parents out",
            )


def _uses(project: Project) -> Iterator[tuple[str, Indicator, Indicator]]:
    """Give each indicator whose parent is in the project, with its path and the parent.

    Ids are unique in a result only: of several indicators that have one none is known to be meant.
    """
    known = list(indicators(project))
    if all(each.parent is None for _, each in known):
        return
    ids = Counter(each.id for _, each in known)
    named = {each.id: each for _, each in known}
    for path, each in known:
        if each.parent is not None and ids[each.parent] == 1:
            yield path, each, named[each.parent]


def _in_circles(parents: Mapping[str, str]) -> set[str]:
    """Give the ids that parents lead back to."""
    done: set[str] = set()
    found: set[str] = set()
    for start in parents:
        trail: dict[str, int] = {}
        here = start
        while here in parents and here not in done and here not in trail:
            trail[here] = len(trail)
            here = parents[here]
        if here in trail:
            found.update(name for name, place in trail.items() if place >= trail[here])
        done.update(trail)
    return found


RULES: tuple[Rule, ...] = (differs_from_parent, parents_in_circle)
