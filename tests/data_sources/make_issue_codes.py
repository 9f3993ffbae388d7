"""Make docs/reference/issue-codes.md from the findings themselves: run it after one has changed."""

from pathlib import Path

from aidmodel.io.iati.findings import READING, WRITING
from aidmodel.io.pages.findings import PAGES

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "issue-codes.md"

HEAD = """# Issue codes

Every issue that `read_iati()`, `write_iati()` or `read_page()` reports carries one of these codes, and every issue of
`check()` that of its [rule](rules.md). A code is stable, and never used again for something else. The page is made from
what the readers and the writer go by (`tests/data_sources/make_issue_codes.py`).
"""


def page() -> str:
    """Give the page as it should stand."""
    parts = [HEAD]
    for title, findings in (("Reading IATI", READING), ("Writing IATI", WRITING), ("Reading pages", PAGES)):
        parts.append(f"\n## {title}\n\n| code | severity | what was found |\n| --- | --- | --- |\n")
        parts.extend(f"| `{code}` | {severity} | {words} |\n" for code, (severity, words) in sorted(findings.items()))
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
