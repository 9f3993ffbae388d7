"""Laws of money at work that hold for all budgets, payments and portfolios."""

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any, Literal

from hypothesis import example, given, settings, strategies as st

from aidmodel import budgets, rates
from aidmodel.analysis.lines import Line, Measure, Outcome
from aidmodel.analysis.total import Entry, Total
from aidmodel.errors import CurrencyMismatch
from aidmodel.model.budget import Budget
from aidmodel.model.project import Project
from aidmodel.model.statement import RelatedProject
from aidmodel.model.transaction import Transaction
from aidmodel.rates.providers import FixedRates
from aidmodel.testing import strategies as own
from aidmodel.values.fiscal import FiscalCalendar
from aidmodel.values.money import Money
from aidmodel.values.span import DateSpan

Method = Literal["days", "months"]
METHODS = st.sampled_from(["days", "months"])
TYPES = st.sampled_from([None, "original", "revised"])
MOST = 10**20


def _adds_up(item: Budget) -> bool:
    """Whether many of them can be added: money has 30 digits before the point, and no more."""
    return item.value is None or abs(item.value.amount) < MOST


ANY_LINES = st.lists(own.budgets().filter(_adds_up), max_size=4)
"""Budgets of all kinds: without a value, a period or a known type, with open and partial ends, in any currency."""


def _budget(span: DateSpan, money: Money, kind: Any) -> Budget:
    return Budget(span, value=money, type=kind)


def _planned(currency: str) -> st.SearchStrategy[list[Budget]]:
    """Draw budgets of one currency and of known days, some of which share their period."""
    years = st.integers(2015, 2018).map(DateSpan.year)
    halves = st.sampled_from(["2015-01-01/2015-06-30", "2015-07-01/2015-12-31"]).map(DateSpan.parse)
    amounts = own.moneys(currency, least=-(10**9), most=10**9)
    return st.lists(st.builds(_budget, years | halves | own.exact_spans(), amounts, TYPES), max_size=6)


def _project(name: str | None, items: list[Budget], paid: list[Transaction], related: list[tuple[str, str]]) -> Project:
    others = [RelatedProject(ref, type=kind) for kind, ref in related]
    return Project(identifier=name, budgets=items, transactions=paid, related_projects=others)


NAMES = "ABCDE"
RELATED = st.lists(st.tuples(st.sampled_from(["parent", "child", "sibling"]), st.sampled_from(NAMES)), max_size=3)
PAID = st.lists(
    st.builds(
        lambda kind, day, money: Transaction(type=kind, date=day, value=money),
        st.sampled_from(["1", "2", "3", "4", "7", "11", None, "X"]),
        st.none() | own.days(),
        st.none() | own.moneys("CAD"),
    ),
    max_size=3,
)
PROJECTS = st.builds(_project, st.sampled_from(NAMES), _planned("CAD") | ANY_LINES, PAID, RELATED)
PORTFOLIOS = st.lists(PROJECTS, max_size=4, unique_by=lambda project: project.identifier)
"""Projects of different identifiers that claim each other as parents and children."""


def outcomes(entries: Iterable[Entry]) -> Counter[tuple[Any, ...]]:
    """Give what became of each item, whatever the order."""
    return Counter((entry.line.item, entry.line.outcome, entry.amount) for entry in entries)


# ------------------------------------------------------------------ splits


@given(_planned("CAD") | _planned("JPY") | _planned("KWD"), own.fiscal_calendars(), METHODS)
def test_parts_sum_to_the_total(items: list[Budget], calendar: FiscalCalendar, method: Method) -> None:
    """Exactly, whatever the calendar and the method; and so do the shares of each line."""
    total = budgets.total(items)
    years = budgets.by_fiscal_year(items, calendar, method=method)
    quarters = budgets.by_calendar_quarter(items, method=method)

    for split in (years, quarters):
        assert total.known == (Money.sum(part.amount for part in split) if split.parts else None)
        assert split.complete is (total.value is not None)
        for entry in split.counted:
            assert entry.amount == Money.sum(share.amount for share in entry.shares)


@given(_planned("CAD"), own.fiscal_calendars(), METHODS, st.integers(1, 10**8), st.sampled_from(["USD", "JPY", "KWD"]))
def test_converted_parts_sum_to_the_converted_total(
    items: list[Budget], calendar: FiscalCalendar, method: Method, rate: int, to: str
) -> None:
    """A line is converted once, and then split; what is left out is out of both."""
    agreed = FixedRates({("CAD", to): Decimal(rate).scaleb(-4)}, source="agreement")
    stated: dict[str, Any] = {"to": to, "rates": agreed, "on": "span_start"}
    split = budgets.by_fiscal_year(items, calendar, method=method, **stated)

    assert budgets.total(items, **stated).known == (Money.sum(part.amount for part in split) if split.parts else None)


@settings(max_examples=50)
@given(ANY_LINES, own.fiscal_calendars(), METHODS)
def test_parts_sum_to_what_could_be_split(items: list[Budget], calendar: FiscalCalendar, method: Method) -> None:
    """By currency; what could not be is among those left out, with a reason."""
    split = budgets.by_fiscal_year(items, calendar, method=method)
    whole: dict[str, Money] = {}
    for entry in split.counted:
        assert entry.amount is not None
        whole[entry.amount.currency] = whole.get(entry.amount.currency, entry.amount * 0) + entry.amount
    parts: dict[str, Money] = {}
    for amount in (amount for part in split for amount in part.amounts):
        parts[amount.currency] = parts.get(amount.currency, amount * 0) + amount

    assert whole == parts
    assert len(items) == len(split.entries)
    assert all(entry.line.note for entry in split.left_out)


@given(_planned("CAD"), own.fiscal_calendars())
def test_shares_lie_in_their_years(items: list[Budget], calendar: FiscalCalendar) -> None:
    """The days of a line's shares follow one another, fill its period, and each lies in its fiscal year."""
    for entry in budgets.by_fiscal_year(items, calendar).counted:
        spans = [share.span for share in entry.shares]

        assert entry.line.span is not None
        assert (entry.line.span,) == DateSpan.merge(spans)
        assert entry.line.span.days == sum(span.days for span in spans)
        for share in entry.shares:
            assert isinstance(share.key, int)
            assert calendar.year_span(share.key).encloses(share.span)


@settings(max_examples=40)
@given(PORTFOLIOS, own.fiscal_calendars())
def test_the_split_of_a_portfolio_is_the_sum_of_those_of_its_projects(
    projects: list[Project], calendar: FiscalCalendar
) -> None:
    """Where everything counts that is stated."""
    whole = {
        (part.key, amount.currency): Fraction(amount.amount)
        for part in budgets.by_fiscal_year(projects, calendar, hierarchy="all")
        for amount in part.amounts
    }
    summed: dict[tuple[Any, str], Fraction] = {}
    for project in projects:
        for part in budgets.by_fiscal_year(project, calendar):
            for amount in part.amounts:
                at = (part.key, amount.currency)
                summed[at] = summed.get(at, Fraction()) + Fraction(amount.amount)

    assert summed == whole


# ------------------------------------------------------------------ totals


@given(st.data(), _planned("CAD") | ANY_LINES)
def test_the_order_of_lines_does_not_matter(data: st.DataObject, items: list[Budget]) -> None:
    """The same becomes of each, but for which of two equal ones is the first."""
    other = data.draw(st.permutations(items))
    one, two = budgets.totals(items), budgets.totals(other)

    assert {code: (total.value, total.known) for code, total in one.items()} == {
        code: (total.value, total.known) for code, total in two.items()
    }
    for code, total in one.items():
        assert outcomes(total.entries) == outcomes(two[code].entries)


@settings(max_examples=40)
@given(st.data(), PORTFOLIOS, st.sampled_from(["parents", "children", "all"]))
def test_the_order_of_projects_does_not_matter(data: st.DataObject, projects: list[Project], hierarchy: Any) -> None:
    """The same becomes of each line of each."""
    other = data.draw(st.permutations(projects))

    def told(holder: list[Project]) -> Counter[tuple[str | None, str, Outcome]]:
        return Counter(
            (line.project, line.path.partition("].")[2], line.outcome)
            for line in budgets.current_lines(holder, hierarchy=hierarchy)
        )

    assert told(projects) == told(other)


@given(st.data(), _planned("CAD"))
def test_a_line_that_is_stated_again_changes_nothing(data: st.DataObject, items: list[Budget]) -> None:
    """Wherever it stands."""
    if not items:
        return
    again = data.draw(st.sampled_from(items))
    at = data.draw(st.integers(0, len(items)))
    total = budgets.total([*items[:at], again, *items[at:]])

    assert budgets.total(items).value == total.value
    assert budgets.total(items).known == total.known


@given(_planned("CAD"))
def test_totals_are_the_total_where_there_is_one_currency(items: list[Budget]) -> None:
    """And nothing where there is nothing."""
    found = budgets.totals(items)
    total = budgets.total(items)

    assert (["CAD"] if items else []) == [*found]
    for each in found.values():
        assert (total.entries, total.known, total.value) == (each.entries, each.known, each.value)


@given(ANY_LINES)
def test_a_total_is_refused_where_amounts_differ_in_currency(items: list[Budget]) -> None:
    """And only there."""
    counting = {code for code, total in budgets.totals(items).items() if total.counted}
    try:
        total = budgets.total(items)
    except CurrencyMismatch:
        assert len(counting) > 1
    else:
        assert counting == ({total.currency} if total.counted else set())


@given(_planned("CAD"), own.days())
def test_what_is_due_is_part_of_the_budget(items: list[Budget], as_of: Any) -> None:
    """What is due by a day, and by the calendar's years what came before and comes after, are the whole."""
    execution = budgets.execution(Project(budgets=items), as_of=as_of)
    by_then = [
        share.amount
        for entry in execution.due.counted
        for share in entry.shares
        if share.span.last and share.span.last <= as_of
    ]
    whole = [share.amount for entry in execution.due.counted for share in entry.shares]

    assert execution.due.known == (Money.sum(by_then, "CAD") if whole else None)
    assert execution.budget.known == (Money.sum(whole) if whole else None) == budgets.total(items).known


# ------------------------------------------------------------------ nothing is dropped, nothing counts twice


@settings(max_examples=40)
@given(PORTFOLIOS, st.sampled_from(["parents", "children", "all"]))
def test_every_line_is_there_once(projects: list[Project], hierarchy: Any) -> None:
    """At its path, with its project; amounts are there where it counts, and reasons where it does not."""
    entries = budgets.by_fiscal_year(projects, FiscalCalendar.CALENDAR, hierarchy=hierarchy).entries
    expected = {
        f"[{number}].budgets[{at}]": (project.identifier, item)
        for number, project in enumerate(projects)
        for at, item in enumerate(project.budgets)
    }

    assert list(expected) == [entry.line.path for entry in entries]
    for entry in entries:
        assert expected[entry.line.path] == (entry.line.project, entry.line.item)
        assert (entry.amount is not None) is (entry.line.outcome is Outcome.COUNTED)
        assert entry.line.note or entry.line.outcome is Outcome.COUNTED


@settings(max_examples=40)
@given(PORTFOLIOS)
def test_every_payment_of_a_kind_is_there_once(projects: list[Project]) -> None:
    """Of spent: types 3, 4 and 7; and those whose type is not known, left out, as they may be one of these."""
    expected = [
        f"[{number}].transactions[{at}]"
        for number, project in enumerate(projects)
        for at, item in enumerate(project.transactions)
        if str(getattr(item.type, "value", "unknown")) in {"3", "4", "7", "unknown"}
    ]

    assert expected == [entry.line.path for entry in budgets.spent(projects, hierarchy="all").entries]


def _above(projects: list[Project]) -> set[tuple[str, str]]:
    """Give all pairs of a project and one above it, however many steps up, by trying all ways."""
    pairs: set[tuple[str, str]] = set()
    for project in projects:
        for related in project.related_projects:
            if project.identifier is not None and related.ref is not None and related.ref != project.identifier:
                if str(related.type) == "parent":
                    pairs.add((project.identifier, related.ref))
                elif str(related.type) == "child":
                    pairs.add((related.ref, project.identifier))
    for middle, low, high in product(NAMES, repeat=3):
        if (low, middle) in pairs and (middle, high) in pairs:
            pairs.add((low, high))
    return {(low, high) for low, high in pairs if low != high}


def _family(*said: tuple[str, str, list[tuple[str, str]]]) -> list[Project]:
    return [_project(name, [Budget("2018", value=value)], [], related) for name, value, related in said]


@settings(max_examples=60)
@given(PORTFOLIOS)
@example(_family(("A", "CAD 10", [("child", "B")]), ("B", "CAD 6", [])))
@example(_family(("A", "CAD 1", [("parent", "B")]), ("B", "CAD 1", [("parent", "A")])))
@example(_family(("A", "CAD 1", [("parent", "B")]), ("B", "CAD 1", [("parent", "C")]), ("C", "CAD 1", [])))
def test_a_family_counts_at_one_end(projects: list[Project]) -> None:
    """A line counts unless a project that is above it, and not below it as well, has one that does; or the other way round."""
    every = {line.path: line for line in budgets.current_lines(projects, hierarchy="all")}
    counting = {line.project for line in every.values() if line.outcome is Outcome.COUNTED}
    pairs = _above(projects)
    above = {(low, high) for low, high in pairs if (high, low) not in pairs}
    for hierarchy, order in (("parents", above), ("children", {(high, low) for low, high in above})):
        elsewhere = {name for name, other in order if other in counting}
        standing = budgets.current_lines(projects, hierarchy=hierarchy)  # type: ignore[arg-type]

        assert [path for path, line in every.items() if line.project not in elsewhere] == [
            line.path for line in standing
        ]


# ------------------------------------------------------------------ whatever a project holds

MEASURES: list[Callable[..., Total]] = [
    budgets.total,
    budgets.committed,
    budgets.disbursed,
    budgets.expended,
    budgets.spent,
    budgets.received,
]
DOLLARS: dict[str, Any] = {"to": "USD", "rates": rates.imf_annual(), "on": "value_date", "fallback": "span_start"}


def _sums_up(project: Project) -> bool:
    """Whether all that it holds can be added."""
    values = [
        *(item.value for item in project.budgets),
        *(item.value for item in project.planned_disbursements),
        *(item.value for item in project.transactions),
        *(funder.contribution for funder in project.funders),
    ]
    return all(value is None or abs(value.amount) < MOST for value in values)


GIVEN: st.SearchStrategy[Project] = own.projects().filter(_sums_up)


@settings(max_examples=30)
@given(st.lists(GIVEN, min_size=1, max_size=2), own.fiscal_calendars(), own.days())
def test_nothing_that_a_project_holds_raises(projects: list[Project], calendar: FiscalCalendar, as_of: Any) -> None:
    """With rates there is always a result, and it can be explained and shown."""
    for holder in (projects[0], projects):
        results: list[Any] = [add_up(holder, **DOLLARS) for add_up in MEASURES]
        results += [budgets.spent(holder, within=DateSpan(None, as_of), **DOLLARS)]
        for measure in Measure:
            results += [budgets.by_fiscal_year(holder, calendar, of=measure, **DOLLARS)]
            results += [budgets.by_calendar_quarter(holder, of=measure)]
            results += budgets.totals(holder, of=measure).values()
        results += [budgets.execution(holder, as_of=as_of, **DOLLARS)]
        for result in results:
            assert all(isinstance(text, str) for text in (result.explain(), str(result), repr(result)))
        stated: dict[str, Any] = {**DOLLARS, "on": "2018"}
        del stated["fallback"]
        for share in budgets.funder_shares(holder, **stated):
            assert share.share is None or share.amount is not None


@settings(max_examples=30)
@given(GIVEN)
def test_without_rates_only_several_currencies_are_refused(project: Project) -> None:
    """One number was asked for."""
    for add_up in MEASURES:
        try:
            total = add_up(project)
        except CurrencyMismatch:
            currencies = {code for measure in Measure for code in budgets.totals(project, of=measure)}

            assert len(currencies) > 1
        else:
            assert len({entry.amount.currency for entry in total.counted if entry.amount is not None}) <= 1


@given(own.budgets() | own.planned_disbursements() | own.transactions())
def test_a_line_of_anything(item: Any) -> None:
    """It answers for its item, and compares and hashes by it."""
    line = Line(item, "[0]")

    assert item.value == line.value
    assert item.value_date == line.value_date
    assert line == Line(item, "[0]")
    assert hash(line) == hash(Line(item, "[0]"))
