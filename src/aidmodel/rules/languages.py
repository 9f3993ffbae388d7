"""Rules on words: that there are some, and in which language they are."""

from collections.abc import Iterator
from typing import Any

import attrs

from aidmodel.errors import join_path
from aidmodel.issues import Severity
from aidmodel.model.chain import ResultsChain
from aidmodel.model.document import Document
from aidmodel.model.element import Element
from aidmodel.model.project import Project
from aidmodel.model.result import Node, Result
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import raw, says_nothing
from aidmodel.rules.walk import all_values, indicators, results
from aidmodel.values.text import Text

_LANG = "@{http://www.w3.org/XML/1998/namespace}lang"


def _documents(project: Project) -> Iterator[tuple[str, Document]]:
    """Give each document with its path."""
    for at, each in enumerate(project.documents):
        yield f"documents[{at}]", each
    for position, result in results(project):
        for at, each in enumerate(result.documents):
            yield f"chain[{position}].documents[{at}]", each
    for path, indicator in indicators(project):
        for at, each in enumerate(indicator.documents):
            yield f"{path}.documents[{at}]", each
    for _indicator, path, value in all_values(project):
        for at, each in enumerate(value.documents):
            yield f"{path}.documents[{at}]", each


def _titled(project: Project) -> Iterator[tuple[str, Result | Document | Any]]:
    """Give each thing that has both a title and a description, but for the project, with its path."""
    for position, result in results(project):
        yield f"chain[{position}]", result
    yield from indicators(project)
    yield from _documents(project)


@rule("texts.empty-title", Severity.ERROR, "IATI ruleset", standard=("4.3.1",))
def empty_title(project: Project, basis: Basis) -> Iterator[Finding]:
    """The title of a project, result, indicator or document says something, where it is there."""
    if says_nothing(project, project.title, "title"):
        yield Finding("title", "the title is empty: state what the project is called")
    for path, each in basis.each(_titled, project):
        if says_nothing(each, each.title, "title"):
            yield Finding(f"{path}.title", "the title is empty: state it")


@rule("texts.empty-description", Severity.ERROR, "IATI ruleset", standard=("4.4.1",))
def empty_description(project: Project, basis: Basis) -> Iterator[Finding]:
    """A description says something, where it is there."""
    for at, description in enumerate(project.descriptions):
        if not description.text:
            yield Finding(f"descriptions[{at}].text", "the description is empty: state it or leave it out")
    for path, each in (*_described(project), *basis.each(_titled, project)):
        if says_nothing(each, each.description, "description"):
            yield Finding(f"{path}.description", "the description is empty: state it or leave it out")


def _described(project: Project) -> Iterator[tuple[str, Any]]:
    """Give each thing that has a description and no title, with its path."""
    for name in ("locations", "transactions"):
        yield from ((f"{name}[{at}]", each) for at, each in enumerate(getattr(project, name)))
    if project.country_budget_items is not None:
        for at, item in enumerate(project.country_budget_items.items):
            yield f"country_budget_items.items[{at}]", item


@rule("texts.no-language", Severity.ERROR, "IATI ruleset", standard=("4.1.1",))
def no_language(project: Project, _: Basis) -> Iterator[Finding]:
    """The project states its language, or each text its own."""
    if project.default_language is None and raw(project, _LANG) is None:
        path = next(_without_language(project, ""), None)
        if path is not None:
            yield Finding(
                "default_language", f"no language is stated, and {path} has none of its own: state one of the two"
            )


def _without_language(thing: Element, path: str) -> Iterator[str]:
    """Give the path of each text that IATI has a place for and that states no language."""
    for spec in attrs.fields(type(thing)):
        value = getattr(thing, spec.name)
        here = join_path(path, spec.name)
        if isinstance(value, Element):
            yield from _without_language(value, here)
        elif isinstance(value, ResultsChain | tuple) and (spec.metadata.get("iati") or not spec.metadata):
            for at, item in enumerate(value):
                if isinstance(item, Element) and (not isinstance(item, Node) or isinstance(item, Result)):
                    yield from _without_language(item, f"{here}[{at}]")
                elif _is_silent(thing, item):
                    yield f"{here}[{at}]"
        elif spec.metadata.get("iati") and _is_silent(thing, value):
            yield here


def _is_silent(thing: Element, value: object) -> bool:
    if not isinstance(value, Text) or all(language is not None for language, _ in value):
        return False
    kept = thing.extras.raw if thing.extras is not None else ()
    return sum(language is None for language, _ in value) > sum(
        each.name == _LANG and each.at.rpartition("/")[2].startswith("narrative") for each in kept
    )


RULES: tuple[Rule, ...] = (empty_title, empty_description, no_language)
