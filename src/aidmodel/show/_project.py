"""The card of a project, and the list of several."""

from collections.abc import Iterable, Iterator, Sequence

from aidmodel.model.budget import Amount
from aidmodel.model.document import Document
from aidmodel.model.organisation import Funder, OrganisationRole, Participant
from aidmodel.model.project import Project
from aidmodel.model.result import Result
from aidmodel.model.statement import DateKind, ProjectDate
from aidmodel.show._card import Branch, Card, Facts, Outline, Prose, Table, facts, section, table, titled
from aidmodel.show._chain import chain_blocks, node_line
from aidmodel.show._indicator import indicator_card
from aidmodel.show._words import (
    NOT_STATED,
    Address,
    Line,
    Marks,
    Reader,
    classified,
    clean,
    code,
    flag,
    joined,
    labelled,
    number,
    organisation,
    plain,
    share,
    span,
    with_notes,
)

_ROWS = 20
"""How many rows a table of money, and how many lines a list of documents, has at most on a card."""

_PARTS = {
    OrganisationRole.FUNDING: "Funder",
    OrganisationRole.ACCOUNTABLE: "Accountable",
    OrganisationRole.EXTENDING: "Extending",
    OrganisationRole.IMPLEMENTING: "Implementing",
}


def project_card(project: Project, reader: Reader) -> Card:
    """Give the card of a project. Contacts, own fields and raw content are not on it."""
    marks = Marks(project.provenance)
    title = reader.line(project.title)
    return Card(
        titled("Project", with_notes(title, marks.at("title")) if title else ()),
        (
            *_identity(project, reader, marks),
            *(
                section(_heading(each.type), Prose(reader.paragraphs(each.text)))
                for each in project.descriptions
                if each.text
            ),
        ),
    )
