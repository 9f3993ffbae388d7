"""Progress of an indicator: one formula, exact, in both directions, and the reason where nothing can be said."""

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, final

from attrs import frozen

from aidmodel._fields import as_instance, named
from aidmodel.analysis.expected import LINEAR, Course, Profile, milestone, time_passed
from aidmodel.analysis.figures import Figure, Reason, actual_of, no, one_of_several
from aidmodel.analysis.over_time import ADDING, actual_to_date, target_in_all
from aidmodel.errors import InvalidValue, NotFound
from aidmodel.model.indicator import Accumulation, Direction, Indicator, MeasureType, Period
from aidmodel.model.measurement import Measured, Target
from aidmodel.values.number import as_decimal
from aidmodel.values.partial_date import as_day
from aidmodel.values.span import DateSpan, as_span

Method: TypeAlias = Literal["baseline", "ratio", "ratio_down"]
"""What progress is: the part of the way from the baseline to the target; or actual over target, or target over actual."""

_METHODS: tuple[Method, ...] = ("baseline", "ratio", "ratio_down")
_DISPLAY = Context(prec=60, rounding=ROUND_HALF_UP, Emin=-999, Emax=999, flags=[], traps=[])
_ZERO = Fraction(0)


@final
class Inputs(NamedTuple):
    """The numbers that progress was reckoned from, each with the values it was made of, or the reason it is not known."""

    baseline: Figure
    target: Figure
    actual: Figure
    assumed: str = ""
    """What was assumed of the baseline; '' for nothing."""


@final
@frozen(field_transformer=named, repr=False)
class Progress:
    """
    How far an indicator has come, exact; or why that cannot be said.

    It formats itself, as a part of 1 or in percent; nothing is capped or made positive.

    >>> falling = Indicator(baselines=80, targets=40, periods=Period("2024", actuals=60))
    >>> print(f"{progress(falling):.0%}")
    50%
    >>> print(progress(Indicator(targets=3500, periods=Period("2024", actuals=6077))))
    not known: there is no baseline to reckon from
    """

    value: Fraction | None
    """The part of the way, 1 for all of it; None: :attr:`reason` says why."""
    reason: Reason | None
    """Why there is no value; None: there is one."""
    met: bool | None
    """Whether the actual is where the target wants it, whatever the way; None: that cannot be said."""
    method: Method
    """How it was reckoned."""
    inputs: Inputs
    """What it was reckoned from."""
    as_of: dt.date | None = None
    """The day it is of; None: no day was judged by."""
    expected: Fraction | None = None
    """The part of the way that was expected by the day; None: no day was given, or nothing says what was to be expected."""

    @property
    def clamped(self) -> Fraction | None:
        """The value, not below 0 and not above 1."""
        return None if self.value is None else min(max(self.value, _ZERO), Fraction(1))

    @property
    def on_track(self) -> Fraction | None:
        """Progress over what was expected: 1 for just as far; None: one of the two is not known, or nothing was expected."""
        due = self.expected
        return self.value / due if self.value is not None and due is not None and due > 0 else None

    @property
    def complete(self) -> bool:
        """Whether no value of a period is missing from the actual, nor from the target."""
        return self.inputs.actual.complete and self.inputs.target.complete

    @property
    def deviation(self) -> Fraction | None:
        """How far the actual is from the target, as a part of the target; None: one is not known, or the target is 0."""
        actual, target = self.inputs.actual.number, self.inputs.target.number
        return None if actual is None or not target else (actual - target) / abs(target)

    def band(self, thresholds: Mapping[str, Decimal | Fraction | int | str], *, of: str = "value") -> str | None:
        """Give the band that the value lies in: each has its lower bound, which belongs to it; None: it is not known.

        ``of`` is "value" or "on_track". What lies below all bounds is in the lowest band.

        Raises:
            InvalidValue: there is no band, a bound is no number, or ``of`` is neither.

        >>> light = {"red": 0, "amber": "0.49", "green": "0.85"}
        >>> progress(Indicator(baselines=0, targets=100, periods=Period("2024", actuals=49))).band(light)
        'amber'

        """
        if of not in ("value", "on_track"):
            raise InvalidValue(of, 'must be "value" or "on_track"', "", "of", "Progress.band")
        return banded(self.value if of == "value" else self.on_track, thresholds)

    def __format__(self, spec: str) -> str:
        if self.value is None:
            return str(self) if not spec else "not known"
        if not spec:
            return str(self)
        return written(self.value, spec)

    def __str__(self) -> str:
        return f"not known: {self.reason}" if self.value is None else f"{self:.1%}"

    def __repr__(self) -> str:
        met = "" if self.met is None else ", met" if self.met else ", not met"
        return f"<Progress {self}{met}>"


def written(value: Fraction, spec: str) -> str:
    """Write a part of 1 as a format says, rounded half up.

    >>> written(Fraction(1, 8), ".0%")
    '13%'
    """
    with localcontext(_DISPLAY):
        return format(Decimal(value.numerator) / Decimal(value.denominator), spec)


def banded(value: Fraction | None, thresholds: Mapping[str, Decimal | Fraction | int | str]) -> str | None:
    """Give the band that a value lies in: each has its lower bound, which belongs to it; None: there is no value.

    Raises:
        InvalidValue: there is no band, or a bound is no number.

    """
    if not isinstance(thresholds, Mapping) or not thresholds:
        raise InvalidValue(thresholds, "must go from band to its lower bound", 'write {"red": 0, "green": "0.85"}')
    bounds = sorted(
        (bound if isinstance(bound, Fraction) else Fraction(as_decimal(bound)), name)
        for name, bound in thresholds.items()
    )
    if value is None:
        return None
    return next((name for bound, name in reversed(bounds) if bound <= value), bounds[0][1])


def progress(
    indicator: Indicator,
    *,
    as_of: dt.date | str | None = None,
    period: DateSpan | str | int | None = None,
    baseline: Literal["stated", "zero"] | Decimal | int = "stated",
    method: Method = "baseline",
    expected: Course | None = None,
    span: DateSpan | str | None = None,
    allow_overlap: bool = False,
) -> Progress:
    """Say how far an indicator has come: (actual - baseline) / (target - baseline), whichever way is better.

    By default it is that of the whole project: the indicator's own target, or what the targets of its periods amount to,
    and what the actuals amount to, as the accumulation says. ``period`` asks for one period, by its days or its position.
    ``as_of`` counts only periods that have ended by that day; None: all, and nothing is judged to be due. A period that is
    asked for counts as it stands.

    ``baseline="zero"`` reckons from 0, a number from that number, whatever is stated; the result says so.
    ``method="ratio"`` gives actual over target, "ratio_down" target over actual, both blind to the baseline.

    With ``as_of``, ``expected`` is the course to compare with: "milestones" (the targets of the periods that have ended),
    "linear" in proportion to time, or a :class:`Profile`; None: milestones if one is due, else linear. The time is that of
    ``span``, None: from the start of the first period to the end of the last, or that of the period that is asked for.

    Raises:
        NotFound: it has no such period.
        InvalidValue: an argument is none of what may stand there.

    """
    indicator = as_instance(indicator, Indicator)
    if method not in _METHODS:
        raise InvalidValue(method, 'must be "baseline", "ratio" or "ratio_down"', "", "method", "progress")
    day = None if as_of is None else as_day(as_of)
    for name, given in (("expected", expected), ("span", span)):
        if given is not None and (day is None or method != "baseline"):
            mend = "state as_of" if day is None else 'only method="baseline" has a course'
            raise InvalidValue(given, "means nothing here", mend, name, "progress")
    one = None if period is None else _period(indicator, period)
    if one is None:
        actual = actual_to_date(indicator, day, allow_overlap=allow_overlap)
        target = target_in_all(indicator, allow_overlap=allow_overlap)
    else:
        actual, target = _of_period(indicator, one, day, allow_overlap=allow_overlap)
    start, assumed = _baseline(indicator, baseline)
    inputs = Inputs(start, target, actual, assumed)
    value, reason = _value(indicator, inputs, method)
    met = _met(indicator, inputs)
    due = None
    if day is not None and method == "baseline":
        course = _as_course(expected)
        whole = as_span(span) if span is not None else one.span if one is not None else _span_of(indicator)
        due = _expected(indicator if one is None else None, inputs, day, course, whole)
    return Progress(value, reason, met, method, inputs, day, due)


def _period(indicator: Indicator, wanted: DateSpan | str | int) -> Period:
    if isinstance(wanted, int) and not isinstance(wanted, bool):
        if not -len(indicator.periods) <= wanted < len(indicator.periods):
            raise NotFound(f"position among the {len(indicator.periods)} periods", str(wanted))
        return indicator.periods[wanted]
    span = as_span(wanted)  # type: ignore[arg-type]  # it refuses what is none
    found = [period for period in indicator.periods if period.span == span]
    if not found:
        raise NotFound("period of the indicator", str(span))
    if len(found) > 1:
        raise InvalidValue(
            str(span), "is the span of several periods", "give the position of one", "period", "progress"
        )
    return found[0]


def _of_period(
    indicator: Indicator, period: Period, day: dt.date | None, *, allow_overlap: bool
) -> tuple[Figure, Figure]:
    """Give what was found and what was aimed at in one period; of a running sum, what was found until its end."""
    target = target_in_all(Indicator(measure=indicator.measure, scale=indicator.scale, periods=period))
    end = period.span.last if period.span is not None else None
    if day is not None and (end is None or end > day) and not period.actuals:
        return no("not_due"), target
    if indicator.accumulation is Accumulation.RUNNING_SUM and end is not None:
        return actual_to_date(indicator, end, allow_overlap=allow_overlap), target
    return actual_of(period.actuals, indicator), target


def _baseline(indicator: Indicator, wanted: object) -> tuple[Figure, str]:
    if wanted == "zero":
        return Figure(_ZERO), "zero, as asked"
    if wanted != "stated":
        try:
            number = Fraction(as_decimal(wanted))  # type: ignore[arg-type]  # it refuses what is none
        except InvalidValue as error:
            raise InvalidValue(
                error.value, 'must be "stated", "zero" or a number', error.mend, "baseline", "progress"
            ) from None
        return Figure(number), f"{wanted}, as given"
    stated = one_of_several(indicator.baselines, indicator, "no_baseline", "several_baselines")
    counts = indicator.measure in (None, MeasureType.NUMBER, MeasureType.CURRENCY)
    from_nothing = indicator.accumulation in (*ADDING, Accumulation.RUNNING_TOTAL)
    if stated.reason == Reason("not_applicable") and counts and from_nothing:
        return Figure(_ZERO, None, stated.of), "zero, as a new amount has no baseline"
    return stated, ""


def _bounds(target: Figure) -> Target | None:
    """Give the target that is a range; None: it is a number, or not known."""
    first: Measured | None = target.of[0] if target.number is None and target.reason is None and target.of else None
    return first if isinstance(first, Target) else None


def _value(indicator: Indicator, inputs: Inputs, method: Method) -> tuple[Fraction | None, Reason | None]:
    for figure in (inputs.actual, inputs.target):
        if figure.reason is not None:
            return None, figure.reason
    actual, aim = inputs.actual.number, inputs.target.number
    ranged = _bounds(inputs.target)
    if actual is None:
        return None, Reason("no_actual")
    if method != "baseline":
        over, under = (actual, aim) if method == "ratio" else (aim, actual)
        if over is None or under is None:
            return None, Reason("target_is_range")
        return (
            (over / under, None)
            if under
            else (None, Reason("target_zero" if method == "ratio" else "zero_denominator"))
        )
    if indicator.measure is MeasureType.BOOLEAN and aim is not None:
        return Fraction(int(actual == aim)), None
    if inputs.baseline.number is None:
        return None, inputs.baseline.reason
    start = inputs.baseline.number
    if ranged is not None:
        aim = _nearer_bound(ranged, start)
        if aim is None:
            return None, Reason("baseline_in_range")
    if aim is None:
        return None, Reason("no_target")
    if aim == start:
        return None, Reason("baseline_equals_target")
    if ranged is None and indicator.direction is (Direction.INCREASE if aim < start else Direction.DECREASE):
        return None, Reason("target_against_direction")
    return (actual - start) / (aim - start), None


def _nearer_bound(target: Target, start: Fraction) -> Fraction | None:
    """Give the bound of a range that lies on the way from the baseline; None: the baseline is in the range."""
    if target.minimum is not None and start < target.minimum:
        return Fraction(target.minimum)
    if target.maximum is not None and start > target.maximum:
        return Fraction(target.maximum)
    return None


def _met(indicator: Indicator, inputs: Inputs) -> bool | None:
    """Say whether the actual is on the target's good side: that of the direction, else the one away from the baseline."""
    actual, aim, start = inputs.actual.number, inputs.target.number, inputs.baseline.number
    ranged = _bounds(inputs.target)
    if actual is None:
        return None
    if ranged is not None:
        low, high = ranged.minimum, ranged.maximum
        return (low is None or actual >= low) and (high is None or actual <= high)
    if aim is None:
        return None
    if indicator.measure is MeasureType.BOOLEAN or indicator.direction is Direction.MAINTAIN or actual == aim:
        return actual == aim
    rises = {Direction.INCREASE: True, Direction.DECREASE: False}.get(indicator.direction or Direction.NONE)
    if rises is None:
        return None if start is None or start == aim else (actual > aim) == (aim > start)
    if start is not None and start != aim and (aim > start) is not rises:
        return None  # the target contradicts the direction
    return (actual > aim) is rises


def _as_course(value: Course | None) -> Course | None:
    if value not in (None, "linear", "milestones") and not isinstance(value, Profile):
        raise InvalidValue(value, 'must be "linear", "milestones" or a Profile', "", "expected", "progress")
    return value


def _expected(
    indicator: Indicator | None, inputs: Inputs, day: dt.date, course: Course | None, whole: DateSpan | None
) -> Fraction | None:
    """Give the part of the way that was expected by a day; within one period (no indicator) there are no milestones."""
    if course in (None, "milestones"):
        start, aim = inputs.baseline.number, inputs.target.number
        due = None if indicator is None else milestone(indicator, day)
        if due is not None and due.number is not None and start is not None and aim is not None and aim != start:
            return (due.number - start) / (aim - start)
        if course == "milestones":
            return None
    if whole is None or not whole.exact:
        return None
    profile = course if isinstance(course, Profile) else LINEAR
    return profile.at(time_passed(whole, day))


def _span_of(indicator: Indicator) -> DateSpan | None:
    """Give the days from the first period's start to the last one's end; None: they are not known to the day."""
    spans = [period.span for period in indicator.periods]
    exact = [span for span in spans if span is not None and span.exact]
    if not spans or len(exact) < len(spans):
        return None
    starts, ends = zip(*((span.first, span.last) for span in exact), strict=True)
    return DateSpan(min(starts), max(ends))
