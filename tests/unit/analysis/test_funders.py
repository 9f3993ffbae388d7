"""What each funder gives, and which part of the whole that is."""

import copy
import pickle
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest

from aidmodel.analysis import budgets
from aidmodel.analysis.funders import FunderShare
from aidmodel.errors import CurrencyMismatch, InvalidValue
from aidmodel.model.budget import Budget
from aidmodel.model.organisation import Funder, Participant
from aidmodel.model.project import Project
from aidmodel.model.statement import RelatedProject
from aidmodel.rates.providers import FixedRates
from aidmodel.values.money import Money

AGREED = FixedRates({("CAD", "USD"): "0.5"}, source="agreement 12/2021")
CANADA, QUEBEC = Funder("Canada", contribution="CAD 3"), Funder("Quebec", contribution="CAD 1")


def told(shares: Iterable[FunderShare]) -> list[tuple[str, Money | None, Fraction | None]]:
    """Give name, amount and share of each."""
    return [(str(each.funder.name), each.amount, each.share) for each in shares]


def of(*participants: Funder | Participant, **stated: Any) -> list[tuple[str, Money | None, Fraction | None]]:
    """Give the shares in a project of these participants."""
    return told(budgets.funder_shares(Project(participants=participants), **stated))


def test_each_gives_its_part() -> None:
    """CAD 3 and CAD 1 are three quarters and one; who does not fund has no part."""
    expected = [("Canada", Money("3", "CAD"), Fraction(3, 4)), ("Quebec", Money("1", "CAD"), Fraction(1, 4))]

    assert expected == of(CANADA, Participant("Norte", role="implementing"), QUEBEC)
    assert expected == told(budgets.funder_shares([CANADA, QUEBEC]))


def test_parts_are_exact_and_sum_to_1() -> None:
    """Three equal parts are thirds."""
    shares = of(*[Funder(name, contribution="CAD 0.01") for name in ("A", "B", "C")])

    assert [Fraction(1, 3)] * 3 == [share for *_, share in shares]


def test_where_one_is_not_known_no_part_is() -> None:
    """Not stated is not zero; the amounts of the others stay."""
    assert [("Canada", Money("3", "CAD"), None), ("Quebec", None, None)] == of(CANADA, Funder("Quebec"))


def test_zero_is_a_part_of_something_and_not_of_nothing() -> None:
    """0 of CAD 3 is 0; 0 of 0 is not known."""
    nothing = Funder("Quebec", contribution="CAD 0")

    assert [("Canada", Money("3", "CAD"), Fraction(1)), ("Quebec", Money("0", "CAD"), Fraction(0))] == of(
        CANADA, nothing
    )
    assert [("Quebec", Money("0", "CAD"), None)] == of(nothing)


def test_nobody_gives_nothing() -> None:
    """No funders, no shares."""
    assert [] == of() == of(Participant("Norte", role="implementing"))


def test_several_currencies_are_a_mismatch() -> None:
    """Without rates there is no whole."""
    for stated in ({}, {"to": "USD"}):
        with pytest.raises(CurrencyMismatch):
            of(CANADA, Funder("UK", contribution="GBP 1"), **stated)


def test_contributions_are_converted_at_the_rate_of_a_day() -> None:
    """CAD 3 at 0.5 are USD 1.50, half of USD 3."""
    shares = budgets.funder_shares(
        Project(participants=[CANADA, Funder("US", contribution="USD 1.5")]), to="USD", rates=AGREED, on="2022-03-28"
    )

    assert [("Canada", Money("1.50", "USD"), Fraction(1, 2)), ("US", Money("1.5", "USD"), Fraction(1, 2))] == told(
        shares
    )
    assert ["CAD 3.00 = USD 1.50"] == [
        str(entry.conversion) for share in shares for entry in share.entries if entry.conversion is not None
    ]


def test_a_day_is_wanted() -> None:
    """A contribution states none."""
    with pytest.raises(InvalidValue):
        of(CANADA, to="USD", rates=AGREED)


def test_what_has_no_rate_is_not_known() -> None:
    """So no part is; the entry says why."""
    shares = budgets.funder_shares([Funder("UK", contribution="GBP 1")], to="USD", rates=AGREED, on="2022-03-28")

    assert [("UK", None, None)] == told(shares)
    assert ["no rate from GBP to USD for 2022-03-28 in agreement 12/2021: agreed are CAD/USD"] == [
        entry.line.note for entry in shares[0].entries
    ]


def test_a_funder_of_several_projects_is_one() -> None:
    """The same by its reference, else by its name: CAD 3 and CAD 5 of CAD 9."""
    by_ref = [
        Project(participants=[Funder("Canada", ref="XM-DAC-301-2", contribution="CAD 3"), QUEBEC]),
        Project(participants=Funder("Global Affairs Canada", ref="XM-DAC-301-2", contribution="CAD 5")),
    ]
    by_name = [
        Project(participants=[CANADA, QUEBEC]),
        Project(participants=Funder("Canada", contribution="CAD 5")),
    ]
    for projects in (by_ref, by_name):
        shares = budgets.funder_shares(iter(projects))

        assert [("Canada", Money("8", "CAD"), Fraction(8, 9)), ("Quebec", Money("1", "CAD"), Fraction(1, 9))] == told(
            shares
        )
        assert ["[0].participants[0]", "[1].participants[0]"] == [entry.line.path for entry in shares[0].entries]


def test_a_name_is_no_reference() -> None:
    """Two funders, one of which is called what the other has for a reference."""
    shares = of(Funder("Somebody", ref="Canada", contribution="CAD 1"), CANADA)

    assert ["Somebody", "Canada"] == [name for name, *_ in shares]


def test_funders_without_a_name_are_different_ones() -> None:
    """Nothing says that they are the same."""
    assert 2 == len(of(Funder(contribution="CAD 1"), Funder(contribution="CAD 1")))


def test_a_family_is_funded_once() -> None:
    """The contribution to a child is part of that to its parent."""
    projects = [
        Project(identifier="P", participants=CANADA),
        Project(identifier="C", participants=CANADA, related_projects=RelatedProject("P", type="parent")),
    ]

    assert [("Canada", Money("3", "CAD"), Fraction(1))] == told(budgets.funder_shares(projects))
    assert [("Canada", Money("6", "CAD"), Fraction(1))] == told(budgets.funder_shares(projects, hierarchy="all"))


@pytest.mark.parametrize("holder", [None, "Canada", Budget(), [Budget()], Participant("Norte", role="implementing")])
def test_funders_are_wanted(holder: Any) -> None:
    """Projects or funders."""
    with pytest.raises(InvalidValue):
        budgets.funder_shares(holder)


def test_shares_are_values() -> None:
    """Equal, hashable, and the same after pickling and copying."""
    (share,) = budgets.funder_shares(CANADA)

    assert share == pickle.loads(pickle.dumps(share)) == copy.deepcopy(share)  # noqa: S301
    assert hash(share) == hash(budgets.funder_shares(CANADA)[0])
    assert share == FunderShare(CANADA, "CAD 3", Fraction(1), share.entries)
