"""Laws of diff(): they hold for whatever can be built."""

from collections import Counter
from decimal import Decimal
from random import Random

from attrs import evolve
from hypothesis import assume, given, settings, strategies as st

from aidmodel.analysis.diff import ChangeKind, diff
from aidmodel.model.chain import ResultsChain
from aidmodel.model.indicator import Indicator, Period
from aidmodel.model.measurement import Actual
from aidmodel.model.paths import replaced
from aidmodel.model.project import Project
from aidmodel.model.result import Output
from aidmodel.testing.strategies import indicators, nodes, projects

few = settings(max_examples=settings().max_examples // 6)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Project, Project]:
    """Draw two states: two projects, or one in which a few fields are those of another."""
    old, other = draw(projects()), draw(projects())
    kept = draw(st.sets(st.sampled_from(["title", "chain", "budgets", "transactions", "participants", "dates"])))
    return old, evolve(other, **{name: getattr(old, name) for name in kept})


@few
@given(project=projects())
def test_nothing_differs_from_itself(project: Project) -> None:
    """A project and its equal have no differences."""
    assert () == diff(project, project) == diff(project, evolve(project))


@few
@given(pair=pairs())
def test_there_are_no_differences_just_where_two_are_equal(pair: tuple[Project, Project]) -> None:
    """An empty list means equality, and equality an empty list."""
    old, new = pair

    assert (old == new) is (diff(old, new) == ())


@few
@given(pair=pairs())
def test_paths_lead_to_what_they_are_about(pair: tuple[Project, Project]) -> None:
    """What was removed is at its path in the old project, everything else at its path in the new one."""
    old, new = pair
    for change in diff(old, new):
        if change.kind is ChangeKind.REMOVED:
            assert change.old == old.at(change.path)
        elif change.kind is ChangeKind.REORDERED:
            assert change.new == tuple(new.at(change.path))
        else:
            assert change.new == new.at(change.path)


@few
@given(pair=pairs())
def test_the_way_back(pair: tuple[Project, Project]) -> None:
    """From new to old, what was added is removed and what was removed is added; the rest is as much as before."""
    old, new = pair
    there = Counter(change.kind for change in diff(old, new))
    back = Counter(change.kind for change in diff(new, old))

    assert (there[ChangeKind.ADDED], there[ChangeKind.REMOVED]) == (back[ChangeKind.REMOVED], back[ChangeKind.ADDED])
    assert there[ChangeKind.CHANGED] == back[ChangeKind.CHANGED]
    assert there[ChangeKind.REORDERED] == back[ChangeKind.REORDERED]


@few
@given(st.lists(nodes(), min_size=2, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_another_order_of_distinct_nodes(found: list[Output], chance: Random) -> None:
    """It is one change, and nothing else is said."""
    unlinked = [evolve(node, contributes_to=(), id=None) for node in found]
    old, new = (Project(chain=ResultsChain(each)) for each in (unlinked, chance.sample(unlinked, len(unlinked))))
    assume(len(set(old.chain)) == len(old.chain))
    assume(old != new)

    assert [(ChangeKind.REORDERED, "chain")] == [(change.kind, change.path) for change in diff(old, new)]


@few
@given(data=st.data(), project=projects(), several=st.lists(indicators(), min_size=1, max_size=3))
def test_one_actual_that_changed(data: st.DataObject, project: Project, several: list[Indicator]) -> None:
    """It is one change, at the path of its value, whatever is alike around it."""
    actual = st.integers(0, 3).map(Actual)
    span = st.sampled_from(["2022", "2023"])
    period = st.builds(Period, span, actuals=st.lists(actual, min_size=1, max_size=4))
    measured = [evolve(each, periods=data.draw(st.lists(period, min_size=1, max_size=3))) for each in several]
    old = evolve(project, chain=Output(title="Measured", indicators=measured))
    ways = [
        (f"chain[0].indicators[{at}].periods[{when}].actuals[{place}].value", found.value)
        for at, indicator in enumerate(measured)
        for when, period_ in enumerate(indicator.periods)
        for place, found in enumerate(period_.actuals)
    ]
    path, value = data.draw(st.sampled_from(ways))
    other = data.draw(st.integers(0, 5).map(Decimal).filter(lambda number: number != value))
    changes = diff(old, replaced(old, path, other))

    assert [(ChangeKind.CHANGED, path, value, other)] == [
        (change.kind, change.path, change.old, change.new) for change in changes
    ]
