"""How far an indicator should have come by a day: in proportion to time, by milestones, or by a given profile."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal, TypeAlias, final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.analysis.figures import Reckoned, for_all
from aidmodel.analysis.over_time import ended, last_of, of_target, target_in_all
from aidmodel.errors import InvalidValue
from aidmodel.model.indicator import Accumulation, Indicator
from aidmodel.values.number import as_decimal
from aidmodel.values.partial_date import is_certain, last_day
from aidmodel.values.span import DateSpan, exact_ends

Point: TypeAlias = tuple[Fraction, Fraction]


def _as_point(value: object) -> Point:
    if not isinstance(value, tuple) or len(value) != 2:
        raise InvalidValue(value, "must be a part of the time and a part of the way")
    time, way = (part if isinstance(part, Fraction) else Fraction(as_decimal(part)) for part in value)
    return time, way


def _as_points(
    value: Iterable[tuple[Decimal | Fraction | int | str, Decimal | Fraction | int | str]],
) -> tuple[Point, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidValue(value, "must be points of time and progress", 'write [(0, 0), ("0.5", "0.2"), (1, 1)]')
    points: list[Point] = []
    for position, pair in enumerate(value):
        try:
            points.append(_as_point(pair))
        except InvalidValue as error:
            raise error.under(f"[{position}]") from None
    times = [time for time, _ in points]
    if len(points) < 2 or times[0] != 0 or times[-1] != 1 or any(b <= a for a, b in pairwise(times)):
        raise InvalidValue(value, "must begin at time 0, end at time 1, and rise in between")
    return tuple(points)


@final
@frozen(field_transformer=named)
class Profile:
    """
    How much of the way should be behind one after each part of the time; straight lines in between.

    >>> Profile([(0, 0), ("0.5", 0), (1, 1)]).at(Fraction(3, 4))
    Fraction(1, 2)
    """

    points: tuple[Point, ...] = field(converter=_as_points)
    """Part of the time, from 0 to 1, and part of the way at that time."""

    def at(self, time: Fraction | Decimal | int | str) -> Fraction:
        """Give the part of the way at a part of the time; before 0 it is that at 0, after 1 that at 1."""
        time = min(max(time if isinstance(time, Fraction) else Fraction(as_decimal(time)), Fraction(0)), Fraction(1))
        for (begin, low), (end, high) in pairwise(self.points):
            if time <= end:
                return low + (high - low) * (time - begin) / (end - begin)
        return self.points[-1][1]


LINEAR = Profile([(0, 0), (1, 1)])
"""In proportion to time."""

Course: TypeAlias = Literal["linear", "milestones"] | Profile
"""What is expected in between: progress in proportion to time, the targets of the periods, or a profile."""


def time_passed(span: DateSpan, as_of: dt.date) -> Fraction:
    """Give the part of a span that has passed by a day, from 0 to 1: the days since its start over those to its end.

    Raises:
        InvalidValue: an end of the span is not a day.

    >>> print(round(float(time_passed(DateSpan("2022-03-28", "2025-03-31"), dt.date(2024, 5, 31))), 3))
    0.723
    """
    start, end = exact_ends(span)
    if start == end:
        return Fraction(int(as_of >= end))
    return min(max(Fraction((as_of - start).days, (end - start).days), Fraction(0)), Fraction(1))


def milestone(indicator: Indicator, as_of: dt.date, *, allow_overlap: bool = False) -> Reckoned | None:
    """Give what was to be reached by a day: the indicator's target that was due last, else what those of ended periods are.

    None: none was due.
    """
    passed = [each for each in for_all(indicator.targets) if is_certain(each.due) and last_day(each.due) <= as_of]
    if passed:
        return of_target(passed, indicator)
    over = ended(indicator.periods, as_of)
    due = [period for period in over if period.targets]
    if not due:
        return None
    if indicator.accumulation is Accumulation.PER_PERIOD:
        due = over  # one without a target leaves the sum incomplete
    if indicator.accumulation not in (None, Accumulation.PER_PERIOD):
        due = last_of(due)
    return target_in_all(
        Indicator(measure=indicator.measure, scale=indicator.scale, accumulation=indicator.accumulation, periods=due),
        allow_overlap=allow_overlap,
    )
