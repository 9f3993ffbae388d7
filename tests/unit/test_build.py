"""Objects made by a trusted builder are those that the class makes."""

import copy
import pickle

import attrs
import pytest
from attrs import field, frozen

from aidmodel._build import builder


def _doubled(value: int) -> int:
    return 2 * value


@frozen
class Pair:
    """Positional fields, one with a default that is converted."""

    left: int = field(converter=_doubled)
    right: int = field(default=3, converter=_doubled)


@frozen(kw_only=True)
class Node:
    """Fields given by name, an alias, made defaults, a field that is not given."""

    title: str
    _hidden: int = 0
    items: tuple[int, ...] = attrs.Factory(tuple)
    shout: str = field(default=attrs.Factory(lambda self: self.title.upper(), takes_self=True))
    words: list[str] = field(init=False, factory=list, eq=False)
    constant: int = field(init=False, default=7)
    empty: int = field(init=False, eq=False, repr=False)


pair = builder(Pair)
node = builder(Node)


def test_a_builder_takes_values_as_they_are() -> None:
    """No converter runs on what is given."""
    built = pair(2, 6)

    assert (2, 6) == (built.left, built.right)
    assert Pair(1) == built


def test_a_default_is_converted_as_the_class_does() -> None:
    """A field that is left out holds the same as in an object of the class."""
    assert Pair(1) == pair(2)
    assert 6 == pair(2).right


def test_arguments_are_those_of_the_class() -> None:
    """Positional fields may be named, fields given by name may not be positional, and none may be forgotten."""
    assert Pair(1, 2) == pair(right=4, left=2)
    with pytest.raises(TypeError, match=r"takes 0 positional arguments"):
        node("title")
    with pytest.raises(TypeError, match=r"missing 1 required keyword-only argument: 'title'"):
        node()


def test_aliases_factories_and_fields_that_are_not_given() -> None:
    """Every kind of field comes out as from the class itself."""
    assert 2 == node(title="a", hidden=2)._hidden
    assert Node(title="a") == node(title="a") != node(title="a", hidden=2)
    assert "A" == node(title="a").shout
    assert "b" == node(title="a", shout="b").shout
    assert 7 == node(title="a").constant
    assert node(title="a").words is not node(title="a").words
    assert not hasattr(node(title="a"), "empty")


def test_the_object_is_one_of_the_class() -> None:
    """It is of the class itself: frozen, hashable, equal, copied and pickled as any other."""
    built = pair(2, 6)

    assert Pair is type(built)
    assert hash(Pair(1)) == hash(built)
    assert Pair(1) == pickle.loads(pickle.dumps(built)) == copy.deepcopy(built)  # noqa: S301
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        built.left = 1  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del built.left
