"""What a run found, as every output takes it: the shape of `check --format json` (contract §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from protolint.linting.finding import Finding, Level
from protolint.rulebook.rulebook import Rulebook
from protolint.script import Problem

if TYPE_CHECKING:
    from protolint.linting.preview import Preview

#: The version of the JSON report that this protolint writes and reads.
REPORT_VERSION = 1


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


class Outcome(msgspec.Struct, frozen=True):
    """All that a run has to say, in the order of contract §4: what the JSON report holds."""

    version: int
    tool: Tool
    rulebook: RulebookInfo
    findings: tuple[Finding, ...]
    channels: tuple[ChannelSummary, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]
    summary: Summary


class Report(Outcome, frozen=True):
    """The outcome of a run, with what outputs want to show beside it; none of that is in the JSON.

    `lines` has the source lines on which findings begin, by path and line; `fail_level` is the
    project's; `unchecked` are the traits of the brand's voice that no rule covers; `scripts` has
    the ids of the scripts of each file; `book` is what they were held to; `base` is a former
    outcome to show the change against. `previews` show all scripts, where they were asked for.
    """

    lines: dict[str, dict[int, str]] = {}
    fail_level: Level = "warning"
    unchecked: tuple[str, ...] = ()
    scripts: dict[str, tuple[str, ...]] = {}
    book: Rulebook = Rulebook()
    base: Outcome | None = None
    previews: tuple[Preview, ...] = ()


def former(data: bytes) -> Outcome:
    """Return what a JSON report says. Raises ValueError, with what is wrong, where it is none."""
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=Outcome)
    except msgspec.ValidationError as error:
        raise ValueError(f"it is no report of “check --format json”: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"it is no JSON: {error}") from error
    if found.version != REPORT_VERSION:
        raise ValueError(
            f"it is a report of version {found.version}, and this protolint reads version "
            f"{REPORT_VERSION}: write it anew with this one"
        )
    return found
