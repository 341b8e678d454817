"""Words that are spoken of and not used: in quotation marks inside a sentence, or as a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.text.lazy import lazy_pattern

#: What stands in quotation marks; texts are folded, so the marks are straight.
_QUOTED = (
    ('"', re.compile(r'(?<![\w"])"(?=[^\s"])[^"]{1,300}?(?<=\S)"(?![\w"])')),
    ("'", re.compile(r"(?<![\w'])'(?=[^\s'])(?:[^'\n]|'(?=\w)){1,200}?(?<=\S)'(?!\w)")),
)
#: Who leads into the words of somebody, where a colon stands before them.
_REPORTED = lazy_pattern(
    r"\b(?:you|your|he|she|they|says?|said|reads?|wrote|told|asked|called|named|titled)\b[^.!?]*:$",
    re.IGNORECASE,
)
#: How scripts tell a colleague what to say: those words are the script's own.
_TO_BE_SAID = lazy_pattern(
    r"(?:^|[.!?:;\n]\s*)(?:(?:then|and|please|now|always|or|just|you can) ){0,3}"
    r"(?:say|ask|answer|reply(?: with)?|write|send|use|read(?: out)?|open with|close with|add"
    r"|(?:tell|ask) (?:him|her|them|the \w+))[:,]?$",
    re.IGNORECASE,
)
_BEFORE_A_NAME = lazy_pattern(r"(?:^|\s)[a-z][\w'-]* [\"'(]?$")
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether a place of a folded text lies in words that a sentence quotes.

    A quotation that is all there is, or that a colleague is to say, is no words of another.
    """
    return any(
        opened <= start and end <= closed and _is_cited(text, opened, closed)
        for opened, closed in _quotations(text)
    )


def is_name(text: str, since: int, start: int, end: int) -> bool:
    """Return whether words within a sentence are written as a name: “the Oops page”.

    `since` is where the sentence begins; there, and behind a comma, a capital tells nothing.
    """
    words = re.findall(r"[\w'-]+", text[start:end])
    if not words or not words[0][:1].isupper() or re.match(r"I\b", words[0]):
        return False
    if not _BEFORE_A_NAME.search(text[since:start]):
        return False
    return all(
        word in _SMALL or (word[:1].isupper() and not (len(word) > 1 and word.isupper()))
        for word in words
    )


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    for mark, pattern in _QUOTED:
        if mark in text:
            for found in pattern.finditer(text):
                yield found.span()


def _is_cited(text: str, opened: int, closed: int) -> bool:
    before = text[:opened].rstrip(" (\n")
    after = text[closed:].lstrip()
    if _TO_BE_SAID.search(before):
        return False
    if before.endswith(":"):
        return bool(_REPORTED.search(before))
    if not before or before[-1] in ".!?":
        return after[:1].islower()
    return True
