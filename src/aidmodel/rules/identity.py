"""Rules on what a project is called."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import identifier, reporting_ref, says_nothing, spelled


@rule("identity.no-identifier", Severity.ERROR, "IATI 2.03 schema: iati-identifier 1")
def no_identifier(project: Project, _: Basis) -> Iterator[Finding]:
    """A project has an identifier."""
    if project.identifier is None:
        yield Finding("identifier", "no identifier is given: state the one the publisher uses")


@rule("identity.is-reporting-ref", Severity.ERROR, "IATI ruleset", standard=("1.1.3",))
def is_reporting_ref(project: Project, _: Basis) -> Iterator[Finding]:
    """The identifier is not that of the reporting organisation."""
    stated = identifier(project)
    if stated is not None and stated == reporting_ref(project):
        yield Finding(
            "identifier", "the identifier is that of the reporting organisation: add the project's own number to it"
        )


@rule("identity.repeated", Severity.ERROR, "IATI Validator", standard=("1.1.2",))
def repeated(project: Project, basis: Basis) -> Iterator[Finding]:
    """No other project of those that are judged together has the identifier."""
    if project.identifier is not None and (first := basis.earlier.get(project.identifier)) is not None:
        yield Finding(
            "identifier", f"the identifier {project.identifier!r} is that of [{first}] too: give each project its own"
        )


@rule("identity.foreign-prefix", Severity.WARNING, "IATI ruleset", standard=("1.1.21",))
def foreign_prefix(project: Project, _: Basis) -> Iterator[Finding]:
    """The identifier begins with the reporting organisation's, or a former one of it (type B1), and a dash."""
    stated, present = identifier(project), reporting_ref(project)
    former = [
        spelled(each, each.ref, "@ref")
        for each in project.other_identifiers
        if each.type is not None and each.type.code == "B1"
    ]
    if stated is not None and not any(ref is not None and stated.startswith(f"{ref}-") for ref in (present, *former)):
        begin = f"{present}-" if present is not None else "that of a reporting organisation, which is not stated"
        yield Finding(
            "identifier",
            f"the identifier does not begin with {begin}: keep the publisher's, and list a former one as B1",
        )


@rule("identity.no-title", Severity.ERROR, "IATI 2.03 schema: title 1")
def no_title(project: Project, _: Basis) -> Iterator[Finding]:
    """A project has a title; one that is there and empty is another rule's."""
    if not project.title and not says_nothing(project, project.title, "title"):
        yield Finding("title", "there is no title: state what the project is called")


@rule("identity.no-description", Severity.WARNING, "IATI 2.03 schema: description 1 or more")
def no_description(project: Project, _: Basis) -> Iterator[Finding]:
    """There is a description; one that is there and empty is another rule's."""
    if not project.descriptions:
        yield Finding("descriptions", "no description is given: IATI asks for one")


RULES: tuple[Rule, ...] = (
    no_identifier,
    is_reporting_ref,
    repeated,
    foreign_prefix,
    no_title,
    no_description,
)
