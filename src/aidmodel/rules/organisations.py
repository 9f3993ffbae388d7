"""Rules on organisations: who they are, and whether one can tell."""

from collections.abc import Iterator
from functools import cache

from aidmodel import codelists
from aidmodel.errors import shown
from aidmodel.issues import Severity
from aidmodel.model.organisation import Organisation, OrganisationRole
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import raw, reporting_ref
from aidmodel.rules.walk import parties

_NAMELESS = {"participants": "6.10.1", "owner": "6.8.1", "provider": "6.9.1", "receiver": "6.9.2"}


def _all(project: Project) -> Iterator[tuple[str, str, Organisation]]:
    """Give each organisation that has to say who it is: its path, what it is, itself."""
    for at, each in enumerate(project.participants):
        yield f"participants[{at}]", "participants", each
    for at, other in enumerate(project.other_identifiers):
        if other.owner is not None:
            yield f"other_identifiers[{at}].owner", "owner", other.owner
    yield from parties(project)


@rule("organisations.nameless", Severity.ERROR, "IATI ruleset", standard=tuple(_NAMELESS.values()))
def nameless(project: Project, basis: Basis) -> Iterator[Finding]:
    """An organisation that takes part, gives, receives or owns an identifier has a name or an identifier."""
    for path, role, each in basis.each(_all, project):
        if each.ref is None and not each.name.entries and raw(each, "@ref") is None:
            yield Finding(path, "the organisation has neither name nor identifier: state one of them", _NAMELESS[role])


@rule("organisations.blank", Severity.WARNING, "what a name is; the ruleset counts blank ones")
def blank(project: Project, basis: Basis) -> Iterator[Finding]:
    """The name or identifier of an organisation says something."""
    for path, _role, each in basis.each(_all, project):
        if each.ref is None and not each.name and (each.name.entries or raw(each, "@ref") is not None):
            yield Finding(path, "the organisation's name or identifier is there and blank: state one of them")


@rule(
    "organisations.unknown-agency",
    Severity.WARNING,
    "IATI ruleset, which forgives publishers that were registered without one; org-id.guide",
    standard=("1.14.8",),
)
def unknown_agency(project: Project, _: Basis) -> Iterator[Finding]:
    """The identifier of the reporting organisation begins with the code of an agency that registers organisations."""
    ref = reporting_ref(project)
    if ref is not None and not any(ref[:end] in _agencies() for end in range(1, min(len(ref), _longest()) + 1)):
        yield Finding(
            "reporting.ref",
            f"{shown(ref)} begins with no code of the list OrganisationRegistrationAgency: look it up at org-id.guide",
        )


@rule("organisations.no-funder", Severity.WARNING, "GAC, IOM and USAID pages, one of which names nobody")
def no_funder(project: Project, _: Basis) -> Iterator[Finding]:
    """A project names a funder, or the organisation that reports it; who does the work may be unknown."""
    if project.reporting is None and not any(each.role is OrganisationRole.FUNDING for each in project.participants):
        yield Finding("participants", "neither a funder nor who reports the project is given: state one of them")


@cache
def _agencies() -> frozenset[str]:
    return frozenset(codelists.get("OrganisationRegistrationAgency"))


@cache
def _longest() -> int:
    return max(map(len, _agencies()))


RULES: tuple[Rule, ...] = (nameless, blank, unknown_agency, no_funder)
