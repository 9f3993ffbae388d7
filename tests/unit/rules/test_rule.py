"""What a rule is, and what rules share."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from aidmodel import InvalidValue, Project, Severity
from aidmodel.rules.rule import Basis, Finding, Rule, rule


def find(project: Project, _: Basis) -> Iterator[Finding]:
    """Nothing is wrong,
    ever.
    """
    return iter(())


def made(*standard: str) -> Rule:
    """Give a rule with these ids of the standard."""
    return rule("own.rule", Severity.INFO, "nowhere", standard=standard)(find)


def test_a_rule_is_made_of_its_function() -> None:
    """The docstring is the rule in words, on one line."""
    expected = Rule(
        code="own.rule",
        severity=Severity.INFO,
        standard=("1.2.3",),
        source="nowhere",
        words="Nothing is wrong, ever.",
        find=find,
    )

    assert expected == made("1.2.3")


def test_a_rule_takes_the_word_of_a_severity() -> None:
    """One of your own is written as an issue is."""
    wrong: Any = "fatal"
    with pytest.raises(InvalidValue) as caught:
        rule("own.rule", wrong, "nowhere")(find)

    assert made() == rule("own.rule", "info", "nowhere")(find)
    assert (
        InvalidValue(wrong, "must be a Severity, or the word of one", "one of info, warning, error", "severity", "Rule")
        == caught.value
    )


@pytest.mark.parametrize(
    ("standard", "stated", "expected"),
    [
        ((), None, None),
        (("1.2.3",), None, "1.2.3"),
        (("1.2.3", "1.2.4"), None, None),
        (("1.2.3", "1.2.4"), "1.2.4", "1.2.4"),
    ],
)
def test_the_id_of_a_finding(standard: tuple[str, ...], stated: str | None, expected: str | None) -> None:
    """Its own; else that of the rule, where it has just one."""
    assert expected == made(*standard).official(Finding("title", "wrong", stated))


def test_a_walk_is_made_once_for_a_project() -> None:
    """Rules that are asked one after the other share it; another project, and then the first again, are walked anew."""
    walked: list[Project] = []

    def walk(project: Project) -> Iterator[int]:
        walked.append(project)
        yield from (1, 2)

    basis = Basis(as_of=dt.date(2024, 5, 31))
    first, other = Project(identifier="1"), Project(identifier="1")

    assert [(1, 2)] * 4 == [basis.each(walk, each) for each in (first, first, other, first)]
    assert [id(first), id(other), id(first)] == list(map(id, walked))


def test_what_is_judged_by_is_compared_without_what_was_walked() -> None:
    """Two are equal when day, rates and identifiers are."""
    basis, same = Basis(as_of=dt.date(2024, 5, 31)), Basis(as_of=dt.date(2024, 5, 31))
    basis.each(lambda _: (), Project())

    assert same == basis
    assert Basis(as_of=dt.date(2024, 6, 1)) != basis
