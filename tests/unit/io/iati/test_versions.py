"""Activities of versions 1.00 to 1.05 become activities of 2.03: before, after, and what is said of it."""

import gc
from collections import Counter
from pathlib import Path
from time import process_time
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from aidmodel.io.iati.version_changes import Upgrade
from aidmodel.io.iati.version_codes import SENTENCES
from aidmodel.io.iati.versions import is_old, upgrade, version_of

FIXTURES = Path(__file__).parents[3] / "data" / "iati" / "versions"

WORDS = "text-into-narrative"


class Case(NamedTuple):
    """What stands in an activity before and after, and the changes by kind."""

    name: str
    before: str
    after: str
    kinds: dict[str, int]


def unchanged(name: str, inside: str) -> Case:
    """Give the case of something that is left alone."""
    return Case(name, inside, inside, {})


def stays(name: str, inside: str, kinds: dict[str, int]) -> Case:
    """Give the case of something that is left alone, as is said of it."""
    return Case(name, inside, inside, kinds)


def nested(path: str, inside: str) -> str:
    """Give elements inside one another; the last one is ended by what it holds from its attributes on."""
    *outer, name = path.split("/")
    before = "".join(f"<{each}>" for each in outer)
    return f"{before}<{name}{inside}</{name}>" + "".join(f"</{each}>" for each in reversed(outer))


STAYING = {"unmapped-code", "coordinates"}
"""The kinds that speak of what is not changed, and so are said again of an activity that was upgraded."""

CASES = [
    # words
    Case("words", "<title> A <![CDATA[& B]]> </title>", "<title><narrative>A &amp; B</narrative></title>", {WORDS: 1}),
    Case(
        "words with a language",
        '<title xml:lang="fr">Un</title>',
        '<title><narrative xml:lang="fr">Un</narrative></title>',
        {WORDS: 1},
    ),
    Case(
        "words around a comment", "<title>A<!-- c -->B</title>", "<title><narrative>AB</narrative></title>", {WORDS: 1}
    ),
    Case(
        "words around a foreign element",
        '<title>A <o:x xmlns:o="urn:o">o</o:x> B</title>',
        '<title><narrative>A  B</narrative><o:x xmlns:o="urn:o">o</o:x></title>',
        {WORDS: 1},
    ),
    Case(
        "words before a narrative",
        "<title>A<narrative>B</narrative></title>",
        "<title><narrative>A</narrative><narrative>B</narrative></title>",
        {WORDS: 1},
    ),
    Case(
        "a language without words",
        '<title xml:lang="en">A</title><title xml:lang="fr"/>',
        '<title><narrative xml:lang="en">A</narrative><narrative xml:lang="fr"/></title>',
        {WORDS: 1, "language-into-narrative": 1, "merged-languages": 1},
    ),
    unchanged("no words", "<title/><title> </title>"),
    unchanged("narratives", '<title xml:lang="en"><narrative xml:lang="fr">Un</narrative></title>'),
    Case(
        "a no-break space is no white space",
        "<title> \u00a0 </title>",
        "<title><narrative>\u00a0</narrative></title>",
        {WORDS: 1},
    ),
    # words beside codes
    *(
        Case(f"the words of {path}", nested(path, ' code="1">Words'), nested(path, ' code="1">'), {"label": 1})
        for path in [
            *["activity-status", "activity-scope", "collaboration-type", "default-flow-type", "default-finance-type"],
            *["default-aid-type", "default-tied-status", "transaction/flow-type", "transaction/finance-type"],
            *["transaction/aid-type", "transaction/tied-status", "transaction/disbursement-channel"],
            *["location/location-reach", "location/location-id", "location/administrative", "location/exactness"],
            *["location/location-class", "location/feature-designation", "document-link/category"],
            *["document-link/language", "result/document-link/category", "country-budget-items/budget-item"],
            *["crs-add/loan-terms/repayment-type", "crs-add/loan-terms/repayment-plan"],
        ]
    ),
    Case(
        "words of codes in a language",
        '<activity-status code="2" xml:lang="en">Implementation</activity-status>',
        '<activity-status code="2"/>',
        {"label": 1, "label-language": 1},
    ),
    Case(
        "words beside an old code",
        '<transaction><transaction-type code="C">Commitment</transaction-type></transaction>',
        '<transaction><transaction-type code="2"/></transaction>',
        {"label": 1, "transaction-type": 1},
    ),
    Case(
        "words of types of a place",
        '<location><location-type code="PPL">A</location-type><location-type code="ADM1">B</location-type></location>',
        '<location><feature-designation code="PPL"/><location-type code="ADM1"/></location>',
        {"label": 2, "feature-designation": 1},
    ),
    Case(
        "words around a foreign element beside a code",
        '<activity-status code="2">A<o:x xmlns:o="urn:o">o</o:x>B</activity-status>',
        '<activity-status code="2"><o:x xmlns:o="urn:o">o</o:x></activity-status>',
        {"label": 1},
    ),
    Case(
        "the name of another activity",
        '<related-activity type="1" ref="A">B</related-activity>',
        '<related-activity type="1" ref="A"/>',
        {"reference-label": 1},
    ),
    Case(
        "words of 300 characters",
        f'<activity-status code="2">{"w" * 300}</activity-status>',
        '<activity-status code="2"/>',
        {"label": 1},
    ),
    unchanged("words that cannot be told whole", f'<activity-status code="2">{"w" * 301}</activity-status>'),
    unchanged("words without a code", '<activity-status xml:lang="en">Implementation</activity-status>'),
    unchanged("words beside a blank code", '<activity-status code=" ">Implementation</activity-status>'),
    unchanged("the name of an unknown activity", '<related-activity type="1" ref="">B</related-activity>'),
    unchanged("a code alone", '<activity-status code="2" xml:lang="en"> </activity-status>'),
    unchanged("words of plain elements", "<iati-identifier>A</iati-identifier><legacy-data>x</legacy-data>"),
    unchanged("unknown elements", '<box xml:lang="en"><title>A</title></box>'),
    unchanged("misplaced elements", '<transaction><title xml:lang="en">A</title></transaction>'),
    unchanged("foreign elements", '<o:title xmlns:o="urn:o">A<title>B</title></o:title>'),
    # languages
    unchanged(
        "one language twice",
        "<title><narrative>A</narrative></title><title><narrative>B</narrative></title>",
    ),
    Case(
        "the language of the activity, said and unsaid",
        '<title>A</title><title xml:lang="EN">B</title>',
        '<title><narrative>A</narrative></title><title><narrative xml:lang="EN">B</narrative></title>',
        {WORDS: 2},
    ),
    Case(
        "descriptions of one type that cannot be paired",
        '<description xml:lang="en">A</description><description xml:lang="en">B</description>'
        '<description xml:lang="fr">C</description><description xml:lang="fr">D</description>',
        '<description><narrative xml:lang="en">A</narrative></description>'
        '<description><narrative xml:lang="en">B</narrative></description>'
        '<description><narrative xml:lang="fr">C</narrative></description>'
        '<description><narrative xml:lang="fr">D</narrative></description>',
        {WORDS: 4},
    ),
    Case(
        "sectors of one code with two shares",
        '<sector code="1" percentage="10" xml:lang="en">A</sector>'
        '<sector code="1" percentage="90" xml:lang="fr">B</sector>',
        '<sector code="1" percentage="10"><narrative xml:lang="en">A</narrative></sector>'
        '<sector code="1" percentage="90"><narrative xml:lang="fr">B</narrative></sector>',
        {WORDS: 2},
    ),
    Case(
        "sectors of one code in three languages",
        '<sector code="1" xml:lang="en">A</sector><sector code="2" xml:lang="en">D</sector>'
        '<sector code="1" xml:lang="fr">B</sector><sector xml:lang="es" code="1">C</sector>',
        '<sector code="1"><narrative xml:lang="en">A</narrative><narrative xml:lang="fr">B</narrative>'
        '<narrative xml:lang="es">C</narrative></sector>'
        '<sector code="2"><narrative xml:lang="en">D</narrative></sector>',
        {WORDS: 4, "merged-languages": 1},
    ),
    Case(
        "text that stood between the variants",
        '<location><name xml:lang="en">A</name><name xml:lang="fr">B</name>stray</location>',
        '<location>stray<name><narrative xml:lang="en">A</narrative><narrative xml:lang="fr">B</narrative></name></location>',
        {WORDS: 2, "merged-languages": 1},
    ),
    # codes
    *(
        Case(
            f"activity date {old}", f'<activity-date type="{old}"/>', f'<activity-date type="{new}"/>', {"date-type": 1}
        )
        for old, new in [("start-planned", 1), ("start-actual", 2), ("end-planned", 3), ("end-actual", 4)]
    ),
    *(
        Case(
            f"role {old}",
            f'<participating-org role="{old}"/>',
            f'<participating-org role="{new}"/>',
            {"organisation-role": 1},
        )
        for old, new in [("Funding", 1), ("ACCOUNTABLE", 2), (" extending ", 3), ("implementing", 4)]
    ),
    *(
        Case(
            f"transaction type {old}",
            f'<transaction><transaction-type code="{old}"/></transaction>',
            f'<transaction><transaction-type code="{new}"/></transaction>',
            {"transaction-type": 1},
        )
        for old, new in [
            *[
                ("IF", 1),
                ("C", 2),
                ("D", 3),
                ("E", 4),
                ("IR", 5),
                ("LR", 6),
                ("R", 7),
                ("QP", 8),
                ("QS", 9),
                ("CG", 10),
            ],
            *[("Incoming Funds", 1), ("Commitment", 2), ("Disbursement", 3), ("Expenditure", 4)],
            *[("Interest Repayment", 5), ("Loan Repayment", 6), ("Reimbursement", 7), ("Purchase of Equity", 8)],
            *[("Sale of Equity", 9), ("Credit Guarantee", 10), ("d", 3)],
        ]
    ),
    *(
        Case(
            f"sector vocabulary {old}",
            f'<sector vocabulary="{old}" code="1"/>',
            f'<sector vocabulary="{new}" code="1"/>',
            {"sector-vocabulary": 1},
        )
        for old, new in [
            *[("DAC", 1), ("DAC-3", 2), ("COFOG", 3), ("NACE", 4), ("NTEE", 5), ("ADT", 6), ("RO", 99), ("RO2", 98)]
        ]
    ),
    *(
        Case(
            f"policy marker vocabulary {old}",
            f'<policy-marker vocabulary="{old}" code="1"/>',
            f'<policy-marker vocabulary="{new}" code="1"/>',
            {"policy-marker-vocabulary": 1},
        )
        for old, new in [("DAC", 1), ("RO", 99)]
    ),
    *(
        Case(f"{tag}/@{name} {old}", f'<{tag} {name}="{old}"/>', f'<{tag} {name}="{new}"/>', {kind: 1})
        for tag, name, old, new, kind in [
            ("budget", "type", "Original", 1, "budget-type"),
            ("budget", "type", "Revised", 2, "budget-type"),
            ("description", "type", "General", 1, "description-type"),
            ("description", "type", "Objectives", 2, "description-type"),
            ("description", "type", "Target Groups", 3, "description-type"),
            ("description", "type", "Other", 4, "description-type"),
            ("result", "type", "output", 1, "result-type"),
            ("result", "type", "Outcome", 2, "result-type"),
            ("result", "type", "Impact", 3, "result-type"),
            ("result", "type", "Other", 9, "result-type"),
            ("related-activity", "type", "Parent", 1, "related-activity-type"),
            ("related-activity", "type", "Child", 2, "related-activity-type"),
            ("related-activity", "type", "Sibling", 3, "related-activity-type"),
            ("related-activity", "type", "Co-funded", 4, "related-activity-type"),
            ("related-activity", "type", "Third Party", 5, "related-activity-type"),
        ]
    ),
    *(
        Case(
            f"condition {old}",
            f'<conditions><condition type="{old}"/></conditions>',
            f'<conditions><condition type="{new}"/></conditions>',
            {"condition-type": 1},
        )
        for old, new in [("Policy", 1), ("Performance", 2), ("Fiduciary", 3)]
    ),
    *(
        Case(
            f"measure {old}",
            f'<result><indicator measure="{old}"/></result>',
            f'<result><indicator measure="{new}"/></result>',
            {"indicator-measure": 1},
        )
        for old, new in [("Unit", 1), ("Percentage", 2)]
    ),
    unchanged("codes of 2.03", '<activity-date type="1"/><participating-org role="4"/><sector vocabulary="1"/>'),
    unchanged(
        "codes of 2.03 that 1.0x has nothing like",
        '<sector vocabulary="7"/><sector vocabulary="12"/><result><indicator measure="5"/></result>'
        '<transaction><transaction-type code="11"/></transaction>'
        '<transaction><transaction-type code="13"/></transaction>',
    ),
    unchanged("blank codes", '<sector vocabulary=""/><participating-org role=" "/>'),
    stays(
        "codes of neither",
        '<sector vocabulary="ISO"/><sector vocabulary="WB"/><sector vocabulary="ours"/>'
        '<participating-org role="Donor"/><activity-date type="5"/>',
        {"unmapped-code": 5},
    ),
    stays("no policy marker list for", '<policy-marker vocabulary="RO2"/>', {"unmapped-code": 1}),
    unchanged("names of documents", '<document-link><category code="Annual report"/></document-link>'),
    # identifiers and links
    Case(
        "another identifier",
        '<other-identifier owner-ref="O" owner-name=" Owner ">X</other-identifier>',
        '<other-identifier ref="X"><owner-org ref="O"><narrative>Owner</narrative></owner-org></other-identifier>',
        {"other-identifier": 1, "owner": 1},
    ),
    Case(
        "another identifier of a named owner",
        '<other-identifier owner-ref="" owner-name="Owner">X</other-identifier>',
        '<other-identifier ref="X"><owner-org ref=""><narrative>Owner</narrative></owner-org></other-identifier>',
        {"other-identifier": 1, "owner": 1},
    ),
    Case(
        "another identifier of nobody",
        '<other-identifier owner-ref="" owner-name=" ">X</other-identifier>',
        '<other-identifier owner-ref="" owner-name=" " ref="X"/>',
        {"other-identifier": 1},
    ),
    unchanged("an identifier of 2.03", '<other-identifier ref="X" type="A1"><owner-org ref="O"/></other-identifier>'),
    Case(
        "a website",
        "<activity-website> http://example.org </activity-website>",
        '<document-link url="http://example.org" format="text/html"><category code="A12"/></document-link>',
        {"website": 1},
    ),
    unchanged("no website", "<activity-website/>"),
    unchanged("a website that is a link", '<activity-website url="http://example.org">home</activity-website>'),
    Case(
        "the language of a document",
        '<document-link url="u" language="en"/>',
        '<document-link url="u"><language code="en"/></document-link>',
        {"document-language": 1},
    ),
    unchanged("several languages of a document", '<document-link url="u" language="en fr"/>'),
    unchanged("two languages of a document", '<document-link language="en"><language code="fr"/></document-link>'),
    # places
    Case(
        "coordinates",
        '<location><coordinates latitude="-1.50" longitude=" 30 "/></location>',
        '<location><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>-1.50 30</pos></point></location>',
        {"point": 1},
    ),
    Case(
        "coordinates with a precision",
        '<location><coordinates latitude="1" longitude="2" precision="3"/></location>',
        '<location><coordinates precision="3"/><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326">'
        "<pos>1 2</pos></point></location>",
        {"point": 1, "precision": 1},
    ),
    stays("half coordinates", '<location><coordinates latitude="1" longitude=""/></location>', {"coordinates": 1}),
    stays("one coordinate", '<location><coordinates longitude="1"/></location>', {"coordinates": 1}),
    stays(
        "coordinates with a comma",
        '<location><coordinates latitude="1,5" longitude="3"/></location>',
        {"coordinates": 1},
    ),
    unchanged("no coordinates", '<location><coordinates latitude="" longitude=" " precision="1"/></location>'),
    unchanged(
        "coordinates beside a point",
        '<location><point srsName="s"><pos>1 2</pos></point><coordinates latitude="1" longitude="2"/></location>',
    ),
    Case(
        "a gazetteer that 2.03 knows",
        '<location><gazetteer-entry gazetteer-ref="OSM">node/1</gazetteer-entry></location>',
        '<location><location-id vocabulary="G2" code="node/1"/></location>',
        {"location-id": 1},
    ),
    unchanged(
        "gazetteers that 2.03 does not know",
        '<location><gazetteer-entry gazetteer-ref="NGA">1</gazetteer-entry>'
        '<gazetteer-entry gazetteer-ref="GEO"/></location>',
    ),
    Case(
        "types of a place",
        '<location><location-type code="PPL"/><location-type code="ADM1"/></location>',
        '<location><feature-designation code="PPL"/><location-type code="ADM1"/></location>',
        {"feature-designation": 1},
    ),
    unchanged(
        "areas of a place",
        '<location percentage="5"><administrative country="BF" adm1="1">C</administrative></location>',
    ),
    # dates
    *(
        Case(f"date {old}", f'<activity-date iso-date="{old}"/>', f'<activity-date iso-date="{new}"/>', {"date": 1})
        for old, new in [
            ("2011-01-31 00:00:00", "2011-01-31"),
            ("2011-01-31T00:00:00", "2011-01-31"),
            ("2011-01-31T00:00:00.0000000", "2011-01-31"),
            ("2011-01-31T00:00", "2011-01-31"),
            ("2011-01-31Z", "2011-01-31"),
            ("2011-01-31T00:00:00Z", "2011-01-31"),
            ("2011-01-31T00:00:00+00:00", "2011-01-31"),
            ("2011-01-31T00:00:00+02:00", "2011-01-31+02:00"),
        ]
    ),
    *(
        unchanged(f"date {text}", f'<activity-date iso-date="{text}"/>')
        for text in [
            *["", "2011-01-31", " 2011-01-31 ", "2011-01-31+02:00", "2011-01-31T23:00:00", "31/01/2011", "2011-01"],
            *["2011-02-30Z", "2011-01-31T00:00:01", "n/a"],
        ]
    ),
    Case(
        "a date as text",
        '<activity-date iso-date="">2011-01-31Z</activity-date>',
        '<activity-date iso-date="2011-01-31"/>',
        {"date-from-text": 1},
    ),
    Case(
        "a date as text, and again as an attribute",
        '<activity-date iso-date="2011-01-31">2011-01-31</activity-date>',
        '<activity-date iso-date="2011-01-31"/>',
        {"date-label": 1},
    ),
    Case(
        "a date as text in another spelling and a language",
        '<activity-date iso-date="2011-01-31" xml:lang="en">2011-01-31T00:00:00Z</activity-date>',
        '<activity-date iso-date="2011-01-31"/>',
        {"date-label": 1, "label-language": 1},
    ),
    Case(
        "a date as text in a language",
        '<activity-date xml:lang="en">2011-01-31</activity-date>',
        '<activity-date iso-date="2011-01-31"/>',
        {"date-from-text": 1, "label-language": 1},
    ),
    Case(
        "another date as text",
        '<activity-date iso-date="2011-01-31">2011-02-01</activity-date>',
        '<activity-date iso-date="2011-01-31"><narrative>2011-02-01</narrative></activity-date>',
        {WORDS: 1},
    ),
    *(
        Case(
            f"the date of {path} as text, and again as an attribute",
            nested(path, ' iso-date="2011-01-31">2011-01-31'),
            nested(path, ' iso-date="2011-01-31">'),
            {"date-label": 1},
        )
        for path in [
            *["transaction/transaction-date", "budget/period-start", "planned-disbursement/period-end"],
            *["result/indicator/period/period-start", "crs-add/loan-terms/commitment-date"],
        ]
    ),
    *(
        unchanged(f"the date {text} beside {day}", nested("budget/period-start", f' iso-date="{day}">{text}'))
        for text, day in [
            *[("2011-02-01", "2011-01-31"), ("31/01/2011", "2011-01-31"), ("2011Q1", "2011-01-31")],
            *[("2011-01-31", "31/01/2011"), ("2011-01-31T10:00:00", "2011-01-31")],
        ]
    ),
    Case(
        "dates of a budget",
        '<budget><period-start>2011-01-01</period-start><period-end iso-date="2011-12-31Z">2011</period-end>'
        '<value value-date="2011-01-01Z">1,234</value></budget>',
        '<budget><period-start iso-date="2011-01-01"/><period-end iso-date="2011-12-31">2011</period-end>'
        '<value value-date="2011-01-01">1,234</value></budget>',
        {"date-from-text": 1, "date": 2},
    ),
    unchanged("a date in words", "<transaction><transaction-date>2007-December</transaction-date></transaction>"),
    unchanged("a disbursement's date of update", '<planned-disbursement updated="2011-01-01"/>'),
    # the rest
    Case(
        "a flag of the CRS",
        '<crs-add><aidtype-flag code="2" significance="0">PBA</aidtype-flag></crs-add>',
        '<crs-add><other-flags code="2" significance="0"/></crs-add>',
        {"other-flags": 1, "label": 1},
    ),
]


def activity_of(inside: str) -> ET.Element:
    """Give an activity in English that holds this."""
    return ET.fromstring(f'<iati-activity xml:lang="en">{inside}</iati-activity>')  # noqa: S314  our own words


def text_of(tree: ET.Element) -> str:
    """Give a tree as text, white space and all, but for the order of attributes."""
    return ET.canonicalize(ET.tostring(tree, encoding="unicode"))


def kinds_of(changes: list[Upgrade]) -> dict[str, int]:
    """Give the number of changes by kind."""
    counts: Counter[str] = Counter()
    for change in changes:
        counts[change.kind] += change.count
    return dict(counts)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_an_activity_becomes_one_of_2_03(case: Case) -> None:
    """Each thing that 1.x says otherwise is said as 2.03 says it, and counted; all else stays to the letter."""
    activity = activity_of(case.before)

    changes = upgrade(activity)

    assert text_of(activity_of(case.after)) == text_of(activity)
    assert case.kinds == kinds_of(changes)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_an_upgraded_activity_is_not_changed_again(case: Case) -> None:
    """What is of 2.03 is left as it is."""
    activity = activity_of(case.before)
    upgrade(activity)
    before = text_of(activity)

    assert [] == [change.kind for change in upgrade(activity) if change.kind not in STAYING]
    assert before == text_of(activity)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_change_names_an_element_of_the_upgraded_tree(case: Case) -> None:
    """The element a note is about can be found, also if it went into another."""
    activity = activity_of(case.before)

    changes = upgrade(activity)

    assert [] == [change.kind for change in changes if change.element not in list(activity.iter())]


def test_words_around_a_comment_that_the_parser_kept_are_one() -> None:
    """A comment in a tree parts no words, and stays."""
    activity = ET.Element("iati-activity")
    title = ET.SubElement(activity, "title")
    title.text = "A"
    comment = ET.Comment(" c ")
    comment.tail = "B"
    title.append(comment)

    assert {WORDS: 1} == kinds_of(upgrade(activity))
    assert "<iati-activity><title><narrative>AB</narrative><!-- c --></title></iati-activity>" == ET.tostring(
        activity, encoding="unicode"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2012-02-29 18:30:00", "2012-02-29T18:30:00"),
        ("2012-02-29 18:30", "2012-02-29T18:30"),
        ("2012-02-29 18:30:00.123+02:00", "2012-02-29T18:30:00.123+02:00"),
        ("2012-02-29 18:30:00Z", "2012-02-29T18:30:00Z"),
    ],
)
def test_a_blank_in_a_moment_becomes_a_t(before: str, after: str) -> None:
    """Date and time are parted by a T in 2.03."""
    activity = ET.Element("iati-activity", {"last-updated-datetime": before})

    changes = upgrade(activity)

    assert {"last-updated-datetime": after} == activity.attrib
    assert [Upgrade("timestamp", f"@last-updated-datetime {before!r} became {after!r}", activity, 1)] == changes


@pytest.mark.parametrize("text", ["2012-02-29T18:30:00", "2012-02-29", "2012-02-29 18:30:00 +0200", "yesterday", ""])
def test_another_moment_is_left(text: str) -> None:
    """A moment that is right, or that cannot be told, stays."""
    activity = ET.Element("iati-activity", {"last-updated-datetime": text})

    assert [] == upgrade(activity)
    assert {"last-updated-datetime": text} == activity.attrib


def test_the_version_of_an_activity_is_taken_off() -> None:
    """An activity of 2.03 states no version."""
    activity = ET.Element("iati-activity", {"version": "1.04", "hierarchy": "1"})

    changes = upgrade(activity)

    said = "iati-activity/@version '1.04' was taken off: the activity is one of 2.03 now"
    assert {"hierarchy": "1"} == activity.attrib
    assert [Upgrade("version", said, activity, 1)] == changes


SAID = [
    ("<title>A</title>", ["the words written directly in 'title' became a narrative"]),
    (
        '<title xml:lang="fr"/>',
        ["the xml:lang of 'title', which holds no words, became that of an empty narrative: 'fr'"],
    ),
    (
        '<title>A</title><title xml:lang="FR">B</title>',
        [
            "the words written directly in 'title' became a narrative",
            "'title', repeated for each of several languages, became one with several narratives",
        ],
    ),
    ('<activity-date type="start-planned"/>', ["activity-date/@type 'start-planned' became '1'"]),
    ('<participating-org role="Funding"/>', ["participating-org/@role 'Funding' became '1'"]),
    (
        "".join(f'<transaction><transaction-type code="{code}"/></transaction>' for code in "CDC"),
        ["transaction-type/@code 'C' became '2'", "transaction-type/@code 'D' became '3'"],
    ),
    (
        '<activity-status code="2" xml:lang="en">Implementation</activity-status>',
        [
            "the words 'Implementation' beside the code '2' of 'activity-status' were taken off: 2.03 has the code alone",
            "the xml:lang of 'activity-status' was taken off with its words: 'en'",
        ],
    ),
    (
        '<related-activity ref="A">B</related-activity>',
        ["the words 'B' beside the reference 'A' of 'related-activity' were taken off: 2.03 has the reference alone"],
    ),
    (
        '<activity-date iso-date="2011-01-01">2011-01-01Z</activity-date>',
        [
            (
                "the text '2011-01-01Z' of 'activity-date', which is the day of its @iso-date, was taken off: "
                "2.03 has the attribute alone"
            )
        ],
    ),
    (
        '<participating-org role="Donor"/>',
        ["'Donor' in 'participating-org/@role' is no code of 1.0x that became another, nor one of 2.03, and stays"],
    ),
    (
        '<location><coordinates latitude="5,33" longitude="-4.03"/></location>',
        ["the coordinates '5,33', '-4.03' are no degrees as 2.03 has them, and stay"],
    ),
    (
        '<location><coordinates latitude="5.33" longitude="-4.03" precision="2"/></location>',
        [
            "the coordinates '5.33 -4.03' became a point",
            "the precision '2' of coordinates that became a point stays in 'coordinates'",
        ],
    ),
    ('<sector vocabulary="DAC"/>', ["sector/@vocabulary 'DAC' became '1'"]),
    ('<policy-marker vocabulary="RO"/>', ["policy-marker/@vocabulary 'RO' became '99'"]),
    ('<budget type="Revised"/>', ["budget/@type 'Revised' became '2'"]),
    ('<description type="General"/>', ["description/@type 'General' became '1'"]),
    ('<result type="output"/>', ["result/@type 'output' became '1'"]),
    ('<result><indicator measure="Unit"/></result>', ["indicator/@measure 'Unit' became '1'"]),
    ('<related-activity type="Parent"/>', ["related-activity/@type 'Parent' became '1'"]),
    ('<conditions><condition type="Policy"/></conditions>', ["condition/@type 'Policy' became '1'"]),
    ('<activity-date iso-date="2011-01-01Z"/>', ["the date '2011-01-01Z' became '2011-01-01'"]),
    ("<activity-date>2011-01-01Z</activity-date>", ["the text '2011-01-01Z' of a date became @iso-date '2011-01-01'"]),
    ("<other-identifier>X</other-identifier>", ["the text 'X' of other-identifier became its @ref"]),
    (
        '<other-identifier owner-name="N" owner-ref="R"/>',
        ["the owner of an other-identifier, @owner-ref 'R' and @owner-name 'N', became an owner-org"],
    ),
    (
        "<activity-website>http://example.org</activity-website>",
        ["the activity-website 'http://example.org' became a document-link of the category 'A12'"],
    ),
    ('<document-link language="en"/>', ["document-link/@language 'en' became a language"]),
    ('<crs-add><aidtype-flag code="1"/></crs-add>', ["the aidtype-flag '1' became other-flags"]),
    (
        '<location><coordinates latitude="1.5" longitude="2"/></location>',
        ["the coordinates '1.5 2' became a point"],
    ),
    (
        '<location><gazetteer-entry gazetteer-ref="GEO">9</gazetteer-entry></location>',
        ["the gazetteer-entry '9' of 'GEO' became a location-id of the vocabulary 'G1'"],
    ),
    ('<location><location-type code="PPL"/></location>', ["the location-type 'PPL' became a feature-designation"]),
]


@pytest.mark.parametrize(("inside", "said"), SAID, ids=[inside for inside, _ in SAID])
def test_a_change_is_told_with_its_values(inside: str, said: list[str]) -> None:
    """A note is a sentence that says what was changed into what."""
    assert said == [change.message for change in upgrade(activity_of(inside))]


def test_what_is_counted_as_one_is_the_same() -> None:
    """Each spelling has its own note; the count is that of the elements the sentence is true of."""
    types = ["C", "E", "D", "E", "c", "E", "D"]
    transactions = "".join(f'<transaction><transaction-type code="{code}"/></transaction>' for code in types)
    titles = '<title>A</title><title xml:lang="fr">B</title>'
    descriptions = "<description>A</description>"

    changes = upgrade(activity_of(titles + descriptions + transactions))

    assert [
        ("the words written directly in 'title' became a narrative", 2),
        ("the words written directly in 'description' became a narrative", 1),
        ("transaction-type/@code 'C' became '2'", 1),
        ("transaction-type/@code 'E' became '4'", 3),
        ("transaction-type/@code 'D' became '3'", 2),
        ("transaction-type/@code 'c' became '2'", 1),
        ("'title', repeated for each of several languages, became one with several narratives", 1),
    ] == [(change.message, change.count) for change in changes]


def test_many_languages_are_merged_in_a_moment() -> None:
    """The time is that of the elements, not of their square: ten times as many take less than fifty times as long."""

    def seconds(pairs: int) -> float:
        activity = activity_of(
            "".join(
                f'<sector code="{code}">A</sector><sector code="{code}" xml:lang="fr">B</sector>'
                for code in range(pairs)
            )
        )
        gc.collect()
        gc.disable()  # its rounds fall now on one, now on the other
        try:
            before = process_time()
            changes = upgrade(activity)
            after = process_time()
        finally:
            gc.enable()
        assert {WORDS: 2 * pairs, "merged-languages": pairs} == kinds_of(changes)
        assert pairs == len(activity)
        return after - before

    assert 50 * min(seconds(2_000) for _ in range(3)) > min(seconds(20_000) for _ in range(3))


def test_every_kind_of_change_is_covered_here() -> None:
    """The cases of this file are all there are."""
    cased = {kind for case in CASES for kind in case.kinds}

    assert set(SENTENCES) == cased | {"version", "timestamp"}


WHOLE = {
    "1.01": {
        "version": 1,
        "timestamp": 1,
        "website": 1,
        "text-into-narrative": 34,
        "organisation-role": 5,
        "other-identifier": 1,
        "owner": 1,
        "sector-vocabulary": 2,
        "date-type": 3,
        "date": 3,
        "date-from-text": 2,
        "policy-marker-vocabulary": 1,
        "point": 1,
        "location-id": 1,
        "feature-designation": 1,
        "transaction-type": 2,
        "budget-type": 1,
        "document-language": 1,
        "result-type": 1,
        "merged-languages": 6,
        "label": 6,
        "reference-label": 1,
        "precision": 1,
        "unmapped-code": 1,
    },
    "1.05": {
        "text-into-narrative": 20,
        "date-type": 1,
        "date": 4,
        "date-from-text": 1,
        "organisation-role": 1,
        "sector-vocabulary": 2,
        "policy-marker-vocabulary": 1,
        "transaction-type": 1,
        "other-flags": 1,
        "merged-languages": 7,
        "label": 1,
    },
}
"""The changes by kind, counted by hand."""


@pytest.mark.parametrize("version", WHOLE)
def test_a_whole_activity_is_upgraded(version: str) -> None:
    """A whole activity of each family of versions becomes what a person made of it."""
    root = ET.parse(FIXTURES / f"{version}.xml").getroot()  # noqa: S314  our own file
    wanted = ET.parse(FIXTURES / f"{version}-as-2.03.xml").getroot()  # noqa: S314  our own file

    changes = upgrade(root[0])

    as_text = [ET.canonicalize(ET.tostring(tree, encoding="unicode"), strip_text=True) for tree in (wanted, root)]
    assert as_text[0] == as_text[1]
    assert WHOLE[version] == kinds_of(changes)
    assert len(changes) == len({change.message for change in changes})


@pytest.mark.parametrize("version", ["1", "1.0", "1.00", "1.01", "1.05", "1.08", "1.032", " 1.04 "])
def test_a_version_of_major_one_is_old(version: str) -> None:
    """Versions that never were (1.08, 1.032) are of the kind their major number says."""
    assert is_old(version)


@pytest.mark.parametrize("version", ["2", "2.0", "2.01", "2.03", "2.04", "10.1", "", "abc", "v1.03", "-1"])
def test_another_version_is_not_old(version: str) -> None:
    """All else is for the reader to judge."""
    assert not is_old(version)


@pytest.mark.parametrize(
    ("root", "own", "inside", "wanted"),
    [
        ("1.04", None, "", "1.04"),
        (" 2.03 ", "1.01", "", "2.03"),
        (None, "1.01", "", "1.01"),
        ("", " 1.05 ", "", "1.05"),
        ("abc", "1.01", "", "abc"),
        (None, None, "<title>A</title>", "1"),
        (None, None, "", "1"),
        (" ", " ", "<title><narrative>A</narrative></title>", "2"),
    ],
)
def test_a_version_is_stated_or_told_from_the_shape(
    root: str | None, own: str | None, inside: str, wanted: str
) -> None:
    """The root's word goes before the activity's, and a word before the shape."""
    activity = activity_of(inside)
    if own is not None:
        activity.set("version", own)

    assert wanted == version_of(root, activity)
