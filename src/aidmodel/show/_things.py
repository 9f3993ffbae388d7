"""Which things have a card, and what is said of those that have none."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from aidmodel.analysis.aggregates import Aggregate
from aidmodel.analysis.disaggregation import Disaggregated
from aidmodel.analysis.execution import Execution
from aidmodel.analysis.split import Split
from aidmodel.analysis.total import Total
from aidmodel.model.chain import ResultsChain
from aidmodel.model.indicator import Indicator
from aidmodel.model.organisation import Contact
from aidmodel.model.project import Project
from aidmodel.show._card import Card
from aidmodel.show._chain import chain_card
from aidmodel.show._indicator import indicator_card
from aidmodel.show._joined import aggregate_card, disaggregated_card
from aidmodel.show._money import execution_card, split_card, total_card
from aidmodel.show._project import project_card, projects_card
from aidmodel.show._words import Line, Reader, printable
from aidmodel.values.plain import as_strings
from aidmodel.values.text import Text


def reader_of(languages: Iterable[str] | str) -> Reader:
    """Give the reader who prefers these languages; a lone string is one."""
    return Reader(as_strings(languages))


def settled(thing: object) -> object:
    """Give the items of a list or iterator, and projects in any other iterable, as a tuple; other things as they are."""
    if isinstance(thing, list | Iterator):
        return tuple(thing)
    if not isinstance(thing, Iterable) or isinstance(thing, str | bytes | tuple | Mapping) or attrs.has(type(thing)):
        return thing
    items = tuple(thing)
    return items if items and all(isinstance(each, Project) for each in items) else thing


def card_of(thing: object, reader: Reader) -> Card | None:
    """Give the card of a thing; None for things without one."""
    if isinstance(thing, Project):
        return project_card(thing, reader)
    if isinstance(thing, ResultsChain):
        return chain_card(thing, reader)
    if isinstance(thing, Indicator):
        return indicator_card(thing, reader)
    if isinstance(thing, Aggregate):
        return aggregate_card(thing)
    if isinstance(thing, Disaggregated):
        return disaggregated_card(thing)
    if isinstance(thing, Total):
        return total_card(thing)
    if isinstance(thing, Split):
        return split_card(thing)
    if isinstance(thing, Execution):
        return execution_card(thing)
    if isinstance(thing, tuple) and all(isinstance(each, Project) for each in thing):
        return projects_card(thing, reader)
    return None


def lines_of(thing: object, reader: Reader) -> tuple[Line, ...]:
    """Give the words for a thing without a card: those of a text, else its ``str``."""
    if isinstance(thing, Text):
        return reader.paragraphs(thing)
    if isinstance(thing, Contact):
        return (("a contact (personal data, not shown)",),)
    if isinstance(thing, tuple) and type(thing) is tuple:
        return tuple(line for each in thing for line in lines_of(each, reader))
    return tuple((line,) for line in printable(str(thing)).split("\n"))
