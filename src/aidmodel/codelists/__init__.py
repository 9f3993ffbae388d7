"""The code lists of the IATI standard: what a code means, in which languages, and whether it has been withdrawn.

Every list that a field of the model points at is here, with the lists of its categories. A list is read when it is first
asked for; nothing else is.

>>> from aidmodel import codelists
>>> codelists.get("Sector")["15190"].name
'Facilitation of orderly, safe, regular and responsible migration and mobility'

Which codes stand here, and which of them are withdrawn, is what the IATI Standard (http://iatistandard.org/, CC-BY 4.0)
says of version 2.03; NOTICE names the commits, and the sources of lists that IATI replicates. Names are in English, most in
French too; the sources have none in Spanish. Descriptions are kept in English, but for those of
OrganisationRegistrationAgency, where nearly every entry has the address of its register.

The list Currency gives the currencies that IATI knows, under the names of :mod:`aidmodel.values.currency`. IATI is slow to
withdraw a currency: whether it is in use, and since when not, is what :meth:`aidmodel.Currency.get` says.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar, final, overload

import attrs
from attrs import field, frozen

from aidmodel._build import builder
from aidmodel._fields import as_items, named
from aidmodel.errors import InvalidValue, NotFound, UnknownCode, near
from aidmodel.values.code import Code, Listed
from aidmodel.values.partial_date import as_day_or_none
from aidmodel.values.plain import as_string, as_string_or_none
from aidmodel.values.text import Text, as_text

T = TypeVar("T")

_DATA = Path(__file__).parent / "data"
_NAME = "name:"
"""What the title of a column of names starts with; the language follows."""


def _as_yes_or_no(value: bool) -> bool:
    if value is not True and value is not False:
        raise InvalidValue(value, "must be True or False")
    return value


@final
@frozen(field_transformer=named, repr=False)
class Entry:
    """
    A code of a list, and what the list says of it.

    >>> entry = Entry("1", {"en": "Output", "fr": "Produit"})
    >>> entry.name, entry.names["fr"]
    ('Output', 'Produit')
    """

    code: str = field(converter=as_string)
    """The code as the list writes it; leading zeros count."""

    names: Text = field(default=Text(), converter=as_text)
    """The names in the languages that the list gives; empty where the code is all there is, as with file formats."""

    category: str | None = field(default=None, converter=as_string_or_none)
    """The code of the category it belongs to; None: the list has no categories, or the code none."""

    withdrawn: bool = field(default=False, converter=_as_yes_or_no)
    """Whether the list says that the code is no longer to be used. It stays in the list for what was published before."""

    withdrawn_on: date | None = field(default=None, converter=as_day_or_none)
    """Last day of use as the list states it; None: not stated. A few have one and are not marked as withdrawn."""

    activated_on: date | None = field(default=None, converter=as_day_or_none)
    """First day of use; None: not stated."""

    url: str | None = field(default=None, converter=as_string_or_none)
    """Where more is said: the register, the vocabulary, the page of the version; None: the list names no address."""

    description: str | None = field(default=None, converter=as_string_or_none)
    """What the code means, in English; None: the list does not say, or it is left out here (see the module)."""

    @property
    def name(self) -> str:
        """The name in English; the code itself where the list gives no name."""
        return self.names.best("en") or self.code

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        parts = [repr(self.code), *([repr(self.names)] if self.names.entries else [])]
        for each in attrs.fields(Entry)[2:]:
            value: object = getattr(self, each.name)
            if value != each.default:
                parts.append(f"{each.name}={_shown(value)}")
        return f"Entry({', '.join(parts)})"


def _shown(value: object) -> str:
    return repr(value.isoformat() if isinstance(value, date) else value)


def _as_entries(value: Entry | Iterable[Entry]) -> tuple[Entry, ...]:
    return as_items(value, Entry)


def _codes_differ(_: "Codelist", __: "attrs.Attribute[tuple[Entry, ...]]", entries: tuple[Entry, ...]) -> None:
    seen: set[str] = set()
    for position, entry in enumerate(entries):
        if entry.code in seen:
            raise InvalidValue(entry.code, "is in the list twice", path=f"[{position}].code")
        seen.add(entry.code)


@final
@frozen(field_transformer=named, repr=False)
class Codelist(Mapping[str, Entry]):
    """
    A code list: a mapping from code to entry, in the order of the list.

    A code may be given as a string, a :class:`aidmodel.Code` or a member of one of the model's enumerations, as the fields
    of the model hold them; what counts is the code as written.

    >>> types = get("TransactionType")
    >>> types["3"].name, "3" in types, "33" in types
    ('Disbursement', True, False)
    >>> [entry.name for entry in get("ResultType").values()]
    ['Output', 'Outcome', 'Impact', 'Other']
    """

    name: str = field(converter=as_string)
    """The name in the standard: "Sector", "AidType-category"."""

    entries: tuple[Entry, ...] = field(converter=_as_entries, validator=_codes_differ, hash=False)
    """The entries in the order of the list, withdrawn ones included."""

    title: str | None = field(default=None, converter=as_string_or_none, hash=False)
    """What people call the list: "DAC 5 Digit Sector"; None: not stated."""

    categories: str | None = field(default=None, converter=as_string_or_none, hash=False)
    """The name of the list that holds the categories; None: there is none."""

    source: str | None = field(default=None, converter=as_string_or_none, hash=False)
    """Address of the list that IATI replicates; None: the list is IATI's own, or no address is stated."""

    _by_code: dict[str, Entry] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {entry.code: entry for entry in self.entries})

    def __getitem__(self, code: str | Code | Listed) -> Entry:
        """Give the entry of a code.

        Raises:
            UnknownCode: the list does not hold it; the error names the codes that look like it, or whose names do.
            InvalidValue: it is no code.

        """
        given: object = code
        wanted = _code_in(given)
        if wanted is None:
            raise InvalidValue(given, "must be a code", f'write "{given}"' if isinstance(given, int) else "")
        found = self._by_code.get(wanted)
        if found is None:
            words = {entry.code: entry.code for entry in self.entries}
            words |= {entry.name: entry.code for entry in self.entries}
            alike = dict.fromkeys(words[word] for word in near(wanted, words))
            raise UnknownCode(f"{self.name} code", wanted, tuple(alike))
        return found

    @overload
    def get(self, code: str | Code | Listed, /) -> Entry | None: ...
    @overload
    def get(self, code: str | Code | Listed, default: Entry | T, /) -> Entry | T: ...
    def get(self, code: str | Code | Listed, default: Entry | T | None = None, /) -> Entry | T | None:
        """Give the entry of a code, or ``default`` where the list does not hold it."""
        wanted = _code_in(code)
        return default if wanted is None else self._by_code.get(wanted, default)

    def category(self, code: str | Code | Listed) -> Entry | None:
        """Give the category of a code, None where it has none, or none that a list describes.

        Categories stand in a list of their own (``categories``); a few codes name a broader code of the same list.

        Raises:
            UnknownCode: the list does not hold the code.

        >>> get("Sector").category("15190").name
        'Government & Civil Society-general'
        """
        wanted = self[code].category
        above = get(self.categories)._by_code if self.categories else {}  # noqa: SLF001  a list of the same class
        return None if wanted is None else above.get(wanted) or self._by_code.get(wanted)

    def __contains__(self, code: object) -> bool:
        return _code_in(code) in self._by_code

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)

    def __repr__(self) -> str:
        return f"<Codelist {self.name}: {len(self):,} codes>"


def _code_in(value: object) -> str | None:
    """Give the plain code in what a field of the model may hold, None for anything else."""
    if isinstance(value, Code):
        return value.code
    if isinstance(value, Listed):
        value = value.value
    return value if isinstance(value, str) else None


def get(name: str) -> Codelist:
    """Give the code list of a name, as the standard writes it.

    Raises:
        NotFound: there is none; the error names those that look like it.
        InvalidValue: it is no string.

    >>> get("Sectors")
    Traceback (most recent call last):
    ...
    aidmodel.errors.NotFound: no code list 'Sectors'; did you mean 'Sector'?
    """
    loaded = _LOADED.get(_as_key(name))
    if loaded is None:
        if name not in _lists():
            raise NotFound("code list", name, near(name, _lists()))
        # Of two threads that read a list at once, both get the one that was there first.
        loaded = _LOADED.setdefault(name, _load(name))
    return loaded


_LOADED: dict[str, Codelist] = {}


def _as_key(value: str) -> str:
    # What cannot be hashed must be refused in the same words.
    if not isinstance(value, str):
        raise InvalidValue(value, "must be a string")
    return value


def names() -> tuple[str, ...]:
    """Give the names of all code lists.

    >>> names()[:3]
    ('ActivityDateType', 'ActivityScope', 'ActivityStatus')
    """
    return tuple(_lists())


def list_of(path: str, vocabulary: str | None = None) -> str | None:
    """Give the name of the list that holds the codes of an element or attribute.

    ``path`` is how IATI names it, from as far up as is needed to tell it from others: "sector", "transaction/sector",
    "participating-org/@role". The codes of some depend on a vocabulary; ``vocabulary`` None (or empty, as in real files)
    is the standard's default one. None comes back where the codes are of a vocabulary whose list is not here.

    Raises:
        NotFound: no element or attribute of that path has codes of a list; the error names those that look like it.
        InvalidValue: two elements of that path have different lists; the error says how to tell them apart. Or the path
            is no string.

    >>> list_of("sector"), list_of("sector", "2"), list_of("sector", "99"), list_of("budget/@status")
    ('Sector', 'SectorCategory', None, 'BudgetStatus')
    """
    rows = _paths().get(_as_key(path), ())
    # An element may state a vocabulary and none of the lists be here: "humanitarian-scope".
    if not rows and f"{path.removesuffix('/@code')}/@vocabulary" not in _paths():
        raise NotFound("element or attribute with a code list", path, near(path, _paths()))
    found = {
        name: whole
        for whole, name, wanted, default in rows
        if not wanted or (default if not vocabulary else wanted == vocabulary)
    }
    if len(found) > 1:
        raise InvalidValue(path, "stands for several lists", "write " + " or ".join(map(repr, found.values())))
    return next(iter(found), None)


def _rows(name: str) -> list[dict[str, str]]:
    """Give the rows of a table by the titles of its columns, which stand in its first line."""
    titles, *lines = (_DATA / f"{name}.tsv").read_bytes().decode("utf-8").split("\n")
    columns = titles.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines if line]


@cache
def _lists() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in _rows("_lists")}


@cache
def _paths() -> dict[str, list[tuple[str, str, str, str]]]:
    """Give, for each way to name an element or attribute: whole path, list, vocabulary ('': any), and 'yes' for the default."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for row in _rows("_paths"):
        whole = row["path"]
        steps = whole.split("/")
        for start in range(len(steps)):
            key = "/".join(steps[start:])
            if not start or not key.startswith("@"):  # "@type" alone says nothing
                for each in {key, key.removesuffix("/@code")}:
                    found.setdefault(each, []).append((whole, row["list"], row["vocabulary"], row["default"]))
    return found


_new_text = builder(Text)
_new_entry = builder(Entry)


def _load(name: str) -> Codelist:
    rows = _rows(name)
    about = _lists()[name]
    languages = [(column, column.removeprefix(_NAME)) for column in rows[0] if column.startswith(_NAME)]
    entries: list[Entry] = []
    for row in rows:
        words = tuple((language, row[column]) for column, language in languages if row[column])
        if name == "Currency" and not words:
            words = (("en", _currency_name(row["code"])),)
        said = row.get
        # The tables are made by our own generator, and a test builds every entry of them by the constructor, too.
        entries.append(
            _new_entry(
                row["code"],
                _new_text(words),
                said("category") or None,
                said("withdrawn") == "yes",
                _day(said("withdrawn_on")),
                _day(said("activated_on")),
                said("url") or None,
                said("description") or None,
            )
        )
    return Codelist(name, entries, about["title"], about["categories"] or None, about["source"] or None)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _currency_name(code: str) -> str:
    from aidmodel.values.currency import CURRENCIES

    return CURRENCIES[code].name
