"""Progress of a project: each level for itself, what is left out in sight."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import pytest

from aidmodel.analysis.progress import progress
from aidmodel.analysis.project_progress import LevelProgress, ProjectProgress, ResultProgress, project_progress
from aidmodel.errors import InvalidValue
from aidmodel.model.indicator import Indicator, Period
from aidmodel.model.project import Project
from aidmodel.model.result import Activity, Impact, Input, OtherResult, Outcome, Output, Result

Scheme: TypeAlias = dict[str, Decimal | Fraction | int | str]
UNKNOWN = Indicator(title="Unknown", targets=100)


def at(percent: int | str) -> Indicator:
    """Make an indicator that has come so far."""
    return Indicator(baselines=0, targets=100, periods=Period("2024", actuals=percent))


def output(*percents: int, weight: Any = None, **stated: Any) -> Output:
    """Make an output whose indicators have come so far."""
    return Output(indicators=[at(each) for each in percents], weight=weight, **stated)


def outputs(*nodes: Output, **stated: Any) -> LevelProgress:
    """Give the progress of a project's outputs."""
    return project_progress(Project(chain=nodes), **stated).outputs


def test_a_result_is_the_mean_of_its_indicators() -> None:
    """(20 + 80 + 50)/3 = 50 %, in the order of the result."""
    (result,) = outputs(output(20, 80, 50)).results

    assert (Fraction(1, 2), 3) == (result.value, result.n_used)
    assert tuple(progress(at(each)) for each in (20, 80, 50)) == result.indicators


def test_what_is_not_known_does_not_count_as_zero() -> None:
    """(20 + 80)/2, and it shows that two of three were used."""
    (result,) = outputs(Output(indicators=[at(20), UNKNOWN, at(80)])).results

    assert (Fraction(1, 2), 2, 3) == (result.value, result.n_used, len(result.indicators))
    assert result.indicators[1].reason is not None


def test_results_without_indicators() -> None:
    """Nothing is known of them, or of a level that has none but these."""
    level = outputs(Output(), Output(indicators=UNKNOWN))

    assert [(None, 0), (None, 0)] == [(each.value, each.n_used) for each in level.results]
    assert (None, Fraction(0)) == (level.value, level.coverage)
    assert "outputs: not known" == str(level)


def test_stated_weights() -> None:
    """FCDO impact weighting: (75 * 40 % + 25 * 80 %)/100 = 50 %."""
    level = outputs(output(40, weight=75), output(80, weight=25))

    assert (Fraction(1, 2), Fraction(1), "stated") == (level.value, level.coverage, level.weighting)
    assert "outputs: 50.0%" == str(level)


def test_no_weights() -> None:
    """(40 + 80)/2 = 60 %."""
    level = outputs(output(40), output(80))

    assert (Fraction(3, 5), Fraction(1), "equal") == (level.value, level.coverage, level.weighting)


def test_some_weights() -> None:
    """What the others weigh is not guessed: no value and no coverage, but that of each result."""
    level = outputs(output(40, weight=75), output(80))

    assert (None, None, "") == (level.value, level.coverage, level.weighting)
    assert [Fraction(2, 5), Fraction(4, 5)] == [each.value for each in level.results]
    assert "outputs: not known" == str(level)


def test_coverage() -> None:
    """Σ weight * score / Σ weight over those with a score: (50 * 40 % + 25 * 70 %)/75 = 50 %, of 75 of 100."""
    level = outputs(output(40, weight=50), output(70, weight=25), Output(indicators=UNKNOWN, weight=25))

    assert (Fraction(1, 2), Fraction(3, 4)) == (level.value, level.coverage)
    assert "outputs: 50.0%, of 75% of the weight" == str(level)


def test_coverage_without_weights() -> None:
    """One of eight results; 12.5 % is rounded half up, as is the value of 6.25 %."""
    level = outputs(Output(indicators=at("6.25")), *[Output()] * 7)

    assert (Fraction(1, 16), Fraction(1, 8)) == (level.value, level.coverage)
    assert "outputs: 6.3%, of 13% of the weight" == str(level)


def test_weights_below_zero() -> None:
    """They are of no use: a mean with them may lie outside of what it is a mean of."""
    level = outputs(output(40, weight=-25), output(80, weight=125))

    assert (None, None, "") == (level.value, level.coverage, level.weighting)


def test_weights_of_zero() -> None:
    """What weighs nothing has no mean; beside others it counts for nothing."""
    assert (None, None) == (outputs(output(40, weight=0)).value, outputs(output(40, weight=0)).coverage)
    assert Fraction(4, 5) == outputs(output(40, weight=0), output(80, weight=100)).value


def test_levels_are_never_mixed() -> None:
    """Outputs, outcomes, impacts and what is on no level each for themselves; activities and inputs are no results."""
    nodes = [
        Input(),
        Activity(),
        output(20),
        Outcome(indicators=at(40), depth="immediate"),
        Result(indicators=at(90)),
        OtherResult(indicators=at(70)),
        Outcome(indicators=at(60), depth="intermediate"),
        Impact(indicators=at(80)),
    ]
    found = project_progress(Project(chain=nodes))

    assert [Fraction(1, 5), Fraction(1, 2), Fraction(4, 5)] == [
        level.value for level in (found.outputs, found.outcomes, found.impacts)
    ]
    assert (Fraction(4, 5), 2) == (found.others.value, len(found.others.results))
    assert ["chain[3]", "chain[6]"] == [each.path for each in found.outcomes.results]
    assert [nodes[3], nodes[6]] == [each.result for each in found.outcomes.results]
    assert "outputs: 20.0%\noutcomes: 50.0%\nimpacts: 80.0%\nothers: 80.0%" == str(found)


def test_a_project_without_a_chain() -> None:
    """Nothing is known, and nothing is covered."""
    found = project_progress(Project())
    levels = (found.outputs, found.outcomes, found.impacts, found.others)

    assert ["outputs", "outcomes", "impacts", "others"] == [level.level for level in levels]
    assert {(None, None)} == {(level.value, level.coverage) for level in levels}
    assert "not known: there are no results" == str(found)


def test_clamped() -> None:
    """130 % and -20 % are 55 % in the mean; kept between 0 and 1 they are 50 %. The indicators keep their values."""
    node = output(130, -20)

    assert Fraction(11, 20) == outputs(node).value
    (result,) = outputs(node, clamped=True).results

    assert Fraction(1, 2) == result.value
    assert [Fraction(13, 10), Fraction(-1, 5)] == [each.value for each in result.indicators]


def test_as_of() -> None:
    """Only periods that have ended count, for each indicator."""
    periods = [Period("2023", actuals=30), Period("2024", actuals=20)]
    node = Output(indicators=Indicator(baselines=0, targets=100, periods=periods, accumulation="per period"))

    assert Fraction(1, 2) == outputs(node).value
    assert Fraction(3, 10) == outputs(node, as_of="2023-12-31").value
    assert outputs(node, as_of="2023-01-01").value is None


@pytest.mark.parametrize(
    ("percent", "score"),
    [(0, "C"), (49, "C"), (50, "B"), (89, "B"), (90, "A"), (109, "A"), (110, "A+"), (150, "A++"), (-5, "C")],
)
def test_scores_by_a_scheme(percent: int, score: str) -> None:
    """The names are FCDO's; the bounds are the caller's, as no source gives numbers."""
    scheme: Scheme = {"A++": Decimal("1.5"), "A+": "1.1", "A": Fraction(9, 10), "B": "0.5", "C": 0}
    (result,) = outputs(output(percent)).results

    assert score == result.score(scheme)
    assert outputs(Output()).results[0].score(scheme) is None


def test_no_scheme() -> None:
    """A scheme without a score is none."""
    with pytest.raises(InvalidValue) as error:
        outputs(output(5)).results[0].score({})

    message = 'must go from band to its lower bound, got {}; write {"red": 0, "green": "0.85"}'

    assert message == str(error.value)


@pytest.mark.parametrize(
    ("project", "as_of", "message"),
    [
        (Output(), None, "must be a Project, got Output()"),
        (Project(), "2024-02-30", "is no day of the calendar, got '2024-02-30'; look at the month and the day"),
    ],
)
def test_wrong_arguments(project: Any, as_of: Any, message: str) -> None:
    """A result is no project, and a day must be one."""
    with pytest.raises(InvalidValue) as error:
        project_progress(project, as_of=as_of)

    assert message == str(error.value)


def test_what_cannot_be_progress() -> None:
    """A share in floats."""
    with pytest.raises(InvalidValue) as error:
        ResultProgress(Output(), "chain[0]", 0.5, ())  # type: ignore[arg-type]

    assert "ResultProgress.value: must be a Fraction, got 0.5" == str(error.value)


def test_is_a_value() -> None:
    """Equal projects have equal progress; it can be copied and pickled."""
    project = Project(chain=[output(5), Outcome(indicators=UNKNOWN)])
    found = project_progress(project)

    assert isinstance(found, ProjectProgress)
    assert project_progress(project) == found == copy.deepcopy(found)
    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301  its own
