"""Rules on money that moved."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.model.transaction import Transaction
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import raw


def _first(project: Project, field: str, at: str, name: str) -> int | None:
    """Give the position of the first transaction that states a date, be it one or not."""
    return next(
        (
            position
            for position, each in enumerate(project.transactions)
            if getattr(each, field) is not None or raw(each, name, at) is not None
        ),
        None,
    )


def _first_dated(project: Project) -> int | None:
    return _first(project, "date", "transaction-date", "@iso-date")


def _first_valued(project: Project) -> int | None:
    return _first(project, "value_date", "value", "@value-date")


def _is_dated_later(each: Transaction, basis: Basis) -> bool:
    return each.date is not None and each.date > basis.as_of


def _is_valued_later(each: Transaction, basis: Basis) -> bool:
    return each.value_date is not None and each.value_date > basis.as_of


def _dated(position: int, each: Transaction, basis: Basis) -> Finding:
    return Finding(
        f"transactions[{position}].date",
        f"the transaction is dated {each.date}, after {basis.as_of}: what is to come is a planned disbursement",
    )


def _valued(position: int, each: Transaction, basis: Basis) -> Finding:
    return Finding(
        f"transactions[{position}].value_date",
        f"the rate of {each.value_date} is meant, which is after {basis.as_of}: there is none yet",
    )


@rule("transactions.date-in-future", Severity.ERROR, "IATI ruleset", standard=("11.2.1",))
def date_in_future(project: Project, basis: Basis) -> Iterator[Finding]:
    """The first transaction that is dated did not take place after the day the project is judged by."""
    first = _first_dated(project)
    if first is not None and _is_dated_later(project.transactions[first], basis):
        yield _dated(first, project.transactions[first], basis)


@rule(
    "transactions.further-date-in-future",
    Severity.ERROR,
    "IATI guidance, financial transactions; the ruleset looks at the first",
)
def further_date_in_future(project: Project, basis: Basis) -> Iterator[Finding]:
    """No further transaction took place after the day the project is judged by."""
    first = _first_dated(project)
    for at, each in enumerate(project.transactions):
        if at != first and _is_dated_later(each, basis):
            yield _dated(at, each, basis)


@rule("transactions.value-date-in-future", Severity.ERROR, "IATI ruleset", standard=("11.2.2",))
def value_date_in_future(project: Project, basis: Basis) -> Iterator[Finding]:
    """The first day whose exchange rate is meant is not after the day the project is judged by."""
    first = _first_valued(project)
    if first is not None and _is_valued_later(project.transactions[first], basis):
        yield _valued(first, project.transactions[first], basis)


@rule(
    "transactions.further-value-date-in-future",
    Severity.ERROR,
    "IATI guidance, financial transactions; the ruleset looks at the first",
)
def further_value_date_in_future(project: Project, basis: Basis) -> Iterator[Finding]:
    """Beside the transaction's own date, no further day whose exchange rate is meant is after the day the project is judged by."""
    first = _first_valued(project)
    for at, each in enumerate(project.transactions):
        if at != first and each.value_date != each.date and _is_valued_later(each, basis):
            yield _valued(at, each, basis)


RULES: tuple[Rule, ...] = (
    date_in_future,
    further_date_in_future,
    value_date_in_future,
    further_value_date_in_future,
)
