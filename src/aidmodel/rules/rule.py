"""What a rule is: a code, a severity, and a function that finds what breaks it."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import localcontext
from typing import final

from attrs import frozen

from aidmodel.issues import Issue, Severity
from aidmodel.model.project import Project
from aidmodel.values.number import ARITHMETIC


@final
@frozen
class Finding:
    """Where a rule is broken, and how, in a sentence that says what to do."""

    path: str
    """The way to the value."""
    message: str
    """What is wrong there."""
    rule: str | None = None
    """The standard's own id for this case; None: that of the rule, where it has just one."""


Find = Callable[[Project, dt.date], Iterator[Finding]]


@final
@frozen(kw_only=True)
class Rule:
    """
    One thing that a project is judged by.
    """

    code: str
    """The stable dotted code of its issues."""
    severity: Severity
    """How bad it is to break it."""
    standard: tuple[str, ...]
    """The standard's own ids of the rule; none: the standard has no such rule."""
    source: str
    """Where it comes from, as the field's literature has it."""
    words: str
    """The rule in a sentence."""
    find: Find
    """Gives what breaks it in a project, judged as of a day. It never raises; :meth:`issues` asks it in the library's own
    decimal context, so that it may reckon with plain operators."""

    def issues(self, project: Project, as_of: dt.date) -> Iterator[Issue]:
        """Give an issue for each case in which a project breaks the rule."""
        with localcontext(ARITHMETIC):
            findings = list(self.find(project, as_of))  # all of them here: a generator would leave its context behind
        for found in findings:
            yield Issue(
                code=self.code,
                severity=self.severity,
                message=found.message,
                path=found.path,
                rule=found.rule or (self.standard[0] if len(self.standard) == 1 else None),
            )


def rule(code: str, severity: Severity, source: str, *, standard: tuple[str, ...] = ()) -> Callable[[Find], Rule]:
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
