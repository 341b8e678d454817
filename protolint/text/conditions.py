"""What a sentence makes a condition, or says is none: you need your receipt, no receipt needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from protolint.text.lazy import lazy_pattern
from protolint.text.subjects import stems

Sort = Literal["need", "may", "state", "limit"]

#: Words of which one is in every sentence with a condition of each sort.
_HINTS: dict[Sort, frozenset[str]] = {
    "need": frozenset(
        ["need", "needed", "needn't", "must", "required", "necessary", "optional", "without",
         "have", "bring", "include", "enclose", "show"]
    ),
    "may": frozenset(
        ["can", "can't", "cannot", "may", "able", "unable", "allowed", "possible", "longer",
         "accept", "offer", "cover", "ship", "deliver", "refund", "replace", "exchange", "charge",
         "match", "sell", "repair", "refundable", "non-refundable", "returnable",
         "non-returnable", "exchangeable", "transferable", "non-transferable", "eligible",
         "ineligible", "covered", "included", "accepted", "available"]
    ),
    "limit": frozenset(["any", "anytime", "whenever", "only", "once", "after"]),
    "state": frozenset(
        ["unopened", "unused", "unworn", "unwashed", "sealed", "opened", "used", "worn", "washed"]
    ),
}  # fmt: skip
#: What is in every sentence with a need, and with a limit: a quick look before the long ones.
_NEED = lazy_pattern(
    r"[Nn]e(?:ed|cess)|must|requir|optional|ithout|[Bb]ring|nclu|nclos|how|ave (?:to|ready|lost|no)"
    r"|t have|long as|nly (?:with|if)"
)
_LIMIT = lazy_pattern(r"[Aa]ny ?time|any ?point|henever|[Oo]nly|after|once")
#: What is not needed stands after these words, …
_NOT_NEEDED = lazy_pattern(
    r"\b(?:(?:do not|don't|won't|will not|no longer|never) need(?: to)?|no need (?:to|for)|needn't"
    r"|(?:do not|don't|won't) have to|even if you(?:'ve| have)? (?:don't have|do not have|lost)"
    r"|(?:even )?(?P<without>without))\b",
    re.IGNORECASE,
)
#: … before these, …
_IS_NOT_NEEDED = lazy_pattern(
    r"\b(?:(?:is|are) not|isn't|aren't) (?:needed|required|necessary)\b|\b(?:is|are) optional\b",
    re.IGNORECASE,
)
#: … or between these.
_NONE_NEEDED = lazy_pattern(
    r"\bno (?P<none>(?:[\w-]+ ){1,4}?)(?:is |are )?(?:needed|required|necessary)\b", re.IGNORECASE
)
_NEEDED = lazy_pattern(
    r"\b(?:you(?:'ll| will)? (?:also |still |only |just )?need(?: to (?:have|bring|show|include"
    r"|send|provide|give|enclose))?|you must (?:have|bring|show|include|send|provide|enclose|give)"
    r"|(?:please|remember to|make sure (?:to|you)) (?:bring|include|enclose|show|have ready)"
    r"|as long as you have|only with|only if you have)\b",
    re.IGNORECASE,
)
_IS_NEEDED = lazy_pattern(
    r"\b(?:is|are) (?:also |always )?(?:needed|required|necessary)\b", re.IGNORECASE
)
_NO = lazy_pattern(r"\b(?:can't|cannot|can not|unable|not able|won't|will not)\b", re.IGNORECASE)
_EDGE = lazy_pattern(r"[,.;:!?]")
#: Where what is needed ends, and what it is needed for begins.
_FOR = lazy_pattern(
    r"(?<=\w)\s(?:to|for|when|if|before|so|because|and|at|on|from|in order)\b.*",
    re.IGNORECASE | re.DOTALL,
)
#: What we do or do not do, and what things are or are not.
_DOES = r"(?=accept|offer|cover|ship|deliver|refund|replace|exchange|charge|match|sell|repair)"
_IS = (
    r"(?=refundable|returnable|exchangeable|transferable|eligible|covered|included|accepted"
    r"|available|possible|allowed)"
)
_MAY = lazy_pattern(
    r"\b(?P<no>can't|cannot|can not|(?:is|are|am) (?:not |un)able to|may not"
    rf"|(?:isn't|aren't|not) (?:able|allowed|possible) to|(?:do not|don't|no longer|never) {_DOES}"
    rf"|(?:(?:is|are) not|isn't|aren't) {_IS}|(?:is|are) (?:non-?|in(?=eligible)){_IS}"
    r")"
    r"|\b(?P<yes>can\b|may\b|(?:is|are|am|be) able to|(?:is|are) allowed to"
    rf"|we (?:also |still |gladly |happily |do )?{_DOES}|(?:is|are) (?:also |fully |still )?{_IS})",
    re.IGNORECASE,
)
_DEPENDS = lazy_pattern(
    r"\b(?:if|unless|until|once|after|before|when|while|except|only|as long as|provided|where"
    r"|because|since|yet|how|what|which|whether|anything|help)\b|\?",
    re.IGNORECASE,
)
_INTACT = lazy_pattern(r"\bun(?P<root>opened|used|worn|washed)\b|\bsealed\b", re.IGNORECASE)
_TOUCHED = lazy_pattern(
    r"\beven if (?:you(?:'ve| have)|it(?:'s| is| has been)|they(?:'re| are| have been)) "
    r"(?:been |already )?(?P<root>opened|used|worn|washed)\b"
    r"|(?<![\w-])(?P<root_first>opened|used|worn|washed) (?:\w+ )?"
    r"(?:can|may|are (?:fine|welcome)|is fine)\b",
    re.IGNORECASE,
)
#: What is asked for by several names.
_NAMES = {
    "receipt": re.compile(r"\bproof of purchase\b", re.IGNORECASE),
    "identity": re.compile(
        r"\bproof of identity\b|\b(?:photo )?id\b|\bidentification\b|\bidentity document\b",
        re.IGNORECASE,
    ),
}
#: At any time, and only until something happens.
_ALWAYS = lazy_pattern(
    r"\b(?:at )?any ?(?:time|point)\b|\bwhenever you (?:like|want)\b", re.IGNORECASE
)
_ONLY = lazy_pattern(
    r"\bonly (?:\w+ ){0,3}?(?:before|until|within|while)\b"
    r"|\b(?:can't|cannot|can not|not|unable to)\b[^.;]*\b(?:after|once)\b",
    re.IGNORECASE,
)


class Condition(NamedTuple):
    """What a sentence says of a condition.

    `sort` is need (something is asked for), may (something is possible), state (of goods) or limit
    (something is possible until something happens);
    `is_so` whether the sentence says yes or no to it, and `stems` are the words for what it is.
    """

    sort: Sort
    is_so: bool
    stems: tuple[str, ...]


def sorts_in(words: Sequence[str]) -> tuple[Sort, ...]:
    """Return the sorts of conditions that a text with these words, in small letters, can hold."""
    return tuple(sort for sort, hints in _HINTS.items() if not hints.isdisjoint(words))


def conditions(sentence: str, sorts: Sequence[Sort]) -> Iterator[Condition]:
    """Yield what a folded sentence makes a condition, or says is none, of the given sorts."""
    need = _need(sentence) if "need" in sorts and _NEED.search(sentence) else None
    if need:
        yield need
    elif "may" in sorts:
        yield from _possible(sentence)
    if "limit" in sorts and _LIMIT.search(sentence):
        limited = _ONLY.search(sentence)
        found = limited or _ALWAYS.search(sentence)
        if found:
            yield Condition("limit", bool(limited), stems(sentence[: found.start()])[-3:])
    if "state" in sorts:
        yield from _states(sentence)


def _need(sentence: str) -> Condition | None:
    for pattern, is_asked in ((_NOT_NEEDED, False), (_NEEDED, True)):
        found = pattern.search(sentence)
        if found:
            what = _EDGE.split(sentence[found.end() :], maxsplit=1)[0]
            without = "without" in found.groupdict() and found["without"]
            is_vain = bool(without and _NO.search(sentence, 0, found.start()))
            return _asked(_FOR.sub("", f"x{what}")[1:], is_asked or is_vain)
    for pattern, is_asked in ((_IS_NOT_NEEDED, False), (_NONE_NEEDED, False), (_IS_NEEDED, True)):
        found = pattern.search(sentence)
        if found:
            before = _EDGE.split(sentence[: found.start()])[-1]
            return _asked(found.groupdict().get("none") or before, is_asked)
    return None


def _asked(what: str, is_asked: bool) -> Condition | None:
    for name, names in _NAMES.items():
        what = names.sub(name, what)
    own = stems(what)
    return Condition("need", is_asked, own[:4]) if own else None


def _possible(sentence: str) -> Iterator[Condition]:
    """Yield what can be done: first what that is, then the other words of the clause."""
    found = list(_MAY.finditer(sentence))
    if len(found) == 1 and not _DEPENDS.search(sentence):
        start, end = found[0].span()
        before = stems(_EDGE.split(sentence[:start])[-1])
        after = stems(_EDGE.split(sentence[end:], maxsplit=1)[0])
        if after and len(before) + len(after) > 1:
            own = dict.fromkeys((*after, *before))
            yield Condition("may", found[0]["no"] is None, tuple(own))


def _states(sentence: str) -> Iterator[Condition]:
    touched = _TOUCHED.search(sentence)
    if touched:
        yield Condition("state", False, ((touched["root"] or touched["root_first"]).lower(),))
        return
    intact = _INTACT.search(sentence)
    if intact:
        yield Condition("state", True, ((intact["root"] or "opened").lower(),))
