"""Make the tables in src/aidmodel/codelists/data from the code lists of the IATI standard.

    python tests/data_sources/make_codelists.py ../shared/iati/codelists

The folder holds mapping.xml, mapping-1.05.xml, embedded/*.xml (github IATI/IATI-Codelists, at the version below) and
non-embedded/*.xml (github IATI/IATI-Codelists-NonEmbedded). NOTICE names the same commits.

Each list becomes a table of tab-separated values with just the columns that it fills, so that one can be read without
the others. ``_lists`` names the lists; ``_paths`` says which list holds the codes of which element or attribute.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from aidmodel.values.currency import CURRENCIES

TARGET = Path(__file__).parents[2] / "src" / "aidmodel" / "codelists" / "data"

WITHOUT_PATH = ("OrganisationRegistrationAgency",)
"""Lists that no path leads to, and that say what a field may hold: the prefixes of organisation identifiers."""

DROPPED_PATHS = ("//iati-activity/country-budget-items/budget-item/@code",)
"""Paths that the mapping of 2.03 has no more, as their list is closed, for fields that 2.03 still has."""

WITHOUT_DESCRIPTIONS = ("OrganisationRegistrationAgency",)
"""Two thirds of all descriptions: how to read each register."""

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
CONDITION = re.compile(r"@vocabulary = '([^']+)'( or not\(@vocabulary\))?")
COLUMNS = ("category", "withdrawn", "withdrawn_on", "activated_on", "url")


def tables(source: Path) -> dict[str, str]:
    """Give the text of each table by its name."""
    lists = {path.stem: _root(path) for path in sorted(source.glob("*embedded/*.xml"))}
    paths = list(_paths(source))
    wanted = {name for _, name, _, _ in paths} | set(WITHOUT_PATH)
    while above := {lists[name].get("category-codelist", name) for name in wanted} - wanted:
        wanted |= above
    made = {name: _table(_entries(name, lists[name])) for name in sorted(wanted)}
    made["_paths"] = _table([dict(zip(("path", "list", "vocabulary", "default"), row, strict=True)) for row in paths])
    made["_lists"] = _table([_about(name, lists[name]) for name in sorted(wanted)])
    return made


def _root(path: Path) -> ET.Element:
    return ET.parse(path).getroot()  # noqa: S314  files of the standard, read by who makes the tables


def _paths(source: Path) -> Iterator[tuple[str, str, str, str]]:
    """Give path, list, vocabulary ("": any) and "yes" where that is the vocabulary of those who state none."""
    for file, only in (("mapping.xml", ()), ("mapping-1.05.xml", DROPPED_PATHS)):
        for mapping in _root(source / file):
            path = mapping.findtext("path", "")
            if path.startswith("//iati-organisation") or (only and path not in only):
                continue
            condition = mapping.findtext("condition")
            vocabulary, default = "", ""
            if condition is not None:
                understood = CONDITION.fullmatch(condition.strip())
                assert understood, condition
                vocabulary, default = understood[1], "yes" if understood[2] else ""
            short = path.removeprefix("//").removeprefix("iati-activity/").removesuffix("/text()")
            yield short, mapping.find("codelist").attrib["ref"], vocabulary, default  # type: ignore[union-attr]


def _about(name: str, root: ET.Element) -> dict[str, str]:
    assert root.get("name") == name
    title = _words(root.find("metadata/name"))["en"]
    source = (root.findtext("metadata/url") or "").strip()
    return {"name": name, "title": title, "categories": root.get("category-codelist", ""), "source": source}


def _entries(name: str, root: ET.Element) -> list[dict[str, str]]:
    entries: dict[str, dict[str, str]] = {}
    for item in root.iterfind("codelist-items/codelist-item"):
        code = item.findtext("code", "").strip()
        names = _words(item.find("name"))
        if name == "Currency" and code in CURRENCIES:  # one table of the names of currencies is enough
            names = {}
        description = _words(item.find("description")).get("en", "")
        entry = {
            "code": code,
            "category": (item.findtext("category") or "").strip(),
            "withdrawn": "yes" if item.get("status") == "withdrawn" else "",
            "withdrawn_on": item.get("withdrawal-date", ""),
            "activated_on": item.get("activation-date", ""),
            "url": (item.findtext("url") or "").strip(),
            **{f"name:{language}": words for language, words in names.items()},
            "description": "" if name in WITHOUT_DESCRIPTIONS else description,
        }
        assert entries.setdefault(code, entry) == entry, f"{name} {code}: two entries that differ"
    return list(entries.values())


def _words(element: ET.Element | None) -> dict[str, str]:
    """Give the words by language, English where none is stated, with white space of the file's layout made plain."""
    found: dict[str, str] = {}
    for narrative in [] if element is None else element.iterfind("narrative"):
        words = re.sub(r"[ \t\r\n]+", " ", narrative.text or "").strip(" ")
        if words:
            language = narrative.get(LANGUAGE, "en")
            assert found.setdefault(language, words) == words, words
    return found


def _table(rows: list[dict[str, str]]) -> str:
    """Give rows as lines under the titles of those columns that any row fills."""
    columns = dict.fromkeys(column for row in rows for column in row if column != "description" and _any(rows, column))
    titles = [*columns, *(["description"] if _any(rows, "description") else [])]
    lines = ["\t".join(titles), *("\t".join(row.get(title, "") for title in titles) for row in rows)]
    return "\n".join(lines) + "\n"


def _any(rows: list[dict[str, str]], column: str) -> bool:
    """Say whether any row fills a column."""
    return any(row.get(column) for row in rows)


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.glob("*.tsv"):
        old.unlink()
    for name, text in tables(Path(sys.argv[1])).items():
        (TARGET / f"{name}.tsv").write_text(text, encoding="utf-8", newline="\n")
