"""The sample package, tested the way its own developers would: run with pytest against the installed wheel."""

import pytest
from fieldkit import cost_centre, planned, with_cost_centre
from hypothesis import HealthCheck, given, settings, strategies as st

import aidmodel
from aidmodel import Budget, Money, Project, from_json, to_json


def test_a_cost_centre_is_carried() -> None:
    """An own field stands on the project and leaves the original as it was."""
    bare = Project(title="Wells", extras={"org:other": "kept"})
    project = with_cost_centre(bare, "A12")

    assert "A12" == cost_centre(project)
    assert None is cost_centre(bare)
    assert project.extras is not None
    assert "kept" == project.extras["org:other"]


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Project))
def test_any_project_can_carry_one(project: Project) -> None:
    """Strategies come with the package: from_type builds any project, and JSON keeps the own field."""
    carrying = with_cost_centre(project, "A12")

    assert carrying == from_json(to_json(carrying))
    assert "A12" == cost_centre(from_json(to_json(carrying)))


def test_budgets_are_summed_exactly() -> None:
    """Amounts in other currencies stay out."""
    project = Project(
        budgets=[
            Budget("2024", value=Money("0.10", "EUR")),
            Budget("2025", value=Money("0.20", "EUR")),
            Budget(value=Money(1, "USD")),
        ]
    )

    assert Money("0.30", "EUR") == planned(project, "EUR")


def test_misuse_is_explained() -> None:
    """A wrong call says where, what and how to mend it."""
    with pytest.raises(aidmodel.InvalidValue, match=r"Budget\.value: must be money, got 5; write Money"):
        Budget("2024", value=5)  # type: ignore[arg-type]
