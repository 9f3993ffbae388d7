"""Each code-list check of the Validator, broken once and kept once, in small activities that are read from IATI."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given

from aidmodel import (
    Activity,
    CrsAdd,
    Extras,
    Impact,
    LoanStatus,
    Location,
    Money,
    Output,
    Project,
    Raw,
    Transaction,
    codelists,
    read_iati,
)
from aidmodel.rules import code_lists
from aidmodel.rules._code_list_checks import CHECKS, PLACES
from aidmodel.rules.rule import Basis, Finding
from aidmodel.testing.strategies import projects

BASIS = Basis(as_of=dt.date(2024, 5, 31))
LANGUAGE = "@{http://www.w3.org/XML/1998/namespace}lang"

Row = tuple[str, str, str, str, str, bool, str | None, tuple[str, ...]]
HERE = [row for row in CHECKS if row[6] is not None]
CONDITIONAL = [row for row in HERE if row[4]]


def named(row: Row) -> str:
    """Give what a check is known by: its id is that of two in two cases."""
    return f"{row[0]}-{row[3]}"


EVERY = pytest.mark.parametrize("row", HERE, ids=map(named, HERE))
EVERY_CONDITIONAL = pytest.mark.parametrize("row", CONDITIONAL, ids=map(named, CONDITIONAL))

NEEDED = {
    "budget/value": "1",
    "planned-disbursement/value": "1",
    "transaction/value": "1",
    "fss/forecast": "1",
    "crs-add/loan-status": "<interest-received>1</interest-received><interest-arrears>2</interest-arrears>",
    "location/location-id": "",
    "default-aid-type": "",
    "transaction/aid-type": "",
}
"""What an element needs inside before its attributes are typed."""
ATTRIBUTES = {"location/location-id": ' code="1"', "default-aid-type": ' code="x"', "transaction/aid-type": ' code="x"'}
"""The attributes that one needs beside the one in question."""


def activity(row: Row, code: str, vocabulary: str | None) -> Project:
    """Read an activity that holds a code in the place of a check."""
    _, element, attribute, *_ = row
    stated = "" if vocabulary is None else f' vocabulary="{vocabulary}"'
    inside = NEEDED.get(element, "")
    if attribute == "#text":
        inside = code
    elif attribute != "@code":
        stated += ATTRIBUTES.get(element, "")
    if attribute == LANGUAGE:
        stated += f' xml:lang="{code}"'
    elif attribute != "#text":
        stated += f' {attribute[1:]}="{code}"'
    if not element:
        text = f"<iati-activity{stated}/>"
    else:
        *above, tag = element.split("/")
        outer = "".join(f"<{each}>" for each in above)
        closing = "".join(f"</{each}>" for each in reversed(above))
        text = f"<iati-activity>{outer}<{tag}{stated}>{inside}</{tag}>{closing}</iati-activity>"
    return read_iati(f'<iati-activities version="2.03">{text}</iati-activities>'.encode()).value[0]


def found(project: Project) -> list[Finding]:
    """Give what is found unknown in a project."""
    return list(code_lists.unknown.find(project, BASIS))


def said(row: Row, code: str, vocabulary: str | None) -> list[str]:
    """Give the paths at which an activity with a code breaks a check."""
    findings = found(activity(row, code, vocabulary))
    return [each.path for each in findings if each.rule == row[0] and f"the code list {row[3]}:" in each.message]


def places(row: Row) -> Iterator[str]:
    """Give the path of each field that a check looks at, in an activity with one of everything."""
    way, fields = row[6], row[7]
    for field in fields:
        yield f"{way}.{field}".removeprefix(".").replace("[]", "[0]")
    if not fields:
        yield str(way).replace("[]", "[0]")


@EVERY
def test_a_code_that_is_not_in_the_list_is_found(row: Row) -> None:
    """Once, in its place, under the official id; a currency is no list's whether three capital letters make it one."""
    code = "XQQ" if row[3] == "Currency" else "no-such-code"

    assert [next(places(row))] == said(row, code, row[4] or None)


@EVERY
def test_a_blank_code_is_found(row: Row) -> None:
    """An attribute without anything in it is no code of a list; a blank text states nothing."""
    findings = found(activity(row, "", row[4] or None))
    expected = [] if row[2] == "#text" else [row[0]]

    assert expected == [each.rule for each in findings if each.rule == row[0]]
    assert all(
        f"is blank, and no code of the list {row[3]}: state" in each.message for each in findings if each.rule == row[0]
    )


@EVERY
def test_the_codes_of_the_list_are_in_order(row: Row) -> None:
    """Those that are withdrawn, too."""
    known = codelists.get(row[3])
    some = [*list(known)[:2], *[code for code in known if known[code].withdrawn][:2]]
    for code in some:
        assert [] == said(row, code, row[4] or None)


@EVERY_CONDITIONAL
def test_codes_of_another_vocabulary_are_not_looked_at(row: Row) -> None:
    """Of one that has a list of its own, that list is asked; of one that has none here, no list is."""
    same = [each for each in HERE if each[1:3] == row[1:3]]
    for vocabulary in [*(each[4] for each in same if each is not row), "99"]:
        assert [] == said(row, "no-such-code", vocabulary)
    assert {} == {each.rule: each for each in found(activity(row, "no-such-code", "99")) if each.path.endswith("code")}


@EVERY_CONDITIONAL
def test_the_default_vocabulary_counts_where_none_is_stated(row: Row) -> None:
    """Where the standard has one; else the codes are nobody's to judge. A blank vocabulary states none."""
    expected = [next(places(row))] if row[5] else []

    assert expected == said(row, "no-such-code", None)
    assert len(expected) == len(said(row, "no-such-code", " "))


@EVERY
def test_a_code_that_stands_twice_is_looked_at_where_it_is_raw(row: Row) -> None:
    """A second of what there may be one of is kept raw, and is judged like the first."""
    _, element, attribute, *_ = row
    tag = element.rpartition("/")[2]
    if not element or attribute == "#text":
        return
    vocabulary = f' vocabulary="{row[4]}"' if row[4] else ""
    fragment = f'<{tag} {attribute[1:]}="no-such-code"{vocabulary}/>'
    above = element.rpartition("/")[0]
    raw = Extras(raw=Raw(at=above, name=tag, xml=fragment, index=1))
    findings = found(Project(extras=raw))

    assert [row[0]] == [each.rule for each in findings if f"list {row[3]}:" in each.message]


def test_there_are_124_checks() -> None:
    """The version is that of a file, which no project has; 21 are of organisation files; two ids are used twice."""
    elsewhere = [row for row in CHECKS if row[6] is None]

    assert (124, 102) == (len(CHECKS), len(HERE))
    assert ["9.1.1"] == [row[0] for row in elsewhere if row[1] == "iati-activities"]
    assert 21 == sum("organisation" in row[1] for row in elsewhere)
    assert 100 == len(code_lists.IDS) == len(code_lists.unknown.standard)


@pytest.mark.parametrize("row", PLACES, ids=[way or "project" for way, *_ in PLACES])
def test_the_language_of_every_text_is_looked_at(row: tuple[str, str, tuple[str, ...]]) -> None:
    """Wherever words stand, each narrative with a language that is none is one finding."""
    way, element, fields = row
    narratives = '<narrative xml:lang="EN">a</narrative><narrative xml:lang="xx">b</narrative><narrative>c</narrative>'
    for field in fields:
        own = field in ("name", "text", "note") and element not in ("", "location")
        tag = field.replace("_", "-").replace("addresses", "address")
        inside = narratives if own else f"<{tag}>{narratives}</{tag}>"
        for each in reversed(element.split("/") if element else []):
            inside = f"<{each}>{inside}</{each}>"
        text = f'<iati-activities version="2.03"><iati-activity>{inside}</iati-activity></iati-activities>'
        findings = found(read_iati(text.encode()).value[0])
        path = f"{way}.{field}".removeprefix(".").replace("[]", "[0]")
        place = f"{path}[0]" if field == "mailing_addresses" else path

        assert [
            Finding(place, "'EN' is not in the code list Language: write 'en' (English)", "9.95.1"),
            Finding(place, "'xx' is not in the code list Language: take one of its 181 codes", "9.95.1"),
        ] == findings


def test_a_language_of_what_is_no_text_is_looked_at() -> None:
    """The check is for every element, in fragments of other standards too; what is no XML is left alone."""
    raws = [
        Raw(at="title[0]/narrative[1]", name=LANGUAGE, xml=""),
        Raw(at="", name="{http://example.org/}a", xml='<a xmlns="http://example.org/"><b xml:lang="EN"/></a>', index=0),
        Raw(at="", name="c", xml="<c", index=0),
        Raw(at="", name="d", xml='<!DOCTYPE d><d xml:lang="EN"/>', index=0),
        Raw(at="", name="#tail", xml="EN"),
    ]

    assert [
        Finding("", "is blank, and no code of the list Language: state one, or leave it out", "9.95.1"),
        Finding("", "'EN' is not in the code list Language: write 'en' (English)", "9.95.1"),
    ] == found(Project(extras=Extras(raw=raws)))


def test_the_default_currency_is_told_once() -> None:
    """Amounts carry it without having stated it; one that stated the same is not told beside it."""
    amounts = [Transaction(value=Money(1, "XQQ")), Transaction(value=Money(1, "XQZ"))]
    stated = found(Project(default_currency="XQQ", transactions=amounts))
    alone = found(Project(transactions=amounts))

    assert ["default_currency", "transactions[1].value.currency"] == [each.path for each in stated]
    assert [f"transactions[{at}].value.currency" for at in (0, 1)] == [each.path for each in alone]


def test_the_currency_of_a_loan_is_one_attribute() -> None:
    """Its amounts are told once for each currency."""
    loan = LoanStatus(
        interest_received=Money(1, "XQQ"), principal_arrears=Money(1, "XQQ"), interest_arrears=Money(1, "XQZ")
    )

    assert ["crs_add.loan_status.interest_received.currency", "crs_add.loan_status.interest_arrears.currency"] == [
        each.path for each in found(Project(crs_add=CrsAdd(loan_status=loan)))
    ]


def test_a_code_is_looked_at_as_it_was_read() -> None:
    """White space around a code is lost when it is read, and is not found; the standard's Validator would find it."""
    row = next(each for each in HERE if each[0] == "9.50.1")

    assert [] == found(activity(row, " KE ", None))


def test_what_iati_has_no_place_for_is_not_looked_at() -> None:
    """Steps of a chain that are no results, and the country of a place, are in no code list of the standard."""
    project = Project(
        kind={"xx": "Grant"}, chain=[Activity(title={"xx": "a"}), Impact(), Output()], locations=Location(country="UK")
    )

    assert [] == found(project)


def test_no_memory_is_kept_of_what_stands_in_place_of_a_code() -> None:
    """An attribute of any size is told in part."""
    shown = "y" * 80 + "…"

    assert [
        Finding("default_language", f"{shown!r} is not in the code list Language: take one of its 181 codes", "9.95.1")
    ] == found(Project(default_language="y" * 100_000))


@given(projects())
def test_both_rules_find_places_that_are_there(project: Project) -> None:
    """In any project; what is unknown is not withdrawn as well."""
    unknown = [each.path for each in code_lists.unknown.find(project, BASIS)]
    gone = [each.path for each in code_lists.withdrawn.find(project, BASIS)]
    for path in (*unknown, *gone):
        project.at(path)
