"""Laws of the official rules: whatever an activity is made of, check() says what the ruleset says."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, strategies as st

from aidmodel import check, read_iati
from iati_leaves import activities, parsed
from naive_ruleset import IATI, failures, identifiers
from ruleset_cases import CASES, DAY, SLOTS, RulesetCase

pytestmark = pytest.mark.skipif(not IATI.is_dir(), reason="the official ruleset is not part of the repository")

ONCE = ("attributes", "identifier", "reporting", "title", "items", "spend")
"""The parts of an activity that stand there once."""


def parts(slot: str) -> st.SearchStrategy[str]:
    """Give one of the small activities' parts, or where it may be repeated, several in a row."""
    several = sorted({case.parts.get(slot, SLOTS[slot]) for case in CASES if not case.other})
    one = st.sampled_from(several)
    return one if slot in ONCE else st.lists(one, max_size=3).map("".join)


@given(st.fixed_dictionaries({slot: parts(slot) for slot in SLOTS}), st.sampled_from([DAY, "2024-01-01", "2023-06-30"]))
def test_the_verdicts_are_those_of_the_ruleset(slots: dict[str, str], day: str) -> None:
    """Parts of the small activities, put together anyhow, on several days: the same rules, as often."""
    xml = RulesetCase("drawn", set(), slots).xml()
    (activity,) = activities(parsed(xml))
    issues = check(read_iati(xml).one(), as_of=day, rules=[*identifiers()])

    assert failures(activity, dt.date.fromisoformat(day)) == Counter(issue.rule for issue in issues)
