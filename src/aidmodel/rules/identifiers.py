"""Rules on how identifiers are written: of the project, of organisations, of other projects."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import identifier, reporting_ref, spelled
from aidmodel.rules.walk import parties

_SPACED = {"B1": "1.16", "A3": "1.6"}
"""The types of other identifiers that the standard has a rule on."""
_PARTIES = {"provider": ("1.10", "1.4"), "receiver": ("1.15", "1.5")}
"""The ids of the rules on an organisation's identifier, and on that of its project, without their last number."""
_SPACE, _CHARACTER = "1", "13"
"""The last number of a rule on white space around an identifier, and on the characters in it."""


def _organisations(project: Project) -> Iterator[tuple[str, str | None, str]]:
    """Give each identifier of an organisation that the standard has rules on: the path, itself, the rules."""
    yield "reporting.ref", reporting_ref(project), "1.14"
    for at, each in enumerate(project.participants):
        yield f"participants[{at}].ref", spelled(each, each.ref, "@ref"), "1.8"
    for at, other in enumerate(project.other_identifiers):
        if other.owner is not None:
            yield f"other_identifiers[{at}].owner.ref", spelled(other.owner, other.owner.ref, "@ref"), "1.11"
    for path, role, party in parties(project):
        yield f"{path}.ref", spelled(party, party.ref, "@ref"), _PARTIES[role][0]


def _projects(project: Project) -> Iterator[tuple[str, str | None, str]]:
    """Give each further identifier that white space may stand around: the path, itself, the rule."""
    for at, each in enumerate(project.participants):
        yield f"participants[{at}].activity_id", spelled(each, each.activity_id, "@activity-id"), "1.9"
    for at, other in enumerate(project.other_identifiers):
        if other.type is not None and other.type.code in _SPACED:
            yield f"other_identifiers[{at}].ref", spelled(other, other.ref, "@ref"), _SPACED[other.type.code]
    for at, related in enumerate(project.related_projects):
        yield f"related_projects[{at}].ref", spelled(related, related.ref, "@ref"), "1.7"
    for path, role, party in parties(project):
        yield f"{path}.activity_id", spelled(party, party.activity_id, f"@{role}-activity-id"), _PARTIES[role][1]


@rule(
    "identifiers.outer-space",
    Severity.WARNING,
    "IATI ruleset",
    standard=(
        "1.3.1", "1.14.1", "1.16.1", "1.6.1", "1.7.1", "1.8.1", "1.9.1", "1.10.1", "1.4.1", "1.15.1", "1.5.1", "1.11.1",
    ),
)  # fmt: skip
def outer_space(project: Project, basis: Basis) -> Iterator[Finding]:
    """The identifiers of projects and organisations neither begin nor end with white space."""
    own = identifier(project)
    if own is not None and own != own.strip():
        yield _spaced("identifier", "1.3")
    for ways in (_organisations, _projects):
        for path, ref, official in basis.each(ways, project):
            if ref is not None and ref != ref.strip():
                yield _spaced(path, official)


def _spaced(path: str, official: str) -> Finding:
    return Finding(path, "white space stands around the identifier: strip it", f"{official}.{_SPACE}")


_BAD = frozenset("/&|?")


@rule(
    "identifiers.illegal-character",
    Severity.WARNING,
    "IATI ruleset, which forgives publishers whose registered identifier has one",
    standard=("1.3.13", "1.14.13", "1.8.13", "1.10.13", "1.15.13", "1.11.13"),
)
def illegal_character(project: Project, basis: Basis) -> Iterator[Finding]:
    """The identifiers of the project and of organisations hold none of / & | ?."""
    own = identifier(project)
    if own is not None and not _BAD.isdisjoint(own):
        yield _illegal("identifier", own, "1.3")
    for path, ref, official in basis.each(_organisations, project):
        if ref is not None and not _BAD.isdisjoint(ref):
            yield _illegal(path, ref, official)


def _illegal(path: str, ref: str, official: str) -> Finding:
    held = " ".join(sorted(_BAD.intersection(ref)))
    message = f"the identifier holds {held}, which addresses and queries trip over: ask the publisher for another"
    return Finding(path, message, f"{official}.{_CHARACTER}")


RULES: tuple[Rule, ...] = (outer_space, illegal_character)
