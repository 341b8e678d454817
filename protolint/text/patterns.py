"""Patterns as rules write them, made into RE2: what matches, and one automaton for many of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from protolint.text._pattern_syntax import PatternError, expand, explain

__all__ = [
    "AnchoredSet",
    "LineSet",
    "PatternError",
    "PatternSet",
    "bounded",
    "compile_any",
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

#: By how many characters the whole words may be longer than what matched first.
_LONGEST_REST = 200

#: Put at the end of each text so that one literal of a set is always found: private characters.
_END = "\ue0fd\ue0fe\ue0ff".encode()

#: A pattern that is only words.
_PLAIN = re.compile(r"[\w '’-]+")


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
    for start, end in _spans(_compiled(pattern, case), text):
        place = whole_place(pattern, text, start, end, case=case) if whole else (start, end)
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


def bounded(pattern: str) -> str:
    """Return a pattern with a `\\b` at each end where it plainly begins or ends with a word.

    For whole words only: it leaves out none of them, and spares a look at “order” for “or”.
    """
    if not _PLAIN.fullmatch(pattern):
        return pattern
    start = r"\b" if pattern[0].isascii() and pattern[0].isalnum() else ""
    end = r"\b" if pattern[-1].isascii() and pattern[-1].isalnum() else ""
    return f"{start}{pattern}{end}"


class PatternSet:
    """Many patterns that are tried on a text in one pass. Add all, `compile`, then `match`.

    Patterns are sought by their literals: one automaton of literals is small and soon built, where
    one of whole patterns makes a new state for each new text. RE2 then tries those whose literals
    are there, and the few that have none. If the automaton runs out of memory, all are tried.
    Patterns that speak of the end of a text are for an `AnchoredSet`.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, bool], int] = {}
        self._patterns: list[tuple[str, bool]] = []

    def add(self, pattern: str, *, case: bool = False) -> int:
        """Return the number of a pattern in the set; equal patterns have one number."""
        return self._numbers.setdefault((pattern, case), len(self._numbers))

    def compile(self) -> None:
        """Make the set ready for `match`; patterns added later need another `compile`.

        Raises PatternError as `compile_pattern` does, but for patterns that match nothing.
        """
        self._patterns = list(self._numbers)
        self._filter = _filter(self._patterns)

    def match(self, text: str) -> list[int]:
        """Return the numbers of the patterns that match in a folded text, in order.

        Where memory ran out, some are among them that do not match; `places` is exact.
        """
        last = len(self._patterns)
        found = self._filter.Match(text.encode() + _END) or ()
        return sorted(found)[:-1] if last in found else list(range(last))

    def places(self, number: int, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a pattern of the set matches in a folded text, from left to right."""
        return _spans(_compiled(*self._patterns[number]), text)


class LineSet:
    """Patterns tried on short texts; `^` and `$` are the ends of a line, and case does not matter.

    Raises PatternError as `compile_pattern` does, but for patterns that match nothing.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns = [(f"(?m:{pattern})", False) for pattern in patterns]
        self._filter = _filter(self._patterns)

    def match(self, text: str) -> list[int]:
        """Return the numbers of the patterns that match somewhere in a folded text."""
        last = len(self._patterns)
        given = f"{text}\n".encode() + _END
        found = self._filter.Match(given) or ()
        if last in found:
            return [number for number in found if number != last]
        each = range(last)  # its memory ran out: one by one
        return [number for number in each if _compiled(*self._patterns[number]).search(text)]


class AnchoredSet:
    """A few patterns that may speak of the beginning or the end of a text, as one automaton."""

    def __init__(self, patterns: Sequence[tuple[str, bool]]) -> None:
        import re2  # noqa: PLC0415

        self._patterns = patterns
        self._set = re2.Set.SearchSet(_options(case=True))
        for pattern, case in patterns:
            self._set.Add(expand(pattern) if case else f"(?i:{expand(pattern)})")
        self._set.Add("")  # matches any text, so that silence means that memory ran out
        self._set.Compile()

    def match(self, text: str) -> list[int]:
        """Return the numbers of the patterns that match; all of them where memory ran out."""
        last = len(self._patterns)
        found = self._set.Match(text.encode()) if last else [0]
        return sorted(found)[:-1] if found else list(range(last))

    def places(self, number: int, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a pattern of the set matches in a folded text, from left to right."""
        return _spans(_compiled(*self._patterns[number]), text)


def _filter(patterns: list[tuple[str, bool]]) -> Any:
    """Return what finds the patterns that match; the last one matches at the end of each text."""
    import re2  # noqa: PLC0415

    made = re2.Filter()
    for pattern, case in patterns:
        try:
            made.Add(expand(pattern), _options(case=case))
        except re2.error:
            _compiled(pattern, case)  # says what is wrong
            raise
    made.Add(_END.decode(), _options(case=True))
    made.Compile()
    return made


def _spans(compiled: Any, text: str) -> Iterator[tuple[int, int]]:
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
def _any_of(patterns: tuple[str, ...]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


@cache
def _compiled(pattern: str, case: bool) -> Any:
    import re2  # noqa: PLC0415  a run whose findings are all cached needs no RE2

    try:
        return re2.compile(expand(pattern), _options(case=case))
    except re2.error as error:
        raise explain(error.args[0], pattern) from None


def _options(*, case: bool) -> Any:
    import re2  # noqa: PLC0415

    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    options.case_sensitive = case
    return options
