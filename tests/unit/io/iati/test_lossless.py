"""Reading and writing lose nothing, on every file of the tests: full, foreign, and each with a quirk of its own."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from aidmodel import Loaded, Project, read_iati, write_iati
from iati_accounts import raw_leaves, unaccounted
from iati_leaves import DATA, canonical, difference, leaves, parsed

SCHEMAS = Path(__file__).parents[5] / "shared" / "iati" / "schemas" / "2.03"
WITH_SCHEMAS = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not part of the repository")
FULL, FOREIGN = DATA / "full-2.03.xml", DATA / "foreign-2.03.xml"
VALID = pytest.mark.parametrize("path", [FULL, FOREIGN], ids=lambda path: path.stem)
FILES = [FULL, FOREIGN, *sorted((DATA / "quirks").glob("*.xml"))]
EVERY = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def loaded(path: Path) -> Loaded[tuple[Project, ...]]:
    """Read a file of the tests."""
    return read_iati(path)


@cache
def written(path: Path) -> bytes:
    """Write what was read of a file of the tests."""
    return write_iati(loaded(path).value, header=loaded(path).header).data


@EVERY
def test_every_value_is_accounted_for(path: Path) -> None:
    """Each leaf of the input is in the object, in its raw extras, or named in the report."""
    xml, read = path.read_bytes(), loaded(path)

    assert [] == unaccounted(xml, read.value, read.report, read.header)


@EVERY
def test_what_is_written_says_what_was_read(path: Path) -> None:
    """All that may differ is what carries no meaning; see :func:`iati_leaves.canonical`."""
    assert [] == difference(canonical(path.read_bytes()), canonical(written(path)))


@EVERY
def test_what_is_written_is_read_as_the_same(path: Path) -> None:
    """Read, write, read gives equal objects, and another round the same bytes."""
    again = read_iati(written(path))

    assert loaded(path).value == again.value
    assert written(path) == write_iati(again.value, header=again.header).data


@EVERY
def test_what_is_written_is_a_file_of_2_03(path: Path) -> None:
    """The version on the root is the one that is written."""
    assert "2.03" == parsed(written(path)).get("version")


@VALID
@WITH_SCHEMAS
def test_what_was_valid_is_valid_when_written(path: Path) -> None:
    """The official schema takes the output."""
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "iati-activities-schema.xsd"))

    schema.assertValid(etree.ElementTree(parsed(written(path))))


@VALID
def test_what_is_in_order_is_not_reported(path: Path) -> None:
    """Neither reading nor writing has anything to say of a file that keeps to the standard, foreign content or not."""
    assert [] == [str(issue) for issue in loaded(path).report]
    assert [] == [str(issue) for issue in write_iati(loaded(path).value, header=loaded(path).header).report]


def test_the_model_has_a_home_for_the_standard() -> None:
    """Of a file with every element and attribute filled, at most one leaf in a hundred is raw."""
    assert raw_leaves(loaded(FULL).value) <= len(leaves(FULL.read_bytes())) / 100
