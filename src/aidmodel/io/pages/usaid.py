"""Fact sheets of USAID: headings over prose, a box of labels at times, and no coded field."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from aidmodel.errors import InvalidValue, shown
from aidmodel.io.pages.dates import as_of, read_date, spans_in
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry, Label, Publisher, leave
from aidmodel.io.pages.lines import Line, LineKind, Page, folded
from aidmodel.io.pages.lists import sentences
from aidmodel.io.pages.paragraphs import whole
from aidmodel.io.pages.places import country_code, places_in
from aidmodel.io.pages.usaid_contact import contact_lines, reaches_by, read_contacts
from aidmodel.io.pages.usaid_names import KIND, Named, named_in, names_of
from aidmodel.io.pages.usaid_overview import add_amount, add_dates, add_party, read_duration, read_overview
from aidmodel.io.pages.usaid_places import add_country, add_place, settle_places
from aidmodel.io.pages.usaid_results import read_activities, read_goals, results
from aidmodel.model.budget import AmountKind
from aidmodel.model.organisation import Funder, OrganisationRole, Participant
from aidmodel.model.result import Outcome, Output, ResultStatus
from aidmodel.model.statement import Basis, DateEdge, OtherIdentifier
from aidmodel.values.duration import Duration
from aidmodel.values.partial_date import first_day, last_day
from aidmodel.values.span import DateSpan

_OVERVIEWS = (
    *("overview", "project overview", "activity overview", "program overview", "summary"),
    *("about", "about the activity", "about the project", "activity description", "project description"),
)
_SITUATION = (
    "background",
    "context",
    "challenge",
    "challenges",
    "the challenge",
    "development challenge",
    "the problem",
)
_FURNITURE = re.compile(
    r"language|english|espanol|francais|(?:usaid |project |activity |program )?fact ?sheets?|home|share|print|download|menu|search|newsroom|skip to main content|"
    r"usaid(?: from the american people)?|from the american people|u\.s\. agency for international development|who we are|"
    r"what we do|where we work|work with us|results and data|about us|contact us"
)
_LONGEST_TITLE = 15  # words
_AREA = r"^[A-ZÀ-Ý][\w’'-]* .*(?:Province|Region|Department|District|State|County)$"


# ------------------------------------------------------------------ title and prose


def _begin(draft: Draft, head: Sequence[Line], entries: Sequence[Entry]) -> None:
    """Find the title: a line at the top that is the name in the prose, or the only heading; else that name itself."""
    overview = next((entry for entry in entries if entry.name in _OVERVIEWS and entry.values), None)
    prose = overview.values if overview else tuple(line for line in head if len(line.text.split()) > _LONGEST_TITLE)
    named, line = _first_name(prose)
    known = [
        entry for entry in entries if overview and entry.line.number < overview.line.number and entry.name in _CONTACTS
    ]
    top = [*head, *(line for entry in known for line in entry.values)]
    title = _title(top, named)
    if title is not None:
        draft.set("title", _part(title.text, named), title)
    elif named is not None:
        draft.set("title", named.name, line, basis=Basis.INFERRED, quote=named.quote)
    own = () if overview or line is None else tuple(prose[prose.index(line) :])
    leave(draft, [line for line in head if line is not title and line not in own])
    if own:
        read_overview(draft, own, names_of(str(draft.fields["title"]), named, _text(draft)))


def _first_name(lines: Sequence[Line]) -> tuple[Named | None, Line | None]:
    for line in lines:
        for sentence in sentences(line.text):
            if (named := named_in(sentence)) is not None:
                return named, line
    return None, None


def _title(top: Sequence[Line], named: Named | None) -> Line | None:
    lines = [line for line in top if not _is_furniture(line) and len(line.text.split()) <= _LONGEST_TITLE]
    same = [line for line in lines if named is not None and _is_same(line.text, named.name)]
    headings = [line for line in lines if line.kind is LineKind.HEADING]
    if same:
        return next((line for line in same if line.kind is LineKind.HEADING), same[-1])
    if len(headings) == 1:
        return headings[0]
    return lines[0] if len(lines) == 1 and not headings else None


def _is_furniture(line: Line) -> bool:
    return all(_FURNITURE.fullmatch(folded(part)) for part in re.split(r"\s+[|»/]\s+|\t", line.text))


def _part(title: str, named: Named | None) -> str:
    """Give the part of a line "Integra Activity | Colombia" that is the name."""
    parts = re.split(r"\s+[|»–—]\s+|\t", title)
    return next((part for part in parts if named is not None and _is_same(part, named.name)), title)


def _is_same(left: str, right: str) -> bool:
    """Say whether two names are one, or one is part of the other; "the" and "Activity" do not count."""
    bare = (re.sub(rf"^the | {KIND.lower()}$", "", folded(each)) for each in (left, right))
    short, long = sorted(bare, key=len)
    return bool(short) and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long) is not None


def _text(draft: Draft) -> str:
    return " ".join(line.text for line in draft.page.lines)


def _prose(draft: Draft, entry: Entry) -> None:
    title = str(draft.fields.get("title", ""))
    named, _ = _first_name(entry.values)
    own = named is not None and (entry.name in _OVERVIEWS or _is_same(named.name, title))
    names = names_of(title, named if own else None, _text(draft))
    read_overview(draft, entry.values, names, background=entry.name in _SITUATION)


def _section(read: Callable[[Draft, Entry], None], fits: Callable[[str], bool] | None = None) -> Label:
    """Make the label of a section, of which what a page that was cut off has begun is left out."""

    def read_whole(draft: Draft, entry: Entry) -> None:
        if lines := _whole(draft, entry):
            read(draft, evolve(entry, values=lines))

    return Label(read_whole, many=True, fits=fits)


def _whole(draft: Draft, entry: Entry) -> tuple[Line, ...]:
    *lines, last = entry.values
    if draft.page.cut_off:
        return whole(draft, entry)
    items = [line for line in lines if line.kind is LineKind.ITEM]
    stopped = len(items) > 1 and all(line.text.endswith(".") for line in items)
    if last is not draft.page.lines[-1] or last.kind is not LineKind.ITEM or not stopped or last.text.endswith("."):
        return entry.values  # a paragraph without a full stop at its end is nothing rare on these pages
    draft.issue(
        "page.cut-off", f"the page ends with {shown(last.text)}, without the full stop of the others: left out", last
    )
    return tuple(lines)


# ------------------------------------------------------------------ the box of labels


def _own(draft: Draft, entry: Entry) -> tuple[Line, ...]:
    """Give what belongs to a label that may have a list below it: one line, or all items that follow at once."""
    kinds = (LineKind.ITEM, LineKind.VALUE)
    count = next((at for at, line in enumerate(entry.values) if line.kind not in kinds), len(entry.values))
    leave(draft, entry.values[max(count, 1) :])
    return entry.values[: max(count, 1)]


def _names_beside(draft: Draft, entry: Entry) -> Iterable[tuple[str, Line]]:
    for line in _own(draft, entry):
        for words in re.split(r"\s*;\s*|\t", line.text):
            if name := words.strip().removesuffix(",").strip():
                yield name, line


def _implementers(draft: Draft, entry: Entry) -> None:
    for name, line in _names_beside(draft, entry):
        add_party(draft, Participant(name, role=OrganisationRole.IMPLEMENTING), line, name)


def _partners(draft: Draft, entry: Entry) -> None:
    for name, line in _names_beside(draft, entry):
        add_party(draft, Participant(name), line, name)


def _funders(draft: Draft, entry: Entry) -> None:
    for name, line in _names_beside(draft, entry):
        add_party(draft, Funder(name), line, name)


def _budget(draft: Draft, entry: Entry) -> None:
    """Read a budget in the box at the top; below, it is one of the many that the foot of the site speaks of."""
    if "descriptions" in draft.fields or "chain" in draft.fields:
        leave(draft, [entry.line])
    else:
        add_amount(draft, entry.text, AmountKind.TOTAL_BUDGET, entry.value_line)


def _number(draft: Draft, entry: Entry) -> None:
    draft.add("other_identifiers", OtherIdentifier(entry.text, scheme=entry.name), entry.value_line)


def _amount(kind: AmountKind, path: str = "") -> Label:
    return Label(lambda draft, entry: add_amount(draft, entry.text, kind, entry.value_line), path)


def _time(draft: Draft, entry: Entry) -> None:
    text = entry.text
    spans = spans_in(text)
    for span in spans:
        add_dates(draft, span.first, span.last, entry.value_line, span.words)
    if not read_duration(draft, text, entry.value_line, text) and not spans:
        raise InvalidValue(text, "is neither a span nor a length of time", 'write "March 2014 - October 2019"')


def _date(edge: DateEdge) -> Label:
    def read(draft: Draft, entry: Entry) -> None:
        date = read_date(entry.text)
        start, end = (date, None) if edge is DateEdge.START else (None, date)
        add_dates(draft, start, end, entry.value_line, entry.text)

    return Label(read)


def _places(draft: Draft, entry: Entry) -> None:
    found: list[tuple[str, Line]] = []
    for line in _own(draft, entry):
        above, _, names = line.text.rpartition(":")
        area = [above] if re.search(_AREA, above) else []
        found += [(name, line) for name in (*area, *places_in(names.strip()))]
    for name, line in found:
        if (code := country_code(name)) is not None:
            add_country(draft, code, name, line, name)
    for name, line in found:
        if country_code(name) is None:
            add_place(draft, name, line, name)


def _countries(draft: Draft, entry: Entry) -> None:
    for line in _own(draft, entry):
        for name in places_in(line.text):
            code = country_code(name)
            add_country(draft, code, name, line, name)
            if code is None:
                draft.issue(
                    "page.unknown-country", f"no country is called {name!r}: kept without a code", line, "countries"
                )


def _modified(draft: Draft, entry: Entry) -> None:
    draft.set("last_modified", read_date(entry.text), entry.value_line)


def _left(draft: Draft, entry: Entry) -> None:
    leave(draft, [entry.line, *entry.values])


# ------------------------------------------------------------------ the whole page


def _starts(lines: Sequence[Line]) -> tuple[int, ...]:
    """Say where projects begin: each has an overview that names it, with its title above where that is the same."""
    heads = [at for at, line in enumerate(lines) if folded(line.text) == "overview"]
    found = [(at, _first_name(lines[at + 1 : at + 4])[0]) for at in heads]
    named = [(at, name) for at, name in found if name is not None]
    starts = [0]
    for (before, last), (at, name) in pairwise(named):
        if folded(last.name) != folded(name.name):
            above = range(before + 1, at)
            starts.append(next((each for each in above if _is_title_of(lines[each], name)), at))
    return tuple(starts)


def _is_title_of(line: Line, named: Named) -> bool:
    return len(line.text.split()) <= _LONGEST_TITLE and _is_same(line.text, named.name)


def _arrange(head: tuple[Line, ...], entries: tuple[Entry, ...]) -> tuple[tuple[Line, ...], tuple[Entry, ...]]:
    """Take headings that are the menu of a site for that: items of a list, and those above that come again below."""
    kept: list[Entry] = []
    begin = next((at for at, each in enumerate(entries) if each.name in _OVERVIEWS and _first_name(each.values)[0]), 0)
    for at, entry in enumerate(entries):
        again = at < begin and any(each.name == entry.name for each in entries[begin:])
        item = entry.line.kind is LineKind.ITEM and folded(entry.line.text) == entry.name
        lines = (entry.line, *entry.values, *entry.loose)
        if kept and kept[-1].name in _CONTACTS and reaches_by(entry):
            kept[-1] = evolve(kept[-1], values=(*kept[-1].values, *contact_lines(entry)))
        elif entry.label is None or not entry.label.many or not (item or again):
            kept.append(entry)
        elif not kept:
            head = (*head, *lines)
        elif kept[-1].label is not None and kept[-1].label.many:
            kept[-1] = evolve(kept[-1], values=(*kept[-1].values, *lines))
        else:
            kept[-1] = evolve(kept[-1], loose=(*kept[-1].loose, *lines))
    return head, tuple(kept)


def _end(draft: Draft, _: Sequence[Line], __: Sequence[Entry]) -> None:
    settle_places(draft)
    edges = {each.edge: each.date for each in draft.items("dates")}
    start, end = edges.get(DateEdge.START), edges.get(DateEdge.END)
    if start is None or end is None:
        return
    if last_day(end) < first_day(start):
        draft.issue("page.dates-reversed", f"the end, {end}, is before the start, {start}", None, "dates")
        return
    stated: Duration | None = draft.fields.get("stated_duration")
    if stated is not None and stated.agrees_with(DateSpan(start, end)) is False:
        message = f"{stated} are stated, and {start} to {end} is not that long, or longer: the dates stand"
        draft.issue("page.duration-disagrees", message, None, "stated_duration")


_OWN = re.compile(r"\busaid\b|\bu\.?s\.? agency for international development\b|^total projected investment\b")


def _claims(page: Page) -> bool:
    """Say whether a page is the agency's: it names it, or a paragraph begins with "The … Activity", as the agency calls them.

    Others write under an overview, goals and key results, too.
    """
    if any(_OWN.search(folded(words)) for words in (*(line.text for line in page.lines), *page.head)):
        return True
    named = [(line.text, name.quote) for line in page.lines if (name := named_in(line.text)) is not None]
    return any(text.startswith(words) and re.fullmatch(r"The .+ Activity", words) for text, words in named)


def _said_at(words: str) -> bool:
    """Say whether words behind a heading are the date of what stands below it: "(as of May 2024)"."""
    return re.fullmatch(r"\(?as of [\w ,]+\)?", folded(words)) is not None and as_of(words) is not None


def _table(names: str, label: Label) -> dict[str, Label]:
    return dict.fromkeys(names.split("|"), label)


def _each(names: Iterable[str], label: Callable[[], Label]) -> dict[str, Label]:
    """Give a label of its own for each name: they may stand on one page together."""
    return {name: label() for name in names}


_CONTACTS = ("contact information", "contact", "contacts", "contact info", "for more information")
_ACHIEVED = (
    "key results|key results to date|results|results to date|results achieved|key achievements|achievements|"
    "key accomplishments|accomplishments"
)

PUBLISHER = Publisher(
    name="usaid",
    title="USAID",
    marks=(
        r"^(?:(?:project|activity|program) )?overview$",
        r"^goals?$",
        r"^key (?:results|achievements|accomplishments)(?: to date| \(as of [^)]*\))?$",
        r"^total projected investment\b",
        r"^usaid\b|\busaid\.gov\b|(?:^|\| )u\.?s\.? agency for international development\b",
        r"^the (?:\S+ ){1,12}activity\b",
    ),
    needed=2,
    claims=_claims,
    labels={
        **_each(
            (*_OVERVIEWS, *_SITUATION, "approach", "our approach", "components", "focus areas"),
            lambda: _section(_prose),
        ),
        **_table("goals|goal|objectives|objective|activity goals|activity objectives", _section(read_goals)),
        **_each(_ACHIEVED.split("|"), lambda: _section(results(ResultStatus.ACHIEVED), _said_at)),
        **_table("expected results|anticipated results|intended results", _section(results(ResultStatus.EXPECTED))),
        **_table("expected outcomes", _section(results(ResultStatus.EXPECTED, Outcome))),
        **_table("expected outputs", _section(results(ResultStatus.EXPECTED, Output))),
        **_table("activities|key activities|main activities", _section(read_activities)),
        **_each(_CONTACTS, lambda: Label(read_contacts, many=True)),
        **_table(
            "implemented by|implementing partner|implementing partners|implementer|implementers",
            Label(_implementers, "participants", many=True),
        ),
        **_table("partners|partner|key partners|local partners|other partners", Label(_partners, many=True)),
        **_table("funded by|funder|donor", Label(_funders)),
        **_table(
            "total projected investment|projected investment|total estimated investment",
            _amount(AmountKind.PROJECTED, "amounts"),
        ),
        **_table("total budget|budget|total funding", Label(_budget)),
        **_table("award number|agreement number|contract number", Label(_number, "other_identifiers")),
        **_table(
            "dates|project dates|activity dates|implementation dates|implementation period|period of performance|timeframe|"
            "life of project|life of activity",
            Label(_time, "dates"),
        ),
        **_table("duration|project duration|activity duration", Label(_time, "stated_duration")),
        "start date": _date(DateEdge.START),
        "end date": _date(DateEdge.END),
        **_table("country|countries", Label(_countries, "countries", many=True)),
        **_table(
            "geographic focus|geographic coverage|geographic areas|geographic scope|location|locations|target areas",
            Label(_places, "locations", many=True),
        ),
        **_table("last updated|last modified", Label(_modified, "last_modified")),
        **_table("success stories|lessons learned|related content|resources", Label(_left, many=True)),
        **_table("share this page|stay connected|follow us|site map|privacy policy", Label(None)),
    },
    starts=_starts,
    arrange=_arrange,
    begin=_begin,
    end=_end,
)
"""How fact sheets of USAID are read."""
