"""What a project is about: sectors, tags, humanitarian scopes, policy markers."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_items, made_of, named, pairs_of
from aidmodel.model.element import Element
from aidmodel.values.code import Code, Listed, as_code_or_none, one_of_or_code
from aidmodel.values.number import as_decimal_or_none
from aidmodel.values.plain import as_string_or_none
from aidmodel.values.text import Text, as_text


@frozen(kw_only=True, field_transformer=named, repr=False)
class Classification(Element):
    """
    A code with its vocabulary and name: the common part of sectors, tags, markers, regions and references.
    """

    code: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@code"})
    """The code as written; None where a source gives a name only."""
    vocabulary: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@vocabulary"})
    """The vocabulary's code; None: not stated, so the standard's default list."""
    vocabulary_uri: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@vocabulary-uri"})
    """Where a vocabulary of one's own is published; None: not stated."""
    name: Text = field(default=Text(), converter=as_text, metadata={"iati": "narrative"})
    """What the source calls it."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Sector(Classification):
    """
    What the money is for.

    IATI 2.03: ``iati-activity/sector``, ``transaction/sector``.

    >>> Sector("15190", percentage=60)
    Sector('15190', percentage=60)
    """

    percentage: Decimal | None = field(default=None, converter=as_decimal_or_none, metadata={"iati": "@percentage"})
    """Its share of the project in percent, within its vocabulary; None: not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Tag(Classification):
    """
    A further keyword from a vocabulary, without a share.

    IATI 2.03: ``iati-activity/tag``.
    """


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class HumanitarianScope(Classification):
    """
    The emergency that a project answers, or the appeal or plan it is part of.

    IATI 2.03: ``iati-activity/humanitarian-scope``.

    >>> HumanitarianScope("EQ-2015-000048-NPL", type="1", vocabulary="1-2")
    HumanitarianScope('EQ-2015-000048-NPL', vocabulary='1-2', type=Code('1'))
    """

    type: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "@type"})
    """Whether it is an emergency (1) or an appeal (2) (IATI HumanitarianScopeType); None: not stated."""


@final
class PolicySignificance(Listed):
    """How much a policy goal matters to the project (IATI PolicySignificance)."""

    NOT_TARGETED = "0"
    """Looked at, and not a goal."""
    SIGNIFICANT = "1"
    """A goal among others."""
    PRINCIPAL = "2"
    """The goal without which the project would not be."""
    PRINCIPAL_AND_ACTION_PROGRAMME = "3"
    """Principal, in support of an action programme (desertification only)."""
    EXPLICIT_PRIMARY = "4"
    """Explicit primary objective (reproductive, maternal, newborn and child health only)."""


def _as_significance(value: PolicySignificance | Code | str | None) -> PolicySignificance | Code | None:
    return None if value is None else one_of_or_code(PolicySignificance, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class PolicyMarker(Classification):
    """
    A policy goal and how much it matters.

    IATI 2.03: ``iati-activity/policy-marker``.
    """

    significance: PolicySignificance | Code | None = field(
        default=None, converter=_as_significance, metadata={"iati": "@significance"}
    )
    """How much the goal matters; None: not stated, which is not 'not targeted'."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Reference(Classification):
    """
    The place of a result or indicator in a published framework.

    IATI 2.03: ``result/reference``, ``indicator/reference``; an indicator's ``@indicator-uri`` is the vocabulary_uri.
    """


def as_sectors(
    value: Sector | str | Iterable[Sector | str] | Mapping[str, Decimal | int | str],
) -> tuple[Sector, ...]:
    """Give the sectors that were meant; a string is a code, a mapping goes from code to percentage."""
    pairs = pairs_of(value)
    if pairs is None:
        return as_items(value, Sector, Sector)
    return made_of(pairs, lambda pair: Sector(pair[0], percentage=pair[1]))


def as_tags(value: Tag | Iterable[Tag]) -> tuple[Tag, ...]:
    """Give the tags that were meant."""
    return as_items(value, Tag)


def as_humanitarian_scopes(value: HumanitarianScope | Iterable[HumanitarianScope]) -> tuple[HumanitarianScope, ...]:
    """Give the humanitarian scopes that were meant."""
    return as_items(value, HumanitarianScope)


def as_markers(value: PolicyMarker | Iterable[PolicyMarker]) -> tuple[PolicyMarker, ...]:
    """Give the policy markers that were meant."""
    return as_items(value, PolicyMarker)


def as_references(value: Reference | Iterable[Reference]) -> tuple[Reference, ...]:
    """Give the references that were meant."""
    return as_items(value, Reference)
