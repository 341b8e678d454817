"""What a text claims of time: how long something takes or lasts, by when, and when we are open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.checks._claim import Claim, Hints, about_place
from protolint.script import Span
from protolint.text.hours import moments_of_day
from protolint.text.lazy import lazy_pattern
from protolint.text.reading import Reading
from protolint.text.subjects import About, about
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
_LONG = ("day", "week", "hour", "month", "minute", "year", "fortnight", "hr", "min")
_UNITS = frozenset(f"{unit}{end}" for unit in (*_LONG, "weekday", "h") for end in ("", "s"))
_UNIT = lazy_pattern(r"(?:day|week|hour|month|minute|year|fortnight|hr|min|h)(?:s|\b)")
#: What a length of time begins with, where it is no number.
_COUNTED = frozenset(["a", "an", "half", "quarter", "same", "next", "couple"])
#: What makes a term the customer's: please reply within 7 days.
_YOURS = lazy_pattern(
    r"\b(?:please|you(?:'ll| will)? (?:have|can|may|must|need|get|also have)|if you)\b[^.;:]*$",
    re.IGNORECASE,
)
_TWO_SIDED = frozenset(["reply", "payment", "review"])
_DAY, _MONTH, _YEAR = 1_440, 30 * 1_440, 365 * 1_440
#: What makes “a week” a length of time, and no price (£5 a week) or rate (twice a week).
_ARTICLE = lazy_pattern(
    r"\b(?:within|in|up to|under|takes?|takes (?:about|around)|for|lasts?|allow|at (?:least|most)"
    r"|than|(?:about|around|only|it's)|expires? (?:in|after)|after)(?: just| only| about)?\s*$",
    re.IGNORECASE,
)
_AHEAD = r"\s*(?:'s? notice|(?:or \w+ )?(?:before|beforehand|ahead|in advance|prior)\b)"
_ARTICLE_AFTER = lazy_pattern(rf"{_AHEAD}|\s*(?:at the latest|from)\b", re.IGNORECASE)
#: How a length of time is meant: as a deadline, as what lasts, as how long before, or after.
_WAYS = (
    ("after", lazy_pattern(r"\bafter(?: the first| only)?\s*$", re.IGNORECASE)),
    (
        "lasts",
        lazy_pattern(r"\b(?:for|lasts?|runs?|stays?|keeps?|valid)(?: \w+){0,2}\s*$", re.IGNORECASE),
    ),
    (
        "deadline",
        lazy_pattern(
            r"\b(?:within|in|takes?|up to|allow|less than|no more than|at most|under|it's|is)"
            r"(?: \w+){0,2}\s*$",
            re.IGNORECASE,
        ),
    ),
)
_LEAD = lazy_pattern(_AHEAD, re.IGNORECASE)
_NEAR = 30


def claimed_times(reading: Reading, known: Hints) -> Iterator[Claim]:
    """Yield what a reading claims of time."""
    for moment in moments_of_day(reading.folded, known.parts):
        own = about_place(reading, moment.start, moment.end)
        yield Claim(moment.start, moment.end, "times", moment.sort, moment.value, own)
    is_counted = known.has_numbers or not _COUNTED.isdisjoint(known.parts)
    if is_counted and not _UNITS.isdisjoint(known.parts):
        yield from _spans(reading)


def _spans(reading: Reading) -> Iterator[Claim]:
    before = ""
    for first, last in reading.sentences or [Span(0, len(reading.folded))]:
        sentence = reading.folded[first:last]
        if _UNIT.search(sentence):
            for frame in time_frames(sentence):
                own = _about(sentence, frame, before)
                if own:
                    start, end = first + frame.start, first + frame.end
                    way = _way(sentence, frame)
                    yield Claim(start, end, "times", "span", _length(frame), own, way)
        before = sentence


def _about(sentence: str, frame: TimeFrame, before: str) -> About | None:
    """Return what a length of time is about; None where it is past, or only “a day”."""
    said = sentence[: frame.start]
    if sentence[frame.start : frame.start + 2].lower() in ("a ", "an"):
        is_framed = _ARTICLE.search(said) or _ARTICLE_AFTER.match(sentence, frame.end)
        if not is_framed:
            return None
    if _PAST.search(said) or _AFTERWARDS.match(sentence, frame.end):
        return None
    own = about(sentence, frame.start, frame.end, before)
    if own.topic in _TWO_SIDED and _YOURS.search(said):
        return own._replace(topic=f"your {own.topic}")
    return own


def _way(sentence: str, frame: TimeFrame) -> str:
    if _LEAD.match(sentence, frame.end):
        return "lead"
    if sentence[frame.start : frame.start + 4].lower() in ("same", "next"):
        return "deadline"
    said = sentence[max(frame.start - _NEAR, 0) : frame.start]
    return next((way for way, words in _WAYS if words.search(said)), "")


def _length(frame: TimeFrame) -> tuple[int, bool]:
    """Return a length of time in minutes, and whether it counts working days only.

    Two working days or less are as long as days, five are a week, and twelve months a year.
    """
    years, rest = divmod(frame.most, 12 * _MONTH)
    if not rest and frame.most:
        return years * _YEAR, False
    if not frame.is_working or frame.most <= 2 * _DAY:
        return frame.most, False
    weeks, rest = divmod(frame.most, 5 * _DAY)
    return (frame.most, True) if rest else (weeks * 7 * _DAY, False)
