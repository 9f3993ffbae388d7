"""What stands beside the labels of the IOM Development Fund: the forms that values have, and what they state."""

import re

from aidmodel.errors import InvalidValue, shown
from aidmodel.io.pages.dates import read_date
from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry, Label, read_money, says_currency
from aidmodel.io.pages.lines import folded
from aidmodel.io.pages.places import countries_in
from aidmodel.model.budget import Amount, AmountKind
from aidmodel.model.classification import Sector
from aidmodel.model.place import Country, Region
from aidmodel.model.project import ProjectScope, ProjectStatus
from aidmodel.model.statement import Basis, DateEdge, OtherIdentifier, ProjectDate

_OWN_LIST = "99"
"""IATI's code, among sectors and among regions, for a vocabulary of the publisher's own."""

_STATUS = {
    **dict.fromkeys(("completed", "acheve", "termine"), ProjectStatus.CLOSED),
    **dict.fromkeys(("active", "ongoing", "actif", "en cours"), ProjectStatus.IMPLEMENTATION),
}
_SCOPE = {
    **dict.fromkeys(("national", "nationale"), ProjectScope.NATIONAL),
    **dict.fromkeys(("regional", "regionale"), ProjectScope.REGIONAL),
    **dict.fromkeys(("global", "mondial", "mondiale", "globale"), ProjectScope.GLOBAL),
}
TYPES = (
    r"labour migration|community and economic development|migration policy activities|immigration and borders|"
    r"technical cooperation on migration management and capacity building|tcmmcb|return assist.*|return and reintegration.*"
)
_REGIONS = re.compile(
    r"africa|asia and oceania|europe|latin america and the caribbean|global|afrique|asie et oceanie|"
    r"amerique latine et (?:les )?caraibes|mondial"
)
_JOINT = re.compile(r"^[\s,;/|•–—-]*(?:(?:and|et)\b\s*)?|(?:\s*\b(?:and|et))?[\s,;/|•–—-]*$", re.IGNORECASE)
_ARTICLE = re.compile(r"\((?:the|le|la|les)\)", re.IGNORECASE)  # "Congo (the)"
_PRIMA = re.compile(r"[A-Z]{2}\d{2}P\d{3,5}")
_PROJECTS = re.compile(r"[A-Z]{2}\.\d{3,5}|[A-Z]\d{1,3}-\d{2,4}")
# ------------------------------------------------------------------ the forms of values


def _is_date(words: str) -> bool:
    try:
        read_date(words)
    except InvalidValue:
        return False
    return True


def _is_year(words: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", words) is not None


def _is_status(words: str) -> bool:
    return folded(words) in _STATUS


def _is_scope(words: str) -> bool:
    return folded(words) in _SCOPE


def _is_region(words: str) -> bool:
    return _REGIONS.fullmatch(folded(words)) is not None


def _is_type(words: str) -> bool:
    return re.fullmatch(TYPES, folded(words)) is not None


def _may_be_type(words: str) -> bool:
    short = len(words.split()) <= 10 and not re.search(r"[\d.:;?!]|^[^A-ZÀ-Ý]", words)
    return _is_type(words) or (short and not (_is_status(words) or _is_scope(words) or _is_region(words)))


def _is_amount(words: str) -> bool:
    return re.fullmatch(r"(?:USD|US|\$|\s)*\d[\d., ]*(?:USD|\$|\s)*", words) is not None and not _is_year(words)


def _is_prima(words: str) -> bool:
    return _PRIMA.fullmatch(words) is not None


def _is_projects(words: str) -> bool:
    return _PROJECTS.fullmatch(words) is not None


def _are_states(words: str) -> bool:
    """Say whether words are names of states and little else: what is left begins with a capital, or joins two names."""
    if re.search(r":|\.$", words) or not countries_in(words):
        return False
    joints = ("and", "et", "of", "the", "de", "du", "la", "le", "les")
    return all(
        word in joints or not word[:1].islower() for word in re.findall(r"[^\W\d_][\w’'-]*", _unnamed(words, " "))
    )


def _unnamed(words: str, joint: str) -> str:
    """Give what is left of words without the names of the countries in them."""
    found = countries_in(words)
    starts, ends = [each.start for each in found], [each.end for each in found]
    return joint.join(words[a:b] for a, b in zip([0, *ends], [*starts, len(words)], strict=True))


# ------------------------------------------------------------------ the fields


def _date(edge: DateEdge) -> Label:
    def read(draft: Draft, entry: Entry) -> None:
        draft.add("dates", ProjectDate(read_date(entry.text), edge=edge), entry.value_line, basis=_basis(entry))

    return Label(read, "dates", fits=_is_date)


def _status(draft: Draft, entry: Entry) -> None:
    draft.set("stated_status", entry.text, entry.value_line, basis=_basis(entry))
    status = _STATUS.get(folded(entry.text))
    if status is None:
        message = f"{shown(entry.text)} is no status that is known: it is kept as stated"
        draft.issue("page.unknown-word", message, entry.value_line, "stated_status")
        return
    # "Completed" may also mean that accounts are still open.
    draft.set(
        "status", status, entry.value_line, basis=Basis.INFERRED if status is ProjectStatus.CLOSED else Basis.DERIVED
    )


def _type(draft: Draft, entry: Entry) -> None:
    path = draft.add("sectors", Sector(vocabulary=_OWN_LIST, name=entry.text), entry.value_line, basis=_basis(entry))
    _prove_by_label(draft, f"{path}.vocabulary", entry)


def _amount(draft: Draft, entry: Entry) -> None:
    label = re.search(r"\(([A-Z]{3})\)", entry.printed.upper())
    amount = read_money(draft, entry, label[1] if label else "USD")
    if amount is None:
        return
    if label and amount.currency != label[1]:
        raise InvalidValue(entry.text, f"is not in {label[1]}, as its label says", "look at the page")
    path = draft.add("amounts", Amount(amount, kind=AmountKind.TOTAL_BUDGET), entry.value_line, basis=_basis(entry))
    if label:
        draft.prove(f"{path}.value.currency", entry.line, quote=entry.printed)
    elif not says_currency(entry.text):
        draft.prove(f"{path}.value.currency", entry.value_line, basis=Basis.CONVENTION)


def _coverage(draft: Draft, entry: Entry) -> None:
    scope = _SCOPE.get(folded(entry.text))
    if scope is None:
        message = f"{shown(entry.text)} is no coverage that is known: it is left out"
        draft.issue("page.unknown-word", message, entry.value_line, "scope")
        return
    draft.set("scope", scope, entry.value_line, basis=_basis(entry, Basis.DERIVED))


def _year(draft: Draft, entry: Entry) -> None:
    if not _is_year(entry.text):
        raise InvalidValue(entry.text, "is no year", 'write it like "2017"')
    draft.set("fund_year", int(entry.text), entry.value_line, basis=_basis(entry))


def _region(draft: Draft, entry: Entry) -> None:
    path = draft.add("regions", Region(vocabulary=_OWN_LIST, name=entry.text), entry.value_line, basis=_basis(entry))
    _prove_by_label(draft, f"{path}.vocabulary", entry)


def _identifier(scheme: str) -> Label:
    def read(draft: Draft, entry: Entry) -> None:
        for line in entry.values:
            for ref in re.split(r"\s*[,;/|()]\s*|\s+", line.text.strip(" ()")):
                if not re.search(r"\d", ref):
                    raise InvalidValue(
                        entry.text, "is no identifier", 'they are like "CO10P0001", "CE.0373" or "Q36-805"'
                    )
                path = draft.add("other_identifiers", OtherIdentifier(ref, scheme=scheme), line, quote=ref)
                _prove_by_label(draft, f"{path}.scheme", entry)

    return Label(read, "other_identifiers", many=True, fits=_is_prima if scheme == "prima" else _is_projects)


def _states(draft: Draft, entry: Entry) -> None:
    line = entry.value_line
    for found in countries_in(entry.text):
        if any(country.code == found.code for country in draft.items("countries")):
            message = f"{shown(found.name)} stands twice: it is taken once"
            draft.issue("page.repeated-country", message, line, "countries")
            continue
        country = Country(found.code, name=found.name)
        path = draft.add("countries", country, line, basis=_basis(entry), quote=found.name)
        draft.prove(f"{path}.code", line, basis=Basis.DERIVED, quote=found.name)
    for words in _unnamed(entry.text, "\n").split("\n"):
        name = _JOINT.sub("", words)
        if name and _ARTICLE.fullmatch(name) is None:
            message = f"{shown(name)} is no country that is known: it is left out"
            draft.issue("page.unknown-country", message, line, "countries")


def _basis(entry: Entry, basis: Basis = Basis.STATED) -> Basis:
    """Give the basis of a fact; where the label was lost, what the value means is concluded from its form and place."""
    return basis if entry.printed else Basis.INFERRED


def _prove_by_label(draft: Draft, path: str, entry: Entry) -> None:
    """Say that a part follows from the label, or from the form of the value where the label was lost."""
    draft.prove(path, entry.line, basis=_basis(entry, Basis.DERIVED), quote=entry.printed or None)


# ------------------------------------------------------------------ the labels

START, END = _date(DateEdge.START), _date(DateEdge.END)
STATUS = Label(_status, "status", fits=_is_status)
TYPE = Label(_type, "sectors", fits=_may_be_type)
AMOUNT = Label(_amount, "amounts", fits=_is_amount)
COVERAGE = Label(_coverage, "scope", fits=_is_scope)
YEAR = Label(_year, "fund_year", fits=_is_year)
REGION = Label(_region, "regions", fits=_is_region)
PRIMA, PROJECTS = _identifier("prima"), _identifier("idf")
STATES = Label(_states, "countries", many=True, fits=_are_states)

IN_ORDER = (START, END, STATUS, TYPE, AMOUNT, COVERAGE, YEAR, REGION, PRIMA, PROJECTS, STATES)
"""The labels in the order in which the pages have them."""


def may_be_first(words: str) -> bool:
    """Say whether words may be the first of values without labels; a title could be mistaken for a type of project."""
    return _is_type(words) or not _may_be_type(words)


def is_value(words: str) -> bool:
    """Say whether words have the form of a value that nothing else on a page has: no title is like that.

    >>> is_value("CO10P0001"), is_value("Safe Return for Students")
    (True, False)
    """
    return any(label.fits is not None and label.fits(words) for label in IN_ORDER if label not in (TYPE, STATES))
