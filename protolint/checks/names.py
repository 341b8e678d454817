"""Names that are spelt in one way only: iPhone, and neither Iphone nor I-Phone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Edit, Hit, Match, View
from protolint.checks._places import leftmost_longest
from protolint.text.fold import fold
from protolint.text.lazy import lazy_pattern
from protolint.text.patterns import whole_words
from protolint.text.reading import Reading

#: Where a name is written in one word, and yet has parts: the humps of a camel.
_HUMP = lazy_pattern(r"(?<=[a-z0-9])(?=[A-Z])")
#: What stands before a name that is part of an account, a hashtag, a path or a file.
_BEFORE = lazy_pattern(r"[@#/\\._]")
_AFTER = lazy_pattern(r"[@/\\_]|\.\w")


class Check(_check.Check, frozen=True, kw_only=True, dict=True):
    """Finds names with other capitals, spaces or hyphens than theirs. Messages may name {name}.

    A name within a hashtag, an account, a path or a line all in capitals is left alone.
    """

    values: ClassVar[tuple[str, ...]] = ("name",)

    names: Annotated[
        tuple[str, ...], Meta(min_length=1, description="The names, exactly as they are spelt.")
    ]

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Wherever a customer can read it."""
        return ("public", "heading", "subject", "spoken", "button")

    @cached_property
    def _patterns(self) -> tuple[str, ...]:
        return tuple(map(_pattern, self.names))

    def triggers(self) -> tuple[str, ...]:
        """Return the patterns of all names, in any spelling."""
        return self._patterns

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the names that are spelt otherwise, with the edit."""
        placed = [self._placed(hit, view.readings[hit.reading]) for hit in hits]
        found = [hit for hit in placed if hit]
        names = [Match(hit.reading, hit.start, hit.end, self._values(view, hit)) for hit in found]
        for match in leftmost_longest(names):
            if match.values:
                edit = Edit(match.start, match.end, match.values["name"])
                yield Match(match.reading, match.start, match.end, match.values, (edit,), "safe")

    def _placed(self, hit: Hit, reading: Reading) -> Hit | None:
        text = reading.folded
        joined = _BEFORE.match(text, max(hit.start - 1, 0)) if hit.start else None
        if joined or _AFTER.match(text, hit.end) or not whole_words(text, hit.start, hit.end):
            return None
        return hit

    def _values(self, view: View, hit: Hit) -> dict[str, str]:
        """Return the name to write; nothing where it is spelt as any of the names is."""
        reading = view.readings[hit.reading]
        found = " ".join(reading.folded[hit.start : hit.end].split())
        if any(found in _as_said(name) for name in self.names) or _is_loud(reading, hit):
            return {}
        name = self.names[hit.trigger]
        plural = found[-1] in "sS" and name[-1] not in "sS"
        return {"name": f"{name}s" if plural else name}


def _pattern(name: str) -> str:
    """Return the pattern of a name in any spelling: a space may be missing or be a hyphen."""
    words = ("-?".join(map(re.escape, _HUMP.split(word))) for word in re.split("[ -]", fold(name)))
    return f"{'(?: |-)?'.join(words)}s?"


def _as_said(name: str) -> tuple[str, str]:
    plain = " ".join(fold(name).split())
    return plain, f"{plain}s"


def _is_loud(reading: Reading, hit: Hit) -> bool:
    """Return whether a name in capitals stands in a sentence of capitals."""
    if not reading.sentences or not reading.text[hit.start : hit.end].isupper():
        return False
    sentence = reading.sentences[reading.sentence_at(hit.start)]
    around = reading.text[sentence.start : hit.start] + reading.text[hit.end : sentence.end]
    return around.isupper()
