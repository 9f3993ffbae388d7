"""Indicators at work: progress and aggregates of 100,000 with five periods each, beside pandas and a loop by hand.

Run as a program, it takes fewer if asked to: ``python tests/benchmarks/indicators.py 5000``.
"""

import random
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import isclose
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from side import compare

from aidmodel import Actual, Baseline, DateSpan, Indicator, Period, Target, aggregate, progress

COUNT = 100_000
GROUP = 50
"""How many uses of one indicator are joined into an aggregate."""
ROUNDS = 7
BUILDS = 3
YEARS = [DateSpan(date(year, 1, 1), date(year, 12, 31)) for year in range(2020, 2025)]
ODD = DateSpan(date(2022, 7, 1), date(2023, 6, 30))
"""Has half a year in common with the period before it, where it takes the place of the year 2023."""
HECTARES = {"hectare": 1, "km2": 100}

Answer = tuple[Any, ...]
"""Value, reason, met and complete; of an aggregate value, reason, how many are in it and complete."""


class Row(NamedTuple):
    """What is known of an indicator, before it is an object or a row of a table."""

    unit: str
    accumulation: str | None
    rises: bool
    baseline: int | None
    spans: list[DateSpan]
    targets: list[int]
    actuals: list[tuple[int, int] | int | None]
    """Of each period; of a percentage its numerator and denominator."""


def rows(count: int) -> list[Row]:
    """Make up indicators: sums of people, running totals of area, falling cases and percentages, with the usual holes."""
    chance = random.Random(1)  # noqa: S311
    made: list[Row] = []
    for number in range(count):
        group, place = divmod(number, GROUP)
        kind = group % 4
        spans = [*YEARS[:3], ODD, YEARS[4]] if place == 7 and group % 40 == 0 else YEARS
        unit = ("people", "hectare", "case", "%")[kind]
        accumulation: str | None = ("per period", "running total", "snapshot", "snapshot")[kind]
        if place == 9 and group % 40 == 1:
            accumulation = None
        baseline: int | None = 0 if kind == 0 else chance.randrange(20, 40)
        targets = [chance.randrange(50, 100) for _ in range(5)]
        actuals: list[Any] = [chance.randrange(10, 120) for _ in range(5)]
        if kind == 1 and chance.random() < 0.3:
            unit = "km2"
        elif kind == 2:
            baseline = 100 + (baseline or 0)
        elif kind == 3:
            actuals = [(each, each + chance.randrange(1, 100)) for each in actuals]
        hole = chance.random() if spans is YEARS else 1
        if hole < 0.05 and kind:
            baseline = None
        elif hole < 0.10:
            actuals[chance.randrange(5)] = None
        elif hole < 0.12:
            actuals = [None] * 5
        elif hole < 0.14 and kind:
            baseline = targets[4]
        elif hole < 0.16 and kind:
            baseline = 100 if kind != 2 else 10
        made.append(Row(unit, accumulation, kind != 2, baseline, spans, targets, actuals))
    return made


def objects(known: Sequence[Row]) -> list[Indicator]:
    """Build the indicators, as a program does that has read the values."""
    return [
        Indicator(
            measure="percentage" if row.unit == "%" else "number",
            unit=row.unit,
            direction="increase" if row.rises else "decrease",
            accumulation=row.accumulation,
            baselines=() if row.baseline is None else Baseline(row.baseline),
            periods=[
                Period(span, targets=Target(target), actuals=_actual(actual))
                for span, target, actual in zip(row.spans, row.targets, row.actuals, strict=True)
            ],
        )
        for row in known
    ]


def _actual(value: tuple[int, int] | int | None) -> Actual | tuple[()]:
    if value is None:
        return ()
    return Actual(numerator=value[0], denominator=value[1]) if isinstance(value, tuple) else Actual(value)


class Frames(NamedTuple):
    """The same as tidy tables: a row an indicator, and a row a period."""

    indicators: pd.DataFrame
    periods: pd.DataFrame


def frames(known: Sequence[Row]) -> Frames:
    """Make the tables, column by column."""
    indicators = pd.DataFrame(
        {
            "group": np.arange(len(known)) // GROUP,
            "unit": pd.Categorical([row.unit for row in known]),
            "accumulation": pd.Categorical([row.accumulation for row in known]),
            "rises": [row.rises for row in known],
            "baseline": [row.baseline for row in known],
        }
    )
    starts, ends = ({span: np.datetime64(of(span)) for span in (*YEARS, ODD)} for of in (_start, _end))
    shares = [each if isinstance(each, tuple) else (None, None) for row in known for each in row.actuals]
    values = pd.DataFrame(
        {
            "indicator": np.repeat(np.arange(len(known)), 5),
            "start": [starts[span] for row in known for span in row.spans],
            "end": [ends[span] for row in known for span in row.spans],
            "target": [each for row in known for each in row.targets],
            "actual": [None if isinstance(each, tuple) else each for row in known for each in row.actuals],
            "numerator": [share[0] for share in shares],
            "denominator": [share[1] for share in shares],
        }
    )
    return Frames(indicators, values.astype({"actual": float, "numerator": float, "denominator": float}))


def _start(span: DateSpan) -> Any:
    return span.start


def _end(span: DateSpan) -> Any:
    return span.end


def found_by_pandas(tables: Frames) -> pd.DataFrame:
    """Give what was found of each indicator, as its accumulation says, why that is not known, and whether it is complete."""
    values = tables.periods.sort_values(["indicator", "start"], kind="stable")
    values["actual"] = values["actual"].fillna(100 * values["numerator"] / values["denominator"])
    told = values.dropna(subset=["actual"])
    by = told.groupby("indicator", sort=False)
    found = tables.indicators[["accumulation"]].copy()
    adding = found["accumulation"] == "per period"
    previous = by["end"].shift()
    overlapping = (told["start"] <= previous).groupby(told["indicator"]).any()
    after = values.groupby("indicator", sort=False)["end"].shift()
    broken = (values["start"] > after + pd.Timedelta(days=1)).groupby(values["indicator"]).any()
    last = told.sort_values("end", kind="stable").groupby("indicator")[["actual", "end", "numerator", "denominator"]]
    latest = last.last().reindex(found.index)
    found["count"] = by.size().reindex(found.index, fill_value=0)
    found["actual"] = by["actual"].sum().reindex(found.index).where(adding, latest["actual"])
    found["numerator"], found["denominator"] = latest["numerator"], latest["denominator"]
    all_there = values.groupby("indicator")["end"].max() == latest["end"]
    found["complete"] = np.where(adding, (found["count"] == 5) & ~broken, all_there)
    found["reason"] = np.select(
        [
            found["count"] == 0,
            found["accumulation"].isna() & (found["count"] > 1),
            adding & overlapping.reindex(found.index, fill_value=False),
        ],
        ["no_actual", "accumulation_not_stated", "overlapping_periods"],
        "",
    )
    return found


def progress_by_pandas(tables: Frames) -> pd.DataFrame:
    """Give progress of each indicator, or the reason; whether its target is met; and whether it is complete."""
    found, indicators = found_by_pandas(tables), tables.indicators
    by = tables.periods.sort_values("end", kind="stable").groupby("indicator")["target"]
    adding = indicators["accumulation"] == "per period"
    target = by.sum().where(adding, by.last())
    way = target - indicators["baseline"]
    wrong = way.notna() & (way != 0) & ((way > 0) != indicators["rises"])
    reason = np.select(
        [
            found["reason"] != "",
            indicators["accumulation"].isna(),
            indicators["baseline"].isna(),
            way == 0,
            wrong,
        ],
        [
            found["reason"],
            "accumulation_not_stated",
            "no_baseline",
            "baseline_equals_target",
            "target_against_direction",
        ],
        "",
    )
    value = ((found["actual"] - indicators["baseline"]) / way).where(reason == "")
    growing = adding & (found["count"] < 5)
    good = np.where(indicators["rises"], found["actual"] >= target, found["actual"] <= target)
    unknown = (found["reason"] != "") | indicators["accumulation"].isna() | wrong | (growing & ~good)
    met = pd.Series(good, index=value.index, dtype=object).where(~unknown, None)
    return pd.DataFrame({"value": value, "reason": reason, "met": met, "complete": found["complete"]})


def aggregates_by_pandas(tables: Frames) -> pd.DataFrame:
    """Give the sum of each group in the unit of its first, of percentages Σn/Σd; or why not; how many, and complete."""
    found = found_by_pandas(tables)
    found["group"], units = tables.indicators["group"], tables.indicators["unit"].astype(object)
    factor = units.map(HECTARES).fillna(1)
    known = found["reason"] == ""
    found["amount"] = (found["actual"] * factor).where(known)
    found["used"], found["whole"] = known, known & found["complete"].astype(bool)
    hard = found["reason"].where(found["reason"] != "no_actual", "")
    by = found.groupby("group", sort=True)
    ways = found["accumulation"].cat.codes.groupby(found["group"]).nunique()
    first = factor.groupby(found["group"]).first()
    percent = units.groupby(found["group"]).first() == "%"
    value = by["amount"].sum() / first
    value = value.where(~percent, 100 * by["numerator"].sum() / by["denominator"].sum())
    stops = hard.groupby(found["group"]).max()
    reason = np.where(ways > 1, "mixed_accumulations", stops)
    used = by["used"].sum()
    return pd.DataFrame(
        {"value": value.where(reason == ""), "reason": reason, "used": used, "complete": by["whole"].all()}
    )


def progress_by_hand(indicators: Sequence[Indicator], number: Callable[[Any], Any]) -> list[Answer]:
    """Give the same by a loop that knows what these indicators hold, and nothing else; the numbers as asked."""
    answers: list[Answer] = []
    for each in indicators:
        actual, count, complete, reason = _found_by_hand(each, number)
        adding = each.accumulation is not None and each.accumulation.term == "per period"
        targets = [number(period.targets[0].value) for period in each.periods]
        target = None if each.accumulation is None else sum(targets) if adding else targets[-1]
        start = number(each.baselines[0].value) if each.baselines else None
        rises = each.direction is not None and each.direction.term == "increase"
        wrong = start is not None and target is not None and start != target and (target > start) is not rises
        if not reason:
            reason = (
                "accumulation_not_stated"
                if target is None
                else "no_baseline"
                if start is None
                else "baseline_equals_target"
                if start == target
                else "target_against_direction"
                if wrong
                else ""
            )
        value = None if reason else (actual - start) / (target - start)
        met = None
        if actual is not None and target is not None and not wrong:
            met = actual >= target if rises else actual <= target
            if adding and count < 5 and not met:
                met = None
        answers.append((value, reason, met, complete))
    return answers


def _found_by_hand(indicator: Indicator, number: Callable[[Any], Any]) -> tuple[Any, int, bool, str]:
    told = [(period.span, period.actuals[0]) for period in indicator.periods if period.actuals]
    if not told:
        return None, 0, False, "no_actual"
    if indicator.accumulation is None and len(told) > 1:
        return None, len(told), False, "accumulation_not_stated"
    if indicator.accumulation is not None and indicator.accumulation.term == "per period":
        if any(one.end >= other.start for (one, _), (other, _) in pairwise(told)):  # type: ignore[union-attr,operator]
            return None, len(told), False, "overlapping_periods"
        return sum(number(actual.value) for _, actual in told), len(told), len(told) == 5, ""
    span, last = told[-1]
    share = last.denominator is not None and 100 * number(last.numerator) / number(last.denominator)
    return share or number(last.value), len(told), span is indicator.periods[-1].span, ""


def aggregates_by_hand(groups: Sequence[Sequence[Indicator]], number: Callable[[Any], Any]) -> list[Answer]:
    """Give the aggregates by a loop that knows what these indicators hold."""
    answers: list[Answer] = []
    for group in groups:
        if len({each.accumulation for each in group}) > 1:
            answers.append((None, "mixed_accumulations"))
            continue
        over = under = number(0)
        first, used, whole, stop = HECTARES.get(group[0].unit or "", 1), 0, True, ""
        for each in group:
            actual, _, complete, reason = _found_by_hand(each, number)
            if reason:
                stop = stop or (reason if reason != "no_actual" else "")
                whole = False
                continue
            used, whole = used + 1, whole and complete
            if each.unit == "%":
                last = next(period.actuals[0] for period in reversed(each.periods) if period.actuals)
                over, under = over + number(last.numerator), under + number(last.denominator)
            else:
                over += actual * HECTARES.get(each.unit or "", 1)
        value = 100 * over / under if under else over / first
        answers.append((None, stop) if stop else (value, "", used, whole))
    return answers


def measure_indicators(count: int = COUNT) -> Iterable[tuple[str, float, float]]:
    """Compare progress and aggregates; there is no goal."""
    known = rows(count)
    made, tables = objects(known), frames(known)
    groups = [made[at : at + GROUP] for at in range(0, count, GROUP)]
    _agree(made, groups, tables)
    for collecting in (True, False):
        paused = "" if collecting else ", garbage collector paused"
        print(f"progress of {count:,} indicators of five periods{paused}; {ROUNDS} rounds")  # noqa: T201
        compare(
            {
                "pandas": lambda: progress_by_pandas(tables),
                "by hand, floats": lambda: progress_by_hand(made, float),
                "by hand, Fractions": lambda: progress_by_hand(made, Fraction),
                "aidmodel.progress": lambda: [progress(each) for each in made],
            },
            "pandas",
            rounds=ROUNDS,
            units=count,
            unit="indicator",
            collecting=collecting,
        )
        print(f"the same in aggregates of {GROUP}{paused}; {ROUNDS} rounds")  # noqa: T201
        compare(
            {
                "pandas": lambda: aggregates_by_pandas(tables),
                "by hand, floats": lambda: aggregates_by_hand(groups, float),
                "by hand, Fractions": lambda: aggregates_by_hand(groups, Fraction),
                "aidmodel.aggregate": lambda: [aggregate(group) for group in groups],
            },
            "pandas",
            rounds=ROUNDS,
            units=count,
            unit="indicator",
            collecting=collecting,
        )
    print(f"what comes before: the objects and the tables, from plain rows; {BUILDS} rounds")  # noqa: T201
    compare(
        {
            "pandas, tables from rows": lambda: frames(known),
            "pandas, tables from objects": lambda: frames(_rows_of(made)),
            "aidmodel, objects from rows": lambda: objects(known),
        },
        "pandas, tables from rows",
        rounds=BUILDS,
        units=count,
        unit="indicator",
    )
    return ()


def _rows_of(indicators: Sequence[Indicator]) -> list[Row]:
    """Give back the rows of objects, as one has to who has read them and wants tables."""
    return [
        Row(
            each.unit or "",
            None if each.accumulation is None else each.accumulation.term,
            each.direction is not None and each.direction.term == "increase",
            next((_whole(baseline.value) for baseline in each.baselines), None),
            [period.span for period in each.periods if period.span is not None],
            [_whole(period.targets[0].value) for period in each.periods],
            [_value(period.actuals[0]) if period.actuals else None for period in each.periods],
        )
        for each in indicators
    ]


def _whole(value: Decimal | None) -> int:
    assert value is not None
    return int(value)


def _value(actual: Actual) -> tuple[int, int] | int:
    return (
        _whole(actual.value) if actual.denominator is None else (_whole(actual.numerator), _whole(actual.denominator))
    )


def _agree(made: Sequence[Indicator], groups: Sequence[Sequence[Indicator]], tables: Frames) -> None:
    """Assert that all give the same answers: Fractions the very same, floats in 12 digits."""
    assert rows(len(made)) == _rows_of(made)
    ours: list[Answer] = []
    for each in map(progress, made):
        known = each.inputs.actual.number is not None
        ours.append((each.value, each.reason.code if each.reason else "", each.met, known and each.complete))
    assert ours == progress_by_hand(made, Fraction)
    told = progress_by_pandas(tables)
    theirs = zip(told["value"], told["reason"], told["met"], told["complete"] & told["value"].notna(), strict=True)
    _same(((one[0], one[1], one[2], one[3] and one[0] is not None) for one in ours), theirs)
    sums: list[Answer] = [
        (None, one.refused.code) if one.refused else (one.value, "", one.n_used, one.complete)
        for one in map(aggregate, groups)
    ]
    assert sums == aggregates_by_hand(groups, Fraction)
    table = aggregates_by_pandas(tables)
    joined = zip(table["value"], table["reason"], table["used"], table["complete"], strict=True)
    _same(sums, (each[:2] if each[1] else each for each in joined))
    reasons = pd.Series([each[1] for each in ours]).value_counts()
    print(", ".join(f"{name or 'with a value'} {count:,}" for name, count in reasons.items()))  # noqa: T201
    refused = pd.Series([each[1] for each in sums]).value_counts()
    print(", ".join(f"{name or 'joined'} {count:,}" for name, count in refused.items()))  # noqa: T201


def _same(ours: Iterable[Answer], theirs: Iterable[Answer]) -> None:
    for one, other in zip(ours, theirs, strict=True):
        if one[0] is None:
            assert other[0] is None or np.isnan(other[0]), (one, other)
        else:
            assert isclose(one[0], other[0], rel_tol=1e-12), (one, other)
        assert list(one[1:]) == list(other[1:]), (one, other)


if __name__ == "__main__":
    measure_indicators(int(sys.argv[1]) if sys.argv[1:] else COUNT)
