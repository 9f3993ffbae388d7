"""A portfolio in US dollars by fiscal year: what it is by whose rates, and what is left out of it.

Run it from anywhere, with IATI files, plain or packed; without any it takes four projects of Riverbank, a small NGO that
does not exist::

    python examples/portfolio_in_dollars.py [FILE ...]

It needs no network: the rates are the annual averages that ship with the library.
"""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from aidmodel import Budget, FiscalCalendar, Project, RelatedProject, budgets, rates, read_iati

PORTFOLIO = (
    Project(
        identifier="XI-EX-RIVER-1",
        title="Water for Gorongo",
        budgets=[
            Budget("2023-04-01/2024-03-31", type="original", value="CAD 3000000.00", value_date="2023-04-01"),
            Budget("2023-04-01/2024-03-31", type="revised", value="CAD 2700000.00", value_date="2023-04-01"),
        ],
    ),
    Project(
        identifier="XI-EX-RIVER-1-A",
        title="Wells for nine villages of Gorongo",
        related_projects=RelatedProject("XI-EX-RIVER-1", type="parent"),
        budgets=Budget("2023-04-01/2024-03-31", value="CAD 900000.00", value_date="2023-04-01"),
    ),
    Project(
        identifier="XI-EX-RIVER-2",
        title="Clean stoves",
        budgets=[
            Budget("2023-01-01/2023-06-30", value="KES 12000000"),
            Budget("2023-07-01/2024-06-30", value="KES 25000000", value_date="2023-07-01"),
        ],
    ),
    Project(
        identifier="XI-EX-RIVER-3",
        title="Flood warning",
        budgets=[
            Budget("2023", value="VES 1000000", value_date="2023-01-01"),
            Budget("2024-03/2025-02", value="EUR 500000.00", value_date="2023-12-01"),
            Budget("2025-03-01/2026-02-28", value="EUR 450000.00", value_date="2025-03-01"),
        ],
    ),
)
CALENDAR = FiscalCalendar.US
RATES = rates.imf_annual()
ON, FALLBACK = "value_date", "span_start"
"""The day whose rate is meant, and the one that is taken where a budget does not state the first."""

ADDED = (budgets.Outcome.COUNTED, budgets.Outcome.LEFT_OUT)
"""What becomes of lines that are part of the sum, or should be."""


def listed(title: str, entries: Sequence[budgets.Entry]) -> None:
    """Print lines of money, each with what became of it; nothing if there are none."""
    if entries:
        print(f"{title} ({len(entries)}):")
    for entry in entries:
        print(f"  {entry.explain().splitlines()[0]}")


def main(projects: Sequence[Project]) -> None:
    """Print the portfolio as it is stated, in dollars, by fiscal year, and what does not count."""
    print("As stated, by currency:")
    for each in budgets.totals(projects).values():
        print(f"  {each}")

    total = budgets.total(projects, to="USD", rates=RATES, on=ON, fallback=FALLBACK)
    print(f"\nIn US dollars: {total}")
    for note in RATES.notes[:1]:
        print(f"  Rates: {RATES.source}. {note}")
    listed("Left out", total.left_out)
    listed("Counted, with a doubt", total.doubts)
    listed("Counted elsewhere", [entry for entry in total.entries if entry.line.outcome not in ADDED])

    split = budgets.by_fiscal_year(projects, CALENDAR, to="USD", rates=RATES, on=ON, fallback=FALLBACK)
    print("\nBy fiscal year, October to September:")
    for part in split:
        print(f"  {part.label}  {part.amount!s:>20}")
    said = set(total.left_out)
    listed("Left out of the years, beside those above", [entry for entry in split.left_out if entry not in said])


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that lacks a character shows "?" and goes on
            stream.reconfigure(errors="replace")
    main([project for name in sys.argv[1:] for project in read_iati(name).value] or PORTFOLIO)
