"""Many patterns sought in many short texts: texts are joined, so that a few passes do for all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

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
    text: str
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

    def find(self, texts: Sequence[str], wanted: Container[int]) -> list[Found]:
        """Return where the wanted patterns match in folded texts, never across two of them."""
        return self.find_in_each([(texts, wanted)])[0]

    def find_in_each(
        self, scripts: Sequence[tuple[Sequence[str], Container[int]]]
    ) -> list[list[Found]]:
        """Return what `find` would for each of several scripts.

        One pattern after the other is sought in all of them: what a processor needs for a pattern
        is more than it keeps at hand for all. For 64 scripts that takes a third of the time.
        """
        seeking: dict[int, list[tuple[int, _Chunk]]] = {}
        for script, (texts, wanted) in enumerate(scripts):
            for chunk in _chunks(texts):
                for pattern in self._set.likely(chunk.text):
                    if pattern in wanted:
                        seeking.setdefault(pattern, []).append((script, chunk))
        found: list[list[Found]] = [[] for _ in scripts]
        for pattern in sorted(seeking):
            compiled = self._set.compiled(pattern)
            for script, chunk in seeking[pattern]:
                found[script] += self._in_chunk(pattern, compiled, chunk)
        return found

    def _in_chunk(self, pattern: int, compiled: Any, chunk: _Chunk) -> list[Found]:
        found: list[Found] = []
        is_alone = self._set.is_anchored(pattern)
        for match in compiled.finditer(chunk.given):
            own = None if is_alone else chunk.placed(pattern, *match.span())
            if own is None:
                return self._in_each_text(pattern, chunk)
            found.append(own)
        return found

    def _in_each_text(self, pattern: int, chunk: _Chunk) -> list[Found]:
        return [
            Found(number, pattern, start, end)
            for number, text in enumerate(chunk.texts, chunk.first)
            for start, end in self._set.alone(pattern, text)
        ]


def _chunks(texts: Sequence[str]) -> Iterator[_Chunk]:
    """Yield the texts in groups of about `_CHUNK` characters."""
    first = size = 0
    for number, text in enumerate(texts, 1):
        size += len(text)
        if size >= _CHUNK or number == len(texts):
            yield _chunk(first, texts[first:number])
            first, size = number, 0


def _chunk(first: int, texts: Sequence[str]) -> _Chunk:
    text = _BETWEEN.join(texts)
    between = len(_BETWEEN.encode())
    sizes = (len(own.encode()) + between for own in texts)
    return _Chunk(first, texts, text, text.encode(), (0, *accumulate(sizes)))
