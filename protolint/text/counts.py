"""Counts of prose that readability formulas need: words, sentences, syllables, long words."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from protolint.text.sentences import sentences
from protolint.text.syllables import syllables
from protolint.text.words import words


class Counts(msgspec.Struct, frozen=True):
    """What the formulas need of a text; counts of several texts can be added.

    A polysyllable has three syllables or more, a long word more than six letters. An opaque token
    (placeholder, URL, …) is one word of one syllable and four letters. So is a figure one syllable
    (Flesch, How to Write Plain English, 1979): amounts and dates make no text hard.
    """

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    polysyllables: int = 0
    letters: int = 0
    long_words: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both texts together."""
        return Counts(*(a + b for a, b in zip(_values(self), _values(other), strict=True)))


def _values(counts: Counts) -> tuple[int, ...]:
    return msgspec.structs.astuple(counts)


def count(text: str) -> Counts:
    """Return the counts of a text; a sentence without a word is none."""
    total = sentence_count = syllable_count = polysyllables = letters = long_words = 0
    for start, end in sentences(text):
        found = words(text[start:end])
        sentence_count += bool(found)
        total += len(found)
        for first, last in found:
            size, spoken = _measure(text[start + first : start + last])
            letters += size
            syllable_count += spoken
            polysyllables += spoken >= 3
            long_words += size > 6
    return Counts(total, sentence_count, syllable_count, polysyllables, letters, long_words)


def _measure(word: str) -> tuple[int, int]:
    """Return letters and syllables of a word."""
    if word.isalpha():
        return len(word), syllables(word)
    if "\ue000" <= word[0] <= "\uf8ff" or "://" in word or "@" in word:
        return 4, 1
    is_figure = any(map(str.isdigit, word))
    return sum(map(str.isalpha, word)), 1 if is_figure else syllables(word)


def pooled(texts: Iterable[str]) -> Counts:
    """Return the counts of all texts together."""
    return sum(map(count, texts), Counts())
