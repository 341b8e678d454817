"""Opaque tokens put into a prose text in place of the words they are written with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from protolint.readers._placeholders import assumed_length
from protolint.script import OPAQUE, Link, Opaque, OpaqueKind, Prose, Run, Settings


class Found(NamedTuple):
    """A part of a prose text, in its offsets, that is one token of a kind."""

    start: int
    end: int
    kind: OpaqueKind


def with_opaques(prose: Prose, found: Iterable[Found], source: str, lengths: Settings) -> Prose:
    """Return a prose in which each part found is one character of `OPAQUE`, places kept.

    Where parts overlap, the one that begins first wins, the longer one of two. `source` is the
    text that the runs of the prose lie in. Opaque tokens within a part found are gone.
    """
    parts = _Parts(apart(found))
    if not parts.all:
        return prose
    opaques = {
        parts.moved(at): token for at, token in prose.opaques.items() if not parts.covering(at)
    }
    for part in parts.all:
        opaques[parts.moved(part.start)] = _token(prose, part, source, lengths)
    return Prose(
        _text(prose.text, parts.all),
        tuple(_runs(prose, parts)),
        dict(sorted(opaques.items())),
        tuple(_over(link, parts) for link in prose.links),
    )


def apart(found: Iterable[Found]) -> Iterator[Found]:
    """Yield the parts in order without those that overlap one before them, or a longer one."""
    end = 0
    for part in sorted(found, key=lambda part: (part.start, -part.end)):
        if part.start >= end:
            end = part.end
            yield part


class _Parts:
    """The parts found, in order and apart, and where each old offset lies in the new text."""

    def __init__(self, parts: Iterable[Found]) -> None:
        self.all = list(parts)
        self._starts = [part.start for part in self.all]
        self._gone = [0, *accumulate(part.end - part.start - 1 for part in self.all)]

    def covering(self, offset: int) -> Found | None:
        """Return the part that an offset lies in."""
        at = bisect_right(self._starts, offset) - 1
        return self.all[at] if at >= 0 and offset < self.all[at].end else None

    def moved(self, offset: int) -> int:
        """Return the new place of an offset; inside a part, that of its start."""
        part = self.covering(offset)
        start = part.start if part else offset
        return start - self._gone[bisect_left(self._starts, start)]


def _token(prose: Prose, part: Found, source: str, lengths: Settings) -> Opaque:
    span = prose.span(part.start, part.end)
    shown = prose.text[part.start : part.end]
    name = shown.strip("[]{}<>*_ \t") if part.kind in {"blank", "marker"} else ""
    length = assumed_length(name, lengths) if name else part.end - part.start
    return Opaque(
        kind=part.kind, raw=source[span.start : span.end], span=span, length=length, name=name
    )


def _text(text: str, parts: list[Found]) -> str:
    pieces: list[str] = []
    end = 0
    for part in parts:
        pieces += text[end : part.start], OPAQUE[part.kind]
        end = part.end
    return "".join([*pieces, text[end:]])


def _runs(prose: Prose, parts: _Parts) -> Iterator[Run]:
    """Yield what is left of each run beside the parts, and one run for each part."""
    runs = prose.runs
    waiting = iter([*parts.all, Found(len(prose.text), len(prose.text), "blank")])
    part = next(waiting)
    for at, run in enumerate(runs):
        follows = runs[at + 1].prose_start if at + 1 < len(runs) else len(prose.text)
        start = run.prose_start
        while part.start < follows:
            yield from _piece(run, start, part.start, follows, parts)
            if part.start >= run.prose_start:
                span = prose.span(part.start, part.end)
                yield Run(parts.moved(part.start), span.start, span.end - span.start)
            start = part.end
            if part.end > follows:
                break
            part = next(waiting)
        yield from _piece(run, start, follows, follows, parts)


def _piece(run: Run, start: int, end: int, follows: int, parts: _Parts) -> Iterator[Run]:
    """Yield the part of a run from `start` to `end`, if any; `follows` is where the run ends."""
    if start < end and follows - run.prose_start == run.source_length:
        place = run.source_start + start - run.prose_start
        yield Run(parts.moved(start), place, end - start)
    elif start < end:
        yield Run(parts.moved(start), run.source_start, run.source_length)


def _over(link: Link, parts: _Parts) -> Link:
    """Return a link over the new text; one that holds or is a part still covers it."""
    start = parts.moved(link.start)
    end = parts.moved(link.end - 1) + 1 if link.end > link.start else start
    return Link(start, end, link.target, link.span, link.kind)
