"""What stands beside the labels of Global Affairs Canada's pages, label by label."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import final

from attrs import frozen

from aidmodel.errors import InvalidValue, shown
from aidmodel.io.pages.dates import dates_in, read_date, spans_in
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.gac_codes import OWN_MARKERS, STATUS, code_of, marker_code
from aidmodel.io.pages.gac_forms import is_date, is_of
from aidmodel.io.pages.labels import Entry, Label, leave, read_money, says_currency
from aidmodel.io.pages.lines import Line, folded
from aidmodel.io.pages.numbers import money
from aidmodel.io.pages.places import countries_in, country_code, region_code
from aidmodel.model.budget import Amount, AmountKind, Budget
from aidmodel.model.classification import PolicyMarker, PolicySignificance, Sector
from aidmodel.model.organisation import OrganisationRole, Participant
from aidmodel.model.place import Country, Region
from aidmodel.model.project import ProjectStatus
from aidmodel.model.statement import Basis, DateEdge, ProjectDate
from aidmodel.values.code import Code
from aidmodel.values.duration import Duration
from aidmodel.values.fiscal import FiscalCalendar
from aidmodel.values.span import DateSpan
from aidmodel.values.text import Text

_NUMBER = re.compile(r"(?:(?P<agency>[A-Z]{2}-\d)-)?(?P<project>[A-Z]-?\d{6})-?(?P<component>\d{3})")
_SHARE = re.compile(r"\(?\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*\)?")
_CODE = r"(?:\d{5}|[A-Z]{2}-[A-Z0-9_]+-[\w.-]+)"
_AGENCY_END = re.compile(rf"(\({_CODE}\))(?:\s*[,/]\s+(?=[A-ZÀ-Ý])|\s+(?=[A-ZÀ-Ý][^()]*\({_CODE}\)))")
_BETWEEN = re.compile(r"\s*[,/]\s*(?:(?:and|et)\s+)?|\s+(?:and|et)\s+")
_NAME = re.compile(r"(?!(?:The|Democratic|Republic|Federa|Islamic|People|Plurinational|State|United|Part)\b)[A-ZÀ-Ý]")
_NOBODY = ("none", "various", "multiple", "not applicable")
_HOW_FAR = "not targeted|significant|principal"
_SIGNIFICANCE = re.compile(rf"({_HOW_FAR})(?: objective)?", re.IGNORECASE)
_MARKER_END = re.compile(rf"((?i:(?:{_HOW_FAR})(?: objective)?)\)?),?\s+(?!(?i:objective))(?=[A-Z])")
_SCORE = re.compile(r"\s*[(:–—-][\s():–—-]*(?:level)?\s*(\d?)[\s():–—-]*$", re.IGNORECASE)


@final
@frozen
class NumberParts:
    """
    The parts that a project number runs together.

    >>> number_parts("CA-3-P011182001")
    NumberParts(agency='CA-3', project='P011182', component='001')
    """

    agency: str | None
    """The organisation that reports ("CA-3"); None: the number does not begin with one."""
    project: str
    """The project: a letter and six digits."""
    component: str
    """Which component of the project it is."""


def number_parts(number: str) -> NumberParts | None:
    """Take a project number apart; None: it is of another form."""
    match = _NUMBER.fullmatch(number)
    return None if match is None else NumberParts(match["agency"], match["project"], match["component"])


# ------------------------------------------------------------------ who and what


def read_identifier(draft: Draft, entry: Entry) -> None:
    """Read the project number."""
    draft.set("identifier", entry.text, entry.value_line)
    if number_parts(entry.text) is None:
        message = f"{shown(entry.text)} is no project number of a form that is known: it is kept as stated"
        draft.issue("page.unknown-word", message, entry.value_line, "identifier")


def read_status(draft: Draft, entry: Entry) -> None:
    """Read the status: the word as stated, and its code where the word is known."""
    code = STATUS.get(folded(entry.text))
    draft.set("stated_status", entry.text, entry.value_line)
    if code is None:
        message = f"{shown(entry.text)} is no status that is known: it is kept as stated"
        draft.issue("page.unknown-word", message, entry.value_line, "stated_status")
    else:
        draft.set("status", ProjectStatus(code), entry.value_line, basis=Basis.DERIVED)


def read_amount(draft: Draft, entry: Entry) -> None:
    """Read the maximum contribution: "$" is the Canadian dollar, by convention."""
    amount = read_money(draft, entry, "CAD")
    if amount is not None:
        path = draft.add("amounts", Amount(amount, kind=AmountKind.MAXIMUM_CONTRIBUTION), entry.value_line)
        if not says_currency(entry.text):
            draft.prove(f"{path}.value.currency", entry.value_line, basis=Basis.CONVENTION)


def read_agencies(draft: Draft, entry: Entry) -> None:
    """Read who does the work, one to a line, with the code that may stand behind the name.

    A comma may be part of a name, and ends one only behind a code.
    """
    for line in entry.values:
        if re.match(r"[A-Z][\w /-]*:\s", line.text) or folded(line.text) in _NOBODY:  # a label, or nobody
            leave(draft, [line])
            continue
        for words in re.split(r"\s*;\s+", _AGENCY_END.sub(r"\1; ", line.text.replace("\t", " "))):
            code = re.search(rf"\s*\(({_CODE})\)\s*$", words)
            name = words[: code.start()] if code else words
            channel = code[1] if code and code[1].isdecimal() else None
            ref = code[1] if code and channel is None else None
            agency = Participant(name, role=OrganisationRole.IMPLEMENTING, ref=ref, crs_channel_code=channel)
            path = draft.add("participants", agency, line, quote=words)
            draft.prove(f"{path}.role", entry.line, basis=Basis.DERIVED, quote=entry.printed)


def words_label(name: str, fits: Callable[[str], bool] | None = None) -> Label:
    """Give the label of a field that takes the words as they stand."""

    def read(draft: Draft, entry: Entry) -> None:
        draft.set(name, entry.text.rstrip(" -–—"), entry.value_line)

    return Label(read, name, fits=fits)


# ------------------------------------------------------------------ when


def date_label(edge: DateEdge) -> Label:
    """Give the label of the start or the end; planned or actual the page does not say."""

    def read(draft: Draft, entry: Entry) -> None:
        draft.add("dates", ProjectDate(read_date(entry.text), edge=edge), entry.value_line)

    return Label(read, "dates", fits=is_date)


def read_both_dates(draft: Draft, entry: Entry) -> None:
    """Read the start and the end where they stand under one label."""
    found = spans_in(entry.text)
    if len(found) != 1:
        raise InvalidValue(entry.text, "is not a start and an end", 'write "2022-10-11 - 2025-07-10"')
    for edge, day in ((DateEdge.START, found[0].first), (DateEdge.END, found[0].last)):
        if day is not None:
            draft.add("dates", ProjectDate(day, edge=edge), entry.value_line)


def read_duration(draft: Draft, entry: Entry) -> None:
    """Read the duration as stated."""
    draft.set("stated_duration", Duration.parse(entry.text), entry.value_line)


def read_modified(draft: Draft, entry: Entry) -> None:
    """Read when the page was last modified."""
    draft.set("last_modified", read_date(entry.text), entry.value_line)


# ------------------------------------------------------------------ where and what for


def read_places(draft: Draft, entry: Entry) -> None:
    """Read countries and regions, with their shares where they have some."""
    for line in entry.values:
        for words, share in _shares(line.text):
            _place(draft, line, words, share)


def _shares(text: str) -> Iterator[tuple[str, str | None]]:
    """Give the names of a line with the share of each, which may be written with and without brackets."""
    begin = 0
    for match in _SHARE.finditer(text):
        yield _name(text[begin : match.start()]), match[1].replace(",", ".")
        begin = match.end()
    if rest := _name(text[begin:]):
        yield rest, None


def _name(words: str) -> str:
    return re.sub(r"^(?:and|et)\s+", "", words.replace("\t", " ").strip(" ,;:/–—-•")).strip()


def _place(draft: Draft, line: Line, words: str, share: str | None) -> None:
    if not words:
        draft.issue("page.not-understood", f"{share} % stands without a name: it is left out", line, "countries")
    elif code := country_code(words):
        _country(draft, line, code, words, share)
    elif region := region_code(words):
        path = draft.add("regions", Region(region, vocabulary="1", name=words, percentage=share), line)
        draft.prove(f"{path}.code", line, basis=Basis.DERIVED, quote=words)
    elif ":" in words:  # a label that no table has, and its value
        leave(draft, [line])
    elif share is None and (several := _several(words)):
        for each in several:
            _place(draft, line, each, None)
    else:
        draft.issue("page.unknown-country", f"{shown(words)} is no country or region that is known", line, "countries")
        draft.add("countries", Country(name=words, percentage=share), line, quote=words)


def _several(words: str) -> tuple[str, ...]:
    """Take a line of several names apart; none: it is one, or what it has beside countries may be part of a name."""
    parts = [part for each in re.split(r"\s*;\s*", words) if (part := _name(each))]
    if len(parts) > 1:
        return tuple(parts)
    found = countries_in(words)
    pieces = [
        words[a:b]
        for a, b in zip([0, *(each.end for each in found)], [*(each.start for each in found), len(words)], strict=True)
    ]
    left = [piece for each in pieces if (piece := _name(each)) not in ("", "and", "et")]
    if found and any(region_code(piece) is None for piece in left):
        left = _unknown_names(pieces)
    return (*(each.name for each in found), *left) if found and (left or len(found) > 1) else ()


def _unknown_names(pieces: Sequence[str]) -> list[str]:
    """Give the names between countries that nobody knows; none where they are not marked off from the countries."""
    names: list[str] = []
    for at, piece in enumerate(pieces):
        parts = [part.strip() for part in _BETWEEN.split(piece)]
        if (at and parts[0]) or (at + 1 < len(pieces) and parts[-1]):
            return []
        names += [part for part in parts if part]
    return names if all(_NAME.match(name) for name in names) else []


def _country(draft: Draft, line: Line, code: str, name: str, share: str | None) -> None:
    if any(country.code == code for country in draft.items("countries")):
        draft.issue("page.repeated-country", f"{shown(name)} stands twice: it is taken once", line, "countries")
        return
    path = draft.add("countries", Country(code, name=name, percentage=share), line)
    draft.prove(f"{path}.code", line, basis=Basis.DERIVED, quote=name)


def read_sectors(draft: Draft, entry: Entry) -> None:
    """Read sectors: with their codes, or by names that the list has or had."""
    for line in entry.values:
        for words, share in _shares(line.text):
            parts = [_name(part) for part in words.split(";")]
            several = share is None and all(
                re.search(r"\b0?\d{5}\b", part) or code_of("Sector", part) for part in parts
            )
            for part in parts if several else [words]:  # a semicolon may be part of a name
                if re.match(r"[A-Z][\w /-]*:\s[^\d]*$", part):  # a label that no table has, and its value
                    leave(draft, [line])
                else:
                    _sector(draft, line, part, share)


def _sector(draft: Draft, line: Line, words: str, share: str | None) -> None:
    printed = re.search(r"\(?\b0?(\d{5})\b\)?", words)  # the donor writes some with six digits
    name = _name(words.replace(printed[0], "")) if printed else words
    code = printed[1] if printed else code_of("Sector", name)
    path = draft.add("sectors", Sector(code, name=name or Text(), percentage=share), line, quote=words)
    if code is None:
        message = f"{shown(name)} is no name in the list of sectors, or of two: it is kept without a code"
        draft.issue("page.unknown-word", message, line, path)
    elif printed is None:
        draft.prove(f"{path}.code", line, basis=Basis.DERIVED, quote=name)


def coded_label(codelist: str, name: str, *, several: bool = False) -> Label:
    """Give the label of a field that takes a code: the one printed, or that of the name in its list."""

    def read(draft: Draft, entry: Entry) -> None:
        printed = re.search(r"\(([A-Z]?\d{1,4})\)\s*$", entry.text)
        words = entry.text[: printed.start()].strip() if printed else entry.text
        code = printed[1] if printed else code_of(codelist, words)
        basis = Basis.STATED if printed else Basis.DERIVED
        if code is None:
            message = f"{shown(words)} is no name in the list {codelist}, or may be several: no code is set"
            draft.issue("page.unknown-word", message, entry.value_line, name)
        elif several:
            draft.add(name, Code(code), entry.value_line, basis=basis)
        else:
            draft.set(name, Code(code), entry.value_line, basis=basis)

    return Label(read, name, fits=is_of(codelist))


def read_markers(draft: Draft, entry: Entry) -> None:
    """Read policy markers with their significance; one without has none, which is not "not targeted"."""
    for words, line in _marker_lines(entry.values):
        found = _SIGNIFICANCE.search(words)
        bare = _SIGNIFICANCE.sub("", words, count=1)
        score = _SCORE.search(bare)
        name = _name(bare[: score.start()] if score else bare)
        if folded(name) in ("significance", "policy marker", "policy markers"):  # the head of a table
            continue
        if not name or folded(name) in _NOBODY or (found is None and ": " in name):  # a label that no table has
            leave(draft, [line])
            continue
        significance = PolicySignificance.find(found[1]) if found else None
        code = marker_code(name)
        marker = PolicyMarker(code, vocabulary="1" if code else "99", name=name, significance=significance)
        path = draft.add("markers", marker, line, quote=words)
        if code:
            draft.prove(f"{path}.code", line, basis=Basis.DERIVED, quote=name)
        elif folded(name) not in OWN_MARKERS:
            message = f"{shown(name)} is no policy marker that is known: it is kept as one of the donor's own"
            draft.issue("page.unknown-word", message, line, path)
        if found is None and score and score[1]:
            message = f"{shown(words)} has a number of a scale that it does not name: no significance is set"
            draft.issue("page.unknown-word", message, line, path)


def _marker_lines(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """Give each marker with its significance, which may stand on the next line."""
    waiting: Line | None = None
    for line in lines:
        text = line.text.replace("\t", ": ")
        if not _SIGNIFICANCE.match(text):  # each significance ends a marker
            text = _MARKER_END.sub(r"\1; ", text)
        for words in re.split(r"\s*;\s*", text):
            if waiting is not None and _SIGNIFICANCE.fullmatch(words):
                yield f"{waiting.text}: {words}", waiting
                waiting = None
            elif _SIGNIFICANCE.search(words):
                if waiting is not None:
                    yield waiting.text, waiting
                    waiting = None
                yield words, line
            else:
                if waiting is not None:
                    yield waiting.text, waiting
                waiting = Line(words, line.number, line.kind)
    if waiting is not None:
        yield waiting.text, waiting


# ------------------------------------------------------------------ money by year


def read_budgets(draft: Draft, entry: Entry) -> None:
    """Read the budget by fiscal year; a total is no budget, and is compared with their sum."""
    waiting: tuple[DateSpan, Line] | None = None
    left: list[Line] = []
    for line in entry.values:
        text = line.text.replace("\t", " ")
        try:
            period, words = _period(text)
            if re.match(r"total\b", folded(text)):
                _total(draft, line, re.sub(r"(?i)total\s*:?", "", text))
            elif re.search(r"\d", words) and (span := period or (waiting and waiting[0])):
                _budget(draft, line, span, words.strip(" :"))
                waiting = None
            elif period is not None:  # the amount stands on the next line
                left += [waiting[1]] if waiting else []
                waiting = (period, line)
            elif not re.match(r"(?:fiscal year|period|budget|amount|date)", folded(text)):
                left.append(line)
        except InvalidValue as error:
            problem = InvalidValue(error.value, error.problem, error.mend)
            draft.issue("page.not-understood", f"the row {shown(text)} is left out: {problem}", line, "budgets")
    leave(draft, [*left, *([waiting[1]] if waiting else [])])


def _budget(draft: Draft, line: Line, span: DateSpan, words: str) -> None:
    path = draft.add("budgets", Budget(span, value=money(words, "CAD")), line)
    if not says_currency(words):
        draft.prove(f"{path}.value.currency", line, basis=Basis.CONVENTION)


def _period(text: str) -> tuple[DateSpan | None, str]:
    """Give the period of a row, and what else stands there: two days, or a fiscal year from April to March."""
    days = [found for found in dates_in(text) if isinstance(found.date, date)]
    if len(days) == 2:
        return DateSpan(days[0].date, days[1].date), text[: days[0].start] + text[days[1].end :]
    year = re.search(r"(?:FY|fiscal year)?\s*\b((?:19|20)\d\d)\s*[-/–]\s*((?:19|20)?\d\d)\b", text, re.IGNORECASE)
    if year is None:
        return None, text
    span = FiscalCalendar.GAC.parse(f"{year[1]}/{year[2][-2:]}")
    return span, text[: year.start()] + text[year.end() :]


def _total(draft: Draft, line: Line, words: str) -> None:
    stated = money(words, "CAD") if re.search(r"\d", words) else None
    parts = [budget.value for budget in draft.items("budgets") if budget.value is not None]
    if stated is not None and parts and sum(parts[1:], parts[0]) != stated:
        message = f"the total is {stated}, and the parts are {sum(parts[1:], parts[0])}"
        draft.issue("page.total-disagrees", message, line, "budgets")
