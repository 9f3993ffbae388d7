"""How two spans can lie to each other."""

from enum import Enum
from typing import final


@final
class Allen(Enum):
    """How one span lies to another: of the thirteen relations of J. F. Allen exactly one holds."""

    BEFORE = "before"
    """Ends with at least one day between them."""
    MEETS = "meets"
    """Ends on the day before the other starts."""
    OVERLAPS = "overlaps"
    """Starts first, ends within the other."""
    STARTS = "starts"
    """Starts with the other, ends before it."""
    DURING = "during"
    """Starts after and ends before the other."""
    FINISHES = "finishes"
    """Starts after the other, ends with it."""
    EQUALS = "equals"
    """Has the same days."""
    FINISHED_BY = "finished by"
    """Starts before the other, ends with it."""
    CONTAINS = "contains"
    """Starts before and ends after the other."""
    STARTED_BY = "started by"
    """Starts with the other, ends after it."""
    OVERLAPPED_BY = "overlapped by"
    """Starts within the other, ends last."""
    MET_BY = "met by"
    """Starts on the day after the other ends."""
    AFTER = "after"
    """Starts with at least one day between them."""

    @property
    def inverse(self) -> "Allen":
        """The relation of the other span to this one."""
        relations = list(Allen)
        return relations[-1 - relations.index(self)]

    def __repr__(self) -> str:
        return f"Allen.{self.name}"
