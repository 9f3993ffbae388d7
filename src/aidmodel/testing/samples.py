"""Three projects to try things on: a small one, an odd one, a large one. All of it is invented."""

from aidmodel.model.budget import (
    Amount,
    Budget,
    BudgetItem,
    BudgetType,
    CountryBudgetItems,
    PlannedDisbursement,
)
from aidmodel.model.chain import ResultsChain
from aidmodel.model.classification import HumanitarianScope, PolicyMarker, Reference, Sector, Tag
from aidmodel.model.document import Document
from aidmodel.model.extras import Extras, Raw
from aidmodel.model.indicator import Disaggregation, Indicator, Period
from aidmodel.model.link import Assumption, Link, Risk
from aidmodel.model.measurement import Actual, Baseline, Dimension, Target
from aidmodel.model.oecd import CrsAdd, CrsFlag, Forecast, ForwardSpending, LoanStatus
from aidmodel.model.organisation import Contact, Funder, Participant, Party, ReportingOrganisation
from aidmodel.model.place import Country, Location, Point, Region
from aidmodel.model.project import Project
from aidmodel.model.result import Activity, Figure, Impact, Input, OtherResult, Outcome, Output, Result
from aidmodel.model.statement import (
    Condition,
    ContextFact,
    Description,
    LegacyDatum,
    OtherIdentifier,
    ProjectDate,
    Provenance,
    RelatedProject,
)
from aidmodel.model.transaction import Transaction
from aidmodel.values.code import Code
from aidmodel.values.duration import Duration
from aidmodel.values.money import Money
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.quantity import Quantity
from aidmodel.values.span import DateSpan
from aidmodel.values.text import Text


def small() -> Project:
    """Give a tidy project: four results, three indicators, two budgets; no rule finds fault with it.

    >>> from aidmodel.rules.check import check
    >>> project = small()
    >>> str(project.title), len(project.chain.results)
    ('Safe water for the hill districts', 4)
    >>> print(check(project, as_of="2025-06-30"))
    no issues
    """
    return Project(
        identifier="XE-EXAMPLE-1-WATER",
        reporting=ReportingOrganisation("Example Aid Agency", ref="XE-EXAMPLE-1", type="10"),
        title="Safe water for the hill districts",
        descriptions=[Description("Wells are built and looked after by water committees.", type="general")],
        participants=[
            Funder("Example Aid Agency", ref="XE-EXAMPLE-1", contribution=Money("900000.00", "CAD")),
            Participant("Hill Water Trust", role="implementing"),
        ],
        status="implementation",
        dates={"planned": "2024-01-01/2025-12-31", "actual": "2024-01-15/.."},
        countries=Country("NP", name="Nepal", percentage=100),
        locations=Location("Hill districts", ref="hills", country="NP", point=Point("28.25", "84.5")),
        sectors=Sector("14030", percentage=100),
        default_currency="CAD",
        default_language="en",
        amounts={"maximum contribution": Money("900000.00", "CAD")},
        budgets=[
            Budget("2024", value=Money("500000.00", "CAD"), value_date="2024-01-01", status="committed"),
            Budget("2025", value=Money("400000.00", "CAD"), value_date="2025-01-01", status="indicative"),
        ],
        transactions=Transaction(type="disbursement", date="2024-02-01", value=Money("500000.00", "CAD")),
        chain=[
            Impact(id="health", title="Fewer children fall ill"),
            Outcome(
                id="use",
                title="Households drink safe water",
                depth="intermediate",
                contributes_to=Link("health", assumptions="Hygiene at home does not get worse"),
                indicators=_share_of_households(),
            ),
            Output(
                id="wells",
                title="Wells built",
                contributes_to="use",
                indicators=_count("Wells in operation", "well", (20, 19), (40, None)),
            ),
            Output(
                id="committees",
                title="Water committees trained",
                contributes_to="use",
                indicators=_count("People trained", "person", (60, 72), (120, None)),
                risks=Risk("Members move away", likelihood="low", mitigation="Two members are trained for each seat"),
            ),
        ],
    )


def _share_of_households() -> Indicator:
    return Indicator(
        title="Households that drink safe water",
        measure="percentage",
        unit="percent",
        direction="increase",
        accumulation="snapshot",
        baselines=Baseline("31.0", date="2023-11"),
        periods=[
            Period("2024", targets="45.0", actuals=Actual("47.5", numerator=1900, denominator=4000)),
            Period("2025", targets="60.0"),
        ],
        data_source="Household survey",
        frequency="annual",
    )


def _count(title: str, unit: str, *years: tuple[int, int | None]) -> Indicator:
    """An indicator that counts from 0; for each year from 2024 on a target and, where there is one, an actual."""
    return Indicator(
        title=title,
        measure="number",
        unit=unit,
        direction="increase",
        accumulation="running total",
        baselines=Baseline(0, date="2023-12-31"),
        periods=[
            Period(str(2024 + number), targets=target, actuals=() if actual is None else actual)
            for number, (target, actual) in enumerate(years)
        ],
    )


def odd() -> Project:
    """Give a project with all that is unusual and legal: circles, blanks, unknown codes, partial dates, negative money.

    >>> project = odd()
    >>> [str(node.title) for node in project.chain.parents("b")]
    ['Twice']
    >>> project.planned is None  # the planned dates are reversed
    True
    """
    return Project(
        identifier=" XX/ODD?1 ",
        title=Text([(None, ""), ("en", "Odd"), ("fr", "Étrange"), ("EN", "Odd again"), ("ar", "غريب"), ("en", " ")]),
        kind="Grant\tof an unusual kind\n",
        descriptions=[Description(), Description(Text({"zh": "说明"}), type=Code("77", "own"))],
        participants=[
            Participant(role=Code("9")),
            Participant(role="implementing"),
            Participant("Somebody"),
            Funder(ref="XX-2", contribution=Money("0.001", "ZZZ")),
            Funder(ref="XX-2", contribution=Money(-1, "DEM")),
        ],
        other_identifiers=OtherIdentifier(type="B1", owner=Party("Former owner", activity_id="A-1")),
        status=Code("99"),
        stated_status="Terminating",
        dates=[
            ProjectDate("2025-Q3", kind="planned", edge="start"),
            ProjectDate("2021", kind="planned", edge="end"),
            ProjectDate("9999-12-31", kind="actual", edge="end"),
            ProjectDate(kind="stated", edge="start", note="no date"),
            ProjectDate("2020~", kind="stated", edge="start"),
            ProjectDate("2020-02-29", kind="stated", edge="start"),
            ProjectDate("2019"),
            ProjectDate(),
        ],
        stated_duration=Duration("3.0", "years"),
        last_modified=PartialDate("2019-12?"),
        contacts=Contact(organisation=" ", telephones=["+00 0", "+00 0"], mailing_addresses=["", "Nowhere\n1"]),
        countries=[Country(percentage="33.33"), Country("XK", percentage=250), Country("co")],
        regions=Region(vocabulary="99", vocabulary_uri="https://example.org/regions", percentage=-1),
        locations=[
            Location(),
            Location(point=Point(longitude="0.5")),
            Location(Text({"es": "Río"}), ref="río", point=Point(95, "-200.5")),
        ],
        sectors=[Sector("0042", vocabulary="99"), Sector(percentage=0)],
        tags=Tag(name="no code"),
        markers=PolicyMarker("1", significance=Code("7")),
        humanitarian=False,
        humanitarian_scopes=HumanitarianScope(type=Code("3")),
        hierarchy=-1,
        amounts=[Amount(kind="projected"), Amount(Money("1.005", "JPY"), kind="projected", note="twice")],
        budgets=[
            Budget(),
            Budget(DateSpan(None, "2021"), value=Money(-500, "CAD")),
            Budget("2018/2024", value=Money("99999999999999999999.99", "XAF"), type="revised"),
            Budget("2020-02-29/2021-02-28", value=Money(0, "CAD"), type=Code("original?")),
        ],
        planned_disbursements=PlannedDisbursement(DateSpan("2030-01", None), type=BudgetType.REVISED),
        transactions=[Transaction(), Transaction(type=Code("99"), value=Money(-5, "USD"), country="XK", region="298")],
        documents=[Document(), Document("not an address", date="2021-05")],
        related_projects=RelatedProject(type=Code("8")),
        conditions_attached=False,
        conditions=Condition("A condition all the same"),
        context=ContextFact("A fact", quantity=Quantity("0.5", "goats per well", "about"), as_of="2020-Q1"),
        chain=_odd_chain(),
        country_budget_items=CountryBudgetItems([BudgetItem(), BudgetItem("1.1.1", percentage=-1)]),
        budget_not_provided=Code("99"),
        crs_add=CrsAdd(other_flags=[CrsFlag(), CrsFlag("1", significance=False)], loan_status=LoanStatus()),
        fss=ForwardSpending(forecasts=[Forecast(), Forecast(2014, value=Money(-1, "CAD")), Forecast(2014)]),
        legacy_data=[LegacyDatum(), LegacyDatum("Status"), LegacyDatum("Status", value="7")],
        last_updated="2019-12-31T23:59:59.000001-03:30",
        provenance=[
            Provenance("title", basis="inferred", line=1),
            Provenance("title", basis="stated", quote="Odd"),
            Provenance("nowhere[9]", basis="convention"),
        ],
        extras=Extras(
            {"org:notes": ["a", None, {"deep": {"0042": True, "list": [[], {}]}}], "org:a:b": -1},
            raw=Raw(at="title", name="@xml:base", xml=""),
        ),
    )


def _odd_chain() -> ResultsChain:
    without_id = Result(title="Twice")
    return ResultsChain(
        [
            without_id,
            without_id,
            Impact(id="a", title="Twice", contributes_to=["b", Link("b", rationale="a second link"), "a"]),
            Outcome(id="b", title="In a circle with a", contributes_to="a"),
            Output(title="Leads up, and nothing can lead to it", contributes_to=["a", "b"]),
            Activity(id="down", title="Reached from above", span="2021-09/..", status="dropped"),
            Input(title=Text(), figures=Figure(Quantity(-3, "cars"))),
            OtherResult(
                id=" [x] ",
                label="(1)",
                contributes_to=Link(
                    "down", assumptions=[Assumption(), Assumption("Rain", kind="driver", status="failed")]
                ),
                intended=False,
                valence="negative",
                weight="-0.5",
                references=Reference("3.3.1", vocabulary="9"),
                beneficiaries=["", Text({"ht": "moun"})],
                indicators=[_odd_indicator(), _odd_indicator(), Indicator()],
            ),
        ]
    )


def _odd_indicator() -> Indicator:
    return Indicator(
        title="Share\u2028of something",
        measure=Code("6"),
        direction="range",
        accumulation="per period",
        scale=["low", "low"],
        disaggregations=Disaggregation("sex", categories=["female", "female"]),
        baselines=[Baseline(), Baseline(status="not applicable"), Baseline(stated="n/a", date="2018?")],
        targets=[Target(minimum=10, maximum=5, due="2019"), Target(0)],
        periods=[
            Period(targets=10, actuals=[Actual(11), Actual(12)]),
            Period(
                "2021",
                actuals=[
                    Actual("1E+3", dimensions=[Dimension("sex"), Dimension(value="18-24"), Dimension()]),
                    Actual(0, numerator=1, denominator=0, locations="not a place"),
                    Actual(status="suppressed", comment=Text({"en": "few people", "fr": ""})),
                ],
            ),
            Period(DateSpan("2021-06-01", None), targets=Target(stated="low", qualifier="up to")),
        ],
    )


def large() -> Project:
    """Give a tidy project of 200 results, each output with two indicators over four years.

    >>> project = large()
    >>> len(project.chain.results), len(project.chain.outputs)
    (200, 180)
    >>> sum(len(result.indicators) for result in project.chain.results)
    360
    """
    outcomes = [
        Outcome(id=f"outcome-{number}", title=f"District {number} serves its people", contributes_to="goal")
        for number in range(1, 20)
    ]
    outputs = [
        Output(
            id=f"output-{number}",
            title=f"Service {number} set up",
            contributes_to=f"outcome-{(number - 1) % 19 + 1}",
            indicators=[
                _count("Centres open", "centre", *_growing(number)),
                _count("People reached", "person", *_growing(100 * number)),
            ],
        )
        for number in range(1, 181)
    ]
    return Project(
        identifier="XE-EXAMPLE-1-LARGE",
        reporting=ReportingOrganisation("Example Aid Agency", ref="XE-EXAMPLE-1", type="10"),
        title="Services in all districts",
        descriptions="A programme of many small services.",
        participants=[Funder("Example Aid Agency", ref="XE-EXAMPLE-1"), Participant("Ministry", role="accountable")],
        status="implementation",
        dates={"planned": "2024-01-01/2027-12-31", "actual": "2024-01-01/.."},
        countries=Country("NP", percentage=100),
        sectors=Sector("15110", percentage=100),
        default_language="en",
        budgets=[Budget(str(year), value=Money("2500000.00", "EUR")) for year in range(2024, 2028)],
        chain=[Impact(id="goal", title="People in all districts live better"), *outcomes, *outputs],
    )


def _growing(step: int) -> list[tuple[int, int | None]]:
    """Targets that grow by a step each year, and actuals that lag and lead by turns, for the first two years."""
    return [(step, step - step // 10), (2 * step, 2 * step + step // 20), (3 * step, None), (4 * step, None)]
