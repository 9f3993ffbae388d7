"""The machinery of labels: what stands beside each, and what is said of the rest."""

from typing import Any

import pytest

from aidmodel import InvalidValue, Project, Provenance
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import (
    Entry,
    Label,
    Publisher,
    entries_of,
    leave,
    marks_of,
    read_money,
    read_project,
    says_currency,
)
from aidmodel.io.pages.lines import Line, LineKind, Page, text_lines
from aidmodel.issues import Issue


def words(draft: Draft, entry: Entry) -> None:
    """Read the words of a field."""
    assert entry.label is not None
    draft.set(entry.label.path, entry.text, entry.value_line)


def year(draft: Draft, entry: Entry) -> None:
    """Read a year, and refuse what is none."""
    if not entry.text.isdecimal():
        raise InvalidValue(entry.text, "is no year", "write 2017")
    draft.set("fund_year", int(entry.text), entry.value_line)


def amount(draft: Draft, entry: Entry) -> None:
    """Read an amount and leave it: what is said of it counts here."""
    read_money(draft, entry, "USD")


TITLE = Label(words, "title")
LABELS = {
    "title": TITLE,
    "name of project": TITLE,
    "programme": Label(words, "programme"),
    "about": Label(words, "selection_mechanism", many=True),
    "year": Label(year, "fund_year"),
    "amount": Label(amount, "amounts"),
    "share this": Label(None),
}
PUBLISHER = Publisher(name="test", title="Test", marks=("^title", "^year", "example"), needed=2, labels=LABELS)


def read(text: str) -> tuple[Project, list[Issue]]:
    """Read a page of the test publisher."""
    page = Page(source="a page", lines=text_lines(text))
    return read_project(PUBLISHER, page, page.lines)


def told(text: str) -> list[tuple[str, str, str]]:
    """Give what is said of a page: code, message, path."""
    return [(issue.code, issue.message, issue.path) for issue in read(text)[1]]


@pytest.mark.parametrize(
    "text", ["Title: A well", "TITLE :  A well", "Title\nA well", "Title:\nA well", "Title\tA well"]
)
def test_a_value_stands_beside_or_below(text: str) -> None:
    """Behind a colon, in the next cell, or on the next line."""
    assert Project(title="A well") == read(text)[0]


def test_a_label_is_blank_where_the_next_one_follows() -> None:
    """That is unknown, and the next label is no value."""
    project, (issue,) = read("Title:\nYear: 2017")

    assert Project(fund_year=2017) == project
    message = "the label 'Title:' has no value: unknown, neither none nor zero"
    assert ("page.blank-label", message, "title", (1, 1)) == (issue.code, issue.message, issue.path, issue.where)
    assert Provenance("title", basis="stated", quote="Title:", source="a page", line=1) in project.provenance


def test_one_label_takes_one_line_and_another_all() -> None:
    """What is left over is told."""
    project, issues = read("About\nfirst\nsecond\nTitle\nA well\nmore\nand more")

    assert Project(title="A well", selection_mechanism="first second") == project
    assert [("page.left", "'more' and 1 more line")] == [(issue.code, issue.message) for issue in issues]


def test_a_label_that_nobody_knows_is_no_value() -> None:
    """Its own value is told, and is not taken for that of the label before."""
    text = "Title:\nContact Office: Rome\nProgramme: A"

    assert Project(programme="A") == read(text)[0]
    assert ("page.unknown-label", "the label 'Contact Office' is not known: 'Rome' is left out", "") in told(text)


def test_a_colon_in_prose_makes_no_label() -> None:
    """Where all lines belong to a label, only a label that is known ends it."""
    assert (
        Project(selection_mechanism="It aims: at this. Gender: all.")
        == read("About\nIt aims: at this.\nGender: all.")[0]
    )


def test_what_cannot_be_understood_is_told() -> None:
    """The reader of a value refuses it; the rest goes on."""
    project, issues = read("Year: soon\nTitle: A well")

    assert Project(title="A well") == project
    assert ["what stands beside 'Year' is left out: is no year, got 'soon'; write 2017"] == [
        issue.message for issue in issues
    ]
    assert [("page.not-understood", "fund_year", (1, 1))] == [(i.code, i.path, i.where) for i in issues]


def test_an_amount_that_may_be_two_is_told() -> None:
    """It has a code of its own."""
    message = """'$12,50' is left out: is no amount; write it like "4,000,000.00\""""

    assert [("page.not-an-amount", message, "amounts")] == told("Amount: $12,50")


def test_a_label_that_stands_again_is_not_read_again() -> None:
    """By whatever spelling; what differs is told, what is blank or the same is not."""
    text = "Title: A well\nName of project: A pump\nTitle: A well\nTitle:"

    assert Project(title="A well") == read(text)[0]
    assert [("page.repeated", "'Name of project' stands again, with 'A pump'", "")] == told(text)


def test_a_blank_label_may_be_filled_further_down() -> None:
    """As a heading and the head of a table below it are."""
    text = "Title\nYear: 2017\nTitle: A well"

    assert Project(title="A well", fund_year=2017) == read(text)[0]
    assert [] == told(text)


def test_what_begins_the_foot_of_a_page_ends_all() -> None:
    """Nothing of it is read or told."""
    text = "Title: A well\nShare this\nFacebook\nand others"

    assert Project(title="A well") == read(text)[0]
    assert [] == told(text)


def test_the_lines_before_the_first_label_stand_apart() -> None:
    """They are for the publisher to judge."""
    head, entries = entries_of(text_lines("Home\nA well\nYear\n2017"), LABELS)

    assert ["Home", "A well"] == [line.text for line in head]
    assert [("year", "2017")] == [(entry.name, entry.text) for entry in entries]


def test_the_markup_says_what_belongs_to_a_label() -> None:
    """Several values beside one term are all its own; a term that nobody knows is a label."""
    lines = [
        Line("Title", 1, LineKind.LABEL),
        Line("A well", 2, LineKind.VALUE),
        Line("and a pump", 3, LineKind.VALUE),
        Line("About", 4, LineKind.HEADING),
        Line("prose", 5),
        Line("Colour", 6, LineKind.LABEL),
        Line("Blue", 7, LineKind.VALUE),
    ]
    _, entries = entries_of(lines, LABELS)

    expected = [("title", "A well and a pump", True), ("about", "prose", True), ("colour", "Blue", False)]
    assert expected == [(entry.name, entry.text, entry.label is not None) for entry in entries]


def test_a_row_may_hold_several_labels() -> None:
    """Each has the cell that follows it; a blank one leaves its label blank."""
    _, entries = entries_of(text_lines("Title\tA well\tYear\t\tProgramme\tA"), LABELS)

    assert [("title", "A well"), ("year", ""), ("programme", "A")] == [(entry.name, entry.text) for entry in entries]


def test_a_row_that_nobody_knows_is_no_value() -> None:
    """Two cells are a label and a value."""
    assert [("title", ""), ("colour", "Blue")] == [
        (entry.name, entry.text) for entry in entries_of(text_lines("Title\nColour\tBlue"), LABELS)[1]
    ]


def test_marks_are_searched_in_lines_and_head() -> None:
    """Folded, as labels are."""
    page = Page(source="a page", lines=text_lines("TITLE: x"), head=("https://Example.org",))

    assert ("^title", "example") == marks_of(PUBLISHER, page)


def test_a_field_that_is_set_again_stays() -> None:
    """What differs is told."""
    draft = Draft(Page(source="a page", lines=()))
    draft.set("title", "A", None)
    draft.set("title", "A", None)
    draft.set("title", "B", None)

    assert Project(title="A") == draft.project()
    assert [("page.repeated", "'B' is stated too", "title")] == [(i.code, i.message, i.path) for i in draft.issues]


def test_each_item_has_its_path_and_provenance() -> None:
    """Items count from 0; the quote is that of the line where no other is given."""
    draft = Draft(Page(source="a page", lines=()))

    assert "countries[0]" == draft.add("countries", "CO", Line("Country:\tPeru", 3), quote="CO")
    assert "countries[1]" == draft.add("countries", "PE", Line("Country:\tPeru", 3))
    assert ("CO", "PE") == draft.items("countries")
    assert [
        Provenance("countries[0]", basis="stated", quote="CO", source="a page", line=3),
        Provenance("countries[1]", basis="stated", quote="Country: Peru", source="a page", line=3),
    ] == list(draft.project().provenance)


def test_what_is_left_is_counted() -> None:
    """One more line, or several."""
    draft = Draft(Page(source="a page", lines=()))
    lines = text_lines("a\nb\nc")
    for count in (0, 1, 2, 3):
        leave(draft, lines[:count])

    assert ["'a'", "'a' and 1 more line", "'a' and 2 more lines"] == [issue.message for issue in draft.issues]


def test_the_words_of_an_amount_state_its_currency() -> None:
    """By a code or by a sign that is one country's; "$" alone is of many."""
    assert all(map(says_currency, ("C$5", "CA$5", "US$ 5", "CAD 5", "5 (USD)")))
    assert not any(map(says_currency, ("$5", "5", "5 million", "")))


# ------------------------------------------------------------------ what is refused when they are built


def built(**changes: Any) -> Publisher:
    """Build the test publisher with something else in it."""
    fields: dict[str, Any] = {"name": "test", "title": "Test", "marks": ("^title", "^year"), "needed": 1, "labels": {}}
    return Publisher(**(fields | changes))


def test_one_mark_need_be_no_tuple() -> None:
    """A string is a mark, and not as many as it has letters."""
    assert ("^title",) == built(marks="^title").marks
    assert ("^title", "^year") == built(marks=["^title", "^year"]).marks


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"name": " "}, InvalidValue(" ", "must not be blank", "", "name", "Publisher")),
        ({"title": 7}, InvalidValue(7, "must be a str", "", "title", "Publisher")),
        (
            {"marks": ()},
            InvalidValue((), "must be one at least", "write what the pages are known by", "marks", "Publisher"),
        ),
        ({"marks": 7}, InvalidValue(7, "must be a string or several of them", "", "marks", "Publisher")),
        (
            {"marks": ("^title", "(")},
            InvalidValue(
                "(",
                "is no regular expression (missing ), unterminated subpattern at position 0)",
                "",
                "marks[1]",
                "Publisher",
            ),
        ),
        (
            {"marks": "title|"},
            InvalidValue(
                "title|",
                "is found in every line, whatever it says",
                "write words that tell the pages",
                "marks",
                "Publisher",
            ),
        ),
        (
            {"marks": [r"^Grant\B"]},
            InvalidValue(
                r"^Grant\B",
                "has capitals, and is searched in words without",
                r"write '^grant\\B'",
                "marks[0]",
                "Publisher",
            ),
        ),
        *(
            (
                {"needed": needed},
                InvalidValue(
                    needed, "must be a whole number from 1 to 2, that of the marks", "", "needed", "Publisher"
                ),
            )
            for needed in (0, 3, True, "1", 1.0, None)
        ),
        (
            {"labels": ["title"]},
            InvalidValue(
                ["title"],
                "must be a table from labels to what is done with each",
                'write {"title": Label(…)}',
                "labels",
                "Publisher",
            ),
        ),
        (
            {"labels": {"Titre du Projet :": TITLE}},
            InvalidValue(
                "Titre du Projet :",
                "is not folded, as labels are compared",
                "write 'titre du projet'",
                "labels",
                "Publisher",
            ),
        ),
        ({"labels": {7: TITLE}}, InvalidValue(7, "must be the words of a label", "", "labels", "Publisher")),
        ({"labels": {":": TITLE}}, InvalidValue(":", "must be the words of a label", "", "labels", "Publisher")),
        (
            {"labels": {"title": "title"}},
            InvalidValue("title", "must be a Label", "write Label(read)", "labels['title']", "Publisher"),
        ),
        *(
            ({name: "read"}, InvalidValue("read", "must be a function", "", name, "Publisher"))
            for name in ("claims", "starts", "arrange", "begin", "end")
        ),
    ],
)
def test_a_publisher_that_cannot_be_meant_is_refused(changes: dict[str, Any], error: InvalidValue) -> None:
    """When it is built, and not on the first page."""
    with pytest.raises(InvalidValue) as refused:
        built(**changes)

    assert error == refused.value


@pytest.mark.parametrize("mark", [r"^\S+\W\D", r"(?P<Name>grant) (?P=Name)", r"(?i)Grant"])
def test_capitals_that_are_no_letters_stand(mark: str) -> None:
    """Those of a class, of a group, and where case does not count."""
    assert (mark,) == built(marks=mark).marks


def test_the_table_is_its_own() -> None:
    """What is done to the one it was made of changes nothing."""
    table = {"title": TITLE}
    publisher = built(labels=table)
    table.clear()

    assert {"title": TITLE} == publisher.labels


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("words",), InvalidValue("words", "must be a function", "", "read", "Label")),
        (
            (words, "titel"),
            InvalidValue("titel", "is no field of a project", "did you mean 'title'?", "path", "Label"),
        ),
        ((words, 7), InvalidValue(7, "is no field of a project", "Project says which there are", "path", "Label")),
        ((words, "title", 1), InvalidValue(1, "must be a bool", "", "many", "Label")),
        ((words, "title", True, "x"), InvalidValue("x", "must be a function", "", "fits", "Label")),
    ],
)
def test_a_label_that_cannot_be_meant_is_refused(arguments: tuple[Any, ...], error: InvalidValue) -> None:
    """Its functions are functions, and its field is one of a project; the path may go further."""
    with pytest.raises(InvalidValue) as refused:
        Label(*arguments)

    assert error == refused.value
    assert "reporting.ref" == Label(None, "reporting.ref").path
