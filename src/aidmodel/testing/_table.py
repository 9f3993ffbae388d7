"""Which strategy is for which class, and how hypothesis gets to know.

hypothesis calls :func:`register` when it is imported, which is in the middle of importing a module of this package if
that asks for hypothesis first. So this module imports neither hypothesis nor a strategy before it is asked.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

STRATEGIES = {
    "Activity": "activities",
    "Actual": "actuals",
    "AdministrativeArea": "administrative_areas",
    "Alignment": "alignments",
    "Amount": "stated_amounts",
    "Assumption": "assumptions",
    "Baseline": "baselines",
    "Budget": "budgets",
    "BudgetItem": "budget_items",
    "Code": "codes",
    "Condition": "conditions",
    "Contact": "contacts",
    "ContextFact": "context_facts",
    "Country": "countries",
    "CountryBudgetItems": "country_budget_items",
    "CrsAdd": "crs_adds",
    "CrsFlag": "crs_flags",
    "Currency": "iso_currencies",
    "DateSpan": "spans",
    "Description": "descriptions",
    "Dimension": "dimensions",
    "Disaggregation": "disaggregations",
    "Document": "documents",
    "Duration": "durations",
    "Extras": "extras",
    "Figure": "figures",
    "FiscalCalendar": "fiscal_calendars",
    "Forecast": "forecasts",
    "ForwardSpending": "forward_spendings",
    "Funder": "funders",
    "HumanitarianScope": "humanitarian_scopes",
    "Impact": "impacts",
    "Indicator": "indicators",
    "Input": "inputs",
    "LegacyDatum": "legacy_data",
    "Link": "links",
    "LoanStatus": "loan_statuses",
    "LoanTerms": "loan_terms",
    "Location": "locations",
    "Money": "moneys",
    "Node": "nodes",
    "Organisation": "organisations",
    "OtherIdentifier": "other_identifiers",
    "OtherResult": "other_results",
    "Outcome": "outcomes",
    "Output": "outputs",
    "PartialDate": "partial_dates",
    "Participant": "participants",
    "Party": "parties",
    "Period": "periods",
    "PlannedDisbursement": "planned_disbursements",
    "Point": "points",
    "PolicyMarker": "policy_markers",
    "Project": "projects",
    "ProjectDate": "project_dates",
    "Provenance": "provenances",
    "Quantity": "quantities",
    "Raw": "raws",
    "Record": "records",
    "Reference": "references",
    "Region": "regions",
    "RelatedProject": "related_projects",
    "ReportingOrganisation": "reporting_organisations",
    "Result": "results",
    "ResultsChain": "results_chains",
    "Risk": "risks",
    "Sector": "sectors",
    "Tag": "tags",
    "Target": "targets",
    "TargetRevision": "target_revisions",
    "Text": "texts",
    "Transaction": "transactions",
    "Unit": "units",
}
"""The function in :mod:`aidmodel.testing.strategies` for each public class."""

FINDINGS = {
    "Aggregate": "aggregates",
    "AggregateMember": "aggregate_members",
    "Change": "changes",
    "Disaggregated": "disaggregated",
    "DonorLevel": "donor_levels",
    "DonorProfile": "donor_profiles",
    "Header": "headers",
    "Issue": "issues",
    "LevelProgress": "level_progresses",
    "Loaded": "loaded",
    "Profile": "profiles",
    "Progress": "progresses",
    "ProjectProgress": "project_progresses",
    "Reason": "reasons",
    "Report": "reports",
    "ReportChange": "report_changes",
    "ResultProgress": "result_progresses",
    "Written": "written",
}
"""The same for the classes that speak of projects; they have no form in JSON."""


def strategy_for(cls: type) -> "SearchStrategy[Any]":
    """Give the strategy for a class of :data:`STRATEGIES` or :data:`FINDINGS`."""
    from aidmodel.testing import strategies

    strategy: SearchStrategy[Any] = getattr(strategies, (STRATEGIES | FINDINGS)[cls.__name__])()
    return strategy


def register() -> None:
    """Tell hypothesis which strategy is for which class; it calls this itself."""
    from hypothesis import strategies as st

    import aidmodel

    for name in STRATEGIES | FINDINGS:
        st.register_type_strategy(getattr(aidmodel, name), strategy_for)
