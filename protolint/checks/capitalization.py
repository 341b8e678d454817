"""Capitals: words that shout, and headings that Capitalise Every Word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Hit, Match, View
from protolint.script import Span
from protolint.text.lazy import lazy_pattern
from protolint.text.mentions import is_quoted
from protolint.text.patterns import places
from protolint.text.reading import Reading

_CAPITALS = lazy_pattern(r"[A-Z\u00c0-\u00de\u0386-\u03ab\u0410-\u042f]{2}")
#: Short words that are no acronyms.
_SMALL = lazy_pattern(r"NOT|THE|AND|YOU|YOUR|ALL|NOW|ARE|FOR|WITH|THIS|THAT|MUST|ONLY|WILL|HAVE")
#: What may stand between two words of one shouted run.
_BETWEEN = lazy_pattern(r"[\s,!&/'\"()*:;-]*")


class Check(Base, frozen=True, kw_only=True):
    """Finds runs of words in capitals, or headings with a capital on most words.

    Messages may name {count}, the words that have capitals.
    """

    values: ClassVar[tuple[str, ...]] = ("count",)

    of: Annotated[
        Literal["words", "headings"],
        Meta(description="Words in capitals anywhere, or capitals within headings."),
    ] = "words"
    min_words: Annotated[
        int, Meta(ge=1, description="How many words in a row, or in a heading, are too many.")
    ] = 2
    min_letters: Annotated[
        int, Meta(ge=1, description="How many letters the words have together, at least.")
    ] = 6
    longest: Annotated[
        int,
        Meta(
            ge=1, description="How many letters the longest of them has, at least; spares acronyms."
        ),
    ] = 1
    exceptions: Annotated[
        tuple[str, ...], Meta(description="Patterns of acronyms and names; upper case matters.")
    ] = ()

    @property
    def always(self) -> bool:
        """Capitals are looked for in every script."""
        return True

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Headings, or all that a customer sees."""
        return ("heading",) if self.of == "headings" else ("public", "spoken", "heading", "subject")

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the exceptions."""
        for item, pattern in enumerate(self.exceptions):
            yield "exceptions", item, pattern

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the runs of words, or the headings, with too many capitals."""
        for number, reading in enumerate(view.readings):
            if self.of == "headings":
                yield from self._heading(number, reading)
            elif _CAPITALS.search(reading.text):
                yield from self._shouted(number, reading)

    def _shouted(self, number: int, reading: Reading) -> Iterator[Match]:
        fine = self._excepted(reading)
        for run in _runs(reading):
            loud = [word for word in run if word.end - word.start > 1 and not _is_in(word, fine)]
            said = [reading.text[word.start : word.end] for word in loud]
            if len(loud) < self.min_words or not self._is_loud(said):
                continue
            if not is_quoted(reading.folded, loud[0].start, loud[-1].end):
                yield Match(number, loud[0].start, loud[-1].end, {"count": str(len(loud))})

    def _is_loud(self, words: list[str]) -> bool:
        """Return whether a run of words shouts: one of them is long, or surely no acronym."""
        lengths = [len(word) for word in words]
        long = max(lengths, default=0) >= self.longest or any(map(_SMALL.fullmatch, words))
        return sum(lengths) >= self.min_letters and long

    def _heading(self, number: int, reading: Reading) -> Iterator[Match]:
        """Yield a heading in which most words that could be small have a capital.

        Short words are often left small even in such headings, and say nothing.
        """
        fine = self._excepted(reading)
        words = [
            word
            for word in reading.words[1:]
            if word.end - word.start > 3
            and not _is_in(word, fine)
            and _could_be_small(reading, word)
        ]
        capital = [word for word in words if reading.text[word.start].isupper()]
        if len(capital) >= self.min_words and 2 * len(capital) > len(words):
            yield Match(number, 0, len(reading.text), {"count": str(len(capital))})

    def _excepted(self, reading: Reading) -> list[tuple[int, int]]:
        if not self.exceptions:
            return []
        return list(places(self.exceptions, reading.folded, case=True, whole=True))


def _is_in(word: Span, excepted: list[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in excepted)


def _could_be_small(reading: Reading, word: Span) -> bool:
    """Return whether a word is no acronym or code, and no first word after a colon."""
    text = reading.text[word.start : word.end]
    before = reading.text[: word.start].rstrip()[-1:]
    return before not in tuple(":.?!") and text[0].isalpha() and text[1:] == text[1:].lower()


def _runs(reading: Reading) -> Iterator[list[Span]]:
    """Yield the longest runs of words in capitals; words with digits are codes and end a run."""
    run: list[Span] = []
    for word in reading.words:
        text = reading.text[word.start : word.end]
        if not text.isupper() or any(each.isdigit() or each == "_" for each in text):
            continue
        if run and not _BETWEEN.fullmatch(reading.folded, run[-1].end, word.start):
            yield run
            run = []
        run.append(word)
    if run:
        yield run
