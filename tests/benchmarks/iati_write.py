"""Writing projects as an IATI file, in bytes: the library, and writers by hand on lxml and the standard library.

A job takes projects, which were read before, and gives the file.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import iati_incremental
import iati_trees
from lxml import etree

from aidmodel import Project, read_iati, write_iati

Projects = tuple[Project, ...]

PREFIXES = {"xml": "http://www.w3.org/XML/1998/namespace"}
"""Without them, ``xmlfile`` writes a prefix of its own for ``xml:lang``, which no parser takes."""


def prepare(path: str) -> Projects:
    """Read the projects."""
    return read_iati(path).value


def library(projects: Projects) -> bytes:
    """Write them as the library does."""
    return write_iati(projects).data


def xmlfile(projects: Projects) -> bytes:
    """Write element by element into ``xmlfile``."""
    target = BytesIO()
    with etree.xmlfile(target, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element("iati-activities", {"version": "2.03"}, PREFIXES):
            for project in projects:
                iati_incremental.activity(file, project)
    return target.getvalue()


def xmlfile_trees(projects: Projects) -> bytes:
    """Build the tree of each activity and write it into ``xmlfile``."""
    target = BytesIO()
    with etree.xmlfile(target, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element("iati-activities", {"version": "2.03"}):
            for project in projects:
                file.write(iati_trees.activity(project, etree))
    return target.getvalue()


def lxml_trees(projects: Projects) -> bytes:
    """Build the tree of each activity by lxml and turn it into bytes."""
    return _joined(etree.tostring(iati_trees.activity(project, etree), encoding="UTF-8") for project in projects)


def stdlib_trees(projects: Projects) -> bytes:
    """Build the tree of each activity by the standard library and turn it into bytes."""
    return _joined(ET.tostring(iati_trees.activity(project, ET), encoding="UTF-8") for project in projects)


def _joined(activities: Any) -> bytes:
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n'
    return b"".join((head, *activities, b"</iati-activities>\n"))


WRITERS: tuple[Callable[[Projects], bytes], ...] = (library, xmlfile, xmlfile_trees, lxml_trees, stdlib_trees)
