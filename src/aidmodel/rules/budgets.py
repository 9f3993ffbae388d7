"""Rules on money."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from aidmodel.analysis import budgets
from aidmodel.errors import CurrencyMismatch, InvalidValue
from aidmodel.issues import Severity
from aidmodel.model.budget import AmountKind, Budget, BudgetType
from aidmodel.model.project import Project
from aidmodel.rules.rule import Finding, Rule, rule
from aidmodel.rules.spans import gaps, overlapping
from aidmodel.rules.walk import money
from aidmodel.values.code import Code
from aidmodel.values.currency import CURRENCIES
from aidmodel.values.money import Money
from aidmodel.values.partial_date import earliest_day, latest_day
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


@rule("span.budget-over-one-year", Severity.ERROR, "IATI ruleset, in its Python reference", standard=("7.5.3",))
def over_one_year(project: Project, _: dt.date) -> Iterator[Finding]:
    """A budget's end is at most one year after its start, to the day."""
    for path, span, days in _past_a_year(project):
        if days > 0:
            yield Finding(path, f"{span} is longer than a year: split it, or state the whole as an amount")


@rule("span.budget-over-365-days", Severity.INFO, "the standard's validators differ here")
def over_365_days(project: Project, _: dt.date) -> Iterator[Finding]:
    """A budget covers no more days than a year has: the same day a year later is a day too many."""
    for path, span, days in _past_a_year(project):
        if days == 0:
            yield Finding(
                path,
                f"{span} covers a day more than a year, both ends counted: the standard's validators differ on such spans",
            )


def _past_a_year(project: Project) -> Iterator[tuple[str, DateSpan, int]]:
    """Each budget's period, and how many days its end is certainly after the same day a year after its start."""
    for position, budget in enumerate(project.budgets):
        span = budget.span
        if span is not None and span.start is not None and span.end is not None:
            days = earliest_day(span.end).toordinal() - ordinal_after(latest_day(span.start), 12)
            yield f"budgets[{position}].span", span, days


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
    kinds: dict[BudgetType | Code, dict[int, DateSpan]] = {}
    for position, budget in enumerate(project.budgets):
        if budget.span is not None:
            kinds.setdefault(budget.type or BudgetType.ORIGINAL, {})[position] = budget.span
    for spans in kinds.values():
        for position, (possible, other) in overlapping(spans.items()).items():
            if not possible:
                yield Finding(
                    f"budgets[{position}].span",
                    f"{spans[position]} overlaps budgets[{other}] of the same type: money may be counted twice",
                )


@rule("budgets.gap", Severity.INFO, "IATI guidance, activity budgets")
def gap(project: Project, _: dt.date) -> Iterator[Finding]:
    """Budgets follow each other without a gap."""
    spans = [(position, budget.span) for position, budget in enumerate(project.budgets) if budget.span is not None]
    for position, first, last in gaps(spans):
        yield Finding(f"budgets[{position}].span", f"no budget covers the days from {first} to {last}")


@rule("budgets.differ-from-total", Severity.WARNING, "donors' pages, which state both")
def differ_from_total(project: Project, _: dt.date) -> Iterator[Finding]:
    """The budgets add up to the total budget and stay within the maximum contribution, give or take a smallest unit."""
    total = _total(project.budgets)
    for position, amount in enumerate(project.amounts):
        stated = amount.value
        if total is None or stated is None or stated.currency != total.currency:
            continue
        listed = CURRENCIES.get(total.currency)
        unit = Decimal(1).scaleb(-(listed.minor_unit or 0) if listed else 0)
        more = total.amount - stated.amount
        if amount.kind is AmountKind.TOTAL_BUDGET and abs(more) > unit:
            yield Finding(f"amounts[{position}].value", f"the budgets add up to {total}, not {stated}")
        if amount.kind is AmountKind.MAXIMUM_CONTRIBUTION and more > unit:
            yield Finding(f"amounts[{position}].value", f"the budgets add up to {total}, more than {stated}")


def _total(stated: tuple[Budget, ...]) -> Money | None:
    """The sum of the budgets that stand; None where it is not known, or not certain which of them count."""
    try:
        total = budgets.total(stated)
    except (CurrencyMismatch, InvalidValue):  # several currencies, or a number too large to be held
        return None
    return None if total.doubts else total.value


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
        if places is not None and amount.amount % Decimal(1).scaleb(-places):
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
    gap,
    differ_from_total,
    unknown_currency,
    too_many_decimals,
)
