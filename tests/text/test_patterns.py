"""Patterns: what writers may write, what they are told, and the set that never misses."""

import pytest

from protolint.script import OPAQUE
from protolint.text import patterns
from protolint.text.fold import fold
from protolint.text.patterns import (
    AnchoredSet,
    PatternError,
    PatternSet,
    compile_pattern,
    expand,
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


def _set(*given: str) -> PatternSet:
    made = PatternSet()
    for pattern in given:
        made.add(pattern)
    made.compile()
    return made


def test_a_set_says_which_patterns_match_and_where() -> None:
    made = _set("sorry", "if", "never seen")
    assert _matching(made, "Sorry if") == [0, 1]
    assert list(made.places(1, "sorry if, if")) == [(6, 8), (10, 12)]
    assert _matching(made, "nothing") == []


def _matching(made: PatternSet, text: str) -> list[int]:
    return [number for number in made.match(text) if any(True for _ in made.places(number, text))]


def test_a_set_holds_patterns_with_and_without_case() -> None:
    made = PatternSet()
    assert [made.add("Reset", case=True), made.add("Reset"), made.add("Reset")] == [0, 1, 1]
    assert [made.add("PI", case=True), made.add("PI")] == [2, 3]
    made.compile()
    assert _matching(made, "a pi to reset") == [1, 3]


@pytest.mark.parametrize(
    "text",
    ["I’m sorry, ÉTÉ and été", "so\nsorry if", "1 2 {x} été!", "", "no", "\ue000 sorry", "ſorry"],
)
def test_a_set_misses_nothing_that_its_patterns_match(text: str) -> None:
    given = [
        "sorry",
        "so sorry",
        "été",
        r"\d",
        "i'm",
        "{placeholder} sorry",
        "(?:a|i)",
        "[^a]",
        "!",
    ]
    made = _set(*given)
    text = fold(text)
    wanted = [number for number, own in enumerate(given) if compile_pattern(own).search(text)]
    assert _matching(made, text) == wanted


def test_a_set_leaves_out_patterns_whose_words_are_not_there() -> None:
    made = _set(*(f"word{number} [a-z]+" for number in range(100)))
    assert made.match("only word7 is here") == [7]


def test_a_set_says_what_is_wrong_with_a_pattern() -> None:
    with pytest.raises(PatternError, match="no “\\)”"):
        _set("fine", "x(a")


def test_a_set_short_of_memory_still_finds_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_MEMORY", 60_000)
    given = [f"[a-z]{{0,30}}{number:02}[^.]{{0,40}}[a-z]" for number in range(40)]
    made = _set(*given)
    text = " ".join(f"xx{number:02} yy" for number in range(40))
    assert _matching(made, text) == list(range(40))


@pytest.mark.parametrize("pattern", ["sorry$", "sorry\\z", "^sorry$"])
def test_an_anchored_set_knows_where_a_text_ends(pattern: str) -> None:
    made = AnchoredSet([(pattern, False), ("if", False)])
    assert made.match("Sorry") == [0]
    assert made.match("Sorry then") == []
    assert list(made.places(0, "Sorry")) == [(0, 5)]


def test_an_answer_without_the_sentinel_is_never_taken_as_silence() -> None:
    class OutOfMemory:
        def Match(self, text: bytes) -> None:  # noqa: N802
            return None

    made = _set("sorry", "if")
    made._filter = OutOfMemory()
    assert _matching(made, "Sorry if") == [0, 1]
