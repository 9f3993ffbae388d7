"""Money that moved, or was promised on a day."""

import datetime as dt
from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_items, named
from aidmodel.model.classification import Sector, as_sectors
from aidmodel.model.element import Element
from aidmodel.model.organisation import Party, as_party_or_none
from aidmodel.model.place import Country, Region, as_country_or_none, as_region_or_none
from aidmodel.values.code import Code, Listed, as_code_or_none, as_codes, one_of_or_code
from aidmodel.values.money import Money, as_money_or_none
from aidmodel.values.partial_date import as_day_or_none
from aidmodel.values.plain import as_flag, as_string_or_none
from aidmodel.values.text import Text, as_text


@final
class TransactionType(Listed):
    """What kind of movement it is (IATI TransactionType)."""

    INCOMING_FUNDS = "1"
    """Money received."""
    OUTGOING_COMMITMENT = "2"
    """A firm, written promise to give."""
    DISBURSEMENT = "3"
    """Money passed on to another organisation or project."""
    EXPENDITURE = "4"
    """Money spent on goods and services of the project."""
    INTEREST_PAYMENT = "5"
    """Interest paid."""
    LOAN_REPAYMENT = "6"
    """Principal paid back."""
    REIMBURSEMENT = "7"
    """A disbursement that covers what the receiver has already spent, as the grant or loan provides for."""
    PURCHASE_OF_EQUITY = "8"
    """Shares bought."""
    SALE_OF_EQUITY = "9"
    """Shares sold."""
    CREDIT_GUARANTEE = "10"
    """A guarantee given for a loan."""
    INCOMING_COMMITMENT = "11"
    """A firm, written promise received."""
    OUTGOING_PLEDGE = "12"
    """An announcement to give that does not bind."""
    INCOMING_PLEDGE = "13"
    """An announcement received that does not bind."""


def _as_transaction_type(value: TransactionType | Code | str | None) -> TransactionType | Code | None:
    return None if value is None else one_of_or_code(TransactionType, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Transaction(Element):
    """
    A payment, commitment or pledge.

    IATI 2.03: ``iati-activity/transaction``.
    """

    type: TransactionType | Code | None = field(
        default=None, converter=_as_transaction_type, metadata={"iati": "transaction-type/@code"}
    )
    """The kind; None: not stated."""
    date: dt.date | None = field(
        default=None, converter=as_day_or_none, metadata={"iati": "transaction-date/@iso-date"}
    )
    """The day it took place; None: not stated."""
    value: Money | None = field(default=None, converter=as_money_or_none, metadata={"iati": "value"})
    """The amount, below zero for a correction; None: not stated, or without any currency."""
    value_date: dt.date | None = field(default=None, converter=as_day_or_none, metadata={"iati": "value/@value-date"})
    """The day whose exchange rate is meant; None: not stated."""
    ref: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@ref"})
    """The publisher's own reference; None: not stated."""
    humanitarian: bool | None = field(default=None, converter=as_flag, metadata={"iati": "@humanitarian"})
    """Whether it is humanitarian aid; None: not stated."""
    description: Text = field(default=Text(), converter=as_text, metadata={"iati": "description"})
    """What it was for."""
    provider: Party | None = field(default=None, converter=as_party_or_none, metadata={"iati": "provider-org"})
    """Who paid; None: not stated."""
    receiver: Party | None = field(default=None, converter=as_party_or_none, metadata={"iati": "receiver-org"})
    """Who was paid; None: not stated."""
    disbursement_channel: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "disbursement-channel/@code"}
    )
    """Through whose books it went (IATI DisbursementChannel); None: not stated."""
    sectors: tuple[Sector, ...] = field(default=(), converter=as_sectors, metadata={"iati": "sector"})
    """What it was for, where that is stated here and not for the project."""
    country: Country | None = field(default=None, converter=as_country_or_none, metadata={"iati": "recipient-country"})
    """The country it was for; None: not stated here."""
    region: Region | None = field(default=None, converter=as_region_or_none, metadata={"iati": "recipient-region"})
    """The region it was for; None: not stated here."""
    flow_type: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "flow-type/@code"})
    """ODA or another flow (IATI FlowType); None: as the project's default."""
    finance_type: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "finance-type/@code"})
    """Grant, loan or another instrument (IATI FinanceType); None: as the project's default."""
    aid_types: tuple[Code, ...] = field(default=(), converter=as_codes, metadata={"iati": "aid-type"})
    """Kinds of aid (IATI AidType and other vocabularies); none: as the project's default."""
    tied_status: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "tied-status/@code"})
    """Whether it is tied to goods of the giver (IATI TiedStatus); None: as the project's default."""


def as_transactions(value: Transaction | Iterable[Transaction]) -> tuple[Transaction, ...]:
    """Give the transactions that were meant."""
    return as_items(value, Transaction)
