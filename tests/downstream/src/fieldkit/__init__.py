"""Cost centres for aid projects: a sample of what a package on top of aidmodel does."""

from attrs import evolve

from aidmodel import InvalidValue, Money, Project

KEY = "fieldkit:cost_centre"


def with_cost_centre(project: Project, centre: str) -> Project:
    """Give a copy of a project that carries a cost centre."""
    return evolve(project, extras={**(project.extras or {}), KEY: centre})


def cost_centre(project: Project) -> str | None:
    """Give the cost centre of a project, None where it has none."""
    value = project.extras[KEY] if project.extras is not None and KEY in project.extras else None
    if value is not None and not isinstance(value, str):
        raise InvalidValue(value, "must be a string", "", f"extras[{KEY}]")
    return value


def planned(project: Project, currency: str) -> Money:
    """Give the sum of the budgets in a currency."""
    return Money.sum(
        (budget.value for budget in project.budgets if budget.value is not None and budget.value.currency == currency),
        currency,
    )
