"""``aidmodel check`` over files and folders: its forms, its exit codes, and the findings that are accepted."""

import json
from pathlib import Path
from typing import Any

import pytest

import aidmodel
from aidmodel import Budget, Money, Project, write_iati, write_json
from aidmodel.cli import main

DAY = ["--as-of", "2024-05-31"]
FINE = Project(identifier="XM-1-FINE", title="Wells")
WRONG = Project(identifier="XM-1-BAD", title="Roads", budgets=Budget("2023", value=Money(-1, "CAD")))
NEGATIVE = {"code": "budgets.negative", "path": "budgets[0].value", "reason": "a correction, agreed with the donor"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two files of projects, one in a folder of its own, and something else."""
    write_json([FINE, WRONG], tmp_path / "a.jsonl")
    (tmp_path / "more").mkdir()
    write_iati(WRONG, tmp_path / "more" / "b.xml")
    (tmp_path / "notes.docx").write_bytes(b"no projects")
    return tmp_path


def run(*arguments: object) -> int:
    """Run the command with a day to judge by."""
    return main(["check", *map(str, arguments), *DAY])


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    """Run the command for JSON, and give what it wrote."""
    run(*arguments, "--format", "json")
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def accepting(place: Path, *known: dict[str, Any]) -> Path:
    """Write a file of accepted findings."""
    file = place / "known.txt"
    file.write_text(json.dumps({"known": known}), encoding="utf-8")
    return file


# ------------------------------------------------------------------ paths


def test_a_folder_is_all_its_files(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By name, folders inside it too, and nothing that is no file of projects."""
    data = checked(capsys, place)

    assert [str(place / "a.jsonl"), str(place / "more" / "b.xml")] == [each["file"] for each in data["files"]]
    assert (2, 3, 0) == (data["summary"]["files"], data["summary"]["projects"], data["summary"]["failed"])


def test_several_paths(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is named twice is judged once."""
    data = checked(capsys, place / "a.jsonl", place, place / "a.jsonl")

    assert 2 == data["summary"]["files"]


def test_a_folder_without_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused: nothing judged is not nothing wrong."""
    assert 2 == run(tmp_path)
    assert f"aidmodel: {tmp_path}: the folder holds no file that ends in " in capsys.readouterr().err


def test_a_bad_file_does_not_hide_the_others(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What can be read is judged, what cannot is named, and the exit code says that something could not be done."""
    (place / "broken.xml").write_bytes(b"<iati-activities><iati-activity>")

    assert 2 == run(place)

    said = capsys.readouterr()

    assert "XM-1-BAD" in said.out
    assert "3 projects in 3 files, 1 of which could not be read: " in said.out
    assert said.err.startswith(f"aidmodel: {place / 'broken.xml'}, line 1, column 33: ")


# ------------------------------------------------------------------ forms


def test_text_names_the_file_of_each_project(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there are several files; and a line at the end says how much there was."""
    run(place)
    lines = capsys.readouterr().out.splitlines()

    assert "judged as of 2024-05-31" == lines[0]
    assert any(line.startswith(f"{place / 'a.jsonl'}: XM-1-FINE: ") for line in lines)
    assert lines[-1].startswith("3 projects in 2 files: ")


def test_json_is_the_report(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each issue with its severity, code, rule, path, message and place; the counts in the summary."""
    data = checked(capsys, place / "a.jsonl")
    report = aidmodel.check(WRONG, as_of="2024-05-31")
    project = data["files"][0]["projects"][1]

    assert ("aidmodel check 1", "2024-05-31", None) == (data["format"], data["as_of"], data["profile"])
    assert ("XM-1-BAD", 1) == (project["project"], project["number"])
    assert [(str(issue.severity), issue.code, issue.rule, issue.path, issue.message) for issue in report] == [
        (each["severity"], each["code"], each["rule"], each["path"], each["message"]) for each in project["issues"]
    ]
    assert sum(len(each["issues"]) for each in data["files"][0]["projects"]) == sum(
        data["summary"][name] for name in ("error", "warning", "info")
    )


def test_json_of_a_file_that_breaks_off(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is one whole document all the same, with what stood before the break and the reason."""
    whole = (place / "more" / "b.xml").read_bytes()
    (place / "cut.xml").write_bytes(whole.replace(b"</iati-activities>", b"<iati-activity>"))
    data = checked(capsys, place / "cut.xml")

    assert ["XM-1-BAD"] == [each["project"] for each in data["files"][0]["projects"]]
    assert "cut.xml" in data["files"][0]["failed"]
    assert (1, 1) == (data["summary"]["failed"], data["summary"]["projects"])


def test_html_is_a_page(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It stands for itself, escapes what a source holds, and ends with the summary."""
    write_json(Project(identifier="<b>", title="Wells"), place / "odd.json")
    run(place / "odd.json", "--format", "html")
    page = capsys.readouterr().out

    assert page.startswith("<!doctype html>\n")
    assert page.endswith("</body></html>\n")
    assert '<h3 style="font-size:1em">&lt;b&gt;</h3>' in page
    assert "<b>" not in page
    assert "judged as of 2024-05-31" in page


# ------------------------------------------------------------------ what fails


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_what_fails(place: Path, fail_on: str, code: int) -> None:
    """The least severity that ends with 1, here of a warning; by default that is an error."""
    chosen = ["--rules", "budgets.negative"]

    assert code == run(place / "a.jsonl", *chosen, "--fail-on", fail_on)
    assert 0 == run(place / "a.jsonl", *chosen)


def test_rules_are_chosen(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By code, family, official id or "iati"; and left out in the same words."""
    data = checked(capsys, place / "a.jsonl", "--rules", "budgets", "--rules", "4.3.1", "--without", "budgets.negative")

    assert ["budgets", "4.3.1"] == data["rules"]
    assert ["budgets.negative"] == data["without"]
    assert [[], []] == [each["issues"] for each in data["files"][0]["projects"]]


def test_a_word_that_chooses_no_rule(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused, with what looks like it."""
    assert 2 == run(place, "--rules", "budget")
    assert "did you mean 'budgets'" in capsys.readouterr().err


# ------------------------------------------------------------------ what is accepted


def test_a_known_finding_is_silent(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It does not fail and is not shown, but counted; JSON holds it with the reason."""
    file = accepting(place, NEGATIVE)
    chosen = ["--rules", "budgets.negative", "--accept", file]

    assert 0 == run(place / "a.jsonl", *chosen, "--fail-on", "info")
    assert "XM-1-BAD: no issues\n  1 accepted\n" in capsys.readouterr().out

    data = checked(capsys, place / "a.jsonl", *chosen)

    assert [NEGATIVE["reason"]] == [each["accepted"] for each in data["files"][0]["projects"][1]["issues"]]
    assert (1, 0) == (data["summary"]["accepted"], data["summary"]["warning"])


@pytest.mark.parametrize(
    ("changed", "silent"),
    [
        ({"path": "budgets[*].value"}, True),
        ({"project": "XM-1-BAD"}, True),
        ({"project": "XM-1-FINE"}, False),
        ({"path": "budgets[1].value"}, False),
        ({"path": "budgets[0]"}, False),
        ({"code": "budgets.no-value"}, False),
    ],
)
def test_it_is_known_by_code_path_and_project(
    place: Path, changed: dict[str, str], silent: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of it has to fit; "[*]" is any position. What was accepted and is not met is named."""
    file = accepting(place, NEGATIVE | changed)

    assert (0 if silent else 1) == run(
        place / "a.jsonl", "--rules", "budgets.negative", "--accept", file, "--fail-on", "info"
    )
    assert silent is ("accepted, but not found any more: " not in capsys.readouterr().err)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "not JSON: "),
        ("[]", 'must hold {"known": […]}'),
        ('{"known": [1]}', "known[0]: must be an object with code, path and reason, got 1"),
        ('{"known": [{"code": "a", "path": "b"}]}', "known[0].reason: must be words, got None"),
        ('{"known": [{"code": "a", "path": "b", "reason": " "}]}', "known[0].reason: must be words, got ' '"),
        ('{"known": [{"cod": "a", "path": "b", "reason": "c"}]}', "known[0]: has no such key: cod"),
    ],
)
def test_a_bad_file_of_known_findings(place: Path, text: str, problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused before anything is judged: a reason is never left out."""
    (place / "known.txt").write_text(text, encoding="utf-8")

    assert 2 == run(place, "--accept", place / "known.txt")

    said = capsys.readouterr()

    assert "" == said.out
    assert f"aidmodel: {place / 'known.txt'}: {problem}" in said.err


def test_what_the_reader_found_is_chosen_too(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By its code, by its family, or all of it in one word."""
    spoiled = (place / "more" / "b.xml").read_text(encoding="utf-8").replace("-1</value>", "n/a</value>")
    (place / "spoiled.xml").write_text(spoiled, encoding="utf-8")

    def codes(*words: str) -> set[str]:
        data = checked(capsys, place / "spoiled.xml", *words)
        return {each["code"] for each in data["files"][0]["projects"][0]["issues"]}

    assert {"iati.not-a-number"} == codes("--rules", "iati.not-a-number")
    assert "iati.not-a-number" in codes()
    assert "iati.not-a-number" not in codes("--without", "reading")
    assert "iati.not-a-number" not in codes("--without", "iati.not-a-number")
