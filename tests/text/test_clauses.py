from __future__ import annotations

import pytest

from protolint.text.clauses import BAR, clauses


@pytest.mark.parametrize(
    ("sentence", "main", "aside"),
    [
        ("We ship today.", ["We ship today"], []),
        ("If you move, tell us.", ["tell us"], ["If you move"]),
        ("Tell us if you move.", ["Tell us"], ["if you move"]),
        ("We are sorry, but we can't help.", ["We are sorry", "but", "we can't help"], []),
        ("Unfortunately, it is sold out.", ["Unfortunately", "it is sold out"], []),
        ("It is late because of snow.", ["It is late"], ["because of snow"]),
        (
            "To reset it, open the app; then wait.",
            ["open the app", "then", "wait"],
            ["To reset it"],
        ),
        ("As we\nclosed,  we can't.", ["we can't"], ["As we closed"]),
        ("See Dr. Wu at 5 p.m. today.", ["See Dr. Wu at 5 p.m. today"], []),
        ("So that you know, it works.", ["it works"], ["So that you know"]),
        ("", [], []),
        (" ... ", [], []),
    ],
)
def test_what_is_asserted_is_told_from_what_stands_beside_it(
    sentence: str, main: list[str], aside: list[str]
) -> None:
    found = clauses(sentence)
    assert [own.split(BAR) if own else [] for own in found] == [main, aside]


def test_long_sentences_take_no_longer_than_they_are() -> None:
    assert clauses("if a, " * 20_000).main == ""
