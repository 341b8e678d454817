"""What a line begins with that makes the rest of it a branch: “If no:”, “[IF YES] →”, “Sonst”."""

from __future__ import annotations

import re

from protolint.readers._flow import words
from protolint.readers._flow.clauses import (
    IF,
    LEAD,
    ORDERS,
    WHEN,
    WORD,
    Condition,
    if_clause,
    is_else,
    to_comma,
)
from protolint.text.lazy import lazy_pattern

_MARK = rf"(?::|{words.ARROW}|[–—](?=\s|$)|-(?=\s)|=(?=\s))"
_BRACKET = lazy_pattern(
    rf"{LEAD}(?P<open>[\[({{<])[ ]*(?P<inner>[^\[\](){{}}<>\n]{{1,160}}?)[ ]*[\])}}>](?!\()[ ]*"
    rf"(?P<mark>{_MARK})?[ ]*"
)
_ELSE = lazy_pattern(
    rf"{LEAD}(?P<said>{words.ELSE})"
    rf"(?P<mark>[ ]*{_MARK}|[ ]*,|[ ]*$|[ ]+(?={words.GO}\b)|[ ]+(?=[^\W\d_]))[ ]*",
    re.IGNORECASE,
)
_ANSWER = lazy_pattern(
    rf"{LEAD}(?P<said>[\"“„'‘]?{words.ANSWER}[\"”'’“]?(?:[ ]*(?:/|\(|,| or "
    rf"| oder )[ ]*[^:→>=\n.?!]{{1,40}}?\)?)?)[ ]*(?P<mark>{_MARK}|$)[ ]*",
    re.IGNORECASE,
)
_WHO = lazy_pattern(
    rf"{LEAD}(?P<said>{words.WHO}[ ]+(?:still |already |now |then |also |only |just |really "
    rf"|both )?{words.DOES}\b[^:→\n]{{0,90}}?)[ ]*(?P<mark>:|{words.ARROW}|[–—](?=\s)|$)[ ]*",
    re.IGNORECASE,
)
_ARROW_AT_END = lazy_pattern(rf"{words.ARROW}[ ]*$")
_ADVERB = lazy_pattern(r"(?:otherwise|else|sonst|andernfalls|ansonsten)", re.IGNORECASE)
#: A bracket that closes behind the next condition: “(If yes, go to 4. If no, go to 6.)”.
_UNCLOSED = lazy_pattern(r"^[ ]*[\[(](?![^\[\]()]*[\])])")


def condition(text: str, *, is_said: bool, is_marked: bool) -> Condition | None:
    """Return the condition that a text begins with, if any.

    `is_said`: unmarked text here is said to the customer, so that “If you like, …” is speech.
    `is_marked`: the line stands out, as a list item, a heading or by emphasis.
    """
    text = _UNCLOSED.sub(lambda lead: " " * len(lead[0]), text)
    found = (
        _bracketed(text)
        or _otherwise(text, is_said=is_said, is_marked=is_marked)
        or if_clause(text, is_said=is_said, is_marked=is_marked)
        or _answer(text, is_marked=is_marked)
        or _who(text, is_said=is_said, is_marked=is_marked)
    )
    return found and found._replace(end=_before_arrow(text, found))


def _before_arrow(text: str, found: Condition) -> int:
    """Return where a condition ends: an arrow behind it is part of what follows."""
    arrow = _ARROW_AT_END.search(text, found.start, found.end)
    return arrow.start() if arrow else found.end


def _bracketed(text: str) -> Condition | None:
    found = _BRACKET.match(text)
    if not found:
        return None
    inner, start = found["inner"], found.start("inner")
    asked = IF.match(inner) or _when(inner, found["mark"])
    if asked:
        label, cut = to_comma(inner, asked.end())
        rest = (start + cut, found.end("inner")) if cut < len(inner) else None
        return Condition(found.start("open"), found.end(), label, is_else(label), rest)
    plain = inner.rstrip(" :")
    if re.fullmatch(words.ELSE, plain, re.IGNORECASE):
        return Condition(found.start("open"), found.end(), plain, is_else=True)
    if words.BARE_ANSWER.fullmatch(plain) or re.match(
        rf"(?:{words.ANSWER})[ ]*[,/]", plain, re.IGNORECASE
    ):
        return Condition(found.start("open"), found.end(), plain)
    is_arrow = bool(found["mark"]) and _ARROW_AT_END.search(found["mark"]) is not None
    is_option = found["mark"] and (found["open"] == "[" or is_arrow) and text[found.end() :].strip()
    is_label = words.DO_LABEL.fullmatch(plain) or words.SAY_LABEL.fullmatch(plain)
    is_asked = inner.endswith(":") and found["open"] == "[" and not is_label
    if (is_option or is_asked) and not _is_direction(plain) and not plain.isdigit():
        return Condition(found.start("open"), found.end(), plain)
    return None


def _when(inner: str, mark: str | None) -> re.Match[str] | None:
    return (
        WHEN.match(inner)
        if inner.lower().startswith(("when", "wenn", "bei ")) and (mark or ":" in inner)
        else None
    )


def _is_direction(said: str) -> bool:
    found = [word.lower() for word in WORD.findall(said)]
    if not found or len(found) > 8:
        return True
    gives = (
        len(found) > 1
        and re.fullmatch(words.WHO, found[0])
        and re.fullmatch(
            "gives?|provides?|answers?|responds?|speaks?|tells?|explains?|states?", found[1]
        )
    )
    return bool(gives) or found[0] in ORDERS - {"transfer", "book", "order", "return"}


def _otherwise(text: str, *, is_said: bool, is_marked: bool) -> Condition | None:
    found = _ELSE.match(text)
    if not found:
        return None
    mark, rest = found["mark"].strip(), text[found.end() :].strip()
    stands_out = is_marked or found["said"].isupper()
    if is_said and ((mark == "," and not is_marked) or (rest and not mark)):
        return None
    if not mark and not (_ADVERB.fullmatch(found["said"]) if rest else stands_out):
        return None
    return Condition(found.start("said"), found.end(), found["said"].strip(), is_else=True)


def _answer(text: str, *, is_marked: bool) -> Condition | None:
    found = _ANSWER.match(text)
    if not found or (not found["mark"] and not is_marked):
        return None
    return Condition(found.start("said"), found.end(), found["said"].strip(" \"“”„'‘’"))


def _who(text: str, *, is_said: bool, is_marked: bool) -> Condition | None:
    found = _WHO.match(text)
    if not found:
        return None
    said = found["said"].strip()
    begins = said.split(None, 1)[0].lower()
    if begins in {"they", "he", "she"} and is_said and not is_marked:
        return None
    if not found["mark"] and (not is_marked or said[-1:] in {".", "!", "?", "]"}):
        return None
    if _is_direction(said) and not re.search(rf"\b{words.ANSWER}\b", said, re.IGNORECASE):
        return None
    return Condition(found.start("said"), found.end(), said.strip(" :"))
