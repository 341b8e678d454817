"""Readable text, and where each part of it stands in its source."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

import msgspec

from protolint.script.opaque import Opaque
from protolint.script.source import Span


class Run(NamedTuple):
    """A part of a prose text and the source it was read from.

    A run whose prose is as long as its source is the source, character by character (but a line
    break may be shown as a space, and NUL and the characters of `OPAQUE` as U+FFFD). Any other run
    (an entity, an escape, a line break with its indentation, an opaque token) is one piece.
    """

    prose_start: int
    source_start: int
    source_length: int


class Link(msgspec.Struct, frozen=True):
    """A link whose text lies at `start` to `end` in a prose text."""

    start: int
    end: int
    target: str
    span: Span
    kind: str = "link"


class Prose(msgspec.Struct, frozen=True, dict=True):
    """Text as a customer reads it: markup resolved, soft line breaks as one space.

    A line break that ends a line for the reader is `\\n`. Each opaque token is one character of
    `OPAQUE`; `opaques` has them by their offset in `text`. `runs` cover the text without gaps.
    """

    text: str
    runs: tuple[Run, ...]
    opaques: dict[int, Opaque] = {}
    links: tuple[Link, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [run.prose_start for run in self.runs]

    def span(self, start: int, end: int) -> Span:
        """Return the source from the first to the last character of `text[start:end]`.

        An empty range gives an empty span at the place where its text would stand.
        """
        first = self._offset(start, at_end=False)
        return Span(first, first if start == end else self._offset(end - 1, at_end=True))

    def part(self, start: int, end: int) -> Prose:
        """Return `text[start:end]` as a prose of its own, places, tokens and links kept."""
        if start <= 0 and end >= len(self.text):
            return self
        ends = [*self._starts[1:], len(self.text)]
        runs = tuple(
            _cut(run, stop, start, end)
            for run, stop in zip(self.runs, ends, strict=True)
            if run.prose_start < end and stop > start
        )
        opaques = {at - start: token for at, token in self.opaques.items() if start <= at < end}
        links = tuple(
            msgspec.structs.replace(
                link, start=max(link.start, start) - start, end=min(link.end, end) - start
            )
            for link in self.links
            if link.start < end and link.end > start
        )
        return Prose(self.text[start:end], runs, opaques, links)

    def shown(self, start: int, end: int) -> str:
        """Return a part of the text with its opaque tokens as they are written."""
        text = self.text[start:end]
        for at in sorted((at for at in self.opaques if start <= at < end), reverse=True):
            text = f"{text[: at - start]}{self.opaques[at].raw}{text[at - start + 1 :]}"
        return text

    def _offset(self, offset: int, *, at_end: bool) -> int:
        index = max(bisect_right(self._starts, offset) - 1, 0)
        run = self.runs[index]
        after = self.runs[index + 1].prose_start if index + 1 < len(self.runs) else len(self.text)
        if after - run.prose_start == run.source_length:
            return run.source_start + offset - run.prose_start + at_end
        past = at_end or offset >= after
        return run.source_start + (run.source_length if past else 0)


def _cut(run: Run, stop: int, start: int, end: int) -> Run:
    """Return what is left of a run, which ends at `stop`, in a text from `start` to `end`."""
    first = max(run.prose_start, start)
    if stop - run.prose_start != run.source_length:
        return Run(first - start, run.source_start, run.source_length)
    source = run.source_start + first - run.prose_start
    return Run(first - start, source, min(stop, end) - first)
