"""The sentences of a script in order, as far as they carry it: without greeting and headings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from protolint.checks._check import View
from protolint.checks._places import together
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
        if not any(reading.stretch.branch for reading in self._readings):
            last = len(places) - 1
            return [Said(*place, at, last - at) for at, place in enumerate(places)]
        return [Said(*place, *self._around(places, at)) for at, place in enumerate(places)]

    def at(self, reading: int, start: int) -> Said:
        """Return the sentence that holds a place; one that does not count is the very first."""
        for said in reversed(self.sentences):
            if said.reading == reading and said.start <= start < said.end:
                return said
        return Said(reading, start, start, 0, len(self.sentences))

    def _around(self, places: Sequence[tuple[int, int, int]], at: int) -> tuple[int, int]:
        own = self._readings[places[at][0]].stretch
        met = [together(own, self._readings[number].stretch) for number, _, _ in places]
        return sum(met[:at]), sum(met[at + 1 :])
