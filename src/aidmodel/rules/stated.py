"""What an element of IATI states where the model could make no value of it: raw content that a verdict may depend on."""

import re
from collections.abc import Iterator

from aidmodel.model.budget import BudgetItem, CountryBudgetItems
from aidmodel.model.classification import Classification, Sector
from aidmodel.model.element import Element
from aidmodel.model.place import Country, Region
from aidmodel.model.project import Project
from aidmodel.values.text import Text

_SAYING = re.compile(r"<narrative(?:\s[^>]*)?(?<!/)>[^<]")
_VOCABULARY = re.compile(r"^<[^>]*\svocabulary=\"([^\"]*)\"")
DAC = (None, "", "1")
"""The vocabularies that mean the standard's default list: that of the OECD's DAC, where the element is for sectors."""


Shared = Sector | Country | Region | BudgetItem
"""What has a share of the whole."""


def raw(thing: Element, name: str, at: str = "") -> str | None:
    """Give the text that is kept of an attribute ('@ref') or of an element's text ('#text'); None: none is."""
    if thing.extras is None:
        return None
    return next((each.xml for each in thing.extras.raw if each.name == name and each.at == at), None)


def raws(thing: Element, tag: str) -> Iterator[str]:
    """Give the elements of a tag that are kept as they stood."""
    if thing.extras is not None:
        yield from (each.xml for each in thing.extras.raw if each.name == tag and not each.at)


def spelled(thing: Element, value: str | None, name: str, at: str = "") -> str | None:
    """Give a text as it is spelled in its source, white space around it included; None: it is not stated."""
    if thing.extras is None:
        return value
    kept = raw(thing, name, at)
    return value if kept is None else kept


def identifier(project: Project) -> str | None:
    """Give the identifier of a project as it is spelled in its source, '' where it is there and blank; None: it is not."""
    stated = spelled(project, project.identifier, "#text", "iati-identifier")
    return "" if stated is None and any(raws(project, "iati-identifier")) else stated


def reporting_ref(project: Project) -> str | None:
    """Give the identifier of the reporting organisation as it is spelled in its source; None: it is not stated."""
    return None if project.reporting is None else spelled(project.reporting, project.reporting.ref, "@ref")


def vocabulary(thing: Classification | CountryBudgetItems) -> str | None:
    """Give the vocabulary that something states, as it is spelled, '' where it is blank; None: it states none."""
    return spelled(thing, thing.vocabulary, "@vocabulary")


def vocabulary_of(xml: str) -> str | None:
    """Give the vocabulary that an element states which is kept as it stood; None: it states none."""
    found = _VOCABULARY.match(xml)
    return found[1] if found else None


def states_share(thing: Shared) -> bool:
    """Say whether something states a percentage, be it a number or not."""
    return thing.percentage is not None or raw(thing, "@percentage") is not None


def says_nothing(thing: Element, text: Text, tag: str) -> bool:
    """Say whether an element for words stands in a thing, or did when it was read, and holds none."""
    if text.entries:
        return not text
    return thing.extras is not None and any(not _SAYING.search(xml) for xml in raws(thing, tag))
