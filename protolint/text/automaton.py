"""Many patterns sought in many short texts: texts are joined, so that a few passes do for all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from protolint.text.pattern_set import AnchoredSet, PatternSet
from protolint.text.patterns import ANCHORED
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


class Automaton:
    """Different patterns made ready, each with whether case counts; numbered as they are given."""

    def __init__(
        self, patterns: Iterable[tuple[str, bool]], known: Mapping[str, Ready] | None = None
    ) -> None:
        numbered = list(enumerate(patterns))
        # What speaks of the beginning or the end of a text can only be tried on each alone.
        anchored = [(number, own) for number, own in numbered if ANCHORED.search(own[0])]
        self._anchored = [number for number, _ in anchored]
        self._alone = AnchoredSet([own for _, own in anchored])
        self._free = sorted({number for number, _ in numbered}.difference(self._anchored))
        self._joined = PatternSet((numbered[number][1] for number in self._free), known)

    def prepare(self) -> None:
        """Make everything that many texts need, so that processes to come share it."""
        self._joined.prepare()

    def find(self, texts: Sequence[str], wanted: Container[int]) -> Iterator[Found]:
        """Yield where the wanted patterns match in folded texts, never across two of them."""
        for first, chunk in _chunks(texts):
            yield from self._in_joined(chunk, first, wanted)
            for number, text in enumerate(chunk, first):
                yield from self._in_one(text, number, wanted)

    def _in_one(self, text: str, number: int, wanted: Container[int]) -> Iterator[Found]:
        for own in self._alone.match(text) if self._anchored else ():
            pattern = self._anchored[own]
            for start, end in self._alone.places(own, text) if pattern in wanted else ():
                yield Found(number, pattern, start, end)

    def _in_joined(
        self, texts: Sequence[str], first: int, wanted: Container[int]
    ) -> Iterator[Found]:
        joined = _BETWEEN.join(texts)
        starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in texts)]
        for own in self._joined.match(joined, lambda number: self._free[number] in wanted):
            if self._free[own] in wanted:
                yield from self._placed(own, joined, texts, first, starts)

    def _placed(
        self, own: int, joined: str, texts: Sequence[str], first: int, starts: Sequence[int]
    ) -> Iterator[Found]:
        pattern = self._free[own]
        found: list[Found] = []
        for start, end in self._joined.places(own, joined):
            number = bisect_right(starts, start) - 1
            at = starts[number]
            if end - at > len(texts[number]):  # into the next text: look at each alone
                yield from self._each(own, texts, first)
                return
            found.append(Found(first + number, pattern, start - at, end - at))
        yield from found

    def _each(self, own: int, texts: Sequence[str], first: int) -> Iterator[Found]:
        for number, text in enumerate(texts, first):
            for start, end in self._joined.places(own, text):
                yield Found(number, self._free[own], start, end)


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
