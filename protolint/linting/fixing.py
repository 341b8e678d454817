"""Files mended: which findings may be, and each file replaced as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from protolint.linting import files, ratchet
from protolint.linting.baseline import judge
from protolint.linting.finding import Finding, Fix
from protolint.linting.fixes import fixable, mend
from protolint.linting.look import Look
from protolint.linting.replacing import ChangedMeanwhileError, replace
from protolint.linting.run import Held, Request, found
from protolint.linting.work import Work
from protolint.script import Problem

_BOM = b"\xef\xbb\xbf"


class MendedFile(NamedTuple):
    """A file before and after its fixes, and the findings that were mended."""

    path: str
    before: bytes
    after: bytes
    done: tuple[Finding, ...]


class Fixing:
    """What `fix` may do: the safe fixes or all, less what a baseline gives a reason for."""

    def __init__(self, held: Held, request: Request, seen: Look, *, unsafe: bool) -> None:
        self._held = held
        self._work: Work = held.work(request.channel)
        self._seen = seen
        self._unsafe = unsafe
        self._agreed = frozenset(_agreed(held, request, seen))

    def files(self) -> Iterator[MendedFile | Problem]:
        """Yield each file that has something to be mended, as it would be; nothing is written."""
        for result in self._seen.results:
            if not result.problems and any(map(self._may, fixable(result))):
                mended = self._file(result.path)
                if isinstance(mended, Problem) or mended.before != mended.after:
                    yield mended

    def unsafe_left(self) -> int:
        """Return how many findings have a fix that was not asked for."""
        if self._unsafe:
            return 0
        every = (own for result in self._seen.results for own in fixable(result))
        return sum(bool(own.fix) and not self._may(own) for own in every)

    def _file(self, name: str) -> MendedFile | Problem:
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            return Problem(name, 0, 0, f"this file cannot be read: {error.strerror}")
        source = files.decode(name, data)
        if isinstance(source, Problem):
            return source
        mended = mend(source, self._work, self._is_wanted)
        mark = _BOM if data.startswith(_BOM) else b""
        return MendedFile(name, data, mark + mended.text.encode("utf-8"), mended.done)

    def _may(self, own: Finding) -> bool:
        return own.fix is not None and self._is_wanted(own, own.fix)

    def _is_wanted(self, own: Finding, fix: Fix) -> bool:
        is_agreed = (own.path, own.rule, own.excerpt) in self._agreed
        return not is_agreed and (self._unsafe or fix.safety == "safe")


def _agreed(held: Held, request: Request, seen: Look) -> Iterable[tuple[str, str, str]]:
    """Yield the findings that somebody gave a reason for in the baseline."""
    path = held.baseline(request)
    if path is None:
        return
    baseline = ratchet.opened(path, use_cache=request.use_cache)
    findings = found(held, seen, request.today)
    judged = judge(
        findings,
        baseline.entries,
        ratchet.extent(held.plan, held.project, seen, request.today),
    )
    for placed, own in judged.old:
        if placed.entry.reason:
            yield own.path, own.rule, own.excerpt


def write(mended: MendedFile) -> Problem | None:
    """Put a mended file in the place of the one that was read; a problem where that cannot be."""
    try:
        replace(Path(mended.path), mended.before, mended.after)
    except ChangedMeanwhileError:
        message = "this file was changed meanwhile and is left as it is: run this again"
    except OSError as error:
        message = f"this file cannot be written: {error.strerror}"
    else:
        return None
    return Problem(mended.path, 0, 0, message)
