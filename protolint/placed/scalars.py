"""Plain words as values: the core schema of YAML 1.2, where `no`, `on` and dates are words."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?P<decimal>[-+]?[0-9]+)|0o(?P<octal>[0-7]+)|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<real>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<special>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_BASES = {"decimal": 10, "octal": 8, "hexadecimal": 16}
#: A longer row of digits is a word to us: an account number is no number, and what we keep holds
#: integers of 64 bits.
_LONGEST_INTEGER = 1000
_LARGEST_INTEGER = 2**63


def scalar(word: str) -> bool | int | float | str | None:
    """Return the value of a plain scalar (YAML 1.2.2, §10.3.2)."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in "+-.0123456789" or len(word) > _LONGEST_INTEGER:
        return word
    found = _NUMBER.fullmatch(word)
    if not found:
        return word
    kind = str(found.lastgroup)
    digits = found[kind]
    if kind in _BASES:
        number = int(digits, _BASES[kind])
        return number if abs(number) < _LARGEST_INTEGER else word
    return float(digits.replace(".", "", 1) if kind == "special" else digits)
