"""How one attribute or text of IATI is read as a value, and how the value is written again."""

import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any, NamedTuple

from aidmodel._build import builder
from aidmodel.errors import InvalidValue
from aidmodel.model.indicator import MeasureType
from aidmodel.values.code import Code, Listed
from aidmodel.values.currency import as_currency_code
from aidmodel.values.number import as_decimal, plain
from aidmodel.values.partial_date import as_day
from aidmodel.values.plain import as_whole_or_none
from aidmodel.values.text import Text
from aidmodel.values.timestamp import as_timestamp, timestamp_text

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""``xml:lang``, as ElementTree has it."""

SPACE = " \t\r\n"
"""What is white space in XML, and carries no meaning around a value; a no-break space is none."""

REMEMBERED = 8_000
"""How many texts of a kind are remembered: their values are then the same objects, and found sooner."""


class Unclean(KeyError):
    """What is not written as the standard writes it.

    ``code`` is that of the issue to be reported, None for none. ``value`` is what was understood all the same; None:
    nothing was. ``keep`` says whether the spelling has to be kept, as it is lost in the value. It is a
    :class:`KeyError`, so that a look-up of what was read before and a reading of something new fail alike.
    """

    def __init__(self, code: str | None, message: str = "", value: Any = None, *, keep: bool = True) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.value = value
        self.keep = keep


def said(error: InvalidValue) -> str:
    """Give what an error says of a value, without the value."""
    return f"{error.problem}; {error.mend}" if error.mend else error.problem


class Known(dict[str, Any]):
    """What each text was read as, so that it is read once: files repeat codes, days and names."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> Any:
        value = self._read(text)
        if len(self) < REMEMBERED and len(text) < 100:
            self[text] = value
        return value


class Kind(NamedTuple):
    """The two ways between a text and a value; ``read`` raises :class:`Unclean`, ``write`` an InvalidValue."""

    name: str
    """What it is, for the reference page."""
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    known: Known
    """What was read before; a look-up reads what was not."""
    codes: frozenset[type[Listed]] | None = None
    """The enumeration whose members are written as their value, if all of them are; None: it takes more."""


def _kind(name: str, read: Callable[[str], Any], write: Callable[[Any], str]) -> Kind:
    return Kind(name, read, write, Known(read))


def _bare(text: str) -> str:
    words = text.strip(SPACE)
    if not words or words.isspace():
        raise Unclean("iati.blank", "is blank: nothing is stated")
    return words


def _same(value: str) -> str:
    return value


STRING = _kind("string", _bare, _same)


_DIGITS = "0123456789"
_BETWEEN = ("", ".")


def is_plain(text: str) -> bool:
    """Say whether a number is written as most are, so that nothing can be wrong with it."""
    return len(text) <= 20 and text.strip(_DIGITS) in _BETWEEN and text not in _BETWEEN


def _amount(text: str) -> Decimal:
    if is_plain(text):
        return Decimal(text)
    words = _bare(text)
    try:
        number = as_decimal(words)
    except InvalidValue as error:
        raise Unclean("iati.not-a-number", said(error)) from None
    if "e" in words or "E" in words:
        raise Unclean("iati.exponent", f"is written with an exponent: write {plain(number)}", number, keep=False)
    return number


DECIMAL = _kind("decimal", _amount, plain)

_WHOLE = re.compile(r"[+-]?[0-9]{1,19}")


def _whole(text: str) -> int:
    words = _bare(text)
    if not _WHOLE.fullmatch(words):
        raise Unclean("iati.not-a-whole-number", "must be a whole number")
    try:
        number = as_whole_or_none(int(words))
    except InvalidValue as error:
        raise Unclean("iati.not-a-whole-number", said(error)) from None
    return number or 0


WHOLE = _kind("whole number", _whole, str)

_FLAGS = {"1": True, "true": True, "0": False, "false": False}


def _flag(text: str) -> bool:
    value = _FLAGS.get(_bare(text))
    if value is None:
        raise Unclean("iati.not-a-flag", "must be 1, 0, true or false")
    return value


def _write_flag(value: bool) -> str:
    return "1" if value else "0"


FLAG = _kind("boolean", _flag, _write_flag)

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T00:00:00(?:\.0+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?")


def _day(text: str) -> dt.date:
    if len(text) == 10 and text[4] == text[7] == "-":  # as days are written; 2020-W01-1 is none
        with suppress(ValueError):
            return dt.date.fromisoformat(text)
    words = _bare(text)
    match = _DAY.fullmatch(words)
    if match is None:
        raise Unclean("iati.not-a-date", "must be a day, YYYY-MM-DD")
    try:
        day = as_day(match[1])
    except InvalidValue as error:
        raise Unclean("iati.not-a-date", said(error)) from None
    if match[2]:
        raise Unclean("iati.time-of-day", f"has a time of day, where a day is wanted: write {day}", day)
    if match[3]:
        raise Unclean("iati.zone", "has a time zone, which says nothing of a day", day)
    return day


def _write_day(value: object) -> str:
    if type(value) is not dt.date:
        raise InvalidValue(str(value), "is no day, and IATI has days only", "give the day that is meant")
    return value.isoformat()


DAY = _kind("date", _day, _write_day)


_PLAIN_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-1][0-9]:[0-9]{2}:[0-9]{2}Z?")
_FINER = re.compile(r"(\.[0-9]{6})[0-9]+")


def _timestamp(text: str) -> dt.datetime:
    words = text.strip(SPACE)
    if _PLAIN_TIME.fullmatch(words):
        with suppress(ValueError):
            return dt.datetime.fromisoformat(words)  # as most are written, and as they are written again
    words = _bare(text)
    try:
        moment = as_timestamp(_FINER.sub(r"\1", words, count=1))
    except InvalidValue as error:
        raise Unclean("iati.not-a-timestamp", said(error)) from None
    if _FINER.search(words):
        message = f"is finer than a millionth of a second, and is read as {timestamp_text(moment)}"
        raise Unclean("iati.fine-time", message, moment)
    if timestamp_text(moment) != words:
        raise Unclean(None, value=moment)  # the same moment, in another legal spelling
    return moment


TIMESTAMP = _kind("date and time", _timestamp, timestamp_text)


def _currency(text: str) -> str:
    words = _bare(text)
    try:
        return as_currency_code(words)
    except InvalidValue as error:
        raise Unclean("iati.not-a-currency", said(error)) from None


CURRENCY = _kind("currency", _currency, _same)


def default_currency(stated: str | None) -> str | None:
    """Give the currency of the amounts that state none: what the activity states, if that is a currency."""
    try:
        return None if stated is None else CURRENCY.known[stated]
    except Unclean:
        return None


code_of: Callable[..., Code] = builder(Code)
"""Makes a code of what was read as one."""


def _code(text: str) -> Code:
    return code_of(_bare(text))


def _write_code(value: Code) -> str:
    if value.vocabulary is not None:
        raise InvalidValue(value, "has a vocabulary, and there is no place for one here", "leave the vocabulary out")
    return value.code


CODE = _kind("code", _code, _write_code)


def listed(kind: type[Listed]) -> Kind:
    """Give the kind of a code of an open list: a member of the enumeration, else the code as it is."""
    # Terms that are no codes of IATI ("ratio") stand for none in a file.
    members = {member.value: member for member in kind if member.value.isdecimal()}

    def read(text: str) -> Listed | Code:
        words = _bare(text)
        return members.get(words) or code_of(words)

    def write(value: Listed | Code) -> str:
        if isinstance(value, Code):
            return _write_code(value)
        if value.value in members:
            return str(value.value)
        raise InvalidValue(value, "is none of IATI's own kinds", _MENDS.get(value, ""))

    all_iati = len(members) == len(kind)
    return _kind("code", read, write)._replace(codes=frozenset([kind]) if all_iati else None)


_MENDS: dict[Listed, str] = {
    MeasureType.RATIO: "IATI has it as a unit (1)",
    MeasureType.CURRENCY: "IATI has it as a unit (1)",
    MeasureType.BOOLEAN: "IATI has it as a name from a list (3)",
}

text_of: Callable[..., Text] = builder(Text)
"""Makes the text of the entries that narratives were read as."""


def texts(entries: list[tuple[str | None, str]]) -> Text:
    """Give the text of narratives that were read."""
    return text_of(tuple(entries))


def escaped(text: str) -> str:
    """Write text so that XML reads it back: the marks of XML, and the line end that it would make another of."""
    # four searches for a letter take less time than one for any of four
    if "&" in text or "<" in text or ">" in text or "\r" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return text


def quoted(text: str) -> str:
    """Write the value of an attribute between double quotes."""
    if '"' in text or "\n" in text or "\t" in text:
        return escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return escaped(text)
