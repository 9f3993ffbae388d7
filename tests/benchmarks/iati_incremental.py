"""An activity written element by element into ``lxml.etree.xmlfile``, by hand from a project, without any tree.

Only what make_iati.py writes is there.
"""

from typing import Any

import iati_attributes as of
from lxml import etree

import aidmodel


def narratives(file: Any, text: aidmodel.Text) -> None:
    """Write the entries of a text."""
    for language, words in text.entries:
        with file.element("narrative", None if language is None else {of.LANG: language}):
            file.write(words)


def text_in(file: Any, tag: str, text: aidmodel.Text) -> None:
    """Write an element with the entries of a text, if there are any."""
    if text.entries:
        with file.element(tag):
            narratives(file, text)


def told(file: Any, tag: str, attributes: dict[str, str], text: aidmodel.Text) -> None:
    """Write an element with attributes and the entries of a text."""
    with file.element(tag, attributes):
        narratives(file, text)


def empty(file: Any, tag: str, attributes: dict[str, str]) -> None:
    """Write an element that has attributes alone."""
    with file.element(tag, attributes):
        pass


def coded(file: Any, tag: str, value: Any) -> None:
    """Write an element with a code, if there is one."""
    if value is not None:
        with file.element(tag, {"code": of.code(value)}):
            pass


def day(file: Any, tag: str, date: Any) -> None:
    """Write an element with a day, if there is one."""
    if date is not None:
        with file.element(tag, {"iso-date": date.isoformat()}):
            pass


def worded(file: Any, tag: str, words: str) -> None:
    """Write an element with words."""
    with file.element(tag):
        file.write(words)


def valued(file: Any, thing: Any) -> None:
    """Write the amount of something, if there is one."""
    if thing.value is not None:
        with file.element("value", of.of_value(thing)):
            file.write(of.number(thing.value.amount))


def activity(file: Any, project: aidmodel.Project) -> None:  # noqa: PLR0915  one line a child
    """Write an activity."""
    with file.element("iati-activity", of.of_project(project)):
        if project.identifier is not None:
            worded(file, "iati-identifier", project.identifier)
        if project.reporting is not None:
            told(file, "reporting-org", of.of_organisation(project.reporting), project.reporting.name)
        text_in(file, "title", project.title)
        for description in project.descriptions:
            told(file, "description", of.of_type(description), description.text)
        for participant in project.participants:
            told(file, "participating-org", of.of_participant(participant), participant.name)
        for other in project.other_identifiers:
            with file.element("other-identifier", of.of_identifier(other)):
                if other.owner is not None:
                    told(file, "owner-org", of.of_organisation(other.owner), other.owner.name)
        coded(file, "activity-status", project.status)
        for date in project.dates:
            told(file, "activity-date", of.of_date(date), date.note)
        for contact in project.contacts:
            contact_in(file, contact)
        coded(file, "activity-scope", project.scope)
        for country in project.countries:
            told(file, "recipient-country", of.of_country(country), country.name)
        for region in project.regions:
            told(file, "recipient-region", of.of_sector(region), region.name)
        for location in project.locations:
            location_in(file, location)
        for sector in project.sectors:
            told(file, "sector", of.of_sector(sector), sector.name)
        for tag in project.tags:
            told(file, "tag", of.of_classification(tag), tag.name)
        items = project.country_budget_items
        if items is not None:
            with file.element(
                "country-budget-items", None if items.vocabulary is None else {"vocabulary": items.vocabulary}
            ):
                for item in items.items:
                    with file.element("budget-item", of.of_item(item)):
                        text_in(file, "description", item.description)
        for scope in project.humanitarian_scopes:
            told(file, "humanitarian-scope", of.of_scope(scope), scope.name)
        for marker in project.markers:
            told(file, "policy-marker", of.of_marker(marker), marker.name)
        coded(file, "collaboration-type", project.collaboration_type)
        coded(file, "default-flow-type", project.default_flow_type)
        coded(file, "default-finance-type", project.default_finance_type)
        for aid_type in project.default_aid_types:
            empty(file, "default-aid-type", of.of_listed(aid_type))
        coded(file, "default-tied-status", project.default_tied_status)
        for budget in project.budgets:
            with file.element("budget", of.of_budget(budget)):
                span_in(file, budget.span)
                valued(file, budget)
        for planned in project.planned_disbursements:
            with file.element("planned-disbursement", of.of_type(planned)):
                span_in(file, planned.span)
                valued(file, planned)
                parties_in(file, planned)
        if project.capital_spend is not None:
            empty(file, "capital-spend", {"percentage": of.number(project.capital_spend)})
        for transaction in project.transactions:
            transaction_in(file, transaction)
        for document in project.documents:
            document_in(file, document)
        for related in project.related_projects:
            empty(file, "related-activity", of.of_identifier(related))
        for datum in project.legacy_data:
            empty(file, "legacy-data", of.of_datum(datum))
        attached = project.conditions_attached
        if attached is not None or project.conditions:
            with file.element("conditions", None if attached is None else {"attached": of.flag(attached)}):
                for condition in project.conditions:
                    told(file, "condition", of.of_type(condition), condition.text)
        for result in project.chain.results:
            result_in(file, result)
        if project.fss is not None:
            with file.element("fss", of.of_spending(project.fss)):
                for forecast in project.fss.forecasts:
                    with file.element("forecast", of.of_forecast(forecast)):
                        file.write(of.number(forecast.value.amount))
        if project.extras is not None:
            for raw in project.extras.raw:
                file.write(etree.fromstring(raw.xml))


def contact_in(file: Any, contact: aidmodel.Contact) -> None:
    """Write a contact."""
    with file.element("contact-info", of.of_type(contact)):
        text_in(file, "organisation", contact.organisation)
        for telephone in contact.telephones:
            worded(file, "telephone", telephone)
        for email in contact.emails:
            worded(file, "email", email)
        for website in contact.websites:
            worded(file, "website", website)
        for address in contact.mailing_addresses:
            text_in(file, "mailing-address", address)


def location_in(file: Any, location: aidmodel.Location) -> None:
    """Write a location."""
    point = location.point
    with file.element("location", None if location.ref is None else {"ref": location.ref}):
        coded(file, "location-reach", location.reach)
        for each in location.ids:
            empty(file, "location-id", of.of_listed(each))
        text_in(file, "name", location.name)
        for area in location.areas:
            empty(file, "administrative", of.of_area(area))
        if point is not None:
            with file.element("point", None if point.srs_name is None else {"srsName": point.srs_name}):
                worded(file, "pos", f"{of.number(point.latitude)} {of.number(point.longitude)}")
        coded(file, "exactness", location.exactness)
        coded(file, "location-class", location.location_class)
        coded(file, "feature-designation", location.feature_designation)


def span_in(file: Any, span: Any) -> None:
    """Write the two ends of a span."""
    if span is not None:
        day(file, "period-start", span.start)
        day(file, "period-end", span.end)


def parties_in(file: Any, thing: Any) -> None:
    """Write the organisations that pay and are paid."""
    if thing.provider is not None:
        told(file, "provider-org", of.of_provider(thing.provider), thing.provider.name)
    if thing.receiver is not None:
        told(file, "receiver-org", of.of_organisation(thing.receiver), thing.receiver.name)


def transaction_in(file: Any, transaction: aidmodel.Transaction) -> None:
    """Write a transaction."""
    with file.element("transaction", None if transaction.ref is None else {"ref": transaction.ref}):
        coded(file, "transaction-type", transaction.type)
        day(file, "transaction-date", transaction.date)
        valued(file, transaction)
        text_in(file, "description", transaction.description)
        parties_in(file, transaction)
        for sector in transaction.sectors:
            empty(file, "sector", of.of_classification(sector))
        if transaction.country is not None:
            empty(file, "recipient-country", of.of_country(transaction.country))
        coded(file, "flow-type", transaction.flow_type)
        coded(file, "finance-type", transaction.finance_type)
        for aid_type in transaction.aid_types:
            empty(file, "aid-type", of.of_listed(aid_type))
        coded(file, "tied-status", transaction.tied_status)


def document_in(file: Any, document: aidmodel.Document) -> None:
    """Write a document."""
    with file.element("document-link", of.of_document(document)):
        text_in(file, "title", document.title)
        for category in document.categories:
            empty(file, "category", {"code": category.code})
        for language in document.languages:
            empty(file, "language", {"code": language})
        day(file, "document-date", document.date)


def result_in(file: Any, result: aidmodel.Result) -> None:
    """Write a result with its indicators."""
    with file.element("result", of.of_result(result)):
        text_in(file, "title", result.title)
        text_in(file, "description", result.description)
        for indicator in result.indicators:
            indicator_in(file, indicator)


def indicator_in(file: Any, indicator: aidmodel.Indicator) -> None:
    """Write an indicator with its baselines and periods."""
    with file.element("indicator", of.of_indicator(indicator)):
        text_in(file, "title", indicator.title)
        for reference in indicator.references:
            empty(file, "reference", of.of_reference(reference))
        for baseline in indicator.baselines:
            with file.element("baseline", of.of_baseline(baseline)):
                text_in(file, "comment", baseline.comment)
        for period in indicator.periods:
            with file.element("period"):
                span_in(file, period.span)
                for tag, measured in (("target", period.targets), ("actual", period.actuals)):
                    for each in measured:
                        with file.element(tag, of.of_measured(each)):
                            for dimension in each.dimensions:
                                empty(file, "dimension", {"name": dimension.name, "value": dimension.value})
                            text_in(file, "comment", each.comment)
