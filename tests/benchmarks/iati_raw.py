"""What reading an IATI file costs if nothing in it is touched: by lxml, and by the standard library.

A job takes the path of a file and gives the number of activities.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from lxml import etree

BLOCK = 1 << 14


def lxml_iterparse(path: str) -> int:
    """Let lxml build each activity and drop it."""
    count = 0
    for _, activity in etree.iterparse(path, tag="iati-activity"):
        count += 1
        activity.clear()
        while activity.getprevious() is not None:
            del activity.getparent()[0]
    return count


def stdlib_stream(path: str) -> int:
    """Let expat and its C tree build each activity from small blocks, and drop it."""
    return sum(1 for _ in _activities(path))


def _activities(path: str) -> Iterator[ET.Element]:
    builder = ET.TreeBuilder()
    top = builder.start("_", {})
    parser = ET.XMLParser(target=builder)  # noqa: S314  the file is our own
    with Path(path).open("rb") as file:
        while block := file.read(BLOCK):
            parser.feed(block)
            if len(top):
                whole = top[0][:-1]  # the last one may be half built
                del top[0][: len(whole)]
                yield from whole
    builder.end("_")
    yield from parser.close()[0]
