"""Amounts in another currency, and how they came about."""

import copy
import pickle
from datetime import datetime
from decimal import Decimal, localcontext
from enum import StrEnum
from typing import Any

import attrs
import pytest

from aidmodel.errors import CurrencyMismatch, InvalidValue, RateNotFound
from aidmodel.rates.conversion import Conversion, convert
from aidmodel.rates.providers import FixedRates
from aidmodel.rates.rate import Rate, identity
from aidmodel.rates.table import RateTable
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan

ECB = RateTable(
    {
        "USD": {"2022-03-25": "1.1002", "2022-03-28": "1.0966"},
        "CAD": {"2022-03-25": "1.3781", "2022-03-28": "1.3702"},
        "JPY": {"2022-03-28": "135.83"},
        "XDR": {"2022-03-28": "0.8"},
    },
    source="ECB",
    pivot="EUR",
    quoting="units_per_pivot",
    basis="spot",
    frequency="day",
)
"""Cells of the ECB (guides/money-and-dates.md E6); JPY and XDR are numbers of our own."""


def agreed(value: Any, base: str = "USD", quote: str = "CAD") -> FixedRates:
    """Give one agreed rate."""
    return FixedRates({(base, quote): value}, source="agreement 12/2021")


def test_a_conversion_has_the_amount_the_rate_and_the_result() -> None:
    """guide E6: CAD 1,000,000 on 2022-03-28 = USD 800,321.12."""
    found = convert("CAD 1000000", "USD", on="2022-03-28", rates=ECB)

    assert Money("1000000", "CAD") == found.original
    assert ECB.rate("CAD", "USD", "2022-03-28") == found.rate
    assert Money("800321.12", "USD") == found.result
    assert found.places is None


def test_exact_is_not_rounded_to_the_smallest_unit() -> None:
    """1000000 / 1.3702 = 729820.46416581520945847321…, to 20 decimals."""
    found = convert("CAD 1000000", "EUR", on="2022-03-28", rates=ECB)

    assert "EUR" == found.exact.currency
    assert Decimal("729820.4641658152") == found.exact.amount.quantize(Decimal("1e-10"))
    assert abs(found.exact.amount * Decimal("1.3702") - 1000000) < Decimal("2e-20")


@pytest.mark.parametrize(
    ("amount", "value", "result"),
    [
        ("0.015", 3, "0.01"),  # 0.005 exactly, which 0.015 * 0.333… falls short of
        ("-0.015", 3, "-0.01"),
        ("0.0149999", 3, "0.00"),
        ("0.035", 7, "0.01"),  # 0.005
        ("63.035", 7, "9.01"),  # 9.005
        ("0.0225", "1.5", "0.02"),  # 0.015
        ("0.075", 3, "0.03"),  # 0.025
    ],
)
def test_half_a_unit_through_an_inverse_is_half_a_unit(amount: str, value: Any, result: str) -> None:
    """CAD at a stated rate of CAD for 1 USD: it is divided by what is stated, and rounded once, half up."""
    assert result == str(convert(Money(amount, "CAD"), "USD", on="2022-03-28", rates=agreed(value)).result.amount)


def test_half_a_unit_through_a_cross_is_half_a_unit() -> None:
    """1 EUR = 3 CAD = 7 USD: CAD 0.015 is USD 0.035 and so 0.04; and USD 0.035 is CAD 0.015 and so 0.02."""
    about: dict[str, Any] = {"source": "x", "pivot": "EUR", "quoting": "units_per_pivot", "basis": "spot"}
    rates = RateTable({"CAD": {2018: 3}, "USD": {2018: 7}}, frequency="year", **about)

    assert Money("0.04", "USD") == convert(Money("0.015", "CAD"), "USD", on="2018", rates=rates).result
    assert Money("0.02", "CAD") == convert(Money("0.035", "USD"), "CAD", on="2018", rates=rates).result


def test_a_coarse_context_of_the_program_does_not_matter() -> None:
    """Six digits would give 800321."""
    with localcontext() as context:
        context.prec = 6

        assert Money("800321.12", "USD") == convert("CAD 1000000", "USD", on="2022-03-28", rates=ECB).result


@pytest.mark.parametrize(
    ("to", "places", "result"),
    [
        ("JPY", None, "99132"),  # 1000 / 1.3702 * 135.83 = 99131.51…
        ("JPY", 2, "99131.51"),
        ("CAD", -2, "1000"),
        ("USD", -2, "800"),
        ("USD", 0, "800"),
        ("USD", 4, "800.3211"),
        ("USD", 20, "800.32112100423295869216"),  # 1000 * 1.0966 / 1.3702
        ("XDR", 3, "583.856"),  # 1000 / 1.3702 * 0.8 = 583.85637…
    ],
)
def test_places_are_those_of_the_currency_or_as_stated(to: str, places: int | None, result: str) -> None:
    """Below 0: tens, hundreds; the amount is written without exponent."""
    found = convert("CAD 1000", to, on="2022-03-28", rates=ECB, places=places)

    assert result == str(found.result.amount)


@pytest.mark.parametrize("to", ["XDR", "XAU", "ZZZ"])
def test_without_a_smallest_unit_places_are_stated(to: str) -> None:
    """SDRs, gold, and what no list knows."""
    rates = agreed(2, "CAD", to)
    with pytest.raises(InvalidValue) as caught:
        convert("CAD 1000", to, on="2022-03-28", rates=rates)

    assert f"Conversion: has no smallest unit in ISO 4217, got '{to}'; state the places" == str(caught.value)
    assert Money("2000.0", to) == convert("CAD 1000", to, on="2022-03-28", rates=rates, places=1).result


def test_currencies_of_the_past_have_two_places() -> None:
    """ISO lists no smallest unit for them: 2 is the library's."""
    assert "195583.00" == str(
        convert("EUR 100000", "DEM", on="1999", rates=agreed("1.95583", "EUR", "DEM")).result.amount
    )


def test_to_its_own_currency_an_amount_is_rounded_only() -> None:
    """No provider is asked: 2.005 is 2.01, at a rate of 1 on nobody's authority."""
    found = convert(Money("2.005", "CAD"), "CAD", on="2022-03-26", rates=agreed(2, "XOF", "USD"))

    assert Money("2.01", "CAD") == found.result
    assert identity("CAD", found.rate.on) == found.rate
    assert "CAD 2.005 = CAD 2.01" == str(found)


def test_nothing_of_a_currency_is_nothing_of_another() -> None:
    """0, never -0, at the other's decimals."""
    for amount in ("0", "-0.001"):
        found = convert(Money(amount, "CAD"), "USD", on="2022-03-28", rates=ECB).result.amount

        assert "0.00" == str(found)


def test_a_result_that_is_too_long_is_refused() -> None:
    """30 digits before the point is what an amount may have."""
    for value in (2, "9" * 25, "9" * 30):
        for places in (None, 2, -3):
            with pytest.raises(InvalidValue) as caught:
                convert(Money("9" * 30, "USD"), "CAD", on="2022", rates=agreed(value), places=places)

            assert "the result must have at most 30 digits before the point" == caught.value.problem


@pytest.mark.parametrize(
    ("places", "message"),
    [
        (21, "Conversion.places: must be from -30 to 20, got 21"),
        (-31, "Conversion.places: must be from -30 to 20, got -31"),
        ("2", "Conversion.places: must be a whole number, got '2'; write an int"),
        (True, "Conversion.places: must be a whole number, got True; write an int"),
        (2.0, "Conversion.places: must be a whole number, got 2.0; write an int"),
    ],
)
def test_places_are_whole_and_few(places: Any, message: str) -> None:
    """As many as an amount may have."""
    with pytest.raises(InvalidValue) as caught:
        convert("CAD 1", "USD", on="2022-03-28", rates=ECB, places=places)

    assert message == str(caught.value)


def test_what_can_be_no_conversion() -> None:
    """Money, code and date are looked at, and so is the rate."""
    with pytest.raises(InvalidValue):
        convert("1000", "USD", on="2022-03-28", rates=ECB)
    with pytest.raises(InvalidValue):
        convert("CAD 1", "usd", on="2022-03-28", rates=ECB)
    with pytest.raises(InvalidValue):
        convert("CAD 1", "USD", on=datetime(2022, 3, 28), rates=ECB)  # noqa: DTZ001
    with pytest.raises(InvalidValue):
        convert("CAD 1", "CAD", on=datetime(2022, 3, 28), rates=ECB)  # noqa: DTZ001
    with pytest.raises(InvalidValue) as caught:
        Conversion(Money(1, "CAD"), "0.75")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    assert "Conversion.rate: must be a Rate, got '0.75'" == str(caught.value)


@pytest.mark.parametrize("rates", [None, "imf", {("CAD", "USD"): "0.75"}, Decimal("0.75")])
def test_what_provides_no_rates(rates: Any) -> None:
    """A number, a mapping, a name: nobody is asked."""
    with pytest.raises(InvalidValue) as caught:
        convert("CAD 1", "USD", on="2022-03-28", rates=rates)

    assert "must provide rates: a name, rate() and currencies()" == caught.value.problem
    assert "rates" == caught.value.path


def test_a_code_of_an_enumeration_is_a_plain_code_in_the_result() -> None:
    """A member of a StrEnum prints as something else in some places."""

    class Code(StrEnum):
        USD = "USD"

    for places in (None, 2):
        found = convert("CAD 1000000", Code.USD, on="2022-03-28", rates=ECB, places=places)

        assert str is type(found.result.currency)
        assert "USD 800,321.12" == str(found.result)


def test_the_rate_is_of_the_money() -> None:
    """An amount in euros has no use for a rate of the dollar."""
    with pytest.raises(CurrencyMismatch) as caught:
        Conversion(Money(1, "EUR"), agreed(2).rate("USD", "CAD", "2022"))

    assert CurrencyMismatch("EUR", "USD", "convert an amount at a rate of") == caught.value


def test_what_is_not_found_is_not_converted() -> None:
    """Never 0: the error of the provider comes through."""
    with pytest.raises(RateNotFound) as caught:
        convert("CAD 1", "USD", on="2031-05-01", rates=ECB)

    assert (
        "no rate from CAD to USD for 2031-05-01 in ECB: CAD is known from 2022-03-25 to 2022-03-28 "
        "and USD is known from 2022-03-25 to 2022-03-28, and no more than 7 days off is allowed"
    ) == str(caught.value)


def test_explained_in_full_a_cross_has_both_its_rates() -> None:
    """1000000 * 1.1002 / 1.3781 = 798,345.548…: as stated, whose, of which day, which way round, and how old."""
    found = convert("CAD 1000000", "USD", on="2022-03-26", rates=ECB)

    assert (
        "CAD 1,000,000.00 = USD 798,345.55\n"
        "  1 EUR = 1.3781 CAD: ECB, spot of 2022-03-25, turned round, for 2022-03-26, 1 day before it\n"
        "  1 EUR = 1.1002 USD: ECB, spot of 2022-03-25, for 2022-03-26, 1 day before it"
    ) == found.explain()


def test_explained_the_lookup_stands_where_it_was_not_the_plain_one() -> None:
    """guide E5: GBP 480,637 on 2011-08-01 by the month end nearest to it; and after the end, carried forward."""
    about: dict[str, Any] = {"pivot": "USD", "quoting": "units_per_pivot", "source": "IMF", "basis": "period end"}
    data = {"GBP": {"2011-07": "0.614514840533399"}}
    nearest = RateTable(data, frequency="month", lookup="nearest", **about)
    carried = RateTable(data, frequency="month", carry_forward=True, **about)

    assert (
        "GBP 480,637.00 = USD 782,140.59\n"
        "  1 USD = 0.6145148405 GBP: IMF, period end of 2011-07-31, turned round, for 2011-08-02, nearest, "
        "2 days before it"
    ) == convert("GBP 480637", "USD", on="2011-08-02", rates=nearest).explain()
    assert "for 2021-07-31, carried forward, 3,653 days before it" in (
        convert("GBP 1", "USD", on="2021-07-31", rates=carried).explain()
    )


@pytest.mark.parametrize(
    ("on", "said"),
    [("2022-03-24", "1 day after it"), ("2022-03-23", "2 days after it"), ("2022-03-29", "1 day before it")],
)
def test_explained_a_rate_may_lie_after_the_day(on: str, said: str) -> None:
    """Where the nearest is asked for."""
    rates = RateTable(
        {"USD": {"2022-03-25": "1.1002", "2022-03-28": "1.0966"}},
        source="ECB", pivot="EUR", quoting="units_per_pivot", basis="spot", frequency="day", lookup="nearest",
    )  # fmt: skip

    assert convert("EUR 100", "USD", on=on, rates=rates).explain().endswith(f"for {on}, nearest, {said}")


def test_explained_a_line_has_both_its_ends() -> None:
    """2022-03-26 is 1 of 3 days on from 1.1002 to 1.0966: 1.0990."""
    rates = RateTable(
        {"USD": {"2022-03-25": "1.1002", "2022-03-28": "1.0966"}},
        source="ECB", pivot="EUR", quoting="units_per_pivot", basis="spot", frequency="day", lookup="interpolate",
    )  # fmt: skip

    assert (
        "EUR 100.00 = USD 109.90\n"
        "  1 EUR = 1.0990 USD: ECB, spot between the rates of 2022-03-25/2022-03-28, for 2022-03-26, interpolate"
    ) == convert("EUR 100", "USD", on="2022-03-26", rates=rates).explain()


def test_explained_what_has_no_days_has_none() -> None:
    """An agreement without dates, and no rate at all."""
    assert ("CAD 3.00 = USD 1.50\n  1 USD = 2 CAD: agreement 12/2021, contract, turned round, for 2022") == convert(
        "CAD 3", "USD", on="2022", rates=agreed(2)
    ).explain()
    assert "CAD 3.00 = CAD 3.00\n  1 CAD = 1 CAD: the same currency, law, for 2022" == (
        convert("CAD 3", "CAD", on="2022", rates=agreed(2)).explain()
    )


def test_explained_a_currency_before_its_time_is_remarked_upon() -> None:
    """The IMF's rates of the new cedi reach back before 2007: nobody paid with it then."""
    rates = RateTable(
        {"GHS": {2005: "0.906", 2008: "1.058"}},
        source="IMF", pivot="USD", quoting="units_per_pivot", basis="period average", frequency="year",
    )  # fmt: skip

    assert (
        "  GHS is since 2007-07-01: whether its earlier rates are counted anew from GHC, see the source"
        == convert("USD 1", "GHS", on="2005", rates=rates).explain().splitlines()[-1]
    )
    assert 2 == len(convert("USD 1", "GHS", on="2008", rates=rates).explain().splitlines())


def test_in_short_a_conversion_is_an_equation() -> None:
    """And who says so."""
    found = convert("CAD 3", "USD", on="2022", rates=agreed(2))

    assert "CAD 3.00 = USD 1.50" == str(found)
    assert "<Conversion CAD 3.00 = USD 1.50, agreement 12/2021>" == repr(found)


def test_equal_conversions_are_equal_and_hash_alike() -> None:
    """Another rate makes another conversion, though the result may be the same."""
    one = convert("CAD 3", "USD", on="2022", rates=agreed(2))

    assert convert("CAD 3.00", "USD", on="2022", rates=agreed("2.0")) == one
    assert hash(convert("CAD 3.00", "USD", on="2022", rates=agreed("2.0"))) == hash(one)
    assert convert("CAD 3", "USD", on="2023", rates=agreed(2)) != one
    assert convert("CAD 3", "USD", on="2022", rates=agreed(2), places=2) != one


def test_conversions_pickle_copy_and_evolve() -> None:
    """The result goes with what it is made of."""
    found = convert("CAD 1000000", "USD", on="2022-03-28", rates=ECB)

    assert found == pickle.loads(pickle.dumps(found)) == copy.deepcopy(found)  # noqa: S301
    assert Money("800321.12", "USD") == pickle.loads(pickle.dumps(found)).result  # noqa: S301
    assert Money("800321.121", "USD") == attrs.evolve(found, places=3).result
    assert Money("1600642.24", "USD") == attrs.evolve(found, original="CAD 2000000").result


def test_what_is_built_quickly_is_what_the_constructor_builds() -> None:
    """With and without stated places."""
    quick = convert("CAD 1000000", "USD", on="2022-03-28", rates=ECB)

    assert Conversion(Money("1000000", "CAD"), quick.rate) == quick
    assert Conversion(Money("1000000", "CAD"), quick.rate, 5) == (
        convert("CAD 1000000", "USD", on="2022-03-28", rates=ECB, places=5)
    )


class Own:
    """A provider of somebody else, which knows one rate and gives it whatever is asked."""

    name = "own bank"

    def __init__(self, given: Any) -> None:
        self.given = given

    def rate(self, base: str, quote: str, on: Any) -> Rate:
        """Give what it has."""
        given: Rate = self.given
        return given

    def currencies(self) -> frozenset[str]:
        """Give nothing."""
        return frozenset()


def own_rate(base: str, quote: str) -> Rate:
    """Give a rate of the bank's."""
    return Rate(base, quote, 2, on="2022-03-28", observed="2022-03-28", basis="spot", source="own bank")


def test_a_provider_may_be_any_class_that_has_rates() -> None:
    """It needs no base class."""
    found = convert("CAD 3", "USD", on="2022-03-28", rates=Own(own_rate("CAD", "USD")))

    assert Money("6.00", "USD") == found.result
    assert "  1 CAD = 2 USD: own bank, spot of 2022-03-28, for 2022-03-28" == found.explain().splitlines()[1]


@pytest.mark.parametrize("places", [None, 2])
@pytest.mark.parametrize(("base", "quote"), [("CAD", "EUR"), ("EUR", "USD"), ("USD", "CAD"), ("EUR", "GBP")])
def test_a_provider_that_gives_another_pair_is_found_out(base: str, quote: str, places: int | None) -> None:
    """CAD to USD was asked for: no amount comes out in another currency, or at the rate of another."""
    with pytest.raises(CurrencyMismatch):
        convert("CAD 3", "USD", on="2022-03-28", rates=Own(own_rate(base, quote)), places=places)


@pytest.mark.parametrize("given", [None, "0.75", Decimal(2), (1, 2)])
def test_a_provider_that_gives_no_rate_is_found_out(given: Any) -> None:
    """A number says nothing of day or source."""
    with pytest.raises(InvalidValue) as caught:
        convert("CAD 3", "USD", on="2022-03-28", rates=Own(given))

    assert "must be a Rate" == caught.value.problem


def test_a_stated_rate_may_be_of_a_span() -> None:
    """In force since a day."""
    rate = Rate("CAD", "USD", "0.75", on="2022", observed=DateSpan.parse("2021-12-01/.."), basis="contract", source="x")

    assert (
        "  1 CAD = 0.75 USD: x, contract of 2021-12-01/.., for 2022"
        == (Conversion(Money(1, "CAD"), rate).explain().splitlines()[1])
    )
