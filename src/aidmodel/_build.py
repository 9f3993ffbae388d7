"""Building objects of frozen classes from values that are already known to be right."""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

T = TypeVar("T")


def twin(cls: type) -> Callable[[], Any]:
    """Give what makes an empty object that may be written to, and that becomes one of ``cls`` when told so.

    >>> @attrs.frozen
    ... class Point:
    ...     x: int
    >>> made = twin(Point)()
    >>> made.x = 1
    >>> made.__class__ = Point
    >>> made == Point(1)
    True
    """
    # __setattr__ and __delattr__ have to be plain ones, or the interpreter does not take its short way to a slot; with
    # a plain __init__ the class can be called, which is quicker than object.__new__.
    plain = {name: getattr(object, name) for name in ("__new__", "__init__", "__setattr__", "__delattr__")}
    made: Callable[[], Any] = type(f"_{cls.__name__}", (cls,), {"__slots__": (), **plain})
    return made


def builder(cls: type[T]) -> Callable[..., T]:
    """Give a function that makes objects of a frozen attrs class and runs no converter or validator on what it is given.

    It takes the arguments that the class takes; the caller has established just what the converters, the validators
    and ``__attrs_post_init__`` would. Defaults are the class's own, converted as the class would convert them. Make one
    builder for a class and keep it: the function is written and compiled here, as attrs does with ``__init__``.

    >>> @attrs.frozen
    ... class Point:
    ...     x: int = attrs.field(converter=int)
    ...     y: int = 0
    >>> make = builder(Point)
    >>> make(1, y=2) == Point("1", 2)
    True
    """
    names: dict[str, Any] = {"_twin": twin(cls), "_class": cls, "_unset": object()}
    takes: list[str] = []
    takes_by_name: list[str] = []
    body: list[str] = []
    for position, field in enumerate(attrs.fields(cls)):  # type: ignore[arg-type]  # T is not known to be an attrs class
        value = field.alias or field.name
        if field.default is not attrs.NOTHING:
            given, value = value, f"_value{position}"
            names[f"_default{position}"], fresh = _default(field)
            default = f"_default{position}(_made)" if fresh else f"_default{position}"
            if field.init:
                names[value] = names["_unset"] if fresh else names[f"_default{position}"]
                (takes_by_name if field.kw_only else takes).append(f"{given}={value}")
                if fresh:
                    body.append(f"if {given} is _unset: {given} = {default}")
                value = given
            else:
                value = default
        elif field.init:
            (takes_by_name if field.kw_only else takes).append(value)
        else:
            continue  # neither given nor defaulted: attrs leaves the slot empty, too
        body.append(f"_made.{field.name} = {value}")
    signature = ", ".join([*takes, *(["*", *takes_by_name] if takes_by_name else [])])
    lines = ["_made = _twin()", *body, "_made.__class__ = _class", "return _made"]
    exec(f"def make({signature}):\n    " + "\n    ".join(lines), names)  # noqa: S102  the source is made of field names alone
    make: Callable[..., T] = names["make"]
    return make


def _default(field: "attrs.Attribute[Any]") -> tuple[Any, bool]:
    """Give the default of a field as the class would hold it, or a function that makes one, and whether it is that."""
    default: Any = field.default
    convert: Callable[[Any], Any] = field.converter if callable(field.converter) else _same
    if not isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # typed as a function, made as a class
        return convert(default), False
    make = default.factory
    if default.takes_self:
        return (lambda made: convert(make(made))), True
    return (lambda _: convert(make())), True


def _same(value: object) -> object:
    return value
