"""What is left of a broken placeholder in readable text, and what is broken inside a whole one."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from operator import itemgetter
from typing import Literal

from protolint.script import OPAQUE, Opaque
from protolint.text.lazy import lazy_pattern

Damage = Literal[
    "stray-braces", "single-brace", "typographic-quote", "no-break-space", "markup", "escaped",
    "encoded",
]  # fmt: skip

_TOKENS = "".join(OPAQUE[kind] for kind in ("placeholder", "blank"))
#: Readable text that looks like (part of) a placeholder. A whole one is only left over where
#: markup, an escape or an entity in the source hid it from the scanner.
_LEFT = lazy_pattern(
    r"(?P<whole>\{\{[^{}\n]*\}\}|\{%[^{}%\n]*%\})"
    r"|(?P<apart>\{ \{[^{}\n]*\} ?\}|\{\{[^{}\n]*\} \})"
    r"|(?P<half>\{\{[^{}\n]*\}(?!\})|(?<!\{)\{[^{}\n]*\}\})"
    r"|(?P<single>(?<![$#%{])\{[A-Za-z_][\w.]*\})"
    rf"|(?P<torn>\{{[{_TOKENS}](?!\}})|(?<!\{{)[{_TOKENS}]\}})"
    r"|(?P<open>(?<![$#%{!:;-])\{[A-Za-z][\w.]++(?![^{}\n]*+\})"
    r"(?!\||, ?(?:select|plural|selectordinal),))"
    r"|(?P<close>(?<![\w.{])[A-Za-z]+(?:_[A-Za-z]+)+\}(?!\}))"
    r"|(?P<stray>\{\{+|\}\}+|\{%|%\}|[#%]\{|\{!|<%|%>)"
)
#: What a choice between wordings is made of: `{Hi|Hello {there|you}}`, `{n, plural, one {…} …}`.
_CHOICE_SIGN = lazy_pattern(r"[{}|]")
_CHOICE_BY_VALUE = lazy_pattern(r"\{ ?\w++, ?(?:select|plural|selectordinal),")
_MARKUP = lazy_pattern(r"</?[A-Za-z][^<>]*>|\*\*|__(?=\w+__)")
_MARKED_FAMILIES = frozenset({"icattr", "otrs", "chevron", "erb", "toolkit"})
_ESCAPE = lazy_pattern(r"\\[_.*\[\](){}#-]")
_ENTITY = lazy_pattern(r"&(?:#x?[0-9a-f]+|lcub|rcub|lbrace|rbrace|quot|amp|[lg]t);", re.IGNORECASE)
_URL_BRACES = lazy_pattern(r"%7B|%7D", re.IGNORECASE)


def left_over(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what looks like a placeholder in a prose text, and how: whole, half, single, …"""
    if "{" in text or "}" in text or "%" in text:
        chosen = _choices(text)
        for found in _LEFT.finditer(text):
            how = found.lastgroup or ""
            if how in {"whole", "apart"} or not _lies_in(found.span(), chosen):
                yield *found.span(), how


def _choices(text: str) -> list[tuple[int, int]]:
    """Return where whole choices between wordings stand that hold others, in order."""
    spans: list[tuple[int, int]] = []
    unclosed: list[tuple[int, bool]] = []
    for found in _CHOICE_SIGN.finditer(text):
        if found[0] == "{":
            unclosed.append((found.start(), False))
        elif unclosed and found[0] == "|":
            unclosed[-1] = (unclosed[-1][0], True)
        elif unclosed:
            start, parted = unclosed.pop()
            if parted or _CHOICE_BY_VALUE.match(text, start):
                while spans and spans[-1][0] > start:
                    spans.pop()
                spans.append((start, found.end()))
                unclosed[-1:] = [(outer, True) for outer, _ in unclosed[-1:]]
    return spans


def _lies_in(span: tuple[int, int], chosen: list[tuple[int, int]]) -> bool:
    """Return whether a span is part of a choice; `chosen` are in order, and none overlap."""
    at = bisect(chosen, span[0], key=itemgetter(0)) - 1
    return at >= 0 and span[1] <= chosen[at][1]


def damage_of_left_over(how: str, raw: str) -> Damage:
    """Return what is wrong with something left over; `raw` is the source it was read from."""
    if _ENTITY.search(raw):
        return "encoded"
    if how == "whole" and _ESCAPE.search(raw):
        return "escaped"
    if how == "whole" and _MARKUP.search(raw):
        return "markup"
    return "single-brace" if how == "single" else "stray-braces"


def damage_inside(opaque: Opaque) -> Damage | None:
    """Return what is wrong inside a placeholder that was recognised as one."""
    raw = opaque.raw
    if any(quote in raw for quote in "“”‘’„«»"):
        return "typographic-quote"
    if "\u00a0" in raw or "\u202f" in raw or "&nbsp;" in raw:
        return "no-break-space"
    if _ESCAPE.search(raw):
        return "escaped"
    if _ENTITY.search(raw):
        return "encoded"
    if opaque.family not in _MARKED_FAMILIES and _MARKUP.search(raw):
        return "markup"
    return None


def has_encoded_braces(target: str) -> bool:
    """Return whether a link target holds braces as `%7B` or `%7D`."""
    return _URL_BRACES.search(target) is not None
