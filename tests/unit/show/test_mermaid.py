"""mermaid(): chains as flowcharts."""

import re

import pytest

from aidmodel.model.chain import ResultsChain
from aidmodel.model.link import Link
from aidmodel.model.result import Activity, Impact, Input, OtherResult, Outcome, Output, Result
from aidmodel.show.mermaid import mermaid

BOX = re.compile(r'    (n[0-9]+)(\[\[|\[/|\[|\(\[|\(|\{\{|>)"([^"]*)"(\]\]|/\]|\]|\]\)|\)|\}\})')


def test_a_chain_of_every_kind() -> None:
    """A box for each node, in order, its shape and class by its level; an arrow for each link, from child to parent."""
    chain = ResultsChain(
        [
            Impact(id="goal", title="Dignity"),
            Outcome(id="services", title="Access", depth="immediate", contributes_to=["goal", Link("goal")]),
            Output(id="centres", title="Centers", contributes_to=["services", "goal"]),
            Activity(title="Training", contributes_to="centres"),
            Input(title="Money", contributes_to="centres"),
            OtherResult(id="self", title="Other", contributes_to="self"),
            Result(title="Coordination"),
        ]
    )

    assert (
        "flowchart BT\n"
        '    n0(["Impact: Dignity"])\n'
        '    n1("Immediate outcome: Access")\n'
        '    n2["Output: Centers"]\n'
        '    n3[["Activity: Training"]]\n'
        '    n4[/"Input: Money"/]\n'
        '    n5{{"Other result: Other"}}\n'
        '    n6>"Result, level not stated: Coordination"]\n'
        "    n1 --> n0\n"
        "    n2 --> n1\n"
        "    n2 --> n0\n"
        "    n3 --> n2\n"
        "    n4 --> n2\n"
        "    n5 --> n5\n"
        "    classDef impact fill:#fce4ec,stroke:#ad1457,color:#1f2328\n"
        "    classDef outcome fill:#fff8e1,stroke:#9a6700,color:#1f2328\n"
        "    classDef output fill:#e8f5e9,stroke:#2e7d32,color:#1f2328\n"
        "    classDef activity fill:#e3f2fd,stroke:#1565c0,color:#1f2328\n"
        "    classDef input fill:#eceff1,stroke:#546e7a,color:#1f2328\n"
        "    classDef other fill:#f3e5f5,stroke:#6a1b9a,color:#1f2328\n"
        "    classDef unknown fill:#ffffff,stroke:#57606a,color:#1f2328\n"
        "    class n0 impact\n"
        "    class n1 outcome\n"
        "    class n2 output\n"
        "    class n3 activity\n"
        "    class n4 input\n"
        "    class n5 other\n"
        "    class n6 unknown\n"
    ) == mermaid(chain)
    assert mermaid(chain) == chain.mermaid()


def test_an_empty_chain() -> None:
    """It is an empty chart."""
    assert "flowchart BT\n" == mermaid(ResultsChain())


@pytest.mark.parametrize(
    "title",
    [
        'a "quoted" `word`',
        "end",
        "1. list",
        "**bold** _it_",
        'x"]) --> n9["',
        "<script>alert(1)</script><br/>",
        "two\nlines\r\nand\u2028more",
        "style:#35; z; classDef:#x;",
        "%%{init: {}}%% ;",
        "#quot; &amp; &#60;",
        "مرحبا हिन्दी 水",
        "\u202eevil\x1b[0m\ud800",
        "$$x^2$$",
        "{{}} (( @{ shape: circle }",
        "|pipe| \\n",
        "---\ntitle: x\n---",
    ],
)
def test_no_title_breaks_the_chart(title: str) -> None:
    """Beside letters, digits and marks that mean nothing, a title holds numbered characters only; read back it is whole."""
    lines = mermaid(ResultsChain([Impact(title=title), Output(title="after")])).splitlines()
    box = BOX.fullmatch(lines[1])

    assert box is not None
    assert ["flowchart BT", '    n1["Output: after"]'] == [lines[0], lines[2]]

    said = box[3].removeprefix("Impact: ")

    assert all(char.isalnum() or char in " .,()-" for char in re.sub("#[0-9]+;", "", said))
    shown = re.sub("#([0-9]+);", lambda match: chr(int(match[1])), said)
    plain = re.sub("[\r\n\u2028]+", " ", title)
    assert plain.translate({0x202E: r"\u202e", 0x1B: r"\x1b", 0xD800: r"\ud800"}) == shown


def test_ids_of_the_source_are_not_used() -> None:
    """A node's own id may be anything; the chart has names of its own."""
    chain = ResultsChain([Impact(id="end", title="A"), Output(id='"]; x', title="B", contributes_to="end")])

    assert "    n1 --> n0" in mermaid(chain).splitlines()
    assert "end" not in mermaid(chain)


def test_languages() -> None:
    """Titles are in the language preferred; one that lacks it is marked."""
    chain = ResultsChain([Impact(title={"en": "Goal", "fr": "But"}), Output(title={"en": "Wells"})])

    assert ['    n0(["Impact: But"])', '    n1["Output: Wells #91;en#93;"]'] == chain.mermaid("fr").splitlines()[1:3]
