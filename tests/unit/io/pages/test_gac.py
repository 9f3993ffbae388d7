"""Pages of Global Affairs Canada: what each label and each sentence becomes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from aidmodel import (
    Budget,
    Country,
    Funder,
    Money,
    Participant,
    PolicyMarker,
    Project,
    ProjectStatus,
    Provenance,
    Region,
    Sector,
)
from aidmodel.io.pages.gac import PUBLISHER, mirror_years
from aidmodel.io.pages.gac_codes import MARKERS, OWN_MARKERS, STATUS, code_of
from aidmodel.io.pages.gac_fields import NumberParts, number_parts
from aidmodel.io.pages.labels import read_project
from aidmodel.io.pages.lines import Page, text_lines
from aidmodel.io.pages.reader import read_page
from aidmodel.issues import Issue


def read(*lines: str) -> tuple[Project, list[Issue]]:
    """Read lines as a page of the publisher, without asking for its marks."""
    page = Page(source="a page", lines=text_lines("\n".join(lines)))
    return read_project(PUBLISHER, page, page.lines)


def project(*lines: str) -> Project:
    """Read lines of which there is nothing to be said."""
    made, issues = read(*lines)
    assert [] == issues
    return made


def chain(*lines: str) -> list[tuple[str, str | None, str]]:
    """Give class, label and title of each node."""
    return [(type(node).__name__, node.label, str(node.title)) for node in read(*lines)[0].chain]


def codes(issues: Sequence[Issue]) -> list[tuple[str, str]]:
    """Give code and path of each issue."""
    return [(issue.code, issue.path) for issue in issues]


# ------------------------------------------------------------------ the number


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("CA-3-P011182001", NumberParts("CA-3", "P011182", "001")),
        ("D-000123-001", NumberParts(None, "D-000123", "001")),
        ("S065432002", NumberParts(None, "S065432", "002")),
        ("7413754", None),
    ],
)
def test_a_number_has_parts(number: str, parts: NumberParts | None) -> None:
    """Who reports, the project and its component are run together."""
    assert parts == number_parts(number)


def test_a_number_of_another_form_is_kept_and_told() -> None:
    """It is the identifier, whatever it means."""
    made, issues = read("Project Number: 7413754")

    assert "7413754" == made.identifier
    assert [("page.unknown-word", "identifier")] == codes(issues)


def test_the_reporter_is_known_by_the_number() -> None:
    """Its identifier is inferred, and so is that it pays."""
    made = project("Project Number: CA-3-P011182001", "Reporting Organization:", "Global Affairs Canada")

    assert made.reporting is not None
    assert "CA-3" == made.reporting.ref
    assert (Funder("Global Affairs Canada"),) == made.participants
    assert {
        "reporting.ref": "inferred",
        "participants[0]": "inferred",
        "identifier": "stated",
        "reporting": "stated",
    } == {entry.path: entry.basis.term for entry in made.provenance}


def test_who_pays_may_be_stated() -> None:
    """Then nothing is inferred."""
    made = project(
        "Contributing Organization(s):", "Global Affairs Canada", "Reporting Organization: Global Affairs Canada"
    )

    assert (Funder("Global Affairs Canada"),) == made.participants
    assert {"stated"} == {entry.basis.term for entry in made.provenance}


# ------------------------------------------------------------------ titles


def test_the_title_is_the_last_line_before_the_labels() -> None:
    """What the page calls the project stands before it; the words of the site are told as left."""
    made, issues = read("Home", "Project Browser", "International Development Grant", "A well", "Status: Closed")

    assert ("A well", "International Development Grant") == (str(made.title), str(made.kind))
    assert ["'Home' and 1 more line"] == [issue.message for issue in issues]


def test_what_the_page_calls_it_may_stand_below() -> None:
    """It is known by its words."""
    made = project("A well", "International Development Grant", "Status: Closed")

    assert ("A well", "International Development Grant") == (str(made.title), str(made.kind))


@pytest.mark.parametrize(
    "before", ["Project profile:", "Project profile for", "Project profile –", "Project profile —"]
)
def test_a_word_before_the_title_is_taken_off(before: str) -> None:
    """The donor's own page has one."""
    assert "A well" == str(project(f"{before} A well", "Status: Closed").title)


def test_a_note_is_no_title() -> None:
    """Nor is any line behind the one that says whose profile it is."""
    made, issues = read("Project profile for A well", "Note: amounts are rounded.", "More about us", "Status: Closed")

    assert "A well" == str(made.title)
    assert ["page.left"] == [issue.code for issue in issues]


def test_a_title_may_look_like_what_the_page_calls_it() -> None:
    """The line that stands last is the title, where there is no other."""
    assert "Clean Water Grant" == str(project("Clean Water Grant", "Status: Closed").title)
    made = project("International Development Grant", "Clean Water Grant", "Status: Closed")
    assert ("Clean Water Grant", "International Development Grant") == (str(made.title), str(made.kind))


def test_a_title_with_a_label_is_that() -> None:
    """Then no other line is one."""
    made, issues = read("Home", "Title: A well", "Status: Closed")

    assert "A well" == str(made.title)
    assert ["page.left"] == [issue.code for issue in issues]


# ------------------------------------------------------------------ words and codes


@pytest.mark.parametrize(("word", "code"), [*STATUS.items(), ("Terminating", "3")])
def test_a_status_is_kept_raw_and_coded(word: str, code: str) -> None:
    """As the donor's own files code it."""
    made = project(f"Status: {word}")

    assert (ProjectStatus(code), word) == (made.status, made.stated_status)


def test_a_status_that_no_list_has_is_kept_raw() -> None:
    """It has no code, and that is told."""
    made, issues = read("Status: Dormant")

    assert (None, "Dormant") == (made.status, made.stated_status)
    assert [("page.unknown-word", "stated_status")] == codes(issues)


@pytest.mark.parametrize(
    ("codelist", "words", "code"),
    [
        ("AidType", "Project-type interventions", "C01"),
        (
            "AidType",
            "Contributions to specific-purpose programmes and funds managed by implementing partners",
            "B03",
        ),
        ("AidType", "General budget support", "A01"),
        ("CollaborationType", "Bilateral", "1"),
        ("CollaborationType", "Multilateral", None),
        ("FinanceType", "Standard grant", "110"),
        ("FinanceType", "Aid grant excluding debt reorganisation", "110"),
        ("FinanceType", "Aid loan excluding debt reorganisation", "410"),
        ("Sector", "Emergency food aid", "72040"),
        ("Sector", "Emergency food assistance", "72040"),
        ("Sector", "Human rights", None),
        ("Sector", "Nothing of the kind", None),
    ],
)
def test_names_of_today_and_of_before_have_codes(codelist: str, words: str, code: str | None) -> None:
    """A name that the list has for two codes has none."""
    assert code == code_of(codelist, words)


def test_a_code_that_is_printed_is_stated() -> None:
    """It needs no name."""
    made = project("Finance Type: Some grant (110)", "Aid Type: Project-type interventions")

    assert "110" == str(made.default_finance_type)
    assert {"default_finance_type": "stated", "default_aid_types[0]": "derived"} == {
        entry.path: entry.basis.term for entry in made.provenance
    }


def test_status_and_date_of_a_result_are_from_other_words_than_its_title() -> None:
    """The label says that it was achieved, the words before the list when."""
    made = project("Results Achieved", "Results achieved as of May 2024 include: (1) mended the pumps.")

    assert [
        ("chain[0]", "(1) mended the pumps", 2),
        ("chain[0].status", "Results Achieved", 1),
        ("chain[0].as_of", "as of May 2024", 2),
    ] == [(entry.path, entry.quote, entry.line) for entry in made.provenance]


# ------------------------------------------------------------------ places


@pytest.mark.parametrize(
    "lines",
    [
        ["Country/Region: Colombia (44.13%), Peru (55.87%)"],
        ["Country / Region: Colombia (44.13 %) Peru 55.87 %"],
        ["Country/Region:", "Colombia 44.13%", "Peru (55,87 %)"],
        ["Country/Region:", "• Colombia (44.13%)", "• Peru (55.87%)"],
        ["Country/Region: Colombia: 44.13%; Peru: 55.87%"],
    ],
)
def test_shares_stand_in_many_ways(lines: list[str]) -> None:
    """With and without brackets, commas and lines of their own."""
    assert (
        Country("CO", name="Colombia", percentage="44.13"),
        Country("PE", name="Peru", percentage="55.87"),
    ) == project(*lines).countries


@pytest.mark.parametrize(
    ("words", "countries", "regions"),
    [
        ("Mozambique 100.00%", (Country("MZ", name="Mozambique", percentage="100.00"),), ()),
        ("Colombia, Peru", (Country("CO", name="Colombia"), Country("PE", name="Peru")), ()),
        ("Colombia Peru", (Country("CO", name="Colombia"), Country("PE", name="Peru")), ()),
        ("South America, regional", (), (Region("489", vocabulary="1", name="South America, regional"),)),
        (
            "Peru; Africa, regional",
            (Country("PE", name="Peru"),),
            (Region("298", vocabulary="1", name="Africa, regional"),),
        ),
        ("Bolivia (Plurinational State of)", (Country("BO", name="Bolivia (Plurinational State of)"),), ()),
    ],
)
def test_countries_and_regions_stand_under_one_label(
    words: str, countries: tuple[Country, ...], regions: tuple[Region, ...]
) -> None:
    """Each is known by its name."""
    made = project(f"Country/Region: {words}")

    assert (countries, regions) == (made.countries, made.regions)


def test_a_country_that_nobody_knows_is_kept_by_name() -> None:
    """And told."""
    made, issues = read("Country/Region: Atlantis (20%), Peru (80%)")

    assert (Country(name="Atlantis", percentage="20"), Country("PE", name="Peru", percentage="80")) == made.countries
    assert [("page.unknown-country", "countries")] == codes(issues)


def test_a_share_without_a_name_is_told() -> None:
    """The others are read."""
    made, issues = read("Country/Region:", "(20%)", "Peru (80%)")

    assert (Country("PE", name="Peru", percentage="80"),) == made.countries
    assert ["20 % stands without a name: it is left out"] == [issue.message for issue in issues]


@pytest.mark.parametrize(
    "words",
    [
        "Kenya, Ruritania, Uganda",
        "Ruritania, Kenya and Uganda",
        "Kenya / Uganda / Ruritania",
        "Kenya, Uganda and Ruritania",
    ],
)
def test_a_name_among_countries_that_nobody_knows_is_kept_and_told(words: str) -> None:
    """The others keep their codes."""
    made, issues = read(f"Country/Region: {words}")

    assert (Country("KE", name="Kenya"), Country("UG", name="Uganda"), Country(name="Ruritania")) == made.countries
    assert ["'Ruritania' is no country or region that is known"] == [issue.message for issue in issues]


@pytest.mark.parametrize("words", ["Kenya Ruritania", "Congo, Republic of Foo", "Peru (north)", "Peru, others"])
def test_words_that_may_be_part_of_a_name_stay_with_it(words: str) -> None:
    """Nothing is taken for a country of which only some words are one."""
    made, issues = read(f"Country/Region: {words}")

    assert (Country(name=words),) == made.countries
    assert [("page.unknown-country", "countries")] == codes(issues)


@pytest.mark.parametrize("words", ["C$5,000", "CA$5,000", "5,000 CAD"])
def test_a_currency_that_is_stated_is_no_convention(words: str) -> None:
    """By its sign or its code, of the whole and of a year's budget."""
    made = project(f"Maximum Contribution: {words}", "Budget breakdown:", f"2022/23: {words}")

    assert [Money("5000", "CAD")] * 2 == [made.amounts[0].value, made.budgets[0].value]
    assert [] == [entry.path for entry in made.provenance if "currency" in entry.path]


def test_a_date_that_may_be_two_says_so() -> None:
    """In words that a reader of the page can follow."""
    made, issues = read("Start Date: 03/04/2022")

    assert () == made.dates
    message = (
        "what stands beside 'Start Date' is left out: can be read as two days, 2022-04-03 and 2022-03-04: day and month "
        "cannot be told apart, got '03/04/2022'; write the month as a word in a copy of the page"
    )
    assert [message] == [issue.message for issue in issues]


def test_words_among_countries_are_not_guessed() -> None:
    """A line is taken apart only where all of it are names."""
    made, issues = read("Country/Region: Peru and other neighbours")

    assert (Country(name="Peru and other neighbours"),) == made.countries
    assert [("page.unknown-country", "countries")] == codes(issues)
    assert ("PE",) == tuple(each.code for each in project("Country/Region: Peru and Africa, regional").countries)


def test_a_country_that_stands_twice_is_taken_once() -> None:
    """And told."""
    made, issues = read("Country/Region: Peru, Peru")

    assert (Country("PE", name="Peru"),) == made.countries
    assert [("page.repeated-country", "countries")] == codes(issues)


def test_a_blank_country_is_inferred_from_the_title() -> None:
    """Without a share; a people in the title is no country."""
    made, _ = read("Help for Venezuelan migrants in Peru", "Country/Region:", "Status: Closed")

    assert (Country("PE", name="Peru"),) == made.countries
    assert ["inferred"] == [entry.basis.term for entry in made.provenance if entry.path == "countries[0]"]


# ------------------------------------------------------------------ agencies, sectors, markers


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("IBRD/World Bank Institute", Participant("IBRD/World Bank Institute", role="implementing")),
        ("IOM (47066)", Participant("IOM", role="implementing", crs_channel_code="47066")),
        ("UNDP (XM-DAC-41114)", Participant("UNDP", role="implementing", ref="XM-DAC-41114")),
        ("A Society (CA-CRA_ACR-1234)", Participant("A Society", role="implementing", ref="CA-CRA_ACR-1234")),
        ("World Food Programme (WFP)", Participant("World Food Programme (WFP)", role="implementing")),
    ],
)
def test_an_agency_may_have_a_code(words: str, agency: Participant) -> None:
    """A channel code of five digits, or an identifier; an abbreviation is part of the name."""
    assert (agency,) == project(f"Executing Agency: {words}").participants


def test_a_comma_behind_a_code_ends_an_agency() -> None:
    """And so does the code where another with its own follows; any other comma may be part of its name."""
    made = project("Executing Agency: WWF (CA-CRA_ACR-1), Forests, Lakes and Seas (47066) IBRD (44001) / Amref")

    assert ["WWF", "Forests, Lakes and Seas", "IBRD", "Amref"] == [str(each.name) for each in made.participants]
    assert ["UNDP (XM-DAC-41114) Panama Hub"] == [
        str(each.name) for each in project("Executing Agency: UNDP (XM-DAC-41114) Panama Hub").participants
    ]


def test_agencies_stand_one_to_a_line() -> None:
    """Each is a participant."""
    assert ["CARE", "Oxfam"] == [str(each.name) for each in project("Executing Agency:", "CARE", "Oxfam").participants]


def test_sectors_have_codes_names_and_shares() -> None:
    """A code that is not printed is that of the name, where the list has or had it."""
    made, issues = read(
        "DAC Sector:", "Human rights (15160): 60%", "Emergency food aid 40%", "(72040)", "Basket weaving"
    )

    assert (
        Sector("15160", name="Human rights", percentage=60),
        Sector("72040", name="Emergency food aid", percentage=40),
        Sector("72040"),
        Sector(name="Basket weaving"),
    ) == made.sectors
    assert [("page.unknown-word", "sectors[3]")] == codes(issues)


def test_a_code_may_have_six_digits() -> None:
    """The first is a zero that the list does not have."""
    assert (Sector("15160", name="Human rights"),) == project("DAC Sector: Human rights (015160)").sectors


def test_a_semicolon_may_be_part_of_the_name_of_a_sector() -> None:
    """It divides two names only where both are known."""
    made = project("DAC Sector:", "Education policy; and all that (11110)", "Vocational training; Basic sanitation")

    assert [
        ("11110", "Education policy; and all that"),
        ("11330", "Vocational training"),
        ("14032", "Basic sanitation"),
    ] == [(each.code, str(each.name)) for each in made.sectors]


@pytest.mark.parametrize(
    "lines",
    [
        ["Gender equality: significant objective"],
        ["Gender equality (Significant objective)"],
        ["Gender equality - significant"],
        ["Gender equality", "Significant objective"],
        ["Gender equality: significant objective (level 1)"],
        ["Gender equality\tSignificant objective"],
        ["Policy marker\tSignificance", "Gender equality\tSignificant objective"],
    ],
)
def test_a_marker_has_a_significance(lines: list[str]) -> None:
    """Beside it or below."""
    assert (PolicyMarker("1", vocabulary="1", name="Gender equality", significance="1"),) == project(
        "Policy Markers:", *lines
    ).markers


def test_a_marker_without_a_word_on_it_has_none() -> None:
    """That is not the same as not targeted."""
    made = project(
        "Policy Marker:",
        "Nutrition",
        "Trade: not targeted",
        "Youth issues: principal objective",
        "Urban issues",
        "Disability",
    )

    assert (
        PolicyMarker("12", vocabulary="1", name="Nutrition"),
        PolicyMarker("4", vocabulary="1", name="Trade", significance="0"),
        PolicyMarker(vocabulary="99", name="Youth issues", significance="2"),
        PolicyMarker(vocabulary="99", name="Urban issues"),
        PolicyMarker("11", vocabulary="1", name="Disability"),
    ) == made.markers


def test_a_marker_that_nobody_knows_is_told() -> None:
    """It is kept as one of the donor's own."""
    made, issues = read("Policy Marker: Innovation: significant objective")

    assert (PolicyMarker(vocabulary="99", name="Innovation", significance="1"),) == made.markers
    assert [("page.unknown-word", "markers[0]")] == codes(issues)
    assert {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"} == set(MARKERS.values())
    assert not set(OWN_MARKERS) & set(MARKERS)


# ------------------------------------------------------------------ money and dates


@pytest.mark.parametrize(
    "line",
    [
        "Gender equality (level 1 - Significant objective)",
        "Gender equality: 1 - Significant objective",
        "Gender equality (Significant objective - level 1)",
    ],
)
def test_a_score_beside_a_significance_is_no_part_of_the_name(line: str) -> None:
    """It says the same as the words."""
    assert (PolicyMarker("1", vocabulary="1", name="Gender equality", significance="1"),) == project(
        "Policy Marker:", line
    ).markers


@pytest.mark.parametrize(
    "line",
    [
        "Trade - Principal objective, Disability - Not targeted",
        "Trade: Principal objective Disability: Not targeted",
        "Trade (Principal Objective) Disability (Not Targeted)",
    ],
)
def test_several_markers_may_stand_in_a_line(line: str) -> None:
    """Each ends with its significance."""
    assert (
        PolicyMarker("4", vocabulary="1", name="Trade", significance="2"),
        PolicyMarker("11", vocabulary="1", name="Disability", significance="0"),
    ) == project(f"Policy Marker: {line}").markers


def test_no_marker_and_no_agency_is_called_none() -> None:
    """Such words are told as left."""
    made, issues = read("Policy Marker: None", "Executing Agency: Various")

    assert ((), ()) == (made.markers, made.participants)
    assert ["'None'", "'Various'"] == [issue.message for issue in issues]


def test_a_score_without_words_is_told() -> None:
    """The donor has a scale of its own, which the number may be of."""
    made, issues = read("Policy Marker: Gender equality (level 2)")

    assert (PolicyMarker("1", vocabulary="1", name="Gender equality"),) == made.markers
    assert [("page.unknown-word", "markers[0]")] == codes(issues)


def test_names_may_have_lost_their_commas() -> None:
    """As in mirrors: sectors, markers and countries are known all the same."""
    made = project(
        "Country/Region: Tanzania United Republic of (100.00%)",
        "DAC Sector: Facilitation of orderly safe regular and responsible migration and mobility",
        "Policy Marker: Reproductive maternal newborn and child health: not targeted",
    )

    assert ["TZ", "15190", "9"] == [made.countries[0].code, made.sectors[0].code, made.markers[0].code]


def test_a_label_that_nobody_knows_is_no_item_of_a_list() -> None:
    """It is told as left, with its value."""
    made, issues = read(
        *("Country/Region:", "Mali (100%)", "Funding window: $ 5", "Executing Agency:", "CARE", "Fax: 1"),
        *("DAC Sector:", "Human rights (15160)", "Theme: rights", "Policy Marker:", "Trade: not targeted", "Lead: Ann"),
    )

    assert [("Mali", "ML")] == [(str(country.name), country.code) for country in made.countries]
    assert ["CARE"] == [str(agency.name) for agency in made.participants]
    assert (["15160"], ["4"]) == ([each.code for each in made.sectors], [each.code for each in made.markers])
    assert ["'Funding window: $ 5'", "'Fax: 1'", "'Theme: rights'", "'Lead: Ann'"] == [each.message for each in issues]


# ------------------------------------------------------------------ labels without a mark


def test_a_value_may_stand_behind_its_label_with_a_blank_between() -> None:
    """Where it has the form of one; words of prose that begin as a label does are prose."""
    made = project(
        "Project Number CA-3-D006714001",
        "Maximum Contribution $ 14 500 000",
        "Executing Agency - Partner Prairie Education (CA-CRA_ACR-123)",
        "Status Operational",
        "Start - End 2019-03-29 - 2025-12-31",
        "Country / Region",
        "Mali (60.00 %)",
        "Regional Focus Africa",
        "Sector Primary education (011220)",
        "Description",
        "It helps schools.",
        "Status reports are written.",
        "Program activities go on.",
        "Program WGM Africa",
        "Last Modified 2023-06-14",
        "Policy Marker Trade (not targeted)",
        "Aid Type Project-type interventions (C01)",
        "Collaboration Bilateral",
        "Finance Type Standard grant (110)",
        "Selection Mechanism Unsolicited Proposal",
        "Duration 6.8 years",
    )

    assert ("CA-3-D006714001", "14500000", "Prairie Education") == (
        made.identifier,
        str(made.amounts[0].value and made.amounts[0].value.amount),
        str(made.participants[0].name),
    )
    assert ("Operational", "2019-03-29/2025-12-31", "ML", "298") == (
        made.stated_status,
        str(made.span),
        made.countries[0].code,
        made.regions[0].code,
    )
    assert ["It helps schools.\nStatus reports are written.\nProgram activities go on."] == [
        str(each.text) for each in made.descriptions
    ]
    assert ("11220", "4", "WGM Africa", "Unsolicited Proposal") == (
        made.sectors[0].code,
        made.markers[0].code,
        made.programme,
        made.selection_mechanism,
    )


@pytest.mark.parametrize("words", ["N/A", "To be confirmed", "TBD", "Not available."])
@pytest.mark.parametrize(
    ("label", "path"),
    [("Executing Agency", "participants"), ("Project Description", "descriptions"), ("Results Achieved", "chain")],
)
def test_words_for_nothing_are_unknown(words: str, label: str, path: str) -> None:
    """As a blank label is."""
    made, issues = read(f"{label}: {words}")

    assert [("page.blank-label", path)] == codes(issues)
    assert f"the label '{label}' says '{words}': unknown, neither none nor zero" == issues[0].message
    assert ((), (), 0) == (made.participants, made.descriptions, len(made.chain))


def test_a_dollar_is_canadian_by_convention() -> None:
    """A code that is printed is stated."""
    made = project("Maximum Contribution: $4,000,000.00")

    assert [Money("4000000.00", "CAD")] == [amount.value for amount in made.amounts]
    assert (
        Provenance(
            "amounts[0].value.currency",
            basis="convention",
            quote="$4,000,000.00",
            source="a page",
            line=1,
        )
        in made.provenance
    )
    assert ["stated"] == [entry.basis.term for entry in project("Maximum Contribution: $5 CAD").provenance]


@pytest.mark.parametrize(
    "lines",
    [
        ["2007-04-01 to 2008-03-31 $1,250,000 CAD"],
        ["2007-04-01\t2008-03-31\t$1,250,000"],
        ["2007-04-01 to 2008-03-31", "$1,250,000 CAD"],
        ["Fiscal year\tBudget", "2007-2008\t$1,250,000"],
        ["FY 2007/08: $1,250,000", "Total: $1,250,000"],
        ["Fiscal year 2007/2008", "$1 250 000"],
    ],
)
def test_a_budget_is_of_a_fiscal_year(lines: list[str]) -> None:
    """From April to March, as two days or under its name; a total is none."""
    assert (Budget("2007-04-01/2008-03-31", value=Money("1250000", "CAD")),) == project(
        "Budget Breakdown", *lines
    ).budgets


def test_a_row_that_cannot_be_read_does_not_lose_the_next() -> None:
    """It is told, and so is a year without an amount, and an amount without a year."""
    made, issues = read("Budget Breakdown", "$7", "2007/08 $12,50", "2008/09", "2009/10", "$3", "2010/11")

    assert (Budget("2009-04-01/2010-03-31", value=Money("3", "CAD")),) == made.budgets
    told = """the row '2007/08 $12,50' is left out: is no amount, got '$12,50'; write it like "4,000,000.00\""""
    assert [told, "'$7' and 2 more lines"] == [issue.message for issue in issues]


def test_a_significance_without_a_marker_is_told() -> None:
    """It is left."""
    made, issues = read("Policy Marker:", "principal objective", "Trade", "Nutrition: not targeted")

    assert ["Trade", "Nutrition"] == [str(each.name) for each in made.markers]
    assert ["page.left"] == [issue.code for issue in issues]


def test_a_total_that_is_not_the_sum_is_told() -> None:
    """The parts stand."""
    made, issues = read("Budget Breakdown", "2007/08 $2", "2008/09 $3", "Total $6", "in thousands")

    assert 2 == len(made.budgets)
    assert [("page.total-disagrees", "budgets"), ("page.left", "")] == codes(issues)
    assert "the total is CAD 6.00, and the parts are CAD 5.00" == issues[0].message


@pytest.mark.parametrize(
    ("days", "years"),
    [
        (17, "1.0"), (279, "1.0"), (366, "1.0"), (459, "1.3"), (735, "2.0"), (916, "2.5"), (1098, "3.0"), (1099, "3.0"),
        (1209, "3.3"), (1307, "3.6"), (1496, "4.1"), (1958, "5.4"), (2106, "5.8"),
    ],
)  # fmt: skip
def test_the_mirror_reckons_years_its_own_way(days: int, years: str) -> None:
    """True on all thirteen pages that were checked: a year at least, a tenth at most."""
    start = date(2016, 1, 1)

    assert Decimal(years) == mirror_years(start, date.fromordinal(start.toordinal() + days))


@pytest.mark.parametrize(
    ("stated", "issues"),
    [
        ("2.0 years", []),
        ("2.1 years", ["page.duration-disagrees"]),
        ("24 months", []),
        ("12 months", ["page.duration-disagrees"]),
    ],
)
def test_a_duration_is_checked_and_never_trusted(stated: str, issues: list[str]) -> None:
    """The dates stand either way, and the duration as stated."""
    made, found = read("Start Date: April 1, 2019", "End Date: March 31, 2021", f"Duration: {stated}")

    assert (stated, "2019-04-01/2021-03-31") == (str(made.stated_duration), str(made.span))
    assert issues == [issue.code for issue in found]


@pytest.mark.parametrize("label", ["Start Date - End Date", "Start – End", "Start and End Dates"])
def test_both_dates_may_stand_under_one_label(label: str) -> None:
    """As on the donor's own page."""
    assert "2022-10-11/2025-07-10" == str(project(f"{label}: 2022-10-11 - 2025-07-10").span)


def test_one_label_for_both_dates_needs_both() -> None:
    """A project that goes on has no end."""
    assert "2022-10-11/.." == str(project("Start - End: 2022-10-11 - present").span)
    assert [("page.not-understood", "dates")] == codes(read("Start - End: 2022-10-11")[1])


def test_dates_that_are_reversed_are_kept_and_told() -> None:
    """Which of them is wrong nobody knows."""
    made, issues = read("Start Date: 2021-01-07", "End Date: 2020-01-07", "Duration: 1.0 years")

    assert ["2021-01-07", "2020-01-07"] == [str(each.date) for each in made.dates]
    assert [("page.dates-reversed", "dates")] == codes(issues)


# ------------------------------------------------------------------ prose


def test_activities_leave_the_description() -> None:
    """What follows the end of their list belongs to the project; a list that is of no activities stays."""
    made = project(
        "Project Description",
        "It aims to: (1) help; and (2) heal. Project activities include: (1) a; and (2) b. It runs far.",
        "A second paragraph.",
    )

    assert ["It aims to: (1) help; and (2) heal.\nIt runs far.\nA second paragraph."] == [
        str(each.text) for each in made.descriptions
    ]
    assert ["a", "b"] == [str(node.title) for node in made.chain.activities]


@pytest.mark.parametrize(
    ("lead", "kind", "level"),
    [
        ("The expected outcomes for the project include:", "Outcome", "outcome"),
        ("The expected immediate outcomes include:", "Outcome", "immediate outcome"),
        ("The expected intermediate outcomes for this project are:", "Outcome", "intermediate outcome"),
        ("Ultimate outcomes:", "Impact", "impact"),
        ("The expected outputs include:", "Output", "output"),
        ("The expected results for this project include:", "Result", None),
    ],
)
def test_the_level_is_the_one_that_is_named(lead: str, kind: str, level: str | None) -> None:
    """None is guessed, and nothing is linked."""
    made = project("Expected Results", f"{lead} (1) more food; and (2) less disease.")

    assert [(kind, level, "expected")] * 2 == [
        (type(node).__name__, node.level and node.level.term, str(getattr(node, "status", None))) for node in made.chain
    ]
    assert [] == [node for node in made.chain if node.contributes_to]


@pytest.mark.parametrize("colon", ["", ":"])
def test_a_heading_may_be_a_level(colon: str) -> None:
    """Of what stands below it: items, lines that have lost their bullets, or a sentence."""
    made = project(
        "Expected Results",
        f"Immediate outcomes{colon}",
        "1.1 More skill",
        "1.2 More tools",
        f"Intermediate outcome{colon}",
        "• more use",
        f"Ultimate Outcome{colon}",
        "Better lives.",
        f"Outputs{colon}",
        "1.1.1 Training given to 90 teachers",
    )

    assert [
        ("immediate outcome", "1.1", "More skill"),
        ("immediate outcome", "1.2", "More tools"),
        ("intermediate outcome", None, "more use"),
        ("impact", None, "Better lives"),
        ("output", "1.1.1", "Training given to 90 teachers"),
    ] == [(node.level and node.level.term, node.label, str(node.title)) for node in made.chain]
    assert ["90"] == [str(figure.quantity.value) for node in made.chain for figure in node.figures]


def test_what_is_intended_has_its_level_too() -> None:
    """Whatever word stands for expected."""
    assert [("Outcome", None, "less harm")] == chain(
        "Expected Results", "The intended intermediate outcomes for this project include less harm."
    )


def test_an_item_may_name_its_own_level() -> None:
    """That is its label, and goes before what leads to the list."""
    made = project(
        "Expected Results",
        "The expected outcomes are:",
        "• Immediate outcome: more skill",
        "• Intermediate Outcome 1100: more use",
        "• more food",
    )

    assert [
        ("Immediate outcome", "more skill", "immediate outcome"),
        ("Intermediate Outcome 1100", "more use", "intermediate outcome"),
        (None, "more food", "outcome"),
    ] == [(node.label, str(node.title), node.level and node.level.term) for node in made.chain]


def test_an_outcome_may_be_a_sentence() -> None:
    """Its words are those after the verb; several stand between semicolons."""
    expected = [("Impact", None, "better lives"), ("Outcome", None, "more food"), ("Outcome", None, "less disease")]

    assert expected == chain(
        "Expected Results",
        "The ultimate outcome of this project is better lives.",
        "The expected intermediate outcomes include: more food; and less disease.",
    )


def test_prose_without_a_list_is_results_sentence_by_sentence() -> None:
    """Where there are lists, other sentences are told as left."""
    assert [("Result", None, "41 wells were dug"), ("Result", None, "All work")] == chain(
        "Progress & Results Achieved", "41 wells were dug. All work."
    )
    made, issues = read("Expected Results", "The expected outcomes include: (1) a; (2) b. More will follow.")
    assert 2 == len(made.chain)
    assert ["'More will follow.'"] == [issue.message for issue in issues if issue.code == "page.left"]


@pytest.mark.parametrize(
    "lead",
    [
        "As of June 2008:",
        "Results achieved as of the end of the project in June 2008 include:",
        "Results achieved as of the end of June 2008 include",
        "Results achieved, as of June 2008, include:",
    ],
)
def test_results_may_stand_between_semicolons(lead: str) -> None:
    """Without numbers; the words that lead to them are part of none, and say when."""
    made = project("Results Achieved", f"{lead} 1 200 loans were made; and 90 officers were trained.")

    assert [("1 200 loans were made", "2008-06"), ("90 officers were trained", "2008-06")] == [
        (str(node.title), str(getattr(node, "as_of", None))) for node in made.chain
    ]


def test_a_time_that_is_no_date_is_told() -> None:
    """The results stand without one."""
    made, issues = read("Results Achieved", "Results achieved as of the fiscal year 2021-2022 include: (1) a; (2) b.")

    assert [None, None] == [getattr(node, "as_of", None) for node in made.chain]
    assert [("page.not-understood", "chain")] == codes(issues)


def test_what_is_said_of_all_results_is_no_part_of_the_last() -> None:
    """It is told as left, behind a list of numbers as behind one of bullets."""
    made, issues = read(
        "Results Achieved",
        "Results achieved as of May 2024 include: (1) a; and (2) 41 wells. All work. These results helped many towns.",
    )

    assert ["a", "41 wells. All work"] == [str(node.title) for node in made.chain]
    assert ["'These results helped many towns.'"] == [issue.message for issue in issues]


def test_a_lead_that_says_more_is_told() -> None:
    """Whose results they are, and with whom something is done."""
    made, issues = read(
        "Project Description",
        "Working with two banks, the project’s activities include: (1) a; (2) b.",
        "Results Achieved",
        "Results achieved by CARE as of May 2024 include: (1) c; (2) d.",
    )

    assert 4 == len(made.chain)
    assert [
        "'Working with two banks, the project’s activities include:'",
        "'Results achieved by CARE as of May 2024 include:'",
    ] == [issue.message for issue in issues]


def test_sentences_after_a_colon_have_its_level_and_date() -> None:
    """The line that leads to them is no result."""
    made = project(
        "Progress & Results Achieved", "Outputs delivered as of May 2024:", "41 wells were dug.", "All work."
    )

    assert [("output", "41 wells were dug", "2024-05"), ("output", "All work", "2024-05")] == [
        (node.level and node.level.term, str(node.title), str(getattr(node, "as_of", None))) for node in made.chain
    ]


def test_a_list_may_have_lost_its_bullets() -> None:
    """As it does when a browser's page is copied."""
    made = project(
        "Expected Results",
        "The expected immediate outcomes include:",
        "more skill;",
        "more use; and",
        "more food.",
        "The expected intermediate outcomes include:",
        "Better lives",
        "Less disease",
    )

    expected = ["more skill", "more use", "more food", "Better lives", "Less disease"]
    assert expected == [str(node.title) for node in made.chain]
    assert ["immediate outcome"] * 3 + ["intermediate outcome"] * 2 == [
        node.level and node.level.term for node in made.chain
    ]


def test_prose_that_was_broken_at_a_margin_is_put_together() -> None:
    """Its lines are no items, and no paragraphs."""
    made = project(
        "Project Description",
        "This project helps local water committees in the north to bring",
        "safe water back to towns. Project activities include: (1) drilling",
        "and repairing boreholes in host towns; (2) training members of water",
        "committees in upkeep.",
    )

    assert ["This project helps local water committees in the north to bring safe water back to towns."] == [
        str(each.text) for each in made.descriptions
    ]
    assert [
        "drilling and repairing boreholes in host towns",
        "training members of water committees in upkeep",
    ] == [str(node.title) for node in made.chain]


@pytest.mark.parametrize(
    "words",
    [
        "No results yet.",
        "Results will be known in 2027.",
        "It is too early to tell.",
        "Detailed results are expected next year.",
        "This project is in the planning stage.",
        "As this project is new, there is nothing to say.",
    ],
)
def test_a_word_for_no_results_is_no_result(words: str) -> None:
    """It is told as left."""
    made, issues = read("Progress & Results Achieved", words)

    assert 0 == len(made.chain)
    assert ["page.left"] == [issue.code for issue in issues]


def test_results_that_were_achieved_have_a_date() -> None:
    """Each list that of its own lead; the last item may hold several sentences."""
    made = project(
        "Progress & Results Achieved",
        "Results achieved as of May 2024 include: (1) dug 41 wells; and (2) made a map. It is in use. "
        "Results achieved as of March 2023 include: (1) hired 3 people.",
    )

    assert [
        ("dug 41 wells", "2024-05"),
        ("made a map. It is in use", "2024-05"),
        ("hired 3 people", "2023-03"),
    ] == [(str(node.title), str(getattr(node, "as_of", None))) for node in made.chain]


def test_a_list_whose_number_is_skipped_is_told() -> None:
    """The items are taken as printed."""
    made, issues = read("Expected Results", "Outcomes: (1) a; (3) c.")

    assert ["(1)", "(3)"] == [node.label for node in made.chain]
    assert [("page.list-gap", "chain")] == codes(issues)


def test_towns_become_places_that_results_point_to() -> None:
    """Also from a result that speaks of "the Municipality of …" one of them."""
    made = project(
        "Progress & Results Achieved",
        "Results achieved include: (1) helped the Municipality of Bogotá; (2) held fairs. Three Colombian cities took "
        "part including Bogotá Cali and Santa Marta.",
    )

    assert [("Bogotá", "bogota", "CO"), ("Cali", "cali", "CO"), ("Santa Marta", "santa-marta", "CO")] == [
        (str(place.name), place.ref, place.country) for place in made.locations
    ]
    assert [("bogota",), ("bogota", "cali", "santa-marta")] == [node.locations for node in made.chain]


def test_a_place_stands_once_whoever_names_it() -> None:
    """Two results may list it; of towns whose country is not said it is unknown."""
    made = project("Results Achieved", "Held in two towns: Ada and Bor. Shown in two towns: Bor and Cul.")

    assert [("Ada", None), ("Bor", None), ("Cul", None)] == [(str(each.name), each.country) for each in made.locations]
    assert [("ada", "bor"), ("bor", "cul")] == [node.locations for node in made.chain]


def test_a_description_may_be_nothing_but_activities() -> None:
    """Then there is none."""
    assert () == project("Project Description", "Project activities include: (1) a; and (2) b.").descriptions


def test_towns_that_cannot_be_told_apart_are_told() -> None:
    """No places are made up."""
    made, issues = read("Results Achieved", "It was held in four towns including Ada Bor and Cul.")

    assert () == made.locations
    assert [("page.count-disagrees", "chain[0]")] == codes(issues)


# ------------------------------------------------------------------ the page


def test_a_page_that_ends_inside_a_sentence_gives_the_whole_ones() -> None:
    """What was begun is left out and told."""
    made, issues = read("Expected Results", "The expected outcomes include: (1) more food for all; (2) less dis")

    assert ["more food for all"] == [str(node.title) for node in made.chain]
    assert ["the page ends with '(2) less dis': that is left out"] == [issue.message for issue in issues]


def test_a_saved_page_that_is_whole_has_no_half_sentence() -> None:
    """Its mark-up says that it is, and a sentence may lack its full stop."""
    facts = "<p>Project Number: CA-3-P000001001</p><p>Status: Closed</p><p>Maximum Contribution: $5</p>"
    prose = "<h2>Project Description</h2><p>It digs wells. They stand in the hills of the far north</p>"
    loaded = read_page(f"<html>{facts}{prose}</html>".encode(), "gac")

    assert ["It digs wells. They stand in the hills of the far north"] == [
        str(each.text) for each in loaded.one().descriptions
    ]
    assert 0 == len(loaded.report)


def test_a_project_that_is_only_related_is_none() -> None:
    """Below that heading one begins only where it is told of."""
    one = (
        "One\nProject Number: CA-3-P000001001\nStatus: Closed\nRelated projects\nTwo\nProject Number: CA-3-P000001002\n"
    )
    facts = "Status: Closed\nEnd Date: 2020-01-01\nMaximum Contribution: $5\n"

    assert [0] == list(PUBLISHER.starts(text_lines(one)))
    assert [0, 4] == list(PUBLISHER.starts(text_lines(f"{one}{facts}")))


def test_projects_begin_with_their_titles() -> None:
    """At each number that is a new one; a number that stands again begins nothing."""
    lines = text_lines(
        "Home\nA Grant\nOne\nProject Number: CA-3-P000001001\nStatus: Closed\nTwo\nProject Number:\nCA-3-P000001002\n"
        "Project Number: CA-3-P000001002"
    )

    assert [1, 5] == list(PUBLISHER.starts(lines))
    assert [0] == list(PUBLISHER.starts(text_lines("Status: Closed")))
