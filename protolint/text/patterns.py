"""Patterns as rules write them, made into RE2: one at a time, or those of a rule as one."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cache
from typing import Any

from protolint.text._pattern_syntax import PatternError, expand, explain
from protolint.text.lazy import lazy_pattern

__all__ = [
    "PatternError",
    "bounded",
    "compile_any",
    "compile_pattern",
    "expand",
    "in_lines",
    "is_anchored",
    "is_longest",
    "merged",
    "options",
    "places",
    "spans",
    "whole_place",
    "whole_words",
]

#: The memory one pattern or one set may use for its automaton, in bytes. The default of RE2 (8 MB)
#: is too little for a set of hundreds of patterns.
_MEMORY = 64 << 20

#: Texts on which a pattern must not match an empty string: no text, a letter, a space, a sentence.
_PROBES = ("", "a", " ", "A b. 1")

#: By how many characters the whole words may be longer than what matched first.
_LONGEST_REST = 200

#: What speaks of the beginning or the end of a text, and what only looks so: in a set, escaped.
_ANCHOR = lazy_pattern(
    r"(?P<other>\\Q.*?(?:\\E|$)|\\[^Az]|\[\^?\]?(?:\[:\w*:\]|\\.|[^\]\\])*\])|\^|\$|\\[Az]",
    re.DOTALL,
)
#: What is better not joined to others: a gap that is to be short would make theirs short.
_ALONE = lazy_pattern(r"\^|\$|\\[Az]")
_OF_LINES = {r"\A": "^", r"\z": "$"}

#: A repetition that is to match as little as it can.
_LAZY = lazy_pattern(r"[*+?}]\?")

#: A pattern that is only words.
_PLAIN = lazy_pattern(r"[\w '’-]+")
#: The bytes of letters, digits and all that is not ASCII.
_WORD_BYTES = frozenset((*string.ascii_letters.encode(), *string.digits.encode(), *range(128, 256)))


def compile_pattern(pattern: str, case: bool = False) -> Any:
    """Return a pattern compiled by RE2, to be used on folded text; `case`: upper and lower differ.

    Raises PatternError where it is no RE2 pattern, asks for what only backtracking engines can do,
    or matches where nothing is.
    """
    compiled = _compiled(pattern, case)
    for probe in _PROBES:
        if any(found.start() == found.end() for found in compiled.finditer(probe)):
            raise PatternError("this pattern matches nothing at all; make a part of it required", 0)
    return compiled


def compile_any(patterns: tuple[str, ...]) -> Any:
    """Return one compiled pattern that matches where any of these does, case folded."""
    return _compiled(patterns[0] if len(patterns) == 1 else _any_of(patterns), False)


def places(
    patterns: tuple[str, ...], text: str, *, case: bool = False, whole: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield where any of the patterns matches in a folded text, from left to right.

    With `whole`, only what begins and ends with a word.
    """
    pattern = patterns[0] if len(patterns) == 1 else _any_of(patterns)
    compiled = _compiled(pattern, case)
    yield from _whole(pattern, compiled, text, case) if whole else spans(compiled, text)


def _whole(pattern: str, compiled: Any, text: str, case: bool) -> Iterator[tuple[int, int]]:
    given = text.encode()
    at = chars = since = 0
    while since <= len(given) and (found := compiled.search(given, since)):
        first, past = found.span()
        start = first if len(given) == len(text) else chars + len(given[at:first].decode())
        end = start + len(given[first:past].decode())
        at, chars = first, start
        place = whole_place(pattern, text, start, end, case=case)
        if place:
            yield place
        # Half a word may hide a whole one that it reaches into: “in a” that of “again at 9”.
        hides = not place and end - start > 1
        since = _past_word(given, first) if hides else max(past, first + 1)


def _past_word(given: bytes, at: int) -> int:
    """Return the next place after `at` that is not inside a word; all are offsets in bytes."""
    past = at + 1
    while past < len(given) and given[past - 1] in _WORD_BYTES and given[past] in _WORD_BYTES:
        past += 1
    return past


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
    closed = _compiled(rf"({pattern})(?:[^\p{{L}}\p{{N}}_]|\z)", case)
    found = closed.match(text[start : end + _LONGEST_REST])
    if not found or not whole_words(text, start, start + found.end(1)):
        return None
    return start, start + found.end(1)


def whole_words(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` does not begin or end inside a word.

    The `\\b` of RE2 knows ASCII letters only. “don't” and “we'll” are one word, while the 's of
    “it's” or “Ana's” may be left out; a hyphen ends a word. `text` is folded.
    """
    if text[end : end + 1] in _APART and text[max(start - 1, 0) : start] in _APART:
        return True
    if start == end:
        return True
    ends_inside = _letter(text[end - 1]) and _GOES_ON.match(text, end)
    return not (ends_inside or _joined_before(text, start))


#: What stands around most words, and in none; or nothing at all.
_APART = " \n.,;:!?"

#: What follows a word that is not at its end: a letter, or an apostrophe with more than an s.
_GOES_ON = lazy_pattern(r"[\w\u0300-\u036f]|'(?!s\b)\w", re.IGNORECASE)


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"


def _joined_before(text: str, start: int) -> bool:
    """Return whether the character at an offset goes on with the word before it."""
    if not start or not _letter(text[start]):
        return False
    before = text[start - 1]
    return _letter(before) or (before == "'" and start > 1 and _letter(text[start - 2]))


def bounded(pattern: str) -> str:
    """Return a pattern with a `\\b` at each end where it plainly begins or ends with a word.

    For whole words only: it leaves out none of them, and spares a look at “order” for “or”.
    """
    if not _PLAIN.fullmatch(pattern):
        return pattern
    start = r"\b" if pattern[0].isascii() and pattern[0].isalnum() else ""
    end = r"\b" if pattern[-1].isascii() and pattern[-1].isalnum() else ""
    return f"{start}{pattern}{end}"


def spans(compiled: Any, text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of a pattern; in plain ASCII, offsets of bytes are those of characters."""
    given = text.encode()
    if len(given) == len(text):
        for found in compiled.finditer(given):
            yield found.span()
        return
    at = chars = 0
    for found in compiled.finditer(given):
        start, end = found.span()
        first = chars + len(given[at:start].decode())
        at, chars = end, first + len(given[start:end].decode())
        yield first, chars


@cache
def merged(patterns: tuple[str, ...], *, whole: bool) -> tuple[str, ...]:
    """Return fewer patterns that match where these do, for one search instead of many.

    Those that speak of the beginning or end of a text, or of what must not be there, stay alone;
    all others become one. With `whole`, only whole words are wanted of them.
    """
    alone = tuple(own for own in patterns if _ALONE.search(own))
    free = tuple(bounded(own) if whole else own for own in patterns if own not in alone)
    return (*((_any_of(free) if len(free) > 1 else free[0],) if free else ()), *alone)


@cache
def _any_of(patterns: tuple[str, ...]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


@cache
def _compiled(pattern: str, case: bool) -> Any:
    import re2  # noqa: PLC0415  a run whose findings are all cached needs no RE2

    try:
        expanded = expand(pattern)
        return re2.compile(expanded, options(case=case, longest=is_longest(expanded)))
    except re2.error as error:
        raise explain(error.args[0], pattern) from None


@cache
def is_anchored(pattern: str) -> bool:
    """Return whether a pattern speaks of the beginning or the end of a text."""
    return any(not found["other"] for found in _ANCHOR.finditer(pattern))


def in_lines(pattern: str) -> str:
    """Return a pattern that speaks of lines where this one speaks of texts."""
    return f"(?m:{_ANCHOR.sub(lambda found: _OF_LINES.get(found[0], found[0]), pattern)})"


@cache
def is_longest(expanded: str) -> bool:
    """Return whether a pattern matches as much as it can: all do that ask nowhere for less."""
    return _LAZY.search(expanded) is None


@cache
def options(*, case: bool, longest: bool = False) -> Any:
    """Return how RE2 reads patterns: case folded or not, in silence, with memory for many.

    With `longest`, of all matches at a place the longest counts, not the one that is written first.
    """
    import re2  # noqa: PLC0415

    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    options.case_sensitive = case
    options.longest_match = longest
    return options
