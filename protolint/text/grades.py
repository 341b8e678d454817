"""Reading grades: what they need of a text, the formulas from their sources, and their worth."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

Confidence = Literal["none", "low", "medium", "high"]

#: Under so many pooled words there is no grade: the formulas were made on samples of 100 words.
FEWEST_WORDS = 100


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


def confidence(number_of_words: int) -> Confidence:
    """Return how far a grade of so many words can be trusted: none under 100, high from 1,000."""
    if number_of_words < FEWEST_WORDS:
        return "none"
    if number_of_words < 400:
        return "low"
    return "medium" if number_of_words < 1000 else "high"


def flesch_reading_ease(counts: Counts) -> float:
    """Return the Flesch reading ease, about 0 (very hard) to 100 (very easy).

    206.835 - 1.015 · words per sentence - 84.6 · syllables per word. R. Flesch, A New Readability
    Yardstick, Journal of Applied Psychology 32 (1948).
    """
    return 206.835 - 1.015 * words_per_sentence(counts) - 84.6 * _word_length(counts)


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade, a year of US school, about 0 to 18.

    0.39 · words per sentence + 11.8 · syllables per word - 15.59. J. P. Kincaid et al., Derivation
    of New Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75 (1975).
    """
    return 0.39 * words_per_sentence(counts) + 11.8 * _word_length(counts) - 15.59


def smog(counts: Counts) -> float:
    """Return the SMOG grade, a year of US school, from 3.1 up.

    1.0430 · √(polysyllables in 30 sentences) + 3.1291. G. H. McLaughlin, SMOG Grading, Journal of
    Reading 12 (1969). It was made on samples of 30 sentences, and is a rough guess from fewer.
    """
    return 1.0430 * math.sqrt(counts.polysyllables * 30 / max(counts.sentences, 1)) + 3.1291


def lix(counts: Counts) -> float:
    """Return the readability index LIX, about 20 (very easy) to 60 (very hard), in any language.

    Words per sentence + percentage of words of more than six letters. C. H. Björnsson, Läsbarhet
    (1968).
    """
    return words_per_sentence(counts) + 100 * counts.long_words / max(counts.words, 1)


def words_per_sentence(counts: Counts) -> float:
    """Return the length of the average sentence in words; a sentence without a word is none."""
    return counts.words / max(counts.sentences, 1)


def _word_length(counts: Counts) -> float:
    return counts.syllables / max(counts.words, 1)
