"""Files of projects as the command line takes them: recognised by what they hold, failing in one line."""

import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self, final

from aidmodel._cli.bar import Bar
from aidmodel._files import opened
from aidmodel.errors import InvalidValue, Unreadable
from aidmodel.issues import Issue

if TYPE_CHECKING:
    from aidmodel.io.iati.reader import IatiProjects
    from aidmodel.model.project import Project

_BEGIN = 1 << 12
_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""Byte order marks, blanks, and the halves of them that UTF-16 has."""


class FailedError(Exception):
    """What could not be done, in a line."""


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

    def path(self, issue: Issue) -> str:
        """Give the path of an issue inside the project."""
        return issue.path.removeprefix(self.prefix).removeprefix(".")


@final
class ProjectFile:
    """
    The projects of a file of any format, one by one, IATI as they are asked for; to be used with ``with``.

    IATI is told from JSON by how it begins, packed or plain. A bar shows on a terminal how far it has come.
    """

    header: "IatiProjects | None"
    """What hands over the header of an IATI file, all of it at the end; None: the format has none."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._bar = Bar()
        self._issues: list[Issue] = []
        self.header = None
        with ExitStack() as stack, naming(file):
            path = Path(file)
            source: Path | BufferedReader = path
            if not stat.S_ISREG(path.stat().st_mode):  # a pipe is opened once
                source = stack.enter_context(path.open("rb"))
            self._projects: Iterator[Project]
            if _is_iati(source, file):
                from aidmodel.io.iati.reader import iter_iati

                progress = self._bar.update if self._bar.is_wanted() else None
                self.header = iter_iati(source, on_issue=self._issues.append, progress=progress)
                self._projects = stack.enter_context(self.header)
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
                yield Entry(name, project, issues, prefix)
            yield from self._beside(tuple(self._issues))

    def _beside(self, issues: tuple[Issue, ...]) -> Iterator[Entry]:
        self._issues.clear()
        if issues:
            yield Entry(self._file, None, issues, "")

    def pause(self) -> None:
        """Clear the bar, so that something can be written."""
        self._bar.clear()


def _is_iati(source: Path | BufferedReader, name: str) -> bool:
    """Say whether a file is XML; one that looks neither like XML nor like JSON is what its name says."""
    ahead: Path | BytesIO = source if isinstance(source, Path) else BytesIO(source.peek(_BEGIN))
    if isinstance(ahead, BytesIO) and ahead.getvalue().startswith(b"PK"):
        return True  # a zip cannot be read from a pipe, and the reader says so
    with opened(ahead) as file:
        begin = next(file.blocks(_BEGIN), b"").lstrip(_MARKS)
    return begin.startswith(b"<") or (".xml" in name.casefold() and not begin.startswith((b"{", b"[")))
