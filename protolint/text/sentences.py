"""Sentences of a text: candidates by one regular expression, then a decision on each."""

from __future__ import annotations

import re

_CANDIDATE = re.compile(r"""\n|[.!?…]+["'”’)\]»]*(?=\s|$)""")
_ABBREVIATIONS = frozenset(["mr", "mrs", "ms", "dr", "st", "no", "e.g", "i.e", "vs", "prof", "etc"])
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the places of the sentences of a text, in order, without white space around them.

    A line break ends a sentence. Opaque tokens are words.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for candidate in _CANDIDATE.finditer(text):
        end = candidate.end()
        if candidate[0] == "\n" or _ends(text, candidate.start(), end):
            _add(found, text, start, end)
            start = end
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    part = text[start:end]
    kept = part.strip()
    if kept:
        start += len(part) - len(part.lstrip())
        found.append((start, start + len(kept)))


def _ends(text: str, start: int, end: int) -> bool:
    following = text[end : end + 3].lstrip()[:1]
    if following.islower():
        return False
    word = _LAST_WORD.search(text, max(start - 20, 0), start)
    return not (text[start] == "." and word and word[0].lower() in _ABBREVIATIONS)
