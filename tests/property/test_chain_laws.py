"""Laws of results chains, whatever their links."""

from itertools import islice, pairwise

from hypothesis import given, settings, strategies as st

from aidmodel import Node, Result, ResultsChain
from aidmodel.testing.strategies import results_chains

some = settings(max_examples=settings().max_examples // 2)


def _named(chain: ResultsChain) -> list[tuple[str, Node]]:
    return [(node.id, node) for node in chain if node.id is not None]


@some
@given(results_chains())
def test_ways_up_end(chain: ResultsChain) -> None:
    """A way goes from a node to a parent at each step, passes no node twice, and stops where all parents are passed."""
    for node in chain:
        ways = list(islice(chain.paths(node), 50))

        assert ways
        for way in ways:
            assert node == way[0]
            assert all(upper in chain.parents(lower) for lower, upper in pairwise(way))
            assert len(way) == len({each.id for each in way})
            assert all(parent in way for parent in chain.parents(way[-1]))


@some
@given(results_chains())
def test_parents_and_children_are_the_same_links(chain: ResultsChain) -> None:
    """A node is a parent of its children, and a child of its parents, and no other."""
    for node in chain:
        assert [child for child in chain if node in chain.parents(child)] == list(chain.children(node))
        assert [child for child in chain if any(link.to == node.id for link in child.contributes_to)] == list(
            chain.children(node)
        )
    for name, node in _named(chain):
        assert node == chain[name]
        assert chain.parents(node) == chain.parents(name)
        assert chain.children(node) == chain.children(name)
        assert list(chain.paths(node)) == list(chain.paths(name))


@some
@given(results_chains())
def test_tops_have_links_and_orphans_have_none(chain: ResultsChain) -> None:
    """Links of a node to itself do not count."""
    for node in chain:
        above = [parent for parent in chain.parents(node) if parent.id != node.id]
        below = [child for child in chain.children(node) if child.id != node.id]

        assert (not above and bool(below)) is (node in chain.roots)
        assert (not above and not below) is (node in chain.orphans)


@some
@given(results_chains())
def test_every_node_is_of_one_kind(chain: ResultsChain) -> None:
    """Inputs, activities and results are all of the chain, each in stated order."""
    kinds = (chain.inputs, chain.activities, chain.results)

    assert len(chain) == sum(map(len, kinds))
    assert all([node for node in chain if node in kind] == list(kind) for kind in kinds)
    assert tuple(chain) == tuple(chain[position] for position in range(len(chain))) == chain.nodes
    assert all(node in chain for node in chain)


@some
@given(results_chains())
def test_ids_are_added_and_nothing_else(chain: ResultsChain) -> None:
    """with_ids keeps the ids that are there, and all else; done twice it does no more."""
    named = chain.with_ids()

    assert len(chain) == len({node.id for node in named})
    assert named == named.with_ids()
    assert [node.id for node in named if node.id in chain] == [name for name, _ in _named(chain)]
    assert [(node.title, node.contributes_to) for node in chain] == [
        (node.title, node.contributes_to) for node in named
    ]


@some
@given(results_chains())
def test_a_change_to_what_is_there_changes_nothing(chain: ResultsChain) -> None:
    """A node in its own place, a result at its own level, the last link to a node."""
    for name, node in _named(chain):
        assert chain == chain.with_result(node, replace=True)
        if isinstance(node, Result):
            assert chain == chain.with_level(name, type(node))
        targets = [link.to for link in node.contributes_to]
        for link in node.contributes_to:
            if targets.count(link.to) == 1:
                assert chain == chain.with_link(name, link)


@some
@given(results_chains(), st.data())
def test_a_node_goes_with_the_links_to_it(chain: ResultsChain, data: st.DataObject) -> None:
    """The other nodes stay in order, with all their other links."""
    if not _named(chain):
        return
    gone, node = data.draw(st.sampled_from(_named(chain)))
    rest = chain.without_result(gone, drop_links=True)

    assert gone not in rest
    assert [each.title for each in chain if each is not node] == [each.title for each in rest]
    assert [[link for link in each.contributes_to if link.to != gone] for each in chain if each is not node] == [
        list(each.contributes_to) for each in rest
    ]
