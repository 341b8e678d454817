"""The keys that a phone menu asks to press, in the languages whose menus we have seen."""

from __future__ import annotations

import re

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NAMES = {name: str(key) for key, name in enumerate(_NUMBERS)} | {
    "star": "*",
    "hash": "#",
    "pound": "#",
}
_KEY = re.compile(
    r"\b(?:press(?:ing)?|dial|enter|drücken sie|wählen sie|appuyez sur|tapez|faites|pulse|marque"
    r"|oprima|prema|digiti|druk op|kies|toets|tryck)"
    r"(?:\s+(?:the|die|la|le|el|il|de|key|touche|tecla|taste|number|\w*taste))*"
    rf"\s+[“\"‘']?(\d\b|[*#]|(?:{'|'.join(_NAMES)})\b)",
    re.IGNORECASE,
)


def keys(words: str) -> tuple[str, ...]:
    """Return the keys that a sentence asks to press, as they stand on a phone."""
    found = (own[1].lower() for own in _KEY.finditer(words))
    return tuple(_NAMES.get(key, key) for key in found)
