"""Strategies, plans and agendas that a sentence says a project serves, each with the years it is for."""

import re
from collections.abc import Iterator
from typing import final

from attrs import frozen

from aidmodel.io.pages.dates import FoundSpan, spans_in


@final
@frozen
class Strategy:
    """
    A strategy that a sentence names.
    """

    name: str
    """Its name, with its short form in brackets if that is given."""
    short: str | None
    """The short form ("IWP"); None: none is given."""
    span: FoundSpan | None
    """The years beside the name; None: there are none, or one alone, which may be that of its adoption."""


_SERVES = re.compile(
    r"\b(?:align\w*|in (?:line|accordance|keeping|conformity) with|consistent with|in support of|operationali[sz]\w+|"
    r"(?:support\w*|contribut\w+ to|advanc\w+|further\w*) (?:the )?(?:implementation|achievement|reali[sz]ation) of|"
    r"contribut\w+ to "
    r"(?=(?:the )?(?:(?:Sustainable Development )?Goals?\b|SDGs?\b|(?:Objective|Pillar|Priority|Outcome|Axis) \d))|"
    r"s['’]align\w*|s['’]inscri\w+|conform\w+|en (?:accord|ligne|appui)|mise en œuvre d(?:u|es|e la|e l['’]))\b",
    re.IGNORECASE,
)
_NOUNS = (
    r"(?:Plans?|Polic(?:y|ies)|Strateg(?:y|ies)|Frameworks?|Agenda|Programmes?|Programs?|Goals?|SDGs?|Compacts?|Vision|"
    r"Roadmap|Declaration|Charter|Pact|Politiques?|Stratégies?|Cadre|Pacte|Objectifs|ODD)"
)
_BIG = r"[A-ZÀ-Ý][\w’'-]*"
_JOIN = r"(?:of|for|on|and|to|the|in|de|del|des|du|la|pour|sur|et|y)"
_NAME = re.compile(
    rf"(?:(?<![\d–—-])(?:(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th))\s)?{_BIG}(?:(?:,(?=(?:\s{_BIG},)*(?:\s{_BIG}),?\s(?:and|et)\s{_BIG}))?\s(?:{_JOIN}\s){{0,2}}{_BIG})*"
    rf"(?:\s(?:[Tt]argets?\s|[Gg]oals?\s)?\d{{1,2}}(?:\.(?:\d+|[a-z]\b))?(?![\d-])"
    rf"(?:(?:,\s\d{{1,2}})*,?\s(?:and|et)\s\d{{1,2}}(?=\s?(?:[.,;)]|$)))?)?"
)
_FRENCH = re.compile(
    r"(?:Plan|Politique|Stratégie|Cadre|Programme|Pacte)\b(?:\s[\w’'-]+)*?(?=\s*[(,.;:]|\s(?:et|qui)\s|$)"
)
_SHORT = re.compile(r"\s*\((?P<short>[A-ZÀ-Ý][A-Za-z0-9-]{1,11})\)")
_TWO = re.compile(
    rf"(?P<first>.*?\b{_NOUNS}\b.*?)(?:,|,?\s(?:and|et))\s(?:the\s)?(?P<second>\S+\s(?:.*\s)?{_NOUNS}\b.*|(?:19|20)\d\d\s.*{_NOUNS}\b.*|SDGs?\b.*)"
)


def strategies_in(text: str, language: str = "en") -> tuple[Strategy, ...]:
    """Give the strategies that a sentence says are served, in order; none where it does not say so of any.

    >>> found = strategies_in("It aligns with the National Health Plan (NHP) of 2014-2018 and the 2030 Agenda.")
    >>> [(each.name, str(each.span.span) if each.span else None) for each in found]
    [('National Health Plan (NHP)', '2014/2018'), ('2030 Agenda', None)]
    """
    serves = _SERVES.search(text)
    if serves is None:
        return ()
    names = list(_names(text, serves.end(), language))
    ends = [*(start for start, _ in names), len(text)][1:]
    return tuple(_strategy(text, start, end, until) for (start, end), until in zip(names, ends, strict=True))


def _names(text: str, begin: int, language: str) -> Iterator[tuple[int, int]]:
    pattern = _FRENCH if language == "fr" else _NAME
    for match in pattern.finditer(text, begin):
        start, words = match.start(), match[0]
        if possessor := re.match(r"(?:The\s+)?(?:.*[’']s?\s(?=[A-ZÀ-Ý]))?", words):
            start, words = start + possessor.end(), words[possessor.end() :]
        while (two := _TWO.fullmatch(words)) is not None:
            yield start, start + len(two["first"])
            start, words = start + two.start("second"), two["second"]
        if re.search(rf"\b{_NOUNS}\b", words):
            yield start, start + len(words)


def _strategy(text: str, start: int, end: int, until: int) -> Strategy:
    short = _SHORT.match(text, end)
    name = text[start : short.end() if short else end]
    led = re.search(r"(?<![(\d])(?:19|20)\d\d\s?[-–—]\s?(?:19|20)?\d\d\s$", text[:start])
    spans = spans_in(text[led.start() : start] if led else text[end:until])
    return Strategy(name, short["short"] if short else None, spans[0] if spans else None)
