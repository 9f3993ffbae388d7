"""mermaid(): a results chain as the text of a Mermaid flowchart."""

from aidmodel.model.chain import ResultsChain
from aidmodel.model.result import Node
from aidmodel.show._chain import node_line
from aidmodel.show._things import reader_of
from aidmodel.show._words import Reader

_PUNCTUATION = " .,()-"
_SHAPES = {
    "input": ("[/", "/]"),
    "activity": ("[[", "]]"),
    "output": ("[", "]"),
    "outcome": ("(", ")"),
    "impact": ("([", "])"),
    "other": ("{{", "}}"),
    "unknown": (">", "]"),
}
_COLOURS = {
    "input": ("#eceff1", "#546e7a"),
    "activity": ("#e3f2fd", "#1565c0"),
    "output": ("#e8f5e9", "#2e7d32"),
    "outcome": ("#fff8e1", "#9a6700"),
    "impact": ("#fce4ec", "#ad1457"),
    "other": ("#f3e5f5", "#6a1b9a"),
    "unknown": ("#ffffff", "#57606a"),
}
_INK = "#1f2328"


def mermaid(chain: ResultsChain, *, languages: tuple[str, ...] | str = ()) -> str:
    """Give a results chain as Mermaid text: a box for each node, an arrow from each to what it contributes to.

    Boxes are named n0, n1 and on in the order of the chain; level is said in words, and by the shape. Characters that
    mean something to Mermaid or HTML are written as its codes, so that no title can break the chart.

    Raises:
        InvalidValue: a language is no string.

    >>> from aidmodel import Outcome, Output
    >>> print(mermaid(ResultsChain([
    ...     Outcome(id="services", title="Access increased"),
    ...     Output(title="Centers open", contributes_to="services"),
    ... ])), end="")
    flowchart BT
        n0("Outcome: Access increased")
        n1["Output: Centers open"]
        n1 --> n0
        classDef outcome fill:#fff8e1,stroke:#9a6700,color:#1f2328
        classDef output fill:#e8f5e9,stroke:#2e7d32,color:#1f2328
        class n0 outcome
        class n1 output

    """
    reader = reader_of(languages)
    names = {node.id: f"n{place}" for place, node in enumerate(chain) if node.id is not None}
    kinds: dict[str, list[str]] = {}
    boxes: list[str] = []
    arrows: list[str] = []
    for place, node in enumerate(chain):
        name, kind = f"n{place}", _kind(node)
        left, right = _SHAPES[kind]
        boxes.append(f'{name}{left}"{_label(node, reader)}"{right}')
        arrows.extend(f"{name} --> {names[to]}" for to in dict.fromkeys(link.to for link in node.contributes_to))
        kinds.setdefault(kind, []).append(name)
    styles = [f"classDef {kind} fill:{_COLOURS[kind][0]},stroke:{_COLOURS[kind][1]},color:{_INK}" for kind in kinds]
    classes = [f"class {','.join(members)} {kind}" for kind, members in kinds.items()]
    return "".join(
        f"{line}\n" for line in ("flowchart BT", *(f"    {line}" for line in (*boxes, *arrows, *styles, *classes)))
    )


def _kind(node: Node) -> str:
    if node.level is None:
        return "unknown"
    return "outcome" if "outcome" in node.level.term else node.level.term


def _label(node: Node, reader: Reader) -> str:
    """Name a node so that every character of its title but letters, digits and a few others is written as a number."""
    level, *title = node_line(node, reader)
    said = "".join(map(str, title))
    return str(level) + "".join(char if char.isalnum() or char in _PUNCTUATION else f"#{ord(char)};" for char in said)
