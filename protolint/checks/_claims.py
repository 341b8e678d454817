"""What a script claims that another may contradict: times, amounts, phones, links, conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from protolint.checks._claim import Claim, hints, sentence_at
from protolint.checks._claimed_amounts import claimed_amounts
from protolint.checks._claimed_times import claimed_times
from protolint.checks._stated import address
from protolint.script import Stretch
from protolint.text.amounts import phones
from protolint.text.conditions import Sort, conditions, sorts_in
from protolint.text.reading import Reading
from protolint.text.stems import stems
from protolint.text.subjects import About, kinds

#: Telephone numbers are compared by their last digits: in front stands a country or not.
_PHONE = 9
#: Words around links that say nothing of where they lead.
_LINK_WORDS = frozenset(
    [
        "visit", "click", "link", "page", "site", "websi", "onlin", "find", "more", "infor",
        "detai", "open", "check", "below", "https", "http", "head", "read", "full", "every",
        "start", "begin", "tap", "follo", "where",
    ]
)  # fmt: skip


def claims(reading: Reading, words: AbstractSet[str]) -> Iterator[Claim]:
    """Yield what a reading claims, in no order; `words` are its words in small letters."""
    known = hints(words)
    yield from _links(reading)
    if known.has_figures:
        yield from _phones(reading)
    yield from claimed_amounts(reading, known)
    yield from claimed_times(reading, known)
    sorts = sorts_in(known.parts)
    if sorts:
        yield from _conditions(reading, sorts)


def claims_of_all(reading: Reading, words: AbstractSet[str]) -> Iterator[Claim]:
    """Yield the links and telephone numbers of a reading, which translations have too."""
    yield from _links(reading)
    if any(word[0].isdigit() for word in words):
        yield from _phones(reading)


def _phones(reading: Reading) -> Iterator[Claim]:
    for phone in phones(reading.folded):
        first, sentence, _ = sentence_at(reading, phone.start)
        own = About("", kinds(sentence, phone.start - first, phone.end - first), stems(sentence))
        yield Claim(phone.start, phone.end, "phones", "phone", (phone.digits[-_PHONE:],), own)


def _links(reading: Reading) -> Iterator[Claim]:
    for start, end, target in places_of_links(reading.stretch):
        sort = "address" if "@" in target else "link"
        first, sentence, _ = sentence_at(reading, start)
        said = tuple(own for own in stems(sentence) if own not in _LINK_WORDS)
        own = About("", kinds(sentence, start - first, end - first), said)
        yield Claim(start, end, "links", sort, (target,), own)


def places_of_links(stretch: Stretch) -> Iterator[tuple[int, int, str]]:
    """Yield where links and addresses stand in a text, and where they lead, without scheme."""
    prose = stretch.prose
    if not prose.links and not prose.opaques:
        return
    for link in prose.links:
        target = link.target.lower()
        if link.kind == "link" and "{" not in target and not target.startswith(("tel:", "#", "/")):
            yield link.start, link.end, address(link.target)
    inside = [(link.start, link.end) for link in prose.links]
    for at, opaque in prose.opaques.items():
        is_link = opaque.kind in ("url", "address") and "{" not in opaque.raw
        if is_link and not any(start <= at < end for start, end in inside):
            yield at, at + 1, address(opaque.raw)


def _conditions(reading: Reading, sorts: Sequence[Sort]) -> Iterator[Claim]:
    for start, end in reading.sentences:
        sentence = reading.folded[start:end]
        for one in conditions(sentence, sorts):
            own = About("", (), one.stems)
            yield Claim(start, end, "conditions", one.sort, (one.is_so,), own)
