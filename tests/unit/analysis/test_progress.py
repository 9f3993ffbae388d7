"""Progress of an indicator: each row of the table of cases, and what systems that are in use make of it."""

import copy
import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from aidmodel.analysis import over_time
from aidmodel.analysis.expected import Profile
from aidmodel.analysis.figures import Reason, Reckoned
from aidmodel.analysis.numbers import banded, written
from aidmodel.analysis.progress import Inputs, Method, Progress, progress
from aidmodel.errors import InvalidValue, NotFound
from aidmodel.model.indicator import Accumulation, Direction, Indicator, MeasureType, Period
from aidmodel.model.measurement import Actual, Baseline, Target, ValueStatus
from aidmodel.values.partial_date import is_before
from aidmodel.values.span import DateSpan


def indicator(b: Any, t: Any, a: Any, **stated: Any) -> Indicator:
    """Make an indicator with a baseline, a target for all and an actual in one period; None: there is none."""
    return Indicator(
        baselines=() if b is None else b,
        targets=() if t is None else t,
        periods=Period("2024", actuals=() if a is None else a),
        **stated,
    )


def outcome(found: Progress) -> tuple[Fraction | None, str | None, bool | None]:
    """Give the value, the code of the reason, and whether it is met."""
    return found.value, None if found.reason is None else found.reason.code, found.met


# The table of cases, row by row.


@pytest.mark.parametrize(
    ("b", "t", "a", "value", "met"),
    [
        pytest.param(10, 50, 30, "1/2", False, id="rising"),
        pytest.param(50, 10, 30, "1/2", False, id="falling: UNICEF gives 0, actual over target (RSR) 3.0"),
        pytest.param(80, 40, 60, "1/2", False, id="falling: RSR gives 150 %, UNICEF 0"),
        pytest.param(50, 10, 60, "-1/4", False, id="worse than the baseline: UNICEF gives 0"),
        pytest.param(0, 100, 130, "13/10", True, id="overshoot: capped elsewhere (RSR)"),
        pytest.param(0, 100, 0, "0", False, id="true zero: RSR loses it (period_update_aggregation.py:30)"),
        pytest.param(5, 0, 2, "3/5", False, id="falling to zero: RSR gives 0 (utils.py:17), Tola none"),
        pytest.param(5, 0, 0, "1", True, id="fallen to zero: RSR gives 0, Tola divides by it"),
        pytest.param(-10, 10, 0, "1/2", False, id="crossing zero: RSR gives 0"),
        pytest.param(10, -10, -10, "1", True, id="crossing zero, falling"),
        pytest.param("0.1", "0.3", "0.2", "1/2", False, id="exact where floats are not"),
        pytest.param(0, 3, 1, "1/3", False, id="exact where decimals are not"),
    ],
)
def test_the_part_of_the_way(b: Any, t: Any, a: Any, value: str, met: bool) -> None:
    """(A - B) / (T - B) in both directions, its sign and what goes beyond the target kept."""
    assert (Fraction(value), None, met) == outcome(progress(indicator(b, t, a)))


def test_clamped_stands_beside_the_value() -> None:
    """Worse than the baseline is -1/4 and 0 clamped, overshoot 13/10 and 1; in between nothing changes."""
    worse, beyond, half = (progress(indicator(*each)) for each in ((50, 10, 60), (0, 100, 130), (10, 50, 30)))

    assert (Fraction(-1, 4), Fraction(0)) == (worse.value, worse.clamped)
    assert (Fraction(13, 10), Fraction(1)) == (beyond.value, beyond.clamped)
    assert (Fraction(1, 2), Fraction(1, 2)) == (half.value, half.clamped)


@pytest.mark.parametrize(
    "missing",
    [
        None,
        Actual(),
        Actual(status=ValueStatus.MISSING),
        Actual(comment="to come"),
    ],
)
def test_a_missing_actual_is_not_zero(missing: Actual | None) -> None:
    """Row "true zero actual": a missing one is None, `no_actual`; TolaData and RSR show 0."""
    found = progress(indicator(0, 100, missing))

    assert (None, "no_actual", None) == outcome(found)
    assert (None, None) == (found.clamped, found.deviation)


@pytest.mark.parametrize(
    ("direction", "a", "met"),
    [
        (Direction.MAINTAIN, 20, True),
        (Direction.MAINTAIN, 21, False),
        (Direction.INCREASE, 20, True),
        (Direction.INCREASE, 21, True),
        (Direction.INCREASE, 19, False),
        (Direction.DECREASE, 20, True),
        (Direction.DECREASE, 19, True),
        (Direction.DECREASE, 21, False),
        (None, 20, True),
        (None, 21, None),
        (Direction.NONE, 19, None),
    ],
)
def test_target_is_the_baseline(direction: Direction | None, a: int, met: bool | None) -> None:
    """Row "T == B" (UNICEF gives 0, akvo-rsr#2830 breaks): no value, and met as the direction says."""
    assert (None, "baseline_equals_target", met) == outcome(progress(indicator(20, 20, a, direction=direction)))


def test_no_baseline() -> None:
    """Row "no baseline": 6077 of 3500 is no progress until somebody says from where; RSR prints 173.63 %."""
    found = progress(indicator(None, 3500, 6077))

    assert (None, "no_baseline", None) == outcome(found)
    assert "not known: there is no baseline to reckon from" == str(found)


def test_baseline_zero_by_name() -> None:
    """Row "no baseline": baseline="zero" gives 6077/3500 = 1.7363, and the result says what was assumed."""
    found = progress(indicator(None, 3500, 6077), baseline="zero")

    assert (Fraction(6077, 3500), None, True) == outcome(found)
    assert "1.7363" == f"{found:.4f}"
    assert (Fraction(0), "zero, as asked") == (found.inputs.baseline.number, found.inputs.assumed)


@pytest.mark.parametrize(
    ("given", "value", "assumed"),
    [(20, "1/2", "20, as given"), (Decimal("30.5"), "19/59", "30.5, as given"), ("60", "-1/2", "60, as given")],
)
def test_a_baseline_that_is_given(given: Any, value: str, assumed: str) -> None:
    """From 20 it is (40 - 20)/(60 - 20) = 1/2; from 30.5 it is 9.5/29.5 = 19/59; from 60 to a target of 100 it is -1/2."""
    found = progress(indicator(7, 60 if Decimal(given) < 60 else 100, 40), baseline=given)

    assert (Fraction(value), assumed) == (found.value, found.inputs.assumed)


def test_nothing_is_assumed_of_a_stated_baseline() -> None:
    """The words are empty, and the baseline is the one stated."""
    found = progress(indicator(10, 50, 30))

    assert "" == found.inputs.assumed
    assert (Baseline(10),) == found.inputs.baseline.of


NOT_APPLICABLE = Baseline(status="not applicable")


@pytest.mark.parametrize(
    "accumulation", [Accumulation.PER_PERIOD, Accumulation.RUNNING_SUM, Accumulation.RUNNING_TOTAL]
)
@pytest.mark.parametrize("measure", [None, MeasureType.NUMBER, MeasureType.CURRENCY])
def test_no_baseline_for_what_is_new(accumulation: Accumulation, measure: MeasureType | None) -> None:
    """Row "baseline n/a (new output)": as zero for counts of new amounts, and the result says so."""
    found = progress(indicator(NOT_APPLICABLE, 20, 5, accumulation=accumulation, measure=measure))

    assert (Fraction(1, 4), None, False) == outcome(found)
    assert "zero, as a new amount has no baseline" == found.inputs.assumed


@pytest.mark.parametrize(
    ("accumulation", "measure"),
    [
        (None, MeasureType.NUMBER),
        (Accumulation.SNAPSHOT, MeasureType.NUMBER),
        (Accumulation.RUNNING_TOTAL, MeasureType.PERCENTAGE),
        (Accumulation.RUNNING_TOTAL, MeasureType.RATIO),
        (Accumulation.RUNNING_TOTAL, MeasureType.ORDINAL),
    ],
)
def test_no_baseline_for_stocks_and_shares(accumulation: Accumulation | None, measure: MeasureType) -> None:
    """Row "baseline n/a": it is no zero where it is not stated that amounts are new, nor for shares and steps."""
    found = progress(indicator(NOT_APPLICABLE, 20, 5, accumulation=accumulation, measure=measure))

    assert (None, "not_applicable", "") == (found.value, found.reason and found.reason.code, found.inputs.assumed)


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (None, "no_target"),
        (Target(), "no_target"),
        (Target(status="missing"), "no_target"),
        (Target(status="not yet due"), "not_due"),
        (Target(status="not applicable"), "not_applicable"),
        (Target(status="suppressed"), "suppressed"),
        (Target(stated="many"), "not_a_number"),
        (Target(5, dimensions={"sex": "female"}), "only_parts"),
        ([Target(5), Target(6)], "several_targets"),
    ],
)
def test_no_target(target: Any, code: str) -> None:
    """Row "no target / future target"; a default of 1 (aptivate) or a percentage of nothing is no answer."""
    assert (None, code, None) == outcome(progress(indicator(0, target, 3)))


@pytest.mark.parametrize(
    ("direction", "b", "t", "a"), [(Direction.INCREASE, 50, 10, 30), (Direction.DECREASE, 10, 50, 30)]
)
def test_target_on_the_wrong_side(direction: Direction, b: int, t: int, a: int) -> None:
    """Row "T on the wrong side of B": no value, and not met or unmet; the two formulas of hikaya #397 disagree here."""
    assert (None, "target_against_direction", None) == outcome(progress(indicator(b, t, a, direction=direction)))


def test_target_on_the_right_side() -> None:
    """A direction that agrees changes nothing, nor do the words that say nothing of the way."""
    for direction in (Direction.DECREASE, Direction.MAINTAIN, Direction.RANGE, Direction.NONE, None):
        assert Fraction(1, 2) == progress(indicator(50, 10, 30, direction=direction)).value


@pytest.mark.parametrize(
    ("b", "low", "high", "a", "value", "met"),
    [
        pytest.param(0, 40, 60, 20, "1/2", False, id="below"),
        pytest.param(0, 40, 60, 40, "1", True, id="at the near bound"),
        pytest.param(0, 40, 60, 50, "5/4", True, id="inside"),
        pytest.param(0, 40, 60, 60, "3/2", True, id="at the far bound"),
        pytest.param(0, 40, 60, 80, "2", False, id="beyond the far bound"),
        pytest.param(100, 40, 60, 80, "1/2", False, id="above"),
        pytest.param(100, 40, 60, 120, "-1/2", False, id="away"),
        pytest.param(0, 40, None, 80, "2", True, id="open above"),
        pytest.param(100, None, 60, 80, "1/2", False, id="open below"),
    ],
)
def test_a_range(  # noqa: PLR0917  a column of the table each
    b: int, low: int | None, high: int | None, a: int, value: str, met: bool
) -> None:
    """Row "RANGE target": progress is that toward the bound on the way, and it is met inside only."""
    assert (Fraction(value), None, met) == outcome(progress(indicator(b, Target(minimum=low, maximum=high), a)))


@pytest.mark.parametrize(
    ("b", "low", "high", "a", "met"), [(50, 40, 60, 55, True), (40, 40, 60, 70, False), (50, 40, None, 39, False)]
)
def test_a_range_around_the_baseline(b: int, low: int, high: int | None, a: int, met: bool) -> None:
    """Row "RANGE target": there is no way to go, but it is met or not."""
    assert (None, "baseline_in_range", met) == outcome(progress(indicator(b, Target(minimum=low, maximum=high), a)))


def test_a_range_with_no_baseline() -> None:
    """Whether it is met does not hang on the baseline."""
    found = progress(indicator(None, Target(minimum=40, maximum=60), 50))

    assert (None, "no_baseline", True) == outcome(found)
    assert found.deviation is None


def test_a_range_has_no_ratio() -> None:
    """A number over two bounds is no number."""
    methods: tuple[Method, ...] = ("ratio", "ratio_down")
    for method in methods:
        found = progress(indicator(0, Target(minimum=40), 50), method=method)

        assert (None, "target_is_range", True) == outcome(found)


PERCENT = MeasureType.PERCENTAGE


def test_percentages_are_reckoned_from_what_is_behind_them() -> None:
    """Row "percentage": 100 * 30/60 = 50 beside a stated 49, from 20 to 80: 30/60 = 1/2; RSR adds up percentages (#187)."""
    found = progress(indicator(20, 80, Actual(49, numerator=30, denominator=60), measure=PERCENT))

    assert (Fraction(1, 2), None, False) == outcome(found)
    assert (Fraction(30), Fraction(60)) == (found.inputs.actual.numerator, found.inputs.actual.denominator)


@pytest.mark.parametrize("value", [None, 0])
def test_a_share_of_zero(value: int | None) -> None:
    """Row "percentage": d = 0 is no value, whatever is stated beside it; UNICEF gives 0."""
    for measure in (PERCENT, MeasureType.RATIO):
        found = progress(indicator(20, 80, Actual(value, numerator=0, denominator=0), measure=measure))

        assert (None, "zero_denominator", None) == outcome(found)


def test_percentages_that_are_stated() -> None:
    """Without the numbers behind it, or with one of them, the value counts, in percentage points."""
    for actual in (Actual(50), Actual(50, numerator=3), Actual(50, denominator=3)):
        assert Fraction(1, 2) == progress(indicator(20, 80, actual, measure=PERCENT)).value


def test_ratios() -> None:
    """A ratio is n/d, without the 100: 3/4 from 1/2 towards 1 is half of the way; of a count the two say nothing."""
    actual = Actual(7, numerator=3, denominator=4)

    assert Fraction(1, 2) == progress(indicator("0.5", 1, actual, measure=MeasureType.RATIO)).value
    assert Fraction(7, 10) == progress(indicator(0, 10, actual, measure=MeasureType.NUMBER)).value


SCALE = ("none", "low", "medium", "high", "full")


def words(b: str | None, t: str | None, a: str | None, **stated: Any) -> Indicator:
    """Make an indicator of words."""
    return indicator(Baseline(stated=b), Target(stated=t), Actual(stated=a), **stated)


def test_steps_of_a_scale() -> None:
    """Row "ordinal / milestone": from none (0) to high (3), low (1) is a third of the way, and full (4) is beyond."""
    low, full = (
        progress(words("none", "high", each, measure=MeasureType.ORDINAL, scale=SCALE)) for each in ("low", "full")
    )

    assert (Fraction(1, 3), None, False) == outcome(low)
    assert (Fraction(4, 3), None, True) == outcome(full)


def test_steps_that_are_digits() -> None:
    """Row "ordinal": a number is a step by what is written, not by its size: 5 is the second of three steps."""
    found = progress(indicator(1, 9, 5, measure=MeasureType.ORDINAL, scale=("1", "5", "9")))

    assert Fraction(1, 2) == found.value


@pytest.mark.parametrize(
    ("scale", "code", "detail"),
    [(SCALE, "not_on_scale", "'great'"), ((), "not_a_number", "'great'")],
)
def test_words_that_are_no_steps(scale: tuple[str, ...], code: str, detail: str) -> None:
    """Row "ordinal": a word that is not on the scale has no place; without a scale no word has."""
    found = progress(words("none", "high", "great", measure=MeasureType.ORDINAL, scale=scale))

    assert Reason(code, detail) == found.reason


def test_numbers_without_a_scale_count_as_they_are() -> None:
    """Row "ordinal": scores of 1 to 5 without a scale: from 1 to 5, 2 is a quarter."""
    assert Fraction(1, 4) == progress(indicator(1, 5, 2, measure=MeasureType.ORDINAL)).value


@pytest.mark.parametrize(
    ("t", "a", "value"),
    [("yes", "yes", 1), ("yes", "no", 0), ("Yes ", "TRUE", 1), ("no", "false", 1), ("no", "yes", 0)],
)
@pytest.mark.parametrize("b", ["no", "yes", None])
def test_yes_and_no(b: str | None, t: str, a: str, value: int) -> None:
    """Row "boolean": met or not met, p is 0 or 1, whatever the baseline."""
    found = progress(words(b, t, a, measure=MeasureType.BOOLEAN))

    assert (Fraction(value), None, bool(value)) == outcome(found)


def test_yes_and_no_in_numbers() -> None:
    """Row "boolean": 1 is yes, and a word that is neither is none."""
    met = progress(indicator(0, Target(stated="yes"), 1, measure=MeasureType.BOOLEAN))
    perhaps = progress(words("no", "yes", "perhaps", measure=MeasureType.BOOLEAN))

    assert (Fraction(1), None, True) == outcome(met)
    assert Reason("not_a_number", "'perhaps'") == perhaps.reason


@pytest.mark.parametrize(
    ("measure", "code"), [(MeasureType.QUALITATIVE, "qualitative"), (MeasureType.NOMINAL, "nominal")]
)
def test_words_have_no_distance(measure: MeasureType, code: str) -> None:
    """Row "qualitative": p is None, and what is written stays a judgement; numbers change nothing of that."""
    for found in (
        progress(words("bad", "good", "fair", measure=measure)),
        progress(indicator(0, 9, 5, measure=measure)),
    ):
        assert (None, code, None) == outcome(found)


@pytest.mark.parametrize(
    ("status", "code"), [("suppressed", "suppressed"), ("not yet due", "not_due"), ("not applicable", "not_applicable")]
)
def test_an_actual_that_is_withheld_or_not_due(status: str, code: str) -> None:
    """The reason is the one that the source gives."""
    assert (None, code, None) == outcome(progress(indicator(0, 10, Actual(status=status))))


@pytest.mark.parametrize(
    ("b", "code"),
    [
        (Baseline(stated="unknown"), "not_a_number"),
        (Baseline(status="suppressed"), "suppressed"),
        (Baseline(status="missing"), "no_baseline"),
        (Baseline(), "no_baseline"),
        (Baseline(3, locations="town"), "only_parts"),
        ([1, 2], "several_baselines"),
        ([0, 0], None),
        ([Baseline(0, date="2020"), Baseline(9, dimensions={"sex": "male"})], None),
    ],
)
def test_baselines(b: Any, code: str | None) -> None:
    """Several that are equal are one; those of categories and places are not that of all."""
    found = progress(indicator(b, 10, 5))

    assert (None if code else Fraction(1, 2), code, None if code else False) == outcome(found)


# Named alternatives.


@pytest.mark.parametrize(
    ("method", "t", "a", "value", "code"),
    [
        ("ratio", 50, 30, "3/5", None),
        ("ratio", 40, 60, "3/2", None),
        ("ratio", 0, 5, None, "target_zero"),
        ("ratio_down", 40, 60, "2/3", None),
        ("ratio_down", 0, 60, "0", None),
        ("ratio_down", 10, 0, None, "actual_zero"),
    ],
)
def test_ratios_by_name(method: Any, t: int, a: int, value: str | None, code: str | None) -> None:
    """Actual over target (RSR) and target over actual (Tola, falling), blind to the baseline; zero below gives none."""
    found = progress(indicator(None, t, a), method=method)

    assert (None if value is None else Fraction(value), code) == outcome(found)[:2]
    assert (method, None) == (found.method, found.expected)


def test_target_over_an_actual_of_zero_is_met() -> None:
    """Tola is infinite at 0; here there is no value, but fallen to 0 from 50 it is met."""
    assert (None, "actual_zero", True) == outcome(progress(indicator(50, 10, 0), method="ratio_down"))


@pytest.mark.parametrize(
    ("t", "a", "deviation"),
    [(100, 115, "3/20"), (100, 85, "-3/20"), (-10, -5, "1/2"), (0, 5, None), (None, 5, None), (5, None, None)],
)
def test_deviation(t: int | None, a: int | None, deviation: str | None) -> None:
    """(A - T)/|T|, None for a target of zero."""
    found = progress(indicator(0, t, a))

    assert (None if deviation is None else Fraction(deviation)) == found.deviation


RSR: dict[str, Decimal | Fraction | int | str] = {"low": 0, "middle": "0.49", "high": "0.85"}


@pytest.mark.parametrize(
    ("a", "band"),
    [(-5, "low"), (0, "low"), ("48.99", "low"), (49, "middle"), ("84.99", "middle"), (85, "high"), (300, "high")],
)
def test_bands(a: Any, band: str) -> None:
    """The thresholds 49 and 85 of RSR are data; a lower bound belongs to its band, and below all lies the lowest."""
    assert band == progress(indicator(0, 100, a)).band(RSR)


def test_bands_of_what_is_not_known() -> None:
    """No value is in no band, and "on track" is one of its own: 50 % where 1/4 was expected is twice as far."""
    days = Period("2024-01-01/2024-01-05", actuals=50)
    half = Indicator(baselines=0, targets=100, periods=days)
    found = progress(half, as_of="2024-01-05", span="2024-01-01/2024-01-17")

    assert progress(indicator(None, 100, 5)).band(RSR) is None
    assert progress(half).band(RSR, of="on_track") is None
    assert (Fraction(1, 4), Fraction(2)) == (found.expected, found.on_track)
    assert ("middle", "twice") == (found.band(RSR), found.band({"once": 1, "twice": Fraction(2)}, of="on_track"))


@pytest.mark.parametrize(
    ("thresholds", "of", "message"),
    [
        ({}, "value", 'must go from band to its lower bound, got {}; write {"red": 0, "green": "0.85"}'),
        ([0, 1], "value", 'must go from band to its lower bound, got [0, 1]; write {"red": 0, "green": "0.85"}'),
        (
            {"red": 0.5},
            "value",
            'thresholds[\'red\']: must be an exact number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
        (RSR, "met", 'Progress.band.of: must be "value" or "on_track", got \'met\''),
    ],
)
def test_bands_refuse(thresholds: Any, of: str, message: str) -> None:
    """What is no scheme of bands is refused, even where there is no value."""
    for found in (progress(indicator(0, 100, 5)), progress(indicator(None, 100, 5))):
        with pytest.raises(InvalidValue) as error:
            found.band(thresholds, of=of)

        assert message == str(error.value)


def test_banded() -> None:
    """One band holds everything that is known."""
    assert ("all", None) == (banded(Fraction(-3), {"all": 0}), banded(None, {"all": 0}))


# How it is written.


@pytest.mark.parametrize(
    ("a", "spec", "text"),
    [
        (50, ".0%", "50%"),
        ("12.5", ".0%", "13%"),
        ("13.5", ".0%", "14%"),
        ("0.5", ".0%", "1%"),
        ("-12.5", ".0%", "-13%"),
        (130, ".0%", "130%"),
        (50, "", "50.0%"),
        (50, ".2f", "0.50"),
        (100, ">6.0%", "  100%"),
    ],
)
def test_formats_itself(a: Any, spec: str, text: str) -> None:
    """As a part of 1 or in percent, halves away from zero, nothing made positive."""
    assert text == format(progress(indicator(0, 100, a)), spec)


def test_formats_what_is_not_known() -> None:
    """In a table it is "not known"; alone it says why."""
    found = progress(indicator(0, None, 3))

    assert "not known" == f"{found:.0%}"
    assert "not known: there is no target" == f"{found}" == str(found)
    assert "<Progress not known: there is no target>" == repr(found)


def test_repr_says_whether_it_is_met() -> None:
    """Beside the value: met, not met, or nothing where that cannot be said."""
    assert "<Progress 100.0%, met>" == repr(progress(indicator(0, 10, 10)))
    assert "<Progress 50.0%, not met>" == repr(progress(indicator(0, 10, 5)))
    assert "<Progress 50.0%>" == repr(progress(indicator(None, 10, 5), method="ratio"))


def test_written() -> None:
    """A third in four digits; a half is rounded away from zero."""
    assert ("0.3333", "-0.3") == (written(Fraction(1, 3), ".4f"), written(Fraction(-1, 4), ".1f"))


def test_is_a_value() -> None:
    """Equal inputs make equal results; it can be copied and pickled."""
    found = progress(indicator(0, 10, 5), as_of="2024-12-31")

    assert found == progress(indicator(0, 10, 5), as_of="2024-12-31")
    assert found == copy.deepcopy(found) == pickle.loads(pickle.dumps(found))  # noqa: S301  its own
    assert Inputs(Reckoned(Fraction(0), None, (Baseline(0),)), found.inputs.target, found.inputs.actual) == found.inputs


# Over time.


def months(**stated: Any) -> Indicator:
    """Make an indicator with two periods with targets and actuals, and one to come."""
    periods = [
        Period("2023", targets=10, actuals=8),
        Period("2024", targets=20, actuals=16),
        Period("2025", targets=30),
    ]
    return Indicator(baselines=0, periods=periods, **stated)


@pytest.mark.parametrize(
    ("accumulation", "value"),
    [
        pytest.param("per period", "24/60", id="Σ of actuals over Σ of targets"),
        pytest.param("running sum", "24/30", id="Σ of actuals over the last target"),
        pytest.param("running total", "16/30", id="the latest over the last target"),
        pytest.param("snapshot", "16/30", id="the latest stands"),
    ],
)
def test_the_whole_project(accumulation: str, value: str) -> None:
    """The life-of-project value by accumulation; TolaData comments that it is "always a sum"."""
    assert Fraction(value) == progress(months(accumulation=accumulation)).value


def test_accumulation_that_is_not_stated() -> None:
    """Several periods with actuals and no word on how they belong together: no answer, and the reason."""
    found = progress(months())

    assert Reason("accumulation_not_stated", "2 periods") == found.reason
    assert "not known: several periods have values, and it is not stated whether they add up: 2 periods" == str(found)


def test_what_is_missing_shows() -> None:
    """The period of 2025 has no actual: the sum is not complete; by the end of 2024 it is."""
    stated = months(accumulation="per period")

    assert not progress(stated).complete
    assert progress(stated, as_of="2024-12-31").complete


@pytest.mark.parametrize(
    ("as_of", "number"),
    [("2023-12-30", None), ("2023-12-31", 8), ("2024-01-01", 8), ("2024-12-31", 24), ("2030-01-01", 24)],
)
def test_only_periods_that_have_ended_count(as_of: str, number: int | None) -> None:
    """A period counts from its last day on; before the first one has ended nothing is due."""
    found = progress(months(accumulation="per period"), as_of=as_of)

    assert number == found.inputs.actual.number
    assert (None if number else Reason("not_due")) == found.reason


@pytest.mark.parametrize(
    ("accumulation", "values"),
    [
        ("per period", ("4/5", "4/5")),
        ("running sum", ("4/5", "6/5")),
        ("running total", ("4/5", "4/5")),
        (None, ("4/5", "4/5")),
    ],
)
def test_of_one_period(accumulation: str | None, values: tuple[str, str]) -> None:
    """8 of 10, then 16 of 20; of a running sum 8 + 16 of 20."""
    stated = months(accumulation=accumulation)

    assert [Fraction(value) for value in values] == [progress(stated, period=each).value for each in ("2023", "2024")]
    assert progress(stated, period="2024") == progress(stated, period=1) == progress(stated, period=-2)


def test_of_a_period_to_come() -> None:
    """Without a day nothing is judged to be due; with one before its end it is not due, and missing after that."""
    stated = months(accumulation="running total")
    codes = [
        found.reason and found.reason.code
        for found in (
            progress(stated, period="2025"),
            progress(stated, period="2025", as_of="2025-12-30"),
            progress(stated, period="2025", as_of="2025-12-31"),
        )
    ]

    assert ["no_actual", "not_due", "no_actual"] == codes


def test_of_a_period_without_a_target() -> None:
    """The target of all is not that of the period."""
    assert Reason("no_target") == progress(indicator(0, 100, 5), period="2024").reason


def test_overlapping_periods_are_not_added() -> None:
    """30 June lies in both; allowed by name, the sum is 3 of 10."""
    both = [Period("2024-01-01/2024-06-30", actuals=1), Period("2024-06-30/2024-12-31", actuals=2)]
    stated = Indicator(baselines=0, targets=10, periods=both, accumulation="per period")

    assert Reason("overlapping_periods", "2024-06-30/2024-12-31 and 2024-01-01/2024-06-30") == progress(stated).reason
    assert Fraction(3, 10) == progress(stated, allow_overlap=True).value


# What was to be expected.

GRANT = "2022-03-28/2025-03-31"


def test_in_proportion_to_time() -> None:
    """The seed project of Global Affairs Canada at 2024-05-31: 795 of 1099 days, e = 0.723."""
    stated = Indicator(baselines=0, targets=100, periods=[Period("2023", actuals=50), Period(GRANT)])
    found = progress(stated, as_of="2024-05-31")

    assert Fraction(795, 1099) == found.expected
    assert "0.723" == f"{float(found.expected or 0):.3f}"
    assert Fraction(1, 2) / Fraction(795, 1099) == found.on_track


def test_by_milestones() -> None:
    """By the end of 2024 the running total was to be 20 of 30 (FCDO); 16 of 20 is 4/5 of what was expected."""
    found = progress(months(accumulation="running total"), as_of="2024-12-31")

    assert (Fraction(2, 3), Fraction(4, 5)) == (found.expected, found.on_track)
    assert found == progress(months(accumulation="running total"), as_of="2024-12-31", expected="milestones")


def test_milestones_of_new_amounts_add_up() -> None:
    """10 + 20 of 60."""
    assert Fraction(1, 2) == progress(months(accumulation="per period"), as_of="2025-06-30").expected


def test_linear_by_name() -> None:
    """Although there are milestones: from 2023-01-01 to 2025-12-31 are 1095 days, 730 of them by 2024-12-31."""
    found = progress(months(accumulation="running total"), as_of="2024-12-31", expected="linear")

    assert Fraction(730, 1095) == found.expected


def test_no_milestone_is_due() -> None:
    """By name nothing is expected until one is; else it is in proportion to time, 363 of 1095 days."""
    stated = months(accumulation="running total")

    assert Fraction(1, 3) == progress(stated, as_of="2023-12-31", expected="milestones").expected
    assert progress(stated, as_of="2023-12-30", expected="milestones").expected is None
    assert Fraction(363, 1095) == progress(stated, as_of="2023-12-30").expected


def test_no_progress_until_the_end() -> None:
    """A profile (OPSYS): nothing is expected before the last tenth of the time; there on_track is None, not infinite."""
    late = Profile([(0, 0), ("0.9", 0), (1, 1)])
    stated = Indicator(baselines=0, targets=100, periods=Period("2024-01-01/2024-01-11", actuals=50))
    before, at_end = (
        progress(stated, as_of=day, expected=late, span="2024-01-02/2024-01-22") for day in ("2024-01-20", "2024-01-22")
    )

    assert (Fraction(1, 2), Fraction(0), None) == (before.value, before.expected, before.on_track)
    assert (Fraction(1), Fraction(1, 2)) == (at_end.expected, at_end.on_track)


def test_steps_as_milestones() -> None:
    """Medium (2) of full (4) was due by the end of 2023; low (1) is a quarter of the way."""
    periods = [Period("2023", targets=Target(stated="medium"), actuals=Actual(stated="low")), Period("2024")]
    stated = Indicator(
        measure=MeasureType.ORDINAL,
        scale=SCALE,
        baselines=Baseline(stated="none"),
        targets=Target(stated="full"),
        periods=periods,
        accumulation="snapshot",
    )
    found = progress(stated, as_of="2023-12-31")

    assert (Fraction(1, 4), Fraction(1, 2), Fraction(1, 2)) == (found.value, found.expected, found.on_track)


@pytest.mark.parametrize(
    "periods",
    [
        [Period(actuals=5)],
        [Period("2023", actuals=5), Period()],
        [Period("2023", actuals=5), Period("2024-06/..")],
    ],
)
def test_nothing_says_what_to_expect(periods: list[Period]) -> None:
    """Where a period has no exact days and no span is given nothing is expected; without a day neither."""
    stated = Indicator(baselines=0, targets=10, periods=periods)

    assert progress(stated, as_of="2024-12-31").expected is None
    assert progress(stated).expected is None
    assert Fraction(1) == progress(stated, as_of="2024-12-31", span="2023").expected


def test_of_one_period_the_time_is_that_of_the_period() -> None:
    """2024-01-31 is 30 of 365 days into 2024, whatever the others; the targets of other periods are no milestones."""
    found = progress(months(accumulation="per period"), period="2024", as_of="2024-01-31")

    assert Fraction(30, 365) == found.expected
    assert progress(months(), period="2024", as_of="2024-12-31", expected="milestones").expected is None


def test_targets_of_all_that_are_due_are_milestones() -> None:
    """40 of 100 were due in June 2024 (FCDO); before that it is in proportion to time, 1 of 365 days."""
    aims = [Target(40, due="2024-06"), Target(100, due="2024-12-31")]
    stated = Indicator(baselines=0, targets=aims, periods=Period("2024", actuals=20))
    days = ("2024-01-02", "2024-06-29", "2024-06-30", "2024-12-30", "2024-12-31")

    assert [Fraction(each) for each in ("1/365", "180/365", "2/5", "2/5", "1")] == [
        progress(stated, as_of=day).expected for day in days
    ]


def test_nothing_is_on_track_of_less_than_nothing() -> None:
    """Where a milestone lies before the baseline, a ratio to it would turn the sign round."""
    stated = Indicator(
        baselines=10,
        targets=20,
        periods=[Period("2023", targets=5, actuals=5), Period("2024", targets=20)],
        accumulation="snapshot",
    )
    found = progress(stated, as_of="2023-12-31")

    assert (Fraction(-1, 2), Fraction(-1, 2), None) == (found.value, found.expected, found.on_track)


def test_a_target_that_is_missing_shows() -> None:
    """New amounts of three years, and targets for two of them: 27 of 20 is no answer."""
    periods = [
        Period("2022", targets=10, actuals=8),
        Period("2023", targets=10, actuals=9),
        Period("2024", actuals=10),
    ]
    found = progress(Indicator(baselines=0, periods=periods, accumulation="per period"))

    assert (None, Reason("some_targets")) == (found.value, found.reason)


# What is refused.


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"method": "capped"}, 'progress.method: must be "baseline", "ratio" or "ratio_down", got \'capped\''),
        ({"expected": "linear"}, "progress.expected: means nothing here, got 'linear'; state as_of"),
        ({"span": "2024"}, "progress.span: means nothing here, got '2024'; state as_of"),
        (
            {"expected": "linear", "as_of": "2024-12-31", "method": "ratio"},
            "progress.expected: means nothing here, got 'linear'; only method=\"baseline\" has a course",
        ),
        (
            {"expected": "late", "as_of": "2024-12-31"},
            'progress.expected: must be "linear", "milestones" or a Profile, got \'late\'',
        ),
        (
            {"as_of": "2024"},
            "progress.as_of: must be a day, got '2024'; a year holds several: write the one that is meant, as in 2024-01-01",
        ),
        (
            {"baseline": "none"},
            'progress.baseline: must be "stated", "zero" or a number, got \'none\'; digits, one point, no separators',
        ),
        (
            {"baseline": 0.5},
            'progress.baseline: must be "stated", "zero" or a number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
    ],
)
def test_wrong_arguments(stated: dict[str, Any], message: str) -> None:
    """The message names the argument, or shows it, and says what may stand there."""
    with pytest.raises(InvalidValue) as error:
        progress(indicator(0, 10, 5), **stated)

    assert message == str(error.value)


def test_wrong_indicator() -> None:
    """A title is no indicator."""
    with pytest.raises(InvalidValue) as error:
        progress("Wells")  # type: ignore[arg-type]

    assert InvalidValue("Wells", "must be an Indicator") == error.value


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026", NotFound("period of the indicator", "2026-01-01/2026-12-31")),
        (3, NotFound("position among the 3 periods", "3")),
        (-4, NotFound("position among the 3 periods", "-4")),
    ],
)
def test_a_period_that_is_not_there(period: Any, expected: NotFound) -> None:
    """It is never the nearest one."""
    with pytest.raises(NotFound) as error:
        progress(months(), period=period)

    assert expected == error.value


def test_a_period_that_is_there_twice() -> None:
    """By its days it is not clear which is meant; by its position it is."""
    twice = Indicator(
        baselines=0, periods=[Period("2024", targets=10, actuals=1), Period("2024", targets=10, actuals=5)]
    )
    with pytest.raises(InvalidValue) as error:
        progress(twice, period="2024")

    message = "progress.period: is the span of several periods, got '2024-01-01/2024-12-31'; give the position of one"

    assert message == str(error.value)
    assert Fraction(1, 2) == progress(twice, period=1).value


# ------------------------------------------------------------------ sums, sources and bounds that cannot be signed


def new_amounts(*periods: Period, **stated: Any) -> Indicator:
    """Make an indicator whose periods report new amounts."""
    return Indicator(periods=periods, accumulation="per period", **stated)


def test_new_amounts_have_no_baseline_of_one_period() -> None:
    """100 a year before, and 100 in each of three: nothing has changed, and 300 of 450 is no 57 %."""
    years = [Period(str(year), targets=target, actuals=100) for year, target in ((2022, 120), (2023, 150), (2024, 180))]
    found = progress(new_amounts(*years, baselines=100))

    assert (None, Reason("baseline_of_one_period")) == (found.value, found.reason)
    assert Fraction(300, 450) == progress(new_amounts(*years, baselines=100), baseline="zero").value
    assert 0 == progress(new_amounts(*years, baselines=100), period="2023").value


def test_a_target_of_one_period_is_no_match_for_the_sum_of_two() -> None:
    """12 and 4 found, 10 aimed at in the first: not 160 %."""
    found = progress(new_amounts(Period("2023", targets=10, actuals=12), Period("2024", actuals=4), baselines=0))

    assert Reason("some_targets") == found.reason


def test_a_target_and_an_actual_of_two_periods_are_not_compared() -> None:
    """Where it is not stated how periods belong together."""
    found = progress(Indicator(baselines=0, periods=[Period("2023", targets=10), Period("2024", actuals=4)]))

    assert Reason("accumulation_not_stated", "the target and the actual are of two periods") == found.reason


def test_a_sum_that_is_to_stay_low_is_never_met() -> None:
    """The next amount may be too much; one that is above already is not met."""
    low = new_amounts(Period("2023", actuals=50), baselines=100, targets=80, direction="decrease")

    assert progress(low).met is None
    assert progress(evolve(low, periods=Period("2023", actuals=90))).met is False


def test_a_sum_that_is_to_grow_may_yet_be_met() -> None:
    """2024 has a target and no value yet: 12 of 20 is not the end; 21 is enough whatever comes."""
    years = [Period("2023", targets=10, actuals=12), Period("2024", targets=10)]

    assert progress(new_amounts(*years, baselines=0)).met is None
    assert progress(new_amounts(Period("2023", targets=10, actuals=21), years[1], baselines=0)).met is True


def test_a_silent_source_keeps_its_running_total() -> None:
    """North 4 and South 6, then North 5: 11 so far, and not 5 (akvo-rsr#5211); South is missing, so it is not complete."""
    years = [
        Period("2023", actuals=[Actual(4, source="North"), Actual(6, source="South")]),
        Period("2024", actuals=Actual(5, source="North")),
    ]
    found = progress(Indicator(baselines=0, targets=20, accumulation="running total", periods=years))

    assert (Fraction(11, 20), False) == (found.value, found.complete)
    assert "55.0%, incomplete" == str(found)


def test_a_silent_source_leaves_a_snapshot_incomplete() -> None:
    """What stood in the south a year ago is not what stands there."""
    years = [
        Period("2023", actuals=[Actual(4, source="North"), Actual(4, source="South")]),
        Period("2024", actuals=Actual(5, source="North")),
    ]
    found = progress(Indicator(baselines=0, targets=20, accumulation="snapshot", periods=years))

    assert (Fraction(1, 4), False) == (found.value, found.complete)


def test_a_value_without_a_date_is_not_passed_over() -> None:
    """By a day it may count or not: 8, or 14."""
    periods = [Period("2023", actuals=8), Period(actuals=6)]
    found = progress(new_amounts(*periods, baselines=0, targets=20), as_of="2026-01-01")

    assert Reason("undated_periods") == found.reason


def test_what_was_reported_later_is_not_known_by_a_day() -> None:
    """9 was reported in June 2025: by the end of 2024 it was 4."""
    actuals = [Actual(4, as_of="2024-12-31"), Actual(9, as_of="2025-06-01")]
    stated = Indicator(baselines=0, targets=20, periods=Period("2024", actuals=actuals))

    assert Fraction(4, 20) == progress(stated, as_of="2024-12-31").value
    assert Fraction(9, 20) == progress(stated, as_of="2025-12-31").value


def test_a_running_sum_asks_for_the_period_that_was_asked_for() -> None:
    """One without an actual has none; one whose end is not certain has no sum up to it."""
    years = [
        Period("2023", targets=10, actuals=8),
        Period("2024~/2024~", targets=20, actuals=6),
        Period("2025", targets=30),
    ]
    stated = Indicator(baselines=0, accumulation="running sum", periods=years)

    assert Reason("no_actual") == progress(stated, period=2).reason
    assert Reason("undated_periods") == progress(stated, period=1).reason
    assert Fraction(8, 10) == progress(stated, period=0).value


@pytest.mark.parametrize(
    ("qualifier", "actual", "met"),
    [("under", 60, False), ("up to", 70, None), ("at least", 50, None), ("over", 60, True), ("under", 59, False)],
)
def test_a_bound_is_met_only_where_it_is_for_certain(qualifier: str, actual: int, met: bool | None) -> None:
    """A target of 60 that is to be reached: "under 60" is below it, "up to 70" may be either."""
    found = progress(
        Indicator(baselines=0, targets=60, periods=Period("2024", actuals=Actual(actual, qualifier=qualifier)))
    )

    assert met is found.met
    assert f"of an actual {qualifier} that" in str(found)


def test_a_target_against_the_direction_is_met_by_nothing() -> None:
    """Not even by the target itself."""
    for actual in (10, 11):
        assert progress(indicator(50, 10, actual, direction="increase")).met is None


def test_a_range_may_lie_against_the_direction_too() -> None:
    """40 or more, from 0, where less is better."""
    found = progress(indicator(0, Target(minimum=40), 20, direction="decrease"))

    assert Reason("target_against_direction") == found.reason


def test_steps_have_no_ratio() -> None:
    """The second of three is not half of the third."""
    found = progress(words("none", "high", "low", measure="ordinal", scale=SCALE), method="ratio")

    assert (Reason("no_ratio"), None) == (found.reason, found.deviation)
    assert progress(words("none", "high", "low", measure="ordinal", scale=SCALE)).deviation is None


def test_the_course_is_told() -> None:
    """And nothing takes the place of a milestone that is no number."""
    years = [Period("2023", targets=Target(minimum=1, maximum=2), actuals=5), Period("2024", targets=10)]
    stated = Indicator(baselines=0, accumulation="running total", periods=years)
    plain = progress(indicator(0, 10, 5), as_of="2024-12-31")

    assert (None, None) == (progress(stated, as_of="2023-12-31").expected, progress(stated, as_of="2023-12-31").course)
    assert Fraction(1) == plain.expected
    assert "linear" == plain.course


def test_each_period_is_looked_at_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not once for each other one."""
    compared: list[int] = []

    def counted(left: Any, right: Any) -> bool | None:
        compared.append(1)
        return is_before(left, right)

    monkeypatch.setattr(over_time, "is_before", counted)
    days = [dt.date(2000, 1, 1) + dt.timedelta(number) for number in range(300)]
    periods = [Period(DateSpan(day, day), targets=number + 1, actuals=number) for number, day in enumerate(days)]
    stated = Indicator(baselines=0, accumulation="running total", periods=periods)

    assert Fraction(299, 300) == progress(stated, as_of="2030-01-01").value
    assert 0 < len(compared) < 10 * len(days)


# ------------------------------------------------------------------ tolerance, scope, gaps, rates


@pytest.mark.parametrize(
    ("a", "tolerance", "met"),
    [
        (20, 0, True),
        (21, 0, False),
        (21, 1, True),
        (19, "1", True),
        ("21.01", 1, False),
        ("18.99", 1, False),
        ("20.5", Fraction(1, 2), True),
        ("20.5", Decimal("0.49"), False),
    ],
)
def test_what_is_maintained_within_a_tolerance(a: Any, tolerance: Any, met: bool) -> None:
    """Row "T == B": MAINTAIN, A == T within a tolerance in the unit, both bounds included; there is still no value."""
    found = progress(indicator(20, 20, a, direction="maintain"), tolerance=tolerance)

    assert (None, "baseline_equals_target", met) == outcome(found)


def test_a_tolerance_is_for_what_is_maintained_only() -> None:
    """99 of 100 is not met where more is better, 41 of 40 not where less is; nor does "yes" come near to "no"."""
    assert progress(indicator(0, 100, 99), tolerance=5).met is False
    assert progress(indicator(80, 40, 41, direction="decrease"), tolerance=5).met is False
    assert progress(indicator(20, 20, 21, direction="none"), tolerance=5).met is None
    answer = words("no", "yes", "no", measure="boolean", direction="increase")
    assert progress(answer, tolerance=1).met is False
    assert progress(evolve(answer, direction=None), tolerance=1).met is False


@pytest.mark.parametrize(
    ("direction", "t", "a", "scope"),
    [
        ("increase", 100, 84, "below"),
        ("increase", 100, 85, "on"),
        ("increase", 100, 100, "on"),
        ("increase", 100, 115, "on"),
        ("increase", 100, 116, "above"),
        ("decrease", 100, 84, "above"),
        ("decrease", 100, 85, "on"),
        ("decrease", 100, 115, "on"),
        ("decrease", 100, 116, "below"),
        ("increase", -100, -84, "above"),
        ("increase", -100, -116, "below"),
        ("maintain", 100, 115, "on"),
        ("maintain", 100, 116, None),
        (None, 100, 100, "on"),
        (None, 100, 116, None),
        ("increase", 0, 5, None),
        ("increase", 100, None, None),
        ("increase", None, 5, None),
    ],
)
def test_on_scope(direction: str | None, t: Any, a: Any, scope: str | None) -> None:
    """Within 15 % of the target, the bounds included, sides swapped where less is better (TolaData); 0 has no percentage."""
    assert scope == progress(indicator(None, t, a, direction=direction)).scope("0.15")


def test_which_way_is_better_may_show() -> None:
    """Where the direction is not stated, the way from the baseline to the target says it; where it is, that goes first."""
    assert ("above", True) == ((found := progress(indicator(0, 100, 120))).scope("0.15"), found.rises)
    assert ("above", False) == ((found := progress(indicator(200, 100, 80))).scope("0.15"), found.rises)
    assert progress(indicator(200, 100, 80, direction="increase")).rises is True
    assert progress(indicator(0, 100, 80, direction="maintain")).rises is None
    assert progress(indicator(100, 100, 80)).rises is None


@pytest.mark.parametrize(
    ("within", "message"),
    [
        (-1, "Progress.scope.within: must not be below 0, got -1"),
        (
            0.15,
            'Progress.scope.within: must be an exact number, got 0.15; write "0.15" or Decimal("0.15") if that is the number meant',
        ),
        ("15%", "Progress.scope.within: must be a plain number, got '15%'; digits, one point, no separators"),
    ],
)
def test_scope_refuses(within: Any, message: str) -> None:
    """A part of the target, exact."""
    with pytest.raises(InvalidValue) as caught:
        progress(indicator(0, 100, 84)).scope(within)

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("tolerance", "message"),
    [
        (-1, "progress.tolerance: must not be below 0, got -1"),
        (
            0.5,
            'progress.tolerance: must be an exact number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
        (None, "progress.tolerance: must be an exact number, got None; write a Decimal, an int or a string"),
    ],
)
def test_tolerances_that_cannot_be_meant(tolerance: Any, message: str) -> None:
    """An exact number in the unit, whether it is needed or not."""
    with pytest.raises(InvalidValue) as caught:
        progress(indicator(0, 100, 84), tolerance=tolerance)

    assert message == str(caught.value)


@pytest.mark.parametrize("accumulation", ["per period", "running sum"])
def test_days_between_periods_of_new_amounts(accumulation: str) -> None:
    """What was found from April to June nobody stated: 3 + 4 of 10, not complete, and the days are named."""
    quarters = [Period("2023-Q1", actuals=3), Period("2023-Q3", actuals=4)]
    found = progress(Indicator(baselines=0, targets=10, accumulation=accumulation, periods=quarters))

    assert (Fraction(7, 10), False) == (found.value, found.complete)
    assert (DateSpan("2023-04-01", "2023-06-30"),) == found.inputs.gaps
    assert "70.0%, incomplete" == str(found)


@pytest.mark.parametrize("accumulation", ["running total", "snapshot"])
def test_days_between_periods_that_hold_what_was_before(accumulation: str) -> None:
    """The last of them stands, whatever was in between; nor does one period asked for have a gap."""
    quarters = [Period("2023-Q1", actuals=3), Period("2023-Q3", actuals=4)]
    found = progress(Indicator(baselines=0, targets=10, accumulation=accumulation, periods=quarters))

    assert (Fraction(4, 10), True, ()) == (found.value, found.complete, found.inputs.gaps)
    per_period = Indicator(baselines=0, targets=10, accumulation="per period", periods=[quarters[0]])
    assert () == progress(per_period).inputs.gaps


def test_progress_of_a_rate() -> None:
    """From 60 to 20 deaths per 1,000 live births, 12 of 400 are 30 per 1000: 30/40 of the way."""
    found = progress(
        indicator(60, 20, Actual(numerator=12, denominator=400), measure="number", unit="deaths per 1,000 live births")
    )

    assert (Fraction(30), Fraction(3, 4)) == (found.inputs.actual.number, found.value)


def test_a_period_keeps_the_unit() -> None:
    """Asked for one period, a rate is still per 1000, in a running sum too: 12/400 and 6/600 are 18 per 1000 by then."""
    years = [
        Period("2023", targets=20, actuals=Actual(numerator=12, denominator=400)),
        Period("2024", targets=20, actuals=Actual(numerator=6, denominator=600)),
    ]
    rate = Indicator(baselines=60, unit="per 1000", accumulation="running sum", periods=years)

    assert 18 == progress(rate, period="2024").inputs.actual.number
    assert 10 == progress(evolve(rate, accumulation="snapshot"), period="2024").inputs.actual.number


def test_a_baseline_and_percentages_show_as_stated() -> None:
    """D-Portal#428, #443, #449: a baseline of 0 % is a baseline, and 20 % to 30 % is half of the way to 40 %, not 30/40."""
    found = progress(indicator(20, 40, 30, measure="percentage"))

    assert (Fraction(20), Fraction(1, 2)) == (found.inputs.baseline.number, found.value)
    assert Fraction(3, 4) == progress(indicator(0, 40, 30, measure="percentage")).value


def test_a_period_to_come_and_a_baseline_without_a_target() -> None:
    """iatipublisher#1492: a future period without an actual changes nothing; a baseline period needs no target."""
    years = [Period("2020", actuals=0), Period("2023", targets=50, actuals=30), Period("2030", targets=100)]
    found = progress(Indicator(baselines=0, accumulation="running total", periods=years), as_of="2024-01-01")

    assert (Fraction(30, 100), True) == (found.value, found.complete)
    assert Fraction(30, 50) == progress(Indicator(baselines=0, periods=years), period="2023").value


def test_a_target_of_zero_breaks_nothing() -> None:
    """akvo-rsr#2830: neither a target of 0, nor one that is the baseline, nor both; each says what it is."""
    assert (Fraction(3, 5), None, False) == outcome(progress(indicator(5, 0, 2)))
    assert (None, "baseline_equals_target", True) == outcome(progress(indicator(0, 0, 0)))
    assert (None, "target_zero", False) == outcome(progress(indicator(5, 0, 2), method="ratio"))
