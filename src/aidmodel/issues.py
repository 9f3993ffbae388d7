"""What was found: issues as data, the report that holds them, and what a reader hands over."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, cast, final

from attrs import evolve, field, frozen

from aidmodel import _doors
from aidmodel._fields import as_instance, as_items, named, pairs_of
from aidmodel.errors import CheckFailed, InvalidValue, join_path, near

T = TypeVar("T")
U = TypeVar("U")


@final
class Severity(IntEnum):
    """How bad an issue is; the order is that of weight."""

    INFO = 1
    """Worth knowing; nothing is wrong."""
    WARNING = 2
    """Likely wrong, or of little use as it stands."""
    ERROR = 3
    """Wrong: against the standard, or against logic."""

    def __str__(self) -> str:
        return self.name.lower()


def _as_words(value: str) -> str:
    return as_instance(value, str)


def _as_words_or_none(value: str | None) -> str | None:
    return None if value is None else as_instance(value, str)


def _as_issue_code(value: str) -> str:
    if not _as_words(value).strip():
        raise InvalidValue(value, "must not be blank", "name what was found")
    return value


class Finder(Protocol):
    """What finds the line and column of something in its source when it is called."""

    def __call__(self) -> tuple[int, int] | None:
        """Give them, from 1; None: they are not to be found (any more)."""


Where: TypeAlias = tuple[int, int] | Finder | None
"""Line and column (from 1) in a source, or what finds them when they are asked for."""


def _as_where(value: Iterable[int] | Finder | None) -> Where:
    if value is None or callable(value):
        return value
    pair = tuple(value) if isinstance(value, tuple | list) else ()
    if len(pair) != 2 or any(type(each) is not int or each < 1 for each in pair):
        raise InvalidValue(value, "must be a line and a column, whole numbers from 1", "write (3, 7)")
    return (pair[0], pair[1])


def _found(where: Where) -> tuple[int, int] | None:
    return where() if callable(where) else where


def as_severity(value: Severity | str) -> Severity:
    """Give the severity that is meant: itself, or the one of its word ("error").

    Raises:
        InvalidValue: there is none; the message names those that look like it, or all.

    """
    if isinstance(value, Severity):
        return value
    words = {str(severity): severity for severity in Severity}
    if isinstance(value, str) and (meant := words.get(value.casefold())) is not None:
        return meant
    alike = near(value, words) if isinstance(value, str) else ()
    mend = f"did you mean {' or '.join(map(repr, alike))}?" if alike else f"one of {', '.join(words)}"
    raise InvalidValue(value, "must be a Severity, or the word of one", mend)


def _severity(value: Severity | str, path: str, owner: str) -> Severity:
    try:
        return as_severity(value)
    except InvalidValue as error:
        raise error.under(path, owner) from None


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Issue:
    """
    One thing found: what, how bad, where.

    >>> issue = Issue(code="budgets.negative", severity="warning", message="the budget is below zero", path="budgets[2]")
    >>> print(issue)
    warning  budgets[2]  the budget is below zero  [budgets.negative]
    """

    code: str = field(converter=_as_issue_code)
    """The stable dotted code, documented under reference/issues and never reused."""
    severity: Severity = field(converter=as_severity)
    """How bad it is; its word will do ("error")."""
    message: str = field(converter=_as_words)
    """What is wrong and what to do, in a sentence without the path."""
    path: str = field(default="", converter=_as_words)
    """The way to the value inside the object, as :meth:`aidmodel.Project.at` takes it; '' is the object itself.

    In the report of a file it begins with the position of the project among those read: ``[3].budgets[0].value``.
    """
    rule: str | None = field(default=None, converter=_as_words_or_none)
    """The standard's own rule id ("7.5.3"); None: the standard has no such rule."""
    project: str | None = field(default=None, converter=_as_words_or_none)
    """The identifier of the project that it is in, among several; None: it is not known, or the object itself is the project."""
    _where: Where = field(default=None, converter=_as_where, eq=_found, alias="where", metadata={"path": "where"})

    @property
    def where(self) -> tuple[int, int] | None:
        """Line and column (from 1) in the source; None: the source has none, or has gone.

        A reader of files does not count lines: they are found when this is asked for the first time, for all its issues.
        """
        return _found(self._where)

    def to_dict(self) -> dict[str, Any]:
        """Give the issue as plain values, each key there in every issue: what one writes as a line of JSON.

        >>> Issue(code="budgets.negative", severity="warning", message="is below zero", path="budgets[2]").to_dict()
        {'code': 'budgets.negative', 'severity': 'warning', 'message': 'is below zero', 'path': 'budgets[2]', 'rule': None, 'project': None, 'line': None, 'column': None}
        """
        line, column = self.where or (None, None)
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "path": self.path,
            "rule": self.rule,
            "project": self.project,
            "line": line,
            "column": column,
        }

    def under(self, path: str) -> "Issue":
        """Give the same issue as seen from further out."""
        return evolve(self, path=join_path(path, self.path))

    def __repr__(self) -> str:
        names = ("code", "severity", "message", "path", "rule", "project", "where")
        stated = [(name, getattr(self, name)) for name in names]
        shown = [f"{name}={value!r}" for name, value in stated if value is not None and value != ""]
        return f"Issue({', '.join(shown)})"

    def __str__(self) -> str:
        place = f"line {self.where[0]}, column {self.where[1]}: " if self.where else ""
        rule = f", rule {self.rule}" if self.rule else ""
        return f"{self.severity!s:<8} {place}{self.path or '(whole)'}  {self.message}  [{self.code}{rule}]"


def _as_issues(value: Iterable[Issue] | Issue) -> tuple[Issue, ...]:
    return as_items(value, Issue)


@final
@frozen(field_transformer=named, repr=False)
class Report:
    """
    The issues of one object or source: project by project, in the order of their fields, which is not always a file's.

    A report is no yes or no: ``bool(report)`` raises. Ask :meth:`ok`, iterate, or call :meth:`raise_if`.

    >>> report = Report()
    >>> report.ok(), len(report), str(report)
    (True, 0, 'no issues')
    """

    issues: tuple[Issue, ...] = field(default=(), converter=_as_issues)
    """Everything that was found."""

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The issues that are errors."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Issue, ...]:
        """The issues that are warnings."""
        return self._of(Severity.WARNING)

    @property
    def infos(self) -> tuple[Issue, ...]:
        """The issues that are worth knowing, and neither errors nor warnings."""
        return self._of(Severity.INFO)

    def _of(self, severity: Severity) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is severity)

    def ok(self, *, below: Severity | str = Severity.ERROR) -> bool:
        """Say whether every issue weighs less than ``below``, a severity or its word ("warning").

        Raises:
            InvalidValue: ``below`` is no severity.

        """
        limit = _severity(below, "below", "ok")
        return all(issue.severity < limit for issue in self.issues)

    def raise_if(self, severity: Severity | str = Severity.ERROR) -> None:
        """Raise if there is an issue of this severity, or its word ("warning"), or worse.

        Raises:
            CheckFailed: with those issues as its report.
            InvalidValue: it is no severity.

        """
        least = _severity(severity, "severity", "raise_if")
        if bad := tuple(issue for issue in self.issues if issue.severity >= least):
            raise CheckFailed(Report(bad))

    def by_code(self) -> "dict[str, Report]":
        """Give the issues of each code, in the order in which codes first appear."""
        return self._by(lambda issue: issue.code)

    def by_path(self) -> "dict[str, Report]":
        """Give the issues of each place, in the order in which places first appear."""
        return self._by(lambda issue: issue.path)

    def _by(self, key: Callable[[Issue], str]) -> "dict[str, Report]":
        groups: dict[str, list[Issue]] = {}
        for issue in self.issues:
            groups.setdefault(key(issue), []).append(issue)
        return {name: Report(tuple(issues)) for name, issues in groups.items()}

    def compared_with(self, older: "Report") -> "ReportChange":
        """Say what is new, what is fixed and what is the same since an older report of the same thing.

        Two issues are the same if code, rule, project and path are: messages may name another day or number, and lines
        move. Where the project is known, the path is that inside it, so that a project may move among the others; where
        it is not, its position counts. An issue that stood twice and stands once is fixed once. Positions inside a
        project count: where an item was put before others, their issues are those of other paths.

        Raises:
            InvalidValue: ``older`` is no report.

        >>> issue = Issue(code="budgets.negative", severity="warning", message="is below zero", path="budgets[2]")
        >>> print(Report(issue).compared_with(Report()))
        1 new, 0 fixed, 0 the same
          + warning  budgets[2]  is below zero  [budgets.negative]
        """
        try:
            as_instance(older, Report)
        except InvalidValue as error:
            raise error.under("older", "compared_with") from None
        before: dict[_Key, int] = Counter(map(_key, older.issues))
        new: list[Issue] = []
        same: list[Issue] = []
        for issue in self.issues:
            if before[_key(issue)]:
                before[_key(issue)] -= 1
                same.append(issue)
            else:
                new.append(issue)
        fixed: list[Issue] = []
        for issue in reversed(older.issues):  # of several alike, the last ones are gone
            if before[_key(issue)]:
                before[_key(issue)] -= 1
                fixed.append(issue)
        return ReportChange(new=Report(new), fixed=Report(fixed[::-1]), same=Report(same))

    def to_json(self) -> str:
        """Give the report as JSON text with a final newline: a stable form that other programs may rely on.

        ``aidmodel-report`` is the version of the form, ``errors``, ``warnings`` and ``infos`` are counts, and ``issues`` is a
        list in the order of the report, of objects as :meth:`Issue.to_dict` gives them. Later versions of the library may
        add keys; those that are there keep their meaning.

        >>> print(Report().to_json(), end="")
        {
          "aidmodel-report": 1,
          "errors": 0,
          "warnings": 0,
          "infos": 0,
          "issues": []
        }
        """
        import json

        counts = Counter(issue.severity for issue in self.issues)
        form = {
            "aidmodel-report": 1,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "infos": counts[Severity.INFO],
            "issues": [issue.to_dict() for issue in self.issues],
        }
        return f"{json.dumps(form, ensure_ascii=False, indent=2)}\n"

    @classmethod
    def from_json(cls, text: str) -> "Report":
        """Read a report that :meth:`to_json` wrote: last month's, to compare with.

        What it does not know are keys of later versions, and are passed over.

        Raises:
            InvalidValue: it is none; the message names the place.

        >>> Report.from_json(Report().to_json()) == Report()
        True
        """
        from aidmodel._report_form import issues_of

        return cls(issues_of(text))

    def __iter__(self) -> Iterator[Issue]:
        return iter(self.issues)

    def __len__(self) -> int:
        return len(self.issues)

    def __bool__(self) -> bool:
        raise TypeError("a Report is neither true nor false: ask report.ok(), len(report) or iterate it")

    @property
    def summary(self) -> str:
        """How many issues there are, by weight, in a line: "1 error, 2 warnings"."""
        counts = {severity: sum(issue.severity is severity for issue in self.issues) for severity in reversed(Severity)}
        said = [
            f"{count:,} {severity}{'s' if count > 1 and severity is not Severity.INFO else ''}"
            for severity, count in counts.items()
            if count
        ]
        return ", ".join(said) or "no issues"

    def __str__(self) -> str:
        return "\n".join([self.summary, *(f"  {issue}" for issue in self.issues)])

    def __repr__(self) -> str:
        return f"<Report: {self.summary}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)


_Key: TypeAlias = tuple[str, str | None, str | None, str]
_POSITION = re.compile(r"^\[[0-9]+\]\.?")
"""How the path of an issue among those of several projects begins."""


def _key(issue: Issue) -> _Key:
    path = issue.path if issue.project is None else _POSITION.sub("", issue.path)
    return issue.code, issue.rule, issue.project, path


def _as_report(value: Report) -> Report:
    return as_instance(value, Report)


@final
@frozen(kw_only=True, field_transformer=named)
class ReportChange:
    """
    What has become of the issues of one report in a later one.

    A change is no yes or no, as little as a report is: ask ``change.new.ok()``.
    """

    new: Report = field(default=Report(), converter=_as_report)
    """What is in the later report alone."""
    fixed: Report = field(default=Report(), converter=_as_report)
    """What was in the older report alone."""
    same: Report = field(default=Report(), converter=_as_report)
    """What is in both, as the later report says it."""

    def __bool__(self) -> bool:
        raise TypeError(
            "a ReportChange is neither true nor false: ask change.new.ok(), len(change.new) or len(change.fixed)"
        )

    def __str__(self) -> str:
        lines = [f"{len(self.new):,} new, {len(self.fixed):,} fixed, {len(self.same):,} the same"]
        lines += [f"  {sign} {issue}" for sign, report in (("+", self.new), ("-", self.fixed)) for issue in report]
        return "\n".join(lines)


@final
@frozen(repr=False)
class Loaded(Generic[T]):
    """
    What a reader hands over: what it built, what it has to say of it, and the source's own header.

    >>> Loaded(("a project",)).one()
    'a project'
    """

    value: T
    """What was built, as the reader gives it; readers of projects give a tuple of them, which hashes and cannot change."""
    report: Report = Report()
    """What could not be built, or had to be understood; nothing is left out of both."""
    header: "Header | None" = None
    """What the source says of itself; None where its format has no header."""

    def one(self: "Loaded[tuple[U, ...]]") -> U:
        """Give the one thing that was read.

        Raises:
            InvalidValue: there are none, or several.

        """
        if len(self.value) != 1:
            raise InvalidValue(
                len(self.value), "must be one project to be given alone", "take them from .value", "value", "Loaded"
            )
        return self.value[0]

    def __repr__(self) -> str:
        # A file of projects would be megabytes; print(loaded.value) gives them.
        what = type(self.value).__name__
        if isinstance(self.value, tuple):
            what = f"{len(self.value):,} project{'' if len(self.value) == 1 else 's'}"
        return f"<Loaded: {what}, {self.report.summary}>"


def _as_moment(value: dt.datetime | None) -> dt.datetime | None:
    return None if value is None else as_instance(value, dt.datetime)


def _as_pairs(value: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    pairs = pairs_of(value) or cast("Iterable[tuple[str, str]]", value)
    return tuple((_as_words(name), _as_words(words)) for name, words in pairs)


def _as_fragments(value: str | Iterable[str]) -> tuple[str, ...]:
    return as_items(value, str)


@final
@frozen(kw_only=True, field_transformer=named)
class Header:
    """What a file says of itself as a whole."""

    format: str = field(converter=_as_words)
    """The format's name: "aidmodel JSON", "IATI"."""
    version: str | None = field(default=None, converter=_as_words_or_none)
    """The version of the format the file was written in; None: it does not say."""
    generated: dt.datetime | None = field(default=None, converter=_as_moment)
    """When the file was made; None: it does not say."""
    attributes: tuple[tuple[str, str], ...] = field(default=(), converter=_as_pairs)
    """Further attributes of an XML file's root, by name (``{address}name`` where it has a namespace)."""
    namespaces: tuple[tuple[str, str], ...] = field(default=(), converter=_as_pairs)
    """The prefixes an XML file's root declares, each with the address of its namespace."""
    elements: tuple[str, ...] = field(default=(), converter=_as_fragments)
    """What stands in an XML file beside its projects, each piece as a self-contained fragment."""
    words: tuple[str, ...] = field(default=(), converter=_as_fragments)
    """The words that stand in an XML file between its projects, where none belong."""
