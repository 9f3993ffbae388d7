"""Lists inside prose and lists of bullets."""

import pytest

from aidmodel.io.pages.lines import Line, LineKind, text_lines
from aidmodel.io.pages.lists import Listing, list_of, listings, sentences


def items(listing: Listing) -> list[tuple[str | None, str]]:
    """Give the labels and words of the items."""
    return [(item.label, item.text) for item in listing.items]


def one(text: str) -> Listing:
    """Give the one list of a text."""
    (listing,) = listings(text)
    return listing


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("We do: (1) one thing; (2) another; and (3) a third.", ["(1)", "(2)", "(3)"]),
        ("We will 1) one thing and 2) another; 3) a third.", ["1)", "2)", "3)"]),
        ("We do: a) one thing, b) another, and c) a third.", ["a)", "b)", "c)"]),
        ("We do: (i) one thing; (ii) another; (iii) a third.", ["(i)", "(ii)", "(iii)"]),
        ("We do: 1. one thing; 2. another; 3. a third.", ["1.", "2.", "3."]),
    ],
)
def test_each_style_is_read(text: str, labels: list[str]) -> None:
    """Labels stay as printed; the mark or "and" before the next item, and the last full stop, are no part of one."""
    assert list(zip(labels, ["one thing", "another", "a third"], strict=True)) == items(one(text))


def test_an_item_may_hold_several_sentences() -> None:
    """A list is split at "; (n)" only; what follows the end of the last item stands apart."""
    found = one("It did: (1) a first. Nine took part; and (2) a second. The end was good. All went home.")

    assert [("(1)", "a first. Nine took part"), ("(2)", "a second")] == items(found)
    assert "The end was good. All went home." == found.tail


@pytest.mark.parametrize("inside", ["as (3) shows", "under (2) above", "in 2) of the annex", "of type (b)"])
def test_a_number_that_does_not_go_on_is_part_of_the_words(inside: str) -> None:
    """It has no mark before it, or is not the next."""
    assert [("(1)", f"a first {inside} for all"), ("(2)", "a second")] == items(
        one(f"It did: (1) a first {inside} for all; (2) a second.")
    )


def test_the_lead_is_the_sentence_before() -> None:
    """What stands before that is kept apart."""
    found = one("It helps. In St. Lucia it will 1) build and 2) teach.")

    assert ("It helps.", "In St. Lucia it will") == (found.before, found.lead)


def test_several_lists_in_one_text_have_leads_of_their_own() -> None:
    """Each begins anew with the first number."""
    first, second = listings("Immediate ones are: (1) a; (2) b. Later ones are: (1) c; and (2) d.")

    assert ("Immediate ones are:", [("(1)", "a"), ("(2)", "b")]) == (first.lead, items(first))
    assert ("Later ones are:", [("(1)", "c"), ("(2)", "d")]) == (second.lead, items(second))
    assert "Later ones are: (1) c; and (2) d." == second.text


def test_a_list_of_one_item_needs_a_colon() -> None:
    """Else the number may be a reference."""
    assert [("(1)", "only this")] == items(one("It is: (1) only this."))
    assert [] == items(one("It is said in (1) only this."))


def test_a_number_that_is_skipped_is_told() -> None:
    """The items are taken as printed."""
    found = one("It did: (1) a; (3) c.")

    assert found.gap
    assert ["(1)", "(3)"] == [item.label for item in found.items]
    assert not one("It did: (1) a; (2) c.").gap


def test_prose_without_a_list_stays_whole() -> None:
    """It stands before a list that is not there."""
    assert Listing(before="Nothing is (1) here.", text="Nothing is (1) here.") == one("Nothing is (1) here. ")


def test_bullets_are_items() -> None:
    """The line before them leads to them if it ends with a colon; each item knows its line."""
    (listing,) = list_of(text_lines("It helps. Outcomes are:\n• more food;\n• less disease, and\n• peace.\n"))

    assert ("It helps.", "Outcomes are:") == (listing.before, listing.lead)
    assert [(None, "more food"), (None, "less disease"), (None, "peace")] == items(listing)
    assert [2, 3, 4] == [item.line.number for item in listing.items if item.line]


def test_numbered_lines_are_items() -> None:
    """And what follows them is not."""
    first, second = list_of(text_lines("Outcomes are:\n1. more food\n2. less disease\nThat is all."))

    assert [("1.", "more food"), ("2.", "less disease")] == items(first)
    assert ("That is all.", []) == (second.before, items(second))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They are:\nmore food;\nless disease; and\npeace.\nThat is all.", ["more food", "less disease", "peace"]),
        ("They are:\nMore food\nLess disease\nThat is all.", ["More food", "Less disease"]),
        ("They are:\nIt is so.\nThat is all.", []),
        ("They are.\nMore food\nLess disease", []),
    ],
)
def test_items_may_have_lost_their_bullets(text: str, expected: list[str]) -> None:
    """After a colon, up to the full stop; a whole sentence is no item."""
    assert expected == [item.text for listing in list_of(text_lines(text)) for item in listing.items]


def test_a_heading_leads_to_bullets() -> None:
    """It needs no colon."""
    lines = [Line("Outcomes", 1, LineKind.HEADING), Line("more food", 2, LineKind.ITEM)]

    assert "Outcomes" == list_of(lines)[0].lead


def test_lists_of_prose_over_several_lines_know_their_lines() -> None:
    """Each item knows the line it begins in."""
    (listing,) = list_of(text_lines("It did: (1) a thing;\n(2) another."))

    assert [1, 2] == [item.line.number for item in listing.items if item.line]


def test_sentences_end_before_a_capital() -> None:
    """Abbreviations and decimals end none; a new line does."""
    assert ("It ran in St. Lucia, e.g. there.", "It lasted 3.0 years.", "“All of it.”", "End") == sentences(
        "It ran in St. Lucia, e.g. there. It lasted 3.0 years. “All of it.”\nEnd"
    )
