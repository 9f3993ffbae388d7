"""Progress of a project: each level of its chain for itself, never two of them in one number."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, named
from aidmodel.analysis.numbers import banded, written
from aidmodel.analysis.progress import Progress, progress
from aidmodel.model.project import Project
from aidmodel.model.result import Impact, Outcome, Output, Result
from aidmodel.values.partial_date import as_day
from aidmodel.values.plain import as_words


def _as_all(value: Iterable[Progress]) -> tuple[Progress, ...]:
    return as_items(value, Progress)


def _as_result(value: Result) -> Result:
    return as_instance(value, Result)


def _as_score(value: Fraction | None) -> Fraction | None:
    return None if value is None else as_instance(value, Fraction)


@final
@frozen(field_transformer=named)
class ResultProgress:
    """How far a result has come: the mean of those of its indicators of which that can be said."""

    result: Result = field(converter=_as_result, repr=False)
    """The result."""
    path: str = field(converter=as_words)
    """Where it stands, as in ``chain[2]``."""
    value: Fraction | None = field(converter=_as_score)
    """The mean; None: nothing can be said of any of its indicators."""
    indicators: tuple[Progress, ...] = field(converter=_as_all)
    """The progress of each indicator, in the order of the result, or the reason why there is none."""

    @property
    def n_used(self) -> int:
        """How many indicators are in the mean."""
        return sum(each.value is not None for each in self.indicators)

    def score(self, scheme: Mapping[str, Decimal | Fraction | int | str]) -> str | None:
        """Give the score by a scheme, which goes from score to its lower bound; None: there is no value.

        >>> scheme = {"C": 0, "B": "0.5", "A": "0.9", "A+": "1.1"}
        >>> ResultProgress(Output(), "chain[0]", Fraction(19, 20), ()).score(scheme)
        'A'

        """
        return banded(self.value, scheme)


def _as_results(value: Iterable[ResultProgress]) -> tuple[ResultProgress, ...]:
    return as_items(value, ResultProgress)


@final
@frozen(field_transformer=named)
class LevelProgress:
    """How far the results of one level have come."""

    level: str = field(converter=as_words)
    """The level: "outputs", "outcomes", "impacts" or "others"."""
    results: tuple[ResultProgress, ...] = field(converter=_as_results)
    """Each result of the level."""

    @property
    def weighting(self) -> str:
        """How the results are weighed: by the "stated" weights, or "equal" where none has one; '' where that is not said.

        Weights are not of use where only some results have one, or one is below 0. They need not sum to 100: that is
        for a donor's rules to want.
        """
        stated = [each.result.weight for each in self.results]
        if all(weight is None for weight in stated):
            return "equal"
        return "stated" if all(weight is not None and weight >= 0 for weight in stated) else ""

    def _weights(self) -> list[Fraction]:
        stated = self.weighting == "stated"
        return [Fraction(each.result.weight or 0) if stated else Fraction(1) for each in self.results]

    @property
    def value(self) -> Fraction | None:
        """The weighted mean of the results that have a value; None: none has, or only some results state a weight."""
        if not self.weighting:
            return None
        pairs = [(weight, each.value) for weight, each in zip(self._weights(), self.results, strict=True)]
        known = [(weight, value) for weight, value in pairs if value is not None]
        whole = sum((weight for weight, _ in known), Fraction(0))
        return sum((weight * value for weight, value in known), Fraction(0)) / whole if whole else None

    @property
    def coverage(self) -> Fraction | None:
        """How much of the weight is behind the value: of each result the part of its indicators that have one.

        None: there are no results, or no weights.
        """
        if not self.weighting or not self.results:
            return None
        weights = self._weights()
        whole = sum(weights, Fraction(0))
        parts = (Fraction(each.n_used, max(len(each.indicators), 1)) for each in self.results)
        known = sum((weight * part for weight, part in zip(weights, parts, strict=True)), Fraction(0))
        return known / whole if whole else None

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.level}: not known"
        covered = "" if self.coverage in (None, 1) else f", of {written(self.coverage, '.0%')} of the weight"
        return f"{self.level}: {written(self.value, '.1%')}{covered}"


@final
@frozen(field_transformer=named)
class ProjectProgress:
    """How far each level of a project has come."""

    outputs: LevelProgress
    """What it delivers."""
    outcomes: LevelProgress
    """What changes through that."""
    impacts: LevelProgress
    """What it contributes to in the end."""
    others: LevelProgress
    """Results whose level is not stated, or another."""
    as_of: dt.date | None = None
    """The day it is of; None: no day was judged by."""
    clamped: bool = False
    """Whether each indicator was kept between 0 and 1."""

    def __str__(self) -> str:
        levels = (self.outputs, self.outcomes, self.impacts, self.others)
        return "\n".join(str(level) for level in levels if level.results) or "not known: there are no results"


def project_progress(project: Project, *, as_of: dt.date | str | None = None, clamped: bool = False) -> ProjectProgress:
    """Say how far the outputs, the outcomes and the impacts of a project have come, each level for itself.

    A result is the mean of those of its indicators of which something can be said; a level is the mean of its results,
    by their weights where all state one. What is left out shows in ``n_used`` and ``coverage``: it does not count as 0.
    ``as_of`` is as in :func:`progress`. ``clamped`` keeps each indicator between 0 and 1, so that one that goes beyond
    its target does not make up for another.

    Raises:
        InvalidValue: it is no project, or ``as_of`` is no day.

    >>> from aidmodel import Indicator, Output, Period
    >>> wells = Indicator(title="Wells", baselines=0, targets=20, periods=Period("2024", actuals=15))
    >>> print(project_progress(Project(chain=Output(title="Wells sunk", indicators=wells))).outputs)
    outputs: 75.0%

    """
    chain = as_instance(project, Project).chain
    day = None if as_of is None else as_day(as_of)
    found: dict[type, list[ResultProgress]] = {Output: [], Outcome: [], Impact: [], Result: []}
    for position, node in enumerate(chain):
        if isinstance(node, Result):
            each = tuple(progress(indicator, as_of=day) for indicator in node.indicators)
            values = [p.clamped if clamped else p.value for p in each]
            known = [value for value in values if value is not None]
            mean = sum(known, Fraction(0)) / len(known) if known else None
            found.get(type(node), found[Result]).append(ResultProgress(node, f"chain[{position}]", mean, each))
    return ProjectProgress(
        LevelProgress("outputs", found[Output]),
        LevelProgress("outcomes", found[Outcome]),
        LevelProgress("impacts", found[Impact]),
        LevelProgress("others", found[Result]),
        None if as_of is None else as_day(as_of),
        clamped,
    )
