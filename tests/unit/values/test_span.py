"""Unit tests of spans."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime

import attrs
import pytest

from aidmodel.errors import InvalidValue
from aidmodel.values.allen import Allen
from aidmodel.values.partial_date import PartialDate
from aidmodel.values.span import (
    DateSpan,
    as_span,
    as_span_or_none,
    exact_ends,
    ordinal_after,
    trusted_span,
)

EXACT = DateSpan("2022-03-28", "2025-03-31")


def span(text: str) -> DateSpan:
    """Read a span, briefly."""
    return DateSpan.parse(text)


def test_ends_keep_their_precision() -> None:
    """Text, dates and None make ends as precise as they were given."""
    mixed = DateSpan(date(2022, 3, 28), "2023")

    assert (date(2022, 3, 28), PartialDate("2023")) == (mixed.start, mixed.end)
    assert (date(2022, 3, 28), date(2023, 12, 31)) == (mixed.first, mixed.last)
    assert [True, False, False] == [EXACT.exact, mixed.exact, DateSpan("2022-03-28", None).exact]
    assert (None, None) == (DateSpan(None, None).first, DateSpan(None, None).last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", DateSpan("2025-01-01", "2025-12-31")),
        ("2024-02", DateSpan("2024-02-01", "2024-02-29")),
        ("2022-Q3", DateSpan("2022-07-01", "2022-09-30")),
        ("2022-03-28", DateSpan("2022-03-28", "2022-03-28")),
        ("2022-03-28/2025-03-31", EXACT),
        ("2021-09/2023-08", DateSpan(PartialDate("2021-09"), PartialDate("2023-08"))),
        ("2022/2022", DateSpan("2022", "2022")),
        ("../2025", DateSpan(None, "2025")),
        ("2021-09/..", DateSpan("2021-09", None)),
        ("../..", DateSpan(None, None)),
        ("2021~/2022?", DateSpan("2021~", "2022?")),
    ],
)
def test_parse_and_str(text: str, expected: DateSpan) -> None:
    """One date is all its days, two are two ends; ``str`` reads back."""
    assert expected == DateSpan.parse(text)
    assert expected == DateSpan.parse(str(expected))
    assert expected == as_span(text) == as_span_or_none(expected)
    assert as_span_or_none(None) is None


def test_str_and_repr() -> None:
    """``str`` is the ISO interval, ``repr`` can be pasted back."""
    assert ("2022-03-28/2025-03-31", "DateSpan('2022-03-28', '2025-03-31')") == (str(EXACT), repr(EXACT))
    assert ("../2025", "DateSpan(None, '2025')") == (str(DateSpan(None, "2025")), repr(DateSpan(None, "2025")))
    assert "2022-01-01/2022-12-31" == str(span("2022"))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: DateSpan("2021-10", "2021-09"),
            "DateSpan.end: is before the start, 2021-10, got '2021-09'; the earlier date comes first",
        ),
        (
            lambda: DateSpan(datetime(2021, 1, 1), None),  # noqa: DTZ001
            "DateSpan.start: must be a date, got datetime.datetime(2021, 1, 1, 0, 0); use .date()",
        ),
        (
            lambda: span("2023/24"),
            "DateSpan: is no span, as '24' is no ISO date, got '2023/24'; an end that is not stated is written .., a fiscal year is read by FiscalCalendar.parse",
        ),
        (
            lambda: span("2023/"),
            "DateSpan: is no span, as '' is no ISO date, got '2023/'; an end that is not stated is written .., a fiscal year is read by FiscalCalendar.parse",
        ),
        (
            lambda: span("2021-2024"),
            "DateSpan: is no span, as it is no ISO date, got '2021-2024'; if it is a span, write DateSpan.parse(\"2021/2024\")",
        ),
        (lambda: span("2021~"), "DateSpan: has no exact days, got '2021~'; write \"2021~/2021~\" to keep the ~"),
        (lambda: as_span(2021), 'DateSpan: must be text, got 2021; write "2022-03-28/2025-03-31"'),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (
            lambda: DateSpan("2021", "2022").days,
            "DateSpan: has no exact number of days, got '2021/2022'; use days_range",
        ),
        (
            lambda: DateSpan(None, "2022-01-01").days,
            "DateSpan: has no exact number of days, got '../2022-01-01'; use days_range",
        ),
        (
            lambda: DateSpan("2021", "2022").end_exclusive,
            "DateSpan: has no exact day after its end, got '2021/2022'; give it an end that is a day",
        ),
        (
            lambda: span("9999").end_exclusive,
            "DateSpan: has no exact day after its end, got '9999-01-01/9999-12-31'; give it an end that is a day",
        ),
        (
            lambda: EXACT.hull(DateSpan("2021", None)),
            "DateSpan: has an end that is not exact, got '2021/..'; a partial date stands for one unknown day: give the day that is meant",
        ),
        (
            lambda: EXACT.relation(DateSpan("2021-01-01", None)),
            "DateSpan: has no exact ends, got '2021-01-01/..'; give the days that are meant",
        ),
        (
            lambda: date(2021, 9, 10) in DateSpan("2021-09", None),
            "DateSpan: may or may not lie in 2021-09/.., got '2021-09-10'; use contains, which answers None",
        ),
        (
            lambda: DateSpan("2021-09", "2022").shift(days=1),
            "DateSpan: cannot be moved by 0 months and 1 days, got '2021-09'; give the day that is meant",
        ),
        (
            lambda: DateSpan("2021-Q3", None).shift(months=4),
            "DateSpan: cannot be moved by 4 months and 0 days, got '2021-Q3'; give the day that is meant",
        ),
        (
            lambda: span("9999").shift(years=1),
            "DateSpan: cannot be moved by 12 months and 0 days, got '9999-01-01'; years are 1 to 9999",
        ),
        (
            lambda: span("0001").shift(days=-1),
            "DateSpan: cannot be moved by 0 months and -1 days, got '0001-01-01'; years are 1 to 9999",
        ),
        (lambda: DateSpan.month(2024, 13), "PartialDate.month: must be a whole number from 1 to 12, got 13"),
    ],
)
def test_what_is_refused(make: Callable[[], object], message: str) -> None:
    """Every refusal says what is wrong and what to write."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2022", "2022-03-28"), ("2022-03-28", "2022"), ("2022-03-28", "2022-03-28"), ("2022-Q1", "2022-01")],
)
def test_what_may_be_in_order_is_taken(start: str, end: str) -> None:
    """Only a span that is certainly reversed is refused (guide E10)."""
    assert f"{start}/{end}" == str(DateSpan(start, end))


def test_both_ends_are_required() -> None:
    """None says that an end is not stated; leaving it out says nothing."""
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'end'"):
        DateSpan("2025")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    assert all(each.default is attrs.NOTHING for each in attrs.fields(DateSpan))


@pytest.mark.parametrize("text", ["2022~/2020", "2022/2020?", "2022-03-28/2020-01~", "2022?/2021~"])
def test_what_is_not_certain_is_not_refused(text: str) -> None:
    """An approximate or uncertain date may be any day, so the ends may be in order."""
    assert text == str(DateSpan.parse(text))


def test_the_bounds_of_an_uncertain_end_are_those_of_the_words() -> None:
    """First and last show what was written; they prove nothing."""
    uncertain = DateSpan("2021~", "2022-Q1?")

    assert (date(2021, 1, 1), date(2022, 3, 31)) == (uncertain.first, uncertain.last)
    assert not uncertain.exact


def test_what_is_too_long_is_not_read() -> None:
    """Fifty million digits are refused at once."""
    digits = "9" * 50_000_000
    expected = InvalidValue(digits, "is too long for a span", 'write "2022-03-28/2025-03-31"', "", "DateSpan")
    with pytest.raises(InvalidValue) as caught:
        DateSpan.parse(digits)
    assert expected == caught.value
    with pytest.raises(InvalidValue) as ended:
        DateSpan("2021", digits)
    mend = "write it as 2022-03-28, 2022-03, 2022-Q3 or 2022"
    assert InvalidValue(digits, "is too long for a date", mend, "end", "DateSpan") == ended.value


def test_factories() -> None:
    """Years, quarters and months have exact days."""
    assert span("2024") == DateSpan.year(2024)
    assert span("2024-Q3") == DateSpan.quarter(2024, 3)
    assert DateSpan("2024-02-01", "2024-02-29") == DateSpan.month(2024, 2)


def test_a_span_survives() -> None:
    """``evolve``, pickle and copies give an equal span of the same class; the trusted builder too."""
    assert DateSpan("2022-03-28", "2024") == attrs.evolve(EXACT, end="2024")
    assert EXACT == pickle.loads(pickle.dumps(EXACT)) == copy.copy(EXACT) == copy.deepcopy(EXACT)  # noqa: S301
    assert EXACT == trusted_span(date(2022, 3, 28), date(2025, 3, 31))
    assert hash(EXACT) == hash(trusted_span(date(2022, 3, 28), date(2025, 3, 31)))
    assert (date(2022, 3, 28), date(2025, 3, 31)) == exact_ends(EXACT)


def test_days() -> None:
    """Guide E1: 1,100 inclusive days."""
    assert 1100 == EXACT.days
    assert (1100, 1100) == EXACT.days_range
    assert date(2025, 4, 1) == EXACT.end_exclusive
    assert DateSpan("2022", None).end_exclusive is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2021-09", "2026-09", (1798, 1856)),
        ("2017", "2018", (2, 730)),
        ("2022", "2022", (1, 365)),
        ("2022", "2022-03-28", (1, 87)),
        ("2021-09", None, (1, None)),
        (None, None, (1, None)),
        ("2021~", "2022", (1, None)),
        ("2021-03-28", "2022?", (1, None)),
    ],
)
def test_days_range(start: str | None, end: str | None, expected: tuple[int, int | None]) -> None:
    """The least and most days that the ends allow, at least one; None is no bound."""
    assert expected == DateSpan(start, end).days_range


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("2022-03-28/2025-03-31", "2022-03-28", True),
        ("2022-03-28/2025-03-31", "2025-03-31", True),
        ("2022-03-28/2025-03-31", "2025-04-01", False),
        ("2022-03-28/2025-03-31", "2023", True),
        ("2022-03-28/2025-03-31", "2022", None),
        ("2022-03-28/2025-03-31", "2021", False),
        ("2021-09/2023-08", "2021-10-01", True),
        ("2021-09/2023-08", "2021-09-30", True),
        ("2021-09/2023-08", "2021-09-29", None),
        ("2021-09/2023-08", "2021-08-31", False),
        ("../2025-03-31", "0001-01-01", True),
        ("2022/2022-03-28", "2022-03-28", True),
        ("../..", "2022", True),
        ("../..", "2022~", True),
        ("2021~/2023-08", "2021-10-01", None),
        ("2021~/2023-08", "2019-10-01", None),
        ("2021~/2023-08", "2023-09-01", False),
        ("2022-03-28/2025-03-31", "2023~", None),
        ("2022-03-28/2025-03-31", "2030~", None),
        ("2022?/..", "2020", None),
    ],
)
def test_contains(text: str, day: str, *, expected: bool | None) -> None:
    """A day is within, without, or it cannot be said."""
    assert expected is span(text).contains(day)


def test_in() -> None:
    """``in`` answers where it can."""
    assert date(2022, 3, 28) in EXACT
    assert PartialDate("2021") not in EXACT


@pytest.mark.parametrize(
    ("left", "right", "overlaps", "encloses", "abuts"),
    [
        ("2024-01", "2024-02", False, False, True),
        ("2024-02", "2024-01", False, False, True),
        ("2024-01", "2024-03", False, False, False),
        ("2024", "2024-02", True, True, False),
        ("2024-02", "2024", True, False, False),
        ("2024", "2024", True, True, False),
        ("../2024-01-31", "2024-02-01/..", False, False, True),
        ("../2024-02-01", "2024-02-01/..", True, False, False),
        ("../..", "2024/2025", True, True, False),
        ("2024-01/2024-02", "2024-03", False, False, None),
        ("2024-01/2024-02", "2024-02-10/2024-05-01", None, False, None),
        ("2024-01/2024-02", "2024-02-29/2024-05-01", None, False, None),
        ("2024-01/2024-03", "2024-02", True, True, False),
        ("2024-01/2024-03", "2024-01", True, None, False),
        ("2024-01/2024-03", "2024-01-31/2024-02-29", True, True, False),
        ("2024-01-10/2024-01-20", "2024/2024", None, None, None),
        ("2024-01-10/2024-01-20", "2024-02/2025", False, False, False),
        ("2024-01-10/2024-01-31", "2024-02/2025", False, False, None),
        ("2024-01-10/2024-01-31", "2025~/2026", None, False, None),
        ("2024-01-10/2024-01-31", "2024-02-10/2025?", False, False, False),
        ("2024-01-10/2025~", "2024-01-20/2024-01-31", None, None, None),
        ("2024-01-10/2025~", "2024-01-10/2024-01-10", True, True, False),
        ("2024-01-10/2025~", "2024-01-05/2024-01-09", False, False, True),
        ("../..", "2024~/2025~", True, True, False),
    ],
)
def test_three_valued_comparisons(
    left: str, right: str, *, overlaps: bool | None, encloses: bool | None, abuts: bool | None
) -> None:
    """An answer is given where every meaning of the ends gives it, else None."""
    one, two = span(left), span(right)

    assert (overlaps, encloses, abuts) == (one.overlaps(two), one.encloses(two), one.abuts(two))


def test_gap_intersection_and_hull() -> None:
    """Two spans apart have a gap; two that overlap an intersection; any two a hull."""
    january, march, first_half = span("2024-01"), span("2024-03"), span("2024-01-01/2024-06-30")

    assert span("2024-02") == january.gap(march) == march.gap(january)
    assert january.gap(span("2024-02")) is None
    assert january.gap(first_half) is None
    assert march == march.intersection(first_half)
    assert january.intersection(march) is None
    assert span("2024-Q1") == january.hull(march) == march.hull(january)


def test_open_ends_are_unbounded() -> None:
    """An end that is not stated reaches as far as any."""
    until, since = span("../2024-01-31"), span("2024-03-01/..")

    assert span("2024-02") == until.gap(since)
    assert until.intersection(since) is None
    assert DateSpan(None, None) == until.hull(since)
    assert span("2024-01") == until.intersection(span("2024-01-01/.."))
    assert DateSpan(None, None) == DateSpan(None, None).intersection(DateSpan(None, None))
    assert DateSpan(None, None).gap(until) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2024-01", "2024-03", Allen.BEFORE),
        ("2024-01", "2024-02", Allen.MEETS),
        ("2024-01", "2024-01-31/2024-02-05", Allen.OVERLAPS),
        ("2024-01", "2024", Allen.STARTS),
        ("2024-02", "2024", Allen.DURING),
        ("2024-12", "2024", Allen.FINISHES),
        ("2024", "2024", Allen.EQUALS),
        ("2024", "2024-12", Allen.FINISHED_BY),
        ("2024", "2024-02", Allen.CONTAINS),
        ("2024", "2024-01", Allen.STARTED_BY),
        ("2024-01-31/2024-02-05", "2024-01", Allen.OVERLAPPED_BY),
        ("2024-02", "2024-01", Allen.MET_BY),
        ("2024-03", "2024-01", Allen.AFTER),
        ("9999-12-31", "9999-12-30", Allen.MET_BY),
    ],
)
def test_relation(left: str, right: str, expected: Allen) -> None:
    """Allen's relations, on days from the start to the day after the end."""
    assert expected is span(left).relation(span(right))
    assert expected.inverse is span(right).relation(span(left))


def test_allen_repr() -> None:
    """The relations are thirteen, and can be pasted back."""
    assert 13 == len(Allen)
    assert "Allen.MET_BY" == repr(Allen.MET_BY)


def test_split_at() -> None:
    """Each date begins a part; those that cannot make no cut."""
    year = span("2024")

    assert (span("2024-01"), span("2024-02-01/2024-12-31")) == year.split_at("2024-02-01")
    assert (span("2024-01"), span("2024-02"), span("2024-03-01/2024-12-31")) == year.split_at(
        [date(2024, 3, 1), "2024-02-01", "2024-02-01"]
    )
    assert (year,) == year.split_at(["2024-01-01", "2025-01-01", "2023-05-01"])
    assert (span("2024-01-01/2024-12-30"), span("2024-12-31")) == year.split_at("2024-12-31")
    assert (DateSpan(None, "2023-12-31"), DateSpan("2024-01-01", None)) == DateSpan(None, None).split_at("2024-01-01")
    assert (DateSpan(None, None),) == DateSpan(None, None).split_at("0001-01-01")


def test_shift() -> None:
    """Both ends move, each from where it stands; precision and open ends stay."""
    assert DateSpan("2024-02-29", "2024-04-30") == DateSpan("2024-01-31", "2024-03-30").shift(months=1)
    assert DateSpan("2021-02-28", "2022-02-28") == DateSpan("2020-02-29", "2021-02-28").shift(years=1)
    assert DateSpan("2022-03-27", "2025-03-30") == EXACT.shift(days=-1)
    assert DateSpan("2024-03-01", None) == DateSpan("2024-01-31", None).shift(months=1, days=1)
    assert DateSpan("2022-Q2~", "2023-01") == DateSpan("2021-Q3~", "2022-04").shift(months=9)
    assert DateSpan("2023", "2024") == DateSpan("2022", "2023").shift(years=1)


def test_merge() -> None:
    """Spans that overlap or abut become one."""
    assert (span("2024-01-01/2024-02-29"), span("2024-06")) == DateSpan.merge(
        [span("2024-06"), span("2024-02"), "2024-01"]
    )
    assert (DateSpan(None, None),) == DateSpan.merge([DateSpan("2024-01-01", None), DateSpan(None, "2023-12-31")])
    assert () == DateSpan.merge([])
    assert (span("2024"),) == DateSpan.merge([span("2024"), span("2024-03")])


def test_gaps() -> None:
    """What no span holds, within bounds or without."""
    held = [span("2024-02"), span("2024-05")]

    assert (span("2024-01"), span("2024-03-01/2024-04-30"), span("2024-06")) == DateSpan.gaps(
        held, "2024-01-01/2024-06-30"
    )
    assert (DateSpan(None, "2024-01-31"), span("2024-03-01/2024-04-30"), DateSpan("2024-06-01", None)) == DateSpan.gaps(
        held, DateSpan(None, None)
    )
    assert () == DateSpan.gaps(held, "2024-02")
    assert (span("2024-03"),) == DateSpan.gaps(held, "2024-03")
    assert (span("2023"),) == DateSpan.gaps([], "2023")
    assert () == DateSpan.gaps("../..", "2023")
    assert () == DateSpan.gaps([DateSpan("0001-01-01", "9999-12-31")], DateSpan(None, None))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2023, 1, 31), 2, date(2023, 3, 31)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
    ],
)
def test_ordinal_after(day: date, months: int, expected: date) -> None:
    """A day that the month lacks is its last (guide D)."""
    assert expected.toordinal() == ordinal_after(day, months)


def test_ordinal_after_the_last_year() -> None:
    """The calendar goes on where dates end: 10000-01-01 follows 9999-12-31."""
    assert date.max.toordinal() + 1 == ordinal_after(date(9999, 12, 1), 1)
    assert date.min.toordinal() - 31 == ordinal_after(date(1, 1, 1), -1)


@pytest.mark.parametrize("name", ["overlaps", "encloses", "abuts", "gap", "intersection", "hull", "relation"])
def test_text_is_no_span(name: str) -> None:
    """The error says how to make it one."""
    with pytest.raises(InvalidValue) as caught:
        getattr(DateSpan.year(2024), name)("2024")

    assert "must be a DateSpan, got '2024'; write DateSpan.parse(\"2024\")" == str(caught.value)
