"""An indicator's values by category: the parts beside the whole, and whether they agree."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import product
from math import inf
from typing import Literal, NamedTuple, TypeAlias, final

from attrs import evolve, field, frozen

from aidmodel import _doors
from aidmodel._fields import as_instance, as_items, named
from aidmodel.analysis.figures import Reckoned, is_share, no, one_of_several, summed
from aidmodel.analysis.kinds import ADDABLE, NOT_ADDED, kind_of
from aidmodel.analysis.numbers import number_text
from aidmodel.analysis.over_time import actual_in, actual_to_date, named_period, target_in, target_in_all
from aidmodel.errors import InvalidValue, NotFound, near
from aidmodel.model.indicator import Disaggregation, Indicator
from aidmodel.model.measurement import Measured
from aidmodel.values.partial_date import as_day
from aidmodel.values.plain import as_strings
from aidmodel.values.span import DateSpan

Side: TypeAlias = Literal["actual", "target", "baseline"]
"""Which values of an indicator are meant."""

Look: TypeAlias = Callable[[Indicator], Reckoned]
"""What reads a number off an indicator."""

PLACES = "location"
"""The dimension of the places that values are for, unless a dimension has this name."""

Key: TypeAlias = tuple[str, ...]
"""A category of each dimension, in the order the dimensions were asked for."""


@final
class Cell(NamedTuple):
    """The value of one category, or of one in each of several dimensions."""

    categories: Key
    """The category in each dimension."""
    figure: Reckoned
    """Its number, or why there is none."""


@final
class Disagreement(NamedTuple):
    """What does not add up, or has no place in the table."""

    code: str
    """One of :data:`DISAGREEMENTS`."""
    categories: Key
    """Where; () for the whole."""
    detail: str
    """The numbers or words that do not agree."""

    def __str__(self) -> str:
        where = f"{', '.join(self.categories)}: " if self.categories else ""
        return f"{where}{DISAGREEMENTS[self.code]}: {self.detail}"


DISAGREEMENTS = {
    "parts_above_whole": "the parts are more than the whole",
    "parts_below_whole": "the parts are less than the whole, though everybody is in one of them",
    "part_above_whole": "one part is more than the whole",
    "unknown_category": "the dimension has no such category",
    "margin": "the parts of a crossed table do not make the part that is stated",
}
"""What can be wrong with a table, by its code."""


def _as_cells(value: Iterable[Cell]) -> tuple[Cell, ...]:
    return as_items(value, Cell)


@final
@frozen(field_transformer=named, repr=False)
class Disaggregated:
    """
    The values of an indicator by the categories of one dimension, or crossed by several.

    >>> trained = Indicator(unit="people", periods=Period("2024", actuals=[
    ...     Actual(60), Actual(45, dimensions={"sex": "female"}), Actual(13, dimensions={"sex": "male"})]),
    ...     disaggregations=Disaggregation("sex", categories=["female", "male"], exclusive=True, exhaustive=True))
    >>> table = disaggregate(trained, "sex")
    >>> print(table["female"], table.rest)
    45 2
    >>> print(table.disagreements[0])
    the parts are less than the whole, though everybody is in one of them: 58 of 60
    """

    dimensions: tuple[str, ...] = field(converter=as_strings)
    """The dimensions, in the order they were asked for."""
    cells: tuple[Cell, ...] = field(converter=_as_cells)
    """The categories in the order of the indicator's :class:`Disaggregation`, then as they are stated."""
    whole: Reckoned
    """What is stated for all."""
    indicator: Indicator
    """The indicator that was broken down."""
    exclusive: bool | None = None
    """Whether nobody is in two categories, so that the parts may be added; None: not stated."""
    exhaustive: bool | None = None
    """Whether everybody is in one of them; None: not stated."""
    disagreements: tuple[Disagreement, ...] = ()
    """What does not agree; none: nothing is known to."""

    def __getitem__(self, categories: str | Sequence[str]) -> Fraction | None:
        """Give the number of a category, or of one in each dimension; None: it is not known.

        Raises:
            NotFound: the table has no such category.

        """
        key = (categories,) if isinstance(categories, str) else tuple(categories)
        for cell in self.cells:
            if cell.categories == key:
                return cell.figure.number
        known = [", ".join(cell.categories) for cell in self.cells]
        raise NotFound(f"category by {' and '.join(self.dimensions)}", ", ".join(key), near(", ".join(key), known))

    @property
    def total(self) -> Reckoned:
        """What the parts amount to: their sum, or of shares what is behind them, one over the other.

        There is none where it is not stated that nobody is in two categories; where parts are missing it is incomplete.
        """
        if not self.exclusive:
            return no("parts_may_overlap")
        return self._together([cell.figure for cell in self.cells], len(list(product(*self._categories))))

    @property
    def _categories(self) -> list[tuple[str, ...]]:
        """The categories that each dimension should have: those declared, else those that are stated."""
        found: list[tuple[str, ...]] = []
        for at, name in enumerate(self.dimensions):
            declared = declared_as(self.indicator, name)
            seen = dict.fromkeys(cell.categories[at] for cell in self.cells)
            found.append(tuple(dict.fromkeys((*(declared.categories if declared else ()), *seen))))
        return found

    def _together(self, figures: Sequence[Reckoned], expected: int) -> Reckoned:
        """Give the sum of parts, of which there should be so many; what is missing makes it incomplete."""
        kind = kind_of(self.indicator)
        if kind not in ADDABLE:
            return no(NOT_ADDED[kind])
        whole = summed(figures, self.indicator)
        return whole._replace(complete=whole.complete and len(figures) == expected)

    @property
    def rest(self) -> Fraction | None:
        """What of the whole is in no category; None: one of the two is not known, or it is a share."""
        parts, whole = self.total, self.whole
        if is_share(self.indicator) or not parts.complete:
            return None
        return None if parts.number is None or whole.number is None else whole.number - parts.number

    @property
    def agrees(self) -> bool | None:
        """Whether the parts make the whole; None: that cannot be said."""
        if self.disagreements:
            return False
        parts = self.total
        pairs = _compared(parts, self.whole, self.indicator)
        same = bool(pairs) and all(part == whole for part, whole in pairs)
        return True if self.exhaustive and parts.complete and same else None

    def along(self, *dimensions: str) -> "Disaggregated":
        """Give the subtotals along one or some of the dimensions: the cells of each category there, taken together.

        The whole stays. A subtotal of which a cell is missing says that it is incomplete.

        Raises:
            NotFound: the table has no such dimension.
            InvalidValue: nothing is said of the others: people may be in several of their categories.

        """
        for name in dimensions:
            if name not in self.dimensions:
                raise NotFound("dimension of the table", name, near(name, self.dimensions))
        if set(dimensions) == set(self.dimensions):
            places = [self.dimensions.index(name) for name in dimensions]
            cells = [Cell(tuple(cell.categories[at] for at in places), cell.figure) for cell in self.cells]
            return evolve(self, dimensions=dimensions, cells=cells)
        if not self.exclusive:
            mend = "state that the categories are exclusive, in the indicator's disaggregations"
            raise InvalidValue(", ".join(self.dimensions), "may have people in several categories", mend, "dimensions")
        places = [self.dimensions.index(name) for name in dimensions]
        groups: dict[Key, list[Reckoned]] = {}
        for cell in self.cells:
            groups.setdefault(tuple(cell.categories[at] for at in places), []).append(cell.figure)
        others = [each for at, each in enumerate(self._categories) if at not in places]
        expected = len(list(product(*others)))
        cells = [Cell(key, self._together(figures, expected)) for key, figures in groups.items()]
        return evolve(self, dimensions=dimensions, cells=cells, disagreements=())

    def __str__(self) -> str:
        rows = [(", ".join(cell.categories), said(cell.figure)) for cell in self.cells]
        rows.append(("all", said(self.whole)))
        width = max(len(name) for name, _ in rows)
        lines = [f"{name:<{width}}  {value}" for name, value in rows]
        return "\n".join([f"by {' and '.join(self.dimensions)}", *lines, *map(str, self.disagreements)])

    def __repr__(self) -> str:
        wrong = f", {len(self.disagreements)} do not agree" if self.disagreements else ""
        return f"<Disaggregated by {' and '.join(self.dimensions)}: {len(self.cells)} cells{wrong}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)


def said(figure: Reckoned) -> str:
    """Write a number as far as it goes, or why there is none."""
    if figure.number is None:
        return f"not known: {figure.reason}"
    incomplete = "" if figure.complete else ", incomplete"
    return f"{number_text(figure.number)}{incomplete}"


def disaggregate(
    indicator: Indicator,
    *dimensions: str,
    of: Side = "actual",
    period: DateSpan | str | int | None = None,
    as_of: dt.date | str | None = None,
    exclusive: bool | None = None,
    exhaustive: bool | None = None,
) -> Disaggregated:
    """Break an indicator down by the categories of a dimension, or of several crossed.

    Only values for exactly these dimensions are in the table; "location" stands for the places that values are for. By
    default it is what was found in the whole project, as the accumulation says, of each category by itself; ``of`` asks
    for the targets or baselines instead, ``period`` for one period, ``as_of`` for what was known on a day.

    Whether nobody is in two categories (``exclusive``) and everybody in one (``exhaustive``) is as the indicator's own
    :class:`Disaggregation` says; None: so, and nothing is taken for granted where it does not. Where both hold the parts
    have to make the whole, numerators and denominators each for themselves; where it is not stated that they are
    exclusive each part has to be no more than the whole. In a table of several dimensions the cells have to make the
    parts of each, where those are stated.

    Raises:
        NotFound: nothing is stated by this dimension; the names that there are stand in the error.
        InvalidValue: no dimension is asked for, or ``of`` or ``as_of`` are none of what they may be.

    >>> boats = Indicator(measure="number", periods=Period("2024", actuals=[
    ...     Actual(7, locations="KE"), Actual(5, locations="UG"), Actual(12)]))
    >>> [(cell.categories, int(cell.figure.number)) for cell in disaggregate(boats, "location").cells]
    [(('KE',), 7), (('UG',), 5)]

    """
    indicator = as_instance(indicator, Indicator)
    look = side_reader(of, period, as_of, "disaggregate")
    if not dimensions:
        raise InvalidValue(dimensions, "names no dimension", 'write disaggregate(indicator, "sex")', "dimensions")
    if len(set(dimensions)) < len(dimensions):
        raise InvalidValue(dimensions, "names a dimension twice", "", "dimensions", "disaggregate")
    parts = parts_by(indicator, dimensions)
    if not parts:
        known = sorted({" and ".join(name for name, _ in categories(value)) for value in all_values(indicator)} - {""})
        asked = " and ".join(dimensions)
        raise NotFound("value of the indicator by", asked, near(asked, known) or tuple(known[:5]))
    declared = [declared_as(indicator, name) for name in dimensions]
    table = Disaggregated(
        dimensions,
        [Cell(key, look(part)) for key, part in parts.items()],
        look(indicator.part()),
        indicator,
        _all_say([each.exclusive if each else None for each in declared]) if exclusive is None else exclusive,
        _all_say([each.exhaustive if each else None for each in declared]) if exhaustive is None else exhaustive,
    )
    return evolve(table, disagreements=tuple(_disagreements(table, declared, look)))


def _all_say(stated: Sequence[bool | None]) -> bool | None:
    return True if all(stated) else False if False in stated else None


def side_reader(of: object, period: DateSpan | str | int | None, as_of: object, owner: str) -> Look:
    """Give what reads the number that is meant off an indicator.

    Raises:
        InvalidValue: ``of`` is no side, or ``as_of`` no day; it names ``owner``.

    """
    if of not in ("actual", "target", "baseline"):
        raise InvalidValue(of, 'must be "actual", "target" or "baseline"', "", "of", owner)
    try:
        day = None if as_of is None else as_day(as_of)  # type: ignore[arg-type]  # it refuses what is none
    except InvalidValue as error:
        raise error.under("as_of", owner) from None

    if day is not None and of != "actual":
        raise InvalidValue(as_of, "means nothing here", "only actuals are reported by a day", "as_of", owner)
    if period is not None and of == "baseline":
        raise InvalidValue(period, "means nothing here", "baselines stand outside the periods", "period", owner)

    def look(indicator: Indicator) -> Reckoned:
        if of == "baseline":
            return one_of_several(indicator.baselines, indicator, "no_baseline", "several_baselines")
        one = None if period is None else named_period(indicator, period)
        if of == "target":
            return target_in_all(indicator) if one is None else target_in(indicator, one)
        return actual_to_date(indicator, day) if one is None else actual_in(indicator, one, day)

    return look


def all_values(indicator: Indicator) -> Iterable[Measured]:
    """Give every value of an indicator: baselines, targets, and those of its periods."""
    yield from indicator.baselines
    yield from indicator.targets
    for period in indicator.periods:
        yield from period.targets
        yield from period.actuals


def categories(value: Measured) -> tuple[tuple[str, str], ...]:
    """Give the dimensions of a value, each with its category; its places are the category of "location"."""
    pairs = tuple((each.name or "", each.value or "") for each in value.dimensions)
    if not value.locations or any(name == PLACES for name, _ in pairs):
        return pairs
    return (*pairs, (PLACES, " and ".join(value.locations)))


def parts_by(indicator: Indicator, dimensions: Sequence[str]) -> dict[Key, Indicator]:
    """Give the indicator of each cell by its categories, in the order that is declared, then as they are stated."""
    found: dict[Key, Measured] = {}
    for value in all_values(indicator):
        pairs = categories(value)
        stated = dict(pairs)
        if len(pairs) == len(dimensions) and stated.keys() == set(dimensions):
            found.setdefault(tuple(stated[name] for name in dimensions), value)
    orders = [declared_as(indicator, name) for name in dimensions]

    def place(key: Key) -> tuple[float, ...]:
        return tuple(
            order.categories.index(category) if order and category in order.categories else inf
            for order, category in zip(orders, key, strict=True)
        )

    return {
        key: indicator.part(found[key].dimensions, locations=found[key].locations) for key in sorted(found, key=place)
    }


def declared_as(indicator: Indicator, name: str) -> Disaggregation | None:
    """Give what the indicator states of a dimension; None: nothing."""
    return next((each for each in indicator.disaggregations if each.name == name), None)


def _disagreements(
    table: Disaggregated, declared: Sequence[Disaggregation | None], look: Look
) -> Iterable[Disagreement]:
    for position, dimension in enumerate(declared):
        if dimension is not None and dimension.categories:
            unknown = {cell.categories[position] for cell in table.cells} - set(dimension.categories)
            for category in sorted(unknown):
                yield Disagreement(
                    "unknown_category", (category,), f"{dimension.name} has {', '.join(dimension.categories)}"
                )
    if table.exclusive:
        yield from _of_parts((), table.total, table.whole, table)
    else:
        yield from _of_each(table)
    if len(table.dimensions) > 1 and table.exclusive:
        yield from _margins(table, look)


def _of_parts(key: Key, parts: Reckoned, whole: Reckoned, table: Disaggregated) -> Iterable[Disagreement]:
    """Compare the sum of exclusive parts with their whole; of shares what is behind them, each for itself."""
    for part, all_of_it in _compared(parts, whole, table.indicator):
        detail = f"{number_text(part)} of {number_text(all_of_it)}"
        if part > all_of_it:
            yield Disagreement("parts_above_whole", key, detail)
        elif part < all_of_it and table.exhaustive and parts.complete:
            yield Disagreement("parts_below_whole", key, detail)


def _of_each(table: Disaggregated) -> Iterable[Disagreement]:
    """Compare each part with the whole, where people may be in several; of shares what is behind them."""
    if kind_of(table.indicator) not in ADDABLE:
        return
    for cell in table.cells:
        for part, whole in _compared(cell.figure, table.whole, table.indicator):
            if part > whole:
                yield Disagreement("part_above_whole", cell.categories, f"{number_text(part)} of {number_text(whole)}")


def _compared(part: Reckoned, whole: Reckoned, indicator: Indicator) -> list[tuple[Fraction, Fraction]]:
    """Give the numbers of a part and of its whole to compare: amounts, or what is behind shares, which may be above."""
    if is_share(indicator):
        pairs = [(part.numerator, whole.numerator), (part.denominator, whole.denominator)]
    else:
        pairs = [(part.number, whole.number)]
    return [(one, all_of_it) for one, all_of_it in pairs if one is not None and all_of_it is not None]


def _margins(table: Disaggregated, look: Look) -> Iterable[Disagreement]:
    """Compare the cells along each dimension with the parts that are stated by it alone."""
    for name in table.dimensions:
        parts = parts_by(table.indicator, [name])
        for subtotal in table.along(name).cells:
            part, made = parts.get(subtotal.categories), subtotal.figure
            if part is None:
                continue
            for one, other in _compared(made, look(part), table.indicator):
                if one > other or (one < other and made.complete and table.exhaustive):
                    detail = f"{number_text(one)}, stated {number_text(other)}"
                    yield Disagreement("margin", subtotal.categories, detail)
