"""Reading elements that are written as the standard has them, by functions written for each from its plan.

Each function does what a person would write by hand for one element: it looks at each attribute, text and child once,
and raises a :class:`KeyError` at the first thing that it has no place for; :mod:`aidmodel.io.iati.read_careful` then reads
that element. What the constructors' converters and validators would establish, the kinds and parts have established.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element as Tree

from aidmodel._build import builder, twin
from aidmodel.io.iati import read_careful
from aidmodel.io.iati.kinds import CURRENCY, LANG, REMEMBERED, SPACE, STRING, text_of, texts
from aidmodel.io.iati.parts import join_span
from aidmodel.io.iati.plan import Plan
from aidmodel.io.iati.read_source import ReadSource
from aidmodel.io.iati.reading import Reading
from aidmodel.model.chain import ResultsChain
from aidmodel.model.organisation import Funder, OrganisationRole, Participant
from aidmodel.model.project import Project
from aidmodel.model.result import Outcome
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan
from aidmodel.values.text import Text

Read: TypeAlias = Callable[[Tree, Reading], Any]


def activity(plan: Plan, element: Tree, reading: Reading) -> Project:
    """Give the project of an activity."""
    project: Project
    reading.begin()
    last = element[-1].tag if len(element) else ""
    if last[:1] != "{":  # foreign elements come last
        try:
            project = reader(plan)(element, reading)
        except KeyError:
            pass
        else:
            return project
    project = read_careful.read(plan, element, reading)
    return project


@cache
def reader(plan: Plan) -> Read:
    """Give the function that reads the elements of a plan."""
    names: dict[str, Any] = {
        "careful": read_careful.read,
        "blank": _BLANK,
        "must_be_blank": _must_be_blank,
        "currencies": CURRENCY.known,
        "narrative": _narrative,
        "is_short": _is_short,
        "words": _words,
        "texts": texts,
        "chain": builder(ResultsChain),
        "FUNDING": OrganisationRole.FUNDING,
        "Funder": Funder,
        "Participant": Participant,
        "Outcome": Outcome,
        "Money": Money,
        "money_twin": twin(Money),
        "DateSpan": DateSpan,
        "span_twin": twin(DateSpan),
        "join_span": join_span,
        "NO_TEXT": Text(),
    }
    exec(ReadSource(plan, names, reader).source(), names)  # noqa: S102  the source is made of the plan alone
    read: Read = names["read"]
    return read


_BLANK: set[str] = set()
"""The white space that was met between elements: files repeat it, and a look-up is cheaper than to look at it."""


def _must_be_blank(text: str) -> None:
    if text.strip(SPACE):
        raise KeyError
    if len(_BLANK) < REMEMBERED and len(text) < 100:
        _BLANK.add(text)


def _is_short(key: tuple[tuple[tuple[str, str], ...], tuple[str | None, str] | None]) -> bool:
    """Say whether what an organisation was made of is as short as names are, so that it may be remembered."""
    attributes, narrative = key
    return sum(len(text) for _, text in attributes) + len(narrative[1] if narrative else "") < 500


def _narrative(element: Tree) -> tuple[str | None, str]:
    tail = element.tail
    if element.tag != "narrative" or len(element):
        raise KeyError
    if tail and tail not in _BLANK:
        _must_be_blank(tail)
    language = None
    if names := element.keys():  # an element without attributes would make a dict for .attrib
        language = STRING.known[element.attrib[LANG]]
        if len(names) > 1:
            raise KeyError
    words = element.text
    return language, words.strip(SPACE) if words else ""


def _words(element: Tree) -> Text:
    text = element.text
    if element.keys() or not len(element):
        raise KeyError
    if text and text not in _BLANK:
        _must_be_blank(text)
    return text_of(tuple(map(_narrative, element)))
