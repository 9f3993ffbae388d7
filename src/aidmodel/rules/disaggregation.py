"""Rules on values by category: whether the parts make the whole, and stand where they belong."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from aidmodel.analysis.dimension_forms import DOUBTFUL, MOVED, REPEATED, Recognised, recognised
from aidmodel.analysis.disaggregation import Disagreement, categories, disaggregate
from aidmodel.analysis.figures import is_share
from aidmodel.analysis.kinds import ADDABLE, kind_of
from aidmodel.analysis.over_time import Side
from aidmodel.issues import Severity
from aidmodel.model.indicator import Accumulation, Indicator, Period, all_values
from aidmodel.model.measurement import Actual, Baseline, Measured, Target
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.walk import indicators, is_whole

_SUMS = "Akvo RSR, incomplete data; TolaData 667"


class Held(NamedTuple):
    """Values of one kind that stand together, some of which are for categories or places."""

    path: str
    indicator: Indicator
    side: Side
    values: tuple[Measured, ...]


class Wrong(NamedTuple):
    """What does not agree among them."""

    held: Held
    dimensions: tuple[str, ...]
    found: Disagreement

    @property
    def where(self) -> str:
        """The dimensions, and the categories where it is about some."""
        return ", ".join((f"by {' and '.join(self.dimensions)}", *self.found.categories))


def _broken_down(project: Project) -> Iterator[tuple[str, Indicator]]:
    """Give each indicator that has a value for a category or place, with its path."""
    for path, indicator in indicators(project):
        if not all(map(is_whole, all_values(indicator))):
            yield path, indicator


def _held(project: Project) -> Iterator[Held]:
    """Give the baselines, the targets and, by period, the targets and actuals of which some are for categories."""
    for path, indicator in _broken_down(project):
        sides: list[tuple[str, Side, tuple[Measured, ...]]] = [
            (f"{path}.baselines", "baseline", indicator.baselines),
            (f"{path}.targets", "target", indicator.targets),
        ]
        for at, period in enumerate(indicator.periods):
            sides.append((f"{path}.periods[{at}].targets", "target", period.targets))
            sides.append((f"{path}.periods[{at}].actuals", "actual", period.actuals))
        for here, side, held in sides:
            if not all(map(is_whole, held)):
                yield Held(here, indicator, side, held)


def _wrongs(project: Project) -> Iterator[Wrong]:
    """Give what does not agree, of each dimension and of each crossing of some."""
    for held in filter(_may_disagree, _held(project)):
        whole = _alone(held)
        for dimensions in _dimensions(held.values):
            for found in disaggregate(whole, *dimensions, of=held.side).disagreements:
                yield Wrong(held, dimensions, found)


def _may_disagree(held: Held) -> bool:
    """Say whether a table is worth making, which takes its time: whether anything could be wrong in it.

    Of dimensions that nothing is stated of, a part can only be above the whole, so one of its numbers has to be.
    """
    declared = {each.name for each in held.indicator.disaggregations}
    if any(name in declared for value in held.values for name, _ in categories(value)):
        return True
    if kind_of(held.indicator) not in ADDABLE:
        return False
    if any(isinstance(value, Actual) and value.source is not None for value in held.values):
        return True  # what several sources report adds up
    for name in ("value", "numerator", "denominator"):
        stated = [(is_whole(value), number) for value in held.values if (number := getattr(value, name)) is not None]
        wholes = [number for whole, number in stated if whole]
        if wholes and any(number > min(wholes) for whole, number in stated if not whole):
            return True
    return False


def _alone(held: Held) -> Indicator:
    """Give the indicator with these values and no others; what is new in a period is not added to that of others."""
    indicator = held.indicator
    running = indicator.accumulation is Accumulation.RUNNING_SUM
    baselines = tuple(each for each in held.values if isinstance(each, Baseline))
    targets = tuple(each for each in held.values if isinstance(each, Target))
    actuals = tuple(each for each in held.values if isinstance(each, Actual))
    return evolve(
        indicator,
        accumulation=Accumulation.PER_PERIOD if running else indicator.accumulation,
        baselines=baselines,
        targets=targets,
        periods=Period(actuals=actuals) if actuals else (),
    )


def _dimensions(held: Sequence[Measured]) -> list[tuple[str, ...]]:
    """Give the dimensions that values are for, once whatever the order; what has no name, or one twice, is left out."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for value in held:
        names = tuple(name for name, _ in categories(value))
        if names and all(names) and len(set(names)) == len(names):
            found.setdefault(frozenset(names), names)
    return list(found.values())


def _found(project: Project, basis: Basis, code: str) -> Iterator[Wrong]:
    """Give what is wrong in one way."""
    return (wrong for wrong in basis.each(_wrongs, project) if wrong.found.code == code)


@rule("disaggregation.parts-above-whole", Severity.ERROR, _SUMS)
def parts_above_whole(project: Project, basis: Basis) -> Iterator[Finding]:
    """Parts of which nobody is in two are no more than the whole; of shares numerators and denominators each by itself."""
    for wrong in _found(project, basis, "parts_above_whole"):
        yield Finding(
            wrong.held.path,
            f"{wrong.where} the parts are more than the whole, {wrong.found.detail}: mend a part, or the whole",
        )


@rule("disaggregation.parts-below-whole", Severity.WARNING, _SUMS)
def parts_below_whole(project: Project, basis: Basis) -> Iterator[Finding]:
    """Parts of which everybody is in one make the whole; of shares numerators and denominators each by itself."""
    for wrong in _found(project, basis, "parts_below_whole"):
        yield Finding(
            wrong.held.path,
            f"{wrong.where} the parts are less than the whole, {wrong.found.detail}: state the rest as unknown",
        )


@rule("disaggregation.part-above-whole", Severity.WARNING, "TolaData, which allows one to be in several categories")
def part_above_whole(project: Project, basis: Basis) -> Iterator[Finding]:
    """Each part of a count is no more than the whole, where people may be in several."""
    for wrong in _found(project, basis, "part_above_whole"):
        yield Finding(
            wrong.held.path,
            f"{wrong.where} one part is more than the whole, {wrong.found.detail}: mend one of the two",
        )


@rule("disaggregation.unknown-category", Severity.ERROR, "TolaData 667")
def unknown_category(project: Project, basis: Basis) -> Iterator[Finding]:
    """A value is for a category that the indicator's dimension has, where that names its categories."""
    for wrong in _found(project, basis, "unknown_category"):
        yield Finding(wrong.held.path, f"{wrong.where}: there is no such category; {wrong.found.detail}")


@rule("disaggregation.margins-disagree", Severity.ERROR, "TolaData 667")
def margins_disagree(project: Project, basis: Basis) -> Iterator[Finding]:
    """The parts of a table crossed by several dimensions make what is stated by one of them."""
    for wrong in _found(project, basis, "margin"):
        yield Finding(
            wrong.held.path, f"{wrong.where}: the crossed parts make {wrong.found.detail}: mend one of the two"
        )


@rule("disaggregation.repeated-category", Severity.ERROR, "TolaData 667")
def repeated_category(project: Project, basis: Basis) -> Iterator[Finding]:
    """There is one value for a category; several say by whom, when or for when they are."""
    for held in basis.each(_held, project):
        seen: dict[object, int] = {}
        for at, value in enumerate(held.values):
            key = (
                frozenset(value.dimensions),
                frozenset(value.locations),
                *map(value.__getattribute__, _APART[held.side]),
            )
            if not is_whole(value) and (first := seen.setdefault(key, at)) != at:
                yield Finding(
                    f"{held.path}[{at}]", f"there is a value for the same category at [{first}] already: keep one"
                )


_APART: dict[Side, tuple[str, ...]] = {"baseline": ("date",), "target": ("due",), "actual": ("as_of", "source")}
"""What tells values for the same category apart."""


@rule("disaggregation.no-category", Severity.ERROR, "IATI 2.03 schema: dimension/@name, @value required")
def no_category(project: Project, basis: Basis) -> Iterator[Finding]:
    """A value for a category names the dimension and the category."""
    for held in basis.each(_held, project):
        for at, value in enumerate(held.values):
            for number, each in enumerate(value.dimensions):
                missing = [name for name, stated in (("name", each.name), ("value", each.value)) if stated is None]
                if missing:
                    yield Finding(
                        f"{held.path}[{at}].dimensions[{number}]",
                        f"the dimension has no {' and no '.join(missing)}: state what the value is for",
                    )


@rule("disaggregation.share-without-denominator", Severity.WARNING, "UNICEF partner reporting 72")
def share_without_denominator(project: Project, basis: Basis) -> Iterator[Finding]:
    """Percentages by category state what they are out of: without that the parts cannot be held against the whole."""
    told: set[int] = set()
    for held in basis.each(_held, project):
        bare = [at for at, value in enumerate(held.values) if not is_whole(value) and _is_bare(value)]
        if bare and is_share(held.indicator) and id(held.indicator) not in told:
            told.add(id(held.indicator))
            yield Finding(
                f"{held.path}[{bare[0]}]",
                "it is a share of one category, without numerator and denominator: state both, here and in others like it",
            )


def _is_bare(value: Measured) -> bool:
    return value.value is not None and (value.numerator is None or value.denominator is None)


def _recognised(project: Project) -> Iterator[tuple[str, Recognised]]:
    """Give what is written otherwise than IATI has it, with the path of the indicator."""
    for path, indicator in _broken_down(project):
        for found in recognised(indicator):
            yield path, found


def _of_form(project: Project, basis: Basis, code: str, mend: str) -> Iterator[Finding]:
    """Give what is written in one of the other ways, each with the mend."""
    for path, found in basis.each(_recognised, project):
        if found.code == code:
            yield Finding(f"{path}.{found.path}", f"{found.message}: {mend}")


@rule(REPEATED, Severity.INFO, "IATI before version 2.03")
def repeated_period(project: Project, basis: Basis) -> Iterator[Finding]:
    """Values by category stand in one period, not each in a period of its own with the same days."""
    return _of_form(project, basis, REPEATED, "normalise_disaggregation() makes one of them")


@rule(MOVED, Severity.WARNING, "D-Portal 597")
def figure_in_dimension(project: Project, basis: Basis) -> Iterator[Finding]:
    """A dimension holds a category, not the number of those in it."""
    return _of_form(project, basis, MOVED, "normalise_disaggregation() makes values of them")


@rule(DOUBTFUL, Severity.WARNING, "D-Portal 597")
def number_as_category(project: Project, basis: Basis) -> Iterator[Finding]:
    """What stands as a category is one; a number may be the name of one, as that of a year is, or misplaced."""
    return _of_form(project, basis, DOUBTFUL, "state the category, if it is none")


RULES: tuple[Rule, ...] = (
    parts_above_whole,
    parts_below_whole,
    part_above_whole,
    unknown_category,
    margins_disagree,
    repeated_category,
    no_category,
    share_without_denominator,
    repeated_period,
    figure_in_dimension,
    number_as_category,
)
