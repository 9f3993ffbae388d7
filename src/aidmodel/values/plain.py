"""Plain values as fields take them: strings, flags, whole numbers."""

from collections.abc import Iterable

from aidmodel._fields import as_items
from aidmodel.errors import InvalidValue

LONGEST = 200
"""The most characters of a date, span, fiscal year, amount or length of time; what is longer is none, and not read."""


def bare(value: str) -> str:
    """Give the plain string in a string of a subclass, which may print as something else: a member of a StrEnum."""
    return value if type(value) is str else str.__str__(value)


def bare_int(value: int) -> int:
    """Give the plain number in a number of a subclass: a member of an IntEnum."""
    return value if type(value) is int else int.__index__(value)


def as_string(value: str) -> str:
    """Give a string back, and nothing else.

    Raises:
        InvalidValue: it is not a string (a number keeps no leading zeros: write it as text), or blank.

    """
    if not isinstance(value, str):
        raise InvalidValue(
            value,
            "must be a string",
            f'write "{value}"' if isinstance(value, int) and not isinstance(value, bool) else "",
        )
    value = bare(value)
    if not value.strip():
        raise InvalidValue(value, "must not be blank", "leave it out if it is not known")
    return value


def as_words(value: str) -> str:
    """Give a string back, blank or not, and nothing else.

    Raises:
        InvalidValue: it is not a string.

    """
    if not isinstance(value, str):
        raise InvalidValue(value, "must be a string")
    return bare(value)


def as_string_or_none(value: str | None) -> str | None:
    """Give a string or None back; see :func:`as_string`."""
    return None if value is None else as_string(value)


def as_flag(value: bool | None) -> bool | None:
    """Give True, False or None (not stated) back.

    Raises:
        InvalidValue: anything else; 1, "true" and "no" are for readers to understand.

    """
    if value is not None and value is not True and value is not False:
        raise InvalidValue(value, "must be True, False or None")
    return value


def as_strings(value: str | Iterable[str]) -> tuple[str, ...]:
    """Give the strings that were meant; a lone string is one item. See :func:`as_string`."""
    return tuple(as_string(item) for item in as_items(value, str))


def as_whole_or_none(value: int | None) -> int | None:
    """Give a whole number, or None, back.

    Raises:
        InvalidValue: it is a bool, a float, a string, or too long to be a count, year or position.

    """
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidValue(value, "must be a whole number", "write an int")
    value = bare_int(value)
    if value.bit_length() > 63:
        raise InvalidValue(f"an integer of {value.bit_length():,} bits", "must be a whole number of at most 18 digits")
    return value
