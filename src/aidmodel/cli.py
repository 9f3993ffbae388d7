"""The command line: ``aidmodel show FILE``, ``aidmodel check FILE``, ``aidmodel diff A B``.

A FILE is JSON or JSON Lines as the library writes it. The command ends with

- 0: it was done, and there is nothing to complain of: no errors, no differences;
- 1: ``check`` found errors, or ``diff`` found differences;
- 2: it could not be done: a file is missing or unreadable, or the command is not written as it should be.

What was asked for goes to standard output, what went wrong to standard error in one line. Characters that the terminal
has no form for are written as escapes. Contacts, which are personal data, are not written at all.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

import aidmodel
from aidmodel.errors import AidModelError, InvalidValue, NotFound, Unreadable, near

if TYPE_CHECKING:
    from aidmodel.model.project import Project

FINE = 0
"""It was done, and there is nothing to complain of."""
FOUND = 1
"""Errors or differences were found."""
FAILED = 2
"""It could not be done."""

_HELP = """\
exit codes:
  0  done; no errors, no differences
  1  check found errors, or diff found differences
  2  not done: a file is missing or unreadable, or the command is wrong
"""
_WIDEST = 100
_NARROWEST = 40


class _FailedError(Exception):
    """What could not be done, in a line."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what a command line asks for, and give the exit code.

    ``argv`` are the arguments after the command's name; None: those of the process. Nothing is raised: what goes wrong
    is said in one line on standard error.
    """
    try:
        return _run(argv)
    except (AidModelError, _FailedError) as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        return _failed("interrupted")
    except RecursionError:
        return _failed("the file is nested too deeply")
    except MemoryError:
        return _failed("there is not enough memory for this file")
    except Exception as error:  # noqa: BLE001  whoever types a command can do nothing with a traceback
        return _failed(f"this should not have happened, please report it: {type(error).__name__}: {error}")


def _run(argv: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said what there is to say: help, version, or what is wrong
        _write("")
        return stop.code if isinstance(stop.code, int) else FAILED
    if options.command == "show":
        text, code = _show(options.file, tuple(options.language), options.project)
    elif options.command == "check":
        text, code = _check(options.file, options.as_of)
    else:
        text, code = _diff(options.old, options.new)
    _write(f"{text}\n")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="aidmodel",
        description="Read aid projects and results chains: show, check and compare them.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"aidmodel {aidmodel.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=about,
            description=f"{about[0].upper()}{about[1:]}.",
            epilog=_HELP,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    a_file = "a JSON or JSON Lines file as aidmodel writes it"
    show = command("show", "show a project as a card, several as a list")
    show.add_argument("file", metavar="FILE", help=a_file)
    show.add_argument(
        "--language",
        metavar="TAG",
        action="append",
        default=[],
        help='a language to prefer, as in "fr"; give it again for the next best',
    )
    show.add_argument("--project", metavar="NAME", help="the identifier, or the number in the list, of the one to show")
    check = command("check", "report everything that is wrong with each project")
    check.add_argument("file", metavar="FILE", help=a_file)
    check.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        type=_day,
        help="the day to judge by: a date after it lies in the future; default: today",
    )
    diff = command("diff", "list what changed from one file to another")
    diff.add_argument("old", metavar="A", help=f"{a_file}: as it was")
    diff.add_argument("new", metavar="B", help=f"{a_file}: as it is")
    return parser


def _day(text: str) -> date:
    from aidmodel.values.partial_date import as_day

    try:
        return as_day(text)
    except InvalidValue as error:
        raise argparse.ArgumentTypeError(str(error)) from None


# ------------------------------------------------------------------ commands


def _show(file: str, languages: tuple[str, ...], name: str | None) -> tuple[str, int]:
    from aidmodel.show.text import show

    projects = _read(file)
    wanted = projects if name is None else _named(projects, name)
    width = _width()
    if len(wanted) == 1 or name is not None:
        return "\n\n".join(show(project, languages=languages, width=width) for project in wanted), FINE
    text = show(wanted, languages=languages, width=width)
    return f"{text}\n\nadd --project NAME for the card of one" if wanted else text, FINE


def _named(projects: tuple["Project", ...], name: str) -> tuple["Project", ...]:
    """Give the projects with an identifier, else the one with a number in the list."""
    if found := tuple(project for project in projects if project.identifier == name):
        return found
    if name.isascii() and name.isdecimal() and 1 <= int(name) <= len(projects):
        return (projects[int(name) - 1],)
    raise NotFound("project", name, near(name, (project.identifier for project in projects if project.identifier)))


def _check(file: str, day: date | None) -> tuple[str, int]:
    from aidmodel.rules.check import check
    from aidmodel.show._words import clean
    from aidmodel.show.text import report_lines

    width = _width() if sys.stdout is not None and sys.stdout.isatty() else None
    as_of = day or date.today()  # noqa: DTZ011  the day on the clock of whoever asks
    said = [f"judged as of {as_of}{'' if day else ' (today)'}"]
    code = FINE
    for number, project in enumerate(_read(file), 1):
        report = check(project, as_of=as_of)
        name = project.identifier or str(project.title) or f"project {number}"
        said.extend(report_lines(report, width, clean(name)))
        code = code if report.ok() else FOUND
    return "\n".join(said), code


def _diff(old: str, new: str) -> tuple[str, int]:
    from aidmodel.analysis.diff import diff
    from aidmodel.show._words import printable

    before, after = _read(old), _read(new)
    alone = len(before) == len(after) == 1
    changes = diff(before[0], after[0]) if alone else diff(before, after)
    said = [printable(str(change)).replace("\n", " ") for change in changes]
    return "\n".join(said) or "no differences", FOUND if changes else FINE


def _read(file: str) -> tuple["Project", ...]:
    from aidmodel.io.json import read_json

    try:
        return read_json(file).value
    except Unreadable as error:
        raise _FailedError(str(error) if error.source == file else f"{file}: {error.problem}") from None
    except InvalidValue as error:
        raise _FailedError(f"{file}: {error}") from None
    except OSError as error:
        raise _FailedError(f"{file}: {(error.strerror or str(error)).lower()}") from None


# ------------------------------------------------------------------ output


def _width() -> int:
    """Give the columns of the terminal, or what stands for them; neither too few nor too many to read."""
    return min(max(get_terminal_size().columns, _NARROWEST), _WIDEST)


def _write(text: str) -> None:
    if sys.stdout is None:  # closed by whoever called
        return
    try:
        sys.stdout.write(_fitting(text, sys.stdout))
        sys.stdout.flush()
    except OSError as error:
        with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123  not to be tried again at exit
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        closed = isinstance(error, BrokenPipeError)
        problem = "it was closed before all was written" if closed else (error.strerror or str(error)).lower()
        raise _FailedError(f"standard output: {problem}") from None


def _failed(problem: str) -> int:
    from aidmodel.show._words import clean

    with suppress(OSError, AttributeError):  # there is nobody left to tell
        sys.stderr.write(_fitting(f"aidmodel: {clean(problem)}\n", sys.stderr))
        sys.stderr.flush()
    return FAILED


def _fitting(text: str, stream: TextIO) -> str:
    """Write what the stream's encoding has no form for as escapes."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
