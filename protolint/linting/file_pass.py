"""The first pass over files, in this process or in several; results never depend on which."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from protolint import folder
from protolint.linting import files
from protolint.linting.plan import Plan
from protolint.linting.script_pass import FileResult, ScriptResult, lint_script
from protolint.script import Problem, Settings, Source

#: From this many files up, a second process is worth its start.
MANY = 64
#: Files handed to a process at a time: few enough that the processes end together.
CHUNK = 16
#: Longer lines are not shown with a finding, only its own words.
LONG_LINE = 5_000


class Work:
    """What every file of a run is held to. Made once; each process has its own copy."""

    def __init__(self, plan: Plan, settings_for: Callable[[str], Settings], max_bytes: int) -> None:
        self.plan = plan
        self.settings_for = settings_for
        self.max_bytes = max_bytes


@cache
def suffixes() -> dict[str, str]:
    """Return the file name endings that are read, and the reader for each."""
    return {
        suffix: name
        for name in folder.names("protolint.readers")
        for suffix in folder.load("protolint.readers", name).SUFFIXES
    }


def lint_file(path: Path, work: Work) -> FileResult:
    """Read a file and hold its scripts to the rules."""
    source = files.read(path, work.max_bytes)
    if isinstance(source, Problem):
        return FileResult(files.shown(path), (), (source,), {})
    return lint_source(source, work)


def lint_source(source: Source, work: Work) -> FileResult:
    """Hold the scripts of a source to the rules."""
    name = suffixes().get(Path(source.path).suffix.lower(), "markdown")
    reader = folder.load("protolint.readers", name)
    read = reader.read(source, work.settings_for(source.path))
    scripts = tuple(lint_script(script, work.plan, reader.encode) for script in read.scripts)
    lines = _lines(source, scripts)
    return FileResult(source.path, scripts, tuple(read.problems), lines)


def _lines(source: Source, scripts: Iterable[ScriptResult]) -> dict[int, str]:
    """Return the lines on which findings begin, for outputs that show them."""
    starts = [*source.line_starts, len(source.text)]
    wanted = {finding.line for script in scripts for finding in script.findings}
    lines = ((line, source.text[starts[line - 1] : starts[line]]) for line in sorted(wanted))
    return {line: text.rstrip("\r\n") for line, text in lines if len(text) <= LONG_LINE}


def lint_files(
    paths: Sequence[Path], work: Work, jobs: int | None, tell: Callable[[int], None]
) -> list[FileResult]:
    """Return the result of each file, in order; `tell` hears how many are done.

    `jobs` of None uses all processors where there are many files.
    """
    count = jobs or (processors() if len(paths) >= MANY else 1)
    if count == 1:
        found = (lint_file(path, work) for path in paths)
        return list(_telling(found, tell))
    work.plan.prepare()
    return list(_telling(_spread(paths, work, count), tell))


def processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _telling(results: Iterator[FileResult], tell: Callable[[int], None]) -> Iterator[FileResult]:
    for number, result in enumerate(results, 1):
        tell(number)
        yield result


def _spread(paths: Sequence[Path], work: Work, count: int) -> Iterator[FileResult]:
    """Yield the results of several processes, in the order of the paths."""
    import multiprocessing  # noqa: PLC0415 (a run over few files needs none)

    # Forked processes have the plan already; elsewhere it is sent once to each of them.
    method = "fork" if sys.platform.startswith("linux") else "spawn"
    context = multiprocessing.get_context(method)
    chunks = [paths[at : at + CHUNK] for at in range(0, len(paths), CHUNK)]
    decoder = msgspec.msgpack.Decoder(list[FileResult])
    with context.Pool(min(count, len(chunks)), _take, (work,)) as pool:
        for packed in pool.imap(_lint_chunk, chunks):
            yield from decoder.decode(packed)


_work: Work | None = None


def _take(work: Work) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first process's to answer
    global _work  # noqa: PLW0603 (a process of a pool can be given its work in no other way)
    _work = work


def _lint_chunk(paths: Sequence[Path]) -> bytes:
    assert _work is not None  # noqa: S101
    return msgspec.msgpack.encode([lint_file(path, _work) for path in paths])
