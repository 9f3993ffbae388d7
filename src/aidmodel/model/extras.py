"""Own fields of other packages, and raw content that a reader could not place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, Union, final

from attrs import field, frozen

from aidmodel._fields import as_items, named
from aidmodel.errors import InvalidValue, NotFound, near
from aidmodel.values.plain import as_string, as_whole_or_none, as_words, bare

Plain: TypeAlias = Union[str, int, bool, tuple["Plain", ...], "Record", None]
"""What own fields hold: the plain values of JSON, frozen."""

_DEEPEST = 50


def _as_pairs(
    value: "Mapping[str, object] | Iterable[tuple[str, object]]", depth: int = 0
) -> tuple[tuple[str, Plain], ...]:
    rows: Any = value.items() if isinstance(value, Mapping) else value
    if isinstance(rows, str | bytes) or not isinstance(rows, Iterable):
        raise InvalidValue(value, "must be a mapping from names to plain values")
    pairs: dict[str, Plain] = {}
    for row in rows:
        if not isinstance(row, tuple | list) or len(row) != 2:
            raise InvalidValue(row, "must be a pair of a name and a plain value")
        name, item = row
        name = as_string(name)
        if name in pairs:
            raise InvalidValue(name, "is given twice")
        try:
            pairs[name] = _as_plain(item, depth + 1)
        except InvalidValue as error:
            raise error.under(f"[{name}]") from None
    return tuple(sorted(pairs.items()))


def _as_plain(value: object, depth: int) -> Plain:
    if value is None or isinstance(value, bool | Record):
        return value
    if isinstance(value, str):
        return bare(value)
    if isinstance(value, int):
        return as_whole_or_none(value)
    if isinstance(value, float):
        raise InvalidValue(value, "must be exact", "write it as a string, with the digits that are meant")
    if depth > _DEEPEST:
        raise InvalidValue(type(value).__name__, f"must nest at most {_DEEPEST} levels")
    if isinstance(value, Mapping):
        return Record(_as_pairs(value, depth))
    if isinstance(value, list | tuple):
        return tuple(_as_plain(item, depth + 1) for item in value)
    raise InvalidValue(value, "must be a string, whole number, bool, None, list or mapping")


def _told_apart(value: object) -> object:
    """Give what two values are compared by: 1 and True are equal in Python, and are two values in a file."""
    if isinstance(value, tuple):
        return tuple(map(_told_apart, value))
    return (bool, value) if isinstance(value, bool) else value


class _Pairs(Mapping[str, Plain]):
    """A mapping that is read from its sorted ``pairs``."""

    __slots__ = ()
    pairs: tuple[tuple[str, Plain], ...]

    def __getitem__(self, name: str) -> Plain:
        for known, value in self.pairs:
            if known == name:
                return value
        raise NotFound("own field", name, near(str(name), self))

    def get(self, name: str, default: Any = None) -> Any:
        """Give the value of a name, or ``default`` where it is not there."""
        return next((value for known, value in self.pairs if known == name), default)

    def __contains__(self, name: object) -> bool:
        return any(known == name for known, _ in self.pairs)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)


def unfrozen(value: "Plain | Extras") -> object:
    """Give a value with dicts in the place of records and extras, as one writes it."""
    if isinstance(value, _Pairs):
        return {name: unfrozen(item) for name, item in value.pairs}
    return tuple(map(unfrozen, value)) if isinstance(value, tuple) else value


@final
@frozen(field_transformer=named, repr=False)
class Record(_Pairs):
    """A mapping inside an own field: immutable, equal whatever the order it was written in."""

    pairs: tuple[tuple[str, Plain], ...] = field(default=(), converter=_as_pairs, eq=_told_apart, metadata={"path": ""})
    """Names and values, sorted by name."""

    def __repr__(self) -> str:
        return f"Record({unfrozen(self)!r})"


def _as_own(value: "Mapping[str, object] | Iterable[tuple[str, object]]") -> tuple[tuple[str, Plain], ...]:
    if isinstance(value, Extras):
        raise InvalidValue(
            value, "are extras already, with raw content of their own", "use them as they are, or dict(extras)"
        )
    pairs = _as_pairs(value)
    for name, _ in pairs:
        space, colon, rest = name.partition(":")
        if not (space and colon and rest):
            raise InvalidValue(name, "must have a namespace", f'write "your_package:{name}"')
    return pairs


@final
@frozen(kw_only=True, field_transformer=named)
class Raw:
    """
    A piece of a source that no field could take, kept as it stood so that a writer can put it back.
    """

    at: str = field(converter=as_words)
    """The path of the node it belongs to inside the one that keeps it; '' is that node itself."""
    name: str = field(converter=as_string)
    """The element's or attribute's name; attributes begin with '@'."""
    xml: str = field(converter=as_words)
    """The content as a self-contained fragment; for an attribute, its value."""
    index: int | None = field(default=None, converter=as_whole_or_none)
    """Its position among its siblings; None where order says nothing."""


def _as_raws(value: Raw | Iterable[Raw]) -> tuple[Raw, ...]:
    return as_items(value, Raw)


@final
@frozen(field_transformer=named, repr=False)
class Extras(_Pairs):
    """
    What a node carries beside its fields: own fields of other packages by namespaced name, and raw content.

    As a mapping it holds the own fields; ``raw`` stands apart.

    >>> extras = Extras({"org:cost_centre": "A12"})
    >>> extras["org:cost_centre"]
    'A12'
    """

    pairs: tuple[tuple[str, Plain], ...] = field(default=(), converter=_as_own, eq=_told_apart, metadata={"path": ""})
    """Own fields: names of the form ``namespace:name`` and plain, frozen values, sorted by name."""
    raw: tuple[Raw, ...] = field(default=(), converter=_as_raws, kw_only=True)
    """Content that a reader could not place."""

    def __repr__(self) -> str:
        return f"Extras({unfrozen(self)!r}{f', raw={self.raw!r}' if self.raw else ''})"


def as_extras(value: Extras | Mapping[str, object] | None) -> Extras | None:
    """Give the extras that were meant; an empty mapping is none."""
    if value is None or isinstance(value, Extras):
        return value or (value if value is not None and value.raw else None)
    if not isinstance(value, Mapping):
        raise InvalidValue(value, "must be a mapping", 'write {"your_package:name": "value"}')
    return Extras(value) if value else None
