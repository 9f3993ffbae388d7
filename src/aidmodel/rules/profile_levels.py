"""The levels of a donor's frame, and which of them a node of a chain is at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, named
from aidmodel.errors import InvalidValue
from aidmodel.model.project import Project
from aidmodel.model.result import Node, Result, ResultLevel, ResultStatus
from aidmodel.values.code import one_of
from aidmodel.values.plain import as_string, as_strings, as_whole_or_none

_OF_NO_RESULT = (ResultLevel.INPUT, ResultLevel.ACTIVITY)
_COLUMNS = ("weight", "risk_rating", "beneficiaries", "references")


def _as_level(value: ResultLevel | str) -> ResultLevel:
    return one_of(ResultLevel, value)


def _as_levels(value: ResultLevel | str | Iterable[ResultLevel | str]) -> tuple[ResultLevel, ...]:
    return tuple(dict.fromkeys(as_items(value, ResultLevel, _as_level)))


def _as_columns(value: str | Iterable[str]) -> tuple[str, ...]:
    names = as_strings(value)
    for name in names:
        if name not in _COLUMNS:
            raise InvalidValue(name, "is no column of a result", f"it may be one of {', '.join(_COLUMNS)}")
    return names


def _as_yes_or_no(value: bool) -> bool:
    return as_instance(value, bool)


@final
@frozen(kw_only=True, field_transformer=named)
class DonorLevel:
    """
    A level of a donor's frame: what it is called there, what it is in a results chain, and what is asked of it.

    >>> DonorLevel("Specific objective", levels=["outcome", "intermediate outcome"], indicators=True).levels[0]
    ResultLevel.OUTCOME
    """

    label: str = field(converter=as_string, kw_only=False)
    """What the donor calls it."""
    labels: tuple[str, ...] = field(default=(), converter=as_strings)
    """Other words for it ("IR")."""
    levels: tuple[ResultLevel, ...] = field(converter=_as_levels)
    """What it is in a chain, and what else it may be there: an outcome of no stated depth."""
    least: int | None = field(default=None, converter=as_whole_or_none)
    """How many there are at least; None: any number."""
    most: int | None = field(default=None, converter=as_whole_or_none)
    """How many there are at most; None: any number."""
    indicators: bool = field(default=False, converter=_as_yes_or_no)
    """Whether each has an indicator at least."""
    columns: tuple[str, ...] = field(default=(), converter=_as_columns)
    """The fields of a result that are filled in for each ("risk_rating")."""
    weighted: bool = field(default=False, converter=_as_yes_or_no)
    """Whether the weights of those at the level make 100."""
    assumptions: bool = field(default=False, converter=_as_yes_or_no)
    """Whether the frame has a place for assumptions here."""
    risks: bool = field(default=False, converter=_as_yes_or_no)
    """Whether the frame has a place for risks here."""
    worded: bool = field(default=False, converter=_as_yes_or_no)
    """Whether the statement is worded as a change in one direction."""

    @property
    def for_results(self) -> bool:
        """Whether results are at the level; inputs and activities are none."""
        return not set(self.levels) <= set(_OF_NO_RESULT)


def as_donor_levels(value: DonorLevel | Iterable[DonorLevel]) -> tuple[DonorLevel, ...]:
    """Give the levels that were meant."""
    return as_items(value, DonorLevel)


def levels_of(node: Node, levels: Sequence[DonorLevel]) -> tuple[DonorLevel, ...]:
    """Give the levels that a node may be at, of the donor's: several where it is not told, none where there is none.

    Its level in the chain says which; where that leaves several its label does, if it names one of them.
    """
    if node.level is None:
        return tuple(level for level in levels if level.for_results)
    found = tuple(level for level in levels if node.level in level.levels)
    if len(found) < 2 or node.label is None:
        return found
    return tuple(level for level in found if _names(node.label, level)) or found


def _names(label: str, level: DonorLevel) -> bool:
    return any(_word(each).search(label) for each in (level.label, *level.labels))


@lru_cache(maxsize=256)
def _word(words: str) -> re.Pattern[str]:
    """What finds words that do not go on, as those of a sub-level would: "IR" is not in "Sub-IR 1.1"."""
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)


def results_at(project: Project, levels: Sequence[DonorLevel]) -> Iterator[tuple[int, Result, tuple[DonorLevel, ...]]]:
    """Give each result that was not dropped, with its position in the chain and the levels that it may be at."""
    for position, node in enumerate(project.chain):
        if isinstance(node, Result) and node.status is not ResultStatus.DROPPED:
            yield position, node, levels_of(node, levels)


def is_a_report(result: Result) -> bool:
    """Say whether a result tells what was reached, at no stated level: it is no row of a plan."""
    return result.level is None and result.status not in (None, ResultStatus.EXPECTED)
