"""Writing what is ready to be written: nested lists of a tag, attributes, text and children, all strings.

Nothing is looked up or turned into text; this is what ``lxml.etree.xmlfile`` itself takes.
"""

from io import BytesIO
from typing import Any, NamedTuple

from iati_write import PREFIXES
from lxml import etree


class Ready(NamedTuple):
    """An element."""

    tag: str
    attributes: dict[str, str]
    text: str | None
    children: list["Ready"]


def prepare(path: str) -> list[Ready]:
    """Read the activities of a file."""
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True)
    return [_ready(activity) for activity in etree.parse(path, parser).getroot()]


def _ready(element: Any) -> Ready:
    return Ready(element.tag, dict(element.attrib), element.text, [_ready(child) for child in element])


def xmlfile(activities: list[Ready]) -> bytes:
    """Write them into ``xmlfile``."""
    target = BytesIO()
    with etree.xmlfile(target, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element("iati-activities", {"version": "2.03"}, PREFIXES):
            for activity in activities:
                _write(file, activity)
    return target.getvalue()


def _write(file: Any, ready: Ready) -> None:
    tag, attributes, text, children = ready
    with file.element(tag, attributes):
        if text is not None:
            file.write(text)
        for child in children:
            _write(file, child)
