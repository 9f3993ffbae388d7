"""Rules on dates and spans. With partial dates only what is certain is reported."""

import datetime as dt
from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project, ProjectStatus
from aidmodel.model.statement import DateEdge, DateKind, ProjectDate
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.spans import gaps, overlapping, reversed_days
from aidmodel.rules.stated import raw
from aidmodel.rules.walk import actuals, dated_results, indicators
from aidmodel.values.partial_date import AnyDate, earliest_day, is_before, latest_day
from aidmodel.values.span import DateSpan

_EDGES = {DateEdge.START: "11.1.4", DateEdge.END: "11.1.5"}
_OFFICIAL = {DateKind.PLANNED: "11.1.2", DateKind.ACTUAL: "11.1.3", DateKind.STATED: None}


def _first(project: Project, kind: DateKind, edge: DateEdge) -> tuple[int, AnyDate] | None:
    """Give the first date of a kind and edge, with its position; None: there is none, or the first cannot be read."""
    for at, each in enumerate(project.dates):
        if each.kind is kind and each.edge is edge:
            if each.date is not None:
                return at, each.date
            if raw(each, "@iso-date") is not None:
                return None
    return None


@rule("dates.reversed", Severity.ERROR, "IATI ruleset", standard=("11.1.2", "11.1.3"))
def dates_reversed(project: Project, _: Basis) -> Iterator[Finding]:
    """A start is not after the end of its kind, the first of each; equal dates are in order."""
    for kind in DateKind:
        start, end = _first(project, kind, DateEdge.START), _first(project, kind, DateEdge.END)
        if start and end and is_before(end[1], start[1]):
            yield Finding(
                f"dates[{end[0]}]",
                f"the {kind} end, {end[1]}, is before the {kind} start, {start[1]}: mend one of them",
                _OFFICIAL[kind],
            )


@rule("dates.no-start", Severity.ERROR, "IATI ruleset", standard=("6.11.1",))
def no_start(project: Project, _: Basis) -> Iterator[Finding]:
    """A planned or actual start is given; one that is stated without a word on which is none for the standard."""
    if not any(each.edge is DateEdge.START and each.kind is not DateKind.STATED for each in project.dates):
        yield Finding("dates", "no planned or actual start is given: state one")


@rule("dates.actual-in-future", Severity.ERROR, "IATI ruleset", standard=("11.1.4", "11.1.5"))
def actual_in_future(project: Project, basis: Basis) -> Iterator[Finding]:
    """The first actual start, and the first actual end, does not lie after the day the project is judged by."""
    for edge, official in _EDGES.items():
        first = _first(project, DateKind.ACTUAL, edge)
        if first is not None and is_before(basis.as_of, first[1]):
            yield Finding(f"dates[{first[0]}]", _to_come(project.dates[first[0]], basis), official)


@rule(
    "dates.further-actual-in-future", Severity.ERROR, "what actual means; the ruleset looks at the first of each edge"
)
def further_actual_in_future(project: Project, basis: Basis) -> Iterator[Finding]:
    """No further actual date lies after the day the project is judged by."""
    judged = [_first(project, DateKind.ACTUAL, edge) for edge in _EDGES]
    positions = [each[0] for each in judged if each is not None]
    for at, each in enumerate(project.dates):
        if (
            each.kind is DateKind.ACTUAL
            and at not in positions
            and each.date is not None
            and is_before(basis.as_of, each.date)
        ):
            yield Finding(f"dates[{at}]", _to_come(each, basis))


def _to_come(each: ProjectDate, basis: Basis) -> str:
    return f"the actual {each.edge or 'date'}, {each.date}, is after {basis.as_of}: what is to come is planned"


@rule("dates.updated-in-future", Severity.ERROR, "IATI ruleset", standard=("11.1.1",))
def updated_in_future(project: Project, basis: Basis) -> Iterator[Finding]:
    """The record was not last changed after the day the project is judged by; a time without a zone is in UTC."""
    moment = project.last_updated
    if moment is not None:
        known = moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
        if known > dt.datetime.combine(basis.as_of, dt.time.max, dt.UTC):
            yield Finding(
                "last_updated", f"the record was last changed {moment.isoformat()}, after {basis.as_of}: mend it"
            )


@rule("dates.repeated", Severity.WARNING, "IATI guidance, activity dates")
def dates_repeated(project: Project, _: Basis) -> Iterator[Finding]:
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
def duration_disagrees(project: Project, _: Basis) -> Iterator[Finding]:
    """The stated duration is as long as the dates say, within half a unit of its last digit."""
    span = project.span if project.stated_duration is not None else None
    if project.stated_duration is not None and span is not None and project.stated_duration.agrees_with(span) is False:
        yield Finding("stated_duration", f"{project.stated_duration} is not how long {span} is: trust the dates")


@rule("periods.overlap", Severity.WARNING, "TolaData, which generates periods")
def periods_overlap(project: Project, basis: Basis) -> Iterator[Finding]:
    """The periods of one indicator do not overlap."""
    for path, span, other, possible in basis.each(_overlaps, project):
        if not possible:
            yield Finding(path, f"{span} overlaps periods[{other}]: values may be counted twice")


@rule("periods.may-overlap", Severity.INFO, "TolaData, which generates periods")
def periods_may_overlap(project: Project, basis: Basis) -> Iterator[Finding]:
    """The periods of one indicator are dated precisely enough to see that they do not overlap."""
    for path, span, other, possible in basis.each(_overlaps, project):
        if possible:
            yield Finding(path, f"{span} possibly overlaps periods[{other}]: state the days")


def _overlaps(project: Project) -> Iterator[tuple[str, DateSpan, int, bool]]:
    """Each span that overlaps another of its indicator, the other's position, and whether that is only possible."""
    for path, indicator in indicators(project):
        spans = {at: each.span for at, each in enumerate(indicator.periods) if each.span is not None}
        for at, (possible, other) in overlapping(spans.items()).items():
            yield f"{path}.periods[{at}].span", spans[at], other, possible


@rule("periods.gap", Severity.INFO, "TolaData, which generates periods")
def periods_gap(project: Project, basis: Basis) -> Iterator[Finding]:
    """The periods of one indicator follow each other without a gap."""
    for path, indicator in basis.each(indicators, project):
        spans = [(at, each.span) for at, each in enumerate(indicator.periods) if each.span is not None]
        for at, first, last in gaps(spans):
            yield Finding(f"{path}.periods[{at}].span", f"no period covers the days from {first} to {last}")


@rule("periods.no-span", Severity.ERROR, "IATI 2.03 schema: period-start 1, period-end 1")
def periods_no_span(project: Project, basis: Basis) -> Iterator[Finding]:
    """A period says when it begins and ends."""
    for path, indicator in basis.each(indicators, project):
        for position, period in enumerate(indicator.periods):
            span = period.span
            if (span is None or span.start is None or span.end is None) and reversed_days(period) is None:
                yield Finding(f"{path}.periods[{position}].span", "the period has no start or no end: state both")


@rule("periods.reversed", Severity.ERROR, "IATI ruleset", standard=("8.6.1",))
def periods_reversed(project: Project, basis: Basis) -> Iterator[Finding]:
    """A period does not end before it begins."""
    for path, indicator in basis.each(indicators, project):
        for position, period in enumerate(indicator.periods):
            if period.span is None and (days := reversed_days(period)) is not None:
                yield Finding(
                    f"{path}.periods[{position}].span", f"the period is from {days[0]} to {days[1]}: exchange the two"
                )


@rule("actuals.outside-project", Severity.WARNING, "TolaData")
def actuals_outside(project: Project, basis: Basis) -> Iterator[Finding]:
    """A value was not measured before the project began, nor after the day it is judged by."""
    found = basis.each(actuals, project)
    span = project.span if found else None
    start = span.start if span is not None else None
    for path, period, actual in found:
        begin = period.span.start if period.span is not None else None
        if actual.as_of is None:
            if (actual.value is not None or actual.stated is not None) and begin and is_before(basis.as_of, begin):
                yield Finding(path, f"there is a value for {period.span}, which begins after {basis.as_of}")
        elif is_before(basis.as_of, actual.as_of):
            yield Finding(f"{path}.as_of", f"the value is dated {actual.as_of}, after {basis.as_of}")
        elif start is not None and is_before(actual.as_of, start):
            yield Finding(f"{path}.as_of", f"the value is dated {actual.as_of}, before the project began")


@rule("actuals.after-end", Severity.INFO, "TolaData, which allows a time of grace")
def actuals_after_end(project: Project, basis: Basis) -> Iterator[Finding]:
    """A value was measured before the project ended; later ones are worth knowing of."""
    found = basis.each(actuals, project)
    span = project.span if found else None
    end = span.end if span is not None else None
    for path, _period, actual in found:
        if end is not None and actual.as_of is not None and is_before(end, actual.as_of):
            yield Finding(f"{path}.as_of", f"the value is dated {actual.as_of}, after the end of the project, {end}")


@rule("results.as-of-after-end", Severity.INFO, "GAC pages")
def as_of_after_end(project: Project, basis: Basis) -> Iterator[Finding]:
    """Results are reported for a date within the project; later ones are worth knowing of."""
    found = basis.each(dated_results, project)
    span = project.span if found else None
    end = span.end if span is not None else None
    for position, result in found:
        if end is not None and is_before(end, result):
            yield Finding(
                f"chain[{position}].as_of", f"the result is reported for {result}, after the end of the project, {end}"
            )


@rule("results.as-of-after-modified", Severity.WARNING, "GAC pages")
def as_of_after_modified(project: Project, basis: Basis) -> Iterator[Finding]:
    """Results are not reported for a date after the page was last changed."""
    for position, result in basis.each(dated_results, project):
        if project.last_modified is not None and is_before(project.last_modified, result):
            yield Finding(
                f"chain[{position}].as_of",
                f"the result is reported for {result}, after the page was last changed, {project.last_modified}",
            )


@rule("status.disagrees-with-dates", Severity.WARNING, "IATI ActivityStatus")
def status_disagrees(project: Project, basis: Basis) -> Iterator[Finding]:
    """A closed project has ended, and one under way has not."""
    span = project.span if project.status in (ProjectStatus.CLOSED, ProjectStatus.IMPLEMENTATION) else None
    end = span.end if span is not None else None
    if end is None:
        return
    if project.status is ProjectStatus.CLOSED and earliest_day(end) > basis.as_of:
        yield Finding("status", f"the project is closed and ends only {end}")
    if project.status is ProjectStatus.IMPLEMENTATION and latest_day(end) < basis.as_of:
        yield Finding("status", f"the project is under way and ended {end}, before {basis.as_of}")


@rule("alignments.no-overlap", Severity.INFO, "IOM Development Fund pages")
def alignments_no_overlap(project: Project, _: Basis) -> Iterator[Finding]:
    """A strategy that a project serves is of the same time."""
    span = project.span if project.alignments else None
    for position, alignment in enumerate(project.alignments):
        if alignment.span is not None and span is not None and alignment.span.overlaps(span) is False:
            yield Finding(
                f"alignments[{position}].span",
                f"{alignment.span} and the project, {span}, have no day in common",
            )


OF_CHAIN: tuple[Rule, ...] = (
    periods_overlap,
    periods_may_overlap,
    periods_gap,
    periods_no_span,
    periods_reversed,
    actuals_outside,
    actuals_after_end,
    as_of_after_end,
    as_of_after_modified,
)
RULES: tuple[Rule, ...] = (
    dates_reversed,
    no_start,
    actual_in_future,
    further_actual_in_future,
    updated_in_future,
    dates_repeated,
    duration_disagrees,
    *OF_CHAIN,
    status_disagrees,
    alignments_no_overlap,
)
