"""What a run found, as every output takes it: the shape of `check --format json` (contract §5)."""

from __future__ import annotations

import msgspec

from protolint.linting.finding import Finding, Level
from protolint.script import Problem


class Tool(msgspec.Struct, frozen=True):
    """Which protolint ran."""

    name: str
    version: str


class RulebookInfo(msgspec.Struct, frozen=True):
    """Which rules were in force, and how many."""

    digest: str
    rules: int


class PooledGrade(msgspec.Struct, frozen=True):
    """The reading grade of all prose on a channel; no grade under 100 words."""

    flesch_kincaid_grade: float | None
    words: int
    confidence: str


class ChannelSummary(msgspec.Struct, frozen=True):
    """How the scripts on one channel did; `clean` ones have no error and no warning."""

    channel: str | None
    scripts: int
    words: int
    clean: int
    findings: dict[Level, int]
    readability: PooledGrade


class Skipped(msgspec.Struct, frozen=True):
    """A rule that stayed silent on some scripts for want of a front matter key."""

    rule: str
    needs: str
    scripts: int


class Summary(msgspec.Struct, frozen=True):
    """The totals of a run; `old` is how many findings its baseline let pass, if it has one."""

    files: int
    scripts: int
    findings: dict[Level, int]
    old: int | msgspec.UnsetType = msgspec.UNSET


class Report(msgspec.Struct, frozen=True):
    """All that a run has to say, in the order of contract §4.

    `lines` has the source lines on which findings begin, by path and line, for outputs that show
    them; `fail_level` is the project's, `unchecked` are the traits of the brand's voice that no
    rule covers. None of these is part of the JSON.
    """

    version: int
    tool: Tool
    rulebook: RulebookInfo
    findings: tuple[Finding, ...]
    channels: tuple[ChannelSummary, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]
    summary: Summary
    lines: dict[str, dict[int, str]] = {}
    fail_level: Level = "warning"
    unchecked: tuple[str, ...] = ()
