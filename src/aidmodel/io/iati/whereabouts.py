"""Where a value of a project stands in the file it was read from, found by its path when somebody asks."""

import os
from pathlib import Path
from typing import final
from weakref import WeakSet
from xml.etree.ElementTree import Element as Tree

from aidmodel._files import Source, opened
from aidmodel.errors import AidModelError
from aidmodel.io.iati.locate import Locator, Place
from aidmodel.io.iati.plan import Plan, activity
from aidmodel.io.iati.stream import Trees
from aidmodel.io.iati.versions import is_old, upgrade, version_of
from aidmodel.model import paths

Asked = tuple[int, str]
"""The position of a project among those of its file, and a path inside it."""


@final
class Sought:
    """A value that somebody may ask for; called, it gives line and column (from 1) of the element it stands in."""

    __slots__ = ("__weakref__", "asked", "whereabouts")

    def __init__(self, whereabouts: "Whereabouts", asked: Asked) -> None:
        self.whereabouts: Whereabouts = whereabouts
        self.asked: Asked = asked
        whereabouts.sought.add(self)

    def __call__(self) -> tuple[int, int] | None:
        """Give line and column, from 1; None: the source has gone, or was written to."""
        return self.whereabouts.find(self.asked)

    def __reduce__(self) -> tuple[object, ...]:
        return (Sought, (self.whereabouts, self.asked))


@final
class Whereabouts:
    r"""
    Finds line and column of what stands at paths in the projects of a file.

    One more reading finds all that is sought by then: a path leads to the element that is read into its value, or to the
    nearest around it, as a value that is missing has none.

    >>> file = b'<iati-activities><iati-activity><title/>\n<budget><value>1</value></budget></iati-activity></iati-activities>'
    >>> Whereabouts(file).want(0, "budgets[0].value")()
    (2, 9)
    """

    def __init__(self, source: bytes | str | os.PathLike[str]) -> None:
        self._source = source if isinstance(source, bytes) else os.path.abspath(source)  # noqa: PTH100  for a str
        self._locator = Locator(source)
        self.sought: WeakSet[Sought] = WeakSet()
        self._found: dict[Asked, tuple[int, int] | None] = {}

    @classmethod
    def of(cls, source: Source) -> "Whereabouts | None":
        """Give those of a source that is still there when it was read; None for one that is not."""
        if isinstance(source, bytes | bytearray | memoryview):
            return cls(bytes(source))
        return cls(source) if isinstance(source, str | os.PathLike) and Path(source).is_file() else None

    def __getstate__(self) -> dict[str, object]:
        state = {name: value for name, value in vars(self).items() if name != "sought"}
        if isinstance(self._source, bytes):
            for each in self.sought:
                self.find(each.asked)
            state["_source"] = b""  # the bytes stay behind
        return state

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state, sought=WeakSet())  # each that is sought enters itself again

    def want(self, position: int, path: str) -> Sought:
        """Give what finds a value of a project when it is called, in one reading with all others that are held by then."""
        return Sought(self, (position, path))

    def find(self, asked: Asked) -> tuple[int, int] | None:
        """Give line and column of the element that a value stands in; None: it is not there (any more)."""
        if asked not in self._found:
            wanted = {asked, *(each.asked for each in self.sought)} - self._found.keys()
            self._found.update(dict.fromkeys(wanted))
            held = {each: self._locator.want(place) for each, place in self._places(wanted).items()}
            self._found.update({each: found() for each, found in held.items()})
        return self._found[asked]

    def _places(self, wanted: set[Asked]) -> dict[Asked, Place]:
        """Give the place of each value in the file."""
        paths_of: dict[int, list[str]] = {}
        for position, path in wanted:
            paths_of.setdefault(position, []).append(path)
        found: dict[Asked, Place] = {}
        position = 0
        try:
            with opened(self._source) as file:
                trees = Trees(file)
                stated = (trees.root.attributes.get("version") or "").strip()
                for number, tree in enumerate(trees):
                    if tree.tag != "iati-activity":
                        continue
                    if position in paths_of:
                        old = is_old(stated) if stated else is_old(version_of(None, tree))
                        for path, place in _places_in(tree, paths_of.pop(position), old=old).items():
                            found[position, path] = (number, *place)
                        if not paths_of:
                            break
                    position += 1
        except (AidModelError, OSError):
            pass  # what stands before the break is found
        return found


def _places_in(tree: Tree, wanted: list[str], *, old: bool) -> dict[str, Place]:
    """Give the place of each value in the tree of its activity, as it stood before it was brought to 2.03."""
    places: dict[Tree, Place] = {tree: ()}
    level = [tree]
    for element in level:
        for at, child in enumerate(element):
            places[child] = (*places[element], at)
            level.append(child)
    if old:
        upgrade(tree)
    found: dict[str, Place] = {}
    alike: dict[tuple[Tree, str], list[Tree]] = {}
    for path in wanted:
        way = _way(activity(), tree, paths.steps(path), alike)
        found[path] = next(places[element] for element in reversed(way) if element in places)
    return found


def _way(
    plan: Plan, element: Tree, steps: tuple[paths.Step, ...], alike: dict[tuple[Tree, str], list[Tree]]
) -> list[Tree]:
    """Give the elements that the steps of a path lead through, from the activity on, as far as there are any.

    ``alike`` remembers the children of a tag, which other paths lead through, too.
    """
    way = [element]
    rest = list(steps)
    while rest:
        field = rest.pop(0)
        number = rest.pop(0) if rest and isinstance(rest[0], int) else 0
        nodes = next(((tag, each.plan) for tag, each in plan.nodes.items() if each.field == field), None)
        wrapper = next((tag for tag, (_, each) in plan.wrapped.items() if each.field == field), None)
        if wrapper is not None:
            inner, each = plan.wrapped[wrapper]
            nodes = (inner, each.plan)
            outer = way[-1].find(wrapper)
            if outer is None:
                break
            way.append(outer)
        tag = nodes[0] if nodes is not None else _tag(plan, field)
        if tag is None:
            break
        if (same := alike.get((way[-1], tag))) is None:
            same = alike[way[-1], tag] = [child for child in way[-1] if child.tag == tag]
        if not isinstance(number, int) or number >= len(same):
            break
        way.append(same[number])
        if nodes is None:
            break
        plan = nodes[1]
    return way


def _tag(plan: Plan, field: paths.Step) -> str | None:
    """Give the tag of the element that holds the words or the single values of a field; None: it is an attribute."""
    for tag, words in plan.words.items():
        if words.field == field:
            return tag
    for tag, listing in plan.listings.items():
        if listing.field == field:
            return tag
    for part in plan.parts:
        if field in part.fields and part.slots[0].child:
            return part.slots[0].child
    return None
