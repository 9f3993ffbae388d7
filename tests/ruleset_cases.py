"""Small activities with the rules of the official ruleset that each breaks, as a person reads the ruleset."""

from typing import NamedTuple

DAY = "2024-06-30"
"""The day that the cases are judged by."""

SLOTS = {
    "attributes": 'xml:lang="en" default-currency="EUR" last-updated-datetime="2024-06-30T12:00:00"',
    "identifier": "<iati-identifier>GB-CHC-1-W</iati-identifier>",
    "reporting": '<reporting-org ref="GB-CHC-1" type="21"><narrative>Aid</narrative></reporting-org>',
    "title": "<title><narrative>Wells</narrative></title>",
    "description": "<description><narrative>Wells for all</narrative></description>",
    "organisations": '<participating-org ref="GB-CHC-1" role="4"/>',
    "others": "",
    "dates": '<activity-date type="1" iso-date="2024-01-01"/>',
    "places": '<recipient-country code="KE"/>',
    "sectors": '<sector vocabulary="1" code="14030"/>',
    "items": "",
    "markers": "",
    "spend": "",
    "aid": "",
    "budgets": "",
    "transactions": "",
    "related": "",
    "results": "",
}
"""An activity that breaks nothing, part by part, in the order of the standard."""


READ_OTHERWISE = {
    "white space around an attribute or an identifier is no part of it once it is read": {
        "space after the identifier": {"1.3.1"},
        "a line break before the identifier": {"1.1.21", "1.3.1"},
        "space after the reporting organisation's identifier": {"1.1.21", "1.14.1"},
        "space in a former prefix": {"1.16.1"},
        "space in a former identifier": {"1.6.1"},
        "space in a related activity": {"1.7.1"},
        "an owner with space": {"1.11.1"},
        "a participant with space": {"1.8.1", "1.9.1"},
        "a provider and a receiver with space": {"1.10.1", "1.4.1", "1.15.1", "1.5.1"},
        "a provider and a receiver with space in a planned disbursement": {"1.10.1", "1.4.1", "1.15.1", "1.5.1"},
    },
    "a blank narrative is read as an empty one, which has no text; the Validator's table of rules trims it too": {
        "a title of a blank narrative, which is text all the same": {"4.3.1"},
    },
    "a number is read as the number it is, however it is spelled": {
        "a baseline with a plus sign, which no number of XPath 1.0 has": {"8.8.2"},
        "an actual with a plus sign, which no number of XPath 1.0 has": {"8.10.2"},
        "a target with a plus sign, which no number of XPath 1.0 has": {"8.9.2"},
        "a baseline with an exponent, which is no number of XPath 1.0": {"8.8.2"},
        "an actual with an exponent, which is no number of XPath 1.0": {"8.10.2"},
        "a target with an exponent, which is no number of XPath 1.0": {"8.9.2"},
    },
}
"""Why a file breaks other rules than what is read of it: which cases, and the rules that only one of the two breaks."""


class RulesetCase(NamedTuple):
    """What an activity is about, the parts that differ from one that breaks nothing, and the rules that it breaks."""

    about: str
    broken: set[str]
    parts: dict[str, str]

    @property
    def other(self) -> set[str]:
        """The rules that either the file breaks or what is read of it, and not both."""
        return next((cases[self.about] for cases in READ_OTHERWISE.values() if self.about in cases), set())

    @property
    def as_read(self) -> set[str]:
        """The rules that the activity breaks as it is read."""
        return self.broken ^ self.other

    def xml(self) -> bytes:
        """Give a file with the activity alone."""
        slots = SLOTS | self.parts
        inside = "".join(part for slot, part in slots.items() if slot != "attributes")
        activity = f"<iati-activity {slots['attributes']}>{inside}</iati-activity>"
        return f'<iati-activities version="2.03">{activity}</iati-activities>'.encode()


def case(about: str, *broken: str, **parts: str) -> RulesetCase:
    """Give a case; a part that the standard has not is a slip of the pen."""
    assert set(parts) <= set(SLOTS), about
    return RulesetCase(about, set(broken), parts)


def _org(name: str, attributes: str, inside: str = "") -> str:
    return f"<{name} {attributes}>{inside}</{name}>"


def _owner(ref: str) -> str:
    return f'<other-identifier ref="W" type="A1"><owner-org ref="{ref}"/></other-identifier>'


def _sides(ref: str, activity: str) -> str:
    return (
        f'<provider-org ref="{ref}" provider-activity-id="{activity}"/>'
        f'<receiver-org ref="{ref}" receiver-activity-id="{activity}"/>'
    )


def _dates(**dates: str) -> str:
    kinds = {"planned_start": 1, "start": 2, "planned_end": 3, "end": 4}
    return "".join(f'<activity-date type="{kinds[kind]}" iso-date="{day}"/>' for kind, day in dates.items())


def _countries(*percentages: str) -> str:
    codes = ("KE", "UG", "TZ", "RW")
    return "".join(
        f'<recipient-country code="{code}"{_percentage(each)}/>' for code, each in zip(codes, percentages, strict=False)
    )


def _regions(vocabulary: str, *percentages: str) -> str:
    codes = ("298", "289", "189")
    return "".join(
        f'<recipient-region vocabulary="{vocabulary}" code="{code}"{_percentage(each)}/>'
        for code, each in zip(codes, percentages, strict=False)
    )


def _sectors(vocabulary: str, *percentages: str, inside: str = "") -> str:
    stated = f' vocabulary="{vocabulary}"' if vocabulary != "-" else ""
    codes = ("14030", "14020", "14010")
    return "".join(
        f'<sector{stated} code="{code}"{_percentage(each)}>{inside}</sector>'
        for code, each in zip(codes, percentages, strict=False)
    )


def _items(vocabulary: str, *percentages: str) -> str:
    items = "".join(f'<budget-item code="1.1.1"{_percentage(each)}/>' for each in percentages)
    return f'<country-budget-items vocabulary="{vocabulary}">{items}</country-budget-items>'


def _percentage(value: str) -> str:
    return f' percentage="{value}"' if value else ""


def _span(name: str, start: str, end: str) -> str:
    value = f'<value value-date="{start or "2024-01-01"}">1</value>'
    return f'<{name}><period-start iso-date="{start}"/><period-end iso-date="{end}"/>{value}</{name}>'


def _transaction(inside: str = "", day: str = "2024-01-01", value_date: str = "2024-01-01") -> str:
    return (
        f'<transaction><transaction-type code="2"/><transaction-date iso-date="{day}"/>'
        f'<value value-date="{value_date}">1</value>{inside}</transaction>'
    )


def _disbursement(inside: str) -> str:
    start = '<period-start iso-date="2024-01-01"/>'
    return f'<planned-disbursement>{start}<value value-date="2024-01-01">1</value>{inside}</planned-disbursement>'


def _indicator(measure: str, inside: str, reference: str = "", above: str = "") -> str:
    return (
        f'<result type="1"><title><narrative>Water</narrative></title>{above}<indicator measure="{measure}">'
        f"<title><narrative>Wells</narrative></title>{reference}{inside}</indicator></result>"
    )


def _period(start: str, end: str, inside: str = "") -> str:
    return f'<period><period-start iso-date="{start}"/><period-end iso-date="{end}"/>{inside}</period>'


def _value(name: str, measure: str, value: str | None = None) -> str:
    tag = name.rpartition(" ")[2]
    element = f"<{tag}/>" if value is None else f'<{tag} value="{value}"/>'
    return _indicator(measure, element if name == "a baseline" else _period(*_YEAR, inside=element))


_YEAR = ("2024-01-01", "2024-12-31")
_REFERENCE = '<reference vocabulary="99" code="1"/>'

CASES: tuple[RulesetCase, ...] = (
    case("an activity that breaks nothing"),
    # identifiers
    case(
        "the organisation's own identifier, without a string after it",
        "1.1.3",
        "1.1.21",
        identifier="<iati-identifier>GB-CHC-1</iati-identifier>",
    ),
    case("another prefix", "1.1.21", identifier="<iati-identifier>GB-CHC-2-W</iati-identifier>"),
    case("the prefix without a hyphen", "1.1.21", identifier="<iati-identifier>GB-CHC-1W</iati-identifier>"),
    case("a hyphen and nothing after it", identifier="<iati-identifier>GB-CHC-1-</iati-identifier>"),
    case(
        "a former prefix",
        identifier="<iati-identifier>GB-CHC-9-W</iati-identifier>",
        others='<other-identifier ref="GB-CHC-9" type="B1"/>',
    ),
    case(
        "the prefix of an identifier of another kind",
        "1.1.21",
        identifier="<iati-identifier>GB-CHC-9-W</iati-identifier>",
        others='<other-identifier ref="GB-CHC-9" type="B9"/>',
    ),
    *(
        case(
            f"{symbol} in the identifier", "1.3.13", identifier=f"<iati-identifier>GB-CHC-1-{symbol}W</iati-identifier>"
        )
        for symbol in ("/", "&amp;", "|", "?")
    ),
    case("a colon in the identifier", identifier="<iati-identifier>GB-CHC-1-W:1</iati-identifier>"),
    case("space after the identifier", "1.3.1", identifier="<iati-identifier>GB-CHC-1-W </iati-identifier>"),
    case(
        "a line break before the identifier",
        "1.3.1",
        "1.1.21",
        identifier="<iati-identifier>\nGB-CHC-1-W</iati-identifier>",
    ),
    case("an empty identifier", "1.1.21", identifier="<iati-identifier></iati-identifier>"),
    case(
        "a reporting organisation of no agency",
        "1.14.8",
        identifier="<iati-identifier>AID-W</iati-identifier>",
        reporting=_org("reporting-org", 'ref="AID" type="21"'),
    ),
    case(
        "a symbol in the reporting organisation's identifier",
        "1.14.13",
        "1.3.13",
        identifier="<iati-identifier>GB-CHC-1/2-W</iati-identifier>",
        reporting=_org("reporting-org", 'ref="GB-CHC-1/2" type="21"'),
    ),
    case(
        "space after the reporting organisation's identifier",
        "1.14.1",
        "1.1.21",
        reporting=_org("reporting-org", 'ref="GB-CHC-1 " type="21"'),
    ),
    case("space in a former prefix", "1.16.1", others='<other-identifier ref=" GB-CHC-9" type="B1"/>'),
    case("space in a former identifier", "1.6.1", others='<other-identifier ref="W " type="A3"/>'),
    case("space in an internal identifier", others='<other-identifier ref="W " type="A1"/>'),
    case("space in a related activity", "1.7.1", related='<related-activity ref=" XM-1-2" type="1"/>'),
    # organisations
    case("an owner of nothing", "6.8.1", others='<other-identifier ref="W" type="A1"><owner-org/></other-identifier>'),
    case("an owner with space", "1.11.1", others=_owner("GB-1 ")),
    case("an owner with a symbol", "1.11.13", others=_owner("GB/1")),
    case(
        "an owner with a name",
        others='<other-identifier ref="W" type="A1"><owner-org><narrative>Aid</narrative></owner-org></other-identifier>',
    ),
    case("a participant of nothing", "6.10.1", organisations='<participating-org role="4"/>'),
    case("a participant with an empty identifier", organisations='<participating-org ref="" role="4"/>'),
    case(
        "a participant with an empty name", organisations='<participating-org role="4"><narrative/></participating-org>'
    ),
    case(
        "a participant with space",
        "1.8.1",
        "1.9.1",
        organisations='<participating-org ref="GB-1 " activity-id=" GB-1-1" role="4"/>',
    ),
    case("a participant with a symbol", "1.8.13", organisations='<participating-org ref="GB?1" role="4"/>'),
    *(
        written
        for where, slot, within in (
            ("", "transactions", _transaction),
            (" in a planned disbursement", "budgets", _disbursement),
        )
        for written in (
            case(
                f"a provider and a receiver of nothing{where}",
                "6.9.1",
                "6.9.2",
                **{slot: within("<provider-org/><receiver-org/>")},
            ),
            case(
                f"a provider and a receiver with space{where}",
                "1.10.1",
                "1.4.1",
                "1.15.1",
                "1.5.1",
                **{slot: within(_sides("GB-1 ", " GB-1-1"))},
            ),
            case(
                f"a provider and a receiver with a symbol{where}",
                "1.10.13",
                "1.15.13",
                **{slot: within(_sides("GB|1", "GB|1-1"))},
            ),
            case(f"a provider and a receiver with empty identifiers{where}", **{slot: within(_sides("", ""))}),
        )
    ),
    # dates
    case("no date", "6.11.1", dates=""),
    case("ends alone", "6.11.1", dates=_dates(planned_end="2024-12-31", end="2024-05-01")),
    case("planned dates reversed", "11.1.2", dates=_dates(planned_start="2024-02-02", planned_end="2024-02-01")),
    case("planned dates on one day", dates=_dates(planned_start="2024-02-02", planned_end="2024-02-02")),
    case("actual dates reversed", "11.1.3", dates=_dates(start="2024-02-02", end="2024-02-01")),
    case("actual dates on one day", dates=_dates(start="2024-02-02", end="2024-02-02")),
    case("a planned start after the actual end", dates=_dates(planned_start="2024-04-02", end="2024-04-01")),
    case("an actual start tomorrow", "11.1.4", dates=_dates(start="2024-07-01")),
    case("an actual start today", dates=_dates(start="2024-06-30")),
    case("an actual end tomorrow", "11.1.5", dates=_dates(start="2024-06-01", end="2024-07-01")),
    case("planned dates in the future", dates=_dates(planned_start="2025-01-01", planned_end="2026-01-01")),
    case(
        "a second actual start in the future, which no rule looks at",
        dates=_dates(start="2024-06-01") + _dates(start="2025-01-01"),
    ),
    case("a first actual start in the future", "11.1.4", dates=_dates(start="2025-01-01") + _dates(start="2024-06-01")),
    case(
        "a second planned end before the start, which no rule looks at",
        dates=_dates(planned_start="2024-02-02", planned_end="2024-03-01") + _dates(planned_end="2024-01-01"),
    ),
    case(
        "updated tomorrow",
        "11.1.1",
        attributes='xml:lang="en" default-currency="EUR" last-updated-datetime="2024-07-01T00:00:00"',
    ),
    case(
        "updated just after midnight, where it is five hours later: still today",
        attributes='xml:lang="en" default-currency="EUR" last-updated-datetime="2024-07-01T00:30:00+05:00"',
    ),
    case(
        "updated late today, where it is five hours earlier: already tomorrow",
        "11.1.1",
        attributes='xml:lang="en" default-currency="EUR" last-updated-datetime="2024-06-30T23:30:00-05:00"',
    ),
    case(
        "updated tomorrow, at no time of the day: no moment",
        attributes='xml:lang="en" default-currency="EUR" last-updated-datetime="2024-07-01"',
    ),
    case("updated on no stated day", attributes='xml:lang="en" default-currency="EUR"'),
    case("a transaction tomorrow", "11.2.1", transactions=_transaction(day="2024-07-01")),
    case("a value of tomorrow", "11.2.2", transactions=_transaction(value_date="2024-07-01")),
    case(
        "a second transaction tomorrow, which no rule looks at",
        transactions=_transaction() + _transaction(day="2024-07-01", value_date="2024-07-01"),
    ),
    # languages, currencies, words
    case(
        "no language",
        "4.1.1",
        attributes='default-currency="EUR" last-updated-datetime="2024-06-30T12:00:00"',
    ),
    case(
        "no language, and one at each narrative",
        attributes='default-currency="EUR"',
        reporting=_org("reporting-org", 'ref="GB-CHC-1" type="21"'),
        title='<title><narrative xml:lang="en">Wells</narrative></title>',
        description='<description><narrative xml:lang="en">Wells</narrative></description>',
    ),
    case(
        "no language, and one at each narrative but that of a result",
        "4.1.1",
        attributes='default-currency="EUR"',
        reporting=_org("reporting-org", 'ref="GB-CHC-1" type="21"'),
        title='<title><narrative xml:lang="en">Wells</narrative></title>',
        description='<description><narrative xml:lang="en">Wells</narrative></description>',
        results='<result type="1"><title><narrative>Water</narrative></title></result>',
    ),
    case("no currency and no money", attributes='xml:lang="en"'),
    case("no currency, and money", "7.8.1", attributes='xml:lang="en"', transactions=_transaction()),
    case("no currency, and a budget", "7.8.1", attributes='xml:lang="en"', budgets=_span("budget", *_YEAR)),
    case(
        "no currency, and a planned disbursement",
        "7.8.1",
        attributes='xml:lang="en"',
        budgets=_span("planned-disbursement", *_YEAR),
    ),
    case(
        "no currency, and one at the value",
        attributes='xml:lang="en"',
        transactions=_transaction().replace("<value ", '<value currency="USD" '),
    ),
    case(
        "no currency, and a forecast and the state of a loan",
        "7.8.1",
        attributes='xml:lang="en"',
        results='<fss extraction-date="2024-01-01"><forecast year="2025" value-date="2024-01-01">1</forecast></fss>',
    ),
    case(
        "no currency, and the state of a loan",
        "7.8.1",
        attributes='xml:lang="en"',
        results='<crs-add><loan-status year="2024" value-date="2024-01-01"><interest-received>1</interest-received>'
        "</loan-status></crs-add>",
    ),
    case("an empty title", "4.3.1", title="<title/>"),
    case("a title of an empty narrative", "4.3.1", title="<title><narrative/></title>"),
    case("a title of a blank narrative, which is text all the same", title="<title><narrative> </narrative></title>"),
    case("an empty description", "4.4.1", description="<description/>"),
    case("no description", description=""),
    case("a description after an empty one", "4.4.1", description=f"<description/>{SLOTS['description']}"),
    case(
        "an empty title and description of a result, and of its indicator",
        "4.3.1",
        "4.4.1",
        results='<result type="1"><title/><indicator measure="1"><title/><description/></indicator></result>',
    ),
    case("an empty description of a transaction", "4.4.1", transactions=_transaction("<description/>")),
    case(
        "an empty title of a document",
        "4.3.1",
        related='<document-link format="text/html" url="https://example.org"><title/></document-link>',
    ),
    case(
        "an empty description of a place",
        "4.4.1",
        places='<recipient-country code="KE"/><location><description/></location>',
    ),
    # sectors
    case("no sector", "6.2.2", sectors=""),
    case("no sector, and a transaction without one", "6.2.2", "6.7.2", sectors="", transactions=_transaction()),
    case("a sector at each transaction", sectors="", transactions=_transaction(_sectors("1", "")) * 2),
    case(
        "a sector at one transaction of two",
        "6.7.2",
        sectors="",
        transactions=_transaction(_sectors("1", "")) + _transaction(),
    ),
    case("sectors above and at a transaction", "6.6.2", transactions=_transaction(_sectors("1", ""))),
    case("two sectors without percentages", "2.1.1", sectors=_sectors("1", "", "")),
    case("one percentage of two", "2.1.1", sectors=_sectors("1", "100", "")),
    case("percentages of sectors that make 99", "2.1.2", sectors=_sectors("1", "50", "49")),
    case("percentages of sectors that make 100.0001", "2.1.2", sectors=_sectors("1", "50", "50.0001")),
    case("percentages of sectors that make 100.00004", sectors=_sectors("1", "50", "50.00004")),
    case("percentages of sectors that make 100", sectors=_sectors("1", "33.33", "33.33", "33.34")),
    case("percentages of sectors that make 99.99", "2.1.2", sectors=_sectors("1", "33.33", "33.33", "33.33")),
    case("one sector with 90", "2.1.4", sectors=_sectors("1", "90")),
    case("one sector with 100.0", sectors=_sectors("1", "100.0")),
    case("one sector without a vocabulary, with 90", "2.1.4", sectors=_sectors("-", "90")),
    case(
        "sectors of the first vocabulary, stated and not, are one vocabulary",
        sectors=_sectors("-", "60", "20") + _sectors("1", "20"),
    ),
    case(
        "a sector of the first vocabulary left blank: the loop takes it for another vocabulary too",
        "2.1.4",
        sectors=_sectors("", "20") + _sectors("1", "80"),
    ),
    case(
        "two vocabularies, each 100",
        sectors=_sectors("1", "60", "40") + _sectors("2", "50", "50"),
    ),
    case(
        "another vocabulary that makes 90: the condition of that loop takes no value, so it is never met",
        sectors=_sectors("1", "100") + _sectors("2", "50", "40"),
    ),
    case("two of another vocabulary without percentages", "2.1.1", sectors=_sectors("1", "") + _sectors("2", "", "")),
    case("one of another vocabulary with 90", "2.1.4", sectors=_sectors("1", "") + _sectors("2", "90")),
    case("another vocabulary alone", "102.1.1", sectors=_sectors("2", "")),
    case("an own sector without a narrative", "2.2.1", sectors=_sectors("1", "") + _sectors("99", "")),
    case(
        "an own sector with a narrative",
        sectors=_sectors("1", "") + _sectors("98", "", inside="<narrative>Wells</narrative>"),
    ),
    case(
        "an own sector without a narrative, and one with two: as many narratives as sectors",
        sectors=_sectors("1", "")
        + _sectors("98", "")
        + _sectors("99", "", inside='<narrative>Wells</narrative><narrative xml:lang="fr">Puits</narrative>'),
    ),
    case("sectors of 101 and -1", "12.3.1", sectors=_sectors("1", "101", "-1")),
    case("a sector of 0", sectors=_sectors("1", "100", "0")),
    # places
    case("no place", "3.7.1", places=""),
    case("no place, and a transaction without one", "3.7.1", "3.7.2", places="", transactions=_transaction()),
    case("a place at each transaction", places="", transactions=_transaction(_countries("")) * 2),
    case(
        "a place at one transaction of two",
        "3.7.2",
        places="",
        transactions=_transaction(_regions("1", "")) + _transaction(),
    ),
    case("places above and at a transaction", "3.6.2", transactions=_transaction(_countries(""))),
    case("a country above and a region at a transaction", "3.6.2", transactions=_transaction(_regions("1", ""))),
    case("two countries without percentages, which make 0", "3.1.1", "3.1.2", places=_countries("", "")),
    case("one percentage of two countries", "3.1.1", "3.1.2", places=_countries("50", "")),
    case("one percentage of two countries, which makes 100", "3.1.1", places=_countries("100", "")),
    case("countries of 50 and 49", "3.1.2", places=_countries("50", "49")),
    case("countries of 50 and 50", places=_countries("50", "50")),
    case("one country with 90", "3.1.4", places=_countries("90")),
    case("countries of 150 and -50", "12.1.1", places=_countries("150", "-50")),
    case("two regions without percentages", "3.4.1", "3.4.2", places=_regions("1", "", "")),
    case("regions of 50 and 40", "3.4.2", places=_regions("1", "50", "40")),
    case("regions of 150 and -50", "12.1.1", places=_regions("1", "150", "-50")),
    case("one region with 90", "3.4.4", places=_regions("1", "90")),
    case("one region without a percentage", places=_regions("1", "")),
    case(
        "one region without a vocabulary, with 90, which no loop comes to",
        places='<recipient-region code="298" percentage="90"/>',
    ),
    case("a country of 80 and a region of 20", places=_countries("80") + _regions("1", "20")),
    case(
        "a country of 80 and regions of 20 in each of two vocabularies",
        places=_countries("80") + _regions("1", "20") + _regions("2", "20"),
    ),
    case(
        "a country of 80, and 20 and 10 in two vocabularies",
        "3.4.2",
        places=_countries("80") + _regions("1", "20") + _regions("2", "10"),
    ),
    case(
        "a country and a region without percentages, which make 0", "3.4.2", places=_countries("") + _regions("1", "")
    ),
    case("regions of one each in two vocabularies", places=_regions("1", "") + _regions("2", "")),
    # budget items
    case("one budget item of 90", "7.9.4", items=_items("1", "90")),
    case("one budget item", items=_items("1", "")),
    case("budget items of 50 and 40", "7.9.2", items=_items("1", "50", "40")),
    case("budget items without percentages", "7.9.1", "7.9.2", items=_items("1", "", "")),
    case("one percentage of two budget items is at least one", items=_items("1", "100", "")),
    case("budget items of 150 and -50", "12.2.1", items=_items("1", "150", "-50")),
    case("capital spend of 120", "12.2.1", spend='<capital-spend percentage="120"/>'),
    case("capital spend of 0", spend='<capital-spend percentage="0"/>'),
    # markers and aid types
    case("a policy marker without significance", "6.14.1", markers='<policy-marker code="1"/>'),
    case("a policy marker with significance", markers='<policy-marker vocabulary="1" code="1" significance="0"/>'),
    case("an own policy marker without narrative", "6.13.1", markers='<policy-marker vocabulary="99" code="1"/>'),
    case(
        "an own policy marker with a narrative",
        markers='<policy-marker vocabulary="99" code="1"><narrative>Water</narrative></policy-marker>',
    ),
    case(
        "two default aid types",
        "107.1.2",
        aid='<default-aid-type code="A01"/><default-aid-type vocabulary="1" code="B01"/>',
    ),
    case(
        "a default aid type of another vocabulary alone", "107.1.1", aid='<default-aid-type vocabulary="2" code="1"/>'
    ),
    case(
        "two default aid types of another vocabulary",
        "107.1.2",
        aid='<default-aid-type code="A01"/>'
        '<default-aid-type vocabulary="2" code="1"/><default-aid-type vocabulary="2" code="2"/>',
    ),
    case(
        "a default aid type of each vocabulary",
        aid='<default-aid-type code="A01"/><default-aid-type vocabulary="2" code="1"/>',
    ),
    case("two aid types", "107.2.2", transactions=_transaction('<aid-type code="A01"/><aid-type code="B01"/>')),
    case(
        "two aid types of another vocabulary",
        "107.2.2",
        transactions=_transaction(
            '<aid-type code="A01"/><aid-type vocabulary="4" code="1"/><aid-type vocabulary="4" code="2"/>'
        ),
    ),
    case(
        "an aid type of another vocabulary alone",
        "107.2.1",
        transactions=_transaction('<aid-type vocabulary="4" code="1"/>'),
    ),
    case(
        "an aid type of another vocabulary at one transaction, of the first at another: the rule looks at all at once",
        transactions=_transaction('<aid-type vocabulary="4" code="1"/>') + _transaction('<aid-type code="A01"/>'),
    ),
    # budgets
    case("a budget of 366 days", "7.5.3", budgets=_span("budget", "2024-01-01", "2025-01-01")),
    case("a budget from 1 January to 1 January, 365 days", budgets=_span("budget", "2019-01-01", "2020-01-01")),
    case("a budget of a leap year", budgets=_span("budget", "2024-01-01", "2024-12-31")),
    case(
        "a second budget of two years",
        "7.5.3",
        budgets=_span("budget", *_YEAR) + _span("budget", "2025-01-01", "2026-12-31"),
    ),
    case("a budget reversed", "8.6.3", budgets=_span("budget", "2024-12-31", "2024-01-01")),
    case("a budget of a day", budgets=_span("budget", "2024-01-01", "2024-01-01")),
    case("a budget without its end", budgets=_span("budget", "2024-01-01", "")),
    case("a planned disbursement reversed", "8.6.3", budgets=_span("planned-disbursement", "2024-12-31", "2024-01-01")),
    case("a planned disbursement of two years", budgets=_span("planned-disbursement", "2024-01-01", "2025-12-31")),
    # results
    case(
        "a reference above and at the indicator",
        "8.11.1",
        results=_indicator("1", "", reference=_REFERENCE, above=_REFERENCE),
    ),
    case("two references at the indicator", results=_indicator("1", "", reference=_REFERENCE * 2)),
    case("two references above", results=_indicator("1", "", above=_REFERENCE * 2)),
    case("a period reversed", "8.6.1", results=_indicator("1", _period("2024-12-31", "2024-01-01"))),
    case("a period of a day", results=_indicator("1", _period("2024-01-01", "2024-01-01"))),
    *(
        written
        for name, number in (("a baseline", "8.8"), ("a target", "8.9"), ("an actual", "8.10"))
        for written in (
            *(
                case(f"{name} without a value, measure {measure}", f"{number}.1", results=_value(name, measure))
                for measure in "1234"
            ),
            case(f"{name} of a number", results=_value(name, "1", "-1.5")),
            case(f"{name} of words", f"{number}.2", results=_value(name, "2", "many")),
            case(f"{name} with thousands", f"{number}.2", results=_value(name, "1", "1,000")),
            case(f"{name} with a percent sign", f"{number}.2", results=_value(name, "2", "10%")),
            case(
                f"{name} with a plus sign, which no number of XPath 1.0 has",
                f"{number}.2",
                results=_value(name, "1", "+5"),
            ),
            case(
                f"{name} with an exponent, which is no number of XPath 1.0",
                f"{number}.2",
                results=_value(name, "1", "1E3"),
            ),
            case(f"{name} that is empty", f"{number}.2", results=_value(name, "1", "")),
            case(f"{name}, qualitative, with a value", f"{number}.3", results=_value(name, "5", "5")),
            case(f"{name}, qualitative, without a value", results=_value(name, "5")),
            case(f"{name} of an unknown measure", results=_value(name, "9", "many")),
        )
    ),
)
"""Each id of the ruleset is broken by one of them at least."""
