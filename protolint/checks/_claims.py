"""What a script claims that another may contradict: times, amounts, phones, links, conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from protolint.checks._stated import address
from protolint.script import Span, Stretch
from protolint.text.amounts import amounts, phones
from protolint.text.conditions import Sort, conditions, sorts_in
from protolint.text.hours import moments_of_day
from protolint.text.lazy import lazy_pattern
from protolint.text.reading import Reading
from protolint.text.subjects import About, about, kinds, stems
from protolint.text.time_frames import TimeFrame, time_frames

#: What has been, and what recurs, is no term of ours.
_PAST = lazy_pattern(
    r"\b(?:last|past|previous|every|each|aged?|for over|been|had|took)\s*$", re.IGNORECASE
)
_AFTERWARDS = lazy_pattern(
    r"\s*(?:ago|old|earlier|of age|a (?:day|week|month|year)|(?:each|every|per)"
    r"|(?:help|phone|support|service) ?(?:line|desk))\b",
    re.IGNORECASE,
)
_DIGIT = lazy_pattern(r"\d")
_MONEY = ("pound", "euro", "dollar", "percent", "per cent")
_UNITS = ("day", "week", "hour", "month", "minute", "year", "hrs", "mins", "24h", "48h", "72h")
#: What makes a term the customer's: please reply within 7 days.
_YOURS = lazy_pattern(
    r"\b(?:please|you(?:'ll| will)? (?:have|can|may|must|need|get|also have)|if you)\b[^.;:]*$",
    re.IGNORECASE,
)
#: Telephone numbers are compared by their last digits: in front stands a country or not.
_PHONE = 9
_DAY, _MONTH, _YEAR = 1_440, 30 * 1_440, 365 * 1_440
_TWO_SIDED = frozenset(["reply", "payment", "review"])
_MOST = lazy_pattern(
    r"\b(?:up to|at most|maximum(?: of)?|max|no more than|capped at)\s*$", re.IGNORECASE
)
_LEAST = lazy_pattern(
    r"\b(?:over|above|more than|at least|minimum(?: \w+)? (?:of|is)|from|exceeds?|under|below"
    r"|less than|spend|minimum \w+)\s*$",
    re.IGNORECASE,
)
_LEAST_AFTER = lazy_pattern(r"\s*(?:or more|or over|and over|minimum|\+)", re.IGNORECASE)
_FREE_WORDS = frozenset(["free", "charge", "cost", "costs", "fee"])
_FREE = lazy_pattern(
    r"\b(?:is|are|it's|comes?|for|completely|entirely|always) (?:also )?(?:free(?! of\b(?! charge))"
    r"|free of charge)\b(?! (?:to|if|on|for|when|over|from|until|with|text|up|trial|gift))"
    r"|\bfree (?=delivery|returns?|shipping|collection|repairs?)"
    r"(?!\w+ (?:on|for|over|if|when|with))"
    r"|\b(?:at no (?:extra |additional )?(?:cost|charge)|without charge|no charge|costs? nothing"
    r"|no fee)\b(?! (?:if|on|when|over|from|until))",
    re.IGNORECASE,
)
_COUNT = lazy_pattern(
    r"(?<![\w.,:/£$€#-])(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r"[ -](?P<noun>"
    r"(?!(?:working|business|calendar|full|more|other|of|and|or|to|in|on|at|x|am|pm)\b)"
    r"[a-z]{3,})\b",
    re.IGNORECASE,
)
_NO_COUNT = frozenset(
    [
        "minut", "hours", "hour", "days", "day", "weeks", "week", "month", "years", "year",
        "secon", "pound", "euro", "euros", "dolla", "rupee", "penc", "pence", "per", "cent",
        "perce", "times", "time", "steps", "step", "ways", "way", "thing", "optio", "quick",
        "simpl", "easy", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
        "nov", "dec", "janua", "febru", "march", "april", "june", "july", "augus", "septe",
        "octob", "novem", "decem", "noon", "mins", "hrs", "key",
    ]
)  # fmt: skip
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
#: Words around links that say nothing of where they lead.
_LINK_WORDS = frozenset(
    [
        "visit", "click", "link", "links", "page", "pages", "site", "websi", "onlin", "find",
        "more", "infor", "detai", "open", "check", "below", "https", "http", "head", "read",
        "full", "every", "start", "begin", "tap", "follo", "where",
    ]
)  # fmt: skip


class Claim(NamedTuple):
    """Something that a reading states: where, of what sort, its value, and what it is about."""

    start: int
    end: int
    of: str
    sort: str
    value: tuple[Any, ...]
    about: About

    @property
    def packed(self) -> list[Any]:
        """The claim as plain data, for a fact."""
        return [self.of, self.sort, list(self.value), *map(_listed, self.about)]


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def claims(reading: Reading, words: Sequence[str]) -> Iterator[Claim]:
    """Yield what a reading claims, in no order; `words` are its words in small letters."""
    text = " ".join(words)
    has_figures = _DIGIT.search(text) is not None
    yield from claims_of_all(reading, words)
    if has_figures or not _NUMBERS.keys().isdisjoint(words):
        yield from _counts(reading)
    for moment in moments_of_day(reading.folded, words):
        own = _about(reading, moment.start, moment.end)
        yield Claim(moment.start, moment.end, "times", moment.sort, moment.value, own)
    if any(unit in text for unit in _UNITS):
        yield from _times(reading)
    if has_figures or any(unit in text for unit in _MONEY):
        yield from _amounts(reading)
    if not _FREE_WORDS.isdisjoint(words):
        yield from _free(reading)
    sorts = sorts_in(words)
    if sorts:
        yield from _conditions(reading, sorts)


def claims_of_all(reading: Reading, words: Sequence[str]) -> Iterator[Claim]:
    """Yield the links and telephone numbers of a reading, which translations have too."""
    yield from _links(reading)
    if any(word[0].isdigit() for word in words):
        yield from _phones(reading)


def _sentence(reading: Reading, at: int) -> tuple[int, str, str]:
    """Return where the sentence at a place begins, what it says, and what the one before says."""
    if not reading.sentences:
        return 0, reading.folded, ""
    number = reading.sentence_at(at)
    start, end = reading.sentences[number]
    before = reading.sentences[number - 1] if number else (0, 0)
    return start, reading.folded[start:end], reading.folded[before[0] : before[1]]


def _about(reading: Reading, start: int, end: int) -> About:
    first, sentence, before = _sentence(reading, start)
    return about(sentence, start - first, end - first, before)


def _times(reading: Reading) -> Iterator[Claim]:
    before = ""
    for first, last in reading.sentences or [Span(0, len(reading.folded))]:
        sentence = reading.folded[first:last]
        if any(unit in sentence for unit in _UNITS):
            for frame in time_frames(sentence):
                own = _about_time(sentence, frame, before)
                if own:
                    start, end = first + frame.start, first + frame.end
                    yield Claim(start, end, "times", "span", _length(frame), own)
        before = sentence


def _about_time(sentence: str, frame: TimeFrame, before: str) -> About | None:
    """Return what a length of time is about; None where it is past, or only “a day”."""
    said = sentence[: frame.start]
    is_article = sentence[frame.start : frame.start + 2].lower() in ("a ", "an")
    if is_article or _PAST.search(said) or _AFTERWARDS.match(sentence, frame.end):
        return None
    own = about(sentence, frame.start, frame.end, before)
    if own.topic in _TWO_SIDED and _YOURS.search(said):
        return own._replace(topic=f"your {own.topic}")
    return own


def _length(frame: TimeFrame) -> tuple[int, bool]:
    """Return a length of time in minutes, and whether it counts working days only.

    Two working days or less are as long as days, five are a week, and twelve months a year.
    """
    years, rest = divmod(frame.most, 12 * _MONTH)
    if not rest:
        return years * _YEAR, False
    if not frame.is_working or frame.most <= 2 * _DAY:
        return frame.most, False
    weeks, rest = divmod(frame.most, 5 * _DAY)
    return (frame.most, True) if rest else (weeks * 7 * _DAY, False)


def _amounts(reading: Reading) -> Iterator[Claim]:
    text = reading.folded
    for amount in amounts(text):
        own = _about(reading, amount.start, amount.end)
        before = text[max(amount.start - 30, 0) : amount.start]
        side = "most" if _MOST.search(before) else ""
        if _LEAST.search(before) or _LEAST_AFTER.match(text, amount.end):
            side = "least"
        value = (amount.value, amount.unit, side)
        yield Claim(amount.start, amount.end, "amounts", "money", value, own)


def _free(reading: Reading) -> Iterator[Claim]:
    for found in _FREE.finditer(reading.folded):
        own = _about(reading, *found.span())
        if own.topic:
            yield Claim(*found.span(), "amounts", "money", (0.0, "", ""), own)


def _counts(reading: Reading) -> Iterator[Claim]:
    for found in _COUNT.finditer(reading.folded):
        noun = found["noun"].lower().rstrip("s")[:5]
        if not stems(noun) or noun in _NO_COUNT or found["noun"].lower()[:5] in _NO_COUNT:
            continue
        word = found["number"].lower()
        number = _NUMBERS.get(word) or int(word)
        own = _about(reading, *found.span())._replace(topic=noun)
        yield Claim(*found.span(), "amounts", "count", (number,), own)


def _phones(reading: Reading) -> Iterator[Claim]:
    for phone in phones(reading.folded):
        first, sentence, _ = _sentence(reading, phone.start)
        own = About("", kinds(sentence, phone.start - first, phone.end - first), stems(sentence))
        yield Claim(phone.start, phone.end, "phones", "phone", (phone.digits[-_PHONE:],), own)


def _links(reading: Reading) -> Iterator[Claim]:
    for start, end, target in places_of_links(reading.stretch):
        sort = "address" if "@" in target else "link"
        first, sentence, _ = _sentence(reading, start)
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
        for one in conditions(reading.folded[start:end], sorts):
            own = About("", (), one.stems)
            yield Claim(start, end, "conditions", one.sort, (one.is_so,), own)
