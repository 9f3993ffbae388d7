"""JSON and back of whole projects: pydantic on models of the same tree, cattrs on the very same classes.

Every side checks what it reads, leaves out what is not stated, and has to give back the projects it was given.
"""

import datetime as dt
from collections.abc import Iterator

from side import compare
from trees_cattrs import converter
from trees_pydantic import adapter, mirrored

from aidmodel import (
    Actual,
    Baseline,
    Budget,
    Country,
    Description,
    Funder,
    Impact,
    Indicator,
    Link,
    Money,
    Outcome,
    Output,
    Participant,
    Party,
    Period,
    Project,
    Sector,
    Target,
    Transaction,
    read_json,
    to_json,
)

COUNT = 300


def sample(number: int) -> Project:
    """Make a project of about 50 objects."""
    year = 2015 + number % 7

    def indicator(place: int) -> Indicator:
        periods = [
            Period(
                f"{year + later}-01-01/{year + later}-12-31",
                targets=Target(number + 10 * later + place, comment=f"As agreed in {year}"),
                actuals=Actual(f"{number + 9 * later}.{place}", as_of=dt.date(year + later, 12, 31)),
            )
            for later in range(2)
        ]
        return Indicator(
            id=f"I{place}",
            title=f"Number of service points in operation, kind {place} of {number}",
            measure="number",
            unit="service point",
            direction="increase",
            baselines=Baseline(number % 5, date=dt.date(year, 1, 1)),
            periods=periods,
            data_source="Quarterly reports of the partners (rapports trimestriels vérifiés)",
        )

    return Project(
        identifier=f"XM-EX-1-{number:05}",
        title={"en": f"Social inclusion of migrants {number}", "fr": f"Inclusion sociale des personnes {number}"},
        descriptions=[
            Description("The project supports municipalities in offering services to those who arrive. " * 4, type="1"),
            Description("Better access to services, and more trust between neighbours.", type="2"),
        ],
        participants=[
            Funder("Global Affairs Canada", ref="CA-3", type="10", contribution=Money(f"{number}000000.00", "CAD")),
            Participant("International Organization for Migration", role="implementing", type="40"),
        ],
        status="implementation",
        dates={"planned": f"{year}-04-01/{year + 3}-03-31"},
        countries=Country("CO", percentage=100),
        sectors=[
            Sector("15190", vocabulary="1", percentage="60.5"),
            Sector("16010", vocabulary="1", percentage="39.5"),
        ],
        default_currency="CAD",
        budgets=[
            Budget(
                f"{year + later}-04-01/{year + later + 1}-03-31",
                value=Money(f"{number + 1}50000.50", "CAD"),
                value_date=dt.date(year, 4, 1),
                type="original",
                status="committed",
            )
            for later in range(2)
        ],
        transactions=[
            Transaction(
                type="disbursement",
                date=dt.date(year + later // 2, 1 + later, 15),
                value=Money(f"{number + later}0000.25", "CAD"),
                value_date=dt.date(year + later // 2, 1 + later, 15),
                description=f"Payment {later + 1}",
                provider=Party("Global Affairs Canada", ref="CA-3"),
            )
            for later in range(3)
        ],
        chain=[
            Impact(id="goal", title="Migrants and host communities live together in dignity"),
            Outcome(
                id="services",
                title="Access to public services increased",
                depth="intermediate",
                contributes_to=Link("goal", assumptions="Municipalities keep paying the staff"),
                indicators=indicator(1),
            ),
            Output(id="centres", title="Centres operating", contributes_to="services", indicators=indicator(2)),
            Output(id="staff", title="Staff trained", contributes_to="services", indicators=indicator(3)),
        ],
    )


def measure_json() -> Iterator[tuple[str, float, float]]:
    """Give each goal with the ratio wanted and got."""
    projects = tuple(sample(number) for number in range(COUNT))
    models = adapter.validate_python([mirrored(project) for project in projects])
    text = to_json(projects).encode()
    compact, plain = adapter.dump_json(models, exclude_defaults=True, by_alias=True), converter.dumps(projects)
    assert projects == read_json(text).value
    assert models == adapter.validate_json(compact)
    assert projects == converter.loads(plain, tuple[Project, ...])
    print(f"  {COUNT} projects; bytes: ours {len(text)}, pydantic {len(compact)}, cattrs {len(plain.encode())}")  # noqa: T201
    for collecting in (True, False):
        print(f"  garbage collection {'as usual' if collecting else 'paused for all'}")  # noqa: T201
        for step, ours, pydantic, cattrs in (
            (
                "read",
                lambda: read_json(text).value,
                lambda: adapter.validate_json(compact),
                lambda: converter.loads(plain, tuple[Project, ...]),
            ),
            (
                "write",
                lambda: to_json(projects),
                lambda: adapter.dump_json(models, exclude_defaults=True, by_alias=True),
                lambda: converter.dumps(projects),
            ),
            (
                "there and back",
                lambda: read_json(to_json(projects).encode()).value,
                lambda: adapter.validate_json(adapter.dump_json(models, exclude_defaults=True, by_alias=True)),
                lambda: converter.loads(converter.dumps(projects), tuple[Project, ...]),
            ),
        ):
            found = compare(
                {f"pydantic {step}": pydantic, f"aidmodel {step}": ours, f"cattrs {step}": cattrs},
                f"pydantic {step}",
                rounds=9,
                units=COUNT,
                unit="project",
                collecting=collecting,
            )
        name = f"JSON there and back, collector {'as usual' if collecting else 'paused'}"
        ours_ratio = found["aidmodel there and back"].ratio
        yield f"{name} / pydantic", 2.5, ours_ratio
        yield f"{name} / cattrs", 1.0, ours_ratio / found["cattrs there and back"].ratio
