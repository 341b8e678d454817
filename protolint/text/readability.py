"""Readability: formulas from their sources on pooled counts, and textstat for the others."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

import msgspec

from protolint.text.counts import Counts, count, heard, pooled
from protolint.text.sentences import sentences
from protolint.text.words import word_list

__all__ = [
    "METRICS",
    "Counts",
    "DictionaryMissingError",
    "Hardest",
    "Readability",
    "confidence",
    "count",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "hardest",
    "lix",
    "metric",
    "pooled",
    "readability",
    "smog",
    "what_is_missing",
]

Confidence = Literal["none", "low", "medium", "high"]

#: Under so many pooled words there is no grade: the formulas were made on samples of 100 words.
FEWEST_WORDS = 100

#: Metrics that textstat has for other languages than English, and the language it needs.
_LANGUAGES = {
    "crawford": "es", "fernandez_huerta": "es", "gutierrez_polini": "es", "szigriszt_pazos": "es",
    "gulpease_index": "it", "wiener_sachtextformel": "de", "osman": "ar",
}  # fmt: skip
#: Metrics that textstat counts without its dictionary of syllables.
_WITHOUT_DICTIONARY = (
    "automated_readability_index", "avg_character_per_word", "avg_letter_per_word",
    "avg_sentence_per_word", "char_count", "coleman_liau_index", "letter_count", "lexicon_count",
    "long_word_count", "mcalpine_eflaw", "miniword_count", "reading_time", "rix", "sentence_count",
    "words_per_sentence", *_LANGUAGES,
)  # fmt: skip
_WITH_DICTIONARY = (
    "avg_syllables_per_word", "dale_chall_readability_score", "dale_chall_readability_score_v2",
    "difficult_words", "gunning_fog", "linsear_write_formula", "monosyllabcount", "polysyllabcount",
    "smog_index", "spache_readability", "syllable_count", "text_standard",
)  # fmt: skip
_ARGUMENTS: dict[str, dict[str, Any]] = {
    "text_standard": {"float_output": True},
    "wiener_sachtextformel": {"variant": 1},
}
_OPAQUE = re.compile("[\ue000-\uf8ff]")
_ENDED = re.compile(r"[.!?…][\"'”’)\]»]*$")


class DictionaryMissingError(LookupError):
    """A metric of textstat needs a dictionary that is not on this computer."""


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
    return 206.835 - 1.015 * _sentence_length(counts) - 84.6 * _word_length(counts)


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade, a year of US school, about 0 to 18.

    0.39 · words per sentence + 11.8 · syllables per word - 15.59. J. P. Kincaid et al., Derivation
    of New Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75 (1975).
    """
    return 0.39 * _sentence_length(counts) + 11.8 * _word_length(counts) - 15.59


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
#: The names of all metrics: ours, then those of textstat.
METRICS: tuple[str, ...] = (*_OWN, *sorted({*_WITHOUT_DICTIONARY, *_WITH_DICTIONARY}))


def metric(name: str, counts: Counts, texts: Iterable[str] = ()) -> float | None:
    """Return a metric by its name, or None under 100 words.

    `counts` are those of `texts`, which only metrics of textstat read. Raises KeyError for a name
    that is not in `METRICS`, and DictionaryMissingError.
    """
    if name not in METRICS:
        raise KeyError(name)
    if counts.words < FEWEST_WORDS:
        return None
    return _OWN[name](counts) if name in _OWN else _by_textstat(name, texts)


def what_is_missing(name: str) -> str | None:
    """Return what a metric needs that is not here, and how to get it; None if nothing is missing.

    textstat would fetch the dictionary from the network in the middle of a run.
    """
    if name not in _WITH_DICTIONARY:
        return None
    import nltk  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    try:
        nltk.data.find("corpora/cmudict")
    except LookupError:
        return (
            f"{name} needs the pronouncing dictionary of textstat, which is not on this computer. "
            "Run “python -m nltk.downloader cmudict” once, or take flesch_kincaid_grade, smog, "
            "flesch_reading_ease or lix, which need nothing."
        )
    return None


def _by_textstat(name: str, texts: Iterable[str]) -> float:
    if missing := what_is_missing(name):
        raise DictionaryMissingError(missing)
    from textstat.textstat import textstatistics  # noqa: PLC0415 - slow to import

    textstat = textstatistics()
    textstat.set_lang(_LANGUAGES.get(name, "en_US"))
    read: Callable[..., float] = getattr(textstat, name)
    return float(read(_as_plain_text(texts), **_ARGUMENTS.get(name, {})))


def _as_plain_text(texts: Iterable[str]) -> str:
    """Return texts as textstat reads them: opaque tokens as an easy word, each line ended."""
    lines = (line for text in texts for line in _OPAQUE.sub("this", text).splitlines() if line)
    return "\n".join(line if _ENDED.search(line) else f"{line}." for line in lines)


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
    spoken = [(place, found) for place in sentences(text) if (found := word_list(text, *place))]
    long_enough = [entry for entry in spoken if len(entry[1]) >= 8] or spoken
    graded = (
        Hardest(*place, flesch_kincaid_grade(Counts(len(found), 1, heard(found))))
        for place, found in long_enough
    )
    return max(graded, key=lambda found: found.grade, default=None)
