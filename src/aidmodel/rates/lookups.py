"""Which of a table's periods answers for the one that is asked for; None where none does, never one too far away."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Sequence

Distance = Callable[[int], int]
"""How many days a period's observation lies from the day that is asked for, below 0 where it lies before it."""


def last(known: Sequence[int], also: Container[int], wanted: int) -> int | None:
    """Give the last period on or before the one wanted that both currencies have."""
    for at in range(bisect_right(known, wanted) - 1, -1, -1):
        if known[at] in also:
            return known[at]
    return None


def first_after(known: Sequence[int], also: Container[int], wanted: int) -> int | None:
    """Give the first period on or after the one wanted that both currencies have."""
    return next((known[at] for at in range(bisect_left(known, wanted), len(known)) if known[at] in also), None)


def nearest(before: int | None, after: int | None, distance: Distance) -> int | None:
    """Give the nearer of two periods; of two equally near the earlier."""
    if before is None or after is None:
        return after if before is None else before
    return before if abs(distance(before)) <= abs(distance(after)) else after
