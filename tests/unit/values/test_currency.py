"""Currencies: the table of ISO 4217 and what is said of its members."""

import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from aidmodel.errors import InvalidValue, UnknownCode
from aidmodel.values import _iso4217
from aidmodel.values.currency import CURRENCIES, Currency, as_currency_code

ROOT = Path(__file__).parents[3]
GENERATOR = ROOT / "tests" / "data_sources" / "make_iso4217.py"
TABLE = ROOT.parent / "shared" / "rates" / "iso4217_codes_all.csv"


def _codes(minor_unit: int | None) -> str:
    return " ".join(code for code, known in CURRENCIES.items() if known.active and known.minor_unit == minor_unit)


def test_as_many_currencies_as_the_list_has() -> None:
    """178 codes are active, 129 only historic."""
    assert Counter({True: 178, False: 129}) == Counter(known.active for known in CURRENCIES.values())
    assert 307 == len(CURRENCIES)


def test_minor_units_of_active_currencies() -> None:
    """2 for 139 codes, 0 for 17, 3 for 7, 4 for 2, none for 13."""
    active = [known.minor_unit for known in CURRENCIES.values() if known.active]

    assert Counter({2: 139, 0: 17, 3: 7, 4: 2, None: 13}) == Counter(active)
    assert "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF" == _codes(0)
    assert "BHD IQD JOD KWD LYD OMR TND" == _codes(3)
    assert "CLF UYW" == _codes(4)
    assert {"XDR", "XXX", "XAU", "XAG"} < set(_codes(None).split())


def test_historic_currencies_have_two_decimals() -> None:
    """The list states none for them."""
    assert {2} == {known.minor_unit for known in CURRENCIES.values() if not known.active}


def test_a_row_of_withdrawal_does_not_withdraw_a_code_in_use() -> None:
    """PEN was renamed in 2015 and is active; its number has stood for three others."""
    pen = Currency.get("PEN")

    assert (True, None, "Sol") == (pen.active, pen.withdrawn, pen.name)
    assert "Nuevo Sol until 2015-12; 604 is also PEH, PEI, PES" == pen.note


def test_of_several_withdrawals_the_last_counts() -> None:
    """HRK left the list in 2023 under the name Kuna; dates stay as the list writes them."""
    assert ("Kuna", "2023-01") == (Currency.get("HRK").name, Currency.get("HRK").withdrawn)
    assert "1989 to 1990" == Currency.get("ARY").withdrawn


def test_redenominations_are_noted() -> None:
    """The two that the UN Treasury states stand at both codes."""
    assert "10,000 BYR became 1 BYN" == Currency.get("BYR").note == Currency.get("BYN").note
    assert "100,000 VEF became 1 VES" == Currency.get("VEF").note == Currency.get("VES").note


def test_a_numeric_code_may_be_shared() -> None:
    """XCG took over the number of ANG; zeros in front of a number count, and XFO has none."""
    assert "532" == Currency.get("XCG").numeric == Currency.get("ANG").numeric
    assert "532 is also XCG" == Currency.get("ANG").note
    assert "008" == Currency.get("ALL").numeric
    assert Currency.get("XFO").numeric is None


def test_codes_are_found_in_any_case() -> None:
    """A code is looked up with or without capitals and blanks around it."""
    assert "CAD" == Currency.get("cad").code == Currency.get(" Cad ").code
    assert Currency("CAD", "Canadian Dollar", "124", 2) == Currency.get("CAD")


def test_an_unknown_code_names_its_likes() -> None:
    """The three codes that lie within XCAD."""
    with pytest.raises(UnknownCode) as caught:
        Currency.get("XCAD")

    assert UnknownCode("ISO 4217 currency", "XCAD", ("XCD", "XAD", "CAD")) == caught.value


def test_a_code_that_is_no_string() -> None:
    """A number is no code."""
    with pytest.raises(InvalidValue) as caught:
        Currency.get(124)  # type: ignore[arg-type]

    assert InvalidValue(124, "must be a string", 'write "124"') == caught.value


@pytest.mark.parametrize(
    ("value", "problem", "mend"),
    [
        (None, "money without a currency", 'write a code such as "CAD"'),
        ("", "money without a currency", 'write a code such as "CAD"'),
        ("cad", "must be a currency code of three capital letters", 'write "CAD"'),
        (" CAD ", "must be a currency code of three capital letters", 'write "CAD"'),
        ("$", "must be a currency code of three capital letters", ""),
        ("CADX", "must be a currency code of three capital letters", ""),
        ("CÄD", "must be a currency code of three capital letters", ""),
        (124, "must be a currency code of three capital letters", ""),
    ],
)
def test_what_is_no_currency_code(value: object, problem: str, mend: str) -> None:
    """Three capital ASCII letters and nothing else, and the likely mend where there is one."""
    with pytest.raises(InvalidValue) as caught:
        as_currency_code(value)  # type: ignore[arg-type]

    assert InvalidValue(value, problem, mend) == caught.value


def test_a_currency_stands_for_its_code() -> None:
    """Where a code is wanted, a currency will do; a code that no list knows is a code."""
    assert "KES" == as_currency_code(Currency.get("KES"))
    assert "ZZZ" == as_currency_code("ZZZ")


def test_repr_pastes_back_and_str_is_the_code() -> None:
    """What is empty at the end is left out."""
    jod = Currency.get("JOD")

    assert "Currency('JOD', 'Jordanian Dinar', '400', 3)" == repr(jod)
    assert jod == eval(repr(jod))  # noqa: S307
    assert "JOD" == str(jod)
    assert "<CURRENCIES: ISO 4217 by code>" == repr(CURRENCIES)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("XBT", ""), "Currency.name: must not be blank, got ''; leave it out if it is not known"),
        (
            ("XBT", "Bitcoin", "12"),
            "Currency.numeric: must be three digits in a string, got '12'; zeros in front count, as in \"008\"",
        ),
        (
            ("XBT", "Bitcoin", None, -1),
            "Currency.minor_unit: must be a number of decimals from 0 to 9, or None, got -1",
        ),
        (
            ("XBT", "Bitcoin", None, True),
            "Currency.minor_unit: must be a number of decimals from 0 to 9, or None, got True",
        ),
    ],
)
def test_a_currency_that_cannot_be_meant(arguments: tuple[str, ...], message: str) -> None:
    """Every field names itself in its error."""
    with pytest.raises(InvalidValue) as caught:
        Currency(*arguments)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    assert message == str(caught.value)


def test_the_table_loads_when_it_is_first_asked() -> None:
    """Money holds a code, so it needs no table; nothing ambient is loaded."""
    code = (
        "import sys; from aidmodel.values.money import Money; from aidmodel.values.currency import Currency, CURRENCIES;"
        "Money(1, 'CAD') + Money(2, 'CAD'); Money.sum([Money(1, 'CAD')]); repr(Money(1, 'CAD'));"
        "assert 'aidmodel.values._iso4217' not in sys.modules; Currency.get('cad');"
        "assert 'aidmodel.values._iso4217' in sys.modules"
    )

    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


def test_the_table_is_what_its_generator_makes() -> None:
    """The module in the package is made from the source it names, and from nothing else."""
    if not TABLE.exists():
        pytest.skip("the table of currency codes is not part of the source tree")
    made = runpy.run_path(str(GENERATOR))["module"](TABLE.read_text(encoding="utf-8"))

    assert Path(_iso4217.__file__).read_text(encoding="utf-8") == made


def test_the_table_names_its_source() -> None:
    """Who uses the table can say where it is from."""
    expected = "github datasets/currency-codes @ab9b0ae (2026-02-01) = SIX list one + list three, ODC-PDDL 1.0"

    assert expected == _iso4217.SOURCE
    assert "2026-02-01" == _iso4217.VERSION
