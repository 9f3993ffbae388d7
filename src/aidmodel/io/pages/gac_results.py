"""The prose of Global Affairs Canada's pages: the description, its activities, expected and achieved results."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from aidmodel.errors import shown
from aidmodel.io.pages.dates import FoundDate, as_of, dates_in
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry, leave
from aidmodel.io.pages.lines import Line, LineKind, folded
from aidmodel.io.pages.lists import Item, Listing, list_of, sentences
from aidmodel.io.pages.mentions import Towns, figures_in, organisations_in, towns_in
from aidmodel.io.pages.paragraphs import unwrapped, whole
from aidmodel.model.organisation import Organisation
from aidmodel.model.place import Location
from aidmodel.model.result import Activity, Impact, Outcome, OutcomeDepth, Output, Result, ResultStatus
from aidmodel.model.statement import Basis, Description

_ACTIVITIES = re.compile(r"\bactivit(?:y|ies)\b|\bactivités?\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:(ultimate|intermediate|immediate)\s+)?(outcome|output)s?\b", re.IGNORECASE)
_IS = re.compile(
    r"(?:the\s+)?(?:(?:expected|anticipated|intended|planned|desired)\s+)?"
    r"(?P<level>(?:ultimate|intermediate|immediate)?\s*(?:outcome|output)s?)"
    r"(?:\s+(?:of|for)\s+(?:the|this)\s+project)?\s*(?:is|are|will be|includes?|:)\s*(?:to\s+)?:?\s*"
    r"(?P<statement>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OWN_LEVEL = re.compile(
    r"((?:(?:ultimate|intermediate|immediate)\s+)?(?:outcome|output)s?(?:\s+\d+)?)\s*:\s*(\S.*)", re.IGNORECASE
)
_OWN_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3}\.?|[1-9]\d{3}[.:])\s+([A-ZÀ-Ý][a-zà-ÿ].*)")
_LEVEL_ALONE = re.compile(
    r"(?:expected\s+)?(?:(?:ultimate|intermediate|immediate)\s+)?(?:outcome|output)s?\s*:?", re.IGNORECASE
)
_LED = re.compile(
    r"(?P<lead>(?:the\s+)?(?:\w+\s+){0,3}results?\b[^:;]*?\binclude[sd]?(?=\s)|"
    r"[^:;]*\b(?:results?|as (?:of|at))\b[^:;]*:)\s*(?P<statement>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OF_ALL = re.compile(
    r"(?:(?:all|together),? )?(?:these|the above)(?: \w+){0,2}? (?:results|achievements|efforts|activities|outputs)\b|"
    r"these (?:(?:have|also|thereby) )*contribut",
    re.IGNORECASE,
)
_SAYS_NO_MORE = frozenset(
    re.findall(
        r"\w+",
        "the this these its our some project projects program programme s main key other planned specific selected "
        "expected anticipated intended desired immediate intermediate ultimate activity activities component components "
        "outcome outcomes output outputs result results progress achievement achievements achieved obtained delivered "
        "reached completed to date so far for of by in on as at end since up until now following follows include includes "
        "included including are is was were will be has have had been and or that with through under",
    )
)
_NONE_YET = re.compile(
    r"(?:no (?:results?|progress)|none|not (?:yet )?available|n/a|to be determined|(?:it is )?too early|"
    r"(?:\w+ ){0,3}results? (?:will|are (?:not|expected)|have not)|"
    r"(?:as )?th(?:e|is) project (?:is|was|has)(?: \w+){0,3}? (?:new|early|planning|inception|start-up|initial|signed|"
    r"approved|launched))\b.*"
)
_OF_PLACE = r"(?:municipality|city|town|district|province|department|mayor[’']s office|government) of (?:the city of )?"


def read_description(draft: Draft, entry: Entry) -> None:
    """Read what a project is about, and the activities that are numbered there."""
    paragraphs: list[str] = []
    for listing in list_of(unwrapped(whole(draft, entry))):
        if not (listing.items and _ACTIVITIES.search(listing.lead)):
            paragraphs.append(listing.text)
            continue
        paragraphs.extend(filter(None, (listing.before, listing.tail)))
        _tell_gap(draft, listing, entry)
        _tell_lead(draft, listing.lead, entry)
        for item in listing.items:
            _add(draft, Activity(title=item.text, label=item.label), item, entry)
    if paragraphs:
        text = "\n".join(paragraphs)
        draft.add("descriptions", Description(text), entry.value_line, quote=text)


def read_expected(draft: Draft, entry: Entry) -> None:
    """Read the results that are hoped for, at the level that the words before them name."""
    for listing, every in _listings(unwrapped(whole(draft, entry))):
        _tell_gap(draft, listing, entry)
        _tell_lead(draft, listing.lead, entry)
        _sentences(draft, entry, listing.before, ResultStatus.EXPECTED, every=every)
        lead = _level(listing.lead)
        for item in map(_labelled, listing.items):
            level = _level(item.label or "") or lead
            _add(draft, _node(level, item.text, item.label, ResultStatus.EXPECTED, None), item, entry)
        _sentences(draft, entry, listing.tail, ResultStatus.EXPECTED, every=False)


def read_achieved(draft: Draft, entry: Entry) -> None:
    """Read the results that were reached, with the date as of which the page says so."""
    for listing, every in _listings(unwrapped(whole(draft, entry))):
        _tell_gap(draft, listing, entry)
        _tell_lead(draft, listing.lead, entry)
        _sentences(draft, entry, listing.before, ResultStatus.ACHIEVED, every=every)
        lead, found = _level(listing.lead), _when(draft, listing.lead, entry)
        tail = sentences(listing.tail)
        own = next((at for at, sentence in enumerate(tail) if _OF_ALL.match(sentence)), len(tail))
        for item in map(_labelled, _with_tail(listing, tail[:own])):
            level = _level(item.label or "") or lead
            _add(draft, _node(level, item.text, item.label, ResultStatus.ACHIEVED, found), item, entry, found)
        leave(draft, [Line(sentence, _line_of(entry, sentence).number) for sentence in tail[own:]])


def _listings(lines: Sequence[Line]) -> Iterator[tuple[Listing, bool]]:
    """Give the lists of a section, and of each whether all sentences before it are results, as there are no items.

    A line that is a level and no more leads to what stands below it.
    """
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.kind is not LineKind.ITEM and _LEVEL_ALONE.fullmatch(line.text):
            groups.append([Line(f"{line.text.rstrip(' :')}:", line.number)])
        else:
            groups[-1].append(line)
    listings = [list_of(group) for group in groups]
    lists = any(listing.items for group in listings for listing in group)
    for position, group in enumerate(listings):
        alone = position > 0 and not any(listing.items for listing in group)
        yield from ((listing, alone or not lists) for listing in group)


def _labelled(item: Item) -> Item:
    """Give an item that names its own level ("Immediate outcome 1100: …") or number ("1.1 …") with that as its label."""
    named = _OWN_LEVEL.fullmatch(item.text) or (None if item.label else _OWN_NUMBER.fullmatch(item.text))
    return item if named is None else evolve(item, label=named[1], text=named[2])


def _with_tail(listing: Listing, tail: Sequence[str]) -> Iterator[Item]:
    """Give the items; sentences after the end of the last belong to it, as an item of results may hold several."""
    for item in listing.items:
        more = f". {' '.join(tail)}".removesuffix(".") if tail and item is listing.items[-1] else ""
        yield evolve(item, text=f"{item.text}{more}")


def _sentences(draft: Draft, entry: Entry, text: str, status: ResultStatus, *, every: bool) -> None:
    """Read results that are no items: "The ultimate outcome is …"; with ``every`` also those of no such form.

    A sentence that ends with a colon is none itself: it says the level and the date of those that follow.
    """
    lead = ""
    for sentence in sentences(text):
        stated = _IS.match(sentence) if status is ResultStatus.EXPECTED else None
        line = _line_of(entry, sentence)
        if every and sentence.endswith(":"):
            lead = sentence
            continue
        if _NONE_YET.match(folded(sentence)) or not (stated or every) or _OF_ALL.match(sentence):
            leave(draft, [Line(sentence, line.number)])
            continue
        led = stated or _LED.match(sentence)
        if led and not stated:
            lead = led["lead"]
            _tell_lead(draft, lead, entry)
        words = (led["statement"] if led else sentence).removesuffix(".")
        parts = re.split(r"\s*;\s*(?:and\s+)?", words) if led else [words]
        found = as_of(sentence) or _when(draft, lead, entry) if status is ResultStatus.ACHIEVED else None
        level = _level(stated["level"] if stated else lead)
        for part in filter(None, parts):
            _add(draft, _node(level, part, None, status, found), Item(None, part, line), entry, found)


def _when(draft: Draft, lead: str, entry: Entry) -> FoundDate | None:
    """Give the date as of which a lead says that results were reached; one that cannot be read is told."""
    found = as_of(lead)
    if found is None and (re.search(r"\bas (?:of|at)\b|\byear\b", lead, re.IGNORECASE) or dates_in(lead)):
        message = f"{shown(lead)} gives no date as of which the results are stated: it is left out"
        draft.issue("page.not-understood", message, _line_of(entry, lead), "chain")
    return found


def _tell_lead(draft: Draft, lead: str, entry: Entry) -> None:
    """Report a lead that says more than what it leads to, and when."""
    found = as_of(lead)
    words = re.findall(r"[^\W\d_]+", folded(lead.replace(found.words, "") if found else lead))
    if set(words) - _SAYS_NO_MORE and not (found is None and dates_in(lead)):
        leave(draft, [Line(lead, _line_of(entry, lead).number)])


def _line_of(entry: Entry, words: str) -> Line:
    return next((line for line in entry.values if words[:40] in line.text), entry.value_line)


def _level(lead: str) -> str | None:
    """Give the level that a lead names; None: it speaks of results, and says no more."""
    found = _LEVEL.search(lead)
    return None if found is None else f"{found[1] or ''} {found[2]}".strip().casefold()


def _node(level: str | None, title: str, label: str | None, status: ResultStatus, when: FoundDate | None) -> Result:
    stated: dict[str, Any] = {"title": title, "label": label, "status": status, "as_of": when.date if when else None}
    if level is None:
        return Result(**stated)
    if level.startswith("ultimate"):
        return Impact(**stated)
    if level.endswith("output"):
        return Output(**stated)
    depth = OutcomeDepth.find(level.removesuffix("outcome").strip())
    return Outcome(depth=depth, **stated)


def _add(draft: Draft, node: Activity | Result, item: Item, entry: Entry, when: FoundDate | None = None) -> None:
    """Add a step to the chain, with what its words mention; its status and date are from other words than its title."""
    line = item.line or entry.value_line
    status = node.status if isinstance(node, Result) else None
    text = item.text
    figures = figures_in(text, status, draft.language)
    names = organisations_in(text)
    towns = towns_in(text, draft.language)
    refs = _towns(draft, towns, line) if towns else ()
    node = evolve(
        node,
        figures=[figure for figure, _ in figures],
        organisations=[Organisation(name) for name in names],
        locations=refs,
    )
    path = draft.add("chain", node, line, quote=f"{item.label} {text}" if item.label else text)
    if status is not None:
        draft.prove(f"{path}.status", entry.line, quote=entry.printed)
    if when is not None:
        draft.prove(f"{path}.as_of", _line_of(entry, when.words), quote=when.words)
    for position, (figure, number) in enumerate(figures):
        if figure.role is not None:
            draft.prove(f"{path}.figures[{position}].role", line, basis=Basis.INFERRED, quote=number.words)
    if towns and not towns.agrees:
        listed = len(towns.names) or "another number"
        message = f"{shown(towns.count.words)} are stated, and {shown(towns.words)} lists {listed}"
        draft.issue("page.count-disagrees", message, line, path)


def _towns(draft: Draft, towns: Towns, line: Line) -> tuple[str, ...]:
    refs: list[str] = []
    for name in towns.names:
        ref = "-".join(folded(name).split())
        refs.append(ref)
        if not any(place.ref == ref for place in draft.items("locations")):
            path = draft.add("locations", Location(name, ref=ref, country=towns.country), line, quote=towns.words)
            if towns.country:
                draft.prove(f"{path}.country", line, basis=Basis.DERIVED, quote=towns.count.words)
    return tuple(dict.fromkeys(refs))


def settle_places(draft: Draft) -> None:
    """Point results that speak of "the Municipality of Bogotá" to that place, where another result has named it."""
    chain: list[Activity | Result] = draft.fields.get("chain", [])
    for position, node in enumerate(chain):
        text = str(node.title)
        found = [
            place.ref
            for place in draft.items("locations")
            if re.search(rf"(?i:{_OF_PLACE}){re.escape(str(place.name))}\b", text)
        ]
        if new := [ref for ref in found if ref not in node.locations]:
            chain[position] = evolve(node, locations=(*node.locations, *new))
            draft.prove(f"chain[{position}].locations", None, basis=Basis.INFERRED, quote=text)


def _tell_gap(draft: Draft, listing: Listing, entry: Entry) -> None:
    if listing.gap:
        labels = ", ".join(item.label or "" for item in listing.items)
        draft.issue(
            "page.list-gap", f"the list goes {labels}", _line_of(entry, listing.lead or listing.items[0].text), "chain"
        )
