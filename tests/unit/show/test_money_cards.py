"""Cards of sums of money say the result first, and every line with what became of it."""

from aidmodel import Budget, FiscalCalendar, Project, Transaction, budgets, rates, show
from aidmodel.show.html import html

AGREED = rates.FixedRates({("CAD", "USD"): "0.75"}, source="agreement 12/2021")
PLAN = Project(
    identifier="XI-EX-1",
    budgets=[
        Budget("2023", value="CAD 1000", value_date="2023-01-01", type="original"),
        Budget("2023", value="CAD 800", value_date="2023-01-01", type="revised"),
        Budget("2024", value="CAD 366"),
    ],
    transactions=Transaction(type="expenditure", date="2023-05-01", value="CAD 400"),
)


def test_a_total_shows_its_lines() -> None:
    """800 CAD at 0.75 are 600 USD; the first is replaced, the third has no day to take a rate of."""
    total = budgets.total(PLAN, to="USD", rates=AGREED, on="value_date")
    shown = html(total)

    assert "budgets: USD 600.00 known, the total is not" == show(total).splitlines()[0]
    for words in ("1 CAD = 0.75 USD, agreement 12/2021", "replaced: by budgets[1]", "left out: it has no value date"):
        assert words in shown


def test_a_total_is_a_table_in_a_notebook() -> None:
    """The HTML that it gives of itself is that of its card, with a row a line."""
    total = budgets.total(PLAN, to="USD", rates=AGREED, on="value_date")
    shown = total._repr_html_()

    assert html(total) == shown
    assert 1 + len(total.entries) == shown.count("<tr>")
    assert "USD 600.00" in shown


def test_a_split_shows_its_parts_first() -> None:
    """With a column for each currency, and the lines beneath."""
    shown = budgets.by_fiscal_year(PLAN, FiscalCalendar.CALENDAR)._repr_html_()

    assert shown.index("CAD 800.00") < shown.index("CAD 366.00") < shown.index("Lines")
    assert ">2023<" in shown


def test_a_split_without_lines_has_a_card() -> None:
    """It says what it is of, and nothing else."""
    assert "budgets by period" in show(budgets.by_fiscal_year(Project(), FiscalCalendar.CALENDAR))


def test_an_execution_shows_what_it_compares() -> None:
    """By the end of 2023 all of the first year is due: 400 of 800, and 400 of 1166 in all, 34.3 %."""
    execution = budgets.execution(PLAN, as_of="2023-12-31")
    shown = execution._repr_html_()

    assert "50.0% of the CAD 800.00 due by then" in shown
    assert "34.3% of the budget of CAD 1,166.00" in shown
    assert html(execution) == shown


def test_what_a_source_holds_is_escaped() -> None:
    """An identifier with a tag in it stays words."""
    project = Project(identifier="<b>X</b>", budgets=Budget("2023", value="CAD 1"))

    assert "<b>X</b>" not in budgets.total([project])._repr_html_()
