"""An indicator's values by category: the parts beside the whole, and whether they agree."""

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial
from itertools import product
from math import inf
from typing import NamedTuple, TypeAlias, final

from attrs import evolve, field, frozen

from aidmodel import _doors
from aidmodel._fields import as_instance, as_items, named
from aidmodel.analysis.figures import Reckoned, is_share, no, summed
from aidmodel.analysis.kinds import ADDABLE, NOT_ADDED, kind_of
from aidmodel.analysis.numbers import number_text
from aidmodel.analysis.over_time import Question, Side, question
from aidmodel.errors import InvalidValue, NotFound, near
from aidmodel.model.indicator import Disaggregation, Indicator, all_values, part_where
from aidmodel.model.measurement import Aimed, Measured
from aidmodel.values.plain import as_flag, as_strings
from aidmodel.values.span import DateSpan

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


_UNHELD = "the sum is not held against the whole: it is not stated that nobody is in two categories (exclusive=True)"

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
    alike: bool = True
    """Whether the parts are of no other periods than the whole; else the one cannot be held against the other."""

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
        """What of the whole is in no category; None: one of the two is not known, or they are not alike, or shares."""
        parts, whole = self.total, self.whole
        if is_share(self.indicator) or not parts.complete or not self.alike:
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
        return True if self.exhaustive and parts.complete and same and self.alike else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of the table, in sentences: what does not agree, and whether that can be said."""
        alike = () if self.alike else ("the parts are of other periods than the whole, so they cannot be compared",)
        unheld = self.exclusive is None and self.whole.number is not None and kind_of(self.indicator) in ADDABLE
        return (*map(str, self.disagreements), *alike, *((_UNHELD,) if unheld else ()))

    def along(self, *dimensions: str) -> "Disaggregated":
        """Give the subtotals along one or some of the dimensions: the cells of each category there, taken together.

        The whole stays. A subtotal of which a cell is missing says that it is incomplete.

        Raises:
            NotFound: the table has no such dimension.
            InvalidValue: a dimension is named twice; or nothing is said of the others: people may be in several of their
                categories.

        """
        dimensions = _as_dimensions(dimensions, "Disaggregated.along")
        for name in dimensions:
            if name not in self.dimensions:
                raise NotFound("dimension of the table", name, near(name, self.dimensions))
        if set(dimensions) == set(self.dimensions):
            places = [self.dimensions.index(name) for name in dimensions]
            cells = [Cell(tuple(cell.categories[at] for at in places), cell.figure) for cell in self.cells]
            return evolve(self, dimensions=dimensions, cells=cells)
        summed_over = [name for name in self.dimensions if name not in dimensions]
        declared = [declared_as(self.indicator, name) for name in summed_over]
        if not self.exclusive and not all(each is not None and each.exclusive for each in declared):
            mend = "state that its categories are exclusive, in the indicator's disaggregations"
            problem = "may have people in several categories"
            raise InvalidValue(", ".join(summed_over), problem, mend, "dimensions", "Disaggregated.along")
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
        return "\n".join([f"by {' and '.join(self.dimensions)}", *lines, *self.notes])

    def __repr__(self) -> str:
        wrong = f", {len(self.disagreements)} do not agree" if self.disagreements else ""
        return f"<Disaggregated by {' and '.join(self.dimensions)}: {len(self.cells)} cells{wrong}>"

    def _repr_html_(self) -> str:
        return _doors.html(self)


def said(figure: Reckoned) -> str:
    """Write a number as far as it goes, or a range that is aimed at, or why there is none."""
    if figure.number is None:
        return f"not known: {figure.reason}" if figure.reason is not None else " and ".join(map(_bounds, figure.of))
    incomplete = "" if figure.complete else ", incomplete"
    return f"{number_text(figure.number)}{incomplete}"


def _bounds(aimed: Measured) -> str:
    low, high = (aimed.minimum, aimed.maximum) if isinstance(aimed, Aimed) else (None, None)
    least = "" if low is None else f"at least {number_text(Fraction(low))}"
    most = "" if high is None else f"at most {number_text(Fraction(high))}"
    return ", ".join(filter(None, (least, most)))


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
    asked = question(of, period, as_of, "disaggregate")
    if not dimensions:
        raise InvalidValue(dimensions, "names no dimension", 'write disaggregate(indicator, "sex")', "dimensions")
    dimensions = _as_dimensions(dimensions, "disaggregate")
    parts = parts_by(indicator, dimensions)
    if not parts:
        known = sorted({" and ".join(name for name, _ in categories(value)) for value in all_values(indicator)} - {""})
        wanted = " and ".join(dimensions)
        raise NotFound("value of the indicator by", wanted, near(wanted, known) or tuple(known[:5]))
    declared = [declared_as(indicator, name) for name in dimensions]
    whole = indicator.part()
    table = Disaggregated(
        dimensions,
        [Cell(key, asked.look(part)) for key, part in parts.items()],
        asked.look(whole),
        indicator,
        _stated(exclusive, "exclusive", [each.exclusive if each else None for each in declared]),
        _stated(exhaustive, "exhaustive", [each.exhaustive if each else None for each in declared]),
        alike=_alike(whole, parts.values(), asked),
    )
    return evolve(table, disagreements=tuple(_disagreements(table, declared, asked)))


def _as_dimensions(value: tuple[str, ...], owner: str) -> tuple[str, ...]:
    try:
        names = as_strings(value)
    except InvalidValue as error:
        raise error.under("dimensions", owner) from None
    if len(set(names)) < len(names):
        raise InvalidValue(value, "names a dimension twice", "", "dimensions", owner)
    return names


def _stated(given: bool | None, name: str, declared: Sequence[bool | None]) -> bool | None:
    """Give what is given, else what all dimensions together state."""
    try:
        given = as_flag(given)
    except InvalidValue as error:
        raise error.under(name, "disaggregate") from None
    return _all_say(declared) if given is None else given


def _alike(whole: Indicator, parts: Iterable[Indicator], asked: Question) -> bool:
    """Say whether no part is of a period that the whole has nothing of: of new amounts any, of others the last."""
    spans = asked.spans(whole)
    return not spans or all(asked.spans(part) <= spans for part in parts)


def _all_say(stated: Sequence[bool | None]) -> bool | None:
    return True if all(stated) else False if False in stated else None


def categories(value: Measured) -> tuple[tuple[str, str], ...]:
    """Give the dimensions of a value, each with its category; its places are the category of "location"."""
    pairs = tuple((each.name or "", each.value or "") for each in value.dimensions)
    if not value.locations or any(name == PLACES for name, _ in pairs):
        return pairs
    return (*pairs, (PLACES, " and ".join(value.locations)))


def parts_by(indicator: Indicator, dimensions: Sequence[str]) -> dict[Key, Indicator]:
    """Give the indicator of each cell by its categories, in the order that is declared, then as they are stated."""
    found = dict.fromkeys(key for value in all_values(indicator) if (key := _key(value, dimensions)) is not None)
    orders = [declared_as(indicator, name) for name in dimensions]

    def place(key: Key) -> tuple[float, ...]:
        return tuple(
            order.categories.index(category) if order and category in order.categories else inf
            for order, category in zip(orders, key, strict=True)
        )

    return {key: part_where(indicator, partial(_is_of, key, dimensions)) for key in sorted(found, key=place)}


def _key(value: Measured, dimensions: Sequence[str]) -> Key | None:
    """Give the category of a value in each dimension; None: it is not for exactly these."""
    pairs = categories(value)
    stated = dict(pairs)
    return (
        tuple(stated[name] for name in dimensions)
        if len(pairs) == len(stated) and stated.keys() == set(dimensions)
        else None
    )


def _is_of(key: Key, dimensions: Sequence[str], value: Measured) -> bool:
    return _key(value, dimensions) == key


def declared_as(indicator: Indicator, name: str) -> Disaggregation | None:
    """Give what the indicator states of a dimension; None: nothing."""
    return next((each for each in indicator.disaggregations if each.name == name), None)


def _disagreements(
    table: Disaggregated, declared: Sequence[Disaggregation | None], asked: Question
) -> Iterable[Disagreement]:
    for position, dimension in enumerate(declared):
        if dimension is not None and dimension.categories:
            unknown = {cell.categories[position] for cell in table.cells} - set(dimension.categories)
            for category in sorted(unknown):
                yield Disagreement(
                    "unknown_category", (category,), f"{dimension.name} has {', '.join(dimension.categories)}"
                )
    if table.alike:
        yield from _of_parts((), table.total, table.whole, table) if table.exclusive else _of_each(table)
    if len(table.dimensions) > 1 and table.exclusive:
        yield from _margins(table, asked)


def _of_parts(key: Key, parts: Reckoned, whole: Reckoned, table: Disaggregated) -> Iterable[Disagreement]:
    """Compare the sum of exclusive parts with their whole; of shares what is behind them, each for itself."""
    for part, all_of_it in _compared(parts, whole, table.indicator):
        detail = f"{number_text(part)} of {number_text(all_of_it)}"
        if part > all_of_it and (parts.complete or not _some_below_zero(table)):
            yield Disagreement("parts_above_whole", key, detail)
        elif part < all_of_it and table.exhaustive and parts.complete:
            yield Disagreement("parts_below_whole", key, detail)


def _of_each(table: Disaggregated) -> Iterable[Disagreement]:
    """Compare each part with the whole, where people may be in several; of shares what is behind them."""
    if kind_of(table.indicator) not in ADDABLE or _some_below_zero(table):
        return
    for cell in table.cells:
        for part, whole in _compared(cell.figure, table.whole, table.indicator):
            if part > whole:
                yield Disagreement("part_above_whole", cell.categories, f"{number_text(part)} of {number_text(whole)}")


def _some_below_zero(table: Disaggregated) -> bool:
    """Say whether some amount is below zero, so that a part may be more than the whole."""
    return any((figure.number or 0) < 0 for figure in (table.whole, *(cell.figure for cell in table.cells)))


def _compared(part: Reckoned, whole: Reckoned, indicator: Indicator) -> list[tuple[Fraction, Fraction]]:
    """Give the numbers of a part and of its whole to compare: amounts, or what is behind shares, which may be above."""
    if is_share(indicator):
        pairs = [(part.numerator, whole.numerator), (part.denominator, whole.denominator)]
    else:
        pairs = [(part.number, whole.number)]
    return [(one, all_of_it) for one, all_of_it in pairs if one is not None and all_of_it is not None]


def _margins(table: Disaggregated, asked: Question) -> Iterable[Disagreement]:
    """Compare the cells along each dimension with the parts that are stated by it alone."""
    crossed = parts_by(table.indicator, table.dimensions)
    for at, name in enumerate(table.dimensions):
        parts = parts_by(table.indicator, [name])
        for subtotal in table.along(name).cells:
            part, made = parts.get(subtotal.categories), subtotal.figure
            cells = [cell for key, cell in crossed.items() if key[at] == subtotal.categories[0]]
            if part is None or not _alike(part, cells, asked):
                continue
            for one, other in _compared(made, asked.look(part), table.indicator):
                above = one > other and (made.complete or not _some_below_zero(table))
                if above or (one < other and made.complete and table.exhaustive):
                    detail = f"{number_text(one)}, stated {number_text(other)}"
                    yield Disagreement("margin", subtotal.categories, detail)
