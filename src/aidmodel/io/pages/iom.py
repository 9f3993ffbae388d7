"""Pages of the IOM Development Fund."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from aidmodel.errors import InvalidValue
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.iom_fields import (
    AMOUNT,
    COVERAGE,
    END,
    IN_ORDER,
    PRIMA,
    PROJECTS,
    REGION,
    START,
    STATES,
    STATUS,
    TYPE,
    TYPES,
    YEAR,
    is_value,
    may_be_first,
)
from aidmodel.io.pages.iom_text import is_heading, read_description
from aidmodel.io.pages.labels import Entry, Label, Publisher, entries_of, leave
from aidmodel.io.pages.layouts import reads_as_sentence, settled, unlabelled
from aidmodel.io.pages.lines import Line, LineKind, folded
from aidmodel.model.project import ProjectScope
from aidmodel.model.statement import DateEdge
from aidmodel.values.span import DateSpan

_FURNITURE = re.compile(
    r"who we are|our work|what we do|partnerships|highlights|where we work|take action|work with us|get involved|"
    r"data and research|2030 agenda|(?:the )?iom development fund|home|news|projects?|all projects|our projects|menu|search|"
    r"about(?: us)?|contact(?: us)?|donate|skip to main content|back(?: to .*)?|(?:project )?(?:details|information|overview)|"
    r"summary|qui sommes-nous|notre travail|ce que nous faisons|ou nous travaillons|agir|accueil|projets|"
    r"donnees et recherche|agenda 2030|recherche|fonds de l'oim pour le developpement"
)


_GOES_ON = re.compile(
    r"(?:,|\b(?:in|of|and|the|for|to|at|on|with|from|between|de|du|des|la|le|les|et|en|au|aux|à|pour|entre))$",
    re.IGNORECASE,
)
_FRENCH_WORDS = r"\b(?:le|la|les|des|et|du|une|dans|est|sont|ce)\b"
_ENGLISH_WORDS = r"\b(?:the|of|and|to|is|are|in|this|by|for)\b"
_DESCRIPTION = Label(read_description, "descriptions", many=True)
_FOOT = Label(None)

_ENGLISH = {
    "start date": START,
    "end date": END,
    "project status": STATUS,
    "project type": TYPE,
    **dict.fromkeys(("budget amount (usd)", "budget amount", "budget (usd)"), AMOUNT),
    "coverage": COVERAGE,
    "year": YEAR,
    "idf region": REGION,
    "prima id": PRIMA,
    **dict.fromkeys(("projects id", "project id"), PROJECTS),
    **dict.fromkeys(("benefiting member states", "benefitting member states", "benefiting member state"), STATES),
    **dict.fromkeys(("description", "project description"), _DESCRIPTION),
    **dict.fromkeys(("language", "languages", "follow us", "subscribe", "newsletter", "share", "share this"), _FOOT),
    **dict.fromkeys(("related projects", "related content", "other projects", "latest projects"), _FOOT),
}
_FRENCH = {
    "date de debut": START,
    "date de fin": END,
    **dict.fromkeys(("statut du projet", "etat du projet"), STATUS),
    "type de projet": TYPE,
    **dict.fromkeys(("montant du budget (usd)", "montant du budget", "budget (usd)"), AMOUNT),
    "couverture": COVERAGE,
    "annee": YEAR,
    **dict.fromkeys(("region idf", "region de l'idf", "region du fonds"), REGION),
    **dict.fromkeys(("id prima", "identifiant prima"), PRIMA),
    **dict.fromkeys(("projet id", "id projet", "id du projet"), PROJECTS),
    **dict.fromkeys(("etats membres beneficiaires", "etat membre beneficiaire"), STATES),
    "description du projet": _DESCRIPTION,
    **dict.fromkeys(("langue", "langues", "suivez-nous", "partager", "projets similaires"), _FOOT),
}
LABELS = _ENGLISH | _FRENCH
"""The table, English and French labels."""


# ------------------------------------------------------------------ the page


def _starts(lines: Sequence[Line]) -> tuple[int, ...]:
    """Give where each project begins: at the title before labels that come again with another identifier."""
    blocks: list[list[Entry]] = []
    for entry in entries_of(lines, LABELS)[1]:
        if _is_fact(entry):
            if not blocks or any(entry.label == known.label for known in blocks[-1]):
                blocks.append([])
            blocks[-1].append(entry)
    starts = [0]
    for before, block in pairwise(blocks):
        if _is_other(before, block):
            label = _place_of(block[0].line, lines)
            starts.append(label - 1 if label and _may_be_title(lines[label - 1]) else label)
    return tuple(starts)


def _place_of(label: Line, lines: Sequence[Line]) -> int:
    """Give the position of the line that a label stands on, which may be one cell of it."""
    same = [at for at, line in enumerate(lines) if line is label]
    return (same or [at for at, line in enumerate(lines) if line.number == label.number and label.text in line.cells])[
        0
    ]


def _is_other(before: Sequence[Entry], block: Sequence[Entry]) -> bool:
    """Say whether labels that come again are those of another project, and not of the same one once more."""
    shared = [
        (one.label, one.text == other.text)
        for one in before
        for other in block
        if one.label == other.label and one.values and other.values
    ]
    named = [same for label, same in shared if label in (PRIMA, PROJECTS)]
    return not all(named) if named else sum(not same for _, same in shared) > 1


def _may_be_title(line: Line) -> bool:
    if line.kind is LineKind.ITEM or _FURNITURE.fullmatch(folded(line.text)) or reads_as_sentence(line):
        return False
    return not is_value(line.text)


def _title_at(head: Sequence[Line]) -> int | None:
    """Give where the title stands: the last heading, else the last line that is no navigation and no sentence."""
    found = [at for at, line in enumerate(head) if _may_be_title(line)]
    headings = [at for at in found if head[at].kind is LineKind.HEADING]
    return max(headings or found, default=None)


def _broken_above(head: Sequence[Line], title: int) -> list[Line]:
    """Give the line above a title in which it began, where a copy has broken it: one that ends with "in" or a comma."""
    above = head[title - 1] if title else None
    if above is None or LineKind.HEADING in (above.kind, head[title].kind) or not _may_be_title(above):
        return []
    goes_on = above.number + 1 == head[title].number and _GOES_ON.search(above.text)
    return [above] if goes_on else []


def _language(entries: Sequence[Entry]) -> str:
    """Say which language the prose is in; without prose, which the labels are in."""
    prose = " ".join(line.text for entry in entries if entry.label is _DESCRIPTION for line in entry.values)
    french, english = (len(re.findall(words, prose, re.IGNORECASE)) for words in (_FRENCH_WORDS, _ENGLISH_WORDS))
    labels = any(entry.name in _FRENCH and entry.name not in _ENGLISH for entry in entries)
    return "fr" if french > english or (french == english and labels) else "en"


def _is_fact(entry: Entry) -> bool:
    return entry.label in IN_ORDER


def _arranged(head: tuple[Line, ...], entries: tuple[Entry, ...]) -> tuple[tuple[Line, ...], tuple[Entry, ...]]:
    """Bring label and value together, whatever the layout, and the prose of the page under one label."""
    foot = [entry for entry in entries if entry.label is _FOOT]
    if not any(map(_is_fact, entries)):
        lost = unlabelled(head, IN_ORDER, may_be_first, 4)
        if lost is None:
            return head, entries
        head, entries = head[: lost[0]], lost[1]
    entries = tuple(entry for entry in settled(entries) if entry.label is not _FOOT)
    last = max(at for at, entry in enumerate(entries) if _is_fact(entry))
    title = _title_at(head)
    prose = [line for line in head[title + 1 :] if reads_as_sentence(line)] if title is not None else []
    head = tuple(line for line in head if line not in prose)
    entries = tuple(_type_joined(entry) for entry in entries)
    kept: list[Entry] = []
    for at, entry in enumerate(entries):
        told, left = _parted(entry, ends=at >= last)
        prose += told
        kept += [left] if left is not None else []
    if not prose:  # what stands between the facts and the prose is no foot
        prose = [line for entry in foot for line in entry.values if reads_as_sentence(line)]
    if prose:
        kept.append(Entry(name="description", label=_DESCRIPTION, printed="", line=prose[0], values=tuple(prose)))
    return head, (*kept, *foot)


def _type_joined(entry: Entry) -> Entry:
    """Put the name of a type together that a copy has broken at its margin."""
    if entry.label is not TYPE or len(entry.values) != 1 or not entry.loose:
        return entry
    whole = f"{entry.text} {entry.loose[0].text}"
    if re.fullmatch(TYPES, folded(entry.text)) or re.fullmatch(TYPES, folded(whole)) is None:
        return entry
    return evolve(entry, values=(evolve(entry.values[0], text=whole),), loose=entry.loose[1:])


def _parted(entry: Entry, *, ends: bool) -> tuple[list[Line], Entry | None]:
    """Take the prose off an entry; None: nothing else is in it. ``ends`` says that no further field follows."""
    if entry.label is _DESCRIPTION and entry.values:
        return list(entry.values), None
    if entry.label is None and entry.line.kind is LineKind.PROSE and reads_as_sentence(entry.line):
        return [entry.line, *entry.loose], None  # a sentence with a colon
    told = [line for line in entry.loose if reads_as_sentence(line) or (ends and _may_be_prose(line))]
    return told, evolve(entry, loose=tuple(line for line in entry.loose if line not in told))


def _may_be_prose(line: Line) -> bool:
    """Say whether a line below the last field is part of the prose: a few words alone are not."""
    if _FURNITURE.fullmatch(folded(line.text)):
        return False
    marked = line.kind in (LineKind.ITEM, LineKind.HEADING) or re.search(r"[.:;!?][”\"’')\]]*$", line.text)
    return bool(marked) or len(line.text.split()) > 6 or is_heading(line)


def _begin(draft: Draft, head: Sequence[Line], entries: Sequence[Entry]) -> None:
    draft.language = _language(entries)
    if any(not entry.printed and entry.label is not _DESCRIPTION for entry in entries):
        message = "the labels are lost: which value is what is told by its form, and by the order of these pages"
        draft.issue("page.no-labels", message, entries[0].line)
    title = _title_at(head)
    lines = [] if title is None else [*_broken_above(head, title), head[title]]
    if lines:
        draft.set("title", " ".join(line.text for line in lines), lines[0])
    leave(draft, [line for line in head if line not in lines])


def _end(draft: Draft, _: Sequence[Line], __: Sequence[Entry]) -> None:
    start, end = (
        next((date.date for date in draft.items("dates") if date.edge is edge), None)
        for edge in (DateEdge.START, DateEdge.END)
    )
    try:
        DateSpan(start, end)
    except InvalidValue:
        draft.issue("page.dates-reversed", f"the project ends in {end}, before it starts in {start}", path="dates")
    unknown = sum(issue.code == "page.unknown-country" for issue in draft.issues)
    count, scope = len(draft.items("countries")), draft.fields.get("scope")
    if scope is ProjectScope.NATIONAL and count > 1:
        draft.issue("page.scope", f"the coverage is national, and {count} states benefit", path="scope")
    if scope is ProjectScope.REGIONAL and 0 < count < 3 and not unknown:
        states = "one state benefits" if count == 1 else "two states benefit: it may be multi-national (3)"
        draft.issue("page.scope", f"the coverage is regional, and {states}", path="scope")


PUBLISHER = Publisher(
    name="iom",
    title="IOM Development Fund",
    marks=(
        r"^(?:idf region|region idf)\b",
        r"^(?:prima id|id prima)\b",
        r"^(?:projects id|projet id)\b",
        r"^(?:benefitt?ing member states?|etats membres beneficiaires)\b",
        r"^(?:budget amount|montant du budget) \(usd\)",
        r"\biom development fund\b|\bdevelopmentfund\.iom\.int\b|\bfonds de l'oim pour le developpement\b",
        r"^[a-z]{2}10p\d{4}$",
        r"^(?:lm|ce|po|ib|tc|rt)\.\d{4}$",
        rf"^(?:{TYPES})$",
    ),
    needed=2,
    labels=LABELS,
    starts=_starts,
    arrange=_arranged,
    begin=_begin,
    end=_end,
)
"""How the pages of the fund are read."""
