"""Something that a text claims and that another may contradict, and what it is about."""

from __future__ import annotations

from typing import Any, NamedTuple

from protolint.text.reading import Reading
from protolint.text.subjects import About, about


class Claim(NamedTuple):
    """Something that a reading states: where, of what sort, its value, and what it is about.

    `way` is how it is meant: a deadline or what lasts, from an amount on or up to it.
    """

    start: int
    end: int
    of: str
    sort: str
    value: tuple[Any, ...]
    about: About
    way: str = ""

    @property
    def packed(self) -> list[Any]:
        """The claim as plain data, for a fact."""
        return [self.of, self.sort, list(self.value), *map(_listed, self.about), self.way]


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def sentence_at(reading: Reading, at: int) -> tuple[int, str, str]:
    """Return where the sentence at a place begins, what it says, and what the one before says."""
    if not reading.sentences:
        return 0, reading.folded, ""
    number = reading.sentence_at(at)
    start, end = reading.sentences[number]
    before = reading.sentences[number - 1] if number else (0, 0)
    return start, reading.folded[start:end], reading.folded[before[0] : before[1]]


def about_place(reading: Reading, start: int, end: int) -> About:
    """Return what a place in a reading is about that is no length of time."""
    first, sentence, before = sentence_at(reading, start)
    return about(sentence, start - first, end - first, before, is_time=False)
