"""The command line: ``aidmodel show FILE``, ``check PATH…``, ``diff A B`` and ``convert IN OUT``.

A FILE is an IATI activity file of any version, JSON or JSON Lines as the library writes it, plain or packed by gzip or
zip, or the page of a donor whose pages the library knows, saved as HTML or text (.html, .htm, .txt); which of them is seen
from what it holds. What ``convert`` writes is told by the name: IATI 2.03 (.xml), JSON
(.json) or JSON Lines (.jsonl, .ndjson), packed where .gz or .zip stands after that; .zip alone is IATI. It takes the
place of what was there once all of it is written, so that OUT may be IN. Only IATI has a place for what a file says of
itself (when it was made, what stands beside its activities): JSON holds the projects, and what is left behind of the
rest is named in a line on standard error. The command ends with

- 0: it was done, and there is nothing to complain of: no errors, no differences, every project kept whole;
- 1: ``check`` found errors (or what ``--fail-on`` names), ``diff`` found differences, or ``convert`` wrote a file whose
  format has no place for all of every project;
- 2: it could not be done: a file is missing or unreadable, or the command is not written as it should be. ``check``
  judges the other files, and the projects before the break, all the same.

``check`` takes files and folders; of a folder it takes all files, of folders inside it too, whose names end in .xml, .json,
.jsonl or .ndjson, packed or not, or in .zip. It judges by the day ``--as-of``, by default today, and says which. Findings
that somebody knows of and accepts stand in the JSON file of ``--accept``, each with its code, its path in the project
("[*]" for any position), the reason, and the project's identifier where it is accepted in that alone:
``{"known": [{"code": "budgets.negative", "path": "budgets[*].value", "reason": "…"}]}``. They are counted, and neither shown
nor failed for; those that are not found any more are named on standard error.

``--format json`` writes one document, whose form is stable: ``format`` ("aidmodel check 1"; the number goes up where a
program that reads it would have to change), ``as_of``, ``profile``, ``rules``, ``without``; ``files``, each with ``file``,
``projects`` and ``failed`` (why it could not be read to its end, else null); of each project its name (``project``), its
``number`` in the file from 0 (null: beside the projects) and its ``issues``, each with ``severity``, ``code``, ``rule``
(the standard's own id, or null), ``path``, ``message``, ``line``, ``column`` (or null) and ``accepted`` (the reason, or
null); and a ``summary`` that counts ``files``, ``failed``, ``projects``, ``error``, ``warning``, ``info`` and ``accepted``.

What was asked for goes to standard output, what went wrong to standard error in one line. What a reader could not take
as it stands ``check`` reports with each project; ``convert`` shows the worst 20 issues of reading, and of writing, on
standard error, where ``show`` and ``diff`` say how many there are. How far an IATI file is read is shown on standard
error where that is a terminal. Characters that the terminal has no form for are written as escapes. ``show``, ``check`` and ``diff`` do
not write contacts, which are personal data, at all; ``convert`` writes all there is.
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
from aidmodel._cli.bar import counted
from aidmodel._cli.files import ClosedError, FailedError, ProjectFile
from aidmodel.errors import AidModelError, InvalidValue, NotFound, near, shown

if TYPE_CHECKING:
    from aidmodel.model.project import Project

FINE = 0
"""It was done, and there is nothing to complain of."""
FOUND = 1
"""Errors or differences were found, or not all was kept."""
FAILED = 2
"""It could not be done."""

_HELP = """\
exit codes:
  0  done; no errors, no differences, every project kept whole
  1  check found errors (or what --fail-on names), diff found differences, or
     convert wrote a format that has no place for all of every project
     (standard error says what for)
  2  not done: a file is missing or unreadable, or the command is wrong
"""
_WIDEST = 100
_NARROWEST = 40
_MOST = 20
"""How many issues of reading, and of writing, are shown unless all are asked for."""
FORMS = ("text", "json", "html")
"""The forms that ``check`` writes."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what a command line asks for, and give the exit code.

    ``argv`` are the arguments after the command's name; None: those of the process. Nothing is raised: what goes wrong
    is said in one line on standard error.
    """
    try:
        return _run(argv)
    except (AidModelError, FailedError) as error:
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
        return _show(options.file, tuple(options.language), options.project)
    if options.command == "check":
        return _check(options)
    if options.command == "diff":
        return _diff(options.old, options.new)
    return _convert(options.source, options.target, None if options.all else 0 if options.quiet else _MOST)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="aidmodel",
        description="Read aid projects and results chains: show, check, compare and convert them.",
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

    a_file = "an IATI file, JSON or JSON Lines as aidmodel writes it, or a donor's page (.html, .txt)"
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
    check.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help=f"{a_file}; or a folder of IATI and JSON files (pages are named one by one)",
    )
    check.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        type=_day,
        help="the day to judge by: a date after it lies in the future; default: today",
    )
    check.add_argument("--profile", metavar="NAME", help="a donor whose own rules are asked, too, as in fcdo or gac")
    for name, about in (("--rules", "ask these rules only"), ("--without", "leave out these rules")):
        check.add_argument(
            name,
            metavar="WORD",
            action="append",
            default=[],
            help=f"{about}: a code, a family of codes, an id of the standard, iati for all that have one, or reading for what the reader finds; give it again for more",
        )
    check.add_argument("--format", choices=FORMS, default="text", help="how to write what is found; default: text")
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="the least severity that ends with exit code 1; default: error",
    )
    check.add_argument(
        "--accept",
        metavar="FILE",
        help='known findings, which do not count: {"known": [{"code": …, "path": …, "reason": …, "project": …}]}',
    )
    diff = command("diff", "list what changed from one file to another")
    diff.add_argument("old", metavar="A", help=f"{a_file}: as it was")
    diff.add_argument("new", metavar="B", help=f"{a_file}: as it is")
    convert = command("convert", "write the projects of a file in another format")
    convert.add_argument("source", metavar="IN", help=a_file)
    convert.add_argument(
        "target",
        metavar="OUT",
        help="the file to write: .xml (IATI 2.03), .json, .jsonl or .ndjson, packed with .gz or .zip after it; .zip "
        "alone is IATI. JSON has no place for what an IATI file says of itself: what is left behind is named",
    )
    told = convert.add_mutually_exclusive_group()
    told.add_argument("--all", action="store_true", help=f"show every issue; default: the worst {_MOST}")
    told.add_argument("--quiet", action="store_true", help="show only how many issues there are")
    return parser


def _day(text: str) -> date:
    from aidmodel.values.partial_date import as_day

    try:
        return as_day(text)
    except InvalidValue:  # whose words are for those who write Python
        raise argparse.ArgumentTypeError(f"no day, got {shown(text)}; write YYYY-MM-DD") from None


# ------------------------------------------------------------------ commands


def _show(file: str, languages: tuple[str, ...], name: str | None) -> int:
    from aidmodel.show.text import show

    projects = _read(file)
    wanted = projects if name is None else _named(projects, name)
    width = _width()
    if len(wanted) == 1 or name is not None:
        text = "\n\n".join(show(project, languages=languages, width=width) for project in wanted)
    else:
        text = show(wanted, languages=languages, width=width)
        text += "\n\nadd --project NAME for the card of one" if wanted else ""
    _write(f"{text}\n")
    return FINE


def _named(projects: tuple["Project", ...], name: str) -> tuple["Project", ...]:
    """Give the projects with an identifier, else the one with a number in the list."""
    if found := tuple(project for project in projects if project.identifier == name):
        return found
    if name.isascii() and name.isdecimal() and 1 <= int(name) <= len(projects):
        return (projects[int(name) - 1],)
    raise NotFound("project", name, near(name, (project.identifier for project in projects if project.identifier)))


def _check(options: argparse.Namespace) -> int:
    from aidmodel._cli.accepted import read_accepted
    from aidmodel._cli.check import Asked, check
    from aidmodel._cli.check_forms import form_of
    from aidmodel.issues import Severity

    fail_on = None if options.fail_on == "never" else Severity[options.fail_on.upper()]
    asked = Asked(
        options.as_of or date.today(),  # noqa: DTZ011  the day on the clock of whoever asks
        options.as_of is None,
        options.profile,
        tuple(options.rules),
        tuple(options.without),
    )
    known = read_accepted(options.accept)
    form = form_of(options.format, _write, _say, _width_of(sys.stdout))
    tally = check(options.paths, asked, known, form)
    for each in known.unmet:
        _say(f"accepted, but not found any more: {each}")
    if tally.failed:
        return FAILED
    found = fail_on is not None and any(count for severity, count in tally.counts.items() if severity >= fail_on)
    return FOUND if found else FINE


def _diff(old: str, new: str) -> int:
    from aidmodel.analysis.diff import diff
    from aidmodel.show._words import printable

    before, after = _read(old), _read(new)
    alone = len(before) == len(after) == 1
    changes = diff(before[0], after[0]) if alone else diff(before, after)
    said = [printable(str(change)).replace("\n", " ") for change in changes]
    _write("\n".join(said or ["no differences"]) + "\n")
    return FOUND if changes else FINE


def _convert(source: str, target: str, most: int | None) -> int:
    from aidmodel._cli.convert import convert

    said, whole = convert(source, target, most=most, width=_width_of(sys.stderr))
    _note(said)
    return FINE if whole else FOUND


def _read(file: str) -> tuple["Project", ...]:
    """Read all projects of a file, and say where to find what its reader found."""
    from aidmodel.io.memory import uncollected
    from aidmodel.show._words import clean

    issues = 0
    projects: list[Project] = []
    with ProjectFile(file) as given, uncollected():
        for each in given:
            issues += len(each.issues)
            if each.project is not None:
                projects.append(each.project)
    if issues:
        _note([clean(f"{counted(issues, 'issue')} while reading: aidmodel check {file} shows them")])
    return tuple(projects)


# ------------------------------------------------------------------ output


def _width() -> int:
    """Give the columns of the terminal, or what stands for them; neither too few nor too many to read."""
    return min(max(get_terminal_size().columns, _NARROWEST), _WIDEST)


def _width_of(stream: TextIO | None) -> int | None:
    """Give the columns of a stream that is a terminal; None: it is none, and a line may have any length."""
    return _width() if stream is not None and stream.isatty() else None


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
        raise ClosedError(f"standard output: {problem}") from None


def _failed(problem: str) -> int:
    _say(problem)
    return FAILED


def _say(line: str) -> None:
    """Write a line to standard error, as what the command says of itself."""
    from aidmodel.show._words import clean

    _note([clean(f"aidmodel: {line}")])


def _note(lines: Sequence[str]) -> None:
    """Write lines to standard error."""
    with suppress(OSError, AttributeError):  # there is nobody left to tell
        sys.stderr.writelines(_fitting(f"{line}\n", sys.stderr) for line in lines)
        sys.stderr.flush()


def _fitting(text: str, stream: TextIO) -> str:
    """Write what the stream's encoding has no form for as escapes."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
