"""
Make the tables of docs/reference/iati-conformance.md: run it after a class of the model or the reader has changed.

    python tests/data_sources/make_iati_conformance.py

What stands above the mark in the page is written by hand, and stays. The tables below it come from the tree of the
standard (tests/data/iati/paths-2.03.txt) and from what the reader itself goes by.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import attrs

from aidmodel import _files as files
from aidmodel.io.iati import stream, version_codes
from aidmodel.io.iati.kinds import LANG
from aidmodel.io.iati.parts import CLASS, Part
from aidmodel.io.iati.plan import Nodes, Plan, activity
from aidmodel.io.iati.read_source import VARIANTS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "iati-conformance.md"
PATHS = ROOT / "tests" / "data" / "iati" / "paths-2.03.txt"
MARK = "<!-- What follows is made by tests/data_sources/make_iati_conformance.py. -->\n"

HEADER = {
    "version": "`Header.version`; 2.03 is what is written",
    "generated-datetime": "`Header.generated`",
    "linked-data-default": "`Header.attributes`",
}
NOTES = {
    ("result", "@type"): "the class: `Output`, `Outcome`, `Impact`, `OtherResult`; without one `Result`",
    ("participating-org", "@role"): "`Participant.role`; 1 makes a `Funder`",
    ("loan-status", "@currency"): "the currency of all four amounts",
}
"""What is said of a place instead of the name of a field."""


@dataclass
class Place:
    """An element of the standard's tree."""

    path: str
    many: bool
    attributes: list[str] = field(default_factory=list)
    has_text: bool = False
    children: list["Place"] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """Its name."""
        return self.path.rpartition("/")[2]


@dataclass
class Section:
    """The table of one element that is an object, and where it stands first."""

    path: str
    plan: Plan
    rows: list[str] = field(default_factory=list)


def tree() -> Place:
    """Give the tree of the standard, from the root of a file."""
    known: dict[str, Place] = {}
    for line in PATHS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        path, kind, *many = line.split(" ")
        parent, _, name = path.rpartition("/")
        if name.startswith("@"):
            known[parent].attributes.append(name)
            continue
        known[path] = Place(path.removeprefix("iati-activities/iati-activity/"), bool(many), has_text=kind != "-")
        if parent:
            known[parent].children.append(known[path])
    return known["iati-activities"]


class Tables:
    """The sections of the page, found by walking the standard's tree beside the plan of the reader."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.typed = 0
        self.raw = 0

    def walk(self, place: Place, plan: Plan) -> Section:
        """Add the section of an element, and those of all that is in it; give the one that stands for it."""
        section = Section(place.path, plan)
        known = len(self.sections)
        self.sections.append(section)
        section.rows.extend(self._rows(place, plan, place))
        same = [each for each in self.sections[:known] if each.plan.cls is plan.cls and each.rows == section.rows]
        if same:
            del self.sections[known:]
        return same[0] if same else section

    def _rows(self, place: Place, plan: Plan, holder: Place) -> Iterator[str]:
        """Give the rows of an element, or of a leaf under it."""
        leaf = "" if place is holder else place.tag
        prefix = f"{leaf}/" if leaf else ""
        slots = plan.slots.get(leaf, {})
        for name in place.attributes:
            yield self._slot(plan, f"{prefix}{name}", slots.get(name.replace("@xml:lang", f"@{LANG}")))
        if place.has_text:
            yield self._slot(plan, f"{prefix}text()", slots.get("#text"))
        for child in place.children:
            yield from self._child(child, plan, holder, leaf)

    def _child(self, child: Place, plan: Plan, holder: Place, leaf: str) -> Iterator[str]:
        many = " (many)" if child.many else ""
        tag = child.tag
        wrapped: tuple[str, Nodes] | None = plan.wrapped.get(leaf)
        if wrapped is not None and wrapped[0] == tag:
            yield self._node(child, wrapped[1], f"{leaf}/{tag}{many}", plan)
        elif tag == "narrative" and not leaf and plan.narratives is not None:
            yield self._row(
                "narrative, narrative/@xml:lang", f"`{plan.cls.__name__}.{plan.narratives}`", "narratives", 2
            )
        elif leaf:
            yield self._row(f"{leaf}/{tag}", "", "", 1)
        elif tag in plan.nodes:
            yield self._node(child, plan.nodes[tag], f"{tag}{many}", plan)
        elif tag in plan.words:
            words = plan.words[tag]
            assert words.many is child.many, child.path
            name = f"{tag}/narrative, {tag}/narrative/@xml:lang{many}"
            yield self._row(name, f"`{plan.cls.__name__}.{words.field}`", "narratives", 2)
        elif tag in plan.listings:
            listing = plan.listings[tag]
            assert child.many, child.path
            kinds = {slot.name: slot.kind.name for slot in listing.part.slots}
            names = [*child.attributes, *(["#text"] if child.has_text else [])]
            for name in names:
                where = f"{tag}/{name.replace('#text', 'text()')}{many}"
                yield self._row(where, f"`{plan.cls.__name__}.{listing.field}`", kinds.get(name, ""), 1)
        else:
            assert not child.many, child.path
            yield from self._rows(child, plan, holder)

    def _node(self, child: Place, nodes: Nodes, name: str, plan: Plan) -> str:
        assert nodes.many is child.many, child.path
        section = self.walk(child, nodes.plan)
        link = f"[{section.path}](#{section.path.replace('/', '')})"
        return self._row(name, f"`{plan.cls.__name__}.{nodes.field}`", f"see {link}", 0)

    def _slot(self, plan: Plan, name: str, slot: tuple[Part, int] | None) -> str:
        if slot is None:
            return self._row(name, "", "", 1)
        part, at = slot
        own = [each for each in part.fields if each == part.slots[at].child.replace("-", "_")] or part.fields
        fields = ", ".join(f"`{plan.cls.__name__}.{each}`" for each in own if each != CLASS)
        return self._row(name, NOTES.get((plan.tag, name), fields), part.slots[at].kind.name, 1)

    def _row(self, name: str, where: str, kind: str, leaves: int) -> str:
        if where:
            self.typed += leaves
        else:
            self.raw += leaves
        names = ", ".join(f"`{each}`" for each in name.removesuffix(" (many)").split(", "))
        many = " (many)" if name.endswith(" (many)") else ""
        return f"| {names}{many} | {where or '`extras.raw`'} | {kind} | {'typed' if where else 'raw'} |\n"


def page() -> str:
    """Give the page as it should stand."""
    by_hand, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    assert mark, "the page has lost its mark"
    root = tree()
    tables = Tables()
    tables.walk(root.children[0], activity())
    assert _leaves(root.children[0]) == tables.typed + tables.raw, "a place was left out, or told twice"
    parts = [by_hand, mark]
    parts += _elements(root, tables)
    parts += _not_written(tables)
    parts += _upgrades()
    parts += _limits()
    return "".join(parts)


def _leaves(place: Place) -> int:
    return len(place.attributes) + place.has_text + sum(map(_leaves, place.children))


def _elements(root: Place, tables: Tables) -> Iterator[str]:
    yield (
        f"\n## Element by element\n\nThe activity of 2.03 has {tables.typed + tables.raw} places for an attribute or text; "
        f"{tables.typed} of them are typed, {tables.raw} always raw. What stands in several places in the same way (a "
        "document link) has one table.\n"
    )
    yield "\n### iati-activities\n\n| in the file | in aidmodel | | held |\n| --- | --- | --- | --- |\n"
    yield from (f"| `{name}` | {HEADER[name[1:]]} | | typed |\n" for name in root.attributes)
    yield "| attributes of other namespaces | `Header.attributes` | | raw |\n"
    yield "| elements beside the activities | `Header.elements` | | raw |\n"
    for section in tables.sections:
        yield f"\n### {section.path.removeprefix('iati-activities/')}\n\n"
        yield f"Read as {_classes(section.plan.cls)}.\n\n| in the file | in aidmodel | read as | held |\n"
        yield "| --- | --- | --- | --- |\n"
        yield from section.rows


def _classes(cls: type[Any]) -> str:
    *others, last = [f"`{each.__name__}`" for each in VARIANTS.get(cls, (cls,))]
    return f"{', '.join(others)} or {last}" if others else last


def _not_written(tables: Tables) -> Iterator[str]:
    yield (
        "\n## Fields without a place in IATI\n\nWhere one of them is stated, writing says so (`iati.not-written`). "
        "Fields for which the standard has a place elsewhere only are listed with the elements where it has none.\n\n"
        "| class | fields |\n| --- | --- |\n"
    )
    yield "| `Input`, `Activity` | the whole node: IATI has results alone |\n"
    everywhere: dict[type[Any], list[Section]] = {}
    for section in tables.sections:
        everywhere.setdefault(section.plan.cls, []).append(section)
    for cls, sections in everywhere.items():
        lost = [name for name in sections[0].plan.homeless if all(name in each.plan.homeless for each in sections)]
        said = [f"`{name}`" for name in lost]
        for section in sections:
            said += [f"`{name}` in `{section.path}`" for name in section.plan.homeless if name not in lost]
        if said:
            yield f"| `{cls.__name__}` | {', '.join(said)} |\n"
        for variant in VARIANTS.get(cls, ()):
            fields = {each.name for each in attrs.fields(cls)}
            own = [f"`{each.name}`" for each in attrs.fields(variant) if each.name not in fields]
            if own:
                yield f"| `{variant.__name__}` | {', '.join(own)} |\n"


LISTS: Mapping[str, version_codes.Names] = {
    "activity-date/@type": version_codes.DATES,
    "participating-org/@role": version_codes.ROLES,
    "transaction-type/@code": version_codes.TRANSACTIONS,
    "sector/@vocabulary": version_codes.SECTORS,
    "policy-marker/@vocabulary": version_codes.MARKERS,
    "gazetteer-entry/@gazetteer-ref": version_codes.GAZETTEERS,
    "budget/@type": version_codes.BUDGETS,
    "description/@type": version_codes.DESCRIPTIONS,
    "result/@type": version_codes.RESULTS,
    "indicator/@measure": version_codes.MEASURES,
    "related-activity/@type": version_codes.RELATIONS,
    "condition/@type": version_codes.CONDITIONS,
}


def _upgrades() -> Iterator[str]:
    yield "\n## What an upgrade from 1.0x does\n\nEach is noted once for an activity and for what it was made of, with how often it was done: every old spelling is named.\n\n"
    yield from (f"- {sentence.replace('{}', '…')}\n" for sentence in version_codes.SENTENCES.values())
    yield "\nThe codes, whether in capitals or not; all others stay as they are:\n\n| in the file | codes |\n| --- | --- |\n"
    for place, names in LISTS.items():
        yield f"| `{place}` | {', '.join(f'{old} → {new}' for old, new in names.items())} |\n"


def _limits() -> Iterator[str]:
    rows = {
        "one value (an attribute, a text, a comment)": f"{stream.VALUE_LIMIT >> 20} MiB",
        "one activity": f"{stream.ACTIVITY_LIMIT >> 20} MiB",
        "tags and attributes in one activity": f"{stream.MARKUP_LIMIT:,}",
        "lines, `&` and `]` in one activity": f"{stream.PIECE_LIMIT:,}",
        "elements inside one another": f"{stream.DEPTH_LIMIT}",
        "characters between activities": f"{stream.OUTSIDE_LIMIT >> 20} MiB",
        "what a packed file unpacks to": f"{files.BOMB_SIZE >> 20} MiB, or {files.BOMB_RATIO} times its size",
        "the table of contents of a zip": f"{files.DIRECTORY_LIMIT >> 20} MiB",
    }
    yield "\n## Limits\n\nA file that passes one of them is `Unreadable`.\n\n| of what | at most |\n| --- | --- |\n"
    yield from (f"| {what} | {most} |\n" for what, most in rows.items())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
