r"""The source of the functions that write, one for each class and depth, line by line from their plans.

``o`` is the object, ``out`` takes the pieces of the file, ``w`` is the state of the writing. ``v`` is the value of an
attribute or text; ``start_…``, ``at_…``, ``line_…`` and ``words_…`` are each a :class:`Ready`, which gives the piece with
that value in it. ``tell`` refuses what cannot be written whole. This is one whole, of an element with two attributes:

>>> from aidmodel.io.iati.plan import activity
>>> plan = activity().nodes["related-activity"].plan
>>> print(WriteSource(plan, 1, plan.cls, {}, print).source())
def write(o, out, w):
    if o.__class__ is not cls: careful(plan, 1, o, out, w); return
    k = len(out)
    try:
        out.append('  <related-activity')
        if (v := o.ref) is not None: out.append(' ref="' + quoted(v) + '"')
        if (v := o.type) is not None: out.append(at_type[v._value_ if v.__class__ is RelationType else of_RelationType(v)])
        out.append('/>\n')
    except InvalidValue:
        del out[k:]
        careful(plan, 1, o, out, w)
        return
    if o.extras is not None: out[k:] = finished(plan, 1, o, out[k:], w)
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, final

from aidmodel.io.iati.kinds import CODE, CURRENCY, DAY, DECIMAL, FLAG, LANG, STRING, TIMESTAMP, Kind
from aidmodel.io.iati.parts import Part, split_money, split_span
from aidmodel.io.iati.plan import Nodes, Plan
from aidmodel.io.iati.read_source import is_repeated
from aidmodel.io.iati.writing import INDENT, Names, Ready, homeless
from aidmodel.model.result import Result
from aidmodel.values.text import Text

_STATED: dict[object, str] = {None: "o.{} is not None", (): "o.{}", Text(): "o.{}.entries"}
"""By its default: the expression that says whether something is stated in a field."""

_ready = cache(Ready)


@final
class WriteSource:
    """The source of the function that writes the objects of one class as the element of a plan.

    ``names`` are the names it knows, to which what it needs is added; ``writer`` gives the function of a child's plan.
    """

    def __init__(
        self, plan: Plan, depth: int, cls: type[Any], names: dict[str, Any], writer: Callable[[Plan, int], Any]
    ) -> None:
        self.plan = plan
        self.depth = depth
        self.cls = cls
        self.margin: str = INDENT * depth
        self.names = names
        self.writer = writer
        self.values: dict[tuple[str, str], str] = {
            (slot.child, slot.name): f"o.{part.fields[0]}" if part.split is None else f"v{number}_{at}"
            for number, part in enumerate(plan.parts)
            for at, slot in enumerate(part.slots)
        }
        """By leaf and name: where the value of each slot is found."""

    def source(self) -> str:
        """Write it."""
        return "def write(o, out, w):\n    " + "\n    ".join(self._lines())

    def _lines(self) -> Iterator[str]:
        careful = f"careful(plan, {self.depth}, o, out, w)"
        yield f"if {' or '.join(['o.__class__ is not cls', *self._homeless()])}: {careful}; return"
        yield "k = len(out)"
        yield "try:"
        for number, part in enumerate(self.plan.parts):
            yield from _inside(self._split(number, part))
        yield from _inside(self._element())
        yield "except InvalidValue:"
        yield "    del out[k:]"
        yield f"    {careful}"
        yield "    return"
        yield f"if o.extras is not None: out[k:] = finished(plan, {self.depth}, o, out[k:], w)"

    def _homeless(self) -> Iterator[str]:
        """Give for each field that IATI has no place for the expression that says whether it is stated."""
        return (_STATED[field.default].format(field.name) for field in homeless(self.plan, self.cls))

    def _split(self, number: int, part: Part) -> Iterator[str]:
        """Give the lines that find the values of a part's slots, where they are not just those of its field."""
        if part.split is None:
            return
        values = [f"v{number}_{at}" for at in range(len(part.slots))]
        fields = ", ".join(f"o.{name}" for name in part.fields)
        if part.split is split_money:
            yield f"if (v := {fields}) is None: {' = '.join(values)} = None"
            yield f"else: {', '.join(values)} = v.amount, v.currency"
        elif part.split is split_span:
            yield f"if (v := {fields}) is None: {' = '.join(values)} = None"
            yield "else:"
            yield f"    {', '.join(values)} = v.start, v.end"
            yield f"    if {' is '.join(values)} is None: tell('')"
        else:
            split = self._named(f"split_{part.fields[0].strip('_')}", part.split)
            yield f"{', '.join(values)}{',' if len(values) == 1 else ''} = {split}({fields}, tell)"

    # ------------------------------------------------------------------ the element

    def _element(self) -> Iterator[str]:
        plan = self.plan
        end = f"{self.margin}</{plan.tag}>\n"
        if "#text" in plan.slots[""]:  # it has nothing else in it
            yield from self._start(self.margin, "", "")
            yield from self._text("", end.lstrip())
        elif plan.order:
            yield from self._start(self.margin, "", ">\n")
            yield "n = len(out)"
            if plan.narratives is not None:
                yield from self._narratives(f"o.{plan.narratives}.entries", self.depth + 1)
            for tag in plan.order:
                yield from self._child(tag)
            empty = "/>\n" if plan.slots[""] else f"{self.margin}<{plan.tag}/>\n"
            yield f"if len(out) == n: out[-1] = {empty!r}"
            yield f"else: out.append({end!r})"
        elif plan.narratives is not None:
            yield from self._start(self.margin, "", "")
            yield f"if x := o.{plan.narratives}.entries:"
            if plan.narratives == "name":  # which comes again and again
                yield f"    out.append({self._named('names', _names(self.depth, end))}[x])"
            else:
                yield "    out.append('>\\n')"
                yield from _inside(self._narratives("x", self.depth + 1))
                yield f"    out.append({end!r})"
            yield "else: out.append('/>\\n')"
        else:
            yield from self._start(self.margin, "", "/>\n")

    def _start(self, margin: str, child: str, end: str) -> Iterator[str]:
        """Give the lines that write the start of an element or leaf, its attributes, and what follows on them."""
        tag = child or self.plan.tag
        names = [name for name in self.plan.slots.get(child, {}) if name != "#text"]
        start = f"{margin}<{tag}"
        for name in names:
            value, kind = self._slot(child, name)
            shown = "xml:lang" if name == f"@{LANG}" else name[1:]
            kept = is_kept(kind, self.plan.tag, name)
            if start and kept:  # is written together with the first
                piece = self._piece(kind, f'{start} {shown}="', f"start_{shown}")
                yield f"out.append({piece} if (v := {value}) is not None else {start!r})"
            else:
                if start:
                    yield f"out.append({start!r})"
                piece = self._piece(kind, f' {shown}="', f"at_{shown}" if kept else "")
                yield f"if (v := {value}) is not None: out.append({piece})"
            start = ""
        if start or end:
            yield f"out.append({start + end!r})"

    def _child(self, tag: str) -> Iterator[str]:
        plan = self.plan
        if tag in plan.words:
            field, many = plan.words[tag]
            if many:
                yield f"for each in o.{field}:"
                yield "    if not (x := each.entries): tell('')"
                yield from _inside(self._words(tag))
            else:
                yield f"if x := o.{field}.entries:"
                yield from _inside(self._words(tag))
        elif tag in plan.nodes:
            yield from self._nodes(plan.nodes[tag], self.depth + 1)
        elif tag in plan.listings:
            yield from self._listing(tag)
        elif tag in plan.wrapped:
            yield from self._wrapping(tag)
        else:
            yield from self._leaf(tag)

    def _words(self, tag: str) -> Iterator[str]:
        yield f"out.append({f'{self.margin}{INDENT}<{tag}>{LF}'!r})"
        yield from self._narratives("x", self.depth + 2)
        yield f"out.append({f'{self.margin}{INDENT}</{tag}>{LF}'!r})"

    def _narratives(self, entries: str, depth: int) -> Iterator[str]:
        start = self._named(f"words_{depth}", _narrative_starts(depth))
        yield f"for l, t in {entries}:"
        yield "    if '&' in t or '<' in t or '>' in t or '\\r' in t: t = escaped(t)"
        yield f"    out.append(f'{{{start}[l]}}{{t}}</narrative>\\n' if t else {start}[l][:-1] + '/>\\n')"

    def _nodes(self, nodes: Nodes, depth: int) -> Iterator[str]:
        field, many, plan = nodes
        write = f"write_{plan.tag.replace('-', '_')}"
        self.names[write] = self._later(write, plan, depth)
        if not many:
            yield f"if (x := o.{field}) is not None: {write}(x, out, w)"
        elif plan.cls is Result:
            yield f"for x in o.{field}.nodes:"
            yield "    if not isinstance(x, Result): tell('')"
            yield f"    {write}(x, out, w)"
        else:
            yield f"if o.{field}:"
            yield f"    for x in o.{field}: {write}(x, out, w)"

    def _later(self, name: str, plan: Plan, depth: int) -> Callable[[Any, Any, Any], None]:
        """Give a function that is replaced when it is called: most files hold few of the elements that there are."""

        def write(thing: Any, out: Any, writing: Any) -> None:
            made = self.names[name] = self.writer(plan, depth)
            made(thing, out, writing)

        return write

    def _listing(self, tag: str) -> Iterator[str]:
        field, part = self.plan.listings[tag]
        margin = self.margin + INDENT
        first = part.slots[0]
        yield f"for v in o.{field}:"
        if first.name == "#text":
            yield f"    out.append({f'{margin}<{tag}>'!r} + escaped(v) + {f'</{tag}>{LF}'!r})"
            return
        before = f'{margin}<{tag} {first.name[1:]}="'
        if len(part.slots) > 1:
            whole = self._ready(f"line_{tag}", before, '"/>\n')
            start = self._ready(f"start_{tag}", before, '"')
            rest = self._ready("end_vocabulary", ' vocabulary="', '"/>\n')
            line = f"{whole}[v.code] if v.vocabulary is None else {start}[v.code] + {rest}[v.vocabulary]"
        else:
            line = self._piece(first.kind, before, f"line_{tag}", '"/>\n')
        yield f"    out.append({line})"

    # ------------------------------------------------------------------ leaves

    def _leaf(self, tag: str) -> Iterator[str]:
        margin = self.margin + INDENT
        slots = self.plan.slots[tag]
        if len(slots) > 1:
            yield f"if {self._stated(tag)}:"
            yield from _inside(self._start(margin, tag, "" if "#text" in slots else "/>\n"))
            if "#text" in slots:
                yield from _inside(self._text(tag, f"</{tag}>\n"))
            return
        (name,) = slots
        value, kind = self._slot(tag, name)
        if name == "#text":
            line = f"{f'{margin}<{tag}>'!r} + {self._between(kind)} + {f'</{tag}>{LF}'!r}"
        else:
            line = self._piece(kind, f'{margin}<{tag} {name[1:]}="', f"line_{tag}" if is_kept(kind) else "", '"/>\n')
        yield f"if (v := {value}) is not None: out.append({line})"

    def _wrapping(self, tag: str) -> Iterator[str]:
        """Give the lines of a leaf that holds nodes."""
        _, nodes = self.plan.wrapped[tag]
        margin = self.margin + INDENT
        yield f"if {self._stated(tag)} or o.{nodes.field}:"
        yield from _inside(self._start(margin, tag, ""))
        yield f"    if o.{nodes.field}:"
        yield "        out.append('>\\n')"
        yield from _inside(_inside(self._nodes(nodes, self.depth + 2)))
        yield f"        out.append({f'{margin}</{tag}>{LF}'!r})"
        yield "    else: out.append('/>\\n')"

    def _stated(self, child: str) -> str:
        return " or ".join(f"{self.values[child, name]} is not None" for name in self.plan.slots[child])

    # ------------------------------------------------------------------ values

    def _slot(self, child: str, name: str) -> tuple[str, Kind]:
        part, at = self.plan.slots[child][name]
        return self.values[child, name], part.slots[at].kind

    def _text(self, child: str, end: str) -> Iterator[str]:
        """Give the lines that write the text of an element or leaf whose start is still open, or close it."""
        value, kind = self._slot(child, "#text")
        yield f"if (v := {value}) is not None: out.append('>' + {self._between(kind)} + {end!r})"
        yield "else: out.append('/>\\n')"

    def _between(self, kind: Kind) -> str:
        """Give the expression of the value ``v`` as it stands between tags."""
        return NUMBER if kind is DECIMAL else f"escaped({self._plain(kind)})"

    def _piece(self, kind: Kind, before: str, name: str, after: str = '"') -> str:
        """Give the expression of the value ``v`` between quotes; ``name`` is for what is kept, '' is for all else."""
        if name:
            return f"{self._ready(name, before, after, kind is DAY)}[{self._plain(kind)}]"
        if kind is FLAG:
            return f"{f'{before}1{after}'!r} if v else {f'{before}0{after}'!r}"
        return f"{before!r} + {NUMBER if kind is DECIMAL else f'quoted({self._plain(kind)})'} + {after!r}"

    def _plain(self, kind: Kind) -> str:
        """Give the expression of the text of the value ``v``; of a day, it is the day."""
        if kind in (STRING, CURRENCY, DAY):
            return "v"
        if kind.codes is not None:
            (listed,) = kind.codes
            name = self._named(listed.__name__, listed)
            return f"v._value_ if v.__class__ is {name} else {self._named(f'of_{name}', kind.write)}(v)"
        write = self._named(f"of_{kind.name}", kind.write)
        return f"v.code if v.vocabulary is None else {write}(v)" if kind is CODE else f"{write}(v)"

    def _ready(self, name: str, before: str, after: str, days: bool = False) -> str:
        return self._named(name, _ready(before, after, days))

    def _named(self, name: str, value: Any) -> str:
        """Give the name by which the function knows something: this one, if it is free."""
        name = name.translate(_NO_NAME)
        while self.names.setdefault(name, value) is not value:
            name += "_"
        return name


LF = "\n"

NUMBER = "(t if 'E' not in (t := str(v)) and 'e' not in t else format(v, 'f'))"
"""The expression of the text of a number ``v``: what ``str`` writes of most takes a third of the time."""

_NO_NAME = str.maketrans(" -:", "___")


def is_kept(kind: Kind, tag: str = "", name: str = "") -> bool:
    """Say whether the values of an attribute come again and again, so that what is written of each is kept.

    Strings are taken to, unless they stand in an attribute with a ``name`` that says otherwise.
    """
    if kind is STRING:
        return not name or name == "@type" or is_repeated(tag, name)
    return kind not in (FLAG, DECIMAL, TIMESTAMP)


def _inside(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


_names = cache(Names)


@cache
def _narrative_starts(depth: int) -> Ready:
    """Give what gives the start of a narrative by its language."""
    margin = INDENT * depth
    ready = Ready(f'{margin}<narrative xml:lang="', '">')
    ready[None] = f"{margin}<narrative>"
    return ready
