"""The words that a pattern cannot match without: a quick way to know that it does not match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from protolint.text.lazy import lazy_pattern

#: What one place of a pattern can be spelt as: no more spellings than this are kept apart.
_MOST_SPELLINGS = 24
#: Words shorter than this are in nearly every text, and rule nothing out.
_SHORTEST = 2
#: RE2 writes some things in other ways than the parser of Python.
_RE2_ONLY = lazy_pattern(r"\\x\{([0-9A-Fa-f]+)\}|\\[pP]\{\^?\w+\}|\\[pP]\w|\\z")
#: What the parser of Python would read as something else: plain text, and classes by their names.
_MISREAD = ("\\Q", "[:")

_Spellings = frozenset[str]
_NOTHING: _Spellings = frozenset({""})


def needed(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return groups of strings: one of each group is in every text that an RE2 pattern matches.

    They are case folded; those that rule out most come first. Without a group no string is sure to
    be there, and the pattern has to be tried on each text.
    """
    parsed = parse(pattern)
    groups = () if parsed is None else _Reading().read(parsed).groups
    return tuple(tuple(sorted(own)) for own in groups)


def parse(pattern: str) -> Any:
    """Return the parts of an RE2 pattern as Python's own parser tells them; None if it cannot."""
    if any(own in pattern for own in _MISREAD):
        return None
    try:
        return parser.parse(_RE2_ONLY.sub(_for_python, pattern))
    except (re.error, OverflowError, RecursionError):
        return None


def _for_python(found: re.Match[str]) -> str:
    if found[1]:
        return re.escape(chr(int(found[1], 16)))
    return r"\Z" if found[0] == r"\z" else r"\S"  # something, and so in a set, too


class _Reading:
    """A part of a pattern read from left to right: what is spelt out so far, what must be there."""

    def __init__(self) -> None:
        self.spelt: _Spellings = _NOTHING
        self.is_exact = True
        self.needed: list[_Spellings] = []

    @property
    def best(self) -> _Spellings | None:
        """The strings that rule out most."""
        return next(iter(self.groups), None)

    @property
    def groups(self) -> Sequence[_Spellings]:
        """All groups of strings that rule something out: long ones first, then few."""
        told = {own for own in (*self.needed, self.spelt) if _is_useful(own)}
        return sorted(told, key=_worth, reverse=True)

    def read(self, parsed: Iterable[Any]) -> _Reading:
        for code, value in parsed:
            if code is op.LITERAL:
                self._spell(frozenset({chr(value).casefold()}))
            elif code is op.IN:
                self._spell(_letters(value))
            elif code is op.SUBPATTERN:
                self._part(_Reading().read(value[-1]))
            elif code is op.BRANCH:
                self._branches([_Reading().read(branch) for branch in value[1]])
            elif code in {op.MAX_REPEAT, op.MIN_REPEAT}:
                self._repeated(value[0], value[1], _Reading().read(value[2]))
            elif code is not op.AT:
                self._break()
        return self

    def _spell(self, spellings: _Spellings | None) -> None:
        """Go on with one of several spellings; None: with anything."""
        if spellings is None or len(self.spelt) * len(spellings) > _MOST_SPELLINGS:
            self._break()
            self.spelt = spellings or _NOTHING
            return
        self.spelt = frozenset("".join(pair) for pair in product(self.spelt, spellings))

    def _break(self) -> None:
        self.needed.append(self.spelt)
        self.spelt = _NOTHING
        self.is_exact = False

    def _part(self, part: _Reading) -> None:
        if part.is_exact:
            self._spell(part.spelt)
            return
        self._break()
        if part.best:
            self.needed.append(part.best)

    def _branches(self, branches: list[_Reading]) -> None:
        if all(branch.is_exact for branch in branches):
            spellings = frozenset().union(*(branch.spelt for branch in branches))
            if len(self.spelt) * len(spellings) <= _MOST_SPELLINGS:
                self._spell(spellings)
                return
        self._break()
        best = [branch.best for branch in branches]
        if all(best):
            self.needed.append(frozenset().union(*(own for own in best if own)))

    def _repeated(self, least: int, most: int, part: _Reading) -> None:
        if part.is_exact and (least, most) == (0, 1):
            self._spell(part.spelt | _NOTHING)
            return
        self._break()
        if least and part.best:
            self.needed.append(part.best)


def _letters(members: list[Any]) -> _Spellings | None:
    """Return the characters of a small set, None for a large one or one that excludes."""
    found: set[str] = set()
    for code, value in members:
        if code is op.LITERAL:
            found.add(chr(value).casefold())
        elif code is op.RANGE and value[1] - value[0] < 4:
            found.update(chr(number).casefold() for number in range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(found)


def _is_useful(strings: _Spellings) -> bool:
    return all(len(own) >= _SHORTEST or (own and not own.isalnum()) for own in strings)


def _worth(strings: _Spellings) -> tuple[int, int, list[str]]:
    return min(5, *map(len, strings)), -len(strings), sorted(strings)
