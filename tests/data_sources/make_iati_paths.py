"""
Make tests/data/iati/paths-2.03.txt: every element and attribute of an IATI 2.03 activity file, with its type.

    python tests/data_sources/make_iati_paths.py ../shared/iati/schemas/2.03

The argument is the folder of the official schemas (github IATI/IATI-Schemas @4c9ba1e84815, branch version-2.03), which
are of the IATI Standard (http://iatistandard.org/), CC-BY 4.0.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

TABLE = Path(__file__).parents[1] / "data" / "iati" / "paths-2.03.txt"
XSD = "{http://www.w3.org/2001/XMLSchema}"
XML = "{http://www.w3.org/XML/1998/namespace}"

HEAD = """# Every element and attribute of an IATI 2.03 activity file, with the type of its text; "-": it holds no text.
# "many": it may stand more than once in its parent.
# Made by tests/data_sources/make_iati_paths.py from the official schemas (IATI Standard, http://iatistandard.org/).
"""

Named = dict[tuple[str, str], etree._Element]


def table(folder: Path) -> str:
    """Give the table as it should stand."""
    named: Named = {}
    for file in ("iati-common.xsd", "iati-activities-schema.xsd"):
        for each in etree.parse(folder / file).getroot():
            if isinstance(each.tag, str) and each.get("name"):
                named[each.tag.removeprefix(XSD), str(each.get("name"))] = each
    return HEAD + "".join(f"{row}\n" for row in _rows(named["element", "iati-activities"], named, ""))


def _rows(element: etree._Element, named: Named, above: str) -> Iterator[str]:
    many = element.get("maxOccurs") == "unbounded"
    element = named.get(("element", element.get("ref") or ""), element)
    place = f"{above}/{element.get('name')}".removeprefix("/")
    kind, parts = element.get("type") or "-", list(element)
    while ("complexType", kind) in named:
        kind, parts = "-", [*parts, named["complexType", kind]]
    children: list[etree._Element] = []
    attributes: list[tuple[str, str]] = []
    while parts:
        part = parts.pop(0)
        tag = str(part.tag).removeprefix(XSD)
        if tag == "element":
            children.append(part)
        elif tag == "attribute":
            name = part.get("ref") or part.get("name") or ""
            said = part.get("type") or named.get(("attribute", name), part).get("type") or "xsd:string"
            attributes.append((name, said))
        elif tag == "extension":
            base = part.get("base") or ""
            known = named.get(("complexType", base))
            kind = kind if known is not None else base
            parts = [*(known if known is not None else ()), *part, *parts]
        elif tag in ("complexType", "complexContent", "simpleContent", "sequence", "choice"):
            parts = [*part, *parts]
    yield f"{place} {kind.removeprefix('xsd:')}{' many' if many else ''}"
    yield from (f"{place}/@{name} {said.removeprefix('xsd:')}" for name, said in attributes)
    for child in children:
        yield from _rows(child, named, place)


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1])), encoding="utf-8", newline="\n")
