"""Unit tests of moments."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from aidmodel import Project
from aidmodel.errors import InvalidValue
from aidmodel.values.timestamp import as_timestamp, as_timestamp_or_none, timestamp_text

FORM = 'write it as "2014-09-10T07:15:37Z"'
NEPAL = timezone(timedelta(hours=5, minutes=45))


@pytest.mark.parametrize(
    ("text", "expected", "canonical"),
    [
        ("2014-09-10T07:15:37Z", datetime(2014, 9, 10, 7, 15, 37, tzinfo=UTC), "2014-09-10T07:15:37Z"),
        ("2014-09-10T07:15:37+00:00", datetime(2014, 9, 10, 7, 15, 37, tzinfo=UTC), "2014-09-10T07:15:37Z"),
        ("2014-09-10T07:15:37-00:00", datetime(2014, 9, 10, 7, 15, 37, tzinfo=UTC), "2014-09-10T07:15:37Z"),
        ("2014-09-10T07:15:37", datetime(2014, 9, 10, 7, 15, 37), "2014-09-10T07:15:37"),  # noqa: DTZ001
        ("2014-09-10T07:15:37.5Z", datetime(2014, 9, 10, 7, 15, 37, 500_000, UTC), "2014-09-10T07:15:37.5Z"),
        ("2014-09-10T07:15:37.000Z", datetime(2014, 9, 10, 7, 15, 37, tzinfo=UTC), "2014-09-10T07:15:37Z"),
        ("2014-09-10T07:15:37.000010", datetime(2014, 9, 10, 7, 15, 37, 10), "2014-09-10T07:15:37.00001"),  # noqa: DTZ001
        ("2014-09-10T07:15:37.123456Z", datetime(2014, 9, 10, 7, 15, 37, 123_456, UTC), "2014-09-10T07:15:37.123456Z"),
        ("2014-09-10T07:15:37+05:45", datetime(2014, 9, 10, 7, 15, 37, tzinfo=NEPAL), "2014-09-10T07:15:37+05:45"),
        (
            "2014-09-10T07:15:37-03:30",
            datetime(2014, 9, 10, 7, 15, 37, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            "2014-09-10T07:15:37-03:30",
        ),
        (
            "0001-01-01T00:00:00+14:00",
            datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
            "0001-01-01T00:00:00+14:00",
        ),
        (
            "9999-12-31T23:59:59.999999-14:00",
            datetime(9999, 12, 31, 23, 59, 59, 999_999, timezone(-timedelta(hours=14))),
            "9999-12-31T23:59:59.999999-14:00",
        ),
    ],
)
def test_text_of_an_xml_moment(text: str, expected: datetime, canonical: str) -> None:
    """The zone is as stated, or there is none; what is written says the same, the shortest way, and is read again."""
    moment = as_timestamp(text)

    assert expected == moment
    assert expected.utcoffset() == moment.utcoffset()
    assert canonical == timestamp_text(moment)
    assert moment == as_timestamp(canonical)


def test_a_moment_without_a_zone_is_none_of_any_zone() -> None:
    """It is not taken for one in UTC."""
    assert as_timestamp("2014-09-10T07:15:37") != as_timestamp("2014-09-10T07:15:37Z")


def test_the_plain_moment_is_held() -> None:
    """A zone with a history becomes the offset it has at that moment, and the second pass of an hour is told by it."""
    toronto = ZoneInfo("America/Toronto")
    summer = as_timestamp(datetime(2014, 7, 1, 12, tzinfo=toronto))
    again = as_timestamp(datetime(2014, 11, 2, 1, 30, tzinfo=toronto, fold=1))

    assert "2014-07-01T12:00:00-04:00" == timestamp_text(summer)
    assert (timezone(-timedelta(hours=4)), 0) == (summer.tzinfo, summer.fold)
    assert "2014-11-02T01:30:00-05:00" == timestamp_text(again)
    assert again.fold == 0


def test_a_project_says_when_its_record_was_updated() -> None:
    """By a moment or its text, and the repr can be pasted back; None is not stated."""
    project = Project(last_updated=datetime(2014, 9, 10, 7, 15, 37, 500_000, UTC))

    assert Project(last_updated="2014-09-10T07:15:37.500Z") == project
    assert "Project(last_updated='2014-09-10T07:15:37.5Z')" == repr(project)
    assert as_timestamp_or_none(None) is None
    assert Project().last_updated is None


def refused(value: object, problem: str, mend: str) -> tuple[Callable[[], object], InvalidValue]:
    """Give a call with a value that is none, and the error it ends in."""
    loosely: Any = as_timestamp
    return lambda: loosely(value), InvalidValue(value, problem, mend)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        refused(
            "2014-09-10", "is no day and time",
            'a day is no moment: write "2014-09-10T00:00:00" if its first second is meant',
        ),
        refused(
            "2014-09-10T07:15:37.1234567Z", "must have at most 6 digits after the second",
            'write "2014-09-10T07:15:37.123456Z"',
        ),
        refused(
            "2014-09-10T07:15:37.0000000", "must have at most 6 digits after the second",
            'write "2014-09-10T07:15:37.000000"',
        ),
        refused("2014-09-10 07:15:37", "is no day and time", 'write "2014-09-10T07:15:37"'),
        refused(" 2014-09-10T07:15:37Z\n", "is no day and time", 'write "2014-09-10T07:15:37Z"'),
        refused("2014-09-10T07:15Z", "is no day and time", FORM),
        refused("2014-09-10T07:15:37+0200", "is no day and time", FORM),
        refused("2014-09-10T07:15:37z", "is no day and time", FORM),
        refused("2014-09-10T07:15:37.Z", "is no day and time", FORM),
        refused("10/09/2014", "is no day and time", FORM),
        refused("٢٠١٤-09-10T07:15:37Z", "is no day and time", FORM),
        refused("", "is no day and time", FORM),
        refused(
            "2014-02-30T07:15:37Z", "is no moment of the calendar", "look at the month, the day and the time",
        ),
        refused(
            "0000-01-01T00:00:00Z", "is no moment of the calendar", "look at the month, the day and the time",
        ),
        refused(
            "2014-09-10T07:15:60Z", "is no moment of the calendar", "look at the month, the day and the time",
        ),
        refused("2014-09-10T24:00:00Z", "has no hour 24", "write 00:00:00 of the next day"),
        refused(
            "2014-09-10T07:15:37+14:01", "has no zone of the world, +14:01", "zones are -14:00 to +14:00",
        ),
        refused(
            "2014-09-10T07:15:37-01:60", "has no zone of the world, -01:60", "zones are -14:00 to +14:00",
        ),
        refused(
            date(2014, 9, 10), "must be a moment", 'write a datetime.datetime or text as "2014-09-10T07:15:37Z"',
        ),
        refused(1410333337, "must be a moment", 'write a datetime.datetime or text as "2014-09-10T07:15:37Z"'),
        refused(
            datetime(2014, 9, 10, tzinfo=timezone(timedelta(seconds=30))),
            "has no zone of whole minutes from -14:00 to +14:00",
            "use .astimezone(datetime.UTC)",
        ),
        refused(
            datetime(2014, 9, 10, tzinfo=timezone(timedelta(hours=15))),
            "has no zone of whole minutes from -14:00 to +14:00",
            "use .astimezone(datetime.UTC)",
        ),
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused(make: Callable[[], object], expected: InvalidValue) -> None:
    """With the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert expected == caught.value
