"""The quick writer writes what holds nothing out of the ordinary, and leaves all else to the careful one."""

from decimal import localcontext
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from aidmodel import (
    Activity,
    Budget,
    Code,
    Contact,
    Description,
    Direction,
    Document,
    Extras,
    Forecast,
    Funder,
    Indicator,
    LoanStatus,
    Location,
    Money,
    Outcome,
    Output,
    Participant,
    Period,
    Point,
    Project,
    ProjectDate,
    Raw,
    RelatedProject,
    ReportingOrganisation,
    Sector,
    Target,
    Text,
    Transaction,
)
from aidmodel.io.iati import write_careful, write_quick
from aidmodel.io.iati.plan import Plan, activity
from aidmodel.io.iati.writing import Writing
from aidmodel.model.element import Element


def plan_of(path: str) -> Plan:
    """Give the plan of an element, by the tags that lead to it; '' is the activity."""
    plan = activity()
    for tag in filter(None, path.split("/")):
        plan = plan.nodes[tag].plan
    return plan


def lines(path: str, thing: Element, depth: int = 0) -> list[str]:
    """Write an object quickly, and check that the careful writer writes the same."""
    out: list[str] = []
    careful: list[str] = []
    state, other = Writing({}), Writing({})
    write_quick.writer(plan_of(path), depth)(thing, out, state)
    write_careful.write(plan_of(path), depth, thing, careful, other)
    assert "".join(careful) == "".join(out)
    assert [] == state.lost == other.lost
    return "".join(out).splitlines()


@pytest.mark.parametrize(
    ("path", "thing", "expected"),
    [
        ("", Project(), ["<iati-activity/>"]),
        (
            "",
            Project(identifier='a & "b"'),
            ["<iati-activity>", '  <iati-identifier>a &amp; "b"</iati-identifier>', "</iati-activity>"],
        ),
        (
            "",
            Project(title=Text([("en", "a<b"), (None, "")])),
            [
                "<iati-activity>",
                "  <title>",
                '    <narrative xml:lang="en">a&lt;b</narrative>',
                "    <narrative/>",
                "  </title>",
                "</iati-activity>",
            ],
        ),
        (
            "budget",
            Budget("2020-01-01/2020-12-31", value=Money("5.00", "CAD"), value_date="2020-01-02", type="1"),
            [
                '<budget type="1">',
                '  <period-start iso-date="2020-01-01"/>',
                '  <period-end iso-date="2020-12-31"/>',
                '  <value currency="CAD" value-date="2020-01-02">5.00</value>',
                "</budget>",
            ],
        ),
        ("participating-org", Funder(ref='a "b"'), ['<participating-org ref="a &quot;b&quot;" role="1"/>']),
        ("participating-org", Participant(role=Code("77")), ['<participating-org role="77"/>']),
        (
            "contact-info",
            Contact(telephones=["1", "2"], emails="a@example.org"),
            [
                "<contact-info>",
                "  <telephone>1</telephone>",
                "  <telephone>2</telephone>",
                "  <email>a@example.org</email>",
                "</contact-info>",
            ],
        ),
        (
            "location/point",
            Point("4.60", "-74.08"),
            ["<point>", "  <pos>4.60 -74.08</pos>", "</point>"],
        ),
        ("result", Outcome(), ['<result type="2"/>']),
        ("result/indicator", Indicator(direction="decrease"), ['<indicator ascending="0"/>']),
        ("result/indicator/period/target", Target(stated="low"), ['<target value="low"/>']),
        ("result/indicator/period/target", Target("1E+3"), ['<target value="1000"/>']),
        (
            "activity-date",
            ProjectDate("2020-01-01", kind="planned", edge="end"),
            ['<activity-date iso-date="2020-01-01" type="3"/>'],
        ),
        (
            "transaction",
            Transaction(aid_types=[Code("A"), Code("B", "2")]),
            ["<transaction>", '  <aid-type code="A"/>', '  <aid-type code="B" vocabulary="2"/>', "</transaction>"],
        ),
    ],
    ids=str,
)
def test_what_is_written(path: str, thing: Element, expected: list[str]) -> None:
    """In the standard's order, two blanks a level."""
    assert sorted(expected[0].split()) == sorted(lines(path, thing)[0].split())
    assert expected[1:] == lines(path, thing)[1:]


def test_depth_is_white_space() -> None:
    """Two blanks for each level."""
    assert ["      <budget>", '        <value currency="CAD">5</value>', "      </budget>"] == lines(
        "budget", Budget(value=Money(5, "CAD")), 3
    )


@pytest.mark.parametrize(
    ("path", "thing"),
    [
        ("", Project(fund_year=2017)),
        ("", Project(chain=Activity(title="a"))),
        ("budget", Budget("2020-02/2020-03")),
        ("crs-add/loan-status", LoanStatus(interest_received=Money(1, "EUR"), interest_arrears=Money(1, "CAD"))),
        ("result/indicator", Indicator(direction=Direction.RANGE)),
        ("result/indicator", Indicator(measure="ratio")),
        ("result/indicator", Indicator(limitations="few")),
        ("participating-org", Funder(contribution=Money(1, "EUR"))),
        ("result/indicator/period/target", Target(minimum=1)),
        ("transaction/sector", Sector("1", percentage=50)),
        ("location/point", Point(1, None)),
        ("document-link", Document(categories=Code("A01", "9"))),
    ],
    ids=str,
)
def test_what_is_out_of_the_ordinary_is_left_to_the_careful_one(
    path: str, thing: Element, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which is called with the same, after all that was written of it has been taken back."""
    asked: list[tuple[Any, ...]] = []

    def write(*given: Any) -> None:
        asked.append((given[0], given[1], given[2], [*given[3]]))

    write_quick.writer.cache_clear()
    monkeypatch.setattr(write_careful, "write", write)
    try:
        write_quick.writer(plan_of(path), 2)(thing, ["before"], Writing({}))
    finally:
        write_quick.writer.cache_clear()

    assert [(plan_of(path), 2, thing, ["before"])] == asked


def test_only_the_object_that_is_out_of_the_ordinary_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those around it are written quickly."""
    asked: list[object] = []

    def write(_: Plan, __: int, thing: object, out: list[str], ___: Writing) -> None:
        asked.append(thing)
        out.append("(it)\n")

    write_quick.writer.cache_clear()
    monkeypatch.setattr(write_careful, "write", write)
    odd = Period(targets=[Target(minimum=1)])
    project = Project(chain=Output(indicators=Indicator(periods=[odd, Period()])))
    out: list[str] = []
    try:
        write_quick.writer(activity(), 0)(project, out, Writing({}))
    finally:
        write_quick.writer.cache_clear()

    assert [odd.targets[0]] == asked
    assert "      <period>\n(it)\n      </period>\n      <period/>\n" in "".join(out)


class Partner(Participant):  # type: ignore[misc]  # it is final, which nothing enforces
    """A class of another package."""


def test_a_class_that_the_standard_does_not_know_is_left_to_the_careful_one() -> None:
    """Which writes what is known of it, and says so."""
    out: list[str] = []
    state = Writing({})

    write_quick.writer(plan_of("participating-org"), 0)(Partner(ref="CA-3"), out, state)

    assert ['<participating-org ref="CA-3"/>\n'] == out
    assert ["is a Partner, and is written as what IATI has here"] == [lost.message for lost in state.lost]


@pytest.mark.parametrize(
    ("path", "thing", "raw", "expected"),
    [
        ("budget", Budget(), ["<x:a xmlns:x='urn:x'/>"], ["<budget>", "  <x:a/>", "</budget>"]),
        (
            "budget",
            Budget(value=Money(5, "CAD")),
            ["<x:a xmlns:x='urn:x'/>", "<x:b xmlns:x='urn:x'>1</x:b>"],
            ["<budget>", '  <value currency="CAD">5</value>', "  <x:a/>", "  <x:b>1</x:b>", "</budget>"],
        ),
        (
            "description",
            Description("two\nlines", type="1"),
            ["<x:a xmlns:x='urn:x'/>"],
            [
                '<description type="1">',
                "  <narrative>two",
                "lines</narrative>",
                "  <x:a/>",
                "</description>",
            ],
        ),
        (
            "fss/forecast",
            Forecast(value=Money(5, "CAD"), year=2020),
            ["<x:a xmlns:x='urn:x'/>"],
            ['<forecast year="2020" currency="CAD">5<x:a/></forecast>'],
        ),
        (
            "related-activity",
            RelatedProject("a>b", type="1"),
            ["<unknown/>"],
            ['<related-activity ref="a&gt;b" type="1"><unknown/></related-activity>'],
        ),
    ],
    ids=str,
)
def test_raw_content_is_put_back_into_what_is_written_quickly(
    path: str, thing: Element, raw: list[str], expected: list[str]
) -> None:
    """Foreign elements follow on the others, as the careful writer has them."""
    pieces = [Raw(at="", name=ET.fromstring(xml).tag, xml=xml, index=0) for xml in raw]  # noqa: S314
    kept = evolve(thing, extras=Extras(raw=pieces))
    out: list[str] = []
    careful: list[str] = []
    state, other = Writing({"urn:x": "x"}), Writing({"urn:x": "x"})

    write_quick.writer(plan_of(path), 0)(kept, out, state)
    write_careful.write(plan_of(path), 0, kept, careful, other)

    assert expected == "".join(out).splitlines()
    assert "".join(careful) == "".join(out)
    assert [] == state.lost == other.lost


def test_own_fields_are_named_by_the_quick_one_too() -> None:
    """IATI has no place for them."""
    out: list[str] = []
    state = Writing({})
    budget = Budget(type="1", extras={"org:a": 1})

    write_quick.writer(plan_of("budget"), 0)(budget, out, state)

    assert '<budget type="1"/>\n' == "".join(out)
    assert [(budget, "extras", "iati.not-written", "holds org:a, which IATI has no place for")] == state.lost


def test_extras_do_not_keep_an_object_from_being_written_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The careful writer is not called."""
    write_quick.writer.cache_clear()
    monkeypatch.setattr(write_careful, "write", None)
    out: list[str] = []
    try:
        write_quick.writer(plan_of("budget"), 0)(Budget(extras={"org:a": 1}), out, Writing({}))
    finally:
        write_quick.writer.cache_clear()

    assert "<budget/>\n" == "".join(out)


@pytest.mark.parametrize(
    ("number", "text"), [("0.0000001", "0.0000001"), ("0.00000000000000000000", "0.00000000000000000000"), ("-5", "-5")]
)
@pytest.mark.parametrize("capitals", [0, 1])
def test_numbers_have_no_exponent(number: str, text: str, capitals: int) -> None:
    """Whichever letter the program has for exponents."""
    with localcontext() as context:
        context.capitals = capitals
        budget = lines("budget", Budget(value=Money(number, "EUR")))
        target = lines("result/indicator/period/target", Target(number))

    assert f'  <value currency="EUR">{text}</value>' == budget[1]
    assert [f'<target value="{text}"/>'] == target


@pytest.mark.parametrize("times", [1, 2])
def test_a_name_is_written_alike_each_time(times: int) -> None:
    """What is kept of it is what is written at first."""
    name = Text([("en", "A & B"), (None, ""), ("en", "A & B")])

    for _ in range(times):
        assert [
            '<reporting-org ref="a&quot;b">',
            '  <narrative xml:lang="en">A &amp; B</narrative>',
            "  <narrative/>",
            '  <narrative xml:lang="en">A &amp; B</narrative>',
            "</reporting-org>",
        ] == lines("reporting-org", ReportingOrganisation(name, ref='a"b'))


def test_a_function_is_made_when_it_is_needed() -> None:
    """Most files hold few of the elements that there are; what was made is kept."""
    write_quick.writer.cache_clear()
    write = write_quick.writer(activity(), 0)

    write(Project(identifier="a"), [], Writing({}))
    assert 1 == write_quick.writer.cache_info().currsize

    for _ in range(2):
        write(Project(budgets=Budget(type="1")), [], Writing({}))
    assert 2 == write_quick.writer.cache_info().currsize


def test_a_location_that_states_nothing_is_there() -> None:
    """An entry without content is an entry."""
    assert ["<iati-activity>", "  <location/>", "</iati-activity>"] == lines("", Project(locations=Location()))
