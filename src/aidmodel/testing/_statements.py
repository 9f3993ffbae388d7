"""Strategies for organisations, places, classifications, money and statements of a project."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.model.budget import Amount, Budget, BudgetItem, CountryBudgetItems, PlannedDisbursement
from aidmodel.model.classification import HumanitarianScope, PolicyMarker, Reference, Sector, Tag
from aidmodel.model.document import Document
from aidmodel.model.oecd import CrsAdd, CrsFlag, Forecast, ForwardSpending, LoanStatus, LoanTerms
from aidmodel.model.organisation import (
    Contact,
    Funder,
    Organisation,
    OrganisationRole,
    Participant,
    Party,
    ReportingOrganisation,
)
from aidmodel.model.place import AdministrativeArea, Country, Location, Point, Region
from aidmodel.model.statement import (
    Alignment,
    Condition,
    ContextFact,
    Description,
    LegacyDatum,
    OtherIdentifier,
    ProjectDate,
    Provenance,
    RelatedProject,
)
from aidmodel.model.transaction import Transaction
from aidmodel.testing._built import built
from aidmodel.testing._values import codes, strings, texts


def organisations() -> SearchStrategy[Organisation]:
    """Draw organisations, those of the derived classes too."""
    plain: SearchStrategy[Organisation] = built(Organisation)
    return plain | parties() | funders()


def reporting_organisations() -> SearchStrategy[ReportingOrganisation]:
    """Draw organisations that report."""
    return built(ReportingOrganisation)


def parties() -> SearchStrategy[Party]:
    """Draw givers and takers of payments."""
    return built(Party)


def participants() -> SearchStrategy[Participant]:
    """Draw participants that are not funders, in known and unknown roles and in none."""
    known = [role for role in OrganisationRole if role is not OrganisationRole.FUNDING]
    unknown = codes().filter(lambda code: OrganisationRole.find(code) is None)
    return built(Participant, {"role": st.none() | st.sampled_from(known) | unknown})


def funders() -> SearchStrategy[Funder]:
    """Draw funders, with and without a contribution."""
    return built(Funder)


def contacts() -> SearchStrategy[Contact]:
    """Draw people and offices to write to."""
    return built(Contact)


def countries() -> SearchStrategy[Country]:
    """Draw countries, with and without a share."""
    return built(Country, {"code": st.none() | st.sampled_from(["CO", "HT", "XK", "co"]) | strings()})


def regions() -> SearchStrategy[Region]:
    """Draw regions of known and own vocabularies."""
    return built(Region)


def points() -> SearchStrategy[Point]:
    """Draw positions, on the globe and off it."""
    return built(Point)


def administrative_areas() -> SearchStrategy[AdministrativeArea]:
    """Draw administrative areas."""
    return built(AdministrativeArea)


def locations() -> SearchStrategy[Location]:
    """Draw places below the level of countries."""
    return built(Location)


def sectors() -> SearchStrategy[Sector]:
    """Draw sectors of known and own vocabularies, with and without a share."""
    return built(Sector)


def tags() -> SearchStrategy[Tag]:
    """Draw keywords."""
    return built(Tag)


def humanitarian_scopes() -> SearchStrategy[HumanitarianScope]:
    """Draw emergencies and appeals."""
    return built(HumanitarianScope)


def policy_markers() -> SearchStrategy[PolicyMarker]:
    """Draw policy goals with known and unknown significances."""
    return built(PolicyMarker)


def references() -> SearchStrategy[Reference]:
    """Draw places in published frameworks."""
    return built(Reference)


def documents() -> SearchStrategy[Document]:
    """Draw documents."""
    return built(Document)


def budgets() -> SearchStrategy[Budget]:
    """Draw budgets: with open and partial spans, without money, below zero."""
    return built(Budget)


def planned_disbursements() -> SearchStrategy[PlannedDisbursement]:
    """Draw payments that are planned."""
    return built(PlannedDisbursement)


def budget_items() -> SearchStrategy[BudgetItem]:
    """Draw headings of a government's budget."""
    return built(BudgetItem)


def country_budget_items() -> SearchStrategy[CountryBudgetItems]:
    """Draw lists of headings of a government's budget."""
    return built(CountryBudgetItems)


def crs_flags() -> SearchStrategy[CrsFlag]:
    """Draw marks of the Creditor Reporting System."""
    return built(CrsFlag)


def loan_terms() -> SearchStrategy[LoanTerms]:
    """Draw terms of loans."""
    return built(LoanTerms)


def loan_statuses() -> SearchStrategy[LoanStatus]:
    """Draw how loans stand."""
    return built(LoanStatus)


def crs_adds() -> SearchStrategy[CrsAdd]:
    """Draw what the Creditor Reporting System wants to know."""
    return built(CrsAdd)


def forecasts() -> SearchStrategy[Forecast]:
    """Draw what donors foresee for a year."""
    return built(Forecast)


def forward_spendings() -> SearchStrategy[ForwardSpending]:
    """Draw answers to the forward spending survey."""
    return built(ForwardSpending)


def stated_amounts() -> SearchStrategy[Amount]:
    """Draw the totals that pages state."""
    return built(Amount)


def transactions() -> SearchStrategy[Transaction]:
    """Draw payments, commitments and pledges."""
    return built(Transaction)


def descriptions() -> SearchStrategy[Description]:
    """Draw descriptions."""
    return built(Description, {"text": texts()})


def project_dates() -> SearchStrategy[ProjectDate]:
    """Draw starts and ends of projects."""
    return built(ProjectDate)


def other_identifiers() -> SearchStrategy[OtherIdentifier]:
    """Draw identifiers in other systems."""
    return built(OtherIdentifier)


def related_projects() -> SearchStrategy[RelatedProject]:
    """Draw references to other projects."""
    return built(RelatedProject)


def legacy_data() -> SearchStrategy[LegacyDatum]:
    """Draw facts of publishers' own systems."""
    return built(LegacyDatum)


def conditions() -> SearchStrategy[Condition]:
    """Draw conditions."""
    return built(Condition, {"text": texts()})


def alignments() -> SearchStrategy[Alignment]:
    """Draw strategies that projects serve."""
    return built(Alignment, {"name": texts()})


def context_facts() -> SearchStrategy[ContextFact]:
    """Draw facts about the situation around a project."""
    return built(ContextFact, {"statement": texts()})


def provenances() -> SearchStrategy[Provenance]:
    """Draw entries on where a fact comes from; its path need not lead anywhere."""
    paths = st.sampled_from(["title", "chain[0].title", "budgets[0].value.currency"])
    return built(Provenance, {"path": paths | strings()})
