"""Timing of cases side by side, for machines whose speed drifts.

The cases run in shuffled order inside each round, and the ratio to the reference is taken within a round, so a slow
spell hits both sides alike; the median of these ratios and their quartiles are what to read.

Run as a program, it does one job of a module and says what that took: see :func:`alone`.
"""

import gc
import importlib
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple


class Timed(NamedTuple):
    """The median seconds of a case per unit, and its ratio to the reference: median, lower and upper quartile."""

    seconds: float
    ratio: float
    low: float
    high: float


def compare(
    cases: dict[str, Callable[[], object]],
    ref: str,
    *,
    rounds: int = 11,
    units: int = 1,
    unit: str = "op",
    collecting: bool = True,
) -> dict[str, Timed]:
    """Time functions in this process and print the ratios; ``collecting`` False pauses the garbage collector for all."""
    took: dict[str, list[float]] = {name: [] for name in cases}
    shuffler = random.Random(1)  # noqa: S311
    for number in range(rounds + 1):
        order = list(cases)
        shuffler.shuffle(order)
        for name in order:
            gc.collect()
            if not collecting:
                gc.disable()
            start = time.perf_counter()
            cases[name]()
            end = time.perf_counter()
            gc.enable()
            if number:  # round 0 warms up
                took[name].append((end - start) / units)
    return _printed(took, ref, unit)


def compare_processes(codes: dict[str, str], ref: str, *, rounds: int, cache: str) -> dict[str, Timed]:
    """Time whole fresh processes that run some code; ``cache`` is a directory for the byte code of all they import."""
    took: dict[str, list[float]] = {name: [] for name in codes}
    env = environment(cache)
    shuffler = random.Random(1)  # noqa: S311
    for number in range(rounds + 1):
        order = list(codes)
        shuffler.shuffle(order)
        for name in order:
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", codes[name]], env=env, check=True)
            if number:  # round 0 writes the byte code
                took[name].append(time.perf_counter() - start)
    return _printed(took, ref, "process")


def verdict(goal: str, wanted: float, got: float) -> str:
    """Say whether a goal is met; less is better."""
    return f"{'met   ' if got <= wanted else 'MISSED'} {goal}: {got:.3f}, goal {wanted:.3f}\n"


def environment(cache: str, *folders: str | os.PathLike[str]) -> dict[str, str]:
    """Give the environment of processes whose byte code goes to a directory, and that import from some folders too."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = cache
    env["PYTHONPATH"] = os.pathsep.join([*map(os.fspath, folders), *filter(None, [env.get("PYTHONPATH")])])
    return env


class Alone(NamedTuple):
    """What a job took in a process of its own."""

    cpu: float
    """CPU seconds of the whole process, its start and imports and what was prepared included."""
    job: float
    """CPU seconds of the job alone."""
    peak: int
    """The most memory the process had at once, in bytes."""
    told: Any
    """What the job gave back; of bytes, their number."""


class Job(NamedTuple):
    """A function of a module, and what it is given: what the module's ``prepare`` makes of it, if there is such."""

    module: str
    function: str
    argument: str
    collecting: bool = True
    """Whether the garbage collector runs during the job."""
    times: int = 1
    """How often it is done; the fastest one is what counts, as the first ones warm up."""


def alone(job: Job, env: Mapping[str, str]) -> Alone:
    """Do a job in a fresh process.

    Raises:
        RuntimeError: the job failed.

    """
    command = [sys.executable, __file__, *map(str, job)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{job} failed:\n{done.stderr}")
    return Alone(*json.loads(done.stdout))


def compare_alone(
    jobs: Mapping[str, Job], ref: str, env: Mapping[str, str], *, rounds: int, seldom: Mapping[str, int] | None = None
) -> dict[str, list[Alone | None]]:
    """Do each job in a fresh process, once a round; ``seldom`` says which ones are left out after how many rounds."""
    took: dict[str, list[Alone | None]] = {name: [] for name in jobs}
    limits = seldom or {}
    shuffler = random.Random(1)  # noqa: S311
    for number in range(rounds):
        order = list(jobs)
        shuffler.shuffle(order)
        for name in order:
            left_out = name != ref and number >= limits.get(name, rounds)
            took[name].append(None if left_out else alone(jobs[name], env))
    return took


def within_rounds(
    one: Sequence[Alone | None], other: Sequence[Alone | None], of: Callable[[Alone], float]
) -> tuple[float, float, float]:
    """Give the ratio of two jobs, taken within each round that has both: median, lower and upper quartile."""
    ratios = [of(left) / of(right) for left, right in zip(one, other, strict=True) if left and right]
    low, _, high = statistics.quantiles(ratios, n=4, method="inclusive") if len(ratios) > 1 else ratios * 3
    return statistics.median(ratios), low, high


def median(took: Sequence[Alone | None], of: Callable[[Alone], float]) -> float:
    """Give the median over the rounds in which a job was done."""
    return statistics.median(of(each) for each in took if each)


def _printed(took: dict[str, list[float]], ref: str, unit: str) -> dict[str, Timed]:
    timed = {name: _timed(seconds, took[ref]) for name, seconds in took.items()}
    for name in sorted(timed, key=lambda name: timed[name].ratio):
        seconds, ratio, low, high = timed[name]
        print(f"  {name:44s} {_shown(seconds)} / {unit:8s} x{ratio:7.3f}  ({low:.3f} to {high:.3f})", flush=True)  # noqa: T201
    return timed


def _timed(seconds: Sequence[float], reference: Sequence[float]) -> Timed:
    ratios = [one / other for one, other in zip(seconds, reference, strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4)
    return Timed(statistics.median(seconds), middle, low, high)


def _shown(seconds: float) -> str:
    for factor, name in ((1, "s "), (1e3, "ms"), (1e6, "us")):
        if seconds * factor >= 1:
            return f"{seconds * factor:9.3f} {name}"
    return f"{seconds * 1e9:9.3f} ns"


def _do(module: str, function: str, argument: str, collecting: str, times: str) -> None:
    """Do one job, and print what it took as JSON; all that it prints itself goes to the errors."""
    with redirect_stdout(sys.stderr):
        loaded = importlib.import_module(module)
        given = loaded.prepare(argument) if hasattr(loaded, "prepare") else argument
        if collecting != "True":
            gc.disable()
        fastest = float("inf")
        for _ in range(int(times)):
            start = time.process_time()
            told = getattr(loaded, function)(given)
            end = time.process_time()
            fastest = min(fastest, end - start)
    what = len(told) if isinstance(told, bytes) else told
    print(json.dumps(Alone(end, fastest, _peak(), what)))  # noqa: T201


def _peak() -> int:
    """Give the peak of this process; what the system counts for it holds that of its parent from before the start."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    _do(*sys.argv[1:])
