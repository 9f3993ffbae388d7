"""The children of an IATI file's root, one whole tree at a time, in constant memory; hostile input is refused."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import NamedTuple, final
from xml.parsers import expat

from aidmodel._files import BLOCK, Opened
from aidmodel.errors import Unreadable
from aidmodel.io.iati import broken
from aidmodel.io.iati.broken import ACTIVITIES
from aidmodel.io.iati.kinds import SPACE

VALUE_LIMIT = 16 << 20
"""The most bytes of one value (an attribute, a text, a comment): the longest narratives published have about 100 kB."""
ACTIVITY_LIMIT = 64 << 20
"""The most bytes of one activity, of which a tree is built in memory; the longest published has 1 MB."""
MARKUP_LIMIT = 1_700_000
"""The most "<" and "=" in one activity, each of which costs memory; 24 MB as publishers write have at most 1.4 million."""
PIECE_LIMIT = 1_500_000
"""The most line ends, "&" and "]" in one activity: a parser hands text over in pieces that end at these, and each costs
memory; 24 MB as publishers write have at most 0.7 million."""
DEPTH_LIMIT = 500
"""The most elements inside one another: IATI has 9, and Python's own stack takes about 1,000 calls."""
OUTSIDE_LIMIT = 1 << 20
"""The most characters beside activities, where none belong; they are kept to be reported. Each element there counts as
64 more."""

_ACTIVITY = "iati-activity"
_COUNTED = 1 << 20
"""Activities shorter than this cannot pass a limit on counts, and nothing is counted in them."""
_GROWTH = 8
"""The longer an activity, the larger the bites it is fed in: this part of what it has so far.

A parser (expat before 2.6) begins again with each bite at the start of a tag or comment that has not ended: with bites
of one size, a long one takes time by the square of its length.
"""
_CROWDED = 600
"""So many "<" in one bite may be 300 elements inside one another; a block of a usual file has less."""
_DEEP = 200
"""So many elements open at the end of a bite, with 300 inside a bite, are within the limit of depth."""
_ELEMENT_COST = 64
_ENOUGH = 64
"""So many bytes tell what a file is."""


class Root(NamedTuple):
    """What the root element says."""

    tag: str
    """Its name."""
    attributes: dict[str, str]
    """Its attributes, in order; names as ElementTree has them: ``{uri}local`` where there is a namespace."""
    namespaces: tuple[tuple[str, str], ...]
    """The namespaces declared on it, in order: prefix ('' for the default one) and URI."""


class _Began(Exception):
    """The root's start tag was read."""


class _PastLimit(Exception):
    """What is read passes a limit, named in a phrase."""


@final
class Trees:
    """
    The children of an IATI root element, one whole tree at a time, in document order, in constant memory.

    Reads as far as the root's start tag when it is made; iterating it reads the rest, once. Where the file breaks, the
    children that were complete before the break are given first.

    >>> from aidmodel._files import opened
    >>> with opened(b'<iati-activities version="2.03"><iati-activity/><x/></iati-activities>') as file:
    ...     trees = Trees(file)
    ...     trees.root.attributes["version"], [tree.tag for tree in trees]
    ('2.03', ['iati-activity', 'x'])
    """

    root: Root
    """What the root element says."""
    nested: list[dict[str, str]]
    """The attributes of each ``iati-activities`` found inside the root, in the order they ended: its children are given
    as if they stood in the root."""
    strays: list[str]
    """Text that stands between the children of the root, where none belongs; white space does not count."""

    def __init__(self, opened: Opened) -> None:
        """Read as far as the root's start tag.

        Raises:
            Unreadable: it is no IATI activity file, or a hostile one.

        """
        self.nested = []
        self.strays = []
        self._name = opened.name
        self._encoding = ""
        self._outside = 0
        self._given = 0
        self._forget()
        self._suspicious = False
        self._builder = ET.TreeBuilder()
        self._top = self._builder.start("_", {})
        self._parser = ET.XMLParser(target=self._builder)  # noqa: S314  what may harm is refused before it
        self._bites = self._bitten(opened)
        self._begun: list[bytes] = []
        self._begin()
        self._trees = self._all()

    def __iter__(self) -> Iterator[ET.Element]:
        """Give every element child of the root, cut off once it is complete.

        Raises:
            Unreadable: the file breaks, or passes a limit; what was complete before was given.

        """
        return self._trees

    # -------------------------------------------------------------- the root's start tag

    def _begin(self) -> None:
        """Read the root's start tag by a parser of its own, which refuses what the fast one must never see."""
        namespaces: list[tuple[str, str]] = []
        parser = expat.ParserCreate(namespace_separator="}")

        def place() -> tuple[int, int]:
            return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

        def declared(_version: str, encoding: str | None, _standalone: int) -> None:
            self._encoding = encoding or ""

        def typed(root: str, _system: str | None, _public: str | None, _subset: bool) -> None:
            raise broken.doctype(self._name, root, parser.CurrentLineNumber)

        def mapped(prefix: str | None, uri: str | None) -> None:
            namespaces.append((prefix or "", uri or ""))

        def began(tag: str, attributes: dict[str, str]) -> None:
            if tag != ACTIVITIES:
                raise broken.wrong_root(self._name, _name(tag), *place())
            self.root = Root(tag, {_name(key): value for key, value in attributes.items()}, tuple(namespaces))
            raise _Began

        parser.XmlDeclHandler = declared
        parser.StartDoctypeDeclHandler = typed
        parser.StartNamespaceDeclHandler = mapped
        parser.StartElementHandler = began
        begin = b""  # without the white space before it
        try:
            for bite in self._bites:
                self._begun.append(bite)
                if bite:
                    begin = begin.strip()[:_ENOUGH] + (bite.lstrip()[:_ENOUGH] or bite[:1])
                if len(begin) > _ENOUGH and (other := broken.no_xml(self._name, begin)):
                    raise other
                parser.Parse(bite, False)
            parser.Parse(b"", True)
        except _Began:
            self._encoding = self._encoding or broken.encoding_of(begin)
        except expat.ExpatError as error:
            tail = self._begun[-1] if self._begun else b""
            raise broken.no_xml(self._name, begin) or broken.ill_formed(
                self._name,
                error.code,
                error.lineno,
                error.offset,
                tail=tail,
                encoding=self._encoding or broken.encoding_of(begin),
            ) from None
        except _PastLimit as error:
            raise self._refused(str(error)) from None
        except (LookupError, ValueError) as error:  # from the codec; Unreadable is a ValueError too
            raise error if isinstance(error, Unreadable) else broken.unencoded(self._name, self._encoding) from None

    # -------------------------------------------------------------- bites

    def _bitten(self, opened: Opened) -> Iterator[bytes]:
        """Give the bytes in bites that grow with the activity, and refuse what is too long."""
        silent = size = 0
        blocks: list[bytes] = []
        try:
            for block in opened.blocks():
                self._since += len(block)
                silent = 0 if b"<" in block else silent + len(block)
                if self._since <= _GROWTH * BLOCK:
                    yield block
                    continue
                blocks.append(block)
                size += len(block)
                self._check_length(block, silent)
                if size * _GROWTH >= self._since:
                    yield b"".join(blocks)
                    blocks, size = [], 0
        except (Unreadable, _PastLimit):
            yield b"".join(blocks)
            raise
        yield b"".join(blocks)

    def _check_length(self, block: bytes, silent: int) -> None:
        if silent > VALUE_LIMIT:
            raise _PastLimit(f"has a value longer than {VALUE_LIMIT >> 20} MiB")
        if self._since > ACTIVITY_LIMIT:
            raise _PastLimit(f"has an element longer than {ACTIVITY_LIMIT >> 20} MiB")
        if self._since > _COUNTED:
            self._markup += block.count(b"<") + block.count(b"=")
            self._pieces += block.count(b"\n") + block.count(b"\r") + block.count(b"&") + block.count(b"]")
            if self._markup > MARKUP_LIMIT:
                raise _PastLimit(f"has an element with more than {MARKUP_LIMIT:,} tags and attributes")
            if self._pieces > PIECE_LIMIT:
                raise _PastLimit(f"has an element of more than {PIECE_LIMIT:,} lines")

    def _refused(self, problem: str) -> Unreadable:
        after = f", after {self._given:,} elements that were read" if self._given else ""
        return Unreadable(self._name, f"{problem}{after}: no activity is like that")

    def _forget(self) -> None:
        self._since = self._markup = self._pieces = 0

    # -------------------------------------------------------------- trees

    def _all(self) -> Iterator[ET.Element]:
        fault: Unreadable | ET.ParseError | _PastLimit | None = None
        bite = before = b""
        while fault is None:
            try:
                before = bite
                if self._begun:
                    bite = self._begun.pop(0)
                elif (more := next(self._bites, None)) is not None:
                    bite = more
                else:
                    self._parser.close()
                    break
                crowded = bite.count(b"<") > _CROWDED
                self._suspicious |= crowded
                self._parser.feed(bite)
            except (Unreadable, ET.ParseError, _PastLimit) as error:
                fault = error
            else:
                yield from self._whole()
                self._suspicious |= crowded  # for the one that is still open
        inside = self._mark()
        yield from self._whole()
        if isinstance(fault, ET.ParseError):
            code, (line, offset) = fault.code, fault.position
            raise broken.ill_formed(
                self._name, code, line, offset, tail=before[-BLOCK:] + bite, encoding=self._encoding, inside=inside
            ) from None
        if isinstance(fault, _PastLimit):
            raise self._refused(str(fault)) from None
        if fault is not None:
            raise fault

    def _mark(self) -> str:
        """Put a mark where the file ends or breaks, so that all that stands before it is whole; name what is open."""
        mark = self._builder.start("_", {})
        if not len(self._top) or self._top[0] is mark:
            return ""
        if self._top[-1] is mark:  # the root has ended
            self._top[0].append(mark)
        parent = self._top[0]
        while parent[-1] is not mark:
            parent = parent[-1]
        return parent.tag

    def _whole(self) -> Iterator[ET.Element]:
        """Cut off and give all that is followed by something else, so that nothing can come to it any more."""
        node = self._top[0] if len(self._top) else self._top
        depth = 0
        fresh = False
        outside = True  # in the root, or in another root inside it
        while len(node):
            if outside:
                self._stray(node.text)
                node.text = None
                if whole := node[:-1]:
                    fresh = True
                    del node[: len(whole)]
                    self._forget()
                    yield from self._checked(whole)
            node = node[-1]
            outside = outside and node.tag == ACTIVITIES
            depth += 1
            if depth > DEPTH_LIMIT:
                raise self._too_deep()
        if fresh:  # what is open now began with this bite
            self._suspicious = False
        self._suspicious |= depth > _DEEP

    def _checked(self, elements: list[ET.Element]) -> Iterator[ET.Element]:
        elements.reverse()
        while elements:
            element = elements.pop()
            tail, element.tail = element.tail, None
            if self._suspicious and _is_deeper(element, DEPTH_LIMIT):
                raise self._too_deep()
            if element.tag == ACTIVITIES:
                self._stray(element.text)
                self._outside += _cost(element)
                self.nested.append(element.attrib)
                elements.extend(reversed(element))
            else:
                if element.tag != _ACTIVITY:
                    self._outside += sum(map(_cost, element.iter()))
                    self._check_outside()
                self._given += 1
                yield element
            self._stray(tail)

    def _stray(self, text: str | None) -> None:
        if text is not None and (words := text.strip(SPACE)):
            self._outside += len(words)
            self.strays.append(words)
        self._check_outside()

    def _check_outside(self) -> None:
        if self._outside > OUTSIDE_LIMIT:
            raise self._refused("is full of what is no activity")

    def _too_deep(self) -> Unreadable:
        return self._refused(f"has more than {DEPTH_LIMIT} elements inside one another")


def _name(name: str) -> str:
    return "{" + name if "}" in name else name


def _cost(element: ET.Element) -> int:
    """Say how much an element that is no activity counts, without its children."""
    texts = (element.tag, element.text or "", element.tail or "", *element.attrib, *element.attrib.values())
    return _ELEMENT_COST + sum(map(len, texts))


def _is_deeper(element: ET.Element, limit: int) -> bool:
    level = [element]
    for _ in range(limit):
        level = [child for parent in level for child in parent]
        if not level:
            return False
    return True
