"""How far an indicator should have come by a day."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from aidmodel.analysis.expected import LINEAR, Profile, milestone, time_passed
from aidmodel.analysis.figures import Reason, Reckoned
from aidmodel.errors import InvalidValue
from aidmodel.model.indicator import Indicator, MeasureType, Period
from aidmodel.model.measurement import Target
from aidmodel.values.span import DateSpan

GRANT = DateSpan("2022-03-28", "2025-03-31")


@pytest.mark.parametrize(
    ("day", "part"),
    [
        pytest.param("2024-05-31", "795/1099", id="the seed project of Global Affairs Canada: e = 0.723"),
        ("2022-03-27", "0"),
        ("2022-03-28", "0"),
        ("2022-03-29", "1/1099"),
        ("2025-03-30", "1098/1099"),
        ("2025-03-31", "1"),
        ("2025-04-01", "1"),
        ("0001-01-01", "0"),
        ("9999-12-31", "1"),
    ],
)
def test_time_passed(day: str, part: str) -> None:
    """(t - start)/(end - start), not below 0 and not above 1; there are 1099 days between the two."""
    assert Fraction(part) == time_passed(GRANT, dt.date.fromisoformat(day))


def test_time_passed_of_the_seed() -> None:
    """0.723, as the guide has it."""
    assert "0.723" == f"{float(time_passed(GRANT, dt.date(2024, 5, 31))):.3f}"


def test_a_single_day_has_passed_on_it() -> None:
    """There is nothing between its start and its end."""
    day = DateSpan("2024-05-31", "2024-05-31")

    assert [0, 1, 1] == [time_passed(day, dt.date(2024, month, 31 if month != 6 else 1)) for month in (3, 5, 6)]


@pytest.mark.parametrize("span", ["2022/2025", "2022-03-28/..", "2022-03-28/2025-03"])
def test_time_needs_days(span: str) -> None:
    """Of partial dates the part is not guessed."""
    with pytest.raises(InvalidValue) as error:
        time_passed(DateSpan.parse(span), dt.date(2024, 5, 31))

    assert InvalidValue(span, "has no exact ends", "give the days that are meant", "", "DateSpan") == error.value


@pytest.mark.parametrize(
    ("time", "way"),
    [("-1", "1/10"), ("0", "1/10"), ("1/4", "3/20"), ("1/2", "1/5"), ("3/4", "11/20"), ("1", "9/10"), ("2", "9/10")],
)
def test_a_profile(time: str, way: str) -> None:
    """Straight lines between (0, 0.1), (0.5, 0.2) and (1, 0.9); what lies outside is as at the ends."""
    bent = Profile([(0, "0.1"), ("0.5", "0.2"), (1, Fraction(9, 10))])

    assert Fraction(way) == bent.at(Fraction(time))


def test_no_progress_until_the_end() -> None:
    """As OPSYS has it: all at once in the last step."""
    late = Profile([(0, 0), ("0.99", 0), (1, 1)])

    assert [0, 0, 1] == [late.at(Fraction(each)) for each in ("1/2", "99/100", "1")]


def test_linear() -> None:
    """As much of the way as of the time."""
    for part in ("0", "1/3", "795/1099", "1"):
        assert Fraction(part) == LINEAR.at(Fraction(part))


ORDER = "must begin at time 0, end at time 1, and rise in between"


@pytest.mark.parametrize(
    ("points", "error"),
    [
        ([(0, 0)], InvalidValue([(0, 0)], ORDER, "", "points", "Profile")),
        ([], InvalidValue([], ORDER, "", "points", "Profile")),
        ([("0.1", 0), (1, 1)], InvalidValue([("0.1", 0), (1, 1)], ORDER, "", "points", "Profile")),
        ([(0, 0), ("0.9", 1)], InvalidValue([(0, 0), ("0.9", 1)], ORDER, "", "points", "Profile")),
        ([(0, 0), (0, 1), (1, 1)], InvalidValue([(0, 0), (0, 1), (1, 1)], ORDER, "", "points", "Profile")),
        (
            "late",
            InvalidValue(
                "late",
                "must be points of time and progress",
                'write [(0, 0), ("0.5", "0.2"), (1, 1)]',
                "points",
                "Profile",
            ),
        ),
        (
            [(0, 0), (1,)],
            InvalidValue((1,), "must be a part of the time and a part of the way", "", "points[1]", "Profile"),
        ),
        (
            [(0, 0), (1, 0.5)],
            InvalidValue(
                0.5,
                "must be an exact number",
                'write "0.5" or Decimal("0.5") if that is the number meant',
                "points[1]",
                "Profile",
            ),
        ),
    ],
)
def test_what_is_no_profile(points: Any, error: InvalidValue) -> None:
    """It goes from the start to the end of the time, in exact numbers."""
    with pytest.raises(InvalidValue) as raised:
        Profile(points)

    assert error == raised.value


def test_a_profile_is_a_value() -> None:
    """However its numbers are written."""
    assert Profile([(0, 0), (1, 1)]) == Profile((("0", 0), (Fraction(1), "1.0"))) == LINEAR
    assert hash(LINEAR) == hash(Profile([(0, 0), (1, 1)]))


def yearly(accumulation: Any = None, **stated: Any) -> Indicator:
    """Make an indicator with a target in three of four years."""
    targets: dict[str, Any] = {"2022": 10, "2023": 20, "2024": (), "2025": 30}
    periods = [Period(year, targets=target) for year, target in targets.items()]
    return Indicator(periods=periods, accumulation=accumulation, **stated)


@pytest.mark.parametrize(
    ("accumulation", "numbers"),
    [
        ("per period", [None, 10, 30, 30, 60]),
        ("running sum", [None, 10, 20, 20, 30]),
        ("running total", [None, 10, 20, 20, 30]),
        ("snapshot", [None, 10, 20, 20, 30]),
    ],
)
def test_milestones(accumulation: str, numbers: list[int | None]) -> None:
    """The targets of what has ended: their sum, or the last of them."""
    found = [milestone(yearly(accumulation), dt.date(year, 12, 31)) for year in range(2021, 2026)]

    assert numbers == [each and each.number for each in found]


def test_milestones_where_it_is_not_stated() -> None:
    """One is the one; of several it is not guessed whether they add up."""
    one, two = (milestone(yearly(), dt.date(year, 12, 31)) for year in (2022, 2023))

    assert one is not None
    assert two is not None
    assert (Fraction(10), Reason("accumulation_not_stated", "2 periods have targets")) == (one.number, two.reason)


def test_the_target_of_all_is_no_milestone() -> None:
    """Nor is that of a period that has not ended."""
    assert milestone(Indicator(targets=30, periods=Period("2022")), dt.date(2030, 1, 1)) is None
    assert milestone(yearly("snapshot"), dt.date(2022, 12, 30)) is None


def test_steps_are_milestones() -> None:
    """A step counts by its place in the scale."""
    due = Target(stated="high")
    steps = Indicator(measure=MeasureType.ORDINAL, scale=("low", "high"), periods=Period("2022", targets=due))

    assert Reckoned(Fraction(1), None, (due,)) == milestone(steps, dt.date(2022, 12, 31))


def test_a_milestone_that_is_no_number() -> None:
    """There is one, and why it has no number."""
    found = milestone(Indicator(periods=Period("2022", targets=Target(stated="some"))), dt.date(2023, 1, 1))

    assert found is not None
    assert Reason("not_a_number", "'some'") == found.reason
