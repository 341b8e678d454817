"""How each channel does: shares, rates, protocols, and every script on every channel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from protolint.linting.finding import LEVELS, Finding, Level
from protolint.linting.outline import ScriptOutline
from protolint.linting.report import ChannelSummary, PooledGrade, Report, Summary, Tool
from protolint.linting.scorecard_protocols import Coverage, coverage
from protolint.linting.versions import merged
from protolint.script import Problem

#: So many of the rules that were broken most are told for each channel.
MOST_BROKEN = 5

Script = tuple[str, str]


class Rate(msgspec.Struct, frozen=True):
    """The findings of a category; no rate where there are no words."""

    category: str
    findings: int
    per_100_words: float | None


class Broken(msgspec.Struct, frozen=True):
    """A rule, how often it was broken, and in how many scripts."""

    rule: str
    findings: int
    scripts: int


class ChannelCard(msgspec.Struct, frozen=True):
    """How the scripts of one channel do; `on_brand` is how many have no error and no warning."""

    channel: str | None
    scripts: int
    on_brand: int
    words: int
    findings: dict[Level, int]
    rates: tuple[Rate, ...]
    readability: PooledGrade
    most_broken: tuple[Broken, ...]
    protocols: Coverage


class Cell(msgspec.Struct, frozen=True):
    """A script on one channel, with its findings there."""

    channel: str | None
    findings: dict[Level, int]

    @property
    def worst(self) -> Level | None:
        """The gravest level of a finding; None where there is none."""
        return next((level for level in LEVELS if self.findings[level]), None)

    @property
    def is_on_brand(self) -> bool:
        """Whether there is no error and no warning."""
        return self.worst in {None, "suggestion"}


class Row(msgspec.Struct, frozen=True):
    """A script with what was found on each of its channels."""

    path: str
    script: str
    title: str
    line: int
    cells: tuple[Cell, ...]

    @property
    def is_on_brand(self) -> bool:
        """Whether there is no error and no warning on any channel."""
        return all(cell.is_on_brand for cell in self.cells)


class Silent(msgspec.Struct, frozen=True):
    """A front matter key that would wake rules on at most so many scripts."""

    key: str
    rules: tuple[str, ...]
    scripts: int


class Scorecard(msgspec.Struct, frozen=True):
    """The report per channel. `categories` has those of all findings, the most frequent first."""

    version: int
    tool: Tool
    brand: str | None
    summary: Summary
    on_brand: int
    channels: tuple[ChannelCard, ...]
    categories: tuple[str, ...]
    scripts: tuple[Row, ...]
    silent: tuple[Silent, ...]
    unchecked: tuple[str, ...]
    problems: tuple[Problem, ...]


def scorecard(report: Report) -> Scorecard:
    """Return how each channel does. The report has previews of its scripts."""
    counts = Counter(finding.category for finding in report.findings)
    outlines = tuple(merged(one.outline for one in report.previews))
    rows = _rows(report, outlines)
    return Scorecard(
        version=report.version,
        tool=report.tool,
        brand=report.book.brand.brand if report.book.brand else None,
        summary=report.summary,
        on_brand=sum(row.is_on_brand for row in rows),
        channels=tuple(_channel(own, report, outlines) for own in report.channels),
        categories=tuple(sorted(counts, key=lambda name: (-counts[name], name))),
        scripts=rows,
        silent=_silent(report),
        unchecked=report.unchecked,
        problems=report.problems,
    )


def _channel(own: ChannelSummary, report: Report, outlines: Sequence[ScriptOutline]) -> ChannelCard:
    findings = [one for one in report.findings if own.channel in one.channels]
    return ChannelCard(
        channel=own.channel,
        scripts=own.scripts,
        on_brand=own.clean,
        words=own.words,
        findings=own.findings,
        rates=_rates(findings, own.words),
        readability=own.readability,
        most_broken=_most_broken(findings),
        protocols=coverage(outlines, own.channel),
    )


def _rates(findings: Iterable[Finding], words: int) -> tuple[Rate, ...]:
    counts = Counter(finding.category for finding in findings)
    return tuple(
        Rate(name, number, round(100 * number / words, 2) if words else None)
        for name, number in sorted(counts.items(), key=lambda own: (-own[1], own[0]))
    )


def _most_broken(findings: Iterable[Finding]) -> tuple[Broken, ...]:
    by_rule: dict[str, list[Script]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append((finding.path, finding.script))
    most = sorted(by_rule, key=lambda rule: (-len(by_rule[rule]), rule))[:MOST_BROKEN]
    return tuple(Broken(rule, len(by_rule[rule]), len({*by_rule[rule]})) for rule in most)


def _rows(report: Report, outlines: Iterable[ScriptOutline]) -> tuple[Row, ...]:
    found: dict[Script, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault((finding.path, finding.script), []).append(finding)
    return tuple(
        Row(one.path, one.script, one.title, one.line, _cells(one, found.get(_name(one), ())))
        for one in outlines
    )


def _name(outline: ScriptOutline) -> Script:
    return outline.path, outline.script


def _cells(outline: ScriptOutline, findings: Sequence[Finding]) -> tuple[Cell, ...]:
    cells = []
    for channel in outline.channels or (None,):
        levels = Counter(own.level for own in findings if channel in own.channels)
        cells.append(Cell(channel, {level: levels[level] for level in LEVELS}))
    return tuple(cells)


def _silent(report: Report) -> tuple[Silent, ...]:
    """Return the keys that would wake rules, the one that wakes most first."""
    by_key: dict[str, list[tuple[str, int]]] = {}
    for own in report.skipped:
        by_key.setdefault(own.needs, []).append((own.rule, own.scripts))
    keys = sorted(by_key, key=lambda key: (-max(count for _, count in by_key[key]), key))
    return tuple(
        Silent(key, tuple(rule for rule, _ in by_key[key]), max(count for _, count in by_key[key]))
        for key in keys
    )
