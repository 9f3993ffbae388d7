"""The reader of the how-to is a whole one: found by its entry point, as that of an installed package is."""

import re
import tomllib
from pathlib import Path

import pytest

from aidmodel import Money, read_page
from aidmodel.io.pages import reader

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "add-a-publisher.md").read_text(encoding="utf-8")
DOWNSTREAM = ROOT / "tests" / "downstream"
GRANTS, READER = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
GRANTS = GRANTS.partition('"""\\\n')[2].rpartition('"""')[0]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put on the path what an installer makes of the two files of the page."""
    (toml,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    project = tomllib.loads(toml)["project"]
    lines = [f"{name} = {value}" for name, value in project["entry-points"]["aidmodel.pages"].items()]
    info = tmp_path / "lanternfish_pages-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: lanternfish-pages\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("\n".join(["[aidmodel.pages]", *lines, ""]), encoding="utf-8")
    (tmp_path / "lanternfish_pages.py").write_text(READER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(reader, "publisher_of", reader.publisher_of.__wrapped__)


def test_it_is_that_of_the_downstream_package() -> None:
    """There it is installed and checked by mypy --strict."""
    assert READER == (DOWNSTREAM / "src" / "fieldkit" / "lanternfish.py").read_text(encoding="utf-8")


def test_it_is_short() -> None:
    """About a hundred lines, as the page says."""
    assert 120 >= READER.count("\n")


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("publisher", [None, "lanternfish"])
def test_it_is_found(publisher: str | None) -> None:
    """By the marks of a page, and by its name; both grants are read."""
    loaded = read_page(GRANTS.encode(), publisher)

    assert ["LF-2023-014", "LF-2024-002"] == [project.identifier for project in loaded.value]
    assert [[Money("180000", "USD")], []] == [[each.value for each in project.amounts] for project in loaded.value]
    assert ["[0]", "[0].stated_duration", "[1].stated_status", "[1].amounts", "[1].countries[1]", "[1]"] == [
        issue.path for issue in loaded.report
    ]


@pytest.mark.usefixtures("installed")
def test_html_gives_the_same() -> None:
    """The box as a table, the rest as paragraphs and a list: the reader never learns of it."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(chr(9)))}</tr>"
        for line in GRANTS.splitlines()
        if "\t" in line
    )
    first, rest = GRANTS.split(GRANTS[GRANTS.index("Grant number\t") : GRANTS.index("Grantee: ")])
    html = "<!DOCTYPE html><html><body><nav><a>Stage</a></nav>" + "".join(
        (*(f"<p>{line}</p>" for line in first.splitlines()), f"<table>{rows}</table>")
    )
    html += "".join(f"<li>{line[2:]}</li>" if line.startswith("•") else f"<p>{line}</p>" for line in rest.splitlines())

    assert read_page(GRANTS.encode()).value == read_page(f"{html}</body></html>".encode()).value
