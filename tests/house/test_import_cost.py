"""Importing the library loads nothing; using a part loads that part."""

import subprocess
import sys

import pytest

HEAVY = ("attrs", "attr", "typing", "pint", "dateutil", "lxml", "json", "decimal", "enum", "re", "hypothesis")


def loaded(code: str) -> set[str]:
    """Give the modules that a fresh process has loaded after running some code, without what its start loads."""
    script = f"import sys\nbefore = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(done.stdout.split())


def test_import_aidmodel_loads_only_itself() -> None:
    """No attrs, typing, pint, dateutil, lxml, json or decimal: nothing but its own module."""
    assert {"aidmodel"} == loaded("import aidmodel")


def test_money_loads_values_only() -> None:
    """Money knows nothing of aid, and does not load what does."""
    ours = {
        name.split(".")[1]
        for name in loaded("import aidmodel; aidmodel.Money('1', 'CAD') + aidmodel.Money('2', 'CAD')")
        if name.count(".") and name.startswith("aidmodel.")
    }

    assert {"values", "errors", "_fields", "_build"} >= ours


@pytest.mark.parametrize(
    "code",
    [
        "import aidmodel; aidmodel.Project(title='Wells', dates={'stated': '2021-09/2026-09'})",
        "import aidmodel; aidmodel.from_json(aidmodel.to_json(aidmodel.Project(title='Wells')))",
        "import aidmodel; aidmodel.check(aidmodel.Project(), as_of='2024-01-01')",
        "import aidmodel; aidmodel.Quantity(1, 'km2') + aidmodel.Quantity(1, 'km2')",
    ],
)
def test_pint_lxml_and_the_date_parser_wait(code: str) -> None:
    """Building, reading and judging a project loads neither pint, lxml nor dateutil's parser."""
    assert set() == loaded(code) & {"pint", "lxml", "dateutil.parser", "hypothesis"}


def test_the_front_door_is_light() -> None:
    """The names above are indeed what loading more of the library would load."""
    assert {"attrs", "typing", "decimal"} <= loaded("import aidmodel; aidmodel.Project()")
