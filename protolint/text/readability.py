"""Readability: formulas from their sources on pooled counts, and textstat for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec

from protolint.text.counts import count, heard, pooled
from protolint.text.grades import (
    FEWEST_WORDS,
    Confidence,
    Counts,
    confidence,
    flesch_kincaid_grade,
    flesch_reading_ease,
    lix,
    smog,
    words_per_sentence,
)
from protolint.text.lazy import lazy_pattern
from protolint.text.sentences import sentences
from protolint.text.words import word_list

__all__ = [
    "METRICS",
    "OWN",
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
    "words_per_sentence",
]

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
    *_LANGUAGES,
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
_OPAQUE = lazy_pattern("[\ue000-\uf8ff]")
_ENDED = lazy_pattern(r"[.!?…][\"'”’)\]»]*$")


class DictionaryMissingError(LookupError):
    """A metric of textstat needs a dictionary that is not on this computer."""


_OWN: dict[str, Callable[[Counts], float]] = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "smog": smog,
    "lix": lix,
    "words_per_sentence": words_per_sentence,
}
#: The names of the metrics that need nothing but counts.
OWN: tuple[str, ...] = tuple(_OWN)
#: The names of all metrics: ours, then those of textstat.
METRICS: tuple[str, ...] = (*OWN, *sorted({*_WITHOUT_DICTIONARY, *_WITH_DICTIONARY}))


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
