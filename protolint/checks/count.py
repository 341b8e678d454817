"""How often something is said: too often, or not often enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks._check import Extent, Fault, Hit, Match, Mistake, View
from protolint.checks._limits import Least, Most, limit_mistakes, shown
from protolint.checks._paths import on_heaviest_path, passages
from protolint.checks._places import heaviest, leftmost_longest
from protolint.checks._words import Place, WordCheck
from protolint.script import OPAQUE
from protolint.text.emoji import emoji, may_be_emoji
from protolint.text.patterns import merged
from protolint.text.reading import Reading

_MARKS = {
    "exclamation-marks": re.compile("[!！]"),
    "question-marks": re.compile("[?？]"),
    "placeholders": re.compile(OPAQUE["placeholder"]),
    "urls": re.compile(OPAQUE["url"]),
}
#: The characters without which there is none of them.
_SIGNS = {
    "exclamation-marks": "!！",
    "question-marks": "?？",
    "placeholders": OPAQUE["placeholder"],
}
#: What is at fault where more than a sentence is counted in.
_EXTENTS: dict[str, Extent] = {
    "script": "script",
    "step": "script",
    "100-words": "script",
    "paragraph": "paragraph",
}
_Group = list[Place]


class Check(WordCheck, frozen=True, kw_only=True):
    """Finds what is said too often, at the first time too many, or too seldom.

    Messages may name {count}, {max} and {min}.
    """

    fault: ClassVar[Fault] = "measure"
    values: ClassVar[tuple[str, ...]] = ("count", "max", "min")

    any: Annotated[tuple[str, ...], Meta(description="Patterns that count.")] = ()
    of: Annotated[
        Literal[
            "words", "sentences", "exclamation-marks", "question-marks", "emoji", "placeholders",
            "links",
        ]
        | None,
        Meta(description="What counts, instead of patterns."),
    ] = None  # fmt: skip
    per: Annotated[
        Literal["script", "step", "sentence", "paragraph", "run", "100-words"],
        Meta(
            description="In what it is counted; a run is several with only spaces between them,"
            " a step one of a call script or menu."
        ),
    ] = "script"
    max: Most = None
    min: Least = None

    @property
    def always(self) -> bool:
        """Whether there is something to find in a script where no pattern matched."""
        return self.of is not None or self.min is not None

    def triggers(self) -> tuple[str, ...]:
        """Return the patterns that count."""
        return merged(self.any, whole=self.whole_words)

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the patterns that count, and those around them."""
        for item, pattern in enumerate(self.any):
            yield "any", item, pattern
        yield from self.word_patterns()

    def mistakes(self) -> Iterator[Mistake]:
        """Yield nothing, or two things, to count."""
        yield from super().mistakes()
        yield from limit_mistakes(self.max, self.min)
        if bool(self.any) == bool(self.of):
            yield Mistake("any", "give either patterns in `any` or a name in `of` to count")
        if self.per == "run" and self.min is not None:
            yield Mistake("min", "a run has no minimum: use another `per`")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the first time too many in each script, sentence, …, or where there are too few."""
        if (self.any and self._is_surely_seldom(hits)) or self.is_silent(view):
            return
        places = self._places(view, hits)
        if not places and self.min is None:
            return
        limit = self._limit(view)
        for group, room in self._groups(view, places):
            if limit is not None and len(group) > limit:
                yield self._match(self._beyond(group, int(limit)), len(group))
            elif self.min is not None and len(group) < self.min:
                yield self._match(room, len(group))

    def _is_surely_seldom(self, hits: Sequence[Hit]) -> bool:
        """Return whether there cannot be too many, nor too few."""
        return self.min is None and len(hits) <= (self.max or 0)

    def _match(self, place: Place, count: int) -> Match:
        values = {"count": shown(count), "max": shown(self.max), "min": shown(self.min)}
        extent = _EXTENTS.get(self.per, "sentence")
        return Match(place.reading, place.start, place.end, values, extent=extent)

    def _limit(self, view: View) -> float | None:
        if self.max is None or self.per != "100-words":
            return self.max
        words = sum(len(reading.word_starts) for reading in view.readings)
        return self.max * max(words, 100) / 100

    def _beyond(self, group: _Group, limit: int) -> Place:
        if self.per == "run":
            return Place(group[0].reading, group[0].start, group[-1].end)
        return group[limit]

    def _places(self, view: View, hits: Sequence[Hit]) -> list[Place]:
        if self.of in _SIGNS and view.characters.isdisjoint(_SIGNS[self.of]):
            return []
        if self.of == "emoji" and not any(map(may_be_emoji, view.characters)):
            return []
        if self.of is None:
            heads = (head for head in self.heads(view, hits) if not self.is_excused(view, head))
            matches = (Match(head.reading, head.start, head.end) for head in heads)
            return [Place(one.reading, one.start, one.end) for one in leftmost_longest(matches)]
        return [
            Place(number, *place)
            for number, reading in enumerate(view.readings)
            for place in _occurrences(self.of, reading)
            if not self.is_excused(view, Hit(number, 0, *place))
        ]

    def _groups(self, view: View, places: list[Place]) -> Iterator[tuple[_Group, Place]]:
        """Yield what is counted together, and where to say that there is too little of it."""
        by_reading: dict[int, _Group] = {}
        for place in places:
            by_reading.setdefault(place.reading, []).append(place)
        if self.per == "step" and view.script.graph:
            yield from ((own, own[0]) for own in _by_step(view, places))
            return
        if self.per in {"script", "step", "100-words"}:
            weights = [len(by_reading.get(number, ())) for number in range(len(view.readings))]
            path = _path(view, weights)
            yield [own for number in path for own in by_reading.get(number, ())], Place(0, 0, 0)
            return
        for number, reading in enumerate(view.readings):
            found = by_reading.get(number, [])
            if self.per == "run":
                yield from ((run, run[0]) for run in _runs(reading, found))
            elif self.per == "paragraph":
                yield found, Place(number, 0, len(reading.text))
            elif found or self.min is not None:
                yield from _by_sentence(reading, number, found)


def _path(view: View, weights: list[int]) -> list[int]:
    """Return the readings of one message, or of one path, the one on which most is counted."""
    if view.script.graph:
        return on_heaviest_path(view, weights)
    return heaviest(view.readings, weights)


def _by_step(view: View, places: list[Place]) -> Iterator[_Group]:
    """Yield the places in each step of a script that has steps."""
    where, own = passages(view), view.script.graph.passages
    groups: dict[int, _Group] = {}
    for place in places:
        step = own[where.get(place.reading, 0)].step
        groups.setdefault(step, []).append(place)
    yield from groups.values()


def _by_sentence(reading: Reading, number: int, found: _Group) -> Iterator[tuple[_Group, Place]]:
    groups: list[_Group] = [[] for _ in reading.sentences]
    for place in found if groups else ():
        groups[reading.sentence_at(place.start)].append(place)
    for sentence, group in zip(reading.sentences, groups, strict=True):
        yield group, Place(number, *sentence)


def _runs(reading: Reading, found: _Group) -> Iterator[_Group]:
    if not found:
        return
    run = [found[0]]
    for before, place in pairwise(found):
        if reading.text[before.end : place.start].strip():
            yield run
            run = []
        run.append(place)
    yield run


def _occurrences(kind: str, reading: Reading) -> Iterator[tuple[int, int]]:
    if kind == "words":
        yield from reading.words
    elif kind == "sentences":
        yield from reading.sentences
    elif kind == "emoji":
        yield from emoji(reading.text)
    elif kind == "links":
        yield from _links(reading)
    else:
        yield from (found.span() for found in _MARKS[kind].finditer(reading.text))


def _links(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield links and bare URLs; a URL that is the text of a link is one with it."""
    links = [(link.start, link.end) for link in reading.stretch.prose.links if link.kind == "link"]
    bare = (found.span() for found in _MARKS["urls"].finditer(reading.text))
    apart = (
        (start, end)
        for start, end in bare
        if not any(first <= start < past for first, past in links)
    )
    yield from sorted([*links, *apart])
