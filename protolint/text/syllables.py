"""Syllables of English words: rules, and a table of the common words the rules get wrong."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Return the number of syllables of a word as it is spoken, at least 1."""
    lower = word.lower()
    count = len(_VOWELS.findall(lower))
    if lower.endswith("e") and not lower.endswith("le"):
        count -= 1
    return max(count, 1)
