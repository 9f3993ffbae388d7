"""The plan of every element, found from the model's own fields."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from aidmodel import (
    Budget,
    Contact,
    CrsAdd,
    Document,
    Indicator,
    LoanStatus,
    Participant,
    Project,
    Reference,
    Result,
    Sector,
    Transaction,
)
from aidmodel.io.iati.kinds import CODE, DAY, DECIMAL, FLAG, LANG, STRING, TIMESTAMP
from aidmodel.io.iati.plan import Nodes, Plan, activity
from aidmodel.io.iati.standard import CHILDREN, REQUIRED

SCHEMAS = Path(__file__).parents[5] / "shared" / "iati" / "schemas" / "2.03"
XS = "{http://www.w3.org/2001/XMLSchema}"


def inner(plan: Plan) -> list[Nodes]:
    """Give what is read as nodes of their own under an element."""
    return [*plan.nodes.values(), *(nodes for _, nodes in plan.wrapped.values())]


def plans(plan: Plan) -> Iterator[Plan]:
    """Give a plan and all plans in it."""
    yield plan
    for nodes in inner(plan):
        yield from plans(nodes.plan)


def at(path: str) -> Plan:
    """Give the plan of an element, by the tags that lead to it."""
    plan = activity()
    for tag in path.split("/"):
        plan = plan.nodes[tag].plan if tag in plan.nodes else plan.wrapped[tag][1].plan
    return plan


def kind_of(plan: Plan, child: str, name: str) -> Any:
    """Give the kind of a slot."""
    part, number = plan.slots[child][name]
    return part.slots[number].kind


def test_it_is_found_once() -> None:
    """Asked again, it is the same."""
    assert activity() is activity()


def test_the_activity() -> None:
    """Attributes, leaves, texts, nodes, and what IATI has no place for."""
    plan = activity()

    assert (Project, "iati-activity", None) == (plan.cls, plan.tag, plan.narratives)
    assert {"@default-currency", "@hierarchy", "@humanitarian", f"@{LANG}"} <= plan.slots[""].keys()
    assert TIMESTAMP is kind_of(plan, "", "@last-updated-datetime")
    assert STRING is kind_of(plan, "iati-identifier", "#text")
    assert CODE.name == kind_of(plan, "activity-scope", "@code").name
    assert ("title", False) == plan.words["title"]
    assert ("budgets", True, Budget) == (*plan.nodes["budget"][:2], plan.nodes["budget"].plan.cls)
    assert ("chain", True, Result) == (*plan.nodes["result"][:2], plan.nodes["result"].plan.cls)
    assert ("crs_add", False, CrsAdd) == (*plan.nodes["crs-add"][:2], plan.nodes["crs-add"].plan.cls)
    assert "default-aid-type" in plan.listings
    assert "condition" == plan.wrapped["conditions"][0]
    assert {"fund_year", "provenance", "amounts", "alignments"} <= {*plan.homeless}


@pytest.mark.parametrize(
    ("path", "cls", "child", "name", "kind"),
    [
        ("budget", Budget, "value", "@value-date", DAY),
        ("participating-org", Participant, "", "@ref", STRING),
        ("sector", Sector, "", "@percentage", DECIMAL),
        ("transaction", Transaction, "transaction-date", "@iso-date", DAY),
        ("transaction", Transaction, "", "@humanitarian", FLAG),
        ("document-link", Document, "document-date", "@iso-date", DAY),
        ("result/indicator", Indicator, "", "@aggregation-status", FLAG),
        ("crs-add/loan-status", LoanStatus, "", "@value-date", DAY),
        ("conditions", None, "", "@type", CODE),
    ],
)
def test_slots_of_nodes(path: str, cls: type[Any] | None, child: str, name: str, kind: object) -> None:
    """Each has the kind that the annotation of its field says."""
    plan = at(path)

    assert cls in (None, plan.cls)
    assert kind is kind_of(plan, child, name)


def test_several_leaves_of_one_name() -> None:
    """They are the items of one field."""
    assert [("telephone", "telephones"), ("email", "emails"), ("website", "websites")] == [
        (tag, listing.field) for tag, listing in at("contact-info").listings.items()
    ]
    assert Contact is at("contact-info").cls
    assert {"category", "language"} == at("document-link").listings.keys()


def test_what_is_not_in_every_place() -> None:
    """A class may have more than an element in one place has, and an attribute may have another name there."""
    assert "@percentage" in at("sector").slots[""]
    assert "@percentage" not in at("transaction/sector").slots[""]
    assert ("percentage",) == at("transaction/sector").homeless
    assert ("type",) == at("other-identifier/owner-org").homeless
    assert (Reference, None) == (at("result/reference").cls, at("result/reference").narratives)
    assert "@vocabulary-uri" in at("result/reference").slots[""]
    assert "@indicator-uri" in at("result/indicator/reference").slots[""]
    assert "@vocabulary-uri" not in at("result/indicator/reference").slots[""]


def test_attributes_of_parties_are_named_after_the_element() -> None:
    """Provider and receiver are of one class."""
    assert "@provider-activity-id" in at("transaction/provider-org").slots[""]
    assert "@receiver-activity-id" in at("planned-disbursement/receiver-org").slots[""]


def test_every_element_has_its_children_in_the_order_of_the_schema() -> None:
    """No child has a home that is not in the order, and none is in the order without a home."""
    for plan in plans(activity()):
        homes = {*plan.words, *plan.nodes, *plan.listings, *plan.wrapped, *(tag for tag in plan.slots if tag)}

        assert homes == {*plan.order}
        assert tuple(CHILDREN.get(plan.tag, "").split()) == plan.order


def test_attributes_that_must_be_there_have_a_home() -> None:
    """In each element of the name."""
    tags = set()
    for plan in plans(activity()):
        tags.add(plan.tag)
        assert {f"@{name}" for name in REQUIRED.get(plan.tag, ())} <= {*plan.slots[""]}

    assert {*REQUIRED} <= tags


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not part of the repository")
def test_attributes_that_must_be_there_are_those_of_the_schema() -> None:
    """Each element of the name must have them, and no others."""
    roots = [ET.parse(SCHEMAS / f"iati-{name}.xsd").getroot() for name in ("activities-schema", "common")]  # noqa: S314
    found: dict[str, set[tuple[str, ...]]] = {tag: set() for tag in REQUIRED}
    for declared in (each for root in roots for each in root.iter(f"{XS}element")):
        if (tag := declared.get("name")) in found and (inside := declared.find(f"{XS}complexType")) is not None:
            found[tag].add(required(inside))
    (links,) = (each for root in roots for each in root.findall(f"{XS}complexType[@name='documentLinkBase']"))
    found["document-link"].add(required(links))  # a type for both elements of the name

    assert {tag: {tuple(sorted(names))} for tag, names in REQUIRED.items()} == found


def required(declared: ET.Element) -> tuple[str, ...]:
    """Give the attributes that a type says must be there."""
    attributes = declared.findall(f"{XS}attribute[@use='required']")
    return tuple(sorted(each.get("name", "") for each in attributes))


def test_every_field_has_one_home_or_none() -> None:
    """Each field is filled from one place, or is named among those without; extras aside."""
    for plan in plans(activity()):
        homes = [field for part in plan.parts for field in part.fields if field != "__class__"]
        homes += [words.field for words in plan.words.values()]
        homes += [nodes.field for nodes in inner(plan)]
        homes += [listing.field for listing in plan.listings.values()]
        homes += [plan.narratives] if plan.narratives is not None else []
        fields = [field.name for field in attrs.fields(plan.cls) if field.name != "extras"]

        assert sorted(fields) == sorted([*homes, *plan.homeless])
