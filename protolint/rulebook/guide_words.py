"""Advice of a style guide on words, judged: what a term of a brand can hold, and what not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from protolint.rulebook.brand import BrandTerm

#: A longer phrase is rarely met word for word.
_MOST_WORDS = 8
#: A longer one, even in quotes, is taken for a sentence and no term to write instead.
_LONGEST_USE = 6
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]+)[”\"“»]|(?<![\w])[‘']([^‘’']+)[’'](?!\w)")
_MARKUP = re.compile(r"\*\*|__|~~|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|<[^>]+>")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_EDGES = " \t,.;:!?…—–-❌✅✗✘✓✔🚫👎👍"
_BETWEEN = re.compile(r"\s*(?:<br ?/?>|;|\s/\s|/(?=\s)|\n|\|)\s*|,?\s+or\s+", re.IGNORECASE)
_GAP = re.compile(r"\.{3,}|…|\[[^\]]*\]|\{[^}]*\}|<[^>]*>|\b(?:XX?X?|___+)\b|\*|_{2,}")
_NOTHING = re.compile(
    r"\W*(?:n/?a|none|nothing|omit|delete|remove|leave (?:it )?out|cut(?: it)?|skip)?\W*",
    re.IGNORECASE,
)
#: Words of those who describe what to avoid instead of quoting it.
_DESCRIBING = re.compile(
    r"\b(?:jargon|slang|acronyms?|abbreviations?|passive|voice|tone|sentences?|paragraphs?|words?"
    r"|phrases?|wording|exclamation|emojis?|caps|capitals?|capitali[sz]ation|clich[eé]s?|idioms?"
    r"|language|blam\w+|overly|excessive\w*|too (?:many|much|long)|vague|generic|humou?r|sarcasm"
    r"|negativ\w+|using|promising|ambigu\w+|technical|formal|informal|robotic|terms?|names?|etc)\b",
    re.IGNORECASE,
)
#: Words that are too common to be looked for by themselves.
_COMMON = frozenset(
    [
        "a", "all", "always", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can",
        "do", "for", "from", "has", "have", "he", "her", "his", "how", "i", "if", "in", "is", "it",
        "me", "my", "never", "no", "not", "of", "on", "or", "our", "she", "should", "so", "that",
        "the", "their", "they", "this", "to", "us", "was", "we", "what", "when", "who", "why",
        "will", "with", "you", "your",
    ]
)  # fmt: skip


class Advice(NamedTuple):
    """What a guide says at a line: what to avoid, what to use instead, and why; all as written."""

    line: int
    avoid: str
    use: str = ""
    why: str = ""


class Judgement(NamedTuple):
    """The terms that a piece of advice makes, and what it says that none can hold, with reasons."""

    terms: tuple[BrandTerm, ...]
    reasons: tuple[tuple[str, str], ...]


def judged(advice: Advice) -> Judgement:
    """Return what a brand can take over from a piece of advice."""
    avoided, reasons = [], []
    for phrase, quoted in _phrases(advice.avoid):
        reason = _unusable(phrase, quoted=quoted)
        if reason:
            reasons.append((phrase, reason))
        else:
            avoided.append(phrase)
    if not avoided:
        return Judgement((), tuple(reasons))
    use, said = _use(advice.use, avoided)
    why = " ".join(part for part in (_sentence(advice.why), said) if part)
    term = BrandTerm(avoided=tuple(dict.fromkeys(avoided)), use=use, why=why)
    return Judgement((term,), tuple(reasons))


def plain(text: str) -> str:
    """Return a text without Markdown markup, links as their text, on one line."""
    return " ".join(_MARKUP.sub("", _LINK.sub(r"\1", text)).replace("\\|", "|").split())


def _phrases(cell: str) -> Iterator[tuple[str, bool]]:
    """Yield the phrases of a text, and whether the guide quotes them."""
    broken = re.sub(r"<br ?/?>", " ; ", cell)
    text = plain(broken)
    quoted = [one or other for one, other in _QUOTED.findall(text)]
    if quoted:
        yield from ((_bare(one), True) for one in quoted if _bare(one))
        return
    for part in _BETWEEN.split(text):
        pieces = part.split(",")
        is_list = len(pieces) > 1 and all(0 < len(piece.split()) <= 3 for piece in pieces)
        for piece in pieces if is_list else [part]:
            bare = _bare(re.sub(r"\([^)]*\)", "", piece))
            if bare:
                yield bare, bool("`" in cell)


def _bare(phrase: str) -> str:
    """Return a phrase without marks at its ends; a gap there is kept, for it says something."""
    return phrase.strip(" \t,;:!?—–-❌✅✗✘✓✔🚫👎👍").removesuffix(".").strip()


def _unusable(phrase: str, *, quoted: bool) -> str | None:
    """Return why a phrase can be no avoided term, None where it can."""
    words = phrase.split()
    if _GAP.search(phrase):
        return "it has a gap: write a rule with `near` or `then` for it"
    if len(words) > _MOST_WORDS:
        return "it is a whole sentence, which is rarely met word for word"
    if not quoted and _DESCRIBING.search(phrase):
        return "it describes what to avoid: name the words themselves, or use a shipped rule"
    if len(words) == 1 and phrase.casefold() in _COMMON:
        return "it is too common to be looked for by itself"
    return None if re.search(r"\w", phrase) else "there is no word in it"


def _use(cell: str, avoided: list[str]) -> tuple[str | None, str]:
    """Return the one phrase to write instead, or none; and what else the guide says of it."""
    text = plain(re.sub(r"<br ?/?>", " ; ", cell))
    if _NOTHING.fullmatch(text):
        return None, ""
    phrases = [phrase for phrase, _ in _phrases(cell)]
    is_plain = len(phrases) == 1 and not _GAP.search(phrases[0])
    if is_plain and len(phrases[0].split()) <= _LONGEST_USE and not _is_told(text, phrases[0]):
        same = phrases[0].casefold() in {one.casefold() for one in avoided}
        return (None if same else phrases[0]), ""
    return None, _sentence(f"Instead: {text}" if not text.endswith("?") else text)


def _is_told(text: str, phrase: str) -> bool:
    """Return whether a guide tells how to write instead of quoting what to write."""
    return phrase == text.strip(_EDGES) and bool(_DESCRIBING.search(phrase))


def _sentence(text: str) -> str:
    shown = plain(text)
    return shown if not shown or shown[-1] in '.!?”"…' else f"{shown}."
