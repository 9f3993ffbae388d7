"""Labels and what stands beside them: the machinery that all publishers share, and what a publisher consists of."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, final

import attrs
from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, made_of, named, pairs_of
from aidmodel.errors import InvalidValue, shown
from aidmodel.io.pages.draft import Draft, as_path
from aidmodel.io.pages.lines import Line, LineKind, Page, folded
from aidmodel.io.pages.numbers import money
from aidmodel.issues import Issue
from aidmodel.model.project import Project
from aidmodel.values.money import Money


def _as_function(value: Callable[..., Any]) -> Callable[..., Any]:
    if not callable(value):
        raise InvalidValue(value, "must be a function")
    return value


def _as_function_or_none(value: Callable[..., Any] | None) -> Callable[..., Any] | None:
    return None if value is None else _as_function(value)


def _as_bool(value: bool) -> bool:
    return as_instance(value, bool)


@final
@frozen(eq=False, field_transformer=named)
class Label:
    """
    What to do with what stands beside a label. Two spellings of one label share one.
    """

    read: "Callable[[Draft, Entry], None] | None" = field(converter=_as_function_or_none)
    """Reads the value into the draft; None: what begins here is no fact, as the foot of a page."""
    path: str = field(default="", converter=as_path)
    """The field it is for, which is unknown where the label is blank."""
    many: bool = field(default=False, converter=_as_bool)
    """Whether all lines up to the next label belong to it; else one does, and the rest is reported."""
    fits: Callable[[str], bool] | None = field(default=None, converter=_as_function_or_none)
    """Says whether words have the form of a value; such a value may stand behind the label with no mark between, or
    apart from it (see ``layouts.py``). None: any words may be one."""


@final
@frozen(kw_only=True)
class Entry:
    """
    A label on a page, with what stands beside it.
    """

    name: str
    """The label as the table of the publisher has it; of one that it does not have, the label folded."""
    label: Label | None
    """What the table says; None: it does not know the label."""
    printed: str
    """The label as printed."""
    line: Line
    """The line that it stands on."""
    values: tuple[Line, ...] = ()
    """What stands beside it or below; none: it is blank."""
    loose: tuple[Line, ...] = ()
    """Lines that follow and do not belong to it."""

    @property
    def text(self) -> str:
        """All of the value, its lines joined by a blank."""
        return " ".join(line.text.replace("\t", " ") for line in self.values)

    @property
    def value_line(self) -> Line:
        """The line of the value; of a blank label its own."""
        return self.values[0] if self.values else self.line


def _one_project(_: Sequence[Line]) -> tuple[int, ...]:
    return (0,)


def _nothing(_: Draft, __: Sequence[Line], ___: Sequence[Entry]) -> None:
    pass


def _as_they_stand(head: tuple[Line, ...], entries: tuple[Entry, ...]) -> tuple[tuple[Line, ...], tuple[Entry, ...]]:
    return head, entries


def _always(_: Page) -> bool:
    return True


def _as_name(value: str) -> str:
    if not as_instance(value, str).strip():
        raise InvalidValue(value, "must not be blank")
    return value


def _as_mark(mark: str) -> str:
    try:
        anywhere = re.search(mark, "") is not None
    except re.error as error:
        raise InvalidValue(mark, f"is no regular expression ({error})") from None
    if anywhere:
        raise InvalidValue(mark, "is found in every line, whatever it says", "write words that tell the pages")
    if re.search("[A-Z]", re.sub(r"\\.|\(\?P[<=]\w+|\(\?[a-z]*i.*", "", mark, flags=re.DOTALL)):
        raise InvalidValue(mark, "has capitals, and is searched in words without", f"write {_without_capitals(mark)!r}")
    return mark


def _without_capitals(mark: str) -> str:
    return re.sub(r"\\.|[A-Z]", lambda found: found[0].lower() if len(found[0]) == 1 else found[0], mark)


def _as_marks(value: str | Iterable[str]) -> tuple[str, ...]:
    marks = (_as_mark(value),) if isinstance(value, str) else made_of(as_items(value, str), _as_mark)
    if not marks:
        raise InvalidValue(value, "must be one at least", "write what the pages are known by")
    return marks


def _check_needed(publisher: "Publisher", _: "attrs.Attribute[int]", value: int) -> None:
    if type(value) is not int or not 1 <= value <= len(publisher.marks):
        raise InvalidValue(value, f"must be a whole number from 1 to {len(publisher.marks)}, that of the marks")


def _as_labels(value: Mapping[str, Label]) -> Mapping[str, Label]:
    pairs = pairs_of(value)
    if pairs is None:
        raise InvalidValue(value, "must be a table from labels to what is done with each", 'write {"title": Label(…)}')
    table: dict[str, Label] = {}
    for name, label in pairs:
        if not isinstance(name, str) or not folded(name):
            raise InvalidValue(name, "must be the words of a label")
        if folded(name) != name:
            raise InvalidValue(name, "is not folded, as labels are compared", f"write {folded(name)!r}")
        if not isinstance(label, Label):
            raise InvalidValue(label, "must be a Label", "write Label(read)", f"[{name!r}]")
        table[name] = label
    return table


@final
@frozen(kw_only=True, field_transformer=named)
class Publisher:
    r"""
    How the pages of a publisher are known and read: a table of labels, and a few functions.

    A package that reads a further one names such an object as an entry point of the group ``aidmodel.pages``. What
    cannot be meant is refused when it is built.

    >>> Publisher(name="reeds", title="Reed Fund", marks=r"^reed number\b", needed=2, labels={})
    Traceback (most recent call last):
    ...
    aidmodel.errors.InvalidValue: Publisher.needed: must be a whole number from 1 to 1, that of the marks, got 2
    """

    name: str = field(converter=_as_name)
    """The name that :func:`aidmodel.read_page` is given: "gac"."""
    title: str = field(converter=_as_name)
    """Whose pages they are, for messages: "Global Affairs Canada"."""
    marks: tuple[str, ...] = field(converter=_as_marks)
    """What its pages are known by: regular expressions, searched in each folded line and in the head of the HTML."""
    needed: int = field(validator=_check_needed)
    """How many of the marks a page must have at least to be taken for one of them."""
    claims: Callable[[Page], bool] = field(default=_always, converter=_as_function)
    """Says of a page that has enough marks, and of which nobody has said whose it is, whether it can be no one else's:
    for marks that stand on others' pages, too."""
    labels: Mapping[str, Label] = field(converter=_as_labels)
    """The table: from each label, folded, to what is done with it."""
    starts: Callable[[Sequence[Line]], Sequence[int]] = field(default=_one_project, converter=_as_function)
    """Says at which lines the projects of a page begin; all of them together begin at the first line they own."""
    arrange: Callable[[tuple[Line, ...], tuple[Entry, ...]], tuple[tuple[Line, ...], tuple[Entry, ...]]] = field(
        default=_as_they_stand, converter=_as_function
    )
    """Gives the lines before the first label and the entries as they belong together, where a layout parts them."""
    begin: Callable[[Draft, Sequence[Line], Sequence[Entry]], None] = field(default=_nothing, converter=_as_function)
    """Called first, with the lines before the first label and all entries: for titles, and pages without labels."""
    end: Callable[[Draft, Sequence[Line], Sequence[Entry]], None] = field(default=_nothing, converter=_as_function)
    """Called last, with the same: for what follows from several facts, or should agree."""


def marks_of(publisher: Publisher, page: Page) -> tuple[str, ...]:
    """Give the marks of a publisher that a page has."""
    cells = (cell for line in page.lines for cell in dict.fromkeys((line.text, *line.cells)))
    words = [folded(words) for words in (*cells, *page.head)]
    return tuple(mark for mark in publisher.marks if any(re.search(mark, each) for each in words))


def read_project(publisher: Publisher, page: Page, lines: Sequence[Line]) -> tuple[Project, list[Issue]]:
    """Read the lines of one project; the paths of the issues begin at it."""
    draft = Draft(page)
    head, entries = publisher.arrange(*entries_of(lines, publisher.labels))
    publisher.begin(draft, head, entries)
    first: dict[Label, Entry] = {}
    for entry in entries:
        if entry.label is not None and entry.values:
            first.setdefault(entry.label, entry)
    for entry in entries:
        told = entry if entry.label is None else first.get(entry.label, entry)
        if entry is told:
            _read(draft, entry)
        elif entry.values and entry.text != told.text and entry.label and entry.label.read:
            draft.issue("page.repeated", f"{shown(entry.printed)} stands again, with {shown(entry.text)}", entry.line)
    publisher.end(draft, head, entries)
    return draft.project(), draft.issues


_UNSAID = re.compile(
    r"(?:n/?a|t\.?b\.?[acd]\.?|to be (?:announced|confirmed|determined|decided)|unknown|"
    r"(?:information )?not (?:yet )?(?:available|known|determined|specified|confirmed)|"
    r"a (?:confirmer|determiner)|non disponible|inconnue?)\.?"
)
"""What stands beside a label in the place of a value."""


def _read(draft: Draft, entry: Entry) -> None:
    if entry.label is None:
        value = f": {shown(entry.text)} is left out" if entry.values else ""
        draft.issue("page.unknown-label", f"the label {shown(entry.printed)} is not known{value}", entry.line)
    elif entry.label.read is None:
        pass
    elif not entry.values or _UNSAID.fullmatch(folded(entry.text)):
        value = f"says {shown(entry.text)}" if entry.values else "has no value"
        message = f"the label {shown(entry.printed)} {value}: unknown, neither none nor zero"
        draft.issue("page.blank-label", message, entry.line, entry.label.path)
        if entry.label.path:
            draft.prove(entry.label.path, entry.line, quote=entry.printed)
    else:
        try:
            entry.label.read(draft, entry)
        except InvalidValue as error:
            if error.owner == Draft.__name__:  # a mistake of the reader, and none of the page
                raise
            problem = InvalidValue(error.value, error.problem, error.mend)
            message = f"what stands beside {shown(entry.printed)} is left out: {problem}"
            draft.issue("page.not-understood", message, entry.value_line, entry.label.path)
    if entry.loose and not (entry.label and entry.label.read is None):
        leave(draft, entry.loose)


def read_money(draft: Draft, entry: Entry, currency: str | None) -> Money | None:
    """Give the amount beside a label; one that cannot be read is reported.

    ``currency`` is what "$" alone, or a bare number, means here; None: nobody says, and there is no amount without one.
    """
    try:
        return money(entry.text, currency)
    except InvalidValue as error:
        message = f"{shown(entry.text)} is left out: {error.problem}; {error.mend}"
        draft.issue("page.not-an-amount", message, entry.value_line, entry.label.path if entry.label else "")
        return None


_CURRENCY = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|(?:CA|C|US)\$")


def says_currency(words: str) -> bool:
    """Say whether the words of an amount state its currency; what they leave to the publisher is a convention.

    >>> says_currency("C$5,000"), says_currency("5,000 CAD"), says_currency("$5,000")
    (True, True, False)
    """
    return _CURRENCY.search(words) is not None


def leave(draft: Draft, lines: Sequence[Line]) -> None:
    """Report lines that state nothing the reader knows as left out, all in one issue."""
    if lines:
        rest = len(lines) - 1
        more = f" and {rest:,} more {'line' if rest == 1 else 'lines'}" if rest else ""
        draft.issue("page.left", f"{shown(lines[0].text)}{more}", lines[0])


def entries_of(lines: Sequence[Line], labels: Mapping[str, Label]) -> tuple[tuple[Line, ...], tuple[Entry, ...]]:
    """Give the lines before the first label, and the labels of a page with what stands beside each.

    A label stands alone on its line, with its value on the next ones; or before a colon or in the first cell of a row,
    with its value behind; a value of a form that the label knows may follow it with no mark. Another label follows at
    once where it is blank.
    """
    groups: list[list[Line]] = []
    heads: list[_Head] = []
    before: list[Line] = []
    for line in chain.from_iterable(_pieces(line, labels) for line in lines):
        head = _head(line, labels, heads[-1] if heads else None)
        if head is not None:
            heads.append(head)
            groups.append([Line(head.value, line.number, LineKind.VALUE)] if head.value else [])
        elif groups:
            groups[-1].append(line)
        else:
            before.append(line)
    return tuple(before), tuple(_entry(head, group) for head, group in zip(heads, groups, strict=True))


@final
@frozen
class _Head:
    name: str
    label: Label | None
    printed: str
    line: Line
    value: str


_COLON = re.compile(r"\s*[:：](?:\s+|$)")
_UNKNOWN = re.compile(r"([A-ZÀ-Ý][\w’'&/()-]*(?: [\w’'&/()-]+){0,4})\s*:(?:\s+(.*))?")


def _head(line: Line, labels: Mapping[str, Label], current: "_Head | None") -> "_Head | None":
    for printed, value in _splits(line):
        name = folded(printed)
        if name in labels:
            return _Head(name, labels[name], printed.strip(), line, value)
    for printed, value in _unmarked(line):
        name = folded(printed)
        if name in labels and (fits := labels[name].fits) is not None and fits(value):
            return _Head(name, labels[name], printed, line, value)
    if current is None or (current.label is not None and current.label.many and line.kind is not LineKind.LABEL):
        return None
    return _unknown(line)


def _pieces(line: Line, labels: Mapping[str, Label]) -> Iterator[Line]:
    """Take a row apart in which several labels stand; any other line is one piece."""
    cells = line.cells
    if len(cells) > 2 and folded(cells[0]) in labels and any(folded(cell) in labels for cell in cells[1:]):
        yield from (Line(cell, line.number, line.kind) for cell in cells if cell)
    else:
        yield line


def _splits(line: Line) -> Iterator[tuple[str, str]]:
    yield line.text, ""
    if "\t" in line.text:
        first, _, rest = line.text.partition("\t")
        yield first, rest.strip()
    if (colon := _COLON.search(line.text)) is not None:
        yield line.text[: colon.start()], line.text[colon.end() :].strip()


def _unmarked(line: Line) -> Iterator[tuple[str, str]]:
    """Give the ways in which a line may be a label and its value with a blank between, the longest label first."""
    words = line.text.split(" ")
    for at in range(min(len(words) - 1, 6), 0, -1):
        yield " ".join(words[:at]), " ".join(words[at:])


def _unknown(line: Line) -> _Head | None:
    """Take what looks like a label for one that the table does not have, so that its value is not another's."""
    if line.kind is LineKind.LABEL:
        return _Head(folded(line.text), None, line.text, line, "")
    if line.kind in (LineKind.VALUE, LineKind.ITEM):
        return None
    if len(line.cells) == 2 and re.match(r"[A-ZÀ-Ý]", line.text):
        return _Head(folded(line.cells[0]), None, line.cells[0], line, line.cells[1])
    if match := _UNKNOWN.fullmatch(line.text):
        return _Head(folded(match[1]), None, match[1], line, match[2] or "")
    return None


def _entry(head: _Head, lines: Sequence[Line]) -> Entry:
    many = head.label is not None and (head.label.many or head.label.read is None)
    own = len(lines) if many else 1
    while not many and own < len(lines) and lines[own].kind is LineKind.VALUE:
        own += 1  # what the markup has beside the label
    return Entry(
        name=head.name,
        label=head.label,
        printed=head.printed,
        line=head.line,
        values=tuple(lines[:own]),
        loose=tuple(lines[own:]),
    )
