"""What is told: all, or what is chosen by itself, by a code, a family or an id of the standard."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from aidmodel.errors import InvalidValue, near
from aidmodel.rules.rule import Rule

Chosen: TypeAlias = Rule | str | Iterable[Rule | str]
"""Rules, or words that choose some of those there are: a code ("dates.reversed"), a family ("dates"), an id of the standard
("7.5.3"), or "iati" for all that have one; where a file is read, codes of reading ("iati.zone"), or "reading" for them all."""

IATI = "iati"
"""The word for whatever has an id of the standard."""
READING = "reading"
"""The word for all that is found while a file is read."""
UNREADABLE = "iati.unreadable"
"""What says that a file was not judged to its end: an empty report must not."""

_MEND = 'write a code ("dates.reversed"), a family ("dates"), an id of the standard ("7.5.3") or "iati"'


class Choice(NamedTuple):
    """A rule that is asked, and which of its findings count."""

    rule: Rule
    ids: frozenset[str | None] | None
    """The ids of the standard that count, None for findings without one; None: all of them count."""


class Choices(NamedTuple):
    """All that is told."""

    rules: list[Choice]
    """The rules that are asked, in their order."""
    reading: frozenset[str]
    """The codes of what is found while a file is read."""


def chosen(
    known: Sequence[Rule],
    rules: Chosen | None,
    without: Chosen,
    added: Sequence[Rule],
    *,
    owner: str,
    reading: Collection[str] = (),
) -> Choices:
    """Give what is told.

    ``known`` are all rules there are, ``rules`` those to ask (None: all) and ``without`` those not to ask; ``added`` are
    asked beside what ``rules`` chooses. ``reading`` are the codes of what may be found while a file is read: all are told
    unless ``rules`` names some, but for those of ``without``.

    Raises:
        InvalidValue: a word chooses none; the message names what looks like it. Or it is not to be left out.

    """
    every = tuple(dict.fromkeys((*known, *added)))  # a profile may bring what is asked anyway
    if rules is None and without == ():
        return Choices([Choice(rule, None) for rule in every], frozenset(reading))
    wanted: dict[Rule, set[str | None]] = {}
    named: set[str] = set()
    for each in every if rules is None else (*_items(rules, "rules", owner), *added):
        codes = _read(each, reading)
        named |= codes
        for rule, ids in () if codes else _meant(each, every, reading, "rules", owner):
            wanted.setdefault(rule, set()).update(ids)
    own = tuple(rule for rule in wanted if rule not in every)
    told = named or {*reading}
    for each in _items(without, "without", owner):
        codes = _read(each, reading)
        if codes == {UNREADABLE}:
            problem = "cannot be left out: nothing else says that a file was not judged to its end"
            raise InvalidValue(each, problem, "", "without", owner)
        told -= codes
        for rule, ids in () if codes else _meant(each, (*every, *own), reading, "without", owner):
            wanted.get(rule, set()).difference_update(ids)
    choices = [
        Choice(rule, None if wanted[rule] == _ids(rule) else frozenset(wanted[rule]))
        for rule in (*every, *own)
        if wanted.get(rule)
    ]
    return Choices(choices, frozenset(told | ({UNREADABLE} & {*reading})))


def _read(word: Rule | str, reading: Collection[str]) -> set[str]:
    """Give the codes of reading that a word is for; none: it is for rules, as "iati" always is."""
    if word == READING:
        return {*reading}
    return {code for code in reading if word == code or (word != IATI and word == code.partition(".")[0])}


def _items(given: Chosen, name: str, owner: str) -> tuple[Rule | str, ...]:
    items = (given,) if isinstance(given, Rule | str) else tuple(given) if isinstance(given, Iterable) else (given,)
    for position, each in enumerate(items):
        if not isinstance(each, Rule | str):
            path = name if each is given else f"{name}[{position}]"
            raise InvalidValue(each, "must be a rule, or a word that chooses some", _MEND, path, owner)
    return items


def _ids(rule: Rule) -> set[str | None]:
    """All that the findings of a rule may have for an id."""
    return {*rule.standard} if len(rule.standard) == 1 else {None, *rule.standard}


def _meant(
    word: Rule | str, known: Sequence[Rule], reading: Collection[str], name: str, owner: str
) -> list[tuple[Rule, set[str | None]]]:
    """Give the rules that one word is for, each with the ids of the findings that it is for."""
    if isinstance(word, Rule):
        return [(word, _ids(word))]
    found: list[tuple[Rule, set[str | None]]]
    found = [(rule, _ids(rule)) for rule in known if word in (rule.code, rule.code.partition(".")[0])]
    if word == IATI:
        found = [(rule, {*rule.standard}) for rule in known if rule.standard]
    elif not found:
        found = [(rule, {word}) for rule in known if word in rule.standard]
    if not found:
        words = chain.from_iterable((rule.code, rule.code.partition(".")[0], *rule.standard) for rule in known)
        alike = near(word, dict.fromkeys((IATI, *words, *((READING, *reading) if reading else ()))))
        mend = f"did you mean {' or '.join(map(repr, alike))}?" if alike else _MEND
        more = ", nor a code of reading" if reading else ""
        raise InvalidValue(word, f"chooses no rule: it is no code, family or id of one{more}", mend, name, owner)
    return found
