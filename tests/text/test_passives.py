from __future__ import annotations

import pytest

from protolint.text.passives import passives


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The parcel was lost by the courier.", ["was lost"]),
        ("It has not yet been sent, it isn't often seen.", ["been sent", "isn't often seen"]),
        ("You’re billed monthly and will be charged.", ["You’re billed", "be charged"]),
        ("It is being looked at. It got broken.", ["is being looked", "got broken"]),
        ("It is used daily; it is used to pay.", ["is used"]),
    ],
)  # fmt: skip
def test_finds_passives(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in passives(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "We are pleased and you were worried.",
        "This is limited to one hundred people.",
        "Let us get started.",
        "There is need of it.",
        "We have shipped it and called you.",
        "It is a well-known brand and we are open-minded.",
    ],
)
def test_states_and_perfects_are_no_passives(text: str) -> None:
    assert passives(text) == []
