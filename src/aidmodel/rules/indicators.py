"""Rules on indicators and their baselines."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.indicator import Accumulation, Indicator, MeasureType
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import says_nothing
from aidmodel.rules.walk import indicators
from aidmodel.values.partial_date import is_before, latest_day


@rule("indicators.no-measure", Severity.ERROR, "IATI 2.03 schema: indicator/@measure required")
def no_measure(project: Project, basis: Basis) -> Iterator[Finding]:
    """An indicator says what kind of value it has."""
    for path, indicator in basis.each(indicators, project):
        if indicator.measure is None:
            yield Finding(f"{path}.measure", "the measure is not stated: number, percentage, ordinal, qualitative …")


@rule("indicators.no-title", Severity.ERROR, "IATI 2.03 schema: indicator/title 1")
def no_title(project: Project, basis: Basis) -> Iterator[Finding]:
    """An indicator says what it measures; a title that is there and empty is another rule's."""
    for path, indicator in basis.each(indicators, project):
        if not indicator.title and not says_nothing(indicator, indicator.title, "title"):
            yield Finding(f"{path}.title", "there is no title: state what is measured")


@rule("indicators.no-unit", Severity.WARNING, "USAID indicator reference sheets")
def no_unit(project: Project, basis: Basis) -> Iterator[Finding]:
    """A number says what it counts."""
    for path, indicator in basis.each(indicators, project):
        if indicator.measure is MeasureType.NUMBER and indicator.unit is None:
            yield Finding(f"{path}.unit", "the unit is not stated: say what is counted")


@rule("indicators.percentage-added-up", Severity.ERROR, "TolaData, where percentages are never summed")
def percentage_added_up(project: Project, basis: Basis) -> Iterator[Finding]:
    """Percentages of several periods are not added up."""
    for path, indicator in basis.each(indicators, project):
        if indicator.measure is MeasureType.PERCENTAGE and indicator.accumulation in (
            Accumulation.PER_PERIOD,
            Accumulation.RUNNING_SUM,
        ):
            yield Finding(f"{path}.accumulation", "percentages do not add up over periods: a snapshot is likely meant")


@rule("baselines.no-date", Severity.ERROR, "IATI 2.03 schema: baseline/@year required")
def baseline_no_date(project: Project, basis: Basis) -> Iterator[Finding]:
    """A baseline says when it was measured; one that is not applicable need not."""
    for path, indicator in basis.each(indicators, project):
        for at, baseline in enumerate(indicator.baselines):
            if baseline.date is None and baseline.status is None:
                yield Finding(f"{path}.baselines[{at}].date", "the baseline has no date: state at least the year")


@rule("baselines.late", Severity.WARNING, "what a baseline is")
def baseline_late(project: Project, basis: Basis) -> Iterator[Finding]:
    """A baseline was measured before the first period was over."""
    for path, indicator in basis.each(indicators, project):
        ends = [
            period.span.end for period in indicator.periods if period.span is not None and period.span.end is not None
        ]
        first = min(ends, key=latest_day, default=None)
        for at, baseline in enumerate(indicator.baselines):
            if first is not None and baseline.date is not None and is_before(first, baseline.date):
                yield Finding(
                    f"{path}.baselines[{at}].date",
                    f"the baseline is of {baseline.date}, after the first period ended, {first}",
                )


@rule("indicators.no-baseline", Severity.INFO, "IATI guidance, results")
def no_baseline(project: Project, basis: Basis) -> Iterator[Finding]:
    """An indicator has a baseline before values are collected."""
    for path, indicator in basis.each(indicators, project):
        if not indicator.baselines and not _has_actuals(indicator):
            yield Finding(f"{path}.baselines", "no baseline is given: state one, or that none is applicable")


@rule("indicators.still-no-baseline", Severity.WARNING, "IATI guidance, results")
def still_no_baseline(project: Project, basis: Basis) -> Iterator[Finding]:
    """An indicator whose values are collected has a baseline."""
    for path, indicator in basis.each(indicators, project):
        if not indicator.baselines and _has_actuals(indicator):
            yield Finding(f"{path}.baselines", "values are reported without a baseline: progress cannot be told")


def _has_actuals(indicator: Indicator) -> bool:
    return any(period.actuals for period in indicator.periods)


RULES: tuple[Rule, ...] = (
    no_measure,
    no_title,
    no_unit,
    percentage_added_up,
    baseline_no_date,
    baseline_late,
    no_baseline,
    still_no_baseline,
)
