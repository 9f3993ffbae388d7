"""The overview of a USAID fact sheet: prose on the project, its time, its places and its aims, and on its context."""

import re
from collections.abc import Iterator, Sequence

from aidmodel.errors import InvalidValue, shown
from aidmodel.io.pages.dates import dates_in, spans_in
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import says_currency
from aidmodel.io.pages.lines import Line, folded
from aidmodel.io.pages.lists import list_of, sentences
from aidmodel.io.pages.numbers import Number, money, numbers_in
from aidmodel.io.pages.paragraphs import unwrapped
from aidmodel.io.pages.usaid_places import add_countries, add_places
from aidmodel.model.budget import Amount, AmountKind
from aidmodel.model.organisation import Funder, OrganisationRole, Participant
from aidmodel.model.statement import (
    Basis,
    ContextFact,
    DateEdge,
    Description,
    DescriptionType,
    ProjectDate,
)
from aidmodel.values.duration import Duration
from aidmodel.values.partial_date import AnyDate

CURRENCY = "USD"
"""What "$" alone means on a page of USAID."""

_WORK = re.compile(
    r"\b(?:train(?:ed|s)|support(?:ed|s)|assisted|reached|strengthened|provided|established|benefited|helped|helps|"
    r"partners?|beneficiar(?:y|ies)|participants|will)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:these|those|this|such|many|most)\b|\ba (?:large|small|growing|high) (?:percentage|share|number|part)\b",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"\b(?:aims?|goals?|objectives?|purposes?|seeks?|works|components|focus(?:es)?)\b[^.]*:?\s*$", re.IGNORECASE
)
_RUNS = re.compile(
    r"\b(?:runs?|running|ran|implement(?:ed|ation|ing)|lasts?|operates?|operated|operating|active|period|performance|duration|"
    r"carried out|works|worked|spans?|takes place)\b(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
_KIND_BEFORE = re.compile(r"(?:\b(?:activity|project|program(?:me)?)|-year)\W{0,3}$", re.IGNORECASE)
_KIND_BEHIND = re.compile(r"\W{0,2}(?:activity|project|program(?:me)?)\b", re.IGNORECASE)
_PLAN = re.compile(r"\b(?:plan|strategy|policy|framework|law|agenda|census|survey)\W*$", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:(?:began|begins?|started|starts|launched|commenced)\b(?:\s+\w+){0,2}\s+(?:in|on)|"
    r"(?:implemented|active|operating|running|working)\s+since|start date(?:\s+is|:))\s+$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:(?:ended|ends|will end|ending|closes|closed)\s+(?:in|on)|(?:runs?|continues?|lasts?)\s+(?:through|until|to)|"
    r"end date(?:\s+is|:))\s+$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?P<value>[\w.]+)-(?P<unit>year|month)\b"
    r"(?=(?:[^.]|\.\d)*\b(?:activity|project|program(?:me)?|initiative|partnership)\b)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:as of|as at|in|at the end of|by the end of|by|during)\s+$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:[,;]\s*(?:and|while|but)?|\b(?:and|while|but))\s+$")
_BIG = r"[A-ZÀ-Ý0-9][\w’'&-]*(?:\.(?=[A-Z])[A-Z.]+)?"
_ORGANISATION = rf"(?:the\s+)?(?P<name>{_BIG}(?:\s+(?:(?:of|for|the|de|del|la|&|and\s+the)\s+)*{_BIG})*(?:,?\s+(?:Inc|LLC|Ltd|S\.A)\b)?(?:(?<=\bInc)\.|(?<=\bLtd)\.)?)"
_DOING = re.compile(rf"\b(?i:implemented by|implement(?:er|ing partner):)\s+{_ORGANISATION}")
_PAYING = re.compile(rf"\b(?i:funded by)\s+{_ORGANISATION}")
_INVESTMENT = re.compile(
    r"\bprojected investment\s+(?:of|is|totals)\s+(?P<amount>(?:US)?\$\s?\d[\d., ]*(?<=\d)(?:\s*(?:million|billion))?)",
    re.IGNORECASE,
)


def read_overview(draft: Draft, lines: Sequence[Line], names: "re.Pattern[str]", *, background: bool = False) -> None:
    """Read prose about a project and its context; with ``background`` the page says that it is on the context.

    What speaks of the project is its description, numbered aims are objectives, and what is said of the country and its
    people is context, number by number.
    """
    lines = unwrapped(lines)
    own: list[tuple[str, Line]] = []
    aims: list[tuple[str, Line]] = []
    leads: list[tuple[str, Line]] = []
    context: list[tuple[str, Line]] = []
    after = False
    for listing in list_of(lines):
        stated = bool(listing.items and (names.search(listing.lead) or _AIMS.search(listing.lead)))
        for part in (listing.before, listing.tail) if stated else (listing.text,):
            for sentence in sentences(part):
                after = not names.search(sentence) and (background or _is_context(sentence, after=after))
                (context if after else own).append((sentence, _line_of(lines, sentence)))
        if stated:
            leads.append((listing.lead, _line_of(lines, listing.lead)))
            aims += [
                (f"{item.label} {item.text}" if item.label else item.text, item.line or _line_of(lines, item.text))
                for item in listing.items
            ]
    spoken = [each for each in own if names.search(each[0])]
    _describe(draft, own, aims)
    for sentence, line in context:
        _add_context(draft, sentence, line)
    _read_time(draft, spoken, names)
    add_countries(draft, [*spoken, *leads, *aims])
    add_places(draft, spoken)
    for sentence, line in spoken:
        _read_parties(draft, sentence, line)


def _line_of(lines: Sequence[Line], words: str) -> Line:
    return next((line for line in lines if words[:60] in line.text), lines[0])


def _describe(draft: Draft, own: Sequence[tuple[str, Line]], aims: Sequence[tuple[str, Line]]) -> None:
    if own:
        text = " ".join(sentence for sentence, _ in own)
        draft.add("descriptions", Description(text), own[0][1], quote=text)
    for words, line in aims:
        draft.add("descriptions", Description(words, type=DescriptionType.OBJECTIVES), line, quote=words)


# ------------------------------------------------------------------ context


def _is_context(sentence: str, *, after: bool) -> bool:
    """Say whether a sentence that does not name the project is about the situation: by a number, or by what went before."""
    if _WORK.search(sentence):
        return False
    return bool(_counts(sentence)) or (after and _BACK.search(sentence) is not None)


def _counts(sentence: str) -> list[Number]:
    return [number for number in numbers_in(sentence) if number.unit is not None and not number.is_size]


def _add_context(draft: Draft, sentence: str, line: Line) -> None:
    leading = next(iter(_dates_of(sentence)), None)
    for words in _clauses(sentence):
        own = _dates_of(words)
        date = own[0] if own else leading
        for quantity in [number.quantity for number in _counts(words)] or [None]:
            fact = ContextFact(words.rstrip("."), quantity=quantity, as_of=date)
            draft.add("context", fact, line, quote=sentence)


def _dates_of(words: str) -> list[AnyDate]:
    """Give the dates at which a sentence says that something was so; "since 2015" is none."""
    return [found.date for found in dates_in(words) if _WHEN.search(words[: found.start])]


def _clauses(sentence: str) -> Iterator[str]:
    """Take a sentence apart where an "and" leads from one number to the next."""
    begin = 0
    for number in _counts(sentence)[1:]:
        if joint := _JOINT.search(sentence[begin : number.start]):
            yield sentence[begin : begin + joint.start()]
            begin = number.start
    yield sentence[begin:]


# ------------------------------------------------------------------ time


def add_dates(draft: Draft, first: AnyDate | None, last: AnyDate | None, line: Line, quote: str) -> None:
    """Add the start and end of a project; once they are there, others are reported."""
    known = {each.edge: each.date for each in draft.items("dates")}
    for edge, date in ((DateEdge.START, first), (DateEdge.END, last)):
        if date is None or known.get(edge) == date:
            continue
        if edge in known:
            message = f"{shown(quote)} is stated too, and the {edge} that is taken is {known[edge]}"
            draft.issue("page.repeated", message, line, "dates")
        else:
            draft.add("dates", ProjectDate(date, edge=edge), line, quote=quote)


def _read_time(draft: Draft, spoken: Sequence[tuple[str, Line]], names: "re.Pattern[str]") -> None:
    for sentence, line in spoken:
        spans = [each for each in spans_in(sentence) if _is_own(sentence[: each.start], sentence[each.end :], names)]
        for span in spans:
            add_dates(draft, span.first, span.last, line, span.words)
        for found in () if spans else dates_in(sentence):
            if _BEGAN.search(sentence[: found.start]):
                add_dates(draft, found.date, None, line, sentence)
            elif _ENDED.search(sentence[: found.start]):
                add_dates(draft, None, found.date, line, sentence)
        if length := _LASTING.search(sentence):
            read_duration(draft, f"{length['value']} {length['unit']}s", line, length[0])


def _is_own(before: str, behind: str, names: "re.Pattern[str]") -> bool:
    """Say whether what stands beside a span makes it that of the project, and not that of a plan or a drought."""
    if _PLAN.search(before):
        return False
    if not before and names.match(re.sub(r"^,\s+", "", behind)):
        return True  # "From May 2021 to May 2026, the activity supports"
    beside = _KIND_BEFORE.search(before) or _KIND_BEHIND.match(behind)
    return bool(_RUNS.search(before) or beside)


def read_duration(draft: Draft, words: str, line: Line, quote: str) -> bool:
    """Set how long a project is said to last; False: the words are no length of time."""
    number = next(iter(numbers_in(words)), None)
    if number is None or (number.unit or "").casefold() not in ("years", "months", "days"):
        return False
    draft.set("stated_duration", Duration(number.value, str(number.unit).casefold()), line, quote=quote)
    return True


# ------------------------------------------------------------------ parties and money


def _read_parties(draft: Draft, sentence: str, line: Line) -> None:
    if doing := _DOING.search(sentence):
        add_party(draft, Participant(doing["name"], role=OrganisationRole.IMPLEMENTING), line, doing[0])
    if paying := _PAYING.search(sentence):
        add_party(draft, Funder(paying["name"]), line, paying[0])
    if investment := _INVESTMENT.search(sentence):
        add_amount(draft, investment["amount"], AmountKind.PROJECTED, line)


def add_party(draft: Draft, party: Participant | Funder, line: Line, quote: str) -> None:
    """Add a participant, once."""
    known = [(each.role, folded(str(each.name))) for each in draft.items("participants")]
    if (party.role, folded(str(party.name))) not in known:
        draft.add("participants", party, line, quote=quote)


def add_amount(draft: Draft, words: str, kind: AmountKind, line: Line) -> None:
    """Add a total; dollars without a country are those of the United States by convention."""
    try:
        value = money(words, CURRENCY)
    except InvalidValue as error:
        message = f"{shown(words)} is left out: {error.problem}; {error.mend}"
        draft.issue("page.not-an-amount", message, line, "amounts")
        return
    if any(each.kind is kind and each.value == value for each in draft.items("amounts")):
        return
    path = draft.add("amounts", Amount(value, kind=kind), line, quote=words)
    if not says_currency(words):
        draft.prove(f"{path}.value.currency", line, basis=Basis.CONVENTION, quote=words)
