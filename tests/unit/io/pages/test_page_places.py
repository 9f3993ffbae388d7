"""Countries, peoples, regions and towns by name."""

import pytest

from aidmodel import codelists
from aidmodel.io.pages.country_names import NAMES, PEOPLES
from aidmodel.io.pages.places import countries_in, country_code, country_of_people, places_in, region_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Colombia", "CO"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("Democratic Republic of Congo", "CD"),
        ("Democratic Republic of the Congo", "CD"),
        ("Congo", "CG"),
        ("Côte d’Ivoire", "CI"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Bolivia", "BO"),
        ("United Republic of Tanzania", "TZ"),
        ("West Bank and Gaza", "PS"),
        ("the Gambia", "GM"),
        ("Gambia, The", "GM"),
        ("Congo, Democratic Republic of", "CD"),
        ("Tanzania, United Republic of", "TZ"),
        ("Tanzania United Republic of", "TZ"),
        ("Congo, Democratic Republic", "CD"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("Lao People's Democratic Republic", "LA"),
        ("République démocratique du Congo", "CD"),
        ("Sénégal", "SN"),
        ("Korea", None),
        ("Africa", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_any_of_its_names(name: str, code: str | None) -> None:
    """In English and French, with and without its article; a name of two countries is none."""
    assert code == country_code(name)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Guinea Equatorial Guinea Guinea-Bissau", ["GN", "GQ", "GW"]),
        ("Niger Nigeria", ["NE", "NG"]),
        ("Democratic Republic of the Congo Congo", ["CD", "CG"]),
        ("Congo, Democratic Republic of Malawi", ["CD", "MW"]),
        ("South Sudan Sudan", ["SS", "SD"]),
        ("Dominica Dominican Republic", ["DM", "DO"]),
        ("Papua New Guinea", ["PG"]),
        ("Saint Vincent and the Grenadines Grenada", ["VC", "GD"]),
        ("in Colombia and Peru", ["CO", "PE"]),
        ("Venezuelan migrants", []),
        ("Mali Mali", ["ML", "ML"]),
    ],
)
def test_the_longest_name_goes_first(text: str, codes: list[str]) -> None:
    """Names need no marks between them; an adjective is no name, and repeats are given."""
    assert codes == [found.code for found in countries_in(text)]


def test_a_name_is_given_as_it_stands() -> None:
    """With its accents and its place in the text."""
    text = "À Côte d’Ivoire, Haïti"

    assert ["Côte d’Ivoire", "Haïti"] == [found.name for found in countries_in(text)]
    assert ["Côte d’Ivoire", "Haïti"] == [text[found.start : found.end] for found in countries_in(text)]


def test_the_tables_of_names_hold_codes_of_the_list() -> None:
    """Each line begins with one; no name stands for two countries."""
    known = codelists.get("Country")
    for table in (NAMES, PEOPLES):
        rows = [line.partition(" ") for line in table.split("\n") if line]

        assert [] == [code for code, _, _ in rows if code not in known]
        names = [name for _, _, names in rows for name in names.split("|")]
        assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("words", "code"),
    [("Colombian cities", "CO"), ("Four South Sudanese towns", "SS"), ("Peruvians", "PE"), ("towns", None)],
)
def test_an_adjective_names_its_country(words: str, code: str | None) -> None:
    """Where it is that of one alone."""
    assert code == country_of_people(words)


def test_two_adjectives_name_none() -> None:
    """Which of the two is meant is not said."""
    assert country_of_people("Colombian and Peruvian towns") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("South of Sahara", "289"),
        ("South America, regional", "489"),
        ("Africa, regional", "298"),
        ("Asia", "798"),
        ("America, regional", "498"),
        ("Sub-Saharan Africa", "289"),
        ("North & Central America, regional", "389"),
        ("Peru", None),
    ],
)
def test_regions_are_those_of_the_dac(name: str, code: str | None) -> None:
    """With and without what the list adds to their names."""
    assert code == region_code(name)


@pytest.mark.parametrize(
    ("words", "count", "names"),
    [
        ("Cali, Cúcuta, and Santa Marta", None, ("Cali", "Cúcuta", "Santa Marta")),
        ("Cali, Cúcuta and Santa Marta.", 9, ("Cali", "Cúcuta", "Santa Marta")),
        ("Cali Cúcuta Riohacha and Santa Marta", 4, ("Cali", "Cúcuta", "Riohacha", "Santa Marta")),
        ("San José Puerto Limón and Cali", 3, ("San José", "Puerto Limón", "Cali")),
        ("Cali Cúcuta Riohacha and Santa Marta", 7, ()),
        ("Cali", 1, ("Cali",)),
        ("Cali Puerto and Cúcuta", 3, ("Cali", "Puerto", "Cúcuta")),
        ("Cali and Cúcuta", 2, ("Cali", "Cúcuta")),
        ("Bogotá, D.C., Cauca, as well as the Amazon", None, ("Bogotá, D.C.", "Cauca", "Amazon")),
    ],
)
def test_a_list_may_have_lost_its_commas(words: str, count: int | None, names: tuple[str, ...]) -> None:
    """It is taken apart only where as many names come out as the sentence states."""
    assert names == places_in(words, count)
