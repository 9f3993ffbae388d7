"""A project of Global Affairs Canada, modelled by hand from its page in the project browser.

Names, titles, figures and dates are the page's; its sentences are retold in other words. What the page does not say is
not here: a result without a level has none, and no result is linked to another. Which line says what is written down
in ``facts/gac.csv``.
"""

from aidmodel import (
    Activity,
    Amount,
    AmountKind,
    Country,
    DateKind,
    Description,
    DescriptionType,
    Figure,
    FigureRole,
    Funder,
    Location,
    Money,
    OrganisationRole,
    Outcome,
    Participant,
    Project,
    ProjectStatus,
    Provenance,
    Quantity,
    ReportingOrganisation,
    Result,
    ResultStatus,
)

PAGE = "gac-project-browser"

# The page lists the cities without commas; "Santa Marta" is one of them. The refs are ours, for the results to point to.
CITIES = {
    "barranquilla": "Barranquilla",
    "bogota": "Bogotá",
    "bucaramanga": "Bucaramanga",
    "cali": "Cali",
    "cartagena": "Cartagena",
    "cucuta": "Cúcuta",
    "medellin": "Medellín",
    "riohacha": "Riohacha",
    "santa-marta": "Santa Marta",
}

ACTIVITIES = (
    Activity(
        label="(1)",
        title="Advise Colombia's Gerencia de Fronteras, the Peruvian Ministry of Foreign Affairs and the ministries in"
        " charge of health, education, social protection and other fields on policy",
        organisations=["Gerencia de Fronteras", "Peruvian Ministry of Foreign Affairs"],
    ),
    Activity(label="(2)", title="Map and better the ways and processes by which key services reach people"),
    Activity(
        label="(3)",
        title="Advise public bodies on how to widen and safeguard services and social protection for every refugee and"
        " migrant from Venezuela",
    ),
    Activity(
        label="(4)",
        title="Change the behaviour of staff at the counter and in the field, with an eye to gender, so that there is"
        " less discrimination and services are delivered better",
    ),
    Activity(
        label="(5)",
        title="Work out measures in host communities, with an eye to gender, that help people from Venezuela to be"
        " included and to settle in",
    ),
    Activity(label="(6)", title="Work out how to communicate strategically, against xenophobia and discrimination"),
)

# "Outcomes" is the page's word; immediate or intermediate it does not say, so they have no depth.
EXPECTED = (
    Outcome(
        label="(1)",
        title="Institutions and laws in Colombia and Peru are in a better position to answer the crisis of refugees and"
        " migrants from Venezuela",
        status=ResultStatus.EXPECTED,
    ),
    Outcome(
        label="(2)",
        title="In Colombia and Peru institutions work together better, and services reach refugees and migrants from"
        " Venezuela better",
        status=ResultStatus.EXPECTED,
        beneficiaries="Venezuelan refugees and migrants",
    ),
    Outcome(
        label="(3)",
        title="Refugees and migrants from Venezuela and the communities that host them in Colombia and Peru have grown"
        " closer together",
        status=ResultStatus.EXPECTED,
        beneficiaries=["Venezuelan refugees and migrants", "host communities"],
    ),
)

# The achieved results read like outputs, but the page does not call them that: their level is not stated.
ACHIEVED = (
    Result(
        label="(1)",
        title="The Colombian Ministry of Equity and Equality was helped to draw up and coordinate its plan of work for the"
        " economic and social integration of migrants",
        status=ResultStatus.ACHIEVED,
        as_of="2024-05",
        organisations="Colombian Ministry of Equity and Equality",
    ),
    Result(
        label="(2)",
        title="The Municipality of Bogotá was helped to develop a public policy on migration and to make room for it in"
        " its development plan",
        status=ResultStatus.ACHIEVED,
        as_of="2024-05",
        organisations="Municipality of Bogotá",
        locations="bogota",
    ),
    Result(
        label="(3)",
        title="The Colombian National Observatory of Migration was helped to better the way it gathers, analyses and"
        " publishes its data",
        status=ResultStatus.ACHIEVED,
        as_of="2024-05",
        organisations="Colombian National Observatory of Migration",
    ),
    Result(
        label="(4)",
        title="The National Network of Migrant Cities for Reception Inclusion and Development was helped to grow firm; nine"
        " Colombian cities took part",
        status=ResultStatus.ACHIEVED,
        as_of="2024-05",
        # The mirror of the page has dropped a comma from the name; it is kept as printed.
        organisations="National Network of Migrant Cities for Reception Inclusion and Development",
        figures=Figure(Quantity("9", "Colombian cities"), role=FigureRole.COUNT),
        locations=tuple(CITIES),
    ),
    Result(
        label="(5)",
        title="Peru's working group on the management of migration, at its Ministry of Foreign Affairs, was helped to set"
        " up a secretariat of high rank that coordinates the matter between institutions",
        status=ResultStatus.ACHIEVED,
        as_of="2024-05",
        organisations="Ministry of Foreign Affairs",
    ),
    Result(
        label="(6)",
        title="A course on human rights and migration was made and held online for the Peruvian Ministry of Women and"
        " Vulnerable Populations",
        status=ResultStatus.ACHIEVED,
        as_of="2024-05",
        organisations="Peruvian Ministry of Women and Vulnerable Populations",
    ),
    Result(
        label="(7)",
        title="It was studied how far migrants in Colombia and Peru lag behind the local population in education,"
        " health and work, and the ministries concerned were told what to do about it",
        status=ResultStatus.ACHIEVED,
        as_of="2024-05",
    ),
    Result(
        label="(8)",
        title="New edutainment that speaks up for including Venezuelan migrants in Colombia and Peru was made, among it a"
        " fictional series of five episodes for streaming",
        status=ResultStatus.ACHIEVED,
        as_of="2024-05",
        figures=Figure(Quantity("5", "episodes"), role=FigureRole.SIZE),
    ),
)

PROJECT = Project(
    # CA-3 (Global Affairs Canada), P011182 (the project) and 001 (its component) are run together on the page; that
    # there is a project CA-3-P011182 above this one is likely, but not stated, so no related project is given.
    identifier="CA-3-P011182001",
    reporting=ReportingOrganisation("Global Affairs Canada", ref="CA-3"),
    title="Technical assistance for social inclusion of Venezuelan refugees and migrants in Colombia and Peru",
    kind="International Development Grant",
    descriptions=[
        Description(
            "To help the governments of Colombia and Peru put policies and programmes into practice by which refugees"
            " and migrants from Venezuela are included and integrated and their human rights respected. The World Bank"
            " advises national and local authorities of both countries hands-on, and supports their dialogue on what"
            " policy should put first."
        ),
        Description(
            "Refugees and migrants from Venezuela, and the communities that host them, in both countries: both are to"
            " gain as much as can be.",
            type=DescriptionType.TARGET_GROUPS,
        ),
    ],
    # The page has no label for the funder. That it is the reporting organisation is inferred from what the page is: a
    # grant of that organisation's. It takes no contribution: the amount is a ceiling, not what was given.
    participants=[
        Funder("Global Affairs Canada"),
        Participant("IBRD/World Bank Institute", role=OrganisationRole.IMPLEMENTING),
    ],
    status=ProjectStatus.FINALISATION,
    stated_status="Terminating",
    # Whether the dates are planned or actual the page does not say.
    dates={DateKind.STATED: "2022-03-28/2025-03-31"},
    stated_duration="3.0 years",
    last_modified="2025-09-19",
    # "Country/Region:" is blank on the page, which means unknown; title and text name two countries, without shares.
    countries=[Country("CO", name="Colombia"), Country("PE", name="Peru")],
    locations=[Location(name, ref=ref, country="CO") for ref, name in CITIES.items()],
    # "DAC Sector:" is blank: unknown, so there are no sectors. The flow type (ODA) is not printed either.
    collaboration_type="1",
    default_finance_type="110",  # the list calls it "Standard grant" since 2017; the page still has the older name
    default_aid_types="C01",
    programme="NGM Americas",
    selection_mechanism="Department-Initiated",
    amounts=Amount(Money("4000000.00", "CAD"), kind=AmountKind.MAXIMUM_CONTRIBUTION),
    # Three lists, one after the other, each numbered from (1). Nothing links one to another.
    chain=[*ACTIVITIES, *EXPECTED, *ACHIEVED],
    provenance=[
        Provenance("reporting.ref", basis="inferred", quote="CA-3-P011182001", source=PAGE, line=3),
        Provenance("participants[0]", basis="inferred", quote="Global Affairs Canada", source=PAGE, line=20),
        Provenance("participants[1].role", basis="derived", quote="Executing Agency:", source=PAGE, line=17),
        Provenance("status", basis="derived", quote="Terminating", source=PAGE, line=4),
        Provenance("countries[0]", basis="inferred", quote="in Colombia and Peru", source=PAGE, line=2),
        Provenance("countries[1]", basis="inferred", quote="in Colombia and Peru", source=PAGE, line=2),
        Provenance("regions", basis="stated", quote="Country/Region:", source=PAGE, line=5),
        Provenance("sectors", basis="stated", quote="DAC Sector:", source=PAGE, line=26),
        Provenance("collaboration_type", basis="derived", quote="Bilateral", source=PAGE, line=28),
        Provenance(
            "default_finance_type",
            basis="derived",
            quote="Aid grant excluding debt reorganisation",
            source=PAGE,
            line=29,
        ),
        Provenance("default_aid_types[0]", basis="derived", quote="Project-type interventions", source=PAGE, line=27),
        # "$" alone is no currency; on the pages of this publisher it always means Canadian dollars.
        Provenance("amounts[0].value.currency", basis="convention", quote="$4,000,000.00", source=PAGE, line=6),
    ],
)
