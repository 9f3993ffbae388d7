"""One rate: what it says, and the rates computed from it."""

import copy
import pickle
from datetime import date
from decimal import Decimal, localcontext
from typing import Any

import attrs
import pytest

from aidmodel.errors import InvalidValue
from aidmodel.rates.rate import Rate, RateBasis, RateLookup, RateProvider, identity, significant
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import DateSpan

DAY = "2022-03-28"
SIXTY_THREES = Decimal("0." + 60 * "3")


def rate(base: str = "EUR", quote: str = "CAD", value: Any = "1.3702", **stated: Any) -> Rate:
    """Build a rate of the ECB for a day, unless stated otherwise."""
    return Rate(base, quote, value, **{"on": DAY, "basis": "spot", "source": "ECB", **stated})


def test_a_rate_takes_plain_input() -> None:
    """Text where a number, day, span, basis or lookup is held."""
    made = rate(observed="2022-03-25/2022-03-25", lookup="last")

    assert Decimal("1.3702") == made.value
    assert date(2022, 3, 28) == made.on
    assert RateBasis.SPOT is made.basis
    assert DateSpan(date(2022, 3, 25), date(2022, 3, 25)) == made.observed
    assert RateLookup.LAST is made.lookup
    assert (False, ()) == (made.inverted, made.legs)


def test_a_rate_may_be_of_a_year() -> None:
    """What was asked for is kept at its precision."""
    assert PartialDate("2022") == rate(on="2022").on


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"value": 0}, "Rate.value: must be above 0, got 0; leave it out if there is none"),
        ({"value": "-1.5"}, "Rate.value: must be above 0, got '-1.5'; leave it out if there is none"),
        ({"value": Decimal("-0.0")}, "Rate.value: must be above 0, got Decimal('-0.0'); leave it out if there is none"),
        (
            {"value": 0.75},
            'Rate.value: must be an exact number, got 0.75; write "0.75" or Decimal("0.75") if that is the number meant',
        ),
        ({"value": True}, "Rate.value: must be an exact number, got True; write 1 or 0"),
        (
            {"value": Decimal("NaN")},
            "Rate.value: must be a finite number, got Decimal('NaN'); leave it out if it is not known",
        ),
        (
            {"value": Decimal("Infinity")},
            "Rate.value: must be a finite number, got Decimal('Infinity'); leave it out if it is not known",
        ),
        (
            {"value": "1,3"},
            "Rate.value: must be a plain number, got '1,3'; write \"1.3\" if the comma is the decimal mark",
        ),
        ({"value": None}, "Rate.value: must be an exact number, got None; write a Decimal, an int or a string"),
        ({"base": "eur"}, "Rate.base: must be a currency code of three capital letters, got 'eur'; write \"EUR\""),
        ({"quote": ""}, "Rate.quote: money without a currency, got ''; write a code such as \"CAD\""),
        ({"basis": "spto"}, "Rate.basis: must be one of RateBasis, got 'spto'; did you mean 'spot'?"),
        ({"lookup": "lst"}, "Rate.lookup: must be one of RateLookup, got 'lst'; did you mean 'last'?"),
        ({"source": " "}, "Rate.source: must not be blank, got ' '; leave it out if it is not known"),
    ],
)
def test_what_can_be_no_rate(stated: dict[str, Any], message: str) -> None:
    """Each error names its field."""
    with pytest.raises(InvalidValue) as caught:
        rate(**stated)

    assert message == str(caught.value)


@pytest.mark.parametrize("value", [Decimal("1E+40"), Decimal("1E+5000"), "1E+40", 10**40])
def test_no_currency_is_that_small(value: Any) -> None:
    """A number beyond 30 digits is refused as Decimal too: turned round it would be 0."""
    with pytest.raises(InvalidValue):
        rate(value=value).inverse()


def test_rates_of_up_to_30_digits_either_way_are_rates() -> None:
    """Turned round, the one is as the other."""
    for value, turned in (("1E+29", "1E-29"), ("1E-29", "1E+29")):
        assert Decimal(turned) == rate(value=Decimal(value)).inverse().value
    with pytest.raises(InvalidValue):
        rate(value=Decimal("1E+30"))
    with pytest.raises(InvalidValue):
        rate(value=Decimal("1E-30"))


def test_a_currency_is_worth_one_of_itself() -> None:
    """Any other number is not a rate."""
    with pytest.raises(InvalidValue):
        rate("CAD", "CAD", "2")


def test_a_rate_that_is_turned_round_has_what_it_was_turned_from() -> None:
    """Saying so without it would leave nothing to reckon with."""
    with pytest.raises(InvalidValue):
        rate(inverted=True)


def test_a_computed_rate_may_have_60_digits() -> None:
    """More than a number from a file may have."""
    assert SIXTY_THREES == rate(value=SIXTY_THREES).value


def test_the_inverse_is_computed_to_60_digits() -> None:
    """1 / 0.75 = 1.333…, whatever the program's own context is."""
    stated = rate("CAD", "USD", "0.75")

    assert Decimal("1." + 59 * "3") == stated.inverse().value
    with localcontext() as context:
        context.prec = 6

        assert Decimal("1." + 59 * "3") == stated.inverse().value


def test_the_inverse_says_all_that_the_rate_says() -> None:
    """Basis, source, days and lookup stay; it is flagged, and has the stated one as its leg."""
    stated = rate(observed="2022-03-25/2022-03-25", lookup="last")
    turned = stated.inverse()

    assert ("CAD", "EUR", True, (stated,)) == (turned.base, turned.quote, turned.inverted, turned.legs)
    assert [getattr(stated, name) for name in ("on", "basis", "source", "observed", "lookup")] == [
        getattr(turned, name) for name in ("on", "basis", "source", "observed", "lookup")
    ]


def test_turned_round_twice_it_is_the_stated_one() -> None:
    """No digit is lost on the way."""
    stated = rate()

    assert stated is stated.inverse().inverse()


def test_terms_are_numbers_as_stated() -> None:
    """What to multiply by and to divide by: 1.0966 / 1.3702 is rounded by nobody."""
    euro_cad, euro_usd = rate(), rate("EUR", "USD", "1.0966")

    assert (Decimal("1.3702"), Decimal(1)) == euro_cad.terms
    assert (Decimal(1), Decimal("1.3702")) == euro_cad.inverse().terms
    assert (Decimal("1.0966"), Decimal("1.3702")) == euro_cad.inverse().cross(euro_usd).terms
    assert (Decimal("1.3702"), Decimal("1.0966")) == euro_cad.inverse().cross(euro_usd).inverse().terms


def test_a_cross_has_both_legs_and_the_rates_they_were_stated_as() -> None:
    """guide E6: CAD to USD on 2022-03-28 by way of the euro, 1.0966 / 1.3702 = 0.80032112…"""
    out, back = rate("EUR", "USD", "1.0966"), rate().inverse()
    cross = back.cross(out)

    assert ("CAD", "USD") == (cross.base, cross.quote)
    assert Decimal("0.80032112100") == cross.value.quantize(Decimal("1e-11"))
    assert (back, out) == cross.legs
    assert (rate(), out) == cross.stated
    assert not cross.inverted


def test_a_cross_of_crosses_keeps_all_that_was_stated() -> None:
    """USD to EUR to CAD to COP, of one source and day."""
    usd_cad = rate("EUR", "USD", "1.0966").inverse().cross(rate())
    whole = usd_cad.cross(rate("CAD", "COP", "3000"))

    assert ["EUR", "EUR", "CAD"] == [stated.base for stated in whole.stated]
    assert (Decimal("4110.6000"), Decimal("1.0966")) == whole.terms  # 1.3702 * 3000


def test_a_cross_is_as_old_as_its_older_leg() -> None:
    """Operational rates may have taken effect on different days."""
    old = rate("USD", "COP", "2850", observed="2022-03-01/2022-03-01").inverse()
    new = rate("USD", "KES", "103", observed="2022-03-16/2022-03-16")

    assert 27 == old.cross(new).age_days
    assert 27 == new.inverse().cross(old.inverse()).age_days


@pytest.mark.parametrize(
    "other",
    [
        rate("EUR", "USD", "1.1"),
        rate("CAD", "USD", "0.8", source="IMF"),
        rate("CAD", "USD", "0.8", on="2022-03-29"),
    ],
)
def test_no_cross_of_two_sources_or_dates_or_apart(other: Rate) -> None:
    """It would be nobody's rate."""
    problem = "does not go on from the first: one currency, one source and one date are wanted"
    with pytest.raises(InvalidValue) as caught:
        rate().cross(other)

    assert InvalidValue(str(other), problem, "", "", "Rate.cross") == caught.value


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (
            {"legs": [rate("EUR", "CAD", "2", source="IMF")], "inverted": True},
            "Rate.legs: must be of the rate's own source and day, got 'IMF on 2022-03-28'; a cross of two is nobody's rate",
        ),
        (
            {"legs": [rate("EUR", "USD", "2")], "inverted": True},
            "Rate.legs: must lead from CAD to EUR, or be one rate that is turned round, got 'EUR/USD'",
        ),
        (
            {"legs": [rate("EUR", "CAD", "2")]},
            "Rate.legs: must lead from CAD to EUR, or be one rate that is turned round, got 'EUR/CAD'",
        ),
        (
            {"legs": [rate("CAD", "USD", "2"), rate("XOF", "EUR", "2")]},
            "Rate.legs: must lead from CAD to EUR, or be one rate that is turned round, got 'CAD/USD, XOF/EUR'",
        ),
        (
            {"legs": [rate("CAD", "USD", "2"), rate("USD", "EUR", "2")], "inverted": True},
            "Rate.legs: must lead from CAD to EUR, or be one rate that is turned round, got 'CAD/USD, USD/EUR'",
        ),
        (
            {"legs": [rate("CAD", "USD", "2"), rate("USD", "XOF", "2"), rate("XOF", "EUR", "2")]},
            "Rate.legs: must lead from CAD to EUR, or be one rate that is turned round, got 'CAD/USD, USD/XOF, XOF/EUR'",
        ),
        ({"legs": "EUR"}, "Rate.legs: must be a Rate or several of them, got 'EUR'"),
    ],
)
def test_legs_lead_from_base_to_quote(stated: dict[str, Any], message: str) -> None:
    """One that is turned round, or two that meet in one currency, all of the rate's own source."""
    with pytest.raises(InvalidValue) as caught:
        rate("CAD", "EUR", "0.5", **stated)

    assert message == str(caught.value)


def test_legs_may_be_of_no_other_date() -> None:
    """As in a cross: two dates in one rate are nobody's rate."""
    legs = [rate("CAD", "USD", "0.5", on="2010-01-01"), rate("USD", "EUR", "1")]
    with pytest.raises(InvalidValue):
        rate("CAD", "EUR", "0.5", legs=legs)


def test_the_value_is_what_the_legs_give() -> None:
    """A copy with another value and the same legs would say two things."""
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(rate().inverse(), value="0.5")

    assert "is not what the legs give" == caught.value.problem
    assert "0.5" == caught.value.value


def test_legs_that_give_the_value_are_taken() -> None:
    """What the methods compute can be built by hand: 2 * 3 = 6, 1 / 2 = 0.5."""
    half = rate("EUR", "CAD", "2")
    crossed = rate("CAD", "EUR", "6", legs=[rate("CAD", "USD", "2"), rate("USD", "EUR", "3")])

    assert half.inverse() == rate("CAD", "EUR", "0.5", legs=half, inverted=True)
    assert crossed == rate("CAD", "USD", "2").cross(rate("USD", "EUR", "3"))


@pytest.mark.parametrize(
    ("on", "observed", "age"),
    [
        ("2022-03-28", "2022-03-28/2022-03-28", 0),
        ("2022-03-26", "2022-03-25/2022-03-25", 1),
        ("2018-04-03", "2018-03-29/2018-03-29", 5),
        ("2011-08-19", "2011-08-31/2011-08-31", -12),
        ("2018-07-01", "2018-01-01/2018-12-31", 0),
        ("2018-12-31", "2018-01-01/2018-12-31", 0),
        ("2019-01-01", "2018-01-01/2018-12-31", 1),
        ("2017-12-31", "2018-01-01/2018-12-31", -1),
        ("2019", "2018-01-01/2018-12-31", 1),
        ("2017", "2018-01-01/2018-12-31", -1),
        ("2018", "2018-12-31/2018-12-31", 0),
        ("2022-03-28", "2005-01-01/..", 0),
        ("2004-12-31", "2005-01-01/..", -1),
        ("2022-03-28", "../2022-03-27", 1),
    ],
)
def test_age_is_counted_from_the_observation(on: str, observed: str, age: int) -> None:
    """0 where it covers what was asked for, below 0 where it lies after it."""
    assert age == rate(on=on, observed=observed).age_days


def test_a_rate_without_days_has_no_age() -> None:
    """A contract without dates."""
    assert rate().age_days is None


def test_equal_rates_are_equal_and_hash_alike() -> None:
    """1.30 and 1.3 are one number; another source or day makes another rate."""
    assert rate(value="1.30") == rate(value="1.3")
    assert hash(rate(value="1.30")) == hash(rate(value="1.3"))
    assert rate() != rate(source="IMF")
    assert rate() != rate(on="2022-03-29")
    assert rate() != rate().inverse().inverse().inverse()
    assert 1 == len({rate().inverse(), rate().inverse()})


def test_rates_pickle_and_copy_with_their_legs() -> None:
    """A cross as a whole."""
    cross = rate().inverse().cross(rate("EUR", "USD", "1.0966"))

    assert cross == pickle.loads(pickle.dumps(cross)) == copy.deepcopy(cross)  # noqa: S301
    assert cross.legs == pickle.loads(pickle.dumps(cross)).legs  # noqa: S301


def test_the_repr_can_be_pasted_back() -> None:
    """With the names of the library, and datetime's."""
    import datetime as dt

    names = {
        "Rate": Rate, "RateBasis": RateBasis, "RateLookup": RateLookup, "Decimal": Decimal, "DateSpan": DateSpan,
        "PartialDate": PartialDate, "datetime": dt,
    }  # fmt: skip
    cross = rate(observed="2022-03-25/2022-03-25", lookup="last").inverse()

    assert cross == eval(repr(cross), names)  # noqa: S307
    assert rate(on="2022") == eval(repr(rate(on="2022")), names)  # noqa: S307


def test_for_people_a_rate_is_one_line_of_at_most_10_digits() -> None:
    """1 / 1.3702 = 0.729820464…"""
    assert "1 EUR = 1.3702 CAD" == str(rate())
    assert "1 CAD = 0.7298204642 EUR" == str(rate().inverse())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1", "1"),
        ("1.30", "1.30"),
        ("1E+3", "1000"),
        ("4325.955", "4325.955"),
        ("0.614024315362888", "0.6140243154"),
        ("139.8463837596168", "139.8463838"),
        ("0.000123456789012345", "0.0001234567890"),
        ("12345678901234.5", "12345678901234"),  # a tie: to the even one; no digit before the point is lost
        ("12345678901", "12345678901"),
        ("0.99999999999", "1.0000000000"),
    ],
)
def test_ten_digits_are_enough_for_people(value: str, text: str) -> None:
    """Whole numbers stay whole, and there is no exponent."""
    assert text == significant(Decimal(value))


def test_identity_is_one_on_nobodys_authority() -> None:
    """No source is asked, and none is named."""
    same = identity("CAD", PartialDate("2022"))

    assert ("CAD", "CAD", Decimal(1), PartialDate("2022")) == (same.base, same.quote, same.value, same.on)
    assert "the same currency" == same.source
    assert (same.observed, same.age_days, same.lookup, same.legs) == (None, None, None, ())


def test_a_rate_cannot_be_changed() -> None:
    """It is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        rate().value = Decimal(2)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def test_whatever_has_a_name_rates_and_currencies_provides() -> None:
    """A class of one's own needs no base class."""

    class Own:
        name = "own"

        def rate(self, base: str, quote: str, on: Any) -> Rate:
            return rate(base, quote, on=on)

        def currencies(self) -> frozenset[str]:
            return frozenset({"CAD", "EUR"})

    own: RateProvider = Own()

    assert isinstance(own, RateProvider)
    assert not isinstance({"CAD": "1.3"}, RateProvider)
    assert not isinstance(rate(), RateProvider)


def test_each_basis_and_lookup_is_found_by_its_words() -> None:
    """The code is the term."""
    assert [member.value for member in RateBasis] == [str(member) for member in RateBasis]
    assert [member.value for member in RateLookup] == [str(member) for member in RateLookup]
    assert RateBasis.PERIOD_AVERAGE is RateBasis.find("period average") is RateBasis.find("PERIOD_AVERAGE")
