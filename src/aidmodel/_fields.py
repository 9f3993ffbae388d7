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
    items: Iterable[Any]
    if isinstance(value, str | bytes | Mapping) or attrs.has(type(value)) or not isinstance(value, Iterable):
        if make is None or value is None:
            raise _no_item(value, kind)
        items = [value]
    elif isinstance(value, set | frozenset):
        raise InvalidValue(value, "has no order", "write a list")
    else:
        items = value

    def as_item(item: object) -> T:
        if isinstance(item, kind):
            return item
        if make is None or item is None:
            raise _no_item(item, kind)
        return make(item)

    return made_of(items, as_item)


def made_of(items: Iterable[Any], make: Callable[[Any], T]) -> tuple[T, ...]:
    """Give what ``make`` makes of each item; an error carries the position of its item."""
    made: list[T] = []
    try:
        for item in items:
            made.append(make(item))  # noqa: PERF401  its length is the place of an error
    except InvalidValue as error:
        raise error.under(f"[{len(made)}]") from None
    return tuple(made)


def _no_item(value: object, kind: type) -> InvalidValue:
    mend = "leave the field out if nothing is stated" if value is None else ""
    return InvalidValue(
        value, f"must be {a_or_an('string' if kind is str else kind.__name__)} or several of them", mend
    )


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


def a_or_an(noun: str) -> str:
    """Put the article before a noun."""
    return f"{'an' if noun[:1] in 'AEIOUaeiou' else 'a'} {noun}"
