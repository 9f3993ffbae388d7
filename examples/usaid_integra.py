"""The Integra Activity in Colombia, modelled by hand from its fact sheet.

Names, titles, figures and dates are the page's; its sentences are retold in other words. The page gives no amount, no
identifier, no status, no sector, and names neither who pays nor who does the work: all of that is left out here.
Which line says what is written down in ``facts/usaid.csv``.
"""

from aidmodel import (
    ContextFact,
    Country,
    DateKind,
    Description,
    DescriptionType,
    Figure,
    FigureRole,
    Location,
    Project,
    Provenance,
    Qualifier,
    Quantity,
    Result,
    ResultStatus,
)

PAGE = "usaid-integra"

CITIES = (
    "Barranquilla",
    "Bogotá",
    "Bucaramanga",
    "Cali",
    "Cartagena",
    "Cúcuta",
    "Medellín",
    "Riohacha",
    "Santa Marta",
)

# Objectives without a level: the page calls them goals, and nothing says that they are impacts. They run side by side
# with the three numbered aims of the overview; that each is the same as one of these is told by their order alone.
GOALS = (
    Result(
        label="GOALS",
        title="IMPROVE BORDER AND MIGRATION GOVERNANCE",
        description="Integra helps the government of Colombia to manage migration: with policies and laws that are made"
        " or made to fit, with a system for migration that grows firm, and with bodies that coordinate the response"
        " in the country and on the spot. It works against the trafficking and smuggling of people. Systems that hold"
        " what is known of migration get better, too: their data is brought together so that services are delivered"
        " better, and skills are built.",
        organisations="Colombian Government",
    ),
    Result(
        label="GOALS",
        title="INCREASE ACCESS TO PUBLIC SERVICES",
        description="Mass migration is so complex that all parts of the system have to answer it if migrants are to"
        " have their rights and to be included where they live. So Integra looks at each local system as a whole: with"
        " municipal governments and others on the spot it finds out where public services do not reach migrants, builds"
        " skills and closes the gaps. It helps public bodies to set up and run platforms on which policy and response"
        " are coordinated. Intégrate Centers of the municipalities, which are one-stop shops, give migrants, returnees"
        " and host communities better basic services, and organisations of civil society, communities and players from"
        " the public and private side grow more able to make integration easy.",
        beneficiaries=["migrants", "returnees", "host communities"],
    ),
    Result(
        label="GOALS",
        title="REDUCE XENOPHOBIA TOWARD MIGRANTS",
        description="Against false news about migration Integra puts the story of migration as a chance, in a strong"
        " alliance with media of the country and of its towns. With local CSOs that work with communities and with"
        " people others look up to, it strengthens cohesion in chosen neighborhoods where many Venezuelans live. It"
        " makes known how hard migration can be, and draws on all of society to integrate migrants.",
    ),
)

# Worded as achieved. August 2023 is the date of the context facts, not of these: when they were true is not stated.
# In two of them the number belongs to the means of a change; that it is an output the page does not say. Which nine
# cities are meant is not said either, so they point to no location.
KEY_RESULTS = (
    Result(
        label="KEY RESULTS",
        title="27 policy instruments were developed or adjusted, and the country and its towns govern migration better",
        status=ResultStatus.ACHIEVED,
        figures=Figure(Quantity("27", "policy instruments"), role=FigureRole.ACTUAL),
    ),
    Result(
        label="KEY RESULTS",
        title="Local systems that govern migration have become firm in nine target cities, so that people are included and"
        " services for them are coordinated",
        status=ResultStatus.ACHIEVED,
        figures=Figure(Quantity("9", "target cities"), role=FigureRole.SCOPE),
        beneficiaries=["migrants", "returnees", "receptor communities"],
    ),
    Result(
        label="KEY RESULTS",
        title="Work against gender based violence is coordinated better",
        status=ResultStatus.ACHIEVED,
    ),
    Result(
        label="KEY RESULTS",
        title="Migrants come by services of the government and chances to earn a living more easily, as 11 Intégrate"
        " Centers (one-stop shops) are at work in nine cities",
        status=ResultStatus.ACHIEVED,
        figures=[
            Figure(Quantity("11", "Intégrate Centers"), role=FigureRole.ACTUAL),
            Figure(Quantity("9", "cities"), role=FigureRole.SCOPE),
        ],
        beneficiaries="migrants",
    ),
    Result(
        label="KEY RESULTS",
        title="20 CSOs have grown stronger in furthering integration, cohesion and the part communities take, in"
        " neighborhoods that come first",
        status=ResultStatus.ACHIEVED,
        figures=Figure(Quantity("20", "CSOs"), role=FigureRole.ACTUAL),
    ),
    Result(
        label="KEY RESULTS",
        title="5 media outlets have become partners in changing how migration is spoken of",
        status=ResultStatus.ACHIEVED,
        figures=Figure(Quantity("5", "media outlets"), role=FigureRole.ACTUAL),
    ),
)

PROJECT = Project(
    # The page has no title line; this is what its first sentence calls the project.
    title="Integra Activity",
    descriptions=[
        Description(
            "Integra helps the government of Colombia with what the lasting mass migration from Venezuela brings in"
            " society, politics and culture. Its work centres on the nine urban areas in which most migrants live."
        ),
        Description(
            "1) The government of Colombia is more able to manage its borders and migration.",
            type=DescriptionType.OBJECTIVES,
        ),
        Description(
            "2) Local governments are more able to give migrants good social and justice services.",
            type=DescriptionType.OBJECTIVES,
        ),
        Description("3) There is less xenophobia toward migrants.", type=DescriptionType.OBJECTIVES),
    ],
    # "Runs from … to …": to the month, and without a word on planned or actual.
    dates={DateKind.STATED: "2021-09/2026-09"},
    # The page ends with a named person and an address: personal data, which an example has no business to repeat.
    # A project of one's own would put them into `contacts`.
    countries=Country("CO", name="Colombia"),
    # The scope is not stated: nine urban areas may lie in one or in several of the country's departments.
    locations=[Location(name, country="CO") for name in CITIES],
    context=[
        ContextFact(
            "Over 2.8 million people had fled from Venezuela to Colombia",
            quantity=Quantity("2800000", "people", Qualifier.OVER),
            as_of="2023-08",
        ),
        ContextFact(
            "An estimated 500,000 Colombians had come back to their country",
            quantity=Quantity("500000", "Colombians", Qualifier.ESTIMATED),
            as_of="2023-08",
        ),
        ContextFact(
            "Many of these migrants have settled in towns and cities and at the border, where communities find it"
            " harder than ever before to include migrants and returnees in society and at work"
        ),
    ],
    chain=[*GOALS, *KEY_RESULTS],
    provenance=[
        Provenance("title", basis="inferred", quote="The Integra Activity", source=PAGE, line=5),
        Provenance("countries[0]", basis="inferred", quote="the Colombian Government", source=PAGE, line=5),
        # That the nine lie in Colombia follows from the sentence two before, on "Colombia’s urban areas".
        *(
            Provenance(
                f"locations[{at}].country", basis="inferred", quote="Colombia’s urban areas", source=PAGE, line=5
            )
            for at in range(len(CITIES))
        ),
    ],
)
