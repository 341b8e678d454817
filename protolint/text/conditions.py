"""What a sentence makes a condition, or says is none: you need your receipt, no receipt needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from protolint.text.lazy import lazy_pattern
from protolint.text.possibilities import POSSIBLE, possibilities
from protolint.text.stems import stems

Sort = Literal["need", "may", "state", "limit", "until"]

#: Words of which one is in every sentence with a condition of each sort.
_HINTS: dict[Sort, frozenset[str]] = {
    "need": frozenset(
        ["need", "needed", "needn't", "must", "required", "necessary", "optional", "without",
         "have", "bring", "include", "enclose", "show", "keep", "hold", "hang", "attach", "send",
         "provide", "mandatory", "compulsory"]
    ),
    "may": POSSIBLE,
    "limit": frozenset(["any", "anytime", "whenever", "only", "once", "after"]),
    "state": frozenset(
        ["unopened", "unused", "unworn", "unwashed", "sealed", "opened", "used", "worn", "washed"]
    ),
    "until": frozenset(
        ["until", "till", "before", "unless", "even", "long", "provided", "whether"]
    ),
}  # fmt: skip
#: What is in every clause with a need: a quick look before the long ones.
_NEED = lazy_pattern(
    r"need|ecessary|equired|optional|andatory|ompulsory|ithout|must|nly (?:with|if)|long as"
    r"|have (?:to|no|the|your|an?|it)\b|t have\b|ave (?:lost|have)|[Pp]lease|emember|ake sure"
    r"|sk \w+ to|ell \w+ to"
    r"|(?:^|[,.;:!?()]|and|then|so)\s*(?:[Kk]eep|[Bb]ring|[Hh]old|[Hh]ang|[Ee]nclose|[Ii]nclude|[Hh]ave)"
)
#: To have something at hand, in whatever way it is asked for.
_HAVE = (
    r"(?:have|bring|show|include|enclose|provide|give|send|attach|upload|keep|hold on to|hang on to"
    r"|present|quote|submit)(?: us| me| along| back)?"
)
#: What is not needed stands after these words, …
_NOT_NEEDED = lazy_pattern(
    rf"\b(?:(?:do not|don't|won't|will not|no longer|never) (?:need|have)(?: to {_HAVE})?"
    rf"|no need (?:to {_HAVE}|for)|needn't(?: {_HAVE})?|need no"
    r"|even if you(?:'ve| have)? (?:don't have|do not have|lost)|(?:even )?(?P<without>without))\b",
    re.IGNORECASE,
)
#: … before these, …
_IS_NOT_NEEDED = lazy_pattern(
    r"\b(?:(?:is|are) not|isn't|aren't) (?:needed|required|necessary|mandatory|compulsory)\b"
    r"|\b(?:is|are) optional\b",
    re.IGNORECASE,
)
#: … or between these.
_NONE_NEEDED = lazy_pattern(
    r"\bno (?P<none>(?:[\w-]+ ){1,4}?)(?:is |are )?(?:needed|required|necessary)\b", re.IGNORECASE
)
_NEEDED = lazy_pattern(
    rf"\b(?:you(?:'ll| will| would|'d)? (?:also |still |only |just )?(?:need|must|have to)"
    rf"(?: to)?(?: {_HAVE})?"
    rf"|(?:please|remember to|make sure (?:to|you)|(?:ask|tell) \w+ to) (?:also )?{_HAVE}"
    r"|as long as you have|only with|only if you have)\b"
    r"|^\s*(?:and |then |so )*(?:keep|bring|hold on to|hang on to|enclose|include|have)"
    r"(?= (?:the|your|a|an|it|them|all)\b)",
    re.IGNORECASE,
)
_IS_NEEDED = lazy_pattern(
    r"\b(?:is|are) (?:also |always )?(?:needed|required|necessary|mandatory|compulsory)\b",
    re.IGNORECASE,
)
_NO = lazy_pattern(r"\b(?:can't|cannot|can not|unable|not able|won't|will not)\b", re.IGNORECASE)
#: What parts a sentence into what can be said of one thing.
_CLAUSES = lazy_pattern(r"[,.;:!?()]| - |\band (?=you\b|please\b|keep\b|hold\b|bring\b|it\b|no\b)")
#: What is needed for some things only.
_FOR_SOME = lazy_pattern(
    r"\bfor (?:those|these|(?:all |any |most )?[a-z]{3,}s)\b(?!')", re.IGNORECASE
)
_SHORT = 6
_GAPS = dict.fromkeys(map(ord, ',.;:!?()"'), " ")
_AND = lazy_pattern(r"\b(?:and|or|plus)\b|&", re.IGNORECASE)
#: Where what is needed ends, and what it is needed for begins.
_FOR = lazy_pattern(
    r"(?<=\w)\s(?:to|for|when|if|before|so|because|and you|and we|at|on|from|in order"
    r"|until|ready|too|either)\b.*",
    re.IGNORECASE | re.DOTALL,
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
    "receipt": lazy_pattern(r"\bproof of purchase\b", re.IGNORECASE),
    "identity": lazy_pattern(
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
#: Until something happens, and even after it has.
_UNTIL = lazy_pattern(
    r"\b(?P<even>even (?:if|after|once|when|though|while)|whether or not)\s(?P<so>[^,.;:!?()]+)"
    r"|\b(?:until|till|before|as long as|provided(?: that)?|unless"
    r"|only (?:if|when|while))\s(?P<when>[^,.;:!?()]+)",
    re.IGNORECASE,
)


class Condition(NamedTuple):
    """What a sentence says of a condition.

    `sort` is need (something is asked for), may (something is possible), state (of goods), limit
    (something is possible at any time, or not) or until (only as long as something is so, or even
    then); `is_so` whether the sentence says yes or no to it, and `stems` are the words for what it
    is.
    """

    sort: Sort
    is_so: bool
    stems: tuple[str, ...]


def sorts_in(words: Iterable[str]) -> tuple[Sort, ...]:
    """Return the sorts of conditions that a text with these words, in small letters, can hold."""
    return tuple(sort for sort, hints in _HINTS.items() if not hints.isdisjoint(words))


def conditions(sentence: str, sorts: Sequence[Sort]) -> Iterator[Condition]:
    """Yield what a folded sentence makes a condition, or says is none, of the given sorts."""
    words = sentence.lower().translate(_GAPS).split()
    sorts = [sort for sort in sorts if not _HINTS[sort].isdisjoint(words)]
    needs = [*_needs(sentence)] if "need" in sorts else []
    yield from needs
    if "may" in sorts and not needs:
        for is_so, what in possibilities(sentence):
            yield Condition("may", is_so, what)
    if "limit" in sorts:
        limited = _ONLY.search(sentence)
        found = limited or _ALWAYS.search(sentence)
        if found:
            yield Condition("limit", bool(limited), stems(sentence[: found.start()])[-3:])
    if "state" in sorts:
        yield from _states(sentence)
    if "until" in sorts:
        yield from _until(sentence)


def _needs(sentence: str) -> Iterator[Condition]:
    for clause in _CLAUSES.split(sentence) if _NEED.search(sentence) else ():
        if len(clause) > _SHORT and _NEED.search(clause):
            yield from _needs_of(clause)


def _needs_of(clause: str) -> Iterator[Condition]:
    """Return what a clause asks for, or says is not needed."""
    for pattern, is_asked in ((_NOT_NEEDED, False), (_NEEDED, True)):
        found = pattern.search(clause)
        if found:
            without = "without" in found.groupdict() and found["without"]
            is_vain = bool(without and _NO.search(clause, 0, found.start()))
            what = clause[found.end() :]
            if _FOR_SOME.search(what):
                return
            what = _FOR.sub("", f"x{what}")[1:]
            yield from _asked(what, is_asked or is_vain)
            return
    for pattern, is_asked in ((_IS_NOT_NEEDED, False), (_NONE_NEEDED, False), (_IS_NEEDED, True)):
        found = pattern.search(clause)
        if found:
            before = clause[: found.start()]
            yield from _asked(found.groupdict().get("none") or before, is_asked)
            return


def _asked(what: str, is_asked: bool) -> Iterator[Condition]:
    for name, names in _NAMES.items():
        what = names.sub(name, what)
    for one in _AND.split(what):
        own = stems(one)[:4]
        if own:
            yield Condition("need", is_asked, own)


def _states(sentence: str) -> Iterator[Condition]:
    touched = _TOUCHED.search(sentence)
    if touched:
        yield Condition("state", False, ((touched["root"] or touched["root_first"]).lower(),))
        return
    intact = _INTACT.search(sentence)
    if intact:
        yield Condition("state", True, ((intact["root"] or "opened").lower(),))


def _until(sentence: str) -> Iterator[Condition]:
    for found in () if "?" in sentence else _UNTIL.finditer(sentence):
        own = stems(found["so"] or found["when"])[:4]
        if own:
            yield Condition("until", found["even"] is None, own)
