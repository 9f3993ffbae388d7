"""The project: one piece of aid work, with all that its sources state about it."""

import datetime as dt
from decimal import Decimal
from typing import Any, final

from attrs import field, frozen

from aidmodel import _doors
from aidmodel._fields import named
from aidmodel.errors import InvalidValue, NotFound, near
from aidmodel.model import paths
from aidmodel.model.budget import (
    Amount,
    Budget,
    BudgetNotProvided,
    CountryBudgetItems,
    PlannedDisbursement,
    as_amounts,
    as_budget_not_provided_or_none,
    as_budgets,
    as_country_budget_items_or_none,
    as_planned_disbursements,
)
from aidmodel.model.chain import ResultsChain, as_chain
from aidmodel.model.classification import (
    HumanitarianScope,
    PolicyMarker,
    Sector,
    Tag,
    as_humanitarian_scopes,
    as_markers,
    as_sectors,
    as_tags,
)
from aidmodel.model.document import Document, as_documents
from aidmodel.model.element import Element
from aidmodel.model.measurement import Actual
from aidmodel.model.oecd import CrsAdd, ForwardSpending, as_crs_add_or_none, as_forward_spending_or_none
from aidmodel.model.organisation import (
    Contact,
    Funder,
    OrganisationRole,
    Participant,
    ReportingOrganisation,
    as_contacts,
    as_participants,
    as_reporting_or_none,
)
from aidmodel.model.place import Country, Location, Region, as_countries, as_locations, as_regions
from aidmodel.model.result import Result
from aidmodel.model.statement import (
    Alignment,
    Condition,
    ContextFact,
    DateEdge,
    DateKind,
    Description,
    DescriptionType,
    LegacyDatum,
    OtherIdentifier,
    ProjectDate,
    Provenance,
    RelatedProject,
    as_alignments,
    as_conditions,
    as_context,
    as_dates,
    as_descriptions,
    as_legacy_data,
    as_other_identifiers,
    as_provenance,
    as_related_projects,
)
from aidmodel.model.transaction import Transaction, as_transactions
from aidmodel.values.code import Code, Listed, as_code_or_none, as_codes, one_of_or_code
from aidmodel.values.duration import Duration, as_duration_or_none
from aidmodel.values.number import as_decimal_or_none
from aidmodel.values.partial_date import PartialDate, as_date_or_none
from aidmodel.values.plain import as_flag, as_string_or_none, as_whole_or_none
from aidmodel.values.span import DateSpan
from aidmodel.values.text import Text, as_text
from aidmodel.values.timestamp import as_timestamp_or_none


@final
class ProjectStatus(Listed):
    """Where a project stands in its life (IATI ActivityStatus, in the names of since 2018)."""

    PIPELINE = "1"
    """Being scoped or planned."""
    IMPLEMENTATION = "2"
    """Under way."""
    FINALISATION = "3"
    """The work is done or the money paid out; accounts or evaluation are still open (called Completion until 2018)."""
    CLOSED = "4"
    """Over, accounts and all (called Post-completion until 2018)."""
    CANCELLED = "5"
    """Given up."""
    SUSPENDED = "6"
    """Halted for a time."""


@final
class ProjectScope(Listed):
    """How far a project reaches (IATI ActivityScope)."""

    GLOBAL = "1"
    """The whole world."""
    REGIONAL = "2"
    """One region of several countries."""
    MULTI_NATIONAL = "3"
    """Several countries that are no region."""
    NATIONAL = "4"
    """One country."""
    MULTI_FIRST_LEVEL = "5"
    """Several first-level administrative areas of one country."""
    SINGLE_FIRST_LEVEL = "6"
    """One first-level administrative area."""
    SINGLE_SECOND_LEVEL = "7"
    """One second-level administrative area."""
    SINGLE_LOCATION = "8"
    """One place."""


def _as_status(value: ProjectStatus | Code | str | None) -> ProjectStatus | Code | None:
    return None if value is None else one_of_or_code(ProjectStatus, value)


def _as_scope(value: ProjectScope | Code | str | None) -> ProjectScope | Code | None:
    return None if value is None else one_of_or_code(ProjectScope, value)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Project(Element):
    """
    One piece of aid work as its sources describe it.

    Every field may be left out: what is not stated is None or empty, and that means unknown, never zero or none.

    IATI 2.03: ``iati-activity``.

    >>> project = Project(identifier="CA-3-P011182001", title="Social inclusion of migrants",
    ...                   dates={"stated": "2022-03-28/2025-03-31"})
    >>> project.span.days
    1100
    """

    identifier: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "iati-identifier"})
    """The identifier it is known by world-wide; None: its source gives none."""
    reporting: ReportingOrganisation | None = field(
        default=None, converter=as_reporting_or_none, metadata={"iati": "reporting-org"}
    )
    """Who published the facts; None: not stated."""
    title: Text = field(default=Text(), converter=as_text, metadata={"iati": "title"})
    """What it is called."""
    kind: Text = field(default=Text(), converter=as_text)
    """What its page calls it ("International Development Grant")."""
    descriptions: tuple[Description, ...] = field(
        default=(), converter=as_descriptions, metadata={"iati": "description"}
    )
    """What it is about: in general, its objectives, its target groups."""
    participants: tuple[Participant | Funder, ...] = field(
        default=(), converter=as_participants, metadata={"iati": "participating-org"}
    )
    """The organisations that take part; see :attr:`funders` and :attr:`implementers`."""
    other_identifiers: tuple[OtherIdentifier, ...] = field(
        default=(), converter=as_other_identifiers, metadata={"iati": "other-identifier"}
    )
    """Identifiers in other systems, and former ones."""
    status: ProjectStatus | Code | None = field(
        default=None, converter=_as_status, metadata={"iati": "activity-status/@code"}
    )
    """Where it stands in its life; None: not stated."""
    stated_status: str | None = field(default=None, converter=as_string_or_none)
    """The status in its page's own word ("Terminating"); None: as the code list has it."""
    dates: tuple[ProjectDate, ...] = field(default=(), converter=as_dates, metadata={"iati": "activity-date"})
    """When it starts and ends, as planned, as it came, or as stated without a word on which."""
    stated_duration: Duration | None = field(default=None, converter=as_duration_or_none)
    """How long its page says it lasts; the dates stand for themselves. None: not stated."""
    last_modified: dt.date | PartialDate | None = field(default=None, converter=as_date_or_none)
    """When its page was last changed; None: not stated."""
    contacts: tuple[Contact, ...] = field(
        default=(), converter=as_contacts, repr=False, metadata={"iati": "contact-info"}
    )
    """Whom to write to: personal data, left out of cards and of the repr."""
    scope: ProjectScope | Code | None = field(
        default=None, converter=_as_scope, metadata={"iati": "activity-scope/@code"}
    )
    """How far it reaches; None: not stated."""
    countries: tuple[Country, ...] = field(default=(), converter=as_countries, metadata={"iati": "recipient-country"})
    """The countries that benefit."""
    regions: tuple[Region, ...] = field(default=(), converter=as_regions, metadata={"iati": "recipient-region"})
    """The regions that benefit."""
    locations: tuple[Location, ...] = field(default=(), converter=as_locations, metadata={"iati": "location"})
    """The places below the level of countries."""
    sectors: tuple[Sector, ...] = field(default=(), converter=as_sectors, metadata={"iati": "sector"})
    """What the money is for."""
    tags: tuple[Tag, ...] = field(default=(), converter=as_tags, metadata={"iati": "tag"})
    """Further keywords."""
    markers: tuple[PolicyMarker, ...] = field(default=(), converter=as_markers, metadata={"iati": "policy-marker"})
    """Policy goals and how much they matter."""
    humanitarian: bool | None = field(default=None, converter=as_flag, metadata={"iati": "@humanitarian"})
    """Whether it is humanitarian aid; None: not stated."""
    humanitarian_scopes: tuple[HumanitarianScope, ...] = field(
        default=(), converter=as_humanitarian_scopes, metadata={"iati": "humanitarian-scope"}
    )
    """The emergencies it answers, and the appeals and plans it is part of."""
    collaboration_type: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "collaboration-type/@code"}
    )
    """Bilateral, multilateral or another way (IATI CollaborationType); None: not stated."""
    default_flow_type: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "default-flow-type/@code"}
    )
    """ODA or another flow, where a transaction does not say; None: not stated."""
    default_finance_type: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "default-finance-type/@code"}
    )
    """Grant, loan or another instrument, where a transaction does not say; None: not stated."""
    default_aid_types: tuple[Code, ...] = field(default=(), converter=as_codes, metadata={"iati": "default-aid-type"})
    """Kinds of aid, where a transaction does not say."""
    default_tied_status: Code | None = field(
        default=None, converter=as_code_or_none, metadata={"iati": "default-tied-status/@code"}
    )
    """Whether it is tied, where a transaction does not say; None: not stated."""
    default_currency: str | None = field(
        default=None, converter=as_string_or_none, metadata={"iati": "@default-currency"}
    )
    """The currency its source gives for amounts without one; None: none. Amounts here always carry theirs."""
    default_language: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@xml:lang"})
    """The language that a text's None stands for; None: not stated."""
    hierarchy: int | None = field(default=None, converter=as_whole_or_none, metadata={"iati": "@hierarchy"})
    """Its level among the publisher's projects (1: top); None: not stated."""
    programme: str | None = field(default=None, converter=as_string_or_none)
    """The programme or unit of the donor that it belongs to ("NGM Americas"); None: not stated."""
    fund_year: int | None = field(default=None, converter=as_whole_or_none)
    """The year its money was allocated in (IOM Development Fund); not a date of the project. None: not stated."""
    selection_mechanism: str | None = field(default=None, converter=as_string_or_none)
    """How it was chosen ("Department-Initiated"); None: not stated."""
    amounts: tuple[Amount, ...] = field(default=(), converter=as_amounts)
    """Totals that its page states, by kind."""
    budgets: tuple[Budget, ...] = field(default=(), converter=as_budgets, metadata={"iati": "budget"})
    """Money planned, period by period."""
    planned_disbursements: tuple[PlannedDisbursement, ...] = field(
        default=(), converter=as_planned_disbursements, metadata={"iati": "planned-disbursement"}
    )
    """Payments planned."""
    transactions: tuple[Transaction, ...] = field(
        default=(), converter=as_transactions, metadata={"iati": "transaction"}
    )
    """Payments, commitments and pledges made."""
    documents: tuple[Document, ...] = field(default=(), converter=as_documents, metadata={"iati": "document-link"})
    """Documents about it."""
    related_projects: tuple[RelatedProject, ...] = field(
        default=(), converter=as_related_projects, metadata={"iati": "related-activity"}
    )
    """Other projects it belongs with."""
    conditions_attached: bool | None = field(default=None, converter=as_flag, metadata={"iati": "conditions/@attached"})
    """Whether there are conditions; None: not stated."""
    conditions: tuple[Condition, ...] = field(
        default=(), converter=as_conditions, metadata={"iati": "conditions/condition"}
    )
    """The conditions."""
    alignments: tuple[Alignment, ...] = field(default=(), converter=as_alignments)
    """The strategies and plans it says it serves."""
    context: tuple[ContextFact, ...] = field(default=(), converter=as_context)
    """Facts about the situation around it; never its results."""
    chain: ResultsChain = field(default=ResultsChain(), converter=as_chain, metadata={"iati": "result"})
    """What goes in, what is done and what is to come of it."""
    provenance: tuple[Provenance, ...] = field(default=(), converter=as_provenance, eq=False, repr=False)
    """Where its facts come from; stands beside them and does not count in equality."""

    # What the standard has room for beyond that: seldom stated, and kept.
    capital_spend: Decimal | None = field(
        default=None, converter=as_decimal_or_none, metadata={"iati": "capital-spend/@percentage"}
    )
    """The share of its total that is capital expenditure, in percent; None: not stated."""
    country_budget_items: CountryBudgetItems | None = field(
        default=None, converter=as_country_budget_items_or_none, metadata={"iati": "country-budget-items"}
    )
    """How it falls under the headings of the recipient government's own budget; None: not stated."""
    budget_not_provided: BudgetNotProvided | Code | None = field(
        default=None, converter=as_budget_not_provided_or_none, metadata={"iati": "@budget-not-provided"}
    )
    """Why it gives no budgets; None: not stated."""
    crs_add: CrsAdd | None = field(default=None, converter=as_crs_add_or_none, metadata={"iati": "crs-add"})
    """What the OECD's Creditor Reporting System wants to know beside the rest; None: not stated."""
    fss: ForwardSpending | None = field(default=None, converter=as_forward_spending_or_none, metadata={"iati": "fss"})
    """What its donor told the OECD's forward spending survey; None: not stated."""
    legacy_data: tuple[LegacyDatum, ...] = field(default=(), converter=as_legacy_data, metadata={"iati": "legacy-data"})
    """Facts of the publisher's own system, in its own words."""
    linked_data_uri: str | None = field(
        default=None, converter=as_string_or_none, metadata={"iati": "@linked-data-uri"}
    )
    """Where it is published as linked data; None: not stated."""
    last_updated: dt.datetime | None = field(
        default=None, converter=as_timestamp_or_none, metadata={"iati": "@last-updated-datetime"}
    )
    """When the publisher last changed the record of it, with a zone or without, as stated; None: not stated."""

    @property
    def funders(self) -> tuple[Funder, ...]:
        """The participants that give the money."""
        return tuple(each for each in self.participants if isinstance(each, Funder))

    @property
    def implementers(self) -> tuple[Participant, ...]:
        """The participants that do the work."""
        return tuple(
            each
            for each in self.participants
            if isinstance(each, Participant) and each.role is OrganisationRole.IMPLEMENTING
        )

    @property
    def description(self) -> Text:
        """The general description, the first one where none is said to be that; falsy where there is none."""
        general = [each for each in self.descriptions if each.type is DescriptionType.GENERAL]
        return next((each.text for each in (*general, *self.descriptions)), Text())

    @property
    def planned(self) -> DateSpan | None:
        """The span as planned; None where neither end is stated, or they are reversed."""
        return self._span(DateKind.PLANNED)

    @property
    def actual(self) -> DateSpan | None:
        """The span as it came; None where neither end is stated, or they are reversed."""
        return self._span(DateKind.ACTUAL)

    @property
    def stated(self) -> DateSpan | None:
        """The span that is stated without a word on planned or actual; None where there is none, or it is reversed."""
        return self._span(DateKind.STATED)

    @property
    def span(self) -> DateSpan | None:
        """The span to go by: each end as it came, else as stated, else as planned; None as above."""
        return self._span(DateKind.ACTUAL, DateKind.STATED, DateKind.PLANNED)

    def _span(self, *kinds: DateKind) -> DateSpan | None:
        ends: list[dt.date | PartialDate | None] = []
        for edge in DateEdge:
            stated = [
                date
                for kind in kinds
                for date in self.dates
                if date.kind is kind and date.edge is edge and date.date is not None
            ]
            ends.append(stated[0].date if stated else None)
        if ends == [None, None]:
            return None
        try:
            return DateSpan(*ends)
        except InvalidValue:
            return None

    def at(self, path: str) -> Any:
        """Give the value at a path, as issues and errors name it: ``project.at("chain[2].indicators[0].title")``.

        Raises:
            InvalidValue: it is no path.
            NotFound: it leads nowhere; the message names what looks like it.

        """
        return paths.at(self, path)

    def replaced(self, path: str, value: object) -> "Project":
        """Give a copy in which the value at a path is another one, written as in the constructor.

        Raises:
            InvalidValue: it is no path, or the field does not take the value.
            NotFound: it leads nowhere.

        """
        return paths.replaced(self, path, value)

    def with_actual(
        self,
        result: str | int,
        indicator: str | int,
        period: DateSpan | str,
        actual: Actual | Decimal | int | str,
    ) -> "Project":
        """Give a copy with an actual set deep inside: ``project.with_actual("centres", "Centers open", "2024", 9)``.

        ``result`` is the node's id, or its position as in ``project.chain[2]``; ``indicator`` is its id or title, or its
        position in the result's ``indicators``. In files of IATI results have no ids. The actual stands for all
        categories and places, in place of the one that was there; a period that is not there yet is added.

        Raises:
            NotFound: no such result or indicator; the message names those that look like it.
            InvalidValue: several indicators or periods answer, or the value is no number.

        >>> from aidmodel import Indicator, Output
        >>> project = Project(chain=Output(title="Wells sunk", indicators=Indicator(title="Wells in use")))
        >>> project.with_actual(0, "Wells in use", "2024", 4).chain[0].indicators[0].latest_actual.value
        Decimal('4')
        """
        place = self._place_of_result(result)
        node = self.chain[place]
        if not isinstance(node, Result):
            raise NotFound(f"result (it is an {type(node).__name__.lower()})", str(result))
        at = _place_of_indicator(node, result, indicator)
        edited = node.indicators[at].with_actual(period, actual)
        return paths.replaced(self, f"chain[{place}].indicators[{at}]", edited)

    def _place_of_result(self, result: str | int) -> int:
        if isinstance(result, int):
            return _position(result, len(self.chain), f"in a chain of {len(self.chain)} nodes")
        ids = [node.id for node in self.chain]
        if result in ids:
            return ids.index(result)
        unnamed = " (results without an id are known by their position)" if None in ids else ""
        raise NotFound(f"node of the chain{unnamed}", str(result), near(str(result), filter(None, ids)))

    def _repr_html_(self) -> str:
        return _doors.html(self)


def _place_of_indicator(node: Result, result: str | int, indicator: str | int) -> int:
    known = node.indicators
    if isinstance(indicator, int):
        return _position(indicator, len(known), f"among the {len(known)} indicators of {result!r}")
    places = [place for place, each in enumerate(known) if indicator == each.id]
    places = places or [place for place, each in enumerate(known) if any(words == indicator for _, words in each.title)]
    if not places:
        names = [name for each in known for name in (each.id, str(each.title)) if name]
        raise NotFound(f"indicator of {result!r}", str(indicator), near(str(indicator), names))
    if len(places) > 1:
        raise InvalidValue(
            indicator, f"names {len(places)} indicators of {result!r}", "give its position, or give them ids"
        )
    return places[0]


def _position(given: int, count: int, where: str) -> int:
    try:
        return range(count)[given]
    except IndexError:
        raise NotFound(f"position {where}", str(given)) from None
