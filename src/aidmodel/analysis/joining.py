"""Numbers of one unit joined into one, and what to doubt of it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from attrs import evolve

from aidmodel.analysis.aggregates import Aggregate, AggregateMember, first_of
from aidmodel.analysis.figures import LEFT_OUT, Reason, of_nothing, times
from aidmodel.analysis.over_time import ADDING, Question, last_reported
from aidmodel.model.indicator import Direction, Indicator
from aidmodel.values.quantity import Qualifier
from aidmodel.values.units import unit_for

_ZERO = Fraction(0)


def at_place(place: int, reason: Reason) -> Reason:
    """Give the reason of a member with its place in the list."""
    return Reason(reason.code, f"[{place}]{f' {reason.detail}' if reason.detail else ''}")


def joined(bare: Aggregate, like: Indicator) -> Aggregate:
    """Join the numbers of an aggregate that are in one unit, in its way; or refuse to, with the reason."""
    for at, each in enumerate(bare.members):
        reason = each.figure.reason
        if (
            reason is not None
            and reason.code not in LEFT_OUT
            and not (bare.method == "ratio" and of_nothing(each.figure))
        ):
            return evolve(bare, refused=at_place(at, reason))
        if reason is None and each.figure.number is None:
            return evolve(bare, refused=at_place(at, Reason("ranges_do_not_add")))
    known = [each for each in bare.members if each.value is not None]
    if not known and not (bare.method == "ratio" and any(of_nothing(each.figure) for each in bare.members)):
        return evolve(bare, refused=next((each.figure.reason for each in bare.members), None))
    doubts = tuple(_doubts(bare, known))
    if bare.method == "ratio":
        return evolve(_share(bare, like), doubts=doubts)
    if bare.method == "latest":
        return evolve(_latest(bare, known), doubts=doubts)
    value = _JOIN[bare.method or "sum"](known)
    if value is None:
        return evolve(bare, refused=Reason("no_weights", "they sum to 0"))
    return evolve(bare, value=value, doubts=doubts)


def _sum(known: Sequence[AggregateMember]) -> Fraction | None:
    return sum((each.value or _ZERO for each in known), _ZERO)


def _mean(known: Sequence[AggregateMember]) -> Fraction | None:
    whole = sum((each.weight for each in known), _ZERO)
    return sum((each.weight * (each.value or _ZERO) for each in known), _ZERO) / whole if whole else None


def _greatest(known: Sequence[AggregateMember]) -> Fraction | None:
    return max(each.value or _ZERO for each in known)


def _least(known: Sequence[AggregateMember]) -> Fraction | None:
    return min(each.value or _ZERO for each in known)


_JOIN: dict[str, Callable[[Sequence[AggregateMember]], Fraction | None]] = {
    "sum": _sum,
    "weighted mean": _mean,
    "mean": _mean,
    "max": _greatest,
    "min": _least,
}


def _share(bare: Aggregate, like: Indicator) -> Aggregate:
    """Divide what all shares count by what they count it of; a single one may stand without the numbers behind it."""
    there = [each.figure for each in bare.members if each.figure.number is not None or of_nothing(each.figure)]
    if len(there) == 1 and there[0].denominator is None:
        return evolve(bare, value=there[0].number)
    unknown = sum(each.denominator is None for each in there)
    if unknown:
        return evolve(bare, refused=Reason("no_weights", f"{unknown} of {len(there)}"))
    over = sum((each.numerator or _ZERO for each in there), _ZERO)
    under = sum((each.denominator or _ZERO for each in there), _ZERO)
    if not under:
        return evolve(bare, refused=Reason("zero_denominator"), numerator=over, denominator=under)
    return evolve(bare, value=times(like) * over / under, numerator=over, denominator=under)


def _latest(bare: Aggregate, known: Sequence[AggregateMember]) -> Aggregate:
    """Give the value of the latest date; several of that date have to agree."""
    dated = [(_until(each.indicator, bare.asked.as_of), each.value) for each in known]
    dates = [date for date, _ in dated if date is not None]
    if len(dates) < len(dated) and len(dated) > 1:
        return evolve(bare, refused=Reason("undated_periods"))
    last = {value for date, value in dated if not dates or date == max(dates)}
    if len(last) > 1:
        return evolve(bare, refused=Reason("several_latest", str(max(dates))))
    return evolve(bare, value=last.pop())


def _until(member: Indicator | Aggregate, day: dt.date | None) -> dt.date | None:
    return max((date for date in _dates(member, day) if date is not None), default=None)


def _dates(member: Indicator | Aggregate, day: dt.date | None) -> Iterable[dt.date | None]:
    """Give the last day of the last value of an indicator, or of each that an aggregate was made of."""
    if isinstance(member, Indicator):
        yield last_reported(member, day)
        return
    for each in member.members:
        if each.value is not None:
            yield from _dates(each.indicator, day)


def _uses(given: Sequence[Indicator | Aggregate]) -> bool:
    indicators = [each for each in given if isinstance(each, Indicator)]
    names = {each.id for each in indicators if each.id is not None}
    return any(each.parent in names for each in indicators)


def _doubts(bare: Aggregate, known: Sequence[AggregateMember]) -> Iterable[str]:
    """Give what to look at before the number is used."""
    given = [each.indicator for each in known]
    if len({id(each) for each in given}) < len(given):
        yield "an indicator is given twice"
    if _uses(given):
        yield "an indicator stands beside a use of it, which may be in its values already"
    if {Direction.INCREASE, Direction.DECREASE} <= {first_of(each).direction for each in given}:
        yield "more is better in some of them, and less in others"
    if bare.method == "sum" and bare.n_used > 1:
        if bare.unit is None:
            yield "no unit is stated: what was added may be of different kinds"
        elif unit_for(bare.unit).counts_people:
            yield f"the same people may be counted by several of the {bare.n_used}"
    if bare.method in ("sum", "ratio", "mean", "weighted mean") and bare.asked == Question(as_of=bare.asked.as_of):
        moments = [each.indicator for each in known if first_of(each.indicator).accumulation not in ADDING]
        dates = {date for each in moments for date in _dates(each, bare.asked.as_of) if date is not None}
        if len(dates) > 1:
            yield f"the values are of different dates, from {min(dates)} to {max(dates)}"
    said = {measured.qualifier for each in known for measured in each.figure.of} - {None, Qualifier.EXACT}
    if said:
        words = ", ".join(sorted(str(each) for each in said))
        yield f"some of the numbers are not exact: {words}"
