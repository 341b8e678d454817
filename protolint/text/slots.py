"""Texts of a brand with slots such as {name}, as patterns for what scripts say."""

from __future__ import annotations

import re

from protolint.text.fold import fold
from protolint.text.lazy import lazy_pattern

_SLOT = lazy_pattern(r"\{\s*[A-Za-z][\w .-]*\}")
#: What may stand in a slot: tokens (“{{first}} {{last}}”), or a word or two.
_FILLING = r"(?:{opaque}(?: ?{opaque})?|[\pL\pN][\pL\pN'.’-]*(?: [\pL\pN][\pL\pN'.’-]*)?)"


def slot_faults(text: str) -> bool:
    """Return whether a text has a brace that belongs to no slot."""
    return bool(re.search("[{}]", _SLOT.sub("", text)))


def slot_pattern(text: str) -> str:
    """Return the pattern of a text, any white space for its own, as `text.patterns` reads it."""
    parts = _SLOT.split(" ".join(fold(text).split()))
    return _FILLING.join(literal(part) for part in parts)


def literal(text: str) -> str:
    """Return the pattern that matches a plain text, any white space for its own."""
    return " ".join(re.escape(word) for word in fold(text).split(" "))
