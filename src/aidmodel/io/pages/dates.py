"""Dates and spans inside sentences, as precise as they are written."""

import re
from collections.abc import Iterator
from functools import cache
from typing import final

from attrs import frozen

from aidmodel.errors import AmbiguousDate, InvalidValue
from aidmodel.io.pages.lines import tidy
from aidmodel.values.date_text import parse_date
from aidmodel.values.partial_date import AnyDate
from aidmodel.values.span import DateSpan

MONTH = (
    r"(?:jan(?:uary|vier|\.)?|feb(?:ruary|\.)?|f[ée]v(?:rier|r?\.)|mar(?:ch|s|\.)?|apr(?:il|\.)?|avr(?:il|\.)|ma[yi]|"
    r"june?|juin|jul(?:y|\.)?|juil(?:let|\.)|aug(?:ust|\.)?|ao[uû]t|sept?(?:ember|embre|\.)?|oct(?:ober|obre|\.)?|"
    r"nov(?:ember|embre|\.)?|d[ée]c(?:ember|embre|\.)?)(?![a-zà-ÿ])"
)
"""A month in English or French, whole or short, as part of a regular expression."""

_YEAR = r"(?<![\d,.])(?:19|20)\d\d(?![\d])(?!,\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?"
_FULL = rf"(?:{MONTH}\s+{_DAY},?\s+{_YEAR}|{_DAY}\s+{MONTH},?\s+{_YEAR}|\d{{4}}-\d\d-\d\d(?!\d)|{MONTH},?\s+{_YEAR})"
_DATE = rf"(?:{_FULL}|{_YEAR})"
_START = rf"(?:{_DATE}|{MONTH}\s+{_DAY}|{_DAY}\s+{MONTH}|{MONTH})"  # "June to August 2019", "1 March – 30 June 2019"
_OPEN = r"(?:present|today|ongoing|now|en cours|aujourd'hui)\b"
_TO = r"\s*(?:to|until|till|through|thru|and|au|à|a|jusqu'(?:à|en|au)|et|[-–—])\s*"
_LOOSE = r"(?:from|between|of|du|de|d'|entre)\s+"


@final
@frozen
class FoundDate:
    """
    A date in a sentence.
    """

    date: AnyDate
    """The date, as precise as it is written."""
    words: str
    """The words."""
    start: int
    """Where they begin in the sentence."""
    end: int
    """Where they end."""


@final
@frozen
class FoundSpan:
    """
    A span in a sentence, which may be reversed there.
    """

    first: AnyDate
    """The first date."""
    last: AnyDate | None
    """The last date; None: it goes on ("2019 – present")."""
    words: str
    """The words."""
    start: int
    """Where they begin in the sentence."""
    end: int
    """Where they end."""

    @property
    def span(self) -> DateSpan:
        """The two as a span.

        Raises:
            InvalidValue: the last is before the first.

        """
        return DateSpan(self.first, self.last)


@cache
def _dates() -> "re.Pattern[str]":
    return re.compile(_DATE, re.IGNORECASE)


@cache
def _spans() -> "re.Pattern[str]":
    return re.compile(rf"(?:{_LOOSE})?(?P<first>{_START}){_TO}(?P<last>{_DATE}|{_OPEN})", re.IGNORECASE)


def read_date(words: str) -> AnyDate:
    """Read a date that stands alone, as :func:`aidmodel.parse_date` does; blanks of any kind are blanks.

    Raises:
        AmbiguousDate: day and month cannot be told apart.
        InvalidValue: it is none that can be read with certainty.

    """
    try:
        return parse_date(re.sub(r"(?<=\d)(?:st|nd|rd|th)(?=\W)", "", tidy(words).strip(" .;,()")))
    except AmbiguousDate as error:  # who reads a page has no say in how its dates are parsed
        problem = f"{error.problem}: day and month cannot be told apart"
        raise AmbiguousDate(words, problem, "write the month as a word in a copy of the page") from None


def dates_in(text: str) -> tuple[FoundDate, ...]:
    """Give the dates that a sentence states, years alone included, those of spans too.

    >>> [str(found.date) for found in dates_in("As of August 2023, since the crisis of 2015, on March 28, 2022")]
    ['2023-08', '2015', '2022-03-28']
    """
    return tuple(_dates_in(text))


def _dates_in(text: str) -> Iterator[FoundDate]:
    for match in _dates().finditer(text):
        date = _read(match[0])
        if date is not None:
            yield FoundDate(date, match[0], match.start(), match.end())


def spans_in(text: str) -> tuple[FoundSpan, ...]:
    """Give the spans that a sentence states, each end as precise as it is written.

    >>> [(str(found.first), str(found.last)) for found in spans_in("It runs from September 2021 to September 2026.")]
    [('2021-09', '2026-09')]
    >>> [str(found.span) for found in spans_in("June 2015-2018; the plan (2014 – 2018); June to August 2019")]
    ['2015-06/2018', '2014/2018', '2019-06/2019-08']
    """
    return tuple(_spans_in(text))


def _spans_in(text: str) -> Iterator[FoundSpan]:
    for match in _spans().finditer(text):
        last = _read(match["last"])
        first = _read(match["first"])
        if first is None and last is not None:  # its year is that of the last
            first = _read(f"{match['first']} {last.year}")
        if first is not None and not _is_joined(match, last):
            yield FoundSpan(first, last, match[0], match.start(), match.end())


def _is_joined(match: "re.Match[str]", last: AnyDate | None) -> bool:
    """Say whether "and" joins two dates that are no span: only "between" makes one of it."""
    joint = match.string[match.end("first") : match.start("last")].strip().casefold()
    if joint in ("and", "et"):
        return not match[0].casefold().startswith(("between", "entre"))
    return joint == "a" and last is not None and not match[0].casefold().startswith("de ")


def _read(words: str) -> AnyDate | None:
    try:
        return read_date(words)
    except InvalidValue:
        return None


_AS_OF = (
    r"(?:as (?:of|at)|at|by|en date d[ue']|d'ici|en date de|au|jusqu'en)"
    r"(?:\s+the (?:end|close) of (?:(?:the|this) )?project\b|\s+(?:the )?end of)?(?:,?\s+(?:in|on)|,)?"
)


def as_of(text: str) -> FoundDate | None:
    """Give the date as of which a sentence says something: "as of May 2024", "(December 2016)" at its end; None: none.

    >>> str(as_of("Results achieved as of May 2024 include:").date)
    '2024-05'
    """
    found = re.search(rf"\b{_AS_OF}[\s(]+(?P<date>{_FULL}|{_YEAR})(?!\s?[-–/]\s?\d)", text, re.IGNORECASE)
    found = found or re.search(rf"\((?P<date>{_FULL})\)\s*[:.]?\s*$", text, re.IGNORECASE)
    date = _read(found["date"]) if found else None
    return None if found is None or date is None else FoundDate(date, found[0], found.start(), found.end())
