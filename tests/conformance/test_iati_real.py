"""Files of real publishers: all is read, counted a second way, accounted for, and written back as it was.

The files lie outside the project; nothing of what they say is repeated here.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from aidmodel import Loaded, Project, Result, Unreadable, iter_iati, read_iati, write_iati
from iati_accounts import unaccounted
from iati_counts import counts
from iati_leaves import canonical, difference, parsed

SHARED = Path(__file__).parents[3] / "shared" / "iati"
ISSUES = Path(__file__).with_name("iati_real_issues.json")
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the files of publishers are not part of the repository")


class Counts(NamedTuple):
    """How many there are of each, inside activities."""

    projects: int
    results: int
    indicators: int
    periods: int
    budgets: int
    transactions: int


FILES: dict[str, tuple[str | None, Counts]] = {
    "adb-armenia-2.03": ("2.03", Counts(43, 43, 252, 27, 267, 6444)),
    "afdb-agriculture-2.01": ("2.01", Counts(10, 29, 29, 58, 6, 194)),
    "afdb-agriculture-markedup-2.02": ("2.02", Counts(10, 29, 29, 58, 6, 194)),
    "be-ngo-kbo-0421210424-2.02": ("2.02", Counts(18, 15, 59, 117, 80, 565)),
    "beis-gb-gov-13-2.03": ("2.03", Counts(9, 0, 0, 0, 23, 50)),
    "caf-2025-2.03": ("2.03", Counts(478, 493, 493, 493, 0, 945)),
    "canada-ca-3-2.03": ("2.03", Counts(1, 2, 2, 0, 6, 13)),
    "dfid-burundi-1.01": ("1.01", Counts(66, 0, 0, 0, 103, 268)),
    "dportal-ec-near-2.03": ("2.03", Counts(100, 66, 66, 63, 187, 244)),
    "dportal-nl-ngos-2.03": ("2.03", Counts(100, 590, 1496, 5756, 184, 922)),
    "dportal-oxfam-novib-2.03": ("2.03", Counts(100, 218, 471, 471, 114, 589)),
    "dportal-uk-ngos-oxfam-saveuk-2.03": ("2.03", Counts(100, 135, 135, 135, 108, 1321)),
    "ec-elarg-kosovo-1.04": ("1.04", Counts(105, 0, 0, 0, 0, 1306)),
    "ec-intpa-2.03": (None, Counts(1, 0, 0, 0, 1, 6)),
    "fcdo-2.03": ("2.03", Counts(1, 0, 0, 0, 4, 14)),
    "gates-dac-1601-2.03": ("2.03", Counts(48, 0, 0, 0, 49, 140)),
    "gb-chc-1075920-results-1.01": ("1.01", Counts(57, 17, 0, 0, 56, 55)),
    "ifad-2.03": (None, Counts(1, 0, 0, 0, 0, 64)),
    "oxfam-gb-bangladesh-1.00": ("1.00", Counts(24, 0, 0, 0, 10, 65)),
    "spark-nl-1.00": ("1.00", Counts(25, 0, 0, 0, 25, 0)),
    "un-47111-1.03": ("1.03", Counts(30, 0, 0, 0, 0, 270)),
    "unhcr-2023-2.03": ("2.03", Counts(134, 0, 0, 0, 416, 2678)),
    "unops-barbados-1.01": ("1.01", Counts(8, 0, 0, 0, 52, 1074)),
    "usaid-798-2.03": ("2.03", Counts(108, 0, 0, 0, 0, 622)),
    "usaid-one-activity-152-transactions-2.03": ("2.03", Counts(1, 0, 0, 0, 0, 152)),
    "worldbank-sv-2.03": ("2.03", Counts(13, 251, 251, 251, 2110, 632)),
}
"""Each file that is read, with the version its root states and what is in it, as the index of the files has them."""

UNREADABLE: dict[str, tuple[int | None, str]] = {
    "xi-bridge-example-2.03": (10092, ""),
    "adb-organisation-2.03": (None, "organisation"),
}
"""The files that are not: one is malformed as published, at this line; one is no activity file, and the error says so."""

EVERY = pytest.mark.parametrize("name", FILES)
NEW = [name for name, (version, _) in FILES.items() if version is None or version.startswith("2")]
EVERY_NEW = pytest.mark.parametrize("name", NEW)


def path_of(name: str) -> Path:
    """Give the path of a file."""
    return SHARED / "real" / f"{name}.xml"


@cache
def loaded(name: str) -> Loaded[tuple[Project, ...]]:
    """Read a file."""
    return read_iati(path_of(name))


@cache
def written(name: str) -> bytes:
    """Write what was read of a file."""
    return write_iati(loaded(name).value, header=loaded(name).header).data


@cache
def schema(version: str) -> etree.XMLSchema:
    """Give the official schema of a version."""
    return etree.XMLSchema(etree.parse(SHARED / "schemas" / version / "iati-activities-schema.xsd"))


def test_every_file_is_here() -> None:
    """28 files: 26 are read, and two give their error."""
    assert {path.stem for path in (SHARED / "real").glob("*.xml")} == set(FILES) | set(UNREADABLE)
    assert (26, 2) == (len(FILES), len(UNREADABLE))


@EVERY
def test_the_table_is_what_xpath_counts(name: str) -> None:
    """The counts are taken by another parser, from the file itself."""
    version, expected = FILES[name]
    root = parsed(path_of(name).read_bytes())
    paths = (
        "//iati-activity",
        "//iati-activity/result",
        "//iati-activity/result/indicator",
        "//iati-activity/result/indicator/period",
        "//iati-activity/budget",
        "//iati-activity/transaction",
    )

    assert version == root.get("version")
    assert expected == Counts(*(len(root.findall(f".{path}")) for path in paths))


@EVERY
def test_all_that_is_there_is_read(name: str) -> None:
    """As many objects as there are elements."""
    projects = loaded(name).value
    results = [node for project in projects for node in project.chain if isinstance(node, Result)]
    indicators = [each for result in results for each in result.indicators]

    assert FILES[name][1] == Counts(
        len(projects),
        len(results),
        len(indicators),
        sum(len(each.periods) for each in indicators),
        sum(len(project.budgets) for project in projects),
        sum(len(project.transactions) for project in projects),
    )


@EVERY
def test_the_version_is_that_of_the_root(name: str) -> None:
    """The header says what the root says, and nothing where it says nothing."""
    header = loaded(name).header
    assert header is not None

    assert FILES[name][0] == header.version


@EVERY
def test_what_is_said_is_what_was_said(name: str) -> None:
    """The number of issues by code, as it is committed; see tests/data_sources/make_iati_real_issues.py."""
    expected: dict[str, dict[str, int]] = json.loads(ISSUES.read_text(encoding="utf-8"))

    assert name in expected
    assert expected[name] == dict(sorted(Counter(issue.code for issue in loaded(name).report).items()))


@EVERY_NEW
def test_what_is_said_is_what_xpath_counts(name: str) -> None:
    """Each code as often as the file, read by another parser, holds what it is about; and no other code."""
    assert counts(path_of(name).read_bytes()) == Counter(issue.code for issue in loaded(name).report)


def test_the_counts_see_what_no_real_file_has() -> None:
    """Counted by hand: "many" is no number, 1E3 has an exponent, two amounts have no currency, and so on."""
    xml = b"""<iati-activities version="2.03"><iati-activity>
      <title><narrative>Wells</narrative></title><own/><budget colour="red">
        <period-start iso-date="2024-12-31Z"/><period-end iso-date="2024-01-01"/><value currency="EUR">many</value>
      </budget>
      <budget><value>1E3</value></budget>
      <transaction><value>7</value></transaction>
    </iati-activity></iati-activities>"""
    expected = {
        "iati.exponent": 1,
        "iati.no-currency": 2,
        "iati.not-a-number": 1,
        "iati.reversed": 1,
        "iati.unknown-attribute": 1,
        "iati.unknown-element": 1,
        "iati.zone": 1,
    }

    assert expected == counts(xml)
    assert expected == Counter(issue.code for issue in read_iati(xml).report)


@EVERY
def test_each_issue_has_its_place(name: str) -> None:
    """Its path leads to something in the project that it is about."""
    projects = loaded(name).value
    for issue in loaded(name).report:
        if issue.path:
            number, _, rest = issue.path.removeprefix("[").partition("]")
            project = projects[int(number)]
            if rest.strip("."):
                project.at(rest.removeprefix("."))


@EVERY
def test_every_value_is_accounted_for(name: str) -> None:
    """Each leaf of the file is in an object, in raw extras, or named in the report; so are those that were upgraded."""
    read = loaded(name)

    assert [] == unaccounted(path_of(name).read_bytes(), read.value, read.report, read.header)[:20]


@EVERY_NEW
def test_what_is_written_says_what_was_read(name: str) -> None:
    """All that may differ is what carries no meaning; see :func:`iati_leaves.canonical`."""
    assert [] == difference(canonical(path_of(name).read_bytes()), canonical(written(name)))[:20]


@EVERY
def test_what_is_written_is_read_as_the_same(name: str) -> None:
    """Read, write, read gives equal projects."""
    assert loaded(name).value == read_iati(written(name)).value


@EVERY_NEW
def test_what_was_valid_is_valid_when_written(name: str) -> None:
    """By the official schema of the file's own version, and then by that of 2.03."""
    version = FILES[name][0] or "2.03"
    if not schema(version).validate(etree.ElementTree(parsed(path_of(name).read_bytes()))):
        pytest.skip("the file is not valid as published")

    schema("2.03").assertValid(etree.ElementTree(parsed(written(name))))


@EVERY
def test_one_by_one_they_are_the_same(name: str) -> None:
    """A stream gives the same projects."""
    with path_of(name).open("rb") as file:
        assert all(one == other for one, other in zip(iter_iati(file), loaded(name).value, strict=True))


@pytest.mark.parametrize(("name", "line", "word"), [(name, *known) for name, known in UNREADABLE.items()])
def test_what_is_no_activity_file_is_refused(name: str, line: int | None, word: str) -> None:
    """With the line where it is malformed, or a word on what it is."""
    with pytest.raises(Unreadable) as caught:
        read_iati(path_of(name))

    assert word in caught.value.problem
    assert line is None or line == caught.value.line
    assert name in caught.value.source
