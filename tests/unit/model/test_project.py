"""Projects: how they are built, what they refuse, what is computed from them, and how they are changed."""

import copy
import datetime as dt
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

import aidmodel
from aidmodel import (
    Actual,
    Alignment,
    Amount,
    AmountKind,
    Budget,
    Code,
    Condition,
    Contact,
    ContextFact,
    Country,
    DateEdge,
    DateKind,
    DateSpan,
    Description,
    Document,
    Duration,
    Extras,
    Funder,
    Impact,
    Indicator,
    Input,
    InvalidValue,
    Location,
    Money,
    NotFound,
    Organisation,
    OtherIdentifier,
    Outcome,
    Output,
    PartialDate,
    Participant,
    Period,
    Project,
    ProjectDate,
    ProjectScope,
    ProjectStatus,
    Provenance,
    Region,
    RelatedProject,
    ReportingOrganisation,
    ResultsChain,
    Sector,
    Text,
    Transaction,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""
CLASSES = {name: getattr(aidmodel, name) for name in aidmodel.__all__ if name[0].isupper()}
"""What ``from aidmodel import *`` gives to paste a repr back with."""


def integra() -> Project:
    """Give a project with the chain that the design shows."""
    return Project(
        identifier="usaid-integra",
        title="Integra",
        dates={"stated": "2021-09/2026-09"},
        chain=[
            Impact(id="goal", title="Migrants and host communities live together in dignity"),
            Outcome(id="services", title="Access to public services increased", contributes_to="goal"),
            Output(
                id="centres",
                title="Intégrate Centers operating",
                contributes_to="services",
                indicators=Indicator(
                    title="Centers in operation",
                    unit="centre",
                    baselines=0,
                    periods=Period("2021-09/2023-08", targets=10, actuals=11),
                ),
            ),
        ],
    )


def test_nothing_needs_to_be_known() -> None:
    """Every field may be left out, and then it is None or empty."""
    project = Project()

    assert {None, (), Text(), ResultsChain()} == {getattr(project, field.name) for field in attrs.fields(Project)}
    assert (None, None, None, None) == (project.planned, project.actual, project.stated, project.span)
    assert ((), (), Text()) == (project.funders, project.implementers, project.description)
    assert "Project()" == repr(project)


def test_plain_input_is_what_it_stands_for() -> None:
    """Strings, numbers and mappings become the values that are meant."""
    plain = Project(
        title={"en": "Wells", "fr": "Puits"},
        reporting="Global Affairs Canada",
        descriptions="Wells for Chiure",
        status="Finalisation",
        scope="4",
        dates={"stated": "2021-09/2026-09"},
        stated_duration="3.0 years",
        last_modified="2025-09-19",
        other_identifiers="CE.0373",
        countries="CO",
        regions="289",
        locations="Bogotá",
        sectors="15190",
        collaboration_type="1",
        default_aid_types="C01",
        amounts={"total budget": "USD 100000.00"},
        documents="https://example.org/a.pdf",
        conditions="Paid on report",
        alignments="National Development Plan",
        context="People fled",
        chain=Output(title="Centers"),
        extras={"org:cost_centre": "A12"},
    )
    full = Project(
        title=Text({"en": "Wells", "fr": "Puits"}),
        reporting=ReportingOrganisation(Text("Global Affairs Canada")),
        descriptions=(Description(Text("Wells for Chiure")),),
        status=ProjectStatus.FINALISATION,
        scope=ProjectScope.NATIONAL,
        dates=(
            ProjectDate(PartialDate("2021-09"), kind=DateKind.STATED, edge=DateEdge.START),
            ProjectDate(PartialDate("2026-09"), kind=DateKind.STATED, edge=DateEdge.END),
        ),
        stated_duration=Duration(Decimal("3.0"), "year"),
        last_modified=dt.date(2025, 9, 19),
        other_identifiers=(OtherIdentifier("CE.0373"),),
        countries=(Country("CO"),),
        regions=(Region("289"),),
        locations=(Location(Text("Bogotá")),),
        sectors=(Sector("15190"),),
        collaboration_type=Code("1"),
        default_aid_types=(Code("C01"),),
        amounts=(Amount(Money(Decimal("100000.00"), "USD"), kind=AmountKind.TOTAL_BUDGET),),
        documents=(Document("https://example.org/a.pdf"),),
        conditions=(Condition(Text("Paid on report")),),
        alignments=(Alignment(Text("National Development Plan")),),
        context=(ContextFact(Text("People fled")),),
        chain=ResultsChain((Output(title=Text("Centers")),)),
        extras=Extras({"org:cost_centre": "A12"}),
    )

    assert full == plain
    assert hash(full) == hash(plain)


@pytest.mark.parametrize(
    "given",
    [
        Budget("2023"),
        [Budget("2023")],
        (Budget("2023"),),
        iter([Budget("2023")]),
        (Budget(year) for year in ["2023"]),
        {"2023": Budget("2023")}.values(),
    ],
)
def test_one_item_or_an_iterable_of_them(given: Any) -> None:
    """A field that holds several takes one, and any iterable that has an order."""
    assert (Budget("2023"),) == Project(budgets=given).budgets


@pytest.mark.parametrize(
    "given", ["implementation", "Implementation", " IMPLEMENTATION", "2", Code("2"), ProjectStatus.IMPLEMENTATION]
)
def test_a_status_by_code_name_or_member(given: Any) -> None:
    """All ways to write a member of a list give that member."""
    assert ProjectStatus.IMPLEMENTATION is Project(status=given).status


@pytest.mark.parametrize("given", ["99", "Terminating", Code("2", "99")])
def test_a_code_that_no_list_knows_is_kept(given: Any) -> None:
    """Holding an unknown code is legal; a rule may report it."""
    assert (Code(given) if isinstance(given, str) else given) == Project(status=given).status


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Project(identifier="  "), "Project.identifier: must not be blank, got '  '; leave it out if it is not known"),
        (lambda: loosely.Project(identifier=373), 'Project.identifier: must be a string, got 373; write "373"'),
        (lambda: loosely.Project(sectors=15190), 'Project.sectors[0].code: must be a string, got 15190; write "15190"'),
        (lambda: loosely.Project(fund_year="2017"), "Project.fund_year: must be a whole number, got '2017'; write an int"),
        (lambda: Project(fund_year=True), "Project.fund_year: must be a whole number, got True; write an int"),
        (lambda: loosely.Project(hierarchy=1.0), "Project.hierarchy: must be a whole number, got 1.0; write an int"),
        (lambda: loosely.Project(humanitarian=1), "Project.humanitarian: must be True, False or None, got 1"),
        (lambda: loosely.Project(conditions_attached="no"), "Project.conditions_attached: must be True, False or None, got 'no'"),
        (lambda: loosely.Project(status=2), 'Project.status: must be a code or term of ProjectStatus, got 2; write "2"'),
        (
            lambda: loosely.Project(last_modified=dt.datetime(2025, 9, 19)),  # noqa: DTZ001  refused anyway
            "Project.last_modified: must be a date, got datetime.datetime(2025, 9, 19, 0, 0); use .date()",
        ),
        (
            lambda: loosely.Project(budgets=None),
            "Project.budgets: must be a Budget or several of them, got None; leave the field out if nothing is stated",
        ),
        (lambda: loosely.Project(budgets="2023"), "Project.budgets: must be a Budget or several of them, got '2023'"),
        (lambda: loosely.Project(budgets=b"2023"), "Project.budgets: must be a Budget or several of them, got b'2023'"),
        (lambda: loosely.Project(budgets=12), "Project.budgets: must be a Budget or several of them, got 12"),
        (
            lambda: loosely.Project(budgets={"2023": 12}),
            "Project.budgets: must be a Budget or several of them, got {'2023': 12}",
        ),
        (
            lambda: loosely.Project(budgets=[Budget("2023"), "2024"]),
            "Project.budgets[1]: must be a Budget or several of them, got '2024'",
        ),
        (
            lambda: loosely.Project(transactions=[Transaction(), Budget()]),
            "Project.transactions[1]: must be a Transaction or several of them, got Budget()",
        ),
        (lambda: Project(budgets={Budget()}), "Project.budgets: has no order, got {Budget()}; write a list"),
        (lambda: Project(sectors=frozenset()), "Project.sectors: has no order, got frozenset(); write a list"),
        (lambda: loosely.Project(tags="water"), "Project.tags: must be a Tag or several of them, got 'water'"),
        (
            lambda: loosely.Project(related_projects="CA-3-1"),
            "Project.related_projects: must be a RelatedProject or several of them, got 'CA-3-1'",
        ),
        (
            lambda: Project(dates={"planed": "2022/2025"}),
            "Project.dates[0].kind: must be one of DateKind, got 'planed'; did you mean 'planned'?",
        ),
        (
            lambda: Project(dates={"stated": "2026-09/2021-09"}),
            ("Project.dates: is no span, as '2021-09' is before the start, 2026-09, got '2026-09/2021-09'; "
            "the earlier date comes first"),
        ),
        (
            lambda: Project(amounts={"total budgets": "USD 1"}),
            "Project.amounts[0].kind: must be one of AmountKind, got 'total budgets'; did you mean 'total budget'?",
        ),
        (
            lambda: loosely.Project(participants="GAC"),
            ("Project.participants[0]: must be a Funder or Participant, got 'GAC'; "
            "write Funder('GAC') or Participant('GAC', role=...)"),
        ),
        (
            lambda: loosely.Project(participants=[Funder("GAC"), Organisation("IOM")]),
            "Project.participants[1]: must be a Funder or Participant, got Organisation('IOM')",
        ),
        (lambda: loosely.Project(chain="Centers"), "Project.chain: must be a Node or several of them, got 'Centers'"),
        (
            lambda: Project(chain=[Output(id="a"), Output(id="a")]),
            "Project.chain[1].id: is the id of node 0 too, got 'a'; give each node its own",
        ),
        (
            lambda: Project(extras={"cost_centre": "A12"}),
            "Project.extras: must have a namespace, got 'cost_centre'; write \"your_package:cost_centre\"",
        ),
        (
            lambda: loosely.Project(extras="A12"),
            "Project.extras: must be a mapping, got 'A12'; write {\"your_package:name\": \"value\"}",
        ),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """The message names the field, shows the value, and gives the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


def test_a_misspelt_field_is_pythons_own_error() -> None:
    """A keyword that is no field is a mistake in the program."""
    with pytest.raises(TypeError, match="unexpected keyword argument 'budget'"):
        loosely.Project(budget=Budget("2023"))
    with pytest.raises(TypeError, match="positional argument"):
        loosely.Project("Wells")


def test_those_who_take_part() -> None:
    """Funders give the money, implementers do the work, whoever else takes part."""
    gac, iom, bank = Funder("GAC"), Participant("IOM", role="implementing"), Participant("World Bank", role="extending")
    project = Project(participants=[bank, iom, gac])

    assert (gac,) == project.funders
    assert (iom,) == project.implementers


def test_the_description_is_the_first_one() -> None:
    """A project has one text to show, though it may have several."""
    assert Text("Wells") == Project(descriptions=["Wells", Description("For girls", type="target groups")]).description


@pytest.mark.parametrize(
    ("dates", "planned", "actual", "stated", "span"),
    [
        ({"planned": "2022/2025"}, "2022/2025", None, None, "2022/2025"),
        ({"stated": "2022-03-28/2025-03-31"}, None, None, "2022-03-28/2025-03-31", "2022-03-28/2025-03-31"),
        ({"planned": "2022/2025", "actual": "2022-03/.."}, "2022/2025", "2022-03/..", None, "2022-03/2025"),
        ({"planned": "2022/2025", "stated": "../2026"}, "2022/2025", None, "../2026", "2022/2026"),
        ({"stated": "2022/2025", "actual": "../2024-06-30"}, None, "../2024-06-30", "2022/2025", "2022/2024-06-30"),
    ],
)
def test_spans_are_computed_from_the_dates(
    dates: dict[str, str], planned: str | None, actual: str | None, stated: str | None, span: str | None
) -> None:
    """Each kind has its own span; the one to go by takes each end as it came, else as stated, else as planned."""
    project = Project(dates=dates)
    expected = tuple(DateSpan.parse(text) if text else None for text in (planned, actual, stated, span))

    assert expected == (project.planned, project.actual, project.stated, project.span)


def test_a_reversed_span_is_none() -> None:
    """What a rule reports has no span; what is not certain has one."""
    reversed_ = [
        ProjectDate("2021-10", kind="planned", edge="start"),
        ProjectDate("2021-09", kind="planned", edge="end"),
    ]
    late = Project(dates={"planned": "2022/2025-03-31", "actual": "2025-06/.."})

    assert (None, None) == (Project(dates=reversed_).planned, Project(dates=reversed_).span)
    assert (DateSpan("2022", "2025-03-31"), None) == (late.planned, late.span)
    assert DateSpan("2022", "2022-03-28") == Project(dates={"planned": "2022/2022-03-28"}).planned


def test_the_first_date_of_a_kind_counts() -> None:
    """Dates that stand twice, or are empty, leave one span."""
    dates = [
        ProjectDate(None, kind="actual", edge="start"),
        ProjectDate("2022", kind="actual", edge="start"),
        ProjectDate("2023", kind="actual", edge="start"),
    ]

    assert DateSpan("2022", None) == Project(dates=dates).actual


def test_at_gives_what_a_path_names() -> None:
    """Paths are those of issues and errors; the empty one is the project."""
    project = integra()

    assert project is project.at("")
    assert Decimal(11) == project.at("chain[2].indicators[0].periods[0].actuals[0].value")
    assert project.chain["centres"] is project.at("chain[centres]")
    assert PartialDate("2021-09") == project.at("dates[0].date")


def test_replaced_changes_one_value() -> None:
    """The value is written as in the constructor; all else stays the same object."""
    project = integra()
    path = "chain[2].indicators[0].periods[0].actuals"
    changed = project.replaced(path, "12.5")

    assert (Actual("12.5"),) == changed.at(path)
    assert project == changed.replaced(path, 11)
    assert project.chain[0] is changed.chain[0]
    assert Project(title="Integra II") == project.replaced("", Project(title="Integra II"))


@pytest.mark.parametrize(
    ("path", "value", "error"),
    [
        ("titel", "x", NotFound("field of Project", "titel", ("title",))),
        ("span", "2022/2023", NotFound("field of Project", "span")),
        ("chain[9]", Output(), NotFound("position in a chain of 3 nodes", "9")),
        ("chain[centre].title", "x", NotFound("node of the chain", "centre", ("centres",))),
        ("dates[2].date", "2022", NotFound("item of dates, which has 2,", "2")),
        ("chain[2].indicators[0].unt", "x", NotFound("field of chain[2].indicators[0]", "unt", ("unit",))),
        ("chain[2", "x", InvalidValue("chain[2", "is no path", 'write it as in "chain[2].indicators[0].title"')),
        (
            "chain[2].indicators[0].baselines",
            0.5,
            InvalidValue(
                0.5,
                "must be an exact number",
                'write "0.5" or Decimal("0.5") if that is the number meant',
                "chain[2].indicators[0].baselines[0].value",
            ),
        ),
        (
            "chain[1].id",
            "goal",
            InvalidValue("goal", "is the id of node 0 too", "give each node its own", "chain[1].id"),
        ),
        (
            "chain[0].id",
            "aim",
            InvalidValue(
                "goal",
                "links to a node that is not in the chain",
                "add that node, or leave the link out",
                "chain[1].contributes_to[0].to",
            ),
        ),
        ("fund_year", "x", InvalidValue("x", "must be a whole number", "write an int", "fund_year", "Project")),
        ("", "x", InvalidValue("x", "cannot stand in place of a Project")),
    ],
)
def test_replaced_says_what_is_wrong(path: str, value: object, error: Exception) -> None:
    """A path that leads nowhere is not found; a value that the field does not take is refused under its whole path."""
    with pytest.raises(type(error)) as caught:
        integra().replaced(path, value)

    assert error == caught.value


def test_with_actual_sets_a_value_deep_inside() -> None:
    """The design's example: the value replaces the one that was there, by id of the result and title of the indicator."""
    project = integra().with_actual("centres", "Centers in operation", "2021-09/2023-08", 12)

    assert integra().replaced("chain[2].indicators[0].periods[0].actuals[0].value", 12) == project


def test_with_actual_adds_a_period_in_order_of_time() -> None:
    """A period that is not there yet comes before those that begin later."""
    project = integra()
    later = project.with_actual("centres", "Centers in operation", "2024", Actual(9, as_of="2024-06"))
    earlier = project.with_actual("centres", "Centers in operation", "2020", 1)
    old = project.at("chain[2].indicators[0].periods[0]")

    assert (old, Period("2024", actuals=Actual(9, as_of="2024-06"))) == later.at("chain[2].indicators[0].periods")
    assert (Period("2020", actuals=1), old) == earlier.at("chain[2].indicators[0].periods")


def test_with_actual_names_an_indicator_by_id_before_title() -> None:
    """An id is the stronger name."""
    project = Project(
        chain=Output(id="o", indicators=[Indicator(title="n1"), Indicator(id="n1", title={"en": "Two", "es": "Dos"})])
    )

    assert () == project.with_actual("o", "n1", "2024", 1).at("chain[0].indicators[0].periods")
    assert Decimal(1) == project.with_actual("o", "Dos", "2024", 1).at(
        "chain[0].indicators[1].periods[0].actuals[0].value"
    )


@pytest.mark.parametrize(
    ("result", "indicator", "error"),
    [
        ("centre", "Centers in operation", NotFound("node of the chain", "centre", ("centres",))),
        (
            "centres",
            "Centers in operatoin",
            NotFound("indicator of 'centres'", "Centers in operatoin", ("Centers in operation",)),
        ),
        ("goal", "Anything", NotFound("indicator of 'goal'", "Anything")),
    ],
)
def test_with_actual_names_what_is_near(result: str, indicator: str, error: NotFound) -> None:
    """A name that is not there is answered with those that look like it."""
    with pytest.raises(NotFound) as caught:
        integra().with_actual(result, indicator, "2024", 1)

    assert error == caught.value


def test_with_actual_does_not_choose_between_two() -> None:
    """Two indicators of one title need ids."""
    project = Project(chain=Output(id="o", indicators=[Indicator(title="Centers"), Indicator(title="Centers")]))
    with pytest.raises(InvalidValue) as caught:
        project.with_actual("o", "Centers", "2024", 1)

    assert InvalidValue("Centers", "names 2 indicators of 'o'", "give its position, or give them ids") == caught.value


def unnamed() -> Project:
    """Give a project as IATI has them: nothing of its chain has an id."""
    wells = [Indicator(title="Wells"), Indicator(title="Wells", periods=Period("2024", actuals=3))]
    return Project(chain=[Input(title="Money"), Output(title="Wells sunk", indicators=wells), Outcome(title="Water")])


@pytest.mark.parametrize(("result", "indicator"), [(1, 1), (-2, -1), (1, -1)])
def test_with_actual_takes_positions(result: int, indicator: int) -> None:
    """As the chain and the tuple of indicators do; inputs and activities count."""
    project = unnamed()

    assert project.replaced("chain[1].indicators[1].periods[0].actuals[0].value", 9) == project.with_actual(
        result, indicator, "2024", 9
    )


@pytest.mark.parametrize("result", [1, "sunk"])
@pytest.mark.parametrize("indicator", [0, "n"])
def test_with_actual_takes_a_position_beside_a_name(result: str | int, indicator: str | int) -> None:
    """Each of the two is given as it is known."""
    project = unnamed().replaced("chain[1].id", "sunk").replaced("chain[1].indicators[0].id", "n")

    assert (Period("2024", actuals=9),) == project.with_actual(result, indicator, "2024", 9).at(
        "chain[1].indicators[0].periods"
    )


@pytest.mark.parametrize(
    ("result", "indicator", "error"),
    [
        (3, 0, NotFound("position in a chain of 3 nodes", "3")),
        (-4, 0, NotFound("position in a chain of 3 nodes", "-4")),
        (0, 0, NotFound("result (it is an input)", "0")),
        (1, 2, NotFound("position among the 2 indicators of 1", "2")),
        (2, 0, NotFound("position among the 0 indicators of 2", "0")),
        (1, "Welsl", NotFound("indicator of 1", "Welsl", ("Wells",))),
        ("sunk", 0, NotFound("node of the chain (results without an id are known by their position)", "sunk")),
        (1, "Wells", InvalidValue("Wells", "names 2 indicators of 1", "give its position, or give them ids")),
    ],
)
def test_with_actual_says_which_positions_there_are(result: str | int, indicator: str | int, error: Exception) -> None:
    """A name that answers nothing in a chain without ids is told of positions."""
    with pytest.raises(type(error)) as caught:
        unnamed().with_actual(result, indicator, "2024", 9)

    assert error == caught.value


def test_the_repr_can_be_pasted_back() -> None:
    """It is short, leaves out what is empty, and builds the same project again."""
    project = attrs.evolve(
        integra(),
        participants=[Funder("GAC", contribution=Money("4000000.00", "CAD")), Participant("IOM", role="99")],
        status="implementation",
        countries=Country("CO", percentage="44.00"),
        stated_duration="3.0 years",
        extras={"org:flags": ["a", 1, {"deep": None}]},
    )

    assert project == eval(repr(project), CLASSES)  # noqa: S307  our own repr
    assert "Project(identifier='CE.0373', fund_year=2017)" == repr(Project(identifier="CE.0373", fund_year=2017))


def test_personal_data_stays_out_of_the_repr() -> None:
    """Contacts are there to be written to, not to be printed; they count in equality."""
    project = Project(title="Wells", contacts=Contact(person_name="Jane Doe", emails="jane@example.org"))

    assert "Project(title='Wells')" == repr(project) == str(project)
    assert Project(title="Wells") != project


def test_provenance_stands_beside_the_facts() -> None:
    """Two projects of the same facts are equal, wherever these come from."""
    told = Project(title="Wells", provenance=Provenance("title", basis="stated", quote="Wells"))

    assert Project(title="Wells") == told
    assert hash(Project(title="Wells")) == hash(told)
    assert "Project(title='Wells')" == repr(told)


def test_a_project_is_a_value() -> None:
    """It cannot be changed in place; it hashes, copies and pickles."""
    project = integra()

    for twin in (copy.copy(project), copy.deepcopy(project), pickle.loads(pickle.dumps(project))):  # noqa: S301  our own
        assert project == twin
        assert hash(project) == hash(twin)
    untyped: Any = project
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        untyped.title = "Other"


def test_related_projects_are_named_with_their_relation() -> None:
    """The other project is the parent, child or sibling of this one."""
    project = Project(related_projects=[RelatedProject("CA-3-P011182", type="parent"), RelatedProject("X", type="9")])

    assert [aidmodel.RelationType.PARENT, Code("9")] == [each.type for each in project.related_projects]


def test_the_description_is_the_general_one() -> None:
    """The first that is said to be general, else the first."""
    descriptions = [Description("Aims", type="objectives"), Description("All of it", type="general")]

    assert Text("All of it") == Project(descriptions=descriptions).description
    assert Text("Aims") == Project(descriptions=descriptions[:1]).description
    assert Text() == Project().description
