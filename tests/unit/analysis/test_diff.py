"""diff(): what changed from one state to another."""

import copy
import pickle
from time import perf_counter

import attrs
import pytest
from attrs import evolve

import aidmodel
from aidmodel.analysis.diff import NAMES, Change, ChangeKind, diff
from aidmodel.errors import InvalidValue
from aidmodel.model.budget import CountryBudgetItems
from aidmodel.model.chain import ResultsChain
from aidmodel.model.classification import Sector
from aidmodel.model.element import Element
from aidmodel.model.indicator import Indicator, Period
from aidmodel.model.measurement import Actual
from aidmodel.model.oecd import Forecast, ForwardSpending
from aidmodel.model.organisation import Contact, Funder, Organisation
from aidmodel.model.project import Project
from aidmodel.model.result import Activity, Impact, Node, Outcome, Output
from aidmodel.model.statement import LegacyDatum, ProjectDate
from aidmodel.model.transaction import Transaction
from aidmodel.show.text import show
from aidmodel.values.money import Money

MARISOL = Contact(person_name="Marisol Example", emails="marisol@example.org")
SOMEBODY = Contact(person_name="Marisol Example", emails="somebody@example.net", telephones="+57 1 555")
PERSONAL = ("Marisol", "example.org", "example.net", "Somebody", "555")


def told(old: object, new: object) -> list[str]:
    """Give the changes as they are read."""
    return [str(change) for change in diff(old, new)]


# ------------------------------------------------------------------ facts


def test_moments_and_dates_without_an_end() -> None:
    """A moment is written as its source would; dates that name no end are told apart by their place."""
    old = Project(last_updated="2014-09-10T07:15:37Z", dates=[ProjectDate("2024"), ProjectDate("2025")])
    new = Project(last_updated="2014-09-11T07:15:37.50", dates=[ProjectDate("2024"), ProjectDate("2026")])

    assert [
        "changed   dates[1].date: 2025 -> 2026",
        "changed   last_updated: 2014-09-10T07:15:37Z -> 2014-09-11T07:15:37.5",
    ] == told(old, new)


def test_facts_of_the_long_tail_are_matched_by_what_names_them() -> None:
    """A heading by its code, a forecast by its year, a fact of the publisher's system by its name."""
    old = Project(
        country_budget_items=CountryBudgetItems({"1.1.1": 50, "1.2.1": 50}),
        fss=ForwardSpending(forecasts=[Forecast(2014, value="GBP 1"), Forecast(2015)]),
        legacy_data=[LegacyDatum("Status", value="7"), LegacyDatum("Kind", value="x")],
    )
    new = Project(
        country_budget_items=CountryBudgetItems({"1.2.1": 40, "1.3.1": 60}),
        fss=ForwardSpending(forecasts=[Forecast(2015, value="GBP 2")]),
        legacy_data=[LegacyDatum("Status", value="8"), LegacyDatum("Kind", value="x")],
    )

    assert [
        "removed   country_budget_items.items[0]: BudgetItem('1.1.1', percentage=50)",
        "changed   country_budget_items.items[0].percentage: 50 -> 40",
        "added     country_budget_items.items[1]: BudgetItem('1.3.1', percentage=60)",
        "removed   fss.forecasts[0]: Forecast(2014, value=Money('1', 'GBP'))",
        "added     fss.forecasts[0].value: GBP 2.00",
        "changed   legacy_data[0].value: '7' -> '8'",
    ] == told(old, new)


def test_each_kind_of_change_is_a_line() -> None:
    """Added and removed facts have one state, changed ones two; the path says where."""
    old = Project(title="Wells", fund_year=2016, hierarchy=1)
    new = Project(title="Wells and pumps", fund_year=2017, programme="Water")

    assert {
        "changed   title: 'Wells' -> 'Wells and pumps'",
        "removed   hierarchy: 1",
        "added     programme: 'Water'",
        "changed   fund_year: 2016 -> 2017",
    } == set(told(old, new))


def test_things_are_matched_by_what_names_them() -> None:
    """An organisation that was put before another is the same one."""
    old = Project(participants=[Funder("A", ref="XM-A"), Funder("B", ref="XM-B")])
    new = Project(participants=[Funder("New", ref="XM-N"), Funder("A", ref="XM-A"), Funder("Bee", ref="XM-B")])

    assert [
        "added     participants[0]: Funder('New', ref='XM-N')",
        "changed   participants[2].name: 'B' -> 'Bee'",
    ] == told(old, new)


def test_another_order_is_one_change() -> None:
    """Nothing else is said of a list that holds the same in another order."""
    old, new = Project(sectors=["15190", "14030"]), Project(sectors=["14030", "15190"])

    assert ["reordered sectors"] == told(old, new)
    assert ((Sector("15190"), Sector("14030")), (Sector("14030"), Sector("15190"))) == (
        diff(old, new)[0].old,
        diff(old, new)[0].new,
    )


def test_of_things_alike_those_at_the_same_place_are_the_same() -> None:
    """One of two actuals became equal to the other: that is one change, and no other order."""
    old = Period("2023", actuals=[5, 6])

    assert ["changed   actuals[0].value: 5 -> 6"] == told(old, Period("2023", actuals=[6, 6]))
    assert ["changed   actuals[1].value: 6 -> 5"] == told(old, Period("2023", actuals=[5, 5]))
    assert ["added     actuals[0]: Actual(7)"] == told(old, Period("2023", actuals=[Actual(7), *old.actuals]))


def test_the_id_is_that_of_the_innermost_thing_that_has_one() -> None:
    """The node's, else the project's."""
    old = Project(identifier="X-1", chain=[Output(id="a", title="A"), Output(title="B")])
    new = Project(identifier="X-1", chain=[Output(id="a", title="AA"), Output(title="B", label="(1)")])

    assert ["changed   chain[0].title (a): 'A' -> 'AA'", "added     chain[1].label (X-1): '(1)'"] == told(old, new)


def test_two_that_are_of_different_classes() -> None:
    """They cannot be compared."""
    with pytest.raises(InvalidValue) as caught:
        diff(Project(), ResultsChain())

    assert InvalidValue("ResultsChain", "cannot be compared with a Project") == caught.value


def test_where_facts_are_from_is_no_difference() -> None:
    """Two projects are equal whatever is kept of their sources, so they do not differ."""
    assert () == diff(
        Project(title="Wells"), Project(title="Wells", provenance=aidmodel.Provenance("title", basis="inferred"))
    )


# ------------------------------------------------------------------ nodes that move


def test_a_node_that_moved_to_another_level() -> None:
    """One change says so, at its place and with its id; its facts are compared one by one."""
    old = Project(identifier="X-1", chain=[Impact(id="goal"), Output(id="use", title="Wells used", weight=40)])
    moved = Outcome(id="use", title="Wells in use", depth="immediate", weight=40, contributes_to="goal")
    new = Project(identifier="X-1", chain=[Impact(id="goal"), moved])
    changes = diff(old, new)

    assert [
        "changed   chain[1] (use): Output -> Outcome",
        "changed   chain[1].title (use): 'Wells used' -> 'Wells in use'",
        "added     chain[1].contributes_to[0] (use): Link('goal')",
        "added     chain[1].depth (use): immediate",
    ] == [str(change) for change in changes]
    assert (old.chain["use"], moved) == (changes[0].old, changes[0].new)
    assert ["changed", "changed", "removed", "removed"] == [change.kind.term for change in diff(new, old)]


def test_facts_that_the_other_level_does_not_have() -> None:
    """They are removed."""
    old, new = Project(chain=Activity(id="dig", span="2022")), Project(chain=Output(id="dig"))

    assert [
        "changed   chain[0] (dig): Activity -> Output",
        "removed   chain[0].span (dig): 2022-01-01/2022-12-31",
    ] == told(old, new)


def test_a_node_of_the_same_level_is_preferred() -> None:
    """Two nodes with one title that change both are each compared with that of their level."""
    old = ResultsChain([Output(title="Wells"), Outcome(title="Wells")])
    new = ResultsChain([Outcome(title="Wells", label="1"), Output(title="Wells", label="2")])

    assert ["reordered (whole)", "added     [0].label: '1'", "added     [1].label: '2'"] == told(old, new)


def test_nodes_that_share_nothing_but_their_place() -> None:
    """A node of another level and name is another node."""
    old, new = ResultsChain(Output(id="a", title="A")), ResultsChain(Impact(id="b", title="B"))

    assert [ChangeKind.REMOVED, ChangeKind.ADDED] == [change.kind for change in diff(old, new)]


# ------------------------------------------------------------------ personal data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Project(contacts=MARISOL), Project()),
        (Project(), Project(contacts=MARISOL)),
        (Project(contacts=MARISOL), Project(contacts=SOMEBODY)),
        (Project(contacts=[MARISOL, SOMEBODY]), Project(contacts=[SOMEBODY, MARISOL])),
        (MARISOL, SOMEBODY),
        ((MARISOL,), (SOMEBODY,)),
        ((MARISOL,), (Contact(person_name="Somebody Else"), MARISOL)),
        ((), (Project(contacts=MARISOL),)),
        ((Project(title="A", contacts=MARISOL),), (Project(title="A", contacts=SOMEBODY),)),
    ],
)
def test_contacts_are_never_told(old: object, new: object) -> None:
    """No text of a change names a person, wherever the comparison began; the change itself holds the facts."""
    changes = diff(old, new)

    assert changes
    for said in (*map(str, changes), *map(repr, changes), show(changes), show(list(changes))):
        for word in PERSONAL:
            assert word not in said


def test_a_contact_that_is_not_told_is_said_to_be_there() -> None:
    """The path says that something changed, and the reason why no more is said."""
    change = diff(Project(), Project(contacts=MARISOL))[0]

    assert ("added     contacts[0]: personal data, not shown", True, MARISOL) == (
        str(change),
        change.personal,
        change.new,
    )
    assert "added     telephones[0]: personal data, not shown" in told(MARISOL, SOMEBODY)
    assert not Change(kind="added", path="title", new="contacts").personal


# ------------------------------------------------------------------ changes


def test_a_change_is_checked() -> None:
    """A kind is one of the four, a path a path."""
    with pytest.raises(InvalidValue) as kind:
        Change(kind="moved", path="title")
    with pytest.raises(InvalidValue) as path:
        Change(kind="added", path="a title")
    with pytest.raises(InvalidValue) as number:
        Change(kind="added", path=7)  # type: ignore[arg-type]

    assert "Change.kind: must be one of ChangeKind, got 'moved'" == str(kind.value).partition(";")[0]
    assert "Change.path: is no path, got 'a title'" == str(path.value).partition(";")[0]
    assert "Change.path: must be a string, got 7" == str(number.value)


def test_a_change_is_a_value() -> None:
    """It compares, hashes, copies and pickles; its repr is its text."""
    change = Change(kind="added", path="fund_year", new=2017)

    assert Change(kind=ChangeKind.ADDED, path="fund_year", new=2017) == change
    assert "<Change: added     fund_year: 2017>" == repr(change)
    for twin in (copy.deepcopy(change), pickle.loads(pickle.dumps(change))):  # noqa: S301  our own
        assert (change, hash(change)) == (twin, hash(twin))


# ------------------------------------------------------------------ names


def test_every_class_of_the_model_has_its_names() -> None:
    """A class that is added to the model is added here, with fields that it has."""
    found = [value for name in aidmodel.__all__ if isinstance(value := getattr(aidmodel, name), type)]
    built = {cls for cls in found if issubclass(cls, Element) and cls is not Node}

    assert built == set(NAMES)
    for cls, groups in NAMES.items():
        known = {spec.name for spec in attrs.fields(cls)} | {
            name for name, value in vars(cls).items() if isinstance(value, property)
        }

        assert set() == {name for group in groups for name in group} - known


# ------------------------------------------------------------------ size


def test_many_transactions() -> None:
    """The time grows with the number of things, not with its square: 8,000 take seconds at most."""
    old = tuple(
        Transaction(ref=f"T-{place}", type="3", date="2023-01-01", value=Money(place, "USD")) for place in range(8000)
    )
    new = tuple(evolve(each, value=Money(9, "CAD")) for each in reversed(old))
    began = perf_counter()
    changes = diff(Project(transactions=old), Project(transactions=new))

    assert 8001 == len(changes)
    assert perf_counter() - began < 10


def test_organisations_inside_nodes() -> None:
    """What is listed inside a node is matched by name, too."""
    old = Output(title="O", organisations=[Organisation("A"), Organisation("B")], indicators=Indicator(title="I"))
    new = evolve(old, organisations=[Organisation("B"), Organisation("A", ref="1")])

    assert ["reordered organisations", "added     organisations[1].ref: '1'"] == told(old, new)
