"""The way to a value inside an object."""

from typing import Any

import pytest

from aidmodel import Budget, Country, Extras, InvalidValue, NotFound, Output, Project, Raw, ResultsChain, Text
from aidmodel.model import paths

PROJECT = Project(
    title="Wells",
    countries=["CO", "PE"],
    budgets=Budget("2023", value="CAD 100.00"),
    chain=[Output(title="same"), Output(title="same"), Output(id="with space", title="other")],
    extras=Extras({"org:cost": {"code": "A12", "parts": [1, 2]}}, raw=Raw(at="", name="x", xml="<x/>")),
)


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("", ()),
        ("title", ("title",)),
        ("chain[2].indicators[0].title", ("chain", 2, "indicators", 0, "title")),
        ("[1].title", (1, "title")),
        ("chain[OC 1].title", ("chain", "OC 1", "title")),
        ("extras[org:cost][code]", ("extras", "org:cost", "code")),
        ("a[0][1]", ("a", 0, 1)),
        ("chain[-1]", ("chain", "-1")),
        ("extras[a:x][0042][42]", ("extras", "a:x", "0042", 42)),
    ],
)
def test_a_path_is_names_positions_and_keys(path: str, steps: tuple[str | int, ...]) -> None:
    """A number in brackets is a position, anything else there a key."""
    assert steps == paths.steps(path)


@pytest.mark.parametrize(
    "path", [".title", "title.", "a..b", "chain[", "chain]", "chain[]", "chain[2]title", "a b", "1"]
)
def test_what_is_no_path_is_refused(path: str) -> None:
    """The error shows how one is written."""
    with pytest.raises(InvalidValue) as caught:
        paths.at(PROJECT, path)

    assert InvalidValue(path, "is no path", 'write it as in "chain[2].indicators[0].title"') == caught.value


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", PROJECT),
        ("title", Text("Wells")),
        ("countries[1].code", "PE"),
        ("budgets[0].value.currency", "CAD"),
        ("chain", PROJECT.chain),
        ("chain[1]", PROJECT.chain[1]),
        ("chain[with space].title", Text("other")),
        ("extras[org:cost][code]", "A12"),
        ("extras[org:cost][parts][1]", 2),
        ("extras.raw[0].xml", "<x/>"),
        ("status", None),
    ],
)
def test_at_gives_the_value(path: str, expected: Any) -> None:
    """Positions, keys and fields lead to it; None is a value, too."""
    assert expected == paths.at(PROJECT, path)


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("titel", NotFound("field of Project", "titel", ("title",))),
        ("title.words", NotFound("field of title", "words")),
        ("title[0]", NotFound("field of title", "0")),
        ("[0]", NotFound('item of Project, which is one (leave the "[0]." of its list out),', "0")),
        ("[7].budgets[0]", NotFound('item of Project, which is one (leave the "[7]." of its list out),', "7")),
        ("budgets[1]", NotFound("item of budgets, which has 1,", "1")),
        ("budgets[-1]", NotFound("item of budgets, which has 1,", "-1")),
        ("budgets.span", NotFound("item of budgets, which has 1,", "span")),
        ("budgets[0].vale", NotFound("field of budgets[0]", "vale", ("value",))),
        ("budgets[0].value.amount.x", NotFound("field of budgets[0].value.amount", "x")),
        ("status.code", NotFound("field of status", "code")),
        ("chain[3]", NotFound("position in a chain of 3 nodes", "3")),
        ("chain[spaces]", NotFound("node of the chain", "spaces", ("with space",))),
        ("extras[org:costs]", NotFound("own field", "org:costs", ("org:cost",))),
        ("extras[org:cost][cod]", NotFound("own field", "cod", ("code",))),
        ("extras[org:cost][parts][2]", NotFound("item of extras[org:cost].parts, which has 2,", "2")),
    ],
)
def test_a_path_that_leads_nowhere(path: str, error: NotFound) -> None:
    """The message says from where on, and names what looks like it."""
    with pytest.raises(NotFound) as caught:
        paths.at(PROJECT, path)

    assert error == caught.value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", Text("Puits")),
        ("countries[1]", Country("EC")),
        ("countries[1].code", "EC"),
        ("budgets[0].value.currency", "USD"),
        ("chain[1].title", Text("changed")),
        ("chain[with space].title", Text("changed")),
        ("chain", ResultsChain(Output(title="new"))),
        ("extras[org:cost]", "A13"),
        ("extras[org:cost][code]", "A13"),
        ("extras[org:cost][parts][1]", 3),
        ("extras.raw[0].name", "y"),
        ("extras", None),
    ],
)
def test_replaced_changes_that_value_and_no_other(path: str, value: Any) -> None:
    """The new value is at the path; put back, the old one makes the same object again."""
    old = paths.at(PROJECT, path)
    changed = paths.replaced(PROJECT, path, value)

    assert value == paths.at(changed, path)
    assert PROJECT == paths.replaced(changed, path, old)
    assert PROJECT != changed


def test_of_two_equal_nodes_the_one_named_changes() -> None:
    """Nodes without an id may be equal; the position says which is meant."""
    chain = paths.replaced(PROJECT, "chain[1].title", "changed").chain

    assert ["same", "changed", "other"] == [str(node.title) for node in chain]


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("extras[org:cost]", 1.5, "extras[org:cost]: must be exact, got 1.5; write it as a string, with the digits that are meant"),
        ("extras[org:cost][code]", 1.5, "extras[org:cost][code]: must be exact, got 1.5; write it as a string, with the digits that are meant"),
        ("budgets[0].value.currency", "cad", 'budgets[0].value.currency: must be a currency code of three capital letters, got \'cad\'; write "CAD"'),
        ("budgets[0]", "2023", "Project.budgets[0]: must be a Budget or several of them, got '2023'"),
        ("chain[1]", "x", "chain[1]: must be a Node or several of them, got 'x'"),
        ("chain[1].id", "with space", "chain[2].id: is the id of node 1 too, got 'with space'; give each node its own"),
        ("", None, "cannot stand in place of a Project, got None"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused_under_its_path(path: str, value: object, message: str) -> None:
    """The path in the message is the one that at() takes."""
    with pytest.raises(InvalidValue) as caught:
        paths.replaced(PROJECT, path, value)

    assert message == str(caught.value)


def test_an_own_field_is_set_whether_it_is_there_or_not() -> None:
    """The first one, another one, a changed one."""
    bare = Project(title="Wells")
    one = bare.replaced("extras[org:centre]", "A12")

    assert {"org:centre": "A12"} == dict(one.extras or {})
    assert {"org:centre": "A12", "org:unit": 7} == dict(one.replaced("extras[org:unit]", 7).extras or {})
    assert {"org:centre": "B1"} == dict(one.replaced("extras[org:centre]", "B1").extras or {})
