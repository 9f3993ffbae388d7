"""What the periods of an indicator amount to, as its accumulation says: sums of new amounts, or the latest that stands."""

import datetime as dt
from collections.abc import Iterable, Sequence

from aidmodel.analysis.figures import Figure, actual_of, for_all, no, one_of_several, summed
from aidmodel.model.indicator import Accumulation, Indicator, Period
from aidmodel.model.measurement import Target
from aidmodel.rules.spans import gaps, overlapping
from aidmodel.values.partial_date import AnyDate, is_before, is_certain, last_day
from aidmodel.values.span import DateSpan

ADDING = (Accumulation.PER_PERIOD, Accumulation.RUNNING_SUM)
"""The accumulations whose reported values are new amounts."""


def ended(periods: Iterable[Period], as_of: dt.date | None) -> list[Period]:
    """Give the periods that have certainly ended by the end of a day; None: all."""
    if as_of is None:
        return list(periods)
    return [period for period in periods if _has_ended(period, as_of)]


def _has_ended(period: Period, as_of: dt.date) -> bool:
    end = period.span.end if period.span is not None else None
    return is_certain(end) and last_day(end) <= as_of


def last_of(periods: Sequence[Period]) -> list[Period]:
    """Give the period that certainly ends last, or the several that end together; none where that cannot be said."""
    if len(periods) == 1:
        return list(periods)
    for candidate in periods:
        end = candidate.span.end if candidate.span is not None else None
        if is_certain(end):
            ends = [period.span.end if period.span is not None else None for period in periods]
            if all(own == end or _ends_before(own, end) for own in ends):
                return [period for period, own in zip(periods, ends, strict=True) if own == end]
    return []


def _ends_before(own: AnyDate | None, end: AnyDate) -> bool:
    return own is not None and is_before(own, end) is True


def overlap(periods: Sequence[Period]) -> str:
    """Give the first period that shares a day with another for certain, '' where none does."""
    spans = [(position, period.span) for position, period in enumerate(periods) if period.span is not None]
    for position, (possible, other) in sorted(overlapping(spans).items()):
        if not possible:
            return f"{periods[position].span} and {periods[other].span}"
    return ""


def actual_to_date(indicator: Indicator, as_of: dt.date | None, *, allow_overlap: bool = False) -> Figure:
    """Give what was found in all, as the accumulation says: the sum of the periods, or what the last of them has.

    Only periods that have ended by ``as_of`` count; None: all. Where the accumulation is not stated there is an answer
    only if no more than one period has a value.
    """
    counted = ended(indicator.periods, as_of)
    found = [(period, actual_of(period.actuals, indicator)) for period in counted]
    reported = [(period, each) for period, each in found if each.reason is None or each.reason.code not in _NOTHING]
    if not reported:
        return no("not_due") if indicator.periods and not counted else summed([each for _, each in found], indicator)
    if indicator.accumulation is None and (len(reported) == 1 or all(each.number is None for _, each in reported)):
        return reported[0][1]  # there is nothing to add, or nothing that could be added
    if indicator.accumulation is None:
        return no("accumulation_not_stated", f"{len(reported)} periods")
    if indicator.accumulation not in ADDING:
        last = last_of([period for period, _ in reported])
        return actual_of([each for period in last for each in period.actuals], indicator) if last else _UNDATED
    both = "" if allow_overlap else overlap([period for period, _ in reported])
    return no("overlapping_periods", both) if both else summed([each for _, each in found], indicator)


_NOTHING = ("no_actual", "not_applicable", "not_due")
"""The reasons of periods in which there is no value yet, or can be none: they do not take the place of one before."""

_UNDATED = no("undated_periods")


def target_in_all(indicator: Indicator, *, allow_overlap: bool = False) -> Figure:
    """Give what is aimed at in all: the indicator's own target, or what those of its periods amount to."""
    if own := for_all(indicator.targets):
        return of_target(own, indicator)
    stated = [(period, of_target(period.targets, indicator)) for period in indicator.periods if period.targets]
    if not stated:
        return no("only_parts" if indicator.targets else "no_target")
    if len(stated) == 1:
        return stated[0][1]
    if indicator.accumulation is None:
        return no("accumulation_not_stated", f"{len(stated)} periods have targets")
    if indicator.accumulation is Accumulation.PER_PERIOD:
        if any(each.number is None and each.reason is None for _, each in stated):
            return no("ranges_do_not_add")
        both = "" if allow_overlap else overlap([period for period, _ in stated])
        if both:
            return no("overlapping_periods", both)
        whole = summed([each for _, each in stated], indicator)
        return whole._replace(complete=whole.complete and len(stated) == len(indicator.periods))
    last = last_of([period for period, _ in stated])
    return of_target([each for period in last for each in period.targets], indicator) if last else _UNDATED


def of_target(targets: Sequence[Target], indicator: Indicator) -> Figure:
    """Give the number of the one target for all; of several that are due at different times the one due last."""
    whole = for_all(targets)
    dated = [target for target in whole if target.due is not None]
    if len(whole) > 1 and len(dated) == len(whole):
        for candidate in dated:
            due = candidate.due
            others = [other.due for other in dated if other is not candidate]
            if due is not None and all(day is not None and is_before(day, due) for day in others):
                whole = [candidate]
                break
    ranged = [target for target in whole if target.minimum is not None or target.maximum is not None]
    if ranged:
        bounds = {(target.minimum, target.maximum) for target in whole}
        return Figure(None, None, (whole[0],)) if len(bounds) == 1 else no("several_targets", f"{len(whole)} of them")
    return one_of_several(whole or targets, indicator, "no_target", "several_targets")


def missing_days(indicator: Indicator) -> tuple[DateSpan, ...]:
    """Give the days between the first and the last period of an indicator that none of them covers.

    >>> missing_days(Indicator(periods=[Period("2023-Q1"), Period("2023-Q3")]))
    (DateSpan('2023-04-01', '2023-06-30'),)
    """
    spans = [(position, period.span) for position, period in enumerate(indicator.periods) if period.span is not None]
    return tuple(DateSpan(first, last) for _, first, last in gaps(spans))
