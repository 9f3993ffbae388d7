"""Where a USAID fact sheet says that a project works: countries, and the places that its prose lists."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from aidmodel.errors import shown
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.lines import Line, folded
from aidmodel.io.pages.mentions import Towns, towns_in
from aidmodel.io.pages.numbers import numbers_in
from aidmodel.io.pages.places import countries_in, country_code, country_of_people, places_in
from aidmodel.model.place import Country, Location
from aidmodel.model.statement import Basis
from aidmodel.values.text import Text

_BIG = r"[A-ZÀ-Ý][\w’'.-]*"
_PLACE = rf"{_BIG}(?:\s+(?:(?:de|del|la|las|los|el|da|do|of|y)\s+)*{_BIG})*"
_PLACES = rf"(?P<places>{_PLACE}(?:,\s*{_PLACE})*(?:,?\s+and\s+(?:the\s+)?{_PLACE})?)"
_AREAS = "areas|cities|towns|municipalities|departments|provinces|districts|regions|counties|states|coast"
_WORKS_IN = re.compile(
    r"(?i:\b(?:works?|working|operat(?:es|ed|ing)|focus(?:es|ed|ing)?|implemented|active|carried out|takes place|"
    rf"\d[\d,]*\s+(?:\w+\s+)?(?:{_AREAS})))\s+"
    rf"(?:\w+\s+){{0,2}}?(?:in|on|across|throughout)\s+(?:the\s+)?(?P<area>(?:[a-z]+\s+){{0,2}}of\s+|)(?:the\s+)?{_PLACES}"
)
_HELPED = re.compile(rf"\b(?:helps?|helping|supports?|assists?)\s+(?:the\s+)?{_PLACES}")
_COUNTRIES = re.compile(r"\bcountries\b[^.;:(]*[:(]\s*(?P<names>[A-ZÀ-Ý][^.;()]*)")
_ORIGIN = re.compile(r"\b(?:from|fled|leaving|left|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_LEAVING = re.compile(
    r"\s+(?:and\s+\w+\s+)?(?:migrants?|refugees?|nationals|residents?|returnees?|populations?)\b", re.IGNORECASE
)


def add_countries(draft: Draft, sentences: Sequence[tuple[str, Line]]) -> None:
    """Add the countries that the sentences about a project say it works in; else the only one that they speak of.

    That one is inferred. Where they speak of several, none is taken: who came from a country does not say who is helped.
    """
    for sentence, line in sentences:
        for code, name, quote in _worked_in(draft, sentence, line):
            add_country(draft, code, name, line, quote)
    if draft.items("countries"):
        return
    spoken = [(code, quote, line) for sentence, line in sentences for code, quote in _spoken_of(sentence)]
    if len({code for code, _, _ in spoken}) == 1:
        code, quote, line = spoken[0]
        texts = [*(sentence for sentence, _ in sentences), *(each.text for each in draft.page.lines)]
        printed = next((found.name for text in texts for found in countries_in(text) if found.code == code), None)
        draft.add("countries", Country(code, name=printed or Text()), line, basis=Basis.INFERRED, quote=quote)


def add_country(draft: Draft, code: str | None, name: str, line: Line, quote: str) -> None:
    """Add a country, once."""
    if any(each.code == code and (code or str(each.name) == name) for each in draft.items("countries")):
        return
    draft.add("countries", Country(code, name=name), line, quote=quote)


def _worked_in(draft: Draft, sentence: str, line: Line) -> Iterator[tuple[str, str, str]]:
    if match := _COUNTRIES.search(sentence):
        found = countries_in(match["names"])
        yield from ((each.code, each.name, match["names"]) for each in found)
        stated = next((each for each in numbers_in(sentence) if (each.unit or "").endswith("countries")), None)
        if stated is not None and stated.value != len({each.code for each in found}):
            message = f"{shown(stated.words)} are stated, and {shown(match['names'])} names {len(found)}"
            draft.issue("page.count-disagrees", message, line, "countries")
    for match in _WORKS_IN.finditer(sentence):
        if not match["area"]:
            yield from ((code, name, match[0]) for name in places_in(match["places"]) if (code := country_code(name)))
    for match in _HELPED.finditer(sentence):
        helped = [(country_code(name), name) for name in places_in(match["places"])]
        if len(helped) > 1 and all(code for code, _ in helped):
            yield from ((code, name, match[0]) for code, name in helped if code)


def _spoken_of(sentence: str) -> Iterator[tuple[str, str]]:
    """Give the countries, and those of the peoples, that a sentence names; not those that somebody has left."""
    for found in countries_in(sentence):
        if not _ORIGIN.search(sentence[: found.start]):
            yield found.code, sentence[found.start : found.end]
    for match in re.finditer(rf"(?:\b[Tt]he\s+)?\b(?P<people>{_BIG})(?P<more>\s+[A-Z]\w+)?(?:\s+\w+)?", sentence):
        both = f"{match['people']}{match['more'] or ''}"
        for words in (both, match["people"]):
            code = country_of_people(re.sub(r"[’']s?$", "", words))
            if code is not None:
                if not _LEAVING.match(sentence, match.start("people") + len(words)):
                    yield code, sentence[match.start() : match.end("more")] if match["more"] else match[0]
                break


# ------------------------------------------------------------------ places


def add_places(draft: Draft, sentences: Sequence[tuple[str, Line]]) -> None:
    """Add the places that the sentences about a project list, with a count or as those it works in."""
    for sentence, line in sentences:
        if (towns := towns_in(sentence)) is not None:
            _add_counted(draft, sentence, towns, line)
        else:
            for match in _WORKS_IN.finditer(sentence):
                names = places_in(match["places"])
                if match["area"] or len(names) > 1:
                    for name in names:
                        if country_code(name) is None:
                            add_place(draft, name, line, match[0])


def _add_counted(draft: Draft, sentence: str, towns: Towns, line: Line) -> None:
    names = towns.names or places_in(towns.words)  # these pages keep their commas
    country = None if towns.country is None else (towns.country, towns.count.words)
    for name in names:
        add_place(draft, name, line, towns.words, country)
    some = re.search(r"\b(?:including|such as)\W*$", sentence[: sentence.find(towns.words)]) is not None
    if len(names) != towns.count.value and not (some and len(names) < towns.count.value):
        listed = f"{len(names)} are listed"
        message = f"{shown(towns.count.words)} are stated, and {listed}: {shown(towns.words)}"
        draft.issue("page.count-disagrees", message, line, "locations")


def add_place(draft: Draft, name: str, line: Line, quote: str, country: tuple[str, str] | None = None) -> None:
    """Add a place, once; ``country`` is the code of the one that it is said to lie in, with the words that say so."""
    if any(folded(str(each.name)) == folded(name) for each in draft.items("locations")):
        return
    code, words = country or (None, None)
    path = draft.add("locations", Location(name, country=code), line, quote=quote)
    if code is not None:
        draft.prove(f"{path}.country", line, basis=Basis.DERIVED, quote=words)


def settle_places(draft: Draft) -> None:
    """Put places without a country of their own into the one that the project works in, if it is one."""
    countries = draft.items("countries")
    if len(countries) != 1 or countries[0].code is None:
        return
    country = countries[0]
    places: list[Location] = draft.fields.get("locations", [])
    line, words = _words_for(draft, str(country.name))
    for at, place in enumerate(places):
        if place.country is None:
            places[at] = evolve(place, country=country.code)
            draft.prove(f"locations[{at}].country", line, basis=Basis.INFERRED, quote=words)


def _words_for(draft: Draft, country: str) -> tuple[Line | None, str | None]:
    """Give the words that speak of a country's towns or areas; else those that name it."""
    for form in (rf"{re.escape(country)}[’']s (?:\w+ )?(?:{_AREAS})\b", re.escape(country)):
        for line in draft.page.lines:
            if country and (match := re.search(form, line.text)):
                return line, match[0]
    return None, None
