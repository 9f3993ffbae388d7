"""Make src/aidmodel/rules/_code_list_checks.py from the code-list checks of the IATI Validator.

    python tests/data_sources/make_code_list_checks.py ../shared/iati/rulesets/validator-codelists/codelist_rules.json

The file is codelist_rules.json of github IATI/IATI-Validator-Codelists, at the commit below: which attribute is looked up
in which list, in which vocabulary, under which id. Where its value stands in the model is what the reader of IATI knows.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from aidmodel.io.iati.kinds import LANG
from aidmodel.io.iati.parts import CLASS
from aidmodel.io.iati.plan import Plan, activity

TARGET = Path(__file__).parents[2] / "src" / "aidmodel" / "rules" / "_code_list_checks.py"
SOURCE = "github IATI/IATI-Validator-Codelists @8a1741602232, codelist_rules.json"

TITLE = "The code-list checks of the IATI Validator. Made by tests/data_sources/make_code_list_checks.py: change that, not this."

ACTIVITY = "/iati-activities/iati-activity"
MONEY = ("value", "interest_received", "principal_outstanding", "principal_arrears", "interest_arrears")
KNOWN = {("kind", "edge"): ("kind",), (CLASS,): ()}
"""What is typed only where its code is known, and kept raw where it is not: the field that is meant then."""


class Found(NamedTuple):
    """Where a value stands: the way to its object, and its fields there."""

    way: str
    fields: tuple[str, ...]


def checks(text: str) -> list[tuple[Any, ...]]:
    """Give each check: id, element, attribute, list, vocabulary, whether that is the default, way (None: no project), fields."""
    rows: list[tuple[Any, ...]] = []
    for whole, attributes in json.loads(text).items():
        for name, rule in attributes.items():
            path = whole
            conditions = rule.get("conditions", {"mapping": {"": rule}, "linkedAttribute": "vocabulary"})
            assert conditions["linkedAttribute"] == "vocabulary"
            attribute = "#text" if name == "text()" else f"@{name}"
            element = path.removeprefix("/")
            way: str | None = None
            fields: tuple[str, ...] = ()
            if path == "/":  # //@xml:lang: that of the activity here; the texts stand with their places
                path, attribute = ACTIVITY, f"@{LANG}"
            if path.startswith(ACTIVITY):
                element = path.removeprefix(ACTIVITY).removeprefix("/")
                way, fields = place(element, attribute)
            for vocabulary, each in conditions["mapping"].items():
                assert each["severity"] == "error"
                default = vocabulary != "" and vocabulary == conditions.get("defaultLink")
                rows.append((each["id"], element, attribute, each["codelist"], vocabulary, default, way, fields))
    return rows


def place(element: str, attribute: str) -> Found:
    """Give where the value of an attribute stands in a project."""
    plan, way = activity(), ""
    steps = element.split("/") if element else []
    while steps:
        nodes = plan.nodes.get(steps[0])
        if steps[0] in plan.wrapped:
            nodes = plan.wrapped[steps.pop(0)][1]
        if nodes is None:
            break
        steps.pop(0)
        way = f"{way}.{nodes.field}{'[]' if nodes.many else ''}".removeprefix(".")
        plan = nodes.plan
    child = "/".join(steps)
    if child in plan.listings:
        field, part = plan.listings[child]
        names = [slot.name for slot in part.slots]
        assert attribute in names
        many = {"@code": f"{field}[].code", "@vocabulary": f"{field}[].vocabulary"}
        return Found(way, (many[attribute] if part.join is not None else f"{field}[]",))
    part, _ = plan.slots[child][attribute]
    if part.fields in KNOWN:
        return Found(way, KNOWN[part.fields])
    if attribute == "@currency":
        assert set(part.fields) <= set(MONEY)
        return Found(way, tuple(f"{field}.currency" for field in part.fields))
    assert len(part.fields) == 1, part.fields
    return Found(way, part.fields)


def places(plan: Plan, way: str = "", element: str = "") -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give the way to each kind of object in a project, the path of its element, and its fields that hold words."""
    own = (plan.narratives,) if plan.narratives else ()
    yield way, element, (*own, *(words.field for words in plan.words.values()))
    wrapped = {f"{outer}/{inner}": nodes for outer, (inner, nodes) in plan.wrapped.items()}
    for path, nodes in {**plan.nodes, **wrapped}.items():
        further = f"{way}.{nodes.field}{'[]' if nodes.many else ''}".removeprefix(".")
        yield from places(nodes.plan, further, f"{element}/{path}".removeprefix("/"))


def module(text: str) -> str:
    """Give the source of the module."""
    lines = [
        f'"""{TITLE}"""',
        "",
        f"SOURCE = {_quoted(SOURCE)}",
        "",
        "# fmt: off",
        "# id, element (of an activity, or else from the root), attribute, list, vocabulary, whether that is the default,",
        "# the way to the object that holds the value (None: no project does), the fields that do (none: its class says",
        "# what it is)",
        "CHECKS: tuple[tuple[str, str, str, str, str, bool, str | None, tuple[str, ...]], ...] = (",
        *(f"    {_quoted(row)}," for row in checks(text)),
        ")",
        "",
        "# the way to each kind of object, the path of its element, its fields that hold words",
        "PLACES: tuple[tuple[str, str, tuple[str, ...]], ...] = (",
        *(f"    {_quoted(row)}," for row in places(activity())),
        ")",
    ]
    return "\n".join(lines) + "\n"


def _quoted(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_quoted, value))}{',' if len(value) == 1 else ''})"
    return f'"{value}"' if isinstance(value, str) else repr(value)


if __name__ == "__main__":
    TARGET.write_text(module(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
