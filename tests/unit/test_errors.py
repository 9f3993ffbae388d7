"""Every exception: its message, its place in the tree, and that it is a value."""

import copy
import pickle
from typing import Any

import pytest

import aidmodel
from aidmodel import (
    AidModelError,
    AmbiguousDate,
    CheckFailed,
    CurrencyMismatch,
    InvalidValue,
    Issue,
    NotFound,
    Report,
    Severity,
    UnitMismatch,
    UnknownCode,
    Unreadable,
)
from aidmodel.errors import join_path, near, shown

REPORT = Report(Issue(code="budgets.negative", severity=Severity.ERROR, message="below zero", path="budgets[2]"))

ERRORS: list[tuple[AidModelError, type[Exception], str]] = [
    (InvalidValue("x", "must be a date"), ValueError, "must be a date, got 'x'"),
    (
        InvalidValue(0.1, "must be exact", 'write Decimal("0.1")', "amount", "Money"),
        ValueError,
        'Money.amount: must be exact, got 0.1; write Decimal("0.1")',
    ),
    (InvalidValue(1, "is odd", "", "[3].id", "ResultsChain"), ValueError, "ResultsChain[3].id: is odd, got 1"),
    (InvalidValue(1, "is odd", path="chain[3].id"), ValueError, "chain[3].id: is odd, got 1"),
    (
        AmbiguousDate("01/02/2022", "can be read as two days", "say dayfirst"),
        InvalidValue,
        "can be read as two days, got '01/02/2022'; say dayfirst",
    ),
    (
        CurrencyMismatch("CAD", "USD", "add"),
        TypeError,
        "cannot add CAD and USD: convert one of them first, at a dated rate",
    ),
    (
        UnitMismatch("people", "households", "add"),
        TypeError,
        "cannot add 'people' and 'households': they do not measure the same",
    ),
    (NotFound("node of the chain", "OC9"), LookupError, "no node of the chain 'OC9'"),
    (
        NotFound("node of the chain", "OC11", ("OC1", "OC12")),
        LookupError,
        "no node of the chain 'OC11'; did you mean 'OC1' or 'OC12'?",
    ),
    (
        UnknownCode("ISO 4217 currency", "CDA", ("CAD",)),
        NotFound,
        "no ISO 4217 currency 'CDA'; did you mean 'CAD'?",
    ),
    (Unreadable("a.json", "is empty"), ValueError, "a.json: is empty"),
    (Unreadable("a.json", "is empty", 3), ValueError, "a.json, line 3: is empty"),
    (Unreadable("a.json", "is no JSON", 3, 7), ValueError, "a.json, line 3, column 7: is no JSON"),
    (CheckFailed(REPORT), AidModelError, "1 error\n  error    budgets[2]  below zero  [budgets.negative]"),
]


@pytest.mark.parametrize(("error", "base", "message"), ERRORS)
def test_the_message_and_the_tree(error: AidModelError, base: type[Exception], message: str) -> None:
    """Each says what went wrong in a sentence, and is caught by Python's own name for it."""
    assert message == str(error)
    assert isinstance(error, base)
    assert isinstance(error, AidModelError)


@pytest.mark.parametrize("error", [error for error, _, _ in ERRORS], ids=lambda error: type(error).__name__)
def test_an_error_is_a_value(error: AidModelError) -> None:
    """It pickles and copies, and is equal to one that says the same."""
    for twin in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301  our own
        assert error == twin
        assert hash(error) == hash(twin)
        assert str(error) == str(twin)
        assert type(error) is type(twin)


def test_errors_differ_by_class_and_by_what_they_say() -> None:
    """Another value, another class, or another kind of exception is another error."""
    error = InvalidValue("x", "must be a date")

    assert error != InvalidValue("y", "must be a date")
    assert error != AmbiguousDate("x", "must be a date")
    assert error != ValueError("x", "must be a date")
    assert len({hash(each) for each, _, _ in ERRORS}) > 1


def test_an_error_can_hold_what_does_not_hash() -> None:
    """The value may be anything a person gave."""
    assert hash(InvalidValue([1], "must be a tuple")) == hash(InvalidValue({}, "must be a tuple"))
    assert 1 == len({InvalidValue([1], "x"), InvalidValue([1], "x")})


def test_an_error_seen_from_further_out() -> None:
    """The path grows to the left, the owner is that of the outermost class, and the class stays."""
    inner = AmbiguousDate("x", "is two days", "say which", "date", "Actual")
    outer = inner.under("actuals[0]").under("periods[1]", "Indicator")

    assert AmbiguousDate("x", "is two days", "say which", "periods[1].actuals[0].date", "Indicator") == outer
    assert "Indicator.periods[1].actuals[0].date: is two days, got 'x'; say which" == str(outer)


def test_what_an_error_was_built_from_can_be_asked() -> None:
    """Programs read the parts, people the sentence."""
    error = InvalidValue("x", "problem", "mend", "path", "Owner")
    found = NotFound("field", "titel", ("title",))
    unread = Unreadable("a.json", "is empty", 1, 2)

    assert ("x", "problem", "mend", "path", "Owner") == (
        error.value,
        error.problem,
        error.mend,
        error.path,
        error.owner,
    )
    assert ("field", "titel", ("title",)) == (found.what, found.key, found.near)
    assert ("a.json", "is empty", 1, 2) == (unread.source, unread.problem, unread.line, unread.column)
    assert REPORT is CheckFailed(REPORT).report
    assert ("CAD", "USD", "add") == (
        CurrencyMismatch("CAD", "USD", "add").left,
        CurrencyMismatch("CAD", "USD", "add").right,
        CurrencyMismatch("CAD", "USD", "add").doing,
    )


def test_every_exception_is_in_the_tree() -> None:
    """All public ones derive from one, and their names are public."""
    classes = [value for name in aidmodel.__all__ if isinstance(value := getattr(aidmodel, name), type)]
    errors = {cls for cls in classes if issubclass(cls, BaseException)}

    assert {cls for cls in errors if not issubclass(cls, AidModelError)} == set()
    assert {type(error) for error, _, _ in ERRORS} | {AidModelError} <= errors


class _Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError("no")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x", "'x'"),
        (None, "None"),
        (b"x", "b'x'"),
        ("a" * 300, f"'{'a' * 300}'"),
        ("a" * 1500, f"'{'a' * 299}… (1,500 characters)"),
        ([0] * 1000, f"[{'0, ' * 99}0,… (3,000 characters)"),
        (_Unprintable(), "a _Unprintable"),
        pytest.param(10**5000, "a int", id="long"),
    ],
)
def test_a_value_is_shown_as_far_as_it_can_be_read(value: Any, text: str) -> None:
    """Long ones are cut, and one whose repr fails hides nothing."""
    assert text == shown(value)


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("", "", ""),
        ("a", "", "a"),
        ("", "b", "b"),
        ("a", "b", "a.b"),
        ("a", "[0]", "a[0]"),
        ("a[0]", "b.c", "a[0].b.c"),
    ],
)
def test_paths_are_joined(left: str, right: str, joined: str) -> None:
    """A position needs no dot."""
    assert joined == join_path(left, right)


def test_what_is_near() -> None:
    """Keys that look alike, whatever their case; the most alike first, three at most."""
    assert ("title",) == near("titel", ["title", "status"])
    assert ("OC1",) == near("oc1", ["OC1", "X9"])
    assert () == near("qqq", ["title"])
    assert () == near("x", [])
    assert 3 == len(near("code1", [f"code{number}" for number in range(9)]))
