"""Numbers in words."""

from __future__ import annotations

import re

import pytest

from protolint.text.amounts import amounts
from protolint.text.numbers import IN_WORDS, number_of
from protolint.text.time_frames import time_frames


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one", 1),
        ("fifteen", 15),
        ("Twenty-four", 24),
        ("ninety nine", 99),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("three hundred twelve", 312),
        ("a thousand", 1_000),
        ("twelve thousand", 12_000),
        ("three thousand, two hundred and five", 3_205),
    ],
)
def test_a_number_in_words(words: str, number: int) -> None:
    assert re.fullmatch(IN_WORDS, words, re.IGNORECASE)
    assert number_of(words) == number


def test_times_and_amounts_are_said_in_words_on_the_phone() -> None:
    assert [frame.most for frame in time_frames("valid for twenty-four months")] == [24 * 30 * 1440]
    (amount,) = amounts("It costs two hundred and fifty pounds a year.")
    assert (amount.value, amount.unit) == (250.0, "gbp")
    assert [own.value for own in amounts("It adds up to twenty-five per cent.")] == [25.0]


def test_no_number_inside_a_word() -> None:
    assert list(amounts("We atone pounds.")) == []
    assert list(time_frames("Someone days")) == []
