"""The forms of plain values in JSON: strings, numbers, dates, terms, words."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple, TypeAlias

from aidmodel._build import builder
from aidmodel.errors import InvalidValue
from aidmodel.model.extras import Plain, Record
from aidmodel.values.code import Listed, one_of
from aidmodel.values.number import as_decimal, as_decimal_or_none, plain
from aidmodel.values.partial_date import PartialDate, as_date, as_day
from aidmodel.values.span import DateSpan, trusted_span
from aidmodel.values.text import Text
from aidmodel.values.timestamp import as_timestamp, timestamp_text

Data: TypeAlias = Any
"""Plain data as the json module knows it: dicts, lists, strings, numbers, booleans."""

Schema: TypeAlias = dict[str, Data]
"""A JSON Schema, or a part of one."""


class Codec(NamedTuple):
    """The two ways between a value and its plain data, and the JSON Schema of that data."""

    encode: Callable[[Any], Data]
    decode: Callable[[Data], Any]
    schema: Callable[[Any], Schema]


def same(value: Any) -> Any:
    """Give the value back: what is written as it is."""
    return value


def wrong(value: Data, wanted: str, mend: str = "") -> InvalidValue:
    """Give the error for data of another type than the one wanted."""
    return InvalidValue(value, f"must be {wanted}", mend)


def string(convert: Callable[[Any], Any]) -> Codec:
    """Give the codec of a string; ``convert`` is the converter of the field it is for, here and below."""

    def decode(value: Data) -> Any:
        if type(value) is not str:
            raise wrong(value, "a string")
        return convert(value)

    schema: Schema = {"type": "string"}
    try:
        convert(" ")
    except InvalidValue:
        schema["pattern"] = "\\S"
    return Codec(same, decode, lambda _: schema)


def flag(_: Callable[[Any], Any]) -> Codec:
    """Give the codec of True and False."""

    def decode(value: Data) -> bool:
        if value is not True and value is not False:
            raise wrong(value, "true or false")
        return value

    return Codec(same, decode, lambda _: {"type": "boolean"})


def whole(convert: Callable[[Any], Any]) -> Codec:
    """Give the codec of a whole number, which is written as one."""

    def decode(value: Data) -> Any:
        if type(value) is not int:
            raise wrong(value, "a whole number")
        return convert(value)

    return Codec(same, decode, lambda _: {"type": "integer"})


def decimal(convert: Callable[[Any], Any]) -> Codec:
    """Give the codec of an exact number, which is written as a string."""
    plain_one = convert in (as_decimal, as_decimal_or_none)  # which would look at the number a second time

    def decode(value: Data) -> Any:
        if type(value) is not str:
            short = (type(value) is int and value.bit_length() < 64) or (type(value) is float and isfinite(value))
            raise wrong(value, "a number written as a string", f'write "{value}"' if short else "")
        return as_decimal(value) if plain_one else convert(as_decimal(value))

    return Codec(
        plain,
        decode,
        lambda _: {"type": "string", "pattern": r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?$"},
    )


def dated(read: Callable[[str], Any], pattern: str, write: Callable[[Any], str] = str) -> Codec:
    """Give the codec of a date, span or moment, which ``read`` makes of a string of the ``pattern``."""

    def decode(value: Data) -> Any:
        if type(value) is not str:
            raise wrong(value, "a date written as a string")
        return read(value)

    return Codec(write, decode, lambda _: {"type": "string", "pattern": pattern})


_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PARTIAL = r"[0-9]{4}(-[0-9]{2}|-Q[1-4])?[~?]?"
_ANY = f"({_DAY}|{_PARTIAL})"
_MOMENT = rf"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]{{1,6}})?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?"


def _partial(text: str) -> PartialDate:
    value = as_date(text)
    if not isinstance(value, PartialDate):
        raise wrong(text, "a year, quarter or month")
    return value


def _span(text: str) -> DateSpan:
    start, slash, end = text.partition("/")
    if not slash:
        mend = f'write "{text}/{text}", or the first and last day' if len(text) <= 10 else ""
        raise wrong(text, "a span from a start to an end", mend)
    if len(start) == len(end) == 10:  # two days, nearly always: in order they need no further check
        with suppress(InvalidValue):
            first, last = as_day(start), as_day(end)
            if first <= last:
                return trusted_span(first, last)
    return DateSpan.parse(text)


def listed(kind: type[Listed], convert: Callable[[Any], Any]) -> Codec:
    """Give the codec of a term of a code list."""
    # one_of knows codes and other spellings, too, and says what is near; a file holds the term and nothing else.
    members = {member.term: member for member in kind}
    terms = {member.name: member.term for member in kind}
    read: dict[str, Any] = {}  # what the converter made of a term: the same each time

    def decode(value: Data) -> Any:
        if type(value) is str and value in read:
            return read[value]
        member = members.get(value) if type(value) is str else None
        if member is None:
            raise wrong(value, f"a term of {kind.__name__}", f'write "{one_of(kind, value).term}"')
        read[value] = convert(member)
        return read[value]

    return Codec(lambda member: terms[member.name], decode, lambda _: {"enum": list(members)})


def word(words: tuple[str, ...]) -> Codec:
    """Give the codec of one of a few words."""

    def decode(value: Data) -> str:
        if type(value) is not str or value not in words:
            raise wrong(value, f"one of {', '.join(words)}")
        return value

    return Codec(same, decode, lambda _: {"enum": list(words)})


def _encode_text(text: Text) -> Data:
    entries = text.entries
    if len(entries) == 1 and entries[0][0] is None:
        return entries[0][1]
    return [
        {"words": words} if language is None else {"language": language, "words": words} for language, words in entries
    ]


def _decode_text(value: Data) -> Text:
    if type(value) is str:
        return _plain_text(((None, value),))
    if type(value) is not list:
        raise wrong(value, "words, or a list of words in languages")
    entries: list[tuple[str | None, str]] = []
    for entry in value:
        if type(entry) is not dict or not entry.keys() <= {"language", "words"} or type(entry.get("words")) is not str:
            raise wrong(entry, 'an object with "words" and "language"')
        language = entry.get("language")
        if "language" in entry and (type(language) is not str or not language):
            raise wrong(language, "a language tag", "leave it out for the language of the project")
        entries.append((language, entry["words"]))
    return _plain_text(tuple(entries))


_plain_text = builder(Text)


def _text_schema(_: object) -> Schema:
    entry = {
        "type": "object",
        "properties": {"language": {"type": "string", "minLength": 1}, "words": {"type": "string"}},
        "required": ["words"],
        "additionalProperties": False,
    }
    return {"anyOf": [{"type": "string"}, {"type": "array", "items": entry}]}


def encode_plain(value: Plain) -> Data:
    """Write the value of an own field."""
    if isinstance(value, Record):
        return {name: encode_plain(item) for name, item in value.pairs}
    return [encode_plain(item) for item in value] if isinstance(value, tuple) else value


def _decode_record(value: Data) -> Record:
    if type(value) is not dict:
        raise wrong(value, "an object")
    return Record(value)


def any_date() -> Codec:
    """Give the codec of a day, month, quarter or year."""
    return dated(as_date, f"^{_ANY}$")


FORMS: dict[type, Callable[[Callable[[Any], Any]], Codec]] = {
    str: string,
    bool: flag,
    int: whole,
    Decimal: decimal,
    dt.date: lambda _: dated(as_day, f"^{_DAY}$"),
    dt.datetime: lambda _: dated(as_timestamp, f"^{_MOMENT}$", timestamp_text),
    PartialDate: lambda _: dated(_partial, f"^{_PARTIAL}$"),
    DateSpan: lambda _: dated(_span, rf"^({_ANY}|\.\.)/({_ANY}|\.\.)$"),
    Text: lambda _: Codec(_encode_text, _decode_text, _text_schema),
    Record: lambda _: Codec(encode_plain, _decode_record, lambda _: {"type": "object"}),
}
"""What makes the codec of a plain type for a field with a converter."""
