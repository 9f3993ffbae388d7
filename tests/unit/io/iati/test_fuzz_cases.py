"""What tests/fuzz/fuzz_iati.py found once: files that were read or written wrongly, each made as small as it goes."""

from typing import NamedTuple

import pytest

from aidmodel import Raw, read_iati, write_iati
from iati_leaves import canonical, difference


class Case(NamedTuple):
    """A file, and the raw content that one object in it has to keep."""

    activity: str
    path: str = ""
    kept: tuple[Raw, ...] = ()
    root: str = ""


CASES = {
    "an element that nobody knows stands before one that is blank": Case(
        "<unknown/><activity-status/>",
        kept=(
            Raw(at="", name="activity-status", xml="<activity-status/>", index=0),
            Raw(at="", name="unknown", xml="<unknown/>", index=0),
        ),
    ),
    "words follow an element in a narrative that says nothing itself": Case(
        "<title><narrative><b/>words</narrative></title>",
        kept=(
            Raw(at="title/narrative[0]", name="#tail", xml="words"),
            Raw(at="title/narrative[0]", name="b", xml="<b/>", index=0),
        ),
    ),
    "words follow an element in an amount": Case(
        '<budget><value currency="EUR">5<b/>words</value></budget>',
        "budgets[0]",
        (Raw(at="value", name="#tail", xml="words"), Raw(at="value", name="b", xml="<b/>", index=0)),
    ),
    "words follow a leaf of which nothing is typed": Case(
        "<location><point><pos>6 5 1</pos>words</point></location>",
        "locations[0].point",
        (Raw(at="", name="#tail", xml="words"), Raw(at="pos", name="#text", xml="6 5 1")),
    ),
    "a leaf of which nothing is typed stands twice": Case(
        '<capital-spend x="1"/><capital-spend percentage="2"/>',
        kept=(
            Raw(at="capital-spend", name="@x", xml="1"),
            Raw(at="", name="capital-spend", xml='<capital-spend percentage="2"/>', index=1),
        ),
    ),
    "a leaf that is blank stands before one that is not": Case(
        '<budget><period-start/><period-start iso-date="2023-01-01"/></budget>',
        "budgets[0]",
        (
            Raw(at="", name="period-start", xml="<period-start/>", index=0),
            Raw(at="", name="period-start", xml='<period-start iso-date="2023-01-01"/>', index=1),
        ),
    ),
    "a prefix like those that are made up is taken": Case(
        '<description xmlns:q="urn:b" ns1:x="1" q:x="2"><narrative>Wells</narrative></description>',
        "descriptions[0]",
        (Raw(at="", name="@{urn:a}x", xml="1"), Raw(at="", name="@{urn:b}x", xml="2")),
        'xmlns:ns1="urn:a"',
    ),
    "the root has a prefix like those that are made up": Case("", root='xmlns:ns0="urn:a" xmlns:ns1="urn:b" ns0:x="1"'),
    "the root has attributes of XML's own": Case("", root='xml:lang="fr" xml:space="preserve"'),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_went_wrong_once(case: Case) -> None:
    """What no field takes is kept, and the file that is written says what was read, and is read as the same."""
    xml = (
        f'<iati-activities version="2.03" {case.root}><iati-activity>{case.activity}</iati-activity></iati-activities>'
    )
    loaded = read_iati(xml.encode())
    written = write_iati(loaded.value, header=loaded.header)
    extras = loaded.one().at(case.path).extras

    assert case.kept == (extras.raw if extras is not None else ())
    assert [] == difference(canonical(xml.encode()), canonical(written.data))
    assert [] == [str(issue) for issue in written.report]
    assert loaded.value == read_iati(written.data).value
