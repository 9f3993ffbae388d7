"""The lines of a report: what is found at several places one after the other is said once."""

from collections.abc import Iterator
from itertools import groupby
from typing import final

from attrs import frozen

from aidmodel.issues import Issue, Report, Severity
from aidmodel.show._words import clean


@final
@frozen
class Finding:
    """Issues of a report that follow each other and differ by their place alone."""

    severity: Severity
    message: str
    """What all of them say, clean."""
    code: str
    """Their code, with the rule of the standard where there is one, clean."""
    places: tuple[str, ...]
    """Where each of them is, clean: the path, after the line of the source where that is known."""


def findings(report: Report) -> Iterator[Finding]:
    """Give the findings of a report in its order."""
    for (severity, message, code), issues in groupby(report, _said):
        yield Finding(severity, clean(message), clean(code), tuple(map(_place, issues)))


def written(finding: Finding) -> tuple[str, ...]:
    """Give the line of a finding, and the places beneath it where it has several."""
    if len(finding.places) == 1:
        return (f"{finding.severity!s:<8} {finding.places[0]}  {finding.message}  [{finding.code}]",)
    count = f"{len(finding.places):,} places"
    return (f"{finding.severity!s:<8} {count}  {finding.message}  [{finding.code}]", ", ".join(finding.places))


def _said(issue: Issue) -> tuple[Severity, str, str]:
    return issue.severity, issue.message, f"{issue.code}, rule {issue.rule}" if issue.rule else issue.code


def _place(issue: Issue) -> str:
    source = f"line {issue.where[0]}, column {issue.where[1]}: " if issue.where else ""
    return f"{source}{clean(issue.path) or '(whole)'}"
