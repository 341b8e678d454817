"""A piece of a line and what it is: a title, a condition, an option, words, a jump."""

from __future__ import annotations

from typing import Literal, NamedTuple

from protolint.readers._flow.landing import Jump
from protolint.readers._flow.lines import Line
from protolint.script import Kind, Span

Sort = Literal["title", "condition", "option", "text", "jump", "end-if"]

#: What is left of a piece when all its words are taken: no words.
NOTHING = " .,;:–—-()[]|/→⇒➔➜=>»"


class Part(NamedTuple):
    """One piece of a line. `depth` is that of its line; `is_first` whether it begins the line.

    `kind` is that of a text; `label` what a condition asks; `jump` where a jump leads.
    """

    sort: Sort
    span: Span
    depth: int
    line: Line
    kind: Kind = "spoken"
    label: str = ""
    is_else: bool = False
    jump: Jump | None = None
    is_first: bool = False

    @property
    def text(self) -> str:
        """Its words as they are written, without marks of emphasis."""
        at = self.span.start - self.line.start
        return self.line.text[at : at + self.span.end - self.span.start]

    @property
    def is_said(self) -> bool:
        """Whether it is said to the customer."""
        return self.kind in ("spoken", "public")


class Piece(NamedTuple):
    """A part of a line by its offsets in it, before it is known what it is."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.text[self.start : self.end]

    def cut(self, start: int, end: int | None = None) -> Piece:
        """Return a part of it, by offsets in its own text."""
        past = self.end if end is None else self.start + end
        return Piece(self.line, self.start + start, past)

    @property
    def span(self) -> Span:
        """Where its words stand in the source, white space around them left out."""
        text = self.text
        start = self.line.start + self.start + len(text) - len(text.lstrip())
        return Span(start, max(start, self.line.start + self.start + len(text.rstrip())))

    def part(self, sort: Sort, kind: Kind = "direction", **fields: object) -> Part:
        """Return it as what it is known to be."""
        return Part(sort, self.span, self.line.depth, self.line, kind, **fields)  # type: ignore[arg-type]
