"""Indicators of real publishers: each has a progress or a reason, and never both, neither, or an error.

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
from aidmodel.analysis.figures import SENTENCES
from aidmodel.analysis.progress import Progress, progress

REAL = Path(__file__).parents[3] / "shared" / "iati" / "real"
REASONS: dict[str, dict[str, int]] = json.loads(
    Path(__file__).with_name("progress_reasons.json").read_text(encoding="utf-8")
)
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the files of publishers are not part of the repository")
EVERY = pytest.mark.parametrize("name", REASONS)


@cache
def indicators(name: str) -> tuple[Indicator, ...]:
    """Give the indicators of the results of a file."""
    chains = [project.chain for project in read_iati(REAL / f"{name}.xml").value]
    return tuple(each for chain in chains for node in chain if isinstance(node, Result) for each in node.indicators)


@cache
def found(name: str) -> tuple[Progress, ...]:
    """Give the progress of each indicator of a file."""
    return tuple(progress(indicator) for indicator in indicators(name))


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

    assert with_indicators == list(REASONS)


@EVERY
def test_each_has_a_value_or_a_reason(name: str) -> None:
    """One of the two, and what is written of it says which."""
    for each in found(name):
        assert (each.value is None) is not (each.reason is None)
        assert each.reason is None or each.reason.code in SENTENCES
        assert str(each).startswith("not known: ") is (each.value is None)


@EVERY
def test_the_reasons_are_those_of_the_table(name: str) -> None:
    """How many have a value, and how many each reason; see tests/data_sources/make_progress_reasons.py."""
    told = Counter("value" if each.reason is None else each.reason.code for each in found(name))

    assert REASONS[name] == dict(sorted(told.items()))


@EVERY
def test_none_is_lost(name: str) -> None:
    """As many as another parser counts."""
    root = etree.parse(REAL / f"{name}.xml", etree.XMLParser(huge_tree=True)).getroot()

    assert len(root.findall(".//iati-activity/result/indicator")) == sum(REASONS[name].values())


@EVERY
def test_a_value_is_what_the_formula_gives(name: str) -> None:
    """Of each value: one baseline, one target and one actual for all, and (A - B)/(T - B) of them by hand."""
    for indicator, each in zip(indicators(name), found(name), strict=True):
        if each.value is None:
            continue
        bases = {value.value for value in indicator.baselines if not value.dimensions and not value.locations}
        aims, actuals = (
            {value.value for value in values if not value.dimensions and not value.locations}
            for values in (
                [value for period in indicator.periods for value in period.targets],
                [value for period in indicator.periods for value in period.actuals],
            )
        )
        ((b,), (t,), (a,)) = (
            [Fraction(value) for value in values if value is not None] for values in (bases, aims, actuals)
        )

        assert (a - b) / (t - b) == each.value


@EVERY
@pytest.mark.parametrize("accumulation", ["per period", "running sum", "running total", "snapshot"])
def test_each_has_one_however_they_accumulate(name: str, accumulation: str) -> None:
    """IATI does not say how periods belong together; whoever knows and says so gets a value or another reason."""
    for indicator in indicators(name):
        each = progress(evolve(indicator, accumulation=accumulation), as_of="2024-12-31")

        assert (each.value is None) is not (each.reason is None)
        assert each.reason is None or each.reason.code != "accumulation_not_stated"
