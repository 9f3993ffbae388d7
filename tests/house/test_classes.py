"""Every class of the library keeps the rules of the house."""

import ast
import inspect
import types
import typing
from collections.abc import Hashable
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest

import aidmodel

SOURCE = Path(__file__).parents[2] / "src" / "aidmodel"
CLASSES: list[type] = [value for name in aidmodel.__all__ if isinstance(value := getattr(aidmodel, name), type)]
BUILT = [cls for cls in CLASSES if attrs.has(cls)]
MODEL = [cls for cls in BUILT if cls.__module__.startswith("aidmodel.model.")]
NODES = [
    cls for cls in MODEL if issubclass(cls, aidmodel.Node) or "extras" in {field.name for field in attrs.fields(cls)}
]

LEADING = {
    "Activity": (), "Actual": ("value",), "AdministrativeArea": ("code",), "Alignment": ("name",), "Amount": ("value",),
    "Assumption": ("statement",), "Baseline": ("value",), "Budget": ("span",), "BudgetItem": ("code",), "Condition": ("text",), "Contact": (),
    "ContextFact": ("statement",), "Country": ("code",), "CountryBudgetItems": ("items",), "CrsAdd": (), "CrsFlag": ("code",), "Description": ("text",), "Dimension": ("name", "value"),
    "Disaggregation": ("name",), "Document": ("url",), "Figure": ("quantity",), "Forecast": ("year",), "ForwardSpending": (),
    "Funder": ("name",), "HumanitarianScope": ("code",), "Impact": (),
    "Indicator": (), "Input": (), "LegacyDatum": ("name",), "Link": ("to",), "LoanStatus": (), "LoanTerms": (), "Location": ("name",), "Node": (), "Organisation": ("name",),
    "OtherIdentifier": ("ref",), "OtherResult": (), "Outcome": (), "Output": (), "Participant": ("name",), "Party": ("name",),
    "Period": ("span",), "PlannedDisbursement": ("span",), "Point": ("latitude", "longitude"), "PolicyMarker": ("code",),
    "Project": (), "ProjectDate": ("date",), "Provenance": ("path",), "Reference": ("code",), "Region": ("code",),
    "RelatedProject": ("ref",), "ReportingOrganisation": ("name",), "Result": (), "Risk": ("statement",), "Sector": ("code",),
    "Tag": ("code",), "Target": ("value",), "TargetRevision": ("value",), "Transaction": (),
}  # fmt: skip
"""The listed few fields of nodes that may be given by position."""

EXTENDED = {"Organisation", "Node", "Result"}
"""The public classes that others of the library derive from; all other classes are final."""


def fields(cls: type) -> tuple[Any, ...]:
    """Give the fields of an attrs class."""
    found: tuple[Any, ...] = attrs.fields(cls)
    return found


@pytest.mark.parametrize("cls", BUILT)
def test_a_class_is_frozen_slotted_and_hashable(cls: type) -> None:
    """Objects are safe to share, to compare and to put into sets."""
    assert issubclass(cls, Hashable)
    assert "__slots__" in vars(cls)
    assert not hasattr(cls, "__dict__") or "__dict__" not in {slot for base in cls.__mro__ for slot in vars(base)}
    assert "__setattr__" in {name for base in cls.__mro__[:-1] for name in vars(base)}


@pytest.mark.parametrize("cls", NODES)
def test_a_node_takes_keywords_but_for_the_listed_few(cls: type) -> None:
    """Facts are named where they are given; a class may have the one leading field that everybody expects."""
    positional = tuple(field.name for field in fields(cls) if not field.kw_only)

    assert LEADING[cls.__name__] == positional


@pytest.mark.parametrize("cls", [cls for cls in NODES if cls is not aidmodel.ResultsChain])
def test_a_node_has_room_for_own_fields(cls: type) -> None:
    """Other packages keep their facts in ``extras``, which come last."""
    assert "extras" == fields(cls)[-1].name


@pytest.mark.parametrize("cls", CLASSES)
def test_a_class_is_final_unless_listed(cls: type) -> None:
    """Model classes are extended with functions and extras, not by deriving from them."""
    final = getattr(cls, "__final__", False) or issubclass(cls, Exception)

    assert final is (cls.__name__ not in EXTENDED)


@pytest.mark.parametrize("cls", CLASSES)
def test_a_class_says_what_it_is(cls: type) -> None:
    """Each class has a docstring of its own."""
    assert inspect.cleandoc(vars(cls).get("__doc__") or "")


def documented(cls: type) -> set[str]:
    """Give the names in a class body that a docstring follows."""
    module = inspect.getsourcefile(cls)
    assert module is not None
    tree = ast.parse(Path(module).read_text(encoding="utf-8"))
    body = next(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == cls.__name__).body
    found: set[str] = set()
    for statement, following in pairwise(body):
        said = (
            isinstance(following, ast.Expr)
            and isinstance(following.value, ast.Constant)
            and isinstance(following.value.value, str)
        )
        if said and isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            found.add(statement.target.id)
        if said and isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            found.add(statement.targets[0].id)
    return found


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if attrs.has(cls) or issubclass(cls, Enum)])
def test_each_field_and_member_says_what_it_means(cls: type) -> None:
    """A docstring under each public field: its unit, the meaning of None, where it is from."""
    own = (
        [field.name for field in fields(cls) if not field.inherited]
        if attrs.has(cls)
        else list(vars(cls)["_member_map_"])
    )

    assert set() == {name for name in own if not name.startswith("_")} - documented(cls)


@pytest.mark.parametrize("cls", BUILT)
def test_fields_hold_values_tuples_or_none(cls: type) -> None:
    """No list, dict or set is inside a frozen object."""

    def origins(annotation: Any) -> set[Any]:
        inner = {each for argument in typing.get_args(annotation) for each in origins(argument)}
        origin = typing.get_origin(annotation)
        return inner | {origin if origin not in (None, typing.Union, types.UnionType) else annotation}

    kinds = {each for hint in typing.get_type_hints(cls).values() for each in origins(hint)}

    assert set() == kinds & {list, dict, set, bytearray}


@pytest.mark.parametrize("cls", MODEL)
def test_types_resolve(cls: type) -> None:
    """Sphinx and hypothesis read the annotations at run time."""
    resolved = attrs.resolve_types(cls)

    assert cls is resolved


@pytest.mark.parametrize("cls", NODES)
def test_several_are_plural(cls: type) -> None:
    """A field that holds several has a plural name: one spelling in argument, evolve, JSON and paths."""
    several = [
        field.name for field in fields(cls) if typing.get_origin(typing.get_type_hints(cls)[field.name]) is tuple
    ]

    assert [] == [
        name
        for name in several
        if not name.endswith("s") and name not in ("contributes_to", "context", "legacy_data", "provenance", "scale")
    ]
