"""Whom a USAID fact sheet says one may write to: personal data, which stays in the contacts."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from aidmodel.io.pages.draft import Draft
from aidmodel.io.pages.labels import Entry
from aidmodel.io.pages.lines import Line
from aidmodel.model.organisation import Contact

_EMAIL = re.compile(r"[\w.+’'-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?:\(\+?\d[\d -]{0,6}\)|\+?\d)[\d\s().-]{6,}\d")
_WEBSITE = re.compile(r"(?:https?://|www\.)[^\s,;]+[^\s,;.]")
_SIGN = re.compile(
    r"\s*\b(?:e-?mail|tel(?:ephone)?|phone|mobile|cell|fax|web(?:site)?|name|title|address)\b\s*[:.]?\s*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^(?:name|contact(?: person)?|title|address)\s*[:\t]\s*", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Sr|Sra)\.?\s+)?[A-ZÀ-Ý][\w’'.-]*(?:\s+(?:de|del|da|dos|la|van|von|al|bin|el|y|e|[A-ZÀ-Ý][\w’'.-]*)){1,5}"
)
_OFFICE = re.compile(
    r"\b(?:USAID|Office|Mission|Embassy|Bureau|Agency|Team|Department|Unit|Ministry|Foundation|Inc|LLC|International|"
    r"University|Institute|Group|Associates|Activity|Project|Program|Partners)\b"
)
_FUNCTION = re.compile(
    r"\b(?:Chief|Director|Officer|Manager|Representative|Specialist|Coordinator|Advis[eo]r|Head|Lead|COR|AOR|Assistant|"
    r"Secretary|Leader|Administrator)\b"
)
_ADDRESS = re.compile(r"\d|,|\b(?:Street|Avenue|Road|Carrera|Calle|Box)\b")


def read_contacts(draft: Draft, entry: Entry) -> None:
    """Read the people and offices of a section of contacts; what stands behind the last way to reach one is left."""
    lines = entry.values
    reached = [at for at, line in enumerate(lines) if _reaches(line.text)]
    last = reached[-1] + 1 if reached else 0
    left = [*lines[last:]]
    for group in _groups(lines[:last]):
        stated: dict[str, Any] = {}
        left += [line for line in group if not _take(stated, line.text)]
        path = draft.add("contacts", Contact(**stated), group[0])
        for line in group[1:]:
            draft.prove(path, line)
    if left:  # told without the words, which may be somebody's name
        count = f"{len(left):,} lines" if len(left) > 1 else "a line"
        draft.issue("page.left", f"{count} among the contacts that say nothing of whom to write to", left[0])


def reaches_by(entry: Entry) -> bool:
    """Say whether a label that the table does not have is one of a contact, as "E-mail" is."""
    if entry.label is not None:
        return False
    return _SIGN.fullmatch(entry.printed) is not None or any(
        _reaches(line.text) for line in (entry.line, *entry.values)
    )


def contact_lines(entry: Entry) -> Iterator[Line]:
    """Give such a label and what stands beside it as the lines of a text."""
    values = entry.values
    if values and _SIGN.fullmatch(entry.printed):
        printed = entry.printed.rstrip(" :")
        yield evolve(values[0], text=f"{printed}: {values[0].text}")
        values = values[1:]
    else:
        yield entry.line
    yield from (*values, *entry.loose)


def _reaches(words: str) -> bool:
    return any(form.search(words) for form in (_EMAIL, _TELEPHONE, _WEBSITE))


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the lines of each contact: once one can be reached, the next begins with a name, or its office."""
    group: list[Line] = []
    for at, line in enumerate(lines):
        reached = any(_reaches(each.text) for each in group)
        if reached and (_is_person(_parts(line.text)[0]) or _is_office_of(line, lines[at + 1 : at + 2])):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_office_of(line: Line, below: Sequence[Line]) -> bool:
    """Say whether a line names an office, and the one below somebody there."""
    return _OFFICE.search(line.text) is not None and any(_is_person(_parts(each.text)[0]) for each in below)


def _parts(words: str) -> list[str]:
    """Give what a line says beside numbers and addresses; a name and a function may stand on one line."""
    for form in (_EMAIL, _TELEPHONE, _WEBSITE):
        words = form.sub(";", words)
    parts = [_SIGN.sub("", _SIGNED.sub("", part)).strip(" ,|-–—") for part in re.split(r"[;|]|\s[-–—]\s", words)]
    first, comma, rest = parts[0].partition(", ")
    return [first, rest, *parts[1:]] if comma and _is_person(first) else parts


def _is_person(words: str) -> bool:
    return bool(_PERSON.fullmatch(words)) and not _OFFICE.search(words) and not _FUNCTION.search(words)


def _take(stated: dict[str, Any], words: str) -> bool:
    """Take what a line says into the fields of a contact; False: it has words that none of them is for."""
    for name, form in (("emails", _EMAIL), ("websites", _WEBSITE), ("telephones", _TELEPHONE)):
        found = [match[0] for match in form.finditer(words)]
        stated[name] = [*stated.get(name, ()), *found]
    return all(_take_part(stated, part) for part in _parts(words) if part)


def _take_part(stated: dict[str, Any], part: str) -> bool:
    if _is_person(part) and "person_name" not in stated:
        stated["person_name"] = part
    elif _FUNCTION.search(part) and "job_title" not in stated:
        stated["job_title"] = part
    elif _OFFICE.search(part) and "organisation" not in stated:
        stated["organisation"] = part
    elif _ADDRESS.search(part):
        stated["mailing_addresses"] = [*stated.get("mailing_addresses", ()), part]
    else:
        return False
    return True
