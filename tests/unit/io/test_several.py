"""Projects as writers take them."""

from collections.abc import Iterator
from typing import Any

import pytest

from aidmodel import InvalidValue, Loaded, Project
from aidmodel.io.several import projects_of

A, B = Project(title="a"), Project(title="b")


@pytest.mark.parametrize(
    ("things", "projects"),
    [
        (A, [A]),
        ([A, B], [A, B]),
        ((B,), [B]),
        (iter([A]), [A]),
        ((each for each in (A, B)), [A, B]),
        ([], []),
        ({A}, [A]),
    ],
    ids=["one", "list", "tuple", "iterator", "generator", "none", "set"],
)
def test_one_and_several(things: object, projects: list[Project]) -> None:
    """In their order."""
    assert projects == list(projects_of(things))


@pytest.mark.parametrize("things", ["a", b"a", {"a": A}, 5, None], ids=lambda each: type(each).__name__)
def test_what_can_hold_none_is_refused_at_once(things: object) -> None:
    """Before anything is asked of the iterator, so before a file is opened."""
    with pytest.raises(InvalidValue) as caught:
        projects_of(things)

    assert (things, "must be a Project or several", "") == (
        caught.value.value,
        caught.value.problem,
        caught.value.mend,
    )


def test_what_a_reader_gave_has_them_in_its_value() -> None:
    """The error says so."""
    with pytest.raises(InvalidValue) as caught:
        projects_of(Loaded((A,)))

    assert "pass its value" == caught.value.mend


@pytest.mark.parametrize(
    ("thing", "problem"),
    [
        ("a", "must be a Project, not a str"),
        (5, "must be a Project, not an int"),
        ([A], "must be a Project, not a list"),
    ],
)
def test_what_is_no_project_among_them(thing: object, problem: str) -> None:
    """It is refused when it comes; those before it are given."""
    given = projects_of([A, thing])

    assert A == next(given)
    with pytest.raises(InvalidValue) as caught:
        next(given)
    assert (thing, problem) == (caught.value.value, caught.value.problem)


def test_they_are_asked_for_one_by_one() -> None:
    """A file as large as the disk can be written from a generator."""
    asked: list[Any] = []

    def some() -> Iterator[Project]:
        for each in (A, B):
            asked.append(each)
            yield each

    given = projects_of(some())

    assert [] == asked
    assert A == next(given)
    assert [A] == asked
