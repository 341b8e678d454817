"""The branches of a pattern: what its outermost bars divide, each with the words it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protolint.text.atoms import needed
from protolint.text.lazy import lazy_pattern
from protolint.text.ready import Branch

#: So many groups of strings are asked for beside the first one; more rule out hardly any more.
_MOST_ALSO = 4
#: What a bar or a bracket may stand in without being one; flags for the rest of a pattern.
_PIECE = lazy_pattern(
    r"(?P<flags>\(\?[\w-]+\)|\\Q)|(?P<skip>\\.|\[\^?\]?(?:\[:\w*:\]|\\.|[^\]\\])*\])|[()|]",
    re.DOTALL,
)


def branches(expanded: str) -> tuple[Branch, ...]:
    """Return the branches of an RE2 pattern; joined by bars they are the pattern again."""
    return tuple(map(_branch, divided(expanded)))


def _branch(expanded: str) -> Branch:
    groups = needed(expanded)
    return Branch(expanded, groups[0] if groups else None, groups[1 : 1 + _MOST_ALSO])


def divided(expanded: str) -> Iterator[str]:
    """Yield what the outermost bars of a pattern divide."""
    depth = start = 0
    ends: list[int] = []
    for found in _PIECE.finditer(expanded):
        if found["flags"]:  # hold in the branches after them too
            ends.clear()
            break
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == "|" and not depth:
            ends.append(found.start())
    for end in ends:
        yield expanded[start:end]
        start = end + 1
    yield expanded[start:]


class Sieve:
    """What of many patterns may match in a text, by the words that their branches need."""

    def __init__(self, patterns: Sequence[tuple[Branch, ...]]) -> None:
        self._patterns = patterns
        self._kept: list[set[int]] = [set() for _ in patterns]
        self._by_atom: dict[str, list[tuple[int, int]]] = {}
        self._loose: list[tuple[int, int]] = []
        self._last: tuple[str, list[int]] | None = None
        for number, own in enumerate(patterns):
            for at, branch in enumerate(own):
                for atom in branch.atoms or ():
                    self._by_atom.setdefault(atom, []).append((number, at))
                if branch.atoms is None:
                    self._loose.append((number, at))

    def likely(self, text: str) -> list[int]:
        """Return the numbers of the patterns that may match in a text, in order."""
        if self._last is None or self._last[0] != text:
            folded = text.casefold()
            found = [own for atom, each in self._by_atom.items() if atom in folded for own in each]
            left = [own for own in {*found} if self._has_all(folded, *own)] + self._loose
            for number, at in left:
                self._kept[number].add(at)
            self._last = text, sorted({number for number, _ in left})
        return self._last[1]

    def _has_all(self, folded: str, number: int, at: int) -> bool:
        """Return whether a text holds one string of each further group that a branch needs."""
        also = self._patterns[number][at].also
        return all(any(own in folded for own in group) for group in also)

    def kept(self, number: int) -> str:
        """Return a pattern without the branches that cannot match in any text asked about."""
        own = self._patterns[number]
        return "|".join(own[at].expanded for at in sorted(self._kept[number]) or range(len(own)))
