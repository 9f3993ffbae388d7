"""Unit tests of partial dates and of the reading of dates."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime

import attrs
import pytest

from aidmodel.errors import AmbiguousDate, InvalidValue
from aidmodel.values.date_text import parse_date
from aidmodel.values.partial_date import (
    AnyDate,
    PartialDate,
    as_date,
    as_date_or_none,
    as_day,
    as_day_or_none,
    earliest_day,
    first_day,
    is_before,
    is_certain,
    last_day,
    latest_day,
    sort_key,
)

FORMS = "write it as 2022-03-28, 2022-03, 2022-Q3 or 2022"
FISCAL = "a fiscal year needs its calendar: FiscalCalendar.parse"


@pytest.mark.parametrize(
    ("text", "same", "precision", "first", "last"),
    [
        ("2021", PartialDate(2021), "year", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-09", PartialDate(2021, 9), "month", date(2021, 9, 1), date(2021, 9, 30)),
        ("2022-Q3", PartialDate(2022, quarter=3), "quarter", date(2022, 7, 1), date(2022, 9, 30)),
        ("2022-33", PartialDate(2022, quarter=1), "quarter", date(2022, 1, 1), date(2022, 3, 31)),
        ("2022-36", PartialDate(2022, quarter=4), "quarter", date(2022, 10, 1), date(2022, 12, 31)),
        ("2021~", PartialDate(2021, qualifier="~"), "year", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02?", PartialDate(2024, 2, qualifier="?"), "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("1900-02", PartialDate(1900, 2), "month", date(1900, 2, 1), date(1900, 2, 28)),
        ("2000-02", PartialDate(2000, 2), "month", date(2000, 2, 1), date(2000, 2, 29)),
        ("0001", PartialDate(1), "year", date.min, date(1, 12, 31)),
        ("9999-12", PartialDate(9999, 12), "month", date(9999, 12, 1), date.max),
    ],
)
def test_text_and_numbers(text: str, same: PartialDate, precision: str, first: date, last: date) -> None:
    """Text and numbers say the same, and bound the same days."""
    partial = PartialDate(text)

    assert same == partial
    assert hash(same) == hash(partial)
    assert (precision, first, last) == (partial.precision, partial.first, partial.last)


@pytest.mark.parametrize("text", ["2021", "2021-09", "2022-Q3", "2022-Q3~", "2021?", "0033-Q1"])
def test_str_and_repr(text: str) -> None:
    """``str`` is ISO-like, ``repr`` can be pasted back."""
    assert text == str(PartialDate(text))
    assert f"PartialDate({text!r})" == repr(PartialDate(text))


@pytest.mark.parametrize(
    ("text", "edtf"), [("2022-Q3", "2022-35"), ("2022-Q1~", "2022-33~"), ("2021-09", "2021-09"), ("2021?", "2021?")]
)
def test_edtf(text: str, edtf: str) -> None:
    """A quarter is a code in the month's place."""
    assert edtf == PartialDate(text).edtf()
    assert PartialDate(text) == PartialDate(edtf)


def test_a_partial_date_survives() -> None:
    """``evolve``, pickle and copies give the same class and values."""
    partial = PartialDate("2022-Q3~")

    assert PartialDate("2022-Q4~") == attrs.evolve(partial, quarter=4)
    assert partial == pickle.loads(pickle.dumps(partial)) == copy.copy(partial) == copy.deepcopy(partial)  # noqa: S301
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        partial.year = 2023  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("2022-03-28",),
            "PartialDate: must be a year, quarter or month, got '2022-03-28'; use a datetime.date for a day",
        ),
        (("2021-13",), "PartialDate: has no month 13, got '2021-13'; months are 01 to 12"),
        (("2021-00",), "PartialDate: has no month 00, got '2021-00'; months are 01 to 12"),
        (("2023-24",), f"PartialDate: has no month 24, got '2023-24'; {FISCAL}"),
        (("FY24",), f"PartialDate: is no ISO date, got 'FY24'; {FISCAL}"),
        (
            ("2021-2024",),
            "PartialDate: is no ISO date, got '2021-2024'; if it is a span, write DateSpan.parse(\"2021/2024\")",
        ),
        ((" 2021",), f"PartialDate: is no ISO date, got ' 2021'; {FORMS}, or read it with parse_date"),
        (("2022-q3",), f"PartialDate: is no ISO date, got '2022-q3'; {FORMS}, or read it with parse_date"),
        (("٢٠٢١",), f"PartialDate: is no ISO date, got '٢٠٢١'; {FORMS}, or read it with parse_date"),
        (("0000",), "PartialDate.year: must be a whole number from 1 to 9999, got 0"),
        ((10_000,), "PartialDate.year: must be a whole number from 1 to 9999, got 10000"),
        ((True,), "PartialDate.year: must be a whole number from 1 to 9999, got True"),
        ((2021, 13), "PartialDate.month: must be a whole number from 1 to 12, got 13"),
        ((2021, None, 5), "PartialDate.quarter: must be a whole number from 1 to 4, got 5"),
        ((2021, 9, 3), "PartialDate.quarter: cannot be given beside the month 9, got 3; leave one of them out"),
        ((2021, None, None, "%"), 'PartialDate.qualifier: must be "~", "?" or None, got \'%\''),
        (
            ("2021", 9),
            "PartialDate: cannot be given beside the text '2021', got 9; write it all in the text, or all in numbers",
        ),
    ],
)
def test_what_is_refused(arguments: tuple[str | int, ...], message: str) -> None:
    """What is no year, quarter or month says so, with the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        PartialDate(*arguments)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2021-09", "2021-10", True),
        ("2021-10", "2021-09", False),
        ("2021", "2021-09", None),
        ("2021-09", "2021", None),
        ("2021", "2021", None),
        ("2022-Q3", "2022-10-01", True),
        ("2022-Q3", "2022-09-30", None),
        ("2022-Q3", "2022-07-01", False),
        ("2022-03-28", "2022-03-28", False),
        ("2022-03-28", "2022-03-29", True),
        ("2021-12-31", "2022", True),
        ("2021~", "2025", None),
        ("2025-01-01", "2021?", None),
        ("2021-09-01", "2025-Q1~", None),
        ("2021~", "2021~", None),
    ],
)
def test_is_before(left: str, right: str, *, expected: bool | None) -> None:
    """Guide E10: an answer only where every day that can be meant gives it; what is not certain can mean any."""
    one, two = as_date(left), as_date(right)

    assert expected is is_before(one, two)
    if isinstance(one, PartialDate):
        assert expected is one.is_before(two)


def test_what_is_certain() -> None:
    """A date that is stated, and without a qualifier; else it may be any day of the calendar."""
    assert is_certain(PartialDate("2021"))
    assert is_certain(date(2021, 1, 1))
    assert not is_certain(None)
    assert not is_certain(PartialDate("2021~"))
    assert (date(2021, 1, 1), date(2021, 12, 31)) == (earliest_day(PartialDate(2021)), latest_day(PartialDate(2021)))
    assert (date.min, date.max) == (earliest_day(PartialDate("2021?")), latest_day(PartialDate("2021?")))


@pytest.mark.parametrize("read", [as_date, as_day, PartialDate, parse_date])
def test_what_is_too_long_is_not_read(read: Callable[[str], object]) -> None:
    """Fifty million digits are refused at once."""
    digits = "9" * 50_000_000
    with pytest.raises(InvalidValue) as caught:
        read(digits)

    assert (digits, "is too long for a date") == (caught.value.value, caught.value.problem)


def test_order_within_one_precision() -> None:
    """Equal precisions have an order."""
    assert PartialDate("2021-09") < PartialDate("2021-10")
    assert PartialDate("2022-Q3") >= PartialDate("2022-Q3")
    assert PartialDate("2022") > PartialDate("2021")
    assert PartialDate("2022") <= PartialDate("2022~")


@pytest.mark.parametrize("other", [PartialDate("2021"), date(2021, 9, 1)])
def test_no_order_between_precisions(other: AnyDate) -> None:
    """Unequal precisions have none, and the error says what to use."""
    partial = PartialDate("2021-09")

    with pytest.raises(TypeError) as caught:
        _ = partial < other  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    assert (
        f"PartialDate('2021-09') and {other!r} differ in precision and have no order: use is_before or sort_key"
        == str(caught.value)
    )
    with pytest.raises(TypeError):
        _ = partial >= 3  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]


def test_sort_key() -> None:
    """Dates of any precision sort by first day, the longer first."""
    ordered: list[AnyDate] = [
        PartialDate("2020-12"),
        PartialDate("2021"),
        PartialDate("2021-Q1"),
        PartialDate("2021-01"),
        date(2021, 1, 1),
    ]

    assert ordered == sorted([*ordered[2:], *ordered[:2]], key=sort_key)


def test_bounds_and_contains() -> None:
    """A day is its own first and last."""
    day, month = date(2022, 3, 28), PartialDate("2022-03")

    assert (day, day) == (first_day(day), last_day(day))
    assert (date(2022, 3, 1), date(2022, 3, 31)) == (first_day(month), last_day(month))
    assert [True, False, False] == [month.contains(each) for each in (day, date(2022, 4, 1), date(2022, 2, 28))]


def test_as_date_takes_iso_text_and_dates() -> None:
    """A converter takes dates and ISO text, each at its precision; None only where it may."""
    assert date(2022, 3, 28) == as_date("2022-03-28") == as_day("2022-03-28") == as_day_or_none("2022-03-28")
    assert PartialDate("2021-09") == as_date("2021-09") == as_date_or_none(PartialDate(2021, 9))
    assert as_date_or_none(None) is None
    assert as_day_or_none(None) is None


def test_as_date_keeps_plain_dates() -> None:
    """A subclass of date becomes a date."""

    class Day(date):
        pass

    day = as_date(Day(2022, 3, 28))

    assert date(2022, 3, 28) == day
    assert date is type(day)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (datetime(2022, 3, 28), "must be a date, got datetime.datetime(2022, 3, 28, 0, 0); use .date()"),  # noqa: DTZ001
        (2022, 'must be a date, got 2022; write "2022"'),
        (None, "must be a date, got None; write a datetime.date or ISO text"),
        (True, "must be a date, got True; write a datetime.date or ISO text"),
        ("2022-02-30", "is no day of the calendar, got '2022-02-30'; look at the month and the day"),
        ("20220328", f"PartialDate: is no ISO date, got '20220328'; {FORMS}, or read it with parse_date"),
        ("2022-W13-1", f"PartialDate: is no ISO date, got '2022-W13-1'; {FORMS}, or read it with parse_date"),
        ("28 March 2022", f"PartialDate: is no ISO date, got '28 March 2022'; {FORMS}, or read it with parse_date"),
        ("2022-03-28~", f"PartialDate: is no ISO date, got '2022-03-28~'; {FORMS}, or read it with parse_date"),
    ],
)
def test_as_date_refuses(value: object, message: str) -> None:
    """A converter guesses nothing."""
    with pytest.raises(InvalidValue) as caught:
        as_date(value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    assert message == str(caught.value)


def test_as_day_refuses_a_month() -> None:
    """Where a day is needed a month is not enough."""
    with pytest.raises(InvalidValue) as caught:
        as_day("2021-09")

    assert "must be a day, got '2021-09'; a month holds several: write the one that is meant, as in 2021-09-01" == str(
        caught.value
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-03-28", "2022-03-28"),
        (" 2022-03-28 ", "2022-03-28"),
        ("2022-03-28T23:30:00Z", "2022-03-28"),
        ("2022-03-28+02:00", "2022-03-28"),
        ("2022-01-02", "2022-01-02"),
        ("2022/01/02", "2022-01-02"),
        ("2022-3-8", "2022-03-08"),
        ("28 March 2022", "2022-03-28"),
        ("March 28, 2022", "2022-03-28"),
        ("Mar 28, 2022", "2022-03-28"),
        ("Feb 27, 2020", "2020-02-27"),
        ("Sept 19, 2025", "2025-09-19"),
        ("28th of March 2022", "2022-03-28"),
        ("28-Mar-2022", "2022-03-28"),
        ("Monday, 28 March 2022", "2022-03-28"),
        ("28 March 2022 14:30", "2022-03-28"),
        ("2022 March 28", "2022-03-28"),
        ("28/03/2022", "2022-03-28"),
        ("3/28/2022", "2022-03-28"),
        ("01/01/2022", "2022-01-01"),
        ("1er mars 2022", "2022-03-01"),
        ("28 août 2022", "2022-08-28"),
        ("28 de marzo de 2022", "2022-03-28"),
        ("September 2021", "2021-09"),
        ("SEPT. 2021", "2021-09"),
        ("mars 2022", "2022-03"),
        ("décembre 2022", "2022-12"),
        ("de\u0301cembre 2022", "2022-12"),
        ("setiembre 2022", "2022-09"),
        ("septiembre de 2022", "2022-09"),
        ("Q3 2022", "2022-Q3"),
        ("2022 Q3", "2022-Q3"),
        ("2022-35", "2022-Q3"),
        ("2009-10", "2009-10"),
        ("2022", "2022"),
        ("2021~", "2021~"),
    ],
)
def test_parse_date(text: str, expected: str) -> None:
    """What people write is read at the precision it has (guide D)."""
    assert as_date(expected) == parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mar-22",
        "March 22",
        "12",
        "1.5",
        "1A2B",
        "28/03/22",
        "20220328",
        "12 2022",
        "1.5 2022",
        "Monday 2022",
        "5 May 6 2022",
        "28-29 March 2022",
        "May-June 2022",
        "2021-22-03-01",
        "tomorrow",
        "",
    ],
)
def test_parse_date_refuses_what_is_not_certain(text: str) -> None:
    """Dateutil's traps: a missing part is never filled in, a two-digit number is no year."""
    with pytest.raises(InvalidValue) as caught:
        parse_date(text)

    assert (
        InvalidValue(text, "is no date that can be read with certainty", f"{FORMS}, the year in four digits")
        == caught.value
    )


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("FY 2023/24", FISCAL),
        ("FY24", FISCAL),
        ("2023/24", FISCAL),
        ("2023-24", FISCAL),
        ("2032-33", FISCAL),
        ("1999/00", FISCAL),
        ("24 months", "if it is a length of time, write Duration.parse"),
        ("2021-2024", 'if it is a span, write DateSpan.parse("2021/2024")'),
    ],
)
def test_parse_date_names_what_reads_it(text: str, mend: str) -> None:
    """Fiscal years, spans and lengths of time are sent where they belong."""
    with pytest.raises(InvalidValue) as caught:
        parse_date(text)

    assert InvalidValue(text, "is no single date", mend) == caught.value


@pytest.mark.parametrize("text", ["2022-02-30", "31 April 2022", "29 février 2021", "2022/28/03", "0000-00-00"])
def test_parse_date_refuses_days_that_are_not_there(text: str) -> None:
    """A day that no calendar has is not moved to one that it has."""
    with pytest.raises(InvalidValue) as caught:
        parse_date(text)

    assert (text, "is no day of the calendar") == (caught.value.value, caught.value.problem)


def test_parse_date_ambiguous() -> None:
    """01/02/2022 is two days, and both are named, unless the order of day and month is told."""
    with pytest.raises(AmbiguousDate) as caught:
        parse_date("01/02/2022")

    assert (
        "can be read as two days, 2022-02-01 and 2022-01-02, got '01/02/2022'; say dayfirst=True or dayfirst=False, or write the one that is meant"
        == str(caught.value)
    )
    assert date(2022, 2, 1) == parse_date("01/02/2022", dayfirst=True)
    assert date(2022, 1, 2) == parse_date("01/02/2022", dayfirst=False)
    assert date(2022, 1, 2) == parse_date("2022-01-02", dayfirst=True)


def test_parse_date_takes_text() -> None:
    """Anything but text is for the converter."""
    with pytest.raises(InvalidValue) as caught:
        parse_date(2022)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    assert InvalidValue(2022, "must be text", "as_date takes dates") == caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lundi 28 mars 2022", date(2022, 3, 28)),
        ("Monday, 28 March 2022", date(2022, 3, 28)),
        ("lunes 28 de marzo de 2022", date(2022, 3, 28)),
        ("le 1er mars 2022", date(2022, 3, 1)),
        ("the 5th of May 2022", date(2022, 5, 5)),
        ("2022-03-28T10:30:00+01:00", date(2022, 3, 28)),
        ("2022-03-28+05:30", date(2022, 3, 28)),
    ],
)
def test_a_weekday_or_article_may_stand_before(text: str, expected: date) -> None:
    """28 March 2022 was a Monday."""
    assert expected == parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "2022-03-28 30.09.2023",
        "2022-03-28 2023",
        "2022-03-28-2023",
        "2022-03-28+9999",
        "2022-03-28T99:99:99",
        "Tuesday, 28 March 2022",
        "Monday March 2022",
    ],
)
def test_what_follows_or_contradicts_a_date_is_not_swallowed(text: str) -> None:
    """A second date, a time that is none, or another day of the week."""
    with pytest.raises(InvalidValue):
        parse_date(text)
