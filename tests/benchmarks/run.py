"""The speed goals, measured: ``python tests/benchmarks/run.py``, or some of it.

Its parts are named import, money, spans, json, iati, check, rates and indicators; without a name, all are run.
Needs what requirements.txt names; ``iati`` takes a quarter of an hour, and iati.py runs parts of it. Nothing here is a
test: the figures and what they mean stand in docs/performance.md.
"""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from check import measure_check
from iati import measure_iati
from imports import measure_imports
from indicators import measure_indicators
from moneys import measure_money
from rates import measure_rates
from side import verdict
from spans import measure_spans
from trees import measure_json

PARTS = {
    "import": measure_imports,
    "money": measure_money,
    "spans": measure_spans,
    "json": measure_json,
    "iati": measure_iati,
    "check": measure_check,
    "rates": measure_rates,
    "indicators": measure_indicators,
}
PEERS = (
    "attrs",
    "cattrs",
    "CurrencyConverter",
    "iatikit",
    "lxml",
    "okfn-iati",
    "pandas",
    "portion",
    "py-moneyed",
    "pydantic",
    "python-dateutil",
    "xsdata",
)


def main(names: list[str]) -> None:
    """Run the parts named, and say for each goal whether it is met."""
    if unknown := set(names) - PARTS.keys():
        sys.exit(f"no part {min(unknown)!r}: choose from {', '.join(PARTS)}")
    print(f"Python {platform.python_version()},", ", ".join(map(stated, PEERS)))  # noqa: T201
    for name in names or PARTS:
        for goal, wanted, got in PARTS[name]():
            print(verdict(goal, wanted, got))  # noqa: T201


def stated(peer: str) -> str:
    """Give the name of a peer with its version."""
    try:
        return f"{peer} {version(peer)}"
    except PackageNotFoundError:
        return f"no {peer}"


if __name__ == "__main__":
    main(sys.argv[1:])
