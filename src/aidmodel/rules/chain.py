"""Rules on results and the links between them."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.chain import ResultsChain
from aidmodel.model.project import Project
from aidmodel.model.result import Result, ResultLevel
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import says_nothing
from aidmodel.rules.walk import results


@rule("results.no-statement", Severity.ERROR, "IATI 2.03 schema: title 1")
def no_statement(project: Project, _: Basis) -> Iterator[Finding]:
    """A node of the chain says what it is; a title of a result that is there and empty is another rule's."""
    for position, node in enumerate(project.chain):
        if not node.title and not (isinstance(node, Result) and says_nothing(node, node.title, "title")):
            yield Finding(f"chain[{position}].title", "the statement is empty: state it")


@rule("results.no-level", Severity.INFO, "IATI 2.03 schema: result/@type required")
def no_level(project: Project, basis: Basis) -> Iterator[Finding]:
    """A result says at which level it is; IATI has no place for one that does not."""
    for position, result in basis.each(results, project):
        if result.level is None:
            yield Finding(
                f"chain[{position}]", "the level is not stated: move it with chain.with_level() once the source says"
            )


@rule("links.to-itself", Severity.ERROR, "logframe logic: means lead to ends")
def to_itself(project: Project, _: Basis) -> Iterator[Finding]:
    """No node contributes to itself."""
    for position, node in enumerate(project.chain):
        for number, link in enumerate(node.contributes_to):
            if link.to == node.id:
                yield Finding(
                    f"chain[{position}].contributes_to[{number}]",
                    f"{link.to!r} contributes to itself: leave the link out",
                )


@rule("links.downward", Severity.ERROR, "logframe logic: means lead to ends")
def downward(project: Project, _: Basis) -> Iterator[Finding]:
    """A link leads to the same level or a higher one; where a level is not stated nothing is said."""
    levels = {node.id: node.level for node in project.chain}
    for position, node in enumerate(project.chain):
        for number, link in enumerate(node.contributes_to):
            target = levels[link.to]
            low, high = _least_rank(node.level), target.rank if target else None
            if low is not None and high is not None and low > high:
                yield Finding(
                    f"chain[{position}].contributes_to[{number}]",
                    f"the {node.level} leads down to the {target} {link.to!r}: turn the link round",
                )


def _least_rank(level: ResultLevel | None) -> int | None:
    """The lowest an outcome of no stated depth may be; its rank is the highest."""
    return ResultLevel.IMMEDIATE_OUTCOME.rank if level is ResultLevel.OUTCOME else level.rank if level else None


@rule("links.cycle", Severity.ERROR, "logframe logic: means lead to ends")
def cycle(project: Project, _: Basis) -> Iterator[Finding]:
    """Links do not run in a circle; a link of a node to itself is another rule's."""
    knotted = _in_circles(project.chain)
    for position, node in enumerate(project.chain):
        if node.id in knotted:
            yield Finding(
                f"chain[{position}].contributes_to",
                f"{node.id!r} leads back to itself through others: leave one of the links out",
            )


def _in_circles(chain: ResultsChain) -> set[str]:
    """The ids that can be reached from themselves through another node, by Tarjan's strongly connected components."""
    ways = {
        node.id: [link.to for link in node.contributes_to if link.to != node.id]
        for node in chain
        if node.id is not None
    }
    index: dict[str, int] = {}
    waiting: set[str] = set()
    low: dict[str, int] = {}
    stack: list[str] = []
    found: set[str] = set()
    for start, onward in ways.items():
        if start in index:
            continue
        work = [(start, iter(onward))]
        index[start] = low[start] = len(index)
        stack.append(start)
        waiting.add(start)
        while work:
            node, rest = work[-1]
            following = next(rest, None)
            if following is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    knot = {stack.pop()}
                    while node not in knot:
                        knot.add(stack.pop())
                    waiting -= knot
                    if len(knot) > 1:
                        found |= knot
            elif following not in index:
                index[following] = low[following] = len(index)
                stack.append(following)
                waiting.add(following)
                work.append((following, iter(ways[following])))
            elif following in waiting:
                low[node] = min(low[node], index[following])
    return found


_PARENTS = {
    ResultLevel.OUTPUT: (
        {
            ResultLevel.IMMEDIATE_OUTCOME,
            ResultLevel.INTERMEDIATE_OUTCOME,
            ResultLevel.OUTCOME,
            ResultLevel.IMPACT,
        },
        "no outcome: state what it contributes to",
    ),
    ResultLevel.IMMEDIATE_OUTCOME: (
        {ResultLevel.INTERMEDIATE_OUTCOME, ResultLevel.IMPACT},
        "no intermediate outcome or impact, though the chain has one: state the link",
    ),
    ResultLevel.INTERMEDIATE_OUTCOME: (
        {ResultLevel.IMPACT},
        "no impact, though the chain has one: state the link",
    ),
    ResultLevel.OUTCOME: (
        {ResultLevel.IMPACT},
        "no impact, though the chain has one: state the link",
    ),
}
"""The levels that a result of a level should lead to one of, and what is said of one that does not."""


@rule("results.no-parent", Severity.WARNING, "OECD-DAC; Akvo RSR 2175")
def no_parent(project: Project, _: Basis) -> Iterator[Finding]:
    """Every output leads to an outcome or impact; every outcome leads on where the chain has a level above it.

    Of a chain that states no links, as IATI has none, that is said once.
    """
    found = list(_leading_nowhere(project))
    if len(found) > 1 and not any(node.contributes_to for node in project.chain):
        yield Finding(
            "chain", f"no links are stated, so {len(found):,} results lead nowhere: state what each contributes to"
        )
    else:
        yield from found


def _leading_nowhere(project: Project) -> Iterator[Finding]:
    stated = {node.level for node in project.chain}
    for level, (above, message) in _PARENTS.items():
        if level not in stated or (level is not ResultLevel.OUTPUT and above.isdisjoint(stated)):
            continue
        # A result of no stated level may be any of these, an outcome of no stated depth an intermediate one.
        possible = {None, *above, *({ResultLevel.OUTCOME} if level is ResultLevel.IMMEDIATE_OUTCOME else ())}
        leading = _leading_to(project.chain, possible)
        for position, node in enumerate(project.chain):
            if node.level is level and position not in leading:
                yield Finding(f"chain[{position}].contributes_to", f"the {level} leads to {message}")


def _leading_to(chain: ResultsChain, levels: set[ResultLevel | None]) -> set[int]:
    """The positions of the nodes from which links lead to one of the levels, over any number of steps."""
    sources: dict[str, list[int]] = {}
    for position, node in enumerate(chain):
        for link in node.contributes_to:
            sources.setdefault(link.to, []).append(position)
    ahead = [node.id for node in chain if node.level in levels]
    seen = set(ahead)
    found: set[int] = set()
    while ahead:
        name = ahead.pop()
        for position in sources.get(name, ()) if name is not None else ():
            found.add(position)
            source = chain.nodes[position].id
            if source not in seen:
                seen.add(source)
                ahead.append(source)
    return found


@rule("results.reference-twice", Severity.ERROR, "IATI ruleset", standard=("8.11.1",))
def reference_twice(project: Project, basis: Basis) -> Iterator[Finding]:
    """A reference stands with the result or with its indicators, not with both."""
    for position, result in basis.each(results, project):
        for at, indicator in enumerate(result.indicators if result.references else ()):
            if indicator.references:
                yield Finding(
                    f"chain[{position}].indicators[{at}].references",
                    "the indicator and its result both have references: keep those of the indicator",
                )


RULES: tuple[Rule, ...] = (no_statement, no_level, to_itself, downward, cycle, no_parent, reference_twice)
