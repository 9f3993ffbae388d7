"""Rules on indicators and their values."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from aidmodel.issues import Severity
from aidmodel.model.indicator import Accumulation, Direction, Indicator, MeasureType
from aidmodel.model.measurement import Measured, Target
from aidmodel.model.project import Project
from aidmodel.rules.rule import Finding, Rule, rule
from aidmodel.rules.walk import indicators, is_whole, values
from aidmodel.values.number import ARITHMETIC
from aidmodel.values.partial_date import first_day, is_before

_NUMERIC = (MeasureType.NUMBER, MeasureType.PERCENTAGE, MeasureType.RATIO, MeasureType.CURRENCY)
_YES_NO = ("yes", "no", "true", "false", "oui", "non", "sí", "si", "1", "0")


@rule("indicators.no-measure", Severity.ERROR, "IATI 2.03 schema: indicator/@measure required")
def no_measure(project: Project, _: dt.date) -> Iterator[Finding]:
    """An indicator says what kind of value it has."""
    for path, indicator in indicators(project):
        if indicator.measure is None:
            yield Finding(f"{path}.measure", "the measure is not stated: number, percentage, ordinal, qualitative …")


@rule("indicators.no-title", Severity.ERROR, "IATI 2.03 schema: indicator/title 1")
def no_title(project: Project, _: dt.date) -> Iterator[Finding]:
    """An indicator says what it measures."""
    for path, indicator in indicators(project):
        if not indicator.title:
            yield Finding(f"{path}.title", "the title is empty: state what is measured")


@rule("indicators.no-unit", Severity.WARNING, "USAID indicator reference sheets")
def no_unit(project: Project, _: dt.date) -> Iterator[Finding]:
    """A number says what it counts."""
    for path, indicator in indicators(project):
        if indicator.measure is MeasureType.NUMBER and indicator.unit is None:
            yield Finding(f"{path}.unit", "the unit is not stated: say what is counted")


@rule("values.missing", Severity.ERROR, "IATI ruleset", standard=("8.8.1", "8.9.1", "8.10.1"))
def missing(project: Project, _: dt.date) -> Iterator[Finding]:
    """A value that is not qualitative is there, or its status says why it is not."""
    for indicator, path, value in _values(project):
        if indicator.measure is not MeasureType.QUALITATIVE and _is_silent(value):
            yield Finding(path, "there is no value: state it, or a status that says why", _official(path, 1))


def _is_silent(value: Measured) -> bool:
    in_range = isinstance(value, Target) and (value.minimum is not None or value.maximum is not None)
    has_ratio = value.numerator is not None and value.denominator is not None
    return value.value is None and value.stated is None and value.status is None and not in_range and not has_ratio


@rule("values.not-a-number", Severity.WARNING, "IATI ruleset", standard=("8.8.2", "8.9.2", "8.10.2"))
def not_a_number(project: Project, _: dt.date) -> Iterator[Finding]:
    """The value of a number, percentage or ratio is a number."""
    for indicator, path, value in _values(project):
        if indicator.measure in _NUMERIC and value.stated is not None:
            yield Finding(
                f"{path}.stated",
                f"{value.stated!r} stands where the {indicator.measure} should: state the number, put words in the comment",
                _official(path, 2),
            )


@rule("values.qualitative-with-value", Severity.WARNING, "IATI ruleset", standard=("8.8.3", "8.9.3", "8.10.3"))
def qualitative_with_value(project: Project, _: dt.date) -> Iterator[Finding]:
    """A qualitative indicator's findings are in words, in the comment."""
    for indicator, path, value in _values(project):
        if indicator.measure is MeasureType.QUALITATIVE and value.value is not None:
            yield Finding(
                f"{path}.value",
                f"{value.value:f} is a number, and the indicator is qualitative: say it in the comment",
                _official(path, 3),
            )


@rule("values.percentage-out-of-range", Severity.WARNING, "what a share is")
def percentage_out_of_range(project: Project, _: dt.date) -> Iterator[Finding]:
    """A share is from 0 to 100 percent; a rate of growth says so in its unit."""
    for indicator, path, value in _values(project):
        is_share = indicator.measure is MeasureType.PERCENTAGE and (
            indicator.unit is None or indicator.unit.strip() in ("%", "percent", "per cent")
        )
        if is_share and value.value is not None and not 0 <= value.value <= 100:
            yield Finding(
                f"{path}.value", f"{value.value:f} is no share in percent: mend it, or name the unit of a growth rate"
            )


@rule("values.zero-denominator", Severity.ERROR, "Akvo product design 187")
def zero_denominator(project: Project, _: dt.date) -> Iterator[Finding]:
    """A percentage or ratio is not out of nothing."""
    for _indicator, path, value in _values(project):
        if value.denominator == 0:
            yield Finding(
                f"{path}.denominator", "the denominator is zero: there is no share of nothing; say not applicable"
            )


@rule("values.percentage-disagrees", Severity.WARNING, "Akvo product design 187")
def percentage_disagrees(project: Project, _: dt.date) -> Iterator[Finding]:
    """A percentage is 100 times its numerator over its denominator, within rounding, and no more than the whole."""
    for indicator, path, value in _values(project):
        if indicator.measure is not MeasureType.PERCENTAGE or value.numerator is None or not value.denominator:
            continue
        if value.numerator > value.denominator:
            yield Finding(
                f"{path}.numerator", f"{value.numerator:f} is more than the {value.denominator:f} it is counted out of"
            )
        share = ARITHMETIC.divide(ARITHMETIC.multiply(value.numerator, Decimal(100)), value.denominator)
        if value.value is not None and ARITHMETIC.subtract(share, value.value).copy_abs() > _half_digit(value.value):
            yield Finding(
                f"{path}.value",
                f"{value.value:f} is not {value.numerator:f} out of {value.denominator:f}, which is {share:.2f}",
            )


def _half_digit(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb(min(exponent if isinstance(exponent, int) else 0, 0) - 1)


@rule("values.off-scale", Severity.ERROR, "what a scale is")
def off_scale(project: Project, _: dt.date) -> Iterator[Finding]:
    """An ordinal or nominal value is one of the indicator's scale; a yes-or-no value is yes or no."""
    for indicator, path, value in _values(project):
        if value.stated is None:
            continue
        if (
            indicator.measure in (MeasureType.ORDINAL, MeasureType.NOMINAL)
            and indicator.scale
            and value.stated not in indicator.scale
        ):
            yield Finding(f"{path}.stated", f"{value.stated!r} is not on the scale: {', '.join(indicator.scale)}")
        if indicator.measure is MeasureType.BOOLEAN and value.stated.strip().casefold() not in _YES_NO:
            yield Finding(f"{path}.stated", f"{value.stated!r} is neither yes nor no")


@rule("targets.against-direction", Severity.WARNING, "TolaData; hikaya activity 397")
def against_direction(project: Project, _: dt.date) -> Iterator[Finding]:
    """A target lies on the side of the baseline that the direction calls better."""
    for indicator, path, target, baseline in _final_targets(project):
        if indicator.direction is Direction.INCREASE and target < baseline:
            yield Finding(path, f"more is better, and the target, {target:f}, is below the baseline, {baseline:f}")
        if indicator.direction is Direction.DECREASE and target > baseline:
            yield Finding(path, f"less is better, and the target, {target:f}, is above the baseline, {baseline:f}")


@rule("targets.equal-to-baseline", Severity.WARNING, "Akvo RSR 2830")
def equal_to_baseline(project: Project, _: dt.date) -> Iterator[Finding]:
    """A target is the baseline only where to maintain it is the aim."""
    for indicator, path, target, baseline in _final_targets(project):
        if target == baseline and indicator.direction is not Direction.MAINTAIN:
            yield Finding(
                path, f"the target is the baseline, {baseline:f}: if that is the aim, the direction is maintain"
            )


def _final_targets(project: Project) -> Iterator[tuple[Indicator, str, Decimal, Decimal]]:
    """Each indicator's last target for all, with the one baseline for all it can be held against."""
    for path, indicator in indicators(project):
        baselines = [each.value for each in indicator.baselines if is_whole(each) and each.value is not None]
        found = _whole_targets(indicator, path)
        if len(baselines) == 1 and found:
            here, target = found[-1]
            if indicator.accumulation in (Accumulation.PER_PERIOD, Accumulation.RUNNING_SUM) and not indicator.targets:
                continue  # new amounts in a period are not held against a level
            yield indicator, here, target, baselines[0]


def _whole_targets(indicator: Indicator, path: str) -> list[tuple[str, Decimal]]:
    """The targets for all categories and places by the end of their period, those for the whole project last."""
    return [(here, value) for _, here, value in _period_targets(indicator, path)] + _project_targets(indicator, path)


def _period_targets(indicator: Indicator, path: str) -> list[tuple[int, str, Decimal]]:
    """The targets for all in periods, by the end of these, each with the position of its period."""
    dated = [
        (period.span.last, number, f"{path}.periods[{number}].targets[{at}].value", each.value)
        for number, period in enumerate(indicator.periods)
        for at, each in enumerate(period.targets)
        if period.span is not None and period.span.last is not None and is_whole(each) and each.value is not None
    ]
    dated.sort(key=lambda each: each[0])
    return [(number, here, value) for _, number, here, value in dated]


def _project_targets(indicator: Indicator, path: str) -> list[tuple[str, Decimal]]:
    """The targets for all outside any period."""
    return [
        (f"{path}.targets[{at}].value", each.value)
        for at, each in enumerate(indicator.targets)
        if is_whole(each) and each.value is not None
    ]


@rule("targets.do-not-add-up", Severity.WARNING, "TolaData")
def do_not_add_up(project: Project, _: dt.date) -> Iterator[Finding]:
    """Targets per period add up to the target of the whole; running ones never fall, and end with it."""
    for path, indicator in indicators(project):
        periods, final = _period_targets(indicator, path), _project_targets(indicator, path)[:1]
        one_each = sorted(number for number, _, _ in periods) == list(range(len(indicator.periods)))
        if indicator.accumulation is Accumulation.PER_PERIOD and periods and one_each:
            total = reduce(ARITHMETIC.add, (value for _, _, value in periods))
            for here, value in final:
                if value != total:
                    yield Finding(here, f"the targets of the periods add up to {total:f}, not {value:f}")
        if indicator.accumulation in (Accumulation.RUNNING_SUM, Accumulation.RUNNING_TOTAL):
            for (_number, _path, before), (_at, here, value) in pairwise(periods):
                if value < before and indicator.direction is not Direction.DECREASE:
                    yield Finding(here, f"a running target falls from {before:f} to {value:f}")
            for here, value in final:
                if periods and periods[-1][2] != value:
                    yield Finding(here, f"the last running target is {periods[-1][2]:f}, not {value:f}")


@rule("actuals.running-total-falls", Severity.WARNING, "Akvo RSR 5212")
def running_total_falls(project: Project, _: dt.date) -> Iterator[Finding]:
    """A running total does not fall from one period to the next."""
    for path, indicator in indicators(project):
        if indicator.accumulation is not Accumulation.RUNNING_TOTAL or indicator.direction is Direction.DECREASE:
            continue
        found = sorted(
            (period.span.last, number, at, each.value)
            for number, period in enumerate(indicator.periods)
            for at, each in enumerate(period.actuals)
            if period.span is not None and period.span.last is not None and is_whole(each) and each.value is not None
        )
        for earlier, (_end, number, at, value) in pairwise(found):
            before = earlier[-1]
            if value < before:
                yield Finding(
                    f"{path}.periods[{number}].actuals[{at}].value",
                    f"the running total falls from {before:f} to {value:f}: a correction, or a mistake",
                )


@rule("indicators.percentage-added-up", Severity.ERROR, "TolaData, where percentages are never summed")
def percentage_added_up(project: Project, _: dt.date) -> Iterator[Finding]:
    """Percentages of several periods are not added up."""
    for path, indicator in indicators(project):
        if indicator.measure is MeasureType.PERCENTAGE and indicator.accumulation in (
            Accumulation.PER_PERIOD,
            Accumulation.RUNNING_SUM,
        ):
            yield Finding(f"{path}.accumulation", "percentages do not add up over periods: a snapshot is likely meant")


@rule("baselines.no-date", Severity.ERROR, "IATI 2.03 schema: baseline/@year required")
def baseline_no_date(project: Project, _: dt.date) -> Iterator[Finding]:
    """A baseline says when it was measured; one that is not applicable need not."""
    for path, indicator in indicators(project):
        for at, baseline in enumerate(indicator.baselines):
            if baseline.date is None and baseline.status is None:
                yield Finding(f"{path}.baselines[{at}].date", "the baseline has no date: state at least the year")


@rule("baselines.late", Severity.WARNING, "what a baseline is")
def baseline_late(project: Project, _: dt.date) -> Iterator[Finding]:
    """A baseline was measured before the first period was over."""
    for path, indicator in indicators(project):
        ends = [
            period.span.end for period in indicator.periods if period.span is not None and period.span.end is not None
        ]
        first = min(ends, key=first_day, default=None)
        for at, baseline in enumerate(indicator.baselines):
            if first is not None and baseline.date is not None and is_before(first, baseline.date):
                yield Finding(
                    f"{path}.baselines[{at}].date",
                    f"the baseline is of {baseline.date}, after the first period ended, {first}",
                )


@rule("indicators.no-baseline", Severity.INFO, "IATI guidance, results")
def no_baseline(project: Project, _: dt.date) -> Iterator[Finding]:
    """An indicator has a baseline before values are collected."""
    for path, indicator in indicators(project):
        if not indicator.baselines and not _has_actuals(indicator):
            yield Finding(f"{path}.baselines", "no baseline is given: state one, or that none is applicable")


@rule("indicators.still-no-baseline", Severity.WARNING, "IATI guidance, results")
def still_no_baseline(project: Project, _: dt.date) -> Iterator[Finding]:
    """An indicator whose values are collected has a baseline."""
    for path, indicator in indicators(project):
        if not indicator.baselines and _has_actuals(indicator):
            yield Finding(f"{path}.baselines", "values are reported without a baseline: progress cannot be told")


def _has_actuals(indicator: Indicator) -> bool:
    return any(period.actuals for period in indicator.periods)


@rule("targets.no-due-date", Severity.WARNING, "USAID: targets have an explicit time frame")
def no_due_date(project: Project, _: dt.date) -> Iterator[Finding]:
    """A target outside any period says when it is due."""
    for path, indicator in indicators(project):
        for at, target in enumerate(indicator.targets):
            if target.due is None:
                yield Finding(
                    f"{path}.targets[{at}].due", "the target has no due date: state one, or put it in a period"
                )


@rule("targets.due-after-end", Severity.WARNING, "USAID: targets have an explicit time frame")
def due_after_end(project: Project, _: dt.date) -> Iterator[Finding]:
    """A target is due within the project."""
    end = project.span.end if project.span is not None else None
    for path, indicator in indicators(project):
        for at, target in enumerate(indicator.targets):
            if end is not None and target.due is not None and is_before(end, target.due):
                yield Finding(
                    f"{path}.targets[{at}].due", f"the target is due {target.due}, after the project ends, {end}"
                )


def _values(project: Project) -> Iterator[tuple[Indicator, str, Measured]]:
    for path, indicator in indicators(project):
        for here, value in values(indicator, path):
            yield indicator, here, value


def _official(path: str, number: int) -> str:
    """The standard's rule id for a baseline, target or actual."""
    part = path.rpartition(".")[2].partition("[")[0]
    return f"8.{ {'baselines': 8, 'targets': 9, 'actuals': 10}[part] }.{number}"


RULES: tuple[Rule, ...] = (
    no_measure,
    no_title,
    no_unit,
    missing,
    not_a_number,
    qualitative_with_value,
    percentage_out_of_range,
    zero_denominator,
    percentage_disagrees,
    off_scale,
    against_direction,
    equal_to_baseline,
    do_not_add_up,
    running_total_falls,
    percentage_added_up,
    baseline_no_date,
    baseline_late,
    no_baseline,
    still_no_baseline,
    no_due_date,
    due_after_end,
)
