"""Many patterns at once: what matches, whether there are few texts or many."""

from __future__ import annotations

import pytest

from protolint.text import pattern_set, patterns
from protolint.text.fold import fold
from protolint.text.pattern_set import LineSet, PatternSet
from protolint.text.patterns import PatternError, compile_pattern


@pytest.fixture(params=["few texts", "many texts"], autouse=True)
def amount(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test is run with both ways of finding out what matches."""
    monkeypatch.setattr(pattern_set, "_FEW", 1_000_000 if request.param == "few texts" else 0)


def _set(*given: str) -> PatternSet:
    return PatternSet([(pattern, False) for pattern in given])


def test_a_set_says_which_patterns_match_and_where() -> None:
    made = _set("sorry", "if", "never seen")
    assert _matching(made, "Sorry if") == [0, 1]
    assert list(made.alone(1, "sorry if, if")) == [(6, 8), (10, 12)]
    assert _matching(made, "nothing") == []


def _matching(made: PatternSet, text: str) -> list[int]:
    return [number for number in made.likely(text) if made.compiled(number).search(text.encode())]


def test_a_set_holds_patterns_with_and_without_case() -> None:
    made = PatternSet([("Reset", True), ("Reset", False), ("PI", True), ("PI", False)])
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
    assert made.likely("only word7 is here") == [7]


def test_a_set_says_what_is_wrong_with_a_pattern() -> None:
    with pytest.raises(PatternError, match="no “\\)”"):
        _set("fine", "x(a").prepare()


def test_a_set_short_of_memory_still_finds_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_MEMORY", 60_000)
    patterns.options.cache_clear()
    given = [f"[a-z]{{0,30}}{number:02}[^.]{{0,40}}[a-z]" for number in range(40)]
    made = _set(*given)
    text = " ".join(f"xx{number:02} yy" for number in range(40))
    assert _matching(made, text) == list(range(40))
    patterns.options.cache_clear()


@pytest.mark.parametrize(
    ("pattern", "text", "is_found"),
    [
        ("sorry$", "Sorry", True),
        ("sorry\\z", "Sorry\nthen", True),
        ("^sorry$", "so\nsorry", True),
        ("\\Asorry", "so sorry", False),
        ("sorry$", "Sorry then", False),
    ],
)
def test_ends_of_texts_are_sought_at_ends_of_lines(pattern: str, text: str, is_found: bool) -> None:
    made = _set(pattern, "if")
    assert made.is_anchored(0)
    assert not made.is_anchored(1)
    assert 0 in made.likely(text)
    assert (made.compiled(0).search(text.encode()) is not None) == is_found


def test_in_a_text_that_is_one_ends_are_its_own() -> None:
    made = _set("^sorry$")
    assert list(made.alone(0, "Sorry")) == [(0, 5)]
    assert list(made.alone(0, "so\nsorry")) == []


def test_an_answer_without_the_sentinel_is_never_taken_as_silence() -> None:
    made = _set("sorry", "if", "when")
    made.prepare()

    class OutOfMemory:
        re = made._filter.re

        def Match(self, text: bytes, potential: bool) -> None:  # noqa: N802
            return None

    made._filter = OutOfMemory()
    assert _matching(made, "Sorry if") == [0, 1]


def test_lines_have_ends() -> None:
    made = LineSet(["^sorry$", "sorry", "if$"])
    assert made.match("Sorry") == [0, 1]
    assert made.match("so sorry if") == [1, 2]
