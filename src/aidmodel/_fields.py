"""What every attrs class of the library shares: errors that name their field, and converters for several items."""

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, Signature
from typing import Any, TypeVar

import attrs

from aidmodel.errors import InvalidValue

T = TypeVar("T")


def named(cls: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """Let every :class:`InvalidValue` from a converter or validator carry its class and field (a field transformer).

    A field that is no step of a path, as the one field of a text or chain, says so: ``metadata={"path": ""}``. Inherited
    ``extras`` move to the end, where a reader of the class, its repr or its JSON looks for them.
    """
    for field in fields:
        name = field.metadata.get("path", field.name)
        # attrs has made these for this class alone, and sets them the same way: evolve() takes 80 times as long.
        if field.converter is not None:
            _set(field, "converter", _naming_converter(field.converter, cls.__name__, name))
        if field.validator is not None:
            _set(field, "validator", _naming_validator(field.validator, cls.__name__, name))
    return sorted(fields, key=lambda field: field.name == "extras")


_set = object.__setattr__
_SIGNATURE = Signature([Parameter("value", Parameter.POSITIONAL_ONLY, annotation=object)], return_annotation=object)
"""What attrs would find out for each of hundreds of converters anew."""


def _naming_converter(convert: Any, owner: str, name: str) -> Callable[[Any], Any]:
    plain = getattr(convert, "plain", convert)  # an inherited field comes wrapped under its first owner

    def converter(value: object) -> object:
        try:
            return plain(value)
        except InvalidValue as error:
            raise error.under(name, owner) from None

    converter.plain = plain  # type: ignore[attr-defined]
    converter.__signature__ = _SIGNATURE  # type: ignore[attr-defined]
    return converter


def _naming_validator(validate: Callable[..., Any], owner: str, name: str) -> Callable[..., Any]:
    plain = getattr(validate, "plain", validate)

    def validator(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        try:
            plain(instance, attribute, value)
        except InvalidValue as error:
            raise error.under(name, owner) from None

    validator.plain = plain  # type: ignore[attr-defined]
    return validator


def as_items(value: object, kind: type[T], make: Callable[[Any], T] | None = None) -> tuple[T, ...]:
    """Give a tuple of ``kind`` from one item or an iterable of them.

    ``make`` builds an item from the plain value a person may write in its place; without it only instances are taken.

    Raises:
        InvalidValue: an item is neither; a string or mapping stands where items are wanted.

    """
    if isinstance(value, kind):
        return (value,)
    if isinstance(value, str | bytes | Mapping) or attrs.has(type(value)) or not isinstance(value, Iterable):
        return (_as_item(value, kind, make),)
    if isinstance(value, set | frozenset):
        raise InvalidValue(value, "has no order", "write a list")
    made: list[T] = []
    for position, item in enumerate(value):
        try:
            made.append(item if isinstance(item, kind) else _as_item(item, kind, make))
        except InvalidValue as error:
            raise error.under(f"[{position}]") from None
    return tuple(made)


def _as_item(value: object, kind: type[T], make: Callable[[Any], T] | None) -> T:
    if make is None or value is None:
        raise InvalidValue(
            value,
            f"must be {a_or_an(_noun(kind))} or several of them",
            "leave the field out if nothing is stated" if value is None else "",
        )
    return make(value)


def pairs_of(value: object) -> Iterable[tuple[Any, Any]] | None:
    """Give the keys and values of a mapping, None for anything else."""
    return value.items() if isinstance(value, Mapping) else None


def as_instance(value: object, kind: type[T]) -> T:
    """Give the value back if it is an instance of ``kind``.

    Raises:
        InvalidValue: it is not.

    """
    if not isinstance(value, kind):
        raise InvalidValue(value, f"must be {a_or_an(kind.__name__)}")
    return value


def _noun(kind: type) -> str:
    return "string" if kind is str else kind.__name__


def a_or_an(noun: str) -> str:
    """Put the article before a noun."""
    return f"{'an' if noun[:1] in 'AEIOUaeiou' else 'a'} {noun}"
