"""Rules on what was planned against what came: the dates of a project."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project, ProjectStatus
from aidmodel.model.statement import DateEdge, DateKind
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.values.partial_date import AnyDate, is_before, latest_day

_BEGUN = (ProjectStatus.IMPLEMENTATION, ProjectStatus.FINALISATION, ProjectStatus.CLOSED)
_OVER = (ProjectStatus.CLOSED,)


def _firsts(project: Project) -> Iterator[tuple[tuple[DateKind, DateEdge | None], AnyDate]]:
    """Give each date that is stated, with what it is, the last of its kind first."""
    return (((each.kind, each.edge), each.date) for each in reversed(project.dates) if each.date is not None)


@rule("dates.planned-and-actual-apart", Severity.WARNING, "IATI guidance, activity dates")
def planned_and_actual_apart(project: Project, basis: Basis) -> Iterator[Finding]:
    """A project did not begin after it was planned to end, nor end before it was planned to begin."""
    found = dict(basis.each(_firsts, project))
    for planned, actual, before in ((DateEdge.END, DateEdge.START, True), (DateEdge.START, DateEdge.END, False)):
        plan, came = found.get((DateKind.PLANNED, planned)), found.get((DateKind.ACTUAL, actual))
        if plan is not None and came is not None and (is_before(plan, came) if before else is_before(came, plan)):
            side = "after" if before else "before"
            yield Finding(
                "dates",
                f"the actual {actual}, {came}, is {side} the planned {planned}, {plan}: mend one, or revise the plan",
            )


@rule("dates.no-actual", Severity.INFO, "IATI guidance, activity dates and status")
def no_actual(project: Project, basis: Basis) -> Iterator[Finding]:
    """A project under way or over says when it began, and one that is closed when it ended, beside what was planned."""
    said = dict(basis.each(_firsts, project))
    for edge, statuses in ((DateEdge.START, _BEGUN), (DateEdge.END, _OVER)):
        planned, actual = (DateKind.PLANNED, edge) in said, (DateKind.ACTUAL, edge) in said
        if project.status in statuses and planned and not actual:
            yield Finding("dates", f"the project's status is {project.status}, and no actual {edge} is given: state it")


@rule("status.not-begun", Severity.WARNING, "IATI ActivityStatus")
def not_begun(project: Project, basis: Basis) -> Iterator[Finding]:
    """A project that has begun is no longer being prepared."""
    start = dict(basis.each(_firsts, project)).get((DateKind.ACTUAL, DateEdge.START))
    if project.status is ProjectStatus.PIPELINE and start and latest_day(start) <= basis.as_of:
        yield Finding("status", f"the project is being prepared and began {start}: mend one of the two")


RULES: tuple[Rule, ...] = (planned_and_actual_apart, no_actual, not_begun)
