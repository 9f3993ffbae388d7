"""Rules on how identifiers are written: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Extras,
    Funder,
    Organisation,
    OtherIdentifier,
    Participant,
    Party,
    PlannedDisbursement,
    Project,
    Raw,
    RelatedProject,
    ReportingOrganisation,
    Severity,
    Transaction,
)

W = Severity.WARNING
SPACED = "white space stands around the identifier: strip it"


def written(ref: str) -> Project:
    """Give a project all of whose identifiers are written in one way."""
    party = Party(ref=ref, activity_id=ref)
    return Project(
        identifier=ref,
        reporting=ReportingOrganisation(ref=ref),
        participants=[Funder(ref=ref, activity_id=ref), Participant(ref=ref)],
        other_identifiers=[
            OtherIdentifier(ref, type="A3", owner=Organisation(ref=ref)),
            OtherIdentifier(ref, type="B1"),
            OtherIdentifier(ref, type="A1"),
            OtherIdentifier(ref),
        ],
        planned_disbursements=PlannedDisbursement(provider=party, receiver=party),
        transactions=Transaction(provider=party, receiver=party),
        related_projects=RelatedProject(ref),
    )


ORGANISATIONS = {
    "reporting.ref": "1.14",
    "participants[0].ref": "1.8",
    "participants[1].ref": "1.8",
    "other_identifiers[0].owner.ref": "1.11",
    "planned_disbursements[0].provider.ref": "1.10",
    "planned_disbursements[0].receiver.ref": "1.15",
    "transactions[0].provider.ref": "1.10",
    "transactions[0].receiver.ref": "1.15",
}
PROJECTS = {
    "participants[0].activity_id": "1.9",
    "other_identifiers[0].ref": "1.6",
    "other_identifiers[1].ref": "1.16",
    "planned_disbursements[0].provider.activity_id": "1.4",
    "planned_disbursements[0].receiver.activity_id": "1.5",
    "transactions[0].provider.activity_id": "1.4",
    "transactions[0].receiver.activity_id": "1.5",
    "related_projects[0].ref": "1.7",
}
ORDER = ("identifier", "reporting", "participants", "other_", "planned_", "transactions", "related_")
"""The fields of a project in their order."""


def in_order(rules: dict[str, str]) -> list[tuple[str, str]]:
    """Give paths and rules in the order of the document: a ref stands before the identifier of a project."""

    def place(pair: tuple[str, str]) -> tuple[object, ...]:
        path = pair[0]
        field = next(at for at, name in enumerate(ORDER) if path.startswith(name))
        holder, _, last = path.rpartition(".")
        return (field, holder.replace(".owner", "~"), last == "activity_id")

    return sorted(rules.items(), key=place)


def spelled(text: str) -> Extras:
    """Give the spelling of an attribute as a reader may keep it."""
    return Extras(raw=[Raw(at="", name="@ref", xml=text)])


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "identifiers.outer-space": [
        (
            written(ref),
            W,
            [
                (path, SPACED, f"{rule}.1")
                for path, rule in in_order({"identifier": "1.3", **ORGANISATIONS, **PROJECTS})
            ],
        )
        for ref in (" CA-3-P1", "CA-3-P1\n", "\u00a0CA-3-P1\t")
    ]
    + [
        (
            Project(reporting=ReportingOrganisation(ref="CA-3", extras=spelled("CA-3 "))),
            W,
            [("reporting.ref", SPACED, "1.14.1")],
        ),
        (
            Project(
                identifier="CA-3-P1", extras=Extras(raw=[Raw(at="iati-identifier", name="#text", xml="\nCA-3-P1\n")])
            ),
            W,
            [("identifier", SPACED, "1.3.1")],
        ),
    ],
    "identifiers.illegal-character": [
        (
            written(ref),
            W,
            [
                (
                    path,
                    f"the identifier holds {held}, which addresses and queries trip over: ask the publisher for another",
                    f"{rule}.13",
                )
                for path, rule in in_order({"identifier": "1.3", **ORGANISATIONS})
            ],
        )
        for ref, held in (("CA-3/P&1", "& /"), ("CA-3?P|1", "? |"))
    ],
}

QUIET: dict[str, list[Project]] = {
    "identifiers.outer-space": [
        Project(),
        written("CA 3 P1"),
        Project(other_identifiers=OtherIdentifier(" 1 ", type="A1")),
    ],
    "identifiers.illegal-character": [
        Project(),
        written("CA-3-P011182.001_A:2~#"),
        Project(related_projects=RelatedProject("A/B"), other_identifiers=OtherIdentifier("A/B", type="B1")),
        Project(participants=Funder(activity_id="A&B")),
    ],
}
