"""Hypothesis strategies for every class of values and model.

They draw what constructors take, not only what is tidy: chains with circles, texts with blanks, codes that no list
knows, dates of any precision. hypothesis knows them as soon as the package is installed, so that
``st.from_type(aidmodel.Project)`` and arguments that are left to ``@given(...)`` work; the functions here are for those
who want to say more.

>>> from hypothesis import find
>>> find(results_chains(), lambda chain: len(chain.outputs) > 0)
ResultsChain([Output(title='services')])
"""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.testing._built import BY_CLASS
from aidmodel.testing._dates import any_dates, days, durations, exact_spans, fiscal_calendars, partial_dates, spans
from aidmodel.testing._money import amounts, currencies, moneys, quantities
from aidmodel.testing._results import (
    activities,
    actuals,
    assumptions,
    baselines,
    dimensions,
    disaggregations,
    figures,
    impacts,
    indicators,
    inputs,
    links,
    nodes,
    other_results,
    outcomes,
    outputs,
    periods,
    projects,
    results,
    results_chains,
    risks,
    targets,
)
from aidmodel.testing._statements import (
    administrative_areas,
    alignments,
    budgets,
    conditions,
    contacts,
    context_facts,
    countries,
    descriptions,
    documents,
    funders,
    locations,
    organisations,
    other_identifiers,
    participants,
    parties,
    planned_disbursements,
    points,
    policy_markers,
    project_dates,
    provenances,
    references,
    regions,
    related_projects,
    reporting_organisations,
    sectors,
    stated_amounts,
    tags,
    transactions,
)
from aidmodel.testing._values import codes, decimals, extras, iso_currencies, raws, records, strings, texts, units

__all__ = [
    "activities",
    "actuals",
    "administrative_areas",
    "alignments",
    "amounts",
    "any_dates",
    "assumptions",
    "baselines",
    "budgets",
    "codes",
    "conditions",
    "contacts",
    "context_facts",
    "countries",
    "currencies",
    "days",
    "decimals",
    "descriptions",
    "dimensions",
    "disaggregations",
    "documents",
    "durations",
    "exact_spans",
    "extras",
    "figures",
    "fiscal_calendars",
    "funders",
    "impacts",
    "indicators",
    "inputs",
    "iso_currencies",
    "links",
    "locations",
    "moneys",
    "nodes",
    "organisations",
    "other_identifiers",
    "other_results",
    "outcomes",
    "outputs",
    "partial_dates",
    "participants",
    "parties",
    "periods",
    "planned_disbursements",
    "points",
    "policy_markers",
    "project_dates",
    "projects",
    "provenances",
    "quantities",
    "raws",
    "records",
    "references",
    "regions",
    "register",
    "related_projects",
    "reporting_organisations",
    "results",
    "results_chains",
    "risks",
    "sectors",
    "spans",
    "stated_amounts",
    "strings",
    "tags",
    "targets",
    "texts",
    "transactions",
    "units",
]


def register() -> None:
    """Tell hypothesis the strategy of each class; it calls this itself when it is imported."""
    for cls, make in BY_CLASS.items():
        st.register_type_strategy(cls, _when_asked(make))


def _when_asked(make: Callable[[], SearchStrategy[Any]]) -> Callable[[type], SearchStrategy[Any]]:
    return lambda _: make()
