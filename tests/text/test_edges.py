"""The edges of patterns: where a word boundary may be asked for without losing a whole word."""

from __future__ import annotations

import random

import pytest

from protolint.text.edges import bounded_branches
from protolint.text.patterns import places


@pytest.mark.parametrize(
    ("pattern", "bounded"),
    [
        ("my", r"\bmy\b"),
        ("I(?:’m|’ll)?", r"\bI(?:’m|’ll)?\b"),
        ("s?he goes", r"\bs?he goes\b"),
        (r"(?:very )*sorry!", r"\b(?:very )*sorry!"),
        (r"(?: so)?sorry", r"(?: so)?sorry\b"),
        (r"[a-z]+ed|\d+%|(?:a|b)\w*", r"\b[a-z]+ed\b|\b\d+%|\b(?:a|b)\w*\b"),
        ("(?:my|{blank})", "(?:my|{blank})"),
        (r"\bmy", r"\bmy\b"),
        ("[^a]b[A-z]", "[^a]b[A-z]"),
        ("été", "été"),
        ("(?-i:da|dat)", r"\b(?-i:da|dat)\b"),
    ],
)
def test_boundaries_are_asked_for_where_words_begin_and_end(pattern: str, bounded: str) -> None:
    assert bounded_branches(pattern) == bounded


def test_no_whole_word_is_lost() -> None:
    chance = random.Random(3)
    patterns = ("wait(?:ing|s)?", "I(?:'m|'ll)?", r"\w+ing to", "s?he|her", "a-?|an", "l'[aé]t")
    words = ["wait", "waiting", "I'm", "I'll", "in", "she", "an", "a-", "l'été", "l'at", "to", "é"]
    for _ in range(300):
        text = chance.choice(["", " ", "-"]).join(chance.choices(words, k=12))
        for pattern in patterns:
            found = places((bounded_branches(pattern),), text, whole=True)
            assert set(found) >= set(places((pattern,), text, whole=True))
