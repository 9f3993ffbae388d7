"""IATI files, read and written beside other libraries: ``python tests/benchmarks/iati.py [read|memory|write ...]``.

Each case is a fresh process. A case whose library or schema is not there is skipped, which is said. The tables are
printed as they stand in docs/performance.md.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from side import Alone, Job, alone, compare_alone, environment, median, verdict, within_rounds

HERE: Final = Path(__file__).parent
SCHEMA: Final = HERE.parents[2] / "shared" / "iati" / "schemas" / "2.03" / "iati-activities-schema.xsd"
GENERATED: Final = "iati_203"

ACTIVITIES: Final = 20_000
LARGE: Final = 185_000
WRITTEN: Final = 2_000
CHECKED: Final = 300
ROUNDS: Final = 5
SELDOM: Final = 2
"""How many rounds the cases take part in that take a minute each."""
MIB: Final = 1 << 20

Goals = Iterator[tuple[str, float, float]]


class Case(NamedTuple):
    """A job, what it needs, what is wanted of it."""

    name: str
    module: str
    function: str
    needs: str = "aidmodel"
    collecting: bool = True
    target: str = ""
    slow: bool = False
    times: int = 1

    def job(self, path: Path) -> Job:
        """Give the job for a file."""
        return Job(self.module, self.function, str(path), self.collecting, self.times)


READERS: Final = (
    Case("**lxml iterparse**, nothing touched", "iati_raw", "lxml_iterparse"),
    Case("stdlib: C tree, 16 KB blocks, no GC, nothing touched", "iati_raw", "stdlib_stream", collecting=False),
    Case("`aidmodel.iter_iati`", "iati_read", "stream"),
    Case("`aidmodel.iter_iati`, `on_issue`", "iati_read", "stream_reporting", target="3.0 (stretch 2.5)"),
    Case("`aidmodel.read_iati`, all in a list", "iati_read", "whole"),
    Case("iatikit, seven header fields", "iati_iatikit", "header", "iatikit"),
    Case("okfn-iati, to CSV tables", "iati_okfn", "tables", "okfn_iati"),
    Case("xsdata, activity by activity", "iati_xsdata", "stream", GENERATED, slow=True),
    Case("xsdata, whole, lxml, no GC", "iati_xsdata", "whole_lxml", GENERATED, collecting=False, slow=True),
    Case("xsdata, whole, stdlib, no GC", "iati_xsdata", "whole_stdlib", GENERATED, collecting=False, slow=True),
)
RAW: Final = READERS[0].name
REPORTING: Final = READERS[3].name

WRITERS: Final = (
    Case("`aidmodel.write_iati`", "iati_write", "library", times=5),
    Case("`aidmodel.write_iati`, first of a process", "iati_write", "library"),
    Case("**lxml `xmlfile`**, element by element", "iati_write", "xmlfile", target="at least 2.5", times=5),
    Case("lxml `xmlfile`, a tree an activity", "iati_write", "xmlfile_trees", times=5),
    Case("lxml elements, `tostring` an activity", "iati_write", "lxml_trees", times=5),
    Case("xml.etree elements, `tostring` an activity", "iati_write", "stdlib_trees", times=5),
    Case("lxml `xmlfile` from ready nested lists", "iati_nested", "xmlfile", times=5),
    Case("xsdata, writer on lxml", "iati_xsdata_write", "on_lxml", GENERATED, slow=True, times=2),
    Case("xsdata, writer on the stdlib", "iati_xsdata_write", "on_stdlib", GENERATED, slow=True, times=2),
)
OURS: Final = WRITERS[0].name
XMLFILE: Final = WRITERS[2].name


class Bench(NamedTuple):
    """What a run works with."""

    folder: Path
    env: Mapping[str, str]
    activities: int
    rounds: int
    large: bool

    def file(self, activities: int) -> Path:
        """Give the file of so many activities; it is made when it is first asked for."""
        path = self.folder / f"{activities}.xml"
        if not path.exists():
            maker = [sys.executable, str(HERE / "make_iati.py")]
            subprocess.run([*maker, "--activities", str(activities), "--seed", "7", "--out", str(path)], check=True)
            with path.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
            say(f"{activities:,} activities: {path.stat().st_size / 1e6:.1f} MB, sha256 {digest}")
        return path

    def there(self, cases: tuple[Case, ...]) -> tuple[Case, ...]:
        """Give the cases whose needs are met, and say of the others what is missing."""
        for case in cases:
            if not self.has(case.needs):
                why = f"no {SCHEMA.name} or no xsdata" if case.needs == GENERATED else f"no {case.needs} installed"
                say(f"skipped: {case.name} ({why})")
        return tuple(case for case in cases if self.has(case.needs))

    def has(self, module: str) -> bool:
        """Say whether a module can be imported by the jobs."""
        return (self.folder / f"{module}.py").exists() if module == GENERATED else find_spec(module) is not None


def say(line: str = "") -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201


def _generate(folder: Path) -> None:
    """Let xsdata make its dataclasses of the schema, if both are there."""
    if find_spec("xsdata") is None or not SCHEMA.exists():
        return
    env = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])}
    options = ["--package", GENERATED, "--structure-style", "single-package"]
    command = [sys.executable, "-m", "xsdata", "generate", str(SCHEMA), *options]
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)


# ------------------------------------------------------------------ reading


def _read(bench: Bench) -> Goals:
    cases = bench.there(READERS)
    _same_facts(bench)
    path = bench.file(bench.activities)
    took = compare_alone(
        {case.name: case.job(path) for case in cases},
        RAW,
        bench.env,
        rounds=bench.rounds,
        seldom={case.name: SELDOM for case in cases if case.slow},
    )
    for name, each in took.items():
        assert {one.told for one in each if one} == {bench.activities}, name
    empty = alone(READERS[2].job(bench.file(0)), bench.env).peak
    say(f"\nReading {path.stat().st_size / 1e6:.1f} MB, {bench.activities:,} activities; raw lxml is 1.\n")
    say("| reading | x CPU | quartiles | x CPU without imports | CPU s | peak RSS, MiB | at most |")
    say("|---|---|---|---|---|---|---|")
    for case in cases:
        ratio, low, high = within_rounds(took[case.name], took[RAW], _cpu)
        bare, _, _ = within_rounds(took[case.name], took[RAW], _job)
        cells = (
            f"{ratio:.2f}",
            f"{low:.2f} to {high:.2f}",
            f"{bare:.2f}",
            f"{median(took[case.name], _cpu):.2f}",
            f"{median(took[case.name], _peak) / MIB:.0f}",
            case.target,
        )
        say(f"| {case.name} | {' | '.join(cells)} |")
    say(f"\nAn empty file, read by `aidmodel.iter_iati`: {empty / MIB:.0f} MiB.\n")
    yield "full read, reporting / raw lxml", 3.0, within_rounds(took[REPORTING], took[RAW], _cpu)[0]
    peers = [name for name in took if name.startswith("xsdata")]
    if peers:
        best = min(peers, key=lambda name: within_rounds(took[name], took[RAW], _cpu)[0])
        yield f"full read, reporting / {best}", 1 / 9, within_rounds(took[REPORTING], took[best], _cpu)[0]


def _same_facts(bench: Bench) -> None:
    """See that every reader finds the same in a small file: the whole of what it can tell is compared."""
    path = bench.file(CHECKED)

    def facts(module: str, function: str = "facts") -> list[list[str]]:
        found: list[list[str]] = alone(Job(module, function, str(path)), bench.env).told
        return found

    ours = facts("iati_read")
    identifiers = [each[0] for each in ours]
    assert len(ours) == CHECKED
    if bench.has(GENERATED):
        for function in ("facts_streamed", "facts_lxml", "facts_stdlib"):
            assert facts("iati_xsdata", function) == [each[:3] for each in ours], function
    if bench.has("iatikit"):
        assert facts("iati_iatikit") == [[each[0], *each[3:]] for each in ours]
    if bench.has("okfn_iati"):
        assert [each[0] for each in facts("iati_okfn")] == identifiers


# ------------------------------------------------------------------ memory


def _memory(bench: Bench) -> Goals:
    goals = []
    counts = (bench.activities, LARGE) if bench.large else (bench.activities,)
    sizes = [bench.file(count).stat().st_size for count in counts]
    empty = _highest(bench, "stream", 0)
    say("\n| memory | XML, MB | peak RSS, MiB | over an empty read, MiB | bytes a byte of XML | at most |")
    say("|---|---|---|---|---|---|")
    say(f"| `aidmodel.iter_iati`, no activities | 0 | {empty / MIB:.1f} | | | |")
    for count, size in zip(counts, sizes, strict=True):
        rounds = 1 if count == LARGE else bench.rounds
        over = _highest(bench, "stream_reporting", count, rounds) - empty
        say(f"| {REPORTING} | {size / 1e6:.0f} | {(over + empty) / MIB:.1f} | {over / MIB:.1f} | | 40 MiB over |")
        goals.append((f"streaming {size / 1e6:.0f} MB, MiB over an empty read", 40, over / MIB))
    size = sizes[0]
    over = _highest(bench, "whole", bench.activities) - empty
    cells = f"{(over + empty) / MIB:.1f} | {over / MIB:.1f} | {over / size:.2f} | 2.2 bytes a byte"
    say(f"| `aidmodel.read_iati`, all in a list | {size / 1e6:.0f} | {cells} |\n")
    yield from goals
    yield "the whole file as a list, bytes a byte of XML", 2.2, over / size


def _highest(bench: Bench, function: str, activities: int, rounds: int | None = None) -> int:
    """Give the highest peak of several runs."""
    job = Job("iati_read", function, str(bench.file(activities)))
    done = [alone(job, bench.env) for _ in range(rounds or bench.rounds)]
    assert {each.told for each in done} == {activities}
    return max(each.peak for each in done)


# ------------------------------------------------------------------ writing


def _write(bench: Bench) -> Goals:
    cases = bench.there(WRITERS)
    path = bench.file(min(WRITTEN, bench.activities))
    differing: list[str] = alone(Job("iati_check", "written", str(path)), bench.env).told
    assert not differing, "\n".join(differing)
    say(f"all writers write what was read, {path.stat().st_size / 1e6:.1f} MB, and it reads again as equal projects")
    for collecting in (True, False):
        when = "as usual" if collecting else "paused for all"
        run = tuple(case for case in cases if collecting or not case.slow)
        took = compare_alone(
            {case.name: case._replace(collecting=collecting).job(path) for case in run},
            OURS,
            bench.env,
            rounds=bench.rounds,
            seldom={case.name: SELDOM for case in run if case.slow},
        )
        say(f"\nWriting {path.stem} projects, garbage collector {when}; `aidmodel.write_iati` is 1.\n")
        say("| writing | x CPU | quartiles | CPU s | MB/s | target |")
        say("|---|---|---|---|---|---|")
        for case in run:
            ratio, low, high = within_rounds(took[case.name], took[OURS], _job)
            seconds = median(took[case.name], _job)
            speed = path.stat().st_size / 1e6 / seconds
            say(
                f"| {case.name} | {ratio:.2f} | {low:.2f} to {high:.2f} | {seconds:.2f} | {speed:.0f} | {case.target} |"
            )
        say()
        yield f"writing, collector {when} / lxml xmlfile", 0.4, within_rounds(took[OURS], took[XMLFILE], _job)[0]


def _cpu(took: Alone) -> float:
    return took.cpu


def _job(took: Alone) -> float:
    return took.job


def _peak(took: Alone) -> float:
    return took.peak


PARTS: Final[dict[str, Callable[[Bench], Goals]]] = {"read": _read, "memory": _memory, "write": _write}


def measure_iati(
    parts: tuple[str, ...] = (), *, activities: int = ACTIVITIES, rounds: int = ROUNDS, large: bool = False
) -> Goals:
    """Give each goal with the ratio or size wanted and got."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _generate(folder)
        env = environment(str(folder / "bytecode"), folder)
        bench = Bench(folder, env, activities, rounds, large)
        alone(Job("iati_read", "stream", str(bench.file(0))), env)  # writes the byte code of the library
        for part in parts or PARTS:
            yield from PARTS[part](bench)


def main() -> None:
    """Run the parts named, and say for each goal whether it is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="read|memory|write", help="none: all")
    parser.add_argument(
        "--activities", type=int, default=ACTIVITIES, help=f"those of the file; {ACTIVITIES} are 109 MB"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--large", action="store_true", help=f"stream {LARGE} activities, too: 1 GB on the disk")
    given = parser.parse_args()
    if unknown := set(given.parts) - PARTS.keys():
        parser.error(f"no part {min(unknown)!r}: choose from {', '.join(PARTS)}")
    goals = measure_iati(tuple(given.parts), activities=given.activities, rounds=given.rounds, large=given.large)
    for goal in goals:
        say(verdict(*goal))


if __name__ == "__main__":
    main()
