"""Names of places on pages: countries by any of their names, peoples, regions, and lists of towns."""

import re
from collections.abc import Iterator
from functools import cache
from typing import final

from attrs import frozen

from aidmodel import codelists
from aidmodel.io.pages.country_names import NAMES, PEOPLES
from aidmodel.io.pages.lines import folded

_JOINED = {
    *(
        "san",
        "santa",
        "santo",
        "saint",
        "st",
        "sainte",
        "são",
        "sao",
        "el",
        "la",
        "las",
        "los",
        "le",
        "les",
        "al",
        "port",
    ),
    *("porto", "puerto", "villa", "ciudad", "new", "nueva", "nuevo", "cape", "fort", "mount", "lake", "north", "south"),
    *(
        "east",
        "west",
        "upper",
        "lower",
        "norte",
        "sur",
        "alto",
        "rio",
        "río",
        "addis",
        "dar",
        "buenos",
        "phnom",
        "kuala",
    ),
    *("cox's", "cox’s", "de", "del", "da", "di", "du", "es", "of"),
}


@final
@frozen
class FoundCountry:
    """
    A country named in a text.
    """

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """The name as written."""
    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends."""


@cache
def _names() -> dict[str, str]:
    """Give the code for each folded name of a country."""
    names: dict[str, str] = {}
    for entry in codelists.get("Country").values():
        if entry.withdrawn:
            continue
        for _, name in entry.names.entries:
            turned = re.fullmatch(r"(.+?) \((?:the )?(.+ of(?: the)?)\)", name) or re.fullmatch(
                r"(.+), (?:the )?(.+ of)", name
            )
            for each in (name, re.sub(r" [(\[].*", "", name), f"{turned[2]} {turned[1]}" if turned else name):
                names.setdefault(folded(each), entry.code)
    names.update((folded(name), code) for code, name in _table(NAMES))
    for name, code in tuple(names.items()):
        if full := re.fullmatch(r"(.*(?:republic|states?) of(?: the)?) (.+)", name):
            names.setdefault(f"{full[2]}, {full[1]}", code)  # "Congo, Democratic Republic of" is not "Congo"
    names.update({name.replace(",", ""): code for name, code in names.items() if "," in name})  # as mirrors have them
    return {name: code for name, code in names.items() if name not in ("korea", "virgin islands")}  # two of each


def _table(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        code, _, names = line.partition(" ")
        yield from ((code, name) for name in names.split("|") if name)


@cache
def _any_name() -> "re.Pattern[str]":
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def country_code(name: str) -> str | None:
    """Give the code of a country by one of its names, in English or French; None: no country is called that.

    >>> country_code("Viet Nam"), country_code("Democratic Republic of Congo"), country_code("Africa")
    ('VN', 'CD', None)
    """
    return _names().get(re.sub(r"^the |, the$", "", folded(name)))


def countries_in(text: str) -> tuple[FoundCountry, ...]:
    """Give the countries that a text names, in order, the longest name first where one is part of another.

    Names need no marks between them. A country may come twice.

    >>> [found.code for found in countries_in("Guinea Equatorial Guinea Niger Nigeria")]
    ['GN', 'GQ', 'NE', 'NG']
    """
    flat, places = _flat(text)
    return tuple(
        FoundCountry(
            _names()[match[0]],
            text[places[match.start()] : places[match.end() - 1] + 1],
            places[match.start()],
            places[match.end() - 1] + 1,
        )
        for match in _any_name().finditer(flat)
    )


def _flat(text: str) -> tuple[str, list[int]]:
    """Fold a text letter by letter, and say where each letter was."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = " " if letter.isspace() else folded(letter) or letter
        letters.append(plain)
        places.extend([place] * len(plain))
    return "".join(letters), places


@cache
def _peoples() -> dict[str, str]:
    return {people.casefold(): code for code, people in _table(PEOPLES)}


def country_of_people(words: str) -> str | None:
    """Give the code of the country whose adjective stands in words ("Colombian cities"); None: none does, or two.

    >>> country_of_people("nine Colombian cities"), country_of_people("towns")
    ('CO', None)
    """
    low = f" {words.casefold()} "
    found = {code for people, code in _peoples().items() if f" {people} " in low or f" {people}s " in low}
    return found.pop() if len(found) == 1 else None


@cache
def _regions() -> dict[str, str]:
    return {folded(name): entry.code for entry in codelists.get("Region").values() for _, name in entry.names.entries}


_RENAMED = {"north and central america": "caribbean and central america"}  # 389


def region_code(name: str) -> str | None:
    """Give the code of a region of the DAC's list, with or without its ", regional"; None: none is called that.

    >>> region_code("South of Sahara"), region_code("Africa, regional"), region_code("Peru")
    ('289', '298', None)
    """
    low = re.sub(r"(?:,? regional| ?\(regional\))$", "", folded(name))
    low = {"sub-saharan africa": "south of sahara", "americas": "america", **_RENAMED}.get(low, low)
    return _regions().get(f"{low}, regional") or _regions().get(low)


_LIST = re.compile(
    r"(?:\s*[,;]\s*|\s+)as well as\s+(?:the\s+)?|\s*[,;](?!\s*D\.?C\b)\s*(?:and\s+|et\s+|y\s+)?|\s+(?:and|et|y|&)\s+"
)


def places_in(text: str, count: int | None = None) -> tuple[str, ...]:
    """Give the names of a list of places ("Cali, Cúcuta, and Santa Marta"), which may have lost its commas.

    Without commas each word is a name, unless it is the kind that another one follows ("Santa Marta"); that is taken
    only where it gives as many as ``count``, the number that the sentence states. No names: it cannot be taken apart.

    >>> places_in("Cali Cúcuta Riohacha and Santa Marta", 4)
    ('Cali', 'Cúcuta', 'Riohacha', 'Santa Marta')
    """
    words = text.strip().rstrip(".;")
    parts = [part.strip() for part in re.split(_LIST, words) if part.strip()]
    if re.search(r"[,;]", words) or count is None or len(parts) == count:
        return tuple(parts)
    names = [name for part in parts[:-1] for name in _run(part)] + parts[-1:]
    return tuple(names) if len(names) == count else ()


def is_one_place(words: str) -> bool:
    """Say whether words are one name, as far as a list without commas shows: a word, and what leads to it.

    >>> is_one_place("Santa Marta"), is_one_place("Cali Cúcuta")
    (True, False)
    """
    return len(tuple(_run(words))) == 1


def _run(words: str) -> Iterator[str]:
    begun = ""
    for word in words.split():
        begun = f"{begun} {word}".strip()
        if word.casefold().rstrip(".") not in _JOINED:
            yield begun
            begun = ""
    if begun:
        yield begun
