"""What the values of an indicator amount to: exact numbers, or the reason why there is none."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar, final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.errors import InvalidValue, shown
from aidmodel.model.indicator import Indicator, MeasureType
from aidmodel.model.measurement import Actual, Baseline, Measured, Target, ValueStatus
from aidmodel.values.partial_date import is_before
from aidmodel.values.plain import as_string
from aidmodel.values.quantity import Qualifier

SENTENCES = {
    "accumulation_not_stated": "several periods have values, and it is not stated whether they add up",
    "baseline_equals_target": "the target is the baseline, so there is no way to go",
    "baseline_in_range": "the baseline lies in the range aimed at, so there is no way to go",
    "no_actual": "nothing was found yet, or it is not stated",
    "no_baseline": "there is no baseline to reckon from",
    "no_target": "there is no target",
    "nominal": "names without an order have no distance between them",
    "not_applicable": "there can be no such value",
    "not_due": "its time has not come",
    "not_on_scale": "it is no step of the indicator's scale",
    "not_a_number": "words stand in the place of a number",
    "only_parts": "there are values for categories or places only, and none for all",
    "overlapping_periods": "periods overlap, so what they have in common would count twice",
    "percentages_do_not_add": "percentages do not add up without the numbers behind them",
    "ranges_do_not_add": "a range and what is aimed at in other periods do not add up",
    "qualitative": "a judgement in words has no distance to its target",
    "several_actuals": "several values are stated, and not which of them stands",
    "several_baselines": "several baselines are stated, and not which of them stands",
    "several_targets": "several targets are stated, and not which of them stands",
    "suppressed": "the value is withheld",
    "target_against_direction": "the target lies on the wrong side of the baseline for the way that is better",
    "target_is_range": "a ratio to a range has no value",
    "target_zero": "a ratio to a target of zero has no value",
    "undated_periods": "a period has no certain end, so it cannot be said which is the last",
    "zero_denominator": "a share of zero has no value",
}
"""Why there is no number: the sentence of each code."""


def _as_code(value: str) -> str:
    if as_string(value) not in SENTENCES:
        raise InvalidValue(value, "is no reason", f"one of {', '.join(SENTENCES)}")
    return value


@final
@frozen(field_transformer=named)
class Reason:
    """
    Why there is no number: a code for programs, a sentence for people.

    >>> print(Reason("no_baseline"))
    there is no baseline to reckon from
    """

    code: str = field(converter=_as_code)
    """One of :data:`SENTENCES`."""
    detail: str = ""
    """What it is about: a period, words that stand where a number should; '' where there is nothing to add."""

    def __str__(self) -> str:
        return f"{SENTENCES[self.code]}{f': {self.detail}' if self.detail else ''}"


@final
class Figure(NamedTuple):
    """An exact number, or why there is none; and what to know of it."""

    number: Fraction | None
    reason: Reason | None = None
    of: tuple[Measured, ...] = ()
    """The values that it was made of."""
    complete: bool = True
    """Whether no value that should be part of it is missing."""
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    """Of a share: the numbers behind it; None: not stated."""

    @property
    def qualifier(self) -> Qualifier | None:
        """Whether it is exact, a bound or a guess, as the one value says that it was made of; None: nothing is said."""
        return self.of[0].qualifier if len(self.of) == 1 else None


def no(code: str, detail: str = "") -> Figure:
    """Give a figure that there is not."""
    return Figure(None, Reason(code, detail))


_STATUSES = {
    ValueStatus.NOT_APPLICABLE: "not_applicable",
    ValueStatus.NOT_YET_DUE: "not_due",
    ValueStatus.SUPPRESSED: "suppressed",
}
_YES = {"yes": Fraction(1), "true": Fraction(1), "no": Fraction(0), "false": Fraction(0)}
_SHARES = (MeasureType.PERCENTAGE, MeasureType.RATIO)
_WORDS = (MeasureType.QUALITATIVE, MeasureType.NOMINAL)
"""The measures without numbers; a judgement may stand in the comment alone."""


def is_share(indicator: Indicator) -> bool:
    """Say whether an indicator is a percentage or ratio, which has a numerator and a denominator."""
    return indicator.measure in _SHARES


def figure(measured: Measured, indicator: Indicator, missing: str) -> Figure:
    """Give the number of one value; ``missing`` is the reason where nothing is stated.

    A percentage or ratio is reckoned from its numerator and denominator where both are stated. A step of a scale counts
    by its place in it, yes is 1 and no is 0.
    """
    measure = indicator.measure
    if measure in _WORDS and (measured.value is not None or measured.stated is not None or measured.comment):
        return no("qualitative" if measure is MeasureType.QUALITATIVE else "nominal")
    if measured.status is not None:
        return no(_STATUSES.get(measured.status, missing))
    if is_share(indicator) and measured.numerator is not None and measured.denominator is not None:
        if not measured.denominator:
            return no("zero_denominator")
        over, under = Fraction(measured.numerator), Fraction(measured.denominator)
        times = 100 if measure is MeasureType.PERCENTAGE else 1
        return Figure(times * over / under, None, (measured,), True, over, under)
    if measured.value is None and measured.stated is None:
        return no(missing)
    if measure is MeasureType.ORDINAL and indicator.scale:
        step = measured.stated if measured.stated is not None else str(measured.value)
        if step not in indicator.scale:
            return no("not_on_scale", step)
        return Figure(Fraction(indicator.scale.index(step)), None, (measured,))
    if measure is MeasureType.BOOLEAN and measured.stated is not None:
        said = _YES.get(measured.stated.strip().casefold())
        return no("not_a_number", shown(measured.stated)) if said is None else Figure(said, None, (measured,))
    if measured.value is None:
        return no("not_a_number", shown(measured.stated))
    return Figure(Fraction(measured.value), None, (measured,))


M = TypeVar("M", Baseline, Target, Actual)


def for_all(values: Iterable[M]) -> list[M]:
    """Give the values that are for all categories and places."""
    return [value for value in values if not value.dimensions and not value.locations]


def one_of_several(values: Sequence[M], indicator: Indicator, missing: str, several: str) -> Figure:
    """Give the number of the one value for all categories and places; several that are equal are one."""
    whole = for_all(values)
    if not whole:
        return no("only_parts" if values else missing)
    found = [figure(value, indicator, missing) for value in whole]
    if any(other.number != found[0].number or other.reason != found[0].reason for other in found[1:]):
        return no(several, f"{len(whole)} of them")
    return found[0]


def latest_of(actuals: Sequence[Actual]) -> Actual | None:
    """Give the one that was reported last, None where that cannot be said."""
    if len(actuals) == 1:
        return actuals[0]
    for candidate in actuals:
        others = [other for other in actuals if other is not candidate]
        day = candidate.as_of
        if day is not None and all(other.as_of is not None and is_before(other.as_of, day) for other in others):
            return candidate
    return None


def actual_of(actuals: Sequence[Actual], indicator: Indicator) -> Figure:
    """Give what was found in one period: of each source the latest, and the sum of the sources."""
    whole = for_all(actuals)
    if not whole:
        return no("only_parts" if actuals else "no_actual")
    sources: dict[str | None, list[Actual]] = {}
    for actual in whole:
        sources.setdefault(actual.source, []).append(actual)
    found: list[Figure] = []
    for said in sources.values():
        last = latest_of(said)
        found.append(
            figure(last, indicator, "no_actual")
            if last is not None
            else one_of_several(said, indicator, "no_actual", "several_actuals")
        )
    return found[0] if len(found) == 1 else summed(found, indicator)


def summed(figures: Sequence[Figure], indicator: Indicator) -> Figure:
    """Give the sum of figures: of shares that of what is behind them, one over the other; of steps and words there is none.

    Those without a number make the sum incomplete, unless none has one.
    """
    known = [each for each in figures if each.number is not None]
    of = tuple(measured for each in known for measured in each.of)
    if not known:
        nothing = no("no_actual")
        return next((each for each in figures if each != nothing), nothing)
    complete = len(known) == len(figures) and all(each.complete for each in known)
    if len(known) == 1:
        return known[0]._replace(complete=complete)
    if is_share(indicator):
        if any(each.numerator is None for each in known):
            return no("percentages_do_not_add")
        over = sum((each.numerator or Fraction(0) for each in known), Fraction(0))
        under = sum((each.denominator or Fraction(0) for each in known), Fraction(0))
        if not under:
            return no("zero_denominator")
        times = 100 if indicator.measure is MeasureType.PERCENTAGE else 1
        return Figure(times * over / under, None, of, complete, over, under)
    if indicator.measure in (MeasureType.ORDINAL, MeasureType.BOOLEAN):
        return no("several_actuals", f"{len(known)} of them")
    return Figure(sum((each.number or Fraction(0) for each in known), Fraction(0)), None, of, complete)
