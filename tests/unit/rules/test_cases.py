"""What breaks each rule, and what comes near and does not: the tables of cases_*.py, one file a family of rules."""

import importlib
import runpy
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from aidmodel import Issue, Project, Severity, check
from aidmodel.rules.check import RULES

AS_OF = "2024-05-31"
TABLES: dict[str, dict[str, Any]] = {
    path.stem.removeprefix("cases_"): runpy.run_path(str(path))
    for path in sorted(Path(__file__).parent.glob("cases_*.py"))
}


def cases(table: str) -> Iterator[tuple[str, Any]]:
    """Give each case of the tables of one name with the code it is for."""
    for family in TABLES.values():
        for code, found in family[table].items():
            for case in found:
                yield code, case


def found(project: Project, code: str) -> list[Issue]:
    """Give the issues of one code that a project has."""
    return [issue for issue in check(project, as_of=AS_OF) if issue.code == code]


BESIDE = {"identity.repeated"}
"""What no project breaks by itself; see test_check.py."""


@pytest.mark.parametrize("family", TABLES)
def test_each_rule_has_both_cases(family: str) -> None:
    """No rule of the family goes without a case that breaks it and one that comes near."""
    codes = {rule.code for rule in importlib.import_module(f"aidmodel.rules.{family}").RULES}

    assert codes - BESIDE == set(TABLES[family]["TRIGGERS"]) == set(TABLES[family]["QUIET"])
    assert all(TABLES[family]["TRIGGERS"].values())
    assert all(TABLES[family]["QUIET"].values())


def test_each_family_has_its_tables() -> None:
    """No rule that check() asks is of a family without cases."""
    codes = {code for family in TABLES.values() for code in family["TRIGGERS"]}

    assert {rule.code for rule in RULES} - BESIDE == codes


@pytest.mark.parametrize(
    ("code", "project", "severity", "expected"), [(code, *case) for code, case in cases("TRIGGERS")]
)
def test_a_broken_rule_is_reported(
    code: str, project: Project, severity: Severity, expected: Sequence[tuple[str, str, str | None]]
) -> None:
    """The issue names the place, says what is wrong and what to do, and carries the standard's own rule id."""
    issues = [
        Issue(code=code, severity=severity, path=path, message=message, rule=rule) for path, message, rule in expected
    ]

    assert issues == found(project, code)


@pytest.mark.parametrize(("code", "project"), list(cases("QUIET")))
def test_what_comes_near_is_quiet(code: str, project: Project) -> None:
    """What is in order, or not certainly wrong, is not reported."""
    assert [] == found(project, code)
