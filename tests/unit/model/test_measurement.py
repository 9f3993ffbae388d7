"""Targets that are revised, and what they were before."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

import aidmodel
from aidmodel import InvalidValue, PartialDate, Target, TargetRevision, Text

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""
FEMALE = {"sex": "female"}


def test_a_revised_target_keeps_the_old_one_and_the_reason() -> None:
    """akvo-product-design#246, rule N18: number, range, day and words of the old one, when it was revised, and why."""
    old = Target(40, qualifier="at least", due="2024-06-30", comment="As in the proposal")
    new = old.revised(60, on="2023-05", reason=Text([("en", "Two districts were added")]))

    assert (Decimal(60), PartialDate("2023-05")) == (new.value, new.revisions[0].revised_on)
    assert (
        TargetRevision(
            40,
            qualifier="at least",
            due="2024-06-30",
            comment="As in the proposal",
            revised_on="2023-05",
            reason=Text([("en", "Two districts were added")]),
        ),
    ) == new.revisions


def test_a_number_takes_the_place_of_the_value_alone() -> None:
    """Whom it is for and when it is due stay; what was said about the old number goes with that."""
    old = Target(40, qualifier="over", due="2025", dimensions=FEMALE, locations="bogota", comment="A guess")
    new = old.revised("62.5", reason="a census")

    assert Target("62.5", due="2025", dimensions=FEMALE, locations="bogota", revisions=new.revisions) == new
    assert (("over", "A guess"), FEMALE["sex"]) == (
        (str(new.revisions[0].qualifier), str(new.revisions[0].comment)),
        new.revisions[0].dimensions[0].value,
    )


def test_a_target_takes_the_place_of_all_of_it() -> None:
    """A range may follow a number, and another day another."""
    new = Target(40, due="2024").revised(Target(minimum=50, maximum=70, due="2025"), reason="a longer project")

    assert (None, Decimal(50), Decimal(70), PartialDate("2025")) == (new.value, new.minimum, new.maximum, new.due)
    assert (TargetRevision(40, due="2024", reason="a longer project"),) == new.revisions


def test_the_history_is_oldest_first() -> None:
    """Each revision adds one; when it was revised may not be stated."""
    new = Target(40).revised(60, on="2023-05", reason="more money").revised(50, reason="less money")

    assert [(Decimal(40), "more money"), (Decimal(60), "less money")] == [
        (each.value, str(each.reason)) for each in new.revisions
    ]
    assert [PartialDate("2023-05"), None] == [each.revised_on for each in new.revisions]
    assert 50 == new.value


def test_what_was_not_known_can_be_revised_too() -> None:
    """From no number to one, and back: nothing is lost."""
    new = Target(status="missing").revised(0, reason="agreed").revised(Target(stated="all"), reason="agreed again")

    assert ["missing", None] == [each.status and each.status.term for each in new.revisions]
    assert ("all", Decimal(0)) == (new.stated, new.revisions[1].value)


def test_plain_numbers_are_what_a_target_was() -> None:
    """A number, or several, as everywhere."""
    assert Target(60, revisions=(TargetRevision(40), TargetRevision(50))) == Target(60, revisions=[40, "50"])
    assert () == Target(60).revisions


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Target(40).revised(60, reason=" "),
            "Target.revised.reason: is no reason, got ' '; say why the target was revised",
        ),
        (
            lambda: Target(40).revised(Target(60, dimensions=FEMALE), reason="x"),
            (
                "Target.revised.target: is for other categories or places, "
                "got Target(60, dimensions=Dimension('sex', 'female'))"
            ),
        ),
        (
            lambda: Target(40, locations="a").revised(Target(60), reason="x"),
            "Target.revised.target: is for other categories or places, got Target(60)",
        ),
        (
            lambda: Target(40).revised(Target(60, revisions=50), reason="x"),
            (
                "Target.revised.target: has a history of its own, got Target(60, revisions=TargetRevision(50)); "
                "give one without"
            ),
        ),
        (
            lambda: loosely.Target(40).revised(0.5, reason="x"),
            'Target.value: must be an exact number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
        (
            lambda: loosely.Target(40).revised(60, reason="x", on="soon"),
            (
                "TargetRevision.revised_on: is no ISO date, got 'soon'; write it as 2022-03-28, 2022-03, 2022-Q3 or 2022, "
                "or read it with parse_date"
            ),
        ),
        (lambda: loosely.Target(40).revised(60), None),
    ],
)
def test_a_revision_says_why(make: Callable[[], object], message: str | None) -> None:
    """The reason is no option, and what cannot be meant is refused."""
    with pytest.raises(InvalidValue if message else TypeError) as caught:
        make()

    assert message is None or message == str(caught.value)


def test_a_revised_target_can_be_pasted_back() -> None:
    """Its history too."""
    new = Target(40).revised(60, on="2023-05", reason="two districts were added")
    names = {name: getattr(aidmodel, name) for name in ("Target", "TargetRevision")}

    assert (
        "Target(60, revisions=TargetRevision(40, revised_on='2023-05', reason='two districts were added'))"
    ) == repr(new)
    assert new == eval(repr(new), names)  # noqa: S307  our own repr
    assert Target(60) != new


def test_nothing_is_no_target() -> None:
    """A target is not lost by revising it to nothing."""
    with pytest.raises(InvalidValue) as caught:
        Target(40).revised(None, reason="dropped")  # type: ignore[arg-type]

    assert (
        "Target.revised.target: is no target, got None; give the new one; what no longer stands at all is left out of "
        "the targets"
    ) == str(caught.value)
