"""The quick reader takes what is written as the standard has it, and leaves all else to the careful one."""

import pickle
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from aidmodel import (
    Budget,
    Code,
    DateSpan,
    Funder,
    Impact,
    Money,
    OrganisationRole,
    OtherResult,
    Outcome,
    Output,
    Participant,
    Project,
    ReportingOrganisation,
    Result,
    ResultsChain,
    Text,
    read_iati,
)
from aidmodel.io.iati import read_careful, read_quick
from aidmodel.io.iati.plan import Plan, activity
from aidmodel.io.iati.reading import Reading


def plan_of(tag: str) -> Plan:
    """Give the plan of an element of the activity."""
    return activity() if tag == "iati-activity" else activity().nodes[tag].plan


def quick(xml: str, currency: str | None = None) -> object:
    """Read an element with the quick reader alone."""
    element = ET.fromstring(xml)  # noqa: S314
    reading = Reading()
    reading.currency = currency
    thing: object = read_quick.reader(plan_of(element.tag))(element, reading)
    assert [] == reading.found
    return thing


CLEAN = [
    ("<iati-activity/>", Project()),
    ("<iati-activity>\n  <iati-identifier> a </iati-identifier>\n</iati-activity>", Project(identifier="a")),
    (
        "<iati-activity><title><narrative>a</narrative><narrative xml:lang='fr'> b </narrative></title></iati-activity>",
        Project(title=Text([(None, "a"), ("fr", "b")])),
    ),
    ("<iati-activity><title><narrative/></title></iati-activity>", Project(title=Text([(None, "")]))),
    (
        (
            "<iati-activity default-currency='EUR'><budget type='1' status='2'><period-start iso-date='2020-01-01'/>"
            "<period-end iso-date='2020-12-31'/><value>5</value></budget></iati-activity>"
        ),
        Project(
            default_currency="EUR",
            budgets=Budget(DateSpan("2020-01-01", "2020-12-31"), value=Money(5, "EUR"), type="1", status="2"),
        ),
    ),
    (
        "<iati-activity><default-aid-type code='A'/><default-aid-type code='B' vocabulary='2'/></iati-activity>",
        Project(default_aid_types=[Code("A"), Code("B", "2")]),
    ),
    (
        "<iati-activity><result type='1'/><result type='2'/><result type='3'/><result type='9'/><result/></iati-activity>",
        Project(chain=ResultsChain([Output(), Outcome(), Impact(), OtherResult(), Result()])),
    ),
    ("<iati-activity><conditions attached='1'/></iati-activity>", Project(conditions_attached=True)),
    ("<participating-org role='1' ref='a'/>", Funder(ref="a")),
    ("<participating-org role='4' ref='a'/>", Participant(ref="a", role=OrganisationRole.IMPLEMENTING)),
    ("<participating-org role='77'/>", Participant(role=Code("77"))),
]


@pytest.mark.parametrize(("xml", "thing"), CLEAN, ids=range(len(CLEAN)))
def test_what_is_clean_is_read_quickly(xml: str, thing: object) -> None:
    """Equal to what the constructor makes, of the same class, with the same hash, and pickled alike."""
    read = quick(xml)

    assert thing == read
    assert type(thing) is type(read)
    assert hash(thing) == hash(read)
    assert repr(thing) == repr(read)
    assert thing == pickle.loads(pickle.dumps(read))  # noqa: S301


@pytest.mark.parametrize(
    "xml",
    [
        "<iati-activity unknown='1'/>",
        "<iati-activity xmlns:x='urn:x' x:a='1'/>",
        "<iati-activity hierarchy='one'/>",
        "<iati-activity hierarchy=''/>",
        "<iati-activity>words</iati-activity>",
        "<iati-activity><title/></iati-activity>",
        "<iati-activity><title><narrative>a</narrative></title> words</iati-activity>",
        "<iati-activity><title>words<narrative>a</narrative></title></iati-activity>",
        "<iati-activity><title a='1'><narrative>a</narrative></title></iati-activity>",
        "<iati-activity><title><narrative a='1'>a</narrative></title></iati-activity>",
        "<iati-activity><title><narrative xml:lang=''>a</narrative></title></iati-activity>",
        "<iati-activity><title><narrative>a<b/></narrative></title></iati-activity>",
        "<iati-activity><title><narrative>a</narrative>words</title></iati-activity>",
        "<iati-activity><title><narrative>a</narrative></title><title><narrative>b</narrative></title></iati-activity>",
        "<iati-activity><iati-identifier/></iati-activity>",
        "<iati-activity><iati-identifier>a</iati-identifier><iati-identifier>b</iati-identifier></iati-activity>",
        "<iati-activity><iati-identifier>a<b/></iati-identifier></iati-activity>",
        "<iati-activity><activity-status/></iati-activity>",
        "<iati-activity><activity-status code='2' a='1'/></iati-activity>",
        "<iati-activity><default-aid-type/></iati-activity>",
        "<iati-activity><default-aid-type code='A'>words</default-aid-type></iati-activity>",
        "<iati-activity><conditions/></iati-activity>",
        "<iati-activity><conditions attached='1'><b/></conditions></iati-activity>",
        "<iati-activity><unknown/></iati-activity>",
        "<iati-activity><x:foreign xmlns:x='urn:x'/></iati-activity>",
        "<budget><value>5</value></budget>",
        "<budget><value currency='EUR'/></budget>",
        "<budget><value currency='eur'>5</value></budget>",
        "<budget><value currency='EUR'>5,0</value></budget>",
        "<budget><value currency='EUR'>5e1</value></budget>",
        "<budget><period-start/></budget>",
        "<budget><period-start iso-date='2020-01-01Z'/></budget>",
        "<budget><period-start iso-date='2020-01-02'/><period-end iso-date='2020-01-01'/></budget>",
        "<result type='7'/>",
        "<result/>",
        "<participating-org ref='a'/>",
        "<activity-date type='7'/>",
        "<location><point><pos>1 2</pos></point><point/></location>",
    ],
)
def test_what_is_not_clean_is_left_to_the_careful_one(xml: str) -> None:
    """A KeyError, before anything is built of the element."""
    with pytest.raises(KeyError):
        quick(xml)


@pytest.mark.parametrize("missing", ["type", "iso-date"])
def test_what_must_be_there_and_is_not_is_left_to_the_careful_one(missing: str) -> None:
    """The element alone; it is read all the same, and nothing is to be said of it."""
    stated = {"type": "1", "iso-date": "2020-01-01"}
    del stated[missing]
    inside = "".join(f" {name}='{value}'" for name, value in stated.items())
    reading = Reading()
    tree = ET.fromstring(f"<iati-activity><activity-date{inside}/><tag/></iati-activity>")  # noqa: S314
    project = read_quick.reader(activity())(tree, reading)

    assert {tree[0], tree[1]} == set(reading.made)
    assert [] == reading.found
    assert (reading.made[tree[0]],) == project.dates


def test_only_the_element_that_is_not_clean_is_left() -> None:
    """Those around it are read quickly, with what the careful reader made of it inside."""
    xml = "<iati-activity default-currency='CAD'><budget><value>n/a</value></budget><budget><value>5</value></budget></iati-activity>"
    reading = Reading()
    project = read_quick.reader(activity())(ET.fromstring(xml), reading)  # noqa: S314

    assert [None, Money(5, "CAD")] == [budget.value for budget in project.budgets]
    assert [(project.budgets[0], "value", "iati.not-a-number")] == [found[:3] for found in reading.found]


def test_the_currency_is_that_of_the_activity() -> None:
    """And of no activity before it."""
    reading = Reading()
    read_quick.activity(activity(), ET.fromstring("<iati-activity default-currency='CAD'/>"), reading)  # noqa: S314
    assert "CAD" == reading.currency
    read_quick.activity(activity(), ET.fromstring("<iati-activity/>"), reading)  # noqa: S314
    assert None is reading.currency
    assert Money(Decimal(5), "CAD") == getattr(quick("<budget><value>5</value></budget>", "CAD"), "value", None)


def test_a_reader_is_made_once() -> None:
    """For each plan."""
    assert read_quick.reader(activity()) is read_quick.reader(activity())


def test_organisations_of_other_attributes_are_others() -> None:
    """What is remembered of one file is told apart by every attribute and word: "en" is a language here, a name there."""
    activities = (
        b'<iati-activity><reporting-org ref="a"><narrative xml:lang="en">B</narrative></reporting-org></iati-activity>'
        b'<iati-activity><reporting-org ref="a" en="B"/></iati-activity>'
    )
    read = read_iati(b'<iati-activities version="2.03">' + activities + b"</iati-activities>")
    first, second = (project.reporting for project in read.value)

    assert ReportingOrganisation({"en": "B"}, ref="a") == first
    assert second is not None
    assert not second.name
    assert ["iati.unknown-attribute"] == [issue.code for issue in read.report]


def test_what_is_in_order_is_never_read_carefully(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in a quick function would cost time alone, and nobody would see it: the careful one gives the same."""
    monkeypatch.setattr(read_careful, "_Careful", None)
    path = Path(__file__).parents[3] / "data" / "iati" / "full-2.03.xml"

    assert 2 == len(read_iati(path).value)
