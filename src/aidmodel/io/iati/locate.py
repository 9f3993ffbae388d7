"""Where an element stands in its file, found only when somebody asks: one more pass for all that were wanted."""

import os
import stat
from pathlib import Path
from typing import final
from weakref import WeakSet
from xml.parsers import expat

from aidmodel._files import opened
from aidmodel.errors import AidModelError
from aidmodel.io.iati.broken import ACTIVITIES

Place = tuple[int, ...]
"""The way to an element: the position (from 0) among the trees of the file, then among the children of each element."""

_BLOCK = 1 << 20


class _Found(Exception):
    """All that was wanted is found, or nothing more can be."""


@final
class Wanted:
    """An element that somebody may ask for; called, it gives line and column (from 1), None where they are not found."""

    __slots__ = ("__weakref__", "locator", "place")

    def __init__(self, locator: "Locator", place: Place) -> None:
        self.locator: Locator = locator
        self.place: Place = place
        locator.wanted.add(self)

    def __call__(self) -> tuple[int, int] | None:
        """Give line and column, from 1; see :meth:`Locator.find`."""
        return self.locator.find(self.place)

    def __reduce__(self) -> tuple[object, ...]:
        return (Wanted, (self.locator, self.place))


@final
class Locator:
    r"""
    Finds line and column of elements, by their place as :class:`~aidmodel.io.iati.stream.Trees` gives them.

    ``source`` is the bytes, or the path of a file; one that has gone or was written to since is not looked into, nor is
    a pipe or a device. One pass finds all that is wanted by then; what nobody holds any more is not looked for. Pickled,
    it takes a path with it, of bytes only what is wanted of them.

    >>> locator = Locator(b"<iati-activities><iati-activity>\n <title/> <budget/></iati-activity></iati-activities>")
    >>> budget = locator.want((0, 1))
    >>> budget()
    (2, 11)
    """

    def __init__(self, source: bytes | str | os.PathLike[str]) -> None:
        # A path is meant from the folder that is the current one now.
        self._source = source if isinstance(source, bytes) else os.path.abspath(source)  # noqa: PTH100  for a str
        self._state = self._stated()
        self.wanted: WeakSet[Wanted] = WeakSet()
        self._found: dict[Place, tuple[int, int] | None] = {}

    def __getstate__(self) -> dict[str, object]:
        state = {name: value for name, value in vars(self).items() if name != "wanted"}
        if isinstance(self._source, bytes):
            for each in self.wanted:
                self.find(each.place)
            state.update(_source=b"", _state=None)  # the bytes stay behind
        return state

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state, wanted=WeakSet())  # each that is wanted enters itself again

    def want(self, place: Place) -> Wanted:
        """Give what finds an element when it is called, in one pass with all others that are held by then."""
        return Wanted(self, place)

    def find(self, place: Place) -> tuple[int, int] | None:
        """Give line and column (from 1) of the "<" of an element's start tag; None: it is not there (any more).

        Columns count characters, as expat does; on the first line a byte order mark counts as one.
        """
        if place not in self._found:
            if self._state is None or self._state != self._stated():
                return None
            places = {place, *(each.place for each in self.wanted)} - self._found.keys()
            self._found.update(dict.fromkeys(places))
            self._found.update(_located(self._source, places))
        return self._found[place]

    def _stated(self) -> tuple[int, ...] | None:
        """Give what changes when the file is written to; None: there is no such file, or it cannot be read twice."""
        if isinstance(self._source, bytes):
            return ()
        try:
            status = Path(self._source).stat()
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _located(source: bytes | str, places: set[Place]) -> dict[Place, tuple[int, int]]:
    found: dict[Place, tuple[int, int]] = {}
    trees = {place[0] for place in places if place}
    counts = [0]
    """How many children came so far: of the root, then of each element that is open below it, where they matter."""
    path: list[int] = []
    outside = depth = 0
    parser = expat.ParserCreate(namespace_separator="}")

    def began(tag: str, _attributes: object) -> None:
        nonlocal outside, depth
        if not depth and (not outside or tag == ACTIVITIES):  # the root, or another root in it
            outside += 1
            return
        depth += 1
        if depth > 1 and path[0] not in trees:
            return
        position = counts[-1]
        counts[-1] += 1
        if depth == 1:
            path.clear()
        path.append(position)
        counts.append(0)
        if (place := tuple(path)) in places:
            found[place] = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            if len(found) == len(places):
                raise _Found

    def ended(_tag: str) -> None:
        nonlocal outside, depth
        if not depth:
            outside -= 1
            return
        depth -= 1
        if not depth or path[0] in trees:
            counts.pop()
            if depth:
                path.pop()

    def typed(_root: str, _system: str | None, _public: str | None, _subset: bool) -> None:
        raise _Found  # no such file was read

    parser.StartElementHandler = began
    parser.EndElementHandler = ended
    parser.StartDoctypeDeclHandler = typed
    try:
        with opened(source) as file:
            for block in file.blocks(_BLOCK):
                parser.Parse(block, False)
    except (_Found, AidModelError, OSError, expat.ExpatError, LookupError, ValueError):
        pass  # what stands before the break is found
    return found
