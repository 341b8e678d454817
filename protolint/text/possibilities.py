"""What a sentence says can be done, or cannot: a code works on sale items, a shop opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.text.lazy import lazy_pattern
from protolint.text.stems import stem, stems

#: What we, or things of ours, do or do not do.
_VERBS = (
    "accept|offer|cover|ship|deliver|refund|replace|exchange|charge|match|sell|repair|take|collect"
    "|include|open|support|work|apply|count|expire|renew|earn|qualify|transfer"
)
#: Words of which one is in every sentence that says what can be done.
POSSIBLE = frozenset(
    [
        "can", "can't", "cannot", "may", "able", "unable", "allowed", "possible", "refundable",
        "non-refundable", "returnable", "non-returnable", "exchangeable", "non-exchangeable",
        "transferable", "non-transferable", "eligible", "ineligible", "covered", "included",
        "accepted", "available", "insured", "protected", "closed", *_VERBS.split("|"), "works",
        "applies", "counts", "covers", "includes", "expires", "renews", "earns", "qualifies",
        "accepts", "opens",
    ]
)  # fmt: skip
_DOES = rf"(?=(?:{_VERBS})\b)"
#: The same of a thing: the code works, the offer applies.
_DOES_TOO = (
    r"(?:works?|appl(?:y|ies)|counts?|covers?|includes?|expires?|renews?|earns?|qualif(?:y|ies)"
    r"|accepts?|opens?)"
)
_IS = (
    r"(?=(?:refundable|returnable|exchangeable|transferable|eligible|covered|included|accepted"
    r"|available|possible|allowed|open|insured|protected)\b)"
)
_BE = r"(?:is|are|'s|'re)"
_MAY = lazy_pattern(
    r"(?P<no>\b(?:can't|cannot|can not|(?:is|are|am) (?:not |un)able to|may not"
    r"|(?:isn't|aren't|not) (?:able|allowed|possible) to"
    rf"|(?:do not|don't|does not|doesn't|won't|will not|no longer|never) {_DOES})"
    rf"|(?:\b(?:is|are)|'s|'re) not (?:also )?{_IS}|\b(?:isn't|aren't) {_IS}"
    rf"|\b(?:is|are) (?:non-?|in(?=eligible)){_IS}|(?:\b(?:is|are)|'s|'re) (?=closed on\b))"
    r"|(?P<yes>\b(?:can|may)\b|\b(?:is|are|am|be) able to|\b(?:is|are) allowed to"
    rf"|\b(?:we|you|they) (?:also |still |gladly |happily |do )?{_DOES}"
    rf"|(?:\b(?:is|are)|'s|'re) (?:also |fully |still )?{_IS}"
    rf"|(?<!to )(?<!\bwe )(?<!\bnot )(?<!n't )\b(?={_DOES_TOO}\b(?! (?:if|when|up|to)\b)))",
    re.IGNORECASE,
)
_DEPENDS = lazy_pattern(
    r"\b(?:if|unless|until|once|after|before|when|while|except|only|as long as|provided|where"
    r"|because|since|yet|how|what|which|whether|anything|help|sorry (?:that|the|your|it))\b|\?",
    re.IGNORECASE,
)
_EDGE = lazy_pattern(r"[,.;:!?()]|\b(?:and|but|so) (?:it|they|we|you|on)\b")
_WORD = lazy_pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
#: What stands between “can” and what can be done.
_BETWEEN = frozenset(
    ["be", "also", "still", "just", "always", "easily", "simply", "now", "then", "not", "have",
     "get", "only", "gladly", "of", "course"]
)  # fmt: skip
#: Verbs that mean the same of things, and those that say something only with what follows.
_SAME = {"closed": "open", "take": "accep", "collect": "accep", "collected": "accep",
         "taken": "accep", "accept": "accep", "opened": "open"}  # fmt: skip
_EMPTY = frozenset(["work", "appl", "count", "open", "accep", "expir", "renew"])


def possibilities(sentence: str) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Yield whether something can be done or is so, and its words: what is done comes first.

    A sentence that makes it depend on something else, or asks, says neither.
    """
    found = list(_MAY.finditer(sentence))
    if len(found) != 1 or _DEPENDS.search(sentence):
        return
    start, end = found[0].span()
    before = _EDGE.split(sentence[:start])[-1]
    after = _EDGE.split(sentence[end:], maxsplit=1)[0]
    words = (word for word in _WORD.findall(after.lower()) if word not in _BETWEEN)
    verb = next(words, "")
    if not verb:
        return
    deed = _SAME.get(verb) or stem(verb)
    rest = stems(after.lower().partition(verb)[2])
    what = tuple(dict.fromkeys((*rest, *stems(before)))) if rest or deed not in _EMPTY else ()
    if what:
        yield found[0]["no"] is None, (deed, *(own for own in what if own != deed))
