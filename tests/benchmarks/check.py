"""Checking everything beside reading the same file: ``python tests/benchmarks/check.py``.

A generated file of 22 MB and, where they are there, files of publishers of 2.0x, each in its own rounds; then the most
memory that a file of 109 MB takes. The tables are printed as they stand in docs/performance.md.
"""

import argparse
import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from side import Job, alone, compare, environment, median, verdict

from aidmodel import Unreadable, check, iter_check_iati, iter_iati, read_iati

HERE: Final = Path(__file__).parent
REAL: Final = HERE.parents[2] / "shared" / "iati" / "real"
DAY: Final = "2025-12-31"
ACTIVITIES: Final = 4_000
LARGE: Final = 20_000
ROUNDS: Final = 9
LEAST: Final = 1_000_000
"""How many bytes are read in a turn at least: small files are read several times."""
MIB: Final = 1 << 20

Goals = Iterator[tuple[str, float, float]]


def stream(path: str) -> int:
    """Read every project, with its issues, and drop it; give the number of projects."""
    return sum(1 for _ in iter_iati(path, on_issue=lambda _: None))


def judge(path: str) -> int:
    """Read every project, ask every rule of it, and drop it; give the number of issues."""
    return sum(1 for _ in iter_check_iati(path, as_of=DAY))


def measure_check(*, activities: int = ACTIVITIES, large: int = LARGE, rounds: int = ROUNDS) -> Goals:
    """Give each goal with the ratio or size wanted and got."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        yield from _speed([_made(folder, activities), *sorted(REAL.glob("*-2.0[123].xml"))], rounds)
        yield from _memory(folder, large)


def _speed(paths: list[Path], rounds: int) -> Goals:
    lines: list[str] = []
    ratios: dict[str, float] = {}
    for path in paths:
        try:
            projects = read_iati(path).value
        except Unreadable:
            continue
        gc.freeze()  # the collector is not to look through what is there for another case
        times = 1 + LEAST // path.stat().st_size
        cases: dict[str, Callable[[], object]] = {
            "iter_iati": lambda path=str(path): stream(path),
            "check, of projects that are there": lambda projects=projects: check(projects, as_of=DAY),
            "iter_check_iati": lambda path=str(path): judge(path),
        }
        print(f"{path.name}, {times} times")  # noqa: T201
        timed = compare(
            {name: _often(case, times) for name, case in cases.items()}, "iter_iati", rounds=rounds, units=times
        )
        gc.unfreeze()
        read, checked, both = timed.values()
        ratios[path.name] = checked.ratio
        lines.append(
            f"| {_called(path)} | {path.stat().st_size / 1e6:.2f} | {len(projects):,} | {judge(str(path)):,} | "
            f"{read.seconds * 1e3:.1f} | {checked.ratio:.2f} | {checked.low:.2f} to {checked.high:.2f} | {both.ratio:.2f} |"
        )
    print("\n| file | MB | activities | issues | reading, ms | x, checking | quartiles | x, both |")  # noqa: T201
    print("|---|---|---|---|---|---|---|---|")  # noqa: T201
    print("\n".join(lines), "\n")  # noqa: T201
    for name, ratio in ratios.items():
        yield f"checking {name} / reading it", 2.0, ratio


def _often(case: Callable[[], object], times: int) -> Callable[[], object]:
    def turn() -> None:
        for _ in range(times):
            case()

    return turn


def _called(path: Path) -> str:
    return f"`{path.stem}`" if path.parent == REAL else f"generated, {int(path.stem):,} activities"


def _memory(folder: Path, large: int) -> Goals:
    env = environment(str(folder / "bytecode"), HERE)
    empty, path = _made(folder, 0), _made(folder, large)
    base = alone(Job("check", "judge", str(empty)), env).peak
    print("| memory | XML, MB | peak RSS, MiB | over an empty file, MiB |\n|---|---|---|---|")  # noqa: T201
    print(f"| `iter_check_iati`, no activities | 0 | {base / MIB:.1f} | |")  # noqa: T201
    over: dict[str, float] = {}
    for name, function in (("`iter_iati`, `on_issue`", "stream"), ("`iter_check_iati`", "judge")):
        done = [alone(Job("check", function, str(path)), env) for _ in range(3)]
        peak = median(done, lambda each: each.peak)
        over[function] = (peak - base) / MIB
        print(f"| {name} | {path.stat().st_size / 1e6:.0f} | {peak / MIB:.1f} | {over[function]:.1f} |")  # noqa: T201
    print()  # noqa: T201
    yield f"checking {path.stat().st_size / 1e6:.0f} MB, MiB over an empty file", 40, over["judge"]


def _made(folder: Path, activities: int) -> Path:
    """Make a file of so many activities."""
    path = folder / f"{activities}.xml"
    maker = [sys.executable, str(HERE / "make_iati.py")]
    subprocess.run([*maker, "--activities", str(activities), "--seed", "7", "--out", str(path)], check=True)
    return path


def main() -> None:
    """Measure, and say for each goal whether it is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--activities", type=int, default=ACTIVITIES, help=f"of the generated file; {ACTIVITIES}: 22 MB"
    )
    parser.add_argument("--large", type=int, default=LARGE, help=f"of the file for memory; {LARGE}: 109 MB")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    for goal in measure_check(activities=given.activities, large=given.large, rounds=given.rounds):
        print(verdict(*goal))  # noqa: T201


if __name__ == "__main__":
    main()
