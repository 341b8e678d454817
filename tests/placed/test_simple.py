"""Plain front matter is read without the YAML parser, and as it would read it."""

from __future__ import annotations

import random

import pytest

from protolint.placed import YamlError, read
from protolint.placed.simple import read_simple

LINES = [
    "channel: email", "a: b: c", "x-y: [a, b]", 't: "he said: no"', "n: 12", "n: -1", "k: no",
    "d: 2026-01-02", "u: http://x.example/z", "h: a #b", "h: a#b", "e:", "s: it's", "q: 'x'",
    "t: true", "w: a  ", "l: [ a ,b]", "m: a, b", "p: %{x}", "z: é 😀", "g: (a)", "f: .5", "j: ~",
    "o: 0x1F", "c: a:b", "v: a :b", "y: a]", "i: [a, 1, no]", "cr: x\r", " lead: x", "- a", "# c",
    "em: a — b", "dd: [-, a]", "tr: a: ", "bb: 1e5", "cc: ...", "aa: a\tb", "star: *x", "dot: .",
    "sl: /x", "nb: a\u00a0b", "ls: a\u2028b", 'es: "a\\"b"', "---", "...", "{a: b}", "? a", "",
]  # fmt: skip


def test_what_is_read_is_what_yaml_reads() -> None:
    chance = random.Random(2)
    taken = 0
    for _ in range(6_000):
        text = "\n".join(chance.choices(LINES, k=chance.randrange(1, 5)))
        text += chance.choice(["\n", ""])
        simple = read_simple(text)
        if simple is not None:
            taken += 1
            assert simple == read(text), text
    assert taken > 1_000


@pytest.mark.parametrize("text", ["", "\n", "a: b\na: c\n", "a: [b", "a: {b: c}\n", "x" * 5_000])
def test_anything_else_is_left_to_the_yaml_parser(text: str) -> None:
    assert read_simple(text) is None


def test_a_key_given_twice_is_still_an_error() -> None:
    with pytest.raises(YamlError):
        read("a: b\na: c\n")
