"""How far the reading of a file has come, shown on a terminal."""

import sys
from importlib import import_module
from time import monotonic
from typing import Any, final

_PAUSE = 0.1
"""Seconds between two updates; what is read sooner needs no bar."""


def counted(count: int, thing: str) -> str:
    """Give a count with the name of what is counted.

    >>> counted(1, "issue"), counted(1256, "issue")
    ('1 issue', '1,256 issues')
    """
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


@final
class Bar:
    """A bar on standard error, made by rich where that is installed, else a line of text; nothing but on a terminal."""

    def __init__(self) -> None:
        self.count = 0
        """How many projects were read."""
        self._due = 0.0
        self._shown = ""
        self._rich: tuple[Any, Any] | None = None

    @staticmethod
    def is_wanted() -> bool:
        """Say whether standard error is a terminal."""
        return sys.stderr is not None and sys.stderr.isatty()

    def update(self, taken: int, size: int | None) -> None:
        """Count a project; ``taken`` are the bytes read so far, ``size`` those of the file, None where nobody knows."""
        self.count += 1
        now = monotonic()
        if self.count > 1 and now < self._due:
            return
        self._due = now + _PAUSE
        if self.count == 1:
            return
        said = counted(self.count, "project")
        if self._rich is None and not self._shown:
            self._rich = _begun()
        if self._rich is not None:
            progress, task = self._rich
            progress.update(task, completed=taken, total=size, description=said, refresh=True)
            return
        self.clear()
        self._shown = f"{said}, {100 * taken // size} %" if size else said
        sys.stderr.write(self._shown)
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line as if there had been no bar; the next update begins another one."""
        if self._rich is not None:
            self._rich[0].stop()
            self._rich = None
        if self._shown:
            sys.stderr.write(f"\r{' ' * len(self._shown)}\r")
            sys.stderr.flush()
            self._shown = ""


def _begun() -> tuple[Any, Any] | None:
    """Give a bar of rich and its task; None where rich is not installed."""
    try:
        rich = import_module("rich.progress")  # by its name: it is an extra, and types are checked without it
        console = import_module("rich.console").Console(file=sys.stderr)
    except ImportError:
        return None
    progress = rich.Progress(
        rich.BarColumn(),
        rich.TaskProgressColumn(),
        rich.TextColumn("{task.description}"),
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    progress.start()
    return progress, progress.add_task("", total=None)
