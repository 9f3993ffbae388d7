"""What the values of an indicator amount to: exact numbers, or the reason why there is none."""

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeVar, final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.errors import InvalidValue, shown
from aidmodel.model.indicator import Accumulation, Indicator, MeasureType
from aidmodel.model.measurement import Actual, Baseline, Measured, Target, ValueStatus
from aidmodel.rules.spans import latest
from aidmodel.values.partial_date import first_day, is_certain
from aidmodel.values.plain import as_string
from aidmodel.values.quantity import Qualifier
from aidmodel.values.units import unit_for

SENTENCES = {
    "actual_zero": "a ratio to an actual of zero has no value",
    "baseline_of_one_period": "new amounts of several periods add up, and a baseline of one period has no place in the sum",
    "accumulation_not_stated": "several periods have values, and it is not stated whether they add up",
    "baseline_equals_target": "the target is the baseline, so there is no way to go",
    "baseline_in_range": "the baseline lies in the range aimed at, so there is no way to go",
    "differs_from_parent": "an indicator does not measure what its parent does",
    "labels_do_not_add": "steps, names and judgements have no sum and no mean",
    "measure_not_stated": "neither the measure nor the unit is stated, so it cannot be said whether the values add up",
    "mixed_accumulations": "new amounts, running totals and moments are not of the same kind",
    "mixed_measures": "different measures have nothing in common to reckon with",
    "mixed_scales": "steps of different scales cannot be compared",
    "mixed_units": "the units do not measure the same",
    "no_actual": "nothing was found yet, or it is not stated",
    "no_ratio": "steps of a scale have no ratio, as none of them is zero",
    "no_baseline": "there is no baseline to reckon from",
    "no_indicators": "there is nothing to join",
    "no_rates": "there is no rate of exchange to convert at",
    "mixed_methods": "aggregates that were made in different ways cannot be joined",
    "no_weights": "shares without the numbers behind them can only be joined by weights",
    "not_aggregatable": "the publisher says that the values must not be joined",
    "no_target": "there is no target",
    "nominal": "names without an order have no distance between them",
    "not_a_share": "only percentages, ratios and rates have a numerator and a denominator",
    "not_applicable": "there can be no such value",
    "not_categories": "numbers are no categories that could be counted",
    "not_due": "its time has not come",
    "not_on_scale": "it is no step of the indicator's scale",
    "not_a_number": "words stand in the place of a number",
    "only_parts": "there are values for categories or places only, and none for all",
    "overlapping_periods": "periods overlap, so what they have in common would count twice",
    "parts_may_overlap": "it is not stated that nobody is in two categories, so the parts may count some twice",
    "percentages_do_not_add": "percentages do not add up without the numbers behind them",
    "quotients_may_not_add": "so many for each of others add up in some cases only, and it is not said that they do here",
    "ranges_do_not_add": "a range has no sum with anything else",
    "scores_do_not_add": "values of an index, and differences of percentages, do not add up",
    "qualitative": "a judgement in words has no distance to its target",
    "several_actuals": "several values are stated, and not which of them stands",
    "several_latest": "several are the latest, and they differ",
    "several_baselines": "several baselines are stated, and not which of them stands",
    "several_targets": "several targets are stated, and not which of them stands",
    "some_targets": "only some of the periods have a target, and the sum of all actuals is no match for it",
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
class Reckoned(NamedTuple):
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


def no(code: str, detail: str = "") -> Reckoned:
    """Give a figure that there is not."""
    return Reckoned(None, Reason(code, detail))


_STATUSES = {
    ValueStatus.NOT_APPLICABLE: "not_applicable",
    ValueStatus.NOT_YET_DUE: "not_due",
    ValueStatus.SUPPRESSED: "suppressed",
}
_YES = {"yes": Fraction(1), "true": Fraction(1), "no": Fraction(0), "false": Fraction(0)}
_SHARES = (MeasureType.PERCENTAGE, MeasureType.RATIO)
_NUMBERS = (None, MeasureType.NUMBER)
_WORDS = (MeasureType.QUALITATIVE, MeasureType.NOMINAL)
"""The measures without numbers; a judgement may stand in the comment alone."""


def is_share(indicator: Indicator) -> bool:
    """Say whether an indicator is a percentage, ratio or rate, which has a numerator and a denominator.

    Where the measure is a number, or not stated, the unit says so ("%", "per 1000").
    """
    if indicator.measure in _SHARES:
        return True
    return indicator.measure in _NUMBERS and indicator.unit is not None and _per(indicator.unit) is not None


def times(indicator: Indicator) -> int:
    """Give what a numerator over its denominator is multiplied by: 100 for percent, 1000 for so many per 1000."""
    if indicator.measure is MeasureType.PERCENTAGE:
        return 100
    return (_per(indicator.unit) if indicator.unit is not None else None) or 1


@lru_cache(maxsize=1024)
def _per(unit: str) -> int | None:
    return unit_for(unit).per


def figure(measured: Measured, indicator: Indicator, missing: str) -> Reckoned:
    """Give the number of one value; ``missing`` is the reason where nothing is stated.

    A share is reckoned from its numerator and denominator where both are stated, per 1000 if its unit says so. A step of
    a scale counts by its place in it, yes is 1 and no is 0.
    """
    measure = indicator.measure
    if measure in _WORDS and (measured.value is not None or measured.stated is not None or measured.comment):
        code = "qualitative" if measure is MeasureType.QUALITATIVE else "nominal"
        return Reckoned(None, Reason(code), (measured,))
    if measured.status is not None:
        return no(_STATUSES.get(measured.status, missing))
    if is_share(indicator) and measured.numerator is not None and measured.denominator is not None:
        over, under = Fraction(measured.numerator), Fraction(measured.denominator)
        number = times(indicator) * over / under if under else None
        return Reckoned(number, None if under else Reason("zero_denominator"), (measured,), True, over, under)
    if measured.value is None and measured.stated is None:
        return no(missing)
    if measure is MeasureType.ORDINAL and indicator.scale:
        step = measured.stated if measured.stated is not None else str(measured.value)
        if step not in indicator.scale:
            return no("not_on_scale", shown(step))
        return Reckoned(Fraction(indicator.scale.index(step)), None, (measured,))
    if measure is MeasureType.BOOLEAN and measured.stated is not None:
        said = _YES.get(measured.stated.strip().casefold())
        return no("not_a_number", shown(measured.stated)) if said is None else Reckoned(said, None, (measured,))
    if measured.value is None:
        # A step of a scale that is not stated has no place in it, but can be counted.
        words = (measured,) if measure is MeasureType.ORDINAL else ()
        return Reckoned(None, Reason("not_a_number", shown(measured.stated)), words)
    if measure is MeasureType.BOOLEAN and measured.value not in (0, 1):
        return no("not_on_scale", f"{measured.value:f}, where yes is 1 and no is 0")
    return Reckoned(Fraction(measured.value), None, (measured,))


M = TypeVar("M", Baseline, Target, Actual)


def for_all(values: Iterable[M]) -> list[M]:
    """Give the values that are for all categories and places."""
    return [value for value in values if not value.dimensions and not value.locations]


def _told(figure: Reckoned) -> tuple[object, ...]:
    """Give what two figures have in common if they say the same: a number, a reason, words in the place of a number."""
    words = figure.of[0].stated if figure.number is None and figure.of else None
    return figure.number, figure.reason, words


def one_of_several(values: Sequence[M], indicator: Indicator, missing: str, several: str) -> Reckoned:
    """Give the number of the one value for all categories and places; several that are equal are one."""
    whole = for_all(values)
    if not whole:
        return no("only_parts" if values else missing)
    found = [figure(value, indicator, missing) for value in whole]
    if any(_told(other) != _told(found[0]) for other in found[1:]):
        return no(several, f"{len(whole)} of them")
    return found[0]


def latest_of(actuals: Sequence[Actual]) -> Actual | None:
    """Give the one that was certainly reported last, None where that cannot be said."""
    return latest([(actual.as_of, actual) for actual in actuals])


def reported_by(actuals: Iterable[Actual], day: dt.date | None) -> list[Actual]:
    """Give the actuals that were not certainly measured or reported after a day; None: all."""
    if day is None:
        return list(actuals)
    return [
        each for each in actuals if each.as_of is None or not is_certain(each.as_of) or first_day(each.as_of) <= day
    ]


def actual_of(actuals: Sequence[Actual], indicator: Indicator) -> Reckoned:
    """Give what was found in one period: of each source the latest.

    Sources add up where the indicator says that its values accumulate; otherwise several have to agree. A value without
    a source beside some with one may be their sum, or not.
    """
    whole = for_all(actuals)
    if not whole:
        return no("only_parts" if actuals else "no_actual")
    sources: dict[str | None, list[Actual]] = {}
    for actual in whole:
        sources.setdefault(actual.source, []).append(actual)
    found: list[Reckoned] = []
    for said in sources.values():
        last = latest_of(said)
        found.append(
            figure(last, indicator, "no_actual")
            if last is not None
            else one_of_several(said, indicator, "no_actual", "several_actuals")
        )
    if len(found) == 1:
        return found[0]
    if all(_told(each) == _told(found[0]) for each in found[1:]):
        if None in sources or indicator.accumulation not in SUMMING:
            return found[0]
    elif None in sources or indicator.accumulation not in SUMMING:
        return no("several_actuals", f"of {len(found)} sources")
    return summed(found, indicator)


SUMMING = (Accumulation.PER_PERIOD, Accumulation.RUNNING_SUM, Accumulation.RUNNING_TOTAL)
"""The accumulations of amounts: what several sources report of a period adds up."""
LEFT_OUT = ("no_actual", "no_baseline", "no_target", "not_applicable", "not_due", "suppressed")
"""The reasons of values that are missing: a sum goes on without them, and is not complete."""


_ZERO = Fraction(0)


def of_nothing(figure: Reckoned) -> bool:
    """Say whether it is a share of none of none: it has no value, and adds nothing to the shares of others."""
    return figure.denominator == 0 and figure.numerator == 0


def summed(figures: Sequence[Reckoned], indicator: Indicator) -> Reckoned:
    """Give the sum of figures: of shares that of what is behind them, one over the other; of steps and words there is none.

    Those that are missing make the sum incomplete, unless none has a number, or there can be none; whatever else has no
    number leaves the sum without one.
    """
    for each in figures:
        if each.reason is not None and each.reason.code not in LEFT_OUT and not of_nothing(each):
            return each
        if each.reason is None and each.number is None:
            return no("ranges_do_not_add")
    known = [each for each in figures if each.number is not None or of_nothing(each)]
    of = tuple(measured for each in known for measured in each.of)
    if not known:
        nothing = no("no_actual")
        return next((each for each in figures if each != nothing), nothing)
    figures = [each for each in figures if each.reason is None or each.reason.code != "not_applicable"]
    complete = len(known) == len(figures) and all(each.complete for each in known)
    if len(known) == 1:
        return known[0]._replace(complete=complete)
    if is_share(indicator):
        if any(each.numerator is None for each in known):
            return no("percentages_do_not_add")
        over = sum((each.numerator or _ZERO for each in known), _ZERO)
        under = sum((each.denominator or _ZERO for each in known), _ZERO)
        number = times(indicator) * over / under if under else None
        return Reckoned(number, None if under else Reason("zero_denominator"), of, complete, over, under)
    if indicator.measure in (MeasureType.ORDINAL, MeasureType.BOOLEAN):
        return no("several_actuals", f"{len(known)} of them")
    return Reckoned(sum((each.number or _ZERO for each in known), _ZERO), None, of, complete)
