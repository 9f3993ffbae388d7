"""The table of findings: every code that reading and writing use is in it, and no other."""

import re
from pathlib import Path

import pytest

from aidmodel.io.iati.findings import READING, WRITING, Finding

SOURCE = Path(__file__).parents[4] / "src" / "aidmodel" / "io" / "iati"


def test_every_code_in_use_is_told() -> None:
    """A code that is reported has its severity and its words; one that is told is reported somewhere."""
    used = {
        code
        for path in (*SOURCE.glob("*.py"), SOURCE.parents[1] / "checking.py")
        if path.name != "findings.py"
        for code in re.findall(r'"(iati\.[a-z-]+)"', path.read_text(encoding="utf-8"))
    }

    assert {*READING, *WRITING} == used


def test_a_code_is_of_reading_or_of_writing() -> None:
    """No code stands for two things."""
    assert set() == {*READING} & {*WRITING}


@pytest.mark.parametrize("finding", [*READING.values(), *WRITING.values()], ids=[*READING, *WRITING])
def test_words_are_a_sentence(finding: Finding) -> None:
    """They stand in a cell of the reference page as they are."""
    assert finding.words[0].isupper()
    assert finding.words.endswith(".")
    assert "|" not in finding.words
