"""Countries, regions, places, and what a project is about."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

import aidmodel
from aidmodel import (
    AdministrativeArea,
    Code,
    Country,
    HumanitarianScope,
    InvalidValue,
    Location,
    Point,
    PolicyMarker,
    PolicySignificance,
    Project,
    Region,
    Sector,
    Tag,
    Text,
    Transaction,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""


def test_plain_input_is_what_it_stands_for() -> None:
    """A string is a code, or the name of a place; shares are exact numbers."""
    project = Project(
        countries=["CO", Country("PE", percentage="56.00")],
        regions=Region("489", vocabulary="1", percentage=100),
        locations=["Bogotá", Location("Cali", ref="cali", country="CO", ids=Code("3687925", "G1"))],
        sectors=["15190", Sector("x", vocabulary="99", name="Migration", percentage=60)],
        tags=Tag("1", vocabulary="2"),
        markers=PolicyMarker("1", significance="principal"),
    )

    assert (Country("CO"), Country("PE", percentage=Decimal("56.00"))) == project.countries
    assert (Location(Text("Bogotá")), project.at("locations[1]")) == project.locations
    assert (Code("3687925", "G1"),) == project.at("locations[1].ids")
    assert (None, Decimal(60)) == tuple(sector.percentage for sector in project.sectors)
    assert PolicySignificance.PRINCIPAL is project.markers[0].significance
    assert (Country("CO"), Region("489")) == (Transaction(country="CO").country, Transaction(region="489").region)


def test_a_share_that_is_not_stated_is_none() -> None:
    """It is neither zero nor a hundred."""
    assert Country("CO").percentage is None
    assert Country("CO") != Country("CO", percentage=100)


def test_a_place_has_a_position_and_areas() -> None:
    """Degrees are exact numbers; the areas it lies in go by level."""
    place = Location(
        "Bogotá", point=Point("4.711", "-74.072"), areas=[AdministrativeArea("CO", level=0), AdministrativeArea("11")]
    )

    assert Point(Decimal("4.711"), Decimal("-74.072")) == place.point
    assert (0, None) == tuple(area.level for area in place.areas)


def test_a_position_may_lack_its_degrees() -> None:
    """As where a file has a point and no position; a pole is no missing degree."""
    assert (None, None) == (Point().latitude, Point(srs_name="EPSG:4326").longitude)
    assert Point() != Point(0, 0)


def test_a_project_may_answer_emergencies() -> None:
    """The code of the emergency or appeal, its vocabulary, and which of the two it is."""
    scope = HumanitarianScope("EQ-2015-000048-NPL", type="1", vocabulary="1-2", name="Nepal earthquake")
    project = Project(humanitarian_scopes=scope)

    assert (scope,) == project.humanitarian_scopes
    assert ("EQ-2015-000048-NPL", "1-2", Code("1")) == (scope.code, scope.vocabulary, scope.type)
    assert HumanitarianScope("FNPL15").type is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: loosely.Country("CO", percentage=44.0),
            'Country.percentage: must be an exact number, got 44.0; write "44.0" or Decimal("44.0") if that is the number meant',
        ),
        (
            lambda: Country("CO", percentage="44%"),
            "Country.percentage: must be a plain number, got '44%'; digits, one point, no separators",
        ),
        (lambda: loosely.Sector(15190), 'Sector.code: must be a string, got 15190; write "15190"'),
        (
            lambda: loosely.Point(4.711, "-74.072"),
            'Point.latitude: must be an exact number, got 4.711; write "4.711" or Decimal("4.711") if that is the number meant',
        ),
        (lambda: loosely.Location("Bogotá", point=("4.711", "-74.072")), "Location.point: must be a Point, got ('4.711', '-74.072')"),
        (lambda: loosely.AdministrativeArea("11", level="1"), "AdministrativeArea.level: must be a whole number, got '1'; write an int"),
        (
            lambda: loosely.PolicyMarker("1", significance=2),
            'PolicyMarker.significance: must be a code or term of PolicySignificance, got 2; write "2"',
        ),
        (
            lambda: loosely.Project(humanitarian_scopes="FNPL15"),
            "Project.humanitarian_scopes: must be a HumanitarianScope or several of them, got 'FNPL15'",
        ),
        (lambda: loosely.Transaction(country=Region("489")), "Transaction.country: must be a Country, got Region('489')"),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """The message names class and field, shows the value, and gives the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (Country("CO", percentage=44), "Country('CO', percentage=44)"),
        (Country(name="Colombie"), "Country(name='Colombie')"),
        (Point("4.711", "-74.072"), "Point('4.711', '-74.072')"),
        (Point(longitude=0), "Point(longitude=0)"),
        (HumanitarianScope("FNPL15", type="2"), "HumanitarianScope('FNPL15', type=Code('2'))"),
        (Sector("15190", vocabulary="1"), "Sector('15190', vocabulary='1')"),
        (PolicyMarker("1", significance="0"), "PolicyMarker('1', significance=PolicySignificance.NOT_TARGETED)"),
    ],
)
def test_the_repr_is_short_and_can_be_pasted_back(thing: object, shown: str) -> None:
    """What is empty is left out."""
    names = {name: getattr(aidmodel, name) for name in aidmodel.__all__ if name[0].isupper()}

    assert shown == repr(thing)
    assert thing == eval(shown, names)  # noqa: S307  our own repr


def test_countries_and_sectors_are_written_as_shares() -> None:
    """A mapping goes from code to percentage: the way a page prints it."""
    project = Project(countries={"CO": "44.13", "PE": "55.87"}, sectors={"15190": 100})

    assert (Country("CO", percentage="44.13"), Country("PE", percentage="55.87")) == project.countries
    assert (Sector("15190", percentage=100),) == project.sectors
