"""Rules on values that took the place of others: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Actual, Indicator, Output, Period, Project, Severity, Target, TargetRevision

W = Severity.WARNING
HERE = "chain[0].indicators[0]"


def of(indicator: Indicator) -> Project:
    """Give a project with an output that has the indicator."""
    return Project(chain=Output(title="Wells", indicators=indicator))


def revised(*revisions: TargetRevision) -> Project:
    """Give a project with a target of 2024 that was revised."""
    return of(Indicator(periods=Period("2024", targets=Target(60, revisions=revisions))))


def aimed(*targets: Target | int) -> Project:
    """Give a project with targets for 2024."""
    return of(Indicator(periods=Period("2024", targets=targets)))


def found(*actuals: Actual | int) -> Project:
    """Give a project with actuals of 2024."""
    return of(Indicator(periods=Period("2024", actuals=actuals)))


def twice(path: str, here: str, there: str, mend: str) -> tuple[str, str, None]:
    """Give the finding on a value that another one contradicts."""
    side = path.rpartition(".")[2].partition("[")[0]
    return f"{HERE}.{path}", f"it is {here}, and {side}[0], for the same, {there}: keep one, {mend}", None


KEPT = "with the other among its revisions"
SAID = "or say when and by whom each was reported"
Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "targets.revised-without-reason": [
        (
            revised(TargetRevision(20, reason="fewer districts"), TargetRevision(40, reason=" ")),
            W,
            [
                (
                    f"{HERE}.periods[0].targets[0].revisions[1].reason",
                    "the target was 40, and no reason for the change is given: state it",
                    None,
                )
            ],
        ),
        (
            of(Indicator(targets=Target(60, revisions=TargetRevision(minimum=10)))),
            W,
            [
                (
                    f"{HERE}.targets[0].revisions[0].reason",
                    "the target was from 10 to …, and no reason for the change is given: state it",
                    None,
                )
            ],
        ),
    ],
    "targets.revisions-out-of-order": [
        (
            revised(TargetRevision(20, revised_on="2024-02-01"), TargetRevision(40, revised_on="2023-05")),
            W,
            [
                (
                    f"{HERE}.periods[0].targets[0].revisions[1].revised_on",
                    "the revision of 2023-05 stands after that of 2024-02-01: put the oldest first",
                    None,
                )
            ],
        ),
        (
            revised(TargetRevision(20, revised_on="2024-06")),
            W,
            [
                (
                    f"{HERE}.periods[0].targets[0].revisions[0].revised_on",
                    "the target was revised on 2024-06, after 2024-05-31: mend the date",
                    None,
                )
            ],
        ),
    ],
    "targets.several": [
        (aimed(60, 40), W, [twice("periods[0].targets[1]", "40", "60", KEPT)]),
        (
            of(Indicator(targets=[Target(60, due="2025"), Target(stated="many", due="2025")])),
            W,
            [twice("targets[1]", "'many'", "60", KEPT)],
        ),
        (
            aimed(Target(minimum=1, maximum=5), Target(minimum=1, maximum=6)),
            W,
            [twice("periods[0].targets[1]", "from 1 to 6", "from 1 to 5", KEPT)],
        ),
    ],
    "actuals.several": [
        (found(11, 12), W, [twice("periods[0].actuals[1]", "12", "11", SAID)]),
        (
            found(Actual(numerator=1, denominator=2), Actual(status="missing")),
            W,
            [twice("periods[0].actuals[1]", "without a value", "1 out of 2", SAID)],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "targets.revised-without-reason": [aimed(60), revised(TargetRevision(20, reason="fewer districts"))],
    "targets.revisions-out-of-order": [
        revised(
            TargetRevision(20, revised_on="2023"),
            TargetRevision(25),
            TargetRevision(30, revised_on="2023-05"),
            TargetRevision(40, revised_on="2024-05-31"),
            TargetRevision(40, revised_on="2024"),
        ),
    ],
    "targets.several": [
        aimed(60, 60),
        aimed(60, Target(40, dimensions={"sex": "female"}), Target(30, locations="here")),
        aimed(60, Target()),
        of(Indicator(targets=[Target(40, due="2024"), Target(60, due="2025")], periods=Period("2024", targets=10))),
    ],
    "actuals.several": [
        found(11, 11),
        found(11, Actual(5, dimensions={"sex": "female"}), Actual(6, dimensions={"sex": "male"})),
        found(Actual(11, source="A"), Actual(12, source="B")),
        found(Actual(11, as_of="2024-03"), Actual(12, as_of="2024-05")),
        found(Actual(), 12),
    ],
}
