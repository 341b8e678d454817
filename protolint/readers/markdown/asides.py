"""What is told to the agent within a message: directions and conditions in brackets or italics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from protolint.readers import _blank_words as words
from protolint.script import Kind, Prose
from protolint.text.lazy import lazy_pattern
from protolint.text.sentences import sentences

_BRACKET = lazy_pattern(r"\[(?P<square>[^\[\]\n]{2,120})\](?![(\[])|\((?P<round>[^()\n]{2,120})\)")
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: What only an agent does, so that even parentheses may hold it.
_STAGE = frozenset(
    ["pause", "wait", "listen", "smile", "silence", "breathe", "hold", "mute", "unmute", "typing"]
)
_SPOKEN_TO = frozenset(["you", "your", "yours", "please", "we", "our", "us", "i", "my", "me"])
_ABOUT = lazy_pattern(
    r"\b(?:the |a )?(?:customer|caller|client|guest|patient|user)s?\b", re.IGNORECASE
)
_BUTTONS = frozenset(["button", "cta", "schaltfläche", "bouton", "botón"])
_ENDS = '.!?…:"”’)]\n'
_ITALIC = frozenset("*_")


class Aside(NamedTuple):
    """A part of a text that is not said, and what it is instead."""

    start: int
    end: int
    kind: Kind


def asides(prose: Prose, source: str, *, has_italics: bool) -> list[Aside]:
    """Return what is said to the agent within a text, in order, no two parts overlapping.

    `has_italics`: italics may hold a direction.
    """
    found = list(_bracketed(prose.text))
    if has_italics and not _ITALIC.isdisjoint(_source_of(prose, source)):
        found += _italic(prose, source)
    end, kept = 0, []
    for aside in sorted(found):
        if aside.start >= end:
            kept.append(aside)
            end = aside.end
    return kept


def _source_of(prose: Prose, source: str) -> str:
    span = prose.span(0, len(prose.text))
    return source[max(span.start - 1, 0) : span.end + 1]


def _bracketed(text: str) -> Iterator[Aside]:
    if "[" not in text and "(" not in text:
        return
    for found in _BRACKET.finditer(text):
        before = text[: found.start()].rstrip()
        if before and before[-1] not in _ENDS:
            continue
        if kind := _kind(found["square"] or found["round"], is_round=found["square"] is None):
            yield Aside(*found.span(), kind)


def _italic(prose: Prose, source: str) -> Iterator[Aside]:
    """Yield the sentences that are all in italics, and tell an agent what to do."""
    for start, end in sentences(prose.text):
        span = prose.span(start, end)
        first, last = source[span.start - 1 : span.start], source[span.end : span.end + 1]
        is_bold = source[span.start - 2 : span.start - 1] == first
        if first in _ITALIC and last in _ITALIC and not is_bold:
            inner = prose.text[start:end].strip("()[]*_ ")
            if kind := _kind(inner, is_round=False):
                yield Aside(start, end, kind)


def _kind(inner: str, *, is_round: bool) -> Kind | None:
    """Return what words in brackets or italics are, if they are for the agent."""
    said = [word.casefold() for word in _WORD.findall(inner)]
    if not said:
        return None
    if not is_round and said[0] in _BUTTONS and ":" in inner:
        return "button"
    if not _SPOKEN_TO.isdisjoint(said):
        return None
    if said[0] in words.CONDITIONS and not is_round:
        return "condition"
    is_stage = said[0] in _STAGE or (bool(_ABOUT.search(inner)) and said[0] in words.VERBS)
    if is_stage or (not is_round and said[0] in words.VERBS and len(said) > 1):
        return "direction"
    return None
