"""Three real projects side by side: cards, shared places, money by fiscal year, and what is wrong with them.

Run it from anywhere, with the folder the JSON files go to::

    python examples/three_projects.py [OUTDIR]

Without OUTDIR they go to the folder ``out`` beside this file.
"""

import sys
from io import TextIOWrapper
from pathlib import Path

from aidmodel import AmountKind, Budget, FiscalCalendar, Project, budgets, check, show, write_json
from gac_social_inclusion import PROJECT as GAC_PROJECT
from iom_irregular_migration import PROJECT as IOM_PROJECT
from usaid_integra import PROJECT as INTEGRA

PROJECTS = {
    "gac_social_inclusion": GAC_PROJECT,
    "iom_irregular_migration": IOM_PROJECT,
    "usaid_integra": INTEGRA,
}
AS_OF = "2026-11-21"
"""The day the projects are judged by: fixed, so that the report is the same tomorrow."""


def shared_places(one: Project, other: Project) -> list[str]:
    """Give the names of the places that both projects list, in the order of the first."""
    known = {str(place.name) for place in other.locations}
    return [str(place.name) for place in one.locations if str(place.name) in known]


def main(folder: Path) -> None:
    """Print all there is to say of the three projects, and write them as JSON."""
    for project in PROJECTS.values():
        print(show(project))
        print()

    places = shared_places(GAC_PROJECT, INTEGRA)
    print(f"Places that {GAC_PROJECT.identifier} and the {INTEGRA.title} share ({len(places)}):")
    print(f"  {', '.join(places)}")
    print()

    ceiling = next(each.value for each in GAC_PROJECT.amounts if each.kind is AmountKind.MAXIMUM_CONTRIBUTION)
    span, stated = GAC_PROJECT.span, GAC_PROJECT.stated_duration
    if ceiling is not None and span is not None and stated is not None:
        print(f"{ceiling} over {span}, by fiscal year:")
        split = budgets.by_fiscal_year(Budget(span, value=ceiling), FiscalCalendar.GAC)
        for part, share in zip(split, split.entries[0].shares, strict=True):
            print(f"  {part.label}  {share.span.days:>4} days  {part.amount!s:>17}")
        print()
        print(
            f"The stated duration, {stated}, {'agrees' if stated.agrees_with(span) else 'does not agree'} with the dates."
        )
        print()

    for name, project in PROJECTS.items():
        print(f"{name}, as of {AS_OF}:")
        print(check(project, as_of=AS_OF))
        print()

    folder.mkdir(parents=True, exist_ok=True)
    for name, project in PROJECTS.items():
        write_json(project, folder / f"{name}.json")
        print(f"wrote {folder / name}.json")


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that lacks a character shows "?" and goes on
            stream.reconfigure(errors="replace")
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent / "out")
