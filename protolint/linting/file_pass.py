"""The first pass over files, in this process or in several; results never depend on which."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from protolint import folder
from protolint.linting import files
from protolint.linting.engine import Lines
from protolint.linting.plan import Plan
from protolint.linting.results import FileResult
from protolint.linting.script_pass import Encode, lint_lines, no_edit
from protolint.linting.told import told
from protolint.script import Problem, Settings, Source

#: From this many files up, a second process is worth its start.
MANY = 64
#: Files handed to a process at a time: few enough that the processes end together.
CHUNK = 16


class Work:
    """What every file of a run is held to. Made once; each process has its own copy.

    `contents` are the bytes of files that are not to be read from the disk, by their paths.
    `is_previewed` says whether the run wants to show the scripts beside their findings.
    """

    def __init__(
        self,
        plan: Plan,
        settings_for: Callable[[str], Settings],
        max_bytes: int,
        contents: Mapping[str, bytes] | None = None,
        *,
        is_previewed: bool = False,
    ) -> None:
        self.plan = plan
        self.settings_for = settings_for
        self.max_bytes = max_bytes
        self.contents = contents or {}
        self.is_previewed = is_previewed

    def load(self, path: Path) -> bytes | Problem:
        """Return the bytes of a file, or what keeps it from being read."""
        data = self.contents.get(str(path))
        return files.load(path, self.max_bytes) if data is None else data

    def read(self, path: Path) -> Source | Problem:
        """Return the text of a file, or what keeps it from being read."""
        data = self.load(path)
        return data if isinstance(data, Problem) else files.decode(files.shown(path), data)


@cache
def suffixes() -> dict[str, str]:
    """Return the file name endings that are read, and the reader for each."""
    return {
        suffix: name
        for name in folder.names("protolint.readers")
        for suffix in folder.load("protolint.readers", name).SUFFIXES
    }


class Opened(NamedTuple):
    """A file that was read: its scripts, ready to be looked at, and what was wrong with it."""

    path: str
    source: Source | None
    scripts: tuple[Lines, ...]
    problems: tuple[Problem, ...]
    encode: Encode


def lint_source(source: Source, work: Work) -> FileResult:
    """Hold the scripts of a source to the rules."""
    return _judged(_opened(source, work), work)


def lint_chunk(paths: Sequence[Path], work: Work) -> list[FileResult]:
    """Read files and hold their scripts to the rules.

    Each step is done for all of them before the next one: what the steps need of code and patterns
    is more than a processor keeps at hand. No garbage is sought meanwhile, but afterwards.
    """
    is_on = gc.isenabled()
    gc.disable()
    try:
        opened = [_opened(work.read(path), work) for path in paths]
        for file in opened:
            for lines in file.scripts:
                lines.hits  # noqa: B018 (found now, and kept)
        return [_judged(file, work) for file in opened]
    finally:
        if is_on:
            gc.enable()


def _opened(source: Source | Problem, work: Work) -> Opened:
    if isinstance(source, Problem):
        return Opened(source.path, None, (), (source,), no_edit)
    name = suffixes().get(Path(source.path).suffix.lower(), "markdown")
    reader = folder.load("protolint.readers", name)
    read = reader.read(source, work.settings_for(source.path))
    scripts = tuple(Lines(script, work.plan) for script in read.scripts)
    return Opened(source.path, source, scripts, tuple(read.problems), reader.encode)


def _judged(file: Opened, work: Work) -> FileResult:
    judged = [lint_lines(lines, file.encode) for lines in file.scripts]
    result = told(file.path, judged, file.source, file.problems)
    if not work.is_previewed:
        return result
    from protolint.linting.preview import packed  # noqa: PLC0415 (few runs show the scripts)

    return msgspec.structs.replace(result, previews=packed(file.scripts))


def lint_files(
    paths: Sequence[Path], work: Work, jobs: int | None, tell: Callable[[int], None]
) -> list[FileResult]:
    """Return the result of each file, in order; `tell` hears how many are done.

    `jobs` of None uses all processors where there are many files.
    """
    count = jobs or (processors() if len(paths) >= MANY else 1)
    if count == 1:
        found = (result for own in _chunks(paths) for result in lint_chunk(own, work))
        return list(_telling(found, tell))
    work.plan.prepare()
    return list(_telling(_spread(paths, work, count), tell))


def _chunks(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    return (paths[at : at + CHUNK] for at in range(0, len(paths), CHUNK))


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
    chunks = list(_chunks(paths))
    decoder = msgspec.msgpack.Decoder(list[FileResult])
    with context.Pool(min(count, len(chunks)), _take, (work,)) as pool:
        for packed in pool.imap(_lint_chunk, chunks):
            yield from decoder.decode(packed)


_work: Work | None = None


def _take(work: Work) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first process's to answer
    global _work  # noqa: PLW0603 (a process of a pool can be given its work in no other way)
    _work = work
    gc.freeze()  # what was made before the fork is no garbage


def _lint_chunk(paths: Sequence[Path]) -> bytes:
    assert _work is not None  # noqa: S101
    packed = msgspec.msgpack.encode(lint_chunk(paths, _work))
    gc.collect()
    return packed
