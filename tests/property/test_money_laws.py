"""Laws of money that hold for all amounts."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, example, given, strategies as st

from aidmodel.testing._money import amounts, currencies, moneys
from aidmodel.values.currency import CURRENCIES
from aidmodel.values.money import Money

CAD = moneys("CAD")
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any)


def _shares(money: Money, weights: list[int]) -> list[Fraction]:
    """Give the exact shares, in whole smallest units."""
    units = Fraction(money.amount) * 10 ** (CURRENCIES[money.currency].minor_unit or 0)
    return [units * weight / sum(weights) for weight in weights]


@given(CAD, CAD)
def test_addition_commutes(a: Money, b: Money) -> None:
    """a + b = b + a."""
    assert a + b == b + a


@given(amounts(), amounts(), amounts())
@example(Decimal("0.1"), Decimal("0.2"), Decimal("-0.3"))
def test_addition_associates(a: Decimal, b: Decimal, c: Decimal) -> None:
    """(a + b) + c = a + (b + c), whatever the decimals."""
    x, y, z = Money(a, "CAD"), Money(b, "CAD"), Money(c, "CAD")

    assert (x + y) + z == x + (y + z)


@given(moneys())
def test_zero_and_opposites(a: Money) -> None:
    """a - a = 0, a + 0 = a, -(-a) = a, and a + (-a) = 0, none of them -0."""
    zero = Money(0, a.currency)

    assert zero == a - a == a + -a
    opposite = -a

    assert a == a + zero == -opposite
    assert abs(a) in {a, -a}
    assert not (a - a).amount.is_signed()


@given(CAD, CAD)
def test_subtraction_undoes_addition(a: Money, b: Money) -> None:
    """(a + b) - b = a."""
    assert a == (a + b) - b


@given(CAD, CAD, st.integers(-(10**6), 10**6))
def test_multiplication_distributes(a: Money, b: Money, n: int) -> None:
    """n(a + b) = na + nb."""
    assert n * (a + b) == n * a + n * b


@given(moneys(), st.integers(1, 10**6))
def test_division_undoes_multiplication(a: Money, n: int) -> None:
    """na / n = a, and na / a = n."""
    assert a == a * n / n
    if a.amount:
        assert n == (a * n) / a


@given(CAD, CAD)
def test_order_is_total(a: Money, b: Money) -> None:
    """Exactly one of less, equal, greater; and as the amounts say."""
    assert 1 == (a < b) + (a == b) + (a > b)
    assert (a <= b) is (a < b or a == b)
    assert (a >= b) is (a > b or a == b)
    assert (a < b) is (a.amount < b.amount)


@given(st.lists(CAD, max_size=20))
def test_sums_agree(items: list[Money]) -> None:
    """Money.sum, the built-in sum and adding by hand give the same; the order does not matter."""
    by_hand = Money(0, "CAD")
    for item in items:
        by_hand += item

    assert by_hand == Money.sum(items, "CAD") == Money.sum(reversed(items), "CAD") == sum(items, Money(0, "CAD"))


@given(moneys(), WEIGHTS)
@example(Money(5, "JPY"), [100, 101, 100, 100])
@example(Money("0.01", "CAD"), [0, 1, 1])
def test_shares_sum_to_the_amount(money: Money, weights: list[int]) -> None:
    """Exactly, and each is less than a smallest unit from its ideal; a weight of 0 gets 0."""
    shares = money.allocate(weights)
    places = CURRENCIES[money.currency].minor_unit or 0

    assert money == Money.sum(shares)
    assert len(weights) == len(shares)
    for share, ideal, weight in zip(shares, _shares(money, weights), weights, strict=True):
        assert abs(Fraction(share.amount) * 10**places - ideal) < 1
        assert weight or not share.amount
        assert -places == share.amount.as_tuple().exponent


@given(moneys(), WEIGHTS)
def test_shares_of_the_opposite_are_opposites(money: Money, weights: list[int]) -> None:
    """allocate(-m) = -allocate(m)."""
    assert tuple(-share for share in money.allocate(weights)) == (-money).allocate(weights)


@given(moneys(), WEIGHTS, st.integers(1, 10**6), st.integers(1, 10**6))
def test_only_the_proportion_of_weights_counts(
    money: Money, weights: list[int], numerator: int, denominator: int
) -> None:
    """Weights times any fraction give the same shares."""
    scaled = [weight * Fraction(numerator, denominator) for weight in weights]

    assert money.allocate(weights) == money.allocate(scaled)


@given(moneys(least=0), WEIGHTS)
def test_a_larger_weight_never_gets_less(money: Money, weights: list[int]) -> None:
    """Of two weights in one list."""
    shares = money.allocate(weights)

    for weight, share in zip(weights, shares, strict=True):
        for other, theirs in zip(weights, shares, strict=True):
            assert weight <= other or share >= theirs


@given(moneys(), st.integers(1, 50))
def test_parts_are_equal_to_a_smallest_unit(money: Money, parts: int) -> None:
    """split(n) has n parts that differ by a unit at most, the first ones away from zero."""
    shares = money.split(parts)
    unit = Decimal(1).scaleb(-(CURRENCIES[money.currency].minor_unit or 0))
    sizes = [abs(share.amount) for share in shares]

    assert money == Money.sum(shares)
    assert parts == len(shares)
    assert sorted(sizes, reverse=True) == sizes
    assert max(sizes) - min(sizes) <= unit


@given(amounts(), currencies())
def test_rounding_is_near_and_done_once(amount: Decimal, currency: str) -> None:
    """At most half a unit away, and rounding again changes nothing."""
    money = Money(amount, currency)
    rounded = money.rounded()
    places = CURRENCIES[currency].minor_unit or 0

    assert abs(rounded - money).amount * 2 <= Decimal(1).scaleb(-places)
    assert rounded == rounded.rounded()
    assert -rounded == (-money).rounded()


@given(amounts(), st.one_of(currencies(active=None), st.sampled_from(["XDR", "XAU", "ZZZ"])))
@example(Decimal(1234), "KWD")
@example(Decimal(1234), "ZZZ")
def test_words_for_people_are_read_back(amount: Decimal, currency: str) -> None:
    """parse(str(m)) = m in any currency, where no point may be taken to group thousands; and so does repr."""
    money = Money(amount, currency)

    assert money == eval(repr(money))  # noqa: S307
    known = CURRENCIES.get(currency)
    if known is None or known.minor_unit not in (0, 1, 2) or len(str(money).partition(".")[2]) != 3:
        assert money == Money.parse(str(money))


@given(moneys("CAD"), moneys("USD"))
def test_currencies_are_never_equal(a: Money, b: Money) -> None:
    """Whatever the amounts."""
    assert a != b


@given(st.floats(-1e15, 1e15, allow_nan=False))
def test_a_float_is_the_number_it_is_written_as(x: float) -> None:
    """from_float(x) reads back as x."""
    assume(x == 0 or abs(x) > 1e-4)

    assert x == float(Money.from_float(x, "CAD").amount)
