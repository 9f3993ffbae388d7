"""What a rule is: a code, a severity, and a function that finds what breaks it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.issues import Severity, as_severity
from aidmodel.model.project import Project
from aidmodel.rates.rate import RateProvider

T = TypeVar("T")
Walk = Callable[[Project], Iterable[Any]]


@final
@frozen
class Finding:
    """Where a rule is broken, and how, in a sentence that says what to do."""

    path: str
    """The way to the value."""
    message: str
    """What is wrong there."""
    rule: str | None = None
    """The standard's own id for this case; None: that of the rule where it has just one, else none."""


_NOBODY: Mapping[str, int] = MappingProxyType({})


@final
@frozen(kw_only=True)
class Basis:
    """What a project is judged by beside itself."""

    as_of: dt.date
    """The day to judge by: a date after it lies in the future."""
    rates: RateProvider | None = None
    """Where rates of exchange come from; None: amounts of several currencies are not held against each other."""
    earlier: Mapping[str, int] = _NOBODY
    """The identifiers of the projects that were judged before, each with the position of the first that has it."""
    _walked: dict[Walk, tuple[Project, tuple[Any, ...]]] = field(factory=dict, init=False, eq=False, repr=False)

    def each(self, walk: Callable[[Project], Iterable[T]], project: Project) -> tuple[T, ...]:
        """Give what a walk over a project gives; while that project is judged, rules share the first walk of a kind."""
        held = self._walked.get(walk)
        if held is None or held[0] is not project:
            held = self._walked[walk] = (project, tuple(walk(project)))
        return held[1]


Find = Callable[[Project, Basis], Iterator[Finding]]


@final
@frozen(kw_only=True, field_transformer=named)
class Rule:
    """
    One thing that a project is judged by.
    """

    code: str
    """The stable dotted code of its issues."""
    severity: Severity = field(converter=as_severity)
    """How bad it is to break it; its word will do ("error")."""
    standard: tuple[str, ...]
    """The standard's own ids of the rule; none: the standard has no such rule."""
    source: str
    """Where it comes from, as the field's literature has it."""
    words: str
    """The rule in a sentence."""
    find: Find
    """Gives what breaks it in a project. It never raises; it is asked in the library's own decimal context, so that it may
    reckon with plain operators."""

    def official(self, found: Finding) -> str | None:
        """Give the standard's own id for a finding of the rule; None: the standard has no such rule."""
        return found.rule or (self.standard[0] if len(self.standard) == 1 else None)


def rule(code: str, severity: Severity | str, source: str, *, standard: tuple[str, ...] = ()) -> Callable[[Find], Rule]:
    """Make a rule of the function that follows; its docstring is the rule in words."""

    def make(find: Find) -> Rule:
        return Rule(
            code=code,
            severity=severity,
            standard=standard,
            source=source,
            words=" ".join((find.__doc__ or "").split()),
            find=find,
        )

    return make
