"""Raw content goes back where it stood, as long as the fields still say what they said."""

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from aidmodel import (
    Budget,
    DateSpan,
    Extras,
    Header,
    Location,
    Money,
    Point,
    Project,
    ProjectDate,
    Raw,
    Text,
    read_iati,
    write_iati,
)
from aidmodel.io.iati.raw import is_name
from iati_leaves import canonical, difference


def file(inside: str, attributes: str = "") -> bytes:
    """Give a file of one activity."""
    return (
        f'<iati-activities version="2.03" xmlns:x="urn:x"><iati-activity{attributes}>{inside}</iati-activity>'
        "</iati-activities>"
    ).encode()


def read(inside: str, attributes: str = "") -> Project:
    """Read the one activity of a file."""
    return read_iati(file(inside, attributes)).one()


def assert_written(expected: str, project: Project, attributes: str = "") -> None:
    """Check what a project is written as, and that nothing is named as lost."""
    written = write_iati(project)

    assert [] == difference(canonical(file(expected, attributes)), canonical(written.data))
    assert [] == [str(issue) for issue in written.report]


def budgeted(change: Callable[[Budget], Budget], inside: str) -> Project:
    """Read an activity with one budget, and change that."""
    project = read(f"<budget>{inside}</budget>", ' default-currency="CAD"')
    return evolve(project, budgets=[change(project.budgets[0])])


def same(budget: Budget) -> Budget:
    """Change nothing."""
    return budget


def assert_budget(expected: str, project: Project) -> None:
    """Check what the one budget is written as."""
    assert_written(f"<budget>{expected}</budget>", project, ' default-currency="CAD"')


PIECES = [
    '<period-start iso-date="n/a"/><period-end iso-date="2020-12-31"/>',
    '<period-start iso-date="2020-01-01Z"/>',
    '<period-start iso-date="2020-12-31"/><period-end iso-date="2020-01-01"/>',
    '<value currency="CAD" value-date="2020-01-01">4 000</value>',
    '<value currency="CAD" value-date="2020-02-30">4000</value>',
    '<value currency="dollars">4000</value>',
    "<value>n/a</value>",
    '<value currency="EUR"/>',
    "<value/>",
    "<value/><value>1</value>",
    "<value>1</value><value>2</value>",
    "<value>1<b/></value>",
    "words<value>1</value>more words",
    "<unknown>a<b/>c</unknown><unknown/>",
    '<x:b x:c="1" xmlns:x="urn:x"/><value>1</value>',
]


@pytest.mark.parametrize("inside", PIECES)
def test_what_nobody_changed_goes_back(inside: str) -> None:
    """Typed or not, half of it or all of it."""
    assert_budget(inside, budgeted(same, inside))


@pytest.mark.parametrize(
    ("inside", "change", "expected"),
    [
        (  # the amount was mended
            "<value>4 000</value>",
            lambda budget: evolve(budget, value=Money(4000, "CAD")),
            "<value>4000</value>",
        ),
        (  # the span was filled
            '<period-start iso-date="n/a"/><period-end iso-date="2020-12-31"/>',
            lambda budget: evolve(budget, span=DateSpan("2020-01-01", "2020-12-31")),
            '<period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>',
        ),
        (  # the other end was changed, and nobody knows what the words would mean now
            '<period-start iso-date="n/a"/><period-end iso-date="2020-12-31"/>',
            lambda budget: evolve(budget, span=DateSpan(None, "2021-12-31")),
            '<period-end iso-date="2021-12-31"/>',
        ),
        (  # a reversed span was put right
            '<period-start iso-date="2020-12-31"/><period-end iso-date="2020-01-01"/>',
            lambda budget: evolve(budget, span=DateSpan("2020-01-01", "2020-12-31")),
            '<period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>',
        ),
        (  # another day: its zone goes
            '<value value-date="2020-01-01Z">1</value>',
            lambda budget: evolve(budget, value_date="2020-01-02"),
            '<value value-date="2020-01-02">1</value>',
        ),
        (  # another field of the same element: its zone stays
            '<value value-date="2020-01-01Z">1</value>',
            lambda budget: evolve(budget, value=Money(2, "CAD")),
            '<value value-date="2020-01-01Z">2</value>',
        ),
        (  # the day was taken out: no spelling of it comes back
            '<value value-date="2020-01-01Z">1</value>',
            lambda budget: evolve(budget, value_date=None),
            "<value>1</value>",
        ),
        (  # an empty element was filled
            "<value/>",
            lambda budget: evolve(budget, value=Money(4000, "CAD")),
            "<value>4000</value>",
        ),
        (  # the raw content was thrown away
            "<value>n/a</value><unknown/>",
            lambda budget: evolve(budget, extras=None),
            "",
        ),
        (  # the first is still there, and so is the second
            "<value>1</value><value>2</value>",
            lambda budget: evolve(budget, value=Money(3, "CAD")),
            "<value>3</value><value>2</value>",
        ),
    ],
)
def test_what_was_stated_since_stands(inside: str, change: Callable[[Budget], Budget], expected: str) -> None:
    """The spelling of a field comes back as long as the field says what was read of it."""
    assert_budget(expected, budgeted(change, inside))


def test_an_element_of_several_keeps_its_place() -> None:
    """A listing that could not be read stands between the two that could."""
    inside = '<default-aid-type code="A"/><default-aid-type vocabulary="2"/><default-aid-type code="B"/>'

    assert_written(inside, read(inside))


def test_places_in_the_order_of_the_standard() -> None:
    """What was blank and is put back stands where the schema wants it."""
    inside = "<iati-identifier>a</iati-identifier><title/><activity-status/><budget/>"
    written = write_iati(read(inside)).data.decode()
    places = [written.index(f"<{tag}") for tag in ("iati-identifier", "title", "activity-status", "budget")]

    assert sorted(places) == places


def test_pieces_of_narratives_and_texts() -> None:
    """Attributes and words inside a text, each at its own narrative."""
    inside = '<title x:a="1">stray<narrative x:b="2">One</narrative><narrative xml:lang="fr" c="3">Un<i/></narrative></title>'

    assert_written(inside, read(inside))


def test_a_foreign_prefix_of_the_root_is_used() -> None:
    """It is declared once, on the root."""
    loaded = read_iati(file('<budget x:a="1"><x:b/></budget>', ' x:c="2"'))
    written = write_iati(loaded.value, header=loaded.header).data.decode()

    assert 'xmlns:x="urn:x"' in written
    assert 'x:a="1"' in written
    assert 'x:c="2"' in written


def test_a_free_prefix_is_found() -> None:
    """Where the root has ns0 and ns1 for others, what is foreign has ns2."""
    raw = [Raw(at="", name="@{urn:a}b", xml="1"), Raw(at="", name="@{urn:c}d", xml="2")]
    header = Header(format="IATI", namespaces=[("ns1", "urn:c"), ("ns0", "urn:other")])
    written = write_iati(Project(extras=Extras(raw=raw)), header=header)

    assert '<iati-activity xmlns:ns2="urn:a" ns2:b="1" ns1:d="2"/>' in written.data.decode()


def test_a_position_in_its_own_spelling() -> None:
    """It comes back for the same position, and for no other."""
    inside = "<location><point><pos>+4.60  7.</pos></point></location>"
    project = read(inside)
    moved = evolve(project, locations=Location(point=evolve(project.locations[0].point or Point(), latitude=5)))

    assert_written(inside, project)
    assert_written("<location><point><pos>5 7</pos></point></location>", moved)


def test_a_type_of_date_that_is_none() -> None:
    """It is kept while kind and edge are as they were."""
    project = read('<activity-date type="7" iso-date="2020-01-01"/>')
    typed = evolve(project, dates=[evolve(project.dates[0], kind="actual", edge="end")])

    assert_written('<activity-date type="7" iso-date="2020-01-01"/>', project)
    assert_written('<activity-date type="4" iso-date="2020-01-01"/>', typed)
    assert ProjectDate(dt.date(2020, 1, 1), kind="actual", edge="end") == evolve(typed.dates[0], extras=None)


@pytest.mark.parametrize(
    "raw",
    [
        Raw(at="", name="a", xml="words", index=0),
        Raw(at="", name="a", xml="<a", index=0),
        Raw(at="", name="a", xml="<a/><a/>", index=0),
        Raw(at="", name="a", xml="<a>\x01</a>", index=0),
        Raw(at="", name="{urn:x}a", xml="<a", index=0),
        Raw(at="", name="{urn:x}a", xml="words", index=0),
        Raw(at="", name="{urn:x}a", xml="<x:a/>", index=0),
        Raw(at="", name="{urn:x}a", xml="<!DOCTYPE a><a xmlns='urn:x'/>", index=0),
        Raw(at="", name="{urn:x}a", xml="<b/>", index=0),
        Raw(at="", name="#x", xml="words"),
        Raw(at="", name="{urn:x}a", xml="<a xmlns='urn:x'>&nbsp;</a>", index=0),
        Raw(at="", name="{urn:x}a", xml="<x:a xmlns:x='urn:x'/></iati-activity><iati-activity>", index=0),
        Raw(at="", name="@a b", xml="1"),
        Raw(at="", name="@{urn:x}a b", xml="1"),
        Raw(at="", name="@{urn:x", xml="1"),
        Raw(at="", name="@xmlns", xml="urn:x"),
        Raw(at="", name="@{http://www.w3.org/2000/xmlns/}x", xml="urn:x"),
        Raw(at="title", name="@a", xml="1"),
        Raw(at="budget[0]/value", name="@a", xml="1"),
        Raw(at="a[b", name="@a", xml="1"),
    ],
    ids=lambda raw: f"{raw.at} {raw.name} {raw.xml[:20]!r}",
)
def test_what_is_no_piece_of_xml_is_named(raw: Raw) -> None:
    """Made by hand, or in a place that has gone: it is not written, and the report says so; the rest is."""
    written = write_iati(Project(identifier="a", extras=Extras(raw=raw)))

    assert ["[0].extras"] == [issue.path for issue in written.report]
    assert ["iati.not-written"] == [issue.code for issue in written.report]
    assert (Project(identifier="a"),) == read_iati(written.data).value


def test_control_characters_are_named_beside_raw_content() -> None:
    """An object with raw content is written in another way, and nothing is lost there unnamed."""
    written = write_iati(Project(title="a\x01", extras=Extras(raw=Raw(at="", name="a", xml="<a/>", index=0))))

    assert ["[0].title"] == [issue.path for issue in written.report]
    assert Text("a\ufffd") == read_iati(written.data).one().title


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("a", True),
        ("a-b.c_1", True),
        ("é", True),
        ("_a", True),
        ("1a", False),
        ("a b", False),
        ("", False),
        ("xmlns", False),
        ("a:b", False),
    ],
)
def test_names(word: str, *, is_one: bool) -> None:
    """What a prefix may be called."""
    assert is_one is is_name(word)
