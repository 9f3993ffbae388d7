"""Agreed rates, and several sources asked in turn."""

import copy
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest

from aidmodel.errors import InvalidValue, RateNotFound
from aidmodel.rates.conversion import convert
from aidmodel.rates.providers import ChainProvider, FixedRates
from aidmodel.rates.rate import Rate, RateBasis, RateProvider
from aidmodel.rates.table import RateTable
from aidmodel.values.money import Money
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import DateSpan

AGREED: dict[tuple[str, str], Any] = {("CAD", "USD"): "0.75", ("EUR", "USD"): "1.10"}


def agreed(pairs: Any = AGREED, **stated: Any) -> FixedRates:
    """Build rates of an agreement."""
    return FixedRates(pairs, **{"source": "agreement 12/2021", **stated})


def years(source: str, **currencies: str) -> RateTable:
    """Build a table of 2018 against the dollar."""
    return RateTable(
        {code: {2018: value} for code, value in currencies.items()},
        source=source,
        pivot="USD",
        quoting="units_per_pivot",
        basis="period average",
        frequency="year",
    )


def test_an_agreed_rate_holds_for_every_day() -> None:
    """A contract without dates has no age."""
    found = agreed().rate("CAD", "USD", "1999-12-31")

    assert Rate("CAD", "USD", "0.75", on="1999-12-31", basis="contract", source="agreement 12/2021") == found
    assert found.age_days is None


def test_an_agreed_rate_answers_both_ways_round() -> None:
    """USD 75 are CAD 100, by division."""
    found = convert("USD 75", "CAD", on="2022", rates=agreed())

    assert Money("100.00", "CAD") == found.result
    assert found.rate.inverted
    assert (Decimal(1), Decimal("0.75")) == found.rate.terms


def test_what_was_not_agreed_is_not_computed() -> None:
    """CAD to USD and EUR to USD are no agreement on CAD and EUR."""
    with pytest.raises(RateNotFound) as caught:
        agreed().rate("CAD", "EUR", "2022-03-28")

    assert ("no rate from CAD to EUR for 2022-03-28 in agreement 12/2021: agreed are CAD/USD, EUR/USD") == str(
        caught.value
    )


@pytest.mark.parametrize("on", ["2021-12-01", "2025-03-31", "2022", "2025-03", PartialDate("2022-Q3")])
def test_an_agreement_holds_for_its_span(on: Any) -> None:
    """First and last day included; a month or year that lies in it."""
    found = agreed(span="2021-12-01/2025-03-31").rate("CAD", "USD", on)

    assert Decimal("0.75") == found.value
    assert (DateSpan.parse("2021-12-01/2025-03-31"), 0) == (found.observed, found.age_days)


@pytest.mark.parametrize("on", ["2021-11-30", "2025-04-01", "2021", "2025", "2022~"])
def test_an_agreement_does_not_hold_outside_its_span(on: str) -> None:
    """Nor for a year that reaches out of it, or may lie anywhere."""
    with pytest.raises(RateNotFound) as caught:
        agreed(span="2021-12-01/2025-03-31").rate("CAD", "USD", on)

    assert (f"no rate from CAD to USD for {on} in agreement 12/2021: it holds for 2021-12-01/2025-03-31") == str(
        caught.value
    )


def test_an_agreement_may_have_no_end() -> None:
    """In force since a day."""
    since = agreed(span="2021-12-01/..")

    assert Decimal("0.75") == since.rate("CAD", "USD", "2099-01-01").value
    with pytest.raises(RateNotFound):
        since.rate("CAD", "USD", "2021-11-30")


def test_an_agreement_knows_its_currencies() -> None:
    """And it provides rates."""
    assert frozenset({"CAD", "EUR", "USD"}) == agreed().currencies()
    assert "agreement 12/2021" == agreed().name
    assert isinstance(agreed(), RateProvider)


def test_a_currency_is_worth_one_of_itself() -> None:
    """Agreed or not, and on any day."""
    assert Decimal(1) == agreed(span="2021").rate("XOF", "XOF", "1990").value


def test_agreed_rates_may_be_of_another_basis() -> None:
    """Rates an organisation sets for its own books."""
    assert RateBasis.OPERATIONAL is agreed(basis="operational").rate("CAD", "USD", "2022").basis


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ({}, "FixedRates.pairs: must have a rate, got {}"),
        ((), "FixedRates.pairs: must have a rate, got ()"),
        ("CAD", "FixedRates.pairs: must go from two currencies to a rate, got 'CAD'; write {(\"CAD\", \"USD\"): \"0.75\"}"),
        (
            {"CAD": "0.75"},
            "FixedRates.pairs['CAD']: must be two currencies, got 'CAD'; write (\"CAD\", \"USD\"): 1 CAD in USD",
        ),
        (
            {("CAD", "CAD"): 1},
            ("FixedRates.pairs[('CAD', 'CAD')]: is one currency, or a pair that is there already, this way or the other way round, "
            "got ('CAD', 'CAD')"),
        ),
        (
            {("CAD", "USD"): "0.75", ("USD", "CAD"): "1.33"},
            ("FixedRates.pairs[('USD', 'CAD')]: is one currency, or a pair that is there already, this way or the other way round, "
            "got ('USD', 'CAD')"),
        ),
        (
            {("cad", "USD"): "0.75"},
            "FixedRates.pairs[('cad', 'USD')]: must be a currency code of three capital letters, got 'cad'; write \"CAD\"",
        ),
        (
            {("CAD", "USD"): 0},
            "FixedRates.pairs[('CAD', 'USD')]: must be above 0, got 0; leave it out if there is none",
        ),
        (
            {("CAD", "USD"): 0.75},
            ("FixedRates.pairs[('CAD', 'USD')]: must be an exact number, got 0.75; "
            'write "0.75" or Decimal("0.75") if that is the number meant'),
        ),
    ],
)  # fmt: skip
def test_what_can_be_no_agreement(pairs: Any, message: str) -> None:
    """Each error names the pair."""
    with pytest.raises(InvalidValue) as caught:
        agreed(pairs)

    assert message == str(caught.value)


@pytest.mark.parametrize("pairs", [("CAD", "USD", "0.75"), (("CAD", "USD"),), [("CAD", "USD", "0.75")]])
def test_pairs_are_a_mapping_or_what_the_field_holds(pairs: Any) -> None:
    """A tuple of (base, quote, number), so that a copy can be made with ``evolve``."""
    with pytest.raises(InvalidValue) as caught:
        agreed(pairs)

    assert "must go from two currencies to a rate" == caught.value.problem
    assert agreed({("CAD", "USD"): "0.75"}) == agreed((("CAD", "USD", "0.75"),))


def test_a_pair_is_agreed_once() -> None:
    """Of two rates of one pair none is dropped in silence, as they are held or otherwise."""
    with pytest.raises(InvalidValue):
        agreed((("CAD", "USD", "0.75"), ("CAD", "USD", "0.80")))


def test_agreements_are_values() -> None:
    """They compare, hash, pickle, copy, evolve, and can be pasted back."""
    one = agreed(span="2021-12-01/2025-03-31")

    assert agreed(span="2021-12-01/2025-03-31") == one
    assert hash(agreed(span="2021-12-01/2025-03-31")) == hash(one)
    assert one == pickle.loads(pickle.dumps(one)) == copy.deepcopy(one)  # noqa: S301
    assert agreed() == attrs.evolve(one, span=None)
    names = {"FixedRates": FixedRates, "Decimal": Decimal, "DateSpan": DateSpan, "RateBasis": RateBasis}

    assert one == eval(repr(one), names)  # noqa: S307


# Several sources.


def test_the_first_that_has_a_rate_answers() -> None:
    """And the rate says which."""
    chain = ChainProvider([years("DAC", CAD="1.2961"), years("IMF", CAD="1.2958", XOF="555.4")])

    assert "DAC" == chain.rate("USD", "CAD", "2018").source
    assert "IMF" == chain.rate("USD", "XOF", "2018").source


def test_no_answer_mixes_two_sources() -> None:
    """One has CAD and the other XOF: from CAD to XOF neither has a rate, and each says why."""
    chain = ChainProvider([years("DAC", CAD="1.2961"), years("IMF", XOF="555.4")])
    with pytest.raises(RateNotFound) as caught:
        chain.rate("CAD", "XOF", "2018")

    assert (
        "no rate from CAD to XOF for 2018 in DAC, then IMF: DAC: it has no XOF among its 2 currencies; "
        "IMF: it has no CAD among its 2 currencies"
    ) == str(caught.value)


def test_a_source_that_has_both_answers_for_the_cross() -> None:
    """Though the first has one of them."""
    chain = ChainProvider([years("DAC", CAD="1.2961"), years("IMF", CAD="1.2958", XOF="555.4")])
    found = chain.rate("CAD", "XOF", "2018")

    assert {"IMF"} == {stated.source for stated in found.stated}
    assert (Decimal("555.4"), Decimal("1.2958")) == found.terms


def test_a_mend_of_one_is_passed_on() -> None:
    """What to do about a currency of the past."""
    chain = ChainProvider([agreed(), years("IMF", CAD="1.2958")])
    with pytest.raises(RateNotFound) as caught:
        chain.rate("DEM", "USD", "2018-05-01")

    assert (
        "no rate from DEM to USD for 2018-05-01 in agreement 12/2021, then IMF: "
        "agreement 12/2021: agreed are CAD/USD, EUR/USD; IMF: it has no DEM among its 2 currencies; "
        "1.95583 DEM became 1 EUR on 1999-01-01: convert it with rates.in_successor first"
    ) == str(caught.value)


def test_a_source_of_days_is_passed_over_for_a_year() -> None:
    """It has no rate of 2018 as a whole; the next one has."""
    days = RateTable(
        {"CAD": {"2018-03-29": "1.29"}},
        source="a bank", pivot="USD", quoting="units_per_pivot", basis="spot", frequency="day",
    )  # fmt: skip
    chain = ChainProvider([days, years("IMF", CAD="1.2958")])

    assert "a bank" == chain.rate("USD", "CAD", "2018-03-30").source
    assert "IMF" == chain.rate("USD", "CAD", "2018").source


def test_sources_may_be_of_any_class_and_chains_of_chains() -> None:
    """Whatever provides rates."""

    class Own:
        name = "own"

        def rate(self, base: str, quote: str, on: Any) -> Rate:
            if base != "KES":
                raise RateNotFound(base, quote, str(on), self.name, "it has KES alone")
            return Rate(base, quote, "0.01", on=on, basis="spot", source=self.name)

        def currencies(self) -> frozenset[str]:
            return frozenset({"KES"})

    inner = ChainProvider([years("DAC", CAD="1.2961"), Own()])
    chain = ChainProvider([agreed(), inner])

    assert "own" == chain.rate("KES", "USD", "2018").source
    assert "agreement 12/2021" == chain.rate("USD", "CAD", "2018").source
    assert "DAC" == inner.rate("USD", "CAD", "2018").source
    assert frozenset({"CAD", "EUR", "USD", "KES"}) == chain.currencies()
    assert "agreement 12/2021, then DAC, then own" == chain.name
    assert isinstance(chain, RateProvider)


def test_other_errors_come_through() -> None:
    """A code that is none is not a rate that is missing."""
    with pytest.raises(InvalidValue):
        ChainProvider([agreed(), years("IMF", CAD="1.2958")]).rate("cad", "USD", "2018")


@pytest.mark.parametrize(
    ("providers", "message"),
    [
        ([], "ChainProvider.providers: must be at least one provider, got []"),
        ("IMF", "ChainProvider.providers: must be several providers in order, got 'IMF'; write a list"),
        ({}, "ChainProvider.providers: must be several providers in order, got {}; write a list"),
        (3, "ChainProvider.providers: must be several providers in order, got 3; write a list"),
        (
            [agreed(), "IMF"],
            "ChainProvider.providers[1]: must provide rates: a name, rate() and currencies(), got 'IMF'",
        ),
    ],
)
def test_what_can_be_no_chain(providers: Any, message: str) -> None:
    """Each error names the place."""
    with pytest.raises(InvalidValue) as caught:
        ChainProvider(providers)

    assert message == str(caught.value)


def test_the_order_of_a_chain_is_stated() -> None:
    """A set has none."""
    with pytest.raises(InvalidValue):
        ChainProvider({agreed(), years("IMF", CAD="1.2958")})


def test_chains_are_values() -> None:
    """They compare, hash, pickle and copy."""
    one = ChainProvider([agreed(), years("IMF", CAD="1.2958")])

    assert ChainProvider((agreed(), years("IMF", CAD="1.2958"))) == one
    assert hash(ChainProvider((agreed(), years("IMF", CAD="1.2958")))) == hash(one)
    assert ChainProvider([years("IMF", CAD="1.2958"), agreed()]) != one
    assert one == pickle.loads(pickle.dumps(one)) == copy.deepcopy(one)  # noqa: S301
