"""Reading one element with everything that may be wrong with it: what does not fit is kept raw and noted.

This is how reading is meant. :mod:`aidmodel.io.iati.read_quick` reads what is written as the standard has it, in less time,
and leaves every other element to this module.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from xml.etree.ElementTree import Element as Tree

from aidmodel._build import builder
from aidmodel.io.iati.kinds import LANG, SPACE, STRING, Unclean, default_currency, texts
from aidmodel.io.iati.parts import CLASS, Part
from aidmodel.io.iati.plan import Nodes, Plan
from aidmodel.io.iati.raw import fragment
from aidmodel.io.iati.reading import Found, Reading
from aidmodel.model.chain import ResultsChain
from aidmodel.model.extras import Extras, Raw
from aidmodel.model.organisation import Funder, OrganisationRole, Participant
from aidmodel.model.project import Project

_MAKERS: dict[type[Any], Callable[..., Any]] = {}


def read(plan: Plan, element: Tree, reading: Reading) -> Any:
    """Give the object that an element stands for."""
    if element not in reading.made:
        reading.made[element] = _Careful(plan, reading).read(element)
    return reading.made[element]


class _Careful:
    """The reading of one element: what it has stated so far, what is kept raw, what is to be reported."""

    def __init__(self, plan: Plan, reading: Reading) -> None:
        self.plan = plan
        self.reading = reading
        self.values: dict[str, Any] = {}
        self.slots: dict[Part, list[Any]] = {part: [None] * len(part.slots) for part in plan.parts}
        self.broken: set[Part] = set()
        """The parts of which a slot was not understood."""
        self.pieces: dict[tuple[str, str], tuple[Part | None, str, Tree]] = {}
        """By place and name: the part of each slot that is stated, its text, and its element."""
        self.kept: dict[tuple[str, str], str] = {}
        self.tails: dict[str, list[str]] = {}
        """By place: the words that follow children there."""
        self.raws: list[Raw] = []
        self.notes: list[tuple[str, str, str, Tree]] = []

    def read(self, element: Tree) -> Any:
        plan = self.plan
        self.take(element, "", "")
        if plan.cls is Project:
            self.default_currency(element)
        seen: Counter[str] = Counter()
        narratives: list[tuple[str | None, str]] = []
        for child in element:
            tag = child.tag
            number = seen[tag]
            seen[tag] += 1
            self.stray(child.tail, "", element)
            if tag == "narrative" and plan.narratives is not None:
                narratives.append(self.narrative(child, f"narrative[{number}]"))
            elif tag in plan.nodes:
                self.node(child, plan.nodes[tag], number)
            elif tag in plan.listings:
                self.listed(child, number)
            elif tag in plan.words:
                self.words(child, number)
            elif tag not in plan.slots:
                self.unknown(child, "", number)
            elif number:
                self.surplus(child, number)
            else:
                self.leaf(child)
        if narratives:
            self.values[plan.narratives or ""] = texts(narratives)
        for part in plan.parts:
            self.join(part, element)
        return self.made()

    def default_currency(self, element: Tree) -> None:
        """Let the amounts of the activity that state no currency be in this one, if it is one."""
        part, at = self.plan.slots[""]["@default-currency"]
        stated = self.slots[part][at]
        self.reading.currency = default_currency(stated)
        if stated is not None and self.reading.currency is None:
            self.note("default_currency", "iati.not-a-currency", f"{_short(stated)} is no code of a currency", element)

    # ------------------------------------------------------------------ attributes and texts

    def take(self, element: Tree, child: str, at: str) -> None:
        """Take the attributes and the text of the element itself, or of a leaf under it."""
        slots = self.plan.slots[child]
        for name, text in element.attrib.items():
            self.slot(slots.get(f"@{name}"), at, f"@{name}", text, element)
        text = element.text or ""
        if text.strip(SPACE):
            self.slot(slots.get("#text"), at, "#text", text, element)

    def slot(self, place: tuple[Part, int] | None, at: str, name: str, text: str, element: Tree) -> None:
        if place is None:
            if name == "#tail":  # there may be more of it between the children
                self.tails.setdefault(at, []).append(text.strip(SPACE))
            else:
                self.keep(at, name, text)
            if name[0] == "#":
                self.note(at, "iati.stray-text", f"has words where none belong: {_short(text)}", element)
            elif not name.startswith("@{") or name == f"@{LANG}":
                self.note(
                    at,
                    "iati.unknown-attribute",
                    f"has {_plainly(name)}, which the standard does not know here",
                    element,
                )
            return
        part, number = place
        self.pieces[at, name] = part, text, element
        try:
            self.slots[part][number] = part.slots[number].kind.read(text)
        except Unclean as problem:
            self.slots[part][number] = problem.value
            if problem.value is None and problem.code != "iati.blank":
                self.broken.add(part)
            self.report(part, problem, f"{_plainly(name)} {_short(text)}", element)
            if problem.keep:
                self.keep(at, name, text)

    def join(self, part: Part, element: Tree) -> None:
        stated = [(key, text, there) for key, (of, text, there) in self.pieces.items() if of is part]
        if part in self.broken:  # what is not understood in one place is not to be guessed from the others
            for (at, name), text, _ in stated:
                self.keep(at, name, text)
            return
        try:
            value = joined(part, self.slots[part], self.reading.currency)
        except Unclean as problem:
            self.report(part, problem, "", stated[0][2] if stated else element)
            if problem.keep:
                for (at, name), text, _ in stated:
                    self.keep(at, name, text)
            value = problem.value
        if value is None:
            return
        given = (value,) if len(part.fields) == 1 else value
        self.values.update((name, each) for name, each in zip(part.fields, given, strict=True) if each is not None)

    def report(self, part: Part, problem: Unclean, what: str, element: Tree) -> None:
        if problem.code is not None:
            field = "" if part.fields[0] in (CLASS, "") else part.fields[0]
            self.note(field, problem.code, f"{what} {problem.message}".strip(), element)

    # ------------------------------------------------------------------ children

    def leaf(self, child: Tree) -> None:
        tag = child.tag
        if not child.attrib and not len(child) and not (child.text or "").strip(SPACE):
            self.blank(child, 0)
            return
        self.take(child, tag, tag)
        inner, nodes = self.plan.wrapped.get(tag, ("", None))
        for each in self.rest(child, tag, inner):
            if nodes is not None:
                self.values.setdefault(nodes.field, []).append(_child(nodes.plan, each, self.reading))

    def node(self, child: Tree, nodes: Nodes, number: int) -> None:
        if not nodes.many and number:
            self.surplus(child, number)
            return
        made = _child(nodes.plan, child, self.reading)
        if nodes.many:
            self.values.setdefault(nodes.field, []).append(made)
        else:
            self.values[nodes.field] = made

    def listed(self, child: Tree, number: int) -> None:
        field, part = self.plan.listings[child.tag]
        texts = {slot.name: child.text if slot.name == "#text" else child.get(slot.name[1:]) for slot in part.slots}
        try:
            slots = [None if (text := texts[slot.name]) is None else slot.kind.read(text) for slot in part.slots]
            value = joined(part, slots, None)
        except Unclean as problem:
            self.note(field, problem.code or "iati.blank", problem.message, child)
            self.keep("", child.tag, fragment(child), number)
            return
        if value is None:
            self.blank(child, number)
            return
        self.values.setdefault(field, []).append(value)
        at = f"{child.tag}[{number}]"
        for name, text in child.attrib.items():
            if f"@{name}" not in texts:
                self.slot(None, at, f"@{name}", text, child)
        if "#text" not in texts:
            self.stray(child.text, at, child)
        self.rest(child, at)

    def rest(self, element: Tree, at: str, tag: str = "") -> list[Tree]:
        """Keep the children that an element may not have, and the words between them; give those of the ``tag``."""
        wanted: list[Tree] = []
        seen: Counter[str] = Counter()
        for each in element:
            self.stray(each.tail, at, element)
            if each.tag == tag:
                wanted.append(each)
            else:
                self.unknown(each, at, seen[each.tag])
            seen[each.tag] += 1
        return wanted

    def words(self, child: Tree, number: int) -> None:
        field, many = self.plan.words[child.tag]
        if number and not many:
            self.surplus(child, number)
            return
        at = f"{child.tag}[{number}]" if many else child.tag
        if not any(each.tag == "narrative" for each in child):
            if len(child) or child.attrib or (child.text or "").strip(SPACE):
                self.note(field, "iati.stray-text", f"has no narrative: {_short(fragment(child))}", child)
                self.keep("", child.tag, fragment(child), number)
            else:
                self.blank(child, number)
            return
        for name, text in child.attrib.items():
            self.slot(None, at, f"@{name}", text, child)
        self.stray(child.text, at, child)
        entries = [
            self.narrative(each, f"{at}/narrative[{position}]")
            for position, each in enumerate(self.rest(child, at, "narrative"))
        ]
        if many:
            self.values.setdefault(field, []).append(texts(entries))
        else:
            self.values[field] = texts(entries)

    def narrative(self, element: Tree, at: str) -> tuple[str | None, str]:
        language = None
        for name, text in element.attrib.items():
            if name == LANG:
                try:
                    language = STRING.read(text)
                except Unclean as problem:
                    self.keep(at, f"@{name}", text)
                    self.note("", problem.code or "", f"xml:lang {_short(text)} {problem.message}", element)
            else:
                self.slot(None, at, f"@{name}", text, element)
        self.rest(element, at)
        return language, (element.text or "").strip(SPACE)

    # ------------------------------------------------------------------ what does not fit

    def unknown(self, child: Tree, at: str, number: int) -> None:
        self.keep(at, child.tag, fragment(child), number)
        if not child.tag.startswith("{"):
            self.note(at, "iati.unknown-element", f"has a {child.tag!r}, which the standard does not know here", child)

    def surplus(self, child: Tree, number: int) -> None:
        self.keep("", child.tag, fragment(child), number)
        self.note("", "iati.surplus", f"has {number + 1} of {child.tag!r}, and one may stand here", child)

    def blank(self, child: Tree, number: int) -> None:
        self.keep("", child.tag, fragment(child), number)
        self.note("", "iati.blank", f"{child.tag!r} is blank: nothing is stated", child)

    def stray(self, text: str | None, at: str, element: Tree) -> None:
        """Keep words that follow a child, where none belong."""
        if text and text.strip(SPACE):
            self.slot(None, at, "#tail", text, element)

    def keep(self, at: str, name: str, text: str, number: int | None = None) -> None:
        if number is None:
            self.kept[at, name] = text
        else:
            self.raws.append(_raw(at=at, name=name, xml=text, index=number))

    def note(self, field: str, code: str, message: str, element: Tree) -> None:
        self.notes.append((field, code, message, element))

    def made(self) -> Any:
        values: dict[str, Any] = {
            name: tuple(value) if type(value) is list else value for name, value in self.values.items()
        }
        cls: type[Any] = values.pop(CLASS, self.plan.cls)
        if cls is Participant and values.get("role") is OrganisationRole.FUNDING:
            cls = Funder
            del values["role"]
        if cls is Project and "chain" in values:
            values["chain"] = _chain(values["chain"])
        for at, words in self.tails.items():
            self.keep(at, "#tail", "\n".join(words))
        raws = [_raw(at=at, name=name, xml=text) for (at, name), text in sorted(self.kept.items())]
        raws += sorted(self.raws, key=lambda raw: (raw.at, raw.name, raw.index))
        if raws:
            values["extras"] = _extras((), raw=tuple(raws))
        if cls not in _MAKERS:
            _MAKERS[cls] = builder(cls)
        thing = _MAKERS[cls](**values)
        for field, code, message, element in self.notes:
            self.reading.found.append(Found(thing, _field(cls, field), code, message, element))
        return thing


def joined(part: Part, slots: Sequence[Any], currency: str | None) -> Any:
    """Give the value of a part's field, or a tuple of several.

    Raises:
        Unclean: nothing can be made of it as it stands.

    """
    if part.join is None:
        return slots[0]
    return part.join(*((currency,) if part.currency else ()), *slots)


def understood(part: Part, texts: Sequence[str | None], currency: str | None) -> Any:
    """Give what the texts of a part's slots are understood as, whatever is to be said about them."""
    slots: list[Any] = []
    for slot, text in zip(part.slots, texts, strict=True):
        try:
            slots.append(None if text is None else slot.kind.read(text))
        except Unclean as problem:
            if problem.value is None and problem.code != "iati.blank":
                return None
            slots.append(problem.value)
    try:
        return joined(part, slots, currency)
    except Unclean as problem:
        return problem.value


_raw = builder(Raw)
_extras = builder(Extras)
_chain = builder(ResultsChain)


def _child(plan: Plan, element: Tree, reading: Reading) -> Any:
    from aidmodel.io.iati.read_quick import reader

    if element in reading.made:
        return reading.made[element]
    try:
        return reader(plan)(element, reading)
    except KeyError:
        return read(plan, element, reading)


def _field(cls: type, field: str) -> str:
    return field if hasattr(cls, field) else ""


def _plainly(name: str) -> str:
    return "xml:lang" if name == f"@{LANG}" else "the text" if name == "#text" else name


def _short(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= 80 else f"{text[:80]}…")
