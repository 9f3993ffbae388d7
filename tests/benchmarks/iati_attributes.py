"""What a writer by hand makes of the library's objects: the attributes of each element, in strings.

Only what make_iati.py writes is there. All writers by hand that the library is compared with share it.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

import aidmodel

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

DATES = {
    (aidmodel.DateKind.PLANNED, aidmodel.DateEdge.START): "1",
    (aidmodel.DateKind.ACTUAL, aidmodel.DateEdge.START): "2",
    (aidmodel.DateKind.PLANNED, aidmodel.DateEdge.END): "3",
    (aidmodel.DateKind.ACTUAL, aidmodel.DateEdge.END): "4",
}
LEVELS = {aidmodel.Output: "1", aidmodel.Outcome: "2", aidmodel.Impact: "3", aidmodel.OtherResult: "9"}


def number(value: Decimal) -> str:
    """Write a number."""
    return format(value, "f")


def flag(value: bool) -> str:
    """Write a yes or no."""
    return "1" if value else "0"


def code(value: Any) -> str:
    """Write a code: of an enumeration, or any other."""
    return value.code if type(value) is aidmodel.Code else value.value


def moment(value: dt.datetime) -> str:
    """Write a moment."""
    return value.isoformat().replace("+00:00", "Z")


def of_project(project: aidmodel.Project) -> dict[str, str]:
    """Give those of the activity."""
    stated = {}
    if project.default_language is not None:
        stated[LANG] = project.default_language
    if project.default_currency is not None:
        stated["default-currency"] = project.default_currency
    if project.hierarchy is not None:
        stated["hierarchy"] = str(project.hierarchy)
    if project.humanitarian is not None:
        stated["humanitarian"] = flag(project.humanitarian)
    if project.last_updated is not None:
        stated["last-updated-datetime"] = moment(project.last_updated)
    return stated


def of_organisation(organisation: aidmodel.Organisation) -> dict[str, str]:
    """Give those that every organisation has."""
    stated = {}
    if organisation.ref is not None:
        stated["ref"] = organisation.ref
    if organisation.type is not None:
        stated["type"] = organisation.type.code
    return stated


def of_participant(participant: Any) -> dict[str, str]:
    """Give those of an organisation that takes part."""
    stated = of_organisation(participant)
    if participant.role is not None:
        stated["role"] = code(participant.role)
    if participant.activity_id is not None:
        stated["activity-id"] = participant.activity_id
    return stated


def of_provider(party: aidmodel.Party) -> dict[str, str]:
    """Give those of an organisation that pays."""
    stated = of_organisation(party)
    if party.activity_id is not None:
        stated["provider-activity-id"] = party.activity_id
    return stated


def of_identifier(identifier: aidmodel.OtherIdentifier) -> dict[str, str]:
    """Give those of another identifier, or of a related activity."""
    stated = {}
    if identifier.ref is not None:
        stated["ref"] = identifier.ref
    if identifier.type is not None:
        stated["type"] = code(identifier.type)
    return stated


def of_date(date: aidmodel.ProjectDate) -> dict[str, str]:
    """Give those of a date."""
    return {"type": DATES[date.kind, date.edge], "iso-date": date.date.isoformat()}


def of_type(thing: Any) -> dict[str, str]:
    """Give those of what has a type alone."""
    return {} if thing.type is None else {"type": code(thing.type)}


def of_country(country: aidmodel.Country) -> dict[str, str]:
    """Give those of a country."""
    stated = {}
    if country.code is not None:
        stated["code"] = country.code
    if country.percentage is not None:
        stated["percentage"] = number(country.percentage)
    return stated


def of_classification(thing: Any) -> dict[str, str]:
    """Give those of what is classified by a code of a vocabulary."""
    stated = {}
    if thing.vocabulary is not None:
        stated["vocabulary"] = thing.vocabulary
    if thing.code is not None:
        stated["code"] = thing.code
    return stated


def of_sector(sector: Any) -> dict[str, str]:
    """Give those of a sector or region, with its share."""
    stated = of_classification(sector)
    if sector.percentage is not None:
        stated["percentage"] = number(sector.percentage)
    return stated


def of_scope(scope: aidmodel.HumanitarianScope) -> dict[str, str]:
    """Give those of a humanitarian scope."""
    stated = of_classification(scope)
    if scope.type is not None:
        stated["type"] = scope.type.code
    return stated


def of_marker(marker: aidmodel.PolicyMarker) -> dict[str, str]:
    """Give those of a policy marker."""
    stated = of_classification(marker)
    if marker.significance is not None:
        stated["significance"] = code(marker.significance)
    return stated


def of_listed(item: aidmodel.Code) -> dict[str, str]:
    """Give those of a code that may stand several times."""
    return {"code": item.code} if item.vocabulary is None else {"code": item.code, "vocabulary": item.vocabulary}


def of_area(area: aidmodel.AdministrativeArea) -> dict[str, str]:
    """Give those of an administrative area."""
    stated = of_classification(area)
    if area.level is not None:
        stated["level"] = str(area.level)
    return stated


def of_item(item: aidmodel.BudgetItem) -> dict[str, str]:
    """Give those of an item of the country's budget."""
    stated = {}
    if item.code is not None:
        stated["code"] = item.code
    if item.percentage is not None:
        stated["percentage"] = number(item.percentage)
    return stated


def of_budget(budget: aidmodel.Budget) -> dict[str, str]:
    """Give those of a budget."""
    stated = {}
    if budget.type is not None:
        stated["type"] = code(budget.type)
    if budget.status is not None:
        stated["status"] = code(budget.status)
    return stated


def of_value(thing: Any) -> dict[str, str]:
    """Give those of an amount."""
    stated = {"currency": thing.value.currency}
    if thing.value_date is not None:
        stated["value-date"] = thing.value_date.isoformat()
    return stated


def of_document(document: aidmodel.Document) -> dict[str, str]:
    """Give those of a document."""
    stated = {}
    if document.format is not None:
        stated["format"] = document.format
    if document.url is not None:
        stated["url"] = document.url
    return stated


def of_datum(datum: aidmodel.LegacyDatum) -> dict[str, str]:
    """Give those of a piece of legacy data."""
    stated = {}
    if datum.name is not None:
        stated["name"] = datum.name
    if datum.value is not None:
        stated["value"] = datum.value
    if datum.iati_equivalent is not None:
        stated["iati-equivalent"] = datum.iati_equivalent
    return stated


def of_result(result: aidmodel.Result) -> dict[str, str]:
    """Give those of a result."""
    stated = {"type": LEVELS[type(result)]}
    if result.aggregation_status is not None:
        stated["aggregation-status"] = flag(result.aggregation_status)
    return stated


def of_indicator(indicator: aidmodel.Indicator) -> dict[str, str]:
    """Give those of an indicator."""
    stated = {}
    if indicator.measure is not None:
        stated["measure"] = code(indicator.measure)
    if indicator.direction is not None:
        stated["ascending"] = flag(indicator.direction is aidmodel.Direction.INCREASE)
    return stated


def of_reference(reference: aidmodel.Reference) -> dict[str, str]:
    """Give those of an indicator's reference."""
    stated = of_classification(reference)
    if reference.vocabulary_uri is not None:
        stated["indicator-uri"] = reference.vocabulary_uri
    return stated


def of_measured(measured: Any) -> dict[str, str]:
    """Give those of a target or an actual value."""
    return {} if measured.value is None else {"value": number(measured.value)}


def of_baseline(baseline: aidmodel.Baseline) -> dict[str, str]:
    """Give those of a baseline."""
    stated = of_measured(baseline)
    if baseline.date is not None:
        stated["iso-date"] = baseline.date.isoformat()
        stated["year"] = str(baseline.date.year)
    return stated


def of_spending(spending: aidmodel.ForwardSpending) -> dict[str, str]:
    """Give those of the forward spending survey."""
    stated = {}
    if spending.extraction_date is not None:
        stated["extraction-date"] = spending.extraction_date.isoformat()
    if spending.priority is not None:
        stated["priority"] = flag(spending.priority)
    if spending.phaseout_year is not None:
        stated["phaseout-year"] = str(spending.phaseout_year)
    return stated


def of_forecast(forecast: aidmodel.Forecast) -> dict[str, str]:
    """Give those of a forecast."""
    stated = of_value(forecast)
    if forecast.year is not None:
        stated["year"] = str(forecast.year)
    return stated
