"""Reading and judging in one stream: everything that is wrong with a file, in one report."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial

from attrs import evolve

from aidmodel._files import Source
from aidmodel.errors import Unreadable
from aidmodel.io.iati.findings import READING
from aidmodel.io.iati.reader import iter_iati
from aidmodel.io.iati.whereabouts import Whereabouts
from aidmodel.issues import Issue, Report, Severity
from aidmodel.model.project import Project
from aidmodel.rates.rate import RateProvider
from aidmodel.rules.check import Adding, Judging, place
from aidmodel.rules.choice import Chosen


def check_iati(
    source: Source,
    *,
    as_of: dt.date | str,
    profile: Adding | str | None = None,
    rules: Chosen | None = None,
    without: Chosen = (),
    rates: RateProvider | None = None,
) -> Report:
    """Read an IATI activity file and judge its projects: what cannot be read as it stands, and what breaks a rule.

    The source is what :func:`aidmodel.read_iati` takes, the other arguments are those of :func:`aidmodel.check`. The words
    of ``rules`` and ``without`` may be codes of reading, too ("iati.zone"), or "reading" for them all: what the reader finds
    is told unless ``without`` leaves it out or ``rules`` names other codes of reading, and ``iati.unreadable`` is always
    told. A fault that both reader and rules find is told once. Issues are in the order of the
    fields, with line and column where the source is bytes or a path. A file that cannot be read, or not to its end, has
    one issue that says why and where (``iati.unreadable``); the projects before the break are judged all the same.

    Raises:
        InvalidValue: it is no source, ``as_of`` is no day, or a word chooses no rule.
        OSError: there is no such file, or it cannot be read.

    >>> report = check_iati(b'''<iati-activities version="2.03"><iati-activity default-currency="CAD">
    ...   <activity-date type="2" iso-date="2024-06-01"/>
    ...   <budget><value value-date="2022-04-01">4 000</value></budget>
    ... </iati-activity><iati-activity>''', as_of="2024-05-31", rules="dates")
    >>> for issue in report:
    ...     print(issue.where, issue.path, issue.code)
    (2, 3) [0].dates[0] dates.actual-in-future
    (3, 11) [0].budgets[0].value iati.not-a-number
    (4, 32)  iati.unreadable
    """
    judging = Judging(
        as_of, profile=profile, rules=rules, without=without, rates=rates, owner="check_iati", reading=READING
    )
    return Report(tuple(_issues(source, judging)))


def iter_check_iati(
    source: Source,
    *,
    as_of: dt.date | str,
    profile: Adding | str | None = None,
    rules: Chosen | None = None,
    without: Chosen = (),
    rates: RateProvider | None = None,
) -> Iterator[Issue]:
    """Read an IATI activity file, judge its projects, and give each issue when its project was judged, in constant memory.

    Arguments, issues and their order are those of :func:`check_iati`. The file is opened when the first issue is asked for.

    Raises:
        InvalidValue: ``as_of`` is no day, or a word chooses no rule; with the first issue: it is no source.
        OSError: with the first issue: there is no such file, or it cannot be read.

    >>> file = b'<iati-activities version="2.03"><iati-activity/></iati-activities>'
    >>> next(iter_check_iati(file, as_of="2024-05-31", rules="identity")).message
    'no identifier is given: state the one the publisher uses'
    """
    judging = Judging(
        as_of, profile=profile, rules=rules, without=without, rates=rates, owner="iter_check_iati", reading=READING
    )
    return _issues(source, judging)


def _issues(source: Source, judging: Judging) -> Iterator[Issue]:
    read: list[Issue] = []

    def keep(issue: Issue) -> None:
        if judging.tells(issue.code):
            read.append(evolve(issue, severity=Severity.ERROR, rule="9.1.1") if issue.code == _VERSION else issue)

    try:
        with iter_iati(source, on_issue=keep) as projects:
            whereabouts = Whereabouts.of(source)
            for position, project in enumerate(projects):
                yield from (issue for issue in read if not issue.path)
                prefix = f"[{position}]"
                found = judging.issues(
                    project, prefix, None if whereabouts is None else partial(whereabouts.want, position)
                )
                inside = [evolve(issue, project=project.identifier) for issue in read if issue.path]
                yield from in_order(project, prefix, inside, found)
                read.clear()
        yield from read
    except Unreadable as error:
        yield from read
        where = None if error.line is None else (error.line, error.column or 1)
        yield Issue(
            code="iati.unreadable", severity=READING["iati.unreadable"].severity, message=error.problem, where=where
        )


_VERSION = "iati.unknown-version"
"""What the reader gets along with is an error to the standard: a check of the file, which no rule on a project can be."""


def _inside(issue: Issue, prefix: str) -> str:
    return issue.path.removeprefix(prefix).removeprefix(".")


_TOLD_BY = {
    "iati.blank": ("code-lists.unknown",),
    "iati.not-a-currency": ("code-lists.unknown",),
    "iati.reversed": ("span.reversed", "periods.reversed"),
    "iati.unknown-type": ("code-lists.unknown",),
    "page.dates-reversed": ("dates.reversed", "dates.planned-and-actual-apart"),
    "dates.duration-disagrees": ("page.duration-disagrees",),
    "scope.disagrees-with-countries": ("page.scope",),
    "budgets.no-money": ("iati.no-amount", "iati.no-currency", "iati.not-a-currency", "iati.not-a-number"),
}
"""The codes that say better what another says of the same place: with the standard's own id, or what is wrong there."""


def _fault(issue: Issue) -> tuple[str, str]:
    """Give the place and code of a fault; that dates are in the wrong order is one of their list, for readers of pages."""
    path = issue.path.rpartition("[")[0] if issue.code == "dates.reversed" else issue.path
    return path, issue.code


def in_order(project: Project, prefix: str, read: list[Issue], found: list[Issue]) -> Iterable[Issue]:
    """Give what the reader and the rules found in a project in the order of its fields; of one place, the reader's first.

    ``prefix`` is what the paths begin with. A fault that both have found is told once.
    """
    if not read:
        return found
    told = {_fault(issue) for issue in (*read, *found)}
    issues = (
        issue
        for issue in (*read, *found)
        if not any((issue.path, better) in told for better in _TOLD_BY.get(issue.code, ()))
    )
    return sorted(issues, key=lambda issue: place(project, _inside(issue, prefix)))
