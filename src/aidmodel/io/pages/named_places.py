"""Places below the level of countries that a sentence names by their kind: "the department of …", "the border of …"."""

import re
from itertools import pairwise

from attrs import evolve

from aidmodel.io.pages.places import countries_in, country_code
from aidmodel.model.place import Location
from aidmodel.values.text import Text

_PLACE = re.compile(
    r"\b(?P<kind>departments?|provinces?|governorates?|districts?|municipality|county|city|town|village|"
    r"départements?|préfecture|commune|ville)\s(?:of|de|du|d[’'])\s?"
    r"(?P<name>[A-ZÀ-Ý][\w’'-]*(?:\s(?:(?:de|del|du|la|el|al)\s)*[A-ZÀ-Ý][\w’'-]*)*)"
    r"(?:(?:,?\s(?:in|en|au)|,)\s(?P<country>[A-ZÀ-Ý].*))?"
)
_MORE = re.compile(
    r"(?:,\s(?:(?:and|et)\s)?|\s(?:and|et)\s)(?:(?:the|de|du|la)\s)*"
    r"(?P<name>[A-ZÀ-Ý][\w’'-]*(?:\s(?:(?:de|del|du|la|el|al)\s)*[A-ZÀ-Ý][\w’'-]*)*)"
)
_BORDER = re.compile(
    r"\b(?:zones?\sfrontalières?|border\s(?:zones?|areas?|regions?))\s(?:of|between|de|du|entre)\s(?P<two>[A-ZÀ-Ý].*)"
)
_AND = re.compile(r"\s(?:and|et)(?:\s(?:the|du|des|de|de\sla|de\sl[’']))?\s?")
_DEPARTMENTS = {"BO", "CO", "GT", "HN", "HT", "NI", "PY", "SV", "UY"}
"""Countries whose first administrative level is what is called a department there."""


def places_named(text: str) -> tuple[tuple[Location, str], ...]:
    """Give the places, each with the words it is from; the kind is kept as a code where it is known, else in words.

    >>> places_named("the department of Norte de Santander in Colombia")[0][0]
    Location('Norte de Santander', country='CO', feature_designation=Code('ADM1'))
    """
    found: list[tuple[Location, str]] = []
    for match in _PLACE.finditer(text):
        within = countries_in(match["country"] or "")
        country = within[0] if within and within[0].start == 0 else None
        known = match["kind"] == "department" and country is not None and country.code in _DEPARTMENTS
        place = Location(
            match["name"],
            country=country.code if country else None,
            feature_designation="ADM1" if known else None,
            description=Text() if known else Text(match["kind"]),
        )
        end = match.start("country") + country.end if country else match.end("name")
        found.append((place, text[match.start() : end]))
        while (
            match["kind"].endswith("s") and (more := _MORE.match(text, end)) and country_code(more["name"]) is None
        ):  # "the provinces of Gaza, Sofala and Zambezia"
            found.append((evolve(place, name=more["name"]), text[match.start() : more.end()]))
            end = more.end()
    for match in _BORDER.finditer(text):
        countries = countries_in(match["two"])
        if countries and countries[0].start == 0:
            end = countries[0].end
            for before, after in pairwise(countries[:2]):
                if _AND.fullmatch(match["two"], before.end, after.start):
                    end = after.end
            words = text[match.start() : match.start("two") + end]
            found.append((Location(words), words))
    return tuple(found)
