"""Rules on uses of indicators: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Indicator, Output, Project, Severity

E = Severity.ERROR
HERE = "chain[0].indicators"
HECTARES = Indicator(id="A1", measure="number", unit="hectare", direction="increase", accumulation="per period")


def of(*indicators: Indicator) -> Project:
    """Give a project with an output that has the indicators."""
    return Project(chain=Output(title="Land", indicators=indicators))


def circle(*pairs: tuple[str, str]) -> Project:
    """Give a project with an indicator for each id, and its parent."""
    return of(*(Indicator(id=name, parent=parent) for name, parent in pairs))


def led(at: int, name: str, parent: str) -> tuple[str, str, None]:
    """Give the finding on an indicator in a circle."""
    message = f"{name!r} is a use of {parent!r}, which leads back to it: leave one of the parents out"
    return f"{HERE}[{at}].parent", message, None


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "indicators.differs-from-parent": [
        (
            of(HECTARES, Indicator(id="U1", parent="A1", measure="percentage", unit="ha", direction="increase")),
            E,
            [
                (
                    f"{HERE}[1].measure",
                    "measure percentage instead of number, which its parent 'A1' has: mend one of the two",
                    None,
                ),
                (
                    f"{HERE}[1].accumulation",
                    "accumulation not stated instead of per period, which its parent 'A1' has: mend one of the two",
                    None,
                ),
            ],
        ),
        (
            Project(
                chain=[
                    Output(title="Use", indicators=Indicator(parent="S", measure="ordinal", scale=["low", "high"])),
                    Output(title="Steps", indicators=Indicator(id="S", measure="ordinal", scale=["bad", "good"])),
                ]
            ),
            E,
            [
                (
                    f"{HERE}[0].scale",
                    "scale low < high instead of bad < good, which its parent 'S' has: mend one of the two",
                    None,
                )
            ],
        ),
    ],
    "indicators.parents-in-circle": [
        (circle(("A", "B"), ("B", "A")), E, [led(0, "A", "B"), led(1, "B", "A")]),
        (
            circle(("D", "A"), ("A", "B"), ("B", "C"), ("C", "A")),
            E,
            [led(1, "A", "B"), led(2, "B", "C"), led(3, "C", "A")],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "indicators.differs-from-parent": [
        Project(),
        of(HECTARES, HECTARES.used("U1", baselines=0)),
        of(HECTARES, Indicator(parent="elsewhere", measure="percentage")),
        of(Indicator(id="A1", parent="A1", measure="percentage")),  # a use, under the same id, of one elsewhere
        Project(  # which of the two is meant is not known
            chain=[
                Output(title="One", indicators=[HECTARES, Indicator(parent="A1")]),
                Output(title="Two", indicators=Indicator(id="A1", measure="percentage")),
            ]
        ),
    ],
    "indicators.parents-in-circle": [
        Project(),
        circle(("A", "B"), ("B", "C"), ("C", "elsewhere")),
        circle(("A", "A")),
        circle(("A", "B"), ("C", "B"), ("B", "D")),
    ],
}
