"""Rules on code lists: what breaks each one, and what comes near and does not. See test_code_lists.py for every check."""

from collections.abc import Sequence

from aidmodel import (
    Budget,
    Code,
    Country,
    CountryBudgetItems,
    Document,
    Impact,
    Indicator,
    Location,
    Money,
    Participant,
    PolicyMarker,
    Project,
    Region,
    Sector,
    Severity,
    Transaction,
)

E, INFO = Severity.ERROR, Severity.INFO
CHOOSE = "choose one that is in use, unless it was so when this was stated"

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "code-lists.unknown": [
        (
            Project(countries=[Country("UK"), Country("ke"), Country("Kenya"), Country("GBR"), Country(None)]),
            E,
            [
                (
                    "countries[0].code",
                    "'UK' is not in the code list Country: write 'GB' (United Kingdom of Great Britain and Northern Ireland (the))",
                    "9.50.1",
                ),
                ("countries[1].code", "'ke' is not in the code list Country: write 'KE' (Kenya)", "9.50.1"),
                ("countries[2].code", "'Kenya' is not in the code list Country: write 'KE' (Kenya)", "9.50.1"),
                ("countries[3].code", "'GBR' is not in the code list Country: take one of its 251 codes", "9.50.1"),
            ],
        ),
        (
            Project(title={"ENG": "Wells", "en-GB": "Wells", "en": "Wells"}, default_language="Azerbajani"),
            E,
            [
                ("title", "'ENG' is not in the code list Language: did you mean 'en' (English)?", "9.95.1"),
                ("title", "'en-GB' is not in the code list Language: write 'en' (English)", "9.95.1"),
                (
                    "default_language",
                    "'Azerbajani' is not in the code list Language: did you mean 'az' (Azerbaijani)?",
                    "9.95.1",
                ),
            ],
        ),
        (
            Project(
                sectors=[
                    Sector("151"),
                    Sector("15199"),
                    Sector("14030", vocabulary="2"),
                    Sector("x", vocabulary="DAC"),
                ],
                regions=Region("289", vocabulary="9"),
                markers=PolicyMarker("01", vocabulary="1"),
            ),
            E,
            [
                (
                    "regions[0].vocabulary",
                    "'9' is not in the code list RegionVocabulary: it has '1' (OECD DAC), '2' (UN), '99' (Reporting Organisation)",
                    "9.52.1",
                ),
                (
                    "sectors[0].code",
                    "'151' is not in the code list Sector: it is in SectorCategory, the list of vocabulary '2'",
                    "9.76.1",
                ),
                ("sectors[1].code", "'15199' is not in the code list Sector: take one of its 325 codes", "9.76.1"),
                (
                    "sectors[2].code",
                    "'14030' is not in the code list SectorCategory: it is in Sector, the list of vocabulary '1'",
                    "9.77.1",
                ),
                (
                    "sectors[3].vocabulary",
                    "'DAC' is not in the code list SectorVocabulary: write '1' (OECD DAC CRS Purpose Codes (5 digit))",
                    "9.78.1",
                ),
                (
                    "markers[0].code",
                    "'01' is not in the code list PolicyMarker: did you mean '1' (Gender Equality)?",
                    "9.47.1",
                ),
            ],
        ),
        (
            Project(
                status="implementaton",
                participants=Participant("Water Trust", role="implementor"),
                budgets=Budget("2023", value=Money(1, "XQQ")),
                transactions=[Transaction(type="D"), Transaction(aid_types=[Code("C01"), Code("9", "2")])],
                documents=Document("http://example.org/a", format="PDF", languages=["en", "EN"]),
                chain=Impact(indicators=Indicator(measure="7")),
            ),
            E,
            [
                (
                    "participants[0].role",
                    "'implementor' is not in the code list OrganisationRole: did you mean '4' (Implementing)?",
                    "9.41.1",
                ),
                (
                    "status",
                    "'implementaton' is not in the code list ActivityStatus: did you mean '2' (Implementation)?",
                    "9.5.1",
                ),
                (
                    "budgets[0].value.currency",
                    "'XQQ' is not in the code list Currency: take one of its 176 codes",
                    "9.9.1",
                ),
                (
                    "transactions[0].type",
                    "'D' is not in the code list TransactionType: write '3' (Disbursement)",
                    "9.93.1",
                ),
                (
                    "transactions[1].aid_types[1].code",
                    "'9' is not in the code list EarmarkingCategory: it has '1' (Unearmarked), '2' (Softly Earmarked), '3' (Earmarked), '4' (Tightly Earmarked)",
                    "9.129.1",
                ),
                (
                    "documents[0].format",
                    "'PDF' is not in the code list FileFormat: did you mean 'application/pdf'?",
                    "9.27.1",
                ),
                ("documents[0].languages[1]", "'EN' is not in the code list Language: write 'en' (English)", "9.29.1"),
                (
                    "chain[0].indicators[0].measure",
                    "'7' is not in the code list IndicatorMeasure: it has '1' (Unit), '2' (Percentage), '3' (Nominal), '4' (Ordinal), '5' (Qualitative)",
                    "9.60.1",
                ),
            ],
        ),
    ],
    "code-lists.withdrawn": [
        (
            Project(
                default_flow_type="20",
                countries=[Country("AN"), Country("KE")],
                sectors=[Sector("15140"), Sector("14030"), Sector("no-such-code")],
                default_currency="BYR",
                transactions=[
                    Transaction(value=Money(1, "BYR")),
                    Transaction(value=Money(1, "EEK"), finance_type="410", sectors=Sector("230", vocabulary="2")),
                ],
            ),
            INFO,
            [
                (
                    "countries[0].code",
                    f"'AN' (NETHERLAND ANTILLES) has been withdrawn from the code list Country: {CHOOSE}",
                    None,
                ),
                (
                    "sectors[0].code",
                    f"'15140' (Government administration) has been withdrawn from the code list Sector (in use until 2020-02-28): {CHOOSE}",
                    None,
                ),
                (
                    "default_flow_type",
                    f"'20' (OOF) has been withdrawn from the code list FlowType (in use until 2015-12-31): {CHOOSE}",
                    None,
                ),
                (
                    "default_currency",
                    "'BYR' (Belarusian Ruble) has been withdrawn from the code list Currency (in use until 2018-08-08): write 'BYN' (Belarusian Ruble)",
                    None,
                ),
                (
                    "transactions[1].value.currency",
                    f"'EEK' (Kroon) has been withdrawn from the code list Currency (in use until 2018-08-08): {CHOOSE}",
                    None,
                ),
                (
                    "transactions[1].sectors[0].code",
                    f"'230' (ENERGY GENERATION AND SUPPLY) has been withdrawn from the code list SectorCategory (in use until 2020-02-28): {CHOOSE}",
                    None,
                ),
                (
                    "transactions[1].finance_type",
                    f"'410' (Aid loan excluding debt reorganisation) has been withdrawn from the code list FinanceType (in use until 2015-12-31): {CHOOSE}",
                    None,
                ),
            ],
        ),
    ],
}

QUIET: dict[str, Sequence[Project]] = {
    "code-lists.unknown": [
        Project(),
        Project(countries="AN", default_currency="EEK", sectors="15140"),  # withdrawn, and in the list
        Project(title={"fr": "Puits", "sw": "Visima"}, default_language="en"),
        Project(kind={"xx": "Grant"}),  # the page's, not IATI's
        Project(sectors=[Sector("W1", vocabulary="99"), Sector("7", vocabulary="7"), Sector(None)]),
        Project(default_aid_types=[Code("C01"), Code("1", "2"), Code("anything", "3")]),
        Project(regions=Region("030", vocabulary="2"), locations=Location(country="UK")),
        Project(chain=Impact(indicators=Indicator(measure="ratio"))),  # a measure of our own, which IATI writes as 1
    ],
    "code-lists.withdrawn": [
        Project(),
        Project(countries="no-such-code", default_currency="BYN", sectors=Sector("15140", vocabulary="99")),
        Project(country_budget_items=CountryBudgetItems(vocabulary="2")),
    ],
}
"""What comes near and is in order, or another rule's to tell."""
