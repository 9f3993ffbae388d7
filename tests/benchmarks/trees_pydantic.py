"""Pydantic models of the library's own tree, made from its classes: the same fields, types and defaults.

Text is a string or a list of words in languages, a span is an object of two dates, numbers are Decimals, and where
several classes may stand the class is named, all as in the library's JSON. Dates are days only, as in the sample.
"""

import datetime as dt
import types
import typing
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal

import attrs
import pydantic

import aidmodel
from aidmodel.io.codec import kinds_of
from aidmodel.values.code import Listed


class Model(pydantic.BaseModel):
    """Immutable, strict on unknown fields: what the library's classes are."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Words(Model):
    """Words in a language."""

    language: str | None = None
    words: str


class Span(Model):
    """Two days."""

    start: dt.date
    end: dt.date


PLAIN = {
    aidmodel.Text: str | tuple[Words, ...],
    aidmodel.DateSpan: Span,
    aidmodel.PartialDate: dt.date,
    aidmodel.Extras: dict[str, Any],
}


@cache
def model(cls: type, *, tagged: bool = False) -> type[Model]:
    """Give the model of a class; ``tagged`` adds the field that names the class."""
    hints = typing.get_type_hints(cls)
    fields: dict[str, Any] = {}
    if tagged:
        fields["class_"] = (Literal[cls.__name__], pydantic.Field(alias="class"))
    for field in attrs.fields(cls):
        default = ... if field.default is attrs.NOTHING else plain(field.default)
        fields[field.name] = (mirror(hints[field.name]), default)
    return pydantic.create_model(cls.__name__, __base__=Model, **fields)


@cache
def listed(kind: type[Listed]) -> type[Enum]:
    """Give the enumeration whose values are the terms."""
    return Enum(kind.__name__, {member.name: member.term for member in kind})


def mirror(hint: Any) -> Any:
    """Give the type of a field in a model."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return tuple[mirror(arguments[0]), ...]
    if origin in (types.UnionType, typing.Union):
        if set(arguments) == {aidmodel.Participant, aidmodel.Funder}:
            return union(arguments)
        members: Any = None
        for each in arguments:
            members = mirror(each) if members is None else members | mirror(each)
        return members
    if hint in PLAIN:
        return PLAIN[hint]
    if hint is aidmodel.ResultsChain:
        return tuple[union(kinds_of(aidmodel.Node)), ...]
    if isinstance(hint, type) and issubclass(hint, Listed):
        return listed(hint)
    return model(hint) if attrs.has(hint) else hint


def union(classes: tuple[type, ...]) -> Any:
    """Give the union of classes that name themselves."""
    members: Any = typing.Union[tuple(model(cls, tagged=True) for cls in classes)]  # noqa: UP007
    return Annotated[members, pydantic.Field(discriminator="class_")]


def plain(value: Any) -> Any:
    """Give a default as its model has it."""
    if isinstance(value, aidmodel.Text):
        return ""
    return () if isinstance(value, aidmodel.ResultsChain) else value


def mirrored(value: Any) -> Any:
    """Give an object of the library as the data that its model takes."""
    if isinstance(value, tuple):
        return tuple(mirrored(each) for each in value)
    if isinstance(value, Listed):
        return value.term
    if isinstance(value, aidmodel.Text):
        if len(value) == 1 and value.entries[0][0] is None:
            return value.entries[0][1]
        return tuple({"language": language, "words": words} for language, words in value) or ""
    if isinstance(value, aidmodel.ResultsChain):
        return mirrored(value.nodes)
    if not attrs.has(type(value)):
        return value
    data = {field.name: mirrored(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, aidmodel.Node | aidmodel.Participant | aidmodel.Funder):
        data["class"] = type(value).__name__
    return {name: each for name, each in data.items() if each not in (None, (), "")}


adapter = pydantic.TypeAdapter(tuple[model(aidmodel.Project), ...])
