"""
Make tests/conformance/progress_reasons.json: of how many indicators of each real file progress has a value, and why not.

    python tests/data_sources/make_progress_reasons.py ../shared/iati/real

Files without indicators are not in it. The table comes from a run, and was read through for sense: indicators of each file
and reason were compared with what their publisher says of them. Run it after a change of what progress says, and look at
the difference in the same way: it is meant, or it is a mistake.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from aidmodel import Indicator, Project, Result, Unreadable, read_iati
from aidmodel.analysis.progress import progress

TABLE = Path(__file__).parents[1] / "conformance" / "progress_reasons.json"


def indicators(projects: tuple[Project, ...]) -> Iterator[Indicator]:
    """Give the indicators of the results of all projects."""
    for project in projects:
        for node in project.chain:
            if isinstance(node, Result):
                yield from node.indicators


def counts(folder: Path) -> dict[str, dict[str, int]]:
    """Give the number of values, and of reasons by code, of each file that can be read and has indicators."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted(folder.glob("*.xml")):
        try:
            projects = read_iati(path).value
        except Unreadable:
            continue
        reasons = [progress(indicator).reason for indicator in indicators(projects)]
        if reasons:
            told = Counter("value" if reason is None else reason.code for reason in reasons)
            found[path.stem] = dict(sorted(told.items()))
    return found


if __name__ == "__main__":
    TABLE.write_text(json.dumps(counts(Path(sys.argv[1])), indent=2) + "\n", encoding="utf-8", newline="\n")
