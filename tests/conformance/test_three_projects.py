"""The three projects of the examples state every fact of their pages, and nothing their pages do not state."""

import csv
import datetime as dt
import re
import runpy
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

from aidmodel import Money, PartialDate, Project, Quantity, ResultsChain, check, from_json, to_json
from aidmodel.model.element import Element

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"

PAGES = {
    "gac": ("gac_social_inclusion", "gac-project-browser"),
    "iom": ("iom_irregular_migration", "iom-development-fund"),
    "usaid": ("usaid_integra", "usaid-integra"),
}
ALL = pytest.mark.parametrize("name", list(PAGES))
WITH_PAGES = pytest.mark.skipif(not SEEDS.is_dir(), reason="the pages are not part of the repository")

OURS = re.compile(r"locations\[[0-9]+\]\.ref")
"""What a project holds that its page does not say: the names by which results point to places."""

AS_PRINTED = re.compile(
    r"identifier|reporting\.(name|ref)|title|kind|stated_status|stated_duration|programme|selection_mechanism|fund_year"
    r"|other_identifiers\[\d+\]\.ref|.*\.(name|label|objective)|.*\.beneficiaries\[\d+\]"
)
"""The paths of names, titles, codes and quoted words: what stands there stands in the sentence, letter by letter."""

HEADINGS = re.compile(r"chain\[[0-2]\]\.title")
"""The goals of the USAID page, whose titles are its headings."""

NUMBERS = {"5": "5", "9": "nine", "11": "11", "20": "20", "27": "27", "500000": "500,000", "2800000": "2.8 million"}
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September")


class Row(NamedTuple):
    """A row of a table of facts."""

    line: int
    sentence: int
    path: str
    value: str
    reason: str


@cache
def project(name: str) -> Project:
    """Build a project as its example does."""
    made = runpy.run_path(str(EXAMPLES / f"{PAGES[name][0]}.py"))["PROJECT"]
    assert isinstance(made, Project)
    return made


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Read the table of facts of a page."""
    with (EXAMPLES / "facts" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        read = csv.reader(file)

        assert next(read) == list(Row._fields)

        return tuple(Row(int(line), int(sentence), path, value, reason) for line, sentence, path, value, reason in read)


def sentences(line: str) -> tuple[str, ...]:
    """Take a line apart as the tables of facts do."""
    split: Callable[[str], list[str]] = runpy.run_path(str(EXAMPLES / "facts" / "sentences.py"))["sentences"]
    return tuple(split(line))


@cache
def page(name: str) -> tuple[tuple[str, ...], ...]:
    """Read a page: for each line its sentences."""
    text = (SEEDS / f"{PAGES[name][1]}.txt").read_text(encoding="utf-8")
    return tuple(sentences(line) for line in text.splitlines())


def leaves(thing: Any, path: str = "") -> Iterator[str]:
    """Give the path of every value that is stated, but for what is said about where it comes from."""
    if isinstance(thing, Element):
        for spec in attrs.fields(type(thing)):
            if spec.name != "provenance":
                yield from leaves(getattr(thing, spec.name), f"{path}.{spec.name}" if path else spec.name)
    elif isinstance(thing, tuple | ResultsChain):
        for at, each in enumerate(thing):
            yield from leaves(each, f"{path}[{at}]")
    elif thing is not None and str(thing) != "":
        yield path


def dates(value: dt.date | PartialDate) -> list[str]:
    """Give the words of which one stands where a date is printed."""
    if isinstance(value, dt.date):
        return [f"{MONTHS[value.month]} {value.day}, {value.year}"]
    return [f"{MONTHS[value.month]} {value.year}"] if value.month is not None else [str(value.year)]


def test_lines_are_taken_apart_at_sentences_and_items() -> None:
    """A sentence ends before a capital, an item begins with its number; "3.0" and "(2015-2019)" are neither."""
    expected = (
        "It lasts 3.0 years (2015-2019), as CE.0373 says.",
        "It will",
        "1) advise; and",
        "(2) support.",
        "“All of it.”",
    )

    assert expected == sentences(" ".join(expected))
    assert sentences("  ") == ()


@ALL
def test_each_row_says_what_stands_in_the_project(name: str) -> None:
    """A row with a path gives, as words, the value at that path; one without says why it is no fact."""
    wrong = [row for row in rows(name) if row.path and str(project(name).at(row.path)) != row.value]

    assert wrong == []
    assert [] == [row for row in rows(name) if bool(row.path) == bool(row.reason) or (row.value and not row.path)]
    assert len(rows(name)) == len(set(rows(name)))


@ALL
def test_nothing_is_stated_that_no_row_has(name: str) -> None:
    """Every value in the project has a row: nothing is stated that the page does not state."""
    known = {row.path for row in rows(name)}

    assert [] == [path for path in leaves(project(name)) if path not in known and not OURS.fullmatch(path)]


def test_levels_are_those_the_pages_state() -> None:
    """GAC calls three of its results outcomes, of no depth; no other result has a level, and no node a link."""
    levels = {name: [node.level.term if node.level else None for node in project(name).chain] for name in PAGES}

    assert levels == {
        "gac": ["activity"] * 6 + ["outcome"] * 3 + [None] * 8,
        "iom": [None] * 2,
        "usaid": [None] * 9,
    }
    assert [] == [node for name in PAGES for node in project(name).chain if node.contributes_to]


def test_what_the_pages_leave_open_stays_open() -> None:
    """A blank label, or none at all, is unknown: no value takes its place."""
    gac, iom, usaid = (project(name) for name in PAGES)

    assert [(), ()] == [gac.sectors, gac.regions]
    assert [None, None] == [country.percentage for country in gac.countries]
    assert [iom.identifier, usaid.identifier, usaid.status, usaid.scope] == [None] * 4
    assert [(), ()] == [iom.participants, usaid.participants]
    assert [(), (), ()] == [usaid.amounts, usaid.sectors, usaid.contacts]


def test_dates_keep_the_precision_of_the_pages() -> None:
    """Days, years and months: 1100 days both ends counted, from 2 to 730 days, from 1798 to 1856 days."""
    spans = [project(name).span for name in PAGES]

    assert [str(span) for span in spans] == ["2022-03-28/2025-03-31", "2017/2018", "2021-09/2026-09"]
    assert [span.days_range for span in spans if span] == [(1100, 1100), (2, 730), (1798, 1856)]


LACKING = {
    "gac": [
        ("organisations.unknown-agency", "reporting.ref"),  # CA-3, as it stands in the page's project number
        ("dates.no-start", "dates"),  # a start is stated: neither planned nor actual
        ("places.countries-do-not-add-up", "countries"),
        ("places.country-no-percentage", "countries"),  # two countries, and no share of either
        ("sectors.none", "sectors"),
        ("texts.no-language", "default_language"),
    ],
    "iom": [
        ("identity.no-identifier", "identifier"),
        ("organisations.no-funder", "participants"),
        ("dates.no-start", "dates"),
        ("places.regions-do-not-add-up", "regions"),  # a country and a region of IOM's own list: 3.4.2 adds them up
        ("sectors.no-dac", "sectors"),  # "Project type" is of IOM's own list
        ("texts.no-language", "default_language"),
    ],
    "usaid": [
        ("identity.no-identifier", "identifier"),
        ("organisations.no-funder", "participants"),
        ("dates.no-start", "dates"),
        ("sectors.none", "sectors"),
        ("texts.no-language", "default_language"),
    ],
}
"""What IATI or logic asks for and the page does not say."""
NO_LEVEL = {"gac": range(9, 17), "iom": range(2), "usaid": range(9)}
"""The nodes of the chain that the page gives no level."""


@ALL
def test_check_finds_what_the_page_lacks_and_no_more(name: str) -> None:
    """Nothing is found that the page says; each result whose level is not stated is worth a word."""
    expected = [*LACKING[name], *(("results.no-level", f"chain[{at}]") for at in NO_LEVEL[name])]

    report = check(project(name), as_of="2026-11-21")

    assert expected == [(issue.code, issue.path) for issue in report]


@ALL
def test_json_gives_the_project_back(name: str) -> None:
    """A project is read from its JSON as it was written, and so is where its facts come from."""
    back: Project = from_json(to_json(project(name)))

    assert back == project(name)
    assert back.provenance == project(name).provenance


@ALL
def test_provenance_leads_somewhere(name: str) -> None:
    """Each path that provenance names is one of the project, and each entry names its page, a line and words of it."""
    for entry in project(name).provenance:
        project(name).at(entry.path)

        assert entry.source == PAGES[name][1]
        assert entry.line is not None
        assert entry.quote is not None


@WITH_PAGES
@ALL
def test_each_sentence_has_a_row(name: str) -> None:
    """Each sentence of each line has a row, and each row a sentence."""
    expected = {(line, number) for line, all_ in enumerate(page(name), 1) for number, _ in enumerate(all_, 1)}

    assert expected == {(row.line, row.sentence) for row in rows(name)}


@WITH_PAGES
@ALL
def test_quotes_stand_on_the_page(name: str) -> None:
    """What provenance quotes stands on the line it names."""
    for entry in project(name).provenance:
        assert str(entry.quote) in " ".join(page(name)[(entry.line or 0) - 1]), entry


@WITH_PAGES
@ALL
def test_names_and_figures_are_as_printed(name: str) -> None:
    """Names, titles, codes, quoted words, numbers, units, amounts and dates stand in their sentence as printed."""
    for row in rows(name):
        if not row.path or row.value == "None":
            continue
        sentence = page(name)[row.line - 1][row.sentence - 1]
        value = project(name).at(row.path)
        printed = [row.value] if AS_PRINTED.fullmatch(row.path) else []
        if name == "usaid" and HEADINGS.fullmatch(row.path):
            printed = [row.value]
        if isinstance(value, Quantity):
            printed = [NUMBERS[str(value.value)], value.unit.removesuffix("s")]
        elif isinstance(value, Money):
            printed = [f"{value.amount:,f}" if "," in sentence else f"{value.amount:f}"]
        elif isinstance(value, dt.date | PartialDate):
            printed = dates(value)

        assert [] == [words for words in printed if words.casefold() not in sentence.casefold()], row


@WITH_PAGES
@ALL
def test_sentences_are_retold(name: str) -> None:
    """No text that is not a name, title or quotation has eight words on end from the page, names apart."""
    names = {row.value for row in rows(name) if row.path.endswith(".name")}
    text = " ".join(" ".join(re.findall(r"\w+", sentence.casefold())) for line in page(name) for sentence in line)
    for row in rows(name):
        if not row.path or AS_PRINTED.fullmatch(row.path):
            continue
        told = row.value
        for printed in names:
            told = told.replace(printed, "…")
        words = re.findall(r"\w+|…", told.casefold())
        runs = [" ".join(words[at : at + 8]) for at in range(len(words) - 7)]

        assert [] == [run for run in runs if run in text], row
