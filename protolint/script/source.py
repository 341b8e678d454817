"""A file as it was read: its text, and the line and column of each offset in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A part of a text, in code points, `end` excluded."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


class Source:
    """The text of one file, decoded, without a byte order mark, line endings as they are."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; CR, LF and CRLF end a line."""
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset from 0 to `len(text)`."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)
