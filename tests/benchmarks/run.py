"""The speed goals, measured: ``python tests/benchmarks/run.py [import|money|spans|json ...]``, all of them by default.

Needs what requirements.txt names. Nothing here is a test: the figures and what they mean stand in docs/performance.md.
"""

import platform
import sys
from importlib.metadata import version

from imports import measure_imports
from moneys import measure_money
from spans import measure_spans
from trees import measure_json

PARTS = {"import": measure_imports, "money": measure_money, "spans": measure_spans, "json": measure_json}
PEERS = ("attrs", "cattrs", "portion", "py-moneyed", "pydantic", "python-dateutil")


def main(names: list[str]) -> None:
    """Run the parts named, and say for each goal whether it is met."""
    if unknown := set(names) - PARTS.keys():
        sys.exit(f"no part {min(unknown)!r}: choose from {', '.join(PARTS)}")
    print(f"Python {platform.python_version()},", ", ".join(f"{peer} {version(peer)}" for peer in PEERS))  # noqa: T201
    for name in names or PARTS:
        for goal, wanted, got in PARTS[name]():
            print(f"{'met   ' if got <= wanted else 'MISSED'} {goal}: {got:.3f}, goal {wanted:.3f}\n")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
