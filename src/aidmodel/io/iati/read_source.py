"""The source of the functions that read elements written as the standard has them, line by line from their plans.

What the lines say of an element, in this order: its attributes, its text, its children, the fields that are joined of
several values, the object. Each refuses, by a :class:`KeyError`, whatever it has no place for: a function either gives
what :mod:`aidmodel.io.iati.read_careful` gives, or nothing. Without it, time would be lost and nothing else.

This is one whole, of an element with two attributes. ``r…`` reads a text, ``k…`` looks up what a text was read as before,
``s…`` is the value of an attribute or text, ``f_…`` that of a field, ``d_…`` the default of a field that is not stated
there; ``twin()`` makes an object that may still be written to, and that is frozen when it is given its class.

>>> from aidmodel.io.iati.plan import activity
>>> names = {}
>>> print(ReadSource(activity().nodes["related-activity"].plan, names, print).source())
def read(el, c):
    s0_0 = s1_0 = None
    a = el.attrib
    if a:
        n = len(a)
        if (t := a.get('ref')) is not None:
            s0_0 = r0_0(t)
            n -= 1
        if n and (t := a.get('type')) is not None:
            s1_0 = k1_0[t]
            n -= 1
        if n: raise KeyError
    t = el.text
    if t and t not in blank: must_be_blank(t)
    if len(el): raise KeyError
    f_ref = s0_0
    f_type = s1_0
    o = twin()
    o.ref = f_ref
    o.type = f_type
    o.extras = d_extras
    o.__class__ = cls
    return o
"""

from collections.abc import Callable, Iterator
from typing import Any, final

import attrs

from aidmodel._build import twin
from aidmodel.io.iati.kinds import DECIMAL, LANG, REMEMBERED, STRING, TIMESTAMP
from aidmodel.io.iati.parts import CLASS, Part, join_money, join_span
from aidmodel.io.iati.plan import Nodes, Plan
from aidmodel.model.organisation import Funder, Participant
from aidmodel.model.project import Project
from aidmodel.model.result import Impact, OtherResult, Outcome, Output, Result
from aidmodel.values.text import Text

_FEW = 5
"""So many kinds of children are compared one after the other; of more, those that are many are looked up."""
VARIANTS: dict[type[Any], tuple[type[Any], ...]] = {
    Participant: (Participant, Funder),
    Result: (Result, Output, Outcome, Impact, OtherResult),
}
"""The classes that an element may become, by that of its plan."""


@final
class ReadSource:
    """The source of the function that reads the elements of one plan.

    ``el`` is the element and ``c`` the state of the reading; ``names`` are the other names it knows, to which what it
    needs is added. ``reader`` gives the function of a child's plan.
    """

    def __init__(self, plan: Plan, names: dict[str, Any], reader: Callable[[Plan], object]) -> None:
        self.plan = plan
        self.names: dict[str, Any] = names
        self.reader = reader
        self.slots: dict[tuple[int, int], str] = {}
        for number, part in enumerate(plan.parts):
            for at in range(len(part.slots)):
                self.slots[number, at] = f"s{number}_{at}"
        self.parts: dict[Part, int] = {part: number for number, part in enumerate(plan.parts)}
        self.single: list[str] = [words.field for words in plan.words.values() if not words.many]
        self.single += [nodes.field for nodes in plan.nodes.values() if not nodes.many]
        self.several: list[str] = [words.field for words in plan.words.values() if words.many]
        self.several += [nodes.field for nodes in plan.nodes.values() if nodes.many]
        self.several += [nodes.field for _, nodes in plan.wrapped.values()]
        self.several += [listing.field for listing in plan.listings.values()]
        rows = {tag: nodes for tag, nodes in plan.nodes.items() if nodes.many}
        self.sorted: dict[str, Nodes] = rows if len(rows) > _FEW else {}
        """The children that are many and of many kinds, so that they are looked up and not compared with each."""
        names["many"] = {tag: (reader(nodes.plan), nodes.plan) for tag, nodes in self.sorted.items()}

    def source(self) -> str:
        """Give the whole function."""
        return "def read(el, c):\n    " + "\n    ".join(self._lines())

    def _lines(self) -> Iterator[str]:
        plan = self.plan
        if starts := [*self.slots.values(), *(f"f_{name}" for name in self.single)]:
            yield f"{' = '.join(starts)} = None"
        in_rows = [nodes.field for nodes in self.sorted.values()]
        yield from (f"f_{name} = ()" for name in self.several if name not in in_rows)
        if plan.narratives is not None:
            yield f"f_{plan.narratives} = ()"
        if plan.tag.endswith("-org"):
            yield from self._kept()
        yield from self._attributes("el", "")
        if plan.cls is Project:
            at = next(number for number, part in enumerate(plan.parts) if part.fields == ("default_currency",))
            yield f"c.currency = None if s{at}_0 is None else currencies[s{at}_0]"
        yield from self._text("el", "")
        yield from self._children()
        yield from (f"f_{nodes.field} = rows.get({tag!r}, ())" for tag, nodes in self.sorted.items())
        yield from self._joins()
        yield from self._building()

    def _kept(self) -> Iterator[str]:
        """Give the object that was made of the same attributes and words before: a file repeats its organisations."""
        self.names["kept"] = {}
        yield "key = None"
        yield "if len(el) < 2 and ((t := el.text) is None or t in blank):"
        yield "    key = tuple(el.items()), narrative(el[0]) if len(el) else None"
        yield "    if (o := kept.get(key)) is not None: return o"

    # ------------------------------------------------------------------ attributes and texts

    def _taken(self, part: Part, at: int, text: str) -> str:
        """Give the expression that reads the text of an attribute."""
        slot = part.slots[at]
        if slot.kind in (STRING, DECIMAL, TIMESTAMP) and not is_repeated(self.plan.tag, slot.name):
            name = f"r{self.parts[part]}_{at}"
            self.names[name] = slot.kind.read
            return f"{name}({text})"
        name = f"k{self.parts[part]}_{at}"
        self.names[name] = slot.kind.known
        return f"{name}[{text}]"

    def _attributes(self, element: str, child: str) -> Iterator[str]:
        slots = {name[1:]: of for name, of in self.plan.slots.get(child, {}).items() if name != "#text"}
        if not slots:
            yield f"if {element}.keys(): raise KeyError"
            return
        if child and len(self.plan.slots[child]) == 1 and child not in self.plan.wrapped:
            # a leaf that has nothing else states this, or it is blank
            ((name, (part, at)),) = slots.items()
            text = f"a[{name!r}]"
            yield f"a = {element}.attrib"
            yield "if len(a) != 1: raise KeyError"
            yield f"{self.slots[self.parts[part], at]} = {self._taken(part, at, text)}"
            return
        if not child and self.plan.tag in _OFTEN_BARE:
            yield "if el.keys():"
            yield "    a = el.attrib"
        else:
            yield f"a = {element}.attrib"
            yield "if a:"
        yield "    n = len(a)"
        for position, (name, (part, at)) in enumerate(sorted(slots.items(), key=_rare)):
            yield f"    if {'n and ' if position else ''}(t := a.get({name!r})) is not None:"
            yield f"        {self.slots[self.parts[part], at]} = {self._taken(part, at, 't')}"
            yield "        n -= 1"
        yield "    if n: raise KeyError"

    def _text(self, element: str, child: str) -> Iterator[str]:
        yield f"t = {element}.text"
        if "#text" in self.plan.slots.get(child, {}):
            part, at = self.plan.slots[child]["#text"]
            read = f"r{self.parts[part]}_{at}"
            self.names[read] = part.slots[at].kind.read
            yield f"if t: {self.slots[self.parts[part], at]} = {read}(t)"
        else:
            yield "if t and t not in blank: must_be_blank(t)"

    # ------------------------------------------------------------------ children

    def _children(self) -> Iterator[str]:
        plan = self.plan
        tags = ["narrative", *plan.order] if plan.narratives is not None else list(plan.order)
        if not tags:
            yield "if len(el): raise KeyError"
            return
        leaves = [tag for tag in plan.order if len(plan.slots.get(tag, ())) > 1 or tag in plan.wrapped]
        yield from (f"seen_{leaf.replace('-', '_')} = False" for leaf in leaves)
        if self.sorted:
            yield "rows = {}"
        yield "for e in el:"
        yield "    tag = e.tag"
        yield "    if (t := e.tail) and t not in blank: must_be_blank(t)"
        if self.sorted:
            yield "    if (h := many.get(tag)) is not None:"
            yield "        try: f = h[0](e, c)"
            yield "        except KeyError: f = careful(h[1], e, c)"
            yield "        if (row := rows.get(tag)) is None: rows[tag] = [f]"
            yield "        else: row.append(f)"
            yield "        continue"
            tags = [tag for tag in tags if tag not in self.sorted]
        for position, tag in enumerate(tags):
            yield f"    {'elif' if position else 'if'} tag == {tag!r}:"
            yield from (f"        {line}" for line in self._child(tag))
        yield "    else: raise KeyError"

    def _child(self, tag: str) -> Iterator[str]:
        plan = self.plan
        if tag == "narrative":
            yield from _added(plan.narratives or "", "narrative(e)")
        elif tag in plan.words:
            field, many = plan.words[tag]
            if many:
                yield from _added(field, "words(e)")
            else:
                yield f"if f_{field} is not None: raise KeyError"
                yield f"f_{field} = words(e)"
        elif tag in plan.nodes:
            yield from self._node(plan.nodes[tag], "e")
        elif tag in plan.listings:
            yield from self._listed(tag)
        else:
            slots = plan.slots[tag]
            if len(slots) > 1 or tag in plan.wrapped:
                seen = f"seen_{tag.replace('-', '_')}"
                yield f"if {seen}: raise KeyError"
                yield f"{seen} = True"
            else:  # one that states nothing is not read here
                ((part, at),) = slots.values()
                yield f"if {self.slots[self.parts[part], at]} is not None: raise KeyError"
            yield from self._attributes("e", tag)
            yield from self._text("e", tag)
            if "#text" in slots:  # one that states nothing is not read here
                values = (self.slots[self.parts[part], at] for part, at in slots.values())
                yield f"if {' and '.join(f'{value} is None' for value in values)}: raise KeyError"
            if tag in plan.wrapped:
                inner, nodes = plan.wrapped[tag]
                yield "if not len(e) and not e.attrib: raise KeyError"
                yield "for x in e:"
                yield f"    if x.tag != {inner!r} or ((t := x.tail) and t not in blank and must_be_blank(t)): raise KeyError"
                yield from (f"    {line}" for line in self._node(nodes, "x"))
            else:
                yield "if len(e): raise KeyError"

    def _node(self, nodes: Nodes, element: str) -> Iterator[str]:
        field, many, plan = nodes
        at = f"{plan.tag.replace('-', '_')}"
        self.names[f"read_{at}"] = self.reader(plan)
        self.names[f"plan_{at}"] = plan
        if not many:
            yield f"if f_{field} is not None: raise KeyError"
        yield f"try: f = read_{at}({element}, c)"
        yield f"except KeyError: f = careful(plan_{at}, {element}, c)"
        if not many:
            yield f"f_{field} = f"
        else:
            yield from _added(field, "f")

    def _listed(self, tag: str) -> Iterator[str]:
        field, part = self.plan.listings[tag]
        first = part.slots[0]
        name = f"k_{tag.replace('-', '_')}"
        self.names[name] = first.kind.known
        yield "t = e.text"
        yield "a = e.attrib"
        if first.name == "#text":
            self.names[name] = first.kind.read
            yield "if a or not t or len(e): raise KeyError"
            yield from _added(field, f"{name}(t)")
            return
        yield "if len(e) or (t and t not in blank and must_be_blank(t)): raise KeyError"
        if len(part.slots) == 1:
            yield "if len(a) != 1: raise KeyError"
            yield from _added(field, f"{name}[a[{first.name[1:]!r}]]")
            return
        self.names["code_of"] = part.join
        self.names["vocabularies"] = part.slots[1].kind.known
        yield f"f = {name}[a['code']]"
        yield "if len(a) > 1:"
        yield "    f = code_of(f, vocabularies[a['vocabulary']])"
        yield "    if len(a) > 2: raise KeyError"
        yield from _added(field, "f")

    # ------------------------------------------------------------------ the object

    def _joins(self) -> Iterator[str]:
        for part, number in self.parts.items():
            given = ", ".join(self.slots[number, at] for at in range(len(part.slots)))
            fields = ", ".join(f"f_{name.strip('_')}" for name in part.fields)
            if part.join is None:
                yield f"{fields} = {given}"
                continue
            if part.join is join_money:
                yield from self._money(number, fields)
                continue
            if part.join is join_span:
                yield f"if s{number}_0 is not None and s{number}_1 is not None and s{number}_0 <= s{number}_1:"
                yield f"    {fields} = o = span_twin()"
                yield f"    o.start, o.end, o.__class__ = s{number}_0, s{number}_1, DateSpan"
                yield "else:"
                yield f"    {fields} = join_span(s{number}_0, s{number}_1)"
                continue
            self.names[f"join{number}"] = part.join
            yield f"{fields} = join{number}({'c.currency, ' if part.currency else ''}{given})"

    def _money(self, number: int, field: str) -> Iterator[str]:
        amount, currency = f"s{number}_0", f"s{number}_1"
        yield f"if {amount} is None:"
        yield f"    if {currency} is not None: raise KeyError"
        yield f"    {field} = None"
        yield "else:"
        yield f"    if {currency} is None and ({currency} := c.currency) is None: raise KeyError"
        yield f"    {field} = o = money_twin()"
        yield f"    o.amount, o.currency, o.__class__ = {amount}, {currency}, Money"

    def _building(self) -> Iterator[str]:
        plan = self.plan
        kinds = VARIANTS.get(plan.cls, (plan.cls,))
        stated = {field for part in plan.parts for field in part.fields} - {CLASS}
        stated.update(self.single, self.several, [plan.narratives] if plan.narratives is not None else [])
        if plan.cls is Result:
            yield "cls = f_class"
        elif plan.cls is Participant:
            yield "cls = Funder if f_role is FUNDING else Participant"
        if len(kinds) > 1:
            self.names["twins"] = {kind: twin(kind) for kind in kinds}
            yield "o = twins[cls]()"
        else:
            self.names |= {"twin": twin(plan.cls), "cls": plan.cls}
            yield "o = twin()"
        shared = set.intersection(*({field.name for field in attrs.fields(kind)} for kind in kinds))
        for field in attrs.fields(plan.cls):
            if field.name in shared:
                yield f"o.{field.name} = {self._value(field, stated)}"
        for kind in kinds:
            for field in attrs.fields(kind):
                if field.name not in shared:
                    yield f"if cls is {kind.__name__}: o.{field.name} = {self._value(field, stated)}"
        yield "o.__class__ = cls"
        if "kept" in self.names:
            yield f"if key is not None and len(kept) < {REMEMBERED} and is_short(key): kept[key] = o"
        yield "return o"

    def _value(self, field: "attrs.Attribute[Any]", stated: set[str]) -> str:
        name = field.name
        if name not in stated:
            self.names[f"d_{name}"] = field.default
            return f"d_{name}"
        if name == self.plan.narratives:
            return f"texts(f_{name}) if f_{name} else NO_TEXT"
        if name == "chain":
            self.names["d_chain"] = field.default
            return "chain(tuple(f_chain)) if f_chain else d_chain"
        if isinstance(field.default, Text):
            return f"NO_TEXT if f_{name} is None else f_{name}"
        return f"tuple(f_{name})" if name in self.several else f"f_{name}"


def is_repeated(tag: str, name: str) -> bool:
    """Say whether the strings of an attribute come again and again in a file, so that one of each is kept."""
    return name in _REPEATED or (name == "@ref" and tag.endswith("-org")) or tag == "dimension"


def _rare(named: tuple[str, object]) -> int:
    """Give what sorts attributes: those that most elements state come first, and the others are not looked for."""
    name = named[0]
    return _OFTEN.index(name) if name in _OFTEN else len(_OFTEN)


_OFTEN_BARE = ("transaction", "location", "target", "actual", "contact-info", "description")
_OFTEN = ("code", "ref", "type", "vocabulary", "role", "iso-date", "value", "currency", "value-date", "percentage")
_REPEATED = (
    "@code",
    "@vocabulary",
    "@vocabulary-uri",
    "@indicator-uri",
    "@srsName",
    "@format",
    "@default-currency",
    f"@{LANG}",
)


def _added(field: str, item: str) -> Iterator[str]:
    """Add to a list that is made with its first item: most fields of most objects have none."""
    yield f"if f_{field}: f_{field}.append({item})"
    yield f"else: f_{field} = [{item}]"
