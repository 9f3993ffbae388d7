"""A module imports from its own floor or a lower one, never from a higher one; the doors alone are exempt."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "aidmodel"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors", "issues", "_report_form", "_fields", "_files", "_build"),
    ("values",),
    ("codelists", "model"),
    ("rates", "analysis", "rules"),
    ("io",),
    ("checking",),
    ("show", "testing"),
    ("cli", "_cli", "__main__"),
)
NAMESPACES = ("codelists", "rates", "show")
"""Packages that people call by their own name; what they offer is defined in their ``__init__`` itself, or looked up by it
when it is first asked for, as the front door does."""

FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
MODULES = sorted(
    path.relative_to(SOURCE)
    for path in SOURCE.rglob("*.py")
    if path.name != "_doors.py" and path.parts[-1:] != path.parts[:1]
)


def imported(path: Path) -> set[str]:
    """Give the parts of the package that a module imports, anywhere in it but for type checkers alone."""
    tree = ast.parse((SOURCE / path).read_text(encoding="utf-8"))
    unseen = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in unseen:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "aidmodel":
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "aidmodel" else [node.module]
            )
            found.update(name.split(".")[1] for name in names)
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[1] for alias in node.names if alias.name.startswith("aidmodel."))
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"
    return found


def floor_of(path: Path) -> int:
    """Give the floor that a module stands on."""
    return FLOOR[path.parts[0].removesuffix(".py")]


@pytest.mark.parametrize("path", [path for path in MODULES if path != Path("__init__.py")], ids=str)
def test_a_module_imports_from_no_higher_floor(path: Path) -> None:
    """What is low does not know what is high, so that it can be used, tested and changed without it."""
    higher = {name for name in imported(path) - {"_doors"} if FLOOR[name] > floor_of(path)}

    assert set() == higher


def test_the_front_door_imports_nothing() -> None:
    """``import aidmodel`` costs nothing: every name is loaded when it is first used."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    at_import = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]

    assert [] == at_import


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in MODULES
        if path.name == "__init__.py" and len(path.parts) > 1 and path.parts[0] not in NAMESPACES
    ],
    ids=str,
)
def test_sub_packages_re_export_nothing(path: Path) -> None:
    """There is one place to import a name from inside the library: the module that defines it."""
    body = ast.parse((SOURCE / path).read_text(encoding="utf-8")).body

    assert [ast.Expr] == [type(node) for node in body]


@pytest.mark.parametrize("name", NAMESPACES)
def test_namespaces_re_export_nothing(name: str) -> None:
    """They define what they offer, or load it when asked: at their top, they import nothing from their own modules."""
    body = ast.parse((SOURCE / name / "__init__.py").read_text(encoding="utf-8")).body
    own = [
        node.module
        for node in body
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"aidmodel.{name}.")
    ]

    assert [] == own


def test_reading_and_judging_are_two_steps() -> None:
    """``io`` does not know ``rules``, and ``model`` does not know ``codelists``."""
    io = set().union(*(imported(path) for path in MODULES if path.parts[0] == "io"))
    model = set().union(*(imported(path) for path in MODULES if path.parts[0] == "model"))

    assert "rules" not in io
    assert "codelists" not in model


def test_the_test_would_catch_a_breach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that cannot fail is no check: a value that imports the model is seen."""
    monkeypatch.setitem(globals(), "SOURCE", tmp_path)
    (tmp_path / "values").mkdir()
    (tmp_path / "values" / "bad.py").write_text(
        "def f():\n    from aidmodel.model.project import Project\n", encoding="utf-8"
    )

    assert {"model"} == imported(Path("values/bad.py"))
    assert FLOOR["model"] > floor_of(Path("values/bad.py"))


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_nothing_is_left_to_do(path: Path) -> None:
    """What has landed is finished: no placeholders."""
    text = (SOURCE / path).read_text(encoding="utf-8")

    assert [] == [word for word in ("TO" + "DO", "FIX" + "ME", "XX" + "X:", "NotImplemented" + "Error") if word in text]
