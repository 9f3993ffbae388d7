"""Rules on names and codes: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Activity,
    Actual,
    Baseline,
    Budget,
    Description,
    Indicator,
    Location,
    Outcome,
    Output,
    Participant,
    Period,
    PlannedDisbursement,
    PolicyMarker,
    Project,
    Provenance,
    RelatedProject,
    Severity,
    Transaction,
)

E, W = Severity.ERROR, Severity.WARNING
PLACES = [Location("Bogotá", ref="bogota"), Location("Cali", ref="cali"), Location("Pasto")]

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "codes.unknown": [
        (
            Project(
                status="implementaton",
                participants=Participant("Water Trust", role="implementor"),
                chain=Outcome(indicators=[Indicator(measure="number"), Indicator(measure="percent")]),
            ),
            W,
            [
                (
                    "participants[0].role",
                    "'implementor' is not in the list OrganisationRole: did you mean 'implementing'?",
                    None,
                ),
                ("status", "'implementaton' is not in the list ProjectStatus: did you mean 'implementation'?", None),
                (
                    "chain[0].indicators[1].measure",
                    "'percent' is not in the list MeasureType: did you mean 'percentage'?",
                    None,
                ),
            ],
        ),
        (
            Project(
                descriptions=Description("Wells", type="ZZZ"),
                scope="ZZZ",
                budget_not_provided="ZZZ",
                markers=PolicyMarker("1", significance="ZZZ"),
                budgets=Budget(type="ZZZ", status="ZZZ"),
                planned_disbursements=PlannedDisbursement(type="ZZZ"),
                transactions=[Transaction(type="3"), Transaction(type="ZZZ")],
                related_projects=RelatedProject("XM-1-2", type="ZZZ"),
            ),
            W,
            [
                (path, f"'ZZZ' is not in the list {name}: it has {terms}", None)
                for path, name, terms in (
                    ("descriptions[0].type", "DescriptionType", "general, objectives, target groups, other"),
                    (
                        "scope",
                        "ProjectScope",
                        "global, regional, multi national, national, multi first level, single first level, single second level, single location",
                    ),
                    (
                        "markers[0].significance",
                        "PolicySignificance",
                        "not targeted, significant, principal, principal and action programme, explicit primary",
                    ),
                    ("budgets[0].type", "BudgetType", "original, revised"),
                    ("budgets[0].status", "BudgetStatus", "indicative, committed"),
                    ("planned_disbursements[0].type", "BudgetType", "original, revised"),
                    (
                        "transactions[1].type",
                        "TransactionType",
                        "incoming funds, outgoing commitment, disbursement, expenditure, interest payment, loan repayment, reimbursement, purchase of equity, sale of equity, credit guarantee, incoming commitment, outgoing pledge, incoming pledge",
                    ),
                    ("related_projects[0].type", "RelationType", "parent, child, sibling, co funded, third party"),
                    (
                        "budget_not_provided",
                        "BudgetNotProvided",
                        "commercial restrictions, legal restrictions, rapid onset emergency",
                    ),
                )
            ],
        ),
    ],
    "locations.unknown-ref": [
        (
            Project(
                locations=PLACES,
                chain=[
                    Activity(title="Work", locations=["bogota", "Bogotá"]),
                    Output(
                        title="Centers",
                        locations="medellin",
                        indicators=Indicator(
                            baselines=Baseline(1, locations="quito"),
                            periods=Period("2023", actuals=Actual(2, locations=["cali", "pasto"])),
                        ),
                    ),
                ],
            ),
            W,
            [
                (path, f"no location of the project has the ref {ref!r}: give it to the one meant, or add it", None)
                for path, ref in (
                    ("chain[0].locations[1]", "Bogotá"),
                    ("chain[1].locations[0]", "medellin"),
                    ("chain[1].indicators[0].baselines[0].locations[0]", "quito"),
                    ("chain[1].indicators[0].periods[0].actuals[0].locations[1]", "pasto"),
                )
            ],
        ),
    ],
    "locations.repeated-ref": [
        (
            Project(locations=[*PLACES, Location("Bogotá D.C.", ref="bogota")]),
            W,
            [("locations[3].ref", "'bogota' is the ref of locations[0] too: give each its own", None)],
        ),
    ],
    "indicators.repeated-id": [
        (
            Project(chain=[Activity(), Output(indicators=[Indicator(id="a"), Indicator(id="b"), Indicator(id="a")])]),
            E,
            [
                (
                    "chain[1].indicators[2].id",
                    "'a' is the id of indicators[0] of the result too: give each its own",
                    None,
                )
            ],
        ),
    ],
    "provenance.leads-nowhere": [
        (
            Project(
                title="Wells",
                provenance=[
                    Provenance("title", basis="stated"),
                    Provenance("tilte", basis="stated"),
                    Provenance("budgets[0].value", basis="stated"),
                    Provenance("the title", basis="stated"),
                ],
            ),
            W,
            [
                (
                    "provenance[1].path",
                    "'tilte' leads nowhere: no field of Project 'tilte'; did you mean 'title'?",
                    None,
                ),
                (
                    "provenance[2].path",
                    "'budgets[0].value' leads nowhere: no item of budgets, which has 0, '0'",
                    None,
                ),
                (
                    "provenance[3].path",
                    "'the title' leads nowhere: is no path, got 'the title'; write it as in \"chain[2].indicators[0].title\"",
                    None,
                ),
            ],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "codes.unknown": [
        Project(),
        Project(
            status="2",
            scope="national",
            participants=Participant("Water Trust", role="4"),
            descriptions=[Description("Wells", type="2"), Description("Wells")],
            markers=[PolicyMarker("1", significance="0"), PolicyMarker("1")],
            budgets=[Budget(type="2", status="committed"), Budget()],
            transactions=[Transaction(type="13"), Transaction()],
            related_projects=RelatedProject("XM-1-2", type="5"),
            chain=Outcome(indicators=[Indicator(measure="unit"), Indicator(measure="ratio"), Indicator()]),
        ),
    ],
    "locations.unknown-ref": [
        Project(locations=PLACES),
        Project(
            locations=PLACES,
            chain=Output(locations=["cali", "bogota"], indicators=Indicator(baselines=Baseline(1, locations="cali"))),
        ),
    ],
    "locations.repeated-ref": [Project(locations=PLACES), Project(locations=["Bogotá", "Bogotá"])],
    "indicators.repeated-id": [
        Project(chain=[Output(indicators=Indicator(id="a")), Output(indicators=Indicator(id="a"))]),
        Project(chain=Output(indicators=[Indicator(id="a"), Indicator(id="A"), Indicator(), Indicator()])),
    ],
    "provenance.leads-nowhere": [
        Project(),
        Project(
            title="Wells",
            chain=Output(id="centres", title="Centers"),
            provenance=[
                Provenance(path, basis="stated") for path in ("title", "chain[0].title", "chain[centres]", "budgets")
            ],
        ),
    ],
}
