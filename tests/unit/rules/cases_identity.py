"""Rules on what a project is called: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Description,
    Funder,
    OtherIdentifier,
    Participant,
    Project,
    ReportingOrganisation,
    Severity,
    Text,
)

GAC = ReportingOrganisation("Global Affairs Canada", ref="CA-3")

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "identity.no-identifier": [
        (
            Project(title="Wells"),
            Severity.ERROR,
            [("identifier", "no identifier is given: state the one the publisher uses", None)],
        ),
    ],
    "identity.is-reporting-ref": [
        (
            Project(identifier="CA-3", reporting=GAC),
            Severity.ERROR,
            [
                (
                    "identifier",
                    "the identifier is that of the reporting organisation: add the project's own number to it",
                    "1.1.3",
                )
            ],
        ),
    ],
    "identity.illegal-character": [
        (
            Project(identifier="CA-3/P&1"),
            Severity.WARNING,
            [
                (
                    "identifier",
                    "the identifier holds & /, which addresses and queries trip over: ask the publisher for another",
                    "1.3.13",
                )
            ],
        ),
        (
            Project(identifier="CA-3?P|1"),
            Severity.WARNING,
            [
                (
                    "identifier",
                    "the identifier holds ? |, which addresses and queries trip over: ask the publisher for another",
                    "1.3.13",
                )
            ],
        ),
    ],
    "identity.outer-space": [
        (
            Project(identifier="CA-3-P1\n"),
            Severity.WARNING,
            [("identifier", "white space stands around the identifier: strip it", "1.3.1")],
        ),
    ],
    "identity.foreign-prefix": [
        (
            Project(identifier=identifier, reporting=GAC, other_identifiers=OtherIdentifier("XM-DAC-301-2", type="A3")),
            Severity.WARNING,
            [
                (
                    "identifier",
                    "the identifier does not begin with CA-3-: keep the publisher's, and list a former one as B1",
                    "1.1.21",
                )
            ],
        )
        for identifier in ("XM-DAC-301-2", "CA-31-P1", "CA-3P1")
    ],
    "identity.no-title": [
        (
            Project(title=title),
            Severity.ERROR,
            [("title", "the title is empty: state what the project is called", "4.3.1")],
        )
        for title in (Text(), Text(""), Text({"en": " ", "fr": "\n"}))
    ],
    "identity.no-description": [
        (
            Project(),
            Severity.WARNING,
            [("descriptions", "no description is given: IATI asks for one", "4.4.1")],
        ),
        (
            Project(descriptions=["Wells for Chiure", "  ", ""]),
            Severity.WARNING,
            [
                ("descriptions[1].text", "the description is empty: state it or leave it out", "4.4.1"),
                ("descriptions[2].text", "the description is empty: state it or leave it out", "4.4.1"),
            ],
        ),
    ],
    "identity.nameless-organisation": [
        (
            Project(participants=[Funder("GAC"), Funder(), Participant(" ", role="implementing")]),
            Severity.ERROR,
            [
                (
                    "participants[1]",
                    "the organisation has neither name nor identifier: state one of them",
                    "6.10.1",
                ),
                (
                    "participants[2]",
                    "the organisation has neither name nor identifier: state one of them",
                    "6.10.1",
                ),
            ],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "identity.no-identifier": [Project(identifier="1")],
    "identity.is-reporting-ref": [
        Project(identifier="CA-3-P1", reporting=GAC),
        Project(identifier="ca-3", reporting=GAC),
        Project(reporting=ReportingOrganisation("GAC")),
        Project(identifier="CA-3"),
    ],
    "identity.illegal-character": [Project(), Project(identifier="CA-3-P011182.001_A:2~#")],
    "identity.outer-space": [Project(), Project(identifier="CA 3 P1")],
    "identity.foreign-prefix": [
        Project(identifier="CA-3-P1", reporting=GAC),
        Project(identifier="CA-3", reporting=GAC),
        Project(identifier="CA-31-P1", reporting=ReportingOrganisation("GAC")),
        Project(identifier="CA-31-P1"),
        Project(reporting=GAC),
        Project(identifier="CA-1-P1", reporting=GAC, other_identifiers=OtherIdentifier("CA-1", type="B1")),
    ],
    "identity.no-title": [Project(title="W"), Project(title={"en": "", "fr": "Puits"})],
    "identity.no-description": [Project(descriptions=Description("Wells", type="objectives"))],
    "identity.nameless-organisation": [
        Project(),
        Project(participants=[Funder("GAC"), Funder(ref="CA-3"), Participant({"fr": "AMC"}, role="4")]),
    ],
}
