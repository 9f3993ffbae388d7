"""What an import costs: whole fresh processes, byte code written beforehand for all."""

from collections.abc import Iterator
from tempfile import TemporaryDirectory

from side import compare_processes


def measure_imports() -> Iterator[tuple[str, float, float]]:
    """Give each goal with the ratio wanted and got."""
    with TemporaryDirectory() as cache:
        bare = compare_processes(
            {"python -c pass": "pass", "import aidmodel": "import aidmodel"}, "python -c pass", rounds=41, cache=cache
        )
        yield "import aidmodel / bare interpreter", 1.1, bare["import aidmodel"].ratio
        first = compare_processes(
            {"import attrs": "import attrs", "aidmodel.Project": "import aidmodel; aidmodel.Project"},
            "import attrs",
            rounds=41,
            cache=cache,
        )
        yield "aidmodel.Project / import attrs", 2.3, first["aidmodel.Project"].ratio
