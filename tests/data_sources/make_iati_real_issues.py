"""
Make tests/conformance/iati_real_issues.json: how often reading says what of each real file.

    python tests/data_sources/make_iati_real_issues.py ../shared/iati/real

Run it after a change of what reading says, and look at the difference: it is meant, or it is a mistake.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from aidmodel import Unreadable, read_iati

TABLE = Path(__file__).parents[1] / "conformance" / "iati_real_issues.json"


def counts(folder: Path) -> dict[str, dict[str, int]]:
    """Give the number of issues by code of each file that can be read."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted(folder.glob("*.xml")):
        try:
            report = read_iati(path).report
        except Unreadable:
            continue
        found[path.stem] = dict(sorted(Counter(issue.code for issue in report).items()))
    return found


if __name__ == "__main__":
    TABLE.write_text(json.dumps(counts(Path(sys.argv[1])), indent=2) + "\n", encoding="utf-8", newline="\n")
