"""
Make tests/conformance/check_counts.json: how often check() finds what in each official example and real file.

    python tests/data_sources/make_check_counts.py ../shared/iati

By the id of the official rule where the finding has one, by our own code elsewhere. Run it after a change of a rule, and
look at the difference: it is meant, or it is a mistake.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from aidmodel import Project, Unreadable, check, read_iati

TABLE = Path(__file__).parents[1] / "conformance" / "check_counts.json"
DAY = "2025-12-31"
"""The day that all files are judged by: all were published before."""


def counted(projects: tuple[Project, ...]) -> dict[str, dict[str, int]]:
    """Give the number of findings in projects: those of the standard by rule, our own by code."""
    issues = check(projects, as_of=DAY)
    found = {
        "standard": Counter(issue.rule for issue in issues if issue.rule is not None),
        "own": Counter(issue.code for issue in issues if issue.rule is None),
    }
    return {whose: dict(sorted(told.items())) for whose, told in found.items()}


def counts(folder: Path) -> dict[str, dict[str, dict[str, int]]]:
    """Give the counts of each example and real file of activities that can be read."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for path in sorted([*folder.glob("examples/activity-*.xml"), *folder.glob("real/*.xml")]):
        try:
            projects = read_iati(path).value
        except Unreadable:
            continue
        found[path.stem] = counted(projects)
    return found


if __name__ == "__main__":
    TABLE.write_text(json.dumps(counts(Path(sys.argv[1])), indent=2) + "\n", encoding="utf-8", newline="\n")
