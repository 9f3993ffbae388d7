"""Rules on values that took the place of others: targets that were revised, and values that are stated twice."""

from collections.abc import Iterable, Iterator

from aidmodel.issues import Severity
from aidmodel.model.measurement import Aimed, Measured, Target
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.walk import all_values, indicators, is_whole
from aidmodel.values.partial_date import is_before


@rule("targets.revised-without-reason", Severity.WARNING, "Akvo product design 246")
def revised_without_reason(project: Project, basis: Basis) -> Iterator[Finding]:
    """A target that was revised says why."""
    for path, target in _revised(project, basis):
        for at, revision in enumerate(target.revisions):
            if not revision.reason:
                yield Finding(
                    f"{path}.revisions[{at}].reason",
                    f"the target was {_said(revision)}, and no reason for the change is given: state it",
                )


@rule("targets.revisions-out-of-order", Severity.WARNING, "Akvo product design 246")
def out_of_order(project: Project, basis: Basis) -> Iterator[Finding]:
    """What a target was stands in the order of time, the oldest first, and nothing was revised after the day to judge by."""
    for path, target in _revised(project, basis):
        before = None
        for at, revision in enumerate(target.revisions):
            day, here = revision.revised_on, f"{path}.revisions[{at}].revised_on"
            if day is None:
                continue
            if is_before(basis.as_of, day):
                yield Finding(here, f"the target was revised on {day}, after {basis.as_of}: mend the date")
            if before is not None and is_before(day, before):
                yield Finding(here, f"the revision of {day} stands after that of {before}: put the oldest first")
            before = day


def _revised(project: Project, basis: Basis) -> Iterator[tuple[str, Target]]:
    """Give each target that was revised, with its path."""
    for _indicator, path, value in basis.each(all_values, project):
        if isinstance(value, Target) and value.revisions:
            yield path, value


@rule("targets.several", Severity.WARNING, "Akvo product design 246")
def several_targets(project: Project, basis: Basis) -> Iterator[Finding]:
    """There is one target for all of a period or due date; what it was before is its history."""
    for path, indicator in basis.each(indicators, project):
        held = [("", indicator.targets)]
        held += [
            (f".periods[{at}]", period.targets) for at, period in enumerate(indicator.periods) if period.targets[1:]
        ]
        for where, targets in held:
            for at, first in _contradicting((each, each.due) for each in targets):
                yield Finding(
                    f"{path}{where}.targets[{at}]",
                    f"it is {_said(targets[at])}, and targets[{first}], for the same, {_said(targets[first])}: keep one, "
                    f"with the other among its revisions",
                )


@rule("actuals.several", Severity.WARNING, "Akvo RSR, which takes one update a period")
def several_actuals(project: Project, basis: Basis) -> Iterator[Finding]:
    """There is one actual for all of a period, date and source."""
    for path, indicator in basis.each(indicators, project):
        for number, period in enumerate(indicator.periods):
            actuals = period.actuals
            for at, first in (
                _contradicting((each, (each.as_of, each.source)) for each in actuals) if actuals[1:] else ()
            ):
                yield Finding(
                    f"{path}.periods[{number}].actuals[{at}]",
                    f"it is {_said(actuals[at])}, and actuals[{first}], for the same, {_said(actuals[first])}: keep one, "
                    f"or say when and by whom each was reported",
                )


def _contradicting(held: Iterable[tuple[Measured, object]]) -> Iterator[tuple[int, int]]:
    """Give, by its position, each value for all that is not the first for the same; with it the position of the first."""
    seen: dict[object, tuple[int, object]] = {}
    for at, (value, key) in enumerate(held):
        if is_whole(value) and (told := _told(value)) is not None:
            first, before = seen.setdefault(key, (at, told))
            if before != told:
                yield at, first


def _told(value: Measured) -> object:
    """Give what a value says: a number, words, a range or why there is none; None: nothing."""
    bounds = (value.minimum, value.maximum) if isinstance(value, Aimed) else (None, None)
    told = (value.value, value.stated, value.status, *bounds, value.numerator, value.denominator)
    return None if told.count(None) == len(told) else told


def _said(value: Measured) -> str:
    """Write what a value says, in a word or two."""
    if value.value is not None:
        return f"{value.value:f}"
    if isinstance(value, Aimed) and (value.minimum is not None or value.maximum is not None):
        bounds = ["…" if bound is None else f"{bound:f}" for bound in (value.minimum, value.maximum)]
        return f"from {bounds[0]} to {bounds[1]}"
    if value.numerator is not None and value.denominator is not None:
        return f"{value.numerator:f} out of {value.denominator:f}"
    return "without a value" if value.stated is None else repr(value.stated)


RULES: tuple[Rule, ...] = (revised_without_reason, out_of_order, several_targets, several_actuals)
