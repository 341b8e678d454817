"""What a text states that can be held against a list: time frames, amounts, phones and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from protolint.text.amounts import amounts, phones
from protolint.text.lazy import lazy_pattern
from protolint.text.reading import Reading
from protolint.text.time_frames import time_frames

Kind = Literal["times", "amounts", "phones", "links"]

#: Patterns of which one is in every text that states something of a kind; links are tokens.
HEADS: dict[str, tuple[str, ...]] = {
    "times": (
        "(?:minute|min|hour|hr|day|week|weekday|fortnight|month|year)s?", r"\d+h",
        r"\d+[ -]?(?:minute|min|hour|hr|day|week|month|year)s?",
    ),
    "amounts": ("[£$€¥₹]", "%", "(?:pound|euro|dollar|rupee|GBP|EUR|USD|INR|CHF|percent)s?",
                "per cent"),
    "phones": (r"\+?\(?\d[\d ()./-]{4,}\d",),
    "links": (),
}  # fmt: skip

#: What is no promise of ours: what has been, what recurs, what is asked of the customer.
_PAST = lazy_pattern(
    r"\b(?:last|past|previous|wait(?:ed|ing)|been|every|each|since|first|open|aged|have|had|got"
    r"|took|after|ordered|at least|more than|older than|over)(?: for)?(?: the)?\s*$",
    re.IGNORECASE,
)
_AFTERWARDS = lazy_pattern(
    r"\s*(?:ago\b|old\b|earlier\b|before\b|a (?:day|week|month|year)\b|(?:each|every|per)\b"
    r"|(?:help|phone|support|service) ?(?:line|desk)\b)",
    re.IGNORECASE,
)
_CONDITION = lazy_pattern(
    r"\b(?:if|unless|when|once|where|provided|until|whether)\b[^,;:]*$", re.IGNORECASE
)
_REQUEST = lazy_pattern(
    r"\s*(?:please )?(?:return|send|reply|ask|apply|claim|contact|bring|report|tell|let us)\b"
    r"|.*\b(?:you (?:must|need to|have to)(?! (?:wait|allow))|expires?|valid|runs? out)\b",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = lazy_pattern(r"\b(?:with)?in(?: about| around| approximately)?\s*$", re.IGNORECASE)
_HOUR = 60
#: What makes a time frame a deadline even where the sentence names no subject.
_FRAMED = lazy_pattern(
    r"\b(?:within|in|under|takes?|up to|by|less than|no more than|at most|allow|expect|wait)"
    r"(?: about| around| approximately| only| just| the next| a further)?\s*$",
    re.IGNORECASE,
)
_SCHEME = lazy_pattern(r"^(?:https?://|mailto:|//)?(?:www\.)?", re.IGNORECASE)


class Stated(NamedTuple):
    """Something stated in a text: where, and what of it can be compared."""

    start: int
    end: int
    value: tuple[object, ...]


def stated(kind: Kind, reading: Reading) -> Iterator[Stated]:
    """Yield what a reading states of a kind, in order, as far as it can be a promise of ours."""
    if kind == "links":
        yield from _links(reading)
        return
    for found in values(kind, reading.folded):
        if kind != "times" or _is_promise(reading, found):
            yield found


def values(kind: Kind, text: str) -> Iterator[Stated]:
    """Yield all that a plain text states of a kind, made comparable by `fits`."""
    if kind == "times":
        for frame in time_frames(text):
            yield Stated(frame.start, frame.end, (frame.most, frame.is_working))
    elif kind == "amounts":
        for amount in amounts(text):
            yield Stated(amount.start, amount.end, (amount.value, amount.unit))
    elif kind == "phones":
        for phone in phones(text):
            yield Stated(phone.start, phone.end, (phone.digits,))
    elif "." in text:
        yield Stated(0, len(text), (address(text),))


def fits(kind: Kind, found: Stated, listed: Stated) -> bool:
    """Return whether something stated is what is listed; a link also lies below a listed one."""
    if kind != "links":
        return found.value == listed.value
    own, given = str(found.value[0]), str(listed.value[0])
    if ("@" in own) != ("@" in given):
        return "@" in own  # addresses are held against addresses only, see `facts`
    return own == given or (own.startswith(given.rstrip("/") + "/") and "@" not in own)


def address(target: str) -> str:
    """Return a link or e-mail address without scheme, “www”, query and closing slash."""
    bare = re.split(r"[?#]", _SCHEME.sub("", target.strip()), maxsplit=1)[0]
    host, slash, path = bare.partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")


def before(reading: Reading, found: Stated) -> str:
    """Return what stands before something stated in its sentence."""
    first = reading.sentences[reading.sentence_at(found.start)].start if reading.sentences else 0
    return reading.folded[first : found.start]


def is_framed(reading: Reading, found: Stated) -> bool:
    """Return whether a time frame is said to be a deadline: within, takes, up to."""
    return _FRAMED.search(before(reading, found)) is not None


def _is_promise(reading: Reading, found: Stated) -> bool:
    """Return whether a time frame can be one that is promised, and no past or condition.

    “a day” is one only where it is framed: “twice a day” and “£5 a month” are none. Minutes are
    one only after “within” or “in”: mostly they say how long something takes the customer.
    """
    said = before(reading, found)
    is_article = reading.folded[found.start : found.start + 2].lower() in ("a ", "an")
    is_short = 0 < int(str(found.value[0])) < _HOUR
    return not (is_short and (is_article or not _WITHIN.search(said))) and not (
        _PAST.search(said)
        or _CONDITION.search(said)
        or _REQUEST.match(said)
        or _AFTERWARDS.match(reading.folded, found.end)
        or (is_article and not _FRAMED.search(said))
    )


def _links(reading: Reading) -> Iterator[Stated]:
    prose = reading.stretch.prose
    inside = [(link.start, link.end) for link in prose.links]
    for link in prose.links:
        target = link.target.lower()
        if link.kind == "link" and "{" not in target and not target.startswith(("tel:", "#", "/")):
            yield Stated(link.start, link.end, (address(link.target),))
    for at, opaque in prose.opaques.items():
        is_link = opaque.kind in ("url", "address") and "{" not in opaque.raw
        if is_link and not any(start <= at < end for start, end in inside):
            yield Stated(at, at + 1, (address(opaque.raw),))
