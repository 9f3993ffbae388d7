"""html(): cards for notebooks."""

import re
from html.parser import HTMLParser

import pytest

from aidmodel.issues import Issue, Report, Severity
from aidmodel.model.budget import Budget
from aidmodel.model.chain import ResultsChain
from aidmodel.model.document import Document
from aidmodel.model.indicator import Indicator, Period
from aidmodel.model.link import Link
from aidmodel.model.organisation import Contact, Funder
from aidmodel.model.project import Project
from aidmodel.model.result import Impact, OtherResult, Outcome, Output
from aidmodel.model.statement import Description, Provenance
from aidmodel.model.transaction import Transaction
from aidmodel.show.html import html
from aidmodel.values.money import Money
from aidmodel.values.text import Text

HOSTILE = '<script>alert("1")</script> \' & &lt; "><img src=x onerror=y> \u202egnp\n\n</td></table></article> -->'
VOID = {"br", "wbr"}
ALLOWED = {
    "a", "article", "br", "caption", "div", "h3", "h4", "h5", "li", "p", "span", "table", "tbody", "td", "th", "thead",
    "tr", "ul", "wbr",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would find: elements with their attributes, and the text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)
        self.close()

        assert [] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs))

        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Give the attributes of the elements of a kind."""
        return [attributes for found, attributes in self.found if found == tag]


def full(words: str = "words") -> Project:
    """Give a project in which these words stand wherever words may stand."""
    chain = ResultsChain(
        [
            Impact(id=words, title=words, label=words),
            Outcome(id="b", title={"fr": words}, contributes_to=Link(words, assumptions=words, rationale=words)),
            Output(
                title=words,
                contributes_to=["b", words],
                indicators=Indicator(
                    title=words, unit=words, baselines=0, periods=Period("2023", targets=1, actuals=2)
                ),
            ),
            OtherResult(id="loop", title=words, contributes_to="loop"),
        ]
    )
    return Project(
        identifier=words,
        title=words,
        stated_status=words,
        status=words,
        default_language="en",
        participants=Funder(words, ref=words),
        descriptions=[Description(words), Description({words: words})],
        contacts=Contact(person_name="Marisol Example", emails="marisol@example.org"),
        documents=[Document("https://example.org/a?b=1&c=2", title=words), Document(words)],
        budgets=Budget("2023", value=Money("5", "USD")),
        transactions=[Transaction(description=words, provider=words)] * 25,
        chain=chain,
    )


THINGS = [full(), full(HOSTILE), (full(), full(HOSTILE)), (), full().chain, full(HOSTILE).chain, ResultsChain()]
THINGS += [
    Indicator(title=HOSTILE),
    Report(),
    Report(Issue(code="a.b", severity=Severity.ERROR, message=HOSTILE, path=HOSTILE, rule=HOSTILE, where=(1, 2))),
    Text(HOSTILE),
    HOSTILE,
    7,
]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_it_is_well_formed_and_harmless(thing: object) -> None:
    """Every element is closed, none but those of a card are there, and no attribute runs or loads anything."""
    page = Page(html(thing))

    assert set() == {tag for tag, _ in page.found} - ALLOWED
    for _, attributes in page.found:
        assert set() == set(attributes) - {"style", "lang", "dir", "scope", "aria-label", "href", "rel"}
        assert "url(" not in (attributes.get("style") or "")


def test_hostile_words_are_words() -> None:
    """What looks like markup is shown as it was written; what turns the direction is written out."""
    page = Page(html(Text(HOSTILE)))

    assert [("span", {"dir": "auto"})] * 2 == [found for found in page.found if found[0] == "span"]
    assert (
        r"""<script>alert("1")</script> ' & &lt; "><img src=x onerror=y> \u202egnp</td></table></article> -->"""
        == page.text
    )


def test_contacts_are_never_shown() -> None:
    """Personal data is in no card, list or word."""
    project = full()

    for thing in (project, (project,), project.contacts, project.contacts[0]):
        assert "Marisol" not in html(thing)
        assert "marisol" not in html(thing)


def test_tables_and_headings_are_real() -> None:
    """A table has a caption and headings with a scope; a card has a name and headings in order."""
    page = Page(html(full()))

    assert ["Project: words"] == [article["aria-label"] for article in page.all("article")]
    assert [5, 5] == [len(page.all("table")), len(page.all("caption"))]
    assert {"row", "col"} == {heading["scope"] for heading in page.all("th")}
    assert [1, True] == [len(page.all("h3")), len(page.all("h4")) > 3]


def test_words_carry_their_language() -> None:
    """A text says what language it is in where that is known, and which way it runs; a fallback is marked."""
    project = Project(title={"en": "Wells", "fr": "Puits"}, kind="Grant", default_language="en")

    assert '<span lang="fr" dir="auto">Puits</span>' in html(project, languages="fr")
    assert '<span lang="en" dir="auto">Grant</span> [en]' in html(project, languages="fr")
    assert '<span dir="auto">Wells</span>' == html(Text("Wells"))
    assert '<span dir="auto">x</span> [&quot;&gt;]' == html(Text({'">': "x"}), languages="en")


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org/ ", True),
        ("https://example.org/ onclick=x", False),
        ('https://example.org/"onclick="x', False),
        ("https://example.org/\nhttp://x", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("java\tscript:alert(1)", False),
    ],
)
def test_only_web_addresses_are_links(address: str, is_link: bool) -> None:
    """An address is a link if it begins with http or https and holds nothing that is none; else it is words."""
    page = Page(html(Project(documents=Document(address))))

    assert is_link is bool(page.all("a"))
    for link in page.all("a"):
        assert address.strip() == link["href"]
        assert "noopener noreferrer" == link["rel"]


def test_a_report() -> None:
    """Each issue is a row; where no standard has a rule and no source a line, there is no column for them."""
    report = Report(Issue(code="budgets.negative", severity=Severity.WARNING, message="below zero", path="budgets[2]"))
    page = Page(html(report))

    assert "1 warningSeverityPathMessageCodewarningbudgets[2]below zerobudgets.negative" == page.text
    assert "no issues" == Page(html(Report())).text
    assert html(report) == report._repr_html_()


def test_a_long_report_is_cut() -> None:
    """Two hundred issues in their order, how many more there are, and how to see them."""
    issues = [Issue(code="a.b", severity=Severity.INFO, message=f"m{at}") for at in range(1_201)]
    page = Page(html(Report(issues)))

    assert 1 + 200 == len(page.all("tr"))
    assert "m199" in page.text
    assert page.text.startswith("1,201 info")
    assert page.text.endswith("and 1,001 more: iterate the report")
    assert "more" not in Page(html(Report(issues[:200]))).text


def test_amounts_and_dates_are_not_broken() -> None:
    """They stay on one line; a note that follows may go to the next. Digits of other numbers stay together."""
    project = Project(
        budgets=Budget("2023", value=Money("5000000", "USD")),
        transactions=Transaction(date="2024-03-01", value=Money("7", "EUR")),
        provenance=Provenance("budgets[0].value", basis="convention"),
        chain=Output(indicators=Indicator(periods=Period("2021", targets=1234567))),
    )
    whole = re.findall('<span style="white-space:nowrap">([^<]*)</span>([^<]*)<', html(project))

    assert [
        ("2023-01-01 to 2023-12-31", ""),
        ("2024-03-01", ""),
        ("EUR 7.00", ""),
        ("2021-01-01 to 2021-12-31", ""),
    ] == [each for each in whole if "USD" not in each[0]]
    assert ["USD 5,000,000.00"] == [amount for amount, note in whole if "by convention" in note]
    assert re.search('text-align:right;overflow-wrap:normal">1,234,567<', html(project))


def test_things_show_themselves_in_a_notebook() -> None:
    """The methods that notebooks call give the same."""
    project = full()

    assert html(project) == project._repr_html_()
    assert html(project.chain) == project.chain._repr_html_()


def test_a_tree_is_a_list_in_a_list() -> None:
    """What contributes to a node is a list inside its item."""
    chain = ResultsChain([Impact(id="g", title="Goal"), Outcome(title="A", contributes_to="g"), Output(title="Z")])
    bare = re.sub(' (style|dir)="[^"]*"|</?span[^>]*>', "", html(chain))

    assert (
        "<h3>Results chain</h3>"
        "<ul><li>Impact: Goal (id g)<ul><li>Outcome: A</li></ul></li></ul>"
        "<h4>Not linked</h4><ul><li>Output: Z</li></ul>"
    ) == bare.removeprefix('<article aria-label="Results chain">').removesuffix("</article>")


def luminance(colour: str) -> float:
    """Give the relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula() -> None:
    """Black on white is 21 to 1; #767676 is known as the lightest grey that passes on white."""
    assert 21.0 == round(contrast("#000000", "#ffffff"), 2)
    assert 4.54 == round(contrast("#767676", "#ffffff"), 2)


def test_colours_can_be_read_in_light_and_dark() -> None:
    """Whatever sets a colour sets its ground too, so that no theme shines through; each pair has 4.5 to 1 or more."""
    pairs: set[tuple[str, str]] = set()
    for thing in THINGS:
        for tag, attributes in Page(html(thing)).found:
            style = dict(part.split(":", 1) for part in (attributes.get("style") or "").split(";") if part)

            assert ("color" in style) == ("background-color" in style)

            if "color" in style:
                pairs.add((style["color"], style["background-color"]))
            assert "color" in style or tag in {"br", "div", "li", "p", "span", "tbody", "thead", "tr", "ul", "wbr"}

    assert len(pairs) >= 4
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5


def test_colours_of_charts_can_be_read() -> None:
    """The words of a Mermaid chart have the same contrast with the boxes they stand in."""
    pairs = re.findall("fill:(#[0-9a-f]{6}),stroke:#[0-9a-f]{6},color:(#[0-9a-f]{6})", full().chain.mermaid())

    assert len(pairs) >= 4
    for ground, ink in pairs:
        assert contrast(ink, ground) >= 4.5


def test_names_are_broken_at_their_dots_only() -> None:
    """A long path leaves room for the message, and half of a word or of a rule's number is not another one."""
    issue = Issue(
        code="a.no-b", severity=Severity.ERROR, message="x", path="chain[0].periods[1].actuals[2]", rule="7.5.3"
    )
    page = html(Report(issue))

    assert "chain[0].<wbr>periods[1].<wbr>actuals[2]" in page
    assert "a.<wbr>no-b, rule 7.5.3" in page
