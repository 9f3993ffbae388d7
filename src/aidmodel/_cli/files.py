"""Files of projects as the command line takes them: recognised by what they hold, failing in one line."""

import re
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Self, final

from aidmodel._cli.bar import Bar
from aidmodel._files import opened, unpacked_name
from aidmodel.errors import InvalidValue, Unreadable
from aidmodel.issues import Issue, Loaded, Where

if TYPE_CHECKING:
    from aidmodel.io.iati.reader import IatiProjects
    from aidmodel.io.iati.whereabouts import Whereabouts
    from aidmodel.model.project import Project

_BEGIN = 1 << 12
_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""Byte order marks, blanks, and the halves of them that UTF-16 has."""


class FailedError(Exception):
    """What could not be done, in a line."""


class ClosedError(FailedError):
    """Nobody reads what is written any more, or there is no room for it: there is no use in going on."""


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Turn what may go wrong with a file into a :class:`FailedError` that names it."""
    try:
        yield
    except Unreadable as error:
        raise FailedError(str(Unreadable(file, error.problem, error.line, error.column))) from None
    except InvalidValue as error:
        raise FailedError(f"{file}: {error}") from None
    except OSError as error:
        raise FailedError(f"{file}: {(error.strerror or str(error)).lower()}") from None


class Entry(NamedTuple):
    """A project of a file, with what was found while it was read; or what was found beside the projects."""

    name: str
    """What messages call it."""
    project: "Project | None"
    """None: the issues are those of the file itself."""
    issues: tuple[Issue, ...]
    prefix: str
    """What the paths of its issues begin with."""
    number: int = 0
    """The position of the project among those of the file, from 0."""
    where: "Callable[[str], Where] | None" = None
    """What gives line and column of a path inside the project; None: the file has none, or is gone."""

    def path(self, issue: Issue) -> str:
        """Give the path of an issue inside the project."""
        return issue.path.removeprefix(self.prefix).removeprefix(".")


@final
class ProjectFile:
    """
    The projects of a file of any format, one by one, IATI as they are asked for; to be used with ``with``.

    IATI, JSON and the page of a donor are told from each other by how they begin, packed or plain. A bar shows on a terminal how far it has come.
    """

    header: "IatiProjects | None"
    """What hands over the header of an IATI file, all of it at the end; None: the format has none."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._bar = Bar()
        self._issues: list[Issue] = []
        self.header = None
        self._whereabouts: Whereabouts | None = None
        with ExitStack() as stack, naming(file):
            path = Path(file)
            source: Path | BufferedReader = path
            if not stat.S_ISREG(path.stat().st_mode):  # a pipe is opened once
                source = stack.enter_context(path.open("rb"))
            self._projects: Iterator[Project]
            form = _form_of(source, file)
            if form == "iati":
                from aidmodel.io.iati.reader import iter_iati

                progress = self._bar.update if self._bar.is_wanted() else None
                self.header = iter_iati(source, on_issue=self._issues.append, progress=progress)
                self._projects = stack.enter_context(self.header)
                self._whereabouts = _whereabouts_of(source) if isinstance(source, Path) else None
            elif form == "page":
                from aidmodel.io.pages.reader import read_page

                self._projects = self._of_page(read_page(source))
            else:
                from aidmodel.io.json import read_json

                self._projects = iter(read_json(source).value)
            self._stack = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.pause()
        self._stack.close()

    def __iter__(self) -> Iterator[Entry]:
        with naming(self._file):
            for number, project in enumerate(self._projects):
                prefix = f"[{number}]"
                issues: tuple[Issue, ...] = ()
                if self._issues:
                    issues = tuple(issue for issue in self._issues if issue.path.startswith(prefix))
                    yield from self._beside(tuple(issue for issue in self._issues if not issue.path))
                name = project.identifier or str(project.title) or f"project {number + 1}"
                where = None if self._whereabouts is None else partial(self._whereabouts.want, number)
                yield Entry(name, project, issues, prefix, number, where)
            yield from self._beside(tuple(self._issues))

    def _of_page(self, loaded: "Loaded[tuple[Project, ...]]") -> "Iterator[Project]":
        """Give the projects of a page, each when its issues are there."""
        issues = list(loaded.report)
        self._issues += [issue for issue in issues if not issue.path]
        for number, project in enumerate(loaded.value):
            self._issues += [issue for issue in issues if issue.path.startswith(f"[{number}]")]
            yield project

    def _beside(self, issues: tuple[Issue, ...]) -> Iterator[Entry]:
        self._issues.clear()
        if issues:
            yield Entry(self._file, None, issues, "")

    def pause(self) -> None:
        """Clear the bar, so that something can be written."""
        self._bar.clear()


def _whereabouts_of(path: Path) -> "Whereabouts | None":
    from aidmodel.io.iati.whereabouts import Whereabouts

    return Whereabouts.of(path)


_PAGES = (".html", ".htm", ".txt")
_JSON = (".json", ".jsonl", ".ndjson")


def _form_of(source: Path | BufferedReader, name: str) -> Literal["iati", "json", "page"]:
    """Say what a file holds: by how it begins, and where that says nothing by its name."""
    ahead: Path | BytesIO = source if isinstance(source, Path) else BytesIO(source.peek(_BEGIN))
    if isinstance(ahead, BytesIO) and ahead.getvalue().startswith(b"PK"):
        return "iati"  # a zip cannot be read from a pipe, and the reader says so
    with opened(ahead) as file:
        begin = next(file.blocks(_BEGIN), b"").lstrip(_MARKS).replace(b"\0", b"").lower()
    named = unpacked_name(name.casefold())
    if begin.startswith(b"<"):
        is_page = _HTML.search(begin) is not None or (b"<iati" not in begin and named.endswith(_PAGES))
        return "page" if is_page else "iati"
    if begin.startswith((b"{", b"[")) or named.endswith(_JSON):
        return "json"
    if ".xml" in named:
        return "iati"
    if kind := next((kind for mark, kind in _OTHERS.items() if begin.startswith(mark)), ""):
        raise FailedError(f"{name}: is {kind}, and no file of projects: IATI, JSON, or the page of a donor")
    return "page" if begin and named.endswith(_PAGES) else "json"


_OTHERS = {
    b"%pdf": "a PDF",
    b"\x89png": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}
_HTML = re.compile(rb"^<!doctype html|<html\b")
