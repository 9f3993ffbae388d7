"""Strategies for what indicators and projects amount to: how far they have come, joined, and by category."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.analysis.aggregates import Aggregate, AggregateMember
from aidmodel.analysis.aggregation import aggregate
from aidmodel.analysis.disaggregation import Disaggregated, disaggregate
from aidmodel.analysis.expected import Profile
from aidmodel.analysis.figures import SENTENCES, Reason
from aidmodel.analysis.progress import Progress, progress
from aidmodel.analysis.project_progress import LevelProgress, ProjectProgress, ResultProgress, project_progress
from aidmodel.model.indicator import Disaggregation, Indicator, Period
from aidmodel.model.measurement import Actual
from aidmodel.testing._results import indicators, projects
from aidmodel.testing._values import decimals, strings


def reasons() -> SearchStrategy[Reason]:
    """Draw reasons why there is no number, with and without a detail."""
    return st.builds(Reason, code=st.sampled_from(sorted(SENTENCES)), detail=st.just("") | strings())


def profiles() -> SearchStrategy[Profile]:
    """Draw courses of progress over time, of two points or more."""
    parts = st.fractions(0, 1, max_denominator=100)
    inner = st.lists(st.integers(1, 99), max_size=3, unique=True).map(sorted)
    return st.builds(
        lambda times, ways: Profile(
            [(Fraction(time, 100), way) for time, way in zip([0, *times, 100], ways, strict=False)]
        ),
        inner,
        st.lists(parts, min_size=5, max_size=5),
    )


def progresses() -> SearchStrategy[Progress]:
    """Draw the progress of indicators, known and not."""
    return indicators().map(progress)


def project_progresses() -> SearchStrategy[ProjectProgress]:
    """Draw the progress of projects."""
    return projects().map(project_progress)


def level_progresses() -> SearchStrategy[LevelProgress]:
    """Draw the progress of the outputs, outcomes or impacts of a project."""
    return project_progresses().flatmap(
        lambda each: st.sampled_from([each.outputs, each.outcomes, each.impacts, each.others])
    )


def result_progresses() -> SearchStrategy[ResultProgress]:
    """Draw the progress of single results."""
    found = project_progresses().map(
        lambda each: (*each.outputs.results, *each.outcomes.results, *each.impacts.results)
    )
    return found.filter(bool).flatmap(st.sampled_from)


def aggregates() -> SearchStrategy[Aggregate]:
    """Draw indicators joined: sums, shares of all, categories counted, and refusals."""
    joined = st.sampled_from(_ALIKE).flatmap(
        lambda like: st.lists(_actuals(like).map(lambda actual: _use(like, actual)), min_size=1, max_size=3)
    )
    return (joined | st.lists(indicators(), max_size=2)).map(aggregate)


def aggregate_members() -> SearchStrategy[AggregateMember]:
    """Draw what single indicators add to an aggregate, or why they add nothing."""
    return aggregates().map(lambda each: each.members).filter(bool).flatmap(st.sampled_from)


def disaggregated() -> SearchStrategy[Disaggregated]:
    """Draw tables by one dimension and crossed by two, with parts that agree with their whole and that do not."""
    flags = st.none() | st.booleans()
    cells = st.dictionaries(
        st.tuples(st.sampled_from(["female", "male"]), st.sampled_from([None, "18-24", "25+"])),
        decimals(),
        min_size=1,
        max_size=4,
    )
    return st.builds(_table, decimals(), cells, flags, flags)


_ALIKE = (
    Indicator(measure="number", unit="people"),
    Indicator(measure="percentage"),
    Indicator(measure="ordinal", scale=["low", "high"]),
)


def _actuals(like: Indicator) -> SearchStrategy[Actual]:
    if like.scale:
        return st.sampled_from(like.scale).map(lambda step: Actual(stated=step))
    shares = st.builds(
        lambda over, under: Actual(numerator=over, denominator=under), st.integers(0, 100), st.integers(0, 100)
    )
    return shares | decimals().map(Actual) | st.sampled_from([Actual(), Actual(status="suppressed")])


def _use(like: Indicator, actual: Actual) -> Indicator:
    return evolve(like, periods=Period("2024", actuals=actual))


def _table(
    whole: Decimal, cells: Mapping[tuple[str, str | None], Decimal], exclusive: bool | None, exhaustive: bool | None
) -> Disaggregated:
    parts = [
        Actual(number, dimensions={"sex": sex} if age is None else {"sex": sex, "age": age})
        for (sex, age), number in cells.items()
    ]
    by = [Disaggregation(name, exclusive=exclusive, exhaustive=exhaustive) for name in ("sex", "age")]
    indicator = Indicator(periods=Period("2024", actuals=[Actual(whole), *parts]), disaggregations=by)
    return disaggregate(indicator, *(each.name or "" for each in parts[0].dimensions))
