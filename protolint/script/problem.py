"""Something that keeps a file from being read as it was meant, with its place."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """A fault in what the user gave us, not in what a script says. Any problem means exit code 2.

    `line` and `column` count from 1; both are 0 where the problem is the file itself.
    """

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.message}"
