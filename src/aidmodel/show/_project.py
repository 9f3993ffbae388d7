"""The card of a project, and the list of several."""

from collections.abc import Iterable, Sequence

from aidmodel.model.budget import Amount, BudgetItem
from aidmodel.model.classification import HumanitarianScope, PolicyMarker, Sector
from aidmodel.model.document import Document
from aidmodel.model.organisation import Funder, OrganisationRole, Participant
from aidmodel.model.place import Country, Location, Region
from aidmodel.model.project import Project
from aidmodel.model.result import Result
from aidmodel.model.statement import Alignment, ContextFact, DateKind, Description, ProjectDate
from aidmodel.show._card import Branch, Card, Facts, Outline, Prose, Table, facts, section, table, titled
from aidmodel.show._chain import chain_sections, node_line
from aidmodel.show._indicator import indicator_card
from aidmodel.show._oecd import oecd_blocks
from aidmodel.show._words import (
    NOT_STATED,
    Address,
    Line,
    Marks,
    Reader,
    amount_line,
    classified,
    clean,
    code,
    flag,
    joined,
    labelled,
    organisation,
    plain,
    share,
    span,
    with_notes,
    word,
)
from aidmodel.values.timestamp import timestamp_text

_ROWS = 20
"""How many rows a table of money, and how many documents, a card has at most; it says how many there are beyond."""

_PARTS = (
    (OrganisationRole.FUNDING, "Funder"),
    (OrganisationRole.ACCOUNTABLE, "Accountable"),
    (OrganisationRole.EXTENDING, "Extending"),
    (OrganisationRole.IMPLEMENTING, "Implementing"),
)


def project_card(project: Project, reader: Reader) -> Card:
    """Give the card of a project. Contacts, legacy data, own fields and raw content are not on it."""
    sheet = _Sheet(project, reader)
    return Card(
        titled("Project", sheet.marked(sheet.reader.line(project.title), "title")),
        (
            *sheet.identity(),
            *(block for at, each in enumerate(project.descriptions) for block in sheet.description(each, at)),
            *section("Money", *sheet.money()),
            *section("Reports to the OECD", *oecd_blocks(project, sheet.marks)),
            *section("Conditions", *sheet.conditions()),
            *section("Relations and context", *sheet.around()),
            *section("Documents", *sheet.documents()),
            *chain_sections(project.chain, sheet.reader, sheet.marks, sheet.places),
            *sheet.indicators(),
        ),
    )


def projects_card(projects: Sequence[Project], reader: Reader) -> Card:
    """Give the list of projects."""
    rows = [
        (
            (str(count),),
            plain(project.identifier),
            Reader(reader.languages, project.default_language).line(project.title),
            _status(project, Marks()),
        )
        for count, project in enumerate(projects, 1)
    ]
    heading = f"{len(rows)} project{'' if len(rows) == 1 else 's'}" if rows else "no projects"
    return Card((heading,), table(heading, ("No.", "Identifier", "Title", "Status"), rows, numbers=("No.",)))


def _status(project: Project, marks: Marks) -> Line:
    wording = f'"{clean(project.stated_status)}" in its own words' if project.stated_status else None
    said = (plain(code(project.status)), "status"), (plain(wording), "stated_status")
    return joined(marks.marked(line, path) for line, path in said)


class _Sheet:
    """A project on its way to a card."""

    def __init__(self, project: Project, reader: Reader) -> None:
        self.project = project
        self.reader = Reader(reader.languages, project.default_language)
        self.marks = Marks(project.provenance)
        self.places = {each.ref: self.reader.line(each.name) for each in project.locations if each.ref}

    def marked(self, line: Line, path: str) -> Line:
        return self.marks.marked(line, path)

    def plain(self, path: str, value: str | None) -> list[Line]:
        """Give the line of a field that is a plain value."""
        return [self.marked(plain(value), path)]

    def each(self, path: str, lines: Iterable[Line]) -> list[Line]:
        """Give a line for each item of a field."""
        return [self.marked(line, f"{path}[{at}]") for at, line in enumerate(lines)]

    # -------------------------------------------------------------- facts

    def identity(self) -> tuple[Facts, ...]:
        project, reader = self.project, self.reader
        updated = project.last_updated
        return facts(
            ("Identifier", self.plain("identifier", project.identifier)),
            (
                "Other identifiers",
                self.each(
                    "other_identifiers",
                    (
                        with_notes(
                            plain(each.ref) or (NOT_STATED,),
                            plain(each.scheme),
                            plain(code(each.type)),
                            organisation(reader, each.owner),
                        )
                        for each in project.other_identifiers
                    ),
                ),
            ),
            ("Kind", [self.marked(reader.line(project.kind), "kind")]),
            ("Status", [_status(project, self.marks)]),
            *((f"Dates, {kind}", self._dates(kind)) for kind in DateKind),
            ("Stated duration", self.plain("stated_duration", word(project.stated_duration))),
            ("Last modified", self.plain("last_modified", word(project.last_modified))),
            ("Record updated", self.plain("last_updated", timestamp_text(updated) if updated else None)),
            ("Reported by", [self.marked(self._reporting(), "reporting")]),
            *((label, self._participants(role)) for role, label in _PARTS),
            ("Other parts", self._participants(None)),
            ("Scope", self.plain("scope", code(project.scope))),
            ("Countries", self.each("countries", map(self._country, project.countries))),
            ("Regions", self.each("regions", map(self._shared, project.regions))),
            ("Locations", self.each("locations", map(self._location, project.locations))),
            ("Sectors", self.each("sectors", map(self._shared, project.sectors))),
            ("Policy markers", self.each("markers", map(self._marker, project.markers))),
            ("Tags", self.each("tags", (classified(reader, each) for each in project.tags))),
            ("Humanitarian", self.plain("humanitarian", flag(project.humanitarian))),
            (
                "Humanitarian scopes",
                self.each("humanitarian_scopes", map(self._emergency, project.humanitarian_scopes)),
            ),
            ("Collaboration", self.plain("collaboration_type", code(project.collaboration_type))),
            ("Flow type", self.plain("default_flow_type", code(project.default_flow_type))),
            ("Finance type", self.plain("default_finance_type", code(project.default_finance_type))),
            ("Aid types", self.each("default_aid_types", (plain(code(each)) for each in project.default_aid_types))),
            ("Tied status", self.plain("default_tied_status", code(project.default_tied_status))),
            ("Default currency", self.plain("default_currency", project.default_currency)),
            ("Default language", self.plain("default_language", project.default_language)),
            ("Hierarchy", self.plain("hierarchy", word(project.hierarchy))),
            ("Programme", self.plain("programme", project.programme)),
            ("Fund year", self.plain("fund_year", word(project.fund_year))),
            ("Selection", self.plain("selection_mechanism", project.selection_mechanism)),
            ("Amounts", self.each("amounts", map(self._amount, project.amounts))),
        )

    def _dates(self, kind: DateKind) -> list[Line]:
        return [
            self.marked(self._date(each), f"dates[{at}]")
            for at, each in enumerate(self.project.dates)
            if each.kind is kind
        ]

    def _date(self, date: ProjectDate) -> Line:
        said = joined((plain(str(date.edge) if date.edge else None), (str(date.date or NOT_STATED),)), " ")
        edge = () if date.edge else (f"start or end {NOT_STATED}",)
        return with_notes(said, edge, self.reader.line(date.note))

    def _reporting(self) -> Line:
        reporting = self.project.reporting
        line = organisation(self.reader, reporting)
        return with_notes(line, ("secondary reporter",)) if reporting and reporting.secondary else line

    def _participants(self, role: OrganisationRole | None) -> list[Line]:
        """Give those with a role; None: those whose role no list knows, or is not stated."""
        return [
            self.marked(self._participant(each), f"participants[{at}]")
            for at, each in enumerate(self.project.participants)
            if (each.role if isinstance(each.role, OrganisationRole) else None) is role
        ]

    def _participant(self, participant: Participant | Funder) -> Line:
        line = organisation(self.reader, participant)
        if isinstance(participant, Funder):
            return joined((line, labelled("gives", amount_line(participant.contribution))))
        known = isinstance(participant.role, OrganisationRole)
        return line if known else with_notes(line, labelled("role", plain(code(participant.role) or NOT_STATED)))

    def _country(self, country: Country) -> Line:
        named = joined((plain(country.code), self.reader.line(country.name)), " ") or (NOT_STATED,)
        return joined((named, plain(share(country.percentage))))

    def _shared(self, value: Sector | Region) -> Line:
        return joined((classified(self.reader, value), plain(share(value.percentage))))

    def _location(self, location: Location) -> Line:
        named = self.reader.line(location.name) or plain(location.ref) or (NOT_STATED,)
        return joined((named, plain(location.country)))

    def _emergency(self, scope: HumanitarianScope) -> Line:
        return joined((classified(self.reader, scope), labelled("type", plain(code(scope.type)))))

    def _marker(self, marker: PolicyMarker) -> Line:
        return joined((classified(self.reader, marker), plain(code(marker.significance))))

    def _budget_item(self, item: BudgetItem) -> Line:
        named = joined((plain(item.code), self.reader.line(item.description)), " ") or (NOT_STATED,)
        return joined((named, plain(share(item.percentage))))

    def _amount(self, amount: Amount) -> Line:
        line = joined(((str(amount.kind),), amount_line(amount.value) or (NOT_STATED,)), ": ")
        return with_notes(line, self.reader.line(amount.note))

    # -------------------------------------------------------------- sections

    def description(self, description: Description, at: int) -> tuple[Card, ...]:
        paragraphs = self.reader.paragraphs(description.text)
        heading = "Description" if description.type is None else f"Description, {code(description.type)}"
        mark = self.marks.at(f"descriptions[{at}]")
        return (Card(with_notes((heading,), mark), (Prose(paragraphs),)),) if paragraphs else ()

    def money(self) -> tuple[Facts | Table, ...]:
        project, reader = self.project, self.reader
        headings = project.country_budget_items
        return (
            *facts(
                ("No budgets given", self.plain("budget_not_provided", code(project.budget_not_provided))),
                ("Capital spend", self.plain("capital_spend", share(project.capital_spend))),
                (
                    "Country budget items",
                    self.each("country_budget_items.items", map(self._budget_item, headings.items if headings else ())),
                ),
            ),
            *table(
                "Budgets",
                ("Period", "Amount", "Type", "Status"),
                [
                    (
                        plain(span(each.span)),
                        self.marked(amount_line(each.value), f"budgets[{at}]"),
                        plain(code(each.type)),
                        plain(code(each.status)),
                    )
                    for at, each in enumerate(project.budgets)
                ],
                numbers=("Amount",),
                most=_ROWS,
            ),
            *table(
                "Planned disbursements",
                ("Period", "Amount", "Type", "From", "To"),
                [
                    (
                        plain(span(each.span)),
                        self.marked(amount_line(each.value), f"planned_disbursements[{at}]"),
                        plain(code(each.type)),
                        organisation(reader, each.provider),
                        organisation(reader, each.receiver),
                    )
                    for at, each in enumerate(project.planned_disbursements)
                ],
                numbers=("Amount",),
                most=_ROWS,
            ),
            *table(
                "Transactions",
                ("Date", "Type", "Amount", "From", "To", "For"),
                [
                    (
                        plain(word(each.date)),
                        plain(code(each.type)),
                        self.marked(amount_line(each.value), f"transactions[{at}]"),
                        organisation(reader, each.provider),
                        organisation(reader, each.receiver),
                        reader.line(each.description),
                    )
                    for at, each in enumerate(project.transactions)
                ],
                numbers=("Amount",),
                most=_ROWS,
            ),
        )

    def conditions(self) -> tuple[Facts, ...]:
        conditions = (
            with_notes(self.reader.line(each.text) or (NOT_STATED,), plain(code(each.type)))
            for each in self.project.conditions
        )
        return facts(
            ("Attached", self.plain("conditions_attached", flag(self.project.conditions_attached))),
            ("Conditions", self.each("conditions", conditions)),
        )

    def around(self) -> tuple[Facts, ...]:
        related = (
            with_notes(plain(each.ref) or (NOT_STATED,), plain(code(each.type)))
            for each in self.project.related_projects
        )
        return facts(
            ("Related projects", self.each("related_projects", related)),
            ("Serves", self.each("alignments", map(self._alignment, self.project.alignments))),
            ("Context", self.each("context", map(self._context, self.project.context))),
        )

    def _alignment(self, alignment: Alignment) -> Line:
        return with_notes(
            self.reader.line(alignment.name) or (NOT_STATED,),
            plain(span(alignment.span)),
            labelled("objective:", self.reader.line(alignment.objective)),
            self.reader.line(alignment.note),
        )

    def _context(self, fact: ContextFact) -> Line:
        return with_notes(
            self.reader.line(fact.statement) or (NOT_STATED,),
            plain(word(fact.quantity)),
            labelled("as of", plain(word(fact.as_of))),
        )

    def documents(self) -> tuple[Outline, ...]:
        documents = self.project.documents
        branches = [Branch(0, *self._document(each)) for each in documents[:_ROWS]]
        if len(documents) > _ROWS:
            branches.append(Branch(0, (f"and {len(documents) - _ROWS:,} more",)))
        return (Outline(tuple(branches)),) if branches else ()

    def _document(self, document: Document) -> tuple[Line, tuple[tuple[str, Line], ...]]:
        title = self.reader.line(document.title) or (f"title {NOT_STATED}",)
        line = with_notes(title, plain(document.format, *document.languages, word(document.date)))
        return line, (("Address", (Address(clean(document.url)),)),) if document.url else ()

    def indicators(self) -> tuple[Card, ...]:
        return tuple(
            indicator_card(
                indicator,
                self.reader,
                places=self.places,
                of=node_line(node, self.reader),
                mark=self.marks.at(f"chain[{place}].indicators[{at}]"),
            )
            for place, node in enumerate(self.project.chain)
            if isinstance(node, Result)
            for at, indicator in enumerate(node.indicators)
        )
