"""How hard the scripts of a channel are to read, all together: one alone is too short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
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
from protolint.text.parts import pooled_prose
from protolint.text.readability import (
    METRICS,
    Counts,
    confidence,
    count,
    flesch_kincaid_grade,
    hardest,
    metric,
)

_KIND = "prose"
#: A script of fewer words has no grade worth comparing with those of others.
_FEWEST_WORDS = 30
_MOST_RELATED = 4
_OWN = frozenset({"flesch_reading_ease", "flesch_kincaid_grade", "smog", "lix"})


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
            description="flesch_kincaid_grade, flesch_reading_ease, smog, lix, or any of textstat."
        ),
    ]
    max: Most = None
    min: Least = None

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Only what is said is prose."""
        return ("public", "spoken")

    def mistakes(self) -> Iterator[Mistake]:
        """Yield an unknown metric, and a missing or turned-round limit."""
        if self.metric not in METRICS:
            near = get_close_matches(self.metric, METRICS, 1)
            meant = f"did you mean {near[0]}?" if near else f"known are {', '.join(METRICS)}"
            yield Mistake("metric", f"there is no metric “{self.metric}”; {meant}")
        yield from limit_mistakes(self.max, self.min)

    def facts(self, view: View) -> Iterator[Fact]:
        """Yield the counts of the script's prose, at its hardest sentence."""
        texts = list(pooled_prose(reading.stretch for reading in view.readings))
        counts = sum(map(count, texts), Counts())
        if counts.words:
            kept = () if self.metric in _OWN else tuple(texts)
            value = {"counts": list(structs.astuple(counts)), "texts": kept}
            yield fact_at(view.script, _hardest(view), _KIND, value)

    def find_in_library(self, library: Sequence[ScriptFacts]) -> Iterator[LibraryMatch]:
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
        yield LibraryMatch(worst[0].script, worst[0].fact, values, related)

    def _is_off(self, value: float) -> bool:
        too_high = self.max is not None and value > self.max
        return too_high or (self.min is not None and value < self.min)


def _hardness(own: _Graded) -> tuple[bool, float, str, str]:
    enough = own.counts.words >= _FEWEST_WORDS
    return enough, flesch_kincaid_grade(own.counts), own.script.path, own.script.script


def _hardest(view: View) -> Span:
    """Return the place of the hardest sentence of a script's paragraphs."""
    found = (
        (sentence.grade, reading.stretch.prose.span(sentence.start, sentence.end))
        for reading in view.readings
        if reading.stretch.shape in {"paragraph", "cell"}
        for sentence in (hardest(reading.text),)
        if sentence
    )
    return max(found, default=(0.0, Span(view.script.body.start, view.script.body.start)))[1]
