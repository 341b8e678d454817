"""Counts of prose that readability formulas need: words, sentences, syllables, long words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from protolint.text.grades import Counts
from protolint.text.sentences import sentences
from protolint.text.syllables import syllables
from protolint.text.words import has_word, word_list


def count(text: str) -> Counts:
    """Return the counts of a text; a sentence without a word is none."""
    found = sum(1 for start, end in sentences(text) if has_word(text, start, end))
    return _of_words(word_list(text), found)


def heard(found: Iterable[str]) -> int:
    """Return the syllables of words, where opaque tokens, addresses and figures have one each."""
    return sum(_measure(word)[1] for word in found)


def pooled(texts: Iterable[str]) -> Counts:
    """Return the counts of all texts together."""
    return sum(map(count, texts), Counts())


def _of_words(found: list[str], sentence_count: int) -> Counts:
    spoken = letters = polysyllables = long_words = 0
    for size, beats in map(_measure, found):
        letters += size
        spoken += beats
        polysyllables += beats >= 3
        long_words += size > 6
    return Counts(len(found), sentence_count, spoken, polysyllables, letters, long_words)


@lru_cache(maxsize=65536)
def _measure(word: str) -> tuple[int, int]:
    """Return letters and syllables of a word."""
    if word.isalpha():
        return len(word), syllables(word)
    if "\ue000" <= word[0] <= "\uf8ff" or "://" in word or "@" in word:
        return 4, 1
    is_figure = any(map(str.isdigit, word))
    return sum(map(str.isalpha, word)), 1 if is_figure else syllables(word)
