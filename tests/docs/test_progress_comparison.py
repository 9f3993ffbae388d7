"""What other systems print for an indicator beside what is said here: the table in docs/explanation/progress.md.

The formulas are restated from their descriptions in the domain guide, section 3; the cases are those of its section 6.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from aidmodel import Actual, Baseline, Indicator, Period, Progress, Target, progress
from aidmodel.analysis.disaggregation import DISAGREEMENTS
from aidmodel.analysis.figures import SENTENCES

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "explanation" / "progress.md"

SAME_AS_TARGET = "not known: the target is the baseline, so there is no way to go"
NO_ACTUAL = "not known: nothing was found yet, or it is not stated"


class Case(NamedTuple):
    """One row of the table, cell by cell; an empty cell is one in which the formula, as described, says nothing."""

    name: str
    baseline: str
    target: str
    actual: str
    direction: str
    akvo: str
    tola: str
    unicef: str
    hikaya: str
    opsys: str
    ours: str
    met: str


# Each cell is reckoned by hand; the sums stand beside it, in the order of the cells.
CASES = [
    Case("falling", "80", "40", "60", "decrease",
         "150%",         # 60 / 40
         "67%",          # 40 / 60
         "0%",           # 60 is not above 80
         "50%",          # 20 / 40
         "60, due 60",   # half-way from 80 to 40
         "50%", "no"),   # -20 / -40
    Case("rising", "10", "50", "30", "increase",
         "60%",          # 30 / 50
         "60%",          # 30 / 50
         "50%",          # 20 / 40
         "60%",          # 30 / 50
         "30, due 30",   # half-way from 10 to 50
         "50%", "no"),   # 20 / 40
    Case("falling far", "50", "10", "30", "decrease",
         "300%",         # 30 / 10
         "33%",          # 10 / 30
         "0%",           # 30 is not above 50
         "50%",          # 20 / 40
         "30, due 30",   # half-way from 50 to 10
         "50%", "no"),   # -20 / -40
    Case("worse than the baseline", "50", "10", "60", "decrease",
         "600%",         # 60 / 10
         "17%",          # 10 / 60
         "",             # above its baseline, and falling: not described
         "-25%",         # -10 / 40
         "60, due 30",   # half-way from 50 to 10
         "-25%", "no"),  # 10 / -40
    Case("beyond the target", "0", "100", "130", "increase",
         "130%",         # 130 / 100
         "130%",         # 130 / 100
         "130%",         # 130 / 100
         "130%",         # 130 / 100
         "130, due 50",  # half-way from 0 to 100
         "130%", "yes"), # 130 / 100
    Case("a true zero", "0", "100", "0", "increase",
         "lost",         # 0 is taken for nothing
         "0%",           # 0 / 100
         "0%",           # 0 is not above 0
         "0%",           # 0 / 100
         "0, due 50",    # half-way from 0 to 100
         "0%", "no"),    # 0 / 100
    Case("nothing found", "0", "100", "", "increase",
         "", "", "", "",
         "due 50",       # half-way from 0 to 100
         NO_ACTUAL, ""),
    Case("falling to zero", "5", "0", "2", "decrease",
         "",             # 2 / 0
         "none",         # the target is 0
         "0%",           # 2 is not above 5
         "60%",          # 3 / 5
         "2, due 2.5",   # half-way from 5 to 0
         "60%", "no"),   # -3 / -5
    Case("crossing zero", "-10", "10", "0", "increase",
         "lost",         # 0 is taken for nothing
         "refused",      # the baseline is below 0
         "50%",          # 10 / 20
         "0%",           # 0 / 10
         "0, due 0",     # half-way from -10 to 10
         "50%", "no"),   # 10 / 20
    Case("to be kept as it is", "20", "20", "20", "maintain",
         "100%",         # 20 / 20
         "100%",         # 20 / 20
         "0%",           # the target is the baseline
         "",             # neither above nor below
         "20, due 20",
         SAME_AS_TARGET, "yes"),
    Case("not to fall, and risen", "20", "20", "25", "increase",
         "125%",         # 25 / 20
         "125%",         # 25 / 20
         "0%",           # the target is the baseline
         "",             # neither above nor below
         "25, due 20",
         SAME_AS_TARGET, "yes"),
    Case("not to rise, and risen", "20", "20", "25", "decrease",
         "125%",         # 25 / 20
         "80%",          # 20 / 25
         "0%",           # the target is the baseline
         "",             # neither above nor below
         "25, due 20",
         SAME_AS_TARGET, "no"),
    Case("no baseline", "", "3500", "6077", "increase",
         "174%",         # 6077 / 3500 = 1.7363
         "174%",         # 6077 / 3500 = 1.7363
         "", "", "",
         "not known: there is no baseline to reckon from", "yes"),
    Case("no baseline, from 0 as asked", "", "3500", "6077", "increase",
         "174%",         # 6077 / 3500 = 1.7363
         "174%",         # 6077 / 3500 = 1.7363
         "", "", "",
         "174%", "yes"), # 6077 / 3500 = 1.7363
    Case("something new, counted by period", "n/a", "10", "8", "increase",
         "80%",          # 8 / 10
         "80%",          # 8 / 10
         "", "", "",
         "80%", "no"),   # 8 / 10, new amounts are reckoned from 0
    Case("no target", "10", "", "30", "increase",
         "", "", "", "", "",
         "not known: there is no target", ""),
    Case("not due yet", "10", "50", "", "increase",
         "", "", "", "",
         "due 30",       # half-way from 10 to 50
         "not known: its time has not come", ""),
    Case("target on the wrong side", "10", "50", "30", "decrease",
         "60%",          # 30 / 50
         "167%",         # 50 / 30
         "50%",          # 20 / 40
         "60%",          # 30 / 50
         "30, due 30",   # half-way from 10 to 50
         "not known: the target lies on the wrong side of the baseline for the way that is better", ""),
    Case("into a range", "0", "40 to 60", "30", "range",
         "", "", "", "", "",
         "75%", "no"),   # 30 / 40, to the nearer bound
    Case("percentage", "20", "60", "30 of 60", "increase",
         "83%",          # 50 / 60
         "83%",          # 50 / 60
         "75%",          # 30 / 40
         "83%",          # 50 / 60
         "50, due 40",   # half-way from 20 to 60
         "75%", "no"),   # 30 / 40
    Case("percentage of nothing", "20", "60", "0 of 0", "increase",
         "lost",         # 0 of 0 is made 0, and 0 is taken for nothing
         "",
         "0%",           # a denominator of 0
         "",
         "due 40",       # half-way from 20 to 60
         "not known: a share of zero has no value", ""),
    Case("steps of a scale", "poor", "good", "fair", "increase",
         "", "", "", "", "",
         "50%", "no"),   # one of two steps
    Case("yes or no", "no", "yes", "yes", "increase",
         "", "", "", "", "",
         "100%", "yes"),
    Case("a judgement in words", "weak", "trusted", "trusted by some", "",
         "", "", "", "", "",
         "not known: a judgement in words has no distance to its target", ""),
]  # fmt: skip

NUMBER = re.compile(r"-?\d+$")
SHARE = re.compile(r"(\d+) of (\d+)$")


def number(cell: str) -> Fraction | None:
    """Give the number of a cell; None: it has none."""
    return Fraction(cell) if NUMBER.match(cell) else None


def percent(value: Fraction | None) -> str:
    """Give a part of 1 in whole percent; '' for None. None of them ends on a half."""
    return "" if value is None else f"{round(value * 100)}%"


def short(value: Fraction) -> str:
    """Give a number as people write it."""
    return f"{float(value):g}"


def found(case: Case, of_nothing: Fraction | None) -> Fraction | None:
    """Give what was found, of a share in percent; ``of_nothing`` is what one of zero is made."""
    share = SHARE.match(case.actual)
    if share is None:
        return number(case.actual)
    return Fraction(100 * int(share[1]), int(share[2])) if int(share[2]) else of_nothing


def akvo(case: Case) -> str:
    """Akvo RSR: what was found over the target; a percentage of zero is 0, and a 0 is taken for nothing."""
    actual, target = found(case, Fraction(0)), number(case.target)
    if actual is None or target is None:
        return ""
    if actual == 0:
        return "lost"
    return percent(actual / target if target else None)


def akvo_at_most_100(accomplished: Fraction) -> Fraction:
    """Akvo RSR's accomplishment in percent that should not go beyond 100: the greater of the two is taken."""
    return max(accomplished, Fraction(100))


def tola(case: Case) -> str:
    """TolaData: found over target, for a falling indicator target over found; baselines are not below 0."""
    baseline, target, actual = number(case.baseline), number(case.target), found(case, None)
    if baseline is not None and baseline < 0:
        return "refused"
    if actual is None or target is None:
        return ""
    if target == 0:
        return "none"
    if case.direction == "decrease":
        return percent(target / actual) if actual else "without end"
    return percent(actual / target)


def unicef(case: Case) -> str:
    """UNICEF's portal: 0 up to the baseline, and where the target is the baseline; above it, the part of the way."""
    baseline, target, actual = number(case.baseline), number(case.target), found(case, Fraction(0))
    if baseline is None or target is None or actual is None:
        return ""
    if actual <= baseline or target == baseline:
        return "0%"
    return percent((actual - baseline) / (target - baseline)) if target > baseline else ""


def hikaya(case: Case) -> str:
    """Hikaya, issue 397: for a target above the baseline found over target, below it the part of the way."""
    baseline, target, actual = number(case.baseline), number(case.target), found(case, None)
    if baseline is None or target is None or actual is None or target == baseline:
        return ""
    return percent(actual / target if target > baseline else (baseline - actual) / (baseline - target))


def opsys(case: Case) -> str:
    """OPSYS: the current value beside what the profile wants by now, here half of the way."""
    baseline, target, actual = number(case.baseline), number(case.target), found(case, None)
    if baseline is None or target is None:
        return ""
    due = f"due {short(baseline + (target - baseline) / 2)}"
    return due if actual is None else f"{short(actual)}, {due}"


SYSTEMS: list[tuple[str, Callable[[Case], str]]] = [
    ("akvo", akvo),
    ("tola", tola),
    ("unicef", unicef),
    ("hikaya", hikaya),
    ("opsys", opsys),
]


def measured(case: Case) -> tuple[list[Baseline], list[Target], list[Actual]]:
    """Give the values of a case as they are held here."""
    words = {"ordinal", "boolean", "qualitative"}.intersection({measure(case)})
    if words:
        return [Baseline(stated=case.baseline)], [Target(stated=case.target)], [Actual(stated=case.actual)]
    low, _, high = case.target.partition(" to ")
    share = SHARE.match(case.actual)
    return (
        [Baseline(status="not applicable")] if case.baseline == "n/a" else [Baseline(case.baseline or None)],
        [Target(minimum=low, maximum=high) if high else Target(case.target or None)],
        [Actual(numerator=share[1], denominator=share[2]) if share else Actual(case.actual or None)],
    )


def measure(case: Case) -> str:
    """Give the measure of a case."""
    special = {"steps of a scale": "ordinal", "yes or no": "boolean", "a judgement in words": "qualitative"}
    return special.get(case.name, "percentage" if SHARE.match(case.actual) else "number")


def said(case: Case) -> Progress:
    """Give what is said of a case here."""
    baselines, targets, actuals = measured(case)
    indicator = Indicator(
        measure=measure(case),
        direction=case.direction or None,
        scale=["poor", "fair", "good", "very good"] if measure(case) == "ordinal" else (),
        accumulation="per period" if "by period" in case.name else None,
        baselines=baselines,
        targets=targets,
        periods=Period("2024", actuals=actuals),
    )
    return progress(
        indicator,
        as_of="2024-06-30" if case.name == "not due yet" else None,
        baseline="zero" if "as asked" in case.name else "stated",
    )


def rows_of(page: Path) -> list[tuple[str, ...]]:
    """Give the rows of the tables of a page, cell by cell, the head and rule of the first left out."""
    lines = page.read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table[2:]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_others_print(case: Case) -> None:
    """The formulas of the domain guide, section 3, give what the table says, for each case of its section 6."""
    assert [getattr(case, name) for name, _ in SYSTEMS] == [system(case) for _, system in SYSTEMS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_said_here(case: Case) -> None:
    """Each case of the domain guide, section 6, has its progress or its reason, and whether the target is met."""
    answer = said(case)
    met = "" if answer.met is None else "yes" if answer.met else "no"

    assert (case.ours, case.met) == (str(answer) if answer.value is None else f"{answer:.0%}", met)


def test_a_choice_is_recorded() -> None:
    """What was taken for the baseline stands in the answer."""
    assumed = {case.name: said(case).inputs.assumed for case in CASES}

    assert {
        "no baseline, from 0 as asked": "zero, as asked",
        "something new, counted by period": "zero, as a new amount has no baseline",
    } == {name: words for name, words in assumed.items() if words}


def test_the_greater_is_no_cap() -> None:
    """With the greater of the two, half of the way reads 100, and what should be capped is not."""
    assert Fraction(100) == akvo_at_most_100(Fraction(50))
    assert Fraction(150) == akvo_at_most_100(Fraction(150))


def test_two_formulas_disagree() -> None:
    """Where nothing has changed, Hikaya's formula for a rise reads 10 / 50 = 20 %, the one for a fall 0 / 40 = 0 %."""
    rise, fall = CASES[1]._replace(actual="10"), CASES[2]._replace(actual="50")

    assert ("20%", "0%") == (hikaya(rise), hikaya(fall))
    assert ("0%", "0%") == (f"{said(rise):.0%}", f"{said(fall):.0%}")


def test_a_fall_to_nothing_has_no_end() -> None:
    """TolaData's target over found has no value where a falling indicator has come to 0; here it is 50 / 40 = 125 %."""
    case = CASES[2]._replace(actual="0")

    assert "without end" == tola(case)
    assert "125%" == f"{said(case):.0%}"


def test_the_page_says_so() -> None:
    """The table in the explanation has these rows, in this order, cell by cell."""
    assert [tuple(case) for case in CASES] == rows_of(PAGE)


def told(page: Path) -> dict[str, tuple[str, ...]]:
    """Give the rows of a page's tables that begin with a code: the other cells of each."""
    return {row[0].strip("`"): row[1:] for row in rows_of(page) if re.fullmatch("`[a-z_]+`", row[0])}


def test_every_reason_is_told() -> None:
    """The table in the how-to has every reason, with its sentence, what to do about it and who gives it."""
    rows = told(DOCS / "how-to" / "progress.md")

    assert {code: row[0] for code, row in rows.items()} == SENTENCES
    assert all(row[1] and row[2] for row in rows.values())


def test_every_refusal_is_told() -> None:
    """What to do about the reasons that aggregates alone give stands with them, and the table of all leads there."""
    refusals = told(DOCS / "how-to" / "aggregate.md")
    sent_there = {code for code, row in told(DOCS / "how-to" / "progress.md").items() if "(aggregate.md#" in row[1]}

    assert {code: SENTENCES.get(code) for code in sent_there} == {code: row[0] for code, row in refusals.items()}
    assert all(row[1] for row in refusals.values())


def test_every_disagreement_is_told() -> None:
    """The table of what can be wrong with parts has every code, with its sentence."""
    rows = told(DOCS / "how-to" / "disaggregate.md")

    assert {code: row[0] for code, row in rows.items()} == DISAGREEMENTS
