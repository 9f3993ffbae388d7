"""Rules on names and codes: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Activity,
    Actual,
    Baseline,
    Indicator,
    Location,
    Output,
    Period,
    Project,
    Provenance,
    Severity,
)

E, W = Severity.ERROR, Severity.WARNING
PLACES = [Location("Bogotá", ref="bogota"), Location("Cali", ref="cali"), Location("Pasto")]

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
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
