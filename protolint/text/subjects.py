"""What a figure in a sentence is about: a refund, a delivery, a reply; and its other words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from protolint.text.lazy import lazy_pattern
from protolint.text.stems import stem, stems

#: The things that service is about, with the words that name each.
_TOPICS = {
    "refund": r"refund\w*|reimburs\w*|money(?! order)|credited|credit (?:it|you|the|your)\b"
    r"|pa(?:y|id|ying) (?:\w+ ){0,3}back|repay\w*|repaid"
    r"|back (?:on|in|to|into|onto) (?:your|the) (?:\w+ )?(?:card|account|bank|wallet)",
    "deposit": r"deposits?|down payment",
    "compensation": r"compensat\w*|goodwill|gestures?",
    "voucher": r"vouchers?|gift ?cards?|coupons?|discounts?|promo\w*",
    "delivery": r"deliver\w*|shipping|shipments?|parcels?|packages?|couriers?|postage",
    "dispatch": r"d[ei]spatch\w*|ships?|shipped|posted|sen[dt] out|leaves? (?:our|the) \w+",
    "reply": r"repl(?:y|ies|ied|ying)|respon(?:d|ds|ded|se|ses)|answers?|answered|get back to"
    r"|in touch|hear (?:back )?from|(?:write|come) back to|let you know|updates?"
    r"|(?:contact|e-?mail|text|message|write to) you|get an answer",
    "callback": r"call(?:ing|s)? (?:you|back)|call[ -]?backs?|ring(?:s|ing)? (?:you|back)",
    "return": r"return(?:s|ed|ing|able)?|(?:send|sent|sending|bring|brought|post|take) "
    r"(?:\w+ ){0,3}back|exchang\w*",
    "cancellation": r"cancel\w*|changed? (?:your|their) mind|cooling[- ]off|opt out"
    r"|withdraw\w*",
    "expiry": r"expir\w*|valid\w*|runs? out|laps\w*|work(?:s)? for|good for|usable",
    "visit": r"engineers?|technicians?|visits?|appointments?|install(?:s|ed|ing|ation|ations)?"
    r"|fitters?|plumbers?|electricians?",
    "repair": r"repair\w*|fix(?:es|ed|ing)?|mend\w*|restor\w*|resolv\w*|outages?"
    r"|(?:working|back) again",
    "review": r"process(?:es|ed|ing)?|reviews?|reviewed|reviewing|investigat\w*|verif\w*|approv\w*"
    r"|assess\w*|decisions?|decide\w*|look(?:ing)? into|check(?:s|ed|ing)? (?:it|your|the|every)",
    "payment": r"payments?|pay|pays|paid|invoic\w*|bills?|billed|instal\w*ments?|direct debits?"
    r"|overdue",
    "warranty": r"warrant\w*|guarantee\w*",
    "holding": r"keep|kept|hold|held|reserv\w*|retain\w*|collect\w*|pick(?:ed)? (?:\w+ )?up",
    "activation": r"activ\w*|switch\w*|transfer\w*|porting|port|upgrad\w*|set up|go(?:es)? live",
    "queue": r"wait(?:s|ing)?|queues?",
    "notice": r"notice|in advance",
    "trial": r"trials?",
    "deletion": r"delet\w*|eras(?:e|ed|ing)|clos(?:e|ed|ing|ure) (?:\w+ )?account",
    "replacement": r"replac\w*|spares?|new one",
    "renewal": r"renew\w*",
    "excess": r"excess",
    "statement": r"statements?",
}  # fmt: skip
#: Words that only tell where nothing in the sentence tells better.
_WEAK = {
    "delivery": r"arriv\w*|with you|on (?:its|the|their) way|in transit|orders?",
    "refund": r"reach\w* (?:your|the) (?:\w+ )?(?:card|account|bank)|(?:card|bank|account)s?",
    "review": r"claims?|complaints?|applications?|requests?",
    "expiry": r"links?|codes?",
    "charge": r"charg(?:e|es|ed|ing)|fees?|costs?|pric(?:e|es|ed)",
}
_STRONG_WORDS = lazy_pattern(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _TOPICS.items()) + r")\b",
    re.IGNORECASE,
)
_WEAK_WORDS = lazy_pattern(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _WEAK.items()) + r")\b",
    re.IGNORECASE,
)
#: Words for one of several ways of the same thing: each has its own times and prices.
_KINDS = lazy_pattern(
    r"\b(?:express|standard|next[- ]day|same[- ]day|priority|first[- ]class|second[- ]class"
    r"|premium|economy|international\w*|overseas|abroad|europe\w*|uk|ireland|scotland|mainland"
    r"|islands?|highlands|paypal|klarna|gift ?cards?|bank transfers?|cheques?|cash|apple pay"
    r"|google pay|by post|students?|weekends?|saturdays?|sundays?|bank holidays?|weekdays?"
    r"|out of hours|evenings?|emergenc\w+|urgent\w*|fraud\w*|stolen|textphone|relay|fax"
    r"|large|small|bulky|heavy|annual\w*|yearly|monthly|weekly|daily|sale|personali[sz]ed"
    r"|sat|sun|mon(?:day)?s?\s?(?:-|to)\s?fri(?:day)?s?)\b",
    re.IGNORECASE,
)
_DAYS = {"mon": "weekday", "weekday": "weekday", "sat": "saturday", "sun": "sunday"}
#: What a length of time is counted from, after it: “5 days after we get your return”.
_ANCHOR = lazy_pattern(
    r"\s*(?:of|from|after|following|once|when|as soon as|before|since)\b"
    r"(?:(?! (?:you (?:can|may|have|get)|we(?:'ll| will)|please|to)\b)[^,.;:!?()]){1,60}",
    re.IGNORECASE,
)
_BREAK = lazy_pattern(r"[,;:()—–]|\s-\s|\b(?:and|but|or|so|then|otherwise)\b")
#: How much further away another clause is, in characters; and what is too far in any case.
_ACROSS, _FAR = 200, 2_000
#: Of a very long sentence so many characters on each side count.
_WINDOW = 400
#: What a sentence has that goes on about the one before it.
_GOES_ON = lazy_pattern(
    r"\b(?:it|this|that|they|them|these|which)\b|^(?:up to|allow)", re.IGNORECASE
)


class About(NamedTuple):
    """What a place in a sentence is about.

    `topic` is one of the known topics, or empty. `kinds` are words for one of several ways
    (express, abroad). `stems` are the beginnings of the other words of its clause and sentence.
    The topic is `sure` to 2 where a word of the same clause tells it, to 1 where that word tells
    little, and to 0 where it stands in another clause or sentence.
    """

    topic: str
    kinds: tuple[str, ...]
    stems: tuple[str, ...]
    sure: int = 0


def about(sentence: str, start: int, end: int, before: str = "", *, is_time: bool = True) -> About:
    """Return what `sentence[start:end]` is about; `before` is the sentence that it goes on from.

    What a length of time is counted from is not what it is about.
    """
    if len(sentence) > 3 * _WINDOW:
        cut = max(start - _WINDOW, 0)
        sentence, start, end = sentence[cut : end + _WINDOW], start - cut, end - cut
    anchor = _ANCHOR.match(sentence, end) if is_time else None
    past = anchor.end() if anchor else end
    topic, sure = _topic(sentence, start, end, past)
    topic = topic or _topic_before(sentence, before)
    since = _topic(sentence, start, end, end)[0] if anchor and not topic else ""
    topic = topic or (since and f"since {since}")
    own = stems(sentence[:start] + sentence[past:])
    return About(topic, kinds(sentence, start, end), own, sure)


def _topic(sentence: str, start: int, end: int, past: int) -> tuple[str, int]:
    """Return the topic of a place, and how sure it is."""
    strong = _nearest(_STRONG_WORDS, sentence, start, end, past)
    if strong.far < _ACROSS:
        return strong.topic, 2
    weak = _nearest(_WEAK_WORDS, sentence, start, end, past)
    return (weak.topic, 1) if weak.far < _ACROSS else (strong.topic, 0)


def _topic_before(sentence: str, before: str) -> str:
    """Return the topic of the sentence before, where this one goes on about it."""
    if not before or not _GOES_ON.search(sentence):
        return ""
    return _nearest(_STRONG_WORDS, before, len(before), len(before), len(before)).topic


def topic_of(words: str) -> str:
    """Return the topic that a name such as an intent tells, or nothing."""
    said = re.sub(r"[-_]+", " ", words)
    found = _STRONG_WORDS.search(said) or _WEAK_WORDS.search(said)
    return (found.lastgroup or "") if found else ""


def kinds(sentence: str, start: int, end: int) -> tuple[str, ...]:
    """Return the kinds named in the clause of a place; where none is, those named before it."""
    named = _kinds_in(sentence)
    if not named:
        return ()
    first = max((own.end() for own in _BREAK.finditer(sentence, 0, start)), default=0)
    last = next((own.start() for own in _BREAK.finditer(sentence, end)), len(sentence))
    for left, right in ((first, last), (0, start)):
        found = {
            kind
            for begin, past, kind in named
            if (left <= begin and past <= start) or (end <= begin and past <= right)
        }
        if found:
            return tuple(sorted(found))
    return ()


@lru_cache(4_096)
def _kinds_in(sentence: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(
        (*found.span(), _kind(found.group().lower())) for found in _KINDS.finditer(sentence)
    )


def _kind(name: str) -> str:
    """Return one name for each kind, whatever its form."""
    for beginning, day in _DAYS.items():
        if name.startswith(beginning) and name != "monthly":
            return day
    return " ".join(map(stem, name.split()))


@lru_cache(4_096)
def _topics(words: re.Pattern[str], sentence: str) -> tuple[tuple[int, int, str], ...]:
    """Return the words for topics in a sentence, as (start, end, topic)."""
    return tuple((*found.span(), found.lastgroup or "") for found in words.finditer(sentence))


class _Near(NamedTuple):
    far: int
    topic: str


def _nearest(words: re.Pattern[str], sentence: str, start: int, end: int, past: int) -> _Near:
    """Return the topic of the words nearest to a place, and how far away they are.

    Those between `end` and `past` do not count. Another clause is further away.
    """
    best = _Near(_FAR, "")
    for first, last, topic in _topics(words, sentence):
        if end <= first < past or start <= first < end:
            continue
        between = sentence[end:first] if first >= end else sentence[last:start]
        far = len(between) + _ACROSS * len(_BREAK.findall(between))
        if far < best.far:
            best = _Near(far, topic)
    return best
