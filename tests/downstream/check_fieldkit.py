"""The sample package, tested the way its own developers would: run with pytest against the installed wheel."""

import pytest
from fieldkit import cost_centre, planned, with_cost_centre
from hypothesis import HealthCheck, given, settings, strategies as st

import aidmodel
from aidmodel import Budget, Money, Project, from_json, read_page, to_json

PAGE = b"""Lanternfish Foundation
Kitchen gardens around Zomba
Grant number: LF-2023-014
Grant: $180,000
Boats for the lake clinics
Grant number: LF-2024-002
Grant:
"""


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


@pytest.mark.parametrize("publisher", [None, "lanternfish"])
def test_a_publisher_is_found(publisher: str | None) -> None:
    """The entry point is enough: by name, and by the marks of the page; every project of the page is there."""
    loaded = read_page(PAGE, publisher)

    assert ["LF-2023-014", "LF-2024-002"] == [project.identifier for project in loaded.value]
    assert [[Money(180000, "USD")], []] == [[each.value for each in project.amounts] for project in loaded.value]
    assert [("page.left", "[0]"), ("page.blank-label", "[1].amounts")] == [
        (issue.code, issue.path) for issue in loaded.report
    ]


def test_a_page_of_nobody_names_all_publishers() -> None:
    """Those of the package, too."""
    with pytest.raises(aidmodel.Unreadable, match=r"Lanternfish Foundation \(0 of the 2 marks\)"):
        read_page(b"A page of nobody")
