from __future__ import annotations

from pathlib import Path

import nltk
import pytest
from textstat.textstat import textstatistics

from protolint.script import OPAQUE
from protolint.text.readability import (
    METRICS,
    Counts,
    DictionaryMissingError,
    confidence,
    count,
    flesch_kincaid_grade,
    flesch_reading_ease,
    hardest,
    lix,
    metric,
    pooled,
    readability,
    smog,
    what_is_missing,
    words_per_sentence,
)

NAME, URL = OPAQUE["placeholder"], OPAQUE["url"]
#: Twelve sentences of three words and more, without figures: both ways of counting agree.
PROSE = (
    "We shipped your parcel on Monday. The courier scanned it in Leeds. Unfortunately, the box was "
    "damaged. We will refund you tomorrow. "
) * 6


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nltk.data, "path", [])
    monkeypatch.setattr(nltk, "download", lambda *_, **__: pytest.fail("asked the network"))


@pytest.fixture
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dictionary of one word, in the form that textstat looks for; other words are hyphenated."""
    folder = tmp_path / "corpora" / "cmudict"
    folder.mkdir(parents=True)
    (folder / "cmudict").write_text("PARCEL 1 P AA1 R S AH0 L\n")
    monkeypatch.setattr(nltk.data, "path", [str(tmp_path)])


@pytest.mark.parametrize(
    ("formula", "counts", "value"),
    [
        # 17 words a sentence, 147 syllables in 100 words: about the standard text of Flesch.
        (flesch_reading_ease, Counts(words=1700, sentences=100, syllables=2499), 65.2),
        (flesch_reading_ease, Counts(words=100, sentences=10, syllables=100), 112.1),
        # 0.39 · 20 + 11.8 · 1.5 - 15.59
        (flesch_kincaid_grade, Counts(words=100, sentences=5, syllables=150), 9.91),
        (flesch_kincaid_grade, Counts(words=100, sentences=10, syllables=130), 3.65),
        # 64 polysyllables in 30 sentences: grade 11 by the quick √64 + 3, 11.5 by the formula.
        (smog, Counts(sentences=30, polysyllables=64), 11.47),
        (smog, Counts(sentences=30, polysyllables=0), 3.13),
        (smog, Counts(sentences=60, polysyllables=128), 11.47),
        # The worked example of the Swedish Wikipedia: 437 words, 21 sentences, 112 long words.
        (lix, Counts(words=437, sentences=21, long_words=112), 46.4),
        # The worked example of lix.se, which cuts its parts: 6.52 + 26.9.
        (lix, Counts(words=3784, sentences=580, long_words=1018), 33.4),
        (words_per_sentence, Counts(words=437, sentences=21), 20.81),
        (words_per_sentence, Counts(), 0.0),
    ],
)
def test_formulas_give_their_worked_examples(formula, counts, value) -> None:  # type: ignore[no-untyped-def]
    assert formula(counts) == pytest.approx(value, abs=0.05)


def test_counts_what_the_formulas_need() -> None:
    assert count("We apologize. It is refundable!") == Counts(
        words=5, sentences=2, syllables=1 + 4 + 1 + 1 + 4, polysyllables=2, letters=25, long_words=2
    )


def test_tokens_and_figures_are_easy_words() -> None:
    assert count(f"{NAME} {URL}") == Counts(2, 1, 2, 0, 8, 0)
    assert count("It costs 1,234,567.89 since 1999.").syllables == 5
    assert count("See https://acme.com/refunds?id=7 now.") == Counts(3, 1, 3, 0, 10, 0)


def test_a_sentence_without_words_is_none() -> None:
    assert count("… !") == Counts()


def test_counts_add_up() -> None:
    texts = ["One two.", "Three four five. Six."]
    assert pooled(texts) == count(texts[0]) + count(texts[1])
    assert pooled([]) == Counts()


@pytest.mark.parametrize(
    ("words", "trust"),
    [(0, "none"), (99, "none"), (100, "low"), (399, "low"), (400, "medium"), (1000, "high")],
)
def test_confidence_grows_with_the_words(words: int, trust: str) -> None:
    assert confidence(words) == trust


def test_under_a_hundred_words_there_is_no_grade() -> None:
    few, enough = readability(["A fine word. " * 33]), readability(["A fine word. " * 34])
    assert (few.counts.words, few.flesch_kincaid_grade, few.smog, few.confidence) == (
        99, None, None, "none",
    )  # fmt: skip
    assert enough.flesch_kincaid_grade == pytest.approx(-2.6, abs=0.1)
    assert metric("gunning_fog", few.counts, ["…"]) is None


def test_the_hardest_sentence_is_the_one_with_the_highest_grade() -> None:
    text = "Unfortunately. We shipped it on Monday. Our organization processes refunds daily."
    found = hardest(text)
    assert found is not None
    assert text[found.start : found.end].startswith("Unfortunately")
    long = f"{text} The authorization of international refunds requires additional documentation."
    best = hardest(long)
    assert best is not None
    assert long[best.start : best.end].startswith("The authorization")
    assert hardest("") is None


def test_an_unknown_metric_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        metric("flesh_kincaid", Counts(words=200), [])


def test_all_metrics_of_textstat_are_known_by_name() -> None:
    """Helpers, lists, counts for other scripts, settings and deprecated names are no metrics."""
    others = {
        "avg_sentence_length", "count_arabic_long_words", "count_arabic_syllables",
        "count_complex_arabic_words", "count_faseeh", "difficult_words_list", "is_difficult_word",
        "is_easy_word", "remove_punctuation", "text_encoding",
    }  # fmt: skip
    named = {name for name in dir(textstatistics) if not name.startswith(("_", "set_"))}
    assert named - others - set(METRICS) == set()


@pytest.mark.usefixtures("no_dictionary")
@pytest.mark.parametrize("name", METRICS)
def test_a_metric_works_offline_or_says_how_to_get_what_it_needs(name: str) -> None:
    counts = pooled([PROSE])
    if what_is_missing(name):
        with pytest.raises(DictionaryMissingError, match=r"nltk\.downloader cmudict"):
            metric(name, counts, [PROSE])
    else:
        assert isinstance(metric(name, counts, [PROSE]), float)


@pytest.mark.usefixtures("dictionary")
@pytest.mark.parametrize("name", METRICS)
def test_every_metric_works_with_the_dictionary(name: str) -> None:
    assert isinstance(metric(name, pooled([PROSE]), [PROSE]), float)


@pytest.mark.usefixtures("dictionary")
def test_textstat_agrees_on_words_and_on_sentences_of_three_words_or_more() -> None:
    counts, texts = pooled([PROSE]), [PROSE]
    assert metric("lexicon_count", counts, texts) == counts.words
    assert metric("sentence_count", counts, texts) == counts.sentences
    assert metric("letter_count", counts, texts) == counts.letters
    assert textstatistics().lix(PROSE) == pytest.approx(lix(counts))


@pytest.mark.usefixtures("dictionary")
def test_textstat_uses_the_same_formulas() -> None:
    theirs = textstatistics()
    counts = Counts(
        words=theirs.lexicon_count(PROSE),
        sentences=theirs.sentence_count(PROSE),
        syllables=theirs.syllable_count(PROSE),
        polysyllables=theirs.polysyllabcount(PROSE),
    )
    assert theirs.flesch_reading_ease(PROSE) == pytest.approx(flesch_reading_ease(counts))
    assert theirs.flesch_kincaid_grade(PROSE) == pytest.approx(flesch_kincaid_grade(counts))
    assert theirs.smog_index(PROSE) == pytest.approx(smog(counts))


@pytest.mark.parametrize(
    ("why", "text", "ours", "theirs"),
    [
        ("it drops sentences of one or two words", "Thank you. We shipped it today.", 2, 1),
        ("it ends sentences at every full stop", "We open at 4 p.m. to serve all of you.", 1, 2),
        ("it knows no line breaks", "We shipped it today\nIt is on its way", 2, 1),
        ("it ends sentences within figures", "It costs you 3.50 a month in all.", 1, 2),
    ],
)
def test_textstat_counts_other_sentences(why: str, text: str, ours: int, theirs: int) -> None:
    assert (count(text).sentences, textstatistics().sentence_count(text)) == (ours, theirs), why
