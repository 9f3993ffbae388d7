"""Progress of an indicator: one formula, exact, in both directions, and the reason where nothing can be said."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, final

from attrs import frozen

from aidmodel._fields import as_instance, named
from aidmodel.analysis.expected import LINEAR, Course, Profile, milestone, time_passed
from aidmodel.analysis.figures import Reason, Reckoned, for_all, one_of_several
from aidmodel.analysis.numbers import banded, written
from aidmodel.analysis.over_time import (
    ADDING,
    actual_in,
    actual_to_date,
    ended,
    missing_days,
    named_period,
    says_something,
    target_in,
    target_in_all,
)
from aidmodel.errors import InvalidValue
from aidmodel.model.indicator import Accumulation, Direction, Indicator, MeasureType
from aidmodel.model.measurement import Measured, Target
from aidmodel.values.number import as_decimal
from aidmodel.values.partial_date import as_day
from aidmodel.values.quantity import Qualifier
from aidmodel.values.span import DateSpan, as_span

Method: TypeAlias = Literal["baseline", "ratio", "ratio_down"]
"""What progress is: the part of the way from the baseline to the target; or actual over target, or target over actual."""

_METHODS: tuple[Method, ...] = ("baseline", "ratio", "ratio_down")
_ZERO = Fraction(0)
_BOUNDS = (Qualifier.AT_LEAST, Qualifier.OVER, Qualifier.UP_TO, Qualifier.UNDER)
_STEPS = (MeasureType.ORDINAL, MeasureType.BOOLEAN)


@final
class Inputs(NamedTuple):
    """The numbers that progress was reckoned from, each with the values it was made of, or the reason it is not known."""

    baseline: Reckoned
    target: Reckoned
    actual: Reckoned
    assumed: str = ""
    """What was assumed of the baseline; '' for nothing."""
    gaps: tuple[DateSpan, ...] = ()
    """The days between the periods of new amounts that none of them covers: what happened then is not in the sum."""


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
    rises: bool | None = None
    """Whether more is better: as the direction says, else the way from the baseline to the target; None: neither says."""
    course: Course | None = None
    """What was expected in between: "milestones", "linear" or a profile; None: nothing was."""

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
        """Whether no value of a period is missing from the actual, nor from the target, and no days between periods."""
        return self.inputs.actual.complete and self.inputs.target.complete and not self.inputs.gaps

    @property
    def deviation(self) -> Fraction | None:
        """How far the actual is from the target, as a part of the target.

        None: one of the two is not known, or is a word (a step of a scale has no zero), or the target is 0.
        """
        actual, target = self.inputs.actual, self.inputs.target
        worded = any(each.stated is not None for each in (*actual.of, *target.of))
        if actual.number is None or not target.number or worded:
            return None
        return (actual.number - target.number) / abs(target.number)

    def scope(self, within: Decimal | Fraction | int | str) -> Literal["below", "on", "above"] | None:
        """Say whether the actual is on scope: off the target by no more than a part of it, the bounds included.

        "above" is beyond that on the target's good side, "below" on the other: where less is better, a smaller actual is
        above scope. None: there is no :attr:`deviation`, or it is not stated which way is better.

        Raises:
            InvalidValue: ``within`` is no number, or below 0.

        >>> cases = Indicator(direction="decrease", targets=100, periods=Period("2024", actuals=80))
        >>> progress(cases).scope("0.15")
        'above'

        """
        try:
            limit = within if isinstance(within, Fraction) else Fraction(as_decimal(within))
        except InvalidValue as error:
            raise error.under("within", "Progress.scope") from None
        if limit < 0:
            raise InvalidValue(within, "must not be below 0", "", "within", "Progress.scope")
        off = self.deviation
        if off is None or self.rises is None:
            return "on" if off is not None and abs(off) <= limit else None
        if abs(off) <= limit:
            return "on"
        return "above" if (off > 0) is self.rises else "below"

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
        if self.value is None:
            return f"not known: {self.reason}"
        bound = self.inputs.actual.qualifier
        said = f" of an actual {bound} that" if bound in _BOUNDS else ""
        return f"{self:.1%}{said}{'' if self.complete else ', incomplete'}"

    def __repr__(self) -> str:
        met = "" if self.met is None else ", met" if self.met else ", not met"
        return f"<Progress {self}{met}>"


def progress(
    indicator: Indicator,
    *,
    as_of: dt.date | str | None = None,
    period: DateSpan | str | int | None = None,
    baseline: Literal["stated", "zero"] | Decimal | int = "stated",
    method: Method = "baseline",
    expected: Course | None = None,
    span: DateSpan | str | None = None,
    tolerance: Decimal | Fraction | int | str = 0,
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

    ``tolerance`` is how far from the target, in the indicator's unit, what is to be maintained still counts as met; its
    bounds belong to it.

    Raises:
        NotFound: it has no such period.
        InvalidValue: an argument is none of what may stand there.

    """
    indicator = as_instance(indicator, Indicator)
    if method not in _METHODS:
        raise InvalidValue(method, 'must be "baseline", "ratio" or "ratio_down"', "", "method", "progress")
    try:
        day = None if as_of is None else as_day(as_of)
    except InvalidValue as error:
        raise error.under("as_of", "progress") from None
    for name, given in (("expected", expected), ("span", span)):
        if given is not None and (day is None or method != "baseline"):
            mend = "state as_of" if day is None else 'only method="baseline" has a course'
            raise InvalidValue(given, "means nothing here", mend, name, "progress")
    if allow_overlap is not True and allow_overlap is not False:
        raise InvalidValue(allow_overlap, "must be True or False", "", "allow_overlap", "progress")
    try:
        one = None if period is None else named_period(indicator, period)
    except InvalidValue as error:
        raise InvalidValue(error.value, error.problem, error.mend, "period", "progress") from None
    if one is None:
        actual = actual_to_date(indicator, day, allow_overlap=allow_overlap)
        target = target_in_all(indicator, allow_overlap=allow_overlap)
    else:
        actual, target = actual_in(indicator, one, day, allow_overlap=allow_overlap), target_in(indicator, one)
    start, assumed = _baseline(indicator, baseline)
    adding = one is None and indicator.accumulation in ADDING
    gaps = missing_days(indicator, day) if adding and len(indicator.periods) > 1 else ()
    inputs = Inputs(start, target, actual, assumed, gaps)
    value, reason = _value(indicator, inputs, method)
    if one is None and (mismatch := _mismatch(indicator, inputs, method, day)) is not None and value is not None:
        value, reason = None, mismatch
    near = _as_tolerance(tolerance)
    met = _met(indicator, inputs, near, adding=adding, growing=adding and _open(indicator, day))
    due, course = None, None
    if day is not None and method == "baseline":
        wanted = _as_course(expected)
        whole = as_span(span) if span is not None else one.span if one is not None else _span_of(indicator)
        due, course = _expected(
            indicator if one is None else None, inputs, day, wanted, whole, allow_overlap=allow_overlap
        )
    return Progress(value, reason, met, method, inputs, day, due, _rises(indicator, inputs), course)


def _as_tolerance(value: Decimal | Fraction | int | str) -> Fraction:
    try:
        near = value if isinstance(value, Fraction) else Fraction(as_decimal(value))
    except InvalidValue as error:
        raise error.under("tolerance", "progress") from None
    if near < 0:
        raise InvalidValue(value, "must not be below 0", "", "tolerance", "progress")
    return near


def _open(indicator: Indicator, day: dt.date | None) -> bool:
    """Say whether a sum of new amounts is to grow: a period that has a target lacks its value, or has not ended."""
    if indicator.accumulation not in ADDING:
        return False
    over = ended(indicator.periods, day)
    return any(
        period.targets and not (period in over and says_something(period, indicator)) for period in indicator.periods
    )


def _mismatch(indicator: Indicator, inputs: Inputs, method: Method, day: dt.date | None) -> Reason | None:
    """Give the reason why what was found in all, and what it is held against, are not of the same."""
    found = [period for period in ended(indicator.periods, day) if says_something(period, indicator)]
    aimed = [period for period in indicator.periods if period.targets]
    start = inputs.baseline.number
    several = max(len(found), len(aimed)) > 1
    if method == "baseline" and several and start and not inputs.assumed and indicator.accumulation in ADDING:
        return Reason("baseline_of_one_period")
    own = for_all(indicator.targets)
    if indicator.accumulation is None and not own and len(aimed) == len(found) == 1 and aimed != found:
        return Reason("accumulation_not_stated", "the target and the actual are of two periods")
    return None


def _baseline(indicator: Indicator, wanted: object) -> tuple[Reckoned, str]:
    if wanted == "zero":
        return Reckoned(_ZERO), "zero, as asked"
    if wanted != "stated":
        try:
            number = Fraction(as_decimal(wanted))  # type: ignore[arg-type]  # it refuses what is none
        except InvalidValue as error:
            raise InvalidValue(
                error.value, 'must be "stated", "zero" or a number', error.mend, "baseline", "progress"
            ) from None
        return Reckoned(number), f"{wanted}, as given"
    stated = one_of_several(indicator.baselines, indicator, "no_baseline", "several_baselines")
    counts = indicator.measure in (None, MeasureType.NUMBER, MeasureType.CURRENCY)
    from_nothing = indicator.accumulation in (*ADDING, Accumulation.RUNNING_TOTAL)
    if stated.reason == Reason("not_applicable") and counts and from_nothing:
        return Reckoned(_ZERO, None, stated.of), "zero, as a new amount has no baseline"
    return stated, ""


def _bounds(target: Reckoned) -> Target | None:
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
        if indicator.measure in _STEPS:
            return None, Reason("no_ratio")
        over, under = (actual, aim) if method == "ratio" else (aim, actual)
        if over is None or under is None:
            return None, Reason("target_is_range")
        return (over / under, None) if under else (None, Reason("target_zero" if method == "ratio" else "actual_zero"))
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
    if indicator.direction is (Direction.INCREASE if aim < start else Direction.DECREASE):
        return None, Reason("target_against_direction")
    return (actual - start) / (aim - start), None


def _nearer_bound(target: Target, start: Fraction) -> Fraction | None:
    """Give the bound of a range that lies on the way from the baseline; None: the baseline is in the range."""
    if target.minimum is not None and start < target.minimum:
        return Fraction(target.minimum)
    if target.maximum is not None and start > target.maximum:
        return Fraction(target.maximum)
    return None


_WAYS = {Direction.INCREASE: True, Direction.DECREASE: False}


def _rises(indicator: Indicator, inputs: Inputs) -> bool | None:
    """Say whether more is better: as the direction has it, else as the way from the baseline to the target shows."""
    if indicator.direction is not None:
        return _WAYS.get(indicator.direction)
    start, aim = inputs.baseline.number, inputs.target.number
    return None if start is None or aim is None or start == aim else aim > start


def _met(indicator: Indicator, inputs: Inputs, near: Fraction, *, adding: bool, growing: bool) -> bool | None:
    """Say whether the actual is on the target's good side: that of the direction, else the one away from the baseline.

    A sum of new amounts stays there only where more is better, and where it is to grow it may still come there. Of a
    bound it can be said only where all that it leaves open lies on one side.
    """
    actual, aim, start = inputs.actual.number, inputs.target.number, inputs.baseline.number
    ranged = _bounds(inputs.target)
    if actual is None or inputs.target.qualifier in _BOUNDS:
        return None
    bound = inputs.actual.qualifier if inputs.actual.qualifier in _BOUNDS else None
    if ranged is not None:
        low, high = ranged.minimum, ranged.maximum
        inside = (low is None or actual >= low) and (high is None or actual <= high)
        return None if growing or bound else inside
    if aim is None:
        return None
    rises = _WAYS.get(indicator.direction or Direction.NONE)
    if rises is not None and start is not None and start != aim and (aim > start) is not rises:
        return None  # the target contradicts the direction
    exact = indicator.measure is MeasureType.BOOLEAN or indicator.direction is Direction.MAINTAIN
    if exact or indicator.direction in (Direction.NONE, Direction.RANGE):
        allowed = near if indicator.direction is Direction.MAINTAIN else 0
        return None if growing or bound or (not exact and actual != aim) else abs(actual - aim) <= allowed
    rises = _rises(indicator, inputs)
    if rises is None:
        return True if actual == aim and not (growing or bound) else None
    good = actual >= aim if rises else actual <= aim
    if bound in (Qualifier.AT_LEAST, Qualifier.OVER):
        good_for_good = rises and good
        bad_for_good = not rises and (actual > aim or (actual == aim and bound is Qualifier.OVER))
    elif bound is not None:
        good_for_good = not rises and good
        bad_for_good = rises and (actual < aim or (actual == aim and bound is Qualifier.UNDER))
    else:
        good_for_good, bad_for_good = good, not good
    if adding and not rises:
        good_for_good = False  # the next amount may end it
    if growing and rises:
        bad_for_good = False
    return True if good_for_good else False if bad_for_good else None


def _as_course(value: Course | None) -> Course | None:
    if value not in (None, "linear", "milestones") and not isinstance(value, Profile):
        raise InvalidValue(value, 'must be "linear", "milestones" or a Profile', "", "expected", "progress")
    return value


def _expected(
    indicator: Indicator | None,
    inputs: Inputs,
    day: dt.date,
    wanted: Course | None,
    whole: DateSpan | None,
    *,
    allow_overlap: bool,
) -> tuple[Fraction | None, Course | None]:
    """Give the part of the way that was expected by a day, and by which course; in one period there are no milestones.

    Where a milestone was due that is no number, nothing else is put in its place.
    """
    if wanted in (None, "milestones"):
        start, aim = inputs.baseline.number, inputs.target.number
        due = None if indicator is None else milestone(indicator, day, allow_overlap=allow_overlap)
        if due is not None:
            known = due.number is not None and due.complete and start is not None and aim is not None and aim != start
            if known and due.number is not None and start is not None and aim is not None:
                return (due.number - start) / (aim - start), "milestones"
            return None, None
        if wanted == "milestones":
            return None, None
    if whole is None or not whole.exact:
        return None, None
    profile = wanted if isinstance(wanted, Profile) else LINEAR
    return profile.at(time_passed(whole, day)), wanted if isinstance(wanted, Profile) else "linear"


def _span_of(indicator: Indicator) -> DateSpan | None:
    """Give the days from the first period's start to the last one's end; None: they are not known to the day."""
    spans = [period.span for period in indicator.periods]
    exact = [span for span in spans if span is not None and span.exact]
    if not spans or len(exact) < len(spans):
        return None
    starts, ends = zip(*((span.first, span.last) for span in exact), strict=True)
    return DateSpan(min(starts), max(ends))
