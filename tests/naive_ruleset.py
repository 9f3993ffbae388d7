"""
Which rules of the official IATI ruleset an activity breaks: its own XPaths evaluated one by one, without the library.

The ruleset is read from where it lies, rule by rule as it is written there. How a rule is evaluated is what its meta
schema and the Validator's table of rules say: percentages are added as floats and rounded to four decimals; date rules
look at the first node of a path alone, pass where the days are equal, and skip what is no day; a condition or a path of
a loop takes the value of the loop only where ``subs`` lists it.
"""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from iati_leaves import ROOT

IATI = Path(__file__).parents[2] / "shared" / "iati"
AGENCIES = "codelists/non-embedded/OrganisationRegistrationAgency.xml"
NO_NUMBER = float("nan")
BLANK = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
"""What ``trim`` of the Validator's language takes for white space."""
ALL = {
    "lang": "descendant::narrative[not(@xml:lang)]",
    "sector": "transaction[not(sector)]",
    "currency": "(descendant::value | descendant::forecast | descendant::loan-status)[not(@currency)]",
}
"""The words that stand for "all" in one_or_all: what must not be there. The table of rules has these XPaths."""

Case = dict[str, Any]
"""A case of a rule as the ruleset has it."""


@cache
def ruleset() -> dict[str, dict[str, dict[str, list[Case]]]]:
    """Give the rules that concern activities: by context, by kind, their cases."""
    rules = json.loads((IATI / "rulesets" / "standard.json").read_text(encoding="utf-8"))
    return {context: kinds for context, kinds in rules.items() if not context.startswith("/iati-organisations")}


def identifiers() -> dict[str, str]:
    """Give the id of each rule that concerns activities, with its severity."""
    infos = [case["ruleInfo"] for kinds in ruleset().values() for _, case, _ in _cases(kinds)]
    return {info["id"]: info["severity"] for info in infos}


def failures(activity: etree._Element, as_of: dt.date) -> Counter[str]:
    """
    Give the id of each rule that an activity breaks, with the number of times.

    A case of a rule is broken once in an element of its context, in a loop once for each value it goes through, and
    where each of several texts is judged alone, once for each of them.
    """
    root = etree.Element(ROOT)
    root.append(deepcopy(activity))
    broken: Counter[str] = Counter()
    for context, kinds in ruleset().items():
        for element in select(root, context):
            for kind, case, foreach in _cases(kinds):
                values = [None] if foreach is None else dict.fromkeys(texts(element, [foreach]))
                for value in values:
                    broken[case["ruleInfo"]["id"]] += Evaluation(element, case, as_of, value).broken(kind)
    return +broken


def _cases(kinds: dict[str, Any]) -> Iterator[tuple[str, Case, str | None]]:
    """Give each case with its kind and, inside a loop, the path that the loop goes over."""
    for kind, rule in kinds.items():
        for case in rule["cases"]:
            if kind != "loop":
                yield kind, case, None
                continue
            for inner, inside in case["do"].items():
                for each in inside["cases"]:
                    yield (
                        inner,
                        each | {key: _with_value(each[key]) for key in case["subs"] if key in each},
                        case["foreach"],
                    )


def _with_value(xpath: str | list[str]) -> Any:
    """Give an XPath with the variable $value where it has a loop's value as a literal, which no apostrophe ends."""
    return xpath.replace("'$1'", "$value") if isinstance(xpath, str) else [_with_value(each) for each in xpath]


def select(element: etree._Element, xpath: str, value: str | None = None) -> Any:
    """Evaluate an XPath of the ruleset."""
    return _compiled(xpath)(element, value=value or "")


@cache
def _compiled(xpath: str) -> etree.XPath:
    plain = xpath.replace("number(", "plain:number(")
    return etree.XPath(
        plain, namespaces={"plain": "plain"}, smart_strings=False, extensions={("plain", "number"): _number}
    )


def _number(_: object, nodes: list[str]) -> str | float:
    """Give a node that is a number as XPath 1.0 has it back, else what equals nothing.

    That is what ``number(@value) = @value`` asks. The parser's own function takes exponents, which XPath 1.0 has not.
    """
    plain = re.fullmatch(r"[ \t\r\n]*-?([0-9]+(\.[0-9]*)?|\.[0-9]+)[ \t\r\n]*", nodes[0]) if nodes else None
    return nodes[0] if plain else NO_NUMBER


def texts(element: etree._Element, paths: list[str], value: str | None = None) -> list[str]:
    """Give the text of every node that one of the paths leads to."""
    nodes = [node for path in paths for node in select(element, path, value)]
    return [node if isinstance(node, str) else "".join(node.itertext()) for node in nodes]


def day(text: str) -> dt.date | None:
    """Give the day of a date or of a moment; None: it is neither."""
    found = re.fullmatch(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})([T ][0-9:.]+)?(Z|[+-][0-9]{2}:[0-9]{2})?\s*", text)
    try:
        return dt.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def day_of_moment(text: str) -> dt.date | None:
    """Give the day in Greenwich of a moment, or of one without a zone its own; None: it is no moment."""
    try:
        found = dt.datetime.fromisoformat(text.strip()) if "T" in text else None
    except ValueError:
        return None
    return found and (found if found.tzinfo is None else found.astimezone(dt.UTC)).date()


def in_order(less: dt.date | None, more: dt.date | None) -> bool:
    """Say whether one day is not after another; what is not known is not wrong."""
    return less is None or more is None or less <= more


def decimals(written: list[str]) -> list[float]:
    """Give the numbers among texts; what is none is left to the schema, as the table of rules has it."""
    return [float(text) for text in written if re.fullmatch(r"\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*", text)]


@cache
def agencies() -> tuple[str, ...]:
    """Give the codes that an organisation's identifier begins with: the list that a case calls ORG-ID-PREFIX."""
    return tuple(str(code.text) for code in etree.parse(IATI / AGENCIES).iterfind(".//codelist-item/code"))


class Evaluation:
    """
    A case of a rule, at an element, on a day.

    An ``idCondition`` (a rule that holds only for identifiers not registered as they are) is taken as met: the register
    of publishers is no part of the standard.
    """

    def __init__(self, element: etree._Element, case: Case, as_of: dt.date, value: str | None) -> None:
        self.element = element
        self.case = case
        self.as_of = as_of
        self.value = value

    def broken(self, kind: str) -> int:
        """Give the number of times that the element breaks the case; without its condition met it has nothing to say."""
        if "condition" in self.case and not self.holds("condition"):
            return 0
        kinds: dict[str, Callable[[], bool]] = {
            "atleast_one": lambda: len(self.matches()) >= 1,
            "date_now": lambda: in_order(self.first("date", day_of_moment), self.as_of),
            "date_order": lambda: in_order(self.first("less"), self.first("more")),
            "if_then": lambda: not self.holds("if") or self.holds("then"),
            "no_more_than_one": lambda: len(self.matches()) <= 1,
            "one_or_all": self.one_or_all,
            "strict_sum": lambda: round(sum(decimals(self.matches())), 4) == self.case["sum"],
            "time_limit": self.time_limit,
            "unique": lambda: len(self.matches()) == len(set(self.matches())),
        }
        each: dict[str, Callable[[str], bool]] = {
            "no_spaces": lambda text: text == text.strip(BLANK),
            "range": lambda text: all(self.case["min"] <= number <= self.case["max"] for number in decimals([text])),
            "regex_matches": self.regex_matches,
            "startswith": self.startswith,
        }
        return int(not kinds[kind]()) if kind in kinds else sum(not each[kind](text) for text in self.matches())

    def matches(self) -> list[str]:
        """Give the texts that the case is about."""
        return texts(self.element, self.case["paths"], self.value)

    def holds(self, key: str) -> bool:
        """Say whether an expression of the case is true."""
        return bool(select(self.element, f"boolean({self.case[key]})", self.value))

    def first(self, key: str, read: Callable[[str], dt.date | None] = day) -> dt.date | None:
        """Give the day of the first node of a path; None: there is no node, or it is no day."""
        if self.case[key] == "NOW":
            return self.as_of
        found = texts(self.element, [self.case[key]])
        return read(found[0]) if found else None

    def time_limit(self) -> bool:
        """At most 365 whole days from the first to the last."""
        start, end = self.first("start"), self.first("end")
        return start is None or end is None or (end - start).days <= 365

    def one_or_all(self) -> bool:
        """One for all, or none of all without."""
        return bool(select(self.element, self.case["one"])) or not select(self.element, ALL[self.case["all"]])

    def regex_matches(self, text: str) -> bool:
        """From the first to the last character; an empty text passes."""
        return not text or re.fullmatch(self.case["regex"].removeprefix("^").removesuffix("$"), text) is not None

    def startswith(self, text: str) -> bool:
        """With one of the prefixes and the separator."""
        prefix, separator = self.case["prefix"], self.case.get("separator", "")
        prefixes = agencies() if prefix == ["ORG-ID-PREFIX"] else texts(self.element, prefix)
        return text.startswith(tuple(f"{each}{separator}" for each in prefixes))
