"""What is known and found while a file is read."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element as Tree

import attrs

from aidmodel.errors import join_path
from aidmodel.model.chain import ResultsChain
from aidmodel.model.element import Element
from aidmodel.model.project import Project


class Found(NamedTuple):
    """One thing found: in which object, at which field of it, in which element."""

    thing: object
    field: str
    code: str
    message: str
    element: Tree


class Reading:
    """The state of the reading of one activity."""

    __slots__ = ("currency", "found", "made")

    def __init__(self) -> None:
        self.currency: str | None = None
        """The activity's default currency."""
        self.found: list[Found] = []
        self.made: dict[Tree, Any] = {}
        """What was made carefully of an element: when the one around it is read once more, it is not."""

    def begin(self) -> None:
        """Forget the activity before."""
        self.currency = None
        self.found.clear()
        self.made.clear()


def paths_of(project: Project, wanted: set[int]) -> dict[int, str]:
    """Give the path of each object whose id is wanted."""
    return {id(thing): path for path, thing in elements_of(project) if id(thing) in wanted}


def elements_of(thing: Element, path: str = "") -> Iterator[tuple[str, Element]]:
    """Give an object and every object in it, each with its path."""
    yield path, thing
    for field in attrs.fields(type(thing)):
        value: Any = getattr(thing, field.name)
        if isinstance(value, Element):
            yield from elements_of(value, join_path(path, field.name))
        elif isinstance(value, tuple | ResultsChain):
            for position, item in enumerate(value):
                if isinstance(item, Element):
                    yield from elements_of(item, join_path(path, f"{field.name}[{position}]"))
