"""Timing of cases side by side, for machines whose speed drifts.

The cases run in shuffled order inside each round, and the ratio to the reference is taken within a round, so a slow
spell hits both sides alike; the median of these ratios and their quartiles are what to read.
"""

import gc
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


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
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = cache
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
