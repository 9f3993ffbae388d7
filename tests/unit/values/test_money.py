"""Money: exact amounts, each in its own currency."""

import copy
import decimal
import operator
import pickle
from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from aidmodel.errors import CurrencyMismatch, InvalidValue
from aidmodel.model.organisation import Funder
from aidmodel.values.currency import Currency
from aidmodel.values.money import Money, as_money, as_money_or_none

TOO_LARGE = "the result must have at most 30 digits before the point"
ROUND_FIRST = "round or scale the numbers first"


def _cad(*amounts: str) -> tuple[Money, ...]:
    return tuple(Money(amount, "CAD") for amount in amounts)


@pytest.fixture
def _coarse_context() -> Iterator[None]:
    """Let a program reckon in six digits."""
    with decimal.localcontext() as context:
        context.prec = 6
        yield


def test_amounts_keep_the_decimals_they_are_given() -> None:
    """4 and 4.00 are equal, hash alike, and are written as they came."""
    assert "Money('4.00', 'CAD')" == repr(Money("4.00", "CAD"))
    assert "Money('4', 'CAD')" == repr(Money(4, "CAD"))
    assert Money("4.00", "CAD") == Money(4, "CAD")
    assert hash(Money("4.00", "CAD")) == hash(Money(Decimal(4), "CAD"))


def test_minus_zero_is_zero() -> None:
    """However it comes about."""
    zeros = [
        Money("-0.00", "CAD"),
        -Money("0.00", "CAD"),
        Money(0, "CAD") * -1,
        Money(0, "CAD") / -3,
        Money("-0.001", "CAD").rounded(),
    ]

    assert [False] * 5 == [zero.amount.is_signed() for zero in zeros]


@pytest.mark.parametrize(
    ("amount", "currency", "message"),
    [
        (
            0.1,
            "CAD",
            'Money.amount: must be an exact number, got 0.1; write "0.1" or Decimal("0.1") if that is the number meant',
        ),
        (True, "CAD", "Money.amount: must be an exact number, got True; write 1 or 0"),
        ("NaN", "CAD", "Money.amount: must be a plain number, got 'NaN'; digits, one point, no separators"),
        (
            "1,000",
            "CAD",
            "Money.amount: must be a plain number, got '1,000'; write \"1000\" if the separators only group digits",
        ),
        (
            Decimal("Infinity"),
            "CAD",
            "Money.amount: must be a finite number, got Decimal('Infinity'); leave it out if it is not known",
        ),
        (1, None, 'Money.currency: money without a currency, got None; write a code such as "CAD"'),
        (1, "cad", "Money.currency: must be a currency code of three capital letters, got 'cad'; write \"CAD\""),
    ],
)
def test_money_that_cannot_be_meant(amount: str, currency: str, message: str) -> None:
    """No float, no bool, nothing infinite, nothing without a currency."""
    with pytest.raises(InvalidValue) as caught:
        Money(amount, currency)

    assert message == str(caught.value)


def test_any_three_letters_are_a_currency_to_hold() -> None:
    """A rule knows the list; a Currency stands for its code."""
    assert "XBT" == Money(1, "XBT").currency
    assert Money(1, "KES") == Money(1, Currency.get("KES"))


def test_sums_and_differences_are_exact() -> None:
    """A cent beside twenty millions, and digits on both ends of what can be held."""
    assert Money("20000000.01", "CAD") == Money("20000000.00", "CAD") + Money("0.01", "CAD")
    assert Money("19999999.99", "CAD") == Money("20000000.00", "CAD") - Money("0.01", "CAD")
    assert Money("9" * 30 + "." + "9" * 20, "CAD") == Money("9" * 30, "CAD") + Money("0." + "9" * 20, "CAD")
    assert Money("-4.00", "CAD") == -Money("4.00", "CAD")
    assert Money("4.00", "CAD") == abs(Money("-4.00", "CAD"))


@pytest.mark.usefixtures("_coarse_context")
def test_a_program_that_reckons_coarsely_does_not_change_a_cent() -> None:
    """The library's own context counts in everything, words for people included."""
    large, cent = Money("20000000.00", "CAD"), Money("0.01", "CAD")

    assert "Money('20000000.01', 'CAD')" == repr(large + cent)
    assert "Money('20000000.01', 'CAD')" == repr(Money.sum([large, cent]))
    assert "Money('60000000.00', 'CAD')" == repr(large * 3)
    assert "Money('20000000.00', 'CAD')" == repr(large.rounded())
    assert "Money('10000000.01', 'CAD')" == repr((large + cent).split(2)[0])
    assert "CAD 20,000,000.01" == str(large + cent)
    assert "CAD 20000000.0" == f"{large + cent:.1f}"


def test_a_sum_that_gets_too_long_is_refused() -> None:
    """Rather than lose a digit, or hold an amount that could not be written back."""
    large, one = Money("9" * 30, "CAD"), Money(1, "CAD")

    with pytest.raises(InvalidValue) as caught:
        _ = large + one
    assert InvalidValue((large, one), TOO_LARGE, ROUND_FIRST) == caught.value
    with pytest.raises(InvalidValue) as caught:
        _ = -large - one
    assert InvalidValue((-large, one), TOO_LARGE, ROUND_FIRST) == caught.value
    with pytest.raises(InvalidValue) as caught:
        Money.sum([large, one])
    assert InvalidValue(large.amount, TOO_LARGE, ROUND_FIRST) == caught.value
    with pytest.raises(InvalidValue) as caught:
        _ = large * Decimal("1E+990")
    assert InvalidValue((large.amount, Decimal("1E+990"), Decimal(1)), TOO_LARGE, ROUND_FIRST) == caught.value
    with pytest.raises(InvalidValue) as caught:
        _ = large * 10
    assert InvalidValue(Decimal("9" * 30 + "0"), TOO_LARGE, ROUND_FIRST) == caught.value


@pytest.mark.parametrize(
    ("operation", "doing"),
    [
        (operator.add, "add"),
        (operator.sub, "subtract"),
        (operator.truediv, "divide"),
        (operator.lt, "compare"),
        (operator.le, "compare"),
        (operator.gt, "compare"),
        (operator.ge, "compare"),
    ],
)
def test_two_currencies_do_not_mix(operation: Callable[[Money, Money], object], doing: str) -> None:
    """Not even where both are zero."""
    with pytest.raises(CurrencyMismatch) as caught:
        operation(Money(0, "CAD"), Money(0, "USD"))

    assert CurrencyMismatch("CAD", "USD", doing) == caught.value


def test_amounts_of_two_currencies_are_never_equal() -> None:
    """Zero is no exception."""
    assert Money(0, "CAD") != Money(0, "USD")
    assert Money(0, "CAD") != Decimal(0)


def test_comparisons_within_a_currency() -> None:
    """By amount, whatever its decimals."""
    one, two = _cad("1.00", "2")

    assert one < two
    assert two > one
    assert one <= one <= two  # noqa: PLR0124
    assert two >= one >= one  # noqa: PLR0124
    assert not one < one  # noqa: PLR0124
    assert not one > one  # noqa: PLR0124


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.lt, operator.le, operator.gt, operator.ge])
def test_money_and_numbers_do_not_mix(operation: Callable[[Money, int], object]) -> None:
    """A number has no currency."""
    with pytest.raises(TypeError, match=r"not supported between|unsupported operand"):
        operation(Money(1, "CAD"), 1)


def test_only_the_integer_zero_may_begin_a_sum() -> None:
    """So the built-in sum works, and nothing else slips in."""
    total: object = sum(_cad("0.10", "0.20"))

    assert Money("0.30", "CAD") == total
    others: list[Any] = [1, False, 0.0, Decimal(0)]
    for other in others:
        with pytest.raises(TypeError, match="unsupported operand"):
            operator.add(other, Money(1, "CAD"))


def test_products() -> None:
    """With whole numbers, decimals and fractions, from both sides; exact where 20 decimals hold them."""
    money = Money("10.00", "CAD")

    assert "Money('30.00', 'CAD')" == repr(money * 3) == repr(3 * money)
    assert "Money('12.5000', 'CAD')" == repr(money * Decimal("1.25"))
    assert Money("5", "CAD") == money * Fraction(1, 2) == Fraction(1, 2) * money
    assert Money("3.33333333333333333333", "CAD") == money * Fraction(1, 3)
    assert Money("6.66666666666666666667", "CAD") == Fraction(2, 3) * money


def test_quotients() -> None:
    """By a number an amount, by an amount of the same currency a number."""
    assert "Money('10.00', 'CAD')" == repr(Money("20.00", "CAD") / 2)
    assert Money("3.33333333333333333333", "CAD") == Money(10, "CAD") / 3
    assert Money("2.5", "CAD") == Money(1, "CAD") / Decimal("0.4")
    assert Money("1.5", "CAD") == Money(1, "CAD") / Fraction(2, 3)
    assert Decimal("0.75") == Money("3.00", "CAD") / Money(4, "CAD")


def test_floats_bools_and_nothing_are_no_factors() -> None:
    """A float is refused with the exact number that was likely meant."""
    with pytest.raises(TypeError) as caught:
        Money(1, "CAD") * 1.1  # type: ignore[operator]
    assert 'cannot multiply money by a float: write Decimal("1.1") if that is the number meant' == str(caught.value)
    with pytest.raises(TypeError) as caught:
        Money(1, "CAD") / 1.1  # type: ignore[operator]
    assert 'cannot divide money by a float: write Decimal("1.1") if that is the number meant' == str(caught.value)
    others: list[Any] = [True, None, Money(1, "CAD")]
    for other in others:
        with pytest.raises(TypeError, match="unsupported operand"):
            operator.mul(Money(1, "CAD"), other)
    with pytest.raises(TypeError, match="unsupported operand"):
        operator.truediv(Money(1, "CAD"), True)
    with pytest.raises(InvalidValue) as refused:
        _ = Money(1, "CAD") * Decimal("NaN")
    assert "cannot multiply money by a number that is not finite, got Decimal('NaN')" == str(refused.value)


@pytest.mark.parametrize("other", [0, Decimal("0.00"), Fraction(0), Money(0, "CAD")])
def test_nothing_is_divided_by_zero(other: object) -> None:
    """Not money by money either."""
    with pytest.raises(ZeroDivisionError, match="money cannot be divided by 0"):
        operator.truediv(Money(1, "CAD"), other)


def test_sum_in_one_pass() -> None:
    """Of any iterable; the currency is that of the first, or the one stated."""
    assert "Money('0.60', 'CAD')" == repr(Money.sum(_cad("0.1", "0.20", "0.3")))
    assert Money("0.30", "CAD") == Money.sum(iter(_cad("0.10", "0.20")), "CAD")
    assert Money(0, "JPY") == Money.sum([], "JPY")


def test_what_an_iterator_computes_is_its_own_business() -> None:
    """A sum lends nobody its context."""

    def thirds() -> Iterator[Money]:
        for _ in range(2):
            yield Money((Decimal(1) / Decimal(3)).quantize(Decimal("0.01")), "CAD")

    assert Money("0.66", "CAD") == Money.sum(thirds())


def test_sums_that_cannot_be_meant() -> None:
    """Of several currencies, of none, of other things."""
    with pytest.raises(CurrencyMismatch) as mixed:
        Money.sum([Money(1, "CAD"), Money(1, "USD")])
    assert CurrencyMismatch("CAD", "USD", "add") == mixed.value
    with pytest.raises(CurrencyMismatch) as other:
        Money.sum([Money(1, "CAD")], "EUR")
    assert CurrencyMismatch("EUR", "CAD", "add") == other.value
    with pytest.raises(InvalidValue) as empty:
        Money.sum([])
    assert "Money.sum: no amounts, so no currency, got []; state the currency of the sum" == str(empty.value)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            [Money(1, "CAD"), Money(2, "CAD"), 1],
            InvalidValue(1, "must be money", 'write Money("1", "CAD"), in its own currency', "[2]", "Money.sum"),
        ),
        (["CAD 1", Money(1, "CAD")], InvalidValue("CAD 1", "must be money", "", "[0]", "Money.sum")),
        ([Money(1, "CAD"), None, 2], InvalidValue(None, "must be money", "", "[1]", "Money.sum")),
    ],
)
def test_what_cannot_be_summed_is_named(items: list[Any], expected: InvalidValue) -> None:
    """The first item that is no money, by its place; of an iterator, too."""
    for given in (items, iter(items)):
        with pytest.raises(InvalidValue) as caught:
            Money.sum(given)
        assert expected == caught.value


def test_an_error_names_the_field_it_is_in_not_the_method() -> None:
    """Where text stands for an amount, the path is that of the field."""
    with pytest.raises(InvalidValue) as caught:
        Funder("GAC", contribution="CAD")

    assert ("Funder", "contribution") == (caught.value.owner, caught.value.path)


def test_what_is_too_long_is_not_read() -> None:
    """Fifty million digits are refused at once."""
    with pytest.raises(InvalidValue, match=r"^Money.parse: must be a code and an amount, got"):
        Money.parse("9" * 50_000_000)


@pytest.mark.parametrize(
    ("amount", "currency", "places", "expected"),
    [
        ("0.125", "CAD", None, "0.13"),
        ("-0.125", "CAD", None, "-0.13"),
        ("2", "CAD", None, "2.00"),
        ("1234.5", "JPY", None, "1235"),
        ("1.23456", "KWD", None, "1.235"),
        ("1.23456", "CLF", None, "1.2346"),
        ("1.005", "MGA", None, "1.01"),
        ("6.559", "FRF", None, "6.56"),
        ("1.23456", "XDR", 3, "1.235"),
        ("1.23456", "ZZZ", 0, "1"),
        ("4500.00", "CAD", -3, "5000"),
    ],
)
def test_rounding(amount: str, currency: str, places: int | None, expected: str) -> None:
    """Half up, to the smallest unit of the currency or to the places stated."""
    assert f"Money('{expected}', '{currency}')" == repr(Money(amount, currency).rounded(places))


def test_other_ways_to_round() -> None:
    """By the names of the decimal module."""
    assert Money("0.12", "CAD") == Money("0.125", "CAD").rounded(rounding=ROUND_HALF_EVEN)
    assert Money("0.1", "CAD") == Money("0.19", "CAD").rounded(1, ROUND_DOWN)


@pytest.mark.parametrize("currency", ["XDR", "XAU", "ZZZ"])
@pytest.mark.parametrize(
    ("method", "doing"),
    [
        (Money.rounded, "rounded"),
        (lambda money: money.allocate([1]), "allocate"),
        (lambda money: money.split(1), "allocate"),
    ],
)
def test_a_currency_without_a_smallest_unit_needs_places(
    currency: str, method: Callable[[Money], object], doing: str
) -> None:
    """Nobody guesses two."""
    with pytest.raises(InvalidValue) as caught:
        method(Money(1, currency))

    assert (
        InvalidValue(currency, "has no smallest unit in ISO 4217", "state the places", "", f"Money.{doing}")
        == caught.value
    )


@pytest.mark.parametrize("places", [21, -31, True, Decimal(2)])
def test_places_that_are_none(places: int) -> None:
    """A whole number that an amount can have."""
    with pytest.raises(InvalidValue) as caught:
        Money(1, "CAD").rounded(places)

    assert InvalidValue(places, "places must be a whole number from -30 to 20", "", "", "Money.rounded") == caught.value


@pytest.mark.parametrize(
    ("amount", "currency", "weights", "places", "expected"),
    [
        ("100.00", "CAD", [1, 1, 1], None, "33.34 33.33 33.33"),
        ("0.05", "CAD", [3, 7], None, "0.02 0.03"),
        ("-0.05", "CAD", [3, 7], None, "-0.02 -0.03"),
        ("0.01", "CAD", [1, 1, 1], None, "0.01 0.00 0.00"),
        ("100", "JPY", [1, 1, 1], None, "34 33 33"),
        ("5", "CAD", [100, 101, 100, 100], 0, "1 2 1 1"),
        ("1000.00", "CAD", [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")], None, "333.30 333.30 333.40"),
        ("10.00", "CAD", [0, 1, 0], None, "0.00 10.00 0.00"),
        ("1.00", "CAD", [Fraction(1, 3), Fraction(2, 3)], None, "0.33 0.67"),
        ("5000", "CAD", [1, 1], -3, "3000 2000"),
        ("0.00", "CAD", [1, 2], None, "0.00 0.00"),
        ("20000000.00", "CAD", [4, 365, 366, 365], None, "72727.27 6636363.64 6654545.45 6636363.64"),
        ("20000000.00", "CAD", [187, 365, 366, 182], None, "3400000.00 6636363.64 6654545.45 3309090.91"),
        ("20000000.00", "CAD", [279, 365, 366, 90], None, "5072727.27 6636363.64 6654545.45 1636363.64"),
        ("20000000.00", "CAD", [95, 365, 366, 274], None, "1727272.73 6636363.64 6654545.45 4981818.18"),
        ("25653580", "DKK", [90, 91, 92, 92], None, "6325540.27 6395824.05 6466107.84 6466107.84"),
        ("202736.20", "GBP", [91, 92, 92, 90], None, "50545.19 51100.63 51100.63 49989.75"),
        ("3939997", "CAD", [91, 92, 92, 90], None, "982300.62 993095.14 993095.13 971506.11"),
        ("19504521", "CAD", [32, 91, 92, 92], None, "2033044.53 5781470.39 5845003.04 5845003.04"),
    ],
)
def test_allocate(amount: str, currency: str, weights: list[int], places: int | None, expected: str) -> None:
    """By largest remainder, ties to the first, in whole smallest units."""
    shares = Money(amount, currency).allocate(weights, places)

    assert [f"Money('{share}', '{currency}')" for share in expected.split()] == [repr(share) for share in shares]


def test_split() -> None:
    """In equal parts, the first larger."""
    assert _cad("33.34", "33.33", "33.33") == Money(100, "CAD").split(3)
    for parts in (0, -1, True, Decimal(2)):
        with pytest.raises(InvalidValue) as caught:
            Money(1, "CAD").split(parts)  # type: ignore[arg-type]
        assert InvalidValue(parts, "must be a number of parts from 1 up", "", "", "Money.split") == caught.value


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ([1, -1], "Money.allocate.weights[1]: must not be below 0, got -1"),
        ([0, 0], "Money.allocate.weights: must have one that is above 0, got [Fraction(0, 1), Fraction(0, 1)]"),
        ([], "Money.allocate.weights: must have one that is above 0, got []"),
        (
            [0.5],
            'Money.allocate.weights[0]: must be an exact number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
        (
            [1, Decimal("NaN")],
            "Money.allocate.weights[1]: must be a finite number, got Decimal('NaN'); leave it out if it is not known",
        ),
        ("12", "Money.allocate.weights: must be several weights in order, got '12'; write a list"),
        ({1}, "Money.allocate.weights: must be several weights in order, got {1}; write a list"),
        (3, "Money.allocate.weights: must be several weights in order, got 3; write a list"),
    ],
)
def test_weights_that_cannot_be_meant(weights: list[int], message: str) -> None:
    """Exact numbers from 0 up, in order, not all 0."""
    with pytest.raises(InvalidValue) as caught:
        Money(1, "CAD").allocate(weights)

    assert message == str(caught.value)


def test_an_amount_finer_than_its_shares_is_refused() -> None:
    """The shares could not sum to it."""
    with pytest.raises(InvalidValue) as caught:
        Money("1.005", "CAD").split(2)

    assert "Money.allocate: is finer than 2 decimals, got '1.005'; round it first, or state the places" == str(
        caught.value
    )
    assert _cad("0.503", "0.502") == Money("1.005", "CAD").allocate([1, 1], 3)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("CAD 20,000,000.00", "20000000.00", "CAD"),
        ("20000000 CAD", "20000000", "CAD"),
        ("CAD20", "20", "CAD"),
        ("  20.5CAD ", "20.5", "CAD"),
        ("CAD 20 000 000.00", "20000000.00", "CAD"),
        ("20\u00a0000\u00a0EUR", "20000", "EUR"),
        ("EUR 20\u2009000", "20000", "EUR"),
        ("EUR 20\u202f000", "20000", "EUR"),
        ("EUR -9,077.00", "-9077.00", "EUR"),
        ("EUR \u22129077", "-9077", "EUR"),
        ("+5 EUR", "5", "EUR"),
        ("CAD 1,234", "1234", "CAD"),
        ("XDR 1,234", "1234", "XDR"),
        ("KWD 1,234.000", "1234.000", "KWD"),
        ("KWD 1,234,567", "1234567", "KWD"),
    ],
)
def test_parse(text: str, amount: str, currency: str) -> None:
    """A code before or after a number, thousands grouped or not; decimals stay as written."""
    assert f"Money('{amount}', '{currency}')" == repr(Money.parse(text))


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("EUR 1.234,50", 'write "EUR 1234.50" if the comma is the decimal mark'),
        ("1 234,50 EUR", 'write "EUR 1234.50" if the comma is the decimal mark'),
        ("CAD 0,123", 'write "CAD 0.123" if the comma is the decimal mark'),
        ("$5", 'write the code of the currency, such as "CAD": several share a symbol'),
        ("5 \u20ac", 'write the code of the currency, such as "CAD": several share a symbol'),
        ("5", 'state the currency by its code, as in "CAD 1234.50"'),
        ("", 'state the currency by its code, as in "CAD 1234.50"'),
        ("cad 5", 'write "CAD"'),
        ("EUR 1.234.567", 'write "CAD 1234.50": a point before decimals, groups of three digits or none'),
        ("CAD 5 USD", 'write "CAD 1234.50": a point before decimals, groups of three digits or none'),
        ("INR 1,00,000", 'write "CAD 1234.50": a point before decimals, groups of three digits or none'),
        ("CAD 1,234 567", 'write "CAD 1234.50": a point before decimals, groups of three digits or none'),
        ("CAD \u0661\u0662", 'write "CAD 1234.50": a point before decimals, groups of three digits or none'),
        ("CAD 1_000", 'write "CAD 1234.50": a point before decimals, groups of three digits or none'),
        ("CAD " + "1" * 300, 'write "CAD 1234.50": a point before decimals, groups of three digits or none'),
    ],
)
def test_what_cannot_be_parsed(text: str, mend: str) -> None:
    """What has two readings or none is refused with the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        Money.parse(text)

    assert InvalidValue(text, "must be a code and an amount", mend, "", "Money.parse") == caught.value


def test_a_lone_comma_where_three_decimals_are_usual() -> None:
    """A thousand dinars, or one and a bit: nobody can tell."""
    with pytest.raises(InvalidValue) as caught:
        Money.parse("KWD 1,234")

    message = (
        'Money.parse: has a comma that may group or divide in KWD, got \'KWD 1,234\'; write "KWD 1.234" or "KWD 1234"'
    )
    assert message == str(caught.value)


def test_parse_takes_text() -> None:
    """And nothing else."""
    with pytest.raises(InvalidValue) as caught:
        Money.parse(5)  # type: ignore[arg-type]

    assert InvalidValue(5, "must be a code and an amount", 'write "CAD 1234.50"', "", "Money.parse") == caught.value


def test_from_float() -> None:
    """A float is the number it is written as."""
    assert "Money('0.1', 'CAD')" == repr(Money.from_float(0.1, "CAD"))
    assert Money(4, "CAD") == Money.from_float(4, "CAD")
    with pytest.raises(InvalidValue) as caught:
        Money.from_float(float("nan"), "CAD")
    assert "Money.amount: must be a plain number, got 'nan'; digits, one point, no separators" == str(caught.value)


@pytest.mark.parametrize(
    ("money", "expected"),
    [
        (Money("15430908.11", "USD"), "USD 15,430,908.11"),
        (Money("-9077", "GBP"), "GBP -9,077.00"),
        (Money("1234", "XOF"), "XOF 1,234"),
        (Money("1234.5", "XOF"), "XOF 1,234.5"),
        (Money("1234.5", "KWD"), "KWD 1,234.500"),
        (Money("1.23456", "CAD"), "CAD 1.23456"),
        (Money("4E+6", "CAD"), "CAD 4,000,000.00"),
        (Money("1234.5", "XDR"), "XDR 1,234.5"),
        (Money("1234", "ZZZ"), "ZZZ 1,234"),
    ],
)
def test_words_for_people(money: Money, expected: str) -> None:
    """All decimals that were stated, and at least those of the smallest unit."""
    assert expected == str(money) == f"{money}"


def test_words_as_asked_for() -> None:
    """A format is applied to the amount, half up."""
    assert "CAD 3" == f"{Money('2.5', 'CAD'):.0f}"
    assert "CAD 1,234.6" == f"{Money('1234.56', 'CAD'):,.1f}"


def test_repr_pastes_back() -> None:
    """With the decimals as given and without an exponent."""
    money = Money("4000000.00", "CAD")

    assert "Money('4000000.00', 'CAD')" == repr(money)
    assert money == eval(repr(money))  # noqa: S307
    assert "Money('4000000', 'CAD')" == repr(Money("4E+6", "CAD"))


def test_money_is_a_value() -> None:
    """Frozen, copied and pickled, also where arithmetic made it."""
    made = Money(1, "CAD") + Money(2, "CAD")

    assert Money is type(made)
    assert Money(3, "CAD") == made == pickle.loads(pickle.dumps(made)) == copy.deepcopy(made)  # noqa: S301
    assert hash(Money(3, "CAD")) == hash(made)
    assert Money(2, "CAD") == attrs.evolve(made, amount=2)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.amount = Decimal(1)  # type: ignore[misc]


def test_converters() -> None:
    """Money, or words for it; a bare number has no currency."""
    assert Money(5, "CAD") == as_money(Money(5, "CAD")) == as_money("CAD 5")
    assert as_money_or_none(None) is None
    assert Money(5, "CAD") == as_money_or_none("5 CAD")
    with pytest.raises(InvalidValue) as number:
        as_money(5)  # type: ignore[arg-type]
    assert 'must be money, got 5; write Money("5", "CAD"), in its own currency' == str(number.value)
    with pytest.raises(InvalidValue) as other:
        as_money(0.5)  # type: ignore[arg-type]
    assert "must be money, got 0.5" == str(other.value)


@pytest.mark.parametrize("text", ["EUR 100.000", "EUR 1.234", "JPY 1.500", "10.000 XOF"])
def test_a_point_that_may_group_thousands_is_refused(text: str) -> None:
    """Half of Europe writes a hundred thousand that way; three decimals are none of these currencies'."""
    with pytest.raises(InvalidValue, match="has a point that may group or divide"):
        Money.parse(text)


def test_a_point_that_can_only_divide_is_one() -> None:
    """Three decimals in a currency that has them, four digits before the point, other numbers of decimals."""
    assert Money("1.234", "KWD") == Money.parse("KWD 1.234")
    assert Money("1234.567", "EUR") == Money.parse("EUR 1234.567")
    assert Money("0.125", "EUR") == Money.parse("EUR 0.125")
    assert Money("1.2345", "EUR") == Money.parse("EUR 1.2345")
