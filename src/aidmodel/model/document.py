"""Documents that a project, result or value points to."""

import datetime as dt
from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_items, named
from aidmodel.model.element import Element
from aidmodel.values.code import Code, as_codes
from aidmodel.values.partial_date import PartialDate, as_date_or_none
from aidmodel.values.plain import as_string_or_none, as_strings
from aidmodel.values.text import Text, as_text


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Document(Element):
    """
    A document and where it lies.

    IATI 2.03: ``document-link``.
    """

    url: str | None = field(default=None, converter=as_string_or_none, kw_only=False, metadata={"iati": "@url"})
    """Where it lies; None: not stated."""
    format: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@format"})
    """Its media type ("application/pdf"); None: not stated."""
    title: Text = field(default=Text(), converter=as_text, metadata={"iati": "title"})
    """What it is called."""
    description: Text = field(default=Text(), converter=as_text, metadata={"iati": "description"})
    """What is in it."""
    categories: tuple[Code, ...] = field(default=(), converter=as_codes, metadata={"iati": "category/@code"})
    """What kind of document it is (IATI DocumentCategory)."""
    languages: tuple[str, ...] = field(default=(), converter=as_strings, metadata={"iati": "language/@code"})
    """The languages it is written in (ISO 639-1)."""
    date: dt.date | PartialDate | None = field(
        default=None, converter=as_date_or_none, metadata={"iati": "document-date/@iso-date"}
    )
    """When it was published; None: not stated."""


def as_documents(value: Document | str | Iterable[Document | str]) -> tuple[Document, ...]:
    """Give the documents that were meant; a string is an address."""
    return as_items(value, Document, Document)
