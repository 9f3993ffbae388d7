"""What several indicators amount to together: the number, what each adds to it, and what to doubt of it."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

from attrs import field, frozen

from aidmodel import _doors
from aidmodel._fields import as_items, named
from aidmodel.analysis.figures import Reason, Reckoned, of_nothing
from aidmodel.analysis.kinds import unit_of
from aidmodel.analysis.numbers import number_text, written
from aidmodel.analysis.over_time import Question
from aidmodel.model.indicator import Indicator, MeasureType
from aidmodel.values.units import UnitKind, unit_for

How: TypeAlias = Literal["sum", "ratio", "weighted mean", "mean", "max", "min", "latest", "count"]
"""How values are joined: their sum; of shares what they count over what they count it of; means, of which the weighted
one needs weights; the greatest, the least, the one of the latest date; how many there are of each category."""


_ZERO = Fraction(0)


@final
@frozen(field_transformer=named)
class AggregateMember:
    """What one of the indicators adds to an aggregate, or why it adds nothing."""

    indicator: "Indicator | Aggregate" = field(repr=False)
    """The indicator, or the aggregate of others."""
    figure: Reckoned
    """Its own number, in its own unit, with what it was made of; or why there is none."""
    value: Fraction | None
    """The number in the unit of the aggregate; None: it has none."""
    weight: Fraction = Fraction(1)
    """How much it weighs in a mean."""
    note: str = ""
    """What was done to it: the rate it was converted at; '' for nothing."""

    @property
    def stated(self) -> str:
        """Its own number in its own unit, in words."""
        unit = self.indicator.unit if isinstance(self.indicator, Aggregate) else unit_of(self.indicator)
        return f"{number_text(self.figure.number)}{'' if unit is None else f' {unit}'}"

    @property
    def name(self) -> str:
        """What it is called: the title of the indicator, or how many values the aggregate is of."""
        one = self.indicator
        if isinstance(one, Indicator):
            return str(one.title) or one.id or "(no title)"
        return f"{one.n_used} of {one.n_expected} values, joined"


def _as_all(value: Iterable[AggregateMember]) -> tuple[AggregateMember, ...]:
    return as_items(value, AggregateMember)


@final
@frozen(field_transformer=named, repr=False)
class Aggregate:
    """
    Values of several indicators, joined; or why they must not be.

    It formats itself; the unit is that of the first, or the one that was asked for. A percentage is a number of percent:
    5.45, which both ``".2f"`` and ``".2%"`` write.

    >>> small = Indicator(measure="percentage", periods=Period("2024", actuals=Actual(numerator=50, denominator=100)))
    >>> large = Indicator(measure="percentage", periods=Period("2024", actuals=Actual(numerator=10, denominator=1000)))
    >>> print(f"{aggregate([small, large]):.2f}")
    5.45
    >>> print(aggregate([Indicator(measure="percentage", periods=Period("2024", actuals=each)) for each in (50, 1)]))
    refused: shares without the numbers behind them can only be joined by weights: 2 of 2
    """

    value: Fraction | None
    """The number, exact; None: :attr:`refused` says why, or they were counted by category."""
    unit: str | None
    """The words for its unit; None: none is stated."""
    method: How | None
    """How the values were joined; None: there is no way."""
    refused: Reason | None
    """Why there is no value; None: there is one, or there are :attr:`counts`."""
    members: tuple[AggregateMember, ...] = field(converter=_as_all)
    """What each indicator adds, in the order they were given."""
    n_expected: int
    """How many values there should be."""
    counts: tuple[tuple[str, int], ...] = ()
    """How many there are of each category, those of a scale in its order; none: they were not counted."""
    numerator: Fraction | None = None
    """Of a share: what it counts, in all; None: not stated, or it is none."""
    denominator: Fraction | None = None
    """Of a share: out of how many, in all; None: not stated, or it is none."""
    doubts: tuple[str, ...] = ()
    """What to look at before it is used: people who may be counted twice, numbers that are bounds."""
    asked: Question = field(factory=Question)
    """Which numbers of the indicators were joined."""

    @property
    def n_used(self) -> int:
        """How many values are in it."""
        return sum(_used(each, self.method) for each in self.members)

    @property
    def complete(self) -> bool:
        """Whether no value that should be in it is missing, nor part of one."""
        return self.n_used == self.n_expected and all(each.figure.complete for each in self.members)

    @property
    def weight(self) -> Fraction:
        """What all that is in it weighs."""
        return sum((each.weight for each in self.members if each.value is not None), _ZERO)

    @property
    def category(self) -> str | None:
        """The step of the scale, or yes or no, that the value stands for; None: there is no value, or it is a number."""
        first = first_of(self)
        if self.value is None:
            return None
        if first.measure is MeasureType.BOOLEAN:
            return "yes" if self.value else "no"
        return first.scale[int(self.value)] if first.measure is MeasureType.ORDINAL and first.scale else None

    def explain(self) -> str:
        """Say what became of each of the indicators, a line for each."""
        lines = [str(self)]
        for at, each in enumerate(self.members):
            figure = each.figure
            number = f"not known: {figure.reason}" if figure.number is None else number_text(each.value)
            if each.value is None and figure.number is not None:  # the whole was refused before it came to this one
                number = each.stated
            behind = f" ({number_text(figure.numerator)} of {number_text(figure.denominator)})"
            said = (number, behind if figure.denominator is not None else "")
            notes = [note for note in ("" if figure.complete else "incomplete", each.note) if note]
            lines.append(", ".join([f"  [{at}] {each.name}: {''.join(said)}", *notes]))
        return "\n".join([*lines, *(f"  {doubt}" for doubt in self.doubts)])

    def __format__(self, spec: str) -> str:
        if not spec:
            return str(self)
        if self.value is None:
            return "not known"
        of_hundred = spec.endswith("%") and self.unit is not None and unit_for(self.unit).kind is UnitKind.PERCENT
        return written(self.value / 100 if of_hundred else self.value, spec)

    def __str__(self) -> str:
        if self.refused is not None:
            return f"refused: {self.refused}"
        used = f"{self.n_used} of {self.n_expected}"
        if self.value is None:
            return f"{', '.join(f'{name} {count}' for name, count in self.counts)}; {used}"
        unit = "" if self.unit is None else f" {self.unit}"
        incomplete = "" if self.complete else ", incomplete"
        doubts = f", {len(self.doubts)} doubt{'s' if len(self.doubts) > 1 else ''}" if self.doubts else ""
        return f"{self.category or number_text(self.value)}{unit}, {self.method} of {used}{incomplete}{doubts}"

    def __repr__(self) -> str:
        return f"<Aggregate {self}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)


def first_of(member: Indicator | Aggregate) -> Indicator:
    """Give the indicator itself, or the first of those that an aggregate was made of; a blank one where there is none."""
    while isinstance(member, Aggregate):
        member = member.members[0].indicator if member.members else Indicator()
    return member


def _used(member: AggregateMember, method: How | None) -> int:
    one = member.indicator
    if isinstance(one, Aggregate):
        return one.n_used
    if method == "count":
        return int(category_of(member) is not None)
    return int(member.value is not None or (method == "ratio" and of_nothing(member.figure)))


def category_of(member: AggregateMember) -> str | None:
    """Give the category that the value of an indicator names, in its own words; None: it names none."""
    of = member.figure.of
    if not of:
        return None
    if isinstance(member.indicator, Indicator) and member.indicator.measure is MeasureType.BOOLEAN:
        return "yes" if member.figure.number else "no"
    return of[-1].stated if of[-1].stated is not None else None if of[-1].value is None else str(of[-1].value)
