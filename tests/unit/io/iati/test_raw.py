"""Pieces of XML as self-contained text."""

from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element as Tree

import pytest

from aidmodel.io.iati.raw import fragment, named

XML = "{http://www.w3.org/XML/1998/namespace}"


def test_a_plain_element() -> None:
    """Attributes, text, children and what stands after them; not what stands after itself."""
    element = ET.fromstring('<a b="1" c="2">words<d/>more<e>inside</e> </a>')  # noqa: S314
    element.tail = "after"

    assert '<a b="1" c="2">words<d/>more<e>inside</e> </a>' == fragment(element)


@pytest.mark.parametrize("xml", ["<a/>", '<a b=""/>', "<a><b/></a>", "<a><b><c/></b><d/></a>", "<a> </a>"])
def test_what_is_empty_is_closed_at_once(xml: str) -> None:
    """And nothing else is."""
    assert xml == fragment(ET.fromstring(xml))  # noqa: S314


def test_marks_are_escaped() -> None:
    """In texts, in what stands after children, and in attributes."""
    element = Tree("a", {"b": 'x"<&>\n'})
    element.text = "<&>\r"
    inner = ET.SubElement(element, "c")
    inner.tail = "</a>"

    assert '<a b="x&quot;&lt;&amp;&gt;&#10;">&lt;&amp;&gt;&#13;<c/>&lt;/a&gt;</a>' == fragment(element)


def test_namespaces_are_declared_where_they_are_first_used() -> None:
    """Once for all that is inside; each attribute and element has the prefix of its own."""
    element = ET.fromstring(  # noqa: S314
        '<x:a xmlns:x="urn:x" xmlns:y="urn:y" y:b="1"><x:c/><d y:e="2"/><z:f xmlns:z="urn:z"/></x:a>'
    )

    assert (
        '<ns0:a xmlns:ns0="urn:x" xmlns:ns1="urn:y" ns1:b="1"><ns0:c/><d ns1:e="2"/><ns2:f xmlns:ns2="urn:z"/></ns0:a>'
    ) == fragment(element)


def test_siblings_do_not_know_the_namespaces_of_one_another() -> None:
    """What is declared in one is declared anew in the next."""
    element = ET.fromstring('<a><x:b xmlns:x="urn:x"/><x:b xmlns:x="urn:x"/></a>')  # noqa: S314

    assert '<a><ns0:b xmlns:ns0="urn:x"/><ns0:b xmlns:ns0="urn:x"/></a>' == fragment(element)


def test_prefixes_that_are_known_are_used() -> None:
    """They are not declared again, and no new one takes their name."""
    element = ET.fromstring('<x:a xmlns:x="urn:x"><y:b xmlns:y="urn:y"/></x:a>')  # noqa: S314

    assert '<ns0:a><ns1:b xmlns:ns1="urn:y"/></ns0:a>' == fragment(element, {"urn:x": "ns0"})
    assert '<x:a><ns0:b xmlns:ns0="urn:y"/></x:a>' == fragment(element, {"urn:x": "x"})


def test_the_prefix_xml_needs_no_declaration() -> None:
    """It is bound everywhere."""
    assert '<a xml:lang="en"/>' == fragment(Tree("a", {f"{XML}lang": "en"}))


def test_addresses_are_escaped() -> None:
    """A namespace may be any text."""
    written = fragment(Tree('{urn:"<&>}a'))

    assert '<ns0:a xmlns:ns0="urn:&quot;&lt;&amp;&gt;"/>' == written
    assert '{urn:"<&>}a' == ET.fromstring(written).tag  # noqa: S314


def test_depth_is_no_danger() -> None:
    """A hundred thousand elements inside one another are written without a call inside a call."""
    depth = 100_000
    inmost = root = Tree("a")
    for _ in range(depth - 1):
        inmost = ET.SubElement(inmost, "a")
    written = fragment(root)

    assert "<a>" * (depth - 1) + "<a/>" + "</a>" * (depth - 1) == written
    while len(root):  # or the tree is torn down by a call inside a call
        root = root[0]


def test_names_as_they_are_written() -> None:
    """With the prefix of their namespace; without one as they are."""
    assert "a" == named("a", {})
    assert "x:a" == named("{urn:x}a", {"urn:x": "x"})
