"""The command line with IATI files, and from one format to another."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from gzip import compress, decompress
from pathlib import Path

import pytest

import aidmodel
from aidmodel._cli import bar as bars
from aidmodel._cli.bar import Bar
from aidmodel.cli import main
from aidmodel.io.iati.reader import iter_iati, read_iati
from aidmodel.io.iati.writer import write_iati
from aidmodel.io.json import read_json, write_json
from aidmodel.model.organisation import Contact
from aidmodel.model.project import Project
from aidmodel.show.text import show

WELLS = Project(identifier="XX-1-1", title={"en": "Wells"}, contacts=Contact(emails="somebody@example.org"))
ROADS = Project(identifier="XX-1-2", title="Roads")
BOTH = (WELLS, ROADS)

FILE = """\
<iati-activities version="2.03" generated-datetime="2024-05-31T12:00:00Z" xmlns:x="urn:x" x:made-by="hand">
  <iati-activity default-currency="CAD">
    <iati-identifier>XX-1-1</iati-identifier>
    <title><narrative>Wells</narrative></title>
    <budget>
      <period-start iso-date="2022-01-01"/>
      <period-end iso-date="2022-12-31"/>
      <value value-date="2022-01-01">n/a</value>
    </budget>
  </iati-activity>
  <iati-activity>
    <iati-identifier>XX-1-2</iati-identifier>
    <title><narrative>Roads</narrative></title>
    <wrong/>
  </iati-activity>
  <x:note>beside</x:note>
</iati-activities>
"""
"""One error of reading in the first project, one warning in the second."""
NOT_A_NUMBER = "budgets[0].value  the text 'n/a' "


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Give an IATI file without anything to complain of in its reading."""
    path = tmp_path / "plain.xml"
    write_iati(BOTH, path)
    return path


@pytest.fixture
def quirky(tmp_path: Path) -> Path:
    """Give an IATI file that is read with issues."""
    path = tmp_path / "quirky.xml"
    path.write_text(FILE, encoding="utf-8")
    return path


def zipped(content: bytes) -> bytes:
    """Give a zip of one file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("activities.xml", content)
    return packed.getvalue()


# ------------------------------------------------------------------ IATI files where JSON was taken


@pytest.mark.parametrize("name", ["plain.xml", "plain.xml.gz", "plain.zip", "no suffix at all"])
def test_files_are_known_by_what_they_hold(plain: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The name says nothing: XML is IATI, packed or plain, also after a byte order mark and blanks."""
    content = plain.read_bytes()
    path = plain.with_name(name)
    forms = (
        content,
        compress(content),
        zipped(content),
        b"\xef\xbb\xbf" + content,
        b"\n \t" + content.partition(b"\n")[2],
        content.partition(b"\n")[2].decode().encode("utf-16"),
    )
    for form in forms:
        path.write_bytes(form)

        assert 0 == main(["show", str(path), "--project", "XX-1-2"])
        assert (f"{show(ROADS)}\n", "") == capsys.readouterr()


def test_packed_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is JSON when it is unpacked, whatever its name."""
    path = tmp_path / "roads.xml.gz"
    write_json(ROADS, tmp_path / "roads.json")
    path.write_bytes(compress((tmp_path / "roads.json").read_bytes()))

    assert 0 == main(["show", str(path)])
    assert (f"{show(ROADS)}\n", "") == capsys.readouterr()


def test_show_says_how_many_issues(quirky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the reader found is not on a card; that there is something is said on standard error."""
    assert 0 == main(["show", str(quirky)])

    said = capsys.readouterr()

    assert said.out.splitlines()[0] == "2 projects"
    assert f"2 issues while reading: aidmodel check {quirky} shows them\n" == said.err


def test_check_reports_what_reading_found(quirky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What reading and rules find stands in the order of the file, with lines, and with paths inside the project."""
    assert 1 == main(["check", str(quirky), "--as-of", "2024-05-31"])

    lines = capsys.readouterr().out.splitlines()
    next_one = next(at for at, line in enumerate(lines) if line.startswith("XX-1-2: "))
    told = lines[2:next_one]

    assert "judged as of 2024-05-31" == lines[0]
    assert lines[1].startswith("XX-1-1: ")
    assert any(line.startswith(f"  error    line 8, column 7: {NOT_A_NUMBER}") for line in told)
    assert any(line.startswith("  warning  line 14, column 5: (whole)  ") for line in lines[next_one:])


def test_check_counts_errors_of_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error of reading gives the exit code 1 like one of the rules; what belongs to no project stands on its own."""
    path = tmp_path / "empty.xml"
    path.write_bytes(b"<iati-activities>words</iati-activities>")

    assert 0 == main(["check", str(path), "--as-of", "2024-05-31"])

    lines = capsys.readouterr().out.splitlines()

    assert f"{path}: 2 warnings" == lines[1]
    assert "no projects" == lines[-1]

    path.write_bytes(
        b'<iati-activities version="2.03"><iati-activity><iati-identifier>XX-1</iati-identifier><title><narrative>A'
        b'</narrative></title><budget><value value-date="soon" currency="CAD">1</value></budget></iati-activity>'
        b"</iati-activities>"
    )

    assert 1 == main(["check", str(path), "--as-of", "2024-05-31"])
    assert "[iati.not-a-date]" in capsys.readouterr().out


def test_a_file_without_activities(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That there is nothing is said, and is no failure."""
    path = tmp_path / "none.xml"
    path.write_bytes(b'<iati-activities version="2.03"/>')

    assert 0 == main(["show", str(path)])
    assert "no projects" == capsys.readouterr().out.splitlines()[0]
    assert 0 == main(["check", str(path), "--as-of", "2024-05-31"])
    assert ("judged as of 2024-05-31\nno projects\n", "") == capsys.readouterr()


def test_check_tells_what_stands_before_a_break(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The projects before the break are judged; then the break is said with its place, and the exit code is 2."""
    plain.write_bytes(plain.read_bytes().replace(b"<narrative>Roads", b"<narrative>&roads"))

    assert 2 == main(["check", str(plain), "--as-of", "2024-05-31"])

    said = capsys.readouterr()

    assert said.out.splitlines()[1].startswith("XX-1-1: ")
    assert said.err.startswith(f"aidmodel: {plain}, line ")
    assert 1 == said.err.count("\n")


def test_check_of_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """However few reports are held before they are written, the same is written."""
    path = tmp_path / "many.xml"
    write_iati([Project(identifier=f"XX-{count}", title="A") for count in range(20)], path)
    main(["check", str(path), "--as-of", "2024-05-31"])
    whole = capsys.readouterr()
    monkeypatch.setattr("aidmodel._cli.check._HELD", 7)
    main(["check", str(path), "--as-of", "2024-05-31"])

    assert whole == capsys.readouterr()
    assert 20 == sum(line.startswith("XX-") for line in whole.out.splitlines())


def test_diff_of_formats(plain: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One project is the same in both formats."""
    write_json(BOTH, tmp_path / "both.json")

    assert 0 == main(["diff", str(plain), str(tmp_path / "both.json")])
    assert ("no differences\n", "") == capsys.readouterr()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<iati-activities><iati-activity>", ", line 1, column 33: ends before its root element does"),
        (b"<iati-organisations/>", ", line 1, column 1: is an IATI organisation file"),
        (b"%PDF-1.7 and so on", ": is a PDF, and no XML"),
        (b"", ": is empty"),
        (b"\x1f\x8b\x08\x00", ": is an archive that was cut off: fetch it again"),
        (b"PK\x03\x04 and no more", ": is a damaged zip"),
    ],
    ids=["cut", "organisations", "pdf", "empty", "gzip", "zip"],
)
@pytest.mark.parametrize("command", ["show", "check", "diff", "convert"])
def test_iati_that_cannot_be_read(
    tmp_path: Path, content: bytes, problem: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says which file, where and what."""
    path = tmp_path / "broken.xml"
    path.write_bytes(content)
    more = {"diff": [str(path)], "convert": [str(tmp_path / "out.json")]}.get(command, [])

    assert 2 == main([command, str(path), *more])

    said = capsys.readouterr()

    assert said.err.startswith(f"aidmodel: {path}{problem}")
    assert 1 == said.err.count("\n")
    assert (command == "check") is said.out.startswith("judged as of ")
    assert (command == "check") == said.out.count("\n")
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("pack", [bytes, compress, zipped])
def test_a_pipe_is_read_once(plain: Path, pack: type[bytes]) -> None:
    """A pipe is recognised without losing what was looked at; a zip needs a file."""
    done = subprocess.run(
        [sys.executable, "-m", "aidmodel", "show", "/dev/stdin", "--project", "2"],
        input=pack(plain.read_bytes()), capture_output=True, check=False, timeout=60,
    )  # fmt: skip

    if pack is zipped:
        assert (2, b"") == (done.returncode, done.stdout)
        assert b"a zip cannot be read from a stream" in done.stderr
    else:
        assert (0, f"{show(ROADS)}\n".encode(), b"") == (done.returncode, done.stdout, done.stderr)


# ------------------------------------------------------------------ convert


@pytest.mark.parametrize("first", ["a.xml", "a.xml.gz", "a.zip", "A.XML.ZIP", "a.json", "a.JSONL", "a.ndjson"])
@pytest.mark.parametrize(
    "second", ["b.xml", "b.xml.gz", "b.zip", "b.json", "b.json.gz", "b.jsonl.gz", "b.jsonl", "b.ndjson.zip"]
)
def test_there_and_back(plain: Path, first: str, second: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Projects are the same in every format, and nothing is said of it."""
    one, two = plain.with_name(first), plain.with_name(second)

    assert 0 == main(["convert", str(plain), str(one)])
    assert 0 == main(["convert", str(one), str(two)])
    assert ("", "") == capsys.readouterr()
    assert BOTH == (read_json(two) if "json" in second else read_iati(two)).value
    assert {plain, one, two} == set(plain.parent.iterdir())


def test_packed_as_the_name_says(plain: Path) -> None:
    """Packed files hold the very bytes of the plain one, and are the same at any time."""
    for name in ("a.xml.gz", "a.zip", "b.xml.zip", "a.jsonl", "a.jsonl.gz"):
        main(["convert", str(plain), str(plain.with_name(name))])

    assert plain.read_bytes() == decompress(plain.with_name("a.xml.gz").read_bytes())
    assert plain.with_name("a.jsonl").read_bytes() == decompress(plain.with_name("a.jsonl.gz").read_bytes())
    for name, inside in (("a.zip", "a.xml"), ("b.xml.zip", "b.xml")):
        with zipfile.ZipFile(plain.with_name(name)) as archive:
            assert [(inside, (1980, 1, 1, 0, 0, 0))] == [(each.filename, each.date_time) for each in archive.infolist()]
            assert plain.read_bytes() == archive.read(inside)


def test_lines_are_written_a_project_a_line(plain: Path) -> None:
    """JSON Lines hold a project a line; JSON holds a list, also where there is but one."""
    write_iati(ROADS, plain)
    main(["convert", str(plain), str(plain.with_name("a.jsonl"))])
    main(["convert", str(plain), str(plain.with_name("a.json"))])

    assert 1 == plain.with_name("a.jsonl").read_bytes().count(b"\n")
    assert plain.with_name("a.json").read_bytes().startswith(b'{\n  "aidmodel": 1,\n  "projects": [\n')


def test_a_file_into_itself(quirky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is written takes the place of what was read; the lines of the issues are those of what was read."""
    before = read_iati(quirky)
    written = write_iati(before.value, header=before.header).data

    assert 0 == main(["convert", str(quirky), str(quirky)])
    assert written == quirky.read_bytes()
    assert "  error    line 8, column 7: XX-1-1: " in capsys.readouterr().err


def test_issues_of_reading(quirky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are shown on standard error, named by project; they are kept raw, so the exit code is 0."""
    assert 0 == main(["convert", str(quirky), str(quirky.with_name("a.jsonl"))])

    said = capsys.readouterr()
    lines = said.err.splitlines()

    assert "" == said.out
    assert f"{quirky}: 2 issues while reading: 1 error, 1 warning" == lines[0]
    assert lines[1].startswith(f"  error    line 8, column 7: XX-1-1: {NOT_A_NUMBER}")
    assert lines[2].startswith("  warning  line 14, column 5: XX-1-2  ")
    assert 4 == len(lines)

    assert 0 == main(["convert", str(quirky), str(quirky.with_name("a.jsonl")), "--quiet"])
    assert [f"{quirky}: 2 issues while reading: 1 error, 1 warning", lines[3]] == capsys.readouterr().err.splitlines()


def test_what_json_leaves_behind(quirky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the file says of itself is named in a line; IATI has a place for it, and nothing is said."""
    quirky.write_text(
        '<iati-activities version="2.03" generated-datetime="2024-05-31T12:00:00Z" linked-data-default="http://x.org"'
        ' xmlns:x="urn:x" x:made-by="hand"><iati-activity/>words<x:note/></iati-activities>'
    )
    left = "generated-datetime, linked-data-default, x:made-by, 1 piece beside the projects, words between the projects"
    for name in ("a.json", "a.jsonl.gz"):
        target = quirky.with_name(name)

        assert 0 == main(["convert", str(quirky), str(target)])
        assert f"{target}: left behind, as JSON has no place for it: {left}" == capsys.readouterr().err.splitlines()[-1]

    main(["convert", str(quirky), str(quirky.with_name("a.xml"))])

    assert "left behind" not in capsys.readouterr().err


def test_what_the_target_cannot_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """IATI has no place for the year of a fund: that is said, and the exit code is 1."""
    source, target = tmp_path / "a.jsonl", tmp_path / "a.xml"
    write_json([Project(identifier="XX-1-1", fund_year=2017), Project(title="Roads", fund_year=2018), WELLS], source)

    assert 1 == main(["convert", str(source), str(target)])
    assert (
        f"{target}: 2 issues while writing: 2 warnings\n"
        "  warning  2 places  has no place in IATI, and is not written  [iati.not-written]\n"
        "           XX-1-1: fund_year, Roads: fund_year\n"
    ) == capsys.readouterr().err
    assert 3 == len(read_iati(target).value)

    assert 1 == main(["convert", str(source), str(target), "--quiet"])
    assert f"{target}: 2 issues while writing: 2 warnings\n" == capsys.readouterr().err


def test_twenty_issues_are_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The worst twenty are shown, of those as bad the first, unless all are asked for; all are counted."""
    path = tmp_path / "many.xml"
    wrong = "".join(f"<wrong{count}/>" for count in range(1234))
    path.write_text(f'<iati-activities version="2.03"><iati-activity>{wrong}</iati-activity></iati-activities>')

    assert 0 == main(["convert", str(path), str(tmp_path / "a.jsonl")])

    lines = capsys.readouterr().err.splitlines()

    assert f"{path}: 1,234 issues while reading: 1,234 warnings" == lines[0]
    assert "the worst 20: 20 warnings" == lines[1]
    assert "'wrong19'" in lines[21]
    assert "project 1  " in lines[21]
    assert ["and 1,214 more (--all shows them)"] == lines[22:]

    assert 0 == main(["convert", str(path), str(tmp_path / "a.jsonl"), "--all"])

    lines = capsys.readouterr().err.splitlines()

    assert f"{path}: 1,234 issues while reading: 1,234 warnings" == lines[0]
    assert 1235 == len(lines)

    path.write_text(
        f'<iati-activities version="2.03"><iati-activity>{wrong}<budget><value value-date="2024-01-01">n/a</value></budget>'
        "</iati-activity></iati-activities>"
    )
    main(["convert", str(path), str(tmp_path / "a.jsonl")])

    lines = capsys.readouterr().err.splitlines()

    assert f"{path}: 1,235 issues while reading: 1 error, 1,234 warnings" == lines[0]
    assert "the worst 20: 1 error, 19 warnings" == lines[1]
    assert f"project 1: {NOT_A_NUMBER}" in lines[2]


def test_what_the_file_says_of_itself_is_kept(quirky: Path) -> None:
    """The attributes of the root, its prefixes and what stands beside the activities are in the new file."""
    target = quirky.with_name("a.xml")
    main(["convert", str(quirky), str(target)])

    assert read_iati(quirky).header == read_iati(target).header
    assert b">beside</" in target.read_bytes()


@pytest.mark.parametrize("name", ["a.txt", "a", "a.gz", "a.txt.gz", "a.json.gz.gz", "xml", "-"])
def test_formats_that_are_not_known(plain: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that says no format is refused, with the ones that do."""
    target = plain.with_name(name)

    assert 2 == main(["convert", str(plain), str(target)])
    assert (
        f"aidmodel: {target}: its name must end in the format to write: .xml, .json, .jsonl, .ndjson, each packed with .gz "
        "or .zip after it; or .zip (IATI)\n"
    ) == capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("name", ["a.xml", "a.xml.gz", "a.zip", "a.json", "a.jsonl"])
def test_the_target_stays_where_reading_fails(plain: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that breaks in the midst leaves the target as it was, and nothing beside it."""
    plain.write_bytes(plain.read_bytes().replace(b"<narrative>Roads", b"<narrative>&roads"))
    target = plain.with_name(name)
    target.write_bytes(b"as it was")

    assert 2 == main(["convert", str(plain), str(target)])
    assert capsys.readouterr().err.startswith(f"aidmodel: {plain}, line ")
    assert b"as it was" == target.read_bytes()
    assert {plain, target} == set(plain.parent.iterdir())


@pytest.mark.parametrize("name", ["a.xml", "a.xml.gz", "a.zip", "a.jsonl"])
def test_interrupted(
    plain: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever interrupts finds the target as it was, and nothing beside it."""

    def interrupted(_: object) -> Iterator[object]:
        yield WELLS
        raise KeyboardInterrupt

    monkeypatch.setattr("aidmodel.io.iati.reader.IatiProjects.__iter__", interrupted)
    target = plain.with_name(name)
    target.write_bytes(b"as it was")

    assert 2 == main(["convert", str(plain), str(target)])
    assert ("", "aidmodel: interrupted\n") == capsys.readouterr()
    assert b"as it was" == target.read_bytes()
    assert {plain, target} == set(plain.parent.iterdir())


def test_targets_that_cannot_be_written(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the folder where that is missing."""
    for name in ("gone/a.xml", "gone/a.zip", "gone/a.jsonl", "gone/a.json"):
        target = plain.with_name("x").parent / name

        assert 2 == main(["convert", str(plain), str(target)])
        assert f"aidmodel: {target.parent}: there is no such folder\n" == capsys.readouterr().err

    assert 2 == main(["convert", str(plain.with_name("gone.xml")), str(plain.with_name("a.xml"))])
    assert f"aidmodel: {plain.with_name('gone.xml')}: no such file or directory\n" == capsys.readouterr().err


def test_all_and_quiet_exclude_each_other(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody can have both."""
    assert 2 == main(["convert", str(plain), str(plain.with_name("a.json")), "--all", "--quiet"])
    assert "not allowed with argument" in capsys.readouterr().err


# ------------------------------------------------------------------ the bar


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, *, rich: bool = False) -> _Terminal:
    """Make standard error a terminal; an hour goes by each time one looks at the clock. Rich is hidden if it is there."""
    stream = _Terminal()
    clock = iter(range(0, 10**9, 3600))
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(bars, "monotonic", lambda: float(next(clock)))
    if not rich:
        monkeypatch.setitem(sys.modules, "rich.progress", None)
    return stream


def on_screen(written: str) -> str:
    """Give what is left on a line after carriage returns."""
    line: list[str] = []
    for part in written.split("\r"):
        line[: len(part)] = part
    return "".join(line).rstrip()


def test_a_line_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Projects are counted from the second on, in percent where the size is known, and cleared at the end."""
    terminal = on_a_terminal(monkeypatch)
    bar = Bar()
    said: list[str] = []
    for taken, size in ((10, 100), (45, 100), (50, None), (100, 100)):
        bar.update(taken, size)
        said.append(on_screen(terminal.getvalue()))
    bar.clear()

    assert ["", "2 projects, 45 %", "3 projects", "4 projects, 100 %"] == said
    assert "" == on_screen(terminal.getvalue())


def test_ten_updates_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is written no more often than ten times a second: 20,000 projects in ten seconds are 100 lines."""
    terminal = on_a_terminal(monkeypatch)
    clock = iter(range(20_001))
    monkeypatch.setattr(bars, "monotonic", lambda: next(clock) / 2000)
    bar = Bar()
    for count in range(20_000):
        bar.update(count, 20_000)

    assert 90 <= terminal.getvalue().count("projects") <= 100


@pytest.mark.parametrize("command", ["show", "check", "diff", "convert"])
def test_the_bar_of_each_command(quirky: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is cleared before anything else is written, and after a failure."""
    terminal = on_a_terminal(monkeypatch)
    more = {"diff": [str(quirky)], "convert": [str(quirky.with_name("a.jsonl"))]}.get(command, [])
    main([command, str(quirky), *more])

    written = terminal.getvalue()

    assert "2 projects, 100 %" in written
    for line in written.split("\n"):
        assert "%" not in on_screen(line)

    quirky.write_text(FILE.replace("beside</x:note>", "beside"), encoding="utf-8")
    terminal.truncate(0)
    terminal.seek(0)

    assert 2 == main([command, str(quirky), *more])
    assert "2 projects, 100 %" in terminal.getvalue()
    assert on_screen(terminal.getvalue().split("\n")[0]).startswith("aidmodel: ")


def test_no_bar_elsewhere(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard error is no terminal, or is closed, nothing shows how far it is."""
    stream = io.StringIO()
    monkeypatch.setattr(bars, "_PAUSE", -1)
    for each in (stream, None):
        monkeypatch.setattr(sys, "stderr", each)

        assert 0 == main(["convert", str(plain), str(plain.with_name("a.jsonl"))])

    assert "" == stream.getvalue()


def test_a_bar_by_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rich is installed it draws the bar, in the same words, and clears it."""
    pytest.importorskip("rich", reason="rich (extra cli) is not installed")
    monkeypatch.setenv("TERM", "xterm")
    terminal = on_a_terminal(monkeypatch, rich=True)
    bar = Bar()
    for taken in (10, 45, 100):
        bar.update(taken, 100)

    assert "3 projects" in terminal.getvalue()
    assert "100%" in terminal.getvalue()

    bar.clear()
    bar.clear()

    assert terminal.getvalue().endswith("\x1b[2K")  # the line is erased


# ------------------------------------------------------------------ what convert asks of the writer


def test_a_header_from_the_projects_that_are_read() -> None:
    """Projects that are written as they are read bring the header of their file, all of it."""
    read = read_iati(FILE.encode())
    whole = write_iati(read.value, header=read.header).data

    assert whole == write_iati(iter_iati(FILE.encode())).data

    given = iter_iati(FILE.encode())

    assert whole == write_iati((project for project in given), header=given).data
    assert b"made-by" not in write_iati(iter_iati(FILE.encode()), header=aidmodel.Header(format="IATI")).data


def test_issues_of_writing_as_they_are_found() -> None:
    """Each is told once its project is written, and stands in the report too."""
    told: list[str] = []

    def projects() -> Iterator[Project]:
        for year in (2017, 2018):
            yield Project(fund_year=year)
            told.append(f"after {year}")

    report = write_iati(projects(), on_issue=lambda issue: told.append(issue.path)).report

    assert ["[0].fund_year", "after 2017", "[1].fund_year", "after 2018"] == told
    assert ["[0].fund_year", "[1].fund_year"] == [issue.path for issue in report]


def test_the_library_loads_nothing_of_it() -> None:
    """Nothing of the command line is loaded with the library."""
    done = subprocess.run(
        [sys.executable, "-c", "import aidmodel, sys; aidmodel.Project; print('aidmodel._cli' in sys.modules)"],
        capture_output=True, check=True, encoding="utf-8", timeout=60,
    )  # fmt: skip

    assert "False\n" == done.stdout
