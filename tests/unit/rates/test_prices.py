"""Amounts in the prices of another year."""

import copy
import pickle
from decimal import Decimal, localcontext
from typing import Any

import attrs
import pytest

from aidmodel.errors import CurrencyMismatch, InvalidValue, NotFound, RateNotFound
from aidmodel.rates.conversion import convert
from aidmodel.rates.prices import Deflation, Deflators, PriceIndex, deflate, to_current
from aidmodel.rates.providers import FixedRates
from aidmodel.rates.rate import Rate
from aidmodel.rates.table import RateTable
from aidmodel.values.money import Money

DAC = RateTable(
    {
        "CAD": {2018: "1.2961", 2020: "1.3412", 2021: "1.2535"},
        "GBP": {2018: "0.7497", 2020: "0.7797", 2021: "0.7270"},
    },
    source="OECD DAC",
    pivot="USD",
    quoting="units_per_pivot",
    basis="period average",
    frequency="year",
)
"""Cells of the DAC's table (guides/money-and-dates.md E7), units per dollar."""
CANADA = PriceIndex(
    "CAN",
    "CAD",
    {2018: Decimal("87.534680") * Decimal("1.2961"), 2021: Decimal(100) * Decimal("1.2535")},
    source="OECD DAC deflators",
)
"""Prices in Canada as its DAC deflators (87.534680, 2021 = 100) imply them: deflator * rate; only their ratio counts."""
PLAIN = PriceIndex("CAN", "CAD", {2018: 7, 2021: 1}, source="of our own")


def test_guide_e7_dac_canada_current_dollars() -> None:
    """CAD 20,000,000 of 2018 = USD 15,430,908.11."""
    assert Money("15430908.11", "USD") == convert("CAD 20000000", "USD", on="2018", rates=DAC).result


def test_guide_e7_dac_canada_constant_dollars() -> None:
    """CAD 20,000,000 of 2018 = USD 17,628,336.69 in prices and at the rate of 2021."""
    found = deflate("CAD 20000000", year=2018, base_year=2021, index=CANADA, rates=DAC, to="USD")

    assert Money("17628336.69", "USD") == found.result


def test_guide_e7_dac_canada_constant_canadian_dollars() -> None:
    """CAD 20,000,000 of 2018 = CAD 22,097,120.04 in prices of 2021; no rate is wanted."""
    assert Money("22097120.04", "CAD") == deflate("CAD 20000000", year=2018, base_year=2021, index=CANADA).result


def test_guide_e7_dac_canada_implied_index() -> None:
    """87.534680 * 1.2961 / 1.2535 = 90.50953, where 2021 is 100."""
    assert Decimal("90.50953") == (100 * CANADA[2018] / CANADA[2021]).quantize(Decimal("1e-5"))


def test_guide_e7_dac_cross() -> None:
    """GBP 100 in 2020 = CAD 172.01."""
    assert Money("172.01", "CAD") == convert("GBP 100", "CAD", on="2020", rates=DAC).result


def test_guide_b_dac_shortcut() -> None:
    """Dollars of 2018 by the deflator alone: 1000 / 0.8753468 = 1142.40, entering and leaving at the rates of the years."""
    found = deflate("USD 1000", year=2018, base_year=2021, index=CANADA, rates=DAC)

    assert Money("1142.40", "USD") == found.result
    assert (Decimal("1.2961"), Decimal("1.2535")) == (found.entering.value, found.leaving.terms[1])


def test_guide_b_pydeflate_way_back() -> None:
    """1000 dollars of 2018 are 1142.40 of 2021, and these are 1000.00 of 2018 again, not 1033.98."""
    there = deflate("USD 1000", year=2018, base_year=2021, index=CANADA, rates=DAC)
    back = to_current(there.exact, year=2018, base_year=2021, index=CANADA, rates=DAC)

    assert Money("1000.00", "USD") == back.result
    assert (
        Money("1000.00", "USD") == to_current(there.result, year=2018, base_year=2021, index=CANADA, rates=DAC).result
    )


def test_deflated_in_a_third_currency() -> None:
    """GBP 100 of 2020 by Canada's prices, in dollars: 100 / 0.7797 * 1.3412 * P(2021)/P(2020) / 1.2535.

    Where prices doubled: 344.02975…/1.2535 = 274.45533…
    """
    doubled = PriceIndex("CAN", "CAD", {2020: 50, 2021: 100}, source="x")
    found = deflate("GBP 100", year=2020, base_year=2021, index=doubled, rates=DAC, to="USD")

    assert Money("274.46", "USD") == found.result
    assert 2 == len(found.entering.stated)


@pytest.mark.parametrize("to", [None, "CAD", "USD", "GBP"])
def test_to_current_undoes_deflate_exactly(to: str | None) -> None:
    """The same steps the other way round: the unrounded amount comes back, to the last of its 20 decimals but two."""
    there = deflate("CAD 20000000.01", year=2018, base_year=2021, index=CANADA, rates=DAC, to=to)
    back = to_current(there.exact, year=2018, base_year=2021, index=CANADA, rates=DAC, to="CAD")

    assert Money("20000000.01", "CAD") == back.result
    assert abs(back.exact.amount - Decimal("20000000.01")) < Decimal("1e-18")
    assert (2021, 2018) == (back.year, back.prices_of)


def test_in_the_same_year_nothing_changes() -> None:
    """Prices of 2018 in prices of 2018."""
    assert Money("20000000.00", "CAD") == deflate("CAD 20000000", year=2018, base_year=2018, index=CANADA).result


@pytest.mark.parametrize(
    ("amount", "places", "result"),
    [("63.035", None, "9.01"), ("66.5", 0, "10"), ("0.035", None, "0.01"), ("-63.035", None, "-9.01")],
)
def test_half_a_unit_is_half_a_unit(amount: str, places: int | None, result: str) -> None:
    """A seventh of 63.035 is 9.005: it is divided by what is stated, and rounded once."""
    found = deflate(Money(amount, "CAD"), year=2018, base_year=2021, index=PLAIN, places=places)

    assert result == str(found.result.amount)


def test_a_coarse_context_of_the_program_does_not_matter() -> None:
    """Six digits would give 17628300."""
    with localcontext() as context:
        context.prec = 6
        found = deflate("CAD 20000000", year=2018, base_year=2021, index=CANADA, rates=DAC, to="USD")

        assert Money("17628336.69", "USD") == found.result


def test_explained_in_full() -> None:
    """Both rates as stated, and both levels: 7000 * 1/7 = 1000 in Canada."""
    found = deflate("USD 7000", year=2018, base_year=2021, index=PLAIN, rates=DAC, to="CAD")

    # 7000 * 1.2961 / 7 = 1296.10
    assert (
        "USD 7,000.00 of 2018 = CAD 1,296.10 in prices of 2021\n"
        "  1 USD = 1.2961 CAD: OECD DAC, period average of 2018-01-01/2018-12-31, for 2018\n"
        "  prices of CAN in CAD: 7 in 2018, 1 in 2021 (of our own)"
    ) == found.explain()
    back = to_current("CAD 1296.10", year=2018, base_year=2021, index=PLAIN, rates=DAC, to="USD")

    assert (
        "CAD 1,296.10 of 2021 = USD 7,000.00 in prices of 2018\n"
        "  prices of CAN in CAD: 1 in 2021, 7 in 2018 (of our own)\n"
        "  1 USD = 1.2961 CAD: OECD DAC, period average of 2018-01-01/2018-12-31, turned round, for 2018"
    ) == back.explain()


def test_in_short() -> None:
    """What became of what, and who says so."""
    found = deflate("CAD 7", year=2018, base_year=2021, index=PLAIN)

    assert "CAD 7.00 of 2018 = CAD 1.00 in prices of 2021" == str(found)
    assert "<Deflation CAD 7.00 of 2018 = CAD 1.00 in prices of 2021, of our own>" == repr(found)
    assert "<PriceIndex CAN in CAD, 2018 to 2021, of our own>" == repr(PLAIN)


@pytest.mark.parametrize("year", [2017, 2019, 2022])
def test_a_year_without_a_level_is_not_found(year: int) -> None:
    """Neither as the amount's nor as the base: the message says what years there are."""
    message = f"no price level of CAN (2018 to 2021, of our own) for '{year}'"
    for of, base in ((year, 2021), (2018, year)):
        with pytest.raises(NotFound) as caught:
            deflate("CAD 1", year=of, base_year=base, index=PLAIN)

        assert message == str(caught.value)


def test_a_year_without_a_rate_is_not_found() -> None:
    """GBP has no 2019 in the table."""
    index = PriceIndex("CAN", "CAD", {2018: 1, 2019: 1, 2021: 1}, source="x")
    with pytest.raises(RateNotFound) as caught:
        deflate("GBP 1", year=2019, base_year=2021, index=index, rates=DAC)

    assert (
        "no rate from GBP to CAD for 2019 in OECD DAC: GBP is known for 2018 and then for 2020 "
        "and CAD is known for 2018 and then for 2020"
    ) == str(caught.value)


def test_between_currencies_rates_are_wanted() -> None:
    """Into the index's currency, and out of it."""
    with pytest.raises(InvalidValue) as caught:
        deflate("USD 1", year=2018, base_year=2021, index=CANADA)

    assert "deflate.rates: rates are wanted to go from USD to CAD, got None; state rates=" == str(caught.value)
    with pytest.raises(InvalidValue) as caught:
        deflate("CAD 1", year=2018, base_year=2021, index=CANADA, to="USD")

    assert "deflate.rates: rates are wanted to go from CAD to USD, got None; state rates=" == str(caught.value)


@pytest.mark.parametrize("year", ["2018", 2018.0, True, 0, 10000, None])
def test_years_are_written_in_figures(year: Any) -> None:
    """As whole numbers."""
    for of, base in ((year, 2021), (2018, year)):
        with pytest.raises(InvalidValue) as caught:
            deflate("CAD 1", year=of, base_year=base, index=PLAIN)

        assert ("must be a year in figures", "write 2018") == (caught.value.problem, caught.value.mend)


def test_what_can_be_no_deflation() -> None:
    """Index and currency are looked at, and the rates must lead through the index's currency."""
    with pytest.raises(InvalidValue) as caught:
        deflate("CAD 1", year=2018, base_year=2021, index=90.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    assert "must be a PriceIndex" == caught.value.problem
    with pytest.raises(InvalidValue):
        deflate("CAD 1", year=2018, base_year=2021, index=PLAIN, rates=DAC, to="usd")
    rate = DAC.rate("USD", "GBP", "2018")
    for entering, leaving in [(rate, DAC.rate("CAD", "USD", "2021")), (DAC.rate("USD", "CAD", "2018"), rate)]:
        with pytest.raises(CurrencyMismatch):
            Deflation("USD 1", year=2018, prices_of=2021, index=CANADA, entering=entering, leaving=leaving)
    with pytest.raises(CurrencyMismatch):
        Deflation(
            "GBP 1", year=2018, prices_of=2021, index=CANADA,
            entering=DAC.rate("USD", "CAD", "2018"), leaving=DAC.rate("CAD", "USD", "2021"),
        )  # fmt: skip


def test_a_provider_that_gives_another_pair_is_found_out() -> None:
    """As when converting."""

    class Own:
        name = "own"

        def rate(self, base: str, quote: str, on: Any) -> Rate:
            return Rate("USD", "GBP", 2, on=on, basis="spot", source="own")

        def currencies(self) -> frozenset[str]:
            return frozenset()

    with pytest.raises(InvalidValue):
        deflate("USD 1", year=2018, base_year=2021, index=CANADA, rates=Own())
    with pytest.raises(InvalidValue):
        deflate("CAD 1", year=2018, base_year=2021, index=CANADA, rates=Own(), to="USD")


def test_a_provider_that_leaves_for_another_currency_is_found_out() -> None:
    """CAD to USD was asked for, and CAD to GBP came: the result would be in pounds."""

    class Own:
        name = "own"

        def rate(self, base: str, quote: str, on: Any) -> Rate:
            return Rate("CAD", "GBP", 2, on=on, basis="spot", source="own")

        def currencies(self) -> frozenset[str]:
            return frozenset()

    with pytest.raises(InvalidValue):
        deflate("CAD 1", year=2018, base_year=2021, index=CANADA, rates=Own(), to="USD")


@pytest.mark.parametrize(
    ("levels", "message"),
    [
        ({}, "PriceIndex.levels: must have a year, got {}"),
        ("2018", "PriceIndex.levels: must go from year to level, got '2018'; write {2018: \"90.5\", 2021: 100}"),
        (2018, 'PriceIndex.levels: must go from year to level, got 2018; write {2018: "90.5", 2021: 100}'),
        ({2018: 0}, "PriceIndex.levels[2018]: must be above 0, got 0; leave it out if there is none"),
        (
            {2018: 90.5},
            (
                "PriceIndex.levels[2018]: must be an exact number, got 90.5; "
                'write "90.5" or Decimal("90.5") if that is the number meant'
            ),
        ),
        ({"2018": 1}, "PriceIndex.levels['2018']: must be a year in figures, got '2018'; write 2018"),
        ({True: 1}, "PriceIndex.levels[True]: must be a year in figures, got True; write 2018"),
    ],
)
def test_what_can_be_no_index(levels: Any, message: str) -> None:
    """Each error names the year."""
    with pytest.raises(InvalidValue) as caught:
        PriceIndex("CAN", "CAD", levels, source="x")

    assert message == str(caught.value)


@pytest.mark.parametrize("levels", [[(2018, 1), (2018, 2)], [2018], [(2018, 1, 1)]])
def test_pairs_are_pairs_and_a_year_is_there_once(levels: Any) -> None:
    """Of two levels of one year none is dropped in silence."""
    with pytest.raises(InvalidValue):
        PriceIndex("CAN", "CAD", levels, source="x")


def test_an_index_takes_a_mapping_or_pairs_in_any_order() -> None:
    """And holds them in order."""
    from_mapping = PriceIndex("CAN", "CAD", {2021: "100", 2018: "90.5"}, source="x")

    assert ((2018, Decimal("90.5")), (2021, Decimal(100))) == from_mapping.levels
    assert PriceIndex("CAN", "CAD", [(2018, "90.5"), (2021, 100)], source="x") == from_mapping
    assert from_mapping == attrs.evolve(from_mapping)


def test_it_does_not_matter_which_year_is_100() -> None:
    """Only the ratio of two levels counts."""
    other = PriceIndex("CAN", "CAD", {2018: "100", 2021: "14.285714285714285714"}, source="x")
    scaled = PriceIndex("CAN", "CAD", {2018: 700, 2021: 100}, source="x")

    assert Money("1000.00", "CAD") == deflate("CAD 7000", year=2018, base_year=2021, index=scaled).result
    assert Money("1000.00", "CAD") == deflate("CAD 7000", year=2018, base_year=2021, index=other).result


def test_both_are_values() -> None:
    """They compare, hash, pickle and copy, and the result goes with what it is made of."""
    found = deflate("USD 7000", year=2018, base_year=2021, index=PLAIN, rates=DAC, to="CAD")

    assert PLAIN == pickle.loads(pickle.dumps(PLAIN))  # noqa: S301
    assert hash(PLAIN) == hash(copy.deepcopy(PLAIN))
    assert found == pickle.loads(pickle.dumps(found)) == copy.deepcopy(found)  # noqa: S301
    assert hash(found) == hash(copy.deepcopy(found))
    assert Money("1296.1000", "CAD") == attrs.evolve(found, places=4).result


# Several indices.


def test_deflators_are_a_mapping_from_area_to_index() -> None:
    """As a file of them is read."""
    britain = PriceIndex("GBR", "GBP", {2021: 100}, source="of our own")
    known = Deflators([PLAIN, britain], notes="left out: the totals")

    assert {"CAN": PLAIN, "GBR": britain} == dict(known)
    assert (2, ["CAN", "GBR"], ("left out: the totals",)) == (len(known), list(known), known.notes)
    assert PLAIN is known["CAN"]
    assert "CAN" in known
    assert "FRA" not in known
    assert None is known.get("FRA")
    assert "<Deflators of 2: CAN, GBR>" == repr(known)


def test_an_area_without_an_index_is_not_found() -> None:
    """The message names what looks like it."""
    known = Deflators([PLAIN])
    with pytest.raises(NotFound) as caught:
        _ = known["CAM"]

    assert "no price index of 'CAM'; did you mean 'CAN'?" == str(caught.value)


def test_an_area_has_one_index() -> None:
    """Of two none is dropped in silence."""
    with pytest.raises(InvalidValue):
        Deflators([PLAIN, CANADA])


def test_deflators_are_values() -> None:
    """They compare, hash, pickle and copy."""
    known = Deflators([PLAIN])

    assert known == Deflators(PLAIN) == pickle.loads(pickle.dumps(known)) == copy.deepcopy(known)  # noqa: S301
    assert hash(known) == hash(Deflators([PLAIN]))
    assert known != Deflators([CANADA])


def test_what_can_be_no_deflators() -> None:
    """Indices are wanted."""
    with pytest.raises(InvalidValue):
        Deflators(["CAN"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def test_many_deflators_are_not_all_named() -> None:
    """Five, and that there are more."""
    many = Deflators([PriceIndex(f"A{at}", "CAD", {2021: 1}, source="x") for at in range(7)])

    assert "<Deflators of 7: A0, A1, A2, A3, A4, …>" == repr(many)


def test_prices_go_on_through_the_euro() -> None:
    """Slovakia, by hand: USD 100 at 40 koruna are 4,000; prices doubled, 8,000; at 30.126 EUR 265.55; at 0.8 USD 331.94."""
    index = PriceIndex("SVK", "EUR", {2008: 50, 2020: 100}, source="x", before="SKK")
    koruna = FixedRates({("USD", "SKK"): 40, ("USD", "EUR"): "0.8"}, source="agreed")
    there = deflate("USD 100", year=2008, base_year=2020, index=index, rates=koruna)

    assert Money("331.94", "USD") == there.result
    assert "30.1260 SKK became 1 EUR on 2009-01-01" in there.explain()
    assert ("SKK", "EUR") == (index.currency_in(2008), index.currency_in(2009))


def test_prices_before_the_euro_are_undone_by_the_same_way() -> None:
    """What went from koruna to euros comes back to the cent."""
    index = PriceIndex("SVK", "EUR", {2008: 50, 2020: 100}, source="x", before="SKK")
    there = deflate(
        "SKK 4000",
        year=2008,
        base_year=2020,
        index=index,
        to="EUR",
        rates=FixedRates({("SKK", "EUR"): 1}, source="not used"),
    )
    back = to_current(there.exact, year=2008, base_year=2020, index=index, to="SKK")

    assert Money("265.55", "EUR") == there.result
    assert Money("4000.00", "SKK") == back.result


def test_only_the_euro_is_gone_through() -> None:
    """Other currencies that were counted anew are the source's affair."""
    with pytest.raises(InvalidValue) as caught:
        PriceIndex("BLR", "BYN", {2008: 50}, source="x", before="BYR")

    assert "PriceIndex.before: must be a currency that the euro took the place of, got 'BYR'" == str(caught.value)
