"""Laws that hold for the objects of every class of values and model."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, seed, settings, strategies as st

import aidmodel
from aidmodel import Project, ResultsChain
from aidmodel._build import builder
from aidmodel.testing._table import FINDINGS
from aidmodel.testing.strategies import projects

CLASSES = [
    getattr(aidmodel, name)
    for name, home in sorted(aidmodel._HOMES.items())
    if home.startswith(("values.", "model.")) and isinstance(getattr(aidmodel, name), type)
]
RECORDS = [cls for cls in CLASSES if attrs.has(cls)]
FOUND = [getattr(aidmodel, name) for name in FINDINGS]
NAMES = {
    name: getattr(aidmodel, name) for name in aidmodel._HOMES if aidmodel._HOMES[name].startswith(("values.", "model."))
}

few = settings(max_examples=settings().max_examples // 10)
BUILDERS: dict[type, Callable[..., Any]] = {cls: builder(cls) for cls in RECORDS}
each_class = pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@few
@given(data=st.data())
def test_every_public_class_is_drawn(cls: type, data: st.DataObject) -> None:
    """hypothesis knows a strategy for each class without being told, and it gives objects of that class."""
    assert isinstance(data.draw(st.from_type(cls)), cls)


@pytest.mark.parametrize("cls", [*RECORDS, *FOUND], ids=lambda cls: cls.__name__)
@few
@given(data=st.data())
def test_copies_are_equal(cls: type, data: st.DataObject) -> None:
    """Pickled, copied and evolved objects equal the object, as their hashes do, provenance and all."""
    thing = data.draw(st.from_type(cls))
    copies = [
        pickle.loads(pickle.dumps(thing)),  # noqa: S301
        copy.copy(thing),
        copy.deepcopy(thing),
        attrs.evolve(thing),
    ]

    for other in copies:
        assert type(thing) is type(other)
        assert thing == other
        assert hash(thing) == hash(other)
        assert _values(thing) == _values(other)


@each_class
@few
@given(data=st.data())
def test_a_trusted_builder_makes_the_same_object(cls: type, data: st.DataObject) -> None:
    """From the values that the constructor has settled on; fields that are left out get the same defaults."""
    thing = data.draw(st.from_type(cls))
    built = BUILDERS[type(thing)](**_values(thing))

    assert type(thing) is type(built)
    assert thing == built
    assert hash(thing) == hash(built)
    assert _values(thing) == _values(built)
    stated = {spec.name: value for spec, value in _stated(thing)}
    assert thing == BUILDERS[type(thing)](**stated) == type(thing)(**stated)


@each_class
@few
@given(data=st.data())
def test_repr_can_be_pasted_back(cls: type, data: st.DataObject) -> None:
    """The repr evaluates to an equal object; a project's leaves its contacts out."""
    thing = data.draw(st.from_type(cls))
    if isinstance(thing, Project):
        thing = attrs.evolve(thing, contacts=())

    assert thing == eval(repr(thing), dict(NAMES))  # noqa: S307


@each_class
@few
@given(data=st.data())
def test_objects_can_be_asked_for_equality_with_anything(cls: type, data: st.DataObject) -> None:
    """An object equals no object of another class, and asking does not raise."""
    thing = data.draw(st.from_type(cls))
    other = data.draw(st.from_type(data.draw(st.sampled_from(RECORDS))))

    assert (type(thing) is type(other)) or thing != other
    assert thing != object()


def _stated(thing: Any) -> list[tuple["attrs.Attribute[Any]", Any]]:
    pairs = [(spec, getattr(thing, spec.name)) for spec in attrs.fields(type(thing))]
    return [(spec, value) for spec, value in pairs if value != spec.default]


def _values(thing: Any) -> dict[str, Any]:
    return {spec.name: getattr(thing, spec.name) for spec in attrs.fields(type(thing))}


def _links(chain: ResultsChain) -> list[tuple[str | None, str]]:
    return [(node.id, link.to) for node in chain for link in node.contributes_to]


SHAPES: dict[str, Callable[[ResultsChain], object]] = {
    "a circle": lambda chain: any(a != b and (b, a) in _links(chain) for a, b in _links(chain)),
    "a link to itself": lambda chain: any(a == b for a, b in _links(chain)),
    "several links to one node": lambda chain: (
        len({source for source, _ in _links(chain)}) > 1 == len({to for _, to in _links(chain)})
    ),
    "two links between two nodes": lambda chain: any(_links(chain).count(each) > 1 for each in _links(chain)),
    "a node without an id": lambda chain: any(node.id is None for node in chain),
    "equal nodes": lambda chain: len(set(chain)) < len(chain),
    "equal titles": lambda chain: len({node.title for node in chain}) < len(chain),
    "no level": lambda chain: any(type(node) is aidmodel.Result for node in chain),
    "an orphan beside a link": lambda chain: bool(chain.orphans and _links(chain)),
    "an indicator with an actual": lambda chain: any(
        period.actuals for result in chain.results for each in result.indicators for period in each.periods
    ),
}


ODDITIES: dict[str, Callable[[Project], object]] = {
    "a reversed span": lambda project: (
        len({each.kind for each in project.dates}) == 1 < len(project.dates) and project.span is None
    ),
    "an open span": lambda project: any(each.span and each.span.end is None for each in project.budgets),
    "a partial date": lambda project: any(isinstance(each.date, aidmodel.PartialDate) for each in project.dates),
    "blank words": lambda project: project.title.entries and not project.title,
    "a language twice": lambda project: len(project.title.languages) < len(project.title.entries),
    "an unknown status": lambda project: isinstance(project.status, aidmodel.Code),
    "a known status": lambda project: isinstance(project.status, aidmodel.ProjectStatus),
    "a value below zero": lambda project: any(each.value and each.value.amount < 0 for each in project.budgets),
    "nested extras": lambda project: any(isinstance(each, aidmodel.Record) for each in (project.extras or {}).values()),
    "raw content": lambda project: project.extras and project.extras.raw,
    "provenance": lambda project: project.provenance,
}


@pytest.fixture(scope="module")
def drawn() -> list[Project]:
    """Many projects: more of them are drawn as long as one is wanting, up to a number where it never comes."""
    found: list[Project] = []

    def collect(project: Project) -> None:
        found.append(project)

    draw = settings(max_examples=200, database=None, phases=[Phase.generate])(given(projects())(collect))
    for number in range(12):
        seed(number)(draw)()
        if all(any(holds(project) for project in found) for holds in ODDITIES.values()) and all(
            any(holds(project.chain) for project in found) for holds in SHAPES.values()
        ):
            break
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_chains_of_all_shapes_are_drawn(shape: str, drawn: list[Project]) -> None:
    """What real chains do, drawn ones do."""
    assert any(SHAPES[shape](project.chain) for project in drawn)


@pytest.mark.parametrize("oddity", ODDITIES)
def test_projects_with_all_oddities_are_drawn(oddity: str, drawn: list[Project]) -> None:
    """What real projects hold, drawn ones hold."""
    assert any(ODDITIES[oddity](project) for project in drawn)
