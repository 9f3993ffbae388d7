"""What several rules ask of percentages: whether all have one, and whether they make a whole."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from aidmodel.model.classification import Classification
from aidmodel.rules.stated import DAC, Shared, states_share, vocabulary

_HALF = Decimal("0.00005")
"""Sums are rounded to four decimals, as the standard's Validator does; from here on they are another number."""

T = TypeVar("T", bound=Classification)


def of_vocabularies(things: Iterable[T]) -> tuple[list[T], dict[str, list[T]]]:
    """Give those of the standard's default list, and by vocabulary those of each other that is stated.

    A vocabulary that is stated and blank counts as the default list and as one of its own, as in the standard's ruleset.
    """
    default: list[T] = []
    others: dict[str, list[T]] = {}
    for each in things:
        stated = vocabulary(each)
        if stated in DAC:
            default.append(each)
        if stated is not None and stated != "1":
            others.setdefault(stated, []).append(each)
    return default, others


def lacking(things: Sequence[Shared]) -> int:
    """Count the things without a percentage where there are several; 0 for a lone one, which needs none."""
    return sum(not states_share(each) for each in things) if len(things) > 1 else 0


def sum_fault(things: Sequence[Shared]) -> str:
    """Say what the percentages make in place of a whole; '' where they make one. What is no number does not count."""
    if not any(map(states_share, things)):
        return "are not stated, and so do not add up to 100"
    whole = sum((each.percentage for each in things if each.percentage is not None), Decimal(0))
    return "" if abs(whole - 100) < _HALF else f"add up to {whole:f}, not 100"


def alone_and_partial(things: Sequence[Shared]) -> bool:
    """Say whether there is one thing, with a percentage that is not 100."""
    return len(things) == 1 and states_share(things[0]) and things[0].percentage != 100


def out_of_range(thing: Shared) -> bool:
    """Say whether a percentage is below 0 or above 100."""
    return thing.percentage is not None and not 0 <= thing.percentage <= 100


def called(vocabulary: str | None) -> str:
    """Name a vocabulary, as in "of vocabulary 99"."""
    return f"of vocabulary {vocabulary}" if vocabulary else "of the default vocabulary"
