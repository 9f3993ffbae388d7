"""A project of the IOM Development Fund, modelled by hand from its page.

Names, titles, figures and dates are the page's; its sentences are retold in other words, but for the objective that the
page itself quotes. The page begins with the navigation of the whole site: that is no fact of the project, nor are the
member states and countries it counts. Which line says what is written down in ``facts/iom.csv``.
"""

from aidmodel import (
    Alignment,
    Amount,
    AmountKind,
    ContextFact,
    Country,
    DateKind,
    Description,
    DescriptionType,
    Location,
    Money,
    OtherIdentifier,
    Project,
    ProjectScope,
    ProjectStatus,
    Provenance,
    Region,
    Result,
    ResultStatus,
    Sector,
)

PAGE = "iom-development-fund"
OWN_LIST = "99"  # IATI's code, among sectors and among regions, for a vocabulary of the publisher's own

# Each would be a sector or region of IATI's own lists only by a guess: 15190 (migration) and 498 (America) are near.
PROJECT_TYPE = Sector(vocabulary=OWN_LIST, name="Community and Economic Development")
IDF_REGION = Region(vocabulary=OWN_LIST, name="Latin America and the Caribbean")

PROJECT = Project(
    # No identifier that is known world-wide: both numbers are of IOM's own systems. Their kinds are not stated.
    other_identifiers=[OtherIdentifier("CO10P0001", scheme="prima"), OtherIdentifier("CE.0373", scheme="idf")],
    # Neither funder nor implementer: they follow from the site the page stands on, and the page does not name them.
    title="Gender-Sensitive Capacity-building to Manage Irregular Migration Between Colombia and Venezuela",
    descriptions=Description(
        "To use strategies by which irregular migration between the two countries is prevented and managed along their"
        " border.",
        type=DescriptionType.OBJECTIVES,
    ),
    # "Completed" may also mean that accounts are still open (finalisation); nothing on the page says so.
    status=ProjectStatus.CLOSED,
    stated_status="Completed",
    # Years are all the page gives: the project may have lasted from two days to two years.
    dates={DateKind.STATED: "2017/2018"},
    scope=ProjectScope.NATIONAL,
    # Venezuela is in the title and in the text, but it is no benefiting state. The share of Colombia is not stated.
    countries=Country("CO", name="Colombia"),
    regions=IDF_REGION,
    locations=[
        Location("Norte de Santander", country="CO", feature_designation="ADM1"),  # "department": first level
        Location("border zones of Colombia and Venezuela"),
    ],
    sectors=PROJECT_TYPE,
    fund_year=2017,
    amounts=Amount(Money("100000.00", "USD"), kind=AmountKind.TOTAL_BUDGET),
    alignments=[
        Alignment(
            "IOM Indicative Work Plan (IWP)",
            span="2015/2019",
            objective="contribute to strengthening State capacities to promote orderly migration at the territorial,"
            " national, regional, and international level, with a tailored approach to sustainable development.",
            note="The project puts this framework with the Colombian Government to work; the objective is its first.",
        ),
        Alignment(
            "National Development Plan",
            span="2014/2018",
            note="The project is in line with this plan of the country's.",
        ),
    ],
    context=[
        ContextFact(
            "The closing of the border with Venezuela has brought an economic crisis to the department of Norte de"
            " Santander, which hits trade, work and what people earn hard"
        ),
        ContextFact("Colombians still move to Venezuela to earn a living"),
        ContextFact("Others saw themselves forced to come back by the humanitarian crisis", as_of="2015"),
        # "At the moment", says the page, without a date.
        ContextFact("The municipalities at the border are not able to meet so great a demand for work"),
        ContextFact("This has bred xenophobia, aimed at women and children above all"),
    ],
    # What the project "will" do: expected. At which level, and whether one leads to the other, is not stated.
    chain=[
        Result(
            label="1)",
            title="Local authorities and social organizations are able to meet what migrants need",
            status=ResultStatus.EXPECTED,
            beneficiaries=["local authorities", "social organizations"],
        ),
        Result(
            label="2)",
            title="Rural people live in better social and economic conditions, by way of pilot initiatives that bring"
            " an income",
            status=ResultStatus.EXPECTED,
            beneficiaries="rural populations",
        ),
    ],
    provenance=[
        Provenance("other_identifiers[0].scheme", basis="derived", quote="Prima ID", source=PAGE, line=49),
        Provenance("other_identifiers[1].scheme", basis="derived", quote="Projects ID", source=PAGE, line=52),
        Provenance("status", basis="inferred", quote="Completed", source=PAGE, line=32),
        Provenance("scope", basis="derived", quote="National", source=PAGE, line=41),
        Provenance("countries[0].code", basis="derived", quote="Colombia", source=PAGE, line=56),
        Provenance("regions[0].vocabulary", basis="derived", quote="IDF Region", source=PAGE, line=46),
        Provenance("sectors[0].vocabulary", basis="derived", quote="Project Type", source=PAGE, line=34),
        Provenance("locations[0].feature_designation", basis="derived", quote="department", source=PAGE, line=57),
        Provenance("amounts[0].value.currency", basis="stated", quote="Budget Amount (USD)", source=PAGE, line=37),
    ],
)
