"""Rules on dates and spans. With partial dates only what is certain is reported."""

import datetime as dt
from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project, ProjectStatus
from aidmodel.model.statement import DateEdge, DateKind
from aidmodel.rules.rule import Finding, Rule, rule
from aidmodel.rules.spans import gaps, overlapping
from aidmodel.rules.walk import actuals, dated_results, indicators
from aidmodel.values.partial_date import AnyDate, earliest_day, is_before, latest_day
from aidmodel.values.span import DateSpan

_OFFICIAL = {DateKind.PLANNED: "11.1.2", DateKind.ACTUAL: "11.1.3", DateKind.STATED: None}


def _first(project: Project, kind: DateKind, edge: DateEdge) -> tuple[int, AnyDate] | None:
    """The first date of a kind and edge, with its position."""
    return next(
        (
            (at, each.date)
            for at, each in enumerate(project.dates)
            if each.kind is kind and each.edge is edge and each.date is not None
        ),
        None,
    )


@rule("dates.reversed", Severity.ERROR, "IATI ruleset", standard=("11.1.2", "11.1.3"))
def dates_reversed(project: Project, _: dt.date) -> Iterator[Finding]:
    """A start is not after the end of its kind; equal dates are in order."""
    for kind in DateKind:
        start, end = _first(project, kind, DateEdge.START), _first(project, kind, DateEdge.END)
        if start and end and is_before(end[1], start[1]):
            yield Finding(
                f"dates[{end[0]}]",
                f"the {kind} end, {end[1]}, is before the {kind} start, {start[1]}: mend one of them",
                _OFFICIAL[kind],
            )


@rule("dates.no-start", Severity.WARNING, "IATI ruleset", standard=("6.11.1",))
def no_start(project: Project, _: dt.date) -> Iterator[Finding]:
    """A planned, actual or stated start is given (the standard asks for a planned or actual one)."""
    if not any(_first(project, kind, DateEdge.START) for kind in DateKind):
        yield Finding("dates", "no start date is given: state a planned or an actual start")


@rule("dates.actual-in-future", Severity.ERROR, "IATI ruleset", standard=("11.1.4", "11.1.5"))
def actual_in_future(project: Project, as_of: dt.date) -> Iterator[Finding]:
    """An actual date does not lie after the day the project is judged by."""
    for position, each in enumerate(project.dates):
        if each.kind is DateKind.ACTUAL and each.date is not None and is_before(as_of, each.date):
            official = None if each.edge is None else "11.1.4" if each.edge is DateEdge.START else "11.1.5"
            yield Finding(
                f"dates[{position}]",
                f"the actual {each.edge or 'date'}, {each.date}, is after {as_of}: what is to come is planned",
                official,
            )


@rule("dates.repeated", Severity.WARNING, "IATI guidance, activity dates")
def dates_repeated(project: Project, _: dt.date) -> Iterator[Finding]:
    """Each kind of start and end is given once; the first is what the project's spans go by."""
    seen: dict[tuple[DateKind, DateEdge], int] = {}
    for position, each in enumerate(project.dates):
        if each.edge is None:
            continue
        first = seen.setdefault((each.kind, each.edge), position)
        if first != position:
            yield Finding(
                f"dates[{position}]", f"the {each.kind} {each.edge} stands in dates[{first}] already: keep one"
            )


@rule("dates.duration-disagrees", Severity.WARNING, "GAC pages, which state both")
def duration_disagrees(project: Project, _: dt.date) -> Iterator[Finding]:
    """The stated duration is as long as the dates say, within half a unit of its last digit."""
    if (
        project.stated_duration is not None
        and project.span is not None
        and project.stated_duration.agrees_with(project.span) is False
    ):
        yield Finding(
            "stated_duration", f"{project.stated_duration} is not how long {project.span} is: trust the dates"
        )


@rule("periods.overlap", Severity.WARNING, "TolaData, which generates periods")
def periods_overlap(project: Project, _: dt.date) -> Iterator[Finding]:
    """The periods of one indicator do not overlap."""
    for path, span, other, possible in _overlaps(project):
        if not possible:
            yield Finding(path, f"{span} overlaps periods[{other}]: values may be counted twice")


@rule("periods.may-overlap", Severity.INFO, "TolaData, which generates periods")
def periods_may_overlap(project: Project, _: dt.date) -> Iterator[Finding]:
    """The periods of one indicator are dated precisely enough to see that they do not overlap."""
    for path, span, other, possible in _overlaps(project):
        if possible:
            yield Finding(path, f"{span} possibly overlaps periods[{other}]: state the days")


def _overlaps(project: Project) -> Iterator[tuple[str, DateSpan, int, bool]]:
    """Each span that overlaps another of its indicator, the other's position, and whether that is only possible."""
    for path, indicator in indicators(project):
        spans = {at: each.span for at, each in enumerate(indicator.periods) if each.span is not None}
        for at, (possible, other) in overlapping(spans.items()).items():
            yield f"{path}.periods[{at}].span", spans[at], other, possible


@rule("periods.gap", Severity.INFO, "TolaData, which generates periods")
def periods_gap(project: Project, _: dt.date) -> Iterator[Finding]:
    """The periods of one indicator follow each other without a gap."""
    for path, indicator in indicators(project):
        spans = [(at, each.span) for at, each in enumerate(indicator.periods) if each.span is not None]
        for at, first, last in gaps(spans):
            yield Finding(f"{path}.periods[{at}].span", f"no period covers the days from {first} to {last}")


@rule("periods.no-span", Severity.ERROR, "IATI 2.03 schema: period-start 1, period-end 1", standard=("8.6.1",))
def periods_no_span(project: Project, _: dt.date) -> Iterator[Finding]:
    """A period says when it begins and ends."""
    for path, indicator in indicators(project):
        for position, period in enumerate(indicator.periods):
            if period.span is None or period.span.start is None or period.span.end is None:
                yield Finding(f"{path}.periods[{position}].span", "the period has no start or no end: state both")


@rule("actuals.outside-project", Severity.WARNING, "TolaData")
def actuals_outside(project: Project, as_of: dt.date) -> Iterator[Finding]:
    """A value was not measured before the project began, nor after the day it is judged by."""
    start = project.span.start if project.span is not None else None
    for path, period, actual in actuals(project):
        begin = period.span.start if period.span is not None else None
        if actual.as_of is None:
            if (actual.value is not None or actual.stated is not None) and begin and is_before(as_of, begin):
                yield Finding(path, f"there is a value for {period.span}, which begins after {as_of}")
        elif is_before(as_of, actual.as_of):
            yield Finding(f"{path}.as_of", f"the value is dated {actual.as_of}, after {as_of}")
        elif start is not None and is_before(actual.as_of, start):
            yield Finding(f"{path}.as_of", f"the value is dated {actual.as_of}, before the project began")


@rule("actuals.after-end", Severity.INFO, "TolaData, which allows a time of grace")
def actuals_after_end(project: Project, _: dt.date) -> Iterator[Finding]:
    """A value was measured before the project ended; later ones are worth knowing of."""
    end = project.span.end if project.span is not None else None
    for path, _period, actual in actuals(project):
        if end is not None and actual.as_of is not None and is_before(end, actual.as_of):
            yield Finding(f"{path}.as_of", f"the value is dated {actual.as_of}, after the end of the project, {end}")


@rule("results.as-of-after-end", Severity.INFO, "GAC pages")
def as_of_after_end(project: Project, _: dt.date) -> Iterator[Finding]:
    """Results are reported for a date within the project; later ones are worth knowing of."""
    end = project.span.end if project.span is not None else None
    for position, result in dated_results(project):
        if end is not None and is_before(end, result):
            yield Finding(
                f"chain[{position}].as_of", f"the result is reported for {result}, after the end of the project, {end}"
            )


@rule("results.as-of-after-modified", Severity.WARNING, "GAC pages")
def as_of_after_modified(project: Project, _: dt.date) -> Iterator[Finding]:
    """Results are not reported for a date after the page was last changed."""
    for position, result in dated_results(project):
        if project.last_modified is not None and is_before(project.last_modified, result):
            yield Finding(
                f"chain[{position}].as_of",
                f"the result is reported for {result}, after the page was last changed, {project.last_modified}",
            )


@rule("status.disagrees-with-dates", Severity.WARNING, "IATI ActivityStatus")
def status_disagrees(project: Project, as_of: dt.date) -> Iterator[Finding]:
    """A closed project has ended, and one under way has not."""
    end = project.span.end if project.span is not None else None
    if end is None:
        return
    if project.status is ProjectStatus.CLOSED and earliest_day(end) > as_of:
        yield Finding("status", f"the project is closed and ends only {end}")
    if project.status is ProjectStatus.IMPLEMENTATION and latest_day(end) < as_of:
        yield Finding("status", f"the project is under way and ended {end}, before {as_of}")


@rule("alignments.no-overlap", Severity.INFO, "IOM Development Fund pages")
def alignments_no_overlap(project: Project, _: dt.date) -> Iterator[Finding]:
    """A strategy that a project serves is of the same time."""
    for position, alignment in enumerate(project.alignments):
        if alignment.span is not None and project.span is not None and alignment.span.overlaps(project.span) is False:
            yield Finding(
                f"alignments[{position}].span",
                f"{alignment.span} and the project, {project.span}, have no day in common",
            )


RULES: tuple[Rule, ...] = (
    dates_reversed,
    no_start,
    actual_in_future,
    dates_repeated,
    duration_disagrees,
    periods_overlap,
    periods_may_overlap,
    periods_gap,
    periods_no_span,
    actuals_outside,
    actuals_after_end,
    as_of_after_end,
    as_of_after_modified,
    status_disagrees,
    alignments_no_overlap,
)
