"""The library's own JSON: its exact text, what it refuses and where, and its schema."""

import difflib
import io
import json
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest
from jsonschema import Draft202012Validator

import aidmodel
from aidmodel import (
    Actual,
    Budget,
    Code,
    Currency,
    DateSpan,
    Duration,
    Extras,
    FiscalCalendar,
    Funder,
    Header,
    Impact,
    Indicator,
    InvalidValue,
    Issue,
    Loaded,
    Money,
    Organisation,
    Outcome,
    Output,
    PartialDate,
    Participant,
    Period,
    Point,
    Project,
    ProjectDate,
    ProjectStatus,
    Quantity,
    Raw,
    Report,
    Result,
    ResultsChain,
    Severity,
    Text,
    Unreadable,
    from_dict,
    from_json,
    json_schema,
    read_json,
    to_dict,
    to_json,
    write_json,
)

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "data" / "golden" / "v1"
FILES = sorted(GOLDEN.iterdir())
SECONDS = 20
"""Far above what is needed, on a slow machine too, and far below what a pattern that runs away would take."""
loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""


def head(**fields: Any) -> dict[str, Any]:
    """Give the plain data of a project."""
    return {"aidmodel": 1, "class": "Project", **fields}


def refusal(read: Callable[[], object]) -> InvalidValue | Unreadable:
    """Give the error that reading ends in."""
    with pytest.raises((InvalidValue, Unreadable)) as caught:
        read()
    assert isinstance(caught.value, InvalidValue | Unreadable)
    return caught.value


class TestText:
    """What is written, to the letter."""

    def test_a_small_project(self) -> None:
        """Version and class first, then what is stated, in the order of the class, one leaf on a line."""
        project = Project(
            fund_year=2017,
            identifier="CE.0373",
            title={"en": "Wells", "fr": "Puits"},
            dates={"stated": "2017/2018"},
            humanitarian=False,
            amounts={"total budget": "USD 100000.00"},
            chain=Output(title="Centers", indicators=Indicator(periods=Period("2017", actuals=[0, "1E+2"]))),
            extras={"org:x": None},
        )
        expected = """\
{
  "aidmodel": 1,
  "class": "Project",
  "identifier": "CE.0373",
  "title": [
    {
      "language": "en",
      "words": "Wells"
    },
    {
      "language": "fr",
      "words": "Puits"
    }
  ],
  "dates": [
    {
      "date": "2017",
      "kind": "stated",
      "edge": "start"
    },
    {
      "date": "2018",
      "kind": "stated",
      "edge": "end"
    }
  ],
  "humanitarian": false,
  "fund_year": 2017,
  "amounts": [
    {
      "value": {
        "amount": "100000.00",
        "currency": "USD"
      },
      "kind": "total budget"
    }
  ],
  "chain": [
    {
      "class": "Output",
      "title": "Centers",
      "indicators": [
        {
          "periods": [
            {
              "span": "2017-01-01/2017-12-31",
              "actuals": [
                {
                  "value": "0"
                },
                {
                  "value": "100"
                }
              ]
            }
          ]
        }
      ]
    }
  ],
  "extras": {
    "org:x": null
  }
}
"""

        assert expected == to_json(project)
        assert project == from_json(expected) == from_json(expected.encode())

    @pytest.mark.parametrize(
        ("thing", "data"),
        [
            (Project(), {"class": "Project"}),
            (Money("4000000.00", "CAD"), {"class": "Money", "amount": "4000000.00", "currency": "CAD"}),
            (Text("Wells"), {"class": "Text", "value": "Wells"}),
            (Text(), {"class": "Text", "value": []}),
            (Text([("en", "a"), ("en", "b")]), {"class": "Text", "value": [{"language": "en", "words": "a"}, {"language": "en", "words": "b"}]}),
            (PartialDate("2022-Q3"), {"class": "PartialDate", "value": "2022-Q3"}),
            (DateSpan("2021-09", None), {"class": "DateSpan", "value": "2021-09/.."}),
            (Duration("3.0", "years"), {"class": "Duration", "value": "3.0", "unit": "year"}),
            (Quantity(27, "people", "over"), {"class": "Quantity", "value": "27", "unit": "people", "qualifier": "over"}),
            (Code("15190", "1"), {"class": "Code", "code": "15190", "vocabulary": "1"}),
            (Extras({"b:y": [True], "a:x": {"k": "v"}}), {"class": "Extras", "a:x": {"k": "v"}, "b:y": [True]}),
            (ResultsChain(Output(id="a")), {"class": "ResultsChain", "value": [{"class": "Output", "id": "a"}]}),
            (Output(id="a"), {"class": "Output", "id": "a"}),
            (Result(id="a"), {"class": "Result", "id": "a"}),
            (Outcome(depth="immediate"), {"class": "Outcome", "depth": "immediate"}),
            (Organisation("GAC"), {"class": "Organisation", "name": "GAC"}),
            (Funder("GAC"), {"class": "Funder", "name": "GAC"}),
            (Participant(role="99"), {"class": "Participant", "role": {"code": "99"}}),
            (Participant("IOM"), {"class": "Participant", "name": "IOM"}),
            (ProjectDate("2024"), {"class": "ProjectDate", "date": "2024", "kind": "stated"}),
            (Point(), {"class": "Point"}),
            (Project(last_updated="2014-09-10T07:15:37.500+00:00"), {"class": "Project", "last_updated": "2014-09-10T07:15:37.5Z"}),
            (Project(last_updated="2014-09-10T07:15:37"), {"class": "Project", "last_updated": "2014-09-10T07:15:37"}),
            (Point("4.711", "-74.072"), {"class": "Point", "latitude": "4.711", "longitude": "-74.072"}),
            (FiscalCalendar.GAC, {"class": "FiscalCalendar", "start_month": 4, "label": "start", "style": "2023/24"}),
            (Currency.get("XXX"), None),
        ],
    )  # fmt: skip
    def test_any_class_of_the_model_has_a_form(self, thing: Any, data: dict[str, Any] | None) -> None:
        """With version and name; values that are no object stand under "value"."""
        if data is not None:
            assert {"aidmodel": 1, **data} == to_dict(thing)
        assert thing == from_dict(to_dict(thing), type(thing)) == from_json(to_json(thing), type(thing))

    @pytest.mark.parametrize("thing", [1, "x", None, {"a": 1}, Project, Severity.ERROR, Report(), Loaded(()), Issue(code="a", severity=Severity.INFO, message="b"), Header(format="a", version="1")])  # fmt: skip
    def test_other_objects_have_none(self, thing: object) -> None:
        """Reports and foreign objects are refused, not guessed at."""
        error = refusal(lambda: to_dict(thing))

        assert InvalidValue(thing, "must be an object of a class of the model") == error

    def test_several_projects(self) -> None:
        """A list under a name, from any iterable."""
        expected = '{\n  "aidmodel": 1,\n  "projects": [\n    {\n      "title": "A"\n    },\n    {}\n  ]\n}\n'

        assert expected == to_json([Project(title="A"), Project()]) == to_json(iter((Project(title="A"), Project())))
        assert '{\n  "aidmodel": 1,\n  "projects": []\n}\n' == to_json([])
        assert (Project(title="A"), Project()) == read_json(expected.encode()).value

    def test_one_changed_actual_changes_one_line(self) -> None:
        """That is what the format is made for."""
        before = read_json(GOLDEN / "full.json").one()
        after = before.replaced("chain[2].indicators[0].periods[0].actuals[0].value", 12)
        changes = [
            line
            for line in difflib.unified_diff(
                to_json(before).splitlines(), to_json(after).splitlines(), lineterm="", n=0
            )
            if not line.startswith(("---", "+++", "@@"))
        ]

        assert ['-                  "value": "11",', '+                  "value": "12",'] == changes

    def test_own_fields_are_written_in_the_order_of_their_names(self) -> None:
        """So that the same project is always the same text."""
        one, two = (
            Project(extras={"b:y": 1, "a:x": {"k": 1, "j": 2}}),
            Project(extras={"a:x": {"j": 2, "k": 1}, "b:y": 1}),
        )

        assert to_json(one) == to_json(two)

    def test_equal_text_is_equal_whatever_stood_in_the_way(self) -> None:
        """Quotes, backslashes, line ends and control characters are escaped, all else stands as it is."""
        words = 'a "b" \\ \n\r\t\x00\x1f\x7f é 漢 😀 \u2028'
        text = to_json(Project(title=words))

        assert '"a \\"b\\" \\\\ \\n\\r\\t\\u0000\\u001f\x7f é 漢 😀 \u2028"' in text
        assert Project(title=words) == from_json(text)
        assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


class TestGolden:
    """Files of version 1, which every later version reads and writes as they are."""

    def test_each_file_is_read_and_written_as_it_is(self, tmp_path: Path) -> None:
        """Reading and writing again gives the same bytes."""
        for file in FILES:
            loaded = read_json(file)
            target = tmp_path / file.name
            write_json(loaded.one() if file.name in ("full.json", "minimal.json") else loaded.value, target)

            assert file.read_bytes() == target.read_bytes()
            assert (Header(format="aidmodel JSON", version="1"), Report()) == (loaded.header, loaded.report)

    def test_what_had_to_be_stated_at_first_may_be_left_out(self) -> None:
        """A date without its kind is a stated one; it is written with its kind, as it always was."""
        data = head(dates=[{"date": "2024", "edge": "start"}])

        assert Project(dates=ProjectDate("2024", kind="stated", edge="start")) == from_dict(data)
        assert head(dates=[{"date": "2024", "kind": "stated", "edge": "start"}]) == to_dict(from_dict(data))

    def test_the_files_hold_what_they_say(self) -> None:
        """A few facts, looked up by hand."""
        full = read_json(GOLDEN / "full.json").one()
        two = read_json(GOLDEN / "two.jsonl").value

        assert Project() == read_json(GOLDEN / "minimal.json").one()
        assert two == read_json(GOLDEN / "several.json").value
        assert ("CE.0373", "usaid-integra") == tuple(project.identifier for project in two)
        assert ProjectStatus.FINALISATION is full.status
        assert (Money("4000000.00", "CAD"), "CA-3") == (
            full.funders[0].contribution,
            full.reporting and full.reporting.ref,
        )
        assert Duration("3.0", "years") == full.stated_duration
        assert (Actual(11, as_of="2023-08-31", source="IOM"),) == full.at(
            "chain[centres].indicators[0].periods[0].actuals"
        )[:1]
        assert DateSpan("2014", "2018") == full.alignments[0].span
        assert ["dignity"] == [node.id for node in full.chain.parents("services")]
        assert 'a "quoted" \\ line\nbreak' == full.at("extras[app:flags][3][deep][text]")
        assert Raw(at="chain[2]", name="@custom", xml="x", index=0) == full.at("extras.raw[0]")

    def test_every_field_is_used(self) -> None:
        """The full file holds each field of each class at least once, so that none can change its name unseen."""
        used: set[tuple[str, str]] = set()

        def look(thing: Any) -> None:
            if isinstance(thing, tuple):
                for item in thing:
                    look(item)
            elif attrs.has(type(thing)):
                for field in attrs.fields(type(thing)):
                    value = getattr(thing, field.name)
                    if value != field.default:
                        used.update((cls.__name__, field.name) for cls in type(thing).__mro__)
                    look(value)

        look(read_json(GOLDEN / "full.json").one())
        classes = [
            cls for cls in map(loosely.__getattribute__, aidmodel._HOMES) if isinstance(cls, type) and attrs.has(cls)
        ]
        wanted = {
            (cls.__name__, field.name)
            for cls in classes
            if cls.__module__.startswith("aidmodel.model.")
            for field in attrs.fields(cls)
            if not field.inherited
        }

        assert set() == wanted - used

    def test_files_are_utf8_with_line_feeds(self) -> None:
        """On every system."""
        for file in FILES:
            assert b"\r" not in file.read_bytes()
            assert file.read_bytes().decode().endswith("\n")
        assert "Bogotá".encode() in (GOLDEN / "full.json").read_bytes()


INDICATOR: dict[str, Any] = {"periods": [{}, {"targets": [{"value": 10}]}]}

WRONG = [
    ({"title": 12}, "title: must be words, or a list of words in languages, got 12"),
    ({"title": None}, "title: must be words, or a list of words in languages, got None"),
    ({"title": ["Wells"]}, 'title: must be an object with "words" and "language", got \'Wells\''),
    ({"title": [{"language": "en"}]}, 'title: must be an object with "words" and "language", got {\'language\': \'en\'}'),
    (
        {"title": [{"words": "a"}, {"language": "", "words": "b"}]},
        "title: must be a language tag, got ''; leave it out for the language of the project",
    ),
    ({"identifier": 373}, "identifier: must be a string, got 373"),
    ({"identifier": " "}, "identifier: must not be blank, got ' '; leave it out if it is not known"),
    ({"humanitarian": 1}, "humanitarian: must be true or false, got 1"),
    ({"humanitarian": "true"}, "humanitarian: must be true or false, got 'true'"),
    ({"fund_year": "2017"}, "fund_year: must be a whole number, got '2017'"),
    ({"fund_year": True}, "fund_year: must be a whole number, got True"),
    ({"fund_year": 2017.0}, "fund_year: must be a whole number, got 2017.0"),
    ({"fund_year": 10**30}, "fund_year: must be a whole number of at most 18 digits, got 'an integer of 100 bits'"),
    ({"last_modified": 20250919}, "last_modified: must be a date written as a string, got 20250919"),
    (
        {"last_modified": "19/09/2025"},
        ("last_modified: is no ISO date, got '19/09/2025'; "
        "write it as 2022-03-28, 2022-03, 2022-Q3 or 2022, or read it with parse_date"),
    ),
    ({"last_modified": "2025-02-30"}, "last_modified: is no day of the calendar, got '2025-02-30'; look at the month and the day"),
    (
        {"transactions": [{"date": "2022"}]},
        "transactions[0].date: must be a day, got '2022'; a year holds several: write the one that is meant, as in 2022-01-01",
    ),
    (
        {"last_updated": "2014-09-10"},
        ("last_updated: is no day and time, got '2014-09-10'; "
        'a day is no moment: write "2014-09-10T00:00:00" if its first second is meant'),
    ),
    ({"last_updated": 1410333337}, "last_updated: must be a date written as a string, got 1410333337"),
    ({"budgets": [{"span": 2022}]}, "budgets[0].span: must be a date written as a string, got 2022"),
    (
        {"budgets": [{"span": "2022"}]},
        'budgets[0].span: must be a span from a start to an end, got \'2022\'; write "2022/2022", or the first and last day',
    ),
    (
        {"budgets": [{}, {"span": "2023/2022"}]},
        ("budgets[1].span: is no span, as '2022' is before the start, 2023, got '2023/2022'; "
        "the earlier date comes first"),
    ),
    ({"budgets": {}}, "budgets: must be a list, got {}"),
    ({"budgets": ["2022"]}, "budgets[0]: must be a Budget, got '2022'; write an object"),
    ({"budgets": [{"value": "CAD 5"}]}, "budgets[0].value: must be a Money, got 'CAD 5'; write an object"),
    ({"budgets": [{"value": {"amount": "5"}}]}, 'budgets[0].value.currency: is missing from this Money, got {\'amount\': \'5\'}; write "currency"'),
    (
        {"budgets": [{"value": {"amount": 5, "currency": "CAD"}}]},
        'budgets[0].value.amount: must be a number written as a string, got 5; write "5"',
    ),
    (
        {"budgets": [{"value": {"amount": 5.5, "currency": "CAD"}}]},
        'budgets[0].value.amount: must be a number written as a string, got 5.5; write "5.5"',
    ),
    (
        {"budgets": [{"value": {"amount": "5,5", "currency": "CAD"}}]},
        'budgets[0].value.amount: must be a plain number, got \'5,5\'; write "5.5" if the comma is the decimal mark',
    ),
    (
        {"budgets": [{"value": {"amount": "NaN", "currency": "CAD"}}]},
        "budgets[0].value.amount: must be a plain number, got 'NaN'; digits, one point, no separators",
    ),
    (
        {"budgets": [{"value": {"amount": "5", "currency": "cad"}}]},
        "budgets[0].value.currency: must be a currency code of three capital letters, got 'cad'; write \"CAD\"",
    ),
    ({"stated_duration": {"value": "-3", "unit": "year"}}, "stated_duration.value: must not be negative, got Decimal('-3')"),
    ({"stated_duration": {"value": "3", "unit": "years"}}, "stated_duration.unit: must be one of year, month, day, got 'years'"),
    ({"status": "2"}, 'status: must be a term of ProjectStatus, got \'2\'; write "implementation"'),
    ({"status": "Closed"}, 'status: must be a term of ProjectStatus, got \'Closed\'; write "closed"'),
    ({"status": "implementaton"}, "status: must be one of ProjectStatus, got 'implementaton'; did you mean 'implementation'?"),
    (
        {"status": 2},
        ("status: must be one of ProjectStatus, got 2; "
        "one of pipeline, implementation, finalisation, closed, cancelled, suspended"),
    ),
    ({"status": {"code": 99}}, "status.code: must be a string, got 99"),
    ({"collaboration_type": "1"}, "collaboration_type: must be a Code, got '1'; write an object"),
    (
        {"participants": [{"class": "Participant", "role": "funding"}]},
        "participants[0].role: is the role of a Funder, got OrganisationRole.FUNDING; write Funder(...), which takes no role",
    ),
    (
        {"participants": [{"class": "Participant", "role": {"code": "1"}}]},
        "participants[0].role: is the role of a Funder, got Code('1'); write Funder(...), which takes no role",
    ),
    ({"participants": [{"name": "GAC"}]}, "participants[0].class: must name its class, got {'name': 'GAC'}; one of Participant, Funder"),
    (
        {"participants": [{"class": "Party"}]},
        "participants[0].class: is no class that may stand here, got 'Party'; one of Participant, Funder",
    ),
    ({"participants": ["GAC"]}, "participants[0]: must be Participant or Funder, got 'GAC'; write an object"),
    ({"reporting": {"class": "ReportingOrganisation"}}, "reporting.class: is no field of ReportingOrganisation, got 'ReportingOrganisation'; own fields stand under \"extras\""),
    ({"titel": "Wells"}, "titel: is no field of Project, got 'Wells'; did you mean 'title'?"),
    ({"zzz:zzz": 1}, 'zzz:zzz: is no field of Project, got 1; own fields stand under "extras"'),
    (
        {"chain": [{}]},
        ("chain[0].class: must name its class, got {}; "
        "one of Input, Activity, Result, Output, Outcome, Impact, OtherResult"),
    ),
    (
        {"chain": [{"class": "Node"}]},
        ("chain[0].class: is no class that may stand here, got 'Node'; "
        "one of Input, Activity, Result, Output, Outcome, Impact, OtherResult"),
    ),
    ({"chain": {"nodes": []}}, "chain: must be a list, got {'nodes': []}"),
    (
        {"chain": [{"class": "Output", "id": "a"}, {"class": "Output", "id": "a"}]},
        "chain[1].id: is the id of node 0 too, got 'a'; give each node its own",
    ),
    (
        {"chain": [{"class": "Outcome", "id": "services"}, {"class": "Output", "contributes_to": [{"to": "service"}]}]},
        "chain[1].contributes_to[0].to: links to a node that is not in the chain, got 'service'; did you mean 'services'?",
    ),
    (
        {"chain": [{"class": "Output"}, {"class": "Output"}, {"class": "Output", "indicators": [INDICATOR]}]},
        'chain[2].indicators[0].periods[1].targets[0].value: must be a number written as a string, got 10; write "10"',
    ),
    (
        {"chain": [{"class": "Output", "indicators": [{"baselines": [{"value": "0", "status": "missing"}]}]}]},
        ("chain[0].indicators[0].baselines[0].status: stands beside value, got ValueStatus.MISSING; "
        "give a number, or the words in its place, or why it is missing"),
    ),
    ({"extras": []}, "extras: must be an object, got []"),
    ({"extras": {"cost": 1}}, 'extras: must have a namespace, got \'cost\'; write "your_package:cost"'),
    ({"extras": {"a:x": {"y": 1.5}}}, "extras[a:x][y]: must be exact, got 1.5; write it as a string, with the digits that are meant"),
    ({"extras": {"raw": [{"at": "", "name": "x"}]}}, "extras.raw[0].xml: is missing from this Raw, got {'at': '', 'name': 'x'}; write \"xml\""),
    ({"provenance": [{"path": "title", "basis": "stated", "line": "3"}]}, "provenance[0].line: must be a whole number, got '3'"),
]  # fmt: skip


class TestErrors:
    """Each error names the place, says what is wrong, and gives the likely mend."""

    @pytest.mark.parametrize(("fields", "message"), WRONG)
    def test_the_path_and_the_mend(self, fields: dict[str, Any], message: str) -> None:
        """From plain data, from text, and as one of several projects."""
        several = json.dumps({"aidmodel": 1, "projects": [{}, fields]})

        assert message == str(refusal(lambda: from_dict(head(**fields))))
        assert message == str(refusal(lambda: from_json(json.dumps(head(**fields)))))
        assert f"projects[1].{message}" == str(refusal(lambda: read_json(several.encode())))

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            ([], "must be an object, got []; see to_dict()"),
            ("Project", "must be an object, got 'Project'; see to_dict()"),
            (None, "must be an object, got None; see to_dict()"),
            ({}, 'the data: does not begin with "aidmodel": 1, so it is not this library\'s JSON'),
            ({"aidmodel": "1"}, 'the data: does not begin with "aidmodel": 1, so it is not this library\'s JSON'),
            ({"aidmodel": True}, 'the data: does not begin with "aidmodel": 1, so it is not this library\'s JSON'),
            ({"aidmodel": 0}, 'the data: does not begin with "aidmodel": 1, so it is not this library\'s JSON'),
            (
                {"aidmodel": 2, "class": "Project"},
                "the data: is written in format 2; this version of aidmodel reads up to 1: update aidmodel",
            ),
            ({"aidmodel": 1}, "class: must be Project, got None"),
            (
                {"aidmodel": 1, "class": "Money", "amount": "5", "currency": "CAD"},
                "class: must be Project, got 'Money'; pass the class: from_dict(data, Money)",
            ),
            ({"aidmodel": 1, "projects": [{}, {}]}, "projects: holds several projects, got 2; use read_json()"),
        ],
    )
    def test_what_is_not_a_project(self, data: Any, message: str) -> None:
        """Other data, a newer format, another class and a list are told apart."""
        assert message == str(refusal(lambda: from_dict(data)))

    def test_the_class_asked_for(self) -> None:
        """Only a class of the model can be asked for, and nothing may stand beside a value."""
        beside = {"aidmodel": 1, "class": "Text", "value": "Wells", "more": 1}

        assert "must be a class of the model, got <class 'int'>" == str(refusal(lambda: from_dict(head(), int)))
        assert isinstance(refusal(lambda: from_dict(beside, Text)), InvalidValue)

    def test_what_is_empty_is_what_the_constructor_makes(self) -> None:
        """No second form of the same object comes in through JSON."""
        data = head(extras={}, chain=[], title=[], budgets=[], status={"code": "2"})

        assert Project(status="implementation") == from_dict(data)
        assert {"aidmodel": 1, "class": "Project", "status": "implementation"} == to_dict(from_dict(data))

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "the text, line 1, column 1: is empty"),
            (" \n\n", "the text, line 3, column 1: is empty"),
            ("<xml/>", "the text, line 1, column 1: is no JSON: expecting value"),
            ('{"aidmodel": 1\n "class"}', "the text, line 2, column 2: is no JSON: expecting ',' delimiter"),
            ('{"aidmodel": 1, "class": "Project"} x', "the text, line 1, column 37: is no JSON: extra data"),
            ('{"aidmodel": 1, "class": "Project", "title": "a\nb"}', "the text, line 1, column 48: is no JSON: invalid control character"),
            ('{"aidmodel": 1, "aidmodel": 1}', "the text, line 1, column 1: the key 'aidmodel' stands twice in one object"),
            ('{"aidmodel": 1, "x": [{"a": 1, "b": 2, "a": 1}]}', "the text, line 1, column 23: the key 'a' stands twice in one object"),
            ('{"aidmodel": 1, "x": NaN}', "the text, line 1, column 1: NaN is no number of JSON"),
            ('{"aidmodel": 1, "x": [-Infinity]}', "the text, line 1, column 1: -Infinity is no number of JSON"),
            ("[" * 10_000 + "]" * 10_000, "the text: is nested too deeply to be a project"),
            ('{"x": ' * 10_000 + "1" + "}" * 10_000, "the text: is nested too deeply to be a project"),
        ],
    )  # fmt: skip
    def test_what_is_no_json(self, text: str, message: str) -> None:
        """Broken, empty, repeated, endless or bottomless text, with its line and column where there is one."""
        error = refusal(lambda: from_json(text))

        assert isinstance(error, Unreadable)
        assert message == str(error)
        assert message.replace("the text", "the bytes", 1) == str(refusal(lambda: read_json(text.encode())))

    def test_numbers_without_end(self) -> None:
        """A number that Python does not convert, or that no field takes, is refused and not shown in full."""
        million = "9" * 1_000_000
        as_text = refusal(lambda: from_json('{"aidmodel": 1, "class": "Project", "fund_year": ' + million + "}"))
        in_data = refusal(lambda: from_dict(head(sectors=[{"percentage": 10**6000}])))
        endless = refusal(lambda: from_json('{"aidmodel": 1, "class": "Project", "sectors": [{"percentage": 1e999}]}'))

        assert str(as_text).startswith("the text: holds a number that is too long")
        assert ("sectors[0].percentage", "must be a number written as a string") == _place(in_data)
        assert "sectors[0].percentage: must be a number written as a string, got inf" == str(endless)
        assert all(len(str(error)) < 1000 for error in (as_text, in_data))

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            (lambda text: {"sectors": [{"percentage": text}]}, "sectors[0].percentage"),
            (lambda text: {"last_modified": text}, "last_modified"),
            (lambda text: {"transactions": [{"date": text}]}, "transactions[0].date"),
            (lambda text: {"budgets": [{"span": text}]}, "budgets[0].span"),
            (lambda text: {"budgets": [{"span": f"{text}/{text}"}]}, "budgets[0].span"),
            (lambda text: {"budgets": [{"value": {"amount": "1", "currency": text}}]}, "budgets[0].value.currency"),
            (lambda text: {"status": text}, "status"),
            (lambda text: {"stated_duration": {"value": "1", "unit": text}}, "stated_duration.unit"),
            (lambda text: {"fund_year": text}, "fund_year"),
            (lambda text: {"humanitarian": text}, "humanitarian"),
            (lambda text: {"chain": [{"class": text}]}, "chain[0].class"),
            (lambda text: {"chain": [{"class": "Output", "contributes_to": [{"to": text}]}]}, "chain[0].contributes_to[0].to"),
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("letter", ["1", "a", " "])
    def test_fifty_megabytes_where_a_word_was_expected(
        self, fields: Callable[[str], dict[str, Any]], path: str, letter: str
    ) -> None:
        """They are refused at once, and the message stays short."""
        data = head(**fields(letter * 50_000_000))
        started = time.perf_counter()
        error = refusal(lambda: from_dict(data))
        message = str(error)

        assert time.perf_counter() - started < SECONDS
        assert path == _place(error)[0]
        assert len(message) < 1500

    def test_fifty_megabytes_of_words(self) -> None:
        """A text may be as long as it is."""
        words = "wells " * 8_000_000
        started = time.perf_counter()
        project = from_json(json.dumps(head(title=words)))

        assert Project(title=words) == project
        assert time.perf_counter() - started < SECONDS


def _place(error: InvalidValue | Unreadable) -> tuple[str, str]:
    assert isinstance(error, InvalidValue)
    return error.path, error.problem


class TestFiles:
    """Reading from and writing to paths, files and bytes."""

    PROJECTS: ClassVar[list[Project]] = [Project(title="Puits é"), Project(identifier="2")]

    @pytest.mark.parametrize("name", ["one.json", "one.JSON", "one"])
    def test_a_path_or_an_open_file(self, tmp_path: Path, name: str) -> None:
        """Both get the text that to_json gives, as UTF-8 with line feeds."""
        path, file = tmp_path / name, io.BytesIO()
        write_json(self.PROJECTS[0], path)
        write_json(self.PROJECTS[0], str(tmp_path / "again.json"))
        write_json(self.PROJECTS[0], file)
        expected = to_json(self.PROJECTS[0]).encode()

        assert expected == path.read_bytes() == (tmp_path / "again.json").read_bytes() == file.getvalue()
        assert b"\r" not in expected
        for source in (path, str(path), expected, io.BytesIO(expected), path.open("rb")):
            with io.BytesIO() if isinstance(source, Path | str | bytes) else source:
                assert self.PROJECTS[0] == read_json(source).one()

    @pytest.mark.parametrize("name", ["some.jsonl", "some.ndjson", "some.JSONL"])
    def test_json_lines_by_the_name(self, tmp_path: Path, name: str) -> None:
        """Each project is a line, written as it comes; one project alone is one line."""
        path = tmp_path / name
        write_json(iter(self.PROJECTS), path)
        expected = (
            '{"aidmodel": 1, "class": "Project", "title": "Puits é"}\n'
            '{"aidmodel": 1, "class": "Project", "identifier": "2"}\n'
        )

        assert expected.encode() == path.read_bytes()
        assert tuple(self.PROJECTS) == read_json(path).value
        write_json(self.PROJECTS[0], path)
        assert (self.PROJECTS[0],) == read_json(path).value

    def test_lines_are_written_as_they_come(self, tmp_path: Path) -> None:
        """A generator is not gathered first; what goes wrong half-way leaves the file that was there as it was."""
        path = tmp_path / "some.jsonl"
        write_json(self.PROJECTS, path)
        before = path.read_bytes()

        def projects() -> Iterator[Project]:
            yield from self.PROJECTS
            raise RuntimeError("the source ended")

        with pytest.raises(RuntimeError, match="the source ended"):
            write_json(projects(), path)

        assert before == path.read_bytes()
        assert ["some.jsonl"] == [each.name for each in tmp_path.iterdir()]

    def test_lines_may_be_blank_and_end_as_they_like(self) -> None:
        """Blank lines, carriage returns and a missing last line end do not matter."""
        line = json.dumps(head(title="A"))

        assert (Project(title="A"),) * 2 == read_json(f"\n{line}\r\n\r\n{line}".encode()).value

    @pytest.mark.parametrize(
        ("second", "message"),
        [
            ("{}", 'the bytes, line 3: does not begin with "aidmodel": 1, so it is not this library\'s JSON'),
            ('{"aidmodel": 2}', "the bytes, line 3: is written in format 2; this version of aidmodel reads up to 1: update aidmodel"),
            ('{"aidmodel": 1', "the bytes, line 3, column 15: is no JSON: expecting ',' delimiter"),
            ('{"a": 1, "a": 1}', "the bytes, line 3, column 1: the key 'a' stands twice in one object"),
            (json.dumps(head(title=1)), "line 3: title: must be words, or a list of words in languages, got 1"),
            ("[]", "line 3: must be an object, got []; see to_dict()"),
        ],
    )  # fmt: skip
    def test_an_error_names_its_line(self, second: str, message: str) -> None:
        """Blank lines are counted."""
        content = f"{json.dumps(head())}\n\n{second}\n".encode()

        assert message == str(refusal(lambda: read_json(content)))

    def test_a_byte_order_mark_is_no_content(self) -> None:
        """Some editors write one."""
        content = to_json(self.PROJECTS[0])

        assert self.PROJECTS[0] == read_json(b"\xef\xbb\xbf" + content.encode()).one()
        assert self.PROJECTS[0] == from_json(b"\xef\xbb\xbf" + content.encode()) == from_json("\ufeff" + content)

    def test_other_encodings_are_named_and_refused(self, tmp_path: Path) -> None:
        """Latin-1 is not guessed at; the error says which byte on which line."""
        path = tmp_path / "latin.json"
        path.write_bytes('{\n"title": "é"}'.encode("latin-1"))

        assert f"{path}, line 2: is not UTF-8 (byte 12: 0xe9); save it as UTF-8" == str(
            refusal(lambda: read_json(path))
        )
        assert "the text, line 1: is not UTF-8 (byte 0: 0xff); save it as UTF-8" == str(
            refusal(lambda: from_json("{}".encode("utf-16")))
        )

    def test_lone_surrogates_are_kept_in_a_valid_file(self, tmp_path: Path) -> None:
        """Half a character is escaped, so that the file is UTF-8 all the same."""
        project = Project(title="a\ud800é", extras={"a:\udfff": "\udbff"})
        for name in ("one.json", "one.jsonl"):
            write_json(project, tmp_path / name)
            text = (tmp_path / name).read_bytes().decode("utf-8")

            assert '"a\\ud800é"' in text
            assert project == read_json(tmp_path / name).one()
        assert project == from_json(to_json(project))

    def test_a_file_that_is_open_as_text_is_refused(self, tmp_path: Path) -> None:
        """Its encoding is whatever the system prefers."""
        path = tmp_path / "one.json"
        write_json(self.PROJECTS[0], path)
        with path.open(encoding="utf-8") as source:
            assert Unreadable(str(path), 'is open as text; open it with mode "rb"') == refusal(
                lambda: read_json(loosely_read(source))
            )
        target = io.StringIO()
        assert InvalidValue(target, "is open as text", 'open it with mode "wb"') == refusal(
            lambda: loosely.write_json(self.PROJECTS[0], target)
        )

    @pytest.mark.parametrize("content", ["", " \n", "\ufeff"])
    def test_an_empty_file_is_named(self, tmp_path: Path, content: str) -> None:
        """It holds no project, which is not the same as none."""
        path = tmp_path / "empty.json"
        path.write_bytes(content.encode())
        error = refusal(lambda: read_json(path))

        assert isinstance(error, Unreadable)
        assert (str(path), "is empty") == (error.source, error.problem)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('{"aidmodel": 1, "projects": {}}', "projects: must be a list, got {}"),
            ('{"aidmodel": 1, "projects": [], "title": "A"}', "title: cannot stand beside \"projects\", got 'A'"),
            ('{"aidmodel": 1, "projects": [5]}', "projects[0]: must be a Project, got 5; write an object"),
            ('{"projects": []}', 'the bytes: does not begin with "aidmodel": 1, so it is not this library\'s JSON'),
            ('{"aidmodel": 9, "projects": []}', "the bytes: is written in format 9; this version of aidmodel reads up to 1: update aidmodel"),
            ("[]", "must be an object, got []; see to_dict()"),
            ('{"type": "FeatureCollection"}', 'the bytes: does not begin with "aidmodel": 1, so it is not this library\'s JSON'),
        ],
    )  # fmt: skip
    def test_what_holds_no_projects(self, text: str, message: str) -> None:
        """Other JSON is told from a broken list, and a newer file is refused by name."""
        assert message == str(refusal(lambda: read_json(text.encode())))

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ("x", "must be a Project or several, got 'x'"),
            (5, "must be a Project or several, got 5"),
            ({"a": Project()}, "must be a Project or several, got {'a': Project()}"),
            (Loaded((Project(),)), "must be a Project or several, got <Loaded: 1 project, no issues>; pass its value"),
            ([Project(), Budget()], "must be a Project, not a Budget, got Budget()"),
        ],
    )  # fmt: skip
    def test_what_is_no_project_is_not_written(self, tmp_path: Path, given: object, message: str) -> None:
        """A file that is there stays as it is, unless lines were already written to it."""
        for name in ("there.json", "there.jsonl"):
            path = tmp_path / name
            path.write_bytes(b"old")

            assert message == str(refusal(lambda path=path: loosely.write_json(given, path)))  # type: ignore[misc]
            assert b"old" == path.read_bytes() or isinstance(given, list)

    def test_reading_leaves_the_garbage_collector_as_it_was(self) -> None:
        """It rests while objects are built, and only then."""
        import gc

        read_json(to_json(Project()).encode())
        assert gc.isenabled()
        refusal(lambda: read_json(b"{}"))
        assert gc.isenabled()
        gc.disable()
        try:
            read_json(to_json(Project()).encode())
            assert not gc.isenabled()
        finally:
            gc.enable()


def loosely_read(source: Any) -> Any:
    """Give a source without its type."""
    return source


MALFORMED: list[dict[str, Any]] = [
    {"titel": "Wells"},
    {"title": 12},
    {"title": None},
    {"title": [{"language": "en"}]},
    {"humanitarian": "no"},
    {"fund_year": "2017"},
    {"fund_year": 1.5},
    {"last_modified": "19/09/2025"},
    {"last_modified": "2025-09-19\nx"},
    {"status": "Closed"},
    {"status": "2"},
    {"collaboration_type": "1"},
    {"budgets": {}},
    {"budgets": [{"class": "Budget"}]},
    {"budgets": [{"span": "2022"}]},
    {"budgets": [{"value": {"amount": 5, "currency": "CAD"}}]},
    {"budgets": [{"value": {"amount": "5,5", "currency": "CAD"}}]},
    {"budgets": [{"value": {"amount": "5"}}]},
    {"transactions": [{"date": "2022"}]},
    {"participants": [{"name": "GAC"}]},
    {"last_updated": "2014-09-10"},
    {"last_updated": "2014-09-10T07:15:37.1234567Z"},
    {"participants": [{"class": "Party", "name": "GAC"}]},
    {"chain": [{}]},
    {"chain": [{"class": "Node"}]},
    {"chain": [{"class": "Output", "depth": "immediate"}]},
    {"chain": [{"class": "Output", "contributes_to": ["a"]}]},
    {"extras": {"cost": 1}},
    {"extras": {"raw": [{"at": "", "name": "x"}]}},
]
"""Fields of a project that neither the schema nor the reader takes."""


class TestSchema:
    """The JSON Schema says what the reader takes."""

    SCHEMA = json_schema()
    VALIDATOR = Draft202012Validator(SCHEMA)

    def test_it_is_the_one_that_is_published(self) -> None:
        """The documentation holds the file that this version makes."""
        expected = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"

        assert expected == (ROOT / "docs" / "reference" / "aidmodel.schema.json").read_text(encoding="utf-8")

    def test_it_is_a_schema(self) -> None:
        """The metaschema holds, and each reference leads somewhere."""
        Draft202012Validator.check_schema(self.SCHEMA)
        text = json.dumps(self.SCHEMA)
        used = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}

        assert set(self.SCHEMA["$defs"]) == used

    @pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
    def test_the_golden_files_are_valid(self, file: Path) -> None:
        """One project, several, and each line of JSON Lines."""
        text = file.read_text(encoding="utf-8")
        for document in [text] if file.suffix == ".json" else text.splitlines():
            assert [] == [error.message for error in self.VALIDATOR.iter_errors(json.loads(document))]

    @pytest.mark.parametrize(
        "project",
        [
            Project(),
            Project(title={"en": "Wells", "fr": "Puits"}, status="99", extras={"a:x": [1, {"y": None}]}),
            Project(
                chain=[Impact(id="a"), Output(contributes_to="a"), Result(title="?"), aidmodel.Activity(span="2022")]
            ),
            Project(participants=[Funder(contribution="CAD 1"), Participant(role="implementing")]),
            Project(dates={"actual": "2021-Q3/2022~"}, last_modified="2022?", stated_duration="36 months"),
            Project(sectors=aidmodel.Sector("1", percentage=Decimal("-1E-20"))),
        ],
    )
    def test_what_is_written_is_valid(self, project: Project) -> None:
        """Whatever its constructor takes."""
        assert [] == [error.message for error in self.VALIDATOR.iter_errors(to_dict(project))]

    @pytest.mark.parametrize(
        "data",
        [
            {},
            {"aidmodel": 1},
            {"aidmodel": 2, "class": "Project"},
            {"aidmodel": 1, "class": "Output"},
            {"aidmodel": 1, "projects": [{"titel": "x"}]},
            {"aidmodel": 1, "projects": [{"class": "Project"}]},
            {"aidmodel": 1, "projects": [], "title": "x"},
            *(head(**fields) for fields in MALFORMED),
        ],
    )
    def test_what_is_wrong_is_not_valid(self, data: dict[str, Any]) -> None:
        """The schema and the reader refuse it both."""
        assert not self.VALIDATOR.is_valid(data)
        refusal(lambda: read_json(json.dumps(data).encode()))


def test_a_file_is_written_where_a_link_leads(tmp_path: Path) -> None:
    """A symbolic link stays one; the file it leads to is replaced."""
    target, link = tmp_path / "there.json", tmp_path / "here.json"
    target.write_text("old", encoding="utf-8")
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    write_json(Project(title="A"), link)

    assert link.is_symlink()
    assert Project(title="A") == read_json(target).one()


def test_a_class_of_somebody_else_is_refused() -> None:
    """A file of it nobody else could read; it says so at the place."""

    @attrs.frozen(kw_only=True)
    class Mine(aidmodel.Result):
        pass

    with pytest.raises(InvalidValue, match=r"is of a class that is none of the model's"):
        to_json(Project(chain=Mine(title="x")))


def test_an_empty_file_of_lines_holds_no_projects(tmp_path: Path) -> None:
    """No projects are written as no lines, and read as none."""
    write_json([], tmp_path / "none.jsonl")

    assert () == read_json(tmp_path / "none.jsonl").value
