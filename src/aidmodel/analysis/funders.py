"""What each funder gives, and which part of the whole that is."""

from collections.abc import Iterable
from fractions import Fraction
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, named
from aidmodel.analysis.lines import Outcome
from aidmodel.analysis.total import Entry, Total
from aidmodel.model.organisation import Funder
from aidmodel.values.money import Money, as_money_or_none


def _as_funder(value: Funder) -> Funder:
    return as_instance(value, Funder)


def _as_entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    return as_items(value, Entry)


def _as_share(value: Fraction | None) -> Fraction | None:
    return None if value is None else as_instance(value, Fraction)


@final
@frozen(field_transformer=named)
class FunderShare:
    """What one funder gives, to one project or several."""

    funder: Funder = field(converter=_as_funder)
    """The funder, as it is stated first."""
    amount: Money | None = field(converter=as_money_or_none)
    """What it gives in all; None: not known, as a contribution is not stated or could not be counted."""
    share: Fraction | None = field(converter=_as_share)
    """Its part of what all give, exact; None: not known, as what one of them gives is not, or all give 0."""
    entries: tuple[Entry, ...] = field(converter=_as_entries)
    """Its contributions, project by project."""


def shares_of(total: Total) -> tuple[FunderShare, ...]:
    """Give what each funder gives of a sum of contributions; funders are the same by their reference, else by their name."""
    found: dict[object, list[Entry]] = {}
    for position, entry in enumerate(total.entries):
        funder = entry.line.item
        if isinstance(funder, Funder):
            name = ("ref", funder.ref) if funder.ref else ("name", str(funder.name) or position)
            found.setdefault(name, []).append(entry)
    whole = total.value
    shares: list[FunderShare] = []
    for entries in found.values():
        known = [entry.amount for entry in entries if entry.amount is not None]
        out = any(entry.line.outcome is Outcome.LEFT_OUT for entry in entries)
        amount = None if out or not known else Money.sum(known)
        share = None
        if amount is not None and whole is not None and whole.amount:
            share = Fraction(amount.amount) / Fraction(whole.amount)
        shares.append(FunderShare(as_instance(entries[0].line.item, Funder), amount, share, entries))
    return tuple(shares)
