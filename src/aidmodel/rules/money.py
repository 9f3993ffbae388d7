"""Rules on amounts of money, wherever they stand."""

from collections.abc import Iterator
from decimal import Decimal

from aidmodel.issues import Severity
from aidmodel.model.budget import Budget, PlannedDisbursement
from aidmodel.model.oecd import Forecast, LoanStatus
from aidmodel.model.project import Project
from aidmodel.model.transaction import Transaction
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import raw
from aidmodel.rules.walk import money
from aidmodel.values.currency import CURRENCIES

_LOANS = ("interest_received", "principal_outstanding", "principal_arrears", "interest_arrears")


@rule("money.no-currency", Severity.ERROR, "IATI ruleset", standard=("7.8.1",))
def no_currency(project: Project, _: Basis) -> Iterator[Finding]:
    """The project states a currency, or each amount its own."""
    if project.default_currency is None and raw(project, "@default-currency") is None:
        path = next(_without_currency(project), None)
        if path is not None:
            yield Finding(
                "default_currency", f"no currency is stated, and {path} has none of its own: state one of the two"
            )


def _without_currency(project: Project) -> Iterator[str]:
    """Give the path of each amount that states no currency."""
    for name in ("budgets", "planned_disbursements", "transactions"):
        yield from (f"{name}[{at}].value" for at, each in enumerate(getattr(project, name)) if _is_without(each))
    loan = project.crs_add.loan_status if project.crs_add is not None else None
    if loan is not None and _is_loan_without(loan):
        yield "crs_add.loan_status"
    for at, forecast in enumerate(project.fss.forecasts if project.fss is not None else ()):
        if _is_forecast_without(forecast):
            yield f"fss.forecasts[{at}].value"


def _is_without(thing: Budget | PlannedDisbursement | Transaction) -> bool:
    """Say whether an amount stands in a thing, or something in its place, without a currency."""
    if thing.value is not None or raw(thing, "@currency", "value") is not None:
        return False
    kept = thing.extras.raw if thing.extras is not None else ()
    return thing.value_date is not None or any("value" in (each.at, each.name) for each in kept)


def _is_loan_without(loan: LoanStatus) -> bool:
    return raw(loan, "@currency") is None and all(getattr(loan, name) is None for name in _LOANS)


def _is_forecast_without(forecast: Forecast) -> bool:
    return forecast.value is None and raw(forecast, "@currency") is None


_OWN = ("participants[", "amounts[")
"""Where amounts stand that IATI has no place for, and so no check of a code list."""


def rounding(currency: str, count: int) -> Decimal:
    """Give how far so many rounded amounts may be from their sum: half a smallest unit each, and a whole one at least."""
    listed = CURRENCIES.get(currency)
    unit = Decimal(1).scaleb(-(listed.minor_unit or 0) if listed else 0)
    return max(unit, count * unit / 2)


@rule("money.unknown-currency", Severity.WARNING, "ISO 4217")
def unknown_currency(project: Project, basis: Basis) -> Iterator[Finding]:
    """The currency of a contribution, or of an amount that a page states, is one of ISO 4217, present or former."""
    for path, amount in basis.each(money, project):
        if amount.currency not in CURRENCIES and path.startswith(_OWN):
            yield Finding(f"{path}.currency", f"ISO 4217 has no currency {amount.currency}")


@rule("money.too-many-decimals", Severity.WARNING, "ISO 4217 minor units")
def too_many_decimals(project: Project, basis: Basis) -> Iterator[Finding]:
    """An amount is no finer than its currency's smallest unit."""
    for path, amount in basis.each(money, project):
        places = CURRENCIES[amount.currency].minor_unit if amount.currency in CURRENCIES else None
        if places is not None and amount.amount % Decimal(1).scaleb(-places):
            yield Finding(
                f"{path}.amount", f"{amount} is finer than the {places} decimals of {amount.currency}: round it"
            )


RULES: tuple[Rule, ...] = (no_currency, unknown_currency, too_many_decimals)
