"""The sentences of a script in order, as far as they carry it: without greeting and headings."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from protolint.checks._check import View
from protolint.checks._places import Branch
from protolint.text.parts import is_greeting


class Said(NamedTuple):
    """A sentence, and how many others come before and after it in the same message."""

    reading: int
    start: int
    end: int
    before: int
    after: int


class Order:
    """The sentences of a view, and which of them a place lies in."""

    def __init__(self, view: View) -> None:
        self._readings = view.readings

    @cached_property
    def sentences(self) -> list[Said]:
        """The sentences that count, in order; of a conditional each branch is counted alone."""
        places = [
            (number, start, end)
            for number, reading in enumerate(self._readings)
            if reading.stretch.kind not in {"heading", "subject"}
            for start, end in reading.sentences
            if not is_greeting(reading.text[start:end])
        ]
        branches = [self._readings[number].stretch.branch for number, _, _ in places]
        after = reversed(_counts(reversed(branches)))
        around = zip(places, _counts(branches), after, strict=True)
        return [Said(*place, before, later) for place, before, later in around]

    def at(self, reading: int, start: int) -> Said:
        """Return the sentence that holds a place; one that does not count is the very first."""
        at = bisect_right(self._starts, (reading, start)) - 1
        said = self.sentences[at] if at >= 0 else None
        if said and said.reading == reading and start < said.end:
            return said
        return Said(reading, start, start, 0, len(self.sentences))

    @cached_property
    def _starts(self) -> list[tuple[int, int]]:
        return [(said.reading, said.start) for said in self.sentences]


def _counts(branches: Iterable[Branch]) -> list[int]:
    """Return for each sentence how many came before that can stand in one message with it.

    These are all but those in another branch of a conditional that it lies in.
    """
    conditionals: Counter[int] = Counter()
    ways: Counter[tuple[int, int]] = Counter()
    counts = []
    for total, branch in enumerate(branches):
        apart = sum(conditionals[number] - ways[number, way] for number, way in branch)
        counts.append(total - apart)
        conditionals.update(number for number, _ in branch)
        ways.update(branch)
    return counts
