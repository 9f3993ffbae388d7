"""An activity as a tree of elements, built by hand from a project: by lxml or by the standard library, as asked.

Only what make_iati.py writes is there.
"""

from typing import Any

import iati_attributes as of

import aidmodel


def narratives(parent: Any, text: aidmodel.Text, sub: Any) -> None:
    """Add the entries of a text."""
    for language, words in text.entries:
        sub(parent, "narrative", {} if language is None else {of.LANG: language}).text = words


def text_in(parent: Any, tag: str, text: aidmodel.Text, sub: Any) -> None:
    """Add an element with the entries of a text, if there are any."""
    if text.entries:
        narratives(sub(parent, tag), text, sub)


def coded(parent: Any, tag: str, value: Any, sub: Any) -> None:
    """Add an element with a code, if there is one."""
    if value is not None:
        sub(parent, tag, {"code": of.code(value)})


def day(parent: Any, tag: str, date: Any, sub: Any) -> None:
    """Add an element with a day, if there is one."""
    if date is not None:
        sub(parent, tag, {"iso-date": date.isoformat()})


def worded(parent: Any, tag: str, words: str, sub: Any) -> None:
    """Add an element with words."""
    sub(parent, tag).text = words


def valued(parent: Any, thing: Any, sub: Any) -> None:
    """Add the amount of something, if there is one."""
    if thing.value is not None:
        sub(parent, "value", of.of_value(thing)).text = of.number(thing.value.amount)


def activity(project: aidmodel.Project, xml: Any) -> Any:  # noqa: PLR0915  one line a child
    """Build an activity; ``xml`` is ``lxml.etree`` or ``xml.etree.ElementTree``."""
    sub = xml.SubElement
    root = xml.Element("iati-activity", of.of_project(project))
    if project.identifier is not None:
        worded(root, "iati-identifier", project.identifier, sub)
    if project.reporting is not None:
        narratives(sub(root, "reporting-org", of.of_organisation(project.reporting)), project.reporting.name, sub)
    text_in(root, "title", project.title, sub)
    for description in project.descriptions:
        narratives(sub(root, "description", of.of_type(description)), description.text, sub)
    for participant in project.participants:
        narratives(sub(root, "participating-org", of.of_participant(participant)), participant.name, sub)
    for other in project.other_identifiers:
        element = sub(root, "other-identifier", of.of_identifier(other))
        if other.owner is not None:
            narratives(sub(element, "owner-org", of.of_organisation(other.owner)), other.owner.name, sub)
    coded(root, "activity-status", project.status, sub)
    for date in project.dates:
        narratives(sub(root, "activity-date", of.of_date(date)), date.note, sub)
    for contact in project.contacts:
        contact_in(root, contact, sub)
    coded(root, "activity-scope", project.scope, sub)
    for country in project.countries:
        narratives(sub(root, "recipient-country", of.of_country(country)), country.name, sub)
    for region in project.regions:
        narratives(sub(root, "recipient-region", of.of_sector(region)), region.name, sub)
    for location in project.locations:
        location_in(root, location, sub)
    for sector in project.sectors:
        narratives(sub(root, "sector", of.of_sector(sector)), sector.name, sub)
    for tag in project.tags:
        narratives(sub(root, "tag", of.of_classification(tag)), tag.name, sub)
    if project.country_budget_items is not None:
        items = project.country_budget_items
        element = sub(
            root, "country-budget-items", {} if items.vocabulary is None else {"vocabulary": items.vocabulary}
        )
        for item in items.items:
            text_in(sub(element, "budget-item", of.of_item(item)), "description", item.description, sub)
    for scope in project.humanitarian_scopes:
        narratives(sub(root, "humanitarian-scope", of.of_scope(scope)), scope.name, sub)
    for marker in project.markers:
        narratives(sub(root, "policy-marker", of.of_marker(marker)), marker.name, sub)
    coded(root, "collaboration-type", project.collaboration_type, sub)
    coded(root, "default-flow-type", project.default_flow_type, sub)
    coded(root, "default-finance-type", project.default_finance_type, sub)
    for aid_type in project.default_aid_types:
        sub(root, "default-aid-type", of.of_listed(aid_type))
    coded(root, "default-tied-status", project.default_tied_status, sub)
    for budget in project.budgets:
        element = sub(root, "budget", of.of_budget(budget))
        span_in(element, budget.span, sub)
        valued(element, budget, sub)
    for planned in project.planned_disbursements:
        element = sub(root, "planned-disbursement", of.of_type(planned))
        span_in(element, planned.span, sub)
        valued(element, planned, sub)
        parties_in(element, planned, sub)
    if project.capital_spend is not None:
        sub(root, "capital-spend", {"percentage": of.number(project.capital_spend)})
    for transaction in project.transactions:
        transaction_in(root, transaction, sub)
    for document in project.documents:
        document_in(root, document, sub)
    for related in project.related_projects:
        sub(root, "related-activity", of.of_identifier(related))
    for datum in project.legacy_data:
        sub(root, "legacy-data", of.of_datum(datum))
    if project.conditions_attached is not None or project.conditions:
        attached = project.conditions_attached
        element = sub(root, "conditions", {} if attached is None else {"attached": of.flag(attached)})
        for condition in project.conditions:
            narratives(sub(element, "condition", of.of_type(condition)), condition.text, sub)
    for result in project.chain.results:
        result_in(root, result, sub)
    if project.fss is not None:
        element = sub(root, "fss", of.of_spending(project.fss))
        for forecast in project.fss.forecasts:
            sub(element, "forecast", of.of_forecast(forecast)).text = of.number(forecast.value.amount)
    if project.extras is not None:
        for raw in project.extras.raw:
            root.append(xml.fromstring(raw.xml))
    return root


def contact_in(root: Any, contact: aidmodel.Contact, sub: Any) -> None:
    """Add a contact."""
    element = sub(root, "contact-info", of.of_type(contact))
    text_in(element, "organisation", contact.organisation, sub)
    for telephone in contact.telephones:
        worded(element, "telephone", telephone, sub)
    for email in contact.emails:
        worded(element, "email", email, sub)
    for website in contact.websites:
        worded(element, "website", website, sub)
    for address in contact.mailing_addresses:
        narratives(sub(element, "mailing-address"), address, sub)


def location_in(root: Any, location: aidmodel.Location, sub: Any) -> None:
    """Add a location."""
    element = sub(root, "location", {} if location.ref is None else {"ref": location.ref})
    coded(element, "location-reach", location.reach, sub)
    for each in location.ids:
        sub(element, "location-id", of.of_listed(each))
    text_in(element, "name", location.name, sub)
    for area in location.areas:
        sub(element, "administrative", of.of_area(area))
    if location.point is not None:
        point = sub(element, "point", {} if location.point.srs_name is None else {"srsName": location.point.srs_name})
        worded(point, "pos", f"{of.number(location.point.latitude)} {of.number(location.point.longitude)}", sub)
    coded(element, "exactness", location.exactness, sub)
    coded(element, "location-class", location.location_class, sub)
    coded(element, "feature-designation", location.feature_designation, sub)


def span_in(element: Any, span: Any, sub: Any) -> None:
    """Add the two ends of a span."""
    if span is not None:
        day(element, "period-start", span.start, sub)
        day(element, "period-end", span.end, sub)


def parties_in(element: Any, thing: Any, sub: Any) -> None:
    """Add the organisations that pay and are paid."""
    if thing.provider is not None:
        narratives(sub(element, "provider-org", of.of_provider(thing.provider)), thing.provider.name, sub)
    if thing.receiver is not None:
        narratives(sub(element, "receiver-org", of.of_organisation(thing.receiver)), thing.receiver.name, sub)


def transaction_in(root: Any, transaction: aidmodel.Transaction, sub: Any) -> None:
    """Add a transaction."""
    element = sub(root, "transaction", {} if transaction.ref is None else {"ref": transaction.ref})
    coded(element, "transaction-type", transaction.type, sub)
    day(element, "transaction-date", transaction.date, sub)
    valued(element, transaction, sub)
    text_in(element, "description", transaction.description, sub)
    parties_in(element, transaction, sub)
    for sector in transaction.sectors:
        sub(element, "sector", of.of_classification(sector))
    if transaction.country is not None:
        sub(element, "recipient-country", of.of_country(transaction.country))
    coded(element, "flow-type", transaction.flow_type, sub)
    coded(element, "finance-type", transaction.finance_type, sub)
    for aid_type in transaction.aid_types:
        sub(element, "aid-type", of.of_listed(aid_type))
    coded(element, "tied-status", transaction.tied_status, sub)


def document_in(root: Any, document: aidmodel.Document, sub: Any) -> None:
    """Add a document."""
    element = sub(root, "document-link", of.of_document(document))
    text_in(element, "title", document.title, sub)
    for category in document.categories:
        sub(element, "category", {"code": category.code})
    for language in document.languages:
        sub(element, "language", {"code": language})
    day(element, "document-date", document.date, sub)


def result_in(root: Any, result: aidmodel.Result, sub: Any) -> None:
    """Add a result with its indicators."""
    element = sub(root, "result", of.of_result(result))
    text_in(element, "title", result.title, sub)
    text_in(element, "description", result.description, sub)
    for indicator in result.indicators:
        indicator_in(element, indicator, sub)


def indicator_in(root: Any, indicator: aidmodel.Indicator, sub: Any) -> None:
    """Add an indicator with its baselines and periods."""
    element = sub(root, "indicator", of.of_indicator(indicator))
    text_in(element, "title", indicator.title, sub)
    for reference in indicator.references:
        sub(element, "reference", of.of_reference(reference))
    for baseline in indicator.baselines:
        text_in(sub(element, "baseline", of.of_baseline(baseline)), "comment", baseline.comment, sub)
    for period in indicator.periods:
        inner = sub(element, "period")
        span_in(inner, period.span, sub)
        for tag, measured in (("target", period.targets), ("actual", period.actuals)):
            for each in measured:
                value = sub(inner, tag, of.of_measured(each))
                for dimension in each.dimensions:
                    sub(value, "dimension", {"name": dimension.name, "value": dimension.value})
                text_in(value, "comment", each.comment, sub)
