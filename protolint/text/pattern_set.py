"""Many patterns tried on a text at once: by the words they need, and by one automaton for many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from protolint.text.branches import Sieve, branches
from protolint.text.patterns import (
    compile_pattern,
    expand,
    in_lines,
    is_anchored,
    is_longest,
    options,
    spans,
)
from protolint.text.ready import Ready

#: From so many characters on, making the automaton of all patterns costs less than it saves.
_FEW = 12_000
#: The same where texts are short, so that looking for the words of all patterns takes longer.
_FEW_LINES = 4_000

#: Put at the end of each text so that one literal of a set is always found: private characters.
_END = "\ue0fd\ue0fe\ue0ff"


@cache
def ready(pattern: str) -> Ready:
    """Return a pattern made ready. Raises PatternError."""
    return Ready(branches(expand(pattern)))


class PatternSet:
    """Patterns, each with whether case counts, numbered as they are given.

    On the first few texts, only the branches of patterns whose words are there are made into RE2
    at all. Then the literals of all patterns become one automaton, which says in a pass whose are
    there. `known` are patterns that were made ready before: that takes longer than trying them on
    a text.

    A text may be several, one to a line. What speaks of the beginning or the end of a text is
    sought at the beginnings and ends of lines (`is_anchored`), and is to be looked for once more
    in each text alone.
    """

    def __init__(
        self, patterns: Iterable[tuple[str, bool]], known: Mapping[str, Ready] | None = None
    ) -> None:
        known = known or {}
        self._given = list(patterns)
        self._ready = [known.get(pattern) or ready(pattern) for pattern, _ in self._given]
        self._seen = 0
        self._filter: Any = None
        self._made: list[Any] = [None] * len(self._given)
        self._sieve = Sieve([own.branches for own in self._ready])

    def prepare(self) -> None:
        """Make the automaton now, as for many texts."""
        if self._filter is None and self._given:
            self._filter = _filter(self._ready, self._given)

    def likely(self, text: str) -> Sequence[int]:
        """Return the numbers of the patterns whose words are in a folded text, in order.

        Where memory ran out, those of all.
        """
        self._seen += len(text)
        if self._filter is None and self._seen < _FEW:
            return self._sieve.likely(text)
        self.prepare()
        last = len(self._given)
        found: Any = self._filter.Match((text + _END).encode(), True) if last else [0]
        found = sorted(found or ())
        return found[:-1] if found and found[-1] == last else range(last)

    def compiled(self, number: int) -> Any:
        """Return what finds a pattern in the bytes of the texts that were asked about."""
        if self._filter is None:
            own, case = self._sieve.kept(number), self._given[number][1]
            longest = is_longest(self._ready[number].expanded)
            return _compiled(in_lines(own) if self.is_anchored(number) else own, case, longest)
        if self._made[number] is None:
            self._made[number] = self._filter.re(number)
        return self._made[number]

    def is_anchored(self, number: int) -> bool:
        """Return whether a pattern speaks of the beginning or the end of a text."""
        return is_anchored(self._given[number][0])

    def alone(self, number: int, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a pattern matches in a folded text that is one, from left to right."""
        expanded, (_, case) = self._ready[number].expanded, self._given[number]
        return spans(_compiled(expanded, case, is_longest(expanded)), text)


def lined(pattern: str) -> str:
    """Return a pattern whose `^` and `$` are the ends of a line."""
    return f"(?m:{pattern})"


class LineSet:
    """Patterns tried on short texts, for which exactly those are told that match.

    `^` and `$` are the ends of a line, and case does not matter. `known` has patterns as `lined`
    writes them. Raises PatternError as `compile_pattern` does, but for patterns that match nothing.
    """

    def __init__(self, patterns: Iterable[str], known: Mapping[str, Ready] | None = None) -> None:
        self._set = PatternSet(((lined(pattern), False) for pattern in patterns), known)
        self._seen = 0

    def prepare(self) -> None:
        """Make the automaton now, as for many texts."""
        self._set.prepare()

    def match(self, text: str) -> Sequence[int]:
        """Return the numbers of the patterns that match somewhere in a folded text."""
        text += "\n"
        self._seen += len(text)
        if self._seen > _FEW_LINES:
            self._set.prepare()
        given = text.encode()
        likely = self._set.likely(text)
        return [number for number in likely if self._set.compiled(number).search(given)]


@cache
def _compiled(expanded: str, case: bool, longest: bool) -> Any:
    import re2  # noqa: PLC0415

    return re2.compile(expanded, options(case=case, longest=longest))


def _filter(patterns: Sequence[Ready], given: Sequence[tuple[str, bool]]) -> Any:
    """Return what knows whose literals are in a text; those of the last pattern are in all.

    One automaton of literals is small and soon built, where one of whole patterns makes a new state
    for each new text. The few patterns that have no literals are always told.
    """
    import re2  # noqa: PLC0415

    made = re2.Filter()
    for own, (pattern, case) in zip(patterns, given, strict=True):
        longest = is_longest(own.expanded)
        sought = in_lines(own.expanded) if is_anchored(pattern) else own.expanded
        try:
            made.Add(sought, options(case=case, longest=longest))
        except re2.error:
            compile_pattern(pattern, case)  # says what is wrong
            raise
    made.Add(_END, options(case=True))
    made.Compile()
    return made
