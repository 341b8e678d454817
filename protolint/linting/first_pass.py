"""The first pass over the files of a run: what is known of them, and a look at the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from protolint.linting import files
from protolint.linting.cache import FileCache
from protolint.linting.garbage import uncollected
from protolint.linting.results import FileResult, Kept, unpacked
from protolint.linting.work import Work
from protolint.script import Problem

#: From this many files up, a second process is worth its start.
MANY = 64
#: Files handed to a process at a time. Each step is done for all of them at once, so many are
#: quicker than few, but the processes are to end together.
FEWEST, MOST = 16, 64
#: Into how many portions the files of a process are divided where that is not too few.
_PORTIONS = 4


def lint_files(
    paths: Sequence[Path],
    work: Work,
    jobs: int | None,
    tell: Callable[[int], None],
    cache: FileCache,
) -> list[FileResult]:
    """Return the result of each file, in order; `tell` hears how many are done.

    What the cache knows is not looked for again, and what is found goes into it. `jobs` of None
    uses all processors where there are many files to be looked at.
    """
    with uncollected():
        known = {} if cache.is_empty else dict(_known(paths, work, cache))
    missing = [path for path in paths if path not in known]
    found = list(_told(_found(missing, work, jobs), len(paths) - len(missing), tell))
    with uncollected():
        for path, kept in zip(missing, found, strict=True):
            known[path] = unpacked(kept)
            cache.put(known[path].path, kept)
    return [known[path] for path in paths]


def _told(found: Iterable[Kept], known: int, tell: Callable[[int], None]) -> Iterator[Kept]:
    """Yield what is found and say how many are done: packed, until the processes have ended."""
    for done, kept in enumerate(found, known + 1):
        yield kept
        tell(done)


def _known(
    paths: Iterable[Path], work: Work, cache: FileCache
) -> Iterator[tuple[Path, FileResult]]:
    for path in paths:
        data = work.load(path)
        if not isinstance(data, Problem):
            result = cache.result(files.shown(path), data)
            if result:
                yield path, result


def _found(paths: Sequence[Path], work: Work, jobs: int | None) -> Iterator[Kept]:
    """Yield what is found in files, by this process or by several."""
    if not paths:
        return iter(())
    # Only here is imported what reads Markdown and looks for patterns: a known file needs neither.
    count = jobs or (processors() if len(paths) >= MANY else 1)
    size = min(MOST, max(FEWEST, len(paths) // (count * _PORTIONS)))
    chunks = [paths[at : at + size] for at in range(0, len(paths), size)]
    if count > 1:
        from protolint.linting.processes import spread  # noqa: PLC0415

        return spread(chunks, work, count)
    from protolint.linting.file_pass import lint_chunk  # noqa: PLC0415

    return (kept for chunk in chunks for kept in lint_chunk(chunk, work))


def processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
