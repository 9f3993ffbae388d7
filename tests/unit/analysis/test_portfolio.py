"""Several projects at once: what a project and its parts both state is counted once."""

import gc
import weakref
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from aidmodel.analysis import budgets, portfolio
from aidmodel.analysis.lines import Line, Measure
from aidmodel.analysis.portfolio import Hierarchy, resolved
from aidmodel.analysis.standing import groups
from aidmodel.errors import InvalidValue
from aidmodel.model.budget import Budget
from aidmodel.model.project import Project
from aidmodel.model.statement import RelatedProject
from aidmodel.model.transaction import Transaction
from aidmodel.values.money import Money

ALL: tuple[Hierarchy, ...] = ("parents", "children", "all")


def project(name: str | None, *items: Budget | str, parents: str = "", children: str = "") -> Project:
    """Make a project with budgets of 2018, and the identifiers of its parents and children, with blanks between."""
    return Project(
        identifier=name,
        budgets=[Budget("2018", value=item) if isinstance(item, str) else item for item in items],
        related_projects=[
            *(RelatedProject(ref, type="parent") for ref in parents.split()),
            *(RelatedProject(ref, type="child") for ref in children.split()),
        ],
    )


def lines_of(projects: Iterable[Project], hierarchy: Hierarchy | None = None) -> list[Line]:
    """Give the budgets of all, and what becomes of them."""
    return resolved(groups(projects, Measure.BUDGETS), hierarchy)


def outcomes(projects: Iterable[Project], hierarchy: Hierarchy | None = None) -> list[str]:
    """Give what became of each line."""
    return [str(line.outcome) for line in lines_of(projects, hierarchy)]


def told(projects: Iterable[Project], hierarchy: Hierarchy | None = None) -> list[tuple[str, str]]:
    """Give what became of each line, and why."""
    return [(str(line.outcome), line.note) for line in lines_of(projects, hierarchy)]


FAMILIES: dict[str, list[Project]] = {
    "children say so": [project("P", "EUR 10"), project("C", "EUR 6", parents="P"), project("D", "EUR 4", parents="P")],
    "the parent says so": [project("P", "EUR 10", children="C D"), project("C", "EUR 6"), project("D", "EUR 4")],
    "both say so": [
        project("P", "EUR 10", children="C D"),
        project("C", "EUR 6", parents="P"),
        project("D", "EUR 4", parents="P"),
    ],
}
"""One family, said in three ways."""

FAMILY = pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)


@FAMILY
def test_the_money_of_a_family_is_counted_at_the_top(family: list[Project]) -> None:
    """Each child says where."""
    assert [("counted", ""), ("in parent", "counted in P"), ("in parent", "counted in P")] == told(family)


@FAMILY
def test_or_at_the_bottom(family: list[Project]) -> None:
    """The parent names one of them, and how many there are."""
    expected = [("in children", "counted in C and 1 more"), ("counted", ""), ("counted", "")]

    assert expected == told(family, "children")


@FAMILY
def test_or_everywhere(family: list[Project]) -> None:
    """If that is what is wanted."""
    assert [("counted", "")] * 3 == told(family, "all")


@FAMILY
def test_the_order_of_projects_does_not_matter(family: list[Project]) -> None:
    """Children may stand before their parents."""
    assert ["in parent", "in parent", "counted"] == outcomes(reversed(family))
    assert ["counted", "counted", "in children"] == outcomes(reversed(family), "children")


def test_lines_stay_in_the_order_of_their_projects() -> None:
    """Whatever becomes of them."""
    assert ["[0].budgets[0]", "[1].budgets[0]", "[2].budgets[0]"] == [
        line.path for line in lines_of(FAMILIES["both say so"])
    ]


GENERATIONS = [project("P", "EUR 8", parents="G"), project("G", "EUR 10"), project("C", "EUR 6", parents="P")]


def test_grandparents() -> None:
    """Three generations: the highest counts, or the lowest."""
    assert ["in parent", "counted", "in parent"] == outcomes(GENERATIONS)
    assert ["in children", "in children", "counted"] == outcomes(GENERATIONS, "children")
    assert ["counted", "counted", "counted"] == outcomes(GENERATIONS, "all")


def test_a_generation_without_lines_does_not_part_the_others() -> None:
    """The child is part of its grandparent."""
    projects = [project("G", "EUR 10"), project("P", parents="G"), project("C", "EUR 6", parents="P")]

    assert [("counted", ""), ("in parent", "counted in G")] == told(projects)
    assert [("in children", "counted in C"), ("counted", "")] == told(projects, "children")


def test_where_the_money_is_said_to_count_it_does() -> None:
    """A is a parent, but its own lines are in its parent: so the child's are counted in Z, and in nothing else."""
    projects = [project("C", "EUR 6", parents="A"), project("A", "EUR 8", parents="Z"), project("Z", "EUR 10")]

    assert [("in parent", "counted in Z"), ("in parent", "counted in Z"), ("counted", "")] == told(projects)


def test_children_count_where_their_parent_has_no_lines() -> None:
    """Whether the children say whose they are, or the parent whose it is, and whichever stands first."""
    said_below = [project("P"), project("C", "EUR 6", parents="P")]
    said_above = [project("P", children="C"), project("C", "EUR 6")]
    for family in (said_below, said_above, said_below[::-1], said_above[::-1]):
        for hierarchy in ALL:
            assert [("counted", "")] == told(family, hierarchy)


def test_children_count_where_their_parent_is_not_there() -> None:
    """It is in another file."""
    assert ["counted"] == outcomes([project("C", "EUR 6", parents="P")])
    assert ["counted"] == outcomes([project("P", "EUR 10", children="C")], "children")


def test_children_count_where_no_line_of_their_parent_does() -> None:
    """Its only budget has no amount, so it is left out."""
    projects = [project("P", Budget("2018")), project("C", "EUR 6", parents="P")]

    assert ["left out", "counted"] == outcomes(projects)


def test_a_parent_counts_where_its_children_have_no_lines() -> None:
    """At the bottom of what there is."""
    assert ["counted"] == outcomes([project("P", "EUR 10"), project("C", parents="P")], "children")


def test_what_does_not_count_anyway_keeps_its_reason() -> None:
    """A line that is replaced stays so; one that would be left out does not matter any more."""
    plan = [
        Budget("2018", value="EUR 5", type="original"),
        Budget("2018", value="EUR 6", type="revised"),
        Budget("2019"),
    ]
    projects = [project("P", "EUR 10"), project("C", *plan, parents="P")]
    expected = [
        ("counted", ""),
        ("replaced", "by [1].budgets[1]"),
        ("in parent", "counted in P"),
        ("in parent", "counted in P"),
    ]

    assert expected == told(projects)


def test_two_parents() -> None:
    """A project that is part of two is counted in both: what it adds to neither is not known."""
    projects = [project("P", "EUR 10"), project("Q", "EUR 20"), project("C", "EUR 6", parents="P Q")]

    assert [("counted", ""), ("counted", ""), ("in parent", "counted in P and 1 more")] == told(projects)


def test_where_two_are_said_to_be_above_each_other_neither_is() -> None:
    """Both claim to be the parent, or both to be the child."""
    for claims in ({"parents": "{}"}, {"children": "{}"}):
        said = {name: {key: text.format("B" if name == "A" else "A") for key, text in claims.items()} for name in "AB"}
        projects = [project(name, "EUR 1", **said[name]) for name in "AB"]
        for hierarchy in ALL:
            assert ["counted", "counted"] == outcomes(projects, hierarchy)


def test_a_circle_of_three() -> None:
    """None is above another, whatever they say."""
    projects = [
        project("A", "EUR 1", parents="B"),
        project("B", "EUR 1", parents="C"),
        project("C", "EUR 1", parents="A"),
    ]
    for hierarchy in ALL:
        assert ["counted"] * 3 == outcomes(projects, hierarchy)


def test_what_is_below_a_circle_is_part_of_it() -> None:
    """A and B count, and what they hold does not count again."""
    projects = [
        project("A", "EUR 1", parents="B"),
        project("B", "EUR 1", parents="A"),
        project("C", "EUR 1", parents="A"),
    ]

    assert ["counted", "counted", "in parent"] == outcomes(projects)


def test_a_project_is_no_part_of_itself() -> None:
    """Whatever it says."""
    for hierarchy in ALL:
        assert [("counted", "")] == told([project("A", "EUR 1", parents="A", children="A")], hierarchy)


@pytest.mark.parametrize("kind", ["sibling", "co_funded", "third_party", "99", None])
def test_other_relations_say_nothing_of_parts(kind: str | None) -> None:
    """Siblings, co-funded and third-party projects have money of their own."""
    related = RelatedProject("B", type=None if kind is None else kind)
    projects = [
        Project(identifier="A", budgets=Budget("2018", value="EUR 1"), related_projects=related),
        project("B", "EUR 1"),
    ]

    assert ["counted", "counted"] == outcomes(projects)


def test_a_relation_without_a_reference_says_nothing() -> None:
    """It is to nobody that is known."""
    related = [RelatedProject(type="parent"), RelatedProject(type="child")]
    projects = [
        Project(identifier="A", budgets=Budget("2018", value="EUR 1"), related_projects=related),
        project(None, "EUR 1"),
    ]

    assert ["counted", "counted"] == outcomes(projects)


def test_a_project_that_is_there_twice_counts_once() -> None:
    """Where it is first; whatever the hierarchy, and whatever the second says."""
    projects = [project("P", "EUR 10"), project("P", "EUR 11", "EUR 12")]
    for hierarchy in ALL:
        assert [("counted", ""), *[("repeated", "the project P is there before")] * 2] == told(projects, hierarchy)


def test_projects_without_identifiers_are_different_ones() -> None:
    """However alike they are."""
    assert ["counted", "counted"] == outcomes([project(None, "EUR 10"), project(None, "EUR 10")])


def test_a_part_without_an_identifier_is_a_part() -> None:
    """It says itself whose part it is."""
    projects = [project("P", "EUR 10"), project(None, "EUR 6", parents="P")]

    assert ["counted", "in parent"] == outcomes(projects)
    assert ["in children", "counted"] == outcomes(projects, "children")


def test_there_are_three_hierarchies() -> None:
    """Another word is refused, for a single project too."""
    for holder in (project("P"), [project("P")], [Budget("2018")], []):
        with pytest.raises(InvalidValue) as caught:
            budgets.total(holder, hierarchy="both")  # type: ignore[arg-type]

        assert 'budgets.hierarchy: must be "parents", "children" or "all", got \'both\'' == str(caught.value)


@pytest.mark.parametrize("hierarchy", ALL)
def test_a_single_project_counts_whatever_its_relatives(hierarchy: Hierarchy) -> None:
    """They are not there."""
    assert ["counted"] == [
        str(line.outcome) for line in budgets.current_lines(FAMILIES["both say so"][0], hierarchy=hierarchy)
    ]


def test_payments_of_a_family_are_counted_once() -> None:
    """As budgets are; a measure of which the parent has no lines is that of the children."""
    parent = Project(
        identifier="P",
        transactions=Transaction(type="2", date="2018-01-01", value="EUR 10"),
        related_projects=RelatedProject("C", type="child"),
    )
    child = Project(
        identifier="C",
        transactions=[
            Transaction(type="2", date="2018-01-01", value="EUR 6"),
            Transaction(type="4", date="2018-02-01", value="EUR 5"),
        ],
    )

    assert "EUR 10.00" == str(budgets.committed([child, parent]))
    assert "EUR 6.00" == str(budgets.committed([child, parent], hierarchy="children"))
    assert "EUR 5.00" == str(budgets.spent([child, parent]))
    assert "EUR 10.00" == str(budgets.committed([parent, child]))
    assert "EUR 5.00" == str(budgets.spent([parent, child]))


# ------------------------------------------------------------------ streams


class Stream:
    """Gives projects one by one, and remembers how many of those it gave are still there when it gives the next."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.given: list[weakref.ref[Project]] = []
        self.most = 0
        self.rounds = 0

    def __iter__(self) -> Iterator[Project]:
        self.rounds += 1
        for number in range(self.count):
            made = Project(
                identifier=f"P{number}",
                budgets=Budget("2018", value="EUR 1"),
                transactions=Transaction(type="4", date="2018-05-01", value="EUR 1"),
            )
            self.given.append(weakref.ref(made))
            yield made
            del made
            self.most = max(self.most, sum(ref() is not None for ref in self.given))


STREAMED: dict[str, Any] = {
    "total": budgets.total,
    "totals": budgets.totals,
    "spent": budgets.spent,
    "current_lines": budgets.current_lines,
    "by_calendar_quarter": budgets.by_calendar_quarter,
}


@pytest.mark.parametrize("function", STREAMED.values(), ids=STREAMED)
def test_projects_of_a_stream_are_not_held(function: Any) -> None:
    """When the next one is asked for the one before may still be there, none of those before that."""
    stream = Stream(50)
    gc.disable()
    try:
        result = function(stream)
    finally:
        gc.enable()

    assert 1 == stream.rounds
    assert 50 == len(stream.given)
    assert stream.most <= 1
    assert not any(ref() for ref in stream.given)
    assert result


def test_a_project_counts_where_it_first_has_lines() -> None:
    """Stated twice, first without money: what the second states is not there before."""
    assert ["counted"] == outcomes([Project(identifier="P"), project("P", "EUR 10")])


def test_parts_that_state_more_than_their_project_are_left_out() -> None:
    """They cannot be the same money; what counts is for somebody to say."""
    projects = [project("P", "EUR 10"), project("C", "EUR 6", parents="P"), project("D", "EUR 5", parents="P")]
    note = "P states EUR 10, and its parts EUR 11: state hierarchy= to say what counts"

    assert [("counted", ""), ("left out", note), ("left out", note)] == told(projects)
    assert ["counted", "in parent", "in parent"] == outcomes(projects, "parents")
    assert ["in children", "counted", "counted"] == outcomes(projects, "children")
    assert budgets.total(projects).value is None
    assert Money("10", "EUR") == budgets.total(projects, hierarchy="parents").value


def test_parts_in_another_currency_are_not_the_same_money() -> None:
    """The project states nothing in dollars."""
    projects = [project("P", "EUR 10"), project("C", "USD 1", parents="P")]

    assert "P states nothing in USD, and its parts USD 1: state hierarchy= to say what counts" == told(projects)[1][1]


def test_each_step_is_held_against_the_next() -> None:
    """6 are of 8, and 8 of 10: that all below Z add up to 14 says nothing."""
    projects = [project("Z", "EUR 10"), project("A", "EUR 8", parents="Z"), project("C", "EUR 6", parents="A")]

    assert ["counted", "in parent", "in parent"] == outcomes(projects)


def test_days_are_chosen_after_the_hierarchy() -> None:
    """What counts does not hang on the days asked for, so that the years add up to the whole."""
    parent = Project(
        identifier="A",
        transactions=Transaction(type="disbursement", date="2023-05-01", value="USD 100"),
        related_projects=RelatedProject("B", type="child"),
    )
    child = Project(identifier="B", transactions=Transaction(type="disbursement", date="2024-06-01", value="USD 40"))
    years = [budgets.spent([parent, child], within=year) for year in ("2023", "2024")]

    assert Money("100", "USD") == budgets.spent([parent, child]).value == years[0].value
    assert years[1].known is None
    assert ["in parent"] == [str(entry.line.outcome) for entry in years[1].entries]


def test_a_family_is_added_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The project once and its parts once, however many they are."""
    sums = portfolio._sums
    added: list[int] = []

    def counted(members: Iterable[Any]) -> Any:
        held = list(members)
        added.append(len(held))
        return sums(held)

    monkeypatch.setattr(portfolio, "_sums", counted)
    star = [project("P", "EUR 300"), *(project(f"C{number}", "EUR 1", parents="P") for number in range(300))]

    assert Money("300", "EUR") == budgets.total(star).value
    assert [1, 300] == added
