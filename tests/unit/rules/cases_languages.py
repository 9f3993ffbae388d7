"""Rules on words: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Activity,
    Baseline,
    BudgetItem,
    Contact,
    ContextFact,
    Country,
    CountryBudgetItems,
    Document,
    Extras,
    Indicator,
    Location,
    Output,
    Period,
    Project,
    Raw,
    Severity,
    Target,
    Text,
    Transaction,
)

E = Severity.ERROR
LANG = "@{http://www.w3.org/XML/1998/namespace}lang"


def raw(name: str, xml: str, at: str = "") -> Extras:
    """Give a piece as a reader keeps it."""
    return Extras(raw=[Raw(at=at, name=name, xml=xml, index=None if name[0] == "@" else 0)])


EMPTY = Document("https://example.org", title="", description="")
SHOWN = Project(
    title="",
    descriptions=["Wells", " "],
    locations=Location(description=""),
    transactions=Transaction(description=""),
    country_budget_items=CountryBudgetItems(BudgetItem("1.1", description="")),
    documents=EMPTY,
    chain=[
        Activity(title="", description=""),
        Output(
            title="",
            description="",
            documents=EMPTY,
            indicators=Indicator(
                title="",
                description="",
                documents=EMPTY,
                baselines=Baseline(documents=EMPTY),
                periods=Period("2023", targets=Target(documents=EMPTY)),
            ),
        ),
    ],
)
BOTH = (
    "documents[0]",
    "chain[1]",
    "chain[1].documents[0]",
    "chain[1].indicators[0]",
    "chain[1].indicators[0].documents[0]",
    "chain[1].indicators[0].baselines[0].documents[0]",
    "chain[1].indicators[0].periods[0].targets[0].documents[0]",
)
"""What has a title and a description, both empty."""

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "texts.empty-title": [
        (
            SHOWN,
            E,
            [
                ("title", "the title is empty: state what the project is called", "4.3.1"),
                *((f"{path}.title", "the title is empty: state it", "4.3.1") for path in BOTH),
            ],
        ),
        *(
            (
                Project(extras=raw("title", xml)),
                E,
                [("title", "the title is empty: state what the project is called", "4.3.1")],
            )
            for xml in ("<title/>", "<title>Wells</title>", '<title><narrative xml:lang="en"/></title>')
        ),
    ],
    "texts.empty-description": [
        (
            SHOWN,
            E,
            [
                (f"{path}", "the description is empty: state it or leave it out", "4.4.1")
                for path in (
                    "descriptions[1].text",
                    "locations[0].description",
                    "transactions[0].description",
                    *(f"{path}.description" for path in BOTH),
                    "country_budget_items.items[0].description",
                )
            ],
        ),
    ],
    "texts.no-language": [
        (
            project,
            E,
            [
                (
                    "default_language",
                    f"no language is stated, and {path} has none of its own: state one of the two",
                    "4.1.1",
                )
            ],
        )
        for path, project in {
            "title": Project(title=[("fr", "Puits"), (None, "Wells")]),
            "descriptions[0].text": Project(title={"fr": "Puits"}, descriptions="Wells"),
            "countries[0].name": Project(countries=Country("CO", name="Colombia")),
            "contacts[0].mailing_addresses[1]": Project(
                contacts=Contact(mailing_addresses=[Text({"en": "1 Elm"}), "2 Elm"])
            ),
            "chain[0].indicators[0].title": Project(chain=Output(indicators=Indicator(title="Centers"))),
        }.items()
    ],
}

QUIET: dict[str, list[Project]] = {
    "texts.empty-title": [
        Project(),
        Project(title={"en": "", "fr": "Puits"}, documents=Document("https://example.org")),
        Project(chain=Activity(title="")),
        Project(title="Wells", extras=raw("title", "<title><narrative>Wells</narrative></title>")),
    ],
    "texts.empty-description": [
        Project(),
        Project(descriptions="Wells", transactions=Transaction(), chain=Activity(description="")),
    ],
    "texts.no-language": [
        Project(),
        Project(default_language="en", title="Wells"),
        Project(title={"en": "Wells", "fr": "Puits"}),
        Project(title="Wells", extras=raw(LANG, "")),
        Project(title="Wells", extras=raw(LANG, " ", "title/narrative[0]")),
        Project(
            chain=Activity(title="Work"), context=ContextFact("People fled"), stated_status="Terminating", kind="Grant"
        ),
    ],
}
