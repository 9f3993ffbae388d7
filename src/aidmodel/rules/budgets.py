"""Rules on money."""

from collections.abc import Iterator
from decimal import Decimal

from aidmodel.analysis import budgets
from aidmodel.errors import CurrencyMismatch, InvalidValue
from aidmodel.issues import Severity
from aidmodel.model.budget import AmountKind, Budget, BudgetType
from aidmodel.model.project import Project
from aidmodel.rules.money import rounding
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.shares import alone_and_partial, lacking, out_of_range, sum_fault
from aidmodel.rules.spans import gaps, overlapping, reversed_days
from aidmodel.rules.stated import vocabulary
from aidmodel.values.code import Code
from aidmodel.values.money import Money
from aidmodel.values.partial_date import earliest_day, latest_day
from aidmodel.values.span import DateSpan, ordinal_after


@rule("budgets.no-money", Severity.ERROR, "IATI 2.03 schema: value 1")
def no_money(project: Project, _: Basis) -> Iterator[Finding]:
    """A budget, planned disbursement or transaction has an amount with a currency."""
    for name in ("budgets", "planned_disbursements", "transactions"):
        for position, each in enumerate(getattr(project, name)):
            if each.value is None:
                yield Finding(f"{name}[{position}].value", "there is no amount with a currency: state both")


@rule("budgets.no-span", Severity.ERROR, "IATI 2.03 schema: period-start 1, period-end 1")
def no_span(project: Project, _: Basis) -> Iterator[Finding]:
    """A budget says for which days it is; a planned disbursement at least when it begins."""
    for position, budget in enumerate(project.budgets):
        if not _is_closed(budget.span) and reversed_days(budget) is None:
            yield Finding(f"budgets[{position}].span", "the period has no start or no end: state both")
    for position, planned in enumerate(project.planned_disbursements):
        if (planned.span is None or planned.span.start is None) and reversed_days(planned) is None:
            yield Finding(f"planned_disbursements[{position}].span", "the period has no start: state it")


def _is_closed(span: DateSpan | None) -> bool:
    return span is not None and span.start is not None and span.end is not None


@rule("span.reversed", Severity.ERROR, "IATI ruleset", standard=("8.6.3",))
def span_reversed(project: Project, _: Basis) -> Iterator[Finding]:
    """The period of a budget or planned disbursement does not end before it begins."""
    for name in ("budgets", "planned_disbursements"):
        for position, each in enumerate(getattr(project, name)):
            if each.span is None and (days := reversed_days(each)) is not None:
                yield Finding(
                    f"{name}[{position}].span", f"the period is from {days[0]} to {days[1]}: exchange the two"
                )


@rule("span.budget-over-one-year", Severity.ERROR, "IATI ruleset", standard=("7.5.3",))
def over_one_year(project: Project, _: Basis) -> Iterator[Finding]:
    """A budget's end is at most 365 days after its start, in a leap year, too."""
    for position, span, days in _lengths(project):
        if days > _YEAR:
            yield Finding(
                f"budgets[{position}].span",
                f"{span} ends {days:,} days after it starts, and may end {_YEAR} days after: split it, or state the whole "
                f"as an amount",
            )


@rule("span.budget-over-365-days", Severity.INFO, "the standard's validators differ here")
def over_365_days(project: Project, _: Basis) -> Iterator[Finding]:
    """A budget covers no more days than a year has: the same day a year later is a day too many."""
    for position, span, days in _lengths(project):
        if days <= _YEAR and _is_past_a_year(span):
            yield Finding(
                f"budgets[{position}].span",
                f"{span} covers a day more than a year, both ends counted: the standard's validators differ on such spans",
            )


_YEAR = 365


def _lengths(project: Project) -> Iterator[tuple[int, DateSpan, int]]:
    """Give the position and period of each budget, and how many days its end is certainly after its start."""
    for position, budget in enumerate(project.budgets):
        span = budget.span
        if span is not None and span.start is not None and span.end is not None:
            yield position, span, (earliest_day(span.end) - latest_day(span.start)).days


def _is_past_a_year(span: DateSpan) -> bool:
    """Say whether a period certainly holds the same day a year after its start."""
    if span.start is None or span.end is None:
        return False
    return earliest_day(span.end).toordinal() >= ordinal_after(latest_day(span.start), 12)


@rule("budgets.value-date-outside", Severity.INFO, "practice; no rule of the standard ties the two")
def value_date_outside(project: Project, _: Basis) -> Iterator[Finding]:
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
def negative(project: Project, _: Basis) -> Iterator[Finding]:
    """A budget or planned disbursement is not below zero; corrections are transactions."""
    for name in ("budgets", "planned_disbursements"):
        for position, each in enumerate(getattr(project, name)):
            if each.value is not None and each.value.amount < 0:
                yield Finding(
                    f"{name}[{position}].value",
                    f"{each.value} is below zero: state the new total of the period instead",
                )


@rule("budgets.overlap", Severity.WARNING, "IATI guidance, activity budgets")
def overlap(project: Project, _: Basis) -> Iterator[Finding]:
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
def gap(project: Project, _: Basis) -> Iterator[Finding]:
    """Budgets follow each other without a gap."""
    spans = [(position, budget.span) for position, budget in enumerate(project.budgets) if budget.span is not None]
    for position, first, last in gaps(spans):
        yield Finding(f"budgets[{position}].span", f"no budget covers the days from {first} to {last}")


@rule("budgets.differ-from-total", Severity.WARNING, "donors' pages, which state both")
def differ_from_total(project: Project, _: Basis) -> Iterator[Finding]:
    """The budgets add up to the total budget and stay within the maximum contribution, within rounding."""
    total = _total(project.budgets) if project.amounts else None
    slack = rounding(total.currency, len(project.budgets)) if total is not None else Decimal(0)
    for position, amount in enumerate(project.amounts):
        stated = amount.value
        if total is None or stated is None or stated.currency != total.currency:
            continue
        more = total.amount - stated.amount
        if amount.kind is AmountKind.TOTAL_BUDGET and abs(more) > slack:
            yield Finding(f"amounts[{position}].value", f"the budgets add up to {total}, not {stated}")
        if amount.kind is AmountKind.MAXIMUM_CONTRIBUTION and more > slack:
            yield Finding(f"amounts[{position}].value", f"the budgets add up to {total}, more than {stated}")


def _total(stated: tuple[Budget, ...]) -> Money | None:
    """The sum of the budgets that stand; None where it is not known, or not certain which of them count."""
    try:
        total = budgets.total(stated)
    except (CurrencyMismatch, InvalidValue):  # several currencies, or a number too large to be held
        return None
    return None if total.doubts else total.value


@rule("budgets.percentage-out-of-range", Severity.ERROR, "IATI ruleset", standard=("12.2.1",))
def percentage_out_of_range(project: Project, _: Basis) -> Iterator[Finding]:
    """The percentage of capital expenditure, and of a heading of the country's budget, is from 0 to 100."""
    if project.capital_spend is not None and not 0 <= project.capital_spend <= 100:
        yield Finding("capital_spend", f"{project.capital_spend:f} is no share in percent: mend it")
    for at, item in enumerate(project.country_budget_items.items if project.country_budget_items is not None else ()):
        if out_of_range(item):
            yield Finding(
                f"country_budget_items.items[{at}].percentage", f"{item.percentage:f} is no share in percent: mend it"
            )


@rule("budgets.headings-do-not-add-up", Severity.WARNING, "IATI ruleset", standard=("7.9.1", "7.9.2", "7.9.4"))
def headings_do_not_add_up(project: Project, _: Basis) -> Iterator[Finding]:
    """Headings of the country's budget have percentages that add up to 100; a lone one has none, or 100.

    The standard asks for one percentage at least, and only where the vocabulary is stated.
    """
    headings = project.country_budget_items
    if headings is None or vocabulary(headings) is None:
        return
    path, items = "country_budget_items.items", headings.items
    if (bare := lacking(items)) and bare == len(items):
        yield Finding(path, "none of the headings has a percentage: state the share of each", "7.9.1")
    elif bare:
        yield Finding(path, f"{bare:,} of the {len(items):,} headings have no percentage: state the share of each")
    if len(items) > 1 and (fault := sum_fault(items)):
        yield Finding(path, f"the percentages of the headings {fault}: mend them", "7.9.2")
    if alone_and_partial(items):
        yield Finding(
            f"{path}[0].percentage",
            "it is the only heading: leave the percentage out, write 100, or state the others",
            "7.9.4",
        )


RULES: tuple[Rule, ...] = (
    no_money,
    no_span,
    span_reversed,
    over_one_year,
    over_365_days,
    value_date_outside,
    negative,
    overlap,
    gap,
    differ_from_total,
    percentage_out_of_range,
    headings_do_not_add_up,
)
