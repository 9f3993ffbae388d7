"""Reading with xsdata, into dataclasses that it generates from the 2.03 schema: ``iati_203`` is on the path."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from iati_203 import IatiActivities, IatiActivity
from lxml import etree
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler, XmlEventHandler


def whole_lxml(path: str) -> int:
    """Read the file as one object, with the handler on lxml."""
    return len(XmlParser(handler=LxmlEventHandler).parse(path, IatiActivities).iati_activity)


def whole_stdlib(path: str) -> int:
    """Read the file as one object, with the handler on the standard library."""
    return len(XmlParser(handler=XmlEventHandler).parse(path, IatiActivities).iati_activity)


def stream(path: str) -> int:
    """Read activity by activity: the tree of each by lxml, the objects by xsdata, and drop them."""
    return sum(1 for _ in _activities(path))


def _activities(path: str) -> Iterator[IatiActivity]:
    parser = XmlParser(handler=LxmlEventHandler)
    for _, tree in etree.iterparse(path, tag="iati-activity", remove_comments=True):
        yield parser.parse(tree, IatiActivity)
        tree.clear()
        while tree.getprevious() is not None:
            del tree.getparent()[0]


def facts_streamed(path: str) -> list[list[str]]:
    """Tell of each activity what ``iati_read`` tells."""
    return [_facts(activity) for activity in _activities(path)]


def facts_lxml(path: str) -> list[list[str]]:
    """Tell the same, of the file read as one object by way of lxml."""
    return [_facts(each) for each in XmlParser(handler=LxmlEventHandler).parse(path, IatiActivities).iati_activity]


def facts_stdlib(path: str) -> list[list[str]]:
    """Tell the same, of the file read as one object by way of the standard library."""
    return [_facts(each) for each in XmlParser(handler=XmlEventHandler).parse(path, IatiActivities).iati_activity]


def _facts(activity: Any) -> list[str]:
    amounts = [each.value.value for each in activity.transaction]
    periods = sum(len(indicator.period) for result in activity.result for indicator in result.indicator)
    return [activity.iati_identifier.value, str(sum(amounts, Decimal(0))), str(periods)]
