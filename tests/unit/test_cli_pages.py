"""``aidmodel show``, ``check`` and ``convert`` on donors' pages: HTML and text, packed or not, and what is no page."""

import gzip
import json
from pathlib import Path

import pytest

from aidmodel import read_json
from aidmodel.cli import main

DAY = ("--as-of", "2024-05-31")
TEXT = """Ferries for the lake
Project Number: CA-3-P019990001
Status: Operational
Country/Region: Malawi 100.00%
Maximum Contribution: $2,400,000.00
Last Modified: yesterday
"""
OTHER = TEXT.replace("P019990001", "P019990002").replace("Ferries", "Lamps").replace("Last Modified: yesterday\n", "")
HTML = """<!DOCTYPE html>
<html><head><title>Project Browser</title></head><body>
<nav><ul><li>Status</li><li>Closed</li></ul></nav>
<h1>Ferries for the lake</h1>
<dl><dt>Project Number</dt><dd>CA-3-P019990001</dd><dt>Status</dt><dd>Operational</dd>
<dt>Country/Region</dt><dd>Malawi 100.00%</dd><dt>Maximum Contribution</dt><dd>$2,400,000.00</dd></dl>
</body></html>
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Give a page that was copied as text, with a date that is none."""
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(params=["page.html", "page.htm", "page", "page.html.gz"])
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a page that was saved as HTML, under each name it may have, and packed."""
    path = tmp_path / str(request.param)
    data = HTML.encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def test_show_a_saved_page(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """HTML is known by how it begins, whatever its name; there is nothing to complain of."""
    assert 0 == main(["show", str(saved)])
    out, err = capsys.readouterr()

    assert "Project: Ferries for the lake" == out.splitlines()[0]
    assert "maximum contribution: CAD 2,400,000.00 (by convention)" in out
    assert "" == err


def test_show_a_page_of_text(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The card goes out, and that something was left is said beside it."""
    assert 0 == main(["show", str(text)])
    out, err = capsys.readouterr()

    assert "Project: Ferries for the lake" == out.splitlines()[0]
    assert f"1 issue while reading: aidmodel check {text} shows them\n" == err


def test_show_two_projects(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several projects of a page are a list, as those of any file."""
    text.write_text(TEXT + OTHER, encoding="utf-8")

    assert 0 == main(["show", str(text)])
    assert "2 projects" == capsys.readouterr().out.splitlines()[0]
    assert 0 == main(["show", str(text), "--project", "CA-3-P019990002"])
    assert "Project: Lamps for the lake" == capsys.readouterr().out.splitlines()[0]


def test_check_gives_each_project_its_issues(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the reader could not take is an issue of the project it stands in, with its line."""
    text.write_text(OTHER + TEXT, encoding="utf-8")

    main(["check", str(text), *DAY, "--format", "json"])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    found = [[issue for issue in each["issues"] if issue["code"].startswith("page.")] for each in file["projects"]]

    assert (None, ["CA-3-P019990002", "CA-3-P019990001"]) == (
        file["failed"],
        [each["project"] for each in file["projects"]],
    )
    assert [[], [("page.not-understood", "last_modified", 11)]] == [
        [(issue["code"], issue["path"], issue["line"]) for issue in each] for each in found
    ]


def test_check_a_saved_page(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rules are asked, too: the page names no sector."""
    assert 1 == main(["check", str(saved), *DAY])
    out, err = capsys.readouterr()

    assert "judged as of 2024-05-31" == out.splitlines()[0]
    assert "CA-3-P019990001: " in out
    assert "[sectors.none" in out
    assert "" == err


@pytest.mark.parametrize("command", [("show",), ("check", *DAY)])
@pytest.mark.parametrize(
    "page",
    [
        (
            "bank.html",
            b"<!DOCTYPE html><html><body><h1>Roads</h1><p>Loan: US$ 50.00 million</p></body></html>",
            "is no page of a publisher that is known, or not the whole of it: Global Affairs Canada (0 of the 3 marks); ",
        ),
        ("notes.txt", b"Wells and roads\n", "is no page of a publisher that is known, or not the whole of it: "),
        (
            "picture.html",
            b"<html>\x00\x01\x02\xff\x00",
            "is no text: character 6 is NUL; save the page as HTML or text",
        ),
    ],
)
def test_what_is_no_page_fails_in_one_line(
    text: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], page: tuple[str, bytes, str]
) -> None:
    """Another site's page, other text, no text at all: exit code 2, the file and the problem."""
    name, content, problem = page
    path = text.with_name(name)
    path.write_bytes(content)

    assert 2 == main([command[0], str(path), *command[1:]])
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"aidmodel: {path}: {problem}")


def test_convert_a_page(saved: Path, tmp_path: Path) -> None:
    """What a page states can be kept as JSON, with the words it is from."""
    target = tmp_path / "out.json"

    assert 0 == main(["convert", str(saved), str(target)])
    project = read_json(target).one()
    assert "CA-3-P019990001" == project.identifier
    assert "$2,400,000.00" in [entry.quote for entry in project.provenance]
