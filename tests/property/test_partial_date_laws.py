"""Laws of partial dates."""

import pickle
from datetime import date

import attrs
from hypothesis import example, given, strategies as st

from aidmodel.errors import InvalidValue
from aidmodel.testing._dates import any_dates, days, partial_dates
from aidmodel.values.date_text import parse_date
from aidmodel.values.partial_date import (
    AnyDate,
    PartialDate,
    as_date,
    first_day,
    is_before,
    is_certain,
    last_day,
    sort_key,
)

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def within(value: AnyDate, share: float) -> date:
    """Give the day that lies a share of the way through a date."""
    first, last = first_day(value).toordinal(), last_day(value).toordinal()
    return date.fromordinal(first + round(share * (last - first)))


@given(partial_dates())
@example(PartialDate("2024-02"))
@example(PartialDate("2021-Q4~"))
def test_text_reads_back(partial: PartialDate) -> None:
    """parse(str(p)) = p, in ISO and EDTF, strict and lenient."""

    assert (
        partial
        == PartialDate(str(partial))
        == PartialDate(partial.edtf())
        == parse_date(str(partial))
        == as_date(str(partial))
    )


@given(partial_dates())
def test_a_copy_is_equal(partial: PartialDate) -> None:
    """Building again from the fields, and pickling, change nothing."""

    assert partial == attrs.evolve(partial) == pickle.loads(pickle.dumps(partial))  # noqa: S301
    assert hash(partial) == hash(attrs.evolve(partial))


@given(partial_dates())
@example(PartialDate("1900-02"))
@example(PartialDate("9999"))
@example(PartialDate("0001-Q1"))
def test_bounds(partial: PartialDate) -> None:
    """The first day is before the last, and both are at the edge of the period."""

    assert partial.first < partial.last
    assert 1 == partial.first.day
    assert partial.contains(partial.first)
    assert partial.contains(partial.last)
    if partial.last < date.max:
        assert 1 == date.fromordinal(partial.last.toordinal() + 1).day
        assert not partial.contains(date.fromordinal(partial.last.toordinal() + 1))
    assert {"year": 12, "quarter": 3, "month": 1}[partial.precision] == partial.last.month - partial.first.month + 1


@given(any_dates(), any_dates(), st.floats(0, 1), st.floats(0, 1))
@example(PartialDate("2021"), date(2021, 12, 31), 1.0, 0.0)
@example(PartialDate("2021?"), date(2031, 12, 31), 1.0, 0.0)
@example(date(2024, 2, 29), PartialDate("2024-02"), 0.0, 1.0)
def test_is_before_holds_for_every_day(left: AnyDate, right: AnyDate, one: float, two: float) -> None:
    """An answer is that of every pair of days drawn inside; none means that they differ, or that a date is not certain."""
    answer = is_before(left, right)

    if not (is_certain(left) and is_certain(right)):
        assert answer is None
    elif answer is None:
        assert first_day(left) < last_day(right)
        assert not last_day(left) < first_day(right)
    else:
        assert answer is (within(left, one) < within(right, two))


@given(any_dates(), any_dates())
def test_is_before_is_antisymmetric(left: AnyDate, right: AnyDate) -> None:
    """Of two dates at most one is before the other."""
    if is_before(left, right):
        assert is_before(right, left) is False


@given(partial_dates(), partial_dates())
def test_order_agrees_with_is_before(left: PartialDate, right: PartialDate) -> None:
    """Where there is an order, it is total, and that of time."""
    if left.precision == right.precision:
        assert 1 == [left < right, left == right, left > right].count(True)
        assert (left <= right) is (not left > right)
        assert (left >= right) is (not left < right)
        if left.is_before(right):
            assert left < right


@given(st.lists(any_dates(), max_size=6))
def test_sort_key_keeps_time(dates: list[AnyDate]) -> None:
    """Sorted dates start one after the other."""
    firsts = [first_day(value) for value in sorted(dates, key=sort_key)]

    assert sorted(firsts) == firsts


@given(days())
@example(date(2024, 2, 29))
@example(date(2023, 12, 31))
@example(date(2022, 1, 2))
def test_written_days_read_back(day: date) -> None:
    """A day is read from the usual ways to write it; of numbers alone only with the order told, or where one is possible."""
    month = MONTHS[day.month - 1]

    assert day == parse_date(day.isoformat()) == parse_date(f"{day.day} {month} {day.year}")
    assert day == parse_date(f"{month[:3]} {day.day}, {day.year}") == parse_date(f"{day.year}/{day.month}/{day.day}")
    assert (
        day
        == parse_date(f"{day.day}/{day.month}/{day.year}", dayfirst=True)
        == parse_date(f"{day.month}/{day.day}/{day.year}", dayfirst=False)
    )
    assert PartialDate(day.year, day.month) == parse_date(f"{month} {day.year}")
    if day.day > 12 or day.day == day.month:
        assert day == parse_date(f"{day.day:02}.{day.month:02}.{day.year}")


PIECES = st.sampled_from(
    [
        "2022",
        "22",
        "1",
        "12",
        "31",
        "March",
        "mars",
        "May",
        "Q3",
        "FY",
        "/",
        "-",
        ".",
        " ",
        ",",
        ":",
        "T",
        "am",
        "th",
        "de",
        "Mon",
        "12:30",
        "Z",
        "+",
        "A",
        "²",
    ]
)


@given(st.lists(PIECES, max_size=7).map("".join) | st.text(max_size=12))
@example("1.5 2022")
@example("5 May 6 2022")
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """No text brings another error, and the year that is read stands in the text."""
    try:
        value = parse_date(text)
    except InvalidValue:
        return

    assert f"{value.year:04}" in text
