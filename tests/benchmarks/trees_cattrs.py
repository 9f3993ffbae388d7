"""Cattrs on the library's own classes, with the hooks that these need: it checks, names the place of every error, and
leaves out what is not stated.
"""

import datetime as dt
import types
import typing
from decimal import Decimal
from typing import Any

from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

import aidmodel
from aidmodel.io.codec import kinds_of
from aidmodel.values.code import Listed
from aidmodel.values.partial_date import as_date

Node = typing.Union[kinds_of(aidmodel.Node)]  # noqa: UP007
Taking = aidmodel.Participant | aidmodel.Funder

converter = make_converter(detailed_validation=True, omit_if_default=True)


def _text(text: aidmodel.Text) -> Any:
    if len(text.entries) == 1 and text.entries[0][0] is None:
        return text.entries[0][1]
    return [{"language": language, "words": words} for language, words in text.entries]


def _read_text(data: Any, _: Any) -> aidmodel.Text:
    if isinstance(data, str):
        return aidmodel.Text(data)
    return aidmodel.Text(tuple((entry.get("language"), entry["words"]) for entry in data))


def _is_listed(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Listed)


def _is_listed_or_code(kind: Any) -> bool:
    return typing.get_origin(kind) in (types.UnionType, typing.Union) and aidmodel.Code in typing.get_args(kind)


def _read_listed(kind: Any) -> Any:
    terms = {member.term: member for member in kind}
    return lambda data, _: terms[data]


def _read_listed_or_code(kind: Any) -> Any:
    terms = {member.term: member for each in typing.get_args(kind) if _is_listed(each) for member in each}
    return lambda data, _: (
        None if data is None else terms[data] if isinstance(data, str) else converter.structure(data, aidmodel.Code)
    )


def _listed_or_code(value: Any) -> Any:
    return converter.unstructure(value, aidmodel.Code) if isinstance(value, aidmodel.Code) else value and value.term


converter.register_unstructure_hook(aidmodel.Text, _text)
converter.register_structure_hook(aidmodel.Text, _read_text)
converter.register_unstructure_hook(aidmodel.DateSpan, str)
converter.register_structure_hook(aidmodel.DateSpan, lambda data, _: aidmodel.DateSpan.parse(data))
converter.register_unstructure_hook(aidmodel.PartialDate, str)
converter.register_structure_hook(dt.date | aidmodel.PartialDate, lambda data, _: as_date(data))
converter.register_structure_hook(dt.date | aidmodel.PartialDate | None, lambda data, _: data and as_date(data))
for dated in (dt.date | aidmodel.PartialDate, dt.date | aidmodel.PartialDate | None):
    converter.register_unstructure_hook(dated, lambda date: date and str(date))
converter.register_unstructure_hook(Decimal, str)
converter.register_structure_hook(Decimal, lambda data, _: Decimal(data))
converter.register_unstructure_hook_func(_is_listed, lambda member: member.term)
converter.register_structure_hook_factory(_is_listed, _read_listed)
converter.register_unstructure_hook_func(_is_listed_or_code, _listed_or_code)
converter.register_structure_hook_factory(_is_listed_or_code, _read_listed_or_code)
configure_tagged_union(Node, converter, tag_name="class")
configure_tagged_union(Taking, converter, tag_name="class")
converter.register_unstructure_hook(
    aidmodel.ResultsChain, lambda chain: converter.unstructure(chain.nodes, tuple[Node, ...])
)
converter.register_structure_hook(
    aidmodel.ResultsChain, lambda data, _: aidmodel.ResultsChain(converter.structure(data, tuple[Node, ...]))
)
