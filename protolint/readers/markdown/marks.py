"""What stands behind the mask: placeholders and template tags, by their places in the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from protolint.readers._conditionals import Cut, Path
from protolint.readers._placeholders import Masked
from protolint.script import Opaque


class Marks:
    """The placeholders and tags of a source, in order."""

    def __init__(self, masked: Masked) -> None:
        self.all: list[Opaque | Cut] = sorted(
            [*masked.opaques, *masked.cuts], key=lambda mark: mark.span
        )
        self._filler = masked.filler
        self._starts = [mark.span.start for mark in self.all]
        turns = [cut for cut in masked.cuts if cut.branch is not None]
        self._turns = [cut.span.start for cut in turns]
        self._branches: list[Path] = [(), *(cut.branch or () for cut in turns)]

    def within(self, start: int, end: int) -> list[Opaque | Cut]:
        """Return the marks that begin in a part of the source."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def branch(self, offset: int) -> Path:
        """Return the branches that an offset lies in, as in `Stretch.branch`."""
        return self._branches[bisect_right(self._turns, offset)]

    def unmasked(self, text: str, start: int, end: int, source: str) -> str:
        """Return a text, such as a link's target, with what the mask hid between two offsets."""
        if self._filler not in text:
            return text
        parts: list[str] = []
        at = 0
        for mark in self.within(start, end):
            found = text.find(self._filler, at)
            if found < 0:
                break
            parts += text[at:found], source[mark.span.start : mark.span.end]
            at = found + mark.span.end - mark.span.start
        return "".join([*parts, text[at:]])
