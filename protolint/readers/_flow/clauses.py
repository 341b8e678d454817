"""A condition as scripts write it, and those that begin with “if”: “If yes, go to step 3”."""

from __future__ import annotations

import re
from typing import NamedTuple

from protolint.readers._blank_words import VERBS
from protolint.readers._flow import words
from protolint.text.lazy import lazy_pattern

LEAD = rf"[ ]*(?:{words.ARROW}[ ]*)?"
IF = lazy_pattern(
    rf"{LEAD}(?P<word>(?:(?:else|or|and|but|sonst)[ ,]+)?{words.IF})\b[ ]*", re.IGNORECASE
)
WHEN = lazy_pattern(rf"{LEAD}(?P<word>when|once|where|after|before|bei)\b[ ]*", re.IGNORECASE)
#: What an instruction to the agent begins with.
ORDERS = frozenset(VERBS) | frozenset(
    [
        "apologise", "apologize", "bitte", "continue", "dann", "do", "don't", "fragen", "gehe",
        "jump", "note", "offer", "please", "proceed", "process", "reassure", "sagen", "say",
        "send", "skip", "stay", "tell", "thank", "then", "try", "use", "weiter", "zurück",
    ]
)  # fmt: skip
WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DELIMITER = lazy_pattern(
    rf":(?=\s|$)|{words.ARROW}|[ ][–—-](?=[ ])|[ ]then\b,?|,[ ]*then\b|,[ ]*dann\b", re.IGNORECASE
)
_COMMA = lazy_pattern(r",[ ]*")
_QUOTE = lazy_pattern(r",?[ ]*(?=[“\"„])")
_GOING = lazy_pattern(rf",?[ ]+(?=(?:{words.GO})\b)", re.IGNORECASE)
_COLON_AT_END = lazy_pattern(rf":\s*$|{words.ARROW}")
_TO_CUSTOMER = lazy_pattern(
    r"\b(?:you|your|you['’]\w+|we|our|us|I|my|Sie|Ihr\w*|Ihnen|wir|uns|du|dein\w*)\b"
)
_NO_CONDITION = lazy_pattern(
    r"\W*(?:if|when) (?:possible|needed|necessary|in doubt|applicable|required|any|at all)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 14


class Condition(NamedTuple):
    """A condition at the beginning of a text: `label` is what it asks, without “if” and marks.

    `end` is where the words under it begin. `inner` is a place behind it within its bracket that is
    an instruction: “[If yes, book it.]”.
    """

    start: int
    end: int
    label: str
    is_else: bool = False
    inner: tuple[int, int] | None = None


def if_clause(text: str, *, is_said: bool, is_marked: bool) -> Condition | None:
    """Return the condition that a text begins with by “if”, or by “when” in what stands out.

    Where unmarked words are said, a condition about “you” is said to the customer.
    """
    asked = IF.match(text) or _whenever(text, is_marked=is_marked)
    if not asked or _NO_CONDITION.match(text):
        return None
    start, is_loud = asked.end(), asked["word"].isupper()
    label, end, has_mark = _asked(text, start)
    if is_said and not is_loud and _TO_CUSTOMER.search(label):
        return None
    if not has_mark and not _stands_alone(text, label, is_free=is_marked or is_loud):
        return None
    if is_said and not has_mark and not (is_marked or is_loud):
        return None
    label = label.strip(" :,.")
    if label and asked["word"].lower() in ("after", "before"):
        label = f"{asked['word']} {label}"
    return Condition(asked.start("word"), end, label, is_else(label)) if label else None


def _whenever(text: str, *, is_marked: bool) -> re.Match[str] | None:
    found = WHEN.match(text)
    stands_out = found is not None and (is_marked or found["word"].isupper())
    return found if stands_out and _COLON_AT_END.search(text) else None


def _asked(text: str, start: int) -> tuple[str, int, bool]:
    """Return what is asked, where what is done about it begins, and whether a mark parts them."""
    cut = _DELIMITER.search(text, start)
    if cut:
        label, at = to_comma(text[start : cut.start()], 0)
        is_early = at < cut.start() - start
        return label, start + at if is_early else cut.end(), True
    for pattern in (_QUOTE, _GOING):
        found = pattern.search(text, start)
        if found:
            return to_comma(text[start : found.start()], 0)[0], found.end(), True
    label, at = to_comma(text[start:], 0)
    return label, start + at, start + at < len(text)


def _stands_alone(text: str, label: str, *, is_free: bool) -> bool:
    """Return whether a clause that nothing follows on its line is a condition, not a remark."""
    is_sentence = text.rstrip()[-1:] in {".", "!", "?"}
    if is_free:
        return not is_sentence or len(label.split()) <= _MOST_WORDS // 2
    return not is_sentence and len(label.split()) <= _MOST_WORDS


def is_else(label: str) -> bool:
    """Return whether a condition without its “if” holds wherever no other does."""
    return label.lower() in {"not", "nicht"} or bool(
        re.fullmatch(words.ELSE, f"if {label}", re.IGNORECASE)
    )


def to_comma(text: str, start: int) -> tuple[str, int]:
    """Return a condition up to what is done about it, and where that begins."""
    for comma in _COMMA.finditer(text, start):
        follows = WORD.match(text, comma.end())
        if follows and (follows[0].lower() in ORDERS):
            return text[start : comma.start()].strip(" :"), comma.end()
    colon = text.find(":", start)
    if 0 <= colon < len(text) - 1:
        return text[start:colon].strip(), colon + 1
    return text[start:].strip(" :."), len(text)
