"""The results chain: its nodes in stated order, and the ways between them."""

from collections.abc import Iterable, Iterator
from typing import final

import attrs
from attrs import evolve, field, frozen

from aidmodel import _doors
from aidmodel._fields import as_instance, as_items, named
from aidmodel.errors import InvalidValue, NotFound, near
from aidmodel.model.link import Link
from aidmodel.model.result import Activity, Impact, Input, Node, Outcome, Output, Result


def _as_nodes(value: Node | Iterable[Node]) -> tuple[Node, ...]:
    nodes = as_items(value, Node)
    for position, node in enumerate(nodes):
        if type(node) is Node:
            raise InvalidValue(node, "is a node of no kind", "write a Result where no level is stated", f"[{position}]")
    return nodes


def _ids_fit(_: "ResultsChain", __: "attrs.Attribute[tuple[Node, ...]]", nodes: tuple[Node, ...]) -> None:
    seen: dict[str, int] = {}
    for position, node in enumerate(nodes):
        if node.id is not None and seen.setdefault(node.id, position) != position:
            raise InvalidValue(
                node.id, f"is the id of node {seen[node.id]} too", "give each node its own", f"[{position}].id"
            )
    for position, node in enumerate(nodes):
        for number, link in enumerate(node.contributes_to):
            if link.to not in seen:
                alike = near(link.to, seen)
                mend = (
                    f"did you mean {' or '.join(map(repr, alike))}?"
                    if alike
                    else "add that node, or leave the link out"
                )
                raise InvalidValue(
                    link.to,
                    "links to a node that is not in the chain",
                    mend,
                    f"[{position}].contributes_to[{number}].to",
                )


@final
@frozen(field_transformer=named, repr=False)
class ResultsChain:
    """
    Inputs, activities and results in the order they are stated, with the links they carry.

    Nothing is inferred: a level or link that the source does not state is unknown. Links may run in circles or back to
    their own node, as they do in real files; a rule reports that, and every walk here ends all the same.

    In paths and in JSON a chain is a list: ``chain[2].indicators[0]``.

    >>> chain = ResultsChain([
    ...     Outcome(id="services", title="Access to public services increased"),
    ...     Output(id="centres", title="Centers operating", contributes_to="services"),
    ... ])
    >>> [str(node.title) for node in chain.children("services")]
    ['Centers operating']
    """

    nodes: tuple[Node, ...] = field(default=(), converter=_as_nodes, validator=_ids_fit, metadata={"path": ""})
    """Its nodes in stated order; ids are unique, and every link leads to one of them."""

    def __getitem__(self, key: str | int) -> Node:
        """Give the node with an id, or at a position.

        Raises:
            NotFound: there is none; the message names ids that look like it.

        """
        if isinstance(key, int):
            try:
                return self.nodes[key]
            except IndexError:
                raise NotFound(f"position in a chain of {len(self.nodes)} nodes", str(key)) from None
        for node in self.nodes:
            if node.id == key and key is not None:
                return node
        raise NotFound("node of the chain", str(key), near(str(key), (node.id for node in self.nodes if node.id)))

    def __contains__(self, key: object) -> bool:
        """Say whether a node, or a node with this id, is in the chain."""
        return any(node.id == key if isinstance(key, str) else node == key for node in self.nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    def __repr__(self) -> str:
        return f"ResultsChain([{', '.join(map(repr, self.nodes))}])"

    def _repr_html_(self) -> str:
        return _doors.html(self)

    def tree(self, *languages: str) -> str:
        """Give the chain as text: what contributes to a node stands beneath it; see :func:`aidmodel.show`."""
        return _doors.tree(self, *languages)

    def mermaid(self, *languages: str) -> str:
        """Give the chain as the text of a Mermaid flowchart; see :func:`aidmodel.show.mermaid.mermaid`."""
        return _doors.mermaid(self, *languages)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The nodes that are inputs."""
        return tuple(node for node in self.nodes if isinstance(node, Input))

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The nodes that are activities."""
        return tuple(node for node in self.nodes if isinstance(node, Activity))

    @property
    def results(self) -> tuple[Result, ...]:
        """The nodes that are results, at whatever level or at none."""
        return tuple(node for node in self.nodes if isinstance(node, Result))

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The results that are outputs."""
        return tuple(node for node in self.nodes if isinstance(node, Output))

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The results that are outcomes, of whatever depth."""
        return tuple(node for node in self.nodes if isinstance(node, Outcome))

    @property
    def impacts(self) -> tuple[Impact, ...]:
        """The results that are impacts."""
        return tuple(node for node in self.nodes if isinstance(node, Impact))

    def result(self, id: str) -> Result:  # noqa: A002  the field's own name
        """Give the result with an id.

        Raises:
            NotFound: there is none, or the node is an input or activity.

        """
        node = self.nodes[self._place(id)]
        if not isinstance(node, Result):
            raise NotFound(f"result (it is an {type(node).__name__.lower()})", id)
        return node

    def parents(self, node: Node | str) -> tuple[Node, ...]:
        """Give the nodes that a node contributes to, in the order of its links, each once."""
        targets = dict.fromkeys(link.to for link in self._node(node).contributes_to)
        return tuple(self[target] for target in targets)

    def children(self, node: Node | str) -> tuple[Node, ...]:
        """Give the nodes that contribute to a node, in stated order."""
        wanted = self._node(node).id
        return tuple(
            child
            for child in self.nodes
            if wanted is not None and any(link.to == wanted for link in child.contributes_to)
        )

    @property
    def roots(self) -> tuple[Node, ...]:
        """The tops of the chain: nodes that others contribute to and that contribute to no other themselves."""
        reached = {link.to for node in self.nodes for link in node.contributes_to if link.to != node.id}
        return tuple(
            node
            for node in self.nodes
            if node.id in reached and all(link.to == node.id for link in node.contributes_to)
        )

    @property
    def orphans(self) -> tuple[Node, ...]:
        """The nodes without any link to or from another."""
        reached = {link.to for node in self.nodes for link in node.contributes_to if link.to != node.id}
        return tuple(
            node
            for node in self.nodes
            if node.id not in reached and all(link.to == node.id for link in node.contributes_to)
        )

    def paths(self, node: Node | str) -> Iterator[tuple[Node, ...]]:
        """Give the ways up from a node, each from the node itself to one that leads no further.

        A way ends where it would come back to a node it has passed. The number of ways may grow with every level, so
        they come one by one.
        """
        start = self._node(node)
        known = {each.id: each for each in self.nodes}
        trail: list[Node] = [start]
        open_steps = [self._steps(start, known, trail)]
        if not open_steps[0]:
            yield (start,)
        while open_steps:
            if not open_steps[-1]:
                open_steps.pop()
                trail.pop()
                continue
            following = open_steps[-1].pop()
            trail.append(following)
            steps = self._steps(following, known, trail)
            if not steps:
                yield tuple(trail)
            open_steps.append(steps)

    @staticmethod
    def _steps(node: Node, known: dict[str | None, Node], trail: list[Node]) -> list[Node]:
        """The nodes to go on to, last first; none that the trail has passed."""
        passed = {each.id for each in trail}
        return [
            known[to] for to in reversed(dict.fromkeys(link.to for link in node.contributes_to)) if to not in passed
        ]

    def with_ids(self) -> "ResultsChain":
        """Give the chain with an id for each node that came without: its level and a number ("outcome-2").

        Ids that are there stay as they are.
        """
        taken = {node.id for node in self.nodes}
        counts: dict[str, int] = {}
        nodes: list[Node] = []
        for node in self.nodes:
            if node.id is None:
                stem = (node.level.term if node.level else "result").replace(" ", "-")
                number = counts.get(stem, 0) + 1
                while f"{stem}-{number}" in taken:
                    number += 1
                counts[stem] = number
                node = evolve(node, id=f"{stem}-{number}")
            nodes.append(node)
        return ResultsChain(nodes)

    def with_result(self, result: Node, *, replace: bool = False) -> "ResultsChain":
        """Give the chain with a node more, or, where ``replace`` agrees to that, in the place of the one with its id.

        All that the old node says falls away then but for the links to it, which lead to the new one.

        Raises:
            InvalidValue: a node with its id is there and ``replace`` is not given, or it links to no node of the chain.

        """
        as_instance(result, Node)
        if result.id is None or result.id not in self:
            return ResultsChain((*self.nodes, result))
        if not replace:
            raise InvalidValue(
                result.id,
                "is the id of a node whose facts would fall away",
                "pass replace=True to let them, or give the new one an id of its own",
                "with_result",
                "ResultsChain",
            )
        return self._with(self._place(result.id), result)

    def without_result(self, id: str, *, drop_links: bool = False) -> "ResultsChain":  # noqa: A002
        """Give the chain without a node.

        Links that other nodes have to it would fall away with it, and what these links say: ``drop_links`` agrees to
        that.

        Raises:
            NotFound: no node has the id.
            InvalidValue: other nodes link to it, and ``drop_links`` is not given; the message names them.

        """
        gone = self._place(id)
        lost = [
            node.id or str(node.title)
            for node in self.nodes
            if node.id != id and any(link.to == id for link in node.contributes_to)
        ]
        if lost and not drop_links:
            raise InvalidValue(
                id,
                f"has links from {', '.join(map(repr, lost))} that would fall away",
                "pass drop_links=True to let them",
                "without_result",
                "ResultsChain",
            )
        return ResultsChain(_without_links(node, id) for position, node in enumerate(self.nodes) if position != gone)

    def with_link(self, source: str, link: Link | str, *, replace: bool = False) -> "ResultsChain":
        """Give the chain with a link more from the node ``source``.

        A plain id leaves a link that is there as it is. A :class:`Link` takes the place of one to the same node where
        ``replace`` agrees that the assumptions and reasons of the old one fall away.

        Raises:
            NotFound: no node has the id ``source``.
            InvalidValue: the link leads to no node of the chain, or to one that a link with facts of its own leads to.

        """
        new = link if isinstance(link, Link) else Link(link)
        place = self._place(source)
        node = self.nodes[place]
        old = [each for each in node.contributes_to if each.to == new.to]
        if new in old or (old and new == Link(new.to)):
            return self
        if any(each != Link(new.to) for each in old) and not replace:
            raise InvalidValue(
                new.to,
                f"is what {source!r} has a link to whose facts would fall away",
                "pass replace=True to let them",
                "with_link",
                "ResultsChain",
            )
        links = node.contributes_to
        at = links.index(old[0]) if old else len(links)
        after = [each for each in links[at:] if each.to != new.to]
        return self._with(place, evolve(node, contributes_to=(*links[:at], new, *after)))

    def with_level(self, id: str, level: type[Result]) -> "ResultsChain":  # noqa: A002
        """Give the chain with a result moved to another level: ``chain.with_level("services", Outcome)``.

        Raises:
            NotFound: no result has the id.
            InvalidValue: the level is no class of results, or the result has a fact that the level has no field for.

        """
        if not (isinstance(level, type) and issubclass(level, Result)):
            raise InvalidValue(
                level, "is not a level of results", "write Output, Outcome, Impact, OtherResult or Result"
            )
        old = self.result(id)
        stated = {
            spec.name: getattr(old, spec.name)
            for spec in attrs.fields(type(old))
            if getattr(old, spec.name) != spec.default
        }
        if lost := sorted(stated.keys() - {spec.name for spec in attrs.fields(level)}):
            raise InvalidValue(
                id,
                f"has a {lost[0]}, which {level.__name__} has not",
                f"set {lost[0]} to None first",
                "with_level",
                "ResultsChain",
            )
        return self._with(self._place(id), level(**stated))

    def _with(self, place: int, node: Node) -> "ResultsChain":
        return ResultsChain((*self.nodes[:place], node, *self.nodes[place + 1 :]))

    def _place(self, id: str) -> int:  # noqa: A002
        wanted = self[id]
        return next(position for position, node in enumerate(self.nodes) if node is wanted)

    def _node(self, node: Node | str) -> Node:
        if isinstance(node, Node):
            if not any(each is node for each in self.nodes) and node not in self.nodes:
                raise NotFound("node of the chain", str(node.id or node.title))
            return node
        return self[node]


def _without_links(node: Node, target: str) -> Node:
    kept = tuple(link for link in node.contributes_to if link.to != target)
    return node if len(kept) == len(node.contributes_to) else evolve(node, contributes_to=kept)


def as_chain(value: ResultsChain | Node | Iterable[Node]) -> ResultsChain:
    """Give the chain that was meant; nodes become one."""
    return value if isinstance(value, ResultsChain) else ResultsChain(value)
