"""What is known and found while a file is read."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element as Tree

import attrs

from aidmodel.errors import join_path
from aidmodel.issues import Severity
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

    __slots__ = ("currency", "found")

    def __init__(self) -> None:
        self.currency: str | None = None
        """The activity's default currency."""
        self.found: list[Found] = []


SEVERITIES = {
    "iati.blank": Severity.INFO,
    "iati.dates-disagree": Severity.WARNING,
    "iati.exponent": Severity.WARNING,
    "iati.fine-time": Severity.INFO,
    "iati.nested-root": Severity.WARNING,
    "iati.no-amount": Severity.WARNING,
    "iati.no-code": Severity.ERROR,
    "iati.no-currency": Severity.ERROR,
    "iati.no-version": Severity.WARNING,
    "iati.not-a-currency": Severity.ERROR,
    "iati.not-a-date": Severity.ERROR,
    "iati.not-a-flag": Severity.ERROR,
    "iati.not-a-number": Severity.ERROR,
    "iati.not-a-position": Severity.ERROR,
    "iati.not-a-timestamp": Severity.ERROR,
    "iati.not-a-whole-number": Severity.ERROR,
    "iati.number-in-words": Severity.WARNING,
    "iati.reversed": Severity.ERROR,
    "iati.stray-text": Severity.WARNING,
    "iati.surplus": Severity.ERROR,
    "iati.time-of-day": Severity.WARNING,
    "iati.unknown-attribute": Severity.WARNING,
    "iati.unknown-element": Severity.WARNING,
    "iati.unknown-type": Severity.ERROR,
    "iati.unknown-version": Severity.WARNING,
    "iati.upgraded": Severity.INFO,
    "iati.zone": Severity.INFO,
}
"""How bad each finding of a reader is."""


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
