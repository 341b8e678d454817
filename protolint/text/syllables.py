"""Syllables of English words: rules, and a table of the words that the rules get wrong."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from protolint.text.lazy import lazy_pattern
from protolint.text.syllable_rules import by_rules, spelt

_PART = lazy_pattern(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_NOT_SAID = lazy_pattern(r"(?<=\d)(?:st|nd|rd|th|s)\b|(?<=\d),(?=\d{3})")
_HISSING = lazy_pattern(r"(?:[sxz]|ch|sh|[cgsz]e)$")

_TABLE = Path(__file__).with_name("syllables.txt")

#: Of zero to nineteen as they are said.
_SMALL = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Return the number of syllables of a word as it is said, at least 1.

    Parts joined by hyphens or other signs are added. A number is said as a number up to four
    digits (a year in pairs), and digit by digit from five. Capitals without a vowel are spelt.
    """
    parts: list[str] = _PART.findall(_NOT_SAID.sub("", word.replace("’", "'")))
    return max(sum(map(_of_part, parts)), 1)


def _of_part(part: str) -> int:
    if part[0].isdigit():
        return _of_digits(part)
    if len(part) > 2 and part[:-1].isupper() and part[-1] == "s":
        part = part[:-1]
    lower = part.lower()
    if lower in table():
        return table()[lower]
    if lower.endswith("'s"):
        return _of_part(lower[:-2]) + bool(_HISSING.search(lower, 0, len(lower) - 2))
    return spelt(lower) if len(lower) == 1 else by_rules(lower)


def _of_digits(digits: str) -> int:
    if len(digits) > 4 or not digits.isascii() or digits.startswith("0"):
        return sum(2 if digit in "07" else 1 for digit in digits)
    return _of_number(int(digits))


def _of_number(number: int) -> int:
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return 2 + (number // 10 == 7) + _rest(number % 10)
    if number >= 1000 and number % 1000 < 10:
        return _of_number(number // 1000) + 2 + _rest(number % 1000)
    high, low = divmod(number, 100)
    oh = number > 1000 and 0 < low < 10
    hundred = 2 if number < 1000 or not low else 0
    return _of_number(high) + hundred + oh + _rest(low)


def _rest(number: int) -> int:
    return _of_number(number) if number else 0


@lru_cache(maxsize=1)
def table() -> dict[str, int]:
    """Return the words that the rules get wrong and their syllables, read at the first call.

    The file is made by tests/text/make_syllable_table.py: after each `#` a count and its words.
    """
    found: dict[str, int] = {}
    text = _TABLE.read_text(encoding="ascii")
    for section in text.split("#")[1:]:
        count, *words = section.split()
        found.update(dict.fromkeys(words, int(count)))
    return found
