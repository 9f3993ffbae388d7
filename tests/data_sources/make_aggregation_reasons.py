"""
Make tests/conformance/aggregation_reasons.json: of each real file, how the indicators of its results can be joined, and why not.

    python tests/data_sources/make_aggregation_reasons.py ../shared/iati/real

Of each file with indicators: of how many indicators one alone has a value, is counted by category or is refused ("alone");
the same of all indicators of one result that share a measure, where they are two or more ("together"); the
forms of values by category that are recognised ("forms"), and how many values carry categories at all. The table comes from
a run, and was read through for sense: groups of each file and reason were compared with what their publisher says of them.
Run it after a change of what is joined or recognised, and look at the difference in the same way: it is meant, or it is a
mistake.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from aidmodel import Indicator, Project, Result, Unreadable, read_iati
from aidmodel.analysis.aggregates import Aggregate
from aidmodel.analysis.aggregation import aggregate
from aidmodel.analysis.dimension_forms import recognised
from aidmodel.model.indicator import all_values

TABLE = Path(__file__).parents[1] / "conformance" / "aggregation_reasons.json"


def results(projects: Iterable[Project]) -> Iterator[Result]:
    """Give the results of all projects that have indicators."""
    for project in projects:
        yield from (node for node in project.chain if isinstance(node, Result) and node.indicators)


def groups(result: Result) -> list[list[Indicator]]:
    """Give the indicators of a result that share a measure, where they are several."""
    by_measure: dict[object, list[Indicator]] = {}
    for indicator in result.indicators:
        by_measure.setdefault(indicator.measure, []).append(indicator)
    return [each for each in by_measure.values() if len(each) > 1]


def told(found: Aggregate) -> str:
    """Give the way in which there is an answer, or the code of the refusal."""
    return str(found.method) if found.refused is None else found.refused.code


def counted(codes: Iterable[str]) -> dict[str, int]:
    """Give how many there are of each, in alphabetical order."""
    return dict(sorted(Counter(codes).items()))


def row(found: list[Result]) -> dict[str, dict[str, int]]:
    """Give the line of a file in the table."""
    indicators = [indicator for result in found for indicator in result.indicators]
    values = [value for indicator in indicators for value in all_values(indicator)]
    forms = [each.code for indicator in indicators for each in recognised(indicator)]
    by_category = ["values by category"] * sum(bool(value.dimensions) for value in values)
    by_place = ["values by place"] * sum(bool(value.locations) for value in values)
    return {
        "alone": counted(told(aggregate(each)) for each in indicators),
        "together": counted(told(aggregate(group)) for result in found for group in groups(result)),
        "forms": counted([*forms, *by_category, *by_place]),
    }


def rows(folder: Path) -> dict[str, dict[str, dict[str, int]]]:
    """Give the line of each file that can be read and has indicators."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for path in sorted(folder.glob("*.xml")):
        try:
            projects = read_iati(path).value
        except Unreadable:
            continue
        if of_file := list(results(projects)):
            found[path.stem] = row(of_file)
    return found


if __name__ == "__main__":
    TABLE.write_text(json.dumps(rows(Path(sys.argv[1])), indent=2) + "\n", encoding="utf-8", newline="\n")
