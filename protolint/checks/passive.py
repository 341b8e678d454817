"""Passive sentences in which nobody acts: “your case will be looked into”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks._check import Hit, Match, View
from protolint.checks._places import leftmost_longest
from protolint.checks._words import WordCheck
from protolint.text.lazy import lazy_pattern
from protolint.text.passives import passives
from protolint.text.reading import Reading

#: What makes a passive one of the future when it stands before the form of “be”.
_BEFORE = lazy_pattern(
    r"(?:\b(?:will|shall|won't"
    r"|(?:is|are|am)(?: not)?(?: (?:going|due|set|about|bound|scheduled|supposed))? to)|'ll)"
    r"(?: (?:not|also|then|now|soon|always|[a-z]+ly))?\s+$",
    re.IGNORECASE,
)
#: What stands after “by” and does not act: a time, a means, a manner.
_NOBODY = (
    r"mistake|accident|error|hand|law|phone|telephone|post|mail|email|e-mail|text|sms|chat|letter"
    r"|now|then|default|noon|midday|midnight|today|tonight|tomorrow|next|the (?:end|close)|far"
    r"|this (?:time|week|month|evening|afternoon)|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)
_BY = lazy_pattern(rf"\bby\s+(?!(?:{_NOBODY}))\w+", re.IGNORECASE)
_PAST = lazy_pattern(r"(?:was|were|been|got)\b", re.IGNORECASE)
_GOING_ON = lazy_pattern(r"(?:am|is|are|[a-z]+'(?:re|m|s))\b.*\bbeing\b", re.IGNORECASE | re.DOTALL)


class Check(WordCheck, frozen=True, kw_only=True):
    """Finds the passive voice, or only that of some verbs, where nobody is named who acts.

    Messages may name {participle}, the verb as it stands.
    """

    values: ClassVar[tuple[str, ...]] = ("participle",)

    participles: Annotated[
        tuple[str, ...],
        Meta(description="Only passives whose participle, and what follows, matches one of these."),
    ] = ()
    near: Annotated[
        tuple[str, ...],
        Meta(description="One of these must stand in the same sentence, before or after."),
    ] = ()
    tense: Annotated[
        Literal["any", "future", "past"],
        Meta(description="Only what will be, or is being, done; or only what was done."),
    ] = "any"
    agent: Annotated[
        bool, Meta(description="Whether passives that say by whom are found as well.")
    ] = False

    @property
    def always(self) -> bool:
        """Without participles every text has to be looked at."""
        return not self.participles

    def triggers(self) -> tuple[str, ...]:
        """Return the participles."""
        return self.participles

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the participles and all patterns around them."""
        for option in ("participles", "near"):
            for item, pattern in enumerate(getattr(self, option)):
                yield option, item, pattern
        yield from self.word_patterns()

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the passives that the options ask for."""
        if not self.is_silent(view):
            yield from leftmost_longest(self._matches(view, hits))

    def _matches(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        heads = list(self.heads(view, hits))
        awake = {head.reading for head in heads}
        for number in awake if self.participles else range(len(view.readings)):
            reading = view.readings[number]
            own = [head for head in heads if head.reading == number]
            for start, end in passives(reading.folded):
                head = self._head(number, own, reading, start, end)
                if head and self._fits(view, head, reading, end):
                    said = reading.text[_last_word(reading.text, end) : end]
                    yield Match(number, head.start, head.end, {"participle": said})

    def _head(
        self, number: int, heads: list[Hit], reading: Reading, start: int, end: int
    ) -> Hit | None:
        """Return the whole passive with what stands before it, if its participle is meant."""
        first = _last_word(reading.text, end)
        ends = [head.end for head in heads if head.start == first]
        if self.participles and not ends:
            return None
        passive = reading.folded[start:end]
        before = _BEFORE.search(reading.folded, max(start - 40, 0), start)
        is_ahead = before is not None or _GOING_ON.match(passive) is not None
        if self.tense == "future" and not is_ahead:
            return None
        if self.tense == "past" and (is_ahead or not _PAST.match(passive)):
            return None
        begin = before.start() if before and self.tense == "future" else start
        return Hit(number, 0, begin, max(ends, default=end))

    def _fits(self, view: View, head: Hit, reading: Reading, end: int) -> bool:
        if self.is_excused(view, head):
            return False
        if self.near and not any(
            place.end <= head.start or head.end <= place.start
            for place in self.near_by(self.near, view, head)
            if place.reading == head.reading
        ):
            return False
        last = reading.sentences[reading.sentence_at(head.start)].end if reading.sentences else end
        return self.agent or not _BY.search(reading.folded, end, last)

    def _looks_around(self) -> bool:
        return bool(self.unless or self.near)


def _last_word(text: str, end: int) -> int:
    """Return where the word begins that ends at an offset."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    return start
