"""What kind of value an indicator has, as far as joining it with others goes; and its uses of one definition."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, final

from aidmodel.analysis.figures import Reason, is_share
from aidmodel.model.indicator import Indicator, MeasureType
from aidmodel.values.code import Code
from aidmodel.values.units import UnitKind, factor, unit_for

COUNTS = "counts"
MONEY = "money"
SHARES = "shares"
SCORES = "scores"
QUOTIENTS = "quotients"
STEPS = "steps"
NAMES = "names"
WORDS = "words"
UNKNOWN = "unknown"
"""The kinds: amounts that add up, amounts of money, what has a numerator and a denominator, places on a scale that
somebody made, so many for each of others, steps in an order, names and yes or no, judgements; and what nothing is
stated of."""

ADDABLE = (COUNTS, MONEY, SHARES)
"""The kinds whose parts make a whole; of shares what is behind them does."""
NOT_ADDED = {
    SCORES: "scores_do_not_add",
    QUOTIENTS: "quotients_may_not_add",
    STEPS: "labels_do_not_add",
    NAMES: "labels_do_not_add",
    WORDS: "labels_do_not_add",
    UNKNOWN: "measure_not_stated",
}
"""Why the values of the other kinds have no sum."""

_BY_MEASURE = {
    MeasureType.PERCENTAGE: SHARES,
    MeasureType.RATIO: SHARES,
    MeasureType.CURRENCY: MONEY,
    MeasureType.ORDINAL: STEPS,
    MeasureType.NOMINAL: NAMES,
    MeasureType.BOOLEAN: NAMES,
    MeasureType.QUALITATIVE: WORDS,
}
_BY_UNIT = {
    UnitKind.INDEX: SCORES,
    UnitKind.PERCENTAGE_POINT: SCORES,
    UnitKind.QUOTIENT: QUOTIENTS,
}


def kind_of(indicator: Indicator) -> str:
    """Say of what kind the values of an indicator are: by its measure, and of a number by its unit."""
    measure = indicator.measure
    if isinstance(measure, Code):
        return UNKNOWN
    if measure in _BY_MEASURE:
        return _BY_MEASURE[measure]
    if is_share(indicator):
        return SHARES
    if indicator.unit is None:
        return UNKNOWN if measure is None else COUNTS
    return _BY_UNIT.get(unit_for(indicator.unit).kind, COUNTS)


def unit_of(indicator: Indicator) -> str | None:
    """Give the words for the unit of an indicator's numbers; a percentage is in percent whatever its unit says."""
    return "%" if indicator.measure is MeasureType.PERCENTAGE else indicator.unit


def factor_to(unit: str | None, wanted: str | None) -> Fraction | None:
    """Give what a number in a unit is multiplied by to be in another; None: they do not measure the same."""
    if unit == wanted:
        return Fraction(1)
    if unit is None or wanted is None:
        return None
    terms = factor(unit_for(unit), unit_for(wanted))
    return None if terms is None else Fraction(terms[0]) / Fraction(terms[1])


LOCKED = ("measure", "unit", "direction", "accumulation", "scale")
"""The fields that a use of an indicator has as its definition has them: without that their values have nothing to do
with each other. Titles may be in another language."""


@final
class LockedDifference(NamedTuple):
    """A field that an indicator has otherwise than its parent."""

    field: str
    """One of :data:`LOCKED`."""
    child: object
    """What the indicator has."""
    parent: object
    """What its parent has."""

    def __str__(self) -> str:
        return f"{self.field} {_words(self.child)} instead of {_words(self.parent)}"


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return " < ".join(map(str, value)) or "not stated"
    return "not stated" if value is None else str(value)


def locked_differences(child: Indicator, parent: Indicator) -> tuple[LockedDifference, ...]:
    """Compare what a use of an indicator must not change with its definition; other words for one unit are the same.

    >>> hectares = Indicator(id="A1", measure="number", unit="hectare", direction="increase")
    >>> [str(each) for each in locked_differences(Indicator(parent="A1", measure="number", unit="ha"), hectares)]
    ['direction not stated instead of increase']
    """
    found: list[LockedDifference] = []
    for name in LOCKED:
        own, wanted = getattr(child, name), getattr(parent, name)
        if own != wanted and not (name == "unit" and _is_one_unit(own, wanted)):
            found.append(LockedDifference(name, own, wanted))
    return tuple(found)


def _is_one_unit(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and unit_for(left).code == unit_for(right).code


def no_common_ground(indicators: Sequence[Indicator]) -> Reason | None:
    """Give the reason why indicators must not be joined, whatever the way; None: there is none."""
    refused = [at for at, each in enumerate(indicators) if each.aggregation_status is False]
    if refused:
        return Reason("not_aggregatable", named_places(refused, indicators))
    found = dict.fromkeys(map(kind_of, indicators))
    if len(found) > 1:
        return Reason("mixed_measures", ", ".join(found))
    ways = dict.fromkeys(str(each.accumulation or "not stated") for each in indicators)
    if len(ways) > 1:
        return Reason("mixed_accumulations", ", ".join(ways))
    scales = {(each.measure, each.scale) for each in indicators}
    if len(scales) > 1 and not {STEPS, NAMES}.isdisjoint(found):
        return Reason("mixed_scales", f"{len(scales)} of them")
    return None


def named_places(places: Sequence[int], indicators: Sequence[Indicator]) -> str:
    """Name some of the indicators by place and title, the first few of them."""
    shown = [f"[{at}] {indicators[at].title}".strip() for at in places[:_SHOWN]]
    more = len(places) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


_SHOWN = 3
