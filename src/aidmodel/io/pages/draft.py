"""What is gathered of one project while its page is read: its fields, where each is from, and what is to be said."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, final

import attrs

from aidmodel.errors import InvalidValue, near, shown
from aidmodel.io.pages.findings import PAGES
from aidmodel.io.pages.lines import Line, Page
from aidmodel.issues import Issue, Severity
from aidmodel.model.chain import ResultsChain
from aidmodel.model.project import Project
from aidmodel.model.statement import Basis, Provenance


@cache
def _fields() -> dict[str, bool]:
    """Give the names of the fields that a page may fill, and whether each holds several things."""
    specs = [spec for spec in attrs.fields(Project) if spec.name != "provenance"]  # which the draft writes itself
    return {spec.name: isinstance(spec.default, tuple | ResultsChain) for spec in specs}


def as_path(path: str) -> str:
    """Give a path back that begins with a field of a project; '' is the project itself.

    Raises:
        InvalidValue: it begins with none.

    """
    name = re.split(r"[.\[]", path)[0] if isinstance(path, str) else ""
    if path != "" and name not in _fields():
        raise InvalidValue(path, "is no field of a project", _meant(near(name, _fields()), _ALL))
    return path


_ALL = "Project says which there are"


def _meant(alike: Sequence[str], otherwise: str) -> str:
    return f"did you mean {' or '.join(map(repr, alike))}?" if alike else otherwise


@final
class Draft:
    """A project that is being read. Fields are set once, items are added; each time it is said from which words.

    Publishers write to it and may look at what is there; only :func:`aidmodel.read_page` makes one.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        """The page it is read from."""
        self.language = "en"
        """The language of the page, "en" or "fr": how its numbers are read. Publishers change it."""
        self.fields: dict[str, Any] = {}
        """What is known so far, by the name of the field; of fields that hold several, a list."""
        self.issues: list[Issue] = []
        """What is to be said so far; paths begin at the project."""
        self._provenance: list[Provenance] = []

    def set(
        self,
        name: str,
        value: object,
        line: Line | None,
        *,
        basis: Basis = Basis.STATED,
        quote: str | None = None,
    ) -> None:
        """Set a field that holds one thing; ``quote`` are the words it is from, None: those of the line.

        What is set again is reported where it differs, and the first stays.

        Raises:
            InvalidValue: a project has no such field, or one that holds several things.

        """
        _check_field(name, several=False)
        if name in self.fields:
            if self.fields[name] != value:
                self.issue("page.repeated", f"{shown(_words(value))} is stated too", line, name)
            return
        self.fields[name] = value
        self.prove(name, line, basis=basis, quote=quote)

    def add(
        self,
        name: str,
        item: object,
        line: Line | None,
        *,
        basis: Basis = Basis.STATED,
        quote: str | None = None,
    ) -> str:
        """Add an item to a field that holds several, and give its path ("countries[0]").

        Raises:
            InvalidValue: a project has no such field, or one that holds one thing.

        """
        _check_field(name, several=True)
        items: list[object] = self.fields.setdefault(name, [])
        items.append(item)
        path = f"{name}[{len(items) - 1}]"
        self.prove(path, line, basis=basis, quote=quote)
        return path

    def prove(self, path: str, line: Line | None, *, basis: Basis = Basis.STATED, quote: str | None = None) -> None:
        """Say where what stands at a path is from: a part of a field that has another basis than the whole, mostly."""
        words = quote if quote is not None else line.text if line else None
        self._provenance.append(
            Provenance(
                path,
                basis=basis,
                quote=words.replace("\t", " ") if words and words.strip() else None,
                source=self.page.source,
                line=line.number if line else None,
            )
        )

    def items(self, name: str) -> tuple[Any, ...]:
        """Give what was added to a field so far."""
        return tuple(self.fields.get(name, ()))

    def issue(
        self,
        code: str,
        message: str,
        line: Line | None = None,
        path: str = "",
        *,
        severity: Severity | None = None,
    ) -> None:
        """Report something; its severity is that of the code in :data:`PAGES`.

        A package may have codes of its own, which do not begin with "page.", and gives the ``severity`` of each; None:
        it is one of those of the table.

        Raises:
            InvalidValue: the table has no such code, or has it and a severity is given.

        """
        where = (line.number, 1) if line else None
        weight = _severity(code, severity)
        self.issues.append(Issue(code=code, severity=weight, message=message, path=path, where=where))

    def project(self) -> Project:
        """Build the project."""
        return Project(**self.fields, provenance=self._provenance)


def _check_field(name: str, *, several: bool) -> None:
    fields = _fields()
    if name not in fields:
        raise InvalidValue(
            name, "is no field of a project", _meant(near(str(name), fields), _ALL), owner=Draft.__name__
        )
    if fields[name] is not several:
        holds, other = ("several things", "add") if fields[name] else ("one thing", "set")
        raise InvalidValue(name, f"is a field that holds {holds}", f"use {other}", owner=Draft.__name__)


def _severity(code: str, severity: Severity | None) -> Severity:
    if code in PAGES:
        if severity is not None:
            mend = f"leave it out, and it is {PAGES[code].severity}"
            raise InvalidValue(severity, f"is given for {code!r}, which has its own", mend, "severity", Draft.__name__)
        return PAGES[code].severity
    if severity is None or code.startswith("page."):
        own = 'give one of your own its severity, and another beginning than "page."'
        alike = near(code.removeprefix("page."), (each.removeprefix("page.") for each in PAGES))
        mend = _meant([f"page.{each}" for each in alike], own)
        raise InvalidValue(code, "is no code of reading pages", mend, "code", Draft.__name__)
    return severity


def _words(value: object) -> str:
    return str(getattr(value, "value", value)) if not isinstance(value, str) else value
