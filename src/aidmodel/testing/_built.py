"""Strategies derived from the fields of a class."""

import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from aidmodel.testing._table import strategy_for
from aidmodel.values.code import Listed

T = TypeVar("T")

IN_FIELDS: dict[type, Callable[[], SearchStrategy[Any]]] = {}
"""What fields of a type hold, where the table of strategies has none, or none so rare: plain types, and edges."""

NOTHING_OWN: Mapping[str, SearchStrategy[Any]] = types.MappingProxyType({})
"""All fields are drawn as their types say."""

_OPTIONAL = 5
"""At most so many of the optional fields are stated, so that an example is small and quick to draw."""


def built(
    cls: type[T], own: Mapping[str, SearchStrategy[Any]] = NOTHING_OWN, *, most: int = _OPTIONAL
) -> SearchStrategy[T]:
    """Give objects of a class: required fields and those in ``own`` always, of the others at most ``most``."""
    return arguments(cls, own, most=most).map(lambda given: cls(**given))


def arguments(
    cls: type,
    own: Mapping[str, SearchStrategy[Any]] = NOTHING_OWN,
    *,
    without: tuple[str, ...] = (),
    most: int = _OPTIONAL,
) -> SearchStrategy[dict[str, Any]]:
    """Give arguments for the constructor of a class, as :func:`built` does; ``without`` leaves fields to others."""
    known = {name: strategy for name, strategy in _fields(cls).items() if name not in without}
    required = [spec.name for spec in attrs.fields(cls) if spec.default is attrs.NOTHING]
    stated = {name: known[name] for name in known if name in required} | dict(own)
    optional = [name for name in known if name not in stated]
    if not optional:
        return st.fixed_dictionaries(stated)
    names = st.lists(st.sampled_from(optional), unique=True, max_size=min(most, len(optional)))
    return _drawn(stated, known, names)


@st.composite
def _drawn(
    draw: DrawFn,
    stated: dict[str, SearchStrategy[Any]],
    known: dict[str, SearchStrategy[Any]],
    names: SearchStrategy[list[str]],
) -> dict[str, Any]:
    given = {name: draw(strategy) for name, strategy in stated.items()}
    return given | {name: draw(known[name]) for name in draw(names)}


@cache
def _fields(cls: type) -> dict[str, SearchStrategy[Any]]:
    hints = typing.get_type_hints(cls)
    return {spec.name: _values_of(hints[spec.name]) for spec in attrs.fields(cls)}


def _values_of(annotation: Any) -> SearchStrategy[Any]:
    origin = typing.get_origin(annotation)
    if origin is tuple:
        return several(_values_of(typing.get_args(annotation)[0]))
    if origin in (types.UnionType, typing.Union):
        return st.one_of([_values_of(each) for each in typing.get_args(annotation) if each is not types.NoneType])
    if issubclass(annotation, Listed):
        return st.sampled_from(list(annotation))
    return IN_FIELDS[annotation]() if annotation in IN_FIELDS else strategy_for(annotation)


def several(items: SearchStrategy[T], most: int = 2) -> SearchStrategy[tuple[T, ...]]:
    """Give tuples of a few items."""
    return st.lists(items, max_size=most).map(tuple)
