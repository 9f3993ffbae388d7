"""Strategies for how far indicators and projects have come."""

from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.analysis.expected import Profile
from aidmodel.analysis.figures import SENTENCES, Reason
from aidmodel.analysis.progress import Progress, progress
from aidmodel.analysis.project_progress import LevelProgress, ProjectProgress, ResultProgress, project_progress
from aidmodel.testing._results import indicators, projects
from aidmodel.testing._values import strings


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
