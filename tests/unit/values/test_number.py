"""Unit tests of exact numbers: what is advised, and that the caller's decimal context does not count."""

import subprocess
import sys
from decimal import Decimal, localcontext

import pytest

from aidmodel.errors import InvalidValue
from aidmodel.values.number import as_decimal, plain

HOSTILE = """
import decimal

every = [
    decimal.Clamped, decimal.DivisionByZero, decimal.FloatOperation, decimal.Inexact, decimal.InvalidOperation,
    decimal.Overflow, decimal.Rounded, decimal.Subnormal, decimal.Underflow,
]
hostile = decimal.Context(
    prec=1, rounding=decimal.ROUND_UP, Emin=0, Emax=0, capitals=0, clamp=1, flags=every, traps=every
)
for name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp"):
    setattr(decimal.DefaultContext, name, getattr(hostile, name))
for signal in every:
    decimal.DefaultContext.traps[signal] = True
decimal.setcontext(hostile)

from aidmodel import DateSpan, Duration, Money, Project, Quantity, from_json, to_json

money = Money("1234567.895", "CAD")
print(repr(money), money, f"{money:,.1f}", money.rounded(), money.rounded(-3), hash(money) == hash(Money("1234567.895", "CAD")))
print(money + money, money - money, money * 3, money / 8, money / money, -money, money > Money(1, "CAD"))
print(Money("10", "CAD").allocate([1, 1, 1]), Money.sum([money, money]), Money.parse("CAD 1,234.50"))
print(Money("1E+3", "CAD"), Money("0.00000000000000000001", "CAD") / 3, Money.from_float(0.25, "CAD"))
quantity = Quantity("1234.5", "km")
print(quantity, repr(quantity.to("m")), quantity + quantity, Quantity("12.5", "km2").to("hectare"))
print(Duration("3.0", "years").agrees_with(DateSpan("2022-03-28", "2025-03-31")), repr(Duration("1E+2", "days")))
project = Project(stated_duration=Duration("123.45", "days"))
print(from_json(to_json(project)) == project)
"""

EXPECTED = """\
Money('1234567.895', 'CAD') CAD 1,234,567.895 CAD 1,234,567.9 CAD 1,234,567.90 CAD 1,235,000.00 True
CAD 2,469,135.790 CAD 0.000 CAD 3,703,703.685 CAD 154,320.986875 1 CAD -1,234,567.895 True
(Money('3.34', 'CAD'), Money('3.33', 'CAD'), Money('3.33', 'CAD')) CAD 2,469,135.790 CAD 1,234.50
CAD 1,000.00 CAD 0.00000000000000000000 CAD 0.25
1,234.5 km Quantity('1234500.0', 'm') 2,469.0 km 1,250.0 hectare
True Duration('100', 'day')
True
"""


def test_a_hostile_context_changes_nothing() -> None:
    """With one digit, no exponents and every trap set before the package is imported, numbers are what they are."""
    run = subprocess.run([sys.executable, "-c", HOSTILE], capture_output=True, text=True, check=False)

    assert ("", EXPECTED) == (run.stderr, run.stdout)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("1,000", 'write "1000" if the separators only group digits'),
        ("20 000 000.50", 'write "20000000.50" if the separators only group digits'),
        ("12,5", 'write "12.5" if the comma is the decimal mark'),
        ("1.234,5", 'write "1234.5" if the comma is the decimal mark'),
        ("12,34,56", "digits, one point, no separators"),
        (" 12 ", 'write "12"'),
    ],
)
def test_a_mend_keeps_the_number(text: str, mend: str) -> None:
    """What is advised is the number that was meant, or nothing."""
    with pytest.raises(InvalidValue) as caught:
        as_decimal(text)

    assert mend == caught.value.mend


@pytest.mark.parametrize("capitals", [0, 1])
@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1E+3", "1000"),
        ("1.50E+5", "150000"),
        ("0.0000001", "0.0000001"),
        ("0E-20", "0.00000000000000000000"),
        ("-12.50", "-12.50"),
        ("0.00", "0.00"),
    ],
)
def test_a_number_is_written_without_exponent(number: str, text: str, capitals: int) -> None:
    """With all its decimals, whichever letter the program has for exponents."""
    with localcontext() as context:
        context.capitals = capitals
        assert text == plain(Decimal(number))
