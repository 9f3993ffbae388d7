"""Places named by their kind: what they are called, what they are, in which country."""

import pytest

from aidmodel import Location
from aidmodel.io.pages.named_places import places_named


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (
            "in the department of Alto Paraguay in Paraguay, where",
            Location("Alto Paraguay", country="PY", feature_designation="ADM1"),
            "department of Alto Paraguay in Paraguay",
        ),
        ("the department of Atacora", Location("Atacora", description="department"), "department of Atacora"),
        ("in the city of Accra, Ghana", Location("Accra", country="GH", description="city"), "city of Accra, Ghana"),
        (
            "the border areas of Togo and Benin and elsewhere",
            Location("border areas of Togo and Benin"),
            "border areas of Togo and Benin",
        ),
        (
            "la zone frontalière du Tchad et du Niger",
            Location("zone frontalière du Tchad et du Niger"),
            "zone frontalière du Tchad et du Niger",
        ),
    ],
)
def test_places(text: str, place: Location, words: str) -> None:
    """A department is of the first level only where that is known of the country that is named."""
    assert ((place, words),) == places_named(text)


@pytest.mark.parametrize(
    "text", ["the department of health", "the border zones of two states", "the city of the future"]
)
def test_no_places(text: str) -> None:
    """What has no name is none."""
    assert () == places_named(text)


def test_a_plural_names_several() -> None:
    """Each place of the list is one, with the words up to its name; a country behind them is none of them."""
    found = places_named("drills in the provinces of Gaza, Sofala and Alto Mar, and Chad")

    assert ["Gaza", "Sofala", "Alto Mar"] == [str(place.name) for place, _ in found]
    assert {"provinces"} == {str(place.description) for place, _ in found}
    assert "provinces of Gaza, Sofala" == found[1][1]
    assert 1 == len(places_named("the province of Gaza, Sofala and Alto Mar"))
