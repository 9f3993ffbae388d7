"""Reading IATI activity files: every value of a file is in the projects, in their extras, or named in the report."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Self, final
from xml.etree.ElementTree import Element as Tree

from attrs import evolve

from aidmodel._files import Source, opened
from aidmodel.errors import InvalidValue, join_path
from aidmodel.io.iati import read_quick
from aidmodel.io.iati.findings import READING
from aidmodel.io.iati.kinds import TIMESTAMP, Unclean
from aidmodel.io.iati.locate import Locator, Place
from aidmodel.io.iati.plan import activity
from aidmodel.io.iati.raw import fragment
from aidmodel.io.iati.reading import Reading, paths_of
from aidmodel.io.iati.stream import Root, Trees
from aidmodel.io.iati.version_changes import Upgrade
from aidmodel.io.iati.versions import is_old, upgrade, version_of
from aidmodel.io.memory import made_uncollected, uncollected
from aidmodel.issues import Header, Issue, Loaded, Report
from aidmodel.model.project import Project

_KNOWN = ("2.01", "2.02", "2.03", "1.0", "1.00", "1.01", "1.02", "1.03", "1.04", "1.05")
_GENERATED = "generated-datetime"


def read_iati(source: Source) -> Loaded[tuple[Project, ...]]:
    """Read the projects of an IATI activity file: bytes, a path (a str is a path, too) or an open binary file.

    Files of every version are read, packed by gzip or zip or plain. What a file holds and the model cannot mean is kept
    raw in the extras of its object and named in the report, with line and column where the source is bytes or a path.

    Raises:
        Unreadable: it is no IATI activity file, is broken or hostile; the error names line and column.
        OSError: there is no such file, or it cannot be read.

    >>> loaded = read_iati(b'''<iati-activities version="2.03"><iati-activity default-currency="CAD">
    ...   <iati-identifier>CA-3-P011182001</iati-identifier>
    ...   <budget><value value-date="2022-04-01">4 000 000</value></budget>
    ... </iati-activity></iati-activities>''')
    >>> loaded.one().identifier
    'CA-3-P011182001'
    >>> print(loaded.report)
    1 error
      error    line 3, column 11: [0].budgets[0].value  the text '4 000 000' must be a plain number; write "4000000" if the separators only group digits  [iati.not-a-number]
    """
    issues: list[Issue] = []
    with uncollected(), IatiProjects(source, issues.append, None, "read_iati") as projects:
        return Loaded(tuple(projects), Report(tuple(issues)), projects.header)


def iter_iati(
    source: Source,
    *,
    on_issue: Callable[[Issue], object] | None = None,
    progress: Callable[[int, int | None], object] | None = None,
) -> "IatiProjects":
    """Read the projects of an IATI activity file one by one, in constant memory.

    ``on_issue`` is called with each issue, before the project it is about is given. ``progress`` is called when a
    project was read, with the bytes read and the bytes there are, packed where the file is; None where nobody knows.

    Raises:
        Unreadable: as for :func:`read_iati`; where a file breaks, all projects before that are given first.
        OSError: there is no such file, or it cannot be read.

    >>> file = b'<iati-activities version="2.03"><iati-activity/><iati-activity/></iati-activities>'
    >>> sum(1 for project in iter_iati(file))
    2
    """
    return IatiProjects(source, on_issue, progress, "iter_iati")


@final
class IatiProjects(Iterator[Project]):
    """The projects of an IATI file, read as they are asked for; :attr:`header` is known from the start.

    Used with ``with``, the file is closed at the end of the block; otherwise when the last project was given. After that
    it cannot be gone through again, and says so.
    """

    header: Header
    """What the file says of itself. Pieces beside the projects are known when the last project was given."""

    def __init__(
        self,
        source: Source,
        on_issue: Callable[[Issue], object] | None,
        progress: Callable[[int, int | None], object] | None,
        owner: str = "IatiProjects",
    ) -> None:
        for name, given in (("on_issue", on_issue), ("progress", progress)):
            if given is not None and not callable(given):
                raise InvalidValue(given, "must be a function, or None", "", name, owner)
        self._stack = ExitStack()
        self._on_issue = on_issue
        try:
            self._file = self._stack.enter_context(opened(source, owner))
            self._trees = Trees(self._file)
            self.header = _header(self._trees.root)
        except BaseException:
            self._stack.close()
            raise
        self._locator = None if on_issue is None else _locator(source)
        self._progress = progress
        self._numbered = enumerate(self._trees)
        self._reading = Reading()
        self._count = 0
        self._over = False
        self._elements: list[str] = []
        self._projects = self._all()

    def __iter__(self) -> Self:
        if self._over:  # an empty answer would look like an empty file
            mend = "read the file again, or keep the projects in a list"
            raise InvalidValue(self._file.name, "has been read to its end, or was closed", mend, "", "IatiProjects")
        return self

    def __next__(self) -> Project:
        return next(self._projects)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing more is given."""
        self._over = True
        self._projects.close()
        self._stack.close()

    def _all(self) -> Generator[Project, None, None]:
        version = self._trees.root.attributes.get("version")
        self._version(version)
        stated = (version or "").strip()
        old = is_old(stated) if stated else None
        following = partial(self._next, old)
        with self._stack:
            # trees go as soon as they are read, and hold no circles
            while (project := made_uncollected(following)) is not None:
                if self._progress is not None:
                    self._progress(self._file.taken(), self._file.size)
                yield project
            self._over = True
            self._finish()

    def _next(self, old: bool | None) -> Project | None:
        """Give the next project; whether the file is of an old version, None: each activity tells."""
        for position, tree in self._numbered:
            if tree.tag == "iati-activity":
                is_one = is_old(version_of(None, tree)) if old is None else old
                project = self._project(tree, position, old=is_one)
                self._count += 1
                return project
            self._elements.append(fragment(tree))
            if tree.tag[:1] != "{":
                self._tell("", "iati.unknown-element", f"has a {tree.tag!r} beside its activities", (position,))
        return None

    def _project(self, tree: Tree, position: int, *, old: bool) -> Project:
        places = _places(tree) if old else None
        upgrades = upgrade(tree) if old else ()
        project = read_quick.activity(activity(), tree, self._reading)
        for each in upgrades:
            self._upgraded(each, position, places or {})
        if self._reading.found and self._on_issue is not None:
            self._report(project, places or _places(tree), position)
        self._reading.begin()
        return project

    # ------------------------------------------------------------------ what is reported

    def _tell(self, path: str, code: str, message: str, place: Place | None) -> None:
        if self._on_issue is None:
            return
        where = None if self._locator is None or place is None else self._locator.want(place)
        self._on_issue(Issue(code=code, severity=READING[code].severity, message=message, path=path, where=where))

    def _report(self, project: Project, places: dict[Tree, Place], position: int) -> None:
        found = self._reading.found
        paths = paths_of(project, {id(each.thing) for each in found})
        for thing, field, code, message, element in sorted(found, key=lambda each: places.get(each.element, ())):
            place = places.get(element, ())
            path = join_path(f"[{self._count}]", join_path(paths[id(thing)], field))
            self._tell(path, code, self._placed(message, project, element, place, position), (position, *place))

    def _placed(self, message: str, project: Project, element: Tree, place: Place, position: int) -> str:
        """Say in a stream, where no line can be found again, which element of which activity it is."""
        if self._locator is not None:
            return message
        steps = "".join(f"/*[{number + 1}]" for number in place)
        return f"{message} ({project.identifier or 'no identifier'}: /*/*[{position + 1}]{steps}, {element.tag})"

    def _upgraded(self, each: Upgrade, position: int, places: dict[Tree, Place]) -> None:
        times = f" ({each.count} times)" if each.count > 1 else ""
        place = (position, *places.get(each.element, ()))
        self._tell(f"[{self._count}]", "iati.upgraded", f"{each.message}{times}", place)

    def _version(self, version: str | None) -> None:
        if version is None or not version.strip():
            self._tell("", "iati.no-version", "states no version; it is told from the shape of each activity", None)
        elif version.strip() not in _KNOWN:
            known = "1.01 to 1.05 and 2.01 to 2.03"
            read_as = "1.05" if is_old(version) else "2.03"
            message = f"states version {version!r}, which there is not ({known}); it is read as {read_as}"
            self._tell("", "iati.unknown-version", message, None)

    def _finish(self) -> None:
        for attributes in self._trees.nested:
            self._tell(
                "", "iati.nested-root", f"has an iati-activities inside another, with {attributes or 'nothing'}", None
            )
        for text in self._trees.strays:
            self._tell("", "iati.stray-text", f"has words between its activities: {text!r}", None)
        if self._elements or self._trees.strays:
            self.header = evolve(self.header, elements=self._elements, words=self._trees.strays)


def _locator(source: Source) -> Locator | None:
    """Give what finds lines in a source that is still there when it was read; None for one that is not."""
    if isinstance(source, bytes | bytearray | memoryview):
        return Locator(bytes(source))
    return Locator(source) if isinstance(source, str | os.PathLike) and Path(source).is_file() else None


def _places(tree: Tree) -> dict[Tree, Place]:
    """Give the place of each element of a tree."""
    places: dict[Tree, Place] = {tree: ()}
    level: list[tuple[Tree, Place]] = [(tree, ())]
    for element, place in level:
        for position, child in enumerate(element):
            places[child] = here = (*place, position)
            level.append((child, here))
    return places


def _header(root: Root) -> Header:
    attributes = dict(root.attributes)
    version = attributes.pop("version", None)
    generated = None
    if _GENERATED in attributes:
        try:
            generated = TIMESTAMP.read(attributes[_GENERATED])
        except Unclean as problem:  # its spelling stays among the attributes
            generated = problem.value
        else:
            del attributes[_GENERATED]
    return Header(
        format="IATI",
        version=version,
        generated=generated,
        attributes=attributes,
        namespaces=[(prefix, space) for prefix, space in root.namespaces if prefix],
    )
