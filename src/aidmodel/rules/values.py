"""Rules on values: the baselines, targets and actuals of an indicator, each by itself."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from aidmodel.errors import shown
from aidmodel.issues import Severity
from aidmodel.model.indicator import Indicator, MeasureType
from aidmodel.model.measurement import Measured, Target
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import raw
from aidmodel.rules.walk import all_values
from aidmodel.values.units import UnitKind, unit_for

_NUMERIC = (MeasureType.NUMBER, MeasureType.PERCENTAGE, MeasureType.RATIO, MeasureType.CURRENCY)
_SCALED = (MeasureType.ORDINAL, MeasureType.NOMINAL)
_LISTED = (MeasureType.NUMBER, MeasureType.PERCENTAGE, *_SCALED)
"""The measures of IATI that ask for a number."""
_YES_NO = ("yes", "no", "true", "false", "oui", "non", "sí", "si", "1", "0")
_NUMBERED = r"\s*([+-]?[0-9]+(?:\.[0-9]+)?)"
"""How a step of a scale begins that is a number, or has one: "3", "3 - high"."""


@rule("values.missing", Severity.ERROR, "IATI ruleset", standard=("8.8.1", "8.9.1", "8.10.1"))
def missing(project: Project, basis: Basis) -> Iterator[Finding]:
    """A value that is not qualitative is there, or its status says why it is not."""
    for indicator, path, value in basis.each(all_values, project):
        if (
            value.value is None
            and indicator.measure is not MeasureType.QUALITATIVE
            and _is_silent(value)
            and raw(value, "@value") is None
        ):
            yield Finding(
                path, "there is no value: state it, or a status that says why", _official(path, indicator, 1, _LISTED)
            )


def _is_silent(value: Measured) -> bool:
    in_range = isinstance(value, Target) and (value.minimum is not None or value.maximum is not None)
    has_ratio = value.numerator is not None and value.denominator is not None
    return value.value is None and value.stated is None and value.status is None and not in_range and not has_ratio


@rule("values.not-a-number", Severity.WARNING, "IATI ruleset", standard=("8.8.2", "8.9.2", "8.10.2"))
def not_a_number(project: Project, basis: Basis) -> Iterator[Finding]:
    """The value of an indicator that is neither qualitative nor yes or no is a number."""
    for indicator, path, value in basis.each(all_values, project):
        if value.value is None and (indicator.measure in _NUMERIC or indicator.measure in _SCALED):
            words = raw(value, "@value") if value.stated is None else value.stated
            if words is not None:
                yield Finding(
                    f"{path}.stated",
                    f"{shown(words)} stands where the {indicator.measure} should: state the number, put words in the comment",
                    _official(path, indicator, 2, _LISTED),
                )


@rule("values.qualitative-with-value", Severity.WARNING, "IATI ruleset", standard=("8.8.3", "8.9.3", "8.10.3"))
def qualitative_with_value(project: Project, basis: Basis) -> Iterator[Finding]:
    """A qualitative indicator's findings are in words, in the comment."""
    for indicator, path, value in basis.each(all_values, project):
        if indicator.measure is not MeasureType.QUALITATIVE:
            continue
        official = _official(path, indicator, 3, (MeasureType.QUALITATIVE,))
        words = raw(value, "@value") if value.stated is None else value.stated
        if value.value is not None:
            yield Finding(
                f"{path}.value",
                f"{value.value:f} is a number, and the indicator is qualitative: say it in the comment",
                official,
            )
        elif words is not None:
            yield Finding(
                f"{path}.stated",
                f"{shown(words)} stands in the place of a number, and the indicator is qualitative: say it in the comment",
                official,
            )


@rule("values.percentage-out-of-range", Severity.WARNING, "what a share is")
def percentage_out_of_range(project: Project, basis: Basis) -> Iterator[Finding]:
    """A share is from 0 to 100 percent; a rate of growth says so in its unit."""
    for indicator, path, value in basis.each(all_values, project):
        if indicator.measure is not MeasureType.PERCENTAGE or not _is_share(indicator.unit):
            continue
        for name in ("value", "minimum", "maximum"):
            number: Decimal | None = getattr(value, name, None)
            if number is not None and not 0 <= number <= 100:
                yield Finding(
                    f"{path}.{name}", f"{number:f} is no share in percent: mend it, or name the unit of a growth rate"
                )


def _is_share(unit: str | None) -> bool:
    return unit is None or unit_for(unit).kind is UnitKind.PERCENT


@rule("values.zero-denominator", Severity.ERROR, "Akvo product design 187")
def zero_denominator(project: Project, basis: Basis) -> Iterator[Finding]:
    """A percentage or ratio is not out of nothing."""
    for _indicator, path, value in basis.each(all_values, project):
        if value.denominator == 0:
            yield Finding(
                f"{path}.denominator", "the denominator is zero: there is no share of nothing; say not applicable"
            )


@rule("values.percentage-disagrees", Severity.WARNING, "Akvo product design 187")
def percentage_disagrees(project: Project, basis: Basis) -> Iterator[Finding]:
    """A percentage is 100 times its numerator over its denominator, within rounding, and no more than the whole."""
    for indicator, path, value in basis.each(all_values, project):
        if indicator.measure is not MeasureType.PERCENTAGE or value.numerator is None or not value.denominator:
            continue
        if value.numerator > value.denominator and _is_share(indicator.unit):
            yield Finding(
                f"{path}.numerator", f"{value.numerator:f} is more than the {value.denominator:f} it is counted out of"
            )
        share = 100 * value.numerator / value.denominator
        places = _places(value.value) if value.value is not None else 0
        if value.value is not None and abs(share - value.value) > Decimal(5).scaleb(-places - 1):
            told = f"{share:.{max(2, places + 1)}f}"  # so that one sees where the two part
            yield Finding(
                f"{path}.value",
                f"{value.value:f} is not {value.numerator:f} out of {value.denominator:f}, which is {told}",
            )


def _places(number: Decimal) -> int:
    """How many digits are stated after the point."""
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


@rule("values.off-scale", Severity.ERROR, "what a scale is")
def off_scale(project: Project, basis: Basis) -> Iterator[Finding]:
    """Words for an ordinal or nominal value are on the indicator's scale; a yes-or-no value is yes or no, 1 or 0."""
    for indicator, path, value in basis.each(all_values, project):
        if (
            indicator.measure in _SCALED
            and indicator.scale
            and value.stated is not None
            and value.stated not in indicator.scale
        ):
            yield Finding(f"{path}.stated", f"{shown(value.stated)} is not on the scale: {', '.join(indicator.scale)}")
        if indicator.measure is MeasureType.BOOLEAN:
            if value.stated is not None and value.stated.strip().casefold() not in _YES_NO:
                yield Finding(f"{path}.stated", f"{shown(value.stated)} is neither yes nor no")
            if value.value is not None and value.value not in (0, 1):
                yield Finding(f"{path}.value", f"{value.value:f} is neither 1 for yes nor 0 for no")


@rule("values.number-off-scale", Severity.WARNING, "what a scale is")
def number_off_scale(project: Project, basis: Basis) -> Iterator[Finding]:
    """A number for an ordinal or nominal value is one that a step of the indicator's scale is, or begins with."""
    for indicator, path, value in basis.each(all_values, project):
        if indicator.measure in _SCALED and indicator.scale and value.value is not None:
            steps = {Decimal(found[1]) for step in indicator.scale if (found := re.match(_NUMBERED, step))}
            if value.value not in steps:
                yield Finding(
                    f"{path}.value",
                    f"{value.value:f} is not on the scale: {', '.join(indicator.scale)}: state the step",
                )


def _official(path: str, indicator: Indicator, number: int, measures: Collection[MeasureType]) -> str | None:
    """Give the standard's id for a baseline, or a target or actual of a period, of an indicator of these measures."""
    holder, _, last = path.rpartition(".")
    part = last.partition("[")[0]
    if indicator.measure not in measures or (part == "targets" and not holder.rpartition(".")[2].startswith("periods")):
        return None
    return f"8.{ {'baselines': 8, 'targets': 9, 'actuals': 10}[part] }.{number}"


RULES: tuple[Rule, ...] = (
    missing,
    not_a_number,
    qualitative_with_value,
    percentage_out_of_range,
    zero_denominator,
    percentage_disagrees,
    off_scale,
    number_off_scale,
)
