"""html(): things as HTML, for notebooks and pages."""

import re
from collections.abc import Iterator
from html import escape

from attrs import evolve

from aidmodel.issues import Report
from aidmodel.show._card import Branch, Card, Facts, Outline, Prose, Table, table
from aidmodel.show._things import card_of, lines_of, reader_of, settled
from aidmodel.show._words import Address, Line, Words, plain

_INK = "color:#1f2328;background-color:#ffffff"
_CARD = f"{_INK};font-family:system-ui,sans-serif;line-height:1.45;max-width:64em;overflow-wrap:anywhere;padding:0.75em 1em;text-align:left"
_HEADING = f"{_INK};margin:0.8em 0 0.3em 0"
_TABLE = f"{_INK};border-collapse:collapse;margin:0.3em 0"
_CAPTION = f"{_INK};caption-side:top;font-weight:600;padding:0.2em 0;text-align:left"
_HEAD = "color:#1f2328;background-color:#eef1f4;border:1px solid #8c959f;padding:0.25em 0.6em;vertical-align:top;overflow-wrap:normal;white-space:nowrap"
_CELL = (
    f"{_INK};border:1px solid #8c959f;min-width:5em;overflow-wrap:break-word;padding:0.25em 0.6em;vertical-align:top"
)
_NOTE = "color:#57606a;background-color:#ffffff"
_WHOLE = "white-space:nowrap"
_LINK = "color:#0b57d0;background-color:#ffffff;text-decoration:underline"

_UNBROKEN = {"Amount", "Date", "Period", "Year"}
"""The columns whose amounts and dates stay on one line: half of one is misread. Notes after them may be broken."""
_DOT = re.compile(r"(?<=[a-z\]])\.(?=[a-z])")
_AT_DOTS = {"Code", "Path"}
"""The columns whose words may be broken after a dot, and nowhere else: half of a name is another one."""
_MOST = 200
"""How many issues of a report are shown: a notebook keeps what it shows."""

_WEB = re.compile(r"https?://[^\s\\<>\"'`]+", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def html(thing: object, *, languages: tuple[str, ...] | str = ()) -> str:
    """Give a project, results chain, indicator or report, or several projects, as a piece of HTML.

    It says what :func:`aidmodel.show.text.show` says, in the same languages. The piece stands for itself: it has its own colours,
    which are readable in a dark notebook, too, no script, and loads nothing. Whatever a source holds is escaped; an
    address is a link if it begins with http:// or https://, and words otherwise. Of a report it shows the first 200 issues.

    Raises:
        InvalidValue: a language is no string.

    >>> from aidmodel import Text
    >>> html(Text({"en": "Wells & pumps"}))
    '<span lang="en" dir="auto">Wells &amp; pumps</span>'

    """
    reader = reader_of(languages)
    thing = settled(thing)
    card = _report(thing) if isinstance(thing, Report) else card_of(thing, reader)
    if card is None:
        return "<br>".join(map(_line, lines_of(thing, reader)))
    name = escape("".join(map(str, card.heading)))
    return f'<article aria-label="{name}" style="{_CARD}">{"".join(_card(card, 3))}</article>'


def _report(report: Report) -> Card:
    summary = report.summary
    rows = [
        (
            (str(issue.severity),),
            plain(issue.path or "(whole)"),
            plain(f"line {issue.where[0]}, column {issue.where[1]}" if issue.where else None),
            plain(issue.message),
            plain(f"{issue.code}, rule {issue.rule}" if issue.rule else issue.code),
        )
        for issue in report.issues[:_MOST]
    ]
    tables = table(summary, ("Severity", "Path", "Source", "Message", "Code"), rows)
    more = len(report) - len(rows)
    return Card((summary,), tuple(evolve(each, more=more, rest="iterate the report") for each in tables))


def _card(card: Card, level: int) -> Iterator[str]:
    first = card.blocks[0] if card.blocks else None
    if not (isinstance(first, Table) and (first.caption,) == card.heading):  # the caption says it
        yield f'<h{level} style="{_HEADING}">{_line(card.heading)}</h{level}>'
    for block in card.blocks:
        if isinstance(block, Card):
            yield from _card(block, level + 1)
        elif isinstance(block, Prose):
            yield from (f"<p>{_line(paragraph)}</p>" for paragraph in block.paragraphs)
        elif isinstance(block, Outline):
            yield from _outline(block.branches)
        elif isinstance(block, Facts):
            yield from _facts(block)
        else:
            yield from _table(block)


def _facts(facts: Facts) -> Iterator[str]:
    yield f'<table style="{_TABLE}"><caption style="{_CAPTION}">Facts</caption><tbody>'
    for label, lines in facts.rows:
        said = "<br>".join(map(_line, lines))
        yield f'<tr><th scope="row" style="{_HEAD};text-align:left">{escape(label)}</th>'
        yield f'<td style="{_CELL};text-align:left">{said}</td></tr>'
    yield "</tbody></table>"


def _table(table: Table) -> Iterator[str]:
    sides = ["right" if name in table.numbers else "left" for name in table.columns]
    yield f'<table style="{_TABLE}"><caption style="{_CAPTION}">{escape(table.caption)}</caption><thead><tr>'
    for name, side in zip(table.columns, sides, strict=True):
        yield f'<th scope="col" style="{_HEAD};text-align:{side}">{escape(name)}</th>'
    yield "</tr></thead><tbody>"
    for row in table.rows:
        cells = (_cell(name, side, line) for name, side, line in zip(table.columns, sides, row, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"
    if table.more:
        rest = f": {table.rest}" if table.rest else ""
        yield f'<p style="{_NOTE}">and {table.more:,} more{escape(rest)}</p>'


def _cell(column: str, side: str, line: Line) -> str:
    said = _line(line)
    if column in _UNBROKEN:
        said = f'<span style="{_WHOLE}">{_line(line[:1])}</span>{_line(line[1:])}'
    if column in _AT_DOTS:
        said = "".join(_DOT.sub(".<wbr>", escape(str(part))) for part in line)
    numbers = ";overflow-wrap:normal" if side == "right" else ""  # digits are not to be cut, words may be
    return f'<td style="{_CELL};text-align:{side}{numbers}">{said}</td>'


def _outline(branches: tuple[Branch, ...]) -> Iterator[str]:
    depth = -1
    for branch in branches:
        yield "<ul>" if branch.depth > depth else f"</li>{'</ul></li>' * (depth - branch.depth)}"
        depth = branch.depth
        yield f"<li>{_line(branch.line)}"
        for label, line in branch.notes:
            yield f'<div style="{_NOTE}">{escape(label)}: {_line(line)}</div>'
    yield "</li></ul>" * (depth + 1)


def _line(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: str | Words | Address) -> str:
    if isinstance(piece, Words):
        language = f' lang="{piece.language}"' if piece.language and _TAG.fullmatch(piece.language) else ""
        mark = f" {escape(piece.mark)}" if piece.mark else ""
        return f'<span{language} dir="auto">{escape(piece.text)}</span>{mark}'
    said = escape(str(piece))
    if isinstance(piece, Address) and _WEB.fullmatch(piece.url):
        return f'<a href="{said}" rel="noopener noreferrer" style="{_LINK}">{said}</a>'
    return said
