"""Indicators: what is measured, from where, towards what, and what was found."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar, final

from attrs import evolve, field, frozen

from aidmodel import _doors
from aidmodel._fields import as_items, named
from aidmodel.errors import InvalidValue, NotFound, near
from aidmodel.model.classification import Reference, as_references
from aidmodel.model.document import Document, as_documents
from aidmodel.model.element import Element
from aidmodel.model.frequency import Frequency, as_frequency
from aidmodel.model.measurement import (
    Actual,
    Baseline,
    Dimension,
    Measured,
    Target,
    as_actuals,
    as_baselines,
    as_targets,
    whom,
)
from aidmodel.values.code import Code, Listed, one_of, one_of_or_code
from aidmodel.values.partial_date import PartialDate, is_before
from aidmodel.values.plain import as_flag, as_string, as_string_or_none, as_strings
from aidmodel.values.span import DateSpan, as_span, as_span_or_none
from aidmodel.values.text import Text, as_text


@final
class MeasureType(Listed):
    """What kind of value an indicator has; the codes are those of IATI IndicatorMeasure where it has one."""

    NUMBER = "1"
    """A count or amount in the indicator's unit."""
    UNIT = "1"
    """IATI's own word for a number."""
    PERCENTAGE = "2"
    """A share in percent."""
    NOMINAL = "3"
    """A name from a list without order."""
    ORDINAL = "4"
    """A step on the indicator's scale."""
    QUALITATIVE = "5"
    """A judgement in words."""
    RATIO = "ratio"
    """So many per so many, by numerator and denominator (IATI: 1)."""
    CURRENCY = "currency"
    """An amount of money, the unit being its currency (IATI: 1)."""
    BOOLEAN = "boolean"
    """Yes or no (IATI: 3)."""


@final
class Direction(Listed):
    """Which way is better."""

    INCREASE = "increase"
    """More is better (IATI ascending="1")."""
    DECREASE = "decrease"
    """Less is better (IATI ascending="0")."""
    MAINTAIN = "maintain"
    """To stay as it is is the aim."""
    RANGE = "range"
    """To be between two bounds is the aim."""
    NONE = "none"
    """The source says that neither way is better."""


@final
class Accumulation(Listed):
    """How the values of several periods belong together."""

    PER_PERIOD = "per period"
    """New amounts in each period: they add up."""
    RUNNING_SUM = "running sum"
    """New amounts are reported; a period's value is their sum so far."""
    RUNNING_TOTAL = "running total"
    """Each value already holds those before it."""
    SNAPSHOT = "snapshot"
    """A stock or rate at a moment: the latest stands."""


def _as_measure(value: MeasureType | Code | str | None) -> MeasureType | Code | None:
    return None if value is None else one_of_or_code(MeasureType, value)


def _as_direction(value: Direction | str | None) -> Direction | None:
    return None if value is None else one_of(Direction, value)


def _as_accumulation(value: Accumulation | str | None) -> Accumulation | None:
    return None if value is None else one_of(Accumulation, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Disaggregation(Element):
    """
    A dimension by which the indicator's values are broken down.

    >>> Disaggregation("sex", categories=["female", "male", "unknown"], exclusive=True, exhaustive=True).name
    'sex'
    """

    name: str = field(converter=as_string, kw_only=False)
    """The dimension, as :attr:`Dimension.name` has it."""
    categories: tuple[str, ...] = field(default=(), converter=as_strings)
    """The categories, in the order they are shown."""
    exclusive: bool | None = field(default=None, converter=as_flag)
    """Whether nobody is in two categories; None: not stated."""
    exhaustive: bool | None = field(default=None, converter=as_flag)
    """Whether everybody is in one; None: not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Period(Element):
    """
    A span of time with what was aimed at and what was found in it.

    IATI 2.03: ``indicator/period``.

    >>> Period("2023", targets=20, actuals=12)
    Period('2023-01-01/2023-12-31', targets=Target(20), actuals=Actual(12))
    """

    span: DateSpan | None = field(
        default=None, converter=as_span_or_none, kw_only=False, metadata={"iati": "period-start, period-end"}
    )
    """The days it covers, both ends included; None: not stated, or reversed in the source."""
    targets: tuple[Target, ...] = field(default=(), converter=as_targets, metadata={"iati": "target"})
    """The values aimed at: the total, and those of categories and places."""
    actuals: tuple[Actual, ...] = field(default=(), converter=as_actuals, metadata={"iati": "actual"})
    """The values found: the total, and those of categories and places."""


def _as_periods(value: Period | Iterable[Period]) -> tuple[Period, ...]:
    return as_items(value, Period)


def _as_disaggregations(value: Disaggregation | str | Iterable[Disaggregation | str]) -> tuple[Disaggregation, ...]:
    return as_items(value, Disaggregation, Disaggregation)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Indicator(Element):
    """
    A sign by which one can see how far a result has come.

    IATI 2.03: ``result/indicator``.

    >>> centres = Indicator(title="Centers in operation", unit="centre", baselines=0,
    ...                     periods=Period("2021-09/2023-08", targets=10, actuals=11))
    >>> centres.latest_actual
    Actual(11)
    """

    id: str | None = field(default=None, converter=as_string_or_none)
    """A name that is unique among the indicators of its result; None: it is known by its title."""
    title: Text = field(default=Text(), converter=as_text, metadata={"iati": "title"})
    """What is measured, in a line."""
    description: Text = field(default=Text(), converter=as_text, metadata={"iati": "description"})
    """What is measured, at length."""
    definition: Text = field(default=Text(), converter=as_text)
    """How its terms are to be understood."""
    measure: MeasureType | Code | None = field(default=None, converter=_as_measure, metadata={"iati": "@measure"})
    """The kind of value; None: not stated."""
    unit: str | None = field(default=None, converter=as_string_or_none)
    """What is counted, in words ("centre", "hectare"); None: not stated."""
    direction: Direction | None = field(default=None, converter=_as_direction, metadata={"iati": "@ascending"})
    """Which way is better; None: not stated."""
    accumulation: Accumulation | None = field(default=None, converter=_as_accumulation)
    """How values of several periods belong together; None: not stated, and not to be guessed."""
    aggregation_status: bool | None = field(default=None, converter=as_flag, metadata={"iati": "@aggregation-status"})
    """Whether the publisher says that its values may be added up; None: not stated."""
    numerator: Text = field(default=Text(), converter=as_text)
    """What a percentage or ratio counts."""
    denominator: Text = field(default=Text(), converter=as_text)
    """Out of what a percentage or ratio counts it."""
    scale: tuple[str, ...] = field(default=(), converter=as_strings)
    """The steps of an ordinal measure, lowest first, or the names of a nominal one."""
    references: tuple[Reference, ...] = field(default=(), converter=as_references, metadata={"iati": "reference"})
    """Its place in published lists of indicators."""
    documents: tuple[Document, ...] = field(default=(), converter=as_documents, metadata={"iati": "document-link"})
    """Documents about it."""
    disaggregations: tuple[Disaggregation, ...] = field(default=(), converter=_as_disaggregations)
    """The dimensions its values are broken down by."""
    baselines: tuple[Baseline, ...] = field(default=(), converter=as_baselines, metadata={"iati": "baseline"})
    """The values before the work."""
    targets: tuple[Target, ...] = field(default=(), converter=as_targets)
    """The values aimed at for the whole project, outside any period."""
    periods: tuple[Period, ...] = field(default=(), converter=_as_periods, metadata={"iati": "period"})
    """The periods it is measured in."""
    data_source: Text = field(default=Text(), converter=as_text)
    """Where the values come from; means of verification."""
    collection_method: Text = field(default=Text(), converter=as_text)
    """How the values are collected."""
    frequency: Frequency | None = field(default=None, converter=as_frequency)
    """How often it is measured; None: not stated. :meth:`Frequency.spans` gives the periods that follow from it."""
    parent: str | None = field(default=None, converter=as_string_or_none)
    """The :attr:`id` of the indicator that this is a use of, in this project or in another; None: it is nobody's child."""
    responsible: Text = field(default=Text(), converter=as_text)
    """Who collects the values."""
    limitations: Text = field(default=Text(), converter=as_text)
    """What the values cannot tell."""

    @property
    def latest_actual(self) -> Actual | None:
        """The actual for all categories and places, of the period that ends last among those that have one.

        An actual that has neither a value nor words in its place, as one that is not yet due, does not count. None where
        there is no such actual, where the last period has several, and where two periods could be the last.
        """
        found = [
            (period.span.end if period.span is not None else None, wholes)
            for period in self.periods
            if (wholes := [each for each in period.actuals if _is_total(each)])
        ]
        for at, (end, wholes) in enumerate(found):
            others = [other for position, (other, _) in enumerate(found) if position != at]
            if all(end is not None and other is not None and is_before(other, end) for other in others):
                return wholes[0] if len(wholes) == 1 else None
        return None

    def with_actual(self, period: DateSpan | str, actual: Actual | Decimal | int | str) -> "Indicator":
        """Give a copy in which the actual in ``period`` is ``actual``.

        A plain number is for all categories and places; it takes the place of the value alone: the comment, documents and
        whatever else the old actual says stay. An :class:`Actual` takes the place of the one for the same categories and
        places, with all it says. A period that is not there yet is added, before those that
        begin later.

        Raises:
            InvalidValue: several periods have this span, or the period has several such actuals.

        """
        span = as_span(period)
        at_period = self._place_of(span)
        if at_period is None:
            before = sum(1 for known in self.periods if not _begins_later(known.span, span))
            periods = (*self.periods[:before], Period(span, actuals=actual), *self.periods[before:])
            return evolve(self, periods=periods)
        known = self.periods[at_period]
        of_whom = whom(actual if isinstance(actual, Actual) else Actual())
        same = [position for position, old in enumerate(known.actuals) if whom(old) == of_whom]
        if len(same) > 1:
            raise InvalidValue(
                str(span),
                "has several such actuals",
                "use replaced() with the path of one",
                f"periods[{at_period}].actuals",
                "Indicator",
            )
        at = same[0] if same else 0 if of_whom == whom(Actual()) else len(known.actuals)  # the total stands first
        if isinstance(actual, Actual) or not same:
            new = actual if isinstance(actual, Actual) else Actual(actual)
        else:
            new = evolve(known.actuals[at], value=actual, stated=None, status=None)
        actuals = (*known.actuals[:at], new, *known.actuals[at + len(same) :])
        return evolve(
            self, periods=(*self.periods[:at_period], evolve(known, actuals=actuals), *self.periods[at_period + 1 :])
        )

    def with_target(
        self,
        period: DateSpan | str | None,
        target: Target | Decimal | int | str,
        *,
        reason: Text | str,
        on: dt.date | PartialDate | str | None = None,
    ) -> "Indicator":
        """Give a copy in which the target in ``period`` is revised to ``target``; what it was before stays in its history.

        None: the target of the whole project, which stands outside any period. See :meth:`Target.revised` for the rest.

        Raises:
            NotFound: there is no such period, or it has no target for the same categories and places.
            InvalidValue: several periods have this span, or it has several such targets; or the reason is blank.

        >>> wells = Indicator(periods=Period("2024", targets=40))
        >>> wells.with_target("2024", 60, on="2023-05", reason="two districts were added").periods[0].targets
        (Target(60, revisions=TargetRevision(40, revised_on='2023-05', reason='two districts were added')),)

        """
        if period is None:
            return evolve(self, targets=_revised(self.targets, target, reason, on, "targets"))
        at = self._place_of(as_span(period))
        if at is None:
            raise NotFound("period of the indicator", str(as_span(period)))
        targets = _revised(self.periods[at].targets, target, reason, on, f"periods[{at}].targets")
        known = evolve(self.periods[at], targets=targets)
        return evolve(self, periods=(*self.periods[:at], known, *self.periods[at + 1 :]))

    def _place_of(self, span: DateSpan) -> int | None:
        places = [position for position, known in enumerate(self.periods) if known.span == span]
        if len(places) > 1:
            mend = "use replaced() with the path of one"
            raise InvalidValue(str(span), "is the span of several periods", mend, "periods", "Indicator")
        return places[0] if places else None

    def part(
        self,
        dimensions: Mapping[str, str] | Dimension | Iterable[Dimension] = (),
        *,
        locations: str | Iterable[str] = (),
    ) -> "Indicator":
        """Give the indicator of one category, or of one place: its values alone, which are there for all.

        Those for this and for nothing else are taken: the part of the women has none of what is for young women. So its
        progress is that of the category, and all that is asked of an indicator can be asked of it.

        Raises:
            NotFound: no value is for this category or place, nor is it among those of the indicator's disaggregations.

        >>> trained = Indicator(baselines=0, periods=Period("2024", targets=80, actuals=[
        ...     Actual(60), Actual(45, dimensions={"sex": "female"}), Actual(15, dimensions={"sex": "male"})]))
        >>> trained.part({"sex": "female"}).latest_actual
        Actual(45)

        """
        wanted, places = of_whom = whom(Actual(dimensions=dimensions, locations=locations))
        known = [whom(value) for value in all_values(self)]
        pairs = {pair for categories, _ in known for pair in categories}
        pairs |= {(each.name, category) for each in self.disaggregations for category in each.categories}
        _refuse_unknown("category of the indicator", wanted - pairs, pairs, " ".join)
        refs = {ref for _, stated in known for ref in stated}
        _refuse_unknown("place of the indicator's values", places - refs, refs, str)
        return part_where(self, lambda value: whom(value) == of_whom)

    def used(
        self,
        id: str | None = None,  # noqa: A002  the field's own name
        *,
        baselines: Baseline | Decimal | int | str | Iterable[Baseline | Decimal | int | str] = (),
        targets: Target | Decimal | int | str | Iterable[Target | Decimal | int | str] = (),
        periods: Period | Iterable[Period] = (),
    ) -> "Indicator":
        """Give a use of this indicator: the same question, with values of its own, and this one as its ``parent``.

        Raises:
            InvalidValue: this indicator has no id that the use could name.

        >>> standard = Indicator(id="STD-12", title="Wells in use", measure="number", unit="well")
        >>> standard.used("UG-3", periods=Period("2024", actuals=12)).parent
        'STD-12'

        """
        if self.id is None:
            mend = "give the definition one, as in evolve(indicator, id=…)"
            raise InvalidValue(None, "names nothing that a use could refer to", mend, "id", "Indicator.used")
        return evolve(self, id=id, parent=self.id, baselines=baselines, targets=targets, periods=periods)

    def _repr_html_(self) -> str:
        return _doors.html(self)


M = TypeVar("M", Baseline, Target, Actual)


def all_values(indicator: Indicator) -> Iterator[Measured]:
    """Give every value of an indicator: baselines, targets, and those of its periods."""
    yield from (*indicator.baselines, *indicator.targets)
    for period in indicator.periods:
        yield from (*period.targets, *period.actuals)


def _refuse_unknown(what: str, unknown: Iterable[Any], known: Iterable[Any], said: Callable[[Any], str]) -> None:
    def words(each: Any) -> str:
        return said(tuple(part or "(not stated)" for part in each) if isinstance(each, tuple) else each)

    for each in sorted(map(words, unknown)):
        raise NotFound(what, each, near(each, sorted(map(words, known))))


def part_where(indicator: Indicator, is_of_it: Callable[[Measured], bool]) -> Indicator:
    """Give the indicator with some of its values alone, which are there for all."""

    def only(values: tuple[M, ...]) -> tuple[M, ...]:
        return tuple(evolve(value, dimensions=(), locations=()) for value in values if is_of_it(value))

    periods = tuple(
        evolve(period, targets=only(period.targets), actuals=only(period.actuals)) for period in indicator.periods
    )
    return evolve(
        indicator,
        baselines=only(indicator.baselines),
        targets=only(indicator.targets),
        periods=periods,
        disaggregations=(),
    )


def _revised(
    targets: tuple[Target, ...],
    target: Target | Decimal | int | str,
    reason: Text | str,
    on: dt.date | PartialDate | str | None,
    path: str,
) -> tuple[Target, ...]:
    of_whom = whom(target if isinstance(target, Target) else Target())
    same = [at for at, old in enumerate(targets) if whom(old) == of_whom]
    if not same:
        raise NotFound("target for the same categories and places", path)
    if len(same) > 1:
        mend = "use replaced() with the path of one"
        raise InvalidValue(len(same), "is how many such targets there are", mend, path, "Indicator")
    at = same[0]
    return (*targets[:at], targets[at].revised(target, reason=reason, on=on), *targets[at + 1 :])


def _is_total(actual: Actual) -> bool:
    said = actual.value is not None or actual.stated is not None
    return said and not actual.dimensions and not actual.locations


def _begins_later(known: DateSpan | None, span: DateSpan) -> bool:
    return known is not None and known.first is not None and span.first is not None and known.first > span.first


def as_indicators(value: Indicator | Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Give the indicators that were meant."""
    return as_items(value, Indicator)
