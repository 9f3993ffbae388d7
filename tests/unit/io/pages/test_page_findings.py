"""The table of findings of pages: every code that is used is in it, and no other."""

import re
from pathlib import Path

import pytest

from aidmodel.io.iati.findings import Finding
from aidmodel.io.pages.findings import PAGES

SOURCE = Path(__file__).parents[4] / "src" / "aidmodel" / "io" / "pages"


def test_every_code_in_use_is_told() -> None:
    """A code that is reported has its severity and its words; one that is told is reported somewhere."""
    used = {
        code
        for path in SOURCE.glob("*.py")
        if path.name != "findings.py"
        for code in re.findall(r'"(page\.[a-z-]+)"', path.read_text(encoding="utf-8"))
    }

    assert set(PAGES) == used


@pytest.mark.parametrize("finding", PAGES.values(), ids=list(PAGES))
def test_words_are_a_sentence(finding: Finding) -> None:
    """They stand in a cell of the reference page as they are."""
    assert finding.words[0].isupper()
    assert finding.words.endswith(".")
    assert "|" not in finding.words
