"""What is gathered of one project while its page is read: its fields, where each is from, and what is to be said."""

from typing import Any, final

from aidmodel.errors import shown
from aidmodel.io.pages.findings import PAGES
from aidmodel.io.pages.lines import Line, Page
from aidmodel.issues import Issue
from aidmodel.model.project import Project
from aidmodel.model.statement import Basis, Provenance


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
        """
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
        """Add an item to a field that holds several, and give its path ("countries[0]")."""
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

    def issue(self, code: str, message: str, line: Line | None = None, path: str = "") -> None:
        """Report something; its severity is that of the code in :data:`PAGES`."""
        where = (line.number, 1) if line else None
        self.issues.append(Issue(code=code, severity=PAGES[code].severity, message=message, path=path, where=where))

    def project(self) -> Project:
        """Build the project."""
        return Project(**self.fields, provenance=self._provenance)


def _words(value: object) -> str:
    return str(getattr(value, "value", value)) if not isinstance(value, str) else value
