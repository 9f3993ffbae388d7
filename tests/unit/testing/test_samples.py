"""The sample projects are what they say."""

from collections.abc import Callable

import pytest

from aidmodel import (
    Budget,
    Code,
    Indicator,
    PartialDate,
    Project,
    Result,
    ValueStatus,
    check,
    from_json,
    to_json,
)
from aidmodel.testing import samples


@pytest.mark.parametrize("sample", [samples.small, samples.large])
def test_tidy_samples_pass_every_rule(sample: Callable[[], Project]) -> None:
    """No rule finds anything in them."""
    assert "no issues" == str(check(sample(), as_of="2025-06-30"))


@pytest.mark.parametrize("sample", [samples.small, samples.odd, samples.large])
def test_samples_are_the_same_each_time(sample: Callable[[], Project]) -> None:
    """Two calls give equal projects, and JSON gives the same one back."""
    assert sample() == sample() == from_json(to_json(sample()))


def test_the_odd_sample_is_odd() -> None:
    """It has what tests forget, and check() sees it without raising."""
    odd = samples.odd()
    chain = odd.chain
    indicator = odd.at("chain[7].indicators[0]")

    assert not check(odd, as_of="2025-06-30").ok()
    assert "" == odd.title[None]
    assert "Odd\nOdd again\n " == odd.title["en"]
    assert Code("99") == odd.status
    assert odd.planned is None
    assert PartialDate("2020~") == odd.dates[4].date
    assert Budget() == odd.budgets[0]
    assert any(budget.value is not None and budget.value.amount < 0 for budget in odd.budgets)
    assert chain[0] == chain[1] == Result(title="Twice")
    assert {"a", "b"} == {node.id for node in chain.parents("a")}
    assert 2 == len([link for link in chain["a"].contributes_to if link.to == "b"])
    assert isinstance(indicator, Indicator)
    assert [None, None, ValueStatus.SUPPRESSED] == [actual.status for actual in indicator.periods[1].actuals]
    assert 3 == len(odd.provenance)
    assert odd.extras is not None
    assert ("@xml:base",) == tuple(raw.name for raw in odd.extras.raw)


def test_the_large_sample_is_large() -> None:
    """200 results, 360 indicators, 1440 periods."""
    results = samples.large().chain.results
    indicators = [indicator for result in results for indicator in result.indicators]

    assert (200, 360, 1440) == (len(results), len(indicators), sum(len(each.periods) for each in indicators))
