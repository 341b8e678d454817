"""The first pass in several processes: its results are those of one, in the same order."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path

import msgspec

from protolint.linting.file_pass import lint_chunk
from protolint.linting.results import Kept
from protolint.linting.work import Work


def spread(chunks: Sequence[Sequence[Path]], work: Work, count: int) -> Iterator[Kept]:
    """Yield what so many processes find in files, in the order of the files."""
    work.plan.prepare()
    # Forked processes have the plan already; elsewhere it is sent once to each of them.
    context = get_context("fork" if sys.platform.startswith("linux") else "spawn")
    decoder = msgspec.msgpack.Decoder(list[Kept])
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
