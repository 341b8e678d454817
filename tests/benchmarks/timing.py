"""Runs commands in turn and says how long each took: medians of alternating runs."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple


class Timed(NamedTuple):
    """How long one run took, in seconds. A run may time itself and say less than it lasted."""

    seconds: float
    whole: float


class RunError(RuntimeError):
    """A measured command that did not do its work."""


def run(
    command: list[str], environment: Mapping[str, str], *, codes: tuple[int, ...] = (0,)
) -> Timed:
    """Run a command to its end, its output thrown away, and return what it took.

    Raises RunError where its exit code is none of `codes`.
    """
    begin = time.perf_counter()
    done = subprocess.run(
        command,
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    seconds = time.perf_counter() - begin
    if done.returncode not in codes:
        raise RunError(
            f"{' '.join(command[:6])} ended with {done.returncode}:\n{done.stderr.decode()}"
        )
    return Timed(seconds, seconds)


def run_self_timed(command: list[str], environment: Mapping[str, str]) -> Timed:
    """Run a command that prints the seconds of the part that counts."""
    begin = time.perf_counter()
    done = subprocess.run(
        command, env=dict(environment), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RunError(f"{' '.join(command[:6])} ended with {done.returncode}:\n{done.stderr}")
    return Timed(float(done.stdout), time.perf_counter() - begin)


def medians(runs: int, **measured: Callable[[], Timed]) -> dict[str, Timed]:
    """Return the median of each measurement, all of them taken in turn, so many times.

    A first round, which warms the caches of the system, does not count.
    """
    times: dict[str, list[Timed]] = {name: [] for name in measured}
    for number in range(runs + 1):
        for name, measure in measured.items():
            taken = measure()
            if number:
                times[name].append(taken)
    return {
        name: Timed(*map(statistics.median, zip(*own, strict=True))) for name, own in times.items()
    }


def pin(cores: int) -> int:
    """Keep this process and all it starts on so many cores; return on how many they are."""
    if not hasattr(os, "sched_setaffinity"):
        return os.cpu_count() or 1
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    os.sched_setaffinity(0, allowed)
    return len(allowed)


def busy() -> str:
    """Return a warning where other programs have been using the processors, else nothing."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if load < 0.5:
        return ""
    return f"This machine is busy (load {load:.1f}): what uses several cores comes out too slow.\n"
