"""What all checks on words share: heads that are found, and what silences them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from msgspec import Meta

from protolint.checks._check import Check, Hit, Mistake, View
from protolint.checks._places import sentences_from
from protolint.text.mentions import is_name, is_quoted
from protolint.text.patterns import places, whole_place

#: Texts in which every word may have a capital.
_TITLED = frozenset({"heading", "subject", "button", "field"})
#: What is further away is not near, even where no full stop stands between.
_FAR = 1000


class Place(NamedTuple):
    """A part of a text: `view.readings[reading].folded[start:end]`."""

    reading: int
    start: int
    end: int


class WordCheck(Check, frozen=True, kw_only=True):
    """Options of every check that looks for words."""

    unless: Annotated[
        tuple[str, ...],
        Meta(description="No finding where one of these patterns matches in the same sentence."),
    ] = ()
    unless_in_script: Annotated[
        tuple[str, ...],
        Meta(description="No finding in a script where one of these patterns matches anywhere."),
    ] = ()
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="Longer phrases in which the words are fine: names, fixed expressions."),
    ] = ()
    unless_mentioned: Annotated[
        bool,
        Meta(
            description="No finding where a sentence only speaks of the words: it quotes them, or"
            " they are a name with capitals."
        ),
    ] = False
    within: Annotated[
        int,
        Meta(ge=0, description="How many following sentences the other patterns may look into."),
    ] = 0
    whole_words: Annotated[
        bool,
        Meta(description="Whether patterns begin and end with a word; false for parts of words."),
    ] = True
    case: Annotated[bool, Meta(description="Whether upper and lower case differ.")] = False

    def word_patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the patterns of the options that all checks on words have."""
        for option in ("unless", "unless_in_script", "exceptions"):
            for item, pattern in enumerate(getattr(self, option)):
                yield option, item, pattern

    def heads(self, view: View, hits: Sequence[Hit]) -> Iterator[Hit]:
        """Yield the hits that are whole words, lie in no exception and are not silenced."""
        return (head for head in self.whole(view, hits) if self.is_meant(view, head))

    def whole(self, view: View, hits: Sequence[Hit]) -> Iterator[Hit]:
        """Yield the hits that are whole words, as far as they are."""
        triggers = self.triggers()
        for hit in hits:
            head = self._whole(hit, triggers[hit.trigger], view.readings[hit.reading].folded)
            if head is not None:
                yield head

    def is_meant(self, view: View, head: Hit) -> bool:
        """Return whether a head that is whole words lies in no exception and is not silenced.

        What takes a search through whole texts comes last: ask it where all else fits.
        """
        return not (
            (self.unless_mentioned and self._is_mentioned(view, head))
            or any(start < head.end and head.start < end for start, end in self._fine(view, head))
            or self.is_silent(view)
        )

    def is_silent(self, view: View) -> bool:
        """Return whether `unless_in_script` silences the rule for the whole script."""
        if not self.unless_in_script:
            return False
        key = ("silent", self.unless_in_script, self.case, self.whole_words)
        if key not in view.memo:
            texts = (reading.folded for reading in view.readings)
            view.memo[key] = any(
                True for text in texts for _ in self.found(self.unless_in_script, text)
            )
        return bool(view.memo[key])

    def _fine(self, view: View, head: Hit) -> list[tuple[int, int]]:
        """Return the places of exceptions in the text of a head."""
        if not self.exceptions:
            return []
        key = ("exceptions", self.exceptions, self.case, self.whole_words, head.reading)
        if key not in view.memo:
            text = view.readings[head.reading].folded
            view.memo[key] = list(self.found(self.exceptions, text))
        places: list[tuple[int, int]] = view.memo[key]
        return places

    def found(self, patterns: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
        """Yield where any of the patterns matches in a text, by the options of the rule."""
        return places(patterns, text, case=self.case, whole=self.whole_words)

    def near_by(
        self, patterns: tuple[str, ...], view: View, head: Hit, *, behind: bool = False
    ) -> Iterator[Place]:
        """Yield where patterns match in the sentence of a head and the `within` that follow.

        With `behind`, what stands before the head is not looked at: a match that begins there
        would hide those that it reaches over.
        """
        for reading, start, end in sentences_from(view, head.reading, head.start, self.within):
            first, last = start, end
            if reading == head.reading:
                first = min(end, head.end) if behind else max(start, min(end, head.start) - _FAR)
                last = max(head.end, min(end, max(start, head.end) + _FAR))
            for found, past in self.found(patterns, view.readings[reading].folded[first:last]):
                yield Place(reading, first + found, first + past)

    def is_excused(self, view: View, head: Hit) -> bool:
        """Return whether `unless` matches near a head."""
        return bool(self.unless) and any(True for _ in self.near_by(self.unless, view, head))

    def mistakes(self) -> Iterator[Mistake]:
        """Yield options that do nothing without another."""
        if self.within and not self._looks_around():
            yield Mistake("within", "`within` widens `unless`, `near` and `then`; none is given")

    def _looks_around(self) -> bool:
        return bool(self.unless)

    def _is_mentioned(self, view: View, head: Hit) -> bool:
        reading = view.readings[head.reading]
        if is_quoted(reading.folded, head.start, head.end):
            return True
        if reading.stretch.kind in _TITLED or not reading.sentences:
            return False
        since = reading.sentences[reading.sentence_at(head.start)].start
        if not is_name(reading.folded, since, head.start, head.end):
            return False
        # A capital that the pattern itself asks for makes no name.
        lowered = reading.folded[head.start : head.end].lower()
        return any(True for _ in self.found((self.triggers()[head.trigger],), lowered))

    def _whole(self, hit: Hit, pattern: str, text: str) -> Hit | None:
        return whole_hit(hit, pattern, text, case=self.case) if self.whole_words else hit


def whole_hit(hit: Hit, pattern: str, text: str, *, case: bool) -> Hit | None:
    """Return a hit of a pattern as far as it is whole words; None where it is none."""
    place = whole_place(pattern, text, hit.start, hit.end, case=case)
    if place is None:
        return None
    return hit if place[1] == hit.end else hit._replace(end=place[1])
