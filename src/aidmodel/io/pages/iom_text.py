"""The prose of the IOM Development Fund's pages: the situation, the aim, what is to come of it, whom it serves."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import final

from attrs import evolve

from aidmodel.errors import InvalidValue, shown
from aidmodel.io.pages.dates import FoundDate, dates_in, spans_in
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry
from aidmodel.io.pages.lines import Line, LineKind
from aidmodel.io.pages.lists import Item, Listing, list_of, sentences
from aidmodel.io.pages.mentions import figures_in, organisations_in
from aidmodel.io.pages.named_places import places_named
from aidmodel.io.pages.numbers import numbers_in
from aidmodel.io.pages.paragraphs import unwrapped, whole
from aidmodel.io.pages.people import served_in, strengthened_in
from aidmodel.io.pages.strategies import Strategy, strategies_in
from aidmodel.model.organisation import Organisation
from aidmodel.model.result import Activity, Outcome, Output, Result, ResultStatus
from aidmodel.model.statement import Alignment, Basis, ContextFact, Description, DescriptionType
from aidmodel.values.text import Text

_OWN = re.compile(
    r"\b(?:the|this|our|ce|le|cette|du)\s(?!(?:previous|earlier|former|first|last)\b)(?:[\w’'-]+\s){0,2}?"
    r"(?:project|initiative|intervention|projet)\b|^(?:the\s)?(?:\w+\s)?(?:objectives?|activities|outputs|outcomes|results|"
    r"objectifs?|activités|résultats)(?:\s(?:attendus|escomptés|spécifiques))?"
    r"(?:\s(?:are|include|sont|comprennent))?\s?(?::|$)",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"\b(?:project|initiative|intervention|activit\w+|it|this|these|projet|il|elle|celui-ci)\b", re.IGNORECASE
)
_AIM = re.compile(
    r"\b(?:aims?\s(?:to|at)|aimed\sto|seeks?\sto|intends?\sto|proposes?\sto|(?:objective|goal|purpose|aim)\b.{0,40}?\b(?:is|was)|"
    r"vise\sà|cherche\sà|se\spropose|objectif\b.{0,40}?\best|a\spour\s(?:but|objectif))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|to\sbe|expected|planned|attendue?s?|escomptée?s?|prévue?s?|propos\w+|objectives?|goals?|objectifs?|permettra|prévoit|"
    r"(?:aim|seek|intend)(?:s|ed|ing)?(?:\sto|\sat)?|vise|cherche|is\sto|are\sto|va|vont|contribuera|renforcera|aidera|appuiera|visera)\b",
    re.IGNORECASE,
)
_BARE_LEAD = re.compile(
    r"(?:(?:(?:to|in|for|with|pour|à|dans)\s[^,]{1,60}|(?:more\s)?specifically|plus\sprécisément),\s)?"
    r"(?:(?:the|this|le|ce)\s(?:project|initiative|projet)|iom|it|il)"
    r"(?:\s(?:will|would|shall|aims?\sto|seeks?\sto|intends?\sto|vise\sà|va|cherche\sà)(?:\s(?:also|therefore|aussi))?)?"
    r"\s?:?|(?:the|this)\sproject\s(?:has|comprises|consists\sof)\s(?:\w+\s)?(?:objectives|components|outcomes)\s?:?|"
    r"(?:the\s)?(?:[\w’'-]+\s){0,2}(?:objectives?|activities|outputs|outcomes|results|components|objectifs?|activités|"
    r"résultats|composantes)(?:\s(?:attendus|escomptés|prévus|spécifiques))?(?:\s(?:of|du|de)\s(?:the|this|ce)?\s?(?:project|projet))?"
    r"(?:\s(?:are|include|comprise|will\s(?:be|include)|sont|comprennent))?(?:\sas\sfollows|\sthe\sfollowing|\sles\ssuivante?s|\sto)?\s?:?",
    re.IGNORECASE,
)
_LEVELS: tuple[tuple[str, type[Activity | Result]], ...] = (
    (r"activities|activités", Activity),
    (r"outputs|produits", Output),
    (r"outcomes|effets", Outcome),
)
_LED = r"\b(?:{})(?:\s(?:are|include|comprise|will\s(?:be|include)|sont|comprennent|as\sfollows))?\s?:?$"
_QUOTED = re.compile(r"[“\"«]\s*(?P<words>[^“”\"«»]+?)\s*[”\"»]")
_OBJECTIVE = re.compile(r"\b(?:objective|goal|target|priority|pillar|outcome|objectif|cible|axe)s?\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?P<label>(?P<kind>objective|outcome|output|activity|component|result|objectif|résultat|activité|produit|effet|"
    r"composante)\s\d{1,2}(?:\.\d{1,2})?)\s?[:–—-]\s(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SITUATION = re.compile(
    r"(?:background|context|rationale|situation|contexte|justification)(?:\sand\s\w+)?\s?:?", re.IGNORECASE
)
_NOT_THEN = re.compile(
    r"\b(?:since|before|after|until|from|depuis|avant|après|jusqu['’]en)\s+"
    r"(?:the\s+|(?:the\s+)?end\s+of\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",\s(?:while|whereas|alors\sque|tandis\sque)\s|;\s+", re.IGNORECASE)
_NO_TIME = re.compile(
    r"\b(?:law|act|decree|agenda|vision|convention|protocol|plan|policy|census|loi|décret)\b", re.IGNORECASE
)


def read_description(draft: Draft, entry: Entry) -> None:
    """Read the prose of a page: each sentence becomes what it states, and none is read as two things.

    Before the first sentence that speaks of the project they tell of the situation around it; a page that never does is
    about the project all along.
    """
    lines = unwrapped(whole(draft, entry))
    if lines:
        _Telling(draft, lines).read()


@final
class _Telling:
    """What is known of a text while it is read, sentence by sentence."""

    def __init__(self, draft: Draft, lines: Sequence[Line]) -> None:
        self._draft = draft
        told = [line for line in lines if _SITUATION.fullmatch(line.text) is None]
        self._lines = [evolve(line, kind=LineKind.HEADING) if is_heading(line) else line for line in told]
        self._own = len(told) == len(lines) and not any(_OWN.search(line.text) for line in lines)
        self._told: list[tuple[str, DescriptionType | None, Line]] = []
        self._strategies: list[tuple[Strategy, list[str], str | None, Line]] = []

    def read(self) -> None:
        """Read all of it."""
        for listing in list_of(self._lines):
            before = sentences(listing.before)
            for position, words in enumerate(before):
                leads = bool(listing.items) and position == len(before) - 1 and _OWN.search(words) is not None
                self._sentence(words, aim=leads)
            if listing.items:
                self._list(listing)
            for words in sentences(listing.tail):
                self._sentence(words)
        self._describe()
        self._align()

    def _line_of(self, words: str) -> Line:
        return next((line for line in self._lines if words[:40] in line.text), self._lines[0])

    def _sentence(self, words: str, *, aim: bool = False) -> None:
        line = self._line_of(words)
        if _NUMBERED.fullmatch(words):
            self._own = True
            self._item(Result, Item(None, words.removesuffix("."), line), None, "")
            return
        self._own = self._own or _OWN.search(words) is not None
        self._add_places(words, line)
        if not self._own:
            self._situation(words, line)
        elif not self._serves(words, line):
            self._told.append((words, DescriptionType.OBJECTIVES if aim or _AIM.search(words) else None, line))

    # -------------------------------------------------------------- the situation

    def _situation(self, words: str, line: Line) -> None:
        for clause in _CLAUSE.split(words):
            counted = [
                found.quantity
                for found in numbers_in(clause, self._draft.language)
                if found.quantity is not None and not found.is_whole
            ]
            dates = [] if spans_in(clause) or _NO_TIME.search(clause) else _dates_of(clause)
            when = dates[0].date if len(dates) == 1 else None
            for quantity in counted or (None,):
                fact = ContextFact(clause.removesuffix("."), quantity=quantity, as_of=when)
                path = self._draft.add("context", fact, line, quote=clause)
                if when is not None:
                    self._draft.prove(f"{path}.as_of", line, basis=Basis.INFERRED, quote=dates[0].words)

    # -------------------------------------------------------------- what is to come of it

    def _list(self, listing: Listing) -> None:
        self._own = self._own or _OWN.search(listing.lead) is not None
        if not self._own:
            items = (f"{item.label} {item.text}" if item.label else item.text for item in listing.items)
            self._situation(", ".join([f"{listing.lead} {next(items)}".strip(), *items]), self._line_of(listing.lead))
            return
        line = self._line_of(listing.lead or listing.items[0].text)
        if listing.lead and _BARE_LEAD.fullmatch(listing.lead) is None:
            aim = _AIM.search(listing.lead) or _TO_COME.search(listing.lead)
            self._told.append((listing.lead, DescriptionType.OBJECTIVES if aim else None, line))
        if listing.gap:
            labels = ", ".join(item.label or "" for item in listing.items)
            self._draft.issue("page.list-gap", f"the list goes {labels}", line, "chain")
        node = next(
            (node for words, node in _LEVELS if re.search(_LED.format(words), listing.lead, re.IGNORECASE)), Result
        )
        status = ResultStatus.EXPECTED if _TO_COME.search(listing.lead) else None
        for item in listing.items:
            self._item(node, item, status, listing.lead)

    def _item(self, kind: type[Activity | Result], item: Item, status: ResultStatus | None, lead: str) -> None:
        line = item.line or self._line_of(item.text)
        found = figures_in(item.text, status, self._draft.language)
        organisations = [Organisation(name) for name in organisations_in(item.text)]
        figures = [figure for figure, _ in found]
        title, label = item.text, item.label
        if numbered := _NUMBERED.fullmatch(title):
            title, label = numbered["text"], numbered["label"]
            kind = next((each for words, each in _LEVELS if re.fullmatch(words, _plural(numbered["kind"]))), kind)
        node = kind(title=title, label=label, status=status, figures=figures, organisations=organisations)
        people: dict[str, str] = {}
        if isinstance(node, Result):
            people = dict([*strengthened_in(item.text), *served_in(item.text)])
            node = evolve(node, beneficiaries=tuple(people))
        path = self._draft.add("chain", node, line, quote=f"{item.label or ''} {item.text}".strip())
        if status is not None:
            self._draft.prove(f"{path}.status", self._line_of(lead), basis=Basis.DERIVED, quote=lead)
        for position, words in enumerate(people.values()):
            self._draft.prove(f"{path}.beneficiaries[{position}]", line, basis=Basis.INFERRED, quote=words)
        for position, (figure, number) in enumerate(found):
            if figure.role is not None:
                self._draft.prove(f"{path}.figures[{position}].role", line, basis=Basis.INFERRED, quote=number.words)
        self._add_places(item.text, line)

    def _add_places(self, words: str, line: Line) -> None:
        """Add the places that words name; that the project works there is inferred where they tell of the situation."""
        for place, quote in places_named(words):
            if all(place.name != known.name for known in self._draft.items("locations")):
                basis = Basis.STATED if self._own else Basis.INFERRED
                path = self._draft.add("locations", place, line, basis=basis, quote=quote)
                if place.feature_designation is not None:
                    self._draft.prove(f"{path}.feature_designation", line, basis=Basis.DERIVED, quote=quote)

    # -------------------------------------------------------------- whom it serves

    def _serves(self, words: str, line: Line) -> bool:
        """Take what a sentence says of strategies; False: it says nothing of any."""
        if _ITS.search(words) is None:
            return False
        new = strategies_in(words, self._draft.language)
        quoted = _QUOTED.search(words) if _OBJECTIVE.search(words) else None
        objective = quoted["words"] if quoted and len(new) < 2 else None
        self._strategies += [(each, [words], objective, line) for each in new]
        if new or objective is None:
            return bool(new)
        named = [position for position, (each, *_) in enumerate(self._strategies) if _is_named(each, words)]
        if len(named) != 1:
            return False
        each, notes, known, first = self._strategies[named[0]]
        self._strategies[named[0]] = (each, [*notes, words], known or objective, first)
        return True

    def _align(self) -> None:
        for each, notes, objective, line in self._strategies:
            span = None
            if each.span is not None:
                try:
                    span = each.span.span
                except InvalidValue:
                    message = f"the years of {shown(each.name)} are reversed: {shown(each.span.words)} is left out"
                    self._draft.issue("page.dates-reversed", message, line)
            stated = Text() if objective is None else Text(objective)
            alignment = Alignment(each.name, span=span, objective=stated, note=" ".join(notes))
            path = self._draft.add("alignments", alignment, line, quote=notes[0])
            if objective:
                self._draft.prove(f"{path}.objective", self._line_of(notes[-1]), quote=objective)

    # -------------------------------------------------------------- the rest

    def _describe(self) -> None:
        """Add the sentences on the project; those of one kind that follow each other are one text."""
        for kind, group in groupby(self._told, key=lambda told: told[1]):
            told = list(group)
            paragraphs = [
                " ".join(words for words, _, _ in each) for _, each in groupby(told, key=lambda told: told[2])
            ]
            text, line = "\n".join(paragraphs), told[0][2]
            path = self._draft.add("descriptions", Description(text, type=kind), line, quote=text)
            if kind is not None:
                self._draft.prove(f"{path}.type", line, basis=Basis.INFERRED, quote=text)


def _plural(kind: str) -> str:
    return re.sub(r"ys$", "ies", f"{kind.casefold()}s")


def _dates_of(words: str) -> list[FoundDate]:
    """Give the dates of which words may speak; "since 2015" is none."""
    return [found for found in dates_in(words) if _NOT_THEN.search(words[: found.start]) is None]


def is_heading(line: Line) -> bool:
    """Say whether a few words alone stand above a part of the prose: "Background", "Expected results"."""
    return _SITUATION.fullmatch(line.text) is not None or _BARE_LEAD.fullmatch(line.text) is not None


def _is_named(strategy: Strategy, words: str) -> bool:
    name = strategy.name.partition(" (")[0]
    return name in words or (
        strategy.short is not None and re.search(rf"\b{re.escape(strategy.short)}\b", words) is not None
    )
