"""Patterns of Python's `re` that are compiled where they are first used."""

from __future__ import annotations

import re
from typing import Any, cast


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what acts as the compiled pattern, and compiles it at its first use.

    Compiling all patterns of a run takes longer than checking a short script, which needs few.
    A pattern that is wrong raises `re.error` at its first use.
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


class _LazyPattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags
        self.pattern = pattern  # a part of others, maybe, and that compiles nothing

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._given), name)
        # Found here the next time, without asking again.
        setattr(self, name, found)
        return found
