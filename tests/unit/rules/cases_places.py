"""Rules on countries and regions: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Country, Project, Region, Severity, Transaction

E = Severity.ERROR


def countries(*shares: str | int | None) -> list[Country]:
    """Give countries with these percentages."""
    return [Country("CO", percentage=share) for share in shares]


def regions(*shares: str | int | None, vocabulary: str | None = "1") -> list[Region]:
    """Give regions of one vocabulary with these percentages."""
    return [Region("298", percentage=share, vocabulary=vocabulary) for share in shares]


STATE_ONE = "state one for the project, or for each transaction"
IN_COLOMBIA = Transaction(country="CO")
IN_AFRICA = Transaction(region="298")

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "places.twice": [
        (
            project,
            E,
            [(path, "countries or regions are given here and for transactions: keep those of one of the two", "3.6.2")],
        )
        for path, project in (
            ("countries", Project(countries="CO", transactions=[Transaction(), IN_AFRICA])),
            ("regions", Project(regions="298", transactions=IN_COLOMBIA)),
        )
    ],
    "places.none": [
        (project, E, [("countries", "no country or region is given: state where the money goes", "3.7.1")])
        for project in (Project(), Project(transactions=Transaction()))
    ],
    "places.not-on-all-transactions": [
        (
            Project(transactions=[IN_COLOMBIA, Transaction(), IN_AFRICA, Transaction()]),
            E,
            [
                (
                    "transactions[1].country",
                    f"the project has no country or region, nor do 2 of its 4 transactions: {STATE_ONE}",
                    "3.7.2",
                )
            ],
        ),
    ],
    "places.country-no-percentage": [
        (
            Project(countries=countries(60, None, None)),
            E,
            [("countries", "2 of the 3 countries have no percentage: state the share of each", "3.1.1")],
        ),
    ],
    "places.countries-do-not-add-up": [
        (
            Project(countries=countries(*shares)),
            E,
            [("countries", f"the percentages of the countries {said}: mend them", "3.1.2")],
        )
        for shares, said in (
            ((60, "39.9"), "add up to 99.9, not 100"),
            ((60, None), "add up to 60, not 100"),
            ((0, 0), "add up to 0, not 100"),
            ((None, None), "are not stated, and so do not add up to 100"),
        )
    ],
    "places.lone-country-percentage": [
        (
            Project(countries=countries("99.99")),
            E,
            [
                (
                    "countries[0].percentage",
                    "it is the only country: leave the percentage out, write 100, or state the others",
                    "3.1.4",
                )
            ],
        ),
    ],
    "places.region-no-percentage": [
        (
            Project(countries="CO", regions=[*regions(20, None), *regions(50, 50, vocabulary="2")]),
            E,
            [("regions", "1 of the 2 regions of vocabulary 1 have no percentage: state the share of each", "3.4.1")],
        ),
    ],
    "places.regions-do-not-add-up": [
        (
            Project(countries=countries(80), regions=[*regions(20), *regions(10, vocabulary="2")]),
            E,
            [
                (
                    "regions",
                    "the percentages of the regions of vocabulary 2 and of the countries add up to 90, not 100: mend them",
                    "3.4.2",
                )
            ],
        ),
        (
            Project(regions=regions(80, 10)),
            E,
            [("regions", "the percentages of the regions of vocabulary 1 add up to 90, not 100: mend them", "3.4.2")],
        ),
    ],
    "places.lone-region-percentage": [
        (
            Project(regions=[*regions(100), *regions(80, vocabulary="2")]),
            E,
            [
                (
                    "regions[1].percentage",
                    "it is the only region of vocabulary 2: leave the percentage out, write 100, or state the others",
                    "3.4.4",
                )
            ],
        ),
    ],
    "places.percentage-out-of-range": [
        (
            Project(countries=countries(-1, 100), regions=regions(0, "100.1")),
            E,
            [
                ("countries[0].percentage", "-1 is no share in percent: mend it", "12.1.1"),
                ("regions[1].percentage", "100.1 is no share in percent: mend it", "12.1.1"),
            ],
        ),
    ],
}

FINE = [
    Project(countries=countries(None)),
    Project(countries=countries("100.0")),
    Project(countries=countries(60, 40)),
    Project(regions=regions(None)),
    Project(regions=regions(100)),
    Project(countries=countries(80), regions=[*regions(20), *regions(20, vocabulary="2")]),
    Project(regions=regions(50, 20, vocabulary=None)),
]
"""The percentages of regions of no stated vocabulary are judged by no rule of the standard."""

QUIET: dict[str, list[Project]] = {
    "places.twice": [
        *FINE,
        Project(transactions=[IN_COLOMBIA, IN_AFRICA]),
        Project(countries="CO", transactions=Transaction()),
    ],
    "places.none": [*FINE, Project(transactions=[Transaction(), IN_AFRICA])],
    "places.not-on-all-transactions": [
        *FINE,
        Project(),
        Project(transactions=[IN_COLOMBIA, IN_AFRICA]),
        Project(regions="298", transactions=Transaction()),
    ],
    "places.country-no-percentage": [*FINE, Project(countries=countries(None, None), regions="298")],
    "places.countries-do-not-add-up": [*FINE, Project(countries=countries(60, 60), regions="298")],
    "places.lone-country-percentage": [*FINE, Project(countries=countries(60), regions="298")],
    "places.region-no-percentage": FINE,
    "places.regions-do-not-add-up": FINE,
    "places.lone-region-percentage": [*FINE, Project(countries=countries(80), regions=regions(20))],
    "places.percentage-out-of-range": FINE,
}
