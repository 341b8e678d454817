"""Lengths of time in a text: 24 hours, two business days, 3 to 5 weeks, the same day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from protolint.text.fold import fold
from protolint.text.lazy import lazy_pattern
from protolint.text.numbers import IN_WORDS, WORDS, number_of

_FEW = {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}
_PARTS = {"half an hour": 30, "a quarter of an hour": 15, "three quarters of an hour": 45,
          "an hour and a half": 90}  # fmt: skip
_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60, "h": 60}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_FIGURES = r"\d+(?:\.\d+)?|a couple of|couple of|an|a"


def _frame(number: str) -> re.Pattern[str]:
    """Return the pattern of a length of time, given that of its numbers."""
    return lazy_pattern(
        rf"\b(?P<part>{'|'.join(_PARTS)})(?!\w)"
        rf"|(?<![\w.:,/£$€-])(?:(?P<low>{number})\s*(?:-|to|or|and)\s*)??(?P<high>{number})"
        r"(?:\s*\+)?(?P<half>\s+and\s+a\s+half)?(?:\s+full)?"
        r"[\s-]*(?P<kind>business|working|bank|week|calendar)?[\s-]*"
        r"(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|weeks?|fortnights?|months?|years?)(?!\w)"
        r"|\b(?P<word>same|next)[\s-]+(?:(?P<of>business|working)[\s-]+)?day\b",
        re.IGNORECASE,
    )


_IN_FIGURES, _IN_WORDS = _frame(f"(?:{_FIGURES})"), _frame(f"(?:{IN_WORDS}|{_FIGURES})")
_WORKING = frozenset(["business", "working", "bank", "week"])


class TimeFrame(NamedTuple):
    """A length of time, and where it stands.

    `most` is the longest it allows, in minutes; `is_working` says that it counts working days
    only, so that it cannot be compared with one that counts all.
    """

    start: int
    end: int
    most: int
    is_working: bool

    def is_same(self, other: TimeFrame) -> bool:
        """Return whether two time frames end at the same time: 48 hours is two days."""
        return self.most == other.most and self.is_working == other.is_working


def time_frames(text: str) -> Iterator[TimeFrame]:
    """Yield the time frames that a text names with a number, in order; a range is one."""
    text = fold(text)
    is_spelt = not WORDS.isdisjoint(text.lower().replace("-", " ").split())
    for found in (_IN_WORDS if is_spelt else _IN_FIGURES).finditer(text):
        if found["word"]:
            days = 0 if found["word"].lower() == "same" else 1
            yield TimeFrame(*found.span(), days * 1440, bool(found["of"]))
            continue
        if found["part"]:
            yield TimeFrame(*found.span(), _PARTS[" ".join(found["part"].lower().split())], False)
            continue
        unit = found["unit"].lower().rstrip("s") or "h"
        minutes = _MINUTES.get(unit) or _DAYS[unit] * 1440
        working = (found["kind"] or "").lower() in _WORKING
        yield TimeFrame(
            *found.span(),
            round((_many(found["high"]) + 0.5 * bool(found["half"])) * minutes),
            working,
        )


def _many(said: str) -> float:
    if said[0].isdigit():
        return float(said)
    return _FEW.get(" ".join(said.lower().split())) or number_of(said)
