r"""Writing objects that hold nothing out of the ordinary, by functions written for each from its plan.

Each function does what a person would write by hand: one line of XML after the other, in the standard's order. Where an
object has extras, or a value that IATI cannot hold, :mod:`aidmodel.io.iati.write_careful` writes it instead.

This is one whole, of an element with two attributes. ``Q`` holds texts as they stand between quotes, ``v…`` is the value
of an attribute or text; ``tell`` refuses what cannot be written whole.

>>> from aidmodel.io.iati.plan import activity
>>> print(_WriteSource(activity().nodes["related-activity"].plan, 1, {}).source())
def write(o, out, w):
    if o.extras is not None: careful(plan, 1, o, out, w); return
    k = len(out)
    try:
        if o.__class__ is not cls: tell('')
        v0_0 = o.ref
        v1_0 = o.type
        s = '  <related-activity'
        if v0_0 is not None: s += ' ref="' + quoted(v0_0) + '"'
        if v1_0 is not None: s += ' type="' + Q[(v1_0._value_ if v1_0.__class__ in k_v1_0 else k_v1_0_of(v1_0))] + '"'
        out.append(s)
    except InvalidValue:
        del out[k:]
        careful(plan, 1, o, out, w)
        return
    if len(out) == k + 1: out[k] = s + '/>\n'
    else:
        out[k] = s + '>\n'
        out.append('  </related-activity>\n')
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NoReturn, TypeAlias

from aidmodel.errors import InvalidValue
from aidmodel.io.iati import write_careful
from aidmodel.io.iati.kinds import CURRENCY, DAY, DECIMAL, FLAG, LANG, STRING, Kind, escaped, quoted
from aidmodel.io.iati.parts import Part, split_money, split_span
from aidmodel.io.iati.plan import Nodes, Plan
from aidmodel.io.iati.read_source import VARIANTS, is_repeated
from aidmodel.io.iati.writing import INDENT, QUOTED, Days, Writing, homeless, narratives
from aidmodel.model.result import Result

Write: TypeAlias = Callable[[Any, list[str], Writing], None]


@cache
def writer(plan: Plan, depth: int) -> Write:
    """Give the function that writes the objects of a plan, so many levels deep."""
    names: dict[str, Any] = {
        "careful": write_careful.write,
        "plan": plan,
        "homeless": homeless,
        "narratives": narratives,
        "escaped": escaped,
        "quoted": quoted,
        "tell": _refuse,
        "Q": QUOTED,
        "days": _DAYS,
        "Result": Result,
        "InvalidValue": InvalidValue,
    }
    exec(_WriteSource(plan, depth, names).source(), names)  # noqa: S102  the source is made of the plan alone
    write: Write = names["write"]
    return write


_DAYS = Days()


def _refuse(message: str, field: str = "") -> NoReturn:  # noqa: ARG001  as the parts tell it
    raise InvalidValue(None, message)


class _WriteSource:
    """The writing of the function of one plan, line by line; ``names`` are those it knows."""

    def __init__(self, plan: Plan, depth: int, names: dict[str, Any]) -> None:
        self.plan = plan
        self.depth = depth
        self.margin = INDENT * depth
        self.names = names
        self.values = {
            (slot.child, slot.name): f"v{number}_{at}"
            for number, part in enumerate(plan.parts)
            for at, slot in enumerate(part.slots)
        }

    def source(self) -> str:
        return "def write(o, out, w):\n    " + "\n    ".join(self.lines())

    def lines(self) -> Iterator[str]:
        plan = self.plan
        yield f"if o.extras is not None: careful(plan, {self.depth}, o, out, w); return"
        yield "k = len(out)"
        yield "try:"
        yield from (f"    {line}" for line in self.body())
        yield "except InvalidValue:"
        yield "    del out[k:]"
        yield f"    careful(plan, {self.depth}, o, out, w)"
        yield "    return"
        yield "if len(out) == k + 1: out[k] = s + '/>\\n'"
        yield "else:"
        yield "    out[k] = s + '>\\n'"
        yield f"    out.append({f'{self.margin}</{plan.tag}>' + chr(10)!r})"

    def body(self) -> Iterator[str]:
        plan = self.plan
        if kinds := VARIANTS.get(plan.cls):
            self.names["of_kind"] = {kind: homeless(plan, kind) for kind in kinds}
            yield "get, nothing = of_kind[type(o)]"
            yield "if get is not None and get(o) != nothing: tell('')"
        else:
            self.names["cls"] = plan.cls
            yield "if o.__class__ is not cls: tell('')"
        if plan.homeless and plan.cls not in VARIANTS:
            self.names["get"], self.names["nothing"] = homeless(plan, plan.cls)
            yield "if get(o) != nothing: tell('')"
        for number, part in enumerate(plan.parts):
            yield from self.split(number, part)
        yield f"s = {f'{self.margin}<{plan.tag}'!r}"
        yield from self.attributes("")
        yield "out.append(s)"
        if "#text" in plan.slots[""]:
            part, at = plan.slots[""]["#text"]
            yield f"if {self.values['', '#text']} is not None:"
            yield f"    out[k] = s + '>' + {self.between(part, at)} + {f'</{plan.tag}>' + chr(10)!r}"
            yield "    return"
        if plan.narratives is not None:
            yield f"if o.{plan.narratives}.entries: narratives(o.{plan.narratives}, {self.margin + INDENT!r}, out)"
        for tag in plan.order:
            yield from self.child(tag)

    def split(self, number: int, part: Part) -> Iterator[str]:
        values = ", ".join(f"v{number}_{at}" for at in range(len(part.slots)))
        fields = ", ".join(f"o.{name}" for name in part.fields)
        if part.split is None:
            yield f"{values} = {fields}"
        elif part.split is split_money:
            yield f"x = {fields}"
            yield f"if x is None: {values.replace(', ', ' = ')} = None"
            yield f"else: {values} = x.amount, x.currency"
        elif part.split is split_span:
            yield f"x = {fields}"
            yield f"if x is None: {values.replace(', ', ' = ')} = None"
            yield "else:"
            yield f"    {values} = x.start, x.end"
            yield f"    if {values.replace(', ', ' is ')} is None: tell('')"
        else:
            self.names[f"split{number}"] = part.split
            yield f"{values}{',' if len(part.slots) == 1 else ''} = split{number}({fields}, tell)"

    def between(self, part: Part, at: int) -> str:
        """Give the expression of a slot's text, as it stands between tags."""
        slot = part.slots[at]
        value = self.values[slot.child, slot.name]
        if slot.kind is DECIMAL:
            return f"format({value}, 'f')"
        return f"escaped({self.plain(slot.kind, value)})"

    def quoted(self, kind: Kind, value: str, name: str = "") -> str:
        """Give the expression of a slot's text, as it stands between quotes."""
        if kind is STRING and name and not is_repeated(self.plan.tag, name):
            return f"quoted({value})"
        if kind is FLAG:
            return f"('1' if {value} else '0')"
        if kind is DECIMAL:
            return f"format({value}, 'f')"
        if kind is DAY:
            return f"days[{value}]"
        return f"Q[{self.plain(kind, value)}]"

    def plain(self, kind: Kind, value: str) -> str:
        if kind in (STRING, CURRENCY):
            return value
        name = f"k_{value}"
        if kind.codes is not None:
            self.names |= {name: kind.codes, f"{name}_of": kind.write}
            return f"({value}._value_ if {value}.__class__ in {name} else {name}_of({value}))"
        self.names[name] = kind.write
        return f"{name}({value})"

    def attributes(self, child: str) -> Iterator[str]:
        for name, (part, at) in self.plan.slots.get(child, {}).items():
            if name != "#text":
                value = self.values[child, name]
                shown = "xml:lang" if name == f"@{LANG}" else name[1:]
                text = self.quoted(part.slots[at].kind, value, name)
                yield f"if {value} is not None: s += {f' {shown}={chr(34)}'!r} + {text} + {chr(34)!r}"

    def child(self, tag: str) -> Iterator[str]:
        plan = self.plan
        margin = self.margin + INDENT
        if tag in plan.words:
            field, many = plan.words[tag]
            yield f"for x in o.{field}:" if many else f"x = o.{field}"
            if many:
                yield "    if not x.entries: tell('')"
            yield from (f"    {line}" if many else line for line in self.words(margin, tag))
        elif tag in plan.nodes:
            yield from self.nodes(plan.nodes[tag], "out", self.depth + 1)
        elif tag in plan.listings:
            yield from self.listed(tag)
        else:
            yield from self.leaf(tag)

    def words(self, margin: str, tag: str) -> Iterator[str]:
        yield "if x.entries:"
        yield f"    out.append({f'{margin}<{tag}>' + chr(10)!r})"
        yield f"    narratives(x, {margin + INDENT!r}, out)"
        yield f"    out.append({f'{margin}</{tag}>' + chr(10)!r})"

    def nodes(self, nodes: Nodes, out: str, depth: int) -> Iterator[str]:
        field, many, plan = nodes
        name = f"write_{plan.tag.replace('-', '_')}"
        self.names[name] = writer(plan, depth)
        if not many:
            yield f"if o.{field} is not None: {name}(o.{field}, {out}, w)"
            return
        yield f"for x in o.{field}:"
        if plan.cls is Result:
            yield "    if not isinstance(x, Result): tell('')"
        yield f"    {name}(x, {out}, w)"

    def listed(self, tag: str) -> Iterator[str]:
        field, part = self.plan.listings[tag]
        margin = self.margin + INDENT
        first = part.slots[0]
        yield f"for x in o.{field}:"
        if first.name == "#text":
            yield f"    out.append({f'{margin}<{tag}>'!r} + escaped(x) + {f'</{tag}>' + chr(10)!r})"
        elif len(part.slots) == 1:
            start = f'{margin}<{tag} {first.name[1:]}="'
            yield f"    out.append({start!r} + {self.quoted(first.kind, 'x')} + {chr(34) + '/>' + chr(10)!r})"
        else:
            start = f'{margin}<{tag} code="'
            yield "    v = '' if x.vocabulary is None else ' vocabulary=\"' + Q[x.vocabulary] + '\"'"
            yield f"    out.append({start!r} + Q[x.code] + {chr(34)!r} + v + {'/>' + chr(10)!r})"

    def leaf(self, tag: str) -> Iterator[str]:
        slots = self.plan.slots[tag]
        start = f"{self.margin}{INDENT}<{tag}"
        end = f"</{tag}>\n"
        stated = " or ".join(f"{self.values[tag, name]} is not None" for name in slots)
        if len(slots) == 1 and tag not in self.plan.wrapped:
            ((name, (part, at)),) = slots.items()
            value = self.values[tag, name]
            if name == "#text":
                line = f"{f'{start}>'!r} + {self.between(part, at)} + {end!r}"
            else:
                text = self.quoted(part.slots[at].kind, value)
                line = f"{f'{start} {name[1:]}={chr(34)}'!r} + {text} + {chr(34) + '/>' + chr(10)!r}"
            yield f"if {stated}: out.append({line})"
            return
        if tag in self.plan.wrapped:
            _, nodes = self.plan.wrapped[tag]
            yield f"if {stated} or o.{nodes.field}:"
        else:
            yield f"if {stated}:"
        yield f"    s, t = {start!r}, s"
        yield from (f"    {line}" for line in self.attributes(tag))
        if tag in self.plan.wrapped:
            _, nodes = self.plan.wrapped[tag]
            yield f"    if o.{nodes.field}:"
            yield "        out.append(s + '>\\n')"
            yield from (f"        {line}" for line in self.nodes(nodes, "out", self.depth + 2))
            yield f"        out.append({self.margin + INDENT + end!r})"
            yield "    else: out.append(s + '/>\\n')"
        elif "#text" in slots:
            part, at = slots["#text"]
            yield f"    if {self.values[tag, '#text']} is not None: out.append(s + '>' + {self.between(part, at)} + {end!r})"
            yield "    else: out.append(s + '/>\\n')"
        else:
            yield "    out.append(s + '/>\\n')"
        yield "    s = t"
