"""Measures the library checks: `python tests/benchmarks/measure_library.py [--time]`.

On planted libraries of 200 scripts: how many faults of each class are found, and what else is told.
With `--time` instead: 5,000 scripts, cold, against 1,000, whole commands in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import library
import planted
import timing


def findings(folder: Path) -> list[dict[str, object]]:
    """Return what protolint finds in a library with the rules that look across scripts."""
    command = [sys.executable, "-m", "protolint", "check", "--format", "json", "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return [own for own in found if own["category"] == "library" or "unanswered" in str(own)]


def measure(seed: int, *, shows: bool) -> tuple[int, int]:
    """Print recall for each class and the false alarms; return how many were found, and false."""
    with tempfile.TemporaryDirectory() as name:
        faults = planted.write(Path(name), seed)
        told = findings(Path(name))
    explained: set[int] = set()
    missed: list[planted.Planted] = []
    for fault in faults:
        hits = [at for at, own in enumerate(told) if _tells(own, fault)]
        explained.update(hits)
        if not hits:
            missed.append(fault)
    faulty = {path for fault in faults if fault.kind != "hole" for path in fault.files[:1]}
    false = [
        own
        for at, own in enumerate(told)
        if at not in explained and faulty.isdisjoint(_places(own))  # two faults may be one change
    ]
    for kind in planted.RULES:
        of_kind = [fault for fault in faults if fault.kind == kind]
        lost = [fault for fault in missed if fault.kind == kind]
        print(f"seed {seed}  {kind:13} {len(of_kind) - len(lost):2} of {len(of_kind)}")
    print(f"seed {seed}  false alarms  {len(false)}")
    for fault in missed if shows else ():
        print(f"  missed {fault}")
    for own in false if shows else ():
        print(f"  false {own['path']}:{own['line']} {own['rule']} {own['message']}")
    return len(faults) - len(missed), len(false)


def _places(finding: dict[str, object]) -> set[str]:
    related = [str(own["path"]) for own in finding["related"]]  # type: ignore[index, attr-defined]
    return {str(finding["path"]), *related}


def _tells(finding: dict[str, object], fault: planted.Planted) -> bool:
    if not str(finding["rule"]).startswith(planted.RULES[fault.kind]):
        return False
    if fault.kind == "hole":
        return all(name in str(finding["message"]) for name in fault.files)
    return not _places(finding).isdisjoint(fault.files)


def time_of(scripts: int, folder: Path) -> timing.Timed:
    """Check so many scripts cold, with a rulebook that is kept."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-m", "protolint", "check", str(folder / str(scripts) / "scripts")]
    return timing.run([*command, "--no-cache"], environment, codes=(0, 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="how many libraries (default 5)")
    parser.add_argument("--quiet", action="store_true", help="no list of what was missed or false")
    parser.add_argument("--time", action="store_true", help="measure 5,000 scripts against 1,000")
    parser.add_argument("--runs", type=int, default=3, help="runs of each (default 3)")
    given = parser.parse_args()
    if not given.time:
        done = [measure(seed, shows=not given.quiet) for seed in range(given.seeds)]
        print(f"found {sum(own[0] for own in done)}, false {sum(own[1] for own in done)}")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for scripts in (1_000, 5_000):
            library.write(folder / str(scripts), scripts=scripts, seed=7)
        took = timing.medians(
            given.runs,
            few=lambda: time_of(1_000, folder),
            many=lambda: time_of(5_000, folder),
        )
        few, many = took["few"].seconds, took["many"].seconds
        print(f"1,000 scripts {few:.2f} s, 5,000 scripts {many:.2f} s: {many / few:.2f} times")


if __name__ == "__main__":
    main()
