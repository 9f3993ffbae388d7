"""The code lists that ship are those of the standard, read here a second way."""

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from aidmodel import codelists
from aidmodel.values.currency import CURRENCIES

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "tests" / "data_sources" / "make_codelists.py"
DATA = Path(codelists.__file__).parent / "data"
SOURCE = ROOT.parent / "shared" / "iati" / "codelists"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason="the code lists of the standard are not in the source tree")


def test_the_tables_are_what_their_generator_makes() -> None:
    """Every byte of every table, and no table besides."""
    made: dict[str, str] = runpy.run_path(str(GENERATOR))["tables"](SOURCE)

    assert {f"{name}.tsv" for name in made} == {path.name for path in DATA.iterdir()}
    for name, text in made.items():
        assert text.encode("utf-8") == (DATA / f"{name}.tsv").read_bytes(), name


@pytest.mark.parametrize("name", codelists.names())
def test_each_entry_says_what_its_source_says(name: str) -> None:
    """Code, names, status, dates and category, item by item, in the order of the file."""
    source = next(SOURCE.glob(f"*embedded/{name}.xml"))
    known = codelists.get(name)
    order: dict[str, None] = {}
    for item in ET.parse(source).getroot().iter("codelist-item"):  # noqa: S314  a file of the standard
        code = item.findtext("code")
        assert code is not None
        order[code] = None
        entry = known[code]
        said = {
            narrative.get(LANGUAGE, "en"): " ".join((narrative.text or "").split(None))
            for narrative in item.iterfind("name/narrative")
            if narrative.text  # two French names are empty
        }
        if name == "Currency" and code in CURRENCIES:
            said = {"en": CURRENCIES[code].name}
        dates = [day.isoformat() if day else None for day in (entry.activated_on, entry.withdrawn_on)]

        assert said == {language: " ".join(words.split(None)) for language, words in entry.names}
        assert (item.get("status") == "withdrawn") is entry.withdrawn
        assert [item.get("activation-date"), item.get("withdrawal-date")] == dates
        assert (item.findtext("category") or None) == entry.category

    assert list(order) == list(known)


def test_every_list_that_the_mapping_names_ships() -> None:
    """Those of activity files, with the lists of their categories."""
    mapping = ET.parse(SOURCE / "mapping.xml").getroot()  # noqa: S314  a file of the standard
    named = {
        codelist.attrib["ref"]
        for each in mapping.iter("mapping")
        if not each.findtext("path", "").startswith("//iati-organisation")
        for codelist in each.iter("codelist")
    }

    assert "Sector" in named
    assert set() == named - set(codelists.names())
