"""Indicators of real publishers, joined and by category: a value, counts or a refusal, and never an error.

The files lie outside the project; nothing of what they say is repeated here but counts.
"""

import json
from collections import Counter
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree

from aidmodel import Indicator, Result, read_iati
from aidmodel.analysis.aggregates import Aggregate
from aidmodel.analysis.aggregation import aggregate
from aidmodel.analysis.dimension_forms import REPEATED, normalise_disaggregation, recognised
from aidmodel.analysis.disaggregation import categories, disaggregate
from aidmodel.analysis.figures import SENTENCES
from aidmodel.analysis.progress import progress
from aidmodel.model.indicator import all_values

REAL = Path(__file__).parents[3] / "shared" / "iati" / "real"
TABLE: dict[str, dict[str, dict[str, int]]] = json.loads(
    Path(__file__).with_name("aggregation_reasons.json").read_text(encoding="utf-8")
)
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the files of publishers are not part of the repository")
EVERY = pytest.mark.parametrize("name", TABLE)


@cache
def results(name: str) -> tuple[Result, ...]:
    """Give the results of a file that have indicators."""
    chains = [project.chain for project in read_iati(REAL / f"{name}.xml").value]
    return tuple(node for chain in chains for node in chain if isinstance(node, Result) and node.indicators)


def indicators(name: str) -> list[Indicator]:
    """Give the indicators of the results of a file."""
    return [indicator for result in results(name) for indicator in result.indicators]


def groups(name: str) -> list[list[Indicator]]:
    """Give the indicators of each result that share a measure, where they are several."""
    found: list[list[Indicator]] = []
    for result in results(name):
        by_measure: dict[object, list[Indicator]] = {}
        for indicator in result.indicators:
            by_measure.setdefault(indicator.measure, []).append(indicator)
        found += [each for each in by_measure.values() if len(each) > 1]
    return found


def counted(found: list[Aggregate]) -> dict[str, int]:
    """Give how many there are of each way of joining and of each refusal."""
    return dict(Counter(str(each.method) if each.refused is None else each.refused.code for each in found))


def test_all_files_with_indicators_are_in_the_table() -> None:
    """As another parser finds them; what is not well-formed is read by nobody."""
    with_indicators: list[str] = []
    for path in sorted(REAL.glob("*.xml")):
        try:
            root = etree.parse(path, etree.XMLParser(huge_tree=True)).getroot()
        except etree.XMLSyntaxError:
            continue
        if root.find(".//iati-activity/result/indicator") is not None:
            with_indicators.append(path.stem)

    assert with_indicators == list(TABLE)


@EVERY
def test_one_alone_is_what_progress_reckons_with(name: str) -> None:
    """Its value is the actual that progress used; where there is none the reason is the same, or the kind has no way at all."""
    refusals = ("labels_do_not_add", "measure_not_stated", "not_aggregatable")
    for indicator in indicators(name):
        found, actual = aggregate([indicator]), progress(indicator).inputs.actual
        if found.refused is None:
            assert (actual.number, actual.complete, 1, 1) == (
                found.value, found.complete, found.n_used, found.n_expected
            )  # fmt: skip
        elif found.refused.code not in refusals:
            assert actual.reason is not None
            assert actual.reason.code == found.refused.code


@EVERY
def test_what_stands_under_one_result(name: str) -> None:
    """A value, counts or a refusal; a sum is the sum of what each has, and those without a value are not in it."""
    for group in groups(name):
        found = aggregate(group)
        numbers = [progress(each).inputs.actual.number for each in group]

        assert 1 == (found.value is not None) + bool(found.counts) + (found.refused is not None)
        assert found.refused is None or found.refused.code in SENTENCES
        assert len(group) == found.n_expected
        assert all((str(found), found.explain()))
        if found.method == "sum" and found.refused is None:
            known = [number for number in numbers if number is not None]
            assert (sum(known, Fraction(0)), len(known)) == (found.value, found.n_used)
            assert found.complete <= (len(known) == len(group))


@EVERY
def test_nothing_is_joined_against_the_will_of_its_publisher(name: str) -> None:
    """aggregation-status="0" of one is enough."""
    for group in groups(name):
        if any(each.aggregation_status is False for each in group):
            refused = aggregate(group).refused
            assert refused is not None
            assert "not_aggregatable" == refused.code


@EVERY
def test_nothing_of_unlike_things_passes_without_a_word(name: str) -> None:
    """IATI has no unit: counts of other things under one result are refused, or there is a doubt to read."""
    for group in groups(name):
        found = aggregate(group)
        titles = {each.title for each, member in zip(group, found.members, strict=True) if member.value is not None}

        assert found.refused is not None or found.method != "sum" or len(titles) < 2 or found.doubts


@EVERY
def test_the_refusals_are_those_of_the_table(name: str) -> None:
    """How many have a value, and how many each refusal; see tests/data_sources/make_aggregation_reasons.py."""
    assert TABLE[name]["alone"] == counted([aggregate([each]) for each in indicators(name)])
    assert TABLE[name]["together"] == counted([aggregate(group) for group in groups(name)])


@EVERY
def test_none_is_lost(name: str) -> None:
    """As many indicators, and values by category and by place, as another parser counts."""
    root = etree.parse(REAL / f"{name}.xml", etree.XMLParser(huge_tree=True)).getroot()
    path = ".//iati-activity/result/indicator"
    values = [
        value for place in ("baseline", "period/target", "period/actual") for value in root.findall(f"{path}/{place}")
    ]

    assert len(root.findall(path)) == sum(TABLE[name]["alone"].values())
    assert TABLE[name]["forms"].get("values by category", 0) == sum(
        value.find("dimension") is not None for value in values
    )
    assert TABLE[name]["forms"].get("values by place", 0) == sum(value.find("location") is not None for value in values)


@EVERY
def test_the_forms_are_those_of_the_table(name: str) -> None:
    """How many places there are in which values by category are written in another way than IATI's own."""
    told = Counter(each.code for indicator in indicators(name) for each in recognised(indicator))

    assert {code: n for code, n in TABLE[name]["forms"].items() if "." in code} == dict(told)


@EVERY
def test_brought_into_one_form(name: str) -> None:
    """No value is lost or changed, none for all is other than before, and nothing is left to do."""
    for indicator in indicators(name):
        once = normalise_disaggregation(indicator).value
        found = [each.code for each in recognised(indicator)]

        assert once == normalise_disaggregation(once).value
        assert (once is indicator) is (not found)
        assert aggregate([indicator]).value in (None, aggregate([once]).value)
        if set(found) <= {REPEATED}:
            assert set(all_values(indicator)) == set(all_values(once))


@EVERY
def test_tables_by_what_is_stated(name: str) -> None:
    """Of each set of dimensions that values have: a table, and a whole that is what is stated for all."""
    for indicator in indicators(name):
        asked = {tuple(each for each, _ in categories(value)) for value in all_values(indicator)} - {()}
        for dimensions in (each for each in asked if len(set(each)) == len(each)):
            table = disaggregate(evolve(indicator, accumulation="snapshot"), *dimensions)

            assert table.cells
            assert all((str(table), repr(table)))
            assert (table.agrees is False) is bool(table.disagreements)
            assert table.total.number is None  # nobody can say in IATI that nobody is in two categories
