"""Patterns: what writers may write, what they are told, and the set that never misses."""

import pytest

from protolint.script import OPAQUE
from protolint.text.fold import fold
from protolint.text.patterns import (
    PatternError,
    compile_pattern,
    expand,
    places,
    whole_words,
)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("sorry if", "Sorry \n if"),
        ("log ?in", "log in"),
        ("log ?in", "login"),
        ("don’t", "don't"),
        ("“sure”", '"sure"'),
        ("9–5", "9-5"),
        ("[–—]5", "-5"),
        ("[a–c]x", "-x"),
        ("hi {placeholder}", f"Hi {OPAQUE['placeholder']}"),
        ("see {opaque}", f"see {OPAQUE['image']}"),
        ("a{2,3}b", "aab"),
        (r"\{x\}", "{x}"),
        ("[ab ]{2}c", "a c"),
        ("[^]]d", "xd"),
        (r"\Qa.b c\E", "a.b c"),
    ],
)
def test_a_pattern_matches_what_its_writer_means(pattern: str, text: str) -> None:
    assert compile_pattern(pattern).search(text).span() == (0, len(text))


def test_a_space_in_a_set_stays_one_character() -> None:
    assert expand("[a b] c") == r"[a b]\s+c"


def test_a_folded_dash_in_a_set_makes_no_range() -> None:
    assert compile_pattern("[a–c]x").search("bx") is None


def test_case_is_folded_unless_asked_for() -> None:
    assert compile_pattern("ÉTÉ").search("été")
    assert compile_pattern("ÉTÉ", case=True).search("été") is None


@pytest.mark.parametrize(
    ("pattern", "told", "offset"),
    [
        ("a(?=b)", "`then`", 1),
        ("a(?!b)", "`unless`", 1),
        ("(?<=a)b", "`near`", 0),
        ("(?<!a)b", "`exceptions`", 0),
        ("(?>a)", "(?:…)", 0),
        (r"(a) \1", "repetition", 4),
        ("(?P<n>a)(?P=n)", "repetition", 8),
        ("ab++", "write “+”", 2),
        ("x {plceholder}", "did you mean {placeholder}", 2),
        ("x {whatever}", r"write \{", 2),
        ("x(a", "has no “)”", 0),
        ("[z-a]", "“z-a”", 1),
        ("a{2,1}", "smaller to the larger", 1),
        ("a*", "matches nothing", 0),
        (r"\b", "matches nothing", 0),
        ("sorry|", "matches nothing", 0),
    ],
)
def test_a_pattern_that_cannot_work_says_what_to_write(
    pattern: str, told: str, offset: int
) -> None:
    with pytest.raises(PatternError) as raised:
        compile_pattern(pattern)
    assert told in raised.value.message
    assert raised.value.offset == offset


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("start", "art", False),
        ("an art.", "art", True),
        ("I don’t", "don", False),
        ("I don’t", "t", False),
        ("we’ll go", "we", False),
        ("it’s here", "it", True),
        ("Ana’s bag", "Ana", True),
        ("‘word’", "word", True),
        ("été", "t", False),
        ("cafe\u0301", "cafe", False),
        ("e-mail", "mail", True),
        (f"{OPAQUE['placeholder']}art", "art", True),
    ],
)
def test_whole_words_know_letters_and_apostrophes(text: str, word: str, whole: bool) -> None:
    start = text.index(word)
    assert whole_words(fold(text), start, start + len(word)) is whole


def test_what_begins_inside_a_word_hides_no_whole_word_that_it_reaches_into() -> None:
    found = list(places(("in an? ?", r"at \d+"), "again at 9, and in a", whole=True))
    assert found == [(6, 10), (16, 20)]
