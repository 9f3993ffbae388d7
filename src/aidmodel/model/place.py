"""Where a project works: countries, regions, places."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, made_of, named, pairs_of
from aidmodel.model.classification import Classification
from aidmodel.model.element import Element
from aidmodel.values.code import Code, as_code_or_none, as_codes
from aidmodel.values.number import as_decimal_or_none
from aidmodel.values.plain import as_string_or_none, as_whole_or_none
from aidmodel.values.text import Text, as_text


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Country(Element):
    """
    A country that benefits.

    IATI 2.03: ``recipient-country``.

    >>> Country("CO", percentage=44)
    Country('CO', percentage=44)
    """

    code: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@code"})
    """ISO 3166-1 alpha-2; None where a source gives a name only."""
    percentage: Decimal | None = field(default=None, converter=as_decimal_or_none, metadata={"iati": "@percentage"})
    """Its share of the project in percent; None: not stated (not zero, not 100)."""
    name: Text = field(default=Text(), converter=as_text, metadata={"iati": "narrative"})
    """What the source calls it."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Region(Classification):
    """
    A region above the level of countries that benefits.

    IATI 2.03: ``recipient-region``.
    """

    percentage: Decimal | None = field(default=None, converter=as_decimal_or_none, metadata={"iati": "@percentage"})
    """Its share of the project in percent; None: not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Point(Element):
    """
    A position on the globe, in degrees.

    IATI 2.03: ``location/point``.

    >>> Point("4.711", "-74.072")
    Point('4.711', '-74.072')
    """

    latitude: Decimal | None = field(
        default=None, converter=as_decimal_or_none, kw_only=False, metadata={"iati": "pos"}
    )
    """Degrees north; None: not stated."""
    longitude: Decimal | None = field(
        default=None, converter=as_decimal_or_none, kw_only=False, metadata={"iati": "pos"}
    )
    """Degrees east; None: not stated."""
    srs_name: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@srsName"})
    """The reference system; None: not stated (the standard knows EPSG:4326 only)."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class AdministrativeArea(Element):
    """
    An administrative area a place lies in.

    IATI 2.03: ``location/administrative``.
    """

    code: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@code"})
    """The area's code; None: not stated."""
    vocabulary: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@vocabulary"})
    """The gazetteer the code is from; None: not stated."""
    level: int | None = field(default=None, converter=as_whole_or_none, metadata={"iati": "@level"})
    """The depth below the country (1: department, province or state); None: not stated."""


def _as_point(value: Point | None) -> Point | None:
    return None if value is None else as_instance(value, Point)


def _as_areas(value: AdministrativeArea | Iterable[AdministrativeArea]) -> tuple[AdministrativeArea, ...]:
    return as_items(value, AdministrativeArea)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Location(Element):
    """
    A place below the level of countries.

    IATI 2.03: ``iati-activity/location``.

    >>> Location("Bogotá", country="CO")
    Location('Bogotá', country='CO')
    """

    name: Text = field(default=Text(), converter=as_text, kw_only=False, metadata={"iati": "name"})
    """What the place is called."""
    ref: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@ref"})
    """The name other parts of the project point to it by; None: nothing points to it."""
    country: str | None = field(default=None, converter=as_string_or_none)
    """ISO 3166-1 alpha-2 of the country it lies in; None: not stated."""
    reach: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "location-reach/@code"})
    """Whether the work or those who benefit are there (IATI GeographicLocationReach); None: not stated."""
    ids: tuple[Code, ...] = field(default=(), converter=as_codes, metadata={"iati": "location-id"})
    """Its codes in gazetteers."""
    description: Text = field(default=Text(), converter=as_text, metadata={"iati": "description"})
    """What the place is."""
    activity_description: Text = field(default=Text(), converter=as_text, metadata={"iati": "activity-description"})
    """What is done there."""
    areas: tuple[AdministrativeArea, ...] = field(default=(), converter=_as_areas, metadata={"iati": "administrative"})
    """The administrative areas it lies in."""
    point: Point | None = field(default=None, converter=_as_point, metadata={"iati": "point"})
    """Its position; None: not stated."""
    exactness: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "exactness/@code"})
    """Whether the position is exact or approximate (IATI GeographicExactness); None: not stated."""
    location_class: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "location-class/@code"}
    )
    """Whether it is a region, a settlement, a structure or another feature; None: not stated."""
    feature_designation: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "feature-designation/@code"}
    )
    """Its kind in detail (IATI LocationType); None: not stated."""


def as_countries(
    value: Country | str | Iterable[Country | str] | Mapping[str, Decimal | int | str],
) -> tuple[Country, ...]:
    """Give the countries that were meant; a string is a code, a mapping goes from code to percentage."""
    pairs = pairs_of(value)
    if pairs is None:
        return as_items(value, Country, Country)
    return made_of(pairs, lambda pair: Country(pair[0], percentage=pair[1]))


def as_country_or_none(value: Country | str | None) -> Country | None:
    """Give the country that was meant, or None; a string is a code."""
    return None if value is None else Country(value) if isinstance(value, str) else as_instance(value, Country)


def as_regions(value: Region | str | Iterable[Region | str]) -> tuple[Region, ...]:
    """Give the regions that were meant; a string is a code."""
    return as_items(value, Region, Region)


def as_region_or_none(value: Region | str | None) -> Region | None:
    """Give the region that was meant, or None; a string is a code."""
    return None if value is None else Region(value) if isinstance(value, str) else as_instance(value, Region)


def as_locations(value: Location | str | Iterable[Location | str]) -> tuple[Location, ...]:
    """Give the places that were meant; a string is a name."""
    return as_items(value, Location, Location)
