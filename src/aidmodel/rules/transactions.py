"""Rules on money that moved."""

import datetime as dt
from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.rules.rule import Finding, Rule, rule


@rule("transactions.date-in-future", Severity.ERROR, "IATI ruleset", standard=("11.2.1",))
def date_in_future(project: Project, as_of: dt.date) -> Iterator[Finding]:
    """A transaction did not take place after the day the project is judged by."""
    for position, each in enumerate(project.transactions):
        if each.date is not None and each.date > as_of:
            yield Finding(
                f"transactions[{position}].date",
                f"the transaction is dated {each.date}, after {as_of}: what is to come is a planned disbursement",
            )


@rule("transactions.value-date-in-future", Severity.ERROR, "IATI ruleset", standard=("11.2.2",))
def value_date_in_future(project: Project, as_of: dt.date) -> Iterator[Finding]:
    """The day whose exchange rate is meant is not after the day the project is judged by."""
    for position, each in enumerate(project.transactions):
        if each.value_date is not None and each.value_date > as_of:
            yield Finding(
                f"transactions[{position}].value_date",
                f"the rate of {each.value_date} is meant, which is after {as_of}: there is none yet",
            )


RULES: tuple[Rule, ...] = (date_in_future, value_date_in_future)
