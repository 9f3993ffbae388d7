"""Fact sheets of USAID: what each heading, label and sentence becomes."""

import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from aidmodel import (
    Basis,
    Contact,
    ContextFact,
    Country,
    Figure,
    Funder,
    Location,
    Money,
    OtherIdentifier,
    Participant,
    Project,
    Provenance,
    Quantity,
)
from aidmodel.io.pages.labels import read_project
from aidmodel.io.pages.lines import Page, text_lines
from aidmodel.io.pages.markup import html_lines
from aidmodel.io.pages.reader import read_page
from aidmodel.io.pages.usaid import PUBLISHER
from aidmodel.issues import Issue

DOES = "The Reed Activity helps weavers."


def read(*lines: str) -> tuple[Project, list[Issue]]:
    """Read lines as a page of the publisher, without asking for its marks."""
    page = Page(source="a page", lines=text_lines("\n".join(lines)))
    return read_project(PUBLISHER, page, page.lines)


def read_html(markup: str) -> tuple[Project, list[Issue]]:
    """Read markup as a page of the publisher, without asking for its marks."""
    lines, head, cut_off = html_lines(markup)
    return read_project(PUBLISHER, Page(source="a page", lines=lines, head=head, cut_off=cut_off), lines)


def overview(*sentences: str) -> Project:
    """Read an overview of which there is nothing to be said."""
    made, issues = read("OVERVIEW", " ".join(sentences))
    assert [] == issues
    return made


def told(issues: Sequence[Issue]) -> list[tuple[str, str, str]]:
    """Give code, path and message of each issue."""
    return [(issue.code, issue.path, issue.message) for issue in issues]


def span(made: Project) -> str:
    """Give the two dates as they are known."""
    return "/".join(str(each.date) for each in made.dates)


def chain(made: Project) -> list[tuple[str | None, str]]:
    """Give label and title of each step of the chain."""
    return [(node.label, str(node.title)) for node in made.chain]


# ------------------------------------------------------------------ the title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The Reed Activity helps weavers.", "Reed Activity"),
        ("USAID’s Reed Activity helps weavers.", "Reed Activity"),
        ("The U.S. Agency for International Development (USAID) Reed Project helps weavers.", "Reed Project"),
        ("The five-year Reeds for the Delta Program helps weavers.", "Reeds for the Delta Program"),
        ("Launched in 2019, the Green Reed Initiative helps weavers.", "Green Reed Initiative"),
        ("Reed and Rush helps weavers.", "Reed and Rush"),
        ("Reed is a five-year, $2 million USAID project for weavers.", "Reed"),
        ("The Delta Reed Systems (DRS) Activity helps weavers.", "Delta Reed Systems (DRS) Activity"),
    ],
)
def test_a_title_is_inferred_from_the_first_sentence(sentence: str, title: str) -> None:
    """A fact sheet may have no line for it; its prose names the project."""
    made = overview(sentence)

    assert title == str(made.title)
    assert [Basis.INFERRED] == [entry.basis for entry in made.provenance if entry.path == "title"]


@pytest.mark.parametrize("sentence", ["Peru supports weavers.", "Reeds are tall.", "USAID helps weavers."])
def test_not_every_subject_is_a_title(sentence: str) -> None:
    """A country, a plant and the publisher are no projects."""
    assert "" == str(overview(sentence).title)


def test_a_line_at_the_top_is_the_title_as_printed() -> None:
    """It is the name in the prose, whatever stands around it; what is no title is told."""
    made, issues = read("Home", "Reed Activity | Peru", "Language", "OVERVIEW", DOES)

    assert "Reed Activity" == str(made.title)
    assert [("page.left", "", "'Home' and 1 more line")] == told(issues)
    assert [Basis.STATED] == [entry.basis for entry in made.provenance if entry.path == "title"]


def test_a_page_without_the_heading_of_the_overview_is_read() -> None:
    """The prose at the top that names the project is its overview."""
    sentence = "The Reed Activity helps weavers of the delta to sell mats, and runs from March 2019 to April 2024."

    made, issues = read("Reed Activity", sentence, "KEY RESULTS", "• 7 markets opened")

    assert ("Reed Activity", sentence, "2019-03/2024-04") == (
        str(made.title),
        str(made.descriptions[0].text),
        span(made),
    )
    assert [] == issues


def test_a_heading_or_the_only_line_may_be_the_title() -> None:
    """Where the prose does not name the project; of several lines none is."""
    heading, _ = read_html("<p>Peru</p><h1>Reeds of the Delta</h1><h2>Overview</h2><p>Weavers need reeds.</p>")
    line, _ = read("Reeds of the Delta", "OVERVIEW", "Weavers need reeds.")
    several, _ = read("Reeds of the Delta", "Peru", "OVERVIEW", "Weavers need reeds.")

    assert ["Reeds of the Delta", "Reeds of the Delta", ""] == [str(each.title) for each in (heading, line, several)]


# ------------------------------------------------------------------ time


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("It runs from September 2021 to September 2026.", "2021-09/2026-09"),
        ("Its implementation period is March 2014 – October 2019.", "2014-03/2019-10"),
        ("It was implemented June 2015-2018 in villages.", "2015-06/2018"),
        ("The activity runs from May 4, 2020 to September 30, 2024.", "2020-05-04/2024-09-30"),
        ("The Reed Activity (2019–2024) is small.", "2019/2024"),
        ("It is a five-year (2019–2024) program.", "2019/2024"),
        ("It began in October 2021 and ends on 30 September 2026.", "2021-10/2026-09-30"),
        ("The activity was launched in June 2019.", "2019-06"),
        ("Reed runs until December 2023.", "2023-12"),
        ("It supports the Delta Plan (2018-2022).", ""),
        ("The activity helps towns hit by the 2014–2016 drought.", ""),
        ("War in the delta began in 2011.", ""),
    ],
)
def test_the_span_is_that_of_the_project(sentence: str, dates: str) -> None:
    """It keeps its precision; the time of a plan, of a drought or of a war is another one."""
    assert dates == span(overview(DOES, sentence))


def test_dates_in_the_wrong_order_are_kept_and_told() -> None:
    """Nobody knows which of them is wrong."""
    made, issues = read("OVERVIEW", DOES, "It runs from September 2026 to September 2021.")

    assert "2026-09/2021-09" == span(made)
    assert [("page.dates-reversed", "dates", "the end, 2021-09, is before the start, 2026-09")] == told(issues)


def test_dates_that_differ_are_told() -> None:
    """The box at the top comes first, and stands."""
    made, issues = read("Dates: March 2019 - April 2024", "OVERVIEW", f"{DOES} It runs from March 2019 to May 2025.")

    assert "2019-03/2024-04" == span(made)
    assert [
        ("page.repeated", "dates", "'from March 2019 to May 2025' is stated too, and the end that is taken is 2024-04")
    ] == told(issues)


def test_a_duration_is_read_and_compared() -> None:
    """Five years are not what 2019 to 2022 may be: four at most."""
    made, issues = read("OVERVIEW", f"{DOES} It is a five-year program. It runs from 2019 to 2022.")

    assert "5 years" == str(made.stated_duration)
    assert [("page.duration-disagrees", "stated_duration")] == [told(issues)[0][:2]]
    assert "5 years" == str(read("Duration: 5 years", "OVERVIEW", DOES)[0].stated_duration)
    assert None is overview(DOES, "Some have a five-year contract.").stated_duration


# ------------------------------------------------------------------ places


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("It works in three towns: Ada, Bor, and Santa Cul.", ["Ada", "Bor", "Santa Cul"]),
        ("It works in three towns (Ada, Bor and Cul).", ["Ada", "Bor", "Cul"]),
        ("It works in nine towns, including Ada and Santa Cul.", ["Ada", "Santa Cul"]),
        ("The activity is focused on the departments of Ada, Bor and Cul.", ["Ada", "Bor", "Cul"]),
        ("The activity is implemented in Ada, Bor, and Cul.", ["Ada", "Bor", "Cul"]),
        ("It works in nine towns.", []),
        ("It works in English.", []),
        ("A flood hit three towns: Ada, Bor, and Cul.", []),
    ],
)
def test_places_are_listed_in_prose(sentence: str, places: list[str]) -> None:
    """Those where the project works, and no others."""
    assert places == [str(place.name) for place in overview(DOES, sentence).locations]


@pytest.mark.parametrize(
    ("stated", "listed"),
    [("four towns", "Ada, Bor, and Cul"), ("two towns", "Ada, Bor, and Cul"), ("ten towns", "Ada, Bor, and Cul")],
)
def test_a_count_that_disagrees_is_told(stated: str, listed: str) -> None:
    """What is listed is taken, whether it is more or less."""
    made, issues = read("OVERVIEW", f"{DOES} It works in {stated}: {listed}.")

    assert ["Ada", "Bor", "Cul"] == [str(place.name) for place in made.locations]
    assert [
        ("page.count-disagrees", "locations", f"'{stated}' are stated, and 3 are listed: 'Ada, Bor, and Cul'")
    ] == told(issues)


@pytest.mark.parametrize(
    ("sentences", "countries", "basis"),
    [
        ("The Reed Activity supports the Colombian Government.", [("CO", "")], Basis.INFERRED),
        ("The Reed Activity helps weavers in the west of Kenya.", [("KE", "Kenya")], Basis.INFERRED),
        ("The Reed Activity works in Kenya, Uganda, and Mali.", [("KE", "Kenya"), ("UG", "Uganda"), ("ML", "Mali")], Basis.STATED),
        ("The Reed Activity works in two countries: Kenya and Mali.", [("KE", "Kenya"), ("ML", "Mali")], Basis.STATED),
        ("The Reed Activity supports towns in Peru and their trade with Chile.", [], None),
        ("The Reed Activity helps weavers who fled from Mali.", [], None),
        ("The Reed Activity helps Malian refugees.", [], None),
        ("The Reed Activity helps weavers. As of 2020, 9,000 weavers lived in Mali.", [], None),
    ],
)  # fmt: skip
def test_a_country_is_stated_inferred_or_unknown(
    sentences: str, countries: list[tuple[str, str]], basis: Basis | None
) -> None:
    """Where the project is said to work is stated; the only country it speaks of is inferred; of several none is."""
    made = overview(sentences)

    assert countries == [(country.code, str(country.name)) for country in made.countries]
    assert ({basis} if basis else set()) == {
        entry.basis for entry in made.provenance if entry.path.startswith("countries")
    }


def test_places_lie_in_the_only_country() -> None:
    """That is inferred, from the words that speak of its towns; two countries leave it open."""
    one = overview("The Reed Activity works in Peru and in two towns: Ada and Bor. Peru’s towns grow.")
    two = overview("The Reed Activity works in Peru and Chile. It works in two towns: Ada and Bor.")

    assert (Location("Ada", country="PE"), Location("Bor", country="PE")) == one.locations
    assert (Location("Ada"), Location("Bor")) == two.locations
    assert [("locations[0].country", Basis.INFERRED, "Peru’s towns")] == [
        (entry.path, entry.basis, entry.quote) for entry in one.provenance if entry.path == "locations[0].country"
    ]


def test_the_words_beside_a_count_may_say_the_country() -> None:
    """ "Colombian towns" lie in Colombia; that is derived, whatever else the page says."""
    made = overview("The Reed Activity works in two Colombian towns: Ada and Bor.")

    assert (Location("Ada", country="CO"), Location("Bor", country="CO")) == made.locations
    assert [Basis.DERIVED] == [entry.basis for entry in made.provenance if entry.path == "locations[0].country"]


def test_countries_are_counted_too() -> None:
    """And what is stated again is taken once."""
    made, issues = read("Country: Kenya", "OVERVIEW", f"{DOES} It works in three countries: Kenya and Mali.")

    assert ["KE", "ML"] == [country.code for country in made.countries]
    assert [
        ("page.count-disagrees", "countries", "'three countries' are stated, and 'Kenya and Mali' names 2")
    ] == told(issues)


def test_a_focus_may_be_a_country() -> None:
    """The places below lie in it; places that are listed twice are taken once."""
    made, _ = read("Geographic Focus:", "• Peru", "• Ada", "OVERVIEW", f"{DOES} It works in two towns: Ada and Bor.")

    assert (Country("PE", name="Peru"),) == made.countries
    assert (Location("Ada", country="PE"), Location("Bor", country="PE")) == made.locations


# ------------------------------------------------------------------ aims and context


def test_numbered_aims_are_objectives() -> None:
    """They are no part of the description, and nothing ties them to the goals."""
    made = overview("The Reed Activity: 1) plants reeds; 2) weaves mats; and 3) sells them. It runs from 2019 to 2024.")

    assert [
        (None, "It runs from 2019 to 2024."),
        ("objectives", "1) plants reeds"),
        ("objectives", "2) weaves mats"),
        ("objectives", "3) sells them"),
    ] == [(each.type and str(getattr(each.type, "term", each.type)), str(each.text)) for each in made.descriptions]


def test_aims_may_be_bullets() -> None:
    """The line that leads to them names the project."""
    made, issues = read("OVERVIEW", "The Reed Activity aims to:", "• plant reeds;", "• weave mats; and", "• sell them.")

    assert ["plant reeds", "weave mats", "sell them"] == [str(each.text) for each in made.descriptions]
    assert [] == issues


def test_context_is_no_result() -> None:
    """Number by number, with the date it is true for; words that only speak of it go with it."""
    made = overview(
        DOES,
        "As of May 2022, over 1.5 million people had left the delta and an estimated 80,000 weavers had come back.",
        "Many of these weavers lack reeds.",
    )

    assert (
        ContextFact(
            "As of May 2022, over 1.5 million people had left the delta",
            quantity=Quantity("1500000", "people", "over"),
            as_of="2022-05",
        ),
        ContextFact(
            "an estimated 80,000 weavers had come back",
            quantity=Quantity("80000", "weavers", "estimated"),
            as_of="2022-05",
        ),
        ContextFact("Many of these weavers lack reeds"),
    ) == made.context
    assert [DOES] == [str(each.text) for each in made.descriptions]
    assert 0 == len(made.chain)


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("In 2020, a drought hit 12 villages.", [("12 villages", "2020")]),
        ("Since 2015, 200,000 people have fled.", [("200,000 people", "None")]),
        ("Mali has 22 million people; about 80 percent live off the land.", [("22,000,000 people", "None"), ("about 80 %", "None")]),
        ("Law 21 of 2017 protects the third delta.", []),
        ("Partners in 40 towns helped to draw the maps.", []),
        ("The activity has trained 500 weavers.", []),
        ("Some 500 weavers were trained.", []),
    ],
)  # fmt: skip
def test_what_is_context(sentence: str, facts: list[tuple[str, str]]) -> None:
    """A number in a sentence that neither names the project nor speaks of its work."""
    made = overview(DOES, sentence)

    assert facts == [(str(fact.quantity), str(fact.as_of)) for fact in made.context]


def test_a_section_on_the_situation_is_context() -> None:
    """Sentences without a number too; one that names the project is about it."""
    made, issues = read("BACKGROUND", "Reeds are cut too early. The Reed Activity came late.", "OVERVIEW", DOES)

    assert ["Reeds are cut too early"] == [str(fact.statement) for fact in made.context]
    assert ["The Reed Activity came late.", DOES] == [str(each.text) for each in made.descriptions]
    assert [] == issues


# ------------------------------------------------------------------ parties and money


def test_implementers_are_those_named_as_such() -> None:
    """In the box or in prose; partners have no role, and who pays is a funder."""
    made, issues = read(
        "Implementing Partners:",
        "• Reed Trust; Rush Group, Inc.",
        "• Mat House",
        "Partners: Delta Bank",
        "OVERVIEW",
        f"{DOES} It is funded by USAID and implemented by the Reed Trust with many partners. Mills take part.",
    )

    assert (
        Participant("Reed Trust", role="implementing"),
        Participant("Rush Group, Inc.", role="implementing"),
        Participant("Mat House", role="implementing"),
        Participant("Delta Bank"),
        Funder("USAID"),
    ) == made.participants
    assert [] == issues


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("implemented by FHI 360, improves care", "FHI 360"),
        ("implemented by the Bank for Reeds and runs", "Bank for Reeds"),
        ("implemented by Rush International, Inc.", "Rush International, Inc."),
        ("implemented by local groups", None),
        ("implemented June 2015-2018", None),
    ],
)
def test_the_name_of_an_implementer_ends_where_it_ends(words: str, name: str | None) -> None:
    """Small letters name nobody."""
    made = overview(f"The Reed Activity, {words}, helps weavers.")

    assert ([] if name is None else [name]) == [str(each.name) for each in made.implementers]


@pytest.mark.parametrize(
    ("words", "amount", "bases"),
    [
        ("$14 500 000", "14500000", [Basis.CONVENTION]),
        ("$9,200,000", "9200000", [Basis.CONVENTION]),
        ("$61.2 million", "61200000", [Basis.CONVENTION]),
        ("US$61.2 million", "61200000", []),
        ("61200000 USD", "61200000", []),
        ("61200000 (USD)", "61200000", []),
    ],
)
def test_dollars_are_those_of_the_united_states(words: str, amount: str, bases: list[Basis]) -> None:
    """By the publisher's convention, unless the page says so itself."""
    made, issues = read(f"Total Projected Investment: {words}", "OVERVIEW", DOES)

    assert [("projected", Money(amount, "USD"))] == [(each.kind.term, each.value) for each in made.amounts]
    assert bases == [entry.basis for entry in made.provenance if entry.path == "amounts[0].value.currency"]
    assert [] == issues


def test_what_is_stated_twice_is_taken_once() -> None:
    """Who does the work, who pays, and how much."""
    made, issues = read(
        "Funded by: USAID",
        "Implemented by: Reed Trust",
        "Total Projected Investment: $9.2 million",
        "OVERVIEW",
        "The Reed Activity is implemented by the Reed Trust, and funded by USAID with a projected investment of $9.2 million.",
    )

    assert (Funder("USAID"), Participant("Reed Trust", role="implementing")) == made.participants
    assert 1 == len(made.amounts)
    assert [] == issues


def test_an_investment_may_stand_in_prose() -> None:
    """A sum of money that is called nothing stays words."""
    assert [Money("9200000", "USD")] == [
        each.value for each in overview(DOES, "It has a projected investment of $9.2 million.").amounts
    ]
    assert () == overview(DOES, "It is a $9.2 million program.").amounts


def test_what_is_no_amount_is_told() -> None:
    """It is not rounded, guessed or taken for zero."""
    made, issues = read("Total Projected Investment: $12,50", "OVERVIEW", DOES)

    assert () == made.amounts
    assert [("page.not-an-amount", "amounts")] == [each[:2] for each in told(issues)]


def test_the_budget_of_the_site_is_not_that_of_the_project() -> None:
    """In the box at the top it is; at the foot of a page it is the publisher's own."""
    box, _ = read("Budget: $5 million", "OVERVIEW", DOES)
    foot, issues = read("OVERVIEW", DOES, "Last updated: August 01, 2024", "Budget: $1.2 billion in 2022")

    assert [Money("5000000", "USD")] == [each.value for each in box.amounts]
    assert ((), date(2024, 8, 1)) == (foot.amounts, foot.last_modified)
    assert [("page.left", "", "'Budget: $1.2 billion in 2022'")] == told(issues)


def test_the_box_of_labels() -> None:
    """Labels and values, blank ones unknown, unknown ones told."""
    made, issues = read(
        "Reed Activity",
        "Start Date: May 2019",
        "End Date: 2024",
        "Award Number: 720-19",
        "Country: Peru",
        "Geographic Focus: Ada, Bor",
        "Implemented by:",
        "Total Projected Investment:",
        "Colour: Green",
        "OVERVIEW",
        DOES,
    )

    assert "2019-05/2024" == span(made)
    assert (OtherIdentifier("720-19", scheme="award number"),) == made.other_identifiers
    assert (Country("PE", name="Peru"),) == made.countries
    assert (Location("Ada", country="PE"), Location("Bor", country="PE")) == made.locations
    assert ((), ()) == (made.participants, made.amounts)
    assert [
        (
            "page.blank-label",
            "participants",
            "the label 'Implemented by:' has no value: unknown, neither none nor zero",
        ),
        (
            "page.blank-label",
            "amounts",
            "the label 'Total Projected Investment:' has no value: unknown, neither none nor zero",
        ),
        ("page.unknown-label", "", "the label 'Colour' is not known: 'Green' is left out"),
    ] == told(issues)


def test_a_name_that_is_no_country_is_told() -> None:
    """It is kept without a code."""
    made, issues = read("Country: Reedland", "OVERVIEW", DOES)

    assert (Country(name="Reedland"),) == made.countries
    assert [("page.unknown-country", "countries", "no country is called 'Reedland': kept without a code")] == told(
        issues
    )


def test_dates_that_are_none_are_told() -> None:
    """They are left out."""
    made, issues = read("Dates: soon", "OVERVIEW", DOES)

    message = "what stands beside 'Dates' is left out: is neither a span nor a length of time, got 'soon'; "

    assert () == made.dates
    assert [("page.not-understood", "dates", f'{message}write "March 2014 - October 2019"')] == told(issues)


# ------------------------------------------------------------------ goals


GROWTH = "The activity helps growers to plant reeds along each of the canals of the delta, and to keep them wet"


@pytest.mark.parametrize(
    "lines",
    [
        ("MORE REEDS", GROWTH, "BETTER MATS", "Weavers learn."),
        ("More reeds", GROWTH, "Better mats", f"{GROWTH}."),
        ("1. More reeds", GROWTH, "2. Better mats", "Weavers learn."),
        ("More reeds", "Better mats"),
        ("• More reeds", "• Better mats"),
        ("1) More reeds", "2) Better mats"),
    ],
)
def test_goals_are_told_apart(lines: Sequence[str]) -> None:
    """By capitals, by their length, by numbers, or as they stand; their level and status are not stated."""
    made, issues = read("GOALS", *lines)

    assert [("GOALS", "more reeds"), ("GOALS", "better mats")] == [
        (label, title.lower()) for label, title in chain(made)
    ]
    assert [None, None] == [getattr(node, "status", None) for node in made.chain]
    assert [None, None] == [node.level for node in made.chain]
    assert [] == issues


def test_a_goal_may_have_a_label_of_its_own() -> None:
    """A number of a goal is its label; text may follow on the same line."""
    made, _ = read("GOALS:", "Goal 1: More reeds", "Growers plant.", "Goal 2 - Better mats", "Weavers learn.")
    run_in, _ = read("GOALS", f"• More reeds: {GROWTH}", "• Better mats")

    assert [("Goal 1", "More reeds"), ("Goal 2", "Better mats")] == chain(made)
    assert [("GOALS", "More reeds"), ("GOALS", "Better mats")] == chain(run_in)
    assert GROWTH == str(run_in.chain[0].description)


def test_headings_of_markup_are_goals() -> None:
    """Whatever their letters."""
    made, _ = read_html(
        "<h2>Goals</h2><h3>More reeds</h3><p>Growers plant.</p><h3>Better mats</h3><p>Weavers learn.</p>"
    )

    assert [("Goals", "More reeds"), ("Goals", "Better mats")] == chain(made)
    assert ["Growers plant.", "Weavers learn."] == [str(node.description) for node in made.chain]


# ------------------------------------------------------------------ results


def test_key_results_are_achieved_and_have_figures() -> None:
    """What was reached, and how wide; a law's number and an ordinal are no quantities."""
    made, issues = read(
        "KEY RESULTS",
        "• 27 plans adopted under Law 21 of 2017.",
        "• Clinics at work in nine target counties.",
        "• More than 2 300 weavers trained in the third round.",
        "• Rules made stronger.",
    )

    assert [
        (Figure(Quantity(27, "plans"), role="actual"),),
        (Figure(Quantity(9, "target counties"), role="scope"),),
        (Figure(Quantity(2300, "weavers", "over"), role="actual"),),
        (),
    ] == [node.figures for node in made.chain]
    assert ["achieved"] * 4 == [str(getattr(node, "status", None)) for node in made.chain]
    assert "27 plans adopted under Law 21 of 2017" == str(made.chain[0].title)
    assert [] == issues


@pytest.mark.parametrize(
    ("heading", "lines", "as_of"),
    [
        ("KEY RESULTS (as of May 2024)", ("• 27 plans",), "2024-05"),
        ("KEY RESULTS", ("As of May 2024, Reed has:", "• adopted 27 plans"), "2024-05"),
        ("KEY RESULTS", ("• 27 plans (as of May 2024)",), "2024-05"),
        ("KEY RESULTS", ("• 27 plans since 2019",), "None"),
        ("KEY RESULTS", ("• Will adopt 27 plans by 2024",), "None"),
    ],
)
def test_results_have_the_date_they_are_stated_for(heading: str, lines: Sequence[str], as_of: str) -> None:
    """In the heading, in the words that lead to them, or in their own; a start and a plan are none."""
    made, issues = read(heading, *lines)

    assert [as_of] == [str(getattr(node, "as_of", None)) for node in made.chain]
    assert [] == issues


def test_results_that_are_to_come_are_not_achieved() -> None:
    """As worded: what plans will do is no promise of the project."""
    made, _ = read("KEY RESULTS", "• Will adopt 27 plans", "• Adopted 9 plans that will change towns")
    hoped, _ = read("EXPECTED OUTCOMES", "• More trade")

    assert ["expected", "achieved"] == [str(getattr(node, "status", None)) for node in made.chain]
    assert ["target", "actual"] == [str(node.figures[0].role) for node in made.chain]
    assert [("expected", "outcome")] == [
        (str(getattr(node, "status", None)), node.level.term if node.level else "") for node in hoped.chain
    ]


def test_groups_of_results_keep_their_headings() -> None:
    """Without bullets each line is a result; between bullets a line is a heading, and after them it is left."""
    grouped, issues = read("KEY RESULTS", "TRADE", "• 3 markets", "Water", "• 7 wells", "Follow the delta")
    bare, _ = read("KEY RESULTS", "3 markets open", "7 wells drilled")

    assert [("KEY RESULTS: TRADE", "3 markets"), ("KEY RESULTS: Water", "7 wells")] == chain(grouped)
    assert [("page.left", "", "'Follow the delta'")] == told(issues)
    assert [("KEY RESULTS", "3 markets open"), ("KEY RESULTS", "7 wells drilled")] == chain(bare)


def test_a_result_that_was_cut_off_is_left_out() -> None:
    """The others end with a full stop, and it does not; and so with markup that ends inside a sentence."""
    made, issues = read("KEY RESULTS", "• 3 markets.", "• 7 wells.", "• Partnerships with")
    saved, found = read_html("<html><body><h2>Overview</h2><p>The Reed Activity helps weavers. It runs from 2019 to")

    assert [("KEY RESULTS", "3 markets"), ("KEY RESULTS", "7 wells")] == chain(made)
    assert [("page.cut-off", "")] == [each[:2] for each in told(issues)]
    assert ([DOES], ()) == ([str(each.text) for each in saved.descriptions], saved.dates)
    assert ["page.cut-off"] == [issue.code for issue in found]


def test_activities_are_steps_of_the_chain() -> None:
    """Where a section says what is done."""
    made, _ = read("ACTIVITIES", "• Planting 40 canals with reeds")

    assert ["Activity"] == [type(node).__name__ for node in made.chain]
    assert [None] == [node.figures[0].role for node in made.chain]


# ------------------------------------------------------------------ contacts


def test_contacts_are_people_and_offices() -> None:
    """Each with what it can be reached by."""
    made, issues = read(
        "Contact Information",
        "Ana de la Cruz, Chief of Party",
        "Calle 5, Lima",
        "E-mail: ana@example.org | Tel: +502 2222 3333",
        "USAID/Peru",
        "Juan Pérez",
        "juan@example.org",
        "https://www.example.org/reed",
    )

    assert (
        Contact(
            person_name="Ana de la Cruz",
            job_title="Chief of Party",
            emails="ana@example.org",
            telephones="+502 2222 3333",
            mailing_addresses="Calle 5, Lima",
        ),
        Contact(
            organisation="USAID/Peru",
            person_name="Juan Pérez",
            emails="juan@example.org",
            websites="https://www.example.org/reed",
        ),
    ) == made.contacts
    assert [] == issues


def test_names_are_not_repeated_in_the_report() -> None:
    """A contact is personal data; what cannot be placed is told without its words."""
    made, issues = read("Contact Information", "Rosa Imaginaria", "rosa@example.org", "Somewhere else")

    assert ["Rosa Imaginaria"] == [str(contact.person_name) for contact in made.contacts]
    assert [("page.left", "", "a line among the contacts that say nothing of whom to write to")] == told(issues)
    assert "Rosa" not in repr(made)


# ------------------------------------------------------------------ the whole page


PAGE = (DOES, "GOALS", "MORE REEDS", "Growers plant.", "KEY RESULTS", "• 27 plans")


def test_menus_are_no_headings() -> None:
    """Neither as items of a list nor as lines above the page."""
    plain, _ = read("Reed Activity", "OVERVIEW", *PAGE)
    lines, _ = read("Overview", "Goals", "Key Results", "Contact", "Reed Activity", "Language", "OVERVIEW", *PAGE)
    items, _ = read("• Home", "• Goals", "Reed Activity", "Language", "OVERVIEW", *PAGE)
    below, _ = read("Reed Activity", "OVERVIEW", *PAGE, "Last updated:", "• Goals", "Contact", "• Goals", "• More")

    assert plain == lines == items == below


def test_two_projects_on_a_page_are_two() -> None:
    """Each begins with its title, or with its overview."""
    first = "OVERVIEW\nThe Reed Activity helps weavers.\nKEY RESULTS\n• 27 plans\n"
    second = "OVERVIEW\nThe Rush Activity helps growers.\nKEY RESULTS\n• 9 plans\n"

    titled = read_page(f"{first}Rush Activity\n{second}".encode(), "usaid")
    bare = read_page(f"{first}{second}".encode(), "usaid")

    assert ["Reed Activity", "Rush Activity"] == [str(each.title) for each in titled.value]
    assert titled.value == bare.value
    assert [["27 plans"], ["9 plans"]] == [[str(node.title) for node in each.chain] for each in titled.value]


def test_sections_may_stand_in_any_order() -> None:
    """The facts are the same; the chain has the order of the page."""
    made, issues = read("KEY RESULTS", "• 27 plans", "OVERVIEW", f"{DOES} It runs from 2019 to 2024.")

    assert ("Reed Activity", "2019/2024", [("KEY RESULTS", "27 plans")]) == (str(made.title), span(made), chain(made))
    assert [] == issues


def test_sections_on_other_things_are_left() -> None:
    """They are told, and add nothing to the section before."""
    made, issues = read("KEY RESULTS", "• 27 plans", "SUCCESS STORIES", "• 9 weavers tell of their mats")

    assert [("KEY RESULTS", "27 plans")] == chain(made)
    assert [("page.left", "", "'SUCCESS STORIES' and 1 more line")] == told(issues)


def test_what_nobody_states_stays_unknown() -> None:
    """No status, no sector, no amount, no implementer, and no funder because the page is USAID's."""
    made = overview("The Reed Activity, implemented since June 2019, helps weavers.")

    assert (None, None, None) == (made.identifier, made.status, made.scope)
    assert ((), (), (), ()) == (made.sectors, made.amounts, made.participants, made.countries)
    assert "2019-06" == span(made)


# ------------------------------------------------------------------ as pages are


@pytest.mark.parametrize(
    "sentence",
    [
        "From May 2021 to May 2026, the activity supports looms.",
        "From May 2021 to May 2026, Reed supports looms.",
        "The Activity’s implementation runs from May 2021 through May 2026.",
        "Start date: May 2021. End date: May 2026.",
        "Project duration: May 2021 – May 2026.",
    ],
)
def test_time_is_told_in_many_ways(sentence: str) -> None:
    """At the head of a sentence, with a capital for the activity, with a colon inside the prose."""
    assert "2021-05/2026-05" == span(overview(DOES, sentence, "Reed is known."))


def test_a_span_at_the_head_of_another_sentence_is_not_the_projects() -> None:
    """It is that of whatever the sentence speaks of."""
    made = overview(DOES, "From May 2015 to May 2016, 300 weavers left.")

    assert () == made.dates
    assert [Quantity("300", "weavers")] == [fact.quantity for fact in made.context]


def test_the_activity_with_a_capital_is_the_project() -> None:
    """What is said of it is no context, and its places are taken."""
    made = overview(DOES, "The Activity is focused in two departments: Cauca and La Guajira.")

    assert () == made.context
    assert ["Cauca", "La Guajira"] == [str(place.name) for place in made.locations]


def test_the_first_word_of_a_name_is_not_the_project_where_it_has_a_short_name() -> None:
    """A people is no project that is called after it."""
    made = overview(
        "The Weaving Peoples Activity (WPA) helps weavers.",
        "By 2018, 1.9 million persons called themselves Weaving folk.",
    )

    assert [Quantity("1900000", "persons")] == [fact.quantity for fact in made.context]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The activity is implemented by Loom Advisers Inc. and ends soon.", "Loom Advisers Inc."),
        ("Implementer: Loom Advisers LLC.", "Loom Advisers LLC"),
        ("The activity is implemented by Fair Loom (prime), with sub-partner Law Lab.", "Fair Loom"),
    ],
)
def test_implementers_in_prose(sentence: str, name: str) -> None:
    """Only who is named as such, in full."""
    made = overview(DOES, sentence)

    assert (Participant(name, role="implementing"),) == made.participants


def test_the_party_that_leads_or_pays_is_no_implementer() -> None:
    """Nobody is guessed to be one."""
    assert () == overview(DOES, "The activity is led by Loom Advisers with funds of the Reed Trust.").participants


def test_countries_that_are_helped_are_those_of_the_project() -> None:
    """Where all that is helped are countries; one alone may be a government among others."""
    made = overview("The Reed Partnership is a four-year partnership that helps Fiji, Samoa and Tonga to weave.")

    assert ["FJ", "WS", "TO"] == [country.code for country in made.countries]
    assert "4 years" == str(made.stated_duration)


def test_towns_across_areas_are_places() -> None:
    """ "42 municipalities across …" names where the work is."""
    made = overview("USAID's Reed Activity helps weavers in 42 municipalities across Antioquia, Arauca and Nariño.")

    assert ["Antioquia", "Arauca", "Nariño"] == [str(place.name) for place in made.locations]


def test_a_choice_of_languages_is_no_title() -> None:
    """The name in the prose is."""
    made, issues = read("Language", "English | Español", "OVERVIEW", DOES)

    assert "Reed Activity" == str(made.title)
    assert [("page.left", "", "'Language' and 1 more line")] == told(issues)


def test_an_area_above_its_towns_is_kept() -> None:
    """ "Eastern Province: …" names the province too; a count above a list names nothing."""
    made, _ = read("Geographic Focus: Eastern Province: Chipata, Katete", "OVERVIEW", DOES)
    counted, _ = read("Geographic Focus: Two cities: Chipata, Katete", "OVERVIEW", DOES)

    assert ["Eastern Province", "Chipata", "Katete"] == [str(place.name) for place in made.locations]
    assert ["Chipata", "Katete"] == [str(place.name) for place in counted.locations]


def test_marks_between_goals_are_no_part_of_them() -> None:
    """A semicolon or an "and" leads to the next."""
    made, _ = read("OVERVIEW", DOES, "OBJECTIVES", "1. Sell reeds;", "2. Train 650 weavers; and", "3. Lower costs.")

    assert ["Sell reeds", "Train 650 weavers", "Lower costs"] == [title for _, title in chain(made)]


def test_years_above_results_stay_with_them() -> None:
    """A line that leads to results of one year is their group; one without a time says nothing beside the list."""
    made, _ = read(
        "OVERVIEW", DOES, "KEY RESULTS", "Results for 2022:", "• 310 looms", "Results for 2023:", "• 415 looms"
    )
    plain, _ = read("OVERVIEW", DOES, "KEY RESULTS", "To date, it has:", "• Built 310 looms")

    assert [("KEY RESULTS: Results for 2022", "310 looms"), ("KEY RESULTS: Results for 2023", "415 looms")] == chain(
        made
    )
    assert [("KEY RESULTS", "Built 310 looms")] == chain(plain)


def test_a_telephone_keeps_its_brackets() -> None:
    """Country and town may stand in them together."""
    made, issues = read("OVERVIEW", DOES, "Contact Information", "Tel. (57-1) 555-0100")

    assert [] == issues
    assert (Contact(telephones="(57-1) 555-0100"),) == made.contacts


def test_a_sheet_is_known_by_its_usual_headings() -> None:
    """ "Project overview" and "key accomplishments" are such as well."""
    text = f"Reed Activity\nPROJECT OVERVIEW\n{DOES}\nKEY ACCOMPLISHMENTS\n• 310 looms built\n"

    assert ["310 looms built"] == [str(node.title) for node in read_page(text.encode()).one().chain]


@pytest.mark.parametrize("heading", ["FACT SHEET", "USAID FACT SHEET", "Project Factsheet", "Activity Fact Sheet"])
def test_what_every_sheet_is_called_is_no_title(heading: str) -> None:
    """The name in the prose is: what stands above it says only what kind of page it is."""
    page = f"""{heading}
OVERVIEW
The Ndege Health Activity works with county governments in Kenya to improve care. As of June 2022, over 1.4 million \
people lived without a clinic. Ndege runs from September 2021 to September 2026.
GOALS
Better care
KEY RESULTS
• 27 clinics opened
"""
    project = read_page(page.encode(), "usaid").one()

    assert "Ndege Health Activity" == str(project.title)
    assert "2021-09/2026-09" == str(project.stated)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Marisol Example</p><dl><dt>E-mail</dt><dd>mexample@reed.example</dd></dl>",
        "<p>Marisol Example</p><dl><dt>E-mail:</dt><dd>mexample@reed.example</dd></dl>",
        "<p>Marisol Example</p><dl><dt>E-mail: mexample@reed.example</dt></dl>",
        "<p>Marisol Example</p><dl><dd>E-mail: mexample@reed.example</dd></dl>",
        "<dl><dt>Marisol Example</dt><dd>E-mail: mexample@reed.example</dd></dl>",
        "<table><tr><td>Name</td><td>Marisol Example</td></tr><tr><td>E-mail</td><td>mexample@reed.example</td></tr></table>",
    ],
)
def test_a_way_to_reach_somebody_may_be_a_label_of_the_markup(markup: str) -> None:
    """It belongs to the contact, as in the text of the page."""
    made, issues = read_html(f"<h2>OVERVIEW</h2><p>{DOES}</p><h2>CONTACT INFORMATION</h2>{markup}")

    assert (Contact(person_name="Marisol Example", emails="mexample@reed.example"),) == made.contacts
    assert [] == issues


def test_another_label_below_the_contacts_is_unknown() -> None:
    """It says nothing of how to reach somebody, and is told."""
    dl = "<dl><dt>E-mail</dt><dd>m@reed.example</dd><dt>Colour</dt><dd>Green</dd></dl>"
    made, issues = read_html(f"<h2>OVERVIEW</h2><p>{DOES}</p><h2>CONTACT</h2>{dl}")

    assert (Contact(emails="m@reed.example"),) == made.contacts
    assert [("page.unknown-label", "", "the label 'Colour' is not known: 'Green' is left out")] == told(issues)


def test_the_status_of_a_result_is_from_its_heading() -> None:
    """Or from its own words, where they say that it is to come; a goal has none."""
    made, issues = read(
        "OVERVIEW", DOES, "GOALS", "Mats sell", "KEY RESULTS", "• 27 looms built", "• The market will open in 2027"
    )

    assert [] == issues
    entries = [entry for entry in made.provenance if entry.path.endswith(".status")]
    assert [
        Provenance("chain[1].status", basis="derived", quote="KEY RESULTS", source="a page", line=5),
        Provenance("chain[2].status", basis="derived", quote="The market will open in 2027", source="a page", line=7),
    ] == entries
    assert "achieved" == str(made.at("chain[1].status"))
    assert "expected" == str(made.at("chain[2].status"))


@pytest.mark.parametrize("width", range(101, 121))
def test_a_sheet_that_was_copied_to_a_width_is_the_same(width: int) -> None:
    """Its paragraphs are joined, its headings and bullets are not."""
    page = (Path(__file__).parents[3] / "pages" / "usaid-months.txt").read_text(encoding="utf-8")
    broken = "\n".join(textwrap.fill(line, width) for line in page.splitlines())

    assert page.count("\n") < broken.count("\n")
    assert read_page(page.encode()).value == read_page(broken.encode()).value
