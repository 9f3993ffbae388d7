"""The one way up: conveniences on low classes name their function here, and it is loaded when it is called."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aidmodel.model.chain import ResultsChain


def html(thing: object) -> str:
    """Give the HTML that a notebook shows for a thing."""
    from aidmodel.show.html import html

    return html(thing)


def mermaid(chain: "ResultsChain", *languages: str) -> str:
    """Give a chain as the text of a Mermaid flowchart."""
    from aidmodel.show.mermaid import mermaid

    return mermaid(chain, languages=languages)


def tree(chain: "ResultsChain", *languages: str) -> str:
    """Give a chain as an indented tree."""
    from aidmodel.show.text import show

    return show(chain, languages=languages)
