"""What kind of value an indicator has, and whether several can be joined at all."""

from fractions import Fraction
from typing import Any

import pytest

from aidmodel.analysis.figures import Reason
from aidmodel.analysis.kinds import (
    COUNTS,
    LOCKED,
    MONEY,
    NAMES,
    QUOTIENTS,
    SCORES,
    SHARES,
    STEPS,
    UNKNOWN,
    WORDS,
    LockedDifference,
    factor_to,
    kind_of,
    locked_differences,
    named_places,
    no_common_ground,
    unit_of,
)
from aidmodel.model.indicator import Accumulation, Direction, Indicator, MeasureType
from aidmodel.values.code import Code

SCALE = ("none", "low", "high")


@pytest.mark.parametrize(
    ("measure", "unit", "kind"),
    [
        ("number", "people", COUNTS),
        ("number", None, COUNTS),
        (None, "people", COUNTS),
        (None, "km2", COUNTS),
        (None, None, UNKNOWN),
        (Code("7"), "people", UNKNOWN),
        ("percentage", None, SHARES),
        ("percentage", "people", SHARES),
        ("ratio", "students", SHARES),
        ("number", "%", SHARES),
        (None, "per 1,000 people", SHARES),
        ("number", "% of households", SHARES),
        ("number", "tonnes per hectare", QUOTIENTS),
        ("number", "food consumption score", SCORES),
        ("number", "score", SCORES),
        ("number", "index", SCORES),
        (None, "percentage points", SCORES),
        ("currency", "EUR", MONEY),
        ("currency", None, MONEY),
        ("ordinal", None, STEPS),
        ("nominal", None, NAMES),
        ("boolean", None, NAMES),
        ("qualitative", "%", WORDS),
    ],
)
def test_kinds(measure: Any, unit: str | None, kind: str) -> None:
    """By the measure; of a number by its unit; of what nothing is stated nothing is guessed."""
    assert kind == kind_of(Indicator(measure=measure, unit=unit))


def test_units_of_numbers() -> None:
    """A percentage is in percent whatever its unit says; otherwise it is as stated."""
    assert "%" == unit_of(Indicator(measure="percentage", unit="women"))
    assert "%" == unit_of(Indicator(measure="percentage"))
    assert "women" == unit_of(Indicator(measure="number", unit="women"))
    assert unit_of(Indicator(measure="number")) is None


@pytest.mark.parametrize(
    ("unit", "wanted", "factor"),
    [
        ("km2", "hectare", 100),
        ("ha", "km2", Fraction(1, 100)),
        ("days", "weeks", Fraction(1, 7)),
        ("people", "persons", 1),
        ("%", "percent", 1),
        (None, None, 1),
        ("yurts", "yurts", 1),
        (None, "ha", None),
        ("ha", None, None),
        ("people", "households", None),
        ("months", "days", None),
        ("deaths per 1,000 births", "deaths per 100,000 births", None),
    ],
)
def test_factors(unit: str | None, wanted: str | None, factor: Any) -> None:
    """Exact, also where decimals are not; None between what does not measure the same, or where one is not stated."""
    assert factor == factor_to(unit, wanted)


# Definition and use.


STANDARD = Indicator(
    id="STD",
    title="Land under irrigation",
    measure="number",
    unit="hectare",
    direction="increase",
    accumulation="snapshot",
)


def test_a_use_differs_in_nothing_that_is_locked() -> None:
    """Rule N17: measure, unit, direction, accumulation, scale; titles, values and ids are its own."""
    use = Indicator(
        id="UG-3",
        title="Terres irriguées",
        measure="number",
        unit="ha",
        direction="increase",
        accumulation="snapshot",
        baselines=5,
    )

    assert () == locked_differences(use, STANDARD)
    assert () == locked_differences(STANDARD.used("UG-3"), STANDARD)
    assert ("measure", "unit", "direction", "accumulation", "scale") == LOCKED


@pytest.mark.parametrize(
    ("stated", "difference", "words"),
    [
        (
            {"measure": "percentage"},
            LockedDifference("measure", MeasureType.PERCENTAGE, MeasureType.NUMBER),
            "measure percentage instead of number",
        ),
        ({"unit": "km2"}, LockedDifference("unit", "km2", "hectare"), "unit km2 instead of hectare"),
        ({"unit": None}, LockedDifference("unit", None, "hectare"), "unit not stated instead of hectare"),
        (
            {"direction": "decrease"},
            LockedDifference("direction", Direction.DECREASE, Direction.INCREASE),
            "direction decrease instead of increase",
        ),
        (
            {"accumulation": None},
            LockedDifference("accumulation", None, Accumulation.SNAPSHOT),
            "accumulation not stated instead of snapshot",
        ),
        ({"scale": SCALE}, LockedDifference("scale", SCALE, ()), "scale none < low < high instead of not stated"),
    ],
)
def test_what_a_use_must_not_change(stated: dict[str, Any], difference: LockedDifference, words: str) -> None:
    """One difference, and what it is in words."""
    own: dict[str, Any] = {
        "measure": "number", "unit": "hectare", "direction": "increase", "accumulation": "snapshot"
    } | stated  # fmt: skip
    found = locked_differences(Indicator(**own), STANDARD)

    assert (difference,) == found
    assert words == str(found[0])


def test_differences_are_in_order() -> None:
    """Each of a use that says nothing of all that its definition says."""
    assert ["measure", "unit", "direction", "accumulation"] == [
        each.field for each in locked_differences(Indicator(parent="STD"), STANDARD)
    ]


# Common ground.


@pytest.mark.parametrize(
    ("indicators", "reason"),
    [
        ([], None),
        ([STANDARD, STANDARD], None),
        ([Indicator(unit="ha"), Indicator(measure="number", unit="people")], None),
        (
            [
                Indicator(measure="number"),
                Indicator(title="Wells", aggregation_status=False),
                Indicator(aggregation_status=False),
            ],
            Reason("not_aggregatable", "[1] Wells, [2]"),
        ),
        ([Indicator(aggregation_status=True, unit="well"), Indicator(unit="well")], None),
        (
            [Indicator(measure="number"), Indicator(measure="percentage"), Indicator(measure="number")],
            Reason("mixed_measures", "counts, shares"),
        ),
        ([Indicator(measure="number"), Indicator()], Reason("mixed_measures", "counts, unknown")),
        (
            [Indicator(unit="well", accumulation="per period"), Indicator(unit="well", accumulation="running total")],
            Reason("mixed_accumulations", "per period, running total"),
        ),
        (
            [Indicator(unit="well", accumulation="snapshot"), Indicator(unit="well")],
            Reason("mixed_accumulations", "snapshot, not stated"),
        ),
        (
            [Indicator(measure="ordinal", scale=SCALE), Indicator(measure="ordinal", scale=("no", "yes"))],
            Reason("mixed_scales", "2 of them"),
        ),
        ([Indicator(measure="nominal"), Indicator(measure="boolean")], Reason("mixed_scales", "2 of them")),
        ([Indicator(measure="number", scale=SCALE), Indicator(measure="number")], None),
    ],
)
def test_common_ground(indicators: list[Indicator], reason: Reason | None) -> None:
    """What its publisher calls not fit goes first; then other kinds, accumulations and scales. Units may be converted."""
    assert reason == no_common_ground(indicators)


def test_places_are_named() -> None:
    """The first three by title, the others by how many they are."""
    indicators = [Indicator(title=title) for title in ("A", "B", "", "D", "E")]

    assert "[1] B" == named_places([1], indicators)
    assert "[0] A, [2], [3] D" == named_places([0, 2, 3], indicators)
    assert "[0] A, [1] B, [2] and 2 more" == named_places(range(5), indicators)
