"""What every node of the model shares: room for extras, and a repr that can be pasted back."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any

import attrs
from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.model.extras import Extras, as_extras, unfrozen
from aidmodel.values.number import plain
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import DateSpan
from aidmodel.values.text import Text
from aidmodel.values.timestamp import timestamp_text


@frozen(kw_only=True, field_transformer=named, repr=False)
class Element:
    """The base of every class in the model; not built itself."""

    extras: Extras | None = field(default=None, converter=as_extras, kw_only=True)
    """Own fields of other packages (``extras={"org:cost_centre": "A12"}``) and raw content; None: nothing."""

    def __init_subclass__(cls) -> None:
        # attrs leaves alone what a class has; it would write and compile both for each of 50 classes, at every start.
        cls.__eq__ = Element.__eq__  # type: ignore[method-assign]
        cls.__hash__ = Element.__hash__  # type: ignore[method-assign]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        compared = _compared(type(self))
        return bool(compared(self) == compared(other))

    def __hash__(self) -> int:
        return hash((type(self), _compared(type(self))(self)))

    def __repr__(self) -> str:
        parts: list[str] = []
        by_place = True  # until a field is left out
        for spec in attrs.fields(type(self)):
            value = getattr(self, spec.name)
            stated = spec.repr and value != spec.default
            by_place = by_place and stated and not spec.kw_only
            if stated:
                parts.append(brief(value) if by_place else f"{spec.name}={brief(value)}")
        return f"{type(self).__name__}({', '.join(parts)})"


_COMPARED: dict[type, Callable[[object], object]] = {}


def _compared(cls: type[Element]) -> Callable[[object], object]:
    """Give what gets the fields of a class that count in equality; it is made when it is first asked for."""
    if cls not in _COMPARED:
        _COMPARED[cls] = attrgetter(*(spec.name for spec in attrs.fields(cls) if spec.eq))
    return _COMPARED[cls]


def brief(value: Any) -> str:
    """Write a value the shortest way a constructor takes it back."""
    if isinstance(value, tuple):
        return brief(value[0]) if len(value) == 1 else f"[{', '.join(map(brief, value))}]"
    if isinstance(value, Text):
        if len(value.entries) == 1 and value.entries[0][0] is None:
            return repr(value.entries[0][1])
        return repr(value)
    if isinstance(value, dt.datetime):
        return repr(timestamp_text(value))
    if isinstance(value, DateSpan | PartialDate | dt.date):
        return repr(str(value))
    if isinstance(value, Decimal):
        return str(value) if value.as_tuple().exponent == 0 else repr(plain(value))
    if isinstance(value, Extras) and not value.raw:
        return repr(unfrozen(value))
    return repr(value)
