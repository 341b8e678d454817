"""Words, sentences and openings that are said again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Edit, Hit, Match, View
from protolint.checks._places import together
from protolint.text.lazy import lazy_pattern
from protolint.text.reading import Reading

_DOUBLED = lazy_pattern(r"(?<![\w'-])([^\W\d_][\w']*+)( +)\1(?![\w'-])", re.IGNORECASE)
_NOT_WORDS = lazy_pattern(r"[^\w\ue000-\uf8ff']+")


class Check(Base, frozen=True, kw_only=True):
    """Finds what is said twice: a word twice in a row, a sentence, or the opening of sentences.

    Messages may name {word} (for a sentence its first words) and {count}.
    """

    values: ClassVar[tuple[str, ...]] = ("word", "count")

    of: Annotated[
        Literal["word", "sentence", "opening"],
        Meta(description="What is said again: a word at once, a sentence, how sentences begin."),
    ]
    max: Annotated[
        int, Meta(ge=1, description="How many sentences in a row may begin with the same word.")
    ] = 2
    min_words: Annotated[
        int, Meta(ge=1, description="The words a repeated sentence has at least.")
    ] = 5
    exceptions: Annotated[
        tuple[str, ...], Meta(description="Words that may stand twice, or begin every sentence.")
    ] = ()

    @property
    def always(self) -> bool:
        """Repetition is looked for in every script."""
        return True

    @property
    def default_scope(self) -> tuple[str, ...]:
        """A heading may be said again in the text."""
        return ("public", "spoken")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the second word or sentence, or the first opening too many."""
        fine = {own.casefold() for own in self.exceptions}
        if self.of == "word":
            for number, reading in enumerate(view.readings):
                yield from _doubled(number, reading, fine)
        elif self.of == "sentence":
            yield from self._sentences(view)
        else:
            yield from self._openings(view, fine)

    def _sentences(self, view: View) -> Iterator[Match]:
        seen: dict[str, Counter[tuple[tuple[int, int], ...]]] = {}
        for number, reading in enumerate(view.readings):
            for start, end in reading.sentences:
                plain = _NOT_WORDS.sub(" ", reading.folded[start:end]).strip().casefold()
                words = plain.split(" ")
                if len(words) < self.min_words:
                    continue
                before = seen.setdefault(plain, Counter())
                said = sum(before[own] for own in before if together(own, reading.stretch.branch))
                before[reading.stretch.branch] += 1
                if said:
                    values = {"word": " ".join(words[:3]), "count": str(said + 1)}
                    yield Match(number, start, end, values)

    def _openings(self, view: View, fine: set[str]) -> Iterator[Match]:
        last, row = "", 0
        for number, reading in enumerate(view.readings):
            if reading.stretch.shape not in {"paragraph", "cell"} or reading.stretch.branch:
                last = ""
                continue
            for start, end in reading.sentences:
                found = _opening(reading.folded[start:end])
                word = found.casefold()
                row = row + 1 if word == last else 1
                last = word
                if row == self.max + 1 and word and word not in fine:
                    values = {"word": found, "count": str(row)}
                    past = start + len(found)
                    yield Match(number, start, past, values, extent="script", subject=word)


def _doubled(number: int, reading: Reading, fine: set[str]) -> Iterator[Match]:
    """Yield the second of two equal words; two with capitals are a name (Walla Walla)."""
    for found in _DOUBLED.finditer(reading.folded):
        word = found[1]
        second = found.group()[len(word) + len(found[2]) :]
        if word.casefold() in fine or second[0].isupper():
            continue
        edits = (Edit(found.end(1), found.end(), ""),)
        values = {"word": word, "count": "2"}
        yield Match(number, *found.span(), values, edits, "safe")


def _opening(sentence: str) -> str:
    """Return the first word of a sentence, empty where it begins with something else."""
    found = re.match(r"[^\W\d_][\w']*", sentence)
    return found.group() if found else ""
