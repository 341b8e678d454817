"""The patterns of a lexicon as one: what of it is found in the clauses of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from protolint.text.clauses import BAR
from protolint.text.lazy import lazy_pattern
from protolint.text.lexicon import Lexicon, Words, resolved
from protolint.text.pattern_set import LineSet, lined
from protolint.text.ready import Ready

#: Words that end so are forms of verbs that ask for nothing, adverbs, or two words in one; “press”
#: and “feed” are none.
_INFLECTED = lazy_pattern(r"(?:[^s]s|[^e]ed|ing|ly|'[a-z]+)\Z")
_WORD = lazy_pattern(r"[a-z]+(?:['-][a-z]+)*")
_PLAIN = lazy_pattern(r"[a-z]+(?:'[a-z]+)?\Z")
#: So many words may stand before one that opens a clause.
_SOFT_WORDS = 6


class Patterns:
    """Families of patterns, each with a number; a text is told which families it holds.

    A family holds where one of its patterns does. Patterns that are plain words are looked up, all
    others are one automaton. `softly` are words that may stand before one that opens a clause.
    """

    def __init__(
        self,
        terms: Mapping[str, str | Words],
        softly: Iterable[str] = (),
        known: Mapping[str, Ready] | None = None,
    ) -> None:
        self._terms = terms
        self._known = known
        self._softly = frozenset(softly)
        self._families: dict[tuple[object, ...], int] = {}
        self._words: dict[str, list[int]] = {}
        self._openers: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self._otherwise: list[tuple[int, frozenset[str], frozenset[str]]] = []
        self._owners: dict[str, list[int]] = {}

    def add(self, patterns: Words) -> int:
        """Return the number of a family of patterns; -1 for none."""
        number, is_new = self._number(patterns, patterns)
        for pattern in patterns if is_new else ():
            by = self._words if _PLAIN.match(pattern) else self._owners
            by.setdefault(pattern, []).append(number)
        return number

    def add_openers(self, words: Words, not_before: Words) -> int:
        """Return the number of a family of words that open a clause, but not before some others."""
        number, is_new = self._number(words, ("opens", words, not_before))
        excluded = frozenset(not_before)
        for word in words if is_new else ():
            self._openers.setdefault(word, []).append((number, excluded))
        return number

    def add_other_openers(self, but: Words, before: Words) -> int:
        """Return the number of all words that open a clause before some others, but for a few."""
        number, is_new = self._number(but, ("opens but", but, before))
        if is_new:
            self._otherwise.append((number, frozenset(but), frozenset(before)))
        return number

    def _number(self, words: Words, family: tuple[object, ...]) -> tuple[int, bool]:
        """Return the number of a family, -1 where it has no words, and whether it is a new one."""
        if not words:
            return -1, False
        known = len(self._families)
        number = self._families.setdefault(family, known)
        return number, number == known

    def found(self, text: str) -> frozenset[int]:
        """Return the families that hold in clauses, as `text.clauses` writes them."""
        if not text:
            return frozenset()
        found: set[int] = set()
        for number in self._automaton.match(text):
            found.update(self._by_pattern[number])
        lower = text.lower()
        for word in _WORD.findall(lower):
            if word in self._words:
                found.update(self._words[word])
        for clause in lower.split(BAR):
            found.update(self._opening(clause))
        return frozenset(found)

    def prepare(self) -> None:
        """Make everything that many texts need, so that processes to come share it."""
        self._automaton.prepare()

    def _opening(self, clause: str) -> Iterable[int]:
        words = _WORD.findall(clause, 0, 80)
        for at, word in enumerate(words[: _SOFT_WORDS + 1]):
            after = words[at + 1] if at + 1 < len(words) else ""
            if word in self._openers:
                yield from (
                    own for own, not_before in self._openers[word] if after not in not_before
                )
            if word not in self._softly:
                yield from self._otherwise_opening(clause, word, after)
                return

    def _otherwise_opening(self, clause: str, word: str, after: str) -> Iterator[int]:
        if f"{word} {after}" in clause and not _INFLECTED.search(word):
            yield from (
                own for own, but, before in self._otherwise if after in before and word not in but
            )

    @cached_property
    def _by_pattern(self) -> list[list[int]]:
        return list(self._owners.values())

    @cached_property
    def _automaton(self) -> LineSet:
        patterns = (whole(pattern, self._terms) for pattern in self._owners)
        return LineSet(patterns, self._known)


def whole(pattern: str, terms: Mapping[str, str | Words]) -> str:
    """Return a pattern of a lexicon that matches whole words of clauses; “we” is none in “we'll”.

    A space is written as itself, not as any white space: clauses have no other, and what is spelt
    out is found sooner. Raises TermError.
    """
    spelt = resolved(pattern, terms).replace(" ", r"\x{20}")
    return rf"(?:^|[^\w'])(?:{spelt})(?:$|[^\w']|'(?:$|\W))"


def patterns_of(lexicon: Lexicon) -> Iterator[str]:
    """Yield the patterns that recognising moves by a lexicon looks for, as a `LineSet` has them."""
    cues = [cue for own in lexicon.moves.values() for cue in own]
    for cue in (*cues, *lexicon.notes):
        for pattern in (*cue.any, *cue.near, *cue.unless):
            if not _PLAIN.match(pattern):
                yield lined(whole(pattern, lexicon.terms))
    for pattern in (*lexicon.times, *lexicon.address):
        if not _PLAIN.match(pattern):
            yield lined(whole(pattern, lexicon.terms))
