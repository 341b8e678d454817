"""How hard the scripts of a channel are to read, all together: one alone is too short."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import nlargest
from typing import Annotated, ClassVar, NamedTuple

from msgspec import Meta, structs

from protolint.checks._check import Check as Base
from protolint.checks._check import (
    Fact,
    Fault,
    LibraryMatch,
    Mistake,
    ScriptFacts,
    View,
    fact_at,
)
from protolint.checks._limits import Least, Most, limit_mistakes, shown
from protolint.script import Span
from protolint.text.readability import (
    METRICS,
    OWN,
    Counts,
    confidence,
    count,
    flesch_kincaid_grade,
    metric,
)

_KIND = "prose"
#: A script of fewer words has no grade worth comparing with those of others.
_FEWEST_WORDS = 30
_MOST_RELATED = 4
#: The hardest sentence is sought among so many of the longest: length is most of the grade.
_LONGEST = 3


class _Graded(NamedTuple):
    script: ScriptFacts
    fact: Fact
    counts: Counts


class Check(Base, frozen=True, kw_only=True):
    """Finds channels that are harder to read than allowed, by the pooled prose of all scripts.

    Shown at the hardest sentence of the hardest script; four more are related places. Under 100
    pooled words there is no grade. Messages may name {value}, {max}, {min}, {metric}, {words} and
    {confidence}: low, medium or high.
    """

    fault: ClassVar[Fault] = "measure"
    is_library: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("value", "max", "min", "metric", "words", "confidence")

    metric: Annotated[
        str,
        Meta(
            description="flesch_kincaid_grade, flesch_reading_ease, smog, lix, words_per_sentence, "
            "or any of textstat."
        ),
    ]
    max: Most = None
    min: Least = None

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Only what is said is prose."""
        return ("public", "spoken")

    @property
    def gathers(self) -> str:
        """Our own metrics go by the same counts; those of textstat read the texts."""
        return _KIND if self.metric in OWN else ""

    def mistakes(self) -> Iterator[Mistake]:
        """Yield an unknown metric, and a missing or turned-round limit."""
        if self.metric not in METRICS:
            from difflib import get_close_matches  # noqa: PLC0415  only where something is wrong

            near = get_close_matches(self.metric, METRICS, 1)
            meant = f"did you mean {near[0]}?" if near else f"known are {', '.join(METRICS)}"
            yield Mistake("metric", f"there is no metric “{self.metric}”; {meant}")
        yield from limit_mistakes(self.max, self.min)

    def facts(self, view: View) -> Iterator[Fact]:
        """Yield the counts of the script's prose, at its hardest sentence."""
        if view.counts.words:
            kept = () if self.metric in OWN else view.prose
            value = {"counts": list(structs.astuple(view.counts)), "texts": kept}
            yield fact_at(view.script, _hardest(view), _KIND, value)

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date | None = None
    ) -> Iterator[LibraryMatch]:
        """Yield one match for the whole library where its grade is beyond the limit."""
        graded = [
            _Graded(script, fact, Counts(*fact.value["counts"]))
            for script in library
            for fact in script.facts
            if fact.kind == _KIND
        ]
        total = sum((own.counts for own in graded), Counts())
        texts = [text for own in graded for text in own.fact.value["texts"]]
        value = metric(self.metric, total, texts)
        if value is None or not self._is_off(value):
            return
        worst = sorted(graded, key=_hardness, reverse=True)[: _MOST_RELATED + 1]
        values = {
            "value": shown(round(value, 1)),
            "max": shown(self.max),
            "min": shown(self.min),
            "metric": self.metric.replace("_", " "),
            "words": shown(total.words),
            "confidence": confidence(total.words),
        }
        related = tuple((own.script, own.fact) for own in worst[1:])
        yield LibraryMatch(worst[0].script, worst[0].fact, values, related, subject="")

    def _is_off(self, value: float) -> bool:
        too_high = self.max is not None and value > self.max
        return too_high or (self.min is not None and value < self.min)


def _hardness(own: _Graded) -> tuple[bool, float, str, str]:
    enough = own.counts.words >= _FEWEST_WORDS
    return enough, flesch_kincaid_grade(own.counts), own.script.path, own.script.script


def _hardest(view: View) -> Span:
    """Return the place of the hardest of the longest sentences of a script's paragraphs."""
    lengths = (
        (
            bisect_left(reading.word_starts, end) - bisect_left(reading.word_starts, start),
            number,
            start,
            end,
        )
        for number, reading in enumerate(view.readings)
        if reading.stretch.shape in {"paragraph", "cell"}
        for start, end in reading.sentences
    )
    longest = nlargest(_LONGEST, lengths)
    if not longest:
        return Span(view.script.body.start, view.script.body.start)
    _, number, start, end = max(longest, key=lambda own: _grade(view, *own[1:]))
    return view.readings[number].stretch.prose.span(start, end)


def _grade(view: View, number: int, start: int, end: int) -> float:
    return flesch_kincaid_grade(count(view.readings[number].text[start:end]))
