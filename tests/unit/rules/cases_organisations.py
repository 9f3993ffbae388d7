"""Rules on organisations: what breaks each one, and what comes near and does not."""

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
    ReportingOrganisation,
    Severity,
    Transaction,
)

BLANK = Extras(raw=[Raw(at="", name="@ref", xml="")])
NO_AGENCY = "begins with no code of the list OrganisationRegistrationAgency: look it up at org-id.guide"
NAMELESS = "the organisation has neither name nor identifier: state one of them"


def reported(ref: str | None) -> Project:
    """Give a project of a publisher."""
    return Project(reporting=ReportingOrganisation("Agency", ref=ref))


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "organisations.nameless": [
        (
            Project(
                participants=[Funder("GAC"), Funder()],
                other_identifiers=OtherIdentifier("1", owner=Organisation()),
                planned_disbursements=PlannedDisbursement(provider=Party(), receiver=Party()),
                transactions=[Transaction(), Transaction(provider=Party(), receiver=Party(activity_id="1"))],
            ),
            Severity.ERROR,
            [
                ("participants[1]", NAMELESS, "6.10.1"),
                ("other_identifiers[0].owner", NAMELESS, "6.8.1"),
                ("planned_disbursements[0].provider", NAMELESS, "6.9.1"),
                ("planned_disbursements[0].receiver", NAMELESS, "6.9.2"),
                ("transactions[1].provider", NAMELESS, "6.9.1"),
                ("transactions[1].receiver", NAMELESS, "6.9.2"),
            ],
        ),
    ],
    "organisations.blank": [
        (
            Project(participants=[Participant(" ", role="implementing"), Funder(extras=BLANK)]),
            Severity.WARNING,
            [
                (
                    f"participants[{at}]",
                    "the organisation's name or identifier is there and blank: state one of them",
                    None,
                )
                for at in range(2)
            ],
        ),
    ],
    "organisations.unknown-agency": [
        (
            reported(ref),
            Severity.WARNING,
            [
                (
                    "reporting.ref",
                    f"{ref!r} {NO_AGENCY}",
                    "1.14.8",
                )
            ],
        )
        for ref in ("46002", "gb-gov-1", "XX-EXAMPLE-1", " GB-GOV-1", "A")
    ]
    + [
        (
            reported("X" * 301),
            Severity.WARNING,
            [
                (
                    "reporting.ref",
                    f"'{'X' * 299}… (301 characters) {NO_AGENCY}",
                    "1.14.8",
                )
            ],
        )
    ],
    "organisations.no-funder": [
        (
            project,
            Severity.WARNING,
            [
                (
                    "participants",
                    "neither a funder nor who reports the project is given: state one of them",
                    None,
                )
            ],
        )
        for project in (Project(), Project(participants=Participant("World Bank", role="implementing")))
    ],
}

QUIET: dict[str, list[Project]] = {
    "organisations.nameless": [
        Project(),
        Project(participants=[Funder("GAC"), Funder(ref="CA-3"), Participant({"fr": "AMC"}, role="4"), Funder("")]),
        Project(participants=Funder(extras=BLANK), transactions=Transaction(provider=Party(ref="CA-3"))),
        Project(reporting=ReportingOrganisation()),
    ],
    "organisations.blank": [
        Project(participants=[Funder(), Funder("GAC"), Funder(ref="CA-3"), Funder("", ref="CA-3")])
    ],
    "organisations.unknown-agency": [Project(), *map(reported, (None, "GB-GOV-1", "XM-DAC-301", "CA-CRA_ACR-119"))],
    "organisations.no-funder": [
        Project(participants=Funder("GAC")),
        Project(reporting=ReportingOrganisation("GAC")),
    ],
}
