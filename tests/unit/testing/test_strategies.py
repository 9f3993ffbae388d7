"""Strategies are there for every public class, by its name and through hypothesis."""

import inspect
import subprocess
import sys

import attrs
import pytest
from hypothesis import strategies as st

import aidmodel
from aidmodel.testing import strategies
from aidmodel.testing._table import FINDINGS, STRATEGIES, strategy_for

RECORDS = [
    name
    for name, home in aidmodel._HOMES.items()
    if home.startswith(("values.", "model.")) and attrs.has(getattr(aidmodel, name))
]
MODULES = (
    "strategies",
    "_built",
    "_dates",
    "_findings",
    "_money",
    "_progress",
    "_results",
    "_statements",
    "_table",
    "_values",
)


def test_every_public_class_has_a_strategy() -> None:
    """The tables name each class that can be built, and no other."""
    others = [name for name in aidmodel._HOMES if attrs.has(getattr(aidmodel, name)) and name not in RECORDS]

    assert sorted(RECORDS) == list(STRATEGIES)
    assert sorted(others) == list(FINDINGS)


@pytest.mark.parametrize("name", sorted(STRATEGIES | FINDINGS))
def test_every_function_is_public_and_explained(name: str) -> None:
    """The table's functions can be called without arguments and stand in the module's list of names."""
    function_name = (STRATEGIES | FINDINGS)[name]
    function = getattr(strategies, function_name)

    assert function_name in strategies.__all__
    assert (function.__doc__ or "").startswith(("Draw ", "Give "))
    assert isinstance(strategy_for(getattr(aidmodel, name)), st.SearchStrategy)


def test_the_list_of_names_is_whole() -> None:
    """Every public function of the module is in its list of names, in alphabetical order."""
    public = [name for name, value in vars(strategies).items() if inspect.isfunction(value) and name[0] != "_"]

    assert sorted(public) == strategies.__all__


@pytest.mark.parametrize("module", MODULES)
def test_any_module_may_be_imported_first(module: str) -> None:
    """hypothesis calls back while it is imported: that works from the middle of each module."""
    code = f"import aidmodel.testing.{module}, aidmodel; from hypothesis import strategies as st; print(st.from_type(aidmodel.Code))"

    assert (
        "builds(Code" in subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    )
