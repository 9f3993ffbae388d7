"""Pages of the IOM Development Fund: what each label and each sentence becomes."""

import pytest

from aidmodel import (
    Activity,
    Alignment,
    Amount,
    ContextFact,
    Country,
    Description,
    Figure,
    Location,
    Money,
    OtherIdentifier,
    Outcome,
    Output,
    Project,
    ProjectScope,
    ProjectStatus,
    Provenance,
    Quantity,
    Region,
    Result,
    Sector,
)
from aidmodel.io.pages.iom import LABELS, PUBLISHER
from aidmodel.io.pages.labels import read_project
from aidmodel.io.pages.lines import Page, text_lines
from aidmodel.issues import Issue

FACTS = (
    ("Start Date", "2019"),
    ("End Date", "2021"),
    ("Project Status", "Active"),
    ("Project Type", "Immigration and Borders"),
    ("Budget Amount (USD)", "100000.00"),
    ("Coverage", "National"),
    ("Year", "2018"),
    ("IDF Region", "Africa"),
    ("Prima ID", "GH10P0001"),
    ("Projects ID", "IB.0001"),
    ("Benefiting Member States", "Ghana"),
)
PROJECT = Project(
    title="Calm ports",
    dates={"stated": "2019/2021"},
    status=ProjectStatus.IMPLEMENTATION,
    stated_status="Active",
    sectors=Sector(vocabulary="99", name="Immigration and Borders"),
    amounts=Amount(Money("100000.00", "USD"), kind="total budget"),
    scope=ProjectScope.NATIONAL,
    fund_year=2018,
    regions=Region(vocabulary="99", name="Africa"),
    other_identifiers=[OtherIdentifier("GH10P0001", scheme="prima"), OtherIdentifier("IB.0001", scheme="idf")],
    countries=Country("GH", name="Ghana"),
)


def read(*lines: str) -> tuple[Project, list[Issue]]:
    """Read lines as a page of the publisher, without asking for its marks."""
    page = Page(source="a page", lines=text_lines("\n".join(lines)))
    return read_project(PUBLISHER, page, page.lines)


def told(*lines: str) -> list[tuple[str, str, str]]:
    """Give what is said of lines: code, message, path."""
    return [(issue.code, issue.message, issue.path) for issue in read(*lines)[1]]


def prose(*lines: str) -> Project:
    """Read prose as that of a page of which nothing else is known."""
    project, issues = read("Year: 2018", *lines)
    assert [] == issues
    return project


# ------------------------------------------------------------------ layouts


@pytest.mark.parametrize(
    "lines",
    [
        [words for pair in FACTS for words in pair],
        [f"{label}: {value}" for label, value in FACTS],
        [f"{label} {value}" for label, value in FACTS],
        [f"{label}\t{value}" for label, value in FACTS],
        [*(label for label, _ in FACTS), *(value for _, value in FACTS)],
        ["\t".join(label for label, _ in FACTS), "\t".join(value for _, value in FACTS)],
        [words for label, value in FACTS for words in (label.upper(), "-", f"\u00a0{value}", "")],
        [f"{label}: {value}" for label, value in reversed(FACTS[:2])] + [words for pair in FACTS[2:] for words in pair],
    ],
)
def test_all_layouts_give_one_project(lines: list[str]) -> None:
    """Below, beside, behind, all labels first, in a table, in capitals."""
    project, issues = read("Who we are", "Calm ports", *lines)
    dates = sorted(project.dates, key=lambda date: str(date.date))

    assert PROJECT == project.replaced("dates", dates)
    assert [("page.left", "'Who we are'")] == [(issue.code, issue.message) for issue in issues]


@pytest.mark.parametrize("lost", range(len(FACTS)))
def test_a_lost_value_is_unknown_and_no_other_takes_its_place(lost: int) -> None:
    """Each label that has lost its value is reported, whether its neighbours stand below or in a block."""
    below = [words for at, pair in enumerate(FACTS) for words in (pair[:1] if at == lost else pair)]
    project, issues = read("Calm ports", *below)
    kept = [(name, value) for name, value in FACTS if name != FACTS[lost][0]]

    assert read("Calm ports", *[words for pair in kept for words in pair])[0] == project
    assert [("page.blank-label", f"the label {FACTS[lost][0]!r} has no value: unknown, neither none nor zero")] == [
        (issue.code, issue.message) for issue in issues
    ]


@pytest.mark.parametrize("lost", range(2, len(FACTS)))
def test_a_lost_value_of_a_block_is_unknown(lost: int) -> None:
    """Form and order leave one way to place the others; only of two dates nobody can say which is left."""
    values = [value for at, (_, value) in enumerate(FACTS) if at != lost]
    kept = [words for at, pair in enumerate(FACTS) if at != lost for words in pair]

    assert read("Calm ports", *kept)[0] == read("Calm ports", *[label for label, _ in FACTS], *values)[0]


def test_one_date_of_a_block_is_neither() -> None:
    """It is told, and no date is made of it."""
    project, issues = read("Calm ports", *[label for label, _ in FACTS], *[value for _, value in FACTS[1:]])

    assert () == project.dates
    assert ("page.left", "'2021'") in [(issue.code, issue.message) for issue in issues]


def test_values_without_labels() -> None:
    """Their form and order tell what they mean: that is inferred, and the currency is the publisher's convention."""
    project, issues = read("Calm ports", *[value for _, value in FACTS], "The project will calm ports.")
    bases = {entry.path: str(entry.basis.term) for entry in project.provenance}

    assert PROJECT == project.replaced("descriptions", ())
    assert [
        (
            "page.no-labels",
            "the labels are lost: which value is what is told by its form, and by the order of these pages",
        )
    ] == [(issue.code, issue.message) for issue in issues]
    assert ["inferred", "inferred", "inferred", "convention"] == [
        bases[path] for path in ("dates[0]", "fund_year", "countries[0]", "amounts[0].value.currency")
    ]


def test_too_few_values_without_labels_are_none() -> None:
    """Three that happen to stand together are no page."""
    assert Project(title="A year") == read("A year", "2017", "2018", "Active")[0]


def test_french_labels() -> None:
    """They are read as the English ones are."""
    french = ["date de debut", "date de fin", "statut du projet", "type de projet", "montant du budget (usd)"]
    french += ["couverture", "annee", "region idf", "id prima", "projet id", "etats membres beneficiaires"]

    assert [LABELS[label.casefold()] for label, _ in FACTS] == [LABELS[label] for label in french]


def test_a_title_is_no_value_and_no_navigation() -> None:
    """Where it is lost it is unknown."""
    assert not read("Our Work", "2030 Agenda", "2019", "End Date: 2021")[0].title
    assert "Calm ports" == str(read("It counts 175 member states.", "Calm ports", "End Date: 2021")[0].title)


def test_two_projects_begin_at_their_titles() -> None:
    """Labels that come again with other identifiers are another project; with the same they are the same once more."""
    one = ["Calm ports", *[words for pair in FACTS for words in pair], "The project will calm ports."]
    other = [words.replace("0001", "0002").replace("Calm ports", "Calm seas") for words in one]
    again = ["Calm ports", *one[1:-1], *one[1:]]

    assert [(0,), (0, 24)] == [PUBLISHER.starts(text_lines("\n".join(lines))) for lines in (again, one + other)]


# ------------------------------------------------------------------ fields


def test_the_year_of_the_fund_is_no_date() -> None:
    """It may be one before the project starts."""
    project = read("Start Date: 2022", "Year: 2021")[0]

    assert ["2022"] == [str(date.date) for date in project.dates]
    assert 2021 == project.fund_year


@pytest.mark.parametrize(
    ("words", "status", "basis"),
    [
        ("Completed", ProjectStatus.CLOSED, "inferred"),
        ("Achevé", ProjectStatus.CLOSED, "inferred"),
        ("Active", ProjectStatus.IMPLEMENTATION, "derived"),
    ],
)
def test_status(words: str, status: ProjectStatus, basis: str) -> None:
    """That a completed project is closed is inferred: its accounts may be open."""
    project = read(f"Project Status: {words}")[0]

    assert (words, status) == (project.stated_status, project.status)
    assert Provenance("status", basis=basis, quote=words, source="a page", line=1) in project.provenance


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("Budget Amount (USD): 50,000.00", Money("50000.00", "USD")),
        ("Montant du budget (USD): 100 000,00", Money("100000.00", "USD")),
        ("Budget Amount (USD): 0.00", Money("0.00", "USD")),
        ("Budget Amount: EUR 5000", Money("5000", "EUR")),
    ],
)
def test_amount(line: str, amount: Money) -> None:
    """The currency is that of the label, or stands beside the amount; zero is an amount."""
    assert (Amount(amount, kind="total budget"),) == read(line)[0].amounts


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Budget Amount (USD): EUR 5000",
            (
                "page.not-understood",
                (
                    "what stands beside 'Budget Amount (USD)' is left out: is not in USD, as its label says, got"
                    " 'EUR 5000'; look at the page"
                ),
                "amounts",
            ),
        ),
        (
            "Budget Amount (USD): 1.000.000,00",
            (
                "page.not-an-amount",
                "'1.000.000,00' is left out: is no amount; write it like \"4,000,000.00\"",
                "amounts",
            ),
        ),
        (
            "Year: 2017-2018",
            (
                "page.not-understood",
                "what stands beside 'Year' is left out: is no year, got '2017-2018'; write it like \"2017\"",
                "fund_year",
            ),
        ),
        (
            "Prima ID: none here",
            (
                "page.not-understood",
                (
                    "what stands beside 'Prima ID' is left out: is no identifier, got 'none here'; they are like"
                    ' "CO10P0001", "CE.0373" or "Q36-805"'
                ),
                "other_identifiers",
            ),
        ),
        (
            "Prima ID: N/A",
            (
                "page.blank-label",
                "the label 'Prima ID' says 'N/A': unknown, neither none nor zero",
                "other_identifiers",
            ),
        ),
        (
            "Coverage: Sub-regional",
            ("page.unknown-word", "'Sub-regional' is no coverage that is known: it is left out", "scope"),
        ),
        (
            "Project Status: Finalised",
            ("page.unknown-word", "'Finalised' is no status that is known: it is kept as stated", "stated_status"),
        ),
        (
            "Benefiting Member States: Ghana Ruritania, Togo and Atlantis",
            ("page.unknown-country", "'Ruritania' is no country that is known: it is left out", "countries"),
        ),
        (
            "Benefiting Member States: Chad, Togo; Chad",
            ("page.repeated-country", "'Chad' stands twice: it is taken once", "countries"),
        ),
    ],
)
def test_what_cannot_be_read_is_told(line: str, expected: tuple[str, str, str]) -> None:
    """Nothing is guessed, and nothing is dropped without a word."""
    assert expected == told(line)[0]


def test_dates_that_are_reversed_are_kept_and_told() -> None:
    """A page may be wrong."""
    assert [("page.dates-reversed", "the project ends in 2018, before it starts in 2019", "dates")] == told(
        "Start Date: 2019", "End Date: 2018"
    )
    assert 2 == len(read("Start Date: 2019", "End Date: 2018")[0].dates)


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("Q36-805", ["Q36-805"]),
        ("CE.0373 / Q36-805", ["CE.0373", "Q36-805"]),
        ("CE.0373 (Q36-805)", ["CE.0373", "Q36-805"]),
    ],
)
def test_legacy_identifiers(words: str, refs: list[str]) -> None:
    """They stand beside the label of the fund's own system, alone or with the new one."""
    expected = tuple(OtherIdentifier(ref, scheme="idf") for ref in refs)

    assert expected == read(f"Projects ID: {words}")[0].other_identifiers


def test_states_need_no_marks_between_them() -> None:
    """The longest known name counts; those of a further line belong to them, too."""
    project = read("Benefiting Member States", "Niger Nigeria Guinea Papua New Guinea", "Congo", "Samoa")[0]

    assert ["NE", "NG", "GN", "PG", "CG", "WS"] == [country.code for country in project.countries]


@pytest.mark.parametrize(
    ("coverage", "states", "message"),
    [
        ("National", "Ghana Togo", "the coverage is national, and 2 states benefit"),
        ("Regional", "Ghana", "the coverage is regional, and one state benefits"),
        ("Regional", "Ghana Peru", "the coverage is regional, and two states benefit: it may be multi-national (3)"),
    ],
)
def test_coverage_fits_the_states(coverage: str, states: str, message: str) -> None:
    """The stated coverage stands, and is told where it does not fit (G04)."""
    assert [("page.scope", message, "scope")] == told(f"Coverage: {coverage}", f"Benefiting Member States: {states}")


@pytest.mark.parametrize(
    ("coverage", "states"), [("National", "Ghana"), ("Regional", "Ghana Togo Benin"), ("Global", "Ghana")]
)
def test_coverage_that_fits(coverage: str, states: str) -> None:
    """One state is a nation, three may be a region, and the globe needs none."""
    assert [] == told(f"Coverage: {coverage}", f"Benefiting Member States: {states}")


# ------------------------------------------------------------------ prose


def test_the_situation_stands_before_the_project() -> None:
    """Clauses are facts of their own, with the quantity and the year that they name."""
    project = prose(
        "In 2014, over 6,000 people have left, while others stay; the 2030 Agenda asks why. The project will ask, too."
    )

    assert (
        ContextFact("In 2014, over 6,000 people have left", quantity=Quantity("6000", "people", "over"), as_of="2014"),
        ContextFact("others stay"),
        ContextFact("the 2030 Agenda asks why"),
    ) == project.context
    assert (Description("The project will ask, too."),) == project.descriptions


@pytest.mark.parametrize("when", ["Since 2014", "Before 2014", "After the 2014 storm", "Until the end of 2014"])
def test_a_year_that_only_bounds_the_time_is_none(when: str) -> None:
    """What has grown since a year was not so in it."""
    context = prose(f"{when}, over 6,000 people left. The project will ask why.").context

    assert [None] == [fact.as_of for fact in context]


def test_numbered_outcomes_in_prose_are_outcomes() -> None:
    """A sentence that begins with the level and the number states a result of it; nothing says that it is expected."""
    project = prose(
        "The project will help ports. Outcome 1: Ports know 30 rules. "
        "Output 1.1: A guide is in print. Objective 2: Trade grows."
    )

    assert (
        Outcome(title="Ports know 30 rules", label="Outcome 1", figures=[Figure(Quantity("30", "rules"))]),
        Output(title="A guide is in print", label="Output 1.1"),
        Result(title="Trade grows", label="Objective 2"),
    ) == tuple(project.chain)
    assert (Description("The project will help ports."),) == project.descriptions


def test_headings_part_the_prose() -> None:
    """ "Background" stands above the situation, "Expected results" above results to come; in text they are lines."""
    project = prose(
        "Background",
        "In 2017, 9,700 people worked on farms abroad.",
        "Objectives",
        "• To review the law",
        "Expected Results",
        "• A code signed by 20 firms",
    )

    assert ["2017"] == [str(fact.as_of) for fact in project.context]
    assert () == project.descriptions
    assert ["To review the law", "A code signed by 20 firms"] == [str(node.title) for node in project.chain]
    assert {"expected"} == {node.status.term for node in project.chain if isinstance(node, Result) and node.status}


@pytest.mark.parametrize(
    "lead",
    [
        "Specifically, the project will",
        "The project has two components:",
        "The expected results are the following:",
        "Les résultats attendus sont les suivants :",
    ],
)
def test_words_that_only_lead_to_a_list_are_no_description(lead: str) -> None:
    """They say nothing beside the list."""
    project = prose(f"The project will help ports. {lead} (a) map reefs; and (b) buy boats.")

    assert ["The project will help ports."] == [str(each.text) for each in project.descriptions]
    assert ["(a)", "(b)"] == [node.label for node in project.chain]


def test_french_results_to_come_are_expected() -> None:
    """ "Attendus" says so."""
    chain = prose(
        "Les résultats attendus sont les suivants : a) trente cadres sont formés ; b) un site est en ligne."
    ).chain

    assert ["expected", "expected"] == [node.status.term for node in chain if isinstance(node, Result) and node.status]
    assert [Figure(Quantity("30", "cadres"), role="target")] == [*chain[0].figures]


def test_numbers_are_read_in_the_language_of_the_prose() -> None:
    """The labels may be in another: a comma is what it is in the prose."""
    english, _ = read(
        "Année : 2018", "The ports of the coast had 1,600 boats in 2017. The project will buy more of them."
    )
    french, _ = read("Year: 2018", "Les ports de la côte avaient 1,5 million de bateaux. Le projet va en acheter.")

    assert [Quantity("1600", "boats")] == [fact.quantity for fact in english.context]
    assert [Quantity("1500000", "bateaux")] == [fact.quantity for fact in french.context]


def test_a_title_and_a_type_broken_at_the_margin_are_put_together() -> None:
    """A line that ends with "in" goes on, and a type is one of those that are known; others are left as they stand."""
    project, issues = read(
        "Calm Ports in",
        "Ghana",
        "Project Type Technical Cooperation on Migration",
        "Management and Capacity Building",
        "Year 2018",
    )

    assert [] == issues
    assert "Calm Ports in Ghana" == str(project.title)
    assert ["Technical Cooperation on Migration Management and Capacity Building"] == [
        str(sector.name) for sector in project.sectors
    ]
    assert "Calm Ports" == str(read("Menu", "Calm Ports", "Year 2018")[0].title)


def test_an_article_in_brackets_is_no_country() -> None:
    """As the list of the United Nations has it."""
    project, issues = read("Benefiting Member States: Niger (the) Democratic Republic of the Congo (the) Chad")

    assert [] == issues
    assert ["NE", "CD", "TD"] == [country.code for country in project.countries]


def test_a_text_that_never_speaks_of_the_project_is_about_it() -> None:
    """There is no other place where it would be told."""
    assert (Description("Boats are counted every day."),) == prose("Boats are counted every day.").descriptions


def test_numbered_objectives() -> None:
    """They are results of no stated level, expected; the sentence before them is the objective; a bare lead is no fact."""
    project = prose(
        "This project counts boats. To this end, the project will 1) build the capacity of local authorities and"
        " 2) train 40 officials in nine cities."
    )

    assert (Description("This project counts boats.", type="objectives"),) == project.descriptions
    assert [
        Result(
            label="1)",
            title="build the capacity of local authorities",
            status="expected",
            beneficiaries="local authorities",
        ),
        Result(
            label="2)",
            title="train 40 officials in nine cities",
            status="expected",
            figures=[
                Figure(Quantity("40", "officials"), role="target"),
                Figure(Quantity("9", "cities"), role="scope"),
            ],
        ),
    ] == list(project.chain)


@pytest.mark.parametrize(
    ("lead", "kind", "status"),
    [
        ("The project activities will include:", Activity, "expected"),
        ("Expected outcomes:", Outcome, "expected"),
        ("The project has led to the following outcomes:", Outcome, None),
        ("The project has two parts:", Result, None),
    ],
)
def test_the_lead_says_what_the_items_are(lead: str, kind: type[Activity | Result], status: str | None) -> None:
    """Nothing is levelled that it does not level, and nothing expected that it does not put in the future."""
    chain = prose(f"{lead} (a) a map; (b) a book.").chain

    assert [kind(label="(a)", title="a map", status=status), kind(label="(b)", title="a book", status=status)] == list(
        chain
    )


def test_a_list_before_the_project_is_of_the_situation() -> None:
    """Its items are no results."""
    project = prose("The port faces: (1) storms; (2) thieves.", "The project will calm it.")

    assert ((ContextFact("The port faces: (1) storms, (2) thieves"),), 0) == (project.context, len(project.chain))


def test_a_list_that_skips_a_number_is_told() -> None:
    """The items are taken as printed."""
    project, issues = read("Year: 2018", "The project will (1) ask; (2) count; (4) tell.")

    assert ["(1)", "(2)", "(4)"] == [node.label for node in project.chain]
    assert [("page.list-gap", "the list goes (1), (2), (4)", "chain")] == [
        (issue.code, issue.message, issue.path) for issue in issues
    ]


def test_what_is_cut_off_is_left_out() -> None:
    """A result of which the end is missing is no result."""
    project, issues = read(
        "Year: 2018", "The project will calm the port. To this end, the project will 1) ask and 2) cou"
    )

    assert 0 == len(project.chain)
    assert ["page.cut-off"] == [issue.code for issue in issues]


def test_a_strategy_keeps_its_years_and_the_objective_that_is_quoted() -> None:
    """The sentence that quotes it names it by its short form."""
    serves = "The project aligns with the Harbour Plan (HP) (2015-2019) and the Tide Policy (2018-2014)."
    quotes = "As per the first objective of the HP, the project will “calm the sea for all”."
    project, issues = read("Year: 2018", serves, quotes)

    assert (
        Alignment("Harbour Plan (HP)", span="2015/2019", objective="calm the sea for all", note=f"{serves} {quotes}"),
        Alignment("Tide Policy", note=serves),
    ) == project.alignments
    assert [("page.dates-reversed", "the years of 'Tide Policy' are reversed: '2018-2014' is left out")] == [
        (issue.code, issue.message) for issue in issues
    ]


def test_a_government_that_serves_a_strategy_is_no_alignment() -> None:
    """Only what is said of the project counts."""
    project = prose("The project will help. In line with the Tide Plan, ministers met.")

    assert () == project.alignments
    assert (Description("The project will help. In line with the Tide Plan, ministers met."),) == project.descriptions


def test_french_prose() -> None:
    """Numbers, lists and strategies are read in the language of the labels."""
    project, issues = read(
        "Année: 2015",
        "En 2014, plus de 6 077 personnes ont traversé la frontière.",
        "Le projet va 1) renforcer les postes et 2) former 27 agents.",
        "Il s’inscrit dans le Plan national des ports (2016-2020).",
    )

    assert [] == issues
    assert ["En 2014, plus de 6 077 personnes ont traversé la frontière"] == [
        str(each.statement) for each in project.context
    ]
    assert ("6077", "2014") == (str(project.at("context[0].quantity.value")), str(project.context[0].as_of))
    assert [("1)", "renforcer les postes"), ("2)", "former 27 agents")] == [
        (node.label, str(node.title)) for node in project.chain
    ]
    assert ["2016/2020"] == [str(each.span) for each in project.alignments]


def test_places_of_the_situation_are_inferred() -> None:
    """A place of which the text speaks before it comes to the project may not be where it works."""
    project = prose("The city of Accra grows. The project will go to the city of Tema.")

    assert (Location("Accra", description="city"), Location("Tema", description="city")) == project.locations
    assert ["inferred", "stated"] == [
        str(entry.basis.term) for entry in project.provenance if entry.path.startswith("locations")
    ]


def test_a_label_below_the_states_is_no_state() -> None:
    """A country behind a colon is somebody's name there; it is told as left."""
    project, issues = read("Benefiting Member States", "Malawi", "Implementing Partner: Government of Zambia")

    assert ["MW"] == [country.code for country in project.countries]
    assert [("page.left", "'Implementing Partner: Government of Zambia'")] == [
        (issue.code, issue.message) for issue in issues
    ]


def test_a_lead_without_a_verb_is_no_description() -> None:
    """What the project did stands in the items, and nothing but its name before them."""
    project = prose("The project: 1) trained 40 officers; and 2) opened an office.")

    assert () == project.descriptions
    assert [("1)", "trained 40 officers", None), ("2)", "opened an office", None)] == [
        (node.label, str(node.title), node.status) for node in project.chain if isinstance(node, Result)
    ]
