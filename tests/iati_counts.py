"""
How often a reader has to say what of a file of IATI 2.0x: counted by XPath, without the library.

The paths, and what each may hold, are those of the official schemas (``paths-2.03.txt``).
"""

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from iati_leaves import ACTIVITY, LANG, MEASURED, ROOT, kinds, parsed

_REGEX = {"re": "http://exslt.org/regular-expressions"}
_DIGITS = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
_NUMBER = rf"'^\s*{_DIGITS}([eE][+-]?[0-9]+)?\s*$'"
_EXPONENT = rf"'^\s*{_DIGITS}[eE][+-]?[0-9]+\s*$'"
_ZONED = r"'^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})\s*$'"
_FINE = r"'\.[0-9]{7}'"
_POSITION = rf"'^\s*{_DIGITS}\s+{_DIGITS}\s*$'"
_BLANK = "not(normalize-space(translate(., '\u00a0', ' ')))"
_TOP = f"/{ROOT}/{ACTIVITY}"


def counts(xml: bytes) -> Counter[str]:
    """Give the number of issues by code, without those that there are none of."""
    root = parsed(xml)
    dates, times, numbers = (_paths(kind) for kind in ("date", "dateTime", "decimal"))
    measured = [path for path in kinds() if path.endswith(MEASURED)]
    texts = [path for path, kind in kinds().items() if kind != "-" and not path.endswith("/narrative")]
    attributes = [path for path in texts if "@" in path]
    elements = [path for path in texts if "@" not in path]
    start, end = (_day(f"{edge}/@iso-date") for edge in ("period-start", "period-end"))
    amounts = [path for path in numbers if path.endswith(("/value", "/forecast"))]
    spans = [path.removesuffix("/period-start") for path in kinds() if path.endswith("/period-start")]
    found = {
        "iati.blank": _count(root, attributes, _BLANK) + _count(root, elements, f"not(@*) and not(*) and {_BLANK}"),
        "iati.zone": _count(root, dates, f"re:test(., {_ZONED})"),
        "iati.fine-time": _count(root, [path for path in times if ACTIVITY in path], f"re:test(., {_FINE})"),
        "iati.not-a-number": _count(root, numbers, f"not({_BLANK}) and not(re:test(., {_NUMBER}))"),
        "iati.exponent": _count(root, [*numbers, *measured], f"re:test(., {_EXPONENT})"),
        "iati.number-in-words": _count(root, measured, f"re:test(., '[0-9]') and not(re:test(., {_NUMBER}))"),
        "iati.no-currency": _count(
            root,
            amounts,
            f"not({_BLANK}) and not(normalize-space(@currency)) "
            f"and not(normalize-space(ancestor::{ACTIVITY}/@default-currency))",
        ),
        "iati.reversed": _count(root, spans, f"{start} > {end}"),
        "iati.dates-disagree": _count(
            root,
            [path for path in kinds() if path.endswith("/baseline")],
            "@iso-date and @year and substring(@iso-date, 1, 4) != @year",
        ),
        "iati.not-a-position": _count(
            root, [f"{_TOP}/location/point/pos"], f"not({_BLANK}) and not(re:test(., {_POSITION}))"
        ),
        "iati.no-version": _count(root, [f"/{ROOT}"], "not(@version)"),
        **_unknown(root),
    }
    return Counter({code: count for code, count in found.items() if count})


def _paths(kind: str) -> list[str]:
    return [path for path, each in kinds().items() if each == kind]


def _day(path: str) -> str:
    """Give the XPath of a day as a number; where there is no day it is NaN, which no number is above or below."""
    return f"number(translate(substring(normalize-space({path}), 1, 10), '-', ''))"


def _count(root: etree._Element, paths: Iterable[str], condition: str) -> int:
    expressions = (f"count(/{path.lstrip('/')}[{condition}])" for path in paths)
    return sum(int(float(str(root.xpath(each, namespaces=_REGEX)))) for each in expressions)


def _unknown(root: etree._Element) -> dict[str, int]:
    """Count what the standard does not know, without what stands inside of that and in other namespaces."""
    elements = attributes = 0
    waiting = [(f"{ROOT}/{ACTIVITY}", activity) for activity in root.iterfind(ACTIVITY)]
    while waiting:
        path, element = waiting.pop()
        if path not in kinds():
            elements += not str(element.tag).startswith("{")
            continue
        names = (str(name).replace(LANG, "xml:lang") for name in element.attrib)
        attributes += sum(not name.startswith("{") and f"{path}/@{name}" not in kinds() for name in names)
        waiting += [(f"{path}/{child.tag}", child) for child in element]
    return {"iati.unknown-element": elements, "iati.unknown-attribute": attributes}
