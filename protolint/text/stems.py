"""The beginnings of words that mean something, by which texts are compared: refund, refunding."""

from __future__ import annotations

from protolint.text.lazy import lazy_pattern
from protolint.text.numbers import WORDS

_WORD = lazy_pattern(r"(?<!\d)[^\W\d_]+(?:['-][^\W\d_]+)*")
_STEM, _LEAST = 5, 3
_ENDINGS = ("ying", "ies", "ied", "ing", "ed", "es", "s", "e", "y")
#: Words whose forms begin otherwise; “keep” and “hold on to” are one thing to do.
_IRREGULAR = {
    "left": "leav", "sent": "send", "bought": "buy", "paid": "pay", "kept": "keep",
    "holds": "keep", "hold": "keep", "held": "keep", "lost": "los", "came": "com",
    "brought": "bring", "gave": "giv", "took": "tak", "told": "tell", "sold": "sell",
    "people": "perso", "worn": "wear", "chose": "choos", "spent": "spend", "ran": "run",
    "address": "addre", "business": "busin", "access": "acces", "less": "less",
}  # fmt: skip
_SMALL = frozenset(
    [
        "a", "about", "after", "again", "all", "also", "always", "am", "an", "and", "any", "are",
        "aren", "around", "as", "at", "back", "be", "been", "before", "being", "below", "best",
        "between", "both", "business", "but", "by", "calendar", "came", "can", "cannot", "come",
        "comes", "coming", "could", "couldn", "day", "days", "did", "didn", "do", "does", "doesn",
        "doing", "don", "done", "each", "either", "else", "even", "ever", "every", "few", "for",
        "from", "full", "get", "gets", "getting", "give", "given", "go", "goes", "going", "got",
        "had", "has", "hasn", "have", "haven", "having", "he", "hear", "her", "here", "him", "his",
        "hour", "hours", "how", "i", "if", "in", "into", "is", "isn", "it", "its", "itself", "just",
        "know", "least", "less", "let", "like", "ll", "long", "look", "made", "make", "many", "may",
        "me", "might", "minute", "minutes", "month", "months", "more", "most", "much", "must", "my",
        "need", "needs", "never", "next", "no", "nor", "not", "now", "of", "off", "on", "once",
        "one", "only", "or", "other", "our", "ours", "out", "over", "own", "per", "please", "put",
        "re", "really", "right", "said", "same", "say", "see", "shall", "she", "should", "since",
        "so", "some", "soon", "sorry", "still", "such", "take", "takes", "taking", "than", "thank",
        "thanks", "that", "the", "their", "them", "then", "there", "these", "they", "thing",
        "things", "this", "those", "through", "time", "times", "to", "today", "too", "under",
        "until", "up", "us", "use", "used", "using", "usually", "ve", "very", "via", "want", "was",
        "wasn", "way", "we", "week", "weeks", "well", "were", "weren", "what", "when", "where",
        "which", "while", "who", "why", "will", "with", "within", "without", "won", "working",
        "would", "wouldn", "year", "years", "yes", "yet", "you", "your", "yours", "yourself",
        *WORDS,
    ]
)  # fmt: skip


def stems(text: str) -> tuple[str, ...]:
    """Return the beginnings of the words of a text that mean something, each once, in order."""
    found: dict[str, None] = {}
    for word in _WORD.findall(text.lower()):
        own = word.split("'")[0]
        if len(own) > 2 and own not in _SMALL and own.partition("-")[0] not in WORDS:
            found[stem(own)] = None
    return tuple(found)


def stem(word: str) -> str:
    """Return the beginning of a word in small letters, without the ending of a plural or verb."""
    known = _IRREGULAR.get(word)
    if known:
        return known
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            left = word[: -len(ending)]
            is_doubled = ending in ("ing", "ed") and left[-1] == left[-2] and left[-1] not in "ls"
            return (left[:-1] if is_doubled else left)[:_STEM]
    return word[:_STEM]
