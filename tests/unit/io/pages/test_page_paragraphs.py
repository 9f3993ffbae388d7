"""Lines that a copy has broken at its margin."""

import textwrap

import pytest

from aidmodel.io.pages.lines import Line, LineKind, text_lines
from aidmodel.io.pages.paragraphs import unwrapped


def joined(*words: str) -> list[str]:
    """Give the paragraphs of lines that follow each other."""
    return [line.text for line in unwrapped(text_lines("\n".join(words)))]


def test_a_line_goes_on_with_a_small_letter() -> None:
    """An item too, and an end of a sentence ends nothing else."""
    bees = "Bees keep the gardens of the valley alive in spring"

    assert [f"{bees} and growers fed."] == joined(bees, "and growers fed.")
    assert [f"{bees} and growers fed."] == joined(f"• {bees}", "and growers fed.")
    assert [f"{bees}.", "and flowers"] == joined(f"{bees}.", "and flowers")


def test_a_line_goes_on_where_the_next_word_did_not_fit() -> None:
    """The margin is at 62: "Cúcuta" had no place on the first line, and "Each" had one on the last but one."""
    first = "It is focused in the towns of Barranquilla, Bogotá, and Cali,"  # 61 letters
    second = "Cúcuta and Medellín, of which two lie on the long north coast,"  # 62 letters
    third = "which is dry."
    fourth = "Each has a centre."

    assert [f"{first} {second} {third}", fourth] == joined(first, second, third, fourth)


def test_lines_that_were_not_broken_stay() -> None:
    """Short lines, lines with others between them, headings and items."""
    apart = [Line("Bees", 1), Line("and flowers", 4), Line("Trees", 5, LineKind.HEADING), Line("and shrubs", 6)]

    assert ["Bees", "Trees"] == joined("Bees", "Trees")
    assert ["one", "two"] == joined("• one", "• two")
    assert apart == list(unwrapped(apart))
    assert () == unwrapped(())


PROSE = (
    "The Ndege Health Activity works with county governments in western Kenya on care for mothers and children. It is "
    "geographically focused in nine counties: Busia, Homa Bay, Kakamega, Kisii, Kisumu, Migori, Nyamira, Siaya, and "
    "Vihiga. Teams of Busia, Homa Bay, Kakamega, Kisii, Kisumu, Migori, Nyamira, Siaya, and Vihiga travel by boat."
)


@pytest.mark.parametrize("width", range(60, 121))
def test_every_margin_is_one(width: int) -> None:
    """Copies are set up to 120 letters wide; a name that did not fit begins the next line with a capital."""
    lines = textwrap.wrap(PROSE, width)

    assert len(PROSE) // width < len(lines)
    assert [PROSE] == joined(*lines)


@pytest.mark.parametrize("width", [101, 110, 120])
def test_a_list_of_long_lines_stays(width: int) -> None:
    """Lines of one length that begin with capitals, with numbers or behind bullets are no broken paragraph."""
    items = [f"{begin} {'x' * (width - 2 - len(begin))}." for begin in ("Growers", "27", "Bees")]

    assert items == joined(*items)
    assert items == joined(*(f"• {item}" for item in items))
