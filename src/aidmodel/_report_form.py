"""Reading the JSON text of a report, as ``Report.to_json`` writes it."""

from collections.abc import Iterator
from typing import Any

from aidmodel._fields import as_instance
from aidmodel.errors import InvalidValue
from aidmodel.issues import Issue, Severity

_FORM = "aidmodel-report"
_MEND = "give what Report.to_json() wrote; the command line writes another form"
_COUNTS = (("errors", Severity.ERROR), ("warnings", Severity.WARNING), ("infos", Severity.INFO))
_LATER = ("project",)
"""Keys of an issue that came later: a report without them was written before."""


def issues_of(text: str) -> tuple[Issue, ...]:
    """Give the issues of a report that was written as JSON.

    Raises:
        InvalidValue: it is none; the message names the place.

    """
    try:
        return tuple(_issues(as_instance(text, str)))
    except InvalidValue as error:
        raise error.under("", "Report.from_json") from None


def _issues(text: str) -> Iterator[Issue]:
    form = _parsed(text)
    if not isinstance(form, dict) or _FORM not in form:
        raise InvalidValue(text, "is no report", _MEND)
    if type(form[_FORM]) is not int or form[_FORM] != 1:
        raise InvalidValue(
            form[_FORM], "is no version of the form that is known", "read it with a later aidmodel", _FORM
        )
    written = _value(form, "issues", "")
    if not isinstance(written, list):
        raise InvalidValue(written, "must be a list", _MEND, "issues")
    issues = [_issue(each, f"issues[{at}]") for at, each in enumerate(written)]
    for name, severity in _COUNTS:
        stated, count = _value(form, name, ""), sum(issue.severity is severity for issue in issues)
        if type(stated) is not int or stated != count:
            raise InvalidValue(
                stated, f"is not how many are listed, {count:,}", "take the report as it was written", name
            )
    yield from issues


def _parsed(text: str) -> Any:
    import json

    try:
        return json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:  # too long a number is a ValueError, too
        if isinstance(error, InvalidValue):
            raise
        raise InvalidValue(text, "is no JSON", _MEND) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise InvalidValue(name, "stands twice in one object", _MEND)
        found[name] = value
    return found


def _value(form: dict[str, Any], name: str, path: str) -> Any:
    if name not in form:
        raise InvalidValue(form, f"has no {name!r}", _MEND, path)
    return form[name]


def _issue(form: Any, path: str) -> Issue:
    if not isinstance(form, dict):
        raise InvalidValue(form, "must be an object", _MEND, path)
    line, column = _value(form, "line", path), _value(form, "column", path)
    where: Any = None if line is None and column is None else (line, column)
    given = {name: _value(form, name, path) for name in ("code", "severity", "message", "path", "rule")}
    given |= {name: form.get(name) for name in _LATER}
    try:
        return Issue(**given, where=where)
    except InvalidValue as error:
        raise error.under(path) from None
