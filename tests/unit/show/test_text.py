"""show(): cards in plain text."""

from collections import deque

import pytest
from attrs import evolve

from aidmodel.errors import InvalidValue
from aidmodel.issues import Issue, Report, Severity
from aidmodel.model.budget import Amount, Budget, BudgetItem, CountryBudgetItems
from aidmodel.model.chain import ResultsChain
from aidmodel.model.classification import HumanitarianScope
from aidmodel.model.document import Document
from aidmodel.model.indicator import Disaggregation, Indicator, Period
from aidmodel.model.link import Assumption, Link, Risk
from aidmodel.model.measurement import Actual, Baseline, Target
from aidmodel.model.oecd import CrsAdd, CrsFlag, Forecast, ForwardSpending, LoanStatus, LoanTerms
from aidmodel.model.organisation import Contact, Funder, Organisation, Participant
from aidmodel.model.place import Country, Location
from aidmodel.model.project import Project
from aidmodel.model.result import Activity, Figure, Impact, OtherResult, Outcome, Output, Result
from aidmodel.model.statement import Alignment, Description, LegacyDatum, ProjectDate, Provenance
from aidmodel.model.transaction import Transaction
from aidmodel.show.text import report_lines, show
from aidmodel.values.money import Money
from aidmodel.values.quantity import Quantity
from aidmodel.values.text import Text


def card(*lines: str) -> str:
    """Join the lines of a card."""
    return "\n".join(lines)


# ------------------------------------------------------------------ projects


def test_a_project_says_what_is_stated_and_nothing_else() -> None:
    """What is not stated is not on the card; ends of a span keep their precision."""
    project = Project(
        identifier="CA-3-P011182001",
        title="Social inclusion of migrants",
        status="3",
        stated_status="Terminating",
        dates={"stated": "2022-03-28/2025-03"},
        participants=[Funder("Global Affairs Canada"), Participant("IBRD", role="implementing", ref="44001")],
        countries=[Country("CO", percentage=44), Country("PE")],
        amounts={"maximum contribution": Money("4000000.00", "CAD")},
        humanitarian=False,
    )

    assert card(
        "Project: Social inclusion of migrants",
        "=====================================",
        "Identifier     CA-3-P011182001",
        'Status         finalisation, "Terminating" in its own words',
        "Dates, stated  start 2022-03-28",
        "               end 2025-03",
        "Funder         Global Affairs Canada",
        "Implementing   IBRD (44001)",
        "Countries      CO, 44%",
        "               PE",
        "Humanitarian   no",
        "Amounts        maximum contribution: CAD 4,000,000.00",
    ) == show(project)


def test_a_project_without_anything() -> None:
    """A title has a place on every card."""
    assert card("Project (title not stated)", "==========================") == show(Project())


def test_zero_is_shown_and_unknown_is_not_zero() -> None:
    """A budget of zero is a budget; one without an amount is not zero; nobody's contribution is guessed."""
    project = Project(
        title="Wells",
        participants=[Funder("A", contribution=Money("0", "USD")), Funder("B")],
        budgets=[Budget("2023-01/2023-12", value=Money("0.00", "USD")), Budget("2024-01/2024-12")],
    )

    assert card(
        "Project: Wells",
        "==============",
        "Funder  A, gives USD 0.00",
        "        B",
        "",
        "Money",
        "-----",
        "Budgets",
        "Period                  Amount",
        "------------------  ----------",
        "2023-01 to 2023-12    USD 0.00",
        "2024-01 to 2024-12  not stated",
    ) == show(project)


def test_a_fact_that_is_not_stated_so_by_its_source_says_where_it_is_from() -> None:
    """What was inferred or taken by convention does not look like a statement; what was stated needs no word."""
    project = Project(
        title="Wells",
        countries=["CO", "PE"],
        amounts=Amount(Money("5", "CAD"), kind="projected"),
        chain=[Impact(id="goal", title="Dignity"), Outcome(title="Access", contributes_to="goal")],
        provenance=[
            Provenance("title", basis="stated"),
            Provenance("countries[0]", basis="inferred"),
            Provenance("amounts[0].value.currency", basis="convention"),
            Provenance("chain[1].contributes_to[0]", basis="inferred"),
        ],
    )

    assert card(
        "Project: Wells",
        "==============",
        "Countries  CO (inferred)",
        "           PE",
        "Amounts    projected: CAD 5.00 (by convention)",
        "",
        "Results chain",
        "-------------",
        "Impact: Dignity (id goal)",
        "`-- Outcome: Access (link inferred)",
    ) == show(project)


def test_a_status_is_marked_part_by_part() -> None:
    """What the code was derived from is stated, in the source's own words."""
    project = Project(
        title="Wells", status="3", stated_status="Terminating", provenance=Provenance("status", basis="derived")
    )

    assert 'Status  finalisation (derived), "Terminating" in its own words' == show(project).splitlines()[2]
    project = evolve(project, provenance=Provenance("stated_status", basis="inferred"))

    assert 'Status  finalisation, "Terminating" in its own words (inferred)' == show(project).splitlines()[2]


def test_an_entry_whose_path_is_none_says_nothing() -> None:
    """A source may keep any words for a path."""
    project = Project(
        title="Wells", provenance=[Provenance(" a b ", basis="derived"), Provenance("[", basis="derived")]
    )

    assert "Project: Wells" == show(project).splitlines()[0]


def test_sentences_beside_each_other() -> None:
    """One that ends in a full stop needs no other sign; what is no sentence has its semicolon."""
    plan = Alignment("Plan", objective="Peace and development.", note="The project serves it.")

    assert (
        "Serves  Plan (objective: Peace and development. The project serves it.)"
        == (show(Project(title="P", alignments=plan)).splitlines()[-1])
    )
    plan = evolve(plan, objective="Peace")

    assert (
        "Serves  Plan (objective: Peace; The project serves it.)"
        == (show(Project(title="P", alignments=plan)).splitlines()[-1])
    )


def test_where_from_counts_for_the_parts_of_a_fact() -> None:
    """A word on a whole list is a word on each of its items, and no word on fields with a similar name."""
    project = Project(
        title="Wells",
        countries=["CO"],
        provenance=[Provenance("countries", basis="derived"), Provenance("countriesx", basis="inferred")],
    )

    assert "Countries  CO (derived)" == show(project).splitlines()[-1]


def test_where_from_in_a_chain() -> None:
    """A node or indicator with a fact in it that is not stated says so, however deep the fact lies."""
    project = Project(
        title="Wells",
        chain=Output(title="Dug", status="achieved", indicators=Indicator(title="Wells", baselines=0)),
        provenance=[
            Provenance("chain[0].status", basis="inferred"),
            Provenance("chain[0].indicators[0].baselines[0].value", basis="derived"),
        ],
    )
    lines = show(project).splitlines()

    assert "Output: Dug (achieved; inferred)" in lines
    assert "    Indicator: Wells (derived)" in lines
    assert "Indicator: Wells (derived)" in lines


def test_contacts_are_never_shown() -> None:
    """Personal data is on no card, in no list, and not in the words for the contact itself."""
    contact = Contact(person_name="Marisol Example", emails="marisol@example.org", telephones="+57 1 555")
    project = Project(identifier="X-1", title="Wells", contacts=contact)

    for thing in (project, (project, project), contact, (contact, 1), project.contacts, [contact], iter([contact])):
        for word in ("Marisol", "example.org", "555"):
            assert word not in show(thing)


def test_dates_as_the_source_has_them() -> None:
    """A kind has its own line; an entry without a date says so; a reversed pair is shown as it stands."""
    project = Project(
        title="Wells",
        dates=[
            ProjectDate("2024", kind="planned", edge="start"),
            ProjectDate("2023", kind="planned", edge="end", note="as agreed"),
            ProjectDate(None, kind="actual", edge="end"),
        ],
    )

    assert [
        "Dates, planned  start 2024",
        "                end 2023 (as agreed)",
        "Dates, actual   end not stated",
    ] == show(project).splitlines()[2:]


def test_a_date_of_no_stated_end_and_a_participant_without_a_role() -> None:
    """What the source leaves open is said to be open."""
    project = Project(
        title="Wells", dates=[ProjectDate("2024"), ProjectDate(note="?")], participants=Participant("IOM")
    )

    assert [
        "Dates, stated  2024 (start or end not stated)",
        "               not stated (start or end not stated; ?)",
        "Other parts    IOM (role not stated)",
    ] == show(project).splitlines()[2:]


def test_what_the_standard_has_room_for() -> None:
    """Emergencies and the last update among the facts, shares of the money with the money, loans by themselves."""
    project = Project(
        title="Wells",
        last_updated="2014-09-10T07:15:37.500Z",
        humanitarian_scopes=HumanitarianScope("FNPL15", type="2", vocabulary="1-2", name="Flash appeal"),
        capital_spend="88.8",
        budget_not_provided="legal restrictions",
        country_budget_items=CountryBudgetItems([BudgetItem("1.1.1", percentage=50, description="Executive"), "1.2.1"]),
        crs_add=CrsAdd(
            other_flags=[CrsFlag("1", significance=True), CrsFlag("2", significance=False), CrsFlag()],
            loan_terms=LoanTerms(rate_1=4, repayment_type="1", commitment_date="2013-09-01"),
            loan_status=LoanStatus(
                year=2014, interest_received="GBP 2", principal_outstanding="GBP 1500000", principal_arrears="GBP 0"
            ),
            channel_code="21039",
        ),
        fss=ForwardSpending(
            extraction_date="2014-05-06",
            priority=True,
            phaseout_year=2016,
            forecasts=[Forecast(2014, value=Money("3000", "GBP")), Forecast(2015)],
        ),
        legacy_data=LegacyDatum("Project Status", value="7"),
        provenance=Provenance("crs_add.channel_code", basis="derived"),
    )

    assert card(
        "Project: Wells",
        "==============",
        "Record updated       2014-09-10T07:15:37.5Z",
        "Humanitarian scopes  FNPL15 Flash appeal (vocabulary 1-2), type code 2",
        "",
        "Money",
        "-----",
        "No budgets given      legal restrictions",
        "Capital spend         88.8%",
        "Country budget items  1.1.1 Executive, 50%",
        "                      1.2.1",
        "",
        "Reports to the OECD",
        "-------------------",
        "Flags             1, yes",
        "                  2, no",
        "                  not stated",
        "Channel           21039 (derived)",
        "Loan terms        interest 4%, repayment type code 1, agreed 2013-09-01",
        "Loan status       2014, interest received GBP 2.00, principal outstanding GBP 1,500,000.00, "
        "principal in arrears GBP 0.00",
        "Figures taken on  2014-05-06",
        "Priority partner  yes",
        "Phase-out year    2016",
        "",
        "Forward spending",
        "Year        Amount",
        "----  ------------",
        "2014  GBP 3,000.00",
        "2015    not stated",
    ) == show(project, width=160)


def test_paragraphs_are_wrapped_and_kept_apart() -> None:
    """A description keeps its paragraphs; no line is longer than the width."""
    project = Project(title="Wells", descriptions=Description("one two three four five\n\nsix", type="2"))

    assert card(
        "Project: Wells",
        "==============",
        "",
        "Description,",
        "objectives",
        "------------",
        "one two three four",
        "five",
        "",
        "six",
    ) == show(project, width=20)


def test_long_tables_say_how_much_more_there_is() -> None:
    """A card has twenty transactions; none is left out without a word."""
    project = Project(transactions=[Transaction(value=Money(count, "USD")) for count in range(1, 24)])

    assert ["USD 20.00", "and 3 more"] == show(project).splitlines()[-2:]


def test_addresses_are_not_broken() -> None:
    """An address can be copied, however long it is."""
    address = "https://example.org/" + "long/" * 20
    project = Project(title="Wells", documents=Document(address, title="Logframe", format="application/pdf"))

    assert [
        "Documents",
        "---------",
        "Logframe (application/pdf)",
        f"    Address: {address}",
    ] == show(project).splitlines()[3:]


def test_several_projects_are_a_list() -> None:
    """Each on a row, with its number."""
    projects = (Project(identifier="X-1", title="Wells", status="2"), Project(title="Roads"))

    assert card(
        "2 projects",
        "==========",
        "No.  Identifier  Title  Status",
        "---  ----------  -----  --------------",
        "  1  X-1         Wells  implementation",
        "  2  not stated  Roads  not stated",
    ) == show(projects)
    assert show(projects) == show(list(projects)) == show(each for each in projects)
    assert show(projects) == show(dict(enumerate(projects)).values()) == show(deque(projects))
    assert "1 project" == show(projects[:1]).splitlines()[0]
    assert "no projects" == show(()).splitlines()[0] == show([]).splitlines()[0]


def test_what_only_looks_like_several_projects() -> None:
    """Mappings, strings and what holds other things have no card; the items of a list are said one by one."""
    wells = Project(title="Wells")

    assert str({"a": wells}) == show({"a": wells})
    assert "range(0, 3)" == show(range(3))
    assert card("CAD 1.00", "wells") == show([Money(1, "CAD"), "wells"]) == show(iter([Money(1, "CAD"), "wells"]))
    assert show(wells) in show([wells, "wells"])


# ------------------------------------------------------------------ languages


def test_the_language_that_is_preferred() -> None:
    """The first preferred language a text has; one that has none of them carries its own."""
    project = Project(
        title={"en": "Centres in operation", "fr": "Centres en activité"},
        kind={"fr": "Subvention"},
        default_language="en",
    )

    assert "Project: Centres en activité" == show(project, languages="fr").splitlines()[0]
    assert "Project: Centres in operation [en]" == show(project, languages=("es",)).splitlines()[0]
    assert "Project: Centres en activité" == show(project, languages=("es", "fr-CA")).splitlines()[0]
    assert "Kind              Subvention [fr]" == show(project).splitlines()[2]
    assert "Centres en activité [fr]" == show(Text({"fr": "Centres en activité"}), languages="en")


def test_a_language_that_is_not_known_is_not_marked() -> None:
    """Nothing is said of a language that nobody stated."""
    assert "Wells" == show(Text("Wells"), languages="fr")


def test_words_of_the_project_s_own_language() -> None:
    """A text without a language is in the project's."""
    project = Project(title="Wells", default_language="en")

    assert "Project: Wells [en]" == show(project, languages="fr").splitlines()[0]
    assert "Project: Wells" == show(project, languages="en-GB").splitlines()[0]


# ------------------------------------------------------------------ chains


def test_a_tree() -> None:
    """What contributes to a node stands beneath it; assumptions stand at the step they belong to."""
    chain = ResultsChain(
        [
            Impact(id="goal", title="Dignity"),
            Outcome(
                id="services",
                title="Access increased",
                depth="immediate",
                contributes_to=Link(
                    "goal", assumptions=Assumption("Staff is paid", status="at risk"), rationale="Seen"
                ),
            ),
            Output(
                id="centres",
                title="Centers operating",
                contributes_to="services",
                status="achieved",
                as_of="2024-05",
                risks=Risk("Budget is cut", likelihood="low"),
                figures=Figure(Quantity(11, "centers"), role="actual"),
                beneficiaries=["migrants", "hosts"],
                indicators=Indicator(title="Centers in use", unit="centre"),
            ),
            Activity(title="Train staff", contributes_to="services", span="2022"),
        ]
    )

    assert card(
        "Results chain",
        "=============",
        "Impact: Dignity (id goal)",
        "`-- Immediate outcome: Access increased (id services)",
        "    |   Assumes: Staff is paid (at risk)",
        "    |   Why: Seen",
        "    |-- Output: Centers operating (id centres; achieved, as of 2024-05)",
        "    |       Risk: Budget is cut (likelihood low)",
        "    |       Figure: 11 centers (actual)",
        "    |       Beneficiaries: migrants, hosts",
        "    |       Indicator: Centers in use (unit centre)",
        "    `-- Activity: Train staff (2022-01-01 to 2022-12-31)",
    ) == show(chain)
    assert show(chain) == chain.tree()


def test_who_and_where_a_node_is_about() -> None:
    """Organisations that are named and places each have a line; a place by its name, where the project has it."""
    node = Output(title="Wells", organisations=["Water Board", Organisation(ref="XM-1")], locations=["bog", "cali"])
    project = Project(locations=Location("Bogotá", ref="bog"), chain=node)

    assert ["Output: Wells", "    Names: Water Board, XM-1", "    Places: Bogotá, cali"] == show(project).splitlines()[
        -3:
    ]
    assert "    Places: bog, cali" == show(project.chain).splitlines()[-1]


def test_a_chain_without_links_has_one_heading() -> None:
    """No heading stands above another with nothing between them."""
    assert ["", "Results chain, not linked", "-------------------------", "Output: Wells"] == show(
        Project(title="P", chain=Output(title="Wells"))
    ).splitlines()[2:]
    circle = [Outcome(id="a", title="A", contributes_to="b"), Outcome(id="b", title="B", contributes_to="a")]

    assert "Results chain, linked in circles" == show(Project(title="P", chain=circle)).splitlines()[3]


def test_a_node_reached_twice_is_shown_once() -> None:
    """The second time it is named only, and what is beneath it is not repeated."""
    chain = ResultsChain(
        [
            Impact(id="goal", title="Goal"),
            Outcome(id="a", title="A", contributes_to="goal"),
            Outcome(id="b", title="B", contributes_to="goal"),
            Output(id="o", title="O", contributes_to=["a", Link("b", assumptions="rain")]),
            Activity(title="Dig", contributes_to="o"),
        ]
    )

    assert [
        "Impact: Goal (id goal)",
        "|-- Outcome: A (id a)",
        "|   `-- Output: O (id o)",
        "|       `-- Activity: Dig",
        "`-- Outcome: B (id b)",
        "    `-- Output: O (id o; shown above)",
        "            Assumes: rain",
    ] == show(chain).splitlines()[2:]


def test_circles_and_links_to_itself_end() -> None:
    """A circle is gone round once, from a node in it; nothing of a broken chain is lost."""
    chain = ResultsChain(
        [
            Output(id="c", title="C", contributes_to=["a", "c"]),
            Outcome(id="a", title="A", contributes_to="b"),
            Outcome(id="b", title="B", contributes_to="a"),
            OtherResult(id="self", title="Self", contributes_to="self"),
            Result(title="Coordination", status="achieved"),
        ]
    )

    assert [
        "Linked in circles",
        "-----------------",
        "Outcome: A (id a)",
        "|-- Output: C (id c)",
        "|   `-- Output: C (id c; leads to itself)",
        "`-- Outcome: B (id b)",
        "    `-- Outcome: A (id a; shown above: a circle)",
        "",
        "Not linked",
        "----------",
        "Other result: Self (id self)",
        "`-- Other result: Self (id self; leads to itself)",
        "Result, level not stated: Coordination (achieved)",
    ] == show(chain).splitlines()[3:]


def test_equal_nodes_are_each_shown() -> None:
    """Two nodes that say the same, without ids, are two nodes."""
    node = Output(title="Wells")

    assert ["Output: Wells", "Output: Wells"] == show(ResultsChain([node, node])).splitlines()[-2:]


def test_an_empty_chain() -> None:
    """It says that it is empty."""
    assert card("Results chain", "=============", "no nodes") == show(ResultsChain())


def test_a_chain_of_ten_thousand_steps() -> None:
    """Depth costs neither the stack nor the width of the page."""
    chain = ResultsChain(
        [Output(id=f"{n}", title="Step", contributes_to=() if n == 0 else f"{n - 1}") for n in range(10_000)]
    )
    lines = show(chain).splitlines()

    assert 10_002 == len(lines)
    assert 80 >= max(map(len, lines))
    assert lines[-1].endswith("(level 10000) Output: Step (id 9999)")


# ------------------------------------------------------------------ indicators


def test_an_indicator() -> None:
    """Baseline, targets and actuals in columns that line up."""
    indicator = Indicator(
        title="Centers in operation",
        measure="number",
        unit="centre",
        direction="increase",
        baselines=Baseline(0, date="2021"),
        periods=[
            Period("2021-09/2023-08", targets=10, actuals=Actual(11, as_of="2023-08")),
            Period("2024", targets=1200),
        ],
    )

    assert card(
        "Indicator: Centers in operation",
        "===============================",
        "Measure    number",
        "Unit       centre",
        "Direction  increase",
        "Baseline   0 (2021)",
        "",
        "Periods",
        "Period                    Target              Actual",
        "------------------------  ------  ------------------",
        "2021-09 to 2023-08            10  11 (as of 2023-08)",
        "2024-01-01 to 2024-12-31   1,200          not stated",
    ) == show(indicator)


def test_values_for_categories_and_places() -> None:
    """Each category has a row; what stands on one side only is not stated on the other; comments follow."""
    indicator = Indicator(
        title="People",
        disaggregations=Disaggregation("sex", categories=["female", "male"]),
        periods=Period(
            "2023-01/2023-12",
            targets=10,
            actuals=[
                Actual(9, comment="counted by hand"),
                Actual(6, dimensions={"sex": "female"}),
                Actual(0, dimensions={"sex": "male"}, locations="bog"),
                Actual(8, source="audit"),
            ],
        ),
    )
    project = Project(
        title="P",
        default_language="en",
        locations=Location("Bogotá", ref="bog"),
        chain=[Output(id="o", title="O", indicators=indicator)],
    )

    assert [
        "Indicator: People",
        "-----------------",
        "Of              Output: O",
        "Broken down by  sex: female, male",
        "",
        "Periods",
        "Period              For                      Target                    Actual",
        "------------------  -------------------  ----------  ------------------------",
        "2023-01 to 2023-12  all                          10  9; 8 (reported by audit)",
        "2023-01 to 2023-12  sex female           not stated                         6",
        "2023-01 to 2023-12  sex male, in Bogotá  not stated                         0",
        "",
        "Comments  2023-01 to 2023-12, actual: counted by hand",
    ] == show(project).splitlines()[-13:]


@pytest.mark.parametrize(
    ("baseline", "said"),
    [
        (Baseline(0), "0%"),
        (Baseline("12.50", numerator=1, denominator=8), "12.50% (1 of 8)"),
        (Baseline(50, numerator=1), "50% (1 of not stated)"),
        (Baseline(2800000, qualifier="over"), "over 2,800,000%"),
        (Baseline(5, qualifier="exact"), "5%"),
        (Baseline(stated="low"), "low"),
        (Baseline(status="suppressed"), "suppressed"),
        (Baseline(status="not applicable"), "not applicable"),
        (Baseline(), "not stated"),
        (Baseline(date="2021"), "not stated (2021)"),
    ],
)
def test_a_value_of_a_percentage(baseline: Baseline, said: str) -> None:
    """A number, the words in its place, the reason why there is none, or that nothing is stated."""
    text = show(Indicator(title="Share", measure="percentage", baselines=baseline))

    assert f"Baseline  {said}" == text.splitlines()[3]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (Target(minimum=10, maximum=20), "10 to 20"),
        (Target(minimum=10), "at least 10"),
        (Target(maximum=20, due="2025-06"), "up to 20 (due 2025-06)"),
        (Target(15, minimum=10, maximum=20), "15 (10 to 20)"),
    ],
)
def test_a_target_range(target: Target, said: str) -> None:
    """A range is said as one, beside the number where there is one."""
    assert f"Target  {said}" == show(Indicator(title="Wells", targets=target)).splitlines()[2]


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        (
            Indicator(periods=Period("2021-09/2023-08", targets=10, actuals=11)),
            "target 10, actual 11 for 2021-09/2023-08",
        ),
        (Indicator(periods=Period(targets=10, actuals=0)), "target 10, actual 0"),
        (Indicator(periods=Period("2023-01/2023-12", actuals=5)), "actual 5 for 2023-01/2023-12"),
        (
            Indicator(targets=100, periods=Period("2023-01/2023-12", actuals=5)),
            "target 100 overall, actual 5 for 2023-01/2023-12",
        ),
        (
            Indicator(
                periods=[Period("2022-01/2022-12", targets=10, actuals=9), Period("2023-01/2023-12", actuals=12)]
            ),
            "target 10 for 2022-01/2022-12, actual 12 for 2023-01/2023-12",
        ),
        (
            Indicator(periods=[Period("2023-01/2023-12", targets=20), Period("2022-01/2022-12", targets=10)]),
            "target 20 for 2023-01/2023-12",
        ),
        (
            Indicator(
                measure="percentage", periods=Period("2023-01/2023-12", targets=Target(minimum=40), actuals="12.5")
            ),
            "target at least 40%, actual 12.5% for 2023-01/2023-12",
        ),
        (
            Indicator(periods=Period("2023-01/2023-12", actuals=[3, Actual(1, dimensions={"sex": "male"})])),
            "actual 3 for 2023-01/2023-12",
        ),
        (
            Indicator(periods=Period("2023-01/2023-12", targets=Target(stated="high"), actuals=Actual(stated="low"))),
            "target high, actual low for 2023-01/2023-12",
        ),
    ],
)
def test_an_indicator_in_a_tree_says_how_far_it_has_come(indicator: Indicator, said: str) -> None:
    """The latest actual for all, and the target of its period; else the one that comes last, or is outside any."""
    indicator = evolve(indicator, title="Wells", unit="well")

    assert f"Wells (unit well; {said})" == _indicator_line(indicator)


@pytest.mark.parametrize(
    "periods",
    [
        [],
        Period("2023", actuals=Actual()),
        Period("2023", targets=[1, 2], actuals=[1, 2]),
        [Period("2023", actuals=1), Period("2023", actuals=2)],
        [Period("2023", targets=1), Period("2023", targets=2)],
        [Period(targets=1), Period("2023", targets=2)],
        Period("2023", targets=Target(status="not yet due"), actuals=Actual(status="missing")),
        Period("2023", actuals=Actual(1, locations="bog")),
    ],
)
def test_an_indicator_in_a_tree_guesses_nothing(periods: list[Period]) -> None:
    """Where there is no value for all, or none is sure to be the last, nothing is said."""
    assert "Wells (unit well)" == _indicator_line(Indicator(title="Wells", unit="well", periods=periods))


def _indicator_line(indicator: Indicator) -> str:
    """Give what the tree says of an indicator."""
    return show(ResultsChain(Output(title="O", indicators=indicator)), width=200).splitlines()[-1].partition(": ")[2]


# ------------------------------------------------------------------ the rest


def test_other_things() -> None:
    """A report has its own form of text, a text its words, a value its ``str``."""
    report = Report(Issue(code="budgets.negative", severity=Severity.WARNING, message="below zero", path="budgets[2]"))

    assert str(report) == show(report)
    assert "no issues" == show(Report())
    assert "CAD 4,000,000.00" == show(Money("4000000.00", "CAD"))
    assert "" == show(Text())
    assert "7" == show(7)
    assert card("one", "CAD 1.00") == show((Text("one"), Money(1, "CAD")))


def test_reports_and_texts_are_wrapped() -> None:
    """What follows the first line of an issue stands beneath its message."""
    issue = Issue(
        code="a.b", severity=Severity.WARNING, message="the budget is below zero: look at its sign", path="budgets[2]"
    )

    assert card(
        "1 warning",
        "  warning  budgets[2]  the budget is",
        "           below zero: look at its sign",
        "           [a.b]",
    ) == show(Report(issue), width=40)
    assert card(
        "1 warning",
        "  warning  budgets[2]",
        "    the budget is below",
        "    zero: look at its",
        "    sign  [a.b]",
    ) == show(Report(issue), width=25)
    assert card("Wells and pumps in", "the hills") == show(Text("Wells and pumps in the hills"), width=20)


def test_what_is_found_at_many_places_is_said_once() -> None:
    """Issues that follow each other and say the same are one finding, with its places; others are not moved."""
    many = [Issue(code="a.b", severity=Severity.INFO, message="no level", path=f"chain[{at}]") for at in range(9)]
    other = Issue(code="a.c", severity=Severity.ERROR, message="wrong", where=(3, 7), rule="7.1")

    assert card(
        "1 error, 10 info",
        "  info     9 places  no level  [a.b]",
        "           chain[0], chain[1], chain[2],",
        "           chain[3], chain[4], chain[5],",
        "           chain[6], chain[7], chain[8]",
        "  error    line 3, column 7: (whole)",
        "           wrong  [a.c, rule 7.1]",
        "  info     chain[0]  no level  [a.b]",
    ) == show(Report([*many, other, many[0]]), width=40)
    assert 12 == len(str(Report([*many, other, many[0]])).splitlines())


def test_a_long_report_is_gathered() -> None:
    """Of more than 100 issues those of one code are one finding, the worst first, with the first eight places."""
    late = [
        Issue(code="a.late", severity=Severity.WARNING, message=f"is {day} days late", path=f"budgets[{day}]")
        for day in range(100)
    ]
    wrong = Issue(code="a.wrong", severity=Severity.ERROR, message="wrong", path="title", rule="4.3.1")
    expected = [
        "1 error, 100 warnings",
        "  error    title  wrong  [a.wrong, rule 4.3.1]",
        "  warning  100 places  is 0 days late, and the like  [a.late]",
        f"           {', '.join(f'budgets[{day}]' for day in range(8))} and 92 more",
    ]

    assert expected == show(Report([*late, wrong]), width=140).splitlines()
    assert 101 == len(show(Report(late), width=140).splitlines())
    assert 102 == len([*report_lines(Report([*late, wrong]), None)])


def test_characters_that_steer_a_terminal_are_written_out() -> None:
    """Colours, bells, other directions and halves of characters do not reach the terminal; letters of any script do."""
    title = "a\x1b[31m\x07b\u202ec\ud800d\x9be\tf\r\ng نص हिन्दी"

    assert r"Project: a\x1b[31m\x07b\u202ec\ud800d\x9be f g نص हिन्दी" == show(Project(title=title)).splitlines()[0]
    report = Report(Issue(code="a.b", severity=Severity.INFO, message="\x1b[2J", path="title"))

    assert "\x1b" not in show(report)
    assert "\x1b" not in show(Project(identifier="\x1b[2J", stated_status="\x1b[2J"))


def test_words_that_are_longer_than_a_line() -> None:
    """A word without an end, and characters of two columns, stay inside the width."""
    long, wide = "x" * 500, "水" * 200
    project = Project(
        identifier=long,
        title=wide,
        chain=[Impact(id="i", title=long), Outcome(title=wide, contributes_to="i")],
        participants=Funder(Organisation(long).name),
        transactions=[Transaction(value=Money(1, "USD"), provider=long, receiver=wide, description=long)],
    )

    for width in (20, 33, 80):
        for line in show(project, width=width).splitlines():
            assert width >= len(line) + line.count("水")


def test_a_table_that_does_not_fit_is_written_in_rows() -> None:
    """Where columns would be too narrow to read, each row is a list."""
    project = Project(title="W", budgets=Budget("2023-01/2023-12", value=Money(5, "USD"), type="1", status="2"))

    assert [
        "Budgets",
        "- Period: 2023-01 to",
        "    2023-12",
        "  Amount: USD 5.00",
        "  Type: original",
        "  Status: committed",
    ] == show(project, width=20).splitlines()[5:]


@pytest.mark.parametrize("width", [19, 0, -1, True, "80", 80.0])
def test_widths_that_are_none(width: int) -> None:
    """A width is a whole number with room for a word."""
    with pytest.raises(InvalidValue) as caught:
        show(1, width=width)

    assert f"show.width: must be a whole number of at least 20, got {width!r}" == str(caught.value)


def test_a_language_is_a_string() -> None:
    """What is no language is refused, whatever is shown."""
    with pytest.raises(InvalidValue):
        show(1, languages=(7,))  # type: ignore[arg-type]
