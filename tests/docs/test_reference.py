"""The reference is complete: a page a module, and the pages made from the code are as the code is."""

import importlib.util
import json
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


def test_the_page_of_issue_codes_is_current() -> None:
    """The page is made from the rules; run tests/data_sources/make_issue_codes.py after changing one."""
    spec = importlib.util.spec_from_file_location(
        "make_issue_codes", ROOT / "tests" / "data_sources" / "make_issue_codes.py"
    )
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)

    assert maker.page() == maker.PAGE.read_text(encoding="utf-8")


def test_the_json_schema_is_current() -> None:
    """The committed schema is the one that the classes give."""
    committed = json.loads((REFERENCE / "aidmodel.schema.json").read_text(encoding="utf-8"))

    assert aidmodel.json_schema() == committed
