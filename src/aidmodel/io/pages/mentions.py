"""What a statement mentions: quantities with what they are there for, organisations by name, lists of towns."""

import re
from typing import final

from attrs import frozen

from aidmodel.io.pages.numbers import Number, numbers_in
from aidmodel.io.pages.places import country_of_people, is_one_place, places_in
from aidmodel.model.result import Figure, FigureRole, ResultStatus

_AREAS = (
    "cities|towns|municipalities|departments|provinces|districts|villages|regions|counties|communes|states|urban areas|"
    "target cities|neighbourhoods|neighborhoods|villes|communes|départements|régions"
)
_WITHIN = re.compile(
    r"\b(?:in|at|across|within|throughout|(?<!benefit )(?<!benefits )(?<!benefited )(?<!benefiting )from|dans)\s+"
    r"(?:all\s+|the\s+)?$",
    re.IGNORECASE,
)
_AIMED = re.compile(r"\b(?:target|goal)(?:\s+(?:of|is|was)|:)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\([^)]*\)\s*)?to\s+\d", re.IGNORECASE)
_TOOK_PART = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:participated|took part|attended|were represented|ont participé)\b", re.IGNORECASE
)
_TIME = {"days", "weeks", "months", "years", "hours", "minutes", "jours", "semaines", "mois", "ans", "heures"}
_LISTED = re.compile(r"(?P<led>\b(?i:including|includes?|namely|such as|dont)\b:?|:|\()\s*(?P<names>[A-ZÀ-Ý][^.;()]*)")
_KINDS = (
    "Ministry|Ministries|Municipality|Observatory|Network|Secretariat|Agency|Authority|Commission|Council|Department|"
    "Directorate|Office|Government|Institute|University|Bureau|Association|Federation|Foundation|Bank|Fund|Parliament|"
    "Congress|"
    "Ministère|Municipalité|Ministerio|Secretaría|Gerencia|Alcaldía|Defensoría|Instituto|Universidad|Fundación"
)
_BIG = r"[A-ZÀ-Ý][\w’'&-]*"
_NAME = re.compile(
    rf"(?:{_BIG}\s+)*(?:{_KINDS})"
    rf"(?:(?:\s+(?:of|for|on|de|del|da|do|des|du|la|las|los|the|and|y|et|&)(?=\s))*\s+{_BIG})*"
)


@final
@frozen
class Towns:
    """
    A list of towns in a sentence that states how many there are.
    """

    names: tuple[str, ...]
    """Their names; none: the list cannot be taken apart into as many as are stated."""
    count: Number
    """How many the sentence states."""
    words: str
    """The list as it stands."""
    country: str | None
    """The country that the sentence says they are of, ISO 3166-1 alpha-2; None: it does not say."""
    agrees: bool
    """Whether as many are listed as are stated; a list that says "including" may have fewer."""


def figures_in(text: str, status: ResultStatus | None, language: str = "en") -> tuple[tuple[Figure, Number], ...]:
    """Give the quantities of a statement, each with the number it is from; its role follows from the words.

    In a result that is reached they are what was reached, in one that is expected what is aimed at; but "in nine
    cities" is the scope, "nine cities took part" a count, "a 5-episode series" a size, "a target of nine cities" a
    target. Lengths of time have no role, nor has the whole of which another number is a part, or where a rise began.

    >>> [str(figure.role) for figure, _ in figures_in("11 centres in nine cities", ResultStatus.ACHIEVED)]
    ['actual', 'scope']
    """
    found = [(number, number.quantity) for number in numbers_in(text, language)]
    return tuple(
        (Figure(quantity, role=_role(text, number, status)), number)
        for number, quantity in found
        if quantity is not None
    )


def _role(text: str, number: Number, status: ResultStatus | None) -> FigureRole | None:
    if number.is_size:
        return FigureRole.SIZE
    before = text[: number.start][-60:]
    if number.is_whole or (number.unit or "").casefold() in _TIME:
        return None
    if _AIMED.search(before):
        return FigureRole.TARGET
    if _FROM.search(before) and _TO.match(text, number.end):
        return None  # where it began: "from 13 % (2014) to 21 %"
    if _WITHIN.search(before) and number.unit != "%":
        return FigureRole.SCOPE
    if _TOOK_PART.match(text, number.end):
        return FigureRole.COUNT
    if status is ResultStatus.ACHIEVED:
        return FigureRole.ACTUAL
    return FigureRole.TARGET if status is ResultStatus.EXPECTED else None


def organisations_in(text: str) -> tuple[str, ...]:
    """Give the organisations that a statement names in full, each once.

    A word for a kind of organisation alone ("the ministries", "a Secretariat") names none.

    >>> organisations_in("It advised the Colombian Ministry of Equity and Equality in forming a Secretariat for this.")
    ('Colombian Ministry of Equity and Equality',)
    """
    names = (match[0] for match in _NAME.finditer(text))
    return tuple(dict.fromkeys(name for name in names if " " in name))


def towns_in(text: str, language: str = "en") -> Towns | None:
    """Give the towns that a statement counts and lists, with commas or without; None: it does not.

    >>> towns_in("Four Colombian cities took part including Cali Cúcuta Riohacha and Santa Marta.").names
    ('Cali', 'Cúcuta', 'Riohacha', 'Santa Marta')
    """
    for number in numbers_in(text, language):
        if number.is_whole or not re.search(rf"\b(?:{_AREAS})$", number.unit or "", re.IGNORECASE):
            continue
        match = _LISTED.search(text, number.end)
        if match is None or "." in text[number.end : match.start()].rstrip("."):
            continue
        names = places_in(match["names"], int(number.value))
        some = match["led"].casefold().startswith(("includ", "such", "dont"))
        if some and not names and all(map(is_one_place, marked := places_in(match["names"]))):
            names = marked  # fewer than are stated, and told apart without commas all the same
        agrees = len(names) == number.value or bool(names and some and len(names) < number.value)
        return Towns(names, number, match["names"].strip(), country_of_people(number.unit or ""), agrees)
    return None
