"""Emoji are counted as people see them."""

import pytest

from protolint.text.emoji import emoji


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("no emoji: ✓ → • … © 1 漢字", 0),
        ("🎉🎉", 2),
        ("👍🏽", 1),
        ("👩‍👩‍👧", 1),
        ("🇬🇧🇫🇷", 2),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 1),
        ("1️⃣", 1),
        ("❤️ ❤ ✔️", 3),
    ],
)
def test_a_sequence_is_one_emoji(text: str, count: int) -> None:
    assert len(emoji(text)) == count
