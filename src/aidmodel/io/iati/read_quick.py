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
from aidmodel.io.iati.kinds import CURRENCY, LANG, REMEMBERED, SPACE, STRING, text_of
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
from aidmodel.values.text import Entry, Text

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
        "narratives": _narratives,
        "is_short": _is_short,
        "text": _text,
        "text_of": text_of,
        "words": _words,
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


_BLANK: set[str | None] = {None, ""}
"""The white space that was met between elements: files repeat it, and a look-up is cheaper than to look at it."""


def _must_be_blank(text: str) -> None:
    """Refuse words where none belong; what is known to be blank is not asked about."""
    if text.strip(SPACE):
        raise KeyError
    if len(_BLANK) < REMEMBERED and len(text) < 100:
        _BLANK.add(text)


def _is_short(key: tuple[tuple[tuple[str, str], ...], tuple[Entry, ...]]) -> bool:
    """Say whether what an organisation was made of is as short as names are, so that it may be remembered."""
    return sum(len(text) for pairs in key for _, text in pairs) < 500


def _narratives(element: Tree) -> tuple[Entry, ...]:
    """Give the languages and words of an element that has narratives and no other child."""
    entries: list[Entry] = []
    for child in element:
        if child.tag != "narrative" or len(child):
            raise KeyError
        if child.tail not in _BLANK:
            _must_be_blank(child.tail or "")
        words = child.text
        language = None
        if names := child.keys():  # an element without attributes would make a dict for .attrib
            language = STRING.known[child.attrib[LANG]]
            if len(names) > 1:
                raise KeyError
        entries.append((language, words.strip(SPACE) if words else ""))
    return tuple(entries)


_text_twin = twin(Text)


def _text(element: Tree) -> Text:
    """Give the text of an element that has narratives and no other child."""
    text: Text = _text_twin()  # as text_of does, without a call
    text.entries = _narratives(element)  # type: ignore[misc]
    text.__class__ = Text
    return text


def _words(element: Tree) -> Text:
    """Give the text of an element that has narratives and nothing else."""
    if element.keys() or not len(element):
        raise KeyError
    if element.text not in _BLANK:
        _must_be_blank(element.text or "")
    return _text(element)
