"""Rules on how far a project reaches: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence
from typing import Any

from aidmodel import Code, Country, Figure, Location, Project, Quantity, Region, Result, Severity, Transaction

W = Severity.WARNING
REFS = [f"place-{number}" for number in range(9)]


def counted(
    quantity: Quantity,
    *,
    role: str | None = "count",
    places: int = 0,
    organisations: int = 0,
    more: Sequence[Figure] = (),
) -> Project:
    """Give a project with a result whose words count something, and that lists places and organisations."""
    return Project(
        locations=[Location(name, ref=name) for name in REFS],
        chain=Result(
            title="Cities met",
            figures=[Figure(quantity, role=role), *more],
            locations=REFS[:places],
            organisations=[f"Organisation {number}" for number in range(organisations)],
        ),
    )


def scoped(scope: str, **stated: Any) -> Project:
    """Give a project of a scope."""
    return Project(scope=scope, **stated)


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "scope.disagrees-with-countries": [
        (scoped(scope, **stated), W, [("scope", f"the scope is {scope}, and there {said}", None)])
        for scope, stated, said in (
            ("national", {"countries": ["CO", "PE"]}, "are 2 countries: mend one of the two"),
            ("single location", {"countries": ["CO", "PE", "CO", "VE"]}, "are 3 countries: mend one of the two"),
            ("national", {"regions": "298"}, "is a region and no country: mend one of the two"),
            ("regional", {"countries": "CO"}, "is one country and no region: state the others"),
            ("multi national", {"countries": ["CO", "co"]}, "is one country and no region: state the others"),
            (
                "regional",
                {"transactions": [Transaction(country="CO"), Transaction(country="CO")]},
                "is one country and no region: state the others",
            ),
        )
    ],
    "places.repeated": [
        (
            Project(
                countries=["CD", "PE", "cd"], regions=[Region("298"), Region("298", vocabulary="1"), Region("298")]
            ),
            W,
            [
                ("countries[2]", "cd is countries[0] already: make one of the two, with both shares", None),
                ("regions[1]", "298 is regions[0] already: make one of the two, with both shares", None),
                ("regions[2]", "298 is regions[0] already: make one of the two, with both shares", None),
            ],
        ),
    ],
    "figures.not-as-many-listed": [
        (
            project,
            W,
            [("chain[0].figures[0]", f"the words count {words}, and {listed} are listed: mend one of the two", None)],
        )
        for project, words, listed in (
            # "nine cities", of which eight are named
            (counted(Quantity(9, "Colombian cities"), places=8), "9 Colombian cities", 8),
            (counted(Quantity(5, "regions"), role="scope", places=6), "5 regions", 6),
            (counted(Quantity(3, "ministries"), organisations=2, places=3), "3 ministries", 2),
            (counted(Quantity(6, "districts", "over"), places=6), "over 6 districts", 6),
            (counted(Quantity(7, "towns", "at least"), places=6), "at least 7 towns", 6),
            (counted(Quantity(5, "villages", "up to"), places=6), "up to 5 villages", 6),
            (counted(Quantity(6, "areas", "under"), places=6), "under 6 areas", 6),
        )
    ],
}

QUIET: dict[str, list[Project]] = {
    "scope.disagrees-with-countries": [
        Project(),
        Project(scope="national"),
        Project(scope="national", countries=["CO", "co"]),
        Project(scope="national", countries=[Country("CO"), Country(name="Colombia")]),
        Project(scope="single location", countries="CO", regions="298"),
        Project(scope="regional", countries=["CO", "PE"]),
        Project(scope="regional", countries="CO", regions="298"),
        Project(scope="multi national", transactions=[Transaction(country="CO"), Transaction(country="PE")]),
        Project(scope="multi national", transactions=[Transaction(country="CO"), Transaction(region="298")]),
        Project(scope="regional", countries=Country(percentage=100)),
        Project(scope="global", countries="CO"),
        Project(scope=Code("99"), countries=["CO", "PE"]),
    ],
    "places.repeated": [
        Project(),
        Project(
            countries=["CD", "CG", Country(name="Congo"), Country(name="Congo")],
            regions=[Region("298"), Region("298", vocabulary="2"), Region(vocabulary="99"), Region(vocabulary="99")],
        ),
    ],
    "figures.not-as-many-listed": [
        Project(),
        counted(Quantity(9, "Colombian cities"), places=9),
        counted(Quantity(9, "cities")),
        counted(Quantity(9, "cities"), role="actual", places=3),
        counted(Quantity(9, "cities"), role=None, places=3),
        counted(Quantity(5, "episodes"), places=3, organisations=2),
        counted(Quantity(9, "cities", "about"), places=8),
        counted(Quantity(9, "cities", "exact"), places=9),
        counted(Quantity(5, "districts", "over"), places=6),
        counted(Quantity(6, "districts", "at least"), places=6),
        counted(Quantity(6, "districts", "up to"), places=6),
        counted(Quantity(7, "districts", "under"), places=6),
        counted(Quantity(3, "partners"), organisations=3, places=7),
        # which of the two the places are listed for is not known
        counted(Quantity(2, "regions"), places=9, more=[Figure(Quantity(7, "cities"), role="count")]),
    ],
}
