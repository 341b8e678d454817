"""Texts that are used to the letter: found where a script has them with a word changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

import msgspec
from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Edit, Hit, Match, View
from protolint.text.lazy import lazy_pattern
from protolint.text.patterns import compile_pattern
from protolint.text.reading import Reading
from protolint.text.sentences import sentences
from protolint.text.slots import literal, slot_pattern

if TYPE_CHECKING:
    from difflib import SequenceMatcher

#: So many words in a row are sought, two of a text that is short and three of any other: a text
#: with one word changed still has some of them.
_SHORT = 12
#: From this share of common words on, a sentence is taken for a copy (difflib's ratio).
_ALIKE = 0.65
_MOST_TOLD = 3
_PLAIN = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]+)*")


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text that is used as it stands; a slot such as {name} is a placeholder or two words."""

    id: Annotated[str, Meta(description="What messages call it.")]
    text: Annotated[str, Meta(min_length=1, description="The text, to the letter.")]


class _Copy(NamedTuple):
    """A part of a reading that is nearly a text, and how much of it the two share."""

    ratio: float
    start: int
    end: int


class Check(_check.Check, frozen=True, kw_only=True, dict=True):
    """Finds sentences that are nearly, and not quite, a text that is used to the letter.

    Where a script has the text as it is, no rule of tone or length judges it. Messages may name
    {match}, {id}, {text} and {difference}: which words stand for which.
    """

    values: ClassVar[tuple[str, ...]] = ("id", "text", "difference")
    is_exempting: ClassVar[bool] = True

    texts: Annotated[tuple[Text, ...], Meta(min_length=1, description="The texts.")]

    @cached_property
    def _sought(self) -> tuple[tuple[str, int], ...]:
        """Words of each text that are looked for, as a pattern, with the number of the text."""
        return tuple(
            (pattern, number)
            for number, text in enumerate(self.texts)
            for pattern in dict.fromkeys(_pieces(text.text))
        )

    @cached_property
    def _exact(self) -> tuple[re.Pattern[str], ...]:
        return tuple(compile_pattern(slot_pattern(text.text), case=True) for text in self.texts)

    def triggers(self) -> tuple[str, ...]:
        """Return the patterns of a few words of each text."""
        return tuple(pattern for pattern, _ in self._sought)

    def exempts(self, view: View, hits: Sequence[Hit]) -> Iterator[Hit]:
        """Yield the places where a text stands as it is."""
        for number, reading, _ in self._candidates(view, hits):
            for start, end in self._places(number, view.readings[reading]):
                yield Hit(reading, number, start, end)

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the sentences that are nearly a text, with the text as an edit."""
        for number, at, places in self._candidates(view, hits):
            reading = view.readings[at]
            exact = self._places(number, reading)
            apart = [own for own in places if not any(a <= own < b for a, b in exact)]
            copy = max((_nearest(reading, self.texts[number].text, own, exact) for own in apart),
                       default=None)  # fmt: skip
            if copy and copy.ratio >= _ALIKE:
                yield self._match(number, at, reading, copy)

    def _candidates(self, view: View, hits: Sequence[Hit]) -> Iterator[tuple[int, int, list[int]]]:
        """Yield each text that a reading may hold: its number, the reading's, and where."""
        found: dict[tuple[int, int], list[int]] = {}
        for hit in hits:
            found.setdefault((self._sought[hit.trigger][1], hit.reading), []).append(hit.start)
        for (number, reading), places in sorted(found.items()):
            yield number, reading, places

    def _places(self, number: int, reading: Reading) -> list[tuple[int, int]]:
        return [found.span() for found in self._exact[number].finditer(reading.folded)]

    def _match(self, number: int, at: int, reading: Reading, copy: _Copy) -> Match:
        text = " ".join(self.texts[number].text.split())
        said = reading.text[copy.start : copy.end]
        edits = () if "{" in text else (Edit(copy.start, copy.end, text),)
        values = {
            "id": self.texts[number].id, "text": text, "difference": _difference(text, said),
        }  # fmt: skip
        return Match(at, copy.start, copy.end, values, edits, "unsafe")


def _pieces(text: str) -> Iterator[str]:
    """Yield patterns of a few words in a row; whatever stands between them."""
    for part in re.split(r"\{[^{}]*\}", text):
        words = [literal(word) for word in _PLAIN.findall(part)]
        size = 2 if len(words) < _SHORT else 3
        last = max(len(words) - size, 0)
        for at in (*range(0, last, size), last) if words else ():
            yield r"[^\pL\pN]+".join(words[at : at + size])


def _nearest(reading: Reading, text: str, place: int, exact: Sequence[tuple[int, int]]) -> _Copy:
    """Return the run of sentences around a place that is most like a text, and no exact copy."""
    many = len(sentences(text))
    at = reading.sentence_at(place)
    wanted = _words(text)
    found = _Copy(0, 0, 0)
    for first in range(max(0, at - many), at + 1):
        for last in range(max(first, at), min(len(reading.sentences), first + many + 1)):
            start, end = reading.sentences[first].start, reading.sentences[last].end
            if any(start < past and own < end for own, past in exact):
                continue
            alike = _matcher(wanted, _words(reading.folded[start:end]))
            found = max(found, _Copy(alike.ratio(), start, end))
    return found


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _PLAIN.findall(text)]


def _matcher(ours: Sequence[str], theirs: Sequence[str]) -> SequenceMatcher[str]:
    from difflib import SequenceMatcher  # noqa: PLC0415  (few scripts have such a text)

    return SequenceMatcher(None, ours, theirs, autojunk=False)


def _difference(text: str, said: str) -> str:
    """Return what stands for what, as “x” for “y”; the first few places."""
    ours, theirs = text.split(), said.split()
    told = []
    for kind, a, b, c, d in _matcher(ours, theirs).get_opcodes():
        left, added = " ".join(ours[a:b]), " ".join(theirs[c:d])
        if kind == "replace":
            told.append(f"“{added}” stands for “{left}”")
        elif kind == "delete":
            told.append(f"“{left}” is missing")
        elif kind == "insert":
            told.append(f"“{added}” is added")
    more = [f"{len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
    return ", ".join([*told[:_MOST_TOLD], *more]) or "only the white space differs"
