"""Budgets and payments added up: what is planned, committed and spent, in all, by year, in one currency.

Called ``aidmodel.budgets``. Every function takes a project, parts of one, or several of either, a file that is being
read among them; and gives a result that can say how it came about.

- A revised budget stands in place of the originals of its days; the same line stated twice counts once. Lines that are
  given without their project are taken for those of one.
- A project and its parts may state the same money. Where both are there, it is counted in the project above, unless the
  parts state more than that: then they cannot be the same money, and are left out until ``hierarchy`` says what counts:
  what stands in the "parents", in the "children", or "all".
- A project that states no such lines adds nothing; a sum of which no line is known is not known.
- Nothing is converted without ``to``, ``rates`` and the day whose rates are meant, ``on``: each line's "value_date", as
  IATI has it, the "span_start", "span_end" or "midpoint" of its period, or one date for all. ``fallback`` is the day
  for lines that do not state the first; without it they are left out.
- What cannot be counted is left out with its reason, and then the total is not known: its ``value`` is None, what is
  ``known`` beside it.

>>> from aidmodel import Budget, FiscalCalendar, budgets
>>> plan = [Budget("2023", value="CAD 3650.00", value_date="2023-01-01"), Budget("2024", value="CAD 1000")]
>>> print(budgets.total(plan))
CAD 4,650.00
>>> print(*budgets.by_fiscal_year(plan, FiscalCalendar.GAC), sep="; ")
2022/23 CAD 900.00; 2023/24 CAD 2,998.63; 2024/25 CAD 751.37
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from aidmodel.analysis.execution import Execution, due_by
from aidmodel.analysis.funders import FunderShare, shares_of
from aidmodel.analysis.lines import Holder, Line, Measure, Outcome, as_measure
from aidmodel.analysis.portfolio import Hierarchy, resolved
from aidmodel.analysis.split import Key, Method, Part, Split, as_method, parts_of, spread
from aidmodel.analysis.standing import groups, groups_of_projects, of_days
from aidmodel.analysis.terms import Terms, When, entries_of
from aidmodel.analysis.total import Entry, Share, Total, one_currency
from aidmodel.errors import InvalidValue
from aidmodel.model.project import Project
from aidmodel.rates.rate import RateProvider
from aidmodel.values.fiscal import FiscalCalendar
from aidmodel.values.partial_date import AnyDate, PartialDate, as_day
from aidmodel.values.span import DateSpan, as_span

__all__ = [
    "Entry",
    "Execution",
    "FunderShare",
    "Line",
    "Measure",
    "Outcome",
    "Part",
    "Share",
    "Split",
    "Total",
    "by_calendar_quarter",
    "by_fiscal_year",
    "committed",
    "current_lines",
    "disbursed",
    "execution",
    "expended",
    "funder_shares",
    "received",
    "spent",
    "total",
    "totals",
]


def current_lines(
    holder: Holder, *, of: Measure | str = Measure.BUDGETS, hierarchy: Hierarchy | None = None
) -> tuple[Line, ...]:
    """Give the lines that stand: a revised one in place of the originals of its days, nothing twice.

    Lines without an amount are among them, as they stand, too. ``of`` is the measure: budgets or planned disbursements,
    or one of payments, all of which stand.

    Raises:
        InvalidValue: it holds no such lines.

    >>> from aidmodel import Budget
    >>> plan = [Budget("2018", value="EUR 10000", type="original"), Budget("2018", value="EUR 8000", type="revised")]
    >>> [str(line.value) for line in current_lines(plan)]
    ['EUR 8,000.00']

    """
    standing = (Outcome.COUNTED, Outcome.LEFT_OUT)
    return tuple(line for line in resolved(groups(holder, as_measure(of)), hierarchy) if line.outcome in standing)


def total(
    holder: Holder,
    *,
    of: Measure | str = Measure.BUDGETS,
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Total:
    """Add up the budgets that stand, or the measure that ``of`` states.

    ``to`` is the currency of the sum; None: that of the lines, which have to agree. What ``rates``, ``on``,
    ``fallback`` and ``hierarchy`` mean, the top of this page says; ``places`` are the decimals of converted amounts,
    None: those of the smallest unit of ``to``.

    Raises:
        CurrencyMismatch: the lines are in several currencies, and nothing says how to convert them; see :func:`totals`.
        InvalidValue: it holds no such lines, rates are wanted and no day is stated, an argument is none, or the sum has
            more than 30 digits before its point.

    >>> from aidmodel import Budget, rates
    >>> agreed = rates.FixedRates({("CAD", "USD"): "0.75"}, source="agreement 12/2021")
    >>> print(total(Budget("2022", value="CAD 1000"), to="USD", rates=agreed, on="span_start"))
    USD 750.00

    """
    return _total(holder, as_measure(of), None, hierarchy, Terms(to, rates, on, fallback, places))


def totals(
    holder: Holder, *, of: Measure | str = Measure.BUDGETS, hierarchy: Hierarchy | None = None
) -> dict[str, Total]:
    """Add up each currency by itself: budgets, or the measure that ``of`` states.

    A line that has no amount may be of any currency, so it is left out of each; where no line has one, there is none to
    add up, and :func:`total` says why.

    Raises:
        InvalidValue: it holds no such lines.

    >>> from aidmodel import Budget
    >>> for code, each in totals([Budget("2018", value="EUR 5"), Budget("2019", value="USD 7")]).items():
    ...     print(code, each)
    EUR EUR 5.00
    USD USD 7.00

    """
    measure = as_measure(of)
    entries = entries_of(resolved(groups(holder, measure), hierarchy), Terms())
    undecided = (Outcome.COUNTED, Outcome.LEFT_OUT)
    values = [entry.line.value for entry in entries if entry.line.outcome in undecided]
    codes = sorted({value.currency for value in values if value is not None})
    return {
        code: Total(
            measure, code, [each for each in entries if each.line.value is None or each.line.value.currency == code]
        )
        for code in codes
    }


def committed(
    holder: Holder,
    *,
    within: DateSpan | str | None = None,
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Total:
    """Add up the outgoing commitments.

    Amounts below zero are corrections, and count as such. ``within`` are the days that payments must lie in, None: all;
    the rest is as in :func:`total`. The period of a payment is its day.

    Raises:
        CurrencyMismatch: they are in several currencies, and nothing says how to convert them; see :func:`totals`.
        InvalidValue: it holds no transactions, rates are wanted and no day is stated, or an argument is none.

    """
    return _total(holder, Measure.COMMITTED, within, hierarchy, Terms(to, rates, on, fallback, places))


def disbursed(
    holder: Holder,
    *,
    within: DateSpan | str | None = None,
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Total:
    """Add up the disbursements, reimbursements among them, which the standard calls a type of disbursement.

    Amounts below zero are corrections, and count as such. ``within`` are the days that payments must lie in, None: all;
    the rest is as in :func:`total`. The period of a payment is its day.

    Raises:
        CurrencyMismatch: they are in several currencies, and nothing says how to convert them; see :func:`totals`.
        InvalidValue: it holds no transactions, rates are wanted and no day is stated, or an argument is none.

    """
    return _total(holder, Measure.DISBURSED, within, hierarchy, Terms(to, rates, on, fallback, places))


def expended(
    holder: Holder,
    *,
    within: DateSpan | str | None = None,
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Total:
    """Add up the expenditure.

    Amounts below zero are corrections, and count as such. ``within`` are the days that payments must lie in, None: all;
    the rest is as in :func:`total`. The period of a payment is its day.

    Raises:
        CurrencyMismatch: they are in several currencies, and nothing says how to convert them; see :func:`totals`.
        InvalidValue: it holds no transactions, rates are wanted and no day is stated, or an argument is none.

    """
    return _total(holder, Measure.EXPENDED, within, hierarchy, Terms(to, rates, on, fallback, places))


def spent(
    holder: Holder,
    *,
    within: DateSpan | str | None = None,
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Total:
    """Add up what was disbursed and what was expended.

    Amounts below zero are corrections, and count as such. ``within`` are the days that payments must lie in, None: all;
    the rest is as in :func:`total`. The period of a payment is its day.

    Raises:
        CurrencyMismatch: they are in several currencies, and nothing says how to convert them; see :func:`totals`.
        InvalidValue: it holds no transactions, rates are wanted and no day is stated, or an argument is none.

    >>> from aidmodel import Transaction
    >>> paid = [Transaction(type="disbursement", date="2024-01-10", value="EUR 90"),
    ...         Transaction(type="expenditure", date="2024-02-10", value="EUR 12"),
    ...         Transaction(type="expenditure", date="2024-02-20", value="EUR -2")]
    >>> print(spent(paid), spent(paid, within="2024-02"), sep="; ")
    EUR 100.00; EUR 10.00

    """
    return _total(holder, Measure.SPENT, within, hierarchy, Terms(to, rates, on, fallback, places))


def received(
    holder: Holder,
    *,
    within: DateSpan | str | None = None,
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Total:
    """Add up the incoming funds.

    Amounts below zero are corrections, and count as such. ``within`` are the days that payments must lie in, None: all;
    the rest is as in :func:`total`. The period of a payment is its day.

    Raises:
        CurrencyMismatch: they are in several currencies, and nothing says how to convert them; see :func:`totals`.
        InvalidValue: it holds no transactions, rates are wanted and no day is stated, or an argument is none.

    """
    return _total(holder, Measure.RECEIVED, within, hierarchy, Terms(to, rates, on, fallback, places))


def by_fiscal_year(
    holder: Holder,
    calendar: FiscalCalendar,
    *,
    of: Measure | str = Measure.BUDGETS,
    method: Method = "days",
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Split:
    """Split money over the fiscal years of a calendar, exact to the smallest unit: the parts add up to the whole.

    A line is converted first, where ``to`` says so, and then split over its days, each of which weighs the same; with
    ``method="months"`` each month does. ``of`` is the measure: budgets, or planned disbursements, or payments, which fall
    on one day. Amounts of several currencies stand side by side. The rest is as in :func:`total`.

    Raises:
        CurrencyMismatch: ``to`` is stated, and there are no rates.
        InvalidValue: it holds no such lines, rates are wanted and no day is stated, or an argument is none.

    >>> from aidmodel import Budget
    >>> print(*by_fiscal_year(Budget("2024", value="USD 1200"), FiscalCalendar.US, method="months"), sep="; ")
    FY2024 USD 900.00; FY2025 USD 300.00

    """
    if not isinstance(calendar, FiscalCalendar):
        mend = "write FiscalCalendar.GAC, or another"
        raise InvalidValue(calendar, "must be a FiscalCalendar", mend, "calendar", "by_fiscal_year")
    lines = resolved(groups(holder, as_measure(of)), hierarchy)
    whole = cache(calendar.year_span)

    def cut(span: DateSpan) -> tuple[tuple[int, DateSpan], ...]:
        pieces = calendar.split(span)
        for year, _ in (pieces[0], pieces[-1]):
            whole(year)  # which the calendar may not have all of
        return pieces

    entries = spread(entries_of(lines, Terms(to, rates, on, fallback, places)), cut, as_method(method))
    parts = parts_of(entries, lambda year: calendar.format(_year(year)), lambda year: whole(_year(year)))
    return Split(as_measure(of), calendar, parts, entries)


def by_calendar_quarter(
    holder: Holder,
    *,
    of: Measure | str = Measure.BUDGETS,
    method: Method = "days",
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Split:
    """Split money over the quarters of the calendar year; see :func:`by_fiscal_year`.

    Raises:
        CurrencyMismatch: ``to`` is stated, and there are no rates.
        InvalidValue: it holds no such lines, rates are wanted and no day is stated, or an argument is none.

    >>> from aidmodel import Budget
    >>> print(*by_calendar_quarter(Budget("2022", value="DKK 25653580")), sep="; ")
    2022-Q1 DKK 6,325,540.27; 2022-Q2 DKK 6,395,824.05; 2022-Q3 DKK 6,466,107.84; 2022-Q4 DKK 6,466,107.84

    """
    lines = resolved(groups(holder, as_measure(of)), hierarchy)
    calendar = FiscalCalendar.CALENDAR
    entries = spread(
        entries_of(lines, Terms(to, rates, on, fallback, places)), calendar.split_quarters, as_method(method)
    )
    parts = parts_of(entries, _quarter_label, _quarter_span)
    return Split(as_measure(of), calendar, parts, entries)


def execution(
    holder: Project | Iterable[Project],
    *,
    as_of: date | str,
    to: str | None = None,
    rates: RateProvider | None = None,
    on: When | AnyDate | str | None = None,
    fallback: When | AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> Execution:
    """Compare what was spent by a day with the budget for the days until then, and with all of it.

    The budget due by the day is each line's share by days, the day included. The rest is as in :func:`total`; a day per
    line ("value_date", "span_start" …) is taken of budgets and of payments alike.

    Raises:
        CurrencyMismatch: there are several currencies, and nothing says how to convert them.
        InvalidValue: it holds no projects, rates are wanted and no day is stated, or an argument is none.

    """
    as_of = as_day(as_of)
    found = list(groups_of_projects(holder, (Measure.BUDGETS, Measure.SPENT)))
    terms = Terms(to, rates, on, fallback, places)
    budget = _sum(Measure.BUDGETS, resolved((planned for planned, _ in found), hierarchy), terms)
    paid = of_days(resolved((paid for _, paid in found), hierarchy), DateSpan(None, as_of))
    return Execution(as_of, budget, due_by(budget, as_of), _sum(Measure.SPENT, paid, terms))


def funder_shares(
    holder: Holder,
    *,
    to: str | None = None,
    rates: RateProvider | None = None,
    on: AnyDate | str | None = None,
    places: int | None = None,
    hierarchy: Hierarchy | None = None,
) -> tuple[FunderShare, ...]:
    """Give what each funder gives, and which part of the whole that is: the parts sum to 1.

    A contribution states no day: to convert contributions, state in ``on`` the day whose rates are meant. Where what one
    funder gives is not known the whole is not known, so no part of it is. The rest is as in :func:`total`.

    Raises:
        CurrencyMismatch: the contributions are in several currencies, and nothing says how to convert them.
        InvalidValue: it holds no funders, rates are wanted and no day is stated, or an argument is none.

    >>> from aidmodel import Funder
    >>> project = Project(participants=[Funder("Canada", contribution="CAD 3"), Funder("Quebec", contribution="CAD 1")])
    >>> [f"{each.funder.name} {each.share}" for each in funder_shares(project)]
    ['Canada 3/4', 'Quebec 1/4']

    """
    return shares_of(_total(holder, Measure.CONTRIBUTIONS, None, hierarchy, Terms(to, rates, on, None, places)))


def _total(
    holder: Holder, measure: Measure, within: DateSpan | str | None, hierarchy: Hierarchy | None, terms: Terms
) -> Total:
    lines: Iterable[Line] = resolved(groups(holder, measure), hierarchy)
    if within is not None:
        try:
            lines = of_days(lines, as_span(within))
        except InvalidValue as error:
            raise error.under("within", "budgets") from None
    return _sum(measure, lines, terms)


def _sum(measure: Measure, lines: Iterable[Line], terms: Terms) -> Total:
    entries = entries_of(lines, terms)
    return Total(measure, one_currency(entries, terms.to), entries)


def _year(key: Key) -> int:
    return key if isinstance(key, int) else key[0]


def _quarter_label(key: Key) -> str:
    return str(PartialDate(*_quarter(key)[:1], quarter=_quarter(key)[1]))


def _quarter_span(key: Key) -> DateSpan:
    return DateSpan.quarter(*_quarter(key))


def _quarter(key: Key) -> tuple[int, int]:
    return (key, 1) if isinstance(key, int) else key
