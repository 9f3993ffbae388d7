"""The walk over what a project holds from code lists: every value once, with the official check that it falls under."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, final

from aidmodel.codelists import Codelist, get
from aidmodel.model.chain import ResultsChain
from aidmodel.model.extras import Raw
from aidmodel.model.project import Project
from aidmodel.model.result import Result
from aidmodel.rules._code_list_checks import CHECKS, PLACES
from aidmodel.values.code import Code
from aidmodel.values.money import Money
from aidmodel.values.text import Text

_LANGUAGE = ("", "@{http://www.w3.org/XML/1998/namespace}lang")
"""The element and attribute of the check that is for the language of every element."""


class Check(NamedTuple):
    """An official check: what stands in one place, under one vocabulary, is in one list."""

    id: str
    """The Validator's own id."""
    element: str
    """The path of the element in an activity."""
    attribute: str
    """'@' and the attribute's name, or '#text'."""
    codelist: str
    """The name of the list."""
    vocabulary: str
    """The vocabulary whose codes the list has; '': the place has no other."""
    passing: Collection[str]
    """The codes that are in use."""


class Coded(NamedTuple):
    """A value that is no code in use, where it stands, and the check that says so."""

    path: str
    check: Check
    code: str


class _Step(NamedTuple):
    """A field that holds codes."""

    name: str
    part: str
    """What is meant of each of several codes; '': the code itself."""
    checks: dict[str | None, Check]
    """By vocabulary; None: no vocabulary is stated, or none matters."""
    conditional: bool
    """Whether it depends on the vocabulary which list it is."""


Values = Callable[[Any], tuple[Any, ...]]
"""Gives the values of some fields of an object."""


class _Place(NamedTuple):
    """All that is to be looked at in one kind of object."""

    element: str
    codes: tuple[_Step, ...]
    code_values: Values
    words: tuple[str, ...]
    """The fields that hold words, each of which may state its language."""
    word_values: Values
    inner: tuple[tuple[str, "_Place"], ...]
    """The fields that hold objects, one or several, with what is to be looked at in each."""
    inner_values: Values


@final
class Walk:
    """A walk over projects, for codes that are not in their list, or not in use any more."""

    def __init__(self) -> None:
        self._steps: dict[tuple[str, str], _Step] = {}
        """What is looked at in an element and attribute, the first field of it that there is."""
        of_ways: defaultdict[str, list[_Step]] = defaultdict(list)
        for number, element, attribute, name, vocabulary, default, way, fields in CHECKS:
            if way is None:
                continue
            if (element, attribute) not in self._steps:
                checks: dict[str | None, Check] = {}
                made = [_Step(_name(field), field.partition("[].")[2], checks, vocabulary != "") for field in fields]
                of_ways[way] += made
                self._steps[element, attribute] = made[0] if made else _Step("", "", checks, vocabulary != "")
            checks = self._steps[element, attribute].checks
            checks[vocabulary or None] = Check(number, element, attribute, name, vocabulary, _in_use(get(name)))
            if default:
                checks[None] = checks[vocabulary]
        self._language = self._steps[_LANGUAGE].checks[None]
        top, *_ = PLACES
        self._top = self._made(*top, of_ways)

    def _made(self, way: str, element: str, words: tuple[str, ...], of_ways: Mapping[str, list[_Step]]) -> _Place:
        """Give the place of a way, with all that lies below it."""
        head = f"{way}." if way else ""
        codes = tuple(of_ways.get(way, ()))
        inner = tuple(
            (name.removesuffix("[]"), self._made(known, path, texts, of_ways))
            for known, path, texts in PLACES
            if known and known.startswith(head) and "." not in (name := known.removeprefix(head))
        )
        return _Place(
            element,
            codes,
            _getter(step.name for step in codes),
            words,
            _getter(words),
            inner,
            _getter(name for name, _ in inner),
        )

    def found(self, project: Project) -> list[Coded]:
        """Give each value of a project that is not in order."""
        found: list[Coded] = []
        self._look(self._top, project, found, project.default_currency)
        return found

    def _look(self, place: _Place, thing: Any, found: list[Coded], default: str | None) -> None:
        """Add what is wrong in an object, and in all that it holds, each with its path from there."""
        begun = len(found)
        _, codes, code_values, words, word_values, inner, inner_values = place
        for value, step in zip(code_values(thing), codes) if codes else ():  # noqa: B905  the values are more
            if value is None:
                continue
            kind = type(value)
            name, _, checks, conditional = step
            if kind is Code or kind is str:
                code = value.code if kind is Code else value
                check = checks.get(thing.vocabulary if conditional else None)
                if check is not None and code not in check.passing:
                    found.append(Coded(name, check, code))
            elif kind is Money:
                check, code = checks[None], value.currency
                # the default is looked at where it is stated; one @currency is that of all amounts of a loan
                if code != default and code not in check.passing and (check, code) not in _without_paths(found[begun:]):
                    found.append(Coded(f"{name}.currency", check, code))
            elif kind is tuple and value:
                found += _several(value, step)
        for text, name in zip(word_values(thing), words) if words else ():  # noqa: B905
            if type(text) is Text:
                for language, _ in text.entries:
                    if language is not None and language not in self._language.passing:
                        found.append(Coded(name, self._language, language))
            elif text:
                found += self._texts(name, text)
        for held, (name, below) in zip(inner_values(thing), inner) if inner else ():  # noqa: B905
            if held:
                self._objects(name, below, held, found, default)
        if thing.extras is not None:
            found += self._raw(place, thing)

    def _texts(self, name: str, several: tuple[Text, ...]) -> Iterator[Coded]:
        """Give what is wrong in a field of several texts."""
        for at, text in enumerate(several):
            for language, _ in text:
                if language is not None and language not in self._language.passing:
                    yield Coded(f"{name}[{at}]", self._language, language)

    def _objects(self, name: str, inner: _Place, held: Any, found: list[Coded], default: str | None) -> None:
        """Add what is wrong in one or several objects that a field holds."""
        is_chain = type(held) is ResultsChain
        several = is_chain or type(held) is tuple
        items: Iterable[Any] = held if several else (held,)
        for at, each in enumerate(items):
            if is_chain and not isinstance(each, Result):  # inputs and activities are none of IATI's
                continue
            before = len(found)
            self._look(inner, each, found, default)
            if len(found) > before:
                head = f"{name}[{at}]" if several else name
                found[before:] = [
                    Coded(f"{head}.{path}" if path else head, check, code) for path, check, code in found[before:]
                ]

    def _raw(self, place: _Place, thing: Any) -> Iterator[Coded]:
        """Give what is wrong in the content that a reader kept raw: blank codes, and those that make no value."""
        vocabulary = getattr(thing, "vocabulary", None)
        for raw in thing.extras.raw:
            element = "/".join(filter(None, (place.element, _POSITION.sub("", raw.at))))
            if raw.name[0] == "@":
                yield from self._attribute(place, element, raw.name, raw.xml, vocabulary)
            elif raw.name[0] != "#":
                yield from self._fragment(place, element, raw)

    def _fragment(self, place: _Place, element: str, raw: Raw) -> Iterator[Coded]:
        from xml.etree import ElementTree as ET

        try:
            whole = None if "<!DOCTYPE" in raw.xml else ET.fromstring(raw.xml)  # noqa: S314  no type, so no entities
        except (ET.ParseError, UnicodeEncodeError):  # own content of some other program
            return
        waiting = [] if whole is None else [(element, whole)]
        while waiting:
            above, piece = waiting.pop()
            here = f"{above}/{piece.tag}".removeprefix("/") if len(above) < _DEEPEST else above
            texts = {f"@{name}": text for name, text in piece.attrib.items()}
            for name, text in {**texts, "#text": piece.text or ""}.items():
                if text or name != "#text":
                    yield from self._attribute(place, here, name, text, piece.get("vocabulary", "").strip() or None)
            waiting += [(here, child) for child in reversed(piece)]

    def _attribute(self, place: _Place, element: str, name: str, text: str, vocabulary: str | None) -> Iterator[Coded]:
        step = self._steps.get(_LANGUAGE if name == _LANGUAGE[1] else (element, name))
        check = None if step is None else step.checks.get(vocabulary if step.conditional else None)
        if step is not None and check is not None and text not in check.passing:
            is_own = name != _LANGUAGE[1] and any(step is each for each in place.codes)
            yield Coded(step.name if is_own else "", check, text)


_DEEPEST = 100
"""How long the path of an element of the standard may be at most: what lies deeper is none of it."""
_POSITION = re.compile(r"\[[0-9]+\]")


def _name(field: str) -> str:
    """Give the name of the field itself, of the way to what is meant in it: 'value.currency', 'aid_types[].code'."""
    return field.partition(".")[0].removesuffix("[]")


def _getter(names: Iterable[str]) -> Values:
    """Give what gives the values of fields, and more: of one name alone, its value would come bare."""
    return attrgetter(*names, "extras", "extras")


@cache
def _in_use(codelist: Codelist) -> Collection[str]:
    """Give the codes of a list that it has not withdrawn."""
    return frozenset(code for code, entry in codelist.items() if not entry.withdrawn)


def _several(values: tuple[Any, ...], step: _Step) -> Iterator[Coded]:
    """Give what is wrong in a field of several codes."""
    for at, value in enumerate(values):
        path = f"{step.name}[{at}]"
        check = step.checks.get(value.vocabulary if step.conditional else None)
        if check is None:
            continue
        code = getattr(value, step.part) if step.part else value if type(value) is str else value.code
        if code is not None and code not in check.passing:
            yield Coded(f"{path}.{step.part}".removesuffix("."), check, code)


def _without_paths(found: list[Coded]) -> list[tuple[Check, str]]:
    return [(check, code) for _, check, code in found]
