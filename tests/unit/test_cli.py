"""The command line."""

import datetime as dt
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import aidmodel
from aidmodel import cli
from aidmodel.cli import main
from aidmodel.io.json import write_json
from aidmodel.model.chain import ResultsChain
from aidmodel.model.organisation import Contact
from aidmodel.model.project import Project
from aidmodel.model.result import Impact, Outcome, Result
from aidmodel.show.text import show

WELLS = Project(
    identifier="XM-1-1",
    title={"en": "Wells", "fr": "Puits à réparer — 水"},
    default_language="en",
    contacts=Contact(person_name="Marisol Example", emails="marisol@example.org"),
)
ROADS = Project(identifier="XM-1-2", title="Roads")
CIRCLE = Project(
    identifier="XM-1-3",
    chain=ResultsChain([Impact(id="a", contributes_to="b"), Outcome(id="b", contributes_to="a")]),
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a directory with blanks and accents in its name."""
    made = tmp_path / "été à Bogotá"
    made.mkdir()
    return made


@pytest.fixture
def wells(place: Path) -> Path:
    """Give a file with one project."""
    path = place / "les puits n° 1.json"
    write_json(WELLS, path)
    return path


@pytest.fixture
def several(place: Path) -> Path:
    """Give a file with several projects, one on a line."""
    path = place / "several.jsonl"
    write_json([WELLS, ROADS], path)
    return path


def run(*arguments: str | Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    """Run the command as its own process, on a console with this encoding."""
    return subprocess.run(
        [sys.executable, "-m", "aidmodel", *map(str, arguments)],
        env={**os.environ, "PYTHONIOENCODING": encoding, "COLUMNS": "80"},
        capture_output=True,
        check=False,
        encoding=encoding,
        timeout=60,
    )


# ------------------------------------------------------------------ show


def test_show_one(wells: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with one project gives its card."""
    assert 0 == main(["show", str(wells)])
    assert (f"{show(WELLS)}\n", "") == capsys.readouterr()


def test_show_in_a_language(wells: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Languages are taken in the order they are given."""
    assert 0 == main(["show", str(wells), "--language", "es", "--language", "fr"])
    assert "Project: Puits à réparer — 水" == capsys.readouterr().out.splitlines()[0]


def test_show_several(several: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several projects are a list; one of them is named by its identifier or its number."""
    assert 0 == main(["show", str(several)])
    assert f"{show((WELLS, ROADS))}\n\nadd --project NAME for the card of one\n" == capsys.readouterr().out
    for name in ("XM-1-2", "2"):
        assert 0 == main(["show", str(several), "--project", name])
        assert f"{show(ROADS)}\n" == capsys.readouterr().out


def test_show_a_project_that_is_not_there(several: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names those that look like it."""
    assert 2 == main(["show", str(several), "--project", "XM-1-22"])
    assert ("", "aidmodel: no project 'XM-1-22'; did you mean 'XM-1-2' or 'XM-1-1'?\n") == capsys.readouterr()
    assert 2 == main(["show", str(several), "--project", "3"])


def test_show_no_projects(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without projects is no failure."""
    write_json([], place / "none.json")

    assert 0 == main(["show", str(place / "none.json")])
    assert "no projects" == capsys.readouterr().out.splitlines()[0]


def test_contacts_are_never_written(wells: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a card, a report nor a list of differences holds personal data."""
    other = place / "other.json"
    write_json(Project(identifier="XM-1-1", contacts=Contact(person_name="Somebody Else")), other)

    main(["show", str(wells)])
    main(["check", str(wells)])
    main(["diff", str(wells), str(other)])
    main(["diff", str(other), str(wells)])
    said = capsys.readouterr().out

    assert "contacts[0]" in said
    assert "personal data, not shown" in said
    for word in ("Marisol", "example.org", "Somebody"):
        assert word not in said


# ------------------------------------------------------------------ check


def test_check_by_a_day(wells: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report of each project follows the day it was judged by; warnings are no errors."""
    code = main(["check", str(wells), "--as-of", "2024-05-31"])
    said = capsys.readouterr().out
    report = aidmodel.check(WELLS, as_of="2024-05-31")

    assert f"judged as of 2024-05-31\nXM-1-1: {report}\n" == said
    assert (0 if report.ok() else 1) == code


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_report_fits_the_terminal(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are as long as the terminal has columns; elsewhere a finding is a line, and its places are another."""
    path = place / "levels.json"
    write_json(Project(title="Wells", chain=[Result(title=f"Result {count}") for count in range(9)]), path)
    said: list[list[str]] = []
    for stream in (_Terminal(), io.StringIO()):
        monkeypatch.setenv("COLUMNS", "50")
        monkeypatch.setattr(sys, "stdout", stream)
        main(["check", str(path), "--as-of", "2024-05-31"])
        said.append(stream.getvalue().splitlines())
    places = "           " + ", ".join(f"chain[{at}]" for at in range(9))
    line = said[1].index(places)

    assert 50 >= max(map(len, said[0]))
    assert said[1][line - 1].startswith("  info     9 places  the level is not stated")
    assert said[1][line - 1].endswith("  [results.no-level]")
    assert "".join(" ".join(said[0]).split()) == "".join(" ".join(said[1]).split())


def test_check_by_today(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The day defaults to today, and that is said; errors give the exit code 1."""
    write_json(CIRCLE, place / "circle.json")
    before = dt.date.today()  # noqa: DTZ011
    code = main(["check", str(place / "circle.json")])
    said = capsys.readouterr().out

    assert 1 == code
    assert said.splitlines()[0] in {f"judged as of {day} (today)" for day in (before, dt.date.today())}  # noqa: DTZ011
    assert "[links.cycle]" in said


def test_check_without_projects(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing has no errors; that it is nothing is said."""
    write_json([], place / "none.json")

    assert 0 == main(["check", str(place / "none.json"), "--as-of", "2024-05-31"])
    assert "judged as of 2024-05-31\nno projects\n" == capsys.readouterr().out


@pytest.mark.parametrize("day", ["2024-05", "31/12/2024", "31.05.2024", "2024-02-30", "20240531", "today", ""])
def test_a_day_that_is_none(wells: Path, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The day is written in full; the advice is for who types it, not for who writes Python."""
    assert 2 == main(["check", str(wells), "--as-of", day])

    said = capsys.readouterr()

    assert "" == said.out
    assert (
        f"argument --as-of: no day, got {day!r}; write YYYY-MM-DD" == said.err.splitlines()[-1].partition("error: ")[2]
    )


# ------------------------------------------------------------------ diff


def test_diff(wells: Path, several: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Equal files have no differences; others have each on a line."""
    assert 0 == main(["diff", str(wells), str(wells)])
    assert "no differences\n" == capsys.readouterr().out

    write_json(Project(identifier="XM-1-2", title="Roads", fund_year=2017), place / "roads.json")
    write_json(ROADS, place / "old.json")

    assert 1 == main(["diff", str(place / "old.json"), str(place / "roads.json")])
    assert "added     fund_year (XM-1-2): 2017\n" == capsys.readouterr().out
    assert 1 == main(["diff", str(wells), str(several)])
    assert capsys.readouterr().out.startswith("added     [1] (XM-1-2): Project(")


# ------------------------------------------------------------------ what cannot be done


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "no such file or directory"),
        (b"\x89PNG\r\n\x1a\n\xff\x00", "is not UTF-8 (byte 0: 0x89); save it as UTF-8"),
        (b"", "is empty"),
        (b'{"aidmodel": 1, "class": "Project", "title": "We', "is no JSON: "),
        (b"[" * 100_000, "is nested too deeply to be a project"),
        (b'{"aidmodel": 99, "class": "Project"}', "is written in format 99; this version of aidmodel reads up to 1"),
        (b'{"aidmodel": 1, "class": "Project", "title": 12}', "title: must be words"),
        (b"[]", "must be an object"),
    ],
    ids=["missing", "binary", "empty", "truncated", "deep", "newer", "wrong", "list"],
)
@pytest.mark.parametrize("command", ["show", "check", "diff"])
def test_files_that_cannot_be_read(
    place: Path, content: bytes | None, problem: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says which file and what is wrong with it."""
    path = place / "a file.json"
    if content is not None:
        path.write_bytes(content)
    code = main([command, str(path), *([str(path)] if command == "diff" else [])])
    said = capsys.readouterr()

    assert 2 == code
    assert said.out == "" or (command == "check" and said.out.startswith("judged as of "))
    assert said.err.startswith(f"aidmodel: {path}")
    assert problem in said.err
    assert 1 == said.err.count("\n")


def test_a_directory_is_no_file(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused like any other thing that cannot be read."""
    assert 2 == main(["show", str(place)])
    assert capsys.readouterr().err.startswith(f"aidmodel: {place}: ")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["shows", "x"],
        ["show"],
        ["show", "a", "b"],
        ["diff", "a"],
        ["convert", "a"],
        ["check", "x", "--as", "2024-05-31"],
    ],
)
def test_bad_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The usage is shown, and the exit code is 2."""
    assert 2 == main(arguments)
    assert capsys.readouterr().err.startswith("usage: aidmodel")


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    """Help names every command and every exit code."""
    assert 0 == main(["--version"])
    assert f"aidmodel {aidmodel.__version__}\n" == capsys.readouterr().out

    for arguments in (["--help"], ["show", "--help"], ["check", "--help"], ["diff", "--help"], ["convert", "--help"]):
        assert 0 == main(arguments)

        said = capsys.readouterr().out

        assert "exit codes:" in said
        assert 80 >= max(map(len, said.splitlines()))

    main(["--help"])
    said = capsys.readouterr().out
    for command in ("show", "check", "diff", "convert"):
        assert f"    {command} " in said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyboardInterrupt(), "interrupted"),
        (RecursionError("deep"), "the file is nested too deeply"),
        (MemoryError(), "there is not enough memory for this file"),
        (RuntimeError("one\ntwo"), "this should not have happened, please report it: RuntimeError: one two"),
    ],
)
def test_nothing_ends_in_a_traceback(
    error: BaseException, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever happens is said in one line."""

    def fail(_: str) -> tuple[Project, ...]:
        raise error

    monkeypatch.setattr(cli, "_read", fail)

    assert 2 == main(["show", "x"])
    assert ("", f"aidmodel: {said}\n") == capsys.readouterr()


# ------------------------------------------------------------------ consoles


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_consoles(wells: Path, several: Path, encoding: str) -> None:
    """What the console has no form for is written as an escape; nothing fails on it."""
    shown = run("show", wells, "--language", "fr", encoding=encoding)
    expected = "Project: Puits à réparer — 水".encode(encoding, "backslashreplace").decode(encoding)

    assert (0, "", expected) == (shown.returncode, shown.stderr, shown.stdout.splitlines()[0])

    missing = run("show", wells.with_name("水 là.json"), encoding=encoding)

    assert (2, "") == (missing.returncode, missing.stdout)
    assert (
        "水 là.json: no such file or directory".encode(encoding, "backslashreplace").decode(encoding)
    ) in missing.stderr
    assert 1 == missing.stderr.count("\n")

    changed = run("diff", several, wells, encoding=encoding)

    assert (1, "") == (changed.returncode, changed.stderr)


def test_escapes_of_consoles(wells: Path) -> None:
    """As they look on a console of ASCII."""
    assert (
        r"Project: Puits \xe0 r\xe9parer \u2014 \u6c34"
        == (run("show", wells, "--language", "fr", encoding="ascii").stdout.splitlines()[0])
    )


def test_exit_codes_of_the_process(wells: Path, place: Path) -> None:
    """The process ends with what main() gives."""
    write_json(CIRCLE, place / "circle.json")

    assert 0 == run("--version").returncode
    assert 1 == run("check", place / "circle.json", "--as-of", "2024-05-31").returncode
    assert 2 == run("show", place / "gone.json").returncode
    assert 2 == run("nonsense").returncode


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_stops_reading(place: Path) -> None:
    """As with ``| head``: one line, exit code 2, and nothing from the interpreter at its end."""
    path = place / "long.json"
    write_json([Project(identifier=f"XM-{count}", title="Wells") for count in range(5000)], path)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "aidmodel", "show", str(path)],
        stdout=writing, stderr=subprocess.PIPE, check=False, encoding="utf-8", timeout=60,
    )  # fmt: skip
    os.close(writing)

    assert (2, "aidmodel: standard output: it was closed before all was written\n") == (done.returncode, done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_disk_that_is_full(wells: Path) -> None:
    """What cannot be written is said, once."""
    for arguments in (["show", str(wells)], ["--version"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "aidmodel", *arguments],
                stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8", timeout=60,
            )  # fmt: skip

        assert (2, "aidmodel: standard output: no space left on device\n") == (done.returncode, done.stderr)


def test_no_output_at_all(wells: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without standard streams does its work all the same."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert 0 == main(["show", str(wells)])
    assert 2 == main(["show", "gone.json"])


def test_streams_without_an_encoding(wells: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream in memory takes any character."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)

    assert 0 == main(["show", str(wells), "--language", "fr"])
    assert "水" in stream.getvalue()
