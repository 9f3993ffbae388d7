"""Laws of reading and writing IATI: they hold for whatever can be built, and for files that are wrong in any way."""

import pickle
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element as Tree

import attrs
from attrs import evolve
from hypothesis import assume, example, given, settings, strategies as st

from aidmodel import (
    Budget,
    Code,
    Contact,
    CrsAdd,
    DateSpan,
    Document,
    Extras,
    Header,
    Indicator,
    InvalidValue,
    LoanStatus,
    Location,
    Money,
    OtherIdentifier,
    Output,
    Participant,
    Party,
    Period,
    Point,
    Project,
    ProjectDate,
    Raw,
    ResultsChain,
    Severity,
    Target,
    Text,
    read_iati,
    write_iati,
)
from aidmodel.errors import join_path
from aidmodel.io.iati import read_careful, read_quick, write_careful, write_quick
from aidmodel.io.iati.plan import Plan, activity
from aidmodel.io.iati.read_source import VARIANTS
from aidmodel.io.iati.reading import Reading, elements_of
from aidmodel.io.iati.writing import Writing
from aidmodel.model.element import Element
from aidmodel.testing.strategies import projects, strings
from iati_leaves import DATA, LANG, canonical, difference, parsed

some = settings(max_examples=settings().max_examples // 2)
few = settings(max_examples=settings().max_examples // 4)
fewest = settings(max_examples=settings().max_examples // 10)

FULL = read_iati(DATA / "full-2.03.xml").value
FOREIGN = read_iati(DATA / "foreign-2.03.xml").value
TWO_CURRENCIES = LoanStatus(principal_arrears=Money(1, "CAD"), interest_arrears=Money(0, "JPY"))
SHARED = Participant("one object in two places", extras={"org:a": 1})


# ------------------------------------------------------------------ projects to write


def rebuilt(thing: Any, turn: Callable[[Any], Any]) -> Any:
    """Make an object anew by the public constructors; ``turn`` may change each value that is no object of attrs."""
    if isinstance(thing, tuple):
        return tuple(rebuilt(each, turn) for each in thing)
    cls: Any = type(thing)
    if not attrs.has(cls):
        return turn(thing)
    given = {spec.alias or spec.name: getattr(thing, spec.name) for spec in attrs.fields(cls) if spec.init}
    return turn(cls(**{name: rebuilt(value, turn) for name, value in given.items()}))


def _without_raw(thing: Any) -> Any:
    return Extras(thing.pairs) if isinstance(thing, Extras) and thing.pairs else _without_extras(thing)


def _without_extras(thing: Any) -> Any:
    return None if isinstance(thing, Extras) else thing


def _tidy(thing: Any) -> Any:
    if isinstance(thing, str) and type(thing) is str:
        return "".join(letter if letter.isprintable() else "." for letter in thing).strip()
    return _without_extras(thing)


def typed_projects() -> st.SearchStrategy[Project]:
    """Draw projects without raw content, with own fields."""
    return projects().map(lambda project: rebuilt(project, _without_raw))


def bare_projects() -> st.SearchStrategy[Project]:
    """Draw projects without extras."""
    return projects().map(lambda project: rebuilt(project, _without_extras))


def tidy_projects() -> st.SearchStrategy[Project]:
    """Draw projects without extras, none of whose strings has white space around it, line ends or control characters."""

    def tidied(project: Project) -> Project | None:
        try:
            made: Project = rebuilt(project, _tidy)
        except InvalidValue:  # two ids that differ in white space alone
            return None
        return made

    return projects().map(tidied).filter(lambda project: project is not None).map(lambda project: project or Project())


FRAGMENTS = (
    '<x:a xmlns:x="urn:x" x:b="1">words</x:a>',
    '<a xmlns="urn:default"><b/>tail</a>',
    '<unknown a="1">two <b/> words</unknown>',
    "<unknown/>",
    "<n0:deep xmlns:n0='urn:x'><n1:a xmlns:n1='urn:y'><n0:b/></n1:a></n0:deep>",
)


def _named(xml: str) -> str:
    return ET.fromstring(xml).tag  # noqa: S314


def pieces() -> st.SearchStrategy[Raw]:
    """Draw raw content as a reader keeps it: elements and attributes, foreign and unknown, of the node itself."""
    attributes = st.builds(
        lambda name, text: Raw(at="", name=f"@{name}", xml=text),
        st.sampled_from(["{urn:x}a", "{urn:y}a", "unknown", "{urn:x}unknown"]),
        st.sampled_from(["", "1", "a < b & c", 'a "quote"', "n/a"]),
    )
    elements = st.builds(
        lambda xml, index: Raw(at="", name=_named(xml), xml=xml, index=index),
        st.sampled_from(FRAGMENTS),
        st.integers(0, 3),
    )
    return attributes | elements


@st.composite
def kept_projects(draw: st.DrawFn) -> Project:
    """Draw projects some of whose objects keep raw content, each piece of another name."""
    project: Project = draw(bare_projects())
    chance = draw(st.randoms(use_true_random=False))
    drawn = draw(st.lists(st.lists(pieces(), min_size=1, max_size=3, unique_by=lambda raw: raw.name), max_size=4))

    def turn(thing: Any) -> Any:
        if drawn and isinstance(thing, Element) and chance.random() < 0.3:
            return evolve(thing, extras=Extras(raw=drawn.pop()))
        return thing

    made: Project = rebuilt(project, turn)
    return made


def unlike(old: Any, new: Any, path: str, named: set[str]) -> Iterator[str]:
    """Give the path of each fact that differs and is not named, in terms of the old one; white space around strings aside."""
    if path.endswith(".value"):  # words that read as a number come back there, and are named where they stood
        named = {*named, *(f"{each.removesuffix('stated')}value" for each in named if each.endswith(".stated"))}
    if any(path == each or path.startswith((f"{each}.", f"{each}[")) for each in named):
        return
    if isinstance(old, ResultsChain | tuple) and isinstance(new, ResultsChain | tuple):
        kept = [(f"{path}[{at}]", item) for at, item in enumerate(old) if f"{path}[{at}]" not in named]
        if len(kept) != len(new):
            yield f"{path}: {len(kept)} were to be written, {len(new)} were read"
        for (there, item), other in zip(kept, new, strict=False):
            yield from unlike(item, other, there, named)
    elif isinstance(old, Element) and type(old) is type(new):
        for spec in attrs.fields(type(old)):
            there = join_path(path, spec.name)
            yield from unlike(getattr(old, spec.name), getattr(new, spec.name), there, named)
    elif isinstance(old, Extras | None) and isinstance(new, Extras | None):
        if _contents(old) != _contents(new):
            yield f"{path}: {old} was to be written, {new} was read"
    elif _bare(old) != _bare(new):
        yield f"{path}: {old!r} was to be written, {new!r} was read"


def any_headers() -> st.SearchStrategy[Header]:
    """Draw headers that hold what a file may hold, and what none may."""
    names = strings() | st.sampled_from(["a", "ns0", "ns1", "{urn:x}a", "{urn:y}a", "generated-datetime", "xml:lang"])
    return st.builds(
        Header,
        format=st.just("IATI"),
        attributes=st.dictionaries(names, strings(), max_size=3),
        namespaces=st.lists(st.tuples(names, st.sampled_from(["urn:x", "urn:y", "urn:z"])), max_size=2),
        elements=st.lists(st.sampled_from(FRAGMENTS) | strings(), max_size=2),
    )


def _contents(extras: Extras | None) -> tuple[object, Counter[str]]:
    """Give what extras hold; the position of raw content tells the order among elements of one name alone."""
    if extras is None:
        return (), Counter()
    return extras.pairs, Counter(map(_piece, extras.raw))


def _piece(raw: Raw) -> str:
    if raw.name.startswith(("@", "#")):
        return f"{raw.at} {raw.name} {raw.xml.strip()}"
    try:
        return f"{raw.at} {difference(canonical(_alone(raw.xml)), canonical(_alone('')))}"
    except ET.ParseError:
        return raw.xml


def _alone(xml: str) -> bytes:
    if xml:
        ET.fromstring(xml)  # noqa: S314
    return f"<iati-activities>{xml}</iati-activities>".encode()


def _bare(value: Any) -> Any:
    if isinstance(value, Text):
        return [(language and language.strip(), words.strip()) for language, words in value.entries]
    if isinstance(value, Code):
        return value.code.strip(), value.vocabulary and value.vocabulary.strip()
    return value.strip() if type(value) is str else value


def is_all_named(project: Project) -> list[str]:
    """Write a project, read it, and give what differs without being named by the writer."""
    written = write_iati(project)
    read = read_iati(written.data).one()
    return list(unlike(project, read, "[0]", {issue.path for issue in written.report}))


@given(typed_projects())
@example(Project(title="a control \x01 and half a character \ud800"))
@example(Project(hierarchy=2**63 - 1))
@example(Project(budgets=Budget(DateSpan(None, None))))
@example(Project(budgets=Budget(DateSpan("2020-02-01", "2021"))))
@example(Project(dates=ProjectDate("2020-01-01", edge="start")))
@example(Project(dates=ProjectDate("2020-01-01", kind="actual")))
@example(Project(locations=Location(point=Point(None, 1))))
@example(Project(documents=Document("https://example.org", categories=Code("A01", "9"))))
@example(Project(other_identifiers=OtherIdentifier("a", owner=Party("b"))))
@example(Project(crs_add=CrsAdd(loan_status=TWO_CURRENCIES)))
@example(
    Project(chain=Output(indicators=Indicator(periods=Period(targets=[Target(stated="4"), Target(stated="1e5")]))))
)
@example(Project(participants=[SHARED, SHARED]))
def test_what_is_not_written_is_named(project: Project) -> None:
    """Each fact that was written is read; each that was not is named in the report; and reading has nothing to say."""
    written = write_iati(project)
    read = read_iati(written.data)

    assert [] == list(unlike(project, read.one(), "[0]", {issue.path for issue in written.report}))
    # Words with digits in them are legal where a number may stand; a default currency may be any words in the model.
    assert {issue.code for issue in read.report} <= {"iati.number-in-words", "iati.not-a-currency", "iati.exponent"}


@some
@given(kept_projects())
def test_raw_content_is_written_or_named(project: Project) -> None:
    """What a reader kept goes back, and is kept again."""
    assert [] == is_all_named(project)


@some
@given(projects())
@example(Project(contacts=Contact(mailing_addresses=Text())))
@example(Project(extras=Extras(raw=Raw(at="", name="a b", xml="<a b/>", index=0))))
@example(Project(extras=Extras(raw=Raw(at="", name="@a b", xml="c"))))
@example(Project(extras=Extras(raw=Raw(at="", name="a", xml="<a/>"))))
@example(Project(extras=Extras(raw=Raw(at="", name="a", xml="<a>\x01</a>", index=0))))
@example(Project(extras=Extras(raw=Raw(at="", name="@a", xml="\x01"))))
@example(Project(extras=Extras(raw=Raw(at="", name="@{urn:x}a", xml="\x01"))))
@example(Project(extras=Extras(raw=Raw(at="", name="@{urn:x}a b", xml="c"))))
@example(Project(extras=Extras(raw=Raw(at="", name="{urn:x}a", xml="<a", index=0))))
@example(Project(extras=Extras(raw=Raw(at="", name="{urn:x}a", xml="words", index=0))))
@example(
    Project(
        extras=Extras(
            raw=Raw(at="", name="{urn:x}a", xml="<x:a xmlns:x='urn:x'/></iati-activity><iati-activity>", index=0)
        )
    )
)
@example(Project(extras=Extras(raw=Raw(at="", name="{urn:x}a", xml="<a xmlns='urn:x'>&nbsp;</a>", index=0))))
@example(Project(extras=Extras(raw=Raw(at="", name="{urn:x}a", xml="<x:a/>", index=0))))
@example(Project(extras=Extras(raw=Raw(at="", name="@{http://www.w3.org/2000/xmlns/}a", xml="urn:a"))))
@example(Project(extras=Extras(raw=Raw(at="", name="@xmlns", xml="urn:a"))))
@example(Project(extras=Extras(raw=[Raw(at="", name="@{urn:x}a", xml="1"), Raw(at="", name="@{urn:x}a", xml="2")])))
@example(Project(title="a control \x01", extras=Extras(raw=Raw(at="", name="a", xml="<a/>", index=0))))
@example(Project(extras=Extras(raw=Raw(at="title", name="@a", xml="b"))))
@example(Project(extras=Extras(raw=Raw(at="chain[0].title", name="a", xml="<a/>", index=0))))
def test_raw_content_made_by_hand_is_written_or_named(project: Project) -> None:
    """Whatever somebody takes for raw content: a file that can be read comes out, and what is not in it is named."""
    assert [] == is_all_named(project)


@few
@given(any_headers())
@example(Header(format="IATI", attributes={"a b": "c"}))
@example(Header(format="IATI", attributes={"a": "\x01"}))
@example(Header(format="IATI", attributes={"{urn:x": "a"}))
@example(Header(format="IATI", attributes={"xmlns": "urn:x"}))
@example(Header(format="IATI", attributes={"{urn:b}a": "1"}, namespaces=[("ns1", "urn:a")]))
@example(Header(format="IATI", namespaces=[("a", "")]))
@example(Header(format="IATI", namespaces=[("a", "\x01")]))
@example(Header(format="IATI", namespaces=[("a", "urn:x"), ("a", "urn:y")]))
@example(Header(format="IATI", elements="<a>\x01</a>"))
@example(Header(format="IATI", elements="<?xml version='1.0'?><a/>"))
@example(Header(format="IATI", elements="<iati-activity/>"))
@example(Header(format="IATI", elements="</iati-activities>"))
def test_whatever_the_header_is_a_file_comes_out(header: Header) -> None:
    """One that can be read, with the project alone in it; and of the header what is not written is named."""
    written = write_iati(Project(), header=header)
    read = read_iati(written.data)
    attributes = {name: text.strip() for name, text in header.attributes if name != "version"}

    assert (Project(),) == read.value
    assert read.header is not None
    if written.report.ok(below=Severity.INFO):
        assert attributes == {name: text.strip() for name, text in read.header.attributes}
        assert header.generated in (None, read.header.generated)
        assert len(header.elements) == len(read.header.elements)


@few
@given(st.lists(tidy_projects() | kept_projects(), max_size=2))
def test_what_was_read_is_written_alike(items: list[Project]) -> None:
    """Byte for byte, from the second time on; the first time white space around strings may go."""
    first = write_iati(items).data
    read = read_iati(first)
    second = write_iati(read.value, header=read.header)
    again = read_iati(second.data)

    assert read.value == again.value
    assert read.header == again.header
    assert second.data == write_iati(again.value, header=again.header).data
    assert [] == [str(issue) for issue in second.report]


@few
@given(tidy_projects())
def test_what_is_tidy_is_written_alike_at_once(project: Project) -> None:
    """Where no string has white space around it, writing what was read of a file gives that file."""
    written = write_iati(project)
    assume(not any(issue.path.endswith(".stated") for issue in written.report))  # "0042" comes back as a number
    read = read_iati(written.data)

    assert written.data == write_iati(read.value, header=read.header).data


# ------------------------------------------------------------------ two ways to write


def planned(plan: Plan, thing: Any, depth: int = 1) -> Iterator[tuple[Plan, Any, int]]:
    """Give each object that is written as an element of its own, with its plan and how deep it stands."""
    yield plan, thing, depth
    inner = [(1, nodes) for nodes in plan.nodes.values()] + [(2, nodes) for _, nodes in plan.wrapped.values()]
    for levels, nodes in inner:
        value = getattr(thing, nodes.field)
        for each in value if nodes.many else [value]:
            if isinstance(each, (nodes.plan.cls, *VARIANTS.get(nodes.plan.cls, ()))):
                yield from planned(nodes.plan, each, depth + levels)


@some
@given(bare_projects() | typed_projects() | kept_projects())
@example(FULL[0])
@example(FOREIGN[0])
def test_the_two_writers_write_alike(project: Project) -> None:
    """The quick one gives the lines, and the losses, that the careful one gives, for each object."""
    for plan, thing, depth in planned(activity(), project):
        quick, careful = Writing({}), Writing({})
        quick_lines: list[str] = []
        careful_lines: list[str] = []
        write_quick.writer(plan, depth)(thing, quick_lines, quick)
        write_careful.write(plan, depth, thing, careful_lines, careful)

        assert "".join(careful_lines) == "".join(quick_lines)
        assert _lost(careful) == _lost(quick)


def _lost(writing: Writing) -> set[tuple[int, str, str, str]]:
    """Give the losses once each: what is written a second time, as it was not quickly written, loses it again."""
    return {(id(lost.thing), lost.field, lost.code, lost.message) for lost in writing.lost}


# ------------------------------------------------------------------ trees to read

TAGS = sorted({element.tag for element in ET.fromstring((DATA / "full-2.03.xml").read_bytes()).iter()})  # noqa: S314
NAMES = sorted(
    {name for element in ET.fromstring((DATA / "full-2.03.xml").read_bytes()).iter() for name in element.attrib}  # noqa: S314
)
TEXTS = [
    *("", " ", "n/a", "words", "12,5", "1e3", "1.50", "+7", "0", "1", "2", "9", "true", "TRUE", " 2 ", "-3", "3.0"),
    *("2020-01-01", "2020-01-01Z", "2020-01-01T00:00:00", "2019-02-30", "2020", "2020-01-01T00:00:00.1234567Z"),
    *("EUR", "eur", "XYZ", "US dollars", "1.5 2.5", "1.5, 2.5", "\u00a0", "a\r\nb", "fr"),
]


def activity_trees() -> st.SearchStrategy[Tree]:
    """Draw activities as the writer gives them: small ones, and two that have everything."""
    rich = [write_iati(each).data for each in (*FULL, *FOREIGN)]
    return (bare_projects().map(lambda project: write_iati(project).data) | st.sampled_from(rich)).map(_tree)


def _tree(xml: bytes) -> Tree:
    return ET.fromstring(xml)[0]  # noqa: S314


@st.composite
def wrong_trees(draw: st.DrawFn) -> Tree:
    """Draw activities in which anything may have happened to attributes, texts and elements."""
    tree = deepcopy(draw(activity_trees()))
    chance = draw(st.randoms(use_true_random=False))
    for _ in range(draw(st.integers(1, 12))):
        parents = [element for element in tree.iter() if len(element)] or [tree]
        _mutate(tree, chance.choice(list(tree.iter())), chance.choice(parents), chance)
    return tree


def _mutate(root: Tree, element: Tree, parent: Tree, chance: Random) -> None:
    names = list(element.attrib)
    child = chance.choice(list(parent)) if len(parent) else None
    match chance.choice(["attribute"] * 4 + ["text"] * 3 + ["element"] * 3):
        case "attribute" if names and chance.random() < 0.7:
            name = chance.choice(names)
            value = element.attrib[name]
            way = chance.random()
            if way < 0.7:
                del element.attrib[name]
            if way > 0.3:
                element.set(
                    chance.choice([*NAMES, LANG, "unknown", "{urn:x}a"]) if way < 0.6 else name, _text(chance, value)
                )
        case "attribute":
            element.set(chance.choice([*NAMES, LANG, "unknown", "{urn:x}a"]), _text(chance, ""))
        case "text" if chance.random() < 0.7:
            element.text = _text(chance, element.text or "")
        case "text" if child is not None:
            child.tail = _text(chance, "")
        case _ if child is None:
            element.append(Tree(_tag(chance)))
        case _:
            way = chance.randrange(5)
            if way in (0, 1):
                parent.remove(child)
            if way in (1, 2):
                parent.insert(chance.randint(0, len(parent)), deepcopy(child))
            if way == 3 and child is not root:
                child.tag = _tag(chance)
            if way == 4:
                parent.insert(chance.randint(0, len(parent)), Tree(_tag(chance), {"code": "1"}))


def _text(chance: Random, text: str) -> str:
    return chance.choice([*TEXTS, text, f" {text}\n"])


def _tag(chance: Random) -> str:
    known = [tag for tag in TAGS if not tag.startswith("iati-activit")]
    return chance.choice([*known, "narrative", "unknown", "{urn:x}foreign"])


def _file(*trees: Tree) -> bytes:
    root = Tree("iati-activities", {"version": "2.03"})
    root.extend(trees)
    xml: bytes = ET.tostring(root, encoding="utf-8")
    return xml


def placed(plan: Plan, element: Tree) -> Iterator[tuple[Plan, Tree]]:
    """Give each element that is read as an object of its own, with its plan."""
    yield plan, element
    for child in element:
        if child.tag in plan.nodes:
            yield from placed(plan.nodes[child.tag].plan, child)
        elif child.tag in plan.wrapped:
            tag, nodes = plan.wrapped[child.tag]
            for each in child.iterfind(tag):
                yield from placed(nodes.plan, each)


def _said(reading: Reading, thing: Element) -> Counter[tuple[str, str, str]]:
    there = {id(each): path for path, each in elements_of(thing)}
    return Counter(
        (join_path(there[id(found.thing)], found.field), found.code, found.message)
        for found in reading.found
        if id(found.thing) in there
    )


def _state(currency: str | None) -> Reading:
    reading = Reading()
    reading.currency = currency
    return reading


@some
@given(wrong_trees() | activity_trees())
def test_the_two_readers_read_alike(tree: Tree) -> None:
    """Where the quick one reads an element, object and findings are those of the careful one; and so for the whole."""
    plan = activity()
    quick, careful = Reading(), Reading()
    project = read_quick.activity(plan, tree, quick)
    as_meant = read_careful.read(plan, tree, careful)

    assert as_meant == project
    assert _said(careful, as_meant) == _said(quick, project)
    for inner, element in placed(plan, tree):
        quick, careful = _state(careful.currency), _state(careful.currency)
        try:
            thing = read_quick.reader(inner)(element, quick)
        except KeyError:
            continue
        as_meant = read_careful.read(inner, element, careful)

        assert as_meant == thing
        assert type(as_meant) is type(thing)
        assert _said(careful, as_meant) == _said(quick, thing)


@some
@given(wrong_trees())
def test_whatever_is_wrong_nothing_is_lost(tree: Tree) -> None:
    """What is written of an activity that was read says what the activity said."""
    xml = _file(tree)
    read = read_iati(xml)
    written = write_iati(read.value, header=read.header)

    assert [] == difference(canonical(xml), canonical(written.data))
    assert [] == [str(issue) for issue in written.report]
    assert read.value == read_iati(written.data).value


@some
@given(activity_trees(), st.randoms(use_true_random=False))
def test_elements_of_different_names_come_in_any_order(tree: Tree, chance: Random) -> None:
    """The same project is read, and nothing is said, wherever the elements stand among others."""
    mixed = deepcopy(tree)
    _shuffle(mixed, chance)
    one, other = read_iati(_file(tree)), read_iati(_file(mixed))

    assert _unordered(one.one()) == _unordered(other.one())
    assert Counter(issue.code for issue in one.report) == Counter(issue.code for issue in other.report)


def _shuffle(element: Tree, chance: Random) -> None:
    """Put children of different names in another order, and leave foreign elements as they are."""
    rows: dict[str, list[Tree]] = {}
    for child in element:
        rows.setdefault(child.tag, []).append(child)
        if child.tag[:1] != "{":
            _shuffle(child, chance)
    order = [child.tag for child in element]
    chance.shuffle(order)
    element[:] = [rows[tag].pop(0) for tag in order]


def _unordered(project: Project) -> Project:
    """Give a project whose raw content stands in one order."""

    def turn(thing: Any) -> Any:
        if isinstance(thing, Extras):
            return Extras(thing.pairs, raw=sorted(thing.raw, key=lambda raw: (raw.at, raw.name, raw.index or 0)))
        return thing

    made: Project = rebuilt(project, turn)
    return made


@few
@given(st.lists(activity_trees(), max_size=4), st.randoms(use_true_random=False))
def test_activities_come_in_any_order(trees: list[Tree], chance: Random) -> None:
    """Each project is that of its activity, whichever were read before."""
    order = list(range(len(trees)))
    chance.shuffle(order)
    one = read_iati(_file(*trees)).value
    other = read_iati(_file(*(trees[at] for at in order))).value

    assert [one[at] for at in order] == list(other)


# ------------------------------------------------------------------ what the readers build


def _same(thing: Any) -> Any:
    return thing


def _classes(plan: Plan) -> Iterator[type[Any]]:
    yield from VARIANTS.get(plan.cls, (plan.cls,))
    for nodes in (*plan.nodes.values(), *(nodes for _, nodes in plan.wrapped.values())):
        yield from _classes(nodes.plan)


def assert_trusted(project: Project) -> None:
    """Check each object of a project against one that the public constructors make of the same values."""
    for _, thing in elements_of(project):
        made = rebuilt(thing, _same)

        assert type(made) is type(thing)
        assert made == thing
        assert hash(made) == hash(thing)
        assert repr(made) == repr(thing)
        for spec in attrs.fields(type(thing)):
            assert type(getattr(made, spec.name)) is type(getattr(thing, spec.name))
        assert thing == pickle.loads(pickle.dumps(thing))  # noqa: S301


def test_every_class_is_built_as_its_constructor_builds_it() -> None:
    """Every class that the readers build, from the file that has every element filled."""
    typeless = read_iati(b"<iati-activities><iati-activity><result/></iati-activity></iati-activities>").value
    every = (*FULL, *FOREIGN, *typeless)

    assert {*_classes(activity())} == {type(thing) for project in every for _, thing in elements_of(project)}
    for project in every:
        assert_trusted(project)


@few
@given(wrong_trees() | activity_trees())
def test_what_is_built_is_what_constructors_build(tree: Tree) -> None:
    """Equal, of one hash, one repr and one type, and pickled alike: whatever the file says."""
    assert_trusted(read_iati(_file(tree)).one())


@fewest
@given(wrong_trees())
def test_nothing_that_was_read_is_shared_or_half_made(tree: Tree) -> None:
    """Reading twice gives equal projects and equal reports, and what was read cannot be written to."""
    one, other = read_iati(_file(tree)), read_iati(_file(tree))

    assert one == other
    assert parsed(write_iati(one.value).data).tag == "iati-activities"
    for _, thing in elements_of(one.one()):
        try:
            thing.extras = None  # type: ignore[misc]
        except attrs.exceptions.FrozenInstanceError:
            continue
        raise AssertionError(thing)
