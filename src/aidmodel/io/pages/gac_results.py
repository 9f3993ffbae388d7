"""The prose of Global Affairs Canada's pages: the description, its activities, expected and achieved results."""

import re
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from aidmodel.errors import shown
from aidmodel.io.pages.dates import FoundDate, as_of
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry, leave
from aidmodel.io.pages.lines import Line, folded
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
    r"(?:the\s+)?(?:(?:expected|anticipated|intended|planned|desired)\s+)?(?P<level>(?:ultimate|intermediate|immediate)?\s*(?:outcome|output)s?)"
    r"(?:\s+(?:of|for)\s+(?:the|this)\s+project)?\s*(?:is|are|will be|includes?|:)\s*(?:to\s+)?:?\s*"
    r"(?P<statement>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OWN_LEVEL = re.compile(
    r"((?:(?:ultimate|intermediate|immediate)\s+)?(?:outcome|output)s?(?:\s+\d+)?)\s*:\s*(\S.*)", re.IGNORECASE
)
_NONE_YET = re.compile(
    r"(?:no (?:results?|progress)|none|not (?:yet )?available|n/a|to be determined|results? (?:will|are not))\b.*"
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
        for item in listing.items:
            _add(draft, Activity(title=item.text, label=item.label), item, entry)
    if paragraphs:
        text = "\n".join(paragraphs)
        draft.add("descriptions", Description(text), entry.value_line, quote=text)


def read_expected(draft: Draft, entry: Entry) -> None:
    """Read the results that are hoped for, at the level that the words before them name."""
    lines = unwrapped(whole(draft, entry))
    listings = list_of(lines)
    lists = any(listing.items for listing in listings)
    for listing in listings:
        _tell_gap(draft, listing, entry)
        _sentences(draft, entry, listing.before, ResultStatus.EXPECTED, every=not lists)
        lead = _level(listing.lead)
        for item in map(_labelled, listing.items):
            level = _level(item.label or "") or lead
            _add(draft, _node(level, item.text, item.label, ResultStatus.EXPECTED, None), item, entry)
        _sentences(draft, entry, listing.tail, ResultStatus.EXPECTED, every=False)


def read_achieved(draft: Draft, entry: Entry) -> None:
    """Read the results that were reached, with the date as of which the page says so."""
    listings = list_of(unwrapped(whole(draft, entry)))
    lists = any(listing.items for listing in listings)
    for listing in listings:
        _tell_gap(draft, listing, entry)
        _sentences(draft, entry, listing.before, ResultStatus.ACHIEVED, every=not lists)
        level, found = _level(listing.lead), as_of(listing.lead)
        for item in _with_tail(listing):
            node = _node(level, item.text, item.label, ResultStatus.ACHIEVED, found)
            _add(draft, node, item, entry, found)


def _labelled(item: Item) -> Item:
    """Give an item that names its own level ("Immediate outcome 1100: …") with that as its label."""
    named = _OWN_LEVEL.fullmatch(item.text)
    return item if named is None else evolve(item, label=named[1], text=named[2])


def _with_tail(listing: Listing) -> Iterator[Item]:
    """Give the items; sentences after the end of the last belong to it, as an item of results may hold several."""
    for item in listing.items:
        tail = f". {listing.tail}".removesuffix(".") if listing.tail and item is listing.items[-1] else ""
        yield evolve(item, text=f"{item.text}{tail}")


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
        if _NONE_YET.match(folded(sentence)) or not (stated or every):
            leave(draft, [Line(sentence, line.number)])
            continue
        words = (stated["statement"] if stated else sentence).removesuffix(".")
        parts = re.split(r"\s*;\s*(?:and\s+)?", words) if stated else [words]
        found = as_of(sentence) or as_of(lead) if status is ResultStatus.ACHIEVED else None
        level = _level(stated["level"] if stated else lead)
        for part in filter(None, parts):
            _add(draft, _node(level, part, None, status, found), Item(None, part, line), entry, found)


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
