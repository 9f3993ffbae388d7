"""Reading an IATI file with the library. A job takes the path of a file and gives the number of activities."""

from decimal import Decimal

from aidmodel import DateEdge, DateKind, Issue, Project, iter_iati, read_iati


def stream(path: str) -> int:
    """Read every project, and drop it."""
    return sum(1 for _ in iter_iati(path))


def stream_reporting(path: str) -> int:
    """Read every project, and drop it; each issue is handed over."""
    issues: list[Issue] = []
    return sum(1 for _ in iter_iati(path, on_issue=issues.append))


def whole(path: str) -> int:
    """Read all projects into a tuple, with the report."""
    return len(read_iati(path).value)


def facts(path: str) -> list[list[str]]:
    """Tell of each activity what other readers have to have found, too."""
    return [_facts(project) for project in iter_iati(path)]


def _facts(project: Project) -> list[str]:
    amounts = [each.value.amount for each in project.transactions if each.value is not None]
    periods = sum(len(indicator.periods) for result in project.chain.results for indicator in result.indicators)
    days = {(date.kind, date.edge): date.date for date in project.dates}
    start, end = (
        days.get((DateKind.ACTUAL, edge), days.get((DateKind.PLANNED, edge))) for edge in (DateEdge.START, DateEdge.END)
    )
    return [project.identifier or "", str(sum(amounts, Decimal(0))), str(periods), str(start), str(end)]
