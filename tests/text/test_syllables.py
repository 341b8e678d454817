from __future__ import annotations

import pytest

from protolint.text.syllable_rules import by_rules
from protolint.text.syllables import syllables, table


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the make asked makes plague through strengths I a don't Kate's"),
        (2, "table tables wanted boxes careful baseline something create diet didn't George’s"),
        (2, "player trying rhythm e-mail naïve café boss's poem"),
        (3, "media tourism idea anyone happier customer's museum video"),
        (4, "appreciate apologize reliable communicate"),
        (5, "refrigerator unfortunately negotiation"),
    ],
)
def test_counts_syllables(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("7", 2), ("21", 3), ("100", 3), ("105", 4), ("999", 6), ("1000", 3), ("1905", 4),
        ("1999", 5), ("2000", 3), ("2005", 4), ("2026", 5), ("1,000", 3), ("3rd", 1), ("24/7", 5),
        ("90s", 2), ("0800", 7), ("PDF", 3), ("PDFs", 3), ("www", 9), ("A.M.", 2), ("&", 1),
    ],
)  # fmt: skip
def test_counts_figures_and_abbreviations_as_they_are_said(text: str, count: int) -> None:
    assert syllables(text) == count


def test_the_table_holds_only_what_the_rules_get_wrong() -> None:
    assert len(table()) > 5000
    assert [word for word, count in table().items() if by_rules(word) == count] == []
