"""Forms of one word begin alike, and words that mean nothing of their own are left out."""

import pytest

from protolint.text.stems import stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ("refund", "refunds", "refunded", "refunding"),
        ("move", "moves", "moved", "moving"),
        ("charge", "charges", "charged", "charging"),
        ("swap", "swaps", "swapped", "swapping"),
        ("delivery", "deliveries", "deliver", "delivered"),
        ("leave", "leaves", "left", "leaving"),
        ("keep", "kept", "hold", "held"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_small_words_and_numbers_are_no_stems() -> None:
    assert stems("You have it within twenty-four hours, haven't you?") == ()
