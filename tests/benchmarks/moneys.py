"""Adding amounts of money: py-moneyed for two, raw Decimals for many."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from moneyed import Money as Moneyed
from side import compare

from aidmodel import Money

PAIRS = 20_000
MANY = 1_000_000


def measure_money() -> Iterator[tuple[str, float, float]]:
    """Give each goal with the ratio wanted and got."""
    amounts = [Decimal(number * 7919 % 1_000_003) / 100 for number in range(PAIRS + 1)]
    ours, theirs = [Money(each, "CAD") for each in amounts], [Moneyed(each, "CAD") for each in amounts]
    assert [(left + right).amount for left, right in pairwise(ours)] == [
        (left + right).amount for left, right in pairwise(theirs)
    ]
    our_pairs, their_pairs = list(pairwise(ours)), list(pairwise(theirs))
    for kept, add in (("dropped", add_and_drop), ("kept", add_and_keep)):
        added = compare(
            {"py-moneyed left + right": lambda: add(their_pairs), "aidmodel left + right": lambda: add(our_pairs)},  # noqa: B023
            "py-moneyed left + right",
            rounds=31,
            units=PAIRS,
            unit="sum",
        )
        yield f"Money + Money, results {kept} / py-moneyed", 0.5, added["aidmodel left + right"].ratio

    raw = [Decimal(number * 7919 % 1_000_003) / 100 for number in range(MANY)]
    held = [Money(each, "CAD") for each in raw]
    assert Money.sum(held).amount == sum(raw)
    summed = compare(
        {"sum(Decimals)": lambda: sum(raw), "Money.sum": lambda: Money.sum(held)},
        "sum(Decimals)",
        rounds=15,
        units=MANY,
        unit="amount",
    )
    yield "Money.sum of a million / sum of Decimals", 2.0, summed["Money.sum"].ratio


def add_and_drop(pairs: list[tuple[Any, Any]]) -> None:
    """Add pair by pair: the addition alone."""
    for left, right in pairs:
        left + right


def add_and_keep(pairs: list[tuple[Any, Any]]) -> list[Any]:
    """Add pair by pair into a list: with it the memory of the results, and the collector that looks through them."""
    return [left + right for left, right in pairs]
