"""What is wrong with the projects of files and folders."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, final

from attrs import evolve

from aidmodel._cli.accepted import Known
from aidmodel._cli.files import ClosedError, Entry, FailedError, ProjectFile, naming
from aidmodel._files import unpacked_name
from aidmodel.checking import in_order
from aidmodel.io.iati.findings import READING
from aidmodel.io.pages.findings import PAGES
from aidmodel.issues import Issue, Severity
from aidmodel.rules.check import Judging

_NAMES = (".xml", ".json", ".jsonl", ".ndjson")


class Asked(NamedTuple):
    """What to judge by."""

    as_of: dt.date
    today: bool
    """Whether the day is that of whoever asks, and was not stated."""
    profile: str | None
    rules: tuple[str, ...]
    without: tuple[str, ...]


class Found(NamedTuple):
    """A finding, with the reason why it is accepted."""

    issue: Issue
    accepted: str | None


@final
class Tally:
    """How much was judged, and what was found."""

    def __init__(self) -> None:
        self.files = 0
        self.failed = 0
        self.projects = 0
        self.accepted = 0
        self.counts: dict[Severity, int] = dict.fromkeys(reversed(Severity), 0)

    def add(self, found: Sequence[Found]) -> None:
        """Count findings; those that are accepted by themselves."""
        for each in found:
            if each.accepted is None:
                self.counts[each.issue.severity] += 1
            else:
                self.accepted += 1


class Form(Protocol):
    """How findings are written."""

    def begin(self, asked: Asked, files: Sequence[str]) -> None:
        """Say what is judged by."""

    def file(self, name: str) -> None:
        """Begin with a file."""

    def project(self, name: str, number: int | None, found: Sequence[Found]) -> None:
        """Say what was found in a project; ``number`` None: beside the projects of the file."""

    def end_file(self, failed: str | None) -> None:
        """End a file; ``failed`` says why it could not be read to its end."""

    def end(self, tally: Tally) -> None:
        """Say how much was judged."""


def files_of(paths: Sequence[str]) -> list[str]:
    """Give the files that are meant: each by itself, and all of a folder that look like files of projects, by name.

    Raises:
        FailedError: a folder holds none.

    """
    files: list[str] = []
    for given in paths:
        if not Path(given).is_dir():
            files.append(given)
            continue
        with naming(given):
            inside = sorted(str(each) for each in Path(given).rglob("*") if each.is_file() and _is_known(each.name))
        if not inside:
            raise FailedError(f"{given}: the folder holds no file that ends in {', '.join(_NAMES)}, packed or not")
        files += inside
    return list(dict.fromkeys(files))


def _is_known(name: str) -> bool:
    folded = name.casefold()
    return folded.endswith(".zip") or unpacked_name(folded).endswith(_NAMES)


def check(paths: Sequence[str], asked: Asked, known: Known, form: Form) -> Tally:
    """Judge all projects of files and folders, and write what is found; a file that cannot be read does not end it.

    Raises:
        FailedError: a folder holds no files.

    """
    tally = Tally()
    files = files_of(paths)
    form.begin(asked, files)
    for file in files:
        tally.files += 1
        form.file(file)
        failed: str | None = None
        try:
            _check_file(file, asked, known, form, tally)
        except ClosedError:
            raise
        except FailedError as error:
            failed = str(error)
            tally.failed += 1
        form.end_file(failed)
    form.end(tally)
    return tally


def _check_file(file: str, asked: Asked, known: Known, form: Form, tally: Tally) -> None:
    # each file by itself: a project that stands in two of them is not a repeated one
    judging = Judging(
        asked.as_of,
        profile=asked.profile,
        rules=asked.rules or None,
        without=asked.without,
        rates=None,
        owner="check",
        reading={*READING, *PAGES},
    )
    held: list[tuple[str, int | None, list[Found]]] = []
    weight = 0
    with ProjectFile(file) as given:
        try:
            for entry in given:
                found = [
                    Found(issue, known.reason(issue, issue.path, _name_of(entry))) for issue in _issues(entry, judging)
                ]
                tally.add(found)
                tally.projects += entry.project is not None
                held.append((entry.name, None if entry.project is None else entry.number, found))
                weight += 1 + len(found)
                if weight >= _HELD:
                    given.pause()
                    _write(held, form)
                    weight = 0
        finally:  # what stands before a break is told, while the file is there to find lines in
            given.pause()
            _write(held, form)


_HELD = 10_000
"""How many issues are held before they are written: to find their lines, a file is read once more for all of them."""


def _write(held: list[tuple[str, int | None, list[Found]]], form: Form) -> None:
    for name, number, found in held:
        form.project(name, number, found)
    held.clear()


def _name_of(entry: Entry) -> str | None:
    return None if entry.project is None else entry.project.identifier


def _issues(entry: Entry, judging: Judging) -> Iterable[Issue]:
    """Give what was found in a project while it was read, and what breaks a rule, in the order of its fields."""
    read = [evolve(issue, path=entry.path(issue)) for issue in entry.issues if judging.tells(issue.code)]
    if entry.project is None:
        return read
    return in_order(entry.project, "", read, judging.issues(entry.project, "", entry.where))
