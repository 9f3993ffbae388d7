"""Rules on codes: that each is in the list of its place, and still in use.

The checks are those of the IATI Validator, with its ids; the lists are those of :mod:`aidmodel.codelists`. A code passes
that stands in its list as it is written, withdrawn or not. Which list it is may depend on the vocabulary; codes of a
vocabulary without a list here are nobody's to judge. A project has no version (9.1.1), and is no organisation file.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from aidmodel import codelists
from aidmodel.codelists import Codelist, Entry
from aidmodel.errors import near
from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.rules._code_list_checks import CHECKS
from aidmodel.rules.coded import Check, Coded, Walk
from aidmodel.rules.rule import Basis, Finding, Rule, rule

IDS = tuple(dict.fromkeys(number for number, *_, way, _ in CHECKS if way is not None))
"""The official ids, each once: the Validator uses 9.129.1 and 9.130.1 for two checks each."""


@rule("code-lists.unknown", Severity.ERROR, "IATI Validator: code-list checks", standard=IDS)
def unknown(project: Project, basis: Basis) -> Iterator[Finding]:
    """Each code, currency and language is in the code list of its place and vocabulary, as it is written there."""
    for path, check, code in basis.each(_coded, project):
        if code not in codelists.get(check.codelist):
            yield Finding(path, _said(check, code[:_LONG]), check.id)


@rule("code-lists.withdrawn", Severity.INFO, "IATI 2.03 code lists: status")
def withdrawn(project: Project, basis: Basis) -> Iterator[Finding]:
    """A code is one that its list has not withdrawn; what was published before may keep it."""
    for path, check, code in basis.each(_coded, project):
        entry = codelists.get(check.codelist).get(code)
        if entry is not None:
            yield Finding(path, _gone(check.codelist, entry))


def _coded(project: Project) -> Iterable[Coded]:
    """Give each value that is no code in use."""
    return _walk().found(project)


@cache
def _walk() -> Walk:
    return Walk()


# ------------------------------------------------------------------ what is said

_MEANT = {
    ("Country", "UK"): "GB",
    ("Country", "EL"): "GR",
    ("SectorVocabulary", "DAC"): "1",
    ("SectorVocabulary", "DAC-3"): "2",
    ("PolicyMarkerVocabulary", "DAC"): "1",
    ("TransactionType", "IF"): "1",
    ("TransactionType", "C"): "2",
    ("TransactionType", "D"): "3",
    ("TransactionType", "E"): "4",
    ("TransactionType", "IR"): "5",
    ("TransactionType", "LR"): "6",
    ("TransactionType", "R"): "7",
    ("TransactionType", "QP"): "8",
    ("TransactionType", "QS"): "9",
    ("TransactionType", "CG"): "10",
}
"""What stands for a code elsewhere: countries in the European Union's own use, the others in IATI 1.0x."""

_FEW = 8
"""How many codes a list may have to be shown as a whole."""

_LONG = 81
"""How much of what stands in place of a code is told and remembered."""

_SHORT = 3
"""How many letters are too few to tell what looks alike: KS is not SK."""


@lru_cache(1_000)
def _said(check: Check, code: str) -> str:
    """Say that a code is not in its list, and what was likely meant."""
    if not code.strip():
        return f"is blank, and no code of the list {check.codelist}: state one, or leave it out"
    shown = code if len(code) < _LONG else f"{code[:-1]}…"
    return f"{shown!r} is not in the code list {check.codelist}: {_mend(check, code.strip())}"


def _mend(check: Check, code: str) -> str:
    known = codelists.get(check.codelist)
    meant = _meant(known, code)
    if meant is not None:
        return f"write {_named(meant)}"
    for name, vocabulary in _beside(check):
        if code in codelists.get(name):
            return f"it is in {name}, the list of vocabulary {vocabulary!r}"
    alike = _alike(known, code)
    if alike:
        return f"did you mean {' or '.join(_named(known[each]) for each in alike)}?"
    if len(known) <= _FEW:
        return f"it has {', '.join(map(_named, known.values()))}"
    return f"take one of its {len(known):,} codes"


def _meant(known: Codelist, code: str) -> Entry | None:
    """Give the entry that a code in other letters, a name, or another list's code for it certainly means."""
    word = code.casefold()
    for entry in known.values():
        if word in (entry.code.casefold(), entry.name.casefold()):
            return entry
    if known.name == "Language":  # which has languages only, not those of a country: en-GB
        return known.get(re.split("[-_]", word)[0])
    other = _MEANT.get((known.name, code.upper()))
    return None if other is None else known[other]


def _alike(known: Codelist, code: str) -> tuple[str, ...]:
    """Give the codes that may be meant: kinds of file (PDF), other zeros, languages that begin so (ENG), much like a name."""
    word = code.casefold()
    kinds = tuple(each for each in known if each.endswith(f"/{word}"))
    if kinds:
        return kinds[:_SHORT]
    if any(mark.isdigit() for mark in code):  # numbers that look alike mean nothing alike
        return tuple(each for each in known if each.lstrip("0") == code.lstrip("0"))
    if len(code) <= _SHORT:
        begun = tuple(each.code for each in known.values() if each.name.casefold().startswith(word))
        return begun if len(begun) == 1 and len(code) == _SHORT else ()
    words = {each: each for each in known} | {entry.name: entry.code for entry in known.values()}
    return tuple(dict.fromkeys(words[each] for each in near(code, words)))


def _beside(check: Check) -> Iterator[tuple[str, str]]:
    """Give the lists of other vocabularies in the same place, each with its vocabulary."""
    for _, element, attribute, name, vocabulary, *_ in CHECKS:
        if (element, attribute) == (check.element, check.attribute) and name != check.codelist:
            yield name, vocabulary


def _named(entry: Entry) -> str:
    return repr(entry.code) if entry.name == entry.code else f"{entry.code!r} ({entry.name})"


_SUCCESSOR = re.compile(r"Use code (\w+)")


@cache
def _gone(name: str, entry: Entry) -> str:
    """Say that a code has been withdrawn, since when, and what to write."""
    day = "" if entry.withdrawn_on is None else f" (in use until {entry.withdrawn_on})"
    found = _SUCCESSOR.search(entry.description or "")
    successor = codelists.get(name).get(found[1]) if found else None
    mend = (
        f"write {_named(successor)}"
        if successor
        else "choose one that is in use, unless it was so when this was stated"
    )
    return f"{_named(entry)} has been withdrawn from the code list {name}{day}: {mend}"


RULES: tuple[Rule, ...] = (
    unknown,
    withdrawn,
)
