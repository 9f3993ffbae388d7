"""From one format to another, project by project."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import final

from attrs import evolve

from aidmodel._cli.bar import counted
from aidmodel._cli.files import Entry, FailedError, ProjectFile, naming
from aidmodel._files import unpacked_name
from aidmodel.issues import Header, Issue, Report, Severity
from aidmodel.model.project import Project

JSON = (".json", ".jsonl", ".ndjson")
IATI = ".xml"

Said = tuple[list[str], bool]


def convert(source: str, target: str, *, most: int | None, width: int | None) -> Said:
    """Convert a file; give the lines there are to say of it, and whether the target holds all of every project.

    ``most`` is how many issues of reading, and of writing, are shown; None: all of them. Lines are no longer than
    ``width`` where it is given.

    Raises:
        FailedError: it could not be done, and what the target was before stays.

    """
    is_json = _is_json(target)
    _check_folder(target)
    read, lost = _Notes(most), _Notes(most)
    with ProjectFile(source) as file:
        now: Entry | None = None

        def projects() -> Iterator[Project]:
            nonlocal now
            for now in file:
                for issue in now.issues:
                    read.add(issue, now)
                if now.project is not None:
                    yield now.project
            read.place()

        with naming(target):
            if is_json:
                from aidmodel.io.json import write_json

                write_json(projects(), Path(target))
            else:
                from aidmodel.io.iati.writer import write_iati

                write_iati(projects(), Path(target), header=file.header, on_issue=lambda issue: lost.add(issue, now))
        left = _left(file.header.header) if is_json and file.header is not None else []
    lines = chain(read.lines(source, "reading", width), lost.lines(target, "writing", width))
    return [*lines, *_left_lines(target, left, width)], not lost.count


def _is_json(target: str) -> bool:
    """Say whether a name says JSON; else it says IATI."""
    name = unpacked_name(target.casefold())
    if name.endswith(JSON):
        return True
    if name.endswith(IATI) or target.casefold().endswith(".zip"):
        return False
    known = ", ".join((IATI, *JSON))
    problem = (
        f"its name must end in the format to write: {known}, each packed with .gz or .zip after it; or .zip (IATI)"
    )
    raise FailedError(f"{target}: {problem}")


def _check_folder(target: str) -> None:
    folder = Path(target).parent
    with naming(str(folder)):
        if not folder.is_dir():
            raise FailedError(f"{folder}: there is no such folder")


def _left(header: Header) -> list[str]:
    """Name what an IATI file says of itself, and JSON has no place for."""
    prefixes = {space: prefix for prefix, space in header.namespaces}
    left = [] if header.generated is None else ["generated-datetime"]
    for name, _ in header.attributes:
        space, _, local = name.removeprefix("{").rpartition("}")
        name = f"{prefixes[space]}:{local}" if space in prefixes else local
        if name not in left:
            left.append(name)
    if header.elements:
        left.append(f"{counted(len(header.elements), 'piece')} beside the projects")
    if header.words:
        left.append("words between the projects")
    return left


def _left_lines(target: str, left: list[str], width: int | None) -> list[str]:
    from textwrap import wrap

    from aidmodel.show._words import clean

    if not left:
        return []
    said = clean(f"{target}: left behind, as JSON has no place for it: {', '.join(left)}")
    return [said] if width is None else wrap(said, width, subsequent_indent="  ", break_on_hyphens=False)


@final
class _Notes:
    """Issues to be told at the end: the worst of them, and how many there are."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._counts: Counter[Severity] = Counter()
        self._kept: dict[Severity, list[Issue]] = {severity: [] for severity in reversed(Severity)}

    @property
    def count(self) -> int:
        """How many issues there are."""
        return self._counts.total()

    def add(self, issue: Issue, entry: Entry | None) -> None:
        """Count an issue, and keep it with the name of its project if it may be shown."""
        self._counts[issue.severity] += 1
        kept = self._kept[issue.severity]
        if self._most is not None and len(kept) >= self._most:
            return
        if entry is not None and issue.path.startswith("["):
            path = entry.path(issue)
            issue = evolve(issue, path=f"{entry.name}: {path}" if path else entry.name)
        kept.append(issue)

    def _worst(self) -> list[Issue]:
        """Give what is shown: what is worse first, in the order of the file."""
        return [issue for kept in self._kept.values() for issue in kept][: self._most]

    def place(self) -> None:
        """Find the lines of what is shown while the file is there: what is written may take its place."""
        for issue in self._worst():
            _ = issue.where

    def lines(self, file: str, doing: str, width: int | None) -> Iterator[str]:
        """Give what is said of them; nothing where there are none."""
        from aidmodel.show._words import clean
        from aidmodel.show.text import report_lines

        if not self.count:
            return
        said = clean(f"{file}: {counted(self.count, 'issue')} while {doing}")
        shown = self._worst()
        more = self.count - len(shown)
        if more:
            yield f"{said}: {self._tally()}"
            said = f"the worst {self._most}"
        if shown:
            yield from report_lines(Report(shown), width, said)
        if shown and more:
            yield f"and {more:,} more (--all shows them)"

    def _tally(self) -> str:
        counts = ((self._counts[severity], severity) for severity in self._kept)
        return ", ".join(
            f"{count:,} info" if severity is Severity.INFO else counted(count, str(severity))
            for count, severity in counts
            if count
        )
