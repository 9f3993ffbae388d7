"""Values of several indicators joined into one: sums of counts, shares of all, or a refusal with its reason."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import evolve

from aidmodel.analysis import kinds
from aidmodel.analysis.aggregates import Aggregate, AggregateMember, How, category_of, first_of
from aidmodel.analysis.figures import LEFT_OUT, Reason, Reckoned, no
from aidmodel.analysis.joining import at_place, joined
from aidmodel.analysis.numbers import number_text
from aidmodel.analysis.over_time import ADDING, Question, Side, missing_days, question
from aidmodel.errors import InvalidValue, NotFound, RateNotFound, near
from aidmodel.model.indicator import Indicator, MeasureType
from aidmodel.rates.rate import RateProvider, as_provider
from aidmodel.values.currency import as_currency_code
from aidmodel.values.number import as_decimal
from aidmodel.values.partial_date import AnyDate, as_date
from aidmodel.values.plain import as_string
from aidmodel.values.span import DateSpan

_HOWS: tuple[How, ...] = ("sum", "ratio", "weighted mean", "mean", "max", "min", "latest", "count")
_BY_KIND: dict[str, tuple[How, ...]] = {
    kinds.COUNTS: ("sum", "weighted mean", "mean", "max", "min", "latest"),
    kinds.MONEY: ("sum", "weighted mean", "mean", "max", "min", "latest"),
    kinds.SHARES: ("ratio", "weighted mean", "mean", "max", "min", "latest"),
    kinds.SCORES: ("weighted mean", "mean", "max", "min", "latest"),
    kinds.QUOTIENTS: ("sum", "weighted mean", "mean", "max", "min", "latest"),
    kinds.STEPS: ("count", "max", "min", "latest"),
    kinds.NAMES: ("count", "latest"),
    kinds.WORDS: (),
    kinds.UNKNOWN: ("sum", "weighted mean", "mean", "max", "min", "latest"),
}
"""The ways that there are for each kind, the usual one first."""
_NEEDS = {"ratio": "not_a_share", "count": "not_categories"}
_ZERO = Fraction(0)
Number: TypeAlias = Decimal | Fraction | int | str


def aggregate(
    indicators: "Indicator | Aggregate | Iterable[Indicator | Aggregate]",
    how: How | None = None,
    *,
    of: Side = "actual",
    period: DateSpan | str | int | None = None,
    as_of: dt.date | str | None = None,
    weights: Sequence[Number] | None = None,
    unit: str | None = None,
    rates: RateProvider | None = None,
    on: AnyDate | str | None = None,
    parent: Indicator | None = None,
    n_expected: int | None = None,
) -> Aggregate:
    """Join the values of several indicators, of sites or of projects; or refuse to, with the reason.

    None for ``how``: counts and money are added, of percentages, ratios and rates the numerators are divided by the
    denominators, with ``weights`` (one for each indicator) there is a weighted mean, and steps, names and yes or no are
    counted. "mean", "max", "min" and "latest" have to be asked for by name.

    Of each indicator it is what was found in the whole project, as its accumulation says; ``of``, ``period`` and
    ``as_of`` are as in :func:`disaggregate`. An indicator without a value is left out, and the aggregate is incomplete
    then; one whose value cannot be told makes the whole impossible. ``n_expected`` is how many values there should be;
    None: as many as are given. Aggregates of others join as what they were made of.

    Other units of the same measure are converted to ``unit``; None: to that of the first. Money is converted to the
    currency ``unit`` at the ``rates`` of the day ``on``. ``parent`` is the definition that all have to be uses of.

    What is refused: other measures, accumulations, scales or units beside each other, percentages without the numbers
    behind them or weights, whatever its publisher calls not fit to be aggregated, uses that differ from their parent.

    Raises:
        InvalidValue: an argument is none of what may stand there.

    >>> sites = [Indicator(unit="hectare", periods=Period("2024", actuals=120)),
    ...          Indicator(unit="km2", periods=Period("2024", actuals=3)), Indicator(unit="ha")]
    >>> print(aggregate(sites))
    420 hectare, sum of 2 of 3, incomplete

    """
    given = _as_members(indicators)
    asked = question(of, period, as_of, "aggregate")
    if weights is not None and how not in (None, "weighted mean"):
        raise InvalidValue(weights, "mean nothing here", 'only how="weighted mean" has weights', "weights", "aggregate")
    if on is not None and rates is None:
        raise InvalidValue(on, "means nothing here", "state the rates of that day", "on", "aggregate")
    weighed = _as_weights(weights, len(given))
    if how == "latest" and of != "actual":
        raise InvalidValue(how, "goes by the periods of actuals", 'only of="actual" has a latest', "how", "aggregate")
    if how is not None and how not in _HOWS:
        alike = near(how, _HOWS) if isinstance(how, str) else ()
        mend = f"did you mean {alike[0]!r}?" if alike else f"one of {', '.join(_HOWS)}"
        raise InvalidValue(how, "is no way to join values", mend, "how", "aggregate")
    expected = _as_expected(n_expected, given)
    try:
        to = None if unit is None else as_string(unit)
    except InvalidValue as error:
        raise error.under("unit", "aggregate") from None
    if parent is not None and not isinstance(parent, Indicator):
        raise InvalidValue(parent, "must be an Indicator", "give the definition itself", "parent", "aggregate")
    exchange = None if rates is None else as_provider(rates)
    day = None if on is None else as_date(on)
    flat = [_like(each) for each in given]
    found = [_figure(each, asked) for each in given]
    kind = kinds.kind_of(flat[0]) if flat else kinds.UNKNOWN
    method = how or ("weighted mean" if weights is not None else _usual(given, kind))
    bare = tuple(
        AggregateMember(each, figure, None, _weight(each, method) if weights is None else weight)
        for each, figure, weight in zip(given, found, weighed, strict=True)
    )
    questions = _questions(given, asked)
    refused = Aggregate(None, to, method, None, bare, expected, asked=questions[0] if len(questions) == 1 else asked)
    reason = _refusal(given, flat, kind, method, parent, weighed=weights is not None)
    if reason is None and len(questions) > 1:
        reason = Reason("mixed_methods", ", ".join(map(str, questions)))
    if reason is not None or method is None:
        return evolve(refused, refused=reason)
    if method == "count":
        return _counted(refused, flat[0])
    if kind is kinds.MONEY:
        converted = _exchanged(refused, flat, to, exchange, day)
    else:
        converted = _in_one_unit(refused, flat, to)
    return converted if converted.refused is not None else joined(converted, flat[0])


def _as_members(value: object) -> tuple[Indicator | Aggregate, ...]:
    if isinstance(value, Indicator | Aggregate):
        return (value,)
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        raise InvalidValue(value, "must be indicators", "give a list of them", "indicators", "aggregate")
    members = tuple(value)
    for at, each in enumerate(members):
        if not isinstance(each, Indicator | Aggregate):
            raise InvalidValue(each, "must be an Indicator or an Aggregate", "", f"indicators[{at}]", "aggregate")
    return members


def _as_weights(value: Sequence[Number] | None, count: int) -> list[Fraction]:
    if value is None:
        return [Fraction(1)] * count
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != count:
        mend = f"give a list of {count} numbers, one for each indicator"
        raise InvalidValue(value, "must be a weight for each indicator", mend, "weights", "aggregate")
    weights: list[Fraction] = []
    for at, each in enumerate(value):
        try:
            weights.append(each if isinstance(each, Fraction) else Fraction(as_decimal(each)))
        except InvalidValue as error:
            raise error.under(f"weights[{at}]", "aggregate") from None
        if weights[-1] < 0:
            raise InvalidValue(each, "must not be below 0", "", f"weights[{at}]", "aggregate")
    return weights


def _as_expected(value: int | None, given: Sequence[Indicator | Aggregate]) -> int:
    there = sum(each.n_expected if isinstance(each, Aggregate) else 1 for each in given)
    if value is None:
        return there
    if type(value) is not int or value < there:
        mend = f"a whole number from {there}, which is how many are given"
        raise InvalidValue(value, "must be how many values there should be", mend, "n_expected", "aggregate")
    return value


def _weight(member: Indicator | Aggregate, method: How | None) -> Fraction:
    """Give how much a member weighs where no weights are given: an aggregate as much as what it was made of."""
    if isinstance(member, Indicator) or method not in ("mean", "weighted mean"):
        return Fraction(1)
    return member.weight


def _like(member: Indicator | Aggregate) -> Indicator:
    """Give the indicator that a member is like: itself, or the first of those that an aggregate was made of."""
    first = first_of(member)
    if isinstance(member, Indicator) or member.unit in (None, kinds.unit_of(first)):
        return first
    return evolve(first, unit=member.unit)


def _figure(member: Indicator | Aggregate, asked: Question) -> Reckoned:
    if isinstance(member, Aggregate):
        of = tuple(measured for each in member.members for measured in each.figure.of)
        return Reckoned(member.value, member.refused, of, member.complete, member.numerator, member.denominator)
    try:
        found = asked.look(member)
    except NotFound as error:  # it has no such period
        return no("no_target" if asked.of == "target" else "no_actual", str(error))
    except InvalidValue as error:  # it has several
        return no("overlapping_periods", str(error))
    adding = asked.of == "actual" and asked.period is None and member.accumulation in ADDING
    gaps = adding and found.complete and len(member.periods) > 1 and missing_days(member, asked.as_of)
    return found._replace(complete=False) if gaps else found


def _questions(given: Sequence[Indicator | Aggregate], asked: Question) -> list[Question]:
    """Give what the members are numbers of; what is asked now says nothing where all were joined before, and none is named."""
    found = dict.fromkeys(each.asked for each in given if isinstance(each, Aggregate))
    if not found or asked != Question() or any(isinstance(each, Indicator) for each in given):
        found[asked] = None
    return list(found)


def _usual(given: Sequence[Indicator | Aggregate], kind: str) -> How | None:
    """Give the usual way to join indicators of a kind; aggregates are joined in the way that they were made."""
    made: list[How | None] = [each.method for each in given if isinstance(each, Aggregate)]
    if made:
        return made[0]
    return _USUAL.get(kind)


_USUAL: dict[str, How] = {
    kinds.COUNTS: "sum",
    kinds.MONEY: "sum",
    kinds.SHARES: "ratio",
    kinds.STEPS: "count",
    kinds.NAMES: "count",
}


def _refusal(
    given: Sequence[Indicator | Aggregate],
    flat: Sequence[Indicator],
    kind: str,
    method: How | None,
    parent: Indicator | None,
    *,
    weighed: bool,
) -> Reason | None:
    """Give the reason why the indicators must not be joined in a way; None: there is none."""
    if not given:
        return Reason("no_indicators")
    empty = next((at for at, each in enumerate(given) if isinstance(each, Aggregate) and not each.members), None)
    if empty is not None:
        return Reason("no_indicators", f"[{empty}]")
    if parent is not None:
        for at, each in enumerate(flat):
            if each.parent not in (None, parent.id):
                other = f"a use of {each.parent!r}, not of {parent.id!r}"
                return Reason("differs_from_parent", f"{kinds.named_places([at], flat)}: {other}")
            if found := kinds.locked_differences(each, parent):
                return Reason("differs_from_parent", f"{kinds.named_places([at], flat)}: {', '.join(map(str, found))}")
    if (reason := kinds.no_common_ground(flat)) is not None:
        return reason
    aggregates = [each for each in given if isinstance(each, Aggregate)]
    if any(each.method != method for each in aggregates):
        return Reason("mixed_methods", ", ".join(sorted({str(each.method) for each in aggregates} | {str(method)})))
    if method is None or method not in _BY_KIND[kind]:
        return Reason(_NEEDS.get(method or "") or kinds.NOT_ADDED.get(kind, "percentages_do_not_add"))
    if method == "weighted mean" and not weighed and len(aggregates) < len(given):
        return Reason("no_weights")
    return None


def _counted(bare: Aggregate, like: Indicator) -> Aggregate:
    """Count the categories: those of the scale in its order, and with 0 where there is none; then others as they come."""
    known = like.scale or (("yes", "no") if like.measure is MeasureType.BOOLEAN else ())
    counts: Counter[str] = Counter(dict.fromkeys(known, 0))
    for at, each in enumerate(bare.members):
        category = category_of(each)
        if isinstance(each.indicator, Aggregate):
            counts.update(dict(each.indicator.counts))
        elif category is not None:
            counts[category] += 1
        if category is None and (reason := each.figure.reason) is not None and reason.code not in LEFT_OUT:
            return evolve(bare, refused=at_place(at, _why_not_counted(each, reason)))
    if not counts.total():
        reasons = (each.figure.reason for each in bare.members)
        return evolve(bare, refused=next((reason for reason in reasons if reason), Reason("no_actual")))
    return evolve(bare, counts=tuple(counts.items()))


def _why_not_counted(member: AggregateMember, reason: Reason) -> Reason:
    """Give the reason why a category cannot be told; that words have no distance says nothing here."""
    one = member.indicator
    if isinstance(one, Indicator) and reason.code in ("nominal", "not_a_number") and len(one.periods) > 1:
        return Reason("accumulation_not_stated")
    return reason


def _in_one_unit(bare: Aggregate, flat: Sequence[Indicator], to: str | None) -> Aggregate:
    """Give the numbers of all in one unit; those of shares have to be in it already."""
    wanted = to if to is not None else kinds.unit_of(flat[0])
    made: list[AggregateMember] = []
    for at, (each, indicator) in enumerate(zip(bare.members, flat, strict=True)):
        own = kinds.unit_of(indicator)
        factor = kinds.factor_to(own, wanted)
        if factor is None:
            detail = f"{wanted or 'not stated'}, and {own or 'not stated'} of [{at}]"
            return evolve(bare, refused=Reason("mixed_units", detail))
        number = each.figure.number
        note = "" if factor == 1 or number is None else f"{number_text(number)} {own}"
        made.append(evolve(each, value=None if number is None else number * factor, note=note))
    return evolve(bare, unit=wanted, members=made)


def _exchanged(
    bare: Aggregate, flat: Sequence[Indicator], to: str | None, rates: RateProvider | None, on: AnyDate | None
) -> Aggregate:
    """Give the amounts of all in one currency, at the rates of one day."""
    own = [each.unit for each in flat]
    wanted = to if to is not None else own[0] if len(set(own)) == 1 else None
    if wanted is None or None in own:
        return evolve(
            bare, refused=Reason("mixed_units", ", ".join(dict.fromkeys(each or "not stated" for each in own)))
        )
    for name in (wanted, *own):
        try:
            as_currency_code(name or "")
        except InvalidValue as error:
            return evolve(bare, refused=Reason("mixed_units", str(error)))
    made: list[AggregateMember] = []
    for each, code in zip(bare.members, own, strict=True):
        number = each.figure.number
        if number is None or code == wanted:
            made.append(evolve(each, value=number))
            continue
        if rates is None or on is None:
            return evolve(bare, refused=Reason("no_rates", f"{code} to {wanted}: state rates= and on="))
        try:
            rate = rates.rate(code or "", wanted, on)
        except RateNotFound as error:
            return evolve(bare, refused=Reason("no_rates", str(error)))
        over, under = rate.terms
        made.append(
            evolve(
                each, value=number * Fraction(over) / Fraction(under), note=f"{number_text(number)} {code} at {rate}"
            )
        )
    return evolve(bare, unit=wanted, members=made)
