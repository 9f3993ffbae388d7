"""Make docs/reference/rules.md from the rules and donor profiles themselves: run it after one has changed."""

from collections.abc import Iterable
from pathlib import Path

from aidmodel.rules.check import RULES
from aidmodel.rules.profile_levels import DonorLevel
from aidmodel.rules.profiles import PROFILES, DonorProfile
from aidmodel.rules.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "rules.md"

HEAD = """# Rules

What `check()` asks of a project, by family; then what the [profile of a donor](#donor-profiles) adds. The code of a rule is
that of its issues: it is stable, and never used again for something else. What readers and writers report has
[codes of its own](issue-codes.md). The page is made from the rules (`tests/data_sources/make_rules_page.py`).

"Standard" are the ids of the rule in the IATI 2.03 ruleset or among the checks of the IATI Validator; "source" names the
family of the field's own rules, a text of the standard, or both.
"""

PROFILES_HEAD = """
## Donor profiles

`check(project, as_of=…, profile="fcdo")` asks these beside all others, and nothing else does. A level of the donor's frame
is found by that of the result in its chain, and where that leaves several by its label. Results that were dropped are not
judged. A profile is data: `attrs.evolve(profile_of("eu"), …)` makes another of it.

| code | severity | rule |
| --- | --- | --- |
"""


def row(*cells: object) -> str:
    """Give a row of a table."""
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |\n"


def family(name: str, rules: Iterable[Rule]) -> str:
    """Give the part of the page on a family of rules."""
    head = f"\n## {name}\n\n| code | severity | rule | standard | source |\n| --- | --- | --- | --- | --- |\n"
    rows = [row(f"`{each.code}`", each.severity, each.words, ", ".join(each.standard), each.source) for each in rules]
    return head + "".join(rows)


def asked(level: DonorLevel) -> str:
    """Give what is asked of a level, in a few words."""
    least, most = level.least, level.most
    count = f"{least}" if least is not None and least == most else f"up to {most}" if most is not None else ""
    named = [
        (level.indicators, "indicators"),
        (level.assumptions, "assumptions"),
        (level.risks, "risks"),
        (level.weighted, "weights that make 100"),
        (level.worded, "wording"),
    ]
    columns = [name.replace("_", " ") for name in level.columns if not (name == "weight" and level.weighted)]
    return "; ".join(filter(None, [count, *(words for holds, words in named if holds), *columns]))


def profile(each: DonorProfile) -> str:
    """Give the part of the page on a profile."""
    parts = [f"\n### {each.name}\n\n{each.title}. Source: {each.source}.\n\n"]
    parts.append("| level | in a chain | asked |\n| --- | --- | --- |\n")
    parts += [
        row(" / ".join((level.label, *level.labels)), ", ".join(map(str, level.levels)), asked(level))
        for level in each.levels
    ]
    facts = []
    if each.columns:
        facts.append(f"Columns of an indicator: {', '.join(f'{label} (`{name}`)' for name, label in each.columns)}.")
    if each.directions:
        facts.append(f"Outcomes begin with: {', '.join(each.directions)}.")
    if each.by_sex:
        facts.append("People are counted by sex.")
    if each.regional_countries is not None:
        facts.append(f"A regional project names {each.regional_countries} countries or more.")
    facts.append(f"Rules: {', '.join(f'`{made.code}`' for made in each.rules)}.")
    return "".join([*parts, "\n", "\n\n".join(facts), "\n"])


def page() -> str:
    """Give the page as it should stand."""
    families: dict[str, list[Rule]] = {}
    for each in RULES:
        families.setdefault(each.code.partition(".")[0], []).append(each)
    added = {made.code: made for each in PROFILES.values() for made in each.rules}
    return "".join(
        [
            HEAD,
            *(family(name, rules) for name, rules in sorted(families.items())),
            PROFILES_HEAD,
            *(row(f"`{made.code}`", made.severity, made.words) for _, made in sorted(added.items())),
            *map(profile, PROFILES.values()),
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
