"""Words of a text: one regular expression, opaque tokens as words of their own."""

from __future__ import annotations

import re
import sys

from protolint.text.lazy import lazy_pattern

_WORD = lazy_pattern(
    r"""
      [\ue000-\uf8ff](?:['’]s\b)?               # an opaque token, with its possessive
    | https?://[^\s\ue000-\uf8ff]*[\w/]         # a URL in plain text
    | [^\W_][\w\u0300-\u036f]*
      (?: ['’ʼ‘\-‐‑@&+]\w[\w\u0300-\u036f]*     # don't, e-mail, AT&T, me@example.com
        | (?<=\d)[.,:/]\d+                      # 3.50, 1,000, 10:30, 24/7
        | (?<=\w)\.(?=[a-z])\w+                 # example.com, a.m
        | (?<=\b[A-Za-z])\.(?=[A-Za-z]\b)\w     # U.S.A
      )*
    """,
    re.VERBOSE,
)


def words(text: str) -> list[tuple[int, int]]:
    """Return the places of the words of a text, in order.

    Contractions (don't, o'clock), compounds with a hyphen (e-mail), numbers (3.50, 24/7) and URLs
    are one word each, and so is each opaque character, with a possessive ’s that follows it.
    """
    return [found.span() for found in _WORD.finditer(text)]


def word_starts(text: str) -> list[int]:
    """Return the offsets at which the words of a text begin, in order."""
    return [found.start() for found in _WORD.finditer(text)]


def word_list(text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """Return the words of a text between two places as they are written, in order."""
    found: list[str] = _WORD.findall(text, start, end)
    return found


def has_word(text: str, start: int, end: int) -> bool:
    """Return whether there is a word in a text between two places."""
    return _WORD.search(text, start, end) is not None
