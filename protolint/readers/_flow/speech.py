"""Texts of a call script that its form tells: orders between words in quotes, data to collect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from protolint.readers import _blank_words as words
from protolint.script import Script, Stretch
from protolint.text.lazy import lazy_pattern

_QUOTED = lazy_pattern(r"^[> \t]*[\"“„«][^\n]{8,}[\"”“»][ \t]*\r?$", re.MULTILINE)
_ORDER = lazy_pattern(r"\s*\[(?P<inner>[^\[\]\n]*[^\W\d_][^\[\]\n]*)\]\s*")
#: What the line before a list says where it is of data that an agent asks for and writes down.
_COLLECTS = lazy_pattern(
    r"\b(?:collect|gather|take(?: down)?|get|ask for|note|record|write|fill|type|enter|capture"
    r"|details|information|erfassen|notieren|aufnehmen|demander|noter|pedir|anotar)\b",
    re.IGNORECASE,
)
_SENTENCE = lazy_pattern(
    r"[.!?:;→\"“”]\s*$|->|→|[\"“„]|^\W*(?:yes|no|ja|nein|if|when|wenn)\b", re.IGNORECASE
)
_LONGEST = 6
#: A list of so few is no form.
_FEW = 2
_ASKED = frozenset(["public", "spoken", "note", "direction"])


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether a part of a source has lines in brackets between lines in quotes."""
    return text.find("]", start, end) >= 0 and len(_QUOTED.findall(text[start:end])) >= _FEW


def directed(script: Script) -> Script:
    """Return a script in which what stands alone in brackets is told to the agent."""
    stretches = tuple(
        structs.replace(own, kind="direction") if own.kind == "public" and _is_order(own) else own
        for own in script.stretches
    )
    return structs.replace(script, stretches=stretches)


def _is_order(stretch: Stretch) -> bool:
    shown = stretch.prose.shown(0, len(stretch.prose.text))
    found = _ORDER.fullmatch(shown)
    return found is not None and len(found["inner"].split()) > 1


def collecting(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the texts of a call script, with the items of lists that are data to collect as fields.

    They are short, and no sentences; what leads to them says so, or is told to the agent.
    """
    at = 0
    while at < len(stretches):
        run = at
        while run < len(stretches) and _is_datum(stretches[run]):
            run += 1
        is_form = run - at >= _FEW and at > 0 and _leads(stretches[at - 1], stretches[at])
        for own in stretches[at:run]:
            yield structs.replace(own, kind="field") if is_form else own
        if run < len(stretches):
            yield stretches[run]
        at = run + 1


def _is_datum(stretch: Stretch) -> bool:
    text = stretch.prose.text.strip()
    if stretch.shape != "item" or stretch.kind not in _ASKED or not text:
        return False
    said = text.casefold().split()
    return len(said) <= _LONGEST and said[0] not in words.VERBS and not _SENTENCE.search(text)


def _leads(stretch: Stretch, first: Stretch) -> bool:
    """Return whether a text leads to data that are collected, of which the first is given.

    Beside words that are said, a list of what is not said is what the answer is to tell.
    """
    text = stretch.prose.text.rstrip()
    if stretch.kind in ("public", "spoken") and first.kind == "note":
        return True
    if stretch.kind == "direction" or (stretch.kind == "note" and not text.endswith("?")):
        return True
    return text.endswith(":") and bool(_COLLECTS.search(text))
