"""Labels apart from their values: which value belongs to which label, and which is given to none."""

from collections.abc import Sequence

import pytest

from aidmodel.io.pages.labels import Entry, Label, entries_of
from aidmodel.io.pages.layouts import reads_as_sentence, settled, unlabelled
from aidmodel.io.pages.lines import Line, text_lines


def is_year(words: str) -> bool:
    """Say whether words are a year."""
    return len(words) == 4 and words.isdecimal()


def is_colour(words: str) -> bool:
    """Say whether words are one of two colours."""
    return words in ("red", "blue")


def ignore(_: object, __: Entry) -> None:
    """Read nothing: what stands beside a label is asked for here, not what it states."""


FIRST, LAST = Label(ignore, fits=is_year), Label(ignore, fits=is_year)
COLOURS = Label(ignore, many=True, fits=is_colour)
LABELS = {"first": FIRST, "last": LAST, "colours": COLOURS, "other": Label(ignore)}


def values(entries: Sequence[Entry]) -> list[tuple[str, list[str], list[str]]]:
    """Give for each entry its label, its values and what is loose."""
    names: dict[Label | None, str] = {label: name for name, label in LABELS.items()}
    return [
        (names.get(each.label, ""), [line.text for line in each.values], [line.text for line in each.loose])
        for each in entries
    ]


def read(*lines: str) -> list[tuple[str, list[str], list[str]]]:
    """Settle the labels of a page."""
    return values(settled(entries_of(text_lines("\n".join(lines)), LABELS)[1]))


@pytest.mark.parametrize(
    "lines",
    [
        ("First", "2017", "Last", "2018", "Colours", "red", "blue"),
        ("First: 2017", "Last: 2018", "Colours: red", "blue"),
        ("First 2017", "Last 2018", "Colours red", "blue"),
        ("First\t2017\tLast\t2018", "Colours\tred", "blue"),
        ("First\tLast\tColours", "2017\t2018\tred", "blue"),
        ("First", "Last", "2017", "2018", "Colours", "red", "blue"),
        ("First", "Last", "Colours", "2017", "2018", "red", "blue"),
    ],
)
def test_label_and_value_come_together(lines: tuple[str, ...]) -> None:
    """Below, behind a colon, a blank or a tab, in a table, or all labels first: the same comes out."""
    assert [("first", ["2017"], []), ("last", ["2018"], []), ("colours", ["red", "blue"], [])] == read(*lines)


def test_one_value_below_several_labels_is_of_the_last() -> None:
    """The others have lost theirs."""
    assert [("first", [], []), ("last", ["2018"], [])] == read("First", "Last", "2018")


def test_a_value_that_two_labels_may_have_is_of_neither() -> None:
    """One year is left of two: which one nobody can say."""
    assert [("first", [], ["2017"]), ("last", [], []), ("colours", ["red"], [])] == read(
        "First", "Last", "Colours", "2017", "red"
    )


def test_a_value_beside_its_label_stays_there() -> None:
    """What stands below is not the value of a blank label above."""
    assert [("first", [], []), ("last", ["2018"], ["2017"])] == read("First:", "Last: 2018", "2017")


def test_prose_is_no_value() -> None:
    """A label above a sentence is blank; above words that are none it is not."""
    assert [("colours", [], ["It is about a red house."])] == read("Colours", "It is about a red house.")
    assert [("colours", ["green"], [])] == read("Colours", "green")


def test_labels_that_know_no_form_take_no_part() -> None:
    """They keep the line that stands below."""
    assert [("first", [], []), ("other", ["2017"], ["2018"])] == read("First", "Other", "2017", "2018")


def test_values_without_labels_are_told_by_form_and_order() -> None:
    """They begin where most of them stand together; what two labels may have is loose."""
    lines = text_lines("A house of 2016\n2017\n2018\nred\nblue\nIt is a house.")

    found = unlabelled(lines, (FIRST, LAST, COLOURS), is_year, 3)
    assert found is not None
    assert found[0] == 1
    assert [
        ("first", ["2017"], []),
        ("last", ["2018"], []),
        ("colours", ["red", "blue"], ["It is a house."]),
    ] == values(found[1])


def test_too_few_values_without_labels_are_none() -> None:
    """Four stand together, and five are asked for."""
    lines = text_lines("A house of 2016\n2017\n2018\nred\nblue\nIt is a house.")

    assert unlabelled(lines, (FIRST, LAST, COLOURS), is_year, 5) is None


def test_a_value_without_label_that_two_may_have_is_of_neither() -> None:
    """One year may be the first or the last."""
    found = unlabelled(text_lines("2017\nred\nblue"), (FIRST, LAST, COLOURS), is_year, 3)
    assert found is not None
    assert [("colours", ["red", "blue"], ["2017"])] == values(found[1])


def test_prose_is_told_by_its_end_and_its_length() -> None:
    """A sentence ends with a stop; a name may, too, and is short; more than 25 words are prose however they end."""
    texts = ["It is a red house.", "He said “it is so.”", "St. Lucia", "Saint Lucia", "house " * 26]

    assert [True, True, False, False, True] == [reads_as_sentence(Line(text.strip(), 1)) for text in texts]
