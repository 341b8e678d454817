"""Something that a text claims and that another may contradict, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from protolint.text.numbers import WORDS
from protolint.text.reading import Reading
from protolint.text.subjects import About, about

#: What is further away in a very long sentence does not count.
_FAR = 800


class Hints(NamedTuple):
    """What words a text has: a quick way to know which claims cannot be in it.

    `parts` are its words in small letters, parted at hyphens, and what stands right after a figure
    (10kg).
    """

    parts: frozenset[str]
    has_figures: bool

    @property
    def has_numbers(self) -> bool:
        """Whether there is a number, in figures or in words."""
        return self.has_figures or not WORDS.isdisjoint(self.parts)


def hints(words: Iterable[str]) -> Hints:
    """Return what the words of a text, in small letters, tell of it."""
    parts: set[str] = set()
    has_figures = False
    for word in words:
        if "-" in word:
            pieces = word.split("-")
            parts.update(pieces)
            has_figures = has_figures or any(piece[:1].isdigit() for piece in pieces)
        elif word[0].isdigit():
            has_figures = True
            parts.add(word.lstrip("0123456789"))
        else:
            parts.add(word)
    return Hints(frozenset(parts), has_figures)


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
    start, end = max(start, at - _FAR), min(end, at + _FAR)
    before = reading.sentences[number - 1] if number else (0, 0)
    return start, reading.folded[start:end], reading.folded[before[0] : before[1]]


def about_place(reading: Reading, start: int, end: int) -> About:
    """Return what a place in a reading is about that is no length of time."""
    first, sentence, before = sentence_at(reading, start)
    return about(sentence, start - first, end - first, before, is_time=False)
