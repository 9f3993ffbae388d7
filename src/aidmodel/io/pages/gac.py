"""Pages of Global Affairs Canada's project browser, and of mirrors of it."""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from attrs import evolve

from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.gac_fields import (
    coded_label,
    date_label,
    number_parts,
    read_agencies,
    read_amount,
    read_both_dates,
    read_budgets,
    read_duration,
    read_identifier,
    read_markers,
    read_modified,
    read_places,
    read_sectors,
    read_status,
    words_label,
)
from aidmodel.io.pages.gac_forms import (
    are_dates,
    are_places,
    are_sectors,
    is_amount,
    is_date,
    is_duration,
    is_marker,
    is_name,
    is_number,
    is_programme,
    is_status,
)
from aidmodel.io.pages.gac_results import read_achieved, read_description, read_expected, settle_places
from aidmodel.io.pages.labels import Entry, Label, Publisher, entries_of, leave
from aidmodel.io.pages.lines import Line, LineKind, folded
from aidmodel.io.pages.places import countries_in
from aidmodel.model.organisation import Funder, ReportingOrganisation
from aidmodel.model.place import Country
from aidmodel.model.statement import Basis, DateEdge
from aidmodel.values.duration import Duration
from aidmodel.values.span import DateSpan

_KIND = re.compile(r"(?:\S+ ){0,4}(?:grant|contribution|loan|subvention)s?", re.IGNORECASE)

_RELATED = ("related projects", "other projects")


def _starts(lines: Sequence[Line]) -> tuple[int, ...]:
    """Say where projects begin: with the title, and what the page calls it, before each new project number."""
    starts: list[int] = []
    numbers: set[str] = set()
    related = False
    for at, line in enumerate(lines):
        related |= folded(line.text) in _RELATED
        match = re.match(r"project (?:number|no\.?)(?:\s*:?\s*(\S.*))?$", folded(line.text.replace("\t", " ")))
        if match is None:
            continue
        number = match[1] or (folded(lines[at + 1].text) if at + 1 < len(lines) else "")
        if number in numbers:
            continue
        numbers.add(number)
        begin = at - 1 if at else 0
        if begin and (_KIND.fullmatch(lines[begin - 1].text) or _KIND.fullmatch(lines[begin].text)):
            begin -= 1
        begin = max(begin, starts[-1] + 1 if starts else 0)
        if not related or _is_more_than_named(lines[at + 1 :]):
            starts.append(begin)
            related = False
    return tuple(starts) or (0,)


def _is_more_than_named(lines: Sequence[Line]) -> bool:
    """Say whether a project is told of, and not only named as one that is related to another."""
    known = [entry for entry in entries_of(lines, PUBLISHER.labels)[1] if entry.label and entry.label.read]
    own = itertools.takewhile(lambda entry: entry.label is not _NUMBER, known)
    return sum(bool(entry.values) for entry in own) > 2


def _begin(draft: Draft, head: Sequence[Line], entries: Sequence[Entry]) -> None:
    kinds = [line for line in head[-3:] if _KIND.fullmatch(line.text)]
    if kinds and len(kinds) == len(head):  # a title may look like one
        kinds.pop()
    others = [line for line in head if line not in kinds]
    headings = [line for line in others if line.kind is LineKind.HEADING]
    printed = [line for line in others if re.match(r"project profile\b.", folded(line.text))]
    unnoted = [line for line in others if not re.match(r"notes?\s*:", folded(line.text))]
    title = next(iter([*printed[-1:], *headings[-1:], *unnoted[-1:]]), None)
    named = any(entry.label is _TITLE and entry.values for entry in entries)
    if title is not None and not named:
        words = re.sub(r"^project profile(?: for|:| ?[-–—])?\s+", "", title.text, flags=re.IGNORECASE)
        draft.set("title", words, title)
    if kinds:
        draft.set("kind", kinds[-1].text, kinds[-1])
    leave(draft, [line for line in others if named or line is not title])
    # Most pages have no label for who pays: it is the organisation whose grant it is.
    stated = any(entry.label is _CONTRIBUTING and entry.values for entry in entries)
    for entry in entries:
        if entry.label is _REPORTING and entry.values and not stated:
            draft.add("participants", Funder(entry.text), entry.value_line, basis=Basis.INFERRED)
            break


def _reporting(draft: Draft, entry: Entry) -> None:
    draft.set("reporting", ReportingOrganisation(entry.text), entry.value_line)


def _contributing(draft: Draft, entry: Entry) -> None:
    for line in entry.values:
        draft.add("participants", Funder(line.text), line)


def _end(draft: Draft, head: Sequence[Line], entries: Sequence[Entry]) -> None:
    _identify(draft, entries)
    if "countries" not in draft.fields and "regions" not in draft.fields and (title := draft.fields.get("title")):
        line = next((line for line in head if line.text.endswith(title)), None)
        for code, name in {found.code: found.name for found in countries_in(title)}.items():
            draft.add("countries", Country(code, name=name), line, basis=Basis.INFERRED, quote=title)
    settle_places(draft)
    edges = {each.edge: each.date for each in draft.items("dates")}
    start, end = edges.get(DateEdge.START), edges.get(DateEdge.END)
    if isinstance(start, date) and isinstance(end, date):
        _check_dates(draft, start, end)


def _identify(draft: Draft, entries: Sequence[Entry]) -> None:
    """Give who reports the identifier that the project number begins with."""
    for entry in entries:
        parts = number_parts(entry.text) if entry.label is _NUMBER else None
        if parts and parts.agency and (reporting := draft.fields.get("reporting")):
            draft.fields["reporting"] = evolve(reporting, ref=parts.agency)
            draft.prove("reporting.ref", entry.value_line, basis=Basis.INFERRED, quote=entry.text)
            return


def _check_dates(draft: Draft, start: date, end: date) -> None:
    if end < start:
        draft.issue("page.dates-reversed", f"the end, {end}, is before the start, {start}", None, "dates")
        return
    stated: Duration | None = draft.fields.get("stated_duration")
    if stated is None:
        return
    given = mirror_years(start, end)
    agrees = stated.value == given if stated.unit == "year" else stated.agrees_with(DateSpan(start, end))
    if not agrees:
        message = f"{stated} are stated, and {start} to {end} gives {given} years: the dates stand"
        draft.issue("page.duration-disagrees", message, None, "stated_duration")


def mirror_years(start: date, end: date) -> Decimal:
    """Give the years that a mirror of the pages prints between two days: at least one, to one decimal.

    >>> mirror_years(date(2022, 3, 28), date(2025, 3, 31)), mirror_years(date(2016, 1, 1), date(2016, 1, 18))
    (Decimal('3.0'), Decimal('1.0'))
    """
    years = (Decimal((end - start).days) / Decimal("365.25")).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    return max(Decimal("1.0"), years)


_TITLE = words_label("title")
_REPORTING = Label(_reporting, "reporting", fits=is_name)
_CONTRIBUTING = Label(_contributing, "participants", many=True, fits=is_name)
_DATES = Label(read_both_dates, "dates", fits=are_dates)
_PLACES = Label(read_places, "regions", many=True, fits=are_places)
_AGENCIES = Label(read_agencies, "participants", many=True, fits=is_name)
_SECTORS = Label(read_sectors, "sectors", many=True, fits=are_sectors)
_MARKERS = Label(read_markers, "markers", many=True, fits=is_marker)
_AMOUNT = Label(read_amount, "amounts", fits=is_amount)
_BUDGETS = Label(read_budgets, "budgets", many=True)
_ACHIEVED = Label(read_achieved, "chain", many=True)
_NUMBER = Label(read_identifier, "identifier", fits=is_number)
_NOTHING = Label(None)

PUBLISHER = Publisher(
    name="gac",
    title="Global Affairs Canada",
    marks=(
        r"^project (?:number|no)\b",
        r"^maximum contribution\b",
        r"^executing agency\b",
        r"^reporting organi[sz]ation\b",
        r"^country/region\b",
        r"^(?:dac sector|development classifications)\b",
        r"^selection mechanism\b",
        r"^progress and results achieved\b",
        r"^(?:project description|expected results)\b",
        r"\bca-3-[admps]-?\d{6}",
        r"global affairs canada",
    ),
    needed=3,
    labels={
        "title": _TITLE,
        "project title": _TITLE,
        "project number": _NUMBER,
        "project no": _NUMBER,
        "project no.": _NUMBER,
        "status": Label(read_status, "status", fits=is_status),
        "country/region": _PLACES,
        "countries/regions": _PLACES,
        "country(ies)/region(s)": _PLACES,
        "country": _PLACES,
        "regional focus": Label(read_places, "regions", many=True, fits=are_places),
        "maximum contribution": _AMOUNT,
        "maximum cida contribution": _AMOUNT,
        "start date": date_label(DateEdge.START),
        "end date": date_label(DateEdge.END),
        "start date - end date": _DATES,
        "start - end": _DATES,
        "start-end": _DATES,
        "start and end dates": _DATES,
        "duration": Label(read_duration, "stated_duration", fits=is_duration),
        "project description": Label(read_description, "descriptions", many=True),
        "description": Label(read_description, "descriptions", many=True),
        "expected results": Label(read_expected, "chain", many=True),
        "progress and results achieved": _ACHIEVED,
        "progress and results": _ACHIEVED,
        "results achieved": _ACHIEVED,
        "results": _ACHIEVED,
        "executing agency": _AGENCIES,
        "executing agency - partner": _AGENCIES,
        "executing agencies": _AGENCIES,
        "reporting organization": _REPORTING,
        "reporting organisation": _REPORTING,
        "contributing organization": _CONTRIBUTING,
        "contributing organization(s)": _CONTRIBUTING,
        "contributing organizations": _CONTRIBUTING,
        "program": words_label("programme", is_programme),
        "last modified": Label(read_modified, "last_modified", fits=is_date),
        "dac sector": _SECTORS,
        "dac sectors": _SECTORS,
        "sector": _SECTORS,
        "sectors": _SECTORS,
        "sector(s)": _SECTORS,
        "aid type": coded_label("AidType", "default_aid_types", several=True),
        "collaboration": coded_label("CollaborationType", "collaboration_type"),
        "collaboration type": coded_label("CollaborationType", "collaboration_type"),
        "finance type": coded_label("FinanceType", "default_finance_type"),
        "policy marker": _MARKERS,
        "policy markers": _MARKERS,
        "selection mechanism": words_label("selection_mechanism", is_name),
        "budget breakdown": _BUDGETS,
        **dict.fromkeys(
            (
                *("key information", "development classifications", "project details", "overview", "details"),
                *("report a problem on this page", "report a problem", "share this page", "top of page", "contact us"),
                *("date modified", "about this site", "terms and conditions", *_RELATED),
            ),
            _NOTHING,
        ),
    },
    starts=_starts,
    begin=_begin,
    end=_end,
)
"""How the pages of Global Affairs Canada are read."""
