"""Values by category: tables, what they amount to, and whether they agree with the whole."""

import copy
import pickle
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from aidmodel.analysis.disaggregation import DISAGREEMENTS, Disaggregated, Disagreement, disaggregate, said
from aidmodel.analysis.figures import Reason, Reckoned, no
from aidmodel.errors import InvalidValue, NotFound
from aidmodel.model.indicator import Disaggregation, Indicator, Period
from aidmodel.model.measurement import Actual, Baseline, Target

SEX = Disaggregation("sex", categories=["female", "male"], exclusive=True, exhaustive=True)
AGE = Disaggregation("age", categories=["young", "old"], exclusive=True, exhaustive=True)
NEEDS = Disaggregation("needs", exclusive=False)


def by_sex(whole: Any, *parts: Any, dimension: Disaggregation | None = SEX, **stated: Any) -> Indicator:
    """Make an indicator of one period: what was found in all, then of women, men, and others; None: not stated."""
    names = ("female", "male", "unknown")
    actuals = [
        Actual(part, dimensions={"sex": name}) for name, part in zip(names, parts, strict=False) if part is not None
    ]
    everybody = [] if whole is None else [Actual(whole)]
    declared = [] if dimension is None else [dimension]
    return Indicator(
        **{"measure": "number", **stated},
        disaggregations=declared,
        periods=Period("2024", actuals=[*everybody, *actuals]),
    )


def share(over: int, under: int, **stated: Any) -> Actual:
    """Make an actual of so many out of so many."""
    return Actual(numerator=over, denominator=under, **stated)


def facts(*each: Any) -> tuple[Any, ...]:
    """Give facts together, to compare them at once."""
    return each


def codes(table: Disaggregated) -> list[tuple[str, tuple[str, ...]]]:
    """Give what does not agree, and where."""
    return [(each.code, each.categories) for each in table.disagreements]


def cells(table: Disaggregated) -> dict[tuple[str, ...], Any]:
    """Give the numbers by category."""
    return {cell.categories: cell.figure.number for cell in table.cells}


# What is in the table.


def test_the_parts_in_the_order_declared() -> None:
    """Then as they are stated; values for other dimensions, or for several, are not in it."""
    indicator = Indicator(
        disaggregations=Disaggregation("sex", categories=["female", "male"]),
        periods=Period(
            "2024",
            actuals=[
                Actual(1, dimensions={"sex": "unknown"}),
                Actual(15, dimensions={"sex": "male"}),
                Actual(45, dimensions={"sex": "female"}),
                Actual(9, dimensions={"sex": "female", "age": "young"}),
                Actual(7, dimensions={"sex": "female"}, locations="bogota"),
                Actual(3, dimensions={"age": "young"}),
                Actual(61),
            ],
        ),
    )
    table = disaggregate(indicator, "sex")

    assert [(("female",), 45), (("male",), 15), (("unknown",), 1)] == list(cells(table).items())
    assert (("sex",), 61, indicator) == facts(table.dimensions, table.whole.number, table.indicator)
    assert {("young", "female"): 9} == cells(disaggregate(indicator, "age", "sex"))
    assert {("female", "bogota"): 7} == cells(disaggregate(indicator, "sex", "location"))


def test_the_number_of_a_category() -> None:
    """By its name, or those of each dimension; None is not known; another is not there."""
    table = disaggregate(by_sex(60, 45, Decimal("14.5")), "sex")

    assert (45, Fraction(29, 2)) == facts(table["female"], table[("male",)])
    with pytest.raises(NotFound) as caught:
        table["females"]
    assert "no category by sex 'females'; did you mean 'female' or 'male'?" == str(caught.value)
    suppressed = by_sex(60, 45)
    period = suppressed.periods[0]
    hidden = Actual(status="suppressed", dimensions={"sex": "male"})
    table = disaggregate(evolve(suppressed, periods=evolve(period, actuals=[*period.actuals, hidden])), "sex")
    assert table["male"] is None


def test_each_category_accumulates_by_itself() -> None:
    """New amounts of the women 3 + 5, of the men 2 + (not stated): the sum of the men is not complete, and not 2 + 0."""
    women, men = {"sex": "female"}, {"sex": "male"}
    years = [
        Period("2022", actuals=[Actual(5), Actual(3, dimensions=women), Actual(2, dimensions=men)]),
        Period("2023", actuals=[Actual(9), Actual(5, dimensions=women)]),
    ]
    summed = disaggregate(Indicator(accumulation="per period", periods=years, disaggregations=SEX), "sex")
    latest = disaggregate(Indicator(accumulation="running total", periods=years, disaggregations=SEX), "sex")

    assert ([8, 2], [True, False]) == facts(
        [each.figure.number for each in summed.cells],
        [each.figure.complete for each in summed.cells],
    )
    assert ([5, 2], 9) == facts([each.figure.number for each in latest.cells], latest.whole.number)
    assert (
        "accumulation_not_stated"
        == (disaggregate(Indicator(periods=years), "sex").cells[0].figure.reason or Reason("no_actual")).code
    )


def test_targets_and_baselines_by_category() -> None:
    """akvo-rsr#3719, #4271: targets per disaggregation, of all periods or of one; baselines too."""
    women, men = {"sex": "female"}, {"sex": "male"}
    indicator = Indicator(
        accumulation="per period",
        baselines=[Baseline(4, dimensions=women), Baseline(6, dimensions=men), Baseline(10)],
        periods=[
            Period("2022", targets=[Target(10), Target(7, dimensions=women), Target(3, dimensions=men)]),
            Period("2023", targets=[Target(20), Target(12, dimensions=women), Target(8, dimensions=men)]),
        ],
    )

    assert [19, 11] == list(cells(disaggregate(indicator, "sex", of="target")).values())
    assert [12, 8] == list(cells(disaggregate(indicator, "sex", of="target", period="2023")).values())
    assert [4, 6] == list(cells(disaggregate(indicator, "sex", of="baseline")).values())
    assert [None, None] == list(cells(disaggregate(indicator, "sex")).values())


def test_of_one_period_and_by_a_day() -> None:
    """What was found in 2023 alone; what was known at the end of 2022."""
    women = {"sex": "female"}
    years = [Period(str(year), actuals=Actual(n, dimensions=women)) for year, n in ((2022, 3), (2023, 5))]
    indicator = Indicator(accumulation="per period", periods=years)

    assert 5 == disaggregate(indicator, "sex", period="2023")["female"]
    assert 5 == disaggregate(indicator, "sex", period=-1)["female"]
    assert 3 == disaggregate(indicator, "sex", as_of="2022-12-31")["female"]
    assert 8 == disaggregate(indicator, "sex")["female"]


def test_places_are_a_dimension() -> None:
    """IATI-Schemas#294, #295: several actuals of one period, by place and by category and place."""
    boats = Indicator(
        periods=Period(
            "2024",
            actuals=[
                Actual(12),
                Actual(7, locations="KE"),
                Actual(5, locations="UG"),
                Actual(4, locations="KE", dimensions={"owner": "women"}),
                Actual(3, locations=["KE", "UG"]),
            ],
        )
    )

    assert {("KE",): 7, ("UG",): 5, ("KE and UG",): 3} == cells(disaggregate(boats, "location"))
    assert {("women", "KE"): 4} == cells(disaggregate(boats, "owner", "location"))


def test_a_place_in_two_ways() -> None:
    """A value for a place, and one for a category of that name, are two values for it; in other periods they go on."""
    place, named = Actual(3, locations="KE"), Actual(4, dimensions={"location": "KE"})
    both = Indicator(unit="boat", periods=Period("2024", actuals=[place, named]))
    years = Indicator(
        unit="boat", accumulation="per period", periods=[Period("2023", actuals=place), Period("2024", actuals=named)]
    )

    assert no("several_actuals", "2 of them") == disaggregate(both, "location").cells[0].figure
    assert {("KE",): 7} == cells(disaggregate(years, "location"))


def test_two_values_for_one_category() -> None:
    """Rule A03: duplicates that differ are no value; equal ones are one."""
    twice = Indicator(
        periods=Period(
            "2024",
            actuals=[Actual(n, dimensions={"sex": name}) for n, name in ((4, "f"), (5, "f"), (6, "m"), (6, "m"))],
        )
    )
    table = disaggregate(twice, "sex")

    assert no("several_actuals", "2 of them") == table.cells[0].figure
    assert 6 == table["m"]


# What the parts amount to.


def test_the_total_of_exclusive_parts() -> None:
    """akvo-product-design#186: 45 + 13 = 58; of 60 in all, 2 are in no category."""
    table = disaggregate(by_sex(60, 45, 13), "sex")

    assert (58, True, 2) == facts(table.total.number, table.total.complete, table.rest)


def test_no_total_where_people_may_be_in_several() -> None:
    """IATI/D-Portal#3: what may count some twice is not added, whether it is stated or simply not known."""
    for dimension in (None, NEEDS, Disaggregation("sex"), Disaggregation("sex", exclusive=False)):
        table = disaggregate(by_sex(60, 45, 30, dimension=dimension), "sex")

        assert (no("parts_may_overlap"), None) == (table.total, table.rest)
    assert 75 == disaggregate(by_sex(60, 45, 30, dimension=None), "sex", exclusive=True).total.number


def test_a_part_that_is_withheld_is_not_zero() -> None:
    """45 of the women and a number of men that is not told: 45, not complete, and no rest of 15."""
    hidden = evolve(
        by_sex(60, 45),
        periods=Period(
            "2024",
            actuals=[
                Actual(60),
                Actual(45, dimensions={"sex": "female"}),
                Actual(status="suppressed", dimensions={"sex": "male"}),
            ],
        ),
    )
    table = disaggregate(hidden, "sex")

    assert (45, False, None, None) == facts(table.total.number, table.total.complete, table.rest, table.agrees)
    assert () == table.disagreements


def test_a_category_that_is_not_stated_is_not_zero() -> None:
    """The dimension has men, and nothing is said of them: the parts are not all there."""
    table = disaggregate(by_sex(60, 45), "sex")

    assert (45, False, None) == facts(table.total.number, table.total.complete, table.rest)
    assert () == table.disagreements


def test_the_total_of_shares() -> None:
    """50 of 100 women and 10 of 1000 men are 60 of 1100: 5.45 %, not 51 % nor 25.5 %."""
    actuals = [
        share(50, 100, dimensions={"sex": "female"}),
        share(10, 1000, dimensions={"sex": "male"}),
        share(60, 1100),
    ]
    table = disaggregate(
        Indicator(measure="percentage", disaggregations=SEX, periods=Period("2024", actuals=actuals)), "sex"
    )

    assert (Fraction(6000, 1100), 60, 1100) == facts(table.total.number, table.total.numerator, table.total.denominator)
    assert (None, True, ()) == (table.rest, table.agrees, table.disagreements)


def test_percentages_without_the_numbers_behind_them() -> None:
    """Rule A05, unicef PRP#72: 50 % of the women and 1 % of the men make no percentage of all."""
    table = disaggregate(by_sex(5, 50, 1, measure="percentage"), "sex")

    assert (no("percentages_do_not_add"), None, None) == (table.total, table.rest, table.agrees)
    assert () == table.disagreements


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ({"measure": None}, "measure_not_stated"),
        ({"measure": "99"}, "measure_not_stated"),
        ({"unit": "score"}, "scores_do_not_add"),
        ({"unit": "percentage points"}, "scores_do_not_add"),
    ],
)
def test_numbers_that_have_no_total(stated: dict[str, Any], code: str) -> None:
    """Of what neither measure nor unit is stated nobody knows whether it adds up; values of an index do not."""
    table = disaggregate(by_sex(60, 45, 30, **stated), "sex")

    assert (no(code), None, None, ()) == (table.total, table.rest, table.agrees, table.disagreements)


@pytest.mark.parametrize("measure", ["ordinal", "nominal", "boolean", "qualitative"])
def test_answers_have_no_total(measure: str) -> None:
    """unicef PRP#72: steps of a Likert scale, names, yes and no, judgements."""
    actuals = [Actual(stated="yes", dimensions={"sex": name}) for name in ("female", "male")]
    answers = Indicator(
        measure=measure, scale=["no", "yes"], disaggregations=SEX, periods=Period("2024", actuals=actuals)
    )

    assert no("labels_do_not_add") == disaggregate(answers, "sex").total


# Whether they agree.


@pytest.mark.parametrize(
    ("parts", "agrees", "wrong"),
    [
        ((45, 15), True, None),
        ((45, 13), False, Disagreement("parts_below_whole", (), "58 of 60")),
        ((45, 17), False, Disagreement("parts_above_whole", (), "62 of 60")),
        (("45.5", "14.5"), True, None),
    ],
)
def test_all_of_them_have_to_make_the_whole(parts: tuple[Any, ...], agrees: bool, wrong: Disagreement | None) -> None:
    """Rule A01, toladata/TolaActivity#667: a flag when exclusive and exhaustive categories do not sum to the total."""
    table = disaggregate(by_sex(60, *parts), "sex")

    assert ((wrong,) if wrong else (), agrees) == (table.disagreements, table.agrees)


def test_some_may_be_in_no_category() -> None:
    """Exclusive and not known to be exhaustive: fewer than the whole is no mistake, more is; nor is it known to be right."""
    some = Disaggregation("sex", exclusive=True)
    below, same, above = (disaggregate(by_sex(60, 45, men, dimension=some), "sex") for men in (13, 15, 17))

    assert ((), None) == (below.disagreements, below.agrees)
    assert ((), None) == (same.disagreements, same.agrees)
    assert [("parts_above_whole", ())] == codes(above)


def test_nobody_is_counted_against_those_in_several() -> None:
    """Rule A02: each part is no more than the whole, and that is all that can be asked."""
    both = disaggregate(by_sex(60, 45, 30, dimension=Disaggregation("sex", exclusive=False)), "sex")
    more = disaggregate(by_sex(60, 61, 30, dimension=Disaggregation("sex", exclusive=False)), "sex")

    assert ((), None) == (both.disagreements, both.agrees)
    assert (Disagreement("part_above_whole", ("female",), "61 of 60"),) == more.disagreements
    assert more.agrees is False


def test_a_part_of_a_percentage_may_be_above_it() -> None:
    """70 % of the women where it is 50 % of all; but no more women than people, counted or in all."""
    stated = disaggregate(by_sex(50, 70, 30, dimension=None, measure="percentage"), "sex")
    actuals = [share(70, 1200, dimensions={"sex": "female"}), share(60, 1100)]
    behind = disaggregate(Indicator(measure="percentage", periods=Period("2024", actuals=actuals)), "sex")

    assert () == stated.disagreements
    assert ["70 of 60", "1,200 of 1,100"] == [each.detail for each in behind.disagreements]
    assert {("part_above_whole", ("female",))} == {(each.code, each.categories) for each in behind.disagreements}


def test_one_percentage_is_no_part_of_another() -> None:
    """70 % of the women, and 50 % of all: the 70 are no part of the 50, so nothing is above it and no -20 is left."""
    table = disaggregate(by_sex(50, 70, measure="percentage"), "sex")

    assert ((), None, None) == (table.disagreements, table.rest, table.agrees)


def test_numerators_and_denominators_each_for_themselves() -> None:
    """Rule A01: 60 of 1100 in the parts, 58 of 1150 in the whole: one is above, the other below."""
    actuals = [
        share(50, 100, dimensions={"sex": "female"}),
        share(10, 1000, dimensions={"sex": "male"}),
        share(58, 1150),
    ]
    table = disaggregate(
        Indicator(measure="percentage", disaggregations=SEX, periods=Period("2024", actuals=actuals)), "sex"
    )

    assert (
        Disagreement("parts_above_whole", (), "60 of 58"),
        Disagreement("parts_below_whole", (), "1,100 of 1,150"),
    ) == table.disagreements


def test_categories_that_the_dimension_does_not_have() -> None:
    """Rule A03: "unknown" is one only where it is declared; where none is declared all are."""
    table = disaggregate(by_sex(60, 45, 10, 5), "sex")
    wrong = Disagreement("unknown_category", ("unknown",), "sex has female, male")

    assert (wrong,) == table.disagreements
    assert "unknown: the dimension has no such category: sex has female, male" == str(wrong)
    declared = evolve(SEX, categories=["female", "male", "unknown"])
    assert () == disaggregate(by_sex(60, 45, 10, 5, dimension=declared), "sex").disagreements
    bare = Disaggregation("sex", exclusive=True, exhaustive=True)
    assert () == disaggregate(by_sex(60, 45, 10, 5, dimension=bare), "sex").disagreements


def test_a_whole_that_is_not_stated() -> None:
    """Nothing to agree with; the parts have their sum."""
    table = disaggregate(by_sex(None, 45, 15), "sex")

    assert (no("no_actual"), 60, None, None) == facts(table.whole, table.total.number, table.rest, table.agrees)


def two_years(accumulation: str, before: Sequence[Any], after: Sequence[Any]) -> Indicator:
    """Make an indicator of two years: in each what was found in all, of women, of men."""
    first, last = by_sex(*before).periods[0], by_sex(*after).periods[0]
    return evolve(by_sex(None), unit="people", accumulation=accumulation, periods=[evolve(first, span="2023"), last])


@pytest.mark.parametrize(
    ("accumulation", "before", "after"),
    [
        ("snapshot", (60, 45, 15), (40, None, None)),  # the parts are those of 2023, the whole is that of 2024
        ("snapshot", (60, 50, 10), (70, None, 40)),  # 50 women of 2023 and 40 men of 2024 are no 90 of 70
        ("per period", (None, 45, 15), (40, 30, 10)),  # the whole lacks 2023: 100 of 40
    ],
)
def test_parts_of_other_periods_than_the_whole(accumulation: str, before: Sequence[Any], after: Sequence[Any]) -> None:
    """They cannot be held against each other: it is no fault, and nothing is left over."""
    table = disaggregate(two_years(accumulation, before, after), "sex")

    assert (False, (), None, None) == facts(table.alike, table.disagreements, table.rest, table.agrees)
    assert ("the parts are of other periods than the whole, so they cannot be compared",) == table.notes
    assert table.alike is disaggregate(two_years(accumulation, before, after), "sex", exclusive=False).alike


def test_parts_that_lack_a_period_of_the_whole() -> None:
    """Of new amounts they are no more than it all the same: 45 and 50 of 2023 and 2024 are too many for 85."""
    table = disaggregate(two_years("per period", (45, 45, None), (40, None, 50)), "sex")

    assert (True, [("parts_above_whole", ())]) == facts(table.alike, codes(table))


def test_amounts_below_zero() -> None:
    """10 more and 5 fewer are 5 more: one part may be above the whole then, and some of them may be."""
    assert disaggregate(by_sex(5, 10, -5), "sex").agrees
    assert () == disaggregate(by_sex(5, 10, -5), "sex", exclusive=False).disagreements
    assert () == disaggregate(by_sex(-10, -5, -5), "sex", exclusive=False).disagreements


def test_ranges_by_category() -> None:
    """They are shown; there is no sum that one is in."""
    women = Target(minimum=20, dimensions={"sex": "female"})
    wide, men = Target(minimum="40.5", maximum=60), Target(maximum=20, dimensions={"sex": "male"})
    table = disaggregate(evolve(by_sex(60), targets=[wide, women, men]), "sex", of="target")

    assert ["at least 20", "at most 20", "at least 40.5, at most 60"] == [
        said(each) for each in (*(cell.figure for cell in table.cells), table.whole)
    ]
    assert no("ranges_do_not_add") == table.total


# Crossed.


def crossed(numbers: Mapping[tuple[str, ...], int], *dimensions: Disaggregation) -> Indicator:
    """Make an indicator by sex and age: of one category alone, of two, and of all."""
    names = {"female": "sex", "male": "sex", "young": "age", "old": "age"}
    actuals = [
        Actual(number, dimensions={names[category]: category for category in key}) for key, number in numbers.items()
    ]
    return Indicator(unit="people", disaggregations=dimensions or (SEX, AGE), periods=Period("2024", actuals=actuals))


FOUR: dict[tuple[str, ...], int] = {
    ("female", "young"): 10,
    ("female", "old"): 20,
    ("male", "young"): 5,
    ("male", "old"): 15,
}
MARGINS: dict[tuple[str, ...], int] = {("female",): 30, ("male",): 20, ("young",): 15, ("old",): 35, (): 50}


def test_crossed() -> None:
    """10 + 20 + 5 + 15 = 50; by sex 30 and 20, by age 15 and 35."""
    table = disaggregate(crossed(FOUR | MARGINS), "sex", "age")

    assert FOUR == cells(table)
    assert (50, True, ()) == facts(table.total.number, table.agrees, table.disagreements)
    assert {("female",): 30, ("male",): 20} == cells(table.along("sex"))
    assert {("young",): 15, ("old",): 35} == cells(table.along("age"))
    assert 20 == table["female", "old"]


def test_subtotals() -> None:
    """Along both the other way round it is the table turned; along none it is the sum; the whole stays."""
    table = disaggregate(crossed(FOUR | MARGINS), "sex", "age")
    turned = table.along("age", "sex")

    assert (("age", "sex"), 20) == facts(turned.dimensions, turned["old", "female"])
    assert {(): 50} == cells(table.along())
    assert [50, 50] == [each.whole.number for each in (turned, table.along("sex"))]
    assert 50 == table.along("sex").total.number


def test_margins_have_to_agree() -> None:
    """Rule A03: the cells of the women make 30, and 31 are stated."""
    table = disaggregate(crossed(FOUR | MARGINS | {("female",): 31}), "sex", "age")

    assert (Disagreement("margin", ("female",), "30, stated 31"),) == table.disagreements
    assert "female: the parts of a crossed table do not make the part that is stated: 30, stated 31" == str(
        table.disagreements[0]
    )


def test_margins_of_other_periods() -> None:
    """The women of 2024 are not held against the young and the old women of 2023."""
    one = crossed(FOUR, SEX, AGE)
    women = Actual(12, dimensions={"sex": "female"})
    both = evolve(
        one, accumulation="snapshot", periods=[evolve(one.periods[0], span="2023"), Period("2024", actuals=women)]
    )

    assert [] == codes(disaggregate(both, "sex", "age"))
    assert [("margin", ("female",))] == codes(disaggregate(one.with_actual("2024", women), "sex", "age"))


def test_a_cell_that_is_missing() -> None:
    """Nothing is said of the old women: the subtotals that they are part of are not complete, and no margin is wrong."""
    three = {key: number for key, number in FOUR.items() if key != ("female", "old")}
    table = disaggregate(crossed(three | MARGINS), "sex", "age")
    figures = {cell.categories[0]: cell.figure for cell in table.along("sex").cells}

    assert (10, False) == facts(figures["female"].number, figures["female"].complete)
    assert (20, True) == facts(figures["male"].number, figures["male"].complete)
    assert () == table.disagreements


def test_a_cell_without_a_value() -> None:
    """Withheld, it makes the subtotals incomplete, and no margin is wrong."""
    indicator = crossed({key: number for key, number in (FOUR | MARGINS).items() if key != ("female", "old")})
    period = indicator.periods[0]
    hidden = Actual(status="suppressed", dimensions={"sex": "female", "age": "old"})
    table = disaggregate(evolve(indicator, periods=evolve(period, actuals=[*period.actuals, hidden])), "sex", "age")

    assert [(Fraction(10), False), (Fraction(20), True)] == [
        (cell.figure.number, cell.figure.complete) for cell in table.along("sex").cells
    ]
    assert () == table.disagreements


def test_no_subtotals_where_people_may_be_in_several() -> None:
    """The young may be in several groups of needs: what is along sex would count them twice."""
    table = disaggregate(crossed(FOUR, SEX, Disaggregation("age")), "sex", "age")

    assert table.exclusive is None
    with pytest.raises(InvalidValue) as caught:
        table.along("sex")
    assert (
        "Disaggregated.along.dimensions: may have people in several categories, got 'age'; "
        "state that its categories are exclusive, in the indicator's disaggregations"
    ) == str(caught.value)
    with pytest.raises(NotFound) as missing:
        table.along("ages")
    assert "no dimension of the table 'ages'; did you mean 'age'?" == str(missing.value)
    assert FOUR == cells(table.along("sex", "age"))
    assert ["age"] == [*table.along("age").dimensions]  # nobody is of two sexes, so those can be added
    with pytest.raises(InvalidValue) as twice:
        table.along("sex", "sex")
    assert "Disaggregated.along.dimensions: names a dimension twice, got ('sex', 'sex')" == str(twice.value)


# How it is written, and what is refused.


def test_in_words() -> None:
    """A line for each category, the whole, and what does not agree."""
    table = disaggregate(by_sex(60, 45, "13.5"), "sex")

    assert (
        "by sex\n"
        "female  45\n"
        "male    13.5\n"
        "all     60\n"
        "the parts are less than the whole, though everybody is in one of them: 58.5 of 60"
    ) == str(table)
    assert "<Disaggregated by sex: 2 cells, 1 do not agree>" == repr(table)
    assert "<Disaggregated by sex and age: 4 cells>" == repr(disaggregate(crossed(FOUR), "sex", "age"))
    assert "female, young  10" in str(disaggregate(crossed(FOUR), "sex", "age"))


def test_what_is_said_of_a_number() -> None:
    """As far as it goes, or why there is none."""
    assert ["1,200", "0.333333", "45, incomplete", "not known: there is no target"] == [
        said(Reckoned(Fraction(1200))),
        said(Reckoned(Fraction(1, 3))),
        said(Reckoned(Fraction(45), complete=False)),
        said(no("no_target")),
    ]


def test_each_disagreement_has_its_sentence() -> None:
    """In lower case, without a full stop, each its own."""
    assert len(DISAGREEMENTS) == len(set(DISAGREEMENTS.values()))
    assert all(sentence[0].islower() and sentence[-1].isalpha() for sentence in DISAGREEMENTS.values())


def test_a_table_is_a_value() -> None:
    """Compared, hashed, pickled, copied."""
    table = disaggregate(by_sex(60, 45, 13), "sex")

    assert table == pickle.loads(pickle.dumps(table)) == copy.deepcopy(table)  # noqa: S301
    assert hash(table) == hash(disaggregate(by_sex(60, 45, 13), "sex"))
    assert table != disaggregate(by_sex(60, 45, 15), "sex")


@pytest.mark.parametrize(
    ("asked", "error", "message"),
    [
        ((("gender",), {}), NotFound, "no value of the indicator by 'gender'; did you mean 'sex'?"),
        ((("sex", "age"), {}), NotFound, "no value of the indicator by 'sex and age'; did you mean 'sex'?"),
        (((), {}), InvalidValue, 'dimensions: names no dimension, got (); write disaggregate(indicator, "sex")'),
        (
            (("sex", "sex"), {}),
            InvalidValue,
            "disaggregate.dimensions: names a dimension twice, got ('sex', 'sex')",
        ),
        (
            (("sex",), {"of": "targets"}),
            InvalidValue,
            'disaggregate.of: must be "actual", "target" or "baseline", got \'targets\'',
        ),
        (
            (("sex",), {"as_of": "2024"}),
            InvalidValue,
            (
                "disaggregate.as_of: must be a day, got '2024'; a year holds several: write the one that is meant, "
                "as in 2024-01-01"
            ),
        ),
        (
            (("sex",), {"of": "target", "as_of": "2024-12-31"}),
            InvalidValue,
            "disaggregate.as_of: means nothing here, got '2024-12-31'; only actuals are reported by a day",
        ),
        (
            (("sex",), {"of": "baseline", "period": "2024"}),
            InvalidValue,
            "disaggregate.period: means nothing here, got '2024'; baselines stand outside the periods",
        ),
        (((1,), {}), InvalidValue, "disaggregate.dimensions[0]: must be a string or several of them, got 1"),
        (
            (("sex",), {"exclusive": "yes"}),
            InvalidValue,
            "disaggregate.exclusive: must be True, False or None, got 'yes'",
        ),
        ((("sex",), {"period": "2030"}), NotFound, "no period of the indicator '2030-01-01/2030-12-31'"),
    ],
)
def test_what_cannot_be_asked(asked: Any, error: type[Exception], message: str) -> None:
    """The names that there are stand in the error."""
    names, stated = asked
    with pytest.raises(error) as caught:
        disaggregate(by_sex(60, 45, 13), *names, **stated)

    assert message == str(caught.value)


def test_what_is_no_indicator() -> None:
    """Nor has one without parts any table."""
    wrong: Any = "wells"
    with pytest.raises(InvalidValue) as caught:
        disaggregate(wrong, "sex")
    assert "must be an Indicator, got 'wells'" == str(caught.value)
    with pytest.raises(NotFound) as bare:
        disaggregate(Indicator(periods=Period("2024", actuals=3)), "sex")
    assert "no value of the indicator by 'sex'" == str(bare.value)


def test_a_sum_that_nobody_vouches_for() -> None:
    """45 women and 20 men of 60: where it is not stated that nobody is both, the table says that it was not compared."""
    actuals = [Actual(60), Actual(45, dimensions={"sex": "female"}), Actual(20, dimensions={"sex": "male"})]
    stated = Indicator(measure="number", periods=Period("2024", actuals=actuals))
    note = "the sum is not held against the whole: it is not stated that nobody is in two categories (exclusive=True)"

    assert (note,) == disaggregate(stated, "sex").notes
    assert ("the parts are more than the whole: 65 of 60",) == disaggregate(stated, "sex", exclusive=True).notes
    assert () == disaggregate(stated, "sex", exclusive=False).notes
