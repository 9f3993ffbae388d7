"""Results chains: nodes in stated order, the links between them, and changes to both."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import aidmodel
from aidmodel import (
    Activity,
    Assumption,
    Impact,
    Input,
    InvalidValue,
    Link,
    Node,
    NotFound,
    OtherResult,
    Outcome,
    OutcomeDepth,
    Output,
    Project,
    Result,
    ResultsChain,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""

MONEY = Input(id="money", title="Money", contributes_to="work")
WORK = Activity(id="work", title="Training", contributes_to=["trained", "centres"])
TRAINED = Output(id="trained", title="Officials trained", contributes_to="services")
CENTRES = Output(id="centres", title="Centers operating", contributes_to=["services", "dignity"])
SERVICES = Outcome(id="services", title="Access increased", depth="intermediate", contributes_to="dignity")
DIGNITY = Impact(id="dignity", title="People live in dignity")
STRAY = OtherResult(id="stray", title="Something else")
CHAIN = ResultsChain([DIGNITY, SERVICES, CENTRES, TRAINED, WORK, MONEY, STRAY])
CIRCLE = ResultsChain(
    [
        Output(id="a", contributes_to="b"),
        Output(id="b", contributes_to=["c", "d"]),
        Output(id="c", contributes_to=["a", "c"]),
        Outcome(id="d"),
        Outcome(id="self", contributes_to="self"),
    ]
)


def ids(nodes: Any) -> list[str | None]:
    """Give the ids of nodes."""
    return [node.id for node in nodes]


def test_a_chain_is_its_nodes_in_stated_order() -> None:
    """It is built from one node or several, and read like a list."""
    assert (DIGNITY, SERVICES, CENTRES, TRAINED, WORK, MONEY, STRAY) == CHAIN.nodes == tuple(CHAIN)
    assert 7 == len(CHAIN)
    assert ResultsChain((STRAY,)) == ResultsChain(STRAY) == ResultsChain(node for node in [STRAY])
    assert (0, ()) == (len(ResultsChain()), ResultsChain().nodes)


def test_nodes_by_kind() -> None:
    """Each kind of node has its view; ``results`` holds all levels and none."""
    unknown = Result(title="Level not stated")
    chain = ResultsChain([*CHAIN, unknown])

    assert (MONEY,) == chain.inputs
    assert (WORK,) == chain.activities
    assert (CENTRES, TRAINED) == chain.outputs
    assert (SERVICES,) == chain.outcomes
    assert (DIGNITY,) == chain.impacts
    assert (DIGNITY, SERVICES, CENTRES, TRAINED, STRAY, unknown) == chain.results


def test_a_node_by_id_or_position() -> None:
    """A key is an id, a number a position; both say what is there when nothing is."""
    assert SERVICES is CHAIN["services"]
    assert DIGNITY is CHAIN[0]
    assert STRAY is CHAIN[-1]
    assert CENTRES is CHAIN.result("centres")


@pytest.mark.parametrize(
    ("find", "error"),
    [
        (lambda: CHAIN["service"], NotFound("node of the chain", "service", ("services",))),
        (lambda: CHAIN["DIGNITY"], NotFound("node of the chain", "DIGNITY", ("dignity",))),
        (lambda: CHAIN["qqq"], NotFound("node of the chain", "qqq")),
        (lambda: CHAIN[7], NotFound("position in a chain of 7 nodes", "7")),
        (lambda: loosely.ResultsChain(Output(title="No id"))[None], NotFound("node of the chain", "None")),
        (lambda: CHAIN.result("work"), NotFound("result (it is an activity)", "work")),
        (lambda: CHAIN.result("centers"), NotFound("node of the chain", "centers", ("centres",))),
        (lambda: CHAIN.parents("centers"), NotFound("node of the chain", "centers", ("centres",))),
        (lambda: CHAIN.children(Output(title="Elsewhere")), NotFound("node of the chain", "Elsewhere")),
        (lambda: list(CHAIN.paths("centers")), NotFound("node of the chain", "centers", ("centres",))),
        (lambda: CHAIN.without_result("centers"), NotFound("node of the chain", "centers", ("centres",))),
        (lambda: CHAIN.with_link("centers", "services"), NotFound("node of the chain", "centers", ("centres",))),
        (lambda: CHAIN.with_level("work", Output), NotFound("result (it is an activity)", "work")),
    ],
)
def test_what_is_not_there_is_named(find: Callable[[], object], error: NotFound) -> None:
    """The error names the ids that look like the one asked for."""
    with pytest.raises(NotFound) as caught:
        find()

    assert error == caught.value


def test_membership_by_node_or_id() -> None:
    """A node is in the chain when an equal one is; a string is an id."""
    assert "services" in CHAIN
    assert "Access increased" not in CHAIN
    assert copy.copy(SERVICES) in CHAIN
    assert Output(id="centres") not in CHAIN


def test_what_a_node_contributes_to_and_what_to_it() -> None:
    """Parents come in the order of the links, children in stated order."""
    assert (TRAINED, CENTRES) == CHAIN.parents("work")
    assert (SERVICES, DIGNITY) == CHAIN.parents(CENTRES)
    assert () == CHAIN.parents("dignity")
    assert (CENTRES, TRAINED) == CHAIN.children("services")
    assert (SERVICES, CENTRES) == CHAIN.children(DIGNITY)
    assert () == CHAIN.children("money")
    assert () == ResultsChain([Output(title="x"), Output(id="y")]).children(Output(title="x"))


def test_a_target_that_is_linked_twice_is_one_parent() -> None:
    """Two links to one node are two statements about one way."""
    chain = ResultsChain([Output(id="a", contributes_to=["b", Link("b", rationale="twice")]), Outcome(id="b")])

    assert ["b"] == ids(chain.parents("a"))
    assert ["a"] == ids(chain.children("b"))
    assert [["a", "b"]] == [ids(path) for path in chain.paths("a")]


def test_ways_up_through_the_chain() -> None:
    """Each way leads from the node to one that leads no further, in the order of the links."""
    assert [
        ["money", "work", "trained", "services", "dignity"],
        ["money", "work", "centres", "services", "dignity"],
        ["money", "work", "centres", "dignity"],
    ] == [ids(path) for path in CHAIN.paths("money")]
    assert [["dignity"]] == [ids(path) for path in CHAIN.paths("dignity")]


def test_ways_come_one_by_one() -> None:
    """A chain may have more ways than anybody can hold."""
    layers = 40
    nodes: list[Node] = []
    for layer in range(layers):
        above = [f"{layer + 1}{side}" for side in "ab"] if layer + 1 < layers else []
        nodes += [Result(id=f"{layer}{side}", contributes_to=above) for side in "ab"]
    ways = ResultsChain(nodes).paths("0a")

    assert [f"{layer}a" for layer in range(layers)] == ids(next(ways))
    assert [f"{layer}a" for layer in range(layers - 1)] + [f"{layers - 1}b"] == ids(next(ways))


def test_walks_end_in_circles() -> None:
    """A way ends where it would come back; a node may be its own parent."""
    assert [["a", "b", "c"], ["a", "b", "d"]] == [ids(path) for path in CIRCLE.paths("a")]
    assert [["self"]] == [ids(path) for path in CIRCLE.paths("self")]
    assert ["a", "c"] == ids(CIRCLE.parents("c"))
    assert ["b", "c"] == ids(CIRCLE.children("c"))
    assert ["self"] == ids(CIRCLE.children("self"))


def test_tops_and_loose_nodes() -> None:
    """A root is led to and leads nowhere; an orphan has no link to another at all."""
    assert (DIGNITY,) == CHAIN.roots
    assert (STRAY,) == CHAIN.orphans
    assert ["d"] == ids(CIRCLE.roots)
    assert ["self"] == ids(CIRCLE.orphans)
    assert () == ResultsChain([Output(id="a", contributes_to="b"), Output(id="b", contributes_to="a")]).roots
    assert 2 == len(ResultsChain([Output(title="x"), Output(title="x")]).orphans)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: ResultsChain([Output(id="a"), Activity(), Outcome(id="a")]),
            "ResultsChain[2].id: is the id of node 0 too, got 'a'; give each node its own",
        ),
        (
            lambda: ResultsChain([SERVICES, Output(contributes_to=["services", "dignty"]), DIGNITY]),
            (
                "ResultsChain[1].contributes_to[1].to: links to a node that is not in the chain, got 'dignty'; "
                "did you mean 'dignity'?"
            ),
        ),
        (
            lambda: ResultsChain(Output(contributes_to="x")),
            (
                "ResultsChain[0].contributes_to[0].to: links to a node that is not in the chain, got 'x'; "
                "add that node, or leave the link out"
            ),
        ),
        (
            lambda: loosely.ResultsChain("services"),
            "ResultsChain: must be a Node or several of them, got 'services'",
        ),
        (
            lambda: loosely.ResultsChain([STRAY, {"title": "x"}]),
            "ResultsChain[1]: must be a Node or several of them, got {'title': 'x'}",
        ),
        (lambda: ResultsChain({STRAY}), f"ResultsChain: has no order, got {{{STRAY!r}}}; write a list"),
        (
            lambda: ResultsChain(Node(title="x")),
            "ResultsChain[0]: is a node of no kind, got Node(title='x'); write a Result where no level is stated",
        ),
        (
            lambda: Project(chain=[Output(contributes_to="x")]),
            (
                "Project.chain[0].contributes_to[0].to: links to a node that is not in the chain, got 'x'; "
                "add that node, or leave the link out"
            ),
        ),
        (
            lambda: CHAIN.with_link("centres", "service"),
            (
                "ResultsChain[2].contributes_to[2].to: links to a node that is not in the chain, got 'service'; "
                "did you mean 'services'?"
            ),
        ),
        (
            lambda: CHAIN.without_result("services"),
            (
                "ResultsChain.without_result: has links from 'centres', 'trained' that would fall away, got 'services'; "
                "pass drop_links=True to let them"
            ),
        ),
        (
            lambda: CHAIN.with_level("services", Output),
            "ResultsChain.with_level: has a depth, which Output has not, got 'services'; set depth to None first",
        ),
        (
            lambda: loosely.ResultsChain(STRAY).with_level("stray", Activity),
            (
                "is not a level of results, got <class 'aidmodel.model.result.Activity'>; "
                "write Output, Outcome, Impact, OtherResult or Result"
            ),
        ),
        (
            lambda: loosely.ResultsChain(STRAY).with_level("stray", "outcome"),
            "is not a level of results, got 'outcome'; write Output, Outcome, Impact, OtherResult or Result",
        ),
        (lambda: loosely.ResultsChain(STRAY).with_result("x"), "must be a Node, got 'x'"),
    ],
)
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """Two nodes of one id, a link to nowhere, and what is no node are refused where they stand."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


def test_ids_for_those_that_have_none() -> None:
    """They are made of level and number, leave out what is taken, and change no other id."""
    chain = ResultsChain(
        [
            Output(title="a"),
            Output(id="output-2", title="b"),
            Output(title="c"),
            Outcome(title="d", depth="immediate"),
            Result(title="e"),
            Activity(title="f"),
            OtherResult(title="g"),
        ]
    )
    expected = ["output-1", "output-2", "output-3", "immediate-outcome-1", "result-1", "activity-1", "other-1"]

    assert expected == ids(chain.with_ids())
    assert [str(node.title) for node in chain] == [str(node.title) for node in chain.with_ids()]
    assert chain.with_ids() == chain.with_ids().with_ids()
    assert CHAIN == CHAIN.with_ids()


def test_with_result_adds_or_replaces() -> None:
    """A node comes last; one of a known id takes that place, where somebody agrees to what falls away."""
    new = Output(id="centres", title="Centers closed")
    more = Output(title="One more", contributes_to="services")

    assert [DIGNITY, SERVICES, new, TRAINED, WORK, MONEY, STRAY] == list(CHAIN.with_result(new, replace=True))
    assert (new,) == CHAIN.with_result(new, replace=True).parents("work")[1:]
    with pytest.raises(InvalidValue) as caught:
        CHAIN.with_result(new)
    assert (
        "ResultsChain.with_result: is the id of a node whose facts would fall away, got 'centres'; "
        "pass replace=True to let them, or give the new one an id of its own"
    ) == str(caught.value)
    assert [*CHAIN, more] == list(CHAIN.with_result(more))


def test_without_result_takes_a_node_out() -> None:
    """Links from it go with it; links to it only with leave, and nothing else changes."""
    lighter = CHAIN.without_result("services", drop_links=True)

    assert [DIGNITY, SERVICES, CENTRES, TRAINED, WORK, MONEY] == list(CHAIN.without_result("stray"))
    assert [DIGNITY, SERVICES, CENTRES, TRAINED, WORK, STRAY] == list(CHAIN.without_result("money"))
    assert ["dignity", "centres", "trained", "work", "money", "stray"] == ids(lighter)
    assert (Link("dignity"),) == lighter["centres"].contributes_to
    assert () == lighter["trained"].contributes_to
    assert WORK is lighter["work"]


def test_without_result_drops_a_link_of_a_node_to_itself() -> None:
    """That link is the node's own affair."""
    assert ["a", "b", "c", "d"] == ids(CIRCLE.without_result("self"))


def test_with_link_adds_or_replaces() -> None:
    """There is one link from a node to another; one that says something gives way only where somebody agrees."""
    reasoned = Link("services", assumptions="Municipalities keep paying", rationale="Staff stay")

    assert ["services", "dignity", "stray"] == [
        link.to for link in CHAIN.with_link("centres", "stray")["centres"].contributes_to
    ]
    assert (reasoned, Link("dignity")) == CHAIN.with_link("centres", reasoned)["centres"].contributes_to
    assert CHAIN == CHAIN.with_link("centres", "services")
    assert CHAIN.with_link("centres", reasoned) == CHAIN.with_link("centres", reasoned).with_link("centres", "services")
    other = Link("services", rationale="Staff come back")
    with pytest.raises(InvalidValue) as caught:
        CHAIN.with_link("centres", reasoned).with_link("centres", other)
    assert (
        "ResultsChain.with_link: is what 'centres' has a link to whose facts would fall away, got 'services'; "
        "pass replace=True to let them"
    ) == str(caught.value)
    changed = CHAIN.with_link("centres", reasoned).with_link("centres", other, replace=True)
    assert (other, Link("dignity")) == changed["centres"].contributes_to
    assert (Assumption("Municipalities keep paying"),) == reasoned.assumptions


def test_with_level_moves_a_result() -> None:
    """All it states goes along, to a level that has a field for it."""
    moved = CHAIN.with_level("centres", Outcome)["centres"]
    stated = {field.name: getattr(CENTRES, field.name) for field in attrs.fields(Output)}

    assert Outcome(**stated) == moved
    assert Result(**stated) == CHAIN.with_level("centres", Result)["centres"]
    assert CHAIN == CHAIN.with_level("centres", Output) == CHAIN.with_level("services", Outcome)
    assert OutcomeDepth.INTERMEDIATE is CHAIN.with_level("services", Outcome).outcomes[0].depth


def test_a_chain_is_a_value() -> None:
    """It hashes, copies, pickles, and its repr can be pasted back."""
    names = {name: getattr(aidmodel, name) for name in aidmodel.__all__ if name[0].isupper()}

    for twin in (copy.deepcopy(CHAIN), pickle.loads(pickle.dumps(CHAIN)), eval(repr(CHAIN), names)):  # noqa: S301, S307
        assert CHAIN == twin
        assert hash(CHAIN) == hash(twin)
    assert "ResultsChain([Output(id='a')])" == repr(ResultsChain(Output(id="a")))
    assert ResultsChain([Output(id="a"), STRAY]) != ResultsChain([STRAY, Output(id="a")])
