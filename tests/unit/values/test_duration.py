"""Unit tests of durations."""

import copy
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from aidmodel.errors import InvalidValue
from aidmodel.values.duration import Duration, as_duration, as_duration_or_none, length_in_months, length_in_years
from aidmodel.values.span import DateSpan


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-03-28", "2025-03-31", 3 + Fraction(4, 365)),
        ("2022-03-28", "2025-03-27", Fraction(3)),
        ("2022-03-28", "2025-04-14", 3 + Fraction(18, 365)),
        ("2022-03-28", "2025-04-15", 3 + Fraction(19, 365)),
        ("2020-02-29", "2021-02-27", Fraction(1)),
        ("2020-02-29", "2024-02-28", Fraction(4)),
        ("2024-01-01", "2024-01-01", Fraction(1, 366)),
        ("2023-12-31", "2024-12-30", Fraction(1)),
        ("9999-01-01", "9999-12-31", Fraction(1)),
    ],
)
def test_length_in_years(start: str, end: str, expected: Fraction) -> None:
    """Guide E1: whole years from the start to the day after the end, and the rest over the length of its year."""
    assert expected == length_in_years(DateSpan(start, end))


def test_the_worked_number() -> None:
    """Guide E1: 3.0110, 3.0493 and 3.0521 years."""
    ends = ("2025-03-31", "2025-04-14", "2025-04-15")

    assert [3.0110, 3.0493, 3.0521] == [round(float(length_in_years(DateSpan("2022-03-28", end))), 4) for end in ends]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-01-01", "2024-02-29", Fraction(2)),
        ("2024-01-01", "2024-02-15", 1 + Fraction(15, 29)),
        ("2024-01-31", "2024-02-28", Fraction(1)),
        ("2024-01-31", "2024-03-30", Fraction(2)),
        ("2023-02-01", "2023-02-01", Fraction(1, 28)),
        ("2021-04-01", "2024-03-31", Fraction(36)),
    ],
)
def test_length_in_months(start: str, end: str, expected: Fraction) -> None:
    """The same with months."""
    assert expected == length_in_months(DateSpan(start, end))


@pytest.mark.parametrize(
    ("stated", "span", "expected"),
    [
        ("3.0 years", "2022-03-28/2025-03-31", True),
        ("3.0 years", "2022-03-28/2025-03-27", True),
        ("3.0 years", "2022-03-28/2025-04-14", True),
        ("3.0 years", "2022-03-28/2025-04-15", False),
        ("3 years", "2022-03-28/2025-04-15", True),
        ("36 months", "2022-03-28/2025-03-31", True),
        ("36 months", "2022-03-28/2025-05-31", False),
        ("1100 days", "2022-03-28/2025-03-31", True),
        ("1099 days", "2022-03-28/2025-03-31", False),
        ("3.0 years", "2022-03-28/..", None),
        ("3.0 years", "../..", None),
        ("5.0 years", "2021-09/2026-09", None),
        ("5 years", "2021-09/2026-09", True),
        ("3 years", "2021-09/2026-09", False),
        ("2 years", "2017/2018", None),
        ("3 years", "2017/2018", False),
        ("1 month", "2022/2022", None),
        ("1 year", "2022/2022", None),
        ("20 years", "2022/2022", False),
        ("0.125 years", "2023/2024", False),
        ("1.5 days", "2023/2024", False),
        ("0.0 years", "2023-01-31/2023", None),
        ("0.003 years", "2023-12/2023-12-31", None),
        ("0.0027 years", "2023/2023-01-01", True),
        ("0.0028 years", "2023/2023-01-01", False),
        ("3 years", "2021~/2024", None),
        ("300 years", "2021/2024?", None),
    ],
)
def test_agrees_with(stated: str, span: str, *, expected: bool | None) -> None:
    """Guide E1 and D: within half a unit of the last stated digit, for every day that the ends can mean."""
    assert expected is Duration.parse(stated).agrees_with(DateSpan.parse(span))


def test_what_is_too_long_is_not_read() -> None:
    """Fifty million digits are refused at once."""
    text = "9" * 50_000_000 + " years"
    with pytest.raises(InvalidValue) as caught:
        Duration.parse(text)

    assert InvalidValue(text, "is no length of time", 'write "3.0 years"', "", "Duration") == caught.value


def test_agrees_with_another_tolerance() -> None:
    """A tolerance is in the duration's own unit."""
    stated, span = Duration("3.0", "years"), DateSpan("2022-03-28", "2025-04-15")

    assert stated.agrees_with(span, "0.1") is True
    assert stated.agrees_with(span, Fraction(19, 365)) is True
    assert stated.agrees_with(span, 0) is False
    assert stated.agrees_with(DateSpan("2022-03-28", "2025-03-27"), Decimal(0)) is True


@pytest.mark.parametrize(
    ("text", "tolerance"),
    [("3.0 years", Fraction(1, 20)), ("36 months", Fraction(1, 2)), ("2.25 years", Fraction(1, 200))],
)
def test_tolerance(text: str, tolerance: Fraction) -> None:
    """Half a unit of the last stated digit."""
    assert tolerance == Duration.parse(text).tolerance


def test_units_and_words() -> None:
    """Plurals become the unit; words and repr keep the digits."""
    assert ("year", "month", "day") == (Duration(1, "Years").unit, Duration(1, "month").unit, Duration(1, "days").unit)
    assert ["3.0 years", "1 year", "1.0 years", "0 days"] == [
        str(Duration(*each)) for each in (("3.0", "year"), (1, "years"), ("1.0", "year"), (0, "day"))
    ]
    assert "Duration('3.0', 'year')" == repr(Duration("3.0", "years"))
    assert (
        Duration("3.0", "years")
        == Duration.parse("3.0 years")
        == as_duration(" 3.0  YEARS ")
        == as_duration_or_none(Duration("3.0", "years"))
    )
    assert as_duration_or_none(None) is None


def test_the_digits_count() -> None:
    """ "3.0 years" claims more than "3 years", so the two are not equal; copies are."""
    stated = Duration("3.0", "years")

    assert Duration("3", "years") != stated
    assert stated == pickle.loads(pickle.dumps(stated)) == copy.deepcopy(stated)  # noqa: S301
    assert hash(stated) == hash(Duration("3.0", "year"))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Duration(3, "weeks"),
            'Duration.unit: must be a unit of time, got \'weeks\'; write "years", "months" or "days"',
        ),
        (lambda: Duration(-1, "years"), "Duration.value: must not be negative, got -1"),
        (
            lambda: Duration("3 years", "years"),
            "Duration.value: must be a plain number, got '3 years'; digits, one point, no separators",
        ),
        (lambda: Duration.parse("3"), "Duration: is no length of time, got '3'; write \"3.0 years\""),
        (
            lambda: Duration.parse("three years"),
            "Duration.value: must be a plain number, got 'three'; digits, one point, no separators",
        ),
        (
            lambda: length_in_years(DateSpan("2021", "2022")),
            "DateSpan: has no exact ends, got '2021/2022'; give the days that are meant",
        ),
        (
            lambda: length_in_months(DateSpan("2021-01-01", None)),
            "DateSpan: has no exact ends, got '2021-01-01/..'; give the days that are meant",
        ),
        (
            lambda: Duration(3, "years").agrees_with(DateSpan.parse("2021"), -1),
            "a tolerance must not be negative, got -1",
        ),
    ],
)
def test_what_is_refused(make: Callable[[], object], message: str) -> None:
    """Every refusal says what is wrong and what to write."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)
