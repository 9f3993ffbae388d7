"""How findings are written: as text for people, JSON for programs, or a page of HTML."""

import json
from collections.abc import Callable, Sequence
from html import escape
from typing import final

from aidmodel._cli.bar import counted
from aidmodel._cli.check import Asked, Form, Found, Tally
from aidmodel.issues import Report, Severity

FORMAT = "aidmodel check 1"
"""What the JSON form calls itself; the number goes up where a program that reads it has to change."""

_LONGEST = 200
"""How many characters of a project's name are written: a broken file may have megabytes in one."""

Write = Callable[[str], None]


def _judged_as_of(asked: Asked) -> str:
    profile = "" if asked.profile is None else f", profile {asked.profile}"
    return f"judged as of {asked.as_of}{' (today)' if asked.today else ''}{profile}"


def _summary(tally: Tally) -> str:
    said = [counted(count, str(severity)) for severity, count in tally.counts.items() if count and severity > 1]
    infos = tally.counts[Severity.INFO]
    said += [f"{infos:,} info"] if infos else []
    said += [f"{tally.accepted:,} accepted"] if tally.accepted else []
    failed = f", {tally.failed:,} of which could not be read" if tally.failed else ""
    return f"{counted(tally.projects, 'project')} in {counted(tally.files, 'file')}{failed}: {', '.join(said) or 'no issues'}"


@final
class TextForm:
    """Text for a terminal, a report for each project; lines are no longer than ``width`` where it is given."""

    def __init__(self, write: Write, note: Write, width: int | None) -> None:
        self._write, self._note, self._width = write, note, width
        self._file = ""
        self._several = False
        self._empty = True

    def begin(self, asked: Asked, files: Sequence[str]) -> None:
        """Say the day, whether it was stated or not."""
        self._write(f"{_judged_as_of(asked)}\n")
        self._several = len(files) > 1

    def file(self, name: str) -> None:
        """Remember the file: where there are several, it stands before each of its projects."""
        from aidmodel.show._words import clean

        self._file = f"{clean(name)}: " if self._several else ""
        self._empty = True

    def project(self, name: str, number: int | None, found: Sequence[Found]) -> None:
        """Say what was found in a project."""
        from aidmodel.show._words import clean
        from aidmodel.show.text import report_lines

        self._empty = self._empty and number is None
        report = Report(each.issue for each in found if each.accepted is None)
        lines = list(report_lines(report, self._width, f"{self._file}{clean(name)[:_LONGEST]}", gather=True))
        if len(report) < len(found):
            lines.append(f"  {len(found) - len(report):,} accepted")
        self._write("".join(f"{line}\n" for line in lines))

    def end_file(self, failed: str | None) -> None:
        """Say why it could not be read, or that there was nothing in it."""
        if failed is not None:
            self._note(failed)
        elif self._empty:
            self._write(f"{self._file}no projects\n")

    def end(self, tally: Tally) -> None:
        """Say how much there was, where there were several files or projects."""
        if self._several or tally.projects > 1:
            self._write(f"{_summary(tally)}\n")


@final
class JsonForm:
    """One JSON document, written as it is found: a line for each project."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._first_file = self._first_project = True

    def begin(self, asked: Asked, files: Sequence[str]) -> None:
        """Begin the document."""
        del files
        head = {
            "format": FORMAT,
            "as_of": str(asked.as_of),
            "profile": asked.profile,
            "rules": list(asked.rules),
            "without": list(asked.without),
        }
        self._write(f'{json.dumps(head, ensure_ascii=False)[:-1]}, "files": [')

    def file(self, name: str) -> None:
        """Begin a file."""
        self._write(f'{"" if self._first_file else ","}\n{{"file": {json.dumps(name)}, "projects": [')
        self._first_file, self._first_project = False, True

    def project(self, name: str, number: int | None, found: Sequence[Found]) -> None:
        """Write a project with its findings."""
        data = {"project": name, "number": number, "issues": [_issue_data(each) for each in found]}
        self._write(f"{'' if self._first_project else ','}\n  {json.dumps(data, ensure_ascii=False)}")
        self._first_project = False

    def end_file(self, failed: str | None) -> None:
        """End a file."""
        self._write(f'], "failed": {json.dumps(failed, ensure_ascii=False)}}}')

    def end(self, tally: Tally) -> None:
        """End the document with the summary."""
        data = {
            "files": tally.files,
            "failed": tally.failed,
            "projects": tally.projects,
            "accepted": tally.accepted,
            **{str(severity): count for severity, count in tally.counts.items()},
        }
        self._write(f'\n], "summary": {json.dumps(data)}}}\n')


def _issue_data(found: Found) -> dict[str, object]:
    issue = found.issue
    line, column = issue.where or (None, None)
    return {
        "severity": str(issue.severity),
        "code": issue.code,
        "rule": issue.rule,
        "path": issue.path,
        "message": issue.message,
        "line": line,
        "column": column,
        "accepted": found.accepted,
    }


@final
class HtmlForm:
    """A page that stands for itself: a table for each project in which something was found."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._fine = 0

    def begin(self, asked: Asked, files: Sequence[str]) -> None:
        """Begin the page."""
        title = escape(f"{', '.join(files[:3])}{' and more' if len(files) > 3 else ''}: {_judged_as_of(asked)}")
        self._write(
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
            f'<body style="font-family:system-ui,sans-serif"><h1 style="font-size:1.3em">{title}</h1>\n'
        )

    def file(self, name: str) -> None:
        """Begin a file."""
        self._fine = 0
        self._write(f'<h2 style="font-size:1.15em">{escape(name)}</h2>\n')

    def project(self, name: str, number: int | None, found: Sequence[Found]) -> None:
        """Write the table of a project; projects without findings are counted."""
        from aidmodel.show.html import html

        report = Report(each.issue for each in found if each.accepted is None)
        accepted = len(found) - len(report)
        if not len(report):
            self._fine += number is not None
            return
        said = f" ({accepted:,} more accepted)" if accepted else ""
        self._write(f'<h3 style="font-size:1em">{escape(name[:_LONGEST])}{said}</h3>\n{html(report)}\n')

    def end_file(self, failed: str | None) -> None:
        """Say how many projects are fine, and why the file could not be read to its end."""
        if self._fine:
            self._write(f"<p>{counted(self._fine, 'project')} without findings</p>\n")
        if failed is not None:
            self._write(f"<p><strong>{escape(failed)}</strong></p>\n")

    def end(self, tally: Tally) -> None:
        """End the page with the summary."""
        self._write(f"<p>{escape(_summary(tally))}</p></body></html>\n")


def form_of(name: str, write: Write, note: Write, width: int | None) -> Form:
    """Give the form of a name; ``width`` is for text."""
    if name == "json":
        return JsonForm(write)
    return HtmlForm(write) if name == "html" else TextForm(write, note, width)
