"""What the periods of an indicator amount to, as its accumulation says: sums of new amounts, or the latest that stands."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias, final

from attrs import evolve

from aidmodel.analysis.figures import Reckoned, actual_of, for_all, no, one_of_several, reported_by, summed
from aidmodel.errors import InvalidValue, NotFound
from aidmodel.model.indicator import Accumulation, Indicator, Period
from aidmodel.model.measurement import Actual, Target
from aidmodel.rules.spans import gaps, latest, overlapping
from aidmodel.values.partial_date import as_day, earliest_day, is_before, is_certain, last_day
from aidmodel.values.span import DateSpan, as_span

ADDING = (Accumulation.PER_PERIOD, Accumulation.RUNNING_SUM)
"""The accumulations whose reported values are new amounts."""


def ended(periods: Iterable[Period], as_of: dt.date | None) -> list[Period]:
    """Give the periods that have certainly ended by the end of a day; None: all."""
    if as_of is None:
        return list(periods)
    return [period for period in periods if _has_ended(period, as_of)]


def _has_certain_end(period: Period) -> bool:
    return is_certain(period.span.end if period.span is not None else None)


def says_something(period: Period, indicator: Indicator) -> bool:
    """Say whether a period has a value, or something else in the place of one than that there is none yet."""
    if len(period.actuals) == 1 and period.actuals[0].value is not None and not _is_part(period.actuals[0]):
        return True
    found = actual_of(period.actuals, indicator)
    return found.reason is None or found.reason.code not in NOTHING


def _is_part(actual: Actual) -> bool:
    return bool(actual.dimensions or actual.locations)


def _has_ended(period: Period, as_of: dt.date) -> bool:
    end = period.span.end if period.span is not None else None
    return is_certain(end) and last_day(end) <= as_of


def last_of(periods: Sequence[Period]) -> list[Period]:
    """Give the period that certainly ends last, or the several that end together; none where that cannot be said."""
    if len(periods) == 1:
        return list(periods)
    ends = [period.span.end if period.span is not None else None for period in periods]
    dated = [end for end in ends if is_certain(end)]
    if not dated:
        return []
    last = max(dated, key=earliest_day)
    if not all(end == last or (end is not None and is_before(end, last) is True) for end in ends):
        return []
    return [period for period, end in zip(periods, ends, strict=True) if end == last]


def overlap(periods: Sequence[Period]) -> str:
    """Give the first period that shares a day with another for certain, '' where none does."""
    spans = [(position, period.span) for position, period in enumerate(periods) if period.span is not None]
    for position, (possible, other) in sorted(overlapping(spans).items()):
        if not possible:
            return f"{periods[position].span} and {periods[other].span}"
    return ""


def actual_to_date(indicator: Indicator, as_of: dt.date | None, *, allow_overlap: bool = False) -> Reckoned:
    """Give what was found in all, as the accumulation says: the sum of the periods, or what the last of them has.

    Only periods that have ended by ``as_of`` count, and what was reported by then; None: all. Where the accumulation is
    not stated there is an answer only if no more than one period has a value.
    """
    counted = ended(indicator.periods, as_of)
    found = [(period, actual_of(reported_by(period.actuals, as_of), indicator)) for period in counted]
    undated = (period for period in indicator.periods if as_of is not None and not _has_certain_end(period))
    if any(says_something(period, indicator) for period in undated):
        return no("undated_periods")
    reported = [(period, each) for period, each in found if each.reason is None or each.reason.code not in NOTHING]
    if not reported:
        return no("not_due") if indicator.periods and not counted else summed([each for _, each in found], indicator)
    if indicator.accumulation is None and len(reported) > 1:
        if all(each.number is None for _, each in reported):
            return reported[0][1]._replace(of=())
        return no("accumulation_not_stated", f"{len(reported)} periods")
    if indicator.accumulation not in ADDING:
        return _latest([period for period, _ in reported], counted, indicator, as_of)
    if len(reported) > 1 and any(period.span is None for period, _ in reported):
        return no("undated_periods")
    both = "" if allow_overlap else overlap([period for period, _ in reported])
    return no("overlapping_periods", both) if both else summed([each for _, each in found], indicator)


def _latest(
    reported: Sequence[Period], counted: Sequence[Period], indicator: Indicator, as_of: dt.date | None
) -> Reckoned:
    """Give what the last period has; of a running total, the sum of what each source had last."""
    last = last_of(reported)
    if not last:
        return no("undated_periods")
    whole = {id(period): for_all(reported_by(period.actuals, as_of)) for period in reported}
    sources = dict.fromkeys(actual.source for actuals in whole.values() for actual in actuals)
    if indicator.accumulation is Accumulation.RUNNING_TOTAL and len(sources) > 1 and None not in sources:
        ends = [last_of([period for period in reported if _says(whole[id(period)], source)]) for source in sources]
        if not all(ends):
            return no("undated_periods")
        each = [
            actual_of(
                [actual for period in those for actual in whole[id(period)] if actual.source == source], indicator
            )
            for source, those in zip(sources, ends, strict=True)
        ]
        return summed(each, indicator)._replace(
            complete=all(those == last for those in ends) and _all_there(last, counted)
        )
    found = actual_of([actual for period in last for actual in reported_by(period.actuals, as_of)], indicator)
    here = {actual.source for period in last for actual in whole[id(period)]}
    return found._replace(complete=found.complete and sources.keys() == here and _all_there(last, counted))


def _says(actuals: Iterable[Actual], source: str | None) -> bool:
    return any(actual.source == source for actual in actuals)


def _all_there(last: Sequence[Period], counted: Sequence[Period]) -> bool:
    """Say whether no later period lacks its value."""
    return all(period in last for period in last_of(counted))


NOTHING = ("no_actual", "not_applicable", "not_due")
"""The reasons of periods in which there is no value yet, or can be none: they do not take the place of one before."""


def target_in_all(indicator: Indicator, *, allow_overlap: bool = False) -> Reckoned:
    """Give what is aimed at in all: the indicator's own target, or what those of its periods amount to."""
    if own := for_all(indicator.targets):
        return of_target(own, indicator)
    stated = [(period, of_target(period.targets, indicator)) for period in indicator.periods if period.targets]
    if not stated:
        return no("only_parts" if indicator.targets else "no_target")
    adding = indicator.accumulation is Accumulation.PER_PERIOD
    if adding and any(not period.targets and says_something(period, indicator) for period in indicator.periods):
        return no("some_targets")
    if len(stated) == 1 and (not adding or len(indicator.periods) == 1):
        return stated[0][1]
    if indicator.accumulation is None:
        return no("accumulation_not_stated", f"{len(stated)} periods have targets")
    if indicator.accumulation is Accumulation.PER_PERIOD:
        both = "" if allow_overlap else overlap([period for period, _ in stated])
        if both:
            return no("overlapping_periods", both)
        whole = summed([each for _, each in stated], indicator)
        return whole._replace(complete=whole.complete and len(stated) == len(indicator.periods))
    last = last_of([period for period, _ in stated])
    return of_target([each for period in last for each in period.targets], indicator) if last else no("undated_periods")


def of_target(targets: Sequence[Target], indicator: Indicator) -> Reckoned:
    """Give the number of the one target for all; of several that are due at different times the one due last."""
    whole = for_all(targets)
    dated = [target for target in whole if target.due is not None]
    last = latest([(target.due, target) for target in whole]) if len(dated) == len(whole) else None
    if last is not None:
        whole = [last]
    ranged = [target for target in whole if target.minimum is not None or target.maximum is not None]
    if ranged:
        bounds = {(target.minimum, target.maximum) for target in whole}
        return Reckoned(None, None, (whole[0],)) if len(bounds) == 1 else no("several_targets", f"{len(whole)} of them")
    return one_of_several(whole or targets, indicator, "no_target", "several_targets")


def with_values(indicator: Indicator, as_of: dt.date | None) -> list[Period]:
    """Give the periods that have ended by a day and have a value that was reported by then; None: all with a value."""
    told = ended(indicator.periods, as_of)
    if as_of is not None:
        told = [evolve(period, actuals=reported_by(period.actuals, as_of)) for period in told]
    return [period for period in told if says_something(period, indicator)]


def last_reported(indicator: Indicator, as_of: dt.date | None) -> dt.date | None:
    """Give the day that the last period with a value certainly ends on; None: that cannot be said."""
    last = last_of(with_values(indicator, as_of))
    end = last[0].span.end if last and last[0].span is not None else None
    return last_day(end) if is_certain(end) else None


def named_period(indicator: Indicator, wanted: DateSpan | str | int) -> Period:
    """Give the period that is meant by its days, or by its position.

    Raises:
        NotFound: there is none.
        InvalidValue: several have these days, or it is neither.

    """
    if isinstance(wanted, int) and not isinstance(wanted, bool):
        if not -len(indicator.periods) <= wanted < len(indicator.periods):
            raise NotFound(f"position among the {len(indicator.periods)} periods", str(wanted))
        return indicator.periods[wanted]
    span = as_span(wanted)  # type: ignore[arg-type]  # it refuses what is none
    found = [period for period in indicator.periods if period.span == span]
    if not found:
        raise NotFound("period of the indicator", str(span))
    if len(found) > 1:
        raise InvalidValue(str(span), "is the span of several periods", "give the position of one", "period")
    return found[0]


def actual_in(indicator: Indicator, period: Period, day: dt.date | None, *, allow_overlap: bool = False) -> Reckoned:
    """Give what was found in one period, reported by a day; of a running sum, what was found until its end."""
    end = period.span.end if period.span is not None else None
    found = actual_of(reported_by(period.actuals, day), indicator)
    if day is not None and is_certain(end) and last_day(end) > day and not period.actuals:
        return no("not_due")
    if indicator.accumulation is not Accumulation.RUNNING_SUM or found.number is None:
        return found
    if not is_certain(end):
        return no("undated_periods")
    upto = [each for each in indicator.periods if each is period or ended([each], last_day(end))]
    known = [evolve(each, actuals=reported_by(each.actuals, day)) for each in upto]
    return actual_to_date(evolve(indicator, periods=known), None, allow_overlap=allow_overlap)


def target_in(indicator: Indicator, period: Period) -> Reckoned:
    """Give what is aimed at in one period."""
    return of_target(period.targets, indicator) if period.targets else no("no_target")


def missing_days(indicator: Indicator, as_of: dt.date | None = None) -> tuple[DateSpan, ...]:
    """Give the days between the first and the last of the periods that have ended by a day that none of them covers.

    None for ``as_of``: of all periods.

    >>> missing_days(Indicator(periods=[Period("2023-Q1"), Period("2023-Q3")]))
    (DateSpan('2023-04-01', '2023-06-30'),)
    """
    counted = ended(indicator.periods, as_of)
    spans = [(position, period.span) for position, period in enumerate(counted) if period.span is not None]
    return tuple(DateSpan(first, last) for _, first, last in gaps(spans))


Side: TypeAlias = Literal["actual", "target", "baseline"]
"""Which values of an indicator are meant."""


@final
class Question(NamedTuple):
    """Which number of an indicator is meant; it is asked of many."""

    of: Side = "actual"
    """Which of its values."""
    period: DateSpan | int | None = None
    """The one period, by its days or its position; None: the whole project."""
    as_of: dt.date | None = None
    """The day by which it was known; None: all that is known."""

    def look(self, indicator: Indicator) -> Reckoned:
        """Read the number off an indicator.

        Raises:
            NotFound: it has no such period.
            InvalidValue: it has several.

        """
        if self.of == "baseline":
            return one_of_several(indicator.baselines, indicator, "no_baseline", "several_baselines")
        one = None if self.period is None else named_period(indicator, self.period)
        if self.of == "target":
            return target_in_all(indicator) if one is None else target_in(indicator, one)
        return actual_to_date(indicator, self.as_of) if one is None else actual_in(indicator, one, self.as_of)

    def spans(self, indicator: Indicator) -> frozenset[DateSpan | None]:
        """Give the days of the periods that the number is made of; none: it is not made of several periods."""
        if self.of == "baseline" or (self.of == "target" and for_all(indicator.targets)):
            return frozenset()
        running = indicator.accumulation is Accumulation.RUNNING_SUM
        if self.period is not None and not (running and self.of == "actual"):
            return frozenset()
        if self.of == "target":
            found = [period for period in indicator.periods if for_all(period.targets)]
            adding = indicator.accumulation is Accumulation.PER_PERIOD
        else:
            found = with_values(indicator, self.as_of)
            adding = indicator.accumulation in ADDING
        return frozenset(period.span for period in (found if adding else last_of(found)))

    def __str__(self) -> str:
        period = "" if self.period is None else f" of period {self.period}"
        return f"{self.of}s{period}{'' if self.as_of is None else f' as of {self.as_of}'}"


def question(of: object, period: DateSpan | str | int | None, as_of: object, owner: str) -> Question:
    """Give the question that was meant.

    Raises:
        InvalidValue: ``of`` is no side, ``period`` no span, or ``as_of`` no day; it names ``owner``.

    """
    if of not in ("actual", "target", "baseline"):
        raise InvalidValue(of, 'must be "actual", "target" or "baseline"', "", "of", owner)
    try:
        day = None if as_of is None else as_day(as_of)  # type: ignore[arg-type]  # it refuses what is none
    except InvalidValue as error:
        raise error.under("as_of", owner) from None
    if day is not None and of != "actual":
        raise InvalidValue(as_of, "means nothing here", "only actuals are reported by a day", "as_of", owner)
    if period is not None and of == "baseline":
        raise InvalidValue(period, "means nothing here", "baselines stand outside the periods", "period", owner)
    try:
        span = period if period is None or type(period) is int else as_span(period)  # type: ignore[arg-type]
    except InvalidValue as error:
        raise error.under("period", owner) from None
    return Question(of, span, day)
