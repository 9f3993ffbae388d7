"""The source of the functions that read elements written as the standard has them, line by line from their plans.

What the lines say of an element, in this order: its attributes, its text, its children, the fields that are joined of
several values, the object. Each refuses, by a :class:`KeyError`, whatever it has no place for: a function either gives
what :mod:`aidmodel.io.iati.read_careful` gives, or nothing. Without it, time would be lost and nothing else.

This is one whole, of an element that must have two attributes. ``r…`` reads a text, ``k…`` looks up what a text was read
as before, ``f_…`` is the value of a field, ``s…`` what it is joined of, ``d_…`` the default of a field that is not stated
there; ``twin()`` makes an object that may still be written to, and that is frozen when it is given its class.

>>> from aidmodel.io.iati.plan import activity
>>> names = {}
>>> print(ReadSource(activity().nodes["related-activity"].plan, names, print).source())
def read(el, c):
    a = el.attrib
    t = a['ref']
    f_ref = t if t and t.strip() == t else r0_0(t)
    f_type = k1_0[a['type']]
    if len(a) != 2: raise KeyError
    if el.text not in blank: must_be_blank(el.text)
    if len(el): raise KeyError
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
from aidmodel.io.iati.kinds import DECIMAL, LANG, REMEMBERED, STRING, TIMESTAMP, Known
from aidmodel.io.iati.parts import CLASS, Part, join_money, join_span
from aidmodel.io.iati.plan import Nodes, Plan
from aidmodel.io.iati.standard import REQUIRED
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
        self.parts: dict[Part, int] = {part: number for number, part in enumerate(plan.parts)}
        self.readers: dict[Part, Callable[[str], Any] | None] = {part: part.reader() for part in plan.parts}
        """What makes the value of a part of the text of its only attribute."""
        self.slots: dict[tuple[Part, int], str] = {}
        """What the value of each attribute and text is called: at once as the field, if it is the value of one."""
        for part, number in self.parts.items():
            is_field = len(part.fields) == 1 and (part.join is None or self.readers[part] is not None)
            for at in range(len(part.slots)):
                self.slots[part, at] = f"f_{part.fields[0].strip('_')}" if is_field else f"s{number}_{at}"
        self.required: tuple[str, ...] = REQUIRED.get(plan.tag, ())
        """The attributes without which an element is not read here."""
        self.always: list[str] = [self.slots[plan.slots[""][f"@{name}"]] for name in self.required]
        """What the values of these are called."""
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
        nothing = [slot for slot in self.slots.values() if slot not in self.always]
        if nothing := [*nothing, *(f"f_{name}" for name in self.single)]:
            yield f"{' = '.join(nothing)} = None"
        in_rows = [nodes.field for nodes in self.sorted.values()]
        yield from (f"f_{name} = ()" for name in self.several if name not in in_rows)
        if plan.tag.endswith("-org"):
            yield from self._kept()
        yield from self._attributes("el", "")
        if plan.cls is Project:
            yield "c.currency = None if f_default_currency is None else currencies[f_default_currency]"
        if "kept" not in self.names:
            yield from self._text("el", "")
        yield from self._children()
        yield from self._joins()
        yield from self._building()

    def _kept(self) -> Iterator[str]:
        """Give the object that was made of the same attributes and words before: a file repeats its organisations."""
        self.names["kept"] = {}
        yield from self._text("el", "")
        yield "key = tuple(el.items()), narratives(el)"
        yield "if (o := kept.get(key)) is not None: return o"

    # ------------------------------------------------------------------ attributes and texts

    def _taken(self, of: tuple[Part, int], text: str) -> Iterator[str]:
        """Read the text of an attribute."""
        part, at = of
        slot = part.slots[at]
        name = f"{self.parts[part]}_{at}"
        read = self.readers[part]
        if read or slot.kind not in (STRING, DECIMAL, TIMESTAMP) or is_repeated(self.plan.tag, slot.name):
            self.names[f"k{name}"] = Known(read) if read else slot.kind.known
            yield f"{self.slots[of]} = k{name}[{text}]"
        elif slot.kind is STRING:
            self.names[f"r{name}"] = slot.kind.read
            if text != "t":
                yield f"t = {text}"
            yield f"{self.slots[of]} = t if t and t.strip() == t else r{name}(t)"
        else:
            self.names[f"r{name}"] = slot.kind.read
            yield f"{self.slots[of]} = r{name}({text})"

    def _attributes(self, element: str, child: str) -> Iterator[str]:
        slots = {name[1:]: of for name, of in self.plan.slots.get(child, {}).items() if name != "#text"}
        if not slots:
            yield f"if {element}.keys(): raise KeyError"  # .attrib would make a dict for an element without attributes
            return
        required = self.required if not child else ()
        if child and len(self.plan.slots[child]) == 1 and child not in self.plan.wrapped:
            required = tuple(slots)  # a leaf that has nothing else states this, or it is blank
        others = sorted((each for each in slots.items() if each[0] not in required), key=_rare)
        if not child and not required and self.plan.tag in _OFTEN_BARE:
            yield f"if n := len({element}.keys()):"
            yield f"    a = {element}.attrib"
        else:
            yield f"a = {element}.attrib"
            yield from (line for name in required for line in self._taken(slots[name], f"a[{name!r}]"))
            if not others:
                yield f"if len(a) != {len(required)}: raise KeyError"
                return
            yield f"if n := len(a){f' - {len(required)}' if required else ''}:"
        for position, (name, of) in enumerate(others):
            yield f"    if {'n and ' if position else ''}(t := a.get({name!r})) is not None:"
            yield from (f"        {line}" for line in self._taken(of, "t"))
            yield "        n -= 1"
        yield "    if n: raise KeyError"

    def _text(self, element: str, child: str) -> Iterator[str]:
        of = self.plan.slots.get(child, {}).get("#text")
        if of is not None:
            part, at = of
            read = f"r{self.parts[part]}_{at}"
            self.names[read] = part.slots[at].kind.read
            yield f"if t := {element}.text: {self.slots[of]} = {read}(t)"
        else:
            yield f"if {element}.text not in blank: must_be_blank({element}.text)"

    # ------------------------------------------------------------------ children

    def _children(self) -> Iterator[str]:
        plan = self.plan
        if plan.narratives is not None:  # and nothing else
            words = "text_of(key[1]) if key[1]" if "kept" in self.names else "text(el) if len(el)"
            yield f"f_{plan.narratives} = {words} else NO_TEXT"
            return
        if not plan.order:
            yield "if len(el): raise KeyError"
            return
        leaves = [tag for tag in plan.order if len(plan.slots.get(tag, ())) > 1 or tag in plan.wrapped]
        yield from (f"seen_{leaf.replace('-', '_')} = False" for leaf in leaves)
        if self.sorted:
            yield "rows = {}"
        yield "for e in el:"
        yield "    tag = e.tag"
        yield "    if e.tail not in blank: must_be_blank(e.tail)"
        if self.sorted:
            yield "    if (row := many.get(tag)) is not None:"
            yield "        read, plan = row"
            yield "        try: f = read(e, c)"
            yield "        except KeyError: f = careful(plan, e, c)"
            yield "        if tag in rows: rows[tag].append(f)"
            yield "        else: rows[tag] = [f]"
            yield "        continue"
        for position, tag in enumerate(tag for tag in plan.order if tag not in self.sorted):
            yield f"    {'elif' if position else 'if'} tag == {tag!r}:"
            yield from (f"        {line}" for line in self._child(tag))
        yield "    else: raise KeyError"

    def _child(self, tag: str) -> Iterator[str]:
        plan = self.plan
        if tag in plan.words:
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
                (of,) = slots.values()
                yield f"if {self.slots[of]} is not None: raise KeyError"
            yield from self._attributes("e", tag)
            yield from self._text("e", tag)
            if "#text" in slots:  # one that states nothing is not read here
                values = (self.slots[of] for of in slots.values())
                yield f"if {' and '.join(f'{value} is None' for value in values)}: raise KeyError"
            if tag in plan.wrapped:
                inner, nodes = plan.wrapped[tag]
                yield "if not len(e) and not e.attrib: raise KeyError"
                yield "for x in e:"
                yield "    if x.tail not in blank: must_be_blank(x.tail)"
                yield f"    if x.tag != {inner!r}: raise KeyError"
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
        yield "if len(e): raise KeyError"
        if first.name == "#text":
            self.names[name] = first.kind.read
            yield "if e.keys() or not (t := e.text): raise KeyError"
            yield from _added(field, f"{name}(t)")
            return
        yield "if e.text not in blank: must_be_blank(e.text)"
        yield "a = e.attrib"
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
            slots = [self.slots[part, at] for at in range(len(part.slots))]
            fields = ", ".join(f"f_{name.strip('_')}" for name in part.fields)
            if part.join is None:
                continue
            if self.readers[part] is not None:
                yield from self._joined(part, fields)
            elif part.join is join_money:
                amount, currency = slots
                yield from self._money(amount, currency, fields)
            elif part.join is join_span:
                start, end = slots
                yield f"if {start} is not None and {end} is not None and {start} <= {end}:"
                yield f"    {fields} = o = span_twin()"
                yield f"    o.start, o.end, o.__class__ = {start}, {end}, DateSpan"
                yield "else:"
                yield f"    {fields} = join_span({start}, {end})"
            else:
                self.names[f"join{number}"] = part.join
                yield f"{fields} = join{number}({', '.join([*(['c.currency'] if part.currency else []), *slots])})"

    def _joined(self, part: Part, fields: str) -> Iterator[str]:
        """Give the fields of a part that was read at once."""
        value = self.slots[part, 0]
        nothing = part.join and part.join(None)
        if nothing is not None and value not in self.always:
            self.names[f"n_{value}"] = nothing
            yield f"if {value} is None: {value} = n_{value}"
        if len(part.fields) > 1:
            yield f"{fields} = {value}"

    def _money(self, amount: str, currency: str, field: str) -> Iterator[str]:
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
            yield f"if len(kept) < {REMEMBERED} and is_short(key): kept[key] = o"
        yield "return o"

    def _value(self, field: "attrs.Attribute[Any]", stated: set[str]) -> str:
        name = field.name
        if name not in stated:
            self.names[f"d_{name}"] = field.default
            return f"d_{name}"
        rows = {nodes.field: tag for tag, nodes in self.sorted.items()}
        if name == "chain":
            self.names["d_chain"] = field.default
            return f"chain(tuple(rows[{rows[name]!r}])) if {rows[name]!r} in rows else d_chain"
        if name in rows:
            return f"tuple(rows[{rows[name]!r}]) if {rows[name]!r} in rows else ()"
        if name in self.several:
            return f"tuple(f_{name}) if f_{name} else ()"
        if isinstance(field.default, Text) and name != self.plan.narratives:
            return f"NO_TEXT if f_{name} is None else f_{name}"
        return f"f_{name}"


def is_repeated(tag: str, name: str) -> bool:
    """Say whether the texts of an attribute come again and again in a file, so that one value of each is kept."""
    return name in _REPEATED or (name == "@ref" and tag.endswith("-org")) or tag == "dimension"


def _rare(named: tuple[str, object]) -> int:
    """Give what sorts attributes: those that most elements state come first, and the others are not looked for."""
    name = named[0]
    return _OFTEN.index(name) if name in _OFTEN else len(_OFTEN)


_OFTEN_BARE = ("transaction", "location")
_OFTEN = ("code", "ref", "type", "vocabulary", "role", "iso-date", "value", "currency", "value-date", "percentage")
_REPEATED = (
    "@code",
    "@vocabulary",
    "@vocabulary-uri",
    "@indicator-uri",
    "@srsName",
    "@format",
    "@percentage",
    "@default-currency",
    f"@{LANG}",
)


def _added(field: str, item: str) -> Iterator[str]:
    """Add to a list that is made with its first item: most fields of most objects have none."""
    yield f"if f_{field}: f_{field}.append({item})"
    yield f"else: f_{field} = [{item}]"
