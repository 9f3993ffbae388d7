"""The measure that reading and writing are held to: what it tells apart, what it does not, and the files it is used on."""

import runpy
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from aidmodel import (
    Baseline,
    Budget,
    Country,
    Extras,
    Indicator,
    Issue,
    Money,
    Output,
    Project,
    ProjectDate,
    Raw,
    Severity,
    Transaction,
)
from iati_accounts import unaccounted
from iati_leaves import DATA, Leaf, canonical, difference, kinds, leaves, parsed, repeatable, without_numbers

ROOT = Path(__file__).parents[4]
SCHEMAS = ROOT.parent / "shared" / "iati" / "schemas" / "2.03"
WITH_SCHEMAS = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not part of the repository")
FULL = (DATA / "full-2.03.xml").read_bytes()
FOREIGN = (DATA / "foreign-2.03.xml").read_bytes()


def activity(inside: str, attributes: str = "") -> bytes:
    """Give a file of one activity."""
    return (
        f'<iati-activities version="2.03" xmlns:a="urn:a"><iati-activity {attributes}>{inside}'
        "</iati-activity></iati-activities>"
    ).encode()


def alike(left: str, right: str, attributes: str = "") -> bool:
    """Say whether two activities say the same; what is equal has no difference, and what differs has one."""
    one, other = canonical(activity(left, attributes)), canonical(activity(right, attributes))
    assert (one == other) is (not difference(one, other))
    return one == other


# The files.


@WITH_SCHEMAS
def test_the_table_of_paths_is_that_of_the_schemas() -> None:
    """Run tests/data_sources/make_iati_paths.py after a change."""
    made = runpy.run_path(str(ROOT / "tests" / "data_sources" / "make_iati_paths.py"))["table"](SCHEMAS)

    assert made == (DATA / "paths-2.03.txt").read_text(encoding="utf-8")


def test_the_table_is_whole() -> None:
    """The guide counts the same document link at six places, and names these types."""
    above = "iati-activities/iati-activity"

    assert 6 == sum(place.endswith("/document-link") for place in kinds())
    assert "-" == kinds()[f"{above}/budget"]
    assert "boolean" == kinds()[f"{above}/conditions/@attached"]
    assert "decimal" == kinds()[f"{above}/fss/forecast"]
    assert "string" == kinds()[f"{above}/result/indicator/period/actual/@value"]


def path_of(element: etree._Element) -> str:
    """Give the place of an element, as the table has it."""
    return "/".join(reversed([str(element.tag), *(str(each.tag) for each in element.iterancestors())]))


def places(xml: bytes) -> set[str]:
    """Give every element and attribute of a file, as the table has them."""
    return {path_of(element) for element in parsed(xml).iter()} | {without_numbers(leaf.place) for leaf in leaves(xml)}


def test_the_full_file_has_every_element_and_attribute() -> None:
    """And nothing that the standard does not know."""
    assert set(kinds()) == places(FULL)


def test_the_full_file_repeats_whatever_may_be_repeated() -> None:
    """Wherever an element may stand more than once, one parent at least has two of it."""
    repeated: set[str] = set()
    for element in parsed(FULL).iter():
        twice = [str(tag) for tag, count in Counter(child.tag for child in element).items() if count > 1]
        repeated |= {f"{path_of(element)}/{tag}" for tag in twice}

    assert set() == repeatable() - repeated
    assert set() == repeated - repeatable()


@WITH_SCHEMAS
@pytest.mark.parametrize("xml", [FULL, FOREIGN], ids=["full", "foreign"])
def test_the_files_are_valid(xml: bytes) -> None:
    """The official schema takes them."""
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "iati-activities-schema.xsd"))

    schema.assertValid(etree.ElementTree(parsed(xml)))


def test_the_foreign_file_is_foreign_at_every_kind_of_place() -> None:
    """The root, the activity, nodes, leaves, narratives, and foreign elements themselves."""
    foreign = {without_numbers(leaf.place) for leaf in leaves(FOREIGN) if "{" in leaf.place}
    marked = {place.partition("/@{")[0].partition("/{")[0].removeprefix("iati-activities/") for place in foreign}

    assert {"iati-activities", "iati-activity", "iati-activity/budget", "iati-activity/activity-status"} <= marked
    assert {"iati-activity/budget/value", "iati-activity/title/narrative", "iati-activity/result/indicator"} <= marked
    assert 20 < sum("/narrative/@{" in place or place.count("{") > 1 for place in foreign)


# Leaves.


def test_leaves_are_empty_elements_attributes_and_texts() -> None:
    """Places are those of an XPath, with a number where several of a name stand in one parent."""
    xml = activity(
        '<title><narrative xml:lang="fr"> Puits </narrative></title><budget/><budget a:x="1">stray<value>1</value> more '
        "</budget><!-- <nothing/> --><a:b/>"
    )

    assert [
        Leaf("iati-activities/@version", "2.03"),
        Leaf("iati-activity[1]/title/narrative/@xml:lang", "fr"),
        Leaf("iati-activity[1]/title/narrative/text()", "Puits"),
        Leaf("iati-activity[1]/budget[1]", ""),
        Leaf("iati-activity[1]/budget[2]/@{urn:a}x", "1"),
        Leaf("iati-activity[1]/budget[2]/text()", "stray"),
        Leaf("iati-activity[1]/budget[2]/text()", "more"),
        Leaf("iati-activity[1]/budget[2]/value/text()", "1"),
        Leaf("iati-activity[1]/{urn:a}b", ""),
    ] == leaves(xml)


def test_places_without_numbers_are_those_of_the_table() -> None:
    """So that the type of a leaf can be looked up."""
    assert "decimal" == kinds()[without_numbers("iati-activity[1]/budget[2]/value/text()")]
    assert "dateTime" == kinds()[without_numbers("iati-activities/@generated-datetime")]


# What carries no meaning, and what does.


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("<iati-identifier> X \n</iati-identifier>", "<iati-identifier>X</iati-identifier>"),
        ('<sector code=" 1 " vocabulary="2"/>', '<sector vocabulary="2" code="1"/>'),
        ('<sector code="1"/><tag code="2"/>', '<tag code="2"/><sector code="1"/>'),
        ('<conditions attached="true"/>', '<conditions attached="1"/>'),
        ("<budget><value>1</value></budget>", "<budget><value> +01.00 </value></budget>"),
        ("<budget><value>1.5E3</value></budget>", "<budget><value>1500</value></budget>"),
        ("<budget><value>-9e-9</value></budget>", "<budget><value>-0.000000009</value></budget>"),
        ('<sector percentage="50"/>', '<sector percentage="50.0"/>'),
        (
            "<location><point><pos>1.0  2</pos></point></location>",
            "<location><point><pos>1 2.0</pos></point></location>",
        ),
        ("<title><!-- x --><narrative>W<?p?>ells</narrative></title>", "<title><narrative>Wells</narrative></title>"),
        ("<title><narrative><![CDATA[a & b]]></narrative></title>", "<title><narrative>a &amp; b</narrative></title>"),
        ('<budget><value currency="EUR">1</value></budget>', "<budget><value>1</value></budget>"),
        ('<title><narrative xml:lang="en">W</narrative></title>', "<title><narrative>W</narrative></title>"),
        ("<a:b/><budget/>", "<budget/><a:b/>"),
        ("<budget>stray<value>1</value>text</budget>", "<budget><value>1</value>stray text</budget>"),
        ("<title></title>", "<title/>"),
    ],
)
def test_what_carries_no_meaning_makes_no_difference(left: str, right: str) -> None:
    """White space, order of names, spellings, comments, defaults, the place of stray text."""
    assert alike(left, right, 'xml:lang="en" default-currency="EUR"')


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("<title/>", ""),
        ("<title><narrative/></title>", "<title/>"),
        ('<sector code=""/>', "<sector/>"),
        ('<sector code="1"/><sector code="2"/>', '<sector code="2"/><sector code="1"/>'),
        ('<sector code="01"/>', '<sector code="1"/>'),
        ('<conditions attached="yes"/>', '<conditions attached="1"/>'),
        ('<recipient-country code="true"/>', '<recipient-country code="1"/>'),
        ("<budget><value>1</value></budget>", "<budget><value>1.01</value></budget>"),
        ('<activity-date iso-date="2020-01-01Z"/>', '<activity-date iso-date="2020-01-01"/>'),
        ('<budget><value currency="eur">1</value></budget>', "<budget><value>1</value></budget>"),
        ('<title><narrative xml:lang="EN">W</narrative></title>', "<title><narrative>W</narrative></title>"),
        ('<title xml:lang="en"/>', "<title/>"),
        ("<title><narrative>a  b</narrative></title>", "<title><narrative>a b</narrative></title>"),
        ("<budget>stray</budget>", "<budget/>"),
        ('<budget a:x="1"/>', '<budget x="1"/>'),
        ("<a:b><c/><d/></a:b>", "<a:b><d/><c/></a:b>"),
        ("<a:b>x<c/></a:b>", "<a:b><c/>x</a:b>"),
        ('<a:b percentage="1.0"/>', '<a:b percentage="1"/>'),
        ('<baseline year="1"/>', '<a:baseline year="1"/>'),
    ],
)
def test_what_carries_meaning_makes_a_difference(left: str, right: str) -> None:
    """Empty elements and attributes, order among equals, text as written, all that is foreign."""
    assert not alike(left, right, 'xml:lang="en" default-currency="EUR"')


def test_a_default_counts_in_its_own_activity_alone() -> None:
    """The currency of one activity is not that of the next, and stays on the activity itself."""
    one = activity('<budget><value currency="EUR">1</value></budget>', 'default-currency="KES"')
    without = canonical(one.replace(b' currency="EUR"', b""))

    assert ["/iati-activity[1]/budget[1]/value[1]/@currency: 'EUR' in the first, nothing in the second"] == difference(
        canonical(one), without
    )
    assert canonical(activity("", 'default-currency="KES"')) != canonical(activity(""))


def test_of_the_root_all_but_the_version_counts() -> None:
    """What is written is 2.03, whatever was read; a root inside the root is no more than its activities."""
    root = (
        b'<iati-activities version="2.01" generated-datetime="2024-01-01T00:00:00"><iati-activity/></iati-activities>'
    )

    assert canonical(root) == canonical(root.replace(b"2.01", b"2.03"))
    assert canonical(root) != canonical(root.replace(b"2024", b"2023"))
    assert canonical(root) == canonical(
        root.replace(b"<iati-activity/>", b"<iati-activities><iati-activity/></iati-activities>")
    )


def test_differences_are_said_in_words() -> None:
    """Each with its place and both values."""
    left = canonical(activity('<sector code="1"/><title><narrative>a</narrative></title>'))
    right = canonical(activity('<sector code="2"/><title><narrative>a</narrative><narrative/></title>'))

    assert [
        "/iati-activity[1]/sector[1]/@code: '1' in the first, '2' in the second",
        "/iati-activity[1]/title[1]/narrative: 1 in the first, 2 in the second",
    ] == difference(left, right)


# What is accounted for.

XML = activity(
    "<iati-identifier>X-1</iati-identifier>"
    '<recipient-country code="UG" percentage="050.0"/>'
    '<budget type="1"><period-start iso-date="2020-01-01Z"/><value currency="EUR" value-date="n/a">1.50</value></budget>'
    '<result type="1"><indicator measure="1" ascending="true"><baseline year="2019" value="3"/></indicator></result>'
    '<odd><thing at="7">words</thing></odd>',
    'default-currency="EUR"',
)
BUDGET = Budget(
    "2020-01-01/..",
    type="1",
    value=Money("1.5", "EUR"),
    extras=Extras(
        raw=[
            Raw(at="period-start", name="@iso-date", xml="2020-01-01Z"),
            Raw(at="value", name="@value-date", xml="n/a"),
        ]
    ),
)
RESULT = Output(
    indicators=Indicator(measure="1", direction="increase", baselines=Baseline(3, date="2019")),
)
PROJECT = Project(
    identifier="X-1",
    default_currency="EUR",
    countries=Country("UG", percentage=50),
    budgets=BUDGET,
    chain=RESULT,
    extras=Extras(raw=Raw(at="", name="odd", xml='<odd><thing at="7">words</thing></odd>', index=0)),
)
VERSION = Issue(code="x", severity=Severity.INFO, message="the file is of version '2.03'")


def test_what_is_held_kept_or_named_is_accounted_for() -> None:
    """Values in fields, codes that a class or direction stands for, spellings kept raw, words in the report."""
    assert [] == unaccounted(XML, [PROJECT], [VERSION])
    assert [] == unaccounted(XML, [PROJECT], [], {"version": "2.03"})


@pytest.mark.parametrize(
    ("path", "value", "lost"),
    [
        ("identifier", None, ("iati-identifier/text()", "X-1")),
        ("countries[0].percentage", None, ("recipient-country/@percentage", "050.0")),
        ("budgets[0].value", Money("1.51", "EUR"), ("budget/value/text()", "1.50")),
        ("chain[0].indicators[0].baselines[0].date", None, ("result/indicator/baseline/@year", "2019")),
        ("chain[0].indicators[0].direction", None, ("result/indicator/@ascending", "true")),
    ],
)
def test_what_is_lost_is_found(path: str, value: object, lost: tuple[str, str]) -> None:
    """A value that no object holds is named with its place."""
    expected = Leaf(f"iati-activity[1]/{lost[0]}", lost[1])

    assert [expected] == unaccounted(XML, [PROJECT.replaced(path, value)], [VERSION])


def test_a_value_counts_as_often_as_it_is_held() -> None:
    """Two sectors of one code are two values."""
    xml = activity('<recipient-country code="UG"/><recipient-country code="UG"/>')

    assert [Leaf("iati-activity[1]/recipient-country[2]/@code", "UG")] == unaccounted(
        xml, [Project(countries="UG")], [VERSION]
    )


def test_each_activity_is_looked_for_in_its_own_project() -> None:
    """What another project holds does not count."""
    xml = XML.replace(
        b"</iati-activities>", b"<iati-activity><iati-identifier>Y</iati-identifier></iati-activity></iati-activities>"
    )

    assert [Leaf("iati-activity[2]/iati-identifier/text()", "Y")] == unaccounted(xml, [PROJECT], [VERSION])
    assert [] == unaccounted(xml, [PROJECT, Project(identifier="Y")], [VERSION])


def test_a_number_in_the_report_is_the_whole_number() -> None:
    """That the report speaks of 150 says nothing of 50 or 15."""
    xml = activity('<recipient-country percentage="50"/>')
    issues = [VERSION, Issue(code="x", severity=Severity.INFO, path="[0].countries[0]", message="150 is too much")]

    assert [Leaf("iati-activity[1]/recipient-country/@percentage", "50")] == unaccounted(xml, [Project()], issues)
    issues[1] = Issue(code="x", severity=Severity.INFO, path="[0].countries[0]", message="'50' is too much")
    assert [] == unaccounted(xml, [Project()], issues)


def test_an_upgraded_project_holds_the_codes_of_today() -> None:
    """Where the report does not speak of an upgrade, a letter is lost if no object holds it."""
    xml = activity(
        '<transaction><transaction-type code="D"/></transaction><activity-date iso-date="2011-01-01 00:00:00"/>'
    )
    projects = [Project(transactions=Transaction(type="3"), dates=ProjectDate("2011-01-01"))]
    upgraded = Issue(code="iati.upgraded", severity=Severity.INFO, path="[0]", message="of 1.0x")

    assert [] == unaccounted(xml, projects, [VERSION, upgraded])
    assert ["D", "2011-01-01 00:00:00"] == [leaf.value for leaf in unaccounted(xml, projects, [VERSION])]
