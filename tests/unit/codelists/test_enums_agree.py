"""The enumerations of the model hold the codes of the lists they are taken from."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import aidmodel.model
from aidmodel import codelists
from aidmodel.model.indicator import MeasureType
from aidmodel.values.code import Listed


def _enumerations(base: type[Listed] = Listed) -> Iterator[type[Listed]]:
    for module in pkgutil.iter_modules(aidmodel.model.__path__):
        importlib.import_module(f"aidmodel.model.{module.name}")
    for cls in base.__subclasses__():
        if cls.__module__.startswith("aidmodel.model."):
            yield cls
            yield from _enumerations(cls)


def _list(cls: type[Listed]) -> str:
    """Give the list that a class names in its docstring, '' for none."""
    named = re.search(r"\bIATI (\w+)", cls.__doc__ or "")
    return named[1] if named else ""


TAKEN = [cls for cls in _enumerations() if _list(cls)]

OWN_WORDS: dict[Listed, str] = {MeasureType.NUMBER: "Unit"}
"""Terms that are not the list's: a unit of what, one would ask."""


def test_enumerations_with_codes_name_their_list() -> None:
    """A class whose values are codes says where they are from."""
    coded = {cls for cls in _enumerations() if any(member.value.isdigit() for member in cls)}

    assert coded == set(TAKEN)
    assert 11 <= len(TAKEN)


@pytest.mark.parametrize("cls", TAKEN)
def test_an_enumeration_has_the_codes_of_its_list(cls: type[Listed]) -> None:
    """All codes in use, and no code that the list does not know; words of our own stand beside them."""
    known = codelists.get(_list(cls))
    codes = {member.value for member in cls}

    assert set() == {code for code, entry in known.items() if not entry.withdrawn} - codes
    assert set() == {code for code in codes if code.isdigit()} - set(known)


@pytest.mark.parametrize("cls", TAKEN)
def test_a_member_is_called_what_its_code_means(cls: type[Listed]) -> None:
    """The words of the term stand in the list's name of the code, so that no two are exchanged."""
    known = codelists.get(_list(cls))
    for member in cls:
        entry = known.get(member)
        if entry is not None:
            words = set(re.findall(r"\w+", OWN_WORDS.get(member, member.term).casefold()))

            assert words <= set(re.findall(r"\w+", entry.name.casefold())), member
