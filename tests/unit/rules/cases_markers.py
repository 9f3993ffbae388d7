"""Rules on policy markers: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Extras, PolicyMarker, Project, Raw, Severity

BLANK = Extras(raw=[Raw(at="", name="@vocabulary", xml="")])

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "markers.no-significance": [
        (
            Project(
                markers=[PolicyMarker("1"), PolicyMarker("2", vocabulary="1"), PolicyMarker("3", extras=BLANK)],
            ),
            Severity.ERROR,
            [
                (f"markers[{at}].significance", "the significance is not stated: 0 where the goal is none", "6.14.1")
                for at in range(3)
            ],
        ),
    ],
    "markers.own-list-unnamed": [
        (
            Project(markers=[PolicyMarker("1", significance="0"), PolicyMarker("A", vocabulary="99")]),
            Severity.ERROR,
            [("markers[1].name", "a code of one's own list says nothing by itself: state its name", "6.13.1")],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "markers.no-significance": [
        Project(markers=[PolicyMarker("1", significance="0"), PolicyMarker("A", vocabulary="99")]),
        Project(markers=PolicyMarker("1", extras=Extras(raw=[Raw(at="", name="@significance", xml="")]))),
    ],
    "markers.own-list-unnamed": [
        Project(markers=[PolicyMarker("1"), PolicyMarker("A", vocabulary="99", name="Wells")]),
        Project(markers=PolicyMarker("A", vocabulary="99", name="")),
    ],
}
