"""The card of a results chain: every node once, what contributes to it beneath it."""

from collections.abc import Iterator
from typing import final

from attrs import frozen

from aidmodel.model.chain import ResultsChain
from aidmodel.model.link import Assumption, Link, Risk
from aidmodel.model.result import Activity, Figure, Node, Result, ResultLevel
from aidmodel.show._card import Branch, Card, Outline, section
from aidmodel.show._indicator import Places, latest
from aidmodel.show._words import (
    NOT_STATED,
    Line,
    Marks,
    Reader,
    joined,
    labelled,
    number,
    organisation,
    plain,
    share,
    span,
    with_notes,
)

_SHOWN = (
    "title",
    "label",
    "status",
    "span",
    "as_of",
    "weight",
    "risk_rating",
    "assumptions",
    "risks",
    "figures",
    "organisations",
    "locations",
    "beneficiaries",
)
"""The fields of a node that are said of it, its links apart."""


@final
@frozen
class Step:
    """A place of a node in the tree of its chain."""

    depth: int
    """How many nodes are above it."""
    place: int
    """The node's position in the chain."""
    links: tuple[int, ...] = ()
    """The positions, among the node's links, of those to the node above."""
    again: str = ""
    """Why the tree ends here, in words; '' where it does not."""


def chain_card(chain: ResultsChain, reader: Reader) -> Card:
    """Give the card of a chain."""
    blocks = _Drawn(chain, reader, Marks(), {}).blocks()
    return Card(("Results chain",), blocks or (Outline((Branch(0, ("no nodes",)),)),))


def chain_sections(chain: ResultsChain, reader: Reader, marks: Marks, places: Places) -> tuple[Card, ...]:
    """Give the sections of a chain inside the card of a project; where there is no tree, none stands empty above them."""
    blocks = _Drawn(chain, reader, marks, places).blocks()
    parts = tuple(block for block in blocks if isinstance(block, Card))
    if len(parts) < len(blocks):
        return section("Results chain", *blocks)
    return tuple(Card(("Results chain, ", str(part.heading[0]).lower()), part.blocks) for part in parts)


def steps(chain: ResultsChain) -> tuple[tuple[Step, ...], tuple[Step, ...], tuple[Step, ...]]:
    """Give the steps of the trees of a chain, of the circles that no tree reaches, and of the nodes without a link.

    Each node is gone through once, so there is a step for each node and each link at most.
    """
    places = {node.id: place for place, node in enumerate(chain) if node.id is not None}
    above = [[places[link.to] for link in node.contributes_to if link.to != node.id] for node in chain]
    reached = {place for targets in above for place in targets}
    below = _below(chain, places)
    seen: set[int] = set()
    alone = [place for place, targets in enumerate(above) if not targets and place not in reached]
    trees = [
        step for top, targets in enumerate(above) if not targets and top in reached for step in _walk(top, below, seen)
    ]
    circles: list[Step] = []
    for place, targets in enumerate(above):
        if targets and place not in seen:
            circles.extend(_walk(_climbed(place, above), below, seen))
    return tuple(trees), tuple(circles), tuple(step for place in alone for step in _walk(place, below, seen))


def _below(chain: ResultsChain, places: dict[str, int]) -> list[list[tuple[int, tuple[int, ...]]]]:
    """Give, for each node, the positions of the nodes that contribute to it, with those of their links."""
    below: list[list[tuple[int, tuple[int, ...]]]] = [[] for _ in chain]
    for place, node in enumerate(chain):
        links: dict[str, tuple[int, ...]] = {}
        for at, link in enumerate(node.contributes_to):
            links[link.to] = (*links.get(link.to, ()), at)
        for to, numbers in links.items():
            below[places[to]].append((place, numbers))
    return below


def _climbed(place: int, above: list[list[int]]) -> int:
    """Give the first node that is met twice on the way up; there is one where the way leads to no top."""
    passed: set[int] = set()
    while place not in passed:
        passed.add(place)
        place = above[place][0]
    return place


def _walk(top: int, below: list[list[tuple[int, tuple[int, ...]]]], seen: set[int]) -> Iterator[Step]:
    seen.add(top)
    yield Step(0, top)
    trail = [top]
    passing = {top}
    ahead = [iter(below[top])]
    while ahead:
        following = next(ahead[-1], None)
        if following is None:
            ahead.pop()
            passing.discard(trail.pop())
            continue
        place, links = following
        if place in seen:
            again = "leads to itself" if place == trail[-1] else "shown above"
            yield Step(
                len(trail), place, links, f"{again}: a circle" if place in passing and place != trail[-1] else again
            )
            continue
        seen.add(place)
        yield Step(len(trail), place, links)
        trail.append(place)
        passing.add(place)
        ahead.append(iter(below[place]))


# ------------------------------------------------------------------ words


def node_line(node: Node, reader: Reader) -> Line:
    """Name a node: its level and title."""
    level = f"result, level {NOT_STATED}" if node.level is None else node.level.term
    level = "other result" if node.level is ResultLevel.OTHER else level
    return (f"{level.capitalize()}: ", *(reader.line(node.title) or (f"title {NOT_STATED}",)))


@final
@frozen
class _Drawn:
    """A chain on its way to a card."""

    chain: ResultsChain
    reader: Reader
    marks: Marks
    places: Places

    def blocks(self) -> tuple[Outline | Card, ...]:
        """Give the trees, then what runs in circles, then what is linked to nothing."""
        trees, circles, alone = map(self._outline, steps(self.chain))
        return (*trees, *section("Linked in circles", *circles), *section("Not linked", *alone))

    def _outline(self, found: tuple[Step, ...]) -> tuple[Outline, ...]:
        return (Outline(tuple(map(self._branch, found))),) if found else ()

    def _branch(self, step: Step) -> Branch:
        node = self.chain.nodes[step.place]
        path = f"chain[{step.place}]"
        line = node_line(node, self.reader)
        name = joined((labelled("id", plain(node.id)), labelled("label", plain(node.label))))
        link_mark = self.marks.at(*(f"{path}.contributes_to[{at}]" for at in step.links))
        above = tuple(note for at in step.links for note in _link_notes(node.contributes_to[at], self.reader))
        if step.again:
            return Branch(step.depth, with_notes(line, name, plain(step.again), labelled("link", link_mark)), above)
        stated: list[Line] = []
        if isinstance(node, Result | Activity):
            stated.append(plain(str(node.status) if node.status else None))
        if isinstance(node, Activity):
            stated.append(plain(span(node.span)))
        if isinstance(node, Result):
            stated.append(labelled("as of", plain(str(node.as_of) if node.as_of else None)))
            stated.append(labelled("weight", plain(share(node.weight))))
            stated.append(labelled("risk rating", plain(node.risk_rating)))
        mark = self.marks.at(*(f"{path}.{name}" for name in _SHOWN))
        return Branch(
            step.depth,
            with_notes(line, name, joined(stated), mark, labelled("link", link_mark)),
            (*above, *self._notes(node, path)),
        )

    def _notes(self, node: Node, path: str) -> Iterator[tuple[str, Line]]:
        reader = self.reader
        for assumption in node.assumptions:
            yield "Assumption", _assumption(assumption, reader)
        for risk in node.risks:
            yield "Risk", _risk(risk, reader)
        for figure in node.figures:
            yield "Figure", _figure(figure)
        if names := joined(organisation(reader, each) for each in node.organisations):
            yield "Names", names
        if places := joined(self.places.get(ref) or plain(ref) for ref in node.locations):
            yield "Places", places
        if isinstance(node, Result):
            if people := joined(reader.line(each) for each in node.beneficiaries):
                yield "Beneficiaries", people
            for at, indicator in enumerate(node.indicators):
                title = reader.line(indicator.title) or plain(indicator.id) or (f"title {NOT_STATED}",)
                mark = self.marks.at(f"{path}.indicators[{at}]")
                yield "Indicator", with_notes(title, labelled("unit", plain(indicator.unit)), latest(indicator), mark)


def _link_notes(link: Link, reader: Reader) -> Iterator[tuple[str, Line]]:
    for assumption in link.assumptions:
        yield "Assumes", _assumption(assumption, reader)
    if rationale := reader.line(link.rationale):
        yield "Why", rationale
    if evidence := reader.line(link.evidence):
        yield "Evidence", evidence


def _assumption(assumption: Assumption, reader: Reader) -> Line:
    return with_notes(
        reader.line(assumption.statement) or (NOT_STATED,),
        plain(str(assumption.kind) if assumption.kind else None),
        plain(str(assumption.status) if assumption.status else None),
        labelled("evidence:", reader.line(assumption.evidence)),
    )


def _risk(risk: Risk, reader: Reader) -> Line:
    return with_notes(
        reader.line(risk.statement) or (NOT_STATED,),
        labelled("likelihood", plain(risk.likelihood)),
        labelled("impact", plain(risk.impact)),
        labelled("rating", plain(risk.rating)),
        labelled("mitigation:", reader.line(risk.mitigation)),
        labelled("owner:", reader.line(risk.owner)),
    )


def _figure(figure: Figure) -> Line:
    quantity = figure.quantity
    return with_notes(
        plain(f"{number(quantity.value, quantity.qualifier)} {quantity.unit}"),
        plain(str(figure.role) if figure.role else None),
        labelled("as of", plain(str(figure.as_of) if figure.as_of else None)),
    )
