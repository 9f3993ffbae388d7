"""JSON as text: parsed with every fault placed, written with one leaf a line."""

import re
from json import JSONDecodeError, JSONDecoder
from json.decoder import JSONObject  # type: ignore[attr-defined]  # there since 3.1, and not in the stubs
from json.encoder import encode_basestring
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

from aidmodel.errors import InvalidValue, Unreadable, shown
from aidmodel.io.forms import Data


def _unique(pairs: list[tuple[str, Data]]) -> dict[str, Data]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise Unreadable("", f"the key {shown(twice)} stands twice in one object")
    return made


class _Placing(JSONDecoder):
    """Parses in Python, ten times slower, to find out where the object stands that has a key twice."""

    def __init__(self) -> None:
        super().__init__(object_pairs_hook=_unique, parse_constant=_refused)
        self.parse_object = self._object
        self.scan_once = py_make_scanner(self)

    def _object(self, text_and_end: tuple[str, int], *rest: Any) -> Any:
        try:
            return JSONObject(text_and_end, *rest)
        except Unreadable as error:
            if error.line is None:
                text, at = text_and_end[0], text_and_end[1] - 1
                line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
                raise Unreadable("", error.problem, line, column) from None
            raise


def _refused(word: str) -> Data:
    raise Unreadable("", f"{word} is no number of JSON")


_PARSER = JSONDecoder(object_pairs_hook=_unique, parse_constant=_refused)


def parse(text: str, name: str, line: int = 1) -> Data:
    """Give the plain data of JSON text; ``name`` is what errors call it, ``line`` the number of its first line.

    Raises:
        Unreadable: it is no JSON, has a key twice in one object, NaN or Infinity, or is too deep or too long to be read.

    """
    try:
        return _PARSER.decode(text)
    except JSONDecodeError as error:
        problem = "is empty" if not text.strip() else f"is no JSON: {error.msg.lower().removesuffix(' at')}"
        raise Unreadable(name, problem, error.lineno + line - 1, error.colno) from None
    except Unreadable as error:
        problem = error.problem
        place: tuple[int, int] | tuple[None, None] = (None, None)
        try:
            _Placing().decode(text)
        except Unreadable as placed:
            if placed.line is not None and placed.column is not None:
                place = placed.line + line - 1, placed.column
        except RecursionError:
            pass  # Python's own stack is too small for what the parser in C took: no place is named then
        raise Unreadable(name, problem, *place) from None
    except RecursionError:
        raise Unreadable(name, "is nested too deeply to be a project") from None
    except ValueError as error:  # an integer of more digits than Python converts
        raise Unreadable(name, f"holds a number that is too long: {error}") from None


def pretty(data: Data, newline: str) -> str:
    """Write plain data with an indent of two: the json module does this in Python too, and a third as fast."""
    kind = type(data)
    if kind is str:
        return encode_basestring(data)
    inner = newline + "  "
    if kind is dict:
        if not data:
            return "{}"
        lines = [
            f"{inner}{encode_basestring(key)}: {encode_basestring(value) if type(value) is str else pretty(value, inner)}"
            for key, value in data.items()
        ]
        return "{" + ",".join(lines) + newline + "}"
    if kind is list:
        if not data:
            return "[]"
        return "[" + ",".join([inner + pretty(value, inner) for value in data]) + newline + "]"
    return "true" if data is True else "false" if data is False else "null" if data is None else str(data)


def compact(data: Data) -> str:
    """Write plain data on one line."""
    from json import dumps

    return dumps(data, ensure_ascii=False, allow_nan=False)


_SURROGATE = re.compile("[\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def safe(text: str) -> str:
    """Escape the halves of characters that UTF-8 has no form for; they can stand in strings only.

    Raises:
        InvalidValue: two halves stand side by side, which JSON would make one character of.

    """
    try:
        text.encode()  # a search for them takes three times as long
    except UnicodeEncodeError:
        if pair := _PAIR.search(text):
            raise InvalidValue(pair[0], "are two halves of a character side by side, which JSON makes one of") from None
        return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text
