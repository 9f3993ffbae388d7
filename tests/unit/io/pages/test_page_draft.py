"""What a reader may write to the draft of a project: its fields and codes are there, or the mistake is named."""

import pytest

from aidmodel import InvalidValue, Severity
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry, Label, Publisher, read_project
from aidmodel.io.pages.lines import Page, text_lines


def draft() -> Draft:
    """Give a draft of a page that says nothing."""
    return Draft(Page(source="a page", lines=()))


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("titel", "did you mean 'title'?"),
        ("qqqq", "Project says which there are"),
        ("provenance", "Project says which there are"),
    ],
)
def test_a_field_must_be_one_of_a_project(name: str, mend: str) -> None:
    """Whether it is set or added to; what is near is said."""
    expected = InvalidValue(name, "is no field of a project", mend, owner="Draft")

    with pytest.raises(InvalidValue) as set_error:
        draft().set(name, "A well", None)
    assert expected == set_error.value
    with pytest.raises(InvalidValue) as add_error:
        draft().add(name, "A well", None)
    assert expected == add_error.value


def test_what_holds_one_thing_is_set_and_what_holds_several_is_added_to() -> None:
    """Nothing of a mistake stays in the draft."""
    made = draft()

    with pytest.raises(InvalidValue) as error:
        made.add("title", "A well", None)
    assert InvalidValue("title", "is a field that holds one thing", "use set", owner="Draft") == error.value
    with pytest.raises(InvalidValue) as error:
        made.set("chain", (), None)
    assert InvalidValue("chain", "is a field that holds several things", "use add", owner="Draft") == error.value
    assert {} == made.fields


@pytest.mark.parametrize(
    ("code", "mend"),
    [
        ("page.lft", "did you mean 'page.left'?"),
        ("reeds.paused", 'give one of your own its severity, and another beginning than "page."'),
    ],
)
def test_a_code_must_be_known(code: str, mend: str) -> None:
    """Without a severity it is one of the table."""
    with pytest.raises(InvalidValue) as error:
        draft().issue(code, "words")

    assert InvalidValue(code, "is no code of reading pages", mend, "code", "Draft") == error.value


def test_a_package_has_codes_of_its_own() -> None:
    """With the severity that it gives; those that begin with "page." are of this library."""
    made = draft()
    made.issue("reeds.paused", "the grant rests", severity=Severity.INFO)

    assert [("reeds.paused", Severity.INFO)] == [(issue.code, issue.severity) for issue in made.issues]
    with pytest.raises(InvalidValue, match=r"Draft\.code: is no code of reading pages, got 'page\.paused'"):
        made.issue("page.paused", "the grant rests", severity=Severity.INFO)


def test_a_code_of_the_table_has_its_severity() -> None:
    """No package gives it another."""
    with pytest.raises(InvalidValue) as error:
        draft().issue("page.left", "words", severity=Severity.ERROR)

    problem = "is given for 'page.left', which has its own"
    assert InvalidValue(Severity.ERROR, problem, "leave it out, and it is info", "severity", "Draft") == error.value


def test_a_mistake_of_the_reader_is_no_issue_of_the_page() -> None:
    """It is raised, though a value that a reader refuses is told in the report."""

    def misspelt(made: Draft, entry: Entry) -> None:
        made.set("titel", entry.text, entry.value_line)

    publisher = Publisher(name="test", title="Test", marks="^title", needed=1, labels={"title": Label(misspelt)})
    page = Page(source="a page", lines=text_lines("Title: A well"))

    with pytest.raises(InvalidValue, match="Draft: is no field of a project, got 'titel'"):
        read_project(publisher, page, page.lines)
