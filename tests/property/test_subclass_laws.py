"""Laws of what is an instance of a subclass of str, int, Decimal or date: the plain value is held."""

from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st

import aidmodel
from aidmodel import Extras, Text, from_json, to_json
from aidmodel.values.number import as_decimal
from aidmodel.values.plain import as_string, as_whole_or_none, as_words

CLASSES = [
    cls
    for cls in (
        getattr(aidmodel, name)
        for name, home in sorted(aidmodel._HOMES.items())
        if home.startswith(("values.", "model."))
    )
    if isinstance(cls, type) and attrs.has(cls)
]


class Loud(str):
    """A string that prints as another, as those of some packages do."""

    __slots__ = ()

    def __str__(self) -> str:
        return "LOUD"

    __repr__ = __str__

    def __format__(self, spec: str) -> str:
        return "LOUD"


class Whole(int):
    """A number that prints as a name, as members of an IntEnum did."""

    def __str__(self) -> str:
        return "WHOLE"

    __repr__ = __str__


class Number(Decimal):
    """A Decimal of somebody else."""

    def __str__(self) -> str:
        return "NUMBER"

    __repr__ = __str__


class Day(date):
    """A date of somebody else."""

    def __str__(self) -> str:
        return "DAY"

    isoformat = __str__


class Moment(datetime):
    """A moment of somebody else."""

    def __str__(self) -> str:
        return "MOMENT"

    isoformat = __str__  # type: ignore[assignment]


class Colour(StrEnum):
    """Names."""

    RED = "red"


class Rank(IntEnum):
    """Numbers."""

    SECOND = 2


def disguised(value: Any) -> Any:
    """Give a value as an instance of a subclass."""
    if isinstance(value, str):
        return Loud(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Whole(value)
    if isinstance(value, Decimal):
        return Number(value)
    if isinstance(value, datetime):
        return Moment.combine(value.date(), value.timetz())
    if isinstance(value, date):
        return Day(value.year, value.month, value.day)
    return tuple(map(disguised, value)) if isinstance(value, tuple) else value


def leaves(value: Any) -> list[Any]:
    """Give the values that a value holds, at any depth."""
    if attrs.has(type(value)):
        return [leaf for spec in attrs.fields(type(value)) for leaf in leaves(getattr(value, spec.name))]
    return [leaf for item in value for leaf in leaves(item)] if isinstance(value, tuple) else [value]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=settings().max_examples // 10, deadline=None)
@given(data=st.data())
def test_the_plain_value_is_held(cls: type, data: st.DataObject) -> None:
    """Built of disguised values, an object is equal, holds no disguise, and is written as the plain one is."""
    thing = data.draw(st.from_type(cls))
    specs = attrs.fields(type(thing))
    given_again = {spec.alias or spec.name: disguised(getattr(thing, spec.name)) for spec in specs}
    again = type(thing)(**given_again)

    assert thing == again
    assert not {type(leaf) for leaf in leaves(again)} & {Loud, Whole, Number, Day, Moment}
    assert to_json(thing) == to_json(again)
    assert thing == from_json(to_json(again), type(thing))


@given(st.text(min_size=1).filter(str.strip), st.integers(-(10**15), 10**15))
@example("1", 1)
def test_converters_hold_the_plain_value(words: str, number: int) -> None:
    """Each by itself, and as a name or value of own fields."""
    held = [
        (words, as_string(Loud(words))),
        (words, as_words(Loud(words))),
        (number, as_whole_or_none(Whole(number))),
        (Decimal(number), as_decimal(Whole(number))),
        (Decimal(number), as_decimal(Loud(str(number)))),
        (Decimal(number), as_decimal(Number(number))),
        (words, Text([(Loud("en"), Loud(words))])["en"]),
    ]

    assert [(type(expected), expected) for expected, _ in held] == [(type(actual), actual) for _, actual in held]
    own: dict[str, object] = {Loud("a:b"): {Loud("c"): [Loud(words), Whole(number)]}}
    assert Text(words) == Text(Loud(words))
    assert Extras({"a:b": {"c": (words, number)}}) == Extras(own)


def test_members_of_enumerations_are_their_values() -> None:
    """A StrEnum is its text, an IntEnum its number, wherever they are given."""
    extras = Extras({f"a:{Colour.RED}": Rank.SECOND, "a:b": Colour.RED})

    assert [("a:b", str, "red"), ("a:red", int, 2)] == [(name, type(item), item) for name, item in extras.pairs]
    assert extras == from_json(to_json(extras), Extras)
    assert [str, Decimal] == [type(as_string(Colour.RED)), type(as_decimal(Rank.SECOND))]
