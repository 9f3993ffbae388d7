"""Make docs/reference/issue-codes.md from the rules and findings themselves: run it after one has changed."""

from pathlib import Path

from aidmodel.io.iati.findings import READING, WRITING
from aidmodel.rules.check import RULES

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "issue-codes.md"

HEAD = """# Issue codes

Every issue that `check()`, `read_iati()` or `write_iati()` reports carries one of these codes. A code is stable, and
never used again for something else. The page is made from the rules and from what the reader and writer go by
(`tests/data_sources/make_issue_codes.py`). The codes of [reading](#reading-iati) and [writing](#writing-iati) IATI come
last.

"Standard" is the id of the rule in the IATI 2.03 ruleset; "source" names the family of the field's own rules, a text
of the standard, or both.
"""


def page() -> str:
    """Give the page as it should stand."""
    families: dict[str, list[str]] = {}
    for rule in RULES:
        row = f"| `{rule.code}` | {rule.severity} | {rule.words} | {', '.join(rule.standard)} | {rule.source} |"
        families.setdefault(rule.code.partition(".")[0], []).append(row.replace("& |", "& \\|"))
    parts = [HEAD]
    for family, rows in sorted(families.items()):
        parts.append(
            f"\n## {family}\n\n| code | severity | rule | standard | source |\n| --- | --- | --- | --- | --- |\n"
        )
        parts.extend(f"{row}\n" for row in rows)
    for title, findings in (("Reading IATI", READING), ("Writing IATI", WRITING)):
        parts.append(f"\n## {title}\n\n| code | severity | what was found |\n| --- | --- | --- |\n")
        parts.extend(f"| `{code}` | {severity} | {words} |\n" for code, (severity, words) in sorted(findings.items()))
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
