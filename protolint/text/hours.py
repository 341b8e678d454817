"""Times of day, days of the week and dates in a text, made comparable: 9am to 5pm, by 31 May."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from protolint.text.lazy import lazy_pattern

Sort = Literal["hours", "clock", "days", "date"]

_TIME = r"(?P<{0}>\d{{1,2}})(?:[:.](?P<{0}_min>[0-5]\d))?\s?(?P<{0}_half>[ap]m\b|[ap]\.m\b\.?)?"
_NOON = {"noon": 720, "midday": 720, "midnight": 1440}
_HOURS = lazy_pattern(
    rf"(?<![\d.:/£$€#-]){_TIME.format('one')}\s?(?:-|to|until|till|and)\s?{_TIME.format('two')}(?![\d%])",
    re.IGNORECASE,
)
_CLOCK = lazy_pattern(
    rf"\b(?P<side>by|before|until|till|after|from|at|past)\s"
    rf"(?:(?P<word>noon|midday|midnight)\b|{_TIME.format('one')}(?![\d%]))",
    re.IGNORECASE,
)
#: What every time of day has in it.
_TIMELY = lazy_pattern(r"\d(?::\d|\s?[ap]\.?m\b)", re.IGNORECASE)
_DAY_WORDS = frozenset(
    [f"{day}{end}" for day in ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat",
                               "sun") for end in ("", "s")]
    + [f"{day}day{end}" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
       for end in ("", "s")] + ["week", "day"]
)  # fmt: skip
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = r"(?P<{0}>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)s?\b"
_DAYS = lazy_pattern(
    rf"\b{_DAY.format('first')}\s?(?:-|to|through|until)\s?{_DAY.format('last')}"
    r"|\b(?P<all>(?:seven|7) days a week|every day(?: of the week)?)\b",
    re.IGNORECASE,
)
_DIGIT = lazy_pattern(r"\d")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|(?-i:Mar(?:ch)?)|apr(?:il)?|(?-i:May)|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = lazy_pattern(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.format('month')}\b"
    rf"|\b{_MONTH.format('month_first')}\s(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)",
    re.IGNORECASE,
)


_MONTH_WORDS = frozenset(
    ["january", "february", "march", "april", "june", "july", "august", "september", "october",
     "november", "december", "sept", *_MONTHS]
)  # fmt: skip


class Moment(NamedTuple):
    """A time of day, a range of days or hours, or a date, and where it stands.

    `value` is of the opening and closing minute of the day; of the side (“before”, “from”,
    “after”) and the minute; of the first and the last day of the week, from 0; or of the month and
    the day in it.
    """

    start: int
    end: int
    sort: Sort
    value: tuple[int | str, ...]


def moments_of_day(text: str, words: Iterable[str]) -> Iterator[Moment]:
    """Yield the ranges of hours, the times with “by” and the like, ranges of days, and dates.

    The text is folded; `words` are its words in small letters.
    """
    if _TIMELY.search(text) or not _NOON.keys().isdisjoint(words):
        yield from _times_of_day(text)
    if not _DAY_WORDS.isdisjoint(words):
        yield from _days(text)
    if not _MONTH_WORDS.isdisjoint(words) and _DIGIT.search(text):
        yield from _dates(text)


def _times_of_day(folded: str) -> Iterator[Moment]:
    taken: list[tuple[int, int]] = []
    for found in _HOURS.finditer(folded):
        value = _range(found)
        if value:
            taken.append(found.span())
            yield Moment(*found.span(), "hours", value)
    for found in _CLOCK.finditer(folded):
        minute = _NOON.get((found["word"] or "").lower())
        if minute is None and (found["one_min"] or found["one_half"]):
            minute = _minute(found, "one", found["one_half"])
        if minute is not None and not any(a <= found.start("one") < b for a, b in taken):
            yield Moment(*found.span(), "clock", (_side(found["side"]), minute))


def _days(folded: str) -> Iterator[Moment]:
    for found in _DAYS.finditer(folded):
        days = (0, 6) if found["all"] else (_day(found["first"]), _day(found["last"]))
        yield Moment(*found.span(), "days", days)


def _dates(folded: str) -> Iterator[Moment]:
    for found in _DATE.finditer(folded):
        month = (found["month"] or found["month_first"]).lower()[:3]
        day = int(found["day"] or found["day_after"])
        if 1 <= day <= 31:
            yield Moment(*found.span(), "date", (_MONTHS.index(month) + 1, day))


def _range(found: re.Match[str]) -> tuple[int, int] | None:
    """Return the minutes of a range of hours; None where nothing says that they are hours."""
    half = found["two_half"]
    if not (half or found["one_half"] or (found["one_min"] and found["two_min"])):
        return None
    one = _minute(found, "one", found["one_half"])
    two = _minute(found, "two", half or None)
    if one is None or two is None:
        return None
    is_afternoon = half and half[0].lower() == "p" and not found["one_half"]
    if is_afternoon and int(found["one"]) % 12 < int(found["two"]) % 12:  # 1 to 5pm
        one += 720
    return one, two


def _minute(found: re.Match[str], name: str, half: str | None) -> int | None:
    hour, minute = int(found[name]), int(found[f"{name}_min"] or 0)
    if half:
        hour = hour % 12 + 12 * (half[0].lower() == "p")
    return hour * 60 + minute if hour <= 24 else None


def _side(word: str) -> str:
    if word.lower() in ("by", "before", "until", "till"):
        return "before"
    return "after" if word.lower() == "after" else "from"


def _day(name: str) -> int:
    return next(at for at, own in enumerate(_DAY_NAMES) if own.startswith(name.lower()[:3]))
