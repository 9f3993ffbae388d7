"""What each quirk of real files is read as: the object, what is kept raw, and what is said about it.

That no quirk loses anything on the way out is in test_lossless.py.
"""

import datetime as dt
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from aidmodel import (
    Actual,
    Code,
    Country,
    DateEdge,
    DateKind,
    DateSpan,
    Dimension,
    Document,
    Funder,
    Impact,
    Indicator,
    Loaded,
    Location,
    MeasureType,
    Money,
    OrganisationRole,
    OtherResult,
    Outcome,
    Output,
    PartialDate,
    Point,
    Project,
    ProjectDate,
    ProjectStatus,
    Region,
    Result,
    Target,
    Text,
    TransactionType,
    read_iati,
)
from aidmodel.model.element import Element
from iati_accounts import raws_of
from iati_leaves import DATA, parsed

DAY = dt.date


@cache
def loaded(name: str) -> Loaded[tuple[Project, ...]]:
    """Read the file of a quirk."""
    return read_iati(DATA / "quirks" / f"{name}.xml")


def project(name: str) -> Project:
    """Read the one project of a quirk."""
    return loaded(name).one()


def kept(node: Element) -> set[tuple[str, str, str]]:
    """Give what a node itself keeps raw: place, name, and the text or element."""
    raws = node.extras.raw if node.extras is not None else ()
    return {
        (raw.at, raw.name, raw.xml.strip() if raw.name.startswith(("@", "#")) else element(raw.xml)) for raw in raws
    }


def element(xml: str) -> str:
    """Give an element in the one spelling that elements are compared in."""
    return etree.tostring(parsed(xml.encode()), method="c14n").decode()


def said(name: str) -> list[tuple[str, str]]:
    """Give code and path of all that was said on reading, in order."""
    return [(issue.code, issue.path) for issue in loaded(name).report]


def counted(name: str) -> Counter[str]:
    """Count what was said on reading by code."""
    return Counter(issue.code for issue in loaded(name).report)


def indicator(name: str) -> Indicator:
    """Give the first indicator of the first result of a quirk."""
    node = project(name).chain[0]
    assert isinstance(node, Result)
    return node.indicators[0]


def test_a_day_with_a_zone_is_that_day() -> None:
    """A zone says nothing of a day; the spelling is kept, and an info names it."""
    read = project("zones-on-dates")
    (budget,), (transaction,), (baseline,) = read.budgets, read.transactions, indicator("zones-on-dates").baselines

    assert [DAY(2020, 1, 1), DAY(2020, 12, 31)] == [each.date for each in read.dates]
    assert {("", "@iso-date", "2020-01-01+02:00")} == kept(read.dates[0])
    assert {("", "@iso-date", "2020-12-31Z")} == kept(read.dates[1])
    assert DateSpan("2020-01-01", "2020-12-31") == budget.span
    assert DAY(2020, 1, 2) == budget.value_date
    assert {
        ("period-start", "@iso-date", "2020-01-01Z"),
        ("period-end", "@iso-date", "2020-12-31-05:00"),
        ("value", "@value-date", "2020-01-02+14:00"),
    } == kept(budget)
    assert DAY(2020, 3, 4) == transaction.date
    assert {("transaction-date", "@iso-date", "2020-03-04+05:45")} == kept(transaction)
    assert DAY(2020, 5, 6) == read.documents[0].date
    assert {("document-date", "@iso-date", "2020-05-06Z")} == kept(read.documents[0])
    assert DAY(2019, 12, 31) == baseline.date
    assert {("", "@iso-date", "2019-12-31Z")} == kept(baseline)
    assert {"iati.zone": 8} == counted("zones-on-dates")
    assert {
        ("iati.zone", "[0].dates[0].date"),
        ("iati.zone", "[0].dates[1].date"),
        ("iati.zone", "[0].budgets[0].span"),
        ("iati.zone", "[0].budgets[0].value_date"),
        ("iati.zone", "[0].transactions[0].date"),
        ("iati.zone", "[0].documents[0].date"),
        ("iati.zone", "[0].chain[0].indicators[0].baselines[0].date"),
    } == set(said("zones-on-dates"))


def test_a_moment_keeps_its_zone_and_fraction() -> None:
    """Six digits fit in a moment: a seventh is kept raw and named, and so is what is none."""
    utc, east = dt.UTC, dt.timezone(dt.timedelta(hours=2))
    read = loaded("timestamps").value

    assert [
        dt.datetime(2020, 12, 24, 18, 28, 13, 123_456, tzinfo=utc),
        dt.datetime(2020, 12, 24, 18, 28, 13),  # noqa: DTZ001  none is stated
        dt.datetime(2020, 12, 24, 18, 28, 13, tzinfo=east),
        dt.datetime(2020, 12, 24, 18, 28, 13, tzinfo=utc),
        dt.datetime(2020, 12, 24, 18, 28, 13, 500_000, tzinfo=utc),
        None,
        None,
        dt.datetime(2020, 12, 24, 18, 28, 13, tzinfo=utc),
    ] == [each.last_updated for each in read]
    assert {("", "@last-updated-datetime", "2020-12-24T18:28:13.1234567Z")} == kept(read[0])
    assert {("", "@last-updated-datetime", "2020-12-24")} == kept(read[5])
    assert {("", "@last-updated-datetime", "2020-12-24 18:28:13")} == kept(read[6])
    assert set() == kept(read[1]) | kept(read[2]) | kept(read[7])
    assert [
        ("iati.fine-time", "[0].last_updated"),
        ("iati.not-a-timestamp", "[5].last_updated"),
        ("iati.not-a-timestamp", "[6].last_updated"),
    ] == [found for found in said("timestamps") if found[1]]


def test_languages_are_kept_as_written() -> None:
    """Capitals, three letters and countries count; a language that is that of the project may be left to it."""
    first, second = loaded("languages").value

    assert "EN" == first.default_language
    assert second.default_language is None
    assert ["Wells", "Wells again", "Wells a third time", "Puits", "Wells, in the language of the project"] == [
        words for _, words in first.title
    ]
    languages = [language for language, _ in first.title]
    assert languages[0] in ("EN", None)
    assert ["en", "ENG", "fr-CA", None] == languages[1:]
    assert (("ENG", "Pumps"), (None, "Pumpen"), (None, "Pompes")) == second.title.entries
    assert {("title/narrative[1]", "@xml:lang", "")} == {
        (at, name.replace("{http://www.w3.org/XML/1998/namespace}", "xml:"), text) for at, name, text in kept(second)
    }


def test_a_narrative_without_words_is_a_narrative() -> None:
    """Blank entries are legal; an element without any narrative is kept raw, or is a node that says nothing."""
    read = project("empty-narratives")
    assert read.reporting is not None
    (result,) = read.chain.results

    assert ((None, ""),) == read.title.entries == read.reporting.name.entries
    assert [(("fr", ""), (None, "Forty wells")), ((None, ""),), (), ()] == [
        each.text.entries for each in read.descriptions
    ]
    assert ["Forty wells", "", "", ""] == [str(each.text) for each in read.descriptions]
    assert ((None, ""), (None, "")) == read.participants[0].name.entries
    assert Text() == result.title
    assert {("", "title", "<title></title>")} == kept(result)
    assert not result.description
    assert 1 == len(result.description.entries)


def test_cdata_is_text() -> None:
    """How text is quoted makes no difference."""
    read = project("cdata")

    assert "XX-EX-1-Q" == read.identifier
    assert ((None, "Wells <b>& pumps</b>"), ("fr", "Puits & pompes & tuyaux")) == read.title.entries
    assert Money("100.50", "EUR") == read.budgets[0].value
    assert ([], []) == (said("cdata"), raws_of(read))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("byte-order-mark", "Écoles de São Tomé : 25 € à l'école"),
        ("utf-16", "Écoles de São Tomé : 25 € à l'école"),
        ("windows-1252", "Écoles de São Tomé : 25 € à l'école"),
        ("latin-1", "Écoles de São Tomé : 25 EUR à l'école"),
    ],
)
def test_every_encoding_is_read(name: str, title: str) -> None:
    """The letters are those that were meant; nothing is said about how they were stored."""
    assert title == str(project(name).title)
    assert ([], []) == (said(name), raws_of(project(name)))


def test_numbers_with_an_exponent_are_those_numbers() -> None:
    """They are no xsd:decimal, and clear all the same; they are reported and written plainly."""
    read, (period,) = project("exponents"), indicator("exponents").periods

    assert (Country("UG", percentage=100),) == read.countries
    assert Money(1500, "EUR") == read.budgets[0].value
    assert Money("-0.000000009", "EUR") == read.planned_disbursements[0].value
    assert (Target(1000),) == period.targets
    assert (Actual(950),) == period.actuals
    assert {"iati.exponent": 5} == counted("exponents")
    assert [
        ("iati.exponent", "[0].countries[0].percentage"),
        ("iati.exponent", "[0].budgets[0].value"),
        ("iati.exponent", "[0].planned_disbursements[0].value"),
        ("iati.exponent", "[0].chain[0].indicators[0].periods[0].targets[0].value"),
        ("iati.exponent", "[0].chain[0].indicators[0].periods[0].actuals[0].value"),
    ] == said("exponents")


def test_an_amount_that_is_no_number_is_kept_raw() -> None:
    """A decimal comma, a space or a percent sign is never guessed at; the field is empty and the words are kept."""
    read = project("not-numbers")

    assert [None] == [each.percentage for each in read.countries]
    assert [None, None] == [each.percentage for each in read.sectors]
    assert {("", "@percentage", "n/a")} == kept(read.countries[0])
    assert {("", "@percentage", "100%")} == kept(read.sectors[0])
    assert {("", "@percentage", "12,5 %")} == kept(read.sectors[1])
    assert [None, None, None] == [each.value for each in read.budgets]
    assert ("value", "#text", "n/a") in kept(read.budgets[0])
    assert {("value", "#text", "1 200")} == kept(read.budgets[1])
    assert {("value", "#text", "1,200.50")} == kept(read.budgets[2])
    assert DAY(2020, 1, 4) == read.budgets[2].value_date
    assert {("value", "#text", "NaN")} == kept(read.planned_disbursements[0])
    assert read.capital_spend is None
    assert {("capital-spend", "@percentage", "half")} == kept(read)
    assert [None, None, None] == [each.value for each in read.transactions]
    assert {("value", "#text", "EUR 100")} == kept(read.transactions[0])
    assert set() == kept(read.transactions[1])
    assert {("value", "#text", "0.1234567890123456789012345")} == kept(read.transactions[2])
    assert {
        "[0].countries[0].percentage",
        "[0].sectors[0].percentage",
        "[0].sectors[1].percentage",
        "[0].budgets[0].value",
        "[0].budgets[1].value",
        "[0].budgets[2].value",
        "[0].planned_disbursements[0].value",
        "[0].capital_spend",
        "[0].transactions[0].value",
        "[0].transactions[2].value",
    } == {path for code, path in said("not-numbers") if code == "iati.not-a-number"}


def test_every_legal_spelling_of_a_number_is_read() -> None:
    """Signs, zeros in front, a point with nothing on one side: xsd:decimal has them all."""
    read = project("number-spellings")

    assert [Decimal(50), Decimal(50)] == [each.percentage for each in read.countries]
    assert [
        Money(5, "EUR"),
        Money("0.5", "EUR"),
        Money(0, "EUR"),
        Money(1000, "EUR"),
        Money("-250000.1", "EUR"),
    ] == [each.value for each in read.budgets]
    assert ([], []) == (said("number-spellings"), raws_of(read))


def test_words_in_the_place_of_an_indicators_value_are_its_words() -> None:
    """They are legal, and kept as stated; those that hold digits may have been meant as numbers, and are reported."""
    baselines, (period,) = indicator("indicator-words").baselines, indicator("indicator-words").periods

    assert [(None, "n/a"), (None, None)] == [(each.value, each.stated) for each in baselines]
    assert {("", "@value", "")} == kept(baselines[1])
    assert [(None, "12,5 %"), (None, "1 200"), (None, "50 wells")] == [
        (each.value, each.stated) for each in period.targets
    ]
    assert [(None, "yes"), (None, "ca. 20"), (Decimal(7), None), (Decimal(0), None), (Decimal("7.50"), None)] == [
        (each.value, each.stated) for each in period.actuals
    ]
    assert "7.50" == str(period.actuals[4].value)
    assert 4 == counted("indicator-words")["iati.number-in-words"]
    assert [
        f"[0].chain[0].indicators[0].periods[0].{place}"
        for place in ("targets[0].value", "targets[1].value", "targets[2].value", "actuals[1].value")
    ] == [path for code, path in said("indicator-words") if code == "iati.number-in-words"]


def test_an_amount_without_any_currency_is_kept_raw() -> None:
    """No currency is ever guessed; an amount that has its own is read."""
    read = project("no-currency")
    assert read.crs_add is not None
    assert read.crs_add.loan_status is not None
    assert read.fss is not None
    loan, (first, second) = read.crs_add.loan_status, read.fss.forecasts

    assert read.budgets[0].value is None
    assert {("value", "#text", "100")} == kept(read.budgets[0])
    assert DateSpan("2020-01-01", "2020-12-31") == read.budgets[0].span
    assert DAY(2020, 1, 2) == read.budgets[0].value_date
    assert {("value", "#text", "200.50")} == kept(read.planned_disbursements[0])
    assert [None, Money(400, "KES")] == [each.value for each in read.transactions]
    assert {("value", "#text", "-300")} == kept(read.transactions[0])
    assert (None, None) == (loan.interest_received, loan.principal_arrears)
    assert {("interest-received", "#text", "12"), ("principal-arrears", "#text", "0")} == kept(loan)
    assert 2023 == loan.year
    assert (2025, None, DAY(2023, 5, 6)) == (first.year, first.value, first.value_date)
    assert {("", "#text", "500")} == kept(first)
    assert Money(600, "KES") == second.value
    assert {
        ("iati.no-currency", "[0].budgets[0].value"),
        ("iati.no-currency", "[0].planned_disbursements[0].value"),
        ("iati.no-currency", "[0].transactions[0].value"),
        ("iati.no-currency", "[0].crs_add.loan_status.interest_received"),
        ("iati.no-currency", "[0].fss.forecasts[0].value"),
    } == set(said("no-currency"))


def test_a_currency_that_is_no_code_is_kept_raw() -> None:
    """The default does not step in for it: another one was meant."""
    read = project("currencies")

    assert [None, None, Money(300, "KES"), Money(500, "EUR")] == [read.budgets[n].value for n in (0, 1, 2, 4)]
    assert {("value", "@currency", "Euro"), ("value", "#text", "100")} == kept(read.budgets[0])
    assert {("value", "@currency", "US$"), ("value", "#text", "200")} == kept(read.budgets[1])
    assert ("value", "@currency", "") in kept(read.budgets[3])
    assert set() == kept(read.budgets[4])
    assert ["[0].budgets[0].value", "[0].budgets[1].value"] == [
        path for code, path in said("currencies") if code == "iati.not-a-currency"
    ]


def test_a_default_currency_that_is_no_code_is_none() -> None:
    """It is kept as the publisher has it; amounts that rest on it cannot be read."""
    read = project("default-currency-in-words")

    assert "Euros" in {read.default_currency, *(text for _, _, text in kept(read))}
    assert [None, Money(200, "KES")] == [each.value for each in read.budgets]
    assert {("value", "#text", "100")} == kept(read.budgets[0])
    assert said("default-currency-in-words")


def test_a_value_date_that_is_no_day_is_kept_raw() -> None:
    """An amount in its place is not understood as a date, nor is a date that may be read in two ways."""
    read = project("value-dates")

    assert [Money(hundreds * 100, "EUR") for hundreds in range(1, 7)] == [each.value for each in read.budgets]
    assert [None, None, None, None, DAY(2015, 1, 1), None] == [each.value_date for each in read.budgets]
    assert [
        {("value", "@value-date", "50000")},
        {("value", "@value-date", "")},
        {("value", "@value-date", "2015-02-30")},
        {("value", "@value-date", "01/02/2015")},
        {("value", "@value-date", "2015-01-01T00:00:00")},
        set(),
    ] == [kept(each) for each in read.budgets]
    assert [
        ("iati.not-a-date", "[0].budgets[0].value_date"),
        ("iati.blank", "[0].budgets[1].value_date"),
        ("iati.not-a-date", "[0].budgets[2].value_date"),
        ("iati.not-a-date", "[0].budgets[3].value_date"),
        ("iati.time-of-day", "[0].budgets[4].value_date"),
    ] == said("value-dates")


def test_dates_of_a_project_may_lack_their_date_or_type() -> None:
    """A missing type is a date that is stated without a word on which; a type that is none is kept raw."""
    dates = project("activity-dates").dates

    assert [
        (None, DateKind.PLANNED, DateEdge.START),
        (DAY(2020, 2, 1), DateKind.STATED, None),
        (DAY(2020, 3, 1), DateKind.STATED, None),
        (None, DateKind.ACTUAL, DateEdge.START),
        (DAY(2020, 4, 1), DateKind.STATED, None),
        (None, DateKind.STATED, None),
        (None, DateKind.STATED, None),
        (DAY(2021, 5, 1), DateKind.ACTUAL, DateEdge.END),
    ] == [(each.date, each.kind, each.edge) for each in dates]
    assert "The inauguration" == str(dates[2].note)
    assert [
        set(),
        set(),
        {("", "@type", "9")},
        {("", "@iso-date", "2020")},
        {("", "@type", "start-planned")},
        {("", "@type", ""), ("", "@iso-date", "")},
        set(),
        set(),
    ] == [kept(each) for each in dates]
    assert isinstance(dates[6], ProjectDate)
    assert {"iati.unknown-type": 2, "iati.not-a-date": 1, "iati.blank": 2} == counted("activity-dates")
    assert ("iati.not-a-date", "[0].dates[3].date") in said("activity-dates")


def test_participants_may_lack_their_role() -> None:
    """Without a role it is a participant of none; a funder is one by its role alone."""
    participants = project("participants").participants

    assert [
        None,
        Code("9"),
        Code("Implementing"),
        None,
        OrganisationRole.FUNDING,
        None,
        OrganisationRole.IMPLEMENTING,
    ] == [each.role for each in participants]
    assert [False, False, False, False, True, False, False] == [isinstance(each, Funder) for each in participants]
    assert ["XX-A", "XX-B", "XX-C", "XX-D", None, None, "XX-E"] == [each.ref for each in participants]
    assert {("", "@role", "")} == kept(participants[3])
    assert {"iati.blank": 1} == counted("participants")


def test_a_position_is_two_numbers() -> None:
    """A point without one says nothing; another form is kept raw."""
    locations = project("points").locations
    srs = "http://www.opengis.net/def/crs/EPSG/0/4326"

    assert ["L0", "L1", "L2", "L3", "L4", "L5", None] == [each.ref for each in locations]
    assert Location() == locations[6]
    assert Point(srs_name=srs) == locations[1].point
    for number, pos in ((3, "0.3476,32.5825"), (4, "0.3476 32.5825 1100")):
        point = locations[number].point
        assert point is not None
        assert (None, None) == (point.latitude, point.longitude)
        assert {("pos", "#text", pos)} == kept(point)
    assert locations[5].point is not None
    assert (Decimal("-1.5"), Decimal(30)) == (locations[5].point.latitude, locations[5].point.longitude)
    assert {"[0].locations[3].point", "[0].locations[4].point"} == {
        path.rpartition(".")[0] for code, path in said("points") if code == "iati.not-a-position"
    }


def test_a_reversed_period_is_kept_raw() -> None:
    """A span that ends before it starts can never be meant; everything else of the node is read."""
    read, periods = project("reversed"), indicator("reversed").periods

    assert read.budgets[0].span is None
    assert Money(100, "EUR") == read.budgets[0].value
    assert {("period-start", "@iso-date", "2020-12-31"), ("period-end", "@iso-date", "2020-01-01")} == kept(
        read.budgets[0]
    )
    assert read.planned_disbursements[0].span is None
    assert {("period-start", "@iso-date", "2021-06-30"), ("period-end", "@iso-date", "2021-06-29")} == kept(
        read.planned_disbursements[0]
    )
    assert [None, DateSpan("2023-01-01", "2023-01-01")] == [each.span for each in periods]
    assert [(Target(20),), (Target(30),)] == [each.targets for each in periods]
    assert [
        ("iati.reversed", "[0].budgets[0].span"),
        ("iati.reversed", "[0].planned_disbursements[0].span"),
        ("iati.reversed", "[0].chain[0].indicators[0].periods[0].span"),
    ] == said("reversed")


def test_what_is_missing_is_not_stated() -> None:
    """A reader does not ask for what the standard wants: that is for rules. Only a leaf without anything is blank."""
    read = project("missing-attributes")
    assert read.reporting is not None
    (result,), (document, other) = read.chain.results, read.documents

    assert (None, None, "Trust") == (read.reporting.ref, read.reporting.type, str(read.reporting.name))
    assert (None, None) == (read.status, read.scope)
    assert (Country(percentage=20, name="Somewhere"),) == read.countries
    assert (Region(percentage=80, name="Some region"),) == read.regions
    assert (Code("1"), Code("2", "G1")) == read.locations[0].ids
    assert {
        ("", "location-reach", "<location-reach></location-reach>"),
        ("", "location-id", '<location-id vocabulary="G1"></location-id>'),
    } == kept(read.locations[0])
    assert (None, None, None) == (read.sectors[0].code, read.tags[0].code, read.markers[0].code)
    assert (Code("C01"),) == read.default_aid_types
    assert (None, None) == (read.transactions[0].type, read.transactions[0].date)
    assert Money(5, "EUR") == read.transactions[0].value
    assert (None, None, (Code("A02"),), ()) == (document.url, document.format, document.categories, document.languages)
    assert Document("https://docs.example.org/m.pdf") == other
    assert read.related_projects[0].ref is None
    assert (None, "17-b") == (read.legacy_data[0].name, read.legacy_data[0].value)
    assert (None, "The water act is in force") == (read.conditions_attached, str(read.conditions[0].text))
    assert (Result, None) == (type(result), result.level)
    assert result.indicators[0].measure is None
    assert "W.7" == result.indicators[0].references[0].code
    assert (None, None) == (result.indicators[0].baselines[0].value, result.indicators[0].baselines[0].date)
    assert {"iati.blank", "iati.no-code"} == set(counted("missing-attributes"))


def test_the_first_of_what_stands_once_is_read() -> None:
    """The others are kept raw, each with its position, and reported."""
    read = project("surplus")
    assert read.reporting is not None
    assert read.fss is not None
    (location,), (budget,), (transaction,) = read.locations, read.budgets, read.transactions

    assert ("XX-EX-1-Q", "XX-EX-1", "Wells") == (read.identifier, read.reporting.ref, str(read.title))
    assert (ProjectStatus.IMPLEMENTATION, Decimal(1)) == (read.status, read.capital_spend)
    assert read.extras is not None
    assert {
        ("iati-identifier", 1),
        ("reporting-org", 1),
        ("title", 1),
        ("activity-status", 1),
        ("activity-status", 2),
        ("capital-spend", 1),
        ("conditions", 1),
        ("fss", 1),
    } == {(raw.name, raw.index) for raw in read.extras.raw}
    assert ("", "title", element("<title><narrative>Pumps</narrative></title>")) in {
        (at, name, element("".join(line.strip() for line in text.splitlines()))) for at, name, text in kept(read)
    }
    assert ("Musa", Point(1, 2).latitude) == (str(location.name), location.point.latitude if location.point else None)
    assert {"name", "point"} == {name for _, name, _ in kept(location)}
    assert (DateSpan("2020-01-01", "2020-12-31"), Money(100, "EUR")) == (budget.span, budget.value)
    assert {
        ("", "period-start", '<period-start iso-date="2020-02-01"></period-start>'),
        ("", "value", '<value value-date="2020-01-03">200</value>'),
    } == kept(budget)
    assert Country("UG") == transaction.country
    assert {("", "recipient-country", '<recipient-country code="KE"></recipient-country>')} == kept(transaction)
    assert (True, [Code("1")]) == (read.conditions_attached, [each.type for each in read.conditions])
    assert DAY(2023, 5, 6) == read.fss.extraction_date
    assert {"iati.surplus": 14} == counted("surplus")


def test_an_element_that_the_standard_does_not_know_is_kept_raw() -> None:
    """Whatever stands beside it is read."""
    read = project("unknown-elements")
    (result,), (budget,) = read.chain.results, read.budgets

    assert ProjectStatus.IMPLEMENTATION == read.status
    assert read.title.entries[0][1].startswith("Wells and")
    assert Money(100, "EUR") == budget.value
    assert ("", "activity-website", "<activity-website>https://water.example.org/</activity-website>") in kept(read)
    assert ("activity-status", "name", "<name>Implementation</name>") in kept(read)
    assert ("title", "text", "<text>Wells</text>") in kept(read)
    assert ("", "narrative", "<narrative>Words of no element</narrative>") in kept(read)
    assert ("", "value", "<value>7</value>") in kept(read)
    assert {"activity-website", "text", "b", "name", "narrative", "value", "iati-activity"} <= {
        name for _, name, _ in kept(read)
    }
    assert {
        ("", "note", '<note lang="en">mixed <i>content</i>, kept</note>'),
        ("value", "cent", "<cent>50</cent>"),
    } == kept(budget)
    assert {"period"} == {name for _, name, _ in kept(result)}
    assert {("", "indicator", '<indicator measure="2"></indicator>')} == kept(result.indicators[0])
    assert 11 == counted("unknown-elements")["iati.unknown-element"]


def test_an_attribute_that_the_standard_does_not_know_is_kept_raw() -> None:
    """At its own place: that of a leaf, a narrative, or the third of several telephones."""
    read = project("unknown-attributes")
    (budget,), (transaction,) = read.budgets, read.transactions
    (period,) = indicator("unknown-attributes").periods

    assert ((None, "Wells"), ("fr", "Puits"), ("es", "Pozos")) == read.title.entries
    assert {
        ("", "@version", "1.05"),
        ("title", "@type", "short"),
        ("title/narrative[1]", "@lang", "fr"),
        ("activity-status", "@vocabulary", "1"),
    } <= kept(read)
    assert ("", "telephone", '<telephone ext="1"></telephone>') in kept(read)
    assert {("", "@id", "b1"), ("period-start", "@precision", "month"), ("value", "@exact", "1")} == kept(budget)
    assert Money(100, "EUR") == budget.value
    assert "14031" == transaction.sectors[0].code
    assert ("", "@percentage", "100") in kept(transaction.sectors[0])
    assert transaction.sectors[0].percentage is None
    assert ("", "@year", "2020") in kept(period.targets[0])
    assert Decimal(1) == period.targets[0].value
    assert 9 <= counted("unknown-attributes")["iati.unknown-attribute"]


def test_text_where_elements_are_wanted_is_kept_raw() -> None:
    """The name beside a code, as in 1.0x, is no narrative here; the code is read."""
    read = project("stray-text")
    (budget,), (document,) = read.budgets, read.documents

    assert (ProjectStatus.IMPLEMENTATION, "UG", "14031") == (read.status, read.countries[0].code, read.sectors[0].code)
    assert ("activity-status", "#text", "Implementation") in kept(read)
    assert {("", "#text", "1 January 2020")} == kept(read.dates[0])
    assert {("", "#text", "Uganda")} == kept(read.countries[0])
    assert not read.countries[0].name
    assert {("", "#text", "Basic drinking water supply")} == kept(read.sectors[0])
    assert "Pumps" == str(read.title)
    assert ("title", "#tail") in {(at, name) for at, name, _ in kept(read)}
    assert ("", "#tail") in {(at, name) for at, name, _ in kept(read)}
    assert ("period-start", "#text", "from January") in kept(budget)
    assert Money(100, "EUR") == budget.value
    assert "https://docs.example.org/s.pdf" == document.url
    assert 8 <= counted("stray-text")["iati.stray-text"]


def test_the_order_of_elements_makes_no_difference() -> None:
    """Only that of elements of one name does."""
    read = project("shuffled")
    first, second = read.chain.results
    (one,) = first.indicators
    (period,) = one.periods

    assert "Wells" == str(read.title)
    assert ["14031", "14032"] == [each.code for each in read.sectors]
    assert [Money(100, "EUR"), Money(200, "EUR")] == [each.value for each in read.budgets]
    assert DateSpan("2020-01-01", "2020-12-31") == read.budgets[0].span == period.span
    assert (TransactionType.DISBURSEMENT, DAY(2020, 1, 1), Money(7, "EUR")) == (
        read.transactions[0].type,
        read.transactions[0].date,
        read.transactions[0].value,
    )
    assert [Outcome, Output] == [type(first), type(second)]
    assert ("Time saved", "Days") == (str(first.title), str(one.title))
    assert [Actual(1, comment="Counted", locations="L0"), Actual(2)] == list(period.actuals)
    assert [Target(3)] == list(period.targets)
    assert ([], []) == (said("shuffled"), raws_of(read))


def test_a_letter_for_a_transaction_is_a_code_that_no_list_knows() -> None:
    """In a file of 2.0x nothing is upgraded: a rule speaks of unknown codes."""
    read = project("letters-for-transactions")

    assert [Code("C"), TransactionType.DISBURSEMENT] == [each.type for each in read.transactions]
    assert ([], []) == (said("letters-for-transactions"), raws_of(read))


def test_a_flag_is_one_or_zero_true_or_false() -> None:
    """Words and capitals are no xsd:boolean: they are kept raw and reported."""
    *read, last = loaded("flags").value
    assert last.reporting is not None
    (result,) = last.chain.results

    assert [None, None, True, True, False, False, None, None] == [each.humanitarian for each in read]
    assert {("", "@humanitarian", "yes")} == kept(read[0])
    assert {("", "@humanitarian", "TRUE")} == kept(read[1])
    assert {("", "@humanitarian", "")} == kept(read[6])
    assert (None, None, None) == (
        last.reporting.secondary,
        last.transactions[0].humanitarian,
        last.conditions_attached,
    )
    assert {("", "@secondary-reporter", "n")} == kept(last.reporting)
    assert {("", "@humanitarian", "Y")} == kept(last.transactions[0])
    assert {("conditions", "@attached", "none")} == kept(last)
    assert (None, None, None) == (
        result.aggregation_status,
        result.indicators[0].direction,
        result.indicators[0].aggregation_status,
    )
    assert {("", "@aggregation-status", "Yes")} == kept(result)
    assert {("", "@ascending", "up"), ("", "@aggregation-status", "maybe")} == kept(result.indicators[0])
    assert [
        ("iati.not-a-flag", "[0].humanitarian"),
        ("iati.not-a-flag", "[1].humanitarian"),
        ("iati.blank", "[6].humanitarian"),
        ("iati.not-a-flag", "[7].humanitarian"),
        ("iati.not-a-flag", "[8].reporting.secondary"),
        ("iati.not-a-flag", "[8].transactions[0].humanitarian"),
        ("iati.not-a-flag", "[8].conditions_attached"),
        ("iati.not-a-flag", "[8].chain[0].aggregation_status"),
        ("iati.not-a-flag", "[8].chain[0].indicators[0].direction"),
        ("iati.not-a-flag", "[8].chain[0].indicators[0].aggregation_status"),
    ] == said("flags")


def test_a_result_of_no_known_type_is_a_result() -> None:
    """Its level is not stated, and never guessed; what stood in the place of the type is kept raw."""
    results = project("result-types").chain.results

    assert [Result, Result, Result, Result, Result, Output, Outcome, Impact, OtherResult] == [
        type(each) for each in results
    ]
    assert ["A fifth type", "No type"] == [str(each.title) for each in results[:2]]
    assert [{("", "@type", "5")}, set(), {("", "@type", "Output")}, {("", "@type", "")}, set()] == [
        kept(each) for each in results[:5]
    ]
    assert {"iati.unknown-type": 2, "iati.blank": 1} == counted("result-types")


def test_an_attribute_without_a_value_states_nothing() -> None:
    """Nothing is read of it, and nothing of it is lost: that it stood there is kept raw."""
    read = project("empty-attributes")
    assert read.reporting is not None
    assert read.identifier == "XX-EX-1-Q"
    (budget,), (transaction,), (result,) = read.budgets, read.transactions, read.chain.results

    assert ["Wells", "Forty wells"] == [str(read.title), str(read.description)]
    assert (None, None, None) == (read.reporting.ref, read.reporting.type, read.reporting.secondary)
    assert (None, None, None, None) == (read.status, read.default_currency, read.humanitarian, read.hierarchy)
    assert {("", "@type", ""), ("", "@status", "")} <= kept(budget)
    assert (None, None, None) == (budget.span, budget.value, budget.type)
    assert (None, None, None) == (transaction.type, transaction.date, transaction.value)
    assert ("value", "#text", "5") in kept(transaction)
    assert (Result, None) == (type(result), result.aggregation_status)
    assert (None, None) == (result.indicators[0].measure, result.indicators[0].direction)
    (baseline,) = result.indicators[0].baselines
    assert (None, None, None) == (baseline.value, baseline.stated, baseline.date)
    assert {("", "@iso-date", ""), ("", "@year", ""), ("", "@value", "")} <= kept(baseline)
    assert (Dimension(extras=baseline.dimensions[0].extras),) == baseline.dimensions
    assert (
        {"iati.blank"}
        <= set(counted("empty-attributes"))
        <= {"iati.blank", "iati.no-currency", "iati.unknown-attribute"}
    )


def test_a_language_of_the_element_is_not_that_of_its_words() -> None:
    """The standard has it on the narrative alone: it is kept where it stood, and the words are in no stated language."""
    read = project("language-of-title")

    assert (None, "Puits") == read.title.entries[0]
    assert {("title", "fr")} == {(at, text) for at, name, text in kept(read) if name.endswith("lang")}
    assert {("", "en")} == {(at, text) for at, name, text in kept(read.descriptions[0]) if name.endswith("lang")}
    assert "Forty wells" == str(read.descriptions[0].text)


def test_dimensions_and_places_may_lack_a_half() -> None:
    """A dimension without a category, a category without a dimension, neither; a place without a name."""
    (period,) = indicator("dimensions").periods
    (actual,) = period.actuals

    assert (Dimension("sex"), Dimension(value="female"), Dimension(), Dimension("age", "18-24")) == actual.dimensions
    assert ("L0", "L1") == actual.locations
    assert {("", "location", "<location></location>")} == kept(actual)
    assert {"iati.blank": 1} == counted("dimensions")


def test_projects_of_one_identifier_are_both_read() -> None:
    """None of them is dropped, in the order they stand."""
    read = loaded("identifiers-twice").value

    assert [("XX-EX-1-Q", "Wells"), ("XX-EX-1-Q", "Pumps")] == [(each.identifier, str(each.title)) for each in read]
    assert [] == said("identifiers-twice")


def test_a_bad_project_does_not_touch_the_next() -> None:
    """All that is wrong is said of the one it is wrong in."""
    bad, good = loaded("one-of-two-is-bad").value
    clean = Project(
        identifier="XX-EX-1-GOOD", title="Wells", default_currency="EUR", default_language="en", budgets=good.budgets
    )

    assert "XX-EX-1-BAD" == bad.identifier
    assert (None, None, None) == (bad.hierarchy, bad.budgets[0].span, bad.budgets[0].value)
    assert (None, None, None) == (bad.transactions[0].humanitarian, bad.transactions[0].date, bad.transactions[0].value)
    assert clean == good
    assert (DateSpan("2020-01-01", "2020-12-31"), Money(100, "EUR")) == (good.budgets[0].span, good.budgets[0].value)
    assert [] == raws_of(good)
    assert {
        "iati.unknown-type",
        "iati.not-a-date",
        "iati.reversed",
        "iati.not-a-number",
        "iati.not-a-currency",
        "iati.not-a-flag",
        "iati.not-a-whole-number",
        "iati.unknown-element",
    } <= set(counted("one-of-two-is-bad"))
    assert all(path.startswith("[0]") for _, path in said("one-of-two-is-bad"))


def test_a_budget_may_say_half_or_nothing() -> None:
    """An end that is not stated is open; a currency without an amount is kept raw."""
    budgets = project("bare-budgets").budgets

    assert [
        DateSpan("2020-01-01", "2020-12-31"),
        None,
        DateSpan("2020-01-01", None),
        DateSpan(None, "2020-12-31"),
        None,
        None,
        None,
    ] == [each.span for each in budgets]
    assert [None, Money(100, "EUR"), Money(200, "EUR"), Money(300, "EUR"), None, None, None] == [
        each.value for each in budgets
    ]
    assert {("value", "@currency", "KES")} == kept(budgets[4])
    assert DAY(2020, 1, 2) == budgets[4].value_date
    assert {("", "period-start", "<period-start></period-start>"), ("", "value", "<value></value>")} == kept(budgets[5])
    assert set() == kept(budgets[6])


def test_a_level_is_a_whole_number() -> None:
    """Nothing is rounded, and nothing too long is taken."""
    *read, last = loaded("hierarchies").value
    assert last.fss is not None

    assert [None, None, 2, 2, None, -1] == [each.hierarchy for each in read]
    assert {("", "@hierarchy", "x")} == kept(read[0])
    assert {("", "@hierarchy", "1.0")} == kept(read[1])
    assert {("", "@hierarchy", "99999999999999999999")} == kept(read[4])
    assert {("", "@level", "first")} == kept(last.locations[0].areas[0])
    assert (None, None) == (last.fss.phaseout_year, last.fss.forecasts[0].year)
    assert {("", "@phaseout-year", "2027.5")} == kept(last.fss)
    assert {("", "@year", "next")} == kept(last.fss.forecasts[0])
    assert {"iati.not-a-whole-number": 6} == counted("hierarchies")
    assert {"[0].hierarchy", "[1].hierarchy", "[4].hierarchy", "[6].locations[0].areas[0].level"} <= {
        path for _, path in said("hierarchies")
    }


def test_the_projects_of_a_root_inside_the_root_are_read() -> None:
    """In the order they stand, whatever is around them."""
    read = loaded("nested-root").value

    assert ["XX-EX-1-A", "XX-EX-1-B", "XX-EX-1-C", "XX-EX-1-D"] == [each.identifier for each in read]
    assert {"iati.nested-root": 1} == counted("nested-root")


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("no-version", ["iati.no-version"]),
        ("unknown-version", ["iati.unknown-version"]),
        ("version-2.01", []),
    ],
)
def test_a_file_of_any_version_of_the_second_kind_is_read(name: str, codes: list[str]) -> None:
    """One without a version, or with one that was never published, is read as what it looks like, and it is said."""
    read = project(name)

    assert ("XX-EX-1-Q", "Wells") == (read.identifier, str(read.title))
    assert codes == [code for code, _ in said(name)]


def test_the_date_of_a_baseline_is_its_day_or_its_year() -> None:
    """A year of three digits is a year; where year and date disagree, the date says more and is taken."""
    baselines = indicator("baseline-dates").baselines

    assert list(map(Decimal, range(1, 9))) == [each.value for each in baselines]
    assert [
        PartialDate(217),
        DAY(2018, 6, 30),
        DAY(2019, 6, 30),
        PartialDate(2019),
        None,
        None,
        None,
        None,
    ] == [each.date for each in baselines]
    assert ("", "@year", "2019") in kept(baselines[1])
    assert {("", "@year", "2019/2020")} == kept(baselines[4])
    assert {("", "@year", "0")} == kept(baselines[5])
    assert {("", "@year", "12345")} == kept(baselines[6])
    assert [
        ("iati.dates-disagree", "[0].chain[0].indicators[0].baselines[1].date"),
        ("iati.not-a-whole-number", "[0].chain[0].indicators[0].baselines[4].date"),
        ("iati.not-a-date", "[0].chain[0].indicators[0].baselines[5].date"),
        ("iati.not-a-date", "[0].chain[0].indicators[0].baselines[6].date"),
    ] == said("baseline-dates")


def test_white_space_around_values_is_no_part_of_them() -> None:
    """Inside words it is: lines, tabs and returns stay as they are."""
    read = project("white-space")
    assert read.reporting is not None

    assert ("XX-EX-1-Q", "XX-EX-1", Code("22")) == (read.identifier, read.reporting.ref, read.reporting.type)
    assert ("en", "EUR", True) == (read.default_language, read.default_currency, read.humanitarian)
    assert ["Example", "Trust"] == str(read.reporting.name).split()
    assert "\n" in str(read.reporting.name)
    assert "Wells\tand\npumps\rtoo" == str(read.title)
    assert str(read.description).startswith("First paragraph.\n\n")
    assert str(read.description).endswith("Second paragraph.")
    assert "14031" == read.sectors[0].code
    assert (DateSpan("2020-01-01", "2020-12-31"), DAY(2020, 1, 2), Money(100, "EUR")) == (
        read.budgets[0].span,
        read.budgets[0].value_date,
        read.budgets[0].value,
    )
    assert ("Lines\nand\ttabs\r.", "a  b") == (read.legacy_data[0].name, read.legacy_data[0].value)
    assert ([], []) == (said("white-space"), raws_of(read))


def test_a_no_break_space_is_a_letter_to_xml() -> None:
    """It is not lost, whether the words hold it or the spelling is kept beside them."""
    read = project("no-break-spaces")

    assert ["Wells.", "Puits", ""] == [words.strip() for _, words in read.title]
    assert "XX-EX-1" == (read.participants[0].ref or "").strip()
    assert "" == (read.participants[1].ref or "").strip()


def test_foreign_content_is_kept_where_the_schema_has_no_room_for_it() -> None:
    """It is nobody's mistake, so nothing is said of it; what it stands in is read."""
    read = project("foreign-elsewhere")
    assert read.crs_add is not None
    assert read.fss is not None
    assert read.locations[0].point is not None

    assert "XX-EX-1-Q" == read.identifier
    assert Decimal("1.5") == read.locations[0].point.latitude
    assert Money(100, "EUR") == read.budgets[0].value
    assert "XX-EX-1-W" == read.related_projects[0].ref
    assert {("", "@{https://a.example.org/ns}x", "2")} == kept(read.related_projects[0])
    assert {("", "@{https://a.example.org/ns}x", "3")} == kept(read.legacy_data[0])
    assert {("", "@{https://a.example.org/ns}x", "4")} == kept(read.conditions[0])
    (period,) = indicator("foreign-elsewhere").periods
    assert {("", "@{https://a.example.org/ns}x", "5")} == kept(period.targets[0])
    assert "21023" == read.crs_add.channel_code
    assert Money(5, "EUR") == read.fss.forecasts[0].value
    assert {"iati.stray-text": 1} == counted("foreign-elsewhere"), "the words after a foreign element in a narrative"


def test_items_that_say_nothing_do_not_move_the_others() -> None:
    """Those that are objects of their own are there, empty; a code, telephone or language that is none is kept raw."""
    read = project("in-between")
    (contact,), (document,) = read.contacts, read.documents
    blank, result = read.chain.results

    assert ["", "Forty wells"] == [str(each.text) for each in read.descriptions]
    assert ("+00 555 0101", "+00 555 0103") == contact.telephones
    assert ("1 Well Road",) == tuple(str(each) for each in contact.mailing_addresses if each)
    assert contact.extras is not None
    assert ("telephone", 1) in {(raw.name, raw.index) for raw in contact.extras.raw}
    assert ["14031", None, "14032"] == [each.code for each in read.sectors]
    assert (Code("C01"), Code("2", "4")) == read.default_aid_types
    assert read.extras is not None
    assert {("default-aid-type", 1)} == {(raw.name, raw.index) for raw in read.extras.raw}
    assert [None, Money(100, "EUR")] == [each.value for each in read.budgets]
    assert ((Code("A02"),), ("en", "fr")) == (document.categories, document.languages)
    assert document.extras is not None
    assert {("category", 0), ("language", 1)} == {(raw.name, raw.index) for raw in document.extras.raw}
    assert [None, Code("1")] == [each.type for each in read.conditions]
    assert [Result, Output] == [type(blank), type(result)]
    assert [None, MeasureType.UNIT] == [each.measure for each in result.indicators]
    assert [0, 2] == [len(each.targets) for each in result.indicators[1].periods]
    assert [None, Decimal(1)] == [each.value for each in result.indicators[1].periods[1].targets]


def test_groups_without_anything_are_objects_or_raw() -> None:
    """An empty group is not the same as none, and comes back on writing."""
    read = project("bare-groups")

    assert Text() == read.title
    assert 2 == len(read.contacts)
    assert {
        ("", "organisation", "<organisation></organisation>"),
        ("", "person-name", "<person-name></person-name>"),
    } == kept(read.contacts[1])
    assert {("", "title", "<title></title>"), ("", "conditions", "<conditions></conditions>")} <= kept(read)
    for name in ("country_budget_items", "crs_add", "fss"):
        assert isinstance(getattr(read, name), Element)


def test_what_the_root_holds_beside_activities_is_reported() -> None:
    """Text, unknown attributes and elements belong to no project; they go with the header."""
    read, header = project("around-activities"), loaded("around-activities").header
    assert header is not None

    assert ("publisher", "XX-EX-1") in header.attributes
    assert (None, "2.03") == (header.generated, header.version)
    assert 1 == len(header.elements)
    assert "Wells" == parsed(header.elements[0].encode()).findtext("name")
    assert ProjectStatus.IMPLEMENTATION == read.status
    assert [] == raws_of(read)
    assert {"iati.stray-text", "iati.unknown-element"} <= set(counted("around-activities"))


@pytest.mark.parametrize("name", sorted(path.stem for path in (DATA / "quirks").glob("*.xml")))
def test_what_is_said_is_said_in_the_order_of_the_file(name: str) -> None:
    """Each issue carries its line and column, and none stands before one that is further up."""
    places = [issue.where for issue in loaded(name).report if issue.path]

    assert None not in places
    assert sorted(places, key=lambda place: place or (0, 0)) == places


def test_every_quirk_has_its_test() -> None:
    """A file that no test here names proves nothing by itself."""
    text = Path(__file__).read_text(encoding="utf-8")

    assert [] == [path.stem for path in (DATA / "quirks").glob("*.xml") if f'"{path.stem}"' not in text]
