"""Many patterns sought in many short texts: texts are joined, so that a few passes do for all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from protolint.text.pattern_set import PatternSet
from protolint.text.ready import Ready

#: Stands between two texts; the private character is in no text and in no pattern.
_BETWEEN = "\n\ue0fc\n"
#: Texts are joined up to about so many characters. More would have each pattern look through texts
#: in which it has nothing to find.
_CHUNK = 1_500


class Found(NamedTuple):
    """A place where a pattern matches: `texts[text][start:end]`."""

    text: int
    pattern: int
    start: int
    end: int


class _Chunk(NamedTuple):
    """A few folded texts in one: the number of the first, and where each begins, in bytes."""

    first: int
    texts: Sequence[str]
    given: bytes
    starts: Sequence[int]

    def placed(self, pattern: int, start: int, end: int) -> Found | None:
        """Return the text and the place in it of `given[start:end]`; None where that is in two."""
        number = bisect_right(self.starts, start) - 1
        at, text = self.starts[number], self.texts[number]
        if text.isascii():
            start, end = start - at, end - at
        elif end >= self.starts[number + 1]:
            return None
        else:  # offsets of bytes are not those of characters
            before = len(self.given[at:start].decode())
            start, end = before, before + len(self.given[start:end].decode())
        return Found(self.first + number, pattern, start, end) if end <= len(text) else None


class Automaton:
    """Different patterns made ready, each with whether case counts; numbered as they are given."""

    def __init__(
        self, patterns: Iterable[tuple[str, bool]], known: Mapping[str, Ready] | None = None
    ) -> None:
        self._set = PatternSet(patterns, known)

    def prepare(self) -> None:
        """Make everything that many texts need, so that processes to come share it."""
        self._set.prepare()

    def find(self, texts: Sequence[str], wanted: Container[int]) -> Iterator[Found]:
        """Yield where the wanted patterns match in folded texts, never across two of them."""
        for first, chunk in _chunks(texts):
            joined = _BETWEEN.join(chunk)
            likely = [number for number in self._set.likely(joined) if number in wanted]
            yield from self._in_chunk(_chunk(first, chunk, joined), likely)

    def _in_chunk(self, chunk: _Chunk, likely: Iterable[int]) -> Iterator[Found]:
        for pattern in likely:
            found: list[Found] = []
            is_alone = self._set.is_anchored(pattern)
            for match in self._set.compiled(pattern).finditer(chunk.given):
                own = None if is_alone else chunk.placed(pattern, *match.span())
                if own is None:  # look at each text alone
                    found = list(self._in_each(chunk, pattern))
                    break
                found.append(own)
            yield from found

    def _in_each(self, chunk: _Chunk, pattern: int) -> Iterator[Found]:
        for number, text in enumerate(chunk.texts, chunk.first):
            for start, end in self._set.alone(pattern, text):
                yield Found(number, pattern, start, end)


def _chunk(first: int, texts: Sequence[str], joined: str) -> _Chunk:
    between = len(_BETWEEN.encode())
    sizes = (len(text.encode()) + between for text in texts)
    return _Chunk(first, texts, joined.encode(), (0, *accumulate(sizes)))


def _chunks(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the texts in groups of about `_CHUNK` characters, with the number of the first."""
    first = size = 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= _CHUNK:
            yield first, texts[first : number + 1]
            first, size = number + 1, 0
    if first < len(texts):
        yield first, texts[first:]
