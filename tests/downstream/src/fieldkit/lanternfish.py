"""Pages of the Lanternfish Foundation: one grant or several, as HTML or text."""

import re
from collections.abc import Sequence

import aidmodel as am
from aidmodel.io.pages.dates import as_of, spans_in
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry, Label, Publisher, leave, read_money, says_currency
from aidmodel.io.pages.layouts import settled
from aidmodel.io.pages.lines import Line, folded
from aidmodel.io.pages.lists import list_of
from aidmodel.io.pages.paragraphs import unwrapped, whole
from aidmodel.io.pages.places import country_code

_STAGES = {"running": am.ProjectStatus.IMPLEMENTATION, "finished": am.ProjectStatus.CLOSED}


def _starts(lines: Sequence[Line]) -> tuple[int, ...]:
    numbers = [at for at, line in enumerate(lines) if folded(line.text).startswith("grant number")]
    return tuple(max(at - 1, 0) for at in numbers) or (0,)  # the title stands above


def _begin(draft: Draft, head: Sequence[Line], entries: Sequence[Entry]) -> None:
    if head:
        draft.set("title", head[-1].text, head[-1])
    leave(draft, head[:-1])
    draft.add("participants", am.Funder("Lanternfish Foundation"), None, basis=am.Basis.CONVENTION)


def _number(draft: Draft, entry: Entry) -> None:
    draft.set("identifier", entry.text, entry.value_line)


def _stage(draft: Draft, entry: Entry) -> None:
    draft.set("stated_status", entry.text, entry.value_line)
    if (status := _STAGES.get(folded(entry.text))) is not None:
        draft.set("status", status, entry.value_line, basis=am.Basis.DERIVED)
    else:
        draft.issue("page.unknown-word", f"{entry.text!r} is no stage that is known", entry.value_line, "stated_status")


def _amount(draft: Draft, entry: Entry) -> None:
    if (amount := read_money(draft, entry, "USD")) is not None:
        path = draft.add("amounts", am.Amount(amount, kind=am.AmountKind.TOTAL_BUDGET), entry.value_line)
        if not says_currency(entry.text):
            draft.prove(f"{path}.value.currency", entry.value_line, basis=am.Basis.CONVENTION)


def _period(draft: Draft, entry: Entry) -> None:
    found = spans_in(entry.text)
    if len(found) != 1:
        raise am.InvalidValue(entry.text, "is no period", 'write "March 2023 to February 2026"')
    for edge, day in ((am.DateEdge.START, found[0].span.start), (am.DateEdge.END, found[0].span.end)):
        if day is not None:
            draft.add("dates", am.ProjectDate(day, edge=edge), entry.value_line)


def _months(draft: Draft, entry: Entry) -> None:
    draft.set("stated_duration", am.Duration.parse(f"{entry.text} months"), entry.value_line)


def _grantee(draft: Draft, entry: Entry) -> None:
    grantee = am.Participant(entry.text, role=am.OrganisationRole.IMPLEMENTING)
    path = draft.add("participants", grantee, entry.value_line)
    draft.prove(f"{path}.role", entry.line, basis=am.Basis.DERIVED, quote=entry.printed)


def _country(draft: Draft, entry: Entry) -> None:
    for name in re.split(r"\s*,\s*", entry.text):
        path = draft.add("countries", am.Country(country_code(name), name=name), entry.value_line)
        if country_code(name) is not None:
            draft.prove(f"{path}.code", entry.value_line, basis=am.Basis.DERIVED, quote=name)
        else:
            draft.issue("page.unknown-country", f"{name!r} is no country that is known", entry.value_line, path)


def _aim(draft: Draft, entry: Entry) -> None:
    text = "\n".join(line.text for line in unwrapped(whole(draft, entry)))
    draft.add("descriptions", am.Description(text), entry.value_line, quote=text)


def _results(draft: Draft, entry: Entry) -> None:
    for listing in list_of(unwrapped(whole(draft, entry))):
        when = as_of(listing.lead)
        leave(draft, [Line(words, entry.value_line.number) for words in (listing.before, listing.tail) if words])
        for item in listing.items:
            result = am.Result(title=item.text, status=am.ResultStatus.ACHIEVED, as_of=when.date if when else None)
            draft.add("chain", result, item.line or entry.value_line, quote=item.text)


def _end(draft: Draft, head: Sequence[Line], entries: Sequence[Entry]) -> None:
    months, days = draft.fields.get("stated_duration"), [each.date for each in draft.items("dates")]
    if months is not None and len(days) == 2 and months.agrees_with(am.DateSpan(*days)) is False:
        message = f"{months} are stated, and {days[0]} to {days[1]} is another length: the dates stand"
        draft.issue("page.duration-disagrees", message, None, "stated_duration")


PUBLISHER = Publisher(
    name="lanternfish",
    title="Lanternfish Foundation",
    marks=(r"^grant number\b", r"\blf-\d{4}-\d{3}\b", r"^what has come of it\b", r"\blanternfish foundation\b"),
    needed=2,
    labels={
        "grant number": Label(_number, "identifier", fits=lambda words: bool(re.fullmatch(r"LF-\d{4}-\d{3}", words))),
        "stage": Label(_stage, "status", fits=lambda words: folded(words) in _STAGES),
        "grant": Label(_amount, "amounts", fits=lambda words: words.startswith("$")),
        "period": Label(_period, "dates", fits=lambda words: bool(spans_in(words))),
        "months": Label(_months, "stated_duration", fits=str.isdecimal),
        **dict.fromkeys(("grantee", "grant holder"), Label(_grantee, "participants")),
        "country": Label(_country, "countries"),
        "what it is for": Label(_aim, "descriptions", many=True),
        "what has come of it": Label(_results, "chain", many=True),
        "more grants": Label(None),
    },
    starts=_starts,
    arrange=lambda head, entries: (head, settled(entries)),
    begin=_begin,
    end=_end,
)
