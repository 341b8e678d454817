"""Readability: counts of pooled prose, formulas from their sources, textstat for the others."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

import msgspec

from protolint.text.sentences import sentences
from protolint.text.syllables import syllables
from protolint.text.words import words

Confidence = Literal["none", "low", "medium", "high"]

#: Under so many pooled words there is no grade: the formulas were made on samples of 100 words.
FEWEST_WORDS = 100


class Counts(msgspec.Struct, frozen=True):
    """What the formulas need of a text; counts of several texts can be added.

    A polysyllable has three syllables or more, a long word more than six letters. An opaque token
    (placeholder, URL, …) is one word of one syllable and four letters.
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
    if "\ue000" <= word[0] <= "\uf8ff" or "://" in word or "@" in word:
        return 4, 1
    size = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    return size, syllables(word)


def pooled(texts: Iterable[str]) -> Counts:
    """Return the counts of all texts together."""
    return sum(map(count, texts), Counts())


def confidence(number_of_words: int) -> Confidence:
    """Return how far a grade of so many words can be trusted: none under 100, high from 1,000."""
    if number_of_words < FEWEST_WORDS:
        return "none"
    if number_of_words < 400:
        return "low"
    return "medium" if number_of_words < 1000 else "high"


def flesch_reading_ease(counts: Counts) -> float:
    """Return 206.835 - 1.015·W/S - 84.6·B/W: about 0 (hard) to 100 (easy). Flesch 1948."""
    return 206.835 - 1.015 * _sentence_length(counts) - 84.6 * _word_length(counts)


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return 0.39·W/S + 11.8·B/W - 15.59, a US school grade. Kincaid et al. 1975."""
    return 0.39 * _sentence_length(counts) + 11.8 * _word_length(counts) - 15.59


def smog(counts: Counts) -> float:
    """Return 1.0430·√(P·30/S) + 3.1291, a US school grade. McLaughlin 1969."""
    return 1.0430 * math.sqrt(counts.polysyllables * 30 / max(counts.sentences, 1)) + 3.1291


def lix(counts: Counts) -> float:
    """Return W/S + 100·L/W, L words of more than six letters. Björnsson 1968."""
    return _sentence_length(counts) + 100 * counts.long_words / max(counts.words, 1)


def _sentence_length(counts: Counts) -> float:
    return counts.words / max(counts.sentences, 1)


def _word_length(counts: Counts) -> float:
    return counts.syllables / max(counts.words, 1)


_OWN: dict[str, Callable[[Counts], float]] = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "smog": smog,
    "lix": lix,
}
METRICS: tuple[str, ...] = tuple(_OWN)


def metric(name: str, counts: Counts, texts: Iterable[str] = ()) -> float | None:
    """Return a metric by its name, or None under 100 words.

    Raises KeyError for a name that is not in `METRICS`.
    """
    formula = _OWN[name]
    return formula(counts) if counts.words >= FEWEST_WORDS else None


class Readability(msgspec.Struct, frozen=True):
    """Pooled counts and the four formulas; None where there are under 100 words."""

    counts: Counts
    flesch_reading_ease: float | None
    flesch_kincaid_grade: float | None
    smog: float | None
    lix: float | None
    confidence: Confidence


def readability(texts: Iterable[str]) -> Readability:
    """Return the counts of all texts together, and the grades they give."""
    counts = pooled(texts)
    return Readability(
        counts=counts,
        flesch_reading_ease=metric("flesch_reading_ease", counts),
        flesch_kincaid_grade=metric("flesch_kincaid_grade", counts),
        smog=metric("smog", counts),
        lix=metric("lix", counts),
        confidence=confidence(counts.words),
    )


class Hardest(NamedTuple):
    """The place of a sentence and its Flesch-Kincaid grade."""

    start: int
    end: int
    grade: float


def hardest(text: str) -> Hardest | None:
    """Return the sentence with the highest Flesch-Kincaid grade, or None if there is no word.

    Sentences under eight words give way to longer ones: their grade is that of one long word.
    """
    measured = [(place, count(text[slice(*place)])) for place in sentences(text)]
    spoken = [(place, counts) for place, counts in measured if counts.words]
    long_enough = [entry for entry in spoken if entry[1].words >= 8] or spoken
    graded = [Hardest(*place, flesch_kincaid_grade(counts)) for place, counts in long_enough]
    return max(graded, key=lambda found: found.grade, default=None)
