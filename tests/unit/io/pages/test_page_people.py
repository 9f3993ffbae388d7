"""People in sentences: for whom something is done."""

import pytest

from aidmodel.io.pages.people import served_in


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "service delivery to migrants, returnees, and receptor communities",
            ["migrants", "returnees", "receptor communities"],
        ),
        ("Better care for pregnant women and children", ["pregnant women and children"]),
        ("Migrants' access to services improved", ["migrants"]),
        ("to ensure migrants’ access to rights", ["migrants"]),
        ("services to migrants, and later training for migrants", ["migrants"]),
        ("support to Venezuelan refugees", ["Venezuelan refugees"]),
        ("capacities of migrants were measured", []),
        ("efforts for migrant integration", []),
    ],
)
def test_people_are_those_that_are_served(text: str, people: list[str]) -> None:
    """Something is delivered to them, or they have access; people who are only spoken of are none."""
    assert people == [each for each, _ in served_in(text)]


def test_the_words_are_those_of_the_statement() -> None:
    """Each comes with the words that say it."""
    expected = (("young farmers", "training for young farmers"),)

    assert expected == served_in("It offers training for young farmers.")
