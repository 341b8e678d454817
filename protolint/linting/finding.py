"""A finding: one place where a script breaks a rule, as every output shows it (contract §5)."""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["error", "warning", "suggestion"]
LEVELS: tuple[Level, ...] = ("error", "warning", "suggestion")


class SourceEdit(msgspec.Struct, frozen=True):
    """Text to put in place of `start` to `end` of a file, encoded for its format."""

    start: int
    end: int
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that mend a finding; a safe one keeps what the text says."""

    safety: Literal["safe", "unsafe"]
    edits: tuple[SourceEdit, ...]


class Also(msgspec.Struct, frozen=True):
    """Another rule that names the same fault at the same place."""

    rule: str
    message: str


class Related(msgspec.Struct, frozen=True):
    """Another place of a finding about the library."""

    path: str
    script: str
    line: int
    column: int


class Finding(msgspec.Struct, frozen=True):
    """One place where a script breaks a rule, on all channels where it does so at this level.

    Lines and columns count from 1, in code points; `start` and `end` are offsets into the file;
    `text[start:end] == excerpt`. A channel of None stands for a script without channel.
    """

    rule: str
    category: str
    level: Level
    channels: tuple[str | None, ...]
    script: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    excerpt: str
    message: str
    sources: tuple[str, ...]
    fix: Fix | None = None
    also: tuple[Also, ...] = ()
    related: tuple[Related, ...] = ()
    fingerprint: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, int]:
        """The key by which findings are always sorted."""
        return (self.path, self.start, self.end, self.rule, LEVELS.index(self.level))
