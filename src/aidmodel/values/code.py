"""Codes of a vocabulary, and the enumerations our own code branches on."""

from collections.abc import Iterable
from enum import Enum
from typing import Self, TypeVar, final

from attrs import field, frozen

from aidmodel._fields import as_items, named
from aidmodel.errors import InvalidValue, near
from aidmodel.values.plain import as_string, as_string_or_none, bare


@final
@frozen(field_transformer=named)
class Code:
    """
    A code, and the vocabulary it is taken from.

    Any code can be held, known to its list or not: a rule reports those that are not. Two codes are equal when code
    and vocabulary are, as written.

    >>> Code("15190", vocabulary="1")
    Code('15190', '1')
    >>> str(Code("15190"))
    '15190'
    """

    code: str = field(converter=as_string)
    """The code as written; leading zeros count."""

    vocabulary: str | None = field(default=None, converter=as_string_or_none)
    """The vocabulary's own code (IATI ``@vocabulary``); None: not stated, so the standard's default list."""

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        return f"Code({self.code!r})" if self.vocabulary is None else f"Code({self.code!r}, {self.vocabulary!r})"


def as_code(value: Code | str) -> Code:
    """Give the code that was meant."""
    return value if isinstance(value, Code) else Code(value)


def as_code_or_none(value: Code | str | None) -> Code | None:
    """Give the code that was meant, or None."""
    return None if value is None else as_code(value)


class Listed(Enum):
    """
    An enumeration of a code list: each value is the list's own code, each name the term in capitals.

    ``find`` takes a member, a code or a name in any spelling; ``str`` gives the term for people.
    """

    @classmethod
    def find(cls, value: object) -> Self | None:
        """Give the member that a member, code, name or term stands for, or None."""
        if isinstance(value, cls):
            return value
        if isinstance(value, Code):  # which stands for a member by its code alone, never by a term
            return next((member for member in cls if member.value == value.code and not value.vocabulary), None)
        if not isinstance(value, str):
            return None
        word = bare(value).strip()
        for member in cls:
            if member.value == word:
                return member
        return cls.__members__.get(word.upper().replace(" ", "_").replace("-", "_"))

    @property
    def term(self) -> str:
        """The name as one writes it: 'finalisation', 'running total'."""
        return self.name.lower().replace("_", " ")

    def __str__(self) -> str:
        return self.term

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


L = TypeVar("L", bound=Listed)


def one_of(kind: type[L], value: object) -> L:
    """Give the member of a closed enumeration that was meant.

    Raises:
        InvalidValue: there is none; the message names those that look like it, or all.

    """
    member = kind.find(value)
    if member is None:
        terms = [member.term for member in kind]
        alike = near(value, terms) if isinstance(value, str) else ()
        raise InvalidValue(
            value,
            f"must be one of {kind.__name__}",
            "did you mean " + " or ".join(map(repr, alike)) + "?" if alike else "one of " + ", ".join(terms),
        )
    return member


def one_of_or_code(kind: type[L], value: object) -> L | Code:
    """Give the member of an open code list that was meant; a code the list does not hold is kept as a :class:`Code`.

    Raises:
        InvalidValue: the value is neither a member, a code nor a string.

    """
    member = kind.find(value)
    if member is not None:
        return member
    if isinstance(value, Code):
        return value
    if not isinstance(value, str):
        raise InvalidValue(
            value, f"must be a code or term of {kind.__name__}", f'write "{value}"' if isinstance(value, int) else ""
        )
    return Code(value)


def as_codes(value: Code | str | Iterable[Code | str]) -> tuple[Code, ...]:
    """Give the codes that were meant; a lone string is one code."""
    return as_items(value, Code, as_code)
