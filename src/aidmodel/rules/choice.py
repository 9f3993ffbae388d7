"""Which rules are asked: all, or those that are chosen by themselves, by a code, a family or an id of the standard."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from aidmodel.errors import InvalidValue, near
from aidmodel.rules.rule import Rule

Chosen: TypeAlias = Rule | str | Iterable[Rule | str]
"""Rules, or words that choose some of those there are: a code ("dates.reversed"), a family ("dates"), an id of the standard
("7.5.3"), or "iati" for all that have one."""

IATI = "iati"
"""The word for whatever has an id of the standard."""

_MEND = 'write a code ("dates.reversed"), a family ("dates"), an id of the standard ("7.5.3") or "iati"'


class Choice(NamedTuple):
    """A rule that is asked, and which of its findings count."""

    rule: Rule
    ids: frozenset[str | None] | None
    """The ids of the standard that count, None for findings without one; None: all of them count."""


def chosen(
    known: Sequence[Rule], rules: Chosen | None, without: Chosen, added: Sequence[Rule], owner: str
) -> list[Choice]:
    """Give the rules that are asked, in their order.

    ``known`` are all there are, ``rules`` those to ask (None: all) and ``without`` those not to ask; ``added`` are asked
    beside what ``rules`` chooses.

    Raises:
        InvalidValue: a word chooses none; the message names what looks like it.

    """
    every = (*known, *added)
    if rules is None and without == ():
        return [Choice(rule, None) for rule in every]
    wanted: dict[Rule, set[str | None]] = {}
    for each in every if rules is None else (*_items(rules, "rules", owner), *added):
        for rule, ids in _meant(each, every, "rules", owner):
            wanted.setdefault(rule, set()).update(ids)
    own = tuple(rule for rule in wanted if rule not in every)
    for each in _items(without, "without", owner):
        for rule, ids in _meant(each, (*every, *own), "without", owner):
            wanted.get(rule, set()).difference_update(ids)
    return [
        Choice(rule, None if wanted[rule] == _ids(rule) else frozenset(wanted[rule]))
        for rule in (*every, *own)
        if wanted.get(rule)
    ]


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


def _meant(word: Rule | str, known: Sequence[Rule], name: str, owner: str) -> list[tuple[Rule, set[str | None]]]:
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
        alike = near(word, dict.fromkeys((IATI, *words)))
        mend = f"did you mean {' or '.join(map(repr, alike))}?" if alike else _MEND
        raise InvalidValue(word, "chooses no rule: it is no code, family or id of one", mend, name, owner)
    return found
