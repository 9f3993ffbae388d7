"""The pages that the examples were modelled on by hand give the same projects; every difference has its reason."""

import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

from aidmodel import Project, ResultsChain
from aidmodel.io.pages.reader import read_page
from aidmodel.model.element import Element

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the pages are not part of the repository")


class Seed(NamedTuple):
    """A page, the example made from it, and where the two may differ."""

    page: str
    example: str
    differences: dict[str, str]
    """From a regular expression of paths to the reason why what stands there differs."""


SEED = {
    "gac": Seed(
        "gac-project-browser",
        "gac_social_inclusion",
        {
            r"descriptions\[0\]\.text": "the example retells the page's sentences",
            r"chain\[\d+\]\.title": "the example retells the page's sentences",
            r"descriptions\[1\]": "that the second sentence is about target groups is a person's reading of it",
            r"chain\[[78]\]\.beneficiaries": "who is better off is a person's reading of the outcome",
        },
    ),
    "iom": Seed(
        "iom-development-fund",
        "iom_irregular_migration",
        {
            r"descriptions\[0\]\.text": "the example retells the page's sentences",
            r"context\[[0-3]\]\.statement": "the example retells the page's sentences",
            r"chain\[[01]\]\.title": "the example retells the page's sentences",
            r"alignments\[[01]\]\.note": "the example retells the page's sentences",
            r"context\[4\]": "the example tells the last sentence on the situation, and what came of it, as two facts",
        },
    ),
    "usaid": Seed(
        "usaid-integra",
        "usaid_integra",
        {
            r"descriptions\[[0-3]\]\.text": "the example retells the page's sentences",
            r"context\[[0-2]\]\.statement": "the example retells the page's sentences",
            r"chain\[[0-2]\]\.description": "the example retells the page's sentences",
            r"chain\[[3-8]\]\.title": "the example retells the page's sentences",
            r"chain\[7\]\.figures\[0\]\.quantity$": 'the page prints "20 CSOS", and the example mends the last letter',
            r"contacts": "the page names a person and an address, which an example has no business to repeat",
        },
    ),
}
ALL = pytest.mark.parametrize("name", list(SEED))


@cache
def read(name: str) -> Project:
    """Read a seed."""
    return read_page(SEEDS / f"{SEED[name].page}.txt", name).one()


@cache
def by_hand(name: str) -> Project:
    """Build the project of an example."""
    made = runpy.run_path(str(ROOT / "examples" / f"{SEED[name].example}.py"))["PROJECT"]
    assert isinstance(made, Project)
    return made


def leaves(thing: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Give each value that is stated with its path; provenance stands beside the facts, and is compared apart."""
    if isinstance(thing, Element):
        yield path, type(thing)
        for spec in attrs.fields(type(thing)):
            if spec.name != "provenance":
                yield from leaves(getattr(thing, spec.name), f"{path}.{spec.name}" if path else spec.name)
    elif isinstance(thing, tuple | ResultsChain):
        for at, each in enumerate(thing):
            yield from leaves(each, f"{path}[{at}]")
    elif thing is not None and str(thing) != "":
        yield path, thing


def unlike(name: str) -> set[str]:
    """Give the paths at which the two differ."""
    ours, theirs = dict(leaves(read(name))), dict(leaves(by_hand(name)))
    return {path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)}


@ALL
def test_the_facts_are_those_of_the_example(name: str) -> None:
    """Wherever they differ the table says why."""
    reasons = SEED[name].differences

    assert set() == {path for path in unlike(name) if not any(re.match(each, path) for each in reasons)}


@ALL
def test_every_reason_is_needed(name: str) -> None:
    """A difference that is explained is there."""
    found = unlike(name)

    assert [] == [each for each in SEED[name].differences if not any(re.match(each, path) for path in found)]


@ALL
def test_the_page_is_known_by_its_marks(name: str) -> None:
    """Without a word on the publisher."""
    assert read(name) == read_page(SEEDS / f"{SEED[name].page}.txt").one()


@ALL
def test_the_page_saved_as_html_is_the_same(name: str) -> None:
    """Each line a paragraph, between the navigation of a site."""
    lines = (SEEDS / f"{SEED[name].page}.txt").read_text(encoding="utf-8").split("\n")
    body = "\n".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in lines)
    page = f"<!DOCTYPE html><html><body><nav>Status: Closed</nav>{body}<footer>Year: 1999</footer></body></html>"

    assert read(name) == read_page(page.encode(), name).one()


@ALL
def test_the_bases_are_those_of_the_example(name: str) -> None:
    """What the example says was derived, inferred or taken by convention is so here, from the same line."""
    ours = {(entry.path, entry.basis, entry.line) for entry in read(name).provenance}
    theirs = {(entry.path, entry.basis, entry.line) for entry in by_hand(name).provenance}

    assert set() == theirs - ours


@ALL
def test_every_fact_has_its_words(name: str) -> None:
    """Each quote stands in the line it names, and each field has one."""
    lines = (SEEDS / f"{SEED[name].page}.txt").read_text(encoding="utf-8").split("\n")
    entries = read(name).provenance

    for entry in entries:
        if entry.quote is not None and entry.line is not None:
            assert " ".join(entry.quote.split())[:60] in " ".join(lines[entry.line - 1].split())
    stated = {re.split(r"[.\[]", path)[0] for path, _ in leaves(read(name)) if path}
    assert set() == stated - {re.split(r"[.\[]", entry.path)[0] for entry in entries}
