"""Fields that are made of several attributes and texts: how they are joined, and split again."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from aidmodel import (
    Actual,
    Budget,
    Code,
    DateEdge,
    DateKind,
    DateSpan,
    Direction,
    Funder,
    Impact,
    Indicator,
    Input,
    LoanStatus,
    Money,
    OtherResult,
    Outcome,
    Output,
    PartialDate,
    Party,
    Point,
    ProjectDate,
    Result,
)
from aidmodel.io.iati.kinds import Unclean
from aidmodel.io.iati.parts import CLASS, PARTS, Part, code_list
from aidmodel.model.measurement import Baseline

DAY = dt.date(2020, 5, 6)
MONEY = PARTS["budget", "value"]("budget")
FORECAST = PARTS["forecast", "value"]("forecast")
SPAN = PARTS["period", "span"]("period")
LOANS = PARTS[LoanStatus, "interest_received"]("loan-status")
DATE_TYPE = PARTS[ProjectDate, "kind"]("activity-date")
BASELINE = PARTS[Baseline, "date"]("baseline")
DIRECTION = PARTS[Indicator, "direction"]("indicator")
MEASURED = PARTS["actual", "value"]("actual")
LEVEL = PARTS[Result, "class"]("result")
POSITION = PARTS[Point, "latitude"]("point")
CODES = code_list("tag")


def joined(part: Part, *given: Any) -> Any:
    """Join slots."""
    assert part.join is not None
    return part.join(*given)


def unclean(part: Part, *given: Any) -> tuple[str | None, str, Any, bool]:
    """Join slots that cannot be, and give what is told."""
    with pytest.raises(Unclean) as caught:
        joined(part, *given)
    return caught.value.code, caught.value.message, caught.value.value, caught.value.keep


def split(part: Part, *given: Any) -> tuple[Any, list[tuple[str, str]]]:
    """Split fields, and give what is told beside the slots: a field, '' for the first, and a sentence."""
    told: list[tuple[str, str]] = []

    def tell(message: str, field: str = "", /) -> None:
        told.append((field, message))

    assert part.split is not None
    return part.split(*given, tell), told


def slots(part: Part) -> list[tuple[str, str]]:
    """Give where the slots of a part stand."""
    return [(slot.child, slot.name) for slot in part.slots]


def test_money() -> None:
    """A number and a currency, that of the activity where the value has none."""
    assert [("value", "#text"), ("value", "@currency")] == slots(MONEY)
    assert [("", "#text"), ("", "@currency")] == slots(FORECAST)
    assert MONEY.currency
    assert Money(5, "CAD") == joined(MONEY, "EUR", Decimal(5), "CAD")
    assert Money(5, "EUR") == joined(MONEY, "EUR", Decimal(5), None)
    assert None is joined(MONEY, "EUR", None, None)
    assert ("iati.no-amount", "has a currency and no amount", None, True) == unclean(MONEY, None, None, "CAD")
    assert (
        "iati.no-currency",
        "has no currency, and the activity has no default: state @currency",
        None,
        True,
    ) == unclean(MONEY, None, Decimal(5), None)
    assert ((Decimal("5.00"), "CAD"), []) == split(MONEY, Money("5.00", "CAD"))
    assert ((None, None), []) == split(MONEY, None)


def test_a_span() -> None:
    """Two days, one of them, or none; a reversed one is none."""
    assert [("period-start", "@iso-date"), ("period-end", "@iso-date")] == slots(SPAN)
    assert DateSpan("2020-05-06", "2020-05-06") == joined(SPAN, DAY, DAY)
    assert DateSpan("2020-05-06", None) == joined(SPAN, DAY, None)
    assert DateSpan(None, "2020-05-06") == joined(SPAN, None, DAY)
    assert None is joined(SPAN, None, None)
    assert (
        "iati.reversed",
        "ends before it starts: 2020-05-06 to 2019-05-06",
        None,
        True,
    ) == unclean(SPAN, DAY, DAY.replace(year=2019))
    assert ((DAY, None), []) == split(SPAN, DateSpan("2020-05-06", None))
    assert ((PartialDate("2020-02"), PartialDate("2020-03")), []) == split(SPAN, DateSpan("2020-02", "2020-03"))
    assert ((None, None), []) == split(SPAN, None)


def test_loans() -> None:
    """Four amounts in one currency."""
    assert ("interest_received", "principal_outstanding", "principal_arrears", "interest_arrears") == LOANS.fields
    assert [
        ("", "@currency"),
        ("interest-received", "#text"),
        ("principal-outstanding", "#text"),
        ("principal-arrears", "#text"),
        ("interest-arrears", "#text"),
    ] == slots(LOANS)
    one = Decimal(1)
    assert (Money(1, "CAD"), None, None, Money(1, "CAD")) == joined(LOANS, "EUR", "CAD", one, None, None, one)
    assert (None, Money(1, "EUR"), None, None) == joined(LOANS, "EUR", None, None, one, None, None)
    assert (None, None, None, None) == joined(LOANS, None, None, None, None, None, None)
    assert "iati.no-amount" == unclean(LOANS, None, "CAD", None, None, None, None)[0]
    assert "iati.no-currency" == unclean(LOANS, None, None, one, None, None, None)[0]
    assert (("CAD", None, one, None, None), []) == split(LOANS, None, Money(1, "CAD"), None, None)
    assert ((None, None, None, None, None), []) == split(LOANS, None, None, None, None)


def test_loans_in_two_currencies_have_no_place() -> None:
    """None of them is written, rather than one in the wrong currency."""
    values, told = split(LOANS, Money(1, "EUR"), None, Money(2, "CAD"), None)

    assert (None, None, None, None, None) == values
    message = "is one of amounts in CAD and EUR; IATI has one currency for all: none is written"
    assert [("interest_received", message), ("principal_arrears", message)] == told


@pytest.mark.parametrize(
    ("code", "kind", "edge"),
    [
        ("1", DateKind.PLANNED, DateEdge.START),
        ("2", DateKind.ACTUAL, DateEdge.START),
        ("3", DateKind.PLANNED, DateEdge.END),
        ("4", DateKind.ACTUAL, DateEdge.END),
        (None, DateKind.STATED, None),
    ],
)
def test_types_of_dates(code: str | None, kind: DateKind, edge: DateEdge | None) -> None:
    """One code says which end it is, and whether it is a plan."""
    assert (kind, edge) == joined(DATE_TYPE, code)
    assert ((code,), []) == split(DATE_TYPE, kind, edge)


def test_types_of_dates_that_are_none() -> None:
    """On both ways."""
    assert (
        "iati.unknown-type",
        "is no type of date: 1 planned start, 2 actual start, 3 planned end, 4 actual end",
        None,
        True,
    ) == unclean(DATE_TYPE, "5")
    assert (
        (None,),
        [("edge", "is of a date neither planned nor actual; IATI has no third: it is written without a type")],
    ) == split(DATE_TYPE, DateKind.STATED, DateEdge.END)
    assert (
        (None,),
        [("", "is neither a start nor an end, and IATI has no third: it is written without a type")],
    ) == split(DATE_TYPE, DateKind.ACTUAL, None)


def test_the_date_of_a_baseline() -> None:
    """A day, which holds its year; or a year alone."""
    assert [("", "@iso-date"), ("", "@year")] == slots(BASELINE)
    assert DAY == joined(BASELINE, DAY, 2020)
    assert DAY == joined(BASELINE, DAY, None)
    assert PartialDate(2020) == joined(BASELINE, None, 2020)
    assert None is joined(BASELINE, None, None)
    assert (
        "iati.dates-disagree",
        "has the year 2019 and the date 2020-05-06, which is taken",
        DAY,
        True,
    ) == unclean(BASELINE, DAY, 2019)
    assert ("iati.not-a-date", None) == unclean(BASELINE, None, 0)[::2]
    assert ((DAY, 2020), []) == split(BASELINE, DAY)
    assert ((None, 2020), []) == split(BASELINE, PartialDate(2020))
    assert ((None, None), []) == split(BASELINE, None)


@pytest.mark.parametrize("date", ["2020-02", "2020-Q1", "2020~"])
def test_a_baseline_that_is_no_day_and_no_year(date: str) -> None:
    """Its year is written, and that is told."""
    assert ((None, 2020), [("", "is written as its year: IATI has days and years only")]) == split(
        BASELINE, PartialDate(date)
    )


def test_the_direction_of_an_indicator() -> None:
    """Up or down; a range and any other have no place."""
    assert [("", "@ascending")] == slots(DIRECTION)
    assert [Direction.INCREASE, Direction.DECREASE, None] == [joined(DIRECTION, flag) for flag in (True, False, None)]
    assert ((True,), []) == split(DIRECTION, Direction.INCREASE)
    assert ((False,), []) == split(DIRECTION, Direction.DECREASE)
    assert ((None,), []) == split(DIRECTION, None)
    others = [each for each in Direction if each not in (Direction.INCREASE, Direction.DECREASE)]
    assert others
    for each in others:
        assert ((None,), [("", f"is {each}, and IATI has ascending and descending only")]) == split(DIRECTION, each)


def test_what_is_measured() -> None:
    """A number, or the words in its place."""
    assert ("value", "stated") == MEASURED.fields
    assert (Decimal("12.50"), None) == joined(MEASURED, "12.50")
    assert (None, "low") == joined(MEASURED, "low")
    assert (None, None) == joined(MEASURED, None)
    assert (
        "iati.number-in-words",
        'holds digits and is no number, so it is kept as words: write "12.5" if the comma is the decimal mark',
        (None, "12,5"),
        False,
    ) == unclean(MEASURED, "12,5")
    assert (
        "iati.exponent",
        "is written with an exponent: write 1200",
        (Decimal(1200), None),
        False,
    ) == unclean(MEASURED, "1.2e3")
    assert (("12.50",), []) == split(MEASURED, Decimal("12.50"), None)
    assert (("low",), []) == split(MEASURED, None, "low")
    assert ((None,), []) == split(MEASURED, None, None)
    assert {"value", "stated"} <= {name for cls, name in PARTS if cls == Actual.__name__.lower()}


@pytest.mark.parametrize(
    ("code", "cls"), [("1", Output), ("2", Outcome), ("3", Impact), ("9", OtherResult), (None, Result)]
)
def test_the_level_of_a_result(code: str | None, cls: type[Result]) -> None:
    """It is its class."""
    assert (CLASS,) == LEVEL.fields
    assert cls is joined(LEVEL, code)
    assert ((code,), []) == split(LEVEL, cls)


def test_a_level_that_is_none() -> None:
    """The code is kept, and the result is of no level."""
    assert (
        "iati.unknown-type",
        "is no type of result: 1 output, 2 outcome, 3 impact, 9 other",
        None,
        True,
    ) == unclean(LEVEL, "4")


def test_a_position() -> None:
    """Two numbers in one text; another spelling of them is kept and not worth a word."""
    assert ("latitude", "longitude") == POSITION.fields
    assert [("pos", "#text")] == slots(POSITION)
    assert (Decimal("4.60"), Decimal("-74.08")) == joined(POSITION, "4.60 -74.08")
    assert (None, None) == joined(POSITION, None)
    assert (None, "", (Decimal("4.60"), Decimal(7)), True) == unclean(POSITION, "+4.60  7.")
    for words in ("4.6, -74.08", "4.6", "4.6 -74.08 12", "4.6 north"):
        assert (
            "iati.not-a-position",
            "must be degrees north and east with a blank between them",
            None,
            True,
        ) == unclean(POSITION, words)
    assert (("4.60 -74.08",), []) == split(POSITION, Decimal("4.60"), Decimal("-74.08"))
    assert ((None,), []) == split(POSITION, None, None)


def test_half_a_position_has_no_place() -> None:
    """It is told."""
    told = "stands without the other degrees, and is not written"

    assert ((None,), [("latitude", told)]) == split(POSITION, Decimal(1), None)
    assert ((None,), [("longitude", told)]) == split(POSITION, None, Decimal(1))


def test_the_project_of_a_party() -> None:
    """It is an attribute named after the element."""
    for tag in ("provider-org", "receiver-org"):
        part = PARTS[Party, "activity_id"](tag)

        assert ("activity_id",) == part.fields
        assert [("", f"@{tag.removesuffix('-org')}-activity-id")] == slots(part)
        assert (None, None) == (part.join, part.split)


def test_codes_of_lists() -> None:
    """A code and, where stated, its vocabulary."""
    assert [("tag", "@code"), ("tag", "@vocabulary")] == slots(CODES)
    assert Code("1") == joined(CODES, Code("1"), None)
    assert Code("1", "99") == joined(CODES, Code("1"), "99")
    assert None is joined(CODES, None, None)
    assert ("iati.no-code", "has a vocabulary and no code", None, True) == unclean(CODES, None, "99")
    assert ((Code("1"), "99"), []) == split(CODES, Code("1", "99"))
    assert ((Code("1"), None), []) == split(CODES, Code("1"))


def test_parts_stand_for_fields_that_there_are() -> None:
    """Each key that is a class names a field of it, or its class."""
    for cls, name in PARTS:
        assert isinstance(cls, str) or name == "class" or hasattr(cls, name)
    assert not issubclass(Input, Result)
    assert not hasattr(Funder, "value")
    assert hasattr(Budget, "value")


def test_a_part_of_one_attribute_is_read_at_once() -> None:
    """From its text; a part of more, or of a leaf under the element, or one that joins nothing, is not."""
    read = PARTS[ProjectDate, "kind"]("activity-date").reader()

    assert read is not None
    assert (DateKind.PLANNED, DateEdge.END) == read(" 3 ")
    with pytest.raises(Unclean, match=r"unknown-type"):
        read("7")
    assert MONEY.reader() is None
    assert SPAN.reader() is None
    assert PARTS[Point, "latitude"]("point").reader() is None
    assert PARTS[Party, "activity_id"]("provider-org").reader() is None
