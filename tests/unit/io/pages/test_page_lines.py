"""Lines of a text, and words as they are compared."""

import pytest

from aidmodel.io.pages.lines import Line, LineKind, folded, text_lines, tidy


def test_lines_that_say_nothing_are_left() -> None:
    """Blank lines, rules and lone dashes are furniture; what stays knows its line."""
    text = "\ufeffTitle\r\n\r\n-\r\n----\r\n  Status:\u00a0 Closed \r\n"

    assert (Line("Title", 1), Line("Status: Closed", 5)) == text_lines(text)


@pytest.mark.parametrize("bullet", ["• ", "•", "- ", "– ", "* ", "· ", "•\t", "o\t", "   ▪ "])
def test_a_bullet_makes_an_item(bullet: str) -> None:
    """The bullet is taken off."""
    assert (Line("27 wells", 1, LineKind.ITEM),) == text_lines(f"{bullet}27 wells")


@pytest.mark.parametrize("words", ["-5 degrees", "on time", "2015-2019", "o'clock"])
def test_a_sign_or_letter_is_no_bullet(words: str) -> None:
    """A bullet has a blank behind it, or is one by its form."""
    assert (Line(words, 1),) == text_lines(words)


def test_cells_stay_apart() -> None:
    """A table that was copied has tabs between its cells; one in front, and empty cells at the end, say nothing."""
    (line,) = text_lines("\t2007-04-01\t2008-03-31\t$1,250,000\t\t")

    assert ("2007-04-01", "2008-03-31", "$1,250,000") == line.cells


def test_every_line_end_counts() -> None:
    """Lines end as Windows, old Macs and Unix end them, and at a new page."""
    assert [1, 2, 3, 4] == [line.number for line in text_lines("a b\rc d\r\ne f\ng h")]
    assert [1, 2] == [line.number for line in text_lines("a b\fc d")]


def test_words_are_tidied() -> None:
    """Blanks of any kind are one, and what is not seen is not there; accents and signs stay."""
    assert "6 077 élèves" == tidy("6\u202f077 \u200b é\u00adlèves\ufeff".replace("é\u00ad", "é\u00ad"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Country / Region:", "country/region"),
        ("Progress & Results Achieved", "Progress and results achieved"),
        ("Children’s issues", "children's issues"),
        ("Start Date – End Date :", "Start Date - End Date"),
        ("Région de l’IDF", "region de l'idf"),
    ],
)
def test_labels_are_compared_without_their_dress(left: str, right: str) -> None:
    """Case, accents, the kind of dash and apostrophe, and a colon at the end make no other label."""
    assert folded(left) == folded(right)
