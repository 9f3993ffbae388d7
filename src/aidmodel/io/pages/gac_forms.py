"""What values of Global Affairs Canada's pages look like, where nothing but a blank stands between label and value."""

import re
from collections.abc import Callable

from aidmodel.errors import InvalidValue
from aidmodel.io.pages.dates import read_date, spans_in
from aidmodel.io.pages.gac_codes import STATUS, code_of
from aidmodel.io.pages.lines import folded
from aidmodel.io.pages.places import countries_in, country_code, region_code


def is_number(words: str) -> bool:
    """Say whether words are a project number."""
    return re.fullmatch(r"(?:[A-Z]{2}-\d-)?[A-Z]-?\d{6}-?\d{3}", words) is not None


def is_status(words: str) -> bool:
    """Say whether words are a status that is known."""
    return folded(words) in STATUS


def is_date(words: str) -> bool:
    """Say whether words are a date."""
    try:
        read_date(words)
    except InvalidValue:
        return False
    return True


def are_dates(words: str) -> bool:
    """Say whether words are a start and an end, and no more.

    >>> are_dates("2022-10-11 - 2025-07-10"), are_dates("2022-10-11 - 2025-07-10 or so")
    (True, False)
    """
    return [found.words for found in spans_in(words)] == [words]


def is_duration(words: str) -> bool:
    """Say whether words are a duration."""
    return re.fullmatch(r"\d+(?:\.\d+)? (?:year|month|week|day)s?", words) is not None


def is_amount(words: str) -> bool:
    """Say whether words are an amount of money."""
    return re.fullmatch(r"(?:CAD|CA|C)?\s?\$\s?\d[\d ,.]*(?: ?CAD)?|\d[\d ,.]*\$(?: ?CAD)?", words) is not None


def are_places(words: str) -> bool:
    """Say whether words begin with a country or region, and are no sentence.

    >>> are_places("Mali (60.00 %)"), are_places("offices in Mali"), are_places("Africa, regional")
    (True, False, True)
    """
    if words.endswith("."):
        return False
    name = re.sub(r"\s*\(?\s*\d[\d.,]*\s*%.*$", "", words)
    return bool(country_code(name) or region_code(name) or any(found.start == 0 for found in countries_in(words)))


def is_name(words: str) -> bool:
    """Say whether words may be a name: they begin with a capital, and are short and no sentence."""
    return re.fullmatch(r"[A-ZÀ-Ý0-9].*[^.:;]", words) is not None and len(words.split()) <= 20


def is_programme(words: str) -> bool:
    """Say whether words are a programme: the letters of a branch, and its name."""
    return re.match(r"[A-Z]{2,4}(?: [A-Z]|$)", words) is not None and is_name(words)


def are_sectors(words: str) -> bool:
    """Say whether words are sectors: they have a code, or are a name that the list has."""
    return re.search(r"\(0?\d{5}\)", words) is not None or code_of("Sector", words) is not None


def is_marker(words: str) -> bool:
    """Say whether words are a policy marker with its significance."""
    return re.match(r"[A-Z].*\b(?:not targeted|significant|principal)\b", words, re.IGNORECASE) is not None


def is_of(codelist: str) -> Callable[[str], bool]:
    """Give what says whether words are an entry of a list, by name or with its code."""

    def fits(words: str) -> bool:
        name = re.sub(r" \([A-Z]?\d{1,4}\)$", "", words)
        return code_of(codelist, name) is not None

    return fits
