"""The sentences of a script in order, as far as they carry it: no greeting, heading or sign-off."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from protolint.checks._check import View
from protolint.checks._places import Branch
from protolint.text.parts import is_greeting, is_sign_off

#: How many lines a sign-off has at most, with names, titles and a last address below it.
_LONGEST_CLOSING = 6


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
    def _lines(self) -> list[tuple[int, int, int]]:
        return [
            (number, start, end)
            for number, reading in enumerate(self._readings)
            if reading.stretch.kind not in {"heading", "subject"}
            for start, end in reading.sentences
        ]

    @cached_property
    def has_greeting(self) -> bool:
        """Whether the script greets on a line of its own."""
        return any(is_greeting(self._text(line)) for line in self._lines[:3])

    @cached_property
    def _closing(self) -> int:
        """The number of the line that begins the sign-off, or of lines if there is none."""
        count = len(self._lines)
        for at in range(max(1, count - _LONGEST_CLOSING), count):
            if is_sign_off(self._text(self._lines[at])):
                return at
        return count

    @property
    def has_sign_off(self) -> bool:
        """Whether the script closes with a formula or a signature."""
        return self._closing < len(self._lines)

    @cached_property
    def sentences(self) -> list[Said]:
        """The sentences that count, in order; of a conditional each branch is counted alone."""
        body = self._lines[: self._closing]
        places = [line for line in body if not is_greeting(self._text(line))]
        branches = [self._readings[number].stretch.branch for number, _, _ in places]
        after = reversed(_counts(reversed(branches)))
        around = zip(places, _counts(branches), after, strict=True)
        return [Said(*place, before, later) for place, before, later in around]

    def at(self, reading: int, start: int) -> Said:
        """Return the sentence that holds a place.

        One that does not count is the very first if it is a greeting, the very last after that.
        """
        at = bisect_right(self._starts, (reading, start)) - 1
        said = self.sentences[at] if at >= 0 else None
        if said and said.reading == reading and start < said.end:
            return said
        count = len(self.sentences)
        is_last = bool(said) and at == count - 1
        return Said(reading, start, start, *((count, 0) if is_last else (0, count)))

    @cached_property
    def _starts(self) -> list[tuple[int, int]]:
        return [(said.reading, said.start) for said in self.sentences]

    def _text(self, line: tuple[int, int, int]) -> str:
        return self._readings[line[0]].text[line[1] : line[2]]


def order_of(view: View) -> Order:
    """Return the sentences of a view in order, worked out once for all rules."""
    if Order not in view.memo:
        view.memo[Order] = Order(view)
    order: Order = view.memo[Order]
    return order


def _counts(branches: Iterable[Branch]) -> list[int]:
    """Return for each sentence how many came before that can stand in one message with it.

    These are all but those in another branch of a conditional that it lies in.
    """
    branches = list(branches)
    if not any(branches):
        return list(range(len(branches)))
    conditionals: Counter[int] = Counter()
    ways: Counter[tuple[int, int]] = Counter()
    counts = []
    for total, branch in enumerate(branches):
        apart = sum(conditionals[number] - ways[number, way] for number, way in branch)
        counts.append(total - apart)
        conditionals.update(number for number, _ in branch)
        ways.update(branch)
    return counts
