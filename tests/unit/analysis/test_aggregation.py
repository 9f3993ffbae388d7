"""Values of several indicators joined into one, and what must not be joined."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from aidmodel.analysis.aggregates import Aggregate
from aidmodel.analysis.aggregation import aggregate
from aidmodel.analysis.figures import Reason
from aidmodel.errors import InvalidValue
from aidmodel.model.indicator import Disaggregation, Indicator, Period
from aidmodel.model.measurement import Actual, Baseline, Target
from aidmodel.rates.table import RateTable
from rate_tables import DAC

SCALE = ("none", "low", "high")
ANNUAL = RateTable(
    DAC, source="OECD DAC", pivot="USD", quoting="units_per_pivot", basis="period average", frequency="year"
)


def site(actual: Any, span: str | None = "2024", **stated: Any) -> Indicator:
    """Make an indicator with one period; None: nothing was found in it."""
    return Indicator(**stated, periods=Period(span, actuals=() if actual is None else actual))


def sites(*actuals: Any, **stated: Any) -> list[Indicator]:
    """Make an indicator for each value."""
    return [site(actual, **stated) for actual in actuals]


def counts(*actuals: Any, **stated: Any) -> list[Indicator]:
    """Make a count of wells for each value."""
    return sites(*actuals, **{"measure": "number", "unit": "well", **stated})


def share(over: int, under: int, **stated: Any) -> Actual:
    """Make an actual of so many out of so many."""
    return Actual(numerator=over, denominator=under, **stated)


def percentages(*shares: tuple[int, int]) -> list[Indicator]:
    """Make a percentage for each pair of numerator and denominator."""
    return sites(*(share(*each) for each in shares), measure="percentage")


def steps(*words: str | None) -> list[Indicator]:
    """Make a step of a scale for each word."""
    return sites(*(word and Actual(stated=word) for word in words), measure="ordinal", scale=SCALE)


def facts(*each: Any) -> tuple[Any, ...]:
    """Give facts together, to compare them at once."""
    return each


def code(found: Aggregate) -> str | None:
    """Give the code of the refusal."""
    return None if found.refused is None else found.refused.code


# Counts.


def test_counts_add_up() -> None:
    """5 + 7 + 0 = 12: zero is a value."""
    found = aggregate(counts(5, 7, 0))

    assert (12, "well", "sum", 3, 3, True) == facts(
        found.value, found.unit, found.method, found.n_used, found.n_expected, found.complete
    )  # fmt: skip


def test_one_alone() -> None:
    """It is its own sum, given as it is or in a list."""
    (well,) = counts("5.5")

    assert aggregate(well) == aggregate([well]) == aggregate(iter([well]))
    assert Fraction(11, 2) == aggregate(well).value


def test_a_missing_value_is_not_zero() -> None:
    """It is left out, whatever it is missing for, and the aggregate is not complete."""
    for missing in (
        None,
        Actual(),
        Actual(status="suppressed"),
        Actual(status="not yet due"),
        Actual(status="missing"),
    ):
        found = aggregate(counts(5, missing))

        assert (5, 1, 2, False) == facts(found.value, found.n_used, found.n_expected, found.complete)


def test_how_many_there_should_be() -> None:
    """Two of the ten sites have said something at all."""
    found = aggregate(counts(5, 7), n_expected=10)

    assert (12, 2, 10, False) == facts(found.value, found.n_used, found.n_expected, found.complete)


def test_nothing_is_known() -> None:
    """The sum of what is missing is not 0."""
    found = aggregate(counts(None, Actual(status="suppressed")))

    assert (None, "no_actual", 0, 2) == (found.value, code(found), found.n_used, found.n_expected)


def test_what_cannot_be_told_refuses_the_whole() -> None:
    """Words in the place of a number are something, and nobody knows how much; the reason names the place."""
    for wrong, reason in (
        (Actual(stated="about ten"), Reason("not_a_number", "[1] 'about ten'")),
        ([Actual(5), Actual(6)], Reason("several_actuals", "[1] 2 of them")),
        ([Actual(5, locations="town")], Reason("only_parts", "[1]")),
    ):
        assert reason == aggregate(counts(5, wrong)).refused


def test_no_indicators() -> None:
    """There is nothing to join, which is not 0."""
    assert (None, "no_indicators", 0) == ((found := aggregate([])).value, code(found), found.n_expected)


@pytest.mark.parametrize(
    ("how", "value"),
    [("mean", Fraction(17, 3)), ("max", 9), ("min", 1), ("sum", 17), (None, 17)],
)
def test_by_name(how: Any, value: Any) -> None:
    """1, 7 and 9: the mean is 17/3, exact; the greatest and the least of peaks."""
    found = aggregate(counts(7, 1, 9), how)

    assert (value, how or "sum") == (found.value, found.method)


def test_a_weighted_mean() -> None:
    """(1 * 10 + 3 * 20) / 4 = 17.5; what has no value has no weight; a weight of 0 counts for nothing."""
    assert Fraction(35, 2) == aggregate(counts(10, 20), weights=[1, 3]).value
    assert Fraction(35, 2) == aggregate(counts(10, 20), "weighted mean", weights=[Fraction(1, 3), "1"]).value
    assert (20, False) == facts((found := aggregate(counts(None, 20), weights=[1, 3])).value, found.complete)
    assert (20, True) == facts((found := aggregate(counts(10, 20), weights=[0, 3])).value, found.complete)
    assert Reason("no_weights", "they sum to 0") == aggregate(counts(10, 20), weights=[0, 0]).refused
    assert Reason("no_weights") == aggregate(counts(10, 20), "weighted mean").refused


def test_the_latest() -> None:
    """That of the period that ends last; of two that end together only if they agree; without dates it cannot be said."""
    old, new, same = (
        site(n, span, unit="well") for n, span in ((5, "2022"), (7, "2024-Q1"), (8, "2024-01-31/2024-03-31"))
    )

    assert 7 == aggregate([new, old], "latest").value
    assert Reason("several_latest", "2024-03-31") == aggregate([old, new, same], "latest").refused
    assert 7 == aggregate([old, new, new], "latest").value
    assert Reason("undated_periods") == aggregate([old, site(3, None, unit="well")], "latest").refused
    assert 3 == aggregate(site(3, None, unit="well"), "latest").value
    assert 5 == aggregate([new, old], "latest", as_of="2023-12-31").value


# Shares.


def test_percentages_by_what_is_behind_them() -> None:
    """akvo-rsr#2446, akvo-product-design#187: 50/100 and 10/1000 are 60/1100 = 5.45 %."""
    found = aggregate(percentages((50, 100), (10, 1000)))

    assert (Fraction(6000, 1100), "%", "ratio") == (found.value, found.unit, found.method)
    assert (60, 1100) == facts(found.numerator, found.denominator)
    assert "5.45" == f"{found:.2f}"


def test_the_mean_of_percentages_has_to_be_asked_for() -> None:
    """That of 50 % and 1 % is 25.5 %, and says what it is; weighted by 100 and 1000 it is 60/1100."""
    stated = sites(50, 1, measure="percentage")

    assert (Fraction(51, 2), "mean") == ((found := aggregate(stated, "mean")).value, found.method)
    assert Fraction(6000, 1100) == aggregate(stated, weights=[100, 1000]).value
    assert 50 == aggregate(stated, "max").value


def test_percentages_without_denominators_are_refused() -> None:
    """No sum, and no mean that nobody asked for; one that has none is enough."""
    assert Reason("no_weights", "2 of 2") == aggregate(sites(50, 1, measure="percentage")).refused
    assert Reason("no_weights", "1 of 2") == aggregate([*percentages((50, 100)), site(1, measure="percentage")]).refused
    assert Reason("percentages_do_not_add") == aggregate(percentages((50, 100), (10, 1000)), "sum").refused
    assert Reason("percentages_do_not_add") == aggregate(sites(50, 1, unit="%"), "sum").refused
    assert Reason("labels_do_not_add") == aggregate(steps("low", "high"), "sum").refused


def test_one_percentage_needs_none() -> None:
    """Beside one that is missing it stands, and the aggregate is not complete."""
    found = aggregate(sites(50, None, measure="percentage"))

    assert (50, None, False) == facts(found.value, found.denominator, found.complete)


def test_a_share_of_none_adds_nothing() -> None:
    """0 of 0 births is no gap: 12 of 400 beside it is 3 %. 5 of 0 is a mistake."""
    none = aggregate(percentages((12, 400), (0, 0)))

    assert (3, 12, 400, True) == facts(none.value, none.numerator, none.denominator, none.complete)
    assert Reason("zero_denominator", "[1]") == aggregate(percentages((12, 400), (5, 0))).refused
    assert "zero_denominator" == code(aggregate(percentages((0, 0), (0, 0))))


def test_ratios_and_rates() -> None:
    """12 of 400 and 6 of 600 are 18 per 1000, as a ratio 0.018; rates of other things, or of other numbers, are refused."""
    both = (share(12, 400), share(6, 600))
    rate = aggregate(sites(*both, measure="number", unit="deaths per 1,000 live births"))

    assert (18, "deaths per 1,000 live births", "ratio") == facts(rate.value, rate.unit, rate.method)
    assert Fraction(18, 1000) == aggregate(sites(*both, measure="ratio")).value
    assert "mixed_units" == code(
        aggregate([site(both[0], unit="deaths per 1,000 live births"), site(both[1], unit="deaths per 1,000 people")])
    )
    assert "mixed_units" == code(aggregate([site(both[0], unit="per 1,000"), site(both[1], unit="per 100,000")]))
    assert "mixed_units" == code(aggregate([site(both[0], unit="per 1,000"), site(both[1], unit="%")]))
    assert Reason("not_a_share") == aggregate(counts(1, 2), "ratio").refused


# What cannot be added.


def test_steps_and_answers_are_counted() -> None:
    """unicef PRP#72: how many said what, in the order of the scale, those that nobody said too; no mean of labels."""
    found = aggregate(steps("high", "low", "high", None))

    assert (None, None, (("none", 0), ("low", 1), ("high", 2))) == (found.value, found.refused, found.counts)
    assert ("count", 3, 4, False) == (found.method, found.n_used, found.n_expected, found.complete)
    for how in ("sum", "mean", "weighted mean"):
        asked: Any = how
        assert Reason("labels_do_not_add") == aggregate(steps("high", "low"), asked).refused


def test_yes_and_no_are_counted() -> None:
    """In words or as 1 and 0; other words are neither."""
    answers = sites(Actual(stated="Yes"), 0, Actual(stated="no"), Actual(stated="TRUE"), None, measure="boolean")

    assert (("yes", 2), ("no", 2)) == aggregate(answers).counts
    assert Reason("not_a_number", "[0] 'maybe'") == aggregate(sites(Actual(stated="maybe"), measure="boolean")).refused


def test_names_are_counted() -> None:
    """In the order they come, or that of the list of names; a comment alone names nothing."""
    named = sites(Actual(stated="river"), Actual(stated="well"), Actual(stated="river"), measure="nominal")

    assert (("river", 2), ("well", 1)) == aggregate(named).counts
    assert (("well", 1), ("tap", 0), ("river", 2)) == aggregate(
        [evolve(each, scale=["well", "tap", "river"]) for each in named]
    ).counts
    said = aggregate([*named, site(Actual(comment="A spring"), measure="nominal")])
    assert "None" not in dict(said.counts)


def test_steps_of_a_scale_that_is_not_stated_are_counted() -> None:
    """IATI has no place for a scale: the words are counted as they come, and have no highest."""
    told = sites(Actual(stated="high"), Actual(stated="low"), Actual(stated="high"), measure="ordinal")

    assert (("high", 2), ("low", 1)) == aggregate(told).counts
    assert Reason("not_a_number", "[0] 'high'") == aggregate(told, "max").refused


def test_names_of_several_periods() -> None:
    """Which of them stands has to be stated: then the last does."""
    spans = [Period("2023", actuals=Actual(stated="river")), Period("2024", actuals=Actual(stated="well"))]
    named = Indicator(measure="nominal", periods=spans)

    assert Reason("accumulation_not_stated", "[0]") == aggregate(named).refused
    assert (("well", 1),) == aggregate(evolve(named, accumulation="snapshot")).counts


def test_yes_is_one_and_no_is_zero() -> None:
    """5 is neither; the latest answer is given in words."""
    assert (
        Reason("not_on_scale", "[1] 5, where yes is 1 and no is 0") == aggregate(sites(1, 5, measure="boolean")).refused
    )
    assert "yes, latest of 1 of 1" == str(aggregate(sites(Actual(stated="Yes"), measure="boolean"), "latest"))


def test_the_highest_step() -> None:
    """By the order of the scale, not of the words; a step that is not on it is no step."""
    assert ("high", "none") == (
        aggregate(steps("high", "low", "none"), "max").category,
        aggregate(steps("high", "low", "none"), "min").category,
    )
    assert "not_on_scale" == code(aggregate(steps("high", "great")))
    assert "not_on_scale" == code(aggregate(steps("high", "great"), "max"))


def test_judgements_are_not_joined() -> None:
    """In whatever way."""
    judged = sites(Actual(stated="good"), Actual(comment="It is good."), measure="qualitative")

    for how in (None, "count", "sum", "mean", "latest"):
        asked: Any = how
        assert aggregate(judged, asked).refused is not None
        assert aggregate(judged, asked).value is None
    assert Reason("labels_do_not_add") == aggregate(judged).refused


def test_scores_do_not_add_up() -> None:
    """An index of 0.6 and one of 0.8 are not 1.4; their mean is 0.7 for who asks for it."""
    scores = sites("0.6", "0.8", measure="number", unit="index")

    assert Reason("scores_do_not_add") == aggregate(scores).refused
    assert Reason("scores_do_not_add") == aggregate(scores, "sum").refused
    assert Fraction(7, 10) == aggregate(scores, "mean").value
    assert Reason("scores_do_not_add") == aggregate(sites(5, 6, unit="percentage points")).refused


def test_quotients_add_up_only_when_it_is_said() -> None:
    """2 and 3 tonnes per hectare are no 5 of anything; 2 and 3 m3 per day are 5. Weighed by hectares, 2 of 1 and 3 of 3 are 11/4."""
    yields = sites(2, 3, measure="number", unit="tonnes per hectare")

    assert Reason("quotients_may_not_add") == aggregate(yields).refused
    assert Fraction(11, 4) == aggregate(yields, weights=[1, 3]).value
    assert 5 == aggregate(sites(2, 3, measure="number", unit="m3 per day"), "sum").value
    assert "no_weights" == code(aggregate(sites(40, 50, measure="number", unit="% of households")))


def test_what_nothing_is_stated_of() -> None:
    """Neither measure nor unit: whether it adds up is for others to say."""
    bare = sites(5, 7)

    assert Reason("measure_not_stated") == aggregate(bare).refused
    assert (12, None) == facts((found := aggregate(bare, "sum")).value, found.unit)
    assert Reason("not_categories") == aggregate(counts(5, 7), "count").refused


def test_what_the_publisher_does_not_want_joined() -> None:
    """IATI aggregation-status 0 is refused, whatever the way."""
    mixed = [*counts(5), *counts(7, title="Wells in the hills", aggregation_status=False)]

    for how in (None, "mean", "max"):
        asked: Any = how
        assert Reason("not_aggregatable", "[1] Wells in the hills") == aggregate(mixed, asked).refused
    assert 12 == aggregate(counts(5, 7, aggregation_status=True)).value


def test_other_measures_accumulations_and_scales() -> None:
    """Each for itself means something, together nothing."""
    stocks, flows = counts(5, accumulation="snapshot"), counts(7, accumulation="per period")

    assert Reason("mixed_measures", "counts, shares") == aggregate([*counts(5), *percentages((1, 2))]).refused
    assert Reason("mixed_accumulations", "snapshot, per period") == aggregate([*stocks, *flows]).refused
    assert Reason("mixed_accumulations", "snapshot, not stated") == aggregate([*stocks, *counts(7)]).refused
    other = site(Actual(stated="low"), measure="ordinal", scale=["low", "high"])
    assert Reason("mixed_scales", "2 of them") == aggregate([*steps("low"), other]).refused


# Over time.


def years(accumulation: str, *actuals: Any, **stated: Any) -> Indicator:
    """Make a count of wells of the years from 2022 on."""
    periods = [Period(str(2022 + at), actuals=() if each is None else each) for at, each in enumerate(actuals)]
    return Indicator(measure="number", unit="well", accumulation=accumulation, periods=periods, **stated)


@pytest.mark.parametrize(
    ("accumulation", "value"), [("per period", 30), ("running sum", 30), ("running total", 16), ("snapshot", 16)]
)
def test_each_by_its_accumulation(accumulation: str, value: int) -> None:
    """Of 5 and 7 and of 9 and 9: new amounts are 12 + 18, totals and stocks 7 + 9."""
    assert value == aggregate([years(accumulation, 5, 7), years(accumulation, 9, 9)]).value


def test_running_totals_are_not_summed_over_time() -> None:
    """akvo-rsr#2497, #5211, #5239: 10 and then 12 at one site, 5 and then 6 at another are 18, not 33."""
    assert 18 == aggregate([years("running total", 10, 12), years("running total", 5, 6)]).value


def test_an_aggregate_does_not_fall_for_want_of_a_report() -> None:
    """akvo-rsr#5212: the second site is silent in 2023; the total is 12 + 5, incomplete, and not 12."""
    found = aggregate([years("running total", 10, 12), years("running total", 5, None)])

    assert (17, 2, False) == facts(found.value, found.n_used, found.complete)


def test_a_late_correction() -> None:
    """3 of 2022 corrected to 4 in 2025: what is summed grows by 1, what holds what was before stays."""
    corrected = [Actual(3, as_of="2023-01-31"), Actual(4, as_of="2025-01-31")]

    for accumulation, before, after in (("running sum", 8, 9), ("per period", 8, 9), ("running total", 5, 5)):
        assert before == aggregate(years(accumulation, corrected[0], 5)).value
        assert after == aggregate(years(accumulation, corrected, 5)).value
        assert before == aggregate(years(accumulation, corrected, 5), as_of="2024-12-31").value


def test_several_updates_of_one_period() -> None:
    """Of each source the latest, then the sum: 12 of A, not 10 nor 22, and 5 of B; with the other site's 4 it is 21."""
    updates = [
        Actual(10, source="A", as_of="2022-03-31"),
        Actual(12, source="A", as_of="2022-12-31"),
        Actual(5, source="B"),
    ]

    assert 21 == aggregate([years("per period", updates), years("per period", 4)]).value


def test_overlapping_periods_are_refused() -> None:
    """Closed intervals: a day in common is enough; days that follow each other are no overlap."""
    spans = {"2022-01-01/2022-12-31": 3, "2022-12-31/2023-12-31": 4}
    crossing = Indicator(
        measure="number", accumulation="per period", periods=[Period(span, actuals=n) for span, n in spans.items()]
    )
    found = aggregate([crossing, years("per period", 3)])

    assert (
        Reason("overlapping_periods", "[0] 2022-12-31/2023-12-31 and 2022-01-01/2022-12-31")
        == aggregate([evolve(crossing, unit="well"), years("per period", 3)]).refused
    )
    assert "mixed_units" == code(found)
    assert 7 == aggregate(years("per period", 3, 4)).value


def test_several_periods_and_no_word_on_them() -> None:
    """How they belong together is not guessed, also where another site has one only."""
    unknown = Indicator(unit="well", periods=[Period("2022", actuals=3), Period("2023", actuals=4)])

    assert Reason("accumulation_not_stated", "[1] 2 periods") == aggregate([site(5, unit="well"), unknown]).refused
    assert 9 == aggregate([site(5, "2023", unit="well"), unknown], period="2023").value


def test_of_one_period() -> None:
    """Of those that have it; the others are left out."""
    found = aggregate([years("per period", 3, 4), years("per period", 5)], period="2023")

    assert (4, 1, 2) == facts(found.value, found.n_used, found.n_expected)
    assert 8 == aggregate([years("per period", 3, 4), years("per period", 5)], period="2022").value
    assert 9 == aggregate([years("per period", 3, 4), years("per period", 5)], period=-1).value


def test_a_period_that_is_there_twice() -> None:
    """Which of them is meant cannot be told: that is a fact of the data, and no error of who asks."""
    twice = Indicator(unit="well", periods=[Period("2023", actuals=3), Period("2023", actuals=4)])
    found = aggregate([site(5, "2023", unit="well"), twice], period="2023")

    assert (None, True) == (found.value, found.refused is not None)


def test_a_target_of_a_period_that_is_not_there() -> None:
    """It is the target that is missing."""
    assert Reason("no_target", "no period of the indicator '2023-01-01/2023-12-31'") == (
        aggregate(site(5, unit="well"), of="target", period="2023").refused
    )


def test_days_that_no_period_covers() -> None:
    """What happened in 2023 is not in the sum of 2022 and 2024; by the end of 2022 nothing is missing."""
    holes = Indicator(
        unit="well", accumulation="per period", periods=[Period("2022", actuals=3), Period("2024", actuals=4)]
    )

    assert (7, False) == facts((found := aggregate(holes)).value, found.complete)
    assert (3, True) == facts((found := aggregate(holes, as_of="2022-12-31")).value, found.complete)
    assert aggregate(holes, period="2024").complete
    assert aggregate(evolve(holes, accumulation="snapshot")).complete


def test_only_what_has_ended() -> None:
    """iatipublisher#1492: a future period without an actual is no gap by a day; before anything has ended nothing is due."""
    planned = Indicator(
        unit="well", accumulation="per period", periods=[Period("2022", actuals=3), Period("2030", targets=5)]
    )

    assert (3, True) == facts((found := aggregate(planned, as_of="2024-01-01")).value, found.complete)
    assert (3, False) == facts((found := aggregate(planned)).value, found.complete)
    assert "not_due" == code(aggregate(planned, as_of="2021-01-01"))


def test_targets_and_baselines() -> None:
    """As the accumulation says, too: 10 + 20 at one site, 5 at the other; akvo-rsr#2830: a target of 0 is one."""
    one = Indicator(
        unit="well",
        accumulation="per period",
        baselines=2,
        periods=[Period("2022", targets=10), Period("2023", targets=20)],
    )
    other = Indicator(unit="well", accumulation="per period", baselines=Baseline(0), targets=5)
    none = Indicator(unit="well", accumulation="per period", targets=0)

    assert (35, 2) == facts((found := aggregate([one, other], of="target")).value, found.n_used)
    assert (2, True) == facts((found := aggregate([one, other], of="baseline")).value, found.complete)
    assert (0, True) == facts((found := aggregate(none, of="target")).value, found.complete)
    assert "no_target" == code(aggregate(Indicator(unit="well"), of="target"))


def test_targets_that_are_ranges() -> None:
    """A range has no number to add: nothing is left out of the sum in silence."""
    ranged = Indicator(unit="well", targets=Target(minimum=5, maximum=9))

    assert (
        Reason("ranges_do_not_add", "[1]")
        == aggregate([Indicator(unit="well", targets=10), ranged], of="target").refused
    )
    assert "ranges_do_not_add" == code(aggregate(ranged, of="target"))


# Units and money.


def test_compatible_units_are_converted() -> None:
    """3 km2 are 300 ha; the unit is that of the first, or the one asked for; what is not the same is refused."""
    land = [site(120, unit="hectare"), site(3, unit="km2")]

    assert (420, "hectare") == facts((found := aggregate(land)).value, found.unit)
    assert (Fraction(42, 10), "km2") == ((found := aggregate(land, unit="km2")).value, found.unit)
    assert (Fraction(42, 10), "km2") == ((found := aggregate(land[::-1])).value, found.unit)
    assert (
        Reason("mixed_units", "people, and households of [1]")
        == aggregate([site(5, unit="people"), site(5, unit="households")]).refused
    )
    assert (
        Reason("mixed_units", "people, and not stated of [1]")
        == aggregate([site(5, unit="people"), site(5, measure="number")]).refused
    )
    assert Reason("mixed_units", "people, and hectare of [0]") == aggregate(land, unit="people").refused
    assert 12 == aggregate([site(5, unit="people"), site(7, unit="persons")]).value


def test_months_and_days_differ() -> None:
    """A week has seven days, and no month has so many."""
    assert Fraction(15, 7) == aggregate([site(1, unit="weeks"), site(8, unit="days")]).value
    assert "mixed_units" == code(aggregate([site(1, unit="months"), site(8, unit="days")]))


def test_money_of_one_currency() -> None:
    """Added as it is."""
    found = aggregate(sites("100.10", "200.20", measure="currency", unit="CAD"))

    assert (Fraction(3003, 10), "CAD", "sum") == (found.value, found.unit, found.method)


def test_money_is_converted_at_given_rates() -> None:
    """1296.1 CAD at 1.2961 for a dollar are 1000 USD, with 500 USD 1500; each conversion carries its rate."""
    money = [site(500, measure="currency", unit="USD"), site("1296.1", measure="currency", unit="CAD")]
    found = aggregate(money, unit="USD", rates=ANNUAL, on="2018")

    assert (1500, "USD", 1000) == facts(found.value, found.unit, found.members[1].value)
    assert ("", "1,296.1 CAD at 1 CAD = 0.7715454054 USD") == (found.members[0].note, found.members[1].note)
    assert (
        Fraction("0.7497")
        == aggregate(site(1, measure="currency", unit="USD"), unit="GBP", rates=ANNUAL, on="2018").value
    )


def test_money_without_a_rate_is_not_added() -> None:
    """No currency is guessed, no rate either, nor another year's."""
    money = [site(500, measure="currency", unit="USD"), site("1296.1", measure="currency", unit="CAD")]

    assert Reason("mixed_units", "USD, CAD") == aggregate(money).refused
    assert Reason("no_rates", "CAD to USD: state rates= and on=") == aggregate(money, unit="USD").refused
    assert "no_rates" == code(aggregate(money, unit="USD", rates=ANNUAL))
    assert "no_rates" == code(aggregate(money, unit="USD", rates=ANNUAL, on="2019"))
    assert Reason("mixed_units", "USD, not stated") == aggregate([money[0], site(5, measure="currency")]).refused


def test_words_for_a_currency_are_none() -> None:
    """A publisher may write "dollars", and nobody knows which; that is no error of who asks."""
    found = aggregate(sites(5, 6, measure="currency", unit="dollars"))

    assert (None, "mixed_units") == (found.value, code(found))


# Definition and use.


def test_uses_of_one_definition() -> None:
    """Rule N17: those that measure something else are refused, with the fields that differ."""
    standard = Indicator(id="STD", measure="number", unit="well", direction="increase", accumulation="snapshot")
    uses = [standard.used(str(n), periods=Period("2024", actuals=n)) for n in (5, 7)]

    assert 12 == aggregate(uses, parent=standard).value
    assert (
        Reason("differs_from_parent", "[1] Wells: direction decrease instead of increase")
        == aggregate([uses[0], evolve(uses[1], title="Wells", direction="decrease")], parent=standard).refused
    )


def test_uses_of_another_definition() -> None:
    """What measures the same may still be another thing; who names no parent is judged by the fields."""
    standard = Indicator(id="STD", measure="number", unit="well")
    stranger = site(5, parent="OTHER", title="Wells", measure="number", unit="well")

    assert Reason("differs_from_parent", "[0] Wells: a use of 'OTHER', not of 'STD'") == (
        aggregate(stranger, parent=standard).refused
    )
    assert 5 == aggregate(evolve(stranger, parent=None), parent=standard).value


# What to look at.


def test_counts_of_which_no_unit_is_stated() -> None:
    """IATI has none: 438 localities and 105,364 people are no 105,802 of anything; it is refused, or there is a doubt to read."""
    found = aggregate([site(438, title="Localities", measure="number"), site(105364, title="People", measure="number")])

    assert found.refused is not None or found.doubts


def test_people_may_be_counted_twice() -> None:
    """IATI/D-Portal#3: flagged, not hidden and not refused; not where there is one, nor of other things, nor of the greatest."""
    people = aggregate(sites(5, 7, unit="people"))

    assert (12, ("the same people may be counted by several of the 2",)) == facts(people.value, people.doubts)
    assert ("the same people may be counted by several of the 2",) == aggregate(
        sites(5, 7, unit="women farmers")
    ).doubts
    assert () == aggregate(sites(5, unit="people")).doubts == aggregate(counts(5, 7)).doubts
    assert () == aggregate(sites(5, 7, unit="people"), "max").doubts


def test_the_doubts_of_parts_stay() -> None:
    """An aggregate of two sites, alone or beside one that reports nothing, is still of two."""
    people = aggregate(sites(5, 7, unit="people"))

    assert people.doubts == aggregate(people).doubts == aggregate([people, *sites(None, unit="people")]).doubts


def test_moments_of_different_dates() -> None:
    """5 centres in 2015 and 7 in 2024 were at no time 12; new amounts of different years are."""
    centres = [site(n, span, unit="centre", accumulation="snapshot") for n, span in ((5, "2015"), (7, "2024"))]
    doubt = "the values are of different dates, from 2015-12-31 to 2024-12-31"

    assert (12, (doubt,)) == facts((found := aggregate(centres)).value, found.doubts)
    assert (doubt,) == aggregate([aggregate(centres[:1]), centres[1]]).doubts
    assert () == aggregate([evolve(each, accumulation="per period") for each in centres]).doubts
    assert () == aggregate(centres, "max").doubts == aggregate(centres, period=0).doubts


def test_numbers_that_are_not_exact() -> None:
    """Over 5 and 7 are not 12: it is said of what kind the numbers are."""
    assert ("some of the numbers are not exact: about, over",) == aggregate(
        counts(Actual(5, qualifier="over"), Actual(7, qualifier="about"), Actual(1, qualifier="exact"), 2)
    ).doubts


# Aggregates of aggregates.


def test_parts_then_wholes() -> None:
    """The sum of two districts of two sites each is that of the four; they are all counted."""
    north, south = aggregate(counts(1, 2)), aggregate(counts(3, None))
    found = aggregate([north, south])

    assert (6, 3, 4, False) == facts(found.value, found.n_used, found.n_expected, found.complete)
    assert 10 == aggregate([north, *counts(7)]).value


def test_shares_then_shares_of_all() -> None:
    """60 of 1100 and 40 of 100 are 100 of 1200, not the mean of 5.45 % and 40 %."""
    found = aggregate([aggregate(percentages((50, 100), (10, 1000))), *percentages((40, 100))])

    assert (Fraction(10000, 1200), 100, 1200, 3) == facts(found.value, found.numerator, found.denominator, found.n_used)


def test_means_then_means() -> None:
    """(1 + 2 + 6) / 3 = 3, not the mean of 1.5 and 6; weights go along."""
    assert 3 == aggregate([aggregate(counts(1, 2), "mean"), aggregate(counts(6), "mean")], "mean").value
    weighed = aggregate([aggregate(counts(10, 20), weights=[1, 3]), aggregate(counts(50), weights=[4])])
    assert Fraction(10 + 60 + 200, 8) == weighed.value


def test_counts_then_counts() -> None:
    """Categories are added one by one."""
    assert (("none", 1), ("low", 2), ("high", 1)) == aggregate(
        [aggregate(steps("low", "none")), aggregate(steps("high", "low"))]
    ).counts


def test_the_greatest_of_the_greatest() -> None:
    """And the unit of an aggregate is its own: 420 ha and 5 km2 are 920 ha."""
    assert 9 == aggregate([aggregate(counts(1, 9), "max"), aggregate(counts(5), "max")], "max").value
    land = aggregate([site(120, unit="hectare"), site(3, unit="km2")], unit="km2")
    assert (Fraction(92, 10), "km2") == ((found := aggregate([land, site(500, unit="ha")])).value, found.unit)


def test_what_is_of_other_questions_is_not_joined() -> None:
    """7 found and 100 aimed at are no 107, nor is what was found in two periods that of one; one question stays."""
    wells = Indicator(unit="well", periods=Period("2024", targets=100, actuals=7))
    aims, found = aggregate(wells, of="target"), aggregate(wells, period="2024")

    assert Reason("mixed_methods", "targets, actuals") == aggregate([aims, wells]).refused
    assert Reason("mixed_methods", "actuals of period 2024-01-01/2024-12-31, actuals as of 2024-12-31") == (
        aggregate(found, as_of="2024-12-31").refused
    )
    assert (200, "targets") == facts((both := aggregate([aims, aims])).value, str(both.asked))
    assert 14 == aggregate([found, wells], period="2024").value


def test_an_aggregate_of_nothing_is_not_joined() -> None:
    """Of what it is cannot be told."""
    assert Reason("no_indicators", "[1]") == aggregate([*counts(5), aggregate([])]).refused


def test_what_was_made_in_different_ways_is_not_joined() -> None:
    """A mean and a sum have no sum; nor has what was refused."""
    assert (
        Reason("mixed_methods", "mean, sum")
        == aggregate([aggregate(counts(1, 2)), aggregate(counts(3), "mean")]).refused
    )
    refused = aggregate([site(5, unit="people"), site(5, unit="households")])
    assert "mixed_units" == code(aggregate([refused, site(7, unit="people")]))
    assert "not_on_scale" == code(aggregate([aggregate(steps("great")), aggregate(steps("low"))]))
    nothing = aggregate(counts(None))
    assert (5, 1, 2, False) == facts(
        (found := aggregate([nothing, *counts(5)])).value, found.n_used, found.n_expected, found.complete
    )  # fmt: skip


def test_of_a_category() -> None:
    """The women of all sites: parts of indicators are indicators."""
    trained = [
        Indicator(
            unit="people",
            disaggregations=Disaggregation("sex"),
            periods=Period("2024", actuals=[Actual(n + m), Actual(n, dimensions={"sex": "female"})]),
        )
        for n, m in ((3, 4), (5, 6))
    ]

    assert (8, 18) == facts(
        aggregate([each.part({"sex": "female"}) for each in trained]).value, aggregate(trained).value
    )


# What is refused as an argument.


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: aggregate("wells"), "aggregate.indicators: must be indicators, got 'wells'; give a list of them"),  # type: ignore[arg-type]
        (lambda: aggregate([3]), "aggregate.indicators[0]: must be an Indicator or an Aggregate, got 3"),  # type: ignore[list-item]
        (
            lambda: aggregate([], "average"),  # type: ignore[arg-type]
            (
                "aggregate.how: is no way to join values, got 'average'; "
                "one of sum, ratio, weighted mean, mean, max, min, latest, count"
            ),
        ),
        (
            lambda: aggregate([], "weighted"),  # type: ignore[arg-type]
            "aggregate.how: is no way to join values, got 'weighted'; did you mean 'weighted mean'?",
        ),
        (
            lambda: aggregate([], of="targets"),  # type: ignore[arg-type]
            'aggregate.of: must be "actual", "target" or "baseline", got \'targets\'',
        ),
        (
            lambda: aggregate([], "latest", of="target"),
            "aggregate.how: goes by the periods of actuals, got 'latest'; only of=\"actual\" has a latest",
        ),
        (
            lambda: aggregate(counts(1, 2), weights=[1]),
            "aggregate.weights: must be a weight for each indicator, got [1]; give a list of 2 numbers, one for each indicator",
        ),
        (
            lambda: aggregate(counts(1, 2), weights="12"),
            "aggregate.weights: must be a weight for each indicator, got '12'; give a list of 2 numbers, one for each indicator",
        ),
        (lambda: aggregate(counts(1, 2), weights=[1, -1]), "aggregate.weights[1]: must not be below 0, got -1"),
        (
            lambda: aggregate(counts(1), weights=[0.5]),  # type: ignore[list-item]
            'aggregate.weights[0]: must be an exact number, got 0.5; write "0.5" or Decimal("0.5") if that is the number meant',
        ),
        (
            lambda: aggregate(counts(1), "sum", weights=[Decimal(1)]),
            "aggregate.weights: mean nothing here, got [Decimal('1')]; only how=\"weighted mean\" has weights",
        ),
        (
            lambda: aggregate(counts(1, 2), n_expected=1),
            "aggregate.n_expected: must be how many values there should be, got 1; a whole number from 2, which is how many are given",
        ),
        (
            lambda: aggregate(counts(1), n_expected=True),
            "aggregate.n_expected: must be how many values there should be, got True; a whole number from 1, which is how many are given",
        ),
        (
            lambda: aggregate(counts(1), as_of="2024"),
            "aggregate.as_of: must be a day, got '2024'; a year holds several: write the one that is meant, as in 2024-01-01",
        ),
        (
            lambda: aggregate(counts(1), of="target", as_of="2024-12-31"),
            "aggregate.as_of: means nothing here, got '2024-12-31'; only actuals are reported by a day",
        ),
        (
            lambda: aggregate([], period="nonsense"),
            (
                "aggregate.period: is no span, as it is no ISO date, got 'nonsense'; write it as 2022-03-28, 2022-03, "
                "2022-Q3 or 2022, or read it with parse_date"
            ),
        ),
        (
            lambda: aggregate(counts(1), period=True),
            'aggregate.period: must be text, got True; write "2022-03-28/2025-03-31"',
        ),
        (
            lambda: aggregate(counts(1), of="baseline", period="2024"),
            "aggregate.period: means nothing here, got '2024'; baselines stand outside the periods",
        ),
        (
            lambda: aggregate(counts(1), on="2024"),
            "aggregate.on: means nothing here, got '2024'; state the rates of that day",
        ),
        (
            lambda: aggregate(counts(1), unit=""),
            "aggregate.unit: must not be blank, got ''; leave it out if it is not known",
        ),
        (
            lambda: aggregate(counts(1), parent="STD"),  # type: ignore[arg-type]
            "aggregate.parent: must be an Indicator, got 'STD'; give the definition itself",
        ),
        (
            lambda: aggregate([], parent="STD"),  # type: ignore[arg-type]
            "aggregate.parent: must be an Indicator, got 'STD'; give the definition itself",
        ),
    ],
)
def test_wrong_arguments(ask: Callable[[], object], message: str) -> None:
    """They raise, and name the argument; refusals of the data are in the aggregate."""
    with pytest.raises(InvalidValue) as caught:
        ask()

    assert message == str(caught.value)
