"""Measures protolint's speed and memory beside its targets: `python tests/benchmarks/speed.py`.

Everything runs in turn on the same generated files, and each time is the median of several runs.
Cold: no cached findings, the compiled rulebook present. Warm: the same command once more. Changed:
the same again, with one more sentence in one script.
Of markdown-it-py only the parsing counts, neither imports nor reading; all else is whole commands.
Needs psutil, and proselint 0.16 for the comparison with it: `pip install -e '.[bench]'`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import library
import timing
from table import Row, shown
from timing import RunError, Timed

HERE = Path(__file__).parent
#: Modules are compiled once, as they are in an installed package, and not in every run.
_UNWANTED = frozenset({"PYTHONDONTWRITEBYTECODE"})
PARTS = ("start-up", "library", "again", "large", "memory")


class Bench:
    """The generated files, a cache folder of our own, and the commands that are measured."""

    def __init__(self, folder: Path, given: argparse.Namespace) -> None:
        self.files = library.write(folder / "files", scripts=given.scripts, seed=given.seed)
        self.runs: int = given.runs
        self.with_proselint: bool = not given.no_proselint
        self._cache = folder / "cache"
        self._changes = 0
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in _UNWANTED},
            "XDG_CACHE_HOME": str(self._cache),
            "LOCALAPPDATA": str(self._cache),
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        }
        self.check(self.files.small)  # compiles the rulebook

    def forget_findings(self) -> None:
        """Delete all that protolint has cached but the compiled rulebook.

        Raises RunError where that is not alone, and so was not used.
        """
        for kept in (self._cache / "protolint").iterdir():
            if kept.name != "rulebooks":
                shutil.rmtree(kept)
            elif len(list(kept.iterdir())) != 1:
                raise RunError("protolint or its rules changed while it was measured: start again")

    def command(self, path: Path) -> list[str]:
        """Return the command that checks a file or folder with all shipped rules."""
        return [sys.executable, "-m", "protolint", "check", str(path)]

    def check(self, path: Path) -> Timed:
        """Check a file or folder as it comes, with whatever the cache holds."""
        return timing.run(self.command(path), self.environment, codes=(0, 1))

    def check_cold(self, path: Path) -> Timed:
        """Check a file or folder with no findings cached."""
        self.forget_findings()
        return self.check(path)

    def check_changed(self, path: Path) -> Timed:
        """Check a folder in which one script has another sentence than before."""
        self._changes += 1
        script = self.files.files[len(self.files.files) // 3]
        before = script.read_text(encoding="utf-8")
        sentence = f"We called the depot in {'Northgate' * self._changes} about it.\n"
        script.write_text(f"{before}\n{sentence}", encoding="utf-8")
        try:
            return self.check(path)
        finally:
            script.write_text(before, encoding="utf-8")

    def python(self) -> Timed:
        """Start Python and do nothing."""
        return timing.run([sys.executable, "-c", "pass"], self.environment)

    def markdown_it(self) -> Timed:
        """Parse the library with markdown-it-py in one process, timing only the parsing."""
        command = [sys.executable, str(HERE / "parse_markdown.py"), str(self.files.scripts)]
        return timing.run_self_timed(command, self.environment)

    def proselint(self) -> Timed:
        """Check the library with proselint as it comes."""
        command = [sys.executable, "-m", "proselint", "check", str(self.files.scripts)]
        return timing.run(command, self.environment, codes=(0, 1))


def start_up(bench: Bench) -> Iterator[Row]:
    """One small file, against a Python that does nothing."""
    took = timing.medians(
        bench.runs * 3, python=bench.python, small=lambda: bench.check_cold(bench.files.small)
    )
    ratio = took["small"].seconds / took["python"].seconds
    yield Row("python -c pass", took["python"].seconds, "s")
    yield Row("one small file", took["small"].seconds, "s", ratio, "python -c pass", 16)


def whole_library(bench: Bench) -> Iterator[Row]:
    """The scripts of a library, against a bare parse and against proselint."""
    folder = bench.files.scripts
    measured: dict[str, Callable[[], Timed]] = {
        "parse": bench.markdown_it,
        "cold": lambda: bench.check_cold(folder),
        "warm": lambda: bench.check(folder),
    }
    if bench.with_proselint:
        measured["proselint"] = bench.proselint
    took = timing.medians(bench.runs, **measured)
    parse, cold, warm = (took[name].seconds for name in ("parse", "cold", "warm"))
    number = f"{len(bench.files.files):,} scripts"
    yield Row(f"{number}, markdown-it-py, parsing only", parse, "s")
    yield Row(f"{number}, markdown-it-py, whole process", took["parse"].whole, "s")
    yield Row(f"{number}, cold", cold, "s", cold / parse, "parsing only", 4.5)
    yield Row(f"{number}, warm", warm, "s", warm / cold, "cold")
    if bench.with_proselint:
        other = took["proselint"].seconds
        yield Row(f"{number}, proselint", other, "s", other / cold, "cold", 3, at_least=True)


def again(bench: Bench) -> Iterator[Row]:
    """A library that was checked before: as it was, and with one script changed."""
    folder = bench.files.scripts
    took = timing.medians(
        bench.runs,
        cold=lambda: bench.check_cold(folder),
        warm=lambda: bench.check(folder),
        changed=lambda: bench.check_changed(folder),
    )
    cold, warm, changed = (took[name].seconds for name in ("cold", "warm", "changed"))
    number = f"{len(bench.files.files):,} scripts"
    yield Row(f"{number}, nothing known", cold, "s", cold / warm, "all known", 8, at_least=True)
    yield Row(f"{number}, all known", warm, "s", target=0.3)
    yield Row(f"{number}, one changed", changed, "s", changed / warm, "all known", 2)


def large_files(bench: Bench) -> Iterator[Row]:
    """A file of 1 MB against one of 100 KB: time grows with size, not faster."""
    took = timing.medians(
        bench.runs,
        large=lambda: bench.check_cold(bench.files.large),
        larger=lambda: bench.check_cold(bench.files.larger),
    )
    large, larger = took["large"].seconds, took["larger"].seconds
    yield Row("one file of 100 KB", large, "s")
    yield Row("one file of 1 MB", larger, "s", larger / large, "100 KB", 12)


def memory_use(bench: Bench) -> Iterator[Row]:
    """The memory of all processes together while the library is checked cold."""
    import memory  # noqa: PLC0415 (needs psutil, which the other parts do not)

    bench.forget_findings()
    highest, processes = memory.peak(bench.command(bench.files.scripts), bench.environment)
    yield Row(f"memory (PSS of {processes} processes)", highest, "MB", target=300)


MEASURED = dict(zip(PARTS, (start_up, whole_library, again, large_files, memory_use), strict=True))


def options() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "parts", nargs="*", help=f"what to measure: {', '.join(PARTS)}; default: all"
    )
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default 5)")
    parser.add_argument("--scripts", type=int, default=1_000, help="scripts in the library")
    parser.add_argument("--seed", type=int, default=7, help="what the texts are drawn by")
    parser.add_argument("--cores", type=int, default=2, help="processor cores to use (default 2)")
    parser.add_argument("--no-proselint", action="store_true", help="leave proselint out")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"there is no part “{unknown.pop()}”; there is {', '.join(PARTS)}")
    return given


def main() -> None:
    given = options()
    cores = timing.pin(given.cores)
    version = sys.version.split()[0]
    print(f"Python {version} on {cores} cores, medians of {given.runs} runs in turn")
    print(timing.busy())
    with tempfile.TemporaryDirectory(prefix="protolint-bench-") as folder:
        bench = Bench(Path(folder), given)
        rows = [row for part in given.parts or PARTS for row in MEASURED[part](bench)]
    print(shown(rows))


if __name__ == "__main__":
    main()
