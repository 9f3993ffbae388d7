"""The public names: one list, lazy, documented, and the same for people, programs and type checkers."""

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import aidmodel

SOURCE = Path(aidmodel.__file__)
TREE = ast.parse(SOURCE.read_text(encoding="utf-8"))
SUBMODULES = {"show", "testing", "rates", "budgets", "codelists"}
"""Namespaces: modules that are public names themselves."""


def assigned(name: str) -> object:
    """Give a literal that the package assigns at its top, as it is written."""
    for statement in TREE.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            return ast.literal_eval(statement.value)
    raise AssertionError(name)


def typed() -> dict[str, str]:
    """Give the names that type checkers see, with the module of each."""
    found: dict[str, str] = {}
    for statement in TREE.body:
        if isinstance(statement, ast.If):
            for each in ast.walk(statement):
                if isinstance(each, ast.ImportFrom):
                    assert each.module is not None
                    for alias in each.names:
                        assert alias.asname == alias.name, f"{alias.name} is not exported"
                        found[alias.name] = each.module
    return found


def homes() -> dict[str, str]:
    """Give the table of homes, as it is written."""
    table = assigned("_HOMES")
    assert isinstance(table, dict)
    return table


def listed() -> list[str]:
    """Give ``__all__``, as it is written: a list of literals that every tool can read."""
    names = assigned("__all__")
    assert isinstance(names, list)
    return names


def test_the_three_lists_agree() -> None:
    """``__all__``, the table of homes, and what type checkers see name the same things in the same modules."""
    lazy = {name: f"aidmodel.{home}" for name, home in homes().items()}

    assert lazy == {name: home for name, home in typed().items() if name not in SUBMODULES}
    assert set(listed()) - {"__version__"} - SUBMODULES == set(lazy)


def test_each_name_stands_once() -> None:
    """So that two branches that add names merge."""
    assert sorted(set(listed())) == sorted(listed())
    assert sorted(homes()) == list(homes())


@pytest.mark.parametrize("name", sorted(homes()))
def test_a_name_is_what_its_home_says(name: str) -> None:
    """It is the same object, defined where the table has it."""
    value = getattr(aidmodel, name)
    home = f"aidmodel.{homes()[name]}"

    assert getattr(import_module(home), name) is value
    assert home == getattr(value, "__module__", home) or name.isupper()


@pytest.mark.parametrize("name", sorted(homes()))
def test_a_name_is_documented(name: str) -> None:
    """A class or function has a docstring of its own; a constant has one below it."""
    value = getattr(aidmodel, name)
    if isinstance(value, type) or inspect.isroutine(value):
        assert inspect.cleandoc(vars(value).get("__doc__") or "" if isinstance(value, type) else value.__doc__ or "")
        return
    body = ast.parse(inspect.getsource(import_module(f"aidmodel.{homes()[name]}"))).body
    position = next(
        number
        for number, statement in enumerate(body)
        if isinstance(statement, ast.Assign | ast.AnnAssign) and name in ast.unparse(statement).split("=")[0]
    )
    following = body[position + 1]

    assert isinstance(following, ast.Expr)
    assert isinstance(ast.literal_eval(following.value), str)


def test_public_functions_and_methods_are_documented() -> None:
    """Whatever can be called by a name without an underscore says what it does."""
    silent: list[str] = []
    for name in homes():
        value = getattr(aidmodel, name)
        if isinstance(value, type):
            for member, thing in vars(value).items():
                inner = thing.fget if isinstance(thing, property) else getattr(thing, "__func__", thing)
                if not member.startswith("_") and inspect.isfunction(inner) and not inspect.getdoc(inner):
                    silent.append(f"{name}.{member}")

    assert [] == silent


def test_dir_gives_the_public_names() -> None:
    """What completion offers is what is meant to be used."""
    assert sorted(listed()) == dir(aidmodel)


def test_an_unknown_name_says_what_is_near() -> None:
    """The error is Python's own, with a hint."""
    for name, hint in (("Projct", "; did you mean 'Project'?"), ("qqq", "")):
        with pytest.raises(AttributeError) as caught:
            getattr(aidmodel, name)

        assert f"module 'aidmodel' has no attribute {name!r}{hint}" == str(caught.value)


def test_star_gives_all() -> None:
    """``from aidmodel import *`` works in a notebook."""
    names: dict[str, object] = {}
    exec("from aidmodel import *", names)  # noqa: S102  that is what is tested

    assert set(listed()) <= set(names)


def test_namespaces_are_modules() -> None:
    """They are reached by name without an import of their own."""
    for name in SUBMODULES & set(listed()):
        assert isinstance(getattr(aidmodel, name), ModuleType)


def test_a_name_loads_its_own_module_and_no_heavy_one() -> None:
    """Importing the package loads nothing of it; a name loads what it needs."""
    code = (
        "import sys, aidmodel\n"
        "assert not [name for name in sys.modules if name.startswith('aidmodel.')]\n"
        "aidmodel.Project\n"
        "assert not {'pint', 'dateutil', 'lxml', 'pandas', 'hypothesis'} & set(sys.modules)\n"
        "assert 'Project' in vars(aidmodel)\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)


def test_the_version_is_a_plain_one() -> None:
    """Three numbers, readable without loading anything."""
    assert isinstance(assigned("__version__"), str)
    assert aidmodel.__version__ == assigned("__version__")
    assert 3 == len([int(part) for part in aidmodel.__version__.split(".")])
