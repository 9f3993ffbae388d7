"""Rules on what a project is called: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Description,
    Extras,
    OtherIdentifier,
    Project,
    Raw,
    ReportingOrganisation,
    Severity,
)


def raw(name: str, xml: str, at: str = "") -> Extras:
    """Give a piece as a reader keeps it."""
    return Extras(raw=[Raw(at=at, name=name, xml=xml)])


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
        for identifier in ("XM-DAC-301-2", "CA-31-P1", "CA-3P1", "CA-3", " CA-3-P1")
    ]
    + [
        (
            project,
            Severity.WARNING,
            [
                (
                    "identifier",
                    f"the identifier does not begin with {ref}-: keep the publisher's, and list a former one as B1",
                    "1.1.21",
                )
            ],
        )
        for ref, project in (
            ("CA-3", Project(reporting=GAC, extras=raw("iati-identifier", "<iati-identifier/>"))),
            ("CA-3", Project(identifier="CA-3-P1", reporting=GAC, extras=raw("#text", "\nCA-3-P1", "iati-identifier"))),
            (
                "CA-3 ",
                Project(
                    identifier="CA-3-P1",
                    reporting=ReportingOrganisation("GAC", ref="CA-3", extras=raw("@ref", "CA-3 ")),
                ),
            ),
        )
    ]
    + [
        (
            Project(identifier="CA-3-P1", reporting=reporting),
            Severity.WARNING,
            [
                (
                    "identifier",
                    (
                        "the identifier does not begin with that of a reporting organisation, which is not stated: keep the "
                        "publisher's, and list a former one as B1"
                    ),
                    "1.1.21",
                )
            ],
        )
        for reporting in (None, ReportingOrganisation("GAC"))
    ],
    "identity.no-title": [
        (Project(), Severity.ERROR, [("title", "there is no title: state what the project is called", None)]),
    ],
    "identity.no-description": [
        (Project(), Severity.WARNING, [("descriptions", "no description is given: IATI asks for one", None)]),
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
    "identity.foreign-prefix": [
        Project(identifier="CA-3-P1", reporting=GAC),
        Project(reporting=GAC),
        Project(identifier="CA-1-P1", other_identifiers=OtherIdentifier("CA-1", type="B1")),
        Project(identifier="CA-1-P1", reporting=GAC, other_identifiers=OtherIdentifier("CA-1", type="B1")),
    ],
    "identity.no-title": [Project(title="W"), Project(title=""), Project(title={"en": " ", "fr": "\n"})],
    "identity.no-description": [
        Project(descriptions=Description("Wells", type="objectives")),
        Project(descriptions=""),
    ],
}
