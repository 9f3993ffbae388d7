"""Money that is planned: budgets, planned disbursements, stated totals, and its place in the country's own budget."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, made_of, named, pairs_of
from aidmodel.model.element import Element
from aidmodel.model.organisation import Party, as_party_or_none
from aidmodel.values.code import Code, Listed, one_of, one_of_or_code
from aidmodel.values.money import Money, as_money_or_none
from aidmodel.values.number import as_decimal_or_none
from aidmodel.values.partial_date import as_day_or_none
from aidmodel.values.plain import as_string_or_none
from aidmodel.values.span import DateSpan, as_span_or_none
from aidmodel.values.text import Text, as_text


@final
class BudgetType(Listed):
    """Whether a figure is the first or a later one (IATI BudgetType)."""

    ORIGINAL = "1"
    """As first agreed."""
    REVISED = "2"
    """The new total of its period, in place of the original (not the difference)."""


@final
class BudgetStatus(Listed):
    """How firm a budget is (IATI BudgetStatus)."""

    INDICATIVE = "1"
    """A plan that does not bind."""
    COMMITTED = "2"
    """A plan that binds."""


@final
class BudgetNotProvided(Listed):
    """Why a project gives no budgets (IATI BudgetNotProvided)."""

    COMMERCIAL_RESTRICTIONS = "1"
    """Contracts or competition forbid it."""
    LEGAL_RESTRICTIONS = "2"
    """The law forbids it."""
    RAPID_ONSET_EMERGENCY = "3"
    """The work answers an emergency that came too fast to plan for."""


def _as_budget_type(value: BudgetType | Code | str | None) -> BudgetType | Code | None:
    return None if value is None else one_of_or_code(BudgetType, value)


def _as_budget_status(value: BudgetStatus | Code | str | None) -> BudgetStatus | Code | None:
    return None if value is None else one_of_or_code(BudgetStatus, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Budget(Element):
    """
    The money planned for a period.

    IATI 2.03: ``iati-activity/budget``.

    >>> Budget("2015-04-01/2016-03-31", value=Money("1979997", "CAD"))
    Budget('2015-04-01/2016-03-31', value=Money('1979997', 'CAD'))
    """

    span: DateSpan | None = field(
        default=None, converter=as_span_or_none, kw_only=False, metadata={"iati": "period-start, period-end"}
    )
    """The period, both days included; None: not stated, or reversed in the source."""
    value: Money | None = field(default=None, converter=as_money_or_none, metadata={"iati": "value"})
    """The amount for the whole period; None: not stated, or without any currency."""
    value_date: dt.date | None = field(default=None, converter=as_day_or_none, metadata={"iati": "value/@value-date"})
    """The day whose exchange rate is meant; None: not stated."""
    type: BudgetType | Code | None = field(default=None, converter=_as_budget_type, metadata={"iati": "@type"})
    """Original or revised; None: not stated (IATI guidance reads it as original)."""
    status: BudgetStatus | Code | None = field(default=None, converter=_as_budget_status, metadata={"iati": "@status"})
    """Indicative or committed; None: not stated (IATI guidance reads it as indicative)."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class PlannedDisbursement(Element):
    """
    A payment that is planned.

    IATI 2.03: ``iati-activity/planned-disbursement``.
    """

    span: DateSpan | None = field(
        default=None, converter=as_span_or_none, kw_only=False, metadata={"iati": "period-start, period-end"}
    )
    """The period it falls into; an open end where only a start is stated; None: not stated."""
    value: Money | None = field(default=None, converter=as_money_or_none, metadata={"iati": "value"})
    """The amount; None: not stated, or without any currency."""
    value_date: dt.date | None = field(default=None, converter=as_day_or_none, metadata={"iati": "value/@value-date"})
    """The day whose exchange rate is meant; None: not stated."""
    type: BudgetType | Code | None = field(default=None, converter=_as_budget_type, metadata={"iati": "@type"})
    """Original or revised; None: not stated."""
    provider: Party | None = field(default=None, converter=as_party_or_none, metadata={"iati": "provider-org"})
    """Who will pay; None: not stated."""
    receiver: Party | None = field(default=None, converter=as_party_or_none, metadata={"iati": "receiver-org"})
    """Who will be paid; None: not stated."""


@final
class AmountKind(Listed):
    """What a total on a donor's page means."""

    MAXIMUM_CONTRIBUTION = "maximum contribution"
    """The approved ceiling; once a GAC project is closed, the sum that was spent."""
    TOTAL_BUDGET = "total budget"
    """The budget of the whole project."""
    PROJECTED = "projected"
    """An investment that is foreseen."""


def _as_amount_kind(value: AmountKind | str) -> AmountKind:
    return one_of(AmountKind, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Amount(Element):
    """
    A total that a page states for the whole project; not a budget of a period.

    >>> Amount(Money("4000000.00", "CAD"), kind="maximum contribution")
    Amount(Money('4000000.00', 'CAD'), kind=AmountKind.MAXIMUM_CONTRIBUTION)
    """

    value: Money | None = field(default=None, converter=as_money_or_none, kw_only=False)
    """The amount; None: the label stands without a figure."""
    kind: AmountKind = field(converter=_as_amount_kind)
    """What the total means."""
    note: Text = field(default=Text(), converter=as_text)
    """What the source adds to the figure."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class BudgetItem(Element):
    """
    A heading of the recipient government's own budget, and the share of the project that falls under it.

    IATI 2.03: ``country-budget-items/budget-item``.
    """

    code: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@code"})
    """The heading's code as written; None: not stated."""
    percentage: Decimal | None = field(default=None, converter=as_decimal_or_none, metadata={"iati": "@percentage"})
    """Its share of the project in percent; None: not stated."""
    description: Text = field(default=Text(), converter=as_text, metadata={"iati": "description"})
    """What falls under it."""


def _as_budget_items(
    value: BudgetItem | str | Iterable[BudgetItem | str] | Mapping[str, Decimal | int | str],
) -> tuple[BudgetItem, ...]:
    pairs = pairs_of(value)
    if pairs is None:
        return as_items(value, BudgetItem, BudgetItem)
    return made_of(pairs, lambda pair: BudgetItem(pair[0], percentage=pair[1]))


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class CountryBudgetItems(Element):
    """
    How a project falls under the headings of the recipient government's own budget.

    IATI 2.03: ``iati-activity/country-budget-items``.

    >>> CountryBudgetItems({"1.1.1": 50, "1.2.1": 50}, vocabulary="2")
    CountryBudgetItems([BudgetItem('1.1.1', percentage=50), BudgetItem('1.2.1', percentage=50)], vocabulary='2')
    """

    items: tuple[BudgetItem, ...] = field(
        default=(), converter=_as_budget_items, kw_only=False, metadata={"iati": "budget-item"}
    )
    """The headings; a mapping goes from code to percentage."""
    vocabulary: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@vocabulary"})
    """The list the codes are from (IATI BudgetIdentifierVocabulary); None: not stated."""


def as_budget_not_provided_or_none(value: BudgetNotProvided | Code | str | None) -> BudgetNotProvided | Code | None:
    """Give the reason that was meant, or None."""
    return None if value is None else one_of_or_code(BudgetNotProvided, value)


def as_country_budget_items_or_none(value: CountryBudgetItems | None) -> CountryBudgetItems | None:
    """Give the headings that were meant, or None."""
    return None if value is None else as_instance(value, CountryBudgetItems)


def as_budgets(value: Budget | Iterable[Budget]) -> tuple[Budget, ...]:
    """Give the budgets that were meant."""
    return as_items(value, Budget)


def as_planned_disbursements(
    value: PlannedDisbursement | Iterable[PlannedDisbursement],
) -> tuple[PlannedDisbursement, ...]:
    """Give the planned disbursements that were meant."""
    return as_items(value, PlannedDisbursement)


def as_amounts(
    value: Amount | Iterable[Amount] | Mapping[str, Money | str],
) -> tuple[Amount, ...]:
    """Give the amounts that were meant; a mapping goes from kind to money."""
    pairs = pairs_of(value)
    return as_items(value, Amount) if pairs is None else made_of(pairs, lambda pair: Amount(pair[1], kind=pair[0]))
