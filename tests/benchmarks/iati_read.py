"""Reading an IATI file: raw lxml and the raw standard library, which touch nothing, and the library itself.

A job takes the path of a file and gives the number of activities.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

from lxml import etree

from aidmodel import Issue, Project, iter_iati, read_iati

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
    parser = ET.XMLParser(target=builder)
    with Path(path).open("rb") as file:
        while block := file.read(BLOCK):
            parser.feed(block)
            if len(top):
                whole = top[0][:-1]  # the last one may be half built
                del top[0][: len(whole)]
                yield from whole
    builder.end("_")
    yield from parser.close()[0]


def stream(path: str) -> int:
    """Read every project, and drop it."""
    return sum(1 for _ in iter_iati(path))


def stream_reporting(path: str) -> int:
    """Read every project, and drop it; each issue is handed over."""
    issues: list[Issue] = []
    return sum(1 for _ in iter_iati(path, on_issue=issues.append))


def whole(path: str) -> int:
    """Read all projects into a tuple, with the report."""
    return len(read_iati(path).value)


def facts(path: str) -> list[list[str]]:
    """Tell of each activity what other readers have to have found, too."""
    return [_facts(project) for project in iter_iati(path)]


def _facts(project: Project) -> list[str]:
    amounts = [each.value.amount for each in project.transactions if each.value is not None]
    periods = sum(len(indicator.periods) for result in project.chain.results for indicator in result.indicators)
    return [project.identifier or "", str(sum(amounts, Decimal(0))), str(periods)]
