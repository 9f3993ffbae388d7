"""The lines of a report: what is found at several places one after the other is said once; a long one may be gathered."""

from collections.abc import Iterator
from itertools import groupby
from typing import final

from attrs import frozen

from aidmodel.issues import Issue, Report, Severity
from aidmodel.show._words import clean

_LONG = 100
"""A report with more issues than that may be gathered by code: few people read so many one by one."""
_SHOWN = 8
"""How many places of each code are named in such a report."""


@final
@frozen
class Finding:
    """Issues of a report that differ by their place alone, or are alike in a long one."""

    severity: Severity
    message: str
    """What all of them say, or the first of several that are alike, clean."""
    code: str
    """Their code, with the rule of the standard where there is one, clean."""
    places: tuple[str, ...]
    """Where each of them is, clean: the path, after the line of the source where that is known."""
    more: int = 0
    """At how many further places, in a long report."""


def findings(report: Report, *, gather: bool = False) -> Iterator[Finding]:
    """Give the findings of a report in its order; where told to ``gather``, those of a long one by code, the worst first."""
    if gather and len(report) > _LONG:
        yield from _gathered(report)
        return
    for (severity, message, code), issues in groupby(report, _said):
        yield Finding(severity, clean(message), clean(code), tuple(map(_place, issues)))


def _gathered(report: Report) -> Iterator[Finding]:
    groups: dict[tuple[Severity, str], list[Issue]] = {}
    for issue in report:
        severity, _message, code = _said(issue)
        groups.setdefault((severity, code), []).append(issue)
    for (severity, code), issues in sorted(groups.items(), key=lambda group: -group[0][0]):
        messages = {issue.message for issue in issues}
        message = clean(issues[0].message) + (", and the like" if len(messages) > 1 else "")
        more = max(0, len(issues) - _SHOWN)
        yield Finding(severity, message, clean(code), tuple(map(_place, issues[:_SHOWN])), more)


def written(finding: Finding) -> tuple[str, ...]:
    """Give the line of a finding, and the places beneath it where it has several."""
    if len(finding.places) == 1:
        return (f"{finding.severity!s:<8} {finding.places[0]}  {finding.message}  [{finding.code}]",)
    count = f"{len(finding.places) + finding.more:,} places"
    more = f" and {finding.more:,} more" if finding.more else ""
    return (f"{finding.severity!s:<8} {count}  {finding.message}  [{finding.code}]", ", ".join(finding.places) + more)


def _said(issue: Issue) -> tuple[Severity, str, str]:
    return issue.severity, issue.message, f"{issue.code}, rule {issue.rule}" if issue.rule else issue.code


def _place(issue: Issue) -> str:
    source = f"line {issue.where[0]}, column {issue.where[1]}: " if issue.where else ""
    return f"{source}{clean(issue.path) or '(whole)'}"
