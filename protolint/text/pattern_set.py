"""Many patterns tried on a text at once: by the words they need, and by one automaton for many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from protolint.text.branches import Sieve, branches
from protolint.text.patterns import compile_pattern, expand, is_longest, options, spans
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
    at all. Then all patterns become one automaton, which says what matches in a pass. `known` are
    patterns that were made ready before: that takes longer than trying them on a text.
    """

    def __init__(
        self, patterns: Iterable[tuple[str, bool]], known: Mapping[str, Ready] | None = None
    ) -> None:
        known = known or {}
        self._given = list(patterns)
        self._ready = [known.get(pattern) or ready(pattern) for pattern, _ in self._given]
        self._seen = 0
        self._filter: Any = None
        self._sieve = Sieve([own.branches for own in self._ready])

    def prepare(self) -> None:
        """Make the automaton now, as for many texts."""
        if self._filter is None and self._given:
            self._filter = _filter(self._ready, self._given)

    def match(self, text: str, wanted: Callable[[int], bool] | None = None) -> list[int]:
        """Return the numbers of the patterns that match in a folded text, in order.

        Where memory ran out, some are among them that do not match; `places` is exact.
        """
        self._seen += len(text)
        if self._filter is None and self._seen < _FEW:
            return self._sifted(text, wanted)
        self.prepare()
        last = len(self._given)
        found: Any = self._filter.Match((text + _END).encode()) or [] if last else [0]
        return sorted(found)[:-1] if last in found else list(range(last))

    def places(self, number: int, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a pattern of the set matches in a folded text, from left to right."""
        if self._filter is None:
            self._sieve.likely(text)
            return spans(self._sifting(number), text)
        return spans(_compiled(self._ready[number].expanded, self._given[number][1]), text)

    def _sifted(self, text: str, wanted: Callable[[int], bool] | None) -> list[int]:
        given = text.encode()
        return [
            number
            for number in self._sieve.likely(text)
            if (wanted is None or wanted(number)) and self._sifting(number).search(given)
        ]

    def _sifting(self, number: int) -> Any:
        """Return what finds a pattern in the texts that were sieved so far."""
        whole, (_, case) = self._ready[number].expanded, self._given[number]
        return _compiled(self._sieve.kept(number), case, longest=is_longest(whole))


def lined(pattern: str) -> str:
    """Return a pattern whose `^` and `$` are the ends of a line."""
    return f"(?m:{pattern})"


class LineSet:
    """Patterns tried on short texts, for which exactly those are told that match.

    `^` and `$` are the ends of a line, and case does not matter. `known` has patterns as `lined`
    writes them. Raises PatternError as `compile_pattern` does, but for patterns that match nothing.
    """

    def __init__(self, patterns: Iterable[str], known: Mapping[str, Ready] | None = None) -> None:
        self._patterns = [(lined(pattern), False) for pattern in patterns]
        self._set = PatternSet(self._patterns, known)
        self._seen = 0

    def prepare(self) -> None:
        """Make the automaton now, as for many texts."""
        self._set.prepare()

    def match(self, text: str) -> list[int]:
        """Return the numbers of the patterns that match somewhere in a folded text."""
        text += "\n"
        self._seen += len(text)
        if self._seen > _FEW_LINES:
            self._set.prepare()
        found = self._set.match(text)
        if len(found) < len(self._patterns):
            return found
        return [number for number in found if any(True for _ in self._set.places(number, text))]


class AnchoredSet:
    """A few patterns that may speak of the beginning or the end of a text, as one automaton."""

    def __init__(self, patterns: Sequence[tuple[str, bool]]) -> None:
        import re2  # noqa: PLC0415

        self._patterns = [(expand(pattern), case) for pattern, case in patterns]
        self._set = re2.Set.SearchSet(options(case=True))
        for pattern, case in self._patterns:
            self._set.Add(pattern if case else f"(?i:{pattern})")
        self._set.Add("")  # matches any text, so that silence means that memory ran out
        self._set.Compile()

    def match(self, text: str) -> list[int]:
        """Return the numbers of the patterns that match; all of them where memory ran out."""
        last = len(self._patterns)
        found: Any = self._set.Match(text.encode()) or [] if last else [0]
        return sorted(found)[:-1] if found else list(range(last))

    def places(self, number: int, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a pattern of the set matches in a folded text, from left to right."""
        return spans(_compiled(*self._patterns[number]), text)


@cache
def _compiled(expanded: str, case: bool, *, longest: bool | None = None) -> Any:
    import re2  # noqa: PLC0415

    as_asked = is_longest(expanded) if longest is None else longest
    return re2.compile(expanded, options(case=case, longest=as_asked))


def _filter(patterns: Sequence[Ready], given: Sequence[tuple[str, bool]]) -> Any:
    """Return what finds the patterns that match; the last one matches at the end of each text.

    They are sought by their literals: one automaton of literals is small and soon built, where one
    of whole patterns makes a new state for each new text. RE2 then tries those whose literals are
    there, and the few that have none.
    """
    import re2  # noqa: PLC0415

    made = re2.Filter()
    for own, (pattern, case) in zip(patterns, given, strict=True):
        try:
            made.Add(own.expanded, options(case=case))
        except re2.error:
            compile_pattern(pattern, case)  # says what is wrong
            raise
    made.Add(_END, options(case=True))
    made.Compile()
    return made
