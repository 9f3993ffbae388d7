"""What single values amount to: exact numbers, or the reason why there is none."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from aidmodel.analysis.figures import (
    SENTENCES,
    Reason,
    Reckoned,
    actual_of,
    figure,
    for_all,
    is_share,
    latest_of,
    no,
    of_nothing,
    one_of_several,
    summed,
    times,
)
from aidmodel.errors import InvalidValue
from aidmodel.model.indicator import Indicator, MeasureType
from aidmodel.model.measurement import Actual, Baseline, ValueStatus
from aidmodel.values.code import Code
from aidmodel.values.quantity import Qualifier

COUNT = Indicator(measure="number")
NEW = Indicator(accumulation="per period")
SUMMED = Indicator(measure="percentage", accumulation="per period")
PERCENT = Indicator(measure="percentage")
RATIO = Indicator(measure="ratio")
STEPS = Indicator(measure="ordinal", scale=("low", "high"))
ANSWER = Indicator(measure="boolean")
ONE = Fraction(1)


# Reasons.


def test_a_reason_is_a_code_and_a_sentence() -> None:
    """The detail follows where there is one."""
    assert "there is no target" == str(Reason("no_target"))
    assert "it is no step of the indicator's scale: great" == str(Reason("not_on_scale", "great"))


def test_each_sentence_can_be_read() -> None:
    """Each is its own, begins in lower case and goes on from a colon; codes are words."""
    assert len(SENTENCES) == len(set(SENTENCES.values()))
    for code, sentence in SENTENCES.items():
        assert code.replace("_", "").isalpha()
        assert code.islower()
        assert sentence[0].islower()
        assert sentence[-1].isalpha()


def test_other_codes_are_refused() -> None:
    """The codes are a closed list."""
    with pytest.raises(InvalidValue) as error:
        Reason("whatever")

    assert f"Reason.code: is no reason, got 'whatever'; one of {', '.join(SENTENCES)}" == str(error.value)


# One value.


@pytest.mark.parametrize("measure", [None, "number", "currency", Code("7", "99"), "percentage", "ratio"])
def test_a_number_is_a_number(measure: Any) -> None:
    """Of whatever measure, also one that is not known or not stated; zero too."""
    for value in (0, -3, "2.50"):
        actual = Actual(value)

        assert Reckoned(Fraction(value), None, (actual,)) == figure(actual, Indicator(measure=measure), "no_actual")


@pytest.mark.parametrize("missing", ["no_actual", "no_baseline", "no_target"])
def test_nothing_stated_is_the_reason_asked_for(missing: str) -> None:
    """A value that is missing, and one of which nothing is said."""
    for value in (Actual(), Actual(status=ValueStatus.MISSING), Actual(comment="later")):
        assert no(missing) == figure(value, COUNT, missing)


@pytest.mark.parametrize(
    ("status", "code"), [("not applicable", "not_applicable"), ("not yet due", "not_due"), ("suppressed", "suppressed")]
)
def test_statuses_are_reasons(status: str, code: str) -> None:
    """What the source says why there is no value."""
    assert no(code) == figure(Actual(status=status), COUNT, "no_actual")


@pytest.mark.parametrize(("indicator", "number"), [(PERCENT, Fraction(200, 3)), (RATIO, Fraction(2, 3)), (COUNT, None)])
def test_two_of_three(indicator: Indicator, number: Fraction | None) -> None:
    """A percentage is 100 * n/d, a ratio n/d, exact; of a count they say nothing."""
    found = figure(Actual(numerator=2, denominator=3), indicator, "no_actual")

    assert number == found.number
    assert (number is not None) is is_share(indicator)
    assert ((2, 3) if number else (None, None)) == (found.numerator, found.denominator)


def test_what_is_behind_a_share_goes_before_what_is_stated() -> None:
    """1/3 is stated as 33; words beside it change nothing either."""
    for actual in (Actual(33, numerator=1, denominator=3), Actual(stated="a third", numerator=1, denominator=3)):
        assert Fraction(100, 3) == figure(actual, PERCENT, "no_actual").number


@pytest.mark.parametrize("actual", [Actual(33, numerator=1), Actual(33, denominator=3), Actual(33)])
def test_one_of_the_two_is_not_enough(actual: Actual) -> None:
    """The stated value counts, and nothing is known behind it."""
    assert Reckoned(Fraction(33), None, (actual,)) == figure(actual, PERCENT, "no_actual")


def test_a_share_of_zero_has_no_value() -> None:
    """Whatever is stated beside it; what is behind it is still known."""
    for over in (0, 5):
        actual = Actual(0, numerator=over, denominator=0)
        expected = no("zero_denominator")._replace(of=(actual,), numerator=Fraction(over), denominator=Fraction(0))

        assert expected == figure(actual, PERCENT, "no_actual")


def test_steps_count_by_their_place() -> None:
    """The lowest is 0."""
    assert [0, 1] == [figure(Actual(stated=each), STEPS, "no_actual").number for each in STEPS.scale]
    assert no("not_on_scale", "'High'") == figure(Actual(stated="High"), STEPS, "no_actual")
    assert no("not_on_scale", "'1'") == figure(Actual(1), STEPS, "no_actual")


@pytest.mark.parametrize(
    ("stated", "number"), [("yes", 1), ("Yes", 1), (" TRUE ", 1), ("no", 0), ("False", 0), ("oui", None), ("1", None)]
)
def test_yes_is_one(stated: str, number: int | None) -> None:
    """No is 0; other words are neither."""
    found = figure(Actual(stated=stated), ANSWER, "no_actual")

    assert number == found.number
    assert (None if number is not None else Reason("not_a_number", repr(stated))) == found.reason


@pytest.mark.parametrize("words", ["30,6", "N/A", "130,000.00", "TBD"])
def test_words_are_no_number(words: str) -> None:
    """They are shown as they stand, and not read as one."""
    assert no("not_a_number", repr(words)) == figure(Actual(stated=words), COUNT, "no_actual")


@pytest.mark.parametrize("measure", [MeasureType.QUALITATIVE, MeasureType.NOMINAL])
def test_judgements_and_names(measure: MeasureType) -> None:
    """Neither words nor numbers are reckoned with, but they are kept; the words may stand in the comment. Nothing is nothing."""
    indicator = Indicator(measure=measure)
    for actual in (Actual(3), Actual(stated="good"), Actual(comment="It is good.")):
        assert Reckoned(None, Reason(measure.name.lower()), (actual,)) == figure(actual, indicator, "no_actual")

    assert no("no_actual") == figure(Actual(), indicator, "no_actual")
    assert no("suppressed") == figure(Actual(status="suppressed"), indicator, "no_actual")


def test_the_qualifier_is_that_of_the_one_value() -> None:
    """Of a sum it is not known."""
    about = Actual(3, qualifier="about")

    assert Qualifier.ABOUT is figure(about, COUNT, "no_actual").qualifier
    assert Reckoned(Fraction(6), None, (about, about)).qualifier is None
    assert no("no_actual").qualifier is None


# Several values.


def test_for_all() -> None:
    """Those of categories or places are not for all."""
    whole = Actual(3)

    assert [whole] == for_all([Actual(1, dimensions={"sex": "female"}), whole, Actual(2, locations="town")])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], no("no_baseline")),
        ([Baseline(1, locations="town")], no("only_parts")),
        ([Baseline(1), Baseline("1.0", date="2020")], Reckoned(ONE, None, (Baseline(1),))),
        ([Baseline(1), Baseline(2)], no("several_baselines", "2 of them")),
        ([Baseline(1), Baseline(stated="one")], no("several_baselines", "2 of them")),
        ([Baseline(1), Baseline()], no("several_baselines", "2 of them")),
        ([Baseline(), Baseline()], no("no_baseline")),
        ([Baseline(1), Baseline(2, locations="town")], Reckoned(ONE, None, (Baseline(1),))),
    ],
)
def test_one_of_several(values: list[Baseline], expected: Reckoned) -> None:
    """Equal ones are one; otherwise nobody says which stands."""
    assert expected == one_of_several(values, COUNT, "no_baseline", "several_baselines")


@pytest.mark.parametrize(
    ("dates", "at"),
    [
        (["2024-01-31", "2024-03-31", "2024-02-29"], 1),
        (["2024", "2025-01-01"], 1),
        (["2024", "2024-06-30"], None),
        (["2024-01-31", "2024-01-31"], None),
        (["2024-01-31", None], None),
        (["2024~", "2026"], None),
        ([None], 0),
    ],
)
def test_the_latest(dates: list[str | None], at: int | None) -> None:
    """The one certainly reported last; one alone needs no date."""
    actuals = [Actual(number, as_of=day) for number, day in enumerate(dates)]

    assert (None if at is None else actuals[at]) is latest_of(actuals)


def test_the_latest_of_none() -> None:
    """Of nothing there is no latest."""
    assert latest_of([]) is None


@pytest.mark.parametrize(
    ("actuals", "number", "code"),
    [
        ([], None, "no_actual"),
        ([Actual(5, dimensions={"sex": "male"})], None, "only_parts"),
        ([Actual(5), Actual(5)], 5, None),
        ([Actual(5), Actual(6)], None, "several_actuals"),
        ([Actual(5, as_of="2024-02-01"), Actual(6, as_of="2024-03-01")], 6, None),
        ([Actual(5, as_of="2024-02-01"), Actual(status="suppressed", as_of="2024-03-01")], None, "suppressed"),
        ([Actual(5), Actual(9, locations="town")], 5, None),
    ],
)
def test_of_one_source(actuals: list[Actual], number: int | None, code: str | None) -> None:
    """A later report takes the place of an earlier one."""
    found = actual_of(actuals, COUNT)

    assert (number, code) == (found.number, found.reason and found.reason.code)


def test_the_latest_of_each_source_is_summed() -> None:
    """Several updates in a period: of A 12, not 10 nor 22; of B 5; 17 in all (RSR)."""
    first, second = Actual(10, source="A", as_of="2024-01-31"), Actual(12, source="A", as_of="2024-06-30")
    other = Actual(5, source="B")

    assert Reckoned(Fraction(17), None, (second, other)) == actual_of([first, other, second], NEW)


def test_a_source_without_a_value_makes_it_incomplete() -> None:
    """What B found is not 0."""
    found = actual_of([Actual(10, source="A"), Actual(source="B")], NEW)

    assert (Fraction(10), False) == (found.number, found.complete)


def test_sources_of_shares() -> None:
    """50/100 and 10/1000 are 60/1100 = 5.45 %, not the mean of 50 % and 1 %, 25.5 %."""
    both = [
        Actual(50, source="A", numerator=50, denominator=100),
        Actual(1, source="B", numerator=10, denominator=1000),
    ]
    percent = evolve(PERCENT, accumulation="per period")
    found = actual_of(both, percent)

    assert (Fraction(6000, 1100), Fraction(60), Fraction(1100)) == (found.number, found.numerator, found.denominator)
    assert Fraction(60, 1100) == actual_of(both, evolve(RATIO, accumulation="per period")).number
    assert no("percentages_do_not_add") == actual_of([Actual(50, source="A"), both[1]], percent)


def test_shares_that_cancel_out() -> None:
    """-1 of -2 and 1 of 2: there is nothing to have a share of."""
    both = [Actual(source="A", numerator=1, denominator=2), Actual(source="B", numerator=-1, denominator=-2)]

    assert (
        Reason("zero_denominator")
        == actual_of([both[0], Actual(source="B", numerator=3, denominator=-2)], SUMMED).reason
    )


@pytest.mark.parametrize("indicator", [STEPS, ANSWER])
def test_steps_and_answers_have_no_sum(indicator: Indicator) -> None:
    """Labels are never added or averaged."""
    words = "low" if indicator is STEPS else "yes"
    both = [Actual(stated=words, source="A"), Actual(stated=words, source="B")]

    assert figure(both[0], indicator, "no_actual") == actual_of(both, indicator)
    assert no("several_actuals", "2 of them") == actual_of(both, evolve(indicator, accumulation="per period"))


def test_two_sources_of_a_rate_do_not_add_up() -> None:
    """40 by one survey and 42 by another are not 82; and where they agree they are one."""
    two = [Actual(40, source="DHS"), Actual(42, source="MICS")]

    assert no("several_actuals", "of 2 sources") == actual_of(two, evolve(COUNT, accumulation="snapshot"))
    assert no("several_actuals", "of 2 sources") == actual_of(two, COUNT)
    assert 40 == actual_of([two[0], Actual(40, source="MICS")], COUNT).number


def test_a_value_without_a_source_may_be_the_sum_of_the_others() -> None:
    """10 in all, 4 of the north and 6 of the south: not 20."""
    actuals = [Actual(10), Actual(4, source="North"), Actual(6, source="South")]

    assert no("several_actuals", "of 3 sources") == actual_of(actuals, NEW)


def test_a_sum_of_nothing_says_why() -> None:
    """The first reason that is more than that nothing was found."""
    assert no("no_actual") == summed([], COUNT)
    assert no("suppressed") == summed([no("no_actual"), no("suppressed"), no("not_due")], COUNT)
    assert no("no_actual") == summed([no("no_actual"), no("no_actual")], COUNT)


def test_a_sum_is_as_complete_as_its_parts() -> None:
    """Of one that is known and one that is not, and of one that is itself incomplete."""
    three = Reckoned(Fraction(3))

    assert Reckoned(Fraction(6)) == summed([three, three], COUNT)
    assert Reckoned(Fraction(3), complete=False) == summed([three, no("no_actual")], COUNT)
    assert Reckoned(Fraction(6), complete=False) == summed([three, three._replace(complete=False)], COUNT)


# Rates, and what is added to them.


DEATHS = Indicator(measure="number", unit="deaths per 1,000 live births")


@pytest.mark.parametrize(
    ("stated", "share", "per"),
    [
        ({"measure": "percentage"}, True, 100),
        ({"measure": "percentage", "unit": "per 1000"}, True, 100),
        ({"measure": "ratio"}, True, 1),
        ({"measure": "ratio", "unit": "students per 10 teachers"}, True, 10),
        ({"measure": "ratio", "unit": "students"}, True, 1),
        ({"measure": "number", "unit": "deaths per 1,000 live births"}, True, 1000),
        ({"measure": "number", "unit": "%"}, True, 100),
        ({"unit": "%"}, True, 100),
        ({"unit": "per 100,000"}, True, 100_000),
        ({"measure": "number", "unit": "deaths"}, False, 1),
        ({"measure": "currency", "unit": "EUR"}, False, 1),
        ({"measure": "number"}, False, 1),
        ({"measure": "ordinal", "unit": "%"}, False, 100),
        ({}, False, 1),
    ],
)
def test_what_is_a_share(stated: dict[str, Any], share: bool, per: int) -> None:
    """By the measure; where that is a number, or not stated, by the unit. A ratio is per one unless its unit says otherwise."""
    indicator = Indicator(**stated)

    assert share is is_share(indicator)
    assert not share or per == times(indicator)


def test_so_many_in_a_thousand() -> None:
    """12 of 400 births are 30 per 1000; stated as 30.5 beside it changes nothing."""
    actual = Actual("30.5", numerator=12, denominator=400)

    assert (Fraction(30), Fraction(12), Fraction(400)) == (
        (found := figure(actual, DEATHS, "no_actual")).number,
        found.numerator,
        found.denominator,
    )
    assert Fraction(61, 2) == figure(Actual("30.5"), DEATHS, "no_actual").number


def test_rates_are_summed_by_what_is_behind_them() -> None:
    """12 of 400 and 6 of 600 are 18 of 1000: 18 per 1000, not 30 + 10, nor 20."""
    both = [figure(Actual(numerator=n, denominator=d), DEATHS, "no_actual") for n, d in ((12, 400), (6, 600))]
    found = summed(both, DEATHS)

    assert (Fraction(18), Fraction(18), Fraction(1000)) == (found.number, found.numerator, found.denominator)
    assert no("percentages_do_not_add") == summed([both[0], figure(Actual(10), DEATHS, "no_actual")], DEATHS)


def test_a_share_of_nothing_adds_nothing() -> None:
    """0 of 0 beside 50 of 100 is 50 %, and nothing is missing; 5 of 0 is a mistake, and alone none of them has a value."""
    none, half, wrong = (
        figure(Actual(numerator=n, denominator=d), PERCENT, "no_actual") for n, d in ((0, 0), (50, 100), (5, 0))
    )
    both = summed([none, half], PERCENT)

    assert (True, False, False) == (of_nothing(none), of_nothing(half), of_nothing(wrong))
    assert (Fraction(50), Fraction(50), Fraction(100), True) == (
        both.number,
        both.numerator,
        both.denominator,
        both.complete,
    )
    assert Reason("zero_denominator") == summed([half, wrong], PERCENT).reason
    assert Reason("zero_denominator") == summed([none, none], PERCENT).reason
    assert Reason("zero_denominator") == summed([none], PERCENT).reason


def test_the_same_words_are_one_value() -> None:
    """Two judgements that differ are several values, though neither has a number."""
    judged = Indicator(measure="qualitative")
    same = [Actual(stated="good"), Actual(stated="good")]

    assert Reckoned(None, Reason("qualitative"), (same[0],)) == actual_of(same, judged)
    assert no("several_actuals", "2 of them") == actual_of([Actual(stated="good"), Actual(stated="bad")], judged)
    assert no("several_actuals", "of 2 sources") == actual_of(
        [Actual(stated="good", source="A"), Actual(stated="bad", source="B")], judged
    )


def test_what_cannot_be_is_not_missing() -> None:
    """A sum that leaves out what is not applicable is whole; one that leaves out what is not known is not."""
    known = figure(Actual(4), COUNT, "no_actual")

    assert (Fraction(4), True) == ((found := summed([known, no("not_applicable")], COUNT)).number, found.complete)
    assert (Fraction(4), False) == ((found := summed([known, no("suppressed")], COUNT)).number, found.complete)
    assert no("not_applicable") == summed([no("not_applicable")], COUNT)
