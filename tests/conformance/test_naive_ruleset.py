"""The plain evaluation of the official ruleset, held against what a person reads there.

The Validator's own tests are not among the shared files; the small activities of :mod:`ruleset_cases` take their place.
"""

import datetime as dt
from collections import Counter

import pytest

from iati_leaves import activities, parsed
from naive_ruleset import IATI, day, failures, identifiers
from ruleset_cases import CASES, DAY, READ_OTHERWISE, RulesetCase

pytestmark = pytest.mark.skipif(not IATI.is_dir(), reason="the official ruleset is not part of the repository")


def broken(xml: bytes) -> Counter[str]:
    """Evaluate the one activity of a file."""
    (activity,) = activities(parsed(xml))
    return failures(activity, dt.date.fromisoformat(DAY))


def test_the_ruleset_is_all_there() -> None:
    """79 ids concern activities. By hand: warnings are 20 of identifiers, 5 of vocabularies, 3 of items, 6 of values."""
    assert {"error": 45, "warning": 20 + 5 + 3 + 6} == Counter(identifiers().values())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_a_case_breaks_what_a_person_says(case: RulesetCase) -> None:
    """Just those rules."""
    assert case.broken == set(broken(case.xml()))


def test_each_rule_is_broken_by_a_case() -> None:
    """None is taken on trust."""
    assert set(identifiers()) == {each for case in CASES for each in case.broken}


def test_each_case_that_is_read_otherwise_is_one() -> None:
    """A name that no case has would explain nothing; no case is there twice."""
    abouts = [case.about for case in CASES]

    assert set() == {about for cases in READ_OTHERWISE.values() for about in cases} - set(abouts)
    assert len(set(abouts)) == len(abouts)


def test_a_rule_is_broken_once_in_each_place() -> None:
    """Two participants of nothing, a sector of each of two vocabularies with 90, two empty titles."""
    xml = b"""<iati-activities version="2.03"><iati-activity>
      <participating-org role="1"/><participating-org role="2"/>
      <sector vocabulary="2" code="140" percentage="90"/><sector vocabulary="99" code="1" percentage="90"/>
      <result><title/></result><result><title/></result>
    </iati-activity></iati-activities>"""
    found = broken(xml)

    assert (2, 2, 2) == (found["6.10.1"], found["2.1.4"], found["4.3.1"])


def test_the_value_of_a_loop_is_taken_as_it_is() -> None:
    """An apostrophe and a quotation mark in a vocabulary end no XPath."""
    xml = b"""<iati-activities version="2.03"><iati-activity>
      <sector vocabulary="it's &quot;ours&quot;" code="1"/><sector vocabulary="it's &quot;ours&quot;" code="2"/>
    </iati-activity></iati-activities>"""

    assert 1 == broken(xml)["2.1.1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-30", dt.date(2024, 6, 30)),
        (" 2024-06-30 ", dt.date(2024, 6, 30)),
        ("2024-06-30Z", dt.date(2024, 6, 30)),
        ("2024-06-30T23:59:59.5+05:30", dt.date(2024, 6, 30)),
        ("2024-02-30", None),
        ("2024-06", None),
        ("30/06/2024", None),
        ("", None),
    ],
)
def test_a_day_is_a_day_or_nothing(text: str, expected: dt.date | None) -> None:
    """The rule is skipped where there is none."""
    assert expected == day(text)
