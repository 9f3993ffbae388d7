"""From one format to another, project by project."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast, final

from attrs import evolve

from aidmodel._cli.bar import counted
from aidmodel._cli.files import Entry, FailedError, ProjectFile, naming
from aidmodel.io.files import replacing
from aidmodel.issues import Issue, Report
from aidmodel.model.project import Project

JSON = (".json", ".jsonl", ".ndjson")
IATI = (".xml", ".xml.gz", ".zip")

Said = tuple[list[str], bool]


def convert(source: str, target: str, *, most: int | None, width: int | None) -> Said:
    """Convert a file; give the lines there are to say of it, and whether the target holds all of every project.

    ``most`` is how many issues of reading, and of writing, are shown; None: all of them. Lines are no longer than
    ``width`` where it is given.

    Raises:
        FailedError: it could not be done, and what the target was before stays.

    """
    name = target.casefold()
    if not name.endswith((*JSON, *IATI)):
        raise FailedError(f"{target}: its name must end in the format to write: {', '.join((*JSON, *IATI))}")
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
            if name.endswith(JSON):
                from aidmodel.io.json import write_json

                write_json(projects(), Path(target))
            else:
                from aidmodel.io.iati.writer import write_iati

                with _packing(Path(target)) as out:
                    write_iati(projects(), out, header=file.header, on_issue=lambda issue: lost.add(issue, now))
    lines = chain(read.lines(source, "reading", width), lost.lines(target, "writing", width))
    return list(lines), not lost.count


@contextmanager
def _packing(path: Path) -> Iterator[BinaryIO]:
    """Give the file to write to that takes the place of a path at the end, packed as the path's suffix says."""
    suffix = path.suffix.casefold()
    with replacing(path) as file:
        if suffix == ".gz":
            from gzip import GzipFile

            with GzipFile("", "wb", fileobj=file, mtime=0) as packed:
                yield cast("BinaryIO", packed)
        elif suffix == ".zip":
            from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

            entry = ZipInfo(f"{path.stem.removesuffix('.xml')}.xml")
            entry.compress_type = ZIP_DEFLATED
            with ZipFile(file, "w") as archive, archive.open(entry, "w", force_zip64=True) as unpacked:
                yield cast("BinaryIO", unpacked)
        else:
            yield file


@final
class _Notes:
    """Issues to be told at the end: the first of them, and how many there are."""

    def __init__(self, most: int | None) -> None:
        self.count = 0
        self._most = most
        self._kept: list[Issue] = []

    def add(self, issue: Issue, entry: Entry | None) -> None:
        """Count an issue, and keep it with the name of its project if it will be shown."""
        self.count += 1
        if self._most is not None and len(self._kept) >= self._most:
            return
        if entry is not None and issue.path.startswith("["):
            path = entry.path(issue)
            issue = evolve(issue, path=f"{entry.name}: {path}" if path else entry.name)
        self._kept.append(issue)

    def place(self) -> None:
        """Find the lines of what is kept while the file is there: what is written may take its place."""
        for issue in self._kept:
            _ = issue.where

    def lines(self, file: str, doing: str, width: int | None) -> Iterator[str]:
        """Give what is said of them; nothing where there are none."""
        from aidmodel.show._words import clean
        from aidmodel.show.text import report_lines

        said = clean(f"{file}: {counted(self.count, 'issue')} while {doing}")
        more = self.count - len(self._kept)
        if self._kept:
            yield from report_lines(Report(self._kept), width, f"{said}, the first {self._most}" if more else said)
            if more:
                yield f"and {more:,} more (--all shows them)"
        elif self.count:
            yield said
