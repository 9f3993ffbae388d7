"""The code-list checks say of real files what the Validator's own rules say, evaluated here a second, naive way."""

import datetime as dt
import json
import random
import runpy
from collections import Counter
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from aidmodel import read_iati
from aidmodel.rules import code_lists
from aidmodel.rules.rule import Basis

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "iati"
RULES = SHARED / "rulesets" / "validator-codelists" / "codelist_rules.json"
GENERATOR = ROOT / "tests" / "data_sources" / "make_code_list_checks.py"
TABLE = ROOT / "src" / "aidmodel" / "rules" / "_code_list_checks.py"
ACTIVITY = "/iati-activities/iati-activity"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
BASIS = Basis(as_of=dt.date(2024, 5, 31))

pytestmark = pytest.mark.skipif(not RULES.is_file(), reason="the rules of the Validator are not part of the repository")

NEWER = {("OtherIdentifierType", "A4"), ("TagVocabulary", "5")}
"""What the lists of the standard have, and the Validator's copy of them, which is older, has not: in order here."""

FILES = [
    *(f"real/{path.name}" for path in sorted(SHARED.glob("real/*-2.0[123].xml"))),
    *(f"examples/{path.name}" for path in sorted(SHARED.glob("examples/activity-*-2.0[123]*.xml"))),
]
UNREADABLE = ("xi-bridge", "adb-organisation")
"""A file that is malformed as published, and one without activities."""
EVERY = pytest.mark.parametrize("file", [name for name in FILES if not any(each in name for each in UNREADABLE)])

DIFFERENT = {
    "default-currency": "amounts that state an unlisted currency are told only where the default is not the same one",
    "white space": "white space around a code is lost when it is read, and the code found in its list",
}
"""Where a project says less than its file did: no file of these has it, and what is spoiled here has not either."""
JUNK = ("", "zz", "XQZ", "usd", "1", "2", "99", "A4", "no-such-code")


@cache
def rules() -> dict[str, dict[str, Any]]:
    """Give the rules of the Validator."""
    found: dict[str, dict[str, Any]] = json.loads(RULES.read_text(encoding="utf-8"))
    return found


@cache
def codes(name: str) -> frozenset[str]:
    """Give the codes of a list of the standard, in use or not."""
    root = etree.parse(next(SHARED.glob(f"codelists/*embedded/{name}.xml"))).getroot()
    return frozenset(str(code.text).strip() for code in root.iterfind("codelist-items/codelist-item/code"))


def failing(activity: etree._Element) -> Counter[str]:
    """Count the values of an activity that are not in their list, by the id of the check."""
    found: Counter[str] = Counter()
    for element in activity.iter("*"):
        if element.get(LANGUAGE, "en") not in codes("Language"):
            found[rules()["/"]["xml:lang"]["id"]] += 1
    for path, attributes in rules().items():
        if not path.startswith(ACTIVITY):
            continue
        for element in activity.findall(f".{path.removeprefix(ACTIVITY)}"):
            for name, rule in attributes.items():
                value = element.text if name == "text()" else element.get(name)
                if "conditions" in rule:
                    conditions = rule["conditions"]
                    stated = element.get(conditions["linkedAttribute"], "").strip() or conditions.get("defaultLink")
                    rule = conditions["mapping"].get(stated)
                if value is not None and rule is not None and value not in codes(rule["codelist"]):
                    found[rule["id"]] += 1
    return found


def compare(root: etree._Element) -> None:
    """Hold what is found in a file against the naive evaluation, activity by activity."""
    activities = root.findall("iati-activity")
    projects = read_iati(etree.tostring(root)).value

    assert len(activities) == len(projects)
    assert projects
    for position, (activity, project) in enumerate(zip(activities, projects, strict=True)):
        found = list(code_lists.unknown.find(project, BASIS))
        for each in found:
            project.at(each.path)

        assert failing(activity) == Counter(each.rule for each in found), position


@EVERY
def test_every_activity_gets_the_verdicts_of_the_naive_evaluation(file: str) -> None:
    """Activity by activity and check by check, as many values fail; there is no difference to explain."""
    compare(etree.parse(SHARED / file).getroot())


@EVERY
def test_spoiled_files_get_the_verdicts_of_the_naive_evaluation(file: str) -> None:
    """Codes and vocabularies of all kinds made wrong or blank, amounts lost, elements doubled: still no difference."""
    root = etree.parse(SHARED / file).getroot()
    chance = random.Random(file)  # noqa: S311  no secret
    judged = {name for attributes in rules().values() for name in attributes} - {"xml:lang", *DIFFERENT}
    before = sum(failing(each).total() for each in root.iterfind("iati-activity"))
    for element in [*root.iterfind("iati-activity//*")]:
        for name in element.attrib:
            if (name in judged or name == LANGUAGE) and chance.random() < 0.1:
                element.set(name, chance.choice(JUNK))
        if element.tag == "value" and chance.random() < 0.05:
            element.text = chance.choice(("", "abc"))
        if len(element) == 0 and chance.random() < 0.02:
            element.addnext(copy(element))

    compare(root)
    assert before < sum(failing(each).total() for each in root.iterfind("iati-activity"))


def test_the_files_break_many_checks() -> None:
    """The comparison is of something: counted by hand in two of the files."""
    oxfam = etree.parse(SHARED / "real" / "dportal-oxfam-novib-2.03.xml").getroot()

    assert 3971 + 100 == sum(failing(each)["9.95.1"] for each in oxfam.iterfind("iati-activity"))


def test_the_lists_are_those_of_the_checks() -> None:
    """But for the codes that are newer than the Validator's copy; so withdrawn codes pass."""
    checks = [each for attributes in rules().values() for each in attributes.values()]
    leaves = [leaf for each in checks for leaf in each.get("conditions", {"mapping": {"": each}})["mapping"].values()]
    allowed = {(leaf["codelist"], code) for leaf in leaves for code in leaf["allowedCodes"]}

    assert 124 == len(leaves)
    assert {(name, code) for name in {leaf["codelist"] for leaf in leaves} for code in codes(name)} - NEWER == allowed


def test_the_table_is_what_its_generator_makes() -> None:
    """Every byte of it."""
    made: str = runpy.run_path(str(GENERATOR))["module"](RULES.read_text(encoding="utf-8"))

    assert TABLE.read_text(encoding="utf-8") == made
