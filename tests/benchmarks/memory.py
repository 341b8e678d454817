"""Measures memory: the proportional set size of a command and of all processes it starts."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

import psutil

#: Seconds between two looks.
_PAUSE = 0.01


def peak(command: list[str], environment: Mapping[str, str]) -> tuple[float, int]:
    """Return the highest sum of PSS that was seen, in MB of 10⁶ bytes, and the most processes.

    PSS shares out the pages that several processes use, so that the sum counts each page once.
    """
    highest, most = 0, 0
    with subprocess.Popen(
        command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as started:
        own = psutil.Process(started.pid)
        while started.poll() is None:
            sizes = [size for process in family(own) if (size := pss(process))]
            highest, most = max(highest, sum(sizes)), max(most, len(sizes))
            try:
                started.wait(_PAUSE)
            except subprocess.TimeoutExpired:
                continue
    return highest / 1e6, most


def family(process: psutil.Process) -> list[psutil.Process]:
    """Return a process and all that it started, none where it has ended."""
    try:
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def pss(process: psutil.Process) -> int:
    """Return the proportional set size of a process in bytes, 0 where it has ended.

    Where the system knows no PSS, it is what only this process uses (USS): a little too low.
    """
    try:
        sizes = process.memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
        return 0
    return int(getattr(sizes, "pss", 0) or sizes.uss)
