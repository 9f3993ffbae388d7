"""Rules on what a project is called."""

import datetime as dt
from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.rules.rule import Finding, Rule, rule


@rule("identity.no-identifier", Severity.ERROR, "IATI 2.03 schema: iati-identifier 1")
def no_identifier(project: Project, _: dt.date) -> Iterator[Finding]:
    """A project has an identifier."""
    if project.identifier is None:
        yield Finding("identifier", "no identifier is given: state the one the publisher uses")


@rule("identity.is-reporting-ref", Severity.ERROR, "IATI ruleset", standard=("1.1.3",))
def is_reporting_ref(project: Project, _: dt.date) -> Iterator[Finding]:
    """The identifier is not that of the reporting organisation."""
    if project.identifier is not None and project.reporting is not None and project.identifier == project.reporting.ref:
        yield Finding(
            "identifier", "the identifier is that of the reporting organisation: add the project's own number to it"
        )


@rule("identity.illegal-character", Severity.WARNING, "IATI ruleset", standard=("1.3.13",))
def illegal_character(project: Project, _: dt.date) -> Iterator[Finding]:
    """The identifier holds none of / & | ?."""
    bad = sorted(set(project.identifier or "") & set("/&|?"))
    if bad:
        yield Finding(
            "identifier",
            f"the identifier holds {' '.join(bad)}, which addresses and queries trip over: ask the publisher for another",
        )


@rule("identity.outer-space", Severity.WARNING, "IATI ruleset", standard=("1.3.1",))
def outer_space(project: Project, _: dt.date) -> Iterator[Finding]:
    """The identifier neither begins nor ends with white space."""
    if project.identifier is not None and project.identifier != project.identifier.strip():
        yield Finding("identifier", "white space stands around the identifier: strip it")


@rule("identity.foreign-prefix", Severity.WARNING, "IATI ruleset", standard=("1.1.21",))
def foreign_prefix(project: Project, _: dt.date) -> Iterator[Finding]:
    """The identifier begins with the reporting organisation's, or a former one of it (type B1), and a dash."""
    if project.identifier is None or project.reporting is None or project.reporting.ref is None:
        return
    former = [
        each.ref for each in project.other_identifiers if each.ref and each.type is not None and each.type.code == "B1"
    ]
    if (
        not any(project.identifier.startswith(f"{ref}-") for ref in (project.reporting.ref, *former))
        and project.identifier != project.reporting.ref
    ):
        yield Finding(
            "identifier",
            f"the identifier does not begin with {project.reporting.ref}-: keep the publisher's, and list a former one as B1",
        )


@rule("identity.no-title", Severity.ERROR, "IATI ruleset", standard=("4.3.1",))
def no_title(project: Project, _: dt.date) -> Iterator[Finding]:
    """A project has a title that says something."""
    if not project.title:
        yield Finding("title", "the title is empty: state what the project is called")


@rule("identity.no-description", Severity.WARNING, "IATI ruleset (an error in a file)", standard=("4.4.1",))
def no_description(project: Project, _: dt.date) -> Iterator[Finding]:
    """Each description says something, and there is one."""
    if not project.descriptions:
        yield Finding("descriptions", "no description is given: IATI asks for one")
    for position, description in enumerate(project.descriptions):
        if not description.text:
            yield Finding(f"descriptions[{position}].text", "the description is empty: state it or leave it out")


@rule("identity.nameless-organisation", Severity.ERROR, "IATI ruleset", standard=("6.10.1",))
def nameless_organisation(project: Project, _: dt.date) -> Iterator[Finding]:
    """A participating organisation has a name or an identifier."""
    for position, organisation in enumerate(project.participants):
        if not organisation.name and organisation.ref is None:
            yield Finding(
                f"participants[{position}]", "the organisation has neither name nor identifier: state one of them"
            )


RULES: tuple[Rule, ...] = (
    no_identifier,
    is_reporting_ref,
    illegal_character,
    outer_space,
    foreign_prefix,
    no_title,
    no_description,
    nameless_organisation,
)
