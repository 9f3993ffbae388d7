"""Files of real publishers in US dollars: every line accounted for, every sum computed a second way.

The files and the table of rates lie outside the project. ``python tests/conformance/test_budgets_real.py`` prints the table.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from aidmodel import Code, Project, budgets, rates, read_iati
from aidmodel.analysis.lines import Line, Outcome
from aidmodel.analysis.total import Total

SHARED = Path(__file__).parents[3] / "shared"
RATES = SHARED / "rates" / "annual_avg_units_per_usd_clean.csv"
pytestmark = pytest.mark.skipif(not RATES.is_file(), reason="files of publishers and rates are not in the repository")

FILES = (
    "adb-armenia-2.03",
    "afdb-agriculture-2.01",
    "afdb-agriculture-markedup-2.02",
    "be-ngo-kbo-0421210424-2.02",
    "beis-gb-gov-13-2.03",
    "caf-2025-2.03",
    "canada-ca-3-2.03",
    "dfid-burundi-1.01",
    "dportal-ec-near-2.03",
    "dportal-nl-ngos-2.03",
    "dportal-oxfam-novib-2.03",
    "dportal-uk-ngos-oxfam-saveuk-2.03",
    "ec-elarg-kosovo-1.04",
    "ec-intpa-2.03",
    "fcdo-2.03",
    "gates-dac-1601-2.03",
    "gb-chc-1075920-results-1.01",
    "ifad-2.03",
    "oxfam-gb-bangladesh-1.00",
    "spark-nl-1.00",
    "un-47111-1.03",
    "unhcr-2023-2.03",
    "unops-barbados-1.01",
    "usaid-798-2.03",
    "usaid-one-activity-152-transactions-2.03",
    "worldbank-sv-2.03",
)
"""All that are activity files and well-formed; each has budgets or transactions."""

MEASURES: dict[str, tuple[Callable[..., Total], tuple[str, ...]]] = {
    "budgets": (budgets.total, ()),
    "committed": (budgets.committed, ("2", "C", "Commitment")),
    "spent": (budgets.spent, ("3", "D", "Disbursement", "4", "E", "7", "R")),
    "received": (budgets.received, ("1", "IF")),
}
"""The function of each, and the codes of its transactions: letters in the versions 1.0x, words in one file."""

EVERY = pytest.mark.parametrize(("name", "measure"), [(name, measure) for name in FILES for measure in MEASURES])

REASONS = {
    "no value": r"it has no value, or none in any currency",
    "no date": r"it has no value date to take a rate of",
    "unknown type": r"its type .+ is neither original nor revised",
    "year after the table": r"no rate from [A-Z]{3} to USD (?:on|for) .+: [A-Z]{3} is known from \d{4} to \d{4}.*",
    "year that is not in the table": r"no rate from [A-Z]{3} to USD (?:on|for) .+: [A-Z]{3} is known .+",
    "currency that is not in the table": r"no rate from [A-Z]{3} to USD (?:on|for) .+: it has no [A-Z]{3} among .+",
}
"""All that a line may be left out for, and what its note says then."""


@cache
def units_per_dollar() -> dict[tuple[str, int], Decimal]:
    """Read the table of rates again, without the library."""
    with RATES.open(encoding="utf-8", newline="") as file:
        return {(row["currency"], int(row["year"])): Decimal(row["units_per_usd"]) for row in csv.DictReader(file)}


@cache
def projects_of(name: str) -> tuple[Project, ...]:
    """Read a file."""
    return read_iati(SHARED / "iati" / "real" / f"{name}.xml").value


@cache
def total_of(name: str, measure: str) -> Total:
    """Add up a measure of a file in US dollars, at the rate of the value date, or else of the start of the period."""
    add_up, _ = MEASURES[measure]
    return add_up(
        projects_of(name),
        to="USD",
        hierarchy="parents",
        rates=rates.imf_annual(),
        on="value_date",
        fallback="span_start",
    )


@cache
def elements(name: str) -> Counter[str]:
    """Count the lines of each measure by another parser, from the file itself."""
    root = etree.parse(SHARED / "iati" / "real" / f"{name}.xml", etree.XMLParser(huge_tree=True)).getroot()
    kinds = [each.find("transaction-type") for each in root.iterfind(".//iati-activity/transaction")]
    codes = Counter(str(kind.get("code")).strip() for kind in kinds if kind is not None)
    counted = {measure: sum(codes[code] for code in those) for measure, (_, those) in MEASURES.items()}
    return Counter(counted | {"budgets": len(root.findall(".//iati-activity/budget"))})


def day_of(line: Line) -> date | None:
    """Give the value date, or else the day of the payment or the start of the period."""
    if line.value_date is not None:
        return line.value_date
    start = None if line.span is None else line.span.start
    assert start is None or isinstance(start, date)
    return start


def missing(line: Line) -> str | None:
    """Say what a line lacks to be counted in US dollars: a key of REASONS, or None."""
    value, day = line.value, day_of(line)
    if isinstance(getattr(line.item, "type", None), Code):
        return "unknown type"
    if value is None:
        return "no value"
    if value.currency == "USD" or not value.amount:
        return None
    if value.currency not in {currency for currency, _ in units_per_dollar()}:
        return "currency that is not in the table"
    if day is None:
        return "no date"
    if (value.currency, day.year) in units_per_dollar():
        return None
    return "year after the table" if day.year > 2024 else "year that is not in the table"


def dollars(line: Line) -> Decimal:
    """Convert a line by hand: units over units per dollar, half up to the cent; dollars stay as they are, and nothing is nothing at any rate."""
    value, day = line.value, day_of(line)
    assert value is not None
    if value.currency == "USD" or not value.amount:
        return value.amount
    assert day is not None
    context = Context(prec=60, rounding=ROUND_HALF_UP)
    exact = context.divide(value.amount, units_per_dollar()[value.currency, day.year])
    return context.quantize(exact, Decimal("0.01"))


class Row(NamedTuple):
    """A file and measure, and what became of its lines."""

    file: str
    measure: str
    lines: int
    counted: int
    doubtful: int
    replaced: int
    repeated: int
    elsewhere: int
    left_out: int
    dollars: str
    reasons: str


def row(name: str, measure: str) -> Row:
    """Give what became of the lines of a file, in numbers."""
    total = total_of(name, measure)
    found = Counter(entry.line.outcome for entry in total.entries)
    reasons = Counter(missing(entry.line) for entry in total.left_out)
    return Row(
        name,
        measure,
        len(total.entries),
        found[Outcome.COUNTED],
        len(total.doubts),
        found[Outcome.REPLACED],
        found[Outcome.REPEATED],
        found[Outcome.IN_PARENT],
        found[Outcome.LEFT_OUT],
        "none" if total.known is None else f"{total.known.amount:,.2f}",
        ", ".join(f"{reason} {count:,}" for reason, count in sorted(reasons.items(), key=str)),
    )


def table() -> str:
    """Give the rows of all files as a table in Markdown, without those that have no lines."""
    titles = (
        *("file", "measure", "lines", "counted", "with a doubt", "replaced", "repeated", "in parent", "left out"),
        *("USD", "why left out"),
    )
    rows = [titles, ("---", "---", *["---:"] * 8, "---")]
    found = [row(name, measure) for name in FILES for measure in MEASURES if total_of(name, measure).entries]
    rows += [tuple(f"{cell:,}" if isinstance(cell, int) else cell for cell in each) for each in found]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


@EVERY
def test_no_line_is_dropped(name: str, measure: str) -> None:
    """There is an entry for each element that XPath finds, each element once, and each has one outcome."""
    total = total_of(name, measure)
    found = Counter(entry.line.outcome for entry in total.entries)
    paths = {entry.line.path for entry in total.entries}

    assert elements(name)[measure] == len(total.entries) == len(paths) == found.total()
    assert found.total() == sum(found[outcome] for outcome in Outcome if outcome is not Outcome.IN_CHILDREN)


@EVERY
def test_each_line_stands_where_its_path_says(name: str, measure: str) -> None:
    """The path leads to the item itself, and its project is the one of that number."""
    projects = projects_of(name)
    for entry in total_of(name, measure).entries:
        stated = re.fullmatch(r"\[(\d+)\]\.(budgets|transactions)\[(\d+)\]", entry.line.path)
        assert stated is not None
        project = projects[int(stated[1])]

        assert getattr(project, stated[2])[int(stated[3])] is entry.line.item
        assert project.identifier == entry.line.project


@EVERY
def test_the_sum_is_that_of_plain_decimals(name: str, measure: str) -> None:
    """Each counted line divided by the rate of its year out of the CSV file, to the cent; and the sum of these."""
    total = total_of(name, measure)

    for entry in total.counted:
        assert entry.amount is not None
        assert dollars(entry.line) == entry.amount.amount
    if total.known is None:
        assert () == total.counted
    else:
        assert "USD" == total.known.currency
        assert sum((dollars(entry.line) for entry in total.counted), Decimal(0)) == total.known.amount


@EVERY
def test_what_is_left_out_is_so_for_a_known_reason(name: str, measure: str) -> None:
    """A line that stands is left out if and only if it lacks something, and its note says what."""
    for entry in total_of(name, measure).entries:
        line = entry.line
        if line.outcome in (Outcome.COUNTED, Outcome.LEFT_OUT):
            lacks = missing(line)

            assert (lacks is not None) is (line.outcome is Outcome.LEFT_OUT)
            assert lacks is None or re.fullmatch(REASONS[lacks], line.note)
            assert (entry.amount is not None) is (lacks is None)
        else:
            assert entry.amount is None


@EVERY
def test_what_is_known_only_in_part_has_no_value(name: str, measure: str) -> None:
    """The total is None where a line is left out, or none counts; otherwise it is the sum."""
    total = total_of(name, measure)
    whole = bool(total.counted) and not total.left_out

    assert (total.known if whole else None) == total.value


@EVERY
def test_a_repeated_line_is_there_before(name: str, measure: str) -> None:
    """Either the same item of the same project, or the whole project by its identifier."""
    projects = projects_of(name)
    for entry in total_of(name, measure).entries:
        if entry.line.outcome is Outcome.REPEATED:
            number, _, rest = entry.line.path.removeprefix("[").partition("].")
            before = getattr(projects[int(number)], measure, ())[: int(rest.partition("[")[2].removesuffix("]"))]

            assert entry.line.item in before or entry.line.project in {
                each.identifier for each in projects[: int(number)]
            }


@EVERY
def test_a_line_that_is_in_a_parent_has_one(name: str, measure: str) -> None:
    """Its project says so, or one that is its parent does; and that its note names is there, and has a line that counts."""
    projects = projects_of(name)
    total = total_of(name, measure)
    counting = {entry.line.project for entry in total.counted}
    children = {each.ref for project in projects for each in project.related_projects if str(each.type) == "child"}
    for entry in total.entries:
        if entry.line.outcome is Outcome.IN_PARENT:
            project = projects[int(entry.line.path.removeprefix("[").partition("]")[0])]
            stated = re.fullmatch(r"counted in (.+?)( and \d+ more)?", entry.line.note)

            assert project.identifier in children or "parent" in {str(each.type) for each in project.related_projects}
            assert stated is not None
            assert stated[1] in counting


@EVERY
def test_a_replaced_line_has_a_revised_one_for_its_days(name: str, measure: str) -> None:
    """It is not revised itself, and days of a revised line of its project share its first day and its last."""
    projects = projects_of(name)
    for entry in total_of(name, measure).entries:
        if entry.line.outcome is Outcome.REPLACED:
            span = entry.line.span
            number = int(entry.line.path.removeprefix("[").partition("]")[0])
            revised = [each.span for each in projects[number].budgets if str(each.type) == "revised" and each.span]

            assert span is not None
            assert str(getattr(entry.line.item, "type", None)) != "revised"
            for day in (span.start, span.end):
                assert day is not None
                assert any(each.contains(day) for each in revised)


@EVERY
def test_each_outcome_is_explained(name: str, measure: str) -> None:
    """Whatever does not count says why; the explanation has a line for each."""
    total = total_of(name, measure)
    told = total.explain().split("\n")

    assert all(entry.line.note for entry in total.entries if entry.line.outcome is not Outcome.COUNTED)
    assert len(total.entries) <= len(told) - 1


def test_the_table() -> None:
    """``pytest -s`` shows it: a row for each file and measure that has lines."""
    rows = sum(bool(elements(name)[measure]) for name in FILES for measure in MEASURES)
    told = table()
    sys.stdout.write(f"\n{told}\n")

    assert rows == len(told.split("\n")) - 2


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
