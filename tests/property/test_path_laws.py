"""Laws of the paths of a project."""

from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import example, given, strategies as st

from aidmodel import Extras, Project, Record, ResultsChain
from aidmodel.testing.strategies import projects


@given(projects(), st.data())
def test_a_value_put_where_it_was_changes_nothing(project: Project, data: st.DataObject) -> None:
    """replaced(path, at(path)) is the project, for the path of every value in it."""
    ways = list(_ways(project, ""))
    path, value = data.draw(st.sampled_from(ways))
    same = project.replaced(path, project.at(path))

    assert value == project.at(path)
    assert project == same
    assert project.provenance == same.provenance


@given(projects())
@example(Project(extras={"org:codes": {"0042": None, "42": [1], "٤": "9" * 20}}))
def test_every_value_has_a_path(project: Project) -> None:
    """A walk over the whole project finds each value again by its path."""
    for path, value in _ways(project, ""):
        assert value is project.at(path)


def _ways(thing: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Give every value with its path; own fields whose name holds a bracket have none."""
    yield path, thing
    steps: list[tuple[str, Any]] = []
    if isinstance(thing, tuple | ResultsChain):
        steps = [(f"{path}[{position}]", item) for position, item in enumerate(thing)]
    elif isinstance(thing, Record | Extras):
        steps = [(f"{path}[{name}]", item) for name, item in thing.items() if not set(name) & {"[", "]"}]
        steps += [(f"{path}.raw", thing.raw)] if isinstance(thing, Extras) else []
    elif attrs.has(type(thing)):
        names = [spec.name for spec in attrs.fields(type(thing))]
        steps = [(f"{path}.{name}" if path else name, getattr(thing, name)) for name in names]
    for way, value in steps:
        yield from _ways(value, way)
