"""The parts of a project that rules look at, each with its path."""

from collections.abc import Iterator

from aidmodel.model.indicator import Indicator, Period
from aidmodel.model.measurement import Actual, Measured
from aidmodel.model.organisation import Party
from aidmodel.model.project import Project
from aidmodel.model.result import Result
from aidmodel.values.money import Money
from aidmodel.values.partial_date import AnyDate


def results(project: Project) -> Iterator[tuple[int, Result]]:
    """Give each result with its position in the chain."""
    return ((position, node) for position, node in enumerate(project.chain) if isinstance(node, Result))


def dated_results(project: Project) -> Iterator[tuple[int, AnyDate]]:
    """Give the as-of date of each result that has one, with its position in the chain."""
    return ((position, result.as_of) for position, result in results(project) if result.as_of is not None)


def indicators(project: Project) -> Iterator[tuple[str, Indicator]]:
    """Give each indicator with its path."""
    return (
        (f"chain[{position}].indicators[{at}]", each)
        for position, result in results(project)
        for at, each in enumerate(result.indicators)
    )


def actuals(project: Project) -> Iterator[tuple[str, Period, Actual]]:
    """Give each actual with its path and its period."""
    return (
        (f"{path}.periods[{number}].actuals[{at}]", period, actual)
        for path, indicator in indicators(project)
        for number, period in enumerate(indicator.periods)
        for at, actual in enumerate(period.actuals)
    )


def all_values(project: Project) -> Iterator[tuple[Indicator, str, Measured]]:
    """Give each baseline, target and actual of a project with its indicator and its path."""
    return (
        (indicator, here, value) for path, indicator in indicators(project) for here, value in values(indicator, path)
    )


def values(indicator: Indicator, path: str) -> Iterator[tuple[str, Measured]]:
    """Give each baseline, target and actual of an indicator with its path."""
    for at, baseline in enumerate(indicator.baselines):
        yield f"{path}.baselines[{at}]", baseline
    for at, target in enumerate(indicator.targets):
        yield f"{path}.targets[{at}]", target
    for number, period in enumerate(indicator.periods):
        for at, target in enumerate(period.targets):
            yield f"{path}.periods[{number}].targets[{at}]", target
        for at, actual in enumerate(period.actuals):
            yield f"{path}.periods[{number}].actuals[{at}]", actual


def money(project: Project) -> Iterator[tuple[str, Money]]:
    """Give each amount of money with its path."""
    for at, funder in enumerate(project.participants):
        if (contribution := getattr(funder, "contribution", None)) is not None:
            yield f"participants[{at}].contribution", contribution
    for name in ("amounts", "budgets", "planned_disbursements", "transactions"):
        for at, each in enumerate(getattr(project, name)):
            if each.value is not None:
                yield f"{name}[{at}].value", each.value
    for at, forecast in enumerate(project.fss.forecasts if project.fss else ()):
        if forecast.value is not None:
            yield f"fss.forecasts[{at}].value", forecast.value
    loan = project.crs_add.loan_status if project.crs_add else None
    for name in ("interest_received", "principal_outstanding", "principal_arrears", "interest_arrears"):
        if loan is not None and (value := getattr(loan, name)) is not None:
            yield f"crs_add.loan_status.{name}", value


def parties(project: Project) -> Iterator[tuple[str, str, Party]]:
    """Give the giver and the taker of each payment, made or planned, with their path and which of the two they are."""
    for name in ("planned_disbursements", "transactions"):
        for at, each in enumerate(getattr(project, name)):
            if each.provider is not None:
                yield f"{name}[{at}].provider", "provider", each.provider
            if each.receiver is not None:
                yield f"{name}[{at}].receiver", "receiver", each.receiver


def is_whole(value: Measured) -> bool:
    """Say whether a value is for all categories and places."""
    return not value.dimensions and not value.locations
