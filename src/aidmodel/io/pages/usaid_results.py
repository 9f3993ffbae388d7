"""Goals, results and activities of a USAID fact sheet: headings with paragraphs, and bullets with figures."""

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from aidmodel.io.pages.dates import as_of, dates_in
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry, leave
from aidmodel.io.pages.lines import Line, LineKind
from aidmodel.io.pages.lists import list_of
from aidmodel.io.pages.mentions import figures_in, organisations_in
from aidmodel.io.pages.paragraphs import unwrapped
from aidmodel.io.pages.people import served_in
from aidmodel.model.organisation import Organisation
from aidmodel.model.result import Activity, Result, ResultStatus
from aidmodel.model.statement import Basis
from aidmodel.values.partial_date import AnyDate
from aidmodel.values.text import Text

_LONGEST_HEADING = 14
"""In words; a goal that is longer, or has a full stop, is a sentence."""
_ORDINAL = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_NAMED = re.compile(
    r"(?P<label>(?:goal|objective|component|pillar|result|IR)\s+\d{1,2}(?:\.\d)?)\s*[:.–—-]?\s+(?=\S)", re.IGNORECASE
)
_RUN_IN = re.compile(r"(?P<title>[A-ZÀ-Ý][^.:;\t]{2,80})(?::\s+|\t)(?P<text>[A-ZÀ-Ý](?:\S*\s+){5,}.*)", re.DOTALL)
_FUTURE = re.compile(
    r"(?:(?!that\b|which\b|who\b)\S+\s+){0,6}?(?:will|is to|are to|is expected to|are expected to)\b", re.IGNORECASE
)


# ------------------------------------------------------------------ goals


def read_goals(draft: Draft, entry: Entry) -> None:
    """Read the goals: a heading with its paragraphs each, or a numbered line, a bullet, a paragraph each.

    They are results whose level the page does not state, and of which it says neither that they are hoped for nor that
    they are there.
    """
    for title, below in _headed(unwrapped(entry.values)):
        named = _NAMED.match(title.text)
        number = named or _ORDINAL.match(title.text)
        words = title.text[number.end() :] if number else title.text
        text = "\n".join(line.text.replace("\t", " ") for line in below)
        run_in = None if below else _RUN_IN.fullmatch(words)
        if run_in is not None:
            words, text = run_in["title"], run_in["text"]
        label = named["label"] if named else _printed(entry)
        _add(
            draft,
            Result(title=_ended(words).removesuffix("."), description=text or Text(), label=label),
            (title, *below),
            None,
        )


def _headed(lines: Sequence[Line]) -> Iterator[tuple[Line, Sequence[Line]]]:
    """Give each goal with the lines below it; where no headings are told apart, each line or item stands alone."""
    is_title = next((each for each in (_is_heading, _is_capitals, _is_numbered) if lines and each(lines[0])), None)
    if is_title is None and _alternates(lines):
        is_title = _is_short
    if is_title is None:
        for listing in list_of(lines):
            items = [Line(item.text, (item.line or lines[0]).number) for item in listing.items]
            yield from ((line, ()) for line in items or [line for line in lines if line.text in listing.before])
        return
    starts = [at for at, line in enumerate(lines) if is_title(line)]
    for at, until in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[at], lines[at + 1 : until]


def _is_heading(line: Line) -> bool:
    return line.kind is LineKind.HEADING


def _is_capitals(line: Line) -> bool:
    return line.text.isupper() and len(line.text.split()) <= _LONGEST_HEADING + 2


def _is_numbered(line: Line) -> bool:
    return (_ORDINAL.match(line.text) or _NAMED.match(line.text)) is not None


def _is_short(line: Line) -> bool:
    return len(line.text.split()) <= _LONGEST_HEADING and not re.search(r"[.;,]$", line.text)


def _alternates(lines: Sequence[Line]) -> bool:
    """Say whether short lines lead to longer ones, as headings do that lost their size; bullets are as they are."""
    short = [_is_short(line) for line in lines]
    bodies = [line for line, is_title in zip(lines, short, strict=True) if not is_title]
    if not bodies or not short[0] or short[-1]:
        return False
    return all(line.kind is LineKind.PROSE for line in lines) or all(line.text.endswith(".") for line in bodies)


# ------------------------------------------------------------------ results


def results(status: ResultStatus | None, node: type[Result] = Result) -> Callable[[Draft, Entry], None]:
    """Make what reads a section of results: bullets, numbered items, or a line each.

    What stands between bullets are headings of groups, and the words that lead to them; the date there is that of all.
    """

    def read(draft: Draft, entry: Entry) -> None:
        for line, group, date in _statements(draft, unwrapped(entry.values)):
            label = f"{_printed(entry)}: {group}" if group else _printed(entry)
            worded = ResultStatus.EXPECTED if status and _FUTURE.match(line.text) else status
            own = as_of(line.text) if worded is ResultStatus.ACHIEVED else None
            stated = node(title=line.text, label=label, status=worded, as_of=own.date if own else date)
            _add(draft, stated, (line,), worded, entry)

    return read


def read_activities(draft: Draft, entry: Entry) -> None:
    """Read what is done, where a section says so."""
    for line, group, _ in _statements(draft, unwrapped(entry.values)):
        label = f"{_printed(entry)}: {group}" if group else _printed(entry)
        _add(draft, Activity(title=line.text, label=label), (line,), None)


def _statements(draft: Draft, lines: Sequence[Line]) -> Iterator[tuple[Line, str, AnyDate | None]]:
    """Give each statement, the heading of its group, and the date that stands before all of them."""
    has_items = any(_is_item(line) for line in lines)
    group, date = "", None
    for at, line in enumerate(lines):
        found = as_of(line.text)
        leads = any(map(_is_item, lines[at + 1 :])) if has_items else at + 1 < len(lines)
        if _is_item(line):
            yield _bare(line), group, date
        elif leads and (line.text.endswith(":") or line.kind is LineKind.VALUE):
            said = line.text.endswith(":") and found is None and dates_in(line.text)
            group, date = (line.text.rstrip(" :") if said else ""), found.date if found else date
        elif leads and (line.kind is LineKind.HEADING or line.text.isupper() or (has_items and _is_short(line))):
            group = line.text
        elif has_items:
            leave(draft, [line])
        else:
            for listing in list_of([line]):
                date = found.date if found and listing.items else date
                texts = [item.text for item in listing.items] or [line.text]
                yield from ((_bare(Line(text, line.number)), group, date) for text in texts)


def _printed(entry: Entry) -> str:
    return entry.printed.rstrip(" :")


def _is_item(line: Line) -> bool:
    return line.kind is LineKind.ITEM or _ORDINAL.match(line.text) is not None


def _bare(line: Line) -> Line:
    """Take off the number of an item, and the full stop of one that is a single statement."""
    number = _ORDINAL.match(line.text)
    words = (line.text[number.end() :] if number else line.text).replace("\t", " ")
    words = _ended(words)
    return evolve(line, text=words if re.search(r"[.!?]\s", words) else words.removesuffix("."))


def _ended(words: str) -> str:
    """Take off the mark, or the "and", that leads from one item to the next."""
    return re.sub(r"\s*(?:[;,]|[;,]?\s+and)$", "", words)


def _add(
    draft: Draft,
    node: Activity | Result,
    lines: Sequence[Line],
    status: ResultStatus | None,
    section: Entry | None = None,
) -> None:
    """Add a step to the chain with what its words mention: figures, organisations, and for whom it is."""
    first, *below = lines
    text = f"{node.title}. {node.description}" if str(node.description) else str(node.title)
    figures = figures_in(text, status)
    names = organisations_in(text)
    served = served_in(text) if isinstance(node, Result) else ()
    node = evolve(node, figures=[figure for figure, _ in figures], organisations=[Organisation(name) for name in names])
    if isinstance(node, Result):
        node = evolve(node, beneficiaries=[people for people, _ in served])
    path = draft.add("chain", node, first)
    if status is not None and section is not None:
        own = status is ResultStatus.EXPECTED and _FUTURE.match(first.text)
        where, quote = (first, first.text) if own else (section.line, section.printed)
        draft.prove(f"{path}.status", where, basis=Basis.DERIVED, quote=quote)
    if below:
        draft.prove(f"{path}.description", below[0], quote=str(node.description))
    for position, (figure, number) in enumerate(figures):
        if figure.role is not None:
            where = _line_with(number.words, lines)
            draft.prove(f"{path}.figures[{position}].role", where, basis=Basis.INFERRED, quote=number.words)
    for position, (_, words) in enumerate(served):
        where = _line_with(words, lines)
        draft.prove(f"{path}.beneficiaries[{position}]", where, basis=Basis.INFERRED, quote=words)


def _line_with(words: str, lines: Sequence[Line]) -> Line:
    return next((line for line in lines if words in line.text), lines[0])
