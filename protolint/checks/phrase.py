"""Phrases that are wrong to write, or wrong without (or with) other words near them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks._check import Hit, Match, Mistake, View
from protolint.checks._places import leftmost_longest
from protolint.checks._words import Place, WordCheck
from protolint.text.patterns import merged
from protolint.text.words import words

#: By how many characters a head may go on behind one that it begins in.
_LONGEST = 100
#: What may stand before the first word of a sentence, or after its last.
_MARKS = " \"'([{<*_-•…,;:.!?)]}>"


class Check(WordCheck, frozen=True, kw_only=True):
    """Finds phrases. The heads in `any` are looked for first; all else is tested around them.

    Messages may name {match} and {then}, the words that matched `then`.
    """

    values: ClassVar[tuple[str, ...]] = ("then",)

    any: Annotated[
        tuple[str, ...],
        Meta(min_length=1, description="Patterns to find: short, without gaps."),
    ]
    near: Annotated[
        tuple[str, ...],
        Meta(description="One of these must stand in the same sentence, before or after."),
    ] = ()
    then: Annotated[
        tuple[str, ...],
        Meta(description="One of these must follow; the finding reaches to its end."),
    ] = ()
    gap: Annotated[
        int | None,
        Meta(description="The most words between a head and `then`; any number if not given."),
    ] = None
    at: Annotated[
        Literal["anywhere", "sentence-start", "sentence-end"],
        Meta(description="Where in its sentence the phrase must stand."),
    ] = "anywhere"

    def triggers(self) -> tuple[str, ...]:
        """Return the heads."""
        return merged(self.any, whole=self.whole_words)

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the heads and all patterns around them."""
        for option in ("any", "near", "then"):
            for item, pattern in enumerate(getattr(self, option)):
                yield option, item, pattern
        yield from self.word_patterns()

    def mistakes(self) -> Iterator[Mistake]:
        """Yield options that do nothing without another."""
        yield from super().mistakes()
        if self.gap is not None and not self.then:
            yield Mistake("gap", "`gap` is the distance to `then`, which is not given")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the heads whose surroundings make them wrong."""
        matches = (self._found(view, head) for head in self.whole(view, hits))
        return leftmost_longest(match for match in matches if match)

    def _found(self, view: View, head: Hit) -> Match | None:
        """Return what is wrong at a head, or else at one that begins inside it.

        All heads are one search, and a search goes on behind what it has found.
        """
        match = self._match(view, head)
        inside = [] if match or len(self.any) == 1 else list(self._inside(view, head))
        if not (match or inside) or not self.is_meant(view, head):
            return None
        if match:
            return match
        for own in self.whole(view, inside):
            match = self._match(view, own)
            if match and self.is_meant(view, own):
                return match
        return None

    def _inside(self, view: View, head: Hit) -> Iterator[Hit]:
        text = view.readings[head.reading].folded
        at = text.find(" ", head.start, head.end) + 1
        if at:
            for start, end in self.found(self.any, text[at : head.end + _LONGEST]):
                if at + start >= head.end:
                    return
                yield Hit(head.reading, head.trigger, at + start, at + end)

    def _match(self, view: View, head: Hit) -> Match | None:
        """Return what is wrong at a head, whether or not it is meant."""
        if not self._is_placed(view, head):
            return None
        if self.near and not any(
            place.reading != head.reading or place.end <= head.start or head.end <= place.start
            for place in self.near_by(self.near, view, head)
        ):
            return None
        then = self._following(view, head) if self.then else None
        if (self.then and then is None) or self.is_excused(view, head):
            return None
        if then is None:
            return Match(head.reading, head.start, head.end, {"then": ""})
        end = then.end if then.reading == head.reading else head.end
        said = view.readings[then.reading].text[then.start : then.end]
        return Match(head.reading, head.start, end, {"then": said})

    def _following(self, view: View, head: Hit) -> Place | None:
        for place in self.near_by(self.then, view, head, behind=True):
            if self.gap is None or self._distance(view, head, place) <= self.gap:
                return place
        return None

    def _distance(self, view: View, head: Hit, place: Place) -> int:
        first = view.readings[head.reading]
        if place.reading == head.reading:
            return len(words(first.text[head.end : place.start]))
        between = view.readings[head.reading + 1 : place.reading]
        return (
            len(words(first.text[head.end :]))
            + sum(len(reading.word_starts) for reading in between)
            + len(words(view.readings[place.reading].text[: place.start]))
        )

    def _is_placed(self, view: View, head: Hit) -> bool:
        reading = view.readings[head.reading]
        if self.at == "anywhere" or not reading.sentences:
            return True
        sentence = reading.sentences[reading.sentence_at(head.start)]
        if self.at == "sentence-start":
            return not reading.folded[sentence.start : head.start].strip(_MARKS)
        return not reading.folded[head.end : sentence.end].strip(_MARKS)

    def _looks_around(self) -> bool:
        return bool(self.unless or self.near or self.then)
