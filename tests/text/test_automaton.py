"""Patterns sought in joined texts: what is found is what each text alone would give."""

from __future__ import annotations

import random

import pytest

from protolint.text.automaton import Automaton, Found
from protolint.text.patterns import places

EVERY = range(100)


def found(patterns: list[str], texts: list[str]) -> list[tuple[int, int, str]]:
    automaton = Automaton((pattern, False) for pattern in patterns)
    return sorted(
        (own.text, own.pattern, texts[own.text][own.start : own.end])
        for own in automaton.find(texts, EVERY)
    )


@pytest.mark.parametrize(
    ("pattern", "texts", "expected"),
    [
        ("sorry", ["So sorry", "SORRY", "fine"], [(0, 0, "sorry"), (1, 0, "SORRY")]),
        ("sorry if", ["sorry", "if"], []),  # never across two texts
        (r"sorry[^.]{0,30}if", ["sorry, if", "if"], [(0, 0, "sorry, if")]),
        (r"sorry[^.]*", ["sorry. x", "sorry"], [(0, 0, "sorry"), (1, 0, "sorry")]),
        (r"^hi", ["hi", "oh hi", "hi"], [(0, 0, "hi"), (2, 0, "hi")]),
        (r"bye$", ["bye", "bye now", "good bye"], [(0, 0, "bye"), (2, 0, "bye")]),
        (r"\Abye|bye\z", ["bye\nbye\nbye", "a bye\n"], [(0, 0, "bye"), (0, 0, "bye")]),
        (r"^[^^]\$", ["5$", "a\n5$"], [(0, 0, "5$")]),
        (r"\Wx", ["a", "x", "(x)"], [(2, 0, "(x")]),
        ("été", ["L’été", "Été 😀 été"], [(0, 0, "été"), (1, 0, "Été"), (1, 0, "été")]),
    ],
)
def test_what_is_found(pattern: str, texts: list[str], expected: list[object]) -> None:
    assert found([pattern], texts) == expected


def test_only_wanted_patterns_are_sought() -> None:
    automaton = Automaton([("one", False), ("two", False)])
    assert automaton.find(["one two"], {1}) == [Found(0, 1, 4, 7)]


def test_several_scripts_give_what_each_alone_gives() -> None:
    automaton = Automaton([("one", False), ("two", False), ("t$", False)])
    scripts = [(["one two", "bit"], EVERY), ([], EVERY), (["one", "two"], {1})]
    assert automaton.find_in_each(scripts) == [automaton.find(*script) for script in scripts]
    assert automaton.find(*scripts[2]) == [Found(1, 1, 0, 3)]


def test_joined_texts_give_what_each_alone_gives() -> None:
    chance = random.Random(5)
    words = ["sorry", "if", "we", "é", "😀", "can't", ".", "no", "\n", "  "]
    patterns = ["sorry", "sorry if", r"we[^.]{0,9}no", "no|no if", r"\W+no", "^we", "no$", "é\\W"]
    for _ in range(200):
        texts = [" ".join(chance.choices(words, k=chance.randrange(40))) for _ in range(30)]
        alone = sorted(
            (number, at, text[start:end])
            for at, pattern in enumerate(patterns)
            for number, text in enumerate(texts)
            for start, end in places((pattern,), text)
        )
        assert found(patterns, texts) == alone
