"""Rules on targets, and on values that follow each other."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from aidmodel.issues import Severity
from aidmodel.model.indicator import Accumulation, Direction, Indicator
from aidmodel.model.measurement import Measured, Target
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.spans import in_order, latest, overlapping
from aidmodel.rules.walk import all_values, indicators, is_whole
from aidmodel.values.partial_date import AnyDate, is_before

Placed = tuple[str, Decimal]
"""A number, with the path it stands at."""
Dated = tuple[AnyDate | None, Placed | None]
"""The end of a period, and a number for it; None: not stated, or not certain which."""

_LEVELS = (Accumulation.RUNNING_TOTAL, Accumulation.SNAPSHOT)
"""The ways to report in which a period's value can be held against a baseline: new amounts cannot."""


@rule("targets.against-direction", Severity.WARNING, "TolaData; hikaya activity 397")
def against_direction(project: Project, basis: Basis) -> Iterator[Finding]:
    """A target lies on the side of the baseline that the direction calls better."""
    for indicator, path, target, baseline in basis.each(_final_targets, project):
        if indicator.direction is Direction.INCREASE and target < baseline:
            yield Finding(path, f"more is better, and the target, {target:f}, is below the baseline, {baseline:f}")
        if indicator.direction is Direction.DECREASE and target > baseline:
            yield Finding(path, f"less is better, and the target, {target:f}, is above the baseline, {baseline:f}")


@rule("targets.equal-to-baseline", Severity.WARNING, "Akvo RSR 2830")
def equal_to_baseline(project: Project, basis: Basis) -> Iterator[Finding]:
    """A target is the baseline only where to maintain it is the aim."""
    for indicator, path, target, baseline in basis.each(_final_targets, project):
        if target == baseline and indicator.direction is not Direction.MAINTAIN:
            yield Finding(
                path, f"the target is the baseline, {baseline:f}: if that is the aim, the direction is maintain"
            )


def _final_targets(project: Project) -> Iterator[tuple[Indicator, str, Decimal, Decimal]]:
    """Each indicator's last target for all, with the one baseline for all it can be held against."""
    for path, indicator in indicators(project):
        baselines = [each.value for each in indicator.baselines if is_whole(each) and each.value is not None]
        if indicator.targets:
            final = _project_target(indicator, path)[1]
        else:
            final = latest(_period_targets(indicator, path)) if indicator.accumulation in _LEVELS else None
        if len(baselines) == 1 and final is not None:
            yield indicator, *final, baselines[0]


def _project_target(indicator: Indicator, path: str) -> Dated:
    """The target for all that is due last, and when; None where that cannot be said, or it has no number."""
    wholes = [(each.due, (at, each)) for at, each in enumerate(indicator.targets) if is_whole(each)]
    final = latest(wholes)
    if final is None or final[1].value is None:
        return None, None
    return final[1].due, (f"{path}.targets[{final[0]}].value", final[1].value)


def _period_targets(indicator: Indicator, path: str) -> list[Dated]:
    """For each period its end, and the one target for all."""
    return [
        (
            period.span.end if period.span is not None else None,
            _only(enumerate(period.targets), f"{path}.periods[{number}].targets"),
        )
        for number, period in enumerate(indicator.periods)
    ]


def _only(found: Iterable[tuple[int, Measured]], path: str) -> Placed | None:
    """The number for all among several values; None where there is none, or more than one value for all."""
    wholes = [(at, each.value) for at, each in found if is_whole(each)]
    if len(wholes) != 1 or wholes[0][1] is None:
        return None
    return f"{path}[{wholes[0][0]}].value", wholes[0][1]


def _sequence(dated: Sequence[Dated]) -> list[Placed]:
    """The numbers in the order of time, without those whose place in it is not certain."""
    return in_order((end, placed) for end, placed in dated if end is not None and placed is not None)


@rule("targets.do-not-add-up", Severity.WARNING, "TolaData")
def do_not_add_up(project: Project, basis: Basis) -> Iterator[Finding]:
    """Targets per period add up to the target of the whole; running ones never fall, and end with it."""
    for path, indicator in basis.each(indicators, project):
        dated = _period_targets(indicator, path)
        due, final = _project_target(indicator, path)
        if final is not None and not _end_when_due(dated, due):
            final = None
        if indicator.accumulation is Accumulation.PER_PERIOD and final is not None and _are_apart(indicator):
            parts = [placed[1] for _end, placed in dated if placed is not None]
            total = sum(parts, Decimal(0))
            if parts and len(parts) == len(dated) and final[1] != total:
                yield Finding(final[0], f"the targets of the periods add up to {total:f}, not {final[1]:f}")
        if indicator.accumulation in (Accumulation.RUNNING_SUM, Accumulation.RUNNING_TOTAL):
            if indicator.direction is not Direction.DECREASE:
                for (_path, before), (here, value) in pairwise(_sequence(dated)):
                    if value < before:
                        yield Finding(here, f"a running target falls from {before:f} to {value:f}")
            last = latest(dated)
            if final is not None and last is not None and last[1] != final[1]:
                yield Finding(final[0], f"the last running target is {last[1]:f}, not {final[1]:f}")


def _end_when_due(dated: Sequence[Dated], due: AnyDate | None) -> bool:
    """Whether the last period may end when a target is due; one that is due earlier or later is for other periods."""
    ends = [end for end, _placed in dated if end is not None]
    return due is None or not (all(is_before(end, due) for end in ends) or any(is_before(due, end) for end in ends))


def _are_apart(indicator: Indicator) -> bool:
    """Whether no two periods of an indicator certainly overlap, as those of quarters and of their year do."""
    spans = [(at, period.span) for at, period in enumerate(indicator.periods) if period.span is not None]
    return all(possible for possible, _other in overlapping(spans).values())


@rule("actuals.running-total-falls", Severity.WARNING, "Akvo RSR 5212")
def running_total_falls(project: Project, basis: Basis) -> Iterator[Finding]:
    """A running total does not fall from one period to the next, in what one source reports."""
    for path, indicator in basis.each(indicators, project):
        if indicator.accumulation is not Accumulation.RUNNING_TOTAL or indicator.direction is Direction.DECREASE:
            continue
        for reported in _by_source(indicator, path):
            for (_path, before), (here, value) in pairwise(_sequence(reported)):
                if value < before:
                    yield Finding(
                        here, f"the running total falls from {before:f} to {value:f}: a correction, or a mistake"
                    )


def _by_source(indicator: Indicator, path: str) -> list[list[Dated]]:
    """For each source, and each period it reports on, the period's end and the one actual for all."""
    sources: dict[str | None, list[Dated]] = {}
    for number, period in enumerate(indicator.periods):
        reported: dict[str | None, list[tuple[int, Measured]]] = {}
        for at, actual in enumerate(period.actuals):
            reported.setdefault(actual.source, []).append((at, actual))
        for source, found in reported.items():
            placed = _only(found, f"{path}.periods[{number}].actuals")
            sources.setdefault(source, []).append((period.span.end if period.span is not None else None, placed))
    return list(sources.values())


@rule("targets.no-due-date", Severity.WARNING, "USAID: targets have an explicit time frame")
def no_due_date(project: Project, basis: Basis) -> Iterator[Finding]:
    """A target outside any period says when it is due."""
    for path, indicator in basis.each(indicators, project):
        for at, target in enumerate(indicator.targets):
            if target.due is None:
                yield Finding(
                    f"{path}.targets[{at}].due", "the target has no due date: state one, or put it in a period"
                )


@rule("targets.due-after-end", Severity.WARNING, "USAID: targets have an explicit time frame")
def due_after_end(project: Project, basis: Basis) -> Iterator[Finding]:
    """A target is due within the project, on a date of its own or in a period that begins before the end."""
    found = basis.each(indicators, project)
    span = project.span if found else None
    end = span.end if span is not None else None
    if end is None:
        return
    for here, target in basis.each(_targets, project):
        if target.due is not None and is_before(end, target.due):
            yield Finding(f"{here}.due", f"the target is due {target.due}, after the project ends, {end}")
    for path, indicator in found:
        for number, period in enumerate(indicator.periods):
            begin = period.span.start if period.span is not None else None
            undated = any(target.due is None for target in period.targets)
            if undated and begin is not None and is_before(end, begin):
                yield Finding(
                    f"{path}.periods[{number}].span",
                    f"there is a target for {period.span}, which begins after the project ends, {end}",
                )


@rule("targets.range-reversed", Severity.ERROR, "what a range is")
def range_reversed(project: Project, basis: Basis) -> Iterator[Finding]:
    """The least of a target range is not above the most."""
    for here, target in basis.each(_targets, project):
        if target.minimum is not None and target.maximum is not None and target.minimum > target.maximum:
            yield Finding(
                f"{here}.minimum",
                f"the minimum, {target.minimum:f}, is above the maximum, {target.maximum:f}: exchange them",
            )


def _targets(project: Project) -> Iterator[tuple[str, Target]]:
    """Give each target, for the whole project and in periods, with its path."""
    return ((here, value) for _, here, value in all_values(project) if isinstance(value, Target))


RULES: tuple[Rule, ...] = (
    against_direction,
    equal_to_baseline,
    do_not_add_up,
    running_total_falls,
    no_due_date,
    due_after_end,
    range_reversed,
)
