"""A text as checks read it: folded, with its sentences and words, each computed once."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import msgspec

from protolint.script import Span, Stretch
from protolint.text.fold import fold
from protolint.text.sentences import sentences
from protolint.text.words import word_starts, words


class Reading(msgspec.Struct, frozen=True, dict=True):
    """A stretch of a script with what is computed from its text, shared by all checks."""

    stretch: Stretch

    @property
    def text(self) -> str:
        """The prose of the stretch."""
        return self.stretch.prose.text

    @cached_property
    def folded(self) -> str:
        """The text as patterns see it: straight quotes, plain spaces; same offsets as `text`."""
        return fold(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the text, in order, without the white space between them."""
        return [Span(*found) for found in sentences(self.text)]

    @cached_property
    def word_starts(self) -> list[int]:
        """The offsets at which the words of the text begin, in order: all that counting needs."""
        return word_starts(self.text)

    @cached_property
    def words(self) -> list[Span]:
        """The words of the text, in order; each opaque token is one word."""
        return [Span(*found) for found in words(self.text)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset, or the nearest one before it."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)
