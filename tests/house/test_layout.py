"""The project's files stand where they belong."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = {
    ".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "LICENSE", "NOTICE", "README.md", "docs", "examples", "pyproject.toml", "src", "tests",
}  # fmt: skip


def tracked() -> list[str]:
    """Give the files under version control."""
    if not (ROOT / ".git").exists():
        pytest.skip("no version control here: an unpacked source distribution")
    return subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout.splitlines()


def test_nothing_else_stands_at_the_top() -> None:
    """The layout is fixed."""
    assert set() == {name.split("/")[0] for name in tracked()} - TOP


def test_text_is_utf8_with_line_feeds() -> None:
    """Files read the same on every system."""
    texts = [
        ROOT / name
        for name in tracked()
        if Path(name).suffix in {".py", ".md", ".toml", ".json", ".csv", ".jsonl", ".txt"}
    ]

    assert [] == [
        path.name
        for path in texts
        if path.exists()
        and (b"\r" in path.read_bytes() or not path.read_bytes().decode("utf-8"))
        and path.stat().st_size
    ]


def test_files_are_opened_with_a_stated_encoding() -> None:
    """The library reads and writes bytes, or says UTF-8; what the system prefers never counts."""
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")

        assert "read_text()" not in text, path
        assert "write_text(" not in text or "encoding=" in text, path
