"""The values of an indicator: where it started, what is aimed at, what was found."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import final

import attrs
from attrs import field, frozen

from aidmodel._fields import as_items, made_of, named, pairs_of
from aidmodel.errors import InvalidValue
from aidmodel.model.document import Document, as_documents
from aidmodel.model.element import Element
from aidmodel.values.code import Listed, one_of
from aidmodel.values.number import as_decimal_or_none
from aidmodel.values.partial_date import PartialDate, as_date_or_none
from aidmodel.values.plain import as_string_or_none, as_strings
from aidmodel.values.quantity import Qualifier, as_qualifier_or_none
from aidmodel.values.text import Text, as_text


@final
class ValueStatus(Listed):
    """Why there is no value. Zero is a value."""

    MISSING = "missing"
    """It was due and is not there."""
    NOT_APPLICABLE = "not applicable"
    """There can be none (the baseline of something new)."""
    NOT_YET_DUE = "not yet due"
    """Its time has not come."""
    SUPPRESSED = "suppressed"
    """It is known and withheld (few people behind it)."""


def _as_value_status(value: ValueStatus | str | None) -> ValueStatus | None:
    return None if value is None else one_of(ValueStatus, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Dimension(Element):
    """
    The category that a value is for, in one dimension.

    IATI 2.03: ``dimension`` of a baseline, target or actual.

    >>> Actual(120, dimensions={"sex": "female"})
    Actual(120, dimensions=Dimension('sex', 'female'))
    """

    name: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@name"})
    """The dimension ("sex", "age"); None: not stated."""
    value: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@value"})
    """The category ("female", "18-24"); None: not stated."""


def _as_dimensions(value: Dimension | Iterable[Dimension] | Mapping[str, str]) -> tuple[Dimension, ...]:
    pairs = pairs_of(value)
    return as_items(value, Dimension) if pairs is None else made_of(pairs, lambda pair: Dimension(*pair))


def _as_value(value: Decimal | int | str | None) -> Decimal | None:
    try:
        return as_decimal_or_none(value)
    except InvalidValue as error:
        words = (
            value if isinstance(value, str) else {True: "yes", False: "no"}[value] if isinstance(value, bool) else ""
        )
        if not words or error.mend.startswith('write "'):
            raise
        mend = (
            f'words in its place, a step of a scale, yes or no: write stated="{words}"'
            if len(words) < 80
            else error.mend
        )
        raise InvalidValue(value, error.problem, mend) from None


def _one_way_said(instance: "Measured", _: "attrs.Attribute[ValueStatus | None]", value: ValueStatus | None) -> None:
    said = [name for name in ("value", "stated", "status") if getattr(instance, name) is not None]
    if len(said) > 1:
        raise InvalidValue(
            value or instance.stated,
            f"stands beside {' and '.join(said[:-1])}",
            "give a number, or the words in its place, or why it is missing",
        )


@frozen(kw_only=True, field_transformer=named, repr=False)
class Measured(Element):
    """
    A number, or the words that stood in its place, or the reason why there is none.

    The common part of baselines, targets and actuals. Where none of the three is given, nothing was stated.
    """

    value: Decimal | None = field(default=None, converter=_as_value, kw_only=False, metadata={"iati": "@value"})
    """The number, in the indicator's unit; zero is a number. None: see the two fields that follow."""
    stated: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@value"})
    """The words in place of a number: a step of a scale, yes or no, free text; None: there are none."""
    status: ValueStatus | None = field(default=None, converter=_as_value_status, validator=_one_way_said)
    """Why there is no value; None: there is one, or nothing is said."""
    qualifier: Qualifier | None = field(default=None, converter=as_qualifier_or_none)
    """Whether the number is exact, a bound or a guess ("over"); None: it is given without a word on that."""
    numerator: Decimal | None = field(default=None, converter=as_decimal_or_none)
    """What is counted, for a percentage or ratio; None: not stated."""
    denominator: Decimal | None = field(default=None, converter=as_decimal_or_none)
    """Out of how many, for a percentage or ratio; None: not stated."""
    dimensions: tuple[Dimension, ...] = field(default=(), converter=_as_dimensions, metadata={"iati": "dimension"})
    """The categories this value is for; none: it is for all."""
    locations: tuple[str, ...] = field(default=(), converter=as_strings, metadata={"iati": "location/@ref"})
    """The :attr:`Location.ref` of the places this value is for; none: it is for all."""
    comment: Text = field(default=Text(), converter=as_text, metadata={"iati": "comment"})
    """What is said about it."""
    documents: tuple[Document, ...] = field(default=(), converter=as_documents, metadata={"iati": "document-link"})
    """Documents about it."""


def whom(value: Measured) -> tuple[frozenset[tuple[str | None, str | None]], frozenset[str]]:
    """Give the categories and places that a value is for, in no order."""
    return frozenset((each.name, each.value) for each in value.dimensions), frozenset(value.locations)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Baseline(Measured):
    """
    The value before the work.

    IATI 2.03: ``indicator/baseline``.

    >>> Baseline(0, date="2021")
    Baseline(0, date='2021')
    """

    date: dt.date | PartialDate | None = field(
        default=None, converter=as_date_or_none, metadata={"iati": "@iso-date, @year"}
    )
    """When it was measured; None: not stated."""


@frozen(kw_only=True, field_transformer=named, repr=False)
class Aimed(Measured):
    """
    A value aimed at: a number, or a range from ``minimum`` to ``maximum``.

    The common part of targets and of what they were before they were revised.
    """

    minimum: Decimal | None = field(default=None, converter=as_decimal_or_none)
    """The lower bound of a target range, included; None: no range, or open below."""
    maximum: Decimal | None = field(default=None, converter=as_decimal_or_none)
    """The upper bound of a target range, included; None: no range, or open above."""
    due: dt.date | PartialDate | None = field(default=None, converter=as_date_or_none)
    """When it is to be reached; None: at the end of its period, or not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class TargetRevision(Aimed):
    """
    What a target was until it was revised, and why it was.

    >>> TargetRevision(40, revised_on="2023-05", reason="two districts were added")
    TargetRevision(40, revised_on='2023-05', reason='two districts were added')
    """

    revised_on: dt.date | PartialDate | None = field(default=None, converter=as_date_or_none)
    """When the value after it took its place; None: not stated."""
    reason: Text = field(default=Text(), converter=as_text)
    """Why it was revised."""


def _as_target_revisions(
    value: TargetRevision | Decimal | int | str | Iterable[TargetRevision | Decimal | int | str],
) -> tuple[TargetRevision, ...]:
    return as_items(value, TargetRevision, TargetRevision)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Target(Aimed):
    """
    The value aimed at: a number, or a range from ``minimum`` to ``maximum``; and what it was before.

    IATI 2.03: ``period/target``.

    >>> Target(40).revised(60, on="2023-05", reason="two districts were added")
    Target(60, revisions=TargetRevision(40, revised_on='2023-05', reason='two districts were added'))
    """

    revisions: tuple[TargetRevision, ...] = field(default=(), converter=_as_target_revisions)
    """What it was before it was revised, the oldest first; none: it was not, or that is not stated."""

    def revised(
        self,
        target: "Target | Decimal | int | str",
        *,
        reason: Text | str,
        on: dt.date | PartialDate | str | None = None,
    ) -> "Target":
        """Give the target that takes the place of this one, with this one in its history.

        A plain number takes the place of the value alone: whom it is for and when it is due stay, what was said about the
        old number goes with that. ``on`` is when it was revised; None: not stated.

        Raises:
            InvalidValue: the reason is blank, or the new target is for other categories or places, or has a history.

        """
        why = as_text(reason)
        if not why:
            raise InvalidValue(reason, "is no reason", "say why the target was revised", "reason", "Target.revised")
        said = {spec.name: getattr(self, spec.name) for spec in attrs.fields(Aimed)}
        if target is None:
            mend = "give the new one; what no longer stands at all is left out of the targets"
            raise InvalidValue(target, "is no target", mend, "target", "Target.revised")
        if not isinstance(target, Target):
            target = Target(target, dimensions=self.dimensions, locations=self.locations, due=self.due)
        elif whom(target) != whom(self):
            raise InvalidValue(target, "is for other categories or places", "", "target", "Target.revised")
        elif target.revisions:
            raise InvalidValue(target, "has a history of its own", "give one without", "target", "Target.revised")
        before = TargetRevision(**said, revised_on=on, reason=why)
        return attrs.evolve(target, revisions=(*self.revisions, before))


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Actual(Measured):
    """
    The value found.

    IATI 2.03: ``period/actual``.
    """

    as_of: dt.date | PartialDate | None = field(default=None, converter=as_date_or_none)
    """When it was measured or reported; None: at the end of its period, or not stated."""
    source: str | None = field(default=None, converter=as_string_or_none)
    """Who reported it, where several do; None: not stated."""


def as_baselines(
    value: Baseline | Decimal | int | str | Iterable[Baseline | Decimal | int | str],
) -> tuple[Baseline, ...]:
    """Give the baselines that were meant; a number is the value of one."""
    return as_items(value, Baseline, Baseline)


def as_targets(value: Target | Decimal | int | str | Iterable[Target | Decimal | int | str]) -> tuple[Target, ...]:
    """Give the targets that were meant; a number is the value of one."""
    return as_items(value, Target, Target)


def as_actuals(value: Actual | Decimal | int | str | Iterable[Actual | Decimal | int | str]) -> tuple[Actual, ...]:
    """Give the actuals that were meant; a number is the value of one."""
    return as_items(value, Actual, Actual)
