"""Every exception of the library, in one tree.

They are built from what went wrong, not from a sentence: the sentence is made when somebody reads it. So they pickle,
copy, and compare equal when they say the same of the same value.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aidmodel.issues import Report

_SHOWN = 300
"""How many characters of a value a message repeats; the value itself is kept whole in ``.value``."""


class AidModelError(Exception):
    """The base of all errors raised by aidmodel.

    Two errors are equal when they are of one class and were built from equal arguments.
    """

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.args == other.args

    def __hash__(self) -> int:
        try:
            return hash((type(self), self.args))
        except TypeError:  # it was built from a list or the like
            return hash(type(self))


class InvalidValue(AidModelError, ValueError):
    """A value that can never be meant where it was given.

    ``value`` is the whole value, ``problem`` what is wrong with it, ``mend`` the likely repair, ``path`` the field (or
    the way to it, as in ``chain[2].indicators[0].periods[1]``) and ``owner`` the class it belongs to.

    >>> error = InvalidValue(0.1, "must be exact", 'write Decimal("0.1")', "amount", "Money")
    >>> print(error)
    Money.amount: must be exact, got 0.1; write Decimal("0.1")
    """

    def __init__(self, value: object, problem: str, mend: str = "", path: str = "", owner: str = "") -> None:
        super().__init__(value, problem, mend, path, owner)
        self.value = value
        self.problem = problem
        self.mend = mend
        self.path = path
        self.owner = owner

    def under(self, path: str, owner: str = "") -> "InvalidValue":
        """Give the same error as seen from further out: ``path`` is put before its own, ``owner`` replaces its own."""
        return type(self)(self.value, self.problem, self.mend, join_path(path, self.path), owner)

    def __str__(self) -> str:
        where = join_path(self.owner, self.path)
        where = where if len(where) <= _SHOWN else f"{where[:_SHOWN]}…"
        mend = f"; {self.mend}" if self.mend else ""
        return f"{where}{': ' if where else ''}{self.problem}, got {shown(self.value)}{mend}"


class AmbiguousDate(InvalidValue):
    """A written date that two people would read as two different days."""


class _Mismatch(AidModelError, TypeError):
    def __init__(self, left: str, right: str, doing: str) -> None:
        super().__init__(left, right, doing)
        self.left = left
        self.right = right
        self.doing = doing


class CurrencyMismatch(_Mismatch):
    """An operation on amounts of two currencies, which no rate was given for.

    >>> print(CurrencyMismatch("CAD", "USD", "add"))
    cannot add CAD and USD: convert one of them first, at a dated rate
    """

    def __str__(self) -> str:
        return f"cannot {self.doing} {self.left} and {self.right}: convert one of them first, at a dated rate"


class UnitMismatch(_Mismatch):
    """An operation on quantities whose units do not measure the same.

    >>> print(UnitMismatch("people", "households", "add"))
    cannot add 'people' and 'households': they do not measure the same
    """

    def __str__(self) -> str:
        return f"cannot {self.doing} {shown(self.left)} and {shown(self.right)}: they do not measure the same"


class NotFound(AidModelError, LookupError):
    """A key that is not there: a node of a chain, a field on a path, a code in a list.

    ``near`` holds the known keys that look like the one asked for.

    >>> print(NotFound("node of the chain", "OC11", ("OC1", "OC12")))
    no node of the chain 'OC11'; did you mean 'OC1' or 'OC12'?
    """

    def __init__(self, what: str, key: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(what, key, near)
        self.what = what
        self.key = key
        self.near = near

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(repr(name) for name in self.near)}?" if self.near else ""
        return f"no {self.what} {shown(self.key)}{hint}"


class UnknownCode(NotFound):
    """A code that its list does not hold.

    >>> print(UnknownCode("ISO 4217 currency", "CDA", ("CAD",)))
    no ISO 4217 currency 'CDA'; did you mean 'CAD'?
    """


class RateNotFound(AidModelError, LookupError):
    """A rate of exchange that a source does not have: it is never 0, and never another day's in its place.

    ``base`` and ``quote`` are the currencies, ``on`` the day or period as text, ``source`` who was asked, ``problem`` what
    is missing and what there is nearby, ``mend`` what to do about it.

    >>> print(RateNotFound("CAD", "USD", "2031-05-01", "IMF annual averages", "CAD is known for 1990 to 2024"))
    no rate from CAD to USD for 2031-05-01 in IMF annual averages: CAD is known for 1990 to 2024
    """

    def __init__(  # noqa: PLR0917  exceptions are made from what they hold, in order
        self, base: str, quote: str, on: str, source: str, problem: str, mend: str = ""
    ) -> None:
        super().__init__(base, quote, on, source, problem, mend)
        self.base = base
        self.quote = quote
        self.on = on
        self.source = source
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        mend = f"; {self.mend}" if self.mend else ""
        return f"no rate from {self.base} to {self.quote} for {self.on} in {self.source}: {self.problem}{mend}"


class MissingExtra(AidModelError, ImportError):
    """What needs a package that is not installed: one of an extra of this library.

    >>> print(MissingExtra("html", "beautifulsoup4", "reading HTML"))
    reading HTML needs beautifulsoup4, which is not installed: pip install "aidmodel[html]"
    """

    def __init__(self, extra: str, package: str, doing: str) -> None:
        super().__init__(extra, package, doing)
        self.extra = extra
        self.package = package
        self.doing = doing

    def __str__(self) -> str:
        return f'{self.doing} needs {self.package}, which is not installed: pip install "aidmodel[{self.extra}]"'


class Unreadable(AidModelError, ValueError):
    """A source that could not be read as what it was said to be.

    ``source`` names it, ``problem`` says what is wrong, ``line`` and ``column`` (from 1) where, or None.
    """

    def __init__(self, source: str, problem: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(source, problem, line, column)
        self.source = source
        self.problem = problem
        self.line = line
        self.column = column

    def __str__(self) -> str:
        where = "" if self.line is None else f", line {self.line}"
        where += "" if self.column is None else f", column {self.column}"
        return f"{self.source}{where}: {self.problem}"


class CheckFailed(AidModelError):
    """A report that holds issues somebody asked not to have; see :meth:`aidmodel.Report.raise_if`."""

    def __init__(self, report: "Report") -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return str(self.report)


def shown(value: object) -> str:
    """Give the repr of a value, cut where it is too long to read."""
    try:
        text = repr(value[:_SHOWN] if isinstance(value, str | bytes) else value)
    except Exception:  # noqa: BLE001  a value whose repr fails must not hide what is wrong with it
        return f"a {type(value).__name__}"
    whole = len(value) if isinstance(value, str | bytes) else len(text)
    return text if whole <= _SHOWN else f"{text[:_SHOWN]}… ({whole:,} characters)"


def join_path(left: str, right: str) -> str:
    """Join two parts of a path: ``a`` and ``b`` to ``a.b``, ``a`` and ``[0]`` to ``a[0]``."""
    if not left or not right:
        return left or right
    return left + right if right.startswith("[") else f"{left}.{right}"


def near(key: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Give the known keys that look most like ``key``, whatever their case; those of the same letters come first."""
    from difflib import get_close_matches

    word = key[:200].casefold()
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(name.casefold(), name)
    swapped = [name for name in folded if sorted(name) == sorted(word)]
    alike = get_close_matches(word, folded, n=count, cutoff=0.6)
    return tuple(folded[name] for name in dict.fromkeys([*swapped, *alike]))[:count]
