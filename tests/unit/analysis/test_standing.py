"""Which lines of money stand: revised ones replace originals, what is stated twice counts once, kinds of payments."""

import datetime as dt
from typing import Any

import pytest

from aidmodel.analysis.lines import Line, Measure
from aidmodel.analysis.standing import groups, of_days
from aidmodel.errors import InvalidValue
from aidmodel.issues import Loaded, Report
from aidmodel.model.budget import Budget, PlannedDisbursement
from aidmodel.model.organisation import Funder, Participant, Party
from aidmodel.model.project import Project
from aidmodel.model.transaction import Transaction, TransactionType
from aidmodel.values.span import DateSpan

NO_VALUE = "it has no value, or none in any currency"
HALVES = ("2018-01-01/2018-06-30", "2018-07-01/2018-12-31")


def lines_of(holder: Any, measure: Measure = Measure.BUDGETS, within: DateSpan | None = None) -> list[Line]:
    """Give all lines, of one project or of several."""
    lines = [line for group in groups(holder, measure) for line in group.lines]
    return lines if within is None else list(of_days(lines, within))


def told(holder: Any, measure: Measure = Measure.BUDGETS, within: DateSpan | None = None) -> list[tuple[str, str]]:
    """Give what became of each line, and why."""
    return [(str(line.outcome), line.note) for line in lines_of(holder, measure, within)]


def original(span: str | None, value: str | None = "EUR 100") -> Budget:
    """Make an original budget."""
    return Budget(span, value=value, type="original")


def revised(span: str | None, value: str | None = "EUR 80") -> Budget:
    """Make a revised budget."""
    return Budget(span, value=value, type="revised")


# ------------------------------------------------------------------ revised and original


def test_a_revised_budget_replaces_the_original_of_its_period() -> None:
    """IATI guidance: it states the new total of the period, not the difference; which stands first does not matter."""
    assert [("replaced", "by [1]"), ("counted", "")] == told([original("2018"), revised("2018")])
    assert [("counted", ""), ("replaced", "by [0]")] == told([revised("2018"), original("2018")])


def test_a_budget_without_a_type_is_an_original() -> None:
    """IATI guidance: absent means original."""
    assert [("replaced", "by [1]"), ("counted", "")] == told([Budget("2018", value="EUR 100"), revised("2018")])


def test_two_revised_halves_replace_a_year() -> None:
    """All days of the original are in them."""
    plan = [original("2018"), *map(revised, HALVES)]

    assert [("replaced", "by [1], [2]"), ("counted", ""), ("counted", "")] == told(plan)


def test_a_longer_revised_budget_replaces_what_it_holds() -> None:
    """Two quarters lie in the revised year; the days of others have no part in it."""
    plan = [original("2018-04-01/2018-06-30"), original("2018-01-01/2018-03-31"), original("2019"), revised("2018")]

    assert [("replaced", "by [3]"), ("replaced", "by [3]"), ("counted", ""), ("counted", "")] == told(plan)


def test_only_those_are_named_that_share_days() -> None:
    """The revised budget of another year replaces nothing here."""
    plan = [original("2018"), revised("2017"), revised(HALVES[0]), revised(HALVES[1])]

    assert ("replaced", "by [2], [3]") == told(plan)[0]


def test_an_original_that_is_partly_covered_counts_with_a_doubt() -> None:
    """Half of its days are nobody else's; nothing is guessed."""
    expected = [("counted", ""), ("counted", "its days overlap those of [0]: taken for another part")]

    assert expected == told([original("2018"), revised(HALVES[0])])


def test_halves_with_a_day_between_them_do_not_cover_a_year() -> None:
    """30 June is in neither."""
    outcomes = [
        outcome for outcome, _ in told([original("2018"), revised("2018-01-01/2018-06-29"), revised(HALVES[1])])
    ]

    assert ["counted", "counted", "counted"] == outcomes


def test_a_revised_budget_without_a_value_leaves_the_total_unknown() -> None:
    """It replaces the original, whose total is no longer the plan, and has none itself."""
    assert [("replaced", "by [1]"), ("left out", NO_VALUE)] == told([original("2018"), revised("2018", None)])


def test_open_periods_are_replaced_by_the_same_only() -> None:
    """An end that is not stated is not known to be that of another."""
    plan = [original("2018-01-01/.."), revised("2018-01-01/.."), original("2019-01-01/.."), revised("2019")]

    assert [("replaced", "by [1]"), ("counted", "")] == told(plan[:2])
    assert ["counted", "counted"] == [outcome for outcome, _ in told(plan[2:])]


def test_periods_by_the_month_are_replaced_by_the_same() -> None:
    """Neither states its days, and both state the same."""
    plan = [original("2018-03/2018-04"), revised("2018-03/2018-04")]

    assert [("replaced", "by [1]"), ("counted", "")] == told(plan)


def test_a_revised_budget_without_a_period_replaces_nothing() -> None:
    """It does not say which days it is for; nor does an original without one say so."""
    expected = [("counted", "it has no period")] * 2

    assert expected == told([original(None), revised(None)])


def test_a_type_that_nobody_knows_is_left_out() -> None:
    """It may be a total or a difference."""
    note = "its type 3 is neither original nor revised"

    assert [("left out", note), ("counted", "")] == told([Budget("2018", value="EUR 1", type="3"), original("2019")])


# ------------------------------------------------------------------ repeated, parts, overlaps


def test_what_is_stated_twice_counts_once() -> None:
    """Each names the first of its kind."""
    plan = [original("2018"), original("2019"), original("2018"), original("2018")]
    expected = [("counted", ""), ("counted", ""), ("repeated", "the same as [0]"), ("repeated", "the same as [0]")]

    assert expected == told(plan)


def test_numbers_that_are_equal_are_the_same() -> None:
    """EUR 100 and EUR 100.00 are one amount."""
    assert ("repeated", "the same as [0]") == told([original("2018"), original("2018", "EUR 100.00")])[1]


def test_a_revised_budget_stated_twice_counts_once() -> None:
    """It replaces the original all the same, and is named once."""
    expected = [("replaced", "by [1]"), ("counted", ""), ("repeated", "the same as [1]")]

    assert expected == told([original("2018"), revised("2018"), revised("2018")])


def test_two_lines_of_one_period_are_parts_with_a_doubt() -> None:
    """They differ, so neither is a repetition: both count, and that is said."""
    note = "[0] is of the same period: taken for another part of it"

    assert [("counted", ""), ("counted", note)] == told([original("2018", "EUR 1"), original("2018", "EUR 2")])


def test_two_revised_lines_of_one_period_contradict_each_other() -> None:
    """Each holds the new total of the period, says the guidance of IATI: which of them stands nobody can tell."""
    plan = [original("2018"), revised("2018", "EUR 1"), revised("2018", "EUR 2")]
    expected = [
        ("replaced", "by [1], [2]"),
        ("left out", "another revised line of its period says otherwise: [2]"),
        ("left out", "another revised line of its period says otherwise: [1]"),
    ]

    assert expected == told(plan)


def test_revisions_are_joined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many originals there are: not each is held against each."""
    joined: list[int] = []
    merge = DateSpan.merge

    def counted(spans: Any) -> tuple[DateSpan, ...]:
        joined.append(1)
        return merge(spans)

    monkeypatch.setattr(DateSpan, "merge", staticmethod(counted))
    days = [dt.date(2000, 1, 1) + dt.timedelta(number) for number in range(200)]
    plan = [
        Budget(DateSpan(day, day), value="EUR 1", type="revised" if number % 2 else "original")
        for number, day in enumerate(days)
    ]

    assert ["counted"] * 200 == [outcome for outcome, _ in told(plan)]
    assert [1] == joined


def test_periods_that_overlap_count_with_a_doubt() -> None:
    """The one that begins later says so, wherever it stands."""
    note = "its days overlap those of [{}]: taken for another part"
    early, late = original("2018"), original("2018-07-01/2019-06-30")

    assert [("counted", ""), ("counted", note.format(0))] == told([early, late])
    assert [("counted", note.format(1)), ("counted", "")] == told([late, early])


def test_periods_that_abut_or_may_overlap_raise_no_doubt() -> None:
    """A day of June 2018 may be in both, or not."""
    assert [("counted", "")] * 2 == told([original("2018"), original("2019")])
    assert [("counted", "")] * 2 == told([original("2018-01/2018-06"), original("2018-06/2018-12", "EUR 2")])


def test_a_line_that_is_replaced_raises_no_doubt() -> None:
    """It does not count, so its days are free."""
    assert ("counted", "") == told([original("2018"), revised("2018")])[1]


def test_what_lacks_something_is_said() -> None:
    """Without a period it counts; without a value it cannot."""
    assert [("counted", "it has no period")] == told(Budget(value="EUR 1"))
    assert [("left out", NO_VALUE)] == told(Budget("2018"))
    assert [("left out", NO_VALUE)] == told(Budget())


# ------------------------------------------------------------------ planned disbursements


def payment(span: str, value: str, kind: str, receiver: Party | str | None = None) -> PlannedDisbursement:
    """Make a planned disbursement."""
    return PlannedDisbursement(span, value=value, type=kind, provider="Canada", receiver=receiver)


def test_planned_disbursements_are_revised_for_the_same_parties() -> None:
    """A revised payment to one organisation says nothing of a payment to another."""
    plan = [
        payment("2018", "EUR 1", "original", "Norte"),
        payment("2018", "EUR 2", "original", "Sur"),
        payment("2018", "EUR 3", "revised", "Norte"),
    ]

    assert [("replaced", "by [2]"), ("counted", ""), ("counted", "")] == told(plan, Measure.PLANNED_DISBURSEMENTS)


def test_payments_to_several_at_a_time_raise_no_doubt() -> None:
    """To one they do."""
    note = "[0] is of the same period: taken for another part of it"
    several = [payment("2018", "EUR 1", "original", "Norte"), payment("2018", "EUR 2", "original", "Sur")]
    one = [payment("2018", "EUR 1", "original", "Norte"), payment("2018", "EUR 2", "original", "Norte")]

    assert [("counted", "")] * 2 == told(several, Measure.PLANNED_DISBURSEMENTS)
    assert [("counted", ""), ("counted", note)] == told(one, Measure.PLANNED_DISBURSEMENTS)


def test_a_payment_with_a_start_only_is_of_that_day() -> None:
    """IATI: the end is optional; a budget with an open end is no payment."""
    (line,) = lines_of(PlannedDisbursement("2018-03-05/..", value="EUR 1"), Measure.PLANNED_DISBURSEMENTS)
    (budget,) = lines_of(Budget("2018-03-05/..", value="EUR 1"))

    assert DateSpan("2018-03-05", "2018-03-05") == line.span
    assert DateSpan("2018-03-05", None) == budget.span
    assert PlannedDisbursement("2018-03-05/..", value="EUR 1") == line.item


def test_a_planned_disbursement_of_an_unknown_type_is_left_out() -> None:
    """As a budget is."""
    note = "its type X is neither original nor revised"

    assert [("left out", note)] == told(payment("2018", "EUR 1", "X"), Measure.PLANNED_DISBURSEMENTS)


# ------------------------------------------------------------------ transactions

KINDS = list(TransactionType)
PAID = Project(
    identifier="CE.0373",
    transactions=[Transaction(type=kind, date="2024-02-01", value="EUR 1") for kind in KINDS],
)
"""A payment of each kind; those of one kind stand at its code less one."""


@pytest.mark.parametrize(
    ("measure", "codes"),
    [
        (Measure.COMMITTED, ["2"]),
        (Measure.DISBURSED, ["3", "7"]),
        (Measure.EXPENDED, ["4"]),
        (Measure.SPENT, ["3", "4", "7"]),
        (Measure.RECEIVED, ["1"]),
    ],
)
def test_each_measure_has_its_kinds(measure: Measure, codes: list[str]) -> None:
    """IATI TransactionType: 1 incoming funds, 2 outgoing commitment, 3 disbursement, 4 expenditure, 7 reimbursement."""
    lines = lines_of(PAID, measure)

    assert codes == [line.item.type.value for line in lines if isinstance(line.item.type, TransactionType)]
    assert [f"transactions[{int(code) - 1}]" for code in codes] == [line.path for line in lines]


def test_payments_count_as_they_stand() -> None:
    """Below zero is a correction; two equal ones are two payments."""
    paid = [Transaction(type="4", date="2024-02-01", value=value) for value in ("EUR 5", "EUR -2", "EUR 5")]

    assert [("counted", "")] * 3 == told(paid, Measure.SPENT)


def test_a_payment_without_a_value_is_left_out() -> None:
    """With its reason."""
    assert [("left out", NO_VALUE)] == told(Transaction(type="4", date="2024-02-01"), Measure.SPENT)


def test_payments_within_days() -> None:
    """Both ends belong to them; what lies outside is no line of the result."""
    paid = [
        Transaction(type="4", date=day, value="EUR 1")
        for day in ("2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01")
    ]
    within = DateSpan("2024-02-01", "2024-02-29")

    assert ["[1]", "[2]"] == [line.path for line in lines_of(paid, Measure.SPENT, within)]
    assert ["[0]", "[1]", "[2]"] == [line.path for line in lines_of(paid, Measure.SPENT, DateSpan(None, "2024-02-29"))]
    assert ["[1]", "[2]", "[3]"] == [line.path for line in lines_of(paid, Measure.SPENT, DateSpan("2024-02-01", None))]


def test_payments_without_a_date() -> None:
    """They count where any date does, and may lie outside where it does not."""
    paid = Transaction(type="4", value="EUR 1")
    note = "it has no date, and may lie outside 2024-02-01/2024-02-29"

    assert [("counted", "")] == told(paid, Measure.SPENT)
    assert [("left out", note)] == told(paid, Measure.SPENT, DateSpan("2024-02-01", "2024-02-29"))


def test_payments_that_may_lie_outside_are_not_dropped() -> None:
    """A day of September 2021 may come before the span begins: it is left out with a reason, as one without a date is."""
    paid = Transaction(type="4", date="2021-09-10", value="EUR 1")

    note = "it is of 2021-09-10, and may lie outside 2021-09/2021-10"

    assert [("left out", note)] == told(paid, Measure.SPENT, DateSpan("2021-09", "2021-10"))


# ------------------------------------------------------------------ holders


def test_lines_of_a_project_have_its_identifier_and_their_path() -> None:
    """Of several projects the path says which."""
    project = Project(identifier="CE.0373", budgets=[original("2018"), original("2019")])
    nameless = Project(budgets=original("2018"))

    assert [("budgets[0]", "CE.0373"), ("budgets[1]", "CE.0373")] == [
        (line.path, line.project) for line in lines_of(project)
    ]
    assert [("[0].budgets[0]", None), ("[2].budgets[0]", "CE.0373"), ("[2].budgets[1]", "CE.0373")] == [
        (line.path, line.project) for line in lines_of([nameless, Project(identifier="X"), project])
    ]
    assert [("[0]", None), ("[1]", None)] == [(line.path, line.project) for line in lines_of(project.budgets)]
    assert [("[0]", None)] == [(line.path, line.project) for line in lines_of(original("2018"))]


@pytest.mark.parametrize("measure", Measure)
def test_nothing_has_no_lines(measure: Measure) -> None:
    """An empty list, and a project without any."""
    assert [] == lines_of([], measure)
    assert [] == lines_of(Project(), measure)


def test_a_stream_is_read_once() -> None:
    """Of projects and of parts."""
    assert 2 == len(lines_of(iter([Project(budgets=original("2018")), Project(budgets=original("2019"))])))
    assert 2 == len(lines_of(each for each in [original("2018"), original("2019")]))


WRONG: list[tuple[Any, Measure, str]] = [
    ("abc", Measure.BUDGETS, "budgets: must hold budgets, got 'abc'; give a project, several, or its budgets"),
    (b"abc", Measure.BUDGETS, "budgets: must hold budgets, got b'abc'; give a project, several, or its budgets"),
    (None, Measure.BUDGETS, "budgets: must hold budgets, got None; give a project, several, or its budgets"),
    ({}, Measure.SPENT, "budgets: must hold transactions, got {}; give a project, several, or its transactions"),
    (
        Transaction(),
        Measure.BUDGETS,
        "budgets: must hold budgets, got Transaction(); give a project, several, or its budgets",
    ),
    (
        Budget(),
        Measure.RECEIVED,
        "budgets: must hold transactions, got Budget(); give a project, several, or its transactions",
    ),
    ([Transaction()], Measure.BUDGETS, "budgets[0]: must be a Project, or Budget like all others, got Transaction()"),
    ([Budget(), None], Measure.BUDGETS, "budgets[1]: must be a Project, or Budget like all others, got None"),
    ([Project(), Budget()], Measure.BUDGETS, "budgets[1]: must be a Project, or Budget like all others, got Budget()"),
    ([Budget(), Project()], Measure.BUDGETS, "budgets[1]: must be a Project, or Budget like all others, got Project()"),
    (["abc"], Measure.COMMITTED, "budgets[0]: must be a Project, or Transaction like all others, got 'abc'"),
    (
        [[Project()]],
        Measure.BUDGETS,
        "budgets[0]: must be a Project, or Budget like all others, got [Project()]",
    ),
]


@pytest.mark.parametrize(("holder", "measure", "message"), WRONG)
def test_what_holds_something_else_is_refused(holder: Any, measure: Measure, message: str) -> None:
    """With its place, and what to give."""
    with pytest.raises(InvalidValue) as caught:
        lines_of(holder, measure)

    assert message == str(caught.value)


def test_what_a_reader_gave_is_not_taken_for_its_projects() -> None:
    """The mend says which part of it is wanted."""
    loaded: Loaded[tuple[Project, ...]] = Loaded((Project(),), Report())
    with pytest.raises(InvalidValue) as caught:
        lines_of(loaded)

    assert ("must hold budgets", "give its .value") == (caught.value.problem, caught.value.mend)


# ------------------------------------------------------------------ contributions


def test_funders_are_the_lines_of_contributions() -> None:
    """Others who take part give nothing of their own; a contribution that is not stated is left out."""
    project = Project(
        participants=[
            Funder("Canada", contribution="CAD 3"),
            Participant("Norte", role="implementing"),
            Funder("Quebec"),
            Funder("Canada", contribution="CAD 3"),
        ]
    )

    assert ["participants[0]", "participants[2]", "participants[3]"] == [
        line.path for line in lines_of(project, Measure.CONTRIBUTIONS)
    ]
    expected = [("counted", ""), ("left out", NO_VALUE), ("repeated", "the same as participants[0]")]
    assert expected == told(project, Measure.CONTRIBUTIONS)
    assert ["[0]", "[1]"] == [
        line.path for line in lines_of([Funder("Canada"), Funder("Quebec")], Measure.CONTRIBUTIONS)
    ]


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        (None, "its type is not stated, so it may be one of these"),
        ("99", "its type 99 is none that is known, so it may be one of these"),
    ],
)
def test_a_payment_of_no_known_type_is_left_out(kind: str | None, note: str) -> None:
    """What it is nobody can tell, so what was spent is not known; and what was received is not, either."""
    paid = [Transaction(type="expenditure", value="EUR 1"), Transaction(type=kind, value="EUR 2")]

    assert [("counted", ""), ("left out", note)] == told(paid, Measure.SPENT)
    assert [("left out", note)] == told(paid, Measure.RECEIVED)
