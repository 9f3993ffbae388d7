"""Rules on money against money: revised budgets against originals, and what was spent against the budget."""

import datetime as dt
from bisect import bisect
from collections.abc import Iterator
from decimal import Decimal

from aidmodel.analysis import budgets
from aidmodel.analysis.lines import Measure, Outcome
from aidmodel.analysis.standing import groups
from aidmodel.analysis.terms import Terms
from aidmodel.errors import CurrencyMismatch, InvalidValue
from aidmodel.issues import Severity
from aidmodel.model.budget import Budget, BudgetType
from aidmodel.model.project import Project
from aidmodel.model.transaction import TransactionType
from aidmodel.rules.money import rounding
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan

_REVISES = "IATI guidance, activity budgets: a revised budget is the new total of its period"


def _revised(project: Project) -> list[tuple[int, Budget, DateSpan]]:
    """Give each revised budget that has a period, with its position."""
    return [
        (at, budget, budget.span)
        for at, budget in enumerate(project.budgets)
        if budget.type is BudgetType.REVISED and budget.span is not None
    ]


@rule("budgets.revised-in-part", Severity.WARNING, _REVISES)
def revised_in_part(project: Project, basis: Basis) -> Iterator[Finding]:
    """The days of an original budget are revised all or none; of one that is revised in part a part counts twice."""
    if not basis.each(_revised, project):
        return
    spans = [span for _, _, span in basis.each(_revised, project) if span.exact]
    whole, revised = set(spans), DateSpan.merge(spans)
    begins = [span.first or dt.date.min for span in revised]
    touched: dict[str, tuple[DateSpan, DateSpan]] = {}
    for at, budget in enumerate(project.budgets):
        span = budget.span
        if span is None or not span.exact or span in whole or budget.type is BudgetType.REVISED:
            continue
        before = revised[: bisect(begins, span.last or dt.date.max)][-1:]
        if before and before[0].overlaps(span):
            touched[f"budgets[{at}]"] = (span, before[0])
    for line in next(iter(groups(project, Measure.BUDGETS))).lines if touched else ():
        if line.path in touched and line.outcome is not Outcome.REPLACED:
            span, part = touched[line.path]
            yield Finding(
                f"{line.path}.span",
                f"of {span} only a part is revised, in the budget of {part}: state a revised one for the rest, too",
            )


@rule("budgets.revised-without-original", Severity.INFO, _REVISES)
def revised_without_original(project: Project, basis: Basis) -> Iterator[Finding]:
    """What a budget was before it was revised is stated, too."""
    if not basis.each(_revised, project):
        return
    originals = [
        each.span for each in project.budgets if each.type in (None, BudgetType.ORIGINAL) and each.span is not None
    ]
    joined = DateSpan.merge(span for span in originals if span.exact)
    begins = [span.first or dt.date.min for span in joined]
    known = set(originals)
    for at, _, span in basis.each(_revised, project):
        before = joined[: bisect(begins, span.last or dt.date.max)][-1:] if span.exact else ()
        if span.exact and span not in known and not (before and before[0].overlaps(span)):
            yield Finding(
                f"budgets[{at}].type", f"there is no original budget for {span}: keep the one that was revised"
            )


@rule("budgets.revised-in-other-currency", Severity.WARNING, _REVISES)
def revised_in_other_currency(project: Project, basis: Basis) -> Iterator[Finding]:
    """A budget is revised in the currency that it was stated in."""
    revised = basis.each(_revised, project)
    stated: dict[DateSpan, tuple[int, Money]] = {}
    for at, each in enumerate(project.budgets if revised else ()):
        if each.type in (None, BudgetType.ORIGINAL) and each.span is not None and each.value is not None:
            stated.setdefault(each.span, (at, each.value))
    for at, budget, span in revised:
        original = stated.get(span)
        if original is not None and budget.value is not None and budget.value.currency != original[1].currency:
            yield Finding(
                f"budgets[{at}].value",
                f"it is in {budget.value.currency}, and budgets[{original[0]}], which it revises, in "
                f"{original[1].currency}: state both in one",
            )


_SPENDING = (TransactionType.DISBURSEMENT, TransactionType.EXPENDITURE, TransactionType.REIMBURSEMENT)


@rule("budgets.overspent", Severity.WARNING, "what a budget is")
def overspent(project: Project, basis: Basis) -> Iterator[Finding]:
    """Since the first budget began no more was disbursed and expended than the budgets of the periods begun hold in full,
    within rounding.

    Amounts of several currencies count only where rates are given, each at the rate of its value date. Nothing is said
    where an amount, a date or a rate is missing, or where budgets overlap.
    """
    if not project.budgets or not any(each.type in _SPENDING for each in project.transactions):
        return
    try:
        found = _spent_and_due(project, basis)
    except (CurrencyMismatch, InvalidValue):  # several currencies and no rates, or a sum too large to be held
        return
    if found is not None:
        spent, due, first = found
        yield Finding(
            "budgets",
            f"from {first} to {basis.as_of} {spent} was spent, and the budget of the periods begun by then is {due}: revise "
            f"it, or mend one of the two",
        )


def _spent_and_due(project: Project, basis: Basis) -> tuple[Money, Money, dt.date] | None:
    """Give what was spent since the first budget began, the budget of the periods begun, and that day.

    None: it is not known, or not more.
    """
    stated = [each.value.currency for each in project.budgets if each.value is not None]
    stated += [each.value.currency for each in project.transactions if each.value is not None]
    terms = Terms(stated[0], basis.rates, "value_date") if len(set(stated)) > 1 else Terms()
    planned = budgets.total(project.budgets, **terms._asdict())
    begun = [
        (entry.line.span.first, entry.amount)
        for entry in planned.counted
        if entry.amount is not None and entry.line.span is not None and _has_begun(entry.line.span, basis.as_of)
    ]
    starts = [first for first, _ in begun if first is not None]
    if planned.value is None or planned.doubts or not starts or len(starts) < len(begun):
        return None
    due = Money.sum(amount for _, amount in begun)
    most = due.amount + rounding(due.currency, len(begun))
    if len(set(stated)) == 1 and _paid(project) <= most:
        return None
    since = DateSpan(min(starts), basis.as_of)
    spent = budgets.spent(project.transactions, within=since, **terms._asdict())
    if spent.value is None or spent.doubts or spent.value.amount <= most:
        return None
    return spent.value, due, min(starts)


def _paid(project: Project) -> Decimal:
    """Give what was spent at most, whenever it was, where all amounts are in one currency."""
    return sum(
        (
            each.value.amount
            for each in project.transactions
            if each.type in _SPENDING and each.value is not None and each.value.amount > 0
        ),
        Decimal(0),
    )


def _has_begun(span: DateSpan, as_of: dt.date) -> bool:
    """Say whether a period may have begun by a day."""
    return span.first is None or span.first <= as_of


RULES: tuple[Rule, ...] = (revised_in_part, revised_without_original, revised_in_other_currency, overspent)
