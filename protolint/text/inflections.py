"""The forms of an English word or phrase: log in, logs in, logged in, logging in."""

from __future__ import annotations

import re
from typing import Literal

from protolint.text.lazy import lazy_pattern

#: A form of a phrase: as it is, with an -s (plural or third person), past, and with -ing.
Form = Literal["base", "s", "ed", "ing"]

_PARTICLES = frozenset(
    ["about", "ahead", "around", "away", "back", "by", "down", "for", "forward", "in", "into",
     "off", "on", "out", "over", "through", "to", "together", "up", "with"]
)  # fmt: skip
_PAST = {
    "begin": "began", "break": "broke", "bring": "brought", "build": "built", "buy": "bought",
    "choose": "chose", "come": "came", "cut": "cut", "do": "did", "draw": "drew", "find": "found",
    "get": "got", "give": "gave", "go": "went", "hear": "heard", "hold": "held", "keep": "kept",
    "know": "knew", "leave": "left", "let": "let", "make": "made", "meet": "met", "pay": "paid",
    "put": "put", "read": "read", "run": "ran", "say": "said", "see": "saw", "sell": "sold",
    "send": "sent", "set": "set", "show": "showed", "speak": "spoke", "take": "took",
    "tell": "told", "think": "thought", "write": "wrote",
}  # fmt: skip
_VERB = lazy_pattern(r".+(?:[iy][sz]e|ify|ate)", re.IGNORECASE)
_ONE_VOWEL = lazy_pattern(r"[^aeiou]*[aeiou][^aeiouwxy]", re.IGNORECASE)


def forms(phrase: str) -> tuple[Form, ...]:
    """Return the forms in which a phrase can be expected.

    A phrase that ends in a particle is a verb (“log in”), and so are single words such as
    “utilise”; anything else has at most a plural, since “issued” is no form of the noun “issue”.
    """
    if _is_verb(phrase):
        return "base", "s", "ed", "ing"
    last = phrase.rsplit(maxsplit=1)[-1]
    return ("base", "s") if last.isalpha() and len(last) > 2 else ("base",)


def inflected(phrase: str, form: Form, like: str = "") -> str:
    """Return a form of a phrase; `like` is the phrase it stands for, a verb or a noun as that is.

    The plural goes to the last word of a noun, every form of a verb to its first word.
    """
    if form == "base":
        return phrase
    words = phrase.split()
    at = 0 if _is_verb(like or phrase) else -1
    words[at] = _ENDINGS[form](words[at])
    return " ".join(words)


def _is_verb(phrase: str) -> bool:
    words = phrase.split()
    if len(words) == 1:
        return _VERB.fullmatch(phrase) is not None
    return words[-1].lower() in _PARTICLES


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word, re.IGNORECASE):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", word) else f"{word}s"


def _with_ed(word: str) -> str:
    if word.lower() in _PAST:
        return _PAST[word.lower()]
    if word.endswith("e"):
        return f"{word}d"
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ied"
    return f"{_doubled(word)}ed"


def _with_ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and len(word) > 2:
        return f"{word[:-1]}ing"
    return f"{_doubled(word)}ing"


def _doubled(word: str) -> str:
    return word + word[-1] if _ONE_VOWEL.fullmatch(word) else word


_ENDINGS = {"s": _with_s, "ed": _with_ed, "ing": _with_ing}
