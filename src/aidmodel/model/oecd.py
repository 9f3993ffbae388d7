"""What the OECD asks donors for: facts for its Creditor Reporting System, and for its survey of forward spending."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, named
from aidmodel.model.element import Element
from aidmodel.values.code import Code, as_code_or_none
from aidmodel.values.money import Money, as_money_or_none
from aidmodel.values.number import as_decimal_or_none
from aidmodel.values.partial_date import as_day_or_none
from aidmodel.values.plain import as_flag, as_string_or_none, as_whole_or_none


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class CrsFlag(Element):
    """
    One of the marks that the Creditor Reporting System sets on a project.

    IATI 2.03: ``crs-add/other-flags``.

    >>> CrsFlag("1", significance=True)
    CrsFlag('1', significance=True)
    """

    code: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@code"})
    """Which mark: free-standing technical cooperation (1), programme-based approach (2), investment project (3),
    associated financing (4) (IATI CRSAddOtherFlags); None: not stated."""
    significance: bool | None = field(default=None, converter=as_flag, metadata={"iati": "@significance"})
    """Whether it applies; None: not stated."""


def _as_flags(value: CrsFlag | Iterable[CrsFlag]) -> tuple[CrsFlag, ...]:
    return as_items(value, CrsFlag)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class LoanTerms(Element):
    """
    The terms a loan is given on.

    IATI 2.03: ``crs-add/loan-terms``.
    """

    rate_1: Decimal | None = field(default=None, converter=as_decimal_or_none, metadata={"iati": "@rate-1"})
    """The interest rate in percent a year; None: not stated."""
    rate_2: Decimal | None = field(default=None, converter=as_decimal_or_none, metadata={"iati": "@rate-2"})
    """The second interest rate in percent a year, where the loan has one; None: not stated."""
    repayment_type: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "repayment-type/@code"}
    )
    """Equal payments, annuity, lump sum or another way (IATI LoanRepaymentType); None: not stated."""
    repayment_plan: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "repayment-plan/@code"}
    )
    """How often it is paid back (IATI LoanRepaymentPeriod); None: not stated."""
    commitment_date: dt.date | None = field(
        default=None, converter=as_day_or_none, metadata={"iati": "commitment-date/@iso-date"}
    )
    """The day it was agreed; None: not stated."""
    repayment_first_date: dt.date | None = field(
        default=None, converter=as_day_or_none, metadata={"iati": "repayment-first-date/@iso-date"}
    )
    """The day of the first repayment; None: not stated."""
    repayment_final_date: dt.date | None = field(
        default=None, converter=as_day_or_none, metadata={"iati": "repayment-final-date/@iso-date"}
    )
    """The day of the last repayment; None: not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class LoanStatus(Element):
    """
    How a loan stood at the end of a reporting year.

    In IATI one ``@currency`` is for all its amounts; here each amount carries its own.

    IATI 2.03: ``crs-add/loan-status``.
    """

    year: int | None = field(default=None, converter=as_whole_or_none, metadata={"iati": "@year"})
    """The reporting year; None: not stated."""
    value_date: dt.date | None = field(default=None, converter=as_day_or_none, metadata={"iati": "@value-date"})
    """The day whose exchange rate is meant; None: not stated."""
    interest_received: Money | None = field(
        default=None, converter=as_money_or_none, metadata={"iati": "interest-received"}
    )
    """Interest paid to the lender in the year; None: not stated, or without any currency."""
    principal_outstanding: Money | None = field(
        default=None, converter=as_money_or_none, metadata={"iati": "principal-outstanding"}
    )
    """What was lent and is not paid back yet, arrears included; None: not stated, or without any currency."""
    principal_arrears: Money | None = field(
        default=None, converter=as_money_or_none, metadata={"iati": "principal-arrears"}
    )
    """What should have been paid back by then; None: not stated, or without any currency."""
    interest_arrears: Money | None = field(
        default=None, converter=as_money_or_none, metadata={"iati": "interest-arrears"}
    )
    """Interest that should have been paid by then; None: not stated, or without any currency."""


def _as_terms(value: LoanTerms | None) -> LoanTerms | None:
    return None if value is None else as_instance(value, LoanTerms)


def _as_status(value: LoanStatus | None) -> LoanStatus | None:
    return None if value is None else as_instance(value, LoanStatus)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class CrsAdd(Element):
    """
    What the Creditor Reporting System of the OECD wants to know beside the rest.

    IATI 2.03: ``iati-activity/crs-add``.
    """

    other_flags: tuple[CrsFlag, ...] = field(default=(), converter=_as_flags, metadata={"iati": "other-flags"})
    """The marks that apply, or do not."""
    loan_terms: LoanTerms | None = field(default=None, converter=_as_terms, metadata={"iati": "loan-terms"})
    """The terms of a loan; None: not stated."""
    loan_status: LoanStatus | None = field(default=None, converter=_as_status, metadata={"iati": "loan-status"})
    """How a loan stood; None: not stated."""
    channel_code: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "channel-code"})
    """The channel the money goes through (IATI CRSChannelCode); None: not stated."""


def as_crs_add_or_none(value: CrsAdd | None) -> CrsAdd | None:
    """Give the facts that were meant, or None."""
    return None if value is None else as_instance(value, CrsAdd)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Forecast(Element):
    """
    What a donor foresees to spend in a year.

    IATI 2.03: ``fss/forecast``.

    >>> Forecast(2014, value=Money("3000", "GBP"))
    Forecast(2014, value=Money('3000', 'GBP'))
    """

    year: int | None = field(default=None, converter=as_whole_or_none, kw_only=False, metadata={"iati": "@year"})
    """The calendar year; None: not stated."""
    value: Money | None = field(default=None, converter=as_money_or_none, metadata={"iati": "."})
    """The amount; None: not stated, or without any currency."""
    value_date: dt.date | None = field(default=None, converter=as_day_or_none, metadata={"iati": "@value-date"})
    """The day whose exchange rate is meant; None: not stated."""


def _as_forecasts(value: Forecast | Iterable[Forecast]) -> tuple[Forecast, ...]:
    return as_items(value, Forecast)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class ForwardSpending(Element):
    """
    What a donor told the OECD's forward spending survey about a project.

    IATI 2.03: ``iati-activity/fss``.
    """

    extraction_date: dt.date | None = field(
        default=None, converter=as_day_or_none, metadata={"iati": "@extraction-date"}
    )
    """The day the figures were taken from the donor's system; None: not stated."""
    priority: bool | None = field(default=None, converter=as_flag, metadata={"iati": "@priority"})
    """Whether the recipient is a priority partner of the donor; None: not stated."""
    phaseout_year: int | None = field(default=None, converter=as_whole_or_none, metadata={"iati": "@phaseout-year"})
    """The year the donor means to leave the partner country; None: not stated."""
    forecasts: tuple[Forecast, ...] = field(default=(), converter=_as_forecasts, metadata={"iati": "forecast"})
    """What is foreseen, year by year."""


def as_forward_spending_or_none(value: ForwardSpending | None) -> ForwardSpending | None:
    """Give the answers that were meant, or None."""
    return None if value is None else as_instance(value, ForwardSpending)
