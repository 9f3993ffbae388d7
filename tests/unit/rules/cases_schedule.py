"""Rules on what was planned against what came: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Project, ProjectDate, Severity

TELL = "given: state it"
Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "dates.planned-and-actual-apart": [
        (
            Project(dates={"planned": "2021/2022", "actual": "2023-01-01/.."}),
            Severity.WARNING,
            [
                (
                    "dates",
                    "the actual start, 2023-01-01, is after the planned end, 2022: mend one, or revise the plan",
                    None,
                )
            ],
        ),
        (
            Project(dates={"planned": "2021-06/..", "actual": "2020/2021-05"}),
            Severity.WARNING,
            [
                (
                    "dates",
                    "the actual end, 2021-05, is before the planned start, 2021-06: mend one, or revise the plan",
                    None,
                )
            ],
        ),
    ],
    "dates.no-actual": [
        (
            Project(status="implementation", dates={"planned": "2021/2022"}),
            Severity.INFO,
            [("dates", f"the project's status is implementation, and no actual start is {TELL}", None)],
        ),
        (
            Project(status="closed", dates={"planned": "2021/2022", "actual": "2021/.."}),
            Severity.INFO,
            [("dates", f"the project's status is closed, and no actual end is {TELL}", None)],
        ),
    ],
    "status.not-begun": [
        (
            Project(status="pipeline", dates={"actual": "2024-05/.."}),
            Severity.WARNING,
            [("status", "the project is being prepared and began 2024-05: mend one of the two", None)],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "dates.planned-and-actual-apart": [
        Project(),
        Project(dates={"planned": "2021/2022", "actual": "2022-12-31/2025"}),
        Project(dates={"planned": "2021/2022", "actual": "2022/.."}),
        Project(dates={"planned": "2021/2022", "stated": "2024/2025"}),
        # the first of each edge counts
        Project(
            dates=[
                ProjectDate("2022", kind="planned", edge="end"),
                ProjectDate("2020", kind="planned", edge="end"),
                ProjectDate("2021", kind="actual", edge="start"),
                ProjectDate("2023", kind="actual", edge="start"),
            ]
        ),
    ],
    "dates.no-actual": [
        Project(),
        Project(status="implementation"),
        Project(status="implementation", dates={"stated": "2021/2022"}),
        Project(status="implementation", dates={"planned": "2021/2022", "actual": "2021/.."}),
        Project(status="finalisation", dates={"planned": "2021/2022", "actual": "2021/.."}),
        Project(status="pipeline", dates={"planned": "2025/2026"}),
        Project(status="cancelled", dates={"planned": "2021/2022"}),
    ],
    "status.not-begun": [
        Project(status="pipeline"),
        Project(status="pipeline", dates={"planned": "2021/2022"}),
        Project(status="pipeline", dates={"actual": "2024/.."}),
        Project(status="pipeline", dates={"actual": "2024-06-01/.."}),
        Project(status="implementation", dates={"actual": "2021/.."}),
    ],
}
