"""How long a script, a subject, a sentence, a paragraph, an item or a heading may be."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, ClassVar, Literal, NamedTuple

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Extent, Fault, Hit, Match, Mistake, View
from protolint.checks._limits import Least, Most, limit_mistakes, shown
from protolint.checks._message import joined, longest, seen
from protolint.text.lazy import lazy_pattern
from protolint.text.lengths import seconds, sms, utf8_bytes, x_weighted
from protolint.text.reading import Reading
from protolint.text.sentences import sentences
from protolint.text.words import words

_MEASURES: dict[str, Callable[[str], float]] = {
    "characters": len,
    "words": lambda text: len(words(text)),
    "sentences": lambda text: len(sentences(text)),
    "bytes": utf8_bytes,
    "sms-segments": lambda text: sms(text).segments,
    "x-weighted": x_weighted,
}
_NAMES = {"sms-segments": "SMS segments", "x-weighted": "characters as X counts them"}
#: Where one sentence of the text is two to a reader: a label and a dash, an address after a colon.
_SEAM = lazy_pattern("(?:(?<=: [\ue000-\uf8ff])| [-–—])(?= [A-Z][a-z])")
#: So many words before a dash are a label, or a greeting.
_LABEL = 7
_SHAPES = {"paragraph": {"paragraph", "cell"}, "item": {"item"}, "heading": {"heading"}}


class _Part(NamedTuple):
    """A part of a reading that a customer sees as `text`."""

    reading: int
    start: int
    end: int
    text: str


class Check(Base, frozen=True, kw_only=True):
    """Finds what is too long or too short, as it is shown: placeholders at their assumed length.

    Of a conditional the longest branch counts. A script that is too long is marked from where it
    crosses the limit to the end of that text, any other part as a whole. Messages may name
    {length}, {max}, {min}, {unit}; and for SMS {character}, the first that GSM-7 lacks, and
    {cause}, a clause that begins with a comma and names it, empty where there is none.
    """

    fault: ClassVar[Fault] = "measure"
    values: ClassVar[tuple[str, ...]] = ("length", "max", "min", "unit", "character", "cause")

    of: Annotated[
        Literal["script", "subject", "sentence", "paragraph", "item", "heading"],
        Meta(description="What is measured."),
    ]
    unit: Annotated[
        Literal[
            "characters", "words", "sentences", "bytes", "sms-segments", "x-weighted", "seconds"
        ],
        Meta(description="What it is measured in; seconds are those of speech."),
    ] = "characters"  # fmt: skip
    max: Most = None
    min: Least = None
    wpm: Annotated[int, Meta(ge=1, description="Words a minute, for seconds of speech.")] = 150

    @property
    def always(self) -> bool:
        """Every script has a length."""
        return True

    @property
    def default_scope(self) -> tuple[str, ...]:
        """A subject or heading is looked for where it stands, and is no part of a script."""
        return (self.of,) if self.of in {"subject", "heading"} else ("public", "spoken")

    def mistakes(self) -> Iterator[Mistake]:
        """Yield a missing or turned-round limit."""
        yield from limit_mistakes(self.max, self.min)

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield what is too long or too short."""
        if self.of == "script":
            yield from self._script(view)
            return
        if self.of == "sentence" and self.unit == "words":
            yield from self._wordy(view)
            return
        for part in self._parts(view):
            length = self._measure(part.text)
            if self._is_off(length):
                values = self._values(length, part.text)
                extent: Extent = "sentence" if self.of == "sentence" else "paragraph"
                yield Match(part.reading, part.start, part.end, values, extent=extent)

    def _wordy(self, view: View) -> Iterator[Match]:
        """Yield the sentences with too many words; the words of a text are found once."""
        for number, reading in enumerate(view.readings):
            starts = reading.word_starts
            if self.min is None and len(starts) <= (self.max or 0):
                continue
            for start, end in reading.sentences if reading.stretch.kind != "heading" else ():
                length = bisect_left(starts, end) - bisect_left(starts, start)
                if self._is_off(length) and self.max is not None and length > self.max:
                    length = _longest_part(reading.text[start:end])
                if self._is_off(length):
                    yield Match(number, start, end, self._values(length, ""))

    def _is_off(self, length: float) -> bool:
        too_long = self.max is not None and length > self.max
        return too_long or (self.min is not None and length < self.min)

    def _measure(self, text: str) -> float:
        return seconds(text, self.wpm) if self.unit == "seconds" else _MEASURES[self.unit](text)

    def _values(self, length: float, text: str) -> dict[str, str]:
        culprits = sms(text).culprits if self.unit == "sms-segments" else ()
        character = _visible(culprits[0].character) if culprits else ""
        cause = f", because “{character}” leaves room for 70 characters instead of 160"
        return {
            "length": shown(length),
            "max": shown(self.max),
            "min": shown(self.min),
            "unit": _NAMES.get(self.unit, self.unit),
            "character": character,
            "cause": cause if culprits else "",
        }

    def _parts(self, view: View) -> Iterator[_Part]:
        """Yield the sentences, paragraphs, … that are measured, each by its longest branch."""
        if self.of == "sentence":
            for number, reading in enumerate(view.readings):
                for start, end in reading.sentences if reading.stretch.kind != "heading" else ():
                    yield _Part(number, start, end, seen(reading, start, end).text)
            return
        blocks: dict[int, list[int]] = {}
        for number, reading in enumerate(view.readings):
            if reading.stretch.shape in _SHAPES.get(self.of, {self.of}):
                blocks.setdefault(reading.stretch.block, []).append(number)
        for numbers in blocks.values():
            if self._is_surely_short(view.readings[number] for number in numbers):
                continue
            texts = longest([view.readings[number] for number in numbers])
            most = numbers[max(texts, key=lambda own: len(texts[own].text))]
            text = "".join(own.text for own in texts.values())
            yield _Part(most, 0, len(view.readings[most].text), text)

    def _is_surely_short(self, readings: Iterable[Reading]) -> bool:
        """Return whether texts cannot have too many words or sentences: each has two characters.

        A token is one word, however long it is shown.
        """
        if self.min is not None or self.unit not in {"words", "sentences"}:
            return False
        return sum(len(reading.text) for reading in readings) < 2 * (self.max or 0)

    def _script(self, view: View) -> Iterator[Match]:
        texts = longest(view.readings)
        message, starts = joined(view.readings, texts)
        length = self._measure(message)
        values = self._values(length, message) if self._is_off(length) else {}
        if self.min is not None and length < self.min:
            yield Match(0, 0, 0, values)
        elif values:
            place = self._crossing(message)
            number = [own for own in texts if starts[own] <= place][-1]
            start = texts[number].place(place - starts[number])
            end = len(view.readings[number].text)
            yield Match(number, start, end, values, extent="script")

    def _crossing(self, text: str) -> int:
        """Return the offset of the character with which a text gets longer than allowed."""
        low, high = 0, len(text) - 1
        while low < high:
            middle = (low + high) // 2
            if self._measure(text[: middle + 1]) > (self.max or 0):
                high = middle
            else:
                low = middle + 1
        return low


def _longest_part(sentence: str) -> int:
    """Return the words of a sentence, or of what is left of it without a label before it."""
    seam = _SEAM.search(sentence)
    if seam is None:
        return len(words(sentence))
    before, after = len(words(sentence[: seam.start()])), len(words(sentence[seam.end() :]))
    is_label = before <= _LABEL or not seam.group()
    return max(before, after) if is_label else before + after


def _visible(character: str) -> str:
    """Return a character, or its name where it cannot be seen."""
    if character.isprintable() and not character.isspace():
        return character
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()
