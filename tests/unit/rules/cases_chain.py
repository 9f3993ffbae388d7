"""Rules on results and their links: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Activity,
    Impact,
    Indicator,
    Input,
    Node,
    OtherResult,
    Outcome,
    Output,
    Project,
    Reference,
    Result,
    Severity,
)

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  as the guides write them


def of(*nodes: Node) -> Project:
    """Give a project with a chain."""
    return Project(chain=nodes)


def leading(low: Node, high: Node) -> Project:
    """Give a project in which one node leads to another."""
    return Project(chain=[low, high]).replaced("chain[0].contributes_to", high.id)


GOAL = Impact(id="goal", title="Dignity")
SERVICES = Outcome(id="services", title="Access")
CENTRES = Output(id="centres", title="Centers")
IMMEDIATE = Outcome(id="capacity", title="Capacity", depth="immediate")
INTERMEDIATE = Outcome(id="practice", title="Practice", depth="intermediate")

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "results.no-statement": [
        (
            of(Input(id="a"), Activity(title=" "), Output(title="Centers"), Result()),
            E,
            [(f"chain[{position}].title", "the statement is empty: state it", None) for position in (0, 1, 3)],
        ),
    ],
    "results.no-level": [
        (
            of(Output(title="Centers"), Result(title="Coordination strengthened")),
            I,
            [("chain[1]", "the level is not stated: move it with chain.with_level() once the source says", None)],
        ),
    ],
    "links.to-itself": [
        (
            of(Output(id="a", title="A", contributes_to=["b", "a"]), Outcome(id="b", title="B")),
            E,
            [("chain[0].contributes_to[1]", "'a' contributes to itself: leave the link out", None)],
        ),
    ],
    "links.downward": [
        (
            leading(SERVICES, CENTRES),
            E,
            [
                (
                    "chain[0].contributes_to[0]",
                    "the outcome leads down to the output 'centres': turn the link round",
                    None,
                )
            ],
        ),
        (
            leading(INTERMEDIATE, IMMEDIATE),
            E,
            [
                (
                    "chain[0].contributes_to[0]",
                    "the intermediate outcome leads down to the immediate outcome 'capacity': turn the link round",
                    None,
                )
            ],
        ),
        (
            leading(GOAL, SERVICES),
            E,
            [
                (
                    "chain[0].contributes_to[0]",
                    "the impact leads down to the outcome 'services': turn the link round",
                    None,
                )
            ],
        ),
        (
            leading(Activity(id="work", title="Work"), Input(id="money", title="Money")),
            E,
            [("chain[0].contributes_to[0]", "the activity leads down to the input 'money': turn the link round", None)],
        ),
    ],
    "links.cycle": [
        (
            of(
                Output(id="a", title="A", contributes_to="b"),
                Output(id="b", title="B", contributes_to="c"),
                Output(id="c", title="C", contributes_to=["d", "a"]),
                Outcome(id="d", title="D"),
                Activity(id="e", title="E", contributes_to="a"),
            ),
            E,
            [
                (
                    f"chain[{position}].contributes_to",
                    f"{name!r} leads back to itself through others: leave one of the links out",
                    None,
                )
                for position, name in enumerate("abc")
            ],
        ),
    ],
    "results.no-parent": [
        (
            of(Output(title="Centers"), Output(title="Policies", contributes_to="other"), OtherResult(id="other")),
            W,
            [
                (
                    f"chain[{position}].contributes_to",
                    "the output leads to no outcome: state what it contributes to",
                    None,
                )
                for position in (0, 1)
            ],
        ),
        (
            of(Output(title="Centers"), Output(title="Policies"), Outcome(title="Access")),
            W,
            [("chain", "no links are stated, so 2 results lead nowhere: state what each contributes to", None)],
        ),
        (
            of(Outcome(id="a", contributes_to="b"), Outcome(id="b"), GOAL, Outcome(contributes_to="goal")),
            W,
            [
                (
                    f"chain[{position}].contributes_to",
                    "the outcome leads to no impact, though the chain has one: state the link",
                    None,
                )
                for position in (0, 1)
            ],
        ),
        (
            of(Output(id="a", contributes_to="b"), Output(id="b", contributes_to="a")),
            W,
            [
                (
                    f"chain[{position}].contributes_to",
                    "the output leads to no outcome: state what it contributes to",
                    None,
                )
                for position in (0, 1)
            ],
        ),
        (
            of(IMMEDIATE, INTERMEDIATE, GOAL, Activity(title="Work", contributes_to="goal")),
            W,
            [
                (
                    "chain[0].contributes_to",
                    "the immediate outcome leads to no intermediate outcome or impact, though the chain has one: state the link",
                    None,
                ),
                (
                    "chain[1].contributes_to",
                    "the intermediate outcome leads to no impact, though the chain has one: state the link",
                    None,
                ),
            ],
        ),
        (
            of(
                Outcome(id="a", depth="immediate", contributes_to="b"), Outcome(id="b", depth="immediate"), INTERMEDIATE
            ),
            W,
            [
                (
                    f"chain[{position}].contributes_to",
                    "the immediate outcome leads to no intermediate outcome or impact, though the chain has one: state the link",
                    None,
                )
                for position in (0, 1)
            ],
        ),
    ],
    "results.reference-twice": [
        (
            of(
                Output(
                    title="Centers",
                    references=Reference("1.1", vocabulary="99"),
                    indicators=[Indicator(title="Centers"), Indicator(references=Reference("1.1.1"))],
                )
            ),
            E,
            [
                (
                    "chain[0].indicators[1].references",
                    "the indicator and its result both have references: keep those of the indicator",
                    "8.11.1",
                )
            ],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "results.no-statement": [of(Output(title={"en": "", "fr": "Centres"})), of(Result(title={"fr": ""}))],
    "results.no-level": [of(GOAL, SERVICES, CENTRES, OtherResult(title="Other"), Activity(title="Work"))],
    "links.to-itself": [leading(CENTRES, SERVICES), of(Output(title="A"))],
    "links.downward": [
        leading(CENTRES, Output(id="more", title="More")),
        leading(CENTRES, GOAL),
        leading(IMMEDIATE, INTERMEDIATE),
        leading(IMMEDIATE, SERVICES),
        leading(INTERMEDIATE, SERVICES),
        leading(SERVICES, INTERMEDIATE),
        leading(SERVICES, IMMEDIATE),
        leading(GOAL, Result(id="unknown", title="Level not stated")),
        leading(Result(id="unknown", title="Level not stated"), CENTRES),
        leading(GOAL, OtherResult(id="other", title="Other")),
        leading(Input(id="money", title="Money"), GOAL),
    ],
    "links.cycle": [
        of(Output(id="a", title="A", contributes_to="a")),
        of(
            Output(id="a", title="A", contributes_to=["b", "c"]),
            Outcome(id="b", title="B", contributes_to="d"),
            Outcome(id="c", title="C", contributes_to="d"),
            Impact(id="d", title="D"),
        ),
    ],
    "results.no-parent": [
        of(Output(id="a", contributes_to="b"), Output(id="b", contributes_to="c"), Outcome(id="c")),
        of(Output(contributes_to="goal"), GOAL),
        of(Outcome(title="Access")),
        of(Outcome(id="a", contributes_to="b"), Outcome(id="b", contributes_to=["a", "goal"]), GOAL),
        of(Result(title="Level not stated"), Activity(title="Work"), GOAL),
        of(Output(contributes_to="x"), Result(id="x")),
        of(Outcome(contributes_to="x"), Result(id="x"), GOAL),
        of(Outcome(title="Capacity", depth="immediate")),
        of(Outcome(title="Capacity", depth="immediate"), Outcome(title="Depth not stated")),
        of(Outcome(depth="immediate", contributes_to="services"), SERVICES, INTERMEDIATE),
        of(Outcome(depth="immediate", contributes_to="practice"), INTERMEDIATE),
        of(Outcome(depth="immediate", contributes_to="goal"), GOAL),
        of(Output(id="a", contributes_to="b"), Output(id="b", contributes_to=["a", "capacity"]), IMMEDIATE),
    ],
    "results.reference-twice": [
        of(Output(references=Reference("1.1"), indicators=Indicator(title="Centers"))),
        of(Output(references=Reference("1.1")), Output(indicators=Indicator(references=Reference("1.1.1")))),
    ],
}
