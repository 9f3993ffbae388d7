"""What a USAID fact sheet calls its project, and which of its sentences speak of it."""

import re
from typing import final

from attrs import frozen

from aidmodel.io.pages.lists import sentences
from aidmodel.io.pages.places import country_code, country_of_people

KIND = r"(?:Activity|Activities|Project|Program(?:me)?|Initiative|Partnership|Alliance|Mechanism|Facility)"
"""What USAID calls its projects, the last word of their names."""

_BIG = r"[A-ZÀ-Ý0-9][\w’'&-]*"
_JOIN = "of|the|for|in|and|at|with|to|on|a|an|from|de|la|los|las|por|y|&"
_NAMED = re.compile(
    rf"\b(?:(?:[Tt]he|[Tt]his|USAID[’']s)\s+(?:[a-z0-9$][\w.-]*\s+){{0,3}})?"
    rf"(?P<name>{_BIG}(?:\s+(?:{_JOIN}|{_BIG})){{0,12}}?"
    rf"(?:\s*\((?P<inner>[A-Z][\w-]{{1,15}})\))?\s+{KIND})\b"
    r"(?:\s*\((?P<short>[A-Z][\w-]{1,15})\))?"
)
_SUBJECT = re.compile(
    rf"(?P<name>{_BIG}(?:\s+(?:{_JOIN}|{_BIG}))*)\s+"
    r"(?:(?:helps|supports|works|aims|seeks|strengthens|assists|promotes|partners|provides)\b"
    r"|is\s+an?\s+(?:[\w$.,-]+\s+){0,5}(?:activity|project|program(?:me)?|initiative|partnership)\b)"
)
_PROJECT = (
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Ii]ts)\s+(?:[\w-]+\s+){0,2}(?:activity|project|program(?:me)?|initiative|partnership)\b"
    r"|\b(?:[Tt]he|[Tt]his|[Oo]ur|[Ii]ts)\s+(?:Activity|Project|Program(?:me)?|Initiative|Partnership)\b"
    r"|^(?:It|Its|We|Our|Implementation|Duration|Project duration|"
    r"Start date|End date|Implementer|Implementing partner)\b|\bUSAID\b|^In response\b"
)


@final
@frozen(kw_only=True)
class Named:
    """
    What a project is called, as its prose says it.
    """

    name: str
    """The name ("Integra Activity")."""
    quote: str
    """The words it is from ("The Integra Activity")."""
    short: str | None = None
    """A short name that the prose gives in brackets; None: none."""


def named_in(text: str) -> Named | None:
    """Give what the first sentence of a text says the project is called; None: it names none.

    >>> named_in("The Integra Activity supports local governments. It runs until 2026.")
    Named(name='Integra Activity', quote='The Integra Activity', short=None)
    """
    first = next(iter(sentences(text)), "")
    if found := _NAMED.search(first):
        quote = found[0].rpartition("(")[0] if found["short"] else found[0]
        name = found["name"].removeprefix("USAID ")
        return Named(name=name, quote=quote.strip(), short=found["short"] or found["inner"])
    if (found := _SUBJECT.match(first)) and country_code(found["name"]) is None and found["name"] != "USAID":
        return Named(name=found["name"], quote=found["name"])
    return None


def names_of(title: str, named: Named | None, text: str) -> "re.Pattern[str]":
    """Give the pattern of sentences that speak of a project: by its name, a part of it, or as "the activity"."""
    stated = [title, *([named.name, named.short or ""] if named else [])]
    names = {re.sub(r"\s*\([^)]*\)", "", name) for name in stated if name}
    names |= {re.sub(rf"\s+{KIND}$", "", name) for name in names}
    if named is None or named.short is None:
        names |= {word for name in names if not name.isupper() and _is_short_name(word := name.split()[0], text)}
    spelled = [rf"(?i:{re.escape(name)})" if " " in name else re.escape(name) for name in sorted(names, key=len)]
    return re.compile("|".join([*(rf"\b{name}(?!\w)" for name in spelled), _PROJECT]))


def _is_short_name(word: str, text: str) -> bool:
    """Say whether the first word of a name stands for it: not one that is a word of the language, or a country's."""
    foreign = country_code(word) is None and country_of_people(word) is None
    return len(word) > 3 and foreign and re.search(rf"\b{re.escape(word.lower())}\b", text) is None
