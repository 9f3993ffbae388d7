"""The reference is complete: a page a module, and the pages made from the code are as the code is."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

import aidmodel

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
SOURCE = ROOT / "src" / "aidmodel"
PUBLIC = sorted(
    [
        ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        for path in SOURCE.rglob("*.py")
        if not any(part.startswith("_") for part in path.relative_to(SOURCE).parts)
    ]
    + ["codelists"]  # a package that defines what it offers in its own __init__
)


@pytest.mark.parametrize("module", PUBLIC)
def test_a_module_has_its_page(module: str) -> None:
    """A page a module; one that is the inside of another is written with a leading underscore, and has none."""
    page = REFERENCE / f"{module}.md"

    assert f".. automodule:: aidmodel.{module}\n" in page.read_text(encoding="utf-8")


def test_a_page_has_its_module() -> None:
    """No page speaks of a module that is gone."""
    told = {path.stem for path in REFERENCE.glob("*.md") if ".. automodule::" in path.read_text(encoding="utf-8")}

    assert set() == told - set(PUBLIC)


@pytest.mark.parametrize("name", ["make_issue_codes", "make_rules_page", "make_iati_conformance"])
def test_a_made_page_is_current(name: str) -> None:
    """Pages are made from the code; run their generator in tests/data_sources after changing what they show."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / "data_sources" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)

    assert maker.page() == maker.PAGE.read_text(encoding="utf-8")


def test_the_crosswalk_names_what_there_is() -> None:
    """Each field that the crosswalk names is one of its class."""
    page = (REFERENCE / "crosswalk.md").read_text(encoding="utf-8")
    named = re.findall(r"`([A-Z][A-Za-z]+)\.([a-z_]+)`", page)

    assert named
    assert [] == [name for name in named if not hasattr(getattr(aidmodel, name[0]), name[1])]


def test_the_json_schema_is_current() -> None:
    """The committed schema is the one that the classes give."""
    committed = json.loads((REFERENCE / "aidmodel.schema.json").read_text(encoding="utf-8"))

    assert aidmodel.json_schema() == committed
