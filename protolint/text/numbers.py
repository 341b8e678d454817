"""English numbers in words: twenty-four, two hundred and fifty, three thousand."""

from __future__ import annotations

from protolint.text.lazy import lazy_pattern

_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_BELOW_20 = "|".join(sorted(_SMALL, key=len, reverse=True))
#: A number below a hundred in words, as part of a pattern that ignores case.
BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_BELOW_20}))?|{_BELOW_20})"
BELOW_1000 = rf"(?:(?:an?|{_BELOW_20}) hundred(?:(?: and)? {BELOW_100})?|{BELOW_100})"
#: A number in words, as part of a pattern that ignores case; it captures nothing.
IN_WORDS = rf"(?:(?:a|{BELOW_1000}) thousand(?:,? (?:and )?{BELOW_1000})?|{BELOW_1000})"
#: The words that numbers begin with.
WORDS = frozenset([*_SMALL, *_TENS, "hundred", "thousand"])
_WORD = lazy_pattern(r"[a-z]+")


def number_of(words: str) -> int:
    """Return the number that words of the form `IN_WORDS` say."""
    total = part = 0
    for word in _WORD.findall(words.lower()):
        if word == "thousand":
            total, part = (part or 1) * 1_000, 0
        elif word == "hundred":
            part = (part or 1) * 100
        else:
            part += _SMALL.get(word, 0) or _TENS.get(word, 0)
    return total + part
