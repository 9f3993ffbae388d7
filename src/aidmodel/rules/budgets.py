"""Rules on money."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from aidmodel.issues import Severity
from aidmodel.model.budget import BudgetType
from aidmodel.model.project import Project
from aidmodel.rules.rule import Finding, Rule, rule
from aidmodel.rules.walk import money
from aidmodel.values.currency import CURRENCIES
from aidmodel.values.number import ARITHMETIC
from aidmodel.values.partial_date import first_day, last_day
from aidmodel.values.span import DateSpan, ordinal_after


@rule("budgets.no-money", Severity.ERROR, "IATI ruleset", standard=("7.8.1",))
def no_money(project: Project, _: dt.date) -> Iterator[Finding]:
    """A budget, planned disbursement or transaction has an amount with a currency."""
    for name in ("budgets", "planned_disbursements", "transactions"):
        for position, each in enumerate(getattr(project, name)):
            if each.value is None:
                yield Finding(f"{name}[{position}].value", "there is no amount with a currency: state both")


@rule("budgets.no-span", Severity.ERROR, "IATI 2.03 schema: period-start 1, period-end 1", standard=("8.6.3",))
def no_span(project: Project, _: dt.date) -> Iterator[Finding]:
    """A budget says for which days it is; a planned disbursement at least when it begins."""
    for position, budget in enumerate(project.budgets):
        if budget.span is None or budget.span.start is None or budget.span.end is None:
            yield Finding(f"budgets[{position}].span", "the period has no start or no end: state both")
    for position, planned in enumerate(project.planned_disbursements):
        if planned.span is None or planned.span.start is None:
            yield Finding(f"planned_disbursements[{position}].span", "the period has no start: state it")


def _least_end(span: DateSpan) -> tuple[dt.date, dt.date] | None:
    """The latest start and earliest end a span may have, None where it is open: what holds for them is certain."""
    return None if span.start is None or span.end is None else (last_day(span.start), first_day(span.end))


@rule("span.budget-over-one-year", Severity.ERROR, "IATI ruleset, in its Python reference", standard=("7.5.3",))
def over_one_year(project: Project, _: dt.date) -> Iterator[Finding]:
    """A budget's end is at most one year after its start, to the day."""
    for position, budget in enumerate(project.budgets):
        days = budget.span and _least_end(budget.span)
        if days and days[1].toordinal() > ordinal_after(days[0], 12):
            yield Finding(
                f"budgets[{position}].span",
                f"{budget.span} is longer than a year: split it, or state the whole as an amount",
            )


@rule("span.budget-over-365-days", Severity.INFO, "the standard's validators differ here")
def over_365_days(project: Project, _: dt.date) -> Iterator[Finding]:
    """A budget covers no more days than a year has: the same day a year later is a day too many."""
    for position, budget in enumerate(project.budgets):
        days = budget.span and _least_end(budget.span)
        if days and days[1].toordinal() == ordinal_after(days[0], 12):
            yield Finding(
                f"budgets[{position}].span",
                f"{budget.span} covers a day more than a year, both ends counted: the standard's validators differ on such spans",
            )


@rule("budgets.value-date-outside", Severity.INFO, "practice; no rule of the standard ties the two")
def value_date_outside(project: Project, _: dt.date) -> Iterator[Finding]:
    """A budget's value date, whose exchange rate counts, lies inside its period."""
    for position, budget in enumerate(project.budgets):
        if (
            budget.span is not None
            and budget.value_date is not None
            and budget.span.contains(budget.value_date) is False
        ):
            yield Finding(
                f"budgets[{position}].value_date", f"the rate of {budget.value_date} is meant, outside {budget.span}"
            )


@rule("budgets.negative", Severity.WARNING, "IATI guidance, activity budgets")
def negative(project: Project, _: dt.date) -> Iterator[Finding]:
    """A budget or planned disbursement is not below zero; corrections are transactions."""
    for name in ("budgets", "planned_disbursements"):
        for position, each in enumerate(getattr(project, name)):
            if each.value is not None and each.value.amount < 0:
                yield Finding(
                    f"{name}[{position}].value",
                    f"{each.value} is below zero: state the new total of the period instead",
                )


@rule("budgets.overlap", Severity.WARNING, "IATI guidance, activity budgets")
def overlap(project: Project, _: dt.date) -> Iterator[Finding]:
    """Budgets of one type do not overlap; an original and its revision share their period."""
    spans = [
        (at, each.span, each.type or BudgetType.ORIGINAL)
        for at, each in enumerate(project.budgets)
        if each.span is not None
    ]
    for number, (position, span, kind) in enumerate(spans):
        other = next((earlier for earlier, known, its in spans[:number] if its == kind and known.overlaps(span)), None)
        if other is not None:
            yield Finding(
                f"budgets[{position}].span",
                f"{span} overlaps budgets[{other}] of the same type: money may be counted twice",
            )


@rule("money.unknown-currency", Severity.WARNING, "ISO 4217")
def unknown_currency(project: Project, _: dt.date) -> Iterator[Finding]:
    """A currency is one of ISO 4217, present or former."""
    if project.default_currency is not None and project.default_currency not in CURRENCIES:
        yield Finding("default_currency", f"ISO 4217 has no currency {project.default_currency}")
    for path, amount in money(project):
        if amount.currency not in CURRENCIES:
            yield Finding(f"{path}.currency", f"ISO 4217 has no currency {amount.currency}")


@rule("money.too-many-decimals", Severity.WARNING, "ISO 4217 minor units")
def too_many_decimals(project: Project, _: dt.date) -> Iterator[Finding]:
    """An amount is no finer than its currency's smallest unit."""
    for path, amount in money(project):
        places = CURRENCIES[amount.currency].minor_unit if amount.currency in CURRENCIES else None
        if places is not None and ARITHMETIC.remainder(amount.amount, Decimal(1).scaleb(-places)):
            yield Finding(
                f"{path}.amount", f"{amount} is finer than the {places} decimals of {amount.currency}: round it"
            )


RULES: tuple[Rule, ...] = (
    no_money,
    no_span,
    over_one_year,
    over_365_days,
    value_date_outside,
    negative,
    overlap,
    unknown_currency,
    too_many_decimals,
)
