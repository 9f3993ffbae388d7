"""Laws of cards, notebooks' HTML and charts: they hold for whatever can be built."""

from html.parser import HTMLParser
from unicodedata import combining, east_asian_width

from hypothesis import example, given, settings, strategies as st

from aidmodel.issues import Report
from aidmodel.model.chain import ResultsChain
from aidmodel.model.indicator import Indicator
from aidmodel.model.project import Project
from aidmodel.show._chain import steps
from aidmodel.show._report import findings
from aidmodel.show.html import html
from aidmodel.show.mermaid import mermaid
from aidmodel.show.text import show
from aidmodel.testing.strategies import indicators, projects, reports, results_chains, texts
from aidmodel.values.text import Text

few = settings(max_examples=settings().max_examples // 2)
languages = st.lists(st.sampled_from(["en", "fr", "es-CO", "ar"]), max_size=2).map(tuple)


class _Balance(HTMLParser):
    """Counts the elements that are open."""

    depth = 0
    lowest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag != "br"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1
        self.lowest = min(self.lowest, self.depth)


def columns(line: str) -> int:
    """Count the columns of a line on a terminal: accents that are characters of their own take none, wide signs two."""
    return sum(0 if combining(sign) else 1 + (east_asian_width(sign) in "FW") for sign in line)


def balanced(source: str) -> bool:
    """Say whether as many elements are closed as are opened, and none before."""
    parser = _Balance()
    parser.feed(source)
    parser.close()
    return parser.depth == parser.lowest == 0


@few
@given(project=projects(), languages=languages, width=st.integers(20, 120))
@example(project=Project(title="e\u0301" * 30), languages=(), width=20)
def test_projects_can_be_shown(project: Project, languages: tuple[str, ...], width: int) -> None:
    """Every project has a card; it can be printed, is no wider than asked but for addresses, and names no contact."""
    card = show(project, languages=languages, width=width)

    card.encode()

    assert all(columns(line) <= width or "Address: " in line for line in card.splitlines())
    assert card == show(project, languages=languages, width=width)
    assert show((project, project), languages=languages, width=width).startswith("2 projects")


@few
@given(report=reports(), text=texts(), width=st.integers(20, 120))
def test_reports_and_texts_are_wrapped(report: Report, text: Text, width: int) -> None:
    """No line of a report or text is wider than asked, and no issue is left out."""
    for thing in (report, text):
        assert all(columns(line) <= width for line in show(thing, width=width).splitlines())

    assert len(report) == sum(len(finding.places) for finding in findings(report))


@few
@given(project=projects(), languages=languages)
def test_projects_have_html(project: Project, languages: tuple[str, ...]) -> None:
    """Every project, chain and list has HTML that is balanced and can be written."""
    for thing in (project, project.chain, (project,)):
        source = html(thing, languages=languages)

        source.encode()

        assert balanced(source)


@few
@given(indicator=indicators())
def test_indicators_can_be_shown(indicator: Indicator) -> None:
    """Every indicator has a card, in text and in HTML."""
    assert show(indicator).startswith("Indicator")
    assert balanced(html(indicator))


@given(chain=results_chains(), languages=languages)
def test_every_node_and_link_is_drawn(chain: ResultsChain, languages: tuple[str, ...]) -> None:
    """A chart has a line for each node, one for each two that are linked, and as many quotes as it needs."""
    lines = mermaid(chain, languages=languages).splitlines()
    linked = {(place, link.to) for place, node in enumerate(chain) for link in node.contributes_to}

    assert "flowchart BT" == lines[0]
    assert len(chain) == sum(line.count('"') == 2 for line in lines)
    assert len(linked) == sum(" --> " in line and '"' not in line for line in lines)


@given(chain=results_chains())
def test_a_tree_has_every_node_and_link(chain: ResultsChain) -> None:
    """Each node stands in full once, and each link stands beneath the node it leads to, once."""
    found = [step for part in steps(chain) for step in part]
    linked = [(place, at) for place, node in enumerate(chain) for at, _ in enumerate(node.contributes_to)]

    assert list(range(len(chain))) == sorted(step.place for step in found if not step.again)
    assert linked == sorted((step.place, at) for step in found for at in step.links)

    above: list[int] = []
    for step in found:
        del above[step.depth :]
        assert len(above) == step.depth
        for at in step.links:
            assert chain.nodes[step.place].contributes_to[at].to == chain.nodes[above[-1]].id
        above.append(step.place)
