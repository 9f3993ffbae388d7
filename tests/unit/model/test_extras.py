"""Own fields of other packages, and raw content."""

import copy
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import pytest

import aidmodel
from aidmodel import Budget, Extras, InvalidValue, NotFound, Output, Project, Raw, Record

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""

RAW = Raw(at="", name="crs-add", xml="<crs-add/>", index=3)
EXTRAS = Extras({"org:cost_centre": "A12", "app:flags": [1, None, True, {"b": 2, "a": ["x"]}]}, raw=RAW)


def test_as_a_mapping_it_holds_the_own_fields() -> None:
    """Names come sorted; raw content stands apart."""
    assert isinstance(EXTRAS, Mapping)
    assert ["app:flags", "org:cost_centre"] == list(EXTRAS) == list(EXTRAS.keys())
    assert 2 == len(EXTRAS)
    assert "A12" == EXTRAS["org:cost_centre"] == EXTRAS.get("org:cost_centre")
    assert "org:cost_centre" in EXTRAS
    assert "raw" not in EXTRAS
    assert (RAW,) == EXTRAS.raw


def test_get_has_a_default() -> None:
    """As with any mapping, what is not there is None or the default."""
    assert EXTRAS.get("org:cost_center") is None
    assert "none" == EXTRAS.get("org:cost_center", "none")
    assert "none" == Record({"a": 1}).get("b", "none")


def test_a_name_that_is_not_there_is_named_with_those_near() -> None:
    """The error is that of any look-up."""
    with pytest.raises(NotFound) as caught:
        EXTRAS["org:cost_center"]

    assert NotFound("own field", "org:cost_center", ("org:cost_centre",)) == caught.value


def test_values_are_frozen() -> None:
    """Lists become tuples, mappings become records, so that a node hashes."""
    flags: Any = EXTRAS["app:flags"]

    assert (1, None, True, Record({"a": ("x",), "b": 2})) == flags
    assert ("x",) == flags[3]["a"]
    assert hash(EXTRAS) == hash(copy.deepcopy(EXTRAS))


def test_the_order_of_writing_does_not_count() -> None:
    """Two mappings with the same names and values are the same extras; a plain dict is another class."""
    assert Extras({"a:x": 1, "b:y": 2}) == Extras({"b:y": 2, "a:x": 1}) == Extras([("b:y", 2), ("a:x", 1)])
    assert Record({"x": 1, "y": 2}) == Record({"y": 2, "x": 1})
    assert Extras({"a:x": 1}) != {"a:x": 1}
    assert Extras({"a:x": 1}) != Extras({"a:x": 1}, raw=RAW)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (0, False),
        ([1], [True]),
        ({"x": {"y": [0]}}, {"x": {"y": [False]}}),
        (["bool", 1], True),
    ],
)
def test_a_number_is_no_flag(one: object, other: object) -> None:
    """1 and True are equal in Python, and two values in a file; diff sees the change."""
    left, right = Project(extras={"a:b": one}), Project(extras={"a:b": other})

    assert left != right
    assert Project(extras={"a:b": one}) == left
    assert hash(Project(extras={"a:b": one})) == hash(left)
    assert Record({"b": one}) != Record({"b": other})
    assert 1 == len(aidmodel.diff(left, right))


def test_nothing_is_none() -> None:
    """Empty extras are no extras."""
    assert Project(extras={}) == Project(extras=None) == Project(extras=Extras()) == Project()
    assert Extras(raw=RAW) == Project(extras=Extras(raw=RAW)).extras


def test_every_node_has_room() -> None:
    """Own fields survive a change of another field."""
    node = Output(title="Centers", extras={"org:cost_centre": "A12"})

    assert Extras({"org:cost_centre": "A12"}) == attrs.evolve(node, title="Other").extras
    assert node != Output(title="Centers")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Budget(extras={"cost": 1}), 'Budget.extras: must have a namespace, got \'cost\'; write "your_package:cost"'),
        (lambda: Budget(extras={":cost": 1}), 'Budget.extras: must have a namespace, got \':cost\'; write "your_package::cost"'),
        (lambda: Budget(extras={"a:x": 1.5}), "Budget.extras[a:x]: must be exact, got 1.5; write it as a string, with the digits that are meant"),
        (
            lambda: Budget(extras={"a:x": {"y": [1, 1.5]}}),
            "Budget.extras[a:x][y]: must be exact, got 1.5; write it as a string, with the digits that are meant",
        ),
        (
            lambda: Budget(extras={"a:x": object}),
            ("Budget.extras[a:x]: must be a string, whole number, bool, None, list or mapping, got <class 'object'>"),
        ),
        (lambda: loosely.Budget(extras={1: 1}), 'Budget.extras: must be a string, got 1; write "1"'),
        (lambda: Budget(extras={"a:x": {" ": 1}}), "Budget.extras[a:x]: must not be blank, got ' '; leave it out if it is not known"),
        (lambda: Extras([("a:x", 1), ("a:x", 2)]), "Extras: is given twice, got 'a:x'"),
        (lambda: loosely.Extras("a:x"), "Extras: must be a mapping from names to plain values, got 'a:x'"),
        (lambda: loosely.Extras(raw="<x/>"), "Extras.raw: must be a Raw or several of them, got '<x/>'"),
        (lambda: loosely.Raw(at="", name="x", xml="", index="1"), "Raw.index: must be a whole number, got '1'; write an int"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused(make: Callable[[], object], message: str) -> None:
    """Names have a namespace, values are those of JSON and exact; the message names the own field."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


def test_nesting_has_an_end() -> None:
    """What is deeper than fifty levels is no own field."""
    deep: Any = "bottom"
    for _ in range(60):
        deep = [deep]
    with pytest.raises(InvalidValue) as caught:
        Budget(extras={"a:x": deep})

    assert InvalidValue("list", "must nest at most 50 levels", "", "extras[a:x]", "Budget") == caught.value


def test_it_is_a_value() -> None:
    """It cannot be changed, pickles, and its repr can be pasted back."""
    names = {"Extras": Extras, "Raw": Raw}

    assert EXTRAS == pickle.loads(pickle.dumps(EXTRAS)) == eval(repr(EXTRAS), names)  # noqa: S301, S307  our own
    assert "Budget(extras={'a:x': {'y': 1}})" == repr(Budget(extras={"a:x": {"y": 1}}))
    untyped: Any = EXTRAS
    with pytest.raises(TypeError, match="item assignment"):
        untyped["a:x"] = 1
