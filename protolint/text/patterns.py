"""Patterns as rules write them, made into RE2: what matches, and one automaton for many of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from protolint.text._pattern_syntax import PatternError, expand, explain

__all__ = [
    "PatternError",
    "PatternSet",
    "compile_pattern",
    "expand",
    "places",
    "whole_place",
    "whole_words",
]

#: The memory one pattern or one set may use for its automaton, in bytes. The default of RE2 (8 MB)
#: is too little for a set of hundreds of patterns.
_MEMORY = 64 << 20

#: Texts on which a pattern must not match an empty string: no text, a letter, a space, a sentence.
_PROBES = ("", "a", " ", "A b. 1")


@cache
def compile_pattern(pattern: str, case: bool = False) -> Any:
    """Return a pattern compiled by RE2, to be used on folded text; `case`: upper and lower differ.

    Raises PatternError where it is no RE2 pattern, asks for what only backtracking engines can do,
    or matches where nothing is.
    """
    compiled = _compile(expand(pattern), pattern, case=case)
    for probe in _PROBES:
        if any(found.start() == found.end() for found in compiled.finditer(probe)):
            raise PatternError("this pattern matches nothing at all; make a part of it required", 0)
    return compiled


def places(
    patterns: tuple[str, ...], text: str, *, case: bool = False, whole: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield where any of the patterns matches in a folded text, from left to right.

    With `whole`, only what begins and ends with a word.
    """
    pattern = patterns[0] if len(patterns) == 1 else "|".join(f"(?:{own})" for own in patterns)
    for found in compile_pattern(pattern, case).finditer(text):
        place = whole_place(pattern, text, *found.span(), case=case) if whole else found.span()
        if place:
            yield place


def whole_place(
    pattern: str, text: str, start: int, end: int, *, case: bool = False
) -> tuple[int, int] | None:
    """Return where a pattern matches whole words from `start`, given that it matches up to `end`.

    Of `refund|refunds`, “refund” matches first in “refunds”, and the whole word second.
    """
    if whole_words(text, start, end):
        return start, end
    if _joined_before(text, start):
        return None
    closed = compile_pattern(rf"({pattern})(?:[^\p{{L}}\p{{N}}_]|\z)", case)
    found = closed.match(text, start)
    return found.span(1) if found and whole_words(text, *found.span(1)) else None


def whole_words(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` does not begin or end inside a word.

    The `\\b` of RE2 knows ASCII letters only. “don't” and “we'll” are one word, while the 's of
    “it's” or “Ana's” may be left out; a hyphen ends a word. `text` is folded.
    """
    if start == end:
        return True
    ends_inside = _letter(text[end - 1]) and _GOES_ON.match(text, end)
    return not (ends_inside or _joined_before(text, start))


#: What follows a word that is not at its end: a letter, or an apostrophe with more than an s.
_GOES_ON = re.compile(r"[\w\u0300-\u036f]|'(?!s\b)\w", re.IGNORECASE)


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"


def _joined_before(text: str, start: int) -> bool:
    """Return whether the character at an offset goes on with the word before it."""
    if not start or not _letter(text[start]):
        return False
    before = text[start - 1]
    return _letter(before) or (before == "'" and start > 1 and _letter(text[start - 2]))


class PatternSet:
    """Many patterns that are tried on a text in one pass.

    Add all, `compile`, then `match`. A set whose automaton runs out of memory still answers
    rightly, only slower.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, bool], int] = {}
        self._sets: list[tuple[Any, int, int]] = []

    def add(self, pattern: str, *, case: bool = False) -> int:
        """Return the number of a pattern in the set; equal patterns have one number.

        Raises PatternError as `compile_pattern` does.
        """
        key = (pattern, case)
        if key not in self._numbers:
            compile_pattern(pattern, case)
            self._numbers[key] = len(self._numbers)
        return self._numbers[key]

    def compile(self) -> None:
        """Make the set ready for `match`; patterns added later need another `compile`."""
        self._patterns = list(self._numbers)
        self._sets = list(_sets(self._patterns, 0)) if self._patterns else []

    def match(self, text: str) -> list[int]:
        """Return the numbers of the patterns that match somewhere in a folded text, in order."""
        return sorted(number for one in self._sets for number in self._matching(one, text))

    def places(self, number: int, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a pattern of the set matches in a folded text, from left to right."""
        for found in compile_pattern(*self._patterns[number]).finditer(text):
            yield found.span()

    def _matching(self, one: tuple[Any, int, int], text: str) -> Iterator[int]:
        """Yield the matching numbers of one part of the set.

        The answer of a set is the same where nothing matched and where its memory ran out, so each
        set has a last pattern that matches any text. Without it in the answer, try one by one.
        """
        compiled, first, sentinel = one
        found = compiled.Match(text) or ()
        if sentinel in found:
            yield from (first + index for index in found if index != sentinel)
        else:
            for number in range(first, first + sentinel):
                if compile_pattern(*self._patterns[number]).search(text):
                    yield number


def _sets(patterns: list[tuple[str, bool]], first: int) -> Iterator[tuple[Any, int, int]]:
    """Yield sets of patterns, as few as fit in memory, with their first number and sentinel."""
    import re2  # noqa: PLC0415

    compiled = re2.Set.SearchSet(_options(case=True))
    for pattern, case in patterns:
        compiled.Add(expand(pattern) if case else f"(?i:{expand(pattern)})")
    sentinel = compiled.Add("")
    try:
        compiled.Compile()
    except re2.error:
        half = len(patterns) // 2
        if half:
            yield from _sets(patterns[:half], first)
            yield from _sets(patterns[half:], first + half)
            return
        raise
    yield compiled, first, sentinel


def _compile(expanded: str, pattern: str, *, case: bool) -> Any:
    import re2  # noqa: PLC0415  a run whose findings are all cached needs no RE2

    try:
        return re2.compile(expanded, _options(case=case))
    except re2.error as error:
        raise explain(error.args[0], pattern) from None


def _options(*, case: bool) -> Any:
    import re2  # noqa: PLC0415

    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    options.case_sensitive = case
    return options
